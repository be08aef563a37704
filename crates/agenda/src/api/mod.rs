//! The API of this phase: the same use cases as the pages, for programs.

use utoipa::OpenApi;
use web::Routes;

/// The description of these calls.
#[derive(Debug, OpenApi)]
#[openapi()]
pub struct Api;

/// Every call, beside who may.
pub fn routes() -> Routes {
    Routes::new()
}
