//! A file taken in, looked at, accepted field by field, applied: each step one transaction.

use std::sync::Arc;

use kernel::{BodyId, Principal, id::Uuid};
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};
use store::{Change, Store, Tx};

use super::{
    Place,
    layouts::recalled,
    reading::{SPREADSHEET, Said, decode, encode, read_again, read_rows, read_source, read_table},
};
use crate::{
    error::ProfileError,
    import::{
        Choices, Mapping, Outcome, Plan, Sheet, Table, links,
        plan::{self, Candidate},
        read::{Limits, Options, Refusal},
        source,
    },
    origins::{self, Origin},
    store::{self as rows, Waiting, imports as log},
    vocabularies::classes,
};

/// Where rows came from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImportSource {
    /// `sheet`, or the name of another source.
    pub source: String,
    /// Name of the file or address.
    pub name: String,
    /// SHA-256 of what was read, in hexadecimal.
    pub hash: String,
}

impl ImportSource {
    /// A spreadsheet by its name and bytes.
    pub fn sheet(name: &str, content: &[u8]) -> Self {
        Self { source: SPREADSHEET.into(), name: named(name), hash: hash(content) }
    }
}

fn named(name: &str) -> String {
    name.chars().filter(|c| !c.is_control()).take(200).collect()
}

pub(super) fn hash(content: &[u8]) -> String {
    hex::encode(Sha256::digest(content))
}

/// A file waiting for confirmation, with the first guess of what its columns are.
#[derive(Debug, Clone)]
pub struct Draft {
    /// Its id, for the next pages.
    pub id: Uuid,
    /// What its rows are.
    pub sheet: Sheet,
    /// The name it came with.
    pub file_name: String,
    /// Where its rows come from.
    pub origin: ImportSource,
    /// What was read.
    pub table: Arc<Table>,
    /// Which column is which field.
    pub mapping: Mapping,
    /// Whether the body had confirmed the columns of this layout before.
    pub recognised: bool,
    /// What is left out.
    pub choices: Choices,
    /// What somebody said of the file.
    pub options: Options,
}

impl Draft {
    /// Whether it came as rows, whose columns somebody has to look at.
    pub fn is_spreadsheet(&self) -> bool {
        self.origin.source == SPREADSHEET
    }
}

/// Takes a file in, a spreadsheet or another source by what is in it: reads it, recalls or guesses its
/// columns, keeps it until it is applied or a day has passed. Nothing of the register changes.
pub async fn upload(
    store: &Store,
    body: BodyId,
    sheet: impl Into<Sheet>,
    file_name: &str,
    content: Vec<u8>,
) -> Result<Draft, ProfileError> {
    let sheet = sheet.into();
    if source::recognise(&content).is_some() {
        let (origin, table) = from_files(sheet, file_name, vec![content], "").await?;
        return take_in(store, body, sheet, origin, table).await;
    }
    let (table, content) = read_table(sheet, Options::default(), content).await?;
    let origin = ImportSource::sheet(file_name, &content);
    keep(store, body, sheet, origin, table, content).await
}

/// The table of files that are no spreadsheet, with where it comes from; `address` is where they were
/// found, if they were.
pub async fn from_files(
    sheet: Sheet,
    name: &str,
    files: Vec<Vec<u8>>,
    address: &str,
) -> Result<(ImportSource, Table), ProfileError> {
    if sheet != Sheet::Records(crate::Register::Services) {
        return Err(ProfileError::Source(source::Fault::OnlyServices));
    }
    let most = Limits::default().bytes;
    if files.iter().any(|file| file.len() > most) {
        return Err(ProfileError::File(Refusal::TooLarge((most >> 20) as i64)));
    }
    let hash = match files.as_slice() {
        [one] => hash(one),
        several => hash(several.iter().map(|file| hash(file)).collect::<String>().as_bytes()),
    };
    let (kind, table) = read_source(files, address.to_owned()).await?;
    Ok((ImportSource { source: kind.code().to_owned(), name: named(name), hash }, table))
}

