//! What the supporters of projects that shares did not pay held and spent.

use num_bigint::BigUint;
use num_traits::ToPrimitive;

use crate::election::Election;
use crate::explain::{Spending, SupportersMoney};
use crate::rules::{Mix, NEVER, Shares, to_f64};

/// Works with whole counts and doubles, and with exact numbers where a cent is in doubt.
struct Money<'a> {
    election: &'a Election,
    shares: &'a Shares,
    unpaid: Vec<usize>,
    /// For each ballot the round in which its money ended.
    broke_in: Vec<u32>,
    /// Per unpaid project and round, what its supporters with money left have bought, in worth.
    bought: Vec<u64>,
    /// Per unpaid project, supporters with money left.
    holders: Vec<u64>,
    /// Per unpaid project and round, the money spent, nearly.
    spent: Vec<f64>,
    /// The endowment, nearly.
    endowment: f64,
}

/// What the supporters of each unpaid project hold, and where their money went.
pub(crate) fn money_of_unpaid(
    election: &Election,
    shares: &Shares,
    by_share: &[bool],
) -> Vec<(usize, SupportersMoney)> {
    let unpaid: Vec<usize> =
        (0..by_share.len()).filter(|&p| !by_share[p] && election.votes()[p] > 0).collect();
    let money = Money::of(election, shares, unpaid);
    money.unpaid.iter().enumerate().map(|(at, &project)| (project, money.of_project(at))).collect()
}

impl<'a> Money<'a> {
    fn of(election: &'a Election, shares: &'a Shares, unpaid: Vec<usize>) -> Self {
        let book = election.book();
        let rounds = shares.trace.rounds.len();
        let mut place = vec![NEVER; election.projects().len()];
        for (at, &project) in (0_u32..).zip(&unpaid) {
            place[project] = at;
        }
        let ledger = &shares.ledger;
        let endowment = to_f64(&ledger.endowment, &ledger.denominator);
        let prices: Vec<f64> =
            ledger.prices.iter().map(|price| to_f64(price, &ledger.denominator)).collect();
        let broke_in = shares.trace.broke_in(book.len());
        let mut bought = vec![0_u64; unpaid.len() * rounds];
        let mut spent = vec![0.0_f64; unpaid.len() * rounds];
        let mut holders = vec![0_u64; unpaid.len()];
        let (mut purchases, mut payments, mut named) = (Vec::new(), Vec::new(), Vec::new());
        let worths = if shares.trace.by_score { election.entry_worths() } else { &[] };
        for (ballot, &last) in broke_in.iter().enumerate() {
            named.clear();
            for entry in book.range(ballot) {
                let at = place[book.projects[entry] as usize];
                if at != NEVER && worths.get(entry).is_none_or(|&worth| worth > 0) {
                    named.push(at as usize);
                }
            }
            if named.is_empty() {
                continue;
            }
            purchases.clear();
            shares.trace.for_each_purchase(election, ballot, rounds, |round, worth| {
                purchases.push((round, worth));
            });
            purchases.sort_unstable();
            let times = book.times[ballot];
            let last = last as usize;
            let mut left = endowment;
            payments.clear();
            for &(round, worth) in &purchases {
                let asked = prices[round] * f64::from(worth);
                let paid = match round.cmp(&last) {
                    std::cmp::Ordering::Less => asked.min(left),
                    std::cmp::Ordering::Equal => left.max(0.0),
                    std::cmp::Ordering::Greater => break,
                };
                left -= paid;
                payments.push((round, paid * times as f64));
            }
            let holds = broke_in[ballot] == NEVER;
            for &at in &named {
                for &(round, paid) in &payments {
                    spent[at * rounds + round] += paid;
                }
                if holds {
                    holders[at] += times;
                    for &(round, worth) in &purchases {
                        bought[at * rounds + round] += times * u64::from(worth);
                    }
                }
            }
        }
        Self { election, shares, unpaid, broke_in, bought, holders, spent, endowment }
    }

