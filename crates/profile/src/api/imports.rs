//! Imports for programs: upload, columns, preview, apply.

use axum::{
    Json,
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use kernel::id::Uuid;
use serde::{Deserialize, Serialize};
use serde_json::json;
use texts::{Args, key};
use utoipa::ToSchema;
use web::{
    Asked, Upload, Visit, WebError,
    api::{Given, Problem, WrongField},
};

use super::{Failure, refused};
use crate::{
    import::{Choices, Mapping, Outcome, Problem as RowProblem, RowReport, Sheet},
    pages::{place, samples},
    service::{self, Applied, Draft},
};

/// Rows of one piece of a preview.
const PIECE: usize = 1000;

/// A column of an uploaded file.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ImportColumn)]
struct Column {
    /// Its heading.
    heading: String,
    /// The field it fills; nothing when it is left out.
    field: Option<String>,
    /// Some of its values.
    samples: Vec<String>,
}

/// A file waiting for confirmation.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ImportDraft)]
pub struct Import {
    /// Its id.
    #[schema(value_type = String)]
    id: Uuid,
    /// `servizi`, `basi-dati`, `collegamenti` or `schede`.
    sheet: &'static str,
    /// The name it came with.
    file_name: String,
    /// How many rows it has.
    rows: usize,
    /// Its columns.
    columns: Vec<Column>,
}

fn told(draft: &Draft) -> Import {
    let columns = draft.table.headings.iter().enumerate().map(|(at, heading)| Column {
        heading: heading.clone(),
        field: draft.mapping.0.get(at).cloned().flatten(),
        samples: samples(draft, at),
    });
    Import {
        id: draft.id,
        sheet: draft.sheet.code(),
        file_name: draft.file_name.clone(),
        rows: draft.table.lines.len(),
        columns: columns.collect(),
    }
}

async fn draft_of(visit: &Visit, id: &str) -> Result<Draft, Failure> {
    let id: Uuid = id.parse().map_err(|_| WebError::NotFound)?;
    let draft = service::draft(visit.app.store(), visit.body_id()?, id).await;
    draft.map_err(|error| refused(visit, error))
}

/// A row's problem as a wrong field.
pub fn wrong(visit: &Visit, problem: &RowProblem) -> WrongField {
    let mut args = Args::new();
    args.set("row", problem.row as i64);
    args.set("column", problem.column.clone());
    args.set("value", problem.value.clone());
    args.set("n", problem.n.unwrap_or_default());
    let message = visit.app.texts().format(visit.lang, problem.key, &args);
    WrongField { field: format!("rows/{}", problem.row), message }
}

/// Takes a CSV or XLSX file in, as `multipart/form-data` with `sheet` and `file`.
#[utoipa::path(post, path = "/api/v1/bodies/{body}/imports", tag = "profile",
    params(("body" = String, Path)), request_body(content_type = "multipart/form-data"),
    responses((status = 201, body = Import), (status = 422, body = Problem)))]
pub async fn upload(visit: Visit, upload: Upload) -> Result<Response, Failure> {
    let sent = upload.pairs.iter().find(|(name, _)| name == "sheet");
    let wrong = |field: &str, key: &str| {
        let mut problem = Problem::new(&visit, StatusCode::UNPROCESSABLE_ENTITY, "");
        problem.errors = vec![WrongField { field: field.to_owned(), message: visit.t(key) }];
        problem
    };
    let sheet = sent.and_then(|(_, code)| Sheet::parse(code));
    let sheet = sheet.ok_or_else(|| wrong("sheet", key!("form-not-in-list")))?;
    let file = upload.files.into_iter().find(|file| file.field == "file");
    let file = file.ok_or_else(|| wrong("file", key!("profile-file-none")))?;
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let draft = service::upload(store, body, sheet, &file.name, file.bytes.to_vec()).await;
    let draft = draft.map_err(|error| refused(&visit, error))?;
    Ok((StatusCode::CREATED, Json(told(&draft))).into_response())
}

/// A file that was taken in.
#[utoipa::path(get, path = "/api/v1/bodies/{body}/imports/{id}", tag = "profile",
    params(("body" = String, Path), ("id" = String, Path)),
    responses((status = 200, body = Import), (status = 404, body = Problem)))]
