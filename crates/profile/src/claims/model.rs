//! A claim and its states. Picture: `docs/state-machines/claim.md`.

use kernel::id::Uuid;
use texts::key;

kernel::define_id!(
    /// A claim to keep a card.
    ClaimId
);

/// Where a claim is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ClaimState {
    /// Waits for staff.
    Pending,
    /// The actor keeps the card.
    Accepted,
    /// Staff said no.
    Refused,
    /// Who asked gave it up.
    Withdrawn,
    /// The actor kept the card and does so no more.
    Revoked,
}

/// The arrow is not drawn from here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotFromHere;

impl ClaimState {
    /// Every state.
    pub const ALL: [Self; 5] =
        [Self::Pending, Self::Accepted, Self::Refused, Self::Withdrawn, Self::Revoked];

    /// The word kept.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Accepted => "accepted",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
            Self::Revoked => "revoked",
        }
    }

    /// The state a word stands for.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// The key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Pending => key!("claim-state-pending"),
            Self::Accepted => key!("claim-state-accepted"),
            Self::Refused => key!("claim-state-refused"),
            Self::Withdrawn => key!("claim-state-withdrawn"),
            Self::Revoked => key!("claim-state-revoked"),
        }
    }

    fn step(self, from: Self, to: Self) -> Result<Self, NotFromHere> {
        if self == from { Ok(to) } else { Err(NotFromHere) }
    }

    /// Pending -> Accepted
    pub fn accept(self) -> Result<Self, NotFromHere> {
        self.step(Self::Pending, Self::Accepted)
    }

    /// Pending -> Refused
    pub fn refuse(self) -> Result<Self, NotFromHere> {
        self.step(Self::Pending, Self::Refused)
    }

    /// Pending -> Withdrawn
    pub fn withdraw(self) -> Result<Self, NotFromHere> {
        self.step(Self::Pending, Self::Withdrawn)
    }

    /// Accepted -> Revoked
    pub fn revoke(self) -> Result<Self, NotFromHere> {
        self.step(Self::Accepted, Self::Revoked)
    }
}

/// A claim with the card it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// Which one.
    pub id: Uuid,
    /// The service.
    pub service: Uuid,
    /// Code of the service.
    pub service_code: String,
    /// Name of the service.
    pub service_name: String,
    /// The actor that keeps the card, or kept it.
    pub actor: Option<Uuid>,
    /// The organisation as it was written.
    pub organisation: String,
    /// Who asks.
    pub person: kernel::PersonId,
    /// Why.
    pub why: String,
    /// Where it is.
    pub state: ClaimState,
    /// What staff answered.
    pub answer: String,
    /// When it came, UTC milliseconds.
    pub created_at: i64,
    /// When it was decided, UTC milliseconds.
    pub decided_at: Option<i64>,
}

#[cfg(test)]
mod tests {
    use super::ClaimState as S;

    #[test]
    fn only_the_drawn_arrows_exist() {
        for state in S::ALL {
            let waits = state == S::Pending;
            assert_eq!(state.accept().is_ok(), waits);
            assert_eq!(state.refuse().is_ok(), waits);
            assert_eq!(state.withdraw().is_ok(), waits);
            assert_eq!(state.revoke().is_ok(), state == S::Accepted);
            assert_eq!(S::parse(state.code()), Some(state));
        }
    }
}
