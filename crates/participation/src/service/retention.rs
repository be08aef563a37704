//! Forgetting what need not be kept: docs/privacy.md says what and when, this does it.

use kernel::BodyId;
use serde_json::json;
use store::{Change, Store, StoreError};

/// For how long the text of a refused idea is kept after its last step, in days.
pub const REFUSED_DAYS: i64 = 365;

/// For how long a sending is remembered, in days.
pub const SENDING_DAYS: i64 = 7;

/// What a round forgot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize)]
pub struct Forgotten {
    /// Addresses of authors whose time has passed.
    pub emails: u64,
    /// Who supported ideas of a path that has ended; the counts stay.
    pub supporters: u64,
    /// Texts of ideas refused a year ago; that they were sent, and the answer, stay.
    pub refused_texts: u64,
    /// Marks of forms sent a week ago.
    pub sendings: u64,
}

impl Forgotten {
    /// Of everything together.
    pub const fn all(self) -> u64 {
        self.emails + self.supporters + self.refused_texts + self.sendings
    }
}

/// One round on a body: all in one transaction, with an entry that says how many and never which.
pub async fn forget(store: &Store, body: BodyId) -> Result<Forgotten, StoreError> {
    store
        .write(body, (), |tx, ()| {
            Box::pin(async move {
                let (body, now) = (tx.body().0, tx.now());
                let refused = "SELECT s.idea_id FROM idea_step s JOIN idea i ON i.body_id = s.body_id \
                               AND i.id = s.idea_id WHERE s.body_id = ? AND i.state = 'refused' \
                               AND i.text <> '' GROUP BY s.idea_id HAVING MAX(s.at) <= ?";
                let year_ago = now.plus_days(-REFUSED_DAYS).0;
                let forgotten = Forgotten {
                    emails: tx
                        .execute(
                            "DELETE FROM idea_email WHERE body_id = ? AND keep_until <= ?",
                            [body.into(), now.0.into()],
                        )
                        .await?,
                    supporters: tx
                        .execute(
                            "DELETE FROM support WHERE body_id = ? AND idea_id IN (SELECT i.id FROM idea i \
                             JOIN path p ON p.body_id = i.body_id AND p.id = i.path_id \
                             WHERE i.body_id = ? AND p.state IN ('closed', 'withdrawn'))",
                            [body.into(), body.into()],
                        )
                        .await?,
                    refused_texts: tx
                        .execute(
                            &format!(
                                "UPDATE idea SET title = '…', text = '', for_whom = '', flags = '' \
                                 WHERE body_id = ? AND id IN ({refused})"
                            ),
                            [body.into(), body.into(), year_ago.into()],
                        )
                        .await?,
                    sendings: tx
                        .execute(
                            "DELETE FROM participation_sent WHERE body_id = ? AND at < ?",
                            [body.into(), now.plus_days(-SENDING_DAYS).0.into()],
                        )
                        .await?,
                };
                if forgotten.all() > 0 {
                    let counts = json!(forgotten);
                    let change = Change::job("participation.forget", "body", body);
                    tx.record(change.after(counts)).await?;
                }
                Ok(forgotten)
            })
        })
        .await
}
