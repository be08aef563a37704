//! What the ideas behind the projects are told, in the transaction of the day that decides on them.

use fair_selection::Outcome;
use kernel::{Principal, id::Uuid};
use participation::{
    input::No,
    model::{IdeaId, IdeaState, Reason},
    service::{Site, fate},
    store as idea_rows,
};
use store::Tx;
use texts::{Args, key};

use crate::{
    error::WorkdayError,
    model::{Day, DayId, Project},
    reasons::Reader,
    store as rows,
};

/// The ideas of some projects, each once.
fn ideas_of<'a>(projects: impl IntoIterator<Item = &'a Project>) -> Vec<Uuid> {
    let mut ideas: Vec<Uuid> =
        projects.into_iter().flat_map(|p| p.fields.origins.iter().map(|o| o.idea)).collect();
    ideas.sort_unstable();
    ideas.dedup();
    ideas
}

fn ids(ideas: &[Uuid]) -> Vec<IdeaId> {
    ideas.iter().copied().map(IdeaId).collect()
}

/// Says to the ideas that they are voted; refused when one may not be, by its title.
pub(crate) async fn put_on_ballot(
    tx: &Tx,
    site: &Site,
    who: &Principal,
    day: DayId,
    projects: &[Project],
) -> Result<(), WorkdayError> {
    let ideas = ideas_of(projects);
    let known = idea_rows::ideas_by_id(tx.conn(), tx.engine(), tx.body(), &ids(&ideas)).await?;
    for origin in projects.iter().flat_map(|p| &p.fields.origins) {
        let may = known.iter().find(|idea| idea.id.0 == origin.idea).is_some_and(|idea| {
            idea.state == IdeaState::OnBallot || idea.state.put_on_ballot().is_ok()
        });
        if !may {
            return Err(WorkdayError::IdeaNotAdmitted(origin.title.clone()));
        }
    }
    if let Some(title) = rows::idea_in_another_day(tx, day, &ideas).await? {
        return Err(WorkdayError::IdeaElsewhere(title));
    }
    Ok(fate::mark_in_vote(tx, site, who, &ids(&ideas)).await?)
}

/// Says to each idea how the vote ended; one that was not chosen is told why, in Italian.
///
/// An idea of several projects wins with any of them.
pub(crate) async fn tell_outcome(
    tx: &Tx,
    site: &Site,
    who: &Principal,
    day: &Day,
    projects: &[Project],
    outcome: &Outcome,
) -> Result<(), WorkdayError> {
    let all = ideas_of(projects);
    let on_ballot: Vec<Uuid> =
        idea_rows::ideas_by_id(tx.conn(), tx.engine(), tx.body(), &ids(&all))
            .await?
            .into_iter()
            .filter(|idea| idea.state == IdeaState::OnBallot)
            .map(|idea| idea.id.0)
            .collect();
    let (won, lost): (Vec<&Project>, Vec<&Project>) =
        projects.iter().partition(|p| outcome.is_selected(&p.fields.code));
    let mut told = ideas_of(won.iter().copied());
    told.retain(|idea| on_ballot.contains(idea));
    fate::mark_outcome(tx, site, who, &ids(&told), &fate::Outcome::Prioritised).await?;
    let reader = Reader::italian();
    for project in lost {
        let mut ideas = ideas_of([project]);
        ideas.retain(|idea| on_ballot.contains(idea) && !told.contains(idea));
        let Some(explanation) = outcome.explanation(&project.fields.code) else { continue };
        let mut args = Args::new();
        args.set("project", project.fields.title.as_str());
        args.set("day", day.fields.title.as_str());
        args.set("why", reader.why(explanation));
        let answer = reader.format(key!("day-idea-not-chosen"), &args);
        let no = No { reason: Reason::NotChosenInVote, answer };
        let outcome = fate::Outcome::NotPrioritised(no);
        fate::mark_outcome(tx, site, who, &ids(&ideas), &outcome).await?;
        told.extend(ideas);
    }
    Ok(())
}

/// Says to the ideas that the vote is void, and why.
pub(crate) async fn give_back(
    tx: &Tx,
    site: &Site,
    who: &Principal,
    day: &Day,
    projects: &[Project],
    reason: &str,
) -> Result<(), WorkdayError> {
    let ideas = ids(&ideas_of(projects));
    let mut args = Args::new();
    args.set("day", day.fields.title.as_str());
    args.set("why", reason);
    let why = Reader::italian().format(key!("day-idea-annulled"), &args);
    Ok(fate::mark_vote_annulled(tx, site, who, &ideas, &why).await?)
}
