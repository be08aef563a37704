//! Use cases about "is it still true?": ask, ask again, take back, answer.

use std::collections::BTreeMap;

use jiff::Span;
use kernel::{BodyId, Instant, Principal, email::Email, form::Draft, form::FieldError, id::Uuid};
use serde_json::json;
use sha2::{Digest, Sha256};
use store::{Change, Store, Tx};
use texts::key;

pub use super::store::Candidate;
use super::{
    model::{DAYS, LinkFault, Request, RequestState},
    store::{self as rows, Sending},
};
use crate::{
    ProfileError,
    claims::model::NotFromHere,
    letters,
    model::{Kept, Register},
    proposals::service as proposals,
    rules,
    site::Site,
    store as cards,
};

const SERVICES: Register = Register::Services;

/// Cards of one round of questions: more would fill the outbox before anybody could stop it.
pub const MOST: usize = 500;

/// SHA-256 of a link's secret: what is kept of it.
fn digest(secret: &str) -> String {
    hex::encode(Sha256::digest(secret.as_bytes()))
}

/// The day before which a check is too old, ISO.
pub(crate) fn too_old(now: Instant) -> String {
    let span = Span::new().months(rules::STALE_AFTER_MONTHS);
    now.day().saturating_sub(span).to_string()
}

/// Cards that could be asked about, the longest unchecked first.
pub async fn candidates(
    store: &Store,
    body: BodyId,
    only_stale: bool,
    after: Option<Uuid>,
    limit: i64,
) -> Result<Vec<Candidate>, ProfileError> {
    let now = store.clock().now();
    let before = only_stale.then(|| too_old(now));
    let (conn, engine) = (store.read(), store.engine());
    Ok(rows::candidates(conn, engine, body, now.0, before.as_deref(), after, limit).await?)
}

/// Requests, the newest first, before one of them.
pub async fn list(
    store: &Store,
    body: BodyId,
    state: Option<RequestState>,
    before: Option<Uuid>,
    limit: i64,
) -> Result<Vec<Request>, ProfileError> {
    Ok(rows::list(store.read(), store.engine(), body, state, before, limit).await?)
}

/// One request.
pub async fn request(store: &Store, body: BodyId, id: Uuid) -> Result<Request, ProfileError> {
    rows::by_id(store.read(), store.engine(), body, id).await?.ok_or(ProfileError::NotFound)
}

/// A question to be asked: which card, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// Code of the service.
    pub code: String,
    /// Where the letter goes.
    pub email: Email,
}

/// What a round of questions did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Asked {
    /// Letters written: one for each address.
    pub letters: usize,
    /// Cards asked about.
    pub cards: usize,
}

/// Asks about cards: one letter for each address, one link for each card.
///
/// A card with an open question is asked about again: both letters work until one is answered.
pub async fn ask(
    store: &Store,
    site: &Site,
    who: &Principal,
    asks: Vec<Ask>,
) -> Result<Asked, ProfileError> {
    if asks.is_empty() {
        return Err(ProfileError::Refused(key!("confirm-choose")));
    }
    if asks.len() > MOST {
        return Err(ProfileError::Refused(key!("confirm-too-many")));
    }
    let input = (site.clone(), who.clone(), asks);
    store
        .write(site.place.body, input, |tx, (site, who, asks)| {
            Box::pin(async move {
                let codes: Vec<&str> = asks.iter().map(|ask| ask.code.as_str()).collect();
                let known = cards::headings(tx, SERVICES, &codes).await?;
                let mut questions: Vec<(Uuid, String, Email)> = Vec::with_capacity(asks.len());
                for ask in asks {
                    let code = ask.code.to_uppercase();
                    let card = known.iter().find(|card| card.code == code);
                    let card = card.ok_or(ProfileError::NotFound)?;
                    // A card named twice is asked about once.
                    if questions.iter().all(|(id, ..)| *id != card.id) {
                        questions.push((card.id, card.name.clone(), ask.email.clone()));
                    }
                }
                ask_in_txn(tx, site, who, &questions, false).await
            })
        })
        .await
}

