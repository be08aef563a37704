//! The API of this phase: the same use cases as the pages, for programs.

pub mod model;
mod read;
mod write;

use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use kernel::{
    Access::{self, Anyone, Roles},
    Role,
};
use utoipa::OpenApi;
use web::{Routes, Visit, WebError, api::Problem};

use crate::{AgendaError, pages::view};

/// Who sees what is being written.
const READERS: Access = Roles(&[Role::Lead, Role::Facilitator]);
/// Who writes.
const WRITERS: Access = Roles(&[Role::Lead]);

/// The description of these calls.
#[derive(Debug, OpenApi)]
#[openapi(paths(
    read::agenda,
    read::versions,
    read::version,
    read::draft,
    read::actions,
    read::action,
    write::draft_put,
    write::approval,
    write::publication,
    write::projects,
    write::action_post,
    write::action_put,
    write::state_post,
    write::origin_post,
    write::result_post,
    write::result_put,
    write::indicator_post,
    write::indicator_put,
))]
pub struct Api;

/// Every call, beside who may.
pub fn routes() -> Routes {
    Routes::new()
        .get("/api/v1/bodies/{body}/agenda", Anyone, read::agenda)
        .get("/api/v1/bodies/{body}/agenda/versions", Anyone, read::versions)
        .get("/api/v1/bodies/{body}/agenda/versions/{number}", Anyone, read::version)
        .get("/api/v1/bodies/{body}/agenda/draft", READERS, read::draft)
        .put("/api/v1/bodies/{body}/agenda/draft", WRITERS, write::draft_put)
        .post("/api/v1/bodies/{body}/agenda/approval", WRITERS, write::approval)
        .post("/api/v1/bodies/{body}/agenda/publication", WRITERS, write::publication)
        .post("/api/v1/bodies/{body}/agenda/projects", WRITERS, write::projects)
        .get("/api/v1/bodies/{body}/actions", Anyone, read::actions)
        .post("/api/v1/bodies/{body}/actions", WRITERS, write::action_post)
        .get("/api/v1/bodies/{body}/actions/{code}", Anyone, read::action)
        .put("/api/v1/bodies/{body}/actions/{code}", WRITERS, write::action_put)
        .post("/api/v1/bodies/{body}/actions/{code}/state", WRITERS, write::state_post)
        .post("/api/v1/bodies/{body}/actions/{code}/origins", WRITERS, write::origin_post)
        .post("/api/v1/bodies/{body}/actions/{code}/results", WRITERS, write::result_post)
        .put("/api/v1/bodies/{body}/actions/{code}/results/{result}", WRITERS, write::result_put)
        .post(
            "/api/v1/bodies/{body}/actions/{code}/results/{result}/indicators",
            WRITERS,
            write::indicator_post,
        )
        .put("/api/v1/bodies/{body}/indicators/{indicator}", WRITERS, write::indicator_put)
}

/// Why a call got no answer of the usual kind.
#[derive(Debug)]
pub enum Refused {
    /// A failure that pages know as well.
    Web(WebError),
    /// A refusal of the rules.
    Problem(Box<Problem>),
}

impl From<WebError> for Refused {
    fn from(error: WebError) -> Self {
        Self::Web(error)
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        match self {
            Self::Web(error) => error.into_response(),
            Self::Problem(problem) => problem.into_response(),
        }
    }
}

/// A refusal of the Agenda as problem+json.
pub fn refused(visit: &Visit, error: &AgendaError) -> Refused {
    let conflict =
        |text: String| Refused::Problem(Box::new(Problem::new(visit, StatusCode::CONFLICT, text)));
    match error {
        AgendaError::Invalid(errors) => Refused::Problem(Box::new(Problem::fields(visit, errors))),
        AgendaError::NotFound => Refused::Web(WebError::NotFound),
        AgendaError::Store(error) => Refused::Web(WebError::Internal(error.to_string())),
        AgendaError::Incomplete(gaps) => {
            let mut text = view::refusal(visit, error);
            for gap in gaps.iter().filter(|gap| gap.blocks()) {
                text.push(' ');
                text.push_str(&view::gap(visit, "", gap).text);
            }
            conflict(text)
        }
        other => conflict(view::refusal(visit, other)),
    }
}
