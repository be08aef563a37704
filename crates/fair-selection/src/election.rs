//! The checked input of every rule.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::ballot::{Ballot, BallotKind};
use crate::ballots::{Ballots, Collector, Full};
use crate::fingerprint::ballots_digest;
use crate::limits::{LimitError, Limits};
use crate::tie::{PublishedOrder, TieOrder, TieRule};

/// The largest amount accepted, in cents: what fits the databases' integers.
pub(crate) const LARGEST: u64 = i64::MAX as u64;

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
    #[error("ballot row {row}: it is of another kind than the ballots before")]
    OtherKind { row: usize },
    #[error("ballot row {row}: points or places are missing, or there are too many")]
    Weights { row: usize },
    #[error("ballot row {row}: more voters than can be counted")]
    TooManyVoters { row: usize },
    #[error("project row {row}: more points than can be counted")]
    TooManyPoints { row: usize },
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
#[derive(Clone, Debug)]
pub struct Election {
    projects: Vec<Project>,
    ballots: Ballots,
    budget_cents: u64,
    voters: u64,
    votes: Vec<u64>,
    scores: Vec<u64>,
    /// Where the supporters of each project begin in `supporters`.
    starts: Vec<u32>,
    /// The positions in `ballots` of those who name a project, project by project.
    supporters: Vec<u32>,
    /// For each supporter the points given, or how many projects the ballot places lower.
    worths: Vec<u32>,
    /// The same for each entry of the ballots, where these hold places.
    ranked_worths: Vec<u32>,
    tie_rule: TieRule,
    /// For each project its place in the published order.
    published: Vec<u32>,
    /// For each project its place when the whole tie rule is applied.
    tie_place: Vec<u32>,
    limits: Limits,
    ballots_digest: [u8; 32],
}

impl PartialEq for Election {
    fn eq(&self, other: &Self) -> bool {
        self.projects == other.projects
            && self.ballots == other.ballots
            && self.budget_cents == other.budget_cents
            && self.tie_rule == other.tie_rule
            && self.published == other.published
            && self.limits == other.limits
    }
}

impl Eq for Election {}

impl Election {
    /// Checks everything and merges equal ballots.
    pub fn new(
        projects: Vec<Project>,
        ballots: Vec<Ballot>,
        budget_cents: u64,
        tie_order: &TieOrder,
    ) -> Result<Self, ElectionError> {
        let (ballots, voters) = merge(ballots, projects.len())?;
        Self::of_parts(projects, ballots, voters, budget_cents, tie_order)
    }

    /// The same from ballots that are merged already.
    pub(crate) fn of_parts(
        projects: Vec<Project>,
        ballots: Ballots,
        voters: u64,
        budget_cents: u64,
        tie_order: &TieOrder,
    ) -> Result<Self, ElectionError> {
        check_projects(&projects)?;
        if budget_cents > LARGEST {
            return Err(ElectionError::BudgetTooLarge { budget_cents });
        }
        let mut votes = vec![0_u64; projects.len()];
        let mut starts = vec![0_u32; projects.len() + 1];
        for ballot in 0..ballots.len() {
            for &project in ballots.of(ballot) {
                // Cannot overflow: never more than `voters`.
                votes[project as usize] += ballots.times[ballot];
                starts[project as usize + 1] += 1;
            }
        }
        for project in 0..projects.len() {
            starts[project + 1] += starts[project];
        }
        let mut next = starts.clone();
        let mut supporters = vec![0_u32; ballots.projects.len()];
        let mut worths = vec![0_u32; ballots.weights.len()];
        let mut scores = vec![0_u64; projects.len()];
        let mut below = Vec::new();
        let mut ranked_worths = Vec::new();
        for ballot in 0..ballots.len() {
            let weights = ballots.weights_of(ballot);
            let worth: &[u32] = match ballots.kind {
                BallotKind::Approval => &[],
                BallotKind::Points => weights,
                BallotKind::Ranking => {
                    places_below(weights, &mut below);
                    ranked_worths.extend_from_slice(&below);
                    &below
                }
            };
            for (entry, &project) in ballots.of(ballot).iter().enumerate() {
                let project = project as usize;
                let slot = next[project] as usize;
                next[project] += 1;
                supporters[slot] = ballot as u32;
                if let Some(&worth) = worth.get(entry) {
                    worths[slot] = worth;
                    scores[project] = ballots.times[ballot]
                        .checked_mul(u64::from(worth))
                        .and_then(|sum| scores[project].checked_add(sum))
                        .filter(|&sum| sum <= LARGEST)
                        .ok_or(ElectionError::TooManyPoints { row: project + 1 })?;
                }
            }
        }
        if ballots.kind == BallotKind::Approval {
            scores.clone_from(&votes);
        }
        let published = published_places(&projects, &tie_order.order)?;
        let tie_rule = tie_order.rule;
        let mut by_tie: Vec<usize> = (0..projects.len()).collect();
        by_tie.sort_by_key(|&p| tie_rule.key(projects[p].cost_cents, votes[p], published[p]));
        let mut tie_place = vec![0; projects.len()];
        for (place, &project) in (0_u32..).zip(&by_tie) {
            tie_place[project] = place;
        }
        let ballots_digest = ballots_digest(&projects, &ballots);
        Ok(Self {
            projects,
            ballots,
            budget_cents,
            voters,
            votes,
            scores,
            starts,
            supporters,
            worths,
            ranked_worths,
            tie_rule,
            published,
            tie_place,
            limits: Limits::default(),
            ballots_digest,
        })
    }

