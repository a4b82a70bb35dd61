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
mod outcome;
mod place;
mod read;
mod scan;
mod small;
mod tables;
mod work;
mod write;

use std::path::{Path, PathBuf};

pub use outcome::{Candidate, Counts, Damage, Dispute, Edit, Gathered, Refusal, Remark};

use super::disk::{Disk, How, Turn};
use super::fault::{Action, At};
use super::{files, names};
use merge::Merged;
use work::Work;

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
