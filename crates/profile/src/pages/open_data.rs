//! Open data: the page for people and, under the same address, the catalogue for programs.

use std::sync::Arc;

use askama::Template;
use axum::{
    body::Body as AnswerBody,
    extract::Path,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use identity::{Body, Identity};
use kernel::Access::Anyone;
use opendata::{
    Base, LICENCE, Organisation, Pipe,
    cpsv::{self, Profile},
    csvw,
    dcat::{self, Catalogue, Dataset, Distribution},
    rdf::Syntax,
    vocab,
};
use store::Store;
use texts::key;
use web::{Asked, Page, Part, Routes, Visit, WebError};

use super::unexpected;
use crate::{
    Register,
    import::Sheet,
    open::{self, Reading, State},
    public,
};

/// Every address, beside who may.
pub fn routes() -> Routes {
    Routes::new()
        .get("/dati", Anyone, network)
        .get("/dati/catalogo.ttl", Anyone, network_ttl)
        .get("/dati/catalogo.rdf", Anyone, network_rdf)
        .get("/dati/catalogo.jsonld", Anyone, network_jsonld)
        .get("/dati/vocabolari", Anyone, vocabularies)
        .get("/dati/{file}", Anyone, network_file)
        .get("/dati/servizi/{body}/{code}", Anyone, one)
        .get("/{body}/dati", Anyone, of_body)
        .get("/{body}/dati/{file}", Anyone, body_file)
}

fn broken(error: impl std::fmt::Display) -> WebError {
    WebError::Internal(error.to_string())
}

/// What is asked for at an address that serves people and programs alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wants {
    Page,
    Rdf(Syntax),
}

/// The best of what we have among what is accepted (RFC 9110, 12.5.1); a page when nothing is said.
fn wants(headers: &HeaderMap) -> Wants {
    let accept = headers.get(header::ACCEPT).and_then(|v| v.to_str().ok()).unwrap_or("text/html");
    let mut best = (0.0, Wants::Page);
    for part in accept.split(',') {
        let quality = part
            .split(';')
            .skip(1)
            .find_map(|p| p.trim().strip_prefix("q=")?.parse::<f64>().ok())
            .unwrap_or(1.0);
        let kind = part.split(';').next().unwrap_or_default().trim();
        let offer = match kind {
            "text/html" | "application/xhtml+xml" | "text/*" | "*/*" => Some(Wants::Page),
            other => Syntax::of_media_type(other).map(Wants::Rdf),
        };
        if let Some(offer) = offer
            && quality > best.0
        {
            best = (quality, offer);
        }
    }
    best.1
}

/// The profile asked for: `?profilo=`, else `Accept-Profile`, else the Italian one.
fn profile(asked: &Asked, headers: &HeaderMap) -> Profile {
    let header = headers.get("accept-profile").and_then(|v| v.to_str().ok()).unwrap_or_default();
    let first = header.split([',', ';']).next().unwrap_or_default();
    Profile::parse(asked.value("profilo")).or_else(|| Profile::parse(first)).unwrap_or_default()
}

