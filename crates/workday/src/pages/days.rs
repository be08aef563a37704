//! The days as everybody sees them.

use askama::Template;
use axum::{extract::Path, response::Response};
use texts::key;
use web::{Page, Visit, WebError, page::Fact};

use super::{
    public_day,
    shown::{Act, DayCard, Line, how, kind, lines, meaning, published_order},
};
use crate::{
    counting,
    model::{Day, DayState, Project},
    service,
};

#[derive(Template)]
#[template(path = "day_list.html")]
struct List {
    page: Page,
    next: Vec<DayCard>,
    past: Vec<DayCard>,
    count: i64,
}

/// `/{body}/giornate`: the next one first, then those that were.
pub async fn list(visit: Visit) -> Result<Response, WebError> {
    let page = Page::new(&visit, visit.t(key!("day-list-title")));
    let store = visit.app.store();
    let days = service::days(store, visit.body_id()?, None, true).await?;
    let today = store.clock().now().day();
    let count = days.len() as i64;
    let is_next = |state: DayState, day| match state {
        DayState::Published | DayState::Annulled => false,
        _ => day >= today,
    };
    let (mut next, past): (Vec<_>, Vec<_>) =
        days.into_iter().partition(|day| is_next(day.state, day.fields.day));
    next.reverse();
    let cards = |days: Vec<Day>| {
        days.iter().map(|day| DayCard::new(&page, day, day.href.clone())).collect::<Vec<_>>()
    };
    let (next, past) = (cards(next), cards(past));
    web::html(&List { page, next, past, count })
}

#[derive(Template)]
#[template(path = "day_page.html")]
struct DayPage {
    page: Page,
    title: String,
    when: String,
    state: String,
    kind: &'static str,
    now: String,
    act: Option<Act>,
    annulled: String,
    facts: Vec<Fact>,
    access: Vec<String>,
    how: Vec<String>,
    order: String,
    hash: String,
    lines: Vec<Line>,
}

/// `/{body}/giornate/{day}`
pub async fn day(
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let view = public_day(&visit, &slug).await?;
    let day = &view.day;
    let page = Page::new(&visit, day.fields.title.clone())
        .under(format!("/{}/giornate", visit.body()?.slug), visit.t(key!("day-list-title")));
    let when = page.date(&day.fields.day.to_string());
    let fact = |key, text| Fact { label: page.t(key), text };
    let mut facts = vec![
        fact(key!("day-when"), when.clone()),
        fact(key!("day-where"), day.fields.place.clone()),
        fact(key!("day-budget"), page.money(day.fields.budget.map_or(0, |b| b.0))),
    ];
    if !matches!(day.state, DayState::RulesFrozen | DayState::Annulled) {
        facts.push(fact(key!("day-ballots-fact"), page.number(day.ballots)));
    }
    let lines_of = project_lines(&visit, &page, &view.projects, day.state, &slug).await?;
    let act = act(&page, day);
    let template = DayPage {
        title: day.fields.title.clone(),
        when,
        state: page.t(day.state.key()),
        kind: kind(day.state),
        now: page.t(meaning(day.state)),
        act,
        annulled: day.annul_reason.clone(),
        facts,
        access: lines(&day.fields.access_notes),
        how: how(&page, &day.fields),
        order: published_order(&view.projects),
        hash: day.rules_hash.clone().unwrap_or_default(),
        lines: lines_of,
        page,
    };
    web::html(&template)
}

/// What anybody can do now.
fn act(page: &Page, day: &Day) -> Option<Act> {
    let (to, keys) = match day.state {
        DayState::RulesFrozen => {
            ("vota", [key!("day-act-join"), key!("day-act-join-title"), key!("day-act-join-text")])
        }
        DayState::Open => {
            ("vota", [key!("day-act-vote"), key!("day-act-vote-title"), key!("day-act-vote-text")])
        }
        DayState::Published => (
            "risultati",
            [key!("day-act-results"), key!("day-act-results-title"), key!("day-act-results-text")],
        ),
        _ => return None,
    };
    Some(Act::new(page, format!("{}/{to}", day.href), key!("ui-act-now"), keys))
}

/// The projects; with what became of them once the result is public.
async fn project_lines(
    visit: &Visit,
    page: &Page,
    projects: &[Project],
    state: DayState,
    slug: &str,
) -> Result<Vec<Line>, WebError> {
    if state != DayState::Published {
        return Ok(projects.iter().map(|project| Line::new(page, project)).collect());
    }
    let results = counting::results(visit.app.store(), visit.body_id()?, slug).await?;
    let official = crate::rules::official(&results.record);
    let mut decided: Vec<Line> = results
        .projects
        .iter()
        .filter_map(|result| {
            let why = official.explanation(&result.project.fields.code)?;
            Some(Line::new(page, &result.project).decided(visit, result.chosen, why))
        })
        .collect();
    decided.sort_by_key(|line| line.chosen != Some(true));
    Ok(decided)
}
