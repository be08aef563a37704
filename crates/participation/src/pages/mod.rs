//! The pages of this phase: paths, ideas, following by code; for staff the path, moderation, answers, collecting.

mod collect;
pub(crate) mod common;
mod desk_ideas;
mod desk_paths;
mod desk_phases;
mod follow;
mod idea;
mod ideas;
mod moderation;
mod paths;
mod send;

use kernel::{
    Access::{Anyone, Roles, SignedIn},
    Role,
};
use web::{DeskEntry, MenuEntry, Routes};

/// Entries of a body's main menu.
pub const MENU: &[MenuEntry] = &[MenuEntry { path: "percorsi", key: texts::key!("nav-paths") }];

/// Who works on a path in any way.
pub(crate) const STAFF: &[Role] = &[Role::Lead, Role::Facilitator, Role::Moderator, Role::Operator];
/// Who decides on a path, and answers for the body.
pub(crate) const LEADS: &[Role] = &[Role::Lead];
/// Who says what may go public.
pub(crate) const MODERATORS: &[Role] = &[Role::Lead, Role::Moderator];

/// Places of the desk.
pub const DESK: &[DeskEntry] = &[DeskEntry {
    path: "scrivania/percorsi",
    key: texts::key!("path-desk-paths"),
    text: texts::key!("path-desk-paths-text"),
    icon: "it-comment",
    access: Roles(STAFF),
}];

/// Every page, beside who may.
pub fn routes() -> Routes {
    public().and(desk())
}

fn public() -> Routes {
    Routes::new()
        .get("/{body}/percorsi", Anyone, paths::list)
        .get("/{body}/percorsi/{path}", Anyone, paths::one)
        .get("/{body}/percorsi/{path}/idee", Anyone, ideas::list)
        .get("/{body}/percorsi/{path}/idee/nuova", Anyone, send::form)
        .post("/{body}/percorsi/{path}/idee/nuova", Anyone, send::send)
        .get("/{body}/percorsi/{path}/idee/simili", Anyone, send::alike)
        .get("/{body}/percorsi/{path}/idee/{number}", Anyone, idea::one)
        // Who is not signed in is led to the sign-in page and back, not refused.
        .post("/{body}/percorsi/{path}/idee/{number}/sostieni", Anyone, idea::support)
        .post("/{body}/percorsi/{path}/idee/{number}/commenti", Anyone, idea::comment)
        .get("/{body}/segui", Anyone, follow::form)
        .post("/{body}/segui", Anyone, follow::show)
        .post("/{body}/segui/completa", Anyone, follow::resubmit)
        .post("/{body}/segui/ritira", Anyone, follow::withdraw)
}

fn desk() -> Routes {
    Routes::new()
        // Roles may be held on one path alone: the page shows those paths.
        .get("/{body}/scrivania/percorsi", SignedIn, desk_paths::list)
        .get("/{body}/scrivania/nuovo-percorso", Roles(LEADS), desk_paths::new)
        .post("/{body}/scrivania/nuovo-percorso", Roles(LEADS), desk_paths::create)
        .get("/{body}/scrivania/percorsi/{path}", Roles(STAFF), desk_paths::one)
        .get("/{body}/scrivania/percorsi/{path}/testi", Roles(LEADS), desk_paths::texts)
        .post("/{body}/scrivania/percorsi/{path}/testi", Roles(LEADS), desk_paths::edit)
        .post("/{body}/scrivania/percorsi/{path}/passo", Roles(LEADS), desk_paths::advance)
        .get("/{body}/scrivania/percorsi/{path}/fasi/nuova", Roles(LEADS), desk_phases::new)
        .post("/{body}/scrivania/percorsi/{path}/fasi/nuova", Roles(LEADS), desk_phases::add)
        .get("/{body}/scrivania/percorsi/{path}/fasi/{phase}", Roles(LEADS), desk_phases::one)
        .post("/{body}/scrivania/percorsi/{path}/fasi/{phase}", Roles(LEADS), desk_phases::edit)
        .post(
            "/{body}/scrivania/percorsi/{path}/fasi/{phase}/togli",
            Roles(LEADS),
            desk_phases::remove,
        )
        .get("/{body}/scrivania/percorsi/{path}/moderazione", Roles(MODERATORS), moderation::queue)
        .post(
            "/{body}/scrivania/percorsi/{path}/moderazione/{number}/pubblica",
            Roles(MODERATORS),
            moderation::publish,
        )
        .post(
            "/{body}/scrivania/percorsi/{path}/moderazione/{number}/completare",
            Roles(MODERATORS),
            moderation::ask_change,
        )
        .post(
            "/{body}/scrivania/percorsi/{path}/moderazione/{number}/rifiuta",
            Roles(MODERATORS),
            moderation::refuse,
        )
        .post(
            "/{body}/scrivania/percorsi/{path}/commenti/{comment}",
            Roles(MODERATORS),
            moderation::settle_comment,
        )
        .get("/{body}/scrivania/percorsi/{path}/idee", Roles(STAFF), desk_ideas::list)
        .get("/{body}/scrivania/percorsi/{path}/idee/{number}", Roles(STAFF), desk_ideas::one)
        .post(
            "/{body}/scrivania/percorsi/{path}/idee/{number}/esito",
            Roles(LEADS),
            desk_ideas::examine,
        )
        .get("/{body}/scrivania/percorsi/{path}/raccogli", Roles(STAFF), collect::form)
        .post("/{body}/scrivania/percorsi/{path}/raccogli", Roles(STAFF), collect::collect)
}
