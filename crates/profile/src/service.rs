//! The use cases of step 1, each one transaction. What a page, a command and the API call.

use std::sync::Arc;

use kernel::{BodyId, Principal, form::FieldError, id::Uuid};
use serde_json::{Map, Value, json};
use store::{Change, Store, Tx};

use crate::{
    error::ProfileError,
    fields::{Fault, code_from_name},
    import::{
        Limits, Mapping, Outcome, Plan, Sheet, Table, links,
        plan::{self, Candidate},
        read,
    },
    model::{Access, Kept, Register, Values},
    origins::{self, Origin},
    store as rows,
};

pub use crate::store::Waiting;

/// The body one works in, with its word in addresses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The body.
    pub body: BodyId,
    /// Its word in addresses: `unione-bassa-reggiana`.
    pub slug: String,
}

/// Which record a form is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A record that does not exist yet.
    New,
    /// A record as it was when the form was opened.
    Existing {
        /// The record.
        id: Uuid,
        /// Its version then.
        version: i64,
    },
}

/// What came of saving a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// The record.
    pub id: Uuid,
    /// Its code, for its address.
    pub code: String,
    /// Whether anything changed.
    pub changed: bool,
}

/// Saves a service or a database typed by hand.
///
/// A field may be sent several times (ticked boxes). A field that is not sent keeps its value, so a
/// form with boxes sends an empty one beside them. Every wrong field is named at once.
pub async fn save(
    store: &Store,
    place: &Place,
    who: &Principal,
    register: Register,
    target: Target,
    typed: Vec<(String, String)>,
) -> Result<Saved, ProfileError> {
    save_by(store, place, who, register, target, typed, "web").await
}

/// The same by another way than a page (`api`), as the origin of each value tells.
pub async fn save_by(
    store: &Store,
    place: &Place,
    who: &Principal,
    register: Register,
    target: Target,
    typed: Vec<(String, String)>,
    way: &'static str,
) -> Result<Saved, ProfileError> {
    let input = (place.clone(), who.clone(), typed);
    store
        .write(place.body, input, move |tx, (place, who, typed)| {
            Box::pin(save_in_txn(tx, place, who, register, target, typed, way))
        })
        .await
}

async fn save_in_txn(
    tx: &Tx,
    place: &Place,
    who: &Principal,
    register: Register,
    target: Target,
    typed: &[(String, String)],
    way: &str,
) -> Result<Saved, ProfileError> {
    let kept = match target {
        Target::New => None,
        Target::Existing { id, version } => {
            let kept = rows::by_id(tx.conn(), tx.engine(), tx.body(), register, id).await?;
            let kept = kept.ok_or(ProfileError::NotFound)?;
            if kept.version != version {
                return Err(ProfileError::Stale);
            }
            Some(kept)
        }
    };
    let before = kept.as_ref().map_or_else(|| Values::empty(register), |kept| kept.values.clone());
    let mut values = read_form(register, &before, typed)?;
    if let (Some(state), Some(day)) =
        (register.position("card_state"), register.position("checked_on"))
        && values.0[state] == "verified"
        && values.0[day].is_empty()
    {
        values.0[day] = tx.now().day().to_string();
    }
    let code = values.get(register, "code").to_owned();
    let holder = rows::by_code(tx.conn(), tx.engine(), tx.body(), register, &code).await?;
    if holder.is_some_and(|holder| kept.as_ref().is_none_or(|kept| kept.id != holder.id)) {
        let key = texts::key!("profile-form-code-taken");
        return Err(ProfileError::Invalid(vec![FieldError { field: "code", key, n: None }]));
    }
    let (id, version) =
        kept.as_ref().map_or_else(|| (tx.new_id(), 0), |kept| (kept.id, kept.version));
    if kept.is_some() && before == values {
        return Ok(Saved { id, code, changed: false });
    }
    let fields = register.fields().iter().zip(before.0.iter().zip(&values.0));
    let changed = fields.filter(|(_, (old, new))| old != new).map(|(field, _)| field.name);
    let write = Origin::of(who, tx.body(), way, tx.now().0, None).with_fields(changed);
    let origins = origins::noted(kept.as_ref().map_or("", |kept| &kept.origins), write);
    let (seal, is_new) = (String::new(), kept.is_none());
    let row = rows::Row { id, version: version + 1, seal, origins, is_new, values };
    rows::put(tx, &place.slug, register, std::slice::from_ref(&row)).await?;
    let (old, new) = differing(register, &before, &row.values);
    let action = format!("{}.{}", register.kind(), if kept.is_some() { "edit" } else { "create" });
    let change = Change::by(who, &action, register.kind(), id).values(old, new);
    tx.record(change.channel(way)).await?;
    Ok(Saved { id, code, changed: true })
}

