//! What a visitor sees when it does not work.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use store::StoreError;

use crate::{Page, Visit};

/// Why there is no answer of the usual kind.
#[derive(Debug, thiserror::Error)]
pub enum WebError {
    /// Nothing there.
    #[error("not found")]
    NotFound,
    /// The token is unknown or was revoked.
    #[error("unauthorized")]
    Unauthorized,
    /// Not for this person.
    #[error("forbidden")]
    Forbidden,
    /// The request makes no sense.
    #[error("bad request")]
    BadRequest,
    /// More bytes than a request may have.
    #[error("request too large")]
    TooLarge,
    /// Too many; try again after so many seconds.
    #[error("too many requests")]
    TooMany(u64),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The program failed.
    #[error("{0}")]
    Internal(String),
}

impl WebError {
    fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Unauthorized => StatusCode::UNAUTHORIZED,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::BadRequest => StatusCode::BAD_REQUEST,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Store(_) | Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

const PROBLEM: &str = "application/problem+json";

/// A failure on its way out; the guard turns it into a page or problem+json.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Failed {
    retry_after: Option<u64>,
}

impl IntoResponse for WebError {
    fn into_response(self) -> Response {
        if matches!(self, Self::Store(_) | Self::Internal(_)) {
            tracing::error!(error = %self, "request failed");
        }
        let retry_after = if let Self::TooMany(seconds) = self { Some(seconds) } else { None };
        let mut response = self.status().into_response();
        response.extensions_mut().insert(Failed { retry_after });
        response
    }
}

#[derive(askama::Template)]
#[template(path = "error.html")]
struct ErrorPage {
    page: Page,
    status: u16,
    reference: String,
    retry_after: i64,
}

/// Dresses a failure for who asked: problem+json (RFC 9457) below `/api/`, otherwise a page.
pub(crate) fn dress(visit: &Visit, response: Response) -> Response {
    // The limit around all routes refuses without a word of ours.
    let response = if response.status() == StatusCode::PAYLOAD_TOO_LARGE
        && response.extensions().get::<Failed>().is_none()
        && response.headers().get(header::CONTENT_TYPE).is_none_or(|kind| kind != PROBLEM)
    {
        WebError::TooLarge.into_response()
    } else {
        response
    };
    let Some(failed) = response.extensions().get::<Failed>().copied() else { return response };
    let status = response.status();
    let retry_after = failed.retry_after.and_then(|s| i64::try_from(s).ok()).unwrap_or(0);
    let mut dressed = if ["/api/", "/hsds/"].iter().any(|at| visit.path.starts_with(at)) {
        let problem = serde_json::json!({
            "type": "about:blank",
            "title": status.canonical_reason().unwrap_or("error"),
            "status": status.as_u16(),
            "instance": visit.reference,
        });
        ([(header::CONTENT_TYPE, PROBLEM)], problem.to_string()).into_response()
    } else {
        let number = i64::from(status.as_u16());
        let page = Page::new(visit, visit.tn(texts::key!("error-title"), number));
        let template = ErrorPage {
            page,
            status: status.as_u16(),
            reference: visit.reference.clone(),
            retry_after,
        };
        crate::html(&template).unwrap_or_else(|_| status.into_response())
    };
    *dressed.status_mut() = status;
    if retry_after > 0 {
        dressed.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(retry_after));
    }
    dressed
}
