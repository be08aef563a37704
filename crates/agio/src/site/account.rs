//! Signing in and out, and the desk of who is signed in.

use askama::Template;
use axum::{
    extract::Query,
    http::{HeaderMap, header},
    response::{IntoResponse, Redirect, Response},
};
use identity::{
    Identity, IdentityError,
    pages::{enter_with, leave_to, refused, typed},
    role,
};
use kernel::{BodyId, email::Email};
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
    /// Whether the whole network is one's to look after, shown on the desk of all bodies.
    network: bool,
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
                .map(|grant| visit.t(role::label(grant.role)))
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
    let network = here.is_none() && visit.principal.is_network_manager();
    web::html(&Desk { page, name: visit.principal.name.clone(), held, network })
}
