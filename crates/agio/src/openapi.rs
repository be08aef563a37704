//! The description of the API, put together from every phase.

use utoipa::{
    OpenApi,
    openapi::{
        Info, License, OpenApi as Document, SecurityRequirement, Server,
        security::{Http, HttpAuthScheme, SecurityScheme},
    },
};
use web::api::{Problem, WrongField};

#[derive(OpenApi)]
#[openapi(components(schemas(Problem, WrongField)))]
struct Shared;

/// OpenAPI 3.1 of everything below `/api/v1`.
pub fn document() -> Document {
    let mut document = Shared::openapi();
    for part in [
        network::api::Api::openapi(),
        profile::api::Api::openapi(),
        profile::api::actors::Api::openapi(),
        participation::api::Api::openapi(),
        workday::api::Api::openapi(),
        agenda::api::Api::openapi(),
        monitoring::api::Api::openapi(),
    ] {
        document.merge(part);
    }
    let mut info = Info::new("AGIO", env!("CARGO_PKG_VERSION"));
    info.description = Some(
        "Local Social Agenda: services, ideas, working days, actions and readings of every body. \
         Reading public things needs no account; the rest needs a token, made on the pages \
         (Authorization: Bearer …). Refusals are application/problem+json (RFC 9457). Dates are \
         ISO 8601, money is in cents, instants are UTC."
            .into(),
    );
    info.license = Some(License::new("AGPL-3.0-or-later"));
    document.info = info;
    document.servers = Some(vec![Server::new("/")]);
    let scheme = SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer));
    document.components.get_or_insert_default().add_security_scheme("token", scheme);
    // Nothing, or a token: each call says in its description what it asks.
    let token = SecurityRequirement::new::<_, [&str; 0], &str>("token", []);
    document.security = Some(vec![SecurityRequirement::default(), token]);
    document
}
