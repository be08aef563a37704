//! Every version of the Agenda that was ever published, as it was approved.

use askama::Template;
use axum::{extract::Path, response::Response};
use texts::key;
use web::{Page, Visit, WebError, page::Fact};

use super::view;
use crate::{
    Action, VersionState,
    query::{self},
    rules::Term,
    version::Version,
};

fn is_public(version: &Version) -> bool {
    matches!(version.state, VersionState::Published | VersionState::Superseded)
}

/// A version in the list.
struct Row {
    href: String,
    title: String,
    line: String,
    reason: String,
    hash: String,
    published: String,
    state: (String, &'static str),
}

#[derive(Template)]
#[template(path = "agenda_versions.html")]
struct Versions {
    page: Page,
    agenda: String,
    rows: Vec<Row>,
}

/// `/{body}/agenda/versioni`
pub async fn list(visit: Visit) -> Result<Response, WebError> {
    let agenda = view::place(&visit)?.agenda_href();
    let versions = query::versions(visit.app.store(), visit.body_id()?).await;
    let page = Page::new(&visit, visit.t(key!("agenda-versions")))
        .under(agenda.clone(), visit.t(key!("nav-agenda")));
    let rows = versions
        .map_err(view::failure)?
        .into_iter()
        .filter(is_public)
        .map(|version| Row {
            href: format!("{agenda}/versioni/{}", version.number),
            title: page.tn(key!("agenda-version-n"), version.number),
            line: view::version_line(&page, &version),
            published: version.published_at.map(|at| page.instant(at)).unwrap_or_default(),
            state: (page.t(version.state.key()), view::version_kind(version.state)),
            reason: version.reason,
            hash: version.hash,
        })
        .collect();
    web::html(&Versions { page, agenda, rows })
}

/// A result with its indicators, as approved.
struct ResultView {
    code: String,
    text: String,
    indicators: Vec<(String, Vec<Fact>)>,
}

/// An action, as approved.
struct ActionView {
    code: String,
    title: String,
    summary: String,
    inclusion: String,
    facts: Vec<Fact>,
    origins: Vec<crate::Origin>,
    results: Vec<ResultView>,
    demonstrative: bool,
}

#[derive(Template)]
#[template(path = "agenda_version.html")]
struct VersionPage {
    page: Page,
    agenda: String,
    version: Version,
    line: String,
    is_old: bool,
    starts: Option<view::Starts>,
    terms: Vec<(String, Vec<ActionView>)>,
}

/// `/{body}/agenda/versioni/{number}`
pub async fn one(
    visit: Visit,
    Path((_, number)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let number: i64 = number.parse().map_err(|_| WebError::NotFound)?;
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let versions = query::versions(store, body).await.map_err(view::failure)?;
    let known = versions.iter().find(|version| version.number == number);
    // Before it is published, an approved version is for staff alone.
    let staff = visit.principal.is_staff_of(body);
    let may = known.is_some_and(|v| is_public(v) || (staff && v.state == VersionState::Approved));
    if !may {
        return Err(WebError::NotFound);
    }
    let frozen = query::version(store, body, number).await.map_err(view::failure)?;
    let agenda = view::place(&visit)?.agenda_href();
    let page = Page::new(&visit, visit.tn(key!("agenda-version-n"), number))
        .under(agenda.clone(), visit.t(key!("nav-agenda")))
        .under(format!("{agenda}/versioni"), visit.t(key!("agenda-versions")));
    let terms = Term::ALL
        .into_iter()
        .map(|term| {
            let actions = frozen.of_term(term).map(|a| action(&visit, &page, a)).collect();
            (view::term_title(&page, term), actions)
        })
        .filter(|(_, actions): &(String, Vec<ActionView>)| !actions.is_empty())
        .collect();
    let starts = view::starts_from(&visit, &page, frozen.snapshot.profile.as_ref()).await?;
    web::html(&VersionPage {
        starts,
        line: view::version_line(&page, &frozen.version),
        is_old: frozen.version.state == VersionState::Superseded,
        version: frozen.version,
        page,
        agenda,
        terms,
    })
}

fn action(visit: &Visit, page: &Page, action: &Action) -> ActionView {
    ActionView {
        code: action.code.clone(),
        title: action.content.title.clone(),
        summary: action.content.summary.clone(),
        inclusion: action.content.inclusion.clone(),
        facts: view::action_facts(visit, page, &action.content),
        origins: action.origins.clone(),
        results: action
            .results
            .iter()
            .map(|result| ResultView {
                code: result.code.clone(),
                text: result.content.text.clone(),
                indicators: result
                    .indicators
                    .iter()
                    .map(|one| {
                        let name = format!("{} {}", one.code, one.content.name);
                        (name, view::indicator_facts(page, one))
                    })
                    .collect(),
            })
            .collect(),
        demonstrative: action.content.demonstrative,
    }
}
