//! The API of this phase: the same use cases as the pages, for programs.

use axum::{
    Json,
    extract::Path,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use kernel::{Access::Anyone, id::Uuid};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};
use web::{
    Part, Routes, Visit, WebError,
    api::{Given, Listed, Problem},
};

use crate::{
    attempts::{self, Attempts},
    counting,
    error::WorkdayError,
    live::Counters,
    model::{Day, Project},
    pages::{public_day, refusal, shown::reader, words},
    rules, service, voting,
};

/// The description of these calls.
#[derive(Debug, OpenApi)]
#[openapi(paths(
    list_days,
    get_day,
    get_counters,
    get_results,
    get_recount,
    get_recount_pb,
    join_day,
    cast_ballot,
    check_receipt
))]
pub struct Api;

/// Every call, beside who may.
pub fn routes() -> Routes {
    const DAYS: &str = "/api/v1/bodies/{body}/days";
    Routes::new()
        .get(DAYS, Anyone, list_days)
        .get("/api/v1/bodies/{body}/days/{day}", Anyone, get_day)
        .get("/api/v1/bodies/{body}/days/{day}/counters", Anyone, get_counters)
        .get("/api/v1/bodies/{body}/days/{day}/results", Anyone, get_results)
        .get("/api/v1/bodies/{body}/days/{day}/recount", Anyone, get_recount)
        .get("/api/v1/bodies/{body}/days/{day}/recount.pb", Anyone, get_recount_pb)
        .post("/api/v1/bodies/{body}/days/{day}/voters", Anyone, join_day)
        .post("/api/v1/bodies/{body}/days/{day}/ballots", Anyone, cast_ballot)
        .post("/api/v1/bodies/{body}/days/{day}/receipts", Anyone, check_receipt)
}

/// A working day.
#[derive(Debug, Serialize, ToSchema)]
pub struct DayOut {
    /// Word in its address.
    slug: String,
    title: String,
    /// ISO 8601 day.
    date: String,
    place: String,
    access_notes: String,
    /// Word of the path it belongs to.
    path: String,
    /// `rules_frozen`, `open`, `closed`, `counted`, `published`, `annulled`.
    state: String,
    budget_cents: Option<i64>,
    rules: RulesOut,
    /// SHA-256 of everything that decides.
    rules_hash: Option<String>,
    present: i64,
    ballots: i64,
    /// Why it was annulled.
    #[serde(skip_serializing_if = "String::is_empty")]
    annul_reason: String,
    /// Its page.
    href: String,
}

/// How a day decides.
#[derive(Debug, Serialize, ToSchema)]
pub struct RulesOut {
    /// `equal_shares` or `greedy`.
    official: String,
    /// What equal shares do with the money left over.
    completion: String,
    tie_rule: String,
    tie_order: String,
    /// 0: the room's code is enough; 1: a personal code.
    least_level: u8,
}

impl From<&Day> for DayOut {
    fn from(day: &Day) -> Self {
        let (fields, rules) = (&day.fields, day.fields.rules);
        Self {
            slug: fields.slug.clone(),
            title: fields.title.clone(),
            date: fields.day.to_string(),
            place: fields.place.clone(),
            access_notes: fields.access_notes.clone(),
            path: fields.path.clone(),
            state: day.state.code().into(),
            budget_cents: fields.budget.map(|budget| budget.0),
            rules: RulesOut {
                official: rules.official.code().into(),
                completion: rules.completion.code().into(),
                tie_rule: rules.tie_rule.code().into(),
                tie_order: rules.tie_order.code().into(),
                least_level: rules.least_level,
            },
            rules_hash: day.rules_hash.clone(),
            present: day.present,
            ballots: day.ballots,
            annul_reason: day.annul_reason.clone(),
            href: day.href.clone(),
        }
    }
}

/// A project put to the vote.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProjectOut {
    code: String,
    title: String,
    summary: String,
    cost_cents: i64,
    /// ISTAT area of users; may be empty.
    area: String,
    /// Its place in the order that settles ties, from 0.
    tie_place: Option<i64>,
    /// The ideas it comes from.
    ideas: Vec<IdeaOut>,
}

