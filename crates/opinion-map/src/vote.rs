//! What people say, and about what.

use serde::{Deserialize, Serialize};

/// Who votes: any number that names one person in one conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ParticipantId(pub u64);

/// What is voted on: any number that names one statement in one conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StatementId(pub u64);

/// What a person says about a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Choice {
    /// Seen, and neither for nor against: 0.
    Pass,
    /// For: +1.
    Agree,
    /// Against: -1.
    Disagree,
}

impl Choice {
    /// The number the mathematics sees: +1, -1 or 0.
    pub fn value(self) -> i8 {
        match self {
            Self::Pass => 0,
            Self::Agree => 1,
            Self::Disagree => -1,
        }
    }

    /// The choice written as +1, -1 or 0 in public exports; `None` for another number.
    pub fn from_value(value: i8) -> Option<Self> {
        match value {
            0 => Some(Self::Pass),
            1 => Some(Self::Agree),
            -1 => Some(Self::Disagree),
            _ => None,
        }
    }

    pub(crate) fn code(self) -> u32 {
        match self {
            Self::Pass => 0,
            Self::Agree => 1,
            Self::Disagree => 2,
        }
    }

    pub(crate) fn from_code(code: u32) -> Self {
        match code & 3 {
            1 => Self::Agree,
            2 => Self::Disagree,
            _ => Self::Pass,
        }
    }

    /// What counts when somebody said both at the same instant: that they did not decide.
    pub(crate) fn at_once_with(self, other: Self) -> Self {
        if self == other { self } else { Self::Pass }
    }
}

/// One choice of one person about one statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Vote {
    /// Who.
    pub participant: ParticipantId,
    /// About what.
    pub statement: StatementId,
    /// What they say.
    pub choice: Choice,
    /// When, in any unit that grows (milliseconds in public exports). The last vote of a
    /// person on a statement counts; two different ones at the same instant count as a pass.
    pub time: i64,
}

impl Vote {
    /// A vote from plain numbers.
    pub fn new(participant: u64, statement: u64, choice: Choice, time: i64) -> Self {
        Self {
            participant: ParticipantId(participant),
            statement: StatementId(statement),
            choice,
            time,
        }
    }
}

/// What moderation decided about a statement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Not yet looked at (0): counts, unless moderation is strict.
    #[default]
    Waiting,
    /// Accepted (1).
    Accepted,
    /// Rejected (-1): does not count.
    Rejected,
}

/// The moderation state of one statement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Moderation {
    /// What moderation decided.
    pub verdict: Verdict,
    /// Asks who people are rather than what they think: kept out of the map.
    pub meta: bool,
}

impl Moderation {
    /// A statement that moderation rejected.
    pub const REJECTED: Self = Self { verdict: Verdict::Rejected, meta: false };
    /// A statement that moderation accepted.
    pub const ACCEPTED: Self = Self { verdict: Verdict::Accepted, meta: false };
    /// An accepted statement that asks who people are.
    pub const META: Self = Self { verdict: Verdict::Accepted, meta: true };
}
