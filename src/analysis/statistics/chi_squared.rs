//! Pearson's chi-squared test of a table, for tables that are too large for an exact one.
//! Never without its degrees of freedom and how many cells expect too few.

use super::gamma::upper_gamma;
use super::{PValue, real};

/// Below how many expected people a cell is too small for the approximation (Cochran 1954).
const SMALL: f64 = 5.0;

/// What the test finds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChiSquared {
    /// The statistic.
    pub statistic: f64,
    /// Its degrees of freedom.
    pub degrees: usize,
    /// The p.
    pub p: PValue,
    /// How many cells there are, empty lines and columns left out.
    pub cells: usize,
    /// Of those, how many expect fewer than five.
    pub small: usize,
    /// The least that any expects.
    pub least: f64,
}

impl ChiSquared {
    /// May the p be trusted? At most a fifth of the cells expect fewer than five, none fewer than one.
    pub fn is_sound(&self) -> bool {
        self.small * 5 <= self.cells && self.least >= 1.0
    }
}

/// How likely a chi-squared variable is above this value.
pub fn above(statistic: f64, degrees: usize) -> f64 {
    upper_gamma(real(degrees) / 2.0, statistic / 2.0)
}

/// The test of a table, without Yates's correction; none of a table that has not two lines and two
/// columns with somebody in them.
pub fn chi_squared(table: &[Vec<usize>]) -> Option<ChiSquared> {
    let table = filled(table);
    let (rows, columns) = margins(&table);
    if rows.len() < 2 || columns.len() < 2 {
        return None;
    }
    let total = real(rows.iter().sum());
    let mut found = ChiSquared {
        statistic: 0.0,
        degrees: (rows.len() - 1) * (columns.len() - 1),
        p: PValue::new(1.0),
        cells: rows.len() * columns.len(),
        small: 0,
        least: f64::INFINITY,
    };
    for (row, of_row) in table.iter().zip(&rows) {
        for (count, of_column) in row.iter().zip(&columns) {
            let expected = real(*of_row) * real(*of_column) / total;
            let apart = real(*count) - expected;
            found.statistic += apart * apart / expected;
            found.small += usize::from(expected < SMALL);
            found.least = found.least.min(expected);
        }
    }
    found.p = PValue::new(above(found.statistic, found.degrees));
    Some(found)
}

/// The table without the lines and columns in which nobody is.
pub(super) fn filled(table: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let (rows, columns) = margins(table);
    let lines = table.iter().zip(rows).filter(|(_, sum)| *sum > 0);
    lines
        .map(|(line, _)| {
            let cells = line.iter().zip(&columns).filter(|(_, sum)| **sum > 0);
            cells.map(|(count, _)| *count).collect()
        })
        .collect()
}

/// The sums of the lines and of the columns.
pub(super) fn margins(table: &[Vec<usize>]) -> (Vec<usize>, Vec<usize>) {
    let rows = table.iter().map(|row| row.iter().sum()).collect();
    let width = table.iter().map(Vec::len).max().unwrap_or(0);
    let column = |at: usize| table.iter().filter_map(|row| row.get(at)).sum();
    (rows, (0..width).map(column).collect())
}
