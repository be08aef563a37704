//! The plane of opinions: where people and statements lie on it.

use crate::conversation::Conversation;
use crate::gram::value;

/// A place on the plane: along the first and along the second direction.
pub type Point = [f64; 2];

pub(crate) fn squared(one: Point, other: Point) -> f64 {
    let (x, y) = (one[0] - other[0], one[1] - other[1]);
    x * x + y * y
}

pub(crate) fn distance(one: Point, other: Point) -> f64 {
    squared(one, other).sqrt()
}

/// Where each person lies: what they say beyond the centre, along the two directions,
/// enlarged by the square root of (statements / statements they saw). A statement that is
/// kept out counts as seen, by everybody.
pub(crate) fn people(
    conversation: &Conversation,
    centre: &[f64],
    directions: &[Vec<f64>; 2],
    out: &[bool],
) -> Vec<Point> {
    let columns = centre.len();
    let given = out.iter().filter(|out| **out).count();
    // What a vote adds, by cell: three numbers, the last counts the votes.
    let mut parts = vec![[0.0; 4]; columns * 4];
    for (column, parts) in parts.chunks_exact_mut(4).enumerate() {
        if !out[column] {
            for (cell, part) in (0..).zip(parts) {
                let beyond = f64::from(value(cell)) - centre[column];
                *part = [beyond * directions[0][column], beyond * directions[1][column], 1.0, 0.0];
            }
        }
    }
    let place = |row: usize| {
        let mut sum = [0.0; 4];
        for cell in conversation.row(row) {
            let part = &parts[*cell as usize];
            for axis in 0..4 {
                sum[axis] += part[axis];
            }
        }
        let seen = (sum[2] + given as f64).max(1.0);
        let larger = (columns as f64 / seen).sqrt();
        [sum[0] * larger, sum[1] * larger]
    };
    (0..conversation.participants().len()).map(place).collect()
}

/// Where each statement lies: the place of somebody who only agrees with it.
pub(crate) fn statements(centre: &[f64], directions: &[Vec<f64>; 2]) -> Vec<Point> {
    let larger = (centre.len() as f64).sqrt();
    let place = |column: usize| {
        let beyond = larger * (1.0 - centre[column]);
        [beyond * directions[0][column], beyond * directions[1][column]]
    };
    (0..centre.len()).map(place).collect()
}
