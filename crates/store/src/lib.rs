//! Data at rest: one connection for both engines, writes that cannot be half done, and what every
//! write leaves behind (audit, events, thread, search).
//!
//! A use case calls [`Store::write`] once: the closure gets a [`Tx`], and either all it did is
//! durable when the call returns or nothing of it happened.

pub mod audit;
pub mod backup;
pub mod error;
pub mod events;
pub mod migrate;
pub mod outbox;
pub mod search;
pub mod settings;
pub mod thread;
mod tx;
mod writer;

use std::{
    collections::HashMap,
    path::Path,
    sync::{Arc, PoisonError, RwLock},
    time::Duration,
};

pub use error::StoreError;
use futures::future::BoxFuture;
use kernel::{BodyId, Clock, Dice};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, TransactionTrait, sqlx,
};
pub use tx::{Change, Tx, statement as sql};

/// Which database engine is behind the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Embedded file.
    Sqlite,
    /// Server.
    Postgres,
}

/// News that a body's data changed: sent after the commit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Committed {
    /// The body.
    pub body: BodyId,
    /// Its latest event number.
    pub seq: i64,
}

/// The database, shared by every part of the program; cheap to clone.
#[derive(Debug, Clone)]
pub struct Store(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    engine: Engine,
    url: String,
    reads: DatabaseConnection,
    writes: DatabaseConnection,
    queue: Option<writer::Queue>,
    clock: Arc<dyn Clock>,
    dice: Arc<Dice>,
    versions: Versions,
    vocabularies: search::Vocabularies,
    news: tokio::sync::broadcast::Sender<Committed>,
}

/// The latest event number of each body that this process has seen.
#[derive(Debug, Default)]
struct Versions(RwLock<HashMap<BodyId, i64>>);

impl Versions {
    fn get(&self, body: BodyId) -> Option<i64> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).get(&body).copied()
    }

    /// Whether the number is newer than the one known.
    fn raise(&self, body: BodyId, seq: i64) -> bool {
        let mut map = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let known = map.entry(body).or_insert(-1);
        let newer = seq > *known;
        if newer {
            *known = seq;
        }
        newer
    }
}

impl Store {
    /// Connects to `sqlite:PATH` (created when missing) or `postgres://…`.
    pub async fn connect(
        url: &str,
        clock: Arc<dyn Clock>,
        dice: Arc<Dice>,
    ) -> Result<Self, StoreError> {
        let (news, _) = tokio::sync::broadcast::channel(1024);
        let versions = Versions::default();
        let engine = match url.split(':').next() {
            Some("sqlite") => Engine::Sqlite,
            Some("postgres" | "postgresql") => Engine::Postgres,
            _ => return Err(StoreError::BadUrl(redact(url))),
        };
        let (reads, writes, queue) = match engine {
            Engine::Sqlite => {
                if let Some(folder) = Path::new(url.trim_start_matches("sqlite:")).parent() {
                    tokio::fs::create_dir_all(folder).await.map_err(StoreError::io)?;
                }
                let writes = Database::connect(sqlite_options(url, 1, false)).await?;
                let reads = Database::connect(sqlite_options(url, 6, true)).await?;
                let queue = writer::Queue::start(writes.clone());
                (reads, writes, Some(queue))
            }
            Engine::Postgres => {
                let mut options = ConnectOptions::new(url);
                options
                    .max_connections(24)
                    .acquire_timeout(Duration::from_secs(10))
                    .sqlx_logging(false)
                    .test_before_acquire(false)
                    .record_stmt_in_spans(false);
                let pool = Database::connect(options).await?;
                (pool.clone(), pool, None)
            }
        };
        let (url, vocabularies) = (url.to_owned(), search::Vocabularies::default());
        Ok(Self(Arc::new(Inner {
            engine,
            url,
            reads,
            writes,
            queue,
            clock,
            dice,
            versions,
            vocabularies,
            news,
        })))
    }

    /// Which engine this is.
    pub fn engine(&self) -> Engine {
        self.0.engine
    }

    /// The address without its password.
    pub fn address(&self) -> String {
        redact(&self.0.url)
    }

    pub(crate) fn url(&self) -> &str {
        &self.0.url
    }

    /// How large the database is, in bytes.
    pub async fn bytes(&self) -> Result<i64, StoreError> {
        let sql = match self.engine() {
            Engine::Sqlite => {
                "SELECT c.page_count * s.page_size AS n FROM pragma_page_count() c, pragma_page_size() s"
            }
            Engine::Postgres => "SELECT pg_database_size(current_database()) AS n",
        };
        let row = self.read().query_one_raw(tx::statement(self.engine(), sql, [])).await?;
        Ok(match row {
            Some(row) => row.try_get("", "n")?,
            None => 0,
        })
    }

    /// A connection for reading; it refuses writes on SQLite.
    pub fn read(&self) -> &DatabaseConnection {
        &self.0.reads
    }

    pub(crate) fn vocabularies(&self) -> &search::Vocabularies {
        &self.0.vocabularies
    }