/// Writes requests, links and letters for cards (id, name, address).
pub(crate) async fn ask_in_txn(
    tx: &Tx,
    site: &Site,
    who: &Principal,
    questions: &[(Uuid, String, Email)],
    automatic: bool,
) -> Result<Asked, ProfileError> {
    let services: Vec<Uuid> = questions.iter().map(|(id, ..)| *id).collect();
    let open = rows::open_of(tx, &services).await?;
    let expires = tx.now().plus_days(DAYS);
    let mut sendings = Vec::with_capacity(questions.len());
    let mut letters_to: BTreeMap<&str, (&Email, Vec<letters::Asked>)> = BTreeMap::new();
    for (service, name, email) in questions {
        let secret = tx.dice().token();
        let before = open.iter().find(|request| request.service == *service);
        sendings.push(Sending {
            request: before.map_or_else(|| tx.new_id(), |request| request.id),
            service: *service,
            recipient: email.as_str().to_owned(),
            hash: digest(&secret),
            is_new: before.is_none(),
        });
        let link = site.link(&format!("conferma/{secret}"));
        let letter = letters_to.entry(email.as_str()).or_insert((email, Vec::new()));
        letter.1.push(letters::Asked { name: name.clone(), link });
    }
    rows::put(tx, &sendings, automatic, expires.0).await?;
    let last_day = kernel::italian::long_date(expires.day());
    for (email, list) in letters_to.values() {
        letters::still_true(tx, site, email, list, &last_day, false).await?;
    }
    let asked = Asked { letters: letters_to.len(), cards: sendings.len() };
    // The addresses stay out of the log: it is never edited, and they are forgotten.
    let after = json!({ "asked": asked, "services": services });
    let channel = if automatic { "job" } else { "web" };
    let id = sendings.first().map_or_else(|| tx.new_id(), |sending| sending.request);
    tx.record(Change::by(who, "card.ask", "card_request", id).after(after).channel(channel))
        .await?;
    Ok(asked)
}

/// Asks the same question once more, at the same address.
pub async fn ask_again(
    store: &Store,
    site: &Site,
    who: &Principal,
    id: Uuid,
) -> Result<Asked, ProfileError> {
    let input = (site.clone(), who.clone());
    store
        .write(site.place.body, input, move |tx, (site, who)| {
            Box::pin(async move {
                let request = rows::by_id(tx.conn(), tx.engine(), tx.body(), id).await?;
                let request = request.ok_or(ProfileError::NotFound)?;
                request.state.send_again().map_err(|NotFromHere| closed())?;
                let email = Email::parse(&request.recipient);
                let forgotten = || ProfileError::Refused(key!("confirm-address-forgotten"));
                let email = email.ok_or_else(forgotten)?;
                let question = (request.service, request.service_name, email);
                ask_in_txn(tx, site, who, &[question], false).await
            })
        })
        .await
}

/// Takes a question back: its links stop working.
pub async fn withdraw(
    store: &Store,
    site: &Site,
    who: &Principal,
    id: Uuid,
) -> Result<(), ProfileError> {
    store
        .write(site.place.body, who.clone(), move |tx, who| {
            Box::pin(async move {
                let request = rows::by_id(tx.conn(), tx.engine(), tx.body(), id).await?;
                let request = request.ok_or(ProfileError::NotFound)?;
                let state = request.state.withdraw().map_err(|NotFromHere| closed())?;
                rows::close(tx, id, state, "").await?;
                tx.record(Change::by(who, "card.ask-withdrawn", "card_request", id)).await?;
                Ok(())
            })
        })
        .await
}

const fn closed() -> ProfileError {
    ProfileError::Refused(key!("confirm-closed"))
}

/// What a link opens: the question and the card as it is now. Looking changes nothing.
pub async fn look(
    store: &Store,
    body: BodyId,
    secret: &str,
) -> Result<(Request, Kept), ProfileError> {
    let (conn, engine) = (store.read(), store.engine());
    let request = rows::by_hash(conn, engine, body, &digest(secret)).await?;
    let request = request.ok_or(ProfileError::Link(LinkFault::Unknown))?;
    request.open(store.clock().now()).map_err(ProfileError::Link)?;
    let kept = cards::by_id(conn, engine, body, SERVICES, request.service).await?;
    Ok((request, kept.ok_or(ProfileError::NotFound)?))
}

