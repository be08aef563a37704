//! Sending an idea, following it by its code, mending it, taking it back; and the pages that show it.

use kernel::{BodyId, Principal, chance::normalise_code, id::Uuid};
use sea_orm::{ConnectionTrait, Value};
use serde_json::json;
use store::{Change, Store, StoreError, Tx, outbox, sql};

use super::{
    Site,
    once::Once,
    turn::{self, Said, turn, write_step},
};
use crate::{
    ParticipationError,
    input::{CommentInput, IdeaInput, IdeaWords},
    letters,
    model::{Arrow, CommentId, IdeaId, IdeaState, Reason, StepBy},
    rules,
    store::{self as rows, Comment, Idea, Step},
};

/// For how long the address of an author is kept at most; the end of the path shortens it.
const EMAIL_DAYS: i64 = 3 * 365;

/// What the author gets: nobody else sees the code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submitted {
    /// Which idea.
    pub id: IdeaId,
    /// Its public number.
    pub number: i64,
    /// The secret code to follow it.
    pub code: String,
}

/// An idea with its history and comments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdeaPage {
    /// The idea.
    pub idea: Idea,
    /// Its history, oldest first.
    pub steps: Vec<Step>,
    /// The comments shown, oldest first.
    pub comments: Vec<Comment>,
}

struct Sending {
    site: Site,
    who: Principal,
    path: String,
    input: IdeaInput,
    once: Once,
}

/// Takes an idea in, account or not, while the path listens.
pub async fn submit(
    store: &Store,
    site: &Site,
    who: &Principal,
    path: &str,
    input: IdeaInput,
) -> Result<Submitted, ParticipationError> {
    submit_once(store, site, who, path, input, Once::NEVER).await
}

/// Takes an idea in like [`submit`]; the same sending again gives the first answer and stores nothing.
pub async fn submit_once(
    store: &Store,
    site: &Site,
    who: &Principal,
    path: &str,
    input: IdeaInput,
    once: Once,
) -> Result<Submitted, ParticipationError> {
    let sending =
        Sending { site: site.clone(), who: who.clone(), path: path.to_owned(), input, once };
    store.write(site.body, sending, |tx, sending| Box::pin(submit_in_txn(tx, sending))).await
}

async fn submit_in_txn(tx: &Tx, sending: &Sending) -> Result<Submitted, ParticipationError> {
    let Sending { site, who, path, input, once } = sending;
    if let Some(id) = once.made(tx).await? {
        return submitted(tx, id).await;
    }
    let new = New {
        path,
        input,
        identity_level: who.identity_level,
        state: IdeaState::Received,
        reason: None,
        answer: "",
        supports: 0,
        at: tx.now().0,
        source: "",
        demonstrative: false,
        only_if_listening: true,
    };
    let Some(submitted) = insert(tx, &new).await? else {
        let known = rows::path(tx.conn(), tx.engine(), tx.body(), path).await?;
        return Err(match known {
            Some(path) if path.state.is_public() => ParticipationError::NotListening,
            _ => ParticipationError::NoSuchPath,
        });
    };
    if let Some(email) = &input.email {
        tx.execute(
            "INSERT INTO idea_email (body_id, idea_id, email, keep_until) VALUES (?, ?, ?, ?)",
            [
                tx.body().0.into(),
                submitted.id.0.into(),
                email.as_str().into(),
                tx.now().plus_days(EMAIL_DAYS).0.into(),
            ],
        )
        .await?;
        let about = letters::About {
            body: &site.name,
            title: &input.words.title,
            number: submitted.number,
            state: IdeaState::Received.label(),
            note: "",
            link: &site.follow_link(),
        };
        let letter = letters::received(&about, &submitted.code);
        outbox::put(tx, email, &letter.subject, &letter.content).await?;
    }
    tx.record(
        Change::by(who, "idea.submit", "idea", submitted.id)
            .after(json!({ "number": submitted.number, "channel": input.channel.code() })),
    )
    .await?;
    once.remember(tx, submitted.id.0).await?;
    Ok(submitted)
}

/// What the author of an idea got when it was sent.
pub(super) async fn submitted(tx: &Tx, id: Uuid) -> Result<Submitted, ParticipationError> {
    let text = "SELECT number, code FROM idea WHERE body_id = ? AND id = ?";
    let row = tx
        .conn()
        .query_one_raw(sql(tx.engine(), text, [tx.body().0.into(), id.into()]))
        .await?
        .ok_or(ParticipationError::NoSuchIdea)?;
    Ok(Submitted {
        id: IdeaId(id),
        number: row.try_get("", "number")?,
        code: row.try_get("", "code")?,
    })
}

