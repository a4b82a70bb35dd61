//! What changed in a question: its words, its choices, when it is asked.
//! Never whether its answers compare: `comparable` says it from the changes.

use std::sync::Arc;

use super::super::{Adresse, Choice, Expression, Kind, Label, NotConcerned, Question};
use super::comparable::{Comparable, comparable};
use super::{Field, Key, Pair, fields, matched, yes_or_no};
use crate::value::words;

words! {
    /// What goes with a question and never hinders comparing its answers.
    Aside {
        /// The example or precision.
        Hint = "hint",
        /// The same in other words.
        Reformulation = "reformulation",
        /// What is said of an answer that is not accepted.
        ConstraintMessage = "constraint_message",
        /// Which answers are kept only once they are confirmed.
        Attention = "attention",
        /// What is said of such an answer.
        AttentionMessage = "attention_message",
        /// Which answer asks to say in words which.
        Autre = "autre",
        /// Does the answer touch private matters?
        Sensible = "sensible",
        /// What it says in other languages.
        Translations = "translations",
        /// What it says to those who are called «tu», where one of the two had no such words.
        Tu = "tu",
    }
}

/// French words that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// Said to people who are called «vous», or «tu».
    pub adresse: Adresse,
    /// What was said.
    pub before: String,
    /// What is said now.
    pub now: String,
}

/// Can «pas concerné» be answered?
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offer {
    /// No.
    No,
    /// By passing the question.
    Passing,
    /// Among the answers, in these words.
    Among(String),
}

/// One change of a question.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// It is said otherwise.
    Label(Words),
    /// Another type, by its XLSForm name.
    Type {
        /// The type it had.
        before: &'static str,
        /// The type it has.
        now: &'static str,
    },
    /// Choices that are new.
    ChoicesAdded(Vec<Choice>),
    /// Choices that are no more.
    ChoicesRemoved(Vec<Choice>),
    /// A choice that is said otherwise.
    ChoiceReworded {
        /// Its name.
        name: String,
        /// Its words.
        words: Words,
    },
    /// A choice that now says what another one said: its name means something else.
    ChoiceRepurposed {
        /// Its name.
        name: String,
        /// Its words.
        words: Words,
    },
    /// The choices in both stand in another order.
    ChoicesReordered {
        /// The order of their names.
        before: Vec<String>,
        /// The order now.
        now: Vec<String>,
    },
    /// A choice that now goes with no other.
    MadeExclusive(String),
    /// A choice that now goes with others.
    MadeOrdinary(String),
    /// «Pas concerné» can be answered otherwise.
    NotConcerned {
        /// How it could.
        before: Offer,
        /// How it can.
        now: Offer,
    },
    /// The question's own words for «pas concerné».
    NotConcernedReworded(Words),
    /// It is asked, or answers are accepted, in other cases.
    Condition(Field),
    /// It stands elsewhere in the form: after this question, or first.
    Moved {
        /// The question before it now.
        after: Option<String>,
    },
    /// Something that never hinders comparing.
    Aside(Aside),
}

/// A question in both versions.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// As it was.
    pub before: Arc<Question>,
    /// As it is.
    pub now: Arc<Question>,
    /// What changed; nothing where nothing did.
    pub changes: Vec<Change>,
    /// May its answers be compared?
    pub comparable: Comparable,
}

/// What became of a question, in the file or in one form.
#[derive(Clone, Debug, PartialEq)]
pub enum QuestionFate {
    /// It is new.
    Added(Arc<Question>),
    /// It is no more.
    Removed(Arc<Question>),
    /// It is in both.
    Kept(Kept),
}

impl Kept {
    fn new(before: &Arc<Question>, now: &Arc<Question>, reading: Reading) -> Self {
        let changes = changes(before, now, reading);
        let comparable = if before.asks() || now.asks() {
            comparable(&before.kind, &now.kind, &changes)
        } else {
            // A note has no answers.
            Comparable::Yes
        };
        Self { before: Arc::clone(before), now: Arc::clone(now), changes, comparable }
    }

    /// Were any of its words changed, so that a person must say whether they mean the same?
    pub fn is_reworded(&self) -> bool {
        self.changes.iter().any(Change::is_wording)
    }
}

