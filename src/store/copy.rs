//! A dossier copied to another disk: written, synced, read again from there, and compared.
//! Never copies drafts, keys or what is being written, and never into the copy of another dossier.

use std::collections::BTreeSet;
use std::io::{Read, Write as _};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::append::line;
use super::disk::{Disk, How, OpenFile, Turn};
use super::fault::{Action, At, Fault};
use super::names::{
    AUDIO, CLOSING, COPIES, DATA, LOCK, QUESTIONNAIRES, RESERVE, SETTINGS, UNFINISHED,
};
use super::{digest, files, table};

/// What stands in a copy until all of it is there.
const INCOMPLETE: &str = "COPIE-INCOMPLETE.txt";

/// What says, in a copy, which dossier it is of.
const ORIGIN: &str = "origine.txt";

/// What a private key begins with. A line that holds one stays where it is.
const PRIVATE_KEY: &str = "AGE-SECRET-KEY-";

/// What is to be copied, and where.
#[derive(Clone, Copy, Debug)]
pub struct Copying<'a> {
    /// The dossier, an absolute path.
    pub dossier: &'a Path,
    /// The folder of the other disk, an absolute path: it must be there.
    pub to: &'a Path,
    /// The random name of this machine.
    pub poste: &'a str,
    /// Today, as it is noted.
    pub day: &'a str,
    /// What is said in the copy until all of it is there.
    pub incomplete: &'a str,
}

/// A copy that was read again, and is what it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    /// Where it is.
    pub folder: PathBuf,
    /// How many files it has.
    pub files: usize,
    /// How many of them were written now.
    pub written: usize,
    /// Files of the copy that the dossier has no more: they stay.
    pub left: Vec<PathBuf>,
}

/// Why there is no copy, or only part of one.
#[derive(Debug)]
pub enum CopyFault {
    /// The other disk is not there.
    NoFolder(PathBuf),
    /// The folder is inside the dossier: a copy would copy itself.
    Inside(PathBuf),
    /// The dossier holds no rows.
    NoRows(PathBuf),
    /// Nothing was begun, and this is why.
    Before(Fault),
    /// Part of the copy is there: what went wrong, and where the part is.
    Partial(Fault, PathBuf),
    /// What was read again is not what was written.
    Differs(PathBuf, PathBuf),
}

/// Copies a dossier: its rows, its questionnaires, its recordings and its settings.
pub fn copy(disk: &dyn Disk, asked: &Copying<'_>) -> Result<Copied, CopyFault> {
    if !files::is_folder(disk, asked.to) {
        return Err(CopyFault::NoFolder(asked.to.to_owned()));
    }
    if asked.to.starts_with(asked.dossier) {
        return Err(CopyFault::Inside(asked.to.to_owned()));
    }
    let data = asked.dossier.join(DATA);
    if !files::is_folder(disk, &data) {
        return Err(CopyFault::NoRows(data));
    }
    let target = target(disk, asked).map_err(CopyFault::Before)?;
    // Before anything is written: a withdrawal must know of a copy even if it is only a part.
    note_copy(disk, &data, asked.day, "copie", &target).map_err(CopyFault::Before)?;
    let partial = |fault| CopyFault::Partial(fault, target.clone());
    let mut pieces = Vec::new();
    for folder in [DATA, QUESTIONNAIRES, AUDIO] {
        walk(disk, asked.dossier, Path::new(folder), &mut pieces).map_err(CopyFault::Before)?;
    }
    let settings = PathBuf::from(SETTINGS);
    if files::exists(disk, &asked.dossier.join(&settings)) {
        pieces.push(settings);
    }
    let marker = target.join(INCOMPLETE);
    let mut written = 0;
    for piece in &pieces {
        let (from, to) = (asked.dossier.join(piece), target.join(piece));
        if is_same(disk, &from, &to).map_err(partial)? {
            continue;
        }
        if written == 0 {
            files::write_whole(disk, &marker, asked.incomplete.as_bytes()).map_err(partial)?;
        }
        let hash = copy_file(disk, &from, &to).map_err(partial)?;
        if hash_again(disk, &to).map_err(partial)? != hash {
            return Err(CopyFault::Differs(to, target));
        }
        written += 1;
    }
    files::remove(disk, &marker).map_err(partial)?;
    let mut there = Vec::new();
    for folder in [DATA, QUESTIONNAIRES, AUDIO] {
        walk(disk, &target, Path::new(folder), &mut there).map_err(partial)?;
    }
    let wanted: BTreeSet<&PathBuf> = pieces.iter().collect();
    let left = there.iter().filter(|piece| !wanted.contains(piece));
    let left = left.map(|piece| target.join(piece)).collect();
    Ok(Copied { files: pieces.len(), written, left, folder: target })
}

/// The folder of the copy: of this machine and of this dossier. Another dossier of the same machine has
/// one of its own.
fn target(disk: &dyn Disk, asked: &Copying<'_>) -> Result<PathBuf, Fault> {
    let origin = format!("{}\n", asked.dossier.display());
    for number in 1_u32.. {
        let segment = if number == 1 { String::new() } else { format!("-{number}") };
        let folder = asked.to.join(format!("recueil-{}{segment}", asked.poste));
        let noted = folder.join(ORIGIN);
        if !files::exists(disk, &noted) {
            if files::exists(disk, &folder.join(DATA)) {
                // A copy of nobody knows which dossier.
                continue;
            }
            files::write_whole(disk, &noted, origin.as_bytes())?;
            return Ok(folder);
        }
        if files::read_whole(disk, &noted)?.as_deref() == Some(origin.as_bytes()) {
            return Ok(folder);
        }
    }
    unreachable!("there are more numbers than folders")
}

