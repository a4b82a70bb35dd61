//! Pages and tables to be read outside the program.
//! Never computes: `record` and `analysis` say what is on them.

mod codebook;

pub use codebook::codebook;
