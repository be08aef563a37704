//! Equal shares, computed by hand.

use std::num::NonZeroU64;

use fair_selection::{
    AddOne, AddOneStop, Completion, DecidedBy, EqualShares, Outcome, Payment, Rule, Stage, Utility,
    Verdict, select,
};

use crate::election;

fn rule(utility: Utility, completion: Completion) -> Rule {
    Rule::EqualShares(EqualShares { utility, completion, ..EqualShares::default() })
}

fn steps(step_cents: u64, exhaustive: bool) -> AddOne {
    let step_cents = NonZeroU64::new(step_cents).unwrap();
    AddOne { step_cents, exhaustive, ..AddOne::default() }
}

fn payment(outcome: &Outcome, id: &str) -> Payment {
    match &outcome.explanation(id).unwrap().verdict {
        Verdict::Chosen { payment: Some(payment), stage: Stage::Shares, .. } => payment.clone(),
        other => panic!("{id} was not paid by shares: {other:?}"),
    }
}

/// 10 voters, budget 1000, so 100 each: a 300 by 6 voters, b 300 by 5 of whom 3
/// are among the 6, c 200 by 2 others, d 150 by the 3 who share a and b.
fn ten_voters() -> fair_selection::Election {
    let ballots: &[(&[usize], u64)] = &[(&[0], 3), (&[0, 1, 3], 3), (&[1], 2), (&[2], 2)];
    election(&[300, 300, 200, 150], ballots, 1000)
}

#[test]
fn poor_supporters_pay_all_and_rich_ones_the_same() {
    let outcome = select(&ten_voters(), &rule(Utility::Cost, Completion::None));
    // Round 1: a at 50 each (6 effective votes; b 5, d 3, c 2).
    let a = payment(&outcome, "a");
    assert_eq!(a.effective_votes.to_string(), "6");
    assert_eq!((a.max_payment.to_string().as_str(), a.rich_payers, a.poor_payers), ("50", 6, 0));
    // Round 2: of b's supporters three hold 50, two hold 100. An equal part is
    // 60, more than 50: the three pay 150 together, the two 75 each: 4 effective votes.
    let b = payment(&outcome, "b");
    assert_eq!(b.effective_votes.to_string(), "4");
    assert_eq!((b.max_payment.to_string().as_str(), b.rich_payers, b.poor_payers), ("75", 2, 3));
    // Round 3: c at 100 each, 2 effective votes; d's supporters have nothing left.
    assert_eq!(outcome.selected, ["a", "b", "c"]);
    assert_eq!(outcome.cost_cents, 800);
    assert_eq!(outcome.endowment.as_ref().unwrap().first.to_string(), "100");
    assert_eq!(outcome.ties, []);

    let d = outcome.explanation("d").unwrap();
    let money = d.supporters_money.as_ref().unwrap();
    assert_eq!(money.held.to_string(), "0");
    assert_eq!((money.short_by_cents, money.short_since_round), (150, 2));
    let spent: Vec<(&str, u64)> = money.spent.iter().map(|s| (&*s.project, s.cents)).collect();
    assert_eq!(spent, [("a", 150), ("b", 150)]);
}

#[test]
fn cardinality_prefers_what_costs_each_supporter_least() {
    let outcome = select(&ten_voters(), &rule(Utility::Cardinality, Completion::None));
    // Payments each: a 50, b 60, c 100, d 50. a and d tie; d costs less.
    assert_eq!(outcome.ties[0].tied, ["d", "a"]);
    assert_eq!((outcome.ties[0].round, outcome.ties[0].decided_by), (1, DecidedBy::Cost));
    // Then a still at 50 each. The three who share have nothing; b is worth 200 to the others.
    assert_eq!(outcome.selected, ["d", "a", "c"]);
    let b = outcome.explanation("b").unwrap().supporters_money.as_ref().unwrap();
    assert_eq!(b.held.to_string(), "200");
    assert_eq!((b.short_by_cents, b.short_since_round), (100, 2));
}

#[test]
fn shares_that_are_no_whole_cents_stay_exact() {
    // 3 voters, budget 100: 100/3 each. a 50 by 2: 25 each. b 42 by all: 1/3 + ... exactly.
    let outcome = select(
        &election(&[50, 42], &[(&[0, 1], 2), (&[1], 1)], 100),
        &rule(Utility::Cost, Completion::None),
    );
    // b first: 14 each, 3 effective votes. Then a's two hold 58/3 each, 38.67 together.
    assert_eq!(outcome.selected, ["b"]);
    let a = outcome.explanation("a").unwrap().supporters_money.as_ref().unwrap();
    assert_eq!(a.held.to_string(), "116/3");
    assert_eq!(a.short_by.to_string(), "34/3");
    assert_eq!(a.short_by_cents, 12);
    assert_eq!(a.short_by.decimal(4), "11.3333");
    assert_eq!(a.short_by.rounded(), 11);
}

#[test]
fn exactly_enough_money_is_enough() {
    // 3 voters with 10/3 each pay a project of 10 together, to the last third of a cent.
    let outcome = select(&election(&[10], &[(&[0], 3)], 10), &Rule::equal_shares());
    assert_eq!(outcome.selected, ["a"]);
    // And of 11 voters with 1000/11 each, seven hold less than 637.
    let ballots: &[(&[usize], u64)] = &[(&[0], 7), (&[], 4)];
    let outcome = select(&election(&[637], ballots, 1000), &Rule::equal_shares());
    assert!(outcome.selected.is_empty());
    let money = outcome.projects[0].supporters_money.as_ref().unwrap();
    assert_eq!(money.held.to_string(), "7000/11");
    assert_eq!((money.short_by_cents, money.short_since_round), (1, 0));
}

