//! The next version of a classification from a table: file, preview, done.

use askama::Template;
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use kernel::id::Uuid;
use texts::{Args, key};
use web::{Asked, Form, Page, Pairs, Routes, Upload, Visit, WebError};

use super::{
    IMPORT, below,
    import::said,
    place, unexpected,
    vocabularies::{frame, own},
};
use crate::{
    ProfileError,
    vocabularies::{
        Vocabulary,
        plan::{Outcome, Plan, Report},
        service::{self, Import},
    },
};

/// Terms of the preview on one page.
const ON_A_PAGE: usize = 100;

pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/{body}/scrivania/vocabolari/{slug}/importa", IMPORT, start)
        .post("/{body}/scrivania/vocabolari/{slug}/importa", IMPORT, upload)
        .get("/{body}/scrivania/vocabolari/{slug}/importa/{id}", IMPORT, preview)
        .post("/{body}/scrivania/vocabolari/{slug}/importa/{id}", IMPORT, apply)
        .post("/{body}/scrivania/vocabolari/{slug}/importa/{id}/abbandona", IMPORT, abandon)
}

#[derive(Template)]
#[template(path = "vocabulary_import.html")]
struct Start {
    page: Page,
    action: String,
    back: String,
    file: String,
    now: String,
    form: Form,
}

fn root(visit: &Visit, slug: &str) -> Result<String, WebError> {
    below(visit, &format!("scrivania/vocabolari/{slug}"))
}

/// `/{body}/scrivania/vocabolari/{slug}/importa`
async fn start(
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let of = own(&visit, &slug).await?;
    start_page(&visit, &of, Form::filled([("whole", "1"), ("source", of.source.as_str())]))
}

fn start_page(visit: &Visit, of: &Vocabulary, form: Form) -> Result<Response, WebError> {
    let page = frame(visit, visit.t(key!("vocabulary-import")), Some(of))?;
    let back = root(visit, &of.slug)?;
    let file = below(visit, &format!("dati/vocabolari/{}.csv", of.slug))?;
    let (action, now) = (format!("{back}/importa"), of.version.clone());
    web::html(&Start { page, action, back, file, now, form })
}

/// The message of a refusal, in words; what is no refusal is a failure.
fn words_of(visit: &Visit, error: ProfileError) -> Result<String, WebError> {
    let Some(key) = error.key() else { return Err(unexpected(error)) };
    let mut args = Args::new();
    args.set("n", error.n().unwrap_or_default());
    Ok(visit.app.texts().format(visit.lang, key, &args))
}

/// `POST /{body}/scrivania/vocabolari/{slug}/importa`
async fn upload(
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
    upload: Upload,
) -> Result<Response, WebError> {
    let (store, place, of) = (visit.app.store(), place(&visit)?, own(&visit, &slug).await?);
    let pairs = upload.pairs;
    let refused = |form: Form| -> Result<Response, WebError> {
        Ok((StatusCode::UNPROCESSABLE_ENTITY, start_page(&visit, &of, form)?).into_response())
    };
    let Some(file) = upload.files.into_iter().find(|file| file.field == "file") else {
        let none = visit.t(key!("profile-file-none"));
        return refused(Form::filled(pairs).with_error("file", none));
    };
    service::sweep_drafts(store, place.body).await.map_err(unexpected)?;
    let sent = (file.name.as_str(), file.bytes.to_vec());
    match service::upload(store, &place, &slug, sent, pairs.clone()).await {
        Ok(id) => {
            let to = format!("{}/importa/{id}", root(&visit, &slug)?);
            Ok(Redirect::to(&to).into_response())
        }
        Err(ProfileError::Invalid(errors)) => refused(Form::refused(&visit, pairs, &errors)),
        Err(error) => refused(Form::filled(pairs).with_error("file", words_of(&visit, error)?)),
    }
}

/// A term of the preview.
struct Row {
    number: i64,
    code: String,
    label: String,
    kind: &'static str,
    state: String,
    changes: Vec<(String, String, String)>,
    problems: Vec<String>,
}

/// How many terms come out one way.
struct Count {
    n: i64,
    label: String,
    href: String,
    current: bool,
}

#[derive(Template)]
#[template(path = "vocabulary_preview.html")]
struct Preview {
    page: Page,
    action: String,
    start: String,
    refused: String,
    file: String,
    version: String,
    whole: bool,
    counts: Vec<Count>,
    rows: Vec<Row>,
    next: String,
    wrong: i64,
    to_save: i64,
    fingerprint: String,
}

/// `/{body}/scrivania/vocabolari/{slug}/importa/{id}`
async fn preview(
    visit: Visit,
    Path((_, slug, id)): Path<(String, String, Uuid)>,
    asked: Asked,
) -> Result<Response, WebError> {
    own(&visit, &slug).await?;
    let found = service::preview(visit.app.store(), visit.body_id()?, &slug, id).await;
    preview_page(&visit, found.map_err(unexpected)?, &asked, String::new())
}

/// The word of an outcome in addresses.
const fn word(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Added => "nuove",
        Outcome::Changed(_) => "cambiate",
        Outcome::Closed(_) => "chiuse",
        Outcome::Unchanged => "uguali",
        Outcome::Wrong(_) => "errori",
    }
}

