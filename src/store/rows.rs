//! Reading rows back, one at a time, whatever file they are in.
//! Never holds more than one row, and never hides one that is damaged.

use std::path::{Path, PathBuf};

use super::disk::How;
use super::fault::{Action, At, Fault, Reason};
use super::seance::is_of_seances;
use super::{Store, TRIALS, files};
use crate::record::controle;
use crate::value::{CONTROLE, Meta};

/// One row of a file, by column name.
#[derive(Debug)]
pub struct Row<'a> {
    header: &'a csv::StringRecord,
    cells: &'a csv::StringRecord,
}

impl Row<'_> {
    /// The cell of a column that every row has; empty where the file lacks the column.
    pub fn meta(&self, meta: Meta) -> &str {
        self.cell(meta.word()).unwrap_or_default()
    }

    /// The cell of a column.
    pub fn cell(&self, name: &str) -> Option<&str> {
        let index = self.header.iter().position(|column| column == name)?;
        self.cells.get(index)
    }

    /// Every cell, with the name of its column.
    pub fn cells(&self) -> impl Iterator<Item = (String, String)> {
        let cells = self.header.iter().zip(self.cells);
        cells.map(|(name, cell)| (name.to_owned(), cell.to_owned()))
    }

    /// Are the cells those that were written? `false`: changed since, by hand or by damage.
    pub fn is_intact(&self) -> bool {
        let last = self.cells.len().saturating_sub(1);
        self.header.len() == self.cells.len()
            && self.header.get(last) == Some(CONTROLE)
            && self.cells.get(last) == Some(&controle(self.cells.iter().take(last)))
    }
}

impl Store {
    /// The files of rows: trials, or those that count.
    pub fn row_files(&self, trial: bool) -> Vec<PathBuf> {
        let rows = |folder: &PathBuf| files::of_extension(self.disk(), folder, "csv");
        // What is kept of séances is beside them, and nobody's answers.
        let files = self.row_folders(trial);
        files.iter().flat_map(rows).filter(|file| !is_of_seances(file)).collect()
    }

    /// The folders of the référentiels that have rows.
    pub(super) fn row_folders(&self, trial: bool) -> Vec<PathBuf> {
        let base = if trial { self.data.join(TRIALS) } else { self.data.clone() };
        let mut folders = self.disk().entries(&base).unwrap_or_default();
        folders.retain(|path| files::is_folder(self.disk(), path) && !path.ends_with(TRIALS));
        folders
    }

    /// Is there a row of this identifier, trial or not, that is not withdrawn? Files that cannot be
    /// read have none.
    pub fn has_row(&self, id: &str) -> bool {
        if self.withdrawn().is_ok_and(|withdrawn| withdrawn.contains(id)) {
            return false;
        }
        let files = [false, true].into_iter().flat_map(|trial| self.row_files(trial));
        files.into_iter().any(|file| {
            let mut found = false;
            _ = self.each_row(&file, |row| found |= row.meta(Meta::ReponseId) == id);
            found
        })
    }

    /// Reads the rows of a file in order.
    pub fn each_row(&self, path: &Path, mut visit: impl FnMut(&Row<'_>)) -> Result<(), Fault> {
        let fault = |error: csv::Error| {
            let reason = Reason::Other(error.to_string());
            Fault { action: Action::Read, path: path.to_owned(), reason }
        };
        let file = self.disk().open(path, How::Read).at(Action::Open, path)?;
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(file);
        let header = reader.headers().map_err(fault)?.clone();
        let mut cells = csv::StringRecord::new();
        while reader.read_record(&mut cells).map_err(fault)? {
            visit(&Row { header: &header, cells: &cells });
        }
        Ok(())
    }
}
