//! The API of this phase: the same use cases as the pages, for programs.

use agenda::{
    api::{
        Refused, model::IndicatorJson, model::MadeJson, model::number, refused as agenda_refused,
    },
    pages::view as said,
};
use axum::{Json, extract::Path, http::StatusCode};
use kernel::{
    Access::{self, Anyone, Roles},
    Role,
    form::Draft,
    id::Uuid,
};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};
use web::{
    Routes, Visit, WebError,
    api::{Given, Listed, Problem},
};

use crate::{
    MonitoringError, NewReading, Reading, Status,
    pages::view,
    query::{ActionFollowUp, FollowUp, IndicatorFollowUp, follow_up, history},
    service::{reading_correct, reading_record},
};

/// Who writes readings down.
const WRITERS: Access = Roles(&[Role::Lead]);

/// The description of these calls.
#[derive(Debug, OpenApi)]
#[openapi(paths(follow_up_get, indicators, indicator, readings, reading_post, correction_post))]
pub struct Api;

/// Every call, beside who may.
pub fn routes() -> Routes {
    Routes::new()
        .get("/api/v1/bodies/{body}/follow-up", Anyone, follow_up_get)
        .get("/api/v1/bodies/{body}/indicators", Anyone, indicators)
        .get("/api/v1/bodies/{body}/indicators/{indicator}", Anyone, indicator)
        .get("/api/v1/bodies/{body}/indicators/{indicator}/readings", Anyone, readings)
        .post("/api/v1/bodies/{body}/indicators/{indicator}/readings", WRITERS, reading_post)
        .post(
            "/api/v1/bodies/{body}/indicators/{indicator}/readings/{reading}/correction",
            WRITERS,
            correction_post,
        )
}

fn refused(visit: &Visit, error: MonitoringError) -> Refused {
    match error {
        MonitoringError::Agenda(error) => agenda_refused(visit, &error),
        MonitoringError::Invalid(errors) => {
            Refused::Problem(Box::new(Problem::fields(visit, &errors)))
        }
        MonitoringError::NotFound => Refused::Web(WebError::NotFound),
        MonitoringError::Store(error) => Refused::Web(WebError::Store(error)),
        other => {
            let text = view::refusal(visit, &other);
            Refused::Problem(Box::new(Problem::new(visit, StatusCode::CONFLICT, text)))
        }
    }
}

/// A reading.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ReadingJson {
    /// Which one.
    pub id: String,
    /// The day it is of.
    pub day: String,
    /// The value, in the indicator's unit.
    pub value: f64,
    /// What was counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub numerator: Option<f64>,
    /// Out of how many.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub denominator: Option<f64>,
    /// Where it was taken from.
    pub evidence: String,
    /// What to know about it.
    pub comment: String,
    /// Whether it waits to be validated (staff alone see those).
    pub provisional: bool,
    /// The reading it takes the place of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub corrects: Option<String>,
    /// Why it does.
    pub reason: String,
    /// Whether a newer reading took its place.
    pub corrected: bool,
    /// When it was written down (RFC 3339).
    pub recorded_at: String,
    /// Whether it is an invented example.
    pub demonstrative: bool,
}

impl From<&Reading> for ReadingJson {
    fn from(one: &Reading) -> Self {
        Self {
            id: one.id.to_string(),
            day: one.day.to_string(),
            value: one.value,
            numerator: one.numerator,
            denominator: one.denominator,
            evidence: one.evidence.clone(),
            comment: one.comment.clone(),
            provisional: !one.validated,
            corrects: one.supersedes.map(|id| id.to_string()),
            reason: one.reason.clone(),
            corrected: one.corrected,
            recorded_at: kernel::Instant(one.recorded_at).rfc3339(),
            demonstrative: one.demonstrative,
        }
    }
}

/// An indicator of the published Agenda and how it stands.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct IndicatorFollowJson {
    /// The indicator, as approved.
    #[serde(flatten)]
    pub indicator: IndicatorJson,
    /// Code of its action.
    pub action: String,
    /// Its page, from the site's root.
    pub href: String,
    /// `late_data`, `no_data`, `behind`, `on_track`, `reached`.
    pub status: &'static str,
    /// How far it is from its start (0) to its target (1); absent without readings.
    pub progress: Option<f64>,
    /// How far it should have been on the day of the latest reading.
    pub expected: Option<f64>,
    /// The latest reading that counts.
    pub latest: Option<ReadingJson>,
    /// When the next reading is due.
    pub due: Option<String>,
    /// For how many days a reading has been overdue.
    pub overdue_days: i32,
}

