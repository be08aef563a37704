//! The phases of a path: what they are for, and from which day to which.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use kernel::{form::Draft, id::Uuid};
use texts::key;
use web::{Form, Page, Pairs, Visit, WebError, page::Choice};

use super::{
    common::{choices, desk_path, with_status},
    desk_paths::under_path,
};
use crate::{
    input::PhaseInput,
    model::{PhaseId, PhaseKind},
    service::paths::{self, PathPage},
    store::Phase,
};

#[derive(Template)]
#[template(path = "path_phase.html")]
struct PhaseForm {
    page: Page,
    form: Form,
    title: String,
    action: String,
    back: String,
    remove: String,
    kinds: Vec<Choice>,
}

fn show(
    visit: &Visit,
    found: &PathPage,
    phase: Option<&Phase>,
    form: Form,
) -> Result<Response, WebError> {
    let back = format!("/{}/scrivania/percorsi/{}", visit.body()?.slug, found.path.slug);
    let title = match phase {
        Some(phase) => phase.title.clone(),
        None => visit.t(key!("phase-new")),
    };
    let (action, remove) = match phase {
        Some(phase) => {
            let action = format!("{back}/fasi/{}", phase.id.0);
            (action.clone(), format!("{action}/togli"))
        }
        None => (format!("{back}/fasi/nuova"), String::new()),
    };
    let page = under_path(visit, title.clone(), &found.path)?;
    let kinds = choices!(visit, PhaseKind);
    web::html(&PhaseForm { page, form, title, action, back, remove, kinds })
}

/// The phase of an address.
fn phase_of<'a>(found: &'a PathPage, word: &str) -> Result<&'a Phase, WebError> {
    let id: Uuid = word.parse().map_err(|_| WebError::NotFound)?;
    found.phases.iter().find(|phase| phase.id == PhaseId(id)).ok_or(WebError::NotFound)
}

/// `…/fasi/nuova`
pub(super) async fn new(
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, WebError> {
    show(&visit, &desk_path(&visit, &slug).await?, None, Form::default())
}

/// `POST …/fasi/nuova`
pub(super) async fn add(
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let found = desk_path(&visit, &slug).await?;
    match PhaseInput::read(Draft::new(pairs.clone())) {
        Ok(input) => {
            let body = visit.body()?;
            paths::add_phase(visit.app.store(), body.id, &visit.principal, &slug, input).await?;
            let to = format!("/{}/scrivania/percorsi/{slug}#fasi", body.slug);
            Ok(web::see_other(&to, key!("done-phase-saved")))
        }
        Err(errors) => {
            let form = show(&visit, &found, None, Form::refused(&visit, pairs, &errors))?;
            Ok(with_status(form, StatusCode::UNPROCESSABLE_ENTITY))
        }
    }
}

/// `…/fasi/{phase}`
pub(super) async fn one(
    visit: Visit,
    Path((_, slug, word)): Path<(String, String, String)>,
) -> Result<Response, WebError> {
    let found = desk_path(&visit, &slug).await?;
    let phase = phase_of(&found, &word)?;
    let form = Form::filled([
        ("kind", phase.kind.code().to_owned()),
        ("title", phase.title.clone()),
        ("text", phase.text.clone()),
        ("from", phase.from.to_string()),
        ("to", phase.to.to_string()),
    ]);
    show(&visit, &found, Some(phase), form)
}

/// `POST …/fasi/{phase}`
pub(super) async fn edit(
    visit: Visit,
    Path((_, slug, word)): Path<(String, String, String)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let found = desk_path(&visit, &slug).await?;
    let phase = phase_of(&found, &word)?;
    match PhaseInput::read(Draft::new(pairs.clone())) {
        Ok(input) => {
            let (store, body) = (visit.app.store(), visit.body()?);
            paths::edit_phase(store, body.id, &visit.principal, &slug, phase.id, input).await?;
            let to = format!("/{}/scrivania/percorsi/{slug}#fasi", body.slug);
            Ok(web::see_other(&to, key!("done-phase-saved")))
        }
        Err(errors) => {
            let form = show(&visit, &found, Some(phase), Form::refused(&visit, pairs, &errors))?;
            Ok(with_status(form, StatusCode::UNPROCESSABLE_ENTITY))
        }
    }
}

/// `POST …/fasi/{phase}/togli`
pub(super) async fn remove(
    visit: Visit,
    Path((_, slug, word)): Path<(String, String, String)>,
) -> Result<Response, WebError> {
    let found = desk_path(&visit, &slug).await?;
    let (phase, body) = (phase_of(&found, &word)?, visit.body()?);
    paths::remove_phase(visit.app.store(), body.id, &visit.principal, &slug, phase.id).await?;
    let to = format!("/{}/scrivania/percorsi/{slug}#fasi", body.slug);
    Ok(web::see_other(&to, key!("done-phase-removed")))
}
