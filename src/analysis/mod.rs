//! What the rows say, taken together.
//! Never opens a file itself: `store` reads the rows.

mod day;
mod seance;

pub use day::{Day, day};
pub use seance::{Tally, Together, last_row, last_seance, tally};
