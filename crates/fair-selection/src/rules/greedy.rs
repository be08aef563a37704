//! Most votes first, skipping what does not fit.

use std::cmp::Reverse;

use crate::election::Election;

/// What happened to one project, in the order the projects were looked at.
pub(crate) struct Look {
    pub project: usize,
    pub taken: bool,
    /// Money left when it was looked at.
    pub remaining_cents: u64,
}

/// Equal votes met while at least two of the projects still fitted.
pub(crate) struct Level {
    /// How many projects had been taken before.
    pub taken_before: usize,
    pub projects: Vec<usize>,
}

/// The result of going through the projects by votes.
pub(crate) struct Fill {
    pub looks: Vec<Look>,
    pub ties: Vec<Level>,
}

impl Fill {
    pub(crate) fn taken(&self) -> impl Iterator<Item = usize> + '_ {
        self.looks.iter().filter(|look| look.taken).map(|look| look.project)
    }
}

/// Goes through the supported projects not in `already`, most votes first.
pub(crate) fn fill(election: &Election, already: &[usize], budget_cents: u64) -> Fill {
    let votes = election.votes();
    let mut skip = vec![false; votes.len()];
    for &project in already {
        skip[project] = true;
    }
    let mut order: Vec<usize> = (0..votes.len()).filter(|&p| votes[p] > 0 && !skip[p]).collect();
    order.sort_by_key(|&p| (Reverse(votes[p]), election.tie_place(p)));

    let mut remaining_cents = budget_cents;
    let mut taken_before = 0;
    let (mut looks, mut ties) = (Vec::with_capacity(order.len()), Vec::new());
    for level in order.chunk_by(|&a, &b| votes[a] == votes[b]) {
        let fits = |&p: &usize| election.cost(p) <= remaining_cents;
        let fitting: Vec<usize> = level.iter().copied().filter(fits).collect();
        if fitting.len() > 1 {
            ties.push(Level { taken_before, projects: fitting });
        }
        for &project in level {
            let left = remaining_cents.checked_sub(election.cost(project));
            looks.push(Look { project, taken: left.is_some(), remaining_cents });
            taken_before += usize::from(left.is_some());
            remaining_cents = left.unwrap_or(remaining_cents);
        }
    }
    Fill { looks, ties }
}
