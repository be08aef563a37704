//! One person of a body: the roles held there, given and taken away.

use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::{Grant, PersonId, Role, form::Draft};
use texts::key;
use web::{Form, Page, Pairs, Part, Visit, WebError, page::Choice};

use super::{
    account::other,
    id, invalid, paths,
    people::{body_role, inner, path_of, root, standing},
    refused, role_choices, typed,
};
use crate::{
    Caller, Identity, IdentityError,
    person::{NewPerson, Person},
    role,
};

/// A role held here.
struct Held {
    code: &'static str,
    path: String,
    path_name: String,
    label: String,
}

#[derive(Template)]
#[template(path = "identity_person.html")]
struct PersonPage {
    page: Page,
    form: Form,
    here: String,
    email: String,
    state: (String, &'static str),
    waits: bool,
    held: Vec<Held>,
    roles: Vec<Choice>,
    paths: Vec<Choice>,
    /// The role about to be taken from oneself, when it must be said twice.
    leaving: bool,
    notice: String,
}

/// Somebody who holds a role on the body; anybody else is nowhere for its lead.
async fn somebody(visit: &Visit, identity: &Identity, which: &str) -> Result<Person, WebError> {
    let body = visit.body_id()?;
    let person = identity.person(PersonId(id(which)?)).await?.ok_or(WebError::NotFound)?;
    if person.grants.iter().any(|grant| grant.body == body) {
        Ok(person)
    } else {
        Err(WebError::NotFound)
    }
}

async fn person_page(visit: &Visit, person: Person, form: Form) -> Result<PersonPage, WebError> {
    let body = visit.body_id()?;
    let paths = paths(visit, body).await?;
    let held = person
        .grants
        .iter()
        .filter(|grant| grant.body == body)
        .map(|grant| {
            let path = grant.path.clone().unwrap_or_default();
            let known = paths.iter().find(|choice| choice.value == path);
            Held {
                code: grant.role.code(),
                path_name: known.map_or_else(|| path.clone(), |choice| choice.label.clone()),
                path,
                label: visit.t(role::label(grant.role)),
            }
        })
        .collect();
    Ok(PersonPage {
        page: inner(visit, person.name.clone())?,
        form,
        here: format!("{}/{}", root(visit)?, person.id),
        state: standing(visit, &person),
        waits: !(person.disabled || person.verified && person.has_password),
        held,
        roles: role_choices(visit),
        paths,
        leaving: false,
        notice: String::new(),
        email: person.email,
    })
}

/// `/{body}/scrivania/persone/{id}`
pub async fn page(
    visit: Visit,
    Part(identity): Part<Identity>,
    Path((_, which)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let person = somebody(&visit, &identity, &which).await?;
    web::html(&person_page(&visit, person, Form::default()).await?)
}

/// `POST /{body}/scrivania/persone/{id}/ruoli`
pub async fn grant(
    visit: Visit,
    Part(identity): Part<Identity>,
    Path((_, which)): Path<(String, String)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let person = somebody(&visit, &identity, &which).await?;
    let body = visit.body_id()?;
    let mut draft = Draft::new(pairs.clone());
    let role = draft.choice("role", true, body_role);
    let path = path_of(&mut draft, &paths(&visit, body).await?);
    let again = match (role, draft.finish()) {
        (Some(role), Ok(())) => {
            let caller = Caller::web(visit.principal.clone());
            match identity.grant_role(&caller, body, person.id, Some(&path), role).await {
                Ok(()) => {
                    let to = format!("{}/{}", root(&visit)?, person.id);
                    return Ok(web::see_other(&to, key!("done-identity-role")));
                }
                Err(error) => refused(&visit, pairs, error)?,
            }
        }
        _ => invalid(&visit, pairs, draft.errors()),
    };
    again.answer(&person_page(&visit, person, again.form.clone()).await?)
}

/// `POST /{body}/scrivania/persone/{id}/ruoli/togli`: one's own lead is taken away only when said twice.
pub async fn revoke(
    visit: Visit,
    Part(identity): Part<Identity>,
    Path((_, which)): Path<(String, String)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let person = somebody(&visit, &identity, &which).await?;
    let body = visit.body_id()?;
    let role = body_role(typed(&pairs, "role")).ok_or(WebError::BadRequest)?;
    let path = typed(&pairs, "path").to_owned();
    let oneself = visit.principal.person == Some(person.id);
    let led = role == Role::Lead && path.is_empty();
    if oneself && led && typed(&pairs, "sure").is_empty() {
        let mut page = person_page(&visit, person, Form::default()).await?;
        page.leaving = true;
        return web::html(&page);
    }
    let caller = Caller::web(visit.principal.clone());
    let here = format!("{}/{}", root(&visit)?, person.id);
    match identity.revoke_role(&caller, body, person.id, Some(&path), role).await {
        Ok(()) => {
            let stays = identity.grants_of(person.id).await?;
            let to = if oneself && led {
                "/scrivania".to_owned()
            } else if stays.iter().any(|grant: &Grant| grant.body == body) {
                here
            } else {
                root(&visit)?
            };
            Ok(web::see_other(&to, key!("done-identity-role-taken")))
        }
        Err(IdentityError::NothingThere) => Ok(web::see_other(&here, key!("done-identity-gone"))),
        Err(error @ IdentityError::LastLead) => {
            let again = refused(&visit, Vec::new(), error)?;
            let mut page = person_page(&visit, person, Form::default()).await?;
            page.notice = again.form.errors().first().map_or_else(String::new, |e| e.1.clone());
            again.answer(&page)
        }
        Err(error) => Err(other(error)),
    }
}

/// `POST /{body}/scrivania/persone/{id}/invito`: the letter once more, to who never entered.
pub async fn invite_again(
    visit: Visit,
    Part(identity): Part<Identity>,
    Path((_, which)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let person = somebody(&visit, &identity, &which).await?;
    let body = visit.body_id()?;
    let grant =
        person.grants.iter().find(|grant| grant.body == body).cloned().ok_or(WebError::NotFound)?;
    let email = kernel::email::Email::parse(&person.email).ok_or(WebError::NotFound)?;
    let new = NewPerson { email, name: person.name.clone(), language: person.language };
    let caller = Caller::web(visit.principal.clone());
    identity.invite(&caller, body, new, grant.path.as_deref(), grant.role).await.map_err(other)?;
    let to = format!("{}/{}", root(&visit)?, person.id);
    Ok(web::see_other(&to, key!("done-identity-invite")))
}
