//! Official results of towns, and of the tool that three of them used.

use std::collections::BTreeSet;
use std::num::NonZeroU64;

use fair_selection::pabulib::{Document, VoteType};
use fair_selection::{
    AddOne, Comparison, Completion, EqualShares, Greedy, Order, PublishedOrder, Rule, TieOrder,
    TieRule, Utility,
};

use super::{add_one, counted, document, election, ids, json_file, shared_data};

#[test]
fn same_winners_as_the_towns_that_used_votes() {
    let Some(data) = shared_data("same_winners_as_the_towns_that_used_votes") else { return };
    let (mut checked, mut differing) = (0, Vec::new());
    let golden = json_file(&data.join("goldens/selection/official_greedy.json"));
    for golden in golden.as_array().unwrap() {
        let file = golden["file"].as_str().unwrap();
        let document = with_points(document(&data.join("pabulib").join(file)));
        let by_score = golden["key"] == "score" && document.vote_type.has_points();
        let greedy = Greedy {
            order: if by_score { Order::Score } else { Order::Votes },
            skips: golden["mode"] == "skip",
            least_score: golden["threshold"].as_f64().unwrap() as u64
                * u64::from(if by_score { document.points_scale } else { 1 }),
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
                ours = counted(&election, &Rule::GreedyBy(greedy), file);
                ours.iter().cloned().collect::<BTreeSet<String>>() == official
            })
        });
        checked += 1;
        if !found {
            differing.push(format!("{file}: {ours:?}, official {official:?}"));
        }
    }
    println!("official results by votes or points: {checked} compared");
    assert!(checked > 0, "no official result was found");
    assert!(differing.is_empty(), "{} differ:\n{}", differing.len(), differing.join("\n"));
}

/// Kraków gives 3, 2, 1 points for the three places of a ranking.
fn with_points(mut document: Document) -> Document {
    if document.vote_type == VoteType::Ordinal {
        document.vote_type = VoteType::Scoring;
        for voter in &mut document.voters {
            voter.points = (1..=voter.approvals.len() as u32).rev().collect();
        }
    }
    document
}

#[test]
fn same_winners_as_the_towns_that_used_equal_shares() {
    let check = "same_winners_as_the_towns_that_used_equal_shares";
    let Some(data) = shared_data(check) else { return };
    let ties = TieOrder { rule: TieRule::VotesCostOrder, order: PublishedOrder::AsListed };
    let (mut checked, mut official, mut differing) = (0, 0, Vec::new());
    let golden = json_file(&data.join("goldens/selection/official_mes.json"));
    for golden in golden.as_array().unwrap() {
        let options = ids(&golden["add1options"]);
        let has = |option: &str| options.iter().any(|other| other == option);
        let whole_cents = has("integral").then(|| NonZeroU64::new(100).unwrap());
        let add_one = AddOne { whole_cents, ..add_one(has("exhaustive")) };
        let completion = match golden["completion"].as_str().unwrap() {
            "none" => Completion::None,
            "utilitarian" => Completion::Utilitarian,
            "add1" => Completion::AddOne(add_one),
            "add1u" => Completion::AddOneUtilitarian(add_one),
            other => panic!("unknown completion {other}"),
        };
        let comparison = match golden["comparison"].as_str().unwrap() {
            "none" => Comparison::None,
            "satisfaction" => Comparison::Satisfaction,
            other => panic!("unknown comparison {other}"),
        };
        let file = golden["file"].as_str().unwrap();
        let election = election(&data.join("pabulib").join(file), &ties);
        let rule =
            Rule::EqualShares(EqualShares { utility: Utility::Cost, completion, comparison });
        let ours: BTreeSet<String> = counted(&election, &rule, file).into_iter().collect();
        let theirs: BTreeSet<String> = ids(&golden["winners"]).into_iter().collect();
        checked += 1;
        if options.is_empty() && golden["completion"] == "add1" {
            official += 1;
            let selected: BTreeSet<String> =
                ids(&golden["official_selected"]).into_iter().collect();
            if ours != selected {
                differing.push(format!("{file} official: {ours:?}, golden {selected:?}"));
            }
        }
        if ours != theirs {
            differing.push(format!("{file} {rule:?}: {ours:?}, golden {theirs:?}"));
        }
    }
    println!("equal shares of towns: {checked} results compared, {official} of them official");
    assert!(checked > 0, "no result was found");
    assert!(differing.is_empty(), "{} differ:\n{}", differing.len(), differing.join("\n"));
}
