//! Use cases about claims: ask, give up, accept, refuse, revoke. Each leaves a letter.

use kernel::{BodyId, PersonId, Principal, email::Email, form::Draft, form::FieldError, id::Uuid};
use serde_json::json;
use store::{Change, Store, Tx, thread};
use texts::key;

use super::{
    model::{Claim, ClaimState, NotFromHere},
    store as rows,
};
use crate::{
    ProfileError,
    actors::{self, Actor, ActorFields, ActorForm},
    letters::{self, About, Kind},
    model::Register,
    public::Heading,
    site::Site,
    store as cards,
};

/// Claims a person may have waiting: enough for an organisation, too few to fill a desk.
const MOST_WAITING: usize = 20;

/// The claims of a person about a body's cards, the newest first.
pub async fn of_person(
    store: &Store,
    body: BodyId,
    person: PersonId,
) -> Result<Vec<Claim>, ProfileError> {
    Ok(rows::of_person(store.read(), store.engine(), body, person).await?)
}

/// Claims in a state, the oldest first, after one of them; at most `limit`.
pub async fn in_state(
    store: &Store,
    body: BodyId,
    state: ClaimState,
    after: Option<Uuid>,
    limit: i64,
) -> Result<Vec<Claim>, ProfileError> {
    Ok(rows::in_state(store.read(), store.engine(), body, state, after, limit).await?)
}

/// One claim.
pub async fn claim(store: &Store, body: BodyId, id: Uuid) -> Result<Claim, ProfileError> {
    rows::by_id(store.read(), store.engine(), body, id).await?.ok_or(ProfileError::NotFound)
}

/// Asks to keep a card; `to` is where the person reads letters.
pub async fn ask(
    store: &Store,
    site: &Site,
    who: &Principal,
    to: Option<Email>,
    code: &str,
    typed: Vec<(String, String)>,
) -> Result<Uuid, ProfileError> {
    let person = who.person.ok_or(ProfileError::NotAllowed)?;
    let mut draft = Draft::new(typed);
    let organisation = draft.text("organisation", true, 2, 200);
    let why = draft.lines("why", true, 5, 1000);
    draft.finish().map_err(ProfileError::Invalid)?;
    let input = (site.clone(), who.clone(), to, code.to_owned(), organisation, why);
    store
        .write(site.place.body, input, move |tx, (site, who, to, code, organisation, why)| {
            Box::pin(async move {
                let (engine, body) = (tx.engine(), tx.body());
                let kept =
                    cards::by_code(tx.conn(), engine, body, Register::Services, code).await?;
                let kept = kept.ok_or(ProfileError::NotFound)?;
                let keeper = actors::store::keeper_of(tx.conn(), engine, body, kept.id).await?;
                if let Some(keeper) = keeper {
                    let own = actors::store::is_member(tx, keeper.id, person).await?;
                    let key = if own { key!("claim-yours") } else { key!("claim-kept") };
                    return Err(ProfileError::Refused(key));
                }
                if rows::waits(tx, kept.id, person).await? {
                    return Err(ProfileError::Refused(key!("claim-waits")));
                }
                if rows::waiting_of(tx, person).await? >= MOST_WAITING {
                    return Err(ProfileError::Refused(key!("claim-too-many")));
                }
                let id = tx.new_id();
                rows::add(tx, id, kept.id, person, organisation, why).await?;
                let name = kept.values.get(Register::Services, "name");
                let path = format!("scrivania/attori/richieste/{id}");
                let mut about = About { card: name, actor: organisation, answer: "", path: &path };
                letters::send(tx, site, site.contact.as_ref(), Kind::ClaimCame, &about).await?;
                about.path = "schede";
                letters::send(tx, site, to.as_ref(), Kind::ClaimArrived, &about).await?;
                let after = json!({ "service": code, "organisation": organisation });
                tx.record(Change::by(who, "claim.ask", "claim", id).after(after)).await?;
                Ok(id)
            })
        })
        .await
}

/// What staff decide about a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// The organisation keeps the card: the actor of this code, or a new one of this form.
    Accept {
        /// Code of an actor of the register; empty to add the organisation as it was written.
        actor: String,
        /// What the new actor is.
        form: ActorForm,
        /// A line for who asked; may be empty.
        answer: String,
    },
    /// No, with the reason.
    Refuse(String),
    /// The actor keeps the card no more, with the reason.
    Revoke(String),
}