/// Takes in rows that another source made: headings are names of fields.
pub async fn take_in(
    store: &Store,
    body: BodyId,
    sheet: Sheet,
    origin: ImportSource,
    table: Table,
) -> Result<Draft, ProfileError> {
    let content = table.to_csv();
    let most = Limits::default().bytes;
    if content.len() > most {
        return Err(ProfileError::File(Refusal::TooLarge((most >> 20) as i64)));
    }
    keep(store, body, sheet, origin, Arc::new(table), content).await
}

async fn keep(
    store: &Store,
    body: BodyId,
    sheet: Sheet,
    origin: ImportSource,
    table: Arc<Table>,
    content: Vec<u8>,
) -> Result<Draft, ProfileError> {
    let recalled = recalled(store, body, sheet, &table.headings).await?;
    let recognised = recalled.is_some();
    let mapping = recalled.unwrap_or_else(|| Mapping::guess(sheet, &table.headings));
    let row = rows::DraftRow {
        sheet,
        file_name: origin.name.clone(),
        content,
        mapping_json: encode(&mapping)?,
        options_json: "{}".into(),
        choices_json: "{}".into(),
        source: origin.source.clone(),
        source_hash: origin.hash.clone(),
    };
    let id = store
        .write(body, row, |tx, draft| {
            Box::pin(async move {
                let id = tx.new_id();
                rows::put_draft(tx, id, draft).await?;
                Ok::<_, ProfileError>(id)
            })
        })
        .await?;
    let (choices, options) = (Choices::default(), Options::default());
    let file_name = origin.name.clone();
    Ok(Draft { id, sheet, file_name, origin, table, mapping, recognised, choices, options })
}

/// A file that was taken in before.
pub async fn draft(store: &Store, body: BodyId, id: Uuid) -> Result<Draft, ProfileError> {
    let row =
        rows::draft(store.read(), store.engine(), body, id).await?.ok_or(ProfileError::NotFound)?;
    let mapping = decode(&row.mapping_json)?;
    let options: Said = decode(&row.options_json)?;
    let choices = decode(&row.choices_json)?;
    let options = Options::from(options);
    let again = read_again(row.sheet, &row.source, options.clone(), row.content);
    let (table, content) = again.await?;
    let recognised = recalled(store, body, row.sheet, &table.headings).await?;
    let hash = if row.source_hash.is_empty() { hash(&content) } else { row.source_hash };
    let origin = ImportSource { source: row.source, name: row.file_name.clone(), hash };
    Ok(Draft {
        id,
        sheet: row.sheet,
        file_name: row.file_name,
        origin,
        table,
        recognised: recognised.is_some_and(|kept| kept == mapping),
        mapping,
        choices,
        options,
    })
}

/// The files that wait for confirmation, the last first.
pub async fn waiting(store: &Store, body: BodyId) -> Result<Vec<Waiting>, ProfileError> {
    Ok(rows::waiting(store.read(), store.engine(), body).await?)
}

/// Reads the file again as somebody says: another sheet, another row of headings, another encoding.
pub async fn set_options(
    store: &Store,
    body: BodyId,
    draft: &mut Draft,
    options: Options,
) -> Result<(), ProfileError> {
    if !draft.is_spreadsheet() {
        // The columns of another source are names of fields: there is nothing to read otherwise.
        return Ok(());
    }
    let row = rows::draft(store.read(), store.engine(), body, draft.id).await?;
    let content = row.ok_or(ProfileError::NotFound)?.content;
    let (table, _) = read_table(draft.sheet, options.clone(), content).await?;
    let recalled = recalled(store, body, draft.sheet, &table.headings).await?;
    let recognised = recalled.is_some();
    let mapping = recalled.unwrap_or_else(|| Mapping::guess(draft.sheet, &table.headings));
    let input = (draft.id, encode(&Said::from(options.clone()))?, encode(&mapping)?);
    store
        .write(body, input, |tx, (id, options, mapping)| {
            Box::pin(async move {
                log::set_draft(tx, *id, "options_json", options).await?;
                log::set_draft(tx, *id, "choices_json", "{}").await?;
                rows::set_mapping(tx, *id, mapping).await?;
                Ok::<_, ProfileError>(())
            })
        })
        .await?;
    (draft.table, draft.mapping, draft.recognised) = (table, mapping, recognised);
    (draft.options, draft.choices) = (options, Choices::default());
    Ok(())
}

