//! The network: all bodies side by side, so that each sees and reuses what the others did.
//!
//! Every phase tells its totals; [`overview`] puts them together, body by body. The pages are the
//! network's home, the search over all bodies, and the home of one body, which needs every phase.

pub mod api;
pub mod overview;
pub mod pages;

/// The messages of this crate.
pub const TEXTS: texts::Source = texts::source!();
