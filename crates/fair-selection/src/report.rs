//! One file in, one JSON object out: what the command `engine select` prints.

use num_bigint::BigUint;
use serde_json::{Map, Value, json};
use thiserror::Error;

use crate::details::details;
use crate::ejr::{Claim, ejr_plus_unit, ejr_plus_up_to_one};
use crate::election::{Election, ElectionError};
use crate::exact::decimal;
use crate::explain::Verdict;
use crate::fingerprint::fingerprint;
use crate::outcome::Outcome;
use crate::payers::Payers;
use crate::price::{amounts, verify_price_system};
use crate::rules::{
    AddOne, Completion, EqualShares, Greedy, Knapsack, Order, Percent, Ranking, RankingRule, Rule,
    Utility, select,
};
use crate::tie::{PublishedOrder, TieOrder, TieRule};
use crate::{BallotKind, pabulib, preflib};

/// A word of the command line and what it means.
type Words<T> = &'static [(&'static str, T)];

/// The rules by their words.
pub const RULES: Words<RuleWord> = &[
    ("mes", RuleWord::EqualShares),
    ("greedy", RuleWord::Greedy),
    ("knapsack", RuleWord::Knapsack),
    ("phragmen", RuleWord::Phragmen),
    ("maximin", RuleWord::Maximin),
    ("borda", RuleWord::Ranking(RankingRule::Borda)),
    ("copeland", RuleWord::Ranking(RankingRule::Copeland)),
    ("minimax", RuleWord::Ranking(RankingRule::Minimax)),
    ("schulze", RuleWord::Ranking(RankingRule::Schulze)),
    ("ranked-pairs", RuleWord::Ranking(RankingRule::RankedPairs)),
];

/// The gains by their words.
pub const UTILITIES: Words<Utility> = &[
    ("cardinality", Utility::Cardinality),
    ("cost", Utility::Cost),
    ("points", Utility::Points),
    ("borda", Utility::Borda),
];

/// The completions of equal shares by their words.
pub const COMPLETIONS: Words<CompletionWord> = &[
    ("none", CompletionWord::None),
    ("utilitarian", CompletionWord::Utilitarian),
    ("add1", CompletionWord::AddOne),
    ("add1-exhaustive", CompletionWord::AddOneExhaustive),
    ("add1-utilitarian", CompletionWord::AddOneUtilitarian),
    ("percent", CompletionWord::Percent),
];

/// The ways to settle ties by their words.
pub const TIES: Words<TiesWord> =
    &[("cost-votes-id", TiesWord::CostVotesId), ("id", TiesWord::Id), ("file", TiesWord::File)];

/// What a word means.
pub fn meaning<T: Copy>(words: Words<T>, word: &str) -> Option<T> {
    words.iter().find(|entry| entry.0 == word).map(|entry| entry.1)
}

fn word_of<T: Copy + PartialEq>(words: Words<T>, meaning: T) -> &'static str {
    words.iter().find(|entry| entry.1 == meaning).map_or("", |entry| entry.0)
}

/// A rule before its parameters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RuleWord {
    #[default]
    EqualShares,
    Greedy,
    Knapsack,
    Phragmen,
    Maximin,
    Ranking(RankingRule),
}

/// A completion with its usual parameters: steps of one unit of currency, or 1 %.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CompletionWord {
    #[default]
    None,
    Utilitarian,
    AddOne,
    AddOneExhaustive,
    AddOneUtilitarian,
    Percent,
}

/// How ties are settled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TiesWord {
    /// Least cost, then most votes, then the id as text.
    #[default]
    CostVotesId,
    /// The id as text alone.
    Id,
    /// The order of the file alone.
    File,
}

/// What is asked of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    pub rule: RuleWord,
    /// By default: cost for equal shares; votes, or points and places where
    /// ballots have them, for greedy and knapsack.
    pub utility: Option<Utility>,
    pub completion: CompletionWord,
    pub ties: TiesWord,
    /// Add rounds, payments, reasons and proofs.
    pub explain: bool,
}

