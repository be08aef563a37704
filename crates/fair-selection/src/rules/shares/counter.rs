//! One count of equal shares after another, at the speed of doubles and exact.
//!
//! Every amount is a double with a bound on its error. A decision is taken on
//! doubles when the bounds leave no doubt, and on exact numbers of the
//! [`Ledger`] otherwise, so that each one is the decision of exact arithmetic.

use std::cmp::Ordering;
use std::collections::{BinaryHeap, HashMap};

use num_bigint::BigUint;
use num_traits::Zero;

use super::ledger::{Ledger, Mix, to_f64};
use super::trace::{NEVER, Trace};
use crate::election::Election;
use crate::limits::{Barred, Room};
use crate::rules::Utility;

const EPS: f64 = f64::EPSILON;
/// Beyond this, whole numbers are not exact as doubles: everything is decided exactly.
const LARGEST_EXACT: u64 = 1 << 52;

/// More voters of one ballot than a short float can count exactly.
const MOST_TIMES: u64 = 1 << 24;

/// The money of the voters of one ballot, each, and how many they are.
#[derive(Clone, Copy, Debug)]
struct Purse {
    money: f64,
    times: f32,
    /// Bound on the error of `money`.
    error: f32,
}

/// A bound as a short float, never rounded below the bound.
fn upward(bound: f64) -> f32 {
    (bound * (1.0 + 1e-6)) as f32 + f32::MIN_POSITIVE
}

/// The state of a project in the auction; `price` never falls.
#[derive(Clone, Debug, Default)]
struct State {
    /// The last known price of a unit of worth, or less.
    price: f64,
    /// Bound on the error of `price`.
    error: f64,
    /// The round for which `price` is final.
    fresh_in: u32,
    /// Everybody who has money left pays in full; the worth of these.
    all_rich: Option<u128>,
    exact: Option<Box<ExactPrice>>,
}

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
struct ExactPrice {
    rest: BigUint,
    worth: u128,
    poor: Vec<u32>,
    even: Vec<u32>,
}

/// A project in the queue with a price per utility it will not go below.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Bid {
    least: f64,
    project: u32,
}

impl Eq for Bid {}

impl Ord for Bid {
    // The heap gives the greatest first: the greatest bid is the cheapest one.
    fn cmp(&self, other: &Self) -> Ordering {
        other.least.total_cmp(&self.least).then_with(|| other.project.cmp(&self.project))
    }
}

impl PartialOrd for Bid {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

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

/// How a project was refused though its supporters could pay.
pub(crate) type Bars = Vec<(usize, Barred)>;

/// Counts with any endowment; keeps its room between counts.
pub(crate) struct Counter<'a> {
    election: &'a Election,
    utility: Utility,
    /// Worth is what the ballots say, not one.
    by_score: bool,
    /// Decide everything with exact numbers: the plain way, kept as a check.
    exact_only: bool,
    purses: Vec<Purse>,
    /// The supporters of each project, those with money first.
    supporters: Vec<u32>,
    /// What the project is worth to each of them; empty when it is one for all.
    worths: Vec<f64>,
    starts: Vec<u32>,
    /// How many supporters are left to look at, at first and now.
    all: Vec<u32>,
    live: Vec<u32>,
    total_worth: Vec<u64>,
    largest_worth: Vec<u32>,
    paid_projects: Vec<u32>,
    pub free: Vec<usize>,
    states: Vec<State>,
    queue: BinaryHeap<Bid>,
    contenders: Vec<u32>,
    /// By round and project, the prices of the count before.
    memory: Vec<f64>,
    /// The largest bound on the error of a purse.
    error: f64,
    refreshed: f64,
    /// The trace of the count that is going on or was the last.
    pub trace: Trace,
    ledger: Ledger,
    pub bars: Bars,
    /// Another cost for one project, to ask what would have happened.
    changed: Option<(usize, u64)>,
}

