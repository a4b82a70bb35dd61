//! Everything that lies in a folder of rows, and beside it, held against what should be there.
//! Never changes anything, and holds of each row no more than its identifier and a digest.

mod finding;
mod known;
mod past;

use std::collections::HashMap;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use finding::{Finding, Seen};
use known::{Named, Row as Kept, digest, key, named};

use super::disk::How;
use super::fault::{Action, At, Fault};
use super::lines::{Cells, Lines};
use super::names::{
    self, ASIDE, CLOSING, COPIES, DEFINITIONS, DISPUTED, EXPLAINED, HISTORY, LOCK, MANIFEST,
    PAIRED, PUBLICATIONS, REREAD, RESERVE, RULINGS, SEALED, SEALED_ROW, SENT, TRIALS, UNFINISHED,
    WITHDRAWN,
};
use super::seance::is_of_seances;
use super::table::{self, Table};
use super::{Journals, Met, Odd, Row, Store, files};
use crate::questionnaire::{Questionnaire, Source, load};
use crate::record::Apart;
use crate::value::Meta;

/// Other files of the folder of the rows that the program writes.
const OURS: [&str; 7] = [EXPLAINED, COPIES, MANIFEST, PAIRED, PUBLICATIONS, RESERVE, SENT];

/// What is held of the rows: their identifiers, and where they are.
#[derive(Debug, Default)]
struct Ids {
    standing: HashMap<u128, Kept>,
    /// Those that were corrected: the number of the file, and the line.
    history: Vec<(u128, usize, usize)>,
    /// Those that other rows name as replaced.
    replaced: Vec<u128>,
}

/// What was found in a folder of rows.
#[derive(Debug, Default)]
pub struct Inspection {
    /// Everything that is not as it should be, in the order in which it was met.
    pub findings: Vec<Finding>,
    /// How many files of rows were read.
    pub files: usize,
    /// How many rows count.
    pub rows: usize,
    /// How many are trials.
    pub trials: usize,
    /// How many were corrected, and are kept in the history.
    pub corrected: usize,
    /// How many records are sealed.
    pub sealed: usize,
    /// Every file and folder that was met.
    pub paths: Vec<PathBuf>,
}

impl Store {
    /// Looks at everything in the folder of the rows, and at the drafts beside it. `visit` has each
    /// row that stands, trials too, with its file and the form that it answers, where its definition
    /// can be read.
    pub fn inspect(
        &self,
        journals: &Journals,
        visit: impl FnMut(&Path, Option<&Arc<Questionnaire>>, &Row<'_>),
    ) -> Inspection {
        let mut looking = Looking {
            store: self,
            visit,
            found: Inspection::default(),
            ids: Ids::default(),
            withdrawn: Vec::new(),
            files: Vec::new(),
        };
        looking.marks();
        looking.data();
        looking.history();
        looking.drafts(journals);
        looking.found
    }
}

/// A folder of rows being looked at.
struct Looking<'s, V> {
    store: &'s Store,
    visit: V,
    found: Inspection,
    ids: Ids,
    /// The rows that were withdrawn, in order.
    withdrawn: Vec<u128>,
    /// The files of rows, so that each is named once.
    files: Vec<PathBuf>,
}

