//! Use cases of staff on versions of the Agenda: draft, approval, publication.

use kernel::{Principal, form::FieldError};
use serde_json::json;
use store::{Change, Store, Tx, search, thread};
use texts::key;

use crate::{
    Action, AgendaError, Place, VersionState,
    form::{Act, VersionText},
    rules::{belongs, checklist},
    service::{action_node, change_state, indicator_node, result_node},
    store as rows,
    version::{LAYOUT, Snapshot, StartsFrom, Version},
};

/// Opens a draft of the next version; gives its number.
pub async fn draft_open(
    store: &Store,
    place: &Place,
    who: &Principal,
    text: VersionText,
) -> Result<i64, AgendaError> {
    store
        .write(place.body, (who.clone(), text), |tx, (who, text)| {
            Box::pin(async move {
                let versions = rows::versions(tx.conn(), tx.body()).await?;
                match versions.first().map(|v| v.state) {
                    Some(VersionState::Draft) => return Err(AgendaError::DraftOpen),
                    Some(VersionState::Approved) => return Err(AgendaError::PublishFirst),
                    Some(_) if text.reason.trim().is_empty() => return Err(AgendaError::ReasonNeeded),
                    _ => {}
                }
                starts_from(tx, text.profile_snapshot).await?;
                let number = versions.first().map_or(1, |v| v.number + 1);
                let id = tx.new_id();
                tx.execute(
                    "INSERT INTO agenda_version (body_id, id, number, state, title, promise, reason, act, snapshot, \
                     hash, profile_snapshot) VALUES (?, ?, ?, 'draft', ?, ?, ?, '', '', '', ?)",
                    [
                        tx.body().0.into(),
                        id.into(),
                        number.into(),
                        text.title.clone().into(),
                        text.promise.clone().into(),
                        text.reason.clone().into(),
                        text.profile_snapshot.into(),
                    ],
                )
                .await?;
                tx.record(Change::by(who, "agenda.draft", "agenda_version", id).after(json!({ "number": number })))
                    .await?;
                Ok(number)
            })
        })
        .await
}

/// The snapshot of the profile that was chosen, as the version cites it.
async fn starts_from(tx: &Tx, chosen: Option<i64>) -> Result<Option<StartsFrom>, AgendaError> {
    let Some(number) = chosen else { return Ok(None) };
    let found = profile::snapshot::one(tx.conn(), tx.engine(), tx.body(), number).await?;
    let unknown =
        FieldError { field: "profile_snapshot", key: key!("agenda-field-no-snapshot"), n: None };
    Ok(Some(found.ok_or_else(|| AgendaError::Invalid(vec![unknown]))?.into()))
}

async fn draft_in_txn(tx: &Tx) -> Result<Version, AgendaError> {
    let versions = rows::versions(tx.conn(), tx.body()).await?;
    versions.into_iter().find(|v| v.state == VersionState::Draft).ok_or(AgendaError::NoDraft)
}

/// Changes what the open draft says of itself.
pub async fn draft_edit(
    store: &Store,
    place: &Place,
    who: &Principal,
    text: VersionText,
) -> Result<(), AgendaError> {
    store
        .write(place.body, (who.clone(), text), |tx, (who, text)| {
            Box::pin(async move {
                let draft = draft_in_txn(tx).await?;
                if draft.number > 1 && text.reason.trim().is_empty() {
                    return Err(AgendaError::ReasonNeeded);
                }
                starts_from(tx, text.profile_snapshot).await?;
                tx.execute(
                    "UPDATE agenda_version SET title = ?, promise = ?, reason = ?, profile_snapshot = ? \
                     WHERE body_id = ? AND id = ?",
                    [
                        text.title.clone().into(),
                        text.promise.clone().into(),
                        text.reason.clone().into(),
                        text.profile_snapshot.into(),
                        tx.body().0.into(),
                        draft.id.into(),
                    ],
                )
                .await?;
                let change = Change::by(who, "agenda.draft_edit", "agenda_version", draft.id);
                tx.record(change.after(json!({
                    "title": text.title, "promise": text.promise,
                    "profile_snapshot": text.profile_snapshot,
                }))).await?;
                Ok(())
            })
        })
        .await
}

