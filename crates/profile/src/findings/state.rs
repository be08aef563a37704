//! What may become of a finding: `docs/state-machines/finding.md`.

use jiff::civil::Date;

/// Where a finding stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FindingState {
    /// Waits for a decision.
    Open,
    /// Taken seriously: it became a need.
    Accepted,
    /// To be looked at again on a day.
    Postponed,
    /// Not to be followed, with a reason.
    Dismissed,
    /// The rule no longer notices it.
    Resolved,
}

/// Why a decision is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Another decision stands.
    Decided,
    /// The rule no longer notices it.
    Gone,
    /// There is no decision to take back.
    NotDecided,
    /// The day to look again is not in the future.
    NotLater,
}

impl Refusal {
    /// Its message.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Decided => texts::key!("finding-refused-decided"),
            Self::Gone => texts::key!("finding-refused-gone"),
            Self::NotDecided => texts::key!("finding-refused-not-decided"),
            Self::NotLater => texts::key!("finding-refused-not-later"),
        }
    }
}

impl FindingState {
    /// Every state, in the order of the page.
    pub const ALL: [Self; 5] =
        [Self::Open, Self::Postponed, Self::Accepted, Self::Dismissed, Self::Resolved];

    /// The code kept.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Accepted => "accepted",
            Self::Postponed => "postponed",
            Self::Dismissed => "dismissed",
            Self::Resolved => "resolved",
        }
    }

    /// The state of a code.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Its word.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Open => texts::key!("finding-state-open"),
            Self::Accepted => texts::key!("finding-state-accepted"),
            Self::Postponed => texts::key!("finding-state-postponed"),
            Self::Dismissed => texts::key!("finding-state-dismissed"),
            Self::Resolved => texts::key!("finding-state-resolved"),
        }
    }

    const fn undecided(self) -> Result<(), Refusal> {
        match self {
            Self::Open | Self::Postponed => Ok(()),
            Self::Accepted | Self::Dismissed => Err(Refusal::Decided),
            Self::Resolved => Err(Refusal::Gone),
        }
    }

    /// open, postponed → accepted
    pub fn accept(self) -> Result<Self, Refusal> {
        self.undecided().map(|()| Self::Accepted)
    }

    /// open, postponed → postponed
    pub fn postpone(self, until: Date, today: Date) -> Result<Self, Refusal> {
        self.undecided()?;
        if until <= today { Err(Refusal::NotLater) } else { Ok(Self::Postponed) }
    }

    /// open, postponed → dismissed
    pub fn dismiss(self) -> Result<Self, Refusal> {
        self.undecided().map(|()| Self::Dismissed)
    }

    /// postponed, dismissed → open
    pub const fn take_back(self) -> Result<Self, Refusal> {
        match self {
            Self::Postponed | Self::Dismissed => Ok(Self::Open),
            // The need it became has a life of its own.
            Self::Accepted => Err(Refusal::Decided),
            Self::Open => Err(Refusal::NotDecided),
            Self::Resolved => Err(Refusal::Gone),
        }
    }

    /// A new look that notices it: resolved → open; postponed → open on its day.
    #[must_use]
    pub fn seen(self, until: Option<Date>, today: Date) -> Self {
        match self {
            Self::Resolved => Self::Open,
            Self::Postponed if until.is_none_or(|day| day <= today) => Self::Open,
            other => other,
        }
    }

    /// A new look that no longer notices it: open, accepted, postponed → resolved.
    ///
    /// A dismissed one stays so: should it return, nobody has to say no twice.
    #[must_use]
    pub const fn gone(self) -> Self {
        match self {
            Self::Dismissed => Self::Dismissed,
            _ => Self::Resolved,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_are_those_of_the_picture() {
        use FindingState::{Accepted, Dismissed, Open, Postponed, Resolved};
        let (today, later) = (Date::constant(2026, 7, 1), Date::constant(2026, 9, 1));
        for from in [Open, Postponed] {
            assert_eq!(from.accept(), Ok(Accepted));
            assert_eq!(from.dismiss(), Ok(Dismissed));
            assert_eq!(from.postpone(later, today), Ok(Postponed));
            assert_eq!(from.postpone(today, today), Err(Refusal::NotLater));
        }
        assert_eq!(Accepted.accept(), Err(Refusal::Decided));
        assert_eq!(Dismissed.postpone(later, today), Err(Refusal::Decided));
        assert_eq!(Resolved.dismiss(), Err(Refusal::Gone));
        assert_eq!(Dismissed.take_back(), Ok(Open));
        assert_eq!(Open.take_back(), Err(Refusal::NotDecided));
        assert_eq!(Accepted.take_back(), Err(Refusal::Decided));
        assert_eq!(Postponed.seen(Some(later), today), Postponed);
        assert_eq!(Postponed.seen(Some(today), today), Open);
        assert_eq!(Resolved.seen(None, today), Open);
        assert_eq!(Dismissed.seen(None, today), Dismissed);
        assert_eq!([Open, Accepted, Postponed].map(FindingState::gone), [Resolved; 3]);
        assert_eq!(Dismissed.gone(), Dismissed);
        for state in FindingState::ALL {
            assert_eq!(FindingState::parse(state.code()), Some(state));
        }
    }
}
