//! Writing a gathered set: each file whole, in the order of the identifiers, only where it changed.
//! Never removes a row from one file before the file that it goes to has it.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread::{available_parallelism, scope};

use sha2::{Digest, Sha256};

use super::super::digest::hex;
use super::super::disk::{Disk, OpenFile};
use super::super::fault::{Action, At, Fault};
use super::super::files;
use super::super::names::{
    ASIDE, DISPUTED, GATHERED, HISTORY, REREAD, RULINGS, SEALED, TRIALS, WITHDRAWN,
};
use super::find::Part;
use super::merge::Merged;
use super::place::{Place, Tree};
use super::read::{Pool, Texts};
use super::tables::{self, Entry, Manifest};
use crate::questionnaire::{Source, load};
use crate::store::append::line;

/// How many rows a thread gives back at once.
const PART: usize = 4_096;

/// How many bytes are written before the disk is asked to keep them.
const STRETCH: usize = 32 << 20;

/// What was written, or was there and stays.
#[derive(Debug, Default)]
pub(super) struct Written {
    pub files: Vec<(PathBuf, File)>,
    /// Rows that stand: those that count, and trials.
    pub rows: [usize; 2],
}

/// A file of the set.
#[derive(Debug)]
pub(super) struct File {
    pub hash: String,
    pub rows: u64,
}

/// The file of each place, from the `data` folder. Where the rows of one form have different columns,
/// each has a file of its own.
pub(super) fn names(places: &[Place]) -> Vec<String> {
    let name = |place: &Place| {
        let home = &place.home;
        let before = places.iter().filter(|other| other.home == *home && **other < *place).count();
        let segment = if before == 0 { String::new() } else { format!("-{}", before + 1) };
        let tree = match home.tree {
            Tree::Counting => String::new(),
            Tree::Trials => format!("{TRIALS}/"),
        };
        format!("{tree}{}/{}.{GATHERED}{segment}.csv", home.referentiel, home.stem)
    };
    places.iter().map(name).collect()
}

/// The path of a file of the set, by its name from the `data` folder.
fn under(data: &Path, name: &str) -> PathBuf {
    name.split('/').fold(data.to_owned(), |path, part| path.join(part))
}

/// Is this text the definition of the form that its name says?
pub(super) fn is_definition(text: &str, stem: &str) -> bool {
    let source = Arc::new(Source { name: stem.to_owned(), text: text.to_owned() });
    let loaded = load(&source, None);
    loaded.is_ok_and(|loaded| loaded.questionnaires.iter().any(|form| form.stem() == stem))
}

/// Writes the set into its `data` folder.
pub(super) fn write(
    disk: &dyn Disk,
    data: &Path,
    merged: &mut Merged,
    manifest: &Manifest,
    progress: &dyn Fn(u64),
) -> Result<Written, Fault> {
    files::folder(disk, data)?;
    let mut writing = Writing { disk, data, manifest, progress, written: Written::default() };
    writing.small(WITHDRAWN, &merged.withdrawn.bytes(), merged.withdrawn.is_empty())?;
    writing.small(RULINGS, &merged.rulings.bytes(), merged.rulings.is_empty())?;
    writing.small(REREAD, &merged.reread.bytes(), merged.reread.is_empty())?;
    for (path, text) in &merged.definitions {
        writing.whole(path, text.as_bytes(), 0)?;
    }
    for (name, bytes) in &merged.sealed {
        writing.whole(&data.join(SEALED).join(name), bytes, 0)?;
    }
    for (name, bytes, lines) in merged.held.files() {
        let path = under(data, &name);
        writing.aside(&path, merged)?;
        writing.whole(&path, &bytes, lines)?;
    }
    let names = names(&merged.pool.places);
    let entries = entries(merged, &names);
    let before = &merged.disputed_before;
    let is_leaving = before.iter().any(|entry| entries.binary_search(entry).is_err());
    if is_leaving {
        // A version that was settled leaves the conflicts only once it stands.
        let mut both: Vec<&Entry> = entries.iter().chain(before).collect();
        both.sort();
        both.dedup();
        let bytes = tables::disputed_bytes(both);
        files::write_whole(disk, &data.join(DISPUTED), &bytes)?;
    } else {
        writing.small(DISPUTED, &tables::disputed_bytes(&entries), entries.is_empty())?;
    }
    // Rows are read from files that are about to be replaced: all are written out beside them first.
    let mut prepared = Vec::new();
    for (place, name) in names.iter().enumerate() {
        prepared.push(writing.prepare(merged, place, under(data, name))?);
    }
    for place in prepared {
        writing.aside(&place.path, merged)?;
        writing.put(place)?;
    }
    if is_leaving {
        writing.small(DISPUTED, &tables::disputed_bytes(&entries), entries.is_empty())?;
    }
    Ok(writing.written)
}

