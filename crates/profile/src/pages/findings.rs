//! What is missing in the profile, on the desk and in public.

use askama::Template;
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use identity::Identity;
use kernel::{form::Draft, id::Uuid, vocabulary};
use texts::{Args, key};
use web::{Asked, Form, Page, Pairs, Part, Visit, WebError, page::Choice};

use super::{Root, after, below, next, place, unexpected, words};
use crate::{
    ProfileError,
    findings::{
        FindingState, RULES, Said, Severity, Surroundings, Told, rule,
        service::{self, Decision, NeedWords},
        store::{FindingRow, NeedRow},
    },
};

/// Findings on one page.
const ON_A_PAGE: u64 = 50;

/// A link to what a finding points at.
pub(super) struct Link {
    pub(super) href: String,
    pub(super) label: String,
}

/// A finding as a page shows it.
struct Shown {
    href: String,
    reason: String,
    severity: String,
    severity_kind: &'static str,
    state: String,
    state_kind: &'static str,
    evidence: Vec<Link>,
    more: i64,
}

/// The findings of one rule.
struct Group {
    title: String,
    advice: String,
    items: Vec<Shown>,
}

#[derive(Template)]
#[template(path = "profile_findings.html")]
struct Desk {
    page: Page,
    root: String,
    public: String,
    new_need: String,
    states: Vec<Choice>,
    state: String,
    rules: Vec<Choice>,
    rule: String,
    total: i64,
    groups: Vec<Group>,
    next: String,
}

/// The reason of a finding in the reader's language.
pub fn reason(page: &Page, told: &Told) -> String {
    let mut args = Args::new();
    for (name, value) in &told.said {
        let text = match value {
            Said::Text(text) => text.clone(),
            Said::Names(names) => names.join(", "),
            Said::Day(day) => page.date(day),
            Said::Areas(codes) => words::labels(page, vocabulary::areas(), &codes.join(";")),
            Said::Number(n) | Said::Level(n) => {
                args.set(name.clone(), *n);
                continue;
            }
        };
        args.set(name.clone(), text);
    }
    page.ta(&told.reason, &args)
}

/// What a finding points at, as links.
pub(super) fn evidence(page: &Page, root: &Root, told: &Told) -> Vec<Link> {
    let links = told.evidence.iter().map(|one| {
        let code = web::encode(&one.code);
        let (path, label) = match one.kind.as_str() {
            "service" => (format!("/servizi/{code}"), one.name.clone()),
            "database" => (format!("/basi-dati/{code}"), one.name.clone()),
            "plan_sheet" => (format!("/schede/{code}"), one.name.clone()),
            "municipality" => (format!("/servizi?comune={code}"), one.name.clone()),
            "area" => {
                let label = words::labels(page, vocabulary::areas(), &one.code);
                (format!("/servizi?area={code}"), label)
            }
            _ => (format!("/rilievi#bisogno-{code}"), one.name.clone()),
        };
        Link { href: root.at(&path), label }
    });
    links.collect()
}

const fn state_kind(state: FindingState) -> &'static str {
    match state {
        FindingState::Open => "warning",
        FindingState::Accepted => "primary",
        FindingState::Resolved => "success",
        FindingState::Postponed | FindingState::Dismissed => "neutral",
    }
}

/// Links shown beside one finding of a list.
const LINKS: usize = 4;

fn shown(page: &Page, root: &Root, desk: &str, row: &FindingRow) -> Shown {
    let severity = Severity::of(row.severity);
    let mut links = evidence(page, root, &row.told);
    let more = links.len().saturating_sub(LINKS) as i64;
    links.truncate(LINKS);
    Shown {
        href: format!("{desk}/{}", row.id),
        reason: reason(page, &row.told),
        severity: page.t(severity.key()),
        severity_kind: match severity {
            Severity::Serious => "danger",
            Severity::Notable => "warning",
            Severity::Minor => "neutral",
        },
        state: page.t(row.state.key()),
        state_kind: state_kind(row.state),
        evidence: links,
        more,
    }
}

fn rule_choices(page: &Page) -> Vec<Choice> {
    RULES.iter().map(|rule| words::choice(rule.code, page.t(rule.title))).collect()
}

