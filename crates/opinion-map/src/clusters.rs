//! k-means on the plane, as in the production system and with better starts.

use std::collections::{HashMap, HashSet};

use crate::plane::{Point, distance, squared};

/// k-means of the production system on weighted points, cold: the members of each group.
///
/// At most `k` groups begin at the first distinct points; at most 21 rounds. A stage of the
/// map, public so that it can be checked by itself. Missing weights count 1.
pub fn groups_as_in_production(points: &[Point], weights: &[f64], k: usize) -> Vec<Vec<u32>> {
    let mut weights = weights.to_vec();
    weights.resize(points.len(), 1.0);
    let groups = as_in_production(points, Some(&weights), k, 20, None);
    groups.into_iter().map(|group| group.members).collect()
}

/// Centres that moved less than this stand still.
const STILL: f64 = 0.01;

/// Points that belong together.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Cluster {
    pub id: u32,
    pub centre: Point,
    /// Positions in the list of points, ascending.
    pub members: Vec<u32>,
}

/// The weighted mean; the plain sum of products over the sum of weights.
fn mean(points: &[Point], weights: Option<&[f64]>, members: &[u32]) -> Point {
    let mut sum = [0.0; 2];
    let mut all = 0.0;
    for member in members {
        let weight = weights.map_or(1.0, |weights| weights[*member as usize]);
        let point = points[*member as usize];
        sum = [sum[0] + weight * point[0], sum[1] + weight * point[1]];
        all += weight;
    }
    if all > 0.0 { [sum[0] / all, sum[1] / all] } else { [0.0; 2] }
}

fn key(point: Point) -> [u64; 2] {
    // The two zeros are one place.
    point.map(|x| (x + 0.0).to_bits())
}

/// The positions of the first `most` points that differ from all before them.
pub(crate) fn first_distinct(points: &[Point], most: usize) -> Vec<u32> {
    let mut seen = HashSet::new();
    let mut first = Vec::new();
    for (place, point) in points.iter().enumerate() {
        if first.len() == most {
            break;
        }
        if seen.insert(key(*point)) {
            first.push(place as u32);
        }
    }
    first
}

/// k-means of the production system: the first `k` distinct points (or the clusters of the
/// last update) to begin with, at most `rounds` + 1 rounds, ties to the last centre.
pub(crate) fn as_in_production(
    points: &[Point],
    weights: Option<&[f64]>,
    k: usize,
    rounds: usize,
    last: Option<Vec<Cluster>>,
) -> Vec<Cluster> {
    let cold = || {
        let begin = |(id, place): (usize, &u32)| Cluster {
            id: id as u32,
            centre: points[*place as usize],
            members: vec![*place],
        };
        first_distinct(points, k).iter().enumerate().map(begin).collect::<Vec<_>>()
    };
    let mut clusters = match last.filter(|last| !last.is_empty()) {
        Some(last) => warmed(points, weights, k, last),
        None => cold(),
    };
    let cells = Cells::of(points, k);
    let mut nearest = vec![0; points.len()];
    for _ in 0..=rounds {
        let centres: Vec<Point> = clusters.iter().map(|cluster| cluster.centre).collect();
        cells.assign(points, &centres, Tie::Last, &mut nearest);
        let mut next: Vec<Cluster> =
            clusters.iter().map(|cluster| Cluster { members: Vec::new(), ..*cluster }).collect();
        for (place, cluster) in nearest.iter().enumerate() {
            if let Some(cluster) = next.get_mut(*cluster as usize) {
                cluster.members.push(place as u32);
            }
        }
        next.retain(|cluster| !cluster.members.is_empty());
        for cluster in &mut next {
            cluster.centre = mean(points, weights, &cluster.members);
        }
        let still = stand_still(&clusters, &next);
        clusters = next;
        if still {
            break;
        }
    }
    clusters
}

/// Whether the sorted centres are pairwise closer than the threshold, over the shorter list.
fn stand_still(before: &[Cluster], after: &[Cluster]) -> bool {
    let sorted = |clusters: &[Cluster]| {
        let mut centres: Vec<Point> = clusters.iter().map(|cluster| cluster.centre).collect();
        centres.sort_by(|one, other| one[0].total_cmp(&other[0]).then(one[1].total_cmp(&other[1])));
        centres
    };
    sorted(before).iter().zip(&sorted(after)).all(|(one, other)| distance(*one, *other) < STILL)
}