fn indicator_json(slug: &str, of: &ActionFollowUp, one: &IndicatorFollowUp) -> IndicatorFollowJson {
    let how = &one.assessment;
    IndicatorFollowJson {
        indicator: (&one.indicator).into(),
        action: of.action.code.clone(),
        href: format!("/{slug}/monitoraggio/{}", one.indicator.code),
        status: how.status.code(),
        progress: how.progress,
        expected: how.expected,
        latest: how.latest.as_ref().map(Into::into),
        due: how.due.map(|day| day.to_string()),
        overdue_days: how.overdue_days,
    }
}

/// An action and how its indicators stand.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ActionFollowJson {
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Where it stands.
    pub state: &'static str,
    /// The most worrying status among its indicators.
    pub status: Option<&'static str>,
    /// Mean progress of the indicators that have fresh readings.
    pub progress: Option<f64>,
    /// Its indicators, late and silent ones first.
    pub indicators: Vec<IndicatorFollowJson>,
}

/// How many indicators have a status.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CountJson {
    /// The status.
    pub status: &'static str,
    /// How many.
    pub indicators: usize,
}

/// The published Agenda followed up.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FollowUpJson {
    /// The day it is of.
    pub day: String,
    /// Number of the published version.
    pub version: i64,
    /// Mean progress of the indicators that have fresh readings.
    pub progress: Option<f64>,
    /// How many indicators have each status.
    pub counts: Vec<CountJson>,
    /// The actions, late and silent ones first.
    pub actions: Vec<ActionFollowJson>,
}

async fn found(visit: &Visit) -> Result<FollowUp, Refused> {
    let found = follow_up(visit.app.store(), visit.body_id()?, said::today(visit)).await;
    found.map_err(|e| refused(visit, e))?.ok_or_else(|| WebError::NotFound.into())
}

/// Is the promise being kept? Late and silent indicators first.
#[utoipa::path(get, path = "/api/v1/bodies/{body}/follow-up", tag = "monitoring",
    params(("body" = String, Path, description = "Address word of the body")),
    responses((status = 200, body = FollowUpJson), (status = 404, description = "No Agenda was published")))]
pub async fn follow_up_get(visit: Visit) -> Result<Json<FollowUpJson>, Refused> {
    let follow = found(&visit).await?;
    let slug = &visit.body()?.slug;
    Ok(Json(FollowUpJson {
        day: follow.day.to_string(),
        version: follow.version,
        progress: follow.progress(),
        counts: Status::ALL
            .into_iter()
            .map(|s| CountJson { status: s.code(), indicators: follow.count(s) })
            .collect(),
        actions: follow
            .actions
            .iter()
            .map(|one| ActionFollowJson {
                code: one.action.code.clone(),
                title: one.action.content.title.clone(),
                state: one.state.code(),
                status: one.status.map(Status::code),
                progress: one.progress,
                indicators: one.indicators.iter().map(|i| indicator_json(slug, one, i)).collect(),
            })
            .collect(),
    }))
}

/// The indicators of the published Agenda, late and silent ones first.
#[utoipa::path(get, path = "/api/v1/bodies/{body}/indicators", tag = "monitoring",
    params(("body" = String, Path, description = "Address word of the body")),
    responses((status = 200, body = Listed<IndicatorFollowJson>)))]
pub async fn indicators(visit: Visit) -> Result<Json<Listed<IndicatorFollowJson>>, Refused> {
    let follow = follow_up(visit.app.store(), visit.body_id()?, said::today(&visit)).await;
    let follow = follow.map_err(|e| refused(&visit, e))?;
    let slug = &visit.body()?.slug;
    let items = follow.iter().flat_map(|f| &f.actions).flat_map(|action| {
        action.indicators.iter().map(move |one| indicator_json(slug, action, one))
    });
    Ok(Json(Listed { items: items.collect(), next: None }))
}

/// One indicator of the published Agenda.
#[utoipa::path(get, path = "/api/v1/bodies/{body}/indicators/{indicator}", tag = "monitoring",
    params(("body" = String, Path, description = "Address word of the body"), ("indicator" = String, Path, description = "IN-01")),
    responses((status = 200, body = IndicatorFollowJson), (status = 404, description = "No such indicator")))]
pub async fn indicator(
    visit: Visit,
    path: Path<(String, String)>,
) -> Result<Json<IndicatorFollowJson>, Refused> {
    let Path((_, code)) = path;
    let follow = found(&visit).await?;
    let slug = &visit.body()?.slug;
    let one = follow.actions.iter().find_map(|action| {
        let one = action.indicators.iter().find(|one| one.indicator.code == code)?;
        Some(indicator_json(slug, action, one))
    });
    Ok(Json(one.ok_or(WebError::NotFound)?))
}

