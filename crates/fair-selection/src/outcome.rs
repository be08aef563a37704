//! The answer of a rule, as data that a page or a file can use.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::election::Election;
use crate::exact::Exact;
use crate::explain::{self, Explanation, Verdict};
use crate::fingerprint::{fingerprint, rules_fingerprint};
use crate::rules::{Fill, Purchase, Rule, Shares};
use crate::tie::Tie;
use crate::totals::Totals;

/// Which projects were selected, in which order, and why.
///
/// Everything that names a project uses its id. Amounts in cents are whole;
/// shares of money are [`Exact`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// The rule with its parameters.
    pub rule: Rule,
    /// SHA-256 of projects, budget, tie order and rule: see [`rules_fingerprint`].
    pub rules_fingerprint: String,
    /// SHA-256 of the above and the ballots: see [`fingerprint`].
    pub fingerprint: String,
    /// What could be spent, in cents.
    pub budget_cents: u64,
    /// How many ballots were cast, empty ones included.
    pub voters: u64,
    /// Each voter's money, for equal shares.
    pub endowment: Option<Endowment>,
    /// Ids in order of choice.
    pub selected: Vec<String>,
    /// What the selected projects cost together, in cents; never above the budget.
    pub cost_cents: u64,
    /// One entry for every choice.
    pub rounds: Vec<Round>,
    /// Every tie met on the way to this outcome.
    pub ties: Vec<Tie>,
    /// One explanation for each project, in the order of the election.
    pub projects: Vec<Explanation>,
    /// What the outcome means for groups and voters.
    pub totals: Totals,
}

/// The part of a rule that made a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Most votes first.
    Greedy,
    /// It costs nothing and somebody approves it.
    Free,
    /// Its supporters paid it with their shares.
    Shares,
    /// The money left over was used by votes.
    Completion,
}

/// One choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Round {
    /// From 1, through all stages.
    pub number: u32,
    pub stage: Stage,
    /// Id of the project chosen.
    pub project: String,
    pub cost_cents: u64,
    /// What is left of the budget after this choice.
    pub remaining_cents: u64,
}

/// What each voter holds at the start, in cents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Endowment {
    /// An equal part of the budget.
    pub first: Exact,
    /// After the steps of add-one: the endowment of the count that stands.
    pub last: Exact,
    /// How many steps were taken.
    pub steps: u32,
    /// In how many of these counts a tie was met.
    pub steps_with_ties: u32,
    /// Why the steps ended; nothing when the rule has no steps.
    pub stop: Option<AddOneStop>,
}

/// Why add-one ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AddOneStop {
    /// The next step would have cost more than the budget.
    OverBudget,
    /// Every supported project is chosen.
    AllChosen,
    /// No supported project fits the rest of the budget (exhaustive only).
    NothingFits,
    /// The largest number of steps was reached.
    MostSteps,
}

/// The outcome while it is being put together, with positions for ids.
struct Draft<'a> {
    election: &'a Election,
    chosen: Vec<(usize, Stage)>,
    ties: Vec<Tie>,
}

impl Outcome {
    pub(crate) fn of_greedy(election: &Election, fill: Fill) -> Self {
        let mut draft = Draft { election, chosen: Vec::new(), ties: Vec::new() };
        draft.add_fill(&fill, Stage::Greedy);
        let mut projects = explain::by_votes(election, &fill, Stage::Greedy, 0);
        explain::add_smallest_changes(election, &fill, &mut projects);
        draft.finish(Rule::Greedy, None, projects)
    }

    pub(crate) fn of_shares(
        election: &Election,
        rule: Rule,
        shares: Shares,
        completion: Option<Fill>,
    ) -> Self {
        let mut draft = Draft { election, chosen: Vec::new(), ties: Vec::new() };
        draft.chosen.extend(shares.free.iter().map(|&p| (p, Stage::Free)));
        for purchase in &shares.purchases {
            draft.add_purchase(purchase);
        }
        let first_round = draft.chosen.len();
        if let Some(fill) = &completion {
            draft.add_fill(fill, Stage::Completion);
        }
        let projects = explain::by_shares(election, &shares, completion.as_ref(), first_round);
        let endowment = Endowment {
            first: shares.first_endowment,
            last: shares.endowment,
            steps: shares.steps,
            steps_with_ties: shares.steps_with_ties,
            stop: shares.stop,
        };
        draft.finish(rule, Some(endowment), projects)
    }

    /// The explanation of the project with this id.
    pub fn explanation(&self, id: &str) -> Option<&Explanation> {
        self.projects.iter().find(|project| project.id == id)
    }

    /// Whether the project with this id was selected.
    pub fn is_selected(&self, id: &str) -> bool {
        self.explanation(id).is_some_and(|e| matches!(e.verdict, Verdict::Chosen { .. }))
    }
}

impl Draft<'_> {
    fn add_purchase(&mut self, purchase: &Purchase) {
        let round = self.chosen.len() as u32 + 1;
        self.ties.extend(Tie::settle(self.election, round, Stage::Shares, purchase.tied.clone()));
        self.chosen.push((purchase.project, Stage::Shares));
    }

    fn add_fill(&mut self, fill: &Fill, stage: Stage) {
        let before = self.chosen.len();
        for level in &fill.ties {
            let round = (before + level.taken_before) as u32 + 1;
            self.ties.extend(Tie::settle(self.election, round, stage, level.projects.clone()));
        }
        self.chosen.extend(fill.taken().map(|project| (project, stage)));
    }

    fn finish(
        self,
        rule: Rule,
        endowment: Option<Endowment>,
        projects: Vec<Explanation>,
    ) -> Outcome {
        let Self { election, chosen, ties } = self;
        let mut remaining_cents = election.budget_cents();
        let mut rounds = Vec::with_capacity(chosen.len());
        for (number, &(project, stage)) in (1..).zip(&chosen) {
            let cost_cents = election.cost(project);
            remaining_cents = remaining_cents.saturating_sub(cost_cents);
            let project = election.id(project);
            rounds.push(Round { number, stage, project, cost_cents, remaining_cents });
        }
        let positions: Vec<usize> = chosen.iter().map(|&(project, _)| project).collect();
        Outcome {
            rule,
            rules_fingerprint: rules_fingerprint(election, &rule),
            fingerprint: fingerprint(election, &rule),
            budget_cents: election.budget_cents(),
            voters: election.voters(),
            endowment,
            selected: election.ids(&positions),
            cost_cents: election.budget_cents() - remaining_cents,
            rounds,
            ties,
            projects,
            totals: Totals::of(election, &positions),
        }
    }
}

/// Positions of the ids, for those who check an outcome; `Err` gives the unknown or repeated id.
pub(crate) fn positions(election: &Election, ids: &[String]) -> Result<Vec<usize>, String> {
    let known: HashMap<&str, usize> =
        election.projects().iter().enumerate().map(|(p, project)| (&*project.id, p)).collect();
    let mut seen = vec![false; known.len()];
    let mut positions = Vec::with_capacity(ids.len());
    for id in ids {
        match known.get(id.as_str()) {
            Some(&position) if !seen[position] => {
                seen[position] = true;
                positions.push(position);
            }
            _ => return Err(id.clone()),
        }
    }
    Ok(positions)
}
