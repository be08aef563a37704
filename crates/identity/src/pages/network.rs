//! The bodies of the network: the list, a new one, its fields, who leads it.

use std::sync::Arc;

use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::{PersonId, Role, form::Draft};
use texts::key;
use web::{Form, Page, Pairs, Part, Visit, WebError, page::Choice};

use super::{
    account::{languages, other},
    body::{common, filled},
    id, invalid,
    people::{Invitation, invitation, standing},
    refused, typed,
};
use crate::{Body, BodyFields, BodyKind, Caller, Identity, IdentityError, registry::Tree};

fn frame(visit: &Visit, title: String) -> Page {
    Page::new(visit, title).under("/scrivania", visit.t(key!("shell-desk")))
}

fn inner(visit: &Visit, title: String) -> Page {
    frame(visit, title).under("/rete/enti", visit.t(key!("identity-bodies")))
}

/// A body on the list.
struct Row {
    depth: usize,
    slug: String,
    name: String,
    kind: String,
    population: Option<i64>,
    email: String,
}

#[derive(Template)]
#[template(path = "identity_bodies.html")]
struct BodiesPage {
    page: Page,
    count: i64,
    rows: Vec<Row>,
}

/// `/rete/enti`
pub async fn list(visit: Visit, Part(identity): Part<Identity>) -> Result<Response, WebError> {
    let tree = identity.bodies().tree().await?;
    let rows: Vec<Row> = tree
        .walk()
        .into_iter()
        .map(|(depth, body)| Row {
            depth,
            slug: body.fields.slug.clone(),
            name: body.fields.name.clone(),
            kind: visit.t(body.fields.kind.key()),
            population: body.fields.population,
            email: body.fields.contact_email.clone(),
        })
        .collect();
    let page = frame(&visit, visit.t(key!("identity-bodies")));
    web::html(&BodiesPage { page, count: rows.len() as i64, rows })
}

#[derive(Template)]
#[template(path = "identity_body_edit.html")]
struct BodyEdit {
    page: Page,
    form: Form,
    action: String,
    /// Empty for a body that is being added.
    slug: String,
    lead: String,
    button: String,
    kinds: Vec<Choice>,
    parents: Vec<Choice>,
    languages: Vec<Choice>,
}

fn edit_page(visit: &Visit, tree: &Tree, known: Option<&Body>, form: Form) -> BodyEdit {
    let title = known.map_or_else(|| visit.t(key!("identity-body-add")), |b| b.fields.name.clone());
    let (lead, button) = if known.is_some() {
        (key!("identity-body-edit-lead"), key!("identity-save"))
    } else {
        (key!("identity-body-add-lead"), key!("identity-body-add"))
    };
    let plain =
        |value: &str, label: String| Choice { value: value.to_owned(), label, hint: String::new() };
    let kinds = BodyKind::ALL.into_iter().map(|k| plain(k.code(), visit.t(k.key()))).collect();
    let parents = tree
        .walk()
        .into_iter()
        .filter(|(_, body)| known.is_none_or(|known| known.id != body.id))
        .map(|(depth, body)| {
            let label = format!("{}{}", "– ".repeat(depth), body.fields.name);
            plain(&body.fields.slug, label)
        })
        .collect();
    BodyEdit {
        page: inner(visit, title),
        form,
        action: known.map_or_else(
            || "/rete/enti/nuovo".to_owned(),
            |body| format!("/rete/enti/{}", body.fields.slug),
        ),
        slug: known.map_or_else(String::new, |body| body.fields.slug.clone()),
        lead: visit.t(lead),
        button: visit.t(button),
        kinds,
        parents,
        languages: languages(),
    }
}

/// What the network says of a body besides what the body says of itself.
fn all_fields(draft: &mut Draft, tree: &Tree, known: BodyFields) -> BodyFields {
    let place = BodyFields {
        slug: draft.text("slug", true, 2, 60),
        kind: draft.choice("kind", true, BodyKind::parse).unwrap_or(BodyKind::Other),
        parent: draft.choice("parent", false, |slug| tree.by_slug(slug).map(|body| body.id)),
        ..known
    };
    common(draft, place)
}

/// `/rete/enti/nuovo`
pub async fn add_form(visit: Visit, Part(identity): Part<Identity>) -> Result<Response, WebError> {
    let tree = identity.bodies().tree().await?;
    let form = filled(&BodyFields::default());
    web::html(&edit_page(&visit, &tree, None, form))
}

/// `POST /rete/enti/nuovo`: then its lead is invited.
pub async fn add(
    visit: Visit,
    Part(identity): Part<Identity>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let tree = identity.bodies().tree().await?;
    let mut draft = Draft::new(pairs.clone());
    let fields = all_fields(&mut draft, &tree, BodyFields::default());
    let again = if draft.finish().is_ok() {
        let to = format!("/rete/enti/{}/referenti", fields.slug);
        let caller = Caller::web(visit.principal.clone());
        match identity.add_body(&caller, fields).await {
            Ok(_) => return Ok(web::see_other(&to, key!("done-identity-body-added"))),
            Err(error) => refused(&visit, pairs, error)?,
        }
    } else {
        invalid(&visit, pairs, draft.errors())
    };
    again.answer(&edit_page(&visit, &tree, None, again.form.clone()))
}

