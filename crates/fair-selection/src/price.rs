//! The proof that comes with equal shares: who paid what.

use std::collections::HashMap;

use num_bigint::BigUint;
use num_integer::Integer;
use num_traits::{Signed, Zero};
use thiserror::Error;

use crate::election::Election;
use crate::exact::Exact;
use crate::explain::Verdict;
use crate::fingerprint::fingerprint;
use crate::limits::Room;
use crate::outcome::{Outcome, Round, Stage, positions};
use crate::payers::Payers;
use crate::rules::{Rule, endowment_after};

/// Who paid how much for what.
///
/// A price system shows, without repeating the count, that money was shared
/// fairly: nobody had more than the others, everybody paid only for what they
/// approve, and no supporters were left with the money for one more project.
/// Amounts are whole numbers of `1 / unit` cents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceSystem {
    /// How many units make a cent; at least 1.
    pub unit: BigUint,
    /// What each voter holds, in units.
    pub endowment: BigUint,
    /// The projects paid, in order of purchase; free ones with no payment.
    pub projects: Vec<PaidProject>,
    /// Only voters who gain something are supporters: points, or a place above another.
    pub by_score: bool,
}

/// The payments for one project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaidProject {
    pub id: String,
    /// Position in [`Election::ballots`] and units paid by each voter with this ballot.
    pub payments: Vec<(usize, BigUint)>,
}

/// What is wrong with an outcome or its price system.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Violation {
    #[error("the outcome is not one of equal shares")]
    NotEqualShares,
    #[error("the outcome belongs to another election or rule")]
    OtherElection,
    #[error("the project {id:?} is unknown, named twice, or without its explanation")]
    Project { id: String },
    #[error("the endowment is not the equal share the rule gives")]
    Endowment,
    #[error("an amount is negative")]
    NegativeAmount,
    #[error("the selected projects, their cost and the rounds do not agree")]
    Contradiction,
    #[error("the selected projects cost {cost_cents} cents, the budget is {budget_cents}")]
    OverBudget { cost_cents: u128, budget_cents: u64 },
    #[error("there is no ballot at position {ballot} (paid for {id:?})")]
    UnknownBallot { ballot: usize, id: String },
    #[error("ballot {ballot} pays for {id:?}, which it does not approve")]
    NotApproved { ballot: usize, id: String },
    #[error("ballot {ballot} pays more than its endowment when it pays for {id:?}")]
    BeyondEndowment { ballot: usize, id: String },
    #[error("the payments for {id:?} are {paid} cents, its cost is {cost_cents}")]
    CostNotMet { id: String, paid: Exact, cost_cents: u64 },
    #[error("the supporters of {id:?} still hold {held} cents, it costs {cost_cents}")]
    MoneyLeft { id: String, held: Exact, cost_cents: u64 },
}

/// Checks that the outcome's payments are a price system for the election.
///
/// Exact, and independent of the counting code: it uses only the order of
/// purchases and the largest payment of each. Projects chosen by a completion
/// by votes are no part of the price system, but count for the budget.
pub fn verify_price_system(election: &Election, outcome: &Outcome) -> Result<(), Violation> {
    check_frame(election, outcome)?;
    // Limits of groups keep projects out whose supporters could pay them: at the
    // end as when they were passed over, because room never grows.
    let mut exempt = Vec::new();
    if let Some(mut room) = Room::of(election) {
        let by_shares = |round: &&Round| round.stage != Stage::Completion;
        for round in outcome.rounds.iter().filter(by_shares) {
            if let Some(position) = election.position(&round.project) {
                room.take(position, election.cost(position));
            }
        }
        let projects = 0..election.projects().len();
        exempt.extend(projects.filter(|&p| room.bars(p, election.cost(p)).is_some()));
    }
    let amounts = amounts(election, outcome)?;
    if Payers::of(election, &amounts).meet_all(&exempt) {
        return Ok(());
    }
    // Something is wrong: the payments one by one say what.
    write_out(election, &amounts).verify_except(election, &exempt)
}

/// The amounts from which all payments follow, in whole units.
pub(crate) struct Amounts {
    pub unit: BigUint,
    pub endowment: BigUint,
    pub by_score: bool,
    /// In order of purchase: position, id, and the price of a unit of worth of those paid.
    pub bought: Vec<(usize, String, Option<BigUint>)>,
}

/// Writes out the payments that the outcome stands for.
pub fn price_system(election: &Election, outcome: &Outcome) -> Result<PriceSystem, Violation> {
    Ok(write_out(election, &amounts(election, outcome)?))
}

/// Reads the amounts off an outcome of equal shares.
pub(crate) fn amounts(election: &Election, outcome: &Outcome) -> Result<Amounts, Violation> {
    let endowment = &outcome.endowment.as_ref().ok_or(Violation::NotEqualShares)?.last;
    let by_score = match &outcome.rule {
        Rule::EqualShares(parameters) => {
            parameters.utility.by_score() && !election.all_worths().is_empty()
        }
        _ => return Err(Violation::NotEqualShares),
    };
    let mut caps: Vec<(usize, &str, Option<&Exact>)> = Vec::new();
    let known: HashMap<&str, &Verdict> =
        outcome.projects.iter().map(|project| (&*project.id, &project.verdict)).collect();
    for round in outcome.rounds.iter().filter(|round| round.stage != Stage::Completion) {
        let id = round.project.as_str();
        let unknown = || Violation::Project { id: id.to_owned() };
        let position = election.position(id).ok_or_else(unknown)?;
        let cap = match known.get(id) {
            Some(Verdict::Chosen { payment: Some(payment), stage: Stage::Shares, .. }) => {
                Some(payment.price_per_point.as_ref().unwrap_or(&payment.max_payment))
            }
            Some(Verdict::Chosen { payment: None, stage: Stage::Free, .. }) => None,
            _ => return Err(unknown()),
        };
        caps.push((position, id, cap));
    }
    let amounts = || caps.iter().filter_map(|&(_, _, cap)| cap).chain([endowment]);
    if amounts().any(|amount| amount.value().is_negative()) {
        return Err(Violation::NegativeAmount);
    }
    let unit = amounts()
        .fold(BigUint::from(1_u8), |unit, amount| unit.lcm(amount.value().denom().magnitude()));
    let in_units = |amount: &Exact| {
        amount.value().numer().magnitude() * (&unit / amount.value().denom().magnitude())
    };
    let bought = caps.iter().map(|&(at, id, cap)| (at, id.to_owned(), cap.map(in_units)));
    let (bought, endowment) = (bought.collect(), in_units(endowment));
    Ok(Amounts { unit, endowment, by_score, bought })
}

