//! Whether every group that agrees on a project got its share: EJR+.
//!
//! Source: M. Brill, J. Peters, *Robust and Verifiable Proportionality Axioms for
//! Multiwinner Voting*, EC 2023. Of n voters and a budget B, t voters can claim
//! t·B/n. A set violates the axiom if t voters all approve a project p that is not
//! chosen although their claim could pay for it and each of them still has too little.
//!
//! - **Unit costs** (all projects cost c): for some whole l, at least l·n·c/B voters
//!   approve p and each has fewer than l approved winners.
//! - **Up to one project**, any costs: t voters approve p, and for each of them, with
//!   the gain u(p) added, u(W) + u(p) < u(p)/c(p) · t·B/n: even with p nobody would
//!   reach what the claim buys at the price p gives per gain. With cost as gain this
//!   reads cost(W) + cost(p) < t·B/n.
//!
//! Equal shares meet the second: when the first of the t voters could no longer pay
//! an equal part c(p)/t of p, it had spent more than B/n - c(p)/t, never at a worse
//! price per gain than p offered, c(p)/(t·u(p)); so u(W) + u(p) > u(p)/c(p) · t·B/n.
//! The check asks for the weak form, which other rules may meet too.

use serde::{Deserialize, Serialize};

use crate::election::Election;
use crate::outcome::positions;
use crate::rules::Utility;

/// Voters whose claim was passed over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// The project they all approve and did not get.
    pub project: String,
    /// How many they are.
    pub voters: u64,
    /// The most approved winners, or cents, that any of them has.
    pub most_gain: u64,
}

/// Looks for a violation with unit costs; nothing to say if costs differ.
///
/// O(V log V) for V approvals. `Err` names an unknown or repeated id.
pub fn ejr_plus_unit(election: &Election, chosen: &[String]) -> Result<Option<Vec<Claim>>, String> {
    let costs: Vec<u64> = election.projects().iter().map(|project| project.cost_cents).collect();
    let unit = costs.first().copied().unwrap_or(0);
    if unit == 0 || costs.iter().any(|&cost| cost != unit) {
        return positions(election, chosen).map(|_| None);
    }
    let (voters, budget) = (u128::from(election.voters()), u128::from(election.budget_cents()));
    // Voters with at most `gain` winners have fewer than gain + 1.
    let violates = |gain: u64, together: u64, _: u64| {
        let needed = u128::from(gain) + 1;
        // Wide numbers: compared by dividing, since l * n * c may be too large.
        let claims = u128::from(together) * budget / u128::from(unit);
        needed.checked_mul(voters).is_some_and(|needed| claims >= needed)
    };
    claims(election, chosen, |_| 1, violates).map(Some)
}

/// Looks for violations up to one project, with cost or number of projects as gain.
///
/// `Err` names an unknown or repeated id.
pub fn ejr_plus_up_to_one(
    election: &Election,
    chosen: &[String],
    utility: Utility,
) -> Result<Vec<Claim>, String> {
    let (voters, budget) = (u128::from(election.voters()), u128::from(election.budget_cents()));
    if utility == Utility::Cost {
        let violates = |gain: u64, together: u64, cost: u64| {
            (u128::from(gain) + u128::from(cost)) * voters < u128::from(together) * budget
        };
        return claims(election, chosen, |project| election.cost(project), violates);
    }
    let violates = |gain: u64, together: u64, cost: u64| {
        let bought = (u128::from(gain) + 1).checked_mul(u128::from(cost));
        let bought = bought.and_then(|bought| bought.checked_mul(voters));
        cost == 0 || bought.is_some_and(|bought| bought < u128::from(together) * budget)
    };
    claims(election, chosen, |_| 1, violates)
}

/// For each project left out, the first group by rising gain that violates.
fn claims(
    election: &Election,
    chosen: &[String],
    worth: impl Fn(usize) -> u64,
    violates: impl Fn(u64, u64, u64) -> bool,
) -> Result<Vec<Claim>, String> {
    let mut won = vec![false; election.projects().len()];
    for position in positions(election, chosen)? {
        won[position] = true;
    }
    let book = election.book();
    let gains: Vec<u64> = (0..book.len())
        .map(|ballot| {
            let winners = book.of(ballot).iter().map(|&p| p as usize).filter(|&p| won[p]);
            winners.map(&worth).fold(0, u64::saturating_add)
        })
        .collect();
    let mut found = Vec::new();
    let mut theirs: Vec<(u64, u64)> = Vec::new();
    for project in (0..won.len()).filter(|&p| !won[p]) {
        theirs.clear();
        theirs.extend(election.supporters(project).iter().map(|&ballot| {
            let ballot = ballot as usize;
            (gains[ballot], book.times[ballot])
        }));
        theirs.sort_unstable();
        let mut voters = 0;
        for level in theirs.chunk_by(|a, b| a.0 == b.0) {
            voters += level.iter().map(|entry| entry.1).sum::<u64>();
            let most_gain = level[0].0;
            if violates(most_gain, voters, election.cost(project)) {
                found.push(Claim { project: election.id(project), voters, most_gain });
                break;
            }
        }
    }
    Ok(found)
}
