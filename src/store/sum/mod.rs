//! Rows added up: every file of rows of one or several stores, each row that stands taken once.
//! Never holds a row, and never hides what could not be taken: it is noted, with its places.

mod doubles;
mod pieces;

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

use self::doubles::{Doubles, Seen, TOGETHER};
use self::pieces::{Opened, PIECE, Piece, each, open, pieces};
use super::fault::{Action, At};
use super::rewrite::{base, segment};
use super::rows::Reading;
use super::{Fault, Met, Odd, Row, Store};
use crate::value::Meta;

/// How many places are told of each kind of thing that was met.
const PLACES: usize = 3;

/// What rows are added up in.
pub trait Sum: Send + Sized {
    /// Takes a row. What is wrong with it is noted.
    fn row(&mut self, row: &Row<'_>, flaws: &mut Flaws);
    /// Takes what another added up of other rows of the same file: the order does not matter.
    fn join(&mut self, other: Self);
}

/// What was met in a file of rows that should not be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Flaw {
    /// The file was not written so.
    Odd(Odd),
    /// The row was read before, in this file or another: it is left out.
    Twice,
    /// The row says that it answers another form than the file: it is left out.
    Elsewhere,
    /// The row is a trial, in a file of rows that count.
    Trial,
    /// The day of the answer is still to come.
    Future,
    /// The cell holds no answer that the question has.
    Unknown,
    /// A column of the form is not in the file: its question is left out.
    Columns,
}

/// How often each thing was met, and where first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Flaws {
    met: BTreeMap<Flaw, Places>,
}

/// How often something was met, and where first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// How often.
    pub count: u64,
    /// The first of the lines, and the columns of them in characters, each from 1.
    pub first: Vec<(usize, usize)>,
}

impl Flaws {
    /// Flaws something at a cell of a row.
    pub fn at(&mut self, note: Flaw, row: &Row<'_>, cell: usize) {
        let places = self.met.entry(note).or_default();
        places.count += 1;
        if places.first.len() < PLACES {
            places.first.push((row.line(), row.column(cell)));
        }
    }

    fn odd(&mut self, odd: Odd, line: usize, column: usize) {
        let places = self.met.entry(Flaw::Odd(odd)).or_default();
        places.count += 1;
        if places.first.len() < PLACES {
            places.first.push((line, column));
        }
    }

    /// Takes what was met in the part of the file that comes after so many lines.
    fn follow(&mut self, after: usize, other: Self) {
        for (flaw, theirs) in other.met {
            let places = self.met.entry(flaw).or_default();
            let is_of_file = matches!(flaw, Flaw::Odd(odd) if odd.is_of_file());
            let is_of_file = is_of_file || flaw == Flaw::Columns;
            places.count = if is_of_file { 1 } else { places.count + theirs.count };
            let most = if is_of_file { 1 } else { PLACES };
            let free = most.saturating_sub(places.first.len());
            let first = theirs.first.into_iter().map(|(line, column)| (line + after, column));
            places.first.extend(first.take(free));
        }
    }

    /// What was met, by kind.
    pub fn iter(&self) -> impl Iterator<Item = (Flaw, &Places)> {
        self.met.iter().map(|(note, places)| (*note, places))
    }

    /// How often something was met.
    pub fn count(&self, note: Flaw) -> u64 {
        self.met.get(&note).map_or(0, |places| places.count)
    }

    /// Was nothing met?
    pub fn is_empty(&self) -> bool {
        self.met.is_empty()
    }
}

/// The files of rows of one or several stores.
#[derive(Debug)]
pub struct RowFiles<'s> {
    files: Vec<RowFile<'s>>,
    withdrawn: HashSet<u128>,
    faults: Vec<Fault>,
    /// How long the pieces are that files are cut into, in bytes.
    piece: u64,
}

/// A file of rows.
#[derive(Debug)]
struct RowFile<'s> {
    store: &'s Store,
    path: PathBuf,
    trial: bool,
}

