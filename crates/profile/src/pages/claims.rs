//! "It is a service of ours": the question on the service's page, the decision on the desk.

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use identity::Identity;
use kernel::{Access::SignedIn, id::Uuid};
use texts::key;
use web::{Asked, Form, Page, Pairs, Part, Routes, Visit, WebError, page::Choice};

use super::{
    CENSUS, KEEPERS, actors::speaks, address_of, after, below, next, refusal, site, unexpected,
    words,
};
use crate::{
    actors::{ActorForm, service as actors},
    claims::{
        Claim, ClaimState,
        service::{self, Decision},
    },
    model::Register,
    public, service as cards,
};

const ON_A_PAGE: usize = 50;

pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/{body}/profilo/servizi/{code}/richiesta", SignedIn, form)
        .post("/{body}/profilo/servizi/{code}/richiesta", SignedIn, ask)
        .get("/{body}/scrivania/attori/richieste", CENSUS, list)
        .get("/{body}/scrivania/attori/richieste/{id}", CENSUS, page)
        .post("/{body}/scrivania/attori/richieste/{id}/accetta", KEEPERS, accept)
        .post("/{body}/scrivania/attori/richieste/{id}/rifiuta", KEEPERS, refuse)
        .post("/{body}/scrivania/attori/richieste/{id}/revoca", KEEPERS, revoke)
}

/// What the page of a service says of who keeps its card.
pub(super) struct Keeping {
    /// Where the keeper's page is; empty when nobody keeps the card.
    pub(super) href: String,
    /// The keeper.
    pub(super) name: String,
    /// Where to ask to keep it, or to edit it for who keeps it.
    pub(super) act: String,
    /// Whether the reader keeps it.
    pub(super) own: bool,
    /// Where the reader's own cards are; empty for who speaks for no actor.
    pub(super) mine: String,
}

/// Who keeps the card of a service, and what the reader may do about it.
pub(super) async fn keeping(visit: &Visit, service: Uuid, code: &str) -> Result<Keeping, WebError> {
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let keeper = actors::keeper(store, body, service).await.map_err(unexpected)?;
    let mine = match (&keeper, visit.principal.person) {
        (Some(_), Some(person)) => actors::of_person(store, body, person).await,
        _ => Ok(Vec::new()),
    };
    let mine = mine.map_err(unexpected)?;
    let own = keeper.as_ref().is_some_and(|keeper| mine.contains(keeper));
    let act =
        if own { format!("schede/{code}") } else { format!("profilo/servizi/{code}/richiesta") };
    let (href, name) = match keeper {
        Some(keeper) => (below(visit, &format!("profilo/attori/{}", keeper.code))?, keeper.name),
        None => Default::default(),
    };
    let mine = super::own_cards(visit)?;
    Ok(Keeping { href, name, act: below(visit, &act)?, own, mine })
}

#[derive(Template)]
#[template(path = "claim_form.html")]
struct Ask {
    page: Page,
    action: String,
    back: String,
    name: String,
    form: Form,
}

/// `/{body}/profilo/servizi/{code}/richiesta`
async fn form(visit: Visit, Path((_, code)): Path<(String, String)>) -> Result<Response, WebError> {
    show_form(&visit, &code, Form::default()).await
}

async fn show_form(visit: &Visit, code: &str, form: Form) -> Result<Response, WebError> {
    let (store, register) = (visit.app.store(), Register::Services);
    let kept = cards::record(store, visit.body_id()?, register, code).await.map_err(unexpected)?;
    let (name, code) = (kept.values.get(register, "name"), kept.values.get(register, "code"));
    let back = below(visit, &format!("profilo/servizi/{code}"))?;
    let page = Page::new(visit, visit.t(key!("claim-title"))).under(&back, name);
    let (name, action) = (name.to_owned(), format!("{back}/richiesta"));
    web::html(&Ask { page, action, back, name, form })
}

/// `POST /{body}/profilo/servizi/{code}/richiesta`
async fn ask(
    visit: Visit,
    Part(identity): Part<Identity>,
    Path((_, code)): Path<(String, String)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let (store, site, who) = (visit.app.store(), site(&visit)?, &visit.principal);
    let to = match who.person {
        Some(person) => address_of(&identity, person).await?,
        None => None,
    };
    match service::ask(store, &site, who, to, &code, pairs.clone()).await {
        Ok(_) => Ok(web::see_other(&below(&visit, "schede")?, key!("done-claim-sent"))),
        Err(error) => {
            let (status, form) = refusal(&visit, pairs, error)?;
            Ok((status, show_form(&visit, &code, form).await?).into_response())
        }
    }
}

/// A claim on the desk's list.
struct Row {
    href: String,
    card: String,
    organisation: String,
    came: String,
}

#[derive(Template)]
#[template(path = "claim_desk.html")]
struct Desk {
    page: Page,
    root: String,
    states: Vec<Choice>,
    state: String,
    state_label: String,
    rows: Vec<Row>,
    next: String,
}

/// `/{body}/scrivania/attori/richieste`
async fn list(visit: Visit, asked: Asked) -> Result<Response, WebError> {
    let root = below(&visit, "scrivania/attori/richieste")?;
    let page = desk_page(&visit, visit.t(key!("claim-desk-title")), None)?;
    let state = ClaimState::parse(asked.value("stato")).unwrap_or(ClaimState::Pending);
    let (store, most) = (visit.app.store(), ON_A_PAGE as i64 + 1);
    let found = service::in_state(store, visit.body_id()?, state, after(&asked), most).await;
    let mut found = found.map_err(unexpected)?;
    let more = found.len() > ON_A_PAGE;
    found.truncate(ON_A_PAGE);
    let last = found.last().filter(|_| more).map(|claim| claim.id);
    let rows = found.into_iter().map(|claim| Row {
        href: format!("{root}/{}", claim.id),
        card: claim.service_name,
        organisation: claim.organisation,
        came: page.instant(claim.created_at),
    });
    let rows = rows.collect();
    let states = ClaimState::ALL.map(|state| words::choice(state.code(), page.t(state.key())));
    let desk = Desk {
        states: states.to_vec(),
        state: state.code().to_owned(),
        state_label: page.t(state.key()),
        rows,
        next: next(&visit, &asked, last),
        root,
        page,
    };
    web::html(&desk)
}

