//! Equal shares once more, as slowly and plainly as possible: the oracle.
//!
//! Each voter has a fraction of money of their own; every project is looked at
//! in every round. Nothing is shared with the crate's own count.

use fair_selection::{Election, TieRule, Utility};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero;

fn fraction(number: u64) -> BigRational {
    BigRational::from_integer(BigInt::from(number))
}

/// One voter per entry: the positions approved.
pub fn voters(election: &Election) -> Vec<Vec<usize>> {
    let ballots = election.ballots().iter();
    ballots.flat_map(|ballot| (0..ballot.multiplicity).map(|_| ballot.approvals.clone())).collect()
}

fn tie_key(election: &Election, project: usize) -> (u64, u64, usize) {
    let cost = election.projects()[project].cost_cents;
    let votes = u64::MAX - election.votes()[project];
    let order = election.published_order();
    let place = order.iter().position(|id| *id == election.projects()[project].id).unwrap();
    match election.tie_rule() {
        TieRule::CostVotesOrder => (cost, votes, place),
        TieRule::VotesCostOrder => (votes, cost, place),
        TieRule::Order => (0, 0, place),
    }
}

/// The least `q` with sum of `min(money, q)` = cost, found by trying every voter's money.
fn cap(money: &[BigRational], cost: &BigRational) -> Option<BigRational> {
    let mut sorted: Vec<&BigRational> = money.iter().collect();
    sorted.sort();
    let mut paid = BigRational::zero();
    for (poorer, own) in sorted.iter().enumerate() {
        let rest = fraction((sorted.len() - poorer) as u64);
        let each = (cost - &paid) / rest;
        if each <= **own {
            return Some(each);
        }
        paid += *own;
    }
    None
}

/// The selected positions, in order of choice, from this endowment.
pub fn equal_shares(
    election: &Election,
    utility: Utility,
    endowment: &BigRational,
) -> (Vec<usize>, usize) {
    let voters = voters(election);
    let mut money = vec![endowment.clone(); voters.len()];
    let all = 0..election.projects().len();
    let mut left: Vec<usize> = all.filter(|&p| election.votes()[p] > 0).collect();
    left.sort_by_key(|&p| tie_key(election, p));
    let mut chosen: Vec<usize> =
        left.iter().copied().filter(|&p| election.projects()[p].cost_cents == 0).collect();
    left.retain(|p| !chosen.contains(p));
    let mut ties = 0;
    loop {
        let mut best: Option<(BigRational, BigRational, usize)> = None;
        let mut equal = 0;
        for &project in &left {
            let cost = fraction(election.projects()[project].cost_cents);
            let supporters = (0..voters.len()).filter(|&v| voters[v].contains(&project));
            let theirs: Vec<BigRational> = supporters.map(|v| money[v].clone()).collect();
            let Some(cap) = cap(&theirs, &cost) else { continue };
            let rho = match utility {
                Utility::Cost => &cap / &cost,
                Utility::Cardinality => cap.clone(),
            };
            equal += usize::from(best.as_ref().is_some_and(|(least, _, _)| *least == rho));
            // `left` is in tie order, so the first of equals stays.
            if best.as_ref().is_none_or(|(least, _, _)| rho < *least) {
                best = Some((rho, cap, project));
                equal = 0;
            }
        }
        let Some((_, cap, project)) = best else { return (chosen, ties) };
        ties += usize::from(equal > 0);
        for voter in (0..voters.len()).filter(|&v| voters[v].contains(&project)) {
            let pays = cap.clone().min(money[voter].clone());
            money[voter] -= pays;
        }
        left.retain(|&p| p != project);
        chosen.push(project);
    }
}
