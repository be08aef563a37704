//! Roles held on a body or on one of its paths: given and taken away, always on record.

use std::collections::HashMap;

use kernel::{BodyId, Grant, PersonId, Role, id::NETWORK, id::Uuid};
use sea_orm::FromQueryResult;
use serde_json::json;
use store::{Change, StoreError, Tx};
use texts::key;

use crate::{Caller, Identity, IdentityError, Settings, query, session};

#[derive(FromQueryResult)]
struct Row {
    body_id: Uuid,
    person_id: Uuid,
    path: String,
    role: String,
}

impl Row {
    fn grant(self) -> Option<Grant> {
        let path = (!self.path.is_empty()).then_some(self.path);
        Some(Grant { body: BodyId(self.body_id), path, role: Role::parse(&self.role)? })
    }
}

/// The key of a role's name.
pub fn label(role: Role) -> &'static str {
    match role {
        Role::Lead => key!("role-referente"),
        Role::Facilitator => key!("role-facilitatore"),
        Role::Moderator => key!("role-moderatore"),
        Role::Operator => key!("role-operatore"),
        Role::Actor => key!("role-attore"),
        Role::Guarantor => key!("role-garante"),
        Role::Citizen => key!("role-cittadino"),
        Role::NetworkManager => key!("role-gestore-di-rete"),
    }
}

/// Whether a role works for a body, so that its sessions are shorter.
pub fn is_staff(role: Role) -> bool {
    !matches!(role, Role::Citizen | Role::Actor)
}

/// Passes whoever may give or take a role: the lead on the own body, the network on all.
pub(crate) fn may_grant(caller: &Caller, body: BodyId, role: Role) -> Result<(), IdentityError> {
    match (role == Role::NetworkManager, body == NETWORK) {
        (true, true) => caller.must_manage_network(),
        (false, false) => caller.must_lead(body),
        // Managing the network is held on the network, every other role on a body of it.
        _ => Err(IdentityError::field("role", key!("identity-role-misplaced"))),
    }
}

/// The stored form of a path: empty for the whole body.
pub(crate) fn checked_path(path: Option<&str>) -> Result<String, IdentityError> {
    let path = path.unwrap_or_default().trim();
    if path.len() > 60 || kernel::italian::slug(path) != path {
        return Err(IdentityError::field("path", key!("identity-bad-slug")));
    }
    Ok(path.to_owned())
}

/// Gives a role inside a transaction of the network; says whether it was new.
pub(crate) async fn grant_within(
    tx: &Tx,
    caller: &Caller,
    settings: &Settings,
    body: BodyId,
    person: PersonId,
    path: &str,
    role: Role,
) -> Result<bool, IdentityError> {
    let added = tx
        .execute(
            "INSERT INTO role_grant (body_id, person_id, path, role, granted_at) VALUES (?, ?, ?, ?, ?) \
             ON CONFLICT (body_id, person_id, path, role) DO NOTHING",
            [body.0.into(), person.0.into(), path.into(), role.code().into(), tx.now().0.into()],
        )
        .await?;
    if added == 0 {
        return Ok(false);
    }
    if is_staff(role) {
        session::shorten(tx, settings, person).await?;
    }
    let change = Change::by(&caller.principal, "role.grant", "person", person)
        .channel(caller.channel.code())
        .after(json!({ "role": role.code(), "path": path }));
    tx.record_for(body, change).await?;
    Ok(true)
}

/// Whether somebody who can enter leads the body as a whole.
async fn has_lead(tx: &Tx, body: BodyId) -> Result<bool, StoreError> {
    let sql = "SELECT g.person_id FROM role_grant g JOIN person p ON p.id = g.person_id \
               WHERE g.body_id = ? AND g.path = '' AND g.role = ? AND p.disabled_at IS NULL \
               AND p.email_verified_at IS NOT NULL LIMIT 1";
    query::exists(tx, sql, [body.0.into(), Role::Lead.code().into()]).await
}

