//! Use cases about proposals: propose, give up, accept in whole or in part, refuse, publish.

use kernel::{BodyId, PersonId, Principal, email::Email, form::FieldError, id::Uuid};
use serde_json::{Map, Value, json};
use store::{Change, Store, Tx, thread};
use texts::key;

use super::{
    model::{self, FieldChange, Proposal, ProposalState, Standing},
    store as rows,
};
use crate::{
    ProfileError,
    actors::store as actors,
    claims::{model::NotFromHere, service as claims, store as claim_rows},
    letters::{self, About, Kind},
    model::{Kept, Register, Values},
    origins::{self, Origin},
    public::Heading,
    service::{self, read_form},
    site::Site,
    store as cards,
    vocabularies::classes,
};

pub(crate) use super::model::assure;
pub use super::store::Which;

/// New services an actor may have waiting.
const MOST_NEW: usize = 20;

const SERVICES: Register = Register::Services;

/// One proposal.
pub async fn proposal(store: &Store, body: BodyId, id: Uuid) -> Result<Proposal, ProfileError> {
    rows::by_id(store.read(), store.engine(), body, id).await?.ok_or(ProfileError::NotFound)
}

/// One proposal, for somebody who may follow it: who sent it, or who speaks for its actor.
pub async fn own(
    store: &Store,
    body: BodyId,
    person: PersonId,
    id: Uuid,
) -> Result<Proposal, ProfileError> {
    let mine = of_person(store, body, person).await?;
    mine.into_iter().find(|proposal| proposal.id == id).ok_or(ProfileError::NotFound)
}

/// What a person and their actors proposed, the newest first.
pub async fn of_person(
    store: &Store,
    body: BodyId,
    person: PersonId,
) -> Result<Vec<Proposal>, ProfileError> {
    Ok(rows::of_person(store.read(), store.engine(), body, person).await?)
}

/// Proposals in a state, the oldest first, after one of them.
pub async fn in_state(
    store: &Store,
    body: BodyId,
    state: ProposalState,
    which: Which,
    after: Option<Uuid>,
    limit: i64,
) -> Result<Vec<Proposal>, ProfileError> {
    Ok(rows::in_state(store.read(), store.engine(), body, state, which, after, limit).await?)
}

/// The card of today behind a proposal; empty values while the service is not there yet.
pub async fn card_of(
    store: &Store,
    body: BodyId,
    proposal: &Proposal,
) -> Result<Option<Kept>, ProfileError> {
    match proposal.service {
        Some(id) => Ok(cards::by_id(store.read(), store.engine(), body, SERVICES, id).await?),
        None => Ok(None),
    }
}

/// A card as its keeper may edit it: the actor, the card, and what already waits for staff.
#[derive(Debug, Clone)]
pub struct Own {
    /// The actor that keeps it.
    pub actor: Heading,
    /// The card as everybody reads it.
    pub kept: Kept,
    /// What waits for staff.
    pub waiting: Option<Proposal>,
}

impl Own {
    /// The values that the form begins with: the card, with what was proposed put in.
    pub fn begun(&self) -> Values {
        let changes = self.waiting.as_ref().map_or(&[][..], |waiting| &waiting.changes);
        model::with_changes(&self.kept.values, changes)
    }
}

/// The card of a service for somebody who keeps it; nobody else may.
pub async fn own_card(
    store: &Store,
    body: BodyId,
    person: PersonId,
    code: &str,
) -> Result<Own, ProfileError> {
    let (conn, engine) = (store.read(), store.engine());
    let kept = cards::by_code(conn, engine, body, SERVICES, code).await?;
    let kept = kept.ok_or(ProfileError::NotFound)?;
    let keeper = actors::keeper_of(conn, engine, body, kept.id).await?;
    let mine = actors::of_person(conn, engine, body, person).await?;
    let actor = keeper.filter(|keeper| mine.contains(keeper)).ok_or(ProfileError::NotAllowed)?;
    let waiting = rows::waiting(conn, engine, body, kept.id, actor.id).await?;
    Ok(Own { actor, kept, waiting })
}

