//! A folder of files for other programs, which takes its name once all of it is on the disk.
//! Never in the place of a folder that this program did not fill.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, BufWriter, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use super::disk::{Disk, How, OpenFile};
use super::fault::{Action, At, Fault};
use super::files;
use super::names::{OUTGOING, UNFINISHED};

/// What becomes of a folder that is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Present {
    /// It is left as it is, unless it is empty.
    Kept,
    /// It is replaced, where this program filled it.
    Replaced,
}

/// Why a folder cannot be filled.
#[derive(Debug)]
pub enum OutgoingFault {
    /// Something is there already.
    Exists(PathBuf),
    /// What is there is not ours: it is not replaced.
    Foreign(PathBuf),
    /// It is the dossier, or inside its data.
    Inside(PathBuf),
    /// The disk refuses.
    Disk(Fault),
}

impl From<Fault> for OutgoingFault {
    fn from(fault: Fault) -> Self {
        Self::Disk(fault)
    }
}

/// A folder being filled, beside its name. Until [`Outgoing::finish`] nothing has that name; dropped
/// before, what was written is taken away again.
#[derive(Debug)]
pub struct Outgoing<'d> {
    disk: &'d dyn Disk,
    place: PathBuf,
    beside: PathBuf,
    /// The folders in it, whose names the disk must have before it is whole.
    folders: RefCell<BTreeSet<PathBuf>>,
    /// How many numbered parts each of them has.
    parts: RefCell<BTreeMap<String, usize>>,
    is_whole: bool,
}

impl<'d> Outgoing<'d> {
    /// Begins a folder at an absolute path, which must not be in the folder of the rows.
    pub fn begin(
        disk: &'d dyn Disk,
        place: &Path,
        data: &Path,
        present: Present,
    ) -> Result<Self, OutgoingFault> {
        let place = place.to_owned();
        if data.starts_with(&place) || place.starts_with(data) {
            return Err(OutgoingFault::Inside(place));
        }
        if files::exists(disk, &place) && !is_empty(disk, &place)? {
            match present {
                Present::Kept => return Err(OutgoingFault::Exists(place)),
                Present::Replaced if !is_ours(disk, &place) => {
                    return Err(OutgoingFault::Foreign(place));
                }
                Present::Replaced => {}
            }
        }
        let beside = files::unfinished(&place);
        for left in [&beside, &files::unfinished(&beside)] {
            if is_ours(disk, left) {
                // What an interrupted export left.
                clear(disk, left)?;
            }
        }
        let (folders, parts) = (RefCell::default(), RefCell::default());
        let outgoing = Self { disk, place, beside, folders, parts, is_whole: false };
        files::folder(disk, &outgoing.beside)?;
        Ok(outgoing)
    }

    /// Where it will be.
    pub fn place(&self) -> &Path {
        &self.place
    }

    /// Begins a file of the folder; its name may have folders before it, parted by `/`.
    pub fn file(&self, name: &str) -> Result<OutgoingFile, Fault> {
        let path = self.beside.join(name);
        if let Some(above) = path.parent() {
            files::folder(self.disk, above)?;
            self.folders.borrow_mut().insert(above.to_owned());
        }
        let file = self.disk.open(&path, How::Anew).at(Action::Open, &path)?;
        Ok(OutgoingFile { file: BufWriter::with_capacity(1 << 16, file), path })
    }

    /// Writes a whole file of the folder.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<(), Fault> {
        let mut file = self.file(name)?;
        file.put(bytes)?;
        file.close()
    }

    /// Writes the next of the numbered parts that make up one table, in a folder: `part-0`, `part-1`…
    pub fn write_part(&self, folder: &str, extension: &str, bytes: &[u8]) -> Result<(), Fault> {
        let number = {
            let mut parts = self.parts.borrow_mut();
            let next = parts.entry(folder.to_owned()).or_default();
            *next += 1;
            *next - 1
        };
        self.write(&format!("{folder}/part-{number}.{extension}"), bytes)
    }

    /// Gives the folder its name. What bore it steps aside whole and goes only then: wherever this is
    /// stopped, nothing that has the name is a part of something.
    pub fn finish(mut self) -> Result<(), Fault> {
        for folder in self.folders.take() {
            files::sync_folder(self.disk, &folder)?;
        }
        let former = files::unfinished(&self.beside);
        let is_there = files::exists(self.disk, &self.place);
        if is_there {
            self.disk.rename(&self.place, &former).at(Action::Write, &self.place)?;
        }
        let named = self.disk.rename(&self.beside, &self.place).at(Action::Write, &self.place);
        if named.is_err() && is_there {
            _ = self.disk.rename(&former, &self.place);
        }
        named?;
        self.is_whole = true;
        let above = self.place.parent().unwrap_or(Path::new("."));
        files::sync_folder(self.disk, above)?;
        if is_there { clear(self.disk, &former) } else { Ok(()) }
    }
}

impl Drop for Outgoing<'_> {
    fn drop(&mut self) {
        if !self.is_whole {
            // Half an export is of no use, and holds answers.
            _ = clear(self.disk, &self.beside);
        }
    }
}

/// A file being written.
#[derive(Debug)]
pub struct OutgoingFile {
    file: BufWriter<Box<dyn OpenFile>>,
    path: PathBuf,
}

impl OutgoingFile {
    /// Adds bytes.
    pub fn put(&mut self, bytes: &[u8]) -> Result<(), Fault> {
        self.file.write_all(bytes).at(Action::Write, &self.path)
    }

    /// Makes sure that the disk has it.
    pub fn close(mut self) -> Result<(), Fault> {
        self.file.flush().at(Action::Write, &self.path)?;
        self.file.get_mut().sync().at(Action::Sync, &self.path)
    }
}

fn is_empty(disk: &dyn Disk, place: &Path) -> Result<bool, Fault> {
    if !files::is_folder(disk, place) {
        return Ok(false);
    }
    Ok(disk.entries(place).at(Action::Read, place)?.is_empty())
}

/// Did this program fill it? Its page of codes says so; a folder that it has only begun has the end
/// of an unfinished name.
fn is_ours(disk: &dyn Disk, place: &Path) -> bool {
    let named = place.to_string_lossy().ends_with(UNFINISHED) && files::is_folder(disk, place);
    named || is_marked(disk, &place.join(OUTGOING)).unwrap_or(false)
}

/// What the page of codes of an export ends with: it says that the folder is one of ours.
pub const MARK: &[u8] = b"<!-- recueil export -->\n";

fn is_marked(disk: &dyn Disk, page: &Path) -> io::Result<bool> {
    let mut bytes = Vec::new();
    disk.open(page, How::Read)?.read_to_end(&mut bytes)?;
    Ok(bytes.ends_with(MARK))
}

/// Takes a folder away with what is in it.
fn clear(disk: &dyn Disk, folder: &Path) -> Result<(), Fault> {
    let entries = match disk.entries(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        entries => entries.at(Action::Write, folder)?,
    };
    for entry in entries {
        // A link is taken away, never what it leads to.
        match disk.remove(&entry) {
            Ok(()) => {}
            Err(_) if files::is_folder(disk, &entry) => clear(disk, &entry)?,
            removed => removed.at(Action::Write, &entry)?,
        }
    }
    disk.remove_folder(folder).at(Action::Write, folder)
}
