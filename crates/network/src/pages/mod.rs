//! The network's home, the search over all bodies, and the home of one body.

mod body;
mod home;
mod search;

use kernel::Access::Anyone;
use web::Routes;

/// Every page, beside who may.
pub fn routes() -> Routes {
    Routes::new().get("/", Anyone, home::page).get("/cerca", Anyone, search::page).get(
        "/{body}/",
        Anyone,
        body::page,
    )
}
