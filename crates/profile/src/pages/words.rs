//! Codes and kept values in the words of a reader.

use kernel::vocabulary::{self, Vocabulary};
use texts::key;
use web::{
    Page,
    page::{Choice, Fact},
};

use crate::{
    fields::{Field, Kind},
    model::{Register, Values},
    structured::{self, PlatformState, ServicePlatform},
};

/// A digital level in plain words; empty when nobody measured it.
pub fn level(page: &Page, code: &str) -> String {
    level_key(code).map(|key| page.t(key)).unwrap_or_default()
}

pub use crate::rules::{level_key, level_number};

/// The labels of codes joined by `;`, as a list in a sentence.
pub fn labels(page: &Page, list: &Vocabulary, codes: &str) -> String {
    let labels = codes.split(';').filter(|code| !code.is_empty());
    labels.map(|code| list.label(code, page.lang)).collect::<Vec<_>>().join(", ")
}

/// A kept value as a page shows it.
pub fn shown(page: &Page, field: &Field, kept: &str) -> String {
    if kept.is_empty() {
        return String::new();
    }
    let number = || kept.parse::<i64>().ok();
    match field.kind {
        Kind::Code | Kind::Line(_) | Kind::Text(_) | Kind::Url | Kind::Email => kept.to_owned(),
        Kind::Channels => channels(page, kept),
        Kind::Platforms => platforms(page, field, kept),
        Kind::Classes => kept.replace(';', ", "),
        Kind::Choice(_) => page.t(&field.choice_key(kept)),
        Kind::Choose(_) => kept
            .split(';')
            .map(|code| page.t(&field.choice_key(code)))
            .collect::<Vec<_>>()
            .join(", "),
        Kind::Term(_) if matches!(field.name, "current_level" | "target_level") => {
            level(page, kept)
        }
        Kind::Term(list) | Kind::Terms(list) => labels(page, list(), kept),
        Kind::Whole(..) => match (choices_of_numbers(page, field), number()) {
            (Some(choices), _) => choices
                .into_iter()
                .find(|choice| choice.value == kept)
                .map_or_else(|| kept.to_owned(), |choice| choice.label),
            // A year takes no mark of thousands.
            (None, Some(n)) if field.name != "users_year" => page.number(n),
            _ => kept.to_owned(),
        },
        Kind::Money => match number() {
            Some(0) => page.t(key!("profile-free")),
            Some(cents) => page.money(cents),
            None => kept.to_owned(),
        },
        Kind::Day => page.date(kept),
        Kind::YesNo => page.t(if kept == "yes" { key!("profile-yes") } else { key!("profile-no") }),
    }
}

/// Channels with their parts, one in a line.
fn channels(page: &Page, kept: &str) -> String {
    let lines = structured::channels(kept).into_iter().map(|channel| channel.line(page.lang));
    lines.collect::<Vec<_>>().join("\n")
}

/// Platforms with their state and day; one in use is just named.
fn platforms(page: &Page, field: &Field, kept: &str) -> String {
    let one = |used: ServicePlatform| {
        let mut said = Vec::new();
        if used.state != PlatformState::Active {
            said.push(page.t(used.state.key()));
        }
        said.extend(used.date.map(|day| page.date(&day.to_string())));
        let name = page.t(&field.choice_key(&used.platform));
        if said.is_empty() { name } else { format!("{name} ({})", said.join(", ")) }
    };
    structured::platforms(kept).into_iter().map(one).collect::<Vec<_>>().join(", ")
}

/// The facts of some fields of a record, those without a value left out.
pub fn facts(page: &Page, register: Register, values: &Values, names: &[&str]) -> Vec<Fact> {
    names
        .iter()
        .filter_map(|name| {
            let field = &register.fields()[register.position(name)?];
            let text = shown(page, field, values.get(register, name));
            let label = page.t(&field.label_key());
            (!text.is_empty()).then_some(Fact { label, text })
        })
        .collect()
}

/// The codes that stand behind a small number, where there are.
fn choices_of_numbers(page: &Page, field: &Field) -> Option<Vec<Choice>> {
    let keys: &[&'static str] = match field.name {
        "siuss_area" => {
            &[key!("profile-siuss-1"), key!("profile-siuss-2"), key!("profile-siuss-3")]
        }
        "means_test" => &[
            key!("profile-means-test-1"),
            key!("profile-means-test-2"),
            key!("profile-means-test-3"),
            key!("profile-means-test-4"),
        ],
        "content_completeness" | "reliability" => &[
            key!("profile-grade-0"),
            key!("profile-grade-1"),
            key!("profile-grade-2"),
            key!("profile-grade-3"),
        ],
        _ => return None,
    };
    let first = i64::from(matches!(field.name, "siuss_area" | "means_test"));
    Some((first..).zip(keys).map(|(n, key)| choice(n.to_string(), page.t(key))).collect())
}

/// A choice without a hint.
pub fn choice(value: impl Into<String>, label: impl Into<String>) -> Choice {
    Choice { value: value.into(), label: label.into(), hint: String::new() }
}

/// The terms of a vocabulary as choices.
pub fn terms(page: &Page, list: &Vocabulary) -> Vec<Choice> {
    list.terms().iter().map(|term| choice(&term.code, term.label(page.lang))).collect()
}

/// The digital levels as choices, with what they mean.
pub fn levels(page: &Page) -> Vec<Choice> {
    let codes = vocabulary::interactivity_levels().terms().iter().map(|term| term.code.as_str());
    codes.map(|code| choice(code, numbered_level(page, code))).collect()
}

/// `2 – Moduli da scaricare`.
pub fn numbered_level(page: &Page, code: &str) -> String {
    level_number(code).map_or_else(String::new, |n| format!("{n} – {}", level(page, code)))
}

/// What may be chosen in a field; empty for fields one writes in.
pub fn choices(page: &Page, field: &Field) -> Vec<Choice> {
    match field.kind {
        Kind::Choice(list) | Kind::Choose(list) => {
            list.iter().map(|(code, _)| choice(*code, page.t(&field.choice_key(code)))).collect()
        }
        Kind::Term(_) if matches!(field.name, "current_level" | "target_level") => levels(page),
        Kind::Term(list) | Kind::Terms(list) => terms(page, list()),
        Kind::Whole(..) => choices_of_numbers(page, field).unwrap_or_default(),
        Kind::YesNo => {
            vec![
                choice("yes", page.t(key!("profile-yes"))),
                choice("no", page.t(key!("profile-no"))),
            ]
        }
        _ => Vec::new(),
    }
}

/// Whether a record is made up for demonstration, wholly or in part.
pub fn is_demo(demo: &str) -> bool {
    matches!(demo, "yes" | "partly")
}

/// Where a fact comes from: an address to follow, or words.
pub struct Source {
    /// The address; empty when the source is no address.
    pub href: String,
    /// What is read.
    pub label: String,
}

/// The sources written in a field, separated by ` ; `.
pub fn sources(kept: &str) -> Vec<Source> {
    let parts = kept.split(" ; ").map(str::trim).filter(|part| !part.is_empty());
    parts
        .map(|part| {
            let host = part.strip_prefix("https://").or_else(|| part.strip_prefix("http://"));
            let host = host.filter(|rest| !rest.contains(char::is_whitespace));
            Source {
                href: host.map_or_else(String::new, |_| part.to_owned()),
                label: host
                    .map_or(part, |rest| rest.split('/').next().unwrap_or(rest))
                    .trim_start_matches("www.")
                    .to_owned(),
            }
        })
        .collect()
}
