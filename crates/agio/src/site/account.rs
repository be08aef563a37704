//! Signing in and out.

use askama::Template;
use axum::{
    extract::Query,
    http::{HeaderMap, header},
    response::{IntoResponse, Redirect, Response},
};
use identity::{
    Identity, IdentityError,
    pages::{enter_with, leave_to, refused, typed},
};
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
    unverified: bool,
}

/// `/accedi`
pub async fn form(visit: Visit, Query(back): Query<Back>) -> Result<Response, WebError> {
    if visit.principal.person.is_some() {
        return Ok(Redirect::to(inside(&back.da)).into_response());
    }
    let page = Page::new(&visit, visit.t(key!("shell-sign-in")));
    web::html(&SignIn { page, form: Form::default(), back: back.da, unverified: false })
}

/// `POST /accedi`
pub async fn sign_in(
    visit: Visit,
    headers: HeaderMap,
    Part(identity): Part<Identity>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let back = typed(&pairs, "da").to_owned();
    let device = headers.get(header::USER_AGENT).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let outcome = match Email::parse(typed(&pairs, "email")) {
        Some(address) => identity.sign_in(&address, typed(&pairs, "password"), device).await,
        None => Err(IdentityError::WrongCredentials),
    };
    match outcome {
        Ok(opened) => enter_with(&visit, &opened, inside(&back)),
        Err(refusal) => {
            let wrong = matches!(refusal, IdentityError::WrongCredentials);
            let unverified = matches!(refusal, IdentityError::NotVerified);
            let again = refused(&visit, pairs, refusal)?;
            let page = Page::new(&visit, visit.t(key!("shell-sign-in")));
            let sign_in = SignIn { page, form: again.form.clone(), back, unverified };
            // To a browser a wrong password is a page like the first.
            if wrong { web::html(&sign_in) } else { again.answer(&sign_in) }
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
    leave_to(&visit, "/")
}
