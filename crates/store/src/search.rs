//! Full-text search with Italian stems: the same words find the same rows on both engines.

use kernel::{BodyId, id::Uuid, italian};
use sea_orm::{
    FromQueryResult,
    sea_query::{Expr, SimpleExpr},
};

use crate::{Engine, Store, StoreError, Tx, tx::statement};

mod vocabulary;
mod wider;

pub(crate) use vocabulary::Vocabularies;
pub use wider::{Wider, find_wider, matching_any, widen};

/// A thing that can be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document<'a> {
    /// `service`, `idea`, `action`, ….
    pub kind: &'a str,
    /// Which one.
    pub id: Uuid,
    /// Title shown in results.
    pub title: &'a str,
    /// A line shown below the title.
    pub summary: &'a str,
    /// Where it is, from the site's root.
    pub href: &'a str,
    /// All words it can be found by; the title counts as well.
    pub text: &'a str,
    /// Whether everybody may find it.
    pub public: bool,
}

/// Something found.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Hit {
    /// The body it belongs to.
    pub body_id: Uuid,
    /// Kind of thing.
    pub kind: String,
    /// Title.
    pub title: String,
    /// A line about it.
    pub summary: String,
    /// Where it is.
    pub href: String,
}

/// Makes a thing findable, or refreshes it.
pub async fn put(tx: &Tx, document: &Document<'_>) -> Result<(), StoreError> {
    put_all(tx, std::slice::from_ref(document)).await
}

