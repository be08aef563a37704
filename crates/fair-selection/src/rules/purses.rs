//! Everybody's money, exact, held once for all who have the same history.

use num_bigint::BigUint;
use num_traits::{ToPrimitive, Zero};

use crate::election::Election;

/// The group of all who have spent everything.
const EMPTY: u32 = 0;

/// The money of a group of ballots, in units of `1 / denominator` cents.
#[derive(Clone, Debug)]
struct Purse {
    money: BigUint,
    /// How many different ballots share this purse; 0 frees the place.
    ballots: u32,
}

/// What the supporters of a project would have to pay at most, each.
#[derive(Clone, Debug)]
pub(crate) struct Offer {
    /// The cap is `rest / rich` units.
    pub rest: BigUint,
    /// Voters who can pay the cap.
    pub rich: u64,
    /// Voters who pay all they have, which is less than the cap but not nothing.
    pub poor: u64,
}

/// Every voter's money during a count.
///
/// All amounts share one denominator, so adding and comparing needs whole
/// numbers only; a purchase multiplies everything by the number of those who
/// pay the cap (reduced), which keeps the numbers as short as they can be.
#[derive(Clone, Debug)]
pub(crate) struct Purses {
    denominator: BigUint,
    groups: Vec<Purse>,
    free: Vec<u32>,
    of_ballot: Vec<u32>,
    // Kept between calls so that an evaluation allocates nothing.
    count: Vec<u64>,
    touched: Vec<u32>,
    child: Vec<u32>,
}

impl Purses {
    /// Everybody starts with `money / denominator` cents.
    pub(crate) fn new(election: &Election, money: BigUint, denominator: BigUint) -> Self {
        let ballots = election.ballots().len();
        let start = u32::from(!money.is_zero());
        let full = Purse { money, ballots: ballots as u32 };
        let groups = vec![Purse { money: BigUint::ZERO, ballots: u32::MAX }, full];
        Self {
            denominator,
            count: vec![0; groups.len()],
            child: vec![EMPTY; groups.len()],
            groups,
            free: Vec::new(),
            of_ballot: vec![start; ballots],
            touched: Vec::new(),
        }
    }

    /// How many units make a cent.
    pub(crate) fn denominator(&self) -> &BigUint {
        &self.denominator
    }

    /// The least cap at which the supporters can pay the project together.
    ///
    /// `None` when all their money is not enough.
    pub(crate) fn offer(&mut self, election: &Election, project: usize) -> Option<Offer> {
        self.count_supporters(election, project);
        let Self { groups, count, touched, denominator, .. } = self;
        let cost = &*denominator * election.cost(project);
        let mut rich: u64 = touched.iter().map(|&g| count[g as usize]).sum();
        let mut rest = cost;
        let mut poor = 0;
        // Poorest first: who has less than an equal part of the rest pays all.
        touched.sort_unstable_by(|&a, &b| groups[a as usize].money.cmp(&groups[b as usize].money));
        let mut found = false;
        for &group in touched.iter() {
            let money = &groups[group as usize].money;
            let voters = count[group as usize];
            if money * rich >= rest {
                found = true;
                break;
            }
            rest -= money * voters;
            rich -= voters;
            poor += voters;
        }
        self.forget_counts();
        found.then_some(Offer { rest, rich, poor })
    }

    /// Takes the offer: each supporter pays the cap, or all they have.
    pub(crate) fn pay(&mut self, election: &Election, project: usize, offer: &Offer) {
        // rich > 0 in every offer: it ends at a group that can pay.
        let common = common_divisor(&offer.rest, offer.rich);
        let factor = offer.rich / common;
        let cap = &offer.rest / common;
        if factor > 1 {
            self.denominator *= factor;
            for group in self.groups.iter_mut().filter(|group| group.ballots > 0) {
                group.money *= factor;
            }
        }
        for &ballot in election.supporters(project) {
            let from = self.of_ballot[ballot as usize];
            if from == EMPTY {
                continue;
            }
            if self.count[from as usize] == 0 {
                self.count[from as usize] = 1;
                self.touched.push(from);
                self.child[from as usize] = self.after_paying(from, &cap);
            }
            let to = self.child[from as usize];
            self.of_ballot[ballot as usize] = to;
            self.groups[from as usize].ballots -= 1;
            if to != EMPTY {
                self.groups[to as usize].ballots += 1;
            }
        }
        for index in 0..self.touched.len() {
            let group = self.touched[index];
            if self.groups[group as usize].ballots == 0 {
                self.free.push(group);
            }
        }
        self.forget_counts();
    }

    /// Opens the purse of those who held `from` and have now paid.
    fn after_paying(&mut self, from: u32, cap: &BigUint) -> u32 {
        let money = &self.groups[from as usize].money;
        if money <= cap {
            return EMPTY;
        }
        let purse = Purse { money: money - cap, ballots: 0 };
        if let Some(place) = self.free.pop() {
            self.groups[place as usize] = purse;
            return place;
        }
        self.groups.push(purse);
        self.count.push(0);
        self.child.push(EMPTY);
        // At most one open group per ballot, and these are counted in u32.
        (self.groups.len() - 1) as u32
    }

    fn count_supporters(&mut self, election: &Election, project: usize) {
        for &ballot in election.supporters(project) {
            let group = self.of_ballot[ballot as usize];
            if group == EMPTY {
                continue;
            }
            let count = &mut self.count[group as usize];
            if *count == 0 {
                self.touched.push(group);
            }
            *count += election.ballots()[ballot as usize].multiplicity;
        }
    }

    fn forget_counts(&mut self) {
        for group in self.touched.drain(..) {
            self.count[group as usize] = 0;
        }
    }
}

fn common_divisor(number: &BigUint, other: u64) -> u64 {
    let rest = (number % other).to_u64().unwrap_or_default();
    num_integer::gcd(rest, other)
}
