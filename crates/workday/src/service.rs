//! Use cases of the staff: prepare a day, freeze, open, close, annul; and the lists of days.

use kernel::{BodyId, Principal, chance::normalise_code};
use participation::service::Site;
use serde_json::json;
use store::{
    Change, Store, Tx,
    search::{self, Document},
    thread::{self, Node},
};

use crate::{
    error::WorkdayError,
    ideas,
    model::{Day, DayFields, DayId, Project, ProjectFields, ProjectId, Step},
    rules, store as rows,
};

/// How many characters the room's code has.
const JOIN_CODE: usize = 6;

/// A day with its projects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayView {
    /// The day.
    pub day: Day,
    /// Its projects, as listed.
    pub projects: Vec<Project>,
}

/// The days of a body (of one path when given), latest first; `public_only` leaves out those being prepared.
pub async fn days(
    store: &Store,
    body: BodyId,
    path: Option<&str>,
    public_only: bool,
) -> Result<Vec<Day>, WorkdayError> {
    rows::days(store.read(), body, path, public_only).await
}

/// A day by its address word, with its projects; the caller decides who may see one being prepared.
pub async fn day(store: &Store, body: BodyId, slug: &str) -> Result<DayView, WorkdayError> {
    let day =
        rows::day_by_slug(store.read(), body, slug).await?.ok_or(WorkdayError::DayNotFound)?;
    let projects = rows::projects(store.read(), body, day.id).await?;
    Ok(DayView { day, projects })
}

/// The day that a room's code opens, as typed.
pub async fn day_of_room_code(
    store: &Store,
    body: BodyId,
    typed: &str,
) -> Result<Option<Day>, WorkdayError> {
    rows::day_by_join_code(store.read(), body, &normalise_code(typed)).await
}

/// A day by its id, with its projects.
pub async fn day_by_id(store: &Store, body: BodyId, id: DayId) -> Result<DayView, WorkdayError> {
    let day = rows::day(store.read(), body, id).await?;
    let projects = rows::projects(store.read(), body, id).await?;
    Ok(DayView { day, projects })
}

fn href(body_slug: &str, day_slug: &str) -> String {
    format!("/{body_slug}/giornate/{day_slug}")
}

/// The address of a project on its day's page.
pub fn project_href(day: &Day, project: &Project) -> String {
    format!("{}#progetto-{}", day.href, project.fields.code.to_lowercase())
}

async fn refuse_taken_slug(tx: &Tx, slug: &str, mine: Option<DayId>) -> Result<(), WorkdayError> {
    match rows::day_by_slug(tx.conn(), tx.body(), slug).await? {
        Some(other) if Some(other.id) != mine => Err(WorkdayError::SlugTaken(slug.to_owned())),
        _ => Ok(()),
    }
}

fn day_values(fields: &DayFields) -> serde_json::Value {
    json!({
        "path": fields.path, "slug": fields.slug, "title": fields.title, "day": fields.day.to_string(),
        "place": fields.place, "budget_cents": fields.budget.map(|b| b.0), "rules": fields.rules,
    })
}

fn project_values(fields: &ProjectFields) -> serde_json::Value {
    json!({
        "code": fields.code, "title": fields.title, "cost_cents": fields.cost.0, "area": fields.area,
        "ideas": fields.origins.iter().map(|origin| origin.idea.to_string()).collect::<Vec<_>>(),
    })
}

/// Creates a day to be prepared.
pub async fn create_day(
    store: &Store,
    who: &Principal,
    body: BodyId,
    body_slug: &str,
    fields: DayFields,
) -> Result<Day, WorkdayError> {
    rules::check_day(&fields)?;
    let input = (who.clone(), body_slug.to_owned(), fields);
    store
        .write(body, input, |tx, (who, body_slug, fields)| {
            Box::pin(async move {
                refuse_taken_slug(tx, &fields.slug, None).await?;
                let id = DayId(tx.new_id());
                rows::insert_day(tx, id, &href(body_slug, &fields.slug), fields).await?;
                tx.record(
                    Change::by(who, "working_day.create", "working_day", id)
                        .after(day_values(fields)),
                )
                .await?;
                rows::day(tx.conn(), tx.body(), id).await
            })
        })
        .await
}

/// Changes a day that is being prepared.
pub async fn edit_day(
    store: &Store,
    who: &Principal,
    body: BodyId,
    body_slug: &str,
    id: DayId,
    fields: DayFields,
) -> Result<Day, WorkdayError> {
    rules::check_day(&fields)?;
    let input = (who.clone(), body_slug.to_owned(), id, fields);
    store
        .write(body, input, |tx, (who, body_slug, id, fields)| {
            Box::pin(async move {
                let before = rows::day(tx.conn(), tx.body(), *id).await?;
                before.state.edit()?;
                refuse_taken_slug(tx, &fields.slug, Some(*id)).await?;
                rows::update_day(tx, *id, &href(body_slug, &fields.slug), fields).await?;
                let change = Change::by(who, "working_day.edit", "working_day", *id);
                tx.record(change.values(day_values(&before.fields), day_values(fields))).await?;
                rows::day(tx.conn(), tx.body(), *id).await
            })
        })
        .await
}

