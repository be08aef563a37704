//! Who agrees with whom, and what everybody shares.
//!
//! Votes on statements go in; a plane with everybody's place on it, groups of like opinion,
//! what stands for each of them and what they share come out. The crate does no input or
//! output of its own, reads no clock, draws no lots that are not given a seed, and starts no
//! thread: the same votes in any order give the same bytes.
//!
//! ```
//! use opinion_map::{Choice::{Agree, Disagree}, Conversation, Params, Vote, map};
//!
//! // Two camps of eight on three statements; all agree with the third.
//! let votes = (0..16).flat_map(|person| {
//!     let first = if person < 8 { Agree } else { Disagree };
//!     let second = if person < 8 { Disagree } else { Agree };
//!     [(0, first), (1, second), (2, Agree)]
//!         .map(|(statement, choice)| Vote::new(person, statement, choice, 0))
//! });
//! let map = map(&Conversation::from_votes(votes), &Params::default(), None);
//! assert_eq!(map.groups.len(), 2);
//! assert_eq!(map.groups[0].members.len(), 8);
//! assert_eq!(map.consensus.agree[0].statement.0, 2);
//! ```
//!
//! Read next: [`Conversation`] for the input, [`Params`] for the rules, [`OpinionMap`] for
//! the answer, [`Live`] for a conversation that goes on, [`read`] for published files.

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
mod silhouette;
mod spread;
pub mod statistics;
mod vote;

pub use clusters::groups_as_in_production;
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
pub use silhouette::silhouette;
pub use vote::{Choice, Moderation, ParticipantId, StatementId, Verdict, Vote};

/// The examples of the README run with the other tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
