//! The answer of a rule, as data that a page or a file can use.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::election::Election;
use crate::exact::Exact;
use crate::explain::{self, Explanation, Reason, Verdict};
use crate::fingerprint::{fingerprint, rules_fingerprint};
use crate::rules::Loads;
use crate::rules::{Comparison, EqualShares, Fill, Greedy, Packed, Rule, Shares, Standings, fill};
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
    /// How voters compare equal shares with the greedy rule, if the rule asks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub compared: Option<Compared>,
    /// The sum of gains of the knapsack rule.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub packing: Option<Packing>,
    /// The order of all projects, of ranking rules.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ranking: Option<RankingResult>,
}

/// How voters compare equal shares with the greedy rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Compared {
    /// Voters who have more approved projects (or any at all) under equal shares.
    pub prefer_shares: u64,
    /// Voters who have more approved projects (or any at all) under the greedy rule.
    pub prefer_greedy: u64,
    /// More voters prefer the greedy outcome, which therefore stands.
    pub replaced: bool,
    /// What equal shares had chosen.
    pub shares: Vec<String>,
}

/// The sum that the knapsack rule makes greatest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Packing {
    /// A whole number, as text because it may be large.
    pub gain: String,
    /// Whether the count has excluded that another set has a greater sum.
    ///
    /// False only for elections so large and so even that the search was cut short.
    pub proven: bool,
}