async fn named(identity: &Identity, slug: &str) -> Result<Arc<Body>, WebError> {
    identity.bodies().by_slug(slug).await?.ok_or(WebError::NotFound)
}

/// `/rete/enti/{slug}`
pub async fn edit_form(
    visit: Visit,
    Part(identity): Part<Identity>,
    Path(slug): Path<String>,
) -> Result<Response, WebError> {
    let (tree, body) = (identity.bodies().tree().await?, named(&identity, &slug).await?);
    let mut form = filled(&body.fields);
    if let Some(parent) = body.fields.parent.and_then(|id| tree.by_id(id)) {
        form = form.with_value("parent", &parent.fields.slug);
    }
    web::html(&edit_page(&visit, &tree, Some(&body), form))
}

/// `POST /rete/enti/{slug}`
pub async fn edit(
    visit: Visit,
    Part(identity): Part<Identity>,
    Path(slug): Path<String>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let (tree, body) = (identity.bodies().tree().await?, named(&identity, &slug).await?);
    let mut draft = Draft::new(pairs.clone());
    let fields = all_fields(&mut draft, &tree, body.fields.clone());
    let again = if draft.finish().is_ok() {
        let to = format!("/rete/enti/{}", fields.slug);
        let caller = Caller::web(visit.principal.clone());
        match identity.edit_body(&caller, body.id, fields).await {
            Ok(()) => return Ok(web::see_other(&to, key!("done-identity-body"))),
            Err(error) => refused(&visit, pairs, error)?,
        }
    } else {
        invalid(&visit, pairs, draft.errors())
    };
    again.answer(&edit_page(&visit, &tree, Some(&body), again.form.clone()))
}

/// Somebody who leads the body.
struct Lead {
    id: String,
    name: String,
    email: String,
    state: (String, &'static str),
}

#[derive(Template)]
#[template(path = "identity_leads.html")]
struct Leads {
    page: Page,
    form: Form,
    here: String,
    people: Vec<Lead>,
    languages: Vec<Choice>,
}

async fn leads_page(
    visit: &Visit,
    identity: &Identity,
    body: &Body,
    form: Form,
) -> Result<Leads, WebError> {
    let people = identity
        .people(Some(body.id), "", 500)
        .await?
        .into_iter()
        .filter(|person| {
            person.grants.iter().any(|grant| {
                grant.body == body.id && grant.role == Role::Lead && grant.path.is_none()
            })
        })
        .map(|person| Lead {
            id: person.id.to_string(),
            state: standing(visit, &person),
            name: person.name,
            email: person.email,
        })
        .collect();
    let root = format!("/rete/enti/{}", body.fields.slug);
    Ok(Leads {
        page: inner(visit, visit.t(key!("identity-leads")))
            .under(root.clone(), body.fields.name.clone()),
        form,
        here: format!("{root}/referenti"),
        people,
        languages: languages(),
    })
}

/// `/rete/enti/{slug}/referenti`
pub async fn leads(
    visit: Visit,
    Part(identity): Part<Identity>,
    Path(slug): Path<String>,
) -> Result<Response, WebError> {
    let body = named(&identity, &slug).await?;
    let form = Form::filled([("language", "it")]);
    web::html(&leads_page(&visit, &identity, &body, form).await?)
}

/// `POST /rete/enti/{slug}/referenti`
pub async fn invite_lead(
    visit: Visit,
    Part(identity): Part<Identity>,
    Path(slug): Path<String>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let body = named(&identity, &slug).await?;
    let mut draft = Draft::new(pairs.clone());
    let again = match invitation(&mut draft, &[], Some(Role::Lead)) {
        Some(Invitation { new, role, .. }) => {
            let caller = Caller::web(visit.principal.clone());
            match identity.invite(&caller, body.id, new, None, role).await {
                Ok(_) => {
                    let to = format!("/rete/enti/{slug}/referenti");
                    return Ok(web::see_other(&to, key!("done-identity-invite")));
                }
                Err(error) => refused(&visit, pairs, error)?,
            }
        }
        None => invalid(&visit, pairs, draft.errors()),
    };
    again.answer(&leads_page(&visit, &identity, &body, again.form.clone()).await?)
}

/// `POST /rete/enti/{slug}/referenti/togli`
pub async fn remove_lead(
    visit: Visit,
    Part(identity): Part<Identity>,
    Path(slug): Path<String>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let body = named(&identity, &slug).await?;
    let person = PersonId(id(typed(&pairs, "person"))?);
    let caller = Caller::web(visit.principal.clone());
    let done = match identity.revoke_role(&caller, body.id, person, None, Role::Lead).await {
        Ok(()) => key!("done-identity-role-taken"),
        Err(IdentityError::NothingThere) => key!("done-identity-gone"),
        Err(error) => return Err(other(error)),
    };
    Ok(web::see_other(&format!("/rete/enti/{slug}/referenti"), done))
}
