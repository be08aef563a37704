//! Open data, pure: what the program knows of services and datasets, in the formats others read.
//!
//! Out: a catalogue in DCAT-AP_IT ([`dcat`]), services in CPSV-AP_IT and CPSV-AP ([`cpsv`]) and in
//! HSDS ([`hsds`]), tables in CSV with their CSVW description ([`csvw`]). In: HSDS and CPSV-AP of
//! other directories ([`read`]). Writers take one record at a time and keep none: a catalogue of any
//! length needs the memory of one service. Sources of codes and rules: `vocab` and each writer's head.

pub mod cpsv;
pub mod csvw;
pub mod dcat;
pub mod hsds;
mod model;
mod pipe;
pub mod rdf;
pub mod read;
pub mod vocab;

pub use model::{Base, Organisation, Service, stable_id};
pub use pipe::Pipe;

/// The licence of everything published: Creative Commons Attribution 4.0.
pub const LICENCE: &str = "https://creativecommons.org/licenses/by/4.0/";
