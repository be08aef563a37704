//! The queries about requests to confirm a card.

use kernel::{BodyId, id::Uuid};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};
use store::{Engine, StoreError, Tx, sql};

use super::model::{Request, RequestState};

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    service_id: Uuid,
    service_code: String,
    service_name: String,
    recipient: String,
    state: String,
    automatic: bool,
    sent_at: i64,
    sendings: i64,
    expires_at: i64,
    closed_at: Option<i64>,
    answered_by: String,
}

impl Row {
    fn request(self) -> Result<Request, StoreError> {
        Ok(Request {
            id: self.id,
            service: self.service_id,
            service_code: self.service_code,
            service_name: self.service_name,
            recipient: self.recipient,
            state: RequestState::parse(&self.state).ok_or(StoreError::Corrupt(self.state))?,
            automatic: self.automatic,
            sent_at: self.sent_at,
            sendings: self.sendings,
            expires_at: self.expires_at,
            closed_at: self.closed_at,
            answered_by: self.answered_by,
        })
    }
}

const SELECT: &str = "SELECT r.id, r.service_id, s.code AS service_code, s.name AS service_name, r.recipient, r.state, \
                      r.automatic, r.sent_at, r.sendings, r.expires_at, r.closed_at, r.answered_by \
                      FROM card_request r JOIN service s ON s.body_id = r.body_id AND s.id = r.service_id \
                      WHERE r.body_id = ?";

async fn some(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    rest: &str,
    more: impl IntoIterator<Item = Value>,
) -> Result<Vec<Request>, StoreError> {
    let text = format!("{SELECT} {rest}");
    let values = std::iter::once(body.0.into()).chain(more);
    let rows = Row::find_by_statement(sql(engine, &text, values)).all(conn).await?;
    rows.into_iter().map(Row::request).collect()
}

pub(crate) async fn by_id(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    id: Uuid,
) -> Result<Option<Request>, StoreError> {
    Ok(some(conn, engine, body, "AND r.id = ?", [id.into()]).await?.pop())
}

/// The request that a link belongs to, by the hash of its secret.
pub(crate) async fn by_hash(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    hash: &str,
) -> Result<Option<Request>, StoreError> {
    let rest = "AND r.id = (SELECT l.request_id FROM card_request_link l WHERE l.body_id = ? AND l.hash = ?)";
    Ok(some(conn, engine, body, rest, [body.0.into(), hash.into()]).await?.pop())
}

/// Requests, the newest first, before one of them; in one state when given.
pub(crate) async fn list(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    state: Option<RequestState>,
    before: Option<Uuid>,
    limit: i64,
) -> Result<Vec<Request>, StoreError> {
    let before = before.unwrap_or(Uuid::max());
    let (narrow, mut values): (_, Vec<Value>) = match state {
        Some(state) => ("AND r.state = ?", vec![state.code().into()]),
        None => ("", Vec::new()),
    };
    values.extend([before.into(), limit.into()]);
    let rest = format!("{narrow} AND r.id < ? ORDER BY r.id DESC LIMIT ?");
    some(conn, engine, body, &rest, values).await
}

/// The open requests about some services.
pub(crate) async fn open_of(tx: &Tx, services: &[Uuid]) -> Result<Vec<Request>, StoreError> {
    let mut found = Vec::new();
    // Both engines take a few hundred values in one statement with ease.
    for some_of in services.chunks(500) {
        let marks = vec!["?"; some_of.len()].join(", ");
        let rest = format!("AND r.state = 'sent' AND r.service_id IN ({marks})");
        let values = some_of.iter().map(|id| (*id).into());
        found.extend(some(tx.conn(), tx.engine(), tx.body(), &rest, values).await?);
    }
    Ok(found)
}

/// Open requests whose last letter is older than a moment and that were never reminded.
pub(crate) async fn to_remind(
    tx: &Tx,
    before: i64,
    limit: i64,
) -> Result<Vec<Request>, StoreError> {
    let rest = "AND r.state = 'sent' AND r.reminded_at IS NULL AND r.sent_at <= ? AND r.expires_at > ? \
                AND r.recipient <> '' ORDER BY r.id LIMIT ?";
    let values = [before.into(), tx.now().0.into(), limit.into()];
    some(tx.conn(), tx.engine(), tx.body(), rest, values).await
}

