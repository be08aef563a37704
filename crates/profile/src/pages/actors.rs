//! The actors of welfare: for everybody, and on the desk with who speaks for them.

use askama::Template;
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use identity::{Caller, Identity};
use kernel::{
    Access::Anyone, PersonId, Role, email::Email, form::FieldError, id::Uuid, vocabulary,
};
use texts::key;
use web::{
    Asked, Form, Page, Pairs, Part, Routes, Visit, WebError,
    page::{Choice, Fact, ThreadItem},
};

use super::{CENSUS, KEEPERS, Root, after, below, next, place, refusal, thread, unexpected, words};
use crate::{
    actors::{
        Actor, ActorFields, ActorForm,
        service::{self, Filter},
    },
    claims::{ClaimState, service as claims},
    public::Heading,
};

/// Actors on one page.
const ON_A_PAGE: usize = 48;

pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/{body}/profilo/attori", Anyone, list)
        .get("/{body}/profilo/attori/{code}", Anyone, page)
        .get("/{body}/scrivania/attori", CENSUS, desk)
        .get("/{body}/scrivania/attori/nuovo", CENSUS, new)
        .post("/{body}/scrivania/attori/nuovo", CENSUS, create)
        .get("/{body}/scrivania/attori/{code}", CENSUS, edit)
        .post("/{body}/scrivania/attori/{code}", CENSUS, save)
        .post("/{body}/scrivania/attori/{code}/persone", KEEPERS, add_member)
        .post("/{body}/scrivania/attori/{code}/persone/togli", KEEPERS, remove_member)
}

/// An actor on a list.
struct Card {
    href: String,
    name: String,
    form: String,
    text: String,
    areas: String,
}

fn card(page: &Page, root: &str, actor: &Actor) -> Card {
    let fields = &actor.fields;
    Card {
        href: format!("{root}/{}", actor.code),
        name: fields.name.clone(),
        form: page.t(fields.form.key()),
        text: fields.description.lines().next().unwrap_or_default().to_owned(),
        areas: words::labels(page, vocabulary::areas(), &fields.areas.join(";")),
    }
}

#[derive(Template)]
#[template(path = "actor_list.html")]
struct List {
    page: Page,
    root: String,
    filter: Filter,
    areas: Vec<Choice>,
    forms: Vec<Choice>,
    cards: Vec<Card>,
    filtered: bool,
    next: String,
}

fn forms(page: &Page) -> Vec<Choice> {
    ActorForm::ALL.map(|form| words::choice(form.code(), page.t(form.key()))).to_vec()
}

fn filter(asked: &Asked) -> Filter {
    Filter {
        words: asked.value("q").chars().take(100).collect(),
        area: asked.value("area").to_owned(),
        form: asked.value("forma").to_owned(),
    }
}

/// `/{body}/profilo/attori`
async fn list(visit: Visit, asked: Asked) -> Result<Response, WebError> {
    let root = Root::of(&visit)?;
    let page = Page::new(&visit, visit.t(key!("actor-title")))
        .under(root.at(""), visit.t(key!("profile-title")));
    let (filter, root) = (filter(&asked), root.at("/attori"));
    let found =
        service::list(visit.app.store(), visit.body_id()?, &filter, after(&asked), ON_A_PAGE);
    let found = found.await.map_err(unexpected)?;
    let list = List {
        areas: words::terms(&page, vocabulary::areas()),
        forms: forms(&page),
        cards: found.actors.iter().map(|actor| card(&page, &root, actor)).collect(),
        filtered: filter != Filter::default(),
        next: next(&visit, &asked, found.next),
        filter,
        root,
        page,
    };
    web::html(&list)
}

#[derive(Template)]
#[template(path = "actor_page.html")]
struct Shown {
    page: Page,
    name: String,
    form: String,
    description: String,
    facts: Vec<Fact>,
    website: String,
    email: String,
    cards: Vec<Heading>,
    services: String,
    thread: Vec<ThreadItem>,
}