/// The versions in conflict, as the file has them, in its order.
fn entries(merged: &Merged, names: &[String]) -> Vec<Entry> {
    let versions = merged.disputed.iter();
    let versions = versions.flat_map(|(id, all)| all.iter().map(move |one| (*id, one)));
    let mut entries: Vec<Entry> = versions
        .map(|(id, version)| {
            let row = String::from_utf8_lossy(&line(&version.cells)).trim_end().to_owned();
            Entry { id, file: names[version.place as usize].clone(), row }
        })
        .collect();
    entries.sort();
    entries
}

/// The rows of a place, written out but not yet where they belong.
struct Prepared {
    path: PathBuf,
    rows: u64,
    hash: String,
    /// Do they wait beside the file that they replace? Otherwise it holds them already.
    is_new: bool,
    /// The file of those that were corrected; empty where there are none.
    past: Vec<u8>,
    /// The same with those that leave it, if any do.
    staying: Option<Vec<u8>>,
}

struct Writing<'a> {
    disk: &'a dyn Disk,
    data: &'a Path,
    manifest: &'a Manifest,
    progress: &'a dyn Fn(u64),
    written: Written,
}

impl Writing<'_> {
    /// Writes a small file; one that says nothing is not there.
    fn small(&mut self, name: &str, bytes: &[u8], is_empty: bool) -> Result<(), Fault> {
        let path = self.data.join(name);
        if is_empty {
            return if files::exists(self.disk, &path) {
                files::remove(self.disk, &path)
            } else {
                Ok(())
            };
        }
        let rows = memchr::memchr_iter(b'\n', bytes).count().saturating_sub(1);
        self.whole(&path, bytes, rows as u64)
    }

    /// Writes a whole file, unless it says the same already.
    fn whole(&mut self, path: &Path, bytes: &[u8], rows: u64) -> Result<(), Fault> {
        if files::read_whole(self.disk, path)?.as_deref() != Some(bytes) {
            files::write_whole(self.disk, path, bytes)?;
        }
        let hash = hex(&Sha256::digest(bytes));
        self.written.files.push((path.to_owned(), File { hash, rows }));
        Ok(())
    }

    /// Keeps aside the lines of a file of the set that could not be read: it is written without them.
    fn aside(&self, path: &Path, merged: &Merged) -> Result<(), Fault> {
        let Some(lines) = merged.damaged.get(path) else { return Ok(()) };
        let aside = files::with_suffix(path, ASIDE);
        let mut bytes = files::read_whole(self.disk, &aside)?.unwrap_or_default();
        for line in lines {
            bytes.extend_from_slice(line);
            bytes.push(b'\n');
        }
        files::write_whole(self.disk, &aside, &bytes)
    }

    /// Writes the rows of a place out, beside the files that they are to replace.
    fn prepare(&mut self, merged: &Merged, place: usize, path: PathBuf) -> Result<Prepared, Fault> {
        let Place { home, header } = &merged.pool.places[place];
        let past = self.sorted(merged, header, &merged.past[place])?;
        let leaving = &merged.leaving[place];
        let staying = if leaving.is_empty() {
            None
        } else {
            let both: Vec<u32> = merged.past[place].iter().chain(leaving).copied().collect();
            Some(self.sorted(merged, header, &both)?)
        };
        let rows = &merged.standing[place];
        self.written.rows[usize::from(home.tree == Tree::Trials)] += rows.len();
        let (hash, is_new) = match self.stays(merged, rows, &path) {
            Some(hash) => (hash, false),
            None => (self.rows(&merged.pool, rows, &path, header)?, true),
        };
        Ok(Prepared { path, rows: rows.len() as u64, hash, is_new, past, staying })
    }

    /// Puts the rows of a place where they belong: no row leaves a file before it is in another.
    fn put(&mut self, place: Prepared) -> Result<(), Fault> {
        let Prepared { path, rows, hash, is_new, past, staying } = place;
        let file = path.file_name().unwrap_or_default();
        let past_path = path.with_file_name(HISTORY).join(file);
        match &staying {
            Some(both) => files::write_whole(self.disk, &past_path, both)?,
            None if past.is_empty() => {}
            None => self.past(&past_path, &past)?,
        }
        if is_new {
            files::take_place(self.disk, &path)?;
        }
        self.written.files.push((path, File { hash, rows }));
        if past.is_empty() {
            if files::exists(self.disk, &past_path) {
                files::remove(self.disk, &past_path)?;
            }
        } else if staying.is_some() {
            self.past(&past_path, &past)?;
        }
        Ok(())
    }

    fn past(&mut self, path: &Path, bytes: &[u8]) -> Result<(), Fault> {
        let rows = memchr::memchr_iter(b'\n', bytes).count().saturating_sub(1);
        self.whole(path, bytes, rows as u64)
    }

    /// The file of rows that were corrected, in the order of their identifiers and then of their cells,
    /// each once; nothing at all where there are none.
    fn sorted(&self, merged: &Merged, header: &[u8], rows: &[u32]) -> Result<Vec<u8>, Fault> {
        let mut texts = Texts::new(self.disk, &merged.pool.sources);
        let mut lines = Vec::new();
        for row in rows {
            let seen = &merged.pool.rows[*row as usize];
            let mut text = Vec::new();
            texts
                .add(seen, &mut text)
                .map_err(|(path, error)| Fault::new(Action::Read, &path, &error))?;
            lines.push((seen.id(), text));
        }
        if lines.is_empty() {
            return Ok(Vec::new());
        }
        lines.sort();
        lines.dedup();
        let lines = lines.iter().map(|(_, text)| text.as_slice());
        Ok(std::iter::once(header).chain(lines).collect::<Vec<_>>().concat())
    }

    /// The hash of a file of the set that holds these rows, in this order, and nothing else.
    fn stays(&self, merged: &Merged, rows: &[u32], path: &Path) -> Option<String> {
        let pool = &merged.pool;
        let is_it = |source: &&super::read::Source| {
            source.is_ours && source.part == Part::Standing && source.path == path
        };
        let mut sources = pool.sources.iter().enumerate().filter(|(_, source)| is_it(source));
        let (Some((number, source)), None) = (sources.next(), sources.next()) else { return None };
        if !source.is_clean || source.rows != rows.len() {
            return None;
        }
        let mut before = None;
        for row in rows {
            let seen = &pool.rows[*row as usize];
            if seen.source as usize != number || before.is_some_and(|before| seen.at <= before) {
                return None;
            }
            before = Some(seen.at);
        }
        let key = path.strip_prefix(self.data.parent()?).ok()?;
        let parts = key.iter().map(|part| part.to_string_lossy());
        let key = parts.collect::<Vec<_>>().join("/");
        self.manifest.get(&key).map(|known| known.hash.clone())
    }

    /// Writes a file of rows beside the one that it is to replace.
    fn rows(&self, pool: &Pool, rows: &[u32], path: &Path, header: &[u8]) -> Result<String, Fault> {
        let above = path.parent().unwrap_or(self.data);
        files::folder(self.disk, above)?;
        let file = files::begin(self.disk, path)?;
        // Half a file is of no use, and holds answers.
        let filled = self.fill(file, pool, rows, path, header);
        filled.inspect_err(|_| files::give_up(self.disk, path))
    }

    fn fill(
        &self,
        mut file: Box<dyn OpenFile>,
        pool: &Pool,
        rows: &[u32],
        path: &Path,
        header: &[u8],
    ) -> Result<String, Fault> {
        let mut hash = Sha256::new();
        // The disk begins to keep what is written while the rest is read: of hundreds of megabytes
        // it would otherwise be waited for at the end.
        let handle = file.another().at(Action::Open, path)?;
        scope(|scope| {
            let (ask, asked) = sync_channel::<()>(1);
            let syncing = scope.spawn(move || {
                let mut handle = handle;
                asked.iter().try_for_each(|()| handle.sync())
            });
            let mut unsynced = 0;
            let mut put = |bytes: &[u8]| {
                hash.update(bytes);
                (self.progress)(bytes.len() as u64);
                unsynced += bytes.len();
                if unsynced > STRETCH && ask.try_send(()).is_ok() {
                    unsynced = 0;
                }
                file.write_all(bytes).at(Action::Write, path)
            };
            put(header)?;
            parts(self.disk, pool, rows, &mut put)?;
            file.flush().at(Action::Write, path)?;
            drop(ask);
            // What the disk once refused to keep is not asked for a second time.
            syncing.join().expect("syncing does not panic").at(Action::Sync, path)?;
            file.sync().at(Action::Sync, path)
        })?;
        Ok(hex(&hash.finalize()))
    }
}

