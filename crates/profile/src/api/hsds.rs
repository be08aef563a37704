//! The directory of services in HSDS 3.0, for the whole network: paged, filtered, open to every origin.

use axum::{
    Json,
    extract::Path,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use identity::{Identity, registry::Tree};
use kernel::{Access::Anyone, BodyId, id::Uuid, italian};
use opendata::{Base, LICENCE, Organisation, hsds, vocab::List};
use serde_json::{Value, json};
use texts::key;
use web::{Asked, Part, Routes, Visit, WebError, api::Problem};

use crate::{
    ProfileError,
    model::Kept,
    open::{self, Wanted},
};

/// Every call, beside who may.
pub fn routes() -> Routes {
    Routes::new()
        .get("/hsds/3.0", Anyone, root)
        .get("/hsds/3.0/", Anyone, root)
        .get("/hsds/3.0/openapi.json", Anyone, openapi)
        .get("/hsds/3.0/services", Anyone, services)
        .get("/hsds/3.0/services/{id}", Anyone, service)
        .get("/hsds/3.0/organizations", Anyone, organizations)
        .get("/hsds/3.0/organizations/{id}", Anyone, organization)
        .get("/hsds/3.0/service_at_locations", Anyone, at_locations)
        .get("/hsds/3.0/service_at_locations/{id}", Anyone, at_location)
        .get("/hsds/3.0/taxonomies", Anyone, taxonomies)
        .get("/hsds/3.0/taxonomies/{id}", Anyone, taxonomy)
        .get("/hsds/3.0/taxonomy_terms", Anyone, terms)
        .get("/hsds/3.0/taxonomy_terms/{id}", Anyone, term)
}

/// Items of a page when nobody says how many, and at most.
const PER_PAGE: u64 = 50;
const MOST: u64 = 500;

/// What a call answers when it does not do what was asked.
struct Refusal(Box<Problem>);

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut response = self.0.into_response();
        open_to_all(&mut response);
        response
    }
}

fn open_to_all(response: &mut Response) {
    let headers = response.headers_mut();
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    if let Ok(link) = HeaderValue::from_str(&format!("<{LICENCE}>; rel=\"license\"")) {
        headers.append(header::LINK, link);
    }
}

fn answer(json: &Value) -> Response {
    let mut response = Json(json).into_response();
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    open_to_all(&mut response);
    response
}

fn refuse(visit: &Visit, status: StatusCode, key: &str) -> Refusal {
    Refusal(Box::new(Problem::new(visit, status, visit.t(key))))
}

fn not_found(visit: &Visit) -> Refusal {
    refuse(visit, StatusCode::NOT_FOUND, key!("open-hsds-not-found"))
}

fn failed(visit: &Visit, error: impl std::fmt::Display) -> Refusal {
    // Dressing a failure writes it to the log; the caller gets its number alone.
    let _logged = WebError::Internal(error.to_string()).into_response();
    Refusal(Box::new(Problem::new(visit, StatusCode::INTERNAL_SERVER_ERROR, "")))
}

fn base(visit: &Visit) -> Base {
    Base::new(&visit.app.config().base_url)
}

/// A page asked for: which, and of how many items.
#[derive(Debug, Clone, Copy)]
struct Piece {
    page: u64,
    per_page: u64,
}

impl Piece {
    fn of(visit: &Visit, asked: &Asked) -> Result<Self, Refusal> {
        let number = |name: &str, otherwise: u64| match asked.value(name) {
            "" => Ok(otherwise),
            text => text
                .parse::<u64>()
                .ok()
                .filter(|n| (1..=1_000_000).contains(n))
                .ok_or_else(|| refuse(visit, StatusCode::BAD_REQUEST, key!("open-hsds-page"))),
        };
        let format = asked.value("format");
        if !format.is_empty() && format != "json" {
            return Err(refuse(visit, StatusCode::BAD_REQUEST, key!("open-hsds-format")));
        }
        Ok(Self { page: number("page", 1)?, per_page: number("per_page", PER_PAGE)?.min(MOST) })
    }

    const fn skip(self) -> u64 {
        (self.page - 1).saturating_mul(self.per_page)
    }