impl Change {
    pub(super) fn is_wording(&self) -> bool {
        matches!(self, Self::Label(_) | Self::ChoiceReworded { .. } | Self::NotConcernedReworded(_))
    }
}

impl QuestionFate {
    /// The name of the question.
    pub fn name(&self) -> &str {
        match self {
            Self::Added(question) | Self::Removed(question) => &question.name,
            Self::Kept(kept) => &kept.now.name,
        }
    }

    /// Did nothing change?
    pub fn is_same(&self) -> bool {
        matches!(self, Self::Kept(kept) if kept.changes.is_empty())
    }
}

pub(super) fn fates(
    before: &[Arc<Question>],
    now: &[Arc<Question>],
    reading: Reading,
) -> Vec<QuestionFate> {
    let pairs = matched(before, now, |question| question.name.as_str()).into_iter();
    pairs
        .map(|pair| match pair {
            Pair::Both(before, now) => QuestionFate::Kept(Kept::new(before, now, reading)),
            Pair::Now(question) => QuestionFate::Added(Arc::clone(question)),
            Pair::Before(question) => QuestionFate::Removed(Arc::clone(question)),
        })
        .collect()
}

/// Whose words of a question are looked at.
#[derive(Clone, Copy)]
pub(super) enum Reading {
    /// Those of the file: to whoever they are said.
    Written,
    /// Those that one form says: in the address it had and the one it has.
    Asked([Adresse; 2]),
}

impl Reading {
    /// The French words of these labels that changed.
    fn reworded(self, before: &Label, now: &Label) -> Vec<Words> {
        let pairs = match self {
            Self::Asked([was, is]) => vec![(is, before.get("fr", was), now.get("fr", is))],
            Self::Written => {
                let tu = before.text("fr_tu").zip(now.text("fr_tu"));
                let tu = tu.map(|(before, now)| (Adresse::Tu, before, now));
                let vous = (Adresse::Vous, before.french(), now.french());
                std::iter::once(vous).chain(tu).collect()
            }
        };
        let changed = pairs.into_iter().filter(|(_, before, now)| before != now);
        changed
            .map(|(adresse, before, now)| Words {
                adresse,
                before: before.to_owned(),
                now: now.to_owned(),
            })
            .collect()
    }

    /// The words of a label that nobody is asked in French here.
    fn foreign(label: &Label) -> Vec<(&str, &str)> {
        label.texts().into_iter().filter(|(language, _)| !language.starts_with("fr")).collect()
    }

    /// Did only one of the two have words for those who are called «tu»?
    fn gained_or_lost_tu(self, before: &Label, now: &Label) -> bool {
        let has = |label: &Label| label.text("fr_tu").is_some();
        matches!(self, Self::Written) && has(before) != has(now)
    }
}

fn changes(before: &Question, now: &Question, reading: Reading) -> Vec<Change> {
    let mut changes: Vec<Change> =
        reading.reworded(&before.label, &now.label).into_iter().map(Change::Label).collect();
    if before.kind.word() == now.kind.word() {
        changes.extend(choice_changes(before.kind.choices(), now.kind.choices(), reading));
    } else {
        changes.push(Change::Type { before: before.kind.word(), now: now.kind.word() });
    }
    changes.extend(not_concerned(&before.nc, &now.nc, reading));
    changes.extend(conditions(before, now).into_iter().map(Change::Condition));
    changes.extend(asides(before, now, reading).into_iter().map(Change::Aside));
    changes
}

