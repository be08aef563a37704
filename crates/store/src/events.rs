//! The event log: one numbered event a change, per body.

use kernel::{BodyId, Instant, id::Uuid};
use sea_orm::{ConnectionTrait, FromQueryResult};

use crate::{Committed, Engine, Store, StoreError, tx::statement};

/// One event.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Event {
    /// Number within the body, from 1.
    pub seq: i64,
    /// When, UTC milliseconds.
    pub at: i64,
    /// What happened: `idea.publish`.
    pub action: String,
    /// Kind of thing.
    pub subject_kind: String,
    /// Which thing.
    pub subject_id: Uuid,
}

impl Event {
    /// When it happened.
    pub fn instant(&self) -> Instant {
        Instant(self.at)
    }
}

fn engine(conn: &impl ConnectionTrait) -> Engine {
    match conn.get_database_backend() {
        sea_orm::DbBackend::Postgres => Engine::Postgres,
        _ => Engine::Sqlite,
    }
}

/// The latest event number of a body, 0 when nothing has happened.
pub async fn latest(conn: &impl ConnectionTrait, body: BodyId) -> Result<i64, StoreError> {
    let sql = "SELECT seq FROM body_head WHERE body_id = ?";
    let row = conn.query_one_raw(statement(engine(conn), sql, [body.0.into()])).await?;
    Ok(row.map(|r| r.try_get("", "seq")).transpose()?.unwrap_or(0))
}

/// The latest event number of every body.
pub async fn heads(conn: &impl ConnectionTrait) -> Result<Vec<Committed>, StoreError> {
    let rows = conn
        .query_all_raw(statement(engine(conn), "SELECT body_id, seq FROM body_head", []))
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Committed {
                body: BodyId(row.try_get("", "body_id")?),
                seq: row.try_get("", "seq")?,
            })
        })
        .collect()
}

/// Up to `limit` events of a body after a number, oldest first.
pub async fn after(
    store: &Store,
    body: BodyId,
    seq: i64,
    limit: u64,
) -> Result<Vec<Event>, StoreError> {
    let sql = "SELECT seq, at, action, subject_kind, subject_id FROM event_log \
               WHERE body_id = ? AND seq > ? ORDER BY seq LIMIT ?";
    let values = [body.0.into(), seq.into(), i64::try_from(limit).unwrap_or(1000).into()];
    Ok(Event::find_by_statement(statement(store.engine(), sql, values)).all(store.read()).await?)
}

/// The events about one thing, oldest first.
pub async fn about(
    store: &Store,
    body: BodyId,
    kind: &str,
    id: Uuid,
) -> Result<Vec<Event>, StoreError> {
    let sql = "SELECT seq, at, action, subject_kind, subject_id FROM event_log \
               WHERE body_id = ? AND subject_kind = ? AND subject_id = ? ORDER BY seq LIMIT 200";
    let values = [body.0.into(), kind.into(), id.into()];
    Ok(Event::find_by_statement(statement(store.engine(), sql, values)).all(store.read()).await?)
}
