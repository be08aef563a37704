//! Pure decisions: how far an indicator has come, and whether that is far enough.

use agenda::{IndicatorContent, Polarity, Target};
use jiff::{ToSpan, civil::Date};
use serde::Serialize;

use crate::Reading;

/// Days after a reading is due before it counts as late: numbers need time to be collected.
pub const GRACE_DAYS: i32 = 15;

/// How an indicator stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// A reading was due and did not come.
    LateData,
    /// There is no reading.
    NoData,
    /// Less far than the path to the target asks.
    Behind,
    /// As far as the path to the target asks.
    OnTrack,
    /// At the target.
    Reached,
}

impl Status {
    /// All of them, the most worrying first.
    pub const ALL: [Self; 5] =
        [Self::LateData, Self::NoData, Self::Behind, Self::OnTrack, Self::Reached];

    /// The word for machines.
    pub const fn code(self) -> &'static str {
        match self {
            Self::LateData => "late_data",
            Self::NoData => "no_data",
            Self::Behind => "behind",
            Self::OnTrack => "on_track",
            Self::Reached => "reached",
        }
    }

    /// The key of its name on a page.
    pub const fn key(self) -> &'static str {
        match self {
            Self::LateData => texts::key!("monitoring-status-late-data"),
            Self::NoData => texts::key!("monitoring-status-no-data"),
            Self::Behind => texts::key!("monitoring-status-behind"),
            Self::OnTrack => texts::key!("monitoring-status-on-track"),
            Self::Reached => texts::key!("monitoring-status-reached"),
        }
    }

    /// Whether a page may show it as good.
    pub const fn is_good(self) -> bool {
        matches!(self, Self::OnTrack | Self::Reached)
    }
}

/// How far a value is from the start (0) to the target (1), never outside.
///
/// `(v - b) / (t - b)`, with the sign of the direction (`domain.md` 6.5). For a range it is how much of the
/// distance from the range is gone. Where the start is as good as the target already, a value that keeps it is 1
/// and any other is 0.
pub fn progress(polarity: Polarity, base: f64, target: &Target, value: f64) -> f64 {
    let share = match polarity {
        Polarity::Higher => towards(value - base, target.min - base, value >= target.min),
        Polarity::Lower => towards(base - value, base - target.max, value <= target.max),
        Polarity::Range => {
            let (gone, all) =
                (distance(target, base) - distance(target, value), distance(target, base));
            towards(gone, all, distance(target, value) <= 0.0)
        }
    };
    share.clamp(0.0, 1.0)
}

fn towards(gone: f64, all: f64, there: bool) -> f64 {
    if there {
        1.0
    } else if all > 0.0 {
        // Rounding alone must not make a value that falls short look like the target.
        (gone / all).min(1.0 - f64::EPSILON)
    } else {
        0.0
    }
}

fn distance(target: &Target, value: f64) -> f64 {
    (target.min - value).max(value - target.max).max(0.0)
}

/// How far one should be on a day: a straight line from the start through each target to the last.
///
/// For a range the line is by time alone: its earlier targets do not bend it.
pub fn expected(polarity: Polarity, start: (Date, f64), targets: &[Target], day: Date) -> f64 {
    let Some(last) = targets.last() else { return 0.0 };
    let mut from = (start.0, 0.0);
    for target in targets {
        if polarity == Polarity::Range && target.day != last.day {
            continue;
        }
        let value = if polarity == Polarity::Lower { target.max } else { target.min };
        let to =
            if target.day == last.day { 1.0 } else { progress(polarity, start.1, last, value) };
        if day <= target.day {
            let (passed, all) = (days(from.0, day), days(from.0, target.day));
            let share = if all > 0.0 { (passed / all).clamp(0.0, 1.0) } else { 1.0 };
            return from.1 + (to - from.1) * share;
        }
        from = (target.day, to);
    }
    1.0
}

fn days(from: Date, to: Date) -> f64 {
    f64::from(to.since(from).map_or(0, |span| span.get_days()))
}

/// How an indicator stands on a day, and why.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Assessment {
    /// How it stands.
    pub status: Status,
    /// How far it is, 0 to 1; none without readings.
    pub progress: Option<f64>,
    /// How far it should have been on the day of the latest reading.
    pub expected: Option<f64>,
    /// The latest reading that counts.
    pub latest: Option<Reading>,
    /// When the next reading is due; none when no more are.
    pub due: Option<Date>,
    /// How many days ago a reading should have come; 0 when none is overdue.
    pub overdue_days: i32,
}

/// When the next reading of an indicator is due, given the day of the latest one.
pub fn next_due(indicator: &IndicatorContent, latest: Option<Date>, since: Date) -> Option<Date> {
    let end = indicator.targets.last()?.day;
    let months = indicator.frequency.and_then(agenda::Frequency::months);
    let after = |day: Date| match months {
        Some(months) => day.saturating_add(months.months()).min(end),
        None => end,
    };
    match latest {
        Some(day) if day >= end => None,
        Some(day) => {
            let target = indicator.targets.iter().map(|t| t.day).find(|t| *t > day).unwrap_or(end);
            Some(after(day).min(target))
        }
        None => Some(match (indicator.baseline, indicator.baseline_due) {
            (None, Some(due)) => due,
            _ => after(indicator.baseline_day.map_or(since, |day| day.max(since))),
        }),
    }
}

/// How an indicator stands: `since` is the day of the approval, `closed` says that no more readings are due.
pub fn assess(
    indicator: &IndicatorContent,
    readings: &[Reading],
    since: Date,
    closed: bool,
    today: Date,
) -> Assessment {
    let mut counting: Vec<&Reading> =
        readings.iter().filter(|r| r.counts() && r.day <= today).collect();
    counting.sort_by_key(|r| (r.day, r.recorded_at));
    let latest = counting.last().copied();
    let due = if closed { None } else { next_due(indicator, latest.map(|r| r.day), since) };
    let late_from = due.map(|due| due.saturating_add(GRACE_DAYS.days()));
    let late = late_from.is_some_and(|from| today > from);
    let overdue_days = if late { due.map_or(0, |due| days(due, today) as i32) } else { 0 };
    let mut out = Assessment {
        status: Status::NoData,
        progress: None,
        expected: None,
        latest: latest.cloned(),
        due,
        overdue_days,
    };
    let (Some(latest), Some(polarity), Some(target)) =
        (latest, indicator.polarity, indicator.targets.last())
    else {
        return out;
    };
    // A start still to be measured is the first reading.
    let start = match (indicator.baseline, counting.first()) {
        (Some(base), _) => (indicator.baseline_day.unwrap_or(since), base),
        (None, Some(first)) => (first.day, first.value),
        (None, None) => return out,
    };
    let reached = progress(polarity, start.1, target, latest.value);
    let asked = expected(polarity, start, &indicator.targets, latest.day);
    out.progress = Some(reached);
    out.expected = Some(asked);
    out.status = if late {
        Status::LateData
    } else if reached >= 1.0 {
        Status::Reached
    } else if reached + 1e-9 >= asked {
        Status::OnTrack
    } else {
        Status::Behind
    };
    out
}
