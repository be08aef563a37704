//! More about a count of equal shares than its outcome holds: effective votes in
//! every round, and the smallest change that would have chosen a project.

use num_bigint::BigUint;
use num_traits::{ToPrimitive, Zero};
use serde::{Deserialize, Serialize};

use crate::election::Election;
use crate::explain::Verdict;
use crate::outcome::{Outcome, Stage};
use crate::rules::{Counter, EqualShares, Rule};

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
/// Takes about as long as a count for each project left out.
pub fn details(election: &Election, outcome: &Outcome) -> Option<Vec<Detail>> {
    let Rule::EqualShares(parameters) = &outcome.rule else { return None };
    let endowment = outcome.endowment.as_ref()?.last.value();
    let course = Course::of(election, outcome, parameters)?;
    let share = endowment.to_f64()?;
    let mut counter = Counter::new(election, parameters.utility, false);
    let (money, unit) = (endowment.numer().magnitude(), endowment.denom().magnitude());
    let details = outcome.projects.iter().enumerate().map(|(project, explanation)| {
        let (effective_votes, guess) = course.of_project(project, share);
        let left = !matches!(
            explanation.verdict,
            Verdict::Chosen { stage: Stage::Shares | Stage::Free, .. }
        );
        let short = explanation.supporters_money.as_ref().filter(|_| left);
        let more_votes = short.and_then(|money| {
            if endowment.is_zero() {
                return None;
            }
            (money.short_by.value() / endowment).ceil().to_integer().to_u64()
        });
        let cheaper_by_cents = short.and_then(|_| {
            let cost = explanation.cost_cents;
            let largest = largest_cost(&mut counter, project, cost, guess, money, unit)?;
            Some(cost - largest)
        });
        let id = explanation.id.clone();
        Detail { id, effective_votes, cheaper_by_cents, more_votes }
    });
    Some(details.collect())
}

/// The largest cost below `cost` with which shares buy the project; counts again to be sure.
fn largest_cost(
    counter: &mut Counter<'_>,
    project: usize,
    cost: u64,
    guess: f64,
    money: &BigUint,
    unit: &BigUint,
) -> Option<u64> {
    if !counter.election().limits().is_empty() || cost == 0 {
        return None;
    }
    let mut bought = |at: u64| counter.buys(project, at, money, unit);
    // Always bought below `low`, never from `high` on.
    let (mut low, mut high) = (0, cost);
    let near = guess.clamp(0.0, cost as f64) as u64;
    for at in [near.min(cost - 1), near.saturating_add(1), near.saturating_sub(1)] {
        if at > low && at < high {
            if bought(at) { low = at } else { high = at }
        }
    }
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if bought(middle) { low = middle } else { high = middle }
    }
    Some(low)
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
            by_cost: parameters.utility == crate::rules::Utility::Cost,
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
    fn of_project(&self, project: usize, share: f64) -> (Vec<Option<f64>>, f64) {
        let cost = self.election.cost(project) as f64;
        let rounds = self.bought_in[project].min(self.prices.len());
        let mut supporters: Vec<Supporter<'_>> = self
            .election
            .slots(project)
            .map(|slot| {
                let ballot = self.election.all_supporters()[slot] as usize;
                let times = self.election.book().times[ballot] as f64;
                (share, self.worth(slot), times, self.changes[ballot].as_slice())
            })
            .filter(|supporter| supporter.1 > 0.0)
            .collect();
        let most = supporters.iter().map(|s| s.1).fold(1.0, f64::max);
        let (mut effective, mut largest) = (Vec::new(), 0.0_f64);
        let mut price = 0.0;
        let last = if self.bought_in[project] == usize::MAX { rounds } else { rounds + 1 };
        for round in 0..last {
            if cost == 0.0 {
                break;
            }
            match asked(&supporters, cost, price) {
                Some(found) => {
                    price = found;
                    let votes = cost / (found * most);
                    effective.push(Some((votes * 1e4).round() / 1e4));
                }
                None => effective.push(None),
            }
            if let Some(&(paid, of_cost)) = self.prices.get(round) {
                largest = largest.max(self.winning_cost(&supporters, paid, of_cost));
            }
            for supporter in &mut supporters {
                while let Some(&(number, left)) = supporter.3.first()
                    && number as usize <= round
                {
                    supporter.0 = left;
                    supporter.3 = &supporter.3[1..];
                }
            }
        }
        let held: f64 = supporters.iter().map(|s| s.0 * s.2).sum();
        (effective, largest.max(held))
    }

    /// The largest cost at which a project asks no more per gain than the one bought.
    fn winning_cost(&self, supporters: &[Supporter<'_>], paid: f64, of_cost: f64) -> f64 {
        let at = |price: f64| -> f64 {
            supporters
                .iter()
                .map(|&(money, worth, times, _)| money.min(price * worth) * times)
                .sum()
        };
        if !self.by_cost {
            return at(paid);
        }
        // cost = sum of min(money, rate * cost): falls to the largest solution.
        let rate = paid / of_cost;
        let mut cost: f64 = supporters.iter().map(|s| s.0 * s.2).sum();
        for _ in 0..100 {
            let (mut poor, mut rich) = (0.0, 0.0);
            for &(money, worth, times, _) in supporters {
                if money < rate * cost {
                    poor += money * times;
                } else {
                    rich += worth * times;
                }
            }
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

/// Money, worth, voters like it, and what was paid in each round.
type Supporter<'a> = (f64, f64, f64, &'a [(u32, f64)]);

/// The price of a unit of worth at which the supporters pay the cost, from a price not above it.
fn asked(supporters: &[Supporter<'_>], cost: f64, mut price: f64) -> Option<f64> {
    for _ in 0..10_000 {
        let (mut poor, mut rich) = (0.0, 0.0);
        for &(money, worth, times, _) in supporters {
            if money < price * worth {
                poor += money * times;
            } else {
                rich += worth * times;
            }
        }
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
