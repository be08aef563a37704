//! One step of an idea's life, with all it leaves behind: row, history, counters, thread, search, letter, audit.

use kernel::{Principal, email::Email, id::Uuid};
use serde_json::json;
use store::{Change, StoreError, Tx, outbox, search, thread};

use super::Site;
use crate::{
    ParticipationError, letters,
    model::{Arrow, IdeaState, Reason, StepBy},
    store::{self as rows, Idea},
};

/// What is said of a step.
#[derive(Debug, Clone)]
pub(crate) struct Said<'a> {
    pub(crate) action: &'a str,
    pub(crate) by: StepBy,
    pub(crate) note: &'a str,
    pub(crate) reason: Option<Reason>,
    /// Code of an action or pact.
    pub(crate) outcome_code: &'a str,
}

impl<'a> Said<'a> {
    pub(crate) const fn new(action: &'a str, by: StepBy) -> Self {
        Self { action, by, note: "", reason: None, outcome_code: "" }
    }

    pub(crate) const fn no(mut self, reason: Reason, answer: &'a str) -> Self {
        self.reason = Some(reason);
        self.note = answer;
        self
    }

    pub(crate) const fn note(mut self, note: &'a str) -> Self {
        self.note = note;
        self
    }

    pub(crate) const fn outcome(mut self, code: &'a str) -> Self {
        self.outcome_code = code;
        self
    }
}

/// Writes one line of an idea's history.
pub(crate) async fn write_step(
    tx: &Tx,
    idea: Uuid,
    at: i64,
    state: IdeaState,
    by: StepBy,
    note: &str,
    public: bool,
) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO idea_step (body_id, idea_id, n, at, state, note, by_role, public) VALUES (?, ?, \
         (SELECT COALESCE(MAX(n), 0) + 1 FROM idea_step WHERE body_id = ? AND idea_id = ?), ?, ?, ?, ?, ?)",
        [
            tx.body().0.into(),
            idea.into(),
            tx.body().0.into(),
            idea.into(),
            at.into(),
            state.code().into(),
            note.into(),
            by.code().into(),
            public.into(),
        ],
    )
    .await?;
    Ok(())
}

/// Puts a public idea on the thread and in the search.
pub(crate) async fn show(
    tx: &Tx,
    site: &Site,
    idea: &Idea,
    state: IdeaState,
) -> Result<(), StoreError> {
    let href = site.idea_href(&idea.path_slug, idea.number);
    let node = thread::Node {
        kind: "idea".into(),
        id: idea.id.0,
        label: idea.title.clone(),
        href: href.clone(),
        note: thread::word(state.label()),
    };
    thread::put(tx, &node, true).await?;
    let document = search::Document {
        kind: "idea",
        id: idea.id.0,
        title: &idea.title,
        summary: &idea.for_whom,
        href: &href,
        text: &format!("{} {}", idea.text, idea.for_whom),
        public: true,
    };
    search::put(tx, &document).await
}

/// Takes an idea off the thread's public side and out of the search.
async fn hide(tx: &Tx, idea: &Idea) -> Result<(), StoreError> {
    tx.execute(
        "UPDATE thread_node SET public = ?, label = '', note = '' WHERE body_id = ? AND kind = 'idea' AND id = ?",
        [false.into(), tx.body().0.into(), idea.id.0.into()],
    )
    .await?;
    search::remove(tx, "idea", idea.id.0).await
}

pub(crate) async fn count_public(tx: &Tx, idea: &Idea, by: i64) -> Result<(), StoreError> {
    tx.execute(
        "UPDATE path SET public_ideas = public_ideas + ? WHERE body_id = ? AND id = ?",
        [by.into(), tx.body().0.into(), idea.path_id.0.into()],
    )
    .await?;
    Ok(())
}

/// Moves an idea along an arrow; gives its new state.
pub(crate) async fn turn(
    tx: &Tx,
    site: &Site,
    who: &Principal,
    idea: &Idea,
    arrow: Arrow,
    said: Said<'_>,
) -> Result<IdeaState, ParticipationError> {
    let next = idea.state.follow(arrow)?;
    let now = tx.now().0;
    let published_at =
        if next.is_public() && idea.published_at == 0 { now } else { idea.published_at };
    let reason = said.reason.map(Reason::code);
    let answered = said.reason.is_some()
        || next == IdeaState::KeptForLater
        || matches!(arrow, Arrow::VoteAnnulled);
    let answer = if answered { said.note } else { &idea.answer };
    let code = if said.outcome_code.is_empty() { &idea.outcome_code } else { said.outcome_code };
    tx.execute(
        "UPDATE idea SET state = ?, public = ?, reason = ?, answer = ?, outcome_code = ?, waiting_since = ?, \
         published_at = ? WHERE body_id = ? AND id = ?",
        [
            next.code().into(),
            next.is_public().into(),
            reason.into(),
            answer.into(),
            code.into(),
            now.into(),
            published_at.into(),
            tx.body().0.into(),
            idea.id.0.into(),
        ],
    )
    .await?;
    // What is said before an idea is public is said to its author alone.
    let public_step = next.is_public() || next == IdeaState::Withdrawn;
    write_step(tx, idea.id.0, now, next, said.by, said.note, public_step).await?;
    match (idea.state.is_public(), next.is_public()) {
        (false, true) => {
            count_public(tx, idea, 1).await?;
            show(tx, site, idea, next).await?;
        }
        (true, false) => {
            count_public(tx, idea, -1).await?;
            hide(tx, idea).await?;
        }
        (true, true) => {
            tx.execute(
                "UPDATE thread_node SET note = ? WHERE body_id = ? AND kind = 'idea' AND id = ?",
                [thread::word(next.label()).into(), tx.body().0.into(), idea.id.0.into()],
            )
            .await?;
        }
        (false, false) => {}
    }
    if said.by != StepBy::Author {
        write_letter(tx, site, idea, next, &letters::why(said.reason, said.note)).await?;
    }
    tx.record(Change::by(who, said.action, "idea", idea.id).values(
        json!({ "number": idea.number, "state": idea.state.code() }),
        json!({ "number": idea.number, "state": next.code(), "reason": reason, "outcome": said.outcome_code }),
    ))
    .await?;
    Ok(next)
}

async fn write_letter(
    tx: &Tx,
    site: &Site,
    idea: &Idea,
    state: IdeaState,
    note: &str,
) -> Result<(), ParticipationError> {
    let address = rows::author_email(tx.conn(), tx.engine(), tx.body(), idea.id, tx.now()).await?;
    let Some(to) = address.as_deref().and_then(Email::parse) else { return Ok(()) };
    let link = if state.is_public() {
        format!("{}{}", site.base_url, site.idea_href(&idea.path_slug, idea.number))
    } else {
        site.follow_link()
    };
    let about = letters::About {
        body: &site.name,
        title: &idea.title,
        number: idea.number,
        state: state.label(),
        note,
        link: &link,
    };
    let letter = letters::moved(&about);
    outbox::put(tx, &to, &letter.subject, &letter.content).await?;
    Ok(())
}
