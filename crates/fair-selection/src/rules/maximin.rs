//! Maximin support: each round takes the project with which the greatest load
//! can be kept least when all costs are shared out anew among supporters.
//!
//! The least greatest load of a set is the greatest, over its subsets, of cost
//! over number of supporters. It is found by Dinkelbach's method: a flow tells
//! whether a load is enough, and its cut the subset that needs more.
//! (Sánchez-Fernández, Fernández García, Fisteus, Brill 2022; with costs as in
//! Phragmén's rule.)

use std::collections::HashMap;

use num_bigint::BigUint;

use super::flow::Network;
use super::phragmen::{Loaded, Loads};
use crate::election::Election;
use crate::exact::Exact;

/// A load as cost over voters.
#[derive(Clone, Copy, Debug)]
struct Load {
    cost: u128,
    voters: u64,
}

impl Load {
    const NONE: Self = Self { cost: 0, voters: 1 };

    fn cmp(self, other: Self) -> std::cmp::Ordering {
        (self.cost * u128::from(other.voters)).cmp(&(other.cost * u128::from(self.voters)))
    }
}

/// Chooses by maximin support among the projects that still fit the budget.
pub(crate) fn maximin(election: &Election) -> Loads {
    let budget = election.budget_cents();
    let mut left: Vec<usize> = (0..election.projects().len())
        .filter(|&p| election.votes()[p] > 0 && election.cost(p) <= budget)
        .collect();
    left.sort_by_key(|&p| election.tie_place(p));
    // Loads never fall as the set grows: what was found before is a least value.
    let mut known: Vec<Load> = (0..election.projects().len())
        .map(|p| Load { cost: election.cost(p).into(), voters: election.votes()[p].max(1) })
        .collect();
    let mut chosen: Vec<usize> = Vec::new();
    let mut choices: Vec<Loaded> = Vec::new();
    let mut before = Load::NONE;
    let mut remaining = budget;
    loop {
        left.retain(|&p| election.cost(p) <= remaining);
        let classes = Classes::of(election, &chosen);
        let mut order = left.clone();
        order.sort_by(|&a, &b| known[a].cmp(known[b]));
        let mut best: Option<Load> = None;
        let mut tied: Vec<usize> = Vec::new();
        for project in order {
            if best.is_some_and(|best| known[project].cmp(best).is_gt()) {
                break;
            }
            let start = if known[project].cmp(before).is_lt() { before } else { known[project] };
            let load = classes.least_load(election, &chosen, project, start);
            known[project] = load;
            let order = best.map_or(std::cmp::Ordering::Less, |best| load.cmp(best));
            if order.is_lt() {
                tied.clear();
                best = Some(load);
            }
            if order.is_le() {
                tied.push(project);
            }
        }
        tied.sort_by_key(|&p| election.tie_place(p));
        let (Some(&winner), Some(load)) = (tied.first(), best) else {
            return Loads { choices, stopped_at: Vec::new(), skips: true };
        };
        remaining -= election.cost(winner);
        left.retain(|&p| p != winner);
        chosen.push(winner);
        before = load;
        let load = Exact::ratio(BigUint::from(load.cost), BigUint::from(load.voters));
        let tied = if tied.len() > 1 { tied } else { Vec::new() };
        choices.push(Loaded { project: winner, load, tied });
    }
}

/// Voters by which of the chosen projects they approve.
struct Classes {
    /// Places in the list of chosen projects.
    sets: Vec<Vec<u32>>,
    voters: Vec<u64>,
    of_ballot: Vec<u32>,
}

impl Classes {
    fn of(election: &Election, chosen: &[usize]) -> Self {
        let book = election.book();
        let mut place = vec![u32::MAX; election.projects().len()];
        for (index, &project) in (0_u32..).zip(chosen) {
            place[project] = index;
        }
        let (mut sets, mut voters): (Vec<Vec<u32>>, Vec<u64>) = (Vec::new(), Vec::new());
        let mut known: HashMap<Vec<u32>, u32> = HashMap::new();
        let mut of_ballot = Vec::with_capacity(book.len());
        for ballot in 0..book.len() {
            let named = book.of(ballot).iter().map(|&p| place[p as usize]);
            let set: Vec<u32> = named.filter(|&place| place != u32::MAX).collect();
            let class = *known.entry(set).or_insert_with_key(|set| {
                sets.push(set.clone());
                voters.push(0);
                sets.len() as u32 - 1
            });
            voters[class as usize] += book.times[ballot];
            of_ballot.push(class);
        }
        Self { sets, voters, of_ballot }
    }

    /// The least greatest load of the chosen projects and one more, at least `load`.
    fn least_load(
        &self,
        election: &Election,
        chosen: &[usize],
        project: usize,
        mut load: Load,
    ) -> Load {
        let mut with = vec![0_u64; self.voters.len()];
        for &ballot in election.supporters(project) {
            with[self.of_ballot[ballot as usize] as usize] +=
                election.book().times[ballot as usize];
        }
        // Each class splits into those who approve the project and those who do not.
        let mut groups: Vec<(u64, &[u32], bool)> = Vec::new();
        for (class, set) in self.sets.iter().enumerate() {
            if with[class] > 0 {
                groups.push((with[class], set, true));
            }
            if self.voters[class] > with[class] && !set.is_empty() {
                groups.push((self.voters[class] - with[class], set, false));
            }
        }
        let costs: Vec<u64> = chosen.iter().chain([&project]).map(|&p| election.cost(p)).collect();
        let total: u128 = costs.iter().map(|&cost| u128::from(cost)).sum();
        let first_group = costs.len() + 2;
        loop {
            let mut network = Network::new(first_group + groups.len());
            let scale = u128::from(load.voters);
            for (index, &cost) in costs.iter().enumerate() {
                network.edge(0, index + 2, u128::from(cost) * scale);
            }
            for (index, &(voters, set, approves)) in groups.iter().enumerate() {
                let group = first_group + index;
                for &place in set {
                    network.edge(place as usize + 2, group, u128::MAX / 2);
                }
                if approves {
                    network.edge(costs.len() + 1, group, u128::MAX / 2);
                }
                network.edge(group, 1, u128::from(voters) * load.cost);
            }
            if network.fill(0, 1) >= total * scale {
                return load;
            }
            // The projects still reached cost more than their supporters may carry.
            let reached = |index: &usize| network.reaches(index + 2);
            let cost = (0..costs.len()).filter(reached).map(|i| u128::from(costs[i])).sum();
            let carry = groups.iter().enumerate();
            let voters = carry
                .filter(|(index, _)| network.reaches(first_group + index))
                .map(|(_, group)| group.0)
                .sum::<u64>()
                .max(1);
            load = Load { cost, voters };
        }
    }
}
