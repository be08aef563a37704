//! "Is it still true?": one question about one card by e-mail, answered with one tap and no password.

pub mod job;
pub mod model;
pub mod service;
pub(crate) mod store;

pub use model::{LinkFault, Request, RequestState};
