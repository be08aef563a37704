//! The Agenda as files: a PDF to print and keep, tables to work with.
//!
//! They are here and not in a phase because `documents` brings a typesetter with it, which only the
//! program should have to compile.

use std::collections::HashMap;

use agenda::{
    ActionState, Indicator, VersionState,
    export::{action_rows, indicator_rows},
    pages::view as said,
    query::{self, FrozenAgenda},
    rules::{Term, belongs, is_defined, term},
};
use axum::{
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use documents::{
    DocumentError, Language,
    agenda::{self as paper, AgendaDocument, BodyIdentity, Logo, LogoFormat},
    render_agenda_pdf,
    tables::{Cell, CsvStyle, Table},
    write_csv, write_xlsx,
};
use identity::Identity;
use jiff::civil::Date;
use kernel::{Access::Anyone, Access::Roles, BodyId, Role, id::Uuid, vocabulary};
use monitoring::query::{FollowUp, follow_up};
use participation::{model::IdeaState, store as voices};
use texts::{Lang, key};
use web::{Part, Routes, Visit, WebError};

/// Every file, beside who may have it.
pub fn routes() -> Routes {
    Routes::new()
        .get("/{body}/agenda/agenda.pdf", Anyone, agenda_pdf)
        .get("/{body}/agenda/azioni.xlsx", Anyone, actions_xlsx)
        .get("/{body}/agenda/azioni.csv", Anyone, actions_csv)
        .get("/{body}/agenda/indicatori.xlsx", Anyone, indicators_xlsx)
        .get("/{body}/agenda/indicatori.csv", Anyone, indicators_csv)
        .get(
            "/{body}/scrivania/agenda/bozza.pdf",
            Roles(&[Role::Lead, Role::Facilitator]),
            draft_pdf,
        )
}

fn broken(error: impl std::fmt::Display) -> WebError {
    WebError::Internal(error.to_string())
}

/// A file to save under a name.
fn file(bytes: Vec<u8>, kind: &'static str, name: &str) -> Result<Response, WebError> {
    let saved = HeaderValue::from_str(&format!("attachment; filename=\"{name}\""));
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::CONTENT_DISPOSITION, saved.map_err(broken)?),
    ];
    Ok((headers, bytes).into_response())
}

async fn in_force(visit: &Visit) -> Result<(FrozenAgenda, FollowUp), WebError> {
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let frozen = query::published(store, body).await.map_err(said::failure)?;
    let follow = follow_up(store, body, said::today(visit)).await;
    let follow = follow.map_err(monitoring::pages::view::failure)?;
    frozen.zip(follow).ok_or(WebError::NotFound)
}

/// `/{body}/agenda/agenda.pdf`
///
/// Typesetting is the dearest thing anybody can ask for: a browser that has the file keeps it while
/// nothing of the body has changed and the day is the same.
async fn agenda_pdf(
    visit: Visit,
    headers: HeaderMap,
    Part(identity): Part<Identity>,
) -> Result<Response, WebError> {
    let (frozen, follow) = in_force(&visit).await?;
    let version = visit.app.store().version(visit.body_id()?).await?;
    let seal = format!("\"pdf-{version}-{}-{}\"", follow.day, visit.lang.tag());
    let seal = HeaderValue::from_str(&seal).map_err(broken)?;
    let kept = [
        (header::ETAG, seal.clone()),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-cache")),
        (header::VARY, HeaderValue::from_static("accept-language, cookie")),
    ];
    if headers.get(header::IF_NONE_MATCH) == Some(&seal) {
        return Ok((StatusCode::NOT_MODIFIED, kept).into_response());
    }
    let latest = latest(&follow);
    let version = &frozen.version;
    let document = AgendaDocument {
        version: version.number.to_string(),
        approval: version.approved.map(|date| paper::Approval { act: version.act.clone(), date }),
        hash: version.hash.clone(),
        summary: paragraphs(&version.promise),
        starts_from: starts_from(&visit, frozen.snapshot.profile.as_ref()).await?,
        actions: Term::ALL
            .into_iter()
            .flat_map(|term| frozen.of_term(term).map(move |action| (term, action)))
            .map(|(term, one)| action(one, term, &latest))
            .collect(),
        ..around(&visit, &identity).await?
    };
    let name = format!("agenda-{}-v{}.pdf", visit.body()?.slug, version.number);
    Ok((kept, pdf(&visit, document, &name).await?).into_response())
}

