//! Services in the Human Services Data Specification, HSDS 3.0 (docs.openreferral.org).
//!
//! What HSDS has a word for goes under that word; everything else is an `attribute` whose
//! `link_type` is `agio:` and the name of the field, so that what we wrote we read again whole
//! ([`crate::read::hsds`]). Codes of vocabularies carry their taxonomy term.

use serde_json::{Map, Value, json};

use crate::{
    Base, Organisation, Service, stable_id,
    vocab::{self, LISTS, List},
};

/// The version served.
pub const VERSION: &str = "3.0";

/// What begins the `link_type` of our own attributes.
pub const OURS: &str = "agio:";

/// Fields that HSDS has a word for and that are read back from it.
pub(crate) const WORDS: &[(&str, &str)] = &[
    ("name", "name"),
    ("short_description", "description"),
    ("url", "url"),
    ("recipients", "eligibility_description"),
    ("how_to", "application_process"),
    ("checked_on", "assured_date"),
];

/// Fields told by something below the service (contact, schedule, place, area, cost).
pub(crate) const BELOW: &[&str] =
    &["contact_office", "opening_hours", "place", "municipalities", "user_cost"];

/// What the API says of itself at its root.
pub fn root(base: &Base) -> Value {
    json!({
        "version": VERSION,
        "profile": base.at("/dati#hsds"),
        "openapi_url": base.at("/hsds/3.0/openapi.json"),
    })
}

/// A page of a list.
pub fn page(contents: Vec<Value>, number: u64, per_page: u64, total: u64) -> Value {
    let pages = total.div_ceil(per_page.max(1));
    json!({
        "total_items": total,
        "total_pages": pages,
        "page_number": number,
        "size": contents.len(),
        "first_page": number <= 1,
        "last_page": number >= pages,
        "empty": contents.is_empty(),
        "contents": contents,
    })
}

/// A body.
pub fn organisation(base: &Base, body: &Organisation) -> Value {
    let mut out = json!({
        "id": body.id,
        "name": body.name,
        "description": format!("Servizi sociali di {}", body.name),
        "uri": base.organisation(&body.slug),
        "website": base.at(&format!("/{}/", body.slug)),
    });
    let mut identifiers = Vec::new();
    for (kind, scheme, value) in
        [("IPA", "IT-IPA", &body.ipa_code), ("ISTAT", "IT-ISTAT", &body.istat_code)]
    {
        if !value.is_empty() {
            identifiers.push(json!({
                "id": stable_id(&["identifier", &body.id.to_string(), kind]),
                "organization_id": body.id,
                "identifier_type": kind,
                "identifier_scheme": scheme,
                "identifier": value,
            }));
        }
    }
    if let Some(object) = out.as_object_mut() {
        put(object, "email", email(&body.email));
        if !identifiers.is_empty() {
            object.insert("organization_identifiers".into(), identifiers.into());
        }
    }
    out
}

/// The id of the place where a service is; none when nobody said where.
pub fn location_id(service: &Service) -> Option<kernel::id::Uuid> {
    let place = service.text("place");
    (!place.is_empty()).then(|| stable_id(&["location", &service.id.to_string(), place]))
}

/// The id of a service at its place.
pub fn at_location_id(service: &Service) -> Option<kernel::id::Uuid> {
    location_id(service).map(|id| stable_id(&["at", &service.id.to_string(), &id.to_string()]))
}

fn email(text: &str) -> &str {
    let sound = text.contains('@') && text.is_ascii() && !text.contains(char::is_whitespace);
    if sound { text } else { "" }
}

fn put(object: &mut Map<String, Value>, name: &str, text: &str) {
    if !text.is_empty() {
        object.insert(name.into(), text.into());
    }
}

/// The state in the four words of HSDS.
fn status(code: &str) -> &'static str {
    match code {
        "suspended" => "temporarily closed",
        "planned" => "inactive",
        "ended" => "defunct",
        _ => "active",
    }
}

/// A web address that JSON Schema takes for one.
fn address(text: &str) -> &str {
    let web = text.starts_with("https://") || text.starts_with("http://");
    let sound = web && oxrdf::NamedNode::new(text).is_ok() && text.is_ascii();
    if sound { text } else { "" }
}

/// What a list shows of a service: only what it has once.
fn brief(base: &Base, body: &Organisation, service: &Service) -> Map<String, Value> {
    let mut out = Map::new();
    out.insert("id".into(), json!(service.id));
    // The name is required in both places; a card without one is not kept.
    out.insert("name".into(), service.text("name").into());
    for (field, word) in WORDS.iter().filter(|(field, _)| *field != "name") {
        let text = service.text(field);
        put(&mut out, word, if *word == "url" { address(text) } else { text });
    }
    out.insert("status".into(), status(service.text("status")).into());
    put(&mut out, "email", email(&body.email));
    for (field, word) in [("age_from", "minimum_age"), ("age_to", "maximum_age")] {
        if let Ok(age) = service.text(field).parse::<u32>() {
            out.insert(word.into(), age.into());
        }
    }
    let cost = service.text("user_cost");
    if !cost.is_empty() {
        put(&mut out, "fees_description", &format!("{cost} euro"));
    }
    out.insert("licenses".into(), "CC BY 4.0".into());
    out.insert("last_modified".into(), service.modified.as_str().into());
    out.insert("organization".into(), organisation(base, body));
    out
}

