//! A record as JSON: each field under its name, of the type it has, described for OpenAPI.

use serde::Deserialize as _;
use serde_json::{Map, Value, json};
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{
        RefOr, Schema,
        schema::{ArrayBuilder, ObjectBuilder, SchemaType, Type},
    },
};

use crate::{
    fields::{Choices, Field, Kind},
    model::{Kept, Register, Values},
    structured,
};

/// The fields of a service.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub struct ServiceFields(pub Map<String, Value>);

/// The fields of a database.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub struct DatabaseFields(pub Map<String, Value>);

/// The fields of a sheet of the zone plan.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub struct PlanSheetFields(pub Map<String, Value>);

/// The kept values as JSON.
pub fn to_json(
    register: Register,
    values: &Values,
    shown: impl Fn(&Field, Value) -> Value,
) -> Map<String, Value> {
    let fields = register.fields().iter().zip(&values.0);
    fields.map(|(field, kept)| (json_name(field), shown(field, value(field, kept)))).collect()
}

/// The name of a field in JSON: amounts say that they are cents.
pub fn json_name(field: &Field) -> String {
    match field.kind {
        Kind::Money => format!("{}_cents", field.name),
        _ => field.name.to_owned(),
    }
}

fn value(field: &Field, kept: &str) -> Value {
    match field.kind {
        Kind::Choose(_) | Kind::Terms(_) => {
            json!(kept.split(';').filter(|code| !code.is_empty()).collect::<Vec<_>>())
        }
        Kind::Whole(..) | Kind::Money => kept.parse::<i64>().map_or(Value::Null, Value::from),
        Kind::Channels => json!(structured::channels(kept)),
        Kind::Platforms => json!(structured::platforms(kept)),
        Kind::Classes => json!(structured::classes(kept)),
        Kind::YesNo if kept.is_empty() => Value::Null,
        Kind::YesNo => Value::Bool(kept == "yes"),
        _ if kept.is_empty() => Value::Null,
        _ => json!(kept),
    }
}

