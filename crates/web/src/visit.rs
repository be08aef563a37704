//! One request, understood: body, person, language.

use std::sync::Arc;

use axum::{
    extract::{FromRequest, FromRequestParts, Request},
    http::request::Parts,
};
use kernel::{BodyId, Principal};
use texts::{Args, Lang};

use crate::{App, BodyInfo, WebError};

/// What the guard found out about a request.
#[derive(Debug, Clone)]
pub struct Visit {
    /// The program.
    pub app: App,
    /// Language of the answer.
    pub lang: Lang,
    /// The body of the address.
    pub body: Option<Arc<BodyInfo>>,
    /// Who asks.
    pub principal: Principal,
    /// The session cookie, when there is one.
    pub session: Option<String>,
    /// Path of the address.
    pub path: String,
    /// Path and query of the address.
    pub path_and_query: String,
    /// Number to quote when something breaks.
    pub reference: String,
}

impl Visit {
    /// The body; pages below `/{body}/` always have one.
    pub fn body(&self) -> Result<&BodyInfo, WebError> {
        self.body.as_deref().ok_or(WebError::NotFound)
    }

    /// The id of the body.
    pub fn body_id(&self) -> Result<BodyId, WebError> {
        self.body().map(|body| body.id)
    }

    /// The text of a key.
    pub fn t(&self, key: &str) -> String {
        self.app.texts().text(self.lang, key).to_owned()
    }

    /// The text of a key with the number `$n`.
    pub fn tn(&self, key: &str, n: i64) -> String {
        let mut args = Args::new();
        args.set("n", n);
        self.app.texts().format(self.lang, key, &args)
    }
}

impl<S: Sync> FromRequestParts<S> for Visit {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        parts.extensions.get::<Self>().cloned().ok_or_else(|| WebError::Internal("no guard".into()))
    }
}

/// The pairs of a submitted form, in order, repeated names kept.
#[derive(Debug, Clone, Default)]
pub struct Pairs(pub Vec<(String, String)>);

impl<S: Send + Sync> FromRequest<S> for Pairs {
    type Rejection = WebError;

    async fn from_request(request: Request, state: &S) -> Result<Self, Self::Rejection> {
        axum::extract::Form::<Vec<(String, String)>>::from_request(request, state)
            .await
            .map(|form| Self(form.0))
            .map_err(|_| WebError::BadRequest)
    }
}
