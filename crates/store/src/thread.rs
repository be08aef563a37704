//! The thread (filo rosso): what came of what, from a voice to today's number, both ways.

use kernel::{BodyId, id::Uuid};
use sea_orm::FromQueryResult;

use crate::{Store, StoreError, Tx, tx::statement};

/// One thing on the thread.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Node {
    /// `service`, `idea`, `project`, `action`, `result`, `indicator`, `reading`, ….
    pub kind: String,
    /// Which one.
    pub id: Uuid,
    /// What a page calls it.
    pub label: String,
    /// Where it is, from the site's root.
    pub href: String,
    /// A short fact shown beside it (a value, or a state made with [`word`]); may be empty.
    pub note: String,
}

/// A note that is one of the program's words: pages show the message `key` in the reader's language.
pub fn word(key: &str) -> String {
    format!("={key}")
}

/// A thing reached by walking, with how far it is.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Step {
    /// Kind of thing.
    pub kind: String,
    /// Which one.
    pub id: Uuid,
    /// What a page calls it.
    pub label: String,
    /// Where it is.
    pub href: String,
    /// A short fact.
    pub note: String,
    /// How many edges away, from 1.
    pub depth: i64,
}

/// Which way to walk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// From a voice towards its effects.
    Forward,
    /// From an effect back to the voices.
    Back,
}

/// Puts a thing on the thread or refreshes its label; `public` things alone are shown to everybody.
pub async fn put(tx: &Tx, node: &Node, public: bool) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO thread_node (body_id, kind, id, label, href, note, public) VALUES (?, ?, ?, ?, ?, ?, ?) \
         ON CONFLICT (body_id, kind, id) DO UPDATE SET label = excluded.label, href = excluded.href, \
         note = excluded.note, public = excluded.public",
        [
            tx.body().0.into(),
            node.kind.clone().into(),
            node.id.into(),
            node.label.clone().into(),
            node.href.clone().into(),
            node.note.clone().into(),
            public.into(),
        ],
    )
    .await?;
    Ok(())
}

/// Puts many things on the thread at once, as [`put`] does for one; each thing at most once.
pub async fn put_all(tx: &Tx, nodes: &[Node], public: bool) -> Result<(), StoreError> {
    for chunk in nodes.chunks(500) {
        let rows = vec!["(?, ?, ?, ?, ?, ?, ?)"; chunk.len()].join(", ");
        let values: Vec<sea_orm::Value> = chunk
            .iter()
            .flat_map(|node| {
                [
                    tx.body().0.into(),
                    node.kind.clone().into(),
                    node.id.into(),
                    node.label.clone().into(),
                    node.href.clone().into(),
                    node.note.clone().into(),
                    public.into(),
                ]
            })
            .collect();
        tx.execute(
            &format!(
                "INSERT INTO thread_node (body_id, kind, id, label, href, note, public) VALUES {rows} \
                 ON CONFLICT (body_id, kind, id) DO UPDATE SET label = excluded.label, href = excluded.href, \
                 note = excluded.note, public = excluded.public"
            ),
            values,
        )
        .await?;
    }
    Ok(())
}

/// Joins two things: `to` came of `from`. Doing it twice is doing it once.
pub async fn join(
    tx: &Tx,
    from: (&str, Uuid),
    relation: &str,
    to: (&str, Uuid),
) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO thread_edge (body_id, from_kind, from_id, relation, to_kind, to_id, at) \
         VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        [
            tx.body().0.into(),
            from.0.into(),
            from.1.into(),
            relation.into(),
            to.0.into(),
            to.1.into(),
            tx.now().0.into(),
        ],
    )
    .await?;
    Ok(())
}

/// A thing by its kind and id.
type End<'a> = (&'a str, Uuid);

/// Joins many pairs at once, as [`join`] does for one.
pub async fn join_all(
    tx: &Tx,
    relation: &str,
    pairs: &[(End<'_>, End<'_>)],
) -> Result<(), StoreError> {
    for chunk in pairs.chunks(1000) {
        let rows = vec!["(?, ?, ?, ?, ?, ?, ?)"; chunk.len()].join(", ");
        let values: Vec<sea_orm::Value> = chunk
            .iter()
            .flat_map(|(from, to)| {
                [
                    tx.body().0.into(),
                    from.0.into(),
                    from.1.into(),
                    relation.into(),
                    to.0.into(),
                    to.1.into(),
                    tx.now().0.into(),
                ]
            })
            .collect();
        let text = format!(
            "INSERT INTO thread_edge (body_id, from_kind, from_id, relation, to_kind, to_id, at) \
             VALUES {rows} ON CONFLICT DO NOTHING"
        );
        tx.execute(&text, values).await?;
    }
    Ok(())
}

