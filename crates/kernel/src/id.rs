//! Typed identifiers: time-ordered UUIDs (version 7, RFC 9562) made by the program.

pub use uuid::Uuid;

/// Declares a newtype over [`Uuid`] so that ids of two kinds cannot be mixed up.
#[macro_export]
macro_rules! define_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub $crate::id::Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = <$crate::id::Uuid as std::str::FromStr>::Err;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }

        impl From<$crate::id::Uuid> for $name {
            fn from(value: $crate::id::Uuid) -> Self {
                Self(value)
            }
        }

        impl From<$name> for $crate::id::Uuid {
            fn from(value: $name) -> Self {
                value.0
            }
        }
    };
}

define_id!(
    /// A local body (tenant): first part of every key.
    BodyId
);
define_id!(
    /// A person with an account.
    PersonId
);

/// The body that stands for the whole network: owner of rows that belong to no single body.
pub const NETWORK: BodyId = BodyId(Uuid::nil());
