//! The desk of a path: make it, describe it, move it from phase to phase knowing what follows.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use jiff::civil::Date;
use kernel::{Principal, Role, form::Draft};
use texts::key;
use web::{
    Form, Page, Pairs, Visit, WebError,
    page::{Choice, Step},
};

use super::{
    LEADS, MODERATORS, STAFF,
    common::{choices, desk_path, from_to, refusal, said, site, strip, today, typed, with_status},
};
use crate::{
    ParticipationError,
    input::PathInput,
    model::{IdeaState, LeadOffice, PathArrow, PathState, PhaseKind},
    service::paths,
    store::{self as rows, Path as PathRow},
};

/// A path in the desk's list.
struct Row {
    href: String,
    name: String,
    state: String,
    strip: i64,
    waiting: i64,
    since: String,
    public: i64,
}

#[derive(Template)]
#[template(path = "path_desk_list.html")]
struct DeskList {
    page: Page,
    rows: Vec<Row>,
    new: String,
}

/// Whether somebody holds one of the roles on the body or on that path of it.
fn holds(visit: &Visit, who: &Principal, path: &str, roles: &[Role]) -> bool {
    visit.body.as_ref().is_some_and(|body| who.holds(body.id, Some(path), roles))
}

/// How long something has waited, in words.
pub(super) fn waits(visit: &Visit, since: i64) -> String {
    let days = (visit.app.store().clock().now().0 - since).max(0) / 86_400_000;
    visit.tn(key!("path-desk-waits-days"), days)
}

/// `/{body}/scrivania/percorsi`: the paths one works on.
pub(super) async fn list(visit: Visit) -> Result<Response, WebError> {
    let (store, body) = (visit.app.store(), visit.body()?);
    let waiting = rows::waiting_in_paths(store.read(), store.engine(), body.id).await?;
    let paths = rows::paths(store.read(), store.engine(), body.id, true).await?;
    let mine = |path: &PathRow| holds(&visit, &visit.principal, &path.slug, STAFF);
    let whole = visit.principal.holds(body.id, None, STAFF);
    if !whole && !paths.iter().any(mine) {
        return Err(WebError::Forbidden);
    }
    let row = |path: PathRow| {
        let waits_here = waiting.iter().find(|one| one.path_id == path.id);
        Row {
            href: format!("/{}/scrivania/percorsi/{}", body.slug, path.slug),
            state: visit.t(path.state.label()),
            strip: strip(&path),
            waiting: waits_here.map_or(0, |one| one.ideas),
            since: waits_here.map(|one| waits(&visit, one.since)).unwrap_or_default(),
            public: path.public_ideas,
            name: path.name,
        }
    };
    let rows = paths.into_iter().filter(mine).map(row).collect();
    let new = if visit.principal.holds(body.id, None, LEADS) {
        format!("/{}/scrivania/nuovo-percorso", body.slug)
    } else {
        String::new()
    };
    let page = under_desk(&visit, visit.t(key!("path-desk-paths")))?;
    web::html(&DeskList { page, rows, new })
}

/// The frame of a desk page.
fn under_desk(visit: &Visit, title: String) -> Result<Page, WebError> {
    let href = format!("/{}/scrivania", visit.body()?.slug);
    Ok(Page::new(visit, title).under(href, visit.t("shell-desk")))
}

/// The frame of a page below a path's desk.
pub(super) fn under_path(visit: &Visit, title: String, path: &PathRow) -> Result<Page, WebError> {
    let slug = &visit.body()?.slug;
    Ok(under_desk(visit, title)?
        .under(format!("/{slug}/scrivania/percorsi"), visit.t(key!("path-desk-paths")))
        .under(format!("/{slug}/scrivania/percorsi/{}", path.slug), path.name.clone()))
}

#[derive(Template)]
#[template(path = "path_form.html")]
struct PathForm {
    page: Page,
    form: Form,
    title: String,
    action: String,
    back: String,
    is_new: bool,
    offices: Vec<Choice>,
}

fn new_form(visit: &Visit, form: Form) -> Result<Response, WebError> {
    let slug = &visit.body()?.slug;
    let back = format!("/{slug}/scrivania/percorsi");
    let title = visit.t(key!("path-new"));
    let page =
        under_desk(visit, title.clone())?.under(back.clone(), visit.t(key!("path-desk-paths")));
    let action = format!("/{slug}/scrivania/nuovo-percorso");
    let offices = choices!(visit, LeadOffice);
    web::html(&PathForm { page, form, title, action, back, is_new: true, offices })
}

/// `/{body}/scrivania/nuovo-percorso`
pub(super) async fn new(visit: Visit) -> Result<Response, WebError> {
    let year = today(&visit).year().to_string();
    new_form(&visit, Form::filled([("year", year.as_str()), ("lead_office", "social")]))
}

