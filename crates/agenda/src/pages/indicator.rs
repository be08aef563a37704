//! Writing an indicator.

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use kernel::form::Draft;
use texts::key;
use web::{Form, Page, Pairs, Visit, WebError, page::Choice, see_other};

use super::view::{self, REFUSED};
use crate::{
    Action, AgendaError, Frequency, Indicator, IndicatorContent, IndicatorKind, Polarity,
    api::model::number as typed,
    form, query, rules,
    service::{indicator_add, indicator_close, indicator_edit, indicator_remove},
};

/// A row of the targets: by when, how much.
struct TargetRow {
    n: usize,
    day: String,
    min: String,
    max: String,
}

#[derive(Template)]
#[template(path = "agenda_indicator_form.html")]
struct IndicatorFormPage {
    page: Page,
    form: Form,
    cancel: String,
    result: String,
    kinds: Vec<Choice>,
    polarities: Vec<Choice>,
    frequencies: Vec<Choice>,
    targets: Vec<TargetRow>,
}

/// What an indicator says as the pairs of its form.
pub fn pairs(content: &IndicatorContent) -> Vec<(String, String)> {
    let c = content;
    let day = |day: Option<jiff::civil::Date>| day.map(|d| d.to_string()).unwrap_or_default();
    let mut pairs: Vec<(&str, String)> = vec![
        ("name", c.name.clone()),
        ("definition", c.definition.clone()),
        ("kind", c.kind.code().to_owned()),
        ("formula", c.formula.clone()),
        ("unit", c.unit.clone()),
        ("polarity", c.polarity.map_or("", Polarity::code).to_owned()),
        ("baseline", c.baseline.map(typed).unwrap_or_default()),
        ("baseline_day", day(c.baseline_day)),
        ("baseline_due", day(c.baseline_due)),
        ("source", c.source.clone()),
        ("frequency", c.frequency.map_or("", Frequency::code).to_owned()),
        ("responsible", c.responsible.clone()),
        ("decimals", c.decimals.to_string()),
    ];
    let ranged = c.polarity == Some(Polarity::Range);
    for target in &c.targets {
        pairs.push(("target_day", target.day.to_string()));
        pairs.push(("target_min", typed(target.min)));
        pairs.push(("target_max", if ranged { typed(target.max) } else { String::new() }));
    }
    if c.demonstrative {
        pairs.push(("demonstrative", "1".to_owned()));
    }
    pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// The rows that were filled and two more, three at least.
fn target_rows(form: &Form) -> Vec<TargetRow> {
    let columns = ["target_day", "target_min", "target_max"].map(|name| form.values(name));
    let longest = columns.iter().map(Vec::len).max().unwrap_or(0);
    let is_filled =
        |at: &usize| columns.iter().any(|list| list.get(*at).is_some_and(|v| !v.is_empty()));
    let filled = (0..longest).rev().find(is_filled).map_or(0, |last| last + 1);
    let cell = |column: usize, n: usize| columns[column].get(n).cloned().unwrap_or_default();
    (0..(filled + 2).clamp(3, 12))
        .map(|n| TargetRow { n: n + 1, day: cell(0, n), min: cell(1, n), max: cell(2, n) })
        .collect()
}

fn show(
    visit: &Visit,
    action: &Action,
    result: &str,
    indicator: Option<&Indicator>,
    form: Form,
) -> Result<Response, WebError> {
    let root = view::desk_href(visit)?;
    let cancel = format!("{root}/azioni/{}", action.code);
    let title = match indicator {
        Some(one) => format!("{} {}", visit.t(key!("agenda-indicator")), one.code),
        None => visit.t(key!("agenda-indicator-new")),
    };
    let page = Page::new(visit, title)
        .under(root, visit.t(key!("agenda-desk-name")))
        .under(cancel.clone(), format!("{} {}", action.code, action.content.title));
    let text = action.results.iter().find(|r| r.code == result);
    let answer = IndicatorFormPage {
        result: text.map(|r| r.content.text.clone()).ok_or(WebError::NotFound)?,
        kinds: view::choices(&page, IndicatorKind::ALL.map(|kind| (kind.code(), kind.key()))),
        polarities: view::choices(&page, Polarity::ALL.map(|one| (one.code(), one.key()))),
        frequencies: view::choices(&page, Frequency::ALL.map(|one| (one.code(), one.key()))),
        targets: target_rows(&form),
        page,
        form,
        cancel,
    };
    web::html(&answer)
}

/// The action that holds an indicator, the code of its result, and the indicator.
async fn found(visit: &Visit, code: &str) -> Result<(Action, String, Indicator), WebError> {
    let actions = query::actions(visit.app.store(), visit.body_id()?).await;
    for action in actions.map_err(view::failure)? {
        for result in &action.results {
            if let Some(one) = result.indicators.iter().find(|i| i.code == code) {
                let (result, one) = (result.code.clone(), one.clone());
                return Ok((action, result, one));
            }
        }
    }
    Err(WebError::NotFound)
}

async fn action_of(visit: &Visit, code: &str) -> Result<Action, WebError> {
    query::action(visit.app.store(), visit.body_id()?, code).await.map_err(view::failure)
}

/// `/{body}/scrivania/agenda/azioni/{code}/risultati/{result}/indicatori/nuovo`
pub async fn blank(
    visit: Visit,
    Path((_, action, result)): Path<(String, String, String)>,
) -> Result<Response, WebError> {
    let form = Form::filled([("kind", IndicatorKind::default().code()), ("decimals", "0")]);
    show(&visit, &action_of(&visit, &action).await?, &result, None, form)
}

/// `POST /{body}/scrivania/agenda/azioni/{code}/risultati/{result}/indicatori/nuovo`
pub async fn add(
    visit: Visit,
    Path((_, action, result)): Path<(String, String, String)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let (store, place) = (visit.app.store(), view::place(&visit)?);
    let added = match form::indicator(&mut Draft::new(pairs.clone()), view::today(&visit)) {
        Ok(content) => {
            let complete = complete(&content);
            indicator_add(store, &place, &visit.principal, &action, &result, content)
                .await
                .map(|code| (code, complete))
        }
        Err(error) => Err(error),
    };
    match added {
        Ok((code, complete)) => saved(&visit, &action, &code, complete),
        Err(error) => {
            let form = view::refused(&visit, pairs, error)?;
            let answer = show(&visit, &action_of(&visit, &action).await?, &result, None, form)?;
            Ok((REFUSED, answer).into_response())
        }
    }
}

/// Whether nothing is missing to measure it.
fn complete(content: &IndicatorContent) -> bool {
    let indicator = Indicator {
        id: kernel::id::Uuid::nil(),
        code: String::new(),
        state: crate::IndicatorState::default(),
        content: content.clone(),
    };
    rules::is_defined(&indicator)
}

/// Back to the action, with a word on what the indicator still misses.
fn saved(visit: &Visit, action: &str, code: &str, complete: bool) -> Result<Response, WebError> {
    let to = format!("{}/azioni/{action}#{code}", view::desk_href(visit)?);
    Ok(if complete {
        see_other(&to, key!("done-agenda-indicator-complete"))
    } else {
        see_other(&to, key!("done-agenda-indicator-incomplete"))
    })
}

/// `/{body}/scrivania/agenda/indicatori/{indicator}`
pub async fn filled(
    visit: Visit,
    Path((_, code)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let (action, result, one) = found(&visit, &code).await?;
    let form = Form::filled(pairs(&one.content));
    show(&visit, &action, &result, Some(&one), form)
}

/// `POST /{body}/scrivania/agenda/indicatori/{indicator}`
pub async fn edit(
    visit: Visit,
    Path((_, code)): Path<(String, String)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let (action, result, one) = found(&visit, &code).await?;
    let (store, place) = (visit.app.store(), view::place(&visit)?);
    let edited = match form::indicator(&mut Draft::new(pairs.clone()), view::today(&visit)) {
        Ok(content) => {
            let complete = complete(&content);
            indicator_edit(store, &place, &visit.principal, &code, content).await.map(|()| complete)
        }
        Err(error) => Err(error),
    };
    match edited {
        Ok(complete) => saved(&visit, &action.code, &code, complete),
        Err(error) => {
            let form = view::refused(&visit, pairs, error)?;
            let answer = show(&visit, &action, &result, Some(&one), form)?;
            Ok((REFUSED, answer).into_response())
        }
    }
}

/// `POST /{body}/scrivania/agenda/indicatori/{indicator}/togli`
pub async fn remove(
    visit: Visit,
    Path((_, code)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let (store, place) = (visit.app.store(), view::place(&visit)?);
    let removed = indicator_remove(store, &place, &visit.principal, &code);
    left(&visit, &code, key!("done-agenda-indicator-removed"), removed).await
}

/// `POST /{body}/scrivania/agenda/indicatori/{indicator}/chiudi`
pub async fn close(
    visit: Visit,
    Path((_, code)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let (store, place) = (visit.app.store(), view::place(&visit)?);
    let closed = indicator_close(store, &place, &visit.principal, &code);
    left(&visit, &code, key!("done-agenda-indicator-closed"), closed).await
}

/// Back to the action after an act on one of its indicators, or the indicator again with the refusal.
async fn left(
    visit: &Visit,
    code: &str,
    done: &str,
    act: impl Future<Output = Result<(), AgendaError>>,
) -> Result<Response, WebError> {
    let (action, result, one) = found(visit, code).await?;
    match act.await {
        Ok(()) => {
            Ok(see_other(&format!("{}/azioni/{}", view::desk_href(visit)?, action.code), done))
        }
        Err(error) => {
            let form = view::refused(visit, pairs(&one.content), error)?;
            Ok((REFUSED, show(visit, &action, &result, Some(&one), form)?).into_response())
        }
    }
}
