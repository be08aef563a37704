//! Forgetting what is not needed any more: ended sessions, old links, old failures.

use kernel::id::NETWORK;
use store::StoreError;

use crate::{Identity, sign_in::FORGET_AFTER};

/// What was forgotten.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize)]
pub struct Forgotten {
    /// Sessions that had ended.
    pub sessions: u64,
    /// Links expired for a day.
    pub links: u64,
    /// Failed sign-ins older than a day.
    pub failures: u64,
}

impl Identity {
    /// Deletes ended sessions, links expired for a day and failures older than a day.
    pub async fn retention(&self) -> Result<Forgotten, StoreError> {
        self.store()
            .write(NETWORK, (), |tx, ()| {
                Box::pin(async move {
                    let now = tx.now();
                    let yesterday = now.plus_seconds(-FORGET_AFTER).0;
                    let sessions = tx
                        .execute(
                            "DELETE FROM session WHERE body_id = ? AND (absolute_at <= ? OR last_seen_at + idle_ms <= ?)",
                            [NETWORK.0.into(), now.0.into(), now.0.into()],
                        )
                        .await?;
                    let links = tx
                        .execute(
                            "DELETE FROM one_time_link WHERE body_id = ? AND expires_at <= ?",
                            [NETWORK.0.into(), yesterday.into()],
                        )
                        .await?;
                    let failures = tx
                        .execute(
                            "DELETE FROM sign_in_failure WHERE body_id = ? AND last_at <= ?",
                            [NETWORK.0.into(), yesterday.into()],
                        )
                        .await?;
                    Ok(Forgotten { sessions, links, failures })
                })
            })
            .await
    }
}
