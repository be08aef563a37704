//! The words every part of AGIO shares: ids, time, chance, money, roles,
//! vocabularies and Italian text. Pure: nothing here reads a file, a clock or
//! the network unless it is handed in.

pub mod chance;
pub mod clock;
pub mod email;
pub mod everyday;
pub mod form;
pub mod id;
pub mod italian;
pub mod money;
pub mod role;
pub mod vocabulary;

pub use chance::Dice;
pub use clock::{Clock, Instant, SystemClock};
pub use id::{BodyId, PersonId};
pub use money::Cents;
pub use role::{Access, Grant, Principal, Role};
