//! The public part of the registers as open data: records for the writers of `opendata`, and how
//! they are read from the tables without ever holding them all.

use std::{collections::VecDeque, sync::Arc};

use identity::Body;
use kernel::{BodyId, Instant, id::Uuid, italian};
use opendata::{
    Organisation, Service,
    csvw::{Column, Holds},
    vocab::List,
};
use sea_orm::{ConnectionTrait, Value};
use store::{Store, StoreError, sql};

use crate::{
    ProfileError, Register,
    fields::{Field, Kind},
    model::{Kept, Values},
    rules::{PeopleCount, people_shown},
    store as rows,
};

/// Records read at a time.
pub const SLICE: i64 = 250;

/// A body as others know it.
pub fn organisation(body: &Body) -> Organisation {
    Organisation {
        id: body.id.0,
        slug: body.fields.slug.clone(),
        name: body.fields.name.clone(),
        ipa_code: body.fields.ipa_code.clone(),
        istat_code: body.fields.istat_code.clone(),
        email: body.fields.contact_email.clone(),
    }
}

/// What everybody may read of a value, in a form that a program and a person both understand.
pub fn shown(field: &Field, kept: &str) -> String {
    match field.kind {
        Kind::Money => kept
            .parse::<i64>()
            .map(|cents| format!("{}.{:02}", cents / 100, cents % 100))
            .unwrap_or_default(),
        // Statistical secrecy: a handful of people is not counted in public.
        Kind::Whole(..) if field.name == "users_count" => match people_shown(kept.parse().ok()) {
            PeopleCount::Exactly(n) => n.to_string(),
            PeopleCount::Unknown | PeopleCount::FewerThanFive => String::new(),
        },
        _ => kept.to_owned(),
    }
}

fn instant(ms: i64) -> String {
    jiff::Timestamp::from_millisecond(ms).unwrap_or(jiff::Timestamp::UNIX_EPOCH).to_string()
}

/// A service for the writers.
pub fn service(kept: &Kept) -> Service {
    let fields = Register::Services.fields().iter().zip(&kept.values.0);
    Service {
        id: kept.id,
        modified: instant(kept.updated_at),
        fields: fields
            .map(|(field, value)| (field.name.to_owned(), shown(field, value)))
            .filter(|(_, value)| !value.is_empty())
            .collect(),
    }
}

/// The columns of a register's table; the body's address word comes first.
pub fn columns(register: Register, label: impl Fn(&str) -> String) -> Vec<Column> {
    let body = Column {
        name: "body".to_owned(),
        title: label(texts::key!("open-body")),
        holds: Holds::Text,
        required: true,
        one_of: Vec::new(),
        property: None,
    };
    let fields = register.fields().iter().map(|field| {
        let choices = match field.kind {
            Kind::Choice(list) | Kind::Choose(list) => {
                list.iter().map(|(code, _)| (*code).to_owned()).collect()
            }
            Kind::Term(list) | Kind::Terms(list) if list().terms().len() <= 60 => {
                list().terms().iter().map(|term| term.code.replace('.', "\\.")).collect()
            }
            _ => Vec::new(),
        };
        Column {
            name: field.name.to_owned(),
            title: label(&field.label_key()),
            holds: match field.kind {
                Kind::Choose(_) | Kind::Terms(_) => Holds::Codes,
                Kind::Whole(..) => Holds::Whole,
                Kind::Money => Holds::Decimal,
                Kind::Day => Holds::Day,
                Kind::YesNo => Holds::YesNo,
                Kind::Url => Holds::Address,
                _ => Holds::Text,
            },
            required: field.required || matches!(field.kind, Kind::Code),
            one_of: choices,
            property: property(field.name),
        }
    });
    std::iter::once(body).chain(fields).collect()
}

const fn property(field: &str) -> Option<&'static str> {
    match field.as_bytes() {
        b"code" => Some("http://purl.org/dc/terms/identifier"),
        b"name" => Some("http://purl.org/dc/terms/title"),
        b"short_description" | b"description" => Some("http://purl.org/dc/terms/description"),
        _ => None,
    }
}

/// The cells of a record, body first.
pub fn cells(register: Register, slug: &str, values: &Values) -> Vec<String> {
    let fields = register.fields().iter().zip(&values.0);
    let cell = |(field, kept): (&Field, &String)| match (field.kind, kept.as_str()) {
        (Kind::YesNo, "yes") => "true".to_owned(),
        (Kind::YesNo, "no") => "false".to_owned(),
        _ => shown(field, kept),
    };
    std::iter::once(slug.to_owned()).chain(fields.map(cell)).collect()
}

/// Reads a register of some bodies piece by piece.
#[derive(Debug)]
pub struct Reading {
    store: Store,
    register: Register,
    bodies: VecDeque<Arc<Body>>,
    after: Option<Uuid>,
}

impl Reading {
    /// Begins at the first record of the first body.
    pub fn new(store: Store, register: Register, bodies: Vec<Arc<Body>>) -> Self {
        Self { store, register, bodies: bodies.into(), after: None }
    }

