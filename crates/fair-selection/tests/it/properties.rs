//! What must hold for every election.

use std::num::NonZeroU64;

use fair_selection::{
    AddOne, Arithmetic, Ballot, BallotKind, Completion, Election, EqualShares, Exact, Greedy,
    GroupLimit, Knapsack, Limits, Order, Outcome, Percent, Project, PublishedOrder, Ranking,
    RankingRule, Rule, TieOrder, TieRule, Utility, select, select_with, verify_price_system,
};
use proptest::prelude::*;

use crate::oracle;

/// The lists an election is made of, open to change.
#[derive(Clone, Debug)]
pub struct Input {
    pub projects: Vec<Project>,
    pub ballots: Vec<Ballot>,
    pub budget: u64,
}

impl Input {
    pub fn election(&self, ties: &TieOrder) -> Election {
        Election::new(self.projects.clone(), self.ballots.clone(), self.budget, ties).unwrap()
    }
}

pub fn shares_only(utility: Utility) -> Rule {
    Rule::EqualShares(EqualShares { utility, ..EqualShares::default() })
}

/// Every rule with every completion.
pub fn all_rules(step_cents: u64) -> Vec<Rule> {
    let steps = |exhaustive| AddOne {
        step_cents: NonZeroU64::new(step_cents).unwrap(),
        exhaustive,
        most_steps: 300,
        whole_cents: None,
    };
    let completions = [
        Completion::None,
        Completion::Utilitarian,
        Completion::AddOne(steps(false)),
        Completion::AddOne(steps(true)),
        Completion::AddOneUtilitarian(steps(false)),
        Completion::AddOneUtilitarian(steps(true)),
        Completion::Percent(Percent { most_steps: 300, ..Percent::default() }),
    ];
    let mut rules = vec![Rule::Greedy, Rule::Phragmen, Rule::MaximinSupport];
    for utility in [Utility::Cost, Utility::Cardinality, Utility::Points, Utility::Borda] {
        rules.push(Rule::Knapsack(Knapsack { utility }));
        for (skips, least_score) in [(true, 0), (false, 2)] {
            let order = Order::PerCent(utility);
            rules.push(Rule::GreedyBy(Greedy { order, skips, least_score }));
        }
        rules.extend(completions.map(|completion| {
            Rule::EqualShares(EqualShares { utility, completion, ..EqualShares::default() })
        }));
    }
    for by in [
        RankingRule::Borda,
        RankingRule::Copeland,
        RankingRule::Minimax,
        RankingRule::Schulze,
        RankingRule::RankedPairs,
    ] {
        rules.push(Rule::Ranking(Ranking { by }));
    }
    rules
}

/// Small numbers, so that ties and exact hits are common.
pub fn inputs() -> impl Strategy<Value = Input> {
    (1_usize..7).prop_flat_map(|projects| {
        let costs = prop::collection::vec(prop_oneof![0_u64..12, Just(6_u64), 1..40_u64], projects);
        let set = prop::collection::vec((0..projects, 1_u32..4), 0..=projects);
        let ballots = prop::collection::vec((set, 1_u64..4), 0..8);
        let kinds = [BallotKind::Approval, BallotKind::Points, BallotKind::Ranking];
        let kind = prop::sample::select(kinds.to_vec());
        (costs, ballots, 0_u64..80, kind).prop_map(|(costs, ballots, budget, kind)| {
            // Ids in another order than the rows.
            let ids = ["m", "c", "x", "a", "t", "k", "b"];
            let projects = ids
                .into_iter()
                .zip(costs)
                .map(|(id, cost)| Project::new(id, format!("Progetto {id}"), cost))
                .collect();
            let groups = ["verde", "strade", "scuola"];
            let projects: Vec<Project> = projects;
            let projects = projects
                .into_iter()
                .enumerate()
                .map(|(at, project)| project.in_group(groups[at % 3]))
                .collect();
            let ballots = ballots
                .into_iter()
                .map(|(mut set, times)| {
                    let mut seen = [false; 8];
                    set.retain(|entry| !std::mem::replace(&mut seen[entry.0], true));
                    let (approvals, mut weights) = set.into_iter().unzip();
                    if kind == BallotKind::Approval {
                        weights = Vec::new();
                    }
                    Ballot { approvals, multiplicity: times, kind, weights }
                })
                .collect();
            Input { projects, ballots, budget }
        })
    })
}

fn tie_orders() -> impl Strategy<Value = TieOrder> {
    prop_oneof![
        Just(TieOrder::default()),
        Just(TieOrder::id_only()),
        Just(TieOrder { rule: TieRule::VotesCostOrder, order: PublishedOrder::ById }),
    ]
}

/// The same outcome with the explanations sorted by id.
fn by_id(mut outcome: Outcome) -> Outcome {
    outcome.projects.sort_by(|a, b| a.id.cmp(&b.id));
    outcome
}

