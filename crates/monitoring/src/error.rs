//! What the rules of monitoring refuse.

use agenda::AgendaError;
use kernel::form::FieldError;
use sea_orm::DbErr;
use store::StoreError;
use texts::key;

/// A refusal, or a failure below.
#[derive(Debug, thiserror::Error)]
pub enum MonitoringError {
    /// Fields to mend.
    #[error("{} fields to mend", .0.len())]
    Invalid(Vec<FieldError>),
    /// No such reading.
    #[error("not found")]
    NotFound,
    /// The day has a reading already: correct that one.
    #[error("the day has a reading already")]
    DayTaken,
    /// The reading was corrected before: correct the newer one.
    #[error("the reading was corrected before")]
    AlreadyCorrected,
    /// A correction says why.
    #[error("a reason is needed")]
    ReasonNeeded,
    /// The Agenda refuses: no such indicator, or one that takes no readings.
    #[error(transparent)]
    Agenda(AgendaError),
    /// The database or its surroundings failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<DbErr> for MonitoringError {
    fn from(error: DbErr) -> Self {
        Self::Store(error.into())
    }
}

impl From<AgendaError> for MonitoringError {
    fn from(error: AgendaError) -> Self {
        match error {
            AgendaError::Store(error) => Self::Store(error),
            other => Self::Agenda(other),
        }
    }
}

impl MonitoringError {
    /// The key of the message that says what to do next.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Invalid(_) => key!("monitoring-error-invalid"),
            Self::NotFound => key!("monitoring-error-not-found"),
            Self::DayTaken => key!("monitoring-error-day-taken"),
            Self::AlreadyCorrected => key!("monitoring-error-already-corrected"),
            Self::ReasonNeeded => key!("monitoring-error-reason"),
            Self::Agenda(error) => error.key(),
            Self::Store(_) => key!("monitoring-error-store"),
        }
    }

    /// The key of the state that the message names as `$state`, when it names one.
    pub fn state_key(&self) -> Option<&'static str> {
        match self {
            Self::Agenda(error) => error.state_key(),
            _ => None,
        }
    }
}