fn preview_page(
    visit: &Visit,
    import: Import,
    asked: &Asked,
    refused: String,
) -> Result<Response, WebError> {
    let page = frame(visit, visit.t(key!("vocabulary-preview")), Some(&import.vocabulary))?;
    let start = format!("{}/importa", root(visit, &import.vocabulary.slug)?);
    let action = format!("{start}/{}", import.id);
    let plan = &import.plan;
    let chosen = match asked.value("mostra") {
        "" if plan.wrong > 0 => "errori",
        other => other,
    };
    let counts = tallies(&page, plan, chosen);
    let from: usize = asked.value("da").parse().unwrap_or(0);
    let fits = |term: &&Report| chosen.is_empty() || word(&term.outcome) == chosen;
    let mut fitting = plan.terms.iter().filter(fits).skip(from);
    let rows: Vec<Row> = fitting.by_ref().take(ON_A_PAGE).map(|term| row(&page, term)).collect();
    let next = match fitting.next() {
        Some(_) => format!("?mostra={chosen}&da={}", from + ON_A_PAGE),
        None => String::new(),
    };
    web::html(&Preview {
        refused,
        file: import.file_name,
        version: import.version,
        whole: import.whole,
        counts,
        rows,
        next,
        wrong: plan.wrong as i64,
        to_save: (plan.added + plan.changed + plan.closed) as i64,
        fingerprint: plan.fingerprint.clone(),
        action,
        start,
        page,
    })
}

fn tallies(page: &Page, plan: &Plan, chosen: &str) -> Vec<Count> {
    let all = [
        ("errori", key!("profile-rows-wrong"), plan.wrong),
        ("nuove", key!("vocabulary-rows-added"), plan.added),
        ("cambiate", key!("vocabulary-rows-changed"), plan.changed),
        ("chiuse", key!("vocabulary-rows-closed"), plan.closed),
        ("uguali", key!("vocabulary-rows-unchanged"), plan.unchanged),
        ("", key!("profile-rows-all"), plan.terms.len()),
    ];
    let count = |(word, key, n): (&str, &'static str, usize)| Count {
        n: n as i64,
        label: page.t(key),
        href: format!("?mostra={word}"),
        current: word == chosen,
    };
    all.into_iter().map(count).collect()
}

fn row(page: &Page, term: &Report) -> Row {
    let (mut changes, mut problems) = (Vec::new(), Vec::new());
    let (kind, key) = match &term.outcome {
        Outcome::Added => ("success", key!("vocabulary-is-added")),
        Outcome::Changed(list) => {
            changes.extend(list.iter().map(|(column, before, after)| {
                (column_name(page, column), blank(page, before), blank(page, after))
            }));
            ("info", key!("vocabulary-is-changed"))
        }
        Outcome::Closed(true) => ("warning", key!("vocabulary-is-gone")),
        Outcome::Closed(false) => ("warning", key!("vocabulary-is-closed")),
        Outcome::Unchanged => ("neutral", key!("vocabulary-is-unchanged")),
        Outcome::Wrong(list) => {
            problems.extend(list.iter().map(|problem| said(page, problem)));
            ("danger", key!("profile-row-is-wrong"))
        }
    };
    Row {
        number: term.row as i64,
        code: term.code.clone(),
        label: term.label.clone(),
        kind,
        state: page.t(key),
        changes,
        problems,
    }
}

fn blank(page: &Page, value: &str) -> String {
    if value.is_empty() { page.t(key!("profile-blank")) } else { value.to_owned() }
}

/// The name of a column, as the file that the program writes has it.
fn column_name(page: &Page, column: &str) -> String {
    page.t(match column {
        "label_it" => key!("vocabulary-column-label"),
        "label_en" => key!("vocabulary-column-label-en"),
        "parent" => key!("vocabulary-column-parent"),
        "uri" => key!("vocabulary-column-uri"),
        "valid_from" => key!("vocabulary-column-from"),
        "valid_until" => key!("vocabulary-column-until"),
        _ => key!("vocabulary-column-replaced"),
    })
}

/// `POST /{body}/scrivania/vocabolari/{slug}/importa/{id}`
async fn apply(
    visit: Visit,
    Path((_, slug, id)): Path<(String, String, Uuid)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    own(&visit, &slug).await?;
    let (store, place, who) = (visit.app.store(), place(&visit)?, &visit.principal);
    let seen = Form::filled(pairs).value("impronta");
    match service::apply(store, &place, who, (&slug, id), &seen).await {
        Ok(_) => Ok(web::see_other(&root(&visit, &slug)?, key!("done-vocabulary-version"))),
        Err(error @ (ProfileError::Moved | ProfileError::Rows(_) | ProfileError::Refused(_))) => {
            let refused = match error {
                ProfileError::Moved => visit.t(key!("vocabulary-moved")),
                other => words_of(&visit, other)?,
            };
            let found = service::preview(store, place.body, &slug, id).await.map_err(unexpected)?;
            let page = preview_page(&visit, found, &Asked::default(), refused)?;
            Ok((StatusCode::CONFLICT, page).into_response())
        }
        Err(error) => Err(unexpected(error)),
    }
}

/// `POST …/importa/{id}/abbandona`
async fn abandon(
    visit: Visit,
    Path((_, slug, id)): Path<(String, String, Uuid)>,
) -> Result<Response, WebError> {
    own(&visit, &slug).await?;
    service::discard(visit.app.store(), visit.body_id()?, id).await.map_err(unexpected)?;
    Ok(web::see_other(&root(&visit, &slug)?, key!("done-vocabulary-abandoned")))
}
