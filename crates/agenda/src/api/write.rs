//! Calls that change something.

use axum::{Json, extract::Path, http::StatusCode};
use kernel::form::Draft;
use web::{Visit, api::Given};

use super::{
    Refused,
    model::{
        ActInput, ActionInput, DraftInput, IndicatorInput, MadeJson, OriginInput, ProjectsInput,
        PublicationInput, ResultInput, StepInput, TurnedJson, VersionJson,
    },
    refused,
};
use crate::{ActionStep, AgendaError, VersionState, form, origins, pages::view, query, service};

type Made = Result<(StatusCode, Json<MadeJson>), Refused>;
type Done = Result<StatusCode, Refused>;

fn made(visit: &Visit, code: Result<String, AgendaError>) -> Made {
    let code = code.map_err(|e| refused(visit, &e))?;
    Ok((StatusCode::CREATED, Json(MadeJson { code })))
}

fn done(visit: &Visit, outcome: Result<(), AgendaError>) -> Done {
    outcome.map(|()| StatusCode::NO_CONTENT).map_err(|e| refused(visit, &e))
}

/// Opens a draft of the next version, or changes the open one.
#[utoipa::path(put, path = "/api/v1/bodies/{body}/agenda/draft", tag = "agenda", security(("bearer" = [])), request_body = DraftInput,
    params(("body" = String, Path, description = "Address word of the body")),
    responses((status = 204, description = "Written"), (status = 409, description = "An approved version waits to be published"), (status = 422, description = "Fields to mend")))]
pub async fn draft_put(visit: Visit, Given(input): Given<DraftInput>) -> Done {
    let (store, place) = (visit.app.store(), view::place(&visit)?);
    let outcome = async {
        let mut text = form::version(&mut Draft::new(input.fields()))?;
        let versions = query::versions(store, place.body).await?;
        let draft = versions.iter().find(|v| v.state == VersionState::Draft);
        if text.profile_snapshot.is_none() {
            text.profile_snapshot = match draft.and_then(|draft| draft.profile_snapshot) {
                Some(chosen) => Some(chosen),
                None => query::snapshot_to_cite(store, place.body).await?,
            };
        }
        if draft.is_some() {
            service::draft_edit(store, &place, &visit.principal, text).await
        } else {
            service::draft_open(store, &place, &visit.principal, text).await.map(|_| ())
        }
    };
    done(&visit, outcome.await)
}

/// Approves the open draft by an act: it is frozen and hashed.
#[utoipa::path(post, path = "/api/v1/bodies/{body}/agenda/approval", tag = "agenda", security(("bearer" = [])), request_body = ActInput,
    params(("body" = String, Path, description = "Address word of the body")),
    responses((status = 200, body = VersionJson), (status = 409, description = "Something is missing; the detail says what"), (status = 422, description = "Fields to mend")))]
pub async fn approval(
    visit: Visit,
    Given(input): Given<ActInput>,
) -> Result<Json<VersionJson>, Refused> {
    let (store, place) = (visit.app.store(), view::place(&visit)?);
    let outcome = async {
        let act = form::act(&mut Draft::new(input.fields()), view::today(&visit))?;
        service::version_approve(store, &place, &visit.principal, act).await
    };
    let version = outcome.await.map_err(|e| refused(&visit, &e))?;
    Ok(Json((&version).into()))
}

/// Publishes the approved version.
#[utoipa::path(post, path = "/api/v1/bodies/{body}/agenda/publication", tag = "agenda", security(("bearer" = [])), request_body = PublicationInput,
    params(("body" = String, Path, description = "Address word of the body")),
    responses((status = 204, description = "Published"), (status = 404, description = "No such version"), (status = 409, description = "It is not approved, or published already")))]
pub async fn publication(visit: Visit, Given(input): Given<PublicationInput>) -> Done {
    let (store, place) = (visit.app.store(), view::place(&visit)?);
    let outcome = service::version_publish(store, &place, &visit.principal, input.number).await;
    done(&visit, outcome)
}

/// Turns the projects that a published day chose into actions; doing it twice is doing it once.
#[utoipa::path(post, path = "/api/v1/bodies/{body}/agenda/projects", tag = "agenda", security(("bearer" = [])), request_body = ProjectsInput,
    params(("body" = String, Path, description = "Address word of the body")),
    responses((status = 200, body = Vec<TurnedJson>), (status = 404, description = "No such published day")))]
