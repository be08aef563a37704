//! The queries of the Agenda.

use std::collections::HashMap;

use jiff::civil::Date;
use kernel::{BodyId, Cents, id::Uuid};
use sea_orm::{ConnectionTrait, DbBackend, FromQueryResult, Value};
use serde::{Deserialize, Serialize};
use store::{Engine, StoreError, Tx};

use crate::{
    Action, ActionContent, ActionKind, ActionState, AgendaError, ExpectedResult, Frequency,
    Funding, Indicator, IndicatorContent, IndicatorKind, IndicatorState, Origin, Polarity,
    ResultContent, ResultKind, Target, VersionState, version::Version,
};

fn engine(conn: &impl ConnectionTrait) -> Engine {
    match conn.get_database_backend() {
        DbBackend::Postgres => Engine::Postgres,
        _ => Engine::Sqlite,
    }
}

pub(crate) async fn all<R: FromQueryResult>(
    conn: &impl ConnectionTrait,
    sql: &str,
    values: Vec<Value>,
) -> Result<Vec<R>, AgendaError> {
    Ok(R::find_by_statement(store::sql(engine(conn), sql, values)).all(conn).await?)
}

fn corrupt(what: &str, value: &str) -> AgendaError {
    StoreError::Corrupt(format!("{what}: {value}")).into()
}

fn day(text: Option<&str>) -> Result<Option<Date>, AgendaError> {
    text.map(|t| t.parse().map_err(|_| corrupt("day", t))).transpose()
}

fn day_value(day: Option<Date>) -> Value {
    day.map(|d| d.to_string()).into()
}

fn known<T>(what: &str, code: &str, found: Option<T>) -> Result<T, AgendaError> {
    found.ok_or_else(|| corrupt(what, code))
}

/// The lists of an action that no query looks into.
#[derive(Debug, Serialize, Deserialize)]
struct Lists {
    areas: Vec<String>,
    municipalities: Vec<String>,
    partners: Vec<String>,
    funding: Vec<Funding>,
    services: Vec<String>,
    databases: Vec<String>,
}

#[derive(FromQueryResult)]
struct ActionRow {
    id: Uuid,
    code: String,
    state: String,
    published: bool,
    title: String,
    easy_title: String,
    summary: String,
    kind: String,
    start_day: Option<String>,
    end_day: Option<String>,
    responsible: String,
    cost: Option<i64>,
    inclusion: String,
    level_from: String,
    level_to: String,
    lists_json: String,
    source: String,
    demonstrative: bool,
}

impl ActionRow {
    fn into_action(self) -> Result<Action, AgendaError> {
        let lists: Lists = serde_json::from_str(&self.lists_json)
            .map_err(|_| corrupt("action lists", &self.code))?;
        Ok(Action {
            id: self.id,
            state: known("action state", &self.state, ActionState::parse(&self.state))?,
            published: self.published,
            content: ActionContent {
                kind: known("action kind", &self.kind, ActionKind::parse(&self.kind))?,
                title: self.title,
                easy_title: self.easy_title,
                summary: self.summary,
                start: day(self.start_day.as_deref())?,
                end: day(self.end_day.as_deref())?,
                areas: lists.areas,
                municipalities: lists.municipalities,
                responsible: self.responsible,
                partners: lists.partners,
                cost: self.cost.map(Cents),
                funding: lists.funding,
                inclusion: self.inclusion,
                services: lists.services,
                databases: lists.databases,
                level_from: self.level_from,
                level_to: self.level_to,
                source: self.source,
                demonstrative: self.demonstrative,
            },
            code: self.code,
            origins: Vec::new(),
            results: Vec::new(),
        })
    }
}

#[derive(FromQueryResult)]
struct OriginRow {
    action_id: Uuid,
    kind: String,
    id: Uuid,
    title: String,
    href: String,
}

#[derive(FromQueryResult)]
struct ResultRow {
    action_id: Uuid,
    id: Uuid,
    code: String,
    wording: String,
    kind: String,
    due_day: Option<String>,
}

