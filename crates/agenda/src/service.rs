//! Use cases of staff on actions, results and indicators: each opens one transaction.

use kernel::{Cents, Principal, id::Uuid};
use serde_json::{Value, json};
use store::{Change, Store, StoreError, Tx, thread};

pub use crate::publish::{draft_edit, draft_open, version_approve, version_publish};

use crate::{
    Action, ActionContent, ActionState, ActionStep, AgendaError, ExpectedResult, Indicator,
    IndicatorContent, Origin, Place, ResultContent, rules::is_defined, store as rows,
};

fn json_of(value: &impl serde::Serialize) -> Result<Value, AgendaError> {
    serde_json::to_value(value).map_err(|e| StoreError::Corrupt(format!("agenda: {e}")).into())
}

/// One action of the body, by its code.
async fn action_in_txn(tx: &Tx, code: &str) -> Result<Action, AgendaError> {
    rows::actions(tx.conn(), tx.body(), Some(code))
        .await?
        .into_iter()
        .next()
        .ok_or(AgendaError::NotFound)
}

pub(crate) fn action_node(place: &Place, action: &Action) -> thread::Node {
    thread::Node {
        kind: "action".into(),
        id: action.id,
        label: format!("{} {}", action.code, action.content.title),
        href: place.action_href(&action.code),
        note: action.state.italian().into(),
    }
}

pub(crate) fn indicator_node(
    place: &Place,
    action: &Action,
    indicator: &Indicator,
) -> thread::Node {
    thread::Node {
        kind: "indicator".into(),
        id: indicator.id,
        label: format!("{} {}", indicator.code, indicator.content.name),
        href: place.indicator_href(&action.code, &indicator.code),
        note: indicator.content.unit.clone(),
    }
}

/// Writes a new action with what it comes from; joins it to the thread, not yet public.
async fn create_in_txn(
    tx: &Tx,
    place: &Place,
    who: &Principal,
    content: &ActionContent,
    origins: &[Origin],
) -> Result<String, AgendaError> {
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
        thread::join(tx, (&origin.kind, origin.id), "becomes", ("action", action.id)).await?;
    }
    tx.record(Change::by(who, "action.create", "action", action.id).after(json_of(&action)?))
        .await?;
    Ok(action.code)
}

/// Writes an action by hand; gives its code.
pub async fn action_create(
    store: &Store,
    place: &Place,
    who: &Principal,
    content: ActionContent,
    origins: Vec<Origin>,
) -> Result<String, AgendaError> {
    let input = (place.clone(), who.clone(), content, origins);
    store
        .write(place.body, input, |tx, (place, who, content, origins)| {
            Box::pin(create_in_txn(tx, place, who, content, origins))
        })
        .await
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
    place: &Place,
    who: &Principal,
    projects: Vec<ChosenProject>,
) -> Result<Vec<Turned>, AgendaError> {
    let input = (place.clone(), who.clone(), projects);
    store
        .write(place.body, input, |tx, (place, who, projects)| {
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
                    let action = create_in_txn(tx, place, who, &content, &origins).await?;
                    turned.push(Turned { project, action, new: true });
                }
                Ok(turned)
            })
        })
        .await
}

/// Changes what an action says; a published version keeps the text it was approved with.
pub async fn action_edit(
    store: &Store,
    place: &Place,
    who: &Principal,
    code: &str,
    content: ActionContent,
) -> Result<(), AgendaError> {
    let input = (place.clone(), who.clone(), code.to_owned(), content);
    store
        .write(place.body, input, |tx, (place, who, code, content)| {
            Box::pin(async move {
                let mut action = action_in_txn(tx, code).await?;
                let before = json_of(&action.content)?;
                action.content = content.clone();
                rows::put_action(tx, &action, None).await?;
                if !action.published {
                    thread::put(tx, &action_node(place, &action), false).await?;
                }
                let change = Change::by(who, "action.edit", "action", action.id);
                tx.record(change.values(before, json_of(content)?)).await?;
                Ok(())
            })
        })
        .await
}

/// Takes an action along one arrow; some arrows owe the public a reason.
pub async fn action_move(
    store: &Store,
    place: &Place,
    who: &Principal,
    code: &str,
    step: ActionStep,
    reason: &str,
) -> Result<ActionState, AgendaError> {
    let input = (place.clone(), who.clone(), code.to_owned(), step, reason.trim().to_owned());
    store
        .write(place.body, input, |tx, (place, who, code, step, reason)| {
            Box::pin(async move {
                if step.needs_reason() && reason.is_empty() {
                    return Err(AgendaError::ReasonNeeded);
                }
                let mut action = action_in_txn(tx, code).await?;
                let next = action.state.take(*step)?;
                change_state(tx, who, &mut action, next, reason).await?;
                if action.published {
                    // The label stays the published one: only the fact beside it is of today.
                    tx.execute(
                        "UPDATE thread_node SET note = ? WHERE body_id = ? AND kind = 'action' AND id = ?",
                        [next.italian().into(), tx.body().0.into(), action.id.into()],
                    )
                    .await?;
                } else {
                    thread::put(tx, &action_node(place, &action), false).await?;
                }
                Ok(next)
            })
        })
        .await
}

