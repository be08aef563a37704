//! One action on the desk: all it says and misses, its steps, the voices it comes from.

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use kernel::{Role, form::Draft};
use texts::key;
use web::{
    Form, Page, Pairs, Visit, WebError,
    page::{Choice, Fact, Step},
    see_other,
};

use super::view::{self, GapView, REFUSED};
use crate::{
    Action, ActionState, ActionStep, AgendaError, Indicator, IndicatorState, Origin, VersionState,
    origins,
    query::{self},
    rules::action_gaps,
    service,
};

/// An indicator of a result on the desk.
struct IndicatorView {
    code: String,
    name: String,
    href: String,
    readings_href: String,
    state: (String, &'static str),
    facts: Vec<Fact>,
    removable: bool,
    closable: bool,
    demonstrative: bool,
}

/// An expected result on the desk.
struct ResultView {
    code: String,
    text: String,
    kind: String,
    due: String,
    href: String,
    indicators: Vec<IndicatorView>,
}

/// What the page can be asked to show again.
#[derive(Default)]
struct Forms {
    step: Form,
    origin: Form,
}

#[derive(Template)]
#[template(path = "agenda_action.html")]
struct ActionPage {
    page: Page,
    here: String,
    action: Action,
    may_write: bool,
    state: (String, &'static str),
    public_href: String,
    facts: Vec<Fact>,
    gaps: Vec<GapView>,
    results: Vec<ResultView>,
    changes: Vec<Step>,
    steps: Vec<Choice>,
    step_form: Form,
    ideas: Vec<Choice>,
    origin_form: Form,
    origins: Vec<Origin>,
}

/// `/{body}/scrivania/agenda/azioni/{code}`
pub async fn page(
    visit: Visit,
    Path((_, code)): Path<(String, String)>,
) -> Result<Response, WebError> {
    show(&visit, &code, Forms::default()).await
}

async fn show(visit: &Visit, code: &str, forms: Forms) -> Result<Response, WebError> {
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let root = view::desk_href(visit)?;
    let action = query::action(store, body, code).await.map_err(view::failure)?;
    let changes = query::action_changes(store, body, action.id).await.map_err(view::failure)?;
    let title = format!("{} {}", action.code, action.content.title);
    let page = Page::new(visit, title).under(root.clone(), visit.t(key!("agenda-desk-name")));
    let mut gaps = Vec::new();
    action_gaps(&action, approval_day(visit).await?, &mut gaps);
    let ready = origins::ready_ideas(store, body).await.map_err(view::failure)?;
    let ideas = ready
        .iter()
        .filter(|idea| !action.origins.iter().any(|o| o.kind == "idea" && o.id == idea.id.0))
        .map(|idea| Choice {
            value: idea.number.to_string(),
            label: format!("{} · {}", idea.number, idea.title),
            hint: String::new(),
        })
        .collect();
    let may_write = visit.principal.holds(body, None, &[Role::Lead]);
    web::html(&ActionPage {
        state: (page.t(action.state.key()), view::action_kind(action.state)),
        facts: view::action_facts(visit, &page, &action.content),
        gaps: gaps.iter().map(|gap| view::gap(visit, &root, gap)).collect(),
        results: action
            .results
            .iter()
            .map(|one| result(visit, &page, &root, &action, one))
            .collect(),
        changes: changes.iter().map(|one| change(&page, one)).collect(),
        steps: steps(&page, action.state),
        public_href: if action.published {
            view::place(visit)?.action_href(&action.code)
        } else {
            String::new()
        },
        here: format!("{root}/azioni/{}", action.code),
        origins: action.origins.clone(),
        step_form: forms.step,
        origin_form: forms.origin,
        page,
        action,
        may_write,
        ideas,
    })
}

/// The day against which warnings are judged: that of the version in force, or today.
async fn approval_day(visit: &Visit) -> Result<jiff::civil::Date, WebError> {
    let versions =
        query::versions(visit.app.store(), visit.body_id()?).await.map_err(view::failure)?;
    let in_force = versions.iter().find(|v| v.state == VersionState::Published);
    Ok(in_force.and_then(|v| v.approved).unwrap_or_else(|| view::today(visit)))
}

fn steps(page: &Page, state: ActionState) -> Vec<Choice> {
    state
        .steps()
        .into_iter()
        .map(|step| Choice {
            value: step.code().to_owned(),
            label: page.t(step.key()),
            hint: if step.needs_reason() {
                page.t(key!("agenda-step-with-reason"))
            } else {
                String::new()
            },
        })
        .collect()
}

fn change(page: &Page, change: &query::ActionChange) -> Step {
    let state = ActionState::parse(&change.to_state).unwrap_or_default();
    Step {
        label: page.t(state.key()),
        date: change.instant().day().to_string(),
        text: change.reason.clone(),
        status: "done".into(),
    }
}

fn result(
    visit: &Visit,
    page: &Page,
    root: &str,
    action: &Action,
    one: &crate::ExpectedResult,
) -> ResultView {
    ResultView {
        code: one.code.clone(),
        text: one.content.text.clone(),
        kind: page.t(one.content.kind.key()),
        due: view::due(visit, page, one.content.due),
        href: format!("{root}/azioni/{}/risultati/{}", action.code, one.code),
        indicators: one.indicators.iter().map(|i| indicator(visit, page, root, i)).collect(),
    }
}

fn indicator(visit: &Visit, page: &Page, root: &str, one: &Indicator) -> IndicatorView {
    let measured = matches!(one.state, IndicatorState::Measuring | IndicatorState::Closed);
    let slug = visit.body.as_ref().map_or("", |body| body.slug.as_str());
    IndicatorView {
        code: one.code.clone(),
        name: one.content.name.clone(),
        href: format!("{root}/indicatori/{}", one.code),
        readings_href: if one.state == IndicatorState::Proposed {
            String::new()
        } else {
            format!("/{slug}/scrivania/misure/{}", one.code)
        },
        state: (
            page.t(one.state.key()),
            match one.state {
                IndicatorState::Proposed => "warning",
                IndicatorState::Closed => "neutral",
                _ => "info",
            },
        ),
        facts: view::indicator_facts(page, one),
        removable: !measured,
        closable: one.state == IndicatorState::Measuring,
        demonstrative: one.content.demonstrative,
    }
}

/// `POST /{body}/scrivania/agenda/azioni/{code}/stato`
pub async fn take_step(
    visit: Visit,
    Path((_, code)): Path<(String, String)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let mut draft = Draft::new(pairs.clone());
    let step = draft.choice("step", true, ActionStep::parse).unwrap_or_default();
    let reason = draft.lines("reason", false, 3, 1000);
    let (store, place) = (visit.app.store(), view::place(&visit)?);
    let moved = match draft.finish() {
        Ok(()) => service::action_move(store, &place, &visit.principal, &code, step, &reason).await,
        Err(errors) => Err(AgendaError::Invalid(errors)),
    };
    match moved {
        Ok(_) => {
            let to = format!("{}/azioni/{code}", view::desk_href(&visit)?);
            Ok(see_other(&to, key!("done-agenda-step")))
        }
        Err(error) => {
            let step = view::refused(&visit, pairs, error)?;
            let answer = show(&visit, &code, Forms { step, ..Forms::default() }).await?;
            Ok((REFUSED, answer).into_response())
        }
    }
}

/// `POST /{body}/scrivania/agenda/azioni/{code}/origini`: joins an idea to the action.
pub async fn add_origin(
    visit: Visit,
    Path((_, code)): Path<(String, String)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let (store, site) = (visit.app.store(), view::site(&visit)?);
    let mut draft = Draft::new(pairs.clone());
    let number = draft.integer("idea", true, 1..=100_000_000).unwrap_or_default();
    let joined = async {
        draft.finish().map_err(AgendaError::Invalid)?;
        let idea = origins::idea_by_number(store, &site, number).await?;
        service::origin_add(store, &site, &visit.principal, &code, idea).await
    };
    match joined.await {
        Ok(()) => {
            let to = format!("{}/azioni/{code}#origini", view::desk_href(&visit)?);
            Ok(see_other(&to, key!("done-agenda-origin")))
        }
        Err(error) => {
            let origin = view::refused(&visit, pairs, error)?;
            let answer = show(&visit, &code, Forms { origin, ..Forms::default() }).await?;
            Ok((REFUSED, answer).into_response())
        }
    }
}
