//! A day as staff writes it: made, and changed until the rules are frozen.

use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::form::{Draft, FieldError};
use participation::store as idea_rows;
use texts::key;
use web::{Asked, Form, Page, Pairs, Visit, WebError, page::Choice};

use super::{any_day, desk_href, refusal, refused, words};
use crate::{
    error::WorkdayError,
    model::{CompletionRule, DayFields, OfficialRule, TieOrder, TieRule},
    service,
};

#[derive(Template)]
#[template(path = "day_form.html")]
struct DayForm {
    page: Page,
    form: Form,
    making: bool,
    button: String,
    action: String,
    back: String,
    paths: Vec<Choice>,
    path_name: String,
    official: Vec<Choice>,
    completions: Vec<Choice>,
    tie_rules: Vec<Choice>,
    tie_orders: Vec<Choice>,
    levels: Vec<Choice>,
}

fn choice(visit: &Visit, value: &str, label: &str, hint: &str) -> Choice {
    let hint = if hint.is_empty() { String::new() } else { visit.t(hint) };
    Choice { value: value.to_owned(), label: visit.t(label), hint }
}

async fn paths(visit: &Visit) -> Result<Vec<Choice>, WebError> {
    let store = visit.app.store();
    let found = idea_rows::paths(store.read(), store.engine(), visit.body_id()?, true).await?;
    Ok(found
        .into_iter()
        .filter(|path| !path.state.is_over())
        .map(|path| Choice { value: path.slug, label: path.name, hint: String::new() })
        .collect())
}

/// The form; of a new day when `slug` is none.
async fn day_form(visit: &Visit, slug: Option<&str>, form: Form) -> Result<DayForm, WebError> {
    let root = desk_href(visit);
    let making = slug.is_none();
    let title = if making { key!("day-new-title") } else { key!("day-edit-title") };
    let page = Page::new(visit, visit.t(title)).under(root.clone(), visit.t(key!("desk-days")));
    let (action, back, paths, path_name) = match slug {
        None => (format!("{root}/nuova"), root, paths(visit).await?, String::new()),
        Some(slug) => {
            let view = any_day(visit, slug).await?;
            let back = format!("{root}/{slug}");
            (format!("{back}/modifica"), back, Vec::new(), view.day.fields.path)
        }
    };
    let said = |value: &str, label: &str, hint: &str| choice(visit, value, label, hint);
    Ok(DayForm {
        form,
        making,
        button: visit.t(if making { key!("day-create") } else { key!("day-save") }),
        action,
        back,
        paths,
        path_name,
        official: vec![
            said("equal_shares", key!("day-rule-equal-shares"), key!("day-rule-equal-shares-hint")),
            said("greedy", key!("day-rule-greedy"), key!("day-rule-greedy-hint")),
        ],
        completions: vec![
            said("add_one_utilitarian", key!("day-completion-add-one-utilitarian"), ""),
            said("add_one", key!("day-completion-add-one"), ""),
            said("utilitarian", key!("day-completion-utilitarian"), ""),
            said("none", key!("day-completion-none"), ""),
        ],
        tie_rules: vec![
            said("cost_votes_order", key!("day-tie-rule-cost"), ""),
            said("votes_cost_order", key!("day-tie-rule-votes"), ""),
            said("order", key!("day-tie-rule-order"), ""),
        ],
        tie_orders: vec![
            said("drawn", key!("day-tie-order-drawn"), ""),
            said("code", key!("day-tie-order-code"), ""),
            said("listed", key!("day-tie-order-listed"), ""),
        ],
        levels: vec![
            said("0", key!("day-level-room"), key!("day-level-room-hint")),
            said("1", key!("day-level-personal"), key!("day-level-personal-hint")),
        ],
        page,
    })
}

/// A form with what nobody should have to think of.
fn blank(path: &str) -> Form {
    Form::filled([
        ("path", path),
        ("official", OfficialRule::default().code()),
        ("completion", CompletionRule::default().code()),
        ("tie_rule", TieRule::default().code()),
        ("tie_order", TieOrder::default().code()),
        ("least_level", "0"),
    ])
}

