//! Many stations into one set: rows by their identifier, whatever they come from and in whatever order.
//! Never decides between two versions of a row: somebody does, and that is kept too.
//!
//! A set is what is *known*: versions of rows, which of them were corrected, which were withdrawn, what
//! was settled. Gathering unites what is known and works out from it which rows stand, so that neither
//! the order nor the grouping of the sources changes a byte, and gathering again changes nothing. What
//! the set holds already is a source as any other; `rassemblement.csv` only saves reading again what
//! it has given.

mod fate;
mod find;
mod held;
mod merge;
mod place;
mod read;
mod scan;
mod tables;
mod write;

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread::{available_parallelism, scope};

use sha2::{Digest, Sha256};

use super::digest::{self, hex};
use super::disk::{Disk, How, Turn};
use super::fault::{Action, At, Fault};
use super::files;
use super::names::{self, DATA, DISPUTED, GATHERED, MANIFEST};
use super::table;
use find::{Kind, Part, Piece};
use held::{Held, Sheet};
use merge::Merged;
use place::{Tree, named};
use read::{Pool, Rows, Told};
use tables::{Entry, Known, Manifest, Rulings, Withdrawn};

/// What is asked.
#[derive(Clone, Copy)]
pub struct Gathering<'a> {
    /// Dossiers, `data` folders, folders that hold several, files: absolute paths.
    pub sources: &'a [PathBuf],
    /// The folder of the set, an absolute path.
    pub into: &'a Path,
    /// Which version of rows in conflict is to be kept.
    pub kept: &'a [Kept],
    /// Is told how far the work is: so many of so many bytes.
    pub progress: &'a (dyn Fn(u64, u64) + Sync),
}

/// The version of a row in conflict that somebody chose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The identifier of the row.
    pub id: String,
    /// The name of the version, or as much of its beginning as tells it from the others.
    pub version: String,
}

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

/// Gathers the sources into the set.
pub fn gather(disk: &dyn Disk, asked: &Gathering<'_>) -> Result<Gathered, Refusal> {
    if let Some(missing) = asked.sources.iter().find(|source| !files::exists(disk, source)) {
        return Err(Refusal::NoSource(missing.clone()));
    }
    files::folder(disk, asked.into)?;
    let lock = asked.into.join("rassemblement.lock");
    let turn = disk.open(&lock, How::Append).at(Action::Open, &lock)?;
    turn.lock(Turn::Wait).at(Action::Lock, &lock)?;

    let mut work = Work::begin(disk, asked)?;
    let pending = work.pending();
    if pending.is_empty() && work.is_known && asked.kept.is_empty() {
        work.count_known();
        let entries = work.known_disputes()?;
        work.gathered.disputes = entries;
        work.keep_manifest()?;
        return Ok(work.gathered);
    }
    let known = work.read(&pending)?;
    let mut merged = merge::merge(disk, known, asked.kept)?;
    work.gathered.counts.fresh = merged.fresh;
    work.gathered.counts.replaced = merged.replaced;
    work.gathered.counts.withdrawn = merged.withdrawn_rows;
    work.write(&mut merged)?;
    work.gathered.disputes = disputes(&merged, &work.data);
    work.keep_manifest()?;
    Ok(work.gathered)
}

/// What the names of the files of the set begin with in the manifest.
const OURS: &str = "data/";

/// A file to be read, with what is known of it.
struct Pending {
    piece: Piece,
    key: String,
    is_ours: bool,
}

/// What is known from all that was read.
#[derive(Default)]
struct Knowledge {
    pool: Pool,
    withdrawn: Withdrawn,
    rulings: Rulings,
    /// The versions in conflict that the set held before.
    disputed: Vec<Entry>,
    /// The texts of definitions, by the file they go to; the first in the order of letters wins.
    definitions: BTreeMap<PathBuf, String>,
    /// The sealed rows to be copied, by name.
    sealed: BTreeMap<String, Vec<u8>>,
    /// What is kept of séances.
    held: Held,
    /// Damaged lines of the set's own files, which are written again without them.
    damaged: BTreeMap<PathBuf, Vec<Vec<u8>>>,
}

