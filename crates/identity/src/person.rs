//! People with an account: added, invited or registered; their password and their address.

use std::collections::HashMap;

use kernel::{
    BodyId, Grant, PersonId, Role, email::Email, form::FieldError, id::NETWORK, id::Uuid,
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use serde_json::json;
use store::{Change, StoreError, Tx, outbox};
use texts::{Lang, key};

use crate::{
    Caller, Identity, IdentityError,
    link::{self, Letter, Purpose},
    password, personal, query, role, session, sign_in,
};

/// A person as lists show them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Which one.
    pub id: PersonId,
    /// Their address.
    pub email: String,
    /// Their name.
    pub name: String,
    /// Whether the address was verified.
    pub verified: bool,
    /// Whether a password was ever set.
    pub has_password: bool,
    /// Whether the account is closed.
    pub disabled: bool,
    /// How sure it is who they are, 0 to 3.
    pub identity_level: u8,
    /// The language they read.
    pub language: Lang,
    /// Roles held.
    pub grants: Vec<Grant>,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct Row {
    pub(crate) id: Uuid,
    pub(crate) email: String,
    pub(crate) name: String,
    pub(crate) password_hash: Option<String>,
    pub(crate) email_verified_at: Option<i64>,
    pub(crate) identity_level: i64,
    pub(crate) language: String,
    pub(crate) disabled_at: Option<i64>,
}

pub(crate) const COLUMNS: &str =
    "id, email, name, password_hash, email_verified_at, identity_level, language, disabled_at";

impl Row {
    fn with(self, grants: Vec<Grant>) -> Person {
        Person {
            id: PersonId(self.id),
            email: self.email,
            name: self.name,
            verified: self.email_verified_at.is_some(),
            has_password: self.password_hash.is_some(),
            disabled: self.disabled_at.is_some(),
            identity_level: u8::try_from(self.identity_level).unwrap_or(0),
            language: Lang::parse(&self.language).unwrap_or_default(),
            grants,
        }
    }
}

/// Somebody to be added.
#[derive(Debug, Clone)]
pub struct NewPerson {
    /// Address.
    pub email: Email,
    /// Name.
    pub name: String,
    /// Language of messages.
    pub language: Lang,
}

/// A name on one line.
fn checked_name(name: &str) -> Result<String, FieldError> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if !(2..=120).contains(&name.chars().count()) || name.chars().any(char::is_control) {
        return Err(FieldError { field: "name", key: key!("identity-bad-person-name"), n: None });
    }
    Ok(name)
}

/// Name and password of somebody new: both looked at, so that both mistakes are seen at once.
fn checked_both(name: &str, password: &str, email: &Email) -> Result<String, IdentityError> {
    match (checked_name(name), password::check(password, email, "password")) {
        (Ok(name), Ok(())) => Ok(name),
        (Err(error), Ok(())) => Err(IdentityError::Invalid(vec![error])),
        (Err(first), Err(IdentityError::Invalid(rest))) => {
            Err(IdentityError::Invalid([vec![first], rest].concat()))
        }
        (_, Err(error)) => Err(error),
    }
}

impl NewPerson {
    fn checked(mut self) -> Result<Self, IdentityError> {
        self.name = checked_name(&self.name).map_err(|e| IdentityError::Invalid(vec![e]))?;
        Ok(self)
    }
}

pub(crate) async fn by_email(tx: &Tx, email: &Email) -> Result<Option<Row>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM person WHERE email = ?");
    query::within(tx, &sql, [email.as_str().into()]).await
}

async fn insert(
    tx: &Tx,
    who: &Caller,
    new: &NewPerson,
    password_hash: Option<&str>,
    verified: bool,
) -> Result<PersonId, StoreError> {
    let id = PersonId(tx.new_id());
    tx.execute(
        "INSERT INTO person (body_id, id, email, name, password_hash, email_verified_at, identity_level, language, \
         created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            NETWORK.0.into(),
            id.0.into(),
            new.email.as_str().into(),
            new.name.clone().into(),
            password_hash.map(str::to_owned).into(),
            verified.then_some(tx.now().0).into(),
            i64::from(verified).into(),
            new.language.tag().into(),
            tx.now().0.into(),
        ],
    )
    .await?;
    record(
        tx,
        who,
        "person.add",
        id,
        json!({ "verified": verified, "password": password_hash.is_some() }),
    )
    .await?;
    Ok(id)
}

