//! States and their arrows: drawn in `docs/state-machines/{action,indicator,agenda}.md`.

use crate::{AgendaError, model::coded};

coded! {
    /// Where an action stands.
    ActionState {
        /// Somebody wrote it down.
        #[default]
        Proposed = "proposed", "agenda-action-proposed", "proposta",
        /// Offices look at it.
        UnderReview = "under_review", "agenda-action-under-review", "in valutazione",
        /// It can be done and waits for the act.
        Admitted = "admitted", "agenda-action-admitted", "ammessa",
        /// An act promises it.
        Approved = "approved", "agenda-action-approved", "approvata",
        /// Work has begun.
        InProgress = "in_progress", "agenda-action-in-progress", "in corso",
        /// Done.
        Completed = "completed", "agenda-action-completed", "completata",
        /// Stopped for a while.
        Suspended = "suspended", "agenda-action-suspended", "sospesa",
        /// Moved to other days.
        Rescheduled = "rescheduled", "agenda-action-rescheduled", "riprogrammata",
        /// Given up, with a reason.
        Abandoned = "abandoned", "agenda-action-abandoned", "abbandonata",
    }
}

coded! {
    /// An arrow that staff may take with an action.
    ActionStep {
        /// Offices begin to look at it.
        #[default]
        Review = "review", "agenda-step-review", "valuta",
        /// It can be done.
        Admit = "admit", "agenda-step-admit", "ammetti",
        /// Work begins, or begins again.
        Start = "start", "agenda-step-start", "avvia",
        /// Work is done.
        Complete = "complete", "agenda-step-complete", "completa",
        /// Work stops for a while.
        Suspend = "suspend", "agenda-step-suspend", "sospendi",
        /// The days change.
        Reschedule = "reschedule", "agenda-step-reschedule", "riprogramma",
        /// It is given up.
        Abandon = "abandon", "agenda-step-abandon", "abbandona",
    }
}

impl ActionStep {
    /// Whether the public is owed a reason.
    pub const fn needs_reason(self) -> bool {
        matches!(self, Self::Suspend | Self::Reschedule | Self::Abandon)
    }
}

impl ActionState {
    /// Takes an arrow, or says that it does not leave from here.
    pub fn take(self, step: ActionStep) -> Result<Self, AgendaError> {
        match step {
            ActionStep::Review => self.review(),
            ActionStep::Admit => self.admit(),
            ActionStep::Start => self.start(),
            ActionStep::Complete => self.complete(),
            ActionStep::Suspend => self.suspend(),
            ActionStep::Reschedule => self.reschedule(),
            ActionStep::Abandon => self.abandon(),
        }
    }

    /// The arrows that leave from here.
    pub fn steps(self) -> Vec<ActionStep> {
        ActionStep::ALL.into_iter().filter(|step| self.take(*step).is_ok()).collect()
    }

    fn refused(self) -> AgendaError {
        AgendaError::WrongActionState(self)
    }

    /// Proposed -> UnderReview
    pub fn review(self) -> Result<Self, AgendaError> {
        if self == Self::Proposed { Ok(Self::UnderReview) } else { Err(self.refused()) }
    }

    /// Proposed, UnderReview -> Admitted
    pub fn admit(self) -> Result<Self, AgendaError> {
        match self {
            Self::Proposed | Self::UnderReview => Ok(Self::Admitted),
            other => Err(other.refused()),
        }
    }

    /// Proposed, UnderReview, Admitted -> Approved; what an earlier act approved stays as it is.
    pub fn approve(self) -> Result<Self, AgendaError> {
        match self {
            Self::Proposed | Self::UnderReview | Self::Admitted => Ok(Self::Approved),
            Self::Abandoned => Err(self.refused()),
            other => Ok(other),
        }
    }

    /// Approved, Suspended, Rescheduled -> InProgress
    pub fn start(self) -> Result<Self, AgendaError> {
        match self {
            Self::Approved | Self::Suspended | Self::Rescheduled => Ok(Self::InProgress),
            other => Err(other.refused()),
        }
    }

