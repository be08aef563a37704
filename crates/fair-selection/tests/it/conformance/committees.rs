//! Committee elections (all costs 1) with every committee that abcvoting allows.

use std::collections::BTreeSet;
use std::path::Path;

use fair_selection::{
    Ballot, Completion, Election, Project, Rule, TieOrder, Utility, ejr_plus_unit, select,
};

use super::{json_file, shared_data, shares};

struct Instance {
    election: Election,
    /// Name of the rule and the committees allowed for it.
    expected: Vec<(String, Vec<BTreeSet<usize>>)>,
}

/// The files are plain: a key and a value a line, lists of lists of numbers over several.
fn read(path: &Path) -> Instance {
    let text = std::fs::read_to_string(path).unwrap();
    // Lists go on in the next line: join until the brackets are even.
    let mut rows: Vec<String> = Vec::new();
    let mut depth = 0_i32;
    for line in text.lines() {
        if depth > 0 {
            let row = rows.last_mut().unwrap();
            row.push(' ');
            row.push_str(line.trim());
        } else {
            rows.push(line.trim().to_owned());
        }
        let count = |mark: char| line.matches(mark).count() as i32;
        if !line.contains("description") {
            depth += count('[') - count(']');
        }
    }
    let value = |key: &str| {
        let row = rows.iter().find_map(|row| row.strip_prefix(key)).unwrap();
        row.trim().to_owned()
    };
    let sets = |text: &str| -> Vec<BTreeSet<usize>> {
        serde_json::from_str::<Vec<BTreeSet<usize>>>(text).unwrap()
    };
    let projects: usize = value("num_cand:").parse().unwrap();
    let size: u64 = value("committeesize:").parse().unwrap();
    let ballots = sets(&value("profile:")).into_iter().map(Ballot::new).collect();
    let projects = (0..projects).map(|p| Project::new(format!("{p:03}"), "", 1)).collect();
    let election = Election::new(projects, ballots, size, &TieOrder::id_only()).unwrap();
    let mut expected = Vec::new();
    for at in 0..rows.len() {
        let Some(rule) = rows[at].strip_prefix("- rule_id:") else { continue };
        let result = rows[at + 1].strip_prefix("result:").unwrap().trim();
        if result.starts_with("[[") {
            expected.push((rule.trim().to_owned(), sets(result)));
        }
    }
    Instance { election, expected }
}

fn instances(data: &Path) -> Vec<(String, Instance)> {
    let entries = std::fs::read_dir(data.join("goldens/committees")).unwrap();
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "yaml"));
    paths.sort();
    let name = |path: &Path| path.file_name().unwrap().to_str().unwrap().to_owned();
    paths.iter().map(|path| (name(path), read(path))).collect()
}

#[test]
fn one_of_the_committees_allowed() {
    let Some(data) = shared_data("one_of_the_committees_allowed") else { return };
    let rules = [
        ("av", Rule::Greedy),
        ("seqphragmen", Rule::Phragmen),
        ("maximin-support", Rule::MaximinSupport),
        ("equal-shares-with-av-completion", shares(Utility::Cardinality, Completion::Utilitarian)),
    ];
    let (mut compared, mut differing, mut beginnings) = (0, Vec::new(), 0);
    for (name, instance) in instances(&data) {
        let Instance { election, expected } = instance;
        let chosen = |rule: &Rule| -> BTreeSet<usize> {
            select(&election, rule).selected.iter().map(|id| id.parse().unwrap()).collect()
        };
        for (rule_name, committees) in &expected {
            if let Some((_, rule)) = rules.iter().find(|rule| rule.0 == rule_name) {
                compared += 1;
                let mut ours = chosen(rule);
                // The other tool fills up with candidates nobody wants; we never take them.
                let wanted = |p: &usize| election.votes()[*p] > 0;
                let size = ours.len();
                let found = committees.iter().any(|committee| {
                    committee.iter().filter(|p| wanted(p)).count() == size
                        && ours.is_subset(committee)
                });
                if !found {
                    differing.push(format!("{name} {rule_name}: {ours:?} of {committees:?}"));
                }
                ours.clear();
            }
            // Filled up by Phragmén with the money left, which is no completion of ours: what
            // shares alone choose must be part of one committee.
            if rule_name == "equal-shares" {
                let ours = chosen(&shares(Utility::Cardinality, Completion::None));
                beginnings += 1;
                if !committees.iter().any(|committee| ours.is_subset(committee)) {
                    differing.push(format!("{name} {rule_name}: {ours:?} in {committees:?}"));
                }
            }
        }
    }
    println!("committees: {compared} compared, {beginnings} beginnings of equal shares");
    assert!(compared > 0);
    assert!(differing.is_empty(), "{} differ:\n{}", differing.len(), differing.join("\n"));
}

#[test]
fn same_verdicts_on_ejr_plus() {
    let Some(data) = shared_data("same_verdicts_on_ejr_plus") else { return };
    let golden = json_file(&data.join("goldens/committees/ejrplus.json"));
    let instances = instances(&data);
    let (mut verdicts, mut differing) = (0, Vec::new());
    for case in golden["instances"].as_array().unwrap() {
        let file = case["file"].as_str().unwrap();
        let found = instances.iter().find(|instance| instance.0 == file);
        let Some((_, Instance { election, .. })) = found else { continue };
        for (committee, expected) in case["committee_EJRplus_JR"].as_object().unwrap() {
            let ids: Vec<String> = committee
                .split(',')
                .map(|p| format!("{:03}", p.parse::<usize>().unwrap()))
                .collect();
            let claims = ejr_plus_unit(election, &ids).unwrap().unwrap();
            verdicts += 1;
            if Some(claims.is_empty()) != expected[0].as_bool() {
                differing.push(format!("{file} {committee}: {claims:?}, golden {expected}"));
            }
        }
    }
    println!("EJR+: {verdicts} verdicts compared");
    assert!(verdicts > 0);
    assert!(differing.is_empty(), "{} differ:\n{}", differing.len(), differing.join("\n"));
}
