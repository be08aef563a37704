//! Who agrees with whom, and what everybody shares.

mod clusters;
mod components;
mod conversation;
mod counts;
pub mod explain;
mod fingerprint;
mod gram;
mod live;
mod map;
mod memory;
mod params;
mod plane;
pub mod read;
pub mod report;
mod routing;
pub mod statistics;
mod vote;

pub use conversation::{Conversation, ConversationBuilder, Recorded};
pub use counts::Tally;
pub use fingerprint::Fingerprint;
pub use live::{Live, StateError};
pub use map::{
    BaseCluster, Group, NumberChoice, OpinionMap, Person, Silhouette, Statement, WhyNumber, map,
    map_with_memory,
};
pub use memory::Memory;
pub use params::{Mode, Params};
pub use plane::Point;
pub use routing::{Draw, draw_statement};
pub use clusters::silhouette;
pub use vote::{Choice, Moderation, ParticipantId, StatementId, Verdict, Vote};
