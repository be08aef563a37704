//! Readings on the desk: what is due, the entry with its evidence, the correction.

use agenda::{Action, Indicator, IndicatorState, pages::view as said};
use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use jiff::civil::Date;
use kernel::{Role, form::Draft, id::Uuid};
use texts::key;
use web::{Form, Page, Pairs, Visit, WebError, page::Fact, see_other};

use super::view::{self, IndicatorView, ReadingRow};
use crate::{
    MonitoringError, NewReading, Reading,
    query::{IndicatorFollowUp, follow_up, history},
    rules::assess,
    service::{reading_correct, reading_record},
};

/// An indicator in the list of what is due.
struct Row {
    href: String,
    name: String,
    action: String,
    status: (String, &'static str),
    due: String,
    latest: String,
    reader: String,
}

#[derive(Template)]
#[template(path = "monitoring_desk.html")]
struct Desk {
    page: Page,
    agenda: String,
    published: bool,
    late: i64,
    rows: Vec<Row>,
}

/// `/{body}/scrivania/misure`
pub async fn page(visit: Visit) -> Result<Response, WebError> {
    let found = follow_up(visit.app.store(), visit.body_id()?, said::today(&visit)).await;
    let follow = found.map_err(view::failure)?;
    let page = Page::new(&visit, visit.t(key!("monitoring-desk-name")));
    let root = root(&visit)?;
    let mut rows = Vec::new();
    let mut late = 0;
    if let Some(follow) = &follow {
        late = follow.overdue().len() as i64;
        let mut all: Vec<_> =
            follow.actions.iter().flat_map(|a| a.indicators.iter().map(move |i| (a, i))).collect();
        // The longest overdue first, then what is due soonest; what is due no more comes last.
        all.sort_by_key(|(_, i)| {
            let due = i.assessment.due.unwrap_or(Date::MAX);
            (-i.assessment.overdue_days, due, i.indicator.code.clone())
        });
        for (action, one) in all {
            let seen = view::indicator(&visit, &page, one);
            rows.push(Row {
                href: format!("{root}/{}", one.indicator.code),
                name: format!("{} {}", one.indicator.code, one.indicator.content.name),
                action: format!("{} {}", action.action.code, action.action.content.title),
                status: seen.status,
                due: seen.due,
                latest: seen.latest,
                reader: one.indicator.content.responsible.clone(),
            });
        }
    }
    let agenda = format!("/{}/scrivania/agenda", visit.body()?.slug);
    web::html(&Desk { page, agenda, published: follow.is_some(), late, rows })
}

fn root(visit: &Visit) -> Result<String, WebError> {
    Ok(format!("/{}/scrivania/misure", visit.body()?.slug))
}

#[derive(Template)]
#[template(path = "monitoring_readings.html")]
struct Readings {
    page: Page,
    here: String,
    seen: IndicatorView,
    definition: Vec<Fact>,
    history: Vec<ReadingRow>,
    action: (String, String),
    may_write: bool,
    is_open: bool,
    today: String,
    form: Form,
}

/// An indicator as staff see it: the one in force, or the one being written when nothing is in force.
struct Found {
    action: Action,
    follow: IndicatorFollowUp,
    state: IndicatorState,
    history: Vec<Reading>,
}

async fn found(visit: &Visit, code: &str) -> Result<Found, WebError> {
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let today = said::today(visit);
    let live = agenda::query::actions(store, body).await.map_err(said::failure)?;
    let (action, one): (Action, Indicator) = live
        .into_iter()
        .find_map(|action| {
            let one = action.indicators().find(|i| i.code == code).cloned();
            one.map(|one| (action, one))
        })
        .ok_or(WebError::NotFound)?;
    let readings = history(store, body, one.id).await.map_err(view::failure)?;
    let public = follow_up(store, body, today).await.map_err(view::failure)?;
    let in_force = public.and_then(|f| {
        f.actions.into_iter().flat_map(|a| a.indicators).find(|i| i.indicator.id == one.id)
    });
    let follow = in_force.unwrap_or_else(|| IndicatorFollowUp {
        assessment: assess(
            &one.content,
            &readings,
            today,
            one.state == IndicatorState::Closed,
            today,
        ),
        readings: readings.iter().filter(|r| r.counts()).cloned().collect(),
        indicator: one.clone(),
    });
    Ok(Found { action, follow, state: one.state, history: readings })
}

async fn show(visit: &Visit, code: &str, form: Form) -> Result<Response, WebError> {
    let found = found(visit, code).await?;
    let root = root(visit)?;
    let one = &found.follow.indicator;
    let page = Page::new(visit, format!("{} {}", one.code, one.content.name))
        .under(root.clone(), visit.t(key!("monitoring-desk-name")));
    let seen = view::indicator(visit, &page, &found.follow);
    web::html(&Readings {
        here: format!("{root}/{code}"),
        definition: said::indicator_facts(&page, one),
        history: view::rows(&page, one, &found.history),
        action: (
            format!("/{}/scrivania/agenda/azioni/{}", visit.body()?.slug, found.action.code),
            format!("{} {}", found.action.code, found.action.content.title),
        ),
        may_write: visit.principal.holds(visit.body_id()?, None, &[Role::Lead]),
        is_open: found.state.measure().is_ok(),
        today: said::today(visit).to_string(),
        page,
        seen,
        form,
    })
}

/// `/{body}/scrivania/misure/{indicator}`
pub async fn indicator(
    visit: Visit,
    Path((_, code)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let form = Form::filled([("day", said::today(&visit).to_string())]);
    show(&visit, &code, form).await
}

/// `POST /{body}/scrivania/misure/{indicator}`
pub async fn record(
    visit: Visit,
    Path((_, code)): Path<(String, String)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let (store, place) = (visit.app.store(), said::place(&visit)?);
    let recorded = match NewReading::read(&mut Draft::new(pairs.clone())) {
        Ok(new) => reading_record(store, &place, &visit.principal, &code, new).await,
        Err(error) => Err(error),
    };
    match recorded {
        Ok(_) => {
            Ok(see_other(&format!("{}/{code}", root(&visit)?), key!("done-monitoring-recorded")))
        }
        Err(error) => {
            let form = view::refused(&visit, pairs, error)?;
            Ok((said::REFUSED, show(&visit, &code, form).await?).into_response())
        }
    }
}

#[derive(Template)]
#[template(path = "monitoring_correction.html")]
struct Correction {
    page: Page,
    old: ReadingRow,
    back: String,
    today: String,
    form: Form,
}

fn typed(value: Option<f64>) -> String {
    value.map(|v| v.to_string().replace('.', ",")).unwrap_or_default()
}

async fn reading(visit: &Visit, code: &str, id: &str) -> Result<(Found, Reading), WebError> {
    let id: Uuid = id.parse().map_err(|_| WebError::NotFound)?;
    let found = found(visit, code).await?;
    let old = found.history.iter().find(|r| r.id == id).cloned().ok_or(WebError::NotFound)?;
    Ok((found, old))
}

fn correction_page(
    visit: &Visit,
    found: &Found,
    old: &Reading,
    form: Form,
) -> Result<Response, WebError> {
    let one = &found.follow.indicator;
    let root = root(visit)?;
    let back = format!("{root}/{}", one.code);
    let page = Page::new(visit, visit.t(key!("monitoring-correction")))
        .under(root, visit.t(key!("monitoring-desk-name")))
        .under(back.clone(), format!("{} {}", one.code, one.content.name));
    let mut rows = view::rows(&page, one, std::slice::from_ref(old));
    let old = rows.pop().ok_or(WebError::NotFound)?;
    web::html(&Correction { page, old, back, today: said::today(visit).to_string(), form })
}

/// `/{body}/scrivania/misure/{indicator}/correggi/{reading}`
pub async fn correction(
    visit: Visit,
    Path((_, code, id)): Path<(String, String, String)>,
) -> Result<Response, WebError> {
    let (found, old) = reading(&visit, &code, &id).await?;
    let form = Form::filled([
        ("day", old.day.to_string()),
        ("value", typed(Some(old.value))),
        ("numerator", typed(old.numerator)),
        ("denominator", typed(old.denominator)),
        ("evidence", old.evidence.clone()),
        ("comment", old.comment.clone()),
    ]);
    correction_page(&visit, &found, &old, form)
}

/// `POST /{body}/scrivania/misure/{indicator}/correggi/{reading}`
pub async fn correct(
    visit: Visit,
    Path((_, code, id)): Path<(String, String, String)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let (found, old) = reading(&visit, &code, &id).await?;
    let (store, place) = (visit.app.store(), said::place(&visit)?);
    let mut draft = Draft::new(pairs.clone());
    let reason = draft.lines("reason", true, 3, 1000);
    let corrected = match NewReading::read(&mut draft) {
        Ok(new) => reading_correct(store, &place, &visit.principal, old.id, new, &reason).await,
        Err(error) => Err(error),
    };
    match corrected {
        Ok(_) => {
            Ok(see_other(&format!("{}/{code}", root(&visit)?), key!("done-monitoring-corrected")))
        }
        Err(MonitoringError::AlreadyCorrected) => {
            let text = view::refusal(&visit, &MonitoringError::AlreadyCorrected);
            let form = Form::filled(pairs).with_error("", text);
            Ok((said::REFUSED, correction_page(&visit, &found, &old, form)?).into_response())
        }
        Err(error) => {
            let form = view::refused(&visit, pairs, error)?;
            Ok((said::REFUSED, correction_page(&visit, &found, &old, form)?).into_response())
        }
    }
}
