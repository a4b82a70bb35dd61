//! A row put in the place of another: the old one is kept, unchanged, in the folder `historique`.
//! Never a row that is nowhere: the old one is in the history before the new one takes its place.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::line::{Header, lines};
use super::withdraw::Place;
use super::{Fate, Holder, base, segment};
use crate::questionnaire::archive;
use crate::record::Record;
use crate::store::append::line;
use crate::store::fault::Fault;
use crate::store::lines::same_names;
use crate::store::names::{self, HISTORY, ROWS};
use crate::store::{Store, files, header};
use crate::value::Meta;

impl Store {
    /// Puts a row in the place of the one that it names in `remplace`, which moves to the history;
    /// says in which file. Nothing where there is no such row any more: it was corrected or withdrawn
    /// meanwhile. When this returns a fault, the old row stands, or the new one does; trying again
    /// does no harm.
    pub fn correct(&self, record: &Record) -> Result<Option<PathBuf>, Fault> {
        let form = record.form();
        let (old, fresh) = (record.meta(Meta::Remplace), record.meta(Meta::ReponseId));
        if old.is_empty() || self.withdrawn()?.contains(old) {
            return Ok(None);
        }
        let folder = self.folder(form, record.is_trial());
        let of_form = format!("{}.", form.stem());
        let is_of_form = |path: &PathBuf| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            name.starts_with(&of_form) && path.extension().is_some_and(|found| found == ROWS)
        };
        let files = files::entries(self.disk(), &folder)?.into_iter().map(|(path, _)| path);
        let mut files: Vec<PathBuf> = files.filter(is_of_form).collect();
        files.sort_by_key(|path| segment(path));
        let bases: BTreeSet<PathBuf> = files.iter().map(|path| base(path)).collect();
        for first in bases {
            let _turn = self.turn(&first)?;
            let mut holders = Vec::new();
            for path in files.iter().filter(|path| base(path) == first) {
                let trial = record.is_trial();
                let holder = Holder { path: path.clone(), place: Place::Standing, trial };
                let (mut has_old, mut has_fresh) = (None, false);
                self.each_line(&holder, &mut |line| {
                    if line.rows[0].id() == old {
                        has_old = Some(line.bytes.to_vec());
                    }
                    has_fresh |= line.rows[0].id() == fresh;
                })?;
                if has_fresh {
                    // It was put there before, and only the answer to it was lost; or the disk did not
                    // confirm it, and must be asked anew.
                    let bytes = self.bytes(&holder.path)?.unwrap_or_default();
                    files::write_whole(self.disk(), &holder.path, &bytes)?;
                    return Ok(Some(holder.path));
                }
                holders.extend(has_old.map(|row| (holder, row)));
            }
            if let Some((last, row)) = holders.pop() {
                self.replace_row(&folder, record, &holders, (&last, &row))?;
                return Ok(Some(last.path));
            }
        }
        Ok(None)
    }

    /// Puts the row in the place of the old one in its last file; elsewhere the old one goes before,
    /// so that at no moment both can be counted.
    fn replace_row(
        &self,
        folder: &Path,
        record: &Record,
        others: &[(Holder, Vec<u8>)],
        (last, row): (&Holder, &[u8]),
    ) -> Result<(), Fault> {
        let old = record.meta(Meta::Remplace);
        let header = header(record.form());
        self.same_columns(&last.path, &header)?;
        let definition = names::definition(folder, &record.form().stem());
        files::create_with(self.disk(), &definition, || archive(record.form()))?;
        let history = folder.join(HISTORY).join(last.path.file_name().unwrap_or_default());
        self.keep(&history, &header, old, row)?;
        for (other, _) in others {
            self.rewrite(other, &mut |line| {
                if line.rows[0].id() == old { Fate::Goes } else { Fate::Stays }
            })?;
        }
        let mut fresh = Some(line(record.cells()));
        self.rewrite(last, &mut |line| {
            if line.rows[0].id() == old {
                fresh.take().map_or(Fate::Goes, Fate::Becomes)
            } else {
                Fate::Stays
            }
        })?;
        Ok(())
    }

    /// A file whose columns are not those of the form is not touched.
    fn same_columns(&self, path: &Path, header: &[u8]) -> Result<(), Fault> {
        let bytes = self.bytes(path)?.unwrap_or_default();
        if same_names(&bytes, header) { Ok(()) } else { Err(Fault::foreign(path)) }
    }

    /// Adds a row to a file of the history as it is, unless it is there. The whole file is written
    /// anew: nothing can be torn, and a sync that failed is never tried again on the same file.
    fn keep(&self, path: &Path, header: &[u8], id: &str, row: &[u8]) -> Result<(), Fault> {
        let mut bytes = self.bytes(path)?.unwrap_or_default();
        if bytes.is_empty() {
            bytes = header.to_vec();
        }
        let (_, mut rows) = lines(&bytes, Header::First);
        let is_there = rows.any(|line| line.rows[0].id() == id);
        drop(rows);
        // Where it is there already, whoever put it there may have been killed, or refused, before the
        // disk had the name.
        for part in [b"".as_slice(), row].iter().filter(|_| !is_there) {
            bytes.extend_from_slice(part);
            if !bytes.ends_with(b"\n") {
                bytes.push(b'\n');
            }
        }
        files::write_whole(self.disk(), path, &bytes)
    }
}