/// What was typed, without the fields that only staff write.
fn allowed(typed: &[(String, String)]) -> Vec<(String, String)> {
    typed.iter().filter(|(name, _)| model::may_propose(name)).cloned().collect()
}

/// Proposes a change to a card one keeps; what was waiting is replaced.
pub async fn propose(
    store: &Store,
    site: &Site,
    who: &Principal,
    code: &str,
    typed: Vec<(String, String)>,
    message: &str,
) -> Result<Uuid, ProfileError> {
    let person = who.person.ok_or(ProfileError::NotAllowed)?;
    let message = claims::read_answer("message", message, false)?;
    let input = (site.clone(), who.clone(), code.to_owned(), typed, message);
    store
        .write(site.place.body, input, move |tx, (site, who, code, typed, message)| {
            Box::pin(async move {
                let (engine, body) = (tx.engine(), tx.body());
                let kept = cards::by_code(tx.conn(), engine, body, SERVICES, code).await?;
                let kept = kept.ok_or(ProfileError::NotFound)?;
                let actor = claims::kept_for(tx, kept.id, person).await?;
                let actor = actor.ok_or(ProfileError::NotAllowed)?;
                let values = read_form(SERVICES, &kept.values, &allowed(typed))?;
                classes::check(tx, &kept.values, &values).await?;
                let changes = model::differing(&kept.values, &values);
                if changes.is_empty() && message.is_empty() {
                    return Err(ProfileError::Refused(key!("proposal-nothing")));
                }
                let waiting = rows::waiting(tx.conn(), engine, body, kept.id, actor.id).await?;
                let is_new = waiting.is_none();
                let (id, created_at) =
                    waiting.map_or_else(|| (tx.new_id(), tx.now().0), |w| (w.id, w.created_at));
                let proposal = Proposal {
                    service: Some(kept.id),
                    actor: Some(actor.id),
                    person: Some(person),
                    name: kept.values.get(SERVICES, "name").to_owned(),
                    created_at,
                    ..fresh(id, actor.name, changes, message.clone())
                };
                let action = if is_new { "proposal.send" } else { "proposal.rewrite" };
                send(tx, site, &Change::by(who, action, "proposal", id), &proposal, is_new).await?;
                Ok(id)
            })
        })
        .await
}

pub(crate) fn fresh(
    id: Uuid,
    author: String,
    changes: Vec<FieldChange>,
    message: String,
) -> Proposal {
    Proposal {
        id,
        service: None,
        actor: None,
        request: None,
        person: None,
        author,
        name: String::new(),
        changes,
        message,
        reply_to: String::new(),
        state: ProposalState::Pending,
        answer: String::new(),
        accepted: Vec::new(),
        created_at: 0,
        decided_at: None,
    }
}

/// Writes a proposal with its trace, and tells staff of a new one.
pub(crate) async fn send(
    tx: &Tx,
    site: &Site,
    change: &Change<'_>,
    proposal: &Proposal,
    is_new: bool,
) -> Result<(), ProfileError> {
    rows::put(tx, proposal).await?;
    if is_new {
        let path = format!("scrivania/proposte/{}", proposal.id);
        let about =
            About { card: &proposal.name, actor: &proposal.author, answer: "", path: &path };
        let kind = if proposal.is_report() { Kind::ReportCame } else { Kind::ProposalCame };
        letters::send(tx, site, site.contact.as_ref(), kind, &about).await?;
    }
    let fields: Vec<&str> = proposal.changes.iter().map(|c| c.field.as_str()).collect();
    let mut change = change.clone().after(json!({ "service": proposal.service, "fields": fields }));
    change.on_behalf_of = &proposal.author;
    tx.record(change).await?;
    Ok(())
}

