//! "Say your idea": one short form, and the page with the code to follow it.

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
    Asked, Form, Page, Pairs, Part, Visit, WebError,
    page::{Choice, Step},
};

use super::common::{
    self, Alike, Places, choices, listens, mark, not_kept, once, refusal, said, site, typed,
    with_status,
};
use crate::{
    input::IdeaInput,
    model::{Channel, Contributor},
    service::{ideas, paths},
};

#[derive(Template)]
#[template(path = "idea_new.html")]
struct NewIdea {
    page: Page,
    form: Form,
    path_name: String,
    root: String,
    body: String,
    areas: Vec<Choice>,
    places: Vec<Choice>,
    contributors: Vec<Choice>,
    alike: Vec<Alike>,
}

/// The form as it is or as it comes back.
async fn show(
    visit: &Visit,
    identity: &Identity,
    path: &paths::PathPage,
    form: Form,
) -> Result<Response, WebError> {
    let body = visit.body()?;
    let root = format!("/{}/percorsi/{}", body.slug, path.path.slug);
    let page = Page::new(visit, visit.t(key!("idea-new")))
        .under(format!("/{}/percorsi", body.slug), visit.t(key!("nav-paths")))
        .under(root.clone(), path.path.name.clone());
    let title = form.value("title");
    let alike = if title.is_empty() { Vec::new() } else { common::alike(visit, &title).await? };
    let places = Places::of(visit, identity).await?.choices();
    let contributors = choices!(visit, Contributor, |who| *who != Contributor::Anonymous);
    Ok(not_kept(web::html(&NewIdea {
        areas: common::areas(visit),
        path_name: path.path.name.clone(),
        body: body.slug.clone(),
        alike,
        contributors,
        places,
        page,
        form,
        root,
    })?))
}

/// `/{body}/percorsi/{path}/idee/nuova`
pub(super) async fn form(
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
    Part(identity): Part<Identity>,
) -> Result<Response, WebError> {
    let body = visit.body()?;
    let path = paths::path_page(visit.app.store(), body.id, &slug, false).await?;
    if !listens(&path.path, &path.phases, common::today(&visit)) {
        // The page of the path says what one can do instead, and from when.
        return Ok(Redirect::to(&format!("/{}/percorsi/{slug}", body.slug)).into_response());
    }
    show(&visit, &identity, &path, Form::filled([("invio", mark(&visit))])).await
}

/// What happens to an idea from now on.
pub(super) fn what_next(visit: &Visit) -> Vec<Step> {
    [
        (key!("idea-next-read"), key!("idea-next-read-text"), "current"),
        (key!("idea-next-public"), key!("idea-next-public-text"), "todo"),
        (key!("idea-next-answer"), key!("idea-next-answer-text"), "todo"),
    ]
    .into_iter()
    .map(|(label, text, status)| Step {
        label: visit.t(label),
        date: String::new(),
        text: visit.t(text),
        status: status.into(),
    })
    .collect()
}

/// The slip with the code: for the author, or for an operator to hand over.
#[derive(Template)]
#[template(path = "idea_sent.html")]
pub(super) struct Slip {
    pub(super) page: Page,
    pub(super) title: String,
    pub(super) lead: String,
    pub(super) code: String,
    pub(super) hint: String,
    pub(super) email: bool,
    pub(super) follow: String,
    pub(super) address: String,
    pub(super) steps: Vec<Step>,
    pub(super) next: (String, String),
    pub(super) other: (String, String),
}

/// `POST /{body}/percorsi/{path}/idee/nuova`: stores the idea and shows its code; the same sending again shows it again.
pub(super) async fn send(
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
    Part(identity): Part<Identity>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let path = paths::path_page(visit.app.store(), visit.body_id()?, &slug, false).await?;
    let places = Places::of(&visit, &identity).await?;
    let draft = Draft::new(pairs.clone());
    let input = match IdeaInput::read(draft, Channel::Web, &places.codes()) {
        Ok(input) => input,
        Err(errors) => {
            let form = Form::refused(&visit, pairs, &errors);
            let page = show(&visit, &identity, &path, form).await?;
            return Ok(with_status(page, StatusCode::UNPROCESSABLE_ENTITY));
        }
    };
    let (site, once) = (site(&visit)?, once(&visit, &pairs));
    let email = input.email.is_some();
    let sent =
        ideas::submit_once(visit.app.store(), &site, &visit.principal, &slug, input, once).await;
    match sent {
        Ok(sent) => slip(&visit, &path, &sent.code, email),
        Err(error) => {
            // What was typed stays, so that it can be copied or sent when the path listens.
            let text = said(&visit, &refusal(error)?);
            let form = Form::filled(pairs).with_error("", text);
            let page = show(&visit, &identity, &path, form).await?;
            Ok(with_status(page, StatusCode::CONFLICT))
        }
    }
}

fn slip(
    visit: &Visit,
    path: &paths::PathPage,
    code: &str,
    email: bool,
) -> Result<Response, WebError> {
    let site = site(visit)?;
    let root = site.path_href(&path.path.slug);
    let page = Page::new(visit, visit.t(key!("idea-sent-title")))
        .under(format!("/{}/percorsi", site.slug), visit.t(key!("nav-paths")))
        .under(root.clone(), path.path.name.clone());
    Ok(not_kept(web::html(&Slip {
        title: visit.t(key!("idea-sent-title")),
        lead: visit.t(key!("idea-sent-lead")),
        code: code.to_owned(),
        hint: visit.t(key!("idea-sent-hint")),
        email,
        follow: format!("/{}/segui", site.slug),
        address: site.follow_link(),
        steps: what_next(visit),
        next: (format!("{root}/idee"), visit.t(key!("idea-sent-read"))),
        other: (format!("{root}/idee/nuova"), visit.t(key!("idea-sent-another"))),
        page,
    })?))
}

#[derive(Template)]
#[template(path = "idea_alike.html")]
struct AlikeIdeas {
    page: Page,
    alike: Vec<Alike>,
}

/// `/{body}/percorsi/{path}/idee/simili?title=…`: a piece of a page, for who is typing.
pub(super) async fn alike(visit: Visit, asked: Asked) -> Result<Response, WebError> {
    let title: String = typed(&asked.0, "title").chars().take(200).collect();
    let alike = common::alike(&visit, &title).await?;
    Ok(not_kept(web::html(&AlikeIdeas { page: Page::new(&visit, ""), alike })?))
}
