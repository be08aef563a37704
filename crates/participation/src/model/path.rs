//! The life of a path (`docs/state-machines/path.md`).

use texts::key;

codes!(
    /// Which office leads a path.
    LeadOffice {
        /// The office of the digital agenda.
        Digital = "digital", key!("path-lead-digital");
        /// The social services.
        Social = "social", key!("path-lead-social");
    }
);

codes!(
    /// What a phase of a path is for.
    PhaseKind {
        /// What there is already.
        Profile = "profile", key!("path-phase-profile");
        /// Ideas are collected.
        Listening = "listening", key!("path-phase-listening");
        /// Projects are chosen together.
        WorkingDay = "working_day", key!("path-phase-working-day");
        /// The agenda is written and approved.
        Agenda = "agenda", key!("path-phase-agenda");
        /// Promises are followed.
        Monitoring = "monitoring", key!("path-phase-monitoring");
    }
);

codes!(
    /// Where a path is.
    PathState {
        /// Being prepared; only staff sees it.
        Preparation = "preparation", key!("path-state-preparation");
        /// The profile is being made.
        Knowledge = "knowledge", key!("path-state-knowledge");
        /// Ideas are welcome.
        Listening = "listening", key!("path-state-listening");
        /// Offices examine the ideas.
        Review = "review", key!("path-state-review");
        /// People choose.
        Decision = "decision", key!("path-state-decision");
        /// The agenda is approved.
        AgendaApproved = "agenda_approved", key!("path-state-agenda-approved");
        /// Results are followed.
        Monitoring = "monitoring", key!("path-state-monitoring");
        /// Finished.
        Closed = "closed", key!("path-state-closed");
        /// Stopped for a while.
        Suspended = "suspended", key!("path-state-suspended");
        /// Given up.
        Withdrawn = "withdrawn", key!("path-state-withdrawn");
    }
);

codes!(
    /// What staff may do with a path.
    PathArrow {
        /// Begin the profile.
        BeginKnowledge = "begin_knowledge", key!("path-arrow-begin-knowledge");
        /// Open listening.
        OpenListening = "open_listening", key!("path-arrow-open-listening");
        /// Close listening and examine.
        BeginReview = "begin_review", key!("path-arrow-begin-review");
        /// Go to the choice.
        BeginDecision = "begin_decision", key!("path-arrow-begin-decision");
        /// The agenda is approved.
        ApproveAgenda = "approve_agenda", key!("path-arrow-approve-agenda");
        /// Begin to follow results.
        BeginMonitoring = "begin_monitoring", key!("path-arrow-begin-monitoring");
        /// Finish.
        Close = "close", key!("path-arrow-close");
        /// Stop for a while.
        Suspend = "suspend", key!("path-arrow-suspend");
        /// Go on after a stop.
        Resume = "resume", key!("path-arrow-resume");
        /// Give up.
        Withdraw = "withdraw", key!("path-arrow-withdraw");
    }
);

/// Why a path does not take an arrow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PathRefusal {
    /// Phases follow one another: this one is not the next.
    #[error("not the next step")]
    NotNext,
    /// Closed and withdrawn paths do not move.
    #[error("the path is over")]
    Over,
    /// Only a suspended path can be resumed.
    #[error("the path is not suspended")]
    NotSuspended,
}

impl PathRefusal {
    /// The key of the message.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NotNext => key!("path-refused-not-next"),
            Self::Over => key!("path-refused-over"),
            Self::NotSuspended => key!("path-refused-not-suspended"),
        }
    }
}

type Next = Result<PathState, PathRefusal>;

impl PathState {
    /// Whether everybody may see the path.
    pub const fn is_public(self) -> bool {
        !matches!(self, Self::Preparation)
    }