async fn record(
    tx: &Tx,
    who: &Caller,
    action: &str,
    person: PersonId,
    after: serde_json::Value,
) -> Result<(), StoreError> {
    let change = Change::by(&who.principal, action, "person", person)
        .channel(who.channel.code())
        .after(after);
    tx.record(change).await?;
    Ok(())
}

/// The same act done by the person alone, by a link or a form, without being signed in.
fn oneself(person: PersonId) -> Caller {
    Caller::web(kernel::Principal { person: Some(person), ..kernel::Principal::anonymous() })
}

/// Stores a new password and ends what the old one had opened.
async fn store_password(
    tx: &Tx,
    who: &Caller,
    person: PersonId,
    hash: &str,
    keep: Option<Uuid>,
) -> Result<(), IdentityError> {
    let sql = "UPDATE person SET password_hash = ? WHERE body_id = ? AND id = ? AND disabled_at IS NULL RETURNING email";
    let row = tx
        .conn()
        .query_one_raw(store::sql(
            tx.engine(),
            sql,
            [hash.into(), NETWORK.0.into(), person.0.into()],
        ))
        .await?
        .ok_or(IdentityError::NoSuchPerson)?;
    let email: String = row.try_get("", "email")?;
    session::end_all(tx, person, keep).await?;
    if keep.is_none() {
        // Set by a link or by the machine: whoever knew the old password may have made tokens.
        personal::revoke_all(tx, person).await?;
    }
    link::stop_all(tx, person).await?;
    sign_in::forgive(tx, &email).await?;
    record(tx, who, "person.password", person, json!({})).await?;
    Ok(())
}

async fn mark_verified(tx: &Tx, person: PersonId) -> Result<(), IdentityError> {
    tx.execute(
        "UPDATE person SET email_verified_at = COALESCE(email_verified_at, ?), \
         identity_level = CASE WHEN identity_level < 1 THEN 1 ELSE identity_level END WHERE body_id = ? AND id = ?",
        [tx.now().0.into(), NETWORK.0.into(), person.0.into()],
    )
    .await?;
    record(tx, &oneself(person), "person.verify", person, json!({ "identity_level_at_least": 1 }))
        .await?;
    Ok(())
}

impl Identity {
    /// Adds a person with a password, verified: for the command line and the demo town.
    pub async fn add_person(
        &self,
        caller: &Caller,
        new: NewPerson,
        password: Option<&str>,
    ) -> Result<PersonId, IdentityError> {
        caller.must_manage_network()?;
        let new = new.checked()?;
        let hash = match password {
            Some(password) => {
                password::check(password, &new.email, "password")?;
                Some(self.0.hasher.hash(password).await?)
            }
            None => None,
        };
        self.store()
            .write(NETWORK, (caller.clone(), new, hash), |tx, (caller, new, hash)| {
                Box::pin(async move {
                    if by_email(tx, &new.email).await?.is_some() {
                        return Err(IdentityError::field("email", key!("identity-email-taken")));
                    }
                    Ok(insert(tx, caller, new, hash.as_deref(), true).await?)
                })
            })
            .await
    }

