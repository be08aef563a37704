//! What staff does: moderation, answers, collected voices.

use axum::{Json, extract::Path, http::StatusCode};
use identity::Identity;
use kernel::form::Draft;
use web::{
    Asked, Part, Visit, WebError,
    api::{Given, Listed, Problem, address},
};

use super::{
    Refused, draft, id, refused,
    shapes::{
        CommentItem, DeskItem, IdeaGiven, NoGiven, NoteGiven, Now, OutcomeGiven, Sent, ShowGiven,
        WaitingItem,
    },
    wrong,
};
use crate::{
    input::{Collected, No, read_note},
    model::{Channel, CommentId, IdeaState},
    pages::common::{self, Places, desk_idea, desk_path, number, site},
    service::{
        collect as collecting,
        fate::{self, Examined},
        moderation,
        once::Once,
    },
    store::{self as rows, DeskFilter},
};

/// How many ideas a piece of a list holds.
const A_PIECE: i64 = 100;

/// The ideas of a path in every state, newest number first.
#[utoipa::path(get, path = "/api/v1/bodies/{body}/paths/{path}/desk/ideas", tag = "desk",
    params(("body" = String, Path), ("path" = String, Path),
        ("q" = Option<String>, Query, description = "a part of the title, or a number"),
        ("state" = Option<String>, Query), ("channel" = Option<String>, Query),
        ("after" = Option<i64>, Query, description = "the last number of the piece before")),
    responses((status = 200, body = Listed<DeskItem>), (status = 403, body = Problem)))]
pub(super) async fn ideas(
    visit: Visit,
    Path((_body, slug)): Path<(String, String)>,
    asked: Asked,
) -> Result<Json<Listed<DeskItem>>, Refused> {
    let path = desk_path(&visit, &slug).await?.path;
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let filter = DeskFilter {
        state: IdeaState::parse(asked.value("state")),
        channel: Channel::parse(asked.value("channel")),
        words: asked.value("q").chars().take(100).collect(),
    };
    let after = asked.value("after").parse().ok();
    let (conn, engine) = (store.read(), store.engine());
    let mut found =
        rows::desk_ideas(conn, engine, body, path.id, &filter, after, A_PIECE + 1).await?;
    let more = found.len() as i64 > A_PIECE;
    found.truncate(A_PIECE as usize);
    let here = address(&visit, &format!("paths/{slug}/desk/ideas"));
    let last = found.last().filter(|_| more);
    let next = last.map(|idea| format!("{here}{}", asked.with("after", &idea.number.to_string())));
    Ok(Json(Listed { items: found.into_iter().map(DeskItem::from).collect(), next }))
}

/// The ideas that wait for the moderator, who waits longest first; at most 100.
#[utoipa::path(get, path = "/api/v1/bodies/{body}/paths/{path}/moderation", tag = "desk",
    params(("body" = String, Path), ("path" = String, Path)),
    responses((status = 200, body = Listed<WaitingItem>), (status = 403, body = Problem)))]
pub(super) async fn queue(
    visit: Visit,
    Path((_body, slug)): Path<(String, String)>,
) -> Result<Json<Listed<WaitingItem>>, Refused> {
    let path = desk_path(&visit, &slug).await?.path;
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let (conn, engine) = (store.read(), store.engine());
    let found = rows::waiting_of(conn, engine, body, path.id, None, A_PIECE).await?;
    Ok(Json(Listed { items: found.into_iter().map(WaitingItem::from).collect(), next: None }))
}

