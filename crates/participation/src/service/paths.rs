//! Paths and their phases, as staff makes them and as pages read them.

use jiff::civil::Date;
use kernel::{BodyId, Principal};
use serde_json::json;
use store::{Change, Store, StoreError, Tx, search};

use super::Site;
use crate::{
    ParticipationError,
    input::{PathInput, PhaseInput},
    model::{IdeaState, PathArrow, PathId, PathState, PhaseId},
    store::{self as rows, Path, Phase},
};

/// For how long authors' addresses are kept after the end of a path.
const DAYS_AFTER_END: i64 = 183;

/// A path with its phases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathPage {
    /// The path.
    pub path: Path,
    /// Its phases in the order of time.
    pub phases: Vec<Phase>,
}

impl PathPage {
    /// The phase a day falls in.
    pub fn current_phase(&self, day: Date) -> Option<&Phase> {
        rows::current_phase(&self.phases, day)
    }
}

/// The path with an address word; one in preparation only for staff.
pub async fn path_page(
    store: &Store,
    body: BodyId,
    slug: &str,
    for_staff: bool,
) -> Result<PathPage, ParticipationError> {
    let (conn, engine) = (store.read(), store.engine());
    let path = rows::path(conn, engine, body, slug)
        .await?
        .filter(|path| for_staff || path.state.is_public())
        .ok_or(ParticipationError::NoSuchPath)?;
    let phases = rows::phases(conn, engine, body, path.id).await?;
    Ok(PathPage { path, phases })
}

async fn found(tx: &Tx, slug: &str) -> Result<Path, ParticipationError> {
    rows::path(tx.conn(), tx.engine(), tx.body(), slug).await?.ok_or(ParticipationError::NoSuchPath)
}

async fn make_findable(tx: &Tx, site: &Site, path: &Path) -> Result<(), StoreError> {
    let document = search::Document {
        kind: "path",
        id: path.id.0,
        title: &path.name,
        summary: &path.summary,
        href: &site.path_href(&path.slug),
        text: &format!("{} {}", path.summary, path.text),
        public: path.state.is_public(),
    };
    search::put(tx, &document).await
}

/// Makes a path, in preparation.
pub async fn create(
    store: &Store,
    site: &Site,
    who: &Principal,
    input: PathInput,
) -> Result<PathId, ParticipationError> {
    store
        .write(site.body, (site.clone(), who.clone(), input), |tx, (site, who, input)| {
            Box::pin(create_in_txn(tx, site, who, input, PathState::Preparation))
        })
        .await
}

/// Makes a path in a given state: for real paths brought in from the past. In the caller's transaction.
pub async fn create_in_txn(
    tx: &Tx,
    site: &Site,
    who: &Principal,
    input: &PathInput,
    state: PathState,
) -> Result<PathId, ParticipationError> {
    if rows::path(tx.conn(), tx.engine(), tx.body(), &input.slug).await?.is_some() {
        return Err(ParticipationError::SlugTaken);
    }
    let id = tx.new_id();
    tx.execute(
        "INSERT INTO path (body_id, id, slug, name, year, lead_office, state, state_before, summary, text, \
         public_ideas, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, NULL, ?, ?, 0, ?)",
        [
            tx.body().0.into(),
            id.into(),
            input.slug.as_str().into(),
            input.name.as_str().into(),
            input.year.into(),
            input.lead_office.code().into(),
            state.code().into(),
            input.summary.as_str().into(),
            input.text.as_str().into(),
            tx.now().0.into(),
        ],
    )
    .await?;
    make_findable(tx, site, &found(tx, &input.slug).await?).await?;
    let after = json!({ "slug": input.slug, "name": input.name, "state": state.code() });
    tx.record(Change::by(who, "path.create", "path", id).after(after)).await?;
    Ok(PathId(id))
}

