//! What was imported, and taking it back.
//!
//! Undo is an ordinary transaction: fields that still hold what the import wrote return to what they
//! were, records it made and nothing refers to go away, and whatever somebody touched since is left
//! and named.

use std::collections::{HashMap, HashSet};

use kernel::{BodyId, Principal, id::Uuid};
use sea_orm::ConnectionTrait;
use serde_json::json;
use sha2::{Digest as _, Sha256};
use store::{Change, Engine, Store, Tx};

use crate::{
    error::ProfileError,
    import::{Sheet, links::LinkWrite},
    model::{Access, Kept, Register},
    origins::{self, Origin},
    service::Place,
    store::{self as rows, imports},
};

pub use crate::store::imports::{Done, Entry};

/// Changes of one import read at once; more than a file can make.
const MOST: i64 = 5_000_000;

/// Imports, the last first, before a moment.
pub async fn entries(
    store: &Store,
    body: BodyId,
    before: Option<i64>,
    most: i64,
) -> Result<Vec<Entry>, ProfileError> {
    Ok(imports::entries(store.read(), store.engine(), body, before, most).await?)
}

/// One import.
pub async fn entry(store: &Store, body: BodyId, id: Uuid) -> Result<Entry, ProfileError> {
    let found = imports::entry(store.read(), store.engine(), body, id).await?;
    found.ok_or(ProfileError::NotFound)
}

/// What an import did, from a place on.
pub async fn done(
    store: &Store,
    body: BodyId,
    id: Uuid,
    from: i64,
    most: i64,
) -> Result<Vec<Done>, ProfileError> {
    Ok(imports::done(store.read(), store.engine(), body, id, from, most).await?)
}

/// Why a change is left as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Somebody changed it since.
    Changed,
    /// Something else refers to the record.
    Referred,
    /// The record is no longer there.
    Gone,
}

/// What undoing would do.
#[derive(Debug, Clone)]
pub struct Undo {
    /// The import.
    pub entry: Entry,
    /// Records or links that would go away.
    pub removed: usize,
    /// Fields that would return to what they were.
    pub restored: usize,
    /// What would be left, and why.
    pub left: Vec<(Done, Why)>,
    /// Seal of all this: undoing asks for it.
    pub fingerprint: String,
    writes: Writes,
}

#[derive(Debug, Clone)]
enum Writes {
    Records { register: Register, restore: Vec<(Kept, Vec<String>)>, remove: Vec<Uuid> },
    Links { restore: Vec<LinkWrite>, remove: Vec<(Uuid, Uuid)> },
}

/// What undoing an import would do now.
pub async fn undo_preview(store: &Store, body: BodyId, id: Uuid) -> Result<Undo, ProfileError> {
    planned(store.read(), store.engine(), body, id).await
}

async fn planned(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    id: Uuid,
) -> Result<Undo, ProfileError> {
    let entry = imports::entry(conn, engine, body, id).await?.ok_or(ProfileError::NotFound)?;
    if entry.undone_at.is_some() {
        return Err(ProfileError::Stale);
    }
    let done = imports::done(conn, engine, body, id, 0, MOST).await?;
    let sheet = Sheet::parse(&entry.register).ok_or(ProfileError::NotFound)?;
    let mut seal = Sha256::new();
    let mut undo = match sheet {
        Sheet::Records(register) => of_records(conn, engine, body, register, entry, done).await?,
        Sheet::Links => of_links(conn, engine, body, entry, done).await?,
    };
    seal.update(undo.entry.id);
    seal.update(undo.removed.to_le_bytes());
    seal.update(undo.restored.to_le_bytes());
    for (left, _) in &undo.left {
        seal.update(left.n.to_le_bytes());
    }
    undo.fingerprint = hex::encode(seal.finalize());
    Ok(undo)
}

