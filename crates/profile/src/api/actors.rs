//! Actors, claims, proposals and questions for programs: the same use cases as the pages.

use axum::{
    Json,
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use identity::{Caller, Identity};
use kernel::{
    Access::{Anyone, SignedIn},
    PersonId, Role,
    email::Email,
    form::FieldError,
    id::Uuid,
};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};
use web::{
    Asked, Part, Routes, Visit, WebError,
    api::{Given, Listed, Problem, address},
};

use super::{Failure, record, record::ServiceFields, refused};
use crate::{
    ProfileError,
    actors::{Actor, ActorFields, ActorForm, service as actors},
    claims::{Claim, ClaimState, service as claims},
    confirm::{Request, RequestState, service as confirm},
    model::{Register, Values},
    pages::{CENSUS, KEEPERS, place, site},
    proposals::{Proposal, ProposalState, Standing, model, service as proposals},
};

/// The description of these calls.
#[derive(Debug, OpenApi)]
#[openapi(paths(
    actor_list,
    actor_get,
    actor_post,
    actor_put,
    claim_list,
    claim_post,
    claim_accept,
    claim_refuse,
    claim_revoke,
    proposal_list,
    proposal_get,
    proposal_post,
    proposal_accept,
    proposal_refuse,
    confirmation_list,
    confirmation_post
))]
pub struct Api;

pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/api/v1/bodies/{body}/actors", Anyone, actor_list)
        .post("/api/v1/bodies/{body}/actors", CENSUS, actor_post)
        .get("/api/v1/bodies/{body}/actors/{code}", Anyone, actor_get)
        .put("/api/v1/bodies/{body}/actors/{code}", CENSUS, actor_put)
        .get("/api/v1/bodies/{body}/claims", KEEPERS, claim_list)
        .post("/api/v1/bodies/{body}/services/{code}/claims", SignedIn, claim_post)
        .post("/api/v1/bodies/{body}/claims/{id}/accept", KEEPERS, claim_accept)
        .post("/api/v1/bodies/{body}/claims/{id}/refuse", KEEPERS, claim_refuse)
        .post("/api/v1/bodies/{body}/claims/{id}/revoke", KEEPERS, claim_revoke)
        .get("/api/v1/bodies/{body}/proposals", CENSUS, proposal_list)
        .get("/api/v1/bodies/{body}/proposals/{id}", CENSUS, proposal_get)
        .post("/api/v1/bodies/{body}/services/{code}/proposals", SignedIn, proposal_post)
        .post("/api/v1/bodies/{body}/proposals/{id}/accept", CENSUS, proposal_accept)
        .post("/api/v1/bodies/{body}/proposals/{id}/refuse", CENSUS, proposal_refuse)
        .get("/api/v1/bodies/{body}/confirmations", CENSUS, confirmation_list)
        .post("/api/v1/bodies/{body}/confirmations", CENSUS, confirmation_post)
}

/// Items of one piece of a list.
const PIECE: usize = 100;

