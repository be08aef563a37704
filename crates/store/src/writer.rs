//! The one writer of SQLite: it gathers what waits, commits it together (group commit), and only
//! then answers. Each use case has its own savepoint, so one that fails takes nobody with it.

use std::panic::AssertUnwindSafe;

use futures::{FutureExt, future::BoxFuture};
use kernel::BodyId;
use sea_orm::{
    DatabaseConnection, DatabaseTransaction, SqliteTransactionMode, TransactionOptions,
    TransactionTrait,
};
use tokio::sync::{mpsc, oneshot};

use crate::{Committed, Store, StoreError, Tx};

/// How many use cases may share a commit.
const BATCH: usize = 128;

/// What is left to do once the commit is known: tell the waiting caller.
type Settle = Box<dyn FnOnce(Result<(), StoreError>) + Send>;

/// One use case waiting for its turn.
type Job = Box<
    dyn for<'a> FnOnce(&'a DatabaseTransaction) -> BoxFuture<'a, (Vec<Committed>, Settle)> + Send,
>;

struct Waiting {
    store: Store,
    job: Job,
}

/// The door to the writer.
#[derive(Debug, Clone)]
pub(crate) struct Queue(mpsc::Sender<Waiting>);

impl Queue {
    pub(crate) fn start(conn: DatabaseConnection) -> Self {
        let (sender, receiver) = mpsc::channel(1024);
        tokio::spawn(serve(conn, receiver));
        Self(sender)
    }

    pub(crate) async fn run<I, T, E, F>(
        &self,
        store: Store,
        body: BodyId,
        input: I,
        work: F,
    ) -> Result<T, E>
    where
        I: Send + Sync + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
        F: for<'a> Fn(&'a Tx, &'a I) -> BoxFuture<'a, Result<T, E>> + Send + Sync + 'static,
    {
        let (answer, waiting) = oneshot::channel::<Result<T, E>>();
        let inside = store.clone();
        let job: Job = Box::new(move |conn| {
            Box::pin(async move {
                let (outcome, changed) = attempt(&inside, conn, body, &input, &work).await;
                let settle: Settle = Box::new(move |committed: Result<(), StoreError>| {
                    let result = match (outcome, committed) {
                        (Err(error), _) => Err(error),
                        (Ok(_), Err(error)) => Err(error.into()),
                        (Ok(value), Ok(())) => Ok(value),
                    };
                    // A caller that went away does not want the answer.
                    let _ = answer.send(result);
                });
                (changed, settle)
            })
        });
        self.0.send(Waiting { store, job }).await.map_err(|_| StoreError::Interrupted)?;
        waiting.await.map_err(|_| StoreError::Interrupted)?
    }
}

/// Runs one use case inside a savepoint.
async fn attempt<I, T, E, F>(
    store: &Store,
    conn: &DatabaseTransaction,
    body: BodyId,
    input: &I,
    work: &F,
) -> (Result<T, E>, Vec<Committed>)
where
    E: From<StoreError>,
    F: for<'a> Fn(&'a Tx, &'a I) -> BoxFuture<'a, Result<T, E>>,
{
    let tx = match conn.begin().await {
        Ok(savepoint) => Tx::new(store, savepoint, body),
        Err(error) => return (Err(StoreError::from(error).into()), Vec::new()),
    };
    let outcome = AssertUnwindSafe(work(&tx, input)).catch_unwind().await;
    match outcome {
        Ok(Ok(value)) => match tx.commit().await {
            Ok(changed) => (Ok(value), changed),
            Err(error) => (Err(error.into()), Vec::new()),
        },
        Ok(Err(error)) => match tx.rollback().await {
            Ok(()) => (Err(error), Vec::new()),
            Err(broken) => (Err(broken.into()), Vec::new()),
        },
        Err(_panic) => {
            let rolled_back = tx.rollback().await;
            (Err(rolled_back.err().unwrap_or(StoreError::Interrupted).into()), Vec::new())
        }
    }
}

async fn serve(conn: DatabaseConnection, mut queue: mpsc::Receiver<Waiting>) {
    let mut batch = Vec::with_capacity(BATCH);
    while queue.recv_many(&mut batch, BATCH).await > 0 {
        let store = batch[0].store.clone();
        let mut settled: Vec<Settle> = Vec::with_capacity(batch.len());
        let mut changed = Vec::new();
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        let committed = match conn.begin_with_options(options).await {
            Ok(tx) => {
                for Waiting { job, .. } in batch.drain(..) {
                    let (bodies, settle) = job(&tx).await;
                    changed.extend(bodies);
                    settled.push(settle);
                }
                tx.commit().await.map_err(|e| e.to_string())
            }
            Err(error) => {
                // Dropping the jobs drops their answers: each caller learns that it was interrupted.
                batch.clear();
                tracing::error!(%error, "the database takes no writes");
                continue;
            }
        };
        if committed.is_ok() {
            for news in changed {
                store.announce(news);
            }
        }
        for settle in settled {
            settle(committed.clone().map_err(|e| StoreError::Db(sea_orm::DbErr::Custom(e))));
        }
    }
}