pub async fn projects(
    visit: Visit,
    Given(input): Given<ProjectsInput>,
) -> Result<Json<Vec<TurnedJson>>, Refused> {
    let (store, site) = (visit.app.store(), view::site(&visit)?);
    let outcome = async {
        let days = origins::day_outcomes(store, site.body).await?;
        let day = days.into_iter().find(|day| day.slug == input.day);
        let day = day.ok_or(AgendaError::NotFound)?;
        service::actions_from_projects(store, &site, &visit.principal, day.waiting).await
    };
    let turned = outcome.await.map_err(|e| refused(&visit, &e))?;
    let turned = turned.into_iter().map(|one| TurnedJson { action: one.action, new: one.new });
    Ok(Json(turned.collect()))
}

/// Writes a new action.
#[utoipa::path(post, path = "/api/v1/bodies/{body}/actions", tag = "agenda", security(("bearer" = [])), request_body = ActionInput,
    params(("body" = String, Path, description = "Address word of the body")),
    responses((status = 201, body = MadeJson), (status = 409, description = "An idea cannot be part of an action"), (status = 422, description = "Fields to mend")))]
pub async fn action_post(visit: Visit, Given(input): Given<ActionInput>) -> Made {
    let (store, site) = (visit.app.store(), view::site(&visit)?);
    let outcome = async {
        let content = form::action(&mut Draft::new(input.fields()))?;
        let mut from = Vec::new();
        for number in input.ideas.iter().take(60) {
            from.push(origins::idea_by_number(store, &site, *number).await?);
        }
        service::action_create(store, &site, &visit.principal, content, from).await
    };
    made(&visit, outcome.await)
}

/// Changes what an action says; the published version keeps its text.
#[utoipa::path(put, path = "/api/v1/bodies/{body}/actions/{code}", tag = "agenda", security(("bearer" = [])), request_body = ActionInput,
    params(("body" = String, Path, description = "Address word of the body"), ("code" = String, Path, description = "AZ-01")),
    responses((status = 204, description = "Written"), (status = 404, description = "No such action"), (status = 422, description = "Fields to mend")))]
pub async fn action_put(
    visit: Visit,
    path: Path<(String, String)>,
    Given(input): Given<ActionInput>,
) -> Done {
    let Path((_, code)) = path;
    let (store, place) = (visit.app.store(), view::place(&visit)?);
    let outcome = async {
        let content = form::action(&mut Draft::new(input.fields()))?;
        service::action_edit(store, &place, &visit.principal, &code, content).await
    };
    done(&visit, outcome.await)
}

/// Takes a step with an action.
#[utoipa::path(post, path = "/api/v1/bodies/{body}/actions/{code}/state", tag = "agenda", security(("bearer" = [])), request_body = StepInput,
    params(("body" = String, Path, description = "Address word of the body"), ("code" = String, Path, description = "AZ-01")),
    responses((status = 204, description = "Taken"), (status = 409, description = "Not from this state, or a reason is needed"), (status = 422, description = "Fields to mend")))]
pub async fn state_post(
    visit: Visit,
    path: Path<(String, String)>,
    Given(input): Given<StepInput>,
) -> Done {
    let Path((_, code)) = path;
    let (store, place) = (visit.app.store(), view::place(&visit)?);
    let outcome = async {
        let pairs = vec![("step".to_owned(), input.step), ("reason".to_owned(), input.reason)];
        let mut draft = Draft::new(pairs);
        let step = draft.choice("step", true, ActionStep::parse).unwrap_or_default();
        let reason = draft.lines("reason", false, 3, 1000);
        draft.finish().map_err(AgendaError::Invalid)?;
        let who = &visit.principal;
        service::action_move(store, &place, who, &code, step, &reason).await.map(|_| ())
    };
    done(&visit, outcome.await)
}

/// Joins an idea to an action.
#[utoipa::path(post, path = "/api/v1/bodies/{body}/actions/{code}/origins", tag = "agenda", security(("bearer" = [])), request_body = OriginInput,
    params(("body" = String, Path, description = "Address word of the body"), ("code" = String, Path, description = "AZ-01")),
    responses((status = 204, description = "Joined"), (status = 409, description = "Joined before, or the idea cannot be part of an action")))]
