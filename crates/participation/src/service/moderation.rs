//! What a moderator does with what came in.

use kernel::{BodyId, Principal};
use serde_json::json;
use store::{Change, Store, Tx};

use super::{
    Site,
    turn::{Said, turn},
};
use crate::{
    ParticipationError,
    input::No,
    model::{Arrow, CommentId, CommentState, StepBy},
    store::{self as rows, Comment, Idea},
};

/// The ideas that wait, who waits longest first, and how many there are in all.
pub async fn queue(
    store: &Store,
    body: BodyId,
    limit: i64,
) -> Result<(Vec<Idea>, i64), ParticipationError> {
    let (conn, engine) = (store.read(), store.engine());
    let ideas = rows::waiting(conn, engine, body, limit).await?;
    Ok((ideas, rows::waiting_count(conn, engine, body).await?))
}

/// The comments that wait, oldest first.
pub async fn comment_queue(
    store: &Store,
    body: BodyId,
    limit: i64,
) -> Result<Vec<Comment>, ParticipationError> {
    Ok(rows::waiting_comments(store.read(), store.engine(), body, limit).await?)
}

pub(super) async fn found(tx: &Tx, number: i64) -> Result<Idea, ParticipationError> {
    rows::idea(tx.conn(), tx.engine(), tx.body(), number)
        .await?
        .ok_or(ParticipationError::NoSuchIdea)
}

/// Received -> Published
pub async fn publish(
    store: &Store,
    site: &Site,
    who: &Principal,
    number: i64,
) -> Result<(), ParticipationError> {
    store
        .write(site.body, (site.clone(), who.clone(), number), |tx, (site, who, number)| {
            Box::pin(async move {
                let idea = found(tx, *number).await?;
                let said = Said::new("idea.publish", StepBy::Moderator);
                turn(tx, site, who, &idea, Arrow::Publish, said).await.map(drop)
            })
        })
        .await
}

/// Received -> ChangesRequested, with a note to the author
pub async fn ask_change(
    store: &Store,
    site: &Site,
    who: &Principal,
    number: i64,
    note: String,
) -> Result<(), ParticipationError> {
    store
        .write(
            site.body,
            (site.clone(), who.clone(), number, note),
            |tx, (site, who, number, note)| {
                Box::pin(async move {
                    let idea = found(tx, *number).await?;
                    let said = Said::new("idea.ask_change", StepBy::Moderator).note(note);
                    turn(tx, site, who, &idea, Arrow::AskChange, said).await.map(drop)
                })
            },
        )
        .await
}

/// Received, ChangesRequested -> Refused, with a reason and an answer
pub async fn refuse(
    store: &Store,
    site: &Site,
    who: &Principal,
    number: i64,
    no: No,
) -> Result<(), ParticipationError> {
    store
        .write(site.body, (site.clone(), who.clone(), number, no), |tx, (site, who, number, no)| {
            Box::pin(async move {
                let idea = found(tx, *number).await?;
                let said = Said::new("idea.refuse", StepBy::Moderator).no(no.reason, &no.answer);
                turn(tx, site, who, &idea, Arrow::Refuse, said).await.map(drop)
            })
        })
        .await
}

/// Shows a comment or takes it down; doing it twice is doing it once.
pub async fn settle_comment(
    store: &Store,
    body: BodyId,
    who: &Principal,
    comment: CommentId,
    show: bool,
) -> Result<(), ParticipationError> {
    store
        .write(body, (who.clone(), comment, show), |tx, (who, comment, show)| {
            Box::pin(async move {
                let row = rows::comment(tx.conn(), tx.engine(), tx.body(), *comment)
                    .await?
                    .ok_or(ParticipationError::NoSuchComment)?;
                let next = if *show { CommentState::Published } else { CommentState::Hidden };
                if row.state == next {
                    return Ok(());
                }
                tx.execute(
                    "UPDATE comment SET state = ? WHERE body_id = ? AND idea_id = ? AND id = ?",
                    [
                        next.code().into(),
                        tx.body().0.into(),
                        row.idea_id.0.into(),
                        comment.0.into(),
                    ],
                )
                .await?;
                let shown = |state| i64::from(state == CommentState::Published);
                tx.execute(
                    "UPDATE idea SET comments = comments + ? WHERE body_id = ? AND id = ?",
                    [
                        (shown(next) - shown(row.state)).into(),
                        tx.body().0.into(),
                        row.idea_id.0.into(),
                    ],
                )
                .await?;
                let action = if *show { "comment.publish" } else { "comment.hide" };
                tx.record(
                    Change::by(who, action, "comment", *comment).values(
                        json!({ "state": row.state.code() }),
                        json!({ "state": next.code() }),
                    ),
                )
                .await?;
                Ok(())
            })
        })
        .await
}
