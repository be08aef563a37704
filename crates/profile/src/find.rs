//! Finding a service: words that forgive, filters with their counts, and what is near.

use kernel::{BodyId, id::Uuid, vocabulary};
use sea_orm::{
    ConnectionTrait,
    sea_query::{Alias, Expr, Query},
};
use store::{Store, search};

use crate::{
    error::ProfileError,
    model::Register,
    public::{self, Filter, Page, Sort},
};

/// What a search found, and what it was that it looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The list.
    pub page: Page,
    /// The phrases looked for because the typed words find nothing; empty when they do.
    pub also: Vec<String>,
}

/// A page of a register. Where the typed words find nothing at all, other words are tried: their
/// slips mended, or what offices call the thing. `exact` asks for the typed words alone.
pub async fn list(
    store: &Store,
    body: BodyId,
    register: Register,
    filter: &Filter,
    sort: Sort,
    exact: bool,
    (after, limit): (Option<Uuid>, u64),
) -> Result<Found, ProfileError> {
    let page = public::sorted(store, body, register, filter, sort, after, limit).await?;
    if page.total > 0 || exact || filter.words.is_empty() || !filter.also.is_empty() {
        return Ok(Found { page, also: Vec::new() });
    }
    let Some(filter) = widened(store, body, register, filter).await? else {
        return Ok(Found { page, also: Vec::new() });
    };
    let page = public::sorted(store, body, register, &filter, sort, after, limit).await?;
    let also = if page.total > 0 { filter.also } else { Vec::new() };
    Ok(Found { page, also })
}

/// The same filter with other words; none where the typed words find something without the other
/// filters (then it is the filters that are too narrow), or where no other words do.
async fn widened(
    store: &Store,
    body: BodyId,
    register: Register,
    filter: &Filter,
) -> Result<Option<Filter>, ProfileError> {
    let alone = Filter { words: filter.words.clone(), ..Filter::default() };
    if alone != *filter {
        let found = public::list(store, body, register, &alone, None, 1).await?;
        if found.total > 0 {
            return Ok(None);
        }
    }
    let wider = search::widen(store, Some(body), Some(register.kind()), &filter.words).await?;
    Ok(wider.map(|wider| Filter { also: wider.phrases, ..filter.clone() }))
}

/// How near a service is to a municipality, as a term of an order: 0 it is there, 1 it serves it, 2 it
/// serves another municipality of the same province, 3 it does not say.
///
/// No distances: no table of coordinates with a free licence ships with the program. A body's services
/// belong to its union or district, so the neighbourhood is the body's own municipalities, and between
/// bodies the province (the first three digits of the ISTAT code).
pub(crate) fn nearness(of: &str, municipality: &'static str) -> String {
    // The code is one of the vocabulary and the name goes in with its quotes doubled.
    let name = vocabulary::municipalities().label(municipality, "it").to_lowercase();
    let name = name.replace('\'', "''");
    let province = municipality.get(..3).unwrap_or(municipality);
    let serves = |test: String| {
        format!(
            "EXISTS (SELECT 1 FROM service_municipality t WHERE t.body_id = {of}.body_id \
             AND t.service_id = {of}.id AND t.municipality {test})"
        )
    };
    let it = serves(format!("= '{municipality}'"));
    let there = format!("lower({of}.place) LIKE '%{name}%'");
    format!(
        "CASE WHEN {it} AND {there} THEN 0 WHEN {it} OR ({of}.municipalities = '' AND {there}) THEN 1 \
         WHEN {} THEN 2 ELSE 3 END",
        serves(format!("LIKE '{province}%'"))
    )
}

/// A choice of a filter and how many services it leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// The code.
    pub code: String,
    /// How many services match it and every other filter.
    pub n: i64,
}

/// The choices of every filter, those that leave no service left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facets {
    /// Areas of users, in the official order.
    pub areas: Vec<Count>,
    /// Levels of interactivity, in the official order.
    pub levels: Vec<Count>,
    /// Municipalities, by code.
    pub municipalities: Vec<Count>,
    /// Channels, in the official order; one counts those below it.
    pub channels: Vec<Count>,
    /// Languages spoken, in the order of the vocabulary.
    pub languages: Vec<Count>,
    /// States, in the order of the list.
    pub states: Vec<Count>,
}

/// Services alike in everything one filters by, and how many they are.
struct Group {
    areas: String,
    municipalities: String,
    level: String,
    state: String,
    channels: String,
    languages: String,
    n: i64,
}

