//! Links sent by e-mail that work once: to verify an address, to reset a password, to accept an invitation.

use kernel::{PersonId, email::Email, id::NETWORK, id::Uuid};
use sea_orm::FromQueryResult;
use store::{StoreError, Tx, outbox};
use texts::{Args, Lang, key};

use crate::{Identity, query};

/// What a link is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Proves that the address is the person's.
    Verify,
    /// Sets a new password.
    Reset,
    /// Sets the first password of an account made by staff.
    Invite,
}

impl Purpose {
    /// The word stored.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Verify => "verify",
            Self::Reset => "reset",
            Self::Invite => "invite",
        }
    }

    /// The address of the page the link leads to, without the secret.
    pub const fn page(self) -> &'static str {
        match self {
            Self::Verify => "/accesso/verifica",
            Self::Reset => "/accesso/reimposta",
            Self::Invite => "/accesso/invito",
        }
    }

    /// How long it works, in seconds.
    pub const fn lifetime(self) -> i64 {
        match self {
            Self::Verify => 2 * 86_400,
            Self::Reset => 3600,
            Self::Invite => 14 * 86_400,
        }
    }
}

/// A message with a link, ready to be put in the outbox.
#[derive(Debug, Clone)]
pub(crate) struct Letter {
    purpose: Purpose,
    hash: String,
    to: Email,
    subject: String,
    content: String,
}

/// Who a link belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner {
    /// The person.
    pub person: PersonId,
    /// Their address.
    pub email: Email,
    /// Their name.
    pub name: String,
}

#[derive(FromQueryResult)]
struct OwnerRow {
    person_id: Uuid,
    email: String,
    name: String,
}

#[derive(FromQueryResult)]
struct PersonOnly {
    person_id: Uuid,
}

/// Words to be put in a text.
pub(crate) fn with_words(words: &[(&'static str, String)]) -> Args<'static> {
    let mut args = Args::new();
    for (name, word) in words {
        args.set(*name, word.clone());
    }
    args
}

impl Identity {
    /// Writes a letter with a fresh secret.
    pub(crate) fn letter(&self, purpose: Purpose, to: &Email, lang: Lang) -> Letter {
        self.letter_about(purpose, to, lang, &[])
    }

    /// The same, with more to say.
    pub(crate) fn letter_about(
        &self,
        purpose: Purpose,
        to: &Email,
        lang: Lang,
        words: &[(&'static str, String)],
    ) -> Letter {
        let secret = self.store().dice().token();
        let texts = &self.0.texts;
        let mut args = with_words(words);
        args.set("link", format!("{}{}/{secret}", self.settings().base_url, purpose.page()));
        let (subject, content) = match purpose {
            Purpose::Verify => {
                (key!("identity-mail-verify-subject"), key!("identity-mail-verify-text"))
            }
            Purpose::Reset => {
                (key!("identity-mail-reset-subject"), key!("identity-mail-reset-text"))
            }
            Purpose::Invite => {
                (key!("identity-mail-invite-subject"), key!("identity-mail-invite-text"))
            }
        };
        Letter {
            purpose,
            hash: query::digest(&secret),
            to: to.clone(),
            subject: texts.text(lang, subject).to_owned(),
            content: texts.format(lang, content, &args),
        }
    }

    /// Who a link still good belongs to; none when it is unknown, used or too old.
    pub async fn link_owner(
        &self,
        secret: &str,
        purpose: Purpose,
    ) -> Result<Option<Owner>, StoreError> {
        let sql = "SELECT l.person_id, p.email, p.name FROM one_time_link l JOIN person p ON p.id = l.person_id \
                   WHERE l.body_id = ? AND l.hash = ? AND l.purpose = ? AND l.used_at IS NULL AND l.expires_at > ? \
                   AND p.disabled_at IS NULL";
        let values = [
            NETWORK.0.into(),
            query::digest(secret).into(),
            purpose.code().into(),
            self.store().clock().now().0.into(),
        ];
        let row: Option<OwnerRow> = query::one(self.store(), sql, values).await?;
        Ok(row.and_then(|row| {
            let email = Email::parse(&row.email)?;
            Some(Owner { person: PersonId(row.person_id), email, name: row.name })
        }))
    }
}

/// Whether three links were sent within the hour: enough for a person, too few to fill a mailbox.
pub(crate) async fn enough_sent(tx: &Tx, person: Option<PersonId>) -> Result<bool, StoreError> {
    let sql = "SELECT hash FROM one_time_link WHERE person_id = ? AND created_at > ? AND purpose <> 'invite' \
               LIMIT 1 OFFSET 2";
    let owner = person.map_or(Uuid::nil(), |person| person.0);
    query::exists(tx, sql, [owner.into(), tx.now().plus_seconds(-3600).0.into()]).await
}

/// Stores the link of a letter for a person and puts the letter in the outbox; links of the same
/// purpose sent before stop working. For nobody, the link is stored and no letter leaves.
pub(crate) async fn send(
    tx: &Tx,
    letter: &Letter,
    person: Option<PersonId>,
) -> Result<(), StoreError> {
    keep(tx, letter, person).await?;
    if person.is_some() {
        outbox::put(tx, &letter.to, &letter.subject, &letter.content).await?;
    }
    Ok(())
}

/// Stores the link of a letter without sending it.
pub(crate) async fn keep(
    tx: &Tx,
    letter: &Letter,
    person: Option<PersonId>,
) -> Result<(), StoreError> {
    let owner = person.map_or(Uuid::nil(), |person| person.0);
    tx.execute(
        "UPDATE one_time_link SET used_at = ? WHERE body_id = ? AND person_id = ? AND purpose = ? AND used_at IS NULL",
        [tx.now().0.into(), NETWORK.0.into(), owner.into(), letter.purpose.code().into()],
    )
    .await?;
    tx.execute(
        "INSERT INTO one_time_link (body_id, hash, purpose, person_id, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)",
        [
            NETWORK.0.into(),
            letter.hash.clone().into(),
            letter.purpose.code().into(),
            owner.into(),
            tx.now().0.into(),
            tx.now().plus_seconds(letter.purpose.lifetime()).0.into(),
        ],
    )
    .await?;
    Ok(())
}

/// Uses a link up; gives whose it was, none when it is not good any more.
pub(crate) async fn spend(
    tx: &Tx,
    secret: &str,
    purpose: Purpose,
) -> Result<Option<PersonId>, StoreError> {
    let sql = "UPDATE one_time_link SET used_at = ? WHERE body_id = ? AND hash = ? AND purpose = ? \
               AND used_at IS NULL AND expires_at > ? AND person_id <> ? RETURNING person_id";
    let values = [
        tx.now().0.into(),
        NETWORK.0.into(),
        query::digest(secret).into(),
        purpose.code().into(),
        tx.now().0.into(),
        Uuid::nil().into(),
    ];
    let row: Option<PersonOnly> = query::within(tx, sql, values).await?;
    Ok(row.map(|row| PersonId(row.person_id)))
}

/// Stops every link of a person.
pub(crate) async fn stop_all(tx: &Tx, person: PersonId) -> Result<(), StoreError> {
    tx.execute(
        "UPDATE one_time_link SET used_at = ? WHERE body_id = ? AND person_id = ? AND used_at IS NULL",
        [tx.now().0.into(), NETWORK.0.into(), person.0.into()],
    )
    .await?;
    Ok(())
}
