//! What the rows say, taken together.
//! Never opens a file itself: `store` reads the rows.

mod day;

pub use day::{Day, day};