fn filled(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

fn moment(ms: i64) -> String {
    kernel::Instant(ms).rfc3339()
}

fn after(asked: &Asked) -> Option<Uuid> {
    asked.value("after").parse().ok()
}

/// A piece of a list, and the address of the next one.
fn piece<T: Serialize>(
    visit: &Visit,
    asked: &Asked,
    path: &str,
    mut items: Vec<(Uuid, T)>,
) -> Response {
    let more = items.len() > PIECE;
    items.truncate(PIECE);
    let last = items.last().filter(|_| more).map(|(id, _)| *id);
    let next =
        last.map(|id| address(visit, &format!("{path}{}", asked.with("after", &id.to_string()))));
    let items: Vec<T> = items.into_iter().map(|(_, item)| item).collect();
    Json(Listed { items, next }).into_response()
}

/// A welfare organisation.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[schema(as = ActorRecord)]
struct ActorDoc {
    /// Word in addresses; what is sent of it is ignored.
    #[serde(default)]
    code: String,
    /// Rises at each change; a `PUT` may name the one it started from.
    #[serde(default)]
    version: Option<i64>,
    /// Name.
    name: String,
    /// `odv`, `aps`, `coop`, `scuola`, `caf`, `parrocchia`, `impresa`, `gruppo`, `ente`, `altro`.
    form: String,
    /// What it does.
    #[serde(default)]
    description: Option<String>,
    /// ISTAT areas.
    #[serde(default)]
    areas: Vec<String>,
    /// ISTAT codes of municipalities.
    #[serde(default)]
    municipalities: Vec<String>,
    /// Where it is.
    #[serde(default)]
    place: Option<String>,
    /// Telephone of the office.
    #[serde(default)]
    phone: Option<String>,
    /// E-mail of the office.
    #[serde(default)]
    email: Option<String>,
    /// Website.
    #[serde(default)]
    website: Option<String>,
    /// Whether it is in the national register of the third sector.
    #[serde(default)]
    runts: Option<bool>,
    /// Codes of the services whose record it keeps; what is sent of it is ignored.
    #[serde(default)]
    services: Vec<String>,
}

impl ActorDoc {
    fn of(actor: Actor, services: Vec<String>) -> Self {
        let fields = actor.fields;
        Self {
            code: actor.code,
            version: Some(actor.version),
            name: fields.name,
            form: fields.form.code().to_owned(),
            description: filled(fields.description),
            areas: fields.areas,
            municipalities: fields.municipalities,
            place: filled(fields.place),
            phone: filled(fields.phone),
            email: filled(fields.email),
            website: filled(fields.website),
            runts: fields.runts,
            services,
        }
    }

    fn read(self) -> Result<ActorFields, ProfileError> {
        let runts = match self.runts {
            Some(true) => "yes",
            Some(false) => "no",
            None => "",
        };
        let mut pairs = vec![
            ("name".to_owned(), self.name),
            ("form".to_owned(), self.form),
            ("description".to_owned(), self.description.unwrap_or_default()),
            ("place".to_owned(), self.place.unwrap_or_default()),
            ("phone".to_owned(), self.phone.unwrap_or_default()),
            ("email".to_owned(), self.email.unwrap_or_default()),
            ("website".to_owned(), self.website.unwrap_or_default()),
            ("runts".to_owned(), runts.to_owned()),
        ];
        pairs.extend(self.areas.into_iter().map(|code| ("areas".to_owned(), code)));
        let towns = self.municipalities.into_iter();
        pairs.extend(towns.map(|code| ("municipalities".to_owned(), code)));
        ActorFields::read(pairs).map_err(ProfileError::Invalid)
    }
}

/// Organisations by name; filters combine.
#[utoipa::path(get, path = "/api/v1/bodies/{body}/actors", tag = "profile",
    params(("body" = String, Path), ("q" = Option<String>, Query), ("area" = Option<String>, Query),
        ("form" = Option<String>, Query), ("after" = Option<String>, Query)),
    responses((status = 200, body = Listed<ActorDoc>)))]
async fn actor_list(visit: Visit, asked: Asked) -> Result<Response, Failure> {
    let filter = actors::Filter {
        words: asked.value("q").chars().take(100).collect(),
        area: asked.value("area").to_owned(),
        form: asked.value("form").to_owned(),
    };
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let found = actors::list(store, body, &filter, after(&asked), PIECE + 1).await;
    let found = found.map_err(|error| refused(&visit, error))?.actors;
    let items = found.into_iter().map(|actor| (actor.id, ActorDoc::of(actor, Vec::new())));
    Ok(piece(&visit, &asked, "actors", items.collect()))
}

async fn actor_doc(visit: &Visit, code: &str) -> Result<ActorDoc, Failure> {
    let found = actors::actor(visit.app.store(), visit.body_id()?, code).await;
    let (actor, cards) = found.map_err(|error| refused(visit, error))?;
    Ok(ActorDoc::of(actor, cards.into_iter().map(|card| card.code).collect()))
}

/// One organisation with the records it keeps.
#[utoipa::path(get, path = "/api/v1/bodies/{body}/actors/{code}", tag = "profile",
    params(("body" = String, Path), ("code" = String, Path)),
    responses((status = 200, body = ActorDoc), (status = 404, body = Problem)))]
async fn actor_get(visit: Visit, at: Path<(String, String)>) -> Result<Response, Failure> {
    let Path((_, code)) = at;
    Ok(Json(actor_doc(&visit, &code).await?).into_response())
}

