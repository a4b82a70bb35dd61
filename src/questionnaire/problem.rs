//! What can be wrong in a definition file, and where.
//! Never words it for a person: `locale` does.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use super::expression;
use super::rule::{Facts, Rule};

/// A definition file as it was read: its name as the user knows it, and its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// The path or name to show.
    pub name: String,
    /// The whole text.
    pub text: String,
}

/// One problem of a definition file, at a place in bytes of its text.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// What is wrong.
    pub cause: Cause,
    /// The file it is in.
    pub source: Arc<Source>,
    /// The bytes it is about.
    pub span: Range<usize>,
}

/// A line and a column, both from 1; the column counts characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
}

impl Problem {
    /// Where the problem begins.
    pub fn position(&self) -> Position {
        self.position_of(self.span.start)
    }

    /// Where it ends: the place after its last character.
    pub fn end(&self) -> Position {
        self.position_of(self.span.end.max(self.span.start))
    }

    fn position_of(&self, byte: usize) -> Position {
        let before = &self.source.text[..byte.min(self.source.text.len())];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Position {
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Position { line, column } = self.position();
        let code = self.cause.code();
        write!(f, "{}:{line}:{column}: {code}", self.source.name)
    }
}

/// What is wrong. The facts only: both sides, and the nearest name where there is one.
#[derive(Clone, Debug, PartialEq)]
pub enum Cause {
    /// The file cannot be read; what the system says of it.
    Unreadable {
        /// The system's own words.
        system: String,
    },
    /// The bytes are not UTF-8.
    NotUtf8,
    /// The file is larger than a definition can be.
    TooLarge {
        /// The largest size accepted, in kibibytes.
        limit_kib: usize,
    },
    /// The text is not TOML; what the TOML reader says of it, in English.
    Syntax {
        /// The reader's own words.
        detail: String,
    },
    /// A key that stands already above, in the same table.
    KeyTwice,
    /// A quotation mark of typography where TOML wants a straight one.
    TypographicQuote,
    /// A language that is not written as languages are.
    UnknownLanguage {
        /// As written.
        key: String,
    },
    /// A key that this table does not have.
    UnknownKey {
        /// As written.
        key: String,
        /// The nearest key the table has.
        nearest: Option<String>,
    },
    /// A key that must be there is not.
    MissingKey {
        /// The key.
        key: &'static str,
        /// The table that wants it, as written in the file.
        table: &'static str,
    },
    /// A value of another kind than the key wants.
    WrongType {
        /// The key.
        key: String,
        /// What it wants.
        expected: Expected,
    },
    /// A word outside a closed list.
    UnknownWord {
        /// The key.
        key: String,
        /// As written.
        word: String,
        /// Every word allowed.
        allowed: Vec<String>,
        /// The nearest of them.
        nearest: Option<String>,
    },
    /// A text that should be a day and is not.
    NotADay {
        /// As written.
        written: String,
    },
    /// A text that should be a public key and is not.
    NotAKey,
    /// A private key, where only public ones may stand.
    PrivateKey,
    /// Fewer different public keys than there must be.
    FewKeys {
        /// How many there must be.
        fewest: usize,
    },
    /// A name that is not formed as names of its kind are.
    BadName {
        /// The kind of thing.
        what: What,
        /// As written.
        name: String,
    },
    /// A name that stands for something else: a column of every row, or a code of no answer.
    ReservedName {
        /// As written.
        name: String,
    },
    /// Two things of one kind with one name (letter case apart).
    Duplicate {
        /// The kind of thing.
        what: What,
        /// As written the second time.
        name: String,
    },
    /// Something that another file defines already.
    TakenElsewhere {
        /// The kind of thing.
        what: What,
        /// Its name.
        name: String,
        /// The other file.
        file: String,
    },
    /// A question that a form lists twice.
    AskedTwice {
        /// The question.
        name: String,
    },
    /// A core name defined again outside the common file.
    CoreRedefined {
        /// The kind of thing.
        what: What,
        /// As written.
        name: String,
    },
    /// A name that nothing bears.
    UnknownName {
        /// The kind of thing looked for.
        what: What,
        /// As written.
        name: String,
        /// The nearest name of that kind.
        nearest: Option<String>,
    },
    /// A choice that a question of the indicator does not have.
    NotAChoice {
        /// As written.
        name: String,
        /// The question.
        question: String,
        /// Its choices; none where its answer is typed.
        choices: Vec<String>,
    },
    /// A list that must hold something is empty.
    Empty {
        /// The key.
        key: String,
    },
    /// A choice question without its choices, or choices where the type takes none.
    Choices {
        /// The type as written.
        kind: String,
    },
    /// A multiple choice without an exclusive choice.
    NoExclusive,
    /// An exclusive choice where only one can be taken anyway.
    ExclusiveAlone,
    /// «autre» on an exclusive choice, on two choices, on the lines of a count, or beside a choice
    /// that has the name of its words.
    OtherMisplaced,
    /// A «part» that does not say which choices count.
    NoFavorable,
    /// An expression that cannot be read.
    Expression(expression::Fault),
    /// A condition that names its own question.
    NamesItself {
        /// The question.
        name: String,
    },
    /// A condition that names a question asked later.
    LaterQuestion {
        /// The question whose condition it is.
        question: String,
        /// The question named.
        name: String,
        /// The form in which it comes later.
        form: String,
    },
    /// A condition that names no question that the form asks.
    NotInForm {
        /// The question whose condition it is.
        question: String,
        /// The question named.
        name: String,
        /// The form.
        form: String,
    },
    /// A rule about meaning that the file breaks, with the facts that its message names.
    Rule(Rule, Facts),
}

/// How grave a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// It must be mended.
    Error,
    /// It may be accepted, with a reason.
    Warning,
}

