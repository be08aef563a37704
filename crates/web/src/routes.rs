//! A list of routes in which each stands beside the access it asks.

use axum::{
    Router,
    handler::Handler,
    http::Method,
    response::Redirect,
    routing::{MethodFilter, on},
};
use kernel::Access;

use crate::{App, Visit, WebError, guard};

/// One route as the table of routes shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RouteInfo {
    /// Method.
    pub method: Method,
    /// Path pattern.
    pub path: &'static str,
    /// Who may.
    pub access: Access,
}

/// The routes of a part of the program.
#[derive(Debug, Default)]
pub struct Routes {
    router: Router<App>,
    table: Vec<RouteInfo>,
}

impl Routes {
    /// No routes yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a page to read.
    #[must_use]
    pub fn get<H, T>(self, path: &'static str, access: Access, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.add(Method::GET, MethodFilter::GET, path, access, handler)
    }

    /// Adds an act that puts something in another's place (API only: browsers' forms cannot).
    #[must_use]
    pub fn put<H, T>(self, path: &'static str, access: Access, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.add(Method::PUT, MethodFilter::PUT, path, access, handler)
    }

    /// Adds an act.
    #[must_use]
    pub fn post<H, T>(self, path: &'static str, access: Access, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.add(Method::POST, MethodFilter::POST, path, access, handler)
    }

    fn add<H, T>(
        mut self,
        method: Method,
        filter: MethodFilter,
        path: &'static str,
        access: Access,
        handler: H,
    ) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        let of_a_body = path.starts_with("/{body}") || path.starts_with("/api/v1/bodies/{body}");
        let guarded = on(filter, handler).route_layer(axum::middleware::from_fn(
            move |request: axum::extract::Request, next: axum::middleware::Next| {
                guard::admit(access, of_a_body, request, next)
            },
        ));
        self.router = self.router.route(path, guarded);
        self.table.push(RouteInfo { method, path, access });
        self
    }

    /// Joins the routes of another part.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.router = self.router.merge(other.router);
        self.table.extend(other.table);
        self
    }

    /// Every route with its access.
    pub fn table(&self) -> &[RouteInfo] {
        &self.table
    }

    /// The router, with the guard around it.
    pub fn finish(self, app: App) -> Router {
        guard::around(self.router.fallback(other_spelling), app)
    }
}

/// No such page: people leave the last stroke out (`/rimini`) or put one in (`/rimini/agenda/`).
async fn other_spelling(method: Method, visit: Visit) -> Result<Redirect, WebError> {
    let (path, query) = visit.path_and_query.split_at(visit.path.len());
    let plain = path.trim_matches('/');
    let kept = method == Method::GET && !path.starts_with("//") && !path.starts_with("/api/");
    match (kept, path.ends_with('/')) {
        (true, true) if !plain.is_empty() => Ok(Redirect::permanent(&format!("/{plain}{query}"))),
        (true, false) if visit.body.is_some() && !plain.contains('/') => {
            Ok(Redirect::permanent(&format!("{path}/{query}")))
        }
        _ => Err(WebError::NotFound),
    }
}