/// The files under a folder of the dossier that are copied, by their path from it.
fn walk(
    disk: &dyn Disk,
    root: &Path,
    folder: &Path,
    found: &mut Vec<PathBuf>,
) -> Result<(), Fault> {
    let path = root.join(folder);
    if !files::is_folder(disk, &path) {
        return Ok(());
    }
    for entry in disk.entries(&path).at(Action::Read, &path)? {
        let Some(name) = entry.file_name() else { continue };
        let piece = folder.join(name);
        if is_passing(&name.to_string_lossy()) {
            continue;
        }
        if files::is_folder(disk, &entry) {
            walk(disk, root, &piece, found)?;
        } else {
            found.push(piece);
        }
    }
    Ok(())
}

/// Is this a lock, a file being written, or what is only there for a time? Which code becomes which
/// number while a cycle is being closed must not be found anywhere later.
fn is_passing(name: &str) -> bool {
    name.starts_with('.')
        || [LOCK, UNFINISHED].iter().any(|end| name.ends_with(end))
        || name.starts_with(CLOSING)
        || name == RESERVE
}

/// Waits until nobody adds to a file, and keeps others waiting while it is read.
fn turn(disk: &dyn Disk, path: &Path) -> Result<Option<Box<dyn OpenFile>>, Fault> {
    let lock = files::with_suffix(path, LOCK);
    if !files::exists(disk, &lock) {
        return Ok(None);
    }
    let turn = disk.open(&lock, How::Append).at(Action::Open, &lock)?;
    turn.lock(Turn::Wait).at(Action::Lock, &lock)?;
    Ok(Some(turn))
}

/// The bytes of a file as they go into a copy.
fn content(disk: &dyn Disk, path: &Path) -> Result<Box<dyn Read>, Fault> {
    let mut file = disk.open(path, How::Read).at(Action::Open, path)?;
    if path.extension().is_none_or(|extension| extension != "toml") {
        return Ok(Box::new(file));
    }
    let mut text = Vec::new();
    file.read_to_end(&mut text).at(Action::Read, path)?;
    let is_private = |line: &&[u8]| String::from_utf8_lossy(line).contains(PRIVATE_KEY);
    let lines = text.split_inclusive(|byte| *byte == b'\n').filter(|line| !is_private(line));
    Ok(Box::new(std::io::Cursor::new(lines.collect::<Vec<_>>().concat())))
}

/// Is the file of the copy what it should be? It is read from the disk itself.
fn is_same(disk: &dyn Disk, from: &Path, to: &Path) -> Result<bool, Fault> {
    if !files::exists(disk, to) {
        return Ok(false);
    }
    let own = digest::of(&mut *content(disk, from)?).at(Action::Read, from)?;
    // A file that cannot be read any more is written again.
    Ok(hash_again(disk, to).is_ok_and(|other| other == own))
}

/// Writes a file beside its name, then under it; gives the hash of what was written.
fn copy_file(disk: &dyn Disk, from: &Path, to: &Path) -> Result<String, Fault> {
    let above = to.parent().unwrap_or(Path::new("."));
    files::folder(disk, above)?;
    let written = (|| {
        let _turn = turn(disk, from)?;
        let mut source = content(disk, from)?;
        let mut file = files::begin(disk, to)?;
        let mut block = vec![0; 1 << 18];
        let mut hash = Sha256::new();
        loop {
            let size = source.read(&mut block).at(Action::Read, from)?;
            if size == 0 {
                break;
            }
            hash.update(&block[..size]);
            file.write_all(&block[..size]).at(Action::Write, to)?;
        }
        file.flush().at(Action::Write, to)?;
        file.sync().at(Action::Sync, to)?;
        Ok(digest::hex(&hash.finalize()))
    })();
    if written.is_err() {
        files::give_up(disk, to);
        return written;
    }
    files::take_place(disk, to)?;
    written
}

/// The hash of a file as the disk has it: what the system remembers of it is forgotten first.
fn hash_again(disk: &dyn Disk, path: &Path) -> Result<String, Fault> {
    let mut file = disk.open(path, How::Read).at(Action::Open, path)?;
    // Where the system cannot forget, what it remembers is compared.
    _ = file.forget();
    digest::of(&mut file).at(Action::Read, path)
}

/// Notes that rows went somewhere, so that a withdrawal can say where else they are. The same place is
/// noted once a day.
pub fn note_copy(
    disk: &dyn Disk,
    data: &Path,
    day: &str,
    what: &str,
    place: &Path,
) -> Result<(), Fault> {
    let path = data.join(COPIES);
    let noted = line([day, what, &place.display().to_string()]);
    let bytes = files::read_whole(disk, &path)?;
    let mut bytes = bytes.unwrap_or_else(|| table::bytes(&table::COPIES, []));
    if bytes.split_inclusive(|byte| *byte == b'\n').any(|line| line == noted) {
        return Ok(());
    }
    if !bytes.ends_with(b"\n") {
        bytes.push(b'\n');
    }
    bytes.extend(noted);
    files::write_whole(disk, &path, &bytes)
}
