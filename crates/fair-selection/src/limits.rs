//! Least and largest sums for areas or groups of beneficiaries.
//!
//! A town may decide beforehand that each district gets at least, or at most,
//! so much. The greedy rule and equal shares keep to it in this way:
//!
//! - **at most**: a project that would lift its group above its largest sum is
//!   passed over for good;
//! - **at least**: while a group has not reached its least sum, the missing
//!   part (never more than its supported projects still cost) is kept for it: a
//!   project of another group is passed over when what would then be left of the
//!   budget is less than what is kept for the others. What is kept and cannot be
//!   used is free again in a last pass by votes (greedy, and completions by votes).
//!
//! Under equal shares the limits take projects out of the auction; shares,
//! payments and their order stay the rule's own.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::election::Election;

/// The least and largest sums of one group.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct GroupLimit {
    /// The group of [`crate::Project::group`].
    pub group: String,
    /// At least so many cents, if its projects are supported.
    #[serde(default)]
    pub least_cents: u64,
    /// At most so many cents.
    #[serde(default)]
    pub most_cents: Option<u64>,
}

/// Least and largest sums, one entry a group, decided before the vote.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Limits(pub Vec<GroupLimit>);

/// Why limits were refused; rows count from 1.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum LimitError {
    #[error("limit row {row}: no project is in the group {group:?}")]
    UnknownGroup { row: usize, group: String },
    #[error("limit row {row}: the group {group:?} was already limited in row {first_row}")]
    Repeated { row: usize, first_row: usize, group: String },
    #[error("limit row {row}: the least sum of {group:?} is above its largest")]
    Crossed { row: usize, group: String },
    #[error("the least sums together are more than the budget")]
    BeyondBudget,
}

impl Limits {
    /// Whether there is nothing to keep to.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn check(&self, election: &Election) -> Result<(), LimitError> {
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        let mut least = 0_u128;
        for (row, limit) in (1..).zip(&self.0) {
            let group = limit.group.clone();
            if let Some(first_row) = seen.insert(&limit.group, row) {
                return Err(LimitError::Repeated { row, first_row, group });
            }
            if !election.projects().iter().any(|p| p.group.as_deref() == Some(&*group)) {
                return Err(LimitError::UnknownGroup { row, group });
            }
            if limit.most_cents.is_some_and(|most| most < limit.least_cents) {
                return Err(LimitError::Crossed { row, group });
            }
            least += u128::from(limit.least_cents);
        }
        if least > u128::from(election.budget_cents()) {
            return Err(LimitError::BeyondBudget);
        }
        Ok(())
    }
}

/// Why a project may not be taken now, though the money is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Barred {
    /// Its group would pass its largest sum.
    Most { most_cents: u64, spent_cents: u64 },
    /// The money is kept for groups below their least sum.
    Kept { kept_cents: u64, remaining_cents: u64 },
}

/// What each group has got so far.
#[derive(Clone, Debug)]
pub(crate) struct Room {
    group_of: Vec<Option<u32>>,
    least: Vec<u64>,
    most: Vec<Option<u64>>,
    spent: Vec<u64>,
    /// What the supported projects not taken yet still cost, by group.
    open: Vec<u128>,
    remaining: u64,
    keep: bool,
}

impl Room {
    /// Nothing is taken yet; `None` when the election has no limits.
    pub(crate) fn of(election: &Election) -> Option<Self> {
        let limits = &election.limits().0;
        if limits.is_empty() {
            return None;
        }
        let place = |group: &str| limits.iter().position(|limit| limit.group == group);
        let group_of: Vec<Option<u32>> = election
            .projects()
            .iter()
            .map(|p| p.group.as_deref().and_then(place).map(|place| place as u32))
            .collect();
        let mut open = vec![0_u128; limits.len()];
        for (project, group) in group_of.iter().enumerate() {
            if let (Some(group), true) = (group, election.votes()[project] > 0) {
                open[*group as usize] += u128::from(election.cost(project));
            }
        }
        Some(Self {
            group_of,
            least: limits.iter().map(|limit| limit.least_cents).collect(),
            most: limits.iter().map(|limit| limit.most_cents).collect(),
            spent: vec![0; limits.len()],
            open,
            remaining: election.budget_cents(),
            keep: true,
        })
    }

    /// From now on nothing is kept for groups below their least sum.
    pub(crate) fn release(&mut self) {
        self.keep = false;
    }

    /// Why the project may not be taken; `None` if it may.
    pub(crate) fn bars(&self, project: usize, cost: u64) -> Option<Barred> {
        let own = self.group_of[project].map(|group| group as usize);
        if let Some(most_cents) = own.and_then(|group| self.most[group]) {
            let spent_cents = own.map_or(0, |group| self.spent[group]);
            if spent_cents.saturating_add(cost) > most_cents {
                return Some(Barred::Most { most_cents, spent_cents });
            }
        }
        if !self.keep {
            return None;
        }
        let kept: u128 = (0..self.least.len())
            .filter(|&group| own != Some(group))
            .map(|group| self.missing(group))
            .sum();
        let own_missing = own.map_or(0, |group| self.missing(group));
        // What its own group is missing pays for it first.
        let beyond = u128::from(cost).saturating_sub(own_missing);
        let still_kept = kept + own_missing.saturating_sub(u128::from(cost));
        let remaining = u128::from(self.remaining);
        let barred = beyond > 0 && u128::from(cost) + still_kept > remaining;
        barred.then(|| Barred::Kept {
            kept_cents: u64::try_from(kept).unwrap_or(u64::MAX),
            remaining_cents: self.remaining,
        })
    }

    fn missing(&self, group: usize) -> u128 {
        let missing = self.least[group].saturating_sub(self.spent[group]);
        u128::from(missing).min(self.open[group])
    }

    /// The project is taken.
    pub(crate) fn take(&mut self, project: usize, cost: u64) {
        self.remaining = self.remaining.saturating_sub(cost);
        if let Some(group) = self.group_of[project] {
            let group = group as usize;
            self.spent[group] = self.spent[group].saturating_add(cost);
            self.open[group] = self.open[group].saturating_sub(u128::from(cost));
        }
    }
}