/// Reads the fields that were sent over the values kept so far.
fn read_form(
    register: Register,
    before: &Values,
    typed: &[(String, String)],
) -> Result<Values, ProfileError> {
    let (mut values, mut errors) = (before.clone(), Vec::new());
    for (at, field) in register.fields().iter().enumerate() {
        let sent: Vec<&str> = typed
            .iter()
            .filter(|(name, _)| name == field.name)
            .map(|(_, value)| value.as_str())
            .collect();
        // A demanded field that was neither sent nor kept is missing all the same.
        if sent.is_empty() && !(field.required && values.0[at].is_empty()) {
            continue;
        }
        let sent: Vec<&str> = sent.into_iter().filter(|value| !value.trim().is_empty()).collect();
        match field.read(&sent.join(";")) {
            Ok(value) => values.0[at] = value,
            Err(fault) => {
                errors.push(FieldError {
                    field: field.name,
                    key: fault.form_key(),
                    n: fault.limit(),
                });
            }
        }
    }
    if let Some(at) = register.position("code")
        && values.0[at].is_empty()
    {
        let name = values.get(register, "name").to_owned();
        values.0[at] = code_from_name(&name);
        if values.0[at].is_empty() && errors.is_empty() {
            errors.push(FieldError { field: "code", key: Fault::Missing.form_key(), n: None });
        }
    }
    register.settle(&mut values);
    if errors.is_empty() { Ok(values) } else { Err(ProfileError::Invalid(errors)) }
}

/// The fields that differ, before and after, for the audit log.
fn differing(register: Register, before: &Values, after: &Values) -> (Value, Value) {
    let (mut old, mut new) = (Map::new(), Map::new());
    for (field, (before, after)) in register.fields().iter().zip(before.0.iter().zip(&after.0)) {
        if before != after {
            old.insert(field.name.to_owned(), json!(before));
            new.insert(field.name.to_owned(), json!(after));
        }
    }
    (Value::Object(old), Value::Object(new))
}

/// A record as it is kept, to fill a form.
pub async fn record(
    store: &Store,
    body: BodyId,
    register: Register,
    code: &str,
) -> Result<Kept, ProfileError> {
    rows::by_code(store.read(), store.engine(), body, register, code)
        .await?
        .ok_or(ProfileError::NotFound)
}

/// Says that a service reads or writes a database, by what means (`manual`, `file`, `api`, `pdnd`).
pub async fn link(
    store: &Store,
    place: &Place,
    who: &Principal,
    service: &str,
    database: &str,
    access: Access,
    means: &str,
) -> Result<(), ProfileError> {
    let means = read_means(means)?;
    let input = (who.clone(), service.to_owned(), database.to_owned(), means);
    store
        .write(place.body, input, move |tx, (who, service, database, means)| {
            Box::pin(async move {
                let (service, database) = both_ends(tx, service, database).await?;
                let before = rows::put_use(tx, service, database, access, means).await?;
                let after = (access.code().to_owned(), means.clone());
                if before.as_ref() == Some(&after) {
                    return Ok(());
                }
                store::thread::join(tx, ("service", service), "uses", ("database", database))
                    .await?;
                let before = before.map_or(
                    Value::Null,
                    |(access, means)| json!({ "access": access, "means": means }),
                );
                let after = json!({ "database": database, "access": after.0, "means": after.1 });
                tx.record(
                    Change::by(who, "service.link", "service", service).values(before, after),
                )
                .await?;
                Ok(())
            })
        })
        .await
}

