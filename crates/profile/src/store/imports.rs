//! Queries about imports: layouts that are remembered, what was done, what can be undone.

use std::collections::{HashMap, HashSet};

use kernel::{BodyId, id::Uuid};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};
use store::{Engine, StoreError, Tx, search, sql, thread};

use super::{HEAD, columns, kept};
use crate::{
    import::{Sheet, links::LinkWrite},
    model::{Kept, Register},
};

/// An import as it was done.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Entry {
    /// Its id.
    pub id: Uuid,
    /// When, UTC milliseconds.
    pub at: i64,
    /// Who, in words.
    pub by_name: String,
    /// `web`, `api`, `cli`.
    pub channel: String,
    /// What its rows were: the word in addresses.
    pub register: String,
    /// Where the rows came from: `sheet`, or the name of another source.
    pub source: String,
    /// Name of the file.
    pub file_name: String,
    /// SHA-256 of the file.
    pub file_hash: String,
    /// Records made.
    pub created: i64,
    /// Records changed.
    pub changed: i64,
    /// Records that were already so.
    pub unchanged: i64,
    /// Rows left out.
    pub left_out: i64,
    /// When it was undone, if it was.
    pub undone_at: Option<i64>,
    /// By whom.
    pub undone_by: String,
    /// How many changes the undo left because somebody had changed them since.
    pub undo_left: i64,
}

/// One thing an import did.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Done {
    /// Its place in the import.
    pub n: i64,
    /// Code of the record.
    pub code: String,
    /// The record, or the service of a link.
    pub record_id: Uuid,
    /// The database of a link.
    pub other_id: Option<Uuid>,
    /// The field changed; empty when the record was made.
    pub field: String,
    /// Its value before.
    pub value_before: String,
    /// Its value after.
    pub value_after: String,
}

const ENTRY: &str = "id, at, by_name, channel, register, source, file_name, file_hash, created, changed, \
                     unchanged, left_out, undone_at, undone_by, undo_left";

pub(crate) async fn format(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    sheet: Sheet,
    layout: &str,
) -> Result<Option<String>, StoreError> {
    let text =
        "SELECT mapping_json FROM import_format WHERE body_id = ? AND register = ? AND layout = ?";
    let key = [body.0.into(), sheet.code().into(), layout.into()];
    let row = conn.query_one_raw(sql(engine, text, key)).await?;
    Ok(row.map(|row| row.try_get_by_index(0)).transpose()?)
}

pub(crate) async fn put_format(
    tx: &Tx,
    sheet: Sheet,
    layout: &str,
    mapping_json: &str,
) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO import_format (body_id, register, layout, mapping_json, used_at) VALUES (?, ?, ?, ?, ?) \
         ON CONFLICT (body_id, register, layout) DO UPDATE SET mapping_json = excluded.mapping_json, \
         used_at = excluded.used_at",
        [
            tx.body().0.into(),
            sheet.code().into(),
            layout.into(),
            mapping_json.into(),
            tx.now().0.into(),
        ],
    )
    .await?;
    Ok(())
}

pub(crate) async fn forget_format(tx: &Tx, sheet: Sheet, layout: &str) -> Result<(), StoreError> {
    let text = "DELETE FROM import_format WHERE body_id = ? AND register = ? AND layout = ?";
    tx.execute(text, [tx.body().0.into(), sheet.code().into(), layout.into()]).await?;
    Ok(())
}

pub(crate) async fn set_draft(
    tx: &Tx,
    id: Uuid,
    column: &str,
    json: &str,
) -> Result<(), StoreError> {
    let text = format!("UPDATE import_draft SET {column} = ? WHERE body_id = ? AND id = ?");
    tx.execute(&text, [json.into(), tx.body().0.into(), id.into()]).await?;
    Ok(())
}

