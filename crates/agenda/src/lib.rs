//! What the body promises: actions with expected results and indicators, and the versions of the Agenda.
//!
//! Chosen projects become actions in one step; each action gets results, each result indicators.
//! A checklist says what is missing; a complete Agenda is approved by an act, and with it frozen and
//! hashed; then published. A later change is a new version, and the old one stays readable.

pub mod api;
pub mod error;
pub mod export;
pub mod form;
pub mod model;
pub mod origins;
pub mod pages;
mod publish;
pub mod query;
pub mod rules;
pub mod service;
mod state;
mod store;
pub mod totals;
pub mod version;

pub use error::AgendaError;
pub use model::{
    Action, ActionContent, ActionKind, ExpectedResult, Frequency, Funding, Indicator,
    IndicatorContent, IndicatorKind, Origin, Place, Polarity, ResultContent, ResultKind, Target,
};
pub use state::{ActionState, ActionStep, IndicatorState, VersionState};

/// The tables of this crate.
pub const MIGRATIONS: &[::store::migrate::Migration] = &[
    ::store::migrate::Migration {
        name: "agenda-0001-agenda",
        sql: include_str!("../migrations/0001_agenda.sql"),
    },
    ::store::migrate::Migration {
        name: "agenda-0002-profile-snapshot",
        sql: include_str!("../migrations/0002_profile_snapshot.sql"),
    },
];

/// The messages of this crate.
pub const TEXTS: texts::Source = texts::source!();