fn filled(fields: &DayFields) -> Form {
    let rules = fields.rules;
    Form::filled([
        ("title", fields.title.clone()),
        ("slug", fields.slug.clone()),
        ("day", fields.day.to_string()),
        ("place", fields.place.clone()),
        ("access_notes", fields.access_notes.clone()),
        ("budget", fields.budget.map(kernel::Cents::typed).unwrap_or_default()),
        ("official", rules.official.code().to_owned()),
        ("completion", rules.completion.code().to_owned()),
        ("tie_rule", rules.tie_rule.code().to_owned()),
        ("tie_order", rules.tie_order.code().to_owned()),
        ("least_level", rules.least_level.to_string()),
    ])
}

/// The form with what stands against it.
fn against(
    visit: &Visit,
    pairs: Vec<(String, String)>,
    error: WorkdayError,
) -> Result<Form, WebError> {
    Ok(match error {
        WorkdayError::Invalid(errors) => Form::refused(visit, pairs, &errors),
        WorkdayError::SlugTaken(_) => {
            let text = words(visit, &error);
            Form::filled(pairs).with_error("slug", text)
        }
        error => {
            let text = words(visit, &refusal(error)?);
            Form::filled(pairs).with_error("", text)
        }
    })
}

fn sent<'a>(pairs: &'a [(String, String)], name: &str) -> &'a str {
    pairs.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.trim())
}

/// `/{body}/scrivania/giornate/nuova`; `?percorso=` chooses the path.
pub async fn new(visit: Visit, asked: Asked) -> Result<Response, WebError> {
    web::html(&day_form(&visit, None, blank(asked.value("percorso"))).await?)
}

/// `POST /{body}/scrivania/giornate/nuova`
pub async fn create(visit: Visit, Pairs(pairs): Pairs) -> Result<Response, WebError> {
    let known = paths(&visit).await?;
    let mut draft = Draft::new(pairs.clone());
    let path = draft.choice("path", true, |slug| {
        known.iter().any(|path| path.value == slug).then(|| slug.to_owned())
    });
    let read: Result<DayFields, Vec<FieldError>> =
        DayFields::read(&mut draft, &path.unwrap_or_default());
    let made = match read {
        Ok(fields) => {
            let (body, slug) = (visit.body_id()?, visit.body()?.slug.clone());
            service::create_day(visit.app.store(), &visit.principal, body, &slug, fields).await
        }
        Err(errors) => Err(WorkdayError::Invalid(errors)),
    };
    match made {
        Ok(day) => {
            let to = format!("{}/{}", desk_href(&visit), day.fields.slug);
            Ok(web::see_other(&to, key!("done-day-created")))
        }
        Err(error) => {
            let form = against(&visit, pairs, error)?;
            refused(&day_form(&visit, None, form).await?)
        }
    }
}

/// `/{body}/scrivania/giornate/{day}/modifica`
pub async fn edit(
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let view = any_day(&visit, &slug).await?;
    let mut form = filled(&view.day.fields);
    if let Err(error) = view.day.state.edit() {
        form = form.with_error("", words(&visit, &error));
    }
    web::html(&day_form(&visit, Some(&slug), form).await?)
}

/// `POST /{body}/scrivania/giornate/{day}/modifica`
pub async fn save(
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
    Pairs(mut pairs): Pairs,
) -> Result<Response, WebError> {
    let view = any_day(&visit, &slug).await?;
    // An address left empty is the one it has: links to the day keep working.
    if sent(&pairs, "slug").is_empty() {
        pairs.retain(|(name, _)| name != "slug");
        pairs.push(("slug".into(), slug.clone()));
    }
    let mut draft = Draft::new(pairs.clone());
    let saved = match DayFields::read(&mut draft, &view.day.fields.path) {
        Ok(fields) => {
            let (body, word) = (visit.body_id()?, visit.body()?.slug.clone());
            let (store, who) = (visit.app.store(), &visit.principal);
            service::edit_day(store, who, body, &word, view.day.id, fields).await
        }
        Err(errors) => Err(WorkdayError::Invalid(errors)),
    };
    match saved {
        Ok(day) => {
            let to = format!("{}/{}", desk_href(&visit), day.fields.slug);
            Ok(web::see_other(&to, key!("done-day-saved")))
        }
        Err(error) => {
            let form = against(&visit, pairs, error)?;
            refused(&day_form(&visit, Some(&slug), form).await?)
        }
    }
}
