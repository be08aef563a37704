//! The use cases of findings: look again, decide, write a need by hand.

use jiff::civil::Date;
use kernel::{BodyId, Principal, form::FieldError, id::Uuid};
use serde_json::json;
use store::{Change, Store, Tx, thread};

use super::{
    Around, FindingState, Picture, look,
    store::{self as rows, FindingRow, NeedRow},
    weigh::weigh,
};
pub use super::{store::Counted, weigh::Look};
use crate::{ProfileError, model::Register, service::Place};

/// Looks at the profile again. Nothing is written when nothing changed.
pub async fn recompute(
    store: &Store,
    body: BodyId,
    who: &Principal,
    around: Around,
    channel: &'static str,
) -> Result<Look, ProfileError> {
    // Read and looked at outside the transaction: other writers need not wait for the rules.
    let picture = Picture::load(store, body, around).await?;
    let today = picture.today;
    let found = tokio::task::spawn_blocking(move || look(&picture)).await;
    let found = found.map_err(|_| store::StoreError::Interrupted)?;
    store
        .write(body, (who.clone(), found), move |tx, (who, found)| {
            Box::pin(async move {
                let known = rows::all(tx.conn(), tx.engine(), tx.body()).await?;
                let (changed, seen) =
                    weigh(known, found.clone(), today, tx.now().0, || tx.new_id());
                if changed.is_empty() {
                    return Ok(seen);
                }
                rows::put(tx, &changed).await?;
                let change = Change::by(who, "finding.look", "findings", tx.new_id());
                tx.record(change.after(json!(seen)).channel(channel)).await?;
                Ok(seen)
            })
        })
        .await
}

/// What is decided about a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// It becomes a need, in these words.
    Accept(NeedWords),
    /// To be looked at again on a day.
    Postpone(Date),
    /// Not to be followed, for this reason.
    Dismiss(String),
    /// The decision is taken back.
    TakeBack,
}

/// What a need says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NeedWords {
    /// What is needed.
    pub words: String,
    /// Areas of users; empty means everybody.
    pub areas: Vec<String>,
    /// ISTAT codes; empty means everywhere.
    pub municipalities: Vec<String>,
    /// How it is known.
    pub evidence: String,
}

/// Decides about a finding; gives the number of the need it became, if it did.
pub async fn decide(
    store: &Store,
    place: &Place,
    who: &Principal,
    id: Uuid,
    decision: Decision,
) -> Result<Option<i64>, ProfileError> {
    let input = (place.clone(), who.clone(), decision);
    store
        .write(place.body, input, move |tx, (place, who, decision)| {
            Box::pin(decide_in_txn(tx, place, who, id, decision))
        })
        .await
}

async fn decide_in_txn(
    tx: &Tx,
    place: &Place,
    who: &Principal,
    id: Uuid,
    decision: &Decision,
) -> Result<Option<i64>, ProfileError> {
    let found = rows::one(tx.conn(), tx.engine(), tx.body(), id).await?;
    let mut row = found.ok_or(ProfileError::NotFound)?;
    let before = json!({ "state": row.state.code() });
    let today = tx.now().day();
    row.version += 1;
    row.decided_at = Some(tx.now().0);
    (row.reason, row.until) = (String::new(), None);
    let (action, number) = match decision {
        Decision::Accept(words) => {
            row.state = row.state.accept()?;
            let need = need_in_txn(tx, place, words, Some(&row)).await?;
            row.need_id = Some(need.id);
            ("finding.accept", Some(need.number))
        }
        Decision::Postpone(until) => {
            row.state = row.state.postpone(*until, today)?;
            row.until = Some(*until);
            ("finding.postpone", None)
        }
        Decision::Dismiss(reason) => {
            row.state = row.state.dismiss()?;
            row.reason.clone_from(reason);
            ("finding.dismiss", None)
        }
        Decision::TakeBack => {
            row.state = row.state.take_back()?;
            row.decided_at = None;
            ("finding.take_back", None)
        }
    };
    rows::put(tx, std::slice::from_ref(&row)).await?;
    let after = json!({
        "state": row.state.code(), "rule": row.rule, "subject": row.subject,
        "reason": row.reason, "until": row.until.map(|day| day.to_string()), "need": number,
    });
    tx.record(Change::by(who, action, "finding", id).values(before, after)).await?;
    Ok(number)
}

