//! The queries of step 1; no other file of this crate holds SQL that writes.

mod drafts;
pub(crate) mod imports;
mod plan_sheets;

use std::collections::HashMap;

use kernel::{BodyId, id::Uuid, italian};
use sea_orm::{ConnectionTrait, QueryResult, Value};
use store::{Engine, StoreError, Tx, search, sql, thread};

use crate::{
    fields::Kind,
    import::{
        links::{Ends, LinkWrite},
        plan::{Candidate, Known},
    },
    model::{Access, Kept, Register, Values},
    rules,
};

pub use drafts::Waiting;
pub(crate) use drafts::{
    DraftRow, draft, put_draft, remove_draft, set_mapping, sweep_drafts, waiting,
};

/// Columns of a record that are not fields, as [`kept`] reads them.
const HEAD: &str = "id, version, updated_at, completeness, row_seal, origins";

/// Records of one statement: 100 x 50 columns stays below every engine's limit of parameters.
const CHUNK: usize = 100;

fn columns(register: Register) -> String {
    register.fields().iter().map(|field| field.name).collect::<Vec<_>>().join(", ")
}

/// The kept value of a field as the engine stores it.
fn stored(kind: Kind, kept: &str) -> Value {
    match kind {
        Kind::Whole(..) | Kind::Money => kept.parse::<i64>().ok().into(),
        Kind::YesNo => match kept {
            "" => None::<bool>.into(),
            other => Some(other == "yes").into(),
        },
        _ => kept.into(),
    }
}

fn kept(register: Register, row: &QueryResult) -> Result<Kept, StoreError> {
    let mut values = Vec::with_capacity(register.fields().len());
    for (at, field) in register.fields().iter().enumerate() {
        let at = at + 6;
        values.push(match field.kind {
            Kind::Whole(..) | Kind::Money => {
                row.try_get_by_index::<Option<i64>>(at)?.map(|n| n.to_string()).unwrap_or_default()
            }
            Kind::YesNo => row
                .try_get_by_index::<Option<bool>>(at)?
                .map(|yes| if yes { "yes" } else { "no" }.to_owned())
                .unwrap_or_default(),
            _ => row.try_get_by_index(at)?,
        });
    }
    Ok(Kept {
        id: row.try_get_by_index(0)?,
        version: row.try_get_by_index(1)?,
        updated_at: row.try_get_by_index(2)?,
        completeness: row.try_get_by_index(3)?,
        row_seal: row.try_get_by_index(4)?,
        origins: row.try_get_by_index(5)?,
        values: Values(values),
    })
}

async fn one(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    register: Register,
    by: &str,
    key: Value,
) -> Result<Option<Kept>, StoreError> {
    let text = format!(
        "SELECT {HEAD}, {} FROM {} WHERE body_id = ? AND {by} = ?",
        columns(register),
        register.table()
    );
    let row = conn.query_one_raw(sql(engine, &text, [body.0.into(), key])).await?;
    row.map(|row| kept(register, &row)).transpose()
}

pub(crate) async fn by_code(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    register: Register,
    code: &str,
) -> Result<Option<Kept>, StoreError> {
    one(conn, engine, body, register, "code", code.to_uppercase().into()).await
}

pub(crate) async fn by_id(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    register: Register,
    id: Uuid,
) -> Result<Option<Kept>, StoreError> {
    one(conn, engine, body, register, "id", id.into()).await
}

/// Id, code and name of the records with these codes.
pub(crate) async fn headings(
    tx: &Tx,
    register: Register,
    codes: &[&str],
) -> Result<Vec<crate::public::Heading>, StoreError> {
    use sea_orm::FromQueryResult as _;
    let mut found = Vec::with_capacity(codes.len());
    for some in codes.chunks(500) {
        let marks = vec!["?"; some.len()].join(", ");
        let text = format!(
            "SELECT id, code, name FROM {} WHERE body_id = ? AND code IN ({marks})",
            register.table()
        );
        let codes = some.iter().map(|code| code.to_uppercase().into());
        let values = std::iter::once(tx.body().0.into()).chain(codes);
        let rows = crate::public::Heading::find_by_statement(sql(tx.engine(), &text, values));
        found.extend(rows.all(tx.conn()).await?);
    }
    Ok(found)
}

