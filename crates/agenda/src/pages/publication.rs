//! The draft of a version, its approval, its publication, and how it differs from the published one.

use askama::Template;
use axum::response::{IntoResponse, Response};
use kernel::form::Draft;
use texts::{Args, key};
use web::{Form, Page, Pairs, Visit, WebError, page::Choice, see_other};

use super::view::{self, GapView, REFUSED};
use crate::{
    AgendaError, VersionState, form, query,
    service::{draft_edit, draft_open, version_approve, version_publish},
    version::{ChangeKind, Version},
};

async fn versions(visit: &Visit) -> Result<Vec<Version>, WebError> {
    query::versions(visit.app.store(), visit.body_id()?).await.map_err(view::failure)
}

fn under(visit: &Visit, title: &str) -> Result<Page, WebError> {
    let root = view::desk_href(visit)?;
    Ok(Page::new(visit, visit.t(title)).under(root, visit.t(key!("agenda-desk-name"))))
}

#[derive(Template)]
#[template(path = "agenda_draft.html")]
struct DraftPage {
    page: Page,
    form: Form,
    root: String,
    number: i64,
    snapshots: Vec<Choice>,
    snapshots_href: String,
}

async fn draft_page(visit: &Visit, form: Form, number: i64) -> Result<Response, WebError> {
    let page = under(visit, key!("agenda-draft"))?;
    let all = profile::snapshot::list(visit.app.store(), visit.body_id()?).await;
    let all = all.map_err(|error| view::failure(error.into()))?;
    let label = |one: &profile::snapshot::Snapshot| {
        let mut args = Args::new();
        args.set("title", one.title.clone());
        args.set("day", page.date(&one.day().to_string()));
        let public = one.published_at.is_some();
        let key =
            if public { key!("agenda-snapshot-line") } else { key!("agenda-snapshot-line-hidden") };
        page.ta(key, &args)
    };
    let choice = |one: &profile::snapshot::Snapshot| Choice {
        value: one.number.to_string(),
        label: label(one),
        hint: String::new(),
    };
    let snapshots = all.iter().map(choice).collect();
    let root = view::desk_href(visit)?;
    let snapshots_href = format!("/{}/scrivania/fotografie", visit.body()?.slug);
    web::html(&DraftPage { page, form, root, number, snapshots, snapshots_href })
}

/// The number a draft has or would have, and the draft itself when it is open.
fn open_draft(versions: &[Version]) -> (i64, Option<&Version>) {
    let draft = versions.iter().find(|v| v.state == VersionState::Draft);
    let next = versions.first().map_or(1, |v| v.number + 1);
    (draft.map_or(next, |v| v.number), draft)
}

/// `/{body}/scrivania/agenda/bozza`
pub async fn draft(visit: Visit) -> Result<Response, WebError> {
    let versions = versions(&visit).await?;
    let (number, draft) = open_draft(&versions);
    let chosen = if let Some(draft) = draft {
        draft.profile_snapshot
    } else {
        let newest = query::snapshot_to_cite(visit.app.store(), visit.body_id()?).await;
        newest.map_err(view::failure)?
    };
    let chosen = chosen.map(|number| number.to_string()).unwrap_or_default();
    // A new version begins with the words of the one before.
    let form = match draft.or(versions.first()) {
        Some(said) => Form::filled([
            ("title", said.title.clone()),
            ("promise", said.promise.clone()),
            ("reason", draft.map(|d| d.reason.clone()).unwrap_or_default()),
            ("profile_snapshot", chosen),
        ]),
        None => Form::filled([
            ("title", visit.t(key!("agenda-default-title"))),
            ("profile_snapshot", chosen),
        ]),
    };
    draft_page(&visit, form, number).await
}

