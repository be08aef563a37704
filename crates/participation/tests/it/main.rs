//! Listening on both engines.

mod bad_input;
mod ground;
mod stories;