pub(crate) async fn put_entry(tx: &Tx, entry: &Entry) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO import_log (body_id, id, at, by_name, channel, register, source, file_name, file_hash, \
         created, changed, unchanged, left_out) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            tx.body().0.into(),
            entry.id.into(),
            tx.now().0.into(),
            entry.by_name.clone().into(),
            entry.channel.clone().into(),
            entry.register.clone().into(),
            entry.source.clone().into(),
            entry.file_name.clone().into(),
            entry.file_hash.clone().into(),
            entry.created.into(),
            entry.changed.into(),
            entry.unchanged.into(),
            entry.left_out.into(),
        ],
    )
    .await?;
    Ok(())
}

pub(crate) async fn put_done(tx: &Tx, import: Uuid, done: &[Done]) -> Result<(), StoreError> {
    for chunk in done.chunks(1000) {
        let rows = vec!["(?, ?, ?, ?, ?, ?, ?, ?, ?)"; chunk.len()].join(", ");
        let text = format!(
            "INSERT INTO import_change (body_id, import_id, n, code, record_id, other_id, field, \
             value_before, value_after) VALUES {rows}"
        );
        let mut values: Vec<Value> = Vec::with_capacity(chunk.len() * 9);
        for one in chunk {
            values.extend([
                tx.body().0.into(),
                import.into(),
                one.n.into(),
                one.code.clone().into(),
                one.record_id.into(),
                one.other_id.into(),
                one.field.clone().into(),
                one.value_before.clone().into(),
                one.value_after.clone().into(),
            ]);
        }
        tx.execute(&text, values).await?;
    }
    Ok(())
}

pub(crate) async fn entries(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    before: Option<i64>,
    most: i64,
) -> Result<Vec<Entry>, StoreError> {
    let text = format!(
        "SELECT {ENTRY} FROM import_log WHERE body_id = ? AND at < ? ORDER BY at DESC, id DESC LIMIT ?"
    );
    let values = [body.0.into(), before.unwrap_or(i64::MAX).into(), most.into()];
    Ok(Entry::find_by_statement(sql(engine, &text, values)).all(conn).await?)
}

pub(crate) async fn entry(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    id: Uuid,
) -> Result<Option<Entry>, StoreError> {
    let text = format!("SELECT {ENTRY} FROM import_log WHERE body_id = ? AND id = ?");
    Ok(Entry::find_by_statement(sql(engine, &text, [body.0.into(), id.into()])).one(conn).await?)
}

pub(crate) async fn done(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    id: Uuid,
    from: i64,
    most: i64,
) -> Result<Vec<Done>, StoreError> {
    let text = "SELECT n, code, record_id, other_id, field, value_before, value_after FROM import_change \
                WHERE body_id = ? AND import_id = ? AND n >= ? ORDER BY n LIMIT ?";
    let values = [body.0.into(), id.into(), from.into(), most.into()];
    Ok(Done::find_by_statement(sql(engine, text, values)).all(conn).await?)
}

pub(crate) async fn set_undone(tx: &Tx, id: Uuid, by: &str, left: i64) -> Result<(), StoreError> {
    let text = "UPDATE import_log SET undone_at = ?, undone_by = ?, undo_left = ? WHERE body_id = ? AND id = ?";
    let values = [tx.now().0.into(), by.into(), left.into(), tx.body().0.into(), id.into()];
    tx.execute(text, values).await?;
    Ok(())
}

/// `?, ?, ?` and the values of some ids after the body.
fn listed(body: BodyId, ids: &[Uuid]) -> (String, Vec<Value>) {
    let values = std::iter::once(body.0.into()).chain(ids.iter().map(|id| (*id).into()));
    (vec!["?"; ids.len()].join(", "), values.collect())
}

