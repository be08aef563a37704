//! "I want this too": one mark per person and idea, the count kept in the same transaction.

use kernel::{BodyId, Principal};
use sea_orm::ConnectionTrait;
use serde_json::json;
use store::{Change, Store, Tx, sql};

use crate::{
    ParticipationError,
    model::{IdeaId, SupportBy},
    store as rows,
};

/// What a press of the button did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Supported {
    /// How many support the idea now.
    pub supports: i64,
    /// Whether this changed it.
    pub changed: bool,
}

/// As `IdeaState::takes_support`; a test keeps the two together.
const OPEN: &str = "number = ? AND state IN ('published', 'in_review', 'grouped', 'admitted')";

/// Supports an idea; a second time changes nothing.
pub async fn support(
    store: &Store,
    body: BodyId,
    identity_level: u8,
    number: i64,
    by: &SupportBy,
) -> Result<Supported, ParticipationError> {
    store
        .write(body, (identity_level, number, by.stored()), |tx, (level, number, who)| {
            Box::pin(async move {
                let text = format!(
                    "INSERT INTO support (body_id, idea_id, who, at) SELECT body_id, id, ?, ? FROM idea \
                     WHERE body_id = ? AND {OPEN} ON CONFLICT (body_id, idea_id, who) DO NOTHING"
                );
                let values = [who.as_str().into(), tx.now().0.into(), tx.body().0.into(), (*number).into()];
                let added = tx.execute(&text, values).await?;
                settle(tx, *level, *number, added, "idea.support", 1).await
            })
        })
        .await
}

/// Takes a support back; when there was none, nothing changes.
pub async fn unsupport(
    store: &Store,
    body: BodyId,
    identity_level: u8,
    number: i64,
    by: &SupportBy,
) -> Result<Supported, ParticipationError> {
    store
        .write(body, (identity_level, number, by.stored()), |tx, (level, number, who)| {
            Box::pin(async move {
                let text = format!(
                    "DELETE FROM support WHERE body_id = ? AND who = ? \
                     AND idea_id = (SELECT id FROM idea WHERE body_id = ? AND {OPEN})"
                );
                let values =
                    [tx.body().0.into(), who.as_str().into(), tx.body().0.into(), (*number).into()];
                let removed = tx.execute(&text, values).await?;
                settle(tx, *level, *number, removed, "idea.unsupport", -1).await
            })
        })
        .await
}

async fn settle(
    tx: &Tx,
    identity_level: u8,
    number: i64,
    touched: u64,
    action: &str,
    by: i64,
) -> Result<Supported, ParticipationError> {
    if touched == 0 {
        let idea = rows::idea(tx.conn(), tx.engine(), tx.body(), number)
            .await?
            .filter(rows::Idea::is_public)
            .ok_or(ParticipationError::NoSuchIdea)?;
        if !idea.state.takes_support() {
            return Err(ParticipationError::SupportClosed);
        }
        return Ok(Supported { supports: idea.supports, changed: false });
    }
    let text = "UPDATE idea SET supports = supports + ? WHERE body_id = ? AND number = ? RETURNING id, supports";
    let row = tx
        .conn()
        .query_one_raw(sql(tx.engine(), text, [by.into(), tx.body().0.into(), number.into()]))
        .await?
        .ok_or(ParticipationError::NoSuchIdea)?;
    let (id, supports): (IdeaId, i64) = (row.try_get("", "id")?, row.try_get("", "supports")?);
    // Who supports is forgotten when the path ends; the audit log would remember, so it is not told.
    let nobody = Principal { identity_level, ..Principal::anonymous() };
    tx.record(Change::by(&nobody, action, "idea", id).after(json!({ "supports": supports })))
        .await?;
    Ok(Supported { supports, changed: true })
}

/// Whether somebody supports an idea (for the button's state).
pub async fn supports(
    store: &Store,
    body: BodyId,
    idea: IdeaId,
    by: &SupportBy,
) -> Result<bool, ParticipationError> {
    let text = "SELECT COUNT(*) AS n FROM support WHERE body_id = ? AND idea_id = ? AND who = ?";
    let values = [body.0.into(), idea.0.into(), by.stored().into()];
    Ok(rows::number(store.read(), store.engine(), text, values).await? > 0)
}

#[cfg(test)]
mod tests {
    use super::OPEN;
    use crate::model::IdeaState;

    #[test]
    fn the_statement_and_the_model_agree_on_what_takes_support() {
        for state in IdeaState::ALL {
            assert_eq!(
                OPEN.contains(&format!("'{}'", state.code())),
                state.takes_support(),
                "{state:?}"
            );
        }
    }
}