/// The clusters of the last update on the points of now: moved, merged where they coincide,
/// split where there are too few.
fn warmed(points: &[Point], weights: Option<&[f64]>, k: usize, last: Vec<Cluster>) -> Vec<Cluster> {
    let mut clusters: Vec<Cluster> = Vec::new();
    for mut cluster in last {
        cluster.members.retain(|member| (*member as usize) < points.len());
        if cluster.members.is_empty() {
            continue;
        }
        cluster.centre = mean(points, weights, &cluster.members);
        match clusters.iter_mut().find(|other| key(other.centre) == key(cluster.centre)) {
            Some(other) => {
                if cluster.members.len() > other.members.len() {
                    other.id = cluster.id;
                }
                other.members.extend(cluster.members);
                other.centre = mean(points, weights, &other.members);
            }
            None => clusters.push(cluster),
        }
    }
    let wanted = first_distinct(points, k).len();
    while clusters.len() < wanted {
        let mut most: Option<(f64, usize, usize)> = None;
        for (at, cluster) in
            clusters.iter().enumerate().filter(|(_, cluster)| cluster.members.len() > 1)
        {
            for (place, member) in cluster.members.iter().enumerate() {
                let far = distance(points[*member as usize], cluster.centre);
                if most.is_none_or(|(most, ..)| far > most) {
                    most = Some((far, at, place));
                }
            }
        }
        let Some((far, at, place)) = most else { break };
        if far == 0.0 {
            break;
        }
        let member = clusters[at].members.remove(place);
        clusters[at].centre = mean(points, weights, &clusters[at].members);
        let id =
            clusters.iter().map(|cluster| cluster.id).max().map_or(0, |id| id.saturating_add(1));
        clusters.push(Cluster { id, centre: points[member as usize], members: vec![member] });
    }
    if clusters.is_empty() {
        return as_in_production(points, weights, k, 0, None);
    }
    clusters
}

#[derive(Clone, Copy, PartialEq)]
enum Tie {
    First,
    Last,
}

/// The plane cut into cells, so that a point is compared only with centres that may be nearest.
///
/// The answer is the one of comparing with all centres: a centre is left out of a cell only
/// when another one is nearer to every point of the cell by more than any rounding.
struct Cells {
    low: Point,
    step: Point,
    /// Coarse cells along each axis; each holds `FINE` x `FINE` cells.
    coarse: usize,
    /// The cell of each point; empty when comparing with all centres is cheaper.
    of: Vec<u16>,
    largest: f64,
}

const FINE: usize = 4;

impl Cells {
    fn of(points: &[Point], k: usize) -> Self {
        let (mut low, mut high) = ([f64::MAX; 2], [f64::MIN; 2]);
        for point in points {
            for axis in 0..2 {
                low[axis] = low[axis].min(point[axis]);
                high[axis] = high[axis].max(point[axis]);
            }
        }
        let coarse = match points.len() {
            ..5_000 => 3,
            5_000..10_000 => 6,
            10_000..50_000 => 16,
            _ => 32,
        };
        let side = coarse * FINE;
        let step = [0, 1].map(|axis| ((high[axis] - low[axis]) / side as f64).max(1e-300));
        let largest = low.iter().chain(&high).fold(0.0_f64, |most, x| most.max(x.abs()));
        let worth = points.len() >= 500 && k >= 8 && largest < 1e100;
        let cell = |point: &Point| {
            let [x, y] = [0, 1]
                .map(|axis| (((point[axis] - low[axis]) / step[axis]) as usize).min(side - 1));
            let whole = y / FINE * coarse + x / FINE;
            (whole * FINE * FINE + y % FINE * FINE + x % FINE) as u16
        };
        let of = if worth { points.iter().map(cell).collect() } else { Vec::new() };
        Self { low, step, coarse, of, largest }
    }

    /// The same for the points sorted by cell, and the place of each of them before.
    fn in_order(self, points: usize) -> (Self, Vec<u32>) {
        if self.of.is_empty() {
            return (self, (0..points as u32).collect());
        }
        let mut order: Vec<u64> =
            (0..).zip(&self.of).map(|(place, cell)| (u64::from(*cell) << 32) | place).collect();
        order.sort_unstable();
        let of = order.iter().map(|key| (key >> 32) as u16).collect();
        (Self { of, ..self }, order.iter().map(|key| *key as u32).collect())
    }