/// `/{body}/scrivania/agenda/bozza.pdf`: what is being written, as a draft.
async fn draft_pdf(visit: Visit, Part(identity): Part<Identity>) -> Result<Response, WebError> {
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let versions = query::versions(store, body).await.map_err(said::failure)?;
    let draft = versions.iter().find(|v| v.state == VersionState::Draft);
    let draft = draft.ok_or(WebError::NotFound)?;
    let live = query::actions(store, body).await.map_err(said::failure)?;
    let today = said::today(&visit);
    let none = HashMap::new();
    let from = query::starts_from(store, body, draft).await.map_err(said::failure)?;
    let document = AgendaDocument {
        version: draft.number.to_string(),
        approval: None,
        hash: String::new(),
        summary: paragraphs(&draft.promise),
        starts_from: starts_from(&visit, from.as_ref()).await?,
        actions: live
            .iter()
            .filter(|action| belongs(action))
            .map(|one| {
                let term = one.content.end.map_or(Term::Medium, |end| term(end, today));
                action(one, term, &none)
            })
            .collect(),
        ..around(&visit, &identity).await?
    };
    let name = format!("bozza-agenda-{}-v{}.pdf", visit.body()?.slug, draft.number);
    pdf(&visit, document, &name).await
}

async fn pdf(visit: &Visit, document: AgendaDocument, name: &str) -> Result<Response, WebError> {
    let now = visit.app.store().clock().now().in_rome();
    let made = tokio::task::spawn_blocking(move || match render_agenda_pdf(&document, &now) {
        // A logo that cannot be printed must not keep the promise from the people.
        Err(DocumentError::Logo(_)) => {
            let mut plain = document;
            plain.body.logo = None;
            render_agenda_pdf(&plain, &now)
        }
        made => made,
    });
    let bytes = made.await.map_err(broken)?.map_err(broken)?;
    file(bytes, "application/pdf", name)
}

/// The snapshot of the profile, with its address once everybody may read it.
async fn starts_from(
    visit: &Visit,
    from: Option<&agenda::version::StartsFrom>,
) -> Result<Option<paper::StartsFrom>, WebError> {
    let Some(from) = from else { return Ok(None) };
    let href = said::snapshot_href(visit, from.number).await?;
    let base = &visit.app.config().base_url;
    Ok(Some(paper::StartsFrom {
        title: from.title.clone(),
        day: from.day,
        hash: from.hash.clone(),
        address: (!href.is_empty()).then(|| format!("{base}{href}")),
    }))
}

/// What stands around the actions: the body, who took part, the profile, the ideas left out.
async fn around(visit: &Visit, identity: &Identity) -> Result<AgendaDocument, WebError> {
    let body = visit.body()?;
    let logo = identity.logo(body.id).await.map_err(broken)?;
    let png = logo.filter(|(_, kind)| kind == "image/png");
    let mut participation = Vec::new();
    let mut not_included = Vec::new();
    voices_of(visit, body.id, &mut participation, &mut not_included).await?;
    let counts = profile::public::counts(visit.app.store(), body.id).await.map_err(broken)?;
    let mut profile = Vec::new();
    fact(visit, &mut profile, key!("agenda-x-services"), counts.services);
    fact(visit, &mut profile, key!("agenda-x-databases"), counts.databases);
    Ok(AgendaDocument {
        body: BodyIdentity {
            name: body.name.clone(),
            colour: Some(body.color.clone()),
            logo: png.map(|(bytes, _)| Logo { format: LogoFormat::Png, bytes }),
            contact: (!body.contact_email.is_empty()).then(|| body.contact_email.clone()),
        },
        language: match visit.lang {
            Lang::It => Language::It,
            Lang::En => Language::En,
        },
        version: String::new(),
        approval: None,
        hash: String::new(),
        address: Some(format!("{}/{}/agenda", visit.app.config().base_url, body.slug)),
        summary: Vec::new(),
        participation,
        participation_notes: Vec::new(),
        profile,
        starts_from: None,
        actions: Vec::new(),
        not_included,
    })
}

