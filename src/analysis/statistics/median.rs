//! The middle of answers on a scale, by the place of the answer: never a mean of words.
//! Never a number between two answers: where the middle falls between them, both are told.

use super::{SIDE, binomial};

/// The answer in the middle, by its place on the scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Median {
    /// This one.
    At(usize),
    /// As many took the first or less as took the second or more.
    Between(usize, usize),
}

/// The middle of answers on a scale: how many took each, in order; none of nobody.
pub fn median(counts: &[usize]) -> Option<Median> {
    let total: usize = counts.iter().sum();
    let at = |rank: usize| {
        let mut seen = 0;
        counts.iter().position(|count| {
            seen += count;
            seen > rank
        })
    };
    let (low, high) = (at(total.checked_sub(1)? / 2)?, at(total / 2)?);
    Some(if low == high { Median::At(low) } else { Median::Between(low, high) })
}

/// Between which two answers, in their order, the median of all lies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MedianRanks {
    /// From 1.
    pub low: usize,
    /// From 1.
    pub high: usize,
    /// How often such an interval holds it: at least 0.95.
    pub coverage: f64,
}

/// The interval of the median by order statistics (David and Nagaraja, *Order Statistics*, §7.1); none
/// below six answers, which cannot give 95 %.
pub fn median_ranks(count: usize) -> Option<MedianRanks> {
    let tail = |rank: usize| binomial::at_most(rank, count, 0.5);
    // The most that can be left out below: the median is under the first `out` answers so rarely.
    let out = (0..count / 2).take_while(|out| tail(*out) <= SIDE).last()?;
    let coverage = 1.0 - 2.0 * tail(out);
    Some(MedianRanks { low: out + 1, high: count - out, coverage })
}