async fn of_records(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    register: Register,
    entry: Entry,
    done: Vec<Done>,
) -> Result<Undo, ProfileError> {
    let ids: HashSet<Uuid> = done.iter().map(|one| one.record_id).collect();
    let ids: Vec<Uuid> = ids.into_iter().collect();
    let mut kept = imports::by_ids(conn, engine, body, register, &ids).await?;
    let made: Vec<Uuid> =
        done.iter().filter(|one| one.field.is_empty()).map(|one| one.record_id).collect();
    let referred = imports::referred(conn, engine, body, register, &made).await?;
    let (mut remove, mut left, mut restored) = (Vec::new(), Vec::new(), 0);
    let mut touched: HashMap<Uuid, Vec<String>> = HashMap::new();
    for one in done {
        let Some(record) = kept.get_mut(&one.record_id) else {
            left.push((one, Why::Gone));
            continue;
        };
        if one.field.is_empty() {
            if record.version > 1 {
                left.push((one, Why::Changed));
            } else if referred.contains(&one.record_id) {
                left.push((one, Why::Referred));
            } else {
                remove.push(one.record_id);
            }
            continue;
        }
        let value = register.position(&one.field).and_then(|at| record.values.0.get_mut(at));
        match value {
            Some(value) if *value == one.value_after => {
                value.clone_from(&one.value_before);
                touched.entry(one.record_id).or_default().push(one.field);
                restored += 1;
            }
            Some(_) => left.push((one, Why::Changed)),
            None => left.push((one, Why::Gone)),
        }
    }
    let restore = touched
        .into_iter()
        .filter_map(|(id, fields)| kept.remove(&id).map(|kept| (kept, fields)))
        .collect();
    let removed = remove.len();
    let writes = Writes::Records { register, restore, remove };
    Ok(Undo { entry, removed, restored, left, fingerprint: String::new(), writes })
}

async fn of_links(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    entry: Entry,
    done: Vec<Done>,
) -> Result<Undo, ProfileError> {
    let mut uses = imports::uses(conn, engine, body).await?;
    let (mut remove, mut left, mut restored) = (Vec::new(), Vec::new(), 0);
    let mut touched: HashMap<(Uuid, Uuid), (String, String)> = HashMap::new();
    for one in done {
        let pair = (one.record_id, one.other_id.unwrap_or_default());
        let Some((access, means)) = uses.get_mut(&pair) else {
            left.push((one, Why::Gone));
            continue;
        };
        let value = match one.field.as_str() {
            "" => {
                remove.push(pair);
                continue;
            }
            "access" => &mut *access,
            _ => &mut *means,
        };
        if *value == one.value_after {
            value.clone_from(&one.value_before);
            touched.insert(pair, (access.clone(), means.clone()));
            restored += 1;
        } else {
            left.push((one, Why::Changed));
        }
    }
    let restore = touched
        .into_iter()
        .filter_map(|((service, database), (access, means))| {
            Some(LinkWrite { service, database, access: Access::parse(&access)?, means })
        })
        .collect();
    let removed = remove.len();
    let writes = Writes::Links { restore, remove };
    Ok(Undo { entry, removed, restored, left, fingerprint: String::new(), writes })
}

/// Takes an import back as the page with this fingerprint showed it.
pub async fn undo(
    store: &Store,
    place: &Place,
    who: &Principal,
    id: Uuid,
    fingerprint: Option<&str>,
) -> Result<Undo, ProfileError> {
    let input = (place.clone(), who.clone(), id, fingerprint.map(str::to_owned));
    store
        .write(place.body, input, |tx, (place, who, id, seen)| {
            Box::pin(undo_in_txn(tx, place, who, *id, seen.as_deref()))
        })
        .await
}

async fn undo_in_txn(
    tx: &Tx,
    place: &Place,
    who: &Principal,
    id: Uuid,
    seen: Option<&str>,
) -> Result<Undo, ProfileError> {
    let mut undo = planned(tx.conn(), tx.engine(), tx.body(), id).await?;
    if seen.is_some_and(|seen| seen != undo.fingerprint) {
        return Err(ProfileError::Moved);
    }
    let write = Origin::of(who, tx.body(), "web", tx.now().0, Some(id));
    match &mut undo.writes {
        Writes::Records { register, restore, remove } => {
            let records: Vec<rows::Row> = std::mem::take(restore)
                .into_iter()
                .map(|(kept, fields)| rows::Row {
                    id: kept.id,
                    version: kept.version + 1,
                    origins: origins::noted(
                        &kept.origins,
                        write.with_fields(fields.iter().map(String::as_str)),
                    ),
                    values: kept.values,
                    seal: String::new(),
                    is_new: false,
                })
                .collect();
            rows::put(tx, &place.slug, *register, &records).await?;
            imports::remove_records(tx, *register, remove).await?;
        }
        Writes::Links { restore, remove } => {
            imports::restore_uses(tx, restore).await?;
            imports::remove_uses(tx, remove).await?;
        }
    }
    imports::set_undone(tx, id, &who.name, undo.left.len() as i64).await?;
    let after =
        json!({ "removed": undo.removed, "restored": undo.restored, "left": undo.left.len() });
    tx.record(Change::by(who, "import.undo", "import", id).after(after)).await?;
    Ok(undo)
}
