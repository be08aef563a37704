//! What was imported: the list, one import with what it did, and taking it back.

use askama::Template;
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use kernel::id::Uuid;
use texts::key;
use web::{Asked, Form, Page, Pairs, Visit, WebError, page::Fact};

use super::{below, import::sheet_key, place, unexpected, words};
use crate::{
    ProfileError,
    import::Sheet,
    log::{self, Done, Entry, Why},
};

/// Imports on one page, and changes of one import.
const ON_A_PAGE: i64 = 50;
const CHANGES: i64 = 200;

/// An import in the list.
struct Row {
    href: String,
    name: String,
    what: String,
    when: String,
    who: String,
    created: i64,
    changed: i64,
    undone: bool,
}

#[derive(Template)]
#[template(path = "profile_log.html")]
struct List {
    page: Page,
    rows: Vec<Row>,
    next: String,
    import: String,
}

fn frame(visit: &Visit, title: String) -> Result<Page, WebError> {
    let page = Page::new(visit, title)
        .under(below(visit, "scrivania")?, visit.t(key!("shell-desk")))
        .under(below(visit, "scrivania/importa")?, visit.t(key!("profile-import-title")));
    Ok(page)
}

fn what(page: &Page, entry: &Entry) -> String {
    Sheet::parse(&entry.register).map(|sheet| page.t(sheet_key(sheet))).unwrap_or_default()
}

fn who(page: &Page, name: &str) -> String {
    if name.is_empty() { page.t(key!("profile-log-program")) } else { name.to_owned() }
}

/// `/{body}/scrivania/importa/registro`
pub async fn list(visit: Visit, asked: Asked) -> Result<Response, WebError> {
    let page = frame(&visit, visit.t(key!("profile-log-title")))?;
    let root = below(&visit, "scrivania/importa/registro")?;
    let before = asked.value("prima").parse().ok();
    let found = log::entries(visit.app.store(), visit.body_id()?, before, ON_A_PAGE + 1).await;
    let mut found = found.map_err(unexpected)?;
    let more = found.len() as i64 > ON_A_PAGE;
    found.truncate(ON_A_PAGE as usize);
    let next = found.last().filter(|_| more).map(|entry| format!("{root}?prima={}", entry.at));
    let rows = found.iter().map(|entry| Row {
        href: format!("{root}/{}", entry.id),
        name: named(&page, entry),
        what: what(&page, entry),
        when: page.instant(entry.at),
        who: who(&page, &entry.by_name),
        created: entry.created,
        changed: entry.changed,
        undone: entry.undone_at.is_some(),
    });
    let rows = rows.collect();
    let import = below(&visit, "scrivania/importa")?;
    web::html(&List { page, rows, next: next.unwrap_or_default(), import })
}

fn named(page: &Page, entry: &Entry) -> String {
    if entry.file_name.is_empty() {
        page.t(key!("profile-log-no-name"))
    } else {
        entry.file_name.clone()
    }
}

/// One thing an import did, in words.
struct Told {
    code: String,
    field: String,
    before: String,
    after: String,
    why: String,
}

fn told(page: &Page, sheet: Sheet, done: &Done, why: Option<Why>) -> Told {
    let field = sheet.field(&done.field);
    let shown = |value: &str| {
        let text = field.map(|field| words::shown(page, field, value));
        text.filter(|text| !text.is_empty()).unwrap_or_else(|| page.t(key!("profile-blank")))
    };
    let made = done.field.is_empty();
    Told {
        code: done.code.clone(),
        field: if made {
            page.t(key!("profile-log-made"))
        } else {
            field.map(|field| page.t(&field.label_key())).unwrap_or_default()
        },
        before: if made { String::new() } else { shown(&done.value_before) },
        after: if made { done.value_after.clone() } else { shown(&done.value_after) },
        why: why.map_or_else(String::new, |why| {
            page.t(match why {
                Why::Changed => key!("profile-undo-changed"),
                Why::Referred => key!("profile-undo-referred"),
                Why::Gone => key!("profile-undo-gone"),
            })
        }),
    }
}

#[derive(Template)]
#[template(path = "profile_log_entry.html")]
struct One {
    page: Page,
    root: String,
    facts: Vec<Fact>,
    changes: Vec<Told>,
    next: String,
    undone: bool,
}

