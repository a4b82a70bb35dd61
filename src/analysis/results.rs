//! The answers of one référentiel, counted question by question.
//! Never two questions together that are not the same in every word, and never a percentage.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::questionnaire::{Kind, Question, Questionnaire};
use crate::store::{Row, Store};
use crate::value::{Meta, Missing};

/// How many answers a question must have before anything is said of them (Insee, «secret
/// statistique»: 11 for what is published; inside a structure, 5).
pub const BASE: usize = 5;

/// The answers of one référentiel.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Results {
    /// How many answer sets were counted.
    pub rows: usize,
    /// Of those, how many were changed by hand since they were recorded.
    pub changed: usize,
    /// How many more there are whose form nobody knows any more.
    pub unknown: usize,
    /// By form and question, as they were met.
    pub counts: Vec<Counts>,
}

/// The answers to one question of one form, in all versions in which it is the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Counts {
    /// The form, in the first version that was met.
    pub form: Arc<Questionnaire>,
    /// The question.
    pub question: Arc<Question>,
    /// How many answers were given.
    pub given: usize,
    /// How many were not, for each reason.
    pub missing: BTreeMap<Missing, usize>,
    /// How many took each choice, in the order of the question.
    pub choices: Vec<usize>,
    /// How many cells nobody can read.
    pub unread: usize,
}

/// How much may be said of the answers to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Telling {
    /// All.
    All,
    /// Only how many there are: too few.
    TooFew,
    /// The matter is private, and some answer is that of a few people.
    Private,
}

impl Counts {
    fn new(form: &Arc<Questionnaire>, question: &Arc<Question>) -> Self {
        Self {
            form: Arc::clone(form),
            question: Arc::clone(question),
            given: 0,
            missing: BTreeMap::new(),
            choices: vec![0; question.kind.choices().len()],
            unread: 0,
        }
    }

    /// How many were asked: closed questions and those that were not reached apart.
    pub fn asked(&self) -> usize {
        let unasked = [Missing::NonPosee, Missing::NonAtteinte];
        let missing = self.missing.iter().filter(|(reason, _)| !unasked.contains(reason));
        self.given + self.unread + missing.map(|(_, count)| count).sum::<usize>()
    }

    /// How much may be said of them.
    pub fn telling(&self) -> Telling {
        let is_private = self.question.sensible || self.form.head.sensible;
        let few = |count: &usize| (1..BASE).contains(count);
        match () {
            () if self.given < BASE => Telling::TooFew,
            () if is_private && self.choices.iter().chain(self.missing.values()).any(few) => {
                Telling::Private
            }
            () => Telling::All,
        }
    }

    fn add(&mut self, cell: &str) {
        if let Some(missing) = Missing::from_word(cell) {
            *self.missing.entry(missing).or_default() += 1;
            return;
        }
        let choices = self.question.kind.choices();
        let place = |name: &str| choices.iter().position(|choice| choice.name == name);
        let places: Option<Vec<usize>> = match &self.question.kind {
            Kind::One(_) => place(cell).map(|place| vec![place]),
            Kind::Multiple(_) => cell.split_whitespace().map(place).collect(),
            _ => Some(Vec::new()),
        };
        match places.filter(|_| !cell.trim().is_empty()) {
            Some(places) => {
                self.given += 1;
                for place in places {
                    self.choices[place] += 1;
                }
            }
            None => self.unread += 1,
        }
    }
}

/// Where the counts of the questions of a file are, among all.
struct Places {
    form: Arc<Questionnaire>,
    places: Vec<usize>,
}

/// Counts the answers of a référentiel, trials or those that count, of those who answered for
/// themselves. `form_of` says which form the rows of a file answer. Files that cannot be read are left
/// out.
pub fn results(
    store: &Store,
    referentiel: &str,
    trial: bool,
    form_of: &mut dyn FnMut(&Path) -> Option<Arc<Questionnaire>>,
) -> Results {
    let mut results = Results::default();
    // By form and fingerprint: nothing else is pooled.
    let mut known: BTreeMap<(String, String), usize> = BTreeMap::new();
    let mut files: BTreeMap<PathBuf, Option<Places>> = BTreeMap::new();
    _ = store.standing(trial, |file, row| {
        if row.meta(Meta::Referentiel) != referentiel {
            return;
        }
        let places = files.entry(file.to_owned()).or_insert_with(|| {
            let form = form_of(file)?;
            let places = results.places(&form, &mut known);
            Some(Places { form, places })
        });
        match places {
            Some(places) if places.form.has_respondent() => results.add(places, row),
            Some(_) => {}
            None => results.unknown += 1,
        }
    });
    results
}

impl Results {
    /// The places of the counts of a form's questions, made where there are none yet.
    fn places(
        &mut self,
        form: &Arc<Questionnaire>,
        known: &mut BTreeMap<(String, String), usize>,
    ) -> Vec<usize> {
        let mut places = Vec::new();
        for question in form.questions.iter().filter(|question| question.is_numbered()) {
            let key = (form.id.clone(), question.fingerprint());
            places.push(*known.entry(key).or_insert_with(|| {
                self.counts.push(Counts::new(form, question));
                self.counts.len() - 1
            }));
        }
        places
    }

    fn add(&mut self, places: &Places, row: &Row<'_>) {
        self.rows += 1;
        self.changed += usize::from(!row.is_intact());
        for place in &places.places {
            let counts = &mut self.counts[*place];
            let cell = row.cell(&counts.question.name).unwrap_or_default();
            counts.add(cell);
        }
    }
}
