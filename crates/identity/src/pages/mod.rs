//! The pages about people: links sent by e-mail, one's own account, roles, tokens, the body itself,
//! the audit log, the bodies of the network.

mod account;
pub mod audit;
mod body;
mod enter;
mod network;
mod people;
mod person;
mod tokens;

use std::{fmt, sync::Arc};

use askama::Template;
use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use futures::future::BoxFuture;
use kernel::{
    Access::{Anyone, Network, Roles, SignedIn},
    BodyId, Role,
    form::FieldError,
};
use store::StoreError;
use texts::key;
use web::{DeskEntry, Form, Routes, Visit, WebError, page::Choice};

use crate::{IdentityError, session::Opened};

const LEAD: kernel::Access = Roles(&[Role::Lead]);
const CHECKS: kernel::Access = Roles(&[Role::Lead, Role::Guarantor]);

/// Places of the desk.
pub const DESK: &[DeskEntry] = &[
    DeskEntry {
        path: "scrivania/persone",
        key: key!("identity-people"),
        text: key!("identity-people-desk"),
        icon: "it-user",
        access: LEAD,
    },
    DeskEntry {
        path: "scrivania/ente",
        key: key!("identity-body"),
        text: key!("identity-body-desk"),
        icon: "it-settings",
        access: LEAD,
    },
    DeskEntry {
        path: "scrivania/registro",
        key: key!("identity-audit"),
        text: key!("identity-audit-desk"),
        icon: "it-list",
        access: CHECKS,
    },
];

/// Every page, beside who may.
pub fn routes() -> Routes {
    Routes::new()
        .get("/registrati", Anyone, enter::register_form)
        .post("/registrati", Anyone, enter::register)
        .get("/password-dimenticata", Anyone, enter::forgotten_form)
        .post("/password-dimenticata", Anyone, enter::forgotten)
        .get("/accesso/conferma", Anyone, enter::verify_again_form)
        .post("/accesso/conferma", Anyone, enter::verify_again)
        .get("/accesso/inviata", Anyone, enter::sent)
        .get("/accesso/verifica/{secret}", Anyone, enter::verify_form)
        .post("/accesso/verifica/{secret}", Anyone, enter::verify)
        .get("/accesso/reimposta/{secret}", Anyone, enter::reset_form)
        .post("/accesso/reimposta/{secret}", Anyone, enter::reset)
        .get("/accesso/invito/{secret}", Anyone, enter::invitation_form)
        .post("/accesso/invito/{secret}", Anyone, enter::invitation)
        .get("/account", SignedIn, account::page)
        .post("/account", SignedIn, account::edit)
        .get("/account/password", SignedIn, account::password_form)
        .post("/account/password", SignedIn, account::password)
        .get("/account/dispositivi", SignedIn, account::devices)
        .post("/account/dispositivi/{id}/esci", SignedIn, account::end_device)
        .get("/account/chiavi", SignedIn, account::tokens)
        .post("/account/chiavi", SignedIn, account::make_token)
        .post("/account/chiavi/{id}/togli", SignedIn, account::revoke_token)
        .get("/{body}/scrivania/persone", LEAD, people::list)
        .get("/{body}/scrivania/persone/invita", LEAD, people::invite_form)
        .post("/{body}/scrivania/persone/invita", LEAD, people::invite)
        .get("/{body}/scrivania/persone/chiavi", LEAD, tokens::list)
        .post("/{body}/scrivania/persone/chiavi", LEAD, tokens::make)
        .post("/{body}/scrivania/persone/chiavi/{id}/togli", LEAD, tokens::revoke)
        .get("/{body}/scrivania/persone/{id}", LEAD, person::page)
        .post("/{body}/scrivania/persone/{id}/ruoli", LEAD, person::grant)
        .post("/{body}/scrivania/persone/{id}/ruoli/togli", LEAD, person::revoke)
        .post("/{body}/scrivania/persone/{id}/invito", LEAD, person::invite_again)
        .get("/{body}/scrivania/ente", LEAD, body::form)
        .post("/{body}/scrivania/ente", LEAD, body::edit)
        .get("/{body}/scrivania/ente/logo", LEAD, body::logo_form)
        .post("/{body}/scrivania/ente/logo", LEAD, body::logo)
        .post("/{body}/scrivania/ente/logo/togli", LEAD, body::remove_logo)
        .get("/{body}/scrivania/ente/comuni", LEAD, body::municipalities_form)
        .post("/{body}/scrivania/ente/comuni", LEAD, body::municipalities)
        .get("/{body}/scrivania/registro", CHECKS, audit::page)
        .get("/rete/enti", Network, network::list)
        .get("/rete/enti/nuovo", Network, network::add_form)
        .post("/rete/enti/nuovo", Network, network::add)
        .get("/rete/enti/{slug}", Network, network::edit_form)
        .post("/rete/enti/{slug}", Network, network::edit)
        .get("/rete/enti/{slug}/referenti", Network, network::leads)
        .post("/rete/enti/{slug}/referenti", Network, network::invite_lead)
        .post("/rete/enti/{slug}/referenti/togli", Network, network::remove_lead)
}

type Listing = dyn Fn(BodyId) -> BoxFuture<'static, Result<Vec<Choice>, StoreError>> + Send + Sync;