    /// The nearest centre of each point.
    fn assign(&self, points: &[Point], centres: &[Point], tie: Tie, nearest: &mut [u32]) {
        if self.of.is_empty() {
            let all: Vec<(u32, Point)> = (0..).zip(centres.iter().copied()).collect();
            for (point, nearest) in points.iter().zip(nearest) {
                *nearest = choose(*point, &all, tie);
            }
            return;
        }
        let (starts, candidates) = self.candidates(centres);
        for ((point, cell), nearest) in points.iter().zip(&self.of).zip(nearest) {
            let cell = *cell as usize;
            *nearest = choose(*point, &candidates[starts[cell]..starts[cell + 1]], tie);
        }
    }

    /// The centres that may be nearest in each cell, in their order.
    fn candidates(&self, centres: &[Point]) -> (Vec<usize>, Vec<(u32, Point)>) {
        let all: Vec<(u32, Point)> = (0..).zip(centres.iter().copied()).collect();
        let slack = 1e-9 * (self.largest * self.largest + 1e-300);
        let (mut starts, mut flat) = (vec![0], Vec::new());
        let (mut coarse, mut bounds) = (Vec::new(), Vec::new());
        for whole in 0..self.coarse * self.coarse {
            let (x, y) = (whole % self.coarse * FINE, whole / self.coarse * FINE);
            coarse.clear();
            self.among(&all, [x, y], FINE, slack, &mut bounds, &mut coarse);
            for fine in 0..FINE * FINE {
                let (x, y) = (x + fine % FINE, y + fine / FINE);
                self.among(&coarse, [x, y], 1, slack, &mut bounds, &mut flat);
                starts.push(flat.len());
            }
        }
        (starts, flat)
    }

    /// Adds those of the centres that may be nearest to a point of the cells.
    fn among(
        &self,
        centres: &[(u32, Point)],
        cell: [usize; 2],
        cells: usize,
        slack: f64,
        nearest: &mut Vec<f64>,
        found: &mut Vec<(u32, Point)>,
    ) {
        // A hair wider, so that rounding of the cell of a point does not matter.
        let from = [0, 1].map(|axis| self.low[axis] + self.step[axis] * (cell[axis] as f64 - 1e-6));
        let to = [0, 1]
            .map(|axis| self.low[axis] + self.step[axis] * ((cell[axis] + cells) as f64 + 1e-6));
        nearest.clear();
        let mut bound = f64::MAX;
        for (_, centre) in centres {
            let (mut near, mut far) = (0.0, 0.0);
            for axis in 0..2 {
                let (before, after) = (from[axis] - centre[axis], centre[axis] - to[axis]);
                let least = before.max(after).max(0.0);
                let most = (centre[axis] - from[axis]).abs().max((to[axis] - centre[axis]).abs());
                near += least * least;
                far += most * most;
            }
            nearest.push(near);
            bound = bound.min(far);
        }
        let may = |near: &f64| *near <= bound + slack;
        found.extend(
            centres.iter().zip(nearest.iter()).filter(|(_, near)| may(near)).map(|(one, _)| *one),
        );
    }
}

fn choose(point: Point, centres: &[(u32, Point)], tie: Tie) -> u32 {
    let mut best = (f64::MAX, 0);
    if tie == Tie::First {
        for (id, centre) in centres {
            let far = squared(point, *centre);
            // Written so that no branch has to be guessed.
            let nearer = far < best.0;
            best.0 = if nearer { far } else { best.0 };
            best.1 = if nearer { *id } else { best.1 };
        }
        return best.1;
    }
    // The production system computes |a|² + |b|² - 2ab, so that near points coincide.
    let own = point[0] * point[0] + point[1] * point[1];
    for (id, centre) in centres {
        let theirs = centre[0] * centre[0] + centre[1] * centre[1];
        let both = point[0] * centre[0] + point[1] * centre[1];
        let far = (own + theirs - 2.0 * both).max(0.0).sqrt();
        if far <= best.0 {
            best = (far, *id);
        }
    }
    best.1
}

