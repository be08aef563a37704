//! Use cases of those who vote: join with a code, hand in a ballot, change it until the vote closes.
//!
//! No account is asked for and none is stored. A voter is a random mark; the browser keeps the
//! secret, the database only its hash.

use kernel::{BodyId, Principal, chance::normalise_code, id::Uuid};
use sea_orm::{ConnectionTrait, FromQueryResult};
use serde_json::json;
use sha2::{Digest, Sha256};
use store::{Change, Engine, Store, StoreError, Tx, sql};

use crate::{
    error::WorkdayError,
    model::{Day, DayId, DayState},
    store as rows,
};

/// How many characters a personal code has.
const PERSONAL_CODE: usize = 10;
/// How many characters a receipt has.
const RECEIPT: usize = 10;
/// How many personal codes are made at a time.
pub const MOST_CODES: u32 = 2000;

/// What a voter's browser keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Joined {
    /// The day joined.
    pub day: Day,
    /// The secret that hands in ballots; shown to nobody else.
    pub token: String,
    /// 0 with the room's code, 1 with a personal code.
    pub level: u8,
}

/// The answer to a ballot that is on disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The code with which the voter finds the ballot counted.
    pub code: String,
    /// Whether this is the ballot that counts; a later one may have replaced it.
    pub stands: bool,
}

/// A voter's own ballot as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnBallot {
    /// Codes of the approved projects, sorted.
    pub approvals: Vec<String>,
    /// Its receipt.
    pub receipt: String,
}

/// How the vote is going; nothing of what was voted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LiveCounts {
    /// Voters who joined.
    pub present: i64,
    /// Voters with a ballot in.
    pub ballots: i64,
}

#[derive(Debug, FromQueryResult)]
struct Credential {
    day_id: Uuid,
    voter: String,
    level: i64,
    token_hash: Option<String>,
}

#[derive(Debug, FromQueryResult)]
struct BallotRow {
    approvals: String,
    receipt: String,
}

/// SHA-256 of a secret; secrets have 49 bits or more, and what guards the short ones is the limit on attempts.
fn hash(purpose: &str, body: BodyId, secret: &str) -> String {
    hex::encode(Sha256::digest(format!("agio {purpose}\n{body}\n{secret}")))
}

/// Makes personal codes to print and give in person; each lets in one ballot. They are shown once.
pub async fn issue_codes(
    store: &Store,
    who: &Principal,
    body: BodyId,
    day: DayId,
    how_many: u32,
) -> Result<Vec<String>, WorkdayError> {
    let how_many = how_many.min(MOST_CODES);
    store
        .write(body, (who.clone(), day, how_many), |tx, (who, day, how_many)| {
            Box::pin(async move {
                rows::day(tx.conn(), tx.body(), *day).await?.state.take_voter()?;
                let codes: Vec<String> = (0..*how_many).map(|_| tx.dice().code(PERSONAL_CODE)).collect();
                for part in codes.chunks(500) {
                    let rows = vec!["(?, ?, ?, 1, ?)"; part.len()].join(", ");
                    let values: Vec<sea_orm::Value> = part
                        .iter()
                        .flat_map(|code| {
                            [
                                tx.body().0.into(),
                                day.0.into(),
                                tx.dice().token().into(),
                                hash("personal code", tx.body(), code).into(),
                            ]
                        })
                        .collect();
                    tx.execute(
                        &format!("INSERT INTO voter_credential (body_id, day_id, voter, level, code_hash) VALUES {rows}"),
                        values,
                    )
                    .await?;
                }
                let change = Change::by(who, "working_day.codes", "working_day", *day);
                tx.record(change.after(json!({ "codes": codes.len() }))).await?;
                Ok(codes)
            })
        })
        .await
}

/// Lets a voter in with the room's code or a personal one, as typed.
///
/// A personal code used again (another telephone) moves the same voter there: still one ballot.
pub async fn join(store: &Store, body: BodyId, typed: &str) -> Result<Joined, WorkdayError> {
    let code = normalise_code(typed);
    if code.is_empty() {
        return Err(WorkdayError::WrongCode);
    }
    store
        .write(body, code, |tx, code| {
            Box::pin(async move {
                if let Some(day) = rows::day_by_join_code(tx.conn(), tx.body(), code).await? {
                    day.state.take_voter()?;
                    if day.fields.rules.least_level > 0 {
                        return Err(WorkdayError::PersonalCodeNeeded);
                    }
                    return admit(tx, day, tx.dice().token(), 0, true).await;
                }
                let Some(known) = credential_by_code(tx, code).await? else {
                    return Err(WorkdayError::WrongCode);
                };
                let day = rows::day(tx.conn(), tx.body(), DayId(known.day_id)).await?;
                day.state.take_voter()?;
                let first = known.token_hash.is_none();
                admit(tx, day, known.voter, known.level as u8, first).await
            })
        })
        .await
}