/// All readings of an indicator by day, corrected ones as well; provisional ones for staff alone.
#[utoipa::path(get, path = "/api/v1/bodies/{body}/indicators/{indicator}/readings", tag = "monitoring",
    params(("body" = String, Path, description = "Address word of the body"), ("indicator" = String, Path, description = "IN-01")),
    responses((status = 200, body = Listed<ReadingJson>), (status = 404, description = "No such indicator")))]
pub async fn readings(
    visit: Visit,
    path: Path<(String, String)>,
) -> Result<Json<Listed<ReadingJson>>, Refused> {
    let Path((_, code)) = path;
    let follow = found(&visit).await?;
    let one = follow.indicators().find(|one| one.indicator.code == code);
    let id = one.ok_or(WebError::NotFound)?.indicator.id;
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let staff = visit.principal.is_staff_of(body);
    let all = history(store, body, id).await.map_err(|e| refused(&visit, e))?;
    let items = all.iter().filter(|r| staff || r.validated).map(Into::into).collect();
    Ok(Json(Listed { items, next: None }))
}

/// A reading to write down.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ReadingInput {
    /// The day it is of, `YYYY-MM-DD`.
    pub day: String,
    /// The value; may be left out when numerator and denominator are given.
    pub value: Option<f64>,
    /// What was counted.
    pub numerator: Option<f64>,
    /// Out of how many.
    pub denominator: Option<f64>,
    /// Where it was taken from.
    pub evidence: String,
    /// What to know about it.
    pub comment: String,
    /// Whether it still waits to be validated.
    pub provisional: bool,
    /// Why it takes another's place (only for corrections).
    pub reason: String,
}

impl ReadingInput {
    /// The same rules read a call and a form.
    fn draft(self) -> Draft {
        let typed = |value: Option<f64>| value.map(number).unwrap_or_default();
        let mut pairs = vec![
            ("day", self.day),
            ("value", typed(self.value)),
            ("numerator", typed(self.numerator)),
            ("denominator", typed(self.denominator)),
            ("evidence", self.evidence),
            ("comment", self.comment),
            ("reason", self.reason),
        ];
        if self.provisional {
            pairs.push(("provisional", "1".into()));
        }
        Draft::new(pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }
}

type Made = Result<(StatusCode, Json<MadeJson>), Refused>;

fn made(visit: &Visit, id: Result<Uuid, MonitoringError>) -> Made {
    let id = id.map_err(|e| refused(visit, e))?;
    Ok((StatusCode::CREATED, Json(MadeJson { code: id.to_string() })))
}

/// Writes a reading down.
#[utoipa::path(post, path = "/api/v1/bodies/{body}/indicators/{indicator}/readings", tag = "monitoring", security(("bearer" = [])), request_body = ReadingInput,
    params(("body" = String, Path, description = "Address word of the body"), ("indicator" = String, Path, description = "IN-01")),
    responses((status = 201, body = MadeJson), (status = 409, description = "The day has a reading, or the indicator takes none"), (status = 422, description = "Fields to mend")))]
pub async fn reading_post(
    visit: Visit,
    path: Path<(String, String)>,
    Given(input): Given<ReadingInput>,
) -> Made {
    let Path((_, code)) = path;
    let (store, place) = (visit.app.store(), said::place(&visit)?);
    let outcome = async {
        let new = NewReading::read(&mut input.draft())?;
        reading_record(store, &place, &visit.principal, &code, new).await
    };
    made(&visit, outcome.await)
}

/// Corrects a reading: a new one takes its place, the old one stays readable.
#[utoipa::path(post, path = "/api/v1/bodies/{body}/indicators/{indicator}/readings/{reading}/correction", tag = "monitoring", security(("bearer" = [])), request_body = ReadingInput,
    params(("body" = String, Path, description = "Address word of the body"), ("indicator" = String, Path, description = "IN-01"), ("reading" = String, Path, description = "Id of the reading")),
    responses((status = 201, body = MadeJson), (status = 404, description = "No such reading"), (status = 409, description = "Corrected before, or a reason is needed"), (status = 422, description = "Fields to mend")))]
pub async fn correction_post(
    visit: Visit,
    path: Path<(String, String, String)>,
    Given(input): Given<ReadingInput>,
) -> Made {
    let Path((_, code, reading)) = path;
    let (store, place) = (visit.app.store(), said::place(&visit)?);
    let id: Uuid = reading.parse().map_err(|_| WebError::NotFound)?;
    let outcome = async {
        // A reading under another indicator's address is not there.
        let old = crate::query::reading(store, place.body, id).await?;
        let of = crate::query::indicator_code(store.read(), place.body, old.indicator).await?;
        if of != code {
            return Err(MonitoringError::NotFound);
        }
        let reason = input.reason.clone();
        let new = NewReading::read(&mut input.draft())?;
        reading_correct(store, &place, &visit.principal, id, new, &reason).await
    };
    made(&visit, outcome.await)
}
