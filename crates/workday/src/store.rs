//! The queries of the working day.

use kernel::{BodyId, Cents, Instant, id::Uuid};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};
use store::{Engine, StoreError, Tx, sql};

use crate::{
    error::WorkdayError,
    model::{
        CompletionRule, Day, DayFields, DayId, DayState, OfficialRule, Origin, Project,
        ProjectFields, ProjectId, Rules, TieOrder, TieRule,
    },
};

pub(crate) fn engine(conn: &impl ConnectionTrait) -> Engine {
    match conn.get_database_backend() {
        sea_orm::DbBackend::Postgres => Engine::Postgres,
        _ => Engine::Sqlite,
    }
}

#[derive(Debug, FromQueryResult)]
struct DayRow {
    id: Uuid,
    path: String,
    slug: String,
    href: String,
    title: String,
    day: String,
    place: String,
    access_notes: String,
    budget_cents: Option<i64>,
    official_rule: String,
    completion: String,
    tie_rule: String,
    tie_order: String,
    least_level: i64,
    state: String,
    rules_hash: Option<String>,
    join_code: Option<String>,
    present: i64,
    ballots: i64,
    frozen_at: Option<i64>,
    opened_at: Option<i64>,
    closed_at: Option<i64>,
    published_at: Option<i64>,
    annulled_at: Option<i64>,
    annul_reason: String,
}

fn stored<T>(value: Option<T>, what: &str, word: &str) -> Result<T, WorkdayError> {
    value.ok_or_else(|| StoreError::Corrupt(format!("working day, {what}: {word:?}")).into())
}

impl DayRow {
    fn into_day(self) -> Result<Day, WorkdayError> {
        Ok(Day {
            id: DayId(self.id),
            href: self.href,
            fields: DayFields {
                day: stored(self.day.parse().ok(), "day", &self.day)?,
                path: self.path,
                slug: self.slug,
                title: self.title,
                place: self.place,
                access_notes: self.access_notes,
                budget: self.budget_cents.map(Cents),
                rules: Rules {
                    official: stored(
                        OfficialRule::parse(&self.official_rule),
                        "rule",
                        &self.official_rule,
                    )?,
                    completion: stored(
                        CompletionRule::parse(&self.completion),
                        "completion",
                        &self.completion,
                    )?,
                    tie_rule: stored(TieRule::parse(&self.tie_rule), "tie rule", &self.tie_rule)?,
                    tie_order: stored(
                        TieOrder::parse(&self.tie_order),
                        "tie order",
                        &self.tie_order,
                    )?,
                    least_level: self.least_level as u8,
                },
            },
            state: stored(DayState::parse(&self.state), "state", &self.state)?,
            rules_hash: self.rules_hash,
            join_code: self.join_code,
            present: self.present,
            ballots: self.ballots,
            frozen_at: self.frozen_at.map(Instant),
            opened_at: self.opened_at.map(Instant),
            closed_at: self.closed_at.map(Instant),
            published_at: self.published_at.map(Instant),
            annulled_at: self.annulled_at.map(Instant),
            annul_reason: self.annul_reason,
        })
    }
}

async fn days_where(
    conn: &impl ConnectionTrait,
    condition: &str,
    values: Vec<Value>,
) -> Result<Vec<Day>, WorkdayError> {
    let text = format!("SELECT * FROM working_day WHERE {condition}");
    let rows = DayRow::find_by_statement(sql(engine(conn), &text, values)).all(conn).await?;
    rows.into_iter().map(DayRow::into_day).collect()
}

pub(crate) async fn day(
    conn: &impl ConnectionTrait,
    body: BodyId,
    id: DayId,
) -> Result<Day, WorkdayError> {
    let found =
        days_where(conn, "body_id = ? AND id = ?", vec![body.0.into(), id.0.into()]).await?;
    found.into_iter().next().ok_or(WorkdayError::DayNotFound)
}

