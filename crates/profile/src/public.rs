//! What everybody reads: counts, charts' numbers, lists, the matrix, one service, one database.

use std::collections::HashMap;

use kernel::{
    BodyId,
    id::Uuid,
    vocabulary::{self, Vocabulary},
};
use sea_orm::{
    ConnectionTrait, FromQueryResult, Value,
    sea_query::{Alias, Condition, Expr, ExprTrait, Order, Query, SelectStatement},
};
use store::{Engine, Store, StoreError, search, sql};

use crate::{
    error::ProfileError,
    model::{Access, Database, Kept, PlanSheet, Register, Service},
    store as rows,
};

/// The numbers at the head of the profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, FromQueryResult)]
pub struct Counts {
    /// Services.
    pub services: i64,
    /// Databases.
    pub databases: i64,
    /// Uses of databases by services.
    pub uses: i64,
    /// Municipalities that some service covers.
    pub municipalities: i64,
    /// Services that use no database.
    pub services_without_database: i64,
    /// Databases that no service uses.
    pub unused_databases: i64,
    /// Mean completeness of services, 0 to 100.
    pub services_completeness: i64,
    /// Mean completeness of databases, 0 to 100.
    pub databases_completeness: i64,
    /// When a record last changed, UTC milliseconds; 0 while there is none.
    pub updated_at: i64,
}

/// The numbers at the head of the profile.
pub async fn counts(store: &Store, body: BodyId) -> Result<Counts, ProfileError> {
    let text = "SELECT \
        (SELECT COUNT(*) FROM service WHERE body_id = ? AND card_state <> 'draft') AS services, \
        (SELECT COUNT(*) FROM information_base WHERE body_id = ?) AS databases, \
        (SELECT COUNT(*) FROM data_use WHERE body_id = ?) AS uses, \
        (SELECT COUNT(DISTINCT t.municipality) FROM service_municipality t JOIN service s ON s.body_id = t.body_id \
           AND s.id = t.service_id WHERE t.body_id = ? AND s.card_state <> 'draft') AS municipalities, \
        (SELECT COUNT(*) FROM service s WHERE s.body_id = ? AND s.card_state <> 'draft' AND NOT EXISTS (SELECT 1 FROM data_use u \
           WHERE u.body_id = s.body_id AND u.service_id = s.id)) AS services_without_database, \
        (SELECT COUNT(*) FROM information_base b WHERE b.body_id = ? AND NOT EXISTS (SELECT 1 FROM data_use u \
           WHERE u.body_id = b.body_id AND u.database_id = b.id)) AS unused_databases, \
        (SELECT CAST(COALESCE(SUM(completeness), 0) / CASE COUNT(*) WHEN 0 THEN 1 ELSE COUNT(*) END AS bigint) \
           FROM service WHERE body_id = ? AND card_state <> 'draft') AS services_completeness, \
        (SELECT CAST(COALESCE(SUM(completeness), 0) / CASE COUNT(*) WHEN 0 THEN 1 ELSE COUNT(*) END AS bigint) \
           FROM information_base WHERE body_id = ?) AS databases_completeness, \
        (SELECT COALESCE(MAX(r.updated_at), 0) FROM (SELECT updated_at FROM service WHERE body_id = ? \
           UNION ALL SELECT updated_at FROM information_base WHERE body_id = ?) r) AS updated_at";
    let values = vec![Value::from(body.0); 10];
    let found =
        Counts::find_by_statement(sql(store.engine(), text, values)).one(store.read()).await?;
    Ok(found.unwrap_or_default())
}

/// A bar of a chart: a code of a vocabulary (empty where nobody said) and how many services.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Bar {
    /// The code.
    pub code: String,
    /// How many services.
    pub n: i64,
}

/// Services by area of users, in the official order; a service of two areas counts in both.
pub async fn by_area(store: &Store, body: BodyId) -> Result<Vec<Bar>, ProfileError> {
    let text = "SELECT t.area AS code, COUNT(*) AS n FROM service_area t JOIN service s ON s.body_id = t.body_id \
         AND s.id = t.service_id WHERE t.body_id = ? AND s.card_state <> 'draft' GROUP BY t.area";
    bars(store, body, text, vocabulary::areas()).await
}

