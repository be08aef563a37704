//! The API of this phase: the same use cases as the pages, for programs.

pub mod actors;
mod findings;
pub mod hsds;
mod imports;
mod plan_sheets;
mod record;
mod vocabularies;

use axum::{
    Json,
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use kernel::{Access::Anyone, form::FieldError, id::Uuid};
use serde::{Deserialize, Serialize};
use texts::Args;
use utoipa::{OpenApi, ToSchema};
use web::{
    Asked, Routes, Visit, WebError,
    api::{Given, Listed, Problem, WrongField, address},
};

use record::{DatabaseFields, PlanSheetFields, ServiceFields};

use crate::{
    ProfileError, find,
    model::{Access, Kept, Register},
    origins::{self, Origin},
    pages::{CENSUS, IMPORT, place},
    public::{self, Filter, Sort, Use},
    rules,
    service::{self, Target},
};

/// The description of these calls.
#[derive(Debug, OpenApi)]
#[openapi(
    paths(
        services,
        service_get,
        service_put,
        databases,
        database_get,
        database_put,
        link_put,
        matrix,
        findings::list,
        findings::look,
        findings::decide,
        findings::needs,
        imports::upload,
        imports::read,
        imports::mapping,
        imports::preview,
        imports::choices,
        imports::apply,
        imports::discard,
        vocabularies::list,
        vocabularies::terms,
        plan_sheets::sheets,
        plan_sheets::sheet_get,
        plan_sheets::sheet_put
    ),
    components(schemas(ServiceFields, DatabaseFields, PlanSheetFields))
)]
pub struct Api;

/// Every call, beside who may.
pub fn routes() -> Routes {
    Routes::new()
        .get("/api/v1/bodies/{body}/services", Anyone, services)
        .get("/api/v1/bodies/{body}/services/{code}", Anyone, service_get)
        .put("/api/v1/bodies/{body}/services/{code}", CENSUS, service_put)
        .put("/api/v1/bodies/{body}/services/{code}/databases/{database}", CENSUS, link_put)
        .get("/api/v1/bodies/{body}/databases", Anyone, databases)
        .get("/api/v1/bodies/{body}/databases/{code}", Anyone, database_get)
        .put("/api/v1/bodies/{body}/databases/{code}", CENSUS, database_put)
        .get("/api/v1/bodies/{body}/matrix", Anyone, matrix)
        .get("/api/v1/bodies/{body}/findings", CENSUS, findings::list)
        .post("/api/v1/bodies/{body}/findings/look", CENSUS, findings::look)
        .post("/api/v1/bodies/{body}/findings/{id}/decision", CENSUS, findings::decide)
        .get("/api/v1/bodies/{body}/needs", Anyone, findings::needs)
        .post("/api/v1/bodies/{body}/imports", IMPORT, imports::upload)
        .get("/api/v1/bodies/{body}/imports/{id}", IMPORT, imports::read)
        .put("/api/v1/bodies/{body}/imports/{id}/mapping", IMPORT, imports::mapping)
        .get("/api/v1/bodies/{body}/imports/{id}/preview", IMPORT, imports::preview)
        .put("/api/v1/bodies/{body}/imports/{id}/choices", IMPORT, imports::choices)
        .post("/api/v1/bodies/{body}/imports/{id}/apply", IMPORT, imports::apply)
        .post("/api/v1/bodies/{body}/imports/{id}/discard", IMPORT, imports::discard)
        .get("/api/v1/bodies/{body}/plan-sheets", Anyone, plan_sheets::sheets)
        .get("/api/v1/bodies/{body}/plan-sheets/{code}", Anyone, plan_sheets::sheet_get)
        .put("/api/v1/bodies/{body}/plan-sheets/{code}", CENSUS, plan_sheets::sheet_put)
        .get("/api/v1/bodies/{body}/vocabularies", Anyone, vocabularies::list)
        .get("/api/v1/bodies/{body}/vocabularies/{slug}/terms", Anyone, vocabularies::terms)
        .and(actors::routes())
}

/// Items of one piece of a list.
const PIECE: u64 = 100;