/// What came of adding up.
#[derive(Debug)]
pub struct Summed<S> {
    /// Of each file, its sum and what was met in it.
    pub files: Vec<(PathBuf, S, Flaws)>,
    /// How many rows were left out because they were withdrawn, or replaced by one that stands.
    pub gone: u64,
    /// What could not be read.
    pub faults: Vec<Fault>,
}

/// What came of a piece of a file.
#[derive(Debug, Default)]
struct Done {
    file: usize,
    /// How many lines it has.
    lines: usize,
    flaws: Flaws,
    gone: u64,
    /// The rows that were perhaps met before.
    again: Vec<u128>,
    /// The rows that rows of this piece replace.
    replaced: Vec<u128>,
    fault: Option<Fault>,
}

/// Which rows are not taken, and what is found out about them while the others are.
#[derive(Clone, Copy)]
struct Left<'a> {
    /// Those that were withdrawn, or that others replace.
    out: &'a HashSet<u128>,
    doubles: &'a Doubles,
    seen: Option<&'a Seen>,
}

/// The number that an identifier is.
fn number(id: &str) -> Option<u128> {
    uuid::Uuid::try_parse(id).ok().map(|id| id.as_u128())
}

impl<'s> RowFiles<'s> {
    /// The files of these stores, trials or those that count; a row that was withdrawn from one of
    /// them stands in none.
    pub fn of(stores: &[&'s Store], trial: bool) -> Self {
        let mut all =
            Self { files: Vec::new(), withdrawn: HashSet::new(), faults: Vec::new(), piece: PIECE };
        for store in stores {
            let mut files = store.row_files(trial);
            files.sort_by_key(|file| (base(file), segment(file)));
            let files = files.into_iter().map(|path| RowFile { store, path, trial });
            all.files.extend(files);
            match store.withdrawn() {
                Ok(ids) => all.withdrawn.extend(ids.iter().filter_map(|id| number(id))),
                Err(fault) => all.faults.push(fault),
            }
        }
        all
    }

    /// The same with those of others.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.files.extend(other.files);
        self.withdrawn.extend(other.withdrawn);
        for fault in other.faults {
            if !self.faults.contains(&fault) {
                self.faults.push(fault);
            }
        }
        self
    }

    /// The same, cut into pieces of so many bytes: what comes of it is the same for all.
    #[must_use]
    pub fn cut(self, piece: u64) -> Self {
        Self { piece: piece.max(1), ..self }
    }

    /// Leaves out the files for which this does not hold.
    pub fn retain(&mut self, keep: impl Fn(&Path) -> bool) {
        self.files.retain(|file| keep(&file.path));
    }

    /// The files, and whether each is one of trials.
    pub fn files(&self) -> impl Iterator<Item = (&Path, bool)> {
        self.files.iter().map(|file| (file.path.as_path(), file.trial))
    }

    /// Adds up the rows that stand; `begin` makes the sum in which those of a file, by its place, are
    /// added up. The files are cut into pieces, which are read on as many threads as the machine has.
    pub fn sum<S: Sum>(&self, begin: &(dyn Fn(usize) -> S + Sync)) -> Summed<S> {
        let mut faults = self.faults.clone();
        let opened: Vec<Opened> = self.files.iter().map(|file| open(file, &mut faults)).collect();
        let pieces = pieces(&opened, self.piece);
        let mut out = self.withdrawn.clone();
        // The first reading finds out whether rows come more than once: nearly always none does.
        let mut seen = Some(Seen::new(opened.iter().map(|of| of.length).sum()));
        let mut doubles = Doubles::default();
        loop {
            let left = Left { out: &out, doubles: &doubles, seen: seen.as_ref() };
            let (sums, done) = self.read(&opened, &pieces, left, begin);
            if seen.take().is_some() {
                let again: HashSet<u128> =
                    done.iter().flat_map(|done| &done.again).copied().collect();
                doubles = self.doubles(&opened, &pieces, &again);
                if !doubles.is_empty() {
                    continue;
                }
            }
            let replaced = done.iter().flat_map(|done| &done.replaced).copied();
            // A row that another one replaces may stand too, in a file from elsewhere.
            let stands = self.standing_among(&opened, &pieces, &replaced.collect());
            let before = out.len();
            out.extend(stands);
            if out.len() == before {
                return self.finish(opened, sums, done, begin, faults);
            }
        }
    }

