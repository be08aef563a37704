//! Queries about addresses to be fetched.

use kernel::{BodyId, id::Uuid};
use sea_orm::{ConnectionTrait, FromQueryResult};
use store::{Engine, StoreError, Tx, sql};

/// How far an address is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Asked for.
    Waiting,
    /// A job is at it.
    Fetching,
    /// What was read waits for confirmation.
    Done,
    /// Nothing was read; the reason is kept.
    Failed,
}

impl State {
    /// Its kept word.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Fetching => "fetching",
            Self::Done => "done",
            Self::Failed => "failed",
        }
    }

    /// The state of a kept word.
    pub fn parse(code: &str) -> Option<Self> {
        let all = [Self::Waiting, Self::Fetching, Self::Done, Self::Failed];
        all.into_iter().find(|state| state.code() == code)
    }
}

/// An address that somebody asked for.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Asked {
    /// The body.
    pub body_id: Uuid,
    /// Its id.
    pub id: Uuid,
    /// The address as it was typed.
    pub address: String,
    /// When, UTC milliseconds.
    pub asked_at: i64,
    /// How far it is: a word of [`State`].
    pub state: String,
    /// How often a job began.
    pub attempts: i64,
    /// What was read, waiting for confirmation.
    pub draft_id: Option<Uuid>,
    /// The key of the message that says why nothing was read.
    pub fault: String,
    /// The number the message speaks of.
    pub fault_n: i64,
}

const COLUMNS: &str = "body_id, id, address, asked_at, state, attempts, draft_id, fault, fault_n";

pub(super) async fn put(tx: &Tx, id: Uuid, address: &str) -> Result<(), StoreError> {
    let text = "INSERT INTO import_fetch (body_id, id, address, asked_at, state, attempts, fault, fault_n) \
                VALUES (?, ?, ?, ?, 'waiting', 0, '', 0)";
    tx.execute(text, [tx.body().0.into(), id.into(), address.into(), tx.now().0.into()]).await?;
    Ok(())
}

pub(super) async fn of_body(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
) -> Result<Vec<Asked>, StoreError> {
    let text = format!(
        "SELECT {COLUMNS} FROM import_fetch WHERE body_id = ? ORDER BY asked_at DESC, id LIMIT 50"
    );
    Ok(Asked::find_by_statement(sql(engine, &text, [body.0.into()])).all(conn).await?)
}

/// Addresses of any body whose turn has come: asked for, or left by a job that stopped.
pub(super) async fn due(
    conn: &impl ConnectionTrait,
    engine: Engine,
    stopped_before: i64,
    most: i64,
) -> Result<Vec<Asked>, StoreError> {
    let text = format!(
        "SELECT {COLUMNS} FROM import_fetch WHERE state = 'waiting' OR (state = 'fetching' AND begun_at < ?) \
         ORDER BY asked_at, id LIMIT ?"
    );
    let values = [stopped_before.into(), most.into()];
    Ok(Asked::find_by_statement(sql(engine, &text, values)).all(conn).await?)
}

/// Waiting -> Fetching, for one job alone; whether it is this one.
pub(super) async fn begin(tx: &Tx, asked: &Asked) -> Result<bool, StoreError> {
    let text = "UPDATE import_fetch SET state = 'fetching', begun_at = ?, attempts = attempts + 1 \
                WHERE body_id = ? AND id = ? AND state = ? AND attempts = ?";
    let values = [
        tx.now().0.into(),
        tx.body().0.into(),
        asked.id.into(),
        asked.state.clone().into(),
        asked.attempts.into(),
    ];
    Ok(tx.execute(text, values).await? > 0)
}

/// Fetching -> Done or Failed; whether the address was still the job's.
pub(super) async fn end(
    tx: &Tx,
    id: Uuid,
    attempt: i64,
    state: State,
    draft: Option<Uuid>,
    (fault, n): (&str, i64),
) -> Result<bool, StoreError> {
    let text = "UPDATE import_fetch SET state = ?, draft_id = ?, fault = ?, fault_n = ? \
                WHERE body_id = ? AND id = ? AND state = 'fetching' AND attempts = ?";
    let values = [
        state.code().into(),
        draft.into(),
        fault.into(),
        n.into(),
        tx.body().0.into(),
        id.into(),
        attempt.into(),
    ];
    Ok(tx.execute(text, values).await? > 0)
}

pub(super) async fn remove(tx: &Tx, id: Uuid) -> Result<bool, StoreError> {
    let text = "DELETE FROM import_fetch WHERE body_id = ? AND id = ?";
    Ok(tx.execute(text, [tx.body().0.into(), id.into()]).await? > 0)
}
