//! The program put together: configuration, wiring, the pages that belong to no phase, the demo.

pub mod config;
pub mod demo;
pub mod doctor;
pub mod site;
pub mod wiring;