/// Every record by name, at most `most`.
pub(crate) async fn all(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    register: Register,
    most: i64,
) -> Result<Vec<Kept>, StoreError> {
    let text = format!(
        "SELECT {HEAD}, {} FROM {} WHERE body_id = ? ORDER BY sort_key, id LIMIT ?",
        columns(register),
        register.table()
    );
    let found = conn.query_all_raw(sql(engine, &text, [body.0.into(), most.into()])).await?;
    found.iter().map(|row| kept(register, row)).collect()
}

/// Public records of a body in the order of their ids, after one of them: the order that costs nothing.
pub(crate) async fn slice(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    register: Register,
    after: Option<Uuid>,
    most: i64,
) -> Result<Vec<Kept>, StoreError> {
    let text = format!(
        "SELECT {HEAD}, {} FROM {} WHERE body_id = ? AND id > ? {} ORDER BY id LIMIT ?",
        columns(register),
        register.table(),
        // A card that is being written is nobody else's yet.
        if register == Register::Services { "AND card_state <> 'draft'" } else { "" }
    );
    let values = [body.0.into(), after.unwrap_or_default().into(), most.into()];
    let found = conn.query_all_raw(sql(engine, &text, values)).await?;
    found.iter().map(|row| kept(register, row)).collect()
}

/// Services of one body or of every body, as a directory pages them: by body and id.
pub(crate) async fn directory(
    conn: &impl ConnectionTrait,
    engine: Engine,
    (which, values): (&str, Vec<Value>),
    (most, skip): (i64, i64),
) -> Result<Vec<(BodyId, Kept)>, StoreError> {
    // `kept` reads from the first column on, so the body comes last.
    let register = Register::Services;
    let text = format!(
        "SELECT {HEAD}, {}, body_id FROM service WHERE {which} ORDER BY body_id, id LIMIT ? OFFSET ?",
        columns(register)
    );
    let values = values.into_iter().chain([most.into(), skip.into()]);
    let found = conn.query_all_raw(sql(engine, &text, values)).await?;
    let last = 6 + register.fields().len();
    found
        .iter()
        .map(|row| Ok((BodyId(row.try_get_by_index(last)?), kept(register, row)?)))
        .collect()
}

/// What the register holds of the rows of a file; values only where the seal does not already say
/// that nothing changed.
pub(crate) async fn known(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    register: Register,
    rows: &[Candidate],
) -> Result<HashMap<String, Known>, StoreError> {
    let text =
        format!("SELECT code, id, version, row_seal FROM {} WHERE body_id = ?", register.table());
    let mut found = HashMap::new();
    for row in conn.query_all_raw(sql(engine, &text, [body.0.into()])).await? {
        let known = Known {
            id: row.try_get_by_index(1)?,
            version: row.try_get_by_index(2)?,
            row_seal: row.try_get_by_index(3)?,
            values: None,
            origins: String::new(),
        };
        found.insert(row.try_get_by_index::<String>(0)?, known);
    }
    let differing: Vec<Uuid> = rows
        .iter()
        .filter_map(|row| found.get(&row.code).filter(|known| known.row_seal != row.seal))
        .map(|known| known.id)
        .collect();
    for ids in differing.chunks(500) {
        let marks = vec!["?"; ids.len()].join(", ");
        let text = format!(
            "SELECT {HEAD}, {} FROM {} WHERE body_id = ? AND id IN ({marks})",
            columns(register),
            register.table()
        );
        let values = std::iter::once(body.0.into()).chain(ids.iter().map(|id| (*id).into()));
        for row in conn.query_all_raw(sql(engine, &text, values)).await? {
            let record = kept(register, &row)?;
            if let Some(known) = found.get_mut(record.values.get(register, "code")) {
                known.values = Some(record.values);
                known.origins = record.origins;
            }
        }
    }
    Ok(found)
}

/// A record ready to be written.
pub(crate) struct Row {
    pub id: Uuid,
    pub version: i64,
    pub values: Values,
    pub seal: String,
    pub origins: String,
    pub is_new: bool,
}

