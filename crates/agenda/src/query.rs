//! What pages, commands and the API read: the Agenda being written, and the published one.

use std::collections::HashMap;

use jiff::civil::Date;
use kernel::{BodyId, Instant, id::Uuid};
use sea_orm::FromQueryResult;
use store::Store;

use crate::{
    Action, ActionState, AgendaError, VersionState,
    rules::{Gap, Term, checklist},
    store as rows,
    version::{Difference, Snapshot, StartsFrom, Version, differences},
};

/// All actions as they are being written, for staff.
pub async fn actions(store: &Store, body: BodyId) -> Result<Vec<Action>, AgendaError> {
    rows::actions(store.read(), body, None).await
}

/// One action as it is being written, for staff.
pub async fn action(store: &Store, body: BodyId, code: &str) -> Result<Action, AgendaError> {
    rows::actions(store.read(), body, Some(code))
        .await?
        .into_iter()
        .next()
        .ok_or(AgendaError::NotFound)
}

/// A change of an action's state.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct ActionChange {
    /// When, UTC milliseconds.
    pub at: i64,
    /// Code of the state before.
    pub from_state: String,
    /// Code of the state after.
    pub to_state: String,
    /// The public reason; may be empty.
    pub reason: String,
}

impl ActionChange {
    /// When it was.
    pub fn instant(&self) -> Instant {
        Instant(self.at)
    }
}

/// The changes of an action's state, oldest first.
pub async fn action_changes(
    store: &Store,
    body: BodyId,
    action: Uuid,
) -> Result<Vec<ActionChange>, AgendaError> {
    rows::all(
        store.read(),
        "SELECT at, from_state, to_state, reason FROM action_change WHERE body_id = ? AND action_id = ? ORDER BY at, id",
        vec![body.0.into(), action.into()],
    )
    .await
}

/// The code of the action that a project, an idea or another thing became.
pub async fn action_from(
    store: &Store,
    body: BodyId,
    kind: &str,
    id: Uuid,
) -> Result<Option<String>, AgendaError> {
    rows::action_from(store.read(), body, kind, id).await
}

/// The versions, newest first.
pub async fn versions(store: &Store, body: BodyId) -> Result<Vec<Version>, AgendaError> {
    rows::versions(store.read(), body).await
}

/// The snapshot of the profile that a new draft starts from, unless somebody chooses: the newest that
/// everybody may read, or the newest of all.
pub async fn snapshot_to_cite(store: &Store, body: BodyId) -> Result<Option<i64>, AgendaError> {
    let all = profile::snapshot::list(store, body).await?;
    let public = all.iter().find(|one| one.published_at.is_some());
    Ok(public.or(all.first()).map(|one| one.number))
}

/// The snapshot of the profile that was chosen for a draft, as approval would freeze it.
pub async fn starts_from(
    store: &Store,
    body: BodyId,
    draft: &Version,
) -> Result<Option<StartsFrom>, AgendaError> {
    let Some(number) = draft.profile_snapshot else { return Ok(None) };
    let found = profile::snapshot::one(store.read(), store.engine(), body, number).await?;
    Ok(found.map(Into::into))
}

/// What an approval on that day would still miss, and what is odd.
pub async fn open_checklist(
    store: &Store,
    body: BodyId,
    approval: Date,
) -> Result<Vec<Gap>, AgendaError> {
    let versions = versions(store, body).await?;
    let draft =
        versions.iter().find(|v| v.state == VersionState::Draft).ok_or(AgendaError::NoDraft)?;
    Ok(checklist(&draft.title, &draft.promise, &actions(store, body).await?, approval))
}

/// A frozen version with where its actions stand today.
#[derive(Debug, Clone, PartialEq)]
pub struct FrozenAgenda {
    /// The version.
    pub version: Version,
    /// What was approved, its fingerprint checked.
    pub snapshot: Snapshot,
    /// Where each action stands today, by id.
    pub states: HashMap<Uuid, ActionState>,
}

impl FrozenAgenda {
    /// Where an action stands today.
    pub fn state(&self, action: &Action) -> ActionState {
        self.states.get(&action.id).copied().unwrap_or_default()
    }

    /// The actions of a term, in their order.
    pub fn of_term(&self, term: Term) -> impl Iterator<Item = &Action> {
        self.snapshot.actions.iter().filter(move |action| self.snapshot.term(action) == Some(term))
    }

    /// One action by its code.
    pub fn action(&self, code: &str) -> Option<&Action> {
        self.snapshot.actions.iter().find(|action| action.code == code)
    }
}

async fn thawed(
    store: &Store,
    body: BodyId,
    version: Version,
) -> Result<FrozenAgenda, AgendaError> {
    let text = rows::frozen(store.read(), body, version.id).await?;
    let snapshot = Snapshot::thaw(&text, &version.hash)?;
    let states = rows::states(store.read(), body).await?;
    Ok(FrozenAgenda { version, snapshot, states })
}

/// The published Agenda; none when nothing was published yet.
pub async fn published(store: &Store, body: BodyId) -> Result<Option<FrozenAgenda>, AgendaError> {
    let current =
        versions(store, body).await?.into_iter().find(|v| v.state == VersionState::Published);
    match current {
        Some(version) => Ok(Some(thawed(store, body, version).await?)),
        None => Ok(None),
    }
}

/// A frozen version by its number: approved, published or superseded.
pub async fn version(
    store: &Store,
    body: BodyId,
    number: i64,
) -> Result<FrozenAgenda, AgendaError> {
    let version = versions(store, body).await?.into_iter().find(|v| v.number == number);
    let version = version.ok_or(AgendaError::NotFound)?;
    if version.state == VersionState::Draft {
        return Err(AgendaError::WrongVersionState(version.state));
    }
    thawed(store, body, version).await
}

/// An action as the public reads it: in the newest version that was ever published and holds it.
pub async fn public_action(
    store: &Store,
    body: BodyId,
    code: &str,
) -> Result<(FrozenAgenda, Action), AgendaError> {
    for version in versions(store, body).await? {
        if matches!(version.state, VersionState::Published | VersionState::Superseded) {
            let agenda = thawed(store, body, version).await?;
            if let Some(action) = agenda.action(code).cloned() {
                let state = agenda.state(&action);
                return Ok((agenda, Action { state, published: true, ..action }));
            }
        }
    }
    Err(AgendaError::NotFound)
}

/// How a version (or, without a number, the Agenda being written) differs from the published one.
pub async fn difference(
    store: &Store,
    body: BodyId,
    number: Option<i64>,
) -> Result<Vec<Difference>, AgendaError> {
    let before =
        published(store, body).await?.map_or_else(Vec::new, |agenda| agenda.snapshot.actions);
    let after = match number {
        Some(number) => version(store, body, number).await?.snapshot.actions,
        None => actions(store, body).await?,
    };
    differences(&before, &after)
}

/// A body's Agenda in numbers, for cards and the network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Numbers {
    /// Actions in the published version.
    pub actions: usize,
    /// Of them, completed.
    pub completed: usize,
    /// Indicators in the published version.
    pub indicators: usize,
}

/// The published Agenda in numbers.
pub async fn numbers(store: &Store, body: BodyId) -> Result<Numbers, AgendaError> {
    Ok(published(store, body).await?.map_or_else(Numbers::default, |agenda| Numbers {
        actions: agenda.snapshot.actions.len(),
        completed: agenda
            .snapshot
            .actions
            .iter()
            .filter(|a| agenda.state(a) == ActionState::Completed)
            .count(),
        indicators: agenda.snapshot.actions.iter().map(|a| a.indicators().count()).sum(),
    }))
}