    pub(crate) fn write_connection(&self) -> &DatabaseConnection {
        &self.0.writes
    }

    /// The clock.
    pub fn clock(&self) -> &Arc<dyn Clock> {
        &self.0.clock
    }

    /// The source of chance.
    pub fn dice(&self) -> &Arc<Dice> {
        &self.0.dice
    }

    /// News of commits, from now on.
    pub fn subscribe(&self) -> tokio::sync::broadcast::Receiver<Committed> {
        self.0.news.subscribe()
    }

    /// The latest event number of a body.
    ///
    /// On SQLite this process is the writer and knows it; on PostgreSQL another node may have
    /// written, so it is read.
    pub async fn version(&self, body: BodyId) -> Result<i64, StoreError> {
        if self.0.engine == Engine::Sqlite
            && let Some(seq) = self.0.versions.get(body)
        {
            return Ok(seq);
        }
        let seq = events::latest(self.read(), body).await?;
        self.0.versions.raise(body, seq);
        Ok(seq)
    }

    /// The event number of a body as far as this process knows, without asking the database.
    pub fn known_version(&self, body: BodyId) -> Option<i64> {
        self.0.versions.get(body)
    }

    /// Takes notice of a commit: of this process, or one found in the event log.
    pub(crate) fn announce(&self, committed: Committed) {
        if self.0.versions.raise(committed.body, committed.seq) {
            // No listener is no error.
            let _ = self.0.news.send(committed);
        }
    }

    /// Runs one use case in one transaction on the data of a body.
    ///
    /// Writes on one body happen one after the other, on both engines. `work` may run more than
    /// once (a PostgreSQL deadlock is tried again), so it must have no other effects. When this
    /// returns `Ok`, the data is on disk.
    pub async fn write<I, T, E, F>(&self, body: BodyId, input: I, work: F) -> Result<T, E>
    where
        I: Send + Sync + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
        F: for<'a> Fn(&'a Tx, &'a I) -> BoxFuture<'a, Result<T, E>> + Send + Sync + 'static,
    {
        match &self.0.queue {
            Some(queue) => queue.run(self.clone(), body, input, work).await,
            None => self.write_postgres(body, input, work).await,
        }
    }

    async fn write_postgres<I, T, E, F>(&self, body: BodyId, input: I, work: F) -> Result<T, E>
    where
        E: From<StoreError>,
        F: for<'a> Fn(&'a Tx, &'a I) -> BoxFuture<'a, Result<T, E>>,
    {
        let mut attempt = 0;
        loop {
            attempt += 1;
            let conn = self.0.writes.begin().await.map_err(StoreError::from)?;
            let tx = Tx::new(self, conn, body);
            tx.lock_body().await?;
            let outcome = work(&tx, &input).await;
            match outcome {
                Ok(value) => match tx.commit().await {
                    Ok(changed) => {
                        for committed in changed {
                            self.announce(committed);
                        }
                        return Ok(value);
                    }
                    Err(error) if error.is_retryable() && attempt < 5 => {}
                    Err(error) => return Err(error.into()),
                },
                Err(error) => {
                    let retry = tx.saw_retryable();
                    tx.rollback().await?;
                    if !(retry && attempt < 5) {
                        return Err(error);
                    }
                }
            }
            tokio::time::sleep(Duration::from_millis(5 * attempt)).await;
        }
    }

    /// Watches the event log for commits of other processes and announces them; runs until dropped.
    pub async fn watch(&self, every: Duration) {
        loop {
            tokio::time::sleep(every).await;
            match events::heads(self.read()).await {
                Ok(heads) => {
                    for committed in heads {
                        self.announce(committed);
                    }
                }
                Err(error) => tracing::warn!(%error, "event log not readable"),
            }
        }
    }
}

fn sqlite_options(url: &str, connections: u32, read_only: bool) -> ConnectOptions {
    let mut options = ConnectOptions::new(format!("{url}?mode=rwc"));
    options
        .max_connections(connections)
        .min_connections(1)
        .idle_timeout(None::<Duration>)
        .max_lifetime(None::<Duration>)
        .acquire_timeout(Duration::from_secs(30))
        .sqlx_logging(false)
        .record_stmt_in_spans(false)
        .test_before_acquire(false)
        .map_sqlx_sqlite_opts(move |opts| {
            let opts = opts
                .create_if_missing(true)
                .journal_mode(sqlx::sqlite::SqliteJournalMode::Wal)
                .synchronous(sqlx::sqlite::SqliteSynchronous::Full)
                .foreign_keys(true)
                .busy_timeout(Duration::from_secs(20))
                .statement_cache_capacity(256)
                .pragma("cache_size", "-16000")
                .pragma("mmap_size", "268435456")
                .pragma("temp_store", "memory");
            if read_only { opts.pragma("query_only", "on") } else { opts }
        });
    options
}

fn redact(url: &str) -> String {
    match (url.split_once("://"), url.rsplit_once('@')) {
        (Some((scheme, _)), Some((_, host))) => format!("{scheme}://…@{host}"),
        _ => url.to_owned(),
    }
}
