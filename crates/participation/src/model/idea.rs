//! The life of an idea (`docs/state-machines/idea.md`).

use kernel::PersonId;
use texts::key;

codes!(
    /// How a contribution came in.
    Channel {
        /// The form on the site.
        Web = "web", key!("idea-channel-web");
        /// A paper sheet.
        Paper = "paper", key!("idea-channel-paper");
        /// Told aloud to somebody.
        Voice = "voice", key!("idea-channel-voice");
        /// At a desk of the body.
        Desk = "desk", key!("idea-channel-desk");
        /// During the working day.
        WorkingDay = "working_day", key!("idea-channel-working-day");
        /// In a questionnaire.
        Survey = "survey", key!("idea-channel-survey");
    }
);

codes!(
    /// Who speaks.
    Contributor {
        /// Uses the services.
        ServiceUser = "service_user", key!("idea-contributor-service-user");
        /// Looks after somebody at home.
        FamilyCarer = "family_carer", key!("idea-contributor-family-carer");
        /// Works in the services.
        Operator = "operator", key!("idea-contributor-operator");
        /// Speaks for an organisation.
        WelfareActor = "welfare_actor", key!("idea-contributor-welfare-actor");
        /// Anybody who lives here.
        Citizen = "citizen", key!("idea-contributor-citizen");
        /// Does not say.
        Anonymous = "anonymous", key!("idea-contributor-anonymous");
    }
);

codes!(
    /// Where an idea is.
    IdeaState {
        /// Arrived and waiting for the moderator.
        Received = "received", key!("idea-state-received");
        /// The moderator asked the author for something.
        ChangesRequested = "changes_requested", key!("idea-state-changes-requested");
        /// The moderator did not publish it, with a reason.
        Refused = "refused", key!("idea-state-refused");
        /// Everybody can read it.
        Published = "published", key!("idea-state-published");
        /// Offices examine it.
        InReview = "in_review", key!("idea-state-in-review");
        /// It goes on together with others that say the same.
        Grouped = "grouped", key!("idea-state-grouped");
        /// It may become a project.
        Admitted = "admitted", key!("idea-state-admitted");
        /// It may not, with a reason and an answer.
        NotAdmitted = "not_admitted", key!("idea-state-not-admitted");
        /// Part of a project that is voted.
        OnBallot = "on_ballot", key!("idea-state-on-ballot");
        /// Chosen.
        Prioritised = "prioritised", key!("idea-state-prioritised");
        /// Not chosen, with a reason.
        NotPrioritised = "not_prioritised", key!("idea-state-not-prioritised");
        /// Part of an action of the agenda.
        InAction = "in_action", key!("idea-state-in-action");
        /// Part of a pact.
        InPact = "in_pact", key!("idea-state-in-pact");
        /// A good idea for another moment.
        KeptForLater = "kept_for_later", key!("idea-state-kept-for-later");
        /// Taken back by its author: the fact stays, the text goes.
        Withdrawn = "withdrawn", key!("idea-state-withdrawn");
    }
);

codes!(
    /// The closed list of reasons for a no (`domain.md` 8.2).
    Reason {
        /// Another body decides on it.
        OutOfCompetence = "out_of_competence", key!("idea-reason-out-of-competence");
        /// It is there already.
        AlreadyExists = "already_exists", key!("idea-reason-already-exists");
        /// The law or safety stands against it.
        NotLegalOrSafe = "not_legal_or_safe", key!("idea-reason-not-legal-or-safe");
        /// It costs too much.
        Cost = "cost", key!("idea-reason-cost");
        /// It cannot be done in time.
        Timing = "timing", key!("idea-reason-timing");
        /// It goes on inside another idea.
        MergedWith = "merged_with", key!("idea-reason-merged-with");
        /// Nobody is there to do it with.
        NoPartner = "no_partner", key!("idea-reason-no-partner");
        /// The vote chose others.
        NotChosenInVote = "not_chosen_in_vote", key!("idea-reason-not-chosen-in-vote");
    }
);

