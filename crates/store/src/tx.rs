//! One transaction of a use case, and the trace that every change leaves.

use std::sync::{
    Arc, Mutex, PoisonError,
    atomic::{AtomicBool, Ordering},
};

use kernel::{BodyId, Dice, Instant, PersonId, Principal, id::Uuid};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbErr, Statement};
use serde_json::Value;

use crate::{Committed, Engine, Store, StoreError, audit, error::is_retryable};

/// What a use case says of the change it made; it becomes one audit entry and one event.
#[derive(Debug, Clone)]
pub struct Change<'a> {
    /// What happened, noun and verb: `idea.publish`.
    pub action: &'a str,
    /// The kind of thing changed: `idea`.
    pub kind: &'a str,
    /// Which one.
    pub id: Uuid,
    /// Who did it.
    pub actor: Option<PersonId>,
    /// Identity level of the act, 0 to 3.
    pub identity_level: u8,
    /// On whose behalf, in words; empty when on one's own.
    pub on_behalf_of: &'a str,
    /// `web`, `api`, `cli`, `job`, `import`, `email`.
    pub channel: &'a str,
    /// The thing before, without personal data.
    pub before: Value,
    /// The thing after, without personal data.
    pub after: Value,
}

impl<'a> Change<'a> {
    /// A change made by somebody through the web pages.
    pub fn by(who: &Principal, action: &'a str, kind: &'a str, id: impl Into<Uuid>) -> Self {
        Self {
            action,
            kind,
            id: id.into(),
            actor: who.person,
            identity_level: who.identity_level,
            on_behalf_of: "",
            channel: "web",
            before: Value::Null,
            after: Value::Null,
        }
    }

    /// A change made by the program itself, because its time had come.
    pub fn job(action: &'a str, kind: &'a str, id: impl Into<Uuid>) -> Self {
        Self {
            action,
            kind,
            id: id.into(),
            actor: None,
            identity_level: 0,
            on_behalf_of: "",
            channel: "job",
            before: Value::Null,
            after: Value::Null,
        }
    }

    /// Says what the thing was and has become.
    #[must_use]
    pub fn values(mut self, before: Value, after: Value) -> Self {
        self.before = before;
        self.after = after;
        self
    }

    /// Says what the thing has become.
    #[must_use]
    pub fn after(mut self, after: Value) -> Self {
        self.after = after;
        self
    }

    /// Says through which channel it came.
    #[must_use]
    pub const fn channel(mut self, channel: &'a str) -> Self {
        self.channel = channel;
        self
    }
}

/// An open transaction on the data of one body.
#[derive(Debug)]
pub struct Tx {
    conn: DatabaseTransaction,
    engine: Engine,
    body: BodyId,
    now: Instant,
    dice: Arc<Dice>,
    changed: Mutex<Vec<Committed>>,
    retryable: AtomicBool,
}

impl Tx {
    pub(crate) fn new(store: &Store, conn: DatabaseTransaction, body: BodyId) -> Self {
        Self {
            conn,
            engine: store.engine(),
            body,
            now: store.clock().now(),
            dice: Arc::clone(store.dice()),
            changed: Mutex::new(Vec::new()),
            retryable: AtomicBool::new(false),
        }
    }

    /// The connection, for queries.
    pub fn conn(&self) -> &DatabaseTransaction {
        &self.conn
    }

    /// Which engine this is.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// The body whose data this is about.
    pub fn body(&self) -> BodyId {
        self.body
    }

    /// The moment of this transaction: the same for all it writes.
    pub fn now(&self) -> Instant {
        self.now
    }

    /// A new time-ordered id.
    pub fn new_id(&self) -> Uuid {
        self.dice.uuid(self.now)
    }

    /// The source of chance.
    pub fn dice(&self) -> &Dice {
        &self.dice
    }

    /// Runs a statement with `?` placeholders on either engine and says how many rows it touched.
    pub async fn execute(
        &self,
        sql: &str,
        values: impl IntoIterator<Item = sea_orm::Value> + Send,
    ) -> Result<u64, StoreError> {
        let statement = statement(self.engine, sql, values);
        Ok(self.conn.execute_raw(statement).await.inspect_err(|e| self.note(e))?.rows_affected())
    }

    /// Runs statements one after the other; on SQLite in one go, which spares the way to its thread.
    pub async fn execute_all(
        &self,
        statements: Vec<(&str, Vec<sea_orm::Value>)>,
    ) -> Result<(), StoreError> {
        if self.engine == Engine::Sqlite {
            let texts: Vec<&str> = statements.iter().map(|(text, _)| *text).collect();
            let text = texts.join("; ");
            self.execute(&text, statements.into_iter().flat_map(|(_, values)| values)).await?;
            return Ok(());
        }
        for (text, values) in statements {
            self.execute(text, values).await?;
        }
        Ok(())
    }

