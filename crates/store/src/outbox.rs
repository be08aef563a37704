//! E-mail waiting to be sent, written in the transaction that causes it.

use kernel::{BodyId, Instant, email::Email, id::Uuid};
use sea_orm::FromQueryResult;

use crate::{Store, StoreError, Tx, tx::statement};

/// A message.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Message {
    /// The body it is from.
    pub body_id: Uuid,
    /// Which one.
    pub id: Uuid,
    /// Recipient.
    pub recipient: String,
    /// Subject.
    pub subject: String,
    /// Plain text.
    pub content: String,
    /// When it was written, UTC milliseconds.
    pub created_at: i64,
    /// When it left; none while it waits.
    pub sent_at: Option<i64>,
    /// How often sending failed.
    pub attempts: i64,
    /// Why it failed last.
    pub last_error: String,
}

const COLUMNS: &str =
    "body_id, id, recipient, subject, content, created_at, sent_at, attempts, last_error";

/// Puts a message in the outbox of the transaction's body.
pub async fn put(tx: &Tx, to: &Email, subject: &str, content: &str) -> Result<(), StoreError> {
    // A subject is one line: a line break would start another header.
    let subject: String = subject.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    tx.execute(
        "INSERT INTO outbox (body_id, id, recipient, subject, content, created_at, next_at, attempts, last_error) \
         VALUES (?, ?, ?, ?, ?, ?, ?, 0, '')",
        [
            tx.body().0.into(),
            tx.new_id().into(),
            to.as_str().into(),
            subject.into(),
            content.into(),
            tx.now().0.into(),
            tx.now().0.into(),
        ],
    )
    .await?;
    Ok(())
}

/// Messages whose turn has come, oldest first.
pub async fn due(store: &Store, limit: i64) -> Result<Vec<Message>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM outbox WHERE sent_at IS NULL AND attempts < 12 AND next_at <= ? ORDER BY next_at LIMIT ?"
    );
    let values = [store.clock().now().0.into(), limit.into()];
    Ok(Message::find_by_statement(statement(store.engine(), &sql, values))
        .all(store.read())
        .await?)
}

/// The newest messages, sent or not (for the demo's page and the desk).
pub async fn newest(store: &Store, limit: i64) -> Result<Vec<Message>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM outbox ORDER BY created_at DESC, id DESC LIMIT ?");
    Ok(Message::find_by_statement(statement(store.engine(), &sql, [limit.into()]))
        .all(store.read())
        .await?)
}

/// How many messages wait to leave.
pub async fn waiting(store: &Store) -> Result<i64, StoreError> {
    use sea_orm::ConnectionTrait;
    let sql = "SELECT COUNT(*) AS n FROM outbox WHERE sent_at IS NULL AND attempts < 12";
    let row = store.read().query_one_raw(statement(store.engine(), sql, [])).await?;
    Ok(match row {
        Some(row) => row.try_get("", "n")?,
        None => 0,
    })
}

/// Notes that a message left, or why it did not and when to try again (1, 2, 4 … minutes, at most a day).
pub async fn settle(
    store: &Store,
    message: &Message,
    outcome: Result<(), String>,
) -> Result<(), StoreError> {
    let (body, id, attempts) = (message.body_id, message.id, message.attempts + 1);
    store
        .write(BodyId(body), (id, attempts, outcome), |tx, (id, attempts, outcome)| {
            Box::pin(async move {
                let (body, id) = (tx.body().0.into(), (*id).into());
                match outcome {
                    Ok(()) => {
                        let sql = "UPDATE outbox SET sent_at = ?, last_error = '' WHERE body_id = ? AND id = ?";
                        tx.execute(sql, [tx.now().0.into(), body, id]).await?;
                    }
                    Err(why) => {
                        let wait = (60_i64 << (attempts - 1).clamp(0, 11)).min(86_400);
                        let next: Instant = tx.now().plus_seconds(wait);
                        let sql = "UPDATE outbox SET attempts = ?, last_error = ?, next_at = ? WHERE body_id = ? AND id = ?";
                        tx.execute(sql, [(*attempts).into(), why.clone().into(), next.0.into(), body, id]).await?;
                    }
                }
                Ok::<(), StoreError>(())
            })
        })
        .await
}

/// Forgets messages sent before a moment; gives how many (retention of personal data).
pub async fn forget_sent_before(store: &Store, before: Instant) -> Result<u64, StoreError> {
    store
        .write(kernel::id::NETWORK, before, |tx, before| {
            Box::pin(async move {
                tx.execute("DELETE FROM outbox WHERE sent_at < ?", [before.0.into()]).await
            })
        })
        .await
}