/// Why there is no report.
#[derive(Debug, Error)]
pub enum ReportError {
    #[error("the file ends neither in .pb nor in .soi, .soc, .toi, .toc")]
    Suffix,
    #[error(transparent)]
    Pabulib(#[from] pabulib::ReadError),
    #[error(transparent)]
    Preflib(#[from] preflib::ReadError),
    #[error(transparent)]
    Election(#[from] ElectionError),
    #[error(
        "a file of rankings has no costs: it needs borda, copeland, minimax, schulze or ranked-pairs"
    )]
    NoCosts,
}

/// A file that was read.
#[derive(Clone, Debug)]
pub struct Loaded {
    pub election: Election,
    /// What was put right, as `line: what`.
    pub remarks: Vec<String>,
    /// Without costs and budget: a ranking of alternatives.
    pub ranking_only: bool,
}

/// A report, with the election and the outcome it tells of.
#[derive(Clone, Debug)]
pub struct Report {
    pub line: Value,
    pub election: Election,
    pub outcome: Outcome,
}

/// Reads a file by the suffix of its name.
pub fn load(name: &str, bytes: &[u8], ties: TiesWord) -> Result<Loaded, ReportError> {
    let suffix = name.rsplit_once('.').map_or("", |(_, suffix)| suffix).to_ascii_lowercase();
    let ties = match ties {
        TiesWord::CostVotesId => TieOrder::default(),
        TiesWord::Id => TieOrder::id_only(),
        TiesWord::File => TieOrder { rule: TieRule::Order, order: PublishedOrder::AsListed },
    };
    match suffix.as_str() {
        "pb" => {
            let read = pabulib::read_to_count(bytes)?;
            let remarks = &read.remarks;
            let remarks = remarks.iter().map(|r| format!("{}: {:?}", r.line, r.kind)).collect();
            Ok(Loaded { election: read.election(&ties)?, remarks, ranking_only: false })
        }
        "soi" | "soc" | "toi" | "toc" => {
            let read = preflib::read(bytes)?;
            let remarks = &read.remarks;
            let remarks = remarks.iter().map(|r| format!("{}: {:?}", r.line, r.kind)).collect();
            Ok(Loaded { election: read.election(&ties)?, remarks, ranking_only: true })
        }
        _ => Err(ReportError::Suffix),
    }
}

/// The rule with the parameters that the words and the ballots give it.
pub fn rule_of(options: &Options, kind: BallotKind) -> Rule {
    let scored = match kind {
        BallotKind::Approval => Utility::Cardinality,
        BallotKind::Points => Utility::Points,
        BallotKind::Ranking => Utility::Borda,
    };
    match options.rule {
        RuleWord::EqualShares => {
            let most_steps = u32::MAX;
            let add_one = AddOne { most_steps, ..AddOne::default() };
            let completion = match options.completion {
                CompletionWord::None => Completion::None,
                CompletionWord::Utilitarian => Completion::Utilitarian,
                CompletionWord::AddOne => Completion::AddOne(add_one),
                CompletionWord::AddOneExhaustive => {
                    Completion::AddOne(AddOne { exhaustive: true, ..add_one })
                }
                CompletionWord::AddOneUtilitarian => Completion::AddOneUtilitarian(add_one),
                CompletionWord::Percent => {
                    Completion::Percent(Percent { most_steps, ..Percent::default() })
                }
            };
            let utility = options.utility.unwrap_or_default();
            Rule::EqualShares(EqualShares { utility, completion, ..EqualShares::default() })
        }
        RuleWord::Greedy => {
            let order = match options.utility {
                Some(utility) => Order::PerCent(utility),
                None if kind == BallotKind::Approval => Order::Votes,
                None => Order::Score,
            };
            Rule::GreedyBy(Greedy { order, ..Greedy::default() })
        }
        RuleWord::Knapsack => {
            Rule::Knapsack(Knapsack { utility: options.utility.unwrap_or(scored) })
        }
        RuleWord::Phragmen => Rule::Phragmen,
        RuleWord::Maximin => Rule::MaximinSupport,
        RuleWord::Ranking(by) => Rule::Ranking(Ranking { by }),
    }
}

/// Reads a file, counts it and tells what came out.
///
/// `clock` gives seconds from any beginning; it is asked before reading, between
/// reading and counting, and at the end.
pub fn report(
    name: &str,
    bytes: &[u8],
    options: &Options,
    clock: &dyn Fn() -> f64,
) -> Result<Report, ReportError> {
    let start = clock();
    let Loaded { election, remarks, ranking_only } = load(name, bytes, options.ties)?;
    if ranking_only && !matches!(options.rule, RuleWord::Ranking(_)) {
        return Err(ReportError::NoCosts);
    }
    let read = clock();
    let rule = rule_of(options, election.kind());
    let outcome = select(&election, &rule);
    let counted = clock();
    let mut line = Map::new();
    let mut put = |key: &str, value: Value| line.insert(key.to_owned(), value);
    put("file", name.into());
    put("rule", word_of(RULES, options.rule).into());
    let utility = match rule {
        Rule::EqualShares(EqualShares { utility, .. })
        | Rule::Knapsack(Knapsack { utility })
        | Rule::GreedyBy(Greedy { order: Order::PerCent(utility), .. }) => {
            word_of(UTILITIES, utility).into()
        }
        Rule::GreedyBy(_) => "score".into(),
        _ => Value::Null,
    };
    put("utility", utility);
    let completes = options.rule == RuleWord::EqualShares;
    let completion = completes.then(|| word_of(COMPLETIONS, options.completion));
    put("completion", completion.into());
    let budget = if ranking_only { Value::Null } else { money(election.budget_cents()) };
    put("budget", budget);
    let winners = outcome.ranking.as_ref().map(|ranking| ranking.levels.first().cloned());
    let winners = winners.flatten().unwrap_or_default();
    let selected = if ranking_only { &winners } else { &outcome.selected };
    put("selected", json!(selected));
    put("cost", if ranking_only { Value::Null } else { money(outcome.cost_cents) });
    put("ties", json!(outcome.ties));
    put("seconds", json!({ "read": read - start, "count": counted - read }));
    if let Some(ranking) = &outcome.ranking {
        put("winners", json!(winners));
        put("ranking", json!(ranking.levels.concat()));
        put("scores", json!(ranking.scores));
        put("condorcet", json!(ranking.condorcet));
        put("smith", json!(ranking.smith));
    }
    if let Some(packing) = &outcome.packing {
        put("gain", packing.gain.clone().into());
        put("proven", packing.proven.into());
    }
    if options.explain {
        put("remarks", json!(remarks));
        explain(&election, &outcome, &mut put);
        put(
            "seconds",
            json!({
                "read": read - start, "count": counted - read, "explain": clock() - counted,
            }),
        );
    }
    Ok(Report { line: Value::Object(line), election, outcome })
}

/// Cents as units of currency.
fn money(cents: u64) -> Value {
    if cents.is_multiple_of(100) { (cents / 100).into() } else { (cents as f64 / 100.0).into() }
}

fn explain(
    election: &Election,
    outcome: &Outcome,
    put: &mut impl FnMut(&str, Value) -> Option<Value>,
) {
    put("voters", election.voters().into());
    put("hash", fingerprint(election, &outcome.rule).into());
    put("endowment", json!(outcome.endowment));
    let payments = payments(election, outcome);
    let rounds: Vec<Value> = outcome
        .rounds
        .iter()
        .map(|round| {
            let explanation = outcome.explanation(&round.project);
            let payment = match explanation.map(|e| &e.verdict) {
                Some(Verdict::Chosen { payment: Some(payment), .. }) => json!(payment),
                _ => Value::Null,
            };
            json!({
                "round": round.number, "stage": round.stage, "project": round.project,
                "cost": money(round.cost_cents), "remaining": money(round.remaining_cents),
                "votes": explanation.map(|e| e.votes),
                "load": explanation.and_then(|e| e.load.as_ref()),
                "payment": payment,
                "payers": payments.iter().find(|p| p.0 == round.project).map(|p| &p.1),
            })
        })
        .collect();
    put("rounds", rounds.into());
    let details = details(election, outcome).unwrap_or_default();
    let losers: Vec<Value> = outcome
        .projects
        .iter()
        .enumerate()
        .filter_map(|(at, project)| {
            let Verdict::NotChosen { reason } = &project.verdict else { return None };
            let detail = details.get(at);
            Some(json!({
                "project": project.id, "votes": project.votes, "cost": money(project.cost_cents),
                "reason": reason, "supporters_money": project.supporters_money,
                "smallest_change": project.smallest_change,
                "cheaper_by_cents": detail.and_then(|d| d.cheaper_by_cents),
                "more_votes": detail.and_then(|d| d.more_votes),
            }))
        })
        .collect();
    put("losers", losers.into());
    if !details.is_empty() {
        let votes = details.into_iter().map(|d| (d.id, json!(d.effective_votes)));
        put("effective_votes", Value::Object(votes.collect()));
    }
    let proof = matches!(outcome.rule, Rule::EqualShares(_)).then(|| {
        match verify_price_system(election, outcome) {
            Ok(()) => json!({ "valid": true }),
            Err(violation) => json!({ "valid": false, "why": violation.to_string() }),
        }
    });
    put("price_system", proof.into());
    let verdict = |claims: Result<Vec<Claim>, String>| {
        claims.map_or(Value::Null, |claims| json!({ "holds": claims.is_empty(), "claims": claims }))
    };
    let up_to_one = |utility| verdict(ejr_plus_up_to_one(election, &outcome.selected, utility));
    let unit = ejr_plus_unit(election, &outcome.selected).ok().flatten();
    put(
        "ejr_plus",
        json!({
            "unit_costs": unit.map(|claims| verdict(Ok(claims))),
            "up_to_one_by_cost": up_to_one(Utility::Cost),
            "up_to_one_by_number": up_to_one(Utility::Cardinality),
        }),
    );
    put("totals", json!(outcome.totals));
    put("compared", json!(outcome.compared));
}

/// For each project paid by shares: how many voters paid how much, the most paid first.
fn payments(election: &Election, outcome: &Outcome) -> Vec<(String, Value)> {
    const MOST_CLASSES: usize = 40;
    let Ok(amounts) = amounts(election, outcome) else { return Vec::new() };
    let class = |(paid, voters): &(BigUint, u64)| json!({ "paid_cents": decimal(paid, &amounts.unit, 4), "voters": voters });
    let projects = Payers::of(election, &amounts).classes(MOST_CLASSES).into_iter();
    projects
        .map(|project| {
            let classes: Vec<Value> = project.paid.iter().map(class).collect();
            let classes =
                json!({ "classes": classes, "voters_in_smaller_classes": project.others });
            (election.id(project.position), classes)
        })
        .collect()
}
