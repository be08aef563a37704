//! The centre of opinions and the two directions in which they differ most.

use crate::counts::Tally;
use crate::spread::Spread;

/// Multiplications of the production system: its "100 iterations" multiply once more.
const POWER_ITERATIONS: usize = 101;
/// Up to so many statements all directions are computed at once, by rotations.
const ROTATED: usize = 48;
/// Lanczos stops when both directions are known to this part of the largest variance.
const CONVERGED: f64 = 1e-14;
const LANCZOS_STEPS: usize = 400;
/// Below this part of the largest variance there is no direction, only rounding.
const NOTHING: f64 = 1e-12;

fn dot(one: &[f64], other: &[f64]) -> f64 {
    const WIDE: usize = 8;
    let mut sums = [0.0; WIDE];
    let (ones, one_rest) = one.as_chunks::<WIDE>();
    let (others, other_rest) = other.as_chunks::<WIDE>();
    for (one, other) in ones.iter().zip(others) {
        for place in 0..WIDE {
            sums[place] += one[place] * other[place];
        }
    }
    let rest: f64 = one_rest.iter().zip(other_rest).map(|(one, other)| one * other).sum();
    sums.iter().sum::<f64>() + rest
}

fn add(to: &mut [f64], times: f64, from: &[f64]) {
    to.iter_mut().zip(from).for_each(|(to, from)| *to += times * from);
}

fn scale(vector: &mut [f64], times: f64) {
    for value in vector {
        *value *= times;
    }
}

fn length(vector: &[f64]) -> f64 {
    dot(vector, vector).sqrt()
}

/// The two directions with their share of the spread (sum of squares along them).
#[derive(Clone, Debug, Default)]
pub(crate) struct Directions {
    /// Unit vectors; zero where there is no direction.
    pub vectors: [Vec<f64>; 2],
    pub spread: [f64; 2],
}

/// The centre: the mean of the votes on each statement, 0 where it is kept out or has none.
pub(crate) fn centre(totals: &[Tally], out: &[bool]) -> Vec<f64> {
    let mean = |(tally, out): (&Tally, &bool)| {
        if *out || tally.seen() == 0 {
            0.0
        } else {
            (f64::from(tally.agree) - f64::from(tally.disagree)) / f64::from(tally.seen())
        }
    };
    totals.iter().zip(out).map(mean).collect()
}

/// Power iteration as in the production system, from these starts (ones where there is none).
pub(crate) fn by_power(spread: &Spread, starts: Option<&[Vec<f64>; 2]>) -> Directions {
    by_power_in(spread, starts, POWER_ITERATIONS)
}

fn by_power_in(spread: &Spread, starts: Option<&[Vec<f64>; 2]>, iterations: usize) -> Directions {
    let columns = spread.columns();
    let mut found = Directions::default();
    for place in 0..2 {
        let mut vector = vec![1.0; columns];
        if let Some(start) = starts.map(|starts| &starts[place])
            && start.iter().any(|value| *value != 0.0)
        {
            vector.clone_from(start);
        }
        let mut next = vec![0.0; columns];
        let mut size = 0.0;
        for _ in 0..iterations {
            if place == 1 {
                forget(&mut vector, &found.vectors[0]);
            }
            spread.apply(&vector, &mut next);
            if place == 1 {
                forget(&mut next, &found.vectors[0]);
            }
            size = length(&next);
            if !(size > 0.0 && size.is_finite()) {
                break;
            }
            std::mem::swap(&mut vector, &mut next);
            scale(&mut vector, 1.0 / size);
        }
        if size > NOTHING * found.spread[0] && size.is_finite() && size > f64::MIN_POSITIVE {
            found.spread[place] = size;
            found.vectors[place] = vector;
        } else {
            found.vectors[place] = vec![0.0; columns];
        }
        if place == 0 && found.spread[0] == 0.0 {
            found.vectors[1] = vec![0.0; columns];
            break;
        }
    }
    found
}

/// Takes the part along a unit vector away.
fn forget(vector: &mut [f64], unit: &[f64]) {
    let along = dot(vector, unit);
    add(vector, -along, unit);
}

/// The two directions to the last digits: rotations when small, Lanczos otherwise.
pub(crate) fn converged(spread: &Spread) -> Directions {
    let columns = spread.columns();
    let (values, vectors) = if columns <= ROTATED { rotated(spread) } else { lanczos(spread) };
    let mut found = Directions::default();
    for (place, (value, mut vector)) in values.into_iter().zip(vectors).enumerate().take(2) {
        let floor = if place == 0 { f64::MIN_POSITIVE } else { NOTHING * found.spread[0] };
        let size = length(&vector);
        if value > floor && size > 0.0 && size.is_finite() && (place == 0 || found.spread[0] > 0.0)
        {
            scale(&mut vector, 1.0 / size);
            found.spread[place] = value;
            found.vectors[place] = vector;
        }
    }
    for vector in &mut found.vectors {
        vector.resize(columns, 0.0);
    }
    found
}

