//! Rows taken away for good, and what keeps them from coming back: the file `retraits.csv`.
//! Never a row without its mark there, and in the mark nothing but an identifier and a day.

use std::collections::{BTreeSet, HashSet};
use std::path::{Path, PathBuf};

use super::line::{Cells, Line};
use super::{Fate, Holder, Left};
use crate::store::fault::{Action, Fault, Reason};
use crate::store::names::{COPIES, HISTORY, WITHDRAWN};
use crate::store::table::{self, Table, is_id};
use crate::store::{Store, files};
use crate::value::{Code, Date, Meta};

/// Whose rows are looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Those of the person who has this code.
    Code(Code),
    /// Those of these identifiers, and every version of them.
    Ids(BTreeSet<String>),
}

/// What holds a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// A file of rows: it stands.
    Standing,
    /// The history: it was corrected.
    History,
    /// What was set aside, torn or foreign.
    Aside,
    /// What is kept of a séance beside the rows of its people: its counts, its votes, and what the
    /// group said of its answers.
    Seance,
    /// A table about rows that do not agree.
    Table,
    /// The table of the open texts that were read again.
    Reread,
}

/// A row that was found: what it is, never what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trace {
    /// The identifier; empty where the line has none.
    pub id: String,
    /// The form.
    pub form: String,
    /// The day as the row keeps it.
    pub day: String,
    /// When it was typed, as the row keeps it.
    pub typed: String,
    /// The cycle.
    pub cycle: String,
    /// Does it bear a code?
    pub has_code: bool,
    /// The file.
    pub file: PathBuf,
    /// What that file holds.
    pub place: Place,
    /// Is it among the trials?
    pub trial: bool,
}

impl Trace {
    fn new(holder: &Holder, row: &Cells) -> Self {
        let cell = |meta| row.get(meta).to_owned();
        Self {
            id: row.id().to_owned(),
            form: cell(Meta::Questionnaire),
            day: cell(Meta::Date),
            typed: cell(Meta::Saisie),
            cycle: cell(Meta::Cycle),
            has_code: row.code().is_some(),
            file: holder.path.clone(),
            place: holder.place,
            trial: holder.trial,
        }
    }
}

impl Store {
    /// Finds every row of somebody, in every file that may hold one.
    pub fn traces(&self, whose: &Whose) -> Result<Vec<Trace>, Fault> {
        let holders = self.holders()?;
        let ids = self.versions(&holders, whose)?;
        let mut traces = Vec::new();
        for holder in &holders {
            self.each_line(holder, &mut |line| {
                if is_of(line, whose, &ids) {
                    traces.push(Trace::new(holder, &line.rows[0]));
                }
            })?;
        }
        Ok(traces)
    }

    /// Takes every row of somebody away: their marks first, then the rows. Says how many rows were
    /// marked. When it is interrupted, no reader sees a row that is marked, and [`Store::recover`]
    /// finishes.
    pub fn withdraw(&self, whose: &Whose, day: Date) -> Result<usize, Fault> {
        let mut marked = BTreeSet::new();
        loop {
            let traces = self.traces(whose)?;
            if traces.is_empty() {
                self.tidy_pairs()?;
                return Ok(marked.len());
            }
            let named = traces.iter().filter(|trace| !trace.id.is_empty());
            let ids: BTreeSet<String> = named.map(|trace| trace.id.clone()).collect();
            self.mark(&ids, day)?;
            let files: BTreeSet<&PathBuf> = traces.iter().map(|trace| &trace.file).collect();
            let removed = self.remove_rows(|path| files.contains(path), whose, &ids)?;
            marked.extend(ids);
            // A row may have been corrected meanwhile: its new version goes too.
            if removed == 0 {
                self.tidy_pairs()?;
                return Ok(marked.len());
            }
        }
    }

