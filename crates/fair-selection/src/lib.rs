//! Which projects enter within a budget, and why.
//!
//! Ballots and a budget go in; the selected projects, in order of choice and
//! with the reason for every one of them, come out. All decisions are taken in
//! exact arithmetic, so a tie is a tie and the same input always gives the same
//! bytes. The crate does no input or output, reads no clock and draws no lots:
//! the order that settles ties is published beforehand and passed in.
//!
//! ```
//! use fair_selection::{Ballot, Election, Project, Rule, TieOrder, Verdict, select};
//!
//! // Three neighbours approve the park and the benches, two the bus stop.
//! let projects = vec![
//!     Project::new("park", "Parco", 60_000),
//!     Project::new("stop", "Fermata", 30_000),
//!     Project::new("bench", "Panchine", 40_000),
//! ];
//! let ballots = vec![Ballot::times([0, 2], 3), Ballot::times([1], 2)];
//! let election = Election::new(projects, ballots, 100_000, &TieOrder::default())?;
//!
//! // By votes alone the three spend everything; the cheaper of their two
//! // tied projects comes first.
//! let greedy = select(&election, &Rule::Greedy);
//! assert_eq!(greedy.selected, ["bench", "park"]);
//! assert_eq!(greedy.ties[0].tied, ["bench", "park"]);
//!
//! // With equal shares everybody holds 200 euro, so the two get their stop.
//! let shares = select(&election, &Rule::equal_shares());
//! assert_eq!(shares.selected, ["bench", "stop"]);
//! assert!(matches!(shares.projects[1].verdict, Verdict::Chosen { round: 2, .. }));
//! fair_selection::verify_price_system(&election, &shares)?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Read next: [`Election`] for the input, [`Rule`] for the rules and their
//! parameters, [`Outcome`] for the answer, [`pabulib`] for files that other
//! tools read.

mod ballot;
mod ballots;
mod details;
mod ejr;
mod election;
mod exact;
mod explain;
mod fingerprint;
mod italian;
mod limits;
mod money;
mod outcome;
pub mod pabulib;
mod payers;
pub mod preflib;
mod price;
pub mod report;
pub mod result;
mod rules;
mod tie;
mod totals;

pub use ballot::{Ballot, BallotKind};
pub use details::{Detail, details};
pub use ejr::{Claim, ejr_plus_unit, ejr_plus_up_to_one};
pub use election::{Election, ElectionError, Project};
pub use exact::{Exact, ExactError};
pub use explain::{
    Explanation, Payment, Reason, SmallestChange, Spending, SupportersMoney, Verdict,
};
pub use fingerprint::{fingerprint, rules_fingerprint};
pub use limits::{GroupLimit, LimitError, Limits};
pub use outcome::{AddOneStop, Compared, Endowment, Outcome, Packing, RankingResult, Round, Stage};
pub use price::{PaidProject, PriceSystem, Violation, price_system, verify_price_system};
pub use rules::{
    AddOne, Arithmetic, Comparison, Completion, EqualShares, Greedy, Knapsack, Order, Pairwise,
    Percent, Ranking, RankingRule, Rule, Standings, Utility, select, select_with,
};
pub use tie::{DecidedBy, PublishedOrder, Tie, TieOrder, TieRule};
pub use totals::{GroupShare, Totals};

/// The examples of the README run with the other tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