/// A letter about one card to be written.
#[derive(Debug, Clone)]
pub(crate) struct Sending {
    pub(crate) request: Uuid,
    pub(crate) service: Uuid,
    pub(crate) recipient: String,
    pub(crate) hash: String,
    pub(crate) is_new: bool,
}

/// Writes requests and the hashes of their links.
pub(crate) async fn put(
    tx: &Tx,
    sendings: &[Sending],
    automatic: bool,
    expires_at: i64,
) -> Result<(), StoreError> {
    let (body, now) = (tx.body().0, tx.now().0);
    for chunk in sendings.chunks(200) {
        let rows = vec!["(?, ?, ?, ?, 'sent', ?, ?, ?, 1, ?, '')"; chunk.len()].join(", ");
        let text = format!(
            "INSERT INTO card_request (body_id, id, service_id, recipient, state, automatic, created_at, sent_at, \
             sendings, expires_at, answered_by) VALUES {rows} ON CONFLICT (body_id, id) DO UPDATE SET \
             recipient = excluded.recipient, sent_at = excluded.sent_at, expires_at = excluded.expires_at, \
             sendings = card_request.sendings + 1, reminded_at = NULL"
        );
        let values: Vec<Value> = chunk
            .iter()
            .flat_map(|one| {
                [
                    body.into(),
                    one.request.into(),
                    one.service.into(),
                    one.recipient.clone().into(),
                    automatic.into(),
                    now.into(),
                    now.into(),
                    expires_at.into(),
                ]
            })
            .collect();
        tx.execute(&text, values).await?;
        drop_dead_links(tx, chunk).await?;
        put_links(tx, chunk).await?;
    }
    Ok(())
}

/// Drops the links that had expired: a further letter does not bring them back to life.
async fn drop_dead_links(tx: &Tx, sendings: &[Sending]) -> Result<(), StoreError> {
    let again: Vec<Uuid> =
        sendings.iter().filter(|one| !one.is_new).map(|one| one.request).collect();
    if again.is_empty() {
        return Ok(());
    }
    let marks = vec!["?"; again.len()].join(", ");
    let text = format!(
        "DELETE FROM card_request_link WHERE body_id = ? AND created_at <= ? AND request_id IN ({marks})"
    );
    let head = [tx.body().0.into(), tx.now().plus_days(-super::model::DAYS).0.into()];
    let values = head.into_iter().chain(again.into_iter().map(Value::from));
    tx.execute(&text, values.collect::<Vec<Value>>()).await?;
    Ok(())
}

/// Writes the hashes of further links.
pub(crate) async fn put_links(tx: &Tx, sendings: &[Sending]) -> Result<(), StoreError> {
    for chunk in sendings.chunks(200) {
        let rows = vec!["(?, ?, ?, ?)"; chunk.len()].join(", ");
        let text = format!(
            "INSERT INTO card_request_link (body_id, hash, request_id, created_at) VALUES {rows}"
        );
        let values: Vec<Value> = chunk
            .iter()
            .flat_map(|one| {
                [tx.body().0.into(), one.hash.clone().into(), one.request.into(), tx.now().0.into()]
            })
            .collect();
        tx.execute(&text, values).await?;
    }
    Ok(())
}

/// Notes that reminders went out.
pub(crate) async fn reminded(tx: &Tx, requests: &[Uuid]) -> Result<(), StoreError> {
    for chunk in requests.chunks(500) {
        let marks = vec!["?"; chunk.len()].join(", ");
        let text = format!(
            "UPDATE card_request SET reminded_at = ?, sendings = sendings + 1 WHERE body_id = ? AND id IN ({marks})"
        );
        let head = [tx.now().0.into(), tx.body().0.into()];
        let values = head.into_iter().chain(chunk.iter().map(|id| (*id).into()));
        tx.execute(&text, values.collect::<Vec<Value>>()).await?;
    }
    Ok(())
}

/// Closes a request.
pub(crate) async fn close(
    tx: &Tx,
    id: Uuid,
    state: RequestState,
    answered_by: &str,
) -> Result<(), StoreError> {
    tx.execute(
        "UPDATE card_request SET state = ?, closed_at = ?, answered_by = ? WHERE body_id = ? AND id = ?",
        [
            state.code().into(),
            tx.now().0.into(),
            answered_by.into(),
            tx.body().0.into(),
            id.into(),
        ],
    )
    .await?;
    Ok(())
}

