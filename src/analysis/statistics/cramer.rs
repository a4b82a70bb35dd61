//! Cramér's V: how closely two questions go together, from 0 to 1.
//! Never a test: a small group gives a large V by chance, which the corrected one takes off.

use super::chi_squared::{chi_squared, filled, margins};
use super::real;

/// Cramér's V (1946); none where [`chi_squared`] finds none.
pub fn v(table: &[Vec<usize>]) -> Option<f64> {
    let found = chi_squared(table)?;
    let (rows, columns) = margins(&filled(table));
    let share = found.statistic / real(rows.iter().sum());
    Some((share / real(rows.len().min(columns.len()) - 1)).sqrt())
}

/// The same less what chance alone gives (Bergsma, «A bias-correction for Cramér's V and Tschuprow's
/// T», 2013); none of a single person either.
pub fn corrected(table: &[Vec<usize>]) -> Option<f64> {
    let found = chi_squared(table)?;
    let (rows, columns) = margins(&filled(table));
    let others = real(rows.iter().sum::<usize>().checked_sub(1).filter(|others| *others > 0)?);
    let share = found.statistic / (others + 1.0) - real(found.degrees) / others;
    let sides = |side: usize| real(side) - real(side - 1) * real(side - 1) / others;
    let least = sides(rows.len()).min(sides(columns.len())) - 1.0;
    Some(if least > 0.0 { (share.max(0.0) / least).sqrt() } else { 0.0 })
}
