//! Equal shares and Phragmén once more, as slowly and plainly as possible: the oracle.
//!
//! Each voter has a fraction of money of their own; every project is looked at
//! in every round. Nothing is shared with the crate's own count.

use fair_selection::{BallotKind, Election, TieRule, Utility};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero;

fn fraction(number: u64) -> BigRational {
    BigRational::from_integer(BigInt::from(number))
}

/// One voter per entry: the positions approved, and what each is worth.
pub fn voters(election: &Election, by_score: bool) -> Vec<Vec<(usize, u64)>> {
    let mut voters = Vec::new();
    for ballot in election.ballots() {
        let worth = |entry: usize| match (by_score, ballot.kind) {
            (false, _) | (true, BallotKind::Approval) => 1,
            (true, BallotKind::Points) => u64::from(ballot.weights[entry]),
            (true, BallotKind::Ranking) => {
                let place = ballot.weights[entry];
                ballot.weights.iter().filter(|&&other| other > place).count() as u64
            }
        };
        let entries = ballot.approvals.iter().enumerate();
        let entries = entries.map(|(entry, &project)| (project, worth(entry)));
        let voter: Vec<(usize, u64)> = entries.filter(|entry| entry.1 > 0).collect();
        voters.extend((0..ballot.multiplicity).map(|_| voter.clone()));
    }
    voters
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

/// The least `q` with sum of `min(money, q * worth)` = cost, found by trying every voter.
fn price(supporters: &[(BigRational, u64)], cost: &BigRational) -> Option<BigRational> {
    let mut sorted: Vec<(BigRational, &BigRational, u64)> =
        supporters.iter().map(|(money, worth)| (money / fraction(*worth), money, *worth)).collect();
    sorted.sort();
    let mut paid = BigRational::zero();
    let mut worth: u64 = sorted.iter().map(|entry| entry.2).sum();
    for (by_worth, money, own) in sorted {
        let each = (cost - &paid) / fraction(worth);
        if each <= by_worth {
            return Some(each);
        }
        paid += money;
        worth -= own;
    }
    None
}

/// The selected positions, in order of choice, from this endowment, and the rounds with ties.
pub fn equal_shares(
    election: &Election,
    utility: Utility,
    endowment: &BigRational,
) -> (Vec<usize>, usize) {
    let by_score = matches!(utility, Utility::Points | Utility::Borda);
    let voters = voters(election, by_score);
    let worth = |voter: usize, project: usize| {
        voters[voter].iter().find(|entry| entry.0 == project).map_or(0, |entry| entry.1)
    };
    let mut money = vec![endowment.clone(); voters.len()];
    let all = 0..election.projects().len();
    let supported = |&p: &usize| (0..voters.len()).any(|voter| worth(voter, p) > 0);
    let mut left: Vec<usize> = all.filter(supported).collect();
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
            let supporters: Vec<(BigRational, u64)> = (0..voters.len())
                .filter(|&voter| worth(voter, project) > 0)
                .map(|voter| (money[voter].clone(), worth(voter, project)))
                .collect();
            let Some(cap) = price(&supporters, &cost) else { continue };
            let rho = if utility == Utility::Cost { &cap / &cost } else { cap.clone() };
            equal += usize::from(best.as_ref().is_some_and(|(least, _, _)| *least == rho));
            // `left` is in tie order, so the first of equals stays.
            if best.as_ref().is_none_or(|(least, _, _)| rho < *least) {
                best = Some((rho, cap, project));
                equal = 0;
            }
        }
        let Some((_, cap, project)) = best else { return (chosen, ties) };
        ties += usize::from(equal > 0);
        for (voter, money) in money.iter_mut().enumerate() {
            let pays = (&cap * fraction(worth(voter, project))).min(money.clone());
            *money -= pays;
        }
        left.retain(|&p| p != project);
        chosen.push(project);
    }
}

/// The positions chosen by sequential Phragmén, each voter with a load of their own.
pub fn phragmen(election: &Election) -> Vec<usize> {
    let voters = voters(election, false);
    let budget = election.budget_cents();
    let cost = |p: usize| election.projects()[p].cost_cents;
    let mut loads = vec![BigRational::zero(); voters.len()];
    let mut left: Vec<usize> = (0..election.projects().len())
        .filter(|&p| election.votes()[p] > 0 && cost(p) <= budget)
        .collect();
    left.sort_by_key(|&p| tie_key(election, p));
    let (mut chosen, mut spent) = (Vec::new(), 0);
    loop {
        let supporters = |p: usize| -> Vec<usize> {
            (0..voters.len()).filter(|&v| voters[v].iter().any(|entry| entry.0 == p)).collect()
        };
        let value = |p: usize| {
            let sum: BigRational = supporters(p).into_iter().map(|v| loads[v].clone()).sum();
            (sum + fraction(cost(p))) / fraction(election.votes()[p])
        };
        let values: Vec<(usize, BigRational)> = left.iter().map(|&p| (p, value(p))).collect();
        let Some(least) = values.iter().map(|entry| entry.1.clone()).min() else { return chosen };
        let tied: Vec<usize> =
            values.iter().filter(|entry| entry.1 == least).map(|entry| entry.0).collect();
        if tied.iter().any(|&p| spent + cost(p) > budget) {
            return chosen;
        }
        let winner = tied[0];
        for voter in supporters(winner) {
            loads[voter] = least.clone();
        }
        spent += cost(winner);
        left.retain(|&p| p != winner);
        chosen.push(winner);
    }
}
