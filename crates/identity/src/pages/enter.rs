//! Before one is signed in: a new account, a forgotten password, and the links sent by e-mail.
//!
//! Opening a link only shows a page with a button: programs that read e-mail to protect it open
//! every link in it, and must not use it up.

use askama::Template;
use axum::{
    extract::Path,
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use kernel::form::Draft;
use texts::key;
use web::{Asked, Form, Page, Pairs, Part, Visit, WebError};

use super::{enter_with, invalid, refused, typed};
use crate::{
    Identity, IdentityError,
    link::{Owner, Purpose},
    password::{LONGEST, SHORTEST},
    person::NewPerson,
};

#[derive(Template)]
#[template(path = "identity_register.html")]
struct Register {
    page: Page,
    form: Form,
}

fn register_page(visit: &Visit, form: Form) -> Register {
    let page = Page::new(visit, visit.t(key!("identity-register-title")))
        .under("/accedi", visit.t(key!("shell-sign-in")));
    Register { page, form }
}

/// `/registrati`
pub async fn register_form(visit: Visit) -> Result<Response, WebError> {
    if visit.principal.person.is_some() {
        return Ok(Redirect::to("/account").into_response());
    }
    web::html(&register_page(&visit, Form::default()))
}

/// `POST /registrati`: the same answer whether or not there is an account already.
pub async fn register(
    visit: Visit,
    Part(identity): Part<Identity>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let mut draft = Draft::new(pairs.clone());
    let name = draft.text("name", true, 2, 120);
    let email = draft.email("email", true);
    draft.secret("password", SHORTEST, LONGEST);
    let (Some(email), Ok(())) = (email, draft.finish()) else {
        let again = invalid(&visit, pairs, draft.errors());
        return again.answer(&register_page(&visit, again.form.clone()));
    };
    let new = NewPerson { email, name, language: visit.lang };
    match identity.register(new, typed(&pairs, "password")).await {
        Ok(()) => Ok(Redirect::to("/accesso/inviata?per=account").into_response()),
        Err(error) => {
            let again = refused(&visit, pairs, error)?;
            again.answer(&register_page(&visit, again.form.clone()))
        }
    }
}

/// A page that asks for an address alone.
#[derive(Template)]
#[template(path = "identity_address.html")]
struct Address {
    page: Page,
    form: Form,
    action: &'static str,
    lead: String,
    button: String,
}

fn address_page(visit: &Visit, form: Form, forgotten: bool) -> Address {
    let (action, title, lead, button) = if forgotten {
        (
            "/password-dimenticata",
            key!("identity-forgotten-title"),
            key!("identity-forgotten-lead"),
            key!("identity-forgotten-button"),
        )
    } else {
        (
            "/accesso/conferma",
            key!("identity-verify-again-title"),
            key!("identity-verify-again-lead"),
            key!("identity-verify-again-button"),
        )
    };
    let page = Page::new(visit, visit.t(title)).under("/accedi", visit.t(key!("shell-sign-in")));
    Address { page, form, action, lead: visit.t(lead), button: visit.t(button) }
}

/// `/password-dimenticata`
pub async fn forgotten_form(visit: Visit) -> Result<Response, WebError> {
    web::html(&address_page(&visit, Form::default(), true))
}

/// `/accesso/conferma`
pub async fn verify_again_form(visit: Visit) -> Result<Response, WebError> {
    web::html(&address_page(&visit, Form::default(), false))
}

/// `POST /password-dimenticata`
pub async fn forgotten(
    visit: Visit,
    Part(identity): Part<Identity>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    send(visit, identity, pairs, true).await
}

/// `POST /accesso/conferma`
pub async fn verify_again(
    visit: Visit,
    Part(identity): Part<Identity>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    send(visit, identity, pairs, false).await
}

async fn send(
    visit: Visit,
    identity: Identity,
    pairs: Vec<(String, String)>,
    forgotten: bool,
) -> Result<Response, WebError> {
    let mut draft = Draft::new(pairs.clone());
    let Some(email) = draft.email("email", true) else {
        let again = invalid(&visit, pairs, draft.errors());
        return again.answer(&address_page(&visit, again.form.clone(), forgotten));
    };
    let outcome = if forgotten {
        identity.request_reset(&email, visit.lang).await
    } else {
        identity.request_verification(&email, visit.lang).await
    };
    match outcome {
        Ok(()) => {
            let what = if forgotten { "password" } else { "conferma" };
            Ok(Redirect::to(&format!("/accesso/inviata?per={what}")).into_response())
        }
        Err(error) => {
            let again = refused(&visit, pairs, error)?;
            again.answer(&address_page(&visit, again.form.clone(), forgotten))
        }
    }
}

#[derive(Template)]
#[template(path = "identity_sent.html")]
struct Sent {
    page: Page,
    text: String,
    again: &'static str,
}

/// `/accesso/inviata?per=…`: what happens now, said alike to everybody.
pub async fn sent(visit: Visit, asked: Asked) -> Result<Response, WebError> {
    let (text, again) = match asked.value("per") {
        "password" => (key!("identity-sent-reset"), "/password-dimenticata"),
        "account" => (key!("identity-sent-register"), "/accesso/conferma"),
        _ => (key!("identity-sent-verify"), "/accesso/conferma"),
    };
    let page = Page::new(&visit, visit.t(key!("identity-sent-title")))
        .under("/accedi", visit.t(key!("shell-sign-in")));
    web::html(&Sent { page, text: visit.t(text), again })
}

/// The page of a link; `owner` is none when the link is not good any more.
#[derive(Template)]
#[template(path = "identity_link.html")]
struct LinkPage {
    page: Page,
    form: Form,
    owner: Option<Owner>,
    action: String,
    asks_name: bool,
    new_password: bool,
    lead: String,
    button: String,
    /// What to do with a link that is not good any more: words, address, label.
    instead: (String, &'static str, String),
}

fn link_page(
    visit: &Visit,
    purpose: Purpose,
    secret: &str,
    owner: Option<Owner>,
    form: Form,
) -> LinkPage {
    let (title, lead, button) = match purpose {
        Purpose::Verify => (
            key!("identity-verify-title"),
            key!("identity-verify-lead"),
            key!("identity-verify-button"),
        ),
        Purpose::Reset => (
            key!("identity-reset-title"),
            key!("identity-reset-lead"),
            key!("identity-reset-button"),
        ),
        Purpose::Invite => (
            key!("identity-invitation-title"),
            key!("identity-invitation-lead"),
            key!("identity-invitation-button"),
        ),
    };
    let instead = match purpose {
        Purpose::Verify => (
            key!("identity-spent-verify"),
            "/accesso/conferma",
            key!("identity-verify-again-button"),
        ),
        Purpose::Reset => (
            key!("identity-spent-reset"),
            "/password-dimenticata",
            key!("identity-forgotten-button"),
        ),
        Purpose::Invite => (
            key!("identity-spent-invite"),
            "/password-dimenticata",
            key!("identity-forgotten-button"),
        ),
    };
    let title = if owner.is_some() { title } else { key!("identity-spent-title") };
    LinkPage {
        page: Page::new(visit, visit.t(title)),
        form,
        owner,
        action: format!("{}/{secret}", purpose.page()),
        asks_name: purpose == Purpose::Invite,
        new_password: purpose != Purpose::Verify,
        lead: visit.t(lead),
        button: visit.t(button),
        instead: (visit.t(instead.0), instead.1, visit.t(instead.2)),
    }
}

/// The address of the page holds a secret: it is neither kept nor told to the next page.
fn discreet(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(
        HeaderName::from_static("x-robots-tag"),
        HeaderValue::from_static("noindex, nofollow"),
    );
    response
}

async fn show(
    visit: &Visit,
    identity: &Identity,
    purpose: Purpose,
    secret: &str,
) -> Result<Response, WebError> {
    let owner = identity.link_owner(secret, purpose).await?;
    let status = if owner.is_some() { StatusCode::OK } else { StatusCode::GONE };
    let form = Form::filled(owner.as_ref().map(|owner| ("name", owner.name.clone())));
    let page = link_page(visit, purpose, secret, owner, form);
    Ok(discreet((status, web::html(&page)?).into_response()))
}

/// The form again, or the page of a link that is not good any more.
async fn show_refused(
    visit: &Visit,
    identity: &Identity,
    (purpose, secret): (Purpose, &str),
    pairs: Vec<(String, String)>,
    error: IdentityError,
) -> Result<Response, WebError> {
    if matches!(error, IdentityError::LinkSpent) {
        return show(visit, identity, purpose, secret).await;
    }
    let again = refused(visit, pairs, error)?;
    let owner = identity.link_owner(secret, purpose).await?;
    let page = link_page(visit, purpose, secret, owner, again.form.clone());
    again.answer(&page).map(discreet)
}

/// `/accesso/verifica/{secret}`
pub async fn verify_form(
    visit: Visit,
    Part(identity): Part<Identity>,
    Path(secret): Path<String>,
) -> Result<Response, WebError> {
    show(&visit, &identity, Purpose::Verify, &secret).await
}

/// `POST /accesso/verifica/{secret}`: confirms the address and signs in.
pub async fn verify(
    visit: Visit,
    Part(identity): Part<Identity>,
    Path(secret): Path<String>,
    headers: axum::http::HeaderMap,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let owner = identity.link_owner(&secret, Purpose::Verify).await?;
    let password = typed(&pairs, "password");
    let outcome = async {
        let owner = owner.ok_or(IdentityError::LinkSpent)?;
        identity.verify_email(&secret, password).await?;
        identity.sign_in(&owner.email, password, &user_agent(&headers)).await
    };
    match outcome.await {
        Ok(opened) => {
            enter_with(&visit, &opened, "/account?esito=done-identity-verified").map(discreet)
        }
        Err(error) => {
            show_refused(&visit, &identity, (Purpose::Verify, &secret), pairs, error).await
        }
    }
}

/// `/accesso/reimposta/{secret}`
pub async fn reset_form(
    visit: Visit,
    Part(identity): Part<Identity>,
    Path(secret): Path<String>,
) -> Result<Response, WebError> {
    show(&visit, &identity, Purpose::Reset, &secret).await
}

/// `POST /accesso/reimposta/{secret}`: sets the password; the person signs in with it.
pub async fn reset(
    visit: Visit,
    Part(identity): Part<Identity>,
    Path(secret): Path<String>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let password = typed(&pairs, "password");
    match identity.set_password_by_link(&secret, Purpose::Reset, password).await {
        Ok(_) => Ok(discreet(web::see_other("/accedi", key!("done-identity-password-set")))),
        Err(error) => {
            show_refused(&visit, &identity, (Purpose::Reset, &secret), pairs, error).await
        }
    }
}

/// `/accesso/invito/{secret}`
pub async fn invitation_form(
    visit: Visit,
    Part(identity): Part<Identity>,
    Path(secret): Path<String>,
) -> Result<Response, WebError> {
    show(&visit, &identity, Purpose::Invite, &secret).await
}

/// `POST /accesso/invito/{secret}`: name and password, and in.
pub async fn invitation(
    visit: Visit,
    Part(identity): Part<Identity>,
    Path(secret): Path<String>,
    headers: axum::http::HeaderMap,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let (name, password) = (typed(&pairs, "name"), typed(&pairs, "password"));
    let outcome = async {
        let email = identity.accept_invitation(&secret, name, password).await?;
        identity.sign_in(&email, password, &user_agent(&headers)).await
    };
    match outcome.await {
        Ok(opened) => {
            enter_with(&visit, &opened, "/scrivania?esito=done-identity-invited").map(discreet)
        }
        Err(error) => {
            show_refused(&visit, &identity, (Purpose::Invite, &secret), pairs, error).await
        }
    }
}

/// What the browser says of itself.
fn user_agent(headers: &axum::http::HeaderMap) -> String {
    headers
        .get(header::USER_AGENT)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default()
        .to_owned()
}