    /// Opens an account for oneself: the answer and the work are the same when the address has one already.
    ///
    /// A new account works once its address is verified; to an address that has an account goes a
    /// message that says so.
    pub async fn register(&self, new: NewPerson, password: &str) -> Result<(), IdentityError> {
        let name = checked_both(&new.name, password, &new.email)?;
        let new = NewPerson { name, ..new };
        let hash = self.0.hasher.hash(password).await?;
        let verify = self.letter(Purpose::Verify, &new.email, new.language);
        let texts = &self.0.texts;
        let known = (
            texts.text(new.language, key!("identity-mail-known-subject")).to_owned(),
            texts.text(new.language, key!("identity-mail-known-text")).to_owned(),
        );
        self.store()
            .write(NETWORK, (new, hash, verify, known), |tx, (new, hash, verify, known)| {
                Box::pin(async move {
                    let row = by_email(tx, &new.email).await?;
                    let known_id = row.as_ref().map(|row| PersonId(row.id));
                    let enough = link::enough_sent(tx, known_id).await?;
                    match row {
                        None => {
                            let nobody = Caller::web(kernel::Principal::anonymous());
                            let id = insert(tx, &nobody, new, Some(hash), false).await?;
                            link::send(tx, verify, Some(id)).await?;
                        }
                        Some(_) if enough => {}
                        Some(row) if row.disabled_at.is_some() => {
                            link::keep(tx, verify, known_id).await?;
                        }
                        Some(row) if row.email_verified_at.is_some() => {
                            link::keep(tx, verify, known_id).await?;
                            outbox::put(tx, &new.email, &known.0, &known.1).await?;
                        }
                        // Never verified: the latest password counts, and it must be typed again with
                        // the link, so neither the mailbox nor the password alone opens the account.
                        Some(row) => {
                            let sql =
                                "UPDATE person SET password_hash = ? WHERE body_id = ? AND id = ?";
                            tx.execute(sql, [hash.clone().into(), NETWORK.0.into(), row.id.into()])
                                .await?;
                            link::send(tx, verify, known_id).await?;
                        }
                    }
                    Ok(())
                })
            })
            .await
    }

    /// Gives a role to somebody by address: an account is made when there is none, and a letter
    /// goes out, with a link to enter for who never did.
    pub async fn invite(
        &self,
        caller: &Caller,
        body: BodyId,
        new: NewPerson,
        path: Option<&str>,
        role: Role,
    ) -> Result<PersonId, IdentityError> {
        role::may_grant(caller, body, role)?;
        self.must_exist(body).await?;
        let path = role::checked_path(path)?;
        let new = new.checked()?;
        let lang = new.language;
        let texts = &self.0.texts;
        let place = match self.bodies().by_id(body).await? {
            Some(body) => body.fields.name.clone(),
            None => texts.text(lang, key!("identity-network")).to_owned(),
        };
        let words = [("role", texts.text(lang, role::label(role)).to_owned()), ("body", place)];
        let letter = self.letter_about(Purpose::Invite, &new.email, lang, &words);
        let mut args = link::with_words(&words);
        args.set("link", format!("{}/accedi", self.settings().base_url));
        let notice = (
            texts.text(lang, key!("identity-mail-role-subject")).to_owned(),
            texts.format(lang, key!("identity-mail-role-text"), &args),
        );
        let settings = self.settings().clone();
        let input = (caller.clone(), body, new, path, role, letter, notice, settings);
        self.store()
            .write(
                NETWORK,
                input,
                |tx, (caller, body, new, path, role, letter, notice, settings)| {
                    Box::pin(async move {
                        let known = by_email(tx, &new.email).await?;
                        let (person, may_enter) = match &known {
                            Some(row) if row.disabled_at.is_some() => {
                                return Err(IdentityError::field(
                                    "email",
                                    key!("identity-person-disabled"),
                                ));
                            }
                            Some(row) => {
                                let ready =
                                    row.password_hash.is_some() && row.email_verified_at.is_some();
                                (PersonId(row.id), ready)
                            }
                            None => (insert(tx, caller, new, None, false).await?, false),
                        };
                        if !may_enter {
                            link::send(tx, letter, Some(person)).await?;
                        }
                        let added =
                            role::grant_within(tx, caller, settings, *body, person, path, *role)
                                .await?;
                        if may_enter && added {
                            outbox::put(tx, &new.email, &notice.0, &notice.1).await?;
                        }
                        Ok(person)
                    })
                },
            )
            .await
    }