/// What an office answered to a letter: its words, and the fields that changed.
pub(crate) async fn answer_in_txn(
    tx: &Tx,
    site: &Site,
    kept: &Kept,
    request: Uuid,
    office: &str,
    typed: &[(String, String)],
    message: &str,
) -> Result<Uuid, ProfileError> {
    let short: Vec<(String, String)> = typed
        .iter()
        .filter(|(name, _)| model::SHORT_FORM.contains(&name.as_str()))
        .cloned()
        .collect();
    let values = read_form(SERVICES, &kept.values, &short)?;
    let changes = model::differing(&kept.values, &values);
    if changes.is_empty() && message.is_empty() {
        return Err(ProfileError::Refused(key!("proposal-nothing")));
    }
    let id = tx.new_id();
    let actor = actors::keeper_of(tx.conn(), tx.engine(), tx.body(), kept.id).await?;
    let proposal = Proposal {
        service: Some(kept.id),
        // Two proposals of one actor about one card would hide each other: this one is the office's.
        actor: None,
        request: Some(request),
        name: kept.values.get(SERVICES, "name").to_owned(),
        created_at: tx.now().0,
        ..fresh(
            id,
            actor.map_or_else(|| office.to_owned(), |actor| format!("{office} ({})", actor.name)),
            changes,
            message.to_owned(),
        )
    };
    let nobody = Principal::anonymous();
    let change = Change::by(&nobody, "proposal.send", "proposal", id).channel("email");
    send(tx, site, &change, &proposal, true).await?;
    Ok(id)
}

/// Proposes a service that the body does not know, for an actor one speaks for.
pub async fn propose_new(
    store: &Store,
    site: &Site,
    who: &Principal,
    actor: &str,
    typed: Vec<(String, String)>,
    message: &str,
) -> Result<Uuid, ProfileError> {
    let person = who.person.ok_or(ProfileError::NotAllowed)?;
    let message = claims::read_answer("message", message, false)?;
    let input = (site.clone(), who.clone(), actor.to_owned(), typed, message);
    store
        .write(site.place.body, input, move |tx, (site, who, actor, typed, message)| {
            Box::pin(async move {
                let (conn, engine, body) = (tx.conn(), tx.engine(), tx.body());
                let mine = actors::of_person(conn, engine, body, person).await?;
                let actor = mine.into_iter().find(|one| one.code == *actor);
                let actor = actor.ok_or(ProfileError::NotAllowed)?;
                if rows::new_ones_of(tx, actor.id).await? >= MOST_NEW {
                    return Err(ProfileError::Refused(key!("proposal-too-many")));
                }
                let empty = Values::empty(SERVICES);
                let values = read_form(SERVICES, &empty, &allowed(typed))?;
                classes::check(tx, &empty, &values).await?;
                let id = tx.new_id();
                let proposal = Proposal {
                    actor: Some(actor.id),
                    person: Some(person),
                    name: values.get(SERVICES, "name").to_owned(),
                    created_at: tx.now().0,
                    ..fresh(id, actor.name, model::differing(&empty, &values), message.clone())
                };
                let change = Change::by(who, "proposal.send", "proposal", id);
                send(tx, site, &change, &proposal, true).await?;
                Ok(id)
            })
        })
        .await
}

/// Gives a proposal up.
pub async fn withdraw(
    store: &Store,
    site: &Site,
    who: &Principal,
    id: Uuid,
) -> Result<(), ProfileError> {
    let person = who.person.ok_or(ProfileError::NotAllowed)?;
    store
        .write(site.place.body, who.clone(), move |tx, who| {
            Box::pin(async move {
                let (conn, engine, body) = (tx.conn(), tx.engine(), tx.body());
                let mine = rows::of_person(conn, engine, body, person).await?;
                let proposal = mine.into_iter().find(|proposal| proposal.id == id);
                let mut proposal = proposal.ok_or(ProfileError::NotFound)?;
                proposal.state = proposal.state.withdraw().map_err(|NotFromHere| decided())?;
                rows::settle(tx, &proposal, None).await?;
                tx.record(Change::by(who, "proposal.withdrawn", "proposal", id)).await?;
                Ok(())
            })
        })
        .await
}

