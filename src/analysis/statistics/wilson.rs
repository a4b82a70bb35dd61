//! The interval around a share of people that holds at small numbers (Wilson, 1927).
//! Never one that leaves the possible shares.

use super::{Interval, Z, real};

/// The 95 % score interval of a share, without continuity correction (Wilson 1927; Newcombe 1998,
/// method 3); none of nobody.
pub fn wilson(taken: usize, of: usize) -> Option<Interval> {
    if of == 0 || taken > of {
        return None;
    }
    let (k, n) = (real(taken), real(of));
    let below = n + Z * Z;
    let centre = (k + Z * Z / 2.0) / below;
    let half = Z * (k * (n - k) / n + Z * Z / 4.0).sqrt() / below;
    // At the ends the two sides are the same number, worked out in two ways.
    let low = if taken == 0 { 0.0 } else { (centre - half).max(0.0) };
    let high = if taken == of { 1.0 } else { (centre + half).min(1.0) };
    Some(Interval { low, high })
}