pub async fn read(visit: Visit, at: Path<(String, String)>) -> Result<Response, Failure> {
    let Path((_, id)) = at;
    Ok(Json(told(&draft_of(&visit, &id).await?)).into_response())
}

/// Which column fills which field.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = ImportMapping)]
pub struct MappingPut {
    /// For each column of the file the field it fills, or null.
    columns: Vec<Option<String>>,
}

/// Says anew which column fills which field.
#[utoipa::path(put, path = "/api/v1/bodies/{body}/imports/{id}/mapping", tag = "profile",
    params(("body" = String, Path), ("id" = String, Path)), request_body = MappingPut,
    responses((status = 200, body = Import), (status = 422, body = Problem)))]
pub async fn mapping(
    visit: Visit,
    at: Path<(String, String)>,
    Given(sent): Given<MappingPut>,
) -> Result<Response, Failure> {
    let Path((_, id)) = at;
    let mut draft = draft_of(&visit, &id).await?;
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let done = service::set_mapping(store, body, &mut draft, Mapping(sent.columns)).await;
    done.map_err(|error| refused(&visit, error))?;
    Ok(Json(told(&draft)).into_response())
}

/// A field before and after.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ImportChange)]
struct Change {
    field: &'static str,
    before: String,
    after: String,
    /// Whether it is accepted.
    accepted: bool,
}

/// What would come of a row.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ImportRow)]
struct Judged {
    /// Its number as a spreadsheet shows it.
    row: usize,
    /// The record.
    code: String,
    /// `new`, `changed`, `unchanged` or `wrong`.
    outcome: &'static str,
    /// Fields that would change.
    changes: Vec<Change>,
    /// What is wrong.
    problems: Vec<String>,
    /// Whether something of it is accepted; what is not stays as it is.
    accepted: bool,
}

/// What a file would do.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ImportPreview)]
pub struct Preview {
    created: usize,
    changed: usize,
    unchanged: usize,
    wrong: usize,
    /// Rows left out by the choices.
    left_out: usize,
    /// To be given back when applying: what is saved is what was shown.
    fingerprint: String,
    /// The rows from `from`, at most 1000.
    rows: Vec<Judged>,
}

fn row(visit: &Visit, row: &RowReport) -> Judged {
    let (mut changes, mut problems) = (Vec::new(), Vec::new());
    let outcome = match &row.outcome {
        Outcome::New => "new",
        Outcome::Unchanged => "unchanged",
        Outcome::Changed(list) => {
            changes.extend(list.iter().map(|change| Change {
                field: change.field,
                before: change.before.clone(),
                after: change.after.clone(),
                accepted: change.accepted,
            }));
            "changed"
        }
        Outcome::Wrong(list) => {
            problems.extend(list.iter().map(|problem| wrong(visit, problem).message));
            "wrong"
        }
    };
    let (code, accepted) = (row.code.clone(), row.accepted);
    Judged { row: row.row, code, outcome, changes, problems, accepted }
}

/// What the file would do, row by row; nothing is saved.
#[utoipa::path(get, path = "/api/v1/bodies/{body}/imports/{id}/preview", tag = "profile",
    params(("body" = String, Path), ("id" = String, Path), ("from" = Option<usize>, Query)),
    responses((status = 200, body = Preview), (status = 422, body = Problem)))]
pub async fn preview(
    visit: Visit,
    at: Path<(String, String)>,
    asked: Asked,
) -> Result<Response, Failure> {
    let Path((_, id)) = at;
    let draft = draft_of(&visit, &id).await?;
    previewed(&visit, &draft, asked.value("from").parse().unwrap_or(0)).await
}

async fn previewed(visit: &Visit, draft: &Draft, from: usize) -> Result<Response, Failure> {
    let plan = service::preview(visit.app.store(), visit.body_id()?, draft).await;
    let plan = plan.map_err(|error| refused(visit, error))?;
    let rows = plan.rows.iter().filter(|row| row.row >= from).take(PIECE);
    Ok(Json(Preview {
        created: plan.created,
        changed: plan.changed,
        unchanged: plan.unchanged,
        wrong: plan.wrong,
        left_out: plan.left_out,
        rows: rows.map(|one| row(visit, one)).collect(),
        fingerprint: plan.fingerprint,
    })
    .into_response())
}

