//! What pages, commands and the API read: readings, and the follow-up of the published Agenda.

use std::collections::{HashMap, HashSet};

use agenda::{Action, ActionState, Indicator, IndicatorState};
use jiff::civil::Date;
use kernel::{BodyId, id::Uuid};
use sea_orm::{ConnectionTrait, DbBackend, FromQueryResult, Value};
use store::{Engine, Store, StoreError};

use crate::{Assessment, MonitoringError, Reading, Status, rules::assess};

async fn all<R: FromQueryResult>(
    conn: &impl ConnectionTrait,
    sql: &str,
    values: Vec<Value>,
) -> Result<Vec<R>, MonitoringError> {
    let engine = match conn.get_database_backend() {
        DbBackend::Postgres => Engine::Postgres,
        _ => Engine::Sqlite,
    };
    Ok(R::find_by_statement(store::sql(engine, sql, values)).all(conn).await?)
}

#[derive(FromQueryResult)]
struct ReadingRow {
    id: Uuid,
    indicator_id: Uuid,
    reference_day: String,
    value: f64,
    numerator: Option<f64>,
    denominator: Option<f64>,
    evidence: String,
    comment: String,
    validated: bool,
    supersedes: Option<Uuid>,
    reason: String,
    demonstrative: bool,
    recorded_at: i64,
}

const COLUMNS: &str = "SELECT id, indicator_id, reference_day, value, numerator, denominator, evidence, comment, \
                       validated, supersedes, reason, demonstrative, recorded_at FROM reading WHERE body_id = ?";

fn readings(rows: Vec<ReadingRow>) -> Result<Vec<Reading>, MonitoringError> {
    let corrected: HashSet<Uuid> = rows.iter().filter_map(|row| row.supersedes).collect();
    rows.into_iter()
        .map(|row| {
            let day = row.reference_day.parse();
            Ok(Reading {
                corrected: corrected.contains(&row.id),
                id: row.id,
                indicator: row.indicator_id,
                day: day.map_err(|_| {
                    StoreError::Corrupt(format!("reading day: {}", row.reference_day))
                })?,
                value: row.value,
                numerator: row.numerator,
                denominator: row.denominator,
                evidence: row.evidence,
                comment: row.comment,
                validated: row.validated,
                supersedes: row.supersedes,
                reason: row.reason,
                demonstrative: row.demonstrative,
                recorded_at: row.recorded_at,
            })
        })
        .collect()
}

pub(crate) async fn readings_of(
    conn: &impl ConnectionTrait,
    body: BodyId,
    indicator: Uuid,
) -> Result<Vec<Reading>, MonitoringError> {
    let sql = format!("{COLUMNS} AND indicator_id = ? ORDER BY reference_day, recorded_at, id");
    readings(all(conn, &sql, vec![body.0.into(), indicator.into()]).await?)
}

pub(crate) async fn reading_in(
    conn: &impl ConnectionTrait,
    body: BodyId,
    id: Uuid,
) -> Result<Reading, MonitoringError> {
    let sql = format!("{COLUMNS} AND (id = ? OR supersedes = ?)");
    let found = readings(all(conn, &sql, vec![body.0.into(), id.into(), id.into()]).await?)?;
    found.into_iter().find(|r| r.id == id).ok_or(MonitoringError::NotFound)
}

pub(crate) async fn indicator_code(
    conn: &impl ConnectionTrait,
    body: BodyId,
    id: Uuid,
) -> Result<String, MonitoringError> {
    #[derive(FromQueryResult)]
    struct Code {
        code: String,
    }
    let sql = "SELECT code FROM indicator WHERE body_id = ? AND id = ?";
    let rows: Vec<Code> = all(conn, sql, vec![body.0.into(), id.into()]).await?;
    rows.into_iter().next().map(|row| row.code).ok_or(MonitoringError::NotFound)
}

/// All readings of an indicator, corrected ones as well, by the day they are of.
pub async fn history(
    store: &Store,
    body: BodyId,
    indicator: Uuid,
) -> Result<Vec<Reading>, MonitoringError> {
    readings_of(store.read(), body, indicator).await
}

/// One reading.
pub async fn reading(store: &Store, body: BodyId, id: Uuid) -> Result<Reading, MonitoringError> {
    reading_in(store.read(), body, id).await
}

/// An indicator with its readings and how it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct IndicatorFollowUp {
    /// The indicator as it was approved.
    pub indicator: Indicator,
    /// The readings that count, by day: what a chart draws.
    pub readings: Vec<Reading>,
    /// How it stands.
    pub assessment: Assessment,
}

/// An action with how its indicators stand: late and silent ones first.
#[derive(Debug, Clone, PartialEq)]
pub struct ActionFollowUp {
    /// The action as it was approved.
    pub action: Action,
    /// Where it stands today.
    pub state: ActionState,
    /// The most worrying status among its indicators; none without indicators.
    pub status: Option<Status>,
    /// Mean progress of the indicators that have fresh readings; none when none has.
    pub progress: Option<f64>,
    /// Its indicators.
    pub indicators: Vec<IndicatorFollowUp>,
}

