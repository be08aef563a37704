//! The pages of this phase: the editor of the Agenda on the desk, and its frozen versions for everybody.
//!
//! The pages `/{body}/agenda` and `/{body}/agenda/azioni/{code}` show readings too: they are in
//! `monitoring`, which knows both.

mod action;
mod action_form;
mod desk;
mod indicator;
mod publication;
mod result;
mod versions;
pub mod view;

use kernel::{
    Access::{self, Anyone, Roles},
    Role,
};
use texts::key;
use web::{DeskEntry, MenuEntry, Routes};

/// Who reads the Agenda being written.
const READERS: Access = Roles(&[Role::Lead, Role::Facilitator]);
/// Who writes it.
const WRITERS: Access = Roles(&[Role::Lead]);

/// Entries of a body's main menu.
pub const MENU: &[MenuEntry] = &[MenuEntry { path: "agenda", key: key!("nav-agenda") }];

/// Places of the desk.
pub const DESK: &[DeskEntry] = &[DeskEntry {
    path: "scrivania/agenda",
    key: key!("agenda-desk-name"),
    text: key!("agenda-desk-text"),
    icon: "it-flag",
    access: READERS,
}];

/// Every page, beside who may.
pub fn routes() -> Routes {
    Routes::new()
        .get("/{body}/agenda/versioni", Anyone, versions::list)
        .get("/{body}/agenda/versioni/{number}", Anyone, versions::one)
        .get("/{body}/scrivania/agenda", READERS, desk::page)
        .post("/{body}/scrivania/agenda/progetti", WRITERS, desk::bring_projects)
        .get("/{body}/scrivania/agenda/differenze", READERS, publication::differences)
        .get("/{body}/scrivania/agenda/bozza", WRITERS, publication::draft)
        .post("/{body}/scrivania/agenda/bozza", WRITERS, publication::draft_save)
        .get("/{body}/scrivania/agenda/approva", WRITERS, publication::approval)
        .post("/{body}/scrivania/agenda/approva", WRITERS, publication::approve)
        .get("/{body}/scrivania/agenda/pubblica", WRITERS, publication::publication)
        .post("/{body}/scrivania/agenda/pubblica", WRITERS, publication::publish)
        .get("/{body}/scrivania/agenda/azioni/nuova", WRITERS, action_form::blank)
        .post("/{body}/scrivania/agenda/azioni/nuova", WRITERS, action_form::create)
        .get("/{body}/scrivania/agenda/azioni/{code}", READERS, action::page)
        .get("/{body}/scrivania/agenda/azioni/{code}/modifica", WRITERS, action_form::filled)
        .post("/{body}/scrivania/agenda/azioni/{code}/modifica", WRITERS, action_form::edit)
        .post("/{body}/scrivania/agenda/azioni/{code}/stato", WRITERS, action::take_step)
        .post("/{body}/scrivania/agenda/azioni/{code}/origini", WRITERS, action::add_origin)
        .get("/{body}/scrivania/agenda/azioni/{code}/risultati/nuovo", WRITERS, result::blank)
        .post("/{body}/scrivania/agenda/azioni/{code}/risultati/nuovo", WRITERS, result::add)
        .get("/{body}/scrivania/agenda/azioni/{code}/risultati/{result}", WRITERS, result::filled)
        .post("/{body}/scrivania/agenda/azioni/{code}/risultati/{result}", WRITERS, result::edit)
        .post(
            "/{body}/scrivania/agenda/azioni/{code}/risultati/{result}/togli",
            WRITERS,
            result::remove,
        )
        .get(
            "/{body}/scrivania/agenda/azioni/{code}/risultati/{result}/indicatori/nuovo",
            WRITERS,
            indicator::blank,
        )
        .post(
            "/{body}/scrivania/agenda/azioni/{code}/risultati/{result}/indicatori/nuovo",
            WRITERS,
            indicator::add,
        )
        .get("/{body}/scrivania/agenda/indicatori/{indicator}", WRITERS, indicator::filled)
        .post("/{body}/scrivania/agenda/indicatori/{indicator}", WRITERS, indicator::edit)
        .post("/{body}/scrivania/agenda/indicatori/{indicator}/togli", WRITERS, indicator::remove)
        .post("/{body}/scrivania/agenda/indicatori/{indicator}/chiudi", WRITERS, indicator::close)
}
