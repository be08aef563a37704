//! Tokens with which programs call the API for a body; shown once, stored as a hash.

use kernel::{BodyId, Grant, Principal, Role, id::Uuid};
use sea_orm::FromQueryResult;
use serde_json::json;
use store::{Change, StoreError};
use texts::key;

use crate::{Caller, Identity, IdentityError, personal, query};

/// What every token begins with, so that a leaked one is recognised.
pub const PREFIX: &str = "agio_";

/// A token just made.
#[derive(Debug, Clone)]
pub struct Made {
    /// Which one.
    pub id: Uuid,
    /// The secret: it cannot be shown again.
    pub secret: String,
}

/// A token as lists show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Which one.
    pub id: Uuid,
    /// What it is for, in words.
    pub name: String,
    /// What it may do.
    pub roles: Vec<Role>,
    /// When it was made, UTC milliseconds.
    pub created_at: i64,
    /// When it was revoked, UTC milliseconds.
    pub revoked_at: Option<i64>,
}

#[derive(FromQueryResult)]
struct Row {
    body_id: Uuid,
    id: Uuid,
    name: String,
    roles: String,
    created_at: i64,
    revoked_at: Option<i64>,
}

fn roles(words: &str) -> Vec<Role> {
    words.split(' ').filter_map(Role::parse).collect()
}

/// What a token is for, on one line.
pub(crate) fn checked_name(name: &str) -> Result<String, IdentityError> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if !(2..=80).contains(&name.chars().count()) || name.chars().any(char::is_control) {
        return Err(IdentityError::field("name", key!("identity-bad-token-name")));
    }
    Ok(name)
}

impl Identity {
    /// Makes a token for a body; it may not manage the network.
    pub async fn make_token(
        &self,
        caller: &Caller,
        body: BodyId,
        name: &str,
        roles: &[Role],
    ) -> Result<Made, IdentityError> {
        caller.must_lead(body)?;
        if self.bodies().by_id(body).await?.is_none() {
            return Err(IdentityError::NoSuchBody);
        }
        let name = checked_name(name)?;
        if roles.is_empty() || roles.contains(&Role::NetworkManager) {
            return Err(IdentityError::field("roles", key!("identity-bad-token-roles")));
        }
        let secret = format!("{PREFIX}{}", self.store().dice().token());
        let words: Vec<&str> =
            Role::ALL.into_iter().filter(|role| roles.contains(role)).map(Role::code).collect();
        let input = (caller.clone(), name, words.join(" "), query::digest(&secret));
        let id = self
            .store()
            .write(body, input, |tx, (caller, name, words, hash)| {
                Box::pin(async move {
                    let id = tx.new_id();
                    tx.execute(
                        "INSERT INTO api_token (body_id, id, hash, name, roles, created_at, created_by) \
                         VALUES (?, ?, ?, ?, ?, ?, ?)",
                        [
                            tx.body().0.into(),
                            id.into(),
                            hash.clone().into(),
                            name.clone().into(),
                            words.clone().into(),
                            tx.now().0.into(),
                            caller.principal.person.map(|p| p.0).into(),
                        ],
                    )
                    .await?;
                    let change = Change::by(&caller.principal, "token.make", "token", id)
                        .channel(caller.channel.code())
                        .after(json!({ "roles": words }));
                    tx.record(change).await?;
                    Ok::<Uuid, IdentityError>(id)
                })
            })
            .await?;
        Ok(Made { id, secret })
    }

    /// Who calls with a token; none when it is unknown or revoked.
    ///
    /// A token of a body stands for no person and has the token's roles there; a personal one
    /// stands for its owner.
    pub async fn principal_of_token(&self, secret: &str) -> Result<Option<Principal>, StoreError> {
        if let Some(rest) = secret.strip_prefix(personal::PREFIX) {
            return if rest.len() == 64 { self.person_of_token(secret).await } else { Ok(None) };
        }
        if !secret.starts_with(PREFIX) || secret.len() != PREFIX.len() + 64 {
            return Ok(None);
        }
        let sql = "SELECT body_id, id, name, roles, created_at, revoked_at FROM api_token \
                   WHERE hash = ? AND revoked_at IS NULL";
        let row: Option<Row> =
            query::one(self.store(), sql, [query::digest(secret).into()]).await?;
        Ok(row.map(|row| Principal {
            person: None,
            name: row.name,
            grants: roles(&row.roles)
                .into_iter()
                .map(|role| Grant { body: BodyId(row.body_id), path: None, role })
                .collect(),
            identity_level: 0,
        }))
    }

    /// The tokens of a body, newest first.
    pub async fn tokens(&self, body: BodyId) -> Result<Vec<Listed>, StoreError> {
        let sql = "SELECT body_id, id, name, roles, created_at, revoked_at FROM api_token \
                   WHERE body_id = ? ORDER BY created_at DESC, id DESC";
        let rows: Vec<Row> = query::all(self.store(), sql, [body.0.into()]).await?;
        Ok(rows
            .into_iter()
            .map(|row| Listed {
                id: row.id,
                roles: roles(&row.roles),
                name: row.name,
                created_at: row.created_at,
                revoked_at: row.revoked_at,
            })
            .collect())
    }

    /// Revokes a token; it stops working at once.
    pub async fn revoke_token(
        &self,
        caller: &Caller,
        body: BodyId,
        id: Uuid,
    ) -> Result<(), IdentityError> {
        caller.must_lead(body)?;
        self.store()
            .write(body, (caller.clone(), id), |tx, (caller, id)| {
                Box::pin(async move {
                    let sql =
                        "UPDATE api_token SET revoked_at = ? WHERE body_id = ? AND id = ? AND revoked_at IS NULL";
                    let values = [tx.now().0.into(), tx.body().0.into(), (*id).into()];
                    if tx.execute(sql, values).await? == 0 {
                        return Err(IdentityError::NothingThere);
                    }
                    let change = Change::by(&caller.principal, "token.revoke", "token", *id);
                    tx.record(change.channel(caller.channel.code())).await?;
                    Ok(())
                })
            })
            .await
    }
}
