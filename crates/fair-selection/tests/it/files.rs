//! Result files, PrefLib files, reports and proofs on small elections computed by hand.

use fair_selection::preflib::{self, Problem, RemarkKind};
use fair_selection::report::{Options, RuleWord, TiesWord, report};
use fair_selection::result::{Difference, ResultError, ResultFile};
use fair_selection::{
    Ballot, Election, Project, RankingRule, Rule, Standings, TieOrder, Utility, details,
    ejr_plus_unit, ejr_plus_up_to_one, select,
};
use proptest::prelude::*;

use crate::properties::{all_rules, inputs};
use crate::{election, oracle};

const RANKED: &str = "# FILE NAME: prova.toc\n# NUMBER VOTERS: 6\n# ALTERNATIVE NAME 1: Parco\n\
                      # ALTERNATIVE NAME 2: Fermata\n# ALTERNATIVE NAME 3: Rampa\n\
                      3: 1,{2,3}\n2: {3},2\n1: 2,2,9\n";

#[test]
fn rankings_are_read() {
    let document = preflib::read(RANKED.as_bytes()).unwrap();
    let kinds: Vec<&RemarkKind> = document.remarks.iter().map(|remark| &remark.kind).collect();
    let repeated = RemarkKind::Repeated { id: "2".into() };
    let unknown = RemarkKind::Unknown { id: "9".into() };
    assert_eq!(kinds, [&unknown, &repeated]);
    let election = document.election(&TieOrder::default()).unwrap();
    assert_eq!(election.voters(), 6);
    // 1 and 2: three each; 1 beats 3 by three to two, 3 beats 2 by two to one.
    let standings = Standings::of(&election, RankingRule::Copeland);
    assert_eq!(standings.scores, [1, -1, 0]);
    assert_eq!((standings.condorcet, standings.smith.len()), (None, 3));
    for (text, line, problem) in [
        ("", 1, Problem::NoAlternatives),
        ("3: 1\n", 1, Problem::NoAlternatives),
        ("# ALTERNATIVE NAME 1: a\n1,2\n", 2, Problem::NotARanking { found: "1,2".into() }),
        ("# ALTERNATIVE NAME 1: a\n0: 1\n", 2, Problem::NotANumber { found: "0".into() }),
        ("# ALTERNATIVE NAME 1: a\n1: {1\n", 2, Problem::Braces),
        ("# ALTERNATIVE NAME 1: a\n1: {{1}}\n", 2, Problem::Braces),
    ] {
        let error = preflib::read(text.as_bytes()).unwrap_err();
        assert_eq!((error.line, error.problem), (line, problem), "{text}");
    }
}

#[test]
fn a_report_says_what_was_asked() {
    let text = "META\nbudget;100\nvote_type;approval\nPROJECTS\nproject_id;cost\na;60\nb;60.50\n\
                VOTES\nvoter_id;vote\n1;a,b\n2;b\n";
    let options = Options { explain: true, ..Options::default() };
    let line = report("prova.pb", text.as_bytes(), &options, &|| 0.0).unwrap().line;
    assert_eq!(line["selected"], serde_json::json!(["b"]));
    assert_eq!((&line["budget"], &line["cost"]), (&100.into(), &60.5.into()));
    assert_eq!(line["price_system"]["valid"], true);
    assert_eq!(line["losers"][0]["project"], "a");
    assert_eq!(line["rounds"][0]["payers"]["classes"][0]["voters"], 2);

    let options = Options { rule: RuleWord::Ranking(RankingRule::Borda), ..Options::default() };
    let line = report("prova.toc", RANKED.as_bytes(), &options, &|| 0.0).unwrap().line;
    // Margins: 1 ties with 2 and beats 3 by one, 3 beats 2 by one.
    assert_eq!(line["selected"], serde_json::json!(["1"]));
    assert_eq!(line["scores"], serde_json::json!(["1", "0", "-1"]));
    let shares = Options { ties: TiesWord::File, ..Options::default() };
    let error = report("prova.toc", RANKED.as_bytes(), &shares, &|| 0.0).unwrap_err();
    assert!(error.italian().contains("senza costi"), "{}", error.italian());
    let error = report("prova.txt", b"", &shares, &|| 0.0).unwrap_err();
    assert!(error.italian().contains(".pb"));
}

