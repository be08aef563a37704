//! Classifications: several side by side, each with its versions, terms that are closed and never
//! deleted, codes that are never given again.
//!
//! The official ones come with the program ([`model::OFFICIAL`]) and belong to the network. A body adds
//! its own (zones, projects, tables of its plan) by hand or from a table ([`plan`]); they hold for it
//! and for every body below it. Cards name their terms in `local_terms` ([`classes`]).

pub mod classes;
pub mod export;
pub mod model;
pub mod plan;
pub mod service;
mod store;

pub use model::{Term, Vocabulary};
