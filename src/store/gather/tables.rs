//! The small files of a gathered set: withdrawals, conflicts, what was settled, and the manifest.
//! Never a decision: each is read into a set and written back in the one order that it has.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

use super::scan::{Scan, identifier, written};
use crate::record::controle;
use crate::store::append::line;

const WITHDRAWN_COLUMNS: [&str; 3] = ["reponse_id", "jour", "controle"];
const DISPUTED_COLUMNS: [&str; 3] = ["reponse_id", "fichier", "rangee"];
const RULINGS_COLUMNS: [&str; 5] = ["reponse_id", "rang", "gardee", "ecartees", "controle"];
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
            checked(vec![written(*id), rank.to_string(), kept.to_string(), rejected.join(" ")])
        });
        bytes(&RULINGS_COLUMNS, rows)
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
        let rows = self.0.iter().map(|(id, day)| checked(vec![written(*id), day.clone()]));
        bytes(&WITHDRAWN_COLUMNS, rows)
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
    bytes(
        &DISPUTED_COLUMNS,
        rows.map(|entry| vec![written(entry.id), entry.file.clone(), entry.row.clone()]),
    )
}

/// What was read of a small file.
#[derive(Debug)]
pub(super) struct Read<T> {
    pub rows: Vec<T>,
    /// Lines that could not be read.
    pub damaged: Vec<usize>,
    /// Lines whose check does not agree.
    pub modified: Vec<usize>,
}

/// Reads withdrawals. One that was touched counts all the same: taking back weighs more.
pub(super) fn read_withdrawn(file: &[u8]) -> Option<Read<(u128, String)>> {
    read(file, &WITHDRAWN_COLUMNS, true, |cells, intact| {
        let day = if intact { cells.cell(1) } else { "" };
        Some((identifier(cells.cell(0))?, day.to_owned()))
    })
}

/// Reads what was settled. What was touched is not followed.
pub(super) fn read_rulings(file: &[u8]) -> Option<Read<(u128, Ruling)>> {
    read(file, &RULINGS_COLUMNS, true, |cells, intact| {
        if !intact {
            return None;
        }
        let names = cells.cell(3).split(' ').filter(|name| !name.is_empty());
        Some((
            identifier(cells.cell(0))?,
            Ruling {
                rank: cells.cell(1).parse().ok()?,
                kept: cells.cell(2).parse().ok()?,
                rejected: names.map(str::parse).collect::<Result<_, ()>>().ok()?,
            },
        ))
    })
}

/// Reads the versions of rows in conflict.
pub(super) fn read_disputed(file: &[u8]) -> Option<Read<Entry>> {
    read(file, &DISPUTED_COLUMNS, false, |cells, _| {
        Some(Entry {
            id: identifier(cells.cell(0))?,
            file: cells.cell(1).to_owned(),
            row: cells.cell(2).to_owned(),
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
    bytes(&MANIFEST_COLUMNS, rows)
}

/// Reads a manifest; what of it cannot be read is as if it had never been noted.
pub(super) fn read_manifest(file: &[u8]) -> Manifest {
    let read = read(file, &MANIFEST_COLUMNS, false, |cells, _| {
        let known = Known {
            size: cells.cell(1).parse().ok()?,
            date: cells.cell(2).to_owned(),
            hash: cells.cell(3).to_owned(),
            rows: cells.cell(4).parse().ok()?,
            remarks: cells.cell(5).parse().ok()?,
        };
        Some((cells.cell(0).to_owned(), known))
    });
    read.map(|read| read.rows.into_iter().collect()).unwrap_or_default()
}

/// Adds the check to the cells of a row.
fn checked(mut cells: Vec<String>) -> Vec<String> {
    cells.push(controle(cells.iter().map(String::as_str)));
    cells
}

fn bytes(columns: &[&str], rows: impl Iterator<Item = Vec<String>>) -> Vec<u8> {
    let mut bytes = line(columns);
    rows.for_each(|row| bytes.extend(line(&row)));
    bytes
}

/// Reads a file whose first line names these columns, whatever an editor did to its line ends and
/// quotes; `None` where they are others.
fn read<T>(
    file: &[u8],
    columns: &[&str],
    is_checked: bool,
    take: impl Fn(&Scan, bool) -> Option<T>,
) -> Option<Read<T>> {
    let file = file.strip_prefix(b"\xef\xbb\xbf").unwrap_or(file);
    let mut lines = file.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii_end);
    let header = lines.next()?;
    let mut scan = Scan::default();
    let delimiter = b",;\t".iter().copied().find(|delimiter| {
        scan.read(header, *delimiter);
        scan.cells().eq(columns.iter().copied())
    })?;
    let mut read = Read { rows: Vec::new(), damaged: Vec::new(), modified: Vec::new() };
    for (index, line) in lines.enumerate().filter(|(_, line)| !line.is_empty()) {
        scan.read(line, delimiter);
        let intact = !is_checked || scan.is_intact();
        let is_whole = scan.len() == columns.len();
        match is_whole.then(|| take(&scan, intact)).flatten() {
            Some(row) => {
                read.rows.push(row);
                if !intact {
                    read.modified.push(index + 2);
                }
            }
            None => read.damaged.push(index + 2),
        }
    }
    Some(read)
}
