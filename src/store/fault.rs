//! What can go wrong with files: which action, on which path, for which reason.
//! Never guesses: a reason not recognised is handed on as the system said it.

use std::io;
use std::path::{Path, PathBuf};

/// A file could not be dealt with.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{action:?} {}: {reason:?}", path.display())]
pub struct Fault {
    /// What was being done.
    pub action: Action,
    /// To which file or folder.
    pub path: PathBuf,
    /// Why it failed.
    pub reason: Reason,
}

/// What was being done to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Making a folder.
    CreateFolder,
    /// Opening, or making, a file.
    Open,
    /// Waiting for the turn to write.
    Lock,
    /// Reading.
    Read,
    /// Writing.
    Write,
    /// Making sure that the disk has it. Never tried again on the same file.
    Sync,
}

/// Why a file could not be dealt with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// No room left, or the quota is used up.
    Full,
    /// Not allowed.
    Denied,
    /// The disk is read-only.
    ReadOnly,
    /// The file or folder is not there, or something else stands in its place.
    Gone,
    /// The file has another header than ours: it is not touched.
    ForeignHeader,
    /// Its beginning was not all written when the power went: it is not touched.
    Torn,
    /// An earlier sync of this file or folder failed: it is not asked again.
    Suspect,
    /// Rows are to be sealed, and this build of the program cannot.
    CannotSeal,
    /// Lines of it cannot be read, and without them nothing sure can be said.
    Damaged,
    /// As the system said it.
    Other(String),
}

impl Fault {
    pub(super) fn new(action: Action, path: &Path, error: &io::Error) -> Self {
        use io::ErrorKind as Kind;
        let reason = match error.kind() {
            Kind::StorageFull | Kind::QuotaExceeded | Kind::FileTooLarge => Reason::Full,
            Kind::PermissionDenied => Reason::Denied,
            Kind::ReadOnlyFilesystem => Reason::ReadOnly,
            Kind::NotFound | Kind::NotADirectory | Kind::IsADirectory | Kind::AlreadyExists => {
                Reason::Gone
            }
            _ => Reason::Other(error.to_string()),
        };
        Self { action, path: path.to_owned(), reason }
    }

    /// The file is none of ours: it is not touched.
    pub(super) fn foreign(path: &Path) -> Self {
        Self { action: Action::Read, path: path.to_owned(), reason: Reason::ForeignHeader }
    }

    /// May another folder do? Not where it is the program that cannot.
    pub fn may_go_elsewhere(&self) -> bool {
        self.reason != Reason::CannotSeal
    }

    /// May the same file be tried again? After a failed sync nobody knows what the disk holds.
    pub fn may_retry(&self) -> bool {
        self.action != Action::Sync && !matches!(self.reason, Reason::Suspect | Reason::CannotSeal)
    }
}

/// Names the action and the path of an input or output error.
pub(super) trait At<T> {
    fn at(self, action: Action, path: &Path) -> Result<T, Fault>;
}

impl<T> At<T> for io::Result<T> {
    fn at(self, action: Action, path: &Path) -> Result<T, Fault> {
        self.map_err(|error| Fault::new(action, path, &error))
    }
}
