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
    /// The idea before which the previous page ends; none on the first.
    pub previous: Option<Cursor>,
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

const COLUMNS: [&str; 9] = [
    "number",
    "title",
    "for_whom",
    "areas",
    "municipality",
    "state",
    "supports",
    "comments",
    "published_at",
];

async fn cards(
    store: &Store,
    mut select: SelectStatement,
    sort: Sort,
    order: Order,
    limit: usize,
) -> Result<Vec<Card>, StoreError> {
    select
        .columns(COLUMNS)
        .expr_as(Expr::cust("substr(text, 1, 300)"), "excerpt")
        .order_by(sort.column(), order.clone())
        .order_by("number", order)
        .limit(limit as u64 + 1);
    Ok(Card::find_by_statement(backend(store.engine()).build(&select)).all(store.read()).await?)
}

fn place(sort: Sort) -> sea_orm::sea_query::SimpleExpr {
    Expr::tuple([Expr::col(sort.column()), Expr::col("number")])
}

impl Card {
    fn cursor(&self, sort: Sort) -> Cursor {
        let key = match sort {
            Sort::Newest => self.published_at,
            Sort::Supported => self.supports,
        };
        Cursor { key, number: self.number }
    }
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
    if let Some(Cursor { key, number }) = after {
        select.and_where(place(sort).lt(Expr::tuple([Expr::val(key), Expr::val(number)])));
    }
    let mut cards = cards(store, select, sort, Order::Desc, limit).await?;
    let more = cards.len() > limit;
    cards.truncate(limit);
    let next = cards.last().filter(|_| more).map(|card| card.cursor(sort));
    let previous = cards.first().filter(|_| after.is_some()).map(|card| card.cursor(sort));
    Ok(Page { cards, next, previous })
}

/// The page that ends just before an idea: the way back from [`list`].
pub async fn list_before(
    store: &Store,
    body: BodyId,
    path: PathId,
    filter: &Filter,
    sort: Sort,
    before: Cursor,
    limit: usize,
) -> Result<Page, StoreError> {
    let limit = limit.clamp(1, 200);
    let mut select = narrowed(store.engine(), body, path, filter);
    let end = Expr::tuple([Expr::val(before.key), Expr::val(before.number)]);
    select.and_where(place(sort).gt(end));
    let mut cards = cards(store, select, sort, Order::Asc, limit).await?;
    let more = cards.len() > limit;
    cards.truncate(limit);
    cards.reverse();
    let previous = cards.first().filter(|_| more).map(|card| card.cursor(sort));
    let next = cards.last().map(|card| card.cursor(sort));
    Ok(Page { cards, next, previous })
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
