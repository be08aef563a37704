//! The profile frozen on a day: numbers, every record's seal, and a hash of the whole. Never changed.

use std::collections::BTreeMap;

use kernel::{BodyId, Principal};
use sea_orm::{ConnectionTrait, FromQueryResult};
use serde::{Deserialize, Serialize};
use serde_json::json;
use sha2::{Digest, Sha256};
use store::{Change, Engine, Store, StoreError, sql};

use crate::{
    ProfileError,
    findings::service as findings,
    model::{Register, Values},
    public,
    service::Place,
    store as rows,
};

/// Records of a register at most.
const MOST: i64 = 100_000;

/// What is frozen. Maps are ordered, so that the same profile always gives the same text and hash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// Numbers by name.
    pub counts: BTreeMap<String, i64>,
    /// Services by area.
    pub areas: BTreeMap<String, i64>,
    /// Services by digital level.
    pub levels: BTreeMap<String, i64>,
    /// Findings by rule, those that were open.
    pub findings: BTreeMap<String, i64>,
    /// Name and seal of every service, by code.
    pub services: BTreeMap<String, (String, String)>,
    /// Name and seal of every database, by code.
    pub databases: BTreeMap<String, (String, String)>,
}

/// A snapshot without its content.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Snapshot {
    /// Its number, from 1.
    pub number: i64,
    /// What the office called it.
    pub title: String,
    /// When it was taken, UTC milliseconds.
    pub taken_at: i64,
    /// SHA-256 of its content, in hexadecimal.
    pub hash: String,
    /// When it was published.
    pub published_at: Option<i64>,
}

impl Snapshot {
    /// The day it was taken, in Italy.
    pub fn day(&self) -> jiff::civil::Date {
        kernel::Instant(self.taken_at).day()
    }
}

fn corrupt(error: impl std::fmt::Display) -> ProfileError {
    ProfileError::Store(StoreError::Corrupt(error.to_string()))
}

fn hash_of(text: &str) -> String {
    hex::encode(Sha256::digest(text.as_bytes()))
}

fn seal(values: &Values) -> String {
    hash_of(&values.0.join("\u{1f}"))[..16].to_owned()
}

/// What would be frozen now.
pub async fn content(store: &Store, body: BodyId) -> Result<Content, ProfileError> {
    let counts = public::counts(store, body).await?;
    let numbers = [
        ("services", counts.services),
        ("databases", counts.databases),
        ("uses", counts.uses),
        ("municipalities", counts.municipalities),
        ("services_without_database", counts.services_without_database),
        ("unused_databases", counts.unused_databases),
        ("services_completeness", counts.services_completeness),
        ("databases_completeness", counts.databases_completeness),
    ];
    let bars = |bars: Vec<public::Bar>| bars.into_iter().map(|bar| (bar.code, bar.n)).collect();
    let open = findings::counted(store, body).await?.into_iter().filter(|one| one.state == "open");
    let (read, engine) = (store.read(), store.engine());
    let mut registers = Vec::with_capacity(2);
    for register in [Register::Services, Register::Databases] {
        let all = rows::all(read, engine, body, register, MOST).await?;
        let sealed = all.iter().map(|kept| {
            let get = |field| kept.values.get(register, field).to_owned();
            (get("code"), (get("name"), seal(&kept.values)))
        });
        registers.push(sealed.collect::<BTreeMap<_, _>>());
    }
    let databases = registers.pop().unwrap_or_default();
    Ok(Content {
        counts: numbers.map(|(name, n)| (name.to_owned(), n)).into(),
        areas: bars(public::by_area(store, body).await?),
        levels: bars(public::by_level(store, body).await?),
        findings: open.map(|one| (one.rule, one.n)).collect(),
        services: registers.pop().unwrap_or_default(),
        databases,
    })
}

/// Freezes the profile; gives the number of the snapshot.
pub async fn take(
    store: &Store,
    place: &Place,
    who: &Principal,
    title: &str,
) -> Result<i64, ProfileError> {
    let text = serde_json::to_string(&content(store, place.body).await?).map_err(corrupt)?;
    let input = (who.clone(), title.to_owned(), text);
    store
        .write(place.body, input, |tx, (who, title, text)| {
            Box::pin(async move {
                let next =
                    "SELECT COALESCE(MAX(number), 0) + 1 FROM profile_snapshot WHERE body_id = ?";
                let row = tx.conn().query_one_raw(sql(tx.engine(), next, [tx.body().0.into()]));
                let row = row.await?;
                let number: i64 = row.map(|row| row.try_get_by_index(0)).transpose()?.unwrap_or(1);
                let (id, hash) = (tx.new_id(), hash_of(text));
                tx.execute(
                    "INSERT INTO profile_snapshot (body_id, number, id, title, taken_at, hash, content_json) \
                     VALUES (?, ?, ?, ?, ?, ?, ?)",
                    [
                        tx.body().0.into(),
                        number.into(),
                        id.into(),
                        title.clone().into(),
                        tx.now().0.into(),
                        hash.clone().into(),
                        text.clone().into(),
                    ],
                )
                .await?;
                let after = json!({ "number": number, "title": title, "hash": hash });
                tx.record(Change::by(who, "snapshot.take", "snapshot", id).after(after)).await?;
                Ok(number)
            })
        })
        .await
}

