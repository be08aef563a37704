//! The published Agendas of every body: for the network's pages.

use kernel::id::Uuid;
use sea_orm::FromQueryResult;
use store::{Store, StoreError, sql};

use crate::AgendaError;

/// A published Agenda as one line.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Line {
    /// The body.
    pub body_id: Uuid,
    /// Its title.
    pub title: String,
    /// When it went public, UTC milliseconds.
    pub published_at: i64,
    /// Actions in it.
    pub actions: i64,
}

/// Every Agenda in force, latest first.
pub async fn of_all(store: &Store) -> Result<Vec<Line>, AgendaError> {
    let text = "SELECT v.body_id, v.title, v.published_at, \
                (SELECT COUNT(*) FROM action a WHERE a.body_id = v.body_id AND a.published) AS actions \
                FROM agenda_version v WHERE v.state = 'published' ORDER BY v.published_at DESC, v.id";
    let found = Line::find_by_statement(sql(store.engine(), text, [])).all(store.read()).await;
    Ok(found.map_err(StoreError::from)?)
}
