//! One's own cards: what I keep, what I asked, what became of what I proposed.

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use identity::Identity;
use kernel::{Access::SignedIn, PersonId, id::Uuid};
use texts::key;
use web::{Form, Page, Pairs, Part, Routes, Visit, WebError, page::Choice};

use super::{below, claims::code_of, edit, refusal, site, unexpected, words};
use crate::{
    actors::service as actors,
    claims::{ClaimState, service as claims},
    model::{Register, Values},
    proposals::{
        Proposal, ProposalState,
        model::{self, Line, Standing},
        service,
    },
    rules,
    store::href,
};

pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/{body}/schede", SignedIn, mine)
        .post("/{body}/schede/richieste/{id}/ritira", SignedIn, withdraw_claim)
        .get("/{body}/schede/nuova", SignedIn, new)
        .post("/{body}/schede/nuova", SignedIn, create)
        .get("/{body}/schede/{code}", SignedIn, card)
        .post("/{body}/schede/{code}", SignedIn, propose)
        .post("/{body}/schede/{code}/confermo", SignedIn, confirm)
        .get("/{body}/schede/proposte/{id}", SignedIn, proposal)
        .post("/{body}/schede/proposte/{id}/ritira", SignedIn, withdraw)
}

fn person(visit: &Visit) -> Result<PersonId, WebError> {
    visit.principal.person.ok_or(WebError::Forbidden)
}

/// A card one keeps.
struct Card {
    code: String,
    name: String,
    checked: String,
    stale: bool,
}

/// An actor one speaks for, with its cards.
struct Kept {
    name: String,
    href: String,
    cards: Vec<Card>,
}

/// A claim or a proposal and where it is.
struct Sent {
    href: String,
    name: String,
    author: String,
    state: String,
    kind: &'static str,
    answer: String,
    came: String,
    withdraw: String,
}

#[derive(Template)]
#[template(path = "keep_mine.html")]
struct Mine {
    page: Page,
    root: String,
    services: String,
    kept: Vec<Kept>,
    claims: Vec<Sent>,
    proposals: Vec<Sent>,
}

/// The colour of a state.
fn colour(state: ProposalState) -> &'static str {
    match state {
        ProposalState::Pending | ProposalState::Draft => "info",
        ProposalState::Accepted | ProposalState::Partly => "success",
        ProposalState::Refused => "danger",
        ProposalState::Withdrawn => "neutral",
    }
}

/// `/{body}/schede`
async fn mine(visit: Visit) -> Result<Response, WebError> {
    let (store, body, person) = (visit.app.store(), visit.body_id()?, person(&visit)?);
    let page = Page::new(&visit, visit.t(key!("keep-title")));
    let root = below(&visit, "schede")?;
    let today = store.clock().now().day();
    let mut kept: Vec<Kept> = Vec::new();
    for actor in actors::of_person(store, body, person).await.map_err(unexpected)? {
        let href = below(&visit, &format!("profilo/attori/{}", actor.code))?;
        kept.push(Kept { name: actor.name, href, cards: Vec::new() });
    }
    for (actor, card) in actors::cards_of_person(store, body, person).await.map_err(unexpected)? {
        let stale = rules::is_stale(&card.checked_on, today);
        let card = Card { code: card.code, name: card.name, checked: card.checked_on, stale };
        if let Some(one) = kept.iter_mut().find(|kept| kept.name == actor) {
            one.cards.push(card);
        }
    }
    let slug = visit.body()?.slug.clone();
    let asked = claims::of_person(store, body, person).await.map_err(unexpected)?;
    let asked = asked.into_iter().filter(|claim| claim.state != ClaimState::Accepted);
    let asked = asked.map(|claim| Sent {
        href: href(&slug, Register::Services, &claim.service_code),
        state: page.t(claim.state.key()),
        kind: match claim.state {
            ClaimState::Pending => "info",
            ClaimState::Accepted => "success",
            ClaimState::Refused | ClaimState::Revoked => "danger",
            ClaimState::Withdrawn => "neutral",
        },
        came: page.instant(claim.created_at),
        withdraw: if claim.state == ClaimState::Pending {
            format!("{root}/richieste/{}/ritira", claim.id)
        } else {
            String::new()
        },
        name: claim.service_name,
        author: claim.organisation,
        answer: claim.answer,
    });
    let claims = asked.collect();
    let proposals = service::of_person(store, body, person).await.map_err(unexpected)?;
    let proposals = proposals.into_iter().map(|proposal| Sent {
        href: format!("{root}/proposte/{}", proposal.id),
        state: page.t(proposal.state.key()),
        kind: colour(proposal.state),
        came: page.instant(proposal.created_at),
        withdraw: String::new(),
        name: proposal.name,
        author: proposal.author,
        answer: proposal.answer,
    });
    let proposals = proposals.collect();
    let services = below(&visit, "profilo/servizi")?;
    web::html(&Mine { page, root, services, kept, claims, proposals })
}