pub(crate) async fn change_state(
    tx: &Tx,
    who: &Principal,
    action: &mut Action,
    next: ActionState,
    reason: &str,
) -> Result<(), AgendaError> {
    let before = action.state;
    action.state = next;
    rows::put_action(tx, action, None).await?;
    tx.execute(
        "INSERT INTO action_change (body_id, id, action_id, at, actor, from_state, to_state, reason) \
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            tx.body().0.into(),
            tx.new_id().into(),
            action.id.into(),
            tx.now().0.into(),
            who.person.map(|p| p.0).into(),
            before.code().into(),
            next.code().into(),
            reason.into(),
        ],
    )
    .await?;
    let change = Change::by(who, "action.move", "action", action.id);
    tx.record(
        change.values(json!({ "state": before }), json!({ "state": next, "reason": reason })),
    )
    .await?;
    Ok(())
}

/// Adds an expected result to an action; gives its code.
pub async fn result_add(
    store: &Store,
    place: &Place,
    who: &Principal,
    action: &str,
    content: ResultContent,
) -> Result<String, AgendaError> {
    let input = (who.clone(), action.to_owned(), content);
    store
        .write(place.body, input, |tx, (who, action, content)| {
            Box::pin(async move {
                let action = action_in_txn(tx, action).await?;
                let (id, number) = (tx.new_id(), rows::next_number(tx, "RA").await?);
                rows::put_result(tx, action.id, id, Some(number), content).await?;
                tx.record(
                    Change::by(who, "result.add", "action", action.id).after(json_of(content)?),
                )
                .await?;
                Ok(format!("RA-{number:02}"))
            })
        })
        .await
}

fn result_of<'a>(action: &'a Action, code: &str) -> Result<&'a ExpectedResult, AgendaError> {
    action.results.iter().find(|one| one.code == code).ok_or(AgendaError::NotFound)
}

/// Changes an expected result.
pub async fn result_edit(
    store: &Store,
    place: &Place,
    who: &Principal,
    action: &str,
    code: &str,
    content: ResultContent,
) -> Result<(), AgendaError> {
    let input = (who.clone(), action.to_owned(), code.to_owned(), content);
    store
        .write(place.body, input, |tx, (who, action, code, content)| {
            Box::pin(async move {
                let action = action_in_txn(tx, action).await?;
                let result = result_of(&action, code)?;
                rows::put_result(tx, action.id, result.id, None, content).await?;
                let change = Change::by(who, "result.edit", "action", action.id);
                tx.record(change.values(json_of(&result.content)?, json_of(content)?)).await?;
                Ok(())
            })
        })
        .await
}

/// Takes an expected result without indicators away.
pub async fn result_remove(
    store: &Store,
    place: &Place,
    who: &Principal,
    action: &str,
    code: &str,
) -> Result<(), AgendaError> {
    let input = (who.clone(), action.to_owned(), code.to_owned());
    store
        .write(place.body, input, |tx, (who, action, code)| {
            Box::pin(async move {
                let action = action_in_txn(tx, action).await?;
                let result = result_of(&action, code)?;
                if !result.indicators.is_empty() {
                    return Err(AgendaError::ResultInUse);
                }
                let values = [tx.body().0.into(), result.id.into()];
                tx.execute("DELETE FROM expected_result WHERE body_id = ? AND id = ?", values)
                    .await?;
                let change = Change::by(who, "result.remove", "action", action.id);
                tx.record(change.values(json_of(result)?, Value::Null)).await?;
                Ok(())
            })
        })
        .await
}

/// Adds an indicator to an expected result; gives its code.
pub async fn indicator_add(
    store: &Store,
    place: &Place,
    who: &Principal,
    action: &str,
    result: &str,
    content: IndicatorContent,
) -> Result<String, AgendaError> {
    let input = (place.clone(), who.clone(), action.to_owned(), result.to_owned(), content);
    store
        .write(place.body, input, |tx, (place, who, action, result, content)| {
            Box::pin(async move {
                let action = action_in_txn(tx, action).await?;
                let result = result_of(&action, result)?.id;
                let number = rows::next_number(tx, "IN").await?;
                let indicator = Indicator {
                    id: tx.new_id(),
                    code: format!("IN-{number:02}"),
                    state: crate::IndicatorState::Proposed,
                    content: content.clone(),
                };
                let indicator = settled(indicator);
                rows::put_indicator(tx, action.id, result, Some(number), &indicator).await?;
                thread::put(tx, &indicator_node(place, &action, &indicator), false).await?;
                thread::join(tx, ("action", action.id), "measured_by", ("indicator", indicator.id))
                    .await?;
                tx.record(
                    Change::by(who, "indicator.add", "indicator", indicator.id)
                        .after(json_of(&indicator)?),
                )
                .await?;
                Ok(indicator.code)
            })
        })
        .await
}

