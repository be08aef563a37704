//! The pages of this phase.

mod codes;
mod console;
mod days;
mod form;
mod project;
mod results;
mod screen;
pub(crate) mod shown;
mod steps;
mod vote;

use axum::http::StatusCode;
use kernel::{
    Access::{Anyone, Roles},
    Role,
};
use participation::service::Site;
use texts::key;
use web::{DeskEntry, MenuEntry, Routes, Visit, WebError};

use crate::{
    error::WorkdayError,
    service::{self, DayView},
};

/// Who runs a day.
pub(crate) const STAFF: &[Role] = &[Role::Facilitator, Role::Lead];

/// Who may check a count before it is public.
pub(crate) const CHECKERS: &[Role] = &[Role::Facilitator, Role::Lead, Role::Guarantor];

/// Entries of a body's main menu.
pub const MENU: &[MenuEntry] = &[MenuEntry { path: "giornate", key: key!("nav-days") }];

/// Places of the desk.
pub const DESK: &[DeskEntry] = &[DeskEntry {
    path: "scrivania/giornate",
    key: key!("desk-days"),
    text: key!("desk-days-text"),
    icon: "it-calendar",
    access: Roles(CHECKERS),
}];

/// Every page, beside who may.
pub fn routes() -> Routes {
    Routes::new()
        .get("/{body}/giornate", Anyone, days::list)
        .get("/{body}/giornate/{day}", Anyone, days::day)
        .get("/{body}/vota", Anyone, vote::any_page)
        .post("/{body}/vota", Anyone, vote::any_join)
        .get("/{body}/giornate/{day}/vota", Anyone, vote::page)
        .post("/{body}/giornate/{day}/vota", Anyone, vote::join)
        .post("/{body}/giornate/{day}/scheda", Anyone, vote::cast)
        .get("/{body}/giornate/{day}/ricevuta", Anyone, vote::receipt)
        .post("/{body}/giornate/{day}/esci", Anyone, vote::leave)
        .get("/{body}/giornate/{day}/controlla", Anyone, vote::check_form)
        .post("/{body}/giornate/{day}/controlla", Anyone, vote::check)
        .get("/{body}/giornate/{day}/risultati", Anyone, results::page)
        .get("/{body}/giornate/{day}/risultati/schede.pb", Anyone, results::pabulib)
        .get("/{body}/giornate/{day}/risultati/schede.json", Anyone, results::json)
        .get("/{body}/giornate/{day}/eventi", Anyone, screen::events)
        .get("/{body}/giornate/{day}/schermo", Roles(STAFF), screen::page)
        .get("/{body}/scrivania/giornate", Roles(CHECKERS), console::list)
        .get("/{body}/scrivania/giornate/nuova", Roles(STAFF), form::new)
        .post("/{body}/scrivania/giornate/nuova", Roles(STAFF), form::create)
        .get("/{body}/scrivania/giornate/{day}", Roles(STAFF), console::page)
        .get("/{body}/scrivania/giornate/{day}/modifica", Roles(STAFF), form::edit)
        .post("/{body}/scrivania/giornate/{day}/modifica", Roles(STAFF), form::save)
        .get("/{body}/scrivania/giornate/{day}/progetti/nuovo", Roles(STAFF), project::new)
        .post("/{body}/scrivania/giornate/{day}/progetti/nuovo", Roles(STAFF), project::add)
        .get("/{body}/scrivania/giornate/{day}/progetti/{project}", Roles(STAFF), project::edit)
        .post("/{body}/scrivania/giornate/{day}/progetti/{project}", Roles(STAFF), project::save)
        .post(
            "/{body}/scrivania/giornate/{day}/progetti/{project}/togli",
            Roles(STAFF),
            project::remove,
        )
        .get("/{body}/scrivania/giornate/{day}/passi/{step}", Roles(STAFF), steps::ask)
        .post("/{body}/scrivania/giornate/{day}/passi/{step}", Roles(STAFF), steps::take)
        .get("/{body}/scrivania/giornate/{day}/codici", Roles(STAFF), codes::form)
        .post("/{body}/scrivania/giornate/{day}/codici", Roles(STAFF), codes::sheet)
        .get("/{body}/scrivania/giornate/{day}/risultati", Roles(CHECKERS), results::preview)
        .get(
            "/{body}/scrivania/giornate/{day}/risultati/schede.pb",
            Roles(CHECKERS),
            results::pabulib_preview,
        )
        .get(
            "/{body}/scrivania/giornate/{day}/risultati/schede.json",
            Roles(CHECKERS),
            results::json_preview,
        )
}

impl From<WorkdayError> for WebError {
    fn from(error: WorkdayError) -> Self {
        match error {
            WorkdayError::DayNotFound | WorkdayError::ProjectNotFound | WorkdayError::NoResult => {
                Self::NotFound
            }
            WorkdayError::Store(error) => error.into(),
            WorkdayError::Count(error) => Self::Internal(error),
            _ => Self::BadRequest,
        }
    }
}

/// A refusal that a page says in words; what is missing or broken goes on as a failure.
pub(crate) fn refusal(error: WorkdayError) -> Result<WorkdayError, WebError> {
    match error {
        WorkdayError::DayNotFound
        | WorkdayError::ProjectNotFound
        | WorkdayError::NoResult
        | WorkdayError::Store(_) => Err(error.into()),
        _ => Ok(error),
    }
}

/// A refusal in the visitor's language.
pub(crate) fn words(visit: &Visit, error: &WorkdayError) -> String {
    visit.app.texts().format(visit.lang, error.key(), &error.args())
}

/// A page that answers a refused form.
pub(crate) fn refused(
    template: &impl askama::Template,
) -> Result<axum::response::Response, WebError> {
    let mut response = web::html(template)?;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

/// The day of an address, if everybody may see it.
pub(crate) async fn public_day(visit: &Visit, slug: &str) -> Result<DayView, WebError> {
    let view = any_day(visit, slug).await?;
    if view.day.is_public() { Ok(view) } else { Err(WebError::NotFound) }
}

/// The day of an address, for who works on it.
pub(crate) async fn any_day(visit: &Visit, slug: &str) -> Result<DayView, WebError> {
    Ok(service::day(visit.app.store(), visit.body_id()?, slug).await?)
}

/// The body as ideas and letters name it.
pub(crate) fn site(visit: &Visit) -> Result<Site, WebError> {
    let body = visit.body()?;
    Ok(Site {
        body: body.id,
        slug: body.slug.clone(),
        name: body.name.clone(),
        base_url: visit.app.config().base_url.clone(),
    })
}

/// The address of the desk's list of days.
pub(crate) fn desk_href(visit: &Visit) -> String {
    format!("/{}/scrivania/giornate", visit.body.as_ref().map_or("", |body| body.slug.as_str()))
}

/// Marks an answer as nobody's to keep: it depends on the voter.
pub(crate) fn not_kept(mut response: axum::response::Response) -> axum::response::Response {
    use axum::http::{HeaderValue, header::CACHE_CONTROL};
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
