//! Two columns of the same rows, crossed: how many took this here and that there.
//! Never one question of one person with another of somebody else, and never a word for people.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::statistics::chi_squared::{ChiSquared, chi_squared};
use super::statistics::{PValue, cramer, fisher};
use crate::questionnaire::{Kind, Question};
use crate::value::{Date, Meta, Missing};

/// How many parts a column of words may have: no larger table can be read.
const MOST_PARTS: usize = 500;

/// What a table is crossed by.
#[derive(Clone, Debug, PartialEq)]
pub enum Axis {
    /// The choices of a question.
    Question(Arc<Question>),
    /// The words of a column that every row has: site, help, support, season.
    Column(Meta),
    /// The month of the answer.
    Month,
}

/// Where a cell belongs on an axis.
enum Part {
    /// To these parts, by name.
    Of(Vec<String>),
    /// To none: nothing was answered, for this reason.
    Missing(Missing),
    /// To none that is known.
    Unread,
}

impl Axis {
    /// A question; none where it offers no choices.
    pub fn question(question: &Arc<Question>) -> Option<Self> {
        let is_closed = matches!(question.kind, Kind::One(_) | Kind::Multiple(_));
        is_closed.then(|| Self::Question(Arc::clone(question)))
    }

    /// What tells it from others: the fingerprint of the question, or the name of the column.
    pub fn key(&self) -> String {
        match self {
            Self::Question(question) => question.fingerprint(),
            Self::Column(meta) => meta.word().to_owned(),
            Self::Month => Meta::Date.word().to_owned(),
        }
    }

    /// May one row belong to several parts? Then the table has no test.
    pub fn is_multiple(&self) -> bool {
        matches!(self, Self::Question(question) if matches!(question.kind, Kind::Multiple(_)))
    }

    fn part(&self, cell: &str) -> Part {
        let question = match self {
            Self::Column(_) if cell.is_empty() => return Part::Missing(Missing::SansReponse),
            Self::Column(_) => return Part::Of(vec![cell.to_owned()]),
            Self::Month => {
                let month = cell.get(..7).filter(|month| month.as_bytes()[4] == b'-');
                let is_month = |month: &&str| format!("{month}-01").parse::<Date>().is_ok();
                return month.filter(is_month).map_or(Part::Unread, |it| Part::Of(vec![it.into()]));
            }
            Self::Question(question) => question,
        };
        if let Some(reason) = Missing::from_word(cell) {
            return Part::Missing(reason);
        }
        let is_known =
            |name: &&str| question.kind.choices().iter().any(|choice| choice.name == **name);
        let names: Vec<&str> = match question.kind {
            Kind::Multiple(_) => cell.split_whitespace().collect(),
            _ => vec![cell],
        };
        if names.is_empty() || !names.iter().all(is_known) {
            return Part::Unread;
        }
        Part::Of(names.into_iter().map(str::to_owned).collect())
    }

    /// The parts in their order: of a question all its choices, of words those that were met.
    fn parts<'a>(&self, met: impl Iterator<Item = &'a String>) -> Vec<String> {
        match self {
            Self::Question(question) => {
                question.kind.choices().iter().map(|choice| choice.name.clone()).collect()
            }
            Self::Column(_) | Self::Month => {
                let mut parts: Vec<String> = met.cloned().collect();
                parts.sort();
                parts.dedup();
                parts
            }
        }
    }
}

/// Two columns being crossed.
#[derive(Clone, Debug, PartialEq)]
pub struct Crosstab {
    /// The lines.
    pub lines: Axis,
    /// The columns.
    pub columns: Axis,
    cells: BTreeMap<(String, String), usize>,
    /// How many rows are in the table.
    pub rows: usize,
    /// How many are not, for each reason: the first that is met, of the lines or of the columns.
    pub missing: BTreeMap<Missing, usize>,
    /// How many have a cell that nobody can read, or are of one part too many.
    pub unread: usize,
}

/// Two columns, crossed.
#[derive(Clone, Debug, PartialEq)]
pub struct Crossed {
    /// The parts of the lines, as rows write them.
    pub lines: Vec<String>,
    /// The parts of the columns.
    pub columns: Vec<String>,
    /// How many rows of each line are of each column.
    pub counts: Vec<Vec<usize>>,
    /// Do they go together? None where a row may be in several cells, or nothing can be told.
    pub association: Option<Association>,
}

impl Crosstab {
    /// An empty table.
    pub fn new(lines: Axis, columns: Axis) -> Self {
        let (cells, missing) = (BTreeMap::new(), BTreeMap::new());
        Self { lines, columns, cells, rows: 0, missing, unread: 0 }
    }

    /// One row more: its two cells.
    pub fn add(&mut self, line: &str, column: &str) {
        let (lines, columns) = match (self.lines.part(line), self.columns.part(column)) {
            (Part::Of(lines), Part::Of(columns)) => (lines, columns),
            (Part::Missing(reason), _) | (_, Part::Missing(reason)) => {
                *self.missing.entry(reason).or_default() += 1;
                return;
            }
            (Part::Unread, _) | (_, Part::Unread) => return self.unread += 1,
        };
        if self.cells.len() >= MOST_PARTS * MOST_PARTS {
            return self.unread += 1;
        }
        self.rows += 1;
        for line in &lines {
            for column in &columns {
                *self.cells.entry((line.clone(), column.clone())).or_default() += 1;
            }
        }
    }

    /// The rows of another part too.
    pub fn merge(&mut self, other: Self) {
        for (cell, count) in other.cells {
            *self.cells.entry(cell).or_default() += count;
        }
        for (reason, count) in other.missing {
            *self.missing.entry(reason).or_default() += count;
        }
        self.rows += other.rows;
        self.unread += other.unread;
    }

    /// The table.
    pub fn crossed(&self) -> Crossed {
        let lines = self.lines.parts(self.cells.keys().map(|(line, _)| line));
        let columns = self.columns.parts(self.cells.keys().map(|(_, column)| column));
        let count = |line: &String, column: &String| {
            self.cells.get(&(line.clone(), column.clone())).copied().unwrap_or_default()
        };
        let of_line = |line| columns.iter().map(|column| count(line, column)).collect();
        let counts: Vec<Vec<usize>> = lines.iter().map(of_line).collect();
        let is_tested = !self.lines.is_multiple() && !self.columns.is_multiple();
        let association = if is_tested { association(&counts) } else { None };
        Crossed { lines, columns, counts, association }
    }
}

/// Do the lines and the columns of a table go together?
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Association {
    /// The test.
    pub test: Test,
    /// Cramér's V.
    pub v: f64,
    /// The same less what chance alone gives.
    pub corrected: f64,
}

/// How a table was tested.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Test {
    /// Exactly.
    Fisher(PValue),
    /// By chi-squared: there were too many tables. Whether that is sound is said in it.
    ChiSquared(ChiSquared),
}

impl Test {
    /// The p.
    pub fn p(self) -> PValue {
        match self {
            Self::Fisher(p) => p,
            Self::ChiSquared(found) => found.p,
        }
    }
}

/// The test of a table: Fisher's where all tables can be gone through, else chi-squared; none of a
/// table that has not two lines and two columns with somebody in them.
pub fn association(table: &[Vec<usize>]) -> Option<Association> {
    let found = chi_squared(table)?;
    let (v, corrected) = (cramer::v(table)?, cramer::corrected(table)?);
    let test = fisher::two_sided(table).map_or(Test::ChiSquared(found), Test::Fisher);
    Some(Association { test, v, corrected })
}