/// `POST /{body}/scrivania/agenda/bozza`: opens the draft, or changes the open one.
pub async fn draft_save(visit: Visit, Pairs(pairs): Pairs) -> Result<Response, WebError> {
    let versions = versions(&visit).await?;
    let (number, draft) = open_draft(&versions);
    let (store, place) = (visit.app.store(), view::place(&visit)?);
    let is_new = draft.is_none();
    let saved = match form::version(&mut Draft::new(pairs.clone())) {
        Ok(text) if is_new => draft_open(store, &place, &visit.principal, text).await.map(|_| ()),
        Ok(text) => draft_edit(store, &place, &visit.principal, text).await,
        Err(error) => Err(error),
    };
    let root = view::desk_href(&visit)?;
    match saved {
        Ok(()) if is_new => Ok(see_other(&root, key!("done-agenda-draft-opened"))),
        Ok(()) => Ok(see_other(&root, key!("done-agenda-draft-saved"))),
        Err(error) => {
            let form = view::refused(&visit, pairs, error)?;
            let answer = draft_page(&visit, form, number).await?;
            Ok((REFUSED, answer).into_response())
        }
    }
}

#[derive(Template)]
#[template(path = "agenda_approval.html")]
struct ApprovalPage {
    page: Page,
    form: Form,
    root: String,
    number: i64,
    actions: i64,
    gaps: Vec<GapView>,
    warnings: Vec<GapView>,
    today: String,
    starts: Option<view::Starts>,
}

async fn approval_page(visit: &Visit, form: Form) -> Result<Response, WebError> {
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let root = view::desk_href(visit)?;
    let today = view::today(visit);
    let versions = versions(visit).await?;
    let (number, Some(draft)) = open_draft(&versions) else {
        return Ok(see_other(&format!("{root}/bozza"), key!("done-agenda-draft-first")));
    };
    let from = query::starts_from(store, body, draft).await.map_err(view::failure)?;
    let gaps = query::open_checklist(store, body, today).await.map_err(view::failure)?;
    let actions = query::actions(store, body).await.map_err(view::failure)?;
    let (gaps, warnings): (Vec<_>, Vec<_>) =
        gaps.iter().map(|gap| view::gap(visit, &root, gap)).partition(|gap| gap.blocks);
    let page = under(visit, key!("agenda-approval"))?;
    web::html(&ApprovalPage {
        starts: view::starts_from(visit, &page, from.as_ref()).await?,
        page,
        form,
        root,
        number,
        actions: actions.iter().filter(|a| crate::rules::belongs(a)).count() as i64,
        gaps,
        warnings,
        today: today.to_string(),
    })
}

/// `/{body}/scrivania/agenda/approva`
pub async fn approval(visit: Visit) -> Result<Response, WebError> {
    approval_page(&visit, Form::default()).await
}

/// `POST /{body}/scrivania/agenda/approva`
pub async fn approve(visit: Visit, Pairs(pairs): Pairs) -> Result<Response, WebError> {
    let (store, place) = (visit.app.store(), view::place(&visit)?);
    let approved = match form::act(&mut Draft::new(pairs.clone()), view::today(&visit)) {
        Ok(act) => version_approve(store, &place, &visit.principal, act).await,
        Err(error) => Err(error),
    };
    match approved {
        Ok(_) => {
            let to = format!("{}/pubblica", view::desk_href(&visit)?);
            Ok(see_other(&to, key!("done-agenda-approved")))
        }
        Err(error) => {
            let form = view::refused(&visit, pairs, error)?;
            let answer = approval_page(&visit, form).await?;
            Ok((REFUSED, answer).into_response())
        }
    }
}

#[derive(Template)]
#[template(path = "agenda_publication.html")]
struct PublicationPage {
    page: Page,
    form: Form,
    root: String,
    version: Version,
    line: String,
    actions: i64,
}

async fn publication_page(visit: &Visit, form: Form) -> Result<Response, WebError> {
    let versions = versions(visit).await?;
    let root = view::desk_href(visit)?;
    let Some(version) = versions.into_iter().find(|v| v.state == VersionState::Approved) else {
        return Ok(see_other(&root, key!("done-agenda-nothing-to-publish")));
    };
    let frozen = query::version(visit.app.store(), visit.body_id()?, version.number).await;
    let actions = frozen.map_err(view::failure)?.snapshot.actions.len() as i64;
    let page = under(visit, key!("agenda-publication"))?;
    let line = view::version_line(&page, &version);
    web::html(&PublicationPage { page, form, root, version, line, actions })
}

