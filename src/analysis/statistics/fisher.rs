//! Fisher's exact test of a table: all tables with the same margins, and how likely each is.
//! Never an approximation: a table that is too large for it has no p here.

use std::collections::BTreeMap;

use super::chi_squared::{filled, margins};
use super::{PValue, SAME, binomial, real};

/// How many ways of filling a column may be gone through.
const WAYS: usize = 2_000_000;

/// How finely logarithms of probabilities are told apart; rounding is far below.
const FINE: f64 = 1e11;

/// The test in both directions: all tables that are no likelier than this one (Freeman and Halton
/// 1951; R's `fisher.test`). None of a table that has not two lines and two columns with somebody in
/// them, or that there are too many tables like.
pub fn two_sided(table: &[Vec<usize>]) -> Option<PValue> {
    let table = filled(table);
    let (rows, columns) = margins(&table);
    if rows.len() < 2 || columns.len() < 2 {
        return None;
    }
    if let ([_, _], [_, _]) = (&rows[..], &columns[..]) {
        let four = Four { rows: [rows[0], rows[1]], column: columns[0] };
        let seen = four.density(table[0][0]) * (1.0 + SAME);
        let densities = four.possible().map(|count| four.density(count));
        return Some(PValue::new(densities.filter(|likely| *likely <= seen).sum()));
    }
    // The fewer the lines, the fewer ways there are of what is left of them.
    let seen: f64 = table.iter().flatten().map(|count| -log_factorial(*count)).sum();
    if rows.len() <= columns.len() {
        tables(rows, columns, seen)
    } else {
        tables(columns, rows, seen)
    }
}

/// The test of a table of two lines and two columns in one direction: as many or more in its first
/// cell.
pub fn greater(table: [[usize; 2]; 2]) -> PValue {
    let [[a, b], [c, d]] = table;
    let four = Four { rows: [a + b, c + d], column: a + c };
    PValue::new(four.possible().filter(|count| *count >= a).map(|count| four.density(count)).sum())
}

/// The margins of a table of two lines and two columns.
struct Four {
    rows: [usize; 2],
    column: usize,
}

impl Four {
    /// What its first cell may hold.
    fn possible(&self) -> std::ops::RangeInclusive<usize> {
        self.column.saturating_sub(self.rows[1])..=self.rows[0].min(self.column)
    }

    /// How likely this count is there (hypergeometric, by three binomials as Loader has it).
    fn density(&self, count: usize) -> f64 {
        let total = self.rows[0] + self.rows[1];
        let share = real(self.column) / real(total);
        binomial::density(count, self.rows[0], share)
            * binomial::density(self.column - count, self.rows[1], share)
            / binomial::density(self.column, total, share)
    }
}

/// What can be left of the lines after some columns, and how: by the logarithm of its probability,
/// finely, that logarithm and in how many ways.
type Left = BTreeMap<Vec<usize>, BTreeMap<i64, (f64, f64)>>;

/// All tables with these margins, a column at a time (the network of Mehta and Patel 1983, without
/// its bounds). What is left of the lines is kept in order of size: the order of lines changes nothing.
fn tables(mut rows: Vec<usize>, columns: Vec<usize>, seen: f64) -> Option<PValue> {
    let total: usize = rows.iter().sum();
    let margins = rows.iter().chain(&columns).map(|sum| log_factorial(*sum)).sum::<f64>();
    let front = margins - log_factorial(total);
    rows.sort_unstable();
    let mut left: Left = BTreeMap::from([(rows, BTreeMap::from([(0, (0.0, 1.0))]))]);
    let mut ways = 0;
    for column in columns {
        let mut next: Left = BTreeMap::new();
        for (rows, past) in left {
            let mut filling = Filling { rows: &rows, cells: vec![0; rows.len()], past: &past };
            ways += filling.fill(0, column, 0.0, &mut next, WAYS.checked_sub(ways)?)?;
        }
        left = next;
    }
    let ends = left.into_values().flatten().map(|(_, end)| end);
    let unlikely = ends.filter(|(log, _)| *log <= seen + SAME);
    Some(PValue::new(unlikely.map(|(log, ways)| ways * (front + log).exp()).sum()))
}

/// One column being filled.
struct Filling<'a> {
    rows: &'a [usize],
    cells: Vec<usize>,
    past: &'a BTreeMap<i64, (f64, f64)>,
}

impl Filling<'_> {
    /// Fills the cells from this line on with so many people; how many steps it took, none where
    /// there were too many.
    fn fill(
        &mut self,
        line: usize,
        people: usize,
        log: f64,
        next: &mut Left,
        most: usize,
    ) -> Option<usize> {
        let Some(row) = self.rows.get(line) else {
            let mut left: Vec<usize> =
                self.rows.iter().zip(&self.cells).map(|(row, cell)| row - cell).collect();
            left.sort_unstable();
            let ends = next.entry(left).or_default();
            for (past, ways) in self.past.values() {
                let log = past + log;
                #[expect(clippy::cast_possible_truncation, reason = "a logarithm, told finely")]
                let key = (log * FINE).round() as i64;
                ends.entry(key).or_insert((log, 0.0)).1 += ways;
            }
            return (self.past.len() <= most).then_some(self.past.len());
        };
        let after: usize = self.rows[line + 1..].iter().sum();
        let mut steps = 0;
        for cell in people.saturating_sub(after)..=people.min(*row) {
            self.cells[line] = cell;
            let log = log - log_factorial(cell);
            steps += self.fill(line + 1, people - cell, log, next, most.checked_sub(steps)?)?;
        }
        Some(steps)
    }
}

fn log_factorial(count: usize) -> f64 {
    super::gamma::log_factorial(real(count))
}