impl Group {
    fn has_area(&self, code: &str) -> bool {
        self.areas.split(';').any(|area| area == code)
    }

    fn serves(&self, code: &str) -> bool {
        self.municipalities.split(';').any(|one| one == code)
    }

    fn speaks(&self, code: &str) -> bool {
        self.languages.split(';').any(|language| language == code)
    }

    fn reached_by(&self, code: &str) -> bool {
        self.channels.split(';').any(|channel| below(channel, code))
    }
}

/// Whether a channel is another or one below it.
fn below(channel: &str, code: &str) -> bool {
    channel.strip_prefix(code).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// How many services each choice of each filter leaves, the other filters kept: one query.
pub async fn facets(store: &Store, body: BodyId, filter: &Filter) -> Result<Facets, ProfileError> {
    let words =
        Filter { words: filter.words.clone(), also: filter.also.clone(), ..Filter::default() };
    let columns = ["areas", "municipalities", "current_level", "status", "channels", "languages"];
    let mut select = Query::select();
    select.columns(columns.map(Alias::new)).expr(Expr::cust("COUNT(*)"));
    select.from(Alias::new("service")).group_by_columns(columns.map(Alias::new));
    select.cond_where(public::matching(store.engine(), body, Register::Services, &words));
    let read = store.read();
    let rows = read.query_all_raw(read.get_database_backend().build(&select)).await?;
    let groups = rows.iter().map(|row| {
        Ok::<_, sea_orm::DbErr>(Group {
            areas: row.try_get_by_index(0)?,
            municipalities: row.try_get_by_index(1)?,
            level: row.try_get_by_index(2)?,
            state: row.try_get_by_index(3)?,
            channels: row.try_get_by_index(4)?,
            languages: row.try_get_by_index(5)?,
            n: row.try_get_by_index(6)?,
        })
    });
    let groups = groups.collect::<Result<Vec<_>, _>>()?;
    Ok(counted(&groups, filter))
}

fn counted(groups: &[Group], filter: &Filter) -> Facets {
    let open = |asked: &str, is: bool| asked.is_empty() || is;
    // What each filter asks, in the order of the counts below.
    let passes: [&dyn Fn(&Group) -> bool; 6] = [
        &|group| open(&filter.area, group.has_area(&filter.area)),
        &|group| open(&filter.level, group.level == filter.level),
        &|group| open(&filter.municipality, group.serves(&filter.municipality)),
        &|group| open(&filter.channel, group.reached_by(&filter.channel)),
        &|group| open(&filter.language, group.speaks(&filter.language)),
        &|group| open(&filter.group, group.state == filter.group),
    ];
    // The services left by every filter but one, by the choices of that one.
    let count = |own: usize, codes: Vec<&str>, is: &dyn Fn(&Group, &str) -> bool| {
        let others = |group: &&Group| {
            passes.iter().enumerate().all(|(at, passes)| at == own || passes(group))
        };
        let left: Vec<&Group> = groups.iter().filter(others).collect();
        codes
            .into_iter()
            .map(|code| {
                let n = left.iter().filter(|group| is(group, code)).map(|group| group.n).sum();
                Count { code: code.to_owned(), n }
            })
            .filter(|count: &Count| count.n > 0)
            .collect::<Vec<_>>()
    };
    let served: std::collections::BTreeSet<&str> =
        groups.iter().flat_map(|group| group.municipalities.split(';')).collect();
    let terms = |list: &'static vocabulary::Vocabulary| -> Vec<&str> {
        list.terms().iter().map(|term| term.code.as_str()).collect()
    };
    let states = crate::lists::STATUS.iter().map(|(code, _)| *code).collect();
    let served = served.into_iter().filter(|code| !code.is_empty()).collect();
    Facets {
        areas: count(0, terms(vocabulary::areas()), &Group::has_area),
        levels: count(1, terms(vocabulary::interactivity_levels()), &|g, code| g.level == code),
        municipalities: count(2, served, &Group::serves),
        channels: count(3, terms(vocabulary::channels()), &Group::reached_by),
        languages: count(4, terms(vocabulary::languages()), &Group::speaks),
        states: count(5, states, &|g, code| g.state == code),
    }
}

/// The code of a municipality as the vocabulary holds it; none for what is no municipality.
pub fn municipality(code: &str) -> Option<&'static str> {
    vocabulary::municipalities().get(code).map(|term| term.code.as_str())
}
