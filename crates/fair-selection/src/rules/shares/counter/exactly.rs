//! Prices on exact numbers, where doubles leave a doubt.

use std::cmp::Ordering;
use std::collections::HashMap;

use num_bigint::BigUint;

use super::{Counter, EPS};
use crate::rules::Utility;
use crate::rules::shares::ledger::{Mix, to_f64};
use crate::rules::shares::trace::NEVER;

/// What was found of a price when only the doubtful were looked at exactly.
enum Near {
    /// The price.
    Price(ExactPrice),
    /// The supporters cannot pay.
    CannotPay,
    /// Somebody was not surely rich or poor: everybody is to be looked at.
    Unsure,
}

/// Supporters with equal histories, so with equal money.
struct Group {
    money: BigUint,
    own: u32,
    times: u128,
    ballots: Vec<u32>,
}

/// The price `rest / worth` in units of the ledger, and who ends with nothing.
#[derive(Clone, Debug)]
pub(super) struct ExactPrice {
    pub rest: BigUint,
    pub worth: u128,
    pub poor: Vec<u32>,
    pub even: Vec<u32>,
}

impl Counter<'_> {
    pub(super) fn renew_exactly(&mut self, project: usize, round: u32) -> Option<f64> {
        let exact = self.exact_price(project)?;
        let price = to_f64(&exact.rest, &(&self.ledger.denominator * exact.worth));
        let state = &mut self.states[project];
        (state.price, state.error) = (price, price * 16.0 * EPS);
        state.fresh_in = round;
        state.all_rich = None;
        state.exact = Some(Box::new(exact));
        Some(self.least(project))
    }

    /// Compares exactly what two projects ask per unit of gain.
    pub(super) fn compare(&mut self, a: usize, b: usize) -> Ordering {
        let (cost_a, cost_b) = (self.cost(a), self.cost(b));
        if let (Some(worth_a), Some(worth_b)) = (self.states[a].all_rich, self.states[b].all_rich) {
            return match self.utility {
                // cost / (worth * cost): who is worth more is cheaper.
                Utility::Cost => worth_b.cmp(&worth_a),
                _ => (u128::from(cost_a) * worth_b).cmp(&(u128::from(cost_b) * worth_a)),
            };
        }
        for project in [a, b] {
            if self.states[project].exact.is_none() {
                let exact = self.exact_price(project).map(Box::new);
                self.states[project].exact = exact;
            }
        }
        let (Some(one), Some(other)) = (&self.states[a].exact, &self.states[b].exact) else {
            return a.cmp(&b);
        };
        let (mut left, mut right) = (&one.rest * other.worth, &other.rest * one.worth);
        if self.utility == Utility::Cost {
            left *= cost_b;
            right *= cost_a;
        }
        left.cmp(&right)
    }

    /// The price of a project with exact numbers; `None` if its supporters cannot pay.
    fn exact_price(&mut self, project: usize) -> Option<ExactPrice> {
        self.ledger.catch_up(self.election, &self.trace);
        let state = &self.states[project];
        let near = (state.error + self.error) * 64.0;
        if !self.exact_only && near.is_finite() && near < state.price {
            match self.exact_near(project, state.price, near) {
                Near::Price(price) => return Some(price),
                Near::CannotPay => return None,
                Near::Unsure => {}
            }
        }
        match self.exact_near(project, 0.0, f64::INFINITY) {
            Near::Price(price) => Some(price),
            Near::CannotPay | Near::Unsure => None,
        }
    }

    /// Takes those for rich or poor whose money is surely above or below, and compares the rest.
    fn exact_near(&self, project: usize, price: f64, near: f64) -> Near {
        let rounds = self.trace.rounds.len();
        let base = self.base(project);
        let start = self.starts[base] as usize;
        let slots = start..start + self.live[base] as usize;
        let times_of = |ballot: usize| u128::from(self.election.book().times[ballot]);
        let mut mix = Mix::default();
        mix.clear(rounds);
        let mut worth = 0_u128;
        let mut poor: Vec<u32> = Vec::new();
        let (mut least_rich, mut most_poor) = (f64::INFINITY, 0.0_f64);
        // Equal histories mean equal money: told apart by what was paid, and the worth.
        let mut groups: HashMap<Vec<(u32, u32)>, Vec<u32>> = HashMap::new();
        for slot in slots {
            let ballot = self.supporters[slot] as usize;
            let money = self.purses[ballot].money;
            if money == 0.0 {
                continue;
            }
            let own = if self.by_score { self.worths[slot] } else { 1.0 };
            let by_worth = money / own;
            if by_worth > price + near {
                worth += times_of(ballot) * own as u128;
                least_rich = least_rich.min((money - self.error) / own);
            } else if by_worth < price - near {
                mix.add(self.election, &self.trace, ballot, rounds);
                poor.push(ballot as u32);
                most_poor = most_poor.max((money + self.error) / own);
            } else {
                let mut history = vec![(NEVER, own as u32)];
                self.trace.for_each_purchase(self.election, ballot, rounds, |round, worth| {
                    history.push((round as u32, worth));
                });
                history.sort_unstable();
                groups.entry(history).or_default().push(ballot as u32);
            }
        }
        let mut groups: Vec<Group> = groups
            .into_iter()
            .map(|(history, ballots)| Group {
                money: self.ledger.held(self.election, &self.trace, ballots[0] as usize, rounds),
                own: history.last().map_or(1, |entry| entry.1),
                times: ballots.iter().map(|&ballot| times_of(ballot as usize)).sum(),
                ballots,
            })
            .collect();
        groups.sort_by(|a, b| (&a.money * b.own).cmp(&(&b.money * a.own)));
        let cost = &self.ledger.denominator * self.cost(project);
        let Some(from_poor) = self.ledger.sum(&mix).filter(|sum| *sum <= cost) else {
            return Near::Unsure;
        };
        let mut rest = cost - from_poor;
        worth += groups.iter().map(|group| group.times * u128::from(group.own)).sum::<u128>();
        let mut even = Vec::new();
        for group in groups {
            match (&group.money * worth).cmp(&(&rest * group.own)) {
                Ordering::Greater => break,
                Ordering::Equal => even.extend(group.ballots),
                Ordering::Less => {
                    rest -= &group.money * group.times;
                    worth -= group.times * u128::from(group.own);
                    poor.extend(group.ballots);
                }
            }
        }
        if worth == 0 {
            // The certain rich could always pay: without them nobody is left.
            return Near::CannotPay;
        }
        let found = to_f64(&rest, &(&self.ledger.denominator * worth));
        let sure =
            found * (1.0 + 16.0 * EPS) <= least_rich && found * (1.0 - 16.0 * EPS) >= most_poor;
        if sure { Near::Price(ExactPrice { rest, worth, poor, even }) } else { Near::Unsure }
    }
}
