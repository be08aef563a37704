//! What a voter does, on a telephone: join with a code, vote, keep the receipt, check it later.
//!
//! No page that shows choices shows a receipt, a code or a name: a photograph of either proves nothing.

use askama::Template;
use axum::{
    extract::Path,
    http::{HeaderMap, HeaderValue, StatusCode, header::SET_COOKIE},
    response::{IntoResponse, Redirect, Response},
};
use kernel::{chance::normalise_code, id::Uuid};
use texts::key;
use web::{Asked, Form, Page, Pairs, Part, Visit, WebError, guard};

use super::{not_kept, public_day, refusal, refused, shown::Line, words};
use crate::{
    attempts::{self, Attempts, LONGEST_CODE, Refused},
    error::WorkdayError,
    model::{Day, DayId, DayState},
    service::{self, DayView},
    voting::{self, NewBallot},
};

/// For how many seconds a telephone remembers that it has joined: a week.
const REMEMBERED: i64 = 7 * 24 * 3600;

fn cookie_name(visit: &Visit, day: DayId) -> String {
    let promise = if visit.app.config().secure() { "__Host-" } else { "" };
    format!("{promise}agio-voto-{}", day.0.simple())
}

fn with_cookie(
    visit: &Visit,
    mut response: Response,
    day: DayId,
    token: &str,
) -> Result<Response, WebError> {
    let secure = if visit.app.config().secure() { "; Secure" } else { "" };
    let age = if token.is_empty() { 0 } else { REMEMBERED };
    let name = cookie_name(visit, day);
    let cookie = format!("{name}={token}; Path=/; Max-Age={age}; HttpOnly; SameSite=Lax{secure}");
    let value = HeaderValue::from_str(&cookie).map_err(|e| WebError::Internal(e.to_string()))?;
    response.headers_mut().append(SET_COOKIE, value);
    Ok(not_kept(response))
}

/// A page of the voter: nobody's name stands beside a ballot.
fn voter_page(visit: &Visit, day: &Day, title: &'static str) -> Page {
    let mut page = Page::new(visit, visit.t(title)).under(day.href.clone(), &day.fields.title);
    page.user = None;
    page
}

/// A voter who has joined, and the ballot that stands.
struct Voter {
    token: String,
    /// Approved codes; none when no ballot is in.
    approvals: Option<Vec<String>>,
    receipt: String,
}

