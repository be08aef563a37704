//! Classifications on the desk: which there are, their terms, new ones by hand.

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use identity::Identity;
use texts::key;
use web::{Asked, Form, Page, Pairs, Part, Routes, Visit, WebError, page::Choice, page::Fact};

use super::{CENSUS, IMPORT, below, place, refusal, unexpected, words};
use crate::vocabularies::{
    Term, Vocabulary,
    service::{self, Version, Wanted},
};

/// Terms on one page.
const ON_A_PAGE: usize = 100;

pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/{body}/scrivania/vocabolari", CENSUS, list)
        .get("/{body}/scrivania/vocabolari/nuovo", IMPORT, new)
        .post("/{body}/scrivania/vocabolari/nuovo", IMPORT, create)
        .get("/{body}/scrivania/vocabolari/{slug}", CENSUS, page)
        .get("/{body}/scrivania/vocabolari/{slug}/aggiungi", IMPORT, new_term)
        .post("/{body}/scrivania/vocabolari/{slug}/aggiungi", IMPORT, add_term)
        .get("/{body}/scrivania/vocabolari/{slug}/voce", IMPORT, term)
        .post("/{body}/scrivania/vocabolari/{slug}/voce", IMPORT, edit_term)
        .post("/{body}/scrivania/vocabolari/{slug}/chiudi", IMPORT, close_term)
}

/// The frame of a page below the list, and below one classification when it is given.
pub(super) fn frame(
    visit: &Visit,
    title: impl Into<String>,
    of: Option<&Vocabulary>,
) -> Result<Page, WebError> {
    let root = below(visit, "scrivania/vocabolari")?;
    let page = Page::new(visit, title)
        .under(below(visit, "scrivania")?, visit.t(key!("shell-desk")))
        .under(&root, visit.t(key!("vocabulary-title")));
    Ok(match of {
        Some(of) => page.under(at(&root, &of.slug), of.title(visit.lang.tag())),
        None => page,
    })
}

fn at(root: &str, slug: &str) -> String {
    format!("{root}/{slug}")
}

/// A classification of the body's own, or none that may be changed.
pub(super) async fn own(visit: &Visit, slug: &str) -> Result<Vocabulary, WebError> {
    let body = visit.body_id()?;
    let found = service::one(visit.app.store(), body, slug).await.map_err(unexpected)?;
    if found.owner == body { Ok(found) } else { Err(WebError::Forbidden) }
}

/// A classification on the list.
struct Row {
    href: String,
    title: String,
    slug: String,
    version: String,
    terms: i64,
    owner: String,
}

#[derive(Template)]
#[template(path = "vocabulary_list.html")]
struct List {
    page: Page,
    new: String,
    may: bool,
    own: Vec<Row>,
    others: Vec<Row>,
}

/// Who keeps a classification, in words.
async fn owner(visit: &Visit, identity: &Identity, of: &Vocabulary) -> Result<String, WebError> {
    if of.official {
        return Ok(visit.t(key!("vocabulary-official")));
    }
    let body = identity.bodies().by_id(of.owner).await?;
    Ok(body.map(|body| body.fields.name.clone()).unwrap_or_default())
}

/// `2 (1 marzo 2026)`.
fn version(page: &Page, name: &str, day: &str) -> String {
    if day.is_empty() { name.to_owned() } else { format!("{name} ({})", page.date(day)) }
}

/// `/{body}/scrivania/vocabolari`
async fn list(visit: Visit, Part(identity): Part<Identity>) -> Result<Response, WebError> {
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let page = Page::new(&visit, visit.t(key!("vocabulary-title")))
        .under(below(&visit, "scrivania")?, visit.t(key!("shell-desk")));
    let root = below(&visit, "scrivania/vocabolari")?;
    let (mut own, mut others) = (Vec::new(), Vec::new());
    for one in service::visible(store, body).await.map_err(unexpected)? {
        let list = if one.owner == body { &mut own } else { &mut others };
        list.push(Row {
            href: at(&root, &one.slug),
            title: one.title(page.lang).to_owned(),
            version: version(&page, &one.version, &one.version_day),
            terms: one.terms,
            owner: owner(&visit, &identity, &one).await?,
            slug: one.slug,
        });
    }
    let may = IMPORT.allows(&visit.principal, Some(body), None);
    web::html(&List { page, new: format!("{root}/nuovo"), may, own, others })
}

#[derive(Template)]
#[template(path = "vocabulary_new.html")]
struct New {
    page: Page,
    action: String,
    back: String,
    form: Form,
}

/// `/{body}/scrivania/vocabolari/nuovo`
async fn new(visit: Visit) -> Result<Response, WebError> {
    show_new(&visit, Form::default())
}

fn show_new(visit: &Visit, form: Form) -> Result<Response, WebError> {
    let page = frame(visit, visit.t(key!("vocabulary-new")), None)?;
    let back = below(visit, "scrivania/vocabolari")?;
    web::html(&New { page, action: format!("{back}/nuovo"), back, form })
}

