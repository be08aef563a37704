//! Pure decisions on records: how complete one is, what changed, what may be shown.

use jiff::{Span, civil::Date};

use crate::{fields::Field, model::Values};

/// Share of the essential fields that are filled, 0 to 100, rounded down.
pub fn completeness(fields: &[Field], values: &Values) -> i64 {
    let essential = fields.iter().zip(&values.0).filter(|(field, _)| field.essential);
    let (all, filled) = essential
        .fold((0, 0), |(all, filled), (_, value)| (all + 1, filled + i64::from(!value.is_empty())));
    if all == 0 { 100 } else { filled * 100 / all }
}

/// Months after which a record is to be checked again.
pub const STALE_AFTER_MONTHS: i64 = 12;

/// Whether nobody has checked a record (ISO day, empty when never) for too long.
pub fn is_stale(checked_on: &str, today: Date) -> bool {
    let limit = today.saturating_sub(Span::new().months(STALE_AFTER_MONTHS));
    checked_on.parse::<Date>().map_or(true, |day| day < limit)
}

/// How far a service's card is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CardState {
    /// Being written: not public.
    Draft,
    /// Written, not yet checked by who answers for it.
    ToVerify,
    /// Checked, less than a year ago.
    Verified,
    /// Checked, but too long ago.
    Expired,
}

impl CardState {
    /// The word in addresses, files and the API.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::ToVerify => "to_verify",
            Self::Verified => "verified",
            Self::Expired => "expired",
        }
    }
}

/// How far a card is today: what was kept, and whether its check still holds.
pub fn card_state(kept: &str, checked_on: &str, today: Date) -> CardState {
    match kept {
        "draft" => CardState::Draft,
        "verified" if is_stale(checked_on, today) => CardState::Expired,
        "verified" => CardState::Verified,
        _ => CardState::ToVerify,
    }
}

/// The number of a digital level (OntoPiA code), 0 to 5.
pub fn level_number(code: &str) -> Option<i64> {
    match code {
        "NONE" => Some(0),
        other => other.strip_prefix("LEVEL ")?.parse().ok(),
    }
}

/// The message that says what a digital level means (OntoPiA code).
pub fn level_key(code: &str) -> Option<&'static str> {
    Some(match code {
        "NONE" => texts::key!("profile-level-0"),
        "LEVEL 1" => texts::key!("profile-level-1"),
        "LEVEL 2" => texts::key!("profile-level-2"),
        "LEVEL 3" => texts::key!("profile-level-3"),
        "LEVEL 4" => texts::key!("profile-level-4"),
        "LEVEL 5" => texts::key!("profile-level-5"),
        _ => return None,
    })
}

/// A number of people that may be published: below five it would point at somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeopleCount {
    /// Nobody said.
    Unknown,
    /// One to four: the exact number is not shown.
    FewerThanFive,
    /// Zero, or five and more.
    Exactly(i64),
}

/// What may be shown of a number of people (statistical secrecy: threshold five).
pub const fn people_shown(count: Option<i64>) -> PeopleCount {
    match count {
        None => PeopleCount::Unknown,
        Some(1..=4) => PeopleCount::FewerThanFive,
        Some(n) => PeopleCount::Exactly(n),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_people_are_not_counted_in_public() {
        assert_eq!(people_shown(Some(3)), PeopleCount::FewerThanFive);
        assert_eq!(people_shown(Some(5)), PeopleCount::Exactly(5));
        assert_eq!(people_shown(Some(0)), PeopleCount::Exactly(0));
        assert_eq!(people_shown(None), PeopleCount::Unknown);
    }

    #[test]
    fn a_check_holds_for_a_year() {
        let today = Date::constant(2026, 7, 1);
        let state = |kept, checked| card_state(kept, checked, today);
        assert_eq!(state("draft", "2026-06-30"), CardState::Draft);
        assert_eq!(state("", "2026-06-30"), CardState::ToVerify);
        assert_eq!(state("verified", "2026-06-30"), CardState::Verified);
        assert_eq!(state("verified", "2025-06-30"), CardState::Expired);
        assert_eq!(state("verified", ""), CardState::Expired);
    }

    #[test]
    fn what_nobody_checked_for_a_year_is_stale() {
        let today = Date::constant(2026, 7, 1);
        assert!(is_stale("", today) && is_stale("2025-06-30", today));
        assert!(!is_stale("2025-07-01", today) && !is_stale("2026-06-30", today));
    }
}
