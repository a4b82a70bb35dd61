//! What comes of a gathering: why nothing was gathered, what there is to say, what was counted.
//! Never the words that people read.

use std::path::{Path, PathBuf};

use super::super::fault::Fault;
use super::Kept;

/// Why nothing was gathered.
#[derive(Debug)]
pub enum Refusal {
    /// The set could not be read or written.
    Fault(Fault),
    /// There is nothing where a source was said to be.
    NoSource(PathBuf),
    /// The row is not in conflict.
    NoDispute(String),
    /// No version, or more than one, of the row is so named.
    NoVersion(Kept),
}

impl From<Fault> for Refusal {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

/// Something to say about the data.
#[derive(Debug)]
pub enum Remark {
    /// A file could not be read.
    Unreadable(Fault),
    /// A CSV file that is none of ours: it was left.
    Foreign(PathBuf),
    /// Nothing to gather was found in a source.
    Nothing(PathBuf),
    /// An editor wrote the file again: it was read all the same.
    Edited {
        /// Which file.
        file: PathBuf,
        /// What the editor changed, each once.
        edits: Vec<Edit>,
    },
    /// A row cannot be read.
    Damaged {
        /// Which file.
        file: PathBuf,
        /// Which line of it.
        line: usize,
        /// What is wrong with it.
        damage: Damage,
    },
    /// A row was changed after it was recorded.
    Modified {
        /// Which file.
        file: PathBuf,
        /// Which line of it.
        line: usize,
    },
    /// A definition says otherwise than another of the same name: one of the two is kept.
    OtherDefinition(PathBuf),
    /// A definition is not that of the form it is named after: it was left.
    WrongDefinition(PathBuf),
    /// A sealed row holds something else than another of the same name: it was left.
    OtherSealed(PathBuf),
}

impl Remark {
    /// The file that it is about.
    pub fn file(&self) -> &Path {
        match self {
            Self::Unreadable(fault) => &fault.path,
            Self::Foreign(file)
            | Self::Nothing(file)
            | Self::Edited { file, .. }
            | Self::Damaged { file, .. }
            | Self::Modified { file, .. }
            | Self::OtherDefinition(file)
            | Self::WrongDefinition(file)
            | Self::OtherSealed(file) => file,
        }
    }
}

/// What an editor did to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Edit {
    /// It put a byte order mark before it.
    Mark,
    /// It ends lines by two characters.
    LineEnds,
    /// It put other quotation marks around cells.
    Quotes,
    /// It parts cells by another character.
    Separator,
    /// It wrote letters beyond ASCII as Windows does.
    Letters,
}

/// What is wrong with a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// It has not as many cells as there are columns.
    Cells {
        /// How many it has.
        found: usize,
        /// How many there are.
        expected: usize,
    },
    /// It has no identifier.
    Identifier,
    /// The end of it is missing.
    Torn,
    /// Neither it nor its file says which form it answers.
    Home,
    /// It is of a small file, and cannot be understood.
    Entry,
}

/// A row of which somebody must choose the version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dispute {
    /// The identifier of the row.
    pub id: String,
    /// Its versions, by name.
    pub versions: Vec<Candidate>,
}

/// A version of a row in conflict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// What it is told from the others by.
    pub name: String,
    /// The file that it would be in, from the `data` folder.
    pub file: String,
    /// The definition of its form, if there is one.
    pub definition: PathBuf,
    /// The names of its columns.
    pub columns: Vec<String>,
    /// Its cells.
    pub cells: Vec<String>,
    /// Are they those that were written?
    pub is_intact: bool,
}

/// How much there was of everything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Machines whose files were ever gathered here.
    pub machines: usize,
    /// Files that were read.
    pub read: usize,
    /// Files that had been read before, and did not change.
    pub unchanged: usize,
    /// Files that could not be read.
    pub unreadable: usize,
    /// Rows that count.
    pub rows: usize,
    /// Trials.
    pub trials: usize,
    /// Of both, those that were not in the set before.
    pub fresh: usize,
    /// Rows that were left out because others are their corrections.
    pub replaced: usize,
    /// Rows that were left out because they were withdrawn.
    pub withdrawn: usize,
}

/// What came of it.
#[derive(Debug, Default)]
pub struct Gathered {
    /// What there is to say, in the order of the sources.
    pub remarks: Vec<Remark>,
    /// The rows in conflict, none of which counts.
    pub disputes: Vec<Dispute>,
    /// How much there was of everything.
    pub counts: Counts,
}