    fn of_project(&self, at: usize) -> SupportersMoney {
        let (election, ledger) = (self.election, &self.shares.ledger);
        let project = self.unpaid[at];
        let rounds = self.shares.trace.rounds.len();
        let row = at * rounds..(at + 1) * rounds;
        let paid = self.bought[row.clone()].iter().map(|&worth| worth.into()).collect();
        let mix = Mix { voters: self.holders[at].into(), paid };
        let held = ledger.exact(ledger.sum(&mix).unwrap_or_default());
        let short_by = held.taken_from(election.cost(project));
        let doubt = self.doubt(at);
        let spent: Vec<Spending> = row
            .clone()
            .filter(|&cell| self.spent[cell] > 0.0)
            .map(|cell| {
                let round = cell - row.start;
                let bought = self.shares.trace.rounds[round].project;
                Spending { project: election.id(bought), cents: self.cents(at, round, doubt) }
            })
            .collect();
        SupportersMoney {
            short_since_round: self.short_since(at, doubt),
            short_by_cents: u64::try_from(short_by.rounded_up()).unwrap_or(u64::MAX),
            held,
            short_by,
            spent,
        }
    }

    /// A bound on the error of a sum of what the supporters spent.
    fn doubt(&self, at: usize) -> f64 {
        let project = self.unpaid[at];
        let terms = self.election.supporters(project).len() + self.shares.trace.rounds.len() + 16;
        let all = self.endowment * self.election.votes()[project] as f64;
        all * terms as f64 * f64::EPSILON * 4.0
    }

    fn cents(&self, at: usize, round: usize, doubt: f64) -> u64 {
        let nearly = self.spent[at * self.shares.trace.rounds.len() + round];
        let (low, high) = ((nearly - doubt + 0.5).floor(), (nearly + doubt + 0.5).floor());
        if high - low < 0.5 && high < 9e15 {
            return high.max(0.0) as u64;
        }
        // The difference of what they held before and after, rounded half up.
        let before = self.held_after(at, round);
        let after = self.held_after(at, round + 1);
        let amount = if before > after { before - after } else { BigUint::ZERO };
        let unit = &self.shares.ledger.denominator;
        ((amount * 2_u8 + unit) / (unit * 2_u8)).to_u64().unwrap_or(u64::MAX)
    }

    /// What the supporters held together after so many purchases, exactly.
    fn held_after(&self, at: usize, purchases: usize) -> BigUint {
        let trace = &self.shares.trace;
        let mut mix = Mix::default();
        mix.clear(trace.rounds.len());
        for slot in self.election.slots(self.unpaid[at]) {
            let ballot = self.election.all_supporters()[slot] as usize;
            if trace.by_score && self.election.all_worths()[slot] == 0 {
                continue;
            }
            if self.broke_in[ballot] as usize >= purchases {
                mix.add(self.election, trace, ballot, purchases);
            }
        }
        self.shares.ledger.sum(&mix).unwrap_or_default()
    }

    /// The round whose purchase left them short; 0 if they never held the cost.
    fn short_since(&self, at: usize, doubt: f64) -> u32 {
        let ledger = &self.shares.ledger;
        let project = self.unpaid[at];
        let rounds = self.shares.trace.rounds.len();
        let cost = self.election.cost(project);
        let worths = if self.shares.trace.by_score { self.election.all_worths() } else { &[] };
        let supporters: f64 = self
            .election
            .slots(project)
            .filter(|&slot| worths.get(slot).is_none_or(|&worth| worth > 0))
            .map(|slot| {
                let ballot = self.election.all_supporters()[slot] as usize;
                self.election.book().times[ballot] as f64
            })
            .sum();
        let mut held = self.endowment * supporters;
        for purchases in 0..=rounds {
            if purchases > 0 {
                held -= self.spent[at * rounds + purchases - 1];
            }
            let over = held - cost as f64;
            let short = if over.abs() > doubt {
                over < 0.0
            } else {
                self.held_after(at, purchases) < &ledger.denominator * cost
            };
            if short {
                let free = if purchases > 0 { self.shares.free.len() } else { 0 };
                return (purchases + free) as u32;
            }
        }
        0
    }
}