proptest! {
    #[test]
    fn never_over_budget_and_proved(input in inputs(), ties in tie_orders(), step in 1_u64..5) {
        let election = input.election(&ties);
        for rule in all_rules(step) {
            let outcome = select(&election, &rule);
            let cost: u64 = outcome
                .selected
                .iter()
                .map(|id| election.projects()[election.position(id).unwrap()].cost_cents)
                .sum();
            prop_assert_eq!(cost, outcome.cost_cents);
            prop_assert!(cost <= input.budget);
            prop_assert_eq!(&outcome, &select(&election, &rule));
            if matches!(rule, Rule::EqualShares(_)) {
                prop_assert_eq!(verify_price_system(&election, &outcome), Ok(()));
            }
        }
    }

    #[test]
    fn the_order_of_the_input_does_not_matter(
        (input, shuffled) in inputs().prop_flat_map(|input| {
            let rows: Vec<usize> = (0..input.projects.len()).collect();
            let ballots = input.ballots.clone();
            (Just(input), Just(rows).prop_shuffle(), Just(ballots).prop_shuffle())
                .prop_map(|(input, rows, ballots)| {
                    let projects = rows.iter().map(|&row| input.projects[row].clone()).collect();
                    let place = |old: usize| rows.iter().position(|&row| row == old).unwrap();
                    let ballots = ballots
                        .iter()
                        .map(|b| {
                            let mut ballot = b.clone();
                            ballot.approvals = b.approvals.iter().rev().map(|&p| place(p)).collect();
                            ballot.weights.reverse();
                            ballot
                        })
                        .collect();
                    let budget = input.budget;
                    (input, Input { projects, ballots, budget })
                })
        }),
        ties in tie_orders(),
    ) {
        for rule in all_rules(2) {
            let one = select(&input.election(&ties), &rule);
            let other = select(&shuffled.election(&ties), &rule);
            prop_assert_eq!(by_id(one), by_id(other));
        }
    }

    #[test]
    fn equal_ballots_may_be_merged_or_not(input in inputs()) {
        let mut apart = input.clone();
        apart.ballots = input
            .ballots
            .iter()
            .flat_map(|b| (0..b.multiplicity).map(|_| b.clone().by(1)))
            .collect();
        for rule in all_rules(2) {
            let ties = TieOrder::default();
            let merged = select(&input.election(&ties), &rule);
            prop_assert_eq!(merged, select(&apart.election(&ties), &rule));
        }
    }

    #[test]
    fn the_currency_does_not_matter(input in inputs(), factor in 2_u64..2_000, step in 1_u64..4) {
        let mut scaled = input.clone();
        scaled.budget *= factor;
        for project in &mut scaled.projects {
            project.cost_cents *= factor;
        }
        let ties = TieOrder::default();
        let pairs = all_rules(step).into_iter().zip(all_rules(step * factor));
        for (rule, scaled_rule) in pairs {
            let one = select(&input.election(&ties), &rule);
            let other = select(&scaled.election(&ties), &scaled_rule);
            prop_assert_eq!(one.selected, other.selected, "{:?}", rule);
            prop_assert_eq!(one.ties, other.ties);
            prop_assert_eq!(one.totals.average_winners, other.totals.average_winners);
        }
    }

    #[test]
    fn the_plain_count_agrees(input in inputs(), ties in tie_orders()) {
        let election = input.election(&ties);
        for utility in [Utility::Cost, Utility::Cardinality, Utility::Points, Utility::Borda] {
            let outcome = select(&election, &shares_only(utility));
            let endowment = outcome.endowment.as_ref().unwrap().last.value();
            let (chosen, ties) = oracle::equal_shares(&election, utility, endowment);
            let ids: Vec<&str> =
                chosen.iter().map(|&p| election.projects()[p].id.as_str()).collect();
            prop_assert_eq!(&outcome.selected, &ids);
            prop_assert_eq!(outcome.ties.len(), ties);
        }
    }

    #[test]
    fn add_one_is_the_last_plain_count_within_the_budget(input in inputs(), step in 1_u64..6) {
        let election = input.election(&TieOrder::default());
        let cost = |chosen: &[usize]| -> u64 {
            chosen.iter().map(|&p| election.projects()[p].cost_cents).sum()
        };
        for utility in [Utility::Cost, Utility::Cardinality] {
            for exhaustive in [false, true] {
                let step_cents = NonZeroU64::new(step).unwrap();
                let add_one = AddOne { step_cents, exhaustive, most_steps: 300, whole_cents: None };
                let completion = Completion::AddOne(add_one);
                let rule = Rule::EqualShares(EqualShares { utility, completion, ..EqualShares::default() });
                let outcome = select(&election, &rule);
                let supported: Vec<usize> = (0..election.projects().len())
                    .filter(|&p| election.votes()[p] > 0)
                    .collect();

                let raise: num_rational::BigRational = num_bigint::BigInt::from(step).into();
                let mut endowment = outcome.endowment.as_ref().unwrap().first.value().clone();
                let mut expected = oracle::equal_shares(&election, utility, &endowment).0;
                loop {
                    let left = input.budget - cost(&expected);
                    let room = supported
                        .iter()
                        .any(|p| !expected.contains(p) && election.projects()[*p].cost_cents <= left);
                    if expected.len() == supported.len() || (exhaustive && !room) {
                        break;
                    }
                    let raised = &endowment + &raise;
                    let next = oracle::equal_shares(&election, utility, &raised).0;
                    if cost(&next) > input.budget {
                        break;
                    }
                    (endowment, expected) = (raised, next);
                }
                let ids: Vec<&str> =
                    expected.iter().map(|&p| election.projects()[p].id.as_str()).collect();
                prop_assert_eq!(&outcome.selected, &ids);
                prop_assert_eq!(&outcome.endowment.unwrap().last, &Exact::from(endowment));
            }
        }
    }

    #[test]
    fn exact_numbers_alone_give_the_same(input in inputs(), ties in tie_orders()) {
        let election = input.election(&ties);
        for rule in all_rules(2) {
            let filtered = select(&election, &rule);
            prop_assert_eq!(filtered, select_with(&election, &rule, Arithmetic::Exact));
        }
    }

    #[test]
    fn the_plain_phragmen_agrees(input in inputs(), ties in tie_orders()) {
        let election = input.election(&ties);
        let outcome = select(&election, &Rule::Phragmen);
        let chosen = oracle::phragmen(&election);
        let ids: Vec<&str> = chosen.iter().map(|&p| election.projects()[p].id.as_str()).collect();
        prop_assert_eq!(&outcome.selected, &ids);
    }

    #[test]
    fn the_best_set_of_all_is_packed(input in inputs()) {
        let election = input.election(&TieOrder::default());
        let costs: Vec<u64> = input.projects.iter().map(|p| p.cost_cents).collect();
        for utility in [Utility::Cardinality, Utility::Cost, Utility::Points] {
            let gain = |p: usize| match utility {
                Utility::Cardinality => election.votes()[p],
                Utility::Cost => election.votes()[p] * costs[p],
                _ => election.scores()[p],
            };
            let best = (0..1_u32 << costs.len())
                .filter_map(|set| {
                    let members = || (0..costs.len()).filter(move |p| set >> p & 1 == 1);
                    let cost: u64 = members().map(|p| costs[p]).sum();
                    (cost <= input.budget).then(|| members().map(gain).sum::<u64>())
                })
                .max();
            let outcome = select(&election, &Rule::Knapsack(Knapsack { utility }));
            let chosen = outcome.selected.iter().map(|id| gain(election.position(id).unwrap()));
            prop_assert_eq!(Some(chosen.sum::<u64>()), best);
            let packing = outcome.packing.unwrap();
            prop_assert_eq!((packing.gain, packing.proven), (best.unwrap().to_string(), true));
        }
    }

    #[test]
    fn limits_are_kept(input in inputs(), most in 0_u64..50, least in 0_u64..30) {
        let election = input.election(&TieOrder::default());
        if input.projects.len() < 2 || least > input.budget {
            return Ok(());
        }
        let limit = |group: &str, least_cents, most_cents| GroupLimit {
            group: group.into(), least_cents, most_cents,
        };
        let limits = Limits(vec![limit("verde", 0, Some(most)), limit("strade", least, None)]);
        let limited = election.clone().with_limits(limits).unwrap();
        for rule in all_rules(2) {
            let bound = matches!(rule, Rule::Greedy | Rule::GreedyBy(_) | Rule::EqualShares(_));
            if !bound {
                continue;
            }
            let outcome = select(&limited, &rule);
            let of = |group: &str| {
                let found = outcome.totals.groups.iter().find(|g| g.group.as_deref() == Some(group));
                found.map_or(0, |g| g.cost_cents)
            };
            prop_assert!(of("verde") <= most);
            prop_assert!(outcome.cost_cents <= input.budget);
            if matches!(rule, Rule::EqualShares(_)) {
                let proof = verify_price_system(&limited, &outcome);
                prop_assert_eq!(proof, Ok(()));
            }
            if rule == Rule::Greedy {
                // A supported project that the least sum alone would pay is never pushed out.
                let waiting = input.projects.iter().enumerate().any(|(at, project)| {
                    project.group.as_deref() == Some("strade")
                        && election.votes()[at] > 0
                        && !outcome.is_selected(&project.id)
                        && of("strade") + project.cost_cents <= least
                });
                prop_assert!(!waiting);
            }
        }
    }
}
