//! Sheets of the zone plan for programs.

use axum::{
    Json,
    extract::Path,
    response::{IntoResponse, Response},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{
    Asked, Visit, WebError,
    api::{Given, Problem},
};

use super::{
    Failure, Found, keeps, list, put,
    record::{self, PlanSheetFields},
    refused,
};
use crate::{Register, public};

const REGISTER: Register = Register::PlanSheets;

/// A sheet of the zone plan.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PlanSheetRecord)]
pub struct SheetDoc {
    /// Rises at each change; a `PUT` may name the one it started from.
    version: i64,
    /// Share of the important fields that are filled, 0 to 100.
    completeness: i64,
    /// The fields; who answers for it (`referents`) is for who keeps the register.
    fields: PlanSheetFields,
    /// Codes of the services that carry it out.
    services: Vec<String>,
}

async fn sheet_doc(visit: &Visit, code: &str) -> Result<SheetDoc, Failure> {
    let found = public::plan_sheet(visit.app.store(), visit.body_id()?, code).await;
    let found = found.map_err(|error| refused(visit, error))?.ok_or(WebError::NotFound)?;
    Ok(SheetDoc {
        version: found.kept.version,
        completeness: found.kept.completeness,
        fields: PlanSheetFields(record::fields_of(REGISTER, &found.kept, keeps(visit))),
        services: found.services.into_iter().map(|(code, _)| code).collect(),
    })
}

/// Sheets of the zone plan by title; filters combine.
#[utoipa::path(get, path = "/api/v1/bodies/{body}/plan-sheets", tag = "profile",
    params(("body" = String, Path), ("q" = Option<String>, Query), ("group" = Option<String>, Query),
        ("exact" = Option<bool>, Query), ("after" = Option<String>, Query)),
    responses((status = 200, body = Found)))]
pub async fn sheets(visit: Visit, asked: Asked) -> Result<Response, Failure> {
    list(&visit, &asked, REGISTER).await
}

/// One sheet with the services that carry it out.
#[utoipa::path(get, path = "/api/v1/bodies/{body}/plan-sheets/{code}", tag = "profile",
    params(("body" = String, Path), ("code" = String, Path)),
    responses((status = 200, body = SheetDoc), (status = 404, body = Problem)))]
pub async fn sheet_get(visit: Visit, at: Path<(String, String)>) -> Result<Response, Failure> {
    let Path((_, code)) = at;
    Ok(Json(sheet_doc(&visit, &code).await?).into_response())
}

/// What a sheet becomes; fields that are not sent keep their value.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = PlanSheetPut)]
pub struct SheetPut {
    /// The version one started from; without it the present one is taken.
    version: Option<i64>,
    /// The fields.
    fields: PlanSheetFields,
}

/// Makes or changes a sheet.
#[utoipa::path(put, path = "/api/v1/bodies/{body}/plan-sheets/{code}", tag = "profile",
    params(("body" = String, Path), ("code" = String, Path)), request_body = SheetPut,
    responses((status = 200, body = SheetDoc), (status = 201, body = SheetDoc),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn sheet_put(
    visit: Visit,
    at: Path<(String, String)>,
    Given(sent): Given<SheetPut>,
) -> Result<Response, Failure> {
    let Path((_, code)) = at;
    let (status, code) = put(&visit, REGISTER, &code, sent.version, &sent.fields.0).await?;
    Ok((status, Json(sheet_doc(&visit, &code).await?)).into_response())
}
