//! What a séance has done outside, and what came of it.
//! Never does it.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::analysis::{Tally, Together};
use crate::app::{Recorded, Settings};
use crate::questionnaire::Questionnaire;
use crate::record::Held;
use crate::store::{Fault, LeftSeance, Notes};

/// Something to be done outside for a séance.
#[derive(Clone, Debug)]
pub enum Wish {
    /// Look for séances that nobody ended.
    Look,
    /// Say what was last said here of a séance with this form, and of the register.
    Recall {
        /// The form.
        form: Arc<Questionnaire>,
        /// The register.
        register: Option<Arc<Questionnaire>>,
        /// Trials, or séances that count?
        trial: bool,
    },
    /// Count the rows of the séance.
    Count {
        /// What they have in common.
        together: Together,
        /// The folder chosen instead of the usual one.
        into: Option<PathBuf>,
    },
    /// Begin its journal.
    Begin(Notes),
    /// Note in it what is known now.
    Note(Notes),
    /// The séance is over: its journal goes.
    End,
    /// The séance is left for later: its journal stays.
    Leave,
    /// Take up the journal of this file.
    TakeUp(PathBuf),
    /// Keep lines of the séance.
    Save {
        /// The lines.
        held: Box<Held>,
        /// The folder chosen instead of the usual one.
        into: Option<PathBuf>,
    },
    /// Find the row of a sheet of the séance, to correct it.
    Row {
        /// The form.
        form: Arc<Questionnaire>,
        /// What the rows of the séance have in common.
        together: Together,
        /// The number of the sheet.
        sheet: u32,
        /// The folder chosen instead of the usual one.
        into: Option<PathBuf>,
    },
    /// Write sheets to be printed.
    Print {
        /// The form.
        form: Arc<Questionnaire>,
        /// The number of the first.
        first: u32,
        /// How many.
        count: u32,
        /// Who asks.
        settings: Box<Settings>,
    },
}

/// What came of it.
#[derive(Clone, Debug)]
pub enum Came {
    /// The séances that nobody ended.
    Left(Vec<LeftSeance>),
    /// What was last said here.
    Recalled(Memory),
    /// The rows of the séance.
    Counted(Tally),
    /// The journal could not be written.
    Unkept(Arc<Fault>),
    /// What the journal taken up says; nothing where another process has it, or it is gone.
    TakenUp(Result<Option<Notes>, Arc<Fault>>),
    /// The lines are on the disk, or why not.
    Saved(Result<PathBuf, Arc<Fault>>),
    /// The row of a sheet; nothing where there is none.
    Row(Option<Box<Recorded>>),
    /// The sheets are in this file, or why not.
    Printed(Result<PathBuf, Arc<Fault>>),
}

/// What was last said on this machine, by column; empty where nothing was.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Memory {
    /// Of a séance with the same form.
    pub seance: BTreeMap<String, String>,
    /// Of the register.
    pub register: BTreeMap<String, String>,
}
