//! Steps that are taken at once choose what each of them chooses by itself.

use std::num::{NonZeroU32, NonZeroU64};

use fair_selection::{
    AddOne, Arithmetic, Ballot, Completion, Election, EqualShares, Percent, Project, Rule,
    TieOrder, Utility, select, select_with,
};
use proptest::prelude::*;

use crate::properties::inputs;

/// Some hundreds of voters with their own few wishes, and projects that some like more.
fn crowd(seed: u64, points: bool) -> Election {
    let mut state = seed;
    let mut next = |below: u64| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let projects: Vec<Project> =
        (0..14).map(|at| Project::new(format!("p{at:02}"), "", 3_000 + 500 * next(50))).collect();
    let ballots = (0..240).map(|_| {
        let mut wishes: Vec<usize> =
            (0..=next(4)).map(|_| (next(14) * next(14) / 14) as usize).collect();
        wishes.sort_unstable();
        wishes.dedup();
        if points {
            Ballot::points(wishes.into_iter().map(|project| (project, 1 + next(3) as u32)))
        } else {
            Ballot::new(wishes)
        }
    });
    Election::new(projects, ballots.collect(), 100_000, &TieOrder::default()).unwrap()
}

fn rules(utility: Utility, most_steps: u32, step: u64) -> Vec<Rule> {
    let steps = |exhaustive| {
        let step_cents = NonZeroU64::new(step).unwrap();
        AddOne { step_cents, exhaustive, most_steps, whole_cents: None }
    };
    let percent = NonZeroU32::new(1).unwrap();
    [
        Completion::AddOne(steps(false)),
        Completion::AddOneUtilitarian(steps(true)),
        Completion::Percent(Percent { percent, exhaustive: false, most_steps }),
    ]
    .map(|completion| {
        Rule::EqualShares(EqualShares { utility, completion, ..EqualShares::default() })
    })
    .to_vec()
}

#[test]
fn a_crowd_takes_the_same_steps() {
    let mut steps = 0;
    for seed in 0..6 {
        let points = seed % 2 == 1;
        let election = crowd(seed, points);
        let other = if points { Utility::Points } else { Utility::Cardinality };
        for utility in [Utility::Cost, other] {
            for rule in rules(utility, 300, 1) {
                let outcome = select(&election, &rule);
                assert_eq!(
                    outcome,
                    select_with(&election, &rule, Arithmetic::Exact),
                    "{seed} {rule:?}"
                );
                steps += outcome.endowment.map_or(0, |endowment| endowment.steps);
            }
        }
    }
    assert!(steps > 1_000, "{steps} steps are too few to say anything");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn fine_steps_are_the_same_in_exact_numbers(mut input in inputs(), step in 1_u64..4) {
        input.budget *= 97;
        for project in &mut input.projects {
            project.cost_cents *= 97;
        }
        let election = input.election(&TieOrder::default());
        for utility in [Utility::Cost, Utility::Cardinality, Utility::Points, Utility::Borda] {
            for rule in rules(utility, 400, step) {
                let outcome = select(&election, &rule);
                prop_assert_eq!(outcome, select_with(&election, &rule, Arithmetic::Exact));
            }
        }
    }
}
