//! The public list of ideas: filtered, searched, paged by key.

use kernel::BodyId;
use sea_orm::{
    ConnectionTrait, DbBackend, ExprTrait, FromQueryResult, Order,
    sea_query::{Expr, Query, SelectStatement},
};
use store::{Engine, Store, StoreError};

use crate::model::{IdeaState, PathId};

/// Which ideas a list shows; empty fields do not narrow it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Code of an ISTAT area.
    pub area: String,
    /// ISTAT code of a municipality.
    pub municipality: String,
    /// One state.
    pub state: Option<IdeaState>,
    /// Words to search, in any Italian form.
    pub words: String,
}

impl Filter {
    /// Whether nothing narrows the list: the path's own count is the number of ideas then.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// In which order a list goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// Last published first.
    #[default]
    Newest,
    /// Most supported first.
    Supported,
}

impl Sort {
    const fn column(self) -> &'static str {
        match self {
            Self::Newest => "published_at",
            Self::Supported => "supports",
        }
    }
}

/// Where a page ends: the next begins after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    key: i64,
    number: i64,
}

impl std::fmt::Display for Cursor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{}", self.key, self.number)
    }
}

impl Cursor {
    /// Reads a cursor from an address; anything else is no cursor.
    pub fn parse(text: &str) -> Option<Self> {
        let (key, number) = text.split_once('-')?;
        Some(Self { key: key.parse().ok()?, number: number.parse().ok()? })
    }
}

/// An idea in a list.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Card {
    /// Its public number in the body.
    pub number: i64,
    /// One line.
    pub title: String,
    /// The beginning of its text, up to 300 characters.
    pub excerpt: String,
    /// Who it is for; may be empty.
    pub for_whom: String,
    areas: String,
    /// ISTAT code; may be empty.
    pub municipality: String,
    /// Where it is.
    pub state: IdeaState,
    /// How many support it.
    pub supports: i64,
    /// How many comments are shown.
    pub comments: i64,
    /// When it went public, UTC milliseconds.
    pub published_at: i64,
}

impl Card {
    /// The codes of its ISTAT areas.
    pub fn areas(&self) -> impl Iterator<Item = &str> {
        self.areas.split_whitespace()
    }
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The ideas.
    pub cards: Vec<Card>,
    /// Where the next page begins; none on the last.
    pub next: Option<Cursor>,
}

const fn backend(engine: Engine) -> DbBackend {
    match engine {
        Engine::Sqlite => DbBackend::Sqlite,
        Engine::Postgres => DbBackend::Postgres,
    }
}

fn narrowed(engine: Engine, body: BodyId, path: PathId, filter: &Filter) -> SelectStatement {
    let mut select = Query::select();
    select
        .from("idea")
        .and_where(Expr::col("body_id").eq(body.0))
        .and_where(Expr::col("path_id").eq(path.0))
        // Written as in the index, so that both engines use it.
        .and_where(Expr::cust("public"));
    if !filter.municipality.is_empty() {
        select.and_where(Expr::col("municipality").eq(filter.municipality.as_str()));
    }
    if let Some(state) = filter.state {
        select.and_where(Expr::col("state").eq(state.code()));
    }
    if !filter.area.is_empty() {
        let mut of_area = Query::select();
        of_area
            .column("idea_id")
            .from("idea_area")
            .and_where(Expr::col("body_id").eq(body.0))
            .and_where(Expr::col("area").eq(filter.area.as_str()));
        select.and_where(Expr::col("id").in_subquery(of_area));
    }
    if let Some(matching) = store::search::matching(engine, body, "idea", &filter.words, "id") {
        select.and_where(matching);
    }
    select
}

/// One page of the public ideas of a path: one statement.
pub async fn list(
    store: &Store,
    body: BodyId,
    path: PathId,
    filter: &Filter,
    sort: Sort,
    after: Option<Cursor>,
    limit: usize,
) -> Result<Page, StoreError> {
    let limit = limit.clamp(1, 200);
    let mut select = narrowed(store.engine(), body, path, filter);
    select
        .columns([
            "number",
            "title",
            "for_whom",
            "areas",
            "municipality",
            "state",
            "supports",
            "comments",
            "published_at",
        ])
        .expr_as(Expr::cust("substr(text, 1, 300)"), "excerpt")
        .order_by(sort.column(), Order::Desc)
        .order_by("number", Order::Desc)
        .limit(limit as u64 + 1);
    if let Some(Cursor { key, number }) = after {
        select.and_where(
            Expr::tuple([Expr::col(sort.column()), Expr::col("number")])
                .lt(Expr::tuple([Expr::val(key), Expr::val(number)])),
        );
    }
    let mut cards =
        Card::find_by_statement(backend(store.engine()).build(&select)).all(store.read()).await?;
    let more = cards.len() > limit;
    cards.truncate(limit);
    let next = cards.last().filter(|_| more).map(|card| Cursor {
        key: match sort {
            Sort::Newest => card.published_at,
            Sort::Supported => card.supports,
        },
        number: card.number,
    });
    Ok(Page { cards, next })
}

/// How many public ideas of a path a filter leaves.
pub async fn count(
    store: &Store,
    body: BodyId,
    path: PathId,
    filter: &Filter,
) -> Result<i64, StoreError> {
    let mut select = narrowed(store.engine(), body, path, filter);
    select.expr_as(Expr::cust("COUNT(*)"), "n");
    let row = store.read().query_one_raw(backend(store.engine()).build(&select)).await?;
    Ok(row.map(|row| row.try_get("", "n")).transpose()?.unwrap_or(0))
}