/// At most `k` clusters of the points: cut where opinions spread most, then k-means.
///
/// The start follows Su and Dy (2007): again and again the cluster with the largest sum of
/// squares is cut at its mean, across the axis along which it is widest.
pub(crate) fn summarised(points: &[Point], k: usize, rounds: usize) -> Vec<Cluster> {
    let distinct = first_distinct(points, k + 1);
    if distinct.len() <= k {
        return coincident(points, &distinct);
    }
    let mut centres = cut(points, k);
    // Cell by cell, so that one point after the other is compared with the same centres.
    let (cells, order) = Cells::of(points, k).in_order(points.len());
    let ordered: Vec<Point> = order.iter().map(|place| points[*place as usize]).collect();
    let mut nearest = vec![0; points.len()];
    for _ in 0..rounds {
        cells.assign(&ordered, &centres, Tie::First, &mut nearest);
        let next = centres_of(&ordered, None, &nearest, &centres);
        let still = centres.iter().zip(&next).all(|(one, other)| distance(*one, *other) < STILL);
        centres = next;
        if still {
            break;
        }
    }
    cells.assign(&ordered, &centres, Tie::First, &mut nearest);
    let mut own = vec![0; points.len()];
    for (place, nearest) in order.iter().zip(&nearest) {
        own[*place as usize] = *nearest;
    }
    collected(points, None, &own, centres.len())
}

fn coincident(points: &[Point], distinct: &[u32]) -> Vec<Cluster> {
    let ids: HashMap<[u64; 2], u32> =
        (0..).zip(distinct).map(|(id, place)| (key(points[*place as usize]), id)).collect();
    let nearest: Vec<u32> =
        points.iter().map(|point| ids.get(&key(*point)).copied().unwrap_or(0)).collect();
    collected(points, None, &nearest, distinct.len())
}

fn centres_of(
    points: &[Point],
    weights: Option<&[f64]>,
    nearest: &[u32],
    before: &[Point],
) -> Vec<Point> {
    let mut sums = vec![[0.0; 3]; before.len()];
    for (place, (point, cluster)) in points.iter().zip(nearest).enumerate() {
        let weight = weights.map_or(1.0, |weights| weights[place]);
        let sum = &mut sums[*cluster as usize];
        *sum = [sum[0] + weight * point[0], sum[1] + weight * point[1], sum[2] + weight];
    }
    let centre = |(sum, before): (&[f64; 3], &Point)| {
        if sum[2] > 0.0 { [sum[0] / sum[2], sum[1] / sum[2]] } else { *before }
    };
    sums.iter().zip(before).map(centre).collect()
}

/// The clusters that have somebody, numbered by their first member.
fn collected(points: &[Point], weights: Option<&[f64]>, nearest: &[u32], k: usize) -> Vec<Cluster> {
    let mut place_of = vec![usize::MAX; k];
    let mut clusters: Vec<Cluster> = Vec::new();
    for (place, cluster) in nearest.iter().enumerate() {
        let at = &mut place_of[*cluster as usize];
        if *at == usize::MAX {
            *at = clusters.len();
            clusters.push(Cluster { id: *at as u32, centre: [0.0; 2], members: Vec::new() });
        }
        clusters[*at].members.push(place as u32);
    }
    for cluster in &mut clusters {
        cluster.centre = mean(points, weights, &cluster.members);
    }
    clusters
}

/// Where k-means of many points begins.
fn cut(points: &[Point], k: usize) -> Vec<Point> {
    struct Part {
        from: usize,
        to: usize,
        centre: Point,
        spread: Point,
    }
    let measure = |order: &[u32], from: usize, to: usize| {
        let members = &order[from..to];
        let centre = mean(points, None, members);
        let mut spread = [0.0; 2];
        for member in members {
            for axis in 0..2 {
                let off = points[*member as usize][axis] - centre[axis];
                spread[axis] += off * off;
            }
        }
        Part { from, to, centre, spread }
    };
    let mut order: Vec<u32> = (0..points.len() as u32).collect();
    let mut aside: Vec<u32> = Vec::with_capacity(order.len());
    let mut parts = vec![measure(&order, 0, order.len())];
    while parts.len() < k {
        let mut widest = 0;
        for (place, part) in parts.iter().enumerate() {
            if part.spread[0] + part.spread[1] > parts[widest].spread[0] + parts[widest].spread[1] {
                widest = place;
            }
        }
        let Part { from, to, centre, spread } = parts[widest];
        let axis = usize::from(spread[1] > spread[0]);
        aside.clear();
        let mut middle = from;
        for place in from..to {
            let member = order[place];
            if points[member as usize][axis] <= centre[axis] {
                order[middle] = member;
                middle += 1;
            } else {
                aside.push(member);
            }
        }
        order[middle..to].copy_from_slice(&aside);
        if middle == from || middle == to {
            break;
        }
        parts[widest] = measure(&order, from, middle);
        parts.push(measure(&order, middle, to));
    }
    parts.iter().map(|part| part.centre).collect()
}

