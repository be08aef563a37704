//! The desk: what needs me today, and the places where I work.

use askama::Template;
use axum::response::Response;
use identity::{Identity, body::Body, role};
use kernel::{Access, BodyId, Role};
use participation::service::moderation;
use texts::key;
use web::{Page, Part, Visit, WebError};

const MODERATE: Access = Access::Roles(&[Role::Lead, Role::Moderator, Role::Facilitator]);
const RUN: Access = Access::Roles(&[Role::Lead, Role::Facilitator]);
const MEASURE: Access = Access::Roles(&[Role::Lead]);

/// Something that waits for me.
struct Task {
    href: String,
    title: String,
    text: String,
    late: bool,
}

/// A place where staff works.
struct Place {
    href: String,
    icon: &'static str,
    title: String,
    text: String,
}

/// A body one works for, with what waits and its places.
struct Held {
    href: String,
    body: String,
    roles: String,
    tasks: Vec<Task>,
    places: Vec<Place>,
}

#[derive(Template)]
#[template(path = "desk.html")]
struct Desk {
    page: Page,
    name: String,
    held: Vec<Held>,
    /// Whether the whole network is one's to look after, shown on the desk of all bodies.
    network: bool,
}

/// `/scrivania` and `/{body}/scrivania`: of all bodies, or of that one.
pub async fn page(visit: Visit, Part(identity): Part<Identity>) -> Result<Response, WebError> {
    let tree = identity.bodies().tree().await?;
    let here = visit.body.as_ref().map(|body| body.id);
    let mut bodies: Vec<BodyId> = Vec::new();
    for grant in &visit.principal.grants {
        if !bodies.contains(&grant.body) && here.is_none_or(|here| here == grant.body) {
            bodies.push(grant.body);
        }
    }
    let mut held = Vec::new();
    for body in bodies.into_iter().filter_map(|id| tree.by_id(id)) {
        held.push(of_body(&visit, body).await?);
    }
    let page = Page::new(&visit, visit.t(key!("shell-desk")));
    let network = here.is_none() && visit.principal.is_network_manager();
    web::html(&Desk { page, name: visit.principal.name.clone(), held, network })
}

async fn of_body(visit: &Visit, body: &Body) -> Result<Held, WebError> {
    let root = format!("/{}/", body.fields.slug);
    let own = visit.principal.grants.iter().filter(|grant| grant.body == body.id);
    let roles: Vec<String> = own.map(|grant| visit.t(role::label(grant.role))).collect();
    let places = visit
        .app
        .desk()
        .iter()
        .filter(|entry| reaches(visit, body.id, entry))
        .map(|entry| Place {
            href: format!("{root}{}", entry.path),
            icon: entry.icon,
            title: visit.t(entry.key),
            text: visit.t(entry.text),
        })
        .collect();
    let tasks = tasks(visit, body.id, &root).await?;
    let (body, roles) = (body.fields.name.clone(), roles.join(", "));
    Ok(Held { href: root, body, roles, tasks, places })
}

/// Whether the visitor works there: the list of paths is also for who holds a role on one path.
fn reaches(visit: &Visit, body: BodyId, entry: &web::DeskEntry) -> bool {
    let by_path = participation::pages::DESK.iter().any(|one| one.path == entry.path);
    match entry.access {
        Access::Roles(roles) if by_path => visit.principal.holds_somewhere(body, roles),
        access => access.allows(&visit.principal, Some(body), None),
    }
}

fn broken(error: impl std::fmt::Display) -> WebError {
    WebError::Internal(error.to_string())
}