    /// The page of a list that is all in memory.
    fn cut(self, all: Vec<Value>) -> Value {
        let total = all.len() as u64;
        let items = all.into_iter().skip(self.skip() as usize).take(self.per_page as usize);
        hsds::page(items.collect(), self.page, self.per_page, total)
    }
}

fn id(visit: &Visit, text: &str) -> Result<Uuid, Refusal> {
    text.parse().map_err(|_| refuse(visit, StatusCode::BAD_REQUEST, key!("open-hsds-id")))
}

fn asked_id(visit: &Visit, asked: &Asked, name: &str) -> Result<Option<Uuid>, Refusal> {
    let text = asked.value(name);
    if text.is_empty() { Ok(None) } else { id(visit, text).map(Some) }
}

fn flag(asked: &Asked, name: &str) -> bool {
    matches!(asked.value(name), "true" | "1" | "yes")
}

fn list_of(id: Uuid) -> Option<&'static List> {
    hsds::taxonomies().iter().find(|list| hsds::taxonomy_id(list) == id)
}

/// The filters of a list of services; `None` when they can match nothing.
fn wanted(visit: &Visit, asked: &Asked) -> Result<Option<Wanted>, Refusal> {
    let mut wanted = Wanted {
        words: asked.value("search").chars().take(200).collect(),
        body: asked_id(visit, asked, "organization_id")?,
        ..Wanted::default()
    };
    if let Some(id) = asked_id(visit, asked, "taxonomy_term_id")? {
        let Some((list, code, _)) = hsds::find_term(id) else { return Ok(None) };
        wanted.term = Some((list, code.to_owned()));
    }
    if let Some(id) = asked_id(visit, asked, "taxonomy_id")? {
        let Some(list) = list_of(id) else { return Ok(None) };
        wanted.list = Some(list);
    }
    let after = asked.value("modified_after");
    if !after.is_empty() {
        let day =
            || after.parse::<jiff::civil::Date>().ok()?.to_zoned(jiff::tz::TimeZone::UTC).ok();
        let at = after
            .parse::<jiff::Timestamp>()
            .ok()
            .or_else(|| day().map(|at| at.timestamp()))
            .ok_or_else(|| refuse(visit, StatusCode::BAD_REQUEST, key!("open-hsds-moment")))?;
        wanted.modified_after = Some(at.as_millisecond());
    }
    Ok(Some(wanted))
}

/// Services with their bodies.
async fn found(
    visit: &Visit,
    tree: &Tree,
    wanted: &Wanted,
    most: u64,
    skip: u64,
) -> Result<Vec<(Organisation, Kept)>, Refusal> {
    let failed = |error: ProfileError| failed(visit, error);
    let skip = i64::try_from(skip).unwrap_or(i64::MAX);
    let rows =
        open::directory(visit.app.store(), wanted, most as i64, skip).await.map_err(failed)?;
    let body = |id: BodyId| tree.by_id(id).map(|body| open::organisation(body));
    Ok(rows.into_iter().filter_map(|(id, kept)| Some((body(id)?, kept))).collect())
}

async fn tree(visit: &Visit, identity: &Identity) -> Result<std::sync::Arc<Tree>, Refusal> {
    identity.bodies().tree().await.map_err(|error| failed(visit, error))
}

async fn root(visit: Visit) -> Response {
    answer(&hsds::root(&base(&visit)))
}

async fn services(
    visit: Visit,
    asked: Asked,
    Part(identity): Part<Identity>,
) -> Result<Response, Refusal> {
    let piece = Piece::of(&visit, &asked)?;
    let Some(wanted) = wanted(&visit, &asked)? else { return Ok(answer(&piece.cut(Vec::new()))) };
    let tree = tree(&visit, &identity).await?;
    let total = open::count(visit.app.store(), &wanted).await.map_err(|e| failed(&visit, e))?;
    let rows = found(&visit, &tree, &wanted, piece.per_page, piece.skip()).await?;
    let (base, full, minimal) = (base(&visit), flag(&asked, "full"), flag(&asked, "minimal"));
    let contents = rows.iter().map(|(body, kept)| {
        let service = open::service(kept);
        if minimal {
            hsds::minimal(&service)
        } else if full {
            hsds::service(&base, body, &service)
        } else {
            hsds::listed(&base, body, &service)
        }
    });
    Ok(answer(&hsds::page(contents.collect(), piece.page, piece.per_page, total as u64)))
}

