//! A gathering under way: which files must be read, what they gave, and the manifest that notes it.
//! Never what becomes of a row: merging says so.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread::{available_parallelism, scope};

use sha2::{Digest, Sha256};

use super::super::digest::{self, hex};
use super::super::disk::{Disk, How};
use super::super::fault::{Action, Fault};
use super::super::files;
use super::super::names::{DATA, DISPUTED, GATHERED, MANIFEST};
use super::super::reread::Reread;
use super::find::{self, Kind, Part, Piece};
use super::held::Held;
use super::merge::{self, Merged};
use super::place::{Tree, named};
use super::read::{self, Pool, Rows, Told};
use super::tables::{self, Entry, Known, Manifest, Rulings, Withdrawn};
use super::{Dispute, Gathered, Gathering, Refusal, Remark, disputes, write};

/// What the names of the files of the set begin with in the manifest.
const OURS: &str = "data/";

/// A file to be read, with what is known of it.
pub(super) struct Pending {
    pub(super) piece: Piece,
    pub(super) key: String,
    pub(super) is_ours: bool,
}

/// What is known from all that was read.
#[derive(Default)]
pub(super) struct Knowledge {
    pub(super) pool: Pool,
    pub(super) withdrawn: Withdrawn,
    pub(super) rulings: Rulings,
    /// What was decided of open texts.
    pub(super) reread: Reread,
    /// The versions in conflict that the set held before.
    pub(super) disputed: Vec<Entry>,
    /// The texts of definitions, by the file they go to; the first in the order of letters wins.
    pub(super) definitions: BTreeMap<PathBuf, String>,
    /// The sealed rows to be copied, by name.
    pub(super) sealed: BTreeMap<String, Vec<u8>>,
    /// What is kept of séances.
    pub(super) held: Held,
    /// Damaged lines of the set's own files, which are written again without them.
    pub(super) damaged: BTreeMap<PathBuf, Vec<Vec<u8>>>,
}

/// A gathering under way.
pub(super) struct Work<'a> {
    pub(super) disk: &'a dyn Disk,
    asked: &'a Gathering<'a>,
    pub(super) data: PathBuf,
    manifest: Manifest,
    /// Is the set as the manifest says?
    pub(super) is_known: bool,
    ours: Vec<Piece>,
    pub(super) gathered: Gathered,
    done: AtomicU64,
    total: u64,
}

impl<'a> Work<'a> {
    /// Begins: what the set holds, and what its manifest says of it.
    pub(super) fn begin(disk: &'a dyn Disk, asked: &'a Gathering<'a>) -> Result<Self, Fault> {
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
    pub(super) fn pending(&mut self) -> Vec<Pending> {
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

    /// Tells that so many bytes more are done.
    pub(super) fn progress(&self, more: u64) {
        let done = self.done.fetch_add(more, Ordering::Relaxed) + more;
        (self.asked.progress)(done.min(self.total), self.total);
    }

    /// Reads files: rows on as many threads as the machine has, the small ones one after the other.
    pub(super) fn read(&mut self, pending: &[Pending]) -> Result<Knowledge, Fault> {
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

    /// Writes what changed.
    pub(super) fn write(&mut self, merged: &mut Merged) -> Result<(), Fault> {
        let written = write::write(self.disk, &self.data, merged, &self.manifest, &|more| {
            self.progress(more);
        })?;
        self.remove_emptied(merged, &written)?;
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

    /// Removes the set's own files of séances of which no line is left: all of them were taken away.
    fn remove_emptied(&self, merged: &Merged, written: &write::Written) -> Result<(), Fault> {
        for piece in self.ours.iter().filter(|piece| matches!(piece.kind, Kind::Held { .. })) {
            let is_written = written.files.iter().any(|(path, _)| *path == piece.path);
            if !is_written && !merged.damaged.contains_key(&piece.path) {
                files::remove(self.disk, &piece.path)?;
            }
        }
        Ok(())
    }

    /// Counts what the manifest says that the set holds.
    pub(super) fn count_known(&mut self) {
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
    pub(super) fn known_disputes(&self) -> Result<Vec<Dispute>, Refusal> {
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
    pub(super) fn keep_manifest(&mut self) -> Result<(), Fault> {
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
