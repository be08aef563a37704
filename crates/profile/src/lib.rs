//! Step 1, the profile of digital welfare: what services there are, which databases they live on,
//! and how complete that picture is.
//!
//! Offices bring their spreadsheet ([`import`]) or type a record by hand ([`service`]); both go
//! through the same field rules ([`fields`]) and end in one transaction with audit, event, thread
//! and search. Actors keep their own cards ([`claims`], [`proposals`]), and offices are asked by
//! e-mail whether a card is still true ([`confirm`]); anybody says what is wrong with one ([`reports`]).
//! Classifications of one's own stand beside the official ones ([`vocabularies`]). Everybody reads the result ([`public`]): counts, lists, the matrix services x databases.

pub mod actors;
pub mod api;
pub mod claims;
pub mod confirm;
pub mod error;
pub mod essential;
pub mod exchanges;
pub mod export;
pub mod export_law;
pub mod fetch;
pub mod fields;
pub mod find;
pub mod findings;
pub mod import;
mod labels;
mod letters;
pub mod lists;
pub mod log;
pub mod model;
pub mod needs;
pub mod offer;
pub mod open;
pub mod origins;
pub mod pages;
pub mod plan_sheet;
pub mod proposals;
pub mod public;
pub mod reports;
pub mod rules;
pub mod service;
pub mod site;
pub mod snapshot;
mod store;
pub mod structured;
pub mod todo;
pub mod totals;
pub mod vocabularies;

pub use error::ProfileError;
pub use model::{Access, Database, DatabaseId, PlanSheet, Register, Service, ServiceId};

/// One step of the tables.
macro_rules! step {
    ($name:literal, $file:literal) => {
        ::store::migrate::Migration {
            name: $name,
            sql: include_str!(concat!("migrations/", $file, ".sql")),
        }
    };
}

/// The tables of this crate.
pub const MIGRATIONS: &[::store::migrate::Migration] = &[
    step!("profile-0001-registers", "0001_registers"),
    step!("profile-0002-card", "0002_card"),
    step!("profile-0002-origins", "0002_origins"),
    step!("profile-0003-sheets", "0003_sheets"),
    step!("profile-0004-findings", "0004_findings"),
    step!("profile-0005-actors", "0005_actors"),
    step!("profile-0006-vocabularies", "0006_vocabularies"),
    step!("profile-0006-reports", "0006_reports"),
    step!("profile-0010-import-sources", "0010_import_sources"),
    step!("profile-0011-import-addresses", "0011_import_addresses"),
];

/// What this crate says, in both languages.
pub const TEXTS: texts::Source = texts::source!();
