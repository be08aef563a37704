//! What actions come from: chosen projects become actions, and the ideas behind them are told.

use kernel::{BodyId, Cents, Principal, id::Uuid};
use participation::{
    ParticipationError,
    model::{IdeaId, IdeaState},
    service::{
        Site,
        fate::{self, Outcome},
    },
    store::{self as voices, Idea},
};
use store::{Change, Store, Tx, thread};

use crate::{
    Action, ActionContent, ActionState, AgendaError, Origin, Place,
    service::{action_in_txn, action_node, json_of},
    store as rows,
};

/// Writes a new action with what it comes from and puts it on the thread, not yet public nor joined.
pub(crate) async fn create_in_txn(
    tx: &Tx,
    place: &Place,
    who: &Principal,
    content: &ActionContent,
    origins: &[Origin],
) -> Result<Action, AgendaError> {
    let number = rows::next_number(tx, "AZ").await?;
    let action = Action {
        id: tx.new_id(),
        code: format!("AZ-{number:02}"),
        state: ActionState::Proposed,
        published: false,
        content: content.clone(),
        origins: origins.to_vec(),
        results: Vec::new(),
    };
    rows::put_action(tx, &action, Some(number)).await?;
    thread::put(tx, &action_node(place, &action), false).await?;
    for (position, origin) in (0_i64..).zip(origins) {
        rows::put_origin(tx, action.id, position, origin).await?;
    }
    tx.record(Change::by(who, "action.create", "action", action.id).after(json_of(&action)?))
        .await?;
    Ok(action)
}

/// A project that the working day chose, as the Agenda needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChosenProject {
    /// The project itself: kind `project`, its id, title and address.
    pub project: Origin,
    /// What it says.
    pub summary: String,
    /// What it costs.
    pub cost: Option<Cents>,
    /// The ideas it was made of, and whatever else it comes from.
    pub ideas: Vec<Origin>,
    /// Areas of users.
    pub areas: Vec<String>,
    /// Municipalities (ISTAT codes).
    pub municipalities: Vec<String>,
    /// Where its facts were taken from; may be empty.
    pub source: String,
    /// Whether it is an invented example.
    pub demonstrative: bool,
}

/// What became of a chosen project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turned {
    /// The project.
    pub project: Uuid,
    /// The action it is now.
    pub action: String,
    /// Whether the action is new; otherwise it was there already and was left alone.
    pub new: bool,
}

/// Turns chosen projects into actions, all or none; doing it twice is doing it once.
pub async fn actions_from_projects(
    store: &Store,
    site: &Site,
    who: &Principal,
    projects: Vec<ChosenProject>,
) -> Result<Vec<Turned>, AgendaError> {
    let input = (site.clone(), who.clone(), projects);
    store
        .write(site.body, input, |tx, (site, who, projects)| {
            Box::pin(async move {
                let mut turned = Vec::with_capacity(projects.len());
                for chosen in projects {
                    let project = chosen.project.id;
                    let known =
                        rows::action_from(tx.conn(), tx.body(), &chosen.project.kind, project)
                            .await?;
                    if let Some(action) = known {
                        turned.push(Turned { project, action, new: false });
                        continue;
                    }
                    let content = ActionContent {
                        title: chosen.project.title.clone(),
                        summary: chosen.summary.clone(),
                        cost: chosen.cost,
                        areas: chosen.areas.clone(),
                        municipalities: chosen.municipalities.clone(),
                        source: chosen.source.clone(),
                        demonstrative: chosen.demonstrative,
                        ..ActionContent::default()
                    };
                    let mut origins = vec![chosen.project.clone()];
                    origins.extend(chosen.ideas.iter().cloned());
                    let place = Place::of(site);
                    let action = create_in_txn(tx, &place, who, &content, &origins).await?;
                    // The voices reach the action through the project that was voted.
                    let node = (chosen.project.kind.as_str(), project);
                    thread::join(tx, node, "becomes", ("action", action.id)).await?;
                    for idea in &chosen.ideas {
                        thread::join(tx, (&idea.kind, idea.id), "becomes", node).await?;
                    }
                    tell_voted_ideas(tx, site, who, &chosen.ideas, &action.code).await?;
                    turned.push(Turned { project, action: action.code, new: true });
                }
                Ok(turned)
            })
        })
        .await
}