#[derive(FromQueryResult)]
struct IndicatorRow {
    id: Uuid,
    result_id: Uuid,
    code: String,
    state: String,
    name: String,
    definition: String,
    kind: String,
    formula: String,
    unit: String,
    polarity: Option<String>,
    baseline_value: Option<f64>,
    baseline_day: Option<String>,
    baseline_due: Option<String>,
    source: String,
    frequency: Option<String>,
    responsible: String,
    decimals: i64,
    demonstrative: bool,
}

#[derive(FromQueryResult)]
struct TargetRow {
    indicator_id: Uuid,
    day: String,
    min_value: f64,
    max_value: f64,
}

impl IndicatorRow {
    fn into_indicator(self, targets: Vec<Target>) -> Result<(Uuid, Indicator), AgendaError> {
        let polarity = self
            .polarity
            .as_deref()
            .map(|p| known("polarity", p, Polarity::parse(p)))
            .transpose()?;
        let frequency = self
            .frequency
            .as_deref()
            .map(|f| known("frequency", f, Frequency::parse(f)))
            .transpose()?;
        let indicator = Indicator {
            id: self.id,
            state: known("indicator state", &self.state, IndicatorState::parse(&self.state))?,
            content: IndicatorContent {
                kind: known("indicator kind", &self.kind, IndicatorKind::parse(&self.kind))?,
                name: self.name,
                definition: self.definition,
                formula: self.formula,
                unit: self.unit,
                polarity,
                baseline: self.baseline_value,
                baseline_day: day(self.baseline_day.as_deref())?,
                baseline_due: day(self.baseline_due.as_deref())?,
                targets,
                source: self.source,
                frequency,
                responsible: self.responsible,
                decimals: u8::try_from(self.decimals).unwrap_or(0),
                demonstrative: self.demonstrative,
            },
            code: self.code,
        };
        Ok((self.result_id, indicator))
    }
}

/// The actions of a body with all they hold, by number; one alone when `code` is given.
pub(crate) async fn actions(
    conn: &impl ConnectionTrait,
    body: BodyId,
    code: Option<&str>,
) -> Result<Vec<Action>, AgendaError> {
    let (filter, mut values) = ("body_id = ?", vec![Value::from(body.0)]);
    let filter = if let Some(code) = code {
        values.push(code.into());
        format!("{filter} AND code = ?")
    } else {
        filter.to_owned()
    };
    let rows: Vec<ActionRow> = all(
        conn,
        &format!(
            "SELECT id, code, state, published, title, easy_title, summary, kind, start_day, end_day, responsible, \
             cost, inclusion, level_from, level_to, lists_json, source, demonstrative FROM action \
             WHERE {filter} ORDER BY number"
        ),
        values,
    )
    .await?;
    let mut actions =
        rows.into_iter().map(ActionRow::into_action).collect::<Result<Vec<_>, _>>()?;
    let one = if code.is_some() { actions.first().map(|a| a.id) } else { None };
    let narrowed = |column: &str| one.map_or(String::new(), |_| format!(" AND {column} = ?"));
    let values = || {
        let mut values = vec![Value::from(body.0)];
        values.extend(one.map(Value::from));
        values
    };
    let by_action = narrowed("action_id");
    let origins: Vec<OriginRow> = all(
        conn,
        &format!("SELECT action_id, kind, id, title, href FROM action_origin WHERE body_id = ?{by_action} ORDER BY position, kind, id"),
        values(),
    )
    .await?;
    let results: Vec<ResultRow> = all(
        conn,
        &format!("SELECT action_id, id, code, wording, kind, due_day FROM expected_result WHERE body_id = ?{by_action} ORDER BY number"),
        values(),
    )
    .await?;
    let indicators: Vec<IndicatorRow> = all(
        conn,
        &format!(
            "SELECT id, result_id, code, state, name, definition, kind, formula, unit, polarity, baseline_value, \
             baseline_day, baseline_due, source, frequency, responsible, decimals, demonstrative FROM indicator \
             WHERE body_id = ?{by_action} ORDER BY number"
        ),
        values(),
    )
    .await?;
    let narrow = one.map_or("", |_| {
        " AND indicator_id IN (SELECT i.id FROM indicator i WHERE i.body_id = indicator_target.body_id AND i.action_id = ?)"
    });
    let targets: Vec<TargetRow> = all(
        conn,
        &format!("SELECT indicator_id, day, min_value, max_value FROM indicator_target WHERE body_id = ?{narrow} ORDER BY indicator_id, day"),
        values(),
    )
    .await?;
    let mut targets_of: HashMap<Uuid, Vec<Target>> = HashMap::new();
    for row in targets {
        let on = known("target day", &row.day, row.day.parse().ok())?;
        targets_of.entry(row.indicator_id).or_default().push(Target {
            day: on,
            min: row.min_value,
            max: row.max_value,
        });
    }
    let mut indicators_of: HashMap<Uuid, Vec<Indicator>> = HashMap::new();
    for row in indicators {
        let targets = targets_of.remove(&row.id).unwrap_or_default();
        let (result, indicator) = row.into_indicator(targets)?;
        indicators_of.entry(result).or_default().push(indicator);
    }
    let mut results_of: HashMap<Uuid, Vec<ExpectedResult>> = HashMap::new();
    for row in results {
        results_of.entry(row.action_id).or_default().push(ExpectedResult {
            id: row.id,
            content: ResultContent {
                text: row.wording,
                kind: known("result kind", &row.kind, ResultKind::parse(&row.kind))?,
                due: day(row.due_day.as_deref())?,
            },
            code: row.code,
            indicators: indicators_of.remove(&row.id).unwrap_or_default(),
        });
    }
    let mut origins_of: HashMap<Uuid, Vec<Origin>> = HashMap::new();
    for row in origins {
        let origin = Origin { kind: row.kind, id: row.id, title: row.title, href: row.href };
        origins_of.entry(row.action_id).or_default().push(origin);
    }
    for action in &mut actions {
        action.results = results_of.remove(&action.id).unwrap_or_default();
        action.origins = origins_of.remove(&action.id).unwrap_or_default();
    }
    Ok(actions)
}

