//! Rules over rankings: an agenda without a budget, or an order to fill one.
//!
//! A project that is ranked beats one that is not; equal places and two
//! unranked projects say nothing. Points count as a ranking by points, approvals
//! as one of two places. All rules look at margins: voters who put the first
//! before the second less those who put the second before the first.

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};

use crate::ballot::BallotKind;
use crate::election::Election;

/// A way to make one ranking of many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RankingRule {
    /// The sum of all margins; unranked projects share what is left.
    Borda,
    /// Projects beaten less projects that beat it.
    Copeland,
    /// The least worst defeat.
    Minimax,
    /// The strongest chains of margins (Schulze 2011).
    Schulze,
    /// Margins are kept from the largest down unless they close a circle (Tideman 1987).
    RankedPairs,
}

/// The margins of an election.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pairwise {
    projects: usize,
    margins: Vec<i64>,
}

/// A ranking of all projects and what came with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standings {
    /// Positions of the projects, equally good ones together, the best first.
    pub levels: Vec<Vec<usize>>,
    /// The score by which they stand, for each project (for Schulze how many it
    /// beats, for ranked pairs how many stand behind it).
    pub scores: Vec<i128>,
    /// Who beats everybody.
    pub condorcet: Option<usize>,
    /// The smallest set whose members beat everybody outside.
    pub smith: Vec<usize>,
}

impl Pairwise {
    /// Counts all pairs: ballots of length k take k², and projects squared once.
    pub fn of(election: &Election) -> Self {
        let projects = election.projects().len();
        let mut margins = vec![0_i64; projects * projects];
        let mut both = vec![0_i64; projects * projects];
        let book = election.book();
        for ballot in 0..book.len() {
            let (set, weights) = (book.of(ballot), book.weights_of(ballot));
            let times = book.times[ballot] as i64;
            for (at, &first) in set.iter().enumerate() {
                for (after, &second) in (at + 1..).zip(&set[at + 1..]) {
                    let (first, second) = (first as usize, second as usize);
                    both[first * projects + second] += times;
                    let better = match book.kind {
                        BallotKind::Approval => continue,
                        BallotKind::Points => weights[at].cmp(&weights[after]),
                        BallotKind::Ranking => weights[after].cmp(&weights[at]),
                    };
                    margins[first * projects + second] += better as i64 * times;
                }
            }
        }
        for first in 0..projects {
            for second in first + 1..projects {
                let at = first * projects + second;
                // Who ranks only one of them prefers it.
                let (a, b) = (election.votes()[first] as i64, election.votes()[second] as i64);
                margins[at] += (a - both[at]) - (b - both[at]);
                margins[second * projects + first] = -margins[at];
            }
        }
        Self { projects, margins }
    }

    /// Voters who put the first before the second, less those who do the contrary.
    pub fn margin(&self, first: usize, second: usize) -> i64 {
        self.margins[first * self.projects + second]
    }

    /// Who beats everybody else.
    pub fn condorcet_winner(&self) -> Option<usize> {
        let beats = |a: usize, b: usize| a == b || self.margin(a, b) > 0;
        (0..self.projects).find(|&a| (0..self.projects).all(|b| beats(a, b)))
    }

    /// The smallest set whose members beat everybody outside, ascending.
    pub fn smith_set(&self) -> Vec<usize> {
        // By wins less losses, the set is always a beginning of the list.
        let scores = self.copeland();
        let mut order: Vec<usize> = (0..self.projects).collect();
        order.sort_by_key(|&p| Reverse(scores[p]));
        for size in 1..=order.len() {
            let (inside, outside) = order.split_at(size);
            if inside.iter().all(|&a| outside.iter().all(|&b| self.margin(a, b) > 0)) {
                let mut set = inside.to_vec();
                set.sort_unstable();
                return set;
            }
        }
        order
    }

    /// The sum of margins of each project.
    pub fn borda(&self) -> Vec<i128> {
        let rows = self.margins.chunks(self.projects.max(1));
        rows.map(|row| row.iter().map(|&m| i128::from(m)).sum()).collect()
    }

    /// Projects beaten less projects that beat it.
    pub fn copeland(&self) -> Vec<i128> {
        let rows = self.margins.chunks(self.projects.max(1));
        rows.map(|row| row.iter().map(|m| i128::from(m.signum())).sum()).collect()
    }

    /// The worst margin of each project against any other.
    pub fn minimax(&self) -> Vec<i128> {
        (0..self.projects)
            .map(|a| {
                let others = (0..self.projects).filter(|&b| b != a);
                others.map(|b| i128::from(self.margin(a, b))).min().unwrap_or(0)
            })
            .collect()
    }

    /// The strength of the strongest chain of wins between any two.
    pub fn strongest_paths(&self) -> Vec<i64> {
        let n = self.projects;
        let mut strength: Vec<i64> = self.margins.iter().map(|&m| m.max(0)).collect();
        for via in 0..n {
            let through = strength[via * n..(via + 1) * n].to_vec();
            for from in 0..n {
                let first = strength[from * n + via];
                if first == 0 || from == via {
                    continue;
                }
                let row = &mut strength[from * n..(from + 1) * n];
                for (cell, &rest) in row.iter_mut().zip(&through) {
                    *cell = (*cell).max(first.min(rest));
                }
            }
        }
        strength
    }

