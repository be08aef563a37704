//! What happens around every handler: who asks, may they, is the request ours, what is kept, and
//! which headers protect the answer.

use std::{
    net::{IpAddr, Ipv4Addr, SocketAddr},
    sync::Arc,
};

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::{ConnectInfo, MatchedPath, RawPathParams, Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, header},
    middleware::{Next, from_fn, from_fn_with_state},
    response::{IntoResponse, Response},
};
use kernel::{Access, Principal};
use sha2::{Digest, Sha256};
use texts::Lang;
use tower_http::{
    catch_panic::CatchPanicLayer, compression::CompressionLayer, limit::RequestBodyLimitLayer,
};

use crate::{
    App, BodyInfo, Visit, WebError,
    cache::{Coding, Kept, Key},
    error::dress,
};

/// Largest request: a spreadsheet of 20 MB and its form.
const MOST_BYTES: usize = 22 << 20;

/// Where the API keeps what belongs to a body.
pub(crate) const API_BODIES: &str = "/api/v1/bodies/";

const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; \
                      img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; \
                      frame-ancestors 'none'";

pub(crate) fn around(router: Router<App>, app: App) -> Router {
    router
        .layer(RequestBodyLimitLayer::new(MOST_BYTES))
        .layer(from_fn_with_state(app.clone(), receive))
        .layer(CatchPanicLayer::new())
        .layer(CompressionLayer::new())
        .layer(from_fn_with_state(app.clone(), protect))
        .layer(from_fn_with_state(app.clone(), kept))
        .layer(from_fn(measure))
        .with_state(app)
}

/// Lets the request pass if the principal may; runs beside each route.
pub(crate) async fn admit(
    access: Access,
    of_a_body: bool,
    request: Request,
    next: Next,
) -> Response {
    if access == Access::Anyone && !of_a_body {
        return next.run(request).await;
    }
    let (mut parts, body) = request.into_parts();
    let Some(visit) = parts.extensions.get::<Visit>().cloned() else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    if of_a_body && visit.body.is_none() {
        return WebError::NotFound.into_response();
    }
    let path_word = {
        use axum::extract::FromRequestParts;
        RawPathParams::from_request_parts(&mut parts, &()).await.ok().and_then(|params| {
            params.iter().find(|(name, _)| *name == "path").map(|(_, value)| value.to_owned())
        })
    };
    let body_id = visit.body.as_ref().map(|body| body.id);
    if access.allows(&visit.principal, body_id, path_word.as_deref()) {
        return next.run(Request::from_parts(parts, body)).await;
    }
    if visit.principal.person.is_none()
        && parts.method == Method::GET
        && !visit.path.starts_with("/api/")
    {
        let to = format!("/accedi?da={}", crate::encode(&visit.path_and_query));
        return axum::response::Redirect::to(&to).into_response();
    }
    WebError::Forbidden.into_response()
}

/// The kind of route a pattern belongs to: few enough to be counted one by one.
fn class(pattern: Option<&MatchedPath>) -> &'static str {
    match pattern.map(MatchedPath::as_str) {
        None => "none",
        Some(path) if path.starts_with("/static/") => "static",
        Some(path) if path.starts_with("/api/") => "api",
        Some(path) if path.contains("/scrivania") || path.starts_with("/rete/enti") => "desk",
        Some(_) => "page",
    }
}

/// Counts every answer and how long it took; the numbers are read at `/metrics`.
async fn measure(request: Request, next: Next) -> Response {
    let class = class(request.extensions().get::<MatchedPath>());
    let method = match *request.method() {
        Method::GET | Method::HEAD | Method::OPTIONS => "read",
        _ => "write",
    };
    let begun = std::time::Instant::now();
    let response = next.run(request).await;
    let status = response.status().as_u16().to_string();
    let seconds = begun.elapsed().as_secs_f64();
    metrics::counter!("agio_requests_total", "route" => class, "method" => method, "status" => status)
        .increment(1);
    metrics::histogram!("agio_request_seconds", "route" => class, "method" => method)
        .record(seconds);
    response
}

/// Headers of every answer.
async fn protect(State(app): State<App>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    shield(&app, response.headers_mut());
    response
}

fn shield(app: &App, headers: &mut HeaderMap) {
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (header::REFERRER_POLICY, "same-origin"),
        (HeaderName::from_static("permissions-policy"), "camera=(), microphone=(), geolocation=()"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    ] {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    if app.config().secure() {
        let value = HeaderValue::from_static("max-age=31536000; includeSubDomains");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, value);
    }
}

/// Where a page would be kept, and the event number of its body before it was made.
#[derive(Debug, Clone)]
struct Keep(Key, i64);

