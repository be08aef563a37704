//! The rules and their parameters.

mod flow;
mod greedy;
mod knapsack;
mod maximin;
mod phragmen;
pub(crate) mod ranking;
mod shares;

use std::num::{NonZeroU32, NonZeroU64};

use serde::{Deserialize, Serialize};

use crate::election::Election;
use crate::outcome::Outcome;

pub(crate) use greedy::{Fill, fill};
pub(crate) use knapsack::{Packed, pack};
pub(crate) use maximin::maximin;
pub(crate) use phragmen::{Loads, phragmen};
pub use ranking::{Pairwise, RankingRule, Standings};
pub(crate) use shares::{Counter, Mix, NEVER, Shares, endowment_after, share, to_f64};

/// A way to choose projects within a budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "rule", rename_all = "snake_case")]
pub enum Rule {
    /// Most votes first; what does not fit the rest of the budget is skipped.
    Greedy,
    /// The same with parameters.
    GreedyBy(Greedy),
    /// The set with the greatest sum of gains within the budget.
    Knapsack(Knapsack),
    /// Everybody gets an equal share and pays only for what they approve.
    EqualShares(EqualShares),
    /// Sequential Phragmén: the cost of a project is a load on its supporters,
    /// and the next one is where the greatest load stays least.
    Phragmen,
    /// Maximin support: the same with all loads shared out anew each round, among
    /// the projects that still fit.
    MaximinSupport,
    /// Projects in the order of a ranking rule, skipping what does not fit.
    Ranking(Ranking),
}

impl Rule {
    /// Equal shares with the default parameters.
    pub fn equal_shares() -> Self {
        Self::EqualShares(EqualShares::default())
    }
}

/// Parameters of the greedy rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Greedy {
    /// What comes first.
    pub order: Order,
    /// What does not fit is skipped; otherwise the count stops there.
    pub skips: bool,
    /// Projects with fewer votes (or points, where these are the order) are left out.
    pub least_score: u64,
}

impl Default for Greedy {
    fn default() -> Self {
        Self { order: Order::Votes, skips: true, least_score: 0 }
    }
}

/// What the greedy rule puts first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// Most voters who name the project.
    #[default]
    Votes,
    /// The greatest score: points, or places of a ranking, as [`Election::scores`].
    Score,
    /// The greatest gain for each cent; with [`Utility::Cost`] that is by votes.
    PerCent(Utility),
}

/// Parameters of the knapsack rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Knapsack {
    /// What is summed over the voters.
    pub utility: Utility,
}

impl Default for Knapsack {
    fn default() -> Self {
        Self { utility: Utility::Cardinality }
    }
}

/// Parameters of the ranking rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Ranking {
    pub by: RankingRule,
}

/// Parameters of the Method of Equal Shares (Peters, Pierczyński, Skowron 2021).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct EqualShares {
    /// What a voter gains from an approved project.
    pub utility: Utility,
    /// What happens with the money that shares alone leave over.
    pub completion: Completion,
    /// Whether the greedy outcome takes the place of this one where more voters prefer it.
    #[serde(default, skip_serializing_if = "Comparison::is_none")]
    pub comparison: Comparison,
}

/// What a voter gains from an approved project.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Utility {
    /// Its cost: a project twice as dear is worth twice as much.
    #[default]
    Cost,
    /// One: every approved project is worth the same.
    Cardinality,
    /// The points given to it; one for approvals.
    Points,
    /// How many projects the ballot places lower; of points the points.
    Borda,
}

impl Utility {
    /// Whether the ballots themselves say how much a project is worth.
    pub(crate) fn by_score(self) -> bool {
        matches!(self, Self::Points | Self::Borda)
    }
}

/// When the greedy outcome takes the place of equal shares.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Comparison {
    /// Never.
    #[default]
    None,
    /// When more voters have more approved projects among the greedy winners than fewer.
    Satisfaction,
    /// When the greedy winners leave fewer voters with nothing.
    Represented,
}

impl Comparison {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
    pub(crate) fn is_none(&self) -> bool {
        *self == Self::None
    }
}

