//! The checked input of every rule.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::ballot::Ballot;
use crate::tie::{PublishedOrder, TieOrder, TieRule};

/// The largest amount accepted, in cents: what fits the databases' integers.
const LARGEST: u64 = i64::MAX as u64;

/// Something that may be paid for from the budget.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Project {
    /// Unique within the election; also the last resort of the tie order.
    pub id: String,
    /// What people read.
    pub name: String,
    /// Cost in cents, at most `i64::MAX`. Free projects are allowed.
    pub cost_cents: u64,
    /// Area, theme or group of beneficiaries, for the totals.
    pub group: Option<String>,
}

impl Project {
    /// A project without group.
    pub fn new(id: impl Into<String>, name: impl Into<String>, cost_cents: u64) -> Self {
        Self { id: id.into(), name: name.into(), cost_cents, group: None }
    }

    /// The same project in a group.
    #[must_use]
    pub fn in_group(mut self, group: impl Into<String>) -> Self {
        self.group = Some(group.into());
        self
    }
}

/// Why an election was refused; rows count from 1 in the list they came in.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ElectionError {
    #[error("project row {row}: the id is empty")]
    EmptyId { row: usize },
    #[error("project row {row}: the id {id:?} was already used in row {first_row}")]
    DuplicateId { row: usize, first_row: usize, id: String },
    #[error("project row {row} ({id:?}): the cost of {cost_cents} cents is too large")]
    CostTooLarge { row: usize, id: String, cost_cents: u64 },
    #[error("the budget of {budget_cents} cents is too large")]
    BudgetTooLarge { budget_cents: u64 },
    #[error("ballot row {row}: there is no project at position {project} (there are {projects})")]
    UnknownProject { row: usize, project: usize, projects: usize },
    #[error("ballot row {row}: it stands for no voter (multiplicity 0)")]
    NoVoter { row: usize },
    #[error("ballot row {row}: more voters than can be counted")]
    TooManyVoters { row: usize },
    #[error("there are more than {limit} projects or different ballots")]
    TooMany { limit: u32 },
    #[error("tie order row {row}: there is no project {id:?}")]
    UnknownInTieOrder { row: usize, id: String },
    #[error("tie order row {row}: {id:?} was already placed in row {first_row}")]
    RepeatedInTieOrder { row: usize, first_row: usize, id: String },
    #[error("the tie order does not place the project {id:?}")]
    MissingInTieOrder { id: String },
}

/// Projects, ballots, budget and tie order, checked once.
///
/// Equal ballots are merged and sorted on entry, so their order and grouping
/// in the input cannot matter to anything that follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Election {
    projects: Vec<Project>,
    ballots: Vec<Ballot>,
    budget_cents: u64,
    voters: u64,
    votes: Vec<u64>,
    /// For each project the positions in `ballots` of those who approve it.
    supporters: Vec<Vec<u32>>,
    tie_rule: TieRule,
    /// For each project its place in the published order.
    published: Vec<u32>,
    /// For each project its place when the whole tie rule is applied.
    tie_place: Vec<u32>,
}

impl Election {
    /// Checks everything and merges equal ballots.
    pub fn new(
        projects: Vec<Project>,
        ballots: Vec<Ballot>,
        budget_cents: u64,
        tie_order: &TieOrder,
    ) -> Result<Self, ElectionError> {
        check_projects(&projects)?;
        if budget_cents > LARGEST {
            return Err(ElectionError::BudgetTooLarge { budget_cents });
        }
        let (ballots, voters) = merge(ballots, projects.len())?;
        let mut supporters = vec![Vec::new(); projects.len()];
        let mut votes = vec![0_u64; projects.len()];
        for (position, ballot) in (0_u32..).zip(&ballots) {
            for &project in &ballot.approvals {
                supporters[project].push(position);
                // Cannot overflow: never more than `voters`.
                votes[project] += ballot.multiplicity;
            }
        }
        let published = published_places(&projects, &tie_order.order)?;
        let tie_rule = tie_order.rule;
        let mut by_tie: Vec<usize> = (0..projects.len()).collect();
        by_tie.sort_by_key(|&p| tie_rule.key(projects[p].cost_cents, votes[p], published[p]));
        let mut tie_place = vec![0; projects.len()];
        for (place, &project) in (0_u32..).zip(&by_tie) {
            tie_place[project] = place;
        }
        Ok(Self {
            projects,
            ballots,
            budget_cents,
            voters,
            votes,
            supporters,
            tie_rule,
            published,
            tie_place,
        })
    }

    /// The projects, in the order they were given.
    pub fn projects(&self) -> &[Project] {
        &self.projects
    }

    /// The different ballots, each a sorted set with its number of voters.
    pub fn ballots(&self) -> &[Ballot] {
        &self.ballots
    }

    /// The budget in cents.
    pub fn budget_cents(&self) -> u64 {
        self.budget_cents
    }

    /// How many ballots were cast, empty ones included.
    pub fn voters(&self) -> u64 {
        self.voters
    }