codes!(
    /// In which role somebody moved an idea.
    StepBy {
        /// Who wrote it.
        Author = "author", key!("idea-by-author");
        /// Who says what may go public.
        Moderator = "moderator", key!("idea-by-moderator");
        /// Staff of the body.
        Staff = "staff", key!("idea-by-staff");
        /// The vote.
        Vote = "vote", key!("idea-by-vote");
    }
);

codes!(
    /// Whether a comment is shown.
    CommentState {
        /// Waiting for the moderator.
        Received = "received", key!("idea-comment-received");
        /// Shown.
        Published = "published", key!("idea-comment-published");
        /// Kept back or taken down.
        Hidden = "hidden", key!("idea-comment-hidden");
    }
);

/// Who supports: one person, one mark per idea.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SupportBy {
    /// Somebody with an account.
    Person(PersonId),
    /// A visitor, by the hash of a random token (never the token, never an address).
    Visitor(String),
}

impl SupportBy {
    /// The key stored.
    pub fn stored(&self) -> String {
        match self {
            Self::Person(id) => format!("p:{}", id.0.simple()),
            Self::Visitor(hash) => format!("v:{}", hash.chars().take(128).collect::<String>()),
        }
    }
}

/// Why an idea does not take an arrow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum IdeaRefusal {
    /// The moderator has decided already, or the author is at work on it.
    #[error("the idea does not wait for moderation")]
    NotWaiting,
    /// The author may edit only when asked to.
    #[error("no change was asked for")]
    NoChangeAsked,
    /// Only a published idea still to be decided can be examined, admitted, grouped or not.
    #[error("the idea is not open to examination")]
    NotOpen,
    /// Only admitted or grouped ideas go to the vote.
    #[error("the idea is not admitted")]
    NotAdmitted,
    /// Only ideas on the ballot have an outcome.
    #[error("the idea is not on the ballot")]
    NotOnBallot,
    /// Only ideas that were admitted can enter an action or a pact, or wait.
    #[error("the idea cannot be taken up")]
    NotTakenUp,
    /// An idea that is voted or decided is no longer the author's alone.
    #[error("too late to withdraw")]
    TooLateToWithdraw,
}

impl IdeaRefusal {
    /// The key of the message.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NotWaiting => key!("idea-refused-not-waiting"),
            Self::NoChangeAsked => key!("idea-refused-no-change-asked"),
            Self::NotOpen => key!("idea-refused-not-open"),
            Self::NotAdmitted => key!("idea-refused-not-admitted"),
            Self::NotOnBallot => key!("idea-refused-not-on-ballot"),
            Self::NotTakenUp => key!("idea-refused-not-taken-up"),
            Self::TooLateToWithdraw => key!("idea-refused-too-late-to-withdraw"),
        }
    }
}

/// One arrow of an idea's life.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrow {
    /// The moderator publishes.
    Publish,
    /// The moderator asks the author for a change.
    AskChange,
    /// The author hands in the change.
    Resubmit,
    /// The moderator does not publish.
    Refuse,
    /// Offices begin to examine.
    BeginReview,
    /// It goes on with others that say the same.
    Group,
    /// It may become a project.
    Admit,
    /// It may not.
    NotAdmit,
    /// It is voted as part of a project.
    PutOnBallot,
    /// The vote chose it.
    Win,
    /// The vote chose others.
    Lose,
    /// The vote was annulled.
    VoteAnnulled,
    /// It becomes part of an action.
    EnterAction,
    /// It becomes part of a pact.
    EnterPact,
    /// It waits for another moment.
    KeepForLater,
    /// The author takes it back.
    Withdraw,
}

type Next = Result<IdeaState, IdeaRefusal>;

impl IdeaState {
    /// Whether everybody may read the idea.
    pub const fn is_public(self) -> bool {
        !matches!(self, Self::Received | Self::ChangesRequested | Self::Refused | Self::Withdrawn)
    }

