//! Step 1, the profile of digital welfare: what services there are, which databases they live on,
//! and how complete that picture is.
//!
//! Offices bring their spreadsheet ([`import`]) or type a record by hand ([`service`]); both go
//! through the same field rules ([`fields`]) and end in one transaction with audit, event, thread
//! and search. Actors keep their own cards ([`claims`], [`proposals`]), and offices are asked by
//! e-mail whether a card is still true ([`confirm`]). Everybody reads the result ([`public`]): counts, lists, the matrix services x databases.

pub mod actors;
pub mod api;
pub mod claims;
pub mod confirm;
pub mod error;
pub mod export;
pub mod fields;
pub mod find;
pub mod import;
mod labels;
mod letters;
pub mod lists;
pub mod model;
pub mod origins;
pub mod needs;
pub mod pages;
pub mod proposals;
pub mod public;
pub mod rules;
pub mod service;
pub mod site;
mod store;
pub mod structured;
pub mod todo;
pub mod totals;

pub use error::ProfileError;
pub use model::{Access, Database, DatabaseId, Register, Service, ServiceId};

/// The tables of this crate.
pub const MIGRATIONS: &[::store::migrate::Migration] = &[
    ::store::migrate::Migration {
        name: "profile-0001-registers",
        sql: include_str!("migrations/0001_registers.sql"),
    },
    ::store::migrate::Migration {
        name: "profile-0002-card",
        sql: include_str!("migrations/0002_card.sql"),
    },
    ::store::migrate::Migration {
        name: "profile-0002-origins",
        sql: include_str!("migrations/0002_origins.sql"),
    },
    ::store::migrate::Migration {
        name: "profile-0005-actors",
        sql: include_str!("migrations/0005_actors.sql"),
    },
];

/// What this crate says, in both languages.
pub const TEXTS: texts::Source = texts::source!();