    /// The next records, all of one body; none at the end.
    pub async fn next(&mut self) -> Result<Option<(Arc<Body>, Vec<Kept>)>, ProfileError> {
        while let Some(body) = self.bodies.front().cloned() {
            let (store, after) = (&self.store, self.after);
            let register = self.register;
            let found =
                rows::slice(store.read(), store.engine(), body.id, register, after, SLICE).await?;
            self.after = found.last().map(|kept| kept.id);
            if (found.len() as i64) < SLICE {
                self.bodies.pop_front();
                self.after = None;
            }
            if !found.is_empty() {
                return Ok(Some((body, found)));
            }
        }
        Ok(None)
    }
}

/// What the registers are like at a moment: how many records, when one last changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, sea_orm::FromQueryResult)]
pub struct State {
    /// Services.
    pub services: i64,
    /// Databases.
    pub databases: i64,
    /// Links between them.
    pub links: i64,
    /// When a record last changed, UTC milliseconds.
    pub updated_at: i64,
}

impl State {
    /// The day of the last change.
    pub fn day(self) -> String {
        Instant(self.updated_at).day().to_string()
    }
}

/// The state of one body's registers.
pub async fn state(store: &Store, body: BodyId) -> Result<State, ProfileError> {
    let counts = crate::public::counts(store, body).await?;
    Ok(State {
        services: counts.services,
        databases: counts.databases,
        links: counts.uses,
        updated_at: counts.updated_at,
    })
}

/// The state of every body that has a record, in one query.
pub async fn states(store: &Store) -> Result<Vec<(BodyId, State)>, ProfileError> {
    let text = "SELECT body_id, CAST(SUM(s) AS bigint), CAST(SUM(d) AS bigint), CAST(SUM(l) AS bigint), \
                CAST(MAX(t) AS bigint) FROM ( \
                SELECT body_id, COUNT(*) AS s, 0 AS d, 0 AS l, MAX(updated_at) AS t FROM service WHERE card_state <> 'draft' GROUP BY body_id \
                UNION ALL SELECT body_id, 0, COUNT(*), 0, MAX(updated_at) FROM information_base GROUP BY body_id \
                UNION ALL SELECT body_id, 0, 0, COUNT(*), 0 FROM data_use GROUP BY body_id) counted \
                GROUP BY body_id ORDER BY body_id";
    let found = store.read().query_all_raw(sql(store.engine(), text, [])).await;
    let found = found.map_err(StoreError::from)?;
    let read = |row: &sea_orm::QueryResult| {
        let state = State {
            services: row.try_get_by_index(1)?,
            databases: row.try_get_by_index(2)?,
            links: row.try_get_by_index(3)?,
            updated_at: row.try_get_by_index(4)?,
        };
        Ok::<_, sea_orm::DbErr>((BodyId(row.try_get_by_index(0)?), state))
    };
    Ok(found.iter().map(read).collect::<Result<_, _>>().map_err(StoreError::from)?)
}

/// What a program asks of the directory of services; what is empty filters nothing.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// One service.
    pub id: Option<Uuid>,
    /// Words of the name.
    pub words: String,
    /// Body.
    pub body: Option<Uuid>,
    /// Codes of a list (field, code).
    pub term: Option<(&'static List, String)>,
    /// Some code of a list.
    pub list: Option<&'static List>,
    /// Changed after, UTC milliseconds.
    pub modified_after: Option<i64>,
    /// Only those whose place is known.
    pub with_place: bool,
}

impl Wanted {
    fn condition(&self) -> (String, Vec<Value>) {
        let (mut parts, mut values) =
            (vec!["card_state <> 'draft'".to_owned()], Vec::<Value>::new());
        let mut add = |part: String, value: Option<Value>| {
            parts.push(part);
            values.extend(value);
        };
        if let Some(id) = self.id {
            add("id = ?".into(), Some(id.into()));
        }
        if let Some(body) = self.body {
            add("body_id = ?".into(), Some(body.into()));
        }
        // The key of the order is the name without accents and capitals; `words` leaves no `%` or `_`.
        for word in italian::words(&self.words).into_iter().take(10) {
            add("sort_key LIKE ?".into(), Some(format!("%{word}%").into()));
        }
        if let Some((list, code)) = &self.term {
            // The column is one of ours, the code one of the list: `find_term` made both.
            let held = format!("(';' || {} || ';') LIKE ?", list.field);
            add(held, Some(format!("%;{code};%").into()));
        }
        if let Some(list) = self.list {
            add(format!("{} <> ''", list.field), None);
        }
        if let Some(after) = self.modified_after {
            add("updated_at > ?".into(), Some(after.into()));
        }
        if self.with_place {
            add("place <> ''".into(), None);
        }
        (parts.join(" AND "), values)
    }
}

/// How many services match.
pub async fn count(store: &Store, wanted: &Wanted) -> Result<i64, ProfileError> {
    let (which, values) = wanted.condition();
    let text = format!("SELECT COUNT(*) FROM service WHERE {which}");
    let row = store.read().query_one_raw(sql(store.engine(), &text, values)).await;
    let row = row.map_err(StoreError::from)?;
    let count = row.map(|row| row.try_get_by_index(0)).transpose().map_err(StoreError::from)?;
    Ok(count.unwrap_or_default())
}

/// The services that match, by body and id.
pub async fn directory(
    store: &Store,
    wanted: &Wanted,
    most: i64,
    skip: i64,
) -> Result<Vec<(BodyId, Kept)>, ProfileError> {
    let condition = wanted.condition();
    let which = (condition.0.as_str(), condition.1);
    Ok(rows::directory(store.read(), store.engine(), which, (most, skip)).await?)
}
