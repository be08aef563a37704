//! The queries about classifications.

use std::collections::HashMap;

use kernel::{
    BodyId,
    id::{NETWORK, Uuid},
    italian,
};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};
use store::{Engine, StoreError, Tx, sql};

use super::model::{Term, Vocabulary};
use crate::structured::Class;

#[derive(FromQueryResult)]
struct Head {
    body_id: Uuid,
    slug: String,
    id: Uuid,
    title_it: String,
    title_en: String,
    source: String,
    official: bool,
    version: String,
    version_day: String,
    revision: i64,
    updated_at: i64,
    terms: i64,
}

impl From<Head> for Vocabulary {
    fn from(row: Head) -> Self {
        Self {
            owner: BodyId(row.body_id),
            slug: row.slug,
            id: row.id,
            title_it: row.title_it,
            title_en: row.title_en,
            source: row.source,
            official: row.official,
            version: row.version,
            version_day: row.version_day,
            revision: row.revision,
            updated_at: row.updated_at,
            terms: row.terms,
        }
    }
}

#[derive(FromQueryResult)]
struct TermRow {
    code: String,
    place: i64,
    label_it: String,
    label_en: String,
    parent: String,
    uri: String,
    valid_from: String,
    valid_until: String,
    replaced_by: String,
}

impl From<TermRow> for Term {
    fn from(row: TermRow) -> Self {
        Self {
            code: row.code,
            place: row.place,
            label_it: row.label_it,
            label_en: row.label_en,
            parent: row.parent,
            uri: row.uri,
            valid_from: row.valid_from,
            valid_until: row.valid_until,
            replaced_by: row.replaced_by,
        }
    }
}

const TERM: &str =
    "code, place, label_it, label_en, parent, uri, valid_from, valid_until, replaced_by";

fn marks(n: usize) -> String {
    vec!["?"; n].join(", ")
}

/// The bodies whose classifications hold for one: itself, those above, the network.
async fn chain(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
) -> Result<Vec<BodyId>, StoreError> {
    let mut chain = vec![body];
    chain.extend(identity::registry::ids_above(conn, engine, body).await?);
    chain.push(NETWORK);
    Ok(chain)
}

/// The classifications that hold for a body: its own first, then those from nearer bodies; of two
/// with the same word the nearer.
pub(super) async fn visible(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
) -> Result<Vec<Vocabulary>, StoreError> {
    let chain = chain(conn, engine, body).await?;
    let text = format!(
        "SELECT v.body_id, v.slug, v.id, v.title_it, v.title_en, v.source, v.official, v.version, \
         v.version_day, v.revision, v.updated_at, (SELECT COUNT(*) FROM vocabulary_term t \
         WHERE t.body_id = v.body_id AND t.vocabulary = v.slug) AS terms FROM vocabulary v \
         WHERE v.body_id IN ({}) ORDER BY v.slug LIMIT 2000",
        marks(chain.len())
    );
    let values = chain.iter().map(|body| Value::from(body.0));
    let found = Head::find_by_statement(sql(engine, &text, values)).all(conn).await?;
    let mut found: Vec<Vocabulary> = found.into_iter().map(Vocabulary::from).collect();
    let far = |one: &Vocabulary| chain.iter().position(|body| *body == one.owner);
    found.sort_by_cached_key(|one| (far(one), italian::fold(&one.title_it), one.slug.clone()));
    let mut seen = std::collections::HashSet::new();
    found.retain(|one| seen.insert(one.slug.clone()));
    Ok(found)
}

/// Which terms of a classification.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// Words in the code or a label.
    pub words: String,
    /// Open ones, closed ones, or all.
    pub open: Option<bool>,
    /// Those after this place.
    pub after: i64,
}