/// `/{body}/profilo/attori/{code}`
async fn page(visit: Visit, Path((_, code)): Path<(String, String)>) -> Result<Response, WebError> {
    let found = service::actor(visit.app.store(), visit.body_id()?, &code).await;
    let (actor, cards) = found.map_err(unexpected)?;
    let Actor { id, fields, .. } = actor;
    let thread = thread(&visit, ("actor", id), &fields.name).await?;
    let root = Root::of(&visit)?;
    let page = Page::new(&visit, &fields.name)
        .under(root.at(""), visit.t(key!("profile-title")))
        .under(root.at("/attori"), visit.t(key!("actor-title")));
    let runts = match fields.runts {
        Some(true) => page.t(key!("profile-yes")),
        Some(false) => page.t(key!("profile-no")),
        None => String::new(),
    };
    let towns = fields.municipalities.join(";");
    let facts = [
        (key!("actor-areas"), words::labels(&page, vocabulary::areas(), &fields.areas.join(";"))),
        (key!("actor-municipalities"), words::labels(&page, vocabulary::municipalities(), &towns)),
        (key!("actor-place"), fields.place),
        (key!("actor-phone"), fields.phone),
        (key!("actor-runts"), runts),
    ];
    let facts = facts.into_iter().filter(|(_, text)| !text.is_empty());
    let facts = facts.map(|(label, text)| Fact { label: page.t(label), text }).collect();
    let shown = Shown {
        form: page.t(fields.form.key()),
        name: fields.name,
        description: fields.description,
        facts,
        website: fields.website,
        email: fields.email,
        cards,
        services: root.at("/servizi"),
        thread,
        page,
    };
    web::html(&shown)
}

#[derive(Template)]
#[template(path = "actor_desk.html")]
struct Desk {
    page: Page,
    root: String,
    filter: Filter,
    forms: Vec<Choice>,
    cards: Vec<Card>,
    filtered: bool,
    next: String,
    waiting: i64,
}

/// `/{body}/scrivania/attori`
async fn desk(visit: Visit, asked: Asked) -> Result<Response, WebError> {
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let root = below(&visit, "scrivania/attori")?;
    let page = Page::new(&visit, visit.t(key!("actor-title")))
        .under(below(&visit, "scrivania")?, visit.t(key!("shell-desk")));
    let filter = filter(&asked);
    let found = service::list(store, body, &filter, after(&asked), ON_A_PAGE).await;
    let found = found.map_err(unexpected)?;
    let waiting = claims::in_state(store, body, ClaimState::Pending, None, 100).await;
    let desk = Desk {
        forms: forms(&page),
        cards: found.actors.iter().map(|actor| card(&page, &root, actor)).collect(),
        filtered: filter != Filter::default(),
        next: next(&visit, &asked, found.next),
        waiting: waiting.map_err(unexpected)?.len() as i64,
        filter,
        root,
        page,
    };
    web::html(&desk)
}

/// Somebody who speaks for an actor.
struct Member {
    id: PersonId,
    name: String,
}

#[derive(Template)]
#[template(path = "actor_edit.html")]
struct Edit {
    page: Page,
    action: String,
    list: String,
    public: String,
    form: Form,
    version: String,
    forms: Vec<Choice>,
    areas: Vec<Choice>,
    towns: Vec<Choice>,
    runts: Vec<Choice>,
    members: Vec<Member>,
    member_form: Form,
    may_add: bool,
    cards: Vec<Heading>,
}

/// `/{body}/scrivania/attori/nuovo`
async fn new(visit: Visit, identity: Part<Identity>) -> Result<Response, WebError> {
    show(&visit, &identity.0, None, Form::default(), Form::default()).await
}

