//! HSDS 3.0 in: one service, a list, a page of an API, or a folder of any of these.

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::{ForeignService, MOST_SERVICES, ReadError, plain, shallow, text};
use crate::{
    hsds::{BELOW, OURS, WORDS},
    vocab::LISTS,
};

/// The services of one file or of one answer of an API.
pub fn read(bytes: &[u8]) -> Result<Vec<ForeignService>, ReadError> {
    read_all([bytes])
}

/// The services of many files. A list may name a service in short and another file tell it whole:
/// the one with more values stays.
pub fn read_all<'a>(
    files: impl IntoIterator<Item = &'a [u8]>,
) -> Result<Vec<ForeignService>, ReadError> {
    let mut found: Vec<ForeignService> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for bytes in files {
        let text = text(bytes)?;
        shallow(text)?;
        let json: Value =
            serde_json::from_str(text).map_err(|error| ReadError::Syntax(error.to_string()))?;
        for object in services_of(&json) {
            let Some(service) = service(object) else { continue };
            // Without an id only its name tells it from the others.
            let key = if service.id.is_empty() { service.text("name") } else { &service.id };
            match places.get(key) {
                Some(at) => {
                    if let Some(known) = found.get_mut(*at)
                        && known.fields.len() < service.fields.len()
                    {
                        *known = service;
                    }
                }
                None if found.len() >= MOST_SERVICES => {
                    return Err(ReadError::TooMany(MOST_SERVICES));
                }
                None => {
                    places.insert(key.to_owned(), found.len());
                    found.push(service);
                }
            }
        }
    }
    if found.is_empty() { Err(ReadError::NoService) } else { Ok(found) }
}

/// The service objects of a document, whatever its shape.
fn services_of(json: &Value) -> Vec<&Map<String, Value>> {
    match json {
        Value::Array(list) => list.iter().flat_map(services_of).collect(),
        Value::Object(object) => {
            for word in ["contents", "services", "service", "items"] {
                if let Some(Value::Array(list)) = object.get(word) {
                    return list.iter().flat_map(services_of).collect();
                }
            }
            // A service at a location carries the service itself.
            if let Some(Value::Object(inner)) = object.get("service") {
                return vec![inner];
            }
            // An organization or a location has no state.
            if object.contains_key("name") && object.contains_key("status") {
                vec![object]
            } else {
                Vec::new()
            }
        }
        _ => Vec::new(),
    }
}

fn word<'a>(object: &'a Map<String, Value>, name: &str) -> &'a str {
    object.get(name).and_then(Value::as_str).map_or("", str::trim)
}

fn objects<'a>(
    object: &'a Map<String, Value>,
    name: &str,
) -> impl Iterator<Item = &'a Map<String, Value>> + use<'a> {
    object.get(name).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_object)
}

fn joined<'a>(parts: impl Iterator<Item = &'a str>, between: &str) -> String {
    let mut out: Vec<&str> = Vec::new();
    for part in parts.filter(|part| !part.is_empty()) {
        if !out.contains(&part) {
            out.push(part);
        }
    }
    out.join(between)
}

fn service(object: &Map<String, Value>) -> Option<ForeignService> {
    let id = word(object, "id");
    let mut out = ForeignService { id: id.to_owned(), ..ForeignService::default() };
    if word(object, "name").is_empty() {
        return None;
    }
    // Our own attributes first: they say exactly what the field held.
    for attribute in objects(object, "attributes") {
        let value = attribute.get("value").and_then(Value::as_str).unwrap_or_default();
        if let Some(field) = word(attribute, "link_type").strip_prefix(OURS) {
            // A field that is told by a word of HSDS is read from that word alone.
            let known = field.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
                && field.len() <= 40
                && !BELOW.contains(&field);
            if known && crate::vocab::List::of(field).is_some() {
                out.add(field, &plain(value));
            } else if known {
                out.put(field, &plain(value));
            }
        } else if let Some(Value::Object(term)) = attribute.get("taxonomy_term") {
            foreign_term(&mut out, term);
        }
    }
    for (field, name) in WORDS {
        out.put(field, &plain(word(object, name)));
    }
    if !out.fields.contains_key("status") && !out.fields.contains_key("code") {
        let status = match word(object, "status") {
            "active" => "active",
            "temporarily closed" => "suspended",
            "inactive" => "planned",
            "defunct" => "ended",
            _ => "",
        };
        // "inactive" says that it does not run, not why.
        out.put("status", if status == "planned" { "suspended" } else { status });
    }
    if !out.fields.contains_key("code") {
        if let Some(Value::Object(organisation)) = object.get("organization") {
            out.put("owner", &plain(word(organisation, "name")));
        }
        out.put("age_from", &age(object, "minimum_age"));
        out.put("age_to", &age(object, "maximum_age"));
        out.put("email", &plain(word(object, "email")));
        let phones = objects(object, "phones").map(|phone| word(phone, "number"));
        out.put("phone", &plain(&joined(phones, "; ")));
    }
    below(&mut out, object);
    if !out.fields.contains_key("code") {
        out.put("code", &super::code_of(id));
    }
    Some(out)
}

