//! A version of the Agenda: what was approved, frozen as text with its fingerprint.

use jiff::civil::Date;
use kernel::id::Uuid;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use store::StoreError;

use crate::{
    Action, AgendaError, VersionState,
    model::coded,
    rules::{Term, belongs, term},
};

/// The content of an approved version; its JSON text is what the fingerprint is of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Snapshot {
    /// Number of the layout of this text.
    pub layout: u8,
    /// Number of the version.
    pub number: i64,
    /// Title.
    pub title: String,
    /// What will change.
    pub promise: String,
    /// Why there is a new version.
    pub reason: String,
    /// The act that approved it.
    pub act: String,
    /// The day of the act.
    pub approved: Date,
    /// The snapshot of the profile it starts from; the texts of layout 1 name none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<StartsFrom>,
    /// The actions, by code.
    pub actions: Vec<Action>,
}

/// The layout of the texts frozen today: 2, with the snapshot of the profile.
pub const LAYOUT: u8 = 2;

/// A snapshot of the profile, as a version cites it: its hash is part of what the version's own is of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StartsFrom {
    /// Its number.
    pub number: i64,
    /// What the office called it.
    pub title: String,
    /// The day it was taken.
    pub day: Date,
    /// SHA-256 of what it froze, in hexadecimal.
    pub hash: String,
}

impl From<profile::snapshot::Snapshot> for StartsFrom {
    fn from(one: profile::snapshot::Snapshot) -> Self {
        Self { number: one.number, day: one.day(), title: one.title, hash: one.hash }
    }
}

impl Snapshot {
    /// The text to keep and its SHA-256 in hexadecimal.
    pub fn freeze(&self) -> Result<(String, String), AgendaError> {
        let text = serde_json::to_string(self)
            .map_err(|e| StoreError::Corrupt(format!("agenda snapshot: {e}")))?;
        let hash = fingerprint(&text);
        Ok((text, hash))
    }

    /// Reads a kept text, if it still has its fingerprint.
    pub fn thaw(text: &str, hash: &str) -> Result<Self, AgendaError> {
        if fingerprint(text) != hash {
            return Err(AgendaError::Tampered);
        }
        serde_json::from_str(text)
            .map_err(|e| StoreError::Corrupt(format!("agenda snapshot: {e}")).into())
    }

    /// The term of one of its actions.
    pub fn term(&self, action: &Action) -> Option<Term> {
        action.content.end.map(|end| term(end, self.approved))
    }
}

/// SHA-256 of a text, in hexadecimal.
pub fn fingerprint(text: &str) -> String {
    hex::encode(Sha256::digest(text.as_bytes()))
}

/// A version without its content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Version {
    /// Which one.
    pub id: Uuid,
    /// 1, 2, 3, ….
    pub number: i64,
    /// Where it stands.
    pub state: VersionState,
    /// Title.
    pub title: String,
    /// What will change.
    pub promise: String,
    /// Why there is a new version.
    pub reason: String,
    /// The act that approved it; empty for a draft.
    pub act: String,
    /// The day of the act.
    pub approved: Option<Date>,
    /// When it was published, UTC milliseconds.
    pub published_at: Option<i64>,
    /// Fingerprint of the frozen text; empty for a draft.
    pub hash: String,
    /// Number of the snapshot of the profile that was chosen for it.
    pub profile_snapshot: Option<i64>,
}

coded! {
    /// How an action differs between two versions.
    ChangeKind {
        /// It is new.
        #[default]
        Added = "added", "agenda-diff-added", "nuova",
        /// It is no longer there.
        Removed = "removed", "agenda-diff-removed", "tolta",
        /// Its contents differ.
        Changed = "changed", "agenda-diff-changed", "cambiata",
    }
}

/// One action that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// Its code.
    pub code: String,
    /// Its title (the newer one).
    pub title: String,
    /// How it differs.
    pub kind: ChangeKind,
    /// The names of the parts that differ, as in the frozen text: `title`, `end`, `results`, ….
    pub parts: Vec<String>,
}

/// What changed from one list of actions to another; state is no content and does not count.
pub fn differences(before: &[Action], after: &[Action]) -> Result<Vec<Difference>, AgendaError> {
    let mut out = Vec::new();
    let after: Vec<&Action> = after.iter().filter(|a| belongs(a)).collect();
    for new in &after {
        let of = |kind, parts| Difference {
            code: new.code.clone(),
            title: new.content.title.clone(),
            kind,
            parts,
        };
        match before.iter().find(|old| old.id == new.id) {
            None => out.push(of(ChangeKind::Added, Vec::new())),
            Some(old) => {
                let parts = parts(old, new)?;
                if !parts.is_empty() {
                    out.push(of(ChangeKind::Changed, parts));
                }
            }
        }
    }
    for old in before.iter().filter(|old| !after.iter().any(|new| new.id == old.id)) {
        let (code, title) = (old.code.clone(), old.content.title.clone());
        out.push(Difference { code, title, kind: ChangeKind::Removed, parts: Vec::new() });
    }
    out.sort_by(|a, b| a.code.cmp(&b.code));
    Ok(out)
}

fn parts(old: &Action, new: &Action) -> Result<Vec<String>, AgendaError> {
    let value = |a: &Action| {
        serde_json::to_value(a)
            .map_err(|e| AgendaError::Store(StoreError::Corrupt(format!("action: {e}"))))
    };
    let (old, new) = (value(old)?, value(new)?);
    let (Some(old), Some(new)) = (old.as_object(), new.as_object()) else { return Ok(Vec::new()) };
    Ok(new
        .iter()
        .filter(|(name, value)| old.get(*name) != Some(value))
        .map(|(name, _)| name.clone())
        .collect())
}