/// The next number of a series of codes.
pub(crate) async fn next_number(tx: &Tx, series: &str) -> Result<i64, AgendaError> {
    #[derive(FromQueryResult)]
    struct Last {
        last: i64,
    }
    let rows: Vec<Last> = all(
        tx.conn(),
        "INSERT INTO agenda_counter (body_id, series, last) VALUES (?, ?, 1) \
         ON CONFLICT (body_id, series) DO UPDATE SET last = agenda_counter.last + 1 RETURNING last",
        vec![tx.body().0.into(), series.into()],
    )
    .await?;
    rows.first().map(|row| row.last).ok_or_else(|| corrupt("counter", series))
}

/// Writes an action (without results): new, or over the old.
pub(crate) async fn put_action(
    tx: &Tx,
    action: &Action,
    number: Option<i64>,
) -> Result<(), AgendaError> {
    let c = &action.content;
    let lists = Lists {
        areas: c.areas.clone(),
        municipalities: c.municipalities.clone(),
        partners: c.partners.clone(),
        funding: c.funding.clone(),
        services: c.services.clone(),
        databases: c.databases.clone(),
    };
    let lists =
        serde_json::to_string(&lists).map_err(|e| corrupt("action lists", &e.to_string()))?;
    let mut values: Vec<Value> = vec![
        action.state.code().into(),
        action.published.into(),
        c.title.clone().into(),
        c.easy_title.clone().into(),
        c.summary.clone().into(),
        c.kind.code().into(),
        day_value(c.start),
        day_value(c.end),
        c.responsible.clone().into(),
        c.cost.map(|c| c.0).into(),
        c.inclusion.clone().into(),
        c.level_from.clone().into(),
        c.level_to.clone().into(),
        lists.into(),
        c.source.clone().into(),
        c.demonstrative.into(),
        tx.now().0.into(),
        tx.body().0.into(),
        action.id.into(),
    ];
    let sql = if let Some(number) = number {
        values.push(number.into());
        values.push(action.code.clone().into());
        "INSERT INTO action (state, published, title, easy_title, summary, kind, start_day, end_day, responsible, \
         cost, inclusion, level_from, level_to, lists_json, source, demonstrative, changed_at, body_id, id, number, \
         code) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    } else {
        "UPDATE action SET state = ?, published = ?, title = ?, easy_title = ?, summary = ?, kind = ?, start_day = ?, \
         end_day = ?, responsible = ?, cost = ?, inclusion = ?, level_from = ?, level_to = ?, lists_json = ?, \
         source = ?, demonstrative = ?, changed_at = ? WHERE body_id = ? AND id = ?"
    };
    tx.execute(sql, values).await?;
    Ok(())
}

