//! A file with all that is needed to count again, and to see that the result is the same.
//!
//! The schema is in `docs/result-file.md` of the project. Reading checks everything
//! that [`Election::new`] checks; [`ResultFile::recount`] then counts again.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use thiserror::Error;

use crate::ballot::{Ballot, BallotKind};
use crate::election::{Election, ElectionError, Project};
use crate::limits::{LimitError, Limits};
use crate::outcome::Outcome;
use crate::rules::select;
use crate::tie::{PublishedOrder, TieOrder, TieRule};

/// What the field `format` says.
pub const FORMAT: &str = "fair-selection result 1";

/// An election with its outcome, as written to a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResultFile {
    pub format: String,
    pub budget_cents: u64,
    pub projects: Vec<Project>,
    /// How ties are settled; the order names every project.
    pub tie_rule: TieRule,
    pub tie_order: Vec<String>,
    #[serde(default, skip_serializing_if = "Limits::is_empty")]
    pub limits: Limits,
    pub ballot_kind: BallotKind,
    /// Different ballots with their number of voters, sorted by content.
    pub ballots: Vec<WrittenBallot>,
    pub outcome: Outcome,
    /// SHA-256 of the outcome as compact JSON: it names this result.
    pub hash: String,
}

/// A ballot that names projects by id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenBallot {
    /// How many voters handed in exactly this.
    pub voters: u64,
    /// The projects; in a ranking the best first.
    pub projects: Vec<String>,
    /// Points of each, or places from 0 where some are equal; nothing for approvals
    /// and for rankings without equal places.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub weights: Vec<u32>,
}

/// Why a result file cannot be recounted.
#[derive(Debug, Error)]
pub enum ResultError {
    #[error("line {line}, column {column}: {text}")]
    Json { line: usize, column: usize, text: String },
    #[error("the format is {found:?}, this program reads {FORMAT:?}")]
    Format { found: String },
    #[error("ballot row {row}: there is no project {id:?}")]
    UnknownProject { row: usize, id: String },
    #[error(transparent)]
    Election(#[from] ElectionError),
    #[error(transparent)]
    Limits(#[from] LimitError),
    #[error("the file has no result to compare")]
    Empty,
}

/// Where the file and the recount say different things.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Difference {
    /// The hash is not that of the outcome in the file: one of them was changed.
    Hash { stated: String, found: String },
    /// The fingerprint is not that of the election and rule in the file.
    Fingerprint { stated: String, counted: String },
    /// Other projects, or another order of choice.
    Selected { stated: Vec<String>, counted: Vec<String> },
    /// The money spent.
    Cost { stated: u64, counted: u64 },
    /// Ties met on the way.
    Ties { stated: usize, counted: usize },
    /// The explanation of a project.
    Explanation { project: String },
    /// Rounds, endowment, totals or something else of the outcome.
    Rest,
}

fn hash_of(outcome: &Outcome) -> String {
    // Plain data: writing it as JSON cannot fail.
    hex::encode(Sha256::digest(serde_json::to_vec(outcome).unwrap_or_default()))
}

impl ResultFile {
    /// Puts an outcome and its election together.
    pub fn new(election: &Election, outcome: Outcome) -> Self {
        let ids = |ballot: &Ballot| -> Vec<String> {
            ballot.approvals.iter().map(|&p| election.id(p)).collect()
        };
        let ballots = election
            .ballots()
            .into_iter()
            .map(|mut ballot| {
                if ballot.kind == BallotKind::Ranking {
                    let mut order: Vec<usize> = (0..ballot.approvals.len()).collect();
                    order.sort_by_key(|&entry| ballot.weights[entry]);
                    ballot = Ballot {
                        approvals: order.iter().map(|&entry| ballot.approvals[entry]).collect(),
                        weights: order.iter().map(|&entry| ballot.weights[entry]).collect(),
                        ..ballot
                    };
                    if ballot.weights.iter().copied().eq(0..ballot.weights.len() as u32) {
                        ballot.weights.clear();
                    }
                }
                let projects = ids(&ballot);
                WrittenBallot { voters: ballot.multiplicity, projects, weights: ballot.weights }
            })
            .collect();
        Self {
            format: FORMAT.to_owned(),
            budget_cents: election.budget_cents(),
            projects: election.projects().to_vec(),
            tie_rule: election.tie_rule(),
            tie_order: election.published_order().into_iter().map(str::to_owned).collect(),
            limits: election.limits().clone(),
            ballot_kind: election.kind(),
            ballots,
            hash: hash_of(&outcome),
            outcome,
        }
    }

