//! What can go wrong below the rules of the domain.

use sea_orm::DbErr;

/// A failure of the database or its surroundings: never the person's fault.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The address is neither `sqlite:` nor `postgres:`.
    #[error("unknown database address: {0}")]
    BadUrl(String),
    /// The engine said no.
    #[error("database: {0}")]
    Db(#[from] DbErr),
    /// A file could not be read or written.
    #[error("file: {0}")]
    Io(String),
    /// What is stored contradicts itself.
    #[error("stored data: {0}")]
    Corrupt(String),
    /// A use case stopped half-way; nothing of it was kept.
    #[error("the work stopped unexpectedly")]
    Interrupted,
}

impl StoreError {
    /// Wraps an input/output error.
    pub fn io(error: std::io::Error) -> Self {
        Self::Io(error.to_string())
    }

    /// Whether the same work may succeed when tried again (serialisation failure, deadlock).
    pub fn is_retryable(&self) -> bool {
        let Self::Db(error) = self else { return false };
        is_retryable(error)
    }
}

/// Whether PostgreSQL asks to try again: 40001 serialisation failure, 40P01 deadlock.
pub(crate) fn is_retryable(error: &DbErr) -> bool {
    let text = error.to_string();
    text.contains("40001") || text.contains("40P01") || text.contains("deadlock detected")
}

/// Whether the error is a broken uniqueness rule.
pub fn is_duplicate(error: &DbErr) -> bool {
    matches!(error.sql_err(), Some(sea_orm::SqlErr::UniqueConstraintViolation(_)))
}
