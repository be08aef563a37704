//! The result of the demo: the Agenda of Rimini, with expected results, indicators and readings.

use std::collections::HashMap;

use agenda::{
    ActionContent, ActionKind, ActionStep, Frequency, Funding, IndicatorContent, IndicatorKind,
    Origin, Place, Polarity, ResultContent, ResultKind, Target, form, service,
};
use anyhow::Context;
use kernel::{Cents, id::Uuid};
use monitoring::NewReading;

use super::{Ground, Row, cell, demonstrative, list, listening::Known, rows};

const AGENDAS: &str = include_str!("../../../../demo/agendas.csv");
const ACTIONS: &str = include_str!("../../../../demo/actions.csv");
const RESULTS: &str = include_str!("../../../../demo/results.csv");
const INDICATORS: &str = include_str!("../../../../demo/indicators.csv");
const READINGS: &str = include_str!("../../../../demo/readings.csv");

/// Loads actions, approves and publishes the Agenda, then lets time pass: states and readings.
pub async fn load(ground: &Ground<'_>, ideas: &HashMap<String, Known>) -> anyhow::Result<()> {
    for row in rows(AGENDAS)? {
        let body = ground.body(&row)?;
        let place = Place { body: body.id, slug: body.slug.clone() };
        let made = Made::actions(ground, &place, ideas).await?;
        publish(ground, &place, &row).await?;
        made.move_on(ground, &place).await?;
        readings(ground, &place, &made).await?;
    }
    Ok(())
}

/// What was made, by the codes of the files.
struct Made {
    actions: Vec<(String, Row)>,
    indicators: HashMap<String, String>,
}

fn own(text: &str, place: &Place) -> anyhow::Result<Vec<Row>> {
    Ok(rows(text)?.into_iter().filter(|row| cell(row, "body_slug") == place.slug).collect())
}

fn number(row: &Row, name: &str) -> Option<f64> {
    cell(row, name).parse().ok()
}

impl Made {
    async fn actions(
        ground: &Ground<'_>,
        place: &Place,
        ideas: &HashMap<String, Known>,
    ) -> anyhow::Result<Self> {
        let (store, who) = (ground.store, &ground.who);
        let body = ground.bodies.get(&place.slug).context("demo body")?;
        let site = ground.site(body);
        let results = own(RESULTS, place)?;
        let indicators = own(INDICATORS, place)?;
        let mut made = Self { actions: Vec::new(), indicators: HashMap::new() };
        for row in own(ACTIONS, place)? {
            let origins = list(cell(&row, "origin_idea_codes"))
                .iter()
                .filter_map(|code| ideas.get(code))
                .map(|idea| Origin {
                    kind: "idea".into(),
                    id: idea.id,
                    title: idea.title.clone(),
                    href: idea.href.clone(),
                })
                .collect();
            let content = action(ground, &row)?;
            let code = service::action_create(store, &site, who, content, origins)
                .await
                .with_context(|| format!("demo action {}", cell(&row, "code")))?;
            for result in results.iter().filter(|r| cell(r, "action_code") == cell(&row, "code")) {
                let content = ResultContent {
                    text: cell(result, "text").to_owned(),
                    kind: ResultKind::parse(cell(result, "kind")).context("demo result")?,
                    due: ground.day(result, "due"),
                };
                let key = cell(result, "code");
                let of = service::result_add(store, place, who, &code, content).await?;
                for indicator in indicators.iter().filter(|i| cell(i, "result_code") == key) {
                    let content = measure(ground, indicator)?;
                    let name = cell(indicator, "code").to_owned();
                    let given = service::indicator_add(store, place, who, &code, &of, content)
                        .await
                        .with_context(|| format!("demo indicator {name}"))?;
                    made.indicators.insert(name, given);
                }
            }
            made.actions.push((code, row));
        }
        Ok(made)
    }

    /// The states the actions have come to since the approval.
    async fn move_on(&self, ground: &Ground<'_>, place: &Place) -> anyhow::Result<()> {
        for (code, row) in &self.actions {
            let steps: &[ActionStep] = match cell(row, "state") {
                "in_progress" => &[ActionStep::Start],
                "completed" => &[ActionStep::Start, ActionStep::Complete],
                "suspended" => &[ActionStep::Start, ActionStep::Suspend],
                _ => &[],
            };
            for step in steps {
                let reason = if step.needs_reason() {
                    "In attesa di una decisione (dato dimostrativo)."
                } else {
                    ""
                };
                service::action_move(ground.store, place, &ground.who, code, *step, reason)
                    .await
                    .with_context(|| format!("demo action {code} {step:?}"))?;
            }
        }
        Ok(())
    }
}