async fn service(
    visit: Visit,
    Path(asked): Path<String>,
    Part(identity): Part<Identity>,
) -> Result<Response, Refusal> {
    let wanted = Wanted { id: Some(id(&visit, &asked)?), ..Wanted::default() };
    let tree = tree(&visit, &identity).await?;
    let rows = found(&visit, &tree, &wanted, 1, 0).await?;
    let (body, kept) = rows.first().ok_or_else(|| not_found(&visit))?;
    Ok(answer(&hsds::service(&base(&visit), body, &open::service(kept))))
}

async fn organizations(
    visit: Visit,
    asked: Asked,
    Part(identity): Part<Identity>,
) -> Result<Response, Refusal> {
    let piece = Piece::of(&visit, &asked)?;
    let (tree, base) = (tree(&visit, &identity).await?, base(&visit));
    let words = italian::words(asked.value("search"));
    let bodies = tree.walk().into_iter().map(|(_, body)| open::organisation(&body));
    let bodies = bodies.filter(|body| {
        let name = italian::fold(&body.name);
        words.iter().all(|word| name.contains(word.as_str()))
    });
    Ok(answer(&piece.cut(bodies.map(|body| hsds::organisation(&base, &body)).collect())))
}

async fn organization(
    visit: Visit,
    Path(asked): Path<String>,
    Part(identity): Part<Identity>,
) -> Result<Response, Refusal> {
    let id = id(&visit, &asked)?;
    let tree = tree(&visit, &identity).await?;
    let body = tree.by_id(BodyId(id)).ok_or_else(|| not_found(&visit))?;
    Ok(answer(&hsds::organisation(&base(&visit), &open::organisation(body))))
}

async fn at_locations(
    visit: Visit,
    asked: Asked,
    Part(identity): Part<Identity>,
) -> Result<Response, Refusal> {
    let piece = Piece::of(&visit, &asked)?;
    let Some(mut wanted) = wanted(&visit, &asked)? else {
        return Ok(answer(&piece.cut(Vec::new())));
    };
    wanted.with_place = true;
    let tree = tree(&visit, &identity).await?;
    let total = open::count(visit.app.store(), &wanted).await.map_err(|e| failed(&visit, e))?;
    let rows = found(&visit, &tree, &wanted, piece.per_page, piece.skip()).await?;
    let contents = rows.iter().filter_map(|(_, kept)| hsds::at_location(&open::service(kept)));
    Ok(answer(&hsds::page(contents.collect(), piece.page, piece.per_page, total as u64)))
}

async fn at_location(
    visit: Visit,
    Path(asked): Path<String>,
    Part(identity): Part<Identity>,
) -> Result<Response, Refusal> {
    let id = id(&visit, &asked)?;
    let tree = tree(&visit, &identity).await?;
    let wanted = Wanted { with_place: true, ..Wanted::default() };
    // The id is made of the service and its place: it is found by making it again.
    let mut skip = 0;
    loop {
        let rows = found(&visit, &tree, &wanted, MOST, skip).await?;
        for (_, kept) in &rows {
            let service = open::service(kept);
            if hsds::at_location_id(&service) == Some(id) {
                return hsds::at_location(&service)
                    .map(|json| answer(&json))
                    .ok_or_else(|| not_found(&visit));
            }
        }
        if (rows.len() as u64) < MOST {
            return Err(not_found(&visit));
        }
        skip += MOST;
    }
}

async fn taxonomies(visit: Visit, asked: Asked) -> Result<Response, Refusal> {
    let (piece, base) = (Piece::of(&visit, &asked)?, base(&visit));
    let word = italian::fold(asked.value("search"));
    let lists = hsds::taxonomies().iter().filter(|list| italian::fold(list.name).contains(&word));
    Ok(answer(&piece.cut(lists.map(|list| hsds::taxonomy(&base, list)).collect())))
}