/// A gathering under way.
struct Work<'a> {
    disk: &'a dyn Disk,
    asked: &'a Gathering<'a>,
    data: PathBuf,
    manifest: Manifest,
    /// Is the set as the manifest says?
    is_known: bool,
    ours: Vec<Piece>,
    gathered: Gathered,
    done: AtomicU64,
    total: u64,
}

impl<'a> Work<'a> {
    fn begin(disk: &'a dyn Disk, asked: &'a Gathering<'a>) -> Result<Self, Fault> {
        let data = asked.into.join(DATA);
        let manifest = files::read_whole(disk, &asked.into.join(MANIFEST))?;
        let manifest = manifest.map_or_else(Manifest::new, |bytes| tables::read_manifest(&bytes));
        let mut ours = Vec::new();
        find::of_data(disk, &data, &mut ours);
        let mut work = Self {
            disk,
            asked,
            data,
            manifest,
            is_known: false,
            ours,
            gathered: Gathered::default(),
            done: AtomicU64::new(0),
            total: 0,
        };
        let keys: BTreeSet<String> = work.ours.iter().map(|piece| work.key(&piece.path)).collect();
        let noted = work.manifest.keys().filter(|key| key.starts_with(OURS));
        work.is_known = noted.eq(keys.iter())
            && work.ours.iter().all(|piece| {
                let known = work.manifest.get(&work.key(&piece.path));
                known.is_some_and(|known| work.is_as_noted(&piece.path, known))
            });
        Ok(work)
    }

    /// The name of a file in the manifest: of the set's own, from its folder.
    fn key(&self, path: &Path) -> String {
        let key = path.strip_prefix(self.asked.into).unwrap_or(path);
        if key == path {
            return path.display().to_string();
        }
        let parts = key.iter().map(|part| part.to_string_lossy());
        parts.collect::<Vec<_>>().join("/")
    }

    fn is_as_noted(&self, path: &Path, known: &Known) -> bool {
        self.about(path).is_some_and(|(size, date)| size == known.size && date == known.date)
    }

    /// The size of a file, and what stands for the moment it was last written.
    fn about(&self, path: &Path) -> Option<(u64, String)> {
        let about = self.disk.about(path).ok()?;
        let moment = self.disk.modified(path).ok().flatten()?;
        let mut hash = Sha256::new();
        hash.update(format!("{}\u{1f}{}", moment.as_nanos(), path.display()));
        Some((about.length, hex(&hash.finalize()[..8])))
    }

    /// The files that must be read, the set's own first where any other must be.
    fn pending(&mut self) -> Vec<Pending> {
        let mut seen = BTreeSet::new();
        let mut pending = Vec::new();
        for source in self.asked.sources {
            let pieces = find::pieces(self.disk, source, self.asked.into);
            if pieces.is_empty() {
                self.gathered.remarks.push(Remark::Nothing(source.clone()));
            }
            for piece in pieces {
                let key = self.key(&piece.path);
                if !piece.path.starts_with(self.asked.into) && seen.insert(piece.path.clone()) {
                    pending.push(Pending { piece, key, is_ours: false });
                }
            }
        }
        if !self.is_known {
            // What a file gave before may be gone: it is read again, or not known any more.
            self.manifest.clear();
        }
        let mut left = Vec::new();
        for one in pending {
            if self.is_unchanged(&one) {
                self.gathered.counts.unchanged += 1;
            } else {
                left.push(one);
            }
        }
        if left.is_empty() && self.is_known && self.asked.kept.is_empty() {
            return left;
        }
        let ours = self.ours.iter().map(|piece| Pending {
            piece: piece.clone(),
            key: self.key(&piece.path),
            is_ours: true,
        });
        ours.chain(left).collect()
    }

