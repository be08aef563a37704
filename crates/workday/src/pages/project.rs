//! A project as staff writes it: from one admitted idea, from several that go together, or from none.

use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::{form::Draft, id::Uuid, vocabulary};
use participation::store::Idea;
use texts::key;
use web::{Asked, Form, Page, Pairs, Visit, WebError, page::Choice};

use super::{any_day, console::candidates, desk_href, refusal, refused, words};
use crate::{
    error::WorkdayError,
    model::{Origin, Project, ProjectFields, ProjectId},
    service::{self, DayView},
};

#[derive(Template)]
#[template(path = "day_project_form.html")]
struct ProjectForm {
    page: Page,
    form: Form,
    button: String,
    /// Where the project is taken off; empty for a new one.
    remove: String,
    action: String,
    back: String,
    areas: Vec<Choice>,
    ideas: Vec<Choice>,
}

/// The ideas that may stand behind a project: those that may be voted, and those it has.
async fn ideas(
    visit: &Visit,
    view: &DayView,
    project: Option<&Project>,
) -> Result<Vec<Origin>, WebError> {
    let slug = visit.body()?.slug.clone();
    let mut found: Vec<Origin> = candidates(visit, &view.day.fields.path)
        .await?
        .into_iter()
        .map(|idea| Origin {
            idea: idea.id.0,
            href: format!("/{slug}/percorsi/{}/idee/{}", idea.path_slug, idea.number),
            title: idea.title,
        })
        .collect();
    for origin in project.into_iter().flat_map(|p| &p.fields.origins) {
        if !found.iter().any(|other| other.idea == origin.idea) {
            found.push(origin.clone());
        }
    }
    Ok(found)
}

fn project_form(
    visit: &Visit,
    view: &DayView,
    project: Option<&Project>,
    ideas: &[Origin],
    form: Form,
) -> ProjectForm {
    let making = project.is_none();
    let title = if making { key!("day-project-new-title") } else { key!("day-project-edit-title") };
    let back = format!("{}/{}", desk_href(visit), view.day.fields.slug);
    let page = Page::new(visit, visit.t(title))
        .under(desk_href(visit), visit.t(key!("desk-days")))
        .under(back.clone(), &view.day.fields.title);
    let elsewhere = |idea: Uuid| {
        let other = view.projects.iter().find(|other| {
            project.is_none_or(|mine| mine.id != other.id)
                && other.fields.origins.iter().any(|origin| origin.idea == idea)
        });
        other.map(|other| page.ts(key!("day-idea-used"), &other.fields.code)).unwrap_or_default()
    };
    let choices = ideas
        .iter()
        .map(|origin| Choice {
            value: origin.idea.to_string(),
            label: origin.title.clone(),
            hint: elsewhere(origin.idea),
        })
        .collect();
    let action = match project {
        None => format!("{back}/progetti/nuovo"),
        Some(project) => format!("{back}/progetti/{}", project.id),
    };
    let areas = web::form::choices(visit, vocabulary::areas());
    let button = visit.t(if making { key!("day-project-add") } else { key!("day-save") });
    let remove = if making { String::new() } else { format!("{action}/togli") };
    ProjectForm { page, form, button, remove, action, back, areas, ideas: choices }
}

/// The first code of the kind `P1` that no project has.
fn free_code(projects: &[Project]) -> String {
    (1..=projects.len() + 1)
        .map(|n| format!("P{n}"))
        .find(|code| projects.iter().all(|project| project.fields.code != *code))
        .unwrap_or_default()
}

/// What the ideas asked for say of a new project.
fn from_ideas(found: &[Idea], asked: &Asked) -> Vec<(String, String)> {
    let wanted: Vec<&str> =
        asked.0.iter().filter(|(name, _)| name == "idea").map(|(_, n)| n.trim()).collect();
    let chosen: Vec<&Idea> =
        found.iter().filter(|idea| wanted.contains(&idea.number.to_string().as_str())).collect();
    let mut pairs: Vec<(String, String)> =
        chosen.iter().map(|idea| ("ideas".to_owned(), idea.id.to_string())).collect();
    if let Some(first) = chosen.first() {
        pairs.push(("title".into(), first.title.clone()));
        let texts: Vec<&str> = chosen.iter().map(|idea| idea.text.as_str()).collect();
        pairs.push(("summary".into(), texts.join("\n\n").chars().take(4000).collect()));
        pairs.push(("area".into(), first.areas().next().unwrap_or_default().to_owned()));
    }
    pairs
}

/// `/{body}/scrivania/giornate/{day}/progetti/nuovo?idea=12&idea=15`
pub async fn new(
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
    asked: Asked,
) -> Result<Response, WebError> {
    let view = any_day(&visit, &slug).await?;
    let found = candidates(&visit, &view.day.fields.path).await?;
    let mut pairs = from_ideas(&found, &asked);
    pairs.push(("code".into(), free_code(&view.projects)));
    let mut form = Form::filled(pairs);
    if let Err(error) = view.day.state.edit() {
        form = form.with_error("", words(&visit, &error));
    }
    let ideas = ideas(&visit, &view, None).await?;
    web::html(&project_form(&visit, &view, None, &ideas, form))
}

