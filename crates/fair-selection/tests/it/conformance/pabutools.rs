//! Bulk results of pabutools with exact fractions, ties by id.

use std::num::NonZeroU64;

use fair_selection::{
    AddOne, Ballot, Completion, Election, Greedy, Knapsack, Order, Project, Rule, TieOrder, Utility,
};

use super::{add_one, counted, election, ids, json_file, json_lines, set, shared_data, shares};

fn per_cent(utility: Utility) -> Rule {
    Rule::GreedyBy(Greedy { order: Order::PerCent(utility), ..Greedy::default() })
}

#[derive(Clone, Copy, PartialEq)]
enum Same {
    Order,
    Set,
    Gain,
}

#[test]
fn same_winners_as_pabutools() {
    let Some(data) = shared_data("same_winners_as_pabutools") else { return };
    let none = Completion::None;
    let rules: [(&str, Same, Rule); 14] = [
        ("mes:cost", Same::Order, shares(Utility::Cost, none)),
        ("mes:card", Same::Order, shares(Utility::Cardinality, none)),
        ("mes:addcard", Same::Order, shares(Utility::Points, none)),
        ("mes:borda", Same::Order, shares(Utility::Borda, none)),
        ("mes:cost:add1", Same::Order, shares(Utility::Cost, Completion::AddOne(add_one(true)))),
        // By satisfaction per cost: where satisfaction is cost, by votes.
        ("greedy:cost", Same::Set, per_cent(Utility::Cost)),
        ("greedy:card", Same::Set, per_cent(Utility::Cardinality)),
        ("greedy:addcard", Same::Set, per_cent(Utility::Points)),
        ("greedy:borda", Same::Set, per_cent(Utility::Borda)),
        ("phragmen", Same::Set, Rule::Phragmen),
        ("knapsack:card", Same::Gain, Rule::Knapsack(Knapsack { utility: Utility::Cardinality })),
        ("knapsack:addcard", Same::Gain, Rule::Knapsack(Knapsack { utility: Utility::Points })),
        ("knapsack:borda", Same::Gain, Rule::Knapsack(Knapsack { utility: Utility::Borda })),
        ("knapsack:cost", Same::Gain, Rule::Knapsack(Knapsack { utility: Utility::Cost })),
    ];
    let (mut files, mut results, mut without, mut differing) = (0, 0, Vec::new(), Vec::new());
    for golden in json_lines(&data.join("goldens/selection/pabutools.jsonl")) {
        let file = golden["file"].as_str().unwrap();
        files += 1;
        let election = election(&data.join("pabulib").join(file), &TieOrder::id_only());
        for (name, result) in golden["results"].as_object().unwrap() {
            let Some((_, same, rule)) = rules.iter().find(|rule| rule.0 == name) else {
                panic!("{name} is compared with nothing");
            };
            let Some(winners) = result.get("w") else {
                without.push(format!("{file} {name}: the tool gave up"));
                continue;
            };
            results += 1;
            let (ours, theirs) = (counted(&election, rule, file), ids(winners));
            let gain = |winners: &[String]| -> u128 {
                let gains = winners.iter().map(|id| {
                    let p = election.position(id).unwrap();
                    let votes = u128::from(election.votes()[p]);
                    match name.as_str() {
                        "knapsack:card" => votes,
                        "knapsack:cost" => votes * u128::from(election.projects()[p].cost_cents),
                        _ => election.scores()[p].into(),
                    }
                });
                gains.sum()
            };
            let equal = match same {
                Same::Order => ours == theirs,
                Same::Set => set(&ours) == set(&theirs),
                Same::Gain => gain(&ours) == gain(&theirs),
            };
            if !equal {
                differing.push(format!("{file} {name}: {ours:?}, golden {theirs:?}"));
            }
        }
    }
    println!("pabutools: {results} results of {files} elections compared; {without:?}");
    assert!(files > 0, "no golden election was found");
    assert!(differing.is_empty(), "{} differ:\n{}", differing.len(), differing.join("\n"));
}

/// What a unit of currency is in the small elections.
const UNIT: u64 = 10 << 53;

