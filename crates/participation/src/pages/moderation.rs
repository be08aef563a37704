//! "May this go public?": one idea at a time, who waits longest first; then the comments.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use identity::Identity;
use kernel::{form::Draft, id::Uuid};
use texts::key;
use web::{
    Asked, Form, Page, Pairs, Part, Visit, WebError,
    page::{Choice, Fact},
};

use super::{
    common::{
        self, Alike, Piece, Places, day, desk_idea, desk_path, facts, letter, number, paragraphs,
        pieces, reasons, refusal, said, site, typed, with_status,
    },
    desk_paths::{under_path, waits},
};
use crate::{
    ParticipationError,
    input::{No, read_note},
    model::{CommentId, IdeaState},
    rules::Hint,
    service::{moderation, paths::PathPage},
    store::{self as rows, Idea},
};

/// Which of the two answers is open on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Open {
    Nothing,
    Change,
    Refusal,
}

/// A comment that waits.
struct Remark {
    action: String,
    who: String,
    day: String,
    text: Vec<Piece>,
    idea: String,
    idea_href: String,
}

/// The idea to decide on.
struct Item {
    idea: Idea,
    action: String,
    title: Vec<Piece>,
    text: Vec<Vec<Piece>>,
    facts: Vec<Fact>,
    hints: Vec<String>,
    alike: Vec<Alike>,
    waits: String,
    reachable: bool,
    skip: String,
}

#[derive(Template)]
#[template(path = "idea_moderation.html")]
struct Queue {
    page: Page,
    form: Form,
    open: Open,
    ideas_href: String,
    waiting: i64,
    item: Option<Item>,
    comments: Vec<Remark>,
    reasons: Vec<Choice>,
}

impl Queue {
    fn asks(&self) -> bool {
        self.open == Open::Change
    }

    fn refuses(&self) -> bool {
        self.open == Open::Refusal
    }
}

async fn item(
    visit: &Visit,
    identity: &Identity,
    root: &str,
    idea: Idea,
) -> Result<Item, WebError> {
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let (conn, engine, now) = (store.read(), store.engine(), store.clock().now());
    let email = rows::author_email(conn, engine, body, idea.id, now).await?;
    let hint = |code: &str| Hint::ALL.into_iter().find(|hint| hint.code() == code);
    Ok(Item {
        action: format!("{root}/moderazione/{}", idea.number),
        title: pieces(visit, &idea.title),
        text: paragraphs(&idea.text).iter().map(|line| pieces(visit, line)).collect(),
        facts: facts(visit, &idea, &Places::of(visit, identity).await?),
        hints: idea.flags().filter_map(hint).map(|hint| visit.t(hint.label())).collect(),
        alike: common::alike(visit, &idea.title).await?,
        waits: waits(visit, idea.waiting_since),
        reachable: email.is_some(),
        skip: format!("{root}/moderazione?dopo={}-{}", idea.waiting_since, idea.number),
        idea,
    })
}

async fn show(
    visit: &Visit,
    identity: &Identity,
    found: &PathPage,
    chosen: Option<Idea>,
    (form, open): (Form, Open),
    refused: Option<String>,
) -> Result<Response, WebError> {
    let (store, body) = (visit.app.store(), visit.body()?);
    let (conn, engine) = (store.read(), store.engine());
    let path = &found.path;
    let root = format!("/{}/scrivania/percorsi/{}", body.slug, path.slug);
    let counts = rows::waiting_in_paths(conn, engine, body.id).await?;
    let waiting = counts.iter().find(|one| one.path_id == path.id).map_or(0, |one| one.ideas);
    let remarks = rows::waiting_comments_of(conn, engine, body.id, path.id, 10).await?;
    let comments = remarks.into_iter().map(|(comment, number, title)| Remark {
        action: format!("{root}/commenti/{}", comment.id.0),
        who: if comment.author_label.is_empty() {
            visit.t(key!("idea-comment-somebody"))
        } else {
            comment.author_label
        },
        day: day(comment.at),
        text: pieces(visit, &comment.text),
        idea_href: format!("{root}/idee/{number}"),
        idea: title,
    });
    let mut page = under_path(visit, visit.t(key!("idea-moderation-title")), path)?;
    if let Some(text) = refused {
        page = page.with_flash("warning", text);
    }
    let item = match chosen {
        Some(idea) => Some(item(visit, identity, &root, idea).await?),
        None => None,
    };
    let (comments, reasons) = (comments.collect(), reasons(visit));
    let ideas_href = format!("{root}/idee");
    web::html(&Queue { page, form, open, ideas_href, waiting, item, comments, reasons })
}