/// Writes what an action comes from.
pub(crate) async fn put_origin(
    tx: &Tx,
    action: Uuid,
    position: i64,
    origin: &Origin,
) -> Result<(), AgendaError> {
    tx.execute(
        "INSERT INTO action_origin (body_id, action_id, kind, id, position, title, href) VALUES (?, ?, ?, ?, ?, ?, ?) \
         ON CONFLICT (body_id, action_id, kind, id) DO NOTHING",
        [
            tx.body().0.into(),
            action.into(),
            origin.kind.clone().into(),
            origin.id.into(),
            position.into(),
            origin.title.clone().into(),
            origin.href.clone().into(),
        ],
    )
    .await?;
    Ok(())
}

/// The code of the action that a thing became, if it did.
pub(crate) async fn action_from(
    conn: &impl ConnectionTrait,
    body: BodyId,
    kind: &str,
    id: Uuid,
) -> Result<Option<String>, AgendaError> {
    #[derive(FromQueryResult)]
    struct Code {
        code: String,
    }
    let rows: Vec<Code> = all(
        conn,
        "SELECT a.code FROM action_origin o JOIN action a ON a.body_id = o.body_id AND a.id = o.action_id \
         WHERE o.body_id = ? AND o.kind = ? AND o.id = ? AND a.state <> 'abandoned' ORDER BY a.number",
        vec![body.0.into(), kind.into(), id.into()],
    )
    .await?;
    Ok(rows.into_iter().next().map(|row| row.code))
}

/// Writes an expected result: new (with its number), or over the old.
pub(crate) async fn put_result(
    tx: &Tx,
    action: Uuid,
    id: Uuid,
    number: Option<i64>,
    content: &ResultContent,
) -> Result<(), AgendaError> {
    let mut values: Vec<Value> = vec![
        content.text.clone().into(),
        content.kind.code().into(),
        day_value(content.due),
        tx.body().0.into(),
        action.into(),
        id.into(),
    ];
    let sql = if let Some(number) = number {
        values.push(number.into());
        values.push(format!("RA-{number:02}").into());
        "INSERT INTO expected_result (wording, kind, due_day, body_id, action_id, id, number, code) \
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
    } else {
        "UPDATE expected_result SET wording = ?, kind = ?, due_day = ? WHERE body_id = ? AND action_id = ? AND id = ?"
    };
    tx.execute(sql, values).await?;
    Ok(())
}

