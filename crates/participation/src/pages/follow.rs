//! Following an idea by its code, without an account: the author reads, completes, takes it back.
//!
//! The code travels only in the body of a request, so that no log, history or referrer keeps it.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use identity::Identity;
use kernel::form::{Draft, FieldError};
use texts::key;
use web::{
    Form, Page, Pairs, Part, Visit, WebError,
    page::{Choice, Step},
};

use super::common::{
    self, Places, history, kind, not_kept, paragraphs, refusal, said, site, typed, with_status,
    wrong,
};
use crate::{
    ParticipationError,
    input::IdeaWords,
    model::IdeaState,
    service::ideas::{self, IdeaPage},
    store::Idea,
};

#[derive(Template)]
#[template(path = "idea_follow.html")]
struct Follow {
    page: Page,
    form: Form,
    action: String,
}

fn ask(visit: &Visit, form: Form) -> Result<Response, WebError> {
    let action = format!("/{}/segui", visit.body()?.slug);
    let page = Page::new(visit, visit.t(key!("idea-follow-title")));
    Ok(not_kept(web::html(&Follow { page, form, action })?))
}

/// `/{body}/segui`
pub(super) async fn form(visit: Visit, Path(_): Path<String>) -> Result<Response, WebError> {
    ask(&visit, Form::default())
}

#[derive(Template)]
#[template(path = "idea_mine.html")]
struct Mine {
    page: Page,
    idea: Idea,
    form: Form,
    code: String,
    root: String,
    public: String,
    text: Vec<String>,
    state: String,
    kind: &'static str,
    reason: String,
    answer: Vec<String>,
    note: Vec<String>,
    steps: Vec<Step>,
    areas: Vec<Choice>,
    places: Vec<Choice>,
    completes: bool,
    withdraws: bool,
    no: bool,
}

/// The author's view; `form` is the one to complete the idea, when it comes back.
async fn view(
    visit: &Visit,
    identity: &Identity,
    code: &str,
    found: IdeaPage,
    form: Option<Form>,
    refused: Option<String>,
) -> Result<Response, WebError> {
    let body = visit.body()?;
    let IdeaPage { idea, steps, .. } = found;
    let mut page = Page::new(visit, visit.t(key!("idea-mine-title")))
        .under(format!("/{}/segui", body.slug), visit.t(key!("idea-follow-title")));
    if let Some(text) = refused {
        page = page.with_flash("warning", text);
    }
    let completes = idea.state == IdeaState::ChangesRequested;
    let asked = steps.iter().rev().find(|step| step.state == IdeaState::ChangesRequested);
    let form = form.unwrap_or_else(|| {
        let mut values = vec![
            ("title".to_owned(), idea.title.clone()),
            ("text".to_owned(), idea.text.clone()),
            ("for_whom".to_owned(), idea.for_whom.clone()),
            ("municipality".to_owned(), idea.municipality.clone()),
        ];
        values.extend(idea.areas().map(|area| ("areas".to_owned(), area.to_owned())));
        Form::filled(values)
    });
    Ok(not_kept(web::html(&Mine {
        code: code.to_owned(),
        root: format!("/{}", body.slug),
        public: if idea.is_public() {
            site(visit)?.idea_href(&idea.path_slug, idea.number)
        } else {
            String::new()
        },
        text: paragraphs(&idea.text),
        state: visit.t(idea.state.label()),
        kind: kind(idea.state),
        reason: idea.reason.map(|reason| visit.t(reason.label())).unwrap_or_default(),
        answer: paragraphs(&idea.answer),
        note: asked.filter(|_| completes).map(|step| paragraphs(&step.note)).unwrap_or_default(),
        steps: history(visit, &idea, &steps),
        areas: common::areas(visit),
        places: Places::of(visit, identity).await?.choices(),
        withdraws: idea.state.withdraw().is_ok(),
        no: matches!(idea.state, IdeaState::Refused | IdeaState::NotAdmitted),
        completes,
        idea,
        form,
        page,
    })?))
}

/// The idea of a code, counted as a try: an unknown code and a misspelt one get the same answer.
async fn found(
    visit: &Visit,
    pairs: &[(String, String)],
) -> Result<Result<IdeaPage, Response>, WebError> {
    visit.count_guess()?;
    let code = typed(pairs, "code");
    let told = |errors: Vec<FieldError>| {
        // A huge paste does not travel back.
        let kept = code.chars().take(200).collect::<String>();
        let form = Form::refused(visit, vec![("code".to_owned(), kept)], &errors);
        Ok(Err(with_status(ask(visit, form)?, StatusCode::UNPROCESSABLE_ENTITY)))
    };
    if code.is_empty() {
        return told(wrong("code", "form-required"));
    }
    match ideas::follow(visit.app.store(), visit.body_id()?, code).await {
        Ok(page) => Ok(Ok(page)),
        Err(error @ ParticipationError::NoSuchCode) => told(wrong("code", error.key())),
        Err(error) => Err(error.into()),
    }
}

/// `POST /{body}/segui`
pub(super) async fn show(
    visit: Visit,
    Part(identity): Part<Identity>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    match found(&visit, &pairs).await? {
        Ok(page) => view(&visit, &identity, typed(&pairs, "code"), page, None, None).await,
        Err(answer) => Ok(answer),
    }
}

/// `POST /{body}/segui/completa`: the change the moderator asked for.
pub(super) async fn resubmit(
    visit: Visit,
    Part(identity): Part<Identity>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let page = match found(&visit, &pairs).await? {
        Ok(page) => page,
        Err(answer) => return Ok(answer),
    };
    let code = typed(&pairs, "code").to_owned();
    let places = Places::of(&visit, &identity).await?;
    let mut draft = Draft::new(pairs.clone());
    let words = IdeaWords::read(&mut draft, &places.codes());
    if let Err(errors) = draft.finish() {
        let form = Form::refused(&visit, pairs, &errors);
        let answer = view(&visit, &identity, &code, page, Some(form), None).await?;
        return Ok(with_status(answer, StatusCode::UNPROCESSABLE_ENTITY));
    }
    let site = site(&visit)?;
    match ideas::resubmit(visit.app.store(), &site, &code, words).await {
        Ok(()) => Ok(web::see_other(&format!("/{}/segui", site.slug), key!("done-idea-completed"))),
        Err(error) => {
            let text = said(&visit, &refusal(error)?);
            let answer = view(&visit, &identity, &code, page, None, Some(text)).await?;
            Ok(with_status(answer, StatusCode::CONFLICT))
        }
    }
}

/// `POST /{body}/segui/ritira`
pub(super) async fn withdraw(
    visit: Visit,
    Part(identity): Part<Identity>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let page = match found(&visit, &pairs).await? {
        Ok(page) => page,
        Err(answer) => return Ok(answer),
    };
    let code = typed(&pairs, "code");
    let site = site(&visit)?;
    match ideas::withdraw(visit.app.store(), &site, code).await {
        Ok(()) => Ok(web::see_other(&format!("/{}/segui", site.slug), key!("done-idea-withdrawn"))),
        Err(error) => {
            let text = said(&visit, &refusal(error)?);
            let answer = view(&visit, &identity, code, page, None, Some(text)).await?;
            Ok(with_status(answer, StatusCode::CONFLICT))
        }
    }
}