/// Records by id.
pub(crate) async fn by_ids(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    register: Register,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, Kept>, StoreError> {
    let mut found = HashMap::with_capacity(ids.len());
    for ids in ids.chunks(500) {
        let (marks, values) = listed(body, ids);
        let text = format!(
            "SELECT {HEAD}, {} FROM {} WHERE body_id = ? AND id IN ({marks})",
            columns(register),
            register.table()
        );
        for row in conn.query_all_raw(sql(engine, &text, values)).await? {
            let record = kept(register, &row)?;
            found.insert(record.id, record);
        }
    }
    Ok(found)
}

/// Which of these records something else refers to: a link, an idea, an action.
pub(crate) async fn referred(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    register: Register,
    ids: &[Uuid],
) -> Result<HashSet<Uuid>, StoreError> {
    let mut found = HashSet::new();
    for ids in ids.chunks(400) {
        let (marks, values) = listed(body, ids);
        let kind = register.kind();
        // What hangs on a service by its own field (its sheets) goes with it.
        let mut texts = vec![
            format!(
                "SELECT DISTINCT from_id FROM thread_edge WHERE body_id = ? AND from_kind = '{kind}' \
                 AND relation <> 'carried_out_by' AND from_id IN ({marks})"
            ),
            format!(
                "SELECT DISTINCT to_id FROM thread_edge WHERE body_id = ? AND to_kind = '{kind}' \
                 AND relation <> 'carried_out_by' AND to_id IN ({marks})"
            ),
        ];
        let side = match register {
            Register::Services => Some("service_id"),
            Register::Databases => Some("database_id"),
            Register::PlanSheets => None,
        };
        texts.extend(side.map(|side| {
            format!(
                "SELECT DISTINCT {side} FROM data_use WHERE body_id = ? AND {side} IN ({marks})"
            )
        }));
        for text in texts {
            for row in conn.query_all_raw(sql(engine, &text, values.clone())).await? {
                found.insert(row.try_get_by_index(0)?);
            }
        }
    }
    Ok(found)
}

/// Takes records away, with all that was written beside them.
pub(crate) async fn remove_records(
    tx: &Tx,
    register: Register,
    ids: &[Uuid],
) -> Result<(), StoreError> {
    let beside: &[(&str, &str)] = match register {
        Register::Services => {
            &[("service_area", "service_id"), ("service_municipality", "service_id")]
        }
        Register::Databases => &[],
        Register::PlanSheets => &[("plan_expense", "sheet_id"), ("plan_indicator", "sheet_id")],
    };
    for ids in ids.chunks(500) {
        let (marks, values) = listed(tx.body(), ids);
        for (table, column) in beside.iter().copied().chain([(register.table(), "id")]) {
            let text = format!("DELETE FROM {table} WHERE body_id = ? AND {column} IN ({marks})");
            tx.execute(&text, values.clone()).await?;
        }
    }
    thread::remove_all(tx, register.kind(), ids).await?;
    search::remove_all(tx, register.kind(), ids).await
}

/// Access and means of the links between these services and databases.
pub(crate) async fn uses(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
) -> Result<HashMap<(Uuid, Uuid), (String, String)>, StoreError> {
    Ok(super::ends(conn, engine, body).await?.uses)
}

/// Takes many links away.
pub(crate) async fn remove_uses(tx: &Tx, pairs: &[(Uuid, Uuid)]) -> Result<(), StoreError> {
    for chunk in pairs.chunks(400) {
        let marks = vec!["(service_id = ? AND database_id = ?)"; chunk.len()].join(" OR ");
        let text = format!("DELETE FROM data_use WHERE body_id = ? AND ({marks})");
        let ids = chunk.iter().flat_map(|(service, database)| [*service, *database]);
        let values = std::iter::once(tx.body().0.into()).chain(ids.map(Value::from));
        tx.execute(&text, values.collect::<Vec<Value>>()).await?;
    }
    let pairs: Vec<_> = pairs.iter().map(|(s, d)| (("service", *s), ("database", *d))).collect();
    thread::part_all(tx, "uses", &pairs).await
}

/// Writes links as they were.
pub(crate) async fn restore_uses(tx: &Tx, links: &[LinkWrite]) -> Result<(), StoreError> {
    super::put_uses(tx, links).await
}