fn rotated(spread: &Spread) -> (Vec<f64>, Vec<Vec<f64>>) {
    let columns = spread.columns();
    let mut unit = vec![0.0; columns];
    let mut matrix = vec![0.0; columns * columns];
    for (column, line) in matrix.chunks_exact_mut(columns.max(1)).enumerate() {
        unit.fill(0.0);
        unit[column] = 1.0;
        spread.apply(&unit, line);
    }
    largest_two(matrix, columns)
}

/// The two largest eigenvalues of a symmetric matrix with their vectors, by Jacobi rotations.
fn largest_two(mut matrix: Vec<f64>, size: usize) -> (Vec<f64>, Vec<Vec<f64>>) {
    let mut vectors = vec![0.0; size * size];
    for place in 0..size {
        vectors[place * size + place] = 1.0;
    }
    for _ in 0..60 {
        let mut off = 0.0;
        let mut all = 0.0;
        for row in 0..size {
            for column in 0..size {
                let square = matrix[row * size + column] * matrix[row * size + column];
                all += square;
                off += if row == column { 0.0 } else { square };
            }
        }
        if off <= 1e-34 * all {
            break;
        }
        for p in 0..size {
            for q in p + 1..size {
                let cross = matrix[p * size + q];
                if cross == 0.0 {
                    continue;
                }
                let theta = (matrix[q * size + q] - matrix[p * size + p]) / (2.0 * cross);
                let tangent = theta.signum() / (theta.abs() + (theta * theta + 1.0).sqrt());
                let cosine = 1.0 / (tangent * tangent + 1.0).sqrt();
                let sine = tangent * cosine;
                for k in 0..size {
                    let (one, other) = (matrix[k * size + p], matrix[k * size + q]);
                    matrix[k * size + p] = cosine * one - sine * other;
                    matrix[k * size + q] = sine * one + cosine * other;
                }
                for k in 0..size {
                    let (one, other) = (matrix[p * size + k], matrix[q * size + k]);
                    matrix[p * size + k] = cosine * one - sine * other;
                    matrix[q * size + k] = sine * one + cosine * other;
                }
                for k in 0..size {
                    let (one, other) = (vectors[k * size + p], vectors[k * size + q]);
                    vectors[k * size + p] = cosine * one - sine * other;
                    vectors[k * size + q] = sine * one + cosine * other;
                }
            }
        }
    }
    let mut order: Vec<usize> = (0..size).collect();
    order.sort_by(|one, other| {
        matrix[other * size + other].total_cmp(&matrix[one * size + one]).then(one.cmp(other))
    });
    order.truncate(2);
    let values = order.iter().map(|place| matrix[place * size + place]).collect();
    let vector = |place: &usize| (0..size).map(|row| vectors[row * size + place]).collect();
    (values, order.iter().map(vector).collect())
}

/// Lanczos with full reorthogonalisation from a fixed start.
fn lanczos(spread: &Spread) -> (Vec<f64>, Vec<Vec<f64>>) {
    let columns = spread.columns();
    let mut basis: Vec<Vec<f64>> = vec![start(columns, 0)];
    let (mut diagonal, mut beside): (Vec<f64>, Vec<f64>) = (Vec::new(), Vec::new());
    let mut ritz = (Vec::new(), Vec::new());
    for step in 0..LANCZOS_STEPS.min(columns) {
        let mut next = vec![0.0; columns];
        spread.apply(&basis[step], &mut next);
        diagonal.push(dot(&next, &basis[step]));
        orthogonalise(&mut next, &basis);
        let mut size = length(&next);
        let scale_of_all = diagonal.iter().fold(0.0_f64, |most, value| most.max(value.abs()));
        let last = step + 1 == LANCZOS_STEPS.min(columns);
        let closed = size <= 1e-13 * scale_of_all || size == 0.0;
        if last || closed || (step >= 11 && step % 4 == 3) {
            ritz = largest_of_tridiagonal(&diagonal, &beside);
            let (values, ends): (&Vec<f64>, &Vec<Vec<f64>>) = (&ritz.0, &ritz.1);
            let most = values.first().map_or(0.0, |value| value.abs());
            let open = |end: &Vec<f64>| size * end.last().map_or(0.0, |part| part.abs());
            // The error of a direction is its residual over the distance to the next ones;
            // its square is the error of the variance.
            if last || (ends.len() == 2 && ends.iter().all(|end| open(end) <= CONVERGED * most)) {
                break;
            }
        }
        if closed {
            // All that this start can reach is known: go on from another one.
            next = start(columns, step as u64 + 1);
            orthogonalise(&mut next, &basis);
            size = length(&next);
            beside.push(0.0);
            if size <= 1e-8 {
                break;
            }
        } else {
            beside.push(size);
        }
        scale(&mut next, 1.0 / size);
        basis.push(next);
    }
    let (values, parts) = ritz;
    let vectors = parts.iter().map(|parts| {
        let mut vector = vec![0.0; columns];
        parts.iter().zip(&basis).for_each(|(part, step)| add(&mut vector, *part, step));
        vector
    });
    (values, vectors.collect())
}