/// A place in the queue, as [`Item::skip`] writes it.
fn place(text: &str) -> Option<(i64, i64)> {
    let (since, number) = text.split_once('-')?;
    Some((since.parse().ok()?, number.parse().ok()?))
}

/// `…/moderazione?n=` one idea, `?dopo=` the one after a place.
pub(super) async fn queue(
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
    asked: Asked,
    Part(identity): Part<Identity>,
) -> Result<Response, WebError> {
    let found = desk_path(&visit, &slug).await?;
    let (store, body, path) = (visit.app.store(), visit.body_id()?, found.path.id);
    let chosen = match asked.value("n").parse::<i64>() {
        Ok(number) => desk_idea(&visit, &slug, number)
            .await
            .ok()
            .filter(|idea| idea.state == IdeaState::Received),
        Err(_) => None,
    };
    let chosen = match chosen {
        Some(idea) => Some(idea),
        None => {
            let after = place(asked.value("dopo"));
            let (conn, engine) = (store.read(), store.engine());
            let mut first = rows::waiting_of(conn, engine, body, path, after, 1).await?;
            if first.is_empty() && after.is_some() {
                // After the last one the queue begins again.
                first = rows::waiting_of(conn, engine, body, path, None, 1).await?;
            }
            first.pop()
        }
    };
    show(&visit, &identity, &found, chosen, (Form::default(), Open::Nothing), None).await
}

/// What became of an act: back to the queue, or the same page with the reason why not.
async fn settle(
    visit: &Visit,
    identity: &Identity,
    slug: &str,
    outcome: Result<(), ParticipationError>,
    done: &str,
) -> Result<Response, WebError> {
    match outcome {
        Ok(()) => {
            let to = format!("/{}/scrivania/percorsi/{slug}/moderazione", visit.body()?.slug);
            Ok(web::see_other(&to, done))
        }
        Err(error) => {
            let text = said(visit, &refusal(error)?);
            let found = desk_path(visit, slug).await?;
            let form = (Form::default(), Open::Nothing);
            let page = show(visit, identity, &found, None, form, Some(text)).await?;
            Ok(with_status(page, StatusCode::CONFLICT))
        }
    }
}

/// `POST …/moderazione/{number}/pubblica`
pub(super) async fn publish(
    visit: Visit,
    Path((_, slug, word)): Path<(String, String, String)>,
    Part(identity): Part<Identity>,
) -> Result<Response, WebError> {
    let idea = desk_idea(&visit, &slug, number(&word)?).await?;
    let (store, site) = (visit.app.store(), site(&visit)?);
    let outcome = moderation::publish(store, &site, &visit.principal, idea.number).await;
    settle(&visit, &identity, &slug, outcome, key!("done-idea-published")).await
}

/// What the author will read, before it is sent.
#[derive(Template)]
#[template(path = "idea_preview.html")]
pub(super) struct Preview {
    page: Page,
    idea: Idea,
    state: String,
    reason: String,
    text: Vec<String>,
    letter: Vec<String>,
    pairs: Vec<(String, String)>,
    action: String,
}

/// Shows what the author will read; the form goes on with the same pairs.
pub(super) async fn preview(
    visit: &Visit,
    idea: Idea,
    (state, reason, text): (IdeaState, String, &str),
    mut pairs: Vec<(String, String)>,
    action: String,
) -> Result<Response, WebError> {
    pairs.retain(|(name, _)| name != "fai");
    let found = desk_path(visit, &idea.path_slug).await?;
    let page = under_path(visit, visit.t(key!("idea-preview-title")), &found.path)?;
    web::html(&Preview {
        letter: paragraphs(&letter(visit, &idea, state, text)?),
        text: paragraphs(text),
        state: visit.t(state.label()),
        reason,
        idea,
        page,
        pairs,
        action,
    })
}

