//! The public days of every body: for the network's pages.

use kernel::id::Uuid;
use sea_orm::FromQueryResult;
use store::{Store, StoreError, sql};

use crate::WorkdayError;

/// A day as one line.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Line {
    /// The body.
    pub body_id: Uuid,
    /// Its page, from the site's root.
    pub href: String,
    /// Its title.
    pub title: String,
    /// When, `2026-11-24`.
    pub day: String,
    /// How far it is (`DayState`).
    pub state: String,
    /// Ballots handed in.
    pub ballots: i64,
    /// When its result went public, UTC milliseconds.
    pub published_at: Option<i64>,
}

/// Every public day that still counts, latest first.
pub async fn of_all(store: &Store) -> Result<Vec<Line>, WorkdayError> {
    let text = "SELECT body_id, href, title, day, state, ballots, published_at FROM working_day \
                WHERE state NOT IN ('prepared', 'annulled') ORDER BY day DESC, id";
    let found = Line::find_by_statement(sql(store.engine(), text, [])).all(store.read()).await;
    Ok(found.map_err(StoreError::from)?)
}