async fn credential_by_code(tx: &Tx, code: &str) -> Result<Option<Credential>, WorkdayError> {
    let text = "SELECT day_id, voter, level, token_hash FROM voter_credential WHERE body_id = ? AND code_hash = ?";
    let values = [tx.body().0.into(), hash("personal code", tx.body(), code).into()];
    Ok(Credential::find_by_statement(sql(tx.engine(), text, values)).one(tx.conn()).await?)
}

async fn admit(
    tx: &Tx,
    day: Day,
    voter: String,
    level: u8,
    first: bool,
) -> Result<Joined, WorkdayError> {
    let token = tx.dice().token();
    tx.execute(
        "INSERT INTO voter_credential (body_id, day_id, voter, level, token_hash) VALUES (?, ?, ?, ?, ?) \
         ON CONFLICT (body_id, day_id, voter) DO UPDATE SET token_hash = excluded.token_hash",
        [
            tx.body().0.into(),
            day.id.0.into(),
            voter.into(),
            i64::from(level).into(),
            hash("voter", tx.body(), &token).into(),
        ],
    )
    .await?;
    if !first {
        return Ok(Joined { day, token, level });
    }
    tx.execute(
        "UPDATE working_day SET present = present + 1 WHERE body_id = ? AND id = ?",
        [tx.body().0.into(), day.id.0.into()],
    )
    .await?;
    record_anonymous(tx, "working_day.join", day.id, level).await?;
    Ok(Joined { day: Day { present: day.present + 1, ..day }, token, level })
}

/// An entry that says that something happened in the room and nothing of who or what.
async fn record_anonymous(tx: &Tx, action: &str, day: DayId, level: u8) -> Result<(), StoreError> {
    let nobody = Principal { identity_level: level, ..Principal::anonymous() };
    tx.record(Change::by(&nobody, action, "working_day", day)).await?;
    Ok(())
}

async fn credential(
    conn: &impl ConnectionTrait,
    body: BodyId,
    day: DayId,
    token: &str,
) -> Result<Credential, WorkdayError> {
    let text = "SELECT day_id, voter, level, token_hash FROM voter_credential \
                WHERE body_id = ? AND day_id = ? AND token_hash = ?";
    let values = [body.0.into(), day.0.into(), hash("voter", body, token).into()];
    let found =
        Credential::find_by_statement(sql(rows::engine(conn), text, values)).one(conn).await?;
    found.ok_or(WorkdayError::UnknownVoter)
}

async fn ballot_row(
    conn: &impl ConnectionTrait,
    body: BodyId,
    day: DayId,
    voter: &str,
) -> Result<Option<BallotRow>, WorkdayError> {
    let text =
        "SELECT approvals, receipt FROM ballot WHERE body_id = ? AND day_id = ? AND voter = ?";
    let values = [body.0.into(), day.0.into(), voter.into()];
    Ok(BallotRow::find_by_statement(sql(rows::engine(conn), text, values)).one(conn).await?)
}

/// A ballot to hand in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewBallot {
    /// The day.
    pub day: DayId,
    /// The voter's secret.
    pub token: String,
    /// Made by the browser or the form, one for each time the voter sends: sent twice, counted once.
    pub submission: Uuid,
    /// Codes of the approved projects, in any order; none is a valid ballot.
    pub approvals: Vec<String>,
}

/// Takes a ballot, or the change of one; when this returns, it is on disk.
///
/// The last ballot before the closing is the one that counts. The same submission sent again gets
/// the same receipt; with other choices it is refused, so that no choice is lost in silence.
pub async fn cast(
    store: &Store,
    body: BodyId,
    mut ballot: NewBallot,
) -> Result<Receipt, WorkdayError> {
    ballot.approvals.sort_unstable();
    ballot.approvals.dedup();
    store.write(body, ballot, |tx, ballot| Box::pin(cast_in_tx(tx, ballot))).await
}

/// All that a ballot is held against, read at once.
#[derive(Debug, FromQueryResult)]
struct Table {
    state: String,
    voter: Option<String>,
    level: Option<i64>,
    /// The ballot that stands, if one is in.
    approvals: Option<String>,
    standing: Option<Uuid>,
    /// The receipt this submission got before.
    acknowledged: Option<String>,
    /// Codes of the projects, a line each.
    projects: Option<String>,
}

async fn table(tx: &Tx, ballot: &NewBallot) -> Result<Table, WorkdayError> {
    let lines = match tx.engine() {
        Engine::Sqlite => "group_concat(p.code, char(10))",
        Engine::Postgres => "string_agg(p.code, chr(10))",
    };
    let text = format!(
        "SELECT d.state, c.voter, c.level, b.approvals, b.submission AS standing, s.receipt AS acknowledged, \
           (SELECT {lines} FROM project p WHERE p.body_id = d.body_id AND p.day_id = d.id) AS projects \
         FROM working_day d \
         LEFT JOIN voter_credential c ON c.body_id = d.body_id AND c.day_id = d.id AND c.token_hash = ? \
         LEFT JOIN ballot b ON b.body_id = d.body_id AND b.day_id = d.id AND b.voter = c.voter \
         LEFT JOIN ballot_submission s ON s.body_id = d.body_id AND s.day_id = d.id AND s.voter = c.voter \
           AND s.submission = ? \
         WHERE d.body_id = ? AND d.id = ?"
    );
    let values = [
        hash("voter", tx.body(), &ballot.token).into(),
        ballot.submission.into(),
        tx.body().0.into(),
        ballot.day.0.into(),
    ];
    let found = Table::find_by_statement(sql(tx.engine(), &text, values)).one(tx.conn()).await?;
    found.ok_or(WorkdayError::DayNotFound)
}