#[test]
fn free_projects_come_first_when_somebody_wants_them() {
    let ballots: &[(&[usize], u64)] = &[(&[0, 1], 2), (&[3], 1)];
    let outcome = select(&election(&[40, 0, 0, 0], ballots, 90), &Rule::equal_shares());
    // b has 2 votes, d 1; nobody wants c.
    assert_eq!(outcome.selected, ["b", "d", "a"]);
    assert_eq!(outcome.rounds[0].stage, Stage::Free);
    assert!(!outcome.is_selected("c"));
}

#[test]
fn utilitarian_completion_spends_what_is_left_by_votes() {
    let outcome = select(&ten_voters(), &rule(Utility::Cost, Completion::Utilitarian));
    assert_eq!(outcome.selected, ["a", "b", "c", "d"]);
    let d = outcome.explanation("d").unwrap();
    let chosen = Verdict::Chosen { round: 4, stage: Stage::Completion, payment: None };
    assert_eq!(d.verdict, chosen);
    assert!(d.supporters_money.is_some());
}

/// 2 voters, budget 100. a 60 and b 60, one supporter each; 50 each is not enough.
fn two_voters() -> fair_selection::Election {
    election(&[60, 60, 30], &[(&[0], 1), (&[1, 2], 1)], 100)
}

#[test]
fn add_one_stops_before_the_budget_is_passed() {
    // At 50 each only c (30) is paid, by its one supporter. In steps of 5: at 55
    // the same; at 60 a, b and c tie at one effective vote, c is cheapest, then a
    // (b's supporter has 30 left): 90. At 65..85 the same. At 90 b as well: 150.
    let add_one = rule(Utility::Cost, Completion::AddOne(steps(5, false)));
    let outcome = select(&two_voters(), &add_one);
    assert_eq!(outcome.selected, ["c", "a"]);
    let endowment = outcome.endowment.as_ref().unwrap();
    assert_eq!(
        (endowment.first.to_string(), endowment.last.to_string()),
        ("50".into(), "85".into())
    );
    assert_eq!((endowment.steps, endowment.stop), (7, Some(AddOneStop::OverBudget)));

    let exhaustive = rule(Utility::Cost, Completion::AddOne(steps(5, true)));
    let outcome = select(&two_voters(), &exhaustive);
    let endowment = outcome.endowment.as_ref().unwrap();
    assert_eq!(outcome.selected, ["c", "a"]);
    assert_eq!((endowment.steps, endowment.stop), (2, Some(AddOneStop::NothingFits)));

    // A step of 40 jumps from 50 to 90, where all three would cost 150.
    let outcome = select(&two_voters(), &rule(Utility::Cost, Completion::AddOne(steps(40, false))));
    assert_eq!(outcome.selected, ["c"]);
    let stop = outcome.endowment.as_ref().unwrap().stop;
    assert_eq!(stop, Some(AddOneStop::OverBudget));

    // The money left, 70, then goes by votes: a and b tie, a by its id.
    let both = rule(Utility::Cost, Completion::AddOneUtilitarian(steps(40, false)));
    let outcome = select(&two_voters(), &both);
    assert_eq!(outcome.selected, ["c", "a"]);
    assert_eq!(outcome.rounds[1].stage, Stage::Completion);
    assert_eq!(outcome.ties.last().unwrap().stage, Stage::Completion);

    let few = AddOne { most_steps: 1, ..steps(5, false) };
    let outcome = select(&two_voters(), &rule(Utility::Cost, Completion::AddOne(few)));
    let endowment = outcome.endowment.as_ref().unwrap();
    assert_eq!((endowment.steps, endowment.stop), (1, Some(AddOneStop::MostSteps)));

    let outcome = select(
        &election(&[60, 60, 30], &[(&[0], 1), (&[1, 2], 1)], 150),
        &rule(Utility::Cost, Completion::AddOne(steps(5, false))),
    );
    let stop = outcome.endowment.as_ref().unwrap().stop;
    assert_eq!((outcome.selected.len(), stop), (3, Some(AddOneStop::AllChosen)));
}

#[test]
fn the_outcome_survives_json() {
    let all = crate::properties::all_rules(5);
    for rule in all {
        for election in [ten_voters(), two_voters()] {
            let outcome = select(&election, &rule);
            let text = serde_json::to_string(&outcome).unwrap();
            let back: Outcome = serde_json::from_str(&text).unwrap();
            assert_eq!(back, outcome);
        }
    }
    let outcome = select(&ten_voters(), &Rule::equal_shares());
    let json = serde_json::to_value(&outcome).unwrap();
    let b = &json["projects"][1];
    assert_eq!(b["verdict"], "chosen");
    assert_eq!(b["payment"]["effective_votes"]["exact"], "4");
    assert_eq!(b["payment"]["max_payment"]["decimal"], "75.0000");
    assert_eq!(json["projects"][3]["reason"]["why"], "money_short");
    assert_eq!(json["rule"]["rule"], "equal_shares");
}
