//! The pages of this phase.

mod actors;
mod ask;
mod claims;
mod classes;
mod confirm;
mod databases;
mod desk;
mod edit;
mod edit_rows;
mod exchanges;
mod findings;
mod import;
mod import_start;
mod keeping;
mod links;
mod log;
mod matrix;
mod needs;
mod offer;
pub mod open_data;
mod origins;
mod plan_sheets;
mod profile;
mod proposals;
mod reports;
mod services;
mod snapshots;
mod vocabularies;
mod vocabulary_import;
mod words;

use kernel::{
    Access::{self, Anyone, Roles},
    Role,
    id::Uuid,
};
use web::{Asked, DeskEntry, MenuEntry, Routes, Visit, WebError, page::ThreadItem};

pub use findings::reason as finding_reason;
pub(crate) use findings::{look_again, need_words};
pub(crate) use import::samples;

use crate::{ProfileError, service::Place};

/// Entries of a body's main menu.
pub const MENU: &[MenuEntry] = &[MenuEntry { path: "profilo", key: texts::key!("nav-profile") }];

/// Who writes the census.
pub const CENSUS: Access = Roles(&[Role::Lead, Role::Facilitator]);

/// Who brings whole files in.
pub const IMPORT: Access = Roles(&[Role::Lead]);

/// Places of the desk.
pub const DESK: &[DeskEntry] = &[
    DeskEntry {
        path: "scrivania/servizi",
        key: texts::key!("profile-services"),
        text: texts::key!("profile-desk-services"),
        icon: "it-list",
        access: CENSUS,
    },
    DeskEntry {
        path: "scrivania/basi-dati",
        key: texts::key!("profile-databases"),
        text: texts::key!("profile-desk-databases"),
        icon: "it-folder",
        access: CENSUS,
    },
    DeskEntry {
        path: "scrivania/rilievi",
        key: texts::key!("findings-title"),
        text: texts::key!("findings-desk"),
        icon: "it-flag",
        access: CENSUS,
    },
    DeskEntry {
        path: "scrivania/fotografie",
        key: texts::key!("snapshots-title"),
        text: texts::key!("snapshots-desk"),
        icon: "it-camera",
        access: CENSUS,
    },
    DeskEntry {
        path: "scrivania/schede",
        key: texts::key!("profile-plan-sheets"),
        text: texts::key!("profile-desk-plan-sheets"),
        icon: "it-note",
        access: CENSUS,
    },
    DeskEntry {
        path: "scrivania/importa",
        key: texts::key!("profile-import-title"),
        text: texts::key!("profile-desk-import"),
        icon: "it-upload",
        access: IMPORT,
    },
    DeskEntry {
        path: "scrivania/vocabolari",
        key: texts::key!("vocabulary-title"),
        text: texts::key!("vocabulary-desk"),
        icon: "it-files",
        access: CENSUS,
    },
    DeskEntry {
        path: "scrivania/attori",
        key: texts::key!("actor-title"),
        text: texts::key!("actor-desk-text"),
        icon: "it-pa",
        access: CENSUS,
    },
    DeskEntry {
        path: "scrivania/proposte",
        key: texts::key!("proposal-desk-title"),
        text: texts::key!("proposal-desk-text"),
        icon: "it-comment",
        access: CENSUS,
    },
    DeskEntry {
        path: "scrivania/conferme",
        key: texts::key!("confirm-desk-title"),
        text: texts::key!("confirm-desk-text"),
        icon: "it-mail",
        access: CENSUS,
    },
    DeskEntry {
        path: "schede",
        key: texts::key!("keep-title"),
        text: texts::key!("keep-desk-text"),
        icon: "it-list",
        access: Roles(&[Role::Actor]),
    },
];

