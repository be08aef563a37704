//! Ideas: read, send, support, comment, follow by code.

use axum::{Json, extract::Path, http::StatusCode};
use identity::Identity;
use web::{
    Asked, Part, Visit, WebError,
    api::{Given, Listed, Problem, address},
};

use super::{
    Refused, draft, refused,
    shapes::{CodeGiven, CommentGiven, IdeaFull, IdeaGiven, IdeaItem, Made, Sent, Supports},
    wrong,
};
use crate::{
    input::{CommentInput, IdeaInput, IdeaWords},
    model::{Channel, IdeaState, SupportBy},
    pages::common::{Places, number, public_idea, site},
    service::{ideas, once::Once, support as supporting},
    store::{self as rows, Cursor, Filter, Sort},
};

/// The public ideas of a path: filtered, ordered, a piece at a time.
#[utoipa::path(get, path = "/api/v1/bodies/{body}/paths/{path}/ideas", tag = "ideas",
    params(("body" = String, Path), ("path" = String, Path),
        ("q" = Option<String>, Query, description = "words, in any Italian form"),
        ("area" = Option<String>, Query, description = "code of an ISTAT area"),
        ("municipality" = Option<String>, Query, description = "ISTAT code"),
        ("state" = Option<String>, Query, description = "such as `published`"),
        ("sort" = Option<String>, Query, description = "`newest` (as it is) or `supported`"),
        ("limit" = Option<i64>, Query, description = "1 to 200, 50 as it is"),
        ("after" = Option<String>, Query, description = "where the last piece ended: take it from `next`")),
    responses((status = 200, body = Listed<IdeaItem>), (status = 404, body = Problem)))]
pub(super) async fn list(
    visit: Visit,
    Path((_body, slug)): Path<(String, String)>,
    asked: Asked,
) -> Result<Json<Listed<IdeaItem>>, Refused> {
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let path = rows::path(store.read(), store.engine(), body, &slug)
        .await?
        .filter(|path| path.state.is_public())
        .ok_or(WebError::NotFound)?;
    let filter = Filter {
        area: asked.value("area").to_owned(),
        municipality: asked.value("municipality").to_owned(),
        state: IdeaState::parse(asked.value("state")),
        words: asked.value("q").chars().take(200).collect(),
    };
    let sort = if asked.value("sort") == "supported" { Sort::Supported } else { Sort::Newest };
    let limit = asked.value("limit").parse().unwrap_or(50);
    let after = Cursor::parse(asked.value("after"));
    let page = rows::list(store, body, path.id, &filter, sort, after, limit).await?;
    let site = site(&visit)?;
    let here = address(&visit, &format!("paths/{slug}/ideas"));
    let next = page.next.map(|c| format!("{here}{}", asked.with("after", &c.to_string())));
    let item = |card: rows::Card| {
        let href = site.idea_href(&slug, card.number);
        IdeaItem::new(card, href)
    };
    Ok(Json(Listed { items: page.cards.into_iter().map(item).collect(), next }))
}

/// A public idea with its history and comments.
#[utoipa::path(get, path = "/api/v1/bodies/{body}/paths/{path}/ideas/{number}", tag = "ideas",
    params(("body" = String, Path), ("path" = String, Path), ("number" = i64, Path)),
    responses((status = 200, body = IdeaFull), (status = 404, body = Problem)))]
pub(super) async fn one(
    visit: Visit,
    Path((_body, slug, word)): Path<(String, String, String)>,
) -> Result<Json<IdeaFull>, Refused> {
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let page = ideas::idea_page(store, body, &slug, number(&word)?)
        .await
        .map_err(|error| refused(&visit, error))?;
    Ok(Json(page.into()))
}

/// Sends an idea, account or not, while the path listens; the code is the only way to follow it.
#[utoipa::path(post, path = "/api/v1/bodies/{body}/paths/{path}/ideas", tag = "ideas",
    params(("body" = String, Path), ("path" = String, Path)), request_body = IdeaGiven,
    responses((status = 201, body = Sent), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub(super) async fn submit(
    visit: Visit,
    Path((_body, slug)): Path<(String, String)>,
    Part(identity): Part<Identity>,
    Given(given): Given<IdeaGiven>,
) -> Result<(StatusCode, Json<Sent>), Refused> {
    let places = Places::of(&visit, &identity).await?;
    let pairs = given.pairs();
    let once = Once::of(&visit.path, &given.once, &pairs);
    let input = IdeaInput::read(kernel::form::Draft::new(pairs), Channel::Web, &places.codes())
        .map_err(|errors| wrong(&visit, &errors))?;
    let (store, site) = (visit.app.store(), site(&visit)?);
    let sent = ideas::submit_once(store, &site, &visit.principal, &slug, input, once)
        .await
        .map_err(|error| refused(&visit, error))?;
    Ok((StatusCode::CREATED, Json(sent.into())))
}

/// Who supports, and whether the idea is in the path of the address.
async fn supporter(visit: &Visit, slug: &str, word: &str) -> Result<(i64, SupportBy), Refused> {
    let person = visit.principal.person.ok_or(WebError::Forbidden)?;
    let number = number(word)?;
    public_idea(visit, slug, number).await?;
    Ok((number, SupportBy::Person(person)))
}

/// Supports an idea: once per person, a second time changes nothing.
#[utoipa::path(post, path = "/api/v1/bodies/{body}/paths/{path}/ideas/{number}/support", tag = "ideas",
    params(("body" = String, Path), ("path" = String, Path), ("number" = i64, Path)),
    responses((status = 200, body = Supports), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem)))]
