//! What every call of the API shares: JSON in, JSON out, refusals as problem+json (RFC 9457).

use axum::{
    Json,
    extract::{FromRequest, Request},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use kernel::form::FieldError;
use serde::{Serialize, de::DeserializeOwned};
use texts::Args;

use crate::{Visit, guard::API_BODIES};

/// One field that is wrong.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct WrongField {
    /// Name of the field.
    pub field: String,
    /// What to mend, in the caller's language.
    pub message: String,
}

/// A refusal.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct Problem {
    /// Always `about:blank`: the title says what the status means.
    pub r#type: String,
    /// The status in words.
    pub title: String,
    /// HTTP status.
    pub status: u16,
    /// What is wrong and how to mend it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub detail: String,
    /// Number to quote when asking for help.
    pub instance: String,
    /// The fields that are wrong.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<WrongField>,
}

impl Problem {
    /// A refusal of this visit.
    pub fn new(visit: &Visit, status: StatusCode, detail: impl Into<String>) -> Self {
        Self {
            r#type: "about:blank".into(),
            title: status.canonical_reason().unwrap_or("error").into(),
            status: status.as_u16(),
            detail: detail.into(),
            instance: visit.reference.clone(),
            errors: Vec::new(),
        }
    }

    /// A refusal because of fields (422).
    pub fn fields(visit: &Visit, errors: &[FieldError]) -> Self {
        let mut problem = Self::new(visit, StatusCode::UNPROCESSABLE_ENTITY, "");
        problem.errors = errors
            .iter()
            .map(|error| {
                let mut args = Args::new();
                args.set("n", error.n.unwrap_or_default());
                let message = visit.app.texts().format(visit.lang, error.key, &args);
                WrongField { field: error.field.to_owned(), message }
            })
            .collect();
        problem
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let text = serde_json::to_string(&self).unwrap_or_default();
        (status, [(header::CONTENT_TYPE, "application/problem+json")], text).into_response()
    }
}

/// A JSON document in the request; what cannot be read is answered with 400 and the reason.
#[derive(Debug, Clone)]
pub struct Given<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Given<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Self::Rejection> {
        let visit = request.extensions().get::<Visit>().cloned();
        Json::<T>::from_request(request, state).await.map(|json| Self(json.0)).map_err(|error| {
            let detail = error.body_text();
            match &visit {
                Some(visit) => Problem::new(visit, error.status(), detail),
                None => Problem {
                    r#type: "about:blank".into(),
                    title: "Bad Request".into(),
                    status: 400,
                    detail,
                    instance: String::new(),
                    errors: Vec::new(),
                },
            }
        })
    }
}

/// A piece of a list and where the next piece is.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct Listed<T> {
    /// The items of this piece.
    pub items: Vec<T>,
    /// Address of the next piece; absent at the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// The address of something of a body in the API: `path` has no slash at its beginning.
pub fn address(visit: &Visit, path: &str) -> String {
    let slug = visit.body.as_ref().map_or("", |body| body.slug.as_str());
    format!("{API_BODIES}{slug}/{path}")
}