async fn voter(visit: &Visit, headers: &HeaderMap, day: DayId) -> Result<Option<Voter>, WebError> {
    let Some(token) = guard::cookie(headers, &cookie_name(visit, day)).filter(|t| !t.is_empty())
    else {
        return Ok(None);
    };
    match voting::own_ballot(visit.app.store(), visit.body_id()?, day, &token).await {
        Ok(None) => Ok(Some(Voter { token, approvals: None, receipt: String::new() })),
        Ok(Some(own)) => {
            Ok(Some(Voter { token, approvals: Some(own.approvals), receipt: own.receipt }))
        }
        Err(WorkdayError::UnknownVoter) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// The address of the live stream, from what the page has seen.
pub(super) async fn live(visit: &Visit, day: &Day) -> Result<String, WebError> {
    let since = visit.app.store().version(visit.body_id()?).await?;
    Ok(format!("{}/eventi?dopo={since}", day.href))
}

fn is_room_code(day: &Day, typed: &str) -> bool {
    day.join_code.as_deref() == Some(normalise_code(typed).as_str())
}

#[derive(Template)]
#[template(path = "day_join.html")]
struct JoinPage {
    page: Page,
    day_title: String,
    action: String,
    hint: String,
    foot: String,
    form: Form,
}

fn join_page(visit: &Visit, day: &Day, form: Form) -> JoinPage {
    let personal = day.fields.rules.least_level > 0;
    let hint = if personal {
        key!("day-join-code-hint-personal")
    } else {
        key!("day-join-code-hint-room")
    };
    let open = day.state == DayState::Open;
    JoinPage {
        page: voter_page(visit, day, key!("day-join-title")),
        day_title: day.fields.title.clone(),
        action: format!("{}/vota", day.href),
        hint: visit.t(hint),
        foot: visit.t(if open { key!("day-join-open") } else { key!("day-join-early") }),
        form,
    }
}

/// The short address: the code alone says which day.
fn any_join_page(visit: &Visit, form: Form) -> JoinPage {
    let mut page = Page::new(visit, visit.t(key!("day-join-title")));
    page.user = None;
    JoinPage {
        page,
        day_title: String::new(),
        action: format!("/{}/vota", visit.body.as_ref().map_or("", |body| &body.slug)),
        hint: visit.t(key!("day-join-code-hint-any")),
        foot: visit.t(key!("day-join-any")),
        form,
    }
}

#[derive(Template)]
#[template(path = "day_ballot.html")]
struct BallotPage {
    page: Page,
    day_title: String,
    href: String,
    live: String,
    form: Form,
    submission: String,
    lead: String,
    button: String,
    budget: String,
    items: Vec<Item>,
}

struct Item {
    code: String,
    title: String,
    text: String,
    cents: i64,
    checked: bool,
}

async fn ballot_page(
    visit: &Visit,
    view: &DayView,
    chosen: &[String],
    changing: bool,
    form: Form,
) -> Result<BallotPage, WebError> {
    let day = &view.day;
    let live = live(visit, day).await?;
    let page = voter_page(visit, day, key!("day-ballot-title"));
    let items = view
        .projects
        .iter()
        .map(|project| {
            let line = Line::new(&page, project);
            Item {
                checked: chosen.contains(&line.code),
                code: line.code,
                title: line.title,
                text: line.paragraphs.join(" "),
                cents: line.cents,
            }
        })
        .collect();
    let store = visit.app.store();
    Ok(BallotPage {
        day_title: day.fields.title.clone(),
        href: day.href.clone(),
        live,
        form,
        submission: store.dice().uuid(store.clock().now()).to_string(),
        lead: page.t(if changing {
            key!("day-ballot-lead-changing")
        } else {
            key!("day-ballot-lead")
        }),
        button: page.t(if changing { key!("day-ballot-change") } else { key!("day-ballot-send") }),
        budget: page.money(day.fields.budget.map_or(0, |budget| budget.0)),
        items,
        page,
    })
}

#[derive(Template)]
#[template(path = "day_wait.html")]
struct WaitPage {
    page: Page,
    day_title: String,
    href: String,
    live: String,
    state: DayState,
    joined: bool,
    voted: bool,
    present: String,
    reason: String,
    /// What a closed vote says to this voter.
    closed: String,
}

async fn wait_page(visit: &Visit, day: &Day, voter: Option<&Voter>) -> Result<WaitPage, WebError> {
    let live = live(visit, day).await?;
    let title = match day.state {
        DayState::Prepared | DayState::RulesFrozen | DayState::Open => key!("day-wait-title"),
        DayState::Closed | DayState::Counted => key!("day-wait-closed-title"),
        DayState::Published => key!("day-wait-published-title"),
        DayState::Annulled => key!("day-wait-annulled-title"),
    };
    let page = voter_page(visit, day, title);
    let voted = voter.is_some_and(|voter| voter.approvals.is_some());
    Ok(WaitPage {
        day_title: day.fields.title.clone(),
        href: day.href.clone(),
        live,
        state: day.state,
        joined: voter.is_some(),
        voted,
        present: page.number(day.present),
        reason: day.annul_reason.clone(),
        closed: page.t(if voted { key!("day-wait-closed-voted") } else { key!("day-wait-closed") }),
        page,
    })
}

/// `/{body}/giornate/{day}/vota`: what this telephone can do now; `?codice=` fills in the code of a QR.
pub async fn page(
    visit: Visit,
    headers: HeaderMap,
    Path((_, slug)): Path<(String, String)>,
    asked: Asked,
) -> Result<Response, WebError> {
    let view = public_day(&visit, &slug).await?;
    let typed: String = asked.value("codice").chars().take(LONGEST_CODE).collect();
    // A personal code on a shared telephone is somebody else's turn.
    let other = !typed.is_empty() && !is_room_code(&view.day, &typed);
    let voter = voter(&visit, &headers, view.day.id).await?.filter(|_| !other);
    let response = match (&voter, view.day.state) {
        (None, DayState::RulesFrozen | DayState::Open) => {
            web::html(&join_page(&visit, &view.day, Form::filled([("codice", typed)])))?
        }
        (Some(voter), DayState::Open) => {
            let chosen = voter.approvals.as_deref().unwrap_or_default();
            let changing = voter.approvals.is_some();
            web::html(&ballot_page(&visit, &view, chosen, changing, Form::default()).await?)?
        }
        (voter, _) => web::html(&wait_page(&visit, &view.day, voter.as_ref()).await?)?,
    };
    Ok(not_kept(response))
}

fn typed_code(pairs: &[(String, String)]) -> &str {
    pairs.iter().find(|(name, _)| name == "codice").map_or("", |(_, typed)| typed.trim())
}

/// Joins with a code and goes to the ballot of its day; or why not.
async fn enter(
    visit: &Visit,
    headers: &HeaderMap,
    counted: &Attempts,
    typed: &str,
) -> Result<Result<Response, Refused>, WebError> {
    let (store, body) = (visit.app.store(), visit.body_id()?);
    if typed.len() <= LONGEST_CODE
        && let Some(day) = service::day_of_room_code(store, body, typed).await?
        && voter(visit, headers, day.id).await?.is_some()
    {
        // One telephone, one voter: joining twice by mistake makes no second ballot.
        return Ok(Ok(Redirect::to(&format!("{}/vota", day.href)).into_response()));
    }
    let joined = match attempts::join(visit, counted, typed).await? {
        Ok(joined) => joined,
        Err(refused) => return Ok(Err(refused)),
    };
    let to = format!("{}/vota", joined.day.href);
    let response = web::see_other(&to, key!("done-day-joined"));
    with_cookie(visit, response, joined.day.id, &joined.token).map(Ok)
}

fn wrong_code(typed: &str, text: String) -> Form {
    let kept: String = typed.chars().take(LONGEST_CODE).collect();
    Form::filled([("codice", kept)]).with_error("codice", text)
}

/// `POST /{body}/giornate/{day}/vota`: joins with a code; the code of another day leads to that day.
pub async fn join(
    visit: Visit,
    headers: HeaderMap,
    Path((_, slug)): Path<(String, String)>,
    Part(counted): Part<Attempts>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let view = public_day(&visit, &slug).await?;
    let typed = typed_code(&pairs);
    Ok(not_kept(match enter(&visit, &headers, &counted, typed).await? {
        Ok(response) => response,
        Err(Refused { status, text }) => {
            let page = join_page(&visit, &view.day, wrong_code(typed, text));
            (status, web::html(&page)?).into_response()
        }
    }))
}

/// `/{body}/vota`: an address short enough to be copied from a screen.
pub async fn any_page(visit: Visit, asked: Asked) -> Result<Response, WebError> {
    let typed: String = asked.value("codice").chars().take(LONGEST_CODE).collect();
    Ok(not_kept(web::html(&any_join_page(&visit, Form::filled([("codice", typed)])))?))
}

/// `POST /{body}/vota`
pub async fn any_join(
    visit: Visit,
    headers: HeaderMap,
    Part(counted): Part<Attempts>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let typed = typed_code(&pairs);
    Ok(not_kept(match enter(&visit, &headers, &counted, typed).await? {
        Ok(response) => response,
        Err(Refused { status, text }) => {
            (status, web::html(&any_join_page(&visit, wrong_code(typed, text)))?).into_response()
        }
    }))
}

/// `POST /{body}/giornate/{day}/scheda`: hands in a ballot, or the change of one.
pub async fn cast(
    visit: Visit,
    headers: HeaderMap,
    Path((_, slug)): Path<(String, String)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let view = public_day(&visit, &slug).await?;
    let Some(voter) = voter(&visit, &headers, view.day.id).await? else {
        let text = words(&visit, &WorkdayError::UnknownVoter);
        let form = Form::default().with_error("codice", text);
        return Ok(not_kept(refused(&join_page(&visit, &view.day, form))?));
    };
    let all = |name: &str| {
        pairs.iter().filter(|(key, _)| key == name).map(|(_, v)| v.clone()).collect::<Vec<_>>()
    };
    let store = visit.app.store();
    let sent = all("invio").first().and_then(|id| Uuid::parse_str(id).ok());
    let approvals = all("progetto");
    let ballot = NewBallot {
        day: view.day.id,
        token: voter.token.clone(),
        submission: sent.unwrap_or_else(|| store.dice().uuid(store.clock().now())),
        approvals: approvals.clone(),
    };
    match voting::cast(store, visit.body_id()?, ballot).await {
        Ok(_) => {
            let to = format!("{}/ricevuta", view.day.href);
            Ok(not_kept(Redirect::to(&to).into_response()))
        }
        Err(error @ (WorkdayError::NotOnBallot(_) | WorkdayError::SubmissionReused)) => {
            let form = Form::default().with_error("", words(&visit, &error));
            let changing = voter.approvals.is_some();
            let page = ballot_page(&visit, &view, &approvals, changing, form).await?;
            Ok(not_kept(refused(&page)?))
        }
        Err(error) => {
            // Too early, too late, annulled: the page says where the day stands.
            let error = refusal(error)?;
            let mut wait = wait_page(&visit, &view.day, Some(&voter)).await?;
            wait.page = wait.page.with_flash("warning", words(&visit, &error));
            Ok(not_kept((StatusCode::CONFLICT, web::html(&wait)?).into_response()))
        }
    }
}

#[derive(Template)]
#[template(path = "day_receipt.html")]
struct ReceiptPage {
    page: Page,
    day_title: String,
    href: String,
    live: String,
    receipt: String,
    open: bool,
}

/// `/{body}/giornate/{day}/ricevuta`: the ballot is in; its code, and never what it says.
pub async fn receipt(
    visit: Visit,
    headers: HeaderMap,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let view = public_day(&visit, &slug).await?;
    let voted = voter(&visit, &headers, view.day.id).await?.filter(|v| v.approvals.is_some());
    let Some(voter) = voted else {
        let to = format!("{}/vota", view.day.href);
        return Ok(not_kept(Redirect::to(&to).into_response()));
    };
    let day = &view.day;
    let template = ReceiptPage {
        page: voter_page(&visit, day, key!("day-receipt-title")),
        day_title: day.fields.title.clone(),
        href: day.href.clone(),
        live: live(&visit, day).await?,
        receipt: super::shown::in_fives(&voter.receipt),
        open: day.state == DayState::Open,
    };
    Ok(not_kept(web::html(&template)?))
}

/// `POST /{body}/giornate/{day}/esci`: this telephone forgets its voter; the ballot stays.
pub async fn leave(
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let view = public_day(&visit, &slug).await?;
    let to = format!("{}/vota", view.day.href);
    with_cookie(&visit, web::see_other(&to, key!("done-day-left")), view.day.id, "")
}

#[derive(Template)]
#[template(path = "day_check.html")]
struct CheckPage {
    page: Page,
    day_title: String,
    href: String,
    form: Form,
    /// Whether the receipt stands, once asked.
    stands: Option<bool>,
}

fn check_page(visit: &Visit, day: &Day, form: Form, stands: Option<bool>) -> CheckPage {
    CheckPage {
        page: voter_page(visit, day, key!("day-check-title")),
        day_title: day.fields.title.clone(),
        href: day.href.clone(),
        form,
        stands,
    }
}

/// `/{body}/giornate/{day}/controlla`
pub async fn check_form(
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let view = public_day(&visit, &slug).await?;
    web::html(&check_page(&visit, &view.day, Form::default(), None))
}

/// `POST /{body}/giornate/{day}/controlla`: whether the ballot of a receipt is among those that count.
pub async fn check(
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
    Part(counted): Part<Attempts>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let view = public_day(&visit, &slug).await?;
    let typed = pairs.iter().find(|(name, _)| name == "ricevuta").map_or("", |(_, v)| v.trim());
    let kept: String = typed.chars().take(LONGEST_CODE).collect();
    let form = Form::filled([("ricevuta", kept)]);
    if typed.is_empty() {
        let form = form.with_error("ricevuta", visit.t(key!("day-check-empty")));
        return Ok(not_kept(refused(&check_page(&visit, &view.day, form, None))?));
    }
    match attempts::receipt(&visit, &counted, view.day.id, typed).await? {
        Ok(stands) => Ok(not_kept(web::html(&check_page(&visit, &view.day, form, Some(stands)))?)),
        Err(Refused { status, text }) => {
            let form = form.with_error("ricevuta", text);
            let page = check_page(&visit, &view.day, form, None);
            Ok(not_kept((status, web::html(&page)?).into_response()))
        }
    }
}
