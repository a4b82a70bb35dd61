//! The small files of a gathered set: withdrawals, conflicts, what was settled, and the manifest.
//! Never a decision: each is read into a set and written back in the one order that it has.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

use super::super::lines::Cells;
use super::super::table::{self, Check, Read};
use super::scan::{identifier, written};

const MANIFEST_COLUMNS: [&str; 6] =
    ["fichier", "taille", "empreinte_date", "sha256", "lignes", "remarques"];

/// A version of a row: by all its cells, and by all but its code. Closing a cycle changes the code of
/// a row and nothing else of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Name {
    pub full: String,
    pub blind: String,
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.full, self.blind)
    }
}

impl FromStr for Name {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let is_hex = |part: &str| part.len() == 12 && part.bytes().all(|b| b.is_ascii_hexdigit());
        match text.split_once('-') {
            Some((full, blind)) if is_hex(full) && is_hex(blind) => {
                Ok(Self { full: full.to_owned(), blind: blind.to_owned() })
            }
            _ => Err(()),
        }
    }
}

/// What was settled about a row, once. A later one has a higher rank, and stands alone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Ruling {
    pub rank: u32,
    pub kept: Name,
    pub rejected: BTreeSet<Name>,
}

/// What was settled, by row: of each the rulings of the highest rank. Two machines may have settled
/// the same row apart from each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Rulings(BTreeMap<u128, BTreeSet<Ruling>>);

impl Rulings {
    pub fn add(&mut self, id: u128, ruling: Ruling) {
        let known = self.0.entry(id).or_default();
        known.retain(|other| other.rank >= ruling.rank);
        if known.iter().all(|other| other.rank <= ruling.rank) {
            known.insert(ruling);
        }
    }

    pub fn of(&self, id: u128) -> Option<&BTreeSet<Ruling>> {
        self.0.get(&id)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Nothing is kept about a row that was withdrawn.
    pub fn forget(&mut self, id: u128) {
        self.0.remove(&id);
    }

    pub fn bytes(&self) -> Vec<u8> {
        let rulings = self.0.iter().flat_map(|(id, all)| all.iter().map(move |one| (id, one)));
        let rows = rulings.map(|(id, Ruling { rank, kept, rejected })| {
            let rejected: Vec<String> = rejected.iter().map(Name::to_string).collect();
            table::checked(vec![
                written(*id),
                rank.to_string(),
                kept.to_string(),
                rejected.join(" "),
            ])
        });
        table::bytes(&table::RULINGS, rows)
    }
}

/// The days on which rows were withdrawn. A row that was withdrawn because it was corrected into, or
/// from, one that was, has no day of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Withdrawn(BTreeMap<u128, String>);

impl Withdrawn {
    /// Of two days the first; any day rather than none.
    pub fn add(&mut self, id: u128, day: &str) {
        let known = self.0.entry(id).or_insert_with(|| day.to_owned());
        if known.is_empty() || (!day.is_empty() && day < known.as_str()) {
            day.clone_into(known);
        }
    }

    pub fn has(&self, id: u128) -> bool {
        self.0.contains_key(&id)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn ids(&self) -> impl Iterator<Item = u128> {
        self.0.keys().copied()
    }

    pub fn bytes(&self) -> Vec<u8> {
        let rows = self.0.iter().map(|(id, day)| table::checked(vec![written(*id), day.clone()]));
        table::bytes(&table::MARKS, rows)
    }
}

/// A version of a row in conflict, as `conflits.csv` has it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Entry {
    pub id: u128,
    /// The file whose columns it has, from the `data` folder.
    pub file: String,
    /// Its line, without the end.
    pub row: String,
}

/// The bytes of `conflits.csv`.
pub(super) fn disputed_bytes<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Vec<u8> {
    let rows = entries.into_iter();
    table::bytes(
        &table::DISPUTED,
        rows.map(|entry| vec![written(entry.id), entry.file.clone(), entry.row.clone()]),
    )
}

/// Reads withdrawals; `None` where the file is not one of them.
pub(super) fn read_withdrawn(file: &[u8]) -> Option<Read<(u128, String)>> {
    let (Read { rows, damaged, modified }, is_ours) = table::read_marks(file);
    let rows = rows.into_iter().filter_map(|mark| Some((identifier(&mark.id)?, mark.day)));
    is_ours.then(|| Read { rows: rows.collect(), damaged, modified })
}

/// Reads what was settled. What was touched is not followed.
pub(super) fn read_rulings(file: &[u8]) -> Option<Read<(u128, Ruling)>> {
    table::read(file, &table::RULINGS, Check::Last, |cells, intact| {
        if !intact {
            return None;
        }
        let names = cell(cells, 3).split(' ').filter(|name| !name.is_empty());
        Some((
            identifier(cell(cells, 0))?,
            Ruling {
                rank: cell(cells, 1).parse().ok()?,
                kept: cell(cells, 2).parse().ok()?,
                rejected: names.map(str::parse).collect::<Result<_, ()>>().ok()?,
            },
        ))
    })
}

/// Reads the versions of rows in conflict.
pub(super) fn read_disputed(file: &[u8]) -> Option<Read<Entry>> {
    table::read(file, &table::DISPUTED, Check::None, |cells, _| {
        Some(Entry {
            id: identifier(cell(cells, 0))?,
            file: cell(cells, 1).to_owned(),
            row: cell(cells, 2).to_owned(),
        })
    })
}

/// What the manifest knows of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Known {
    pub size: u64,
    /// Stands for the moment when it was last written, which is nobody's business.
    pub date: String,
    pub hash: String,
    pub rows: u64,
    /// How much there was to say about it. A file about which there was something is read again.
    pub remarks: u64,
}

/// The files that were read, by their path.
pub(super) type Manifest = BTreeMap<String, Known>;

pub(super) fn manifest_bytes(manifest: &Manifest) -> Vec<u8> {
    let rows = manifest.iter().map(|(file, known)| {
        let Known { size, date, hash, rows, remarks } = known;
        let (size, rows, remarks) = (size.to_string(), rows.to_string(), remarks.to_string());
        vec![file.clone(), size, date.clone(), hash.clone(), rows, remarks]
    });
    table::bytes(&MANIFEST_COLUMNS, rows)
}

/// Reads a manifest; what of it cannot be read is as if it had never been noted.
pub(super) fn read_manifest(file: &[u8]) -> Manifest {
    let read = table::read(file, &MANIFEST_COLUMNS, Check::None, |cells, _| {
        let known = Known {
            size: cell(cells, 1).parse().ok()?,
            date: cell(cells, 2).to_owned(),
            hash: cell(cells, 3).to_owned(),
            rows: cell(cells, 4).parse().ok()?,
            remarks: cell(cells, 5).parse().ok()?,
        };
        Some((cell(cells, 0).to_owned(), known))
    });
    read.map(|read| read.rows.into_iter().collect()).unwrap_or_default()
}

fn cell(cells: &Cells, at: usize) -> &str {
    cells.get(at).unwrap_or_default()
}
