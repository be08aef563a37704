//! Calls that read.

use axum::{Json, extract::Path};
use web::{Asked, Visit, WebError, api::Listed};

use super::{
    Refused,
    model::{ActionJson, AgendaJson, DraftJson, GapJson, VersionJson},
    refused,
};
use crate::{
    VersionState,
    pages::view,
    query,
    rules::{Term, checklist, term},
};

/// The published Agenda.
#[utoipa::path(get, path = "/api/v1/bodies/{body}/agenda", tag = "agenda",
    params(("body" = String, Path, description = "Address word of the body")),
    responses((status = 200, body = AgendaJson), (status = 404, description = "Nothing was published")))]
pub async fn agenda(visit: Visit) -> Result<Json<AgendaJson>, Refused> {
    let (store, place) = (visit.app.store(), view::place(&visit)?);
    let found = query::published(store, place.body).await.map_err(|e| refused(&visit, &e))?;
    let agenda = found.ok_or(WebError::NotFound)?;
    Ok(Json(AgendaJson::frozen(&place, &agenda)))
}

fn is_public(state: VersionState) -> bool {
    matches!(state, VersionState::Published | VersionState::Superseded)
}

/// Every version that was ever published, newest first.
#[utoipa::path(get, path = "/api/v1/bodies/{body}/agenda/versions", tag = "agenda",
    params(("body" = String, Path, description = "Address word of the body")),
    responses((status = 200, body = Listed<VersionJson>)))]
pub async fn versions(visit: Visit) -> Result<Json<Listed<VersionJson>>, Refused> {
    let found = query::versions(visit.app.store(), visit.body_id()?).await;
    let found = found.map_err(|e| refused(&visit, &e))?;
    let items = found.iter().filter(|v| is_public(v.state)).map(Into::into).collect();
    Ok(Json(Listed { items, next: None }))
}

/// One version, as approved.
#[utoipa::path(get, path = "/api/v1/bodies/{body}/agenda/versions/{number}", tag = "agenda",
    params(("body" = String, Path, description = "Address word of the body"), ("number" = i64, Path, description = "Number of the version")),
    responses((status = 200, body = AgendaJson), (status = 404, description = "No such version was published")))]
pub async fn version(
    visit: Visit,
    path: Path<(String, String)>,
) -> Result<Json<AgendaJson>, Refused> {
    let Path((_, number)) = path;
    let (store, place) = (visit.app.store(), view::place(&visit)?);
    let number: i64 = number.parse().map_err(|_| WebError::NotFound)?;
    let all = query::versions(store, place.body).await.map_err(|e| refused(&visit, &e))?;
    if !all.iter().any(|v| v.number == number && is_public(v.state)) {
        return Err(WebError::NotFound.into());
    }
    let agenda = query::version(store, place.body, number).await;
    Ok(Json(AgendaJson::frozen(&place, &agenda.map_err(|e| refused(&visit, &e))?)))
}

/// The Agenda being written: the open draft, all actions, what is missing.
#[utoipa::path(get, path = "/api/v1/bodies/{body}/agenda/draft", tag = "agenda", security(("bearer" = [])),
    params(("body" = String, Path, description = "Address word of the body")),
    responses((status = 200, body = DraftJson), (status = 403, description = "Not for this caller")))]
pub async fn draft(visit: Visit) -> Result<Json<DraftJson>, Refused> {
    let (store, place) = (visit.app.store(), view::place(&visit)?);
    let today = view::today(&visit);
    let all = query::versions(store, place.body).await.map_err(|e| refused(&visit, &e))?;
    let actions = query::actions(store, place.body).await.map_err(|e| refused(&visit, &e))?;
    let draft = all.iter().find(|v| v.state == VersionState::Draft);
    let (title, promise) = draft.map_or(("", ""), |v| (v.title.as_str(), v.promise.as_str()));
    let gaps = checklist(title, promise, &actions, today);
    let since = all
        .iter()
        .find(|v| v.state == VersionState::Published)
        .and_then(|v| v.approved)
        .unwrap_or(today);
    Ok(Json(DraftJson {
        version: draft.map(Into::into),
        actions: actions
            .iter()
            .map(|one| {
                let term = one.content.end.map(|end| term(end, since));
                ActionJson::new(&place, one, one.state, term)
            })
            .collect(),
        gaps: gaps.iter().map(|gap| GapJson::new(gap, view::gap(&visit, "", gap).text)).collect(),
    }))
}

/// The actions of the published Agenda; `term`, `area` and `municipality` narrow the list.
#[utoipa::path(get, path = "/api/v1/bodies/{body}/actions", tag = "agenda",
    params(("body" = String, Path, description = "Address word of the body"),
        ("term" = Option<String>, Query, description = "short, medium or beyond"),
        ("area" = Option<String>, Query, description = "Area of users (ISTAT code)"),
        ("municipality" = Option<String>, Query, description = "Municipality (ISTAT code)")),
    responses((status = 200, body = Listed<ActionJson>)))]
pub async fn actions(visit: Visit, asked: Asked) -> Result<Json<Listed<ActionJson>>, Refused> {
    let (store, place) = (visit.app.store(), view::place(&visit)?);
    let found = query::published(store, place.body).await.map_err(|e| refused(&visit, &e))?;
    let (area, municipality) = (asked.value("area"), asked.value("municipality"));
    let wanted = asked.value("term");
    let items = found.map_or_else(Vec::new, |agenda| {
        let of_term = |action: &crate::Action| {
            wanted.is_empty() || agenda.snapshot.term(action).map(Term::code) == Some(wanted)
        };
        agenda
            .snapshot
            .actions
            .iter()
            .filter(|action| of_term(action) && action.content.is_for(area, municipality))
            .map(|action| ActionJson::frozen(&place, &agenda, action))
            .collect()
    });
    Ok(Json(Listed { items, next: None }))
}

/// One action, in the newest version that holds it.
#[utoipa::path(get, path = "/api/v1/bodies/{body}/actions/{code}", tag = "agenda",
    params(("body" = String, Path, description = "Address word of the body"), ("code" = String, Path, description = "AZ-01")),
    responses((status = 200, body = ActionJson), (status = 404, description = "No such public action")))]
pub async fn action(
    visit: Visit,
    path: Path<(String, String)>,
) -> Result<Json<ActionJson>, Refused> {
    let Path((_, code)) = path;
    let (store, place) = (visit.app.store(), view::place(&visit)?);
    let found = query::public_action(store, place.body, &code).await;
    let (agenda, action) = found.map_err(|e| refused(&visit, &e))?;
    Ok(Json(ActionJson::frozen(&place, &agenda, &action)))
}
