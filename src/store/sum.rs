//! Rows added up: every file of rows of one or several stores, each row that stands taken once.
//! Never holds a row, and never hides what could not be taken: it is noted, with its places.

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

use super::rewrite::{base, segment};
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

/// The number that an identifier is.
fn number(id: &str) -> Option<u128> {
    uuid::Uuid::try_parse(id).ok().map(|id| id.as_u128())
}

impl<'s> RowFiles<'s> {
    /// The files of these stores, trials or those that count; a row that was withdrawn from one of
    /// them stands in none.
    pub fn of(stores: &[&'s Store], trial: bool) -> Self {
        let mut all = Self { files: Vec::new(), withdrawn: HashSet::new(), faults: Vec::new() };
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

    /// Leaves out the files for which this does not hold.
    pub fn retain(&mut self, keep: impl Fn(&Path) -> bool) {
        self.files.retain(|file| keep(&file.path));
    }

    /// The files, and whether each is one of trials.
    pub fn files(&self) -> impl Iterator<Item = (&Path, bool)> {
        self.files.iter().map(|file| (file.path.as_path(), file.trial))
    }

    /// Adds up the rows that stand; `begin` makes the sum in which those of a file, by its place, are
    /// added up.
    pub fn sum<S: Sum>(&self, begin: &(dyn Fn(usize) -> S + Sync)) -> Summed<S> {
        let mut summed = Summed { files: Vec::new(), gone: 0, faults: self.faults.clone() };
        let mut seen = HashSet::new();
        for (place, RowFile { store, path, .. }) in self.files.iter().enumerate() {
            let (mut sum, mut flaws) = (begin(place), Flaws::default());
            let read = store.read_rows(path, |met| match met {
                Met::Oddity(oddity) => flaws.odd(oddity.kind, oddity.line, oddity.column),
                Met::Row(row) => {
                    let id = number(row.meta(Meta::ReponseId));
                    if id.is_some_and(|id| self.withdrawn.contains(&id)) {
                        summed.gone += 1;
                    } else if id.is_some_and(|id| !seen.insert(id)) {
                        flaws.at(Flaw::Twice, row, 0);
                    } else {
                        sum.row(row, &mut flaws);
                    }
                }
            });
            summed.faults.extend(read.err());
            summed.files.push((path.clone(), sum, flaws));
        }
        summed
    }
}