    /// Was the file read before, without a word about it, and is it still the same?
    fn is_unchanged(&mut self, one: &Pending) -> bool {
        let Some(known) = self.manifest.get(&one.key).filter(|known| known.remarks == 0) else {
            return false;
        };
        let Some((size, date)) = self.about(&one.piece.path) else { return false };
        if size != known.size {
            return false;
        }
        if date == known.date {
            return true;
        }
        let opened = self.disk.open(&one.piece.path, How::Read);
        let Ok(hash) = opened.and_then(|mut file| digest::of(&mut file)) else { return false };
        if hash != known.hash {
            return false;
        }
        if let Some(known) = self.manifest.get_mut(&one.key) {
            known.date = date;
        }
        true
    }

    fn progress(&self, more: u64) {
        let done = self.done.fetch_add(more, Ordering::Relaxed) + more;
        (self.asked.progress)(done.min(self.total), self.total);
    }

    /// Reads files: rows on as many threads as the machine has, the small ones one after the other.
    fn read(&mut self, pending: &[Pending]) -> Result<Knowledge, Fault> {
        let length = |one: &Pending| self.disk.about(&one.piece.path).map_or(0, |it| it.length);
        // What is read is written too, more or less.
        self.total = pending.iter().map(length).sum::<u64>() * 2;
        let mut known = Knowledge::default();
        let told = self.read_rows(pending, &mut known.pool);
        let mut checked = BTreeSet::new();
        for (one, told) in pending.iter().zip(told) {
            let told = match told {
                Some(told) => told,
                None => self.read_small(one, &mut known, &mut checked),
            };
            match told {
                Ok(told) => self.note(one, told, &mut known)?,
                Err(error) => {
                    let fault = Fault::new(Action::Read, &one.piece.path, &error);
                    if one.is_ours {
                        return Err(fault);
                    }
                    self.manifest.remove(&one.key);
                    self.gathered.counts.unreadable += 1;
                    self.gathered.remarks.push(Remark::Unreadable(fault));
                }
            }
        }
        Ok(known)
    }

    /// Notes what was read of a file, and what there is to say about it.
    fn note(&mut self, one: &Pending, told: Told, known: &mut Knowledge) -> Result<(), Fault> {
        let path = &one.piece.path;
        if one.is_ours && told.remarks.iter().any(|remark| matches!(remark, Remark::Foreign(_))) {
            return Err(Fault::foreign(path));
        }
        if !told.damaged.is_empty() {
            known.damaged.insert(path.clone(), told.damaged);
        }
        self.gathered.counts.read += usize::from(!one.is_ours);
        let noted = self.manifest.get(&one.key).is_some_and(|known| known.hash == told.hash);
        let remarks = told.remarks.len() as u64;
        // Of the set's own rows everything was said when they came in.
        if !(one.is_ours && noted) {
            self.gathered.remarks.extend(told.remarks);
        }
        if let Some((size, date)) = self.about(path) {
            let known = Known { size, date, hash: told.hash, rows: told.rows, remarks };
            self.manifest.insert(one.key.clone(), known);
        }
        Ok(())
    }

    /// Reads the files of rows; the answer has a place for each file, empty for the others.
    fn read_rows(
        &self,
        pending: &[Pending],
        pool: &mut Pool,
    ) -> Vec<Option<std::io::Result<Told>>> {
        let shared = Mutex::new(std::mem::take(pool));
        let answers: Vec<Mutex<Option<std::io::Result<Told>>>> =
            pending.iter().map(|_| Mutex::new(None)).collect();
        let next = AtomicUsize::new(0);
        let threads = available_parallelism().map_or(1, usize::from).min(pending.len().max(1));
        let worker = || {
            loop {
                let at = next.fetch_add(1, Ordering::Relaxed);
                let (Some(one), Some(answer)) = (pending.get(at), answers.get(at)) else { return };
                let Kind::Rows { tree, home, part, .. } = &one.piece.kind else { continue };
                let file = Rows {
                    path: &one.piece.path,
                    tree: *tree,
                    home: home.as_ref(),
                    part: *part,
                    is_ours: one.is_ours,
                };
                let told = read::rows(self.disk, &file, &shared, &|more| self.progress(more));
                *answer.lock().unwrap_or_else(PoisonError::into_inner) = Some(told);
            }
        };
        scope(|scope| (0..threads).for_each(|_| drop(scope.spawn(worker))));
        *pool = shared.into_inner().unwrap_or_else(PoisonError::into_inner);
        let answers = answers.into_iter();
        answers.map(|answer| answer.into_inner().unwrap_or_else(PoisonError::into_inner)).collect()
    }