    /// For each project how many it beats by stronger chains, and whether any beats it.
    fn schulze(&self) -> (Vec<i128>, Vec<bool>) {
        let n = self.projects;
        let strength = self.strongest_paths();
        let stronger = |a: usize, b: usize| strength[a * n + b] > strength[b * n + a];
        let wins = (0..n).map(|a| (0..n).filter(|&b| stronger(a, b)).count() as i128).collect();
        let beaten = (0..n).map(|a| (0..n).any(|b| stronger(b, a))).collect();
        (wins, beaten)
    }

    /// The order of ranked pairs; equal margins are taken in the order of `place`
    /// of the first, then of the second project.
    fn ranked_pairs(&self, place: &[u32]) -> Vec<usize> {
        let n = self.projects;
        let mut pairs: Vec<(usize, usize)> = (0..n)
            .flat_map(|a| (0..n).map(move |b| (a, b)))
            .filter(|&(a, b)| a != b && self.margin(a, b) >= 0)
            .collect();
        pairs.sort_by_key(|&(a, b)| (Reverse(self.margin(a, b)), place[a], place[b]));
        // Who stands before whom, with everything that follows from it, as bits.
        let words = n.div_ceil(64);
        let mut after = vec![0_u64; n * words];
        let has =
            |after: &[u64], a: usize, b: usize| after[a * words + b / 64] >> (b % 64) & 1 == 1;
        let mut known = 0;
        for (a, b) in pairs {
            if has(&after, b, a) || has(&after, a, b) {
                continue;
            }
            let mut news = after[b * words..(b + 1) * words].to_vec();
            news[b / 64] |= 1 << (b % 64);
            for c in 0..n {
                if c == a || has(&after, c, a) {
                    for (cell, &bits) in after[c * words..(c + 1) * words].iter_mut().zip(&news) {
                        known += (bits & !*cell).count_ones() as usize;
                        *cell |= bits;
                    }
                }
            }
            if known == n * (n - 1) / 2 {
                break;
            }
        }
        let behind = |p: usize| -> u32 {
            after[p * words..(p + 1) * words].iter().map(|bits| bits.count_ones()).sum()
        };
        let mut order: Vec<usize> = (0..n).collect();
        order.sort_by_key(|&p| (Reverse(behind(p)), place[p]));
        order
    }
}

impl Standings {
    /// Ranks the projects of an election.
    ///
    /// Within a level the order is that of ties. Ranked pairs has no equals:
    /// equal margins are taken in the order of ties.
    pub fn of(election: &Election, rule: RankingRule) -> Self {
        let pairwise = Pairwise::of(election);
        let projects = election.projects().len();
        let place: Vec<u32> = (0..projects).map(|p| election.tie_place(p)).collect();
        let condorcet = pairwise.condorcet_winner();
        let mut smith = pairwise.smith_set();
        smith.sort_by_key(|&p| place[p]);
        let by_score = |scores: &[i128], beaten: Option<&[bool]>| {
            let mut order: Vec<usize> = (0..projects).collect();
            let key = |p: usize| (beaten.is_some_and(|b| b[p]), Reverse(scores[p]));
            order.sort_by_key(|&p| (key(p), place[p]));
            // Who is beaten by nobody stands first, however few it beats.
            let equal = |&a: &usize, &b: &usize| match beaten {
                Some(beaten) if !beaten[a] && !beaten[b] => true,
                _ => key(a) == key(b),
            };
            let levels: Vec<Vec<usize>> = order.chunk_by(equal).map(<[usize]>::to_vec).collect();
            levels
        };
        let (levels, scores) = match rule {
            RankingRule::Borda => {
                let scores = pairwise.borda();
                (by_score(&scores, None), scores)
            }
            RankingRule::Copeland => {
                let scores = pairwise.copeland();
                (by_score(&scores, None), scores)
            }
            RankingRule::Minimax => {
                let scores = pairwise.minimax();
                (by_score(&scores, None), scores)
            }
            RankingRule::Schulze => {
                let (scores, beaten) = pairwise.schulze();
                let mut levels = by_score(&scores, Some(&beaten));
                for level in &mut levels {
                    level.sort_by_key(|&p| place[p]);
                }
                (levels, scores)
            }
            RankingRule::RankedPairs => {
                let order = pairwise.ranked_pairs(&place);
                let mut scores = vec![0; projects];
                for (behind, &project) in order.iter().rev().enumerate() {
                    scores[project] = behind as i128;
                }
                (order.into_iter().map(|p| vec![p]).collect(), scores)
            }
        };
        Self { levels, scores, condorcet, smith }
    }

    /// The best projects: all that nothing tells apart.
    pub fn winners(&self) -> &[usize] {
        self.levels.first().map_or(&[], Vec::as_slice)
    }

    /// All projects in order, equals in tie order.
    pub fn order(&self) -> Vec<usize> {
        self.levels.concat()
    }

    /// All positions named, once each.
    pub(crate) fn ties(&self) -> impl Iterator<Item = &[usize]> {
        self.levels.iter().filter(|level| level.len() > 1).map(Vec::as_slice)
    }
}
