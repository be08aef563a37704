//! The Method of Equal Shares and the add-one completion.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use num_bigint::BigUint;

use crate::election::Election;
use crate::exact::Exact;
use crate::outcome::AddOneStop;
use crate::rules::purses::{Offer, Purses};
use crate::rules::{AddOne, Completion, EqualShares, Utility};

/// One project paid by its supporters.
pub(crate) struct Purchase {
    pub project: usize,
    /// The most any supporter pays, in cents.
    pub cap: Exact,
    pub rich: u64,
    pub poor: u64,
    /// All projects that were equally good, if more than this one.
    pub tied: Vec<usize>,
}

/// One count with a fixed endowment.
struct Run {
    /// Supported projects that cost nothing, in tie order.
    free: Vec<usize>,
    purchases: Vec<Purchase>,
    cost_cents: u128,
    /// The endowment, times the number of voters.
    pot: BigUint,
}

/// The result of the shares part of the rule.
pub(crate) struct Shares {
    pub free: Vec<usize>,
    pub purchases: Vec<Purchase>,
    /// What each voter held at the start of the last count.
    pub endowment: Exact,
    /// What each voter held at the start of the first count.
    pub first_endowment: Exact,
    pub steps: u32,
    pub steps_with_ties: u32,
    pub stop: Option<AddOneStop>,
    cost_cents: u128,
}

impl Shares {
    /// Free projects, then the paid ones in order of purchase.
    pub(crate) fn chosen(&self) -> Vec<usize> {
        let paid = self.purchases.iter().map(|purchase| purchase.project);
        self.free.iter().copied().chain(paid).collect()
    }

    pub(crate) fn cost_cents(&self) -> u64 {
        u64::try_from(self.cost_cents).unwrap_or(u64::MAX)
    }
}

/// Counts with equal shares, growing them if the completion says so.
pub(crate) fn share(election: &Election, parameters: &EqualShares) -> Shares {
    let voters = BigUint::from(election.voters().max(1));
    let budget = BigUint::from(election.budget_cents());
    // The first count cannot overspend: nobody pays more than an equal share.
    let first = run(election, parameters.utility, budget.clone(), u128::MAX)
        .unwrap_or_else(|| Run::nothing(budget.clone()));
    let (last, grown) = match parameters.completion {
        Completion::None | Completion::Utilitarian => (first, None),
        Completion::AddOne(add_one) | Completion::AddOneUtilitarian(add_one) => {
            let (last, grown) = grow(election, parameters.utility, add_one, first);
            (last, Some(grown))
        }
    };
    Shares {
        free: last.free,
        purchases: last.purchases,
        endowment: Exact::ratio(last.pot, voters.clone()),
        first_endowment: Exact::ratio(budget, voters),
        steps: grown.as_ref().map_or(0, |grown| grown.steps),
        steps_with_ties: grown.as_ref().map_or(0, |grown| grown.with_ties),
        stop: grown.map(|grown| grown.stop),
        cost_cents: last.cost_cents,
    }
}

struct Grown {
    steps: u32,
    with_ties: u32,
    stop: AddOneStop,
}

/// Raises the endowment step by step; outcomes are not monotone in it, so no step is left out.
fn grow(election: &Election, utility: Utility, add_one: AddOne, first: Run) -> (Run, Grown) {
    let budget = u128::from(election.budget_cents());
    let raise = BigUint::from(add_one.step_cents.get()) * election.voters();
    let supported = election.votes().iter().filter(|&&votes| votes > 0).count();
    let (mut kept, mut steps, mut with_ties) = (first, 0, 0);
    loop {
        let stop = if kept.free.len() + kept.purchases.len() == supported {
            AddOneStop::AllChosen
        } else if add_one.exhaustive && kept.leaves_no_room(election) {
            AddOneStop::NothingFits
        } else if steps >= add_one.most_steps {
            AddOneStop::MostSteps
        } else if let Some(next) = run(election, utility, &kept.pot + &raise, budget) {
            kept = next;
            steps += 1;
            with_ties += u32::from(kept.purchases.iter().any(|bought| !bought.tied.is_empty()));
            continue;
        } else {
            AddOneStop::OverBudget
        };
        return (kept, Grown { steps, with_ties, stop });
    }
}

impl Run {
    fn nothing(pot: BigUint) -> Self {
        Self { free: Vec::new(), purchases: Vec::new(), cost_cents: 0, pot }
    }

