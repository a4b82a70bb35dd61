//! The parts that the distributions share: Stirling's error, deviances, the incomplete gamma function.
//! Never a logarithm of a large factorial taken from another: their difference would keep few digits.

use std::f64::consts::TAU;

/// How many terms a series or a fraction may take.
const TERMS: u32 = 100_000;

/// What `ln n!` is above Stirling's formula (Loader, «Fast and accurate computation of binomial
/// probabilities», 2000). `n` is a whole number or half of one.
pub(super) fn stirling_error(n: f64) -> f64 {
    if n < 16.0 {
        // Gamma at whole numbers and halves from where it is known, without any rounding to speak of.
        let (mut factor, mut x) = (1.0, n);
        while x > 0.75 {
            factor *= x;
            x -= 1.0;
        }
        // 0! is 1, and the factorial of one half is half the root of pi.
        if x > 0.25 {
            factor *= std::f64::consts::PI.sqrt() / 2.0;
        }
        let formula = if n > 0.0 { (n + 0.5) * n.ln() - n + TAU.ln() / 2.0 } else { 0.0 };
        return factor.ln() - formula;
    }
    let square = n * n;
    let series = 1.0 / 1188.0 / square;
    let series = (1.0 / 1680.0 - series) / square;
    let series = (1.0 / 1260.0 - series) / square;
    let series = (1.0 / 360.0 - series) / square;
    (1.0 / 12.0 - series) / n
}

/// The logarithm of the factorial of a whole number.
pub(super) fn log_factorial(n: f64) -> f64 {
    let formula = if n > 0.0 { (n + 0.5) * n.ln() - n + TAU.ln() / 2.0 } else { 0.0 };
    formula + stirling_error(n)
}

/// `x ln(x / mean) + mean - x` (Loader's deviance): by a series where the two are near.
pub(super) fn deviance(x: f64, mean: f64) -> f64 {
    let apart = x - mean;
    if apart.abs() >= 0.1 * (x + mean) {
        return x * (x / mean).ln() - apart;
    }
    let ratio = apart / (x + mean);
    let mut sum = apart * ratio;
    let mut term = 2.0 * x * ratio;
    for odd in (3..TERMS).step_by(2) {
        term *= ratio * ratio;
        let next = sum + term / f64::from(odd);
        if next.to_bits() == sum.to_bits() {
            break;
        }
        sum = next;
    }
    sum
}

/// How likely a Poisson variable of this mean is at `x`, where `x` is a whole number or half of one.
fn poisson(x: f64, mean: f64) -> f64 {
    if x == 0.0 {
        return (-mean).exp();
    }
    (-stirling_error(x) - deviance(x, mean)).exp() / (TAU * x).sqrt()
}

/// The upper regularised incomplete gamma function of half of a whole number: by its series below the
/// mean, by Legendre's continued fraction above (Abramowitz and Stegun 6.5.29 and 6.5.31).
pub(super) fn upper_gamma(shape: f64, x: f64) -> f64 {
    if x <= 0.0 {
        return 1.0;
    }
    // x^shape e^-x / Gamma(shape + 1).
    let front = poisson(shape, x);
    if x < shape + 1.0 {
        let (mut term, mut sum, mut under) = (1.0, 1.0, shape);
        for _ in 0..TERMS {
            under += 1.0;
            term *= x / under;
            sum += term;
            if term < sum * f64::EPSILON / 8.0 {
                break;
            }
        }
        return 1.0 - front * sum;
    }
    front * shape * fraction(shape, x)
}

/// Legendre's continued fraction, in Lentz's way as Thompson and Barnett have it.
fn fraction(shape: f64, x: f64) -> f64 {
    let tiny = f64::MIN_POSITIVE / f64::EPSILON;
    let kept = |value: f64| if value.abs() < tiny { tiny } else { value };
    let mut under = x + 1.0 - shape;
    let mut above = 1.0 / tiny;
    let mut inverse = 1.0 / under;
    let mut value = inverse;
    for step in 1..TERMS {
        let step = f64::from(step);
        let over = -step * (step - shape);
        under += 2.0;
        inverse = 1.0 / kept(over * inverse + under);
        above = kept(under + over / above);
        value *= above * inverse;
        if (above * inverse - 1.0).abs() < f64::EPSILON {
            break;
        }
    }
    value
}