/// The order of all projects by a ranking rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RankingResult {
    /// Ids, equally good ones together, the best first.
    pub levels: Vec<Vec<String>>,
    /// Their scores in the same order: see [`Standings::scores`].
    pub scores: Vec<String>,
    /// Who beats everybody.
    pub condorcet: Option<String>,
    /// The smallest set whose members beat everybody outside.
    pub smith: Vec<String>,
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
    /// It belongs to the set with the greatest sum of gains.
    Knapsack,
    /// It keeps the greatest load of a voter least.
    Loads,
    /// Its place in the ranking of all ballots.
    Ranking,
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
    pub(crate) fn of_greedy(election: &Election, rule: Rule, fill: &Fill, greedy: Greedy) -> Self {
        let mut draft = Draft::new(election);
        draft.add_fill(fill, Stage::Greedy);
        let mut projects = explain::by_votes(election, fill, Stage::Greedy, 0, greedy);
        if greedy == Greedy::default() && election.limits().is_empty() {
            explain::add_smallest_changes(election, fill, &mut projects);
        }
        draft.finish(rule, None, projects)
    }

    pub(crate) fn of_knapsack(election: &Election, rule: Rule, packed: &Packed) -> Self {
        let mut draft = Draft::new(election);
        draft.chosen.extend(packed.chosen.iter().map(|&project| (project, Stage::Knapsack)));
        let reason = Reason::NotInBestSet;
        let projects = explain::by_choice(election, &draft.chosen, |_| reason.clone());
        let packing = Packing { gain: packed.gain.to_string(), proven: packed.proven };
        Outcome { packing: Some(packing), ..draft.finish(rule, None, projects) }
    }

    pub(crate) fn of_loads(election: &Election, rule: Rule, loads: &Loads) -> Self {
        let mut draft = Draft::new(election);
        for choice in &loads.choices {
            let round = draft.chosen.len() as u32 + 1;
            draft.ties.extend(Tie::settle(election, round, Stage::Loads, choice.tied.clone()));
            draft.chosen.push((choice.project, Stage::Loads));
        }
        let cost: u64 = loads.choices.iter().map(|choice| election.cost(choice.project)).sum();
        let remaining_cents = election.budget_cents().saturating_sub(cost);
        let projects = explain::by_choice(election, &draft.chosen, |project| {
            let cost = election.cost(project);
            match cost.checked_sub(remaining_cents) {
                Some(short_by_cents) if short_by_cents > 0 => {
                    Reason::DoesNotFit { remaining_cents, short_by_cents }
                }
                _ => Reason::NotReached,
            }
        });
        let projects = explain::with_loads(projects, election, loads);
        draft.finish(rule, None, projects)
    }

    pub(crate) fn of_ranking(election: &Election, rule: Rule, standings: Standings) -> Self {
        let mut draft = Draft::new(election);
        let mut remaining_cents = election.budget_cents();
        let mut short: Vec<Option<u64>> = vec![None; election.projects().len()];
        for project in standings.order() {
            if election.votes()[project] == 0 {
                continue;
            }
            match remaining_cents.checked_sub(election.cost(project)) {
                Some(left) => {
                    remaining_cents = left;
                    draft.chosen.push((project, Stage::Ranking));
                }
                None => short[project] = Some(remaining_cents),
            }
        }
        for level in standings.ties() {
            let first = draft.chosen.iter().position(|(project, _)| level.contains(project));
            if let Some(first) = first {
                let round = first as u32 + 1;
                draft.ties.extend(Tie::settle(election, round, Stage::Ranking, level.to_vec()));
            }
        }
        let projects = explain::by_choice(election, &draft.chosen, |project| {
            let remaining_cents = short[project].unwrap_or_default();
            let short_by_cents = election.cost(project).saturating_sub(remaining_cents);
            Reason::DoesNotFit { remaining_cents, short_by_cents }
        });
        let ranking = RankingResult {
            levels: standings.levels.iter().map(|level| election.ids(level)).collect(),
            scores: standings.order().iter().map(|&p| standings.scores[p].to_string()).collect(),
            condorcet: standings.condorcet.map(|project| election.id(project)),
            smith: election.ids(&standings.smith),
        };
        Outcome { ranking: Some(ranking), ..draft.finish(rule, None, projects) }
    }

    pub(crate) fn of_shares(
        election: &Election,
        rule: Rule,
        parameters: &EqualShares,
        shares: &Shares,
        completion: Option<Fill>,
    ) -> Self {
        let mut draft = Draft::new(election);
        draft.chosen.extend(shares.free.iter().map(|&p| (p, Stage::Free)));
        for bought in &shares.trace.rounds {
            let round = draft.chosen.len() as u32 + 1;
            draft.ties.extend(Tie::settle(election, round, Stage::Shares, bought.tied.clone()));
            draft.chosen.push((bought.project, Stage::Shares));
        }
        let first_round = draft.chosen.len();
        if let Some(fill) = &completion {
            draft.add_fill(fill, Stage::Completion);
        }
        let compared = compare(election, parameters.comparison, &draft.chosen);
        if let Some((compared, greedy)) = &compared
            && compared.replaced
        {
            let outcome = Self::of_greedy(election, rule, greedy, Greedy::default());
            return Outcome { compared: Some(compared.clone()), ..outcome };
        }
        let projects = explain::by_shares(election, shares, completion.as_ref(), first_round);
        let endowment = Endowment {
            first: shares.first_endowment.clone(),
            last: shares.endowment.clone(),
            steps: shares.steps,
            steps_with_ties: shares.steps_with_ties,
            stop: shares.stop,
        };
        let compared = compared.map(|(compared, _)| compared);
        Outcome { compared, ..draft.finish(rule, Some(endowment), projects) }
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

/// Asks every voter; nothing when the rule does not.
fn compare(
    election: &Election,
    comparison: Comparison,
    chosen: &[(usize, Stage)],
) -> Option<(Compared, Fill)> {
    if comparison == Comparison::None {
        return None;
    }
    let greedy = fill(election, Greedy::default(), &[], election.budget_cents());
    let mut in_shares = vec![false; election.projects().len()];
    let mut in_greedy = in_shares.clone();
    for &(project, _) in chosen {
        in_shares[project] = true;
    }
    for project in greedy.taken() {
        in_greedy[project] = true;
    }
    let book = election.book();
    let (mut prefer_shares, mut prefer_greedy) = (0, 0);
    for ballot in 0..book.len() {
        let count = |won: &[bool]| {
            let winners = book.of(ballot).iter().filter(|&&p| won[p as usize]).count();
            if comparison == Comparison::Represented { winners.min(1) } else { winners }
        };
        match count(&in_shares).cmp(&count(&in_greedy)) {
            std::cmp::Ordering::Greater => prefer_shares += book.times[ballot],
            std::cmp::Ordering::Less => prefer_greedy += book.times[ballot],
            std::cmp::Ordering::Equal => {}
        }
    }
    let positions: Vec<usize> = chosen.iter().map(|&(project, _)| project).collect();
    let compared = Compared {
        prefer_shares,
        prefer_greedy,
        replaced: prefer_greedy > prefer_shares,
        shares: election.ids(&positions),
    };
    Some((compared, greedy))
}

impl<'a> Draft<'a> {
    fn new(election: &'a Election) -> Self {
        Self { election, chosen: Vec::new(), ties: Vec::new() }
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
            compared: None,
            packing: None,
            ranking: None,
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
