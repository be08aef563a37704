//! The exact prices of the rounds of a count, worked out when somebody asks.
//!
//! Who has paid in full so far holds the endowment less the price of each
//! project bought, times its worth. So what the poor supporters of a round put
//! in is a sum of the endowment and earlier prices with whole factors, and the
//! price of the round is (cost - that sum) / (worth of the rich). All amounts
//! share one denominator: then only whole numbers are multiplied and added.

use num_bigint::BigUint;
use num_traits::{ToPrimitive, Zero};

use super::trace::Trace;
use crate::election::Election;
use crate::exact::Exact;

/// Exact amounts in units of `1 / denominator` cents.
#[derive(Clone, Debug)]
pub(crate) struct Ledger {
    pub denominator: BigUint,
    pub endowment: BigUint,
    /// The price of one unit of worth in each round.
    pub prices: Vec<BigUint>,
    /// Numbers whose product is the denominator; nothing when one is too large.
    parts: Option<Vec<u64>>,
}

/// Whole factors of a sum of the endowment and the prices.
#[derive(Clone, Debug, Default)]
pub(crate) struct Mix {
    /// How many times the endowment.
    pub voters: u128,
    /// How many times each price, to be taken away.
    pub paid: Vec<u128>,
}

impl Mix {
    pub(crate) fn clear(&mut self, rounds: usize) {
        self.voters = 0;
        self.paid.clear();
        self.paid.resize(rounds, 0);
    }

    /// Adds what the voters of a ballot hold who have paid in full before `round`.
    pub(crate) fn add(&mut self, election: &Election, trace: &Trace, ballot: usize, round: usize) {
        let times = u128::from(election.book().times[ballot]);
        self.voters += times;
        trace.for_each_purchase(election, ballot, round, |bought, worth| {
            self.paid[bought] += times * u128::from(worth);
        });
    }
}

impl Ledger {
    /// A count in which everybody starts with `money / denominator` cents.
    pub(crate) fn new(money: BigUint, denominator: BigUint) -> Self {
        let parts = denominator.to_u64().map(|part| vec![part]);
        Self { denominator, endowment: money, prices: Vec::new(), parts }
    }

    /// The sum in units; `None` if it were negative.
    pub(crate) fn sum(&self, mix: &Mix) -> Option<BigUint> {
        let held = &self.endowment * mix.voters;
        let mut paid = BigUint::zero();
        for (price, &factor) in self.prices.iter().zip(&mix.paid) {
            if factor > 0 {
                paid += price * factor;
            }
        }
        (held >= paid).then(|| held - paid)
    }

    /// Works out the prices of all rounds of the trace.
    pub(crate) fn catch_up(&mut self, election: &Election, trace: &Trace) {
        let mut mix = Mix::default();
        for round in self.prices.len()..trace.rounds.len() {
            let bought = &trace.rounds[round];
            mix.clear(round);
            for &ballot in trace.poor(round) {
                mix.add(election, trace, ballot as usize, round);
            }
            let from_poor = self.sum(&mix).unwrap_or_default();
            let cost = &self.denominator * election.cost(bought.project);
            // The poor never cover the cost: then there would be no rich.
            let rest = if cost > from_poor { cost - from_poor } else { BigUint::zero() };
            self.push(rest, bought.rich_worth.max(1));
        }
    }

    /// Adds a price of `rest / worth` units and keeps one denominator for all.
    fn push(&mut self, rest: BigUint, worth: u128) {
        let remainder = (&rest % worth).to_u128().unwrap_or_default();
        let common = num_integer::gcd(remainder, worth);
        let factor = worth / common;
        if factor > 1 {
            self.denominator *= factor;
            self.endowment *= factor;
            for price in &mut self.prices {
                *price *= factor;
            }
        }
        self.multiply_parts(factor);
        self.prices.push(rest / common);
    }

    fn multiply_parts(&mut self, factor: u128) {
        let Some(parts) = &mut self.parts else { return };
        let product = parts.last().and_then(|&last| u128::from(last).checked_mul(factor));
        match (product.and_then(|p| u64::try_from(p).ok()), u64::try_from(factor)) {
            (Some(product), _) => {
                parts.pop();
                parts.push(product);
            }
            (None, Ok(factor)) => parts.push(factor),
            (None, Err(_)) => self.parts = None,
        }
    }

    /// An amount of so many units, in lowest terms.
    ///
    /// What it shares with the denominator is found part by part, since
    /// gcd(n, ab) = gcd(n, a) * gcd(n / gcd(n, a), b).
    pub(crate) fn exact(&self, units: BigUint) -> Exact {
        let Some(parts) = self.parts.as_ref().filter(|_| !units.is_zero()) else {
            return Exact::ratio(units, self.denominator.clone());
        };
        let (mut top, mut bottom) = (units, self.denominator.clone());
        for &part in parts {
            let rest = (&top % part).to_u64().unwrap_or_default();
            let common = num_integer::gcd(rest, part);
            if common > 1 {
                top /= common;
                bottom /= common;
            }
        }
        Exact::lowest(top, bottom)
    }

    /// What one voter of a ballot holds who has paid in full before `round`; zero if negative.
    pub(crate) fn held(
        &self,
        election: &Election,
        trace: &Trace,
        ballot: usize,
        round: usize,
    ) -> BigUint {
        let mut paid = BigUint::zero();
        trace.for_each_purchase(election, ballot, round, |bought, worth| {
            paid += &self.prices[bought] * worth;
        });
        if self.endowment > paid { &self.endowment - paid } else { BigUint::zero() }
    }
}

/// The nearest double of a fraction, within four units in the last place.
pub(crate) fn to_f64(numerator: &BigUint, denominator: &BigUint) -> f64 {
    if numerator.is_zero() || denominator.is_zero() {
        return 0.0;
    }
    let shift = 64 + denominator.bits() as i64 - numerator.bits() as i64;
    let quotient = if shift >= 0 {
        (numerator << shift as u64) / denominator
    } else {
        numerator / (denominator << (-shift) as u64)
    };
    let mantissa = quotient.to_f64().unwrap_or(f64::MAX);
    // In two halves, so that neither power is out of range.
    let half = (-shift / 2) as i32;
    mantissa * 2_f64.powi(half) * 2_f64.powi((-shift) as i32 - half)
}