    fn leaves_no_room(&self, election: &Election) -> bool {
        let mut chosen = vec![false; election.projects().len()];
        for purchase in &self.purchases {
            chosen[purchase.project] = true;
        }
        let left = u128::from(election.budget_cents()).saturating_sub(self.cost_cents);
        // Free supported projects are always chosen, so they never have room to take.
        (0..chosen.len()).all(|p| {
            let cost = u128::from(election.cost(p));
            chosen[p] || election.votes()[p] == 0 || cost == 0 || cost > left
        })
    }
}

/// One count; `None` as soon as it costs more than `limit`.
fn run(election: &Election, utility: Utility, pot: BigUint, limit: u128) -> Option<Run> {
    let voters = BigUint::from(election.voters().max(1));
    let mut purses = Purses::new(election, pot.clone(), voters);
    let supported = (0..election.projects().len()).filter(|&p| election.votes()[p] > 0);
    let (mut free, paid): (Vec<usize>, Vec<usize>) =
        supported.partition(|&p| election.cost(p) == 0);
    free.sort_by_key(|&p| election.tie_place(p));

    let mut queue: BinaryHeap<Bid> = paid
        .into_iter()
        .filter_map(|project| Bid::now(election, utility, &mut purses, project, 0))
        .collect();
    let (mut purchases, mut cost_cents, mut round) = (Vec::new(), 0_u128, 0);
    while let Some(best) = best_of(&mut queue, election, utility, &mut purses, round) {
        let winner = best.winner;
        cost_cents += u128::from(election.cost(winner.project));
        if cost_cents > limit {
            return None;
        }
        let offer = &winner.offer;
        purchases.push(Purchase {
            project: winner.project,
            cap: Exact::ratio(offer.rest.clone(), purses.denominator() * offer.rich),
            rich: offer.rich,
            poor: offer.poor,
            tied: best.tied,
        });
        purses.pay(election, winner.project, offer);
        round += 1;
    }
    Some(Run { free, purchases, cost_cents, pot })
}

struct Best {
    winner: Bid,
    tied: Vec<usize>,
}

/// The best project of the round; the losers of a tie stay in the queue.
///
/// What supporters must pay per unit of utility never falls while they spend,
/// so an old bid is a lower bound: only bids that reach the top are renewed.
fn best_of(
    queue: &mut BinaryHeap<Bid>,
    election: &Election,
    utility: Utility,
    purses: &mut Purses,
    round: u32,
) -> Option<Best> {
    let mut equals: Vec<Bid> = Vec::new();
    while let Some(top) = queue.peek() {
        if equals.first().is_some_and(|best| top.dearer_than(best) == Ordering::Greater) {
            break;
        }
        let Some(bid) = queue.pop() else { break };
        if bid.round == round {
            equals.push(bid);
        } else if let Some(renewed) = Bid::now(election, utility, purses, bid.project, round) {
            // The supporters can no longer pay if there is no new bid: out for good.
            queue.push(renewed);
        }
    }
    let place = |bid: &Bid| election.tie_place(bid.project);
    equals.sort_by_key(place);
    let mut equals = equals.into_iter();
    let winner = equals.next()?;
    let losers: Vec<Bid> = equals.collect();
    let tied = if losers.is_empty() {
        Vec::new()
    } else {
        std::iter::once(&winner).chain(&losers).map(|bid| bid.project).collect()
    };
    queue.extend(losers);
    Some(Best { winner, tied })
}

/// What a project asks of its supporters per unit of utility, as known in `round`.
struct Bid {
    project: usize,
    round: u32,
    offer: Offer,
    /// The denominator that goes with `offer.rest`.
    scale: BigUint,
}

impl Bid {
    fn now(
        election: &Election,
        utility: Utility,
        purses: &mut Purses,
        project: usize,
        round: u32,
    ) -> Option<Self> {
        let offer = purses.offer(election, project)?;
        let scale = purses.denominator() * offer.rich;
        let scale = match utility {
            Utility::Cost => scale * election.cost(project),
            Utility::Cardinality => scale,
        };
        Some(Self { project, round, offer, scale })
    }

    fn dearer_than(&self, other: &Self) -> Ordering {
        (&self.offer.rest * &other.scale).cmp(&(&other.offer.rest * &self.scale))
    }
}

// The heap gives the greatest first: the greatest bid is the cheapest one.
impl Ord for Bid {
    fn cmp(&self, other: &Self) -> Ordering {
        other.dearer_than(self).then_with(|| other.project.cmp(&self.project))
    }
}

impl PartialOrd for Bid {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Bid {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Bid {}
