//! How opinions spread: the matrix of which the directions are the largest eigenvectors.

use std::borrow::Cow;

use crate::conversation::Conversation;
use crate::gram::{Gram, Pair, value};

/// The spread of opinions: D'D for the centred votes D.
pub(crate) enum Spread<'a> {
    /// Lower triangle, row by row.
    Matrix { columns: usize, lower: Cow<'a, [f64]> },
    /// Passes over the votes.
    Votes {
        conversation: &'a Conversation,
        left_out: &'a [bool],
        centre: &'a [f64],
        out: &'a [bool],
    },
}

/// The spread from pairs, kept from one map to the next: one vote changes one line and column.
#[derive(Clone, Debug, Default)]
pub(crate) struct Kept {
    lower: Vec<f64>,
    centre: Vec<f64>,
    out: Vec<bool>,
}

impl Kept {
    /// Brings the spread up to date, where the pairs of some columns have changed.
    ///
    /// Every entry follows from its own pair and two means, so it does not matter which
    /// entries are worked out anew.
    pub fn refresh(&mut self, gram: &Gram, centre: &[f64], out: &[bool], changed: &[usize]) {
        let columns = gram.columns();
        let moved = |column: usize| {
            self.centre[column].to_bits() != centre[column].to_bits()
                || self.out[column] != out[column]
                || changed.contains(&column)
        };
        let anew: Vec<usize> = if self.centre.len() == columns {
            (0..columns).filter(|column| moved(*column)).collect()
        } else {
            (0..columns).collect()
        };
        if anew.len() * 4 > columns {
            self.lower = lower(gram, centre, out);
        } else {
            for column in anew {
                for other in 0..columns {
                    let (j, k) = (column.min(other), column.max(other));
                    let value = if out[j] || out[k] {
                        0.0
                    } else {
                        spread_of(&gram.line(k)[j], centre[j], centre[k])
                    };
                    self.lower[k * (k + 1) / 2 + j] = value;
                }
            }
        }
        centre.clone_into(&mut self.centre);
        out.clone_into(&mut self.out);
    }

    pub fn spread(&self) -> Spread<'_> {
        Spread::Matrix { columns: self.centre.len(), lower: Cow::Borrowed(&self.lower) }
    }
}

/// Exact sums, then one rounding a term.
fn spread_of(pair: &Pair, first: f64, second: f64) -> f64 {
    f64::from(pair.product) - first * f64::from(pair.second) - second * f64::from(pair.first)
        + first * second * f64::from(pair.both)
}

fn lower(gram: &Gram, centre: &[f64], out: &[bool]) -> Vec<f64> {
    let columns = gram.columns();
    let mut lower = Vec::with_capacity(columns * (columns + 1) / 2);
    for k in 0..columns {
        let line = gram.line(k);
        if out[k] {
            lower.resize(lower.len() + line.len(), 0.0);
            continue;
        }
        lower.extend(line.iter().zip(centre).zip(out).map(|((pair, first), out)| {
            if *out { 0.0 } else { spread_of(pair, *first, centre[k]) }
        }));
    }
    lower
}

impl Spread<'_> {
    pub fn columns(&self) -> usize {
        match self {
            Self::Matrix { columns, .. } => *columns,
            Self::Votes { centre, .. } => centre.len(),
        }
    }

    /// `to` becomes the spread times `from`.
    pub fn apply(&self, from: &[f64], to: &mut [f64]) {
        to.fill(0.0);
        match self {
            Self::Matrix { lower, .. } => {
                let mut start = 0;
                for k in 0..from.len() {
                    let line = &lower[start..start + k];
                    to[k] += dot_and_add(line, &from[..k], from[k], &mut to[..k]);
                    to[k] += lower[start + k] * from[k];
                    start += k + 1;
                }
            }
            Self::Votes { conversation, left_out, centre, out } => {
                let mut ahead = vec![0.0; from.len() * 4];
                for (column, part) in ahead.chunks_exact_mut(4).enumerate() {
                    if !out[column] {
                        for (cell, slot) in (0..).zip(part) {
                            *slot = (f64::from(value(cell)) - centre[column]) * from[column];
                        }
                    }
                }
                let mut back = vec![0.0; from.len() * 4];
                for row in (0..left_out.len()).filter(|row| !left_out[*row]) {
                    let cells = conversation.row(row);
                    let sum: f64 = cells.iter().map(|cell| ahead[*cell as usize]).sum();
                    for cell in cells {
                        back[*cell as usize] += sum;
                    }
                }
                for (column, part) in back.chunks_exact(4).enumerate() {
                    if !out[column] {
                        let weigh = |(cell, sum): (u32, &f64)| {
                            (f64::from(value(cell)) - centre[column]) * sum
                        };
                        to[column] = (0..).zip(part).map(weigh).sum();
                    }
                }
            }
        }
    }
}

/// Gives the inner product of `line` and `from`, and adds `times` x `line` to `to`.
fn dot_and_add(line: &[f64], from: &[f64], times: f64, to: &mut [f64]) -> f64 {
    const WIDE: usize = 8;
    let mut sums = [0.0; WIDE];
    let (lines, line_rest) = line.as_chunks::<WIDE>();
    let (froms, from_rest) = from.as_chunks::<WIDE>();
    let (tos, to_rest) = to.as_chunks_mut::<WIDE>();
    for ((line, from), to) in lines.iter().zip(froms).zip(tos) {
        for place in 0..WIDE {
            sums[place] += line[place] * from[place];
            to[place] += times * line[place];
        }
    }
    let mut sum = sums.iter().sum::<f64>();
    for ((line, from), to) in line_rest.iter().zip(from_rest).zip(to_rest) {
        sum += line * from;
        *to += times * line;
    }
    sum
}

/// Sums over pairs of statements, the spread of the last map, and which columns have changed.
pub(crate) struct Pairs<'a> {
    pub gram: &'a Gram,
    pub kept: &'a mut Kept,
    pub changed: &'a [usize],
}
