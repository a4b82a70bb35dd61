//! Two things that rows say, crossed, as a report tells them: each cell may be hidden.
//! Never computes: [`crate::analysis::crosstab`] does.

use std::sync::Arc;

use super::super::crosstab::{Association, Axis, Crosstab, association};
use super::super::statistics::{PValue, holm};
use super::{By, Figure, Why};
use crate::questionnaire::Questionnaire;

/// One side of a table that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Side {
    /// The choices of the question of this name.
    Question(String),
    /// What every row says.
    By(By),
}

/// Two sides to be crossed, in each form that has both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cross {
    /// The lines.
    pub lines: Side,
    /// The columns.
    pub columns: Side,
}

/// Two sides of the rows of one form, crossed.
#[derive(Clone, Debug, PartialEq)]
pub struct OfCross {
    /// The form, in the latest version that was met.
    pub form: Arc<Questionnaire>,
    /// The lines.
    pub lines: Axis,
    /// The columns.
    pub columns: Axis,
    /// The parts of the lines, as rows write them.
    pub line_names: Vec<String>,
    /// The parts of the columns.
    pub column_names: Vec<String>,
    /// How many are in each cell, or why nothing of it is told.
    pub table: Result<Table, Why>,
}

/// How many are in each cell, line by line.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The cells.
    pub cells: Vec<Vec<Figure>>,
    /// Do the lines and the columns go together? None where nothing can be told of it, or where it
    /// would say something of a cell that is hidden.
    pub association: Option<Association>,
    /// Its p among those of all tables that were tested with it (Holm).
    pub corrected: Option<PValue>,
}

impl Table {
    /// A table of which nothing is hidden.
    pub fn new(counts: &[Vec<usize>]) -> Self {
        let figures = |line: &Vec<usize>| line.iter().map(|it| Figure::Shown(*it as u64)).collect();
        let association = association(counts);
        let corrected = association.map(|found| found.test.p());
        Self { cells: counts.iter().map(figures).collect(), association, corrected }
    }

    /// How many are in a line; nothing where one of its cells is hidden.
    pub fn line(&self, at: usize) -> Option<u64> {
        self.cells.get(at)?.iter().map(|cell| cell.shown()).sum()
    }

    /// How many are in the table; nothing where a cell is hidden.
    pub fn people(&self) -> Option<u64> {
        (0..self.cells.len()).map(|at| self.line(at)).sum()
    }

    /// The cells as numbers; 0 where they are hidden.
    pub(in crate::analysis) fn counts(&self) -> Vec<Vec<u64>> {
        let line = |line: &Vec<Figure>| line.iter().map(|it| it.shown().unwrap_or(0)).collect();
        self.cells.iter().map(line).collect()
    }
}

/// Corrects the p of each table for there being several.
pub(in crate::analysis) fn correct<'t>(tables: impl Iterator<Item = &'t mut Table>) {
    let tables = tables.filter_map(|table| Some((table.association?.test.p().get(), table)));
    let (raw, tables): (Vec<f64>, Vec<&mut Table>) = tables.unzip();
    for (table, p) in tables.into_iter().zip(holm(&raw)) {
        table.corrected = Some(PValue::new(p));
    }
}

impl OfCross {
    /// What was counted of a form, with nothing hidden.
    pub(super) fn new(form: &Arc<Questionnaire>, counted: &Crosstab) -> Self {
        let crossed = counted.crossed();
        Self {
            form: Arc::clone(form),
            lines: counted.lines.clone(),
            columns: counted.columns.clone(),
            line_names: crossed.lines,
            column_names: crossed.columns,
            table: Ok(Table::new(&crossed.counts)),
        }
    }

    /// Both sides, the lines first.
    pub fn sides(&self) -> [&Axis; 2] {
        [&self.lines, &self.columns]
    }
}

impl By {
    /// The side of a table that it is.
    pub(super) const fn axis(self) -> Axis {
        match self {
            Self::Mois => Axis::Month,
            _ => Axis::Column(self.meta()),
        }
    }
}
