//! What of the cards waits for somebody: for the desk.

use kernel::{BodyId, PersonId};
use sea_orm::FromQueryResult;
use store::{Store, sql};

use crate::{ProfileError, confirm::service::too_old};

/// What waits for staff.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, FromQueryResult)]
pub struct ForStaff {
    /// Claims to decide.
    pub claims: i64,
    /// When the oldest of them came, UTC milliseconds.
    pub oldest_claim: i64,
    /// Proposals to decide, and drafts to publish.
    pub proposals: i64,
    /// When the oldest of them came, UTC milliseconds.
    pub oldest_proposal: i64,
    /// Services that nobody checked for a year.
    pub unchecked: i64,
}

/// What waits for the staff of a body.
pub async fn for_staff(store: &Store, body: BodyId) -> Result<ForStaff, ProfileError> {
    let text = "SELECT \
        (SELECT COUNT(*) FROM card_claim WHERE body_id = ? AND state = 'pending') AS claims, \
        (SELECT COALESCE(MIN(created_at), 0) FROM card_claim WHERE body_id = ? AND state = 'pending') AS oldest_claim, \
        (SELECT COUNT(*) FROM card_proposal WHERE body_id = ? AND state IN ('pending', 'draft')) AS proposals, \
        (SELECT COALESCE(MIN(created_at), 0) FROM card_proposal WHERE body_id = ? AND state IN ('pending', 'draft')) \
          AS oldest_proposal, \
        (SELECT COUNT(*) FROM service WHERE body_id = ? AND checked_on < ? AND status NOT IN ('ended', 'planned')) \
          AS unchecked";
    let mut values = vec![sea_orm::Value::from(body.0); 5];
    values.push(too_old(store.clock().now()).into());
    let found =
        ForStaff::find_by_statement(sql(store.engine(), text, values)).one(store.read()).await?;
    Ok(found.unwrap_or_default())
}

/// What waits for somebody who keeps cards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, FromQueryResult)]
pub struct ForKeeper {
    /// Cards they keep.
    pub cards: i64,
    /// Of those, how many nobody checked for a year.
    pub unchecked: i64,
}

/// What waits for a person who keeps cards of a body.
pub async fn for_keeper(
    store: &Store,
    body: BodyId,
    person: PersonId,
) -> Result<ForKeeper, ProfileError> {
    let text = "SELECT COUNT(*) AS cards, COALESCE(CAST(SUM(CASE WHEN s.checked_on < ? THEN 1 ELSE 0 END) AS bigint), 0) \
        AS unchecked FROM card_claim c JOIN actor_member m ON m.body_id = c.body_id AND m.actor_id = c.actor_id \
        JOIN service s ON s.body_id = c.body_id AND s.id = c.service_id \
        WHERE c.body_id = ? AND m.person_id = ? AND c.state = 'accepted'";
    let values = [too_old(store.clock().now()).into(), body.0.into(), person.0.into()];
    let found =
        ForKeeper::find_by_statement(sql(store.engine(), text, values)).one(store.read()).await?;
    Ok(found.unwrap_or_default())
}
