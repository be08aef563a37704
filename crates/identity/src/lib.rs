//! Bodies and their tree, people, roles, sign-in and API tokens.
//!
//! [`Identity`] is the door: pages, commands and the API call its functions. What belongs to no
//! single body (people, sessions, links) is written under [`kernel::id::NETWORK`].

pub mod access;
pub mod body;
pub mod colour;
pub mod error;
pub mod link;
mod logo;
pub mod pages;
pub mod password;
pub mod person;
pub mod personal;
mod query;
pub mod registry;
pub mod retention;
pub mod role;
pub mod session;
pub mod sign_in;
pub mod token;

use std::sync::Arc;

pub use access::{Caller, Channel};
pub use body::{Body, BodyFields, BodyKind};
pub use error::IdentityError;
use password::Hasher;
pub use registry::Bodies;
use store::{Store, migrate::Migration};
use texts::Texts;

/// The tables of this crate.
pub const MIGRATIONS: &[Migration] = &[
    Migration { name: "identity-0001", sql: include_str!("migrations/0001_identity.sql") },
    Migration {
        name: "identity-0002-personal-tokens",
        sql: include_str!("migrations/0002_personal_tokens.sql"),
    },
];

/// The messages of this crate.
pub const TEXTS: texts::Source = texts::source!();

/// What the installation decides about sign-in.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Where links in e-mails lead, `https://agende.example.it`, without a slash at its end.
    pub base_url: String,
    /// Idle time after which a citizen's session ends, in seconds.
    pub citizen_idle: i64,
    /// Longest life of a citizen's session, in seconds.
    pub citizen_absolute: i64,
    /// Idle time after which the session of staff ends, in seconds.
    pub staff_idle: i64,
    /// Longest life of the session of staff, in seconds.
    pub staff_absolute: i64,
    /// How many passwords are hashed at the same time.
    pub hashes_at_once: usize,
    /// How many more may wait for their turn.
    pub hashes_waiting: usize,
    /// Memory of one hash, in KiB.
    pub hash_memory_kib: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            base_url: "http://127.0.0.1:8080".into(),
            citizen_idle: 12 * 3600,
            citizen_absolute: 7 * 86_400,
            staff_idle: 2 * 3600,
            staff_absolute: 12 * 3600,
            hashes_at_once: 2,
            hashes_waiting: 64,
            // With two passes and one lane: the least that OWASP names for argon2id.
            hash_memory_kib: 19_456,
        }
    }
}

/// Everything about bodies and people; cheap to clone.
#[derive(Debug, Clone)]
pub struct Identity(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    store: Store,
    texts: Arc<Texts>,
    settings: Settings,
    hasher: Hasher,
    bodies: Bodies,
}

impl Identity {
    /// Stands on a store whose tables exist; `texts` must hold [`TEXTS`].
    pub fn new(store: Store, texts: Arc<Texts>, settings: Settings) -> Result<Self, IdentityError> {
        let hasher = Hasher::new(&settings, Arc::clone(store.dice()))?;
        let bodies = Bodies::new(store.clone());
        Ok(Self(Arc::new(Inner { store, texts, settings, hasher, bodies })))
    }

    /// The store underneath.
    pub fn store(&self) -> &Store {
        &self.0.store
    }

    /// The bodies, kept in memory.
    pub fn bodies(&self) -> &Bodies {
        &self.0.bodies
    }

    /// How many passwords were hashed or checked since the start.
    pub fn hashes_done(&self) -> u64 {
        self.0.hasher.done()
    }

    fn settings(&self) -> &Settings {
        &self.0.settings
    }
}
