//! Where each value of a record comes from, and how the record changed.

use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::Role;
use texts::key;
use web::{Page, Visit, WebError};

use super::{below, desk::register_key, unexpected, words};
use crate::{model::Register, origins, service};

/// Entries of the log on the page.
const ENTRIES: i64 = 50;

/// A filled field with its origin.
struct Line {
    label: String,
    value: String,
    when: String,
    how: String,
    who: String,
}

/// A change of the record.
struct Entry {
    when: String,
    what: String,
    how: String,
    fields: Vec<(String, String, String)>,
}

#[derive(Template)]
#[template(path = "profile_origins.html")]
struct Origins {
    page: Page,
    edit: String,
    lines: Vec<Line>,
    entries: Vec<Entry>,
}

/// `/{body}/scrivania/servizi/{code}/storia`
pub async fn service(visit: Visit, at: Path<(String, String)>) -> Result<Response, WebError> {
    let Path((_, code)) = at;
    show(&visit, Register::Services, &code).await
}

/// `/{body}/scrivania/basi-dati/{code}/storia`
pub async fn database(visit: Visit, at: Path<(String, String)>) -> Result<Response, WebError> {
    let Path((_, code)) = at;
    show(&visit, Register::Databases, &code).await
}

async fn show(visit: &Visit, register: Register, code: &str) -> Result<Response, WebError> {
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let kept = service::record(store, body, register, code).await.map_err(unexpected)?;
    let list = below(visit, &format!("scrivania/{}", register.code()))?;
    let edit = format!("{list}/{}", kept.values.get(register, "code"));
    let page = Page::new(visit, visit.t(key!("profile-origins-title")))
        .under(below(visit, "scrivania")?, visit.t(key!("shell-desk")))
        .under(&list, visit.t(register_key(register)))
        .under(&edit, kept.values.get(register, "name").to_owned());
    let writes = origins::read(&kept.origins);
    let filled = register.fields().iter().zip(&kept.values.0).filter(|(_, v)| !v.is_empty());
    let lines = filled.map(|(field, value)| {
        let write = writes.iter().find(|write| write.fields.iter().any(|name| name == field.name));
        Line {
            label: page.t(&field.label_key()),
            value: words::shown(&page, field, value),
            when: write.map(|write| page.instant(write.at)).unwrap_or_default(),
            how: write.map(|write| way(&page, &write.way)).unwrap_or_default(),
            who: write.map(|write| role(&page, &write.role)).unwrap_or_default(),
        }
    });
    let log = store::audit::of_subject(store, body, register.kind(), kept.id, ENTRIES).await?;
    let entries = log.iter().map(|row| Entry {
        when: page.instant(row.at),
        what: page.t(match row.action.rsplit('.').next() {
            Some("create") => key!("profile-history-create"),
            Some("link") => key!("profile-history-link"),
            Some("unlink") => key!("profile-history-unlink"),
            _ => key!("profile-history-edit"),
        }),
        how: way(&page, &row.channel),
        fields: changes(&page, register, &row.before_json, &row.after_json),
    });
    let (lines, entries) = (lines.collect(), entries.collect());
    web::html(&Origins { page, edit, lines, entries })
}

/// The way a value came, in words.
fn way(page: &Page, code: &str) -> String {
    page.t(match code {
        "import" => key!("profile-way-import"),
        "cli" => key!("profile-way-cli"),
        "api" => key!("profile-way-api"),
        _ => key!("profile-way-web"),
    })
}

/// A role in words; empty when the program wrote.
fn role(page: &Page, code: &str) -> String {
    Role::parse(code).map_or_else(String::new, |role| page.t(&format!("role-{}", role.code())))
}

/// The fields of an entry, before and after.
fn changes(
    page: &Page,
    register: Register,
    before: &str,
    after: &str,
) -> Vec<(String, String, String)> {
    let parsed = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap_or_default();
    let (before, after) = (parsed(before), parsed(after));
    let fields = register.fields().iter().filter_map(|field| {
        let new = after.get(field.name)?.as_str()?;
        let old = before.get(field.name).and_then(|old| old.as_str()).unwrap_or_default();
        let shown = |value| words::shown(page, field, value);
        Some((page.t(&field.label_key()), shown(old), shown(new)))
    });
    fields.collect()
}
