//! One binary for all tests of the crate.
#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

mod conformance;
mod facts;
mod properties;
mod readers;
