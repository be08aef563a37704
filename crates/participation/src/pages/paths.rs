//! The paths of a body, and the page of one: where it is, its rules, what one can do now.

use askama::Template;
use axum::{extract::Path, response::Response};
use jiff::civil::Date;
use texts::key;
use web::{
    Page, Visit, WebError,
    page::{Fact, Step},
};

use super::common::{line, listens, long_day, paragraphs, strip, today, ts};
use crate::{
    model::{Contributor, IdeaState, PathState, PhaseKind},
    rules,
    service::paths,
    store::{self as rows, Group, Path as PathRow, Phase},
};

/// The one thing to do now on a path.
struct Act {
    href: String,
    label: String,
    title: String,
    text: String,
}

/// A page of another phase, when the body's menu has it.
fn place(visit: &Visit, word: &str) -> Option<String> {
    let slug = &visit.body.as_ref()?.slug;
    let has = visit.app.menu().iter().any(|entry| entry.path == word);
    has.then(|| format!("/{slug}/{word}"))
}

fn act(visit: &Visit, path: &PathRow, phases: &[Phase], day: Date) -> Result<Act, WebError> {
    let root = format!("/{}/percorsi/{}", visit.body()?.slug, path.slug);
    let act = |href: String, label: &str, title: &str, text: String| Act {
        href,
        label: visit.t(label),
        title: visit.t(title),
        text,
    };
    if listens(path, phases, day) {
        let end =
            rows::current_phase(phases, day).filter(|phase| phase.kind == PhaseKind::Listening);
        let text = end.map_or_else(
            || visit.t(key!("path-act-listening-open")),
            |phase| ts(visit, key!("path-act-listening-until"), &long_day(visit, phase.to)),
        );
        let href = format!("{root}/idee/nuova");
        return Ok(act(href, key!("idea-new"), key!("path-act-listening"), text));
    }
    let (word, label, title) = match path.state {
        PathState::Knowledge => ("profilo", key!("path-act-profile"), key!("path-act-knowledge")),
        PathState::Decision => ("giornate", key!("path-act-day"), key!("path-act-decision")),
        PathState::AgendaApproved => ("agenda", key!("path-act-agenda"), key!("path-act-approved")),
        PathState::Monitoring => {
            ("monitoraggio", key!("path-act-results"), key!("path-act-monitoring"))
        }
        _ => ("", key!("path-act-ideas"), key!("path-act-read")),
    };
    if let Some(href) = place(visit, word) {
        return Ok(act(href, label, title, String::new()));
    }
    let next = phases.iter().find(|phase| phase.kind == PhaseKind::Listening && phase.from > day);
    let text = next
        .filter(|_| matches!(path.state, PathState::Knowledge | PathState::Listening))
        .map(|phase| ts(visit, key!("path-act-opens"), &long_day(visit, phase.from)))
        .unwrap_or_default();
    Ok(act(format!("{root}/idee"), key!("path-act-ideas"), key!("path-act-read"), text))
}

/// A path in the list.
struct Card {
    href: String,
    name: String,
    summary: String,
    state: String,
    strip: i64,
    ideas: i64,
    act: Act,
}

#[derive(Template)]
#[template(path = "path_list.html")]
struct PathList {
    page: Page,
    cards: Vec<Card>,
    follow: String,
}

/// `/{body}/percorsi`
pub(super) async fn list(visit: Visit) -> Result<Response, WebError> {
    let (store, body) = (visit.app.store(), visit.body()?);
    let paths = rows::paths(store.read(), store.engine(), body.id, false).await?;
    let phases = rows::phases_of_body(store.read(), store.engine(), body.id).await?;
    let today = today(&visit);
    let cards = paths
        .into_iter()
        .map(|path| {
            let own: Vec<Phase> =
                phases.iter().filter(|(id, _)| *id == path.id).map(|(_, p)| p.clone()).collect();
            Ok(Card {
                href: format!("/{}/percorsi/{}", body.slug, path.slug),
                act: act(&visit, &path, &own, today)?,
                state: visit.t(path.state.label()),
                strip: strip(&path),
                ideas: path.public_ideas,
                name: path.name,
                summary: path.summary,
            })
        })
        .collect::<Result<Vec<_>, WebError>>()?;
    let follow = format!("/{}/segui", body.slug);
    let page = Page::new(&visit, visit.t(key!("nav-paths")));
    web::html(&PathList { page, cards, follow })
}

