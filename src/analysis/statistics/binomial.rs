//! How likely so many of so many are, and the exact interval and test of a share.
//! Never an approximation, however many there are.

use std::f64::consts::TAU;

use super::gamma::{deviance, stirling_error};
use super::{Interval, SAME, SIDE, real};

/// How likely exactly `k` of `n` are, each with this chance (Loader's saddle-point form, 2000).
pub fn density(k: usize, n: usize, chance: f64) -> f64 {
    if k > n {
        return 0.0;
    }
    let (x, all, rest) = (real(k), real(n), real(n - k));
    if chance <= 0.0 || chance >= 1.0 {
        let sure = if chance <= 0.0 { 0 } else { n };
        return if k == sure { 1.0 } else { 0.0 };
    }
    if k == 0 {
        return (all * (-chance).ln_1p()).exp();
    }
    if k == n {
        return (all * chance.ln()).exp();
    }
    let errors = stirling_error(all) - stirling_error(x) - stirling_error(rest);
    let apart = deviance(x, all * chance) + deviance(rest, all * (1.0 - chance));
    (errors - apart).exp() * (all / (TAU * x * rest)).sqrt()
}

/// How likely at most `k` of `n` are.
pub fn at_most(k: usize, n: usize, chance: f64) -> f64 {
    if k >= n {
        return 1.0;
    }
    // The shorter side is summed: the other is one less it, and keeps its digits.
    if real(k) < real(n) * chance {
        downwards(k, n, chance)
    } else {
        1.0 - downwards(n - k - 1, n, 1.0 - chance)
    }
}

/// How likely at least `k` of `n` are.
pub fn at_least(k: usize, n: usize, chance: f64) -> f64 {
    if k == 0 { 1.0 } else { at_most(n.saturating_sub(k), n, 1.0 - chance) }
}

/// The sum from `k` down to 0, until what comes adds nothing.
fn downwards(k: usize, n: usize, chance: f64) -> f64 {
    let odds = (1.0 - chance) / chance;
    let mut term = density(k, n, chance);
    let mut sum = term;
    for at in (1..=k).rev() {
        term *= odds * real(at) / real(n - at + 1);
        sum += term;
        if term < sum * f64::EPSILON / 64.0 {
            break;
        }
    }
    sum
}

/// The exact test of a share, in both directions: all that is no likelier than what was seen (R's
/// `binom.test`).
pub fn two_sided(k: usize, n: usize, chance: f64) -> f64 {
    let seen = density(k, n, chance) * (1.0 + SAME);
    let densities = (0..=n).map(|at| density(at, n, chance));
    densities.filter(|likely| *likely <= seen).sum::<f64>().min(1.0)
}

/// The exact 95 % interval of a share (Clopper and Pearson 1934): never holds less often than it
/// says, and often more; none of nobody.
pub fn clopper_pearson(taken: usize, of: usize) -> Option<Interval> {
    if of == 0 || taken > of {
        return None;
    }
    let low = if taken == 0 { 0.0 } else { root(|chance| at_least(taken, of, chance) < SIDE) };
    let high = if taken == of { 1.0 } else { root(|chance| at_most(taken, of, chance) > SIDE) };
    Some(Interval { low, high })
}

/// Where something stops being true between 0 and 1, to the last digit.
fn root(is_below: impl Fn(f64) -> bool) -> f64 {
    let (mut low, mut high) = (0.0, 1.0);
    loop {
        let middle = f64::midpoint(low, high);
        if middle <= low || middle >= high {
            return middle;
        }
        *(if is_below(middle) { &mut low } else { &mut high }) = middle;
    }
}
