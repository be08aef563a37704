//! What the checked constructor refuses, and the fingerprints.

use fair_selection::{
    Ballot, Election, ElectionError, EqualShares, Project, PublishedOrder, Rule, TieOrder, TieRule,
    Utility, fingerprint, rules_fingerprint, select,
};

fn two() -> Vec<Project> {
    vec![Project::new("p", "Piazza", 100), Project::new("q", "Quartiere", 200)]
}

fn refused(projects: Vec<Project>, ballots: Vec<Ballot>, budget: u64) -> ElectionError {
    Election::new(projects, ballots, budget, &TieOrder::default()).unwrap_err()
}

#[test]
fn errors_name_the_row() {
    let mut projects = two();
    projects.push(Project::new("p", "Ancora", 1));
    let error = refused(projects, vec![], 10);
    assert_eq!(error, ElectionError::DuplicateId { row: 3, first_row: 1, id: "p".into() });
    assert_eq!(error.to_string(), "project row 3: the id \"p\" was already used in row 1");

    let mut projects = two();
    projects[1].cost_cents = i64::MAX as u64 + 1;
    let error = refused(projects, vec![], 10);
    assert!(matches!(error, ElectionError::CostTooLarge { row: 2, .. }), "{error}");

    let mut projects = two();
    projects[0].id.clear();
    assert_eq!(refused(projects, vec![], 10), ElectionError::EmptyId { row: 1 });

    let ballots = vec![Ballot::new([0]), Ballot::new([1, 2])];
    let error = refused(two(), ballots, 10);
    assert_eq!(error, ElectionError::UnknownProject { row: 2, project: 2, projects: 2 });

    let error = refused(two(), vec![Ballot::times([0], 0)], 10);
    assert_eq!(error, ElectionError::NoVoter { row: 1 });

    let many = vec![Ballot::times([0], i64::MAX as u64), Ballot::new([1])];
    assert_eq!(refused(two(), many, 10), ElectionError::TooManyVoters { row: 2 });

    let error = refused(two(), vec![], u64::MAX);
    assert_eq!(error, ElectionError::BudgetTooLarge { budget_cents: u64::MAX });
}

#[test]
fn a_given_tie_order_places_every_project_once() {
    let place = |ids: &[&str]| {
        Election::new(two(), vec![], 10, &TieOrder::drawn(ids.iter().copied()))
            .map(|election| election.published_order().join(" "))
    };
    assert_eq!(place(&["q", "p"]).unwrap(), "q p");
    let unknown = ElectionError::UnknownInTieOrder { row: 2, id: "x".into() };
    assert_eq!(place(&["q", "x"]), Err(unknown));
    let twice = ElectionError::RepeatedInTieOrder { row: 3, first_row: 1, id: "q".into() };
    assert_eq!(place(&["q", "p", "q"]), Err(twice));
    assert_eq!(place(&["q"]), Err(ElectionError::MissingInTieOrder { id: "p".into() }));
}

#[test]
fn ballots_are_sets_and_empty_ones_count_as_voters() {
    let ballots = vec![Ballot::new([1, 0, 1]), Ballot::new([0, 1]), Ballot::new([])];
    let election = Election::new(two(), ballots, 10, &TieOrder::default()).unwrap();
    assert_eq!(election.voters(), 3);
    assert_eq!(election.votes(), [2, 2]);
    assert_eq!(election.ballots(), [Ballot::new([]), Ballot::times([0, 1], 2)]);
}

#[test]
fn nothing_in_nothing_out() {
    for (projects, ballots, budget) in [
        (vec![], vec![], 0),
        (vec![], vec![Ballot::new([])], 100),
        (two(), vec![], 1_000),
        (two(), vec![Ballot::times([], i64::MAX as u64)], i64::MAX as u64),
        (two(), vec![Ballot::new([0, 1])], 0),
    ] {
        let election = Election::new(projects, ballots, budget, &TieOrder::default()).unwrap();
        for rule in crate::properties::all_rules(1) {
            let outcome = select(&election, &rule);
            assert!(outcome.selected.is_empty(), "{rule:?}");
            assert_eq!(outcome.projects.len(), election.projects().len());
        }
    }
}