/// `POST /{body}/scrivania/nuovo-percorso`
pub(super) async fn create(visit: Visit, Pairs(pairs): Pairs) -> Result<Response, WebError> {
    let site = site(&visit)?;
    let refused = |form| Ok(with_status(new_form(&visit, form)?, StatusCode::UNPROCESSABLE_ENTITY));
    let input = match PathInput::read(Draft::new(pairs.clone())) {
        Ok(input) => input,
        Err(errors) => return refused(Form::refused(&visit, pairs, &errors)),
    };
    let slug = input.slug.clone();
    match paths::create(visit.app.store(), &site, &visit.principal, input).await {
        Ok(_) => {
            let to = format!("/{}/scrivania/percorsi/{slug}", site.slug);
            Ok(web::see_other(&to, key!("done-path-created")))
        }
        Err(error @ ParticipationError::SlugTaken) => {
            let text = said(&visit, &error);
            refused(Form::filled(pairs).with_error("slug", text))
        }
        Err(error) => Err(error.into()),
    }
}

fn edit_form(visit: &Visit, path: &PathRow, form: Form) -> Result<Response, WebError> {
    let back = format!("/{}/scrivania/percorsi/{}", visit.body()?.slug, path.slug);
    let title = visit.t(key!("path-edit"));
    let page = under_path(visit, title.clone(), path)?;
    let action = format!("{back}/testi");
    let offices = choices!(visit, LeadOffice);
    web::html(&PathForm { page, form, title, action, back, is_new: false, offices })
}

/// `/{body}/scrivania/percorsi/{path}/testi`
pub(super) async fn texts(
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let path = desk_path(&visit, &slug).await?.path;
    let year = path.year.to_string();
    let form = Form::filled([
        ("name", path.name.as_str()),
        ("year", year.as_str()),
        ("lead_office", path.lead_office.code()),
        ("summary", path.summary.as_str()),
        ("text", path.text.as_str()),
    ]);
    edit_form(&visit, &path, form)
}

/// `POST /{body}/scrivania/percorsi/{path}/testi`
pub(super) async fn edit(
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let (site, path) = (site(&visit)?, desk_path(&visit, &slug).await?.path);
    match PathInput::read(Draft::new(pairs.clone())) {
        Ok(input) => {
            paths::edit(visit.app.store(), &site, &visit.principal, &slug, input).await?;
            let to = format!("/{}/scrivania/percorsi/{slug}", site.slug);
            Ok(web::see_other(&to, key!("done-path-edited")))
        }
        Err(errors) => {
            let form = edit_form(&visit, &path, Form::refused(&visit, pairs, &errors))?;
            Ok(with_status(form, StatusCode::UNPROCESSABLE_ENTITY))
        }
    }
}

/// What follows from an arrow, in plain words.
const fn consequence(arrow: PathArrow) -> &'static str {
    match arrow {
        PathArrow::BeginKnowledge => key!("path-then-begin-knowledge"),
        PathArrow::OpenListening => key!("path-then-open-listening"),
        PathArrow::BeginReview => key!("path-then-begin-review"),
        PathArrow::BeginDecision => key!("path-then-begin-decision"),
        PathArrow::ApproveAgenda => key!("path-then-approve-agenda"),
        PathArrow::BeginMonitoring => key!("path-then-begin-monitoring"),
        PathArrow::Close => key!("path-then-close"),
        PathArrow::Suspend => key!("path-then-suspend"),
        PathArrow::Resume => key!("path-then-resume"),
        PathArrow::Withdraw => key!("path-then-withdraw"),
    }
}

/// Whether an arrow cannot be undone and asks for a tick.
const fn is_final(arrow: PathArrow) -> bool {
    matches!(arrow, PathArrow::Close | PathArrow::Withdraw)
}

/// A step the path can take.
struct Next {
    code: &'static str,
    label: String,
    text: String,
    is_final: bool,
}

/// A phase in the desk's table.
struct PhaseRow {
    href: String,
    title: String,
    kind: String,
    dates: String,
}

#[derive(Template)]
#[template(path = "path_desk.html")]
struct Desk {
    page: Page,
    path: PathRow,
    form: Form,
    state: String,
    root: String,
    waiting_href: String,
    unanswered_href: String,
    ideas_href: String,
    public: String,
    leads: bool,
    moderates: bool,
    collects: bool,
    waiting: i64,
    unanswered: i64,
    line: Vec<Step>,
    main: Vec<Next>,
    others: Vec<Next>,
    phases: Vec<PhaseRow>,
    warning: String,
}

/// The states of a path on a line.
fn line(visit: &Visit, path: &PathRow) -> Vec<Step> {
    const ORDER: [PathState; 8] = [
        PathState::Preparation,
        PathState::Knowledge,
        PathState::Listening,
        PathState::Review,
        PathState::Decision,
        PathState::AgendaApproved,
        PathState::Monitoring,
        PathState::Closed,
    ];
    let here =
        path.state_before.filter(|_| path.state == PathState::Suspended).unwrap_or(path.state);
    let at = ORDER.iter().position(|state| *state == here);
    ORDER
        .iter()
        .enumerate()
        .map(|(n, state)| Step {
            label: visit.t(state.label()),
            date: String::new(),
            text: String::new(),
            status: match at {
                Some(at) if n < at => "done",
                Some(at) if n == at => "current",
                _ => "todo",
            }
            .into(),
        })
        .collect()
}

