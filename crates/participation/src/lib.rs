//! Step 2a, listening: paths with their phases, the ideas people send, and what becomes of them.
//!
//! A path is opened by the body and goes through its states ([`model::PathState`]). While it
//! listens, anybody sends an idea without an account and gets a secret code to follow it
//! ([`service::ideas`]). A moderator publishes it, asks for a change or refuses it with a reason
//! ([`service::moderation`]); people support it ([`service::support`]); the body admits it, and the
//! later phases say what became of it ([`service::fate`]).

pub mod api;
pub mod error;
pub mod input;
mod letters;
pub mod model;
pub mod pages;
pub mod rules;
pub mod service;
pub mod store;
pub mod totals;

use ::store::migrate::Migration;
pub use error::ParticipationError;

/// The tables of this crate.
pub const MIGRATIONS: &[Migration] = &[
    Migration {
        name: "participation-0001-paths-and-ideas",
        sql: include_str!("migrations/0001_participation.sql"),
    },
    Migration { name: "participation-0002-sent", sql: include_str!("migrations/0002_sent.sql") },
    Migration { name: "participation-0003-count", sql: include_str!("migrations/0003_count.sql") },
];

/// The messages of this crate.
pub const TEXTS: texts::Source = texts::source!();
