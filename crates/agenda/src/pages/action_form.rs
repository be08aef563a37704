//! Writing an action.

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use identity::Identity;
use kernel::{form::Draft, vocabulary};
use texts::key;
use web::{Asked, Form, Page, Pairs, Part, Visit, WebError, page::Choice, see_other};

use super::view::{self, REFUSED};
use crate::{ActionContent, ActionKind, AgendaError, form, origins, query, service};

/// A row of the funding: a source and its part of the cost.
struct FundingRow {
    n: usize,
    source: String,
    cents: String,
}

#[derive(Template)]
#[template(path = "agenda_action_form.html")]
struct ActionFormPage {
    page: Page,
    form: Form,
    lead: String,
    cancel: String,
    is_new: bool,
    kinds: Vec<Choice>,
    areas: Vec<Choice>,
    municipalities: Vec<Choice>,
    levels: Vec<Choice>,
    ideas: Vec<Choice>,
    funding: Vec<FundingRow>,
}

/// What an action says as the pairs of its form.
pub fn pairs(content: &ActionContent) -> Vec<(String, String)> {
    let c = content;
    let day = |day: Option<jiff::civil::Date>| day.map(|d| d.to_string()).unwrap_or_default();
    let mut pairs: Vec<(&str, String)> = vec![
        ("title", c.title.clone()),
        ("easy_title", c.easy_title.clone()),
        ("summary", c.summary.clone()),
        ("kind", c.kind.code().to_owned()),
        ("start", day(c.start)),
        ("end", day(c.end)),
        ("responsible", c.responsible.clone()),
        ("partners", c.partners.join("\n")),
        ("cost", c.cost.map(kernel::Cents::typed).unwrap_or_default()),
        ("inclusion", c.inclusion.clone()),
        ("services", c.services.join("; ")),
        ("databases", c.databases.join("; ")),
        ("level_from", c.level_from.clone()),
        ("level_to", c.level_to.clone()),
        ("source", c.source.clone()),
    ];
    pairs.extend(c.areas.iter().map(|code| ("areas", code.clone())));
    pairs.extend(c.municipalities.iter().map(|code| ("municipalities", code.clone())));
    for part in &c.funding {
        pairs.push(("funding_source", part.source.clone()));
        pairs.push(("funding_cents", part.cents.map(kernel::Cents::typed).unwrap_or_default()));
    }
    if c.demonstrative {
        pairs.push(("demonstrative", "1".to_owned()));
    }
    pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

async fn show(
    visit: &Visit,
    identity: &Identity,
    form: Form,
    code: Option<&str>,
) -> Result<Response, WebError> {
    let root = view::desk_href(visit)?;
    let title = match code {
        Some(code) => {
            let mut args = texts::Args::new();
            args.set("code", code.to_owned());
            visit.app.texts().format(visit.lang, key!("agenda-action-edit"), &args)
        }
        None => visit.t(key!("agenda-action-new")),
    };
    let cancel = code.map_or_else(|| root.clone(), |code| format!("{root}/azioni/{code}"));
    let page = Page::new(visit, title).under(root, visit.t(key!("agenda-desk-name")));
    let ideas = match code {
        Some(_) => Vec::new(),
        None => origins::ready_ideas(visit.app.store(), visit.body_id()?)
            .await
            .map_err(view::failure)?
            .iter()
            .map(|idea| Choice {
                value: idea.number.to_string(),
                label: format!("{} · {}", idea.number, idea.title),
                hint: String::new(),
            })
            .collect(),
    };
    let municipalities = identity.municipalities(visit.body_id()?).await?;
    let answer = ActionFormPage {
        lead: visit.t(if code.is_some() {
            key!("agenda-action-edit-lead")
        } else {
            key!("agenda-action-new-lead")
        }),
        kinds: view::choices(&page, ActionKind::ALL.map(|kind| (kind.code(), kind.key()))),
        areas: web::form::choices(visit, vocabulary::areas()),
        municipalities: municipalities
            .into_iter()
            .map(|one| Choice { value: one.istat, label: one.name, hint: String::new() })
            .collect(),
        levels: web::form::choices(visit, vocabulary::interactivity_levels()),
        funding: funding_rows(&form),
        is_new: code.is_none(),
        page,
        form,
        cancel,
        ideas,
    };
    web::html(&answer)
}

/// The rows that were filled and two more, four at least.
fn funding_rows(form: &Form) -> Vec<FundingRow> {
    let (sources, parts) = (form.values("funding_source"), form.values("funding_cents"));
    let filled = (0..sources.len().max(parts.len()))
        .rev()
        .find(|at| {
            [&sources, &parts].iter().any(|list| list.get(*at).is_some_and(|v| !v.is_empty()))
        })
        .map_or(0, |last| last + 1);
    (0..(filled + 2).clamp(3, 20))
        .map(|n| FundingRow {
            n: n + 1,
            source: sources.get(n).cloned().unwrap_or_default(),
            cents: parts.get(n).cloned().unwrap_or_default(),
        })
        .collect()
}

/// `/{body}/scrivania/agenda/azioni/nuova`; `?bisogno=3` starts from a need of the profile.
pub async fn blank(
    visit: Visit,
    Part(identity): Part<Identity>,
    asked: Asked,
) -> Result<Response, WebError> {
    let form = match asked.value("bisogno").parse() {
        Ok(number) => {
            let site = view::site(&visit)?;
            let found = origins::need_by_number(visit.app.store(), &site, number);
            let (_, content) = found.await.map_err(view::failure)?;
            let mut from = pairs(&content);
            from.push(("need".to_owned(), number.to_string()));
            Form::filled(from)
        }
        Err(_) => Form::filled([("kind", ActionKind::default().code())]),
    };
    show(&visit, &identity, form, None).await
}

/// `POST /{body}/scrivania/agenda/azioni/nuova`
pub async fn create(
    visit: Visit,
    Part(identity): Part<Identity>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let (store, site) = (visit.app.store(), view::site(&visit)?);
    let made = async {
        let mut draft = Draft::new(pairs.clone());
        let content = form::action(&mut draft)?;
        let mut from = Vec::new();
        for number in draft.values("idea").filter_map(|n| n.trim().parse().ok()).take(60) {
            from.push(origins::idea_by_number(store, &site, number).await?);
        }
        if let Ok(number) = draft.value("need").trim().parse() {
            from.push(origins::need_by_number(store, &site, number).await?.0);
        }
        service::action_create(store, &site, &visit.principal, content, from).await
    };
    match made.await {
        Ok(code) => {
            let to = format!("{}/azioni/{code}", view::desk_href(&visit)?);
            Ok(see_other(&to, key!("done-agenda-action-created")))
        }
        Err(error) => again(&visit, &identity, pairs, error, None).await,
    }
}

async fn again(
    visit: &Visit,
    identity: &Identity,
    pairs: Vec<(String, String)>,
    error: AgendaError,
    code: Option<&str>,
) -> Result<Response, WebError> {
    let form = view::refused(visit, pairs, error)?;
    let answer = show(visit, identity, form, code).await?;
    Ok((REFUSED, answer).into_response())
}

/// `/{body}/scrivania/agenda/azioni/{code}/modifica`
pub async fn filled(
    visit: Visit,
    Part(identity): Part<Identity>,
    Path((_, code)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let action = query::action(visit.app.store(), visit.body_id()?, &code).await;
    let form = Form::filled(pairs(&action.map_err(view::failure)?.content));
    show(&visit, &identity, form, Some(&code)).await
}

/// `POST /{body}/scrivania/agenda/azioni/{code}/modifica`
pub async fn edit(
    visit: Visit,
    Part(identity): Part<Identity>,
    Path((_, code)): Path<(String, String)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let (store, place) = (visit.app.store(), view::place(&visit)?);
    let edited = match form::action(&mut Draft::new(pairs.clone())) {
        Ok(content) => service::action_edit(store, &place, &visit.principal, &code, content).await,
        Err(error) => Err(error),
    };
    match edited {
        Ok(()) => {
            let to = format!("{}/azioni/{code}", view::desk_href(&visit)?);
            Ok(see_other(&to, key!("done-agenda-action-saved")))
        }
        Err(error) => again(&visit, &identity, pairs, error, Some(&code)).await,
    }
}