/// What dates and state say differently, if they do.
fn warning(visit: &Visit, found: &paths::PathPage, day: Date) -> String {
    let listening: Vec<_> =
        found.phases.iter().filter(|phase| phase.kind == PhaseKind::Listening).collect();
    let key = match found.path.state {
        PathState::Listening if listening.is_empty() => key!("path-warning-no-dates"),
        PathState::Listening if listening.iter().all(|phase| phase.to < day) => {
            key!("path-warning-listening-over")
        }
        PathState::Listening if !listening.iter().any(|p| p.from <= day && day <= p.to) => {
            key!("path-warning-listening-later")
        }
        PathState::Preparation | PathState::Knowledge
            if listening.iter().any(|p| p.from <= day && day <= p.to) =>
        {
            key!("path-warning-open-now")
        }
        _ => return String::new(),
    };
    visit.t(key)
}

async fn show(
    visit: &Visit,
    found: paths::PathPage,
    form: Form,
    refused: Option<String>,
) -> Result<Response, WebError> {
    let (store, body) = (visit.app.store(), visit.body()?);
    let groups = rows::groups(store.read(), store.engine(), body.id, found.path.id).await?;
    let count = |wanted: &dyn Fn(IdeaState) -> bool| {
        groups.iter().filter(|group| wanted(group.state)).map(|group| group.ideas).sum()
    };
    let warning = warning(visit, &found, today(visit));
    let paths::PathPage { path, phases } = found;
    let root = format!("/{}/scrivania/percorsi/{}", body.slug, path.slug);
    let next = |arrow: PathArrow| Next {
        code: arrow.code(),
        label: visit.t(arrow.label()),
        text: visit.t(consequence(arrow)),
        is_final: is_final(arrow),
    };
    let leads = holds(visit, &visit.principal, &path.slug, LEADS);
    let arrows = if leads { path.state.arrows(path.state_before) } else { Vec::new() };
    let aside = |arrow: &PathArrow| matches!(arrow, PathArrow::Suspend | PathArrow::Withdraw);
    let mut page = under_desk(visit, path.name.clone())?
        .under(format!("/{}/scrivania/percorsi", body.slug), visit.t(key!("path-desk-paths")));
    if let Some(text) = refused {
        page = page.with_flash("warning", text);
    }
    let phase = |phase: &rows::Phase| PhaseRow {
        href: format!("{root}/fasi/{}", phase.id.0),
        title: phase.title.clone(),
        kind: visit.t(phase.kind.label()),
        dates: from_to(visit, phase),
    };
    let moderates = holds(visit, &visit.principal, &path.slug, MODERATORS);
    web::html(&Desk {
        state: visit.t(path.state.label()),
        public: if path.state.is_public() {
            site(visit)?.path_href(&path.slug)
        } else {
            String::new()
        },
        waiting_href: format!(
            "{root}/{}",
            if moderates { "moderazione" } else { "idee?stato=received" }
        ),
        unanswered_href: format!("{root}/idee?stato=published"),
        ideas_href: format!("{root}/idee"),
        moderates,
        collects: matches!(path.state, PathState::Listening | PathState::Review),
        waiting: count(&|state| state == IdeaState::Received),
        unanswered: count(&|state| matches!(state, IdeaState::Published | IdeaState::InReview)),
        line: line(visit, &path),
        main: arrows.iter().copied().filter(|a| !aside(a)).map(next).collect(),
        others: arrows.iter().copied().filter(aside).map(next).collect(),
        phases: phases.iter().map(phase).collect(),
        leads,
        root,
        path,
        warning,
        form,
        page,
    })
}

/// `/{body}/scrivania/percorsi/{path}`
pub(super) async fn one(
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let found = desk_path(&visit, &slug).await?;
    show(&visit, found, Form::default(), None).await
}

/// `POST /{body}/scrivania/percorsi/{path}/passo`: one step, with its tick where it cannot be undone.
pub(super) async fn advance(
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let found = desk_path(&visit, &slug).await?;
    let site = site(&visit)?;
    let arrow = PathArrow::parse(typed(&pairs, "passo")).ok_or(WebError::BadRequest)?;
    if is_final(arrow) && typed(&pairs, "conferma") != "1" {
        let text = visit.t(key!("path-confirm-missing"));
        let form = Form::filled(pairs).with_error("conferma", text);
        let page = show(&visit, found, form, None).await?;
        return Ok(with_status(page, StatusCode::UNPROCESSABLE_ENTITY));
    }
    match paths::advance(visit.app.store(), &site, &visit.principal, &slug, arrow).await {
        Ok(_) => {
            let to = format!("/{}/scrivania/percorsi/{slug}", site.slug);
            Ok(web::see_other(&to, key!("done-path-advanced")))
        }
        Err(error) => {
            let text = said(&visit, &refusal(error)?);
            let page = show(&visit, found, Form::default(), Some(text)).await?;
            Ok(with_status(page, StatusCode::CONFLICT))
        }
    }
}
