//! Snapshots of the profile: taken on the desk, read and compared by everybody.

use askama::Template;
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use kernel::form::Draft;
use texts::key;
use web::{Asked, Form, Page, Pairs, Visit, WebError, page::Choice};

use super::{Root, below, place, unexpected, words};
use crate::snapshot::{self, Snapshot};

/// A snapshot of a list.
struct Line {
    href: String,
    publish: String,
    number: i64,
    title: String,
    day: String,
    published: bool,
}

fn line(page: &Page, root: &str, desk: &str, one: &Snapshot) -> Line {
    Line {
        href: format!("{root}/{}", one.number),
        publish: format!("{desk}/{}/pubblica", one.number),
        number: one.number,
        title: one.title.clone(),
        day: page.date(&kernel::Instant(one.taken_at).day().to_string()),
        published: one.published_at.is_some(),
    }
}

#[derive(Template)]
#[template(path = "profile_snapshots.html")]
struct List {
    page: Page,
    here: String,
    desk: bool,
    shown: Vec<Line>,
    form: Form,
}

async fn listed(visit: &Visit, desk: bool, form: Form) -> Result<List, WebError> {
    let all = snapshot::list(visit.app.store(), visit.body_id()?).await.map_err(unexpected)?;
    let (root, staff) = (Root::of(visit)?.at("/fotografie"), below(visit, "scrivania/fotografie")?);
    let page = Page::new(visit, visit.t(key!("snapshots-title")));
    let page = if desk {
        page.under(below(visit, "scrivania")?, visit.t(key!("shell-desk")))
    } else {
        page.under(below(visit, "profilo")?, visit.t(key!("profile-title")))
    };
    let shown = all.iter().filter(|one| desk || one.published_at.is_some());
    Ok(List {
        shown: shown.map(|one| line(&page, &root, &staff, one)).collect(),
        here: staff,
        desk,
        form,
        page,
    })
}

/// `/{body}/profilo/fotografie`
pub async fn public(visit: Visit) -> Result<Response, WebError> {
    web::html(&listed(&visit, false, Form::default()).await?)
}

/// `/{body}/scrivania/fotografie`
pub async fn desk(visit: Visit) -> Result<Response, WebError> {
    web::html(&listed(&visit, true, Form::default()).await?)
}

/// `POST /{body}/scrivania/fotografie`
pub async fn take(visit: Visit, Pairs(pairs): Pairs) -> Result<Response, WebError> {
    let mut draft = Draft::new(pairs.clone());
    let title = draft.text("title", true, 3, 120);
    if let Err(errors) = draft.finish() {
        let form = Form::refused(&visit, pairs, &errors);
        let page = web::html(&listed(&visit, true, form).await?)?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let (store, place) = (visit.app.store(), place(&visit)?);
    snapshot::take(store, &place, &visit.principal, &title).await.map_err(unexpected)?;
    Ok(web::see_other(&below(&visit, "scrivania/fotografie")?, key!("done-snapshot-taken")))
}

/// `POST /{body}/scrivania/fotografie/{n}/pubblica`
pub async fn publish(
    visit: Visit,
    Path((_, number)): Path<(String, i64)>,
) -> Result<Response, WebError> {
    let (store, place) = (visit.app.store(), place(&visit)?);
    snapshot::publish(store, &place, &visit.principal, number).await.map_err(unexpected)?;
    Ok(web::see_other(&below(&visit, "scrivania/fotografie")?, key!("done-snapshot-published")))
}

/// A number, and what it was in the snapshot it is compared with.
struct Number {
    label: String,
    n: i64,
    before: Option<i64>,
}

#[derive(Template)]
#[template(path = "profile_snapshot.html")]
struct One {
    page: Page,
    here: String,
    title: String,
    day: String,
    hash: String,
    numbers: Vec<Number>,
    others: Vec<Choice>,
    with: String,
    compared: bool,
    added: Vec<String>,
    removed: Vec<String>,
    changed: Vec<String>,
}

fn count_key(name: &str) -> &'static str {
    match name {
        "services" => key!("snapshots-services"),
        "databases" => key!("snapshots-databases"),
        "uses" => key!("snapshots-uses"),
        "municipalities" => key!("snapshots-municipalities"),
        "services_without_database" => key!("snapshots-alone"),
        "unused_databases" => key!("snapshots-unused"),
        "services_completeness" => key!("snapshots-services-complete"),
        _ => key!("snapshots-databases-complete"),
    }
}

/// `/{body}/profilo/fotografie/{n}`; `?con=1` compares with another.
pub async fn one(
    visit: Visit,
    Path((_, number)): Path<(String, i64)>,
    asked: Asked,
) -> Result<Response, WebError> {
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let all = snapshot::list(store, body).await.map_err(unexpected)?;
    // What is not published is the office's alone.
    let staff = super::CENSUS.allows(&visit.principal, Some(body), None);
    let seen =
        |n: i64| all.iter().any(|one| one.number == n && (staff || one.published_at.is_some()));
    if !seen(number) {
        return Err(WebError::NotFound);
    }
    let (one, content) = snapshot::read(store, body, number).await.map_err(unexpected)?;
    let with = asked.value("con").parse().ok().filter(|n| *n != number && seen(*n));
    let other = match with {
        Some(n) => Some(snapshot::read(store, body, n).await.map_err(unexpected)?.1),
        None => None,
    };
    let root = Root::of(&visit)?;
    let page = Page::new(&visit, one.title.clone())
        .under(root.at(""), visit.t(key!("profile-title")))
        .under(root.at("/fotografie"), visit.t(key!("snapshots-title")));
    let difference =
        other.as_ref().map(|other| snapshot::compare(other, &content)).unwrap_or_default();
    let names = |list: Vec<(crate::Register, String, String)>| {
        list.into_iter().map(|(_, code, name)| format!("{name} ({code})")).collect::<Vec<_>>()
    };
    web::html(&One {
        here: root.at(&format!("/fotografie/{number}")),
        day: page.date(&kernel::Instant(one.taken_at).day().to_string()),
        numbers: content
            .counts
            .iter()
            .map(|(name, n)| Number {
                label: page.t(count_key(name)),
                n: *n,
                before: other.as_ref().and_then(|other| other.counts.get(name).copied()),
            })
            .collect(),
        others: all
            .iter()
            .filter(|one| one.number != number && seen(one.number))
            .map(|one| words::choice(one.number.to_string(), &one.title))
            .collect(),
        with: with.map(|n: i64| n.to_string()).unwrap_or_default(),
        compared: other.is_some(),
        added: names(difference.added),
        removed: names(difference.removed),
        changed: names(difference.changed),
        title: one.title,
        hash: one.hash,
        page,
    })
}
