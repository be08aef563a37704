//! Random elections: doubles with exact numbers behind them decide as exact numbers alone.
#![no_main]

use std::num::NonZeroU64;

use arbitrary::Arbitrary;
use fair_selection::{
    AddOne, Arithmetic, Ballot, BallotKind, Completion, Election, EqualShares, Project, Rule,
    TieOrder, Utility, select_with, verify_price_system,
};
use libfuzzer_sys::fuzz_target;

#[derive(Arbitrary, Debug)]
struct Input {
    kind: u8,
    costs: Vec<u32>,
    large: bool,
    budget: u32,
    ballots: Vec<(u16, u8, u8)>,
    step: u16,
    completion: u8,
}

fuzz_target!(|input: Input| {
    if input.costs.len() > 12 || input.ballots.len() > 40 {
        return;
    }
    let kind = [BallotKind::Approval, BallotKind::Points, BallotKind::Ranking]
        [usize::from(input.kind % 3)];
    let scale = if input.large { 1_000_000_007 } else { 1 };
    let projects: Vec<Project> = (0..)
        .zip(&input.costs)
        .map(|(id, &cost)| Project::new(format!("p{id}"), "", u64::from(cost) * scale))
        .collect();
    let ballots = input.ballots.iter().map(|&(set, weight, times)| {
        let approvals: Vec<usize> =
            (0..projects.len()).filter(|&p| set >> p & 1 == 1).collect();
        let weight = |p: &usize| u32::from(weight).rotate_left(*p as u32) % 7 + 1;
        let weights = match kind {
            BallotKind::Approval => Vec::new(),
            BallotKind::Points | BallotKind::Ranking => approvals.iter().map(weight).collect(),
        };
        Ballot { approvals, multiplicity: u64::from(times) + 1, kind, weights }
    });
    let ballots = ballots.collect();
    let budget = u64::from(input.budget) * scale;
    let Ok(election) = Election::new(projects, ballots, budget, &TieOrder::default()) else {
        return;
    };
    let step_cents = NonZeroU64::new((u64::from(input.step) + 1) * scale).unwrap();
    let add_one = AddOne { step_cents, most_steps: 6, ..AddOne::default() };
    let completion = match input.completion % 3 {
        0 => Completion::None,
        1 => Completion::Utilitarian,
        _ => Completion::AddOne(add_one),
    };
    let mut rules = vec![Rule::Phragmen];
    for utility in [Utility::Cost, Utility::Cardinality, Utility::Points] {
        rules.push(Rule::EqualShares(EqualShares { utility, completion, ..EqualShares::default() }));
    }
    for rule in rules {
        let filtered = select_with(&election, &rule, Arithmetic::Filtered);
        let exact = select_with(&election, &rule, Arithmetic::Exact);
        assert_eq!(filtered, exact, "{rule:?}");
        if matches!(rule, Rule::EqualShares(_)) {
            assert_eq!(verify_price_system(&election, &filtered), Ok(()));
        }
    }
});