/// How the money that shares alone leave over is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Completion {
    /// It is left over.
    #[default]
    None,
    /// Most votes first, as in [`Rule::Greedy`], among the projects not chosen yet.
    Utilitarian,
    /// Everybody's share grows step by step and the count starts again, until
    /// the next outcome would cost more than the budget.
    AddOne(AddOne),
    /// Add-one, then utilitarian.
    AddOneUtilitarian(AddOne),
    /// As add-one, by parts of the budget.
    Percent(Percent),
}

/// Parameters of the add-one completion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct AddOne {
    /// By how many cents each voter's share grows at each step.
    ///
    /// Part of the published rule: with another step another outcome may be
    /// the last one within the budget.
    pub step_cents: NonZeroU64,
    /// Stop as soon as no supported project fits the rest of the budget.
    pub exhaustive: bool,
    /// At most so many steps, so that no input can hold up a count for days.
    pub most_steps: u32,
    /// Begin with the share rounded down to a multiple of so many cents.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub whole_cents: Option<NonZeroU64>,
}

impl Default for AddOne {
    /// One euro a step, not exhaustive, at most 100,000 steps.
    fn default() -> Self {
        let step_cents = const { NonZeroU64::new(100).unwrap() };
        Self { step_cents, exhaustive: false, most_steps: 100_000, whole_cents: None }
    }
}

/// Parameters of the completion by parts of the budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Percent {
    /// By how many hundredths of the budget all shares together grow at each step.
    pub percent: NonZeroU32,
    /// Stop as soon as no supported project fits the rest of the budget.
    pub exhaustive: bool,
    /// At most so many steps.
    pub most_steps: u32,
}

impl Default for Percent {
    /// One hundredth a step, exhaustive, at most 100,000 steps.
    fn default() -> Self {
        let percent = const { NonZeroU32::new(1).unwrap() };
        Self { percent, exhaustive: true, most_steps: 100_000 }
    }
}

/// How decisions are taken; the outcome is the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Arithmetic {
    /// Doubles with a bound on their error, exact numbers where these leave a doubt.
    #[default]
    Filtered,
    /// Exact numbers alone: slow, to check the other.
    Exact,
}

/// Counts the election by the rule.
///
/// Projects that nobody approves are never chosen, whatever money is left.
pub fn select(election: &Election, rule: &Rule) -> Outcome {
    select_with(election, rule, Arithmetic::Filtered)
}

/// The same, with a say in how decisions are taken.
pub fn select_with(election: &Election, rule: &Rule, arithmetic: Arithmetic) -> Outcome {
    let exact_only = arithmetic == Arithmetic::Exact;
    let budget = election.budget_cents();
    match rule {
        Rule::Greedy => {
            let fill = fill(election, Greedy::default(), &[], budget);
            Outcome::of_greedy(election, *rule, &fill, Greedy::default())
        }
        Rule::GreedyBy(greedy) => {
            let fill = fill(election, *greedy, &[], budget);
            Outcome::of_greedy(election, *rule, &fill, *greedy)
        }
        Rule::Knapsack(knapsack) => {
            Outcome::of_knapsack(election, *rule, &pack(election, *knapsack))
        }
        Rule::EqualShares(parameters) => {
            let shares = share(election, parameters, exact_only);
            let completes = matches!(
                parameters.completion,
                Completion::Utilitarian | Completion::AddOneUtilitarian(_)
            );
            let rest = completes.then(|| {
                let left = budget.saturating_sub(shares.cost_cents());
                fill(election, Greedy::default(), &shares.chosen(), left)
            });
            Outcome::of_shares(election, *rule, parameters, &shares, rest)
        }
        Rule::Phragmen => Outcome::of_loads(election, *rule, &phragmen(election, exact_only)),
        Rule::MaximinSupport => Outcome::of_loads(election, *rule, &maximin(election)),
        Rule::Ranking(ranking) => {
            let standings = Standings::of(election, ranking.by);
            Outcome::of_ranking(election, *rule, standings)
        }
    }
}