/// Terms in their order.
pub(super) async fn terms(
    conn: &impl ConnectionTrait,
    engine: Engine,
    of: (BodyId, &str),
    wanted: &Wanted,
    day: &str,
    most: i64,
) -> Result<Vec<Term>, StoreError> {
    let mut text = format!(
        "SELECT {TERM} FROM vocabulary_term WHERE body_id = ? AND vocabulary = ? AND place > ?"
    );
    let mut values: Vec<Value> = vec![of.0.0.into(), of.1.into(), wanted.after.into()];
    // `words` leaves no `%` or `_`.
    for word in italian::words(&wanted.words).into_iter().take(10) {
        text.push_str(" AND folded LIKE ?");
        values.push(format!("%{word}%").into());
    }
    match wanted.open {
        Some(true) => {
            text.push_str(" AND (valid_until = '' OR valid_until > ?) AND valid_from <= ?");
            values.extend([Value::from(day), Value::from(day)]);
        }
        Some(false) => {
            text.push_str(" AND valid_until <> '' AND valid_until <= ?");
            values.push(day.into());
        }
        None => {}
    }
    text.push_str(" ORDER BY place LIMIT ?");
    values.push(most.into());
    let found = TermRow::find_by_statement(sql(engine, &text, values)).all(conn).await?;
    Ok(found.into_iter().map(Term::from).collect())
}

/// One term by its code.
pub(super) async fn term(
    conn: &impl ConnectionTrait,
    engine: Engine,
    of: (BodyId, &str),
    code: &str,
) -> Result<Option<Term>, StoreError> {
    let text = format!(
        "SELECT {TERM} FROM vocabulary_term WHERE body_id = ? AND vocabulary = ? AND code = ?"
    );
    let values = [of.0.0.into(), of.1.into(), code.into()];
    let found = TermRow::find_by_statement(sql(engine, &text, values)).one(conn).await?;
    Ok(found.map(Term::from))
}

/// The terms that classes of cards name, as far as they exist for a body.
pub(super) async fn named(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    classes: &[Class],
) -> Result<HashMap<Class, (Vocabulary, Term)>, StoreError> {
    let mut found = HashMap::with_capacity(classes.len());
    for vocabulary in visible(conn, engine, body).await? {
        let codes: Vec<&Class> =
            classes.iter().filter(|class| class.scheme == vocabulary.slug).collect();
        for some in codes.chunks(500) {
            let text = format!(
                "SELECT {TERM} FROM vocabulary_term WHERE body_id = ? AND vocabulary = ? AND code IN ({})",
                marks(some.len())
            );
            let head = [vocabulary.owner.0.into(), Value::from(vocabulary.slug.as_str())];
            let values = head.into_iter().chain(some.iter().map(|one| one.code.as_str().into()));
            let rows = TermRow::find_by_statement(sql(engine, &text, values)).all(conn).await?;
            for term in rows.into_iter().map(Term::from) {
                let class = Class { scheme: vocabulary.slug.clone(), code: term.code.clone() };
                found.insert(class, (vocabulary.clone(), term));
            }
        }
    }
    Ok(found)
}

/// Adds a classification; whether its word was free.
pub(super) async fn add(tx: &Tx, one: &Vocabulary) -> Result<bool, StoreError> {
    let text = "INSERT INTO vocabulary (body_id, slug, id, title_it, title_en, source, official, version, \
                version_day, revision, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) \
                ON CONFLICT (body_id, slug) DO NOTHING";
    let values = [
        one.owner.0.into(),
        one.slug.clone().into(),
        one.id.into(),
        one.title_it.clone().into(),
        one.title_en.clone().into(),
        one.source.clone().into(),
        one.official.into(),
        one.version.clone().into(),
        one.version_day.clone().into(),
        one.revision.into(),
        tx.now().0.into(),
    ];
    Ok(tx.execute(text, values).await? > 0)
}

