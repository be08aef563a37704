//! Proposals on the desk: what would change, field by field, and yes or no.

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use identity::Identity;
use kernel::{email::Email, id::Uuid};
use texts::key;
use web::{Asked, Form, Page, Pairs, Part, Routes, Visit, WebError, page::Choice};

use super::{
    CENSUS, address_of, after, below,
    claims::code_of,
    edit,
    keeping::{Compared, compared},
    next, refusal, site, unexpected, words,
};
use crate::{
    confirm::service as confirm,
    model::{Register, Values},
    proposals::{
        Proposal, ProposalState, model,
        service::{self, Decision, Which},
    },
};

const ON_A_PAGE: usize = 50;

pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/{body}/scrivania/proposte", CENSUS, list)
        .get("/{body}/scrivania/proposte/{id}", CENSUS, page)
        .post("/{body}/scrivania/proposte/{id}/accetta", CENSUS, accept)
        .post("/{body}/scrivania/proposte/{id}/bozza", CENSUS, take_up)
        .post("/{body}/scrivania/proposte/{id}/pubblica", CENSUS, publish)
        .post("/{body}/scrivania/proposte/{id}/rifiuta", CENSUS, refuse)
}

/// A proposal on the list.
struct Row {
    href: String,
    name: String,
    author: String,
    came: String,
    fields: i64,
    is_new: bool,
    words: String,
}

#[derive(Template)]
#[template(path = "proposal_desk.html")]
struct Desk {
    page: Page,
    root: String,
    states: Vec<Choice>,
    state: String,
    state_label: String,
    kinds: [Choice; 2],
    kind: String,
    rows: Vec<Row>,
    next: String,
}

/// `/{body}/scrivania/proposte`
async fn list(visit: Visit, asked: Asked) -> Result<Response, WebError> {
    let root = below(&visit, "scrivania/proposte")?;
    let page = Page::new(&visit, visit.t(key!("proposal-desk-title")))
        .under(below(&visit, "scrivania")?, visit.t(key!("shell-desk")));
    let state = ProposalState::parse(asked.value("stato")).unwrap_or(ProposalState::Pending);
    let (store, most) = (visit.app.store(), ON_A_PAGE as i64 + 1);
    let kind = asked.value("cosa");
    let which = match kind {
        "segnalazioni" => Which::Reports,
        "proposte" => Which::Proposals,
        _ => Which::All,
    };
    let found = service::in_state(store, visit.body_id()?, state, which, after(&asked), most).await;
    let mut found = found.map_err(unexpected)?;
    let more = found.len() > ON_A_PAGE;
    found.truncate(ON_A_PAGE);
    let last = found.last().filter(|_| more).map(|proposal| proposal.id);
    let rows = found.into_iter().map(|proposal| Row {
        href: format!("{root}/{}", proposal.id),
        came: page.instant(proposal.created_at),
        fields: proposal.changes.len() as i64,
        is_new: proposal.service.is_none(),
        words: if proposal.is_report() { excerpt(&proposal.message) } else { String::new() },
        author: author(&page, &proposal),
        name: proposal.name,
    });
    let rows = rows.collect();
    let kinds = [
        words::choice("proposte", page.t(key!("proposal-kind-proposals"))),
        words::choice("segnalazioni", page.t(key!("proposal-kind-reports"))),
    ];
    let states = ProposalState::ALL.map(|state| words::choice(state.code(), page.t(state.key())));
    let desk = Desk {
        states: states.to_vec(),
        state: state.code().to_owned(),
        state_label: page.t(state.key()),
        kinds,
        kind: kind.to_owned(),
        rows,
        next: next(&visit, &asked, last),
        root,
        page,
    };
    web::html(&desk)
}

/// Who sent it, in words.
fn author(page: &Page, proposal: &Proposal) -> String {
    if proposal.is_report() { page.t(key!("report-author")) } else { proposal.author.clone() }
}