/// `/{body}/scrivania/agenda/pubblica`
pub async fn publication(visit: Visit) -> Result<Response, WebError> {
    publication_page(&visit, Form::default()).await
}

/// `POST /{body}/scrivania/agenda/pubblica`
pub async fn publish(visit: Visit, Pairs(pairs): Pairs) -> Result<Response, WebError> {
    let mut draft = Draft::new(pairs.clone());
    let number = draft.integer("number", true, 1..=100_000).unwrap_or_default();
    let (store, place) = (visit.app.store(), view::place(&visit)?);
    let published = match draft.finish() {
        Ok(()) => version_publish(store, &place, &visit.principal, number).await,
        Err(errors) => Err(AgendaError::Invalid(errors)),
    };
    match published {
        Ok(()) => Ok(see_other(&place.agenda_href(), key!("done-agenda-published"))),
        Err(error) => {
            let form = view::refused(&visit, pairs, error)?;
            let answer = publication_page(&visit, form).await?;
            Ok((REFUSED, answer).into_response())
        }
    }
}

/// One action that differs.
struct DifferenceView {
    href: String,
    title: String,
    kind: (String, &'static str),
    parts: String,
}

#[derive(Template)]
#[template(path = "agenda_differences.html")]
struct DifferencesPage {
    page: Page,
    root: String,
    line: String,
    differences: Vec<DifferenceView>,
}

/// `/{body}/scrivania/agenda/differenze`
pub async fn differences(visit: Visit) -> Result<Response, WebError> {
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let root = view::desk_href(&visit)?;
    let versions = versions(&visit).await?;
    let published = versions.iter().find(|v| v.state == VersionState::Published);
    let page = under(&visit, key!("agenda-differences"))?;
    let line = match published {
        Some(version) => {
            let mut args = Args::new();
            args.set("line", view::version_line(&page, version));
            page.ta(key!("agenda-differences-from"), &args)
        }
        None => page.t(key!("agenda-differences-none-published")),
    };
    let found = query::difference(store, body, None).await.map_err(view::failure)?;
    let differences = found
        .into_iter()
        .map(|one| DifferenceView {
            href: format!("{root}/azioni/{}", one.code),
            title: format!("{} {}", one.code, one.title),
            kind: (
                page.t(one.kind.key()),
                match one.kind {
                    ChangeKind::Added => "success",
                    ChangeKind::Removed => "danger",
                    ChangeKind::Changed => "info",
                },
            ),
            parts: one
                .parts
                .iter()
                .map(|part| page.t(part_key(part)))
                .collect::<Vec<_>>()
                .join(", "),
        })
        .collect();
    web::html(&DifferencesPage { page, root, line, differences })
}

/// The name of a part of an action that can differ.
fn part_key(part: &str) -> &'static str {
    match part {
        "title" => key!("agenda-f-title"),
        "easy_title" => key!("agenda-f-easy-title"),
        "summary" => key!("agenda-f-summary"),
        "kind" => key!("agenda-f-kind"),
        "start" => key!("agenda-f-start"),
        "end" => key!("agenda-f-end"),
        "areas" => key!("agenda-f-areas"),
        "municipalities" => key!("agenda-f-where"),
        "responsible" => key!("agenda-f-responsible"),
        "partners" => key!("agenda-f-partners"),
        "cost" => key!("agenda-f-cost"),
        "funding" => key!("agenda-f-funding"),
        "inclusion" => key!("agenda-f-inclusion"),
        "services" => key!("agenda-f-services"),
        "databases" => key!("agenda-f-databases"),
        "level_from" | "level_to" => key!("agenda-f-levels"),
        "source" => key!("agenda-f-facts-source"),
        "origins" => key!("agenda-f-origins"),
        "results" => key!("agenda-f-results"),
        _ => key!("agenda-f-other"),
    }
}