fn action(ground: &Ground<'_>, row: &Row) -> anyhow::Result<ActionContent> {
    let cost = cell(row, "cost_cents").parse().ok().map(Cents);
    let funding = Some(cell(row, "funding"))
        .filter(|source| !source.is_empty())
        .map(|source| Funding { source: source.to_owned(), cents: cost });
    Ok(ActionContent {
        title: cell(row, "title").to_owned(),
        summary: cell(row, "summary").to_owned(),
        kind: ActionKind::parse(cell(row, "kind")).context("demo kind of action")?,
        start: ground.day(row, "start"),
        end: ground.day(row, "end"),
        areas: list(cell(row, "areas")),
        municipalities: list(cell(row, "municipalities")),
        responsible: cell(row, "responsible_office").to_owned(),
        partners: list(cell(row, "partners")),
        cost,
        funding: funding.into_iter().collect(),
        inclusion: cell(row, "inclusion_measures").to_owned(),
        services: list(cell(row, "service_codes")),
        databases: list(cell(row, "database_codes")),
        level_from: cell(row, "level_from").to_owned(),
        level_to: cell(row, "level_to").to_owned(),
        source: cell(row, "fonte").to_owned(),
        demonstrative: demonstrative(row),
        ..ActionContent::default()
    })
}

fn measure(ground: &Ground<'_>, row: &Row) -> anyhow::Result<IndicatorContent> {
    let day = ground.day(row, "target").context("demo target")?;
    let target = match number(row, "target_value") {
        Some(value) => Target::value(day, value),
        None => Target {
            day,
            min: number(row, "target_min").context("demo target")?,
            max: number(row, "target_max").context("demo target")?,
        },
    };
    Ok(IndicatorContent {
        name: cell(row, "name").to_owned(),
        definition: cell(row, "definition").to_owned(),
        kind: IndicatorKind::parse(cell(row, "type")).context("demo kind of indicator")?,
        formula: cell(row, "formula").to_owned(),
        unit: cell(row, "unit").to_owned(),
        polarity: Polarity::parse(cell(row, "polarity")),
        baseline: number(row, "baseline_value"),
        baseline_day: ground.day(row, "baseline"),
        baseline_due: ground.day(row, "baseline_due"),
        targets: vec![target],
        source: cell(row, "source_of_readings").to_owned(),
        frequency: Frequency::parse(cell(row, "frequency")),
        responsible: cell(row, "responsible_office").to_owned(),
        decimals: cell(row, "decimals").parse().unwrap_or(0),
        demonstrative: demonstrative(row),
    })
}

async fn publish(ground: &Ground<'_>, place: &Place, row: &Row) -> anyhow::Result<()> {
    let (store, who) = (ground.store, &ground.who);
    let text = form::VersionText {
        title: cell(row, "title").to_owned(),
        promise: cell(row, "promise").to_owned(),
        reason: String::new(),
        profile_snapshot: None,
    };
    let number = service::draft_open(store, place, who, text).await?;
    let act = form::Act {
        name: cell(row, "act").to_owned(),
        day: ground.day(row, "approved").context("demo approval")?,
    };
    service::version_approve(store, place, who, act).await.context("demo agenda")?;
    service::version_publish(store, place, who, number).await?;
    Ok(())
}

async fn readings(ground: &Ground<'_>, place: &Place, made: &Made) -> anyhow::Result<()> {
    let (store, who) = (ground.store, &ground.who);
    let mut known: HashMap<(String, String), Uuid> = HashMap::new();
    for row in own(READINGS, place)? {
        let name = cell(&row, "indicator_code").to_owned();
        let indicator = made.indicators.get(&name).with_context(|| format!("demo {name}"))?;
        let reading = NewReading {
            day: ground.day(&row, "reference"),
            value: number(&row, "value"),
            numerator: number(&row, "numerator"),
            denominator: number(&row, "denominator"),
            evidence: cell(&row, "evidence").to_owned(),
            comment: cell(&row, "comment").to_owned(),
            provisional: cell(&row, "state") == "draft",
            demonstrative: demonstrative(&row),
        };
        let old = known.get(&(name.clone(), cell(&row, "corrects_sequence").to_owned()));
        let id = match old {
            Some(old) => {
                let reason = cell(&row, "comment");
                monitoring::service::reading_correct(store, place, who, *old, reading, reason).await
            }
            None => {
                monitoring::service::reading_record(store, place, who, indicator, reading).await
            }
        }
        .with_context(|| format!("demo reading of {name}"))?;
        known.insert((name, cell(&row, "sequence").to_owned()), id);
    }
    Ok(())
}
