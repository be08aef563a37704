//! The page behind the link of a letter: one card, one question, no sign-in.

use askama::Template;
use axum::{
    extract::Path,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use kernel::Access::Anyone;
use texts::key;
use web::{Form, Page, Pairs, Routes, Visit, WebError, page::Fact};

use super::{below, edit, refusal, site, unexpected, words};
use crate::{
    ProfileError,
    confirm::{LinkFault, service},
    model::{Kept, Register},
    proposals::model::SHORT_FORM,
};

pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/{body}/conferma/{secret}", Anyone, page)
        .post("/{body}/conferma/{secret}", Anyone, confirm)
        .get("/{body}/conferma/{secret}/cambiato", Anyone, changed)
        .post("/{body}/conferma/{secret}/cambiato", Anyone, change)
}

/// What a card says to somebody who is asked whether it is true, in this order.
const SHOWN: [&str; 19] = [
    "short_description",
    "status",
    "recipients",
    "requirements",
    "how_to",
    "needed",
    "times",
    "channels",
    "place",
    "municipalities",
    "opening_hours",
    "user_cost",
    "contact_office",
    "phone",
    "email",
    "assistance",
    "provider",
    "current_level",
    "url",
];

#[derive(Template)]
#[template(path = "confirm_card.html")]
struct Question {
    page: Page,
    action: String,
    changed: String,
    name: String,
    facts: Vec<Fact>,
    checked: String,
    expires: String,
    form: Form,
}

#[derive(Template)]
#[template(path = "confirm_changed.html")]
struct Changed {
    page: Page,
    action: String,
    back: String,
    name: String,
    fields: Vec<edit::Shown>,
    form: Form,
}

#[derive(Template)]
#[template(path = "confirm_gone.html")]
struct Gone {
    page: Page,
    why: String,
    contacts: String,
    services: String,
}

/// Such a page is one person's: nothing on the way may keep it.
fn private(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    let hidden = HeaderValue::from_static("noindex, nofollow");
    headers.insert(header::HeaderName::from_static("x-robots-tag"), hidden);
    response
}

/// A link that does not work says why and whom to ask.
fn gone(visit: &Visit, error: ProfileError) -> Result<Response, WebError> {
    let ProfileError::Link(fault) = error else { return Err(unexpected(error)) };
    let status = match fault {
        LinkFault::Unknown => StatusCode::NOT_FOUND,
        _ => StatusCode::GONE,
    };
    let page = Page::new(visit, visit.t(key!("confirm-gone-title")));
    let (contacts, services) = (below(visit, "contatti")?, below(visit, "profilo/servizi")?);
    let gone = Gone { why: page.t(fault.key()), contacts, services, page };
    Ok(private((status, web::html(&gone)?).into_response()))
}

/// `/{body}/conferma/{secret}`: looking changes nothing, since mail programs open links by themselves.
async fn page(
    visit: Visit,
    Path((_, secret)): Path<(String, String)>,
) -> Result<Response, WebError> {
    show(&visit, &secret, Form::default()).await
}

async fn show(visit: &Visit, secret: &str, form: Form) -> Result<Response, WebError> {
    visit.count_guess()?;
    let found = service::look(visit.app.store(), visit.body_id()?, secret).await;
    let (request, kept) = match found {
        Ok(found) => found,
        Err(error) => return gone(visit, error),
    };
    let name = request.service_name;
    let page = Page::new(visit, &name);
    let values = &kept.values;
    let checked = values.get(Register::Services, "checked_on");
    let action = below(visit, &format!("conferma/{secret}"))?;
    let question = Question {
        changed: format!("{action}/cambiato"),
        facts: words::facts(&page, Register::Services, values, &SHOWN),
        checked: if checked.is_empty() { String::new() } else { page.date(checked) },
        expires: page.date(&kernel::Instant(request.expires_at).day().to_string()),
        action,
        name,
        form,
        page,
    };
    Ok(private(web::html(&question)?))
}

/// `POST /{body}/conferma/{secret}`: "it is all right".
async fn confirm(
    visit: Visit,
    Path((_, secret)): Path<(String, String)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    visit.count_guess()?;
    let (store, site) = (visit.app.store(), site(&visit)?);
    let to = card_address(&visit, &secret).await?;
    match service::confirm(store, &site, &secret, pairs.clone()).await {
        Ok(()) => Ok(web::see_other(&to, key!("done-card-confirmed"))),
        Err(error @ ProfileError::Link(_)) => gone(&visit, error),
        Err(error) => {
            let (status, form) = refusal(&visit, pairs, error)?;
            Ok((status, show(&visit, &secret, form).await?).into_response())
        }
    }
}

/// Where the card of a link is; the list of services when the link does not work.
async fn card_address(visit: &Visit, secret: &str) -> Result<String, WebError> {
    let found = service::look(visit.app.store(), visit.body_id()?, secret).await;
    let code = found.map(|(request, _)| format!("/{}", request.service_code)).unwrap_or_default();
    below(visit, &format!("profilo/servizi{code}"))
}

/// `/{body}/conferma/{secret}/cambiato`
async fn changed(
    visit: Visit,
    Path((_, secret)): Path<(String, String)>,
) -> Result<Response, WebError> {
    visit.count_guess()?;
    match service::look(visit.app.store(), visit.body_id()?, &secret).await {
        Ok((_, kept)) => {
            let form = Form::filled(edit::typed_values(Register::Services, &kept.values));
            show_changed(&visit, &secret, &kept, form)
        }
        Err(error) => gone(&visit, error),
    }
}

fn show_changed(
    visit: &Visit,
    secret: &str,
    kept: &Kept,
    form: Form,
) -> Result<Response, WebError> {
    let name = kept.values.get(Register::Services, "name").to_owned();
    let back = below(visit, &format!("conferma/{secret}"))?;
    let page = Page::new(visit, visit.t(key!("confirm-changed-title"))).under(&back, &name);
    let fields = SHORT_FORM.iter().filter_map(|name| {
        let register = Register::Services;
        let field = register.fields().get(register.position(name)?)?;
        Some(edit::dressed(&page, field, &form, &edit::Around::default()))
    });
    let fields = fields.collect();
    let action = format!("{back}/cambiato");
    Ok(private(web::html(&Changed { page, action, back, name, fields, form })?))
}

/// `POST /{body}/conferma/{secret}/cambiato`: a proposal for staff; the card stays as it is.
async fn change(
    visit: Visit,
    Path((_, secret)): Path<(String, String)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    visit.count_guess()?;
    let (store, site) = (visit.app.store(), site(&visit)?);
    let to = card_address(&visit, &secret).await?;
    match service::change(store, &site, &secret, pairs.clone()).await {
        Ok(()) => Ok(web::see_other(&to, key!("done-card-changed"))),
        Err(error @ ProfileError::Link(_)) => gone(&visit, error),
        Err(error) => {
            let (status, form) = refusal(&visit, pairs, error)?;
            let found = service::look(store, site.place.body, &secret).await;
            let (_, kept) = found.map_err(unexpected)?;
            Ok((status, show_changed(&visit, &secret, &kept, form)?).into_response())
        }
    }
}