async fn actor_save(
    visit: &Visit,
    existing: Option<(String, i64)>,
    sent: ActorDoc,
) -> Result<ActorDoc, Failure> {
    let place = place(visit)?;
    let fields = sent.read().map_err(|error| refused(visit, error))?;
    let saved = actors::save(visit.app.store(), &place, &visit.principal, existing, fields).await;
    let code = saved.map_err(|error| refused(visit, error))?;
    actor_doc(visit, &code).await
}

/// Adds an organisation.
#[utoipa::path(post, path = "/api/v1/bodies/{body}/actors", tag = "profile",
    params(("body" = String, Path)), request_body = ActorDoc,
    responses((status = 201, body = ActorDoc), (status = 422, body = Problem)))]
async fn actor_post(visit: Visit, Given(sent): Given<ActorDoc>) -> Result<Response, Failure> {
    let made = actor_save(&visit, None, sent).await?;
    Ok((StatusCode::CREATED, Json(made)).into_response())
}

/// Changes an organisation.
#[utoipa::path(put, path = "/api/v1/bodies/{body}/actors/{code}", tag = "profile",
    params(("body" = String, Path), ("code" = String, Path)), request_body = ActorDoc,
    responses((status = 200, body = ActorDoc), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn actor_put(
    visit: Visit,
    at: Path<(String, String)>,
    Given(sent): Given<ActorDoc>,
) -> Result<Response, Failure> {
    let Path((_, code)) = at;
    let version = match sent.version {
        Some(version) => version,
        None => actor_doc(&visit, &code).await?.version.unwrap_or_default(),
    };
    Ok(Json(actor_save(&visit, Some((code, version)), sent).await?).into_response())
}

/// A request to keep a record.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ClaimRecord)]
struct ClaimDoc {
    /// Which one.
    id: Uuid,
    /// Code of the service.
    service: String,
    /// Name of the service.
    service_name: String,
    /// The organisation as it was written.
    organisation: String,
    /// Why.
    why: String,
    /// `pending`, `accepted`, `refused`, `withdrawn`, `revoked`.
    state: &'static str,
    /// What staff answered.
    answer: Option<String>,
    /// When it came.
    created_at: String,
    /// When it was decided.
    decided_at: Option<String>,
}

impl From<Claim> for ClaimDoc {
    fn from(claim: Claim) -> Self {
        Self {
            id: claim.id,
            service: claim.service_code,
            service_name: claim.service_name,
            organisation: claim.organisation,
            why: claim.why,
            state: claim.state.code(),
            answer: filled(claim.answer),
            created_at: moment(claim.created_at),
            decided_at: claim.decided_at.map(moment),
        }
    }
}

/// Requests to keep a record, the oldest first; those that wait unless another state is named.
#[utoipa::path(get, path = "/api/v1/bodies/{body}/claims", tag = "profile",
    params(("body" = String, Path), ("state" = Option<String>, Query), ("after" = Option<String>, Query)),
    responses((status = 200, body = Listed<ClaimDoc>), (status = 403, body = Problem)))]
async fn claim_list(visit: Visit, asked: Asked) -> Result<Response, Failure> {
    let state = ClaimState::parse(asked.value("state")).unwrap_or(ClaimState::Pending);
    let (store, body, most) = (visit.app.store(), visit.body_id()?, PIECE as i64 + 1);
    let found = claims::in_state(store, body, state, after(&asked), most).await;
    let found = found.map_err(|error| refused(&visit, error))?;
    let items = found.into_iter().map(|claim| (claim.id, ClaimDoc::from(claim)));
    Ok(piece(&visit, &asked, "claims", items.collect()))
}

/// What is asked.
#[derive(Debug, Deserialize, ToSchema)]
struct ClaimPost {
    /// The organisation, by its full name.
    organisation: String,
    /// Why the record is theirs.
    why: String,
}

async fn letter_to(
    identity: &Identity,
    person: Option<PersonId>,
) -> Result<Option<Email>, Failure> {
    let Some(person) = person else { return Ok(None) };
    let found = identity.person(person).await.map_err(WebError::from)?;
    Ok(found.filter(|person| !person.disabled).and_then(|person| Email::parse(&person.email)))
}