/// `/{body}/scrivania/rilievi`
pub async fn desk(visit: Visit, asked: Asked) -> Result<Response, WebError> {
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let (root, here) = (Root::of(&visit)?, below(&visit, "scrivania/rilievi")?);
    let page = Page::new(&visit, visit.t(key!("findings-title")))
        .under(below(&visit, "scrivania")?, visit.t(key!("shell-desk")));
    let state = FindingState::parse(asked.value("stato")).unwrap_or(FindingState::Open);
    let chosen = rule(asked.value("regola")).map_or("", |rule| rule.code);
    let found = service::page(store, body, state, chosen, after(&asked), ON_A_PAGE).await;
    let found = found.map_err(unexpected)?;
    let counted = service::counted(store, body).await.map_err(unexpected)?;
    let of = |state: FindingState| {
        let hits = counted.iter().filter(move |one| one.state == state.code());
        hits.filter(|one| chosen.is_empty() || one.rule == chosen).map(|one| one.n).sum::<i64>()
    };
    let groups = RULES.iter().map(|rule| Group {
        title: page.t(rule.title),
        advice: page.t(rule.advice),
        items: found
            .rows
            .iter()
            .filter(|row| row.rule == rule.code)
            .map(|row| shown(&page, &root, &here, row))
            .collect(),
    });
    web::html(&Desk {
        groups: groups.filter(|group| !group.items.is_empty()).collect(),
        states: FindingState::ALL
            .map(|one| words::choice(one.code(), format!("{} ({})", page.t(one.key()), of(one))))
            .into(),
        state: state.code().to_owned(),
        rules: rule_choices(&page),
        rule: chosen.to_owned(),
        total: of(state),
        next: next(&visit, &asked, found.next),
        public: root.at("/rilievi"),
        new_need: below(&visit, "scrivania/bisogni/nuovo")?,
        root: here,
        page,
    })
}

/// Looks at the profile again, as somebody asked.
pub(crate) async fn look_again(visit: &Visit) -> Result<service::Look, WebError> {
    let body = visit.body_id()?;
    let around = match visit.app.part::<Surroundings>() {
        Some(around) => (around.0)(body).await?,
        None => crate::findings::Around::default(),
    };
    let done = service::recompute(visit.app.store(), body, &visit.principal, around, "web").await;
    done.map_err(unexpected)
}

/// `POST /{body}/scrivania/rilievi/controlla`
pub async fn look(visit: Visit) -> Result<Response, WebError> {
    look_again(&visit).await?;
    Ok(web::see_other(&below(&visit, "scrivania/rilievi")?, key!("done-findings-looked")))
}

#[derive(Template)]
#[template(path = "profile_finding.html")]
struct One {
    page: Page,
    root: String,
    here: String,
    rule: String,
    advice: String,
    reason: String,
    severity: String,
    severity_kind: &'static str,
    state: String,
    state_kind: &'static str,
    undecided: bool,
    can_take_back: bool,
    why: String,
    until: String,
    first_seen: String,
    resolved: String,
    evidence: Vec<Link>,
    need: i64,
    need_href: String,
    action_href: String,
    areas: Vec<Choice>,
    municipalities: Vec<Choice>,
    form: Form,
}

fn parsed(id: &str) -> Result<Uuid, WebError> {
    id.parse().map_err(|_| WebError::NotFound)
}

/// The body's municipalities as choices.
async fn municipalities(visit: &Visit, identity: &Identity) -> Result<Vec<Choice>, WebError> {
    let all = identity.municipalities(visit.body_id()?).await?;
    Ok(all.into_iter().map(|one| words::choice(one.istat, one.name)).collect())
}

async fn show(
    visit: &Visit,
    identity: &Identity,
    id: Uuid,
    form: Option<Form>,
) -> Result<One, WebError> {
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let row = service::finding(store, body, id).await.map_err(unexpected)?;
    let (root, list) = (Root::of(visit)?, below(visit, "scrivania/rilievi")?);
    let known = rule(&row.rule);
    let title = known.map_or_else(|| row.rule.clone(), |rule| visit.t(rule.title));
    let page = Page::new(visit, title.clone())
        .under(below(visit, "scrivania")?, visit.t(key!("shell-desk")))
        .under(&list, visit.t(key!("findings-title")));
    let shown = shown(&page, &root, &list, &row);
    let need = match row.need_id {
        None => 0,
        Some(need) => {
            let needs = service::needs(store, body).await.map_err(unexpected)?;
            needs.iter().find(|one| one.id == need).map_or(0, |one| one.number)
        }
    };
    let mut pairs = vec![("words".to_owned(), shown.reason.clone())];
    for one in &row.told.evidence {
        match one.kind.as_str() {
            "area" => pairs.push(("areas".to_owned(), one.code.clone())),
            "municipality" => pairs.push(("municipalities".to_owned(), one.code.clone())),
            _ => {}
        }
    }
    Ok(One {
        here: shown.href,
        rule: title,
        advice: known.map(|rule| page.t(rule.advice)).unwrap_or_default(),
        reason: shown.reason,
        severity: shown.severity,
        severity_kind: shown.severity_kind,
        state: shown.state,
        state_kind: shown.state_kind,
        undecided: row.state.dismiss().is_ok(),
        can_take_back: row.state.take_back().is_ok(),
        why: row.reason.clone(),
        until: row.until.map(|day| page.date(&day.to_string())).unwrap_or_default(),
        first_seen: page.instant(row.first_seen_at),
        resolved: row.resolved_at.map(|at| page.instant(at)).unwrap_or_default(),
        evidence: evidence(&page, &root, &row.told),
        need,
        need_href: service::need_href(&visit.body()?.slug, need),
        action_href: below(visit, &format!("scrivania/agenda/azioni/nuova?bisogno={need}"))?,
        areas: words::terms(&page, vocabulary::areas()),
        municipalities: municipalities(visit, identity).await?,
        form: form.unwrap_or_else(|| Form::filled(pairs)),
        root: list,
        page,
    })
}