const fn decided() -> ProfileError {
    ProfileError::Refused(key!("proposal-decided"))
}

/// What staff decide about a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// These fields go into the card; the version is that of the card as staff saw it.
    Accept {
        /// Version of the card that staff saw.
        version: i64,
        /// The fields to take; none takes every one.
        fields: Option<Vec<String>>,
        /// A line for who proposed; may be empty.
        answer: String,
    },
    /// A service that is not there yet is wanted: it becomes a draft.
    TakeUp(String),
    /// No, with the reason.
    Refuse(String),
}

/// Decides a proposal; `to` is where who sent it reads letters. Gives its state afterwards.
pub async fn decide(
    store: &Store,
    site: &Site,
    who: &Principal,
    to: Option<Email>,
    id: Uuid,
    decision: Decision,
) -> Result<ProposalState, ProfileError> {
    let input = (site.clone(), who.clone(), to, decision);
    store
        .write(site.place.body, input, move |tx, (site, who, to, decision)| {
            Box::pin(async move {
                let found = rows::by_id(tx.conn(), tx.engine(), tx.body(), id).await?;
                let mut proposal = found.ok_or(ProfileError::NotFound)?;
                let was = proposal.state;
                let letter = match decision {
                    Decision::Accept { version, fields, answer } => {
                        proposal.answer = claims::read_answer("answer", answer, false)?;
                        accept(tx, site, who, &mut proposal, *version, fields.as_deref()).await?
                    }
                    Decision::TakeUp(answer) if proposal.service.is_none() => {
                        proposal.answer = claims::read_answer("answer", answer, false)?;
                        proposal.state = was.take_up().map_err(|NotFromHere| decided())?;
                        Kind::ProposalDraft
                    }
                    Decision::TakeUp(_) => return Err(decided()),
                    Decision::Refuse(why) => {
                        let state = was.refuse().map_err(|NotFromHere| decided())?;
                        proposal.answer = claims::read_answer("reason", why, true)?;
                        proposal.state = state;
                        Kind::ProposalRefused
                    }
                };
                finish(tx, site, who, to.as_ref(), was, &proposal, letter).await?;
                Ok(proposal.state)
            })
        })
        .await
}

/// Writes a decision with its trace and its letter.
async fn finish(
    tx: &Tx,
    site: &Site,
    who: &Principal,
    to: Option<&Email>,
    was: ProposalState,
    proposal: &Proposal,
    letter: Kind,
) -> Result<(), ProfileError> {
    rows::settle(tx, proposal, who.person).await?;
    let own = format!("schede/proposte/{}", proposal.id);
    let about = About {
        card: &proposal.name,
        actor: &proposal.author,
        answer: &proposal.answer,
        // Without an account there is no page of one's own to look at.
        path: if proposal.person.is_some() { &own } else { "profilo/servizi" },
    };
    let letter = match (proposal.is_report(), proposal.state) {
        (false, _) => letter,
        (true, ProposalState::Refused) => Kind::ReportClosed,
        (true, _) => Kind::ReportDone,
    };
    letters::send(tx, site, to, letter, &about).await?;
    let action = format!("proposal.{}", proposal.state.code());
    let before = json!({ "state": was.code() });
    let after = json!({ "state": proposal.state.code(), "service": proposal.service,
        "fields": proposal.accepted, "answer": proposal.answer });
    tx.record(Change::by(who, &action, "proposal", proposal.id).values(before, after)).await?;
    Ok(())
}

