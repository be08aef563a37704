//! The people of a body and their roles: the list, and the invitation.

use askama::Template;
use axum::response::Response;
use kernel::{Role, form::Draft};
use texts::{Lang, key};
use web::{Asked, Form, Page, Pairs, Part, Visit, WebError, page::Choice};

use super::{account::languages, invalid, paths, refused, role_choices};
use crate::{
    Caller, Identity,
    person::{NewPerson, Person},
    role,
};

/// How many people a page lists.
const PIECE: i64 = 50;

/// Where somebody stands: words and the kind of badge.
pub(super) fn standing(visit: &Visit, person: &Person) -> (String, &'static str) {
    if person.disabled {
        (visit.t(key!("identity-person-closed")), "danger")
    } else if person.verified && person.has_password {
        (visit.t(key!("identity-person-active")), "success")
    } else {
        (visit.t(key!("identity-person-invited")), "warning")
    }
}

/// A person on the list.
struct Row {
    href: String,
    name: String,
    email: String,
    state: (String, &'static str),
    roles: Vec<String>,
}

#[derive(Template)]
#[template(path = "identity_people.html")]
struct People {
    page: Page,
    root: String,
    rows: Vec<Row>,
    previous: String,
    next: String,
}

pub(super) fn root(visit: &Visit) -> Result<String, WebError> {
    Ok(format!("/{}/scrivania/persone", visit.body()?.slug))
}

/// The frame of a page below the people of the body.
pub(super) fn inner(visit: &Visit, title: String) -> Result<Page, WebError> {
    Ok(desk_page(visit, title)?.under(root(visit)?, visit.t(key!("identity-people"))))
}

/// The frame of a page of the body's desk.
pub(super) fn desk_page(visit: &Visit, title: String) -> Result<Page, WebError> {
    let desk = format!("/{}/scrivania", visit.body()?.slug);
    Ok(Page::new(visit, title).under(desk, visit.t(key!("shell-desk"))))
}

/// `/{body}/scrivania/persone`
pub async fn list(
    visit: Visit,
    Part(identity): Part<Identity>,
    asked: Asked,
) -> Result<Response, WebError> {
    let (body, root) = (visit.body_id()?, root(&visit)?);
    let after = asked.value("dopo");
    let mut people = identity.people(Some(body), after, PIECE + 1).await?;
    let more = people.len() as i64 > PIECE;
    people.truncate(PIECE as usize);
    let next = match people.last() {
        Some(last) if more => format!("{root}{}", asked.with("dopo", &last.email)),
        _ => String::new(),
    };
    let rows = people
        .into_iter()
        .map(|person| Row {
            href: format!("{root}/{}", person.id),
            state: standing(&visit, &person),
            roles: person
                .grants
                .iter()
                .filter(|grant| grant.body == body)
                .map(|grant| {
                    let role = visit.t(role::label(grant.role));
                    grant.path.as_ref().map_or(role.clone(), |path| format!("{role} ({path})"))
                })
                .collect(),
            name: person.name,
            email: person.email,
        })
        .collect();
    let page = desk_page(&visit, visit.t(key!("identity-people")))?;
    let previous = if after.is_empty() { String::new() } else { root.clone() };
    web::html(&People { page, root, rows, previous, next })
}

#[derive(Template)]
#[template(path = "identity_invite.html")]
struct Invite {
    page: Page,
    form: Form,
    root: String,
    roles: Vec<Choice>,
    paths: Vec<Choice>,
    languages: Vec<Choice>,
}

async fn invite_page(visit: &Visit, form: Form) -> Result<Invite, WebError> {
    Ok(Invite {
        page: inner(visit, visit.t(key!("identity-invite")))?,
        form,
        root: root(visit)?,
        roles: role_choices(visit),
        paths: paths(visit, visit.body_id()?).await?,
        languages: languages(),
    })
}

/// `/{body}/scrivania/persone/invita`
pub async fn invite_form(visit: Visit) -> Result<Response, WebError> {
    let form = Form::filled([("language", "it")]);
    web::html(&invite_page(&visit, form).await?)
}

/// Who is invited, as what and in which path; `path` is the whole body when empty.
pub(super) struct Invitation {
    pub(super) new: NewPerson,
    pub(super) path: String,
    pub(super) role: Role,
}

/// Reads an invitation from a form; `fixed` is the role when the form does not ask for it.
pub(super) fn invitation(
    draft: &mut Draft,
    paths: &[Choice],
    fixed: Option<Role>,
) -> Option<Invitation> {
    let email = draft.email("email", true);
    let name = draft.text("name", true, 2, 120);
    let language = draft.choice("language", true, Lang::parse);
    let role = match fixed {
        Some(role) => Some(role),
        None => draft.choice("role", true, body_role),
    };
    let path = path_of(draft, paths);
    draft.finish().ok()?;
    let new = NewPerson { email: email?, name, language: language? };
    Some(Invitation { new, path, role: role? })
}

/// A role that is held on a body.
pub(super) fn body_role(code: &str) -> Option<Role> {
    Role::parse(code).filter(|role| *role != Role::NetworkManager)
}

/// The path chosen; one of those that exist, where they are known.
pub(super) fn path_of(draft: &mut Draft, paths: &[Choice]) -> String {
    if paths.is_empty() {
        return draft.text("path", false, 1, 60);
    }
    let known = |code: &str| paths.iter().find(|path| path.value == code).map(|p| p.value.clone());
    draft.choice("path", false, known).unwrap_or_default()
}

/// `POST /{body}/scrivania/persone/invita`
pub async fn invite(
    visit: Visit,
    Part(identity): Part<Identity>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let body = visit.body_id()?;
    let mut draft = Draft::new(pairs.clone());
    let asked = invitation(&mut draft, &paths(&visit, body).await?, None);
    let again = match asked {
        Some(Invitation { new, path, role }) => {
            let caller = Caller::web(visit.principal.clone());
            match identity.invite(&caller, body, new, Some(&path), role).await {
                Ok(person) => {
                    let to = format!("{}/{person}", root(&visit)?);
                    return Ok(web::see_other(&to, key!("done-identity-invite")));
                }
                Err(error) => refused(&visit, pairs, error)?,
            }
        }
        None => invalid(&visit, pairs, draft.errors()),
    };
    again.answer(&invite_page(&visit, again.form.clone()).await?)
}