/// Publishes an idea that waits.
#[utoipa::path(post, path = "/api/v1/bodies/{body}/paths/{path}/moderation/{number}/publish", tag = "desk",
    params(("body" = String, Path), ("path" = String, Path), ("number" = i64, Path)),
    responses((status = 200, body = Now), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub(super) async fn publish(
    visit: Visit,
    Path((_body, slug, word)): Path<(String, String, String)>,
) -> Result<Json<Now>, Refused> {
    let idea = desk_idea(&visit, &slug, number(&word)?).await?;
    let (store, site) = (visit.app.store(), site(&visit)?);
    moderation::publish(store, &site, &visit.principal, idea.number)
        .await
        .map_err(|error| refused(&visit, error))?;
    Ok(Json(Now { state: IdeaState::Published.code() }))
}

/// Asks the author for a change, with a note that only they read.
#[utoipa::path(post, path = "/api/v1/bodies/{body}/paths/{path}/moderation/{number}/ask-change", tag = "desk",
    params(("body" = String, Path), ("path" = String, Path), ("number" = i64, Path)), request_body = NoteGiven,
    responses((status = 200, body = Now), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn ask_change(
    visit: Visit,
    Path((_body, slug, word)): Path<(String, String, String)>,
    Given(given): Given<NoteGiven>,
) -> Result<Json<Now>, Refused> {
    let idea = desk_idea(&visit, &slug, number(&word)?).await?;
    let note = read_note(draft([("note", given.note.as_str())]))
        .map_err(|errors| wrong(&visit, &errors))?;
    let (store, site) = (visit.app.store(), site(&visit)?);
    moderation::ask_change(store, &site, &visit.principal, idea.number, note)
        .await
        .map_err(|error| refused(&visit, error))?;
    Ok(Json(Now { state: IdeaState::ChangesRequested.code() }))
}

fn no(visit: &Visit, reason: &str, answer: &str) -> Result<No, Refused> {
    No::read(draft([("reason", reason), ("answer", answer)]))
        .map_err(|errors| wrong(visit, &errors))
}

/// Does not publish an idea that waits, with a reason and an answer.
#[utoipa::path(post, path = "/api/v1/bodies/{body}/paths/{path}/moderation/{number}/refuse", tag = "desk",
    params(("body" = String, Path), ("path" = String, Path), ("number" = i64, Path)), request_body = NoGiven,
    responses((status = 200, body = Now), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn refuse(
    visit: Visit,
    Path((_body, slug, word)): Path<(String, String, String)>,
    Given(given): Given<NoGiven>,
) -> Result<Json<Now>, Refused> {
    let idea = desk_idea(&visit, &slug, number(&word)?).await?;
    let no = no(&visit, &given.reason, &given.answer)?;
    let (store, site) = (visit.app.store(), site(&visit)?);
    moderation::refuse(store, &site, &visit.principal, idea.number, no)
        .await
        .map_err(|error| refused(&visit, error))?;
    Ok(Json(Now { state: IdeaState::Refused.code() }))
}

/// The comments that wait for the moderator, oldest first; at most 100.
#[utoipa::path(get, path = "/api/v1/bodies/{body}/paths/{path}/comments", tag = "desk",
    params(("body" = String, Path), ("path" = String, Path)),
    responses((status = 200, body = Listed<CommentItem>), (status = 403, body = Problem)))]
pub(super) async fn comments(
    visit: Visit,
    Path((_body, slug)): Path<(String, String)>,
) -> Result<Json<Listed<CommentItem>>, Refused> {
    let path = desk_path(&visit, &slug).await?.path;
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let (conn, engine) = (store.read(), store.engine());
    let found = rows::waiting_comments_of(conn, engine, body, path.id, A_PIECE).await?;
    let items = found.iter().map(|(comment, idea, _)| CommentItem::new(comment, *idea)).collect();
    Ok(Json(Listed { items, next: None }))
}

/// Shows a comment or keeps it back.
#[utoipa::path(post, path = "/api/v1/bodies/{body}/paths/{path}/comments/{comment}", tag = "desk",
    params(("body" = String, Path), ("path" = String, Path), ("comment" = String, Path)), request_body = ShowGiven,
    responses((status = 204), (status = 404, body = Problem)))]
pub(super) async fn settle_comment(
    visit: Visit,
    Path((_body, slug, word)): Path<(String, String, String)>,
    Given(given): Given<ShowGiven>,
) -> Result<StatusCode, Refused> {
    let comment = CommentId(id(&word)?);
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let place = rows::comment_place(store.read(), store.engine(), body, comment).await?;
    if place.as_deref() != Some(slug.as_str()) {
        return Err(WebError::NotFound.into());
    }
    moderation::settle_comment(store, body, &visit.principal, comment, given.show)
        .await
        .map_err(|error| refused(&visit, error))?;
    Ok(StatusCode::NO_CONTENT)
}

/// Says what the body decides on a public idea.
#[utoipa::path(post, path = "/api/v1/bodies/{body}/paths/{path}/ideas/{number}/outcome", tag = "desk",
    params(("body" = String, Path), ("path" = String, Path), ("number" = i64, Path)), request_body = OutcomeGiven,
    responses((status = 200, body = Now), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn outcome(
    visit: Visit,
    Path((_body, slug, word)): Path<(String, String, String)>,
    Given(given): Given<OutcomeGiven>,
) -> Result<Json<Now>, Refused> {
    let idea = desk_idea(&visit, &slug, number(&word)?).await?;
    let examined = match given.outcome.as_str() {
        "in_review" => Examined::InReview,
        "admitted" => Examined::Admitted,
        "grouped" => Examined::Grouped,
        "not_admitted" => Examined::NotAdmitted(no(&visit, &given.reason, &given.answer)?),
        "kept_for_later" => {
            let note = read_note(draft([("note", given.note.as_str())]));
            Examined::KeptForLater(note.map_err(|errors| wrong(&visit, &errors))?)
        }
        _ => return Err(wrong(&visit, &common::wrong("outcome", "form-not-in-list"))),
    };
    let (store, site) = (visit.app.store(), site(&visit)?);
    let state = fate::examine(store, &site, &visit.principal, idea.number, examined)
        .await
        .map_err(|error| refused(&visit, error))?;
    Ok(Json(Now { state: state.code() }))
}

/// Takes a voice in that an operator collected; nothing is stored about who spoke.
#[utoipa::path(post, path = "/api/v1/bodies/{body}/paths/{path}/desk/collected", tag = "desk",
    params(("body" = String, Path), ("path" = String, Path)), request_body = IdeaGiven,
    responses((status = 201, body = Sent), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn collect(
    visit: Visit,
    Path((_body, slug)): Path<(String, String)>,
    Part(identity): Part<Identity>,
    Given(given): Given<IdeaGiven>,
) -> Result<(StatusCode, Json<Sent>), Refused> {
    let places = Places::of(&visit, &identity).await?;
    let pairs = given.pairs();
    let once = Once::of(&visit.path, &given.once, &pairs);
    let collected = Collected::read(Draft::new(pairs), &places.codes())
        .map_err(|errors| wrong(&visit, &errors))?;
    let (store, site) = (visit.app.store(), site(&visit)?);
    let sent = collecting::collect(store, &site, &visit.principal, &slug, collected, once)
        .await
        .map_err(|error| refused(&visit, error))?;
    Ok((StatusCode::CREATED, Json(sent.into())))
}
