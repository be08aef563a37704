//! Who is doing what near me?

use askama::Template;
use axum::response::Response;
use identity::Identity;
use kernel::BodyId;
use texts::key;
use web::{Page, Part, Visit, WebError};

use crate::overview::{Kept, Standing, What};

/// A body that has begun.
struct Card {
    href: String,
    name: String,
    kind: String,
    phase: i64,
    text: String,
}

/// A body that has not.
struct Quiet {
    href: String,
    name: String,
}

/// A result of the network.
struct Outcome {
    href: String,
    title: String,
    text: String,
    day: String,
}

/// A number of the network.
struct Number {
    number: i64,
    label: String,
}

#[derive(Template)]
#[template(path = "network_home.html")]
struct Home {
    page: Page,
    numbers: Vec<Number>,
    cards: Vec<Card>,
    quiet: Vec<Quiet>,
    results: Vec<Outcome>,
}

/// What a body has, in one line: "37 servizi, 26 idee, 8 azioni".
fn line(visit: &Visit, one: &Standing) -> String {
    let parts = [
        (one.services, key!("network-services")),
        (one.ideas, key!("network-ideas")),
        (one.actions, key!("network-actions")),
    ];
    let said: Vec<String> =
        parts.iter().filter(|(n, _)| *n > 0).map(|(n, key)| visit.tn(key, *n)).collect();
    said.join(", ")
}

/// `/`
pub async fn page(
    visit: Visit,
    Part(identity): Part<Identity>,
    Part(kept): Part<Kept>,
) -> Result<Response, WebError> {
    let page = Page::new(&visit, visit.t(key!("network-title")));
    let overview = kept.now(visit.app.store()).await?;
    let tree = identity.bodies().tree().await?;
    let (mut cards, mut quiet) = (Vec::new(), Vec::new());
    for (_, body) in tree.walk() {
        let (href, name) = (format!("/{}/", body.fields.slug), body.fields.name.clone());
        match overview.bodies.get(&body.id).filter(|one| one.phase > 0) {
            Some(one) => cards.push(Card {
                href,
                name,
                kind: visit.t(body.fields.kind.key()),
                phase: i64::from(one.phase),
                text: line(&visit, one),
            }),
            None => quiet.push(Quiet { href, name }),
        }
    }
    // Those in the middle of their path come first, those who have finished last.
    cards.sort_by_key(|card| (card.phase == 6, std::cmp::Reverse(card.phase)));
    let slug = |id: BodyId| tree.by_id(id).map(|body| body.fields.slug.clone());
    let results = overview
        .finished
        .iter()
        .filter_map(|one| {
            let body = tree.by_id(one.body)?;
            let (key, href) = match one.what {
                What::Day => (key!("network-result-day"), format!("{}/risultati", one.href)),
                What::Agenda => {
                    (key!("network-result-agenda"), format!("/{}/agenda", slug(one.body)?))
                }
            };
            let day = kernel::Instant(one.at).day().to_string();
            let text = format!("{} · {}", visit.t(key), body.fields.name);
            Some(Outcome { href, title: one.title.clone(), text, day })
        })
        .collect();
    let sum = overview.sum();
    let numbers = [
        (i64::try_from(cards.len()).unwrap_or(0), key!("network-number-bodies")),
        (sum.services, key!("network-number-services")),
        (sum.ideas, key!("network-number-ideas")),
        (sum.ballots, key!("network-number-ballots")),
        (sum.actions, key!("network-number-actions")),
    ]
    .map(|(number, key)| Number { number, label: visit.tn(key, number) })
    .into();
    web::html(&Home { page, numbers, cards, quiet, results })
}
