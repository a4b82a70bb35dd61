//! What changed in the answers to one question: how many better, the same, worse, and what chance
//! could have done.
//! Never a mean of words, and never a p where six people did not change.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::measure::{Better, Measure};
use super::plan::{Column, Given};
use crate::analysis::statistics::hodges_lehmann::{Typical, hodges_lehmann};
use crate::analysis::statistics::signed_rank::SignedRanks;
use crate::analysis::statistics::{
    Differences, Interval, PValue, Tested, TooFew, mcnemar, sign, wilson,
};
use crate::questionnaire::Question;
use crate::value::Missing;

/// The answers to a question at one moment, paired or not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answered {
    /// How many were given.
    pub given: usize,
    /// How many were not, for each reason.
    pub missing: BTreeMap<Missing, usize>,
    /// How many cells nobody can read.
    pub unread: usize,
    /// How many took each choice, in the order of the question; of several choices, how many took
    /// none that counts and how many one that does; none of numbers.
    pub choices: Vec<usize>,
}

impl Answered {
    pub(super) fn add(&mut self, given: Given, choices: usize) {
        match given {
            Given::Value(place, _) => {
                self.given += 1;
                self.choices.resize(choices, 0);
                if let Some(place) = place {
                    self.choices[place] += 1;
                }
            }
            Given::Missing(reason) => *self.missing.entry(reason).or_default() += 1,
            Given::Unread => self.unread += 1,
        }
    }
}

/// Of the people paired, those who did not answer the question both times: each side by reason. Who
/// did not answer at either is in both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dropped {
    /// How many people.
    pub people: usize,
    /// On arriving.
    pub entry: BTreeMap<Missing, usize>,
    /// Later.
    pub later: BTreeMap<Missing, usize>,
    /// How many cells nobody can read.
    pub unread: usize,
}

/// A part of the people, with what is compatible with it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    /// How many.
    pub count: usize,
    /// Of how many.
    pub of: usize,
    /// The 95 % interval of the share (Wilson); none of nobody.
    pub interval: Option<Interval>,
}

/// What changed in the answers to one question.
#[derive(Clone, Debug, PartialEq)]
pub struct Shift {
    /// The question, in the words of both moments.
    pub question: Arc<Question>,
    /// How its answers were compared.
    pub measure: Measure,
    /// All answers on arriving.
    pub entry: Answered,
    /// All answers later.
    pub later: Answered,
    /// The people paired who did not answer both times.
    pub dropped: Dropped,
    /// Of those who did, how many took each choice on arriving and then each later, as [`Answered`]
    /// tells choices; none of numbers.
    pub moves: Vec<Vec<usize>>,
    /// What each changed by: above 0 is better, or higher where nobody declared what is better.
    pub differences: Differences,
    /// The p of this question among all of its evolution that have one (Holm).
    pub corrected: Option<PValue>,
}

impl Shift {
    pub(super) fn new(column: &Column, entry: Answered, later: Answered) -> Self {
        let choices = column.choices();
        Self {
            question: Arc::clone(&column.question),
            measure: column.measure.clone(),
            entry,
            later,
            dropped: Dropped::default(),
            moves: vec![vec![0; choices]; choices],
            differences: Differences::default(),
            corrected: None,
        }
    }

    /// One pair more: what was given on arriving, and later.
    pub(super) fn add(&mut self, entry: Given, later: Given) {
        if let (Given::Value(from, before), Given::Value(to, after)) = (entry, later) {
            if let (Some(from), Some(to)) = (from, to) {
                self.moves[from][to] += 1;
            }
            let is_turned = self.measure == Measure::Steps(Better::Down);
            self.differences.add(if is_turned { before - after } else { after - before });
            return;
        }
        self.dropped.people += 1;
        for (given, reasons) in [(entry, &mut self.dropped.entry), (later, &mut self.dropped.later)]
        {
            match given {
                Given::Missing(reason) => *reasons.entry(reason).or_default() += 1,
                Given::Unread => self.dropped.unread += 1,
                Given::Value(..) => {}
            }
        }
    }

    /// How many people answered both times.
    pub fn pairs(&self) -> usize {
        self.differences.pairs()
    }

    /// Those who changed for the better; who went up, where nobody declared what is better.
    pub fn better(&self) -> Share {
        self.share(self.differences.up())
    }

    /// Those who said the same.
    pub fn same(&self) -> Share {
        self.share(self.differences.zeros())
    }

    /// Those who changed for the worse, or went down.
    pub fn worse(&self) -> Share {
        self.share(self.differences.down())
    }

    fn share(&self, count: usize) -> Share {
        let of = self.pairs();
        Share { count, of, interval: wilson(count, of) }
    }

    /// The exact sign test.
    pub fn sign(&self) -> Result<PValue, TooFew> {
        sign::two_sided(self.differences.up(), self.differences.down())
    }

    /// The ranks of those who changed, by how far.
    pub fn ranks(&self) -> SignedRanks {
        SignedRanks::new(&self.differences)
    }

    /// The exact signed-rank test.
    pub fn wilcoxon(&self) -> Result<Tested, TooFew> {
        self.ranks().two_sided()
    }

    /// How far the ranks are on one side, from -1 to 1; none where nobody changed.
    pub fn rank_biserial(&self) -> Option<f64> {
        self.ranks().rank_biserial()
    }

    /// The typical change, in steps; none of nobody.
    pub fn typical(&self) -> Option<Typical> {
        hodges_lehmann(&self.differences)
    }

    /// McNemar's mid-p, of those who came to an answer that counts and those who left it.
    pub fn mid_p(&self) -> Result<PValue, TooFew> {
        mcnemar::mid_p(self.differences.up(), self.differences.down())
    }

    /// The p that goes with how the answers are compared: mid-p of yes and no, signed ranks of steps.
    pub fn p(&self) -> Result<PValue, TooFew> {
        match self.measure {
            Measure::Steps(_) => self.wilcoxon().map(|tested| tested.p),
            Measure::Favourable(_) => self.mid_p(),
        }
    }
}