    /// How many voters approve each project.
    pub fn votes(&self) -> &[u64] {
        &self.votes
    }

    /// How ties are settled.
    pub fn tie_rule(&self) -> TieRule {
        self.tie_rule
    }

    /// Position of the project with this id.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.projects.iter().position(|project| project.id == id)
    }

    /// The ids in the published order.
    pub fn published_order(&self) -> Vec<&str> {
        let mut order: Vec<usize> = (0..self.projects.len()).collect();
        order.sort_by_key(|&p| self.published[p]);
        order.into_iter().map(|p| self.projects[p].id.as_str()).collect()
    }

    pub(crate) fn cost(&self, project: usize) -> u64 {
        self.projects[project].cost_cents
    }

    pub(crate) fn supporters(&self, project: usize) -> &[u32] {
        &self.supporters[project]
    }

    pub(crate) fn published_place(&self, project: usize) -> u32 {
        self.published[project]
    }

    pub(crate) fn tie_place(&self, project: usize) -> u32 {
        self.tie_place[project]
    }

    pub(crate) fn id(&self, project: usize) -> String {
        self.projects[project].id.clone()
    }

    pub(crate) fn ids(&self, projects: &[usize]) -> Vec<String> {
        projects.iter().map(|&p| self.id(p)).collect()
    }
}

fn check_projects(projects: &[Project]) -> Result<(), ElectionError> {
    if u32::try_from(projects.len()).is_err() {
        return Err(ElectionError::TooMany { limit: u32::MAX });
    }
    let mut seen: HashMap<&str, usize> = HashMap::with_capacity(projects.len());
    for (row, project) in (1..).zip(projects) {
        if project.id.is_empty() {
            return Err(ElectionError::EmptyId { row });
        }
        if let Some(first_row) = seen.insert(&project.id, row) {
            return Err(ElectionError::DuplicateId { row, first_row, id: project.id.clone() });
        }
        if project.cost_cents > LARGEST {
            return Err(ElectionError::CostTooLarge {
                row,
                id: project.id.clone(),
                cost_cents: project.cost_cents,
            });
        }
    }
    Ok(())
}

fn merge(ballots: Vec<Ballot>, projects: usize) -> Result<(Vec<Ballot>, u64), ElectionError> {
    let mut merged: BTreeMap<Vec<usize>, u64> = BTreeMap::new();
    let mut voters = 0_u64;
    for (row, ballot) in (1..).zip(ballots) {
        if ballot.multiplicity == 0 {
            return Err(ElectionError::NoVoter { row });
        }
        if let Some(&project) = ballot.approvals.iter().find(|&&p| p >= projects) {
            return Err(ElectionError::UnknownProject { row, project, projects });
        }
        voters = voters
            .checked_add(ballot.multiplicity)
            .filter(|&total| total <= LARGEST)
            .ok_or(ElectionError::TooManyVoters { row })?;
        let Ballot { approvals, multiplicity } = ballot.into_set();
        *merged.entry(approvals).or_default() += multiplicity;
    }
    if u32::try_from(merged.len()).is_err() {
        return Err(ElectionError::TooMany { limit: u32::MAX });
    }
    let ballots = merged
        .into_iter()
        .map(|(approvals, multiplicity)| Ballot { approvals, multiplicity })
        .collect();
    Ok((ballots, voters))
}

fn published_places(
    projects: &[Project],
    order: &PublishedOrder,
) -> Result<Vec<u32>, ElectionError> {
    let sequence: Vec<usize> = match order {
        PublishedOrder::AsListed => (0..projects.len()).collect(),
        PublishedOrder::ById => {
            let mut sequence: Vec<usize> = (0..projects.len()).collect();
            sequence.sort_by(|&a, &b| projects[a].id.cmp(&projects[b].id));
            sequence
        }
        PublishedOrder::Given(ids) => {
            let positions: HashMap<&str, usize> =
                projects.iter().enumerate().map(|(p, project)| (project.id.as_str(), p)).collect();
            let mut rows: HashMap<usize, usize> = HashMap::with_capacity(ids.len());
            let mut sequence = Vec::with_capacity(ids.len());
            for (row, id) in (1..).zip(ids) {
                let Some(&position) = positions.get(id.as_str()) else {
                    return Err(ElectionError::UnknownInTieOrder { row, id: id.clone() });
                };
                if let Some(first_row) = rows.insert(position, row) {
                    let id = id.clone();
                    return Err(ElectionError::RepeatedInTieOrder { row, first_row, id });
                }
                sequence.push(position);
            }
            if let Some(p) = (0..projects.len()).find(|p| !rows.contains_key(p)) {
                return Err(ElectionError::MissingInTieOrder { id: projects[p].id.clone() });
            }
            sequence
        }
    };
    let mut places = vec![0; projects.len()];
    for (place, position) in (0_u32..).zip(sequence) {
        places[position] = place;
    }
    Ok(places)
}
