//! What changed from one version of a référentiel to another, as facts; which answers still compare.
//! Never words it for a person, and never decides that new words mean the same: only people can.

mod comparable;
mod order;
mod question;
mod things;

use std::sync::Arc;

pub use comparable::Comparable;
pub use question::{Aside, Change, Kept, Offer, QuestionFate, Words};
pub use things::{Fate, Thing};

use super::archive::defined;
use super::{Head, Questionnaire, Referentiel};
use crate::value::words;
use question::{Reading, fates};
use things::things_of;

words! {
    /// A part of a thing, by its key in the file.
    Key {
        /// The title.
        Titre = "titre",
        /// Who carries the project.
        Porteur = "porteur",
        /// The version.
        Version = "version",
        /// How sure it is that the bearer would sign it.
        Statut = "statut",
        /// The word for the place.
        Lieu = "lieu",
        /// Is it sensitive?
        Sensible = "sensible",
        /// How finely rows are dated.
        PrecisionDate = "precision_date",
        /// The family of criteria.
        Registre = "registre",
        /// The core criterion.
        TroncCommun = "tronc_commun",
        /// The criterion.
        Critere = "critere",
        /// The kind of effect.
        Nature = "nature",
        /// How it is computed.
        Mesure = "mesure",
        /// The questions that feed it.
        Questions = "questions",
        /// The choices that count.
        Favorable = "favorable",
        /// Who answers.
        Role = "role",
        /// When.
        Moment = "moment",
        /// «Vous» or «tu».
        Adresse = "adresse",
        /// The youngest age.
        AgeMinimum = "age_minimum",
        /// When the question is asked.
        Relevant = "relevant",
        /// Which answers are accepted.
        Constraint = "constraint",
        /// What a group count is counted among.
        Parmi = "parmi",
        /// Do the lines of a group count share one number out?
        Somme = "somme",
    }
}

/// A part that changed: what it said, what it says; nothing where there was or is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Which part.
    pub key: Key,
    /// What it said.
    pub before: String,
    /// What it says now.
    pub now: String,
}

/// A form in both versions.
#[derive(Clone, Debug, PartialEq)]
pub struct FormDiff {
    /// As it was.
    pub before: Arc<Questionnaire>,
    /// As it is.
    pub now: Arc<Questionnaire>,
    /// Its own parts that changed, the version among them.
    pub fields: Vec<Field>,
    /// Its questions as it asks them: those of now in order, then those it does not ask any more.
    pub questions: Vec<QuestionFate>,
}

/// May the answers to a form before and after be compared?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormComparable {
    /// All of them.
    Yes,
    /// Some: the questions say which.
    Partly,
    /// None: no question in both compares.
    No,
    /// None: it is asked to others, or at another moment.
    OtherPeople,
}

/// What became of a form.
#[derive(Clone, Debug, PartialEq)]
pub enum FormFate {
    /// It is new.
    Added(Arc<Questionnaire>),
    /// It is no more.
    Removed(Arc<Questionnaire>),
    /// It is in both.
    Kept(FormDiff),
}

/// What changed from one version of a référentiel to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Diff {
    /// The head now.
    pub head: Arc<Head>,
    /// Its parts that changed.
    pub fields: Vec<Field>,
    /// The forms: those of now in order, then those that are no more.
    pub forms: Vec<FormFate>,
    /// The questions that the files define, in the same way.
    pub questions: Vec<QuestionFate>,
    /// The families, criteria and indicators that changed.
    pub things: Vec<Thing>,
}

impl FormDiff {
    fn new(before: &Arc<Questionnaire>, now: &Arc<Questionnaire>) -> Self {
        let age =
            |form: &Questionnaire| form.age_minimum.map_or_else(String::new, |n| n.to_string());
        let fields = fields([
            (Key::Titre, before.titre.french().into(), now.titre.french().into()),
            (Key::Version, before.version.to_string(), now.version.to_string()),
            (Key::Role, before.role.clone(), now.role.clone()),
            (Key::Moment, before.moment.word().into(), now.moment.word().into()),
            (Key::Adresse, before.adresse.word().into(), now.adresse.word().into()),
            (Key::AgeMinimum, age(before), age(now)),
        ]);
        let asked = |form| defined(form).map(Arc::clone).collect::<Vec<_>>();
        let reading = Reading::Asked([before.adresse, now.adresse]);
        let mut questions = fates(&asked(before), &asked(now), reading);
        order::note_moves(&asked(before), &mut questions);
        Self { before: Arc::clone(before), now: Arc::clone(now), fields, questions }
    }

