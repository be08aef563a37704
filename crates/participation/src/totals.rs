//! The public paths of every body: for the network's pages.

use ::store::{Store, sql};
use kernel::id::Uuid;
use sea_orm::FromQueryResult;

use crate::{ParticipationError, model::PathState};

/// A path as one line.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Line {
    /// The body.
    pub body_id: Uuid,
    /// The word in its address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Where it is.
    pub state: PathState,
    /// Ideas that everybody can read.
    pub public_ideas: i64,
}

/// Every public path, oldest first.
pub async fn of_all(store: &Store) -> Result<Vec<Line>, ParticipationError> {
    let text = "SELECT body_id, slug, name, state, public_ideas FROM path \
                WHERE state <> 'preparation' ORDER BY year, created_at, id";
    let found = Line::find_by_statement(sql(store.engine(), text, [])).all(store.read()).await;
    Ok(found.map_err(::store::StoreError::from)?)
}

/// What a body said about an idea.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Answer {
    /// The word in the address of the idea's path.
    pub path: String,
    /// The idea's public number.
    pub number: i64,
    /// The idea's title.
    pub title: String,
    /// What was said.
    pub note: String,
    /// When, UTC milliseconds.
    pub at: i64,
}

/// The latest public answers of a body.
pub async fn answers(
    store: &Store,
    body: kernel::BodyId,
    limit: i64,
) -> Result<Vec<Answer>, ParticipationError> {
    let text = "SELECT p.slug AS path, i.number, i.title, s.note, s.at FROM idea_step s \
                JOIN idea i ON i.body_id = s.body_id AND i.id = s.idea_id \
                JOIN path p ON p.body_id = i.body_id AND p.id = i.path_id \
                WHERE s.body_id = ? AND s.public AND s.note <> '' AND s.by_role <> 'author' AND i.public \
                ORDER BY s.at DESC, i.number DESC LIMIT ?";
    let values = [body.0.into(), limit.into()];
    let found =
        Answer::find_by_statement(sql(store.engine(), text, values)).all(store.read()).await;
    Ok(found.map_err(::store::StoreError::from)?)
}
