//! Use cases after the closing: count, publish, show the result, hand out the recount file.

use fair_selection::{Explanation, Outcome, pabulib, result::ResultFile};
use kernel::{BodyId, Instant, Principal};
use participation::service::Site;
use sea_orm::{ConnectionTrait, FromQueryResult};
use serde::{Deserialize, Serialize};
use serde_json::json;
use sha2::{Digest, Sha256};
use store::{Change, Store, StoreError, sql};

use crate::{
    error::WorkdayError,
    ideas,
    model::{Day, DayId, DayState, OfficialRule, Project, Rules},
    rules,
    service::make_known,
    store as rows, voting,
};

/// More voters than this would make a recount file nobody can open.
const MOST_VOTERS: u64 = 1_000_000;

/// The record of a count: everything the result page and the recount need.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountRecord {
    /// How the day decides.
    pub rules: Rules,
    /// The seal that was published before the vote.
    pub rules_hash: String,
    /// Voters who joined.
    pub present: i64,
    /// Ballots counted.
    pub ballots: i64,
    /// The same by identity level of the voter, 0 and 1.
    pub ballots_by_level: [i64; 2],
    /// Most votes first.
    pub greedy: Outcome,
    /// Equal shares.
    pub equal_shares: Outcome,
    /// Where the two rules agree.
    pub comparison: Comparison,
}

/// Codes of the projects by which rule chooses them, in the order of the list.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Comparison {
    /// Chosen by both.
    pub both: Vec<String>,
    /// By most votes alone.
    pub greedy_only: Vec<String>,
    /// By equal shares alone.
    pub equal_shares_only: Vec<String>,
    /// By neither.
    pub neither: Vec<String>,
}

/// One project in the result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectResult {
    /// The project.
    pub project: Project,
    /// Voters who approve it.
    pub approvals: u64,
    /// Whether the official rule chose it.
    pub chosen: bool,
    /// Why or why not, by most votes.
    pub greedy: Explanation,
    /// Why or why not, by equal shares.
    pub equal_shares: Explanation,
}

/// The result of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Results {
    /// The day.
    pub day: Day,
    /// When the ballots were counted.
    pub counted_at: Instant,
    /// SHA-256 of the record as it was stored, lower-case hexadecimal.
    pub hash: String,
    /// The record.
    pub record: CountRecord,
    /// The projects, most approvals first.
    pub projects: Vec<ProjectResult>,
}

#[derive(Debug, FromQueryResult)]
struct CastRow {
    approvals: String,
    level: i64,
}

/// The ballots of a day, by content: their order tells nothing of when they came.
async fn ballots(
    conn: &impl ConnectionTrait,
    body: BodyId,
    day: DayId,
) -> Result<(Vec<Vec<String>>, [i64; 2]), WorkdayError> {
    let text = "SELECT b.approvals, c.level FROM ballot b JOIN voter_credential c ON c.body_id = b.body_id \
                AND c.day_id = b.day_id AND c.voter = b.voter WHERE b.body_id = ? AND b.day_id = ?";
    let cast =
        CastRow::find_by_statement(sql(rows::engine(conn), text, [body.0.into(), day.0.into()]))
            .all(conn)
            .await?;
    let mut levels = [0; 2];
    let mut sets = Vec::with_capacity(cast.len());
    for row in cast {
        levels[usize::from(row.level > 0)] += 1;
        sets.push(voting::choices(&row.approvals)?);
    }
    sets.sort_unstable();
    Ok((sets, levels))
}

/// Closed -> Counted: counts by both rules and keeps the record with its hash.
pub async fn count(
    store: &Store,
    who: &Principal,
    body: BodyId,
    id: DayId,
) -> Result<CountRecord, WorkdayError> {
    let day = rows::day(store.read(), body, id).await?;
    day.state.count()?;
    let projects = rows::projects(store.read(), body, id).await?;
    // Closed ballots no longer change, so the count need not hold up the writer.
    let (sets, levels) = ballots(store.read(), body, id).await?;
    let counted = tokio::task::spawn_blocking(move || rules::count(&day, &projects, &sets, levels));
    let record = counted.await.map_err(|e| WorkdayError::Count(e.to_string()))??;
    let text = serde_json::to_string(&record).map_err(|e| WorkdayError::Count(e.to_string()))?;
    let hash = hex::encode(Sha256::digest(&text));
    store
        .write(body, (who.clone(), id, record, text, hash), |tx, (who, id, record, text, hash)| {
            Box::pin(async move {
                let next = rows::day(tx.conn(), tx.body(), *id).await?.state.count()?;
                tx.execute(
                    "INSERT INTO working_day_count (body_id, day_id, counted_at, record, hash) VALUES (?, ?, ?, ?, ?)",
                    [
                        tx.body().0.into(),
                        id.0.into(),
                        tx.now().0.into(),
                        text.clone().into(),
                        hash.clone().into(),
                    ],
                )
                .await?;
                rows::set_state(tx, *id, next, None).await?;
                let change = Change::by(who, "working_day.count", "working_day", *id);
                tx.record(change.after(json!({ "ballots": record.ballots, "record_hash": hash }))).await?;
                Ok(record.clone())
            })
        })
        .await
}