pub async fn origin_post(
    visit: Visit,
    path: Path<(String, String)>,
    Given(input): Given<OriginInput>,
) -> Done {
    let Path((_, code)) = path;
    let (store, site) = (visit.app.store(), view::site(&visit)?);
    let outcome = async {
        let idea = origins::idea_by_number(store, &site, input.idea).await?;
        service::origin_add(store, &site, &visit.principal, &code, idea).await
    };
    done(&visit, outcome.await)
}

/// Adds an expected result.
#[utoipa::path(post, path = "/api/v1/bodies/{body}/actions/{code}/results", tag = "agenda", security(("bearer" = [])), request_body = ResultInput,
    params(("body" = String, Path, description = "Address word of the body"), ("code" = String, Path, description = "AZ-01")),
    responses((status = 201, body = MadeJson), (status = 422, description = "Fields to mend")))]
pub async fn result_post(
    visit: Visit,
    path: Path<(String, String)>,
    Given(input): Given<ResultInput>,
) -> Made {
    let Path((_, code)) = path;
    let (store, place) = (visit.app.store(), view::place(&visit)?);
    let outcome = async {
        let content = form::result(&mut Draft::new(input.fields()))?;
        service::result_add(store, &place, &visit.principal, &code, content).await
    };
    made(&visit, outcome.await)
}

/// Changes an expected result.
#[utoipa::path(put, path = "/api/v1/bodies/{body}/actions/{code}/results/{result}", tag = "agenda", security(("bearer" = [])), request_body = ResultInput,
    params(("body" = String, Path, description = "Address word of the body"), ("code" = String, Path, description = "AZ-01"), ("result" = String, Path, description = "RA-01")),
    responses((status = 204, description = "Written"), (status = 422, description = "Fields to mend")))]
pub async fn result_put(
    visit: Visit,
    path: Path<(String, String, String)>,
    Given(input): Given<ResultInput>,
) -> Done {
    let Path((_, code, result)) = path;
    let (store, place) = (visit.app.store(), view::place(&visit)?);
    let outcome = async {
        let content = form::result(&mut Draft::new(input.fields()))?;
        service::result_edit(store, &place, &visit.principal, &code, &result, content).await
    };
    done(&visit, outcome.await)
}

/// Adds an indicator to an expected result.
#[utoipa::path(post, path = "/api/v1/bodies/{body}/actions/{code}/results/{result}/indicators", tag = "agenda", security(("bearer" = [])), request_body = IndicatorInput,
    params(("body" = String, Path, description = "Address word of the body"), ("code" = String, Path, description = "AZ-01"), ("result" = String, Path, description = "RA-01")),
    responses((status = 201, body = MadeJson), (status = 422, description = "Fields to mend")))]
pub async fn indicator_post(
    visit: Visit,
    path: Path<(String, String, String)>,
    Given(input): Given<IndicatorInput>,
) -> Made {
    let Path((_, code, result)) = path;
    let (store, place) = (visit.app.store(), view::place(&visit)?);
    let outcome = async {
        let content = form::indicator(&mut Draft::new(input.fields()), view::today(&visit))?;
        service::indicator_add(store, &place, &visit.principal, &code, &result, content).await
    };
    made(&visit, outcome.await)
}

/// Changes an indicator; the published version keeps its definition.
#[utoipa::path(put, path = "/api/v1/bodies/{body}/indicators/{indicator}", tag = "agenda", security(("bearer" = [])), request_body = IndicatorInput,
    params(("body" = String, Path, description = "Address word of the body"), ("indicator" = String, Path, description = "IN-01")),
    responses((status = 204, description = "Written"), (status = 422, description = "Fields to mend")))]
pub async fn indicator_put(
    visit: Visit,
    path: Path<(String, String)>,
    Given(input): Given<IndicatorInput>,
) -> Done {
    let Path((_, code)) = path;
    let (store, place) = (visit.app.store(), view::place(&visit)?);
    let outcome = async {
        let content = form::indicator(&mut Draft::new(input.fields()), view::today(&visit))?;
        service::indicator_edit(store, &place, &visit.principal, &code, content).await
    };
    done(&visit, outcome.await)
}
