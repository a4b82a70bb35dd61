//! One question: what it asks for, in which words, and when.
//! Never how it is asked, nor in which form.

use std::sync::Arc;

use super::{Expression, Label, fingerprint};

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

    /// The kinds that their name alone says: they take neither choices nor a scale.
    pub(super) const PLAIN: [Self; 4] = [Self::Integer, Self::Text, Self::Date, Self::Note];

    /// Is the answer typed, and not taken among some?
    pub const fn is_typed(&self) -> bool {
        match self {
            Self::Integer | Self::Text | Self::Date => true,
            Self::One(_) | Self::Multiple(_) | Self::Note | Self::Counts(_) => false,
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
    pub(super) fn other(&self) -> Option<&Choice> {
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
