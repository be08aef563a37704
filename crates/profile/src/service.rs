//! The use cases of step 1, each one transaction. What a page, a command and the API call.

mod imports;
mod layouts;
mod reading;

use kernel::{BodyId, Principal, form::FieldError, id::Uuid};
use serde_json::{Map, Value, json};
use store::{Change, Store, Tx};

use crate::{
    error::ProfileError,
    fields::{Fault, code_from_name},
    import::links,
    model::{Access, Kept, Register, Values},
    origins::{self, Origin},
    store as rows,
    vocabularies::classes,
};

pub use crate::store::Waiting;
pub use imports::{
    Applied, Draft, ImportSource, accept, apply, apply_from, apply_table, discard, draft,
    from_files, preview, preview_table, set_options, sweep_drafts, take_in, upload, waiting,
};
pub use layouts::{forget_format, set_mapping};

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

pub(crate) async fn save_in_txn(
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
    if register == Register::Services {
        classes::check(tx, &before, &values).await?;
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
pub(crate) fn read_form(
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