/// Adds a project at the end of the list.
pub async fn add_project(
    store: &Store,
    who: &Principal,
    body: BodyId,
    day: DayId,
    fields: ProjectFields,
) -> Result<Project, WorkdayError> {
    rules::check_project(&fields)?;
    store
        .write(body, (who.clone(), day, fields), |tx, (who, day, fields)| {
            Box::pin(async move {
                rows::day(tx.conn(), tx.body(), *day).await?.state.edit()?;
                let listed = rows::projects(tx.conn(), tx.body(), *day).await?;
                if listed.iter().any(|other| other.fields.code == fields.code) {
                    return Err(WorkdayError::CodeTaken(fields.code.clone()));
                }
                let place = listed.last().map_or(0, |last| last.place + 1);
                let id = ProjectId(tx.new_id());
                let project = Project { id, fields: fields.clone(), place, tie_place: None };
                rows::put_project(tx, *day, &project).await?;
                tx.record(
                    Change::by(who, "project.create", "project", id).after(project_values(fields)),
                )
                .await?;
                Ok(project)
            })
        })
        .await
}

/// Changes a project of a day that is being prepared.
pub async fn edit_project(
    store: &Store,
    who: &Principal,
    body: BodyId,
    day: DayId,
    id: ProjectId,
    fields: ProjectFields,
) -> Result<Project, WorkdayError> {
    rules::check_project(&fields)?;
    store
        .write(body, (who.clone(), day, id, fields), |tx, (who, day, id, fields)| {
            Box::pin(async move {
                rows::day(tx.conn(), tx.body(), *day).await?.state.edit()?;
                let listed = rows::projects(tx.conn(), tx.body(), *day).await?;
                if listed.iter().any(|other| other.id != *id && other.fields.code == fields.code) {
                    return Err(WorkdayError::CodeTaken(fields.code.clone()));
                }
                let before = listed
                    .into_iter()
                    .find(|p| p.id == *id)
                    .ok_or(WorkdayError::ProjectNotFound)?;
                let project = Project { fields: fields.clone(), ..before.clone() };
                rows::put_project(tx, *day, &project).await?;
                let change = Change::by(who, "project.edit", "project", *id);
                tx.record(change.values(project_values(&before.fields), project_values(fields)))
                    .await?;
                Ok(project)
            })
        })
        .await
}

/// Takes a project off the list of a day that is being prepared.
pub async fn remove_project(
    store: &Store,
    who: &Principal,
    body: BodyId,
    day: DayId,
    id: ProjectId,
) -> Result<(), WorkdayError> {
    store
        .write(body, (who.clone(), day, id), |tx, (who, day, id)| {
            Box::pin(async move {
                rows::day(tx.conn(), tx.body(), *day).await?.state.edit()?;
                let listed = rows::projects(tx.conn(), tx.body(), *day).await?;
                let before = listed
                    .into_iter()
                    .find(|p| p.id == *id)
                    .ok_or(WorkdayError::ProjectNotFound)?;
                rows::remove_project(tx, *id).await?;
                let change = Change::by(who, "project.remove", "project", *id);
                tx.record(change.values(project_values(&before.fields), serde_json::Value::Null))
                    .await?;
                Ok(())
            })
        })
        .await
}

/// Prepared -> RulesFrozen: seals projects, budget and rules, draws the tie order, makes the room's code.
///
/// The ideas behind the projects are on the ballot from now on.
pub async fn freeze(
    store: &Store,
    who: &Principal,
    site: &Site,
    id: DayId,
) -> Result<Day, WorkdayError> {
    store
        .write(site.body, (who.clone(), site.clone(), id), |tx, (who, site, id)| {
            Box::pin(async move {
                let day = rows::day(tx.conn(), tx.body(), *id).await?;
                let next = day.state.freeze()?;
                let mut projects = rows::projects(tx.conn(), tx.body(), *id).await?;
                rules::check_freezable(&day.fields, &projects)?;
                ideas::put_on_ballot(tx, site, who, *id, &projects).await?;
                rules::settle_tie_order(day.fields.rules.tie_order, &mut projects, tx.dice());
                let hash = rules::rules_hash(&day.fields, &projects)?;
                rows::seal(tx, *id, &projects, &hash, &unused_code(tx).await?).await?;
                rows::set_state(tx, *id, next, Some("frozen_at")).await?;
                make_known(tx, &day, &projects, &[]).await?;
                let change = Change::by(who, "working_day.freeze", "working_day", *id);
                tx.record(change.after(json!({ "rules_hash": hash }))).await?;
                rows::day(tx.conn(), tx.body(), *id).await
            })
        })
        .await
}