/// Writes records with what one filters them by, and makes them findable.
pub(crate) async fn put(
    tx: &Tx,
    slug: &str,
    register: Register,
    rows: &[Row],
) -> Result<(), StoreError> {
    let fields = register.fields();
    let head = ["version", "updated_at", "completeness", "row_seal", "origins", "sort_key"];
    let updates: Vec<String> = head
        .iter()
        .copied()
        .chain(fields.iter().map(|field| field.name))
        .map(|column| format!("{column} = excluded.{column}"))
        .collect();
    let one_row = format!("({})", vec!["?"; fields.len() + 9].join(", "));
    for chunk in rows.chunks(CHUNK) {
        let text = format!(
            "INSERT INTO {} (body_id, id, created_at, version, updated_at, completeness, row_seal, origins, sort_key, {}) \
             VALUES {} ON CONFLICT (body_id, id) DO UPDATE SET {}",
            register.table(),
            columns(register),
            vec![one_row.as_str(); chunk.len()].join(", "),
            updates.join(", "),
        );
        let mut values: Vec<Value> = Vec::with_capacity(chunk.len() * (fields.len() + 9));
        for row in chunk {
            values.extend([
                tx.body().0.into(),
                row.id.into(),
                tx.now().0.into(),
                row.version.into(),
                tx.now().0.into(),
                rules::completeness(fields, &row.values).into(),
                row.seal.clone().into(),
                row.origins.clone().into(),
                italian::fold(row.values.get(register, "name")).into(),
            ]);
            values.extend(
                fields.iter().zip(&row.values.0).map(|(field, value)| stored(field.kind, value)),
            );
        }
        tx.execute(&text, values).await?;
    }
    if register == Register::Services {
        put_tags(tx, rows, "service_area", "area", "areas").await?;
        put_tags(tx, rows, "service_municipality", "municipality", "municipalities").await?;
    }
    if register == Register::PlanSheets {
        plan_sheets::put_parts(tx, rows).await?;
    }
    make_findable(tx, slug, register, rows).await?;
    // Joined after both ends stand on the thread.
    match register {
        Register::Services => plan_sheets::join_services(tx, rows).await,
        Register::PlanSheets => plan_sheets::join_sheets(tx, rows).await,
        Register::Databases => Ok(()),
    }
}

/// Writes the rows by which services are filtered.
async fn put_tags(
    tx: &Tx,
    rows: &[Row],
    table: &str,
    column: &str,
    field: &str,
) -> Result<(), StoreError> {
    let old: Vec<Uuid> = rows.iter().filter(|row| !row.is_new).map(|row| row.id).collect();
    for ids in old.chunks(500) {
        let marks = vec!["?"; ids.len()].join(", ");
        let text = format!("DELETE FROM {table} WHERE body_id = ? AND service_id IN ({marks})");
        let values = std::iter::once(tx.body().0.into()).chain(ids.iter().map(|id| (*id).into()));
        tx.execute(&text, values.collect::<Vec<Value>>()).await?;
    }
    let tags: Vec<(&str, Uuid)> = rows
        .iter()
        .flat_map(|row| {
            let list = row.values.get(Register::Services, field);
            list.split(';').filter(|tag| !tag.is_empty()).map(|tag| (tag, row.id))
        })
        .collect();
    for chunk in tags.chunks(2000) {
        let marks = vec!["(?, ?, ?)"; chunk.len()].join(", ");
        let text = format!("INSERT INTO {table} (body_id, {column}, service_id) VALUES {marks}");
        let values: Vec<Value> = chunk
            .iter()
            .flat_map(|(tag, id)| [tx.body().0.into(), Value::from(*tag), (*id).into()])
            .collect();
        tx.execute(&text, values).await?;
    }
    Ok(())
}

/// Where a record's public page is.
pub(crate) fn href(slug: &str, register: Register, code: &str) -> String {
    format!("/{slug}/profilo/{}/{code}", register.code())
}

async fn make_findable(
    tx: &Tx,
    slug: &str,
    register: Register,
    rows: &[Row],
) -> Result<(), StoreError> {
    let (summary, words): (_, &[&str]) = match register {
        Register::Services => (
            "short_description",
            &[
                "code",
                "keywords",
                "short_description",
                "easy_description",
                "recipients",
                "provider",
                "place",
                "requirements",
            ],
        ),
        Register::Databases => {
            ("description", &["code", "acronym", "description", "owner", "application", "entities"])
        }
        Register::PlanSheets => (
            "description",
            &[
                "code",
                "district",
                "description",
                "needs",
                "recipients",
                "planned_actions",
                "partners",
            ],
        ),
    };
    let shown = |row: &Row| row.values.get(register, "card_state") != "draft";
    let (mut nodes, mut texts) = (Vec::with_capacity(rows.len()), Vec::with_capacity(rows.len()));
    for row in rows {
        let get = |field: &str| row.values.get(register, field);
        nodes.push(thread::Node {
            kind: register.kind().to_owned(),
            id: row.id,
            label: get("name").to_owned(),
            href: href(slug, register, get("code")),
            note: String::new(),
        });
        texts.push(words.iter().map(|field| get(field)).collect::<Vec<_>>().join(" "));
    }
    // Drafts are in the log of the desk, not on the thread and in search that everybody reads.
    for public in [true, false] {
        let some = rows.iter().zip(&nodes).filter(|(row, _)| shown(row) == public);
        let some: Vec<thread::Node> = some.map(|(_, node)| node.clone()).collect();
        if !some.is_empty() {
            thread::put_all(tx, &some, public).await?;
        }
    }
    let documents: Vec<search::Document<'_>> = rows
        .iter()
        .zip(nodes.iter().zip(&texts))
        .map(|(row, (node, text))| search::Document {
            kind: register.kind(),
            id: row.id,
            title: &node.label,
            summary: row.values.get(register, summary),
            href: &node.href,
            text,
            public: shown(row),
        })
        .collect();
    search::put_all(tx, &documents).await
}