    /// Every row there is, in every file that may hold one, one after the other.
    pub fn each_trace(&self, visit: &mut dyn FnMut(Trace)) -> Result<(), Fault> {
        for holder in self.holders()? {
            self.each_line(&holder, &mut |line| {
                line.rows.iter().for_each(|row| visit(Trace::new(&holder, row)));
            })?;
        }
        Ok(())
    }

    /// The identifiers of the rows that are withdrawn, as far as they can be read.
    pub fn withdrawn(&self) -> Result<HashSet<String>, Fault> {
        Ok(self.marks()?.0)
    }

    /// The same; a fault where not every mark can be read, so that nobody knows whom it protects.
    pub fn surely_withdrawn(&self) -> Result<HashSet<String>, Fault> {
        let (ids, are_all) = self.marks()?;
        let fault = || Fault {
            action: Action::Read,
            path: self.data.join(WITHDRAWN),
            reason: Reason::Damaged,
        };
        if are_all { Ok(ids) } else { Err(fault()) }
    }

    /// The rows that are marked as withdrawn, and whether every line of marks names one. A mark that
    /// somebody changed is still a mark as long as it begins with the identifier of a row; one that
    /// is damaged stops only its own reading.
    fn marks(&self) -> Result<(HashSet<String>, bool), Fault> {
        let bytes = self.bytes(&self.data.join(WITHDRAWN))?.unwrap_or_default();
        let (read, _) = table::read_marks(&bytes);
        Ok((read.rows.into_iter().map(|mark| mark.id).collect(), read.damaged.is_empty()))
    }

    /// The copies and exports that were made of the rows, each in the words of its table: the day,
    /// what it is, where it went.
    pub fn copies(&self) -> Result<Vec<[String; 3]>, Fault> {
        let bytes = self.bytes(&self.data.join(COPIES))?.unwrap_or_default();
        let mut copies = Vec::new();
        Table::of(&bytes, &table::COPIES).each(|_, _, cells| {
            copies.push([0, 1, 2].map(|at| cells.get(at).unwrap_or_default().to_owned()));
        });
        Ok(copies)
    }

    /// Writes a mark for each row that has none yet.
    fn mark(&self, ids: &BTreeSet<String>, day: Date) -> Result<(), Fault> {
        let path = self.data.join(WITHDRAWN);
        files::folder(self.disk(), &self.data)?;
        let _turn = self.turn(&path)?;
        let before = self.withdrawn()?;
        self.add_marks(&path, &table::MARKS, ids.iter().filter(|id| !before.contains(*id)), day)
    }