    /// Sets a person's password from the command line; they are signed out everywhere.
    pub async fn set_password(
        &self,
        caller: &Caller,
        person: PersonId,
        password: &str,
    ) -> Result<(), IdentityError> {
        caller.must_manage_network()?;
        let known = self.person(person).await?.ok_or(IdentityError::NoSuchPerson)?;
        self.replace_password(caller, &known, password, None).await
    }

    /// Changes one's own password; the session in use goes on, the others end.
    pub async fn change_password(
        &self,
        caller: &Caller,
        keep: Uuid,
        old: &str,
        new: &str,
    ) -> Result<(), IdentityError> {
        let id = caller.principal.person.ok_or(IdentityError::NotAllowed)?;
        let known = self.person(id).await?.ok_or(IdentityError::NoSuchPerson)?;
        password::check(new, &Self::address(&known)?, "new_password")?;
        self.check_password(&known.email, old).await?;
        self.replace_password(caller, &known, new, Some(keep)).await
    }

    fn address(person: &Person) -> Result<Email, IdentityError> {
        Email::parse(&person.email).ok_or(IdentityError::NoSuchPerson)
    }

    async fn replace_password(
        &self,
        caller: &Caller,
        person: &Person,
        password: &str,
        keep: Option<Uuid>,
    ) -> Result<(), IdentityError> {
        password::check(password, &Self::address(person)?, "password")?;
        let hash = self.0.hasher.hash(password).await?;
        self.store()
            .write(
                NETWORK,
                (caller.clone(), person.id, hash, keep),
                |tx, (caller, person, hash, keep)| {
                    Box::pin(store_password(tx, caller, *person, hash, *keep))
                },
            )
            .await
    }

    /// Uses a link to verify an address; the password chosen with it must be typed again.
    ///
    /// Whoever registers somebody else's address knows the password but has no link; the owner of
    /// the mailbox has the link but not that password.
    pub async fn verify_email(
        &self,
        secret: &str,
        password: &str,
    ) -> Result<PersonId, IdentityError> {
        let owner =
            self.link_owner(secret, Purpose::Verify).await?.ok_or(IdentityError::LinkSpent)?;
        self.check_password(owner.email.as_str(), password).await?;
        self.store()
            .write(NETWORK, secret.to_owned(), |tx, secret| {
                Box::pin(async move {
                    let person = link::spend(tx, secret, Purpose::Verify)
                        .await?
                        .ok_or(IdentityError::LinkSpent)?;
                    mark_verified(tx, person).await?;
                    Ok(person)
                })
            })
            .await
    }

    /// Sends the link to verify an address again; the answer says nothing about whether there is an account.
    pub async fn request_verification(
        &self,
        email: &Email,
        lang: Lang,
    ) -> Result<(), IdentityError> {
        let letter = self.letter(Purpose::Verify, email, lang);
        self.send_if_known(email, letter, |row| row.email_verified_at.is_none()).await
    }

    /// Sends a link to set a new password; the answer and the work are the same for an unknown address.
    pub async fn request_reset(&self, email: &Email, lang: Lang) -> Result<(), IdentityError> {
        let letter = self.letter(Purpose::Reset, email, lang);
        self.send_if_known(email, letter, |_| true).await
    }

    async fn send_if_known(
        &self,
        email: &Email,
        letter: Letter,
        wanted: fn(&Row) -> bool,
    ) -> Result<(), IdentityError> {
        self.store()
            .write(NETWORK, (email.clone(), letter, wanted), |tx, (email, letter, wanted)| {
                Box::pin(async move {
                    let row = by_email(tx, email)
                        .await?
                        .filter(|row| row.disabled_at.is_none() && wanted(row));
                    let person = row.map(|row| PersonId(row.id));
                    let enough = link::enough_sent(tx, person).await?;
                    if person.is_some() && enough {
                        return Ok(());
                    }
                    link::send(tx, letter, person).await?;
                    Ok(())
                })
            })
            .await
    }

