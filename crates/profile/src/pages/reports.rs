//! "There is a mistake": the short form on the page of a service.

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use kernel::Access::Anyone;
use texts::key;
use web::{Form, Page, Pairs, Routes, Visit, WebError};

use super::{below, refusal, site, unexpected};
use crate::{model::Register, reports, service as cards};

pub(super) fn routes() -> Routes {
    Routes::new().get("/{body}/profilo/servizi/{code}/segnala", Anyone, form).post(
        "/{body}/profilo/servizi/{code}/segnala",
        Anyone,
        send,
    )
}

#[derive(Template)]
#[template(path = "report_form.html")]
struct Ask {
    page: Page,
    action: String,
    back: String,
    privacy: String,
    name: String,
    form: Form,
}

/// `/{body}/profilo/servizi/{code}/segnala`
async fn form(visit: Visit, Path((_, code)): Path<(String, String)>) -> Result<Response, WebError> {
    show(&visit, &code, Form::default()).await
}

async fn show(visit: &Visit, code: &str, form: Form) -> Result<Response, WebError> {
    let (store, register) = (visit.app.store(), Register::Services);
    let kept = cards::record(store, visit.body_id()?, register, code).await.map_err(unexpected)?;
    if kept.values.get(register, "card_state") == "draft" {
        return Err(WebError::NotFound);
    }
    let (name, code) = (kept.values.get(register, "name"), kept.values.get(register, "code"));
    let back = below(visit, &format!("profilo/servizi/{code}"))?;
    let page = Page::new(visit, visit.t(key!("report-title"))).under(&back, name);
    let (action, privacy) = (format!("{back}/segnala"), below(visit, "privacy")?);
    web::html(&Ask { page, action, back, privacy, name: name.to_owned(), form })
}

/// `POST /{body}/profilo/servizi/{code}/segnala`
async fn send(
    visit: Visit,
    Path((_, code)): Path<(String, String)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    visit.count_guess()?;
    let site = site(&visit)?;
    match reports::send(visit.app.store(), &site, &code, pairs.clone()).await {
        Ok(()) => {
            let to = below(&visit, &format!("profilo/servizi/{code}"))?;
            Ok(web::see_other(&to, key!("done-report-sent")))
        }
        Err(error) => {
            let (status, form) = refusal(&visit, pairs, error)?;
            Ok((status, show(&visit, &code, form).await?).into_response())
        }
    }
}
