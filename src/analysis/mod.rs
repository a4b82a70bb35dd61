//! What the rows say, taken together.
//! Never opens a file itself: `store` reads the rows.

pub mod change;
pub mod crosstab;
mod day;
pub mod disclosure;
pub mod mask;
pub mod mirror;
pub mod report;
mod seance;
pub mod statistics;
pub mod stories;
pub mod texts;

pub use day::{Day, Lot, States, day};
pub use seance::{PastSeance, Tally, Together, last_row, last_seance, past_seances, tally};
