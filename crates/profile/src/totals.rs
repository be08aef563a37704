//! How much every body has in its registers: for the network's pages.

use kernel::id::Uuid;
use sea_orm::FromQueryResult;
use store::{Store, sql};

use crate::ProfileError;

/// The registers of one body, counted.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Total {
    /// The body.
    pub body_id: Uuid,
    /// Services.
    pub services: i64,
    /// Databases.
    pub databases: i64,
}

/// The totals of every body that has any.
pub async fn of_all(store: &Store) -> Result<Vec<Total>, ProfileError> {
    let text = "SELECT body_id, CAST(SUM(s) AS bigint) AS services, CAST(SUM(d) AS bigint) AS databases FROM ( \
                SELECT body_id, COUNT(*) AS s, 0 AS d FROM service WHERE card_state <> 'draft' GROUP BY body_id \
                UNION ALL SELECT body_id, 0 AS s, COUNT(*) AS d FROM information_base GROUP BY body_id) counted \
                GROUP BY body_id";
    Ok(Total::find_by_statement(sql(store.engine(), text, [])).all(store.read()).await?)
}