/// Ideas by who spoke, small numbers withheld.
struct Voice {
    label: String,
    text: String,
}

#[derive(Template)]
#[template(path = "path_page.html")]
struct PathView {
    page: Page,
    path: PathRow,
    state: String,
    strip: i64,
    act: Act,
    line: Vec<Step>,
    text: Vec<String>,
    numbers: Vec<Fact>,
    voices: Vec<Voice>,
    root: String,
    follow: String,
}

/// The numbers of a path that everybody may see.
fn numbers(visit: &Visit, groups: &[Group]) -> Vec<Fact> {
    let public = || groups.iter().filter(|group| group.state.is_public());
    let answered = public().filter(|group| !group.state.lacks_answer());
    let ideas = |groups: &mut dyn Iterator<Item = &Group>| groups.map(|g| g.ideas).sum::<i64>();
    let number = |n: i64| {
        if visit.lang == texts::Lang::It {
            kernel::italian::number(n)
        } else {
            kernel::italian::number_en(n)
        }
    };
    let arrived = groups.iter().filter(|group| group.state != IdeaState::Withdrawn);
    [
        (key!("path-number-arrived"), ideas(&mut arrived.into_iter())),
        (key!("path-number-public"), ideas(&mut public())),
        (key!("path-number-answered"), ideas(&mut answered.into_iter())),
        (key!("path-number-supports"), public().map(|group| group.supports).sum()),
    ]
    .into_iter()
    .map(|(label, n)| Fact { label: visit.t(label), text: number(n) })
    .collect()
}

/// Who spoke, as everybody may see it.
fn voices(visit: &Visit, groups: &[Group]) -> Vec<Voice> {
    let public: Vec<(Contributor, i64)> = Contributor::ALL
        .iter()
        .map(|who| {
            let own = groups.iter().filter(|g| g.contributor == *who && g.state.is_public());
            (*who, own.map(|g| g.ideas).sum())
        })
        .filter(|(_, n)| *n > 0)
        .collect();
    let counts: Vec<i64> = public.iter().map(|(_, n)| *n).collect();
    public
        .iter()
        .zip(rules::discreet(&counts))
        .map(|((who, n), shown)| Voice {
            label: visit.t(who.label()),
            text: match shown {
                Some(n) => visit.tn(key!("path-voices-n"), n),
                None if *n < rules::FEW => visit.tn(key!("path-voices-few"), rules::FEW),
                None => visit.t(key!("path-voices-withheld")),
            },
        })
        .collect()
}

/// `/{body}/percorsi/{path}`
pub(super) async fn one(
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let (store, body) = (visit.app.store(), visit.body()?);
    let paths::PathPage { path, phases } = paths::path_page(store, body.id, &slug, false).await?;
    let groups = rows::groups(store.read(), store.engine(), body.id, path.id).await?;
    let today = today(&visit);
    let root = format!("/{}/percorsi/{slug}", body.slug);
    let page = Page::new(&visit, path.name.clone())
        .under(format!("/{}/percorsi", body.slug), visit.t(key!("nav-paths")));
    web::html(&PathView {
        act: act(&visit, &path, &phases, today)?,
        state: visit.t(path.state.label()),
        strip: strip(&path),
        line: line(&visit, &phases, today),
        text: paragraphs(&path.text),
        numbers: numbers(&visit, &groups),
        voices: voices(&visit, &groups),
        follow: format!("/{}/segui", body.slug),
        root,
        path,
        page,
    })
}
