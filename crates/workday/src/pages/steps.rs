//! The steps of a day: each asks first, and says what cannot be undone.

use askama::Template;
use axum::{extract::Path, response::Response};
use texts::key;
use web::{
    Form, Page, Pairs, Visit, WebError,
    page::{Choice, Fact},
};

use super::{any_day, desk_href, refusal, refused, shown::how, site, words};
use crate::{
    counting,
    error::WorkdayError,
    model::{Day, DayState, Step},
    rules,
    service::{self, DayView},
};

/// More than this is no reason but a report.
const LONGEST_REASON: usize = 1000;

/// The step a word of an address stands for.
fn step_of(word: &str) -> Option<Step> {
    Some(match word {
        "fissa" => Step::Freeze,
        "apri" => Step::Open,
        "chiudi" => Step::Close,
        "conta" => Step::Count,
        "pubblica" => Step::Publish,
        "annulla" => Step::Annul,
        _ => return None,
    })
}

/// Title, what happens, what cannot be undone, button, what was done.
fn said(step: Step) -> [&'static str; 5] {
    match step {
        Step::Freeze | Step::Edit => [
            key!("day-freeze-title"),
            key!("day-freeze-text"),
            key!("day-freeze-warning"),
            key!("day-freeze"),
            key!("done-day-frozen"),
        ],
        Step::Open => [
            key!("day-open-title"),
            key!("day-open-text"),
            key!("day-open-warning"),
            key!("day-open"),
            key!("done-day-opened"),
        ],
        Step::Close => [
            key!("day-close-title"),
            key!("day-close-text"),
            key!("day-close-warning"),
            key!("day-close"),
            key!("done-day-closed"),
        ],
        Step::Count => [
            key!("day-count-title"),
            key!("day-count-text"),
            key!("day-count-warning"),
            key!("day-count"),
            key!("done-day-counted"),
        ],
        Step::Publish => [
            key!("day-publish-title"),
            key!("day-publish-text"),
            key!("day-publish-warning"),
            key!("day-publish"),
            key!("done-day-published"),
        ],
        Step::Annul => [
            key!("day-annul-title"),
            key!("day-annul-text"),
            key!("day-annul-warning"),
            key!("day-annul"),
            key!("done-day-annulled"),
        ],
    }
}

/// Whether the day takes the step now.
fn may(view: &DayView, step: Step) -> Result<(), WorkdayError> {
    let state = view.day.state;
    match step {
        Step::Edit => state.edit(),
        Step::Freeze => {
            state.freeze()?;
            rules::check_freezable(&view.day.fields, &view.projects)?;
            Ok(state)
        }
        Step::Open => state.open(),
        Step::Close => state.close(),
        Step::Count => state.count(),
        Step::Publish => state.publish(),
        Step::Annul => state.annul(),
    }
    .map(|_| ())
}

#[derive(Template)]
#[template(path = "day_step.html")]
struct StepPage {
    page: Page,
    day_title: String,
    action: String,
    back: String,
    text: String,
    warning: String,
    button: String,
    /// Whether the step can be taken now.
    may: bool,
    annulling: bool,
    form: Form,
    facts: Vec<Fact>,
    how: Vec<String>,
    projects: Vec<Choice>,
}

