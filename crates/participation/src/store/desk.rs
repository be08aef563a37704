//! What the desk reads: every idea in every state, what waits, how many there are.

use kernel::BodyId;
use sea_orm::{ConnectionTrait, FromQueryResult, Value};
use store::{Engine, StoreError, sql};

use super::{Comment, IDEA, Idea};
use crate::model::{Channel, CommentId, CommentState, Contributor, IdeaId, IdeaState, PathId};

/// How many ideas of a path are in one state and come from one kind of person.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Group {
    /// Where they are.
    pub state: IdeaState,
    /// Who spoke.
    pub contributor: Contributor,
    /// How many ideas.
    pub ideas: i64,
    /// How many supports they have together.
    pub supports: i64,
}

/// The ideas of a path counted by state and by who spoke: one statement for every number of a page.
pub async fn groups(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    path: PathId,
) -> Result<Vec<Group>, StoreError> {
    // PostgreSQL sums integers into a type of its own.
    let text = "SELECT state, contributor, COUNT(*) AS ideas, CAST(SUM(supports) AS BIGINT) AS supports FROM idea \
                WHERE body_id = ? AND path_id = ? GROUP BY state, contributor ORDER BY state, contributor";
    Ok(Group::find_by_statement(sql(engine, text, [body.0.into(), path.0.into()]))
        .all(conn)
        .await?)
}

/// What waits in a path for the moderator.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Waiting {
    /// Which path.
    pub path_id: PathId,
    /// How many ideas.
    pub ideas: i64,
    /// Since when the first one waits, UTC milliseconds.
    pub since: i64,
}

/// What waits for the moderator in each path of a body; paths where nothing waits are not in it.
pub async fn waiting_in_paths(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
) -> Result<Vec<Waiting>, StoreError> {
    let text = "SELECT path_id, COUNT(*) AS ideas, MIN(waiting_since) AS since FROM idea \
                WHERE body_id = ? AND state = 'received' GROUP BY path_id";
    Ok(Waiting::find_by_statement(sql(engine, text, [body.0.into()])).all(conn).await?)
}

/// The ideas of a path that wait for the moderator, who waits longest first, after a place in the queue.
pub async fn waiting_of(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    path: PathId,
    after: Option<(i64, i64)>,
    limit: i64,
) -> Result<Vec<Idea>, StoreError> {
    let (since, number) = after.unwrap_or((i64::MIN, 0));
    let text = format!(
        "{IDEA} WHERE i.body_id = ? AND i.path_id = ? AND i.state = 'received' \
         AND (i.waiting_since, i.number) > (?, ?) ORDER BY i.waiting_since, i.number LIMIT ?"
    );
    let values: [Value; 5] =
        [body.0.into(), path.0.into(), since.into(), number.into(), limit.into()];
    Ok(Idea::find_by_statement(sql(engine, &text, values)).all(conn).await?)
}

#[derive(FromQueryResult)]
struct WaitingComment {
    id: CommentId,
    idea_id: IdeaId,
    author_label: String,
    text: String,
    state: CommentState,
    at: i64,
    number: i64,
    title: String,
}

/// The comments on a path's ideas that wait for the moderator, oldest first, each with the number and title of its idea.
pub async fn waiting_comments_of(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    path: PathId,
    limit: i64,
) -> Result<Vec<(Comment, i64, String)>, StoreError> {
    let text = "SELECT c.id, c.idea_id, c.author_label, c.text, c.state, c.at, i.number, i.title FROM comment c \
                JOIN idea i ON i.body_id = c.body_id AND i.id = c.idea_id \
                WHERE c.body_id = ? AND c.state = 'received' AND i.path_id = ? ORDER BY c.at, c.id LIMIT ?";
    let values: [Value; 3] = [body.0.into(), path.0.into(), limit.into()];
    let rows = WaitingComment::find_by_statement(sql(engine, text, values)).all(conn).await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let comment = Comment {
                id: row.id,
                idea_id: row.idea_id,
                author_label: row.author_label,
                text: row.text,
                state: row.state,
                at: row.at,
            };
            (comment, row.number, row.title)
        })
        .collect())
}

#[derive(FromQueryResult)]
struct Place {
    slug: String,
}

/// The word in the address of the path a comment belongs to.
pub async fn comment_place(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    comment: CommentId,
) -> Result<Option<String>, StoreError> {
    let text = "SELECT p.slug FROM comment c JOIN idea i ON i.body_id = c.body_id AND i.id = c.idea_id \
                JOIN path p ON p.body_id = i.body_id AND p.id = i.path_id WHERE c.body_id = ? AND c.id = ?";
    let found = Place::find_by_statement(sql(engine, text, [body.0.into(), comment.0.into()]));
    Ok(found.one(conn).await?.map(|row| row.slug))
}

/// Which ideas the desk lists; empty fields do not narrow it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DeskFilter {
    /// One state.
    pub state: Option<IdeaState>,
    /// How they came in.
    pub channel: Option<Channel>,
    /// A part of the title, or a number.
    pub words: String,
}

/// An idea in the desk's list.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct DeskIdea {
    /// Its public number in the body.
    pub number: i64,
    /// One line; empty when it was withdrawn.
    pub title: String,
    /// Where it is.
    pub state: IdeaState,
    /// How it came.
    pub channel: Channel,
    /// Who speaks.
    pub contributor: Contributor,
    /// How many support it.
    pub supports: i64,
    /// When it came, UTC milliseconds.
    pub created_at: i64,
    /// Since when it waits where it is, UTC milliseconds.
    pub waiting_since: i64,
}

/// The ideas of a path, public or not, newest number first, after a number: one statement.
pub async fn desk_ideas(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    path: PathId,
    filter: &DeskFilter,
    after: Option<i64>,
    limit: i64,
) -> Result<Vec<DeskIdea>, StoreError> {
    let mut text = String::from(
        "SELECT number, title, state, channel, contributor, supports, created_at, waiting_since FROM idea \
         WHERE body_id = ? AND path_id = ?",
    );
    let mut values: Vec<Value> = vec![body.0.into(), path.0.into()];
    if let Some(state) = filter.state {
        text.push_str(" AND state = ?");
        values.push(state.code().into());
    }
    if let Some(channel) = filter.channel {
        text.push_str(" AND channel = ?");
        values.push(channel.code().into());
    }
    if let Ok(number) = filter.words.trim_start_matches('#').parse::<i64>() {
        text.push_str(" AND number = ?");
        values.push(number.into());
    } else if !filter.words.is_empty() {
        let part: String =
            filter.words.to_lowercase().chars().filter(|c| !"%_\\".contains(*c)).collect();
        text.push_str(" AND lower(title) LIKE ?");
        values.push(format!("%{part}%").into());
    }
    if let Some(number) = after {
        text.push_str(" AND number < ?");
        values.push(number.into());
    }
    text.push_str(" ORDER BY number DESC LIMIT ?");
    values.push(limit.into());
    Ok(DeskIdea::find_by_statement(sql(engine, &text, values)).all(conn).await?)
}
