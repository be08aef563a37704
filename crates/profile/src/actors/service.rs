//! Use cases about actors: the register, and who speaks for whom.

use kernel::{BodyId, PersonId, Principal, form::FieldError, id::Uuid, italian};
use serde_json::{Value, json};
use store::{Change, Store, Tx, search, thread};
use texts::key;

pub use super::store::KeptCard;
use super::{
    model::{Actor, ActorFields},
    store as rows,
};
use crate::{ProfileError, public::Heading, service::Place};

/// What to show of the register; empty fields narrow nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// A piece of the name.
    pub words: String,
    /// ISTAT area.
    pub area: String,
    /// Code of the form.
    pub form: String,
}

/// One page of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Actors by name.
    pub actors: Vec<Actor>,
    /// The last of them, when there are more.
    pub next: Option<Uuid>,
}

/// Actors by name, after one of them.
pub async fn list(
    store: &Store,
    body: BodyId,
    filter: &Filter,
    after: Option<Uuid>,
    limit: usize,
) -> Result<Page, ProfileError> {
    let most = limit as i64 + 1;
    let mut actors = rows::list(store.read(), store.engine(), body, filter, after, most).await?;
    let more = actors.len() > limit;
    actors.truncate(limit);
    let next = actors.last().filter(|_| more).map(|actor| actor.id);
    Ok(Page { actors, next })
}

/// An actor with the cards it keeps.
pub async fn actor(
    store: &Store,
    body: BodyId,
    code: &str,
) -> Result<(Actor, Vec<Heading>), ProfileError> {
    let (conn, engine) = (store.read(), store.engine());
    let actor = rows::by_code(conn, engine, body, code).await?.ok_or(ProfileError::NotFound)?;
    let cards = rows::kept_by(conn, engine, body, actor.id).await?;
    Ok((actor, cards))
}

/// The actor that keeps the card of a service.
pub async fn keeper(
    store: &Store,
    body: BodyId,
    service: Uuid,
) -> Result<Option<Heading>, ProfileError> {
    Ok(rows::keeper_of(store.read(), store.engine(), body, service).await?)
}

/// The actors a person speaks for.
pub async fn of_person(
    store: &Store,
    body: BodyId,
    person: PersonId,
) -> Result<Vec<Heading>, ProfileError> {
    Ok(rows::of_person(store.read(), store.engine(), body, person).await?)
}

/// The cards that a person keeps, each with the name of its actor; the longest unchecked first.
pub async fn cards_of_person(
    store: &Store,
    body: BodyId,
    person: PersonId,
) -> Result<Vec<(String, rows::KeptCard)>, ProfileError> {
    Ok(rows::cards_of_person(store.read(), store.engine(), body, person).await?)
}

/// Who speaks for an actor.
pub async fn members(
    store: &Store,
    body: BodyId,
    actor: Uuid,
) -> Result<Vec<PersonId>, ProfileError> {
    Ok(rows::members(store.read(), store.engine(), body, actor).await?)
}

/// Adds an actor, or changes the one with this code as it was at this version; gives its code.
pub async fn save(
    store: &Store,
    place: &Place,
    who: &Principal,
    existing: Option<(String, i64)>,
    fields: ActorFields,
) -> Result<String, ProfileError> {
    let input = (place.clone(), who.clone(), existing, fields);
    store
        .write(place.body, input, |tx, (place, who, existing, fields)| {
            Box::pin(async move {
                let kept = match existing {
                    None => None,
                    Some((code, version)) => {
                        let kept = rows::by_code(tx.conn(), tx.engine(), tx.body(), code).await?;
                        let kept = kept.ok_or(ProfileError::NotFound)?;
                        if kept.version != *version {
                            return Err(ProfileError::Stale);
                        }
                        Some(kept)
                    }
                };
                if kept.as_ref().is_some_and(|kept| kept.fields == *fields) {
                    return Ok(kept.map(|kept| kept.code).unwrap_or_default());
                }
                Ok(save_in_txn(tx, place, who, kept, fields).await?.code)
            })
        })
        .await
}

