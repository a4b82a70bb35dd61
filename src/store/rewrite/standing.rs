//! The rows that stand: each once, those that are withdrawn left out.
//! Never holds more than one row, and of the others no more than their identifiers.

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

use super::base;
use crate::store::fault::Fault;
use crate::store::{Met, Odd, Row, Store};
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
        for files in segments.into_values() {
            let mut is_foreign = None;
            let read = self.read_standing(files, &withdrawn, |file, met| match met {
                Met::Row(row) => visit(file, row),
                Met::Oddity(oddity) if oddity.kind == Odd::Foreign => {
                    is_foreign = Some(Fault::foreign(file));
                }
                Met::Oddity(_) => {}
            });
            faults.extend(is_foreign);
            faults.extend(read);
        }
        faults
    }

    /// The files of the rows of each form in each of its versions, with the référentiel and what names
    /// the version; trials too where they are wanted.
    pub fn by_form(&self, trials: bool) -> BTreeMap<(String, String), Vec<PathBuf>> {
        let mut forms: BTreeMap<_, Vec<PathBuf>> = BTreeMap::new();
        for trial in [false, true].into_iter().filter(|trial| trials || !trial) {
            for file in self.row_files(trial) {
                let name = |path: Option<&Path>| {
                    path.and_then(Path::file_name)
                        .unwrap_or_default()
                        .to_string_lossy()
                        .into_owned()
                };
                let stem = name(Some(Path::new(file.file_stem().unwrap_or_default())));
                let stem = stem.rsplit_once('.').map_or(stem.as_str(), |(stem, _poste)| stem);
                let key = (name(file.parent()), stem.to_owned());
                forms.entry(key).or_default().push(file);
            }
        }
        forms
    }

    /// Reads the rows of these files that stand: one that several of them hold is read once, one that is
    /// withdrawn never; and everything in them that was not written so.
    pub fn read_standing(
        &self,
        mut files: Vec<PathBuf>,
        withdrawn: &HashSet<String>,
        mut visit: impl FnMut(&Path, Met<'_>),
    ) -> Vec<Fault> {
        files.sort_by_key(|file| (base(file), super::segment(file)));
        let mut seen: HashSet<String> = HashSet::new();
        let is_alone = files.len() == 1;
        let mut faults = Vec::new();
        for file in &files {
            let read = self.read_rows(file, |met| {
                if let Met::Row(row) = &met {
                    let id = row.meta(Meta::ReponseId);
                    let is_new = is_alone || id.is_empty() || seen.insert(id.to_owned());
                    if !is_new || withdrawn.contains(id) {
                        return;
                    }
                }
                visit(file, met);
            });
            faults.extend(read.err());
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