    /// InProgress -> Completed
    pub fn complete(self) -> Result<Self, AgendaError> {
        if self == Self::InProgress { Ok(Self::Completed) } else { Err(self.refused()) }
    }

    /// Approved, InProgress, Rescheduled -> Suspended
    pub fn suspend(self) -> Result<Self, AgendaError> {
        match self {
            Self::Approved | Self::InProgress | Self::Rescheduled => Ok(Self::Suspended),
            other => Err(other.refused()),
        }
    }

    /// Approved, InProgress, Suspended -> Rescheduled
    pub fn reschedule(self) -> Result<Self, AgendaError> {
        match self {
            Self::Approved | Self::InProgress | Self::Suspended => Ok(Self::Rescheduled),
            other => Err(other.refused()),
        }
    }

    /// Anything but Completed and Abandoned -> Abandoned
    pub fn abandon(self) -> Result<Self, AgendaError> {
        match self {
            Self::Completed | Self::Abandoned => Err(self.refused()),
            _ => Ok(Self::Abandoned),
        }
    }
}

coded! {
    /// Where an indicator stands.
    IndicatorState {
        /// Named, but not yet measurable.
        #[default]
        Proposed = "proposed", "agenda-indicator-proposed", "proposto",
        /// Everything needed to measure it is written.
        Defined = "defined", "agenda-indicator-defined", "definito",
        /// Its starting value is known.
        BaselineMeasured = "baseline_measured", "agenda-indicator-baseline-measured", "valore di partenza rilevato",
        /// Readings arrive.
        Measuring = "measuring", "agenda-indicator-measuring", "in misura",
        /// No more readings are due.
        Closed = "closed", "agenda-indicator-closed", "chiuso",
    }
}

impl IndicatorState {
    /// Proposed, Defined, BaselineMeasured -> the one its contents tell; later states stay.
    #[must_use]
    pub fn after_edit(self, complete: bool, has_baseline: bool) -> Self {
        match self {
            Self::Measuring | Self::Closed => self,
            _ if complete && has_baseline => Self::BaselineMeasured,
            _ if complete => Self::Defined,
            _ => Self::Proposed,
        }
    }

    /// Defined, BaselineMeasured, Measuring -> Measuring
    pub fn measure(self) -> Result<Self, AgendaError> {
        match self {
            Self::Defined | Self::BaselineMeasured | Self::Measuring => Ok(Self::Measuring),
            other => Err(AgendaError::WrongIndicatorState(other)),
        }
    }

    /// Measuring -> Closed
    pub fn close(self) -> Result<Self, AgendaError> {
        if self == Self::Measuring {
            Ok(Self::Closed)
        } else {
            Err(AgendaError::WrongIndicatorState(self))
        }
    }
}

coded! {
    /// Where a version of the Agenda stands.
    VersionState {
        /// Being written.
        #[default]
        Draft = "draft", "agenda-version-draft", "bozza",
        /// An act approved it; frozen.
        Approved = "approved", "agenda-version-approved", "approvata",
        /// Everybody reads it.
        Published = "published", "agenda-version-published", "pubblicata",
        /// A newer version took its place.
        Superseded = "superseded", "agenda-version-superseded", "aggiornata da una versione successiva",
    }
}

impl VersionState {
    /// Draft -> Approved
    pub fn approve(self) -> Result<Self, AgendaError> {
        if self == Self::Draft {
            Ok(Self::Approved)
        } else {
            Err(AgendaError::WrongVersionState(self))
        }
    }

    /// Approved -> Published
    pub fn publish(self) -> Result<Self, AgendaError> {
        if self == Self::Approved {
            Ok(Self::Published)
        } else {
            Err(AgendaError::WrongVersionState(self))
        }
    }

    /// Published -> Superseded
    pub fn supersede(self) -> Result<Self, AgendaError> {
        if self == Self::Published {
            Ok(Self::Superseded)
        } else {
            Err(AgendaError::WrongVersionState(self))
        }
    }
}
