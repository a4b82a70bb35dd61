//! What counts of people can show and cannot: intervals, tests and sizes of effects for small groups.
//! Never a question, a row or a word: whole numbers come in, and every method names its source.

pub mod binomial;
pub mod chi_squared;
pub mod cramer;
mod differences;
pub mod fisher;
mod gamma;
pub mod hodges_lehmann;
mod holm;
pub mod mcnemar;
mod median;
mod p_value;
pub mod sign;
pub mod signed_rank;
mod wilson;

pub use differences::Differences;
pub use holm::holm;
pub use median::{Median, MedianRanks, median, median_ranks};
pub use p_value::{LEAST_PAIRS, Method, PValue, Tested, TooFew};
pub use wilson::wilson;

/// The quantile of the normal distribution that leaves 2.5 % above it: all intervals are of 95 %.
const Z: f64 = 1.959_963_984_540_054;

/// What is left on each side of an interval of 95 %.
const SIDE: f64 = 0.025;

/// Two probabilities that differ by less than this part of themselves are one: they come from the same
/// whole numbers by other ways (R's `fisher.test` and `binom.test` take the same).
const SAME: f64 = 1e-7;

/// The ends of an interval, both of them in it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

impl Interval {
    /// Is this value in it?
    pub fn contains(self, value: f64) -> bool {
        (self.low..=self.high).contains(&value)
    }
}

/// A count as a real number.
#[expect(clippy::cast_precision_loss, reason = "people are far fewer than 2^53")]
fn real(count: usize) -> f64 {
    count as f64
}