/// What a call answers when it does not do what was asked.
enum Failure {
    Problem(Box<Problem>),
    Web(WebError),
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        match self {
            Self::Problem(problem) => problem.into_response(),
            Self::Web(error) => error.into_response(),
        }
    }
}

impl From<WebError> for Failure {
    fn from(error: WebError) -> Self {
        Self::Web(error)
    }
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self::Problem(Box::new(problem))
    }
}

/// A refusal in the words of the visit.
fn refused(visit: &Visit, error: ProfileError) -> Failure {
    let status = match &error {
        ProfileError::Invalid(errors) => return Problem::fields(visit, errors).into(),
        ProfileError::NotFound => return WebError::NotFound.into(),
        ProfileError::Store(_) => return crate::pages::unexpected(error).into(),
        ProfileError::NotAllowed => return WebError::Forbidden.into(),
        ProfileError::Stale
        | ProfileError::Moved
        | ProfileError::Refused(_)
        | ProfileError::Finding(_) => StatusCode::CONFLICT,
        ProfileError::Link(_) => StatusCode::GONE,
        ProfileError::File(_)
        | ProfileError::Source(_)
        | ProfileError::Fetch(_)
        | ProfileError::Mapping(_)
        | ProfileError::Rows(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let mut args = Args::new();
    args.set("n", error.n().unwrap_or_default());
    let detail = visit.app.texts().format(visit.lang, error.key().unwrap_or_default(), &args);
    let mut problem = Problem::new(visit, status, detail);
    if let ProfileError::Rows(problems) = &error {
        problem.errors = problems.iter().map(|problem| imports::wrong(visit, problem)).collect();
    }
    problem.into()
}

/// A record of a list.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ProfileEntry)]
struct Brief {
    /// Code, the record's key.
    code: String,
    /// Name.
    name: String,
    /// What it is, or what it holds.
    summary: String,
    /// ISTAT areas (services).
    areas: Vec<String>,
    /// Level of interactivity (services) or scope (databases).
    level: Option<String>,
    /// State (services) or kind (databases).
    group: Option<String>,
    /// Share of the important fields that are filled, 0 to 100.
    completeness: i64,
    /// Day of the last check.
    checked_on: Option<String>,
    /// Whether the record is made up for demonstration: `yes`, `partly`, `no`.
    demo: Option<String>,
    /// Address of the record.
    url: String,
}

/// A piece of a list, and what was looked for.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ProfileFound)]
struct Found {
    /// The items of this piece.
    items: Vec<Brief>,
    /// Address of the next piece; absent at the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
    /// How many match in all.
    total: i64,
    /// The phrases looked for because the words of `q` find nothing; one of them is enough. `exact=true`
    /// asks for the words of `q` alone.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    searched_also: Vec<String>,
}

async fn list(visit: &Visit, asked: &Asked, register: Register) -> Result<Response, Failure> {
    let filter = Filter {
        words: asked.value("q").chars().take(200).collect(),
        also: Vec::new(),
        area: asked.value("area").to_owned(),
        level: asked.value("level").to_owned(),
        municipality: asked.value("municipality").to_owned(),
        channel: asked.value("channel").to_owned(),
        group: asked.value("group").to_owned(),
        drafts: keeps(visit),
        language: asked.value("language").to_owned(),
    };
    let near = find::municipality(asked.value("near")).filter(|_| register == Register::Services);
    let sort = near.map_or(Sort::Name, Sort::Near);
    let piece = (asked.value("after").parse::<Uuid>().ok(), PIECE);
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let exact = asked.value("exact") == "true";
    let found = find::list(store, body, register, &filter, sort, exact, piece).await;
    let find::Found { page: found, also } = found.map_err(|error| refused(visit, error))?;
    let filled = |text: String| (!text.is_empty()).then_some(text);
    let path = path_of(register);
    let items = found.entries.into_iter().map(|entry| Brief {
        url: address(visit, &format!("{path}/{}", entry.code)),
        code: entry.code,
        name: entry.name,
        summary: entry.summary,
        areas: entry.areas.split(';').filter(|a| !a.is_empty()).map(str::to_owned).collect(),
        level: filled(entry.level),
        group: filled(entry.group),
        completeness: entry.completeness,
        checked_on: filled(entry.checked_on),
        demo: filled(entry.demo),
    });
    let next = found
        .next
        .map(|id| address(visit, &format!("{path}{}", asked.with("after", &id.to_string()))));
    let (items, total) = (items.collect(), found.total);
    Ok(Json(Found { items, next, total, searched_also: also }).into_response())
}

const fn path_of(register: Register) -> &'static str {
    match register {
        Register::Services => "services",
        Register::Databases => "databases",
        Register::PlanSheets => "plan-sheets",
    }
}

/// Services by name, or nearest first to the municipality `near`; filters combine. Where the words of `q`
/// find nothing, mended and everyday words are tried and told in `searched_also`.
#[utoipa::path(get, path = "/api/v1/bodies/{body}/services", tag = "profile",
    params(("body" = String, Path), ("q" = Option<String>, Query), ("area" = Option<String>, Query),
        ("level" = Option<String>, Query), ("municipality" = Option<String>, Query),
        ("channel" = Option<String>, Query), ("group" = Option<String>, Query), ("language" = Option<String>, Query),
        ("near" = Option<String>, Query),
        ("exact" = Option<bool>, Query), ("after" = Option<String>, Query)),
    responses((status = 200, body = Found)))]