/// A service of a list.
pub fn listed(base: &Base, body: &Organisation, service: &Service) -> Value {
    Value::Object(brief(base, body, service))
}

/// Only the id and when it changed, for who keeps a copy up to date (`minimal`).
pub fn minimal(service: &Service) -> Value {
    json!({ "id": service.id, "name": service.text("name"),
        "status": status(service.text("status")), "last_modified": service.modified })
}

/// A service with everything about it.
pub fn service(base: &Base, body: &Organisation, service: &Service) -> Value {
    let mut out = brief(base, body, service);
    let id = service.id.to_string();
    let part = |kind: &str, words: &str| stable_id(&[kind, &id, words]);
    let text = |field: &str| service.text(field);
    if !text("contact_office").is_empty() {
        let office = text("contact_office");
        out.insert(
            "contacts".into(),
            json!([{ "id": part("contact", office), "service_id": service.id, "department": office }]),
        );
    }
    if !text("opening_hours").is_empty() {
        let hours = text("opening_hours");
        out.insert(
            "schedules".into(),
            json!([{ "id": part("schedule", hours), "service_id": service.id, "description": hours }]),
        );
    }
    if !text("user_cost").is_empty() {
        let amount = text("user_cost").parse::<f64>().ok();
        out.insert(
            "cost_options".into(),
            json!([{ "id": part("cost", ""), "service_id": service.id, "currency": "EUR",
                "amount": amount.unwrap_or_default() }]),
        );
    }
    let areas: Vec<Value> = service
        .codes("municipalities")
        .map(|istat| {
            json!({ "id": part("area", istat), "service_id": service.id,
                "name": vocab::municipality(istat), "extent": istat, "extent_type": "ISTAT",
                "uri": base.place(istat) })
        })
        .collect();
    if !areas.is_empty() {
        out.insert("service_areas".into(), areas.into());
    }
    if let Some(at) = at_location(service) {
        out.insert("service_at_locations".into(), json!([at]));
    }
    out.insert("attributes".into(), attributes(base, service).into());
    Value::Object(out)
}

/// A service at its place; none when nobody said where it is.
pub fn at_location(service: &Service) -> Option<Value> {
    let (location, id) = (location_id(service)?, at_location_id(service)?);
    Some(json!({
        "id": id,
        "service_id": service.id,
        "location_id": location,
        "location": {
            "id": location,
            "location_type": "physical",
            "name": service.text("place"),
        },
    }))
}

/// Everything HSDS has no word of its own for.
fn attributes(base: &Base, service: &Service) -> Vec<Value> {
    let mut out = Vec::new();
    for (field, value) in &service.fields {
        let told = WORDS.iter().any(|(name, _)| name == field)
            && !(field == "url" && address(value).is_empty());
        if value.is_empty() || told || BELOW.contains(&field.as_str()) {
            continue;
        }
        let list = List::of(field);
        let values: Vec<&str> =
            if list.is_some() { service.codes(field).collect() } else { vec![value] };
        for value in values {
            let id = stable_id(&["attribute", &service.id.to_string(), field, value]);
            let mut attribute = json!({
                "id": id,
                "link_id": service.id,
                "link_entity": "service",
                "link_type": format!("{OURS}{field}"),
                "value": value,
            });
            if let Some(list) = list
                && let Some(label) = list.label(value)
                && let Some(object) = attribute.as_object_mut()
            {
                let term = term(base, list, value, label);
                object.insert("taxonomy_term_id".into(), term["id"].clone());
                object.insert("taxonomy_term".into(), term);
            }
            out.push(attribute);
        }
    }
    out
}

/// The id of a taxonomy.
pub fn taxonomy_id(list: &List) -> kernel::id::Uuid {
    stable_id(&["taxonomy", list.field])
}

/// The id of a term of a taxonomy.
pub fn term_id(list: &List, code: &str) -> kernel::id::Uuid {
    stable_id(&["term", list.field, code])
}

/// A taxonomy.
pub fn taxonomy(base: &Base, list: &List) -> Value {
    json!({
        "id": taxonomy_id(list),
        "name": list.name,
        "description": list.description,
        "uri": base.at(&format!("/dati/vocabolari#{}", list.field)),
    })
}

/// A term of a taxonomy.
pub fn term(base: &Base, list: &List, code: &str, label: &str) -> Value {
    json!({
        "id": term_id(list, code),
        "code": code,
        "name": label,
        "description": label,
        "taxonomy": list.name,
        "taxonomy_id": taxonomy_id(list),
        "language": "it",
        "term_uri": list.uri(base, code),
    })
}

/// Every taxonomy.
pub fn taxonomies() -> &'static [List] {
    LISTS
}

/// The field and code of a term by its id.
pub fn find_term(id: kernel::id::Uuid) -> Option<(&'static List, &'static str, &'static str)> {
    LISTS.iter().find_map(|list| {
        let (code, label) = list.terms().find(|(code, _)| term_id(list, code) == id)?;
        Some((list, code, label))
    })
}