fn orthogonalise(vector: &mut [f64], basis: &[Vec<f64>]) {
    for _ in 0..2 {
        for step in basis {
            forget(vector, step);
        }
    }
}

/// A unit vector without any pattern, always the same (numbers of splitmix64).
fn start(columns: usize, round: u64) -> Vec<f64> {
    let mut state = round.wrapping_mul(0xa076_1d64_78bd_642f);
    let mut vector: Vec<f64> = (0..columns)
        .map(|_| {
            state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mut mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            ((mixed ^ (mixed >> 31)) >> 11) as f64 / (1_u64 << 53) as f64 + 0.5
        })
        .collect();
    let size = length(&vector);
    scale(&mut vector, 1.0 / size);
    vector
}

/// The two largest eigenvalues of a tridiagonal matrix by bisection, and their vectors by
/// inverse iteration.
fn largest_of_tridiagonal(diagonal: &[f64], beside: &[f64]) -> (Vec<f64>, Vec<Vec<f64>>) {
    let size = diagonal.len();
    if size <= 2 {
        let mut matrix = vec![0.0; size * size];
        for place in 0..size {
            matrix[place * size + place] = diagonal[place];
            if place + 1 < size {
                matrix[place * size + place + 1] = beside[place];
                matrix[(place + 1) * size + place] = beside[place];
            }
        }
        return largest_two(matrix, size);
    }
    let near = |place: usize| {
        let before = if place == 0 { 0.0 } else { beside[place - 1].abs() };
        before + beside.get(place).filter(|_| place + 1 < size).map_or(0.0, |value| value.abs())
    };
    let bound = |sign: f64| {
        (0..size).map(|place| sign * diagonal[place] + near(place)).fold(f64::MIN, f64::max)
    };
    let (top, bottom) = (bound(1.0), -bound(-1.0));
    let width = (top - bottom).abs().max(f64::MIN_POSITIVE);
    // How many eigenvalues lie above x (Sturm's sequence).
    let above = |x: f64| {
        let mut count = 0;
        let mut pivot = 1.0;
        for place in 0..size {
            let cross = if place == 0 { 0.0 } else { beside[place - 1] * beside[place - 1] };
            pivot = diagonal[place] - x - cross / pivot;
            if pivot == 0.0 {
                pivot = -f64::MIN_POSITIVE.sqrt();
            }
            count += usize::from(pivot > 0.0);
        }
        count
    };
    let mut values = Vec::new();
    for wanted in 1..=2 {
        let (mut low, mut high) = (bottom - width * 1e-3, top + width * 1e-3);
        for _ in 0..80 {
            let middle = f64::midpoint(low, high);
            if above(middle) >= wanted {
                low = middle;
            } else {
                high = middle;
            }
        }
        values.push(f64::midpoint(low, high));
    }
    let mut vectors: Vec<Vec<f64>> = Vec::new();
    for (place, value) in values.iter().enumerate() {
        let mut vector = start(size, place as u64);
        for _ in 0..4 {
            solve_shifted(diagonal, beside, value + width * 1e-16, &mut vector);
            orthogonalise(&mut vector, &vectors);
            let size = length(&vector);
            if !(size > 0.0 && size.is_finite()) {
                vector = start(diagonal.len(), place as u64 + 7);
                continue;
            }
            scale(&mut vector, 1.0 / size);
        }
        vectors.push(vector);
    }
    (values, vectors)
}

/// Solves (T - shift) x = b with row exchanges; `vector` is b before and x after.
fn solve_shifted(diagonal: &[f64], beside: &[f64], shift: f64, vector: &mut [f64]) {
    let size = diagonal.len();
    let tiny = f64::EPSILON
        * diagonal
            .iter()
            .chain(beside)
            .fold(f64::MIN_POSITIVE, |most, value| most.max(value.abs()));
    // Each line of the triangle: pivot, next, next but one.
    let mut lines: Vec<[f64; 3]> = Vec::with_capacity(size);
    let mut current = [diagonal[0] - shift, beside.first().copied().unwrap_or(0.0), 0.0];
    for place in 1..size {
        let below = beside[place - 1];
        let after = if place + 1 < size { beside[place] } else { 0.0 };
        let next = [below, diagonal[place] - shift, after];
        if below.abs() > current[0].abs() {
            let factor = current[0] / below;
            lines.push(next);
            vector.swap(place - 1, place);
            vector[place] -= factor * vector[place - 1];
            current = [current[1] - factor * next[1], current[2] - factor * next[2], 0.0];
        } else {
            if current[0].abs() < tiny {
                current[0] = tiny;
            }
            let factor = below / current[0];
            lines.push(current);
            vector[place] -= factor * vector[place - 1];
            current = [next[1] - factor * current[1], next[2] - factor * current[2], 0.0];
        }
    }
    if current[0].abs() < tiny {
        current[0] = tiny;
    }
    lines.push(current);
    for place in (0..size).rev() {
        let [pivot, next, after] = lines[place];
        let known = next * vector.get(place + 1).copied().unwrap_or(0.0)
            + after * vector.get(place + 2).copied().unwrap_or(0.0);
        vector[place] = (vector[place] - known) / pivot;
    }
}

