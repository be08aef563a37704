//! What the working day refuses, and why.

use kernel::form::FieldError;
use participation::ParticipationError;
use store::StoreError;
use texts::Args;

use crate::model::{DayState, Step};

/// A refusal, or a failure below the rules.
#[derive(Debug, thiserror::Error)]
pub enum WorkdayError {
    /// There is no such day in this body.
    #[error("no such working day")]
    DayNotFound,
    /// There is no such project in this day.
    #[error("no such project")]
    ProjectNotFound,
    /// Another day of the body has this address.
    #[error("the address {0:?} is taken")]
    SlugTaken(String),
    /// Another project of the day has this code.
    #[error("the code {0:?} is taken")]
    CodeTaken(String),
    /// The state does not allow the step.
    #[error("{step:?} is not possible in the state {}", state.code())]
    WrongState {
        /// Where the day stands.
        state: DayState,
        /// What was asked.
        step: Step,
    },
    /// Freezing needs at least one project.
    #[error("no project to vote on")]
    NoProject,
    /// Freezing needs a budget above zero.
    #[error("the budget is missing")]
    BudgetMissing,
    /// Freezing needs a cost above zero for each project.
    #[error("the project {0:?} has no cost")]
    CostMissing(String),
    /// An idea behind a project is not admitted to the vote.
    #[error("the idea {0:?} is not admitted to the vote")]
    IdeaNotAdmitted(String),
    /// An idea behind a project is being voted in another day.
    #[error("the idea {0:?} is being voted in another day")]
    IdeaElsewhere(String),
    /// Annulling needs a reason.
    #[error("a reason is needed")]
    ReasonMissing,
    /// The code opens no vote.
    #[error("unknown code")]
    WrongCode,
    /// The day asks for a personal code; this is the room's.
    #[error("a personal code is needed")]
    PersonalCodeNeeded,
    /// The voter's token is not of this day.
    #[error("unknown voter")]
    UnknownVoter,
    /// The vote has not opened.
    #[error("the vote is not open yet")]
    NotOpenYet,
    /// The vote has closed.
    #[error("the vote is closed")]
    VoteClosed,
    /// The day was annulled.
    #[error("the day was annulled")]
    DayAnnulled,
    /// The ballot names a project that is not put to the vote.
    #[error("no project {0:?} on the ballot")]
    NotOnBallot(String),
    /// The same submission was already received with other choices.
    #[error("the submission was already received with other choices")]
    SubmissionReused,
    /// What was frozen is not what is stored now.
    #[error("the frozen rules have changed")]
    RulesChanged,
    /// There is no result to show yet.
    #[error("no result yet")]
    NoResult,
    /// Fields to mend.
    #[error("invalid fields: {0:?}")]
    Invalid(Vec<FieldError>),
    /// The counting engine refused its input.
    #[error("count: {0}")]
    Count(String),
    /// An idea could not be told.
    #[error(transparent)]
    Idea(ParticipationError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<ParticipationError> for WorkdayError {
    fn from(error: ParticipationError) -> Self {
        match error {
            ParticipationError::Store(error) => Self::Store(error),
            other => Self::Idea(other),
        }
    }
}

impl From<sea_orm::DbErr> for WorkdayError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Store(error.into())
    }
}

impl WorkdayError {
    /// The key of the message that says what to do; its arguments are in [`Self::args`].
    pub const fn key(&self) -> &'static str {
        match self {
            Self::DayNotFound => texts::key!("workday-day-not-found"),
            Self::ProjectNotFound => texts::key!("workday-project-not-found"),
            Self::SlugTaken(_) => texts::key!("workday-slug-taken"),
            Self::CodeTaken(_) => texts::key!("workday-code-taken"),
            Self::WrongState { step: Step::Edit, .. } => texts::key!("workday-cannot-edit"),
            Self::WrongState { step: Step::Freeze, .. } => texts::key!("workday-cannot-freeze"),
            Self::WrongState { step: Step::Open, .. } => texts::key!("workday-cannot-open"),
            Self::WrongState { step: Step::Close, .. } => texts::key!("workday-cannot-close"),
            Self::WrongState { step: Step::Count, .. } => texts::key!("workday-cannot-count"),
            Self::WrongState { step: Step::Publish, .. } => texts::key!("workday-cannot-publish"),
            Self::WrongState { step: Step::Annul, .. } => texts::key!("workday-cannot-annul"),
            Self::NoProject => texts::key!("workday-no-project"),
            Self::BudgetMissing => texts::key!("workday-budget-missing"),
            Self::CostMissing(_) => texts::key!("workday-cost-missing"),
            Self::IdeaNotAdmitted(_) => texts::key!("workday-idea-not-admitted"),
            Self::IdeaElsewhere(_) => texts::key!("workday-idea-elsewhere"),
            Self::ReasonMissing => texts::key!("workday-reason-missing"),
            Self::WrongCode => texts::key!("workday-wrong-code"),
            Self::PersonalCodeNeeded => texts::key!("workday-personal-code-needed"),
            Self::UnknownVoter => texts::key!("workday-unknown-voter"),
            Self::NotOpenYet => texts::key!("workday-not-open-yet"),
            Self::VoteClosed => texts::key!("workday-vote-closed"),
            Self::DayAnnulled => texts::key!("workday-day-annulled"),
            Self::NotOnBallot(_) => texts::key!("workday-not-on-ballot"),
            Self::SubmissionReused => texts::key!("workday-submission-reused"),
            Self::RulesChanged => texts::key!("workday-rules-changed"),
            Self::NoResult => texts::key!("workday-no-result"),
            Self::Invalid(_) => texts::key!("workday-invalid"),
            Self::Count(_) => texts::key!("workday-count-failed"),
            Self::Idea(refusal) => refusal.key(),
            Self::Store(_) => texts::key!("workday-store-failed"),
        }
    }

    /// The arguments of the message.
    pub fn args(&self) -> Args<'_> {
        let mut args = Args::new();
        match self {
            Self::SlugTaken(slug) => args.set("slug", slug.as_str()),
            Self::CodeTaken(code) | Self::CostMissing(code) | Self::NotOnBallot(code) => {
                args.set("code", code.as_str());
            }
            Self::IdeaNotAdmitted(title) | Self::IdeaElsewhere(title) => {
                args.set("title", title.as_str());
            }
            Self::Idea(refusal) => args.set("n", refusal.n().unwrap_or_default()),
            Self::Invalid(fields) => args.set("n", fields.len()),
            _ => {}
        }
        args
    }
}
