//! The desk's ideas: all of them in all states, and what the body answers to each.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use identity::Identity;
use kernel::form::{Draft, FieldError};
use texts::key;
use web::{
    Asked, Form, Page, Pairs, Part, Visit, WebError,
    page::{Choice, Fact, Step},
};

use super::{
    LEADS, MODERATORS,
    common::{
        self, Alike, Places, choices, day, desk_idea, desk_path, facts, history, kind, number,
        paragraphs, reasons, refusal, said, site, typed, with_status,
    },
    desk_paths::under_path,
    moderation::preview,
};
use crate::{
    input::{No, read_note},
    model::{Channel, IdeaState},
    service::{
        fate::{self, Examined},
        ideas,
    },
    store::{self as rows, DeskFilter, Idea},
};

/// How many ideas a page shows.
const A_PAGE: i64 = 50;

/// An idea in the desk's table.
struct Row {
    href: String,
    number: i64,
    title: String,
    state: String,
    kind: &'static str,
    channel: String,
    contributor: String,
    supports: i64,
    day: String,
}

#[derive(Template)]
#[template(path = "idea_desk_list.html")]
struct DeskIdeas {
    page: Page,
    here: String,
    collect_href: String,
    asked: Asked,
    narrowed: bool,
    states: Vec<Choice>,
    channels: Vec<Choice>,
    rows: Vec<Row>,
    next: String,
}

/// `…/idee?q=&stato=&canale=&dopo=`
pub(super) async fn list(
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
    asked: Asked,
) -> Result<Response, WebError> {
    let found = desk_path(&visit, &slug).await?;
    let (store, body) = (visit.app.store(), visit.body()?);
    let root = format!("/{}/scrivania/percorsi/{slug}", body.slug);
    let filter = DeskFilter {
        state: IdeaState::parse(asked.value("stato")),
        channel: Channel::parse(asked.value("canale")),
        words: asked.value("q").chars().take(100).collect(),
    };
    let after = asked.value("dopo").parse().ok();
    let (conn, engine, path) = (store.read(), store.engine(), found.path.id);
    let mut ideas =
        rows::desk_ideas(conn, engine, body.id, path, &filter, after, A_PAGE + 1).await?;
    let more = ideas.len() as i64 > A_PAGE;
    ideas.truncate(A_PAGE as usize);
    let last = ideas.last().filter(|_| more).map(|idea| idea.number.to_string());
    let here = format!("{root}/idee");
    let row = |idea: rows::DeskIdea| Row {
        href: format!("{here}/{}", idea.number),
        number: idea.number,
        title: if idea.title.is_empty() { visit.t(key!("idea-without-words")) } else { idea.title },
        state: visit.t(idea.state.label()),
        kind: kind(idea.state),
        channel: visit.t(idea.channel.label()),
        contributor: visit.t(idea.contributor.label()),
        supports: idea.supports,
        day: day(idea.created_at),
    };
    let page = under_path(&visit, visit.t(key!("path-desk-ideas-title")), &found.path)?;
    web::html(&DeskIdeas {
        narrowed: filter != DeskFilter::default(),
        next: last.map(|n| format!("{here}{}", asked.with("dopo", &n))).unwrap_or_default(),
        rows: ideas.into_iter().map(row).collect(),
        states: choices!(visit, IdeaState),
        channels: choices!(visit, Channel),
        collect_href: format!("{root}/raccogli"),
        asked,
        here,
        page,
    })
}

#[derive(Template)]
#[template(path = "idea_desk.html")]
struct DeskIdea {
    page: Page,
    form: Form,
    open: String,
    idea: Idea,
    action: String,
    moderate: String,
    public: String,
    state: String,
    kind: &'static str,
    text: Vec<String>,
    facts: Vec<Fact>,
    reason: String,
    answer: Vec<String>,
    steps: Vec<Step>,
    alike: Vec<Alike>,
    reasons: Vec<Choice>,
    reviews: bool,
    decides: bool,
    keeps: bool,
}

impl DeskIdea {
    fn opens(&self, what: &str) -> bool {
        self.open == what
    }
}

