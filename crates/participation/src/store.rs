//! Queries: the rows of paths and ideas as the pages need them.

mod desk;
mod export;
mod list;

use jiff::civil::Date;
use kernel::{BodyId, Instant, id::Uuid};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};
use store::{Engine, StoreError, sql};

pub use desk::{
    DeskFilter, DeskIdea, Group, Waiting, comment_place, desk_ideas, groups, waiting_comments_of,
    waiting_in_paths, waiting_of,
};
pub use export::{Exported, exported};
pub use list::{Card, Cursor, Filter, Page, Sort, count, list, list_before};

use crate::model::{
    Channel, CommentId, CommentState, Contributor, IdeaId, IdeaState, LeadOffice, PathId,
    PathState, PhaseId, PhaseKind, Reason, StepBy,
};

/// A path.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Path {
    /// Which one.
    pub id: PathId,
    /// The word in its address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// The year it begins.
    pub year: i64,
    /// Which office leads.
    pub lead_office: LeadOffice,
    /// Where it is.
    pub state: PathState,
    /// Where it goes on from when it is suspended.
    pub state_before: Option<PathState>,
    /// One or two sentences.
    pub summary: String,
    /// The public text.
    pub text: String,
    /// How many ideas are public.
    pub public_ideas: i64,
}

/// A phase of a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phase {
    /// Which one.
    pub id: PhaseId,
    /// What it is for.
    pub kind: PhaseKind,
    /// Its title.
    pub title: String,
    /// Its public text.
    pub text: String,
    /// First day.
    pub from: Date,
    /// Last day, included.
    pub to: Date,
}

/// An idea, without its secret code.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Idea {
    /// Which one.
    pub id: IdeaId,
    /// Its path.
    pub path_id: PathId,
    /// The word in the address of its path.
    pub path_slug: String,
    /// The name of its path.
    pub path_name: String,
    /// Where its path is.
    pub path_state: PathState,
    /// Its public number in the body.
    pub number: i64,
    /// One line.
    pub title: String,
    /// Plain text.
    pub text: String,
    /// Who it is for; may be empty.
    pub for_whom: String,
    areas: String,
    /// ISTAT code; may be empty.
    pub municipality: String,
    /// How it came.
    pub channel: Channel,
    /// Who speaks.
    pub contributor: Contributor,
    /// How sure we were who it was, 0 to 3.
    pub identity_level: i64,
    /// Where it is.
    pub state: IdeaState,
    /// Why not, when not.
    pub reason: Option<Reason>,
    /// What the body says; may be empty.
    pub answer: String,
    /// Code of the action or pact it is part of; may be empty.
    pub outcome_code: String,
    flags: String,
    /// How many support it.
    pub supports: i64,
    /// How many comments are shown.
    pub comments: i64,
    /// When it came, UTC milliseconds.
    pub created_at: i64,
    /// Since when it waits where it is, UTC milliseconds.
    pub waiting_since: i64,
    /// When it went public, UTC milliseconds; 0 when it never did.
    pub published_at: i64,
    /// Where it was taken from, when it was brought in; empty for one sent here.
    pub source: String,
    /// Whether it is an invented example.
    pub demonstrative: bool,
}

impl Idea {
    /// The codes of its ISTAT areas.
    pub fn areas(&self) -> impl Iterator<Item = &str> {
        self.areas.split_whitespace()
    }

    /// The codes of what looks like personal data in it (`rules::Hint`).
    pub fn flags(&self) -> impl Iterator<Item = &str> {
        self.flags.split_whitespace()
    }

    /// Whether everybody may read it.
    pub fn is_public(&self) -> bool {
        self.state.is_public()
    }
}

/// One step of an idea's history.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Step {
    /// When, UTC milliseconds.
    pub at: i64,
    /// What it became.
    pub state: IdeaState,
    /// What was said; may be empty.
    pub note: String,
    /// In which role.
    pub by_role: StepBy,
    /// Whether everybody may read it.
    pub public: bool,
}

/// A comment.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Comment {
    /// Which one.
    pub id: CommentId,
    /// The idea it is about.
    pub idea_id: IdeaId,
    /// How the author wants to be called; may be empty.
    pub author_label: String,
    /// Plain text.
    pub text: String,
    /// Whether it is shown.
    pub state: CommentState,
    /// When, UTC milliseconds.
    pub at: i64,
}

const PATH: &str =
    "id, slug, name, year, lead_office, state, state_before, summary, text, public_ideas";