impl<'a> Counter<'a> {
    pub(crate) fn new(election: &'a Election, utility: Utility, exact_only: bool) -> Self {
        let by_score = utility.by_score() && !election.all_worths().is_empty();
        let projects = election.projects().len();
        let (mut supporters, mut worths) = (Vec::new(), Vec::new());
        let mut starts = Vec::with_capacity(projects);
        let (mut all, mut total_worth) = (vec![0_u32; projects], vec![0_u64; projects]);
        let mut largest_worth = vec![1_u32; projects];
        if by_score {
            for project in 0..projects {
                starts.push(supporters.len() as u32);
                for slot in election.slots(project) {
                    let worth = election.all_worths()[slot];
                    if worth > 0 {
                        supporters.push(election.all_supporters()[slot]);
                        worths.push(f64::from(worth));
                        largest_worth[project] = largest_worth[project].max(worth);
                        all[project] += 1;
                    }
                }
                total_worth[project] = election.scores()[project];
            }
        } else {
            supporters.extend_from_slice(election.all_supporters());
            for project in 0..projects {
                let slots = election.slots(project);
                starts.push(slots.start as u32);
                all[project] = slots.len() as u32;
                total_worth[project] = election.votes()[project];
            }
        }
        let (mut free, paid): (Vec<usize>, Vec<usize>) =
            (0..projects).filter(|&p| total_worth[p] > 0).partition(|&p| election.cost(p) == 0);
        free.sort_by_key(|&p| election.tie_place(p));
        let exact_only = exact_only
            || election.voters() > LARGEST_EXACT
            || election.book().times.iter().any(|&times| times > MOST_TIMES)
            || total_worth.iter().any(|&worth| worth > LARGEST_EXACT);
        let times = election.book().times.iter();
        Self {
            election,
            utility,
            by_score,
            exact_only,
            purses: times.map(|&t| Purse { money: 0.0, times: t as f32, error: 0.0 }).collect(),
            supporters,
            worths,
            starts,
            live: all.clone(),
            all,
            total_worth,
            largest_worth,
            paid_projects: paid.into_iter().map(|p| p as u32).collect(),
            free,
            states: vec![State::default(); projects],
            queue: BinaryHeap::new(),
            contenders: Vec::new(),
            memory: Vec::new(),
            error: 0.0,
            refreshed: 0.0,
            trace: Trace::default(),
            ledger: Ledger::new(BigUint::zero(), BigUint::from(1_u8)),
            bars: Vec::new(),
            changed: None,
        }
    }

