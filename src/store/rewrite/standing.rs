//! The rows that stand: each once, those that are withdrawn left out.
//! Never holds more than one row, and of the others no more than their identifiers.

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

use super::base;
use crate::store::fault::Fault;
use crate::store::{Row, Store};
use crate::value::Meta;

impl Store {
    /// Reads the rows that stand, trials or those that count, each with the file it is in: a row that
    /// two segments of a file hold is read once, one that is withdrawn never. A file that cannot be
    /// read stops only its own reading: what is wrong with it is handed back.
    pub fn standing(&self, trial: bool, mut visit: impl FnMut(&Path, &Row<'_>)) -> Vec<Fault> {
        let (withdrawn, mut faults) = match self.withdrawn() {
            Ok(withdrawn) => (withdrawn, Vec::new()),
            Err(fault) => (HashSet::new(), vec![fault]),
        };
        let mut segments: BTreeMap<PathBuf, Vec<PathBuf>> = BTreeMap::new();
        for file in self.row_files(trial) {
            segments.entry(base(&file)).or_default().push(file);
        }
        for mut files in segments.into_values() {
            files.sort_by_key(|file| super::segment(file));
            let mut seen: HashSet<String> = HashSet::new();
            let is_alone = files.len() == 1;
            for file in &files {
                let read = self.each_row(file, |row| {
                    let id = row.meta(Meta::ReponseId);
                    let is_new = is_alone || id.is_empty() || seen.insert(id.to_owned());
                    if is_new && !withdrawn.contains(id) {
                        visit(file, row);
                    }
                });
                faults.extend(read.err());
            }
        }
        faults
    }

    /// Was a row of this identifier ever on the disk: does it stand, was it corrected, or withdrawn?
    pub fn was_saved(&self, id: &str) -> bool {
        !self.saved_among(&HashSet::from([id])).is_empty()
    }

    /// Which of these rows were ever on the disk: each file is read once, however many they are.
    pub fn saved_among<'i>(&self, ids: &HashSet<&'i str>) -> HashSet<&'i str> {
        if ids.is_empty() {
            return HashSet::new();
        }
        let mut saved = self.kept_among(ids);
        if let Ok(withdrawn) = self.withdrawn() {
            saved.extend(ids.iter().filter(|id| withdrawn.contains(**id)));
        }
        for file in [false, true].into_iter().flat_map(|trial| self.history_files(trial)) {
            _ = self.each_row(&file, |row| saved.extend(ids.get(row.meta(Meta::ReponseId))));
        }
        saved
    }
}
