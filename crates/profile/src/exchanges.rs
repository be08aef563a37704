//! What one database gives to another: by what means, how often, what.

use kernel::{BodyId, Principal, form::FieldError, id::Uuid};
use sea_orm::FromQueryResult;
use serde_json::{Value, json};
use store::{Change, Store, Tx, sql, thread};

use crate::{
    ProfileError,
    lists::{FREQUENCIES, MEANS},
    model::Register,
    service::Place,
    store as rows,
};

/// An exchange, seen from one of its databases.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Exchange {
    /// Code of the giving database.
    pub from_code: String,
    /// Its name.
    pub from_name: String,
    /// Code of the taking database.
    pub to_code: String,
    /// Its name.
    pub to_name: String,
    /// `manual`, `file`, `api`, `pdnd` or empty.
    pub means: String,
    /// A code of the list of frequencies, or empty.
    pub frequency: String,
    /// What passes.
    pub what: String,
}

/// What was written about an exchange.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// Code of the giving database.
    pub from: String,
    /// Code of the taking database.
    pub to: String,
    /// By what means.
    pub means: String,
    /// How often.
    pub frequency: String,
    /// What passes.
    pub what: String,
}

/// The exchanges of a database, by the names of its ends.
pub async fn of(store: &Store, body: BodyId, id: Uuid) -> Result<Vec<Exchange>, ProfileError> {
    let text = "SELECT f.code AS from_code, f.name AS from_name, t.code AS to_code, t.name AS to_name, \
                e.means, e.frequency, e.what FROM database_exchange e \
                JOIN information_base f ON f.body_id = e.body_id AND f.id = e.from_id \
                JOIN information_base t ON t.body_id = e.body_id AND t.id = e.to_id \
                WHERE e.body_id = ? AND (e.from_id = ? OR e.to_id = ?) ORDER BY f.sort_key, t.sort_key LIMIT 500";
    let statement = sql(store.engine(), text, [body.0.into(), id.into(), id.into()]);
    Ok(Exchange::find_by_statement(statement).all(store.read()).await?)
}

async fn ends(tx: &Tx, from: &str, to: &str) -> Result<(Uuid, Uuid), ProfileError> {
    let wrong =
        |field| ProfileError::Invalid(vec![FieldError { field, key: "form-not-in-list", n: None }]);
    let one = |code: String| async move {
        rows::by_code(tx.conn(), tx.engine(), tx.body(), Register::Databases, &code).await
    };
    let from = one(from.to_owned()).await?.ok_or_else(|| wrong("from"))?.id;
    let to = one(to.to_owned()).await?.ok_or_else(|| wrong("to"))?.id;
    if from == to {
        return Err(wrong("to"));
    }
    Ok((from, to))
}

/// Writes an exchange, or changes it.
pub async fn put(
    store: &Store,
    place: &Place,
    who: &Principal,
    written: Written,
) -> Result<(), ProfileError> {
    let known = |list: &[(&str, &[&str])], code: &str| {
        code.is_empty() || list.iter().any(|(one, _)| *one == code)
    };
    let mut errors = Vec::new();
    if !known(MEANS, &written.means) {
        errors.push(FieldError { field: "means", key: "form-not-in-list", n: None });
    }
    if !known(FREQUENCIES, &written.frequency) {
        errors.push(FieldError { field: "frequency", key: "form-not-in-list", n: None });
    }
    if written.what.chars().count() > 500 {
        errors.push(FieldError { field: "what", key: "form-too-long", n: Some(500) });
    }
    if !errors.is_empty() {
        return Err(ProfileError::Invalid(errors));
    }
    store
        .write(place.body, (who.clone(), written), |tx, (who, written)| {
            Box::pin(async move {
                let (from, to) = ends(tx, &written.from, &written.to).await?;
                tx.execute(
                    "INSERT INTO database_exchange (body_id, from_id, to_id, means, frequency, what) \
                     VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (body_id, from_id, to_id) DO UPDATE SET \
                     means = excluded.means, frequency = excluded.frequency, what = excluded.what",
                    [
                        tx.body().0.into(),
                        from.into(),
                        to.into(),
                        written.means.clone().into(),
                        written.frequency.clone().into(),
                        written.what.clone().into(),
                    ],
                )
                .await?;
                thread::join(tx, ("database", from), "feeds", ("database", to)).await?;
                let after = json!({
                    "to": written.to, "means": written.means,
                    "frequency": written.frequency, "what": written.what,
                });
                let change = Change::by(who, "database.exchange", "database", from);
                tx.record(change.after(after)).await?;
                Ok(())
            })
        })
        .await
}

/// Takes an exchange away.
pub async fn remove(
    store: &Store,
    place: &Place,
    who: &Principal,
    from: &str,
    to: &str,
) -> Result<(), ProfileError> {
    let input = (who.clone(), from.to_owned(), to.to_owned());
    store
        .write(place.body, input, |tx, (who, from, to)| {
            Box::pin(async move {
                let (from_id, to_id) = ends(tx, from, to).await?;
                let text =
                    "DELETE FROM database_exchange WHERE body_id = ? AND from_id = ? AND to_id = ?";
                let values = [tx.body().0.into(), from_id.into(), to_id.into()];
                if tx.execute(text, values).await? == 0 {
                    return Err(ProfileError::NotFound);
                }
                thread::part(tx, ("database", from_id), "feeds", ("database", to_id)).await?;
                let change = Change::by(who, "database.exchange_end", "database", from_id);
                tx.record(change.values(json!({ "to": to }), Value::Null)).await?;
                Ok(())
            })
        })
        .await
}