/// Says what is left out of a file; kept with it between one page and the next.
pub async fn accept(
    store: &Store,
    body: BodyId,
    draft: &mut Draft,
    choices: Choices,
) -> Result<(), ProfileError> {
    let input = (draft.id, encode(&choices)?);
    store
        .write(body, input, |tx, (id, json)| {
            Box::pin(async move {
                Ok::<_, ProfileError>(log::set_draft(tx, *id, "choices_json", json).await?)
            })
        })
        .await?;
    draft.choices = choices;
    Ok(())
}

/// The row-by-row report of a file: what is new, changed, unchanged, and wrong and why.
pub async fn preview(store: &Store, body: BodyId, draft: &Draft) -> Result<Plan, ProfileError> {
    let (table, mapping) = (Arc::clone(&draft.table), draft.mapping.clone());
    judged(store, body, draft.sheet, table, mapping, &draft.choices).await
}

/// The same for a table read by the caller (a command), everything accepted.
pub async fn preview_table(
    store: &Store,
    body: BodyId,
    sheet: impl Into<Sheet>,
    table: Arc<Table>,
    mapping: Mapping,
) -> Result<Plan, ProfileError> {
    judged(store, body, sheet.into(), table, mapping, &Choices::default()).await
}

async fn judged(
    store: &Store,
    body: BodyId,
    sheet: Sheet,
    table: Arc<Table>,
    mapping: Mapping,
    choices: &Choices,
) -> Result<Plan, ProfileError> {
    let candidates = read_rows(sheet, table, mapping).await?;
    let (read, engine) = (store.read(), store.engine());
    Ok(match sheet {
        Sheet::Records(register) => {
            let known = rows::known(read, engine, body, register, &candidates).await?;
            let day = store.clock().now().day().to_string();
            let at = (body, register);
            let refused =
                classes::refused_rows(read, engine, at, &candidates, &known, choices, day).await?;
            plan::compare(register, &candidates, &known, choices, &refused)
        }
        Sheet::Links => {
            links::compare(&candidates, &rows::ends(read, engine, body).await?, choices).0
        }
    })
}

/// What an import did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
#[schema(as = ImportApplied)]
pub struct Applied {
    /// Records made.
    pub created: usize,
    /// Records changed.
    pub changed: usize,
    /// Records that were already so.
    pub unchanged: usize,
}

/// Applies a file, all or nothing, as the preview with this fingerprint showed it.
pub async fn apply(
    store: &Store,
    place: &Place,
    who: &Principal,
    draft: &Draft,
    fingerprint: &str,
) -> Result<Applied, ProfileError> {
    let candidates =
        read_rows(draft.sheet, Arc::clone(&draft.table), draft.mapping.clone()).await?;
    let input = Import {
        place: place.clone(),
        who: who.clone(),
        sheet: draft.sheet,
        candidates,
        choices: draft.choices.clone(),
        fingerprint: Some(fingerprint.to_owned()),
        draft: Some(draft.id),
        origin: draft.origin.clone(),
        channel: "web",
    };
    apply_import(store, input).await
}

/// Applies a table at once, all or nothing (the demo data).
pub async fn apply_table(
    store: &Store,
    place: &Place,
    who: &Principal,
    sheet: impl Into<Sheet>,
    table: Arc<Table>,
    mapping: Mapping,
) -> Result<Applied, ProfileError> {
    let origin = ImportSource { source: SPREADSHEET.into(), ..ImportSource::default() };
    apply_from(store, place, who, sheet, table, mapping, origin).await
}

