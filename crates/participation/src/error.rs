//! What listening refuses, each with a message that says how to mend it.

use kernel::form::FieldError;
use store::StoreError;
use texts::key;

use crate::model::{IdeaRefusal, PathRefusal};

/// Why a use case of listening did not happen.
#[derive(Debug, thiserror::Error)]
pub enum ParticipationError {
    /// Fields of a form to mend.
    #[error("invalid fields")]
    Invalid(Vec<FieldError>),
    /// The body has no such path.
    #[error("no such path")]
    NoSuchPath,
    /// The path has no such phase.
    #[error("no such phase")]
    NoSuchPhase,
    /// The body has no such idea.
    #[error("no such idea")]
    NoSuchIdea,
    /// No idea of the body has this code.
    #[error("no such code")]
    NoSuchCode,
    /// The idea has no such comment.
    #[error("no such comment")]
    NoSuchComment,
    /// Another path of the body has this address.
    #[error("the address is taken")]
    SlugTaken,
    /// The path does not take ideas today.
    #[error("the path is not listening")]
    NotListening,
    /// The idea is no longer supported: it is voted or decided.
    #[error("support is closed")]
    SupportClosed,
    /// A path cannot end while ideas wait for an answer.
    #[error("{0} ideas lack an answer")]
    IdeasUnanswered(i64),
    /// The path does not take this step.
    #[error(transparent)]
    Path(#[from] PathRefusal),
    /// The idea does not take this step.
    #[error(transparent)]
    Idea(#[from] IdeaRefusal),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<sea_orm::DbErr> for ParticipationError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Store(error.into())
    }
}

impl ParticipationError {
    /// The key of the message.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Invalid(_) => key!("participation-invalid"),
            Self::NoSuchPath => key!("participation-no-such-path"),
            Self::NoSuchPhase => key!("participation-no-such-phase"),
            Self::NoSuchIdea => key!("participation-no-such-idea"),
            Self::NoSuchCode => key!("participation-no-such-code"),
            Self::NoSuchComment => key!("participation-no-such-comment"),
            Self::SlugTaken => key!("participation-slug-taken"),
            Self::NotListening => key!("participation-not-listening"),
            Self::SupportClosed => key!("participation-support-closed"),
            Self::IdeasUnanswered(_) => key!("participation-ideas-unanswered"),
            Self::Path(refusal) => refusal.key(),
            Self::Idea(refusal) => refusal.key(),
            Self::Store(_) => key!("participation-store"),
        }
    }

    /// The number the message speaks of (`n`).
    pub fn n(&self) -> Option<i64> {
        match self {
            Self::IdeasUnanswered(n) => Some(*n),
            Self::Invalid(fields) => Some(fields.len() as i64),
            _ => None,
        }
    }
}
