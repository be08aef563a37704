//! The words of listening: what a path and an idea are, and which arrows lead from state to state.

/// Declares a closed list: each word with the code stored and the key of its label.
macro_rules! codes {
    ($(#[$doc:meta])* $name:ident { $($(#[$inner:meta])* $variant:ident = $code:literal, $key:expr;)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$inner])* $variant,)+ }

        impl $name {
            /// The whole list, in its order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The code stored and used in forms.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            /// The key of the label a page shows.
            pub const fn label(self) -> &'static str {
                match self { $(Self::$variant => $key,)+ }
            }

            /// The word a code stands for.
            pub fn parse(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|word| word.code() == code)
            }
        }

        impl sea_orm::TryGetable for $name {
            fn try_get_by<I: sea_orm::ColIdx>(
                row: &sea_orm::QueryResult,
                index: I,
            ) -> Result<Self, sea_orm::TryGetError> {
                let code = String::try_get_by(row, index)?;
                Self::parse(&code).ok_or_else(|| {
                    sea_orm::DbErr::Type(format!("{} \"{code}\" is unknown", stringify!($name))).into()
                })
            }
        }
    };
}
mod idea;
mod path;

pub use idea::{
    Arrow, Channel, CommentState, Contributor, IdeaRefusal, IdeaState, Reason, StepBy, SupportBy,
};
pub use path::{LeadOffice, PathArrow, PathRefusal, PathState, PhaseKind};

kernel::define_id!(
    /// A participatory path of a body.
    PathId
);
kernel::define_id!(
    /// A phase of a path.
    PhaseId
);
kernel::define_id!(
    /// An idea.
    IdeaId
);
kernel::define_id!(
    /// A comment on an idea.
    CommentId
);

macro_rules! readable_ids {
    ($($name:ident)+) => {$(
        impl sea_orm::TryGetable for $name {
            fn try_get_by<I: sea_orm::ColIdx>(
                row: &sea_orm::QueryResult,
                index: I,
            ) -> Result<Self, sea_orm::TryGetError> {
                kernel::id::Uuid::try_get_by(row, index).map(Self)
            }
        }
    )+};
}
readable_ids!(PathId PhaseId IdeaId CommentId);
