//! Signing in and out, and the desk of who is signed in.

use askama::Template;
use axum::{
    extract::Query,
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Redirect, Response},
};
use identity::{Identity, IdentityError};
use kernel::{BodyId, Role, email::Email};
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

/// A place where staff works.
struct Place {
    href: String,
    icon: &'static str,
    title: String,
    text: String,
}

/// A body one works for, with its places.
struct Held {
    href: String,
    body: String,
    roles: String,
    places: Vec<Place>,
}

#[derive(Template)]
#[template(path = "desk.html")]
struct Desk {
    page: Page,
    name: String,
    held: Vec<Held>,
}

/// `/scrivania` and `/{body}/scrivania`: of all bodies, or of that one.
pub async fn desk(visit: Visit, Part(identity): Part<Identity>) -> Result<Response, WebError> {
    let tree = identity.bodies().tree().await?;
    let here = visit.body.as_ref().map(|body| body.id);
    let mut bodies: Vec<BodyId> = Vec::new();
    for grant in &visit.principal.grants {
        if !bodies.contains(&grant.body) && here.is_none_or(|here| here == grant.body) {
            bodies.push(grant.body);
        }
    }
    let held = bodies
        .into_iter()
        .filter_map(|id| tree.by_id(id))
        .map(|body| {
            let root = format!("/{}/", body.fields.slug);
            let roles: Vec<String> = visit
                .principal
                .grants
                .iter()
                .filter(|grant| grant.body == body.id)
                .map(|grant| visit.t(role_key(grant.role)))
                .collect();
            let places = visit
                .app
                .desk()
                .iter()
                .filter(|entry| entry.access.allows(&visit.principal, Some(body.id), None))
                .map(|entry| Place {
                    href: format!("{root}{}", entry.path),
                    icon: entry.icon,
                    title: visit.t(entry.key),
                    text: visit.t(entry.text),
                })
                .collect();
            Held { href: root, body: body.fields.name.clone(), roles: roles.join(", "), places }
        })
        .collect();
    let page = Page::new(&visit, visit.t(key!("shell-desk")));
    web::html(&Desk { page, name: visit.principal.name.clone(), held })
}

/// The message key of a role.
fn role_key(role: Role) -> &'static str {
    match role {
        Role::Lead => key!("role-referente"),
        Role::Facilitator => key!("role-facilitatore"),
        Role::Moderator => key!("role-moderatore"),
        Role::Operator => key!("role-operatore"),
        Role::Actor => key!("role-attore"),
        Role::Guarantor => key!("role-garante"),
        Role::Citizen => key!("role-cittadino"),
        Role::NetworkManager => key!("role-gestore-di-rete"),
    }
}
