//! What somebody would change in a card: the public reads the last accepted version until staff say yes.

pub mod model;
pub mod service;
pub(crate) mod store;

pub use model::{Line, Proposal, ProposalState, Standing};
