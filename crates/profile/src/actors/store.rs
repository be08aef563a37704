//! The queries about actors and who speaks for them.

use kernel::{BodyId, PersonId, id::Uuid, italian};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};
use store::{Engine, StoreError, Tx, sql};

use super::model::{Actor, ActorFields, ActorForm};
use crate::public::Heading;

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    code: String,
    version: i64,
    updated_at: i64,
    name: String,
    form: String,
    description: String,
    areas: String,
    municipalities: String,
    place: String,
    phone: String,
    email: String,
    website: String,
    runts: Option<bool>,
}

const COLUMNS: &str = "id, code, version, updated_at, name, form, description, areas, municipalities, place, \
                       phone, email, website, runts";

impl From<Row> for Actor {
    fn from(row: Row) -> Self {
        let list = |codes: &str| {
            codes.split(';').filter(|code| !code.is_empty()).map(str::to_owned).collect()
        };
        Self {
            id: row.id,
            code: row.code,
            version: row.version,
            updated_at: row.updated_at,
            fields: ActorFields {
                name: row.name,
                form: ActorForm::parse(&row.form).unwrap_or(ActorForm::Other),
                description: row.description,
                areas: list(&row.areas),
                municipalities: list(&row.municipalities),
                place: row.place,
                phone: row.phone,
                email: row.email,
                website: row.website,
                runts: row.runts,
            },
        }
    }
}

async fn one(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    by: &str,
    key: Value,
) -> Result<Option<Actor>, StoreError> {
    let text = format!("SELECT {COLUMNS} FROM actor WHERE body_id = ? AND {by} = ?");
    let found = Row::find_by_statement(sql(engine, &text, [body.0.into(), key])).one(conn).await?;
    Ok(found.map(Actor::from))
}

pub(crate) async fn by_code(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    code: &str,
) -> Result<Option<Actor>, StoreError> {
    one(conn, engine, body, "code", code.to_lowercase().into()).await
}

/// An actor whose name folds to the same letters.
pub(crate) async fn by_name(tx: &Tx, name: &str) -> Result<Option<Actor>, StoreError> {
    one(tx.conn(), tx.engine(), tx.body(), "sort_key", italian::fold(name).into()).await
}

/// Actors by name after one of them; `wanted` narrows by a piece of the folded name, area and form.
pub(crate) async fn list(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    wanted: &super::service::Filter,
    after: Option<Uuid>,
    limit: i64,
) -> Result<Vec<Actor>, StoreError> {
    let mut text = format!("SELECT {COLUMNS} FROM actor WHERE body_id = ?");
    let mut values: Vec<Value> = vec![body.0.into()];
    let like = |words: &str| {
        format!("%{}%", words.replace('!', "!!").replace('%', "!%").replace('_', "!_"))
    };
    if !wanted.words.is_empty() {
        text.push_str(" AND sort_key LIKE ? ESCAPE '!'");
        values.push(like(&italian::fold(&wanted.words)).into());
    }
    if !wanted.area.is_empty() {
        text.push_str(" AND ';' || areas || ';' LIKE ? ESCAPE '!'");
        values.push(like(&format!(";{};", wanted.area)).into());
    }
    if !wanted.form.is_empty() {
        text.push_str(" AND form = ?");
        values.push(wanted.form.clone().into());
    }
    if let Some(after) = after {
        text.push_str(
            " AND (sort_key, id) > (SELECT p.sort_key, p.id FROM actor p WHERE p.body_id = ? AND p.id = ?)",
        );
        values.extend([body.0.into(), after.into()]);
    }
    text.push_str(" ORDER BY sort_key, id LIMIT ?");
    values.push(limit.into());
    let found = Row::find_by_statement(sql(engine, &text, values)).all(conn).await?;
    Ok(found.into_iter().map(Actor::from).collect())
}

pub(crate) async fn put(tx: &Tx, actor: &Actor) -> Result<(), StoreError> {
    let fields = &actor.fields;
    tx.execute(
        "INSERT INTO actor (body_id, id, version, created_at, updated_at, sort_key, code, name, form, description, \
         areas, municipalities, place, phone, email, website, runts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, \
         ?, ?, ?) ON CONFLICT (body_id, id) DO UPDATE SET version = excluded.version, updated_at = excluded.updated_at, \
         sort_key = excluded.sort_key, name = excluded.name, form = excluded.form, description = excluded.description, \
         areas = excluded.areas, municipalities = excluded.municipalities, place = excluded.place, phone = excluded.phone, \
         email = excluded.email, website = excluded.website, runts = excluded.runts",
        [
            tx.body().0.into(),
            actor.id.into(),
            actor.version.into(),
            tx.now().0.into(),
            tx.now().0.into(),
            italian::fold(&fields.name).into(),
            actor.code.clone().into(),
            fields.name.clone().into(),
            fields.form.code().into(),
            fields.description.clone().into(),
            fields.areas.join(";").into(),
            fields.municipalities.join(";").into(),
            fields.place.clone().into(),
            fields.phone.clone().into(),
            fields.email.clone().into(),
            fields.website.clone().into(),
            fields.runts.into(),
        ],
    )
    .await?;
    Ok(())
}