/// Writes a need by hand; gives its number.
pub async fn write_need(
    store: &Store,
    place: &Place,
    who: &Principal,
    words: NeedWords,
) -> Result<i64, ProfileError> {
    if words.words.trim().is_empty() {
        let error = FieldError { field: "words", key: "form-required", n: None };
        return Err(ProfileError::Invalid(vec![error]));
    }
    let input = (place.clone(), who.clone(), words);
    store
        .write(place.body, input, |tx, (place, who, words)| {
            Box::pin(async move {
                let need = need_in_txn(tx, place, words, None).await?;
                let after = json!({ "number": need.number, "words": need.words });
                tx.record(Change::by(who, "need.create", "need", need.id).after(after)).await?;
                Ok(need.number)
            })
        })
        .await
}

/// Where a need is on the public page.
pub fn need_href(slug: &str, number: i64) -> String {
    format!("/{slug}/profilo/rilievi#bisogno-{number}")
}

/// Writes a need and puts it on the thread, joined to the records that show it.
async fn need_in_txn(
    tx: &Tx,
    place: &Place,
    words: &NeedWords,
    finding: Option<&FindingRow>,
) -> Result<NeedRow, ProfileError> {
    let need = NeedRow {
        id: tx.new_id(),
        number: rows::next_need(tx).await?,
        words: words.words.clone(),
        areas: words.areas.join(";"),
        municipalities: words.municipalities.join(";"),
        evidence: words.evidence.clone(),
        finding_id: finding.map(|row| row.id),
        created_at: tx.now().0,
    };
    rows::put_need(tx, &need).await?;
    let node = thread::Node {
        kind: "need".to_owned(),
        id: need.id,
        label: need.words.clone(),
        href: need_href(&place.slug, need.number),
        note: finding.map(|_| thread::word(texts::key!("finding-thread"))).unwrap_or_default(),
    };
    thread::put(tx, &node, true).await?;
    let evidence = finding.map_or(&[][..], |row| row.told.evidence.as_slice());
    for register in Register::ALL {
        let codes: Vec<&str> = evidence
            .iter()
            .filter(|one| one.kind == register.kind())
            .map(|one| one.code.as_str())
            .collect();
        let ids = rows::ids_of(tx, register, &codes).await?;
        let pairs: Vec<_> =
            ids.values().map(|id| ((register.kind(), *id), ("need", need.id))).collect();
        thread::join_all(tx, "shows", &pairs).await?;
    }
    Ok(need)
}

/// One page of findings.
#[derive(Debug, Clone)]
pub struct FindingsPage {
    /// The findings, the heaviest first.
    pub rows: Vec<FindingRow>,
    /// What to ask for the next page.
    pub next: Option<Uuid>,
}

/// Findings in a state, of one rule when it is named.
pub async fn page(
    store: &Store,
    body: BodyId,
    state: FindingState,
    rule: &str,
    after: Option<Uuid>,
    limit: u64,
) -> Result<FindingsPage, ProfileError> {
    let (read, engine) = (store.read(), store.engine());
    let mut rows = rows::page(read, engine, body, state, rule, after, limit + 1).await?;
    let more = rows.len() as u64 > limit;
    rows.truncate(limit as usize);
    let next = rows.last().filter(|_| more).map(|row| row.id);
    Ok(FindingsPage { rows, next })
}

/// One finding.
pub async fn finding(store: &Store, body: BodyId, id: Uuid) -> Result<FindingRow, ProfileError> {
    rows::one(store.read(), store.engine(), body, id).await?.ok_or(ProfileError::NotFound)
}

/// Findings by rule and state.
pub async fn counted(store: &Store, body: BodyId) -> Result<Vec<Counted>, ProfileError> {
    Ok(rows::counted(store.read(), store.engine(), body).await?)
}

/// Every need, by number.
pub async fn needs(store: &Store, body: BodyId) -> Result<Vec<NeedRow>, ProfileError> {
    Ok(rows::needs(store.read(), store.engine(), body).await?)
}

/// One need by its number.
pub async fn need(store: &Store, body: BodyId, number: i64) -> Result<NeedRow, ProfileError> {
    rows::need(store.read(), store.engine(), body, number).await?.ok_or(ProfileError::NotFound)
}

/// The findings that became needs.
pub async fn became_needs(store: &Store, body: BodyId) -> Result<Vec<FindingRow>, ProfileError> {
    Ok(rows::became_needs(store.read(), store.engine(), body).await?)
}
