//! The pages that belong to no phase: the network's home, a body's home, the small print, health.

mod account;
mod documents;
mod health;
mod homes;
mod print;

use kernel::Access::{Anyone, SignedIn};
use web::{MenuEntry, Routes};

/// The messages of these pages.
pub const TEXTS: texts::Source = texts::source!();

/// Entries of a body's main menu.
pub const MENU: &[MenuEntry] =
    &[MenuEntry { path: "contatti", key: texts::key!("shell-contacts") }];

/// Every route of this part, beside who may.
pub fn routes() -> Routes {
    Routes::new()
        .get("/", Anyone, homes::network)
        .get("/cerca", Anyone, homes::search)
        .get("/{body}/", Anyone, homes::body)
        .get("/{body}/stile.css", Anyone, homes::style)
        .get("/{body}/logo", Anyone, homes::logo)
        .get("/lingua/{lang}", Anyone, homes::language)
        .get("/static/{name}", Anyone, web::assets::serve)
        .get("/accedi", Anyone, account::form)
        .post("/accedi", Anyone, account::sign_in)
        .post("/esci", Anyone, account::sign_out)
        .get("/scrivania", SignedIn, account::desk)
        .get("/{body}/scrivania", SignedIn, account::desk)
        .get("/guida", Anyone, print::help)
        .get("/contatti", Anyone, print::contacts)
        .get("/accessibilita", Anyone, print::accessibility)
        .get("/privacy", Anyone, print::privacy)
        .get("/licenza", Anyone, print::licence)
        .get("/sorgente", Anyone, print::source)
        .get("/{body}/contatti", Anyone, print::contacts)
        .get("/{body}/accessibilita", Anyone, print::accessibility)
        .get("/{body}/privacy", Anyone, print::privacy)
        .get("/status", Anyone, health::status)
        .get("/stato", Anyone, health::page)
        .and(documents::routes())
}