/// The same, saying where the rows came from (`agio import`).
pub async fn apply_from(
    store: &Store,
    place: &Place,
    who: &Principal,
    sheet: impl Into<Sheet>,
    table: Arc<Table>,
    mapping: Mapping,
    origin: ImportSource,
) -> Result<Applied, ProfileError> {
    let sheet = sheet.into();
    let candidates = read_rows(sheet, table, mapping).await?;
    let input = Import {
        place: place.clone(),
        who: who.clone(),
        sheet,
        candidates,
        choices: Choices::default(),
        fingerprint: None,
        draft: None,
        origin,
        channel: "cli",
    };
    apply_import(store, input).await
}

struct Import {
    place: Place,
    who: Principal,
    sheet: Sheet,
    candidates: Vec<Candidate>,
    choices: Choices,
    fingerprint: Option<String>,
    draft: Option<Uuid>,
    origin: ImportSource,
    channel: &'static str,
}

async fn apply_import(store: &Store, input: Import) -> Result<Applied, ProfileError> {
    let body = input.place.body;
    store.write(body, input, |tx, input| Box::pin(apply_in_txn(tx, input))).await
}

async fn apply_in_txn(tx: &Tx, input: &Import) -> Result<Applied, ProfileError> {
    // Compared again here: only inside the transaction nobody else can change the register.
    let id = input.draft.unwrap_or_else(|| tx.new_id());
    let write = Origin::of(&input.who, tx.body(), "import", tx.now().0, Some(id));
    let (plan, kind, ids) = match input.sheet {
        Sheet::Records(register) => {
            let known =
                rows::known(tx.conn(), tx.engine(), tx.body(), register, &input.candidates).await?;
            let (conn, engine, at) = (tx.conn(), tx.engine(), (tx.body(), register));
            let (new, choices, day) = (&input.candidates, &input.choices, tx.now().day());
            let day = day.to_string();
            let refused =
                classes::refused_rows(conn, engine, at, new, &known, choices, day).await?;
            let compared = plan::compare(register, new, &known, choices, &refused);
            let mut plan = checked(input, compared)?;
            let records: Vec<rows::Row> = std::mem::take(&mut plan.writes)
                .into_iter()
                .map(|row| {
                    let (id, version) = row.existing.unwrap_or_else(|| (tx.new_id(), 0));
                    let (values, is_new) = (row.values, row.existing.is_none());
                    let origins = origins::noted(&row.origins, write.with_fields(row.fields));
                    rows::Row { id, version: version + 1, values, seal: row.seal, origins, is_new }
                })
                .collect();
            rows::put(tx, &input.place.slug, register, &records).await?;
            let ids: Vec<_> = records.iter().map(|record| (record.id, None)).collect();
            (plan, register.kind(), ids)
        }
        Sheet::Links => {
            let ends = rows::ends(tx.conn(), tx.engine(), tx.body()).await?;
            let (plan, writes) = links::compare(&input.candidates, &ends, &input.choices);
            let plan = checked(input, plan)?;
            rows::put_uses(tx, &writes).await?;
            let ids = writes.iter().map(|link| (link.service, Some(link.database))).collect();
            (plan, "data_use", ids)
        }
    };
    if let Some(draft) = input.draft {
        rows::remove_draft(tx, draft).await?;
    }
    let applied =
        Applied { created: plan.created, changed: plan.changed, unchanged: plan.unchanged };
    if plan.created + plan.changed == 0 {
        return Ok(applied);
    }
    let (before, after) = told(&plan);
    // One entry for the whole file: its new records are named, changed ones with before and after.
    let action = format!("{kind}.import");
    let counts = json!({ "applied": applied, "records": after });
    let change =
        Change::by(&input.who, &action, "import", id).values(Value::Object(before), counts);
    tx.record(change.channel(input.channel)).await?;
    let entry = log::Entry {
        id,
        at: tx.now().0,
        by_name: input.who.name.clone(),
        channel: input.channel.to_owned(),
        register: input.sheet.code().to_owned(),
        source: input.origin.source.clone(),
        file_name: input.origin.name.clone(),
        file_hash: input.origin.hash.clone(),
        created: plan.created as i64,
        changed: plan.changed as i64,
        unchanged: plan.unchanged as i64,
        left_out: plan.left_out as i64,
        undone_at: None,
        undone_by: String::new(),
        undo_left: 0,
    };
    log::put_entry(tx, &entry).await?;
    log::put_done(tx, id, &remembered(&plan, &ids)).await?;
    Ok(applied)
}

