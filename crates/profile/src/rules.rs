//! Pure decisions on records: how complete one is, what changed, what may be shown.

use crate::{fields::Field, model::Values};

/// Share of the essential fields that are filled, 0 to 100, rounded down.
pub fn completeness(fields: &[Field], values: &Values) -> i64 {
    let essential = fields.iter().zip(&values.0).filter(|(field, _)| field.essential);
    let (all, filled) = essential
        .fold((0, 0), |(all, filled), (_, value)| (all + 1, filled + i64::from(!value.is_empty())));
    if all == 0 { 100 } else { filled * 100 / all }
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
}