/// Every page, beside who may.
pub fn routes() -> Routes {
    Routes::new()
        .get("/{body}/profilo", Anyone, profile::page)
        .get("/{body}/profilo/servizi", Anyone, services::list)
        .get("/{body}/profilo/servizi/{code}", Anyone, services::page)
        .get("/{body}/profilo/basi-dati", Anyone, databases::list)
        .get("/{body}/profilo/basi-dati/{code}", Anyone, databases::page)
        .get("/{body}/profilo/matrice", Anyone, matrix::page)
        .get("/{body}/bisogni", Anyone, needs::page)
        .get("/{body}/profilo/fotografie", Anyone, snapshots::public)
        .get("/{body}/profilo/fotografie/{n}", Anyone, snapshots::one)
        .get("/{body}/scrivania/fotografie", CENSUS, snapshots::desk)
        .post("/{body}/scrivania/fotografie", CENSUS, snapshots::take)
        .post("/{body}/scrivania/fotografie/{n}/pubblica", CENSUS, snapshots::publish)
        .get("/{body}/profilo/mappa", Anyone, offer::page)
        .get("/{body}/profilo/rilievi", Anyone, findings::public)
        .get("/{body}/scrivania/rilievi", CENSUS, findings::desk)
        .post("/{body}/scrivania/rilievi/controlla", CENSUS, findings::look)
        .get("/{body}/scrivania/rilievi/{id}", CENSUS, findings::one)
        .post("/{body}/scrivania/rilievi/{id}/accetta", CENSUS, findings::accept)
        .post("/{body}/scrivania/rilievi/{id}/rimanda", CENSUS, findings::postpone)
        .post("/{body}/scrivania/rilievi/{id}/lascia", CENSUS, findings::dismiss)
        .post("/{body}/scrivania/rilievi/{id}/ritira", CENSUS, findings::take_back)
        .get("/{body}/scrivania/bisogni/nuovo", CENSUS, findings::new_need)
        .post("/{body}/scrivania/bisogni/nuovo", CENSUS, findings::write_need)
        .get("/{body}/profilo/schede", Anyone, plan_sheets::list)
        .get("/{body}/profilo/schede/{code}", Anyone, plan_sheets::page)
        .get("/{body}/scrivania/schede", CENSUS, desk::plan_sheets)
        .get("/{body}/scrivania/schede/nuovo", CENSUS, edit::new_sheet)
        .post("/{body}/scrivania/schede/nuovo", CENSUS, edit::create_sheet)
        .get("/{body}/scrivania/schede/{code}", CENSUS, edit::sheet)
        .post("/{body}/scrivania/schede/{code}", CENSUS, edit::save_sheet)
        .post("/{body}/scrivania/schede/{code}/controllato", CENSUS, desk::sheet_checked)
        .get("/{body}/scrivania/servizi", CENSUS, desk::services)
        .get("/{body}/scrivania/servizi/nuovo", CENSUS, edit::new_service)
        .post("/{body}/scrivania/servizi/nuovo", CENSUS, edit::create_service)
        .get("/{body}/scrivania/servizi/{code}", CENSUS, edit::service)
        .post("/{body}/scrivania/servizi/{code}", CENSUS, edit::save_service)
        .post("/{body}/scrivania/servizi/{code}/controllato", CENSUS, desk::service_checked)
        .get("/{body}/scrivania/servizi/{code}/storia", CENSUS, origins::service)
        .get("/{body}/scrivania/servizi/{code}/collegamenti", CENSUS, links::page)
        .post("/{body}/scrivania/servizi/{code}/collegamenti", CENSUS, links::put)
        .post("/{body}/scrivania/servizi/{code}/collegamenti/togli", CENSUS, links::remove)
        .get("/{body}/scrivania/basi-dati", CENSUS, desk::databases)
        .get("/{body}/scrivania/basi-dati/nuovo", CENSUS, edit::new_database)
        .post("/{body}/scrivania/basi-dati/nuovo", CENSUS, edit::create_database)
        .get("/{body}/scrivania/basi-dati/{code}", CENSUS, edit::database)
        .post("/{body}/scrivania/basi-dati/{code}", CENSUS, edit::save_database)
        .post("/{body}/scrivania/basi-dati/{code}/controllato", CENSUS, desk::database_checked)
        .get("/{body}/scrivania/basi-dati/{code}/storia", CENSUS, origins::database)
        .get("/{body}/scrivania/basi-dati/{code}/scambi", CENSUS, exchanges::page)
        .post("/{body}/scrivania/basi-dati/{code}/scambi", CENSUS, exchanges::put)
        .post("/{body}/scrivania/basi-dati/{code}/scambi/togli", CENSUS, exchanges::remove)
        .get("/{body}/scrivania/importa", IMPORT, import_start::start)
        .post("/{body}/scrivania/importa", IMPORT, import_start::upload)
        .post("/{body}/scrivania/importa/indirizzo", IMPORT, import_start::ask)
        .post("/{body}/scrivania/importa/indirizzo/{id}/togli", IMPORT, import_start::forget)
        .get("/{body}/scrivania/importa/fatto", IMPORT, import::done)
        .get("/{body}/scrivania/importa/{id}", IMPORT, import::columns)
        .post("/{body}/scrivania/importa/{id}", IMPORT, import::match_columns)
        .get("/{body}/scrivania/importa/{id}/anteprima", IMPORT, import::preview)
        .get("/{body}/scrivania/importa/registro", IMPORT, log::list)
        .get("/{body}/scrivania/importa/registro/{id}", IMPORT, log::entry)
        .get("/{body}/scrivania/importa/registro/{id}/annulla", IMPORT, log::undo_page)
        .post("/{body}/scrivania/importa/registro/{id}/annulla", IMPORT, log::undo)
        .post("/{body}/scrivania/importa/{id}/lettura", IMPORT, import::reread)
        .post("/{body}/scrivania/importa/{id}/dimentica", IMPORT, import::forget)
        .post("/{body}/scrivania/importa/{id}/scelte", IMPORT, import::choose)
        .post("/{body}/scrivania/importa/{id}/applica", IMPORT, import::apply)
        .post("/{body}/scrivania/importa/{id}/abbandona", IMPORT, import::abandon)
        .and(actors::routes())
        .and(claims::routes())
        .and(keeping::routes())
        .and(proposals::routes())
        .and(reports::routes())
        .and(vocabularies::routes())
        .and(vocabulary_import::routes())
        .and(confirm::routes())
        .and(ask::routes())
}