/// The paths of a body as choices, told by the part of the program that knows them.
#[derive(Clone)]
pub struct PathNames(pub Arc<Listing>);

impl fmt::Debug for PathNames {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PathNames")
    }
}

/// The paths of a body, when somebody knows them.
async fn paths(visit: &Visit, body: BodyId) -> Result<Vec<Choice>, WebError> {
    match visit.app.part::<PathNames>() {
        Some(PathNames(list)) => Ok(list(body).await?),
        None => Ok(Vec::new()),
    }
}

/// A form that comes back with the reason.
#[derive(Debug)]
pub struct Again {
    /// What was typed, passwords left out, and what to mend.
    pub form: Form,
    status: StatusCode,
    wait: i64,
}

impl Again {
    /// The same page with the form in it.
    pub fn answer(&self, page: &impl Template) -> Result<Response, WebError> {
        let mut response = (self.status, web::html(page)?).into_response();
        if self.wait > 0 {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(self.wait));
        }
        Ok(response)
    }
}

/// What a refusal becomes: the form again where the person can mend it, an error page otherwise.
pub fn refused(
    visit: &Visit,
    pairs: Vec<(String, String)>,
    error: IdentityError,
) -> Result<Again, WebError> {
    let pairs = without_secrets(pairs);
    let again = |status, wait, form| Ok(Again { form, status, wait });
    let said = |error: &IdentityError| {
        visit.app.texts().format(visit.lang, error.key(), &error.arguments())
    };
    let whole = |pairs, text| Form::filled::<String, String>(pairs).with_error("", text);
    match error {
        IdentityError::Store(error) => Err(error.into()),
        IdentityError::NotAllowed => Err(WebError::Forbidden),
        IdentityError::NoSuchBody | IdentityError::NoSuchPerson => Err(WebError::NotFound),
        IdentityError::Invalid(errors) => Ok(invalid(visit, pairs, &errors)),
        IdentityError::Throttled { seconds } => {
            again(StatusCode::TOO_MANY_REQUESTS, seconds, whole(pairs, said(&error)))
        }
        IdentityError::Busy => {
            again(StatusCode::SERVICE_UNAVAILABLE, 5, whole(pairs, said(&error)))
        }
        error => again(StatusCode::UNPROCESSABLE_ENTITY, 0, whole(pairs, said(&error))),
    }
}

/// A form whose fields must be mended.
fn invalid(visit: &Visit, pairs: Vec<(String, String)>, errors: &[FieldError]) -> Again {
    let form = Form::refused(visit, without_secrets(pairs), errors);
    Again { form, status: StatusCode::UNPROCESSABLE_ENTITY, wait: 0 }
}

/// A password is never given back: it would travel again and stay in the page.
fn without_secrets(mut pairs: Vec<(String, String)>) -> Vec<(String, String)> {
    pairs.retain(|(name, _)| !name.contains("password"));
    pairs
}

/// What was typed in a field.
pub fn typed<'a>(pairs: &'a [(String, String)], name: &str) -> &'a str {
    pairs.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
}

/// The id in an address; what is no id is nowhere.
fn id(text: &str) -> Result<kernel::id::Uuid, WebError> {
    text.parse().map_err(|_| WebError::NotFound)
}

/// Goes to a page with the cookie of a session just opened.
pub fn enter_with(visit: &Visit, opened: &Opened, to: &str) -> Result<Response, WebError> {
    let seconds = (opened.ends.0 - visit.app.store().clock().now().0) / 1000;
    with_cookie(visit, Redirect::to(to).into_response(), &opened.token, seconds)
}

/// Goes to a page and forgets the session's cookie.
pub fn leave_to(visit: &Visit, to: &str) -> Result<Response, WebError> {
    with_cookie(visit, Redirect::to(to).into_response(), "", 0)
}

fn with_cookie(
    visit: &Visit,
    mut response: Response,
    value: &str,
    seconds: i64,
) -> Result<Response, WebError> {
    let config = visit.app.config();
    let secure = if config.secure() { "; Secure" } else { "" };
    let name = config.session_cookie();
    let cookie =
        format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}");
    let cookie = HeaderValue::from_str(&cookie).map_err(|e| WebError::Internal(e.to_string()))?;
    response.headers_mut().insert(header::SET_COOKIE, cookie);
    Ok(response)
}

/// The roles that are held on a body, with what each is for.
fn role_choices(visit: &Visit) -> Vec<Choice> {
    let hint = |role| match role {
        Role::Lead => key!("identity-role-lead-hint"),
        Role::Facilitator => key!("identity-role-facilitator-hint"),
        Role::Moderator => key!("identity-role-moderator-hint"),
        Role::Operator => key!("identity-role-operator-hint"),
        Role::Actor => key!("identity-role-actor-hint"),
        Role::Guarantor => key!("identity-role-guarantor-hint"),
        Role::Citizen | Role::NetworkManager => key!("identity-role-citizen-hint"),
    };
    Role::ALL
        .into_iter()
        .filter(|role| *role != Role::NetworkManager)
        .map(|role| Choice {
            value: role.code().to_owned(),
            label: visit.t(crate::role::label(role)),
            hint: visit.t(hint(role)),
        })
        .collect()
}