/// An idea behind a project.
#[derive(Debug, Serialize, ToSchema)]
pub struct IdeaOut {
    title: String,
    /// Its page.
    href: String,
}

impl From<&Project> for ProjectOut {
    fn from(project: &Project) -> Self {
        let fields = &project.fields;
        let idea =
            |o: &crate::model::Origin| IdeaOut { title: o.title.clone(), href: o.href.clone() };
        Self {
            code: fields.code.clone(),
            title: fields.title.clone(),
            summary: fields.summary.clone(),
            cost_cents: fields.cost.0,
            area: fields.area.clone(),
            tie_place: project.tie_place,
            ideas: fields.origins.iter().map(idea).collect(),
        }
    }
}

/// A day with its projects.
#[derive(Debug, Serialize, ToSchema)]
pub struct DayWithProjects {
    #[serde(flatten)]
    day: DayOut,
    projects: Vec<ProjectOut>,
}

/// The public days of a body, latest first.
#[utoipa::path(get, path = "/api/v1/bodies/{body}/days", tag = "days",
    params(("body" = String, Path, description = "Word of the body")),
    responses((status = 200, body = Listed<DayOut>), (status = 404, body = Problem)))]
async fn list_days(visit: Visit) -> Result<Json<Listed<DayOut>>, WebError> {
    let days = service::days(visit.app.store(), visit.body_id()?, None, true).await?;
    Ok(Json(Listed { items: days.iter().map(DayOut::from).collect(), next: None }))
}

/// A day and its projects.
#[utoipa::path(get, path = "/api/v1/bodies/{body}/days/{day}", tag = "days",
    params(("body" = String, Path), ("day" = String, Path, description = "Word of the day")),
    responses((status = 200, body = DayWithProjects), (status = 404, body = Problem)))]
async fn get_day(
    visit: Visit,
    path: Path<(String, String)>,
) -> Result<Json<DayWithProjects>, WebError> {
    let slug = path.0.1;
    let view = public_day(&visit, &slug).await?;
    let projects = view.projects.iter().map(ProjectOut::from).collect();
    Ok(Json(DayWithProjects { day: DayOut::from(&view.day), projects }))
}

/// How many joined and voted so far.
#[utoipa::path(get, path = "/api/v1/bodies/{body}/days/{day}/counters", tag = "days",
    params(("body" = String, Path), ("day" = String, Path)),
    responses((status = 200, body = Counters), (status = 404, body = Problem)))]
async fn get_counters(
    visit: Visit,
    path: Path<(String, String)>,
) -> Result<Json<Counters>, WebError> {
    let slug = path.0.1;
    let day = public_day(&visit, &slug).await?.day;
    Ok(Json(Counters { ballots: day.ballots, present: day.present }))
}

/// What became of a project.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProjectResultOut {
    code: String,
    title: String,
    cost_cents: i64,
    approvals: u64,
    /// By the rule that decides.
    chosen: bool,
    chosen_by_equal_shares: bool,
    chosen_by_greedy: bool,
    /// One sentence, in the caller's language, by the rule that decides.
    why: String,
}

/// The result of a published day.
#[derive(Debug, Serialize, ToSchema)]
pub struct ResultsOut {
    slug: String,
    /// The rule that decides: `equal_shares` or `greedy`.
    official: String,
    budget_cents: u64,
    spent_cents: u64,
    present: i64,
    ballots: i64,
    /// Voters of whom no approved project was chosen.
    voters_without: u64,
    /// Codes in order of choice.
    chosen: Vec<String>,
    rules_hash: String,
    /// SHA-256 of the record as it is kept.
    record_hash: String,
    /// Most approvals first.
    projects: Vec<ProjectResultOut>,
    /// Both outcomes in full: rounds, ties, payments, reasons.
    #[schema(value_type = Object)]
    equal_shares: fair_selection::Outcome,
    #[schema(value_type = Object)]
    greedy: fair_selection::Outcome,
}

