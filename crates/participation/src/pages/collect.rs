//! "In somebody's words": an operator writes for a person, who gets a slip with the code.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use identity::Identity;
use kernel::form::Draft;
use texts::key;
use web::{Form, Page, Pairs, Part, Visit, WebError, page::Choice};

use super::{
    common::{
        Places, areas, choices, desk_path, mark, not_kept, once, refusal, said, site, with_status,
    },
    desk_paths::under_path,
    send::{Slip, what_next},
};
use crate::{
    input::Collected,
    model::{Channel, Contributor},
    service::{collect as service, paths::PathPage},
};

#[derive(Template)]
#[template(path = "idea_collect.html")]
struct Collect {
    page: Page,
    form: Form,
    back: String,
    channels: Vec<Choice>,
    contributors: Vec<Choice>,
    areas: Vec<Choice>,
    places: Vec<Choice>,
}

async fn show(
    visit: &Visit,
    identity: &Identity,
    found: &PathPage,
    form: Form,
) -> Result<Response, WebError> {
    let back = format!("/{}/scrivania/percorsi/{}", visit.body()?.slug, found.path.slug);
    let page = under_path(visit, visit.t(key!("idea-collect-title")), &found.path)?;
    Ok(not_kept(web::html(&Collect {
        channels: choices!(visit, Channel, |channel| *channel != Channel::Web),
        contributors: choices!(visit, Contributor),
        areas: areas(visit),
        places: Places::of(visit, identity).await?.choices(),
        back,
        form,
        page,
    })?))
}

/// `…/raccogli`
pub(super) async fn form(
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
    Part(identity): Part<Identity>,
) -> Result<Response, WebError> {
    let found = desk_path(&visit, &slug).await?;
    let form = Form::filled([
        ("invio", mark(&visit)),
        ("channel", Channel::Voice.code().to_owned()),
        ("contributor", Contributor::ServiceUser.code().to_owned()),
    ]);
    show(&visit, &identity, &found, form).await
}

/// `POST …/raccogli`: stores the voice and shows the slip to hand over.
pub(super) async fn collect(
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
    Part(identity): Part<Identity>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let found = desk_path(&visit, &slug).await?;
    let places = Places::of(&visit, &identity).await?;
    let collected = match Collected::read(Draft::new(pairs.clone()), &places.codes()) {
        Ok(collected) => collected,
        Err(errors) => {
            let form = Form::refused(&visit, pairs, &errors);
            let page = show(&visit, &identity, &found, form).await?;
            return Ok(with_status(page, StatusCode::UNPROCESSABLE_ENTITY));
        }
    };
    let (store, site, once) = (visit.app.store(), site(&visit)?, once(&visit, &pairs));
    match service::collect(store, &site, &visit.principal, &slug, collected, once).await {
        Ok(sent) => slip(&visit, &found, &sent.code),
        Err(error) => {
            let text = said(&visit, &refusal(error)?);
            let form = Form::filled(pairs).with_error("", text);
            let page = show(&visit, &identity, &found, form).await?;
            Ok(with_status(page, StatusCode::CONFLICT))
        }
    }
}

fn slip(visit: &Visit, found: &PathPage, code: &str) -> Result<Response, WebError> {
    let site = site(visit)?;
    let root = format!("/{}/scrivania/percorsi/{}", site.slug, found.path.slug);
    Ok(not_kept(web::html(&Slip {
        page: under_path(visit, visit.t(key!("idea-collect-done")), &found.path)?,
        title: visit.t(key!("idea-collect-done")),
        lead: visit.t(key!("idea-collect-done-lead")),
        code: code.to_owned(),
        hint: visit.t(key!("idea-collect-done-hint")),
        email: false,
        follow: format!("/{}/segui", site.slug),
        address: site.follow_link(),
        steps: what_next(visit),
        next: (format!("{root}/raccogli"), visit.t(key!("idea-collect-another"))),
        other: (root, visit.t(key!("idea-collect-back"))),
    })?))
}