/// Gives rows back in their order: read on several threads, each at most one part ahead, so that
/// memory stays the same however many there are.
fn parts(
    disk: &dyn Disk,
    pool: &Pool,
    rows: &[u32],
    put: &mut dyn FnMut(&[u8]) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let read = |texts: &mut Texts<'_>, part: &[u32]| {
        let mut text = Vec::new();
        for row in part {
            texts
                .add(&pool.rows[*row as usize], &mut text)
                .map_err(|(path, error)| Fault::new(Action::Read, &path, &error))?;
        }
        Ok(text)
    };
    let count = rows.len().div_ceil(PART);
    let threads = available_parallelism().map_or(1, usize::from).min(count);
    if threads < 2 {
        let mut texts = Texts::new(disk, &pool.sources);
        return rows.chunks(PART).try_for_each(|part| put(&read(&mut texts, part)?));
    }
    scope(|scope| {
        let receivers: Vec<Receiver<Result<Vec<u8>, Fault>>> = (0..threads)
            .map(|thread| {
                let (sender, receiver) = sync_channel(1);
                let read = &read;
                scope.spawn(move || {
                    let mut texts = Texts::new(disk, &pool.sources);
                    for part in rows.chunks(PART).skip(thread).step_by(threads) {
                        // Nobody takes them any more: an error was met.
                        if sender.send(read(&mut texts, part)).is_err() {
                            break;
                        }
                    }
                });
                receiver
            })
            .collect();
        for (_, receiver) in (0..count).zip(receivers.iter().cycle()) {
            put(&receiver.recv().expect("each part is read by its thread")?)?;
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::gather::place::Home;

    #[test]
    fn rows_of_other_columns_have_a_file_of_their_own() {
        let place = |stem: &str, header: &[u8]| Place {
            home: Home { tree: Tree::Trials, referentiel: "flsm".into(), stem: stem.into() },
            header: header.to_vec(),
        };
        let places = [place("a.v1-00000000", b"b"), place("a.v1-00000000", b"a"), place("b", b"c")];
        assert_eq!(
            names(&places),
            [
                "essai/flsm/a.v1-00000000.reuni-2.csv",
                "essai/flsm/a.v1-00000000.reuni.csv",
                "essai/flsm/b.reuni.csv"
            ]
        );
    }
}
