//! What becomes of published ideas: the body's examination, and what later phases say inside their own transactions.

use kernel::Principal;
use store::{Store, Tx};

use super::{
    Site,
    moderation::found,
    turn::{Said, turn},
};
use crate::{
    ParticipationError,
    input::No,
    model::{Arrow, IdeaId, IdeaState, StepBy},
    store::{self as rows, Idea},
};

/// What the body decides after examining a published idea.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Examined {
    /// Offices begin to look at it.
    InReview,
    /// It may become a project.
    Admitted,
    /// It goes on with others that say the same.
    Grouped,
    /// It may not, and why.
    NotAdmitted(No),
    /// A good idea for another moment, and what is said to the author.
    KeptForLater(String),
}

impl Examined {
    fn arrow(&self) -> Arrow {
        match self {
            Self::InReview => Arrow::BeginReview,
            Self::Admitted => Arrow::Admit,
            Self::Grouped => Arrow::Group,
            Self::NotAdmitted(_) => Arrow::NotAdmit,
            Self::KeptForLater(_) => Arrow::KeepForLater,
        }
    }

    fn said(&self) -> Said<'_> {
        let action = match self {
            Self::InReview => "idea.begin_review",
            Self::Admitted => "idea.admit",
            Self::Grouped => "idea.group",
            Self::NotAdmitted(_) => "idea.not_admit",
            Self::KeptForLater(_) => "idea.keep_for_later",
        };
        let said = Said::new(action, StepBy::Staff);
        match self {
            Self::NotAdmitted(no) => said.no(no.reason, &no.answer),
            Self::KeptForLater(note) => said.note(note),
            _ => said,
        }
    }
}

/// Says what the body decided on an idea; gives its new state.
pub async fn examine(
    store: &Store,
    site: &Site,
    who: &Principal,
    number: i64,
    examined: Examined,
) -> Result<IdeaState, ParticipationError> {
    store
        .write(
            site.body,
            (site.clone(), who.clone(), number, examined),
            |tx, (site, who, number, examined)| {
                Box::pin(async move {
                    let idea = found(tx, *number).await?;
                    turn(tx, site, who, &idea, examined.arrow(), examined.said()).await
                })
            },
        )
        .await
}

async fn all_of(tx: &Tx, ids: &[IdeaId]) -> Result<Vec<Idea>, ParticipationError> {
    let mut distinct = ids.to_vec();
    distinct.sort_unstable();
    distinct.dedup();
    let ideas = rows::ideas_by_id(tx.conn(), tx.engine(), tx.body(), &distinct).await?;
    if ideas.len() == distinct.len() { Ok(ideas) } else { Err(ParticipationError::NoSuchIdea) }
}

/// Admitted, Grouped -> OnBallot, all or none; ideas already there stay. In the caller's transaction.
pub async fn mark_in_vote(
    tx: &Tx,
    site: &Site,
    who: &Principal,
    ideas: &[IdeaId],
) -> Result<(), ParticipationError> {
    for idea in all_of(tx, ideas).await? {
        if idea.state != IdeaState::OnBallot {
            turn(
                tx,
                site,
                who,
                &idea,
                Arrow::PutOnBallot,
                Said::new("idea.on_ballot", StepBy::Staff),
            )
            .await?;
        }
    }
    Ok(())
}

/// How the vote ended for an idea.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Chosen.
    Prioritised,
    /// Not chosen, and why.
    NotPrioritised(No),
}

/// OnBallot -> Prioritised or NotPrioritised, all or none. In the caller's transaction.
pub async fn mark_outcome(
    tx: &Tx,
    site: &Site,
    who: &Principal,
    ideas: &[IdeaId],
    outcome: &Outcome,
) -> Result<(), ParticipationError> {
    for idea in all_of(tx, ideas).await? {
        let (arrow, said) = match outcome {
            Outcome::Prioritised => (Arrow::Win, Said::new("idea.prioritise", StepBy::Vote)),
            Outcome::NotPrioritised(no) => (
                Arrow::Lose,
                Said::new("idea.not_prioritise", StepBy::Vote).no(no.reason, &no.answer),
            ),
        };
        turn(tx, site, who, &idea, arrow, said).await?;
    }
    Ok(())
}

/// OnBallot, Prioritised, NotPrioritised -> Admitted: the vote was annulled, and why. In the caller's transaction.
///
/// Ideas that went further since (into an action or a pact) stay where they are.
pub async fn mark_vote_annulled(
    tx: &Tx,
    site: &Site,
    who: &Principal,
    ideas: &[IdeaId],
    why: &str,
) -> Result<(), ParticipationError> {
    for idea in all_of(tx, ideas).await? {
        if idea.state.vote_annulled().is_ok() {
            let said = Said::new("idea.vote_annulled", StepBy::Staff).note(why);
            turn(tx, site, who, &idea, Arrow::VoteAnnulled, said).await?;
        }
    }
    Ok(())
}

/// Taken-up ideas -> InAction, with the code of the action, all or none. In the caller's transaction.
///
/// The edge on the thread is the caller's: it knows the action's id.
pub async fn mark_in_action(
    tx: &Tx,
    site: &Site,
    who: &Principal,
    ideas: &[IdeaId],
    code: &str,
) -> Result<(), ParticipationError> {
    enter(
        tx,
        site,
        who,
        ideas,
        Arrow::EnterAction,
        Said::new("idea.enter_action", StepBy::Staff).outcome(code),
    )
    .await
}

/// Taken-up ideas -> InPact, with the code of the pact, all or none. In the caller's transaction.
pub async fn mark_in_pact(
    tx: &Tx,
    site: &Site,
    who: &Principal,
    ideas: &[IdeaId],
    code: &str,
) -> Result<(), ParticipationError> {
    enter(
        tx,
        site,
        who,
        ideas,
        Arrow::EnterPact,
        Said::new("idea.enter_pact", StepBy::Staff).outcome(code),
    )
    .await
}

async fn enter(
    tx: &Tx,
    site: &Site,
    who: &Principal,
    ideas: &[IdeaId],
    arrow: Arrow,
    said: Said<'_>,
) -> Result<(), ParticipationError> {
    for idea in all_of(tx, ideas).await? {
        turn(tx, site, who, &idea, arrow, said.clone()).await?;
    }
    Ok(())
}