async fn taxonomy(visit: Visit, Path(asked): Path<String>) -> Result<Response, Refusal> {
    let list = list_of(id(&visit, &asked)?).ok_or_else(|| not_found(&visit))?;
    Ok(answer(&hsds::taxonomy(&base(&visit), list)))
}

async fn terms(visit: Visit, asked: Asked) -> Result<Response, Refusal> {
    let (piece, base) = (Piece::of(&visit, &asked)?, base(&visit));
    let only = asked_id(&visit, &asked, "taxonomy_id")?;
    let word = italian::fold(asked.value("search"));
    let lists =
        hsds::taxonomies().iter().filter(|l| only.is_none_or(|id| hsds::taxonomy_id(l) == id));
    let terms = lists.flat_map(|list| {
        let matching = list.terms().filter(|(_, label)| italian::fold(label).contains(&word));
        matching.map(|(code, label)| hsds::term(&base, list, code, label)).collect::<Vec<_>>()
    });
    Ok(answer(&piece.cut(terms.collect())))
}

async fn term(visit: Visit, Path(asked): Path<String>) -> Result<Response, Refusal> {
    let found = hsds::find_term(id(&visit, &asked)?).ok_or_else(|| not_found(&visit))?;
    let (list, code, label) = found;
    Ok(answer(&hsds::term(&base(&visit), list, code, label)))
}

/// OpenAPI 3.1 of these calls; what they answer is described by the schemas of HSDS.
async fn openapi(visit: Visit) -> Response {
    let schema = |name: &str| {
        format!(
            "https://raw.githubusercontent.com/openreferral/specification/3.0/schema/{name}.json"
        )
    };
    let query = |name: &str, kind: &str| json!({ "name": name, "in": "query", "required": false, "schema": { "type": kind } });
    let mut paths = serde_json::Map::new();
    let paging =
        [query("page", "integer"), query("per_page", "integer"), query("format", "string")];
    for (path, name, filters) in [
        (
            "services",
            "service",
            vec![
                "search",
                "taxonomy_term_id",
                "taxonomy_id",
                "organization_id",
                "modified_after",
                "minimal",
                "full",
            ],
        ),
        ("organizations", "organization", vec!["search"]),
        (
            "service_at_locations",
            "service_at_location",
            vec!["search", "taxonomy_term_id", "taxonomy_id", "organization_id", "modified_after"],
        ),
        ("taxonomies", "taxonomy", vec!["search"]),
        ("taxonomy_terms", "taxonomy_term", vec!["search", "taxonomy_id"]),
    ] {
        let filters = filters.into_iter().map(|name| {
            let kind = if matches!(name, "minimal" | "full") { "boolean" } else { "string" };
            query(name, kind)
        });
        let parameters: Vec<Value> = paging.iter().cloned().chain(filters).collect();
        let item = json!({ "$ref": schema(name) });
        let refused = json!({ "description": "problem+json (RFC 9457)" });
        paths.insert(
            format!("/{path}"),
            json!({ "get": { "summary": format!("Page of {path}"), "parameters": parameters, "responses": {
                "200": { "description": "A page", "content": { "application/json": { "schema": {
                    "type": "object", "properties": {
                        "total_items": { "type": "integer" }, "total_pages": { "type": "integer" },
                        "page_number": { "type": "integer" }, "size": { "type": "integer" },
                        "first_page": { "type": "boolean" }, "last_page": { "type": "boolean" },
                        "empty": { "type": "boolean" }, "contents": { "type": "array", "items": item } } } } } },
                "400": refused } } }),
        );
        paths.insert(
            format!("/{path}/{{id}}"),
            json!({ "get": { "summary": format!("One of {path}"), "parameters": [
                { "name": "id", "in": "path", "required": true, "schema": { "type": "string", "format": "uuid" } }],
                "responses": { "200": { "description": "The record", "content": { "application/json": { "schema": item } } },
                    "400": refused, "404": refused } } }),
        );
    }
    answer(&json!({
        "openapi": "3.1.0",
        "info": { "title": "AGIO – HSDS 3.0", "version": "3.0", "license": { "name": "CC BY 4.0", "url": LICENCE } },
        "servers": [{ "url": base(&visit).at("/hsds/3.0") }],
        "paths": paths,
    }))
}