    /// Writes the table of this file with these rows marked, too. Its turn is the caller's.
    pub(super) fn add_marks<'i>(
        &self,
        path: &Path,
        columns: &[&str],
        ids: impl Iterator<Item = &'i String>,
        day: Date,
    ) -> Result<(), Fault> {
        let mut bytes = self.bytes(path)?.unwrap_or_default();
        if bytes.is_empty() {
            bytes = table::bytes(columns, []);
        } else if !bytes.ends_with(b"\n") {
            bytes.push(b'\n');
        }
        let day = day.to_string();
        ids.for_each(|id| bytes.extend(table::mark(id, &day)));
        // Even where all are there already: whoever marked them may have been killed, or refused,
        // before the disk had the name.
        files::write_whole(self.disk(), path, &bytes)
    }

    /// Writes the marks again as they are.
    fn mark_again(&self) -> Result<(), Fault> {
        let path = self.data.join(WITHDRAWN);
        let _turn = self.turn(&path)?;
        match self.bytes(&path)? {
            Some(bytes) => files::write_whole(self.disk(), &path, &bytes),
            None => Ok(()),
        }
    }

    /// How far a withdrawal went that was refused.
    pub fn withdrawal_left(&self, whose: &Whose) -> Result<Left, Fault> {
        let (traces, withdrawn) = (self.traces(whose)?, self.withdrawn()?);
        let is_begun = traces.iter().any(|trace| withdrawn.contains(&trace.id));
        Ok(match (traces.is_empty(), is_begun) {
            (true, _) => Left::Done,
            (false, true) => Left::Begun,
            (false, false) => Left::Unchanged,
        })
    }

    /// Removes the rows whose marks are there; says how many lines went.
    pub(super) fn finish_withdrawals(&self) -> Result<usize, Fault> {
        let withdrawn = self.withdrawn()?;
        if withdrawn.is_empty() {
            return Ok(0);
        }
        let mut left = BTreeSet::new();
        let mut files = BTreeSet::new();
        for holder in self.holders()? {
            // This is done at every start: rows begin with their identifiers, which is soon seen.
            let bytes = self.bytes(&holder.path)?.unwrap_or_default();
            if holder.place != Place::Table && !begin_with(&bytes, &withdrawn) {
                continue;
            }
            self.each_line(&holder, &mut |line| {
                for row in line.rows.iter().filter(|row| withdrawn.contains(row.id())) {
                    left.insert(row.id().to_owned());
                    files.insert(holder.path.clone());
                }
            })?;
        }
        if !left.is_empty() {
            // Whoever marked them may not have been told that the disk has the marks.
            self.mark_again()?;
        }
        let whose = Whose::Ids(BTreeSet::new());
        self.remove_rows(|path| files.contains(path), &whose, &left)
    }

    /// Removes the lines of rows from files; says how many.
    fn remove_rows(
        &self,
        is_wanted: impl Fn(&PathBuf) -> bool,
        whose: &Whose,
        ids: &BTreeSet<String>,
    ) -> Result<usize, Fault> {
        let mut removed = 0;
        for holder in self.holders()?.iter().filter(|holder| is_wanted(&holder.path)) {
            removed += self.rewrite_in_turn(holder, &mut |line| {
                if is_of(line, whose, ids) { Fate::Goes } else { Fate::Stays }
            })?;
        }
        Ok(removed)
    }

    /// The identifiers of somebody's rows, with those they replaced and those that replaced them.
    fn versions(&self, holders: &[Holder], whose: &Whose) -> Result<BTreeSet<String>, Fault> {
        let mut ids = match whose {
            Whose::Ids(ids) => ids.clone(),
            Whose::Code(_) => BTreeSet::new(),
        };
        let mut replaced: Vec<(String, String)> = Vec::new();
        for holder in holders {
            self.each_line(holder, &mut |line| {
                for row in line.rows.iter().filter(|row| !row.id().is_empty()) {
                    if is_of(line, whose, &BTreeSet::new()) {
                        ids.insert(row.id().to_owned());
                    }
                    if is_id(row.get(Meta::Remplace)) {
                        replaced.push((row.id().to_owned(), row.get(Meta::Remplace).to_owned()));
                    }
                }
            })?;
        }
        loop {
            let before = ids.len();
            for (new, old) in &replaced {
                if ids.contains(new) || ids.contains(old) {
                    ids.extend([new.clone(), old.clone()]);
                }
            }
            if ids.len() == before {
                return Ok(ids);
            }
        }
    }

    /// The files of rows that were corrected.
    pub(super) fn history_files(&self, trial: bool) -> Vec<PathBuf> {
        let folders = self.row_folders(trial).into_iter().map(|folder| folder.join(HISTORY));
        folders.flat_map(|folder| files::of_extension(self.disk(), &folder, "csv")).collect()
    }
}

/// Is this a line of somebody's rows?
fn is_of(line: &Line<'_>, whose: &Whose, ids: &BTreeSet<String>) -> bool {
    let by_code = match whose {
        Whose::Code(code) => line.has_code(*code),
        Whose::Ids(_) => false,
    };
    by_code || line.rows.iter().any(|row| ids.contains(row.id()))
}

/// Does a line begin with one of these identifiers?
fn begin_with(bytes: &[u8], ids: &HashSet<String>) -> bool {
    let mut lines = bytes.split(|byte| *byte == b'\n');
    lines.any(|line| table::id_at_start(line).is_some_and(|id| ids.contains(id)))
}
