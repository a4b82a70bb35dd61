//! Paper for a table: criteria as cards to cut out, and the minute of what was decided.
//! Never a name of anybody.

mod cards;
mod minute;

pub use cards::{Deck, cards};
pub use minute::minute;
