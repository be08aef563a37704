//! Forgetting what need not be kept: that a code voted.

use kernel::BodyId;
use serde_json::json;
use store::{Change, Store, StoreError};

/// For how long a published day keeps which codes and browsers voted, in days.
pub const CREDENTIAL_DAYS: i64 = 30;

/// Deletes the voters' marks of days published or annulled a month ago; gives how many.
///
/// Ballots stay: their marks lead nowhere any more.
pub async fn forget(store: &Store, body: BodyId) -> Result<u64, StoreError> {
    store
        .write(body, (), |tx, ()| {
            Box::pin(async move {
                let (body, before) = (tx.body().0, tx.now().plus_days(-CREDENTIAL_DAYS).0);
                let gone = tx
                    .execute(
                        "DELETE FROM voter_credential WHERE body_id = ? AND day_id IN (SELECT id FROM working_day \
                         WHERE body_id = ? AND (published_at <= ? OR annulled_at <= ?))",
                        [body.into(), body.into(), before.into(), before.into()],
                    )
                    .await?;
                if gone > 0 {
                    let change = Change::job("workday.forget", "body", body);
                    tx.record(change.after(json!({ "credentials": gone }))).await?;
                }
                Ok(gone)
            })
        })
        .await
}
