//! The pages that belong to no phase: the network's home, a body's home, the small print, health.

mod account;
mod health;
mod homes;
mod print;

use identity::Identity;
use kernel::Access::{Anyone, SignedIn};
use web::{MenuEntry, Routes};

/// The messages of these pages.
pub const TEXTS: texts::Source = texts::source!();

/// A body's main menu.
pub fn menu() -> Vec<MenuEntry> {
    vec![MenuEntry { path: "contatti", key: texts::key!("shell-contacts") }]
}

/// Every route of this part, beside who may.
pub fn routes(identity: &Identity) -> Routes {
    let (sign_in, sign_out, desk, body_desk) =
        (identity.clone(), identity.clone(), identity.clone(), identity.clone());
    let (network, body, find, status, state, logo) = (
        identity.clone(),
        identity.clone(),
        identity.clone(),
        identity.clone(),
        identity.clone(),
        identity.clone(),
    );
    Routes::new()
        .get("/", Anyone, move |visit| homes::network(visit, network.clone()))
        .get("/cerca", Anyone, move |visit, query| homes::search(visit, query, find.clone()))
        .get("/{body}/", Anyone, move |visit| homes::body(visit, body.clone()))
        .get("/{body}/stile.css", Anyone, homes::style)
        .get("/{body}/logo", Anyone, move |visit| homes::logo(visit, logo.clone()))
        .get("/lingua/{lang}", Anyone, homes::language)
        .get("/static/{name}", Anyone, web::assets::serve)
        .get("/accedi", Anyone, account::form)
        .post("/accedi", Anyone, move |visit, headers, pairs| {
            account::sign_in(visit, headers, pairs, sign_in.clone())
        })
        .post("/esci", Anyone, move |visit, pairs| {
            account::sign_out(visit, pairs, sign_out.clone())
        })
        .get("/scrivania", SignedIn, move |visit| account::desk(visit, desk.clone()))
        .get("/{body}/scrivania", SignedIn, move |visit| account::desk(visit, body_desk.clone()))
        .get("/guida", Anyone, print::help)
        .get("/contatti", Anyone, print::contacts)
        .get("/accessibilita", Anyone, print::accessibility)
        .get("/privacy", Anyone, print::privacy)
        .get("/licenza", Anyone, print::licence)
        .get("/sorgente", Anyone, print::source)
        .get("/{body}/contatti", Anyone, print::contacts)
        .get("/{body}/accessibilita", Anyone, print::accessibility)
        .get("/{body}/privacy", Anyone, print::privacy)
        .get("/status", Anyone, move |visit| health::status(visit, status.clone()))
        .get("/stato", Anyone, move |visit| health::page(visit, state.clone()))
}
