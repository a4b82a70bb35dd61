//! All that the rows say, counted: the data that every report, page and screen of results is made of.
//! Never two questions together that are not the same in every word, and never a word for people.

mod build;
mod cells;
mod changes;
mod count;
mod crossed;
mod figure;
mod pool;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

pub use build::{Asked, Known, Sources, Trials, forms, has_both_ends, report};
pub use changes::{OfChanges, OfCohort, OfCompared, OfEvolution, OfLeavers, OfShift};
pub(super) use crossed::correct;
pub use crossed::{Cross, OfCross, Side, Table};
pub use figure::{Audience, BASE, Figure, Why};

use crate::questionnaire::{Critere, Head, Indicateur, Kind, Question, Questionnaire, Registre};
use crate::store::{Fault, Flaw, Flaws, Odd};
use crate::value::{Meta, Missing, words};

words! {
    /// What a report can be split by.
    By {
        /// The structure that asked.
        Structure = "structure",
        /// The place.
        Site = "site",
        /// The season, September to August.
        Cycle = "cycle",
        /// The month of the first answer.
        Mois = "mois",
        /// The group.
        Groupe = "groupe",
        /// Screen, paper or telephone.
        Support = "support",
        /// With what help.
        Aide = "aide",
        /// Whose help.
        Aidant = "aidant",
        /// The language of the interview.
        Langue = "langue",
    }
}

impl By {
    /// The column that says it.
    pub const fn meta(self) -> Meta {
        match self {
            Self::Structure => Meta::Structure,
            Self::Site => Meta::Site,
            Self::Cycle => Meta::Cycle,
            Self::Mois => Meta::Date,
            Self::Groupe => Meta::Groupe,
            Self::Support => Meta::Support,
            Self::Aide => Meta::Aide,
            Self::Aidant => Meta::Aidant,
            Self::Langue => Meta::Langue,
        }
    }
}

/// A report, with nothing hidden: it is told only once it is [`Disclosed`](super::disclosure::Disclosed).
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// What the parts of each question are, where they were asked for.
    pub split: Option<By>,
    /// The référentiels that have answers, in the order of the catalogue.
    pub referentiels: Vec<OfReferentiel>,
    /// The forms that have answers, in the order of the catalogue.
    pub forms: Vec<OfForm>,
    /// Every question of these forms that was asked, in the order of the forms.
    pub questions: Vec<OfQuestion>,
    /// The core criteria, each with what the référentiels say of it, side by side.
    pub core: Vec<CoreCriterion>,
    /// What was asked to be crossed: a table for each form, and each wording, that has both sides.
    pub crosses: Vec<OfCross>,
    /// What changed between arriving and leaving, for the same people.
    pub changes: OfChanges,
    /// How it was made: what was read, and what could not be.
    pub method: Method,
}

/// What the rows of one référentiel say.
#[derive(Clone, Debug, PartialEq)]
pub struct OfReferentiel {
    /// Its id, title and bearer.
    pub head: Arc<Head>,
    /// Its families of criteria: only those that answers feed.
    pub axes: Vec<Axe>,
    /// The questions, by place in the report, that feed no indicator.
    pub rest: Vec<usize>,
}

/// A family of criteria.
#[derive(Clone, Debug, PartialEq)]
pub struct Axe {
    /// Its code and title.
    pub registre: Registre,
    /// Its criteria: only those that answers feed.
    pub criteria: Vec<OfCriterion>,
}

/// A criterion.
#[derive(Clone, Debug, PartialEq)]
pub struct OfCriterion {
    /// Its code and title.
    pub critere: Critere,
    /// Is it of the common référentiel, and told with another?
    pub common: bool,
    /// Its indicators: only those that answers feed.
    pub indicators: Vec<OfIndicator>,
}

/// An indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct OfIndicator {
    /// Its code, title, measure and favourable choices.
    pub indicateur: Indicateur,
    /// The questions that feed it, by place in the report. The answers to each are told apart: they
    /// are never added up.
    pub questions: Vec<usize>,
}

/// A core criterion, and what each référentiel says of it.
#[derive(Clone, Debug, PartialEq)]
pub struct CoreCriterion {
    /// Its code and title.
    pub critere: Critere,
    /// Each référentiel that feeds it, in the order of the catalogue, never in that of the figures.
    pub sources: Vec<CoreSource>,
}

