//! Sequential Phragmén: loads are shared by supporters and kept as even as possible.

use std::cmp::Ordering;

use num_bigint::BigUint;
use num_traits::{ToPrimitive, Zero};

use super::to_f64;
use crate::election::Election;
use crate::exact::Exact;

/// A choice with the greatest load it leaves on its supporters.
pub(crate) struct Loaded {
    pub project: usize,
    /// In cents for each voter.
    pub load: Exact,
    pub tied: Vec<usize>,
}

/// The choices of a rule that balances loads.
pub(crate) struct Loads {
    pub choices: Vec<Loaded>,
    /// The projects that came next when one of them did not fit: the rule stops there.
    pub stopped_at: Vec<usize>,
    /// The rule goes on with what fits instead.
    pub skips: bool,
}

/// Exact loads of the rounds, with one denominator.
struct Ledger {
    denominator: BigUint,
    loads: Vec<BigUint>,
}

impl Ledger {
    /// `cost` and the loads so often, in units, before they are shared by the supporters.
    fn sum(&self, cost: u64, counts: &[u64]) -> BigUint {
        let mut sum = &self.denominator * cost;
        for (load, &count) in self.loads.iter().zip(counts) {
            if count > 0 {
                sum += load * count;
            }
        }
        sum
    }

    fn push(&mut self, sum: BigUint, voters: u64) {
        let common = num_integer::gcd((&sum % voters).to_u64().unwrap_or_default(), voters);
        let factor = voters / common;
        if factor > 1 {
            self.denominator *= factor;
            for load in &mut self.loads {
                *load *= factor;
            }
        }
        self.loads.push(sum / common);
    }
}

/// Chooses by sequential Phragmén.
///
/// A round's supporters all end with the load of the round, so what the
/// supporters of a project carry is a sum of earlier loads with whole factors.
pub(crate) fn phragmen(election: &Election, exact_only: bool) -> Loads {
    let projects = election.projects().len();
    let book = election.book();
    let budget = election.budget_cents();
    let mut left: Vec<usize> =
        (0..projects).filter(|&p| election.votes()[p] > 0 && election.cost(p) <= budget).collect();
    left.sort_by_key(|&p| election.tie_place(p));
    let exact_only = exact_only || election.voters() > 1 << 52;
    // For each project how many of its supporters carry the load of each round.
    let mut counts: Vec<Vec<u64>> = vec![Vec::new(); projects];
    let mut last: Vec<u32> = vec![u32::MAX; book.len()];
    let mut ledger = Ledger { denominator: BigUint::from(1_u8), loads: Vec::new() };
    let mut floats: Vec<f64> = Vec::new();
    let mut choices: Vec<Loaded> = Vec::new();
    let mut remaining = budget;
    loop {
        let round = choices.len();
        // All terms are positive, so relative errors add up and nothing cancels.
        let doubt = if exact_only { 1e300 } else { ((round + 4) as f64).powi(2) * 8e-16 };
        let value = |p: usize| {
            let carried: f64 =
                counts[p].iter().zip(&floats).map(|(&n, load)| n as f64 * load).sum();
            (carried + election.cost(p) as f64) / election.votes()[p] as f64
        };
        let values: Vec<(usize, f64)> = left.iter().map(|&p| (p, value(p))).collect();
        let best = values.iter().map(|v| v.1).fold(f64::INFINITY, f64::min);
        let near: Vec<usize> =
            values.iter().filter(|v| v.1 <= best * (1.0 + 4.0 * doubt)).map(|v| v.0).collect();
        let mut tied: Vec<usize> = Vec::new();
        if near.len() > 1 {
            let mut least: Option<BigUint> = None;
            for &project in &near {
                let sum = ledger.sum(election.cost(project), &counts[project]);
                let order = match (&least, tied.first()) {
                    (Some(other_sum), Some(&other)) => (&sum * election.votes()[other])
                        .cmp(&(other_sum * election.votes()[project])),
                    _ => Ordering::Less,
                };
                if order == Ordering::Less {
                    tied.clear();
                    least = Some(sum);
                }
                if order != Ordering::Greater {
                    tied.push(project);
                }
            }
        } else {
            tied = near;
        }
        let Some(&winner) = tied.first() else {
            return Loads { choices, stopped_at: Vec::new(), skips: false };
        };
        if tied.iter().any(|&p| election.cost(p) > remaining) {
            return Loads { choices, stopped_at: tied, skips: false };
        }
        remaining -= election.cost(winner);
        left.retain(|&p| p != winner);
        let sum = ledger.sum(election.cost(winner), &counts[winner]);
        ledger.push(sum, election.votes()[winner]);
        let newest = ledger.loads.last().map_or_else(BigUint::zero, Clone::clone);
        floats.push(to_f64(&newest, &ledger.denominator));
        for &ballot in election.supporters(winner) {
            let ballot = ballot as usize;
            let before = std::mem::replace(&mut last[ballot], round as u32) as usize;
            for &other in book.of(ballot) {
                let counts = &mut counts[other as usize];
                if before < round {
                    counts[before] -= book.times[ballot];
                }
                counts.resize(round + 1, 0);
                counts[round] += book.times[ballot];
            }
        }
        let load = Exact::ratio(newest, ledger.denominator.clone());
        let tied = if tied.len() > 1 { tied } else { Vec::new() };
        choices.push(Loaded { project: winner, load, tied });
    }
}