fn choice_changes(before: &[Choice], now: &[Choice], reading: Reading) -> Vec<Change> {
    let mut changes = Vec::new();
    let (mut added, mut removed) = (Vec::new(), Vec::new());
    for pair in matched(before, now, |choice| choice.name.as_str()) {
        let (old, new) = match pair {
            Pair::Both(old, new) => (old, new),
            Pair::Now(choice) => {
                added.push(choice.clone());
                continue;
            }
            Pair::Before(choice) => {
                removed.push(choice.clone());
                continue;
            }
        };
        for words in reading.reworded(&old.label, &new.label) {
            let name = new.name.clone();
            let said = |choice: &Choice| {
                choice.name != name && same_words(choice.label.get("fr", words.adresse), &words.now)
            };
            changes.push(if before.iter().any(said) {
                Change::ChoiceRepurposed { name, words }
            } else {
                Change::ChoiceReworded { name, words }
            });
        }
        match (old.exclusive, new.exclusive) {
            (false, true) => changes.push(Change::MadeExclusive(new.name.clone())),
            (true, false) => changes.push(Change::MadeOrdinary(new.name.clone())),
            _ => {}
        }
    }
    let order = (common(before, now), common(now, before));
    if order.0 != order.1 {
        changes.push(Change::ChoicesReordered { before: order.0, now: order.1 });
    }
    if !added.is_empty() {
        changes.push(Change::ChoicesAdded(added));
    }
    if !removed.is_empty() {
        changes.push(Change::ChoicesRemoved(removed));
    }
    changes
}

/// The same words, but for letter case and the spaces around.
fn same_words(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

/// The names of the choices that are also in the other list, in order.
pub(super) fn common(choices: &[Choice], other: &[Choice]) -> Vec<String> {
    let there = |choice: &&Choice| other.iter().any(|one| one.name == choice.name);
    choices.iter().filter(there).map(|choice| choice.name.clone()).collect()
}

fn not_concerned(before: &NotConcerned, now: &NotConcerned, reading: Reading) -> Vec<Change> {
    if let (NotConcerned::Words(before), NotConcerned::Words(now)) = (before, now) {
        let words = reading.reworded(before, now).into_iter();
        return words.map(Change::NotConcernedReworded).collect();
    }
    let offer = |concern: &NotConcerned| match concern {
        NotConcerned::No => Offer::No,
        NotConcerned::Yes => Offer::Passing,
        NotConcerned::Words(label) => Offer::Among(label.french().to_owned()),
    };
    let (before, now) = (offer(before), offer(now));
    if before == now { Vec::new() } else { vec![Change::NotConcerned { before, now }] }
}

fn conditions(before: &Question, now: &Question) -> Vec<Field> {
    let text = |condition: &Option<Expression>| {
        condition.as_ref().map_or_else(String::new, |condition| condition.text().to_owned())
    };
    let counted = |question: &Question| match &question.kind {
        Kind::Counts(counts) => (counts.parmi.clone().unwrap_or_default(), yes_or_no(counts.somme)),
        _ => (String::new(), yes_or_no(false)),
    };
    let (was, is) = (counted(before), counted(now));
    fields([
        (Key::Relevant, text(&before.relevant), text(&now.relevant)),
        (Key::Constraint, text(&before.constraint), text(&now.constraint)),
        (Key::Parmi, was.0, is.0),
        (Key::Somme, was.1, is.1),
    ])
}

fn asides(before: &Question, now: &Question, reading: Reading) -> Vec<Aside> {
    let other = |question: &Question| question.other().map(|choice| choice.name.clone());
    let choices = matched(before.kind.choices(), now.kind.choices(), |choice| &choice.name);
    let mut labels = vec![(&before.label, &now.label)];
    labels.extend(choices.iter().filter_map(|pair| match pair {
        Pair::Both(before, now) => Some((&before.label, &now.label)),
        Pair::Now(_) | Pair::Before(_) => None,
    }));
    if let (NotConcerned::Words(before), NotConcerned::Words(now)) = (&before.nc, &now.nc) {
        labels.push((before, now));
    }
    let translated =
        labels.iter().any(|(before, now)| Reading::foreign(before) != Reading::foreign(now));
    let tu = labels.iter().any(|(before, now)| reading.gained_or_lost_tu(before, now));
    [
        (Aside::Hint, before.hint != now.hint),
        (Aside::Reformulation, before.reformulation != now.reformulation),
        (Aside::ConstraintMessage, before.constraint_message != now.constraint_message),
        (Aside::Attention, before.attention != now.attention),
        (Aside::AttentionMessage, before.attention_message != now.attention_message),
        (Aside::Autre, other(before) != other(now)),
        (Aside::Sensible, before.sensible != now.sensible),
        (Aside::Translations, translated),
        (Aside::Tu, tu),
    ]
    .into_iter()
    .filter_map(|(aside, changed)| changed.then_some(aside))
    .collect()
}
