//! Step 2b of the mission: the working day, in which people choose together what to do with a
//! budget.
//!
//! A day is prepared with its projects, its budget and its rules ([`model`]). Freezing seals all
//! that decides with a hash; then the vote opens, people join with a code and hand in a ballot
//! ([`voting`]), the vote closes, the ballots are counted by two rules side by side and the result
//! is published ([`counting`]). Nothing goes back: a day that went wrong is annulled with a reason.
//!
//! The ideas behind the projects are told in the same transactions: that they are voted, how the vote
//! ended and why, or that it was annulled.
//!
//! A ballot belongs to a random mark and never to an account, and what it approves is written
//! nowhere but in its own row.

pub mod api;
pub mod attempts;
pub mod counting;
pub mod error;
mod ideas;
pub mod live;
pub mod model;
pub mod pages;
pub mod qr;
pub mod reasons;
pub mod retention;
pub mod rules;
pub mod service;
mod store;
pub mod totals;
pub mod voting;

pub use error::WorkdayError;

/// The tables of this crate.
pub const MIGRATIONS: &[::store::migrate::Migration] = &[::store::migrate::Migration {
    name: "workday-0001-working-day",
    sql: include_str!("migrations/0001_working_day.sql"),
}];

/// The messages of this crate.
pub const TEXTS: texts::Source = texts::source!();
