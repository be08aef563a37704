//! Who pays what, in whole counts: a price system without writing its payments out.
//!
//! A voter holds the endowment less the prices paid in full, so sums of payments are whole
//! combinations of a few amounts. Who is poor is decided on doubles where a bound on their
//! error leaves no doubt, and on whole numbers otherwise. Like the price system this uses
//! only the order of purchases and the largest payment of each, nothing of the count.

use std::collections::HashMap;

use num_bigint::BigUint;
use num_traits::Zero;

use crate::election::Election;
use crate::price::Amounts;
use crate::rules::to_f64;

const FREE: usize = usize::MAX;

/// A round and what its project is worth to the voter.
type Purchase = (usize, u32);

/// What the voters of one ballot do.
enum Deed<'a> {
    /// They pay the price of a round in full.
    Rich { round: usize, worth: u32 },
    /// They pay what these purchases left them, which is less.
    Poor { round: usize, before: &'a [Purchase], near: f64 },
    /// In the end they hold what these purchases left them.
    Hold { before: &'a [Purchase] },
}

/// So many endowments less so many prices.
#[derive(Clone, Default)]
struct Sum {
    voters: u128,
    paid: Vec<u128>,
}

impl Sum {
    fn add(&mut self, before: &[Purchase], times: u64, rounds: usize) {
        self.paid.resize(rounds, 0);
        self.voters += u128::from(times);
        for &(round, worth) in before {
            self.paid[round] += u128::from(times) * u128::from(worth);
        }
    }
}

/// Walks through all purchases of an outcome of equal shares.
pub(crate) struct Payers<'a> {
    election: &'a Election,
    amounts: &'a Amounts,
    /// Position and price of each project paid, by round.
    rounds: Vec<(usize, &'a BigUint)>,
    /// For each project its round, if it was paid.
    round_of: Vec<usize>,
    /// The endowment and the prices in cents, nearly.
    endowment: f64,
    prices: Vec<f64>,
}

/// How many voters paid how much for a project.
pub(crate) struct Classes {
    pub position: usize,
    /// Units and voters, the most paid first.
    pub paid: Vec<(BigUint, u64)>,
    /// Voters in further classes, who paid less.
    pub others: u64,
}

/// Voters who paid about as much, before they are compared exactly.
struct Item {
    near: f64,
    ballot: usize,
    times: u64,
    /// Set for those who paid in full.
    worth: Option<u32>,
}

impl<'a> Payers<'a> {
    pub(crate) fn of(election: &'a Election, amounts: &'a Amounts) -> Self {
        let mut payers = Self {
            election,
            amounts,
            rounds: Vec::new(),
            round_of: vec![FREE; election.projects().len()],
            endowment: to_f64(&amounts.endowment, &amounts.unit),
            prices: Vec::new(),
        };
        for (position, _, price) in &amounts.bought {
            if let Some(price) = price {
                payers.round_of[*position] = payers.rounds.len();
                payers.rounds.push((*position, price));
                payers.prices.push(to_f64(price, &amounts.unit));
            }
        }
        payers
    }

    /// Calls with each deed, the ballot and its number of voters.
    fn walk(&self, mut each: impl FnMut(Deed<'_>, usize, u64)) {
        let book = self.election.book();
        let worths = if self.amounts.by_score { self.election.entry_worths() } else { &[] };
        let mut purchases: Vec<Purchase> = Vec::new();
        for ballot in 0..book.len() {
            purchases.clear();
            for entry in book.range(ballot) {
                let round = self.round_of[book.projects[entry] as usize];
                let worth = worths.get(entry).copied().unwrap_or(1);
                if round != FREE && worth > 0 {
                    purchases.push((round, worth));
                }
            }
            purchases.sort_unstable();
            let times = book.times[ballot];
            let mut left = self.endowment;
            let mut broke = false;
            for (at, &(round, worth)) in purchases.iter().enumerate() {
                let asked = self.prices[round] * f64::from(worth);
                if self.is_poor(&purchases[..=at], left - asked, left + asked) {
                    let before = &purchases[..at];
                    each(Deed::Poor { round, before, near: left.max(0.0) }, ballot, times);
                    broke = true;
                    break;
                }
                each(Deed::Rich { round, worth }, ballot, times);
                left -= asked;
            }
            if !broke {
                each(Deed::Hold { before: &purchases }, ballot, times);
            }
        }
    }

    /// Bound on the error of an amount with so many terms, of this size.
    fn bound(&self, terms: usize, size: f64) -> f64 {
        (self.endowment + size.abs()) * (terms as f64 + 4.0) * 16.0 * f64::EPSILON
    }

    /// Whether these purchases together ask more than the endowment; `beyond` is the rest, nearly.
    fn is_poor(&self, purchases: &[Purchase], beyond: f64, size: f64) -> bool {
        if beyond.abs() > self.bound(purchases.len(), size) {
            return beyond < 0.0;
        }
        self.asked(purchases) > self.amounts.endowment
    }

    fn asked(&self, purchases: &[Purchase]) -> BigUint {
        purchases.iter().map(|&(round, worth)| self.rounds[round].1 * worth).sum()
    }

    fn sum(&self, sum: &Sum) -> Option<BigUint> {
        let held = &self.amounts.endowment * sum.voters;
        let mut paid = BigUint::zero();
        for ((_, price), &times) in self.rounds.iter().zip(&sum.paid) {
            if times > 0 {
                paid += *price * times;
            }
        }
        (held >= paid).then(|| held - paid)
    }

    /// Whether the payments meet every condition of a price system.
    ///
    /// The supporters of the exempt projects may keep the money for them. An answer of no
    /// does not say what is wrong: the payments written out do.
    pub(crate) fn meet_all(&self, exempt: &[usize]) -> bool {
        let (election, count) = (self.election, self.rounds.len());
        let mut chosen = vec![false; election.projects().len()];
        for (position, _, price) in &self.amounts.bought {
            let free = price.is_none() && election.cost(*position) > 0;
            if free || std::mem::replace(&mut chosen[*position], true) {
                return false;
            }
        }
        let book = election.book();
        let worths = if self.amounts.by_score { election.entry_worths() } else { &[] };
        let mut from_rich = vec![0_u128; count];
        let mut from_poor = vec![Sum::default(); count];
        let mut held = vec![Sum::default(); chosen.len()];
        self.walk(|deed, ballot, times| match deed {
            Deed::Rich { round, worth } => {
                from_rich[round] += u128::from(times) * u128::from(worth);
            }
            Deed::Poor { round, before, .. } => from_poor[round].add(before, times, count),
            Deed::Hold { before } => {
                for entry in book.range(ballot) {
                    let project = book.projects[entry] as usize;
                    if !chosen[project] && worths.get(entry) != Some(&0) {
                        held[project].add(before, times, count);
                    }
                }
            }
        });
        let cost = |position: usize| &self.amounts.unit * election.cost(position);
        let met = |round: usize| {
            let (position, price) = self.rounds[round];
            let paid = self.sum(&from_poor[round]).map(|poor| poor + price * from_rich[round]);
            paid == Some(cost(position))
        };
        let cannot_pay = |position: usize| {
            let held = self.sum(&held[position]);
            held.is_some_and(|held| held <= cost(position))
        };
        let mut left = (0..chosen.len()).filter(|&p| !chosen[p] && !exempt.contains(&p));
        (0..count).all(met) && left.all(cannot_pay)
    }

    /// For each project paid how many voters paid how much, in at most so many classes.
    pub(crate) fn classes(&self, most: usize) -> Vec<Classes> {
        let mut poor: Vec<Vec<Item>> = self.rounds.iter().map(|_| Vec::new()).collect();
        let mut rich: Vec<Vec<Item>> = self.rounds.iter().map(|_| Vec::new()).collect();
        self.walk(|deed, ballot, times| match deed {
            Deed::Rich { round, worth } => {
                let alike = rich[round].iter_mut().find(|item| item.worth == Some(worth));
                if let Some(item) = alike {
                    item.times += times;
                } else {
                    let near = self.prices[round] * f64::from(worth);
                    rich[round].push(Item { near, ballot, times, worth: Some(worth) });
                }
            }
            Deed::Poor { round, near, .. } => {
                poor[round].push(Item { near, ballot, times, worth: None });
            }
            Deed::Hold { .. } => {}
        });
        let rounds = poor.into_iter().zip(rich).enumerate();
        rounds
            .map(|(round, (mut items, rich))| {
                items.extend(rich);
                self.classes_of(round, items, most)
            })
            .collect()
    }

    fn classes_of(&self, round: usize, mut items: Vec<Item>, most: usize) -> Classes {
        let (position, price) = self.rounds[round];
        items.sort_unstable_by(|a, b| b.near.total_cmp(&a.near).then(a.ballot.cmp(&b.ballot)));
        let mut classes: Vec<(BigUint, u64)> = Vec::new();
        // Whoever had nothing left paid nothing.
        let payers: u64 = items.iter().map(|item| item.times).sum();
        let mut others = self.election.votes()[position].saturating_sub(payers);
        let mut rest = items.as_slice();
        let mut known: HashMap<(Option<u32>, Vec<Purchase>), (BigUint, u64)> = HashMap::new();
        while classes.len() < most && !rest.is_empty() {
            let mut alike = 1;
            while let [one, next] = rest.get(alike - 1..=alike).unwrap_or_default()
                && one.near - next.near <= self.bound(self.rounds.len(), one.near)
            {
                alike += 1;
            }
            let (cluster, after) = rest.split_at(alike);
            rest = after;
            known.clear();
            for item in cluster {
                let before = match item.worth {
                    Some(_) => Vec::new(),
                    None => self.purchases_before(item.ballot, round),
                };
                known.entry((item.worth, before)).or_default().1 += item.times;
            }
            for ((worth, before), (amount, _)) in &mut known {
                *amount = match worth {
                    Some(worth) => price * *worth,
                    None => &self.amounts.endowment - self.asked(before),
                };
            }
            let mut exact: Vec<(BigUint, u64)> = known.drain().map(|entry| entry.1).collect();
            exact.sort_unstable_by(|a, b| b.0.cmp(&a.0));
            for (amount, voters) in exact {
                let same = classes.last().is_some_and(|last| last.0 == amount);
                if amount.is_zero() || (!same && classes.len() == most) {
                    others += voters;
                } else if let (true, Some(last)) = (same, classes.last_mut()) {
                    last.1 += voters;
                } else {
                    classes.push((amount, voters));
                }
            }
        }
        others += rest.iter().map(|item| item.times).sum::<u64>();
        if others > 0 && classes.len() < most {
            classes.push((BigUint::ZERO, std::mem::take(&mut others)));
        }
        Classes { position, paid: classes, others }
    }

    fn purchases_before(&self, ballot: usize, round: usize) -> Vec<Purchase> {
        let book = self.election.book();
        let worths = if self.amounts.by_score { self.election.entry_worths() } else { &[] };
        let purchase = |entry: usize| {
            let bought = self.round_of[book.projects[entry] as usize];
            (bought, worths.get(entry).copied().unwrap_or(1))
        };
        let before = |purchase: &Purchase| purchase.0 < round && purchase.1 > 0;
        let mut purchases: Vec<Purchase> =
            book.range(ballot).map(purchase).filter(before).collect();
        purchases.sort_unstable();
        purchases
    }
}