    /// Whether support still means something: public and not yet voted.
    pub const fn takes_support(self) -> bool {
        matches!(self, Self::Published | Self::InReview | Self::Grouped | Self::Admitted)
    }

    /// Whether the author still waits for a first answer of the body.
    pub const fn lacks_answer(self) -> bool {
        matches!(self, Self::Received | Self::ChangesRequested | Self::Published | Self::InReview)
    }

    /// Received -> Published
    pub fn publish(self) -> Next {
        if self == Self::Received { Ok(Self::Published) } else { Err(IdeaRefusal::NotWaiting) }
    }

    /// Received -> ChangesRequested
    pub fn ask_change(self) -> Next {
        if self == Self::Received {
            Ok(Self::ChangesRequested)
        } else {
            Err(IdeaRefusal::NotWaiting)
        }
    }

    /// ChangesRequested -> Received
    pub fn resubmit(self) -> Next {
        if self == Self::ChangesRequested {
            Ok(Self::Received)
        } else {
            Err(IdeaRefusal::NoChangeAsked)
        }
    }

    /// Received, ChangesRequested -> Refused
    pub fn refuse(self) -> Next {
        match self {
            Self::Received | Self::ChangesRequested => Ok(Self::Refused),
            _ => Err(IdeaRefusal::NotWaiting),
        }
    }

    /// Published -> InReview
    pub fn begin_review(self) -> Next {
        if self == Self::Published { Ok(Self::InReview) } else { Err(IdeaRefusal::NotOpen) }
    }

    fn if_open(self, next: Self) -> Next {
        match self {
            Self::Published | Self::InReview => Ok(next),
            _ => Err(IdeaRefusal::NotOpen),
        }
    }

    /// Published, InReview -> Grouped
    pub fn group(self) -> Next {
        self.if_open(Self::Grouped)
    }

    /// Published, InReview -> Admitted
    pub fn admit(self) -> Next {
        self.if_open(Self::Admitted)
    }

    /// Published, InReview -> NotAdmitted
    pub fn not_admit(self) -> Next {
        self.if_open(Self::NotAdmitted)
    }

    /// Admitted, Grouped -> OnBallot
    pub fn put_on_ballot(self) -> Next {
        match self {
            Self::Admitted | Self::Grouped => Ok(Self::OnBallot),
            _ => Err(IdeaRefusal::NotAdmitted),
        }
    }

    /// OnBallot -> Prioritised
    pub fn win(self) -> Next {
        if self == Self::OnBallot { Ok(Self::Prioritised) } else { Err(IdeaRefusal::NotOnBallot) }
    }

    /// OnBallot -> NotPrioritised
    pub fn lose(self) -> Next {
        if self == Self::OnBallot {
            Ok(Self::NotPrioritised)
        } else {
            Err(IdeaRefusal::NotOnBallot)
        }
    }

    /// OnBallot, Prioritised, NotPrioritised -> Admitted
    pub fn vote_annulled(self) -> Next {
        match self {
            Self::OnBallot | Self::Prioritised | Self::NotPrioritised => Ok(Self::Admitted),
            _ => Err(IdeaRefusal::NotOnBallot),
        }
    }

    fn if_taken_up(self, next: Self) -> Next {
        match self {
            Self::Admitted
            | Self::Grouped
            | Self::Prioritised
            | Self::NotPrioritised
            | Self::KeptForLater => Ok(next),
            // One idea may feed two actions, or an action and a pact.
            Self::InAction | Self::InPact if next != Self::KeptForLater => Ok(next),
            _ => Err(IdeaRefusal::NotTakenUp),
        }
    }

    /// Admitted, Grouped, Prioritised, NotPrioritised, KeptForLater, InAction, InPact -> InAction
    pub fn enter_action(self) -> Next {
        self.if_taken_up(Self::InAction)
    }

    /// Admitted, Grouped, Prioritised, NotPrioritised, KeptForLater, InAction, InPact -> InPact
    pub fn enter_pact(self) -> Next {
        self.if_taken_up(Self::InPact)
    }