pub(super) async fn support(
    visit: Visit,
    Path((_body, slug, word)): Path<(String, String, String)>,
) -> Result<Json<Supports>, Refused> {
    let (number, by) = supporter(&visit, &slug, &word).await?;
    let (store, body, level) =
        (visit.app.store(), visit.body_id()?, visit.principal.identity_level);
    let done = supporting::support(store, body, level, number, &by)
        .await
        .map_err(|error| refused(&visit, error))?;
    Ok(Json(Supports { supports: done.supports, changed: done.changed }))
}

/// Takes a support back.
#[utoipa::path(post, path = "/api/v1/bodies/{body}/paths/{path}/ideas/{number}/unsupport", tag = "ideas",
    params(("body" = String, Path), ("path" = String, Path), ("number" = i64, Path)),
    responses((status = 200, body = Supports), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem)))]
pub(super) async fn unsupport(
    visit: Visit,
    Path((_body, slug, word)): Path<(String, String, String)>,
) -> Result<Json<Supports>, Refused> {
    let (number, by) = supporter(&visit, &slug, &word).await?;
    let (store, body, level) =
        (visit.app.store(), visit.body_id()?, visit.principal.identity_level);
    let done = supporting::unsupport(store, body, level, number, &by)
        .await
        .map_err(|error| refused(&visit, error))?;
    Ok(Json(Supports { supports: done.supports, changed: done.changed }))
}

/// Sends a comment on a public idea; a moderator reads it before it is shown.
#[utoipa::path(post, path = "/api/v1/bodies/{body}/paths/{path}/ideas/{number}/comments", tag = "ideas",
    params(("body" = String, Path), ("path" = String, Path), ("number" = i64, Path)), request_body = CommentGiven,
    responses((status = 201, body = Made), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn comment(
    visit: Visit,
    Path((_body, slug, word)): Path<(String, String, String)>,
    Given(given): Given<CommentGiven>,
) -> Result<(StatusCode, Json<Made>), Refused> {
    let (store, body, number) = (visit.app.store(), visit.body_id()?, number(&word)?);
    if public_idea(&visit, &slug, number).await?.path_state.is_over() {
        let text = visit.t(texts::key!("idea-comments-closed"));
        let problem = Problem::new(&visit, StatusCode::CONFLICT, text);
        return Err(Refused::Problem(Box::new(problem)));
    }
    let pairs = [("author_label", given.author_label.as_str()), ("text", given.text.as_str())];
    let input = CommentInput::read(draft(pairs)).map_err(|errors| wrong(&visit, &errors))?;
    let written = pairs.map(|(k, v)| (k.to_owned(), v.to_owned()));
    let once = Once::of(&visit.path, &given.once, &written);
    let id = ideas::comment_once(store, body, &visit.principal, number, input, once)
        .await
        .map_err(|error| refused(&visit, error))?;
    Ok((StatusCode::CREATED, Json(Made { id: id.0.to_string() })))
}

/// An idea as its author sees it. The code travels in the document, never in the address.
#[utoipa::path(post, path = "/api/v1/bodies/{body}/follow", tag = "ideas",
    params(("body" = String, Path)), request_body = CodeGiven,
    responses((status = 200, body = IdeaFull), (status = 404, body = Problem), (status = 429, body = Problem)))]
pub(super) async fn follow(
    visit: Visit,
    Given(given): Given<CodeGiven>,
) -> Result<Json<IdeaFull>, Refused> {
    visit.count_guess()?;
    let page = ideas::follow(visit.app.store(), visit.body_id()?, &given.code)
        .await
        .map_err(|error| refused(&visit, error))?;
    Ok(Json(page.into()))
}

/// Hands in the change the moderator asked for: `code` and the words.
#[utoipa::path(post, path = "/api/v1/bodies/{body}/follow/complete", tag = "ideas",
    params(("body" = String, Path)), request_body = IdeaGiven,
    responses((status = 204), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem), (status = 429, body = Problem)))]
pub(super) async fn complete(
    visit: Visit,
    Part(identity): Part<Identity>,
    Given(given): Given<IdeaGiven>,
) -> Result<StatusCode, Refused> {
    visit.count_guess()?;
    let places = Places::of(&visit, &identity).await?;
    let mut draft = kernel::form::Draft::new(given.pairs());
    let words = IdeaWords::read(&mut draft, &places.codes());
    draft.finish().map_err(|errors| wrong(&visit, &errors))?;
    ideas::resubmit(visit.app.store(), &site(&visit)?, &given.code, words)
        .await
        .map_err(|error| refused(&visit, error))?;
    Ok(StatusCode::NO_CONTENT)
}

/// Takes an idea back: its words and address are deleted.
#[utoipa::path(post, path = "/api/v1/bodies/{body}/follow/withdraw", tag = "ideas",
    params(("body" = String, Path)), request_body = CodeGiven,
    responses((status = 204), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 429, body = Problem)))]
pub(super) async fn withdraw(
    visit: Visit,
    Given(given): Given<CodeGiven>,
) -> Result<StatusCode, Refused> {
    visit.count_guess()?;
    ideas::withdraw(visit.app.store(), &site(&visit)?, &given.code)
        .await
        .map_err(|error| refused(&visit, error))?;
    Ok(StatusCode::NO_CONTENT)
}
