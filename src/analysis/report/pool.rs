//! What all files say together: the same questions of all of them, and the forms.
//! Never a row: those are counted file by file.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::crosstab::Crosstab;
use super::By;
use crate::questionnaire::{Question, Questionnaire};
use crate::value::Missing;

/// How many different numbers are told apart.
const MOST_VALUES: usize = 1_000;

/// What all files say together.
#[derive(Debug, Default)]
pub(super) struct Pool {
    /// By form and fingerprint: nothing else is pooled.
    pub questions: BTreeMap<(String, String), Pooled>,
    /// By form.
    pub forms: BTreeMap<String, PooledForm>,
    /// What is crossed, by form and by what tells its sides from others.
    pub crosses: BTreeMap<(String, [String; 2]), Crosstab>,
    pub too_many_parts: bool,
}

/// A question of a form, in all versions in which it is the same.
#[derive(Debug)]
pub(super) struct Pooled {
    pub form: Arc<Questionnaire>,
    pub question: Arc<Question>,
    pub parts: BTreeMap<String, Raw>,
}

/// A form in all its versions.
#[derive(Debug)]
pub(super) struct PooledForm {
    pub form: Arc<Questionnaire>,
    pub versions: BTreeMap<(u32, String), u64>,
    pub facts: Facts,
}

/// The answers to a question, counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Raw {
    pub missing: BTreeMap<Missing, u64>,
    pub given: u64,
    pub unread: u64,
    pub choices: Vec<u64>,
    pub favorable: BTreeMap<String, u64>,
    pub numbers: Option<Numbers>,
}

impl Raw {
    /// The same with those of another part.
    pub fn join(&mut self, other: &Self) {
        for (reason, count) in &other.missing {
            *self.missing.entry(*reason).or_default() += count;
        }
        self.given += other.given;
        self.unread += other.unread;
        self.choices.resize(other.choices.len(), 0);
        for (ours, theirs) in self.choices.iter_mut().zip(&other.choices) {
            *ours += theirs;
        }
        for (code, count) in &other.favorable {
            *self.favorable.entry(code.clone()).or_default() += count;
        }
        if let Some(theirs) = &other.numbers {
            self.numbers.get_or_insert_default().join(theirs);
        }
    }

    /// All that there is, answers or not.
    pub fn all(&self) -> u64 {
        self.given + self.unread + self.missing.values().sum::<u64>()
    }
}

/// Whole numbers that were answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Numbers {
    pub sum: i64,
    /// How often each occurs; nothing where there are too many to tell them apart.
    pub values: Option<BTreeMap<i64, u64>>,
}

impl Numbers {
    pub fn add(&mut self, value: i64, often: u64) {
        let values = self.values.as_mut();
        if let Some(values) = values {
            *values.entry(value).or_default() += often;
            if values.len() > MOST_VALUES {
                self.values = None;
            }
        }
    }

    pub fn join(&mut self, other: &Self) {
        self.sum = self.sum.saturating_add(other.sum);
        match &other.values {
            None => self.values = None,
            Some(values) => values.iter().for_each(|(value, often)| self.add(*value, *often)),
        }
    }
}

impl Default for Numbers {
    fn default() -> Self {
        Self { sum: 0, values: Some(BTreeMap::new()) }
    }
}

/// What is known of the rows of a file or of a form, beside their answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Facts {
    /// How many count.
    pub rows: u64,
    /// How many were read, whatever became of them.
    pub read: u64,
    pub partial: u64,
    pub trials: u64,
    pub left_out: u64,
    pub dates: Option<(String, String)>,
    pub ways: BTreeMap<(By, String), u64>,
}

impl Facts {
    pub fn join(&mut self, other: Self) {
        self.rows += other.rows;
        self.read += other.read;
        self.partial += other.partial;
        self.trials += other.trials;
        self.left_out += other.left_out;
        for (way, count) in other.ways {
            *self.ways.entry(way).or_default() += count;
        }
        self.dates = match (self.dates.take(), other.dates) {
            (Some(a), Some(b)) => Some((a.0.min(b.0), a.1.max(b.1))),
            (a, b) => a.or(b),
        };
    }

    pub fn date(&mut self, day: &str) {
        // Anything else was never written by us.
        if !day.starts_with(|first: char| first.is_ascii_digit()) || day.len() > 10 {
            return;
        }
        match &mut self.dates {
            None => self.dates = Some((day.to_owned(), day.to_owned())),
            Some((first, last)) => {
                if day < first.as_str() {
                    day.clone_into(first);
                }
                if day > last.as_str() {
                    day.clone_into(last);
                }
            }
        }
    }
}
