//! The page of an idea: what it says, what became of it, support, comments.

use askama::Template;
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use identity::Identity;
use kernel::form::Draft;
use texts::key;
use web::{
    Form, Page, Pairs, Part, Visit, WebError,
    page::{Step, ThreadItem},
};

use super::common::{
    Places, day, history, kind, mark, number, once, paragraphs, public_idea, refusal, said, typed,
    who, with_status,
};
use crate::{
    input::CommentInput,
    model::SupportBy,
    service::{
        ideas::{self, IdeaPage},
        support,
    },
    store::Idea,
};

/// A comment as the page shows it.
struct Remark {
    who: String,
    day: String,
    text: Vec<String>,
}

#[derive(Template)]
#[template(path = "idea_page.html")]
struct IdeaView {
    page: Page,
    idea: Idea,
    here: String,
    who: String,
    place: String,
    published: String,
    text: Vec<String>,
    state: String,
    kind: &'static str,
    reason: String,
    answer: Vec<String>,
    steps: Vec<Step>,
    thread: Vec<ThreadItem>,
    comments: Vec<Remark>,
    form: Form,
    takes_comments: bool,
    signed_in: bool,
    supported: bool,
    sign_in: String,
}

async fn show(
    visit: &Visit,
    identity: &Identity,
    found: IdeaPage,
    form: Form,
    refused: Option<String>,
) -> Result<Response, WebError> {
    let (store, body) = (visit.app.store(), visit.body()?);
    let IdeaPage { idea, steps, comments } = found;
    let root = format!("/{}/percorsi/{}", body.slug, idea.path_slug);
    let here = format!("{root}/idee/{}", idea.number);
    let supported = match visit.principal.person {
        Some(person) if idea.state.takes_support() => {
            support::supports(store, body.id, idea.id, &SupportBy::Person(person)).await?
        }
        _ => false,
    };
    let mut page = Page::new(visit, idea.title.clone())
        .under(format!("/{}/percorsi", body.slug), visit.t(key!("nav-paths")))
        .under(root.clone(), idea.path_name.clone())
        .under(format!("{root}/idee"), visit.t(key!("idea-list-title")));
    if let Some(text) = refused {
        page = page.with_flash("warning", text);
    }
    let areas: Vec<&str> = idea.areas().collect();
    let remark = |comment: crate::store::Comment| Remark {
        who: if comment.author_label.is_empty() {
            visit.t(key!("idea-comment-somebody"))
        } else {
            comment.author_label
        },
        day: day(comment.at),
        text: paragraphs(&comment.text),
    };
    web::html(&IdeaView {
        who: who(visit, &idea.for_whom, &areas),
        place: if idea.municipality.is_empty() {
            String::new()
        } else {
            place(visit, identity, &idea.municipality).await?
        },
        published: day(idea.published_at),
        text: paragraphs(&idea.text),
        state: visit.t(idea.state.label()),
        kind: kind(idea.state),
        reason: idea.reason.map(|reason| visit.t(reason.label())).unwrap_or_default(),
        answer: paragraphs(&idea.answer),
        steps: history(visit, &idea, &steps),
        thread: web::thread::items(visit, ("idea", idea.id.0), &idea.title).await?,
        comments: comments.into_iter().map(remark).collect(),
        takes_comments: !idea.path_state.is_over(),
        signed_in: visit.principal.person.is_some(),
        sign_in: format!("/accedi?da={}", web::encode(&here)),
        supported,
        here,
        idea,
        form,
        page,
    })
}

/// The name of a municipality; the official list knows nearly all, and is asked first.
async fn place(visit: &Visit, identity: &Identity, istat: &str) -> Result<String, WebError> {
    match kernel::vocabulary::municipalities().get(istat) {
        Some(known) => Ok(known.label_it.clone()),
        None => Ok(Places::of(visit, identity).await?.name(istat)),
    }
}

/// A comment form not yet filled in; who reads a kept page shares its word, until somebody writes.
fn empty(visit: &Visit) -> Form {
    Form::filled([("invio", mark(visit))])
}

/// `/{body}/percorsi/{path}/idee/{number}`
pub(super) async fn one(
    visit: Visit,
    Path((_, slug, word)): Path<(String, String, String)>,
    Part(identity): Part<Identity>,
) -> Result<Response, WebError> {
    let found =
        ideas::idea_page(visit.app.store(), visit.body_id()?, &slug, number(&word)?).await?;
    show(&visit, &identity, found, empty(&visit), None).await
}

/// `POST …/sostieni`: "I want this too", or no longer; one per person, so who is not signed in goes there and back.
pub(super) async fn support(
    visit: Visit,
    Path((_, slug, word)): Path<(String, String, String)>,
    Part(identity): Part<Identity>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let (store, body) = (visit.app.store(), visit.body()?);
    let number = number(&word)?;
    let here = format!("/{}/percorsi/{slug}/idee/{number}", body.slug);
    let Some(person) = visit.principal.person else {
        let to = format!("/accedi?da={}", web::encode(&here));
        return Ok(Redirect::to(&to).into_response());
    };
    public_idea(&visit, &slug, number).await?;
    let (by, level) = (SupportBy::Person(person), visit.principal.identity_level);
    let (done, outcome) = if typed(&pairs, "togli") == "1" {
        let outcome = support::unsupport(store, body.id, level, number, &by).await;
        (key!("done-idea-unsupported"), outcome)
    } else {
        let outcome = support::support(store, body.id, level, number, &by).await;
        (key!("done-idea-supported"), outcome)
    };
    match outcome {
        Ok(_) => Ok(web::see_other(&format!("{here}#sostegno"), done)),
        Err(error) => {
            let text = said(&visit, &refusal(error)?);
            let found = ideas::idea_page(store, body.id, &slug, number).await?;
            let page = show(&visit, &identity, found, empty(&visit), Some(text)).await?;
            Ok(with_status(page, StatusCode::CONFLICT))
        }
    }
}

/// `POST …/commenti`: a comment, shown after a moderator has read it.
pub(super) async fn comment(
    visit: Visit,
    Path((_, slug, word)): Path<(String, String, String)>,
    Part(identity): Part<Identity>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let (store, body) = (visit.app.store(), visit.body()?);
    let number = number(&word)?;
    let found = ideas::idea_page(store, body.id, &slug, number).await?;
    if found.idea.path_state.is_over() {
        let text = visit.t(key!("idea-comments-closed"));
        let page = show(&visit, &identity, found, Form::filled(pairs), Some(text)).await?;
        return Ok(with_status(page, StatusCode::CONFLICT));
    }
    let input = match CommentInput::read(Draft::new(pairs.clone())) {
        Ok(input) => input,
        Err(errors) => {
            let form = Form::refused(&visit, pairs, &errors);
            let page = show(&visit, &identity, found, form, None).await?;
            return Ok(with_status(page, StatusCode::UNPROCESSABLE_ENTITY));
        }
    };
    let once = once(&visit, &pairs);
    ideas::comment_once(store, body.id, &visit.principal, number, input, once).await?;
    let here = format!("/{}/percorsi/{slug}/idee/{number}#commenti", body.slug);
    Ok(web::see_other(&here, key!("done-comment-sent")))
}
