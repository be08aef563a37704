//! Findings and needs for programs.

use axum::{
    Json,
    extract::Path,
    response::{IntoResponse, Response},
};
use kernel::id::Uuid;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use texts::key;
use utoipa::ToSchema;
use web::{
    Asked, Page, Visit, WebError,
    api::{Given, Listed, address},
};

use super::{Failure, PIECE, refused};
use crate::{
    ProfileError,
    findings::{
        FindingState, Severity, rule,
        service::{self, Decision},
        store::{FindingRow, NeedRow},
    },
    pages,
};

/// A finding.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Finding)]
pub struct FindingOut {
    /// Its id.
    id: String,
    /// Its rule.
    rule: String,
    /// What it is about: with the rule, a stable key.
    subject: String,
    /// `minor`, `notable` or `serious`.
    severity: &'static str,
    /// `open`, `accepted`, `postponed`, `dismissed` or `resolved`.
    state: &'static str,
    /// Why, in words.
    reason: String,
    /// What it points at: kind, code and name.
    #[schema(value_type = Vec<Object>)]
    evidence: Value,
    /// The day to look again, of a postponed one.
    until: Option<String>,
}

fn finding_out(page: &Page, row: FindingRow) -> FindingOut {
    FindingOut {
        id: row.id.to_string(),
        severity: match Severity::of(row.severity) {
            Severity::Minor => "minor",
            Severity::Notable => "notable",
            Severity::Serious => "serious",
        },
        state: row.state.code(),
        reason: pages::finding_reason(page, &row.told),
        evidence: serde_json::to_value(&row.told.evidence).unwrap_or_default(),
        until: row.until.map(|day| day.to_string()),
        rule: row.rule,
        subject: row.subject,
    }
}

/// Findings in a state (open ones when none is named), the heaviest first.
#[utoipa::path(get, path = "/api/v1/bodies/{body}/findings", tag = "profile",
    params(("body" = String, Path), ("state" = Option<String>, Query), ("rule" = Option<String>, Query),
        ("after" = Option<String>, Query)),
    responses((status = 200, body = Listed<FindingOut>)))]
pub async fn list(visit: Visit, asked: Asked) -> Result<Response, Failure> {
    let state = FindingState::parse(asked.value("state")).unwrap_or(FindingState::Open);
    let chosen = rule(asked.value("rule")).map_or("", |rule| rule.code);
    let after = asked.value("after").parse::<Uuid>().ok();
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let found = service::page(store, body, state, chosen, after, PIECE).await;
    let found = found.map_err(|error| refused(&visit, error))?;
    let page = Page::new(&visit, "");
    let items = found.rows.into_iter().map(|row| finding_out(&page, row)).collect::<Vec<_>>();
    let next = found
        .next
        .map(|id| address(&visit, &format!("findings{}", asked.with("after", &id.to_string()))));
    Ok(Json(Listed { items, next }).into_response())
}

/// Looks at the profile again.
#[utoipa::path(post, path = "/api/v1/bodies/{body}/findings/look", tag = "profile",
    params(("body" = String, Path)), responses((status = 200, body = service::Look)))]
pub async fn look(visit: Visit) -> Result<Response, Failure> {
    Ok(Json(pages::look_again(&visit).await?).into_response())
}

/// A decision: `accept` with `words`, `postpone` with `until`, `dismiss` with `reason`, `take_back`.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = FindingDecision)]
pub struct DecisionIn {
    /// What is decided.
    decision: String,
    /// The need, of an accepted one.
    #[serde(default)]
    words: String,
    /// Areas of the need.
    #[serde(default)]
    areas: Vec<String>,
    /// ISTAT codes of the need.
    #[serde(default)]
    municipalities: Vec<String>,
    /// How it is known.
    #[serde(default)]
    evidence: String,
    /// The day to look again.
    #[serde(default)]
    until: String,
    /// Why it is dismissed.
    #[serde(default)]
    reason: String,
}

/// Decides about a finding.
#[utoipa::path(post, path = "/api/v1/bodies/{body}/findings/{id}/decision", tag = "profile",
    params(("body" = String, Path), ("id" = String, Path)), request_body = DecisionIn,
    responses((status = 200), (status = 409), (status = 422)))]
pub async fn decide(
    visit: Visit,
    at: Path<(String, String)>,
    sent: Given<DecisionIn>,
) -> Result<Response, Failure> {
    let (Path((_, id)), Given(sent)) = (at, sent);
    let id: Uuid = id.parse().map_err(|_| WebError::NotFound)?;
    let mut pairs = vec![
        ("words".to_owned(), sent.words),
        ("evidence".to_owned(), sent.evidence),
        ("until".to_owned(), sent.until),
        ("reason".to_owned(), sent.reason),
    ];
    pairs.extend(sent.areas.into_iter().map(|code| ("areas".to_owned(), code)));
    pairs.extend(sent.municipalities.into_iter().map(|code| ("municipalities".to_owned(), code)));
    let mut draft = kernel::form::Draft::new(pairs);
    let decision = match sent.decision.as_str() {
        "accept" => Some(Decision::Accept(pages::need_words(&mut draft))),
        "postpone" => draft.day("until", true).map(Decision::Postpone),
        "dismiss" => Some(Decision::Dismiss(draft.lines("reason", true, 5, 500))),
        "take_back" => Some(Decision::TakeBack),
        _ => {
            draft.refuse("decision", key!("form-not-in-list"), None);
            None
        }
    };
    let invalid = |errors| refused(&visit, ProfileError::Invalid(errors));
    draft.finish().map_err(invalid)?;
    let Some(decision) = decision else { return Err(WebError::NotFound.into()) };
    let (store, place) = (visit.app.store(), pages::place(&visit)?);
    let need = service::decide(store, &place, &visit.principal, id, decision).await;
    let need = need.map_err(|error| refused(&visit, error))?;
    Ok(Json(serde_json::json!({ "need": need })).into_response())
}

/// A need.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Need)]
pub struct NeedOut {
    /// Its number.
    number: i64,
    /// What is needed.
    words: String,
    /// ISTAT areas; empty means everybody.
    areas: Vec<String>,
    /// ISTAT codes; empty means everywhere.
    municipalities: Vec<String>,
    /// How it is known.
    evidence: String,
    /// The finding it came of.
    finding: Option<String>,
}

/// Every need, by number.
#[utoipa::path(get, path = "/api/v1/bodies/{body}/needs", tag = "profile",
    params(("body" = String, Path)), responses((status = 200, body = Listed<NeedOut>)))]
pub async fn needs(visit: Visit) -> Result<Response, Failure> {
    let found = service::needs(visit.app.store(), visit.body_id()?).await;
    let found = found.map_err(|error| refused(&visit, error))?;
    let out = |need: NeedRow| NeedOut {
        number: need.number,
        words: need.words,
        areas: crate::findings::picture::split(&need.areas),
        municipalities: crate::findings::picture::split(&need.municipalities),
        evidence: need.evidence,
        finding: need.finding_id.map(|id| id.to_string()),
    };
    let items = found.into_iter().map(out).collect::<Vec<_>>();
    Ok(Json(Listed { items, next: None }).into_response())
}
