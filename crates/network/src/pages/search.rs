//! Searching everywhere.

use askama::Template;
use axum::response::Response;
use identity::Identity;
use store::search;
use texts::key;
use web::{Asked, Page, Part, Visit, WebError};

use crate::overview::Kept;

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
    also: String,
    exact: String,
    /// Where a person can say it in plain words: address and body.
    needs: Vec<(String, String)>,
}

fn kind(visit: &Visit, kind: &str) -> String {
    match kind {
        "path" => visit.t(key!("search-kind-path")),
        "working_day" => visit.t(key!("search-kind-day")),
        other => web::thread::kind(visit, other),
    }
}

/// More bodies than these are not offered when nothing was found.
const MOST_BODIES: usize = 12;

/// `/cerca?q=…`: public things of all bodies, and bodies by name.
pub async fn page(
    visit: Visit,
    Part(identity): Part<Identity>,
    Part(kept): Part<Kept>,
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
    let store = visit.app.store();
    let mut hits = search::find(store, None, None, &q, MOST).await?;
    let mut also = Vec::new();
    if hits.is_empty() && found.is_empty() && asked.value("esatto").is_empty() {
        let wider = search::widen(store, None, None, &q).await?.unwrap_or_default();
        hits = search::find_wider(store, None, None, &wider, MOST).await?;
        also = wider.phrases;
    }
    for hit in hits {
        let body =
            tree.by_id(hit.body_id.into()).map(|b| b.fields.name.clone()).unwrap_or_default();
        let kind = kind(&visit, &hit.kind);
        found.push(Found { href: hit.href, kind, title: hit.title, summary: hit.summary, body });
    }
    let count = i64::try_from(found.len()).unwrap_or(0);
    let needs = if found.is_empty() && !q.is_empty() {
        let overview = kept.now(store).await?;
        let serves = |id| overview.bodies.get(&id).is_some_and(|one| one.services > 0);
        let bodies = tree.walk().into_iter().filter(|(_, body)| serves(body.id));
        let ask = |slug: &str| format!("/{slug}/bisogni?parole={}", web::encode(&q));
        bodies
            .map(|(_, body)| (ask(&body.fields.slug), body.fields.name.clone()))
            .take(MOST_BODIES)
            .collect()
    } else {
        Vec::new()
    };
    let page = Page::new(&visit, visit.t(key!("nav-search")));
    let also = also.iter().map(|phrase| format!("«{phrase}»")).collect::<Vec<_>>().join(", ");
    let exact = format!("/cerca{}", asked.with("esatto", "1"));
    web::html(&SearchPage { page, q, found, count, also, exact, needs })
}
