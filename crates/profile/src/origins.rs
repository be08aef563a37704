//! Where each value of a record came from: who wrote it, when, by hand or with which import.
//!
//! Kept as one short text beside the record, in the transaction that changes it: the last write of
//! every field, many fields to a write.

use kernel::{BodyId, Principal, Role, id::Uuid};
use serde::{Deserialize, Serialize};

/// One write and the fields whose value still comes from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = FieldOrigin)]
pub struct Origin {
    /// When, UTC milliseconds.
    pub at: i64,
    /// By which way: `web`, `api`, `cli`, `import`.
    pub way: String,
    /// The role of who wrote it on that body; empty when the program did.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub role: String,
    /// The account that wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub actor: Option<Uuid>,
    /// The import it came with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub import: Option<Uuid>,
    /// The fields.
    pub fields: Vec<String>,
}

impl Origin {
    /// A write of some fields, of which `with_fields` says which.
    pub fn of(who: &Principal, body: BodyId, way: &str, at: i64, import: Option<Uuid>) -> Self {
        let role = Role::ALL.into_iter().find(|role| who.holds_somewhere(body, &[*role]));
        Self {
            at,
            way: way.to_owned(),
            role: role.map_or("", Role::code).to_owned(),
            actor: who.person.map(|person| person.0),
            import,
            fields: Vec::new(),
        }
    }

    /// The same write of these fields.
    #[must_use]
    pub fn with_fields<'a>(&self, fields: impl IntoIterator<Item = &'a str>) -> Self {
        Self { fields: fields.into_iter().map(ToOwned::to_owned).collect(), ..self.clone() }
    }
}

/// The writes of a kept text, the newest first; none of a record older than this list.
pub fn read(kept: &str) -> Vec<Origin> {
    serde_json::from_str(kept).unwrap_or_default()
}

/// The kept text after one more write: what it wrote no longer comes from an earlier one.
pub fn noted(kept: &str, write: Origin) -> String {
    let mut writes = read(kept);
    if !write.fields.is_empty() {
        for before in &mut writes {
            before.fields.retain(|field| !write.fields.contains(field));
        }
        writes.retain(|before| !before.fields.is_empty());
        writes.insert(0, write);
    }
    serde_json::to_string(&writes).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_write_of_a_field_counts() {
        let write = |at, fields: &[&str]| {
            let who = Principal::anonymous();
            Origin::of(&who, BodyId(Uuid::nil()), "web", at, None)
                .with_fields(fields.iter().copied())
        };
        let kept = noted("", write(1, &["name", "url"]));
        let kept = noted(&kept, write(2, &["url"]));
        let found: Vec<_> = read(&kept).into_iter().map(|one| (one.at, one.fields)).collect();
        assert_eq!(found, [(2, vec!["url".to_owned()]), (1, vec!["name".to_owned()])]);
        let kept = noted(&kept, write(3, &["name", "url"]));
        assert_eq!(read(&kept).len(), 1);
        assert_eq!(noted(&kept, write(4, &[])), kept);
    }
}