    /// The same election with least and largest sums for groups of projects.
    pub fn with_limits(mut self, limits: Limits) -> Result<Self, LimitError> {
        limits.check(&self)?;
        self.limits = limits;
        Ok(self)
    }

    /// The projects, in the order they were given.
    pub fn projects(&self) -> &[Project] {
        &self.projects
    }

    /// The different ballots, sorted, each a sorted set with its number of voters.
    pub fn ballots(&self) -> Vec<Ballot> {
        (0..self.ballots.len()).map(|ballot| self.ballots.get(ballot)).collect()
    }

    /// What the voters were asked to write.
    pub fn kind(&self) -> BallotKind {
        self.ballots.kind
    }

    /// The budget in cents.
    pub fn budget_cents(&self) -> u64 {
        self.budget_cents
    }

    /// How many ballots were cast, empty ones included.
    pub fn voters(&self) -> u64 {
        self.voters
    }

    /// How many voters approve each project: name it, give it points or rank it.
    pub fn votes(&self) -> &[u64] {
        &self.votes
    }

    /// The score of each project: its votes; its points; or, of rankings, how
    /// many projects the ballots place lower, together.
    pub fn scores(&self) -> &[u64] {
        &self.scores
    }

    /// Least and largest sums for groups of projects.
    pub fn limits(&self) -> &Limits {
        &self.limits
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

    pub(crate) fn ballots_digest(&self) -> [u8; 32] {
        self.ballots_digest
    }

    pub(crate) fn cost(&self, project: usize) -> u64 {
        self.projects[project].cost_cents
    }

    pub(crate) fn book(&self) -> &Ballots {
        &self.ballots
    }

    pub(crate) fn slots(&self, project: usize) -> std::ops::Range<usize> {
        self.starts[project] as usize..self.starts[project + 1] as usize
    }

    /// Positions of the ballots that name the project, ascending.
    pub(crate) fn supporters(&self, project: usize) -> &[u32] {
        &self.supporters[self.slots(project)]
    }

    pub(crate) fn all_supporters(&self) -> &[u32] {
        &self.supporters
    }

    /// For each entry of the ballots what the project is worth; empty for approvals.
    pub(crate) fn entry_worths(&self) -> &[u32] {
        match self.ballots.kind {
            BallotKind::Ranking => &self.ranked_worths,
            BallotKind::Approval | BallotKind::Points => &self.ballots.weights,
        }
    }

    /// For each of `all_supporters` what the project is worth; empty for approvals.
    pub(crate) fn all_worths(&self) -> &[u32] {
        &self.worths
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

/// For each place how many entries of the ballot are placed lower.
pub(crate) fn places_below(places: &[u32], below: &mut Vec<u32>) {
    let mut sorted = places.to_vec();
    sorted.sort_unstable();
    below.clear();
    below.extend(places.iter().map(|place| {
        let not_lower = sorted.partition_point(|other| other <= place);
        (sorted.len() - not_lower) as u32
    }));
}

fn merge(ballots: Vec<Ballot>, projects: usize) -> Result<(Ballots, u64), ElectionError> {
    let kind = ballots.iter().find(|b| !b.approvals.is_empty()).map_or_else(
        || ballots.first().map_or(BallotKind::Approval, |ballot| ballot.kind),
        |ballot| ballot.kind,
    );
    let mut collector = Collector::new(kind);
    let mut entries: Vec<(u32, u32)> = Vec::new();
    for (row, ballot) in (1..).zip(ballots) {
        if ballot.multiplicity == 0 {
            return Err(ElectionError::NoVoter { row });
        }
        if let Some(&project) = ballot.approvals.iter().find(|&&p| p >= projects) {
            return Err(ElectionError::UnknownProject { row, project, projects });
        }
        if ballot.kind != kind && !ballot.approvals.is_empty() {
            return Err(ElectionError::OtherKind { row });
        }
        let weighted = kind != BallotKind::Approval;
        let expected = if weighted { ballot.approvals.len() } else { 0 };
        if ballot.weights.len() != expected {
            return Err(ElectionError::Weights { row });
        }
        entries.clear();
        let weights = ballot.weights.iter().copied().chain(std::iter::repeat(0));
        entries.extend(ballot.approvals.iter().map(|&p| p as u32).zip(weights));
        if kind == BallotKind::Points {
            entries.retain(|entry| entry.1 > 0);
        }
        tidy(&mut entries);
        collector.push(&entries, ballot.multiplicity, LARGEST).map_err(|full| match full {
            Full::Voters => ElectionError::TooManyVoters { row },
            Full::Ballots => ElectionError::TooMany { limit: u32::MAX },
        })?;
    }
    Ok(collector.finish())
}

/// Sorts by project and keeps the first entry of each.
pub(crate) fn tidy(entries: &mut Vec<(u32, u32)>) {
    // Stable: the first points or place given to a project stay in front.
    entries.sort_by_key(|entry| entry.0);
    entries.dedup_by_key(|entry| entry.0);
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
