//! What is sent twice counts once: a form that is sent again gives the answer of the first time.

use kernel::id::Uuid;
use sea_orm::ConnectionTrait;
use sha2::{Digest, Sha256};
use store::{StoreError, Tx, sql};

/// One sending: where to, the random word of its form, and what was written.
///
/// With all three, going back and writing something else is a new sending; sending the same again is not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Once(Option<String>);

impl Once {
    /// A sending that is never taken for another.
    pub const NEVER: Self = Self(None);

    /// The sending of a form with a random word to a place; without a word it is never taken for another.
    pub fn of(place: &str, word: &str, written: &[(String, String)]) -> Self {
        if word.is_empty() {
            return Self::NEVER;
        }
        let mut hash = Sha256::new();
        for part in
            [place, word].into_iter().chain(written.iter().flat_map(|(k, v)| [k.as_str(), v]))
        {
            hash.update(part.len().to_le_bytes());
            hash.update(part);
        }
        Self(Some(hex::encode(hash.finalize())))
    }

    /// What the same sending made the first time.
    pub(crate) async fn made(&self, tx: &Tx) -> Result<Option<Uuid>, StoreError> {
        let Some(mark) = &self.0 else { return Ok(None) };
        let text = "SELECT subject FROM participation_sent WHERE body_id = ? AND mark = ?";
        let values = [tx.body().0.into(), mark.as_str().into()];
        let row = tx.conn().query_one_raw(sql(tx.engine(), text, values)).await?;
        Ok(row.map(|row| row.try_get("", "subject")).transpose()?)
    }

    /// Remembers what this sending made.
    pub(crate) async fn remember(&self, tx: &Tx, subject: Uuid) -> Result<(), StoreError> {
        let Some(mark) = &self.0 else { return Ok(()) };
        let text =
            "INSERT INTO participation_sent (body_id, mark, subject, at) VALUES (?, ?, ?, ?)";
        let values = [tx.body().0.into(), mark.as_str().into(), subject.into(), tx.now().0.into()];
        tx.execute(text, values).await.map(drop)
    }
}