fn write_out(election: &Election, amounts: &Amounts) -> PriceSystem {
    let by_score = amounts.by_score;
    let mut left = vec![amounts.endowment.clone(); election.book().len()];
    let mut projects = Vec::with_capacity(amounts.bought.len());
    for (position, id, cap) in &amounts.bought {
        let mut payments = Vec::new();
        if let Some(cap) = cap {
            for slot in election.slots(*position) {
                let ballot = election.all_supporters()[slot];
                let asked = if by_score { cap * election.all_worths()[slot] } else { cap.clone() };
                let left = &mut left[ballot as usize];
                let paid = asked.min(left.clone());
                *left -= &paid;
                payments.push((ballot as usize, paid));
            }
        }
        projects.push(PaidProject { id: id.clone(), payments });
    }
    let (unit, endowment) = (amounts.unit.clone(), amounts.endowment.clone());
    PriceSystem { unit, endowment, projects, by_score }
}

impl PriceSystem {
    /// Checks every condition of a price system against the election.
    pub fn verify(&self, election: &Election) -> Result<(), Violation> {
        self.verify_except(election, &[])
    }

    /// The same, but the supporters of some projects may keep the money for them.
    fn verify_except(&self, election: &Election, exempt: &[usize]) -> Result<(), Violation> {
        let ids: Vec<String> = self.projects.iter().map(|paid| paid.id.clone()).collect();
        let chosen = positions(election, &ids).map_err(|id| Violation::Project { id })?;
        let cents = |units: BigUint| Exact::ratio(units, self.unit.clone());
        let book = election.book();
        let mut spent = vec![BigUint::ZERO; book.len()];
        for (&position, project) in chosen.iter().zip(&self.projects) {
            let id = || project.id.clone();
            let mut paid = BigUint::ZERO;
            for (ballot, amount) in &project.payments {
                let ballot = *ballot;
                if ballot >= book.len() {
                    return Err(Violation::UnknownBallot { ballot, id: id() });
                }
                let named = book.of(ballot);
                if !amount.is_zero() && named.binary_search(&(position as u32)).is_err() {
                    return Err(Violation::NotApproved { ballot, id: id() });
                }
                spent[ballot] += amount;
                if spent[ballot] > self.endowment {
                    return Err(Violation::BeyondEndowment { ballot, id: id() });
                }
                paid += amount * book.times[ballot];
            }
            let cost_cents = election.cost(position);
            if paid != &self.unit * cost_cents {
                return Err(Violation::CostNotMet { id: id(), paid: cents(paid), cost_cents });
            }
        }
        let mut is_chosen = vec![false; election.projects().len()];
        for &position in &chosen {
            is_chosen[position] = true;
        }
        for (position, project) in election.projects().iter().enumerate() {
            if is_chosen[position] || exempt.contains(&position) {
                continue;
            }
            let mut held = BigUint::ZERO;
            for slot in election.slots(position) {
                let ballot = election.all_supporters()[slot] as usize;
                if self.by_score && election.all_worths().get(slot) == Some(&0) {
                    continue;
                }
                held += (&self.endowment - &spent[ballot]) * book.times[ballot];
            }
            let cost_cents = project.cost_cents;
            if held > &self.unit * cost_cents {
                let id = project.id.clone();
                return Err(Violation::MoneyLeft { id, held: cents(held), cost_cents });
            }
        }
        Ok(())
    }
}

/// Checks what surrounds the payments: the election, the endowment, the budget.
fn check_frame(election: &Election, outcome: &Outcome) -> Result<(), Violation> {
    let Rule::EqualShares(parameters) = &outcome.rule else {
        return Err(Violation::NotEqualShares);
    };
    let endowment = outcome.endowment.as_ref().ok_or(Violation::NotEqualShares)?;
    if outcome.fingerprint != fingerprint(election, &outcome.rule) {
        return Err(Violation::OtherElection);
    }
    let voters = BigUint::from(election.voters().max(1));
    let budget = BigUint::from(election.budget_cents());
    let last = endowment_after(election, parameters.completion, endowment.steps);
    if endowment.first != Exact::ratio(budget, voters) || endowment.last != last {
        return Err(Violation::Endowment);
    }
    let selected =
        positions(election, &outcome.selected).map_err(|id| Violation::Project { id })?;
    let cost_cents: u128 = selected.iter().map(|&p| u128::from(election.cost(p))).sum();
    let budget_cents = election.budget_cents();
    if cost_cents > u128::from(budget_cents) {
        return Err(Violation::OverBudget { cost_cents, budget_cents });
    }
    let same = outcome.rounds.iter().map(|round| &round.project).eq(&outcome.selected);
    if !same || cost_cents != u128::from(outcome.cost_cents) {
        return Err(Violation::Contradiction);
    }
    Ok(())
}
