//! Why step 1 says no, each with the message that says how to mend it.

use kernel::form::FieldError;
use store::StoreError;

use crate::import::{Problem, read::Refusal};

/// A refusal of step 1, or a failure below it.
#[derive(Debug, thiserror::Error)]
pub enum ProfileError {
    /// Fields of a form are wrong.
    #[error("{} fields are wrong", .0.len())]
    Invalid(Vec<FieldError>),
    /// No such record.
    #[error("no such record")]
    NotFound,
    /// Somebody else changed the record after the form was opened.
    #[error("the record changed meanwhile")]
    Stale,
    /// The file cannot be read as a table.
    #[error("file refused: {0:?}")]
    File(#[from] Refusal),
    /// The source cannot be read as services.
    #[error("source refused: {0:?}")]
    Source(crate::import::source::Fault),
    /// Nothing was fetched from an address.
    #[error("not fetched: {0}")]
    Fetch(crate::fetch::Fault),
    /// The columns are not matched with fields in a usable way.
    #[error("mapping refused: {0:?}")]
    Mapping(#[from] crate::import::mapping::MappingFault),
    /// Rows are wrong; nothing was saved.
    #[error("{} rows are wrong", .0.len())]
    Rows(Vec<Problem>),
    /// The register changed after the preview: what would be saved is not what was shown.
    #[error("the register changed after the preview")]
    Moved,
    /// The act is not open to who asks.
    #[error("not allowed")]
    NotAllowed,
    /// The act is not possible now; the message says why and what to do.
    #[error("refused: {0}")]
    Refused(&'static str),
    /// A link of a letter does not work.
    #[error("link refused: {0:?}")]
    Link(crate::confirm::LinkFault),
    /// A finding cannot go where it was sent.
    #[error("finding refused: {0:?}")]
    Finding(crate::findings::Refusal),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ProfileError {
    /// The message for a page, or none when it is a failure to be logged.
    pub fn key(&self) -> Option<&'static str> {
        Some(match self {
            Self::Invalid(_) => texts::key!("profile-invalid"),
            Self::NotFound => texts::key!("profile-not-found"),
            Self::Stale => texts::key!("profile-stale"),
            Self::File(refusal) => refusal.key(),
            Self::Source(fault) => fault.key(),
            Self::Fetch(fault) => fault.key(),
            Self::Mapping(fault) => fault.key(),
            Self::Rows(_) => texts::key!("profile-import-rows-wrong"),
            Self::Moved => texts::key!("profile-import-moved"),
            Self::NotAllowed => texts::key!("profile-not-allowed"),
            Self::Refused(key) => key,
            Self::Link(fault) => fault.key(),
            Self::Finding(refusal) => refusal.key(),
            Self::Store(_) => return None,
        })
    }

    /// The number its message speaks of (`n`).
    pub fn n(&self) -> Option<i64> {
        match self {
            Self::Invalid(errors) => Some(errors.len() as i64),
            Self::Rows(problems) => Some(problems.len() as i64),
            Self::File(refusal) => refusal.limit(),
            Self::Source(fault) => fault.limit(),
            Self::Fetch(fault) => fault.n(),
            _ => None,
        }
    }
}

impl From<crate::findings::Refusal> for ProfileError {
    fn from(refusal: crate::findings::Refusal) -> Self {
        Self::Finding(refusal)
    }
}

impl From<sea_orm::DbErr> for ProfileError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Store(error.into())
    }
}