async fn claim_doc(visit: &Visit, id: Uuid) -> Result<ClaimDoc, Failure> {
    let found = claims::claim(visit.app.store(), visit.body_id()?, id).await;
    Ok(found.map_err(|error| refused(visit, error))?.into())
}

/// Asks to keep a record, with the token of a person.
#[utoipa::path(post, path = "/api/v1/bodies/{body}/services/{code}/claims", tag = "profile",
    params(("body" = String, Path), ("code" = String, Path)), request_body = ClaimPost,
    responses((status = 201, body = ClaimDoc), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn claim_post(
    visit: Visit,
    Part(identity): Part<Identity>,
    at: Path<(String, String)>,
    Given(sent): Given<ClaimPost>,
) -> Result<Response, Failure> {
    let Path((_, code)) = at;
    let to = letter_to(&identity, visit.principal.person).await?;
    let typed = vec![("organisation".to_owned(), sent.organisation), ("why".to_owned(), sent.why)];
    let (store, site, who) = (visit.app.store(), site(&visit)?, &visit.principal);
    let id = claims::ask(store, &site, who, to, &code, typed).await;
    let id = id.map_err(|error| refused(&visit, error))?;
    Ok((StatusCode::CREATED, Json(claim_doc(&visit, id).await?)).into_response())
}

/// What is decided about a claim.
#[derive(Debug, Deserialize, ToSchema)]
struct ClaimDecision {
    /// Code of an organisation of the register; without it the one written is added (to accept).
    #[serde(default)]
    actor: String,
    /// What the added organisation is (to accept).
    #[serde(default)]
    form: String,
    /// What who asked reads; needed to refuse and to revoke.
    #[serde(default)]
    answer: String,
}

async fn claim_decide(
    visit: &Visit,
    identity: &Identity,
    id: Uuid,
    decision: claims::Decision,
) -> Result<Response, Failure> {
    let (store, site) = (visit.app.store(), site(visit)?);
    let claim = claims::claim(store, site.place.body, id).await;
    let claim = claim.map_err(|error| refused(visit, error))?;
    let to = letter_to(identity, Some(claim.person)).await?;
    let accepts = matches!(decision, claims::Decision::Accept { .. });
    let done = claims::decide(store, &site, &visit.principal, to, id, decision).await;
    let person = done.map_err(|error| refused(visit, error))?;
    if accepts {
        let caller = Caller::api(visit.principal.clone());
        let body = site.place.body;
        let given = identity.grant_role(&caller, body, person, None, Role::Actor).await;
        given.map_err(|error| WebError::Internal(error.to_string()))?;
    }
    Ok(Json(claim_doc(visit, id).await?).into_response())
}

/// Accepts a claim: the organisation keeps the record.
#[utoipa::path(post, path = "/api/v1/bodies/{body}/claims/{id}/accept", tag = "profile",
    params(("body" = String, Path), ("id" = Uuid, Path)), request_body = ClaimDecision,
    responses((status = 200, body = ClaimDoc), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn claim_accept(
    visit: Visit,
    Part(identity): Part<Identity>,
    at: Path<(String, Uuid)>,
    Given(sent): Given<ClaimDecision>,
) -> Result<Response, Failure> {
    let form = ActorForm::parse(&sent.form).unwrap_or(ActorForm::Other);
    let decision = claims::Decision::Accept { actor: sent.actor, form, answer: sent.answer };
    claim_decide(&visit, &identity, at.0.1, decision).await
}

/// Refuses a claim, with the reason.
#[utoipa::path(post, path = "/api/v1/bodies/{body}/claims/{id}/refuse", tag = "profile",
    params(("body" = String, Path), ("id" = Uuid, Path)), request_body = ClaimDecision,
    responses((status = 200, body = ClaimDoc), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn claim_refuse(
    visit: Visit,
    Part(identity): Part<Identity>,
    at: Path<(String, Uuid)>,
    Given(sent): Given<ClaimDecision>,
) -> Result<Response, Failure> {
    claim_decide(&visit, &identity, at.0.1, claims::Decision::Refuse(sent.answer)).await
}

/// Ends the charge of an organisation, with the reason.
#[utoipa::path(post, path = "/api/v1/bodies/{body}/claims/{id}/revoke", tag = "profile",
    params(("body" = String, Path), ("id" = Uuid, Path)), request_body = ClaimDecision,
    responses((status = 200, body = ClaimDoc), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn claim_revoke(
    visit: Visit,
    Part(identity): Part<Identity>,
    at: Path<(String, Uuid)>,
    Given(sent): Given<ClaimDecision>,
) -> Result<Response, Failure> {
    claim_decide(&visit, &identity, at.0.1, claims::Decision::Revoke(sent.answer)).await
}

/// One field that would change.
#[derive(Debug, Serialize, ToSchema)]
struct ProposedField {
    /// The field.
    field: &'static str,
    /// What the record said when it was proposed.
    before: String,
    /// What it says now.
    now: String,
    /// What it would say.
    after: String,
    /// `clean`, `already` or `clash`: changed by staff meanwhile.
    standing: &'static str,
}

/// A proposal.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ProposalRecord)]
struct ProposalDoc {
    /// Which one.
    id: Uuid,
    /// Whether it is a service that the body does not know yet.
    new_service: bool,
    /// Name of the service.
    name: String,
    /// Who proposes.
    author: String,
    /// Message to staff.
    message: Option<String>,
    /// `pending`, `draft`, `accepted`, `partly`, `refused`, `withdrawn`.
    state: &'static str,
    /// What staff answered.
    answer: Option<String>,
    /// Whether anybody sent it from the public page: a report of a mistake, in words alone.
    report: bool,
    /// Fields that staff accepted.
    accepted: Vec<String>,
    /// When it came.
    created_at: String,
    /// When it was decided.
    decided_at: Option<String>,
    /// Version of the record now, to be named when accepting (one proposal alone).
    version: Option<i64>,
    /// What would change (one proposal alone).
    fields: Vec<ProposedField>,
}

impl From<Proposal> for ProposalDoc {
    fn from(proposal: Proposal) -> Self {
        Self {
            id: proposal.id,
            new_service: proposal.service.is_none(),
            report: proposal.is_report(),
            name: proposal.name,
            author: proposal.author,
            message: filled(proposal.message),
            state: proposal.state.code(),
            answer: filled(proposal.answer),
            accepted: proposal.accepted,
            created_at: moment(proposal.created_at),
            decided_at: proposal.decided_at.map(moment),
            version: None,
            fields: Vec::new(),
        }
    }
}

/// Proposals, the oldest first; those that wait unless another state is named.
#[utoipa::path(get, path = "/api/v1/bodies/{body}/proposals", tag = "profile",
    params(("body" = String, Path), ("state" = Option<String>, Query), ("after" = Option<String>, Query)),
    responses((status = 200, body = Listed<ProposalDoc>), (status = 403, body = Problem)))]
async fn proposal_list(visit: Visit, asked: Asked) -> Result<Response, Failure> {
    let state = ProposalState::parse(asked.value("state")).unwrap_or(ProposalState::Pending);
    let (store, body, most) = (visit.app.store(), visit.body_id()?, PIECE as i64 + 1);
    let which = proposals::Which::All;
    let found = proposals::in_state(store, body, state, which, after(&asked), most).await;
    let found = found.map_err(|error| refused(&visit, error))?;
    let items = found.into_iter().map(|proposal| (proposal.id, ProposalDoc::from(proposal)));
    Ok(piece(&visit, &asked, "proposals", items.collect()))
}

async fn proposal_doc(visit: &Visit, id: Uuid) -> Result<ProposalDoc, Failure> {
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let found = proposals::proposal(store, body, id).await;
    let proposal = found.map_err(|error| refused(visit, error))?;
    let kept = proposals::card_of(store, body, &proposal).await;
    let kept = kept.map_err(|error| refused(visit, error))?;
    let empty = Values::empty(Register::Services);
    let now = kept.as_ref().map_or(&empty, |kept| &kept.values);
    let fields = model::compare(&proposal.changes, now).into_iter().map(|line| ProposedField {
        field: line.field.name,
        before: line.before,
        now: line.now,
        after: line.after,
        standing: match line.standing {
            Standing::Clean => "clean",
            Standing::Already => "already",
            Standing::Clash => "clash",
        },
    });
    let (fields, version) = (fields.collect(), kept.map(|kept| kept.version));
    Ok(ProposalDoc { version, fields, ..proposal.into() })
}

/// One proposal, field by field.
#[utoipa::path(get, path = "/api/v1/bodies/{body}/proposals/{id}", tag = "profile",
    params(("body" = String, Path), ("id" = Uuid, Path)),
    responses((status = 200, body = ProposalDoc), (status = 404, body = Problem)))]
