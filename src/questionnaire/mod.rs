//! Référentiels, questions and forms: checked once when loaded, then trusted.
//! Never a clock, a screen or a file: the text of a file comes in, its problems go out.

mod archive;
mod check;
mod diff;
mod expression;
mod fingerprint;
mod library;
mod load;
mod problem;
pub(crate) mod reader;
mod rule;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub use archive::archive;
pub use check::{Finding, check, check_against};
pub use diff::{
    Aside, Change, Comparable, Diff, Fate, Field, FormComparable, FormDiff, FormFate, Kept, Key,
    Offer, QuestionFate, Thing, Words, diff,
};
pub use expression::{Clause, Expression, Fault, FaultKind};
pub use library::{File, Library};
pub use load::{LARGEST, load};
pub use problem::{Cause, Expected, Position, Problem, Severity, Source, What, nearest};
pub use rule::{Fact, Facts, Rule};

use crate::value::{Date, words};

/// The role of those who lead: their forms count a group, and nobody answers of himself.
pub const TEAM: &str = "mediateur";

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

/// A text in several languages, by code (`fr`, `en`, `fr_tu`…). French is always there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label(Vec<(String, String)>);

impl Label {
    /// In the order of the languages' codes, so that two labels of the same texts are equal.
    fn new(mut texts: Vec<(String, String)>) -> Self {
        texts.sort();
        let label = Self(texts);
        debug_assert!(label.text("fr").is_some(), "the loader refuses a label without French");
        label
    }

    fn text(&self, code: &str) -> Option<&str> {
        self.0.iter().find(|(language, _)| language == code).map(|(_, text)| text.as_str())
    }

    /// The text in this language and address; French where the language has none.
    pub fn get(&self, language: &str, adresse: Adresse) -> &str {
        let tu = match adresse {
            Adresse::Tu => self.text(&format!("{language}_tu")),
            Adresse::Vous => None,
        };
        tu.or_else(|| self.text(language))
            .or_else(|| (adresse == Adresse::Tu).then(|| self.text("fr_tu")).flatten())
            .or_else(|| self.text("fr"))
            .unwrap_or_default()
    }

    /// The French text.
    pub fn french(&self) -> &str {
        self.get("fr", Adresse::Vous)
    }

    /// This text, and after it the other, in each language that both have.
    fn followed_by(&self, other: &Self) -> Self {
        let both = self.0.iter().filter_map(|(language, text)| {
            let address = language.strip_suffix("_tu").unwrap_or(language);
            let next = other.text(language).or_else(|| other.text(address))?;
            Some((language.clone(), format!("{text} {next}")))
        });
        Self::new(both.collect())
    }

    /// The languages of the text, by code, whatever the address.
    fn languages(&self) -> BTreeSet<&str> {
        let address = |code| str::strip_suffix(code, "_tu").unwrap_or(code);
        self.0.iter().map(|(code, _)| address(code.as_str())).collect()
    }

    fn texts(&self) -> BTreeMap<&str, &str> {
        self.0.iter().map(|(language, text)| (language.as_str(), text.as_str())).collect()
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

/// One answer offered by a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The word written in rows.
    pub name: String,
    /// The words shown.
    pub label: Label,
    /// «Rien de tout cela»: taken alone or not at all.
    pub exclusive: bool,
    /// «Autre»: whoever takes it is asked which, in a few words.
    pub autre: bool,
}

/// What a question asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One of the choices.
    One(Vec<Choice>),
    /// Any of the choices.
    Multiple(Vec<Choice>),
    /// A whole number.
    Integer,
    /// A few words.
    Text,
    /// A day.
    Date,
    /// Nothing: a text to read.
    Note,
    /// How many people of a group, line by line. No form asks it as such: each line is asked as a
    /// whole number of its own, [`Question::part_of`] this question.
    Counts(Counts),
}

/// What a group is counted by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts {
    /// The lines, each with its own number.
    pub lines: Vec<Choice>,
    /// The question that says how many people there were: no number is larger.
    pub parmi: Option<String>,
    /// Do the lines share that number out, so that their sum is no larger either?
    pub somme: bool,
}

impl Kind {
    /// The choices offered; none where the answer is typed.
    pub fn choices(&self) -> &[Choice] {
        match self {
            Self::One(choices) | Self::Multiple(choices) => choices,
            Self::Counts(counts) => &counts.lines,
            Self::Integer | Self::Text | Self::Date | Self::Note => &[],
        }
    }

    /// XLSForm's name for the type.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::One(_) => "select_one",
            Self::Multiple(_) => "select_multiple",
            Self::Integer => "integer",
            Self::Text => "text",
            Self::Date => "date",
            Self::Note => "note",
            Self::Counts(_) => "counts",
        }
    }
}

/// Can the person say «pas concerné», and in which words?
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotConcerned {
    /// It cannot be true.
    No,
    /// It can; the program's own words.
    Yes,
    /// It can, and the question says how: offered among its answers.
    Words(Label),
}

/// One question.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Name of its column.
    pub name: String,
    /// What it asks for.
    pub kind: Kind,
    /// The question itself.
    pub label: Label,
    /// An example or a precision.
    pub hint: Option<Label>,
    /// The same in other words, for who did not understand.
    pub reformulation: Option<Label>,
    /// Asked only where this holds.
    pub relevant: Option<Expression>,
    /// An answer is accepted only where this holds.
    pub constraint: Option<Expression>,
    /// What to say when it does not.
    pub constraint_message: Option<Label>,
    /// An answer where this does not hold is kept only once the person has confirmed it.
    pub attention: Option<Expression>,
    /// What to say of such an answer.
    pub attention_message: Option<Label>,
    /// Is «pas concerné» possible?
    pub nc: NotConcerned,
    /// Does the answer touch private matters?
    pub sensible: bool,
    /// The question that this one is part of in its form: the group count of which it is one line, or
    /// the question whose «autre» it asks to say in words.
    pub part_of: Option<Arc<Question>>,
}

impl Question {
    /// Has the question a column in rows? A note has none.
    pub fn asks(&self) -> bool {
        self.kind != Kind::Note
    }

    /// The choice whose taker is asked to say which, in a few words.
    fn other(&self) -> Option<&Choice> {
        self.kind.choices().iter().find(|choice| choice.autre)
    }

    /// Is it the few words asked of whoever chose «autre»? They go with the answer before, and are
    /// no question to be counted.
    pub fn says_other(&self) -> bool {
        self.part_of.is_some() && self.kind == Kind::Text
    }

    /// Has it a number of its own among the questions of its form?
    pub fn is_numbered(&self) -> bool {
        self.asks() && !self.says_other()
    }

    /// The question as its file defines it: of one line of a group count, the count; of the words
    /// beside «autre», the question where it is chosen.
    pub fn defined(&self) -> &Self {
        self.part_of.as_deref().unwrap_or(self)
    }

    /// What decides whether two columns may be compared: 64 hexadecimal digits.
    pub fn fingerprint(&self) -> String {
        fingerprint::question(self)
    }
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
    pub fn fingerprint(&self) -> String {
        fingerprint::form(self)
    }

    /// The first eight digits of the fingerprint: what names files.
    pub fn short_fingerprint(&self) -> String {
        let mut digits = self.fingerprint();
        digits.truncate(8);
        digits
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