/// What was chosen and why; there once the result is published.
#[utoipa::path(get, path = "/api/v1/bodies/{body}/days/{day}/results", tag = "days",
    params(("body" = String, Path), ("day" = String, Path)),
    responses((status = 200, body = ResultsOut), (status = 404, body = Problem)))]
async fn get_results(
    visit: Visit,
    path: Path<(String, String)>,
) -> Result<Json<ResultsOut>, WebError> {
    let slug = path.0.1;
    let results = counting::results(visit.app.store(), visit.body_id()?, &slug).await?;
    let record = &results.record;
    let official = rules::official(record);
    let projects = results
        .projects
        .iter()
        .map(|result| {
            let fields = &result.project.fields;
            let why = official.explanation(&fields.code).map(|e| reader(&visit).why(e));
            ProjectResultOut {
                code: fields.code.clone(),
                title: fields.title.clone(),
                cost_cents: fields.cost.0,
                approvals: result.approvals,
                chosen: result.chosen,
                chosen_by_equal_shares: record.equal_shares.is_selected(&fields.code),
                chosen_by_greedy: record.greedy.is_selected(&fields.code),
                why: why.unwrap_or_default(),
            }
        })
        .collect();
    Ok(Json(ResultsOut {
        slug,
        official: record.rules.official.code().into(),
        budget_cents: official.budget_cents,
        spent_cents: official.cost_cents,
        present: record.present,
        ballots: record.ballots,
        voters_without: official.totals.voters_without,
        chosen: official.selected.clone(),
        rules_hash: record.rules_hash.clone(),
        record_hash: results.hash.clone(),
        projects,
        equal_shares: record.equal_shares.clone(),
        greedy: record.greedy.clone(),
    }))
}

/// Everything needed to count again: projects, rules, and the ballots sorted by content, without voters.
#[utoipa::path(get, path = "/api/v1/bodies/{body}/days/{day}/recount", tag = "days",
    params(("body" = String, Path), ("day" = String, Path)),
    responses((status = 200, body = Object), (status = 404, body = Problem)))]
async fn get_recount(
    visit: Visit,
    path: Path<(String, String)>,
) -> Result<Json<serde_json::Value>, WebError> {
    let slug = path.0.1;
    let recount = counting::recount(visit.app.store(), visit.body_id()?, &slug).await?;
    Ok(Json(recount.json()?))
}

/// The same as a `.pb` file, the format of Pabulib.
#[utoipa::path(get, path = "/api/v1/bodies/{body}/days/{day}/recount.pb", tag = "days",
    params(("body" = String, Path), ("day" = String, Path)),
    responses((status = 200, body = String, content_type = "text/plain"), (status = 404, body = Problem)))]
async fn get_recount_pb(visit: Visit, path: Path<(String, String)>) -> Result<Response, WebError> {
    let slug = path.0.1;
    let recount = counting::recount(visit.app.store(), visit.body_id()?, &slug).await?;
    let kind = HeaderValue::from_static("text/plain; charset=utf-8");
    Ok(([(header::CONTENT_TYPE, kind)], recount.pabulib()?).into_response())
}

/// A code, as typed.
#[derive(Debug, Deserialize, ToSchema)]
pub struct JoinIn {
    /// The room's code or a personal one; case, spaces and dashes do not matter.
    code: String,
}

/// A voter.
#[derive(Debug, Serialize, ToSchema)]
pub struct VoterOut {
    /// The day the code opens.
    day: String,
    /// The secret that hands in ballots: keep it, it is shown once.
    token: String,
    /// 0 with the room's code, 1 with a personal one.
    level: u8,
}

/// Joins with a code; each call with the room's code makes a new voter.
#[utoipa::path(post, path = "/api/v1/bodies/{body}/days/{day}/voters", tag = "days",
    params(("body" = String, Path), ("day" = String, Path)), request_body = JoinIn,
    responses((status = 201, body = VoterOut), (status = 404, body = Problem),
        (status = 422, body = Problem), (status = 429, body = Problem)))]
