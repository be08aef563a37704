//! The queries about claims.

use kernel::{BodyId, PersonId, id::Uuid};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};
use store::{Engine, StoreError, Tx, sql};

use super::model::{Claim, ClaimState};

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    service_id: Uuid,
    service_code: String,
    service_name: String,
    actor_id: Option<Uuid>,
    organisation: String,
    person_id: Uuid,
    why: String,
    state: String,
    answer: String,
    created_at: i64,
    decided_at: Option<i64>,
}

impl Row {
    fn claim(self) -> Result<Claim, StoreError> {
        Ok(Claim {
            id: self.id,
            service: self.service_id,
            service_code: self.service_code,
            service_name: self.service_name,
            actor: self.actor_id,
            organisation: self.organisation,
            person: PersonId(self.person_id),
            why: self.why,
            state: ClaimState::parse(&self.state).ok_or(StoreError::Corrupt(self.state))?,
            answer: self.answer,
            created_at: self.created_at,
            decided_at: self.decided_at,
        })
    }
}

const SELECT: &str = "SELECT c.id, c.service_id, s.code AS service_code, s.name AS service_name, c.actor_id, \
                      c.organisation, c.person_id, c.why, c.state, c.answer, c.created_at, c.decided_at \
                      FROM card_claim c JOIN service s ON s.body_id = c.body_id AND s.id = c.service_id \
                      WHERE c.body_id = ?";

async fn some(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    rest: &str,
    more: impl IntoIterator<Item = Value>,
) -> Result<Vec<Claim>, StoreError> {
    let text = format!("{SELECT} {rest}");
    let values = std::iter::once(body.0.into()).chain(more);
    let rows = Row::find_by_statement(sql(engine, &text, values)).all(conn).await?;
    rows.into_iter().map(Row::claim).collect()
}

pub(crate) async fn by_id(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    id: Uuid,
) -> Result<Option<Claim>, StoreError> {
    Ok(some(conn, engine, body, "AND c.id = ?", [id.into()]).await?.pop())
}

/// Claims in a state, the oldest first.
pub(crate) async fn in_state(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    state: ClaimState,
    after: Option<Uuid>,
    limit: i64,
) -> Result<Vec<Claim>, StoreError> {
    let after = after.unwrap_or(Uuid::nil());
    let rest = "AND c.state = ? AND c.id > ? ORDER BY c.id LIMIT ?";
    some(conn, engine, body, rest, [state.code().into(), after.into(), limit.into()]).await
}

/// What a person asked, the newest first.
pub(crate) async fn of_person(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    person: PersonId,
) -> Result<Vec<Claim>, StoreError> {
    let rest = "AND c.person_id = ? ORDER BY c.id DESC LIMIT 100";
    some(conn, engine, body, rest, [person.0.into()]).await
}

/// Whether a person already waits for an answer about a card.
pub(crate) async fn waits(tx: &Tx, service: Uuid, person: PersonId) -> Result<bool, StoreError> {
    let rest = "AND c.service_id = ? AND c.person_id = ? AND c.state = 'pending'";
    let values = [service.into(), person.0.into()];
    Ok(!some(tx.conn(), tx.engine(), tx.body(), rest, values).await?.is_empty())
}

/// How many claims a person has waiting.
pub(crate) async fn waiting_of(tx: &Tx, person: PersonId) -> Result<usize, StoreError> {
    let rest = "AND c.person_id = ? AND c.state = 'pending' LIMIT 100";
    Ok(some(tx.conn(), tx.engine(), tx.body(), rest, [person.0.into()]).await?.len())
}

pub(crate) async fn add(
    tx: &Tx,
    id: Uuid,
    service: Uuid,
    person: PersonId,
    organisation: &str,
    why: &str,
) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO card_claim (body_id, id, service_id, organisation, person_id, why, state, answer, created_at) \
         VALUES (?, ?, ?, ?, ?, ?, 'pending', '', ?)",
        [
            tx.body().0.into(),
            id.into(),
            service.into(),
            organisation.into(),
            person.0.into(),
            why.into(),
            tx.now().0.into(),
        ],
    )
    .await?;
    Ok(())
}

/// Writes where a claim has got to.
pub(crate) async fn settle(
    tx: &Tx,
    id: Uuid,
    state: ClaimState,
    actor: Option<Uuid>,
    answer: &str,
    by: Option<PersonId>,
) -> Result<(), StoreError> {
    tx.execute(
        "UPDATE card_claim SET state = ?, actor_id = ?, answer = ?, decided_at = ?, decided_by = ? \
         WHERE body_id = ? AND id = ?",
        [
            state.code().into(),
            actor.into(),
            answer.into(),
            tx.now().0.into(),
            by.map(|person| person.0).into(),
            tx.body().0.into(),
            id.into(),
        ],
    )
    .await?;
    Ok(())
}

/// Forgets why people asked, of claims closed before a moment; how many.
pub(crate) async fn forget_reasons(tx: &Tx, before: i64) -> Result<u64, StoreError> {
    let text = "UPDATE card_claim SET why = '' WHERE body_id = ? AND decided_at < ? AND why <> '' \
                AND state IN ('refused', 'withdrawn', 'revoked')";
    tx.execute(text, [tx.body().0.into(), before.into()]).await
}
