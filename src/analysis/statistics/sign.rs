//! The exact sign test: did more people go up than down?
//! Never how far they went, and never those who stayed.

use super::{PValue, TooFew, binomial};

/// The exact test, in both directions, of so many up against so many down (Arbuthnot 1710; Conover,
/// *Practical Nonparametric Statistics*, §3.4).
pub fn two_sided(up: usize, down: usize) -> Result<PValue, TooFew> {
    PValue::of_pairs(up + down, 2.0 * binomial::at_most(up.min(down), up + down, 0.5))
}