/// The state that an indicator's contents tell, with its targets in order.
fn settled(mut indicator: Indicator) -> Indicator {
    indicator.content.targets.sort_by_key(|target| target.day);
    indicator.content.targets.dedup_by_key(|target| target.day);
    let has_baseline = indicator.content.baseline.is_some();
    indicator.state = indicator.state.after_edit(is_defined(&indicator), has_baseline);
    indicator
}

/// An indicator of the body, with the action and the result it belongs to.
async fn indicator_in_txn(tx: &Tx, code: &str) -> Result<(Action, Uuid, Indicator), AgendaError> {
    for action in rows::actions(tx.conn(), tx.body(), None).await? {
        for result in &action.results {
            if let Some(found) = result.indicators.iter().find(|one| one.code == code) {
                let (result, found) = (result.id, found.clone());
                return Ok((action, result, found));
            }
        }
    }
    Err(AgendaError::NotFound)
}

/// Changes an indicator; a published version keeps the definition it was approved with.
pub async fn indicator_edit(
    store: &Store,
    place: &Place,
    who: &Principal,
    code: &str,
    content: IndicatorContent,
) -> Result<(), AgendaError> {
    let input = (place.clone(), who.clone(), code.to_owned(), content);
    store
        .write(place.body, input, |tx, (place, who, code, content)| {
            Box::pin(async move {
                let (action, result, old) = indicator_in_txn(tx, code).await?;
                let indicator = settled(Indicator { content: content.clone(), ..old.clone() });
                rows::put_indicator(tx, action.id, result, None, &indicator).await?;
                if !action.published {
                    thread::put(tx, &indicator_node(place, &action, &indicator), false).await?;
                }
                let change = Change::by(who, "indicator.edit", "indicator", indicator.id);
                tx.record(change.values(json_of(&old.content)?, json_of(&indicator.content)?))
                    .await?;
                Ok(())
            })
        })
        .await
}

/// Takes an indicator without readings away.
pub async fn indicator_remove(
    store: &Store,
    place: &Place,
    who: &Principal,
    code: &str,
) -> Result<(), AgendaError> {
    let input = (who.clone(), code.to_owned());
    store
        .write(place.body, input, |tx, (who, code)| {
            Box::pin(async move {
                let (action, _, old) = indicator_in_txn(tx, code).await?;
                if matches!(
                    old.state,
                    crate::IndicatorState::Measuring | crate::IndicatorState::Closed
                ) {
                    return Err(AgendaError::IndicatorInUse);
                }
                for sql in [
                    "DELETE FROM indicator_target WHERE body_id = ? AND indicator_id = ?",
                    "DELETE FROM indicator WHERE body_id = ? AND id = ?",
                    "DELETE FROM thread_node WHERE body_id = ? AND kind = 'indicator' AND id = ?",
                ] {
                    tx.execute(sql, [tx.body().0.into(), old.id.into()]).await?;
                }
                thread::part(tx, ("action", action.id), "measured_by", ("indicator", old.id))
                    .await?;
                let change = Change::by(who, "indicator.remove", "indicator", old.id);
                tx.record(change.values(json_of(&old)?, Value::Null)).await?;
                Ok(())
            })
        })
        .await
}

/// Says that no more readings of an indicator are due.
pub async fn indicator_close(
    store: &Store,
    place: &Place,
    who: &Principal,
    code: &str,
) -> Result<(), AgendaError> {
    let input = (who.clone(), code.to_owned());
    store
        .write(place.body, input, |tx, (who, code)| {
            Box::pin(async move {
                let (_, _, old) = indicator_in_txn(tx, code).await?;
                let next = old.state.close()?;
                rows::set_indicator_state(tx, old.id, next).await?;
                let change = Change::by(who, "indicator.close", "indicator", old.id);
                tx.record(change.values(json!({ "state": old.state }), json!({ "state": next })))
                    .await?;
                Ok(())
            })
        })
        .await
}

/// Takes notice, in somebody else's transaction, that an indicator gets a reading; gives its action and itself.
pub async fn indicator_measure_in_txn(
    tx: &Tx,
    code: &str,
) -> Result<(Action, Indicator), AgendaError> {
    let (action, _, mut indicator) = indicator_in_txn(tx, code).await?;
    let next = indicator.state.measure()?;
    if next != indicator.state {
        rows::set_indicator_state(tx, indicator.id, next).await?;
        indicator.state = next;
    }
    Ok((action, indicator))
}