#[test]
fn a_changed_result_is_found_out() {
    let ballots: &[(&[usize], u64)] = &[(&[0], 3), (&[0, 1, 3], 3), (&[1], 2), (&[2], 2)];
    let election = election(&[300, 300, 200, 150], ballots, 1000);
    let file = ResultFile::new(&election, select(&election, &Rule::equal_shares()));
    let text = file.to_json();
    assert_eq!(ResultFile::read(text.as_bytes()).unwrap().recount().unwrap(), []);
    let both = format!("{{\"counts\": [{text}, {text}]}}");
    assert_eq!(ResultFile::read_all(both.as_bytes()).unwrap().len(), 2);

    let mut changed = file.clone();
    changed.outcome.selected.pop();
    let differences = changed.recount().unwrap();
    assert!(matches!(differences[0], Difference::Hash { .. }));
    assert!(differences.iter().any(|d| matches!(d, Difference::Selected { .. })));

    let mut changed = file.clone();
    changed.ballots[0].voters += 1;
    let differences = changed.recount().unwrap();
    assert!(matches!(differences[0], Difference::Fingerprint { .. }), "{differences:?}");

    let mut changed = file;
    changed.ballots[0].projects = vec!["z".into()];
    let error = changed.recount().unwrap_err();
    assert!(matches!(error, ResultError::UnknownProject { row: 1, .. }));
    assert!(matches!(ResultFile::read_all(b"{}"), Err(ResultError::Empty)));
    assert!(matches!(ResultFile::read_all(b"[1"), Err(ResultError::Json { line: 1, .. })));
}

#[test]
fn a_group_without_its_share_is_found() {
    // 4 voters, 4 places: two of them agree on c and d and get nothing.
    let ballots: &[(&[usize], u64)] = &[(&[0, 1], 2), (&[2, 3], 2)];
    let election = election(&[1, 1, 1, 1], ballots, 2);
    let ids = |list: &[&str]| -> Vec<String> { list.iter().map(|&id| id.to_owned()).collect() };
    let claims = ejr_plus_unit(&election, &ids(&["a", "b"])).unwrap().unwrap();
    assert_eq!((claims[0].project.as_str(), claims[0].voters, claims[0].most_gain), ("c", 2, 0));
    assert_eq!(ejr_plus_unit(&election, &ids(&["a", "c"])).unwrap().unwrap(), []);
    // Up to one project more is asked for than one place: 2 of 4 claim one, and one more reaches it.
    let claims = ejr_plus_up_to_one(&election, &ids(&["a", "b"]), Utility::Cost).unwrap();
    assert_eq!(claims, []);
    assert!(ejr_plus_unit(&election, &ids(&["z"])).is_err());
}

proptest! {
    #[test]
    fn results_survive_the_file(input in inputs()) {
        let election = input.election(&TieOrder::default());
        for rule in all_rules(2) {
            let file = ResultFile::new(&election, select(&election, &rule));
            let back = ResultFile::read(file.to_json().as_bytes()).unwrap();
            prop_assert_eq!(&back, &file);
            prop_assert_eq!(back.recount().unwrap(), vec![]);
        }
    }

    #[test]
    fn equal_shares_give_groups_their_share(input in inputs()) {
        let election = input.election(&TieOrder::default());
        for utility in [Utility::Cost, Utility::Cardinality] {
            let outcome = select(&election, &crate::properties::shares_only(utility));
            let claims = ejr_plus_up_to_one(&election, &outcome.selected, utility).unwrap();
            prop_assert_eq!(claims, vec![]);
        }
    }

    #[test]
    fn the_smallest_change_is_enough_and_less_is_not(input in inputs()) {
        let election = input.election(&TieOrder::default());
        for utility in [Utility::Cost, Utility::Cardinality, Utility::Points] {
            let outcome = select(&election, &crate::properties::shares_only(utility));
            let endowment = outcome.endowment.as_ref().unwrap().last.value().clone();
            for detail in details(&election, &outcome).unwrap() {
                let Some(cheaper) = detail.cheaper_by_cents else { continue };
                let place = election.position(&detail.id).unwrap();
                let bought = |cheaper: u64| {
                    let mut changed = input.clone();
                    changed.projects[place].cost_cents -= cheaper;
                    let changed = changed.election(&TieOrder::default());
                    oracle::equal_shares(&changed, utility, &endowment).0.contains(&place)
                };
                let supported = oracle::voters(&election, utility == Utility::Points)
                    .iter()
                    .any(|voter| voter.iter().any(|entry| entry.0 == place));
                prop_assert!(!supported || bought(cheaper), "{} {:?}", cheaper, detail);
                prop_assert!(cheaper == 0 || !bought(cheaper - 1), "{} {:?}", cheaper, detail);
            }
        }
    }
}

#[test]
fn most_kinds_of_ballots_are_refused_together() {
    let projects = vec![Project::new("p", "", 1)];
    let ballots = vec![Ballot::new([0]), Ballot::points([(0, 3)])];
    let error = Election::new(projects.clone(), ballots, 1, &TieOrder::default()).unwrap_err();
    assert_eq!(error.to_string(), "ballot row 2: it is of another kind than the ballots before");
    let mut short = Ballot::points([(0, 3)]);
    short.weights.clear();
    let error = Election::new(projects, vec![short], 1, &TieOrder::default()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "ballot row 1: points or places are missing, or there are too many"
    );
}