impl Identity {
    pub(crate) async fn must_exist(&self, body: BodyId) -> Result<(), IdentityError> {
        if body == NETWORK || self.bodies().by_id(body).await?.is_some() {
            Ok(())
        } else {
            Err(IdentityError::NoSuchBody)
        }
    }

    /// Gives a role on a body, or on one path of it; giving it twice changes nothing.
    pub async fn grant_role(
        &self,
        caller: &Caller,
        body: BodyId,
        person: PersonId,
        path: Option<&str>,
        role: Role,
    ) -> Result<(), IdentityError> {
        may_grant(caller, body, role)?;
        self.must_exist(body).await?;
        let path = checked_path(path)?;
        let input = (caller.clone(), body, person, path, role, self.settings().clone());
        self.store()
            .write(NETWORK, input, |tx, (caller, body, person, path, role, settings)| {
                Box::pin(async move {
                    let known = "SELECT id FROM person WHERE body_id = ? AND id = ?";
                    if !query::exists(tx, known, [NETWORK.0.into(), person.0.into()]).await? {
                        return Err(IdentityError::NoSuchPerson);
                    }
                    grant_within(tx, caller, settings, *body, *person, path, *role).await?;
                    Ok(())
                })
            })
            .await
    }

    /// Takes a role away; it counts from the person's next request.
    ///
    /// Only who manages the network may take the last lead from a body: nobody there could give
    /// the role again.
    pub async fn revoke_role(
        &self,
        caller: &Caller,
        body: BodyId,
        person: PersonId,
        path: Option<&str>,
        role: Role,
    ) -> Result<(), IdentityError> {
        may_grant(caller, body, role)?;
        let path = checked_path(path)?;
        self.store()
            .write(NETWORK, (caller.clone(), body, person, path, role), |tx, (caller, body, person, path, role)| {
                Box::pin(async move {
                    let taken = tx
                        .execute(
                            "DELETE FROM role_grant WHERE body_id = ? AND person_id = ? AND path = ? AND role = ?",
                            [body.0.into(), person.0.into(), path.clone().into(), role.code().into()],
                        )
                        .await?;
                    if taken == 0 {
                        return Err(IdentityError::NothingThere);
                    }
                    let led = *role == Role::Lead && path.is_empty();
                    if led && caller.must_manage_network().is_err() && !has_lead(tx, *body).await? {
                        return Err(IdentityError::LastLead);
                    }
                    let was = json!({ "role": role.code(), "path": path });
                    let change = Change::by(&caller.principal, "role.revoke", "person", *person)
                        .channel(caller.channel.code())
                        .values(was, serde_json::Value::Null);
                    tx.record_for(*body, change).await?;
                    Ok(())
                })
            })
            .await
    }

    /// The roles a person holds.
    pub async fn grants_of(&self, person: PersonId) -> Result<Vec<Grant>, StoreError> {
        Ok(self.grants_of_many(vec![person]).await?.remove(&person).unwrap_or_default())
    }

    /// The roles that several people hold.
    pub(crate) async fn grants_of_many(
        &self,
        people: Vec<PersonId>,
    ) -> Result<HashMap<PersonId, Vec<Grant>>, StoreError> {
        let mut found: HashMap<PersonId, Vec<Grant>> = HashMap::new();
        // Both engines take a few hundred values in one statement with ease.
        for some in people.chunks(200) {
            let marks = vec!["?"; some.len()].join(", ");
            let sql = format!(
                "SELECT body_id, person_id, path, role FROM role_grant WHERE person_id IN ({marks}) \
                 ORDER BY body_id, path, role"
            );
            let rows: Vec<Row> =
                query::all(self.store(), &sql, some.iter().map(|p| p.0.into())).await?;
            for row in rows {
                let person = PersonId(row.person_id);
                found.entry(person).or_default().extend(row.grant());
            }
        }
        Ok(found)
    }
}
