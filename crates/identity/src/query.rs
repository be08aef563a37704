//! Reading rows on either engine.

use sea_orm::{ConnectionTrait, FromQueryResult, Value};
use sha2::{Digest, Sha256};
use store::{Store, StoreError, Tx};

/// All rows of a query, outside a transaction.
pub(crate) async fn all<T: FromQueryResult>(
    store: &Store,
    sql: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<Vec<T>, StoreError> {
    Ok(T::find_by_statement(store::sql(store.engine(), sql, values)).all(store.read()).await?)
}

/// The first row of a query, outside a transaction.
pub(crate) async fn one<T: FromQueryResult>(
    store: &Store,
    sql: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<Option<T>, StoreError> {
    Ok(T::find_by_statement(store::sql(store.engine(), sql, values)).one(store.read()).await?)
}

/// The first row of a query inside a transaction.
pub(crate) async fn within<T: FromQueryResult>(
    tx: &Tx,
    sql: &str,
    values: impl IntoIterator<Item = Value> + Send,
) -> Result<Option<T>, StoreError> {
    Ok(T::find_by_statement(store::sql(tx.engine(), sql, values)).one(tx.conn()).await?)
}

/// Whether a query inside a transaction finds anything.
pub(crate) async fn exists(
    tx: &Tx,
    sql: &str,
    values: impl IntoIterator<Item = Value> + Send,
) -> Result<bool, StoreError> {
    Ok(tx.conn().query_one_raw(store::sql(tx.engine(), sql, values)).await?.is_some())
}

/// SHA-256 of a secret of 256 bits: what is stored of it.
pub(crate) fn digest(secret: &str) -> String {
    hex::encode(Sha256::digest(secret.as_bytes()))
}