    /// Uses a link (reset or invitation) to set a password; signs the person out everywhere.
    pub async fn set_password_by_link(
        &self,
        secret: &str,
        purpose: Purpose,
        password: &str,
    ) -> Result<PersonId, IdentityError> {
        if purpose == Purpose::Verify {
            return Err(IdentityError::LinkSpent);
        }
        let owner = self.link_owner(secret, purpose).await?.ok_or(IdentityError::LinkSpent)?;
        password::check(password, &owner.email, "password")?;
        let hash = self.0.hasher.hash(password).await?;
        self.store()
            .write(NETWORK, (secret.to_owned(), purpose, hash), |tx, (secret, purpose, hash)| {
                Box::pin(async move {
                    let person =
                        link::spend(tx, secret, *purpose).await?.ok_or(IdentityError::LinkSpent)?;
                    mark_verified(tx, person).await?;
                    store_password(tx, &oneself(person), person, hash, None).await?;
                    Ok(person)
                })
            })
            .await
    }

    /// Accepts an invitation: the person says their name and sets their password.
    pub async fn accept_invitation(
        &self,
        secret: &str,
        name: &str,
        password: &str,
    ) -> Result<Email, IdentityError> {
        let owner =
            self.link_owner(secret, Purpose::Invite).await?.ok_or(IdentityError::LinkSpent)?;
        let name = checked_both(name, password, &owner.email)?;
        let hash = self.0.hasher.hash(password).await?;
        self.store()
            .write(NETWORK, (secret.to_owned(), name, hash), |tx, (secret, name, hash)| {
                Box::pin(async move {
                    let person = link::spend(tx, secret, Purpose::Invite)
                        .await?
                        .ok_or(IdentityError::LinkSpent)?;
                    let sql = "UPDATE person SET name = ? WHERE body_id = ? AND id = ?";
                    let values = [name.clone().into(), NETWORK.0.into(), person.0.into()];
                    tx.execute(sql, values).await?;
                    mark_verified(tx, person).await?;
                    store_password(tx, &oneself(person), person, hash, None).await?;
                    Ok::<(), IdentityError>(())
                })
            })
            .await?;
        Ok(owner.email)
    }

    /// Changes one's own name and the language of one's messages.
    pub async fn edit_oneself(
        &self,
        caller: &Caller,
        name: &str,
        language: Lang,
    ) -> Result<(), IdentityError> {
        let person = caller.principal.person.ok_or(IdentityError::NotAllowed)?;
        let name = checked_name(name).map_err(|e| IdentityError::Invalid(vec![e]))?;
        let input = (caller.clone(), person, name, language);
        self.store()
            .write(NETWORK, input, |tx, (caller, person, name, language)| {
                Box::pin(async move {
                    let sql =
                        "UPDATE person SET name = ?, language = ? WHERE body_id = ? AND id = ?";
                    let values = [
                        name.clone().into(),
                        language.tag().into(),
                        NETWORK.0.into(),
                        person.0.into(),
                    ];
                    if tx.execute(sql, values).await? == 0 {
                        return Err(IdentityError::NoSuchPerson);
                    }
                    // The log says which columns changed, never what a person is called.
                    let after = json!({ "columns": ["name", "language"] });
                    record(tx, caller, "person.edit", *person, after).await?;
                    Ok(())
                })
            })
            .await
    }

    /// Closes an account: it is signed out everywhere and cannot enter any more.
    pub async fn disable_person(
        &self,
        caller: &Caller,
        person: PersonId,
    ) -> Result<(), IdentityError> {
        caller.must_manage_network()?;
        self.store()
            .write(NETWORK, (caller.clone(), person), |tx, (caller, person)| {
                Box::pin(async move {
                    let sql = "UPDATE person SET disabled_at = ? WHERE body_id = ? AND id = ? AND disabled_at IS NULL";
                    if tx.execute(sql, [tx.now().0.into(), NETWORK.0.into(), person.0.into()]).await? == 0 {
                        return Err(IdentityError::NoSuchPerson);
                    }
                    session::end_all(tx, *person, None).await?;
                    link::stop_all(tx, *person).await?;
                    record(tx, caller, "person.disable", *person, json!({})).await?;
                    Ok(())
                })
            })
            .await
    }

