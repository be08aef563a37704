//! "It is a service of ours": who asks to keep a card, and what staff decide.

pub mod model;
pub mod service;
pub(crate) mod store;

pub use model::{Claim, ClaimState};