/// Services by level of interactivity, in the official order; those nobody measured come last.
pub async fn by_level(store: &Store, body: BodyId) -> Result<Vec<Bar>, ProfileError> {
    let text = "SELECT current_level AS code, COUNT(*) AS n FROM service WHERE body_id = ? AND card_state <> 'draft' GROUP BY current_level";
    bars(store, body, text, vocabulary::interactivity_levels()).await
}

async fn bars(
    store: &Store,
    body: BodyId,
    text: &str,
    order: &Vocabulary,
) -> Result<Vec<Bar>, ProfileError> {
    let found = Bar::find_by_statement(sql(store.engine(), text, [body.0.into()]))
        .all(store.read())
        .await?;
    let mut counted: HashMap<String, i64> =
        found.into_iter().map(|bar| (bar.code, bar.n)).collect();
    // Empty bars stay: a chart without them would hide what is missing.
    let mut bars: Vec<Bar> = order
        .terms()
        .iter()
        .map(|term| Bar { code: term.code.clone(), n: counted.remove(&term.code).unwrap_or(0) })
        .collect();
    bars.extend(counted.remove("").map(|n| Bar { code: String::new(), n }));
    Ok(bars)
}

/// What to show of a list; empty fields filter nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words to find.
    pub words: String,
    /// Phrases to find instead of the words, one is enough (see [`crate::find`]).
    pub also: Vec<String>,
    /// Area of users (services).
    pub area: String,
    /// Level of interactivity (services).
    pub level: String,
    /// Municipality by ISTAT code (services).
    pub municipality: String,
    /// Channel (services); those below it count as well.
    pub channel: String,
    /// State (services) or kind (databases).
    pub group: String,
    /// Whether drafts are listed as well: on the desk alone.
    pub drafts: bool,
    /// Language spoken (services).
    pub language: String,
}

/// One line of a list.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Entry {
    /// The record.
    pub id: Uuid,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// A few lines about it.
    pub summary: String,
    /// Areas, joined by `;` (empty for databases).
    pub areas: String,
    /// Level of interactivity (services) or scope (databases).
    pub level: String,
    /// State (services) or kind (databases).
    pub group: String,
    /// `yes` or `partly` when made up for demonstration.
    pub demo: String,
    /// 0 to 100.
    pub completeness: i64,
    /// ISTAT codes, joined by `;` (empty for databases).
    pub municipalities: String,
    /// Where a service is; the body that answers for a database.
    pub place: String,
    /// Day of the last check (ISO), empty when it never was.
    pub checked_on: String,
    /// How far the card is, as kept (empty for databases).
    pub card_state: String,
    /// Whether a database is essential.
    pub essential: Option<bool>,
    /// How many databases a service uses, or services a database.
    pub uses: i64,
}

/// In which order a list comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// By name.
    #[default]
    Name,
    /// Never checked first, then the longest unchecked.
    Stale,
    /// Nearest to a municipality first (services), by its code in the vocabulary.
    Near(&'static str),
}

impl Sort {
    /// The terms of the order on a table or its alias; the id after them makes every place unique.
    fn terms(self, of: &str) -> Vec<String> {
        let mut terms = match self {
            Self::Name => Vec::new(),
            Self::Stale => vec![format!("{of}.checked_on")],
            Self::Near(municipality) => vec![crate::find::nearness(of, municipality)],
        };
        terms.extend([format!("{of}.sort_key"), format!("{of}.id")]);
        terms
    }
}

/// One page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The lines, by name.
    pub entries: Vec<Entry>,
    /// How many match in all.
    pub total: i64,
    /// What to ask for the next page: the last record of this one.
    pub next: Option<Uuid>,
}

