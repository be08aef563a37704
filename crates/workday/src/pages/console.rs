//! The desk's days: the list, and the console from which one is run.

use askama::Template;
use axum::{extract::Path, response::Response};
use participation::{model::IdeaState, store as idea_rows};
use texts::key;
use web::{
    Page, Visit, WebError,
    page::{Fact, Step},
};

use super::{
    STAFF, any_day, desk_href, refusal,
    screen::{room_code, spoken, vote_address},
    shown::{Act, DayCard, Line, how, kind, meaning, published_order},
    words,
};
use crate::{
    model::{Day, DayState},
    qr, rules,
    service::{self, DayView},
};

#[derive(Template)]
#[template(path = "day_desk_list.html")]
struct List {
    page: Page,
    days: Vec<DayCard>,
    count: i64,
    /// Staff makes days; guarantors only check counts.
    staff: bool,
    lead: String,
    new: String,
}

/// `/{body}/scrivania/giornate`
pub async fn list(visit: Visit) -> Result<Response, WebError> {
    let body = visit.body_id()?;
    let staff = visit.principal.holds(body, None, STAFF);
    let mut days = service::days(visit.app.store(), body, None, false).await?;
    if !staff {
        days.retain(|day| counted(day.state));
    }
    let page = Page::new(&visit, visit.t(key!("desk-days")))
        .under(format!("/{}/scrivania", visit.body()?.slug), visit.t(key!("shell-desk")));
    let root = desk_href(&visit);
    let cards: Vec<DayCard> = days
        .iter()
        .map(|day| {
            let address = format!("{root}/{}", day.fields.slug);
            let href = if staff { address } else { format!("{address}/risultati") };
            DayCard::new(&page, day, href)
        })
        .collect();
    let count = cards.len() as i64;
    let lead = page.t(if staff { key!("day-desk-lead") } else { key!("day-desk-lead-checker") });
    web::html(&List { page, days: cards, count, staff, lead, new: format!("{root}/nuova") })
}

const fn counted(state: DayState) -> bool {
    matches!(state, DayState::Counted | DayState::Published)
}

/// A project on the console.
struct Row {
    line: Line,
    edit: String,
}

/// An idea that could become a project.
struct Idea {
    number: i64,
    title: String,
    href: String,
    state: String,
}

#[derive(Template)]
#[template(path = "day_console.html")]
struct Console {
    page: Page,
    title: String,
    href: String,
    root: String,
    state: DayState,
    state_text: String,
    kind: &'static str,
    now: String,
    live: String,
    steps: Vec<Step>,
    /// The next step, when it can be taken.
    act: Option<Act>,
    /// Why the next step cannot be taken yet; empty when it can.
    missing: String,
    facts: Vec<Fact>,
    how: Vec<String>,
    rows: Vec<Row>,
    caption: String,
    total: String,
    ideas: Vec<Idea>,
    ballots: String,
    present: String,
    qr: String,
    address: String,
    code: String,
    hash: String,
    order: String,
    reason: String,
}

/// The next step.
fn next_step(page: &Page, day: &Day, root: &str) -> Option<Act> {
    let (word, keys) = match day.state {
        DayState::Prepared => {
            ("fissa", [key!("day-freeze"), key!("day-freeze-title"), key!("day-freeze-text")])
        }
        DayState::RulesFrozen => {
            ("apri", [key!("day-open"), key!("day-open-title"), key!("day-open-text")])
        }
        DayState::Open => {
            ("chiudi", [key!("day-close"), key!("day-close-title"), key!("day-close-text")])
        }
        DayState::Closed => {
            ("conta", [key!("day-count"), key!("day-count-title"), key!("day-count-text")])
        }
        DayState::Counted => {
            ("pubblica", [key!("day-publish"), key!("day-publish-title"), key!("day-publish-text")])
        }
        DayState::Published => {
            let href = format!("{}/risultati", day.href);
            let keys =
                [key!("day-act-results"), key!("day-act-results-title"), key!("day-done-text")];
            return Some(Act::new(page, href, key!("day-done-kicker"), keys));
        }
        DayState::Annulled => return None,
    };
    Some(Act::new(page, format!("{root}/passi/{word}"), key!("day-next-step"), keys))
}

