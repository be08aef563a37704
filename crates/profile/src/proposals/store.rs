//! The queries about proposals.

use kernel::{BodyId, PersonId, id::Uuid};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};
use store::{Engine, StoreError, Tx, sql};

use super::model::{FieldChange, Proposal, ProposalState};

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    service_id: Option<Uuid>,
    actor_id: Option<Uuid>,
    request_id: Option<Uuid>,
    person_id: Option<Uuid>,
    author: String,
    name: String,
    changes_json: String,
    message: String,
    reply_to: String,
    state: String,
    answer: String,
    accepted: String,
    created_at: i64,
    decided_at: Option<i64>,
}

const COLUMNS: &str = "id, service_id, actor_id, request_id, person_id, author, name, changes_json, message, \
                       reply_to, state, answer, accepted, created_at, decided_at";

impl Row {
    fn proposal(self) -> Result<Proposal, StoreError> {
        let changes: Vec<FieldChange> = serde_json::from_str(&self.changes_json)
            .map_err(|error| StoreError::Corrupt(error.to_string()))?;
        let accepted = self.accepted.split(';').filter(|field| !field.is_empty());
        Ok(Proposal {
            id: self.id,
            service: self.service_id,
            actor: self.actor_id,
            request: self.request_id,
            person: self.person_id.map(PersonId),
            author: self.author,
            name: self.name,
            changes,
            message: self.message,
            reply_to: self.reply_to,
            state: ProposalState::parse(&self.state).ok_or(StoreError::Corrupt(self.state))?,
            answer: self.answer,
            accepted: accepted.map(str::to_owned).collect(),
            created_at: self.created_at,
            decided_at: self.decided_at,
        })
    }
}

async fn some(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    rest: &str,
    more: impl IntoIterator<Item = Value>,
) -> Result<Vec<Proposal>, StoreError> {
    let text = format!("SELECT {COLUMNS} FROM card_proposal WHERE body_id = ? {rest}");
    let values = std::iter::once(body.0.into()).chain(more);
    let rows = Row::find_by_statement(sql(engine, &text, values)).all(conn).await?;
    rows.into_iter().map(Row::proposal).collect()
}

pub(crate) async fn by_id(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    id: Uuid,
) -> Result<Option<Proposal>, StoreError> {
    Ok(some(conn, engine, body, "AND id = ?", [id.into()]).await?.pop())
}

/// What anybody sent from the public page: nobody proposes it.
const REPORT: &str =
    "author = '' AND actor_id IS NULL AND request_id IS NULL AND person_id IS NULL";

/// Reports that wait for staff, of one card or of the whole body.
pub(crate) async fn reports(
    tx: &Tx,
    service: Option<Uuid>,
    most: i64,
) -> Result<Vec<Proposal>, StoreError> {
    let (card, id) = match service {
        Some(id) => ("AND service_id = ?", Some(id.into())),
        None => ("", None),
    };
    let rest = format!("AND state = 'pending' AND {REPORT} {card} ORDER BY id LIMIT ?");
    some(tx.conn(), tx.engine(), tx.body(), &rest, id.into_iter().chain([most.into()])).await
}

/// Forgets where reporters read answers, of reports decided or come before a moment each.
pub(crate) async fn forget_reporters(tx: &Tx, decided: i64, came: i64) -> Result<u64, StoreError> {
    let text = "UPDATE card_proposal SET reply_to = '' WHERE body_id = ? AND reply_to <> '' \
                AND (decided_at < ? OR created_at < ?)";
    tx.execute(text, [tx.body().0.into(), decided.into(), came.into()]).await
}

/// Forgets the words of reports decided before a moment.
pub(crate) async fn forget_reports(tx: &Tx, decided: i64) -> Result<u64, StoreError> {
    let text = format!(
        "UPDATE card_proposal SET message = '' WHERE body_id = ? AND message <> '' \
         AND decided_at < ? AND {REPORT}"
    );
    tx.execute(&text, [tx.body().0.into(), decided.into()]).await
}

/// Which of the things that wait for staff.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Which {
    /// All of them.
    #[default]
    All,
    /// Proposals of actors and offices.
    Proposals,
    /// Reports of mistakes.
    Reports,
}

