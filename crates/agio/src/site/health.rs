//! Whether the program is well: for machines and for people.

use askama::Template;
use axum::{
    Json,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use identity::Identity;
use texts::key;
use web::{Page, Part, Visit, WebError, page::Fact};

async fn bodies(identity: &Identity) -> Result<usize, WebError> {
    // Asks the database and not the memory: a full disk or a lost server shows here.
    store::events::heads(identity.store().read()).await?;
    Ok(identity.bodies().tree().await?.len())
}

/// `/status`: 200 when requests can be served, 503 otherwise.
pub async fn status(visit: Visit, Part(identity): Part<Identity>) -> Response {
    let time = visit.app.store().clock().now().rfc3339();
    let (code, word) = match bodies(&identity).await {
        Ok(_) => (StatusCode::OK, "ok"),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "unavailable"),
    };
    let answer =
        serde_json::json!({"status": word, "version": env!("CARGO_PKG_VERSION"), "time": time});
    (code, Json(answer)).into_response()
}

#[derive(Template)]
#[template(path = "state.html")]
struct StatePage {
    page: Page,
    facts: Vec<Fact>,
}

/// `/stato`
pub async fn page(visit: Visit, Part(identity): Part<Identity>) -> Result<Response, WebError> {
    let count = bodies(&identity).await?;
    let page = Page::new(&visit, visit.t(key!("state-title")));
    let now = visit.app.store().clock().now();
    let facts = vec![
        Fact { label: visit.t(key!("state-program")), text: env!("CARGO_PKG_VERSION").to_owned() },
        Fact { label: visit.t(key!("state-bodies")), text: count.to_string() },
        Fact { label: visit.t(key!("state-time")), text: page.instant(now.0) },
    ];
    web::html(&StatePage { page, facts })
}

/// `/api/v1/openapi.json`: the description of the API.
pub async fn openapi() -> impl IntoResponse {
    Json(crate::openapi::document())
}