    /// Whether the path is over.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Closed | Self::Withdrawn)
    }

    fn only_from(self, from: Self, to: Self) -> Next {
        match self {
            state if state == from => Ok(to),
            Self::Closed | Self::Withdrawn => Err(PathRefusal::Over),
            _ => Err(PathRefusal::NotNext),
        }
    }

    /// Preparation -> Knowledge
    pub fn begin_knowledge(self) -> Next {
        self.only_from(Self::Preparation, Self::Knowledge)
    }

    /// Knowledge -> Listening
    pub fn open_listening(self) -> Next {
        self.only_from(Self::Knowledge, Self::Listening)
    }

    /// Listening -> Review
    pub fn begin_review(self) -> Next {
        self.only_from(Self::Listening, Self::Review)
    }

    /// Review -> Decision
    pub fn begin_decision(self) -> Next {
        self.only_from(Self::Review, Self::Decision)
    }

    /// Decision -> AgendaApproved
    pub fn approve_agenda(self) -> Next {
        self.only_from(Self::Decision, Self::AgendaApproved)
    }

    /// AgendaApproved -> Monitoring
    pub fn begin_monitoring(self) -> Next {
        self.only_from(Self::AgendaApproved, Self::Monitoring)
    }

    /// Monitoring -> Closed
    pub fn close(self) -> Next {
        self.only_from(Self::Monitoring, Self::Closed)
    }

    /// any running state -> Suspended
    pub fn suspend(self) -> Next {
        match self {
            Self::Closed | Self::Withdrawn => Err(PathRefusal::Over),
            Self::Suspended => Err(PathRefusal::NotNext),
            _ => Ok(Self::Suspended),
        }
    }

    /// Suspended -> the state before
    pub fn resume(self, before: Self) -> Next {
        if self == Self::Suspended { Ok(before) } else { Err(PathRefusal::NotSuspended) }
    }

    /// any state that is not over -> Withdrawn
    pub fn withdraw(self) -> Next {
        if self.is_over() { Err(PathRefusal::Over) } else { Ok(Self::Withdrawn) }
    }

    /// Follows an arrow; `before` is where a suspended path came from.
    pub fn follow(self, arrow: PathArrow, before: Option<Self>) -> Next {
        match arrow {
            PathArrow::BeginKnowledge => self.begin_knowledge(),
            PathArrow::OpenListening => self.open_listening(),
            PathArrow::BeginReview => self.begin_review(),
            PathArrow::BeginDecision => self.begin_decision(),
            PathArrow::ApproveAgenda => self.approve_agenda(),
            PathArrow::BeginMonitoring => self.begin_monitoring(),
            PathArrow::Close => self.close(),
            PathArrow::Suspend => self.suspend(),
            PathArrow::Resume => self.resume(before.ok_or(PathRefusal::NotSuspended)?),
            PathArrow::Withdraw => self.withdraw(),
        }
    }

    /// The arrows that can be followed from here, for the desk's buttons.
    pub fn arrows(self, before: Option<Self>) -> Vec<PathArrow> {
        PathArrow::ALL.iter().copied().filter(|arrow| self.follow(*arrow, before).is_ok()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_goes_through_its_states_in_order() {
        let mut state = PathState::Preparation;
        for arrow in &PathArrow::ALL[..7] {
            for skipped in &PathArrow::ALL[..7] {
                assert_eq!(
                    state.follow(*skipped, None).is_ok(),
                    skipped == arrow,
                    "{state:?} {skipped:?}"
                );
            }
            state = state.follow(*arrow, None).unwrap();
        }
        assert_eq!(state, PathState::Closed);
        assert_eq!(state.arrows(None), []);
        assert_eq!(state.withdraw(), Err(PathRefusal::Over));
    }

    #[test]
    fn a_stop_leads_back_to_where_it_was() {
        let stopped = PathState::Listening.suspend().unwrap();
        assert_eq!(stopped.suspend(), Err(PathRefusal::NotNext));
        assert_eq!(stopped.open_listening(), Err(PathRefusal::NotNext));
        assert_eq!(stopped.resume(PathState::Listening), Ok(PathState::Listening));
        assert_eq!(PathState::Listening.resume(PathState::Review), Err(PathRefusal::NotSuspended));
        assert_eq!(
            stopped.arrows(Some(PathState::Listening)),
            [PathArrow::Resume, PathArrow::Withdraw]
        );
    }
}