pub(crate) async fn day_by_slug(
    conn: &impl ConnectionTrait,
    body: BodyId,
    slug: &str,
) -> Result<Option<Day>, WorkdayError> {
    let found =
        days_where(conn, "body_id = ? AND slug = ?", vec![body.0.into(), slug.into()]).await?;
    Ok(found.into_iter().next())
}

pub(crate) async fn day_by_join_code(
    conn: &impl ConnectionTrait,
    body: BodyId,
    code: &str,
) -> Result<Option<Day>, WorkdayError> {
    let found =
        days_where(conn, "body_id = ? AND join_code = ?", vec![body.0.into(), code.into()]).await?;
    Ok(found.into_iter().next())
}

pub(crate) async fn days(
    conn: &impl ConnectionTrait,
    body: BodyId,
    path: Option<&str>,
    public_only: bool,
) -> Result<Vec<Day>, WorkdayError> {
    let mut condition = String::from("body_id = ?");
    let mut values: Vec<Value> = vec![body.0.into()];
    if let Some(path) = path {
        condition.push_str(" AND path = ?");
        values.push(path.into());
    }
    if public_only {
        condition.push_str(" AND frozen_at IS NOT NULL");
    }
    condition.push_str(" ORDER BY day DESC, id DESC LIMIT 500");
    days_where(conn, &condition, values).await
}

pub(crate) async fn insert_day(
    tx: &Tx,
    id: DayId,
    href: &str,
    fields: &DayFields,
) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO working_day (body_id, id, path, slug, href, title, day, place, access_notes, budget_cents, \
         official_rule, completion, tie_rule, tie_order, least_level, state, present, ballots, annul_reason) \
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'prepared', 0, 0, '')",
        [
            tx.body().0.into(),
            id.0.into(),
            fields.path.clone().into(),
            fields.slug.clone().into(),
            href.into(),
            fields.title.clone().into(),
            fields.day.to_string().into(),
            fields.place.clone().into(),
            fields.access_notes.clone().into(),
            fields.budget.map(|budget| budget.0).into(),
            fields.rules.official.code().into(),
            fields.rules.completion.code().into(),
            fields.rules.tie_rule.code().into(),
            fields.rules.tie_order.code().into(),
            i64::from(fields.rules.least_level).into(),
        ],
    )
    .await?;
    Ok(())
}

pub(crate) async fn update_day(
    tx: &Tx,
    id: DayId,
    href: &str,
    fields: &DayFields,
) -> Result<(), StoreError> {
    tx.execute(
        "UPDATE working_day SET path = ?, slug = ?, href = ?, title = ?, day = ?, place = ?, access_notes = ?, \
         budget_cents = ?, official_rule = ?, completion = ?, tie_rule = ?, tie_order = ?, least_level = ? \
         WHERE body_id = ? AND id = ? AND state = 'prepared'",
        [
            fields.path.clone().into(),
            fields.slug.clone().into(),
            href.into(),
            fields.title.clone().into(),
            fields.day.to_string().into(),
            fields.place.clone().into(),
            fields.access_notes.clone().into(),
            fields.budget.map(|budget| budget.0).into(),
            fields.rules.official.code().into(),
            fields.rules.completion.code().into(),
            fields.rules.tie_rule.code().into(),
            fields.rules.tie_order.code().into(),
            i64::from(fields.rules.least_level).into(),
            tx.body().0.into(),
            id.0.into(),
        ],
    )
    .await?;
    Ok(())
}

/// Stores the next state and, in `moment`, when it was reached.
pub(crate) async fn set_state(
    tx: &Tx,
    id: DayId,
    state: DayState,
    moment: Option<&'static str>,
) -> Result<(), StoreError> {
    let stamp = moment.map(|column| format!(", {column} = ?")).unwrap_or_default();
    let mut values: Vec<Value> = vec![state.code().into()];
    if moment.is_some() {
        values.push(tx.now().0.into());
    }
    values.extend([tx.body().0.into(), id.0.into()]);
    tx.execute(
        &format!("UPDATE working_day SET state = ?{stamp} WHERE body_id = ? AND id = ?"),
        values,
    )
    .await?;
    Ok(())
}