/// `POST /{body}/scrivania/vocabolari/nuovo`
async fn create(visit: Visit, Pairs(pairs): Pairs) -> Result<Response, WebError> {
    let (store, place) = (visit.app.store(), place(&visit)?);
    match service::create(store, &place, &visit.principal, pairs.clone()).await {
        Ok(slug) => {
            let to = below(&visit, &format!("scrivania/vocabolari/{slug}"))?;
            Ok(web::see_other(&to, key!("done-vocabulary-created")))
        }
        Err(error) => {
            let (status, form) = refusal(&visit, pairs, error)?;
            Ok((status, show_new(&visit, form)?).into_response())
        }
    }
}

/// A term on the page of its classification.
struct Line {
    code: String,
    label: String,
    parent: String,
    state: String,
    closed: bool,
    href: String,
}

#[derive(Template)]
#[template(path = "vocabulary_page.html")]
struct Shown {
    page: Page,
    root: String,
    own: bool,
    facts: Vec<Fact>,
    file: String,
    q: String,
    states: [Choice; 2],
    state: String,
    lines: Vec<Line>,
    next: String,
    filtered: bool,
    versions: Vec<Fact>,
}

/// `/{body}/scrivania/vocabolari/{slug}`
async fn page(
    visit: Visit,
    Part(identity): Part<Identity>,
    Path((_, slug)): Path<(String, String)>,
    asked: Asked,
) -> Result<Response, WebError> {
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let of = service::one(store, body, &slug).await.map_err(unexpected)?;
    let page = frame(&visit, of.title(visit.lang.tag()), None)?;
    let root = below(&visit, &format!("scrivania/vocabolari/{}", of.slug))?;
    let own = of.owner == body && IMPORT.allows(&visit.principal, Some(body), None);
    let state = asked.value("stato").to_owned();
    let wanted = Wanted {
        words: asked.value("q").chars().take(200).collect(),
        open: match state.as_str() {
            "aperte" => Some(true),
            "chiuse" => Some(false),
            _ => None,
        },
        after: asked.value("da").parse().unwrap_or(0),
    };
    let most = ON_A_PAGE as i64 + 1;
    let mut terms = service::terms(store, &of, &wanted, most).await.map_err(unexpected)?;
    let more = terms.len() > ON_A_PAGE;
    terms.truncate(ON_A_PAGE);
    let next = match terms.last() {
        Some(last) if more => {
            format!("{}{}", visit.path, asked.with("da", &last.place.to_string()))
        }
        _ => String::new(),
    };
    let day = store.clock().now().day().to_string();
    let versions = service::versions(store, &of).await.map_err(unexpected)?;
    let facts = [
        (key!("vocabulary-owner"), owner(&visit, &identity, &of).await?),
        (key!("vocabulary-slug"), of.slug.clone()),
        (key!("vocabulary-version"), version(&page, &of.version, &of.version_day)),
        (key!("vocabulary-source"), of.source.clone()),
    ];
    let facts = facts.into_iter().filter(|(_, text)| !text.is_empty());
    let shown = Shown {
        facts: facts.map(|(label, text)| Fact { label: page.t(label), text }).collect(),
        file: below(&visit, &format!("dati/vocabolari/{}.csv", of.slug))?,
        filtered: !wanted.words.is_empty() || wanted.open.is_some(),
        q: wanted.words,
        states: [
            words::choice("aperte", page.t(key!("vocabulary-state-open"))),
            words::choice("chiuse", page.t(key!("vocabulary-state-closed"))),
        ],
        state,
        lines: terms.into_iter().map(|term| line(&page, &root, own, &day, term)).collect(),
        versions: versions.iter().map(|one| version_fact(&page, one)).collect(),
        own,
        next,
        root,
        page,
    };
    web::html(&shown)
}

fn line(page: &Page, root: &str, own: bool, day: &str, term: Term) -> Line {
    let closed = term.is_closed(day);
    let mut said = Vec::new();
    if !term.valid_from.is_empty() && term.valid_from.as_str() > day {
        said.push(page.ts(key!("vocabulary-from"), page.date(&term.valid_from)));
    }
    if !term.valid_until.is_empty() {
        let key = if closed { key!("vocabulary-closed-on") } else { key!("vocabulary-closes-on") };
        said.push(page.ts(key, page.date(&term.valid_until)));
    }
    if !term.replaced_by.is_empty() {
        said.push(page.ts(key!("vocabulary-replaced"), &term.replaced_by));
    }
    let href = format!("{root}/voce?codice={}", web::encode(&term.code));
    Line {
        label: term.label(page.lang).to_owned(),
        href: if own { href } else { String::new() },
        parent: term.parent,
        state: said.join(", "),
        code: term.code,
        closed,
    }
}

fn version_fact(page: &Page, one: &Version) -> Fact {
    let counts = [
        (key!("vocabulary-n-added"), one.added),
        (key!("vocabulary-n-changed"), one.changed),
        (key!("vocabulary-n-closed"), one.closed),
    ];
    let counts = counts.into_iter().filter(|(_, n)| *n > 0).map(|(key, n)| page.tn(key, n));
    let mut said = vec![page.instant(one.at)];
    said.extend(counts);
    said.extend([&one.file_name, &one.source].into_iter().filter(|t| !t.is_empty()).cloned());
    Fact { label: version(page, &one.version, &one.version_day), text: said.join(" · ") }
}