    fn note(&self, error: &DbErr) {
        if is_retryable(error) {
            self.retryable.store(true, Ordering::Relaxed);
        }
    }

    pub(crate) fn saw_retryable(&self) -> bool {
        self.retryable.load(Ordering::Relaxed)
    }

    /// On PostgreSQL, makes writers of one body wait for each other (SQLite has one writer anyway).
    pub(crate) async fn lock_body(&self) -> Result<(), StoreError> {
        self.execute(
            "INSERT INTO body_head (body_id, seq, audit_hash) VALUES (?, 0, '') ON CONFLICT (body_id) DO NOTHING",
            [self.body.0.into()],
        )
        .await?;
        self.execute(
            // The same statement tells the database whose rows this transaction may write.
            "SELECT seq, set_config('agio.body', ?, true) FROM body_head WHERE body_id = ? FOR UPDATE",
            [self.body.0.to_string().into(), self.body.0.into()],
        )
        .await?;
        Ok(())
    }

    /// Writes the audit entry and the event of a change; gives the body's new event number.
    pub async fn record(&self, change: Change<'_>) -> Result<i64, StoreError> {
        self.record_for(self.body, change).await
    }

    /// The same for another body (used where the network touches a body).
    pub async fn record_for(&self, body: BodyId, change: Change<'_>) -> Result<i64, StoreError> {
        let head = self
            .conn
            .query_one_raw(statement(
                self.engine,
                "INSERT INTO body_head (body_id, seq, audit_hash) VALUES (?, 1, '') \
                 ON CONFLICT (body_id) DO UPDATE SET seq = body_head.seq + 1 RETURNING seq, audit_hash",
                [body.0.into()],
            ))
            .await
            .inspect_err(|e| self.note(e))?
            .ok_or_else(|| StoreError::Corrupt("body head".into()))?;
        let seq: i64 = head.try_get("", "seq")?;
        let entry = audit::Entry {
            body,
            seq,
            at: self.now,
            actor: change.actor,
            on_behalf_of: change.on_behalf_of.to_owned(),
            channel: change.channel.to_owned(),
            identity_level: i64::from(change.identity_level),
            action: change.action.to_owned(),
            kind: change.kind.to_owned(),
            subject: change.id,
            before: change.before.to_string(),
            after: change.after.to_string(),
            previous: head.try_get("", "audit_hash")?,
        };
        let hash = entry.hash();
        self.execute_all(vec![
            (
                "INSERT INTO audit_log (body_id, seq, at, actor, on_behalf_of, channel, identity_level, action, \
                 subject_kind, subject_id, before_json, after_json, previous_hash, hash) \
                 VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                vec![
                    body.0.into(),
                    seq.into(),
                    self.now.0.into(),
                    entry.actor.map(|p| p.0).into(),
                    entry.on_behalf_of.into(),
                    entry.channel.into(),
                    entry.identity_level.into(),
                    entry.action.clone().into(),
                    entry.kind.clone().into(),
                    entry.subject.into(),
                    entry.before.into(),
                    entry.after.into(),
                    entry.previous.into(),
                    hash.clone().into(),
                ],
            ),
            (
                "INSERT INTO event_log (body_id, seq, at, action, subject_kind, subject_id) \
                 VALUES (?, ?, ?, ?, ?, ?)",
                vec![
                    body.0.into(),
                    seq.into(),
                    self.now.0.into(),
                    entry.action.into(),
                    entry.kind.into(),
                    entry.subject.into(),
                ],
            ),
            (
                "UPDATE body_head SET audit_hash = ? WHERE body_id = ?",
                vec![hash.into(), body.0.into()],
            ),
        ])
        .await?;
        self.changed.lock().unwrap_or_else(PoisonError::into_inner).push(Committed { body, seq });
        Ok(seq)
    }

    pub(crate) async fn commit(self) -> Result<Vec<Committed>, StoreError> {
        self.conn.commit().await?;
        Ok(self.changed.into_inner().unwrap_or_else(PoisonError::into_inner))
    }

    pub(crate) async fn rollback(self) -> Result<(), StoreError> {
        Ok(self.conn.rollback().await?)
    }
}

/// Builds a statement from `?` placeholders; PostgreSQL gets `$1`, `$2`, ….
pub fn statement(
    engine: Engine,
    sql: &str,
    values: impl IntoIterator<Item = sea_orm::Value>,
) -> Statement {
    match engine {
        Engine::Sqlite => Statement::from_sql_and_values(sea_orm::DbBackend::Sqlite, sql, values),
        Engine::Postgres => {
            let mut numbered = String::with_capacity(sql.len() + 16);
            let mut n = 0;
            for c in sql.chars() {
                if c == '?' {
                    n += 1;
                    numbered.push('$');
                    numbered.push_str(&n.to_string());
                } else {
                    numbered.push(c);
                }
            }
            Statement::from_sql_and_values(sea_orm::DbBackend::Postgres, numbered, values)
        }
    }
}
