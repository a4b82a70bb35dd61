//! What changed between arriving and leaving, as a report tells it: each question may be hidden.
//! Never computes: [`crate::analysis::change`] does.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::change::{Changes, Compared, Leavers, LeftOut, Shift};
use super::{Figure, Table, Why};
use crate::questionnaire::{Kind, Moment, Question};

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
    /// How many answer sets there are of each moment: told, as it is of every form.
    pub present: BTreeMap<Moment, u64>,
    /// From arriving to each later moment.
    pub evolutions: Vec<OfEvolution>,
    /// Those who left without answering again, beside those who did; nothing where nobody is on one
    /// side, or where it is not told at all.
    pub leavers: Option<OfLeavers>,
}

/// What those who left without answering again had said on arriving, and those who did not.
#[derive(Clone, Debug, PartialEq)]
pub struct OfLeavers {
    /// How many answered on leaving too.
    pub stayed: u64,
    /// How many did not.
    pub left: u64,
    /// Question by question of the form of arriving: those with one choice.
    pub questions: Vec<OfCompared>,
}

/// What both had answered to one question on arriving.
#[derive(Clone, Debug, PartialEq)]
pub struct OfCompared {
    /// The question.
    pub question: Arc<Question>,
    /// In the first line those who stayed, in the second those who left.
    pub table: Result<Table, Why>,
}

/// What changed from arriving to a later moment.
#[derive(Clone, Debug, PartialEq)]
pub struct OfEvolution {
    /// The later moment.
    pub to: Moment,
    /// How many people are paired: of how many answers what follows is, told as it is of every question.
    pub paired: usize,
    /// How many answered at both moments and are not paired.
    pub unclear: Figure,
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
                    unclear: Figure::Shown(evolution.unclear.values().sum::<usize>() as u64),
                    shifts: shifts.collect(),
                }
            });
            let present = cohort.present.into_iter();
            OfCohort {
                evolutions: evolutions.collect(),
                referentiel: cohort.referentiel,
                role: cohort.role,
                season: cohort.season,
                present: present.map(|(moment, present)| (moment, present.rows as u64)).collect(),
                leavers: OfLeavers::of(cohort.leavers),
            }
        });
        Self { cohorts: cohorts.collect(), left_out: changes.left_out }
    }
}

impl OfLeavers {
    /// The questions of which it is told what both had said.
    pub fn told(&self) -> impl Iterator<Item = (&OfCompared, &Table)> {
        self.questions.iter().filter_map(|of| Some((of, of.table.as_ref().ok()?)))
    }

    /// How many questions there are of which it is not.
    pub fn hidden(&self) -> u64 {
        self.questions.iter().filter(|of| of.table.is_err()).count() as u64
    }

    fn of(leavers: Leavers) -> Option<Self> {
        if leavers.stayed == 0 || leavers.left == 0 {
            return None;
        }
        // Of several choices nobody can read what «one that counts» is.
        let is_one = |of: &Compared| matches!(of.question.kind, Kind::One(_));
        let questions = leavers.questions.into_iter().filter(is_one).map(|of| {
            let choices = of.question.kind.choices().len();
            let lines = [of.stayed.choices, of.left.choices].map(|mut line| {
                // Of nobody no choice was met.
                line.resize(choices, 0);
                line
            });
            OfCompared { question: of.question, table: Ok(Table::new(&lines)) }
        });
        Some(Self {
            stayed: leavers.stayed as u64,
            left: leavers.left as u64,
            questions: questions.collect(),
        })
    }
}
