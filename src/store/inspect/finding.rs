//! What may be found in a folder of rows, how grave it is, and its name for other programs.
//! Never the words for it: `locale` has them.

use std::path::PathBuf;

use crate::questionnaire::Severity;
use crate::store::{Fault, Odd, Oddity};

/// Something found, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The file or the folder.
    pub path: PathBuf,
    /// From 1; of a whole file, 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// What it is.
    pub what: Seen,
}

impl Finding {
    pub(super) fn of_file(path: impl Into<PathBuf>, what: Seen) -> Self {
        Self { path: path.into(), line: 1, column: 1, what }
    }

    pub(super) fn of_line(path: impl Into<PathBuf>, line: usize, what: Seen) -> Self {
        Self { path: path.into(), line, column: 1, what }
    }

    pub(super) fn odd(path: impl Into<PathBuf>, oddity: Oddity) -> Self {
        let Oddity { line, column, kind } = oddity;
        Self { path: path.into(), line, column, what: Seen::Odd(kind) }
    }
}

/// What may be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seen {
    /// A file that was not read as it was written.
    Odd(Odd),
    /// A file that cannot be read at all.
    Unread(Fault),
    /// The same row as one before: it counts once.
    Twice {
        /// The file of the other.
        path: PathBuf,
        /// Its line.
        line: usize,
    },
    /// A row of the same identifier as one before that says something else.
    Conflict {
        /// The file of the other.
        path: PathBuf,
        /// Its line.
        line: usize,
    },
    /// A row that says it is of another form than its file, or a trial among those that count.
    Misplaced,
    /// A table among the rows whose name is not that of a file of rows.
    Unnamed,
    /// The definition that explains a file is not beside it.
    NoDefinition(String),
    /// It cannot be read.
    UnreadDefinition,
    /// It is that of another form, or another version of it.
    OtherDefinition,
    /// A row that was withdrawn, and is still there.
    Withdrawn,
    /// A mark of a withdrawal that does not match its check, or has not its cells.
    BadMark,
    /// A row of the history that no row replaces.
    Unreplaced,
    /// A row of the history that stands as well: a correction that was not finished.
    Uncorrected,
    /// A row that stands though another replaces it.
    Replaced,
    /// Lines that were set aside: how many.
    SetAside(usize),
    /// What remains of a file that was not written to its end.
    Unfinished,
    /// Rows that do not agree from one machine to another: how many, and not decided yet.
    Undecided(usize),
    /// The closing of a cycle that was not finished.
    Closing(String),
    /// An interview that was interrupted: how many questions have an answer.
    Draft(usize),
    /// The same, and its end is torn.
    TornDraft(usize),
    /// A draft that says nothing which can be read.
    UnreadDraft,
    /// A draft whose row is on the disk.
    SavedDraft,
    /// A file that an editor has open.
    Open,
    /// Something that the program does not know.
    Unknown,
    /// A file or a folder that others may read or change.
    Mode {
        /// Its mode.
        found: u32,
        /// What it should be.
        wanted: u32,
    },
}

impl Seen {
    /// Must somebody do something about it?
    pub fn severity(&self) -> Severity {
        match self {
            Self::Odd(odd) => odd.severity(),
            Self::Twice { .. }
            | Self::Uncorrected
            | Self::SavedDraft
            | Self::Open
            | Self::Unknown => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// Its name, for other programs and for its words.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Odd(odd) => odd.code(),
            Self::Unread(_) => "data-unread",
            Self::Twice { .. } => "data-twice",
            Self::Conflict { .. } => "data-conflict",
            Self::Misplaced => "data-misplaced",
            Self::Unnamed => "data-unnamed",
            Self::NoDefinition(_) => "data-no-definition",
            Self::UnreadDefinition => "data-unread-definition",
            Self::OtherDefinition => "data-other-definition",
            Self::Withdrawn => "data-withdrawn",
            Self::BadMark => "data-bad-mark",
            Self::Unreplaced => "data-unreplaced",
            Self::Uncorrected => "data-uncorrected",
            Self::Replaced => "data-replaced",
            Self::SetAside(_) => "data-set-aside",
            Self::Unfinished => "data-unfinished",
            Self::Undecided(_) => "data-undecided",
            Self::Closing(_) => "data-closing",
            Self::Draft(_) => "data-draft",
            Self::TornDraft(_) => "data-torn-draft",
            Self::UnreadDraft => "data-unread-draft",
            Self::SavedDraft => "data-saved-draft",
            Self::Open => "data-open",
            Self::Unknown => "data-unknown",
            Self::Mode { .. } => "data-mode",
        }
    }
}

impl Odd {
    /// Must somebody do something about it? Not where the program reads and adds rows all the same.
    pub fn severity(self) -> Severity {
        match self {
            Self::ByteOrderMark
            | Self::Returns
            | Self::Requoted
            | Self::Latin
            | Self::BlankLine
            | Self::Unended => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// Its name, for other programs and for its words.
    pub fn code(self) -> &'static str {
        match self {
            Self::ByteOrderMark => "row-mark",
            Self::Returns => "row-returns",
            Self::Requoted => "row-requoted",
            Self::Latin => "row-latin",
            Self::BlankLine => "row-blank",
            Self::Unended => "row-unended",
            Self::Separator(_) => "row-separator",
            Self::Changed => "row-changed",
            Self::Cells { .. } => "row-cells",
            Self::Unclosed => "row-unclosed",
            Self::TooLong => "row-too-long",
            Self::Torn => "row-torn",
            Self::Foreign => "row-foreign",
        }
    }
}