/// What one référentiel says of a core criterion.
#[derive(Clone, Debug, PartialEq)]
pub struct CoreSource {
    /// The référentiel.
    pub head: Arc<Head>,
    /// Its indicators.
    pub indicators: Vec<OfIndicator>,
}

/// The rows of one form, in all its versions.
#[derive(Clone, Debug, PartialEq)]
pub struct OfForm {
    /// The form, in the latest version that was met.
    pub form: Arc<Questionnaire>,
    /// Its versions that have rows: number, fingerprint (8 digits), rows.
    pub versions: Vec<(u32, String, u64)>,
    /// How many answer sets.
    pub rows: Figure,
    /// Of those, how many were interrupted.
    pub partial: Figure,
    /// Of those, how many are trials.
    pub trials: Figure,
    /// The first and the last day, month or season of an answer, as rows write it.
    pub dates: Option<(String, String)>,
    /// What the notebook of the séances says of it, where it does.
    pub held: Option<Held>,
    /// How many rows with each help, each support: what may change what people say.
    pub ways: BTreeMap<(By, String), Figure>,
}

/// What the notebook says of the séances of a form, added up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// How many séances.
    pub seances: u64,
    /// Who was there.
    pub present: u64,
    /// Who answered to the end.
    pub answered: u64,
    /// Who did not wish to answer.
    pub refused: Figure,
    /// Who left before the end.
    pub left: Figure,
    /// Who was expected and did not come.
    pub absent: Figure,
}

/// The answers to one question of one form, in all versions in which it is the same.
#[derive(Clone, Debug, PartialEq)]
pub struct OfQuestion {
    /// The form, in the latest version that was met with it.
    pub form: Arc<Questionnaire>,
    /// The question.
    pub question: Arc<Question>,
    /// Its fingerprint: 64 hexadecimal digits.
    pub fingerprint: String,
    /// All of them.
    pub all: Counted,
    /// The parts, where a split was asked for, by name; an empty name where rows do not say.
    pub parts: BTreeMap<String, Counted>,
}

/// Answers, counted. Whatever is derived from these figures (shares, intervals, medians) is derived
/// when it is told, so that what was hidden cannot come back through it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Counted {
    /// How many answer sets have the question in their form.
    pub eligible: Figure,
    /// How many people were there when it was asked, where the notebook says so of all of them.
    pub present: Option<Figure>,
    /// How many were asked it: those to whom a condition closed it, and those who stopped before it,
    /// apart.
    pub asked: Figure,
    /// How many gave an answer.
    pub answered: Figure,
    /// How many gave none, for each reason that occurs.
    pub missing: BTreeMap<Missing, Figure>,
    /// How many cells nobody can read: changed since, or of no answer that there is.
    pub unread: Figure,
    /// What was answered.
    pub spread: Spread,
    /// How many took a choice that counts, by the code of each indicator of which it is a part.
    pub favorable: BTreeMap<String, Figure>,
}

/// What was answered to a question.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Spread {
    /// Nothing that can be spread out: words and days are only counted.
    #[default]
    Apart,
    /// How many took each choice, in the order of the question.
    Choices(Vec<Figure>),
    /// Whole numbers.
    Numbers {
        /// Their sum.
        sum: Figure<i64>,
        /// The one in the middle; nothing where nobody answered, or there are too many to tell apart.
        median: Option<Figure<Median>>,
    },
}

/// The middle of ordered answers: of an even number of them, the two in the middle, lower first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Median {
    /// The lower.
    pub low: i64,
    /// The upper; the same where there is one.
    pub high: i64,
}

impl Counted {
    /// Did everybody who was there answer? Then the figures are no sample, and have no interval.
    pub fn is_everybody(&self) -> bool {
        let present = self.present.and_then(Figure::shown);
        present.is_some_and(|present| present > 0 && self.answered == Figure::Shown(present))
    }

    /// Why the answers are not told, where they are not.
    pub fn hidden(&self) -> Option<Why> {
        if let Figure::Hidden(why) = self.answered {
            return Some(why);
        }
        let figures: &[Figure] = match &self.spread {
            Spread::Choices(figures) => figures,
            Spread::Numbers { sum: Figure::Hidden(why), .. } => return Some(*why),
            Spread::Apart | Spread::Numbers { .. } => &[],
        };
        figures.iter().find_map(|figure| match figure {
            Figure::Shown(_) => None,
            Figure::Hidden(why) => Some(*why),
        })
    }

