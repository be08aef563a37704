//! An indicator and its readings as pages show them.

use agenda::{Indicator, Polarity, Target, pages::view as said};
use charts::{ExpectedPath, IndicatorSeries, Point};
use jiff::civil::Date;
use texts::{Args, key};
use web::{Form, Page, Visit, WebError, page::Fact};

use crate::{
    Assessment, MonitoringError, Reading, Status,
    query::{ActionFollowUp, IndicatorFollowUp},
};

/// A failure that no form can mend.
pub fn failure(error: MonitoringError) -> WebError {
    match error {
        MonitoringError::NotFound => WebError::NotFound,
        MonitoringError::Store(error) => WebError::Store(error),
        MonitoringError::Agenda(error) => said::failure(error),
        other => WebError::Internal(other.to_string()),
    }
}

/// A refusal in the visitor's words.
pub fn refusal(visit: &Visit, error: &MonitoringError) -> String {
    let mut args = Args::new();
    args.set("state", error.state_key().map(|key| visit.t(key)).unwrap_or_default());
    visit.app.texts().format(visit.lang, error.key(), &args)
}

/// The form that comes back after a refusal; a failure goes on as a failure.
pub fn refused(
    visit: &Visit,
    pairs: Vec<(String, String)>,
    error: MonitoringError,
) -> Result<Form, WebError> {
    let field = match &error {
        MonitoringError::Invalid(errors) => return Ok(Form::refused(visit, pairs, errors)),
        MonitoringError::NotFound
        | MonitoringError::Store(_)
        | MonitoringError::Agenda(agenda::AgendaError::NotFound) => return Err(failure(error)),
        MonitoringError::ReasonNeeded => "reason",
        MonitoringError::DayTaken => "day",
        _ => "",
    };
    Ok(Form::filled(pairs).with_error(field, refusal(visit, &error)))
}

/// The kind of badge of a status: what is missing or late is never green.
pub const fn status_kind(status: Status) -> &'static str {
    match status {
        Status::LateData => "danger",
        Status::NoData | Status::Behind => "warning",
        Status::OnTrack | Status::Reached => "success",
    }
}

/// A share as whole per cent; only what is wholly there is 100.
pub fn percent(share: f64) -> i64 {
    (share * 100.0 + 1e-9).floor() as i64
}

/// The progress of an action's card: the fresh mean, or the last known one when every number is late; -1 for none.
pub fn card_percent(follow: &ActionFollowUp) -> i64 {
    let known: Vec<f64> = follow.indicators.iter().filter_map(|i| i.assessment.progress).collect();
    match follow.progress {
        Some(progress) => percent(progress),
        None if known.is_empty() => -1,
        None => percent(known.iter().sum::<f64>() / known.len() as f64),
    }
}

/// The badge of an action: its numbers speak where there are any, its state where it stopped or is over.
pub fn card_state(page: &Page, follow: &ActionFollowUp) -> (String, &'static str) {
    use agenda::ActionState as S;
    match (follow.state, follow.status) {
        (S::Completed | S::Suspended | S::Rescheduled | S::Abandoned, _)
        | (_, Some(Status::NoData) | None) => {
            (page.t(follow.state.key()), said::action_kind(follow.state))
        }
        (_, Some(status)) => (page.t(status.key()), status_kind(status)),
    }
}

/// A reading in a table.
pub struct ReadingRow {
    /// Which one.
    pub id: String,
    /// The day it is of.
    pub day: String,
    /// Value with its unit.
    pub value: String,
    /// What was counted out of how many; may be empty.
    pub ratio: String,
    /// Where it was taken from.
    pub evidence: String,
    /// What to know about it.
    pub comment: String,
    /// When it was written down.
    pub recorded: String,
    /// Why it took another's place; may be empty.
    pub reason: String,
    /// Whether a newer one took its place.
    pub corrected: bool,
    /// Whether it waits to be validated.
    pub provisional: bool,
    /// Whether it is an invented example.
    pub demonstrative: bool,
}

/// Readings as rows, latest day first.
pub fn rows(page: &Page, indicator: &Indicator, readings: &[Reading]) -> Vec<ReadingRow> {
    readings
        .iter()
        .rev()
        .map(|one| ReadingRow {
            id: one.id.to_string(),
            day: page.date(&one.day.to_string()),
            value: said::quantity(page, &indicator.content, one.value),
            ratio: match (one.numerator, one.denominator) {
                (Some(n), Some(d)) => {
                    let mut args = Args::new();
                    args.set("n", page.decimal(n, 2));
                    args.set("d", page.decimal(d, 2));
                    page.ta(key!("monitoring-ratio"), &args)
                }
                _ => String::new(),
            },
            evidence: one.evidence.clone(),
            comment: one.comment.clone(),
            recorded: page.instant(one.recorded_at),
            reason: one.reason.clone(),
            corrected: one.corrected,
            provisional: !one.validated,
            demonstrative: one.demonstrative,
        })
        .collect()
}

