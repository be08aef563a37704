//! Real elections with results of other tools.
//!
//! Reads the test data that lies beside the project, not in it; where the
//! folder is missing each test prints a line that says so, and passes.

use std::collections::BTreeSet;
use std::num::NonZeroU64;
use std::path::{Path, PathBuf};

use fair_selection::pabulib::{self, Document};
use fair_selection::{
    AddOne, Completion, Election, EqualShares, PublishedOrder, Rule, TieOrder, TieRule, Utility,
    select, verify_price_system,
};
use serde_json::Value;

fn shared_data(check: &str) -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    if folder.is_dir() {
        return Some(folder);
    }
    println!("SKIPPED {check}: the shared test data is not beside the project");
    None
}

fn json_lines(path: &Path) -> Vec<Value> {
    let text = std::fs::read_to_string(path).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn json_list(path: &Path) -> Vec<Value> {
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn document(data: &Path, file: &str) -> Result<Document, pabulib::ReadError> {
    let bytes = std::fs::read(data.join("pabulib").join(file)).unwrap();
    pabulib::read(&bytes).map(|reading| reading.document)
}

fn ids(list: &Value) -> Vec<String> {
    list.as_array().unwrap().iter().map(|id| id.as_str().unwrap().to_owned()).collect()
}

fn shares(utility: Utility, completion: Completion) -> Rule {
    Rule::EqualShares(EqualShares { utility, completion, ..EqualShares::default() })
}

/// One currency unit a step, as the other tools do.
fn add_one(exhaustive: bool) -> AddOne {
    AddOne { step_cents: NonZeroU64::new(100).unwrap(), exhaustive, ..AddOne::default() }
}

/// Counts by the rule, has the proof checked, and gives the ids in order.
fn counted(election: &Election, rule: &Rule, file: &str) -> Vec<String> {
    let outcome = select(election, rule);
    if matches!(rule, Rule::EqualShares(_)) {
        assert_eq!(verify_price_system(election, &outcome), Ok(()), "{file} {rule:?}");
    }
    outcome.selected
}

#[test]
fn same_winners_as_pabutools() {
    let Some(data) = shared_data("same_winners_as_pabutools") else { return };
    let (mut files, mut results, mut differing) = (0, 0, Vec::new());
    for golden in json_lines(&data.join("goldens/selection/pabutools.jsonl")) {
        let file = golden["file"].as_str().unwrap();
        if !matches!(golden["type"].as_str(), Some("approval" | "choose-1")) {
            continue;
        }
        files += 1;
        let election = document(&data, file).unwrap().election(&TieOrder::id_only()).unwrap();
        let rules = [
            ("mes:cost", shares(Utility::Cost, Completion::None)),
            ("mes:card", shares(Utility::Cardinality, Completion::None)),
            ("mes:cost:add1", shares(Utility::Cost, Completion::AddOne(add_one(true)))),
            // By satisfaction per cost, where satisfaction is cost: by votes.
            ("greedy:cost", Rule::Greedy),
        ];
        for (name, rule) in rules {
            let Some(winners) = golden["results"][name].get("w") else { continue };
            results += 1;
            let (ours, theirs) = (counted(&election, &rule, file), ids(winners));
            if ours != theirs {
                differing.push(format!("{file} {name}: {ours:?}, golden {theirs:?}"));
            }
        }
    }
    println!("pabutools: {results} results of {files} elections compared");
    assert!(files > 0, "no golden election was found");
    assert!(differing.is_empty(), "{} differ:\n{}", differing.len(), differing.join("\n"));
}

#[test]
fn same_winners_as_the_towns_that_used_votes() {
    let Some(data) = shared_data("same_winners_as_the_towns_that_used_votes") else { return };
    let (mut checked, mut left_out, mut differing) = (0, Vec::new(), Vec::new());
    for golden in json_list(&data.join("goldens/selection/official_greedy.json")) {
        let file = golden["file"].as_str().unwrap();
        let threshold = golden["threshold"].as_f64().unwrap();
        if golden["mode"] != "skip" {
            left_out.push(format!("{file} (stops at the first that does not fit)"));
            continue;
        }
        let document = match document(&data, file) {
            Ok(document) => document,
            Err(error) => {
                left_out.push(format!("{file} ({error})"));
                continue;
            }
        };
        let official: BTreeSet<String> = ids(&golden["selected"]).into_iter().collect();
        // The town's own order of ties is not known: one of these must give its result.
        let orders = [PublishedOrder::AsListed, PublishedOrder::ById];
        let rules = [TieRule::Order, TieRule::CostVotesOrder];
        let mut ours = Vec::new();
        let found = orders.iter().any(|order| {
            rules.iter().any(|&rule| {
                let order = order.clone();
                let election = document.election(&TieOrder { rule, order }).unwrap();
                let election = with_threshold(&document, election, threshold);
                ours = counted(&election, &Rule::Greedy, file);
                ours.iter().cloned().collect::<BTreeSet<String>>() == official
            })
        });
        checked += 1;
        if !found {
            differing.push(format!("{file}: {ours:?}, official {official:?}"));
        }
    }
    println!("official votes-first results: {checked} compared, {} left out:", left_out.len());
    for line in &left_out {
        println!("  {line}");
    }
    assert!(checked > 0, "no official result was found");
    assert!(differing.is_empty(), "{} differ:\n{}", differing.len(), differing.join("\n"));
}

/// Takes the approvals away from projects below the town's minimum of votes.
fn with_threshold(document: &Document, election: Election, threshold: f64) -> Election {
    if threshold <= 0.0 {
        return election;
    }
    let enough: Vec<bool> = election.votes().iter().map(|&v| v as f64 >= threshold).collect();
    let mut document = document.clone();
    for voter in &mut document.voters {
        voter.approvals.retain(|&project| enough[project]);
    }
    let order = election.published_order().into_iter().map(str::to_owned).collect();
    let ties = TieOrder { rule: election.tie_rule(), order: PublishedOrder::Given(order) };
    document.election(&ties).unwrap()
}

#[test]
fn same_winners_as_the_towns_that_used_equal_shares() {
    let check = "same_winners_as_the_towns_that_used_equal_shares";
    let Some(data) = shared_data(check) else { return };
    let ties = TieOrder { rule: TieRule::VotesCostOrder, order: PublishedOrder::AsListed };
    let (mut checked, mut official, mut differing) = (0, 0, Vec::new());
    for golden in json_list(&data.join("goldens/selection/official_mes.json")) {
        let options = golden["add1options"].as_array().unwrap();
        if golden["comparison"] != "none" || options.iter().any(|option| option == "integral") {
            continue;
        }
        let add_one = add_one(!options.is_empty());
        let completion = match golden["completion"].as_str().unwrap() {
            "none" => Completion::None,
            "utilitarian" => Completion::Utilitarian,
            "add1" => Completion::AddOne(add_one),
            "add1u" => Completion::AddOneUtilitarian(add_one),
            other => panic!("unknown completion {other}"),
        };
        let file = golden["file"].as_str().unwrap();
        let election = document(&data, file).unwrap().election(&ties).unwrap();
        let rule = shares(Utility::Cost, completion);
        let ours: BTreeSet<String> = counted(&election, &rule, file).into_iter().collect();
        let theirs: BTreeSet<String> = ids(&golden["winners"]).into_iter().collect();
        checked += 1;
        if completion == Completion::AddOne(self::add_one(false)) {
            official += 1;
            let selected: BTreeSet<String> =
                ids(&golden["official_selected"]).into_iter().collect();
            if ours != selected {
                differing.push(format!("{file} official: {ours:?}, golden {selected:?}"));
            }
        }
        if ours != theirs {
            differing.push(format!("{file} {completion:?}: {ours:?}, golden {theirs:?}"));
        }
    }
    println!("equal shares of towns: {checked} results compared, {official} of them official");
    assert!(checked > 0, "no result was found");
    assert!(differing.is_empty(), "{} differ:\n{}", differing.len(), differing.join("\n"));
}

#[test]
fn every_approval_file_is_read_and_written_back() {
    let Some(data) = shared_data("every_approval_file_is_read_and_written_back") else { return };
    let (mut read, mut refused, mut large) = (0, Vec::new(), 0);
    for entry in std::fs::read_dir(data.join("pabulib")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "pb") {
            continue;
        }
        let bytes = std::fs::read(&path).unwrap();
        if bytes.len() > 500_000 {
            large += 1;
            continue;
        }
        match pabulib::read(&bytes) {
            Ok(reading) => {
                let text = pabulib::write(&reading.document).unwrap();
                let back = pabulib::read(text.as_bytes()).unwrap().document;
                assert_eq!(back.projects, reading.document.projects, "{}", path.display());
                assert_eq!(back.voters, reading.document.voters, "{}", path.display());
                read += 1;
            }
            Err(error) => {
                let problem = &error.problem;
                assert!(
                    matches!(problem, pabulib::Problem::VoteType { .. }),
                    "{}: {error}",
                    path.display()
                );
                refused.push(error);
            }
        }
    }
    let other = refused.len();
    println!(
        "files: {read} read and written back, {other} with other ballots, {large} over 500 kB"
    );
    assert!(read > 0, "no file was found");
}

#[test]
fn large_cities_are_counted_and_proved() {
    let Some(data) = shared_data("large_cities_are_counted_and_proved") else { return };
    for (file, voters) in [("Poland_Lodz_2022.pb", 90_494), ("Hungary_Budapest_2024.pb", 28_943)] {
        let election = document(&data, file).unwrap().election(&TieOrder::default()).unwrap();
        assert_eq!(election.voters(), voters);
        let winners = counted(&election, &shares(Utility::Cost, Completion::None), file);
        assert!(!winners.is_empty());
        println!("{file}: {} projects paid by {voters} voters, proved", winners.len());
    }
}
