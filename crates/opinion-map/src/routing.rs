//! Which statement somebody is asked about next: drawn, and the draw can be repeated.

use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};
use serde::Serialize;

use crate::map::OpinionMap;
use crate::vote::StatementId;

/// A draw with all it depends on: to be logged, and repeated by anyone.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Draw {
    /// The seed of ChaCha20.
    pub seed: [u8; 32],
    /// What could be drawn with its weight, ascending by id.
    pub weights: Vec<(StatementId, f64)>,
    /// The first number of the generator: its upper 53 bits over 2^53, 0 to 1.
    pub number: f64,
    /// What was drawn: the first whose weight, added to those before, exceeds number x sum.
    pub drawn: StatementId,
}

/// Draws a statement that was not seen yet, with a chance in proportion to its priority.
///
/// `seen` in any order. Nothing when everything was seen or is rejected.
pub fn draw_statement(map: &OpinionMap, seen: &[StatementId], seed: [u8; 32]) -> Option<Draw> {
    let weight = |priority: f64| if priority > 0.0 { priority } else { 1.0 };
    let seen: std::collections::BTreeSet<StatementId> = seen.iter().copied().collect();
    let weights: Vec<(StatementId, f64)> = map
        .statements
        .iter()
        .filter(|one| one.may_be_asked && !seen.contains(&one.id))
        .map(|one| (one.id, weight(one.priority)))
        .collect();
    let sum: f64 = weights.iter().map(|(_, weight)| weight).sum();
    let number = (ChaCha20Rng::from_seed(seed).next_u64() >> 11) as f64 / (1_u64 << 53) as f64;
    let mut so_far = 0.0;
    let found = weights.iter().find(|(_, weight)| {
        so_far += weight;
        so_far > number * sum
    });
    let drawn = found.or(weights.last())?.0;
    Some(Draw { seed, weights, number, drawn })
}
