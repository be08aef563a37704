//! An action: what, who, when, how much, for whom; what it promises and how far it is; the thread both ways.

use agenda::{
    Action, ActionState, ExpectedResult,
    pages::view as said,
    query::{action_changes, public_action},
};
use askama::Template;
use axum::{extract::Path, response::Response};
use texts::key;
use web::{
    Page, Visit, WebError,
    page::{Fact, Step, ThreadItem},
};

use super::view::{self, IndicatorView};
use crate::query::{ActionFollowUp, follow_up};

/// An expected result with its indicators.
struct ResultView {
    code: String,
    text: String,
    kind: String,
    due: String,
    indicators: Vec<IndicatorView>,
}

#[derive(Template)]
#[template(path = "monitoring_action.html")]
struct ActionPage {
    page: Page,
    action: Action,
    lead: String,
    state: (String, &'static str),
    line: String,
    is_old: bool,
    agenda: String,
    percent: i64,
    percent_text: String,
    bar: &'static str,
    facts: Vec<Fact>,
    results: Vec<ResultView>,
    changes: Vec<Step>,
    thread: Vec<ThreadItem>,
}

/// `/{body}/agenda/azioni/{code}`
pub async fn page(
    visit: Visit,
    Path((_, code)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let (frozen, action) = public_action(store, body, &code).await.map_err(said::failure)?;
    let today = said::today(&visit);
    let all = follow_up(store, body, today).await.map_err(view::failure)?;
    let follow = all.and_then(|f| f.actions.into_iter().find(|one| one.action.code == code));
    let agenda = said::place(&visit)?.agenda_href();
    let title = action.content.title.clone();
    let page = Page::new(&visit, title).under(agenda.clone(), visit.t(key!("nav-agenda")));
    let label = format!("{} {}", action.code, action.content.title);
    let thread = web::thread::items(&visit, ("action", action.id), &label).await?;
    let changes = action_changes(store, body, action.id).await.map_err(said::failure)?;
    let percent = follow.as_ref().map_or(-1, view::card_percent);
    let good = follow.as_ref().and_then(|f| f.status).is_some_and(crate::Status::is_good);
    web::html(&ActionPage {
        lead: action.content.easy_title.clone(),
        state: (page.t(action.state.key()), said::action_kind(action.state)),
        line: said::version_line(&page, &frozen.version),
        // A newer version no longer holds it.
        is_old: follow.is_none(),
        bar: if good { "success" } else { "warning" },
        facts: said::action_facts(&visit, &page, &action.content),
        results: action
            .results
            .iter()
            .map(|one| result(&visit, &page, one, follow.as_ref()))
            .collect(),
        // What happened before the promise is the offices' own work.
        changes: changes
            .iter()
            .filter_map(|change| {
                let state = ActionState::parse(&change.to_state)?;
                let told = !matches!(
                    state,
                    ActionState::Proposed | ActionState::UnderReview | ActionState::Admitted
                );
                told.then(|| Step {
                    label: page.t(state.key()),
                    date: change.instant().day().to_string(),
                    text: change.reason.clone(),
                    status: "done".into(),
                })
            })
            .collect(),
        page,
        action,
        agenda,
        percent,
        percent_text: format!("{percent} %"),
        thread,
    })
}

fn result(
    visit: &Visit,
    page: &Page,
    result: &ExpectedResult,
    follow: Option<&ActionFollowUp>,
) -> ResultView {
    let of = |id| follow.and_then(|f| f.indicators.iter().find(|one| one.indicator.id == id));
    ResultView {
        code: result.code.clone(),
        text: result.content.text.clone(),
        kind: page.t(result.content.kind.key()),
        due: said::due(visit, page, result.content.due),
        indicators: result
            .indicators
            .iter()
            .filter_map(|one| of(one.id))
            .map(|one| view::indicator(visit, page, one))
            .collect(),
    }
}