/// Changes what a path says of itself; its address stays, so that links keep working.
pub async fn edit(
    store: &Store,
    site: &Site,
    who: &Principal,
    slug: &str,
    input: PathInput,
) -> Result<(), ParticipationError> {
    store
        .write(site.body, (site.clone(), who.clone(), slug.to_owned(), input), |tx, (site, who, slug, input)| {
            Box::pin(async move {
                let before = found(tx, slug).await?;
                tx.execute(
                    "UPDATE path SET name = ?, year = ?, lead_office = ?, summary = ?, text = ? \
                     WHERE body_id = ? AND id = ?",
                    [
                        input.name.as_str().into(),
                        input.year.into(),
                        input.lead_office.code().into(),
                        input.summary.as_str().into(),
                        input.text.as_str().into(),
                        tx.body().0.into(),
                        before.id.0.into(),
                    ],
                )
                .await?;
                make_findable(tx, site, &found(tx, slug).await?).await?;
                tx.record(Change::by(who, "path.edit", "path", before.id).values(
                    json!({ "name": before.name, "year": before.year, "lead_office": before.lead_office.code() }),
                    json!({ "name": input.name, "year": input.year, "lead_office": input.lead_office.code() }),
                ))
                .await?;
                Ok(())
            })
        })
        .await
}

/// Moves a path along an arrow; gives its new state. It closes only when every idea has its answer.
pub async fn advance(
    store: &Store,
    site: &Site,
    who: &Principal,
    slug: &str,
    arrow: PathArrow,
) -> Result<PathState, ParticipationError> {
    store
        .write(
            site.body,
            (site.clone(), who.clone(), slug.to_owned(), arrow),
            |tx, (site, who, slug, arrow)| {
                Box::pin(async move {
                    let path = found(tx, slug).await?;
                    let next = path.state.follow(*arrow, path.state_before)?;
                    if next == PathState::Closed {
                        let open = unanswered(tx, path.id).await?;
                        if open > 0 {
                            return Err(ParticipationError::IdeasUnanswered(open));
                        }
                    }
                    let before = (next == PathState::Suspended).then(|| path.state.code());
                    tx.execute(
                        "UPDATE path SET state = ?, state_before = ? WHERE body_id = ? AND id = ?",
                        [next.code().into(), before.into(), tx.body().0.into(), path.id.0.into()],
                    )
                    .await?;
                    if next.is_over() {
                        forget_people(tx, path.id).await?;
                    }
                    make_findable(tx, site, &Path { state: next, ..path.clone() }).await?;
                    tx.record(Change::by(who, "path.advance", "path", path.id).values(
                        json!({ "state": path.state.code() }),
                        json!({ "state": next.code(), "arrow": arrow.code() }),
                    ))
                    .await?;
                    Ok(next)
                })
            },
        )
        .await
}

async fn unanswered(tx: &Tx, path: PathId) -> Result<i64, StoreError> {
    let states: Vec<String> = IdeaState::ALL
        .iter()
        .filter(|state| state.lacks_answer())
        .map(|state| format!("'{}'", state.code()))
        .collect();
    let text = format!(
        "SELECT COUNT(*) AS n FROM idea WHERE body_id = ? AND path_id = ? AND state IN ({})",
        states.join(", ")
    );
    rows::number(tx.conn(), tx.engine(), &text, [tx.body().0.into(), path.0.into()]).await
}

/// At the end of a path the counts stay, and who is behind them is forgotten (`docs/privacy.md`).
async fn forget_people(tx: &Tx, path: PathId) -> Result<(), StoreError> {
    let body = tx.body().0;
    let ideas = "(SELECT id FROM idea WHERE body_id = ? AND path_id = ?)";
    tx.execute(
        &format!("DELETE FROM support WHERE body_id = ? AND idea_id IN {ideas}"),
        [body.into(), body.into(), path.0.into()],
    )
    .await?;
    let until = tx.now().plus_days(DAYS_AFTER_END).0;
    tx.execute(
        &format!("UPDATE idea_email SET keep_until = ? WHERE body_id = ? AND keep_until > ? AND idea_id IN {ideas}"),
        [until.into(), body.into(), until.into(), body.into(), path.0.into()],
    )
    .await?;
    Ok(())
}