/// `POST /{body}/schede/richieste/{id}/ritira`
async fn withdraw_claim(
    visit: Visit,
    Path((_, id)): Path<(String, Uuid)>,
) -> Result<Response, WebError> {
    let done = claims::withdraw(visit.app.store(), &site(&visit)?, &visit.principal, id).await;
    went(&visit, done, key!("done-request-withdrawn"))
}

/// Back to one's own cards; what was decided meanwhile is not a fault of the reader.
fn went(
    visit: &Visit,
    outcome: Result<(), crate::ProfileError>,
    done: &'static str,
) -> Result<Response, WebError> {
    let to = below(visit, "schede")?;
    match outcome {
        Ok(()) => Ok(web::see_other(&to, done)),
        Err(crate::ProfileError::Refused(_)) => Ok(web::see_other(&to, key!("done-nothing-to-do"))),
        Err(error) => Err(unexpected(error)),
    }
}

#[derive(Template)]
#[template(path = "keep_edit.html")]
struct Edit {
    page: Page,
    lead: String,
    action: String,
    list: String,
    public: String,
    confirm: String,
    waiting: bool,
    actors: Vec<Choice>,
    parts: Vec<edit::Group>,
    submit: String,
    form: Form,
}

/// `/{body}/schede/{code}`
async fn card(
    visit: Visit,
    identity: Part<Identity>,
    Path((_, code)): Path<(String, String)>,
) -> Result<Response, WebError> {
    show_card(&visit, &identity.0, &code, None).await
}

async fn show_card(
    visit: &Visit,
    identity: &Identity,
    code: &str,
    refused: Option<Form>,
) -> Result<Response, WebError> {
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let own = service::own_card(store, body, person(visit)?, code).await.map_err(unexpected)?;
    let register = Register::Services;
    let form = refused.unwrap_or_else(|| {
        let message = own.waiting.as_ref().map_or("", |waiting| &waiting.message);
        Form::filled(edit::typed_values(register, &own.begun())).with_value("message", message)
    });
    let list = below(visit, "schede")?;
    let code = own.kept.values.get(register, "code");
    let page = Page::new(visit, own.kept.values.get(register, "name"))
        .under(&list, visit.t(key!("keep-title")));
    let around = edit::Around::of(visit, identity, &form).await?;
    let edit = Edit {
        lead: page.ts(key!("keep-edit-lead"), &own.actor.name),
        action: format!("{list}/{code}"),
        public: below(visit, &format!("profilo/servizi/{code}"))?,
        confirm: format!("{list}/{code}/confermo"),
        waiting: own.waiting.is_some(),
        actors: Vec::new(),
        parts: edit::groups(&page, register, &form, &around, model::may_propose),
        submit: page.t(key!("keep-send")),
        list,
        form,
        page,
    };
    web::html(&edit)
}

/// `POST /{body}/schede/{code}`
async fn propose(
    visit: Visit,
    Part(identity): Part<Identity>,
    Path((_, code)): Path<(String, String)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let (store, site) = (visit.app.store(), site(&visit)?);
    let message = Form::filled(pairs.clone()).value("message");
    let done =
        service::propose(store, &site, &visit.principal, &code, pairs.clone(), &message).await;
    match done {
        Ok(id) => {
            let to = below(&visit, &format!("schede/proposte/{id}"))?;
            Ok(web::see_other(&to, key!("done-proposal-sent")))
        }
        Err(error) => {
            let (status, form) = refusal(&visit, pairs, error)?;
            let shown = show_card(&visit, &identity, &code, Some(form)).await?;
            Ok((status, shown).into_response())
        }
    }
}

