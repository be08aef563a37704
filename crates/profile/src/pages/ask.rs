//! "Is it still true?" on the desk: whom to ask, what came back.

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use kernel::{email::Email, form::FieldError, id::Uuid};
use texts::key;
use web::{Asked, Form, Page, Pairs, Routes, Visit, WebError, page::Choice};

use super::{CENSUS, IMPORT, after, below, next, refusal, site, unexpected, words};
use crate::{
    ProfileError,
    confirm::{
        RequestState, job,
        service::{self, Ask},
    },
    rules,
};

/// Rows on one page.
const ON_A_PAGE: usize = 50;

pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/{body}/scrivania/conferme", CENSUS, list)
        .get("/{body}/scrivania/conferme/nuova", CENSUS, choose)
        .post("/{body}/scrivania/conferme/nuova", CENSUS, ask)
        .post("/{body}/scrivania/conferme/ogni-anno", IMPORT, yearly)
        .post("/{body}/scrivania/conferme/{id}/ancora", CENSUS, again)
        .post("/{body}/scrivania/conferme/{id}/ritira", CENSUS, withdraw)
}

/// A request as the table shows it.
struct Row {
    href: String,
    card: String,
    recipient: String,
    state: String,
    kind: &'static str,
    sent: String,
    sendings: i64,
    answered: String,
    again: String,
    withdraw: String,
}

#[derive(Template)]
#[template(path = "confirm_desk.html")]
struct Desk {
    page: Page,
    root: String,
    states: Vec<Choice>,
    state: String,
    rows: Vec<Row>,
    next: String,
    yearly: bool,
    leads: bool,
}

/// `/{body}/scrivania/conferme`
async fn list(visit: Visit, asked: Asked) -> Result<Response, WebError> {
    let (store, root) = (visit.app.store(), below(&visit, "scrivania/conferme")?);
    let page = Page::new(&visit, visit.t(key!("confirm-desk-title")))
        .under(below(&visit, "scrivania")?, visit.t(key!("shell-desk")));
    let state = RequestState::parse(asked.value("stato"));
    let most = ON_A_PAGE as i64 + 1;
    let found = service::list(store, visit.body_id()?, state, after(&asked), most).await;
    let mut found = found.map_err(unexpected)?;
    let more = found.len() > ON_A_PAGE;
    found.truncate(ON_A_PAGE);
    let last = found.last().filter(|_| more).map(|request| request.id);
    let now = store.clock().now();
    let mut rows = Vec::with_capacity(found.len());
    for request in found {
        let open = request.state == RequestState::Sent;
        rows.push(Row {
            href: below(&visit, &format!("profilo/servizi/{}", request.service_code))?,
            state: page.t(request.state_key(now)),
            kind: match (request.state, request.open(now)) {
                (RequestState::Sent, Err(_)) => "warning",
                (RequestState::Confirmed, _) => "success",
                (RequestState::Changed, _) => "info",
                _ => "neutral",
            },
            sent: page.instant(request.sent_at),
            sendings: request.sendings,
            answered: match (request.answered_by.is_empty(), request.closed_at) {
                (false, Some(at)) => format!("{}, {}", request.answered_by, page.instant(at)),
                _ => String::new(),
            },
            again: if open && !request.recipient.is_empty() {
                format!("{root}/{}/ancora", request.id)
            } else {
                String::new()
            },
            withdraw: if open { format!("{root}/{}/ritira", request.id) } else { String::new() },
            card: request.service_name,
            recipient: request.recipient,
        });
    }
    let states = [
        ("sent", key!("confirm-state-sent")),
        ("confirmed", key!("confirm-state-confirmed")),
        ("changed", key!("confirm-state-changed")),
        ("withdrawn", key!("confirm-state-withdrawn")),
    ];
    let place = super::place(&visit)?;
    let desk = Desk {
        states: states.map(|(code, key)| words::choice(code, page.t(key))).to_vec(),
        state: state.map(|state| state.code().to_owned()).unwrap_or_default(),
        yearly: job::asks_yearly(store, &place).await.map_err(unexpected)?,
        leads: IMPORT.allows(&visit.principal, Some(place.body), None),
        next: next(&visit, &asked, last),
        rows,
        root,
        page,
    };
    web::html(&desk)
}

/// A card that can be asked about.
struct Card {
    code: String,
    name: String,
    checked: String,
    stale: bool,
    open: bool,
    ticked: bool,
    email: String,
    wrong: String,
}

#[derive(Template)]
#[template(path = "confirm_ask.html")]
struct Choose {
    page: Page,
    root: String,
    form: Form,
    cards: Vec<Card>,
    all: bool,
    /// Unchecked cards with an address and no open question.
    ready: i64,
    next: String,
}

/// `/{body}/scrivania/conferme/nuova`
async fn choose(visit: Visit, asked: Asked) -> Result<Response, WebError> {
    show(&visit, &asked, Form::default()).await
}