#[derive(Template)]
#[template(path = "vocabulary_term_new.html")]
struct NewTerm {
    page: Page,
    action: String,
    back: String,
    form: Form,
}

/// `/{body}/scrivania/vocabolari/{slug}/aggiungi`
async fn new_term(
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, WebError> {
    show_new_term(&visit, &own(&visit, &slug).await?, Form::default())
}

fn show_new_term(visit: &Visit, of: &Vocabulary, form: Form) -> Result<Response, WebError> {
    let page = frame(visit, visit.t(key!("vocabulary-term-new")), Some(of))?;
    let back = below(visit, &format!("scrivania/vocabolari/{}", of.slug))?;
    web::html(&NewTerm { page, action: format!("{back}/aggiungi"), back, form })
}

/// `POST /{body}/scrivania/vocabolari/{slug}/aggiungi`
async fn add_term(
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let (store, place, of) = (visit.app.store(), place(&visit)?, own(&visit, &slug).await?);
    match service::add_term(store, &place, &visit.principal, &slug, pairs.clone()).await {
        Ok(_) => {
            let to = below(&visit, &format!("scrivania/vocabolari/{slug}"))?;
            Ok(web::see_other(&to, key!("done-vocabulary-term")))
        }
        Err(error) => {
            let (status, form) = refusal(&visit, pairs, error)?;
            Ok((status, show_new_term(&visit, &of, form)?).into_response())
        }
    }
}

#[derive(Template)]
#[template(path = "vocabulary_term.html")]
struct OneTerm {
    page: Page,
    edit: String,
    close: String,
    back: String,
    code: String,
    closed: String,
    used: i64,
    form: Form,
}

/// `/{body}/scrivania/vocabolari/{slug}/voce?codice=`
async fn term(
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
    asked: Asked,
) -> Result<Response, WebError> {
    show_term(&visit, &slug, asked.value("codice"), None).await
}

async fn show_term(
    visit: &Visit,
    slug: &str,
    code: &str,
    refused: Option<Form>,
) -> Result<Response, WebError> {
    let (store, body, of) = (visit.app.store(), visit.body_id()?, own(visit, slug).await?);
    let term = service::term(store, &of, code).await.map_err(unexpected)?;
    let used = service::cards(store, body, slug, code).await.map_err(unexpected)?;
    let page = frame(visit, term.label(visit.lang.tag()), Some(&of))?;
    let back = below(visit, &format!("scrivania/vocabolari/{slug}"))?;
    let day = store.clock().now().day().to_string();
    let query = format!("?codice={}", web::encode(&term.code));
    // A form that comes back holds what it sent; the other on the page begins with the term.
    let form = refused.unwrap_or_default();
    let begun = [
        ("label_it", &term.label_it),
        ("label_en", &term.label_en),
        ("parent", &term.parent),
        ("valid_until", &term.valid_until),
        ("replaced_by", &term.replaced_by),
    ];
    let sent = |name: &str| !form.values(name).is_empty();
    let missing: Vec<_> = begun.into_iter().filter(|(name, _)| !sent(name)).collect();
    let form = missing.into_iter().fold(form, |form, (name, value)| form.with_value(name, value));
    let shown = OneTerm {
        edit: format!("{back}/voce{query}"),
        close: format!("{back}/chiudi{query}"),
        closed: if term.is_closed(&day) { page.date(&term.valid_until) } else { String::new() },
        code: term.code,
        used,
        back,
        form,
        page,
    };
    web::html(&shown)
}

/// `POST …/voce?codice=`
async fn edit_term(
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
    asked: Asked,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let (store, place, who) = (visit.app.store(), place(&visit)?, &visit.principal);
    let code = asked.value("codice");
    match service::edit_term(store, &place, who, (&slug, code), pairs.clone()).await {
        Ok(()) => gone(&visit, &slug, key!("done-vocabulary-mended")),
        Err(error) => again(&visit, &slug, code, pairs, error).await,
    }
}

/// `POST …/chiudi?codice=`
async fn close_term(
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
    asked: Asked,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let (store, place, who) = (visit.app.store(), place(&visit)?, &visit.principal);
    let code = asked.value("codice");
    match service::close_term(store, &place, who, (&slug, code), pairs.clone()).await {
        Ok(()) => gone(&visit, &slug, key!("done-vocabulary-closed")),
        Err(error) => again(&visit, &slug, code, pairs, error).await,
    }
}

fn gone(visit: &Visit, slug: &str, done: &'static str) -> Result<Response, WebError> {
    Ok(web::see_other(&below(visit, &format!("scrivania/vocabolari/{slug}"))?, done))
}

async fn again(
    visit: &Visit,
    slug: &str,
    code: &str,
    pairs: Vec<(String, String)>,
    error: crate::ProfileError,
) -> Result<Response, WebError> {
    let (status, form) = refusal(visit, pairs, error)?;
    Ok((status, show_term(visit, slug, code, Some(form)).await?).into_response())
}