/// What a key wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A string.
    Text,
    /// A whole number.
    Integer,
    /// `true` or `false`.
    Boolean,
    /// A list.
    Array,
    /// Tables under double brackets.
    Tables,
    /// One table under brackets.
    Table,
    /// A choice: a name and what it says.
    Choice,
    /// A table of texts by language, as in `label.fr`.
    Texts,
}

/// The kinds of things that have names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum What {
    /// A whole référentiel.
    Referentiel,
    /// A family of criteria.
    Registre,
    /// A criterion.
    Critere,
    /// An indicator.
    Indicateur,
    /// A scale.
    Echelle,
    /// A question.
    Question,
    /// A choice of a question or scale.
    Choice,
    /// A form.
    Form,
}

impl Cause {
    /// The stable code of the problem, for a person to look up and a file to accept.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "E000",
            Self::NotUtf8 => "E001",
            Self::TooLarge { .. } => "E002",
            Self::Syntax { .. } => "E003",
            Self::TypographicQuote => "E004",
            Self::KeyTwice => "E005",
            Self::UnknownKey { .. } => "E010",
            Self::MissingKey { .. } => "E011",
            Self::WrongType { .. } => "E012",
            Self::UnknownWord { .. } => "E013",
            Self::Empty { .. } => "E014",
            Self::UnknownLanguage { .. } => "E015",
            Self::NotADay { .. } => "E016",
            Self::NotAKey => "E017",
            Self::PrivateKey => "E018",
            Self::FewKeys { .. } => "E019",
            Self::BadName { .. } => "E020",
            Self::ReservedName { .. } => "E021",
            Self::Duplicate { .. } => "E022",
            Self::CoreRedefined { .. } => "E023",
            Self::UnknownName { .. } => "E024",
            Self::TakenElsewhere { .. } => "E025",
            Self::AskedTwice { .. } => "E026",
            Self::Choices { .. } => "E030",
            Self::NoExclusive => "E031",
            Self::ExclusiveAlone => "E032",
            Self::OtherMisplaced => "E033",
            Self::NoFavorable => "E040",
            Self::NotAChoice { .. } => "E041",
            Self::Expression(_) => "E050",
            Self::LaterQuestion { .. } => "E051",
            Self::NotInForm { .. } => "E052",
            Self::NamesItself { .. } => "E053",
            Self::Rule(rule, _) => rule.word(),
        }
    }

    /// How grave it is: the letter of its code.
    pub fn severity(&self) -> Severity {
        if self.code().starts_with('W') { Severity::Warning } else { Severity::Error }
    }
}

/// The name among `names` nearest to `name`: at most a third of its letters apart, and of one or two
/// letters none.
pub fn nearest<'a>(name: &str, names: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let wanted: Vec<char> = name.to_lowercase().chars().collect();
    let limit = if wanted.len() < 3 { 0 } else { wanted.len().div_ceil(3) };
    names
        .into_iter()
        .map(|other| {
            let letters: Vec<char> = other.to_lowercase().chars().collect();
            (distance(&wanted, &letters), other)
        })
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, other)| other.to_owned())
}

/// Edits (insert, delete, replace) between two words: Levenshtein, one row at a time.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, letter) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, other) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(letter != other);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_counts_characters_not_bytes() {
        let problem = Problem {
            cause: Cause::NoExclusive,
            source: Arc::new(Source { name: "é.toml".into(), text: "été\nœuf = 1".into() }),
            span: 11..12,
        };
        assert_eq!(problem.position(), Position { line: 2, column: 5 });
    }

    #[test]
    fn the_nearest_name_is_close_or_nothing() {
        assert_eq!(nearest("A1c", ["A1b", "T2"]).as_deref(), Some("A1b"));
        assert_eq!(nearest("lable", ["label", "hint"]).as_deref(), Some("label"));
        assert_eq!(nearest("zzz", ["label", "hint"]), None);
    }
}
