//! What one map leaves to the next, so that it does not turn or jump.

use serde::{Deserialize, Serialize};

use crate::vote::{ParticipantId, StatementId};

/// What a map remembers of the one before.
///
/// In stable mode it carries the way the axes point, the number of groups and which group is
/// which; never where people lie. In compatible mode also the warm starts of the production
/// system.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Memory {
    pub(crate) axes: Vec<(StatementId, [f64; 2])>,
    pub(crate) number: Option<NumberOfGroups>,
    /// The group of each person in one, ascending.
    pub(crate) groups: Vec<(ParticipantId, u32)>,
    /// Who is in the groups and stays there (compatible mode).
    pub(crate) inside: Vec<ParticipantId>,
    /// Base clusters (compatible mode).
    pub(crate) base: Vec<(u32, Vec<ParticipantId>)>,
    /// For each number of groups from 2 the groups of base clusters (compatible mode).
    pub(crate) clusterings: Vec<Vec<(u32, Vec<u32>)>>,
}

/// The number of groups in use, and the one that would like to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct NumberOfGroups {
    pub held: u32,
    pub best: u32,
    pub times: u32,
}

impl NumberOfGroups {
    /// The next state when `best` is best now and `exists` says which numbers can be used.
    pub fn next(
        before: Option<Self>,
        best: u32,
        needed: u32,
        exists: impl Fn(u32) -> bool,
    ) -> Self {
        let Some(before) = before else {
            return Self { held: best, best, times: 1 };
        };
        let times = if before.best == best { before.times.saturating_add(1) } else { 1 };
        let held = if times >= needed || !exists(before.held) { best } else { before.held };
        Self { held, best, times }
    }
}

impl Memory {
    /// The axes on these statements; statements that are new get 0.
    pub(crate) fn axes_on(&self, statements: &[StatementId]) -> Option<[Vec<f64>; 2]> {
        if self.axes.is_empty() {
            return None;
        }
        let find = |statement: &StatementId| {
            let place = self.axes.binary_search_by_key(statement, |(id, _)| *id);
            place.map_or([0.0; 2], |place| self.axes[place].1)
        };
        let both: Vec<[f64; 2]> = statements.iter().map(find).collect();
        Some([0, 1].map(|axis| both.iter().map(|axes| axes[axis]).collect()))
    }

    /// The starts of the power iteration on these statements; new ones begin with 1.
    pub(crate) fn starts_on(&self, statements: &[StatementId]) -> Option<[Vec<f64>; 2]> {
        let mut starts = self.axes_on(statements)?;
        for (place, statement) in statements.iter().enumerate() {
            if self.axes.binary_search_by_key(statement, |(id, _)| *id).is_err() {
                for start in &mut starts {
                    start[place] = 1.0;
                }
            }
        }
        Some(starts)
    }

    /// Whether everything in it can be used.
    pub(crate) fn is_sound(&self) -> bool {
        let finite = self.axes.iter().flat_map(|(_, axes)| axes).all(|x| x.is_finite());
        let ascending = self.axes.windows(2).all(|pair| pair[0].0 < pair[1].0)
            && self.groups.windows(2).all(|pair| pair[0].0 < pair[1].0)
            && self.inside.windows(2).all(|pair| pair[0] < pair[1]);
        finite && ascending
    }
}
