//! Paths and phases.

use axum::{Json, extract::Path, http::StatusCode};
use web::{
    Visit, WebError,
    api::{Given, Listed, Problem},
};

use super::{
    Refused, draft, id, refused,
    shapes::{ArrowGiven, Made, Now, PathGiven, PathItem, PhaseGiven},
    wrong,
};
use crate::{
    input::{PathInput, PhaseInput},
    model::{PathArrow, PhaseId},
    pages::common::{self, listens, site, today},
    service::paths::{self, PathPage},
    store::{self as rows, Phase},
};

/// The public paths of a body, newest first.
#[utoipa::path(get, path = "/api/v1/bodies/{body}/paths", tag = "paths",
    params(("body" = String, Path)), responses((status = 200, body = Listed<PathItem>)))]
pub(super) async fn list(visit: Visit) -> Result<Json<Listed<PathItem>>, Refused> {
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let all = rows::paths(store.read(), store.engine(), body, false).await?;
    let phases = rows::phases_of_body(store.read(), store.engine(), body).await?;
    let (site, today) = (site(&visit)?, today(&visit));
    let item = |path: &rows::Path| {
        let own: Vec<Phase> =
            phases.iter().filter(|(id, _)| *id == path.id).map(|(_, p)| p.clone()).collect();
        let refs: Vec<&Phase> = own.iter().collect();
        PathItem::new(path, &refs, listens(path, &own, today), site.path_href(&path.slug))
    };
    Ok(Json(Listed { items: all.iter().map(item).collect(), next: None }))
}

/// A public path with its phases.
#[utoipa::path(get, path = "/api/v1/bodies/{body}/paths/{path}", tag = "paths",
    params(("body" = String, Path), ("path" = String, Path)),
    responses((status = 200, body = PathItem), (status = 404, body = Problem)))]
pub(super) async fn one(
    visit: Visit,
    Path((_body, slug)): Path<(String, String)>,
) -> Result<Json<PathItem>, Refused> {
    let found = paths::path_page(visit.app.store(), visit.body_id()?, &slug, false)
        .await
        .map_err(|error| refused(&visit, error))?;
    Ok(Json(item(&visit, &found)?))
}

fn item(visit: &Visit, PathPage { path, phases }: &PathPage) -> Result<PathItem, WebError> {
    let refs: Vec<&Phase> = phases.iter().collect();
    let href = site(visit)?.path_href(&path.slug);
    Ok(PathItem::new(path, &refs, listens(path, phases, today(visit)), href))
}

fn path_input(visit: &Visit, given: &PathGiven) -> Result<PathInput, Refused> {
    let year = if given.year == 0 { String::new() } else { given.year.to_string() };
    let draft = draft([
        ("name", given.name.as_str()),
        ("slug", &given.slug),
        ("year", &year),
        ("lead_office", &given.lead_office),
        ("summary", &given.summary),
        ("text", &given.text),
    ]);
    PathInput::read(draft).map_err(|errors| wrong(visit, &errors))
}

/// Makes a path, in preparation: hidden until its first step.
#[utoipa::path(post, path = "/api/v1/bodies/{body}/paths", tag = "paths",
    params(("body" = String, Path)), request_body = PathGiven,
    responses((status = 201, body = PathItem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn create(
    visit: Visit,
    Given(given): Given<PathGiven>,
) -> Result<(StatusCode, Json<PathItem>), Refused> {
    let (store, site) = (visit.app.store(), site(&visit)?);
    let input = path_input(&visit, &given)?;
    let slug = input.slug.clone();
    paths::create(store, &site, &visit.principal, input)
        .await
        .map_err(|error| refused(&visit, error))?;
    let made = common::desk_path(&visit, &slug).await?;
    Ok((StatusCode::CREATED, Json(item(&visit, &made)?)))
}

/// Changes what a path says of itself; its address stays.
#[utoipa::path(put, path = "/api/v1/bodies/{body}/paths/{path}", tag = "paths",
    params(("body" = String, Path), ("path" = String, Path)), request_body = PathGiven,
    responses((status = 200, body = PathItem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn edit(
    visit: Visit,
    Path((_body, slug)): Path<(String, String)>,
    Given(given): Given<PathGiven>,
) -> Result<Json<PathItem>, Refused> {
    let (store, site) = (visit.app.store(), site(&visit)?);
    let input = path_input(&visit, &given)?;
    paths::edit(store, &site, &visit.principal, &slug, input)
        .await
        .map_err(|error| refused(&visit, error))?;
    Ok(Json(item(&visit, &common::desk_path(&visit, &slug).await?)?))
}

/// Moves a path along an arrow, such as `open_listening`.
#[utoipa::path(post, path = "/api/v1/bodies/{body}/paths/{path}/advance", tag = "paths",
    params(("body" = String, Path), ("path" = String, Path)), request_body = ArrowGiven,
    responses((status = 200, body = Now), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn advance(
    visit: Visit,
    Path((_body, slug)): Path<(String, String)>,
    Given(given): Given<ArrowGiven>,
) -> Result<Json<Now>, Refused> {
    let (store, site) = (visit.app.store(), site(&visit)?);
    let arrow = PathArrow::parse(&given.arrow)
        .ok_or_else(|| wrong(&visit, &common::wrong("arrow", "form-not-in-list")))?;
    let state = paths::advance(store, &site, &visit.principal, &slug, arrow)
        .await
        .map_err(|error| refused(&visit, error))?;
    Ok(Json(Now { state: state.code() }))
}

fn phase_input(visit: &Visit, given: &PhaseGiven) -> Result<PhaseInput, Refused> {
    let draft = draft([
        ("kind", given.kind.as_str()),
        ("title", &given.title),
        ("text", &given.text),
        ("from", &given.from),
        ("to", &given.to),
    ]);
    PhaseInput::read(draft).map_err(|errors| wrong(visit, &errors))
}

/// Adds a phase; the same phase twice is one.
#[utoipa::path(post, path = "/api/v1/bodies/{body}/paths/{path}/phases", tag = "paths",
    params(("body" = String, Path), ("path" = String, Path)), request_body = PhaseGiven,
    responses((status = 201, body = Made), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn add_phase(
    visit: Visit,
    Path((_body, slug)): Path<(String, String)>,
    Given(given): Given<PhaseGiven>,
) -> Result<(StatusCode, Json<Made>), Refused> {
    let input = phase_input(&visit, &given)?;
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let id = paths::add_phase(store, body, &visit.principal, &slug, input)
        .await
        .map_err(|error| refused(&visit, error))?;
    Ok((StatusCode::CREATED, Json(Made { id: id.0.to_string() })))
}

/// Changes a phase.
#[utoipa::path(put, path = "/api/v1/bodies/{body}/paths/{path}/phases/{phase}", tag = "paths",
    params(("body" = String, Path), ("path" = String, Path), ("phase" = String, Path)), request_body = PhaseGiven,
    responses((status = 204), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn edit_phase(
    visit: Visit,
    Path((_body, slug, phase)): Path<(String, String, String)>,
    Given(given): Given<PhaseGiven>,
) -> Result<StatusCode, Refused> {
    let (phase, input) = (PhaseId(id(&phase)?), phase_input(&visit, &given)?);
    let (store, body) = (visit.app.store(), visit.body_id()?);
    paths::edit_phase(store, body, &visit.principal, &slug, phase, input)
        .await
        .map_err(|error| refused(&visit, error))?;
    Ok(StatusCode::NO_CONTENT)
}