    /// Reads all pieces: the sums of each thread, by file, and what came of each piece, in order.
    fn read<S: Sum>(
        &self,
        opened: &[Opened],
        pieces: &[Piece],
        left: Left<'_>,
        begin: &(dyn Fn(usize) -> S + Sync),
    ) -> (Vec<BTreeMap<usize, S>>, Vec<Done>) {
        each(pieces, &BTreeMap::new, &|sums: &mut BTreeMap<usize, S>, piece| {
            let sum = sums.entry(piece.file).or_insert_with(|| begin(piece.file));
            let mut done = Done { file: piece.file, ..Done::default() };
            let (mut flaws, mut fresh) = (Flaws::default(), Vec::new());
            let visit = |met: Met<'_>| match met {
                Met::Oddity(oddity) => flaws.odd(oddity.kind, oddity.line, oddity.column),
                Met::Row(row) => {
                    if let Some(id) = number(row.meta(Meta::ReponseId)) {
                        if left.out.contains(&id) {
                            done.gone += 1;
                            return;
                        }
                        if !left.doubles.is_first(id, piece.place(row.at)) {
                            flaws.at(Flaw::Twice, row, 0);
                            return;
                        }
                        if let Some(seen) = left.seen {
                            fresh.push(id);
                            if fresh.len() == TOGETHER {
                                seen.add(&mut fresh, &mut done.again);
                            }
                        }
                    }
                    if !row.bytes_at(Meta::Remplace as usize).is_empty() && row.is_intact() {
                        done.replaced.extend(number(row.meta(Meta::Remplace)));
                    }
                    sum.row(row, &mut flaws);
                }
            };
            let came = self.read_piece(opened, piece, visit);
            if let Some(seen) = left.seen {
                seen.add(&mut fresh, &mut done.again);
            }
            match came {
                Ok(lines) => done.lines = lines,
                Err(fault) => done.fault = Some(fault),
            }
            done.flaws = flaws;
            done
        })
    }

    /// Reads the rows of a piece, and says how many lines it has.
    fn read_piece(
        &self,
        opened: &[Opened],
        piece: &Piece,
        visit: impl FnMut(Met<'_>),
    ) -> Result<usize, Fault> {
        let RowFile { store, path, .. } = &self.files[piece.file];
        let Some(header) = &opened[piece.file].header else { return Ok(0) };
        let mut reading = Reading::new(piece.open(store, path)?, visit);
        piece.begin(&mut reading.lines).at(Action::Read, path)?;
        reading.rows(header, piece.length()).at(Action::Read, path)?;
        Ok(reading.lines.passed().0)
    }

    /// What came of all pieces, put together by file.
    fn finish<S: Sum>(
        &self,
        opened: Vec<Opened>,
        sums: Vec<BTreeMap<usize, S>>,
        done: Vec<Done>,
        begin: &(dyn Fn(usize) -> S + Sync),
        faults: Vec<Fault>,
    ) -> Summed<S> {
        let mut summed = Summed { files: Vec::new(), gone: 0, faults };
        let mut lines = Vec::new();
        for (place, (file, opened)) in self.files.iter().zip(opened).enumerate() {
            lines.push(opened.lines);
            summed.files.push((file.path.clone(), begin(place), opened.flaws));
        }
        for (file, sum) in sums.into_iter().flatten() {
            summed.files[file].1.join(sum);
        }
        for done in done {
            summed.files[done.file].2.follow(lines[done.file], done.flaws);
            lines[done.file] += done.lines;
            summed.gone += done.gone;
            if !summed.faults.iter().any(|fault| done.fault.as_ref() == Some(fault)) {
                summed.faults.extend(done.fault);
            }
        }
        summed
    }
}