    /// How many of how many took a choice that counts for this indicator; nothing where one of the
    /// figures is hidden, or nobody answered.
    pub fn share(&self, indicator: &str) -> Option<(u64, u64)> {
        let of = self.answered.shown().filter(|of| *of > 0)?;
        Some((self.favorable.get(indicator)?.shown()?, of))
    }

    /// How many passed the question, whatever reason they gave, «pas concerné» apart: that is an
    /// answer of its kind.
    pub fn passed(&self) -> Option<u64> {
        let passed = [Missing::Nsp, Missing::Refus, Missing::PasCompris, Missing::SansReponse];
        let mut sum = 0;
        for reason in passed {
            sum += self.missing.get(&reason).map_or(Some(0), |figure| figure.shown())?;
        }
        Some(sum)
    }

    /// The middle of the answers, where they have an order: numbers, and choices that are numbered.
    pub fn median(&self, question: &Question) -> Option<Median> {
        match &self.spread {
            Spread::Apart => None,
            Spread::Numbers { median, .. } => median.and_then(Figure::shown),
            Spread::Choices(figures) => {
                let mut ordered = BTreeMap::new();
                if !matches!(question.kind, Kind::One(_)) {
                    return None;
                }
                for (choice, figure) in question.kind.choices().iter().zip(figures) {
                    ordered.insert(choice.name.parse().ok()?, figure.shown()?);
                }
                median(&ordered)
            }
        }
    }
}

/// The middle of values, each with how often it occurs.
pub(super) fn median(values: &BTreeMap<i64, u64>) -> Option<Median> {
    let all: u64 = values.values().sum();
    // From 0: of four values the second and the third.
    let at = |place: u64| {
        let mut before = 0;
        values.iter().find_map(|(value, often)| {
            before += often;
            (place < before).then_some(*value)
        })
    };
    Some(Median { low: at(all.checked_sub(1)? / 2)?, high: at(all / 2)? })
}

impl Report {
    /// How many answer sets it rests on; nothing where a form hides how many it has.
    pub fn rows(&self) -> Option<u64> {
        self.forms.iter().map(|of| of.rows.shown()).sum()
    }

    /// The questions that were passed, or not understood, most often of those who were asked: by
    /// place in the report, the most first. Only those of which the figures are told.
    pub fn hardest(&self, most: usize) -> Vec<usize> {
        let mut hard: Vec<(u64, u64, usize)> = Vec::new();
        for (place, of) in self.questions.iter().enumerate() {
            let (Some(passed), Some(asked)) = (of.all.passed(), of.all.asked.shown()) else {
                continue;
            };
            if passed > 0 && asked > 0 {
                hard.push((passed, asked, place));
            }
        }
        // Shares compared without dividing; at the same share the question that is asked first.
        hard.sort_by(|a, b| {
            let share =
                (u128::from(b.0) * u128::from(a.1)).cmp(&(u128::from(a.0) * u128::from(b.1)));
            share.then(a.2.cmp(&b.2))
        });
        hard.into_iter().take(most).map(|(.., place)| place).collect()
    }

    /// The forms of a référentiel.
    pub fn forms_of<'a>(&'a self, head: &'a Head) -> impl Iterator<Item = &'a OfForm> {
        self.forms.iter().filter(|of| of.form.head.id == head.id)
    }
}

impl Method {
    /// How many rows that count were changed since they were recorded.
    pub fn changed(&self) -> u64 {
        self.flaws.iter().map(|(_, flaws)| flaws.count(Flaw::Odd(Odd::Changed))).sum()
    }
}

/// How a report was made: to be told with it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Method {
    /// How many files were read.
    pub files: u64,
    /// How many rows count in the report.
    pub rows: u64,
    /// Of those, how many are trials.
    pub trials: u64,
    /// How many more are trials, and left out.
    pub left_out: u64,
    /// How many were withdrawn, or replaced by a corrected one that stands too.
    pub gone: u64,
    /// How many are of the team, which counts a group instead of answering.
    pub team: u64,
    /// What was met in the files that should not be there: how often, and where first.
    pub flaws: Vec<(PathBuf, Flaws)>,
    /// The files whose form nobody knows any more, and how many rows they have.
    pub unknown: Vec<(PathBuf, u64)>,
    /// The files that could not be read.
    pub faults: Vec<Fault>,
    /// More names than a table can hold: the split was given up.
    pub too_many_parts: bool,
}