/// Decides a claim; `to` is where who asked reads letters. Gives who asked.
pub async fn decide(
    store: &Store,
    site: &Site,
    who: &Principal,
    to: Option<Email>,
    id: Uuid,
    decision: Decision,
) -> Result<PersonId, ProfileError> {
    let input = (site.clone(), who.clone(), to, decision);
    store
        .write(site.place.body, input, move |tx, (site, who, to, decision)| {
            Box::pin(async move {
                let claim = rows::by_id(tx.conn(), tx.engine(), tx.body(), id).await?;
                let claim = claim.ok_or(ProfileError::NotFound)?;
                let done = match decision {
                    Decision::Accept { actor, form, answer } => {
                        let state = claim.state.accept().map_err(|NotFromHere| decided())?;
                        let answer = read_answer("answer", answer, false)?;
                        let actor = accept(tx, site, who, &claim, actor, *form).await?;
                        (state, Some((actor.id, actor.fields.name)), answer, Kind::ClaimAccepted)
                    }
                    Decision::Refuse(why) => {
                        let state = claim.state.refuse().map_err(|NotFromHere| decided())?;
                        (state, None, read_answer("answer", why, true)?, Kind::ClaimRefused)
                    }
                    Decision::Revoke(why) => {
                        let state = claim.state.revoke().map_err(|NotFromHere| decided())?;
                        let answer = read_answer("answer", why, true)?;
                        if let Some(actor) = claim.actor {
                            let card = ("service", claim.service);
                            thread::part(tx, ("actor", actor), "keeps", card).await?;
                        }
                        let actor = claim.actor.map(|id| (id, claim.organisation.clone()));
                        (state, actor, answer, Kind::ClaimRevoked)
                    }
                };
                let (state, actor, answer, letter) = done;
                let name = actor.as_ref().map_or(&claim.organisation, |(_, name)| name);
                let actor_id = actor.as_ref().map(|(id, _)| *id);
                rows::settle(tx, id, state, actor_id, &answer, who.person).await?;
                let about = About {
                    card: &claim.service_name,
                    actor: name,
                    answer: &answer,
                    path: "schede",
                };
                letters::send(tx, site, to.as_ref(), letter, &about).await?;
                let action = format!("claim.{}", state.code());
                let before = json!({ "state": claim.state.code() });
                let after = json!({ "state": state.code(), "service": claim.service_code,
                    "actor": actor_id, "answer": answer });
                tx.record(Change::by(who, &action, "claim", id).values(before, after)).await?;
                Ok(claim.person)
            })
        })
        .await
}

const fn decided() -> ProfileError {
    ProfileError::Refused(key!("claim-decided"))
}

/// A line of answer, or the demand for one.
pub(crate) fn read_answer(
    field: &'static str,
    typed: &str,
    required: bool,
) -> Result<String, ProfileError> {
    let mut draft = Draft::new(vec![(field.to_owned(), typed.to_owned())]);
    let answer = draft.lines(field, required, 0, 1000);
    draft.finish().map_err(ProfileError::Invalid)?;
    Ok(answer)
}

/// Finds or makes the actor, makes the person speak for it, and joins it with the card.
async fn accept(
    tx: &Tx,
    site: &Site,
    who: &Principal,
    claim: &Claim,
    code: &str,
    form: ActorForm,
) -> Result<Actor, ProfileError> {
    let (conn, engine, body) = (tx.conn(), tx.engine(), tx.body());
    if actors::store::keeper_of(conn, engine, body, claim.service).await?.is_some() {
        return Err(ProfileError::Refused(key!("claim-kept-meanwhile")));
    }
    let known = if code.is_empty() {
        actors::store::by_name(tx, &claim.organisation).await?
    } else {
        let found = actors::store::by_code(conn, engine, body, code).await?;
        let key = key!("form-not-in-list");
        let wrong = || ProfileError::Invalid(vec![FieldError { field: "actor", key, n: None }]);
        Some(found.ok_or_else(wrong)?)
    };
    let actor = if let Some(actor) = known {
        actor
    } else {
        let fields = ActorFields {
            name: claim.organisation.clone(),
            form,
            description: String::new(),
            areas: Vec::new(),
            municipalities: Vec::new(),
            place: String::new(),
            phone: String::new(),
            email: String::new(),
            website: String::new(),
            runts: None,
        };
        actors::service::save_in_txn(tx, &site.place, who, None, &fields).await?
    };
    actors::store::add_member(tx, actor.id, claim.person).await?;
    thread::join(tx, ("actor", actor.id), "keeps", ("service", claim.service)).await?;
    Ok(actor)
}

/// Gives a claim up.
pub async fn withdraw(
    store: &Store,
    site: &Site,
    who: &Principal,
    id: Uuid,
) -> Result<(), ProfileError> {
    store
        .write(site.place.body, who.clone(), move |tx, who| {
            Box::pin(async move {
                let claim = rows::by_id(tx.conn(), tx.engine(), tx.body(), id).await?;
                // Somebody else's claim is as good as none.
                let claim = claim
                    .filter(|claim| who.person == Some(claim.person))
                    .ok_or(ProfileError::NotFound)?;
                let state = claim.state.withdraw().map_err(|NotFromHere| decided())?;
                rows::settle(tx, id, state, None, "", None).await?;
                tx.record(Change::by(who, "claim.withdrawn", "claim", id)).await?;
                Ok(())
            })
        })
        .await
}

/// The actor for which a person keeps the card of a service; none when they do not.
pub(crate) async fn kept_for(
    tx: &Tx,
    service: Uuid,
    person: PersonId,
) -> Result<Option<Heading>, ProfileError> {
    let keeper = actors::store::keeper_of(tx.conn(), tx.engine(), tx.body(), service).await?;
    let Some(keeper) = keeper else { return Ok(None) };
    Ok(actors::store::is_member(tx, keeper.id, person).await?.then_some(keeper))
}
