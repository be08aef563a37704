//! The public list of a path's ideas: filters that survive sharing, paged by key.

use askama::Template;
use axum::{extract::Path, response::Response};
use identity::Identity;
use texts::key;
use web::{Asked, Page, Part, Visit, WebError, page::Choice};

use super::common::{self, Places, beginning, choices, kind, listens, who};
use crate::{
    model::IdeaState,
    service::paths,
    store::{self as rows, Cursor, Filter, Sort},
};

/// How many ideas a page shows.
const A_PAGE: usize = 20;

/// An idea in the list.
struct Card {
    href: String,
    title: String,
    text: String,
    who: String,
    place: String,
    state: String,
    kind: &'static str,
    supports: i64,
}

#[derive(Template)]
#[template(path = "idea_list.html")]
struct IdeaList {
    page: Page,
    path_name: String,
    root: String,
    ideas_href: String,
    new: String,
    asked: Asked,
    narrowed: bool,
    more: bool,
    areas: Vec<Choice>,
    places: Vec<Choice>,
    states: Vec<Choice>,
    sorts: Vec<Choice>,
    count: i64,
    cards: Vec<Card>,
    previous: String,
    next: String,
}

/// What the query asks for; what makes no sense narrows nothing.
fn filter(asked: &Asked) -> Filter {
    Filter {
        area: asked.value("per").to_owned(),
        municipality: asked.value("comune").to_owned(),
        state: IdeaState::parse(asked.value("stato")).filter(|state| state.is_public()),
        words: asked.value("q").chars().take(200).collect(),
    }
}

/// `/{body}/percorsi/{path}/idee?q=&per=&comune=&stato=&ordine=&dopo=`
pub(super) async fn list(
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
    asked: Asked,
    Part(identity): Part<Identity>,
) -> Result<Response, WebError> {
    let (store, body) = (visit.app.store(), visit.body()?);
    let paths::PathPage { path, phases } = paths::path_page(store, body.id, &slug, false).await?;
    let places = Places::of(&visit, &identity).await?;
    let filter = filter(&asked);
    let sort = if asked.value("ordine") == "sostegni" { Sort::Supported } else { Sort::Newest };
    let found = match (Cursor::parse(asked.value("prima")), Cursor::parse(asked.value("dopo"))) {
        (Some(before), _) => {
            rows::list_before(store, body.id, path.id, &filter, sort, before, A_PAGE).await?
        }
        (None, after) => rows::list(store, body.id, path.id, &filter, sort, after, A_PAGE).await?,
    };
    let whole = found.previous.is_none() && found.next.is_none();
    let count = if filter.is_empty() {
        path.public_ideas
    } else if whole {
        i64::try_from(found.cards.len()).unwrap_or(i64::MAX)
    } else {
        rows::count(store, body.id, path.id, &filter).await?
    };
    let root = format!("/{}/percorsi/{slug}", body.slug);
    let cards = found.cards.iter().map(|card| {
        let areas: Vec<&str> = card.areas().collect();
        Card {
            href: format!("{root}/idee/{}", card.number),
            title: card.title.clone(),
            text: beginning(&card.excerpt, 160),
            who: who(&visit, &card.for_whom, &areas),
            place: places.name(&card.municipality),
            state: visit.t(card.state.label()),
            kind: kind(card.state),
            supports: card.supports,
        }
    });
    // A page is shared as it is asked: without the other direction's place.
    let link = |name: &str, other: &str, cursor: Option<Cursor>| {
        let mut asked = asked.clone();
        asked.0.retain(|(key, _)| key != other && key != "esito");
        cursor
            .map(|c| format!("{root}/idee{}", asked.with(name, &c.to_string())))
            .unwrap_or_default()
    };
    let new = if listens(&path, &phases, common::today(&visit)) {
        format!("{root}/idee/nuova")
    } else {
        String::new()
    };
    let page = Page::new(&visit, visit.t(key!("idea-list-title")))
        .under(format!("/{}/percorsi", body.slug), visit.t(key!("nav-paths")))
        .under(root.clone(), path.name.clone());
    web::html(&IdeaList {
        narrowed: !filter.is_empty(),
        more: ["per", "comune", "stato", "ordine"].iter().any(|name| !asked.value(name).is_empty()),
        areas: common::areas(&visit),
        places: places.choices(),
        states: choices!(visit, IdeaState, |state| state.is_public()),
        sorts: vec![Choice {
            value: "sostegni".into(),
            label: visit.t(key!("idea-sort-supported")),
            hint: String::new(),
        }],
        cards: cards.collect(),
        previous: link("prima", "dopo", found.previous),
        next: link("dopo", "prima", found.next),
        path_name: path.name,
        ideas_href: format!("{root}/idee"),
        count,
        root,
        new,
        asked,
        page,
    })
}