/// `POST …/moderazione/{number}/completare`: asks the author for a change, after a look at what they will read.
pub(super) async fn ask_change(
    visit: Visit,
    Path((_, slug, word)): Path<(String, String, String)>,
    Part(identity): Part<Identity>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let idea = desk_idea(&visit, &slug, number(&word)?).await?;
    let note = read_note(Draft::new(pairs.clone()));
    let note = match note {
        Ok(note) if typed(&pairs, "fai") != "correggi" => note,
        outcome => {
            return again(&visit, &identity, idea, pairs, outcome.err(), Open::Change).await;
        }
    };
    if typed(&pairs, "fai") != "manda" {
        let action = format!("{}/completare", address(&visit, &idea)?);
        let shown = (IdeaState::ChangesRequested, String::new(), note.as_str());
        return preview(&visit, idea, shown, pairs, action).await;
    }
    let (store, site) = (visit.app.store(), site(&visit)?);
    let outcome = moderation::ask_change(store, &site, &visit.principal, idea.number, note).await;
    settle(&visit, &identity, &slug, outcome, key!("done-idea-change-asked")).await
}

/// `POST …/moderazione/{number}/rifiuta`: does not publish, with a reason, after a look at what the author will read.
pub(super) async fn refuse(
    visit: Visit,
    Path((_, slug, word)): Path<(String, String, String)>,
    Part(identity): Part<Identity>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let idea = desk_idea(&visit, &slug, number(&word)?).await?;
    let no = match No::read(Draft::new(pairs.clone())) {
        Ok(no) if typed(&pairs, "fai") != "correggi" => no,
        outcome => {
            return again(&visit, &identity, idea, pairs, outcome.err(), Open::Refusal).await;
        }
    };
    if typed(&pairs, "fai") != "manda" {
        let action = format!("{}/rifiuta", address(&visit, &idea)?);
        let shown = (IdeaState::Refused, visit.t(no.reason.label()), no.answer.as_str());
        return preview(&visit, idea, shown, pairs, action).await;
    }
    let (store, site) = (visit.app.store(), site(&visit)?);
    let outcome = moderation::refuse(store, &site, &visit.principal, idea.number, no).await;
    settle(&visit, &identity, &slug, outcome, key!("done-idea-refused")).await
}

fn address(visit: &Visit, idea: &Idea) -> Result<String, WebError> {
    let slug = &visit.body()?.slug;
    Ok(format!("/{slug}/scrivania/percorsi/{}/moderazione/{}", idea.path_slug, idea.number))
}

/// The page again, with what was typed, to correct it.
async fn again(
    visit: &Visit,
    identity: &Identity,
    idea: Idea,
    mut pairs: Vec<(String, String)>,
    errors: Option<Vec<kernel::form::FieldError>>,
    open: Open,
) -> Result<Response, WebError> {
    pairs.retain(|(name, _)| name != "fai");
    let found = desk_path(visit, &idea.path_slug).await?;
    match errors {
        Some(errors) => {
            let form = Form::refused(visit, pairs, &errors);
            let page = show(visit, identity, &found, Some(idea), (form, open), None).await?;
            Ok(with_status(page, StatusCode::UNPROCESSABLE_ENTITY))
        }
        None => show(visit, identity, &found, Some(idea), (Form::filled(pairs), open), None).await,
    }
}

/// `POST …/commenti/{comment}`: shows a comment or keeps it back.
pub(super) async fn settle_comment(
    visit: Visit,
    Path((_, slug, word)): Path<(String, String, String)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let id = CommentId(word.parse::<Uuid>().map_err(|_| WebError::NotFound)?);
    let (store, body) = (visit.app.store(), visit.body()?);
    let place = rows::comment_place(store.read(), store.engine(), body.id, id).await?;
    if place.as_deref() != Some(slug.as_str()) {
        return Err(WebError::NotFound);
    }
    let show = match typed(&pairs, "mostra") {
        "1" => true,
        "0" => false,
        _ => return Err(WebError::BadRequest),
    };
    moderation::settle_comment(store, body.id, &visit.principal, id, show).await?;
    let done = if show { key!("done-comment-published") } else { key!("done-comment-hidden") };
    let to = format!("/{}/scrivania/percorsi/{slug}/moderazione#commenti", body.slug);
    Ok(web::see_other(&to, done))
}