async fn services(visit: Visit, asked: Asked) -> Result<Response, Failure> {
    list(&visit, &asked, Register::Services).await
}

/// Databases by name; filters combine.
#[utoipa::path(get, path = "/api/v1/bodies/{body}/databases", tag = "profile",
    params(("body" = String, Path), ("q" = Option<String>, Query), ("group" = Option<String>, Query),
        ("exact" = Option<bool>, Query), ("after" = Option<String>, Query)),
    responses((status = 200, body = Found)))]
async fn databases(visit: Visit, asked: Asked) -> Result<Response, Failure> {
    list(&visit, &asked, Register::Databases).await
}

/// The other end of a link.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ProfileLink)]
struct Link {
    /// Code of the database (of a service) or of the service (of a database).
    code: String,
    /// Its name.
    name: String,
    /// `read`, `write` or `read_write`: what the service does with the database.
    access: &'static str,
    /// `manual`, `file`, `api` or `pdnd`.
    means: Option<String>,
}

fn links(uses: Vec<Use>) -> Vec<Link> {
    let link = |used: Use| Link {
        code: used.code,
        name: used.name,
        access: used.access.code(),
        means: (!used.means.is_empty()).then_some(used.means),
    };
    uses.into_iter().map(link).collect()
}

/// A service.
#[derive(Debug, Serialize, ToSchema)]
struct ServiceRecord {
    /// Rises at each change; a `PUT` may name the one it started from.
    version: i64,
    /// Share of the important fields that are filled, 0 to 100.
    completeness: i64,
    /// How far the card is today: `draft`, `to_verify`, `verified`, `expired` (checked over a year ago).
    card: &'static str,
    /// Where its values came from, for who keeps the register.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    origins: Vec<Origin>,
    /// The fields.
    fields: ServiceFields,
    /// Databases it uses.
    databases: Vec<Link>,
}

/// A database.
#[derive(Debug, Serialize, ToSchema)]
struct DatabaseRecord {
    /// Rises at each change; a `PUT` may name the one it started from.
    version: i64,
    /// Share of the important fields that are filled, 0 to 100.
    completeness: i64,
    /// The fields.
    fields: DatabaseFields,
    /// Services that use it.
    services: Vec<Link>,
}

/// Whether the caller keeps the register of the body.
fn keeps(visit: &Visit) -> bool {
    let body = visit.body.as_ref().map(|body| body.id);
    CENSUS.allows(&visit.principal, body, None)
}

async fn service_record(visit: &Visit, code: &str) -> Result<ServiceRecord, Failure> {
    let found = public::service(visit.app.store(), visit.body_id()?, code).await;
    let found = found.map_err(|error| refused(visit, error))?.ok_or(WebError::NotFound)?;
    let Kept { version, completeness, .. } = found.kept;
    let today = visit.app.store().clock().now().day();
    let checked = found.kept.values.get(Register::Services, "checked_on");
    let card = rules::card_state(&found.service.card_state, checked, today);
    if card == rules::CardState::Draft && !keeps(visit) {
        return Err(WebError::NotFound.into());
    }
    let origins = if keeps(visit) { origins::read(&found.kept.origins) } else { Vec::new() };
    let fields = record::fields_of(Register::Services, &found.kept, keeps(visit));
    let (fields, databases) = (ServiceFields(fields), links(found.uses));
    let card = card.code();
    Ok(ServiceRecord { version, completeness, card, origins, fields, databases })
}

