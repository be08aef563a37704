//! More about a count of equal shares than its outcome holds: effective votes in
//! every round, and the smallest change that would have chosen a project.

use num_bigint::BigUint;
use num_integer::Integer;
use num_traits::{ToPrimitive, Zero};
use serde::{Deserialize, Serialize};

use crate::election::Election;
use crate::explain::Verdict;
use crate::outcome::{Outcome, Stage};
use crate::rules::{Counter, EqualShares, Rule, Utility};

/// The course of one project through the rounds of equal shares.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Detail {
    pub id: String,
    /// Before each purchase: cost over the largest payment that would be needed,
    /// to four decimals; nothing once the supporters cannot pay. Ends with the
    /// round in which the project was bought.
    pub effective_votes: Vec<Option<f64>>,
    /// How much cheaper it would have had to be, in cents, for shares to buy it
    /// with the same endowment and all votes as they are: less is not enough.
    pub cheaper_by_cents: Option<u64>,
    /// So many voters more with their whole share left would have been enough.
    pub more_votes: Option<u64>,
}

/// Works out the details of an outcome of equal shares; nothing for other rules.
///
/// Takes about as long as a few counts.
pub fn details(election: &Election, outcome: &Outcome) -> Option<Vec<Detail>> {
    let Rule::EqualShares(parameters) = &outcome.rule else { return None };
    let endowment = outcome.endowment.as_ref()?.last.value();
    let course = Course::of(election, outcome, parameters)?;
    let share = endowment.to_f64()?;
    let (money, unit) = (endowment.numer().magnitude(), endowment.denom().magnitude());
    let mut details = Vec::with_capacity(outcome.projects.len());
    let mut left = Vec::new();
    for (project, explanation) in outcome.projects.iter().enumerate() {
        let by_shares = matches!(
            explanation.verdict,
            Verdict::Chosen { stage: Stage::Shares | Stage::Free, .. }
        );
        let short = explanation.supporters_money.as_ref().filter(|_| !by_shares);
        let more_votes = short.filter(|_| !endowment.is_zero()).and_then(|held| {
            let short = held.short_by.value();
            let above = short.numer().magnitude() * unit;
            above.div_ceil(&(short.denom().magnitude() * money)).to_u64()
        });
        let (effective_votes, guess) = course.of_project(project, share, short.is_some());
        if short.is_some() && explanation.cost_cents > 0 {
            left.push(Left { project, cost: explanation.cost_cents, guess });
        }
        let id = explanation.id.clone();
        details.push(Detail { id, effective_votes, cheaper_by_cents: None, more_votes });
    }
    let largest = largest_costs(election, parameters.utility, &left, money, unit);
    for (left, largest) in left.iter().zip(largest) {
        details[left.project].cheaper_by_cents = Some(left.cost - largest);
    }
    Some(details)
}

/// A project that shares did not buy, and nearly the largest cost with which they would have.
struct Left {
    project: usize,
    cost: u64,
    guess: f64,
}

/// The largest costs with which shares buy the projects; counted again to be sure.
///
/// Nothing when limits of groups keep projects out.
fn largest_costs(
    election: &Election,
    utility: Utility,
    left: &[Left],
    money: &BigUint,
    unit: &BigUint,
) -> Vec<u64> {
    if !election.limits().is_empty() || left.is_empty() {
        return Vec::new();
    }
    let mut counter = Counter::new(election, utility, false);
    // Always bought with `low`, never with `high`.
    let mut bounds: Vec<(u64, u64)> = left.iter().map(|left| (0, left.cost)).collect();
    let near = |left: &Left| {
        let near = left.guess.clamp(0.0, left.cost as f64) as u64;
        [near.saturating_sub(1), near, near.saturating_add(1)]
    };
    let mut first = true;
    loop {
        let mut asked: Vec<(usize, u64)> = Vec::new();
        let mut places: Vec<usize> = Vec::new();
        for (place, (left, &(low, high))) in left.iter().zip(&bounds).enumerate() {
            let middle = low + (high - low) / 2;
            let costs = if first { near(left) } else { [middle; 3] };
            let costs = &costs[..if first { 3 } else { 1 }];
            for &cost in costs.iter().filter(|&&cost| cost > low && cost < high) {
                asked.push((left.project, cost));
                places.push(place);
            }
        }
        if asked.is_empty() && !first {
            return bounds.into_iter().map(|(low, _)| low).collect();
        }
        let bought = counter.would_buy(&asked, money, unit);
        for ((&place, (_, cost)), bought) in places.iter().zip(asked).zip(bought) {
            let (low, high) = &mut bounds[place];
            if bought {
                *low = (*low).max(cost);
            } else {
                *high = (*high).min(cost);
            }
        }
        first = false;
    }
}