/// Puts the fields that staff chose into the card.
async fn accept(
    tx: &Tx,
    site: &Site,
    who: &Principal,
    proposal: &mut Proposal,
    version: i64,
    fields: Option<&[String]>,
) -> Result<Kind, ProfileError> {
    let whole = proposal.state.accept().map_err(|NotFromHere| decided())?;
    let service = proposal.service.ok_or_else(decided)?;
    let kept = cards::by_id(tx.conn(), tx.engine(), tx.body(), SERVICES, service).await?;
    let kept = kept.ok_or(ProfileError::NotFound)?;
    // Who answers a report has often just mended the card.
    if kept.version != version && !proposal.is_report() {
        return Err(ProfileError::Stale);
    }
    let lines = model::compare(&proposal.changes, &kept.values);
    let chosen = |name: &str| fields.is_none_or(|fields| fields.iter().any(|field| field == name));
    // What the card already says needs no tick.
    let taken: Vec<&model::Line> = lines
        .iter()
        .filter(|line| line.standing == Standing::Already || chosen(line.field.name))
        .collect();
    if taken.is_empty() && !lines.is_empty() {
        let error = FieldError { field: "fields", key: key!("proposal-choose"), n: None };
        return Err(ProfileError::Invalid(vec![error]));
    }
    let all = taken.len() == lines.len();
    proposal.state =
        if all { whole } else { proposal.state.accept_part().map_err(|NotFromHere| decided())? };
    proposal.accepted = taken.iter().map(|line| line.field.name.to_owned()).collect();
    let mut changes: Vec<FieldChange> = taken
        .iter()
        .map(|line| FieldChange {
            field: line.field.name.to_owned(),
            before: line.now.clone(),
            after: line.after.clone(),
        })
        .collect();
    changes.retain(|change| change.before != change.after);
    let mut values = model::with_changes(&kept.values, &changes);
    if all && !lines.is_empty() {
        // Who proposed the whole of it looked at the whole of it: the card is assured again.
        assure(&mut values, &tx.now().day().to_string(), &proposal.author);
    }
    write_card(tx, site, who, &kept, values, "service.edit", "web", &proposal.author).await?;
    Ok(if all { Kind::ProposalAccepted } else { Kind::ProposalPartly })
}

/// Writes a new version of a card on somebody's behalf, with its trace and its mark on the thread.
#[expect(clippy::too_many_arguments, reason = "each says one thing of the trace that is left")]
pub(crate) async fn write_card(
    tx: &Tx,
    site: &Site,
    who: &Principal,
    kept: &Kept,
    values: Values,
    action: &str,
    channel: &str,
    on_behalf_of: &str,
) -> Result<(), ProfileError> {
    if values == kept.values {
        return Ok(());
    }
    classes::check(tx, &kept.values, &values).await?;
    let (mut old, mut new) = (Map::new(), Map::new());
    for (field, (before, after)) in
        SERVICES.fields().iter().zip(kept.values.0.iter().zip(&values.0))
    {
        if before != after {
            old.insert(field.name.to_owned(), json!(before));
            new.insert(field.name.to_owned(), json!(after));
        }
    }
    let write = Origin::of(who, tx.body(), channel, tx.now().0, None)
        .with_fields(new.keys().map(String::as_str));
    let row = cards::Row {
        id: kept.id,
        version: kept.version + 1,
        values,
        seal: String::new(),
        origins: origins::noted(&kept.origins, write),
        is_new: false,
    };
    cards::put(tx, &site.place.slug, SERVICES, std::slice::from_ref(&row)).await?;
    let node = thread::Node {
        kind: SERVICES.kind().to_owned(),
        id: kept.id,
        label: row.values.get(SERVICES, "name").to_owned(),
        href: cards::href(&site.place.slug, SERVICES, row.values.get(SERVICES, "code")),
        note: on_behalf_of.to_owned(),
    };
    thread::put(tx, &node, true).await?;
    let mut change = Change::by(who, action, SERVICES.kind(), kept.id)
        .values(Value::Object(old), Value::Object(new))
        .channel(channel);
    change.on_behalf_of = on_behalf_of;
    tx.record(change).await?;
    Ok(())
}

