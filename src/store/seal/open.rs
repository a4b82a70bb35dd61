//! Sealed files opened with a private key, and which of their rows are to be added to a dossier.
//! Never removes a sealed file, and never brings back a row that was withdrawn or corrected.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::cipher;
use super::content::Content;
use super::key::PrivateKey;
use crate::questionnaire::{Questionnaire, Source, load};
use crate::store::append::{Batch, header};
use crate::store::disk::How;
use crate::store::fault::{Action, At, Fault};
use crate::store::lines::Cells;
use crate::store::names::{DATA, HISTORY, SEALED, SEALED_ROW};
use crate::store::{Met, Store, files};
use crate::value::{CONTROLE, Meta};

/// The largest sealed file that is read, in bytes: many times what a row can be.
const LARGEST: u64 = 16 << 20;

/// A row that was sealed.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The sealed file it was in.
    pub path: PathBuf,
    form: Arc<Questionnaire>,
    id: String,
    row: Vec<u8>,
}

/// Why a sealed file stays as it is.
#[derive(Debug)]
pub enum Unopened {
    /// It was not sealed to this key.
    OtherKey,
    /// It is not as it was written: a byte changed, or its end is missing; or it is no sealed file.
    Damaged,
    /// It can be decrypted, but what is in it is no row that this version knows to add.
    Unknown,
    /// It could not be read.
    Unread(Fault),
}

fn opened(path: &Path, plain: &[u8]) -> Option<Opened> {
    let Content { stem, header: names, row, definition } = Content::read(plain)?;
    let source = Source { name: path.display().to_string(), text: definition };
    let read = load(&Arc::new(source), None).ok()?;
    let [form] = read.questionnaires.as_slice() else { return None };
    if form.stem() != stem || header(form) != names {
        return None;
    }
    let (names, cells) = (cells(&names)?, cells(&row)?);
    let is_whole =
        names.len() == cells.len() && names.iter().last() == Some(CONTROLE) && cells.is_intact();
    let meta = |meta: Meta| cells.get(meta as usize).unwrap_or_default();
    let counts = meta(Meta::Essai) == "0" && meta(Meta::Questionnaire) == form.id;
    let id = meta(Meta::ReponseId).to_owned();
    let form = Arc::clone(form);
    (is_whole && counts && !id.is_empty()).then(|| Opened { path: path.to_owned(), form, id, row })
}

fn cells(row: &[u8]) -> Option<Cells> {
    let row = row.strip_suffix(b"\n")?;
    let mut cells = Cells::default();
    cells.read(row, b',').unclosed.is_none().then_some(cells)
}

/// What is to be done with rows that were opened.
#[derive(Debug, Default)]
pub struct Sorted {
    /// The rows to add, by form, each batch in the order of their identifiers: that in which people
    /// came is not kept.
    pub new: Vec<(Arc<Questionnaire>, Batch)>,
    /// How many are in the dossier already.
    pub there: usize,
    /// How many were withdrawn.
    pub withdrawn: usize,
    /// Files that say different things under one identifier: nobody knows which holds.
    pub disputed: Vec<PathBuf>,
    /// The other files: once the batches are added, nothing is in them that the dossier lacks.
    pub settled: Vec<PathBuf>,
}

impl Store {
    /// The sealed files at a place: a dossier, its `data` folder, or the folder of the files itself.
    /// Nothing where none of these is there.
    pub fn sealed_at(&self, place: &Path) -> Option<Vec<PathBuf>> {
        let sealed = |folder: &Path| files::of_extension(self.disk(), folder, SEALED_ROW);
        let named = [place.join(DATA).join(SEALED), place.join(SEALED)];
        if let Some(folder) = named.iter().find(|folder| files::is_folder(self.disk(), folder)) {
            return Some(sealed(folder));
        }
        let here = sealed(place);
        let is_one = place.ends_with(SEALED) && files::is_folder(self.disk(), place);
        (is_one || !here.is_empty()).then_some(here)
    }

    /// Opens a sealed file. The row in it must be whole, and of the form beside it.
    pub fn open(&self, path: &Path, key: &PrivateKey) -> Result<Opened, Unopened> {
        let read = || {
            let mut bytes = Vec::new();
            let file = self.disk().open(path, How::Read).at(Action::Open, path)?;
            file.take(LARGEST).read_to_end(&mut bytes).at(Action::Read, path)?;
            Ok(bytes)
        };
        let sealed = read().map_err(Unopened::Unread)?;
        let plain = cipher::decrypt(key.text(), &sealed)?;
        opened(path, &plain).ok_or(Unopened::Unknown)
    }

    /// Removes sealed files whose rows stand elsewhere on the disk, and waits until they are gone.
    pub fn remove_sealed(&self, paths: &[PathBuf]) -> Result<(), Fault> {
        for path in paths {
            match self.disk().remove(path) {
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                removed => removed.at(Action::Write, path)?,
            }
        }
        let folders: BTreeSet<&Path> = paths.iter().filter_map(|path| path.parent()).collect();
        folders.into_iter().try_for_each(|folder| files::sync_folder(self.disk(), folder))
    }

    /// Which of these rows this dossier lacks.
    pub fn sort(&self, opened: Vec<Opened>) -> Result<Sorted, Fault> {
        let (known, withdrawn) = (self.known()?, self.surely_withdrawn()?);
        let mut by_id: BTreeMap<String, Vec<Opened>> = BTreeMap::new();
        for row in opened {
            by_id.entry(row.id.clone()).or_default().push(row);
        }
        let mut sorted = Sorted::default();
        let mut new: BTreeMap<String, (Arc<Questionnaire>, Vec<Vec<u8>>)> = BTreeMap::new();
        for (id, mut rows) in by_id {
            let paths = rows.iter().map(|row| row.path.clone());
            if withdrawn.contains(&id) {
                sorted.withdrawn += 1;
            } else if known.contains(&id) {
                sorted.there += 1;
            } else if rows.windows(2).any(|pair| pair[0].row != pair[1].row) {
                sorted.disputed.extend(paths);
                continue;
            } else {
                sorted.settled.extend(paths);
                let Opened { form, row, .. } = rows.swap_remove(0);
                new.entry(form.stem()).or_insert_with(|| (form, Vec::new())).1.push(row);
                continue;
            }
            sorted.settled.extend(paths);
        }
        let batches = new.into_values();
        sorted.new = batches
            .map(|(form, rows)| {
                let batch = Batch::of_rows(&form, &rows);
                (form, batch)
            })
            .collect();
        Ok(sorted)
    }

    /// The identifiers that the dossier has or had: of rows that stand, of those that were
    /// corrected, and of those that others took the place of.
    fn known(&self) -> Result<BTreeSet<String>, Fault> {
        let mut known = BTreeSet::new();
        let standing = self.row_files(false);
        let mut folders: Vec<PathBuf> =
            standing.iter().filter_map(|file| Some(file.parent()?.join(HISTORY))).collect();
        folders.dedup();
        let former =
            folders.iter().flat_map(|folder| files::of_extension(self.disk(), folder, "csv"));
        for file in standing.iter().cloned().chain(former) {
            // A row that is damaged, or no row of ours, has no identifier to be known by.
            self.read_rows(&file, |met| {
                if let Met::Row(row) = met {
                    let ids = [Meta::ReponseId, Meta::Remplace];
                    known.extend(ids.map(|meta| row.meta(meta).to_owned()));
                }
            })?;
        }
        Ok(known)
    }
}
