//! Recueil records, in a terminal, what digital mediation changes in people's lives: it asks the
//! questions of a *référentiel d'utilité sociale*, keeps each answer set as one row of a local CSV
//! file, and lets analysts gather and read the rows.
//!
//! # Four nouns
//!
//! | noun | what it is | changes? |
//! | --- | --- | --- |
//! | [`questionnaire::Questionnaire`] | a form: an ordered choice of questions; checked once, then trusted | never |
//! | [`session::Session`] | one interview: where we are, what was answered, what is asked next | while asking |
//! | [`record::Record`] | a finished interview as one row of cells | never |
//! | [`analysis`]'s tables | what the rows say together | never |
//!
//! ```text
//! questionnaires/*.toml ─load, check→ Referentiel, Questionnaire ─→ Session ─finish→ Record ─append→ data/…csv
//!                                                                      ↑ answers                        │
//!                                         tui, plain, answers file                            analysis ─┘→ report
//! ```
//!
//! # Layers
//!
//! Each module imports only from those to its right; a test reads every path to make sure. The
//! standard library's files, processes and clocks are each allowed in few modules, and the same
//! test says which.
//!
//! ```text
//! main → cli → { tui, plain, report, exchange } → app → locale → analysis → store → record → session → questionnaire → value
//! ```
//!
//! What a screen *says* is made in `app`, as a [`app::View`]; the full screen and the plain lines
//! only show it. What a person *does* comes in as an [`app::Event`]; what must be done outside goes
//! out as an [`app::Effect`], which `cli` performs.

pub mod analysis;
pub mod app;
pub mod cli;
pub mod exchange;
pub mod locale;
pub mod plain;
pub mod questionnaire;
pub mod record;
pub mod report;
pub mod session;
pub mod store;
pub mod tui;
pub mod value;