#[test]
fn the_largest_numbers_are_counted_exactly() {
    let large = i64::MAX as u64;
    let projects = vec![Project::new("p", "", large), Project::new("q", "", large)];
    let ballots = vec![Ballot::times([0], large - 1), Ballot::new([0, 1])];
    let election = Election::new(projects, ballots, large, &TieOrder::default()).unwrap();
    for rule in crate::properties::all_rules(large) {
        let outcome = select(&election, &rule);
        assert_eq!(outcome.selected, ["p"], "{rule:?}");
        assert_eq!(outcome.cost_cents, large);
    }
}

#[test]
fn fingerprints_change_with_everything_that_is_frozen() {
    let ballots = vec![Ballot::new([0]), Ballot::new([0, 1])];
    let base = |projects: Vec<Project>, ballots: Vec<Ballot>, budget, ties: TieOrder| {
        Election::new(projects, ballots, budget, &ties).unwrap()
    };
    let election = base(two(), ballots.clone(), 300, TieOrder::default());
    let rule = Rule::equal_shares();
    let print = fingerprint(&election, &rule);
    assert_eq!(print.len(), 64);

    // Neither the order of rows nor the grouping of ballots matters.
    let swapped = vec![two().remove(1), two().remove(0)];
    let moved = vec![Ballot::new([1, 0]), Ballot::new([1])];
    let same = base(swapped, moved, 300, TieOrder::default());
    assert_eq!(fingerprint(&same, &rule), print);
    assert_eq!(rules_fingerprint(&same, &rule), rules_fingerprint(&election, &rule));

    // Before the vote the rules have the same name as after it.
    let before = base(two(), vec![], 300, TieOrder::default());
    assert_eq!(rules_fingerprint(&before, &rule), rules_fingerprint(&election, &rule));
    assert_ne!(fingerprint(&before, &rule), print);

    let mut dearer = two();
    dearer[0].cost_cents += 1;
    let mut renamed = two();
    renamed[0].name.push('!');
    let mut grouped = two();
    grouped[0].group = Some(String::new());
    let by_votes = TieOrder { rule: TieRule::VotesCostOrder, order: PublishedOrder::ById };
    let others = [
        base(dearer, ballots.clone(), 300, TieOrder::default()),
        base(renamed, ballots.clone(), 300, TieOrder::default()),
        base(grouped, ballots.clone(), 300, TieOrder::default()),
        base(two(), ballots.clone(), 301, TieOrder::default()),
        base(two(), ballots.clone(), 300, by_votes),
        base(two(), ballots, 300, TieOrder::drawn(["q", "p"])),
    ];
    let mut prints: Vec<String> = others.iter().map(|e| rules_fingerprint(e, &rule)).collect();
    prints.push(rules_fingerprint(&election, &rule));
    let cardinality = EqualShares { utility: Utility::Cardinality, ..EqualShares::default() };
    prints.push(rules_fingerprint(&election, &Rule::EqualShares(cardinality)));
    prints.extend(
        crate::properties::all_rules(7)
            .iter()
            .filter(|other| **other != rule && **other != Rule::EqualShares(cardinality))
            .map(|rule| rules_fingerprint(&election, rule)),
    );
    let count = prints.len();
    prints.sort();
    prints.dedup();
    assert_eq!(prints.len(), count);
}

#[test]
fn the_fingerprint_stays_what_was_published() {
    // Changing the canonical form would break every hash printed so far.
    let election = Election::new(two(), vec![Ballot::new([0])], 300, &TieOrder::default()).unwrap();
    let print = rules_fingerprint(&election, &Rule::Greedy);
    assert_eq!(print, "cdcc94165ff92b6e6282b9440aaef399029d5c4653944bae4ae58f2b9bb97ce9");
    assert_eq!(
        fingerprint(&election, &Rule::Greedy),
        "c05a6b4b234af9112e69be3a768f27577e3829a7254e3a933a37932a6ced662e"
    );
}