/// Reads the form; the ideas must be among those offered.
fn read(pairs: &[(String, String)], offered: &[Origin]) -> Result<ProjectFields, WorkdayError> {
    let mut draft = Draft::new(pairs.to_vec());
    let origins = draft.many("ideas", false, |id| {
        offered.iter().find(|origin| origin.idea.to_string() == id).cloned()
    });
    draft.choice("area", false, |code| vocabulary::areas().get(code).map(|_| ()));
    ProjectFields::read(&mut draft, origins).map_err(WorkdayError::Invalid)
}

/// The form with what stands against it.
fn against(
    visit: &Visit,
    pairs: Vec<(String, String)>,
    error: WorkdayError,
) -> Result<Form, WebError> {
    Ok(match error {
        WorkdayError::Invalid(errors) => Form::refused(visit, pairs, &errors),
        WorkdayError::CodeTaken(_) => {
            let text = words(visit, &error);
            Form::filled(pairs).with_error("code", text)
        }
        error => {
            let text = words(visit, &refusal(error)?);
            Form::filled(pairs).with_error("", text)
        }
    })
}

/// `POST /{body}/scrivania/giornate/{day}/progetti/nuovo`
pub async fn add(
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let view = any_day(&visit, &slug).await?;
    let offered = ideas(&visit, &view, None).await?;
    let (store, who, body) = (visit.app.store(), &visit.principal, visit.body_id()?);
    let added = match read(&pairs, &offered) {
        Ok(fields) => service::add_project(store, who, body, view.day.id, fields).await,
        Err(error) => Err(error),
    };
    match added {
        Ok(_) => Ok(done(&visit, &slug, key!("done-day-project-added"))),
        Err(error) => {
            let form = against(&visit, pairs, error)?;
            refused(&project_form(&visit, &view, None, &offered, form))
        }
    }
}

fn done(visit: &Visit, slug: &str, said: &str) -> Response {
    web::see_other(&format!("{}/{slug}#progetti", desk_href(visit)), said)
}

fn found<'a>(view: &'a DayView, id: &str) -> Result<&'a Project, WebError> {
    let id: ProjectId = id.parse().map_err(|_| WebError::NotFound)?;
    view.projects.iter().find(|project| project.id == id).ok_or(WebError::NotFound)
}

/// `/{body}/scrivania/giornate/{day}/progetti/{project}`
pub async fn edit(
    visit: Visit,
    Path((_, slug, id)): Path<(String, String, String)>,
) -> Result<Response, WebError> {
    let view = any_day(&visit, &slug).await?;
    let project = found(&view, &id)?;
    let fields = &project.fields;
    let mut pairs = vec![
        ("code".to_owned(), fields.code.clone()),
        ("title".into(), fields.title.clone()),
        ("summary".into(), fields.summary.clone()),
        ("cost".into(), if fields.cost.0 == 0 { String::new() } else { fields.cost.typed() }),
        ("area".into(), fields.area.clone()),
    ];
    pairs.extend(fields.origins.iter().map(|o| ("ideas".to_owned(), o.idea.to_string())));
    let mut form = Form::filled(pairs);
    if let Err(error) = view.day.state.edit() {
        form = form.with_error("", words(&visit, &error));
    }
    let offered = ideas(&visit, &view, Some(project)).await?;
    web::html(&project_form(&visit, &view, Some(project), &offered, form))
}

/// `POST /{body}/scrivania/giornate/{day}/progetti/{project}`
pub async fn save(
    visit: Visit,
    Path((_, slug, id)): Path<(String, String, String)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let view = any_day(&visit, &slug).await?;
    let project = found(&view, &id)?;
    let offered = ideas(&visit, &view, Some(project)).await?;
    let (store, who, body) = (visit.app.store(), &visit.principal, visit.body_id()?);
    let saved = match read(&pairs, &offered) {
        Ok(fields) => {
            service::edit_project(store, who, body, view.day.id, project.id, fields).await
        }
        Err(error) => Err(error),
    };
    match saved {
        Ok(_) => Ok(done(&visit, &slug, key!("done-day-project-saved"))),
        Err(error) => {
            let form = against(&visit, pairs, error)?;
            refused(&project_form(&visit, &view, Some(project), &offered, form))
        }
    }
}

/// `POST /{body}/scrivania/giornate/{day}/progetti/{project}/togli`
pub async fn remove(
    visit: Visit,
    Path((_, slug, id)): Path<(String, String, String)>,
) -> Result<Response, WebError> {
    let view = any_day(&visit, &slug).await?;
    let project = found(&view, &id)?;
    let (store, who, body) = (visit.app.store(), &visit.principal, visit.body_id()?);
    match service::remove_project(store, who, body, view.day.id, project.id).await {
        Ok(()) => Ok(done(&visit, &slug, key!("done-day-project-removed"))),
        Err(error) => {
            let error = refusal(error)?;
            let offered = ideas(&visit, &view, Some(project)).await?;
            let form = Form::filled([("title", project.fields.title.clone())])
                .with_error("", words(&visit, &error));
            refused(&project_form(&visit, &view, Some(project), &offered, form))
        }
    }
}
