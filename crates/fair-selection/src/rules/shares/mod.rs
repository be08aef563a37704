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

pub(crate) use counter::{Bars, Counter};
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

/// Steps that a completion may take at once, if they surely choose the same.
#[derive(Default)]
struct Stride {
    steps: u32,
    /// Single steps before the next attempt, and how many there are after a failed one.
    wait: u32,
    patience: u32,
}

impl Stride {
    const MOST: u32 = 1 << 14;
    const MOST_PATIENCE: u32 = 64;

    /// How many steps to try, of those that are left; 1 for a plain count.
    fn next(&mut self, left: u32) -> u32 {
        if self.wait > 0 {
            self.wait -= 1;
            return 1;
        }
        self.steps.clamp(4, Self::MOST).min(left).max(1)
    }

    fn done(&mut self, taken: u32) {
        self.steps = taken.saturating_mul(2);
        self.patience = 0;
    }

    /// `part` of them may be free of the doubt that was met.
    fn failed(&mut self, tried: u32, part: f64) {
        self.steps = (f64::from(tried) * part * 0.9) as u32;
        if self.steps < 4 {
            self.patience = (self.patience * 2).clamp(1, Self::MOST_PATIENCE);
            self.wait = self.patience;
        }
    }
}

/// What the last step within the budget chose.
struct Reached {
    chosen: Vec<bool>,
    count: usize,
    cost_cents: u128,
}

impl Reached {
    fn of(election: &Election, bought: impl Iterator<Item = usize>, cost_cents: u128) -> Self {
        let chosen = vec![false; election.projects().len()];
        let mut reached = Self { chosen, count: 0, cost_cents };
        for project in bought {
            reached.chosen[project] = true;
            reached.count += 1;
        }
        reached
    }

    /// Why there is no further step, whatever it would choose.
    fn ends(&self, election: &Election, free: usize, exhaustive: bool) -> Option<AddOneStop> {
        let left = u128::from(election.budget_cents()).saturating_sub(self.cost_cents);
        let supported = || (0..self.chosen.len()).filter(|&p| election.votes()[p] > 0);
        // Free supported projects are always chosen, so they never have room to take.
        let fits = |p: usize| {
            let cost = u128::from(election.cost(p));
            cost > 0 && !self.chosen[p] && cost <= left
        };
        if free + self.count == supported().count() {
            Some(AddOneStop::AllChosen)
        } else {
            (exhaustive && !supported().any(fits)).then_some(AddOneStop::NothingFits)
        }
    }
}

/// Counts with equal shares, growing them if the completion says so.
///
/// Outcomes are not monotone in the endowment, so no step is left out unless it is
/// certain that it chooses what its neighbours choose.
pub(crate) fn share(election: &Election, parameters: &EqualShares, exact_only: bool) -> Shares {
    let growth = growth(election, parameters.completion);
    let voters = BigUint::from(election.voters().max(1));
    let first_endowment = Exact::ratio(BigUint::from(election.budget_cents()), voters);
    let mut counter = Counter::new(election, parameters.utility, exact_only);
    let mut grown = Grown { money: growth.start.clone(), ..Grown::default() };
    // The first count cannot overspend: nobody pays more than an equal share.
    let budget = u128::from(election.budget_cents());
    counter.run(&grown.money, &growth.denominator, budget);
    (grown.trace, grown.bars) = counter.take();
    if !matches!(parameters.completion, Completion::None | Completion::Utilitarian) {
        grown.grow(election, &mut counter, &growth);
    }
    let Grown { money, trace, bars, steps, steps_with_ties, stop } = grown;
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

/// The last count within the budget, and the steps to it.
#[derive(Default)]
struct Grown {
    money: BigUint,
    trace: Trace,
    bars: Bars,
    steps: u32,
    steps_with_ties: u32,
    stop: Option<AddOneStop>,
}

impl Grown {
    fn grow(&mut self, election: &Election, counter: &mut Counter<'_>, growth: &Growth) {
        let budget = u128::from(election.budget_cents());
        let free = counter.free.len();
        let reached = |trace: &Trace| {
            let bought = trace.rounds.iter().map(|bought| bought.project);
            Reached::of(election, bought, trace.cost_cents)
        };
        let mut last = reached(&self.trace);
        let mut stride = Stride::default();
        let mut counted = true;
        self.stop = Some(loop {
            if let Some(reason) = last.ends(election, free, growth.exhaustive) {
                break reason;
            }
            if self.steps >= growth.most_steps {
                break AddOneStop::MostSteps;
            }
            let next = &self.money + &growth.step;
            let tried = stride.next(growth.most_steps - self.steps);
            if tried > 1 {
                let end = &self.money + &growth.step * tried;
                let same = counter.span(&next, &end, &growth.denominator);
                let same = same.and_then(|same| {
                    let there = Reached::of(election, same.projects.into_iter(), same.cost_cents);
                    let ends = there.ends(election, free, growth.exhaustive).is_some();
                    let goes_on = same.cost_cents <= budget && !ends;
                    if goes_on { Ok((there, same.with_ties)) } else { Err(0.0) }
                });
                match same {
                    Ok((there, with_ties)) => {
                        (self.money, last, counted) = (end, there, false);
                        self.steps += tried;
                        self.steps_with_ties += if with_ties { tried } else { 0 };
                        stride.done(tried);
                    }
                    Err(part) => stride.failed(tried, part),
                }
                continue;
            }
            if !counter.run(&next, &growth.denominator, budget) {
                break AddOneStop::OverBudget;
            }
            (self.trace, self.bars) = counter.take();
            (self.money, last, counted) = (next, reached(&self.trace), true);
            self.steps += 1;
            self.steps_with_ties += u32::from(self.trace.with_ties);
        });
        if !counted {
            counter.run(&self.money, &growth.denominator, budget);
            (self.trace, self.bars) = counter.take();
        }
    }
}

/// What each voter holds after so many steps of the completion, for those who check.
pub(crate) fn endowment_after(election: &Election, completion: Completion, steps: u32) -> Exact {
    let growth = growth(election, completion);
    Exact::ratio(growth.start + growth.step * steps, growth.denominator)
}