/// An idea that came about elsewhere or earlier: demo data, paper archives.
#[derive(Debug, Clone)]
pub struct Brought {
    /// The word in the address of its path.
    pub path: String,
    /// The idea.
    pub input: IdeaInput,
    /// Where it is already.
    pub state: IdeaState,
    /// Why not, when not.
    pub reason: Option<Reason>,
    /// What the body said; may be empty.
    pub answer: String,
    /// Supports counted elsewhere.
    pub supports: i64,
    /// When it came, UTC milliseconds.
    pub at: i64,
    /// Where it was taken from.
    pub source: String,
    /// Whether it is an invented example.
    pub demonstrative: bool,
}

/// Brings an idea in as it is, whatever the path's state; for a caller that has its own transaction and records it.
pub async fn bring_in(
    tx: &Tx,
    site: &Site,
    brought: &Brought,
) -> Result<Submitted, ParticipationError> {
    let new = New {
        path: &brought.path,
        input: &brought.input,
        identity_level: 0,
        state: brought.state,
        reason: brought.reason,
        answer: &brought.answer,
        supports: brought.supports,
        at: brought.at,
        source: &brought.source,
        demonstrative: brought.demonstrative,
        only_if_listening: false,
    };
    let submitted = insert(tx, &new).await?.ok_or(ParticipationError::NoSuchPath)?;
    let state = brought.state;
    if state != IdeaState::Received {
        write_step(
            tx,
            submitted.id.0,
            brought.at,
            state,
            StepBy::Staff,
            &brought.answer,
            state.is_public(),
        )
        .await?;
    }
    if state.is_public() {
        let idea = rows::idea(tx.conn(), tx.engine(), tx.body(), submitted.number)
            .await?
            .ok_or(ParticipationError::NoSuchIdea)?;
        turn::count_public(tx, &idea, 1).await?;
        turn::show(tx, site, &idea, state).await?;
    }
    Ok(submitted)
}

struct New<'a> {
    path: &'a str,
    input: &'a IdeaInput,
    identity_level: u8,
    state: IdeaState,
    reason: Option<Reason>,
    answer: &'a str,
    supports: i64,
    at: i64,
    source: &'a str,
    demonstrative: bool,
    only_if_listening: bool,
}

/// Listening, and on a day of a listening phase when the path has any.
const LISTENING: &str = " AND p.state = 'listening' AND \
    (NOT EXISTS (SELECT 1 FROM phase f WHERE f.body_id = p.body_id AND f.path_id = p.id AND f.kind = 'listening') \
     OR EXISTS (SELECT 1 FROM phase f WHERE f.body_id = p.body_id AND f.path_id = p.id AND f.kind = 'listening' \
     AND f.from_day <= ? AND f.to_day >= ?))";