/// Counted -> Published: everybody sees the result, and the thread and the ideas say what was chosen.
pub async fn publish(
    store: &Store,
    who: &Principal,
    site: &Site,
    id: DayId,
) -> Result<Day, WorkdayError> {
    store
        .write(site.body, (who.clone(), site.clone(), id), |tx, (who, site, id)| {
            Box::pin(async move {
                let day = rows::day(tx.conn(), tx.body(), *id).await?;
                let next = day.state.publish()?;
                let kept = record(tx.conn(), tx.body(), *id).await?;
                let outcome = rules::official(&kept.record);
                let projects = rows::projects(tx.conn(), tx.body(), *id).await?;
                let notes: Vec<_> = projects
                    .iter()
                    .map(|project| {
                        let code = project.fields.code.clone();
                        let note = if outcome.is_selected(&code) {
                            texts::key!("day-chosen")
                        } else {
                            texts::key!("day-not-chosen")
                        };
                        (code, note)
                    })
                    .collect();
                rows::set_state(tx, *id, next, Some("published_at")).await?;
                make_known(tx, &day, &projects, &notes).await?;
                ideas::tell_outcome(tx, site, who, &day, &projects, outcome).await?;
                let change = Change::by(who, "working_day.publish", "working_day", *id);
                let after = json!({ "record_hash": kept.hash, "chosen": outcome.selected });
                tx.record(change.after(after)).await?;
                rows::day(tx.conn(), tx.body(), *id).await
            })
        })
        .await
}

#[derive(Debug, Clone)]
struct Kept {
    counted_at: Instant,
    hash: String,
    record: CountRecord,
}

async fn record(
    conn: &impl ConnectionTrait,
    body: BodyId,
    day: DayId,
) -> Result<Kept, WorkdayError> {
    let text =
        "SELECT counted_at, record, hash FROM working_day_count WHERE body_id = ? AND day_id = ?";
    let row =
        conn.query_one_raw(sql(rows::engine(conn), text, [body.0.into(), day.0.into()])).await?;
    let row = row.ok_or(WorkdayError::NoResult)?;
    let text: String = row.try_get("", "record")?;
    let hash: String = row.try_get("", "hash")?;
    if hex::encode(Sha256::digest(&text)) != hash {
        return Err(
            StoreError::Corrupt("the record of a count does not match its hash".into()).into()
        );
    }
    let record = serde_json::from_str(&text).map_err(|e| StoreError::Corrupt(e.to_string()))?;
    Ok(Kept { counted_at: Instant(row.try_get("", "counted_at")?), hash, record })
}

/// The published result of a day.
pub async fn results(store: &Store, body: BodyId, slug: &str) -> Result<Results, WorkdayError> {
    results_in(store, body, slug, &[DayState::Published]).await
}

/// The result of a day for the staff, who read it before it is published.
pub async fn results_for_staff(
    store: &Store,
    body: BodyId,
    slug: &str,
) -> Result<Results, WorkdayError> {
    results_in(store, body, slug, COUNTED).await
}

async fn results_in(
    store: &Store,
    body: BodyId,
    slug: &str,
    states: &[DayState],
) -> Result<Results, WorkdayError> {
    let conn = store.read();
    let day = rows::day_by_slug(conn, body, slug).await?.ok_or(WorkdayError::DayNotFound)?;
    if !states.contains(&day.state) {
        return Err(WorkdayError::NoResult);
    }
    let Kept { counted_at, hash, record } = record(conn, body, day.id).await?;
    let mut projects = Vec::new();
    for project in rows::projects(conn, body, day.id).await? {
        let code = project.fields.code.clone();
        let missing = || StoreError::Corrupt(format!("no explanation of the project {code}"));
        let greedy = record.greedy.explanation(&code).ok_or_else(missing)?.clone();
        let equal_shares = record.equal_shares.explanation(&code).ok_or_else(missing)?.clone();
        let chosen = rules::official(&record).is_selected(&code);
        projects.push(ProjectResult {
            project,
            approvals: greedy.votes,
            chosen,
            greedy,
            equal_shares,
        });
    }
    projects.sort_by_key(|result| (std::cmp::Reverse(result.approvals), result.project.place));
    Ok(Results { day, counted_at, hash, record, projects })
}