/// Writes an actor, findable and on the thread.
pub(crate) async fn save_in_txn(
    tx: &Tx,
    place: &Place,
    who: &Principal,
    kept: Option<Actor>,
    fields: &ActorFields,
) -> Result<Actor, ProfileError> {
    let namesake = rows::by_name(tx, &fields.name).await?;
    if namesake.is_some_and(|other| kept.as_ref().is_none_or(|kept| kept.id != other.id)) {
        let key = key!("actor-name-taken");
        return Err(ProfileError::Invalid(vec![FieldError { field: "name", key, n: None }]));
    }
    let (id, code, version) = match &kept {
        Some(kept) => (kept.id, kept.code.clone(), kept.version),
        None => (tx.new_id(), free_code(tx, &fields.name).await?, 0),
    };
    let actor =
        Actor { id, code, version: version + 1, updated_at: tx.now().0, fields: fields.clone() };
    rows::put(tx, &actor).await?;
    let href = format!("/{}/profilo/attori/{}", place.slug, actor.code);
    let node = thread::Node {
        kind: "actor".into(),
        id,
        label: fields.name.clone(),
        href: href.clone(),
        note: String::new(),
    };
    thread::put(tx, &node, true).await?;
    let document = search::Document {
        kind: "actor",
        id,
        title: &fields.name,
        summary: fields.description.lines().next().unwrap_or_default(),
        href: &href,
        text: &format!("{} {}", fields.description, fields.place),
        public: true,
    };
    search::put(tx, &document).await?;
    let action = if kept.is_some() { "actor.edit" } else { "actor.create" };
    // Telephone and address are an office's, yet the log names them only by what they are.
    let told = |fields: &ActorFields| {
        json!({ "name": fields.name, "form": fields.form.code(), "runts": fields.runts,
            "areas": fields.areas, "municipalities": fields.municipalities })
    };
    let before = kept.map_or(Value::Null, |kept| told(&kept.fields));
    tx.record(Change::by(who, action, "actor", id).values(before, told(fields))).await?;
    Ok(actor)
}

/// The word in addresses that a name gives, with a number when it is taken.
async fn free_code(tx: &Tx, name: &str) -> Result<String, ProfileError> {
    let mut base: String = italian::slug(name).chars().take(56).collect();
    if base.is_empty() {
        "attore".clone_into(&mut base);
    }
    let base = base.trim_end_matches('-');
    // The desk has pages of its own under these words.
    let reserved = matches!(base, "nuovo" | "richieste");
    if !reserved && rows::by_code(tx.conn(), tx.engine(), tx.body(), base).await?.is_none() {
        return Ok(base.to_owned());
    }
    Ok(format!("{base}-{}", tx.dice().code(4).to_lowercase()))
}

/// Says that a person speaks for an actor; twice is once.
pub async fn add_member(
    store: &Store,
    place: &Place,
    who: &Principal,
    actor: &str,
    person: PersonId,
) -> Result<(), ProfileError> {
    let input = (who.clone(), actor.to_owned());
    store
        .write(place.body, input, move |tx, (who, actor)| {
            Box::pin(async move {
                let actor = rows::by_code(tx.conn(), tx.engine(), tx.body(), actor).await?;
                let actor = actor.ok_or(ProfileError::NotFound)?;
                if rows::add_member(tx, actor.id, person).await? {
                    let change = Change::by(who, "actor.member", "actor", actor.id);
                    tx.record(change.after(json!({ "person": person }))).await?;
                }
                Ok(())
            })
        })
        .await
}

/// Says that a person speaks for an actor no more.
pub async fn remove_member(
    store: &Store,
    place: &Place,
    who: &Principal,
    actor: &str,
    person: PersonId,
) -> Result<(), ProfileError> {
    let input = (who.clone(), actor.to_owned());
    store
        .write(place.body, input, move |tx, (who, actor)| {
            Box::pin(async move {
                let actor = rows::by_code(tx.conn(), tx.engine(), tx.body(), actor).await?;
                let actor = actor.ok_or(ProfileError::NotFound)?;
                if !rows::remove_member(tx, actor.id, person).await? {
                    return Err(ProfileError::NotFound);
                }
                let change = Change::by(who, "actor.member-end", "actor", actor.id);
                tx.record(change.values(json!({ "person": person }), Value::Null)).await?;
                Ok(())
            })
        })
        .await
}
