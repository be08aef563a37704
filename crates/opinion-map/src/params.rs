//! The rules of one map, published with it.

use serde::{Deserialize, Serialize};

/// Which mathematics is used where the final votes leave a choice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Ours: banned people are gone, components are converged, groups are the best of many
    /// deterministic starts and do not depend on the order of updates.
    #[default]
    Stable,
    /// The production system of Polis: 100 power iterations, k-means from the first distinct
    /// rows or the last update, banned people stay.
    Compatible,
}

/// The parameters of a map; the defaults are those of the production system.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Params {
    /// Which mathematics.
    pub mode: Mode,
    /// Whether statements that wait for moderation are kept out.
    pub strict_moderation: bool,
    /// Votes a person must have given to be placed in a group (7; fewer statements: all of them).
    pub votes_to_cluster: u32,
    /// With fewer people than this in the groups, those with most votes join (15).
    pub people_to_cluster: u32,
    /// Most base clusters, 1 to 1,000 (100).
    pub base_clusters: u32,
    /// Most groups, 2 to 20 (5).
    pub most_groups: u32,
    /// Updates in a row in which another number of groups must be best before it is taken (4).
    pub updates_before_new_k: u32,
}

impl Default for Params {
    fn default() -> Self {
        Self {
            mode: Mode::Stable,
            strict_moderation: false,
            votes_to_cluster: 7,
            people_to_cluster: 15,
            base_clusters: 100,
            most_groups: 5,
            updates_before_new_k: 4,
        }
    }
}

impl Params {
    /// The defaults in this mode.
    pub fn new(mode: Mode) -> Self {
        Self { mode, ..Self::default() }
    }

    /// The same with every number in its range.
    pub(crate) fn within_range(self) -> Self {
        Self {
            base_clusters: self.base_clusters.clamp(1, 1_000),
            most_groups: self.most_groups.clamp(2, 20),
            ..self
        }
    }

    pub(crate) fn is_stable(&self) -> bool {
        self.mode == Mode::Stable
    }
}