    /// Reads a small file.
    fn read_small(
        &self,
        one: &Pending,
        known: &mut Knowledge,
        checked: &mut BTreeSet<String>,
    ) -> std::io::Result<Told> {
        let path = &one.piece.path;
        let mut bytes = Vec::new();
        self.disk.open(path, How::Read)?.read_to_end(&mut bytes)?;
        self.progress(bytes.len() as u64);
        let mut told = Told { hash: hex(&Sha256::digest(&bytes)), ..Told::default() };
        match &one.piece.kind {
            Kind::Rows { .. } => {}
            Kind::Held { tree, home } => {
                let (tree, home) = (*tree, home.as_ref());
                let sheet = Sheet { path, tree, home, is_ours: one.is_ours };
                known.held.take(&sheet, &bytes, &mut told);
            }
            Kind::Withdrawn => {
                if let Some(rows) = take(path, tables::read_withdrawn(&bytes), &mut told) {
                    for (id, day) in &rows {
                        known.withdrawn.add(*id, day);
                    }
                }
            }
            Kind::Rulings => {
                if let Some(rows) = take(path, tables::read_rulings(&bytes), &mut told) {
                    for (id, ruling) in rows {
                        known.rulings.add(id, ruling);
                    }
                }
            }
            Kind::Disputed { data } => {
                if let Some(entries) = take(path, tables::read_disputed(&bytes), &mut told) {
                    let unread = merge::take_disputed(
                        self.disk,
                        data,
                        path,
                        one.is_ours,
                        &entries,
                        &mut known.pool,
                    );
                    told.remarks.extend(unread);
                    if one.is_ours {
                        known.disputed = entries;
                    }
                }
            }
            Kind::Definition { tree, referentiel, stem } => {
                let text = String::from_utf8(bytes).ok();
                let is_sound = |text: &String| {
                    checked.contains(&told.hash) || write::is_definition(text, stem)
                };
                let Some(text) = text.filter(is_sound) else {
                    told.remarks.push(Remark::WrongDefinition(path.clone()));
                    return Ok(told);
                };
                checked.insert(told.hash.clone());
                let folder = tree.folder(&self.data).join(referentiel);
                let target = names::definition(&folder, stem);
                match known.definitions.get(&target) {
                    Some(other) if *other == text => {}
                    Some(other) => {
                        told.remarks.push(Remark::OtherDefinition(path.clone()));
                        if text < *other {
                            known.definitions.insert(target, text);
                        }
                    }
                    None => _ = known.definitions.insert(target, text),
                }
            }
            Kind::Sealed { name } if one.is_ours => _ = known.sealed.insert(name.clone(), bytes),
            Kind::Sealed { name } => match known.sealed.get(name) {
                Some(other) if *other == bytes => {}
                Some(_) => told.remarks.push(Remark::OtherSealed(path.clone())),
                None => _ = known.sealed.insert(name.clone(), bytes),
            },
        }
        Ok(told)
    }