    /// Is everything as it was?
    pub fn is_same(&self) -> bool {
        self.fields.is_empty() && self.questions.iter().all(QuestionFate::is_same)
    }

    /// Does it ask something else under the same version?
    pub fn lacks_a_version(&self) -> bool {
        self.before.version == self.now.version
            && self.before.fingerprint() != self.now.fingerprint()
    }

    /// May its answers be compared?
    pub fn comparable(&self) -> FormComparable {
        if self.fields.iter().any(|field| matches!(field.key, Key::Role | Key::Moment)) {
            return FormComparable::OtherPeople;
        }
        let (mut all, mut any) = (true, false);
        for fate in &self.questions {
            match fate {
                QuestionFate::Kept(kept) if kept.now.asks() || kept.before.asks() => {
                    all &= kept.comparable == Comparable::Yes;
                    any |= kept.comparable != Comparable::No;
                }
                QuestionFate::Kept(_) => {}
                QuestionFate::Added(question) | QuestionFate::Removed(question) => {
                    all &= !question.asks();
                }
            }
        }
        match (all, any) {
            (true, _) => FormComparable::Yes,
            (_, true) => FormComparable::Partly,
            _ => FormComparable::No,
        }
    }
}

impl FormFate {
    /// Is everything as it was?
    pub fn is_same(&self) -> bool {
        matches!(self, Self::Kept(form) if form.is_same())
    }
}

impl Diff {
    /// Is everything as it was?
    pub fn is_same(&self) -> bool {
        self.fields.is_empty()
            && self.things.is_empty()
            && self.forms.iter().all(FormFate::is_same)
            && self.questions.iter().all(QuestionFate::is_same)
    }
}

/// What changed from one version of a référentiel to another.
pub fn diff(before: &Referentiel, now: &Referentiel) -> Diff {
    let forms = matched(&before.questionnaires, &now.questionnaires, |form| form.id.as_str());
    let forms = forms.into_iter().map(|pair| match pair {
        Pair::Both(before, now) => FormFate::Kept(FormDiff::new(before, now)),
        Pair::Now(form) => FormFate::Added(Arc::clone(form)),
        Pair::Before(form) => FormFate::Removed(Arc::clone(form)),
    });
    let mut things = Vec::new();
    things.extend(things_of(&before.registres, &now.registres));
    things.extend(things_of(&before.criteres, &now.criteres));
    things.extend(things_of(&before.indicateurs, &now.indicateurs));
    Diff {
        head: Arc::clone(&now.head),
        fields: head(&before.head, &now.head),
        forms: forms.collect(),
        questions: fates(&before.questions, &now.questions, Reading::Written),
        things,
    }
}

fn head(before: &Head, now: &Head) -> Vec<Field> {
    fields([
        (Key::Titre, before.titre.clone(), now.titre.clone()),
        (Key::Porteur, before.porteur.clone(), now.porteur.clone()),
        (Key::Version, before.version.to_string(), now.version.to_string()),
        (Key::Statut, before.statut.word().into(), now.statut.word().into()),
        (Key::Lieu, before.lieu.french().into(), now.lieu.french().into()),
        (Key::Sensible, yes_or_no(before.sensible), yes_or_no(now.sensible)),
        (Key::PrecisionDate, before.precision.word().into(), now.precision.word().into()),
    ])
}

fn yes_or_no(holds: bool) -> String {
    String::from(if holds { "oui" } else { "non" })
}

/// Those of these parts that changed.
fn fields(parts: impl IntoIterator<Item = (Key, String, String)>) -> Vec<Field> {
    let parts = parts.into_iter().filter(|(_, before, now)| before != now);
    parts.map(|(key, before, now)| Field { key, before, now }).collect()
}

/// Something of both versions, or of one.
enum Pair<'a, T> {
    Both(&'a T, &'a T),
    Now(&'a T),
    Before(&'a T),
}

/// Those of now in their order, then those that are no more.
fn matched<'a, T>(before: &'a [T], now: &'a [T], name: impl Fn(&T) -> &str) -> Vec<Pair<'a, T>> {
    let find = |all: &'a [T], wanted: &T| all.iter().find(|one| name(one) == name(wanted));
    let of_now = now.iter().map(|one| match find(before, one) {
        Some(old) => Pair::Both(old, one),
        None => Pair::Now(one),
    });
    let gone = before.iter().filter(|one| find(now, one).is_none());
    of_now.chain(gone.map(Pair::Before)).collect()
}