/// Makes many things findable at once, as [`put`] does for one; each thing at most once.
pub async fn put_all(tx: &Tx, documents: &[Document<'_>]) -> Result<(), StoreError> {
    let row = if tx.engine() == Engine::Sqlite {
        "(?, ?, ?, ?, ?, ?, ?, ?, ?)"
    } else {
        "(?, ?, ?, ?, ?, ?, ?, to_tsvector('simple', ?), ?)"
    };
    for chunk in documents.chunks(400) {
        let rows = vec![row; chunk.len()].join(", ");
        let values: Vec<sea_orm::Value> = chunk
            .iter()
            .flat_map(|document| {
                let text = format!("{} {}", document.title, document.text);
                // On SQLite triggers keep the FTS5 index; the body's own mark lets the index narrow to one body.
                let stems = if tx.engine() == Engine::Sqlite {
                    format!("{} {}", mark(tx.body()), italian::stems(&text))
                } else {
                    italian::stems(&text)
                };
                let words = if document.public { vocabulary::kept(&text) } else { String::new() };
                [
                    tx.body().0.into(),
                    document.kind.into(),
                    document.id.into(),
                    document.title.into(),
                    document.summary.into(),
                    document.href.into(),
                    document.public.into(),
                    stems.into(),
                    words.into(),
                ]
            })
            .collect();
        tx.execute(
            &format!(
                "INSERT INTO search_document (body_id, kind, id, title, summary, href, public, stems, words) \
                 VALUES {rows} ON CONFLICT (body_id, kind, id) DO UPDATE SET title = excluded.title, \
                 summary = excluded.summary, href = excluded.href, public = excluded.public, \
                 stems = excluded.stems, words = excluded.words"
            ),
            values,
        )
        .await?;
    }
    Ok(())
}

/// Makes a thing unfindable.
pub async fn remove(tx: &Tx, kind: &str, id: Uuid) -> Result<(), StoreError> {
    tx.execute(
        "DELETE FROM search_document WHERE body_id = ? AND kind = ? AND id = ?",
        [tx.body().0.into(), kind.into(), id.into()],
    )
    .await?;
    Ok(())
}

/// Makes many things unfindable.
pub async fn remove_all(tx: &Tx, kind: &str, ids: &[Uuid]) -> Result<(), StoreError> {
    for chunk in ids.chunks(500) {
        let marks = vec!["?"; chunk.len()].join(", ");
        let text = format!(
            "DELETE FROM search_document WHERE body_id = ? AND kind = ? AND id IN ({marks})"
        );
        let head = [tx.body().0.into(), kind.into()];
        let values = head.into_iter().chain(chunk.iter().map(|id| (*id).into()));
        tx.execute(&text, values.collect::<Vec<_>>()).await?;
    }
    Ok(())
}

fn mark(body: BodyId) -> String {
    format!("b{}", body.0.simple())
}

/// The engine's query for typed words: all of them, the last as the beginning of a word. None when nothing telling was typed.
fn query(engine: Engine, body: Option<BodyId>, typed: &str) -> Option<String> {
    let stems = italian::stems(typed);
    let mut words: Vec<&str> = stems.split(' ').filter(|w| !w.is_empty()).take(12).collect();
    let last = words.pop()?.to_owned();
    // A word half typed has no ending yet: its stem with one is looked for as well.
    let mut endings = vec![last];
    if let Some(typed) = italian::words(typed).last() {
        for whole in ["o", "a"].map(|vowel| italian::stems(&format!("{typed}{vowel}"))) {
            if whole.len() >= 3 && !whole.contains(' ') && !endings.contains(&whole) {
                endings.push(whole);
            }
        }
    }
    // Words hold letters and digits only, so nothing typed can be read as an operator.
    Some(match engine {
        Engine::Sqlite => {
            let mut terms: Vec<String> = body.map(mark).into_iter().collect();
            terms.extend(words.iter().map(|w| format!("\"{w}\"")));
            let last: Vec<String> = endings.iter().map(|w| format!("\"{w}\"*")).collect();
            terms.push(format!("({})", last.join(" OR ")));
            terms.join(" AND ")
        }
        Engine::Postgres => {
            let mut terms: Vec<String> = words.iter().map(|w| format!("'{w}'")).collect();
            let last: Vec<String> = endings.iter().map(|w| format!("'{w}':*")).collect();
            terms.push(format!("({})", last.join(" | ")));
            terms.join(" & ")
        }
    })
}

/// A condition for a list: the id column is among the things of the kind that match the words.
///
/// None when nothing telling was typed (no condition then).
pub fn matching(
    engine: Engine,
    body: BodyId,
    kind: &str,
    typed: &str,
    id_column: &str,
) -> Option<SimpleExpr> {
    let query = query(engine, Some(body), typed)?;
    Some(condition(engine, body, kind, query, id_column))
}

/// The id column is among the things of the kind that a query of the engine finds.
///
/// On SQLite the joins of this room are `CROSS JOIN`: the index is asked once and its rows looked up, never the
/// other way round, which without statistics is what the planner likes.
fn condition(
    engine: Engine,
    body: BodyId,
    kind: &str,
    query: String,
    id_column: &str,
) -> SimpleExpr {
    match engine {
        Engine::Sqlite => Expr::cust_with_values(
            format!(
                "{id_column} IN (SELECT d.id FROM search_index i CROSS JOIN search_document d ON d.doc = i.rowid \
                 WHERE search_index MATCH ? AND d.body_id = ? AND d.kind = ?)"
            ),
            [sea_orm::Value::from(query), body.0.into(), kind.into()],
        ),
        Engine::Postgres => Expr::cust_with_values(
            format!(
                "{id_column} IN (SELECT d.id FROM search_document d \
                 WHERE d.stems @@ to_tsquery('simple', $1) AND d.body_id = $2 AND d.kind = $3)"
            ),
            [sea_orm::Value::from(query), body.0.into(), kind.into()],
        ),
    }
}

/// Public things of a body and kind that share some of the words, the most alike first.
///
/// Unlike [`find`] one word in common is enough: who shows them decides how alike is alike.
pub async fn alike(
    store: &Store,
    body: BodyId,
    kind: &str,
    text: &str,
    limit: i64,
) -> Result<Vec<Hit>, StoreError> {
    let stems = italian::stems(text);
    let words: Vec<&str> = stems.split(' ').filter(|word| !word.is_empty()).take(12).collect();
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let (sql, values): (&str, Vec<sea_orm::Value>) = match store.engine() {
        Engine::Sqlite => {
            let any: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
            let query = format!("{} AND ({})", mark(body), any.join(" OR "));
            (
                "SELECT d.body_id, d.kind, d.title, d.summary, d.href FROM search_index i \
                 CROSS JOIN search_document d ON d.doc = i.rowid \
                 WHERE search_index MATCH ? AND d.public AND d.body_id = ? AND d.kind = ? \
                 ORDER BY rank, d.doc LIMIT ?",
                vec![query.into(), body.0.into(), kind.into(), limit.into()],
            )
        }
        Engine::Postgres => {
            let any: Vec<String> = words.iter().map(|word| format!("'{word}'")).collect();
            let query = any.join(" | ");
            (
                "SELECT d.body_id, d.kind, d.title, d.summary, d.href FROM search_document d \
                 WHERE d.stems @@ to_tsquery('simple', ?) AND d.public AND d.body_id = ? AND d.kind = ? \
                 ORDER BY ts_rank(d.stems, to_tsquery('simple', ?)) DESC, d.id LIMIT ?",
                vec![query.clone().into(), body.0.into(), kind.into(), query.into(), limit.into()],
            )
        }
    };
    Ok(Hit::find_by_statement(statement(store.engine(), sql, values)).all(store.read()).await?)
}

/// Public things of all bodies (or one) that match the words, best first.
pub async fn find(
    store: &Store,
    body: Option<BodyId>,
    kind: Option<&str>,
    typed: &str,
    limit: i64,
) -> Result<Vec<Hit>, StoreError> {
    let Some(query) = query(store.engine(), body, typed) else { return Ok(Vec::new()) };
    run(store, body, kind, query, limit).await
}

/// What a query of the engine finds among public things, best first.
async fn run(
    store: &Store,
    body: Option<BodyId>,
    kind: Option<&str>,
    query: String,
    limit: i64,
) -> Result<Vec<Hit>, StoreError> {
    let mut values: Vec<sea_orm::Value> = vec![query.clone().into()];
    let mut filter = String::new();
    if let Some(body) = body {
        filter.push_str(" AND d.body_id = ?");
        values.push(body.0.into());
    }
    if let Some(kind) = kind {
        filter.push_str(" AND d.kind = ?");
        values.push(kind.into());
    }
    let sql = match store.engine() {
        Engine::Sqlite => format!(
            "SELECT d.body_id, d.kind, d.title, d.summary, d.href FROM search_index i \
             CROSS JOIN search_document d ON d.doc = i.rowid WHERE search_index MATCH ? AND d.public{filter} \
             ORDER BY rank, d.doc LIMIT ?"
        ),
        Engine::Postgres => {
            values.push(query.into());
            format!(
                "SELECT d.body_id, d.kind, d.title, d.summary, d.href FROM search_document d \
                 WHERE d.stems @@ to_tsquery('simple', ?) AND d.public{filter} \
                 ORDER BY ts_rank(d.stems, to_tsquery('simple', ?)) DESC, d.id LIMIT ?"
            )
        }
    };
    values.push(limit.into());
    Ok(Hit::find_by_statement(statement(store.engine(), &sql, values)).all(store.read()).await?)
}
