//! Référentiels, questions and forms: checked once when loaded, then trusted.
//! Never a clock, a screen or a file: the text of a file comes in, its problems go out.

mod archive;
mod atelier;
mod check;
mod diff;
mod expression;
mod fingerprint;
mod fresh;
mod label;
mod library;
mod load;
mod problem;
mod question;
pub(crate) mod reader;
mod rule;
mod tree;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub use archive::archive;
pub use atelier::{
    Added, Atelier, Avis, Decision, Examined, LONGEST_DECIDED, Next, Reworded, Written,
    next_version,
};
pub use check::{Finding, check, check_against};
pub use diff::{
    Aside, Change, Comparable, Diff, Fate, Field, FormComparable, FormDiff, FormFate, Kept, Key,
    Offer, QuestionFate, Thing, Words, diff,
};
pub use expression::{Clause, Expression, Fault, FaultKind};
pub use fresh::{Answered, Beginning, Shown, beginning, with_criterion, with_question};
pub use label::Label;
pub use library::{File, Library};
pub use load::{LARGEST, load};
pub use problem::{Cause, Expected, Position, Problem, Severity, Source, What, nearest};
pub use question::{Choice, Counts, Kind, NotConcerned, Question};
pub use rule::{Fact, Facts, Rule};
pub use tree::{Branch, Tree};

use crate::value::{Date, words};

/// The role of those who lead: their forms count a group, and nobody answers of himself.
pub const TEAM: &str = "mediateur";

/// The consent to quote: it follows the words it is about, and is not counted.
pub const CONSENT: &str = "T6";

/// What the column of the words beside «autre» is called, after the name of its question and two
/// underscores.
pub const OTHER_WORDS: &str = "autre_texte";

/// The question that a name in a condition leads to: of the words beside «autre», the question where
/// it is chosen.
fn stem(name: &str) -> &str {
    name.strip_suffix(OTHER_WORDS).and_then(|stem| stem.strip_suffix("__")).unwrap_or(name)
}

/// From this age on a person answers without the parents.
const ADULT: u32 = 18;

words! {
    /// How sure it is that the bearer would sign the référentiel.
    Statut {
        /// Derived from public information; the bearer has not seen it.
        Derive = "derive",
        /// The bearer is working on it.
        EnDiscussion = "en_discussion",
        /// The bearer has validated it.
        Valide = "valide",
    }
}

words! {
    /// How finely a row may be dated.
    Precision {
        /// The day.
        Jour = "jour",
        /// The month.
        Mois = "mois",
        /// The season.
        Cycle = "cycle",
    }
}

words! {
    /// When in a person's path a form is asked.
    Moment {
        /// On arriving.
        Entree = "entree",
        /// On the way.
        EnCours = "en_cours",
        /// At the end of the season or cycle.
        Sortie = "sortie",
        /// Some six months later.
        Suivi = "suivi",
        /// On its own: no before and after.
        Ponctuel = "ponctuel",
    }
}

words! {
    /// How a form addresses the person in French.
    Adresse {
        /// Vous.
        Vous = "vous",
        /// Tu: pupils and children.
        Tu = "tu",
    }
}

words! {
    /// What kind of effect an indicator tells of.
    Nature {
        /// What was done.
        Realisation = "realisation",
        /// A direct change.
        Resultat = "resultat",
        /// A lasting change.
        Impact = "impact",
    }
}

words! {
    /// How an indicator is computed.
    Mesure {
        /// The share of those whose choice counts.
        Part = "part",
        /// How the answers are spread.
        Repartition = "repartition",
        /// A number.
        Nombre = "nombre",
        /// A difference between entry and exit.
        Ecart = "ecart",
    }
}

/// What is common to all the forms of a référentiel.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    /// Short id, also the folder of its rows.
    pub id: String,
    /// Title.
    pub titre: String,
    /// Who carries the project.
    pub porteur: String,
    /// Version of the file.
    pub version: u32,
    /// How sure it is that the bearer would sign it.
    pub statut: Statut,
    /// Who validated it and when, where somebody did.
    pub validation: Option<Validation>,
    /// Where the content was derived from.
    pub sources: Vec<String>,
    /// Is the mere belonging to this public sensitive?
    pub sensible: bool,
    /// How finely its rows may be dated.
    pub precision: Precision,
    /// What `${lieu}` says: «à l'atelier».
    pub lieu: Label,
}

impl Head {
    /// A text in this language, with the bearer's own word for the place.
    pub fn say(&self, label: &Label, language: &str, adresse: Adresse) -> String {
        let text = label.get(language, adresse);
        if text.contains("${lieu}") {
            text.replace("${lieu}", self.lieu.get(language, adresse))
        } else {
            text.to_owned()
        }
    }
}

/// By whom a référentiel was validated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Validation {
    /// The day.
    pub date: Option<Date>,
    /// Those who took part.
    pub parties_prenantes: Vec<String>,
    /// How many people they were.
    pub nombre: Option<u32>,
}

/// A family of criteria; the interface says «axe».
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registre {
    /// Short code.
    pub code: String,
    /// Title.
    pub titre: String,
}

/// An expected effect one wants to appraise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Critere {
    /// Short code.
    pub code: String,
    /// Title.
    pub titre: String,
    /// Code of its family.
    pub registre: String,
    /// Code of the core criterion it belongs with.
    pub tronc_commun: Option<String>,
    /// What was thought of it around the table, where anybody was asked.
    pub avis: Option<Avis>,
}

/// What shows whether a criterion is met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicateur {
    /// Short code.
    pub code: String,
    /// Code of its criterion.
    pub critere: String,
    /// Title.
    pub titre: String,
    /// The kind of effect.
    pub nature: Nature,
    /// How it is computed.
    pub mesure: Mesure,
    /// Names of the questions that feed it.
    pub questions: Vec<String>,
    /// The choices that count in a «part».
    pub favorable: Vec<String>,
}

