//! The program put together: configuration, wiring, the pages that belong to no phase, the demo.

pub mod config;
pub mod demo;
pub mod doctor;
pub mod jobs;
pub mod openapi;
pub mod paper;
pub mod site;
pub mod tables;
pub mod wiring;