/// A page of a register by name, after the record `after`; paging by key never skips or repeats.
pub async fn list(
    store: &Store,
    body: BodyId,
    register: Register,
    filter: &Filter,
    after: Option<Uuid>,
    limit: u64,
) -> Result<Page, ProfileError> {
    sorted(store, body, register, filter, Sort::Name, after, limit).await
}

/// The same in an order of choice.
pub async fn sorted(
    store: &Store,
    body: BodyId,
    register: Register,
    filter: &Filter,
    sort: Sort,
    after: Option<Uuid>,
    limit: u64,
) -> Result<Page, ProfileError> {
    let table = register.table();
    let column = |name: &str| Expr::col((Alias::new(table), Alias::new(name)));
    let matching = matching(store.engine(), body, register, filter);
    let count: SelectStatement = Query::select()
        .expr(Expr::cust("COUNT(*)"))
        .from(Alias::new(table))
        .cond_where(matching.clone())
        .to_owned();
    let read = store.read();
    let counted = read.query_one_raw(read.get_database_backend().build(&count)).await?;
    let total = counted.map(|row| row.try_get_by_index::<i64>(0)).transpose()?.unwrap_or(0);

    let mut select = Query::select();
    for name in ["id", "code", "name", "demo", "completeness", "checked_on"] {
        select.expr_as(column(name), Alias::new(name));
    }
    for (name, field) in entry_columns(register) {
        // What a register does not have is empty: '' or NULL stands for it.
        let value = if field.is_empty() || field == "NULL" {
            Expr::cust(if field.is_empty() { "''" } else { "CAST(NULL AS boolean)" })
        } else {
            column(field)
        };
        select.expr_as(value, Alias::new(name));
    }
    let uses = match register {
        Register::Services => used("service_id", table),
        Register::Databases => used("database_id", table),
        Register::PlanSheets => format!(
            "(SELECT COUNT(*) FROM thread_edge e WHERE e.body_id = {table}.body_id AND e.from_kind = 'plan_sheet' \
             AND e.from_id = {table}.id AND e.relation = 'carried_out_by')"
        ),
    };
    select.expr_as(Expr::cust(uses), Alias::new("uses"));
    select.from(Alias::new(table)).cond_where(matching);
    if let Some(after) = after {
        let columns = |of: &str| sort.terms(of).join(", ");
        let place = format!(
            "({}) > (SELECT {} FROM {table} p WHERE p.body_id = {} AND p.id = {})",
            columns(table),
            columns("p"),
            mark(store.engine(), 1),
            mark(store.engine(), 2)
        );
        select.and_where(Expr::cust_with_values(place, [Value::from(body.0), after.into()]));
    }
    for term in sort.terms(table) {
        select.order_by_expr(Expr::cust(term), Order::Asc);
    }
    select.limit(limit + 1);
    let statement = read.get_database_backend().build(&select);
    let mut entries = Entry::find_by_statement(statement).all(read).await?;
    let more = entries.len() as u64 > limit;
    entries.truncate(limit as usize);
    let next = entries.last().filter(|_| more).map(|entry| entry.id);
    Ok(Page { entries, total, next })
}

/// How many links of the matrix a record has.
fn used(near: &str, table: &str) -> String {
    format!(
        "(SELECT COUNT(*) FROM data_use u WHERE u.body_id = {table}.body_id AND u.{near} = {table}.id)"
    )
}

/// Which column of a register each part of an [`Entry`] comes from.
const fn entry_columns(register: Register) -> [(&'static str, &'static str); 8] {
    match register {
        Register::Services => [
            ("summary", "short_description"),
            ("areas", "areas"),
            ("card_state", "card_state"),
            ("level", "current_level"),
            ("group", "status"),
            ("municipalities", "municipalities"),
            ("place", "place"),
            ("essential", "NULL"),
        ],
        Register::Databases => [
            ("summary", "description"),
            ("areas", ""),
            ("card_state", ""),
            ("level", "scope"),
            ("group", "kind"),
            ("municipalities", ""),
            ("place", "owner"),
            ("essential", "essential"),
        ],
        Register::PlanSheets => [
            ("summary", "description"),
            ("areas", "areas"),
            ("card_state", ""),
            ("level", "plan_years"),
            ("group", "plan_area"),
            ("municipalities", ""),
            ("place", "district"),
            ("essential", "NULL"),
        ],
    }
}

