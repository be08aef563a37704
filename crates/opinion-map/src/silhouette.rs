//! How well groups are separated.

/// The mean silhouette: how much nearer points are to their own cluster than to the next
/// one, -1 to 1; single members count 0.
///
/// `class` gives the cluster of each point, `classes` how many there are.
pub fn silhouette(class: &[u32], classes: usize, far: impl Fn(usize, usize) -> f64) -> f64 {
    let mut sizes = vec![0_usize; classes];
    for class in class {
        if let Some(size) = sizes.get_mut(*class as usize) {
            *size += 1;
        }
    }
    let single = |point: usize| {
        let own = class[point] as usize;
        if sizes.get(own).is_none_or(|size| *size < 2) {
            return 0.0;
        }
        let mut sums = vec![0.0; classes];
        for (other, class) in class.iter().enumerate() {
            if other != point
                && let Some(sum) = sums.get_mut(*class as usize)
            {
                *sum += far(point, other);
            }
        }
        let inside = sums[own] / (sizes[own] - 1) as f64;
        let outside = (0..classes)
            .filter(|other| *other != own && sizes[*other] > 0)
            .map(|other| sums[other] / sizes[other] as f64)
            .fold(f64::INFINITY, f64::min);
        let most = inside.max(outside);
        if outside.is_finite() && most > 0.0 { (outside - inside) / most } else { 0.0 }
    };
    if class.is_empty() {
        0.0
    } else {
        (0..class.len()).map(single).sum::<f64>() / class.len() as f64
    }
}

#[cfg(test)]
mod tests {
    use super::silhouette;

    #[test]
    fn silhouette_of_four() {
        // The distances of a published unit test: {a, b} and {c, d}.
        let far = [
            [0.0, 1.0, 3.0, 4.0],
            [1.0, 0.0, 3.0, 4.0],
            [3.0, 3.0, 0.0, 2.0],
            [4.0, 4.0, 2.0, 0.0],
        ];
        let all = silhouette(&[0, 0, 1, 1], 2, |one, other| far[one][other]);
        assert!((all - 0.5654).abs() < 1e-4, "{all}");
    }
}
