//! The exchanges of a database, written by hand.

use askama::Template;
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use texts::key;
use web::{Form, Page, Pairs, Visit, WebError, page::Choice};

use super::{below, place, unexpected, words};
use crate::{
    ProfileError,
    exchanges::{self, Exchange, Written},
    model::Register,
    public,
};

/// More databases than these are not offered in one list.
const MOST: i64 = 1000;

#[derive(Template)]
#[template(path = "profile_exchanges.html")]
struct Exchanges {
    page: Page,
    here: String,
    back: String,
    list: Vec<Exchange>,
    databases: Vec<Choice>,
    means: Vec<Choice>,
    frequencies: Vec<Choice>,
    form: Form,
}

async fn show(visit: &Visit, code: &str, form: Form) -> Result<Exchanges, WebError> {
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let sheet = public::database(store, body, code).await.map_err(unexpected)?;
    let sheet = sheet.ok_or(WebError::NotFound)?;
    let list = below(visit, "scrivania/basi-dati")?;
    let back = format!("{list}/{}", sheet.database.code);
    let page = Page::new(visit, visit.t(key!("exchanges-title")))
        .under(below(visit, "scrivania")?, visit.t(key!("shell-desk")))
        .under(&list, visit.t(key!("profile-databases")))
        .under(&back, &sheet.database.name);
    let others = public::all(store, body, Register::Databases, MOST).await.map_err(unexpected)?;
    let others = others.iter().map(|kept| {
        let get = |field| kept.values.get(Register::Databases, field);
        words::choice(get("code"), get("name"))
    });
    let register = Register::Databases;
    let frequency = register.position("update_frequency").unwrap_or_default();
    let means = crate::import::Sheet::Links.field("means");
    Ok(Exchanges {
        here: format!("{back}/scambi"),
        list: exchanges::of(store, body, sheet.kept.id).await.map_err(unexpected)?,
        databases: others.collect(),
        means: means.map(|field| words::choices(&page, field)).unwrap_or_default(),
        frequencies: words::choices(&page, &register.fields()[frequency]),
        back,
        form,
        page,
    })
}

/// `/{body}/scrivania/basi-dati/{code}/scambi`
pub async fn page(
    visit: Visit,
    Path((_, code)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let form = Form::filled([("from", code.as_str())]);
    web::html(&show(&visit, &code, form).await?)
}

/// `POST /{body}/scrivania/basi-dati/{code}/scambi`
pub async fn put(
    visit: Visit,
    Path((_, code)): Path<(String, String)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let sent = Form::filled(pairs.clone());
    let written = Written {
        from: sent.value("from"),
        to: sent.value("to"),
        means: sent.value("means"),
        frequency: sent.value("frequency"),
        what: sent.value("what").trim().to_owned(),
    };
    let (store, place) = (visit.app.store(), place(&visit)?);
    match exchanges::put(store, &place, &visit.principal, written).await {
        Ok(()) => {
            let to = below(&visit, &format!("scrivania/basi-dati/{code}/scambi"))?;
            Ok(web::see_other(&to, key!("done-exchange-saved")))
        }
        Err(ProfileError::Invalid(errors)) => {
            let form = Form::refused(&visit, pairs, &errors);
            let page = web::html(&show(&visit, &code, form).await?)?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(error) => Err(unexpected(error)),
    }
}

/// `POST /{body}/scrivania/basi-dati/{code}/scambi/togli`
pub async fn remove(
    visit: Visit,
    Path((_, code)): Path<(String, String)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let sent = Form::filled(pairs);
    let (store, place) = (visit.app.store(), place(&visit)?);
    let (from, to) = (sent.value("from"), sent.value("to"));
    match exchanges::remove(store, &place, &visit.principal, &from, &to).await {
        Ok(()) => {}
        Err(ProfileError::Invalid(_)) => return Err(WebError::NotFound),
        Err(error) => return Err(unexpected(error)),
    }
    let to = below(&visit, &format!("scrivania/basi-dati/{code}/scambi"))?;
    Ok(web::see_other(&to, key!("done-exchange-removed")))
}