/// What services are reached by and where they are: the choices of a list's filters.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct InUse {
    /// Channels of some service, in the official order.
    pub channels: Vec<String>,
    /// Municipalities that some service covers, by ISTAT code.
    pub municipalities: Vec<String>,
}

/// The channels and municipalities of a body's services.
pub async fn in_use(store: &Store, body: BodyId) -> Result<InUse, ProfileError> {
    let all = |text: &'static str| {
        let statement = sql(store.engine(), text, [body.0.into()]);
        async move {
            let rows = store.read().query_all_raw(statement).await?;
            rows.iter().map(|row| row.try_get_by_index(0)).collect::<Result<Vec<String>, _>>()
        }
    };
    let lists =
        all("SELECT DISTINCT channels FROM service WHERE body_id = ? AND card_state <> 'draft'")
            .await?;
    let used: std::collections::HashSet<&str> =
        lists.iter().flat_map(|list| list.split(';')).collect();
    let channels = vocabulary::channels().terms().iter().map(|term| term.code.clone());
    let municipalities =
        all("SELECT DISTINCT municipality FROM service_municipality WHERE body_id = ? ORDER BY municipality")
            .await?;
    Ok(InUse {
        channels: channels.filter(|code| used.contains(code.as_str())).collect(),
        municipalities,
    })
}

/// Every record of a register by name, for a file; at most `most`.
pub async fn all(
    store: &Store,
    body: BodyId,
    register: Register,
    most: i64,
) -> Result<Vec<Kept>, ProfileError> {
    Ok(rows::all(store.read(), store.engine(), body, register, most).await?)
}

/// The placeholder that the query builder numbers anew.
fn mark(engine: Engine, n: u8) -> String {
    if engine == Engine::Sqlite { "?".to_owned() } else { format!("${n}") }
}

pub(crate) fn matching(
    engine: Engine,
    body: BodyId,
    register: Register,
    filter: &Filter,
) -> Condition {
    let table = register.table();
    let column = |name: &str| Expr::col((Alias::new(table), Alias::new(name)));
    let mut all = Condition::all().add(column("body_id").eq(body.0));
    let id = format!("{table}.id");
    let words = if filter.also.is_empty() {
        search::matching(engine, body, register.kind(), &filter.words, &id)
    } else {
        search::matching_any(engine, body, register.kind(), &filter.also, &id)
    };
    if let Some(words) = words {
        all = all.add(words);
    }
    let tagged = |tags: &str, name: &str, code: &str| {
        let text = format!(
            "{table}.id IN (SELECT t.service_id FROM {tags} t WHERE t.body_id = {} AND t.{name} = {})",
            mark(engine, 1),
            mark(engine, 2)
        );
        Expr::cust_with_values(text, [Value::from(body.0), code.into()])
    };
    match register {
        Register::Services => {
            if !filter.drafts {
                all = all.add(column("card_state").ne("draft"));
            }
            if !filter.area.is_empty() {
                all = all.add(tagged("service_area", "area", &filter.area));
            }
            if !filter.municipality.is_empty() {
                all = all.add(tagged("service_municipality", "municipality", &filter.municipality));
            }
            if !filter.level.is_empty() {
                all = all.add(column("current_level").eq(filter.level.as_str()));
            }
            if !filter.channel.is_empty() {
                // Codes hold digits and points alone once they are known to the vocabulary.
                let known = vocabulary::channels().get(&filter.channel);
                let code = known.map_or("none", |term| term.code.as_str());
                let held = "(';' || channels || ';')";
                let text = format!("({held} LIKE '%;{code};%' OR {held} LIKE '%;{code}.%')");
                all = all.add(Expr::cust(text));
            }
            if !filter.language.is_empty() {
                let known = vocabulary::languages().get(&filter.language);
                let code = known.map_or("none", |term| term.code.as_str());
                all = all.add(Expr::cust(format!("(';' || languages || ';') LIKE '%;{code};%'")));
            }
            if !filter.group.is_empty() {
                all = all.add(column("status").eq(filter.group.as_str()));
            }
        }
        Register::Databases => {
            if !filter.group.is_empty() {
                all = all.add(column("kind").eq(filter.group.as_str()));
            }
        }
        Register::PlanSheets => {
            if !filter.group.is_empty() {
                all = all.add(column("plan_area").eq(filter.group.as_str()));
            }
        }
    }
    all
}

