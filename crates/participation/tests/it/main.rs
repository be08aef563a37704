//! Listening on both engines.
#![expect(clippy::unwrap_used, reason = "a test that cannot set up its ground must stop")]

mod bad_input;
mod ground;
mod stories;
