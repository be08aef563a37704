//! The rules of progress as properties.

use agenda::{Frequency, IndicatorContent, Polarity, Target};
use jiff::{ToSpan, civil::Date};
use kernel::id::Uuid;
use monitoring::{
    Reading, Status,
    rules::{GRACE_DAYS, assess, expected, next_due, progress},
};
use proptest::prelude::*;

const START: Date = Date::constant(2026, 1, 1);
const END: Date = Date::constant(2027, 1, 1);

fn target(min: f64, max: f64) -> Target {
    Target { day: END, min, max }
}

fn reading(day: Date, value: f64) -> Reading {
    Reading {
        id: Uuid::nil(),
        indicator: Uuid::nil(),
        day,
        value,
        numerator: None,
        denominator: None,
        evidence: String::new(),
        comment: String::new(),
        validated: true,
        supersedes: None,
        reason: String::new(),
        demonstrative: false,
        recorded_at: 0,
        corrected: false,
    }
}

fn indicator(polarity: Polarity, base: f64, min: f64, max: f64) -> IndicatorContent {
    IndicatorContent {
        polarity: Some(polarity),
        baseline: Some(base),
        baseline_day: Some(START),
        targets: vec![target(min, max)],
        frequency: Some(Frequency::Quarterly),
        ..IndicatorContent::default()
    }
}

#[test]
fn progress_by_example() {
    for (polarity, base, min, max, value, is) in [
        (Polarity::Higher, 169.0, 220.0, 220.0, 196.0, 27.0 / 51.0),
        (Polarity::Higher, 0.0, 13.0, 13.0, 20.0, 1.0),
        (Polarity::Higher, 10.0, 20.0, 20.0, 5.0, 0.0),
        (Polarity::Lower, 41.0, 20.0, 20.0, 30.5, 0.5),
        (Polarity::Lower, 41.0, 20.0, 20.0, 50.0, 0.0),
        (Polarity::Range, 4.0, 8.0, 12.0, 6.0, 0.5),
        (Polarity::Range, 4.0, 8.0, 12.0, 12.0, 1.0),
        (Polarity::Range, 4.0, 8.0, 12.0, 14.0, 0.5),
        (Polarity::Range, 10.0, 8.0, 12.0, 13.0, 0.0),
        (Polarity::Higher, 100.0, 100.0, 100.0, 100.0, 1.0),
        (Polarity::Higher, 100.0, 100.0, 100.0, 99.0, 0.0),
    ] {
        let got = progress(polarity, base, &target(min, max), value);
        assert!((got - is).abs() < 1e-9, "{polarity:?} {base} {min}..{max} {value}: {got}");
    }
}

#[test]
fn the_path_bends_at_each_target() {
    let half = Target::value(Date::constant(2026, 7, 2), 20.0);
    let targets = [half, target(100.0, 100.0)];
    let on = |day| expected(Polarity::Higher, (START, 0.0), &targets, day);
    assert!((on(START)).abs() < 1e-9);
    assert!((on(Date::constant(2026, 4, 2)) - 0.1).abs() < 1e-9);
    assert!((on(half.day) - 0.2).abs() < 1e-9);
    assert!((on(END) - 1.0).abs() < 1e-9);
    assert!((on(Date::constant(2030, 1, 1)) - 1.0).abs() < 1e-9);
}

#[test]
fn statuses_by_example() {
    let one = indicator(Polarity::Higher, 0.0, 100.0, 100.0);
    let july = Date::constant(2026, 7, 2);
    let status = |readings: &[Reading], today| assess(&one, readings, START, false, today).status;
    assert_eq!(status(&[], july), Status::NoData);
    assert_eq!(status(&[reading(july, 50.0)], july), Status::OnTrack);
    assert_eq!(status(&[reading(july, 49.0)], july), Status::Behind);
    assert_eq!(status(&[reading(july, 100.0)], july), Status::Reached);
    assert_eq!(status(&[reading(july, 100.0)], Date::constant(2026, 10, 17)), Status::Reached);
    assert_eq!(status(&[reading(july, 100.0)], Date::constant(2026, 10, 18)), Status::LateData);
    // Once the last target's day was read, nothing more is due.
    assert_eq!(status(&[reading(END, 100.0)], Date::constant(2030, 1, 1)), Status::Reached);
    // What is not validated, corrected, or of tomorrow does not count.
    let provisional = Reading { validated: false, ..reading(july, 100.0) };
    let corrected = Reading { corrected: true, ..reading(july, 100.0) };
    assert_eq!(status(&[provisional, corrected, reading(END, 100.0)], july), Status::NoData);
    assert_eq!(assess(&one, &[], START, false, July::LATE).overdue_days, 92);
}

