//! Classifications for programs, to be read.

use axum::{
    Json,
    extract::Path,
    response::{IntoResponse, Response},
};
use identity::Identity;
use serde::Serialize;
use utoipa::ToSchema;
use web::{
    Asked, Part, Visit, WebError,
    api::{Listed, Problem, address},
};

use super::{Failure, refused};
use crate::vocabularies::{
    Term, Vocabulary,
    service::{self, Wanted},
};

/// Terms of one piece of a list.
const PIECE: usize = 500;

/// A classification that holds for a body.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Vocabulary)]
pub struct VocabularyDoc {
    /// Its word: the `scheme` of a service's `local_terms`.
    slug: String,
    /// Italian name.
    title_it: String,
    /// English name.
    title_en: Option<String>,
    /// Where it comes from.
    source: Option<String>,
    /// Which version it is at.
    version: String,
    /// Day of that version, YYYY-MM-DD.
    version_day: Option<String>,
    /// Whether it comes with the program; services name its terms in fields of their own.
    official: bool,
    /// Word of the body that keeps it; absent for official ones.
    owner: Option<String>,
    /// How many terms it has, closed ones too.
    terms: i64,
    /// Address of its terms.
    url: String,
}

/// A term. Its code is given once: a closed term stays, and its code is never used again.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = VocabularyTerm)]
pub struct TermDoc {
    /// The code.
    code: String,
    /// Italian label.
    label_it: String,
    /// English label.
    label_en: Option<String>,
    /// Code of the wider term.
    parent: Option<String>,
    /// Address of the concept.
    uri: Option<String>,
    /// First day it may be given, YYYY-MM-DD.
    valid_from: Option<String>,
    /// First day it may no longer be given, YYYY-MM-DD.
    valid_until: Option<String>,
    /// Code of the term that takes its place.
    replaced_by: Option<String>,
    /// Whether it may be given today.
    open: bool,
}

fn filled(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

async fn doc(
    visit: &Visit,
    identity: &Identity,
    one: Vocabulary,
) -> Result<VocabularyDoc, WebError> {
    let owner = if one.official { None } else { identity.bodies().by_id(one.owner).await? };
    Ok(VocabularyDoc {
        url: address(visit, &format!("vocabularies/{}/terms", one.slug)),
        slug: one.slug,
        title_it: one.title_it,
        title_en: filled(one.title_en),
        source: filled(one.source),
        version: one.version,
        version_day: filled(one.version_day),
        official: one.official,
        owner: owner.map(|body| body.fields.slug.clone()),
        terms: one.terms,
    })
}

/// The classifications that hold for a body: its own, those of the bodies above, the official ones.
#[utoipa::path(get, path = "/api/v1/bodies/{body}/vocabularies", tag = "profile",
    params(("body" = String, Path)), responses((status = 200, body = Listed<VocabularyDoc>)))]
pub async fn list(visit: Visit, Part(identity): Part<Identity>) -> Result<Response, Failure> {
    let found = service::visible(visit.app.store(), visit.body_id()?).await;
    let mut items = Vec::new();
    for one in found.map_err(|error| refused(&visit, error))? {
        items.push(doc(&visit, &identity, one).await?);
    }
    Ok(Json(Listed { items, next: None }).into_response())
}

/// The terms of a classification in their order; `open=true` or `false` gives those that may or may no
/// longer be given.
#[utoipa::path(get, path = "/api/v1/bodies/{body}/vocabularies/{slug}/terms", tag = "profile",
    params(("body" = String, Path), ("slug" = String, Path), ("q" = Option<String>, Query),
        ("open" = Option<bool>, Query), ("after" = Option<i64>, Query)),
    responses((status = 200, body = Listed<TermDoc>), (status = 404, body = Problem)))]
pub async fn terms(
    visit: Visit,
    at: Path<(String, String)>,
    asked: Asked,
) -> Result<Response, Failure> {
    let (Path((_, slug)), store) = (at, visit.app.store());
    let of = service::one(store, visit.body_id()?, &slug).await;
    let of = of.map_err(|error| refused(&visit, error))?;
    let wanted = Wanted {
        words: asked.value("q").chars().take(200).collect(),
        open: asked.value("open").parse().ok(),
        after: asked.value("after").parse().unwrap_or(0),
    };
    let found = service::terms(store, &of, &wanted, PIECE as i64 + 1).await;
    let mut found = found.map_err(|error| refused(&visit, error))?;
    let more = found.len() > PIECE;
    found.truncate(PIECE);
    let next = found.last().filter(|_| more).map(|last| {
        let query = asked.with("after", &last.place.to_string());
        address(&visit, &format!("vocabularies/{slug}/terms{query}"))
    });
    let day = store.clock().now().day().to_string();
    let item = |term: Term| TermDoc {
        open: term.is_open(&day),
        code: term.code,
        label_it: term.label_it,
        label_en: filled(term.label_en),
        parent: filled(term.parent),
        uri: filled(term.uri),
        valid_from: filled(term.valid_from),
        valid_until: filled(term.valid_until),
        replaced_by: filled(term.replaced_by),
    };
    let items: Vec<TermDoc> = found.into_iter().map(item).collect();
    Ok(Json(Listed { items, next }).into_response())
}