async fn unused_code(tx: &Tx) -> Result<String, WorkdayError> {
    loop {
        let code = tx.dice().code(JOIN_CODE);
        if rows::day_by_join_code(tx.conn(), tx.body(), &code).await?.is_none() {
            return Ok(code);
        }
    }
}

/// Puts the day and its projects on the thread and into the search; `notes` are shown beside projects, by code.
pub(crate) async fn make_known(
    tx: &Tx,
    day: &Day,
    projects: &[Project],
    notes: &[(String, &'static str)],
) -> Result<(), WorkdayError> {
    let day_node = ("working_day", day.id.0);
    let mut nodes = vec![Node {
        kind: day_node.0.into(),
        id: day_node.1,
        label: day.fields.title.clone(),
        href: day.href.clone(),
        note: String::new(),
    }];
    for project in projects {
        let fields = &project.fields;
        let note = notes
            .iter()
            .find(|(code, _)| *code == fields.code)
            .map_or_else(String::new, |(_, note)| thread::word(note));
        let href = project_href(day, project);
        nodes.push(Node {
            kind: "project".into(),
            id: project.id.0,
            label: fields.title.clone(),
            href: href.clone(),
            note,
        });
        search::put(
            tx,
            &Document {
                kind: "project",
                id: project.id.0,
                title: &fields.title,
                summary: &day.fields.title,
                href: &href,
                text: &fields.summary,
                public: true,
            },
        )
        .await?;
        thread::join(tx, day_node, "puts_to_vote", ("project", project.id.0)).await?;
        for origin in &fields.origins {
            thread::join(tx, ("idea", origin.idea), "becomes", ("project", project.id.0)).await?;
        }
    }
    thread::put_all(tx, &nodes, true).await?;
    search::put(
        tx,
        &Document {
            kind: "working_day",
            id: day.id.0,
            title: &day.fields.title,
            summary: &day.fields.place,
            href: &day.href,
            text: &format!("{} {}", day.fields.place, day.fields.access_notes),
            public: true,
        },
    )
    .await?;
    Ok(())
}

/// RulesFrozen -> Open: ballots are taken from now on.
pub async fn open(
    store: &Store,
    who: &Principal,
    body: BodyId,
    id: DayId,
) -> Result<Day, WorkdayError> {
    step(store, who, body, id, Step::Open).await
}

/// Open -> Closed: no ballot is taken from now on.
pub async fn close(
    store: &Store,
    who: &Principal,
    body: BodyId,
    id: DayId,
) -> Result<Day, WorkdayError> {
    step(store, who, body, id, Step::Close).await
}

async fn step(
    store: &Store,
    who: &Principal,
    body: BodyId,
    id: DayId,
    step: Step,
) -> Result<Day, WorkdayError> {
    store
        .write(body, (who.clone(), id, step), |tx, (who, id, step)| {
            Box::pin(async move {
                let day = rows::day(tx.conn(), tx.body(), *id).await?;
                let (next, moment, action) = if *step == Step::Open {
                    (day.state.open()?, "opened_at", "working_day.open")
                } else {
                    (day.state.close()?, "closed_at", "working_day.close")
                };
                rows::set_state(tx, *id, next, Some(moment)).await?;
                let change = Change::by(who, action, "working_day", *id);
                tx.record(change.after(json!({ "present": day.present, "ballots": day.ballots })))
                    .await?;
                rows::day(tx.conn(), tx.body(), *id).await
            })
        })
        .await
}

/// any but Annulled -> Annulled: the day is void; what was done stays on record.
///
/// The ideas behind the projects are free for another day.
pub async fn annul(
    store: &Store,
    who: &Principal,
    site: &Site,
    id: DayId,
    reason: &str,
) -> Result<Day, WorkdayError> {
    let reason = reason.trim().to_owned();
    if reason.is_empty() {
        return Err(WorkdayError::ReasonMissing);
    }
    store
        .write(site.body, (who.clone(), site.clone(), id, reason), |tx, (who, site, id, reason)| {
            Box::pin(async move {
                let day = rows::day(tx.conn(), tx.body(), *id).await?;
                let next = day.state.annul()?;
                rows::set_state(tx, *id, next, Some("annulled_at")).await?;
                tx.execute(
                    "UPDATE working_day SET annul_reason = ? WHERE body_id = ? AND id = ?",
                    [reason.clone().into(), tx.body().0.into(), id.0.into()],
                )
                .await?;
                if day.is_public() {
                    let projects = rows::projects(tx.conn(), tx.body(), *id).await?;
                    let notes: Vec<_> = projects
                        .iter()
                        .map(|p| (p.fields.code.clone(), "Giornata annullata"))
                        .collect();
                    make_known(tx, &day, &projects, &notes).await?;
                    ideas::give_back(tx, site, who, &day, &projects, reason).await?;
                }
                let change = Change::by(who, "working_day.annul", "working_day", *id);
                tx.record(
                    change.values(json!({ "state": day.state }), json!({ "reason": reason })),
                )
                .await?;
                rows::day(tx.conn(), tx.body(), *id).await
            })
        })
        .await
}