/// Says that a service uses a database; gives the access and means said before.
pub(crate) async fn put_use(
    tx: &Tx,
    service: Uuid,
    database: Uuid,
    access: Access,
    means: &str,
) -> Result<Option<(String, String)>, StoreError> {
    let key = [tx.body().0.into(), service.into(), database.into()];
    let text = "SELECT access, means FROM data_use WHERE body_id = ? AND service_id = ? AND database_id = ?";
    let before = tx.conn().query_one_raw(sql(tx.engine(), text, key)).await?;
    let before = before
        .map(|row| Ok::<_, StoreError>((row.try_get_by_index(0)?, row.try_get_by_index(1)?)))
        .transpose()?;
    tx.execute(
        "INSERT INTO data_use (body_id, service_id, database_id, access, means) VALUES (?, ?, ?, ?, ?) \
         ON CONFLICT (body_id, service_id, database_id) DO UPDATE SET access = excluded.access, \
         means = excluded.means",
        [tx.body().0.into(), service.into(), database.into(), access.code().into(), means.into()],
    )
    .await?;
    Ok(before)
}

/// The records links may join, and the links there are.
pub(crate) async fn ends(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
) -> Result<Ends, StoreError> {
    let mut ends = Ends::default();
    for (register, side) in
        [(Register::Services, &mut ends.services), (Register::Databases, &mut ends.databases)]
    {
        let text = format!("SELECT code, id, name FROM {} WHERE body_id = ?", register.table());
        for row in conn.query_all_raw(sql(engine, &text, [body.0.into()])).await? {
            let end = (row.try_get_by_index(1)?, row.try_get_by_index(2)?);
            side.insert(row.try_get_by_index(0)?, end);
        }
    }
    let text = "SELECT service_id, database_id, access, means FROM data_use WHERE body_id = ?";
    for row in conn.query_all_raw(sql(engine, text, [body.0.into()])).await? {
        let pair = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        ends.uses.insert(pair, (row.try_get_by_index(2)?, row.try_get_by_index(3)?));
    }
    Ok(ends)
}

/// Says of many pairs that a service uses a database.
pub(crate) async fn put_uses(tx: &Tx, links: &[LinkWrite]) -> Result<(), StoreError> {
    for chunk in links.chunks(1000) {
        let rows = vec!["(?, ?, ?, ?, ?)"; chunk.len()].join(", ");
        let text = format!(
            "INSERT INTO data_use (body_id, service_id, database_id, access, means) VALUES {rows} \
             ON CONFLICT (body_id, service_id, database_id) DO UPDATE SET access = excluded.access, \
             means = excluded.means"
        );
        let values: Vec<Value> = chunk
            .iter()
            .flat_map(|link| {
                [
                    tx.body().0.into(),
                    link.service.into(),
                    link.database.into(),
                    link.access.code().into(),
                    link.means.clone().into(),
                ]
            })
            .collect();
        tx.execute(&text, values).await?;
    }
    let pairs: Vec<_> =
        links.iter().map(|link| (("service", link.service), ("database", link.database))).collect();
    thread::join_all(tx, "uses", &pairs).await
}

/// Says that a service no longer uses a database; whether it did.
pub(crate) async fn remove_use(tx: &Tx, service: Uuid, database: Uuid) -> Result<bool, StoreError> {
    let text = "DELETE FROM data_use WHERE body_id = ? AND service_id = ? AND database_id = ?";
    Ok(tx.execute(text, [tx.body().0.into(), service.into(), database.into()]).await? > 0)
}
