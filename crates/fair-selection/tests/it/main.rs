//! One binary for all tests of the crate.
#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

mod conformance;
mod election;
mod explanations;
mod files;
mod greedy;
mod oracle;
mod pabulib;
mod price;
mod properties;
mod shares;
mod steps;

use fair_selection::{Ballot, Election, Project, TieOrder};

/// Projects `a`, `b`, `c`… with these costs, and ballots with their number of voters.
fn election(costs: &[u64], ballots: &[(&[usize], u64)], budget: u64) -> Election {
    election_with(costs, ballots, budget, &TieOrder::default())
}

fn election_with(
    costs: &[u64],
    ballots: &[(&[usize], u64)],
    budget: u64,
    ties: &TieOrder,
) -> Election {
    let projects = ('a'..)
        .zip(costs)
        .map(|(id, &cost)| Project::new(id.to_string(), format!("Progetto {id}"), cost))
        .collect();
    let ballots =
        ballots.iter().map(|&(set, times)| Ballot::times(set.iter().copied(), times)).collect();
    Election::new(projects, ballots, budget, ties).unwrap()
}