/// `/{body}/scrivania/rilievi/{id}`
pub async fn one(
    visit: Visit,
    Part(identity): Part<Identity>,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, WebError> {
    web::html(&show(&visit, &identity, parsed(&id)?, None).await?)
}

/// What a need's form says.
pub(crate) fn need_words(draft: &mut Draft) -> NeedWords {
    let known = |list: &'static vocabulary::Vocabulary| {
        move |code: &str| list.get(code).map(|term| term.code.clone())
    };
    NeedWords {
        words: draft.text("words", true, 5, 400),
        areas: draft.many("areas", false, known(vocabulary::areas())),
        municipalities: draft.many("municipalities", false, known(vocabulary::municipalities())),
        evidence: draft.lines("evidence", false, 0, 1000),
    }
}

/// Decides, or shows the form again with what is wrong.
async fn decided(
    visit: &Visit,
    identity: &Identity,
    id: &str,
    pairs: Vec<(String, String)>,
    read: impl FnOnce(&mut Draft) -> Option<Decision>,
    done: &str,
) -> Result<Response, WebError> {
    let id = parsed(id)?;
    let mut draft = Draft::new(pairs.clone());
    let decision = read(&mut draft);
    let outcome = match (draft.finish(), decision) {
        (Ok(()), Some(decision)) => {
            let (store, place) = (visit.app.store(), place(visit)?);
            service::decide(store, &place, &visit.principal, id, decision).await
        }
        (Err(errors), _) => Err(ProfileError::Invalid(errors)),
        (Ok(()), None) => return Err(WebError::NotFound),
    };
    let form = match outcome {
        Ok(Some(need)) if draft.value("poi") == "azione" => {
            let to = format!("scrivania/agenda/azioni/nuova?bisogno={need}");
            return Ok(web::see_other(&below(visit, &to)?, done));
        }
        Ok(_) => {
            let to = below(visit, &format!("scrivania/rilievi/{id}"))?;
            return Ok(web::see_other(&to, done));
        }
        Err(ProfileError::Invalid(errors)) => Form::refused(visit, pairs, &errors),
        Err(ProfileError::Finding(refusal)) => {
            let field = if refusal == crate::findings::Refusal::NotLater { "until" } else { "" };
            Form::filled(pairs).with_error(field, visit.t(refusal.key()))
        }
        Err(error) => return Err(unexpected(error)),
    };
    let page = web::html(&show(visit, identity, id, Some(form)).await?)?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// `POST /{body}/scrivania/rilievi/{id}/accetta`
pub async fn accept(
    visit: Visit,
    Part(identity): Part<Identity>,
    Path((_, id)): Path<(String, String)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let read = |draft: &mut Draft| Some(Decision::Accept(need_words(draft)));
    decided(&visit, &identity, &id, pairs, read, key!("done-finding-accepted")).await
}

/// `POST /{body}/scrivania/rilievi/{id}/rimanda`
pub async fn postpone(
    visit: Visit,
    Part(identity): Part<Identity>,
    Path((_, id)): Path<(String, String)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let read = |draft: &mut Draft| draft.day("until", true).map(Decision::Postpone);
    decided(&visit, &identity, &id, pairs, read, key!("done-finding-postponed")).await
}

/// `POST /{body}/scrivania/rilievi/{id}/lascia`
pub async fn dismiss(
    visit: Visit,
    Part(identity): Part<Identity>,
    Path((_, id)): Path<(String, String)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let read = |draft: &mut Draft| Some(Decision::Dismiss(draft.lines("reason", true, 5, 500)));
    decided(&visit, &identity, &id, pairs, read, key!("done-finding-dismissed")).await
}

/// `POST /{body}/scrivania/rilievi/{id}/ritira`
pub async fn take_back(
    visit: Visit,
    Part(identity): Part<Identity>,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let read = |_: &mut Draft| Some(Decision::TakeBack);
    decided(&visit, &identity, &id, Vec::new(), read, key!("done-finding-taken-back")).await
}

#[derive(Template)]
#[template(path = "profile_need_form.html")]
struct NeedForm {
    page: Page,
    here: String,
    back: String,
    areas: Vec<Choice>,
    municipalities: Vec<Choice>,
    form: Form,
}

async fn need_page(visit: &Visit, identity: &Identity, form: Form) -> Result<NeedForm, WebError> {
    let back = below(visit, "scrivania/rilievi")?;
    let page = Page::new(visit, visit.t(key!("needs-new")))
        .under(below(visit, "scrivania")?, visit.t(key!("shell-desk")))
        .under(&back, visit.t(key!("findings-title")));
    Ok(NeedForm {
        here: below(visit, "scrivania/bisogni/nuovo")?,
        areas: words::terms(&page, vocabulary::areas()),
        municipalities: municipalities(visit, identity).await?,
        back,
        form,
        page,
    })
}

/// `/{body}/scrivania/bisogni/nuovo`
pub async fn new_need(visit: Visit, Part(identity): Part<Identity>) -> Result<Response, WebError> {
    web::html(&need_page(&visit, &identity, Form::default()).await?)
}

/// `POST /{body}/scrivania/bisogni/nuovo`
pub async fn write_need(
    visit: Visit,
    Part(identity): Part<Identity>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let mut draft = Draft::new(pairs.clone());
    let words = need_words(&mut draft);
    if let Err(errors) = draft.finish() {
        let form = Form::refused(&visit, pairs, &errors);
        let page = web::html(&need_page(&visit, &identity, form).await?)?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let (store, place) = (visit.app.store(), place(&visit)?);
    let number = service::write_need(store, &place, &visit.principal, words).await;
    let to = service::need_href(&place.slug, number.map_err(unexpected)?);
    Ok(web::see_other(&to, key!("done-need-written")))
}

/// A need as everybody reads it.
struct NeedShown {
    number: i64,
    title: String,
    words: String,
    areas: String,
    municipalities: String,
    evidence: String,
    rule: String,
    reason: String,
    links: Vec<Link>,
    day: String,
}

/// A rule in words.
struct RuleShown {
    title: String,
    advice: String,
}

#[derive(Template)]
#[template(path = "profile_needs_register.html")]
struct Public {
    page: Page,
    back: String,
    needs: Vec<NeedShown>,
    rules: Vec<RuleShown>,
}

/// `/{body}/profilo/rilievi`
pub async fn public(visit: Visit) -> Result<Response, WebError> {
    let (store, body, root) = (visit.app.store(), visit.body_id()?, Root::of(&visit)?);
    let page = Page::new(&visit, visit.t(key!("findings-title")))
        .under(root.at(""), visit.t(key!("profile-title")));
    let needs = service::needs(store, body).await.map_err(unexpected)?;
    let accepted = service::became_needs(store, body).await.map_err(unexpected)?;
    let shown = |need: &NeedRow| {
        let finding = accepted.iter().find(|row| row.need_id == Some(need.id));
        let place_names = need.municipalities.split(';').filter(|code| !code.is_empty());
        let names: Vec<&str> =
            place_names.map(|code| vocabulary::municipalities().label(code, page.lang)).collect();
        NeedShown {
            number: need.number,
            title: page.tn(key!("needs-number"), need.number),
            words: need.words.clone(),
            areas: words::labels(&page, vocabulary::areas(), &need.areas),
            municipalities: names.join(", "),
            evidence: need.evidence.clone(),
            rule: finding
                .and_then(|row| rule(&row.rule))
                .map(|rule| page.t(rule.title))
                .unwrap_or_default(),
            reason: finding.map(|row| reason(&page, &row.told)).unwrap_or_default(),
            links: finding.map(|row| evidence(&page, &root, &row.told)).unwrap_or_default(),
            day: page.date(&kernel::Instant(need.created_at).day().to_string()),
        }
    };
    web::html(&Public {
        needs: needs.iter().map(shown).collect(),
        rules: RULES
            .iter()
            .map(|rule| RuleShown { title: page.t(rule.title), advice: page.t(rule.advice) })
            .collect(),
        back: root.at(""),
        page,
    })
}
