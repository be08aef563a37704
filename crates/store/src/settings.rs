//! Small named values of a body or of the whole installation.

use kernel::BodyId;
use sea_orm::ConnectionTrait;

use crate::{Store, StoreError, Tx, tx::statement};

/// The value of a name; none when it was never set.
pub async fn get(store: &Store, body: BodyId, name: &str) -> Result<Option<String>, StoreError> {
    let sql = "SELECT value FROM setting WHERE body_id = ? AND name = ?";
    let row = store
        .read()
        .query_one_raw(statement(store.engine(), sql, [body.0.into(), name.into()]))
        .await?;
    Ok(row.map(|r| r.try_get("", "value")).transpose()?)
}

/// Sets the value of a name.
pub async fn set(tx: &Tx, name: &str, value: &str) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO setting (body_id, name, value) VALUES (?, ?, ?) \
         ON CONFLICT (body_id, name) DO UPDATE SET value = excluded.value",
        [tx.body().0.into(), name.into(), value.into()],
    )
    .await?;
    Ok(())
}