/// What undo needs: each record made and each field changed. Rows that write something come in the
/// order of the writes.
fn remembered(plan: &Plan, ids: &[(Uuid, Option<Uuid>)]) -> Vec<log::Done> {
    let mut done = Vec::with_capacity(ids.len());
    let writing = plan
        .rows
        .iter()
        .filter(|row| row.accepted && matches!(row.outcome, Outcome::New | Outcome::Changed(_)));
    for (row, (record_id, other_id)) in writing.zip(ids) {
        let mut note = |field: &str, before: &str, after: &str| {
            done.push(log::Done {
                n: done.len() as i64 + 1,
                code: row.code.clone(),
                record_id: *record_id,
                other_id: *other_id,
                field: field.to_owned(),
                value_before: before.to_owned(),
                value_after: after.to_owned(),
            });
        };
        match &row.outcome {
            Outcome::Changed(changes) => {
                for change in changes.iter().filter(|change| change.accepted) {
                    note(change.field, &change.before, &change.after);
                }
            }
            _ => note("", "", &row.name),
        }
    }
    done
}

/// The plan, if it may be carried out: no row is wrong, and it is what the preview showed.
fn checked(input: &Import, plan: Plan) -> Result<Plan, ProfileError> {
    if plan.wrong > 0 {
        return Err(ProfileError::Rows(plan.problems()));
    }
    if input.fingerprint.as_ref().is_some_and(|seen| *seen != plan.fingerprint) {
        return Err(ProfileError::Moved);
    }
    Ok(plan)
}

/// What a plan changes, for the audit log: each record before and after.
fn told(plan: &Plan) -> (Map<String, Value>, Map<String, Value>) {
    let (mut before, mut after) = (Map::new(), Map::new());
    for row in plan.rows.iter().filter(|row| row.accepted) {
        match &row.outcome {
            Outcome::New => {
                after.insert(row.code.clone(), Value::Null);
            }
            Outcome::Changed(changes) => {
                let side = |pick: fn(&plan::Change) -> &String| -> Value {
                    let accepted = changes.iter().filter(|change| change.accepted);
                    accepted
                        .map(|c| (c.field.to_owned(), json!(pick(c))))
                        .collect::<Map<_, _>>()
                        .into()
                };
                before.insert(row.code.clone(), side(|change| &change.before));
                after.insert(row.code.clone(), side(|change| &change.after));
            }
            Outcome::Unchanged | Outcome::Wrong(_) => {}
        }
    }
    (before, after)
}

/// Gives a file up.
pub async fn discard(store: &Store, body: BodyId, id: Uuid) -> Result<(), ProfileError> {
    store
        .write(body, id, |tx, id| {
            Box::pin(async move { Ok::<_, ProfileError>(rows::remove_draft(tx, *id).await?) })
        })
        .await
}

/// Throws away files that nobody confirmed for a day; how many. A job calls it.
pub async fn sweep_drafts(store: &Store, body: BodyId) -> Result<u64, ProfileError> {
    store
        .write(body, (), |tx, ()| {
            Box::pin(async move {
                Ok::<_, ProfileError>(rows::sweep_drafts(tx, tx.now().plus_days(-1).0).await?)
            })
        })
        .await
}