    pub(crate) fn election(&self) -> &'a Election {
        self.election
    }

    fn cost(&self, project: usize) -> u64 {
        match self.changed {
            Some((changed, cost)) if changed == project => cost,
            _ => self.election.cost(project),
        }
    }

    /// Whether shares would buy the project at another cost, all else as it is.
    pub(crate) fn buys(
        &mut self,
        project: usize,
        cost: u64,
        money: &BigUint,
        denominator: &BigUint,
    ) -> bool {
        if cost == 0 {
            return true;
        }
        self.changed = Some((project, cost));
        let bought = !self.run(money, denominator, u128::MAX);
        self.changed = None;
        bought
    }

    /// What settles ties: as [`Election::tie_place`], with the changed cost.
    fn tie_key(&self, project: usize) -> (u64, u64, u32) {
        let votes = self.election.votes()[project];
        let place = self.election.published_place(project);
        self.election.tie_rule().key(self.cost(project), votes, place)
    }

    /// Cost utility makes the price per unit of gain the price over the cost.
    fn gain(&self, project: usize) -> f64 {
        match self.utility {
            Utility::Cost => self.cost(project) as f64,
            _ => 1.0,
        }
    }

    /// One count in which everybody starts with `money / denominator` cents.
    ///
    /// The answer is false as soon as the purchases cost more than `limit`.
    pub(crate) fn run(&mut self, money: &BigUint, denominator: &BigUint, limit: u128) -> bool {
        let endowment = to_f64(money, denominator);
        self.error = f64::from(upward(endowment * 4.0 * EPS));
        self.refreshed = self.error;
        let error = upward(self.error);
        for purse in &mut self.purses {
            purse.money = endowment;
            purse.error = error;
        }
        self.live.copy_from_slice(&self.all);
        self.trace.clear(self.states.len(), self.by_score);
        self.ledger = Ledger::new(money.clone(), denominator.clone());
        self.bars.clear();
        let mut room = Room::of(self.election);
        if let Some(room) = &mut room {
            for &project in &self.free {
                room.take(project, 0);
            }
        }
        let mut bids = std::mem::take(&mut self.queue).into_vec();
        bids.clear();
        for index in 0..self.paid_projects.len() {
            let project = self.paid_projects[index] as usize;
            if let Some(least) = self.first_bid(project, endowment) {
                bids.push(Bid { least, project: project as u32 });
            }
        }
        self.queue = BinaryHeap::from(bids);
        while self.find_contenders(room.as_ref()) {
            let (winner, tied) = self.decide();
            let cost = self.cost(winner);
            if self.changed.is_some_and(|(changed, _)| changed == winner) {
                return false;
            }
            if self.trace.cost_cents + u128::from(cost) > limit {
                return false;
            }
            self.buy(winner, tied);
            if let Some(room) = &mut room {
                room.take(winner, cost);
            }
        }
        true
    }

    /// The bid of a project before anybody has paid; `None` if it cannot be paid.
    fn first_bid(&mut self, project: usize, endowment: f64) -> Option<f64> {
        let worth = self.total_worth[project];
        let price = self.cost(project) as f64 / worth as f64;
        let error = price * 4.0 * EPS;
        let state = &mut self.states[project];
        *state = State { price, error, fresh_in: NEVER, all_rich: None, exact: None };
        let asked = price * f64::from(self.largest_worth[project]);
        if !self.exact_only {
            if asked * (1.0 + 8.0 * EPS) < endowment * (1.0 - 8.0 * EPS) {
                state.fresh_in = 0;
                state.all_rich = Some(u128::from(worth));
            } else if !self.by_score && asked * (1.0 - 8.0 * EPS) > endowment * (1.0 + 8.0 * EPS) {
                return None;
            }
        }
        Some(self.least(project))
    }

    fn least(&self, project: usize) -> f64 {
        let state = &self.states[project];
        ((state.price - state.error) / self.gain(project)) * (1.0 - 4.0 * EPS)
    }

    fn most(&self, project: usize) -> f64 {
        let state = &self.states[project];
        ((state.price + state.error) / self.gain(project)) * (1.0 + 4.0 * EPS)
    }

    /// Fills `contenders` with all projects that may be the cheapest of this round.
    fn find_contenders(&mut self, room: Option<&Room>) -> bool {
        self.contenders.clear();
        let round = self.trace.rounds.len() as u32;
        let mut best = f64::INFINITY;
        while let Some(&bid) = self.queue.peek() {
            if bid.least > best {
                break;
            }
            self.queue.pop();
            let project = bid.project as usize;
            if self.states[project].fresh_in == round {
                if let Some(why) = room.and_then(|room| room.bars(project, self.cost(project))) {
                    self.bars.push((project, why));
                    continue;
                }
                best = best.min(self.most(project));
                self.contenders.push(bid.project);
                continue;
            }
            let next = self.queue.peek().map_or(f64::INFINITY, |bid| bid.least);
            if let Some(least) = self.renew(project, round, next.min(best)) {
                self.queue.push(Bid { least, project: bid.project });
            }
        }
        !self.contenders.is_empty()
    }

    /// Looks at the supporters again, until the price is final or above `enough`.
    ///
    /// `None` when they cannot pay: they never will.
    fn renew(&mut self, project: usize, round: u32, enough: f64) -> Option<f64> {
        if self.exact_only {
            return self.renew_exactly(project, round);
        }
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
            let terms = f64::from(self.live[project]) + 4.0;
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
        let start = self.starts[project] as usize;
        let list = &mut self.supporters[start..start + self.all[project] as usize];
        let mut live = self.live[project] as usize;
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
        self.live[project] = live as u32;
        Look { poor_money, poor_times, rich_worth, next, last }
    }

    fn look_by_score(&mut self, project: usize, price: f64) -> Look {
        let start = self.starts[project] as usize;
        let range = start..start + self.all[project] as usize;
        let (list, worths) = (&mut self.supporters[range.clone()], &mut self.worths[range]);
        let mut live = self.live[project] as usize;
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
        self.live[project] = live as u32;
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
        let start = self.starts[project] as usize;
        (start..start + self.live[project] as usize).all(|slot| {
            let Purse { money, error: held, .. } = self.purses[self.supporters[slot] as usize];
            let own = if self.by_score { self.worths[slot] } else { 1.0 };
            (money / own - price).abs() > error * 1.000_001 + f64::from(held) + price * 4.0 * EPS
        })
    }

    fn renew_exactly(&mut self, project: usize, round: u32) -> Option<f64> {
        let exact = self.exact_price(project)?;
        let price = to_f64(&exact.rest, &(&self.ledger.denominator * exact.worth));
        let state = &mut self.states[project];
        (state.price, state.error) = (price, price * 16.0 * EPS);
        state.fresh_in = round;
        state.all_rich = None;
        state.exact = Some(Box::new(exact));
        Some(self.least(project))
    }

    /// Makes the bound on the error of a final price as narrow as its payers allow.
    fn refine(&mut self, project: usize) {
        let price = self.states[project].price;
        if self.exact_only || self.states[project].exact.is_some() {
            return;
        }
        let start = self.starts[project] as usize;
        let (mut doubt, mut poor_money, mut rich_worth) = (0.0_f64, 0.0_f64, 0.0_f64);
        for slot in start..start + self.live[project] as usize {
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
        let terms = f64::from(self.live[project]) + 4.0;
        let cost = self.cost(project) as f64;
        let slack = doubt * 1.000_001 + (poor_money * terms + cost * 4.0) * EPS;
        let narrow = slack / rich_worth + price * 4.0 * EPS;
        let state = &mut self.states[project];
        if narrow < state.error {
            state.error = narrow;
        }
    }

    /// The cheapest of the contenders, and all that are exactly as cheap if there are several.
    fn decide(&mut self) -> (usize, Vec<usize>) {
        let mut first = self.contenders[0] as usize;
        let mut tied: Vec<usize> = Vec::new();
        if self.contenders.len() > 1 {
            for at in 0..self.contenders.len() {
                self.refine(self.contenders[at] as usize);
            }
        }
        // Those that are surely dearer were looked at before the best was known.
        let best =
            self.contenders.iter().map(|&p| self.most(p as usize)).fold(f64::INFINITY, f64::min);
        let contenders = std::mem::take(&mut self.contenders);
        let (near, far): (Vec<u32>, Vec<u32>) =
            contenders.iter().partition(|&&p| self.least(p as usize) <= best);
        if near.len() == 1 {
            first = near[0] as usize;
        } else {
            let mut cheapest: Vec<usize> = Vec::new();
            for &project in &near {
                let project = project as usize;
                let order = match cheapest.first() {
                    Some(&other) => self.compare(project, other),
                    None => Ordering::Less,
                };
                if order == Ordering::Less {
                    cheapest.clear();
                }
                if order != Ordering::Greater {
                    cheapest.push(project);
                }
            }
            cheapest.sort_by_key(|&p| self.tie_key(p));
            first = cheapest.first().copied().unwrap_or(first);
            if cheapest.len() > 1 {
                tied = cheapest;
            }
        }
        for project in near.into_iter().chain(far) {
            if project as usize != first {
                let least = self.least(project as usize);
                self.queue.push(Bid { least, project });
            }
        }
        self.contenders = contenders;
        (first, tied)
    }

    /// Compares exactly what two projects ask per unit of gain.
    fn compare(&mut self, a: usize, b: usize) -> Ordering {
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
        let start = self.starts[project] as usize;
        let slots = start..start + self.live[project] as usize;
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

    /// The supporters pay; those who have no more than asked end with nothing.
    fn buy(&mut self, project: usize, tied: Vec<usize>) {
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

    /// What the supporters of a project gave back: the exact amounts of the last count.
    pub(crate) fn ledger_of(
        election: &Election,
        trace: &Trace,
        money: &BigUint,
        denominator: &BigUint,
    ) -> Ledger {
        let mut ledger = Ledger::new(money.clone(), denominator.clone());
        ledger.catch_up(election, trace);
        ledger
    }
}