/// An indicator with its numbers.
pub struct IndicatorView {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Its page.
    pub href: String,
    /// How it stands, and the kind of badge.
    pub status: (String, &'static str),
    /// Progress in per cent; -1 without readings.
    pub percent: i64,
    /// The progress in words: how far, and how far it should have been.
    pub progress: String,
    /// The same in a few words; empty without readings.
    pub short: String,
    /// The kind of bar.
    pub bar: &'static str,
    /// The latest value with its day, or that there is none.
    pub latest: String,
    /// When the next is due; may be empty.
    pub due: String,
    /// The last target.
    pub target: String,
    /// Where it starts.
    pub baseline: String,
    /// What it is.
    pub facts: Vec<Fact>,
    /// The picture.
    pub chart: String,
    /// What the picture shows, in one sentence.
    pub caption: String,
    /// The readings that count.
    pub rows: Vec<ReadingRow>,
    /// Whether it is an invented example.
    pub demonstrative: bool,
}

/// An indicator of a body in words and as a picture.
pub fn indicator(visit: &Visit, page: &Page, follow: &IndicatorFollowUp) -> IndicatorView {
    let (one, how) = (&follow.indicator, &follow.assessment);
    let c = &one.content;
    let slug = visit.body.as_ref().map_or("", |body| body.slug.as_str());
    let latest = how.latest.as_ref().map_or_else(
        || page.t(key!("monitoring-no-reading")),
        |r| format!("{} ({})", said::quantity(page, c, r.value), page.date(&r.day.to_string())),
    );
    let targets = said::targets(page, c);
    let status = page.t(how.status.key());
    let mut args = Args::new();
    args.set("status", status.clone());
    args.set("latest", latest.clone());
    args.set("target", targets.last().cloned().unwrap_or_default());
    let caption = page.ta(key!("monitoring-caption"), &args);
    IndicatorView {
        chart: chart(visit, one, &follow.readings, how, &caption),
        caption,
        href: format!("/{slug}/monitoraggio/{}", one.code),
        status: (status, status_kind(how.status)),
        percent: how.progress.map_or(-1, percent),
        progress: progress_words(page, how, key!("monitoring-progress")),
        short: how
            .progress
            .map(|_| progress_words(page, how, key!("monitoring-progress-short")))
            .unwrap_or_default(),
        bar: if how.status.is_good() { "success" } else { "warning" },
        latest,
        due: due_words(page, how),
        target: targets.last().cloned().unwrap_or_default(),
        baseline: said::baseline(page, c),
        facts: said::indicator_facts(page, one),
        rows: rows(page, one, &follow.readings),
        code: one.code.clone(),
        name: c.name.clone(),
        demonstrative: c.demonstrative,
    }
}

/// How far, and how far one should have been.
fn progress_words(page: &Page, how: &Assessment, key: &str) -> String {
    match (how.progress, how.expected) {
        (Some(done), Some(asked)) => {
            let mut args = Args::new();
            args.set("done", percent(done));
            args.set("asked", percent(asked));
            page.ta(key, &args)
        }
        _ => page.t(key!("monitoring-no-reading")),
    }
}

/// When the next reading is due, or for how long it has been.
pub fn due_words(page: &Page, how: &Assessment) -> String {
    let Some(due) = how.due else { return String::new() };
    let day = page.date(&due.to_string());
    if how.overdue_days > 0 {
        let mut args = Args::new();
        args.set("day", day);
        args.set("n", i64::from(how.overdue_days));
        page.ta(key!("monitoring-overdue"), &args)
    } else {
        page.ts(key!("monitoring-due"), day)
    }
}

/// The end of a range that a value has to reach, coming from where it starts.
fn goal(polarity: Option<Polarity>, start: Option<f64>, target: &Target) -> f64 {
    match (polarity, start) {
        (Some(Polarity::Range), Some(start)) if start < target.min => target.min,
        (Some(Polarity::Range), Some(start)) if start > target.max => target.max,
        (Some(Polarity::Range), _) => f64::midpoint(target.min, target.max),
        _ => target.min,
    }
}

/// The line of an indicator with baseline, targets and, where a reading is late, the gap.
pub fn chart(
    visit: &Visit,
    one: &Indicator,
    readings: &[Reading],
    how: &Assessment,
    description: &str,
) -> String {
    let c = &one.content;
    let point = |day: Date, value: f64| said::chart_day(day).map(|day| Point { day, value });
    let mut values: Vec<charts::Reading> = readings
        .iter()
        .filter(|r| r.counts())
        .filter_map(|r| {
            Some(charts::Reading { day: said::chart_day(r.day)?, value: Some(r.value) })
        })
        .collect();
    if how.overdue_days > 0
        && let Some(day) = how.due.and_then(said::chart_day)
    {
        values.push(charts::Reading { day, value: None });
    }
    let series = IndicatorSeries {
        unit: &c.unit,
        decimals: c.decimals,
        baseline: c.baseline_day.zip(c.baseline).and_then(|(day, value)| point(day, value)),
        targets: c
            .targets
            .iter()
            .filter_map(|target| point(target.day, goal(c.polarity, c.baseline, target)))
            .collect(),
        readings: values,
        path: ExpectedPath::Linear,
    };
    let (id, title) = (format!("grafico-{}", one.code), format!("{} {}", one.code, c.name));
    let frame = said::frame(visit, &id, &title, description);
    charts::for_screens(&frame, |frame| charts::indicator_line(frame, &series))
}