const IDEA: &str = "SELECT i.id, i.path_id, p.slug AS path_slug, p.name AS path_name, \
    p.state AS path_state, i.number, i.title, i.text, i.for_whom, i.areas, \
    i.municipality, i.channel, i.contributor, i.identity_level, i.state, i.reason, i.answer, i.outcome_code, i.flags, \
    i.supports, i.comments, i.created_at, i.waiting_since, i.published_at, i.source, i.demonstrative \
    FROM idea i JOIN path p ON p.body_id = i.body_id AND p.id = i.path_id";
const COMMENT: &str = "SELECT id, idea_id, author_label, text, state, at FROM comment";

/// The path with an address word.
pub async fn path(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    slug: &str,
) -> Result<Option<Path>, StoreError> {
    let text = format!("SELECT {PATH} FROM path WHERE body_id = ? AND slug = ?");
    Ok(Path::find_by_statement(sql(engine, &text, [body.0.into(), slug.into()])).one(conn).await?)
}

/// The paths of a body, newest first; those in preparation only for staff.
pub async fn paths(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    for_staff: bool,
) -> Result<Vec<Path>, StoreError> {
    let only = if for_staff { "" } else { " AND state <> 'preparation'" };
    let text = format!(
        "SELECT {PATH} FROM path WHERE body_id = ?{only} ORDER BY year DESC, created_at DESC, id DESC"
    );
    Ok(Path::find_by_statement(sql(engine, &text, [body.0.into()])).all(conn).await?)
}

#[derive(FromQueryResult)]
struct PhaseRow {
    path_id: PathId,
    id: PhaseId,
    kind: PhaseKind,
    title: String,
    text: String,
    from_day: String,
    to_day: String,
}

impl PhaseRow {
    fn read(self) -> Result<(PathId, Phase), StoreError> {
        let day = |text: &str| {
            text.parse::<Date>().map_err(|e| StoreError::Corrupt(format!("phase day {text}: {e}")))
        };
        let phase = Phase {
            from: day(&self.from_day)?,
            to: day(&self.to_day)?,
            id: self.id,
            kind: self.kind,
            title: self.title,
            text: self.text,
        };
        Ok((self.path_id, phase))
    }
}

const PHASE: &str = "SELECT path_id, id, kind, title, text, from_day, to_day FROM phase";

/// The phases of a path in the order of time.
pub async fn phases(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    path: PathId,
) -> Result<Vec<Phase>, StoreError> {
    let text = format!("{PHASE} WHERE body_id = ? AND path_id = ? ORDER BY from_day, to_day, id");
    let rows = PhaseRow::find_by_statement(sql(engine, &text, [body.0.into(), path.0.into()]))
        .all(conn)
        .await?;
    rows.into_iter().map(|row| row.read().map(|(_, phase)| phase)).collect()
}

/// The phases of all paths of a body in the order of time, each with its path.
pub async fn phases_of_body(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
) -> Result<Vec<(PathId, Phase)>, StoreError> {
    let text = format!("{PHASE} WHERE body_id = ? ORDER BY from_day, to_day, id");
    let rows = PhaseRow::find_by_statement(sql(engine, &text, [body.0.into()])).all(conn).await?;
    rows.into_iter().map(PhaseRow::read).collect()
}

/// The phase a day falls in; the one that began last when several overlap.
pub fn current_phase(phases: &[Phase], day: Date) -> Option<&Phase> {
    phases
        .iter()
        .filter(|phase| phase.from <= day && day <= phase.to)
        .max_by_key(|phase| phase.from)
}

async fn one_idea(
    conn: &impl ConnectionTrait,
    engine: Engine,
    condition: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<Option<Idea>, StoreError> {
    let text = format!("{IDEA} WHERE {condition}");
    Ok(Idea::find_by_statement(sql(engine, &text, values)).one(conn).await?)
}

/// The idea with a number, public or not.
pub async fn idea(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    number: i64,
) -> Result<Option<Idea>, StoreError> {
    one_idea(conn, engine, "i.body_id = ? AND i.number = ?", [body.0.into(), number.into()]).await
}

/// The idea with a secret code, already normalised.
pub async fn idea_by_code(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    code: &str,
) -> Result<Option<Idea>, StoreError> {
    one_idea(conn, engine, "i.body_id = ? AND i.code = ?", [body.0.into(), code.into()]).await
}

/// The ideas with these ids, by number; fewer when some do not exist.
pub async fn ideas_by_id(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    ids: &[IdeaId],
) -> Result<Vec<Idea>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let marks = vec!["?"; ids.len()].join(", ");
    let text = format!("{IDEA} WHERE i.body_id = ? AND i.id IN ({marks}) ORDER BY i.number");
    let values = std::iter::once(body.0.into()).chain(ids.iter().map(|id| Value::from(id.0)));
    Ok(Idea::find_by_statement(sql(engine, &text, values)).all(conn).await?)
}