/// Who decides about keepers: to give a role is the lead's.
pub const KEEPERS: Access = IMPORT;

/// The body with what its letters need.
pub(crate) fn site(visit: &Visit) -> Result<crate::site::Site, WebError> {
    let body = visit.body()?;
    Ok(crate::site::Site {
        place: place(visit)?,
        name: body.name.clone(),
        base_url: visit.app.config().base_url.clone(),
        contact: kernel::email::Email::parse(&body.contact_email),
    })
}

/// A refusal that a form can show: its status, and the form with what was typed.
fn refusal(
    visit: &Visit,
    pairs: Vec<(String, String)>,
    error: ProfileError,
) -> Result<(axum::http::StatusCode, web::Form), WebError> {
    use axum::http::StatusCode;
    match error {
        ProfileError::Invalid(errors) => {
            Ok((StatusCode::UNPROCESSABLE_ENTITY, web::Form::refused(visit, pairs, &errors)))
        }
        ProfileError::Refused(key) => {
            Ok((StatusCode::CONFLICT, web::Form::filled(pairs).with_error("", visit.t(key))))
        }
        ProfileError::Stale => {
            let text = visit.t(texts::key!("profile-stale"));
            Ok((StatusCode::CONFLICT, web::Form::filled(pairs).with_error("", text)))
        }
        error => Err(unexpected(error)),
    }
}

/// The address of somebody with an account; none when they have gone.
async fn address_of(
    identity: &identity::Identity,
    person: kernel::PersonId,
) -> Result<Option<kernel::email::Email>, WebError> {
    let found = identity.person(person).await?.filter(|person| !person.disabled);
    Ok(found.and_then(|person| kernel::email::Email::parse(&person.email)))
}

/// Where an actor's own cards are; empty for everybody else.
fn own_cards(visit: &Visit) -> Result<String, WebError> {
    let actor = Roles(&[Role::Actor]).allows(&visit.principal, Some(visit.body_id()?), None);
    if actor { below(visit, "schede") } else { Ok(String::new()) }
}

/// The body one works in.
pub(crate) fn place(visit: &Visit) -> Result<Place, WebError> {
    let body = visit.body()?;
    Ok(Place { body: body.id, slug: body.slug.clone() })
}

/// The address of something below the body.
fn below(visit: &Visit, path: &str) -> Result<String, WebError> {
    Ok(format!("/{}/{path}", visit.body()?.slug))
}

/// The address of the body's profile.
#[derive(Debug, Clone)]
struct Root(String);

impl Root {
    fn of(visit: &Visit) -> Result<Self, WebError> {
        below(visit, "profilo").map(Self)
    }

    /// The address of something below it; `path` begins with a slash or is empty.
    fn at(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }

    /// The address of the body's home.
    fn home(&self) -> String {
        self.0.trim_end_matches("profilo").to_owned()
    }
}

impl std::fmt::Display for Root {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// A refusal where a page expects none: what is not there, or a failure.
pub(crate) fn unexpected(error: ProfileError) -> WebError {
    match error {
        ProfileError::NotFound => WebError::NotFound,
        ProfileError::NotAllowed => WebError::Forbidden,
        ProfileError::Store(error) => error.into(),
        other => WebError::Internal(other.to_string()),
    }
}

/// The record after which a page of a list begins.
fn after(asked: &Asked) -> Option<Uuid> {
    asked.value("da").parse().ok()
}

/// The thread through a record; empty while it holds services and databases alone, whose links the
/// page already lists.
async fn thread(
    visit: &Visit,
    node: (&str, Uuid),
    label: &str,
) -> Result<Vec<ThreadItem>, WebError> {
    let items = web::thread::items(visit, node, label).await?;
    let known = ["service", "database"].map(|kind| web::thread::kind(visit, kind));
    let tells = items.iter().any(|item| !known.contains(&item.kind));
    Ok(if tells { items } else { Vec::new() })
}

/// The address of the next page of a list.
fn next(visit: &Visit, asked: &Asked, next: Option<Uuid>) -> String {
    next.map(|id| format!("{}{}", visit.path, asked.with("da", &id.to_string())))
        .unwrap_or_default()
}