/// The services whose card an actor keeps, by name.
pub(crate) async fn kept_by(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    actor: Uuid,
) -> Result<Vec<Heading>, StoreError> {
    let text = "SELECT s.id, s.code, s.name FROM card_claim c JOIN service s ON s.body_id = c.body_id \
                AND s.id = c.service_id WHERE c.body_id = ? AND c.actor_id = ? AND c.state = 'accepted' \
                ORDER BY s.sort_key, s.id LIMIT 500";
    let values = [body.0.into(), actor.into()];
    Ok(Heading::find_by_statement(sql(engine, text, values)).all(conn).await?)
}

/// The actor that keeps the card of a service.
pub(crate) async fn keeper_of(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    service: Uuid,
) -> Result<Option<Heading>, StoreError> {
    let text = "SELECT a.id, a.code, a.name FROM card_claim c JOIN actor a ON a.body_id = c.body_id \
                AND a.id = c.actor_id WHERE c.body_id = ? AND c.service_id = ? AND c.state = 'accepted'";
    let values = [body.0.into(), service.into()];
    Ok(Heading::find_by_statement(sql(engine, text, values)).one(conn).await?)
}

/// The actors a person speaks for, by name.
pub(crate) async fn of_person(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    person: PersonId,
) -> Result<Vec<Heading>, StoreError> {
    let text = "SELECT a.id, a.code, a.name FROM actor_member m JOIN actor a ON a.body_id = m.body_id \
                AND a.id = m.actor_id WHERE m.body_id = ? AND m.person_id = ? ORDER BY a.sort_key, a.id LIMIT 100";
    let values = [body.0.into(), person.0.into()];
    Ok(Heading::find_by_statement(sql(engine, text, values)).all(conn).await?)
}

/// A card as its keeper's list shows it.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct KeptCard {
    /// Code of the service.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Day of the last check (ISO), empty when it never was.
    pub checked_on: String,
}

/// The cards of the actors a person speaks for, each with the name of its actor.
pub(crate) async fn cards_of_person(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    person: PersonId,
) -> Result<Vec<(String, KeptCard)>, StoreError> {
    let text = "SELECT a.name AS actor, s.code, s.name, s.checked_on FROM card_claim c \
                JOIN actor_member m ON m.body_id = c.body_id AND m.actor_id = c.actor_id \
                JOIN actor a ON a.body_id = c.body_id AND a.id = c.actor_id \
                JOIN service s ON s.body_id = c.body_id AND s.id = c.service_id \
                WHERE c.body_id = ? AND m.person_id = ? AND c.state = 'accepted' \
                ORDER BY s.checked_on, s.sort_key, s.id LIMIT 500";
    let rows = conn.query_all_raw(sql(engine, text, [body.0.into(), person.0.into()])).await?;
    rows.iter()
        .map(|row| Ok((row.try_get("", "actor")?, KeptCard::from_query_result(row, "")?)))
        .collect()
}

/// Whether a person speaks for an actor.
pub(crate) async fn is_member(tx: &Tx, actor: Uuid, person: PersonId) -> Result<bool, StoreError> {
    let text = "SELECT 1 FROM actor_member WHERE body_id = ? AND actor_id = ? AND person_id = ?";
    let values = [tx.body().0.into(), actor.into(), person.0.into()];
    Ok(tx.conn().query_one_raw(sql(tx.engine(), text, values)).await?.is_some())
}

/// Who speaks for an actor, the first to do so first.
pub(crate) async fn members(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    actor: Uuid,
) -> Result<Vec<PersonId>, StoreError> {
    let text = "SELECT person_id FROM actor_member WHERE body_id = ? AND actor_id = ? \
                ORDER BY created_at, person_id LIMIT 200";
    let rows = conn.query_all_raw(sql(engine, text, [body.0.into(), actor.into()])).await?;
    rows.iter().map(|row| Ok(PersonId(row.try_get_by_index(0)?))).collect()
}

/// Adds somebody who speaks for an actor; whether they are new.
pub(crate) async fn add_member(tx: &Tx, actor: Uuid, person: PersonId) -> Result<bool, StoreError> {
    let text = "INSERT INTO actor_member (body_id, actor_id, person_id, created_at) VALUES (?, ?, ?, ?) \
                ON CONFLICT (body_id, actor_id, person_id) DO NOTHING";
    let values = [tx.body().0.into(), actor.into(), person.0.into(), tx.now().0.into()];
    Ok(tx.execute(text, values).await? > 0)
}

pub(crate) async fn remove_member(
    tx: &Tx,
    actor: Uuid,
    person: PersonId,
) -> Result<bool, StoreError> {
    let text = "DELETE FROM actor_member WHERE body_id = ? AND actor_id = ? AND person_id = ?";
    let values = [tx.body().0.into(), actor.into(), person.0.into()];
    Ok(tx.execute(text, values).await? > 0)
}
