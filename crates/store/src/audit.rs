//! The audit log: append-only, each entry sealed with the hash of the one before it.

use kernel::{BodyId, Instant, PersonId, id::Uuid};
use sea_orm::{ConnectionTrait, FromQueryResult};
use sha2::{Digest, Sha256};

use crate::{Store, StoreError, tx::statement};

/// One entry as it is sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The body.
    pub body: BodyId,
    /// Number within the body, from 1 without gaps.
    pub seq: i64,
    /// When.
    pub at: Instant,
    /// Who, when it was an account.
    pub actor: Option<PersonId>,
    /// On whose behalf, in words.
    pub on_behalf_of: String,
    /// Through which channel.
    pub channel: String,
    /// Identity level of the act.
    pub identity_level: i64,
    /// What: `idea.publish`.
    pub action: String,
    /// Kind of thing.
    pub kind: String,
    /// Which thing.
    pub subject: Uuid,
    /// Before, JSON.
    pub before: String,
    /// After, JSON.
    pub after: String,
    /// Hash of the entry before; empty for the first.
    pub previous: String,
}

impl Entry {
    /// SHA-256 over the JSON list of all fields, in hexadecimal.
    pub fn hash(&self) -> String {
        let fields = serde_json::json!([
            self.previous,
            self.body,
            self.seq,
            self.at,
            self.actor,
            self.on_behalf_of,
            self.channel,
            self.identity_level,
            self.action,
            self.kind,
            self.subject,
            self.before,
            self.after,
        ]);
        hex::encode(Sha256::digest(fields.to_string()))
    }
}

/// What a check of the chain found.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Verdict {
    /// How many entries were read.
    pub entries: u64,
    /// The first entry that does not fit, with why; none when the chain holds.
    pub broken: Option<String>,
}

/// One entry as a page shows it.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Row {
    /// Number within the body.
    pub seq: i64,
    /// When, UTC milliseconds.
    pub at: i64,
    /// Who, when it was an account.
    pub actor: Option<Uuid>,
    /// On whose behalf.
    pub on_behalf_of: String,
    /// Through which channel.
    pub channel: String,
    /// Identity level of the act.
    pub identity_level: i64,
    /// What.
    pub action: String,
    /// Kind of thing.
    pub subject_kind: String,
    /// Which thing.
    pub subject_id: Uuid,
    /// Before, JSON.
    pub before_json: String,
    /// After, JSON.
    pub after_json: String,
    /// Hash of the entry before.
    pub previous_hash: String,
    /// Seal.
    pub hash: String,
}

const COLUMNS: &str = "seq, at, actor, on_behalf_of, channel, identity_level, action, subject_kind, subject_id, \
                       before_json, after_json, previous_hash, hash";

/// The latest entries before a number (or the newest), newest first.
pub async fn page(
    store: &Store,
    body: BodyId,
    before: Option<i64>,
    limit: i64,
) -> Result<Vec<Row>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM audit_log WHERE body_id = ? AND seq < ? ORDER BY seq DESC LIMIT ?"
    );
    let values = [body.0.into(), before.unwrap_or(i64::MAX).into(), limit.into()];
    Ok(Row::find_by_statement(statement(store.engine(), &sql, values)).all(store.read()).await?)
}

/// The latest entries about one thing, newest first.
pub async fn of_subject(
    store: &Store,
    body: BodyId,
    kind: &str,
    subject: Uuid,
    limit: i64,
) -> Result<Vec<Row>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM audit_log WHERE body_id = ? AND subject_kind = ? AND subject_id = ? \
         ORDER BY seq DESC LIMIT ?"
    );
    let values = [body.0.into(), kind.into(), subject.into(), limit.into()];
    Ok(Row::find_by_statement(statement(store.engine(), &sql, values)).all(store.read()).await?)
}

/// What to look for in the log.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Only what this account did.
    pub actor: Option<PersonId>,
    /// Only what was done without an account.
    pub nobody: bool,
    /// Only actions of this family: `idea` for `idea.publish` and its like; empty for all.
    pub family: String,
    /// From this moment on.
    pub from: Option<Instant>,
    /// Before this moment.
    pub until: Option<Instant>,
}

/// The latest entries that a filter lets through, before a number (or the newest), newest first.
pub async fn find(
    store: &Store,
    body: BodyId,
    filter: &Filter,
    before: Option<i64>,
    limit: i64,
) -> Result<Vec<Row>, StoreError> {
    let mut sql = format!("SELECT {COLUMNS} FROM audit_log WHERE body_id = ? AND seq < ?");
    let mut values: Vec<sea_orm::Value> = vec![body.0.into(), before.unwrap_or(i64::MAX).into()];
    if let Some(actor) = filter.actor {
        sql.push_str(" AND actor = ?");
        values.push(actor.0.into());
    }
    if filter.nobody {
        sql.push_str(" AND actor IS NULL");
    }
    if !filter.family.is_empty() {
        sql.push_str(" AND action LIKE ? ESCAPE '!'");
        let word = filter.family.replace('!', "!!").replace('_', "!_").replace('%', "!%");
        values.push(format!("{word}.%").into());
    }
    if let Some(from) = filter.from {
        sql.push_str(" AND at >= ?");
        values.push(from.0.into());
    }
    if let Some(until) = filter.until {
        sql.push_str(" AND at < ?");
        values.push(until.0.into());
    }
    sql.push_str(" ORDER BY seq DESC LIMIT ?");
    values.push(limit.into());
    Ok(Row::find_by_statement(statement(store.engine(), &sql, values)).all(store.read()).await?)
}

/// Recomputes the whole chain of a body.
pub async fn verify(store: &Store, body: BodyId) -> Result<Verdict, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM audit_log WHERE body_id = ? AND seq > ? ORDER BY seq LIMIT 1000"
    );
    let (mut last, mut previous, mut entries) = (0_i64, String::new(), 0_u64);
    loop {
        let values = [body.0.into(), last.into()];
        let rows = Row::find_by_statement(statement(store.engine(), &sql, values))
            .all(store.read())
            .await?;
        if rows.is_empty() {
            break;
        }
        for row in rows {
            entries += 1;
            let entry = Entry {
                body,
                seq: row.seq,
                at: Instant(row.at),
                actor: row.actor.map(PersonId),
                on_behalf_of: row.on_behalf_of,
                channel: row.channel,
                identity_level: row.identity_level,
                action: row.action,
                kind: row.subject_kind,
                subject: row.subject_id,
                before: row.before_json,
                after: row.after_json,
                previous: row.previous_hash,
            };
            let why = if entry.seq != last + 1 {
                Some(format!("entry {} is missing", last + 1))
            } else if entry.previous != previous {
                Some(format!("entry {} does not follow the one before it", entry.seq))
            } else if entry.hash() != row.hash {
                Some(format!("entry {} was changed", entry.seq))
            } else {
                None
            };
            if why.is_some() {
                return Ok(Verdict { entries, broken: why });
            }
            last = entry.seq;
            previous = row.hash;
        }
    }
    let sql = "SELECT seq, audit_hash FROM body_head WHERE body_id = ?";
    let head = store.read().query_one_raw(statement(store.engine(), sql, [body.0.into()])).await?;
    let broken = match head {
        Some(head) => {
            let (seq, hash): (i64, String) =
                (head.try_get("", "seq")?, head.try_get("", "audit_hash")?);
            (seq != last || hash != previous).then(|| format!("entries after {last} are missing"))
        }
        None => (last > 0).then(|| "the head of the chain is missing".to_owned()),
    };
    Ok(Verdict { entries, broken })
}
