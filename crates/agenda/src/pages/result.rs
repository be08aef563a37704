//! Writing an expected result.

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
    AgendaError, ResultKind, form, query,
    service::{result_add, result_edit, result_remove},
};

#[derive(Template)]
#[template(path = "agenda_result_form.html")]
struct ResultFormPage {
    page: Page,
    form: Form,
    cancel: String,
    kinds: Vec<Choice>,
    remove: String,
}

async fn show(
    visit: &Visit,
    action: &str,
    result: Option<&str>,
    form: Form,
) -> Result<Response, WebError> {
    let root = view::desk_href(visit)?;
    let found = query::action(visit.app.store(), visit.body_id()?, action).await;
    let found = found.map_err(view::failure)?;
    let cancel = format!("{root}/azioni/{action}");
    let title = match result {
        Some(code) => format!("{} {code}", visit.t(key!("agenda-result"))),
        None => visit.t(key!("agenda-result-new")),
    };
    let page = Page::new(visit, title)
        .under(root, visit.t(key!("agenda-desk-name")))
        .under(cancel.clone(), format!("{action} {}", found.content.title));
    let empty =
        found.results.iter().any(|r| Some(r.code.as_str()) == result && r.indicators.is_empty());
    let answer = ResultFormPage {
        kinds: view::choices(&page, ResultKind::ALL.map(|kind| (kind.code(), kind.key()))),
        remove: match result {
            Some(code) if empty => format!("{cancel}/risultati/{code}/togli"),
            _ => String::new(),
        },
        page,
        form,
        cancel,
    };
    web::html(&answer)
}

async fn again(
    visit: &Visit,
    (action, result): (&str, Option<&str>),
    pairs: Vec<(String, String)>,
    error: AgendaError,
) -> Result<Response, WebError> {
    let form = view::refused(visit, pairs, error)?;
    Ok((REFUSED, show(visit, action, result, form).await?).into_response())
}

/// `/{body}/scrivania/agenda/azioni/{code}/risultati/nuovo`
pub async fn blank(
    visit: Visit,
    Path((_, action)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let form = Form::filled([("kind", ResultKind::default().code())]);
    show(&visit, &action, None, form).await
}

/// `POST /{body}/scrivania/agenda/azioni/{code}/risultati/nuovo`
pub async fn add(
    visit: Visit,
    Path((_, action)): Path<(String, String)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let (store, place) = (visit.app.store(), view::place(&visit)?);
    let added = match form::result(&mut Draft::new(pairs.clone())) {
        Ok(content) => result_add(store, &place, &visit.principal, &action, content).await,
        Err(error) => Err(error),
    };
    match added {
        // A result without indicator says nothing: the next page asks for the first one.
        Ok(code) => {
            let root = view::desk_href(&visit)?;
            let to = format!("{root}/azioni/{action}/risultati/{code}/indicatori/nuovo");
            Ok(see_other(&to, key!("done-agenda-result-added")))
        }
        Err(error) => again(&visit, (&action, None), pairs, error).await,
    }
}

/// `/{body}/scrivania/agenda/azioni/{code}/risultati/{result}`
pub async fn filled(
    visit: Visit,
    Path((_, action, code)): Path<(String, String, String)>,
) -> Result<Response, WebError> {
    let found = query::action(visit.app.store(), visit.body_id()?, &action).await;
    let found = found.map_err(view::failure)?;
    let result = found.results.iter().find(|r| r.code == code).ok_or(WebError::NotFound)?;
    let form = Form::filled([
        ("text", result.content.text.clone()),
        ("kind", result.content.kind.code().to_owned()),
        ("due", result.content.due.map(|d| d.to_string()).unwrap_or_default()),
    ]);
    show(&visit, &action, Some(&code), form).await
}

/// `POST /{body}/scrivania/agenda/azioni/{code}/risultati/{result}`
pub async fn edit(
    visit: Visit,
    Path((_, action, code)): Path<(String, String, String)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let (store, place) = (visit.app.store(), view::place(&visit)?);
    let edited = match form::result(&mut Draft::new(pairs.clone())) {
        Ok(content) => result_edit(store, &place, &visit.principal, &action, &code, content).await,
        Err(error) => Err(error),
    };
    match edited {
        Ok(()) => {
            let to = format!("{}/azioni/{action}#{code}", view::desk_href(&visit)?);
            Ok(see_other(&to, key!("done-agenda-result-saved")))
        }
        Err(error) => again(&visit, (&action, Some(&code)), pairs, error).await,
    }
}

/// `POST /{body}/scrivania/agenda/azioni/{code}/risultati/{result}/togli`
pub async fn remove(
    visit: Visit,
    Path((_, action, code)): Path<(String, String, String)>,
) -> Result<Response, WebError> {
    let (store, place) = (visit.app.store(), view::place(&visit)?);
    match result_remove(store, &place, &visit.principal, &action, &code).await {
        Ok(()) => {
            let to = format!("{}/azioni/{action}", view::desk_href(&visit)?);
            Ok(see_other(&to, key!("done-agenda-result-removed")))
        }
        Err(error) => again(&visit, (&action, Some(&code)), Vec::new(), error).await,
    }
}