/// Adds a number, when there is one: a document does not print zeros.
fn fact(visit: &Visit, facts: &mut Vec<paper::Fact>, label: &str, n: i64) {
    if let Ok(n @ 1..) = u32::try_from(n) {
        let value = paper::Quantity::count(n);
        facts.push(paper::Fact { label: visit.t(label), value });
    }
}

async fn voices_of(
    visit: &Visit,
    body: BodyId,
    participation: &mut Vec<paper::Fact>,
    not_included: &mut Vec<paper::NotIncluded>,
) -> Result<(), WebError> {
    let store = visit.app.store();
    let (conn, engine) = (store.read(), store.engine());
    let out = [IdeaState::NotAdmitted, IdeaState::NotPrioritised, IdeaState::KeptForLater];
    let mut ideas = 0;
    for path in voices::paths(conn, engine, body, false).await? {
        ideas += path.public_ideas;
        for idea in voices::in_states(conn, engine, body, path.id, &out).await? {
            let reason = idea.reason.map_or(idea.state.label(), |reason| reason.label());
            let mut reason = visit.t(reason);
            if !idea.answer.is_empty() {
                reason = format!("{reason}. {}", idea.answer);
            }
            not_included.push(paper::NotIncluded {
                code: idea.number.to_string(),
                title: idea.title,
                reason,
            });
        }
    }
    fact(visit, participation, key!("agenda-x-ideas"), ideas);
    let days = workday::service::days(store, body, None, true).await.map_err(broken)?;
    let held: Vec<_> =
        days.iter().filter(|d| d.state == workday::model::DayState::Published).collect();
    let sum = |count: fn(&workday::model::Day) -> i64| held.iter().map(|day| count(day)).sum();
    fact(visit, participation, key!("agenda-x-present"), sum(|day| day.present));
    fact(visit, participation, key!("agenda-x-ballots"), sum(|day| day.ballots));
    Ok(())
}

