//! Tokens with which programs call the API as a person: shown once, stored as a hash.

use kernel::{PersonId, Principal, id::NETWORK, id::Uuid};
use sea_orm::FromQueryResult;
use serde_json::json;
use store::{Change, StoreError, Tx};
use texts::key;

use crate::{Caller, Identity, IdentityError, query, token};

/// What a personal token begins with, so that a leaked one is recognised.
pub const PREFIX: &str = "agio_me_";

/// How many personal tokens one may have at the same time.
pub const MOST: usize = 20;

/// A personal token as its owner sees it in a list.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Listed {
    /// Which one.
    pub id: Uuid,
    /// What it is for, in words.
    pub name: String,
    /// When it was made, UTC milliseconds.
    pub created_at: i64,
}

#[derive(FromQueryResult)]
struct OwnerRow {
    person_id: Uuid,
    name: String,
    identity_level: i64,
}

/// Revokes every personal token of somebody.
pub(crate) async fn revoke_all(tx: &Tx, person: PersonId) -> Result<(), StoreError> {
    let sql = "UPDATE person_token SET revoked_at = ? WHERE body_id = ? AND person_id = ? AND revoked_at IS NULL";
    tx.execute(sql, [tx.now().0.into(), NETWORK.0.into(), person.0.into()]).await?;
    Ok(())
}

impl Identity {
    /// Makes a token that stands for oneself; the password is asked again, so that a session left
    /// open on a shared machine is not enough to make one that lasts.
    pub async fn make_personal_token(
        &self,
        caller: &Caller,
        name: &str,
        password: &str,
    ) -> Result<token::Made, IdentityError> {
        let person = caller.principal.person.ok_or(IdentityError::NotAllowed)?;
        let name = token::checked_name(name)?;
        let known = self.person(person).await?.ok_or(IdentityError::NoSuchPerson)?;
        self.check_password(&known.email, password).await?;
        if self.personal_tokens(person).await?.len() >= MOST {
            return Err(IdentityError::field("name", key!("identity-too-many-tokens")));
        }
        let secret = format!("{PREFIX}{}", self.store().dice().token());
        let input = (caller.clone(), person, name, query::digest(&secret));
        let id = self
            .store()
            .write(NETWORK, input, |tx, (caller, person, name, hash)| {
                Box::pin(async move {
                    let id = tx.new_id();
                    tx.execute(
                        "INSERT INTO person_token (body_id, id, hash, person_id, name, created_at) \
                         VALUES (?, ?, ?, ?, ?, ?)",
                        [
                            NETWORK.0.into(),
                            id.into(),
                            hash.clone().into(),
                            person.0.into(),
                            name.clone().into(),
                            tx.now().0.into(),
                        ],
                    )
                    .await?;
                    let change = Change::by(&caller.principal, "token.make", "token", id)
                        .channel(caller.channel.code())
                        .after(json!({ "person": person }));
                    tx.record(change).await?;
                    Ok::<Uuid, IdentityError>(id)
                })
            })
            .await?;
        Ok(token::Made { id, secret })
    }

    /// The personal tokens that still work, newest first.
    pub async fn personal_tokens(&self, person: PersonId) -> Result<Vec<Listed>, StoreError> {
        let sql = "SELECT id, name, created_at FROM person_token WHERE body_id = ? AND person_id = ? \
                   AND revoked_at IS NULL ORDER BY created_at DESC, id DESC";
        query::all(self.store(), sql, [NETWORK.0.into(), person.0.into()]).await
    }

    /// Revokes one of one's own personal tokens; it stops working at once.
    pub async fn revoke_personal_token(
        &self,
        caller: &Caller,
        id: Uuid,
    ) -> Result<(), IdentityError> {
        let person = caller.principal.person.ok_or(IdentityError::NotAllowed)?;
        self.store()
            .write(NETWORK, (caller.clone(), person, id), |tx, (caller, person, id)| {
                Box::pin(async move {
                    let sql = "UPDATE person_token SET revoked_at = ? WHERE body_id = ? AND person_id = ? AND id = ? \
                               AND revoked_at IS NULL";
                    let values =
                        [tx.now().0.into(), NETWORK.0.into(), person.0.into(), (*id).into()];
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

    /// The person a personal token stands for, with the roles they hold right now.
    pub(crate) async fn person_of_token(
        &self,
        secret: &str,
    ) -> Result<Option<Principal>, StoreError> {
        let sql = "SELECT t.person_id, p.name, p.identity_level FROM person_token t \
                   JOIN person p ON p.id = t.person_id \
                   WHERE t.hash = ? AND t.revoked_at IS NULL AND p.disabled_at IS NULL";
        let row: Option<OwnerRow> =
            query::one(self.store(), sql, [query::digest(secret).into()]).await?;
        let Some(row) = row else { return Ok(None) };
        let person = PersonId(row.person_id);
        Ok(Some(Principal {
            person: Some(person),
            name: row.name,
            grants: self.grants_of(person).await?,
            identity_level: u8::try_from(row.identity_level).unwrap_or(0),
        }))
    }
}
