//! One's own account: name and language, password, devices, tokens.

use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::{PersonId, form::Draft, id::Uuid};
use texts::{Lang, key};
use web::{Form, Page, Pairs, Part, Visit, WebError, page::Choice};

use super::{id, invalid, refused, typed};
use crate::{
    Caller, Identity, IdentityError,
    password::{LONGEST, SHORTEST},
    personal, role, session,
};

fn me(visit: &Visit) -> Result<PersonId, WebError> {
    visit.principal.person.ok_or(WebError::Forbidden)
}

fn inner(visit: &Visit, title: &str) -> Page {
    Page::new(visit, visit.t(title))
        .under("/scrivania", visit.t(key!("shell-desk")))
        .under("/account", visit.t(key!("identity-account-title")))
}

/// A role one holds, and where.
struct Held {
    role: String,
    place: String,
    path: String,
}

#[derive(Template)]
#[template(path = "identity_account.html")]
struct Account {
    page: Page,
    form: Form,
    email: String,
    languages: Vec<Choice>,
    held: Vec<Held>,
}

async fn account(visit: &Visit, identity: &Identity, form: Form) -> Result<Account, WebError> {
    let known = identity.person(me(visit)?).await?.ok_or(WebError::Forbidden)?;
    let tree = identity.bodies().tree().await?;
    let held = known
        .grants
        .iter()
        .map(|grant| Held {
            role: visit.t(role::label(grant.role)),
            place: tree
                .by_id(grant.body)
                .map_or_else(|| visit.t(key!("identity-network")), |b| b.fields.name.clone()),
            path: grant.path.clone().unwrap_or_default(),
        })
        .collect();
    let page = Page::new(visit, visit.t(key!("identity-account-title")))
        .under("/scrivania", visit.t(key!("shell-desk")));
    Ok(Account { page, form, email: known.email, languages: languages(), held })
}

/// The languages, each by its own name.
pub(super) fn languages() -> Vec<Choice> {
    Lang::ALL
        .into_iter()
        .map(|lang| Choice {
            value: lang.tag().to_owned(),
            label: if lang == Lang::It { "Italiano".to_owned() } else { "English".to_owned() },
            hint: String::new(),
        })
        .collect()
}

/// `/account`
pub async fn page(visit: Visit, Part(identity): Part<Identity>) -> Result<Response, WebError> {
    let known = identity.person(me(&visit)?).await?.ok_or(WebError::Forbidden)?;
    let form = Form::filled([("name", known.name), ("language", known.language.tag().to_owned())]);
    web::html(&account(&visit, &identity, form).await?)
}

/// `POST /account`
pub async fn edit(
    visit: Visit,
    Part(identity): Part<Identity>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let mut draft = Draft::new(pairs.clone());
    let name = draft.text("name", true, 2, 120);
    let language = draft.choice("language", true, Lang::parse);
    let again = match (language, draft.finish()) {
        (Some(language), Ok(())) => {
            let caller = Caller::web(visit.principal.clone());
            match identity.edit_oneself(&caller, &name, language).await {
                Ok(()) => return Ok(web::see_other("/account", key!("done-identity-account"))),
                Err(error) => refused(&visit, pairs, error)?,
            }
        }
        _ => invalid(&visit, pairs, draft.errors()),
    };
    again.answer(&account(&visit, &identity, again.form.clone()).await?)
}

#[derive(Template)]
#[template(path = "identity_password.html")]
struct PasswordPage {
    page: Page,
    form: Form,
    email: String,
}

async fn password_page(
    visit: &Visit,
    identity: &Identity,
    form: Form,
) -> Result<PasswordPage, WebError> {
    let known = identity.person(me(visit)?).await?.ok_or(WebError::Forbidden)?;
    let page = inner(visit, key!("identity-change-password"));
    Ok(PasswordPage { page, form, email: known.email })
}

/// `/account/password`
pub async fn password_form(
    visit: Visit,
    Part(identity): Part<Identity>,
) -> Result<Response, WebError> {
    web::html(&password_page(&visit, &identity, Form::default()).await?)
}

/// `POST /account/password`: the session in use goes on, the others end.
pub async fn password(
    visit: Visit,
    Part(identity): Part<Identity>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let mut draft = Draft::new(pairs.clone());
    draft.secret("old_password", 1, usize::MAX);
    draft.secret("new_password", SHORTEST, LONGEST);
    let again = if draft.finish().is_ok() {
        let caller = Caller::web(visit.principal.clone());
        let keep = this_session(&visit, &identity).await?;
        let (old, new) = (typed(&pairs, "old_password"), typed(&pairs, "new_password"));
        match identity.change_password(&caller, keep, old, new).await {
            Ok(()) => return Ok(web::see_other("/account", key!("done-identity-password"))),
            Err(IdentityError::WrongCredentials) => {
                let wrong = IdentityError::field("old_password", key!("identity-old-password"));
                refused(&visit, pairs, wrong)?
            }
            Err(error) => refused(&visit, pairs, error)?,
        }
    } else {
        invalid(&visit, pairs, draft.errors())
    };
    again.answer(&password_page(&visit, &identity, again.form.clone()).await?)
}