    /// Writes what changed.
    fn write(&mut self, merged: &mut Merged) -> Result<(), Fault> {
        let written = write::write(self.disk, &self.data, merged, &self.manifest, &|more| {
            self.progress(more);
        })?;
        self.gathered.counts.rows = written.rows[0];
        self.gathered.counts.trials = written.rows[1];
        self.manifest.retain(|key, _| !key.starts_with(OURS));
        for (path, file) in written.files {
            let Some((size, date)) = self.about(&path) else { continue };
            let known = Known { size, date, hash: file.hash, rows: file.rows, remarks: 0 };
            self.manifest.insert(self.key(&path), known);
        }
        Ok(())
    }

    /// Counts what the manifest says that the set holds.
    fn count_known(&mut self) {
        for piece in &self.ours {
            let Kind::Rows { tree, part: Part::Standing, .. } = &piece.kind else { continue };
            let rows = self.manifest.get(&self.key(&piece.path)).map_or(0, |known| known.rows);
            let rows = usize::try_from(rows).unwrap_or(usize::MAX);
            match tree {
                Tree::Counting => self.gathered.counts.rows += rows,
                Tree::Trials => self.gathered.counts.trials += rows,
            }
        }
    }

    /// The conflicts that the set holds.
    fn known_disputes(&self) -> Result<Vec<Dispute>, Refusal> {
        let path = self.data.join(DISPUTED);
        let Some(bytes) = files::read_whole(self.disk, &path)? else { return Ok(Vec::new()) };
        let read = tables::read_disputed(&bytes).ok_or_else(|| Fault::foreign(&path))?;
        let mut pool = Pool::default();
        _ = merge::take_disputed(self.disk, &self.data, &path, true, &read.rows, &mut pool);
        let known = Knowledge { pool, ..Knowledge::default() };
        let merged = merge::merge(self.disk, known, &[])?;
        Ok(disputes(&merged, &self.data))
    }

    /// Writes the manifest, where it changed, and counts the machines in it.
    fn keep_manifest(&mut self) -> Result<(), Fault> {
        let path = self.asked.into.join(MANIFEST);
        let bytes = tables::manifest_bytes(&self.manifest);
        if files::read_whole(self.disk, &path)?.as_ref() != Some(&bytes) {
            files::write_whole(self.disk, &path, &bytes)?;
        }
        let machines = self.manifest.keys().filter_map(|key| Some(named(Path::new(key))?.1));
        let machines: BTreeSet<String> = machines.filter(|name| name != GATHERED).collect();
        self.gathered.counts.machines = machines.len();
        Ok(())
    }
}

/// Takes what was read of a small file, and tells its damaged lines.
fn take<T>(path: &Path, read: Option<table::Read<T>>, told: &mut Told) -> Option<Vec<T>> {
    let Some(read) = read else {
        told.remarks.push(Remark::Foreign(path.to_owned()));
        return None;
    };
    let file = || path.to_owned();
    let damaged = read.damaged.iter().map(|line| Remark::Damaged {
        file: file(),
        line: *line,
        damage: Damage::Entry,
    });
    told.remarks.extend(damaged);
    let modified = read.modified.iter();
    told.remarks.extend(modified.map(|line| Remark::Modified { file: file(), line: *line }));
    told.rows = read.rows.len() as u64;
    Some(read.rows)
}

/// The conflicts, in the order of the identifiers.
fn disputes(merged: &Merged, data: &Path) -> Vec<Dispute> {
    let places = &merged.pool.places;
    let names = write::names(places);
    merged
        .disputed
        .iter()
        .map(|(id, versions)| Dispute {
            id: scan::written(*id),
            versions: versions
                .iter()
                .map(|version| {
                    let place = &places[version.place as usize];
                    let home = &place.home;
                    let mut header = scan::Scan::default();
                    header.read(place.header.strip_suffix(b"\n").unwrap_or(&place.header), b',');
                    Candidate {
                        name: version.name.to_string(),
                        file: names[version.place as usize].clone(),
                        definition: names::definition(&home.folder(data), &home.stem),
                        columns: header.texts(),
                        cells: version.cells.clone(),
                        is_intact: version.is_intact(),
                    }
                })
                .collect(),
        })
        .collect()
}