/// The name of a field that was not understood, and the key of the message that says why.
pub type WrongType = (String, &'static str);

/// What a program sent, as a form sends it; names every field that does not exist or is of another type.
pub fn to_pairs(
    register: Register,
    sent: &Map<String, Value>,
) -> Result<Vec<(String, String)>, Vec<WrongType>> {
    let (mut pairs, mut errors) = (Vec::new(), Vec::new());
    for (name, value) in sent {
        let Some(field) = register.fields().iter().find(|field| json_name(field) == *name) else {
            errors.push((name.clone(), texts::key!("profile-api-no-such-field")));
            continue;
        };
        if let Some(text) = typed(field, value) {
            pairs.push((field.name.to_owned(), text));
        } else {
            errors.push((name.clone(), texts::key!("profile-api-wrong-type")));
        }
    }
    if errors.is_empty() { Ok(pairs) } else { Err(errors) }
}

fn typed(field: &Field, value: &Value) -> Option<String> {
    Some(match (field.kind, value) {
        (_, Value::Null) => String::new(),
        (Kind::Choose(_) | Kind::Terms(_), Value::Array(list)) => {
            list.iter().map(Value::as_str).collect::<Option<Vec<_>>>()?.join(";")
        }
        (Kind::Money, Value::Number(cents)) => match cents.as_i64()? {
            below @ ..0 => below.to_string(),
            cents => field.typed(&cents.to_string()),
        },
        (Kind::Whole(..), Value::Number(n)) => n.as_i64()?.to_string(),
        (Kind::Channels, list @ Value::Array(_)) => {
            structured::kept_channels(&Vec::deserialize(list).ok()?)
        }
        (Kind::Platforms, list @ Value::Array(_)) => {
            structured::kept_platforms(&Vec::deserialize(list).ok()?)
        }
        (Kind::Classes, list @ Value::Array(_)) => {
            structured::kept_classes(&Vec::deserialize(list).ok()?)
        }
        (Kind::YesNo, Value::Bool(yes)) => if *yes { "yes" } else { "no" }.to_owned(),
        (
            Kind::Choose(_)
            | Kind::Terms(_)
            | Kind::Money
            | Kind::Whole(..)
            | Kind::YesNo
            | Kind::Channels
            | Kind::Platforms
            | Kind::Classes,
            _,
        ) => return None,
        (_, Value::String(text)) => text.clone(),
        _ => return None,
    })
}

/// The fields of one register for OpenAPI.
fn schema(register: Register) -> RefOr<Schema> {
    let mut object = ObjectBuilder::new();
    for field in register.fields() {
        object = object.property(json_name(field), property(field));
        if field.required {
            object = object.required(field.name);
        }
    }
    object.into()
}

fn property(field: &Field) -> Schema {
    let of =
        |kind: Type| ObjectBuilder::new().schema_type(SchemaType::from_iter([kind, Type::Null]));
    let codes =
        |list: Choices| Some(list.iter().map(|(code, _)| (*code).to_owned()).collect::<Vec<_>>());
    match field.kind {
        Kind::Code => of(Type::String).pattern(Some("^[A-Z0-9][A-Z0-9._-]*$")).into(),
        Kind::Line(most) | Kind::Text(most) => of(Type::String).max_length(Some(most)).into(),
        Kind::Choice(list) => of(Type::String).enum_values(codes(list)).into(),
        Kind::Choose(list) => {
            let item = ObjectBuilder::new().schema_type(Type::String).enum_values(codes(list));
            ArrayBuilder::new().items(item).into()
        }
        Kind::Term(_) => of(Type::String).description(Some("Code of the vocabulary")).into(),
        Kind::Terms(_) => {
            let item = ObjectBuilder::new().schema_type(Type::String);
            ArrayBuilder::new().items(item).description(Some("Codes of the vocabulary")).into()
        }
        Kind::Whole(least, most) => {
            of(Type::Integer).minimum(Some(least)).maximum(Some(most)).into()
        }
        Kind::Money => of(Type::Integer).minimum(Some(0)).description(Some("Cents of euro")).into(),
        Kind::Day => of(Type::String).description(Some("Day, YYYY-MM-DD")).into(),
        Kind::YesNo => of(Type::Boolean).into(),
        Kind::Url => of(Type::String).description(Some("http:// or https:// address")).into(),
        Kind::Email => of(Type::String).description(Some("E-mail address")).into(),
        Kind::Channels => list_of(
            &["code", "label", "place", "municipality", "hours", "phone", "email", "url"],
            "Channels (OntoPiA code) with place, ISTAT code of the municipality, hours and addresses",
        ),
        Kind::Platforms => list_of(
            &["platform", "state", "date"],
            "Platforms; state is not_planned, planned, in_progress or active",
        ),
        Kind::Classes => list_of(&["scheme", "code"], "Terms of the body's own classifications"),
    }
}

/// A list of objects of text.
fn list_of(parts: &[&str], what: &str) -> Schema {
    let mut item = ObjectBuilder::new();
    for part in parts {
        let text =
            ObjectBuilder::new().schema_type(SchemaType::from_iter([Type::String, Type::Null]));
        item = item.property(*part, text);
    }
    ArrayBuilder::new().items(item).description(Some(what.to_owned())).into()
}

impl PartialSchema for ServiceFields {
    fn schema() -> RefOr<Schema> {
        schema(Register::Services)
    }
}

impl ToSchema for ServiceFields {}

impl PartialSchema for DatabaseFields {
    fn schema() -> RefOr<Schema> {
        schema(Register::Databases)
    }
}

impl ToSchema for DatabaseFields {}

impl PartialSchema for PlanSheetFields {
    fn schema() -> RefOr<Schema> {
        schema(Register::PlanSheets)
    }
}

impl ToSchema for PlanSheetFields {}

/// The fields of a record, as anybody may read them or as who keeps the register does.
pub fn fields_of(register: Register, kept: &Kept, staff: bool) -> Map<String, Value> {
    to_json(register, &kept.values, |field, value| match value.as_i64() {
        // Statistical secrecy: a handful of people is not counted in public.
        Some(1..=4) if field.name == "users_count" && !staff => json!("<5"),
        _ if field.name == "referents" && !staff => Value::Null,
        _ => value,
    })
}
