//! What a voter handed in, reduced to what the rules count.

use serde::{Deserialize, Serialize};

/// An approval ballot, or several equal ones.
///
/// `approvals` are positions in the list of projects. The list is a set: order
/// and repetitions do not count, because a ballot that names a project twice
/// must not weigh twice. An empty list is a voter who came and approved
/// nothing: it counts for the number of voters and so for everybody's share.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Ballot {
    /// Positions of the approved projects, from 0.
    pub approvals: Vec<usize>,
    /// How many voters handed in exactly this ballot; at least 1.
    pub multiplicity: u64,
}

impl Ballot {
    /// One voter's ballot.
    pub fn new(approvals: impl IntoIterator<Item = usize>) -> Self {
        Self::times(approvals, 1)
    }

    /// The same ballot from `multiplicity` voters.
    pub fn times(approvals: impl IntoIterator<Item = usize>, multiplicity: u64) -> Self {
        Self { approvals: approvals.into_iter().collect(), multiplicity }
    }

    /// The approvals sorted and without repetitions.
    pub(crate) fn into_set(mut self) -> Self {
        self.approvals.sort_unstable();
        self.approvals.dedup();
        self
    }
}
