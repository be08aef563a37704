//! Step 2b of the demo: the working day with its open vote.

use std::collections::HashMap;

use anyhow::Context;
use futures::{StreamExt, TryStreamExt, stream};
use kernel::{Cents, Dice};
use workday::{
    model::{DayFields, Origin, ProjectFields, Rules, TieOrder},
    service, voting,
};

use super::{Ground, Row, cell, list, listening::Known, rows};

const DAYS: &str = include_str!("../../../../demo/days.csv");
const PROJECTS: &str = include_str!("../../../../demo/projects.csv");

/// The seed of the generated ballots: the same town votes in the same way every time.
const SEED: u64 = 2019;

/// Ballots handed in side by side, so that they share commits.
const AT_ONCE: usize = 64;

/// Loads the days that have a budget, opens their vote and lets the generated voters vote.
pub async fn load(ground: &Ground<'_>, ideas: &HashMap<String, Known>) -> anyhow::Result<()> {
    let projects = rows(PROJECTS)?;
    for row in rows(DAYS)? {
        // A day without a budget was talk, not a vote: there is nothing to count in it.
        let Ok(budget) = cell(&row, "budget_cents").parse() else { continue };
        let own: Vec<&Row> = projects
            .iter()
            .filter(|project| cell(project, "day_slug") == cell(&row, "day_slug"))
            .filter(|project| cell(project, "admitted") == "si")
            .collect();
        one(ground, &row, Cents(budget), &own, ideas)
            .await
            .with_context(|| format!("demo day {}", cell(&row, "day_slug")))?;
    }
    Ok(())
}

async fn one(
    ground: &Ground<'_>,
    row: &Row,
    budget: Cents,
    projects: &[&Row],
    ideas: &HashMap<String, Known>,
) -> anyhow::Result<()> {
    let (store, who, body) = (ground.store, &ground.who, ground.body(row)?);
    let fields = DayFields {
        path: cell(row, "path_slug").to_owned(),
        slug: cell(row, "day_slug").to_owned(),
        title: cell(row, "title").to_owned(),
        day: ground.day(row, "date").context("date")?,
        place: cell(row, "place").to_owned(),
        access_notes: cell(row, "accessibility").to_owned(),
        budget: Some(budget),
        rules: Rules { tie_order: TieOrder::Code, ..Rules::default() },
    };
    let day = service::create_day(store, who, body.id, &body.slug, fields).await?;
    for project in projects {
        let origins = list(cell(project, "idea_codes"))
            .iter()
            .filter_map(|code| ideas.get(code))
            .map(|idea| Origin {
                idea: idea.id,
                title: idea.title.clone(),
                href: idea.href.clone(),
            })
            .collect();
        let fields = ProjectFields {
            code: cell(project, "code").to_owned(),
            title: cell(project, "title").to_owned(),
            summary: cell(project, "summary").to_owned(),
            cost: Cents(cell(project, "cost_cents").parse().context("cost")?),
            area: list(cell(project, "areas")).into_iter().next().unwrap_or_default(),
            origins,
        };
        service::add_project(store, who, body.id, day.id, fields).await?;
    }
    service::freeze(store, who, &ground.site(body), day.id).await?;
    let day = service::open(store, who, body.id, day.id).await?;
    let code = day.join_code.context("join code")?;
    let groups: Vec<u64> =
        list(cell(row, "voter_groups")).iter().filter_map(|n| n.parse().ok()).collect();
    stream::iter(ballots(&groups, projects))
        .map(|(submission, approvals)| {
            let code = code.clone();
            async move {
                let joined = voting::join(store, body.id, &code).await?;
                let ballot =
                    voting::NewBallot { day: day.id, token: joined.token, submission, approvals };
                voting::cast(store, body.id, ballot).await
            }
        })
        .buffer_unordered(AT_ONCE)
        .try_collect::<Vec<_>>()
        .await?;
    Ok(())
}

/// The generated ballots: each group approves each project with its own percentage.
fn ballots(groups: &[u64], projects: &[&Row]) -> Vec<(kernel::id::Uuid, Vec<String>)> {
    let dice = Dice::from_seed(SEED);
    let mut ballots = Vec::new();
    for (group, size) in groups.iter().enumerate() {
        for _ in 0..*size {
            let approves = |project: &&&Row| {
                let percent = list(cell(project, "demo_approval_by_group"))
                    .get(group)
                    .and_then(|n| n.parse::<u64>().ok())
                    .unwrap_or(0);
                dice.below(100) < percent
            };
            let chosen =
                projects.iter().filter(approves).map(|p| cell(p, "code").to_owned()).collect();
            ballots.push((dice.uuid(kernel::Instant(0)), chosen));
        }
    }
    ballots
}
