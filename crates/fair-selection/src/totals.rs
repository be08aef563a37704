//! What an outcome means for groups and voters.

use std::collections::BTreeMap;

use num_bigint::BigUint;
use serde::{Deserialize, Serialize};

use crate::election::Election;
use crate::exact::Exact;

/// What an outcome means for groups and voters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// By group, those without a group first.
    pub groups: Vec<GroupShare>,
    /// Voters of whom no approved project was chosen, empty ballots included.
    pub voters_without: u64,
    /// Voters who approved nothing.
    pub empty_ballots: u64,
    /// How many chosen projects a voter approves on average; nothing without voters.
    pub average_winners: Option<Exact>,
}

/// What a group of projects got.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupShare {
    /// The group, or nothing for the projects without one.
    pub group: Option<String>,
    pub projects: usize,
    pub chosen: usize,
    /// Approvals received by its projects.
    pub votes: u128,
    /// Cost of its chosen projects, in cents.
    pub cost_cents: u64,
    /// That cost over the whole budget; nothing when the budget is zero.
    pub share_of_budget: Option<Exact>,
}

impl Totals {
    pub(crate) fn of(election: &Election, chosen: &[usize]) -> Self {
        let mut won = vec![false; election.projects().len()];
        for &project in chosen {
            won[project] = true;
        }
        let mut groups: BTreeMap<Option<&str>, GroupShare> = BTreeMap::new();
        for (position, project) in election.projects().iter().enumerate() {
            let share = groups.entry(project.group.as_deref()).or_insert_with(|| GroupShare {
                group: project.group.clone(),
                projects: 0,
                chosen: 0,
                votes: 0,
                cost_cents: 0,
                share_of_budget: None,
            });
            share.projects += 1;
            share.votes += u128::from(election.votes()[position]);
            if won[position] {
                share.chosen += 1;
                // Cannot overflow: all chosen projects together fit the budget.
                share.cost_cents += project.cost_cents;
            }
        }
        let mut groups: Vec<GroupShare> = groups.into_values().collect();
        if election.budget_cents() > 0 {
            for share in &mut groups {
                let part = BigUint::from(share.cost_cents);
                let whole = BigUint::from(election.budget_cents());
                share.share_of_budget = Some(Exact::ratio(part, whole));
            }
        }
        let (mut voters_without, mut empty_ballots, mut winners) = (0, 0, 0_u128);
        let book = election.book();
        for (ballot, &times) in book.times.iter().enumerate() {
            let named = book.of(ballot);
            let approved = named.iter().filter(|&&p| won[p as usize]).count();
            winners += approved as u128 * u128::from(times);
            voters_without += if approved == 0 { times } else { 0 };
            empty_ballots += if named.is_empty() { times } else { 0 };
        }
        let average_winners = (election.voters() > 0)
            .then(|| Exact::ratio(BigUint::from(winners), BigUint::from(election.voters())));
        Self { groups, voters_without, empty_ballots, average_winners }
    }
}
