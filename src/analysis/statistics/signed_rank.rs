//! Wilcoxon's signed ranks: did people go further up than down?
//! Never a tie broken: those who went as far share their ranks, and those who stayed are counted apart.

use super::gamma::upper_gamma;
use super::{Differences, Method, PValue, Tested, TooFew, binomial, real};

/// How many additions an exact test may take: some 400 pairs of different lengths, and many thousands
/// where the lengths are few, as on a scale of four or five steps.
const WORK: usize = 20_000_000;

/// The ranks of those who went up and of those who went down, by how far they went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedRanks {
    /// Twice each mid-rank, so that it is whole, and how many have it.
    ranks: Vec<(usize, usize)>,
    up: usize,
    down: usize,
    zeros: usize,
}

impl SignedRanks {
    /// The ranks of these pairs; zeros are dropped and counted (Wilcoxon 1945), ties share the middle.
    pub fn new(differences: &Differences) -> Self {
        let mut lengths: Vec<(u64, usize, usize)> = Vec::new();
        let mut differing: Vec<(i64, usize)> = differences.iter().filter(|it| it.0 != 0).collect();
        differing.sort_by_key(|(difference, _)| difference.unsigned_abs());
        for (difference, pairs) in differing {
            let length = difference.unsigned_abs();
            if lengths.last().is_none_or(|last| last.0 != length) {
                lengths.push((length, 0, 0));
            }
            if let Some(last) = lengths.last_mut() {
                *(if difference > 0 { &mut last.1 } else { &mut last.2 }) += pairs;
            }
        }
        let mut ranks = Self { ranks: Vec::new(), up: 0, down: 0, zeros: differences.zeros() };
        let mut before = 0;
        for (_, up, down) in lengths {
            // The ranks from `before + 1` to `before + up + down`: twice their middle.
            let doubled = 2 * before + up + down + 1;
            ranks.ranks.push((doubled, up + down));
            ranks.up += doubled * up;
            ranks.down += doubled * down;
            before += up + down;
        }
        ranks
    }

    /// How many pairs differ.
    pub fn pairs(&self) -> usize {
        self.ranks.iter().map(|(_, pairs)| pairs).sum()
    }

    /// How many do not, and were dropped.
    pub fn zeros(&self) -> usize {
        self.zeros
    }

    /// The sum of the ranks of those who went up: R's V.
    pub fn up(&self) -> f64 {
        real(self.up) / 2.0
    }

    /// The sum of the ranks of those who went down.
    pub fn down(&self) -> f64 {
        real(self.down) / 2.0
    }

    /// The matched-pairs rank-biserial correlation, from -1 to 1 (Kerby 2014): the share of ranks that
    /// went up less the share that went down; none where nobody changed.
    pub fn rank_biserial(&self) -> Option<f64> {
        let all = self.up + self.down;
        (all > 0).then(|| (real(self.up) - real(self.down)) / real(all))
    }

    /// The test in both directions: exact, from all ways of turning the signs of these ranks, unless
    /// there are too many.
    pub fn two_sided(&self) -> Result<Tested, TooFew> {
        let (p, method) = match self.exact_tail() {
            Some(tail) => (2.0 * tail, Method::Exact),
            None => (self.normal(), Method::Approximate),
        };
        Ok(Tested { p: PValue::of_pairs(self.pairs(), p)?, method })
    }

    /// The test by the normal distribution, corrected for ties and for continuity (R's `wilcox.test`
    /// with `exact = FALSE`): for more pairs than can be gone through.
    pub fn approximately(&self) -> Result<Tested, TooFew> {
        let p = PValue::of_pairs(self.pairs(), self.normal())?;
        Ok(Tested { p, method: Method::Approximate })
    }

    /// How likely the smaller sum, or less, is where each sign is as likely as the other.
    fn exact_tail(&self) -> Option<f64> {
        let unit = self.ranks.iter().fold(0, |unit, (rank, _)| common(unit, *rank)).max(1);
        let most = self.up.min(self.down) / unit;
        let mut ranks: Vec<_> =
            self.ranks.iter().map(|(rank, many)| (rank / unit, *many)).collect();
        if most.saturating_mul(self.pairs()) <= WORK {
            return Some(sums(ranks.into_iter(), most).iter().sum());
        }
        ranks.sort_unstable_by_key(|(_, many)| *many);
        let (largest, others) = ranks.split_last()?;
        let ways = others.iter().try_fold(1_usize, |ways, (_, many)| ways.checked_mul(many + 1));
        ways.filter(|ways| *ways <= WORK)?;
        let mut within = 0.0;
        let likely = (0..=largest.1).map(|count| {
            within += binomial::density(count, largest.1, 0.5);
            within
        });
        let last = Ranked { rank: largest.0, likely: likely.collect() };
        let density = |many| (0..=many).map(|count| binomial::density(count, many, 0.5)).collect();
        let others: Vec<_> = others
            .iter()
            .map(|(rank, many)| Ranked { rank: *rank, likely: density(*many) })
            .collect();
        Some(last.within(&others, most))
    }

    fn normal(&self) -> f64 {
        let square = |(rank, pairs): &(usize, usize)| real(*rank) * real(*rank) * real(*pairs);
        // Of ranks, not of doubled ones: a quarter of a quarter.
        let variance = self.ranks.iter().map(square).sum::<f64>() / 16.0;
        let apart = ((self.up() - self.down()).abs() / 2.0 - 0.5).max(0.0);
        upper_gamma(0.5, apart * apart / variance / 2.0)
    }
}

/// Those who share a rank.
struct Ranked {
    rank: usize,
    /// How likely it is that so many of them go up; of the last, so many or fewer.
    likely: Vec<f64>,
}

impl Ranked {
    /// How likely the ranks of these and of the others add up to no more than this.
    fn within(&self, others: &[Self], most: usize) -> f64 {
        let Some((first, others)) = others.split_first() else {
            return self.likely[(most / self.rank).min(self.likely.len() - 1)];
        };
        let counts = first.likely.iter().enumerate();
        let possible = counts.take_while(|(count, _)| count * first.rank <= most);
        possible
            .map(|(count, likely)| likely * self.within(others, most - count * first.rank))
            .sum()
    }
}

/// How likely each sum up to this one is, where each rank is in it or not, as likely. Halving is exact,
/// and so is adding up to 53 ranks.
pub(super) fn sums(ranks: impl Iterator<Item = (usize, usize)>, most: usize) -> Vec<f64> {
    let mut likely = vec![0.0; most + 1];
    likely[0] = 1.0;
    let mut reached = 0;
    for (rank, pairs) in ranks {
        for _ in 0..pairs {
            reached = (reached + rank).min(most);
            for sum in (rank..=reached).rev() {
                likely[sum] = f64::midpoint(likely[sum], likely[sum - rank]);
            }
            for sum in &mut likely[..rank.min(reached + 1)] {
                *sum /= 2.0;
            }
        }
    }
    likely
}

/// The greatest common divisor.
fn common(a: usize, b: usize) -> usize {
    if b == 0 { a } else { common(b, a % b) }
}
