//! Many steps of a completion at once: one count for all endowments between two.
//!
//! With an endowment that grows evenly, what voters hold and what projects ask are nearly
//! straight lines over the steps, as long as the same voters are poor. Every amount is kept
//! as a line, with a bound on how far the truth is from it at any step. When these bounds
//! leave no doubt about who is cheapest in any round, all steps choose the same projects in
//! the same order, and none has to be counted by itself. Any doubt ends the attempt: the
//! caller tries fewer steps, and counts single ones exactly.

use std::collections::BinaryHeap;

use num_bigint::BigUint;

use super::{Bid, Counter, EPS, NEVER, upward};
use crate::rules::Utility;
use crate::rules::shares::ledger::to_f64;

/// Who holds this part more than asked is rich whatever the bound on the price.
const MARGIN: f64 = 1e-3;
/// Prices of so many rounds and projects are remembered.
const MOST_REMEMBERED: usize = 1 << 22;

/// `at + by * t` give or take `error`, for `t` from 0 (the first step) to 1 (the last).
#[derive(Clone, Copy, Debug, Default)]
struct Line {
    at: f64,
    by: f64,
    error: f64,
}

impl Line {
    fn end(self) -> f64 {
        self.at + self.by
    }

    fn middle(self) -> f64 {
        self.at + self.by * 0.5
    }

    fn least(self) -> f64 {
        self.at.min(self.end()) - self.error
    }

    fn most(self) -> f64 {
        self.at.max(self.end()) + self.error
    }

    fn rounding(self) -> f64 {
        (self.at.abs() + self.by.abs()) * 4.0 * EPS
    }

    fn over(self, gain: f64) -> Self {
        let line = Self { at: self.at / gain, by: self.by / gain, error: self.error / gain };
        Self { error: line.error + line.rounding(), ..line }
    }

    /// In which part of the span this is surely below the other: 1 for the whole of it.
    fn below(self, other: Self) -> f64 {
        let bound = self.error + other.error + self.rounding() + other.rounding();
        let (first, last) = (other.at - self.at - bound, other.end() - self.end() - bound);
        if first > 0.0 && last > 0.0 {
            1.0
        } else if first > 0.0 {
            first / (first - last)
        } else if self.at < other.at {
            // Only the bounds meet: they shrink with the square of the span.
            0.5
        } else {
            0.0
        }
    }
}

/// The money of the voters of one ballot, each, and how many they are.
#[derive(Clone, Copy, Debug)]
struct Purse {
    money: f64,
    change: f64,
    error: f32,
    times: f32,
}

const EMPTY: (f64, f64, f32) = (0.0, 0.0, 0.0);

/// What a project asks for a unit of worth: surely not less than the line less its error.
#[derive(Clone, Copy, Debug, Default)]
struct Ask {
    line: Line,
    fresh_in: u32,
}

/// A project that may be the cheapest.
struct Contender {
    project: usize,
    /// A bound from below, per gain.
    least: Line,
    /// The price, where it is known well enough.
    price: Option<Line>,
    /// All supporters with money surely pay in full: their worth.
    all_rich: Option<u128>,
}

/// What a look at the supporters says about a price in the middle of the span.
struct Look {
    poor_money: f64,
    poor_change: f64,
    poor_error: f64,
    rich_worth: f64,
    next: f64,
    last: f64,
}

/// Room for counts over spans, kept from one to the next.
#[derive(Default)]
pub(super) struct Spans {
    purses: Vec<Purse>,
    asks: Vec<Ask>,
    queue: BinaryHeap<Bid>,
    /// By round and project, the prices found the last time.
    memory: Vec<f64>,
    /// Which part of the span may be free of the doubt that was met.
    hint: f64,
}

/// What all steps of a span have in common.
pub(crate) struct Same {
    /// In order of purchase.
    pub projects: Vec<usize>,
    pub cost_cents: u128,
    pub with_ties: bool,
}