async fn show(
    visit: &Visit,
    identity: &Identity,
    number: i64,
    slug: &str,
    (form, open): (Form, &str),
    refused: Option<String>,
) -> Result<Response, WebError> {
    let body = visit.body()?;
    let found = desk_path(visit, slug).await?;
    let ideas::IdeaPage { idea, steps, .. } =
        ideas::idea_for_staff(visit.app.store(), body.id, number).await?;
    if idea.path_slug != slug {
        return Err(WebError::NotFound);
    }
    let root = format!("/{}/scrivania/percorsi/{slug}", body.slug);
    let title = if idea.title.is_empty() {
        visit.t(key!("idea-without-words"))
    } else {
        idea.title.clone()
    };
    let mut page = under_path(visit, title, &found.path)?
        .under(format!("{root}/idee"), visit.t(key!("path-desk-ideas-title")));
    if let Some(text) = refused {
        page = page.with_flash("warning", text);
    }
    let holds = |roles| visit.principal.holds(body.id, Some(slug), roles);
    let leads = holds(LEADS);
    let here = format!("/{}/percorsi/{slug}/idee/{number}", body.slug);
    let mut alike = common::alike(visit, &idea.title).await?;
    alike.retain(|other| other.href != here);
    web::html(&DeskIdea {
        action: format!("{root}/idee/{number}/esito"),
        moderate: if idea.state == IdeaState::Received && holds(MODERATORS) {
            format!("{root}/moderazione?n={number}")
        } else {
            String::new()
        },
        public: if idea.is_public() { here } else { String::new() },
        state: visit.t(idea.state.label()),
        kind: kind(idea.state),
        text: paragraphs(&idea.text),
        facts: facts(visit, &idea, &Places::of(visit, identity).await?),
        reason: idea.reason.map(|reason| visit.t(reason.label())).unwrap_or_default(),
        answer: paragraphs(&idea.answer),
        steps: history(visit, &idea, &steps),
        reasons: reasons(visit),
        reviews: leads && idea.state.begin_review().is_ok(),
        decides: leads && idea.state.admit().is_ok(),
        keeps: leads && idea.state.keep_for_later().is_ok(),
        open: open.to_owned(),
        alike,
        idea,
        form,
        page,
    })
}

/// `…/idee/{number}`
pub(super) async fn one(
    visit: Visit,
    Path((_, slug, word)): Path<(String, String, String)>,
    Part(identity): Part<Identity>,
) -> Result<Response, WebError> {
    show(&visit, &identity, number(&word)?, &slug, (Form::default(), ""), None).await
}

/// What staff decided; none when the form says nothing known.
fn examined(pairs: &[(String, String)]) -> Result<Option<Examined>, Vec<FieldError>> {
    let draft = || Draft::new(pairs.to_vec());
    Ok(Some(match typed(pairs, "esito") {
        "in_review" => Examined::InReview,
        "admitted" => Examined::Admitted,
        "grouped" => Examined::Grouped,
        "not_admitted" => Examined::NotAdmitted(No::read(draft())?),
        "kept_for_later" => Examined::KeptForLater(read_note(draft())?),
        _ => return Ok(None),
    }))
}

/// `POST …/idee/{number}/esito`: what the body decides; an answer in words is shown before it goes.
pub(super) async fn examine(
    visit: Visit,
    Path((_, slug, word)): Path<(String, String, String)>,
    Part(identity): Part<Identity>,
    Pairs(mut pairs): Pairs,
) -> Result<Response, WebError> {
    let idea = desk_idea(&visit, &slug, number(&word)?).await?;
    let number = idea.number;
    let (what, does) = (typed(&pairs, "esito").to_owned(), typed(&pairs, "fai").to_owned());
    let examined = match examined(&pairs) {
        Ok(Some(examined)) => examined,
        Ok(None) => return Err(WebError::BadRequest),
        Err(errors) => {
            let form = (Form::refused(&visit, pairs, &errors), what.as_str());
            let page = show(&visit, &identity, number, &slug, form, None).await?;
            return Ok(with_status(page, StatusCode::UNPROCESSABLE_ENTITY));
        }
    };
    if does == "correggi" {
        pairs.retain(|(name, _)| name != "fai");
        let form = (Form::filled(pairs), what.as_str());
        return show(&visit, &identity, number, &slug, form, None).await;
    }
    let shown = match &examined {
        Examined::NotAdmitted(no) => {
            Some((IdeaState::NotAdmitted, visit.t(no.reason.label()), no.answer.as_str()))
        }
        Examined::KeptForLater(note) => {
            Some((IdeaState::KeptForLater, String::new(), note.as_str()))
        }
        _ => None,
    };
    if let Some(shown) = shown.filter(|_| does != "manda") {
        let action =
            format!("/{}/scrivania/percorsi/{slug}/idee/{number}/esito", visit.body()?.slug);
        return preview(&visit, idea, shown, pairs, action).await;
    }
    let (store, site) = (visit.app.store(), site(&visit)?);
    match fate::examine(store, &site, &visit.principal, number, examined).await {
        Ok(_) => {
            let to = format!("/{}/scrivania/percorsi/{slug}/idee/{number}", site.slug);
            Ok(web::see_other(&to, key!("done-idea-examined")))
        }
        Err(error) => {
            let text = said(&visit, &refusal(error)?);
            let form = (Form::default(), "");
            let page = show(&visit, &identity, number, &slug, form, Some(text)).await?;
            Ok(with_status(page, StatusCode::CONFLICT))
        }
    }
}