/// Everybody's money before each purchase, nearly.
struct Course<'a> {
    election: &'a Election,
    by_cost: bool,
    by_score: bool,
    /// The price of a unit of worth, and the cost, of each purchase.
    prices: Vec<(f64, f64)>,
    bought_in: Vec<usize>,
    /// For each ballot what its voters have after each of their purchases.
    changes: Vec<Vec<(u32, f64)>>,
}

impl<'a> Course<'a> {
    fn of(election: &'a Election, outcome: &Outcome, parameters: &EqualShares) -> Option<Self> {
        let book = election.book();
        let by_score = parameters.utility.by_score() && !election.all_worths().is_empty();
        let mut course = Self {
            election,
            by_cost: parameters.utility == Utility::Cost,
            by_score,
            prices: Vec::new(),
            bought_in: vec![usize::MAX; election.projects().len()],
            changes: vec![Vec::new(); book.len()],
        };
        let share = outcome.endowment.as_ref()?.last.value().to_f64()?;
        for round in outcome.rounds.iter().filter(|round| round.stage == Stage::Shares) {
            let project = election.position(&round.project)?;
            let Verdict::Chosen { payment: Some(payment), .. } =
                &outcome.projects.get(project)?.verdict
            else {
                return None;
            };
            let price = payment.price_per_point.as_ref().unwrap_or(&payment.max_payment);
            let price = price.value().to_f64()?;
            let number = course.prices.len() as u32;
            for slot in election.slots(project) {
                let ballot = election.all_supporters()[slot] as usize;
                let worth = course.worth(slot);
                let before = course.changes[ballot].last().map_or(share, |change| change.1);
                // What is left by rounding alone is nothing.
                let left = before - price * worth;
                let left = if left < share * 1e-12 { 0.0 } else { left };
                course.changes[ballot].push((number, left));
            }
            course.bought_in[project] = course.prices.len();
            course.prices.push((price, round.cost_cents as f64));
        }
        Some(course)
    }

    fn worth(&self, slot: usize) -> f64 {
        if self.by_score { f64::from(self.election.all_worths()[slot]) } else { 1.0 }
    }

    /// Effective votes before each purchase, and the largest cost that would have been bought.
    fn of_project(&self, project: usize, share: f64, guess: bool) -> (Vec<Option<f64>>, f64) {
        let cost = self.election.cost(project) as f64;
        let rounds = self.bought_in[project].min(self.prices.len());
        let mut all = Supporters::default();
        let mut changes: Vec<&[(u32, f64)]> = Vec::new();
        for slot in self.election.slots(project).filter(|&slot| self.worth(slot) > 0.0) {
            let ballot = self.election.all_supporters()[slot] as usize;
            all.money.push(share);
            all.worth.push(self.worth(slot));
            all.times.push(self.election.book().times[ballot] as f64);
            changes.push(self.changes[ballot].as_slice());
        }
        let most = all.worth.iter().copied().fold(1.0, f64::max);
        let (mut effective, mut largest) = (Vec::new(), 0.0_f64);
        let mut price = Some(0.0);
        let mut changed = true;
        let last = if self.bought_in[project] == usize::MAX { rounds } else { rounds + 1 };
        for round in 0..last {
            if cost == 0.0 {
                break;
            }
            if changed {
                // Whoever cannot pay never can again.
                price = price.and_then(|price| all.asked(cost, price));
            }
            effective.push(price.map(|price| (cost / (price * most) * 1e4).round() / 1e4));
            if let (true, Some(&(paid, of_cost))) = (guess, self.prices.get(round)) {
                largest = largest.max(self.winning_cost(&all, paid, of_cost, largest));
            }
            changed = false;
            for (money, changes) in all.money.iter_mut().zip(&mut changes) {
                while let Some(&(number, left)) = changes.first()
                    && number as usize <= round
                {
                    (*money, changed) = (left, true);
                    *changes = &changes[1..];
                }
            }
        }
        (effective, largest.max(all.held()))
    }

