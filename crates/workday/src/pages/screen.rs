//! The screen of the room, and the stream that live pages follow.

use std::time::Duration;

use askama::Template;
use axum::{
    extract::Path,
    http::HeaderMap,
    response::{
        IntoResponse, Response,
        sse::{KeepAlive, Sse},
    },
};
use texts::key;
use web::{Asked, Page, Part, Visit, WebError};

use super::{any_day, public_day};
use crate::{
    counting,
    live::Hub,
    model::{Day, DayState},
    qr, rules,
};

/// A quiet line is kept open with a word every so often.
const KEEP_ALIVE: Duration = Duration::from_secs(15);

/// `/{body}/giornate/{day}/eventi?dopo=…`: counters, and when to ask for the page again.
///
/// `dopo` is the event number the page was made at; after a break in the line the browser's
/// `Last-Event-ID` says it better.
pub async fn events(
    visit: Visit,
    headers: HeaderMap,
    Path((_, slug)): Path<(String, String)>,
    Part(hub): Part<Hub>,
    asked: Asked,
) -> Result<Response, WebError> {
    let view = public_day(&visit, &slug).await?;
    let last = headers.get("last-event-id").and_then(|id| id.to_str().ok());
    let number = |text: &str| text.trim().parse::<i64>().ok();
    let since = last.and_then(number).into_iter().chain(number(asked.value("dopo"))).max();
    let stream = hub.stream(visit.app.store(), visit.body_id()?, view.day.id, since);
    Ok(Sse::new(stream).keep_alive(KeepAlive::new().interval(KEEP_ALIVE)).into_response())
}

/// A chosen project on the screen.
struct Winner {
    title: String,
    approvals: i64,
    text: String,
}

#[derive(Template)]
#[template(path = "day_screen.html")]
struct Screen {
    page: Page,
    day_title: String,
    live: String,
    state: DayState,
    /// Where telephones go: a square code, the address in words, the room's code.
    qr: String,
    address: String,
    code: String,
    ballots: String,
    present: String,
    winners: Vec<Winner>,
    voters: i64,
    reason: String,
}

/// The whole address where telephones vote; with the room's code when that is enough.
pub(super) fn vote_address(visit: &Visit, day: &Day) -> String {
    let base = &visit.app.config().base_url;
    match room_code(day) {
        Some(code) => format!("{base}{}/vota?codice={code}", day.href),
        None => format!("{base}{}/vota", day.href),
    }
}

/// The room's code, when it lets anybody in.
pub(super) fn room_code(day: &Day) -> Option<&str> {
    day.join_code.as_deref().filter(|_| day.fields.rules.least_level == 0)
}

/// The short address where a code is typed, as people read it aloud: without the scheme.
pub(super) fn spoken(visit: &Visit) -> String {
    let slug = visit.body.as_ref().map_or("", |body| body.slug.as_str());
    let whole = format!("{}/{slug}/vota", visit.app.config().base_url);
    whole.split_once("://").map_or(whole.clone(), |(_, rest)| rest.to_owned())
}

/// `/{body}/giornate/{day}/schermo`: one thing at a time, readable from ten metres.
pub async fn page(
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let view = any_day(&visit, &slug).await?;
    let day = &view.day;
    let live = if day.is_public() { super::vote::live(&visit, day).await? } else { String::new() };
    let page = Page::new(&visit, visit.t(key!("day-screen-title")));
    let (mut winners, mut voters) = (Vec::new(), day.ballots.max(1));
    if day.state == DayState::Published {
        let results = counting::results(visit.app.store(), visit.body_id()?, &slug).await?;
        voters = results.record.ballots.max(1);
        for code in &rules::official(&results.record).selected {
            let found = results.projects.iter().find(|r| r.project.fields.code == *code);
            winners.extend(found.map(|result| Winner {
                title: result.project.fields.title.clone(),
                approvals: i64::try_from(result.approvals).unwrap_or(i64::MAX),
                text: page.money(result.project.fields.cost.0),
            }));
        }
    }
    let template = Screen {
        day_title: day.fields.title.clone(),
        live,
        state: day.state,
        qr: qr::svg(&vote_address(&visit, day)),
        address: spoken(&visit),
        code: room_code(day).unwrap_or_default().to_owned(),
        ballots: page.number(day.ballots),
        present: page.number(day.present),
        winners,
        voters,
        reason: day.annul_reason.clone(),
        page,
    };
    web::html(&template)
}
