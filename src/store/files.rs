//! Private files and folders, and whole files replaced in one step.
//! Never leaves a half-written file under its name.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::Path;

use tempfile::NamedTempFile;

use super::fault::{Action, At, Fault};

/// Options of a file that only its owner may read: mode 0600.
pub(super) fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options
}

/// Makes a folder, and those above it that are missing, for their owner alone: mode 0700. Each
/// new one is synced into the folder that holds it, so that a power cut does not lose it.
pub(super) fn folder(path: &Path) -> Result<(), Fault> {
    if path.is_dir() {
        return Ok(());
    }
    let above = path.parent().filter(|above| !above.as_os_str().is_empty());
    if let Some(above) = above {
        folder(above)?;
    }
    match make_folder(path)? {
        Made::Now => above.map_or(Ok(()), sync_folder),
        Made::Before => Ok(()),
    }
}

/// When a folder was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Made {
    Now,
    Before,
}

/// Makes one folder for its owner alone, and does not wait until the disk has its name.
pub(super) fn make_folder(path: &Path) -> Result<Made, Fault> {
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    match builder.create(path) {
        // It was there, or another process was quicker.
        Err(error) if error.kind() == ErrorKind::AlreadyExists && path.is_dir() => Ok(Made::Before),
        made => made.at(Action::CreateFolder, path).map(|()| Made::Now),
    }
}

/// Makes sure that the disk has the names a folder holds.
pub(super) fn sync_folder(path: &Path) -> Result<(), Fault> {
    // Windows has no such call: there the file system keeps the names by itself.
    if cfg!(unix) {
        File::open(path).and_then(|folder| folder.sync_all()).at(Action::Sync, path)?;
    }
    Ok(())
}

/// Writes a whole file, so that its name holds the old text or the new one and nothing between.
pub fn replace(path: &Path, text: &str) -> Result<(), Fault> {
    let written = prepare(path, text)?;
    written.persist(path).map_err(|error| error.error).at(Action::Write, path)?;
    path.parent().map_or(Ok(()), sync_folder)
}

/// Writes a whole file, unless one of that name exists already: that one is left as it is.
pub fn create_private(path: &Path, text: &str) -> Result<(), Fault> {
    if path.exists() {
        return Ok(());
    }
    match prepare(path, text)?.persist_noclobber(path) {
        Err(error) if error.error.kind() == ErrorKind::AlreadyExists => return Ok(()),
        written => written.map_err(|error| error.error).at(Action::Write, path)?,
    };
    path.parent().map_or(Ok(()), sync_folder)
}

/// The text in a file beside `path`, on the disk, not yet under its name. Its mode is 0600.
fn prepare(path: &Path, text: &str) -> Result<NamedTempFile, Fault> {
    let above = path.parent().unwrap_or(Path::new("."));
    folder(above)?;
    let mut file = NamedTempFile::new_in(above).at(Action::Open, path)?;
    file.write_all(text.as_bytes()).at(Action::Write, path)?;
    file.as_file().sync_all().at(Action::Sync, path)?;
    Ok(file)
}

/// Can files be made in this folder? Tried with a real one, which leaves again.
pub(super) fn probe(path: &Path) -> Result<(), Fault> {
    folder(path)?;
    let mut file = NamedTempFile::new_in(path).at(Action::Open, path)?;
    file.write_all(b"recueil").at(Action::Write, path)?;
    file.close().at(Action::Write, path)
}

/// The files of a folder with this extension, by name; none where there is no such folder.
pub fn with_extension(path: &Path, extension: &str) -> Vec<std::path::PathBuf> {
    let Ok(entries) = fs::read_dir(path) else { return Vec::new() };
    let mut files: Vec<_> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|file| file.extension().is_some_and(|found| found == extension))
        .collect();
    files.sort();
    files
}