    /// Reads one file.
    pub fn read(bytes: &[u8]) -> Result<Self, ResultError> {
        let file: Self = serde_json::from_slice(bytes).map_err(json_error)?;
        if file.format != FORMAT {
            return Err(ResultError::Format { found: file.format.chars().take(60).collect() });
        }
        Ok(file)
    }

    /// Reads one file, or the list `counts` of a file with more than one result.
    pub fn read_all(bytes: &[u8]) -> Result<Vec<Self>, ResultError> {
        #[derive(Deserialize)]
        struct Counts {
            counts: Option<Vec<ResultFile>>,
            format: Option<String>,
        }
        let Counts { counts, format } = serde_json::from_slice(bytes).map_err(json_error)?;
        match (counts, format) {
            (Some(counts), _) if !counts.is_empty() => {
                let other = counts.iter().find(|file| file.format != FORMAT);
                match other.map(|file| file.format.chars().take(60).collect()) {
                    Some(found) => Err(ResultError::Format { found }),
                    None => Ok(counts),
                }
            }
            (None, Some(_)) => Ok(vec![Self::read(bytes)?]),
            _ => Err(ResultError::Empty),
        }
    }

    /// The file as text, one line for each part.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// The election in the file, checked.
    pub fn election(&self) -> Result<Election, ResultError> {
        let places: HashMap<&str, usize> =
            self.projects.iter().enumerate().map(|(p, project)| (&*project.id, p)).collect();
        let mut ballots = Vec::with_capacity(self.ballots.len());
        for (row, written) in (1..).zip(&self.ballots) {
            let mut approvals = Vec::with_capacity(written.projects.len());
            for id in &written.projects {
                let place = places.get(id.as_str());
                let unknown = || ResultError::UnknownProject { row, id: id.clone() };
                approvals.push(*place.ok_or_else(unknown)?);
            }
            let mut weights = written.weights.clone();
            if self.ballot_kind == BallotKind::Ranking && weights.is_empty() {
                weights.extend(0..approvals.len() as u32);
            }
            let (kind, multiplicity) = (self.ballot_kind, written.voters);
            ballots.push(Ballot { approvals, multiplicity, kind, weights });
        }
        let order = PublishedOrder::Given(self.tie_order.clone());
        let ties = TieOrder { rule: self.tie_rule, order };
        let election = Election::new(self.projects.clone(), ballots, self.budget_cents, &ties)?;
        Ok(election.with_limits(self.limits.clone())?)
    }

    /// Counts again; an empty list means that everything is as the file says.
    pub fn recount(&self) -> Result<Vec<Difference>, ResultError> {
        let election = self.election()?;
        let counted = select(&election, &self.outcome.rule);
        let (stated, mut differences) = (&self.outcome, Vec::new());
        let found = hash_of(stated);
        if found != self.hash {
            differences.push(Difference::Hash { stated: self.hash.clone(), found });
        }
        if stated.fingerprint != counted.fingerprint {
            let stated = stated.fingerprint.clone();
            let counted = counted.fingerprint.clone();
            differences.push(Difference::Fingerprint { stated, counted });
        }
        if stated.selected != counted.selected {
            let (stated, counted) = (stated.selected.clone(), counted.selected.clone());
            differences.push(Difference::Selected { stated, counted });
        }
        if stated.cost_cents != counted.cost_cents {
            let (stated, counted) = (stated.cost_cents, counted.cost_cents);
            differences.push(Difference::Cost { stated, counted });
        }
        if stated.ties != counted.ties {
            let (stated, counted) = (stated.ties.len(), counted.ties.len());
            differences.push(Difference::Ties { stated, counted });
        }
        for explanation in &counted.projects {
            if stated.explanation(&explanation.id) != Some(explanation) {
                let project = explanation.id.clone();
                differences.push(Difference::Explanation { project });
            }
        }
        if differences.is_empty() && *stated != counted {
            differences.push(Difference::Rest);
        }
        Ok(differences)
    }
}

fn json_error(error: serde_json::Error) -> ResultError {
    let (line, column) = (error.line(), error.column());
    ResultError::Json { line, column, text: error.to_string() }
}
