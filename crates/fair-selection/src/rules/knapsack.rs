//! The set with the greatest sum of gains within the budget, exactly.
//!
//! Projects are looked at by gain for each cent; of all sets with what came
//! before, those stay that no other set beats in both cost and gain, and whose
//! gain with the best that could still come (parts of projects allowed, Dantzig
//! 1957) passes the best set known.

use std::cmp::Reverse;

use crate::election::Election;
use crate::rules::{Knapsack, Utility};

/// More sets than this at once are cut down to the most promising.
const MOST_SETS: usize = 2_000_000;
const ROOT: u32 = u32::MAX;

/// The chosen set.
pub(crate) struct Packed {
    /// Greatest gain first, then in tie order.
    pub chosen: Vec<usize>,
    /// The sum of the gains.
    pub gain: u128,
    /// Whether no other set can have a greater sum.
    pub proven: bool,
}

struct Item {
    project: usize,
    cost: u64,
    gain: u128,
}

#[derive(Clone, Copy)]
struct Set {
    cost: u64,
    gain: u128,
    node: u32,
}

/// What could still come after the first items, for any money.
struct Rest {
    costs: Vec<u128>,
    gains: Vec<u128>,
}

impl Rest {
    fn of(items: &[Item]) -> Self {
        let (mut costs, mut gains) = (vec![0], vec![0]);
        let (mut cost, mut gain) = (0_u128, 0_u128);
        for item in items {
            cost += u128::from(item.cost);
            gain = gain.saturating_add(item.gain);
            costs.push(cost);
            gains.push(gain);
        }
        Self { costs, gains }
    }

    /// The gain of the items from `from` that fit whole, how far they go, and a bound on all.
    fn bounds(&self, items: &[Item], from: usize, money: u64) -> (u128, usize, u128) {
        let reach = self.costs[from] + u128::from(money);
        let end = self.costs.partition_point(|&cost| cost <= reach) - 1;
        let end = end.max(from);
        let whole = self.gains[end] - self.gains[from];
        let Some(item) = items.get(end) else { return (whole, end, whole) };
        let left = reach - self.costs[end];
        let part = item.gain.checked_mul(left).map_or(item.gain, |p| p / u128::from(item.cost));
        (whole, end, whole.saturating_add(part))
    }
}

/// Finds the set with the greatest sum of gains.
pub(crate) fn pack(election: &Election, rule: Knapsack) -> Packed {
    let budget = election.budget_cents();
    let gain = |p: usize| -> u128 {
        match rule.utility {
            Utility::Cardinality => election.votes()[p].into(),
            Utility::Cost => u128::from(election.votes()[p]) * u128::from(election.cost(p)),
            Utility::Points | Utility::Borda => election.scores()[p].into(),
        }
    };
    let supported = (0..election.projects().len()).filter(|&p| election.votes()[p] > 0);
    let (mut chosen, paid): (Vec<usize>, Vec<usize>) = supported
        .filter(|&p| election.cost(p) <= budget && (gain(p) > 0 || election.cost(p) == 0))
        .partition(|&p| election.cost(p) == 0);
    let mut items: Vec<Item> = paid
        .into_iter()
        .map(|project| Item { project, cost: election.cost(project), gain: gain(project) })
        .collect();
    items.sort_by(|a, b| {
        // Gains may be 126 bits wide and costs 63: compared by quotient and rest.
        let (x, y) = (u128::from(a.cost), u128::from(b.cost));
        let whole = (b.gain / y).cmp(&(a.gain / x));
        let part = ((b.gain % y) * x).cmp(&((a.gain % x) * y));
        let place = election.tie_place(a.project).cmp(&election.tie_place(b.project));
        whole.then(part).then(place)
    });
    let rest = Rest::of(&items);
    let mut sets = vec![Set { cost: 0, gain: 0, node: ROOT }];
    let mut nodes: Vec<(u32, u32)> = Vec::new();
    let mut proven = true;
    // The best set known: a node and the items that follow it whole.
    let (sum, end, _) = rest.bounds(&items, 0, budget);
    let mut best = (sum, ROOT, 0, end);
    for (index, item) in items.iter().enumerate() {
        let mut next: Vec<Set> = Vec::with_capacity(sets.len() * 2);
        let mut with = sets
            .iter()
            .filter(|set| budget - set.cost >= item.cost)
            .map(|set| Set {
                cost: set.cost + item.cost,
                gain: set.gain.saturating_add(item.gain),
                node: set.node,
            })
            .peekable();
        let mut keep = |set: Set, is_new: bool, nodes: &mut Vec<(u32, u32)>| {
            if next.last().is_some_and(|last| last.gain >= set.gain) {
                return;
            }
            let (whole, end, bound) = rest.bounds(&items, index + 1, budget - set.cost);
            let reached = set.gain.saturating_add(whole);
            if reached <= best.0 && set.gain.saturating_add(bound) <= best.0 {
                return;
            }
            let node = if is_new {
                nodes.push((set.node, index as u32));
                nodes.len() as u32 - 1
            } else {
                set.node
            };
            if reached > best.0 {
                best = (reached, node, index + 1, end);
            }
            next.push(Set { node, ..set });
        };
        for set in &sets {
            while let Some(new) = with
                .next_if(|new| new.cost < set.cost || (new.cost == set.cost && new.gain > set.gain))
            {
                keep(new, true, &mut nodes);
            }
            keep(*set, false, &mut nodes);
        }
        for new in with {
            keep(new, true, &mut nodes);
        }
        sets = next;
        if sets.len() > MOST_SETS || nodes.len() > ROOT as usize / 4 {
            proven = false;
            let bound = |set: &Set| {
                set.gain.saturating_add(rest.bounds(&items, index + 1, budget - set.cost).2)
            };
            sets.sort_by_key(|set| Reverse(bound(set)));
            sets.truncate(1_000);
            sets.sort_by_key(|set| set.cost);
        }
    }
    let (sum, mut node, from, end) = best;
    let mut picked: Vec<usize> = (from..end).collect();
    while node != ROOT {
        let (parent, item) = nodes[node as usize];
        picked.push(item as usize);
        node = parent;
    }
    picked.sort_unstable();
    let free: u128 = chosen.iter().map(|&p| gain(p)).sum();
    chosen.extend(picked.into_iter().map(|item| items[item].project));
    chosen.sort_by_key(|&p| (Reverse(gain(p)), election.tie_place(p)));
    Packed { chosen, gain: sum.saturating_add(free), proven }
}