async fn show(visit: &Visit, asked: &Asked, form: Form) -> Result<Response, WebError> {
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let root = below(visit, "scrivania/conferme")?;
    let page = Page::new(visit, visit.t(key!("confirm-ask-title")))
        .under(below(visit, "scrivania")?, visit.t(key!("shell-desk")))
        .under(&root, visit.t(key!("confirm-desk-title")));
    let all = asked.value("tutte") == "si";
    let most = ON_A_PAGE as i64 + 1;
    let found = service::candidates(store, body, !all, after(asked), most).await;
    let mut found = found.map_err(unexpected)?;
    let more = found.len() > ON_A_PAGE;
    found.truncate(ON_A_PAGE);
    let last = found.last().filter(|_| more).map(|card| card.id);
    let today = store.clock().now().day();
    let sent = !form.errors().is_empty();
    let cards = found.into_iter().map(|card| {
        let field = format!("email-{}", card.code);
        Card {
            checked: card.checked_on.clone(),
            stale: rules::is_stale(&card.checked_on, today),
            ticked: form.has("card", &card.code),
            email: if sent { form.value(&field) } else { card.email },
            wrong: form.error(&field).unwrap_or_default().to_owned(),
            open: card.open,
            name: card.name,
            code: card.code,
        }
    });
    let cards = cards.collect();
    let choose = Choose {
        ready: ready(visit).await?.len() as i64,
        next: next(visit, asked, last),
        cards,
        all,
        root,
        form,
        page,
    };
    web::html(&choose)
}

/// The unchecked cards with an address and no open question.
async fn ready(visit: &Visit) -> Result<Vec<Ask>, WebError> {
    let most = service::MOST as i64;
    let found = service::candidates(visit.app.store(), visit.body_id()?, true, None, most).await;
    let found = found.map_err(unexpected)?.into_iter().filter(|card| !card.open);
    let asks = found.filter_map(|card| {
        let email = Email::parse(&card.email)?;
        Some(Ask { code: card.code, email })
    });
    Ok(asks.collect())
}

/// `POST /{body}/scrivania/conferme/nuova`
async fn ask(visit: Visit, asked: Asked, Pairs(pairs): Pairs) -> Result<Response, WebError> {
    let sent = Form::filled(pairs.clone());
    let site = site(&visit)?;
    let asks = if sent.value("scelta") == "tutte" {
        Ok(ready(&visit).await?)
    } else {
        read(&visit, &sent, &pairs)
    };
    let done = match asks {
        Ok(asks) => service::ask(visit.app.store(), &site, &visit.principal, asks).await,
        Err(form) => {
            let status = axum::http::StatusCode::UNPROCESSABLE_ENTITY;
            return Ok((status, show(&visit, &asked, form).await?).into_response());
        }
    };
    match done {
        Ok(_) => {
            Ok(web::see_other(&below(&visit, "scrivania/conferme")?, key!("done-cards-asked")))
        }
        Err(error) => {
            let (status, form) = refusal(&visit, pairs, error)?;
            Ok((status, show(&visit, &asked, form).await?).into_response())
        }
    }
}

/// The ticked cards with their addresses; a card without one of its own takes the common one.
fn read(visit: &Visit, sent: &Form, pairs: &[(String, String)]) -> Result<Vec<Ask>, Form> {
    let common = sent.value("email");
    let (mut asks, mut form) = (Vec::new(), Form::filled(pairs.to_vec()));
    let mut wrong = Vec::new();
    if !common.trim().is_empty() && Email::parse(&common).is_none() {
        wrong.push(FieldError { field: "email", key: key!("form-not-an-email"), n: None });
        form = Form::refused(visit, pairs.to_vec(), &wrong);
    }
    let mut bad = !wrong.is_empty();
    for code in sent.values("card") {
        let own = sent.value(&format!("email-{code}"));
        let typed = if own.trim().is_empty() { &common } else { &own };
        match Email::parse(typed) {
            Some(email) => asks.push(Ask { code, email }),
            None if bad && own.trim().is_empty() => {}
            None => {
                bad = true;
                let text = visit.t(key!("form-not-an-email"));
                form = form.with_error(&format!("email-{code}"), text);
            }
        }
    }
    if asks.is_empty() && !bad {
        bad = true;
        form = form.with_error("", visit.t(key!("confirm-choose")));
    }
    if bad { Err(form) } else { Ok(asks) }
}

/// `POST /{body}/scrivania/conferme/ogni-anno`
async fn yearly(visit: Visit, Pairs(pairs): Pairs) -> Result<Response, WebError> {
    let on = Form::filled(pairs).value("acceso") == "si";
    let place = super::place(&visit)?;
    job::set_yearly(visit.app.store(), &place, &visit.principal, on).await.map_err(unexpected)?;
    Ok(web::see_other(&below(&visit, "scrivania/conferme")?, key!("done-cards-yearly")))
}

/// Goes back to the list; a refusal there is a request that somebody closed meanwhile.
fn back(
    visit: &Visit,
    outcome: Result<(), ProfileError>,
    done: &'static str,
) -> Result<Response, WebError> {
    let to = below(visit, "scrivania/conferme")?;
    match outcome {
        Ok(()) => Ok(web::see_other(&to, done)),
        Err(ProfileError::Refused(_)) => Ok(web::see_other(&to, key!("done-nothing-to-do"))),
        Err(error) => Err(unexpected(error)),
    }
}

/// `POST /{body}/scrivania/conferme/{id}/ancora`
async fn again(visit: Visit, Path((_, id)): Path<(String, Uuid)>) -> Result<Response, WebError> {
    let site = site(&visit)?;
    let done = service::ask_again(visit.app.store(), &site, &visit.principal, id).await;
    back(&visit, done.map(|_| ()), key!("done-cards-asked"))
}

/// `POST /{body}/scrivania/conferme/{id}/ritira`
async fn withdraw(visit: Visit, Path((_, id)): Path<(String, Uuid)>) -> Result<Response, WebError> {
    let site = site(&visit)?;
    let done = service::withdraw(visit.app.store(), &site, &visit.principal, id).await;
    back(&visit, done, key!("done-request-withdrawn"))
}
