//! The tokens with which programs act for a body.

use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::form::Draft;
use texts::key;
use web::{Form, Page, Pairs, Part, Visit, WebError, page::Choice};

use super::{
    account::other,
    id, invalid,
    people::{body_role, inner, root},
    refused, role_choices,
};
use crate::{Caller, Identity, IdentityError, role};

/// A token on the list.
struct Row {
    id: String,
    name: String,
    roles: String,
    made: i64,
    revoked: Option<i64>,
}

#[derive(Template)]
#[template(path = "identity_body_tokens.html")]
struct Tokens {
    page: Page,
    form: Form,
    here: String,
    listed: Vec<Row>,
    roles: Vec<Choice>,
    secret: String,
    api: String,
}

async fn tokens(
    visit: &Visit,
    identity: &Identity,
    form: Form,
    secret: String,
) -> Result<Tokens, WebError> {
    let listed = identity
        .tokens(visit.body_id()?)
        .await?
        .into_iter()
        .map(|token| {
            let roles: Vec<String> =
                token.roles.iter().map(|role| visit.t(role::label(*role))).collect();
            Row {
                id: token.id.to_string(),
                name: token.name,
                roles: roles.join(", "),
                made: token.created_at,
                revoked: token.revoked_at,
            }
        })
        .collect();
    Ok(Tokens {
        page: inner(visit, visit.t(key!("identity-body-tokens")))?,
        form,
        here: format!("{}/chiavi", root(visit)?),
        listed,
        roles: role_choices(visit),
        secret,
        api: format!("{}{}", visit.app.config().base_url, web::api::address(visit, "")),
    })
}

/// `/{body}/scrivania/persone/chiavi`
pub async fn list(visit: Visit, Part(identity): Part<Identity>) -> Result<Response, WebError> {
    web::html(&tokens(&visit, &identity, Form::default(), String::new()).await?)
}

/// `POST /{body}/scrivania/persone/chiavi`: the answer shows the secret, this once.
pub async fn make(
    visit: Visit,
    Part(identity): Part<Identity>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let mut draft = Draft::new(pairs.clone());
    let name = draft.text("name", true, 2, 80);
    let roles = draft.many("roles", true, body_role);
    let again = if draft.finish().is_ok() {
        let caller = Caller::web(visit.principal.clone());
        match identity.make_token(&caller, visit.body_id()?, &name, &roles).await {
            Ok(made) => {
                return web::html(&tokens(&visit, &identity, Form::default(), made.secret).await?);
            }
            Err(error) => refused(&visit, pairs, error)?,
        }
    } else {
        invalid(&visit, pairs, draft.errors())
    };
    again.answer(&tokens(&visit, &identity, again.form.clone(), String::new()).await?)
}

/// `POST /{body}/scrivania/persone/chiavi/{id}/togli`
pub async fn revoke(
    visit: Visit,
    Part(identity): Part<Identity>,
    Path((_, which)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let caller = Caller::web(visit.principal.clone());
    let done = match identity.revoke_token(&caller, visit.body_id()?, id(&which)?).await {
        Ok(()) => key!("done-identity-token"),
        Err(IdentityError::NothingThere) => key!("done-identity-gone"),
        Err(error) => return Err(other(error)),
    };
    Ok(web::see_other(&format!("{}/chiavi", root(&visit)?), done))
}