/// `/{body}/scrivania/importa/registro/{id}`
pub async fn entry(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
    asked: Asked,
) -> Result<Response, WebError> {
    let id: Uuid = id.parse().map_err(|_| WebError::NotFound)?;
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let entry = log::entry(store, body, id).await.map_err(unexpected)?;
    let sheet = Sheet::parse(&entry.register).ok_or(WebError::NotFound)?;
    let from: i64 = asked.value("da").parse().unwrap_or(1);
    let done = log::done(store, body, id, from, CHANGES + 1).await.map_err(unexpected)?;
    let page = frame(&visit, named(&Page::new(&visit, String::new()), &entry))?
        .under(below(&visit, "scrivania/importa/registro")?, visit.t(key!("profile-log-title")));
    let root = below(&visit, &format!("scrivania/importa/registro/{id}"))?;
    let next = done.get(CHANGES as usize).map(|one| format!("{root}?da={}", one.n));
    let fact = |key: &str, text: String| Fact { label: page.t(key), text };
    let mut facts = vec![
        fact(key!("profile-import-what"), what(&page, &entry)),
        fact(key!("profile-log-when"), page.instant(entry.at)),
        fact(key!("profile-log-who"), who(&page, &entry.by_name)),
        fact(key!("profile-rows-new"), page.number(entry.created)),
        fact(key!("profile-rows-changed"), page.number(entry.changed)),
        fact(key!("profile-rows-unchanged"), page.number(entry.unchanged)),
        fact(key!("profile-rows-left-out"), page.number(entry.left_out)),
    ];
    if !entry.file_hash.is_empty() {
        facts.push(fact(key!("profile-log-hash"), entry.file_hash.clone()));
    }
    if let Some(at) = entry.undone_at {
        let by = who(&page, &entry.undone_by);
        facts.push(fact(key!("profile-log-undone"), format!("{}, {by}", page.instant(at))));
        facts.push(fact(key!("profile-undo-left"), page.number(entry.undo_left)));
    }
    let changes =
        done.iter().take(CHANGES as usize).map(|one| told(&page, sheet, one, None)).collect();
    let undone = entry.undone_at.is_some();
    web::html(&One { root, facts, changes, next: next.unwrap_or_default(), undone, page })
}

#[derive(Template)]
#[template(path = "profile_undo.html")]
struct Ask {
    page: Page,
    root: String,
    refused: String,
    removed: i64,
    restored: i64,
    left: Vec<Told>,
    left_n: i64,
    fingerprint: String,
}

/// `/{body}/scrivania/importa/registro/{id}/annulla`
pub async fn undo_page(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let id: Uuid = id.parse().map_err(|_| WebError::NotFound)?;
    ask(&visit, id, String::new()).await
}

async fn ask(visit: &Visit, id: Uuid, refused: String) -> Result<Response, WebError> {
    let root = below(visit, &format!("scrivania/importa/registro/{id}"))?;
    let undo = match log::undo_preview(visit.app.store(), visit.body_id()?, id).await {
        Err(ProfileError::Stale) => return Ok(web::see_other(&root, key!("done-undone-before"))),
        other => other.map_err(unexpected)?,
    };
    let sheet = Sheet::parse(&undo.entry.register).ok_or(WebError::NotFound)?;
    let page = frame(visit, visit.t(key!("profile-undo-title")))?
        .under(&root, named(&Page::new(visit, String::new()), &undo.entry));
    let left = undo.left.iter().take(CHANGES as usize);
    let ask = Ask {
        refused,
        removed: undo.removed as i64,
        restored: undo.restored as i64,
        left: left.map(|(done, why)| told(&page, sheet, done, Some(*why))).collect(),
        left_n: undo.left.len() as i64,
        fingerprint: undo.fingerprint,
        root,
        page,
    };
    web::html(&ask)
}

/// `POST /{body}/scrivania/importa/registro/{id}/annulla`
pub async fn undo(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let id: Uuid = id.parse().map_err(|_| WebError::NotFound)?;
    let seen = Form::filled(pairs).value("impronta");
    let (store, place) = (visit.app.store(), place(&visit)?);
    match log::undo(store, &place, &visit.principal, id, Some(&seen)).await {
        Ok(_) => {
            let to = below(&visit, &format!("scrivania/importa/registro/{id}"))?;
            Ok(web::see_other(&to, key!("done-undone")))
        }
        Err(ProfileError::Moved) => {
            let page = ask(&visit, id, visit.t(key!("profile-import-moved"))).await?;
            Ok((StatusCode::CONFLICT, page).into_response())
        }
        Err(ProfileError::Stale) => {
            let to = below(&visit, &format!("scrivania/importa/registro/{id}"))?;
            Ok(web::see_other(&to, key!("done-undone-before")))
        }
        Err(error) => Err(unexpected(error)),
    }
}