/// The ideas among some origins, each once.
fn idea_ids(origins: &[Origin]) -> Vec<IdeaId> {
    let mut ids: Vec<IdeaId> =
        origins.iter().filter(|o| o.kind == "idea").map(|o| IdeaId(o.id)).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// Tells the ideas among the origins that they are part of an action; refused when one was never admitted.
pub(crate) async fn tell_ideas(
    tx: &Tx,
    site: &Site,
    who: &Principal,
    origins: &[Origin],
    code: &str,
) -> Result<(), AgendaError> {
    Ok(fate::mark_in_action(tx, site, who, &idea_ids(origins), code).await?)
}

/// The same for the ideas of a project that the vote chose.
///
/// An idea that its author took back, or that was set aside after the vote, stays as it is: the
/// project was chosen all the same.
async fn tell_voted_ideas(
    tx: &Tx,
    site: &Site,
    who: &Principal,
    origins: &[Origin],
    code: &str,
) -> Result<(), AgendaError> {
    let ideas = voices::ideas_by_id(tx.conn(), tx.engine(), tx.body(), &idea_ids(origins)).await?;
    let on_ballot: Vec<IdeaId> =
        ideas.iter().filter(|i| i.state == IdeaState::OnBallot).map(|i| i.id).collect();
    fate::mark_outcome(tx, site, who, &on_ballot, &Outcome::Prioritised).await?;
    let ready: Vec<IdeaId> = ideas
        .iter()
        .filter(|i| i.state == IdeaState::OnBallot || i.state.enter_action().is_ok())
        .map(|i| i.id)
        .collect();
    Ok(fate::mark_in_action(tx, site, who, &ready, code).await?)
}

/// Adds a voice to what an action comes from, and tells it so.
pub async fn origin_add(
    store: &Store,
    site: &Site,
    who: &Principal,
    code: &str,
    origin: Origin,
) -> Result<(), AgendaError> {
    let input = (site.clone(), who.clone(), code.to_owned(), origin);
    store
        .write(site.body, input, |tx, (site, who, code, origin)| {
            Box::pin(async move {
                let action = action_in_txn(tx, code).await?;
                if action.origins.iter().any(|o| o.kind == origin.kind && o.id == origin.id) {
                    return Err(AgendaError::OriginKnown);
                }
                let position = action.origins.len() as i64;
                rows::put_origin(tx, action.id, position, origin).await?;
                let from = (origin.kind.as_str(), origin.id);
                thread::join(tx, from, "becomes", ("action", action.id)).await?;
                tell_ideas(tx, site, who, std::slice::from_ref(origin), code).await?;
                let change = Change::by(who, "action.origin", "action", action.id);
                tx.record(change.after(json_of(origin)?)).await?;
                Ok(())
            })
        })
        .await
}

/// A need of the profile as an origin, with what the new action may start from.
pub async fn need_by_number(
    store: &Store,
    site: &Site,
    number: i64,
) -> Result<(Origin, ActionContent), AgendaError> {
    let need = profile::findings::service::need(store, site.body, number).await;
    let need = need.map_err(|error| match error {
        profile::ProfileError::Store(error) => AgendaError::Store(error),
        _ => AgendaError::NotFound,
    })?;
    let split = |kept: &str| {
        kept.split(';').filter(|code| !code.is_empty()).map(str::to_owned).collect::<Vec<_>>()
    };
    let content = ActionContent {
        title: need.words.chars().take(120).collect(),
        summary: need.words.clone(),
        areas: split(&need.areas),
        municipalities: split(&need.municipalities),
        ..ActionContent::default()
    };
    let origin = Origin {
        kind: "need".into(),
        id: need.id,
        title: need.words,
        href: profile::findings::service::need_href(&site.slug, number),
    };
    Ok((origin, content))
}

/// An idea as an origin.
pub fn idea_origin(site: &Site, idea: &Idea) -> Origin {
    Origin {
        kind: "idea".into(),
        id: idea.id.0,
        title: idea.title.clone(),
        href: site.idea_href(&idea.path_slug, idea.number),
    }
}

/// The idea with a number, as an origin.
pub async fn idea_by_number(
    store: &Store,
    site: &Site,
    number: i64,
) -> Result<Origin, AgendaError> {
    let idea = voices::idea(store.read(), store.engine(), site.body, number).await?;
    // What is not public must not show up as a choice either.
    let idea = idea.filter(Idea::is_public).ok_or(ParticipationError::NoSuchIdea)?;
    Ok(idea_origin(site, &idea))
}

/// The ideas that can become part of an action, chosen ones first, then by number.
pub async fn ready_ideas(store: &Store, body: BodyId) -> Result<Vec<Idea>, AgendaError> {
    let states: Vec<IdeaState> =
        IdeaState::ALL.iter().copied().filter(|s| s.enter_action().is_ok()).collect();
    let mut ready = Vec::new();
    for path in voices::paths(store.read(), store.engine(), body, true).await? {
        ready
            .extend(voices::in_states(store.read(), store.engine(), body, path.id, &states).await?);
    }
    ready.sort_by_key(|idea| (idea.state != IdeaState::Prioritised, idea.number));
    Ok(ready)
}

/// A published working day and what became of the projects it chose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayOutcome {
    /// Its address word.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Where it is.
    pub href: String,
    /// Chosen projects that are no action yet, in the order of choice.
    pub waiting: Vec<ChosenProject>,
    /// Chosen projects that became actions.
    pub turned: usize,
}