    /// Forgets a person on request: address, name, password, roles and keys are erased, the account
    /// closed. Its id stays, so that what was done in its name is still told apart.
    pub async fn forget_person(
        &self,
        caller: &Caller,
        person: PersonId,
    ) -> Result<(), IdentityError> {
        caller.must_manage_network()?;
        self.store()
            .write(NETWORK, (caller.clone(), person), |tx, (caller, person)| {
                Box::pin(async move {
                    let erased = tx
                        .execute(
                            "UPDATE person SET email = ?, name = '', password_hash = NULL, email_verified_at = NULL, \
                             disabled_at = ? WHERE body_id = ? AND id = ?",
                            [
                                format!("{person}@forgotten.invalid").into(),
                                tx.now().0.into(),
                                NETWORK.0.into(),
                                person.0.into(),
                            ],
                        )
                        .await?;
                    if erased == 0 {
                        return Err(IdentityError::NoSuchPerson);
                    }
                    session::end_all(tx, *person, None).await?;
                    link::stop_all(tx, *person).await?;
                    for table in ["role_grant", "person_token"] {
                        let sql = format!("DELETE FROM {table} WHERE person_id = ?");
                        tx.execute(&sql, [person.0.into()]).await?;
                    }
                    record(tx, caller, "person.forget", *person, json!({})).await?;
                    Ok(())
                })
            })
            .await
    }

    /// A person by id.
    pub async fn person(&self, id: PersonId) -> Result<Option<Person>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM person WHERE body_id = ? AND id = ?");
        let row: Option<Row> =
            query::one(self.store(), &sql, [NETWORK.0.into(), id.0.into()]).await?;
        Ok(match row {
            Some(row) => Some(row.with(self.grants_of(id).await?)),
            None => None,
        })
    }

    /// The names of several people.
    pub async fn names_of(
        &self,
        people: &[PersonId],
    ) -> Result<HashMap<PersonId, String>, StoreError> {
        #[derive(FromQueryResult)]
        struct Named {
            id: Uuid,
            name: String,
        }
        let mut names = HashMap::new();
        for some in people.chunks(200) {
            let marks = vec!["?"; some.len()].join(", ");
            let sql = format!("SELECT id, name FROM person WHERE body_id = ? AND id IN ({marks})");
            let values = std::iter::once(NETWORK.0.into()).chain(some.iter().map(|p| p.0.into()));
            let rows: Vec<Named> = query::all(self.store(), &sql, values).await?;
            names.extend(rows.into_iter().map(|row| (PersonId(row.id), row.name)));
        }
        Ok(names)
    }

    /// A person by address.
    pub async fn person_by_email(&self, email: &Email) -> Result<Option<Person>, StoreError> {
        let sql = "SELECT id FROM person WHERE email = ?";
        let statement = store::sql(self.store().engine(), sql, [email.as_str().into()]);
        match self.store().read().query_one_raw(statement).await? {
            Some(row) => self.person(PersonId(row.try_get("", "id")?)).await,
            None => Ok(None),
        }
    }

    /// People in the order of their address, after one; all of them, or those with a role on a body.
    pub async fn people(
        &self,
        body: Option<BodyId>,
        after: &str,
        limit: i64,
    ) -> Result<Vec<Person>, StoreError> {
        let held = if body.is_some() {
            "AND id IN (SELECT person_id FROM role_grant WHERE body_id = ?)"
        } else {
            ""
        };
        let sql = format!(
            "SELECT {COLUMNS} FROM person WHERE body_id = ? AND email > ? {held} ORDER BY email LIMIT ?"
        );
        let mut values: Vec<sea_orm::Value> = vec![NETWORK.0.into(), after.into()];
        values.extend(body.map(|body| body.0.into()));
        values.push(limit.into());
        let rows: Vec<Row> = query::all(self.store(), &sql, values).await?;
        let mut grants =
            self.grants_of_many(rows.iter().map(|row| PersonId(row.id)).collect()).await?;
        Ok(rows
            .into_iter()
            .map(|row| {
                let held = grants.remove(&PersonId(row.id)).unwrap_or_default();
                row.with(held)
            })
            .collect())
    }
}