async fn proposal_get(visit: Visit, at: Path<(String, Uuid)>) -> Result<Response, Failure> {
    Ok(Json(proposal_doc(&visit, at.0.1).await?).into_response())
}

/// What is proposed; fields that are not sent stay as they are.
#[derive(Debug, Deserialize, ToSchema)]
struct ProposalPost {
    /// The fields.
    fields: ServiceFields,
    /// Message to staff.
    #[serde(default)]
    message: String,
}

/// Proposes a change to a record that one keeps, with the token of a person.
#[utoipa::path(post, path = "/api/v1/bodies/{body}/services/{code}/proposals", tag = "profile",
    params(("body" = String, Path), ("code" = String, Path)), request_body = ProposalPost,
    responses((status = 201, body = ProposalDoc), (status = 403, body = Problem), (status = 422, body = Problem)))]
async fn proposal_post(
    visit: Visit,
    at: Path<(String, String)>,
    Given(sent): Given<ProposalPost>,
) -> Result<Response, Failure> {
    let Path((_, code)) = at;
    let pairs = record::to_pairs(Register::Services, &sent.fields.0).map_err(|errors| {
        let mut problem = Problem::fields(&visit, &[]);
        let wrong = errors.into_iter();
        problem.errors = wrong
            .map(|(field, key)| web::api::WrongField { field, message: visit.t(key) })
            .collect();
        Failure::from(problem)
    })?;
    let (store, site, who) = (visit.app.store(), site(&visit)?, &visit.principal);
    let id = proposals::propose(store, &site, who, &code, pairs, &sent.message).await;
    let id = id.map_err(|error| refused(&visit, error))?;
    Ok((StatusCode::CREATED, Json(proposal_doc(&visit, id).await?)).into_response())
}