impl<V: FnMut(&Path, Option<&Arc<Questionnaire>>, &Row<'_>)> Looking<'_, V> {
    fn tell(&mut self, path: &Path, what: Seen) {
        self.found.findings.push(Finding::of_file(path, what));
    }

    fn tell_line(&mut self, path: &Path, line: usize, what: Seen) {
        self.found.findings.push(Finding::of_line(path, line, what));
    }

    /// What a folder holds, noted as met.
    fn entries(&mut self, folder: &Path) -> Vec<PathBuf> {
        match self.store.disk().entries(folder).at(Action::Read, folder) {
            Ok(entries) => {
                self.found.paths.extend(entries.iter().cloned());
                entries
            }
            Err(fault) => {
                self.tell(folder, Seen::Unread(fault));
                Vec::new()
            }
        }
    }

    fn is_folder(&self, path: &Path) -> bool {
        files::is_folder(self.store.disk(), path)
    }

    /// The lines of a small table after its header: their numbers and cells.
    fn table(
        &mut self,
        path: &Path,
        columns: &[&str],
        mut visit: impl FnMut(&mut Self, usize, &Cells),
    ) {
        match files::read_whole(self.store.disk(), path) {
            Ok(bytes) => {
                let bytes = bytes.unwrap_or_default();
                Table::of(&bytes, columns).each(|line, _, cells| visit(self, line, cells));
            }
            Err(fault) => self.tell(path, Seen::Unread(fault)),
        }
    }

    /// The identifiers that begin the lines of a table, each once; none where there is no such table.
    fn first_cells(&mut self, name: &str, columns: &[&str]) -> Vec<u128> {
        let path = self.store.data.join(name);
        let mut ids = Vec::new();
        if files::exists(self.store.disk(), &path) {
            self.table(&path, columns, |_, _, cells| ids.extend(cells.get(0).map(key)));
        }
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    fn marks(&mut self) {
        let path = self.store.data.join(WITHDRAWN);
        if !files::exists(self.store.disk(), &path) {
            return;
        }
        self.table(&path, &table::MARKS, |this, line, cells| {
            // A mark that is damaged still keeps its row from coming back.
            this.withdrawn.extend(cells.get(0).map(key));
            if cells.len() != table::MARKS.len() || !cells.is_intact() {
                this.tell_line(&path, line, Seen::BadMark);
            }
        });
        self.withdrawn.sort_unstable();
    }

    fn data(&mut self) {
        let data = self.store.data.clone();
        if !files::exists(self.store.disk(), &data) {
            return;
        }
        self.found.paths.push(data.clone());
        for path in self.entries(&data) {
            let name = named(&path);
            if self.is_folder(&path) {
                match name.whole.as_str() {
                    TRIALS => self.trials(&path),
                    name if name == SEALED => self.sealed(&path),
                    _ => self.referentiel(&path, false),
                }
                continue;
            }
            match name.whole.as_str() {
                WITHDRAWN | RULINGS | REREAD => {}
                DISPUTED => self.conflicts(&path),
                whole if OURS.contains(&whole) => {}
                whole if whole.starts_with(CLOSING) && name.extension == "csv" => {
                    let cycle = name.stem[CLOSING.len()..].to_owned();
                    self.tell(&path, Seen::Closing(cycle));
                }
                _ => self.beside(&path, &name),
            }
        }
    }

    fn trials(&mut self, folder: &Path) {
        for path in self.entries(folder) {
            let name = named(&path);
            match (self.is_folder(&path), name.whole.as_str()) {
                (true, whole) if whole == SEALED => self.sealed(&path),
                (true, _) => self.referentiel(&path, true),
                (false, _) => self.beside(&path, &name),
            }
        }
    }

    fn sealed(&mut self, folder: &Path) {
        for path in self.entries(folder) {
            let name = named(&path);
            if name.extension == SEALED_ROW && !self.is_folder(&path) {
                self.found.sealed += 1;
            } else {
                self.beside(&path, &name);
            }
        }
    }

    /// A file beside those that hold rows.
    fn beside(&mut self, path: &Path, name: &Named) {
        let ends = |end| name.whole.ends_with(end);
        if self.is_folder(path) {
            self.tell(path, Seen::Unknown);
        } else if name.whole.starts_with(".~lock.") {
            self.tell(path, Seen::Open);
        } else if ends(ASIDE) {
            self.set_aside(path);
        } else if ends(UNFINISHED) {
            self.tell(path, Seen::Unfinished);
        } else if !ends(LOCK) {
            self.tell(path, Seen::Unknown);
        }
    }

    fn set_aside(&mut self, path: &Path) {
        let read = || -> Result<usize, Fault> {
            let file = self.store.disk().open(path, How::Read).at(Action::Open, path)?;
            let (mut lines, mut count) = (Lines::new(file), 0);
            while let Some(line) = lines.next().at(Action::Read, path)? {
                count += usize::from(!line.bytes.is_empty());
            }
            Ok(count)
        };
        let what = read().map_or_else(Seen::Unread, Seen::SetAside);
        self.tell(path, what);
    }

    fn conflicts(&mut self, path: &Path) {
        let decided = self.first_cells(RULINGS, &table::RULINGS);
        let mut open = self.first_cells(DISPUTED, &table::DISPUTED);
        open.retain(|id| decided.binary_search(id).is_err());
        if !open.is_empty() {
            self.tell(path, Seen::Undecided(open.len()));
        }
    }

    fn referentiel(&mut self, folder: &Path, trial: bool) {
        let mut forms = HashMap::new();
        for path in self.entries(folder) {
            let name = named(&path);
            match (self.is_folder(&path), name.whole.as_str()) {
                (true, DEFINITIONS) => self.definitions(&path),
                // Looked at once the rows that stand are known.
                (true, HISTORY) => {}
                (true, whole)
                    if [Apart::Collectif, Apart::Miroir].map(Apart::word).contains(&whole) =>
                {
                    self.of_seances(&path);
                }
                (false, _) if is_of_seances(&path) => self.seance(&path),
                (false, _) if name.extension == "csv" => match name.form() {
                    Some(stem) => {
                        let form = forms
                            .entry(stem.to_owned())
                            .or_insert_with(|| self.form(&path, stem))
                            .clone();
                        self.rows(&path, stem, form.as_ref(), trial);
                    }
                    None => self.tell(&path, Seen::Unnamed),
                },
                _ => self.beside(&path, &name),
            }
        }
    }

    /// The hands counted in votes: tables of their own.
    fn of_seances(&mut self, folder: &Path) {
        for path in self.entries(folder) {
            let name = named(&path);
            match (self.is_folder(&path), name.extension.as_str()) {
                (false, "csv") => self.seance(&path),
                _ => self.beside(&path, &name),
            }
        }
    }

    /// What is kept of séances beside the rows: nobody's answers.
    fn seance(&mut self, path: &Path) {
        match self.store.changed_lines(path) {
            Ok(lines) => {
                for line in lines {
                    self.tell_line(path, line, Seen::Odd(Odd::Changed));
                }
            }
            Err(fault) => self.tell(path, Seen::Unread(fault)),
        }
    }

    fn definitions(&mut self, folder: &Path) {
        for path in self.entries(folder) {
            let name = named(&path);
            if name.extension != "toml" {
                self.beside(&path, &name);
            }
        }
    }

    /// The form that explains a file of rows, from the definition kept beside it.
    fn form(&mut self, rows: &Path, stem: &str) -> Option<Arc<Questionnaire>> {
        let path = names::definition(rows.parent().unwrap_or(Path::new("")), stem);
        let read = || -> Result<String, Fault> {
            let mut file = self.store.disk().open(&path, How::Read).at(Action::Open, &path)?;
            let mut text = String::new();
            file.read_to_string(&mut text).at(Action::Read, &path)?;
            Ok(text)
        };
        let text = match read() {
            Ok(text) => text,
            Err(_) if !files::exists(self.store.disk(), &path) => {
                self.tell(rows, Seen::NoDefinition(format!("{stem}.toml")));
                return None;
            }
            Err(_) => {
                self.tell(&path, Seen::UnreadDefinition);
                return None;
            }
        };
        let source = Arc::new(Source { name: path.display().to_string(), text });
        let loaded = load(&source, None).ok();
        let Some(form) = loaded.and_then(|loaded| loaded.questionnaires.into_iter().next()) else {
            self.tell(&path, Seen::UnreadDefinition);
            return None;
        };
        if form.stem() != stem {
            self.tell(&path, Seen::OtherDefinition);
            return None;
        }
        Some(form)
    }

    fn rows(&mut self, path: &Path, stem: &str, form: Option<&Arc<Questionnaire>>, trial: bool) {
        let file = self.files.len();
        self.files.push(path.to_owned());
        self.found.files += 1;
        let store = self.store;
        let read = store.read_rows(path, |met| match met {
            Met::Oddity(oddity) => self.found.findings.push(Finding::odd(path, oddity)),
            Met::Row(row) => {
                *(if trial { &mut self.found.trials } else { &mut self.found.rows }) += 1;
                self.row(path, file, stem, trial, row);
                (self.visit)(path, form, row);
            }
        });
        if let Err(fault) = read {
            self.tell(path, Seen::Unread(fault));
        }
    }

    fn row(&mut self, path: &Path, file: usize, stem: &str, trial: bool, row: &Row<'_>) {
        let line = row.line();
        let id = key(row.meta(Meta::ReponseId));
        let fresh = Kept { file, line, digest: digest(row) };
        match self.ids.standing.get(&id).copied() {
            Some(before) => {
                let (other, line) = (self.files[before.file].clone(), before.line);
                let is_same = before.digest == fresh.digest;
                let what = if is_same {
                    Seen::Twice { path: other, line }
                } else {
                    Seen::Conflict { path: other, line }
                };
                self.tell_line(path, row.line(), what);
            }
            None => _ = self.ids.standing.insert(id, fresh),
        }
        if self.withdrawn.binary_search(&id).is_ok() {
            self.tell_line(path, line, Seen::Withdrawn);
        }
        let replaced = row.meta(Meta::Remplace);
        if !replaced.is_empty() {
            self.ids.replaced.push(key(replaced));
        }
        let [form, version, print] =
            [Meta::Questionnaire, Meta::Version, Meta::Empreinte].map(|meta| row.meta(meta));
        let is_of_file = stem
            .strip_prefix(form)
            .and_then(|rest| rest.strip_prefix(".v")?.strip_prefix(version)?.strip_prefix('-'))
            .is_some_and(|rest| rest == print);
        // Of a changed row it is said already that it cannot be relied on.
        if row.is_intact() && !(is_of_file && (row.meta(Meta::Essai) == "1") == trial) {
            self.tell_line(path, line, Seen::Misplaced);
        }
    }
}
