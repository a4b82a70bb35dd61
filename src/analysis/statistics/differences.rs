//! What each person's answer changed by, as whole numbers: how many people for each difference.
//! Never who they are, and never a difference of numbers that are not whole.

use std::collections::BTreeMap;

/// How many pairs differ by how much: after, less before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Differences(BTreeMap<i64, usize>);

impl Differences {
    /// One pair more.
    pub fn add(&mut self, difference: i64) {
        self.add_many(difference, 1);
    }

    /// Several pairs more, of the same difference.
    pub fn add_many(&mut self, difference: i64, pairs: usize) {
        if pairs > 0 {
            *self.0.entry(difference).or_default() += pairs;
        }
    }

    /// The pairs of another part too.
    pub fn merge(&mut self, other: &Self) {
        for (difference, pairs) in other.iter() {
            self.add_many(difference, pairs);
        }
    }

    /// Each difference, in order, and of how many pairs.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (i64, usize)> {
        self.0.iter().map(|(difference, pairs)| (*difference, *pairs))
    }

    /// How many pairs there are.
    pub fn pairs(&self) -> usize {
        self.0.values().sum()
    }

    /// How many went up.
    pub fn up(&self) -> usize {
        self.0.range(1..).map(|(_, pairs)| pairs).sum()
    }

    /// How many went down.
    pub fn down(&self) -> usize {
        self.0.range(..0).map(|(_, pairs)| pairs).sum()
    }

    /// How many stayed.
    pub fn zeros(&self) -> usize {
        self.0.get(&0).copied().unwrap_or_default()
    }

    /// The same, each difference turned round.
    #[must_use]
    pub fn reversed(&self) -> Self {
        Self(
            self.0
                .iter()
                .map(|(difference, pairs)| (difference.saturating_neg(), *pairs))
                .collect(),
        )
    }
}

impl FromIterator<i64> for Differences {
    fn from_iter<T: IntoIterator<Item = i64>>(differences: T) -> Self {
        let mut all = Self::default();
        differences.into_iter().for_each(|difference| all.add(difference));
        all
    }
}
