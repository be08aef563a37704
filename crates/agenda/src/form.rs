//! Reading what was typed into the forms of actions, results, indicators and versions.

use jiff::civil::Date;
use kernel::{Cents, clock::parse_day, form::Draft, italian::parse_decimal};
use texts::key;

use crate::{
    ActionContent, ActionKind, AgendaError, Frequency, Funding, IndicatorContent, IndicatorKind,
    Polarity, ResultContent, ResultKind, Target,
};

/// The words of a field that holds a list: the field repeated, or semicolons and line ends within it.
fn list(draft: &Draft, field: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for word in draft.values(field).flat_map(|v| v.split([';', '\n'])).map(str::trim) {
        if !word.is_empty() && !out.iter().any(|known| known == word) {
            out.push(word.chars().take(200).collect());
        }
    }
    out.truncate(60);
    out
}

fn done<T>(draft: &Draft, value: T) -> Result<T, AgendaError> {
    draft.finish().map_err(AgendaError::Invalid)?;
    Ok(value)
}

/// Reads an action: `title`, `easy_title`, `summary`, `kind`, `start`, `end`, `areas`, `municipalities`,
/// `responsible`, `partners`, `cost`, `funding_source` with `funding_cents` (repeated), `inclusion`,
/// `services`, `databases`, `level_from`, `level_to`.
pub fn action(draft: &mut Draft) -> Result<ActionContent, AgendaError> {
    let content = ActionContent {
        title: draft.text("title", true, 3, 160),
        easy_title: draft.text("easy_title", false, 3, 160),
        summary: draft.lines("summary", true, 10, 5000),
        kind: draft.choice("kind", true, ActionKind::parse).unwrap_or_default(),
        start: draft.day("start", false),
        end: draft.day("end", false),
        areas: list(draft, "areas"),
        municipalities: list(draft, "municipalities"),
        responsible: draft.text("responsible", false, 2, 200),
        partners: list(draft, "partners"),
        cost: draft.cents("cost", false),
        funding: funding(draft),
        inclusion: draft.lines("inclusion", true, 10, 2000),
        services: list(draft, "services"),
        databases: list(draft, "databases"),
        level_from: draft.text("level_from", false, 1, 40),
        level_to: draft.text("level_to", false, 1, 40),
        source: draft.text("source", false, 1, 500),
        demonstrative: draft.flag("demonstrative"),
    };
    if let (Some(start), Some(end)) = (content.start, content.end)
        && end < start
    {
        draft.refuse("end", key!("agenda-field-end-before-start"), None);
    }
    done(draft, content)
}

fn funding(draft: &mut Draft) -> Vec<Funding> {
    let sources: Vec<String> =
        draft.values("funding_source").map(|v| v.trim().to_owned()).collect();
    let amounts: Vec<String> = draft.values("funding_cents").map(|v| v.trim().to_owned()).collect();
    let mut parts = Vec::new();
    for at in 0..sources.len().max(amounts.len()).min(20) {
        let source = sources.get(at).cloned().unwrap_or_default();
        let amount = amounts.get(at).cloned().unwrap_or_default();
        if source.is_empty() && amount.is_empty() {
            continue;
        }
        if source.is_empty() {
            draft.refuse("funding_source", key!("agenda-field-funding-source"), None);
        }
        if source.chars().count() > 200 {
            draft.refuse("funding_source", key!("agenda-field-funding-long"), Some(200));
        }
        let cents = if amount.is_empty() { None } else { Cents::parse(&amount).ok() };
        if cents.is_none() && !amount.is_empty() {
            draft.refuse("funding_cents", key!("agenda-field-funding-amount"), None);
        }
        parts.push(Funding { source, cents });
    }
    parts
}

/// Reads an expected result: `text`, `kind`, `due`.
pub fn result(draft: &mut Draft) -> Result<ResultContent, AgendaError> {
    let content = ResultContent {
        text: draft.lines("text", true, 10, 600),
        kind: draft.choice("kind", true, ResultKind::parse).unwrap_or_default(),
        due: draft.day("due", false),
    };
    done(draft, content)
}

