//! McNemar's test of yes and no before and after: did more people come to yes than leave it?
//! Never those who said the same twice.

use super::{PValue, TooFew, binomial, sign};

/// The mid-p test (Fagerland, Lydersen and Laake 2013): the exact test holds too often.
pub fn mid_p(gained: usize, lost: usize) -> Result<PValue, TooFew> {
    let (fewer, changed) = (gained.min(lost), gained + lost);
    let exact = 2.0 * binomial::at_most(fewer, changed, 0.5);
    let half = binomial::density(fewer, changed, 0.5);
    // Where as many came as left, the middle is in both halves.
    let both = if gained == lost { 1.0 - half / 2.0 } else { exact - half };
    PValue::of_pairs(changed, both)
}

/// The exact conditional test: the sign test of those who changed.
pub fn exact(gained: usize, lost: usize) -> Result<PValue, TooFew> {
    sign::two_sided(gained, lost)
}
