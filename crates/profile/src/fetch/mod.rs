//! Sources at an address: somebody of the office names it, a job fetches it, and what was read waits
//! for confirmation like an uploaded file.
//!
//! An address is anybody's word, so the program never goes where only it can go ([`address`]): private
//! networks and the machine itself are refused, for every host and every redirect, and the connection
//! goes to the very address that was checked ([`client`]).

pub mod address;
pub mod client;
pub mod job;
pub mod service;
mod store;

pub use address::Reach;
pub use store::Asked;

/// Why nothing was fetched; each has a message that says what to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// Not a web address.
    #[error("not a web address")]
    NotAnAddress,
    /// No such host.
    #[error("no such host")]
    NoSuchHost,
    /// The machine itself, a private network, or another place that is not for everybody.
    #[error("not a public address")]
    NotPublic,
    /// It was sent on too often.
    #[error("more than {0} redirects")]
    TooManyRedirects(i64),
    /// From a protected address to one that is not.
    #[error("redirect from https to http")]
    Unprotected,
    /// The server says no, with this status.
    #[error("status {0}")]
    Status(i64),
    /// More bytes than the limit, in MB.
    #[error("more than {0} MB")]
    TooLarge(i64),
    /// More seconds than the limit.
    #[error("more than {0} seconds")]
    TooSlow(i64),
    /// The connection failed, or its certificate is not valid.
    #[error("no connection")]
    NoConnection,
    /// Compressed in a way we do not read.
    #[error("unknown compression")]
    Compressed,
    /// The program was stopped while fetching, again and again.
    #[error("interrupted")]
    Interrupted,
    /// As many addresses wait as may.
    #[error("{0} addresses wait already")]
    TooMany(i64),
}

impl Fault {
    /// Its message.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NotAnAddress => texts::key!("profile-fetch-not-an-address"),
            Self::NoSuchHost => texts::key!("profile-fetch-no-such-host"),
            Self::NotPublic => texts::key!("profile-fetch-not-public"),
            Self::TooManyRedirects(_) => texts::key!("profile-fetch-too-many-redirects"),
            Self::Unprotected => texts::key!("profile-fetch-unprotected"),
            Self::Status(_) => texts::key!("profile-fetch-status"),
            Self::TooLarge(_) => texts::key!("profile-fetch-too-large"),
            Self::TooSlow(_) => texts::key!("profile-fetch-too-slow"),
            Self::NoConnection => texts::key!("profile-fetch-no-connection"),
            Self::Compressed => texts::key!("profile-fetch-compressed"),
            Self::Interrupted => texts::key!("profile-fetch-interrupted"),
            Self::TooMany(_) => texts::key!("profile-fetch-too-many"),
        }
    }

    /// The number its message speaks of (`n`).
    pub const fn n(self) -> Option<i64> {
        match self {
            Self::TooManyRedirects(n)
            | Self::Status(n)
            | Self::TooLarge(n)
            | Self::TooSlow(n)
            | Self::TooMany(n) => Some(n),
            _ => None,
        }
    }
}
