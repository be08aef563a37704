//! The Method of Equal Shares and its completions.

mod counter;
mod ledger;
mod trace;

use num_bigint::BigUint;
use num_integer::Integer;

use crate::election::Election;
use crate::exact::Exact;
use crate::limits::Barred;
use crate::outcome::AddOneStop;
use crate::rules::{Completion, EqualShares};

pub(crate) use counter::Counter;
pub(crate) use ledger::{Ledger, Mix, to_f64};
pub(crate) use trace::{NEVER, Trace};

/// The result of the shares part of the rule.
pub(crate) struct Shares {
    /// Supported projects that cost nothing, in tie order.
    pub free: Vec<usize>,
    pub trace: Trace,
    pub ledger: Ledger,
    /// What each voter held at the start of the last count.
    pub endowment: Exact,
    /// What each voter held at the start of the first count.
    pub first_endowment: Exact,
    pub steps: u32,
    pub steps_with_ties: u32,
    pub stop: Option<AddOneStop>,
    /// Projects that limits kept out of the last count.
    pub bars: Vec<(usize, Barred)>,
}

impl Shares {
    /// Free projects, then the paid ones in order of purchase.
    pub(crate) fn chosen(&self) -> Vec<usize> {
        let paid = self.trace.rounds.iter().map(|bought| bought.project);
        self.free.iter().copied().chain(paid).collect()
    }

    /// The most that anybody's ballot makes of a project; 1 without points.
    pub(crate) fn most_points(&self, election: &Election, project: usize) -> u32 {
        if !self.trace.by_score {
            return 1;
        }
        let worths = &election.all_worths()[election.slots(project)];
        worths.iter().copied().max().unwrap_or(1)
    }

    pub(crate) fn cost_cents(&self) -> u64 {
        u64::try_from(self.trace.cost_cents).unwrap_or(u64::MAX)
    }
}

/// What a completion does to the endowment.
struct Growth {
    /// Both in units of `1 / denominator` cents for each voter.
    start: BigUint,
    step: BigUint,
    denominator: BigUint,
    exhaustive: bool,
    most_steps: u32,
}

/// Where the shares begin, and how they grow if the completion says so.
fn growth(election: &Election, completion: Completion) -> Growth {
    let voters = BigUint::from(election.voters().max(1));
    let budget = BigUint::from(election.budget_cents());
    let fixed = Growth {
        start: budget.clone(),
        step: BigUint::ZERO,
        denominator: voters.clone(),
        exhaustive: false,
        most_steps: 0,
    };
    match completion {
        Completion::None | Completion::Utilitarian => fixed,
        Completion::AddOne(add_one) | Completion::AddOneUtilitarian(add_one) => {
            let start = match add_one.whole_cents {
                Some(unit) => {
                    let unit = BigUint::from(unit.get());
                    let share = &budget / &voters;
                    (&share - share.mod_floor(&unit)) * &voters
                }
                None => budget,
            };
            Growth {
                start,
                step: voters * add_one.step_cents.get(),
                exhaustive: add_one.exhaustive,
                most_steps: add_one.most_steps,
                ..fixed
            }
        }
        Completion::Percent(percent) => Growth {
            start: &budget * 100_u8,
            step: budget * percent.percent.get(),
            denominator: voters * 100_u8,
            exhaustive: percent.exhaustive,
            most_steps: percent.most_steps,
        },
    }
}

/// Counts with equal shares, growing them if the completion says so.
///
/// Outcomes are not monotone in the endowment, so no step is left out.
pub(crate) fn share(election: &Election, parameters: &EqualShares, exact_only: bool) -> Shares {
    let growth = growth(election, parameters.completion);
    let voters = BigUint::from(election.voters().max(1));
    let first_endowment = Exact::ratio(BigUint::from(election.budget_cents()), voters);
    let budget = u128::from(election.budget_cents());
    let mut counter = Counter::new(election, parameters.utility, exact_only);
    let mut money = growth.start.clone();
    // The first count cannot overspend: nobody pays more than an equal share.
    counter.run(&money, &growth.denominator, budget);
    let (mut trace, mut bars) = (Trace::default(), Vec::new());
    std::mem::swap(&mut trace, &mut counter.trace);
    std::mem::swap(&mut bars, &mut counter.bars);
    let (mut steps, mut steps_with_ties, mut stop) = (0, 0, None);
    let grows = !matches!(parameters.completion, Completion::None | Completion::Utilitarian);
    if grows {
        let supported: Vec<usize> =
            (0..election.projects().len()).filter(|&p| election.votes()[p] > 0).collect();
        loop {
            let left = budget.saturating_sub(trace.cost_cents);
            // Free supported projects are always chosen, so they never have room to take.
            let room_left = || {
                supported.iter().any(|&p| {
                    let cost = u128::from(election.cost(p));
                    cost > 0 && trace.bought_in[p] == NEVER && cost <= left
                })
            };
            let reason = if counter.free.len() + trace.rounds.len() == supported.len() {
                AddOneStop::AllChosen
            } else if growth.exhaustive && !room_left() {
                AddOneStop::NothingFits
            } else if steps >= growth.most_steps {
                AddOneStop::MostSteps
            } else {
                let next = &money + &growth.step;
                if counter.run(&next, &growth.denominator, budget) {
                    money = next;
                    std::mem::swap(&mut trace, &mut counter.trace);
                    std::mem::swap(&mut bars, &mut counter.bars);
                    steps += 1;
                    steps_with_ties += u32::from(trace.with_ties);
                    continue;
                }
                AddOneStop::OverBudget
            };
            stop = Some(reason);
            break;
        }
    }
    let ledger = Counter::ledger_of(election, &trace, &money, &growth.denominator);
    Shares {
        endowment: Exact::ratio(money, growth.denominator),
        free: counter.free,
        trace,
        ledger,
        first_endowment,
        steps,
        steps_with_ties,
        stop,
        bars,
    }
}

/// What each voter holds after so many steps of the completion, for those who check.
pub(crate) fn endowment_after(election: &Election, completion: Completion, steps: u32) -> Exact {
    let growth = growth(election, completion);
    Exact::ratio(growth.start + growth.step * steps, growth.denominator)
}