/// A card that could be asked about.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Candidate {
    /// The service.
    pub id: Uuid,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Day of the last check (ISO), empty when it never was.
    pub checked_on: String,
    /// Address to ask at: the keeper's, else the last one asked; empty when there is none.
    pub email: String,
    /// Whether a question is open.
    pub open: bool,
}

/// Cards, the longest unchecked first; with `before`, only those not checked since that day (ISO).
///
/// Services that have ended or are only planned are not asked about.
pub(crate) async fn candidates(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    now: i64,
    before: Option<&str>,
    after: Option<Uuid>,
    limit: i64,
) -> Result<Vec<Candidate>, StoreError> {
    let mut text = format!(
        "SELECT s.id, s.code, s.name, s.checked_on, {ADDRESS} AS email, \
         EXISTS (SELECT 1 FROM card_request o WHERE o.body_id = s.body_id AND o.service_id = s.id AND o.state = 'sent' \
         AND o.expires_at > ?) AS open FROM service s WHERE s.body_id = ? AND s.status NOT IN ('ended', 'planned')"
    );
    let mut values: Vec<Value> = vec![now.into(), body.0.into()];
    if let Some(before) = before {
        text.push_str(" AND s.checked_on < ?");
        values.push(before.into());
    }
    if let Some(after) = after {
        text.push_str(
            " AND (s.checked_on, s.sort_key, s.id) > (SELECT p.checked_on, p.sort_key, p.id FROM service p \
             WHERE p.body_id = ? AND p.id = ?)",
        );
        values.extend([body.0.into(), after.into()]);
    }
    text.push_str(" ORDER BY s.checked_on, s.sort_key, s.id LIMIT ?");
    values.push(limit.into());
    Ok(Candidate::find_by_statement(sql(engine, &text, values)).all(conn).await?)
}

/// Where to ask about the service `s`: its keeper's address, else the last one asked.
const ADDRESS: &str = "COALESCE((SELECT a.email FROM card_claim c JOIN actor a ON a.body_id = c.body_id \
     AND a.id = c.actor_id WHERE c.body_id = s.body_id AND c.service_id = s.id AND c.state = 'accepted' \
     AND a.email <> ''), (SELECT r.recipient FROM card_request r WHERE r.body_id = s.body_id \
     AND r.service_id = s.id AND r.recipient <> '' ORDER BY r.created_at DESC, r.id DESC LIMIT 1), '')";

/// Cards that the yearly job asks about: unchecked since a day, with an address, and not asked about
/// since a moment.
pub(crate) async fn due(
    tx: &Tx,
    unchecked_since: &str,
    asked_before: i64,
    limit: i64,
) -> Result<Vec<Candidate>, StoreError> {
    let text = format!(
        "SELECT d.id, d.code, d.name, d.checked_on, d.email, d.open FROM (SELECT s.id, s.code, s.name, s.checked_on, \
         s.sort_key, {ADDRESS} AS email, EXISTS (SELECT 1 FROM card_request o WHERE o.body_id = s.body_id \
         AND o.service_id = s.id AND ((o.state = 'sent' AND o.expires_at > ?) OR o.sent_at > ?)) AS open FROM service s \
         WHERE s.body_id = ? AND s.status NOT IN ('ended', 'planned') AND s.checked_on < ?) d \
         WHERE d.email <> '' AND NOT d.open ORDER BY d.checked_on, d.sort_key, d.id LIMIT ?"
    );
    let values = [
        tx.now().0.into(),
        asked_before.into(),
        tx.body().0.into(),
        unchecked_since.into(),
        limit.into(),
    ];
    Ok(Candidate::find_by_statement(sql(tx.engine(), &text, values)).all(tx.conn()).await?)
}

/// Empties addresses of requests whose last letter is older than a moment, and drops their links.
pub(crate) async fn forget(tx: &Tx, before: i64) -> Result<u64, StoreError> {
    let body = tx.body().0;
    tx.execute(
        "DELETE FROM card_request_link WHERE body_id = ? AND created_at < ?",
        [body.into(), before.into()],
    )
    .await?;
    tx.execute(
        "UPDATE card_request SET recipient = '' WHERE body_id = ? AND sent_at < ? AND recipient <> ''",
        [body.into(), before.into()],
    )
    .await
}
