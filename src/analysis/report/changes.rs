//! What changed between arriving and leaving, as a report tells it: each question may be hidden.
//! Never computes: [`crate::analysis::change`] does.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::change::{Ambiguity, Changes, LeftOut, Present, Shift};
use super::Why;
use crate::questionnaire::{Moment, Question};

/// What changed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OfChanges {
    /// By référentiel, role and season.
    pub cohorts: Vec<OfCohort>,
    /// Rows that were not even tried to be paired.
    pub left_out: LeftOut,
}

/// The people of one référentiel and role in one season.
#[derive(Clone, Debug, PartialEq)]
pub struct OfCohort {
    /// Id of the référentiel.
    pub referentiel: String,
    /// Who answered.
    pub role: String,
    /// The season.
    pub season: String,
    /// How many rows there are of each moment.
    pub present: BTreeMap<Moment, Present>,
    /// How many codes answered more than once at some moment.
    pub repeated: usize,
    /// From arriving to each later moment.
    pub evolutions: Vec<OfEvolution>,
}

/// What changed from arriving to a later moment.
#[derive(Clone, Debug, PartialEq)]
pub struct OfEvolution {
    /// The later moment.
    pub to: Moment,
    /// How many people are paired.
    pub paired: usize,
    /// How many answered at both moments and are not paired, and why.
    pub unclear: BTreeMap<Ambiguity, usize>,
    /// How many answered later and not on arriving.
    pub only_later: usize,
    /// The questions that are the same in every word at both moments.
    pub shifts: Vec<OfShift>,
}

/// What changed in the answers to one question.
#[derive(Clone, Debug, PartialEq)]
pub struct OfShift {
    /// The question.
    pub question: Arc<Question>,
    /// What changed, or why it is not told.
    pub shift: Result<Shift, Why>,
}

impl From<Changes> for OfChanges {
    fn from(changes: Changes) -> Self {
        let cohorts = changes.cohorts.into_iter().map(|cohort| {
            let evolutions = cohort.evolutions.into_iter().map(|evolution| {
                let shifts = evolution.shifts.into_iter();
                let shifts = shifts.map(|shift| OfShift {
                    question: Arc::clone(&shift.question),
                    shift: Ok(shift),
                });
                OfEvolution {
                    to: evolution.to,
                    paired: evolution.paired,
                    unclear: evolution.unclear,
                    only_later: evolution.only_later,
                    shifts: shifts.collect(),
                }
            });
            OfCohort {
                evolutions: evolutions.collect(),
                referentiel: cohort.referentiel,
                role: cohort.role,
                season: cohort.season,
                present: cohort.present,
                repeated: cohort.repeated,
            }
        });
        Self { cohorts: cohorts.collect(), left_out: changes.left_out }
    }
}
