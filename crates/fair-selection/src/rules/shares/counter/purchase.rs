//! A purchase: the supporters pay.

use super::{Counter, EPS, upward};
use crate::rules::shares::ledger::to_f64;

impl Counter<'_> {
    /// The supporters pay; those who have no more than asked end with nothing.
    pub(super) fn buy(&mut self, project: usize, tied: Vec<usize>) {
        self.refine(project);
        let state = std::mem::take(&mut self.states[project]);
        let price = state.price;
        let mut largest_error = self.error;
        let start = self.starts[project] as usize;
        let slots = start..start + self.live[project] as usize;
        let times = &self.election.book().times;
        let broke_from = self.trace.begin_broke();
        let (mut rich_worth, mut rich, mut poor) = (0_u128, 0_u64, 0_u64);
        if let Some(exact) = &state.exact {
            for &ballot in &exact.poor {
                self.purses[ballot as usize].money = 0.0;
                self.trace.add_broke(ballot);
                poor += times[ballot as usize];
            }
            rich_worth = exact.worth;
            let poor_to = self.trace.begin_broke();
            for &ballot in &exact.even {
                self.purses[ballot as usize].money = 0.0;
                self.trace.add_broke(ballot);
                rich += times[ballot as usize];
            }
            for slot in slots {
                let ballot = self.supporters[slot] as usize;
                let purse = &mut self.purses[ballot];
                if purse.money > 0.0 {
                    let own = if self.by_score { self.worths[slot] } else { 1.0 };
                    // The rest is more than nothing, whatever the rounding says.
                    purse.error = upward(
                        f64::from(purse.error) + state.error * own + purse.money * 4.0 * EPS,
                    );
                    largest_error = largest_error.max(purse.error.into());
                    purse.money = (purse.money - price * own).max(f64::MIN_POSITIVE);
                    rich += times[ballot];
                }
            }
            let counts = (rich_worth, rich, poor);
            let cost = self.cost(project);
            self.trace.push((project, cost), counts, (broke_from, poor_to), tied);
        } else {
            for slot in slots {
                let ballot = self.supporters[slot] as usize;
                let purse = &mut self.purses[ballot];
                if purse.money == 0.0 {
                    continue;
                }
                let own = if self.by_score { self.worths[slot] } else { 1.0 };
                let asked = price * own;
                let poor_one =
                    if self.by_score { purse.money / own < price } else { purse.money < asked };
                if poor_one {
                    purse.money = 0.0;
                    self.trace.add_broke(ballot as u32);
                    poor += times[ballot];
                } else {
                    purse.error = upward(
                        f64::from(purse.error) + state.error * own + purse.money * 4.0 * EPS,
                    );
                    largest_error = largest_error.max(purse.error.into());
                    purse.money = (purse.money - asked).max(f64::MIN_POSITIVE);
                    rich += times[ballot];
                    rich_worth += u128::from(times[ballot]) * own as u128;
                }
            }
            let poor_to = self.trace.begin_broke();
            let counts = (rich_worth, rich, poor);
            let cost = self.cost(project);
            self.trace.push((project, cost), counts, (broke_from, poor_to), tied);
        }
        self.error = largest_error;
        self.refresh_if_vague();
    }

    /// When the bound has grown much, sets all purses anew from the exact prices.
    fn refresh_if_vague(&mut self) {
        let rounds = self.trace.rounds.len() as f64;
        if self.exact_only || self.error <= self.refreshed * (rounds + 4.0) * 65_536.0 {
            return;
        }
        self.ledger.catch_up(self.election, &self.trace);
        let denominator = &self.ledger.denominator;
        let endowment = to_f64(&self.ledger.endowment, denominator);
        let prices: Vec<f64> =
            self.ledger.prices.iter().map(|price| to_f64(price, denominator)).collect();
        for ballot in 0..self.purses.len() {
            if self.purses[ballot].money > 0.0 {
                let mut money = endowment;
                self.trace.for_each_purchase(
                    self.election,
                    ballot,
                    prices.len(),
                    |round, worth| money -= prices[round] * f64::from(worth),
                );
                self.purses[ballot].money = money.max(f64::MIN_POSITIVE);
            }
        }
        // Every term is at most the endowment and is rounded twice.
        self.error = endowment * EPS * 8.0 * (rounds + 2.0);
        let error = upward(self.error);
        for purse in &mut self.purses {
            purse.error = error;
        }
        self.error = error.into();
    }
}
