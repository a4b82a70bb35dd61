//! A sheet being written: its columns stand in the order of a list, and those never filled are left out.
//! Never what a column means.

use std::collections::BTreeMap;

use super::book::{Line, Sheet};

/// A sheet being written.
#[derive(Debug)]
pub(super) struct Page {
    name: &'static str,
    columns: Vec<String>,
    rows: Vec<BTreeMap<usize, String>>,
}

impl Page {
    /// A sheet without lines, whose first columns are these.
    pub fn new(name: &'static str, columns: impl IntoIterator<Item = String>) -> Self {
        Self { name, columns: columns.into_iter().collect(), rows: Vec::new() }
    }

    /// Begins the next line.
    pub fn next(&mut self) {
        self.rows.push(BTreeMap::new());
    }

    /// Writes a cell of the line begun last; a column that is not there yet comes after the others.
    pub fn put(&mut self, column: &str, cell: &str) {
        if cell.is_empty() {
            return;
        }
        let at = self.columns.iter().position(|other| other == column).unwrap_or_else(|| {
            self.columns.push(column.to_owned());
            self.columns.len() - 1
        });
        if let Some(row) = self.rows.last_mut() {
            row.insert(at, cell.to_owned());
        }
    }

    /// Is there no line?
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The sheet, its names of columns first.
    pub fn sheet(&self) -> Sheet {
        let is_filled = |at: &usize| self.rows.iter().any(|row| row.contains_key(at));
        let filled: Vec<usize> = (0..self.columns.len()).filter(is_filled).collect();
        let header = filled.iter().map(|at| self.columns[*at].clone()).collect();
        let rows = self
            .rows
            .iter()
            .map(|row| filled.iter().map(|at| row.get(at).cloned().unwrap_or_default()).collect());
        let lines = std::iter::once(header).chain(rows).zip(1..);
        let lines = lines.map(|(cells, number)| Line { number, cells }).collect();
        Sheet { name: self.name.to_owned(), lines }
    }
}
