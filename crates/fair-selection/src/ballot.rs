//! What a voter handed in, reduced to what the rules count.

use serde::{Deserialize, Serialize};

/// What the voters of an election were asked to write.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum BallotKind {
    /// The projects one would like to see done; also a single choice.
    #[default]
    Approval,
    /// Whole points for some projects.
    Points,
    /// Some projects in order, the best first.
    Ranking,
}

/// A ballot, or several equal ones.
///
/// `approvals` are positions in the list of projects. The list is a set: a
/// ballot that names a project twice must not weigh twice, and of several
/// points or places the first counts. An empty list is a voter who came and
/// named nothing: it counts for the number of voters and so for everybody's share.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Ballot {
    /// Positions of the named projects, from 0.
    pub approvals: Vec<usize>,
    /// How many voters handed in exactly this ballot; at least 1.
    pub multiplicity: u64,
    /// What was asked.
    #[serde(default)]
    pub kind: BallotKind,
    /// For each entry of `approvals` its points, or its place from 0 (equal
    /// places are equally good); empty for approvals.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub weights: Vec<u32>,
}

impl Ballot {
    /// One voter's approvals.
    pub fn new(approvals: impl IntoIterator<Item = usize>) -> Self {
        Self::times(approvals, 1)
    }

    /// The same approvals from `multiplicity` voters.
    pub fn times(approvals: impl IntoIterator<Item = usize>, multiplicity: u64) -> Self {
        let approvals = approvals.into_iter().collect();
        Self { approvals, multiplicity, kind: BallotKind::Approval, weights: Vec::new() }
    }

    /// Points of one voter; projects with no points are left out.
    pub fn points(points: impl IntoIterator<Item = (usize, u32)>) -> Self {
        let (approvals, weights) = points.into_iter().filter(|&(_, points)| points > 0).unzip();
        Self { approvals, multiplicity: 1, kind: BallotKind::Points, weights }
    }

    /// A ranking of one voter, the best first.
    pub fn ranking(order: impl IntoIterator<Item = usize>) -> Self {
        Self::levels(order.into_iter().map(|project| [project]))
    }

    /// A ranking of one voter in which some projects are equally good.
    pub fn levels<L: IntoIterator<Item = usize>>(levels: impl IntoIterator<Item = L>) -> Self {
        let places = (0_u32..).zip(levels).flat_map(|(place, level)| {
            level.into_iter().map(move |project| (project, place)).collect::<Vec<_>>()
        });
        let (approvals, weights) = places.unzip();
        Self { approvals, multiplicity: 1, kind: BallotKind::Ranking, weights }
    }

    /// The same ballot from so many voters.
    #[must_use]
    pub fn by(mut self, voters: u64) -> Self {
        self.multiplicity = voters;
        self
    }
}