/// Answers from the kept pages, before anything else is done for the request.
async fn kept(State(app): State<App>, mut request: Request, next: Next) -> Response {
    // The version is read before rendering: a change during it makes the kept page old at once.
    let place = keepable(&app, request.method(), request.uri(), request.headers()).await;
    let Some(keep) = place else { return next.run(request).await };
    if let Some(page) = app.cache().get(&keep.0, keep.1)
        && admits(&app, address(&app, &request), false).is_ok()
    {
        return answer(&page, request.headers());
    }
    request.extensions_mut().insert(keep);
    next.run(request).await
}

fn admits(app: &App, from: IpAddr, acting: bool) -> Result<(), WebError> {
    if !app.config().rate_limit {
        return Ok(());
    }
    app.limits().count(from, acting).map_err(WebError::TooMany)
}

/// Understands the request, keeps the page it made where it may, and dresses failures.
async fn receive(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let uri = request.uri();
    let path = uri.path().to_owned();
    if path.starts_with("/static/") {
        return next.run(request).await;
    }
    let path_and_query = uri.path_and_query().map_or_else(|| path.clone(), ToString::to_string);
    let lang = language(request.headers());
    let session = cookie(request.headers(), app.config().session_cookie());
    let from = address(&app, &request);
    let mut visit = Visit {
        app: app.clone(),
        lang,
        from,
        body: None,
        principal: Principal::anonymous(),
        session,
        path,
        path_and_query,
        reference: app.store().dice().code(8),
    };
    let reading = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    let asked = Asked {
        reading,
        from,
        ours: reading || same_origin(&app, request.headers()),
        bearer: bearer(request.headers()),
    };
    if let Err(error) = prepare(&app, &mut visit, &asked).await {
        return dress(&visit, error.into_response());
    }
    let keep = request.extensions_mut().remove::<Keep>();
    let conditions = request.headers().clone();
    request.extensions_mut().insert(visit.clone());
    let response = next.run(request).await;
    let response = dress(&visit, response);
    match keep {
        Some(keep) if response.status() == StatusCode::OK => {
            keep_page(&app, keep, response, &conditions).await
        }
        _ => {
            let mut response = response;
            response
                .headers_mut()
                .entry(header::CACHE_CONTROL)
                .or_insert(HeaderValue::from_static("no-store"));
            response
        }
    }
}

/// What counts of a request before anything is looked up.
#[derive(Debug, Clone)]
struct Asked {
    reading: bool,
    from: IpAddr,
    ours: bool,
    bearer: Option<String>,
}

async fn prepare(app: &App, visit: &mut Visit, asked: &Asked) -> Result<(), WebError> {
    admits(app, asked.from, !asked.reading)?;
    // No address of ours holds a NUL, and PostgreSQL takes none in a text.
    if visit.path_and_query.contains("%00") {
        return Err(WebError::NotFound);
    }
    let api = visit.path.starts_with("/api/");
    if api && (asked.bearer.is_some() || !asked.ours) {
        // A program says who it is with a token; cookies count for requests of our own pages alone.
        visit.session = None;
    } else if !asked.ours {
        return Err(WebError::Forbidden);
    }
    let below = visit.path.strip_prefix(API_BODIES).unwrap_or(visit.path.trim_start_matches('/'));
    let first = below.split('/').next().unwrap_or_default();
    if !first.is_empty() {
        visit.body = app.gate().body(first).await?;
        if let Some(body) = &visit.body {
            visit.lang = spoken(visit.lang, body, api);
        }
    }
    if api && let Some(secret) = &asked.bearer {
        visit.principal = app.gate().caller(secret).await?.ok_or(WebError::Unauthorized)?;
    }
    if let Some(token) = &visit.session
        && let Some(principal) = app.gate().principal(token).await?
    {
        visit.principal = principal;
    }
    Ok(())
}

/// A body may speak Italian only; the API keeps the caller's language.
fn spoken(asked: Lang, body: &BodyInfo, api: bool) -> Lang {
    if api || body.languages.contains(&asked) { asked } else { Lang::It }
}

/// Whether a request that changes something comes from our own pages.
///
/// Browsers say where a request comes from (`Sec-Fetch-Site`, older ones `Origin` or `Referer`);
/// cookies are `SameSite=Lax` besides. A request that says nothing at all is refused.
fn same_origin(app: &App, headers: &HeaderMap) -> bool {
    let text = |name: HeaderName| headers.get(name).and_then(|v| v.to_str().ok());
    if let Some(site) = text(HeaderName::from_static("sec-fetch-site")) {
        return matches!(site, "same-origin" | "none");
    }
    let base = app.config().base_url.as_str();
    let host = text(header::HOST).unwrap_or_default();
    let ours = |url: &str| {
        let origin = url.splitn(4, '/').take(3).collect::<Vec<_>>().join("/");
        origin == base
            || origin.split_once("://").is_some_and(|(_, h)| h == host && !host.is_empty())
    };
    match (text(header::ORIGIN), text(header::REFERER)) {
        (Some(origin), _) => ours(origin),
        (None, Some(referer)) => ours(referer),
        (None, None) => false,
    }
}

