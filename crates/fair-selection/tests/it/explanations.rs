//! What an explanation claims is true when it is tried.

use fair_selection::{Ballot, Election, Project, Rule, TieOrder, TieRule, Utility, select};
use proptest::prelude::*;

use crate::properties::{Input, inputs};

fn chosen(input: &Input, ties: &TieOrder, rule: &Rule, id: &str) -> bool {
    select(&input.election(ties), rule).is_selected(id)
}

fn cheaper(input: &Input, project: usize, by: u64) -> Input {
    let mut changed = input.clone();
    changed.projects[project].cost_cents -= by;
    changed
}

/// So many voters who do not approve the project now do.
fn more_votes(input: &Input, project: usize, more: u64) -> Input {
    let mut missing = more;
    let mut changed = input.clone();
    changed.ballots.clear();
    for ballot in &input.ballots {
        for _ in 0..ballot.multiplicity {
            let mut set = ballot.approvals.clone();
            if missing > 0 && !set.contains(&project) {
                set.push(project);
                missing -= 1;
            }
            changed.ballots.push(Ballot::new(set));
        }
    }
    assert_eq!(missing, 0, "not that many voters");
    changed
}

proptest! {
    #[test]
    fn greedy_changes_are_enough_and_no_smaller_one_is(input in inputs()) {
        for rule in [TieRule::CostVotesOrder, TieRule::VotesCostOrder, TieRule::Order] {
            let ties = TieOrder { rule, ..TieOrder::default() };
            let outcome = select(&input.election(&ties), &Rule::Greedy);
            for (position, explanation) in outcome.projects.iter().enumerate() {
                let Some(change) = &explanation.smallest_change else { continue };
                let id = &explanation.id;
                let try_cost = |by| chosen(&cheaper(&input, position, by), &ties, &Rule::Greedy, id);
                prop_assert!(try_cost(change.cheaper_by_cents));
                for smaller in 0..change.cheaper_by_cents {
                    prop_assert!(!try_cost(smaller), "{} less would do for {}", smaller, id);
                }
                let voters = input.ballots.iter().map(|ballot| ballot.multiplicity).sum::<u64>();
                let most = voters - explanation.votes;
                let try_votes = |n| chosen(&more_votes(&input, position, n), &ties, &Rule::Greedy, id);
                if let Some(more) = change.more_votes {
                    prop_assert!(try_votes(more));
                }
                for fewer in 0..change.more_votes.unwrap_or(most + 1) {
                    prop_assert!(!try_votes(fewer), "{} more would do for {}", fewer, id);
                }
            }
        }
    }

    #[test]
    fn being_cheaper_by_the_missing_money_is_enough_for_shares(input in inputs()) {
        for utility in [Utility::Cost, Utility::Cardinality] {
            let rule = crate::properties::shares_only(utility);
            let ties = TieOrder::default();
            let outcome = select(&input.election(&ties), &rule);
            for (position, explanation) in outcome.projects.iter().enumerate() {
                let Some(money) = &explanation.supporters_money else { continue };
                let changed = cheaper(&input, position, money.short_by_cents);
                prop_assert!(chosen(&changed, &ties, &rule, &explanation.id));
            }
        }
    }

    #[test]
    fn the_supporters_money_adds_up(input in inputs()) {
        let outcome = select(&input.election(&TieOrder::default()), &Rule::equal_shares());
        let endowment = outcome.endowment.as_ref().unwrap().last.value().clone();
        for explanation in &outcome.projects {
            let Some(money) = &explanation.supporters_money else { continue };
            let had = &endowment * num_rational::BigRational::from_integer(explanation.votes.into());
            let spent = (had - money.held.value()).round().to_integer();
            let told: u64 = money.spent.iter().map(|spending| spending.cents).sum();
            let difference = spent - num_bigint::BigInt::from(told);
            let bound = num_bigint::BigInt::from(money.spent.len());
            prop_assert!(difference <= bound && difference >= -bound);
        }
    }
}

#[test]
fn every_project_is_explained_in_the_order_of_the_election() {
    let projects: Vec<Project> =
        ["z", "m", "a"].into_iter().map(|id| Project::new(id, id, 10)).collect();
    let ballots = vec![Ballot::new([0]), Ballot::new([2])];
    let election = Election::new(projects, ballots, 10, &TieOrder::default()).unwrap();
    for rule in crate::properties::all_rules(1) {
        let outcome = select(&election, &rule);
        let ids: Vec<&str> = outcome.projects.iter().map(|e| e.id.as_str()).collect();
        assert_eq!(ids, ["z", "m", "a"]);
        assert_eq!(outcome.projects.iter().map(|e| e.votes).collect::<Vec<_>>(), [1, 0, 1]);
    }
}