/// What is decided about a proposal.
#[derive(Debug, Deserialize, ToSchema)]
struct ProposalDecision {
    /// Version of the record that was looked at (to accept).
    #[serde(default)]
    version: i64,
    /// The fields to take; without it, all (to accept).
    #[serde(default)]
    fields: Option<Vec<String>>,
    /// What who proposed reads; needed to refuse.
    #[serde(default)]
    answer: String,
}

async fn proposal_decide(
    visit: &Visit,
    identity: &Identity,
    id: Uuid,
    decision: proposals::Decision,
) -> Result<Response, Failure> {
    let (store, site) = (visit.app.store(), site(visit)?);
    let found = proposals::proposal(store, site.place.body, id).await;
    let proposal = found.map_err(|error| refused(visit, error))?;
    let to = letter_to(identity, proposal.person).await?;
    let done = proposals::decide(store, &site, &visit.principal, to, id, decision).await;
    done.map_err(|error| refused(visit, error))?;
    Ok(Json(proposal_doc(visit, id).await?).into_response())
}

/// Puts the chosen fields of a proposal into the record.
#[utoipa::path(post, path = "/api/v1/bodies/{body}/proposals/{id}/accept", tag = "profile",
    params(("body" = String, Path), ("id" = Uuid, Path)), request_body = ProposalDecision,
    responses((status = 200, body = ProposalDoc), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn proposal_accept(
    visit: Visit,
    Part(identity): Part<Identity>,
    at: Path<(String, Uuid)>,
    Given(sent): Given<ProposalDecision>,
) -> Result<Response, Failure> {
    let ProposalDecision { version, fields, answer } = sent;
    let decision = proposals::Decision::Accept { version, fields, answer };
    proposal_decide(&visit, &identity, at.0.1, decision).await
}

/// Refuses a proposal, with the reason.
#[utoipa::path(post, path = "/api/v1/bodies/{body}/proposals/{id}/refuse", tag = "profile",
    params(("body" = String, Path), ("id" = Uuid, Path)), request_body = ProposalDecision,
    responses((status = 200, body = ProposalDoc), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn proposal_refuse(
    visit: Visit,
    Part(identity): Part<Identity>,
    at: Path<(String, Uuid)>,
    Given(sent): Given<ProposalDecision>,
) -> Result<Response, Failure> {
    proposal_decide(&visit, &identity, at.0.1, proposals::Decision::Refuse(sent.answer)).await
}

/// A question whether a record is still true.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ConfirmationRequest)]
struct RequestDoc {
    /// Which one.
    id: Uuid,
    /// Code of the service.
    service: String,
    /// `sent`, `expired`, `confirmed`, `changed`, `withdrawn`.
    state: &'static str,
    /// Whether the yearly job asked.
    automatic: bool,
    /// When the last letter was written.
    sent_at: String,
    /// When its link stops working.
    expires_at: String,
    /// When it was answered or taken back.
    closed_at: Option<String>,
    /// Who answered, in words.
    answered_by: Option<String>,
}

impl RequestDoc {
    fn of(request: Request, now: kernel::Instant) -> Self {
        let expired = request.state == RequestState::Sent && request.open(now).is_err();
        Self {
            id: request.id,
            service: request.service_code,
            state: if expired { "expired" } else { request.state.code() },
            automatic: request.automatic,
            sent_at: moment(request.sent_at),
            expires_at: moment(request.expires_at),
            closed_at: request.closed_at.map(moment),
            answered_by: filled(request.answered_by),
        }
    }
}

/// Questions whether a record is still true, the newest first; addresses are not told.
#[utoipa::path(get, path = "/api/v1/bodies/{body}/confirmations", tag = "profile",
    params(("body" = String, Path), ("state" = Option<String>, Query), ("after" = Option<String>, Query)),
    responses((status = 200, body = Listed<RequestDoc>), (status = 403, body = Problem)))]