/// Publishes a snapshot; doing it twice is doing it once.
pub async fn publish(
    store: &Store,
    place: &Place,
    who: &Principal,
    number: i64,
) -> Result<(), ProfileError> {
    store
        .write(place.body, who.clone(), move |tx, who| {
            Box::pin(async move {
                let text = "SELECT id FROM profile_snapshot WHERE body_id = ? AND number = ?";
                let found = sql(tx.engine(), text, [tx.body().0.into(), number.into()]);
                let row = tx.conn().query_one_raw(found).await?.ok_or(ProfileError::NotFound)?;
                let id: kernel::id::Uuid = row.try_get_by_index(0)?;
                let text = "UPDATE profile_snapshot SET published_at = ? WHERE body_id = ? AND number = ? \
                            AND published_at IS NULL";
                let values = [tx.now().0.into(), tx.body().0.into(), number.into()];
                if tx.execute(text, values).await? > 0 {
                    tx.record(Change::by(who, "snapshot.publish", "snapshot", id)).await?;
                }
                Ok(())
            })
        })
        .await
}

/// Every snapshot, the last first.
pub async fn list(store: &Store, body: BodyId) -> Result<Vec<Snapshot>, ProfileError> {
    let text = "SELECT number, title, taken_at, hash, published_at FROM profile_snapshot WHERE body_id = ? \
                ORDER BY number DESC LIMIT 500";
    let statement = sql(store.engine(), text, [body.0.into()]);
    Ok(Snapshot::find_by_statement(statement).all(store.read()).await?)
}

/// One snapshot without its content, also inside a transaction: what another phase cites.
pub async fn one(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    number: i64,
) -> Result<Option<Snapshot>, ProfileError> {
    let text = "SELECT number, title, taken_at, hash, published_at FROM profile_snapshot \
                WHERE body_id = ? AND number = ?";
    let statement = sql(engine, text, [body.0.into(), number.into()]);
    Ok(Snapshot::find_by_statement(statement).one(conn).await?)
}

/// The newest snapshot that everybody may read.
pub async fn newest_public(store: &Store, body: BodyId) -> Result<Option<Snapshot>, ProfileError> {
    Ok(list(store, body).await?.into_iter().find(|one| one.published_at.is_some()))
}

/// One snapshot with its content, the hash checked.
pub async fn read(
    store: &Store,
    body: BodyId,
    number: i64,
) -> Result<(Snapshot, Content), ProfileError> {
    let all = list(store, body).await?;
    let one = all.into_iter().find(|one| one.number == number).ok_or(ProfileError::NotFound)?;
    let text = "SELECT content_json FROM profile_snapshot WHERE body_id = ? AND number = ?";
    let found = sql(store.engine(), text, [body.0.into(), number.into()]);
    let row = store.read().query_one_raw(found).await?.ok_or(ProfileError::NotFound)?;
    let json: String = row.try_get_by_index(0)?;
    if hash_of(&json) != one.hash {
        return Err(corrupt(format!("snapshot {number} is not what was frozen")));
    }
    Ok((one, serde_json::from_str(&json).map_err(corrupt)?))
}

/// What changed from one snapshot to another.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Difference {
    /// Numbers that changed: name, before, after.
    pub counts: Vec<(String, i64, i64)>,
    /// Records that are new: register, code, name.
    pub added: Vec<(Register, String, String)>,
    /// Records that are gone.
    pub removed: Vec<(Register, String, String)>,
    /// Records that say something else.
    pub changed: Vec<(Register, String, String)>,
}

/// Compares two contents, number by number and record by record.
pub fn compare(before: &Content, after: &Content) -> Difference {
    let mut difference = Difference::default();
    for (name, n) in &after.counts {
        let old = before.counts.get(name).copied().unwrap_or_default();
        if old != *n {
            difference.counts.push((name.clone(), old, *n));
        }
    }
    let sides = [
        (Register::Services, &before.services, &after.services),
        (Register::Databases, &before.databases, &after.databases),
    ];
    for (register, old, new) in sides {
        for (code, (name, seal)) in new {
            let record = (register, code.clone(), name.clone());
            match old.get(code) {
                None => difference.added.push(record),
                Some((_, known)) if known != seal => difference.changed.push(record),
                Some(_) => {}
            }
        }
        for (code, (name, _)) in old.iter().filter(|(code, _)| !new.contains_key(*code)) {
            difference.removed.push((register, code.clone(), name.clone()));
        }
    }
    difference
}
