//! A p, which cannot be made of too few pairs.
//! Never a verdict: what a p is compatible with is said in words, elsewhere.

/// How many pairs that changed a test needs: of five, not even the least p is below 0.05.
pub const LEAST_PAIRS: usize = 6;

/// How likely a change at least as large is where nothing changed, in either direction.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct PValue(f64);

/// Too few pairs changed for a p.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooFew {
    /// How many did.
    pub pairs: usize,
}

/// How a p was worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// From all that chance could do.
    Exact,
    /// By a normal or chi-squared distribution near it: there were too many for all.
    Approximate,
}

/// The p of a test of pairs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tested {
    /// The p.
    pub p: PValue,
    /// How it was worked out.
    pub method: Method,
}

impl PValue {
    /// The p of a test in which so many pairs changed.
    pub(super) fn of_pairs(pairs: usize, p: f64) -> Result<Self, TooFew> {
        if pairs < LEAST_PAIRS { Err(TooFew { pairs }) } else { Ok(Self::new(p)) }
    }

    /// A p that is not one of pairs; rounding may have taken it out of its bounds.
    pub(in crate::analysis) const fn new(p: f64) -> Self {
        Self(p.clamp(0.0, 1.0))
    }

    /// As a number from 0 to 1.
    pub const fn get(self) -> f64 {
        self.0
    }
}