/// What waits for the visitor in a body, most pressing first.
async fn tasks(visit: &Visit, body: BodyId, root: &str) -> Result<Vec<Task>, WebError> {
    let (store, now) = (visit.app.store(), visit.app.store().clock().now());
    let may = |access: Access| access.allows(&visit.principal, Some(body), None);
    let mut tasks = Vec::new();
    if may(RUN) {
        let days = workday::totals::of_all(store).await.map_err(broken)?;
        for day in days.into_iter().filter(|day| BodyId(day.body_id) == body) {
            let key = match day.state.as_str() {
                "open" => key!("desk-task-day-open"),
                "closed" => key!("desk-task-day-closed"),
                "counted" => key!("desk-task-day-counted"),
                _ => continue,
            };
            let word = day.href.rsplit('/').next().unwrap_or_default();
            let href = format!("{root}scrivania/giornate/{word}");
            tasks.push(Task { href, title: visit.t(key), text: day.title, late: false });
        }
    }
    if may(MODERATE) {
        let (oldest, count) = moderation::queue(store, body, 1).await.map_err(broken)?;
        if let Some(first) = oldest.first() {
            let days = (now.0 - first.waiting_since) / 86_400_000;
            tasks.push(Task {
                href: format!("{root}scrivania/percorsi/{}/moderazione", first.path_slug),
                title: visit.tn(key!("desk-task-ideas"), count),
                text: visit.tn(key!("desk-task-ideas-since"), days),
                late: days >= 3,
            });
        }
    }
    if may(MEASURE)
        && let Some(followed) =
            monitoring::query::follow_up(store, body, now.day()).await.map_err(broken)?
    {
        let overdue = followed.overdue();
        if let Some((_, worst)) = overdue.first() {
            let count = i64::try_from(overdue.len()).unwrap_or(0);
            let days = i64::from(worst.assessment.overdue_days);
            tasks.push(Task {
                href: format!("{root}scrivania/misure"),
                title: visit.tn(key!("desk-task-readings"), count),
                text: visit.tn(key!("desk-task-readings-since"), days),
                late: true,
            });
        }
    }
    cards(visit, body, root, &mut tasks).await?;
    tasks.sort_by_key(|task| !task.late);
    Ok(tasks)
}

/// What of the cards of services waits: for staff to decide, for keepers to look at.
async fn cards(
    visit: &Visit,
    body: BodyId,
    root: &str,
    tasks: &mut Vec<Task>,
) -> Result<(), WebError> {
    let (store, now) = (visit.app.store(), visit.app.store().clock().now());
    let may = |access: Access| access.allows(&visit.principal, Some(body), None);
    let mut add = |path: &str, title: String, text: String, late: bool| {
        tasks.push(Task { href: format!("{root}{path}"), title, text, late });
    };
    if may(RUN) {
        let waits = profile::todo::for_staff(store, body).await.map_err(broken)?;
        let days = |since: i64| (now.0 - since) / 86_400_000;
        if waits.claims > 0 && may(MEASURE) {
            let days = days(waits.oldest_claim);
            let title = visit.tn(key!("desk-task-claims"), waits.claims);
            let text = visit.tn(key!("desk-task-since"), days);
            add("scrivania/attori/richieste", title, text, days >= 7);
        }
        if waits.proposals > 0 {
            let days = days(waits.oldest_proposal);
            let title = visit.tn(key!("desk-task-proposals"), waits.proposals);
            let text = visit.tn(key!("desk-task-since"), days);
            add("scrivania/proposte", title, text, days >= 7);
        }
        if waits.unchecked > 0 {
            let title = visit.tn(key!("desk-task-unchecked"), waits.unchecked);
            let text = visit.t(key!("desk-task-unchecked-text"));
            add("scrivania/conferme/nuova", title, text, false);
        }
    }
    if let Some(person) = visit.principal.person
        && may(Access::Roles(&[Role::Actor]))
    {
        let waits = profile::todo::for_keeper(store, body, person).await.map_err(broken)?;
        if waits.unchecked > 0 {
            let title = visit.tn(key!("desk-task-own-unchecked"), waits.unchecked);
            add("schede", title, visit.t(key!("desk-task-own-unchecked-text")), false);
        }
    }
    Ok(())
}
