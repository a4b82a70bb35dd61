//! The typical change: the middle of all means of two differences (Hodges and Lehmann 1963).
//! Never the differences of those who changed alone: those who stayed count as no change.

use super::signed_rank::sums;
use super::{Differences, Interval, LEAST_PAIRS, SIDE, Z, real};

/// Above so many pairs the ranks that bound the interval are taken from the normal distribution.
const EXACT: usize = 400;

/// The typical change, with what is compatible with it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Typical {
    /// The middle, in steps.
    pub value: f64,
    /// The 95 % interval; none below six pairs, which cannot give one.
    pub interval: Option<Interval>,
}

/// The typical change of these pairs; none of nobody. The interval turns the signed-rank test round
/// (Hollander and Wolfe, *Nonparametric Statistical Methods*, §3.3); with ties its closed ends hold
/// the centre at least as often (Noether 1967).
pub fn hodges_lehmann(differences: &Differences) -> Option<Typical> {
    let means = Means::new(differences)?;
    let count = means.count;
    let value = f64::midpoint(means.at((count - 1) / 2), means.at(count / 2));
    let interval = (means.pairs >= LEAST_PAIRS).then(|| {
        let out = left_out(means.pairs);
        Interval { low: means.at(out), high: means.at(count - 1 - out) }
    });
    Some(Typical { value, interval })
}

/// How many means are left out on each side (R's `qsignrank`, less one).
fn left_out(pairs: usize) -> usize {
    let count = pairs * (pairs + 1) / 2;
    if pairs <= EXACT {
        let mut tail = 0.0;
        let likely = sums((1..=pairs).map(|rank| (rank, 1)), count / 2);
        let quantile = likely.iter().position(|likely| {
            tail += likely;
            tail >= SIDE
        });
        return quantile.unwrap_or(0).saturating_sub(1);
    }
    let variance = real(count) * real(2 * pairs + 1) / 12.0;
    let quantile = real(count) / 2.0 - Z * variance.sqrt();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a rank, above 0")]
    let quantile = quantile.round() as usize;
    quantile.saturating_sub(1)
}

/// The means of each two differences and of each with itself (Walsh averages), never all held.
struct Means {
    /// In order, each with how many pairs have it.
    differences: Vec<(i64, usize)>,
    pairs: usize,
    count: usize,
}

impl Means {
    fn new(differences: &Differences) -> Option<Self> {
        let pairs = differences.pairs();
        let differences: Vec<_> = differences.iter().collect();
        (pairs > 0).then(|| Self { differences, pairs, count: pairs * (pairs + 1) / 2 })
    }

    /// The mean of this place from 0, in their order.
    fn at(&self, place: usize) -> f64 {
        let end = |it: Option<&(i64, usize)>| it.map_or(0, |it| 2 * i128::from(it.0));
        let (mut low, mut high) = (end(self.differences.first()), end(self.differences.last()));
        // The least sum of two that more than `place` sums do not pass.
        while low < high {
            let middle = (low + high).div_euclid(2);
            if self.up_to(middle) > place {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        #[expect(clippy::cast_precision_loss, reason = "a sum of two answers")]
        let sum = low as f64;
        sum / 2.0
    }

    /// How many sums of two differences do not pass this one.
    fn up_to(&self, sum: i128) -> usize {
        let mut found = 0;
        // The largest partner falls as the difference grows.
        let mut end = self.differences.len();
        let mut below = self.pairs;
        for (first, pairs) in &self.differences {
            while end > 0 && i128::from(self.differences[end - 1].0) + i128::from(*first) > sum {
                end -= 1;
                below -= self.differences[end].1;
            }
            // Each with its partners, and, once more, with itself.
            found += pairs * below;
            if 2 * i128::from(*first) <= sum {
                found += pairs;
            }
        }
        // Each two were met twice, each with itself twice as well.
        found / 2
    }
}
