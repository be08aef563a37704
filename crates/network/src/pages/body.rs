//! What is happening in my town, and what can I do now?

use askama::Template;
use axum::response::Response;
use identity::Identity;
use kernel::BodyId;
use participation::{model::PathState, service::paths, totals::Answer};
use texts::key;
use web::{Page, Part, Visit, WebError};

use crate::overview::{Kept, Standing};

/// The one thing to do now.
struct Act {
    href: String,
    label: String,
    title: String,
    text: String,
}

/// The next date to keep in mind.
struct Next {
    day: String,
    text: String,
    href: String,
}

/// An answer given.
struct Given {
    href: String,
    title: String,
    note: String,
    day: String,
}

/// How the Agenda goes.
struct Going {
    href: String,
    percent: i64,
    sentence: String,
}

/// A municipality, or a body below this one.
struct Member {
    href: String,
    name: String,
}

#[derive(Template)]
#[template(path = "body_home.html")]
struct Home {
    page: Page,
    root: String,
    name: String,
    phase: i64,
    path: Option<(String, String)>,
    phase_text: String,
    act: Act,
    others: Vec<(String, String)>,
    next: Option<Next>,
    answers: Vec<Given>,
    going: Option<Going>,
    numbers: Vec<(i64, String, String)>,
    members: Vec<Member>,
}

/// `/{body}/`
pub async fn page(
    visit: Visit,
    Part(identity): Part<Identity>,
    Part(kept): Part<Kept>,
) -> Result<Response, WebError> {
    let body = visit.body()?.clone();
    let (store, root) = (visit.app.store(), format!("/{}", body.slug));
    let standing = kept.now(store).await?.bodies.get(&body.id).cloned().unwrap_or_default();
    let acts = Acts::find(&visit, &root, &standing).await?;
    let answers = participation::totals::answers(store, body.id, 3)
        .await
        .map_err(|e| WebError::Internal(e.to_string()))?;
    let page = Page::new(&visit, visit.t(key!("body-home-title")));
    let home = Home {
        phase: i64::from(standing.phase),
        phase_text: visit.t(phase_text(&standing)),
        path: standing.path.clone().map(|(slug, name)| (format!("{root}/percorsi/{slug}"), name)),
        answers: answers.into_iter().map(|one| given(&root, one)).collect(),
        going: going(&visit, &root, body.id).await?,
        numbers: numbers(&visit, &root, &standing),
        members: members(&identity, body.id).await?,
        name: body.name,
        act: acts.first,
        others: acts.others,
        next: acts.next,
        root,
        page,
    };
    web::html(&home)
}

fn given(root: &str, one: Answer) -> Given {
    Given {
        href: format!("{root}/percorsi/{}/idee/{}", one.path, one.number),
        title: one.title,
        note: one.note,
        day: kernel::Instant(one.at).day().to_string(),
    }
}

/// The key of what is going on, in plain words.
fn phase_text(standing: &Standing) -> &'static str {
    match standing.state {
        Some(PathState::Knowledge) => key!("body-phase-knowledge"),
        Some(PathState::Listening) => key!("body-phase-listening"),
        Some(PathState::Review) => key!("body-phase-review"),
        Some(PathState::Decision) => key!("body-phase-decision"),
        Some(PathState::AgendaApproved) => key!("body-phase-agenda"),
        Some(PathState::Monitoring) => key!("body-phase-monitoring"),
        Some(PathState::Closed) => key!("body-phase-closed"),
        Some(PathState::Suspended) => key!("body-phase-suspended"),
        Some(PathState::Preparation | PathState::Withdrawn) | None => key!("body-phase-none"),
    }
}

/// What can be done now, most pressing first.
struct Acts {
    first: Act,
    others: Vec<(String, String)>,
    next: Option<Next>,
}