async fn database_record(visit: &Visit, code: &str) -> Result<DatabaseRecord, Failure> {
    let found = public::database(visit.app.store(), visit.body_id()?, code).await;
    let found = found.map_err(|error| refused(visit, error))?.ok_or(WebError::NotFound)?;
    let Kept { version, completeness, .. } = found.kept;
    let fields = record::fields_of(Register::Databases, &found.kept, keeps(visit));
    let (fields, services) = (DatabaseFields(fields), links(found.used_by));
    Ok(DatabaseRecord { version, completeness, fields, services })
}

/// One service with the databases it uses.
#[utoipa::path(get, path = "/api/v1/bodies/{body}/services/{code}", tag = "profile",
    params(("body" = String, Path), ("code" = String, Path)),
    responses((status = 200, body = ServiceRecord), (status = 404, body = Problem)))]
async fn service_get(visit: Visit, at: Path<(String, String)>) -> Result<Response, Failure> {
    let Path((_, code)) = at;
    Ok(Json(service_record(&visit, &code).await?).into_response())
}

/// One database with the services that use it.
#[utoipa::path(get, path = "/api/v1/bodies/{body}/databases/{code}", tag = "profile",
    params(("body" = String, Path), ("code" = String, Path)),
    responses((status = 200, body = DatabaseRecord), (status = 404, body = Problem)))]
async fn database_get(visit: Visit, at: Path<(String, String)>) -> Result<Response, Failure> {
    let Path((_, code)) = at;
    Ok(Json(database_record(&visit, &code).await?).into_response())
}

/// What a record becomes; fields that are not sent keep their value.
#[derive(Debug, Deserialize, ToSchema)]
struct ServicePut {
    /// The version one started from; without it the present one is taken.
    version: Option<i64>,
    /// The fields.
    fields: ServiceFields,
}

/// What a record becomes; fields that are not sent keep their value.
#[derive(Debug, Deserialize, ToSchema)]
struct DatabasePut {
    /// The version one started from; without it the present one is taken.
    version: Option<i64>,
    /// The fields.
    fields: DatabaseFields,
}

/// Makes or changes a record; whether it is new, and its code afterwards.
async fn put(
    visit: &Visit,
    register: Register,
    code: &str,
    version: Option<i64>,
    sent: &serde_json::Map<String, serde_json::Value>,
) -> Result<(StatusCode, String), Failure> {
    let mut pairs = record::to_pairs(register, sent).map_err(|errors| {
        let mut problem = Problem::fields(visit, &[]);
        problem.errors = errors
            .into_iter()
            .map(|(field, key)| WrongField { field, message: visit.t(key) })
            .collect();
        Failure::from(problem)
    })?;
    let (store, place) = (visit.app.store(), place(visit)?);
    let (target, status) = match service::record(store, place.body, register, code).await {
        Ok(kept) => {
            let version = version.unwrap_or(kept.version);
            (Target::Existing { id: kept.id, version }, StatusCode::OK)
        }
        Err(ProfileError::NotFound) => {
            // The address names a record that does not exist yet.
            pairs.retain(|(name, _)| name != "code");
            pairs.push(("code".to_owned(), code.to_owned()));
            (Target::New, StatusCode::CREATED)
        }
        Err(error) => return Err(refused(visit, error)),
    };
    let who = &visit.principal;
    let saved = service::save_by(store, &place, who, register, target, pairs, "api").await;
    let saved = saved.map_err(|error| match error {
        ProfileError::Invalid(errors) => {
            let mut problem = Problem::fields(visit, &errors);
            for (wrong, error) in problem.errors.iter_mut().zip(&errors) {
                let field = register.fields().iter().find(|field| field.name == error.field);
                wrong.field = field.map_or_else(|| wrong.field.clone(), record::json_name);
            }
            problem.into()
        }
        other => refused(visit, other),
    })?;
    Ok((status, saved.code))
}

