//! Searching everywhere.

use askama::Template;
use axum::response::Response;
use identity::Identity;
use store::search;
use texts::key;
use web::{Asked, Page, Part, Visit, WebError};

/// Most things shown.
const MOST: i64 = 50;

/// Something found.
struct Found {
    href: String,
    kind: String,
    title: String,
    summary: String,
    body: String,
}

#[derive(Template)]
#[template(path = "network_search.html")]
struct SearchPage {
    page: Page,
    q: String,
    found: Vec<Found>,
    count: i64,
}

fn kind(visit: &Visit, kind: &str) -> String {
    match kind {
        "path" => visit.t(key!("search-kind-path")),
        "working_day" => visit.t(key!("search-kind-day")),
        other => web::thread::kind(visit, other),
    }
}

/// `/cerca?q=…`: public things of all bodies, and bodies by name.
pub async fn page(
    visit: Visit,
    Part(identity): Part<Identity>,
    asked: Asked,
) -> Result<Response, WebError> {
    let q: String = asked.value("q").chars().take(200).collect();
    let tree = identity.bodies().tree().await?;
    let wanted = kernel::italian::stems(&q);
    let mut found: Vec<Found> = tree
        .walk()
        .into_iter()
        .filter(|(_, body)| {
            let name = kernel::italian::stems(&body.fields.name);
            !wanted.is_empty()
                && wanted.split(' ').all(|word| name.split(' ').any(|part| part.starts_with(word)))
        })
        .map(|(_, body)| Found {
            href: format!("/{}/", body.fields.slug),
            kind: visit.t(body.fields.kind.key()),
            title: body.fields.name.clone(),
            summary: String::new(),
            body: String::new(),
        })
        .collect();
    for hit in search::find(visit.app.store(), None, None, &q, MOST).await? {
        let body =
            tree.by_id(hit.body_id.into()).map(|b| b.fields.name.clone()).unwrap_or_default();
        let kind = kind(&visit, &hit.kind);
        found.push(Found { href: hit.href, kind, title: hit.title, summary: hit.summary, body });
    }
    let count = i64::try_from(found.len()).unwrap_or(0);
    let page = Page::new(&visit, visit.t(key!("nav-search")));
    web::html(&SearchPage { page, q, found, count })
}