async fn cast_in_tx(tx: &Tx, ballot: &NewBallot) -> Result<Receipt, WorkdayError> {
    let NewBallot { day: id, submission, approvals, .. } = ballot;
    let table = table(tx, ballot).await?;
    let (Some(voter), Some(level)) = (table.voter, table.level) else {
        return Err(WorkdayError::UnknownVoter);
    };
    let choices =
        serde_json::to_string(approvals).map_err(|e| StoreError::Corrupt(e.to_string()))?;
    // A ballot acknowledged before the closing is still acknowledged after it.
    if let Some(code) = table.acknowledged {
        let stands = table.standing == Some(*submission);
        if stands && table.approvals.is_some_and(|sent| sent != choices) {
            return Err(WorkdayError::SubmissionReused);
        }
        return Ok(Receipt { code, stands });
    }
    DayState::parse(&table.state)
        .ok_or_else(|| StoreError::Corrupt("state of a day".into()))?
        .take_ballot()?;
    let known = table.projects.unwrap_or_default();
    if let Some(unknown) = approvals.iter().find(|code| !known.lines().any(|one| one == *code)) {
        return Err(WorkdayError::NotOnBallot(unknown.chars().take(40).collect()));
    }
    let code = tx.dice().code(RECEIPT);
    let (body, day, submission) = (tx.body().0, id.0, *submission);
    let mut changes: Vec<(&str, Vec<sea_orm::Value>)> = vec![
        (
            "INSERT INTO ballot (body_id, day_id, voter, approvals, submission, receipt, submitted_at) \
             VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (body_id, day_id, voter) DO UPDATE SET \
             approvals = excluded.approvals, submission = excluded.submission, receipt = excluded.receipt, \
             submitted_at = excluded.submitted_at",
            vec![
                body.into(),
                day.into(),
                voter.clone().into(),
                choices.into(),
                submission.into(),
                code.clone().into(),
                tx.now().0.into(),
            ],
        ),
        (
            "INSERT INTO ballot_submission (body_id, day_id, voter, submission, receipt) VALUES (?, ?, ?, ?, ?)",
            vec![body.into(), day.into(), voter.into(), submission.into(), code.clone().into()],
        ),
    ];
    if table.standing.is_none() {
        changes.push((
            "UPDATE working_day SET ballots = ballots + 1 WHERE body_id = ? AND id = ?",
            vec![body.into(), day.into()],
        ));
    }
    tx.execute_all(changes).await?;
    record_anonymous(tx, "ballot.cast", *id, level as u8).await?;
    Ok(Receipt { code, stands: true })
}

/// The voter's own ballot as it stands, if one is in.
pub async fn own_ballot(
    store: &Store,
    body: BodyId,
    day: DayId,
    token: &str,
) -> Result<Option<OwnBallot>, WorkdayError> {
    let voter = credential(store.read(), body, day, token).await?;
    let Some(row) = ballot_row(store.read(), body, day, &voter.voter).await? else {
        return Ok(None);
    };
    Ok(Some(OwnBallot { approvals: choices(&row.approvals)?, receipt: row.receipt }))
}

/// Reads the stored set of choices.
pub(crate) fn choices(stored: &str) -> Result<Vec<String>, WorkdayError> {
    serde_json::from_str(stored)
        .map_err(|_| StoreError::Corrupt("choices of a ballot".into()).into())
}

/// Whether the ballot with this receipt is among those that count; a replaced one is not.
pub async fn receipt_stands(
    store: &Store,
    body: BodyId,
    day: DayId,
    typed: &str,
) -> Result<bool, WorkdayError> {
    let text = "SELECT receipt FROM ballot WHERE body_id = ? AND day_id = ? AND receipt = ?";
    let values = [body.0.into(), day.0.into(), normalise_code(typed).into()];
    Ok(store.read().query_one_raw(sql(store.engine(), text, values)).await?.is_some())
}

/// How many have joined and voted so far.
pub async fn live_counts(
    store: &Store,
    body: BodyId,
    day: DayId,
) -> Result<LiveCounts, WorkdayError> {
    let text = "SELECT present, ballots FROM working_day WHERE body_id = ? AND id = ?";
    let row = store
        .read()
        .query_one_raw(sql(store.engine(), text, [body.0.into(), day.0.into()]))
        .await?;
    let row = row.ok_or(WorkdayError::DayNotFound)?;
    Ok(LiveCounts { present: row.try_get("", "present")?, ballots: row.try_get("", "ballots")? })
}
