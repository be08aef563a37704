//! One count of equal shares after another, at the speed of doubles and exact.
//!
//! Every amount is a double with a bound on its error. A decision is taken on
//! doubles when the bounds leave no doubt, and on exact numbers of the
//! [`Ledger`] otherwise, so that each one is the decision of exact arithmetic.

mod exactly;
mod looks;
mod purchase;
mod spans;

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use num_bigint::BigUint;
use num_traits::Zero;

use exactly::ExactPrice;
use spans::Spans;

use super::ledger::{Ledger, to_f64};
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

/// A project that competes once more, with another cost.
#[derive(Clone, Copy, Debug)]
struct Probe {
    project: usize,
    cost: u64,
    bought: bool,
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
    /// Projects once more with other costs, to ask what would have happened.
    probes: Vec<Probe>,
    spans: Spans,
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
            probes: Vec::new(),
            spans: Spans::default(),
        }
    }

    /// The project itself, of a probe that of which it has the supporters.
    fn base(&self, project: usize) -> usize {
        let probe = project.checked_sub(self.election.projects().len());
        probe.map_or(project, |probe| self.probes[probe].project)
    }

    fn cost(&self, project: usize) -> u64 {
        match project.checked_sub(self.election.projects().len()) {
            Some(probe) => self.probes[probe].cost,
            None => self.election.cost(project),
        }
    }

    /// For each of these projects whether shares would buy it at the cost, all else as it is.
    ///
    /// One count for all: until it is bought, a project left out changes nothing for others.
    /// So each competes once more, and is told as bought when it would be next.
    pub(crate) fn would_buy(
        &mut self,
        asked: &[(usize, u64)],
        money: &BigUint,
        denominator: &BigUint,
    ) -> Vec<bool> {
        let probe = |&(project, cost)| Probe { project, cost, bought: cost == 0 };
        self.probes = asked.iter().map(probe).collect();
        let projects = self.election.projects().len();
        self.states.resize(projects + self.probes.len(), State::default());
        self.run(money, denominator, u128::MAX);
        self.states.truncate(projects);
        self.memory.clear();
        std::mem::take(&mut self.probes).into_iter().map(|probe| probe.bought).collect()
    }

    /// What settles ties: as [`Election::tie_place`], with the cost of a probe.
    fn tie_key(&self, project: usize) -> (u64, u64, u32) {
        let base = self.base(project);
        let (votes, place) = (self.election.votes()[base], self.election.published_place(base));
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
        self.trace.clear(self.election.projects().len(), self.by_score);
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
        for probe in 0..self.probes.len() {
            let project = self.election.projects().len() + probe;
            if self.cost(project) > 0
                && self.total_worth[self.base(project)] > 0
                && let Some(least) = self.first_bid(project, endowment)
            {
                bids.push(Bid { least, project: project as u32 });
            }
        }
        self.queue = BinaryHeap::from(bids);
        while self.find_contenders(room.as_ref()) {
            let Some((winner, tied)) = self.decide() else { continue };
            let cost = self.cost(winner);
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
        let base = self.base(project);
        let worth = self.total_worth[base];
        let price = self.cost(project) as f64 / worth as f64;
        let error = price * 4.0 * EPS;
        let state = &mut self.states[project];
        *state = State { price, error, fresh_in: NEVER, all_rich: None, exact: None };
        let asked = price * f64::from(self.largest_worth[base]);
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
                if self.base(project) == project {
                    best = best.min(self.most(project));
                }
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

    /// The cheapest of the contenders, and all that are exactly as cheap if there are several.
    ///
    /// Nothing when only probes are left.
    fn decide(&mut self) -> Option<(usize, Vec<usize>)> {
        if self.contenders.len() > 1 {
            for at in 0..self.contenders.len() {
                self.refine(self.contenders[at] as usize);
            }
        }
        let contenders = std::mem::take(&mut self.contenders);
        let (probes, real): (Vec<u32>, Vec<u32>) =
            contenders.iter().partition(|&&p| self.base(p as usize) != p as usize);
        // Those that are surely dearer were looked at before the best was known.
        let best = real.iter().map(|&p| self.most(p as usize)).fold(f64::INFINITY, f64::min);
        let mut cheapest: Vec<usize> = Vec::new();
        for project in real.iter().map(|&project| project as usize) {
            let order = match cheapest.first() {
                _ if self.least(project) > best => Ordering::Greater,
                Some(&other) => self.compare_near(project, other),
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
        let winner = cheapest.first().copied();
        for project in real.into_iter().filter(|&p| Some(p as usize) != winner) {
            let least = self.least(project as usize);
            self.queue.push(Bid { least, project });
        }
        for project in probes {
            if self.would_win(project as usize, winner) {
                let projects = self.election.projects().len();
                self.probes[project as usize - projects].bought = true;
            } else {
                let least = self.least(project as usize);
                self.queue.push(Bid { least, project });
            }
        }
        self.contenders = contenders;
        let tied = if cheapest.len() > 1 { cheapest } else { Vec::new() };
        winner.map(|winner| (winner, tied))
    }

    /// Whether a probe would be bought in place of the cheapest of the round.
    fn would_win(&mut self, probe: usize, winner: Option<usize>) -> bool {
        let Some(winner) = winner else { return true };
        match self.compare_near(probe, winner) {
            Ordering::Less => true,
            Ordering::Equal => self.tie_key(probe) < self.tie_key(winner),
            Ordering::Greater => false,
        }
    }

    /// Compares what two projects ask per unit of gain, exactly if doubles are in doubt.
    fn compare_near(&mut self, a: usize, b: usize) -> Ordering {
        if self.most(a) < self.least(b) {
            Ordering::Less
        } else if self.least(a) > self.most(b) {
            Ordering::Greater
        } else {
            self.compare(a, b)
        }
    }

    /// The trace of the last count, and who was refused in it.
    pub(crate) fn take(&mut self) -> (Trace, Bars) {
        (std::mem::take(&mut self.trace), std::mem::take(&mut self.bars))
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