/// Turns each direction as it was before, or else so that its largest entry is positive.
pub(crate) fn orient(found: &mut Directions, before: Option<&[Vec<f64>; 2]>) {
    for (place, vector) in found.vectors.iter_mut().enumerate() {
        let as_before = before.map_or(0.0, |before| dot(vector, &before[place]));
        let most = vector.iter().fold(0.0_f64, |most, value| most.max(value.abs()));
        // Entries that differ by rounding only are equal: the first of them decides.
        let first = vector.iter().find(|value| value.abs() >= most * (1.0 - 1e-9));
        let turn = if as_before == 0.0 {
            first.is_some_and(|value| *value < 0.0)
        } else {
            as_before < 0.0
        };
        if turn {
            scale(vector, -1.0);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;

    fn matrix(dense: &[&[f64]]) -> Spread<'static> {
        let lower = dense.iter().enumerate().flat_map(|(row, line)| line[..=row].to_vec());
        Spread::Matrix { columns: dense.len(), lower: Cow::Owned(lower.collect()) }
    }

    /// Random symmetric positive matrix of a given rank, as D'D.
    fn random(columns: usize, rows: usize) -> Spread<'static> {
        let lines: Vec<Vec<f64>> = (0..rows)
            .map(|row| start(columns, row as u64).iter().map(|x| x * 30.0 - 0.9).collect())
            .collect();
        let mut lower = Vec::new();
        for k in 0..columns {
            for j in 0..=k {
                lower.push(lines.iter().map(|line| line[j] * line[k]).sum());
            }
        }
        Spread::Matrix { columns, lower: Cow::Owned(lower) }
    }

    #[test]
    fn lanczos_and_rotations_agree() {
        for (columns, rows) in [(60, 200), (60, 2), (80, 1), (49, 30)] {
            let spread = random(columns, rows);
            let (values, vectors) = lanczos(&spread);
            let (sure, sure_vectors) = rotated(&spread);
            for place in 0..2.min(rows) {
                assert!(
                    (values[place] - sure[place]).abs() <= 1e-12 * sure[0],
                    "{columns} {rows} {place}"
                );
                let along = dot(&vectors[place], &sure_vectors[place]).abs();
                assert!((along - 1.0).abs() < 1e-12, "{columns} {rows} {place}: {along}");
            }
        }
    }

    #[test]
    fn power_iteration_of_a_published_unit_test() {
        let rows: [[f64; 3]; 4] =
            [[1.0, 0.0, 0.0], [-1.0, 1.0, 0.1], [0.0, 1.0, 0.1], [0.0, 1.0, -0.1]];
        let mut lower = Vec::new();
        for k in 0..3 {
            for j in 0..=k {
                lower.push(rows.iter().map(|row| row[j] * row[k]).sum());
            }
        }
        let spread = Spread::Matrix { columns: 3, lower: Cow::Owned(lower) };
        // "2 iterations" there multiplies three times.
        let found = by_power_in(&spread, None, 3);
        for (ours, theirs) in found.vectors[0].iter().zip([-0.34217, 0.93906, 0.032_633]) {
            assert!((ours - theirs).abs() < 1e-4, "{:?}", found.vectors[0]);
        }
    }

    #[test]
    fn a_single_direction_leaves_the_second_empty() {
        let found = converged(&matrix(&[&[4.0, 2.0], &[2.0, 1.0]]));
        assert!((found.spread[0] - 5.0).abs() < 1e-14);
        assert_eq!(found.vectors[1], [0.0, 0.0]);
        let found = converged(&matrix(&[&[0.0, 0.0], &[0.0, 0.0]]));
        assert_eq!((found.spread, &found.vectors[0]), ([0.0; 2], &vec![0.0; 2]));
        let found = by_power(&matrix(&[&[0.0, 0.0], &[0.0, 0.0]]), None);
        assert_eq!((found.spread, &found.vectors[0]), ([0.0; 2], &vec![0.0; 2]));
    }
}