impl Acts {
    async fn find(visit: &Visit, root: &str, standing: &Standing) -> Result<Self, WebError> {
        let (store, body) = (visit.app.store(), visit.body_id()?);
        let broken = |e: &dyn std::fmt::Display| WebError::Internal(e.to_string());
        let today = store.clock().now().day();
        let days = workday::totals::of_all(store).await.map_err(|e| broken(&e))?;
        let own: Vec<_> = days.into_iter().filter(|day| BodyId(day.body_id) == body).collect();
        let mut acts: Vec<Act> = Vec::new();
        if let Some(day) = own.iter().find(|day| day.state == "open") {
            acts.push(Act {
                href: format!("{}/vota", day.href),
                label: visit.t(key!("body-act-vote")),
                title: day.title.clone(),
                text: visit.t(key!("body-act-vote-text")),
            });
        }
        let mut next = own
            .iter()
            .filter(|day| day.day > today.to_string())
            .min_by(|a, b| a.day.cmp(&b.day))
            .map(|day| Next {
                day: day.day.clone(),
                text: day.title.clone(),
                href: day.href.clone(),
            });
        if let Some((slug, _)) = &standing.path {
            let path = paths::path_page(store, body, slug, false).await.map_err(|e| broken(&e))?;
            if standing.state == Some(PathState::Listening) {
                acts.push(Act {
                    href: format!("{root}/percorsi/{slug}/idee/nuova"),
                    label: visit.t(key!("body-act-idea")),
                    title: visit.t(key!("body-act-idea-title")),
                    text: visit.t(key!("body-act-idea-text")),
                });
            }
            if next.is_none() {
                let coming = path.phases.iter().filter(|phase| phase.from > today);
                next = coming.min_by_key(|phase| phase.from).map(|phase| Next {
                    day: phase.from.to_string(),
                    text: phase.title.clone(),
                    href: format!("{root}/percorsi/{slug}"),
                });
            }
        }
        if standing.actions > 0 {
            acts.push(Act {
                href: format!("{root}/monitoraggio"),
                label: visit.t(key!("body-act-follow")),
                title: visit.t(key!("body-act-follow-title")),
                text: visit.t(key!("body-act-follow-text")),
            });
        }
        acts.push(Act {
            href: format!("{root}/profilo"),
            label: visit.t(key!("body-act-profile")),
            title: visit.t(key!("body-act-profile-title")),
            text: visit.t(key!("body-act-profile-text")),
        });
        let first = acts.remove(0);
        let others = [(format!("{root}/bisogni"), visit.t(key!("needs-title")))].into_iter();
        let others = others.chain(acts.into_iter().map(|act| (act.href, act.label))).collect();
        Ok(Self { first, others, next })
    }
}

/// One sentence and one bar on the published Agenda; none before there is one.
async fn going(visit: &Visit, root: &str, body: BodyId) -> Result<Option<Going>, WebError> {
    let store = visit.app.store();
    let today = store.clock().now().day();
    let followed = monitoring::query::follow_up(store, body, today)
        .await
        .map_err(|e| WebError::Internal(e.to_string()))?;
    let Some(followed) = followed else { return Ok(None) };
    let percent = followed.progress().map_or(-1, |part| (part * 100.0).round() as i64);
    let actions = i64::try_from(followed.actions.len()).unwrap_or(0);
    let href = format!("{root}/monitoraggio");
    Ok(Some(Going { href, percent, sentence: visit.tn(key!("body-agenda-actions"), actions) }))
}

fn numbers(visit: &Visit, root: &str, one: &Standing) -> Vec<(i64, String, String)> {
    let ideas = one.path.as_ref().map_or_else(
        || format!("{root}/percorsi"),
        |(slug, _)| format!("{root}/percorsi/{slug}/idee"),
    );
    [
        (one.services, key!("network-number-services"), format!("{root}/profilo")),
        (one.ideas, key!("network-number-ideas"), ideas),
        (one.ballots, key!("network-number-ballots"), format!("{root}/giornate")),
        (one.actions, key!("network-number-actions"), format!("{root}/agenda")),
    ]
    .into_iter()
    .filter(|(n, ..)| *n > 0)
    .map(|(n, key, href)| (n, visit.tn(key, n), href))
    .collect()
}

async fn members(identity: &Identity, body: BodyId) -> Result<Vec<Member>, WebError> {
    let tree = identity.bodies().tree().await?;
    let mut members: Vec<Member> = tree
        .below(Some(body))
        .iter()
        .map(|b| Member { href: format!("/{}/", b.fields.slug), name: b.fields.name.clone() })
        .collect();
    for municipality in identity.municipalities(body).await? {
        if !members.iter().any(|m| m.name.ends_with(&municipality.name)) {
            members.push(Member { href: String::new(), name: municipality.name });
        }
    }
    // A municipality does not list itself.
    if members.len() == 1 && members.iter().all(|member| member.href.is_empty()) {
        members.clear();
    }
    Ok(members)
}