/// `POST /{body}/schede/{code}/confermo`
async fn confirm(
    visit: Visit,
    Path((_, code)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let (store, site) = (visit.app.store(), site(&visit)?);
    let done = service::keep_true(store, &site, &visit.principal, &code).await;
    went(&visit, done, key!("done-card-confirmed"))
}

/// `/{body}/schede/nuova`
async fn new(visit: Visit, identity: Part<Identity>) -> Result<Response, WebError> {
    show_new(&visit, &identity.0, Form::default()).await
}

async fn show_new(visit: &Visit, identity: &Identity, form: Form) -> Result<Response, WebError> {
    let mine = actors::of_person(visit.app.store(), visit.body_id()?, person(visit)?).await;
    let mine = mine.map_err(unexpected)?;
    if mine.is_empty() {
        return Err(WebError::Forbidden);
    }
    let list = below(visit, "schede")?;
    let page =
        Page::new(visit, visit.t(key!("keep-new"))).under(&list, visit.t(key!("keep-title")));
    let around = edit::Around::of(visit, identity, &form).await?;
    let edit = Edit {
        lead: page.t(key!("keep-new-lead")),
        action: format!("{list}/nuova"),
        public: String::new(),
        confirm: String::new(),
        waiting: false,
        actors: mine.into_iter().map(|actor| words::choice(actor.code, actor.name)).collect(),
        parts: edit::groups(&page, Register::Services, &form, &around, model::may_propose),
        submit: page.t(key!("keep-send-new")),
        list,
        form,
        page,
    };
    web::html(&edit)
}

/// `POST /{body}/schede/nuova`
async fn create(
    visit: Visit,
    Part(identity): Part<Identity>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let (store, site, sent) = (visit.app.store(), site(&visit)?, Form::filled(pairs.clone()));
    let (actor, message) = (sent.value("actor"), sent.value("message"));
    let who = &visit.principal;
    match service::propose_new(store, &site, who, &actor, pairs.clone(), &message).await {
        Ok(id) => {
            let to = below(&visit, &format!("schede/proposte/{id}"))?;
            Ok(web::see_other(&to, key!("done-proposal-sent")))
        }
        Err(error) => {
            let (status, form) = refusal(&visit, pairs, error)?;
            Ok((status, show_new(&visit, &identity, form).await?).into_response())
        }
    }
}

/// A field of a proposal beside the card of today, in words.
pub(super) struct Compared {
    pub(super) name: &'static str,
    pub(super) label: String,
    pub(super) before: String,
    pub(super) now: String,
    pub(super) after: String,
    pub(super) clash: bool,
    pub(super) already: bool,
    pub(super) accepted: bool,
}

/// The fields of a proposal in the words of a reader.
pub(super) fn compared(page: &Page, proposal: &Proposal, now: &Values) -> Vec<Compared> {
    let lines = model::compare(&proposal.changes, now).into_iter();
    let lines = lines.map(|Line { field, before, now, after, standing }| Compared {
        name: field.name,
        label: page.t(&field.label_key()),
        before: words::shown(page, field, &before),
        now: words::shown(page, field, &now),
        after: words::shown(page, field, &after),
        clash: standing == Standing::Clash,
        already: standing == Standing::Already,
        accepted: proposal.accepted.iter().any(|name| name == field.name),
    });
    lines.collect()
}

#[derive(Template)]
#[template(path = "keep_proposal.html")]
struct Shown {
    page: Page,
    proposal: Proposal,
    state: String,
    kind: &'static str,
    lines: Vec<Compared>,
    decided: bool,
    edit: String,
    withdraw: String,
    public: String,
}

/// `/{body}/schede/proposte/{id}`
async fn proposal(visit: Visit, Path((_, id)): Path<(String, Uuid)>) -> Result<Response, WebError> {
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let found = service::own(store, body, person(&visit)?, id).await.map_err(unexpected)?;
    let list = below(&visit, "schede")?;
    let page = Page::new(&visit, &found.name).under(&list, visit.t(key!("keep-title")));
    let now = service::card_of(store, body, &found).await.map_err(unexpected)?;
    let empty = Values::empty(Register::Services);
    let lines = compared(&page, &found, now.as_ref().map_or(&empty, |kept| &kept.values));
    let waits = found.state == ProposalState::Pending;
    let code = match found.service {
        Some(id) => code_of(&visit, id).await?,
        None => String::new(),
    };
    let shown = Shown {
        state: page.t(found.state.key()),
        kind: colour(found.state),
        lines,
        decided: found.decided_at.is_some(),
        edit: if waits && !code.is_empty() { format!("{list}/{code}") } else { String::new() },
        withdraw: if waits { format!("{list}/proposte/{id}/ritira") } else { String::new() },
        public: if code.is_empty() {
            String::new()
        } else {
            below(&visit, &format!("profilo/servizi/{code}"))?
        },
        proposal: found,
        page,
    };
    web::html(&shown)
}

/// `POST /{body}/schede/proposte/{id}/ritira`
async fn withdraw(visit: Visit, Path((_, id)): Path<(String, Uuid)>) -> Result<Response, WebError> {
    let done = service::withdraw(visit.app.store(), &site(&visit)?, &visit.principal, id).await;
    went(&visit, done, key!("done-request-withdrawn"))
}