/// Reads an indicator: `name`, `definition`, `kind`, `formula`, `unit`, `polarity`, `baseline`,
/// `baseline_day`, `baseline_due`, `target_day` with `target_min` and `target_max` (repeated; for a single value
/// `target_min` alone), `source`, `frequency`, `responsible`, `decimals`.
pub fn indicator(draft: &mut Draft, today: Date) -> Result<IndicatorContent, AgendaError> {
    let polarity = draft.choice("polarity", false, Polarity::parse);
    let content = IndicatorContent {
        name: draft.text("name", true, 3, 160),
        definition: draft.lines("definition", false, 3, 1000),
        kind: draft.choice("kind", true, IndicatorKind::parse).unwrap_or_default(),
        formula: draft.text("formula", false, 1, 300),
        unit: draft.text("unit", false, 1, 40),
        polarity,
        baseline: draft.decimal("baseline", false),
        baseline_day: draft.day("baseline_day", false),
        baseline_due: draft.day("baseline_due", false),
        targets: targets(draft, polarity),
        source: draft.text("source", false, 2, 300),
        frequency: draft.choice("frequency", false, Frequency::parse),
        responsible: draft.text("responsible", false, 2, 200),
        decimals: draft
            .integer("decimals", false, 0..=6)
            .and_then(|n| u8::try_from(n).ok())
            .unwrap_or(0),
        demonstrative: draft.flag("demonstrative"),
    };
    if content.baseline.is_some()
        && content.baseline_day.is_none()
        && draft.value("baseline_day").trim().is_empty()
    {
        draft.refuse("baseline_day", key!("agenda-field-baseline-day"), None);
    }
    if content.baseline_day.is_some_and(|day| day > today) {
        draft.refuse("baseline_day", key!("agenda-field-baseline-future"), None);
    }
    done(draft, content)
}

fn targets(draft: &mut Draft, polarity: Option<Polarity>) -> Vec<Target> {
    let column =
        |field: &str| -> Vec<String> { draft.values(field).map(|v| v.trim().to_owned()).collect() };
    let (days, lows, highs) = (column("target_day"), column("target_min"), column("target_max"));
    let at = |list: &[String], n: usize| list.get(n).cloned().unwrap_or_default();
    let mut out: Vec<Target> = Vec::new();
    for n in 0..days.len().max(lows.len()).max(highs.len()).min(12) {
        let (day, low, high) = (at(&days, n), at(&lows, n), at(&highs, n));
        if day.is_empty() && low.is_empty() && high.is_empty() {
            continue;
        }
        let Some(day) = parse_day(&day).filter(|day| (1900..=2200).contains(&day.year())) else {
            draft.refuse("target_day", key!("agenda-field-target-day"), None);
            continue;
        };
        let number = |text: &str| parse_decimal(text).filter(|v| v.is_finite() && v.abs() <= 1e12);
        let Some(min) = number(&low) else {
            draft.refuse("target_min", key!("agenda-field-target-value"), None);
            continue;
        };
        let max = if polarity == Some(Polarity::Range) {
            let Some(max) = number(&high) else {
                draft.refuse("target_max", key!("agenda-field-target-range"), None);
                continue;
            };
            max
        } else {
            min
        };
        if max < min {
            draft.refuse("target_max", key!("agenda-field-target-order"), None);
        }
        if out.iter().any(|known| known.day == day) {
            draft.refuse("target_day", key!("agenda-field-target-twice"), None);
        } else {
            out.push(Target { day, min, max });
        }
    }
    out.sort_by_key(|target| target.day);
    out
}

/// What a version says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VersionText {
    /// Its title.
    pub title: String,
    /// What will change, in one paragraph.
    pub promise: String,
    /// Why there is a new version; empty for the first.
    pub reason: String,
    /// Number of the snapshot of the profile it starts from.
    pub profile_snapshot: Option<i64>,
}

/// Reads a draft version: `title`, `promise`, `reason`, `profile_snapshot`.
pub fn version(draft: &mut Draft) -> Result<VersionText, AgendaError> {
    let text = VersionText {
        title: draft.text("title", true, 3, 160),
        promise: draft.lines("promise", false, 10, 2000),
        reason: draft.lines("reason", false, 3, 1000),
        profile_snapshot: draft.integer("profile_snapshot", false, 1..=1_000_000),
    };
    done(draft, text)
}

/// The act that makes a version binding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// For example "Delibera di Giunta n. 45".
    pub name: String,
    /// Its day.
    pub day: Date,
}

/// Reads an approval: `act`, `day`.
pub fn act(draft: &mut Draft, today: Date) -> Result<Act, AgendaError> {
    let name = draft.text("act", true, 3, 200);
    let day = draft.day("day", true);
    if day.is_some_and(|day| day > today) {
        draft.refuse("day", key!("agenda-field-act-future"), None);
    }
    draft.finish().map_err(AgendaError::Invalid)?;
    Ok(Act { name, day: day.unwrap_or(today) })
}
