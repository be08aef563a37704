//! Out and in again, and what bad files get.
#![expect(clippy::unwrap_used, reason = "tests")]

mod hostile;
mod html;
mod round;
mod sample;