/// A term of a taxonomy we know by its address.
fn foreign_term(out: &mut ForeignService, term: &Map<String, Value>) {
    let uri = word(term, "term_uri");
    for list in LISTS {
        if let Some(code) = list.code_of(uri) {
            if list.field == "current_level" {
                out.put(list.field, code);
            } else {
                out.add(list.field, code);
            }
        }
    }
}

/// An age in whole years; empty where it says nothing.
fn age(object: &Map<String, Value>, name: &str) -> String {
    let years = object.get(name).and_then(Value::as_f64).filter(|n| (1.0..=130.0).contains(n));
    years.map(|n| format!("{n:.0}")).unwrap_or_default()
}

/// What is told by contacts, schedules, places, areas and costs.
fn below(out: &mut ForeignService, object: &Map<String, Value>) {
    let office = objects(object, "contacts").map(|contact| {
        joined(["department", "name", "title"].into_iter().map(|name| word(contact, name)), ", ")
    });
    let parts: Vec<String> = office.collect();
    out.put("contact_office", &plain(&joined(parts.iter().map(String::as_str), "; ")));

    let at: Vec<&Map<String, Value>> = objects(object, "service_at_locations").collect();
    let schedules = objects(object, "schedules")
        .chain(at.iter().copied().flat_map(|at| objects(at, "schedules")));
    let hours: Vec<String> = schedules.map(schedule).collect();
    out.put("opening_hours", &plain(&joined(hours.iter().map(String::as_str), "\n")));

    let places: Vec<String> = at
        .iter()
        .filter_map(|at| at.get("location").and_then(Value::as_object))
        .map(|location| {
            let addresses = objects(location, "addresses").map(|address| {
                joined(
                    ["address_1", "postal_code", "city"]
                        .into_iter()
                        .map(|name| word(address, name)),
                    ", ",
                )
            });
            let addresses: Vec<String> = addresses.collect();
            let name = std::iter::once(word(location, "name"));
            joined(name.chain(addresses.iter().map(String::as_str)), ", ")
        })
        .collect();
    out.put("place", &plain(&joined(places.iter().map(String::as_str), "; ")));

    for area in objects(object, "service_areas") {
        let (code, name) = (word(area, "extent"), word(area, "name"));
        let list = kernel::vocabulary::municipalities();
        let term = list.get(code).or_else(|| {
            // A name of another kind of area ("Europe") is no municipality.
            (!name.is_empty()).then(|| list.recognise(name)).flatten()
        });
        if let Some(term) = term {
            out.add("municipalities", &term.code);
        }
    }
    let cost = objects(object, "cost_options").find_map(|cost| {
        let euro = matches!(word(cost, "currency").to_ascii_uppercase().as_str(), "EUR" | "€");
        cost.get("amount").and_then(Value::as_f64).filter(|n| euro && (0.0..1e9).contains(n))
    });
    if let Some(amount) = cost {
        out.put("user_cost", &format!("{amount:.2}"));
    }
}

/// A schedule in words: its description, or its days and hours.
fn schedule(schedule: &Map<String, Value>) -> String {
    let said = word(schedule, "description");
    if !said.is_empty() {
        return said.to_owned();
    }
    let (opens, closes) = (word(schedule, "opens_at"), word(schedule, "closes_at"));
    let days = word(schedule, "byday").split(',').map(|day| match day.trim() {
        "MO" => "lunedì",
        "TU" => "martedì",
        "WE" => "mercoledì",
        "TH" => "giovedì",
        "FR" => "venerdì",
        "SA" => "sabato",
        "SU" => "domenica",
        other => other,
    });
    let days = joined(days, ", ");
    let clock = |text: &str| text.chars().take(5).collect::<String>();
    let hours = if opens.is_empty() || closes.is_empty() {
        String::new()
    } else {
        format!("{}-{}", clock(opens), clock(closes))
    };
    joined([days.as_str(), hours.as_str()].into_iter(), " ")
}