/// Approves the open draft by an act: refused with the list of what is missing, otherwise frozen and hashed.
pub async fn version_approve(
    store: &Store,
    place: &Place,
    who: &Principal,
    act: Act,
) -> Result<Version, AgendaError> {
    store
        .write(place.body, (who.clone(), act), |tx, (who, act)| {
            Box::pin(async move {
                let mut draft = draft_in_txn(tx).await?;
                let mut actions = rows::actions(tx.conn(), tx.body(), None).await?;
                let gaps = checklist(&draft.title, &draft.promise, &actions, act.day);
                if gaps.iter().any(crate::rules::Gap::blocks) {
                    return Err(AgendaError::Incomplete(gaps));
                }
                actions.retain(belongs);
                for action in &mut actions {
                    let next = action.state.approve()?;
                    if next != action.state {
                        change_state(tx, who, action, next, &act.name).await?;
                    }
                }
                let snapshot = Snapshot {
                    layout: LAYOUT,
                    number: draft.number,
                    title: draft.title.clone(),
                    promise: draft.promise.clone(),
                    reason: draft.reason.clone(),
                    act: act.name.clone(),
                    approved: act.day,
                    profile: starts_from(tx, draft.profile_snapshot).await?,
                    actions,
                };
                let (text, hash) = snapshot.freeze()?;
                let next = draft.state.approve()?;
                tx.execute(
                    "UPDATE agenda_version SET state = ?, act = ?, approved_day = ?, snapshot = ?, hash = ? \
                     WHERE body_id = ? AND id = ?",
                    [
                        next.code().into(),
                        act.name.clone().into(),
                        act.day.to_string().into(),
                        text.into(),
                        hash.clone().into(),
                        tx.body().0.into(),
                        draft.id.into(),
                    ],
                )
                .await?;
                let after = json!({ "number": draft.number, "act": act.name, "hash": hash });
                tx.record(Change::by(who, "agenda.approve", "agenda_version", draft.id).after(after)).await?;
                draft.state = next;
                draft.act.clone_from(&act.name);
                draft.approved = Some(act.day);
                draft.hash = hash;
                Ok(draft)
            })
        })
        .await
}

/// Publishes the approved version; the one before is superseded, and its actions stay readable.
pub async fn version_publish(
    store: &Store,
    place: &Place,
    who: &Principal,
    number: i64,
) -> Result<(), AgendaError> {
    store
        .write(place.body, (place.clone(), who.clone(), number), |tx, (place, who, number)| {
            Box::pin(async move {
                let versions = rows::versions(tx.conn(), tx.body()).await?;
                let version = versions.iter().find(|v| v.number == *number).ok_or(AgendaError::NotFound)?;
                let next = version.state.publish()?;
                let text = rows::frozen(tx.conn(), tx.body(), version.id).await?;
                let snapshot = Snapshot::thaw(&text, &version.hash)?;
                for old in versions.iter().filter(|v| v.state == VersionState::Published) {
                    let state = old.state.supersede()?;
                    tx.execute(
                        "UPDATE agenda_version SET state = ? WHERE body_id = ? AND id = ?",
                        [state.code().into(), tx.body().0.into(), old.id.into()],
                    )
                    .await?;
                }
                tx.execute(
                    "UPDATE agenda_version SET state = ?, published_at = ? WHERE body_id = ? AND id = ?",
                    [next.code().into(), tx.now().0.into(), tx.body().0.into(), version.id.into()],
                )
                .await?;
                let states = rows::states(tx.conn(), tx.body()).await?;
                for action in &snapshot.actions {
                    let state = states.get(&action.id).copied().unwrap_or_default();
                    show(tx, place, &Action { state, ..action.clone() }).await?;
                }
                let change = Change::by(who, "agenda.publish", "agenda_version", version.id);
                tx.record(change.after(json!({ "number": number, "hash": version.hash }))).await?;
                Ok(())
            })
        })
        .await
}

/// Makes an action of the published version public: on the thread and in the search.
async fn show(tx: &Tx, place: &Place, action: &Action) -> Result<(), AgendaError> {
    tx.execute(
        "UPDATE action SET published = ? WHERE body_id = ? AND id = ?",
        [true.into(), tx.body().0.into(), action.id.into()],
    )
    .await?;
    thread::put(tx, &action_node(place, action), true).await?;
    let mut words = vec![
        action.content.summary.as_str(),
        &action.content.inclusion,
        &action.content.responsible,
    ];
    for result in &action.results {
        words.push(&result.content.text);
        thread::put(tx, &result_node(place, action, result), true).await?;
    }
    for indicator in action.indicators() {
        words.push(&indicator.content.name);
        let node = indicator_node(place, action, indicator);
        // A note with the latest value, if there is one, is left as it is.
        tx.execute(
            "INSERT INTO thread_node (body_id, kind, id, label, href, note, public) VALUES (?, ?, ?, ?, ?, ?, ?) \
             ON CONFLICT (body_id, kind, id) DO UPDATE SET label = excluded.label, href = excluded.href, \
             public = excluded.public",
            [
                tx.body().0.into(),
                node.kind.into(),
                node.id.into(),
                node.label.into(),
                node.href.into(),
                node.note.into(),
                true.into(),
            ],
        )
        .await?;
    }
    let document = search::Document {
        kind: "action",
        id: action.id,
        title: &action.content.title,
        summary: &action.content.summary,
        href: &place.action_href(&action.code),
        text: &words.join(" "),
        public: true,
    };
    search::put(tx, &document).await?;
    Ok(())
}
