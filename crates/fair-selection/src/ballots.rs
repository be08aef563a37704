//! All ballots of an election in a few flat lists, equal ones counted together.

use std::cmp::Ordering;

use crate::ballot::{Ballot, BallotKind};

const FREE: u32 = u32::MAX;

/// Sets of (project, weight) sorted by project, each with its number of voters.
///
/// `weights` is empty for approvals. Every list of projects is stored once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Ballots {
    pub kind: BallotKind,
    pub starts: Vec<u32>,
    pub projects: Vec<u32>,
    pub weights: Vec<u32>,
    pub times: Vec<u64>,
}

impl Ballots {
    pub(crate) fn len(&self) -> usize {
        self.times.len()
    }

    pub(crate) fn range(&self, ballot: usize) -> std::ops::Range<usize> {
        self.starts[ballot] as usize..self.starts[ballot + 1] as usize
    }

    pub(crate) fn of(&self, ballot: usize) -> &[u32] {
        &self.projects[self.range(ballot)]
    }

    /// The weights of a ballot; empty for approvals.
    pub(crate) fn weights_of(&self, ballot: usize) -> &[u32] {
        if self.weights.is_empty() { &[] } else { &self.weights[self.range(ballot)] }
    }

    pub(crate) fn get(&self, ballot: usize) -> Ballot {
        Ballot {
            approvals: self.of(ballot).iter().map(|&p| p as usize).collect(),
            multiplicity: self.times[ballot],
            kind: self.kind,
            weights: self.weights_of(ballot).to_vec(),
        }
    }
}

/// Merges equal ballots while they are handed in.
pub(crate) struct Collector {
    ballots: Ballots,
    hashes: Vec<u32>,
    table: Vec<u32>,
    voters: u64,
}

/// Why a ballot could not be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Full {
    Voters,
    Ballots,
}

impl Collector {
    pub(crate) fn new(kind: BallotKind) -> Self {
        let ballots = Ballots { kind, starts: vec![0], ..Ballots::default() };
        Self { ballots, hashes: Vec::new(), table: vec![FREE; 64], voters: 0 }
    }

    /// Takes a ballot; `entries` are sorted by project and name each once.
    pub(crate) fn push(
        &mut self,
        entries: &[(u32, u32)],
        times: u64,
        most: u64,
    ) -> Result<(), Full> {
        self.voters = self.voters.checked_add(times).filter(|&v| v <= most).ok_or(Full::Voters)?;
        let weighted = self.ballots.kind != BallotKind::Approval;
        let mut hash = entries.len() as u64;
        for &(project, weight) in entries {
            let word = u64::from(project) << 32 | if weighted { u64::from(weight) } else { 0 };
            hash = (hash.rotate_left(5) ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        }
        let hash = (hash >> 32) as u32;
        let mask = self.table.len() - 1;
        let mut slot = hash as usize & mask;
        while self.table[slot] != FREE {
            let ballot = self.table[slot] as usize;
            if self.hashes[ballot] == hash && self.equals(ballot, entries, weighted) {
                self.ballots.times[ballot] += times;
                return Ok(());
            }
            slot = (slot + 1) & mask;
        }
        let end = self.ballots.projects.len() + entries.len();
        if end >= FREE as usize || self.ballots.len() >= FREE as usize - 1 {
            return Err(Full::Ballots);
        }
        self.table[slot] = self.ballots.len() as u32;
        self.hashes.push(hash);
        self.ballots.projects.extend(entries.iter().map(|entry| entry.0));
        if weighted {
            self.ballots.weights.extend(entries.iter().map(|entry| entry.1));
        }
        self.ballots.starts.push(end as u32);
        self.ballots.times.push(times);
        if self.ballots.len() * 2 > self.table.len() {
            self.grow();
        }
        Ok(())
    }

    fn equals(&self, ballot: usize, entries: &[(u32, u32)], weighted: bool) -> bool {
        let projects = self.ballots.of(ballot);
        projects.len() == entries.len()
            && projects.iter().zip(entries).all(|(project, entry)| *project == entry.0)
            && (!weighted
                || self.ballots.weights_of(ballot).iter().zip(entries).all(|(w, e)| *w == e.1))
    }

    fn grow(&mut self) {
        let mask = self.table.len() * 4 - 1;
        self.table.clear();
        self.table.resize(mask + 1, FREE);
        for (ballot, &hash) in (0_u32..).zip(&self.hashes) {
            let mut slot = hash as usize & mask;
            while self.table[slot] != FREE {
                slot = (slot + 1) & mask;
            }
            self.table[slot] = ballot;
        }
    }

    /// The ballots in an order that depends only on what is in them, and the number of voters.
    pub(crate) fn finish(self) -> (Ballots, u64) {
        let from = self.ballots;
        let key = |ballot: usize| {
            let set = from.of(ballot);
            let at = |place: usize| set.get(place).map_or(0, |&p| u64::from(p) + 1);
            at(0) << 32 | at(1)
        };
        let mut order: Vec<(u64, u32)> =
            (0..from.len()).map(|ballot| (key(ballot), ballot as u32)).collect();
        order.sort_unstable_by(|a, b| {
            a.0.cmp(&b.0).then_with(|| {
                let (a, b) = (a.1 as usize, b.1 as usize);
                match from.of(a).cmp(from.of(b)) {
                    Ordering::Equal => from.weights_of(a).cmp(from.weights_of(b)),
                    other => other,
                }
            })
        });
        let mut sorted = Ballots {
            kind: from.kind,
            starts: Vec::with_capacity(from.starts.len()),
            projects: Vec::with_capacity(from.projects.len()),
            weights: Vec::with_capacity(from.weights.len()),
            times: Vec::with_capacity(from.times.len()),
        };
        sorted.starts.push(0);
        for (_, ballot) in order {
            let ballot = ballot as usize;
            sorted.projects.extend_from_slice(from.of(ballot));
            sorted.weights.extend_from_slice(from.weights_of(ballot));
            sorted.starts.push(sorted.projects.len() as u32);
            sorted.times.push(from.times[ballot]);
        }
        (sorted, self.voters)
    }
}
