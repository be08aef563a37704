//! A request to confirm a card and the link that answers it. Picture: `docs/state-machines/card_request.md`.

use kernel::{Instant, id::Uuid};
use texts::key;

use crate::claims::model::NotFromHere;

kernel::define_id!(
    /// A request to confirm a card.
    RequestId
);

/// Days for which a link works.
pub const DAYS: i64 = 30;

/// Days without an answer after which one reminder goes out.
pub const REMIND_AFTER_DAYS: i64 = 14;

/// Days after which the address of a request is forgotten: a year, and the time to ask once more.
pub const FORGET_AFTER_DAYS: i64 = 400;

/// Where a request is. That a sent one has expired comes of its date and is kept nowhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RequestState {
    /// The letter left; its link works until it expires.
    Sent,
    /// "It is all right."
    Confirmed,
    /// "Something has changed": a proposal waits for staff.
    Changed,
    /// Staff took it back.
    Withdrawn,
}

impl RequestState {
    /// Every state.
    pub const ALL: [Self; 4] = [Self::Sent, Self::Confirmed, Self::Changed, Self::Withdrawn];

    /// The word kept.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Confirmed => "confirmed",
            Self::Changed => "changed",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The state a word stands for.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    fn step(self, to: Self) -> Result<Self, NotFromHere> {
        if self == Self::Sent { Ok(to) } else { Err(NotFromHere) }
    }

    /// Sent -> Sent (a further letter)
    pub fn send_again(self) -> Result<Self, NotFromHere> {
        self.step(Self::Sent)
    }

    /// Sent -> Confirmed
    pub fn confirm(self) -> Result<Self, NotFromHere> {
        self.step(Self::Confirmed)
    }

    /// Sent -> Changed
    pub fn change(self) -> Result<Self, NotFromHere> {
        self.step(Self::Changed)
    }

    /// Sent -> Withdrawn
    pub fn withdraw(self) -> Result<Self, NotFromHere> {
        self.step(Self::Withdrawn)
    }
}

/// Why a link does not work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkFault {
    /// No such link here: mistyped, cut by the mail program, or another body's.
    Unknown,
    /// Somebody already answered with it.
    Used,
    /// Too old.
    Expired,
    /// Staff took the question back.
    Withdrawn,
}

impl LinkFault {
    /// The key of what a page says.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Unknown => key!("confirm-link-unknown"),
            Self::Used => key!("confirm-link-used"),
            Self::Expired => key!("confirm-link-expired"),
            Self::Withdrawn => key!("confirm-link-withdrawn"),
        }
    }
}

/// A request with the card it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Which one.
    pub id: Uuid,
    /// The service.
    pub service: Uuid,
    /// Code of the service.
    pub service_code: String,
    /// Name of the service.
    pub service_name: String,
    /// Where the letter went; empty when it was forgotten.
    pub recipient: String,
    /// Where it is.
    pub state: RequestState,
    /// Whether nobody asked by hand.
    pub automatic: bool,
    /// When the last letter was written, UTC milliseconds.
    pub sent_at: i64,
    /// How many letters were written.
    pub sendings: i64,
    /// When its links stop working, UTC milliseconds.
    pub expires_at: i64,
    /// When it was answered or taken back, UTC milliseconds.
    pub closed_at: Option<i64>,
    /// Who answered, in words.
    pub answered_by: String,
}

impl Request {
    /// Whether its links still work, or why not.
    pub fn open(&self, now: Instant) -> Result<(), LinkFault> {
        match self.state {
            RequestState::Sent if self.expires_at <= now.0 => Err(LinkFault::Expired),
            RequestState::Sent => Ok(()),
            RequestState::Confirmed | RequestState::Changed => Err(LinkFault::Used),
            RequestState::Withdrawn => Err(LinkFault::Withdrawn),
        }
    }

    /// The key of its state in words, expired among them.
    pub fn state_key(&self, now: Instant) -> &'static str {
        match (self.state, self.open(now)) {
            (RequestState::Sent, Err(_)) => key!("confirm-state-expired"),
            (RequestState::Sent, Ok(())) => key!("confirm-state-sent"),
            (RequestState::Confirmed, _) => key!("confirm-state-confirmed"),
            (RequestState::Changed, _) => key!("confirm-state-changed"),
            (RequestState::Withdrawn, _) => key!("confirm-state-withdrawn"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RequestState as S;

    #[test]
    fn an_answer_is_given_once() {
        for state in S::ALL {
            for arrow in [state.send_again(), state.confirm(), state.change(), state.withdraw()] {
                assert_eq!(arrow.is_ok(), state == S::Sent);
            }
            assert_eq!(S::parse(state.code()), Some(state));
        }
    }
}
