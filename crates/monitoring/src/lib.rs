//! After the Agenda: are the promises being kept?
//!
//! Each indicator gets readings, which are never overwritten: a correction is a new one that names the
//! old. Progress comes from the start, the target and the direction; a reading that is missing or late is
//! never shown as good. The follow-up puts late and silent indicators first.

pub mod api;
pub mod error;
pub mod model;
pub mod pages;
pub mod query;
pub mod rules;
pub mod service;
pub mod totals;

pub use error::MonitoringError;
pub use model::{NewReading, Reading};
pub use rules::{Assessment, Status};

/// The tables of this crate.
pub const MIGRATIONS: &[store::migrate::Migration] = &[store::migrate::Migration {
    name: "monitoring-0001-reading",
    sql: include_str!("../migrations/0001_reading.sql"),
}];

/// The messages of this crate.
pub const TEXTS: texts::Source = texts::source!();
