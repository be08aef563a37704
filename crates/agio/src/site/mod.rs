//! The pages that belong to no phase: sign-in, the desk, a body's look, the small print, health.

mod account;
mod audit_file;
mod desk;
mod dev;
mod documents;
mod downloads;
mod health;
mod look;
pub mod metrics;
mod print;

use kernel::{
    Access::{Anyone, Roles, SignedIn},
    Role,
};
use web::{MenuEntry, Routes};

/// The messages of these pages.
pub const TEXTS: texts::Source = texts::source!();

/// Entries of a body's main menu.
pub const MENU: &[MenuEntry] =
    &[MenuEntry { path: "contatti", key: texts::key!("shell-contacts") }];

/// Every route of this part, beside who may.
pub fn routes() -> Routes {
    Routes::new()
        .get("/{body}/stile.css", Anyone, look::style)
        .get("/{body}/logo", Anyone, look::logo)
        .get("/lingua/{lang}", Anyone, look::language)
        .get("/static/{name}", Anyone, web::assets::serve)
        .get("/accedi", Anyone, account::form)
        .post("/accedi", Anyone, account::sign_in)
        .post("/esci", Anyone, account::sign_out)
        .get("/scrivania", SignedIn, desk::page)
        .get("/{body}/scrivania", SignedIn, desk::page)
        .get("/guida", Anyone, print::help)
        .get("/contatti", Anyone, print::contacts)
        .get("/accessibilita", Anyone, print::accessibility)
        .get("/privacy", Anyone, print::privacy)
        .get("/licenza", Anyone, print::licence)
        .get("/sorgente", Anyone, print::source)
        .get("/{body}/contatti", Anyone, print::contacts)
        .get("/{body}/accessibilita", Anyone, print::accessibility)
        .get("/{body}/privacy", Anyone, print::privacy)
        .get("/api/v1/openapi.json", Anyone, health::openapi)
        .get(
            "/{body}/scrivania/registro.csv",
            Roles(&[Role::Lead, Role::Guarantor]),
            audit_file::csv,
        )
        .get("/dev/posta", Anyone, dev::mail)
        .get("/dev/componenti", Anyone, dev::components)
        .get("/metrics", Anyone, metrics::scrape)
        .get("/status", Anyone, health::status)
        .get("/stato", Anyone, health::page)
        .and(downloads::routes())
        .and(documents::routes())
}