/// Writes an indicator with its targets: new (with its number), or over the old.
pub(crate) async fn put_indicator(
    tx: &Tx,
    action: Uuid,
    result: Uuid,
    number: Option<i64>,
    indicator: &Indicator,
) -> Result<(), AgendaError> {
    let c = &indicator.content;
    let mut values: Vec<Value> = vec![
        indicator.state.code().into(),
        c.name.clone().into(),
        c.definition.clone().into(),
        c.kind.code().into(),
        c.formula.clone().into(),
        c.unit.clone().into(),
        c.polarity.map(|p| p.code().to_owned()).into(),
        c.baseline.into(),
        day_value(c.baseline_day),
        day_value(c.baseline_due),
        c.source.clone().into(),
        c.frequency.map(|f| f.code().to_owned()).into(),
        c.responsible.clone().into(),
        i64::from(c.decimals).into(),
        c.demonstrative.into(),
        tx.body().0.into(),
        indicator.id.into(),
    ];
    let sql = if let Some(number) = number {
        values.extend([action.into(), result.into(), number.into(), indicator.code.clone().into()]);
        "INSERT INTO indicator (state, name, definition, kind, formula, unit, polarity, baseline_value, baseline_day, \
         baseline_due, source, frequency, responsible, decimals, demonstrative, body_id, id, action_id, result_id, \
         number, code) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    } else {
        "UPDATE indicator SET state = ?, name = ?, definition = ?, kind = ?, formula = ?, unit = ?, polarity = ?, \
         baseline_value = ?, baseline_day = ?, baseline_due = ?, source = ?, frequency = ?, responsible = ?, \
         decimals = ?, demonstrative = ? WHERE body_id = ? AND id = ?"
    };
    tx.execute(sql, values).await?;
    tx.execute(
        "DELETE FROM indicator_target WHERE body_id = ? AND indicator_id = ?",
        [tx.body().0.into(), indicator.id.into()],
    )
    .await?;
    // At most twelve targets: a statement each is no burden.
    for target in &c.targets {
        tx.execute(
            "INSERT INTO indicator_target (body_id, indicator_id, day, min_value, max_value) VALUES (?, ?, ?, ?, ?)",
            [tx.body().0.into(), indicator.id.into(), target.day.to_string().into(), target.min.into(), target.max.into()],
        )
        .await?;
    }
    Ok(())
}

/// Moves an indicator to another state.
pub(crate) async fn set_indicator_state(
    tx: &Tx,
    id: Uuid,
    state: IndicatorState,
) -> Result<(), AgendaError> {
    let values = [state.code().into(), tx.body().0.into(), id.into()];
    tx.execute("UPDATE indicator SET state = ? WHERE body_id = ? AND id = ?", values).await?;
    Ok(())
}

#[derive(FromQueryResult)]
struct VersionRow {
    id: Uuid,
    number: i64,
    state: String,
    title: String,
    promise: String,
    reason: String,
    act: String,
    approved_day: Option<String>,
    published_at: Option<i64>,
    hash: String,
    profile_snapshot: Option<i64>,
}

/// The versions of a body, newest first.
pub(crate) async fn versions(
    conn: &impl ConnectionTrait,
    body: BodyId,
) -> Result<Vec<Version>, AgendaError> {
    let rows: Vec<VersionRow> = all(
        conn,
        "SELECT id, number, state, title, promise, reason, act, approved_day, published_at, hash, \
         profile_snapshot \
         FROM agenda_version WHERE body_id = ? ORDER BY number DESC",
        vec![body.0.into()],
    )
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Version {
                id: row.id,
                number: row.number,
                state: known("version state", &row.state, VersionState::parse(&row.state))?,
                title: row.title,
                promise: row.promise,
                reason: row.reason,
                act: row.act,
                approved: day(row.approved_day.as_deref())?,
                published_at: row.published_at,
                hash: row.hash,
                profile_snapshot: row.profile_snapshot,
            })
        })
        .collect()
}

/// The frozen text of a version.
pub(crate) async fn frozen(
    conn: &impl ConnectionTrait,
    body: BodyId,
    version: Uuid,
) -> Result<String, AgendaError> {
    #[derive(FromQueryResult)]
    struct Text {
        snapshot: String,
    }
    let sql = "SELECT snapshot FROM agenda_version WHERE body_id = ? AND id = ?";
    let rows: Vec<Text> = all(conn, sql, vec![body.0.into(), version.into()]).await?;
    rows.into_iter().next().map(|row| row.snapshot).ok_or(AgendaError::NotFound)
}

/// Where the actions of a body stand, by id.
pub(crate) async fn states(
    conn: &impl ConnectionTrait,
    body: BodyId,
) -> Result<HashMap<Uuid, ActionState>, AgendaError> {
    #[derive(FromQueryResult)]
    struct Row {
        id: Uuid,
        state: String,
    }
    let rows: Vec<Row> =
        all(conn, "SELECT id, state FROM action WHERE body_id = ?", vec![body.0.into()]).await?;
    rows.into_iter()
        .map(|row| Ok((row.id, known("action state", &row.state, ActionState::parse(&row.state))?)))
        .collect()
}
