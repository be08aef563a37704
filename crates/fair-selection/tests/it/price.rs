//! The proof fails when anything in it is bent.

use fair_selection::{
    Completion, EqualShares, Exact, Outcome, Rule, Verdict, Violation, price_system, select,
    verify_price_system,
};
use num_bigint::BigUint;

use crate::election;

fn sample() -> (fair_selection::Election, Outcome) {
    let ballots: &[(&[usize], u64)] = &[(&[0], 3), (&[0, 1, 3], 3), (&[1], 2), (&[2], 2)];
    let election = election(&[300, 300, 200, 150], ballots, 1000);
    let outcome = select(&election, &Rule::equal_shares());
    (election, outcome)
}

#[test]
fn a_true_outcome_is_proved() {
    let (election, outcome) = sample();
    assert_eq!(verify_price_system(&election, &outcome), Ok(()));
    let system = price_system(&election, &outcome).unwrap();
    assert_eq!(system.unit, BigUint::from(1_u8));
    assert_eq!(system.endowment, BigUint::from(100_u8));
    let paid: Vec<(&str, usize)> =
        system.projects.iter().map(|paid| (paid.id.as_str(), paid.payments.len())).collect();
    assert_eq!(paid, [("a", 2), ("b", 2), ("c", 1)]);
}

#[test]
fn each_condition_is_checked() {
    let (election, outcome) = sample();
    let system = price_system(&election, &outcome).unwrap();
    let ballot_of = |set: &[usize]| {
        election.ballots().iter().position(|ballot| ballot.approvals == set).unwrap()
    };

    let mut bent = system.clone();
    bent.projects[0].payments[0].1 += 1_u8;
    let violation = bent.verify(&election).unwrap_err();
    assert!(matches!(violation, Violation::CostNotMet { cost_cents: 300, .. }), "{violation}");

    let mut bent = system.clone();
    bent.projects[0].payments.push((ballot_of(&[2]), BigUint::from(1_u8)));
    let violation = bent.verify(&election).unwrap_err();
    assert_eq!(violation, Violation::NotApproved { ballot: ballot_of(&[2]), id: "a".into() });

    let mut bent = system.clone();
    bent.projects[0].payments = vec![(ballot_of(&[0]), BigUint::from(101_u8))];
    let violation = bent.verify(&election).unwrap_err();
    assert_eq!(violation, Violation::BeyondEndowment { ballot: ballot_of(&[0]), id: "a".into() });

    let mut bent = system.clone();
    bent.projects[0].payments = vec![(99, BigUint::from(1_u8))];
    let violation = bent.verify(&election).unwrap_err();
    assert_eq!(violation, Violation::UnknownBallot { ballot: 99, id: "a".into() });

    let mut bent = system.clone();
    bent.projects.push(bent.projects[0].clone());
    assert_eq!(bent.verify(&election), Err(Violation::Project { id: "a".into() }));

    // Without the purchase of a, six voters hold 450 for its 300.
    let mut bent = system.clone();
    bent.projects.remove(0);
    let violation = bent.verify(&election).unwrap_err();
    let Violation::MoneyLeft { id, held, cost_cents } = violation else { panic!("{violation}") };
    assert_eq!((id.as_str(), held.to_string().as_str(), cost_cents), ("a", "450", 300));
}

#[test]
fn an_outcome_of_something_else_is_refused() {
    let (sound, outcome) = sample();
    let refused = |outcome: &Outcome| verify_price_system(&sound, outcome).unwrap_err();

    assert_eq!(refused(&select(&sound, &Rule::Greedy)), Violation::NotEqualShares);

    let other = election(&[300, 300, 200, 151], &[(&[0], 10)], 1000);
    let foreign = select(&other, &Rule::equal_shares());
    assert_eq!(refused(&foreign), Violation::OtherElection);

    let mut bent = outcome.clone();
    bent.endowment.as_mut().unwrap().last = "101".parse().unwrap();
    assert_eq!(refused(&bent), Violation::Endowment);

    let mut bent = outcome.clone();
    bent.selected.swap(0, 1);
    assert_eq!(refused(&bent), Violation::Contradiction);

    let mut bent = outcome.clone();
    bent.selected.push("nowhere".into());
    assert_eq!(refused(&bent), Violation::Project { id: "nowhere".into() });

    let with_cap = |cap: &str| {
        let mut bent = outcome.clone();
        let Verdict::Chosen { payment: Some(payment), .. } = &mut bent.projects[0].verdict else {
            panic!("a was paid")
        };
        payment.max_payment = cap.parse().unwrap();
        bent
    };
    assert_eq!(refused(&with_cap("-50")), Violation::NegativeAmount);
    assert!(matches!(refused(&with_cap("49")), Violation::CostNotMet { .. }));
    assert!(matches!(
        refused(&with_cap("1/0".replace("/0", "/7").as_str())),
        Violation::CostNotMet { .. }
    ));
}

#[test]
fn a_completion_by_votes_is_outside_the_proof_but_inside_the_budget() {
    let (sound, _) = sample();
    let completion = Completion::Utilitarian;
    let rule = Rule::EqualShares(EqualShares { completion, ..EqualShares::default() });
    let outcome = select(&sound, &rule);
    assert_eq!(outcome.selected.len(), 4);
    assert_eq!(verify_price_system(&sound, &outcome), Ok(()));
    assert_eq!(price_system(&sound, &outcome).unwrap().projects.len(), 3);
}

#[test]
fn fractions_are_read_with_care() {
    for good in ["3", "-7/2", "10/4", "0/5"] {
        let value: Exact = good.parse().unwrap();
        assert_eq!(value.to_string().parse::<Exact>().unwrap(), value);
    }
    for bad in ["", "1/0", "a", "1/", "/2", "1/2/3", "1.5"] {
        assert!(bad.parse::<Exact>().is_err(), "{bad}");
    }
    let value: Exact = "-7/3".parse().unwrap();
    assert_eq!((value.decimal(2).as_str(), value.decimal(0).as_str()), ("-2.33", "-2"));
    assert_eq!((value.rounded(), value.rounded_up()), (-2, -2));
    let huge: Exact = "1000000000000000000000000".parse().unwrap();
    assert_eq!(huge.rounded(), i64::MAX);
}
