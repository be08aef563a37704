//! All ballots of an election in a few flat lists, equal ones counted together.

use std::cmp::Ordering;

use crate::ballot::{Ballot, BallotKind};

const FREE: u64 = u64::MAX;

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
    /// Hash and position of each ballot.
    table: Vec<u64>,
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
        Self { ballots, table: vec![FREE; 1024], voters: 0 }
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
            let ballot = self.table[slot] as u32 as usize;
            if (self.table[slot] >> 32) as u32 == hash && self.equals(ballot, entries, weighted) {
                self.ballots.times[ballot] += times;
                return Ok(());
            }
            slot = (slot + 1) & mask;
        }
        let end = self.ballots.projects.len() + entries.len();
        if end >= u32::MAX as usize || self.ballots.len() >= u32::MAX as usize - 1 {
            return Err(Full::Ballots);
        }
        self.table[slot] = u64::from(hash) << 32 | self.ballots.len() as u64;
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
        let old = std::mem::replace(&mut self.table, vec![FREE; mask + 1]);
        for entry in old.into_iter().filter(|&entry| entry != FREE) {
            let mut slot = (entry >> 32) as usize & mask;
            while self.table[slot] != FREE {
                slot = (slot + 1) & mask;
            }
            self.table[slot] = entry;
        }
    }

    /// The ballots in an order that depends only on what is in them, and the number of voters.
    pub(crate) fn finish(self) -> (Ballots, u64) {
        let from = self.ballots;
        let set = |ballot: u32| from.of(ballot as usize);
        let order = in_order(from.len(), set, |a, b| {
            from.weights_of(a as usize).cmp(from.weights_of(b as usize))
        });
        let mut sorted = Ballots {
            kind: from.kind,
            starts: Vec::with_capacity(from.starts.len()),
            projects: Vec::with_capacity(from.projects.len()),
            weights: Vec::with_capacity(from.weights.len()),
            times: Vec::with_capacity(from.times.len()),
        };
        sorted.starts.push(0);
        for ballot in order {
            let ballot = ballot as usize;
            sorted.projects.extend_from_slice(from.of(ballot));
            sorted.weights.extend_from_slice(from.weights_of(ballot));
            sorted.starts.push(sorted.projects.len() as u32);
            sorted.times.push(from.times[ballot]);
        }
        (sorted, self.voters)
    }
}

/// The numbers below `count` in the lexicographic order of their sets, then by `rest`.
pub(crate) fn in_order<'s>(
    count: usize,
    set: impl Fn(u32) -> &'s [u32],
    rest: impl Fn(u32, u32) -> Ordering,
) -> Vec<u32> {
    let most = (0..count as u32).flat_map(&set).copied().max().unwrap_or(0);
    // The first members in as many bits as they need, and one more value for none.
    let bits = (u64::from(most) + 2).next_power_of_two().trailing_zeros();
    let members = 64 / bits;
    let key = |one: u32| {
        let set = set(one);
        let member = |place: u32| set.get(place as usize).map_or(0, |&p| u64::from(p) + 1);
        (0..members).fold(0, |key, place| key << bits | member(place)) << (64 - bits * members)
    };
    let mut keys: Vec<(u64, u32)> = (0..count as u32).map(|one| (key(one), one)).collect();
    sort_by_key(&mut keys);
    for same in keys.chunk_by_mut(|a, b| a.0 == b.0) {
        if same.len() > 1 {
            same.sort_unstable_by(|a, b| set(a.1).cmp(set(b.1)).then_with(|| rest(a.1, b.1)));
        }
    }
    keys.into_iter().map(|entry| entry.1).collect()
}

/// Sorts by the key, byte after byte from the last; bytes that all have alike are left out.
fn sort_by_key(keys: &mut Vec<(u64, u32)>) {
    if keys.len() < 256 {
        keys.sort_unstable();
        return;
    }
    let (all, some) = keys.iter().fold((u64::MAX, 0), |(all, some), k| (all & k.0, some | k.0));
    let mut sorted = keys.clone();
    for shift in (0..64).step_by(8).filter(|shift| (all ^ some) >> shift & 0xff != 0) {
        let mut places = [0_usize; 256];
        for (key, _) in keys.iter() {
            places[(key >> shift & 0xff) as usize] += 1;
        }
        let mut sum = 0;
        for place in &mut places {
            sum += std::mem::replace(place, sum);
        }
        for entry in keys.iter() {
            let place = &mut places[(entry.0 >> shift & 0xff) as usize];
            sorted[*place] = *entry;
            *place += 1;
        }
        std::mem::swap(keys, &mut sorted);
    }
}
