//! Rows for PDF, CSV and open data: a version as flat tables, in the order of the document.

use jiff::civil::Date;
use serde::Serialize;

use crate::{ActionState, query::FrozenAgenda, rules::Term};

/// One action a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ActionRow {
    /// Code.
    pub code: String,
    /// Title.
    pub title: String,
    /// What will be done.
    pub summary: String,
    /// Code of its kind.
    pub kind: &'static str,
    /// Code of where it stands today.
    pub state: &'static str,
    /// Code of its term: `short`, `medium`, `beyond`.
    pub term: &'static str,
    /// First day.
    pub start: Option<Date>,
    /// Last day.
    pub end: Option<Date>,
    /// Office that answers for it.
    pub responsible: String,
    /// Partners, separated by `; `.
    pub partners: String,
    /// Areas of users, separated by `;`.
    pub areas: String,
    /// Municipalities, separated by `;`.
    pub municipalities: String,
    /// Cost in cents.
    pub cost_cents: Option<i64>,
    /// Funding, `source: cents` separated by `; `.
    pub funding: String,
    /// Inclusion measures.
    pub inclusion: String,
    /// What it comes from: `kind: title`, separated by `; `.
    pub origins: String,
    /// Whether it is an invented example.
    pub demonstrative: bool,
}

/// One target of an indicator a row; an indicator without targets has one row.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct IndicatorRow {
    /// Code of the action.
    pub action: String,
    /// Code of the expected result.
    pub result: String,
    /// The expected result.
    pub result_text: String,
    /// Code of the indicator.
    pub code: String,
    /// Name.
    pub name: String,
    /// What is counted.
    pub definition: String,
    /// Code of its kind.
    pub kind: &'static str,
    /// Unit.
    pub unit: String,
    /// Code of its polarity.
    pub polarity: &'static str,
    /// Starting value.
    pub baseline: Option<f64>,
    /// Its day.
    pub baseline_day: Option<Date>,
    /// By when it will be known.
    pub baseline_due: Option<Date>,
    /// Day of the target.
    pub target_day: Option<Date>,
    /// Target, or lower end of it.
    pub target_min: Option<f64>,
    /// Target, or upper end of it.
    pub target_max: Option<f64>,
    /// Where values come from.
    pub source: String,
    /// Code of its frequency.
    pub frequency: &'static str,
    /// Decimals to write.
    pub decimals: u8,
}

/// The actions of a version: short term first, then medium, then the rest; by code within.
pub fn action_rows(agenda: &FrozenAgenda) -> Vec<ActionRow> {
    let terms = [Term::Short, Term::Medium, Term::Beyond];
    terms
        .into_iter()
        .flat_map(|term| agenda.of_term(term).map(move |action| (term, action)))
        .map(|(term, action)| {
            let c = &action.content;
            let state: ActionState = agenda.state(action);
            let funding: Vec<String> = c
                .funding
                .iter()
                .map(|part| {
                    part.cents.map_or_else(
                        || part.source.clone(),
                        |cents| format!("{}: {}", part.source, cents.0),
                    )
                })
                .collect();
            let origins: Vec<String> =
                action.origins.iter().map(|o| format!("{}: {}", o.kind, o.title)).collect();
            ActionRow {
                code: action.code.clone(),
                title: c.title.clone(),
                summary: c.summary.clone(),
                kind: c.kind.code(),
                state: state.code(),
                term: term.code(),
                start: c.start,
                end: c.end,
                responsible: c.responsible.clone(),
                partners: c.partners.join("; "),
                areas: c.areas.join(";"),
                municipalities: c.municipalities.join(";"),
                cost_cents: c.cost.map(|cents| cents.0),
                funding: funding.join("; "),
                inclusion: c.inclusion.clone(),
                origins: origins.join("; "),
                demonstrative: c.demonstrative,
            }
        })
        .collect()
}

/// The indicators of a version.
pub fn indicator_rows(agenda: &FrozenAgenda) -> Vec<IndicatorRow> {
    let mut out = Vec::new();
    for action in &agenda.snapshot.actions {
        for result in &action.results {
            for indicator in &result.indicators {
                let c = &indicator.content;
                let row = |target: Option<&crate::Target>| IndicatorRow {
                    action: action.code.clone(),
                    result: result.code.clone(),
                    result_text: result.content.text.clone(),
                    code: indicator.code.clone(),
                    name: c.name.clone(),
                    definition: c.definition.clone(),
                    kind: c.kind.code(),
                    unit: c.unit.clone(),
                    polarity: c.polarity.map_or("", crate::Polarity::code),
                    baseline: c.baseline,
                    baseline_day: c.baseline_day,
                    baseline_due: c.baseline_due,
                    target_day: target.map(|t| t.day),
                    target_min: target.map(|t| t.min),
                    target_max: target.map(|t| t.max),
                    source: c.source.clone(),
                    frequency: c.frequency.map_or("", crate::Frequency::code),
                    decimals: c.decimals,
                };
                if c.targets.is_empty() {
                    out.push(row(None));
                }
                out.extend(c.targets.iter().map(|target| row(Some(target))));
            }
        }
    }
    out
}