impl Counter<'_> {
    /// What all counts with endowments from `first` to `last` choose, if it is the same.
    ///
    /// Otherwise, or in doubt, a guess how much of the span is free of it, from 0 to 1.
    pub(crate) fn span(
        &mut self,
        first: &BigUint,
        last: &BigUint,
        denominator: &BigUint,
    ) -> Result<Same, f64> {
        if self.exact_only || !self.election.limits().is_empty() {
            return Err(0.0);
        }
        self.begin_span(to_f64(first, denominator), to_f64(last, denominator));
        let mut same = Same { projects: Vec::new(), cost_cents: 0, with_ties: false };
        loop {
            let contenders = self.span_contenders(same.projects.len() as u32);
            if contenders.is_empty() {
                return Ok(same);
            }
            let (winner, tied) = self.span_winner(&contenders)?;
            let Contender { project, price: Some(price), .. } = contenders[winner] else {
                return Err(self.spans.hint);
            };
            self.span_buy(project, price);
            same.projects.push(project);
            same.cost_cents += u128::from(self.cost(project));
            same.with_ties |= tied;
            for other in contenders.iter().filter(|other| other.project != project) {
                let least = other.least.least() * (1.0 - 4.0 * EPS);
                self.spans.queue.push(Bid { least, project: other.project as u32 });
            }
        }
    }

    fn begin_span(&mut self, from: f64, to: f64) {
        let error = upward(to * 8.0 * EPS);
        let purse = |times| Purse { money: from, change: to - from, error, times };
        self.spans.purses.clear();
        self.spans.purses.extend(self.purses.iter().map(|other| purse(other.times)));
        self.spans.asks.clear();
        self.spans.asks.resize(self.states.len(), Ask::default());
        self.spans.queue.clear();
        self.spans.hint = 0.5;
        self.live.copy_from_slice(&self.all);
        for index in 0..self.paid_projects.len() {
            let project = self.paid_projects[index] as usize;
            let price = self.cost(project) as f64 / self.total_worth[project] as f64;
            let asked = price * f64::from(self.largest_worth[project]);
            let mut fresh_in = NEVER;
            if asked * (1.0 + MARGIN) < from {
                fresh_in = 0;
            } else if !self.by_score && asked * (1.0 - 16.0 * EPS) > to {
                continue;
            }
            let line = Line { at: price, by: 0.0, error: price * 4.0 * EPS };
            self.spans.asks[project] = Ask { line, fresh_in };
            let least = self.span_least(project);
            self.spans.queue.push(Bid { least, project: project as u32 });
        }
    }

    fn span_least(&self, project: usize) -> f64 {
        self.spans.asks[project].line.over(self.gain(project)).least() * (1.0 - 4.0 * EPS)
    }

    /// All projects that may be the cheapest of this round at some step.
    fn span_contenders(&mut self, round: u32) -> Vec<Contender> {
        let mut contenders = Vec::new();
        let mut best = f64::INFINITY;
        while let Some(bid) = self.spans.queue.pop() {
            let project = bid.project as usize;
            if bid.least > best {
                self.spans.queue.push(bid);
                break;
            }
            if self.spans.asks[project].fresh_in == round {
                let contender = self.weigh(project);
                if let Some(price) = contender.price {
                    best = best.min(price.over(self.gain(project)).most() * (1.0 + 4.0 * EPS));
                }
                contenders.push(contender);
                continue;
            }
            let next = self.spans.queue.peek().map_or(f64::INFINITY, |bid| bid.least);
            if self.span_renew(project, round, next.min(best)) {
                let least = self.span_least(project);
                self.spans.queue.push(Bid { least, ..bid });
            }
        }
        contenders
    }

    /// The contender that is surely the cheapest, and whether others surely tie with it.
    fn span_winner(&self, contenders: &[Contender]) -> Result<(usize, bool), f64> {
        let middle = |contender: &Contender| {
            let gain = self.gain(contender.project);
            contender.price.map_or(f64::INFINITY, |price| price.middle() / gain)
        };
        let mut winner = 0;
        for (at, other) in contenders.iter().enumerate().skip(1) {
            let better = match self.compare_all_rich(other, &contenders[winner]) {
                Some(order) => {
                    let key = |place: usize| self.tie_key(contenders[place].project);
                    order.is_lt() || (order.is_eq() && key(at) < key(winner))
                }
                None => middle(other) < middle(&contenders[winner]),
            };
            if better {
                winner = at;
            }
        }
        let first = &contenders[winner];
        let Some(price) = first.price else { return Err(self.spans.hint) };
        let price = price.over(self.gain(first.project));
        let mut tied = false;
        for (_, other) in contenders.iter().enumerate().filter(|(at, _)| *at != winner) {
            if let Some(order) = self.compare_all_rich(other, first) {
                if order.is_lt() {
                    return Err(0.0);
                }
                tied |= order.is_eq();
                continue;
            }
            let part = price.below(other.least);
            if part < 1.0 {
                return Err(part);
            }
        }
        Ok((winner, tied))
    }

    /// Compares two projects exactly when everybody surely pays them in full.
    fn compare_all_rich(&self, one: &Contender, other: &Contender) -> Option<std::cmp::Ordering> {
        let (a, b) = (one.all_rich?, other.all_rich?);
        if self.utility == Utility::Cost {
            // cost / (worth * cost): who is worth more is cheaper.
            return Some(b.cmp(&a));
        }
        let cost = |contender: &Contender| u128::from(self.cost(contender.project));
        Some((cost(one) * b).cmp(&(cost(other) * a)))
    }

    /// Looks at the supporters again, until the bound on the price is final or above `enough`.
    ///
    /// False when they surely cannot pay at any step.
    fn span_renew(&mut self, project: usize, round: u32, enough: f64) -> bool {
        let cost = self.cost(project) as f64;
        let gain = self.gain(project);
        let floor = self.spans.asks[project].line.middle();
        let place = round as usize * self.states.len() + project;
        let mut price = self.spans.memory.get(place).map_or(floor, |&guess| floor.max(guess));
        for _ in 0..100 {
            let look = self.span_look(project, price);
            let terms = f64::from(self.live[project]) + 8.0;
            let sum = look.poor_money + look.poor_change.abs();
            let slack = look.poor_error + (sum + cost) * terms * EPS;
            let (first, last) = (cost - look.poor_money, cost - look.poor_money - look.poor_change);
            if look.rich_worth <= 0.0 {
                if first > slack && last > slack {
                    return false;
                }
                if price > floor {
                    price = floor;
                    continue;
                }
                if first > 0.0 && last < 0.0 {
                    self.spans.hint = self.spans.hint.min(first / (first - last));
                }
                break;
            }
            let found = (first + last) * 0.5 / look.rich_worth;
            if found <= look.last && price > floor {
                // The guess was too high.
                price = floor.max(found);
                if price <= floor {
                    self.spans.memory[place] = 0.0;
                }
                continue;
            }
            let (at, by) = (first / look.rich_worth, -look.poor_change / look.rich_worth);
            let line = Line { at, by, error: slack / look.rich_worth };
            let line = Line { error: line.error + line.rounding(), ..line };
            self.spans.asks[project].line = line;
            let is_final = found <= look.next;
            if is_final || line.least() / gain > enough {
                self.span_remember(place, found);
                if is_final {
                    self.spans.asks[project].fresh_in = round;
                }
                return true;
            }
            price = found;
        }
        self.spans.asks[project].fresh_in = round;
        true
    }

    fn span_remember(&mut self, place: usize, price: f64) {
        if place >= self.spans.memory.len() {
            if place >= MOST_REMEMBERED {
                return;
            }
            self.spans.memory.resize(place + 1, 0.0);
        }
        self.spans.memory[place] = price;
    }

    /// Sums up who can and cannot pay `price` for each unit of worth in the middle of the span.
    fn span_look(&mut self, project: usize, price: f64) -> Look {
        let start = self.starts[project] as usize;
        let range = start..start + self.all[project] as usize;
        let list = &mut self.supporters[range.clone()];
        let worths = if self.by_score { &mut self.worths[range] } else { &mut [] };
        let mut live = self.live[project] as usize;
        let (mut next, mut last) = (f64::INFINITY, 0.0_f64);
        let (mut poor_money, mut poor_change, mut poor_error) = (0.0_f64, 0.0_f64, 0.0_f64);
        let mut rich_worth = 0.0_f64;
        let mut index = 0;
        while index < live {
            let Purse { money, change, error, times } = self.spans.purses[list[index] as usize];
            if (money, change, error) == EMPTY {
                live -= 1;
                list.swap(index, live);
                if self.by_score {
                    worths.swap(index, live);
                }
                continue;
            }
            let times = f64::from(times);
            let own = worths.get(index).copied().unwrap_or(1.0);
            let by_worth = (money + change * 0.5) / own;
            let poor = by_worth < price;
            let given = if poor { times } else { 0.0 };
            poor_money += given * money;
            poor_change += given * change;
            poor_error += given * f64::from(error);
            rich_worth += (times - given) * own;
            next = next.min(if poor { f64::INFINITY } else { by_worth });
            last = last.max(if poor { by_worth } else { 0.0 });
            index += 1;
        }
        self.live[project] = live as u32;
        Look { poor_money, poor_change, poor_error, rich_worth, next, last }
    }

    /// Bounds the price of a project from above too.
    ///
    /// At the price of the line, those taken for poor pay at least what they surely hold and
    /// the rich what is asked, but for the sum `gap` of what the doubtful would be asked too
    /// much. Asked a little more, those who are surely rich make up for it.
    fn weigh(&self, project: usize) -> Contender {
        let Line { at, by, error: below } = self.spans.asks[project].line;
        let end = at + by;
        let margin = MARGIN * at.max(end);
        let (mut poor_money, mut poor_change, mut doubt) = (0.0_f64, 0.0_f64, 0.0_f64);
        let (mut gap, mut rich_worth, mut sure_worth) = (0.0_f64, 0.0_f64, 0.0_f64);
        let mut nobody_poor = true;
        let start = self.starts[project] as usize;
        for slot in start..start + self.live[project] as usize {
            let Purse { money, change, error, times } =
                self.spans.purses[self.supporters[slot] as usize];
            if (money, change, error) == EMPTY {
                continue;
            }
            let (times, error) = (f64::from(times), f64::from(error));
            let own = if self.by_score { self.worths[slot] } else { 1.0 };
            let (first, last) = (money - at * own, money + change - end * own);
            if first + last < 0.0 {
                nobody_poor = false;
                poor_money += times * money;
                poor_change += times * change;
                doubt += times * error;
                gap += times * first.max(last).max(0.0);
            } else {
                rich_worth += times * own;
                let beyond = first.min(last) - error;
                if beyond > margin * own {
                    sure_worth += times * own;
                } else {
                    gap += times * (-beyond).max(0.0);
                }
            }
        }
        let least = self.spans.asks[project].line.over(self.gain(project));
        let unknown = Contender { project, least, price: None, all_rich: None };
        let cost = self.cost(project) as f64;
        let terms = f64::from(self.live[project]) + 16.0;
        let sum = poor_money + poor_change.abs() + rich_worth * at.max(end) + cost;
        let first = cost - poor_money - rich_worth * at;
        let last = cost - poor_money - poor_change - rich_worth * end;
        let missing = first.max(last).max(0.0) + doubt + gap + sum * terms * EPS;
        if sure_worth <= 0.0 {
            return unknown;
        }
        let above = missing / sure_worth * (1.0 + 1e-9);
        if above.is_nan() || above > margin {
            return unknown;
        }
        let error = (above + below) * 0.5;
        let line = Line { at: at + (above - below) * 0.5, by, error };
        let price = Some(Line { error: line.error + line.rounding(), ..line });
        let everybody = nobody_poor && sure_worth >= rich_worth;
        Contender { price, all_rich: everybody.then_some(rich_worth as u128), ..unknown }
    }

    /// The supporters pay; those who surely have less than asked end with nothing.
    fn span_buy(&mut self, project: usize, price: Line) {
        let start = self.starts[project] as usize;
        for slot in start..start + self.live[project] as usize {
            let purse = &mut self.spans.purses[self.supporters[slot] as usize];
            let Purse { money, change, error, .. } = *purse;
            if (money, change, error) == EMPTY {
                continue;
            }
            let own = if self.by_score { self.worths[slot] } else { 1.0 };
            let size = money.abs() + change.abs() + (price.at.abs() + price.by.abs()) * own;
            let bound = f64::from(error) + price.error * own + size * 4.0 * EPS;
            let (first, last) = (money - price.at * own, money + change - price.end() * own);
            if first.max(last) < -bound {
                (purse.money, purse.change, purse.error) = EMPTY;
                continue;
            }
            // What is left bends where it reaches zero: a line in the middle of the bend.
            let bend = if first * last < 0.0 {
                first.abs() * last.abs() / (first.abs() + last.abs())
            } else {
                0.0
            };
            let (first, last) = (first.max(0.0), last.max(0.0));
            purse.money = first - bend * 0.5;
            purse.change = last - first;
            purse.error = upward(bound + bend * (0.5 + 4.0 * EPS));
        }
    }
}