/// A row or a column of the matrix.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Heading {
    /// The record.
    pub id: Uuid,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// Services x databases: who reads and writes what.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Matrix {
    /// The rows, by name.
    pub services: Vec<Heading>,
    /// The columns, by name.
    pub databases: Vec<Heading>,
    cells: HashMap<(Uuid, Uuid), Access>,
}

impl Matrix {
    /// What the service does with the database.
    pub fn cell(&self, service: Uuid, database: Uuid) -> Option<Access> {
        self.cells.get(&(service, database)).copied()
    }

    /// How many cells are filled.
    pub fn filled(&self) -> usize {
        self.cells.len()
    }
}

/// Which part of the matrix to show; empty fields leave nothing out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MatrixPart {
    /// Area of users of the services.
    pub area: String,
    /// Kind of the databases.
    pub kind: String,
    /// The service after which the part begins.
    pub after: Option<Uuid>,
}

/// The matrix of the services that use a database, at most `most` rows, and all databases in use.
pub async fn matrix(store: &Store, body: BodyId, most: i64) -> Result<Matrix, ProfileError> {
    Ok(matrix_part(store, body, &MatrixPart::default(), most).await?.0)
}

/// A part of the matrix, at most `most` rows, and the service after which the next one begins.
///
/// Three queries whatever the size, each by an index; only the cells of the rows shown are read.
pub async fn matrix_part(
    store: &Store,
    body: BodyId,
    part: &MatrixPart,
    most: i64,
) -> Result<(Matrix, Option<Uuid>), ProfileError> {
    let (engine, read) = (store.engine(), store.read());
    let (kind_of, kind_value) = if part.kind.is_empty() {
        (String::new(), None)
    } else {
        (" AND b.kind = ?".to_owned(), Some(Value::from(part.kind.as_str())))
    };
    let text = format!(
        "SELECT b.id, b.code, b.name FROM information_base b WHERE b.body_id = ?{kind_of} AND EXISTS (SELECT 1 FROM \
         data_use u WHERE u.body_id = b.body_id AND u.database_id = b.id) ORDER BY b.sort_key, b.id LIMIT 1000"
    );
    let values = std::iter::once(body.0.into()).chain(kind_value.clone());
    let databases = Heading::find_by_statement(sql(engine, &text, values)).all(read).await?;

    let mut values: Vec<Value> = vec![body.0.into()];
    let uses = if part.kind.is_empty() {
        "SELECT 1 FROM data_use u WHERE u.body_id = s.body_id AND u.service_id = s.id"
    } else {
        values.extend(kind_value);
        "SELECT 1 FROM data_use u JOIN information_base b ON b.body_id = u.body_id AND b.id = u.database_id \
         AND b.kind = ? WHERE u.body_id = s.body_id AND u.service_id = s.id"
    };
    let mut more = String::new();
    if !part.area.is_empty() {
        more.push_str(
            " AND s.id IN (SELECT t.service_id FROM service_area t WHERE t.body_id = ? AND t.area = ?)",
        );
        values.extend([body.0.into(), part.area.as_str().into()]);
    }
    if let Some(after) = part.after {
        more.push_str(
            " AND (s.sort_key, s.id) > (SELECT p.sort_key, p.id FROM service p WHERE p.body_id = ? AND p.id = ?)",
        );
        values.extend([body.0.into(), after.into()]);
    }
    values.push((most + 1).into());
    let text = format!(
        "SELECT s.id, s.code, s.name FROM service s WHERE s.body_id = ? AND s.card_state <> 'draft' \
         AND EXISTS ({uses}){more} \
         ORDER BY s.sort_key, s.id LIMIT ?"
    );
    let mut services = Heading::find_by_statement(sql(engine, &text, values)).all(read).await?;
    let full = services.len() as i64 > most;
    services.truncate(usize::try_from(most).unwrap_or_default());
    let next = services.last().filter(|_| full).map(|service| service.id);

    let mut cells = HashMap::new();
    for chunk in services.chunks(500) {
        let marks = vec!["?"; chunk.len()].join(", ");
        let text = format!(
            "SELECT service_id, database_id, access FROM data_use WHERE body_id = ? AND service_id IN ({marks})"
        );
        let values = std::iter::once(body.0.into()).chain(chunk.iter().map(|one| one.id.into()));
        for row in read.query_all_raw(sql(engine, &text, values)).await? {
            let access: String = row.try_get_by_index(2)?;
            let access = Access::parse(&access).ok_or_else(|| StoreError::Corrupt(access))?;
            cells.insert((row.try_get_by_index(0)?, row.try_get_by_index(1)?), access);
        }
    }
    if !part.kind.is_empty() {
        let shown: std::collections::HashSet<Uuid> = databases.iter().map(|one| one.id).collect();
        cells.retain(|(_, database), _| shown.contains(database));
    }
    Ok((Matrix { services, databases, cells }, next))
}

