//! The life of a working day, on both engines.
#![expect(clippy::unwrap_used, reason = "a test that cannot set up its ground must stop")]

mod ballots;
mod days;
mod live;
mod room;
mod secrecy;