/// Headers of every answer with data: licence, cross-origin reading, a seal for who has it already.
fn dress(response: &mut Response, seal: &str) {
    let headers = response.headers_mut();
    for (name, value) in [
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (header::CACHE_CONTROL, "no-cache"),
        (header::VARY, "accept, accept-profile, accept-encoding, accept-language"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if let Ok(link) = HeaderValue::from_str(&format!("<{LICENCE}>; rel=\"license\"")) {
        headers.append(header::LINK, link);
    }
    if let Ok(seal) = HeaderValue::from_str(seal) {
        headers.insert(header::ETAG, seal);
    }
}

/// The seal of an answer: what it shows, in which form, for which state of the registers.
fn seal(form: &str, states: &[State]) -> String {
    let words = states
        .iter()
        .map(|s| format!("{}.{}.{}.{}", s.services, s.databases, s.links, s.updated_at));
    let all: Vec<String> = std::iter::once(form.to_owned()).chain(words).collect();
    let words: Vec<&str> = all.iter().map(String::as_str).collect();
    // Weak: the same facts, perhaps in other bytes.
    format!("W/\"{}\"", opendata::stable_id(&words).simple())
}

/// 304 when the reader has this state already.
fn known(headers: &HeaderMap, seal: &str) -> Option<Response> {
    let asked = headers.get(header::IF_NONE_MATCH)?.to_str().ok()?;
    let bare = seal.trim_start_matches("W/");
    let same = asked.split(',').any(|one| one.trim().trim_start_matches("W/") == bare);
    same.then(|| {
        let mut response = StatusCode::NOT_MODIFIED.into_response();
        dress(&mut response, seal);
        response
    })
}

fn answer(body: AnswerBody, kind: &'static str, seal: &str) -> Response {
    let mut response = ([(header::CONTENT_TYPE, kind)], body).into_response();
    dress(&mut response, seal);
    response
}

/// Everything whose data are asked for: one body, or all that have any.
struct Scope {
    /// Where its addresses begin: empty for the network, `/{body}` for a body.
    root: String,
    publisher: Organisation,
    bodies: Vec<(Arc<Body>, State)>,
}

impl Scope {
    async fn of_body(visit: &Visit, identity: &Identity) -> Result<Self, WebError> {
        let id = visit.body_id()?;
        let body = identity.bodies().by_id(id).await?.ok_or(WebError::NotFound)?;
        let state = open::state(visit.app.store(), id).await.map_err(unexpected)?;
        let root = format!("/{}", body.fields.slug);
        Ok(Self { root, publisher: open::organisation(&body), bodies: vec![(body, state)] })
    }

    async fn network(visit: &Visit, identity: &Identity) -> Result<Self, WebError> {
        let tree = identity.bodies().tree().await?;
        let states = open::states(visit.app.store()).await.map_err(unexpected)?;
        let with = |(id, state)| Some((Arc::clone(tree.by_id(id)?), state));
        let bodies: Vec<_> = states.into_iter().filter_map(with).collect();
        // The widest body answers for the whole; an empty network has none.
        let publisher = tree.below(None).first().map_or_else(
            || Organisation {
                id: kernel::id::NETWORK.0,
                slug: "rete".into(),
                name: "AGIO".into(),
                ipa_code: String::new(),
                istat_code: String::new(),
                email: String::new(),
            },
            |body| open::organisation(body),
        );
        Ok(Self { root: String::new(), publisher, bodies })
    }

    fn states(&self) -> Vec<State> {
        self.bodies.iter().map(|(_, state)| *state).collect()
    }

    /// The day of the last change of any of its records.
    fn day(&self, visit: &Visit) -> String {
        let last = self.bodies.iter().map(|(_, state)| state.updated_at).max();
        match last {
            Some(at) if at > 0 => kernel::Instant(at).day().to_string(),
            _ => visit.app.store().clock().now().day().to_string(),
        }
    }
}

fn base(visit: &Visit) -> Base {
    Base::new(&visit.app.config().base_url)
}

/// The three tables of a body, and how many rows each has.
fn sheets(state: State) -> [(Sheet, &'static str, i64); 3] {
    [
        (Sheet::Records(Register::Services), "servizi", state.services),
        (Sheet::Records(Register::Databases), "basi-dati", state.databases),
        (Sheet::Links, "collegamenti", state.links),
    ]
}

const CSVW: Option<(&str, &str)> = Some(("http://www.w3.org/ns/csvw", "CSV on the Web"));

fn csv_file(base: &Base, root: &str, word: &str) -> Distribution {
    Distribution {
        title: "CSV".into(),
        description: "Tabella CSV (UTF-8, RFC 4180) con descrizione CSVW".into(),
        format: "CSV",
        media_type: "text/csv",
        access: base.at(&format!("{root}/dati")),
        download: base.at(&format!("{root}/dati/{word}.csv")),
        standard: CSVW,
    }
}

/// The files of a dataset of services.
fn service_files(base: &Base, root: &str) -> Vec<Distribution> {
    let mut files = vec![csv_file(base, root, "servizi")];
    for (syntax, name, format, media) in [
        (Syntax::Turtle, "Turtle", "RDF_TURTLE", "text/turtle"),
        (Syntax::RdfXml, "RDF/XML", "RDF_XML", "application/rdf+xml"),
        (Syntax::JsonLd, "JSON-LD", "JSON_LD", "application/ld+json"),
    ] {
        files.push(Distribution {
            title: name.into(),
            description: format!(
                "Servizi in CPSV-AP_IT ({name}); con ?profilo=cpsv-ap in CPSV-AP 3.2"
            ),
            format,
            media_type: media,
            access: base.at(&format!("{root}/dati")),
            download: base.at(&format!("{root}/dati/servizi.{}", syntax.ending())),
            standard: Some((Profile::Italian.uri(), "CPSV-AP_IT")),
        });
    }
    files.push(Distribution {
        title: "HSDS 3.0".into(),
        description: "API in Human Services Data Specification 3.0 (Open Referral)".into(),
        format: "JSON",
        media_type: "application/json",
        access: base.at("/hsds/3.0/services"),
        download: String::new(),
        standard: Some(("https://docs.openreferral.org/en/3.0/", "HSDS 3.0")),
    });
    files
}

/// The words of a table's dataset: title and description.
fn told(visit: &Visit, sheet: Sheet, name: &str) -> (String, String) {
    let (title, text) = match sheet {
        Sheet::Records(Register::Services) => (key!("open-services"), key!("open-services-text")),
        Sheet::Records(Register::Databases) => {
            (key!("open-databases"), key!("open-databases-text"))
        }
        Sheet::Records(Register::PlanSheets) => {
            (key!("open-plan-sheets"), key!("open-plan-sheets-text"))
        }
        Sheet::Links => (key!("open-links"), key!("open-links-text")),
    };
    // Metadata are in Italian whatever the reader's language.
    let say = |key: &str| visit.app.texts().text(texts::Lang::It, key).to_owned();
    (format!("{} – {name}", say(title)), say(text))
}

fn datasets(visit: &Visit, base: &Base, scope: &Scope) -> Vec<Dataset> {
    let mut out = Vec::new();
    for (body, state) in &scope.bodies {
        let (root, holder) = (format!("/{}", body.fields.slug), open::organisation(body));
        for (sheet, word, rows) in sheets(*state) {
            if rows == 0 {
                continue;
            }
            let (title, description) = told(visit, sheet, &holder.name);
            out.push(Dataset {
                uri: base.at(&format!("{root}/dati#{word}")),
                landing: base.at(&format!("{root}/dati")),
                identifier: format!("{}:{word}", holder.identifier()),
                title,
                description,
                keywords: ["servizi sociali", "welfare", "agenda sociale locale"]
                    .map(str::to_owned)
                    .to_vec(),
                holder: holder.clone(),
                modified: state.day(),
                frequency: "IRREG",
                distributions: match sheet {
                    Sheet::Records(Register::Services) => service_files(base, &root),
                    _ => vec![csv_file(base, &root, word)],
                },
            });
        }
    }
    out
}

fn catalogue(
    visit: &Visit,
    headers: &HeaderMap,
    scope: &Scope,
    syntax: Syntax,
) -> Result<Response, WebError> {
    let seal = seal(&format!("{}/catalogo.{}", scope.root, syntax.ending()), &scope.states());
    if let Some(response) = known(headers, &seal) {
        return Ok(response);
    }
    let base = base(visit);
    let say = |key: &str| visit.app.texts().text(texts::Lang::It, key).to_owned();
    let described = Catalogue {
        uri: base.at(&format!("{}/dati#catalogo", scope.root)),
        homepage: base.at(&format!("{}/dati", scope.root)),
        title: format!("{} – {}", say(key!("open-title")), scope.publisher.name),
        description: say(key!("open-catalogue-text")),
        publisher: scope.publisher.clone(),
        modified: scope.day(visit),
    };
    // A few hundred bodies with three datasets each: small enough to be written at once.
    let mut writer =
        dcat::Writer::new(syntax, base.clone(), &described, Vec::new()).map_err(broken)?;
    for dataset in datasets(visit, &base, scope) {
        writer.dataset(&dataset).map_err(broken)?;
    }
    let bytes = writer.finish().map_err(broken)?;
    Ok(answer(AnswerBody::from(bytes), syntax.media_type(), &seal))
}

/// A dataset as the page shows it.
struct Shown {
    title: String,
    text: String,
    rows: i64,
    files: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "open_data.html")]
struct OpenData {
    page: Page,
    root: String,
    base: String,
    updated: String,
    shown: Vec<Shown>,
    bodies: Vec<(String, String)>,
    tables: Vec<(String, String)>,
    example: String,
}

fn page(visit: &Visit, scope: &Scope, tables: Vec<(String, String)>) -> Result<Response, WebError> {
    let page = Page::new(visit, visit.t(key!("open-title")));
    let total = scope.bodies.iter().fold(State::default(), |sum, (_, state)| State {
        services: sum.services + state.services,
        databases: sum.databases + state.databases,
        links: sum.links + state.links,
        updated_at: sum.updated_at.max(state.updated_at),
    });
    let root = &scope.root;
    let texts = [
        (key!("open-services"), key!("open-services-text")),
        (key!("open-databases"), key!("open-databases-text")),
        (key!("open-links"), key!("open-links-text")),
    ];
    let mut shown = Vec::new();
    for ((_, word, rows), (title, text)) in sheets(total).into_iter().zip(texts) {
        let file =
            |ending: &str, name: &str| (format!("{root}/dati/{word}{ending}"), name.to_owned());
        let mut files = vec![file(".csv", "CSV"), file(".csv-metadata.json", "CSVW")];
        if word == "servizi" {
            files.extend([
                file(".ttl", "Turtle"),
                file(".rdf", "RDF/XML"),
                file(".jsonld", "JSON-LD"),
            ]);
            files.push(("/hsds/3.0/services".into(), "HSDS 3.0".into()));
        }
        shown.push(Shown { title: page.t(title), text: page.t(text), rows, files });
    }
    let bodies = if root.is_empty() {
        let link = |(body, _): &(Arc<Body>, State)| {
            (format!("/{}/dati", body.fields.slug), body.fields.name.clone())
        };
        scope.bodies.iter().map(link).collect()
    } else {
        Vec::new()
    };
    let updated = if total.updated_at > 0 { total.day() } else { String::new() };
    let base = visit.app.config().base_url.trim_end_matches('/').to_owned();
    let example =
        scope.bodies.first().map_or_else(String::new, |(body, _)| body.fields.slug.clone());
    let mut response = web::html(&OpenData {
        page,
        root: root.clone(),
        base,
        updated,
        shown,
        bodies,
        tables,
        example,
    })?;
    // The same address answers programs too: no copy of the page may stand for it.
    dress(&mut response, "");
    response.headers_mut().remove(header::ETAG);
    Ok(response)
}

/// `/dati`
async fn network(
    visit: Visit,
    headers: HeaderMap,
    Part(identity): Part<Identity>,
) -> Result<Response, WebError> {
    let scope = Scope::network(&visit, &identity).await?;
    match wants(&headers) {
        Wants::Page => page(&visit, &scope, Vec::new()),
        Wants::Rdf(syntax) => catalogue(&visit, &headers, &scope, syntax),
    }
}

async fn network_in(
    visit: Visit,
    headers: HeaderMap,
    identity: Identity,
    syntax: Syntax,
) -> Result<Response, WebError> {
    let scope = Scope::network(&visit, &identity).await?;
    catalogue(&visit, &headers, &scope, syntax)
}

async fn network_ttl(
    v: Visit,
    h: HeaderMap,
    Part(i): Part<Identity>,
) -> Result<Response, WebError> {
    network_in(v, h, i, Syntax::Turtle).await
}

async fn network_rdf(
    v: Visit,
    h: HeaderMap,
    Part(i): Part<Identity>,
) -> Result<Response, WebError> {
    network_in(v, h, i, Syntax::RdfXml).await
}

async fn network_jsonld(
    v: Visit,
    h: HeaderMap,
    Part(i): Part<Identity>,
) -> Result<Response, WebError> {
    network_in(v, h, i, Syntax::JsonLd).await
}

/// `/{body}/dati`
async fn of_body(
    visit: Visit,
    headers: HeaderMap,
    Part(identity): Part<Identity>,
) -> Result<Response, WebError> {
    let scope = Scope::of_body(&visit, &identity).await?;
    match wants(&headers) {
        Wants::Page => page(&visit, &scope, super::classes::files(&visit).await?),
        Wants::Rdf(syntax) => catalogue(&visit, &headers, &scope, syntax),
    }
}

/// `/dati/servizi.ttl` and its like, for all bodies.
async fn network_file(
    visit: Visit,
    Path(file): Path<String>,
    asked: Asked,
    headers: HeaderMap,
    Part(identity): Part<Identity>,
) -> Result<Response, WebError> {
    let scope = Scope::network(&visit, &identity).await?;
    served(&visit, scope, &file, &asked, &headers)
}

/// `/{body}/dati/servizi.ttl` and its like.
async fn body_file(
    visit: Visit,
    Path((_, file)): Path<(String, String)>,
    asked: Asked,
    headers: HeaderMap,
    Part(identity): Part<Identity>,
) -> Result<Response, WebError> {
    let scope = Scope::of_body(&visit, &identity).await?;
    served(&visit, scope, &file, &asked, &headers)
}

/// The file of a name: a table, its description, services or the catalogue in RDF.
fn served(
    visit: &Visit,
    scope: Scope,
    file: &str,
    asked: &Asked,
    headers: &HeaderMap,
) -> Result<Response, WebError> {
    if file == "servizi" {
        return match wants(headers) {
            Wants::Page => {
                let to = if scope.root.is_empty() {
                    "/dati".to_owned()
                } else {
                    format!("{}/profilo/servizi", scope.root)
                };
                let mut response = axum::response::Redirect::to(&to).into_response();
                response.headers_mut().insert(header::VARY, HeaderValue::from_static("accept"));
                Ok(response)
            }
            Wants::Rdf(syntax) => {
                Ok(services(visit, scope, syntax, profile(asked, headers), headers)?)
            }
        };
    }
    let (name, ending) = file.split_once('.').ok_or(WebError::NotFound)?;
    if let Some(syntax) = Syntax::of_ending(ending) {
        return match name {
            "servizi" => services(visit, scope, syntax, profile(asked, headers), headers),
            "catalogo" => catalogue(visit, headers, &scope, syntax),
            _ => Err(WebError::NotFound),
        };
    }
    let sheet = match name {
        "servizi" => Sheet::Records(Register::Services),
        "basi-dati" => Sheet::Records(Register::Databases),
        "collegamenti" => Sheet::Links,
        _ => return Err(WebError::NotFound),
    };
    let seal = seal(&format!("{}/{file}/{}", scope.root, visit.lang.tag()), &scope.states());
    if let Some(response) = known(headers, &seal) {
        return Ok(response);
    }
    match ending {
        "csv" => table(visit, scope, sheet, name, &seal),
        "csv-metadata.json" => {
            let text = described(visit, &scope, sheet, name).description();
            let text = serde_json::to_string_pretty(&text).map_err(broken)?;
            Ok(answer(AnswerBody::from(text), "application/csvm+json", &seal))
        }
        _ => Err(WebError::NotFound),
    }
}

/// A table and its columns.
fn described(visit: &Visit, scope: &Scope, sheet: Sheet, word: &str) -> csvw::Table {
    let base = base(visit);
    let (title, description) = told(visit, sheet, &scope.publisher.name);
    let label = |key: &str| visit.app.texts().text(texts::Lang::It, key).to_owned();
    let columns = match sheet {
        Sheet::Records(register) => open::columns(register, label),
        Sheet::Links => ["body", "service", "database", "access", "means"]
            .into_iter()
            .map(|name| csvw::Column {
                name: name.to_owned(),
                title: label(match name {
                    "body" => key!("open-body"),
                    "service" => key!("thread-service"),
                    "database" => key!("thread-database"),
                    "access" => key!("profile-field-access"),
                    _ => key!("profile-field-means"),
                }),
                holds: csvw::Holds::Text,
                required: name != "means",
                one_of: if name == "access" {
                    ["read", "write", "read_write"].map(str::to_owned).to_vec()
                } else {
                    Vec::new()
                },
                property: None,
            })
            .collect(),
    };
    csvw::Table {
        url: base.at(&format!("{}/dati/{word}.csv", scope.root)),
        title,
        description,
        publisher: (base.organisation(&scope.publisher.slug), scope.publisher.name.clone()),
        modified: scope.day(visit),
        columns,
        key: if sheet == Sheet::Links {
            vec!["body", "service", "database"]
        } else {
            vec!["body", "code"]
        },
    }
}

/// A stream of pieces: each is made when the one before has gone.
fn streamed<S, F, R>(state: S, next: F) -> AnswerBody
where
    S: Send + 'static,
    F: FnMut(S) -> R + Send + 'static,
    R: Future<Output = std::io::Result<Option<(bytes::Bytes, S)>>> + Send + 'static,
{
    AnswerBody::from_stream(futures::stream::try_unfold(state, next))
}

/// The connection ends when a piece fails: half a file must not look whole.
fn io(error: impl std::fmt::Display) -> std::io::Error {
    std::io::Error::other(error.to_string())
}

fn table(
    visit: &Visit,
    scope: Scope,
    sheet: Sheet,
    word: &str,
    seal: &str,
) -> Result<Response, WebError> {
    let described = described(visit, &scope, sheet, word);
    let heading = described.heading().map_err(broken)?;
    let bodies: Vec<Arc<Body>> = scope.bodies.into_iter().map(|(body, _)| body).collect();
    let store = visit.app.store().clone();
    let body = match sheet {
        Sheet::Records(register) => {
            let reading = Reading::new(store, register, bodies);
            streamed((reading, Some(heading)), move |(mut reading, heading)| async move {
                if let Some(heading) = heading {
                    return Ok(Some((heading.into(), (reading, None))));
                }
                let Some((body, found)) = reading.next().await.map_err(io)? else {
                    return Ok(None);
                };
                let mut out = Vec::new();
                for kept in &found {
                    let cells = open::cells(register, &body.fields.slug, &kept.values);
                    out.extend(csvw::line(cells.iter().map(String::as_str))?);
                }
                Ok(Some((out.into(), (reading, None))))
            })
        }
        Sheet::Links => {
            let left: std::collections::VecDeque<Arc<Body>> = bodies.into();
            streamed((store, left, Some(heading)), |(store, mut left, heading)| async move {
                if let Some(heading) = heading {
                    return Ok(Some((heading.into(), (store, left, None))));
                }
                let Some(body) = left.pop_front() else { return Ok(None) };
                let out = links(&store, &body).await?;
                Ok(Some((out.into(), (store, left, None))))
            })
        }
    };
    let mut response = answer(body, "text/csv; charset=utf-8; header=present", seal);
    let link = format!(
        "<{}-metadata.json>; rel=\"describedby\"; type=\"application/csvm+json\"",
        described.url
    );
    if let Ok(link) = HeaderValue::from_str(&link) {
        response.headers_mut().append(header::LINK, link);
    }
    let name = format!("attachment; filename=\"{word}.csv\"");
    response
        .headers_mut()
        .insert(header::CONTENT_DISPOSITION, HeaderValue::from_str(&name).map_err(broken)?);
    Ok(response)
}

/// The links of one body, a line each.
async fn links(store: &Store, body: &Body) -> std::io::Result<Vec<u8>> {
    let mut out = Vec::new();
    for link in public::links(store, body.id, 1_000_000, false).await.map_err(io)? {
        let cells = [
            body.fields.slug.as_str(),
            link.service.code.as_str(),
            link.database.code.as_str(),
            link.access.code(),
            link.means.as_str(),
        ];
        out.extend(csvw::line(cells.into_iter())?);
    }
    Ok(out)
}

/// Services in RDF, slice by slice.
fn services(
    visit: &Visit,
    scope: Scope,
    syntax: Syntax,
    profile: Profile,
    headers: &HeaderMap,
) -> Result<Response, WebError> {
    let form = format!("{}/servizi.{}?{}", scope.root, syntax.ending(), profile.code());
    let seal = seal(&form, &scope.states());
    if let Some(response) = known(headers, &seal) {
        return Ok(response);
    }
    let pipe = Pipe::new();
    let writer = cpsv::Writer::new(syntax, base(visit), profile, pipe.clone()).map_err(broken)?;
    let bodies = scope.bodies.into_iter().map(|(body, _)| body).collect();
    let reading = Reading::new(visit.app.store().clone(), Register::Services, bodies);
    let body = streamed((reading, Some(writer), pipe), |(mut reading, writer, pipe)| async move {
        let Some(mut writer) = writer else { return Ok(None) };
        let writer = if let Some((body, found)) = reading.next().await.map_err(io)? {
            let body = open::organisation(&body);
            for kept in &found {
                writer.service(&body, &open::service(kept))?;
            }
            Some(writer)
        } else {
            writer.finish()?;
            None
        };
        Ok(Some((pipe.take().into(), (reading, writer, pipe))))
    });
    let mut response = answer(body, syntax.media_type(), &seal);
    profiled(&mut response, profile);
    Ok(response)
}

fn profiled(response: &mut Response, profile: Profile) {
    if let Ok(value) = HeaderValue::from_str(&format!("<{}>", profile.uri())) {
        response.headers_mut().insert("content-profile", value);
    }
}

/// `/dati/servizi/{body}/{code}`: the stable address of a service. People are sent on to its page.
async fn one(
    visit: Visit,
    Path((slug, code)): Path<(String, String)>,
    asked: Asked,
    headers: HeaderMap,
    Part(identity): Part<Identity>,
) -> Result<Response, WebError> {
    let body = identity.bodies().by_slug(&slug).await?.ok_or(WebError::NotFound)?;
    // Codes have capital letters alone, so a small-letter ending is a format.
    let ending =
        code.rsplit_once('.').and_then(|(code, end)| Some((code, Syntax::of_ending(end)?)));
    let (code, wants) = match ending {
        Some((code, syntax)) => (code.to_owned(), Wants::Rdf(syntax)),
        None => (code, wants(&headers)),
    };
    let found = public::service(visit.app.store(), body.id, &code).await.map_err(unexpected)?;
    // A card that is being written is nobody else's yet.
    let sheet = found.filter(|sheet| sheet.service.card_state != "draft");
    let kept = sheet.ok_or(WebError::NotFound)?.kept;
    let Wants::Rdf(syntax) = wants else {
        let to = format!("/{slug}/profilo/servizi/{}", web::encode(&code));
        let mut response = axum::response::Redirect::to(&to).into_response();
        response.headers_mut().insert(header::VARY, HeaderValue::from_static("accept"));
        return Ok(response);
    };
    let profile = profile(&asked, &headers);
    let state = State { updated_at: kept.updated_at, services: kept.version, ..State::default() };
    let seal = seal(&format!("{}.{}.{}", kept.id, syntax.ending(), profile.code()), &[state]);
    if let Some(response) = known(&headers, &seal) {
        return Ok(response);
    }
    let mut writer =
        cpsv::Writer::new(syntax, base(&visit), profile, Vec::new()).map_err(broken)?;
    writer.service(&open::organisation(&body), &open::service(&kept)).map_err(broken)?;
    let bytes = writer.finish().map_err(broken)?;
    let mut response = answer(AnswerBody::from(bytes), syntax.media_type(), &seal);
    profiled(&mut response, profile);
    Ok(response)
}

/// A list of codes as the page of vocabularies shows it.
struct Listed {
    field: &'static str,
    name: &'static str,
    text: &'static str,
    terms: Vec<(&'static str, &'static str, String)>,
}

#[derive(Template)]
#[template(path = "open_vocabularies.html")]
struct Vocabularies {
    page: Page,
    lists: Vec<Listed>,
}

/// `/dati/vocabolari`: what the codes in the files mean; the addresses of our own terms lead here.
async fn vocabularies(visit: Visit) -> Result<Response, WebError> {
    let base = base(&visit);
    let page =
        Page::new(&visit, visit.t(key!("open-codes"))).under("/dati", visit.t(key!("open-title")));
    let list = |list: &'static vocab::List| Listed {
        field: list.field,
        name: list.name,
        text: list.description,
        terms: list.terms().map(|(code, label)| (code, label, list.uri(&base, code))).collect(),
    };
    web::html(&Vocabularies { page, lists: vocab::LISTS.iter().map(list).collect() })
}