/// Makes the card of a draft as staff completed it; its actor keeps it from then on.
pub async fn publish(
    store: &Store,
    site: &Site,
    who: &Principal,
    to: Option<Email>,
    id: Uuid,
    typed: Vec<(String, String)>,
) -> Result<String, ProfileError> {
    let input = (site.clone(), who.clone(), to, typed);
    store
        .write(site.place.body, input, move |tx, (site, who, to, typed)| {
            Box::pin(async move {
                let found = rows::by_id(tx.conn(), tx.engine(), tx.body(), id).await?;
                let mut proposal = found.ok_or(ProfileError::NotFound)?;
                let was = proposal.state;
                proposal.state = was.publish().map_err(|NotFromHere| decided())?;
                let begun = model::with_changes(&Values::empty(SERVICES), &proposal.changes);
                let values = read_form(SERVICES, &begun, typed)?;
                let mut pairs: Vec<(String, String)> = SERVICES
                    .fields()
                    .iter()
                    .zip(&values.0)
                    .map(|(field, value)| (field.name.to_owned(), field.typed(value)))
                    .collect();
                // A code typed by hand counts; one made from the name gets out of the way of its namesakes.
                let typed_code =
                    typed.iter().any(|(name, code)| name == "code" && !code.is_empty());
                let code = values.get(SERVICES, "code").to_owned();
                let taken = cards::by_code(tx.conn(), tx.engine(), tx.body(), SERVICES, &code);
                if !typed_code && taken.await?.is_some() {
                    pairs.retain(|(name, _)| name != "code");
                    let short: String = code.chars().take(54).collect();
                    pairs.push(("code".to_owned(), format!("{short}-{}", tx.dice().code(4))));
                }
                let place = &site.place;
                let target = service::Target::New;
                let saved =
                    service::save_in_txn(tx, place, who, SERVICES, target, &pairs, "web").await?;
                let after = model::differing(&Values::empty(SERVICES), &values);
                proposal.accepted = after.iter().map(|change| change.field.clone()).collect();
                proposal.service = Some(saved.id);
                values.get(SERVICES, "name").clone_into(&mut proposal.name);
                if let (Some(actor), Some(person)) = (proposal.actor, proposal.person) {
                    let claim = tx.new_id();
                    claim_rows::add(tx, claim, saved.id, person, &proposal.author, "").await?;
                    let accepted = crate::claims::ClaimState::Accepted;
                    claim_rows::settle(tx, claim, accepted, Some(actor), "", who.person).await?;
                    thread::join(tx, ("actor", actor), "keeps", ("service", saved.id)).await?;
                }
                let letter = Kind::ProposalAccepted;
                finish(tx, site, who, to.as_ref(), was, &proposal, letter).await?;
                Ok(saved.code)
            })
        })
        .await
}

/// Says on one's own that a card one keeps is still true.
pub async fn keep_true(
    store: &Store,
    site: &Site,
    who: &Principal,
    code: &str,
) -> Result<(), ProfileError> {
    let person = who.person.ok_or(ProfileError::NotAllowed)?;
    let input = (site.clone(), who.clone(), code.to_owned());
    store
        .write(site.place.body, input, move |tx, (site, who, code)| {
            Box::pin(async move {
                let kept =
                    cards::by_code(tx.conn(), tx.engine(), tx.body(), SERVICES, code).await?;
                let kept = kept.ok_or(ProfileError::NotFound)?;
                let actor = claims::kept_for(tx, kept.id, person).await?;
                let actor = actor.ok_or(ProfileError::NotAllowed)?;
                let mut values = kept.values.clone();
                assure(&mut values, &tx.now().day().to_string(), &actor.name);
                let action = "service.confirm";
                write_card(tx, site, who, &kept, values, action, "web", &actor.name).await
            })
        })
        .await
}