/// Small elections with every outcome that ties allow: ours must be one of them.
#[test]
fn one_of_all_outcomes_of_the_unit_elections() {
    let Some(data) = shared_data("one_of_all_outcomes_of_the_unit_elections") else { return };
    let golden = json_file(&data.join("goldens/selection/pabutools_unit_elections.json"));
    let (mut compared, mut left_out, mut differing) = (0, Vec::new(), Vec::new());
    for case in golden["elections"].as_array().unwrap() {
        let name = case["name"].as_str().unwrap();
        if !case["initial"].as_array().unwrap().is_empty() {
            left_out.push(format!("{name}: begins with projects chosen before, which we never do"));
            continue;
        }
        // Some costs are doubles written as fractions of 2^53; a tenth must be whole too.
        let cents = |text: &str| -> u64 {
            let (top, bottom) = text.split_once('/').unwrap_or((text, "1"));
            let bottom: u64 = bottom.parse().unwrap();
            assert_eq!(UNIT / 10 % bottom, 0);
            top.parse::<u64>().unwrap() * (UNIT / bottom)
        };
        let rows: Vec<(String, u64)> = case["projects"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| (row[0].as_str().unwrap().to_owned(), cents(row[1].as_str().unwrap())))
            .collect();
        let place = |id: &str| rows.iter().position(|row| row.0 == id).unwrap();
        let projects = rows.iter().map(|(id, cost)| Project::new(id, id, *cost)).collect();
        let ballots = case["ballots"].as_array().unwrap().iter();
        let ballots = ballots.map(|ballot| Ballot::new(ids(ballot).iter().map(|id| place(id))));
        let budget = cents(case["budget"].as_str().unwrap());
        let election =
            Election::new(projects, ballots.collect(), budget, &TieOrder::id_only()).unwrap();
        let step_cents = NonZeroU64::new(UNIT / 10).unwrap();
        let tenths = Completion::AddOne(AddOne { step_cents, ..add_one(true) });
        for (rule_name, outcomes) in case["irresolute"].as_object().unwrap() {
            let rule = match rule_name.as_str() {
                "greedy_utilitarian_welfare:Cost_Sat" => per_cent(Utility::Cost),
                "greedy_utilitarian_welfare:Cardinality_Sat" => per_cent(Utility::Cardinality),
                "max_additive_utilitarian_welfare:Cost_Sat" => {
                    Rule::Knapsack(Knapsack { utility: Utility::Cost })
                }
                "max_additive_utilitarian_welfare:Cardinality_Sat" => {
                    Rule::Knapsack(Knapsack { utility: Utility::Cardinality })
                }
                "sequential_phragmen" => Rule::Phragmen,
                "method_of_equal_shares:Cost_Sat" => shares(Utility::Cost, Completion::None),
                "method_of_equal_shares:Cardinality_Sat" => {
                    shares(Utility::Cardinality, Completion::None)
                }
                "mes_iterated:Cost_Sat" => shares(Utility::Cost, tenths),
                "mes_iterated:Cardinality_Sat" => shares(Utility::Cardinality, tenths),
                other => {
                    left_out.push(format!("{name} {other}: a measure of gain we do not have"));
                    continue;
                }
            };
            compared += 1;
            let mut ours = counted(&election, &rule, name);
            if rule_name.ends_with("shares:Cost_Sat") || rule_name.ends_with("iterated:Cost_Sat") {
                // A project that costs nothing gains nothing where cost is the gain: the
                // other tool leaves it out, we choose what is free and wanted.
                ours.retain(|id| rows[place(id)].1 > 0);
            }
            let all: Vec<Vec<String>> = outcomes.as_array().unwrap().iter().map(ids).collect();
            // Greedy and knapsack of the other tool also take what nobody wants.
            let supported = |id: &&String| election.votes()[place(id)] > 0;
            let found = all.iter().any(|outcome| {
                let outcome: Vec<String> = outcome.iter().filter(supported).cloned().collect();
                set(&outcome) == set(&ours)
            });
            if !found {
                differing.push(format!("{name} {rule_name}: {ours:?}, golden {all:?}"));
            }
        }
    }
    println!("unit elections: {compared} outcomes compared, {} left out:", left_out.len());
    for line in &left_out {
        println!("  {line}");
    }
    assert!(compared > 0);
    assert!(differing.is_empty(), "{} differ:\n{}", differing.len(), differing.join("\n"));
}