/// Undoes a join.
pub async fn part(
    tx: &Tx,
    from: (&str, Uuid),
    relation: &str,
    to: (&str, Uuid),
) -> Result<(), StoreError> {
    tx.execute(
        "DELETE FROM thread_edge WHERE body_id = ? AND from_kind = ? AND from_id = ? AND relation = ? \
         AND to_kind = ? AND to_id = ?",
        [tx.body().0.into(), from.0.into(), from.1.into(), relation.into(), to.0.into(), to.1.into()],
    )
    .await?;
    Ok(())
}

/// Undoes many joins of one kind.
pub async fn part_all(
    tx: &Tx,
    relation: &str,
    pairs: &[(End<'_>, End<'_>)],
) -> Result<(), StoreError> {
    for chunk in pairs.chunks(200) {
        let one = "(from_kind = ? AND from_id = ? AND to_kind = ? AND to_id = ?)";
        let text = format!(
            "DELETE FROM thread_edge WHERE body_id = ? AND relation = ? AND ({})",
            vec![one; chunk.len()].join(" OR ")
        );
        let ends = chunk.iter().flat_map(|(from, to)| {
            [sea_orm::Value::from(from.0), from.1.into(), to.0.into(), to.1.into()]
        });
        let head = [tx.body().0.into(), relation.into()];
        tx.execute(&text, head.into_iter().chain(ends).collect::<Vec<_>>()).await?;
    }
    Ok(())
}

/// Undoes every join of one kind that leads to these things.
pub async fn part_from(tx: &Tx, relation: &str, kind: &str, to: &[Uuid]) -> Result<(), StoreError> {
    for chunk in to.chunks(500) {
        let marks = vec!["?"; chunk.len()].join(", ");
        let text = format!(
            "DELETE FROM thread_edge WHERE body_id = ? AND relation = ? AND to_kind = ? AND to_id IN ({marks})"
        );
        let head = [tx.body().0.into(), relation.into(), kind.into()];
        let values = head.into_iter().chain(chunk.iter().map(|id| (*id).into()));
        tx.execute(&text, values.collect::<Vec<_>>()).await?;
    }
    Ok(())
}

/// Takes things off the thread, with every join of theirs.
pub async fn remove_all(tx: &Tx, kind: &str, ids: &[Uuid]) -> Result<(), StoreError> {
    for chunk in ids.chunks(500) {
        let marks = vec!["?"; chunk.len()].join(", ");
        for (table, kind_is, id_is) in [
            ("thread_edge", "from_kind", "from_id"),
            ("thread_edge", "to_kind", "to_id"),
            ("thread_node", "kind", "id"),
        ] {
            let text = format!(
                "DELETE FROM {table} WHERE body_id = ? AND {kind_is} = ? AND {id_is} IN ({marks})"
            );
            let head = [tx.body().0.into(), kind.into()];
            let values = head.into_iter().chain(chunk.iter().map(|id| (*id).into()));
            tx.execute(&text, values.collect::<Vec<_>>()).await?;
        }
    }
    Ok(())
}

/// Everything public that can be reached from a thing, nearest first, up to eight edges away.
pub async fn walk(
    store: &Store,
    body: BodyId,
    from: (&str, Uuid),
    direction: Direction,
) -> Result<Vec<Step>, StoreError> {
    let (near, far) = match direction {
        Direction::Forward => ("from", "to"),
        Direction::Back => ("to", "from"),
    };
    // CROSS JOIN: SQLite then begins from what was reached, not from every node of the body.
    let sql = format!(
        "WITH RECURSIVE reached (kind, id, depth) AS ( \
           SELECT {far}_kind, {far}_id, CAST(1 AS {int}) FROM thread_edge \
             WHERE body_id = ? AND {near}_kind = ? AND {near}_id = ? \
           UNION \
           SELECT e.{far}_kind, e.{far}_id, r.depth + 1 FROM reached r CROSS JOIN thread_edge e \
             WHERE e.body_id = ? AND e.{near}_kind = r.kind AND e.{near}_id = r.id AND r.depth < 8) \
         SELECT n.kind, n.id, n.label, n.href, n.note, MIN(r.depth) AS depth \
           FROM reached r CROSS JOIN thread_node n \
         WHERE n.body_id = ? AND n.kind = r.kind AND n.id = r.id AND n.public GROUP BY n.kind, n.id, n.label, n.href, n.note ORDER BY depth, n.kind, n.label LIMIT 200",
        int = match store.engine() {
            crate::Engine::Sqlite => "INTEGER",
            crate::Engine::Postgres => "BIGINT",
        },
    );
    let values = [body.0.into(), from.0.into(), from.1.into(), body.0.into(), body.0.into()];
    Ok(Step::find_by_statement(statement(store.engine(), &sql, values)).all(store.read()).await?)
}