/// The projects that the official rule of a published day chose, in order of choice.
pub async fn chosen_projects(
    store: &Store,
    body: BodyId,
    slug: &str,
) -> Result<Vec<Project>, WorkdayError> {
    let results = results(store, body, slug).await?;
    let order = &rules::official(&results.record).selected;
    let mut chosen: Vec<Project> =
        results.projects.into_iter().filter(|r| r.chosen).map(|r| r.project).collect();
    chosen.sort_by_key(|project| order.iter().position(|code| *code == project.fields.code));
    Ok(chosen)
}

/// States in which the ballots have been counted: who recounts may read them, published or not.
const COUNTED: &[DayState] = &[DayState::Counted, DayState::Published, DayState::Annulled];

/// All that is needed to count again.
///
/// Ballots are sorted by content: no time, receipt or mark of a voter is in here.
#[derive(Debug, Clone)]
pub struct Recount {
    day: Day,
    projects: Vec<Project>,
    ballots: Vec<Vec<String>>,
    kept: Kept,
}

/// The material of a recount of a published day.
pub async fn recount(store: &Store, body: BodyId, slug: &str) -> Result<Recount, WorkdayError> {
    recount_in(store, body, slug, &[DayState::Published]).await
}

/// The material of a recount for staff and guarantors, who may check before it is published.
pub async fn recount_for_staff(
    store: &Store,
    body: BodyId,
    slug: &str,
) -> Result<Recount, WorkdayError> {
    recount_in(store, body, slug, COUNTED).await
}

async fn recount_in(
    store: &Store,
    body: BodyId,
    slug: &str,
    states: &[DayState],
) -> Result<Recount, WorkdayError> {
    let conn = store.read();
    let day = rows::day_by_slug(conn, body, slug).await?.ok_or(WorkdayError::DayNotFound)?;
    if !states.contains(&day.state) {
        return Err(WorkdayError::NoResult);
    }
    let kept = record(conn, body, day.id).await?;
    let projects = rows::projects(conn, body, day.id).await?;
    let (ballots, _) = ballots(conn, body, day.id).await?;
    Ok(Recount { day, projects, ballots, kept })
}

impl Recount {
    /// As `.pb`, the format of Pabulib: one numbered row for each ballot.
    pub fn pabulib(&self) -> Result<String, WorkdayError> {
        let day = &self.day;
        let election = rules::election(&day.fields, &self.projects, &self.ballots)?;
        let rules = day.fields.rules;
        let row = |key: &str, value: &str| (key.to_owned(), value.to_owned());
        let meta = vec![
            row("description", &day.fields.title),
            row("country", "Italy"),
            row("unit", &day.fields.place),
            row("instance", &day.fields.day.to_string()),
            row("rule", rules.official.code()),
            row("completion", rules.completion.code()),
            row("tie_rule", rules.tie_rule.code()),
            row("tie_order", &election.published_order().join(",")),
            row("rules_hash", day.rules_hash.as_deref().unwrap_or_default()),
        ];
        let document = pabulib::Document::of(&election, meta, MOST_VOTERS)
            .map_err(|e| WorkdayError::Count(e.to_string()))?;
        pabulib::write(&document).map_err(|e| WorkdayError::Count(e.to_string()))
    }

    /// As JSON, for who writes a program; `counts` are the results of both rules, the official
    /// one first, as `agio recount` reads them.
    pub fn json(&self) -> Result<serde_json::Value, WorkdayError> {
        let fields = &self.day.fields;
        let election = rules::election(fields, &self.projects, &self.ballots)?;
        let projects: Vec<_> = self
            .projects
            .iter()
            .map(|p| {
                let project = &p.fields;
                json!({
                    "code": project.code, "title": project.title,
                    "cost_cents": project.cost.0, "area": project.area,
                })
            })
            .collect();
        let record = &self.kept.record;
        let mut counts = vec![&record.greedy, &record.equal_shares];
        if fields.rules.official == OfficialRule::EqualShares {
            counts.reverse();
        }
        let counts: Vec<ResultFile> =
            counts.into_iter().map(|outcome| ResultFile::new(&election, outcome.clone())).collect();
        Ok(json!({
            "day": fields.slug, "title": fields.title, "date": fields.day.to_string(),
            "state": self.day.state, "budget_cents": fields.budget.map(|budget| budget.0),
            "rules": fields.rules, "tie_order": election.published_order(),
            "rules_hash": self.day.rules_hash, "record_hash": self.kept.hash,
            "projects": projects, "ballots": self.ballots, "counts": counts,
        }))
    }
}

/// The file with which anybody repeats the count (`.pb`), of a published day.
pub async fn recount_file(store: &Store, body: BodyId, slug: &str) -> Result<String, WorkdayError> {
    recount(store, body, slug).await?.pabulib()
}