/// Proposals in a state, the oldest first.
pub(crate) async fn in_state(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    state: ProposalState,
    which: Which,
    after: Option<Uuid>,
    limit: i64,
) -> Result<Vec<Proposal>, StoreError> {
    let after = after.unwrap_or(Uuid::nil());
    let which = match which {
        Which::All => String::new(),
        Which::Proposals => format!("AND NOT ({REPORT})"),
        Which::Reports => format!("AND {REPORT}"),
    };
    let rest = format!("AND state = ? {which} AND id > ? ORDER BY id LIMIT ?");
    some(conn, engine, body, &rest, [state.code().into(), after.into(), limit.into()]).await
}

/// What the actors of a person proposed, and the person alone, the newest first.
pub(crate) async fn of_person(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    person: PersonId,
) -> Result<Vec<Proposal>, StoreError> {
    let rest = "AND (person_id = ? OR actor_id IN (SELECT m.actor_id FROM actor_member m \
                WHERE m.body_id = ? AND m.person_id = ?)) ORDER BY id DESC LIMIT 100";
    let values = [person.0.into(), body.0.into(), person.0.into()];
    some(conn, engine, body, rest, values).await
}

/// What an actor has waiting about a card.
pub(crate) async fn waiting(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    service: Uuid,
    actor: Uuid,
) -> Result<Option<Proposal>, StoreError> {
    let rest = "AND service_id = ? AND state = 'pending' AND actor_id = ? ORDER BY id LIMIT 1";
    Ok(some(conn, engine, body, rest, [service.into(), actor.into()]).await?.pop())
}

/// How many new services an actor has waiting.
pub(crate) async fn new_ones_of(tx: &Tx, actor: Uuid) -> Result<usize, StoreError> {
    let rest =
        "AND service_id IS NULL AND actor_id = ? AND state IN ('pending', 'draft') LIMIT 100";
    Ok(some(tx.conn(), tx.engine(), tx.body(), rest, [actor.into()]).await?.len())
}

fn written(changes: &[FieldChange]) -> Result<String, StoreError> {
    serde_json::to_string(changes).map_err(|error| StoreError::Corrupt(error.to_string()))
}

pub(crate) async fn put(tx: &Tx, proposal: &Proposal) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO card_proposal (body_id, id, service_id, actor_id, request_id, person_id, author, name, \
         changes_json, message, reply_to, state, answer, accepted, created_at, updated_at) \
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (body_id, id) DO UPDATE SET \
         name = excluded.name, changes_json = excluded.changes_json, message = excluded.message, \
         person_id = excluded.person_id, updated_at = excluded.updated_at",
        [
            tx.body().0.into(),
            proposal.id.into(),
            proposal.service.into(),
            proposal.actor.into(),
            proposal.request.into(),
            proposal.person.map(|person| person.0).into(),
            proposal.author.clone().into(),
            proposal.name.clone().into(),
            written(&proposal.changes)?.into(),
            proposal.message.clone().into(),
            proposal.reply_to.clone().into(),
            proposal.state.code().into(),
            proposal.answer.clone().into(),
            proposal.accepted.join(";").into(),
            proposal.created_at.into(),
            tx.now().0.into(),
        ],
    )
    .await?;
    Ok(())
}

/// Writes what became of a proposal.
pub(crate) async fn settle(
    tx: &Tx,
    proposal: &Proposal,
    by: Option<PersonId>,
) -> Result<(), StoreError> {
    tx.execute(
        "UPDATE card_proposal SET service_id = ?, name = ?, changes_json = ?, state = ?, answer = ?, accepted = ?, \
         updated_at = ?, decided_at = ?, decided_by = ? WHERE body_id = ? AND id = ?",
        [
            proposal.service.into(),
            proposal.name.clone().into(),
            written(&proposal.changes)?.into(),
            proposal.state.code().into(),
            proposal.answer.clone().into(),
            proposal.accepted.join(";").into(),
            tx.now().0.into(),
            tx.now().0.into(),
            by.map(|person| person.0).into(),
            tx.body().0.into(),
            proposal.id.into(),
        ],
    )
    .await?;
    Ok(())
}
