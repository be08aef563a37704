//! One request, understood: body, person, language.

use std::{net::IpAddr, sync::Arc};

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
    /// The network address asking, as far as we believe it.
    pub from: IpAddr,
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

    /// Counts one try of a secret code, before it is looked up.
    pub fn count_guess(&self) -> Result<(), WebError> {
        if !self.app.config().rate_limit {
            return Ok(());
        }
        self.app.limits().count_guess(self.from).map_err(WebError::TooMany)
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

/// A part of the program, by its type.
#[derive(Debug, Clone)]
pub struct Part<T>(pub T);

impl<T: Clone + Send + Sync + 'static, S: Sync> FromRequestParts<S> for Part<T> {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        let visit = parts.extensions.get::<Visit>();
        visit
            .and_then(|visit| visit.app.part::<T>())
            .map(Self)
            .ok_or_else(|| WebError::Internal(format!("no {}", std::any::type_name::<T>())))
    }
}

/// The pairs of the address's query, in order.
#[derive(Debug, Clone, Default)]
pub struct Asked(pub Vec<(String, String)>);

impl Asked {
    /// What was asked under a name, spaces around it dropped; empty when nothing was.
    pub fn value(&self, name: &str) -> &str {
        self.0.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.trim())
    }

    /// The query with one pair put in place of those of the same name, `?` included.
    pub fn with(&self, name: &str, value: &str) -> String {
        let others = self.0.iter().filter(|(key, v)| key != name && !v.trim().is_empty());
        let pairs: Vec<String> = others
            .map(|(key, v)| (key.as_str(), v.as_str()))
            .chain((!value.is_empty()).then_some((name, value)))
            .map(|(key, v)| format!("{}={}", crate::encode(key), crate::encode(v)))
            .collect();
        if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
    }
}

impl<S: Sync> FromRequestParts<S> for Asked {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        axum::extract::Query::<Vec<(String, String)>>::try_from_uri(&parts.uri)
            .map(|query| Self(query.0))
            .map_err(|_| WebError::BadRequest)
    }
}

/// A file sent with a form.
#[derive(Debug, Clone)]
pub struct Sent {
    /// The field it came in.
    pub field: String,
    /// Its name on the sender's machine; may be empty.
    pub name: String,
    /// What it holds.
    pub bytes: bytes::Bytes,
}

/// A form sent as `multipart/form-data`: its pairs and its files.
#[derive(Debug, Clone, Default)]
pub struct Upload {
    /// Fields that are no files, in order.
    pub pairs: Vec<(String, String)>,
    /// Files; a field left empty gives none.
    pub files: Vec<Sent>,
}

impl<S: Send + Sync> FromRequest<S> for Upload {
    type Rejection = WebError;

    async fn from_request(request: Request, state: &S) -> Result<Self, Self::Rejection> {
        use axum::{
            extract::{DefaultBodyLimit, Multipart, multipart::MultipartError},
            http::StatusCode,
        };
        let bad = |error: MultipartError| {
            if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
                WebError::TooLarge
            } else {
                WebError::BadRequest
            }
        };
        // The limit of every request is enough; axum's own of 2 MB is meant for small forms.
        let mut request = request;
        DefaultBodyLimit::disable().apply(&mut request);
        let mut parts =
            Multipart::from_request(request, state).await.map_err(|_| WebError::BadRequest)?;
        let mut upload = Self::default();
        while let Some(part) = parts.next_field().await.map_err(bad)? {
            let field = part.name().unwrap_or_default().to_owned();
            match part.file_name().map(ToOwned::to_owned) {
                Some(name) => {
                    let bytes = part.bytes().await.map_err(bad)?;
                    if !bytes.is_empty() {
                        upload.files.push(Sent { field, name, bytes });
                    }
                }
                None => upload.pairs.push((field, part.text().await.map_err(bad)?)),
            }
        }
        Ok(upload)
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