/// Writes the rows of a new idea; none when the path is not there or does not listen.
///
/// One statement checks the path, gives the number and the code, and writes the idea.
async fn insert(tx: &Tx, new: &New<'_>) -> Result<Option<Submitted>, StoreError> {
    let words = &new.input.words;
    let (id, body) = (tx.new_id(), tx.body().0);
    let condition = if new.only_if_listening { LISTENING } else { "" };
    let text = format!(
        "INSERT INTO idea (body_id, id, path_id, number, code, title, text, for_whom, areas, municipality, channel, \
         contributor, identity_level, state, public, reason, answer, outcome_code, flags, supports, comments, created_at, \
         waiting_since, published_at, source, demonstrative) \
         SELECT p.body_id, ?, p.id, COALESCE((SELECT MAX(number) FROM idea WHERE body_id = ?), 0) + 1, \
         ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?, 0, ?, ?, ?, ?, ? \
         FROM path p WHERE p.body_id = ? AND p.slug = ?{condition} \
         ON CONFLICT (body_id, code) DO NOTHING RETURNING number"
    );
    let today = tx.now().day().to_string();
    let flags = rules::flags(&[&words.title, &words.text, &words.for_whom]);
    // A code that is taken is drawn again; of 729 million, five in a row are never taken.
    for _ in 0..5 {
        let code = tx.dice().code(6);
        let mut values: Vec<Value> = vec![
            id.into(),
            body.into(),
            code.clone().into(),
            words.title.as_str().into(),
            words.text.as_str().into(),
            words.for_whom.as_str().into(),
            words.areas.join(" ").into(),
            words.municipality.as_str().into(),
            new.input.channel.code().into(),
            new.input.contributor.code().into(),
            i64::from(new.identity_level).into(),
            new.state.code().into(),
            new.state.is_public().into(),
            new.reason.map(Reason::code).into(),
            new.answer.into(),
            flags.as_str().into(),
            new.supports.into(),
            new.at.into(),
            new.at.into(),
            (if new.state.is_public() { new.at } else { 0 }).into(),
            new.source.into(),
            new.demonstrative.into(),
            body.into(),
            new.path.into(),
        ];
        if new.only_if_listening {
            values.extend([today.as_str().into(), today.as_str().into()]);
        }
        if let Some(row) = tx.conn().query_one_raw(sql(tx.engine(), &text, values)).await? {
            insert_areas(tx, id, &words.areas).await?;
            write_step(tx, id, new.at, IdeaState::Received, StepBy::Author, "", true).await?;
            return Ok(Some(Submitted {
                id: IdeaId(id),
                number: row.try_get("", "number")?,
                code,
            }));
        }
        let taken = "SELECT COUNT(*) AS n FROM idea WHERE body_id = ? AND code = ?";
        if rows::number(tx.conn(), tx.engine(), taken, [body.into(), code.into()]).await? == 0 {
            return Ok(None);
        }
    }
    Err(StoreError::Corrupt("no free code for an idea".into()))
}

async fn insert_areas(tx: &Tx, idea: Uuid, areas: &[String]) -> Result<(), StoreError> {
    if areas.is_empty() {
        return Ok(());
    }
    let marks = vec!["(?, ?, ?)"; areas.len()].join(", ");
    let values: Vec<Value> = areas
        .iter()
        .flat_map(|area| [tx.body().0.into(), area.as_str().into(), idea.into()])
        .collect();
    tx.execute(&format!("INSERT INTO idea_area (body_id, area, idea_id) VALUES {marks}"), values)
        .await?;
    Ok(())
}

async fn page_of(
    store: &Store,
    body: BodyId,
    idea: Idea,
    all: bool,
) -> Result<IdeaPage, ParticipationError> {
    let (conn, engine) = (store.read(), store.engine());
    let steps = rows::steps(conn, engine, body, idea.id, all).await?;
    let comments = if idea.comments > 0 {
        rows::comments(conn, engine, body, idea.id).await?
    } else {
        Vec::new()
    };
    Ok(IdeaPage { idea, steps, comments })
}

/// The public page of an idea: two statements, three when it has comments.
pub async fn idea_page(
    store: &Store,
    body: BodyId,
    path: &str,
    number: i64,
) -> Result<IdeaPage, ParticipationError> {
    let idea = rows::idea(store.read(), store.engine(), body, number)
        .await?
        .filter(|idea| idea.is_public() && idea.path_slug == path)
        .ok_or(ParticipationError::NoSuchIdea)?;
    page_of(store, body, idea, false).await
}

/// An idea as staff sees it, public or not, with every note.
pub async fn idea_for_staff(
    store: &Store,
    body: BodyId,
    number: i64,
) -> Result<IdeaPage, ParticipationError> {
    let idea = rows::idea(store.read(), store.engine(), body, number)
        .await?
        .ok_or(ParticipationError::NoSuchIdea)?;
    page_of(store, body, idea, true).await
}

/// An idea as its author sees it, found by the code they typed.
pub async fn follow(
    store: &Store,
    body: BodyId,
    typed: &str,
) -> Result<IdeaPage, ParticipationError> {
    let code = good_code(typed)?;
    let idea = rows::idea_by_code(store.read(), store.engine(), body, &code)
        .await?
        .ok_or(ParticipationError::NoSuchCode)?;
    page_of(store, body, idea, true).await
}

/// A code worth looking up.
fn good_code(typed: &str) -> Result<String, ParticipationError> {
    // A huge paste is not worth copying.
    if typed.len() > 64 {
        return Err(ParticipationError::NoSuchCode);
    }
    let code = normalise_code(typed);
    if code.len() == 6 { Ok(code) } else { Err(ParticipationError::NoSuchCode) }
}

