//! The published Agenda: the promise, the actions with their progress, when what happens.

use agenda::{Action, pages::view as said, query::FrozenAgenda, rules::Term};
use askama::Template;
use axum::response::Response;
use kernel::vocabulary;
use texts::key;
use web::{Asked, Page, Visit, WebError, page::Choice};

use super::view;
use crate::query::{ActionFollowUp, FollowUp, follow_up};

/// An action as a card.
struct Card {
    href: String,
    title: String,
    text: String,
    who: String,
    term: String,
    due: String,
    state: (String, &'static str),
    percent: i64,
}

/// A row of the table beside the calendar.
struct Row {
    href: String,
    title: String,
    term: String,
    start: String,
    end: String,
    state: String,
}

#[derive(Template)]
#[template(path = "monitoring_agenda.html")]
struct AgendaPage {
    page: Page,
    here: String,
    areas: Vec<Choice>,
    places: Vec<Choice>,
    published: Option<Published>,
    starts: Option<said::Starts>,
}

/// What there is to read once something was published.
struct Published {
    title: String,
    promise: String,
    demonstrative: bool,
    line: String,
    hash: String,
    follow_href: String,
    progress: i64,
    progress_text: String,
    area: String,
    place: String,
    reset: String,
    count: i64,
    terms: Vec<(String, Vec<Card>)>,
    beyond: Vec<Card>,
    chart: String,
    rows: Vec<Row>,
}

/// `/{body}/agenda?per=…&dove=…`
pub async fn page(visit: Visit, asked: Asked) -> Result<Response, WebError> {
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let here = said::place(&visit)?.agenda_href();
    let page = Page::new(&visit, visit.t(key!("nav-agenda")));
    let frozen = agenda::query::published(store, body).await.map_err(said::failure)?;
    let follow = follow_up(store, body, said::today(&visit)).await.map_err(view::failure)?;
    let actions = frozen.as_ref().map_or(&[][..], |frozen| &frozen.snapshot.actions);
    let used = actions.iter().flat_map(|action| &action.content.areas);
    let areas = choices(&visit, vocabulary::areas(), used);
    let used = actions.iter().flat_map(|action| &action.content.municipalities);
    let places = choices(&visit, vocabulary::municipalities(), used);
    let from = frozen.as_ref().and_then(|frozen| frozen.snapshot.profile.as_ref());
    let starts = said::starts_from(&visit, &page, from).await?;
    let published = match (frozen, follow) {
        (Some(frozen), Some(follow)) => Some(published(&visit, &page, &asked, &frozen, &follow)),
        _ => None,
    };
    web::html(&AgendaPage { page, here, areas, places, published, starts })
}

fn published(
    visit: &Visit,
    page: &Page,
    asked: &Asked,
    frozen: &FrozenAgenda,
    follow: &FollowUp,
) -> Published {
    let (area, place) = (asked.value("per"), asked.value("dove"));
    let actions: Vec<(Term, &Action)> = Term::ALL
        .into_iter()
        .flat_map(|term| frozen.of_term(term).map(move |action| (term, action)))
        .filter(|(_, action)| action.content.is_for(area, place))
        .collect();
    let cards = |term: Term| -> Vec<Card> {
        actions
            .iter()
            .filter(|(of, _)| *of == term)
            .filter_map(|(_, action)| follow.actions.iter().find(|f| f.action.id == action.id))
            .map(|one| card(visit, page, one, term))
            .collect()
    };
    let href = said::place(visit).map(|place| place.agenda_href()).unwrap_or_default();
    Published {
        title: frozen.snapshot.title.clone(),
        promise: frozen.snapshot.promise.clone(),
        demonstrative: frozen.snapshot.actions.iter().any(|a| a.content.demonstrative),
        line: said::version_line(page, &frozen.version),
        hash: frozen.version.hash.clone(),
        follow_href: href.replacen("/agenda", "/monitoraggio", 1),
        progress: follow.progress().map_or(-1, view::percent),
        progress_text: super::follow_up::sentence(page, follow),
        reset: if area.is_empty() && place.is_empty() { String::new() } else { href.clone() },
        area: area.to_owned(),
        place: place.to_owned(),
        count: actions.len() as i64,
        terms: [Term::Short, Term::Medium]
            .into_iter()
            .map(|term| (said::term_title(page, term), cards(term)))
            .collect(),
        beyond: cards(Term::Beyond),
        chart: said::timeline(visit, page, &actions),
        rows: actions
            .iter()
            .map(|(term, action)| row(page, &href, frozen, *term, action))
            .collect(),
    }
}

/// The terms of a list that the actions name, in the list's order.
fn choices<'a>(
    visit: &Visit,
    list: &kernel::vocabulary::Vocabulary,
    used: impl Iterator<Item = &'a String>,
) -> Vec<Choice> {
    let used: std::collections::HashSet<&String> = used.collect();
    web::form::choices(visit, list)
        .into_iter()
        .filter(|choice| used.contains(&choice.value))
        .collect()
}

fn card(visit: &Visit, page: &Page, follow: &ActionFollowUp, term: Term) -> Card {
    let content = &follow.action.content;
    let title = if content.easy_title.is_empty() { &content.title } else { &content.easy_title };
    Card {
        href: said::place(visit)
            .map(|place| place.action_href(&follow.action.code))
            .unwrap_or_default(),
        title: title.clone(),
        text: content.summary.clone(),
        who: said::areas(visit, &content.areas),
        term: format!("{} · {}", follow.action.code, short_term(page, term)),
        due: said::due(visit, page, content.end),
        state: view::card_state(page, follow),
        percent: view::card_percent(follow),
    }
}

fn short_term(page: &Page, term: Term) -> String {
    page.t(match term {
        Term::Short => key!("monitoring-term-short"),
        Term::Medium => key!("monitoring-term-medium"),
        Term::Beyond => key!("monitoring-term-beyond"),
    })
}

fn row(page: &Page, href: &str, frozen: &FrozenAgenda, term: Term, action: &Action) -> Row {
    Row {
        href: format!("{href}/azioni/{}", action.code),
        title: format!("{} {}", action.code, action.content.title),
        term: short_term(page, term),
        start: said::day(page, action.content.start),
        end: said::day(page, action.content.end),
        state: page.t(frozen.state(action).key()),
    }
}