/// Writes what may change of a classification; its revision rises.
pub(super) async fn touch(tx: &Tx, one: &Vocabulary) -> Result<(), StoreError> {
    let text = "UPDATE vocabulary SET title_it = ?, title_en = ?, source = ?, version = ?, version_day = ?, \
                revision = revision + 1, updated_at = ? WHERE body_id = ? AND slug = ?";
    let values = [
        one.title_it.clone().into(),
        one.title_en.clone().into(),
        one.source.clone().into(),
        one.version.clone().into(),
        one.version_day.clone().into(),
        tx.now().0.into(),
        one.owner.0.into(),
        one.slug.clone().into(),
    ];
    tx.execute(text, values).await?;
    Ok(())
}

/// The place after the last term.
pub(super) async fn next_place(tx: &Tx, of: (BodyId, &str)) -> Result<i64, StoreError> {
    let text = "SELECT COALESCE(MAX(place), 0) + 1 FROM vocabulary_term WHERE body_id = ? AND vocabulary = ?";
    let row = tx.conn().query_one_raw(sql(tx.engine(), text, [of.0.0.into(), of.1.into()])).await?;
    Ok(row.map(|row| row.try_get_by_index(0)).transpose()?.unwrap_or(1))
}

/// What search reads of a term.
fn folded(term: &Term) -> String {
    italian::words(&format!("{} {} {}", term.code, term.label_it, term.label_en)).join(" ")
}

/// Adds terms; how many codes were free. The key refuses a code that was ever given.
pub(super) async fn add_terms(
    tx: &Tx,
    of: (BodyId, &str),
    terms: &[Term],
) -> Result<u64, StoreError> {
    let mut added = 0;
    for chunk in terms.chunks(500) {
        let rows = vec!["(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"; chunk.len()].join(", ");
        let text = format!(
            "INSERT INTO vocabulary_term (body_id, vocabulary, {TERM}, folded) VALUES {rows} \
             ON CONFLICT (body_id, vocabulary, code) DO NOTHING"
        );
        let mut values: Vec<Value> = Vec::with_capacity(chunk.len() * 12);
        for term in chunk {
            values.extend([
                of.0.0.into(),
                of.1.into(),
                term.code.clone().into(),
                term.place.into(),
                term.label_it.clone().into(),
                term.label_en.clone().into(),
                term.parent.clone().into(),
                term.uri.clone().into(),
                term.valid_from.clone().into(),
                term.valid_until.clone().into(),
                term.replaced_by.clone().into(),
                folded(term).into(),
            ]);
        }
        added += tx.execute(&text, values).await?;
    }
    Ok(added)
}

/// Writes a term that is there: everything but its code and place.
pub(super) async fn set_term(tx: &Tx, of: (BodyId, &str), term: &Term) -> Result<(), StoreError> {
    let text = "UPDATE vocabulary_term SET label_it = ?, label_en = ?, parent = ?, uri = ?, valid_from = ?, \
                valid_until = ?, replaced_by = ?, folded = ? \
                WHERE body_id = ? AND vocabulary = ? AND code = ?";
    let values = [
        term.label_it.clone().into(),
        term.label_en.clone().into(),
        term.parent.clone().into(),
        term.uri.clone().into(),
        term.valid_from.clone().into(),
        term.valid_until.clone().into(),
        term.replaced_by.clone().into(),
        folded(term).into(),
        of.0.0.into(),
        of.1.into(),
        term.code.clone().into(),
    ];
    tx.execute(text, values).await?;
    Ok(())
}

/// A version that was brought in.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Version {
    /// Its number, from 1.
    pub n: i64,
    /// When, UTC milliseconds.
    pub at: i64,
    /// What it calls itself.
    pub version: String,
    /// Its day; may be empty.
    pub version_day: String,
    /// Where it comes from; may be empty.
    pub source: String,
    /// Name of the file; empty for one begun by hand or shipped.
    pub file_name: String,
    /// Terms it added.
    pub added: i64,
    /// Terms it changed.
    pub changed: i64,
    /// Terms it closed.
    pub closed: i64,
}

