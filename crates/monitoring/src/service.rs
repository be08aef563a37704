//! Use cases of staff: each opens one transaction.

use agenda::{Action, Indicator, Place};
use jiff::civil::Date;
use kernel::{Principal, id::Uuid, italian};
use serde_json::json;
use store::{Change, Store, Tx, thread};

use crate::{MonitoringError, NewReading, Reading, model::written, query};

/// Writes a reading of an indicator down; gives its id.
pub async fn reading_record(
    store: &Store,
    place: &Place,
    who: &Principal,
    indicator: &str,
    reading: NewReading,
) -> Result<Uuid, MonitoringError> {
    let input = (place.clone(), who.clone(), indicator.to_owned(), reading);
    store
        .write(place.body, input, |tx, (place, who, code, new)| {
            Box::pin(async move {
                let (action, indicator) =
                    agenda::service::indicator_measure_in_txn(tx, code).await?;
                let (day, value) = new.settle(&indicator, tx.now().day())?;
                let known = query::readings_of(tx.conn(), tx.body(), indicator.id).await?;
                if known.iter().any(|old| old.day == day && !old.corrected) {
                    return Err(MonitoringError::DayTaken);
                }
                let entry = Entry { new, day, value, supersedes: None, reason: "" };
                let id = write_in_txn(tx, who, &indicator, &entry).await?;
                show(tx, place, &action, &indicator).await?;
                Ok(id)
            })
        })
        .await
}

/// Corrects a reading: a new one takes its place with a reason, the old one stays readable.
pub async fn reading_correct(
    store: &Store,
    place: &Place,
    who: &Principal,
    reading: Uuid,
    new: NewReading,
    reason: &str,
) -> Result<Uuid, MonitoringError> {
    let input = (place.clone(), who.clone(), reading, new, reason.trim().to_owned());
    store
        .write(place.body, input, |tx, (place, who, old, new, reason)| {
            Box::pin(async move {
                if reason.is_empty() {
                    return Err(MonitoringError::ReasonNeeded);
                }
                let old = query::reading_in(tx.conn(), tx.body(), *old).await?;
                if old.corrected {
                    return Err(MonitoringError::AlreadyCorrected);
                }
                let code = query::indicator_code(tx.conn(), tx.body(), old.indicator).await?;
                let (action, indicator) =
                    agenda::service::indicator_measure_in_txn(tx, &code).await?;
                let (day, value) = new.settle(&indicator, tx.now().day())?;
                let known = query::readings_of(tx.conn(), tx.body(), indicator.id).await?;
                if known.iter().any(|r| r.day == day && !r.corrected && r.id != old.id) {
                    return Err(MonitoringError::DayTaken);
                }
                let entry = Entry { new, day, value, supersedes: Some(&old), reason };
                let id = write_in_txn(tx, who, &indicator, &entry).await?;
                show(tx, place, &action, &indicator).await?;
                Ok(id)
            })
        })
        .await
}

struct Entry<'a> {
    new: &'a NewReading,
    day: Date,
    value: f64,
    supersedes: Option<&'a Reading>,
    reason: &'a str,
}

async fn write_in_txn(
    tx: &Tx,
    who: &Principal,
    indicator: &Indicator,
    entry: &Entry<'_>,
) -> Result<Uuid, MonitoringError> {
    let (id, new) = (tx.new_id(), entry.new);
    let evidence = if new.evidence.is_empty() { &indicator.content.source } else { &new.evidence };
    tx.execute(
        "INSERT INTO reading (body_id, id, indicator_id, reference_day, value, numerator, denominator, evidence, \
         comment, validated, supersedes, reason, demonstrative, recorded_at, recorded_by) \
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            tx.body().0.into(),
            id.into(),
            indicator.id.into(),
            entry.day.to_string().into(),
            entry.value.into(),
            new.numerator.into(),
            new.denominator.into(),
            evidence.clone().into(),
            new.comment.clone().into(),
            (!new.provisional).into(),
            entry.supersedes.map(|old| old.id).into(),
            entry.reason.into(),
            new.demonstrative.into(),
            tx.now().0.into(),
            who.person.map(|p| p.0).into(),
        ],
    )
    .await?;
    let said = |day: Date, value: f64| json!({ "indicator": indicator.code, "day": day.to_string(), "value": value });
    let action = if entry.supersedes.is_some() { "reading.correct" } else { "reading.record" };
    let before = entry.supersedes.map_or(serde_json::Value::Null, |old| said(old.day, old.value));
    tx.record(Change::by(who, action, "reading", id).values(before, said(entry.day, entry.value)))
        .await?;
    Ok(id)
}

/// Puts the latest reading that counts on the thread; the earlier ones leave it and stay on the indicator's page.
async fn show(
    tx: &Tx,
    place: &Place,
    action: &Action,
    indicator: &Indicator,
) -> Result<(), MonitoringError> {
    let readings = query::readings_of(tx.conn(), tx.body(), indicator.id).await?;
    let latest = readings.iter().rfind(|r| r.counts());
    tx.execute(
        "UPDATE thread_node SET public = ? WHERE body_id = ? AND kind = 'reading' AND id IN \
         (SELECT e.to_id FROM thread_edge e WHERE e.body_id = ? AND e.from_kind = 'indicator' AND e.from_id = ? \
          AND e.to_kind = 'reading')",
        [false.into(), tx.body().0.into(), tx.body().0.into(), indicator.id.into()],
    )
    .await?;
    let note = latest.map_or_else(
        || indicator.content.unit.clone(),
        |r| format!("{} ({})", written(indicator, r.value), italian::long_date(r.day)),
    );
    tx.execute(
        "UPDATE thread_node SET note = ? WHERE body_id = ? AND kind = 'indicator' AND id = ?",
        [note.clone().into(), tx.body().0.into(), indicator.id.into()],
    )
    .await?;
    if let Some(latest) = latest {
        let node = thread::Node {
            kind: "reading".into(),
            id: latest.id,
            label: indicator.content.name.clone(),
            href: place.indicator_href(&action.code, &indicator.code),
            note,
        };
        thread::put(tx, &node, action.published).await?;
        thread::join(tx, ("indicator", indicator.id), "reads", ("reading", latest.id)).await?;
    }
    Ok(())
}