fn step_page(visit: &Visit, view: &DayView, (word, step): (&str, Step), form: Form) -> StepPage {
    let day = &view.day;
    let [title, text, warning, button, _] = said(step);
    let back = format!("{}/{}", desk_href(visit), day.fields.slug);
    let page = Page::new(visit, visit.t(title))
        .under(desk_href(visit), visit.t(key!("desk-days")))
        .under(back.clone(), &day.fields.title);
    let may = may(view, step);
    let form = match &may {
        Err(error) if form.errors().is_empty() => form.with_error("", words(visit, error)),
        _ => form,
    };
    let freezing = step == Step::Freeze;
    let listed = view.projects.iter().filter(|_| freezing);
    StepPage {
        day_title: day.fields.title.clone(),
        action: format!("{back}/passi/{word}"),
        back,
        text: page.t(text),
        warning: page.t(warning),
        button: page.t(button),
        may: may.is_ok(),
        annulling: step == Step::Annul,
        form,
        facts: facts(&page, day),
        how: if freezing { how(&page, &day.fields) } else { Vec::new() },
        projects: listed
            .map(|project| Choice {
                value: project.fields.code.clone(),
                label: project.fields.title.clone(),
                hint: page.money(project.fields.cost.0),
            })
            .collect(),
        page,
    }
}

fn facts(page: &Page, day: &Day) -> Vec<Fact> {
    let fact = |key, text| Fact { label: page.t(key), text };
    let budget = day.fields.budget.map(|budget| page.money(budget.0)).unwrap_or_default();
    let mut facts = vec![
        fact(key!("day-when"), page.date(&day.fields.day.to_string())),
        fact(key!("day-budget"), budget),
    ];
    if day.state != DayState::Prepared {
        facts.push(fact(key!("day-present-fact"), page.number(day.present)));
        facts.push(fact(key!("day-ballots-fact"), page.number(day.ballots)));
    }
    facts
}

/// `/{body}/scrivania/giornate/{day}/passi/{step}`
pub async fn ask(
    visit: Visit,
    Path((_, slug, word)): Path<(String, String, String)>,
) -> Result<Response, WebError> {
    let step = step_of(&word).ok_or(WebError::NotFound)?;
    let view = any_day(&visit, &slug).await?;
    web::html(&step_page(&visit, &view, (&word, step), Form::default()))
}

/// `POST /{body}/scrivania/giornate/{day}/passi/{step}`
pub async fn take(
    visit: Visit,
    Path((_, slug, word)): Path<(String, String, String)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let step = step_of(&word).ok_or(WebError::NotFound)?;
    let view = any_day(&visit, &slug).await?;
    let (store, who, body) = (visit.app.store(), &visit.principal, visit.body_id()?);
    let (site, id) = (site(&visit)?, view.day.id);
    let reason = pairs.iter().find(|(name, _)| name == "reason").map_or("", |(_, v)| v.trim());
    let taken = match step {
        Step::Freeze => service::freeze(store, who, &site, id).await.map(drop),
        Step::Open => service::open(store, who, body, id).await.map(drop),
        Step::Close => service::close(store, who, body, id).await.map(drop),
        Step::Count => counting::count(store, who, body, id).await.map(drop),
        Step::Publish => counting::publish(store, who, &site, id).await.map(drop),
        Step::Annul => match read_reason(&pairs) {
            Ok(reason) => service::annul(store, who, &site, id, &reason).await.map(drop),
            Err(error) => Err(error),
        },
        Step::Edit => return Err(WebError::NotFound),
    };
    let Err(error) = taken else {
        let to = format!("{}/{slug}", desk_href(&visit));
        return Ok(web::see_other(&to, said(step)[4]));
    };
    let form = match error {
        WorkdayError::Invalid(errors) => Form::refused(&visit, pairs.clone(), &errors),
        WorkdayError::ReasonMissing => Form::filled([("reason", reason)])
            .with_error("reason", words(&visit, &WorkdayError::ReasonMissing)),
        error => {
            let text = words(&visit, &refusal(error)?);
            Form::filled([("reason", reason)]).with_error("", text)
        }
    };
    refused(&step_page(&visit, &view, (&word, step), form))
}

fn read_reason(pairs: &[(String, String)]) -> Result<String, WorkdayError> {
    let mut draft = kernel::form::Draft::new(pairs.to_vec());
    let reason = draft.lines("reason", false, 10, LONGEST_REASON);
    draft.finish().map_err(WorkdayError::Invalid)?;
    Ok(reason)
}