fn paragraphs(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// The latest reading of each indicator.
fn latest(follow: &FollowUp) -> HashMap<Uuid, paper::Measure> {
    follow
        .indicators()
        .filter_map(|one| {
            let reading = one.assessment.latest.as_ref()?;
            let measure = paper::Measure { value: reading.value, date: reading.day };
            Some((one.indicator.id, measure))
        })
        .collect()
}

fn action(
    action: &agenda::Action,
    term: Term,
    latest: &HashMap<Uuid, paper::Measure>,
) -> paper::Action {
    let c = &action.content;
    paper::Action {
        code: action.code.clone(),
        title: c.title.clone(),
        summary: paragraphs(&c.summary),
        term: if term == Term::Short { paper::Term::Short } else { paper::Term::Medium },
        start: c.start,
        end: c.end,
        responsible: c.responsible.clone(),
        partners: c.partners.clone(),
        cost_cents: c.cost.map(|cost| cost.0),
        funding: c
            .funding
            .iter()
            .map(|part| paper::Funding {
                source: part.source.clone(),
                cents: part.cents.map(|cents| cents.0),
            })
            .collect(),
        inclusion: paragraphs(&c.inclusion),
        origin: action
            .origins
            .iter()
            .map(|origin| paper::Origin {
                // The number of an idea is the last part of its address.
                code: match (origin.kind.as_str(), origin.href.rsplit('/').next()) {
                    ("idea", Some(number)) => number.to_owned(),
                    _ => String::new(),
                },
                title: origin.title.clone(),
            })
            .collect(),
        results: action
            .results
            .iter()
            .map(|result| paper::ExpectedResult {
                text: result.content.text.clone(),
                indicators: result
                    .indicators
                    .iter()
                    // In a draft some are names only: there is nothing to print of them yet.
                    .filter(|one| is_defined(one))
                    .filter_map(|one| indicator(one, latest.get(&one.id).copied()))
                    .collect(),
            })
            .collect(),
    }
}

fn indicator(one: &Indicator, latest: Option<paper::Measure>) -> Option<paper::Indicator> {
    use agenda::{Frequency as F, IndicatorKind as K, Polarity as P};
    let c = &one.content;
    let baseline = match (c.baseline, c.baseline_day, c.baseline_due) {
        (Some(value), Some(date), _) => paper::Baseline::Measured(paper::Measure { value, date }),
        (_, _, Some(due)) => paper::Baseline::ToBeMeasuredBy(due),
        _ => return None,
    };
    Some(paper::Indicator {
        code: one.code.clone(),
        name: c.name.clone(),
        definition: c.definition.clone(),
        kind: match c.kind {
            K::Process => paper::IndicatorKind::Process,
            K::Outcome => paper::IndicatorKind::Outcome,
            K::Structure => paper::IndicatorKind::Structure,
        },
        unit: c.unit.clone(),
        decimals: c.decimals,
        polarity: match c.polarity? {
            P::Higher => paper::Polarity::HigherIsBetter,
            P::Lower => paper::Polarity::LowerIsBetter,
            P::Range => paper::Polarity::WithinRange,
        },
        baseline,
        targets: c
            .targets
            .iter()
            .flat_map(|target| {
                let both = [target.min, target.max]
                    .map(|value| paper::Measure { value, date: target.day });
                let ends = if c.polarity == Some(P::Range) { 2 } else { 1 };
                both.into_iter().take(ends)
            })
            .collect(),
        source: c.source.clone(),
        frequency: match c.frequency? {
            F::Monthly => paper::Frequency::Monthly,
            F::Quarterly => paper::Frequency::Quarterly,
            F::EveryFourMonths => paper::Frequency::EveryFourMonths,
            F::HalfYearly => paper::Frequency::HalfYearly,
            F::Yearly => paper::Frequency::Yearly,
            F::Once => paper::Frequency::Once,
        },
        latest,
    })
}

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const CSV: &str = "text/csv; charset=utf-8";

fn xlsx(visit: &Visit, table: &Table, name: &str) -> Result<Response, WebError> {
    let name = format!("{name}-{}.xlsx", visit.body()?.slug);
    file(write_xlsx(table).map_err(broken)?, XLSX, &name)
}

fn csv(visit: &Visit, table: &Table, name: &str) -> Result<Response, WebError> {
    let name = format!("{name}-{}.csv", visit.body()?.slug);
    let style = match visit.lang {
        Lang::It => CsvStyle::SPREADSHEET,
        Lang::En => CsvStyle::OPEN_DATA,
    };
    file(write_csv(table, style).map_err(broken)?, CSV, &name)
}

/// `/{body}/agenda/azioni.xlsx`
async fn actions_xlsx(visit: Visit) -> Result<Response, WebError> {
    let table = actions(&visit).await?;
    xlsx(&visit, &table, "azioni")
}

/// `/{body}/agenda/azioni.csv`
async fn actions_csv(visit: Visit) -> Result<Response, WebError> {
    let table = actions(&visit).await?;
    csv(&visit, &table, "azioni")
}

/// `/{body}/agenda/indicatori.xlsx`
async fn indicators_xlsx(visit: Visit) -> Result<Response, WebError> {
    let table = indicators(&visit).await?;
    xlsx(&visit, &table, "indicatori")
}

/// `/{body}/agenda/indicatori.csv`
async fn indicators_csv(visit: Visit) -> Result<Response, WebError> {
    let table = indicators(&visit).await?;
    csv(&visit, &table, "indicatori")
}

/// Codes joined by `;` in words.
fn in_words(codes: &str, list: &vocabulary::Vocabulary, lang: Lang) -> String {
    let named = codes.split(';').filter(|code| !code.is_empty());
    named.map(|code| list.label(code, lang.tag())).collect::<Vec<_>>().join("; ")
}

fn columns(visit: &Visit, keys: &[&str]) -> Vec<String> {
    keys.iter().map(|key| visit.t(key)).collect()
}

/// The word of a code on pages.
fn word(visit: &Visit, key: Option<&'static str>) -> Cell {
    key.map(|key| visit.t(key)).into()
}

async fn actions(visit: &Visit) -> Result<Table, WebError> {
    let (frozen, follow) = in_force(visit).await?;
    let rows = action_rows(&frozen)
        .into_iter()
        .map(|row| {
            let found = follow.actions.iter().find(|one| one.action.code == row.code);
            let progress = found.and_then(|one| one.progress);
            let kind = agenda::ActionKind::parse(row.kind).map(agenda::ActionKind::key);
            let funding: Vec<String> = found
                .map(|one| one.action.content.funding.as_slice())
                .unwrap_or_default()
                .iter()
                .map(|part| match part.cents {
                    Some(cents) => format!("{}: {}", part.source, cents.italian()),
                    None => part.source.clone(),
                })
                .collect();
            vec![
                row.code.into(),
                row.title.into(),
                row.summary.into(),
                word(visit, kind),
                word(visit, ActionState::parse(row.state).map(ActionState::key)),
                word(visit, Term::parse(row.term).map(Term::key)),
                row.start.into(),
                row.end.into(),
                row.responsible.into(),
                row.partners.into(),
                in_words(&row.areas, vocabulary::areas(), visit.lang).into(),
                in_words(&row.municipalities, vocabulary::municipalities(), visit.lang).into(),
                row.cost_cents.map_or(Cell::Empty, Cell::Money),
                funding.join("; ").into(),
                row.inclusion.into(),
                row.origins.into(),
                progress.map_or(Cell::Empty, |share| Cell::Decimal((share * 100.0).floor(), 0)),
                demonstrative(visit, row.demonstrative),
            ]
        })
        .collect();
    let columns = columns(
        visit,
        &[
            key!("agenda-x-code"),
            key!("agenda-f-title"),
            key!("agenda-f-summary"),
            key!("agenda-f-kind"),
            key!("agenda-f-state"),
            key!("agenda-f-term"),
            key!("agenda-f-start"),
            key!("agenda-f-end"),
            key!("agenda-f-responsible"),
            key!("agenda-f-partners"),
            key!("agenda-f-areas"),
            key!("agenda-f-where"),
            key!("agenda-f-cost"),
            key!("agenda-f-funding"),
            key!("agenda-f-inclusion"),
            key!("agenda-f-origins"),
            key!("agenda-x-progress"),
            key!("agenda-x-demonstrative"),
        ],
    );
    Ok(Table { title: visit.t(key!("agenda-actions")), day: follow.day, columns, rows })
}

fn demonstrative(visit: &Visit, yes: bool) -> Cell {
    if yes { visit.t(key!("agenda-x-yes")).into() } else { Cell::Empty }
}

async fn indicators(visit: &Visit) -> Result<Table, WebError> {
    let (frozen, follow) = in_force(visit).await?;
    let rows = indicator_rows(&frozen)
        .into_iter()
        .map(|row| {
            let found = follow.indicators().find(|one| one.indicator.code == row.code);
            let how = found.map(|one| &one.assessment);
            let latest = how.and_then(|how| how.latest.as_ref());
            let number = |value: Option<f64>| {
                value.map_or(Cell::Empty, |value| Cell::Decimal(value, row.decimals))
            };
            let polarity = agenda::Polarity::parse(row.polarity).map(agenda::Polarity::key);
            let frequency = agenda::Frequency::parse(row.frequency).map(agenda::Frequency::key);
            let kind = agenda::IndicatorKind::parse(row.kind).map(agenda::IndicatorKind::key);
            let day: Option<Date> = latest.map(|reading| reading.day);
            vec![
                row.action.clone().into(),
                row.result.clone().into(),
                row.result_text.clone().into(),
                row.code.clone().into(),
                row.name.clone().into(),
                row.definition.clone().into(),
                word(visit, kind),
                row.unit.clone().into(),
                word(visit, polarity),
                number(row.baseline),
                row.baseline_day.into(),
                row.baseline_due.into(),
                number(row.target_min),
                number(row.target_max),
                row.target_day.into(),
                number(latest.map(|reading| reading.value)),
                day.into(),
                word(visit, how.map(|how| how.status.key())),
                row.source.clone().into(),
                word(visit, frequency),
            ]
        })
        .collect();
    let columns = columns(
        visit,
        &[
            key!("agenda-action"),
            key!("agenda-x-result-code"),
            key!("agenda-result"),
            key!("agenda-x-code"),
            key!("agenda-indicator"),
            key!("agenda-f-definition"),
            key!("agenda-f-kind"),
            key!("agenda-f-unit"),
            key!("agenda-f-polarity"),
            key!("agenda-f-baseline"),
            key!("agenda-f-baseline-day"),
            key!("agenda-f-baseline-due"),
            key!("monitoring-target"),
            key!("agenda-x-target-max"),
            key!("agenda-x-target-day"),
            key!("monitoring-latest"),
            key!("agenda-x-latest-day"),
            key!("agenda-f-state"),
            key!("agenda-f-source"),
            key!("agenda-f-frequency"),
        ],
    );
    Ok(Table { title: visit.t(key!("monitoring-indicators")), day: follow.day, columns, rows })
}
