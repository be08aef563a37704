//! Greatest score first, skipping what does not fit or stopping at it.

use std::cmp::Ordering;

use crate::election::Election;
use crate::limits::{Barred, Room};
use crate::rules::{Greedy, Order, Utility};

/// What happened to one project, in the order the projects were looked at.
pub(crate) struct Look {
    pub project: usize,
    pub taken: bool,
    /// Money left when it was looked at.
    pub remaining_cents: u64,
    /// Why it was passed over though the money was there.
    pub barred: Option<Barred>,
}

/// Equal scores met while at least two of the projects still fitted.
pub(crate) struct Level {
    /// How many projects had been taken before.
    pub taken_before: usize,
    pub projects: Vec<usize>,
}

/// The result of going through the projects by score.
#[derive(Default)]
pub(crate) struct Fill {
    pub looks: Vec<Look>,
    pub ties: Vec<Level>,
    /// Supported projects below the least score.
    pub below: Vec<usize>,
    /// Supported projects after the one that did not fit, when the rule stops there.
    pub not_reached: Vec<usize>,
}

impl Fill {
    pub(crate) fn taken(&self) -> impl Iterator<Item = usize> + '_ {
        self.looks.iter().filter(|look| look.taken).map(|look| look.project)
    }
}

/// A score, or a score for each cent.
#[derive(Clone, Copy)]
struct Key {
    score: u128,
    cost: u128,
}

impl Key {
    fn of(election: &Election, order: Order, project: usize) -> Self {
        let (votes, score) = (election.votes()[project], election.scores()[project]);
        let cost = u128::from(election.cost(project));
        match order {
            Order::Votes | Order::PerCent(Utility::Cost) => Self { score: votes.into(), cost: 1 },
            Order::Score => Self { score: score.into(), cost: 1 },
            Order::PerCent(Utility::Cardinality) => Self { score: votes.into(), cost },
            Order::PerCent(Utility::Points | Utility::Borda) => Self { score: score.into(), cost },
        }
    }

    /// The greater one first; what costs nothing has no bound.
    fn first(self, other: Self) -> Ordering {
        (other.score * self.cost).cmp(&(self.score * other.cost))
    }
}

/// Goes through the supported projects not in `already`, greatest score first.
pub(crate) fn fill(
    election: &Election,
    rule: Greedy,
    already: &[usize],
    budget_cents: u64,
) -> Fill {
    let mut skip = vec![false; election.projects().len()];
    let mut room = Room::of(election);
    for &project in already {
        skip[project] = true;
        if let Some(room) = &mut room {
            room.take(project, election.cost(project));
        }
    }
    let keys: Vec<Key> = (0..skip.len()).map(|p| Key::of(election, rule.order, p)).collect();
    let supported = (0..skip.len()).filter(|&p| keys[p].score > 0 && !skip[p]);
    // The least score is compared with votes or points, never with a score for each cent.
    let (mut order, below): (Vec<usize>, Vec<usize>) = supported.partition(|&p| {
        let score = match rule.order {
            Order::Score => election.scores()[p],
            Order::Votes | Order::PerCent(_) => election.votes()[p],
        };
        score >= rule.least_score
    });
    order.sort_by(|&a, &b| {
        keys[a].first(keys[b]).then_with(|| election.tie_place(a).cmp(&election.tie_place(b)))
    });
    let mut fill = Fill { below, ..Fill::default() };
    let mut pass = Pass { election, keys: &keys, remaining: budget_cents, taken: 0, room };
    pass.go(&order, rule.skips, &mut fill);
    let barred: Vec<usize> = fill
        .looks
        .iter()
        .filter(|look| matches!(look.barred, Some(Barred::Kept { .. })))
        .map(|look| look.project)
        .collect();
    if let (false, Some(room)) = (barred.is_empty(), &mut pass.room) {
        // What was kept and not used is free again.
        room.release();
        fill.looks.retain(|look| !matches!(look.barred, Some(Barred::Kept { .. })));
        pass.go(&barred, rule.skips, &mut fill);
    }
    fill
}

struct Pass<'a> {
    election: &'a Election,
    keys: &'a [Key],
    remaining: u64,
    taken: usize,
    room: Option<Room>,
}

impl Pass<'_> {
    fn go(&mut self, order: &[usize], skips: bool, fill: &mut Fill) {
        let equal = |a: &usize, b: &usize| self.keys[*a].first(self.keys[*b]).is_eq();
        let mut seen = 0;
        for level in order.chunk_by(equal) {
            let fits = |&p: &usize| self.election.cost(p) <= self.remaining;
            let fitting: Vec<usize> = level.iter().copied().filter(fits).collect();
            if fitting.len() > 1 {
                fill.ties.push(Level { taken_before: self.taken, projects: fitting });
            }
            for &project in level {
                seen += 1;
                let cost = self.election.cost(project);
                let left = self.remaining.checked_sub(cost);
                let bars = |room: &Room| room.bars(project, cost);
                let barred = left.and_then(|_| self.room.as_ref().and_then(bars));
                let taken = left.is_some() && barred.is_none();
                let remaining_cents = self.remaining;
                fill.looks.push(Look { project, taken, remaining_cents, barred });
                if let (true, Some(left)) = (taken, left) {
                    self.taken += 1;
                    self.remaining = left;
                    if let Some(room) = &mut self.room {
                        room.take(project, cost);
                    }
                } else if !skips && barred.is_none() {
                    fill.not_reached.extend_from_slice(&order[seen..]);
                    return;
                }
            }
        }
    }
}