#[derive(Debug, FromQueryResult)]
struct ProjectRow {
    id: Uuid,
    code: String,
    title: String,
    summary: String,
    cost_cents: i64,
    area: String,
    place: i64,
    tie_place: Option<i64>,
}

#[derive(Debug, FromQueryResult)]
struct OriginRow {
    project_id: Uuid,
    idea_id: Uuid,
    title: String,
    href: String,
}

/// The projects of a day in the order of their list, with the ideas they come from.
pub(crate) async fn projects(
    conn: &impl ConnectionTrait,
    body: BodyId,
    day: DayId,
) -> Result<Vec<Project>, WorkdayError> {
    let text = "SELECT id, code, title, summary, cost_cents, area, place, tie_place FROM project \
                WHERE body_id = ? AND day_id = ? ORDER BY place, id";
    let rows =
        ProjectRow::find_by_statement(sql(engine(conn), text, [body.0.into(), day.0.into()]))
            .all(conn)
            .await?;
    let text = "SELECT project_id, idea_id, title, href FROM project_origin \
                WHERE body_id = ? AND day_id = ? ORDER BY place";
    let origins =
        OriginRow::find_by_statement(sql(engine(conn), text, [body.0.into(), day.0.into()]))
            .all(conn)
            .await?;
    Ok(rows
        .into_iter()
        .map(|row| Project {
            id: ProjectId(row.id),
            fields: ProjectFields {
                code: row.code,
                title: row.title,
                summary: row.summary,
                cost: Cents(row.cost_cents),
                area: row.area,
                origins: origins
                    .iter()
                    .filter(|origin| origin.project_id == row.id)
                    .map(|o| Origin {
                        idea: o.idea_id,
                        title: o.title.clone(),
                        href: o.href.clone(),
                    })
                    .collect(),
            },
            place: row.place,
            tie_place: row.tie_place,
        })
        .collect())
}

pub(crate) async fn put_project(tx: &Tx, day: DayId, project: &Project) -> Result<(), StoreError> {
    let fields = &project.fields;
    tx.execute(
        "INSERT INTO project (body_id, id, day_id, code, title, summary, cost_cents, area, place) \
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (body_id, id) DO UPDATE SET code = excluded.code, \
         title = excluded.title, summary = excluded.summary, cost_cents = excluded.cost_cents, \
         area = excluded.area, place = excluded.place",
        [
            tx.body().0.into(),
            project.id.0.into(),
            day.0.into(),
            fields.code.clone().into(),
            fields.title.clone().into(),
            fields.summary.clone().into(),
            fields.cost.0.into(),
            fields.area.clone().into(),
            project.place.into(),
        ],
    )
    .await?;
    forget_origins(tx, project.id).await?;
    if fields.origins.is_empty() {
        return Ok(());
    }
    let rows = vec!["(?, ?, ?, ?, ?, ?, ?)"; fields.origins.len()].join(", ");
    let values = (0_i64..).zip(&fields.origins).flat_map(|(place, origin)| {
        [
            tx.body().0.into(),
            project.id.0.into(),
            origin.idea.into(),
            day.0.into(),
            place.into(),
            origin.title.clone().into(),
            origin.href.clone().into(),
        ]
    });
    let values: Vec<Value> = values.collect();
    tx.execute(
        &format!(
            "INSERT INTO project_origin (body_id, project_id, idea_id, day_id, place, title, href) \
             VALUES {rows} ON CONFLICT DO NOTHING"
        ),
        values,
    )
    .await?;
    Ok(())
}

async fn forget_origins(tx: &Tx, project: ProjectId) -> Result<(), StoreError> {
    tx.execute(
        "DELETE FROM project_origin WHERE body_id = ? AND project_id = ?",
        [tx.body().0.into(), project.0.into()],
    )
    .await?;
    Ok(())
}