/// One field of one row.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = ImportField)]
pub struct RowField {
    /// Number of the row as a spreadsheet shows it.
    row: usize,
    /// Name of the field.
    field: String,
}

/// What is left out of a file; what is not named is accepted.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = ImportChoices)]
#[serde(deny_unknown_fields)]
pub struct ChoicesPut {
    /// Rows left out, by their number in the file; a wrong row too.
    #[serde(default)]
    rows: Vec<usize>,
    /// Single fields left out.
    #[serde(default)]
    fields: Vec<RowField>,
    /// Fields left out in every row.
    #[serde(default)]
    columns: Vec<String>,
    /// Only fields that are empty in the register are filled.
    #[serde(default)]
    only_empty: bool,
}

/// Says what is left out of the file, in place of what was said before; gives the preview.
#[utoipa::path(put, path = "/api/v1/bodies/{body}/imports/{id}/choices", tag = "profile",
    params(("body" = String, Path), ("id" = String, Path)), request_body = ChoicesPut,
    responses((status = 200, body = Preview), (status = 422, body = Problem)))]
pub async fn choices(
    visit: Visit,
    at: Path<(String, String)>,
    Given(sent): Given<ChoicesPut>,
) -> Result<Response, Failure> {
    let Path((_, id)) = at;
    let mut draft = draft_of(&visit, &id).await?;
    let named = sent.fields.iter().map(|one| &one.field).chain(&sent.columns);
    if named.into_iter().any(|name| draft.sheet.field(name).is_none()) {
        let mut problem = Problem::new(&visit, StatusCode::UNPROCESSABLE_ENTITY, "");
        let message = visit.t(key!("profile-api-no-such-field"));
        problem.errors = vec![WrongField { field: "columns".into(), message }];
        return Err(problem.into());
    }
    let choices = Choices {
        rows: sent.rows.into_iter().collect(),
        fields: sent.fields.into_iter().map(|one| (one.row, one.field)).collect(),
        columns: sent.columns.into_iter().collect(),
        only_empty: sent.only_empty,
    };
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let done = service::accept(store, body, &mut draft, choices).await;
    done.map_err(|error| refused(&visit, error))?;
    previewed(&visit, &draft, 0).await
}

/// The preview one agrees with.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = ImportApply)]
pub struct Apply {
    /// The preview's fingerprint.
    fingerprint: String,
}

/// Saves the file, all of it or nothing.
#[utoipa::path(post, path = "/api/v1/bodies/{body}/imports/{id}/apply", tag = "profile",
    params(("body" = String, Path), ("id" = String, Path)), request_body = Apply,
    responses((status = 200, body = Applied), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn apply(
    visit: Visit,
    at: Path<(String, String)>,
    Given(sent): Given<Apply>,
) -> Result<Response, Failure> {
    let Path((_, id)) = at;
    let draft = draft_of(&visit, &id).await?;
    let (store, place) = (visit.app.store(), place(&visit)?);
    let done = service::apply(store, &place, &visit.principal, &draft, &sent.fingerprint).await;
    let done = done.map_err(|error| refused(&visit, error))?;
    crate::pages::look_again(&visit).await?;
    Ok(Json(done).into_response())
}

/// Throws the file away.
#[utoipa::path(post, path = "/api/v1/bodies/{body}/imports/{id}/discard", tag = "profile",
    params(("body" = String, Path), ("id" = String, Path)), responses((status = 200)))]
pub async fn discard(visit: Visit, at: Path<(String, String)>) -> Result<Response, Failure> {
    let Path((_, id)) = at;
    let id: Uuid = id.parse().map_err(|_| WebError::NotFound)?;
    let done = service::discard(visit.app.store(), visit.body_id()?, id).await;
    done.map_err(|error| refused(&visit, error))?;
    Ok(Json(json!({ "discarded": true })).into_response())
}
