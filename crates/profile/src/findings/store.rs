//! Queries on findings and needs.

use std::collections::HashMap;

use jiff::civil::Date;
use kernel::{BodyId, id::Uuid};
use sea_orm::{ConnectionTrait, FromQueryResult, QueryResult, Value};
use store::{Engine, StoreError, Tx, sql};

use super::{FindingState, Told};

/// A finding as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingRow {
    /// Its id.
    pub id: Uuid,
    /// Rises by one at each change.
    pub version: i64,
    /// The code of its rule.
    pub rule: String,
    /// What it is about.
    pub subject: String,
    /// How much it weighs, 1 to 3.
    pub severity: i64,
    /// Where it stands.
    pub state: FindingState,
    /// Its words and evidence.
    pub told: Told,
    /// Why it was dismissed or postponed.
    pub reason: String,
    /// The day to look again.
    pub until: Option<Date>,
    /// The need it became.
    pub need_id: Option<Uuid>,
    /// When it was first noticed, UTC milliseconds.
    pub first_seen_at: i64,
    /// When it was decided.
    pub decided_at: Option<i64>,
    /// When it was no longer noticed.
    pub resolved_at: Option<i64>,
}

const COLUMNS: &str = "id, version, rule, subject, severity, state, said_json, reason, until_day, need_id, \
                       first_seen_at, decided_at, resolved_at";

fn finding(row: &QueryResult) -> Result<FindingRow, StoreError> {
    let state: String = row.try_get_by_index(5)?;
    let told: String = row.try_get_by_index(6)?;
    let until: String = row.try_get_by_index(8)?;
    Ok(FindingRow {
        id: row.try_get_by_index(0)?,
        version: row.try_get_by_index(1)?,
        rule: row.try_get_by_index(2)?,
        subject: row.try_get_by_index(3)?,
        severity: row.try_get_by_index(4)?,
        state: FindingState::parse(&state).ok_or_else(|| StoreError::Corrupt(state))?,
        told: serde_json::from_str(&told).map_err(|e| StoreError::Corrupt(e.to_string()))?,
        reason: row.try_get_by_index(7)?,
        until: until.parse().ok(),
        need_id: row.try_get_by_index(9)?,
        first_seen_at: row.try_get_by_index(10)?,
        decided_at: row.try_get_by_index(11)?,
        resolved_at: row.try_get_by_index(12)?,
    })
}

/// Every finding of a body.
pub async fn all(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
) -> Result<Vec<FindingRow>, StoreError> {
    let text = format!("SELECT {COLUMNS} FROM finding WHERE body_id = ?");
    let rows = conn.query_all_raw(sql(engine, &text, [body.0.into()])).await?;
    rows.iter().map(finding).collect()
}

/// Findings in a state (of a rule, when one is named), the heaviest first; paged by key.
pub async fn page(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    state: FindingState,
    rule: &str,
    after: Option<Uuid>,
    limit: u64,
) -> Result<Vec<FindingRow>, StoreError> {
    let mut values: Vec<Value> = vec![body.0.into(), state.code().into()];
    let mut filter = String::new();
    if !rule.is_empty() {
        filter.push_str(" AND rule = ?");
        values.push(rule.into());
    }
    if let Some(after) = after {
        filter.push_str(
            " AND (-severity, rule, subject, id) > (SELECT -p.severity, p.rule, p.subject, p.id \
             FROM finding p WHERE p.body_id = ? AND p.id = ?)",
        );
        values.extend([body.0.into(), after.into()]);
    }
    values.push((limit as i64).into());
    let text = format!(
        "SELECT {COLUMNS} FROM finding WHERE body_id = ? AND state = ?{filter} \
         ORDER BY -severity, rule, subject, id LIMIT ?"
    );
    let rows = conn.query_all_raw(sql(engine, &text, values)).await?;
    rows.iter().map(finding).collect()
}

/// One finding.
pub async fn one(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    id: Uuid,
) -> Result<Option<FindingRow>, StoreError> {
    let text = format!("SELECT {COLUMNS} FROM finding WHERE body_id = ? AND id = ?");
    let row = conn.query_one_raw(sql(engine, &text, [body.0.into(), id.into()])).await?;
    row.as_ref().map(finding).transpose()
}

/// The findings that became needs.
pub async fn became_needs(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
) -> Result<Vec<FindingRow>, StoreError> {
    let text = format!(
        "SELECT {COLUMNS} FROM finding WHERE body_id = ? AND need_id IS NOT NULL LIMIT 5000"
    );
    let rows = conn.query_all_raw(sql(engine, &text, [body.0.into()])).await?;
    rows.iter().map(finding).collect()
}

/// How many findings a rule has in a state.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Counted {
    /// The rule.
    pub rule: String,
    /// The state.
    pub state: String,
    /// How many.
    pub n: i64,
}

