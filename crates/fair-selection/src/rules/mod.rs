//! The rules and their parameters.

mod greedy;
mod purses;
mod shares;

use std::num::NonZeroU64;

use serde::{Deserialize, Serialize};

use crate::election::Election;
use crate::outcome::Outcome;

pub(crate) use greedy::{Fill, fill};
pub(crate) use shares::{Purchase, Shares, share};

/// A way to choose projects within a budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "rule", rename_all = "snake_case")]
pub enum Rule {
    /// Most votes first; what does not fit the rest of the budget is skipped.
    Greedy,
    /// Everybody gets an equal share and pays only for what they approve.
    EqualShares(EqualShares),
}

impl Rule {
    /// Equal shares with the default parameters.
    pub fn equal_shares() -> Self {
        Self::EqualShares(EqualShares::default())
    }
}

/// Parameters of the Method of Equal Shares (Peters, Pierczyński, Skowron 2021).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct EqualShares {
    /// What a voter gains from an approved project.
    pub utility: Utility,
    /// What happens with the money that shares alone leave over.
    pub completion: Completion,
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
}

impl Default for AddOne {
    /// One euro a step, not exhaustive, at most 100,000 steps.
    fn default() -> Self {
        let step_cents = const { NonZeroU64::new(100).unwrap() };
        Self { step_cents, exhaustive: false, most_steps: 100_000 }
    }
}

/// Counts the election by the rule.
///
/// Projects that nobody approves are never chosen, whatever money is left.
pub fn select(election: &Election, rule: &Rule) -> Outcome {
    match rule {
        Rule::Greedy => Outcome::of_greedy(election, fill(election, &[], election.budget_cents())),
        Rule::EqualShares(parameters) => {
            let shares = share(election, parameters);
            let completes = matches!(
                parameters.completion,
                Completion::Utilitarian | Completion::AddOneUtilitarian(_)
            );
            let rest = completes.then(|| {
                let left = election.budget_cents().saturating_sub(shares.cost_cents());
                fill(election, &shares.chosen(), left)
            });
            Outcome::of_shares(election, *rule, shares, rest)
        }
    }
}