/// A body's Agenda followed up: actions with late and silent indicators first.
#[derive(Debug, Clone, PartialEq)]
pub struct FollowUp {
    /// The day it is of.
    pub day: Date,
    /// Number of the published version.
    pub version: i64,
    /// The actions.
    pub actions: Vec<ActionFollowUp>,
}

impl FollowUp {
    /// How many indicators have a status.
    pub fn count(&self, status: Status) -> usize {
        self.indicators().filter(|i| i.assessment.status == status).count()
    }

    /// All indicators.
    pub fn indicators(&self) -> impl Iterator<Item = &IndicatorFollowUp> {
        self.actions.iter().flat_map(|action| &action.indicators)
    }

    /// The indicators whose reading should have come, the longest overdue first, with their actions.
    pub fn overdue(&self) -> Vec<(&ActionFollowUp, &IndicatorFollowUp)> {
        let mut late: Vec<_> = self
            .actions
            .iter()
            .flat_map(|action| action.indicators.iter().map(move |one| (action, one)))
            .filter(|(_, one)| one.assessment.overdue_days > 0)
            .collect();
        late.sort_by(|a, b| {
            let by_days = b.1.assessment.overdue_days.cmp(&a.1.assessment.overdue_days);
            by_days.then_with(|| a.1.indicator.code.cmp(&b.1.indicator.code))
        });
        late
    }

    /// Mean progress of the indicators that have fresh readings; none when none has.
    pub fn progress(&self) -> Option<f64> {
        mean(self.indicators())
    }
}

/// Late numbers are left out of the mean: they must not make the whole look better than is known.
fn mean<'a>(indicators: impl Iterator<Item = &'a IndicatorFollowUp>) -> Option<f64> {
    let fresh: Vec<f64> = indicators
        .filter(|one| one.assessment.status != Status::LateData)
        .filter_map(|one| one.assessment.progress)
        .collect();
    if fresh.is_empty() { None } else { Some(fresh.iter().sum::<f64>() / fresh.len() as f64) }
}

/// The place in a list: overdue by days, then silent, behind, on track, reached.
fn order(assessment: &Assessment) -> (bool, i32, Status) {
    (assessment.overdue_days == 0, -assessment.overdue_days, assessment.status)
}

/// The follow-up of the published Agenda on a day; none when nothing was published.
pub async fn follow_up(
    store: &Store,
    body: BodyId,
    today: Date,
) -> Result<Option<FollowUp>, MonitoringError> {
    let Some(agenda) = agenda::query::published(store, body).await? else { return Ok(None) };
    let live = agenda::query::actions(store, body).await?;
    let closed: HashSet<Uuid> = live
        .iter()
        .flat_map(|action| {
            let over = action.state == ActionState::Abandoned;
            action
                .indicators()
                .filter(move |i| over || i.state == IndicatorState::Closed)
                .map(|i| i.id)
        })
        .collect();
    let sql = format!("{COLUMNS} ORDER BY reference_day, recorded_at, id");
    let mut of: HashMap<Uuid, Vec<Reading>> = HashMap::new();
    for reading in readings(all(store.read(), &sql, vec![body.0.into()]).await?)? {
        of.entry(reading.indicator).or_default().push(reading);
    }
    let since = agenda.snapshot.approved;
    let mut actions: Vec<ActionFollowUp> = agenda
        .snapshot
        .actions
        .iter()
        .map(|action| {
            let mut indicators: Vec<IndicatorFollowUp> = action
                .indicators()
                .map(|indicator| {
                    let mut readings = of.remove(&indicator.id).unwrap_or_default();
                    let over = closed.contains(&indicator.id);
                    let assessment = assess(&indicator.content, &readings, since, over, today);
                    readings.retain(Reading::counts);
                    IndicatorFollowUp { indicator: indicator.clone(), readings, assessment }
                })
                .collect();
            indicators.sort_by_key(|one| order(&one.assessment));
            ActionFollowUp {
                state: agenda.state(action),
                status: indicators.iter().map(|one| one.assessment.status).min(),
                progress: mean(indicators.iter()),
                action: action.clone(),
                indicators,
            }
        })
        .collect();
    let worst = |action: &ActionFollowUp| {
        action.indicators.first().map_or((true, 0, Status::Reached), |one| order(&one.assessment))
    };
    actions.sort_by_key(|action| (worst(action), action.action.code.clone()));
    Ok(Some(FollowUp { day: today, version: agenda.version.number, actions }))
}

/// The follow-up of one action of the published Agenda.
pub async fn follow_up_action(
    store: &Store,
    body: BodyId,
    code: &str,
    today: Date,
) -> Result<ActionFollowUp, MonitoringError> {
    let all = follow_up(store, body, today).await?;
    all.and_then(|f| f.actions.into_iter().find(|one| one.action.code == code))
        .ok_or(MonitoringError::NotFound)
}