/// Says that a service no longer uses a database.
pub async fn unlink(
    store: &Store,
    place: &Place,
    who: &Principal,
    service: &str,
    database: &str,
) -> Result<(), ProfileError> {
    let input = (who.clone(), service.to_owned(), database.to_owned());
    store
        .write(place.body, input, |tx, (who, service, database)| {
            Box::pin(async move {
                let (service, database) = both_ends(tx, service, database).await?;
                if !rows::remove_use(tx, service, database).await? {
                    return Err(ProfileError::NotFound);
                }
                store::thread::part(tx, ("service", service), "uses", ("database", database))
                    .await?;
                let before = json!({ "database": database });
                let change = Change::by(who, "service.unlink", "service", service);
                tx.record(change.values(before, Value::Null)).await?;
                Ok(())
            })
        })
        .await
}

fn read_means(typed: &str) -> Result<String, ProfileError> {
    let means = links::FIELDS.iter().find(|field| field.name == "means");
    means.map_or(Ok(String::new()), |field| field.read(typed)).map_err(|fault| {
        ProfileError::Invalid(vec![FieldError { field: "means", key: fault.form_key(), n: None }])
    })
}

async fn both_ends(tx: &Tx, service: &str, database: &str) -> Result<(Uuid, Uuid), ProfileError> {
    let mut ids = [Uuid::nil(); 2];
    for (id, (register, code)) in
        ids.iter_mut().zip([(Register::Services, service), (Register::Databases, database)])
    {
        let kept = rows::by_code(tx.conn(), tx.engine(), tx.body(), register, code).await?;
        *id = kept.ok_or(ProfileError::NotFound)?.id;
    }
    Ok((ids[0], ids[1]))
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
    /// What was read.
    pub table: Arc<Table>,
    /// Which column is which field.
    pub mapping: Mapping,
}

/// Takes a file in: reads it, guesses its columns, keeps it until it is applied or a day has passed.
///
/// Nothing of the register changes.
pub async fn upload(
    store: &Store,
    body: BodyId,
    sheet: impl Into<Sheet>,
    file_name: &str,
    content: Vec<u8>,
) -> Result<Draft, ProfileError> {
    let sheet = sheet.into();
    let (table, content) = read_table(content).await?;
    let mapping = Mapping::guess(sheet, &table.headings);
    let file_name: String = file_name.chars().filter(|c| !c.is_control()).take(200).collect();
    let mapping_json = encode(&mapping)?;
    let draft = rows::DraftRow { sheet, file_name: file_name.clone(), content, mapping_json };
    let id = store
        .write(body, draft, |tx, draft| {
            Box::pin(async move {
                let id = tx.new_id();
                rows::put_draft(tx, id, draft).await?;
                Ok::<_, ProfileError>(id)
            })
        })
        .await?;
    Ok(Draft { id, sheet, file_name, table, mapping })
}

/// A file that was taken in before.
pub async fn draft(store: &Store, body: BodyId, id: Uuid) -> Result<Draft, ProfileError> {
    let row =
        rows::draft(store.read(), store.engine(), body, id).await?.ok_or(ProfileError::NotFound)?;
    let mapping = serde_json::from_str(&row.mapping_json)
        .map_err(|error| store::StoreError::Corrupt(error.to_string()))?;
    let (table, _) = read_table(row.content).await?;
    Ok(Draft { id, sheet: row.sheet, file_name: row.file_name, table, mapping })
}

/// The files that wait for confirmation, the last first.
pub async fn waiting(store: &Store, body: BodyId) -> Result<Vec<Waiting>, ProfileError> {
    Ok(rows::waiting(store.read(), store.engine(), body).await?)
}

/// Says anew which column is which field; checked against the file before it is kept.
pub async fn set_mapping(
    store: &Store,
    body: BodyId,
    draft: &mut Draft,
    mapping: Mapping,
) -> Result<(), ProfileError> {
    mapping.resolve(draft.sheet, draft.table.headings.len())?;
    let input = (draft.id, encode(&mapping)?);
    store
        .write(body, input, |tx, (id, json)| {
            Box::pin(async move { Ok::<_, ProfileError>(rows::set_mapping(tx, *id, json).await?) })
        })
        .await?;
    draft.mapping = mapping;
    Ok(())
}

/// The row-by-row report of a file: what is new, changed, unchanged, and wrong and why.
pub async fn preview(store: &Store, body: BodyId, draft: &Draft) -> Result<Plan, ProfileError> {
    preview_table(store, body, draft.sheet, Arc::clone(&draft.table), draft.mapping.clone()).await
}