struct July;
impl July {
    /// The first reading was due on 1 April; this is 92 days later.
    const LATE: Date = Date::constant(2026, 7, 2);
}

#[test]
fn a_baseline_still_to_be_measured_is_the_first_reading() {
    let one = IndicatorContent {
        baseline: None,
        baseline_day: None,
        baseline_due: Some(Date::constant(2026, 3, 1)),
        ..indicator(Polarity::Lower, 0.0, 20.0, 20.0)
    };
    assert_eq!(next_due(&one, None, START), Some(Date::constant(2026, 3, 1)));
    let first = reading(Date::constant(2026, 2, 1), 40.0);
    let second = reading(Date::constant(2026, 5, 1), 30.0);
    let got = assess(&one, &[first, second], START, false, Date::constant(2026, 5, 2));
    assert_eq!((got.status, got.progress), (Status::OnTrack, Some(0.5)));
}

fn any_polarity() -> impl Strategy<Value = Polarity> {
    prop_oneof![Just(Polarity::Higher), Just(Polarity::Lower), Just(Polarity::Range)]
}

proptest! {
    #[test]
    fn progress_stays_between_nothing_and_all(
        polarity in any_polarity(), base in -1e6..1e6_f64, a in -1e6..1e6_f64, b in -1e6..1e6_f64, value in -1e6..1e6_f64
    ) {
        let (min, max) = if polarity == Polarity::Range { (a.min(b), a.max(b)) } else { (a, a) };
        let share = progress(polarity, base, &target(min, max), value);
        prop_assert!((0.0..=1.0).contains(&share));
        let there = match polarity {
            Polarity::Higher => value >= min,
            Polarity::Lower => value <= max,
            Polarity::Range => value >= min && value <= max,
        };
        prop_assert_eq!(share >= 1.0, there, "all the way exactly when the target is met");
    }

    #[test]
    fn a_better_value_never_means_less_progress(base in -1e6..1e6_f64, goal in -1e6..1e6_f64, v in -1e6..1e6_f64, w in -1e6..1e6_f64) {
        let (low, high) = (v.min(w), v.max(w));
        let up = |value| progress(Polarity::Higher, base, &target(goal, goal), value);
        let down = |value| progress(Polarity::Lower, base, &target(goal, goal), value);
        prop_assert!(up(low) <= up(high));
        prop_assert!(down(high) <= down(low));
        // The two directions are mirror images.
        let mirrored = progress(Polarity::Lower, -base, &target(-goal, -goal), -v);
        prop_assert!((up(v) - mirrored).abs() < 1e-12);
    }

    #[test]
    fn missing_or_late_is_never_good(
        polarity in any_polarity(), base in -100.0..100.0_f64, goal in -100.0..100.0_f64,
        values in prop::collection::vec((0..360_i32, -100.0..100.0_f64), 0..5), ahead in 0..900_i32
    ) {
        let one = indicator(polarity, base, goal, goal);
        let today = START.saturating_add(ahead.days());
        let readings: Vec<Reading> = values.iter().map(|(d, v)| reading(START.saturating_add((*d).days()), *v)).collect();
        let got = assess(&one, &readings, START, false, today);
        let late = got.due.is_some_and(|due| today > due.saturating_add(GRACE_DAYS.days()));
        if late || got.latest.is_none() {
            prop_assert!(!got.status.is_good());
        }
        prop_assert_eq!(late, got.overdue_days > 0);
        prop_assert!(got.latest.is_none_or(|r| r.day <= today));
    }
}