/// The first words of a text.
fn excerpt(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(100) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

#[derive(Template)]
#[template(path = "proposal_page.html")]
struct Shown {
    page: Page,
    lead: String,
    report: bool,
    refuse: String,
    card: String,
    action: String,
    proposal: Proposal,
    state: String,
    pending: bool,
    draft: bool,
    is_new: bool,
    decided: bool,
    version: i64,
    lines: Vec<Compared>,
    clashes: i64,
    public: String,
    parts: Vec<edit::Group>,
    /// Fields that staff unticked before the form came back; all the others begin ticked.
    form: Form,
    sent: bool,
}

impl Shown {
    /// Whether a field's box begins ticked: those that clash wait for a choice.
    fn ticked(&self, line: &Compared) -> bool {
        if self.sent { self.form.has("fields", line.name) } else { !line.clash }
    }
}

/// `/{body}/scrivania/proposte/{id}`
async fn page(
    visit: Visit,
    Part(identity): Part<Identity>,
    Path((_, id)): Path<(String, Uuid)>,
) -> Result<Response, WebError> {
    show(&visit, &identity, id, None).await
}

async fn show(
    visit: &Visit,
    identity: &Identity,
    id: Uuid,
    refused: Option<Form>,
) -> Result<Response, WebError> {
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let proposal = service::proposal(store, body, id).await.map_err(unexpected)?;
    let kept = service::card_of(store, body, &proposal).await.map_err(unexpected)?;
    let list = below(visit, "scrivania/proposte")?;
    let page = Page::new(visit, &proposal.name)
        .under(below(visit, "scrivania")?, visit.t(key!("shell-desk")))
        .under(&list, visit.t(key!("proposal-desk-title")));
    let empty = Values::empty(Register::Services);
    let now = kept.as_ref().map_or(&empty, |kept| &kept.values);
    let lines = compared(&page, &proposal, now);
    let (sent, draft) = (refused.is_some(), proposal.state == ProposalState::Draft);
    let form = refused.unwrap_or_else(|| {
        let begun = model::with_changes(&empty, &proposal.changes);
        Form::filled(edit::typed_values(Register::Services, &begun))
    });
    let parts = if draft {
        let around = edit::Around::of(visit, identity, &form).await?;
        edit::groups(&page, Register::Services, &form, &around, |_| true)
    } else {
        Vec::new()
    };
    let (public, card) = match proposal.service {
        Some(service) => {
            let code = code_of(visit, service).await?;
            let at = |place: &str| below(visit, &format!("{place}/servizi/{code}"));
            (at("profilo")?, at("scrivania")?)
        }
        None => Default::default(),
    };
    let shown = Shown {
        lead: if proposal.is_report() {
            page.t(key!("report-from-page"))
        } else {
            page.ts(key!("proposal-by"), &proposal.author)
        },
        report: proposal.is_report(),
        refuse: if proposal.is_report() {
            page.t(key!("report-close"))
        } else {
            page.t(key!("proposal-refuse"))
        },
        card,
        action: format!("{list}/{id}"),
        state: page.t(proposal.state.key()),
        pending: proposal.state == ProposalState::Pending,
        is_new: proposal.service.is_none(),
        decided: proposal.decided_at.is_some() && !draft,
        version: kept.as_ref().map_or(0, |kept| kept.version),
        clashes: lines.iter().filter(|line| line.clash).count() as i64,
        draft,
        lines,
        public,
        parts,
        sent,
        form,
        proposal,
        page,
    };
    web::html(&shown)
}

/// Where who sent a proposal reads letters.
async fn reader(visit: &Visit, identity: &Identity, id: Uuid) -> Result<Option<Email>, WebError> {
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let proposal = service::proposal(store, body, id).await.map_err(unexpected)?;
    match (proposal.person, proposal.request) {
        (Some(person), _) => address_of(identity, person).await,
        (None, Some(request)) => {
            let request = confirm::request(store, body, request).await.map_err(unexpected)?;
            Ok(Email::parse(&request.recipient))
        }
        (None, None) => Ok(Email::parse(&proposal.reply_to)),
    }
}

async fn decide(
    visit: &Visit,
    identity: &Identity,
    id: Uuid,
    pairs: Vec<(String, String)>,
    decision: Decision,
) -> Result<Response, WebError> {
    let (store, site) = (visit.app.store(), site(visit)?);
    let to = reader(visit, identity, id).await?;
    let list = below(visit, "scrivania/proposte")?;
    match service::decide(store, &site, &visit.principal, to, id, decision).await {
        Ok(ProposalState::Draft) => {
            Ok(web::see_other(&format!("{list}/{id}"), key!("done-proposal-draft")))
        }
        Ok(_) => Ok(web::see_other(&list, key!("done-proposal-decided"))),
        Err(error) => {
            let (status, form) = refusal(visit, pairs, error)?;
            Ok((status, show(visit, identity, id, Some(form)).await?).into_response())
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
        version: sent.value("version").parse().unwrap_or(0),
        fields: Some(sent.values("fields")),
        answer: sent.value("answer"),
    };
    decide(&visit, &identity, id, pairs, decision).await
}

/// `POST …/{id}/bozza`
async fn take_up(
    visit: Visit,
    Part(identity): Part<Identity>,
    Path((_, id)): Path<(String, Uuid)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let decision = Decision::TakeUp(Form::filled(pairs.clone()).value("answer"));
    decide(&visit, &identity, id, pairs, decision).await
}

/// `POST …/{id}/rifiuta`
async fn refuse(
    visit: Visit,
    Part(identity): Part<Identity>,
    Path((_, id)): Path<(String, Uuid)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let decision = Decision::Refuse(Form::filled(pairs.clone()).value("reason"));
    decide(&visit, &identity, id, pairs, decision).await
}

/// `POST …/{id}/pubblica`
async fn publish(
    visit: Visit,
    Part(identity): Part<Identity>,
    Path((_, id)): Path<(String, Uuid)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let (store, site) = (visit.app.store(), site(&visit)?);
    let to = reader(&visit, &identity, id).await?;
    match service::publish(store, &site, &visit.principal, to, id, pairs.clone()).await {
        Ok(code) => {
            let to = below(&visit, &format!("scrivania/servizi/{code}"))?;
            Ok(web::see_other(&to, key!("done-proposal-published")))
        }
        Err(error) => {
            let (status, form) = refusal(&visit, pairs, error)?;
            Ok((status, show(&visit, &identity, id, Some(form)).await?).into_response())
        }
    }
}
