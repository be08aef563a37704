//! Signing in and out.

use askama::Template;
use axum::{
    extract::Query,
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Redirect, Response},
};
use identity::{Identity, IdentityError};
use kernel::email::Email;
use texts::key;
use web::{Form, Page, Pairs, Part, Visit, WebError};

/// Where to go back to.
#[derive(Debug, serde::Deserialize)]
pub struct Back {
    #[serde(default)]
    da: String,
}

/// A path of this site, or the desk.
fn inside(path: &str) -> &str {
    if web::is_inside(path) { path } else { "/scrivania" }
}

#[derive(Template)]
#[template(path = "sign_in.html")]
struct SignIn {
    page: Page,
    form: Form,
    back: String,
}

/// `/accedi`
pub async fn form(visit: Visit, Query(back): Query<Back>) -> Result<Response, WebError> {
    if visit.principal.person.is_some() {
        return Ok(Redirect::to(inside(&back.da)).into_response());
    }
    let page = Page::new(&visit, visit.t(key!("shell-sign-in")));
    web::html(&SignIn { page, form: Form::default(), back: back.da })
}

/// `POST /accedi`
pub async fn sign_in(
    visit: Visit,
    headers: HeaderMap,
    Part(identity): Part<Identity>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let typed = |name: &str| {
        pairs.iter().find(|(k, _)| k == name).map(|(_, v)| v.clone()).unwrap_or_default()
    };
    let (email, password, back) = (typed("email"), typed("password"), typed("da"));
    let device = headers.get(header::USER_AGENT).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let outcome = match Email::parse(&email) {
        Some(address) => identity.sign_in(&address, &password, device).await,
        None => Err(IdentityError::WrongCredentials),
    };
    match outcome {
        Ok(opened) => {
            let config = visit.app.config();
            let secure = if config.secure() { "; Secure" } else { "" };
            let seconds = (opened.ends.0 - visit.app.store().clock().now().0) / 1000;
            let cookie = format!(
                "{}={}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}",
                config.session_cookie(),
                opened.token
            );
            with_cookie(Redirect::to(inside(&back)).into_response(), &cookie)
        }
        Err(IdentityError::Store(error)) => Err(error.into()),
        Err(refusal) => {
            let text = visit.app.texts().format(visit.lang, refusal.key(), &refusal.arguments());
            // The password is not given back: it would travel and stay in the page.
            let form = Form::filled([("email", email)]).with_error("", text);
            let page = Page::new(&visit, visit.t(key!("shell-sign-in")));
            web::html(&SignIn { page, form, back })
        }
    }
}

/// `POST /esci`: ends this session; with `ovunque` every session of the person.
pub async fn sign_out(
    visit: Visit,
    Part(identity): Part<Identity>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    if let Some(token) = &visit.session {
        if pairs.iter().any(|(name, _)| name == "ovunque")
            && let Some(person) = visit.principal.person
        {
            identity.sign_out_everywhere(person).await?;
        }
        identity.sign_out(token).await?;
    }
    let cookie = format!(
        "{}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax",
        visit.app.config().session_cookie()
    );
    let secure = if visit.app.config().secure() { "; Secure" } else { "" };
    with_cookie(Redirect::to("/").into_response(), &format!("{cookie}{secure}"))
}

fn with_cookie(mut response: Response, cookie: &str) -> Result<Response, WebError> {
    let value = HeaderValue::from_str(cookie).map_err(|e| WebError::Internal(e.to_string()))?;
    response.headers_mut().insert(header::SET_COOKIE, value);
    Ok(response)
}