/// A form: an ordered choice of questions for one role at one moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Questionnaire {
    /// The référentiel it belongs to.
    pub head: Arc<Head>,
    /// Id, as `com-court`.
    pub id: String,
    /// Version.
    pub version: u32,
    /// The name a mediator chooses it by.
    pub titre: Label,
    /// Who answers.
    pub role: String,
    /// When.
    pub moment: Moment,
    /// «Vous» or «tu».
    pub adresse: Adresse,
    /// Youngest age at which it may be asked.
    pub age_minimum: Option<u32>,
    /// The questions, in asking order.
    pub questions: Vec<Arc<Question>>,
    /// Are there forms of both entry and exit for this role?
    pub twin: bool,
    /// Of the resolved French form. Made once: every row and every file name asks for it.
    fingerprint: String,
}

/// What a code does in a form: it pairs what one person answered on arriving and on leaving.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pairing {
    /// Nothing: its rows are not paired.
    None,
    /// The person gets one.
    Given,
    /// The person may have one, and is asked for it.
    Asked,
}

impl Questionnaire {
    /// Of the resolved French form: 64 hexadecimal digits.
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    /// The first eight digits of the fingerprint: what names files.
    pub fn short_fingerprint(&self) -> &str {
        &self.fingerprint[..8]
    }

    /// What the name of a file of its rows begins with: id, version, fingerprint.
    pub fn stem(&self) -> String {
        format!("{}.v{}-{}", self.id, self.version, self.short_fingerprint())
    }

    /// Does a person answer of himself? The team's forms count a group instead.
    pub fn has_respondent(&self) -> bool {
        self.role != TEAM
    }

    /// Is it asked of minors, so that parents have a say?
    pub fn is_for_minors(&self) -> bool {
        self.age_minimum.is_some_and(|age| age < ADULT)
    }

    /// Must the person accept in so many words before the first question? Where belonging to the
    /// group says something of health, it must.
    pub fn asks_consent(&self) -> bool {
        self.head.sensible && self.has_respondent()
    }

    /// What a code does in it. Where belonging to the group says something of health there are no
    /// codes: nobody should have such a card in a pocket.
    pub fn pairing(&self) -> Pairing {
        match self.moment {
            _ if !self.twin || !self.has_respondent() || self.head.sensible => Pairing::None,
            Moment::Entree => Pairing::Given,
            Moment::Sortie | Moment::Suivi => Pairing::Asked,
            Moment::EnCours | Moment::Ponctuel => Pairing::None,
        }
    }

    /// How many questions everybody is asked, the consent to quote apart; each line of a group count
    /// is one.
    pub fn counted(&self) -> usize {
        let questions = self.questions.iter().filter(|question| question.is_numbered());
        questions.filter(|question| question.relevant.is_none() && question.name != CONSENT).count()
    }

    /// Where a question stands, by name.
    pub fn index_of(&self, name: &str) -> Option<usize> {
        self.questions.iter().position(|question| question.name == name)
    }

    /// A text of the form in this language, with the bearer's own word for the place.
    pub fn say(&self, label: &Label, language: &str) -> String {
        self.head.say(label, language, self.adresse)
    }

    /// Does the form ask this question, whole or line by line?
    pub fn asks(&self, name: &str) -> bool {
        self.questions.iter().any(|question| question.defined().name == name)
    }

    /// The languages in which all of it can be asked, by code; French, which is always there, first.
    pub fn languages(&self) -> Vec<&str> {
        let mut languages = self.titre.languages();
        for question in &self.questions {
            let words = match &question.nc {
                NotConcerned::Words(words) => Some(words),
                NotConcerned::No | NotConcerned::Yes => None,
            };
            let choices = question.kind.choices().iter().map(|choice| &choice.label);
            for label in choices.chain([&question.label]).chain(words) {
                let spoken = label.languages();
                languages.retain(|code| spoken.contains(code));
            }
        }
        let others = languages.into_iter().filter(|code| *code != "fr");
        std::iter::once("fr").chain(others).collect()
    }
}

/// A bearer's criteria, the indicators that show them, and the forms that ask.
#[derive(Clone, Debug, PartialEq)]
pub struct Referentiel {
    /// Title, status, sources.
    pub head: Arc<Head>,
    /// Families of criteria.
    pub registres: Vec<Registre>,
    /// Criteria.
    pub criteres: Vec<Critere>,
    /// Indicators.
    pub indicateurs: Vec<Indicateur>,
    /// The questions this file defines, those in reserve included.
    pub questions: Vec<Arc<Question>>,
    /// The scales this file defines.
    pub echelles: BTreeMap<String, Vec<Choice>>,
    /// The scale, of this file or of the core, that a question takes its choices from: by the name
    /// of the question.
    pub scales: BTreeMap<String, String>,
    /// The forms.
    pub questionnaires: Vec<Arc<Questionnaire>>,
    /// What is kept though nothing uses it, by kind and name.
    pub reserve: BTreeSet<(What, String)>,
    /// The warnings that the file accepts.
    pub accepted: Vec<Accepted>,
}

/// A warning that a file accepts for one of its things, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// The kind of thing.
    pub what: What,
    /// Its name.
    pub name: String,
    /// The rule that may be broken.
    pub rule: Rule,
    /// Why, in the words of the file.
    pub raison: String,
}

impl Referentiel {
    /// Is this thing declared kept though nothing uses it?
    pub fn is_reserved(&self, what: What, name: &str) -> bool {
        self.reserve.contains(&(what, name.to_owned()))
    }
}