/// The weighted sum of squared distances to the own centre.
fn inertia(points: &[Point], weights: &[f64], centres: &[Point], nearest: &[u32]) -> f64 {
    let part = |((point, weight), cluster): ((&Point, &f64), &u32)| {
        weight * squared(*point, centres[*cluster as usize])
    };
    points.iter().zip(weights).zip(nearest).map(part).sum()
}

/// For k = 2 to `most` the best clusters found from many starts: global k-means
/// (Likas, Vlassis, Verbeek 2003), which tries every point as the one new centre.
///
/// The result for k is at index k - 2; there are no more clusters than distinct points.
pub(crate) fn best_of_many(points: &[Point], weights: &[f64], most: usize) -> Vec<Vec<Cluster>> {
    let all: Vec<u32> = (0..points.len() as u32).collect();
    let mut centres = vec![mean(points, Some(weights), &all)];
    let distinct = first_distinct(points, points.len());
    let mut found = Vec::new();
    for k in 2..=most.min(distinct.len().max(1)) {
        let mut best: Option<(f64, Vec<Point>, Vec<u32>)> = None;
        for candidate in &distinct {
            let mut start = centres.clone();
            start.push(points[*candidate as usize]);
            let (centres, nearest) = settled(points, weights, start);
            let far = inertia(points, weights, &centres, &nearest);
            if best.as_ref().is_none_or(|(least, ..)| far < least * (1.0 - 1e-12)) {
                best = Some((far, centres, nearest));
            }
        }
        if let Some((_, better, nearest)) = best {
            found.push(collected(points, Some(weights), &nearest, k));
            centres = better;
        }
    }
    found
}

/// k-means until nobody changes.
fn settled(points: &[Point], weights: &[f64], start: Vec<Point>) -> (Vec<Point>, Vec<u32>) {
    let mut centres = start;
    let mut nearest = vec![u32::MAX; points.len()];
    for _ in 0..100 {
        let mut changed = false;
        for (point, nearest) in points.iter().zip(&mut nearest) {
            let mut best = (f64::MAX, 0);
            for (id, centre) in (0..).zip(&centres) {
                let far = squared(*point, *centre);
                if far < best.0 {
                    best = (far, id);
                }
            }
            changed |= *nearest != best.1;
            *nearest = best.1;
        }
        if !changed {
            break;
        }
        centres = centres_of(points, Some(weights), &nearest, &centres);
    }
    (centres, nearest)
}

pub(crate) fn classes(clusters: &[Cluster], points: usize) -> Vec<u32> {
    let mut class = vec![0; points];
    for (place, cluster) in (0..).zip(clusters) {
        for member in &cluster.members {
            class[*member as usize] = place;
        }
    }
    class
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scattered(count: usize) -> Vec<Point> {
        let mut state = 1_u64;
        let mut next = || {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            ((state >> 33) as f64 / f64::from(1_u32 << 31)) - 0.5
        };
        (0..count).map(|_| [next() * next() * 9.0, next() + next()]).collect()
    }

    #[test]
    fn cells_change_nothing() {
        let points = scattered(5_000);
        for tie in [Tie::First, Tie::Last] {
            let centres = [&points[..60], &points[..40]].concat();
            let cells = Cells::of(&points, centres.len());
            assert!(!cells.of.is_empty());
            let (mut quick, mut sure) = (vec![0; 5_000], vec![0; 5_000]);
            cells.assign(&points, &centres, tie, &mut quick);
            let all: Vec<(u32, Point)> = (0..).zip(centres.iter().copied()).collect();
            for (point, nearest) in points.iter().zip(&mut sure) {
                *nearest = choose(*point, &all, tie);
            }
            assert_eq!(quick, sure);
        }
    }

    #[test]
    fn two_distinct_points_make_two_clusters() {
        let points = [[1.0, 0.0], [1.0, 0.0], [2.0, 0.0]];
        assert_eq!(as_in_production(&points, None, 3, 20, None).len(), 2);
        assert_eq!(summarised(&points, 3, 20).len(), 2);
        assert_eq!(best_of_many(&points, &[1.0; 3], 3).len(), 1);
    }
}