/// One link with both its ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The service.
    pub service: Heading,
    /// The database.
    pub database: Heading,
    /// What the service does with it.
    pub access: Access,
    /// `manual`, `file`, `api`, `pdnd` or empty.
    pub means: String,
}

/// Every link by service and database, at most `most`; those of drafts for the desk alone.
pub async fn links(
    store: &Store,
    body: BodyId,
    most: i64,
    drafts: bool,
) -> Result<Vec<Link>, ProfileError> {
    let hidden = if drafts { "" } else { "AND s.card_state <> 'draft'" };
    let text = format!(
        "SELECT s.id, s.code, s.name, b.id, b.code, b.name, u.access, u.means FROM data_use u \
                JOIN service s ON s.body_id = u.body_id AND s.id = u.service_id \
                JOIN information_base b ON b.body_id = u.body_id AND b.id = u.database_id \
                WHERE u.body_id = ? {hidden} ORDER BY s.sort_key, s.id, b.sort_key, b.id LIMIT ?"
    );
    let statement = sql(store.engine(), &text, [body.0.into(), most.into()]);
    let found = store.read().query_all_raw(statement).await?;
    found
        .iter()
        .map(|row| {
            let heading = |at: usize| {
                Ok::<_, StoreError>(Heading {
                    id: row.try_get_by_index(at)?,
                    code: row.try_get_by_index(at + 1)?,
                    name: row.try_get_by_index(at + 2)?,
                })
            };
            let access: String = row.try_get_by_index(6)?;
            Ok(Link {
                service: heading(0)?,
                database: heading(3)?,
                access: Access::parse(&access).ok_or_else(|| StoreError::Corrupt(access))?,
                means: row.try_get_by_index(7)?,
            })
        })
        .collect()
}

/// The other end of a use, seen from one of its ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    /// Code of the other record.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What the service does with the database.
    pub access: Access,
    /// `manual`, `file`, `api`, `pdnd` or empty.
    pub means: String,
}

/// A service with the databases it uses.
#[derive(Debug, Clone)]
pub struct ServiceSheet {
    /// Id, version, completeness and kept values.
    pub kept: Kept,
    /// The service.
    pub service: Service,
    /// The databases it uses, by name.
    pub uses: Vec<Use>,
}

/// A database with the services that use it.
#[derive(Debug, Clone)]
pub struct DatabaseSheet {
    /// Id, version, completeness and kept values.
    pub kept: Kept,
    /// The database.
    pub database: Database,
    /// The services that use it, by name.
    pub used_by: Vec<Use>,
}

