//! The pages of this phase: the Agenda and its actions with their numbers, the follow-up, the readings on the desk.
//!
//! `/{body}/agenda` and `/{body}/agenda/azioni/{code}` are here and not in `agenda`: a page of an action
//! shows its readings, and `agenda` knows nothing of readings while this crate knows both.

mod action;

mod desk;
mod follow_up;
mod promise;
pub mod view;

use kernel::{
    Access::{self, Anyone, Roles},
    Role,
};
use texts::key;
use web::{DeskEntry, MenuEntry, Routes};

/// Who sees the readings that are due.
const READERS: Access = Roles(&[Role::Lead, Role::Facilitator]);
/// Who writes readings down.
const WRITERS: Access = Roles(&[Role::Lead]);

/// Entries of a body's main menu.
pub const MENU: &[MenuEntry] = &[MenuEntry { path: "monitoraggio", key: key!("nav-monitoring") }];

/// Places of the desk.
pub const DESK: &[DeskEntry] = &[DeskEntry {
    path: "scrivania/misure",
    key: key!("monitoring-desk-name"),
    text: key!("monitoring-desk-text"),
    icon: "it-check-circle",
    access: READERS,
}];

/// Every page, beside who may.
pub fn routes() -> Routes {
    Routes::new()
        .get("/{body}/agenda", Anyone, promise::page)
        .get("/{body}/agenda/azioni/{code}", Anyone, action::page)
        .get("/{body}/monitoraggio", Anyone, follow_up::page)
        .get("/{body}/monitoraggio/{indicator}", Anyone, follow_up::indicator)
        .get("/{body}/scrivania/misure", READERS, desk::page)
        .get("/{body}/scrivania/misure/{indicator}", READERS, desk::indicator)
        .post("/{body}/scrivania/misure/{indicator}", WRITERS, desk::record)
        .get("/{body}/scrivania/misure/{indicator}/correggi/{reading}", WRITERS, desk::correction)
        .post("/{body}/scrivania/misure/{indicator}/correggi/{reading}", WRITERS, desk::correct)
}
