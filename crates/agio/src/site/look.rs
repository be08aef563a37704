//! A body's colour and logo, and the language of the pages.

use axum::{
    extract::{Path, Query},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use identity::Identity;
use texts::Lang;
use web::{Part, Visit, WebError};

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
