//! Folders made where they are missing, and whole files replaced in one step.
//! Never leaves a half-written file under its name.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::disk::{About, Disk, How, OpenFile, RealDisk};
use super::fault::{Action, At, Fault, Reason};
use super::names::UNFINISHED;

/// Makes a folder, and those above it that are missing. Each new one is synced into the folder that
/// holds it, so that a power cut does not lose it.
pub(super) fn folder(disk: &dyn Disk, path: &Path) -> Result<(), Fault> {
    if is_folder(disk, path) {
        return Ok(());
    }
    let above = above(path);
    if let Some(above) = above {
        folder(disk, above)?;
    }
    match make_folder(disk, path)? {
        Made::Now => above.map_or(Ok(()), |above| sync_folder(disk, above)),
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
pub(super) fn make_folder(disk: &dyn Disk, path: &Path) -> Result<Made, Fault> {
    match disk.make_folder(path) {
        // It was there, or another process was quicker.
        Err(error) if error.kind() == ErrorKind::AlreadyExists && is_folder(disk, path) => {
            Ok(Made::Before)
        }
        made => made.at(Action::CreateFolder, path).map(|()| Made::Now),
    }
}

pub(super) fn sync_folder(disk: &dyn Disk, path: &Path) -> Result<(), Fault> {
    disk.sync_folder(path).at(Action::Sync, path)
}

pub(super) fn exists(disk: &dyn Disk, path: &Path) -> bool {
    disk.about(path).is_ok()
}

/// Is it there? Where the disk does not say, nobody knows.
pub(super) fn is_there(disk: &dyn Disk, path: &Path) -> Result<bool, Fault> {
    match disk.about(path) {
        Ok(_) => Ok(true),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(Fault::new(Action::Read, path, &error)),
    }
}

/// What a folder holds, by name: nothing where there is none. Where the disk does not say, nobody
/// knows.
pub(super) fn entries(disk: &dyn Disk, folder: &Path) -> Result<Vec<(PathBuf, About)>, Fault> {
    let paths = match disk.entries(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => Vec::new(),
        paths => paths.at(Action::Read, folder)?,
    };
    let mut found = Vec::new();
    for path in paths {
        match disk.about(&path) {
            Ok(about) => found.push((path, about)),
            // It went since.
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(Fault::new(Action::Read, &path, &error)),
        }
    }
    Ok(found)
}

pub(super) fn is_folder(disk: &dyn Disk, path: &Path) -> bool {
    disk.about(path).is_ok_and(|about| about.is_folder)
}

/// Removes a file and makes sure that it is gone; one that was not there is.
pub(super) fn remove(disk: &dyn Disk, path: &Path) -> Result<(), Fault> {
    match disk.remove(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        removed => removed.at(Action::Write, path)?,
    }
    path.parent().map_or(Ok(()), |above| sync_folder(disk, above))
}

/// Writes a whole file, so that its name holds the old bytes or the new ones and nothing between.
/// Two that replace the same file take turns: the caller sees to it.
pub(super) fn write_whole(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> Result<(), Fault> {
    if let Some(above) = above(path) {
        folder(disk, above)?;
    }
    begin(disk, path)
        .and_then(|file| fill(file, path, bytes))
        // Half a file is of no use, and may hold answers.
        .inspect_err(|_| give_up(disk, path))?;
    take_place(disk, path)
}

/// Begins a file beside the one that it is to replace: its name is that of [`unfinished`]. Never in
/// what an earlier try left, of which a sync may have failed.
pub(super) fn begin(disk: &dyn Disk, path: &Path) -> Result<Box<dyn OpenFile>, Fault> {
    let beside = unfinished(path);
    match disk.remove(&beside) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            return Err(Fault::new(Action::Write, path, &error));
        }
        _ => {}
    }
    disk.open(&beside, How::Anew).at(Action::Open, path)
}

fn fill(mut file: Box<dyn OpenFile>, path: &Path, bytes: &[u8]) -> Result<(), Fault> {
    file.write_all(bytes).and_then(|()| file.flush()).at(Action::Write, path)?;
    file.sync().at(Action::Sync, path)
}

/// Removes what was begun beside a file.
pub(super) fn give_up(disk: &dyn Disk, path: &Path) {
    _ = disk.remove(&unfinished(path));
}

/// Puts what was written and synced beside a file in its place.
pub(super) fn take_place(disk: &dyn Disk, path: &Path) -> Result<(), Fault> {
    disk.rename(&unfinished(path), path).at(Action::Write, path)?;
    sync_folder(disk, above(path).unwrap_or(Path::new(".")))
}

/// The folder that holds a file; nothing where its path does not say.
fn above(path: &Path) -> Option<&Path> {
    path.parent().filter(|above| !above.as_os_str().is_empty())
}

/// What a file is called while it is written.
pub(super) fn unfinished(path: &Path) -> PathBuf {
    with_suffix(path, UNFINISHED)
}

/// All of a file; nothing where there is none.
pub(super) fn read_whole(disk: &dyn Disk, path: &Path) -> Result<Option<Vec<u8>>, Fault> {
    let mut file = match disk.open(path, How::Read).at(Action::Open, path) {
        Err(Fault { reason: Reason::Gone, .. }) => return Ok(None),
        opened => opened?,
    };
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).at(Action::Read, path)?;
    Ok(Some(bytes))
}

/// Can files be made in this folder? Tried with a real one, which leaves again.
pub(super) fn probe(disk: &dyn Disk, path: &Path) -> Result<(), Fault> {
    folder(disk, path)?;
    let trial = path.join(UNFINISHED);
    let mut file = disk.open(&trial, How::Anew).at(Action::Open, path)?;
    let written = file.write_all(b"recueil").and_then(|()| file.flush()).at(Action::Write, path);
    drop(file);
    let removed = match disk.remove(&trial) {
        // Another process tries at the same moment.
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        removed => removed.at(Action::Write, path),
    };
    written.and(removed)
}

/// The path with something after its name.
pub(super) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

/// The files of a folder with this extension, by name; none where there is no such folder.
pub(super) fn of_extension(disk: &dyn Disk, path: &Path, extension: &str) -> Vec<PathBuf> {
    let mut files = disk.entries(path).unwrap_or_default();
    files.retain(|file| file.extension().is_some_and(|found| found == extension));
    files
}

/// Writes a whole file of this machine, so that its name holds the old text or the new one.
pub fn replace(path: &Path, text: &str) -> Result<(), Fault> {
    write_whole(&RealDisk, path, text.as_bytes())
}

/// Writes a whole file of this machine, unless one of that name exists already: that one is left as
/// it is.
pub fn create_private(path: &Path, text: &str) -> Result<(), Fault> {
    create(&RealDisk, path, text)
}

fn create(disk: &dyn Disk, path: &Path, text: &str) -> Result<(), Fault> {
    create_with(disk, path, || text.to_owned())
}

/// The same, of a text that is only made where it is wanted.
pub(super) fn create_with(
    disk: &dyn Disk,
    path: &Path,
    text: impl FnOnce() -> String,
) -> Result<(), Fault> {
    if exists(disk, path) { Ok(()) } else { write_whole(disk, path, text().as_bytes()) }
}

/// The files of a folder of this machine with this extension, by name.
pub fn with_extension(path: &Path, extension: &str) -> Vec<PathBuf> {
    of_extension(&RealDisk, path, extension)
}