/// The published days of a body, newest first, with the projects that wait to become actions.
pub async fn day_outcomes(store: &Store, body: BodyId) -> Result<Vec<DayOutcome>, AgendaError> {
    let mut outcomes = Vec::new();
    for day in workday::service::days(store, body, None, true).await? {
        if day.state != workday::model::DayState::Published {
            continue;
        }
        let mut outcome = DayOutcome {
            slug: day.fields.slug.clone(),
            title: day.fields.title.clone(),
            href: day.href.clone(),
            waiting: Vec::new(),
            turned: 0,
        };
        for project in workday::counting::chosen_projects(store, body, &day.fields.slug).await? {
            let known = rows::action_from(store.read(), body, "project", project.id.0).await?;
            if known.is_some() {
                outcome.turned += 1;
            } else {
                outcome.waiting.push(chosen(store, body, &day, &project).await?);
            }
        }
        outcomes.push(outcome);
    }
    Ok(outcomes)
}

/// A chosen project as the Agenda needs it: where it is for comes from its ideas.
async fn chosen(
    store: &Store,
    body: BodyId,
    day: &workday::model::Day,
    project: &workday::model::Project,
) -> Result<ChosenProject, AgendaError> {
    let fields = &project.fields;
    let ids: Vec<IdeaId> = fields.origins.iter().map(|origin| IdeaId(origin.idea)).collect();
    let ideas = voices::ideas_by_id(store.read(), store.engine(), body, &ids).await?;
    let mut areas: Vec<String> = vec![fields.area.clone()];
    let mut municipalities = Vec::new();
    for idea in &ideas {
        areas.extend(idea.areas().map(str::to_owned));
        municipalities.push(idea.municipality.clone());
    }
    for list in [&mut areas, &mut municipalities] {
        list.sort();
        list.dedup();
        list.retain(|code| !code.is_empty());
    }
    // One idea without a place is for everybody: the action is too.
    if ideas.iter().any(|idea| idea.municipality.is_empty()) {
        municipalities.clear();
    }
    Ok(ChosenProject {
        project: Origin {
            kind: "project".into(),
            id: project.id.0,
            title: fields.title.clone(),
            href: workday::service::project_href(day, project),
        },
        summary: fields.summary.clone(),
        cost: Some(fields.cost),
        ideas: fields
            .origins
            .iter()
            .map(|origin| Origin {
                kind: "idea".into(),
                id: origin.idea,
                title: origin.title.clone(),
                href: origin.href.clone(),
            })
            .collect(),
        areas,
        municipalities,
        source: String::new(),
        demonstrative: false,
    })
}
