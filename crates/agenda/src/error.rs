//! What the rules of the Agenda refuse.

use kernel::form::FieldError;
use participation::ParticipationError;
use sea_orm::DbErr;
use store::StoreError;
use texts::key;
use workday::WorkdayError;

use crate::{ActionState, IndicatorState, VersionState, rules::Gap};

/// A refusal, or a failure below.
#[derive(Debug, thiserror::Error)]
pub enum AgendaError {
    /// Fields to mend.
    #[error("{} fields to mend", .0.len())]
    Invalid(Vec<FieldError>),
    /// No such action, result, indicator or version.
    #[error("not found")]
    NotFound,
    /// The Agenda cannot be approved yet; each gap says why.
    #[error("{} things are missing", .0.len())]
    Incomplete(Vec<Gap>),
    /// The arrow does not leave from where the action is.
    #[error("not possible for an action that is {}", .0.code())]
    WrongActionState(ActionState),
    /// The arrow does not leave from where the indicator is.
    #[error("not possible for an indicator that is {}", .0.code())]
    WrongIndicatorState(IndicatorState),
    /// The arrow does not leave from where the version is.
    #[error("not possible for a version that is {}", .0.code())]
    WrongVersionState(VersionState),
    /// A draft is open already.
    #[error("a draft is open already")]
    DraftOpen,
    /// There is no draft to work on.
    #[error("no draft is open")]
    NoDraft,
    /// An approved version waits to be published first.
    #[error("an approved version waits to be published")]
    PublishFirst,
    /// The public is owed a reason.
    #[error("a reason is needed")]
    ReasonNeeded,
    /// The result still has indicators.
    #[error("the result has indicators")]
    ResultInUse,
    /// The indicator has readings: it can be closed, not removed.
    #[error("the indicator has readings")]
    IndicatorInUse,
    /// The stored version does not match its fingerprint.
    #[error("the version does not match its fingerprint")]
    Tampered,
    /// An idea cannot become part of an action.
    #[error(transparent)]
    Idea(ParticipationError),
    /// The working day has no published result.
    #[error("the working day has no published result")]
    NoResult,
    /// The action comes from that thing already.
    #[error("the origin is there already")]
    OriginKnown,
    /// The database or its surroundings failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<DbErr> for AgendaError {
    fn from(error: DbErr) -> Self {
        Self::Store(error.into())
    }
}

impl From<profile::ProfileError> for AgendaError {
    fn from(error: profile::ProfileError) -> Self {
        match error {
            profile::ProfileError::Store(error) => Self::Store(error),
            other => Self::Store(StoreError::Corrupt(other.to_string())),
        }
    }
}

impl From<ParticipationError> for AgendaError {
    fn from(error: ParticipationError) -> Self {
        match error {
            ParticipationError::Store(error) => Self::Store(error),
            other => Self::Idea(other),
        }
    }
}

impl From<WorkdayError> for AgendaError {
    fn from(error: WorkdayError) -> Self {
        match error {
            WorkdayError::Store(error) => Self::Store(error),
            WorkdayError::DayNotFound => Self::NotFound,
            _ => Self::NoResult,
        }
    }
}

impl AgendaError {
    /// The key of the message that says what to do next.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Invalid(_) => key!("agenda-error-invalid"),
            Self::NotFound => key!("agenda-error-not-found"),
            Self::Incomplete(_) => key!("agenda-error-incomplete"),
            Self::WrongActionState(_) => key!("agenda-error-action-state"),
            Self::WrongIndicatorState(_) => key!("agenda-error-indicator-state"),
            Self::WrongVersionState(_) => key!("agenda-error-version-state"),
            Self::DraftOpen => key!("agenda-error-draft-open"),
            Self::NoDraft => key!("agenda-error-no-draft"),
            Self::PublishFirst => key!("agenda-error-publish-first"),
            Self::ReasonNeeded => key!("agenda-error-reason"),
            Self::ResultInUse => key!("agenda-error-result-in-use"),
            Self::IndicatorInUse => key!("agenda-error-indicator-in-use"),
            Self::Tampered => key!("agenda-error-tampered"),
            Self::Idea(error) => error.key(),
            Self::NoResult => key!("agenda-error-no-result"),
            Self::OriginKnown => key!("agenda-error-origin-known"),
            Self::Store(_) => key!("agenda-error-store"),
        }
    }

    /// The key of the state that the message names as `$state`, when it names one.
    pub fn state_key(&self) -> Option<&'static str> {
        match self {
            Self::WrongActionState(state) => Some(state.key()),
            Self::WrongIndicatorState(state) => Some(state.key()),
            Self::WrongVersionState(state) => Some(state.key()),
            _ => None,
        }
    }
}
