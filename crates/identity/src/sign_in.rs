//! Signing in with e-mail and password: the same work for every address, and growing waits after failures.

use kernel::{Instant, PersonId, email::Email, id::NETWORK};
use sea_orm::FromQueryResult;
use store::{StoreError, Tx};

use crate::{
    Identity, IdentityError,
    person::{COLUMNS, Row as PersonRow},
    query, role, session,
};

/// Failures after which one has to wait.
pub const FREE_FAILURES: i64 = 5;
/// The first wait, in seconds; each further failure doubles it.
pub const FIRST_WAIT: i64 = 30;
/// The longest wait, in seconds.
pub const LONGEST_WAIT: i64 = 900;
/// Failures are forgotten after this long, in seconds.
pub const FORGET_AFTER: i64 = 86_400;

#[derive(FromQueryResult)]
struct Failures {
    in_a_row: i64,
    last_at: i64,
    blocked_until: i64,
}

/// The wait that follows a number of failures in a row, in seconds.
fn wait_after(failures: i64) -> i64 {
    if failures < FREE_FAILURES {
        return 0;
    }
    (FIRST_WAIT << (failures - FREE_FAILURES).min(10)).min(LONGEST_WAIT)
}

fn address_hash(email: &str) -> String {
    query::digest(email)
}

/// Counts an attempt as failed before it is known to be, so that attempts at the same time cannot slip through.
async fn count_attempt(tx: &Tx, email: &str) -> Result<(), IdentityError> {
    let hash = address_hash(email);
    let sql = "SELECT failures AS in_a_row, last_at, blocked_until FROM sign_in_failure WHERE body_id = ? AND address_hash = ?";
    let known: Option<Failures> =
        query::within(tx, sql, [NETWORK.0.into(), hash.clone().into()]).await?;
    let now = tx.now();
    let mut failures = 0;
    if let Some(known) = known {
        if known.blocked_until > now.0 {
            return Err(IdentityError::Throttled {
                seconds: (known.blocked_until - now.0 + 999) / 1000,
            });
        }
        if Instant(known.last_at).plus_seconds(FORGET_AFTER) > now {
            failures = known.in_a_row;
        }
    }
    failures += 1;
    let blocked_until = match wait_after(failures) {
        0 => 0,
        seconds => now.plus_seconds(seconds).0,
    };
    tx.execute(
        "INSERT INTO sign_in_failure (body_id, address_hash, failures, last_at, blocked_until) VALUES (?, ?, ?, ?, ?) \
         ON CONFLICT (body_id, address_hash) DO UPDATE SET failures = excluded.failures, last_at = excluded.last_at, \
         blocked_until = excluded.blocked_until",
        [NETWORK.0.into(), hash.into(), failures.into(), now.0.into(), blocked_until.into()],
    )
    .await?;
    Ok(())
}

/// Forgets the failures of an address.
pub(crate) async fn forgive(tx: &Tx, email: &str) -> Result<(), StoreError> {
    let sql = "DELETE FROM sign_in_failure WHERE body_id = ? AND address_hash = ?";
    tx.execute(sql, [NETWORK.0.into(), address_hash(email).into()]).await?;
    Ok(())
}

impl Identity {
    /// Checks address and password, counting the attempt; gives the person's row when they go together.
    ///
    /// The attempt stays counted as a failure until [`forgive`] takes it back.
    async fn attempt(&self, email: &str, password: &str) -> Result<PersonRow, IdentityError> {
        self.store()
            .write(NETWORK, email.to_owned(), |tx, email| Box::pin(count_attempt(tx, email)))
            .await?;
        let sql = format!("SELECT {COLUMNS} FROM person WHERE email = ? AND disabled_at IS NULL");
        let row: Option<PersonRow> = query::one(self.store(), &sql, [email.into()]).await?;
        let stored = row.as_ref().and_then(|row| row.password_hash.as_deref());
        let matches = self.0.hasher.verify(password, stored).await?;
        row.filter(|_| matches).ok_or(IdentityError::WrongCredentials)
    }

    /// Checks the password of somebody signed in; wrong ones count as failures.
    pub(crate) async fn check_password(
        &self,
        email: &str,
        password: &str,
    ) -> Result<(), IdentityError> {
        self.attempt(email, password).await?;
        self.store()
            .write(NETWORK, email.to_owned(), |tx, email| Box::pin(forgive(tx, email)))
            .await?;
        Ok(())
    }

    /// Signs in with e-mail and password; `user_agent` only names the device in the person's list.
    pub async fn sign_in(
        &self,
        email: &Email,
        password: &str,
        user_agent: &str,
    ) -> Result<session::Opened, IdentityError> {
        let row = self.attempt(email.as_str(), password).await?;
        let person = PersonId(row.id);
        let verified = row.email_verified_at.is_some();
        let staff = self.grants_of(person).await?.iter().any(|grant| role::is_staff(grant.role));
        let token = self.store().dice().token();
        let used_hash = row.password_hash.unwrap_or_default();
        let input = (
            email.as_str().to_owned(),
            person,
            token.clone(),
            staff,
            session::device(user_agent),
            used_hash,
            self.settings().clone(),
        );
        let (session, ends) = self
            .store()
            .write(NETWORK, input, move |tx, (email, person, token, staff, device, used_hash, settings)| {
                Box::pin(async move {
                    forgive(tx, email).await?;
                    if !verified {
                        return Ok(None);
                    }
                    // Meanwhile the password may have been changed or the account closed.
                    let same = "SELECT id FROM person WHERE body_id = ? AND id = ? AND password_hash = ? \
                                AND disabled_at IS NULL";
                    let values = [NETWORK.0.into(), person.0.into(), used_hash.clone().into()];
                    if !query::exists(tx, same, values).await? {
                        return Err(IdentityError::WrongCredentials);
                    }
                    Ok(Some(session::open(tx, settings, *person, token, *staff, device).await?))
                })
            })
            .await?
            .ok_or(IdentityError::NotVerified)?;
        Ok(session::Opened { token, session, person, ends })
    }
}

#[cfg(test)]
mod tests {
    use super::wait_after;

    #[test]
    fn waits_grow_and_stop_growing() {
        let waits: Vec<i64> = (1..=12).map(wait_after).collect();
        assert_eq!(waits, [0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900]);
        assert_eq!(wait_after(i64::MAX), 900);
    }
}