fn address(app: &App, request: &Request) -> IpAddr {
    let peer = request
        .extensions()
        .get::<ConnectInfo<SocketAddr>>()
        .map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |info| info.0.ip());
    if !app.config().trusted_proxies.contains(&peer) {
        return peer;
    }
    // The last address was written by the trusted proxy; those before it by anybody.
    request
        .headers()
        .get("x-forwarded-for")
        .and_then(|v| v.to_str().ok())
        .and_then(|list| list.rsplit(',').next())
        .and_then(|last| last.trim().parse().ok())
        .unwrap_or(peer)
}

/// The value of a cookie sent with a request.
pub fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|text| text.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value.to_owned())
}

fn bearer(headers: &HeaderMap) -> Option<String> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, secret) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| secret.trim().to_owned())
}

fn language(headers: &HeaderMap) -> Lang {
    if let Some(chosen) = cookie(headers, "lingua").and_then(|tag| Lang::parse(&tag)) {
        return chosen;
    }
    headers
        .get(header::ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok())
        .and_then(|list| list.split(',').find_map(Lang::parse))
        .unwrap_or_default()
}

/// Where the answer may be kept: a body's public page read by nobody in particular.
async fn keepable(app: &App, method: &Method, uri: &Uri, headers: &HeaderMap) -> Option<Keep> {
    if !app.config().page_cache
        || *method != Method::GET
        || uri.path().starts_with("/static/")
        || headers.contains_key(header::AUTHORIZATION)
        || cookie(headers, app.config().session_cookie()).is_some()
    {
        return None;
    }
    let path = uri.path();
    let api = path.starts_with("/api/");
    let below = path.strip_prefix(API_BODIES).unwrap_or(path.trim_start_matches('/'));
    let first = below.split('/').next().filter(|first| !first.is_empty())?;
    let body = app.gate().body(first).await.ok()??;
    let version = app.store().version(body.id).await.ok()?;
    let key = Key {
        path_and_query: uri.path_and_query().map_or(path, |both| both.as_str()).to_owned(),
        lang: spoken(language(headers), &body, api),
        day: app.store().clock().now().day().to_string(),
    };
    Some(Keep(key, version))
}

async fn keep_page(app: &App, keep: Keep, response: Response, asked: &HeaderMap) -> Response {
    let is_page =
        response.headers().get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).is_some_and(
            |kind| {
                ["text/html", "text/css", "application/json"].iter().any(|k| kind.starts_with(k))
            },
        );
    let private = response.headers().contains_key(header::SET_COOKIE)
        || response.headers().contains_key(header::CACHE_CONTROL);
    if !is_page || private {
        return response;
    }
    let (parts, body) = response.into_parts();
    let Ok(content) = to_bytes(body, 8 << 20).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let mut headers = parts.headers;
    let seal = hex::encode(&Sha256::digest(&content)[..12]);
    if let Ok(value) = HeaderValue::from_str(&format!("\"{seal}\"")) {
        headers.insert(header::ETAG, value);
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    let vary = HeaderValue::from_static("accept-encoding, accept-language, cookie");
    headers.insert(header::VARY, vary);
    shield(app, &mut headers);
    let kept = Kept { version: keep.1, headers, content, packed: Arc::default() };
    let response = answer(&kept, asked);
    app.cache().put(keep.0, kept);
    response
}

/// The kept page, or 304 when the browser has it already.
fn answer(kept: &Kept, asked: &HeaderMap) -> Response {
    let seal = kept.headers.get(header::ETAG);
    let known = asked.get(header::IF_NONE_MATCH);
    let same = match (seal.and_then(|v| v.to_str().ok()), known.and_then(|v| v.to_str().ok())) {
        // A proxy or our own compression may have made the seal weak.
        (Some(seal), Some(known)) => {
            known.split(',').any(|one| one.trim().trim_start_matches("W/") == seal)
        }
        _ => false,
    };
    if same {
        let mut response = StatusCode::NOT_MODIFIED.into_response();
        *response.headers_mut() = kept.headers.clone();
        response.headers_mut().remove(header::CONTENT_TYPE);
        response.headers_mut().remove(header::CONTENT_LENGTH);
        return response;
    }
    let (coding, bytes) = kept.bytes(Coding::asked(asked));
    let mut response = Response::new(Body::from(bytes));
    *response.headers_mut() = kept.headers.clone();
    if let Some(name) = coding.name() {
        response.headers_mut().remove(header::CONTENT_LENGTH);
        response.headers_mut().insert(header::CONTENT_ENCODING, name);
        // Other bytes, the same page: the seal is a weak one (RFC 9110, 8.8.1).
        if let Some(seal) = kept.headers.get(header::ETAG).and_then(|v| v.to_str().ok())
            && let Ok(weak) = HeaderValue::from_str(&format!("W/{seal}"))
        {
            response.headers_mut().insert(header::ETAG, weak);
        }
    }
    response
}