async fn join_day(
    visit: Visit,
    path: Path<(String, String)>,
    Part(counted): Part<Attempts>,
    Given(given): Given<JoinIn>,
) -> Result<Response, WebError> {
    let slug = path.0.1;
    public_day(&visit, &slug).await?;
    match attempts::join(&visit, &counted, &given.code).await? {
        Ok(joined) => {
            let day = joined.day.fields.slug;
            let out = VoterOut { day, token: joined.token, level: joined.level };
            Ok((StatusCode::CREATED, Json(out)).into_response())
        }
        Err(refused) => Ok(Problem::new(&visit, refused.status, refused.text).into_response()),
    }
}

/// A ballot.
#[derive(Debug, Deserialize, ToSchema)]
pub struct BallotIn {
    /// The voter's secret.
    token: String,
    /// Made by the program, one for each time the voter sends: sent twice, counted once.
    submission: Uuid,
    /// Codes of the approved projects; none is a valid ballot.
    approvals: Vec<String>,
}

/// The answer to a ballot that is on disk.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReceiptOut {
    /// With this code the voter finds the ballot among those counted.
    receipt: String,
    /// Whether this is the ballot that counts; a later one may have replaced it.
    stands: bool,
}

/// Hands in a ballot, or the change of one; nothing of it is read back.
#[utoipa::path(post, path = "/api/v1/bodies/{body}/days/{day}/ballots", tag = "days",
    params(("body" = String, Path), ("day" = String, Path)), request_body = BallotIn,
    responses((status = 201, body = ReceiptOut), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn cast_ballot(
    visit: Visit,
    path: Path<(String, String)>,
    Given(given): Given<BallotIn>,
) -> Result<Response, WebError> {
    let slug = path.0.1;
    let view = public_day(&visit, &slug).await?;
    let ballot = voting::NewBallot {
        day: view.day.id,
        token: given.token,
        submission: given.submission,
        approvals: given.approvals,
    };
    match voting::cast(visit.app.store(), visit.body_id()?, ballot).await {
        Ok(receipt) => {
            let out = ReceiptOut { receipt: receipt.code, stands: receipt.stands };
            Ok((StatusCode::CREATED, Json(out)).into_response())
        }
        Err(error) => Ok(refuse(&visit, &refusal(error)?)),
    }
}

/// A receipt, as typed.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ReceiptIn {
    /// The receipt; case, spaces and dashes do not matter.
    receipt: String,
}

/// Whether a ballot counts.
#[derive(Debug, Serialize, ToSchema)]
pub struct StandsOut {
    /// Whether the ballot with this receipt is among those that count; a replaced one is not.
    stands: bool,
}

/// Whether the ballot of a receipt is among those that count.
#[utoipa::path(post, path = "/api/v1/bodies/{body}/days/{day}/receipts", tag = "days",
    params(("body" = String, Path), ("day" = String, Path)), request_body = ReceiptIn,
    responses((status = 200, body = StandsOut), (status = 404, body = Problem), (status = 429, body = Problem)))]
async fn check_receipt(
    visit: Visit,
    path: Path<(String, String)>,
    Part(counted): Part<Attempts>,
    Given(given): Given<ReceiptIn>,
) -> Result<Response, WebError> {
    let slug = path.0.1;
    let view = public_day(&visit, &slug).await?;
    match attempts::receipt(&visit, &counted, view.day.id, &given.receipt).await? {
        Ok(stands) => Ok(Json(StandsOut { stands }).into_response()),
        Err(refused) => Ok(Problem::new(&visit, refused.status, refused.text).into_response()),
    }
}

/// A refusal as problem+json.
fn refuse(visit: &Visit, error: &WorkdayError) -> Response {
    let status = match error {
        WorkdayError::UnknownVoter => StatusCode::UNAUTHORIZED,
        WorkdayError::WrongCode
        | WorkdayError::PersonalCodeNeeded
        | WorkdayError::NotOnBallot(_)
        | WorkdayError::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
        _ => StatusCode::CONFLICT,
    };
    Problem::new(visit, status, words(visit, error)).into_response()
}