pub(super) async fn add_version(
    tx: &Tx,
    of: (BodyId, &str),
    version: &Version,
) -> Result<(), StoreError> {
    let text = "INSERT INTO vocabulary_version (body_id, vocabulary, n, at, version, version_day, source, \
                file_name, added, changed, closed) SELECT ?, ?, COALESCE(MAX(n), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ? \
                FROM vocabulary_version WHERE body_id = ? AND vocabulary = ?";
    let values = [
        of.0.0.into(),
        of.1.into(),
        tx.now().0.into(),
        version.version.clone().into(),
        version.version_day.clone().into(),
        version.source.clone().into(),
        version.file_name.clone().into(),
        version.added.into(),
        version.changed.into(),
        version.closed.into(),
        of.0.0.into(),
        of.1.into(),
    ];
    tx.execute(text, values).await?;
    Ok(())
}

/// The versions of a classification, the last first.
pub(super) async fn versions(
    conn: &impl ConnectionTrait,
    engine: Engine,
    of: (BodyId, &str),
) -> Result<Vec<Version>, StoreError> {
    let text = "SELECT n, at, version, version_day, source, file_name, added, changed, closed \
                FROM vocabulary_version WHERE body_id = ? AND vocabulary = ? ORDER BY n DESC LIMIT 50";
    let statement = sql(engine, text, [of.0.0.into(), of.1.into()]);
    Ok(Version::find_by_statement(statement).all(conn).await?)
}

/// How many cards of a body name a term.
pub(super) async fn cards(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    class: &Class,
) -> Result<i64, StoreError> {
    let text = "SELECT COUNT(*) FROM service WHERE body_id = ? AND (';' || local_terms || ';') LIKE ? ESCAPE '!'";
    let held = format!("%;{}:{};%", class.scheme, class.code.replace('_', "!_"));
    let row = conn.query_one_raw(sql(engine, text, [body.0.into(), held.into()])).await?;
    Ok(row.map(|row| row.try_get_by_index(0)).transpose()?.unwrap_or_default())
}

/// A table waiting for confirmation.
#[derive(Debug, Clone, FromQueryResult)]
pub(super) struct DraftRow {
    pub vocabulary: String,
    pub file_name: String,
    pub content: Vec<u8>,
    pub version: String,
    pub version_day: String,
    pub source: String,
    pub whole: bool,
}

pub(super) async fn put_draft(tx: &Tx, id: Uuid, draft: &DraftRow) -> Result<(), StoreError> {
    let text = "INSERT INTO vocabulary_draft (body_id, id, vocabulary, file_name, content, version, version_day, \
                source, whole, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    let values = [
        tx.body().0.into(),
        id.into(),
        draft.vocabulary.clone().into(),
        draft.file_name.clone().into(),
        draft.content.clone().into(),
        draft.version.clone().into(),
        draft.version_day.clone().into(),
        draft.source.clone().into(),
        draft.whole.into(),
        tx.now().0.into(),
    ];
    tx.execute(text, values).await?;
    Ok(())
}

pub(super) async fn draft(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    id: Uuid,
) -> Result<Option<DraftRow>, StoreError> {
    let text = "SELECT vocabulary, file_name, content, version, version_day, source, whole \
                FROM vocabulary_draft WHERE body_id = ? AND id = ?";
    let statement = sql(engine, text, [body.0.into(), id.into()]);
    Ok(DraftRow::find_by_statement(statement).one(conn).await?)
}

/// Throws a table away; `body` is named because the network may write for it.
pub(super) async fn remove_draft(tx: &Tx, body: BodyId, id: Uuid) -> Result<(), StoreError> {
    let text = "DELETE FROM vocabulary_draft WHERE body_id = ? AND id = ?";
    tx.execute(text, [body.0.into(), id.into()]).await?;
    Ok(())
}

/// Throws away tables taken in before a moment; how many.
pub(super) async fn sweep_drafts(tx: &Tx, before: i64) -> Result<u64, StoreError> {
    let text = "DELETE FROM vocabulary_draft WHERE body_id = ? AND created_at < ?";
    tx.execute(text, [tx.body().0.into(), before.into()]).await
}
