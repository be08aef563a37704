//! Votes first, computed by hand.

use fair_selection::{
    DecidedBy, Reason, Rule, SmallestChange, Stage, TieOrder, TieRule, Verdict, select,
};

use crate::{election, election_with};

#[test]
fn what_does_not_fit_is_skipped() {
    // a 4 votes 60, b 3 votes 50, c 2 votes 40, d 1 vote 1, e no vote; budget 100.
    let ballots: &[(&[usize], u64)] =
        &[(&[0, 1, 2, 3], 1), (&[0, 1, 2], 1), (&[0, 1], 1), (&[0], 1)];
    let outcome = select(&election(&[60, 50, 40, 1, 1], ballots, 100), &Rule::Greedy);
    assert_eq!(outcome.selected, ["a", "c"]);
    assert_eq!(outcome.cost_cents, 100);
    assert_eq!(outcome.ties, []);
    let left: Vec<u64> = outcome.rounds.iter().map(|round| round.remaining_cents).collect();
    assert_eq!(left, [40, 0]);

    let verdict = |id: &str| outcome.explanation(id).unwrap().verdict.clone();
    let chosen = Verdict::Chosen { round: 2, stage: Stage::Greedy, payment: None };
    assert_eq!(verdict("c"), chosen);
    let reason = Reason::DoesNotFit { remaining_cents: 40, short_by_cents: 10 };
    assert_eq!(verdict("b"), Verdict::NotChosen { reason });
    let reason = Reason::DoesNotFit { remaining_cents: 0, short_by_cents: 1 };
    assert_eq!(verdict("d"), Verdict::NotChosen { reason });
    assert_eq!(verdict("e"), Verdict::NotChosen { reason: Reason::NoSupport });
}

#[test]
fn the_smallest_change_that_would_have_been_enough() {
    let ballots: &[(&[usize], u64)] =
        &[(&[0, 1, 2, 3], 1), (&[0, 1, 2], 1), (&[0, 1], 1), (&[0], 1)];
    let outcome = select(&election(&[60, 50, 40, 1, 1], ballots, 100), &Rule::Greedy);
    let change = |id: &str| outcome.explanation(id).unwrap().smallest_change.clone();
    // With 4 votes b ties with a and is cheaper; or 40 instead of 50.
    let b = SmallestChange { cheaper_by_cents: 10, more_votes: Some(1) };
    assert_eq!(change("b"), Some(b));
    // d must come before c, which takes the last 40: 2 votes and it is cheaper.
    let d = SmallestChange { cheaper_by_cents: 1, more_votes: Some(1) };
    assert_eq!(change("d"), Some(d));
    assert_eq!(change("a"), None);
    assert_eq!(change("e"), None);

    // Dearer than the budget: no number of votes helps.
    let outcome = select(&election(&[150], &[(&[0], 3)], 100), &Rule::Greedy);
    let change = outcome.projects[0].smallest_change.clone().unwrap();
    assert_eq!(change, SmallestChange { cheaper_by_cents: 50, more_votes: None });

    // a 8 and b 10, equal votes, budget 9: below a's cost, b would come first.
    let outcome = select(&election(&[8, 10], &[(&[0, 1], 2)], 9), &Rule::Greedy);
    let change = outcome.explanation("b").unwrap().smallest_change.clone().unwrap();
    assert_eq!(change, SmallestChange { cheaper_by_cents: 3, more_votes: None });
}

#[test]
fn every_tie_is_listed_and_settled_as_published() {
    // Three projects with 2 votes each; c is as dear as b.
    let ballots: &[(&[usize], u64)] = &[(&[0, 1, 2], 2)];
    let costs = &[50, 40, 40];
    let outcome = select(&election(costs, ballots, 90), &Rule::Greedy);
    assert_eq!(outcome.selected, ["b", "c"]);
    assert_eq!(outcome.ties.len(), 1);
    assert_eq!(outcome.ties[0].tied, ["b", "c", "a"]);
    assert_eq!((outcome.ties[0].round, outcome.ties[0].decided_by), (1, DecidedBy::Order));

    let drawn = TieOrder::drawn(["c", "a", "b"]);
    let outcome = select(&election_with(costs, ballots, 90, &drawn), &Rule::Greedy);
    assert_eq!(outcome.selected, ["c", "b"]);

    let outcome = select(&election_with(costs, ballots, 90, &TieOrder::id_only()), &Rule::Greedy);
    assert_eq!(outcome.selected, ["a", "b"]);
    assert_eq!(outcome.ties[0].decided_by, DecidedBy::Order);

    // Only a fits: no tie was met.
    let rule = TieOrder { rule: TieRule::VotesCostOrder, ..TieOrder::default() };
    let outcome = select(&election_with(&[5, 40], &[(&[0, 1], 1)], 10, &rule), &Rule::Greedy);
    assert_eq!(outcome.ties, []);
    let outcome = select(&election_with(&[5, 4], &[(&[0, 1], 1)], 10, &rule), &Rule::Greedy);
    assert_eq!(outcome.ties[0].tied, ["b", "a"]);
    assert_eq!(outcome.ties[0].decided_by, DecidedBy::Cost);
}

#[test]
fn groups_and_voters_in_numbers() {
    use fair_selection::{Ballot, Election, Project};
    let projects = vec![
        Project::new("a", "", 60).in_group("nord"),
        Project::new("b", "", 30).in_group("sud"),
        Project::new("c", "", 50).in_group("nord"),
        Project::new("d", "", 10),
    ];
    let ballots =
        vec![Ballot::times([0, 1], 2), Ballot::new([0]), Ballot::new([2]), Ballot::new([])];
    let election = Election::new(projects, ballots, 120, &TieOrder::default()).unwrap();
    let totals = select(&election, &Rule::Greedy).totals;
    let groups: Vec<(Option<&str>, usize, usize, u64, String)> = totals
        .groups
        .iter()
        .map(|g| {
            let share = g.share_of_budget.as_ref().unwrap().to_string();
            (g.group.as_deref(), g.projects, g.chosen, g.cost_cents, share)
        })
        .collect();
    let expected = [
        (None, 1, 0, 0, "0".to_owned()),
        (Some("nord"), 2, 1, 60, "1/2".to_owned()),
        (Some("sud"), 1, 1, 30, "1/4".to_owned()),
    ];
    assert_eq!(groups, expected);
    assert_eq!((totals.voters_without, totals.empty_ballots), (2, 1));
    assert_eq!(totals.average_winners.unwrap().to_string(), "1");
}
