//! From a [`Document`] to text.

use std::borrow::Cow;

use thiserror::Error;

use super::amount;
use super::{Document, ListedProject};

/// Why a document cannot be written as a `.pb` file.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum WriteError {
    #[error("project row {row}: the format cannot hold the id {id:?}")]
    ProjectId { row: usize, id: String },
    #[error("voter row {row}: there is no project at position {project}")]
    UnknownProject { row: usize, project: usize },
    #[error("voter row {row}: neither an id nor a choice, the row would be blank")]
    BlankVoter { row: usize },
    #[error("voter row {row}: {projects} projects and {points} numbers of points")]
    PointsCount { row: usize, projects: usize, points: usize },
    #[error("a ranking has equal places, which the format cannot hold")]
    EqualPlaces,
    #[error("there are {voters} voters, more than {most_voters}")]
    TooManyVoters { voters: u64, most_voters: u64 },
}

/// Writes a `.pb` file that [`super::read`] reads back.
///
/// META keeps its rows; what the document itself knows (budget, type of
/// ballot, numbers of projects and votes) is written from there.
pub fn write(document: &Document) -> Result<String, WriteError> {
    let mut votes = vec![0_u64; document.projects.len()];
    for (row, voter) in (1..).zip(&document.voters) {
        if voter.id.trim().is_empty() && voter.approvals.is_empty() {
            return Err(WriteError::BlankVoter { row });
        }
        if document.vote_type.has_points() && voter.points.len() != voter.approvals.len() {
            let (projects, points) = (voter.approvals.len(), voter.points.len());
            return Err(WriteError::PointsCount { row, projects, points });
        }
        for &project in &voter.approvals {
            *votes.get_mut(project).ok_or(WriteError::UnknownProject { row, project })? += 1;
        }
    }
    let mut text = String::new();
    meta(document, &mut text);
    projects(document, &votes, &mut text)?;
    voters(document, &mut text);
    Ok(text)
}

fn meta(document: &Document, text: &mut String) {
    row(text, &["META"]);
    row(text, &["key", "value"]);
    let known = [
        ("num_projects", document.projects.len().to_string()),
        ("num_votes", document.voters.len().to_string()),
        ("budget", amount::text(document.budget_cents)),
        ("vote_type", document.vote_type.word().to_owned()),
    ];
    for (key, value) in &document.meta {
        let value = known.iter().find(|(name, _)| name == key).map_or(value, |(_, known)| known);
        row(text, &[key, value]);
    }
    for (key, value) in known.iter().filter(|(key, _)| document.meta(key).is_none()) {
        row(text, &[key, value]);
    }
}

fn projects(document: &Document, votes: &[u64], text: &mut String) -> Result<(), WriteError> {
    row(text, &["PROJECTS"]);
    let grouped = document.projects.iter().any(|listed| listed.project.group.is_some());
    let mut columns = vec!["project_id", "cost", "votes", "name"];
    columns.extend(grouped.then_some("category"));
    let extra = extra_columns(document.projects.iter().map(|listed| &listed.extra));
    columns.extend(&extra);
    row(text, &columns);
    for (number, (ListedProject { project, extra: cells }, votes)) in
        (1..).zip(document.projects.iter().zip(votes))
    {
        let id = project.id.as_str();
        if id.is_empty() || id.contains(',') || id.trim() != id {
            return Err(WriteError::ProjectId { row: number, id: id.to_owned() });
        }
        let (cost, votes) = (amount::text(project.cost_cents), votes.to_string());
        let mut line = vec![id, &cost, &votes, &project.name];
        line.extend(grouped.then_some(project.group.as_deref().unwrap_or_default()));
        line.extend(extra.iter().map(|name| cell_of(cells, name)));
        row(text, &line);
    }
    Ok(())
}

fn voters(document: &Document, text: &mut String) {
    row(text, &["VOTES"]);
    let mut columns = vec!["voter_id", "vote"];
    columns.extend(document.vote_type.has_points().then_some("points"));
    let extra = extra_columns(document.voters.iter().map(|voter| &voter.extra));
    columns.extend(&extra);
    row(text, &columns);
    for voter in &document.voters {
        let ids = voter.approvals.iter().map(|&p| document.projects[p].project.id.as_str());
        let vote = ids.collect::<Vec<_>>().join(",");
        let points = voter.points.iter().map(|&points| match document.points_scale {
            100 => amount::text(points.into()),
            _ => points.to_string(),
        });
        let points = points.collect::<Vec<_>>().join(",");
        let mut line = vec![voter.id.as_str(), &vote];
        line.extend(document.vote_type.has_points().then_some(points.as_str()));
        line.extend(extra.iter().map(|name| cell_of(&voter.extra, name)));
        row(text, &line);
    }
}

fn extra_columns<'a>(rows: impl Iterator<Item = &'a Vec<(String, String)>>) -> Vec<&'a str> {
    let mut columns: Vec<&str> = Vec::new();
    for (name, _) in rows.flatten() {
        if !columns.contains(&name.as_str()) {
            columns.push(name);
        }
    }
    columns
}

fn cell_of<'a>(cells: &'a [(String, String)], name: &str) -> &'a str {
    cells.iter().find(|(column, _)| column == name).map_or("", |(_, cell)| cell)
}

fn row(text: &mut String, cells: &[&str]) {
    for (position, cell) in cells.iter().enumerate() {
        if position > 0 {
            text.push(';');
        }
        text.push_str(&quoted(cell));
    }
    text.push('\n');
}

fn quoted(cell: &str) -> Cow<'_, str> {
    if cell.contains([';', '"', '\n', '\r']) {
        Cow::Owned(format!("\"{}\"", cell.replace('"', "\"\"")))
    } else {
        Cow::Borrowed(cell)
    }
}