    /// The largest cost at which a project asks no more per gain than the one bought; if it is
    /// below `known`, any cost below it.
    fn winning_cost(&self, all: &Supporters, paid: f64, of_cost: f64, known: f64) -> f64 {
        if !self.by_cost {
            let (poor, rich) = all.at(paid);
            return poor + rich * paid;
        }
        // cost = sum of min(money, rate * cost): falls to the largest solution.
        let rate = paid / of_cost;
        if known > 0.0 {
            let (poor, rich) = all.at(rate * known);
            if poor + rich * rate * known < known {
                return 0.0;
            }
        }
        let mut cost: f64 = all.held();
        for _ in 0..100 {
            let (poor, rich) = all.at(rate * cost);
            let rest = 1.0 - rate * rich;
            if rest <= 0.0 {
                return cost;
            }
            let next = poor / rest;
            if next >= cost * (1.0 - 1e-15) {
                return cost;
            }
            cost = next;
        }
        cost
    }
}

/// The supporters of a project: their money, what it is worth to them, how many are alike.
#[derive(Default)]
struct Supporters {
    money: Vec<f64>,
    worth: Vec<f64>,
    times: Vec<f64>,
}

impl Supporters {
    fn held(&self) -> f64 {
        self.money.iter().zip(&self.times).map(|(money, times)| money * times).sum()
    }

    /// The money of those who have less than a price for each unit of worth asks, and the
    /// worth of the others.
    fn at(&self, price: f64) -> (f64, f64) {
        // Several sums at a time: each addition waits for the one before in its sum.
        const WIDE: usize = 4;
        let (mut poor, mut rich) = ([0.0; WIDE], [0.0; WIDE]);
        let (money, money_rest) = self.money.as_chunks::<WIDE>();
        let (worth, worth_rest) = self.worth.as_chunks::<WIDE>();
        let (times, times_rest) = self.times.as_chunks::<WIDE>();
        let mut add = |at: usize, money: f64, worth: f64, times: f64| {
            // Written so that no branch has to be guessed.
            let less = money < price * worth;
            poor[at] += if less { money * times } else { 0.0 };
            rich[at] += if less { 0.0 } else { worth * times };
        };
        for ((money, worth), times) in money.iter().zip(worth).zip(times) {
            for at in 0..WIDE {
                add(at, money[at], worth[at], times[at]);
            }
        }
        for ((money, worth), times) in money_rest.iter().zip(worth_rest).zip(times_rest) {
            add(0, *money, *worth, *times);
        }
        (poor.iter().sum(), rich.iter().sum())
    }

    /// The price of a unit of worth at which they pay the cost, from a price not above it.
    fn asked(&self, cost: f64, mut price: f64) -> Option<f64> {
        for _ in 0..10_000 {
            let (poor, rich) = self.at(price);
            if rich <= 0.0 {
                return (poor >= cost * (1.0 - 1e-12) && price > 0.0).then_some(price);
            }
            let found = (cost - poor) / rich;
            if found <= price * (1.0 + 1e-15) {
                return Some(found.max(price));
            }
            price = found;
        }
        None
    }
}
