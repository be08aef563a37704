//! Which databases a service uses, written by hand.

use askama::Template;
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use kernel::form::FieldError;
use texts::key;
use web::{Form, Page, Pairs, Visit, WebError, page::Choice};

use super::{below, place, services, unexpected, words};
use crate::{
    ProfileError,
    import::Sheet,
    model::{Access, Register},
    public::{self, ServiceSheet},
    service,
};

/// More databases than these are not offered in one list.
const MOST: i64 = 1000;

/// A link as the table shows it.
struct Link {
    code: String,
    name: String,
    access: String,
    means: String,
}

#[derive(Template)]
#[template(path = "profile_links.html")]
struct Links {
    page: Page,
    root: String,
    edit: String,
    form: Form,
    links: Vec<Link>,
    databases: Vec<Choice>,
    accesses: Vec<Choice>,
    means: Vec<Choice>,
    new_database: String,
}

/// `/{body}/scrivania/servizi/{code}/collegamenti`
pub async fn page(
    visit: Visit,
    Path((_, code)): Path<(String, String)>,
) -> Result<Response, WebError> {
    show(&visit, &sheet(&visit, &code).await?, Form::default()).await
}

async fn sheet(visit: &Visit, code: &str) -> Result<ServiceSheet, WebError> {
    let found = public::service(visit.app.store(), visit.body_id()?, code).await;
    found.map_err(unexpected)?.ok_or(WebError::NotFound)
}

async fn show(visit: &Visit, sheet: &ServiceSheet, form: Form) -> Result<Response, WebError> {
    let list = below(visit, "scrivania/servizi")?;
    let edit = format!("{list}/{}", sheet.service.code);
    let page = Page::new(visit, visit.t(key!("profile-links-title")))
        .under(below(visit, "scrivania")?, visit.t(key!("shell-desk")))
        .under(&list, visit.t(key!("profile-services")))
        .under(&edit, &sheet.service.name);
    let links = sheet.uses.iter().map(|used| Link {
        code: used.code.clone(),
        name: used.name.clone(),
        access: page.t(services::access_key(used.access)),
        means: services::means(&page, &used.means),
    });
    let databases =
        public::all(visit.app.store(), visit.body_id()?, Register::Databases, MOST).await;
    let databases = databases.map_err(unexpected)?.into_iter().map(|kept| {
        let get = |field| kept.values.get(Register::Databases, field);
        words::choice(get("code"), get("name"))
    });
    let choices = |name| Sheet::Links.field(name).map(|field| words::choices(&page, field));
    web::html(&Links {
        root: format!("{edit}/collegamenti"),
        links: links.collect(),
        databases: databases.collect(),
        accesses: choices("access").unwrap_or_default(),
        means: choices("means").unwrap_or_default(),
        new_database: below(visit, "scrivania/basi-dati/nuovo")?,
        edit,
        form,
        page,
    })
}

/// `POST /{body}/scrivania/servizi/{code}/collegamenti`: adds a link or changes it.
pub async fn put(
    visit: Visit,
    Path((_, code)): Path<(String, String)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let (store, place, sheet) = (visit.app.store(), place(&visit)?, sheet(&visit, &code).await?);
    let sent = Form::filled(pairs.clone());
    let (database, means) = (sent.value("database"), sent.value("means"));
    let wrong = |field, key| FieldError { field, key, n: None };
    let access = Access::parse(&sent.value("access"));
    let mut errors = Vec::new();
    if database.is_empty() {
        errors.push(wrong("database", key!("profile-choose-database")));
    }
    if access.is_none() {
        errors.push(wrong("access", key!("profile-choose-access")));
    }
    if let (Some(access), true) = (access, errors.is_empty()) {
        let who = &visit.principal;
        match service::link(store, &place, who, &code, &database, access, &means).await {
            Ok(()) => {
                let to = below(&visit, &format!("scrivania/servizi/{code}/collegamenti"))?;
                return Ok(web::see_other(&to, key!("done-link-saved")));
            }
            Err(ProfileError::NotFound) => errors.push(wrong("database", key!("form-not-in-list"))),
            Err(ProfileError::Invalid(more)) => errors.extend(more),
            Err(error) => return Err(unexpected(error)),
        }
    }
    let form = Form::refused(&visit, pairs, &errors);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, show(&visit, &sheet, form).await?).into_response())
}

/// `POST /{body}/scrivania/servizi/{code}/collegamenti/togli`
pub async fn remove(
    visit: Visit,
    Path((_, code)): Path<(String, String)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let database = Form::filled(pairs).value("database");
    let (store, place) = (visit.app.store(), place(&visit)?);
    let done = service::unlink(store, &place, &visit.principal, &code, &database).await;
    done.map_err(unexpected)?;
    let to = below(&visit, &format!("scrivania/servizi/{code}/collegamenti"))?;
    Ok(web::see_other(&to, key!("done-link-removed")))
}