async fn open(tx: &Tx, secret: &str) -> Result<(Request, Kept), ProfileError> {
    let (conn, engine, body) = (tx.conn(), tx.engine(), tx.body());
    let request = rows::by_hash(conn, engine, body, &digest(secret)).await?;
    let request = request.ok_or(ProfileError::Link(LinkFault::Unknown))?;
    request.open(tx.now()).map_err(ProfileError::Link)?;
    let kept = cards::by_id(conn, engine, body, SERVICES, request.service).await?;
    Ok((request, kept.ok_or(ProfileError::NotFound)?))
}

/// Who answers, in words; the office of the card when nothing was typed.
fn office(typed: &[(String, String)], kept: &Kept) -> Result<String, ProfileError> {
    let mut draft = Draft::new(typed.to_vec());
    let written = draft.text("answered_by", false, 2, 150);
    draft.finish().map_err(ProfileError::Invalid)?;
    let of_card = ["contact_office", "provider", "owner"]
        .into_iter()
        .map(|field| kept.values.get(SERVICES, field).to_owned());
    let first = std::iter::once(written).chain(of_card).find(|words| !words.is_empty());
    // The Italian of the log and of the card, whatever language the page was read in.
    Ok(first.unwrap_or_else(|| "l’ufficio del servizio".to_owned()))
}

/// "It is all right": the card is assured today by who answered, and the link is used up.
pub async fn confirm(
    store: &Store,
    site: &Site,
    secret: &str,
    typed: Vec<(String, String)>,
) -> Result<(), ProfileError> {
    let input = (site.clone(), secret.to_owned(), typed);
    store
        .write(site.place.body, input, |tx, (site, secret, typed)| {
            Box::pin(async move {
                let (request, kept) = open(tx, secret).await?;
                let state = request.state.confirm().map_err(|NotFromHere| closed())?;
                let office = office(typed, &kept)?;
                let mut values = kept.values.clone();
                proposals::assure(&mut values, &tx.now().day().to_string(), &office);
                let nobody = Principal::anonymous();
                let action = "service.confirm";
                proposals::write_card(tx, site, &nobody, &kept, values, action, "email", &office)
                    .await?;
                answered(tx, &request, state, &office).await
            })
        })
        .await
}

/// "Something has changed": a proposal for staff, and the link is used up; the card stays as it is.
pub async fn change(
    store: &Store,
    site: &Site,
    secret: &str,
    typed: Vec<(String, String)>,
) -> Result<(), ProfileError> {
    let input = (site.clone(), secret.to_owned(), typed);
    store
        .write(site.place.body, input, |tx, (site, secret, typed)| {
            Box::pin(async move {
                let (request, kept) = open(tx, secret).await?;
                let state = request.state.change().map_err(|NotFromHere| closed())?;
                let mut errors = Vec::new();
                let office = office(typed, &kept).or_else(|error| told(&mut errors, error))?;
                let mut draft = Draft::new(typed.clone());
                let message = draft.lines("message", false, 0, 1000);
                errors.extend(draft.errors().iter().cloned());
                let id = request.id;
                let sent =
                    proposals::answer_in_txn(tx, site, &kept, id, &office, typed, &message).await;
                match sent {
                    Ok(_) if errors.is_empty() => {}
                    Ok(_) => return Err(ProfileError::Invalid(errors)),
                    Err(ProfileError::Invalid(more)) => {
                        errors.extend(more);
                        return Err(ProfileError::Invalid(errors));
                    }
                    Err(error) => return Err(error),
                }
                answered(tx, &request, state, &office).await
            })
        })
        .await
}

/// Gathers wrong fields so that every mistake is seen at once.
fn told(errors: &mut Vec<FieldError>, error: ProfileError) -> Result<String, ProfileError> {
    match error {
        ProfileError::Invalid(more) => {
            errors.extend(more);
            Ok(String::new())
        }
        other => Err(other),
    }
}

async fn answered(
    tx: &Tx,
    request: &Request,
    state: RequestState,
    office: &str,
) -> Result<(), ProfileError> {
    rows::close(tx, request.id, state, office).await?;
    let nobody = Principal::anonymous();
    let action = format!("card.{}", state.code());
    let after = json!({ "service": request.service_code });
    let mut change = Change::by(&nobody, &action, "card_request", request.id).after(after);
    (change.channel, change.on_behalf_of) = ("email", office);
    tx.record(change).await?;
    Ok(())
}