/// Makes or changes a service.
#[utoipa::path(put, path = "/api/v1/bodies/{body}/services/{code}", tag = "profile",
    params(("body" = String, Path), ("code" = String, Path)), request_body = ServicePut,
    responses((status = 200, body = ServiceRecord), (status = 201, body = ServiceRecord),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn service_put(
    visit: Visit,
    at: Path<(String, String)>,
    Given(sent): Given<ServicePut>,
) -> Result<Response, Failure> {
    let Path((_, code)) = at;
    let fields = &sent.fields.0;
    let (status, code) = put(&visit, Register::Services, &code, sent.version, fields).await?;
    Ok((status, Json(service_record(&visit, &code).await?)).into_response())
}

/// Makes or changes a database.
#[utoipa::path(put, path = "/api/v1/bodies/{body}/databases/{code}", tag = "profile",
    params(("body" = String, Path), ("code" = String, Path)), request_body = DatabasePut,
    responses((status = 200, body = DatabaseRecord), (status = 201, body = DatabaseRecord),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn database_put(
    visit: Visit,
    at: Path<(String, String)>,
    Given(sent): Given<DatabasePut>,
) -> Result<Response, Failure> {
    let Path((_, code)) = at;
    let fields = &sent.fields.0;
    let (status, code) = put(&visit, Register::Databases, &code, sent.version, fields).await?;
    Ok((status, Json(database_record(&visit, &code).await?)).into_response())
}

/// What a service does with a database.
#[derive(Debug, Deserialize, ToSchema)]
struct LinkPut {
    /// `read`, `write`, `read_write`; `none` takes the link away.
    access: String,
    /// `manual`, `file`, `api`, `pdnd` or nothing.
    #[serde(default)]
    means: String,
}

/// Says what a service does with a database.
#[utoipa::path(put, path = "/api/v1/bodies/{body}/services/{code}/databases/{database}", tag = "profile",
    params(("body" = String, Path), ("code" = String, Path), ("database" = String, Path)),
    request_body = LinkPut,
    responses((status = 200, body = ServiceRecord), (status = 404, body = Problem), (status = 422, body = Problem)))]
async fn link_put(
    visit: Visit,
    at: Path<(String, String, String)>,
    Given(sent): Given<LinkPut>,
) -> Result<Response, Failure> {
    let Path((_, code, database)) = at;
    let (store, place, who) = (visit.app.store(), place(&visit)?, &visit.principal);
    let done = match (sent.access.as_str(), Access::parse(&sent.access)) {
        ("none", _) => service::unlink(store, &place, who, &code, &database).await,
        (_, Some(access)) => {
            service::link(store, &place, who, &code, &database, access, &sent.means).await
        }
        (_, None) => Err(ProfileError::Invalid(vec![FieldError {
            field: "access",
            key: texts::key!("profile-choose-access"),
            n: None,
        }])),
    };
    done.map_err(|error| refused(&visit, error))?;
    Ok(Json(service_record(&visit, &code).await?).into_response())
}

/// A filled cell of the matrix.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MatrixCell)]
struct Cell {
    /// Code of the service.
    service: String,
    /// Code of the database.
    database: String,
    /// `read`, `write` or `read_write`.
    access: &'static str,
    /// `manual`, `file`, `api` or `pdnd`.
    means: Option<String>,
}

/// Which service uses which database.
#[utoipa::path(get, path = "/api/v1/bodies/{body}/matrix", tag = "profile",
    params(("body" = String, Path)), responses((status = 200, body = Listed<Cell>)))]
async fn matrix(visit: Visit) -> Result<Response, Failure> {
    let found = public::links(visit.app.store(), visit.body_id()?, 100_000, keeps(&visit)).await;
    let found = found.map_err(|error| refused(&visit, error))?;
    let items = found.into_iter().map(|link| Cell {
        service: link.service.code,
        database: link.database.code,
        access: link.access.code(),
        means: (!link.means.is_empty()).then_some(link.means),
    });
    Ok(Json(Listed { items: items.collect::<Vec<_>>(), next: None }).into_response())
}