async fn this_session(visit: &Visit, identity: &Identity) -> Result<Uuid, WebError> {
    let token = visit.session.as_deref().unwrap_or_default();
    Ok(identity.session(token).await?.ok_or(WebError::Forbidden)?.id)
}

#[derive(Template)]
#[template(path = "identity_devices.html")]
struct Devices {
    page: Page,
    here: Uuid,
    sessions: Vec<session::Listed>,
}

/// `/account/dispositivi`
pub async fn devices(visit: Visit, Part(identity): Part<Identity>) -> Result<Response, WebError> {
    let here = this_session(&visit, &identity).await?;
    let sessions = identity.sessions_of(me(&visit)?).await?;
    web::html(&Devices { page: inner(&visit, key!("identity-devices")), here, sessions })
}

/// `POST /account/dispositivi/{id}/esci`
pub async fn end_device(
    visit: Visit,
    Part(identity): Part<Identity>,
    Path(which): Path<String>,
) -> Result<Response, WebError> {
    let done = match identity.end_session(me(&visit)?, id(&which)?).await {
        Ok(()) => key!("done-identity-device"),
        Err(IdentityError::NothingThere) => key!("done-identity-gone"),
        Err(error) => return Err(other(error)),
    };
    Ok(web::see_other("/account/dispositivi", done))
}

/// A failure that no form can mend.
pub(super) fn other(error: IdentityError) -> WebError {
    match error {
        IdentityError::Store(error) => error.into(),
        IdentityError::NotAllowed => WebError::Forbidden,
        IdentityError::NoSuchBody
        | IdentityError::NoSuchPerson
        | IdentityError::NothingThere
        | IdentityError::LinkSpent => WebError::NotFound,
        _ => WebError::BadRequest,
    }
}

#[derive(Template)]
#[template(path = "identity_tokens.html")]
struct TokensPage {
    page: Page,
    form: Form,
    listed: Vec<personal::Listed>,
    secret: String,
    api: String,
}

async fn tokens_page(
    visit: &Visit,
    identity: &Identity,
    form: Form,
    secret: String,
) -> Result<TokensPage, WebError> {
    let listed = identity.personal_tokens(me(visit)?).await?;
    let api = format!("{}/api/v1/", visit.app.config().base_url);
    Ok(TokensPage { page: inner(visit, key!("identity-tokens")), form, listed, secret, api })
}

/// `/account/chiavi`
pub async fn tokens(visit: Visit, Part(identity): Part<Identity>) -> Result<Response, WebError> {
    web::html(&tokens_page(&visit, &identity, Form::default(), String::new()).await?)
}

/// `POST /account/chiavi`: the answer shows the secret, this once.
pub async fn make_token(
    visit: Visit,
    Part(identity): Part<Identity>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let mut draft = Draft::new(pairs.clone());
    let name = draft.text("name", true, 2, 80);
    draft.secret("password", 1, usize::MAX);
    let again = if draft.finish().is_ok() {
        let caller = Caller::web(visit.principal.clone());
        match identity.make_personal_token(&caller, &name, typed(&pairs, "password")).await {
            Ok(made) => {
                let page = tokens_page(&visit, &identity, Form::default(), made.secret).await?;
                return web::html(&page);
            }
            Err(IdentityError::WrongCredentials) => {
                let wrong = IdentityError::field("password", key!("identity-old-password"));
                refused(&visit, pairs, wrong)?
            }
            Err(error) => refused(&visit, pairs, error)?,
        }
    } else {
        invalid(&visit, pairs, draft.errors())
    };
    again.answer(&tokens_page(&visit, &identity, again.form.clone(), String::new()).await?)
}

/// `POST /account/chiavi/{id}/togli`
pub async fn revoke_token(
    visit: Visit,
    Part(identity): Part<Identity>,
    Path(which): Path<String>,
) -> Result<Response, WebError> {
    let caller = Caller::web(visit.principal.clone());
    let done = match identity.revoke_personal_token(&caller, id(&which)?).await {
        Ok(()) => key!("done-identity-token"),
        Err(IdentityError::NothingThere) => key!("done-identity-gone"),
        Err(error) => return Err(other(error)),
    };
    Ok(web::see_other("/account/chiavi", done))
}