/// Findings by rule and state.
pub async fn counted(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
) -> Result<Vec<Counted>, StoreError> {
    let text =
        "SELECT rule, state, COUNT(*) AS n FROM finding WHERE body_id = ? GROUP BY rule, state";
    Ok(Counted::find_by_statement(sql(engine, text, [body.0.into()])).all(conn).await?)
}

/// Writes findings.
pub async fn put(tx: &Tx, rows: &[FindingRow]) -> Result<(), StoreError> {
    let one = format!("({})", vec!["?"; 14].join(", "));
    for chunk in rows.chunks(500) {
        let text = format!(
            "INSERT INTO finding (body_id, {COLUMNS}) VALUES {} ON CONFLICT (body_id, id) DO UPDATE SET \
             version = excluded.version, severity = excluded.severity, state = excluded.state, \
             said_json = excluded.said_json, reason = excluded.reason, until_day = excluded.until_day, \
             need_id = excluded.need_id, decided_at = excluded.decided_at, resolved_at = excluded.resolved_at",
            vec![one.as_str(); chunk.len()].join(", ")
        );
        let mut values: Vec<Value> = Vec::with_capacity(chunk.len() * 14);
        for row in chunk {
            let told = serde_json::to_string(&row.told)
                .map_err(|error| StoreError::Corrupt(error.to_string()))?;
            values.extend([
                tx.body().0.into(),
                row.id.into(),
                row.version.into(),
                row.rule.clone().into(),
                row.subject.clone().into(),
                row.severity.into(),
                row.state.code().into(),
                told.into(),
                row.reason.clone().into(),
                row.until.map(|day| day.to_string()).unwrap_or_default().into(),
                row.need_id.into(),
                row.first_seen_at.into(),
                row.decided_at.into(),
                row.resolved_at.into(),
            ]);
        }
        tx.execute(&text, values).await?;
    }
    Ok(())
}

/// A need as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct NeedRow {
    /// Its id.
    pub id: Uuid,
    /// Its number, from 1.
    pub number: i64,
    /// What is needed.
    pub words: String,
    /// Areas, joined by `;`.
    pub areas: String,
    /// ISTAT codes, joined by `;`.
    pub municipalities: String,
    /// How it is known.
    pub evidence: String,
    /// The finding it came of.
    pub finding_id: Option<Uuid>,
    /// When it was written, UTC milliseconds.
    pub created_at: i64,
}

const NEED: &str = "id, number, words, areas, municipalities, evidence, finding_id, created_at";

/// Every need, by number.
pub async fn needs(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
) -> Result<Vec<NeedRow>, StoreError> {
    let text = format!("SELECT {NEED} FROM need WHERE body_id = ? ORDER BY number LIMIT 5000");
    Ok(NeedRow::find_by_statement(sql(engine, &text, [body.0.into()])).all(conn).await?)
}

/// One need.
pub async fn need(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    number: i64,
) -> Result<Option<NeedRow>, StoreError> {
    let text = format!("SELECT {NEED} FROM need WHERE body_id = ? AND number = ?");
    let statement = sql(engine, &text, [body.0.into(), number.into()]);
    Ok(NeedRow::find_by_statement(statement).one(conn).await?)
}

/// The number of the next need.
pub async fn next_need(tx: &Tx) -> Result<i64, StoreError> {
    let text = "SELECT COALESCE(MAX(number), 0) + 1 FROM need WHERE body_id = ?";
    let row = tx.conn().query_one_raw(sql(tx.engine(), text, [tx.body().0.into()])).await?;
    Ok(row.map(|row| row.try_get_by_index(0)).transpose()?.unwrap_or(1))
}

/// Writes a need.
pub async fn put_need(tx: &Tx, need: &NeedRow) -> Result<(), StoreError> {
    let text = format!("INSERT INTO need (body_id, {NEED}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    let values: [Value; 9] = [
        tx.body().0.into(),
        need.id.into(),
        need.number.into(),
        need.words.clone().into(),
        need.areas.clone().into(),
        need.municipalities.clone().into(),
        need.evidence.clone().into(),
        need.finding_id.into(),
        need.created_at.into(),
    ];
    tx.execute(&text, values).await?;
    Ok(())
}

/// The ids of some records of one register by code.
pub async fn ids_of(
    tx: &Tx,
    register: crate::Register,
    codes: &[&str],
) -> Result<HashMap<String, Uuid>, StoreError> {
    if codes.is_empty() {
        return Ok(HashMap::new());
    }
    let marks = vec!["?"; codes.len()].join(", ");
    let text = format!(
        "SELECT code, id FROM {} WHERE body_id = ? AND code IN ({marks})",
        register.table()
    );
    let values = std::iter::once(tx.body().0.into()).chain(codes.iter().map(|c| Value::from(*c)));
    let rows = tx.conn().query_all_raw(sql(tx.engine(), &text, values)).await?;
    rows.iter().map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?))).collect()
}
