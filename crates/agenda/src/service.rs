//! Use cases of staff on actions, results and indicators: each opens one transaction.

use kernel::{Principal, id::Uuid};
use participation::service::Site;
use serde_json::{Value, json};
use store::{Change, Store, StoreError, Tx, thread};

pub use crate::origins::{ChosenProject, Turned, actions_from_projects, origin_add};
pub use crate::publish::{draft_edit, draft_open, version_approve, version_publish};

use crate::{
    Action, ActionContent, ActionState, ActionStep, AgendaError, ExpectedResult, Indicator,
    IndicatorContent, Origin, Place, ResultContent,
    origins::{create_in_txn, tell_ideas},
    rules::is_defined,
    store as rows,
};

/// Characters of a label on the thread.
const LONGEST_LABEL: usize = 160;

pub(crate) fn json_of(value: &impl serde::Serialize) -> Result<Value, AgendaError> {
    serde_json::to_value(value).map_err(|e| StoreError::Corrupt(format!("agenda: {e}")).into())
}

/// One action of the body, by its code.
pub(crate) async fn action_in_txn(tx: &Tx, code: &str) -> Result<Action, AgendaError> {
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
        note: thread::word(action.state.key()),
    }
}

pub(crate) fn result_node(place: &Place, action: &Action, result: &ExpectedResult) -> thread::Node {
    // A node's label is a name: the whole sentence is on the action's page.
    let words = &result.content.text;
    let mut label: String = words.chars().take(LONGEST_LABEL).collect();
    if label.len() < words.len() {
        let end = label.rfind(' ').unwrap_or(label.len());
        label.truncate(end);
        label.push('…');
    }
    thread::Node {
        kind: "result".into(),
        id: result.id,
        label: label.replace('\n', " "),
        href: place.indicator_href(&action.code, &result.code),
        note: result.content.due.map_or_else(String::new, |day| {
            format!("entro il {}", kernel::italian::long_date(day))
        }),
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

/// Writes an action by hand; gives its code.
pub async fn action_create(
    store: &Store,
    site: &Site,
    who: &Principal,
    content: ActionContent,
    origins: Vec<Origin>,
) -> Result<String, AgendaError> {
    let input = (site.clone(), who.clone(), content, origins);
    store
        .write(site.body, input, |tx, (site, who, content, origins)| {
            Box::pin(async move {
                let action = create_in_txn(tx, &Place::of(site), who, content, origins).await?;
                for origin in origins {
                    let from = (origin.kind.as_str(), origin.id);
                    thread::join(tx, from, "becomes", ("action", action.id)).await?;
                }
                tell_ideas(tx, site, who, origins, &action.code).await?;
                Ok(action.code)
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
                        [thread::word(next.key()).into(), tx.body().0.into(), action.id.into()],
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
    let input = (place.clone(), who.clone(), action.to_owned(), content);
    store
        .write(place.body, input, |tx, (place, who, action, content)| {
            Box::pin(async move {
                let action = action_in_txn(tx, action).await?;
                let (id, number) = (tx.new_id(), rows::next_number(tx, "RA").await?);
                rows::put_result(tx, action.id, id, Some(number), content).await?;
                let result = ExpectedResult {
                    id,
                    code: format!("RA-{number:02}"),
                    content: content.clone(),
                    indicators: Vec::new(),
                };
                thread::put(tx, &result_node(place, &action, &result), false).await?;
                thread::join(tx, ("action", action.id), "expects", ("result", id)).await?;
                tx.record(
                    Change::by(who, "result.add", "action", action.id).after(json_of(content)?),
                )
                .await?;
                Ok(result.code)
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
    let input = (place.clone(), who.clone(), action.to_owned(), code.to_owned(), content);
    store
        .write(place.body, input, |tx, (place, who, action, code, content)| {
            Box::pin(async move {
                let action = action_in_txn(tx, action).await?;
                let result = result_of(&action, code)?;
                rows::put_result(tx, action.id, result.id, None, content).await?;
                if !action.published {
                    let new = ExpectedResult { content: content.clone(), ..result.clone() };
                    thread::put(tx, &result_node(place, &action, &new), false).await?;
                }
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
                for sql in [
                    "DELETE FROM expected_result WHERE body_id = ? AND id = ?",
                    "DELETE FROM thread_node WHERE body_id = ? AND kind = 'result' AND id = ?",
                ] {
                    tx.execute(sql, [tx.body().0.into(), result.id.into()]).await?;
                }
                thread::part(tx, ("action", action.id), "expects", ("result", result.id)).await?;
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
                let of = ("indicator", indicator.id);
                thread::join(tx, ("result", result), "measured_by", of).await?;
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
                let (_, result, old) = indicator_in_txn(tx, code).await?;
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
                thread::part(tx, ("result", result), "measured_by", ("indicator", old.id)).await?;
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
