//! Pages and tables to be read outside the program.
//! Never computes: `record` and `analysis` say what is on them.

mod codebook;
mod diff;
mod findings;

pub use codebook::codebook;
pub use diff::{Side, changes, on_one_side};
pub use findings::findings;