/// Ideas that wait for the moderator, who waits longest first.
pub async fn waiting(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    limit: i64,
) -> Result<Vec<Idea>, StoreError> {
    let text = format!(
        "{IDEA} WHERE i.body_id = ? AND i.state = 'received' ORDER BY i.waiting_since, i.number LIMIT ?"
    );
    Ok(Idea::find_by_statement(sql(engine, &text, [body.0.into(), limit.into()])).all(conn).await?)
}

/// The ideas of a path in one of some states, by number (for the desk and the working day).
pub async fn in_states(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    path: PathId,
    states: &[IdeaState],
) -> Result<Vec<Idea>, StoreError> {
    let list =
        states.iter().map(|state| format!("'{}'", state.code())).collect::<Vec<_>>().join(", ");
    if list.is_empty() {
        return Ok(Vec::new());
    }
    let text = format!(
        "{IDEA} WHERE i.body_id = ? AND i.path_id = ? AND i.state IN ({list}) ORDER BY i.number"
    );
    Ok(Idea::find_by_statement(sql(engine, &text, [body.0.into(), path.0.into()]))
        .all(conn)
        .await?)
}

#[derive(FromQueryResult)]
struct Count {
    n: i64,
}

pub(crate) async fn number(
    conn: &impl ConnectionTrait,
    engine: Engine,
    text: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<i64, StoreError> {
    Ok(Count::find_by_statement(sql(engine, text, values)).one(conn).await?.map_or(0, |row| row.n))
}

/// How many ideas wait for the moderator.
pub async fn waiting_count(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
) -> Result<i64, StoreError> {
    let text = "SELECT COUNT(*) AS n FROM idea WHERE body_id = ? AND state = 'received'";
    number(conn, engine, text, [body.0.into()]).await
}

/// The history of an idea, oldest first; the steps for everybody, or all of them.
pub async fn steps(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    idea: IdeaId,
    all: bool,
) -> Result<Vec<Step>, StoreError> {
    let only = if all { "" } else { " AND public" };
    let text = format!(
        "SELECT at, state, note, by_role, public FROM idea_step WHERE body_id = ? AND idea_id = ?{only} ORDER BY n"
    );
    Ok(Step::find_by_statement(sql(engine, &text, [body.0.into(), idea.0.into()]))
        .all(conn)
        .await?)
}

/// The comments shown below an idea, oldest first.
pub async fn comments(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    idea: IdeaId,
) -> Result<Vec<Comment>, StoreError> {
    let text = format!(
        "{COMMENT} WHERE body_id = ? AND idea_id = ? AND state = 'published' ORDER BY id LIMIT 200"
    );
    Ok(Comment::find_by_statement(sql(engine, &text, [body.0.into(), idea.0.into()]))
        .all(conn)
        .await?)
}

/// The comments that wait for the moderator, oldest first.
pub async fn waiting_comments(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    limit: i64,
) -> Result<Vec<Comment>, StoreError> {
    let text =
        format!("{COMMENT} WHERE body_id = ? AND state = 'received' ORDER BY at, id LIMIT ?");
    Ok(Comment::find_by_statement(sql(engine, &text, [body.0.into(), limit.into()]))
        .all(conn)
        .await?)
}

pub(crate) async fn comment(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    id: CommentId,
) -> Result<Option<Comment>, StoreError> {
    let text = format!("{COMMENT} WHERE body_id = ? AND id = ?");
    Ok(Comment::find_by_statement(sql(engine, &text, [body.0.into(), id.0.into()]))
        .one(conn)
        .await?)
}

#[derive(FromQueryResult)]
struct Address {
    email: String,
}

/// Where to write to the author of an idea, while it is kept.
pub(crate) async fn author_email(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    idea: IdeaId,
    now: Instant,
) -> Result<Option<String>, StoreError> {
    let text = "SELECT email FROM idea_email WHERE body_id = ? AND idea_id = ? AND keep_until > ?";
    let values: [Value; 3] = [body.0.into(), Uuid::from(idea).into(), now.0.into()];
    Ok(Address::find_by_statement(sql(engine, text, values)).one(conn).await?.map(|row| row.email))
}
