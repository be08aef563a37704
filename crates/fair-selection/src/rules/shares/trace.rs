//! What happened in one count, enough to work out every amount again.

use crate::election::Election;

pub(crate) const NEVER: u32 = u32::MAX;

/// One purchase.
#[derive(Clone, Debug)]
pub(crate) struct Bought {
    pub project: usize,
    /// The worth of all who paid in full, times their number.
    pub rich_worth: u128,
    /// Voters who paid in full.
    pub rich: u64,
    /// Voters who paid all they had, which was less.
    pub poor: u64,
    /// Where the ballots that ran out of money begin in `Trace::broke`: first
    /// the poor, then those who had exactly what was asked.
    broke_from: u32,
    poor_to: u32,
    /// All projects that were equally good, if more than this one.
    pub tied: Vec<usize>,
}

/// The purchases of a count.
#[derive(Clone, Debug, Default)]
pub(crate) struct Trace {
    pub rounds: Vec<Bought>,
    broke: Vec<u32>,
    /// For each project the round in which it was bought.
    pub bought_in: Vec<u32>,
    /// What a unit of worth is: nothing means one for every project named.
    pub by_score: bool,
    pub cost_cents: u128,
    pub with_ties: bool,
}

impl Trace {
    pub(crate) fn clear(&mut self, projects: usize, by_score: bool) {
        self.rounds.clear();
        self.broke.clear();
        self.bought_in.clear();
        self.bought_in.resize(projects, NEVER);
        self.by_score = by_score;
        self.cost_cents = 0;
        self.with_ties = false;
    }

    /// The ballots whose voters ran out of money in `round` paying less than asked.
    pub(crate) fn poor(&self, round: usize) -> &[u32] {
        let bought = &self.rounds[round];
        &self.broke[bought.broke_from as usize..bought.poor_to as usize]
    }

    /// The ballots whose voters ran out of money in `round`.
    pub(crate) fn broke(&self, round: usize) -> &[u32] {
        let from = self.rounds[round].broke_from as usize;
        let to = self.rounds.get(round + 1).map_or(self.broke.len(), |b| b.broke_from as usize);
        &self.broke[from..to]
    }

    pub(crate) fn begin_broke(&mut self) -> u32 {
        self.broke.len() as u32
    }

    pub(crate) fn add_broke(&mut self, ballot: u32) {
        self.broke.push(ballot);
    }

    pub(crate) fn push(
        &mut self,
        (project, cost): (usize, u64),
        (rich_worth, rich, poor): (u128, u64, u64),
        (broke_from, poor_to): (u32, u32),
        tied: Vec<usize>,
    ) {
        self.bought_in[project] = self.rounds.len() as u32;
        self.cost_cents += u128::from(cost);
        self.with_ties |= !tied.is_empty();
        self.rounds.push(Bought { project, rich_worth, rich, poor, broke_from, poor_to, tied });
    }

    /// Calls with each round before `before` in which the ballot paid, and the worth.
    pub(crate) fn for_each_purchase(
        &self,
        election: &Election,
        ballot: usize,
        before: usize,
        mut each: impl FnMut(usize, u32),
    ) {
        let range = election.book().range(ballot);
        let worths = if self.by_score { election.entry_worths() } else { &[] };
        for entry in range {
            let bought = self.bought_in[election.book().projects[entry] as usize];
            if (bought as usize) < before {
                let worth = worths.get(entry).copied().unwrap_or(1);
                if worth > 0 {
                    each(bought as usize, worth);
                }
            }
        }
    }

    /// For each ballot the round in which its voters ran out of money.
    pub(crate) fn broke_in(&self, ballots: usize) -> Vec<u32> {
        let mut broke_in = vec![NEVER; ballots];
        for round in 0..self.rounds.len() {
            for &ballot in self.broke(round) {
                broke_in[ballot as usize] = round as u32;
            }
        }
        broke_in
    }
}