async fn confirmation_list(visit: Visit, asked: Asked) -> Result<Response, Failure> {
    let (store, body, most) = (visit.app.store(), visit.body_id()?, PIECE as i64 + 1);
    let state = RequestState::parse(asked.value("state"));
    let found = confirm::list(store, body, state, after(&asked), most).await;
    let found = found.map_err(|error| refused(&visit, error))?;
    let now = store.clock().now();
    let items = found.into_iter().map(|request| (request.id, RequestDoc::of(request, now)));
    Ok(piece(&visit, &asked, "confirmations", items.collect()))
}

/// Whom to ask about which records.
#[derive(Debug, Deserialize, ToSchema)]
struct ConfirmationPost {
    /// Codes of the services.
    services: Vec<String>,
    /// Where the letter goes.
    email: String,
}

/// What was asked.
#[derive(Debug, Serialize, ToSchema)]
struct ConfirmationAsked {
    /// Letters written.
    letters: usize,
    /// Records asked about.
    services: usize,
}

/// Asks by e-mail whether records are still true.
#[utoipa::path(post, path = "/api/v1/bodies/{body}/confirmations", tag = "profile",
    params(("body" = String, Path)), request_body = ConfirmationPost,
    responses((status = 202, body = ConfirmationAsked), (status = 404, body = Problem),
        (status = 422, body = Problem)))]
async fn confirmation_post(
    visit: Visit,
    Given(sent): Given<ConfirmationPost>,
) -> Result<Response, Failure> {
    let Some(email) = Email::parse(&sent.email) else {
        let key = texts::key!("form-not-an-email");
        return Err(Problem::fields(&visit, &[FieldError { field: "email", key, n: None }]).into());
    };
    let asks = sent.services.into_iter().map(|code| confirm::Ask { code, email: email.clone() });
    let (store, site) = (visit.app.store(), site(&visit)?);
    let asked = confirm::ask(store, &site, &visit.principal, asks.collect()).await;
    let asked = asked.map_err(|error| refused(&visit, error))?;
    let told = ConfirmationAsked { letters: asked.letters, services: asked.cards };
    Ok((StatusCode::ACCEPTED, Json(told)).into_response())
}
