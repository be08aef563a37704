//! Step 2a of the demo: paths, phases and ideas, real ones with their source.

use std::collections::HashMap;

use anyhow::Context;
use kernel::{Instant, id::Uuid};
use participation::{
    input::{IdeaInput, IdeaWords, PathInput, PhaseInput},
    model::{Channel, Contributor, IdeaState, LeadOffice, PathState, PhaseKind, Reason},
    service::{
        ideas::{Brought, bring_in},
        paths::{add_phase_in_txn, create_in_txn},
    },
};
use store::{Change, thread};

use super::{Body, Ground, Row, cell, demonstrative, list, morning, rows};

const PATHS: &str = include_str!("../../../../demo/paths.csv");
const PHASES: &str = include_str!("../../../../demo/path_phases.csv");
const IDEAS: &str = include_str!("../../../../demo/ideas.csv");

/// An idea that later parts of the demo refer to.
#[derive(Debug, Clone)]
pub struct Known {
    /// The idea.
    pub id: Uuid,
    /// Its title.
    pub title: String,
    /// Its page.
    pub href: String,
}

/// Loads paths and ideas; gives the ideas by their code in the files.
pub async fn load(ground: &Ground<'_>) -> anyhow::Result<HashMap<String, Known>> {
    let (paths, phases, ideas) = (rows(PATHS)?, rows(PHASES)?, rows(IDEAS)?);
    let mut known = HashMap::new();
    let mut bodies: Vec<&Body> = ground.bodies.values().collect();
    bodies.sort_by(|a, b| a.slug.cmp(&b.slug));
    for body in bodies {
        let of_body = |rows: &[Row]| -> Vec<Row> {
            rows.iter().filter(|row| cell(row, "body_slug") == body.slug).cloned().collect()
        };
        let own = of_body(&paths);
        if own.is_empty() {
            continue;
        }
        paths_of(ground, body, own, of_body(&phases)).await?;
        known.extend(ideas_of(ground, body, of_body(&ideas)).await?);
    }
    Ok(known)
}

async fn paths_of(
    ground: &Ground<'_>,
    body: &Body,
    paths: Vec<Row>,
    phases: Vec<Row>,
) -> anyhow::Result<()> {
    let mut planned = Vec::new();
    for row in &paths {
        let begins = ground.day(row, "start");
        let slug = cell(row, "path_slug");
        let path = PathInput {
            slug: slug.to_owned(),
            name: cell(row, "title").to_owned(),
            year: begins.map_or(2011, |day| i64::from(day.year())),
            lead_office: LeadOffice::parse(cell(row, "lead_office")).context("demo office")?,
            summary: cell(row, "summary").to_owned(),
            text: String::new(),
        };
        let state = PathState::parse(cell(row, "state")).context("demo state of a path")?;
        let mut steps = Vec::new();
        for phase in phases.iter().filter(|phase| cell(phase, "path_slug") == slug) {
            steps.push(PhaseInput {
                kind: PhaseKind::parse(cell(phase, "kind")).context("demo phase")?,
                title: cell(phase, "title").to_owned(),
                text: cell(phase, "text").to_owned(),
                from: ground.day(phase, "start").context("demo phase")?,
                to: ground.day(phase, "end").context("demo phase")?,
            });
        }
        planned.push((path, state, steps));
    }
    let input = (ground.site(body), ground.who.clone(), planned);
    ground
        .store
        .write(body.id, input, |tx, (site, who, planned)| {
            Box::pin(async move {
                for (path, state, steps) in planned {
                    create_in_txn(tx, site, who, path, *state).await?;
                    for step in steps {
                        add_phase_in_txn(tx, who, &path.slug, step).await?;
                    }
                }
                Ok::<_, participation::ParticipationError>(())
            })
        })
        .await
        .with_context(|| format!("demo paths of {}", body.slug))
}

fn brought(ground: &Ground<'_>, row: &Row) -> anyhow::Result<Brought> {
    let code = cell(row, "code");
    let day = ground.day(row, "created");
    let contributor = cell(row, "contributor_type");
    Ok(Brought {
        path: cell(row, "path_slug").to_owned(),
        input: IdeaInput {
            words: IdeaWords {
                title: cell(row, "title").to_owned(),
                text: cell(row, "text").to_owned(),
                for_whom: cell(row, "for_whom").to_owned(),
                areas: list(cell(row, "areas")),
                municipality: cell(row, "municipality_istat").to_owned(),
            },
            channel: Channel::parse(cell(row, "channel")).unwrap_or(Channel::Web),
            contributor: Contributor::parse(contributor).unwrap_or(Contributor::Anonymous),
            email: None,
        },
        state: IdeaState::parse(cell(row, "state")).with_context(|| format!("state of {code}"))?,
        reason: Reason::parse(cell(row, "reason")),
        answer: cell(row, "answer").to_owned(),
        supports: cell(row, "supports").parse().unwrap_or(0),
        at: day.map_or(Instant(0), morning).0,
        source: Some(cell(row, "fonte"))
            .filter(|source| source.starts_with("http"))
            .unwrap_or_default()
            .to_owned(),
        demonstrative: cell(row, "dimostrativo") == "si"
            || (demonstrative(row) && cell(row, "fonte").is_empty()),
    })
}

async fn ideas_of(
    ground: &Ground<'_>,
    body: &Body,
    mut ideas: Vec<Row>,
) -> anyhow::Result<Vec<(String, Known)>> {
    // Numbers follow the days on which the ideas came.
    ideas.sort_by_key(|row| ground.day(row, "created"));
    let mut planned = Vec::new();
    for row in &ideas {
        let linked = cell(row, "linked_code").to_owned();
        planned.push((cell(row, "code").to_owned(), linked, brought(ground, row)?));
    }
    let input = (ground.site(body), ground.who.clone(), planned);
    ground
        .store
        .write(body.id, input, |tx, (site, who, planned)| {
            Box::pin(async move {
                let mut known: Vec<(String, Known)> = Vec::new();
                for (code, _, idea) in planned {
                    let sent = bring_in(tx, site, idea).await?;
                    let href = site.idea_href(&idea.path, sent.number);
                    let title = idea.input.words.title.clone();
                    known.push((code.clone(), Known { id: sent.id.0, title, href }));
                }
                for (code, linked, _) in planned {
                    let find =
                        |code: &str| known.iter().find(|(c, _)| c == code).map(|(_, k)| k.id);
                    if let (Some(from), Some(to)) = (find(code), find(linked)) {
                        thread::join(tx, ("idea", from), "grouped_in", ("idea", to)).await?;
                    }
                }
                tx.record(Change::by(who, "demo.ideas", "body", site.body.0)).await?;
                Ok::<_, participation::ParticipationError>(known)
            })
        })
        .await
        .with_context(|| format!("demo ideas of {}", body.slug))
}
