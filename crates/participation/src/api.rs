//! The API of this phase: the same use cases as the pages, for programs.

mod desk;
mod ideas;
mod paths;
mod shapes;

use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use kernel::{
    Access::{Anyone, Roles, SignedIn},
    form::{Draft, FieldError},
};
use utoipa::OpenApi;
use web::{Routes, Visit, WebError, api::Problem};

use crate::{
    ParticipationError,
    pages::{LEADS, MODERATORS, STAFF},
};

/// The description of these calls.
#[derive(Debug, OpenApi)]
#[openapi(paths(
    paths::list,
    paths::one,
    paths::create,
    paths::edit,
    paths::advance,
    paths::add_phase,
    paths::edit_phase,
    ideas::list,
    ideas::one,
    ideas::submit,
    ideas::support,
    ideas::unsupport,
    ideas::comment,
    ideas::follow,
    ideas::complete,
    ideas::withdraw,
    desk::ideas,
    desk::queue,
    desk::publish,
    desk::ask_change,
    desk::refuse,
    desk::comments,
    desk::settle_comment,
    desk::outcome,
    desk::collect,
))]
pub struct Api;

/// Every call, beside who may.
pub fn routes() -> Routes {
    Routes::new()
        .get("/api/v1/bodies/{body}/paths", Anyone, paths::list)
        .post("/api/v1/bodies/{body}/paths", Roles(LEADS), paths::create)
        .get("/api/v1/bodies/{body}/paths/{path}", Anyone, paths::one)
        .put("/api/v1/bodies/{body}/paths/{path}", Roles(LEADS), paths::edit)
        .post("/api/v1/bodies/{body}/paths/{path}/advance", Roles(LEADS), paths::advance)
        .post("/api/v1/bodies/{body}/paths/{path}/phases", Roles(LEADS), paths::add_phase)
        .put("/api/v1/bodies/{body}/paths/{path}/phases/{phase}", Roles(LEADS), paths::edit_phase)
        .get("/api/v1/bodies/{body}/paths/{path}/ideas", Anyone, ideas::list)
        .post("/api/v1/bodies/{body}/paths/{path}/ideas", Anyone, ideas::submit)
        .get("/api/v1/bodies/{body}/paths/{path}/ideas/{number}", Anyone, ideas::one)
        .post("/api/v1/bodies/{body}/paths/{path}/ideas/{number}/support", SignedIn, ideas::support)
        .post(
            "/api/v1/bodies/{body}/paths/{path}/ideas/{number}/unsupport",
            SignedIn,
            ideas::unsupport,
        )
        .post("/api/v1/bodies/{body}/paths/{path}/ideas/{number}/comments", Anyone, ideas::comment)
        .post(
            "/api/v1/bodies/{body}/paths/{path}/ideas/{number}/outcome",
            Roles(LEADS),
            desk::outcome,
        )
        .post("/api/v1/bodies/{body}/follow", Anyone, ideas::follow)
        .post("/api/v1/bodies/{body}/follow/complete", Anyone, ideas::complete)
        .post("/api/v1/bodies/{body}/follow/withdraw", Anyone, ideas::withdraw)
        .get("/api/v1/bodies/{body}/paths/{path}/desk/ideas", Roles(STAFF), desk::ideas)
        .post("/api/v1/bodies/{body}/paths/{path}/desk/collected", Roles(STAFF), desk::collect)
        .get("/api/v1/bodies/{body}/paths/{path}/moderation", Roles(MODERATORS), desk::queue)
        .post(
            "/api/v1/bodies/{body}/paths/{path}/moderation/{number}/publish",
            Roles(MODERATORS),
            desk::publish,
        )
        .post(
            "/api/v1/bodies/{body}/paths/{path}/moderation/{number}/ask-change",
            Roles(MODERATORS),
            desk::ask_change,
        )
        .post(
            "/api/v1/bodies/{body}/paths/{path}/moderation/{number}/refuse",
            Roles(MODERATORS),
            desk::refuse,
        )
        .get("/api/v1/bodies/{body}/paths/{path}/comments", Roles(MODERATORS), desk::comments)
        .post(
            "/api/v1/bodies/{body}/paths/{path}/comments/{comment}",
            Roles(MODERATORS),
            desk::settle_comment,
        )
}

/// Why a call did not happen.
enum Refused {
    /// With words for the program's people.
    Problem(Box<Problem>),
    /// As everywhere.
    Web(WebError),
}

impl From<WebError> for Refused {
    fn from(error: WebError) -> Self {
        Self::Web(error)
    }
}

impl From<store::StoreError> for Refused {
    fn from(error: store::StoreError) -> Self {
        Self::Web(error.into())
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        match self {
            Self::Problem(problem) => problem.into_response(),
            Self::Web(error) => error.into_response(),
        }
    }
}

/// A domain refusal as a problem with its words.
fn refused(visit: &Visit, error: ParticipationError) -> Refused {
    use ParticipationError as E;
    let status = match error {
        E::Store(error) => return Refused::Web(error.into()),
        E::Invalid(fields) => return wrong(visit, &fields),
        E::NoSuchPath | E::NoSuchPhase | E::NoSuchIdea | E::NoSuchCode | E::NoSuchComment => {
            StatusCode::NOT_FOUND
        }
        E::SlugTaken
        | E::NotListening
        | E::SupportClosed
        | E::IdeasUnanswered(_)
        | E::Path(_)
        | E::Idea(_) => StatusCode::CONFLICT,
    };
    let text = visit.tn(error.key(), error.n().unwrap_or_default());
    Refused::Problem(Box::new(Problem::new(visit, status, text)))
}

/// Fields to mend.
fn wrong(visit: &Visit, errors: &[FieldError]) -> Refused {
    Refused::Problem(Box::new(Problem::fields(visit, errors)))
}

/// What a program sent, as the readers of forms take it.
fn draft<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Draft {
    Draft::new(pairs.into_iter().map(|(k, v)| (k.to_owned(), v.to_owned())).collect())
}

/// The id in an address.
fn id(word: &str) -> Result<kernel::id::Uuid, WebError> {
    word.parse().map_err(|_| WebError::NotFound)
}
