//! The home of the network and of a body.

use askama::Template;
use axum::{
    extract::{Path, Query},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use identity::Identity;
use store::search;
use texts::{Lang, key};
use web::{Page, Part, Visit, WebError};

/// A body on the network's home.
struct BodyCard {
    href: String,
    name: String,
    kind: String,
    text: String,
}

#[derive(Template)]
#[template(path = "network_home.html")]
struct NetworkHome {
    page: Page,
    bodies: Vec<BodyCard>,
    places: i64,
}

/// `/`
pub async fn network(visit: Visit, Part(identity): Part<Identity>) -> Result<Response, WebError> {
    let page = Page::new(&visit, visit.t(key!("network-title")));
    let tree = identity.bodies().tree().await?;
    let bodies: Vec<BodyCard> = tree
        .walk()
        .into_iter()
        .map(|(_, body)| BodyCard {
            href: format!("/{}/", body.fields.slug),
            name: body.fields.name.clone(),
            kind: visit.t(body.fields.kind.key()),
            text: body
                .fields
                .population
                .map(|n| visit.tn(key!("network-people"), n))
                .unwrap_or_default(),
        })
        .collect();
    let places = i64::try_from(bodies.len()).unwrap_or(0);
    web::html(&NetworkHome { page, bodies, places })
}

/// What can be asked of the search.
#[derive(Debug, serde::Deserialize)]
pub struct Asked {
    #[serde(default)]
    q: String,
}

/// Something found.
struct Found {
    href: String,
    title: String,
    summary: String,
    body: String,
}

#[derive(Template)]
#[template(path = "search.html")]
struct SearchPage {
    page: Page,
    q: String,
    found: Vec<Found>,
    count: i64,
}

/// `/cerca?q=…`: public things of all bodies, and bodies by name.
pub async fn search(
    visit: Visit,
    Query(asked): Query<Asked>,
    Part(identity): Part<Identity>,
) -> Result<Response, WebError> {
    let q: String = asked.q.chars().take(200).collect();
    let tree = identity.bodies().tree().await?;
    let wanted = kernel::italian::stems(&q);
    let mut found: Vec<Found> = tree
        .walk()
        .into_iter()
        .filter(|(_, body)| {
            let name = kernel::italian::stems(&body.fields.name);
            !wanted.is_empty()
                && wanted.split(' ').all(|word| name.split(' ').any(|part| part.starts_with(word)))
        })
        .map(|(_, body)| Found {
            href: format!("/{}/", body.fields.slug),
            title: body.fields.name.clone(),
            summary: visit.t(body.fields.kind.key()),
            body: String::new(),
        })
        .collect();
    for hit in search::find(visit.app.store(), None, None, &q, 50).await? {
        let body =
            tree.by_id(hit.body_id.into()).map(|b| b.fields.name.clone()).unwrap_or_default();
        found.push(Found { href: hit.href, title: hit.title, summary: hit.summary, body });
    }
    let count = i64::try_from(found.len()).unwrap_or(0);
    let page = Page::new(&visit, visit.t(key!("nav-search")));
    web::html(&SearchPage { page, q, found, count })
}

/// A municipality or a body below this one.
struct Member {
    href: String,
    name: String,
}

#[derive(Template)]
#[template(path = "body_home.html")]
struct BodyHome {
    page: Page,
    name: String,
    members: Vec<Member>,
}

/// `/{body}/`
pub async fn body(visit: Visit, Part(identity): Part<Identity>) -> Result<Response, WebError> {
    let body = visit.body()?;
    let tree = identity.bodies().tree().await?;
    let mut members: Vec<Member> = tree
        .below(Some(body.id))
        .iter()
        .map(|b| Member { href: format!("/{}/", b.fields.slug), name: b.fields.name.clone() })
        .collect();
    for municipality in identity.municipalities(body.id).await? {
        if !members.iter().any(|m| m.name.ends_with(&municipality.name)) {
            members.push(Member { href: String::new(), name: municipality.name });
        }
    }
    let page = Page::new(&visit, visit.t(key!("body-home-title")));
    web::html(&BodyHome { page, name: body.name.clone(), members })
}

/// `/{body}/stile.css`: the body's colour.
pub async fn style(visit: Visit) -> Result<Response, WebError> {
    let color = &visit.body()?.color;
    let css = format!(":root{{--agio-primary:{color}}}\n");
    Ok(([(header::CONTENT_TYPE, "text/css; charset=utf-8")], css).into_response())
}

/// `/{body}/logo`
pub async fn logo(visit: Visit, Part(identity): Part<Identity>) -> Result<Response, WebError> {
    let (bytes, kind) = identity
        .logo(visit.body_id()?)
        .await
        .map_err(|e| WebError::Internal(e.to_string()))?
        .ok_or(WebError::NotFound)?;
    let cache = HeaderValue::from_static("public, max-age=300");
    let kind = HeaderValue::from_str(&kind).map_err(|e| WebError::Internal(e.to_string()))?;
    Ok(([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, cache)], bytes).into_response())
}

/// Where to go back to after the language was chosen.
#[derive(Debug, serde::Deserialize)]
pub struct From {
    #[serde(default)]
    da: String,
}

/// `/lingua/{it|en}?da=/…`: remembers the language and goes back.
pub async fn language(
    visit: Visit,
    Path(lang): Path<String>,
    Query(from): Query<From>,
) -> Result<Response, WebError> {
    let lang = Lang::parse(&lang).ok_or(WebError::NotFound)?;
    let to = if web::is_inside(&from.da) { from.da.as_str() } else { "/" };
    let secure = if visit.app.config().secure() { "; Secure" } else { "" };
    let cookie =
        format!("lingua={}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly{secure}", lang.tag());
    let cookie = HeaderValue::from_str(&cookie).map_err(|e| WebError::Internal(e.to_string()))?;
    let mut response = Redirect::to(to).into_response();
    *response.status_mut() = StatusCode::SEE_OTHER;
    response.headers_mut().insert(header::SET_COOKIE, cookie);
    Ok(response)
}
