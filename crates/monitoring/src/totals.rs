//! How often every body has measured: for the network's pages.

use kernel::id::Uuid;
use sea_orm::FromQueryResult;
use store::{Store, StoreError, sql};

use crate::MonitoringError;

/// The readings of one body, counted.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Total {
    /// The body.
    pub body_id: Uuid,
    /// Readings that count.
    pub readings: i64,
}

/// The totals of every body that has any.
pub async fn of_all(store: &Store) -> Result<Vec<Total>, MonitoringError> {
    let text = "SELECT r.body_id, COUNT(*) AS readings FROM reading r WHERE NOT EXISTS ( \
                SELECT 1 FROM reading c WHERE c.body_id = r.body_id AND c.supersedes = r.id) \
                GROUP BY r.body_id";
    let found = Total::find_by_statement(sql(store.engine(), text, [])).all(store.read()).await;
    Ok(found.map_err(StoreError::from)?)
}
