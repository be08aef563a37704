//! Real elections with results of other tools.
//!
//! Reads the test data that lies beside the project, not in it; where the
//! folder is missing each test prints a line that says so, and passes.

mod committees;
mod cross_checked;
mod pabutools;
mod rankings;
mod towns;

use std::collections::BTreeSet;
use std::num::NonZeroU64;
use std::path::{Path, PathBuf};

use fair_selection::pabulib::{self, Document};
use fair_selection::{
    AddOne, Completion, Election, EqualShares, Rule, TieOrder, Utility, select, verify_price_system,
};
use serde_json::Value;

pub fn shared_data(check: &str) -> Option<PathBuf> {
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

fn json_file(path: &Path) -> Value {
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn document(path: &Path) -> Document {
    pabulib::read(&std::fs::read(path).unwrap()).unwrap().document
}

fn election(path: &Path, ties: &TieOrder) -> Election {
    pabulib::read_to_count(&std::fs::read(path).unwrap()).unwrap().election(ties).unwrap()
}

fn ids(list: &Value) -> Vec<String> {
    list.as_array().unwrap().iter().map(|id| id.as_str().unwrap().to_owned()).collect()
}

fn set(list: &[String]) -> BTreeSet<&str> {
    list.iter().map(String::as_str).collect()
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
    let replaced = outcome.compared.as_ref().is_some_and(|compared| compared.replaced);
    if matches!(rule, Rule::EqualShares(_)) && !replaced {
        assert_eq!(verify_price_system(election, &outcome), Ok(()), "{file} {rule:?}");
    }
    outcome.selected
}

#[test]
fn every_file_is_read_and_written_back() {
    let Some(data) = shared_data("every_file_is_read_and_written_back") else { return };
    let (mut read, mut large) = (0, 0);
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
        let reading = pabulib::read(&bytes).unwrap();
        let ties = TieOrder::default();
        // Both ways of reading give the same election.
        let quick = pabulib::read_to_count(&bytes).unwrap();
        assert_eq!(quick.remarks, reading.remarks, "{}", path.display());
        let slow = reading.document.election(&ties).unwrap();
        assert_eq!(quick.election(&ties).unwrap(), slow, "{}", path.display());
        let text = pabulib::write(&reading.document).unwrap();
        let back = pabulib::read(text.as_bytes()).unwrap().document;
        assert_eq!(back.projects, reading.document.projects, "{}", path.display());
        assert_eq!(back.voters, reading.document.voters, "{}", path.display());
        read += 1;
    }
    println!("files: {read} read and written back, {large} over 500 kB");
    assert!(read > 0, "no file was found");
}

#[test]
fn large_cities_are_counted_and_proved() {
    let Some(data) = shared_data("large_cities_are_counted_and_proved") else { return };
    for (file, voters) in [("Poland_Lodz_2022.pb", 90_494), ("Hungary_Budapest_2024.pb", 28_943)] {
        let election = election(&data.join("pabulib").join(file), &TieOrder::default());
        assert_eq!(election.voters(), voters);
        let winners = counted(&election, &shares(Utility::Cost, Completion::None), file);
        assert!(!winners.is_empty());
        println!("{file}: {} projects paid by {voters} voters, proved", winners.len());
    }
}