/// `/{body}/scrivania/attori/{code}`
async fn edit(
    visit: Visit,
    identity: Part<Identity>,
    Path((_, code)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let form = begun(&visit, &code).await?;
    show(&visit, &identity.0, Some(&code), form, Form::default()).await
}

/// The form of an actor as it is kept.
async fn begun(visit: &Visit, code: &str) -> Result<Form, WebError> {
    let found = service::actor(visit.app.store(), visit.body_id()?, code).await;
    let (actor, _) = found.map_err(unexpected)?;
    Ok(Form::filled(actor.fields.pairs()).with_value("version", &actor.version.to_string()))
}

async fn show(
    visit: &Visit,
    identity: &Identity,
    code: Option<&str>,
    form: Form,
    member_form: Form,
) -> Result<Response, WebError> {
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let list = below(visit, "scrivania/attori")?;
    let known = match code {
        Some(code) => Some(service::actor(store, body, code).await.map_err(unexpected)?),
        None => None,
    };
    let title = known
        .as_ref()
        .map_or_else(|| visit.t(key!("actor-new")), |(actor, _)| actor.fields.name.clone());
    let page = Page::new(visit, title)
        .under(below(visit, "scrivania")?, visit.t(key!("shell-desk")))
        .under(&list, visit.t(key!("actor-title")));
    let mut members = Vec::new();
    if let Some((actor, _)) = &known {
        let ids = service::members(store, body, actor.id).await.map_err(unexpected)?;
        let names = identity.names_of(&ids).await?;
        members.extend(
            ids.into_iter()
                .map(|id| Member { name: names.get(&id).cloned().unwrap_or_default(), id }),
        );
    }
    let own = identity.municipalities(body).await?;
    let towns: Vec<Choice> = if own.is_empty() {
        words::terms(&page, vocabulary::municipalities())
    } else {
        own.into_iter().map(|town| words::choice(town.istat, town.name)).collect()
    };
    let edit = Edit {
        action: code.map_or_else(|| format!("{list}/nuovo"), |code| format!("{list}/{code}")),
        public: match code {
            Some(code) => below(visit, &format!("profilo/attori/{code}"))?,
            None => String::new(),
        },
        version: form.value("version"),
        forms: forms(&page),
        areas: words::terms(&page, vocabulary::areas()),
        towns,
        runts: vec![
            words::choice("yes", page.t(key!("profile-yes"))),
            words::choice("no", page.t(key!("profile-no"))),
        ],
        may_add: KEEPERS.allows(&visit.principal, Some(body), None),
        cards: known.map(|(_, cards)| cards).unwrap_or_default(),
        members,
        member_form,
        list,
        form,
        page,
    };
    web::html(&edit)
}

/// `POST /{body}/scrivania/attori/nuovo`
async fn create(
    visit: Visit,
    identity: Part<Identity>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    put(&visit, &identity.0, None, pairs).await
}

/// `POST /{body}/scrivania/attori/{code}`
async fn save(
    visit: Visit,
    identity: Part<Identity>,
    Path((_, code)): Path<(String, String)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    put(&visit, &identity.0, Some(code), pairs).await
}

async fn put(
    visit: &Visit,
    identity: &Identity,
    code: Option<String>,
    pairs: Vec<(String, String)>,
) -> Result<Response, WebError> {
    let version = Form::filled(pairs.clone()).value("version").parse().unwrap_or(0);
    let existing = code.clone().map(|code| (code, version));
    let done = match ActorFields::read(pairs.clone()) {
        Ok(fields) => {
            let (store, place) = (visit.app.store(), place(visit)?);
            service::save(store, &place, &visit.principal, existing, fields).await
        }
        Err(errors) => Err(crate::ProfileError::Invalid(errors)),
    };
    match done {
        Ok(code) => {
            let to = below(visit, &format!("scrivania/attori/{code}"))?;
            Ok(web::see_other(&to, key!("done-record-saved")))
        }
        Err(error) => {
            let (status, form) = refusal(visit, pairs, error)?;
            let shown = show(visit, identity, code.as_deref(), form, Form::default()).await?;
            Ok((status, shown).into_response())
        }
    }
}

/// `POST /{body}/scrivania/attori/{code}/persone`: somebody with an account speaks for the actor.
async fn add_member(
    visit: Visit,
    Part(identity): Part<Identity>,
    Path((_, code)): Path<(String, String)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let place = place(&visit)?;
    let person = match Email::parse(&Form::filled(pairs.clone()).value("email")) {
        Some(email) => identity.person_by_email(&email).await?,
        None => None,
    };
    let Some(person) = person.filter(|person| !person.disabled) else {
        let error = FieldError { field: "email", key: key!("actor-no-account"), n: None };
        let wrong = Form::refused(&visit, pairs, &[error]);
        let shown = show(&visit, &identity, Some(&code), begun(&visit, &code).await?, wrong);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, shown.await?).into_response());
    };
    let (store, who) = (visit.app.store(), &visit.principal);
    service::add_member(store, &place, who, &code, person.id).await.map_err(unexpected)?;
    speaks(&visit, &identity, person.id).await?;
    let to = below(&visit, &format!("scrivania/attori/{code}"))?;
    Ok(web::see_other(&to, key!("done-record-saved")))
}

/// Gives somebody the role of who speaks for an actor of the body.
pub(super) async fn speaks(
    visit: &Visit,
    identity: &Identity,
    person: PersonId,
) -> Result<(), WebError> {
    let (caller, body) = (Caller::web(visit.principal.clone()), visit.body_id()?);
    let given = identity.grant_role(&caller, body, person, None, Role::Actor).await;
    given.map_err(|error| WebError::Internal(error.to_string()))
}

/// `POST /{body}/scrivania/attori/{code}/persone/togli`
async fn remove_member(
    visit: Visit,
    Path((_, code)): Path<(String, String)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let person: Uuid =
        Form::filled(pairs).value("persona").parse().map_err(|_| WebError::BadRequest)?;
    let (store, place) = (visit.app.store(), place(&visit)?);
    let done =
        service::remove_member(store, &place, &visit.principal, &code, PersonId(person)).await;
    done.map_err(unexpected)?;
    let to = below(&visit, &format!("scrivania/attori/{code}"))?;
    Ok(web::see_other(&to, key!("done-record-saved")))
}
