//! Step 1, the profile of digital welfare: what services there are, which databases they live on,
//! and how complete that picture is.
//!
//! Offices bring their spreadsheet ([`import`]) or type a record by hand ([`service`]); both go
//! through the same field rules ([`fields`]) and end in one transaction with audit, event, thread
//! and search. Everybody reads the result ([`public`]): counts, lists, the matrix services x databases.

pub mod api;
pub mod error;
pub mod export;
pub mod fields;
pub mod import;
mod labels;
pub mod lists;
pub mod log;
pub mod model;
pub mod pages;
pub mod plan_sheet;
pub mod public;
pub mod rules;
pub mod service;
mod store;
pub mod totals;

pub use error::ProfileError;
pub use model::{Access, Database, DatabaseId, PlanSheet, Register, Service, ServiceId};

/// The tables of this crate.
pub const MIGRATIONS: &[::store::migrate::Migration] = &[
    ::store::migrate::Migration {
        name: "profile-0001-registers",
        sql: include_str!("migrations/0001_registers.sql"),
    },
    ::store::migrate::Migration {
        name: "profile-0003-sheets",
        sql: include_str!("migrations/0003_sheets.sql"),
    },
];

/// What this crate says, in both languages.
pub const TEXTS: texts::Source = texts::source!();
