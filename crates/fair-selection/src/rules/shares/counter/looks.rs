//! Prices on doubles: a few looks at the supporters of a project, without sorting them.

use super::{Counter, EPS, Purse};

/// What a look at the supporters says about a price.
#[derive(Clone, Copy, Debug)]
struct Look {
    /// All money of those who have less than asked.
    poor_money: f64,
    poor_times: f64,
    /// Worth of those who have enough, times their number.
    rich_worth: f64,
    /// The least money of the rich and the most of the poor, by worth.
    next: f64,
    last: f64,
}

impl Counter<'_> {
    /// Looks at the supporters again, until the price is final or above `enough`.
    ///
    /// `None` when they cannot pay: they never will.
    pub(super) fn renew(&mut self, project: usize, round: u32, enough: f64) -> Option<f64> {
        if self.exact_only {
            return self.renew_exactly(project, round);
        }
        let base = self.base(project);
        let cost = self.cost(project) as f64;
        let gain = self.gain(project);
        // The price of the same round in the count before is near; any start is right,
        // because who is taken for poor at whatever price gives a bound from below.
        let floor = self.states[project].price;
        let place = round as usize * self.states.len() + project;
        let mut price = self.memory.get(place).map_or(floor, |&guess| floor.max(guess));
        // Each turn lifts the price past somebody's money, so there are few.
        for _ in 0..10_000 {
            let look = self.look(project, price);
            let terms = f64::from(self.live[base]) + 4.0;
            let slack = self.error * look.poor_times + (look.poor_money * terms + cost * 4.0) * EPS;
            if look.rich_worth <= 0.0 {
                if cost - look.poor_money > slack {
                    return None;
                }
                if price > floor {
                    price = floor;
                    continue;
                }
                return self.renew_exactly(project, round);
            }
            let rest = cost - look.poor_money;
            let found = rest / look.rich_worth;
            let error = slack / look.rich_worth + found.abs() * 4.0 * EPS;
            if found <= look.last && price > floor {
                // The guess was too high.
                price = floor.max(found);
                if price > floor {
                    continue;
                }
                self.memory[place] = 0.0;
                continue;
            }
            let state = &mut self.states[project];
            (state.price, state.error) = (found, error);
            (state.exact, state.all_rich) = (None, None);
            let least = ((found - error) / gain) * (1.0 - 4.0 * EPS);
            if found <= look.next {
                // Final, if nobody's money is too near to what is asked.
                let clear = |error: f64, held: f64| {
                    look.next - found > error + held && found - look.last > error + held
                };
                if !clear(error, self.error) {
                    // Perhaps the general bound is too wide for these supporters.
                    self.refine(project);
                    let error = self.states[project].error;
                    if !self.clear_of(project, found, error) {
                        return self.renew_exactly(project, round);
                    }
                }
                self.remember(place, found);
                let error = self.states[project].error;
                let least = ((found - error) / gain) * (1.0 - 4.0 * EPS);
                let state = &mut self.states[project];
                state.fresh_in = round;
                if look.poor_times == 0.0 {
                    state.all_rich = Some(look.rich_worth as u128);
                }
                return Some(least);
            }
            price = found;
            if least > enough {
                self.remember(place, found);
                return Some(least);
            }
        }
        self.renew_exactly(project, round)
    }

    /// Sums up the supporters who can and cannot pay `price` for each unit of worth.
    fn look(&mut self, project: usize, price: f64) -> Look {
        if self.by_score {
            self.look_by_score(project, price)
        } else {
            self.look_by_one(project, price)
        }
    }

    fn look_by_one(&mut self, project: usize, price: f64) -> Look {
        let base = self.base(project);
        let start = self.starts[base] as usize;
        let list = &mut self.supporters[start..start + self.all[base] as usize];
        let mut live = self.live[base] as usize;
        let (mut poor_money, mut poor_times, mut rich_worth) = (0.0_f64, 0.0_f64, 0.0_f64);
        let (mut next, mut last) = (f64::INFINITY, 0.0_f64);
        let mut index = 0;
        while index < live {
            let Purse { money, times, .. } = self.purses[list[index] as usize];
            let times = f64::from(times);
            if money == 0.0 {
                live -= 1;
                list.swap(index, live);
                continue;
            }
            let poor = money < price;
            let given = if poor { times } else { 0.0 };
            poor_money += given * money;
            poor_times += given;
            rich_worth += times - given;
            next = next.min(if poor { f64::INFINITY } else { money });
            last = last.max(if poor { money } else { 0.0 });
            index += 1;
        }
        self.live[base] = live as u32;
        Look { poor_money, poor_times, rich_worth, next, last }
    }

    fn look_by_score(&mut self, project: usize, price: f64) -> Look {
        let base = self.base(project);
        let start = self.starts[base] as usize;
        let range = start..start + self.all[base] as usize;
        let (list, worths) = (&mut self.supporters[range.clone()], &mut self.worths[range]);
        let mut live = self.live[base] as usize;
        let (mut poor_money, mut poor_times, mut rich_worth) = (0.0_f64, 0.0_f64, 0.0_f64);
        let (mut next, mut last) = (f64::INFINITY, 0.0_f64);
        let mut index = 0;
        while index < live {
            let Purse { money, times, .. } = self.purses[list[index] as usize];
            let times = f64::from(times);
            if money == 0.0 {
                live -= 1;
                list.swap(index, live);
                worths.swap(index, live);
                continue;
            }
            let worth = worths[index];
            let by_worth = money / worth;
            if by_worth < price {
                poor_money += times * money;
                poor_times += times;
                last = last.max(by_worth);
            } else {
                rich_worth += times * worth;
                next = next.min(by_worth);
            }
            index += 1;
        }
        self.live[base] = live as u32;
        Look { poor_money, poor_times, rich_worth, next, last }
    }

    fn remember(&mut self, place: usize, price: f64) {
        const MOST_REMEMBERED: usize = 1 << 22;
        if place >= self.memory.len() {
            if place >= MOST_REMEMBERED {
                return;
            }
            self.memory.resize(place + 1, 0.0);
        }
        self.memory[place] = price;
    }

    /// Whether all money, with its own bound, is surely below or above the price.
    fn clear_of(&self, project: usize, price: f64, error: f64) -> bool {
        let base = self.base(project);
        let start = self.starts[base] as usize;
        (start..start + self.live[base] as usize).all(|slot| {
            let Purse { money, error: held, .. } = self.purses[self.supporters[slot] as usize];
            let own = if self.by_score { self.worths[slot] } else { 1.0 };
            (money / own - price).abs() > error * 1.000_001 + f64::from(held) + price * 4.0 * EPS
        })
    }

    /// Makes the bound on the error of a final price as narrow as its payers allow.
    pub(super) fn refine(&mut self, project: usize) {
        let price = self.states[project].price;
        if self.exact_only || self.states[project].exact.is_some() {
            return;
        }
        let base = self.base(project);
        let start = self.starts[base] as usize;
        let (mut doubt, mut poor_money, mut rich_worth) = (0.0_f64, 0.0_f64, 0.0_f64);
        for slot in start..start + self.live[base] as usize {
            let Purse { money, times, error } = self.purses[self.supporters[slot] as usize];
            let own = if self.by_score { self.worths[slot] } else { 1.0 };
            if money == 0.0 {
            } else if money / own < price {
                doubt += f64::from(times) * f64::from(error);
                poor_money += f64::from(times) * money;
            } else {
                rich_worth += f64::from(times) * own;
            }
        }
        let terms = f64::from(self.live[base]) + 4.0;
        let cost = self.cost(project) as f64;
        let slack = doubt * 1.000_001 + (poor_money * terms + cost * 4.0) * EPS;
        let narrow = slack / rich_worth + price * 4.0 * EPS;
        let state = &mut self.states[project];
        if narrow < state.error {
            state.error = narrow;
        }
    }
}
