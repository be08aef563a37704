//! The pages of this phase.

mod databases;
mod matrix;
mod profile;
mod services;
mod words;

use kernel::{Access::Anyone, id::Uuid};
use web::{Asked, DeskEntry, MenuEntry, Routes, Visit, WebError};

use crate::{ProfileError, service::Place};

/// Entries of a body's main menu.
pub const MENU: &[MenuEntry] =
    &[MenuEntry { path: "profilo", key: texts::key!("nav-profile") }];

/// Places of the desk.
pub const DESK: &[DeskEntry] = &[];

/// Every page, beside who may.
pub fn routes() -> Routes {
    Routes::new()
        .get("/{body}/profilo", Anyone, profile::page)
        .get("/{body}/profilo/servizi", Anyone, services::list)
        .get("/{body}/profilo/servizi/{code}", Anyone, services::page)
        .get("/{body}/profilo/basi-dati", Anyone, databases::list)
        .get("/{body}/profilo/basi-dati/{code}", Anyone, databases::page)
        .get("/{body}/profilo/matrice", Anyone, matrix::page)
}

/// The body one works in.
fn place(visit: &Visit) -> Result<Place, WebError> {
    let body = visit.body()?;
    Ok(Place { body: body.id, slug: body.slug.clone() })
}

/// The address of something below the body.
fn below(visit: &Visit, path: &str) -> Result<String, WebError> {
    Ok(format!("/{}/{path}", visit.body()?.slug))
}

/// The address of the body's profile.
#[derive(Debug, Clone)]
struct Root(String);

impl Root {
    fn of(visit: &Visit) -> Result<Self, WebError> {
        below(visit, "profilo").map(Self)
    }

    /// The address of something below it; `path` begins with a slash or is empty.
    fn at(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }

    /// The address of the body's home.
    fn home(&self) -> String {
        self.0.trim_end_matches("profilo").to_owned()
    }
}

impl std::fmt::Display for Root {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// A refusal where a page expects none: what is not there, or a failure.
fn unexpected(error: ProfileError) -> WebError {
    match error {
        ProfileError::NotFound => WebError::NotFound,
        ProfileError::Store(error) => error.into(),
        other => WebError::Internal(other.to_string()),
    }
}

/// The record after which a page of a list begins.
fn after(asked: &Asked) -> Option<Uuid> {
    asked.value("da").parse().ok()
}

/// The address of the next page of a list.
fn next(visit: &Visit, asked: &Asked, next: Option<Uuid>) -> String {
    next.map(|id| format!("{}{}", visit.path, asked.with("da", &id.to_string()))).unwrap_or_default()
}