/// A sheet of the zone plan with the services that carry it out.
#[derive(Debug, Clone)]
pub struct PlanSheetPage {
    /// Id, version, completeness and kept values.
    pub kept: Kept,
    /// The sheet.
    pub sheet: PlanSheet,
    /// Code and name of each service.
    pub services: Vec<(String, String)>,
}

/// The code of a record, for its address.
pub async fn code_of(
    store: &Store,
    body: BodyId,
    register: Register,
    id: Uuid,
) -> Result<Option<String>, ProfileError> {
    let found = rows::by_id(store.read(), store.engine(), body, register, id).await?;
    Ok(found.map(|kept| kept.values.get(register, "code").to_owned()))
}

/// One service by its code.
pub async fn service(
    store: &Store,
    body: BodyId,
    code: &str,
) -> Result<Option<ServiceSheet>, ProfileError> {
    let found = rows::by_code(store.read(), store.engine(), body, Register::Services, code).await?;
    let Some(kept) = found else { return Ok(None) };
    let uses =
        uses(store, body, ("service_id", kept.id), ("database_id", "information_base")).await?;
    Ok(Some(ServiceSheet { service: Service::from_values(&kept.values), kept, uses }))
}

/// One database by its code.
pub async fn database(
    store: &Store,
    body: BodyId,
    code: &str,
) -> Result<Option<DatabaseSheet>, ProfileError> {
    let found =
        rows::by_code(store.read(), store.engine(), body, Register::Databases, code).await?;
    let Some(kept) = found else { return Ok(None) };
    let used_by = uses(store, body, ("database_id", kept.id), ("service_id", "service")).await?;
    Ok(Some(DatabaseSheet { database: Database::from_values(&kept.values), kept, used_by }))
}

/// A sheet of the zone plan by its code, with the services that name it.
pub async fn plan_sheet(
    store: &Store,
    body: BodyId,
    code: &str,
) -> Result<Option<PlanSheetPage>, ProfileError> {
    let register = Register::PlanSheets;
    let found = rows::by_code(store.read(), store.engine(), body, register, code).await?;
    let Some(kept) = found else { return Ok(None) };
    let text = "SELECT s.code, s.name FROM thread_edge e JOIN service s ON s.body_id = e.body_id AND s.id = e.to_id \
                WHERE e.body_id = ? AND e.from_kind = 'plan_sheet' AND e.from_id = ? \
                AND e.relation = 'carried_out_by' ORDER BY s.sort_key, s.id LIMIT 500";
    let values = [body.0.into(), kept.id.into()];
    let services = store.read().query_all_raw(sql(store.engine(), text, values)).await?;
    let services = services
        .iter()
        .map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?)))
        .collect::<Result<_, StoreError>>()?;
    Ok(Some(PlanSheetPage { sheet: PlanSheet::from_values(&kept.values), kept, services }))
}

async fn uses(
    store: &Store,
    body: BodyId,
    (near, id): (&str, Uuid),
    (far, table): (&str, &str),
) -> Result<Vec<Use>, ProfileError> {
    let hidden = if table == "service" { "AND o.card_state <> 'draft'" } else { "" };
    let text = format!(
        "SELECT o.code, o.name, u.access, u.means FROM data_use u JOIN {table} o \
         ON o.body_id = u.body_id AND o.id = u.{far} WHERE u.body_id = ? AND u.{near} = ? {hidden} ORDER BY o.sort_key, o.id"
    );
    let found =
        store.read().query_all_raw(sql(store.engine(), &text, [body.0.into(), id.into()])).await?;
    found
        .iter()
        .map(|row| {
            let access: String = row.try_get_by_index(2)?;
            Ok(Use {
                code: row.try_get_by_index(0)?,
                name: row.try_get_by_index(1)?,
                access: Access::parse(&access).ok_or_else(|| StoreError::Corrupt(access))?,
                means: row.try_get_by_index(3)?,
            })
        })
        .collect()
}