fn desk_page(visit: &Visit, title: String, list: Option<&str>) -> Result<Page, WebError> {
    let page = Page::new(visit, title)
        .under(below(visit, "scrivania")?, visit.t(key!("shell-desk")))
        .under(below(visit, "scrivania/attori")?, visit.t(key!("actor-title")));
    Ok(match list {
        Some(list) => page.under(list, visit.t(key!("claim-desk-title"))),
        None => page,
    })
}

#[derive(Template)]
#[template(path = "claim_page.html")]
struct Shown {
    page: Page,
    action: String,
    card_href: String,
    claim: Claim,
    person: String,
    state: String,
    pending: bool,
    accepted: bool,
    may: bool,
    actors: Vec<Choice>,
    forms: Vec<Choice>,
    form: Form,
}

/// `/{body}/scrivania/attori/richieste/{id}`
async fn page(
    visit: Visit,
    Part(identity): Part<Identity>,
    Path((_, id)): Path<(String, Uuid)>,
) -> Result<Response, WebError> {
    show(&visit, &identity, id, Form::default()).await
}

async fn show(
    visit: &Visit,
    identity: &Identity,
    id: Uuid,
    form: Form,
) -> Result<Response, WebError> {
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let claim = service::claim(store, body, id).await.map_err(unexpected)?;
    let list = below(visit, "scrivania/attori/richieste")?;
    let page = desk_page(visit, claim.service_name.clone(), Some(&list))?;
    let person = identity.person(claim.person).await?;
    let known = actors::list(store, body, &actors::Filter::default(), None, 500).await;
    let known = known.map_err(unexpected)?.actors.into_iter();
    let namesake = kernel::italian::fold(&claim.organisation);
    let actors: Vec<Choice> =
        known.map(|actor| words::choice(actor.code, actor.fields.name)).collect();
    let same = actors.iter().find(|actor| kernel::italian::fold(&actor.label) == namesake);
    let form = match same {
        Some(same) if form.errors().is_empty() => form.with_value("actor", &same.value),
        _ => form,
    };
    let shown = Shown {
        action: format!("{list}/{id}"),
        card_href: below(visit, &format!("profilo/servizi/{}", claim.service_code))?,
        person: person.map(|p| format!("{} ({})", p.name, p.email)).unwrap_or_default(),
        state: page.t(claim.state.key()),
        pending: claim.state == ClaimState::Pending,
        accepted: claim.state == ClaimState::Accepted,
        may: KEEPERS.allows(&visit.principal, Some(body), None),
        forms: ActorForm::ALL.map(|one| words::choice(one.code(), page.t(one.key()))).to_vec(),
        actors,
        claim,
        form,
        page,
    };
    web::html(&shown)
}

async fn decide(
    visit: &Visit,
    identity: &Identity,
    id: Uuid,
    pairs: Vec<(String, String)>,
    decision: Decision,
) -> Result<Response, WebError> {
    let (store, site) = (visit.app.store(), site(visit)?);
    let claim = service::claim(store, site.place.body, id).await.map_err(unexpected)?;
    let to = address_of(identity, claim.person).await?;
    let accepts = matches!(decision, Decision::Accept { .. });
    match service::decide(store, &site, &visit.principal, to, id, decision).await {
        Ok(person) => {
            if accepts {
                speaks(visit, identity, person).await?;
            }
            let list = below(visit, "scrivania/attori/richieste")?;
            Ok(web::see_other(&list, key!("done-claim-decided")))
        }
        Err(error) => {
            let (status, form) = refusal(visit, pairs, error)?;
            Ok((status, show(visit, identity, id, form).await?).into_response())
        }
    }
}

/// `POST …/{id}/accetta`
async fn accept(
    visit: Visit,
    Part(identity): Part<Identity>,
    Path((_, id)): Path<(String, Uuid)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let sent = Form::filled(pairs.clone());
    let decision = Decision::Accept {
        actor: sent.value("actor"),
        form: ActorForm::parse(&sent.value("form")).unwrap_or(ActorForm::Other),
        answer: sent.value("answer"),
    };
    decide(&visit, &identity, id, pairs, decision).await
}

/// `POST …/{id}/rifiuta`
async fn refuse(
    visit: Visit,
    Part(identity): Part<Identity>,
    Path((_, id)): Path<(String, Uuid)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let decision = Decision::Refuse(Form::filled(pairs.clone()).value("answer"));
    decide(&visit, &identity, id, pairs, decision).await
}

/// `POST …/{id}/revoca`
async fn revoke(
    visit: Visit,
    Part(identity): Part<Identity>,
    Path((_, id)): Path<(String, Uuid)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let decision = Decision::Revoke(Form::filled(pairs.clone()).value("answer"));
    decide(&visit, &identity, id, pairs, decision).await
}

/// The address of a service by its id, for lists of proposals.
pub(super) async fn code_of(visit: &Visit, id: Uuid) -> Result<String, WebError> {
    let found = public::code_of(visit.app.store(), visit.body_id()?, Register::Services, id).await;
    Ok(found.map_err(unexpected)?.unwrap_or_default())
}
