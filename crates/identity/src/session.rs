//! Sessions: a secret in a cookie, of which only the hash is stored; they end when idle, and in any case.

use kernel::{Instant, PersonId, Principal, id::NETWORK, id::Uuid};
use sea_orm::FromQueryResult;
use store::{StoreError, Tx};

use crate::{Identity, IdentityError, Settings, query};

/// How often at most the moment of last use is written, in seconds.
pub const TOUCH_EVERY: i64 = 300;

/// A session just opened.
#[derive(Debug, Clone)]
pub struct Opened {
    /// The secret for the cookie; it is not stored and cannot be asked for again.
    pub token: String,
    /// Which session.
    pub session: Uuid,
    /// Who signed in.
    pub person: PersonId,
    /// When it ends whatever happens.
    pub ends: Instant,
}

/// A session in use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Current {
    /// Which session.
    pub id: Uuid,
    /// Who is asking, with the roles held right now.
    pub principal: Principal,
}

/// A session as its owner sees it in a list.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Listed {
    /// Which session.
    pub id: Uuid,
    /// When it was opened, UTC milliseconds.
    pub created_at: i64,
    /// When it was last used, UTC milliseconds, to five minutes.
    pub last_seen_at: i64,
    /// Browser and system, in short.
    pub device: String,
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    person_id: Uuid,
    last_seen_at: i64,
    name: String,
    identity_level: i64,
}

/// Opens a session inside a transaction.
pub(crate) async fn open(
    tx: &Tx,
    settings: &Settings,
    person: PersonId,
    token: &str,
    staff: bool,
    device: &str,
) -> Result<(Uuid, Instant), StoreError> {
    let (idle, absolute) = if staff {
        (settings.staff_idle, settings.staff_absolute)
    } else {
        (settings.citizen_idle, settings.citizen_absolute)
    };
    let (id, ends) = (tx.new_id(), tx.now().plus_seconds(absolute));
    tx.execute(
        "INSERT INTO session (body_id, hash, id, person_id, created_at, last_seen_at, idle_ms, absolute_at, device) \
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            NETWORK.0.into(),
            query::digest(token).into(),
            id.into(),
            person.0.into(),
            tx.now().0.into(),
            tx.now().0.into(),
            (idle * 1000).into(),
            ends.0.into(),
            device.into(),
        ],
    )
    .await?;
    Ok((id, ends))
}

/// Ends the sessions of a person, but for one.
pub(crate) async fn end_all(
    tx: &Tx,
    person: PersonId,
    keep: Option<Uuid>,
) -> Result<u64, StoreError> {
    tx.execute(
        "DELETE FROM session WHERE body_id = ? AND person_id = ? AND id <> ?",
        [NETWORK.0.into(), person.0.into(), keep.unwrap_or(Uuid::nil()).into()],
    )
    .await
}

/// Brings the open sessions of somebody who became staff down to the limits of staff.
pub(crate) async fn shorten(
    tx: &Tx,
    settings: &Settings,
    person: PersonId,
) -> Result<(), StoreError> {
    let (idle, absolute) = (settings.staff_idle * 1000, settings.staff_absolute * 1000);
    tx.execute(
        "UPDATE session SET idle_ms = CASE WHEN idle_ms > ? THEN ? ELSE idle_ms END, \
         absolute_at = CASE WHEN absolute_at > created_at + ? THEN created_at + ? ELSE absolute_at END \
         WHERE body_id = ? AND person_id = ?",
        [idle.into(), idle.into(), absolute.into(), absolute.into(), NETWORK.0.into(), person.0.into()],
    )
    .await?;
    Ok(())
}