/// The author hands in the change the moderator asked for.
pub async fn resubmit(
    store: &Store,
    site: &Site,
    typed_code: &str,
    words: IdeaWords,
) -> Result<(), ParticipationError> {
    let input = (site.clone(), good_code(typed_code)?, words);
    store
        .write(site.body, input, |tx, (site, code, words)| {
            Box::pin(async move {
                let idea = rows::idea_by_code(tx.conn(), tx.engine(), tx.body(), code)
                    .await?
                    .ok_or(ParticipationError::NoSuchCode)?;
                idea.state.resubmit()?;
                tx.execute(
                    "UPDATE idea SET title = ?, text = ?, for_whom = ?, areas = ?, municipality = ?, flags = ? \
                     WHERE body_id = ? AND id = ?",
                    [
                        words.title.as_str().into(),
                        words.text.as_str().into(),
                        words.for_whom.as_str().into(),
                        words.areas.join(" ").into(),
                        words.municipality.as_str().into(),
                        rules::flags(&[&words.title, &words.text, &words.for_whom]).into(),
                        tx.body().0.into(),
                        idea.id.0.into(),
                    ],
                )
                .await?;
                let of_idea = [tx.body().0.into(), idea.id.0.into()];
                tx.execute("DELETE FROM idea_area WHERE body_id = ? AND idea_id = ?", of_idea).await?;
                insert_areas(tx, idea.id.0, &words.areas).await?;
                let said = Said::new("idea.resubmit", StepBy::Author);
                turn(tx, site, &Principal::anonymous(), &idea, Arrow::Resubmit, said).await?;
                Ok(())
            })
        })
        .await
}

/// The author takes the idea back: the fact stays, the words and the address go.
pub async fn withdraw(
    store: &Store,
    site: &Site,
    typed_code: &str,
) -> Result<(), ParticipationError> {
    let input = (site.clone(), good_code(typed_code)?);
    store
        .write(site.body, input, |tx, (site, code)| {
            Box::pin(async move {
                let idea = rows::idea_by_code(tx.conn(), tx.engine(), tx.body(), code)
                    .await?
                    .ok_or(ParticipationError::NoSuchCode)?;
                let said = Said::new("idea.withdraw", StepBy::Author);
                turn(tx, site, &Principal::anonymous(), &idea, Arrow::Withdraw, said).await?;
                let of_idea = || [tx.body().0.into(), idea.id.0.into()];
                tx.execute(
                    "UPDATE idea SET title = '', text = '', for_whom = '', flags = '' WHERE body_id = ? AND id = ?",
                    of_idea(),
                )
                .await?;
                tx.execute("DELETE FROM idea_email WHERE body_id = ? AND idea_id = ?", of_idea()).await?;
                Ok(())
            })
        })
        .await
}

/// Takes a comment on a public idea in; a moderator reads it before it is shown.
pub async fn comment(
    store: &Store,
    body: BodyId,
    who: &Principal,
    number: i64,
    input: CommentInput,
) -> Result<CommentId, ParticipationError> {
    comment_once(store, body, who, number, input, Once::NEVER).await
}

/// Takes a comment in like [`comment`]; the same sending again stores nothing.
pub async fn comment_once(
    store: &Store,
    body: BodyId,
    who: &Principal,
    number: i64,
    input: CommentInput,
    once: Once,
) -> Result<CommentId, ParticipationError> {
    let input = (who.clone(), number, input, once);
    store
        .write(body, input, |tx, (who, number, input, once)| {
            Box::pin(async move {
                if let Some(id) = once.made(tx).await? {
                    return Ok(CommentId(id));
                }
                let idea = rows::idea(tx.conn(), tx.engine(), tx.body(), *number)
                    .await?
                    .filter(Idea::is_public)
                    .ok_or(ParticipationError::NoSuchIdea)?;
                let id = tx.new_id();
                tx.execute(
                    "INSERT INTO comment (body_id, idea_id, id, author_label, text, state, at) \
                     VALUES (?, ?, ?, ?, ?, 'received', ?)",
                    [
                        tx.body().0.into(),
                        idea.id.0.into(),
                        id.into(),
                        input.author_label.as_str().into(),
                        input.text.as_str().into(),
                        tx.now().0.into(),
                    ],
                )
                .await?;
                tx.record(
                    Change::by(who, "comment.submit", "comment", id)
                        .after(json!({ "idea": number })),
                )
                .await?;
                once.remember(tx, id).await?;
                Ok(CommentId(id))
            })
        })
        .await
}