/// Where the day is on its line.
fn steps_of(page: &Page, day: &Day) -> Vec<Step> {
    let moment = |at: Option<kernel::Instant>| at.map(|at| page.instant(at.0)).unwrap_or_default();
    let line = [
        (DayState::Prepared, String::new()),
        (DayState::RulesFrozen, moment(day.frozen_at)),
        (DayState::Open, moment(day.opened_at)),
        (DayState::Closed, moment(day.closed_at)),
        (DayState::Counted, String::new()),
        (DayState::Published, moment(day.published_at)),
    ];
    let here = DayState::ALL.iter().position(|state| *state == day.state).unwrap_or(0);
    line.into_iter()
        .enumerate()
        .map(|(at, (state, text))| {
            let reached = !text.is_empty() || at < here;
            let status = match day.state {
                DayState::Annulled if reached && (at == 0 || !text.is_empty()) => "done",
                DayState::Annulled => "todo",
                _ if at < here || (at == here && state == DayState::Published) => "done",
                _ if at == here => "current",
                _ => "todo",
            };
            Step { label: page.t(state.key()), date: String::new(), text, status: status.into() }
        })
        .collect()
}

/// The ideas of the day's path that were admitted and are in no project of it yet.
async fn ideas(visit: &Visit, view: &DayView) -> Result<Vec<Idea>, WebError> {
    let body = visit.body()?;
    let used: Vec<_> =
        view.projects.iter().flat_map(|p| p.fields.origins.iter().map(|o| o.idea)).collect();
    let found = candidates(visit, &view.day.fields.path).await?;
    Ok(found
        .into_iter()
        .filter(|idea| !used.contains(&idea.id.0))
        .map(|idea| Idea {
            number: idea.number,
            href: format!("/{}/percorsi/{}/idee/{}", body.slug, idea.path_slug, idea.number),
            state: visit.t(idea.state.label()),
            title: idea.title,
        })
        .collect())
}

/// The ideas of a path that may be voted.
pub(super) async fn candidates(
    visit: &Visit,
    path: &str,
) -> Result<Vec<idea_rows::Idea>, WebError> {
    // On the ballot already: of an earlier day; freezing refuses those still being voted.
    const MAY: &[IdeaState] = &[IdeaState::Admitted, IdeaState::Grouped, IdeaState::OnBallot];
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let (conn, engine) = (store.read(), store.engine());
    let Some(path) = idea_rows::path(conn, engine, body, path).await? else {
        return Ok(Vec::new());
    };
    Ok(idea_rows::in_states(conn, engine, body, path.id, MAY).await?)
}

/// `/{body}/scrivania/giornate/{day}`: all that the facilitator needs while the day goes on.
pub async fn page(
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let view = any_day(&visit, &slug).await?;
    let day = &view.day;
    let live = if day.is_public() { super::vote::live(&visit, day).await? } else { String::new() };
    let page = Page::new(&visit, day.fields.title.clone())
        .under(desk_href(&visit), visit.t(key!("desk-days")));
    let root = format!("{}/{}", desk_href(&visit), day.fields.slug);
    let prepared = day.state == DayState::Prepared;
    let missing = match rules::check_freezable(&day.fields, &view.projects) {
        Err(error) if prepared => words(&visit, &refusal(error)?),
        _ => String::new(),
    };
    let rows: Vec<Row> = view
        .projects
        .iter()
        .map(|project| Row {
            line: Line::new(&page, project),
            edit: format!("{root}/progetti/{}", project.id),
        })
        .collect();
    let ideas = if prepared { ideas(&visit, &view).await? } else { Vec::new() };
    let fact = |key, text| Fact { label: page.t(key), text };
    let facts = vec![
        fact(key!("day-when"), page.date(&day.fields.day.to_string())),
        fact(key!("day-where"), day.fields.place.clone()),
        fact(key!("day-path"), day.fields.path.clone()),
        fact(
            key!("day-budget"),
            match day.fields.budget {
                Some(budget) => page.money(budget.0),
                None => page.t(key!("day-budget-none")),
            },
        ),
    ];
    let total: i64 = view.projects.iter().map(|p| p.fields.cost.0).sum();
    let template = Console {
        title: day.fields.title.clone(),
        href: day.href.clone(),
        state: day.state,
        state_text: page.t(day.state.key()),
        kind: kind(day.state),
        now: page.t(meaning(day.state)),
        live,
        steps: steps_of(&page, day),
        act: next_step(&page, day, &root).filter(|_| missing.is_empty()),
        missing,
        facts,
        how: how(&page, &day.fields),
        caption: page.tn(key!("day-projects-count"), rows.len() as i64),
        rows,
        total: page.money(total),
        ideas,
        ballots: page.number(day.ballots),
        present: page.number(day.present),
        qr: if day.state.take_voter().is_ok() {
            qr::svg(&vote_address(&visit, day))
        } else {
            String::new()
        },
        address: spoken(&visit),
        code: room_code(day).unwrap_or_default().to_owned(),
        hash: day.rules_hash.clone().unwrap_or_default(),
        order: published_order(&view.projects),
        reason: day.annul_reason.clone(),
        root,
        page,
    };
    web::html(&template)
}
