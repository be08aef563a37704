//! From a request to a page: who asks, whether they may, and what they get back.
//!
//! A phase gives its [`Routes`], each with the access it asks; the [`guard`] finds the body, the
//! person and the language, and lets the handler run; the handler fills a page struct.

pub mod api;
pub mod app;
pub mod assets;
pub mod cache;
pub mod error;
pub mod form;
pub mod guard;
pub mod limits;
pub mod mail;
pub mod page;
pub mod routes;
pub mod thread;
pub mod visit;

pub use app::{App, BodyInfo, Config, DeskEntry, Gate, MenuEntry};
pub use error::WebError;
pub use form::Form;
pub use page::Page;
pub use routes::{RouteInfo, Routes};
pub use visit::{Asked, Pairs, Part, Upload, Visit};

/// The messages of this crate.
pub const TEXTS: texts::Source = texts::source!();

/// Whether an address given by a visitor is a path of this site: `//host` would lead away.
pub fn is_inside(path: &str) -> bool {
    path.starts_with('/') && !path.starts_with("//") && !path.contains('\\')
}

/// Writes a text so that it can stand in a query.
pub fn encode(text: &str) -> String {
    use std::fmt::Write as _;
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~' | b'/') {
            out.push(byte as char);
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// Goes to a page that says what was done: `done` is a message key that begins with `done-`.
pub fn see_other(to: &str, done: &str) -> axum::response::Response {
    use axum::response::IntoResponse;
    let (address, part) =
        to.split_once('#').map_or((to, String::new()), |(a, p)| (a, format!("#{p}")));
    let joint = if address.contains('?') { '&' } else { '?' };
    axum::response::Redirect::to(&format!("{address}{joint}esito={done}{part}")).into_response()
}

/// Shows a template as an HTML answer.
pub fn html(template: &impl askama::Template) -> Result<axum::response::Response, WebError> {
    use axum::response::IntoResponse;
    let text = template.render().map_err(|e| WebError::Internal(e.to_string()))?;
    Ok(axum::response::Html(form::name_errors(text)).into_response())
}
