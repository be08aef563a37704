//! The API of the network: which bodies there are and how far each has come.

use axum::{Json, response::IntoResponse};
use identity::Identity;
use kernel::Access::Anyone;
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};
use web::{Part, Routes, Visit, WebError, api::Listed};

use crate::overview::Kept;

/// The description of these calls.
#[derive(Debug, OpenApi)]
#[openapi(paths(bodies))]
pub struct Api;

/// Every call, beside who may.
pub fn routes() -> Routes {
    Routes::new().get("/api/v1/bodies", Anyone, bodies)
}

/// A body, how far it has come and its numbers.
#[derive(Debug, Serialize, ToSchema)]
pub struct BodyLine {
    /// Word in addresses.
    pub slug: String,
    /// Name.
    pub name: String,
    /// `region`, `union`, `district`, `municipality`, `asp`, `other`.
    pub kind: String,
    /// Slug of the body above.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// ISTAT code of a municipality; may be empty.
    pub istat_code: String,
    /// 1 profile, 2 listening, 3 working day, 4 Agenda, 5 follow-up; 6 all done, 0 not begun.
    pub phase: u8,
    /// Services in the profile.
    pub services: i64,
    /// Databases in the profile.
    pub databases: i64,
    /// Public ideas.
    pub ideas: i64,
    /// Ballots handed in.
    pub ballots: i64,
    /// Published actions.
    pub actions: i64,
    /// Readings of indicators.
    pub readings: i64,
}

/// The bodies of the network.
#[utoipa::path(get, path = "/api/v1/bodies", tag = "network",
    responses((status = 200, description = "All bodies, parents before children", body = Listed<BodyLine>)))]
async fn bodies(
    visit: Visit,
    Part(identity): Part<Identity>,
    Part(kept): Part<Kept>,
) -> Result<impl IntoResponse, WebError> {
    let overview = kept.now(visit.app.store()).await?;
    let tree = identity.bodies().tree().await?;
    let items = tree
        .walk()
        .into_iter()
        .map(|(_, body)| {
            let one = overview.bodies.get(&body.id).cloned().unwrap_or_default();
            let above = body.fields.parent.and_then(|id| tree.by_id(id));
            BodyLine {
                slug: body.fields.slug.clone(),
                name: body.fields.name.clone(),
                kind: body.fields.kind.code().to_owned(),
                parent: above.map(|body| body.fields.slug.clone()),
                istat_code: body.fields.istat_code.clone(),
                phase: one.phase,
                services: one.services,
                databases: one.databases,
                ideas: one.ideas,
                ballots: one.ballots,
                actions: one.actions,
                readings: one.readings,
            }
        })
        .collect();
    Ok(Json(Listed::<BodyLine> { items, next: None }))
}