impl Identity {
    /// The session of a cookie's secret, when it is still open; its use is noted every few minutes.
    pub async fn session(&self, token: &str) -> Result<Option<Current>, StoreError> {
        if token.len() != 64 || !token.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Ok(None);
        }
        let now = self.store().clock().now();
        let hash = query::digest(token);
        let sql = "SELECT s.id, s.person_id, s.last_seen_at, p.name, p.identity_level \
                   FROM session s JOIN person p ON p.id = s.person_id \
                   WHERE s.body_id = ? AND s.hash = ? AND s.absolute_at > ? AND s.last_seen_at + s.idle_ms > ? \
                   AND p.disabled_at IS NULL";
        let values = [NETWORK.0.into(), hash.clone().into(), now.0.into(), now.0.into()];
        let Some(row) = query::one::<Row>(self.store(), sql, values).await? else {
            return Ok(None);
        };
        if now.0 - row.last_seen_at >= TOUCH_EVERY * 1000 {
            self.store()
                .write(NETWORK, hash, |tx, hash| {
                    Box::pin(async move {
                        let sql =
                            "UPDATE session SET last_seen_at = ? WHERE body_id = ? AND hash = ?";
                        tx.execute(sql, [tx.now().0.into(), NETWORK.0.into(), hash.clone().into()])
                            .await?;
                        Ok::<(), StoreError>(())
                    })
                })
                .await?;
        }
        let person = PersonId(row.person_id);
        let principal = Principal {
            person: Some(person),
            name: row.name,
            grants: self.grants_of(person).await?,
            identity_level: u8::try_from(row.identity_level).unwrap_or(0),
        };
        Ok(Some(Current { id: row.id, principal }))
    }

    /// Who is asking: the owner of the session, or nobody in particular.
    pub async fn principal_of(&self, token: Option<&str>) -> Result<Principal, StoreError> {
        let Some(token) = token else { return Ok(Principal::anonymous()) };
        Ok(self
            .session(token)
            .await?
            .map_or_else(Principal::anonymous, |current| current.principal))
    }

    /// The open sessions of a person, the latest used first.
    pub async fn sessions_of(&self, person: PersonId) -> Result<Vec<Listed>, StoreError> {
        let now = self.store().clock().now().0;
        let sql = "SELECT id, created_at, last_seen_at, device FROM session WHERE body_id = ? AND person_id = ? \
                   AND absolute_at > ? AND last_seen_at + idle_ms > ? ORDER BY last_seen_at DESC, id DESC";
        query::all(self.store(), sql, [NETWORK.0.into(), person.0.into(), now.into(), now.into()])
            .await
    }

    /// How many sessions are open.
    pub async fn open_sessions(&self) -> Result<i64, StoreError> {
        #[derive(FromQueryResult)]
        struct Count {
            n: i64,
        }
        let now = self.store().clock().now().0;
        let sql = "SELECT COUNT(*) AS n FROM session WHERE body_id = ? AND absolute_at > ? \
                   AND last_seen_at + idle_ms > ?";
        let row: Option<Count> =
            query::one(self.store(), sql, [NETWORK.0.into(), now.into(), now.into()]).await?;
        Ok(row.map_or(0, |row| row.n))
    }

    /// Ends the session of a cookie's secret.
    pub async fn sign_out(&self, token: &str) -> Result<(), StoreError> {
        self.store()
            .write(NETWORK, query::digest(token), |tx, hash| {
                Box::pin(async move {
                    let sql = "DELETE FROM session WHERE body_id = ? AND hash = ?";
                    tx.execute(sql, [NETWORK.0.into(), hash.clone().into()]).await?;
                    Ok(())
                })
            })
            .await
    }

    /// Ends one session of one's own, named in the list.
    pub async fn end_session(&self, person: PersonId, id: Uuid) -> Result<(), IdentityError> {
        self.store()
            .write(NETWORK, (person, id), |tx, (person, id)| {
                Box::pin(async move {
                    let sql = "DELETE FROM session WHERE body_id = ? AND person_id = ? AND id = ?";
                    let ended =
                        tx.execute(sql, [NETWORK.0.into(), person.0.into(), (*id).into()]).await?;
                    if ended == 0 { Err(IdentityError::NothingThere) } else { Ok(()) }
                })
            })
            .await
    }

    /// Ends every session of a person; gives how many there were.
    pub async fn sign_out_everywhere(&self, person: PersonId) -> Result<u64, StoreError> {
        self.store().write(NETWORK, person, |tx, person| Box::pin(end_all(tx, *person, None))).await
    }
}

/// Browser and system in two words, from what the browser says of itself.
pub fn device(user_agent: &str) -> String {
    let first = |known: &[(&str, &'static str)]| {
        known.iter().find(|(sign, _)| user_agent.contains(sign)).map(|(_, name)| *name)
    };
    // The order counts: most browsers also name the one they descend from.
    let browser = first(&[
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser", "Samsung Internet"),
        ("Firefox/", "Firefox"),
        ("FxiOS", "Firefox"),
        ("CriOS", "Chrome"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
        ("curl/", "curl"),
    ]);
    let system = first(&[
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS X", "macOS"),
        ("CrOS", "ChromeOS"),
        ("Linux", "Linux"),
    ]);
    [browser, system].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::device;

    #[test]
    fn devices_are_named_in_short() {
        let edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36 Edg/130.0";
        assert_eq!(device(edge), "Edge, Windows");
        let phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1";
        assert_eq!(device(phone), "Safari, iPhone");
        assert_eq!(device("<script>"), "");
    }
}
