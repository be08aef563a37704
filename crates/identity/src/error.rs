//! Why a request about bodies or people was refused.

use kernel::form::FieldError;
use store::StoreError;
use texts::{Args, key};

/// A refusal the person can mend, or a failure of the store.
#[derive(Debug, thiserror::Error)]
pub enum IdentityError {
    /// Some fields must be mended.
    #[error("{} fields refused", .0.len())]
    Invalid(Vec<FieldError>),
    /// Address and password do not go together (or there is no such account).
    #[error("wrong e-mail or password")]
    WrongCredentials,
    /// Too many failures: wait.
    #[error("too many attempts, wait {seconds} s")]
    Throttled {
        /// How long to wait.
        seconds: i64,
    },
    /// The password was right, but the address was never verified.
    #[error("e-mail not verified")]
    NotVerified,
    /// The link is unknown, used or too old.
    #[error("the link is not valid any more")]
    LinkSpent,
    /// There is no such body.
    #[error("no such body")]
    NoSuchBody,
    /// There is no such person.
    #[error("no such person")]
    NoSuchPerson,
    /// There is no such role, session or token.
    #[error("nothing to take away")]
    NothingThere,
    /// Who asks may not do this.
    #[error("not allowed")]
    NotAllowed,
    /// The body would remain without anybody who leads it.
    #[error("the last lead of the body")]
    LastLead,
    /// Too many passwords are being checked at once.
    #[error("busy")]
    Busy,
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl IdentityError {
    /// The key of the message for the person.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Invalid(_) => key!("identity-invalid"),
            Self::WrongCredentials => key!("identity-wrong-credentials"),
            Self::Throttled { .. } => key!("identity-throttled"),
            Self::NotVerified => key!("identity-not-verified"),
            Self::LinkSpent => key!("identity-link-spent"),
            Self::NoSuchBody => key!("identity-no-such-body"),
            Self::NoSuchPerson => key!("identity-no-such-person"),
            Self::NothingThere => key!("identity-nothing-there"),
            Self::NotAllowed => key!("identity-not-allowed"),
            Self::LastLead => key!("identity-last-lead"),
            Self::Busy => key!("identity-busy"),
            Self::Store(_) => key!("identity-store"),
        }
    }

    /// The arguments of the message.
    pub fn arguments(&self) -> Args<'static> {
        let mut args = Args::new();
        match self {
            Self::Invalid(errors) => args.set("n", errors.len()),
            Self::Throttled { seconds } => args.set("seconds", *seconds),
            _ => {}
        }
        args
    }

    /// One refused field.
    pub(crate) fn field(field: &'static str, key: &'static str) -> Self {
        Self::Invalid(vec![FieldError { field, key, n: None }])
    }
}

impl From<sea_orm::DbErr> for IdentityError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Store(error.into())
    }
}