/// Adds a phase to a path.
pub async fn add_phase(
    store: &Store,
    body: BodyId,
    who: &Principal,
    slug: &str,
    input: PhaseInput,
) -> Result<PhaseId, ParticipationError> {
    store
        .write(body, (who.clone(), slug.to_owned(), input), |tx, (who, slug, input)| {
            Box::pin(add_phase_in_txn(tx, who, slug, input))
        })
        .await
}

/// Adds a phase in the caller's transaction.
pub async fn add_phase_in_txn(
    tx: &Tx,
    who: &Principal,
    slug: &str,
    input: &PhaseInput,
) -> Result<PhaseId, ParticipationError> {
    let path = found(tx, slug).await?;
    // A form sent twice adds one phase.
    let phases = rows::phases(tx.conn(), tx.engine(), tx.body(), path.id).await?;
    if let Some(same) = phases.iter().find(|phase| input.is(phase)) {
        return Ok(same.id);
    }
    let id = tx.new_id();
    tx.execute(
        "INSERT INTO phase (kind, title, text, from_day, to_day, body_id, path_id, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        phase_values(input).into_iter().chain([tx.body().0.into(), path.id.0.into(), id.into()]),
    )
    .await?;
    tx.record(Change::by(who, "phase.add", "phase", id).after(told(input))).await?;
    Ok(PhaseId(id))
}

fn phase_values(input: &PhaseInput) -> [sea_orm::Value; 5] {
    [
        input.kind.code().into(),
        input.title.as_str().into(),
        input.text.as_str().into(),
        input.from.to_string().into(),
        input.to.to_string().into(),
    ]
}

fn told(input: &PhaseInput) -> serde_json::Value {
    json!({ "kind": input.kind.code(), "from": input.from.to_string(), "to": input.to.to_string() })
}

/// Changes a phase.
pub async fn edit_phase(
    store: &Store,
    body: BodyId,
    who: &Principal,
    slug: &str,
    phase: PhaseId,
    input: PhaseInput,
) -> Result<(), ParticipationError> {
    store
        .write(
            body,
            (who.clone(), slug.to_owned(), phase, input),
            |tx, (who, slug, phase, input)| {
                Box::pin(async move {
                    let path = found(tx, slug).await?;
                    let touched = tx
                    .execute(
                        "UPDATE phase SET kind = ?, title = ?, text = ?, from_day = ?, to_day = ? \
                         WHERE body_id = ? AND path_id = ? AND id = ?",
                        phase_values(input).into_iter().chain([
                            tx.body().0.into(),
                            path.id.0.into(),
                            phase.0.into(),
                        ]),
                    )
                    .await?;
                    if touched == 0 {
                        return Err(ParticipationError::NoSuchPhase);
                    }
                    tx.record(Change::by(who, "phase.edit", "phase", *phase).after(told(input)))
                        .await?;
                    Ok(())
                })
            },
        )
        .await
}

/// Takes a phase away.
pub async fn remove_phase(
    store: &Store,
    body: BodyId,
    who: &Principal,
    slug: &str,
    phase: PhaseId,
) -> Result<(), ParticipationError> {
    store
        .write(body, (who.clone(), slug.to_owned(), phase), |tx, (who, slug, phase)| {
            Box::pin(async move {
                let path = found(tx, slug).await?;
                let values = [tx.body().0.into(), path.id.0.into(), phase.0.into()];
                let sql = "DELETE FROM phase WHERE body_id = ? AND path_id = ? AND id = ?";
                if tx.execute(sql, values).await? == 0 {
                    return Err(ParticipationError::NoSuchPhase);
                }
                tx.record(Change::by(who, "phase.remove", "phase", *phase)).await?;
                Ok(())
            })
        })
        .await
}