/// The same for a table read by the caller (a command).
pub async fn preview_table(
    store: &Store,
    body: BodyId,
    sheet: impl Into<Sheet>,
    table: Arc<Table>,
    mapping: Mapping,
) -> Result<Plan, ProfileError> {
    let sheet = sheet.into();
    let candidates = read_rows(sheet, table, mapping).await?;
    let (read, engine) = (store.read(), store.engine());
    Ok(match sheet {
        Sheet::Records(register) => {
            let known = rows::known(read, engine, body, register, &candidates).await?;
            plan::compare(register, &candidates, &known)
        }
        Sheet::Links => links::compare(&candidates, &rows::ends(read, engine, body).await?).0,
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
        fingerprint: Some(fingerprint.to_owned()),
        draft: Some(draft.id),
        channel: "web",
    };
    apply_import(store, input).await
}

/// Applies a table at once, all or nothing (`agio import`, the demo data).
pub async fn apply_table(
    store: &Store,
    place: &Place,
    who: &Principal,
    sheet: impl Into<Sheet>,
    table: Arc<Table>,
    mapping: Mapping,
) -> Result<Applied, ProfileError> {
    let sheet = sheet.into();
    let candidates = read_rows(sheet, table, mapping).await?;
    let input = Import {
        place: place.clone(),
        who: who.clone(),
        sheet,
        candidates,
        fingerprint: None,
        draft: None,
        channel: "cli",
    };
    apply_import(store, input).await
}

struct Import {
    place: Place,
    who: Principal,
    sheet: Sheet,
    candidates: Vec<Candidate>,
    fingerprint: Option<String>,
    draft: Option<Uuid>,
    channel: &'static str,
}

async fn apply_import(store: &Store, input: Import) -> Result<Applied, ProfileError> {
    let body = input.place.body;
    store.write(body, input, |tx, input| Box::pin(apply_in_txn(tx, input))).await
}

async fn apply_in_txn(tx: &Tx, input: &Import) -> Result<Applied, ProfileError> {
    // Compared again here: only inside the transaction nobody else can change the register.
    let import = input.draft.unwrap_or_else(|| tx.new_id());
    let write = Origin::of(&input.who, tx.body(), "import", tx.now().0, Some(import));
    let (plan, kind) = match input.sheet {
        Sheet::Records(register) => {
            let known =
                rows::known(tx.conn(), tx.engine(), tx.body(), register, &input.candidates).await?;
            let mut plan = checked(input, plan::compare(register, &input.candidates, &known))?;
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
            (plan, register.kind())
        }
        Sheet::Links => {
            let ends = rows::ends(tx.conn(), tx.engine(), tx.body()).await?;
            let (plan, writes) = links::compare(&input.candidates, &ends);
            let plan = checked(input, plan)?;
            rows::put_uses(tx, &writes).await?;
            (plan, "data_use")
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
        Change::by(&input.who, &action, "import", import).values(Value::Object(before), counts);
    tx.record(change.channel(input.channel)).await?;
    Ok(applied)
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
    for row in &plan.rows {
        match &row.outcome {
            Outcome::New => {
                after.insert(row.code.clone(), Value::Null);
            }
            Outcome::Changed(changes) => {
                let side = |pick: fn(&plan::Change) -> &String| -> Value {
                    changes
                        .iter()
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

fn encode(mapping: &Mapping) -> Result<String, ProfileError> {
    serde_json::to_string(mapping)
        .map_err(|error| ProfileError::Store(store::StoreError::Corrupt(error.to_string())))
}

/// Reads a file away from the threads that answer requests.
async fn read_table(content: Vec<u8>) -> Result<(Arc<Table>, Vec<u8>), ProfileError> {
    let work = move || {
        let table = read::read(&content, &Limits::default())?;
        Ok::<_, read::Refusal>((Arc::new(table), content))
    };
    let done = tokio::task::spawn_blocking(work).await;
    Ok(done.map_err(|_| store::StoreError::Interrupted)??)
}

async fn read_rows(
    sheet: Sheet,
    table: Arc<Table>,
    mapping: Mapping,
) -> Result<Vec<Candidate>, ProfileError> {
    let work = move || plan::candidates(sheet, &table, &mapping);
    let done = tokio::task::spawn_blocking(work).await;
    Ok(done.map_err(|_| store::StoreError::Interrupted)??)
}
