//! Actors of welfare: the associations, cooperatives, schools and bodies that offer services.

pub mod model;
pub mod service;
pub(crate) mod store;

pub use model::{Actor, ActorFields, ActorForm};