    /// Admitted, Grouped, Prioritised, NotPrioritised -> KeptForLater
    pub fn keep_for_later(self) -> Next {
        if self == Self::KeptForLater {
            Err(IdeaRefusal::NotTakenUp)
        } else {
            self.if_taken_up(Self::KeptForLater)
        }
    }

    /// Received, ChangesRequested, Published, InReview, Grouped, Admitted -> Withdrawn
    pub fn withdraw(self) -> Next {
        match self {
            Self::Received
            | Self::ChangesRequested
            | Self::Published
            | Self::InReview
            | Self::Grouped
            | Self::Admitted => Ok(Self::Withdrawn),
            _ => Err(IdeaRefusal::TooLateToWithdraw),
        }
    }

    /// Follows an arrow.
    pub fn follow(self, arrow: Arrow) -> Next {
        match arrow {
            Arrow::Publish => self.publish(),
            Arrow::AskChange => self.ask_change(),
            Arrow::Resubmit => self.resubmit(),
            Arrow::Refuse => self.refuse(),
            Arrow::BeginReview => self.begin_review(),
            Arrow::Group => self.group(),
            Arrow::Admit => self.admit(),
            Arrow::NotAdmit => self.not_admit(),
            Arrow::PutOnBallot => self.put_on_ballot(),
            Arrow::Win => self.win(),
            Arrow::Lose => self.lose(),
            Arrow::VoteAnnulled => self.vote_annulled(),
            Arrow::EnterAction => self.enter_action(),
            Arrow::EnterPact => self.enter_pact(),
            Arrow::KeepForLater => self.keep_for_later(),
            Arrow::Withdraw => self.withdraw(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_long_way_from_a_voice_to_an_action() {
        let mut state = IdeaState::Received;
        for (arrow, next) in [
            (Arrow::AskChange, IdeaState::ChangesRequested),
            (Arrow::Resubmit, IdeaState::Received),
            (Arrow::Publish, IdeaState::Published),
            (Arrow::BeginReview, IdeaState::InReview),
            (Arrow::Admit, IdeaState::Admitted),
            (Arrow::PutOnBallot, IdeaState::OnBallot),
            (Arrow::Win, IdeaState::Prioritised),
            (Arrow::EnterAction, IdeaState::InAction),
        ] {
            state = state.follow(arrow).unwrap();
            assert_eq!(state, next);
        }
    }

    #[test]
    fn arrows_not_drawn_are_refused_by_name() {
        use IdeaRefusal as R;
        use IdeaState as S;
        assert_eq!(S::Published.publish(), Err(R::NotWaiting));
        assert_eq!(S::Refused.publish(), Err(R::NotWaiting));
        assert_eq!(S::Received.resubmit(), Err(R::NoChangeAsked));
        assert_eq!(S::Received.admit(), Err(R::NotOpen));
        assert_eq!(S::NotAdmitted.put_on_ballot(), Err(R::NotAdmitted));
        assert_eq!(S::Admitted.win(), Err(R::NotOnBallot));
        assert_eq!(S::NotPrioritised.vote_annulled(), Ok(S::Admitted));
        assert_eq!(S::InAction.vote_annulled(), Err(R::NotOnBallot));
        assert_eq!(S::NotAdmitted.enter_action(), Err(R::NotTakenUp));
        assert_eq!(S::InAction.keep_for_later(), Err(R::NotTakenUp));
        assert_eq!(S::OnBallot.withdraw(), Err(R::TooLateToWithdraw));
        assert_eq!(S::Withdrawn.withdraw(), Err(R::TooLateToWithdraw));
    }

    #[test]
    fn codes_lead_back_to_their_words() {
        for state in IdeaState::ALL {
            assert_eq!(IdeaState::parse(state.code()), Some(*state));
            assert!(!state.takes_support() || state.is_public());
        }
        assert_eq!(IdeaState::parse("PUBLISHED"), None);
    }
}
