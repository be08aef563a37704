//! The editor of the Agenda: what it says, what it misses, what to do next.

use askama::Template;
use axum::response::{IntoResponse, Response};
use kernel::Role;
use texts::key;
use web::{Page, Pairs, Visit, WebError, see_other};

use super::view::{self, GapView};
use crate::{
    Action, AgendaError, VersionState, origins,
    query::{self},
    rules::{Gap, belongs, checklist, term},
    service,
    version::Version,
};

/// The one thing to do now.
struct Next {
    href: String,
    label: String,
    title: String,
    text: String,
}

/// A published working day on the editor.
struct DayView {
    slug: String,
    title: String,
    href: String,
    waiting: Vec<(String, String)>,
}

/// What one action misses.
struct Missing {
    title: String,
    href: String,
    gaps: Vec<GapView>,
}

/// An action in the editor's list.
struct Row {
    href: String,
    code: String,
    title: String,
    term: String,
    due: String,
    state: (String, &'static str),
    blocking: i64,
}

#[derive(Template)]
#[template(path = "agenda_desk.html")]
struct Desk {
    page: Page,
    root: String,
    public: String,
    may_write: bool,
    line: String,
    reason: String,
    next: Option<Next>,
    days: Vec<DayView>,
    missing: Vec<Missing>,
    blocking: i64,
    warnings: i64,
    actions: Vec<Row>,
    differences: i64,
    has_draft: bool,
}

/// `/{body}/scrivania/agenda`
pub async fn page(visit: Visit) -> Result<Response, WebError> {
    let page = Page::new(&visit, visit.t(key!("agenda-desk-name")));
    show(&visit, page).await
}

async fn show(visit: &Visit, page: Page) -> Result<Response, WebError> {
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let root = view::desk_href(visit)?;
    let today = view::today(visit);
    let versions = query::versions(store, body).await.map_err(view::failure)?;
    let actions = query::actions(store, body).await.map_err(view::failure)?;
    let draft = versions.iter().find(|v| v.state == VersionState::Draft);
    let published = versions.iter().find(|v| v.state == VersionState::Published);
    let said = draft.or(published);
    let (title, promise) = said.map_or(("", ""), |v| (v.title.as_str(), v.promise.as_str()));
    let gaps = checklist(title, promise, &actions, today);
    let differences = match published {
        Some(_) => query::difference(store, body, None).await.map_err(view::failure)?.len(),
        None => 0,
    };
    let since = published.and_then(|v| v.approved).unwrap_or(today);
    let rows =
        actions.iter().map(|action| row(visit, &page, &root, action, &gaps, since)).collect();
    let days = origins::day_outcomes(store, body).await.map_err(view::failure)?;
    let desk = Desk {
        may_write: visit.principal.holds(body, None, &[Role::Lead]),
        public: format!("/{}/agenda", visit.body()?.slug),
        line: line(&page, &versions),
        reason: draft.map(|v| v.reason.clone()).unwrap_or_default(),
        next: next(&page, &root, &versions, &gaps, &actions, differences),
        days: days.into_iter().map(|day| day_view(&page, day)).collect(),
        missing: missing(visit, &root, &actions, &gaps),
        blocking: gaps.iter().filter(|gap| gap.blocks()).count() as i64,
        warnings: gaps.iter().filter(|gap| !gap.blocks()).count() as i64,
        actions: rows,
        differences: differences as i64,
        has_draft: draft.is_some(),
        root,
        page,
    };
    web::html(&desk)
}

fn day_view(page: &Page, day: origins::DayOutcome) -> DayView {
    let waiting = day
        .waiting
        .into_iter()
        .map(|project| {
            let cost = project.cost.map(|cost| page.money(cost.0)).unwrap_or_default();
            (project.project.title, cost)
        })
        .collect();
    DayView { slug: day.slug, title: day.title, href: day.href, waiting }
}

fn row(
    visit: &Visit,
    page: &Page,
    root: &str,
    action: &Action,
    gaps: &[Gap],
    since: jiff::civil::Date,
) -> Row {
    let of_it = |gap: &&Gap| gap.action == action.code && gap.blocks();
    Row {
        href: format!("{root}/azioni/{}", action.code),
        code: action.code.clone(),
        title: action.content.title.clone(),
        term: action
            .content
            .end
            .map(|end| view::term_title(page, term(end, since)))
            .unwrap_or_default(),
        due: view::due(visit, page, action.content.end),
        state: (page.t(action.state.key()), view::action_kind(action.state)),
        blocking: gaps.iter().filter(of_it).count() as i64,
    }
}

/// What the Agenda and each action miss, the Agenda itself first.
fn missing(visit: &Visit, root: &str, actions: &[Action], gaps: &[Gap]) -> Vec<Missing> {
    let of = |code: &str| -> Vec<GapView> {
        gaps.iter()
            .filter(|gap| gap.action == code)
            .map(|gap| view::gap(visit, root, gap))
            .collect()
    };
    let mut list =
        vec![Missing { title: visit.t(key!("agenda-itself")), href: String::new(), gaps: of("") }];
    list.extend(actions.iter().filter(|action| belongs(action)).map(|action| Missing {
        title: format!("{} {}", action.code, action.content.title),
        href: format!("{root}/azioni/{}", action.code),
        gaps: of(&action.code),
    }));
    list.retain(|one| !one.gaps.is_empty());
    list
}

/// Where the versions stand, as one line.
fn line(page: &Page, versions: &[Version]) -> String {
    let of = |state| versions.iter().find(|v| v.state == state);
    let mut parts = Vec::new();
    if let Some(version) = of(VersionState::Published) {
        parts.push(page.tn(key!("agenda-line-published"), version.number));
    }
    if let Some(version) = of(VersionState::Approved) {
        parts.push(page.tn(key!("agenda-line-approved"), version.number));
    }
    if let Some(version) = of(VersionState::Draft) {
        parts.push(page.tn(key!("agenda-line-draft"), version.number));
    }
    if parts.is_empty() {
        parts.push(page.t(key!("agenda-line-none")));
    }
    parts.join(" ")
}

fn next(
    page: &Page,
    root: &str,
    versions: &[Version],
    gaps: &[Gap],
    actions: &[Action],
    differences: usize,
) -> Option<Next> {
    let act = |path: &str, label, title: String, text: String| {
        Some(Next { href: format!("{root}{path}"), label: page.t(label), title, text })
    };
    let blocking = gaps.iter().filter(|gap| gap.blocks()).count() as i64;
    match versions.first().map(|version| (version.state, version.number)) {
        None => act(
            "/bozza",
            key!("agenda-next-begin"),
            page.t(key!("agenda-next-begin-title")),
            page.t(key!("agenda-next-begin-text")),
        ),
        Some((VersionState::Draft, _)) if actions.is_empty() => None,
        Some((VersionState::Draft, _)) if blocking > 0 => Some(Next {
            href: "#manca".into(),
            label: page.t(key!("agenda-next-complete")),
            title: page.tn(key!("agenda-next-complete-title"), blocking),
            text: page.t(key!("agenda-next-complete-text")),
        }),
        Some((VersionState::Draft, n)) => act(
            "/approva",
            key!("agenda-next-approve"),
            page.tn(key!("agenda-next-approve-title"), n),
            page.t(key!("agenda-next-approve-text")),
        ),
        Some((VersionState::Approved, n)) => act(
            "/pubblica",
            key!("agenda-next-publish"),
            page.tn(key!("agenda-next-publish-title"), n),
            page.t(key!("agenda-next-publish-text")),
        ),
        Some(_) if differences > 0 => act(
            "/bozza",
            key!("agenda-next-revise"),
            page.tn(key!("agenda-next-revise-title"), differences as i64),
            page.t(key!("agenda-next-revise-text")),
        ),
        Some(_) => None,
    }
}

/// `POST /{body}/scrivania/agenda/progetti`: turns the projects that a day chose into actions.
pub async fn bring_projects(visit: Visit, Pairs(pairs): Pairs) -> Result<Response, WebError> {
    let (store, site) = (visit.app.store(), view::site(&visit)?);
    let slug = pairs.iter().find(|(name, _)| name == "day").map_or("", |(_, v)| v.as_str());
    let days = origins::day_outcomes(store, site.body).await.map_err(view::failure)?;
    let day = days.into_iter().find(|day| day.slug == slug).ok_or(WebError::NotFound)?;
    if day.waiting.is_empty() {
        return Ok(see_other(&view::desk_href(&visit)?, key!("done-agenda-projects-known")));
    }
    match service::actions_from_projects(store, &site, &visit.principal, day.waiting).await {
        Ok(_) => Ok(see_other(&view::desk_href(&visit)?, key!("done-agenda-projects"))),
        Err(error @ (AgendaError::Store(_) | AgendaError::NotFound)) => Err(view::failure(error)),
        Err(refused) => {
            let text = view::refusal(&visit, &refused);
            let page =
                Page::new(&visit, visit.t(key!("agenda-desk-name"))).with_flash("danger", text);
            let answer = show(&visit, page).await?;
            Ok((axum::http::StatusCode::CONFLICT, answer).into_response())
        }
    }
}