pub(crate) async fn remove_project(tx: &Tx, project: ProjectId) -> Result<(), StoreError> {
    forget_origins(tx, project).await?;
    tx.execute(
        "DELETE FROM project WHERE body_id = ? AND id = ?",
        [tx.body().0.into(), project.0.into()],
    )
    .await?;
    Ok(())
}

pub(crate) async fn seal(
    tx: &Tx,
    day: DayId,
    projects: &[Project],
    rules_hash: &str,
    join_code: &str,
) -> Result<(), StoreError> {
    // One statement whatever the number of projects.
    let cases = "WHEN id = ? THEN CAST(? AS BIGINT) ".repeat(projects.len());
    let mut values: Vec<Value> =
        projects.iter().flat_map(|p| [p.id.0.into(), p.tie_place.into()]).collect();
    values.extend([tx.body().0.into(), day.0.into()]);
    tx.execute(
        &format!("UPDATE project SET tie_place = CASE {cases}END WHERE body_id = ? AND day_id = ?"),
        values,
    )
    .await?;
    tx.execute(
        "UPDATE working_day SET rules_hash = ?, join_code = ? WHERE body_id = ? AND id = ?",
        [rules_hash.into(), join_code.into(), tx.body().0.into(), day.0.into()],
    )
    .await?;
    Ok(())
}

/// The title of one of some ideas that another day, not yet decided, puts to the vote.
pub(crate) async fn idea_in_another_day(
    tx: &Tx,
    day: DayId,
    ideas: &[Uuid],
) -> Result<Option<String>, WorkdayError> {
    if ideas.is_empty() {
        return Ok(None);
    }
    let marks = vec!["?"; ideas.len()].join(", ");
    let text = format!(
        "SELECT o.title FROM project_origin o JOIN working_day d ON d.body_id = o.body_id AND d.id = o.day_id \
         WHERE o.body_id = ? AND o.idea_id IN ({marks}) AND o.day_id <> ? \
         AND d.state IN ('rules_frozen', 'open', 'closed', 'counted') LIMIT 1"
    );
    let mut values: Vec<Value> = vec![tx.body().0.into()];
    values.extend(ideas.iter().map(|idea| Value::from(*idea)));
    values.push(day.0.into());
    let row = tx.conn().query_one_raw(sql(tx.engine(), &text, values)).await?;
    Ok(row.map(|row| row.try_get("", "title")).transpose()?)
}

/// What a live screen follows.
#[derive(Debug, FromQueryResult)]
pub(crate) struct LiveRow {
    pub state: String,
    pub present: i64,
    pub ballots: i64,
}

pub(crate) async fn live(
    conn: &impl ConnectionTrait,
    body: BodyId,
    day: DayId,
) -> Result<LiveRow, WorkdayError> {
    let text = "SELECT state, present, ballots FROM working_day WHERE body_id = ? AND id = ?";
    let row = LiveRow::find_by_statement(sql(engine(conn), text, [body.0.into(), day.0.into()]))
        .one(conn)
        .await?;
    row.ok_or(WorkdayError::DayNotFound)
}

/// The number of the event that brought the day to its present state.
pub(crate) async fn last_turn(
    conn: &impl ConnectionTrait,
    body: BodyId,
    day: DayId,
) -> Result<i64, WorkdayError> {
    let text = "SELECT MAX(seq) AS seq FROM event_log WHERE body_id = ? AND subject_kind = 'working_day' \
                AND subject_id = ? AND action IN ('working_day.freeze', 'working_day.open', 'working_day.close', \
                'working_day.count', 'working_day.publish', 'working_day.annul')";
    let row = conn.query_one_raw(sql(engine(conn), text, [body.0.into(), day.0.into()])).await?;
    let seq: Option<i64> = row.map(|row| row.try_get("", "seq")).transpose()?.flatten();
    Ok(seq.unwrap_or(0))
}
