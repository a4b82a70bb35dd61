//! What is kept of séances: their lines beside the rows of people, and the journal of the one under
//! way, so that it is found again where the program was killed.
//! Never an answer of a person: only how many there were, and the hands counted.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::append::{Appended, Batch, Of, Target, line};
use super::disk::{How, Turn};
use super::fault::{Action, At, Fault};
use super::journal::{Journal, Journals, Lines, checked};
use super::table::Table;
use super::{Store, files, lines};
use crate::questionnaire::Questionnaire;
use crate::record::{Apart, Held, SEANCE_ID};
use crate::value::CONTROLE;

/// What the files of these journals end with.
pub(super) const EXTENSION: &str = "seance";

/// What begins each of their lines: a form that may change, and its name will tell.
const FORMAT: [&str; 2] = ["seance", "1"];

/// What is known of a séance, by name.
pub type Notes = Vec<(String, String)>;

/// The cells of a line, by column.
pub type Cells = BTreeMap<String, String>;

/// A séance that nobody ended and no living process holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftSeance {
    /// The file of its journal.
    pub path: PathBuf,
    /// What its journal says.
    pub notes: Notes,
}

/// Is this a file of séances, and not of people? Its name has one part less.
pub(super) fn is_of_seances(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let mut parts = name.split('.');
    parts.next() == Some(Apart::Seances.word()) && parts.count() == 2
}

/// Is this a file of séances, of votes or of mirrors?
pub(super) fn is_held(path: &Path) -> bool {
    let in_folder = |kind: Apart| path.parent().is_some_and(|above| above.ends_with(kind.word()));
    is_of_seances(path) || in_folder(Apart::Collectif) || in_folder(Apart::Miroir)
}

impl Store {
    /// Adds lines of a séance to their file, under the same discipline as the rows of people.
    pub fn append_held(&mut self, held: &Held) -> Result<Appended, Fault> {
        let form = held.form();
        let home = self.folder(form, held.is_trial());
        let (folder, name) = match held.kind() {
            Apart::Seances => (home, format!("{}.{}.csv", Apart::Seances.word(), self.poste)),
            kind @ (Apart::Collectif | Apart::Miroir) => {
                let name = format!("{}.{}.csv", form.stem(), self.poste);
                (home.join(kind.word()), name)
            }
        };
        let base = folder.join(name);
        let header = line(held.kind().columns());
        self.persist(
            form,
            &Target { folder: &folder, base, header, of: Of::Seances },
            &Batch::apart(held),
        )
    }

    /// Reads the lines of the séances of a référentiel, those that count or the trials, in order, each
    /// by column. Files that cannot be read have none.
    pub fn each_seance(&self, form: &Questionnaire, trial: bool, visit: impl FnMut(&Cells)) {
        self.seances_in(&self.folder(form, trial), visit);
    }

    fn seances_in(&self, folder: &Path, visit: impl FnMut(&Cells)) {
        let mut files = files::of_extension(self.disk(), folder, "csv");
        files.retain(|file| is_of_seances(file));
        self.standing_apart(&files, visit);
    }

    /// Reads the lines of such files, but those of séances that were taken away: that may have been
    /// interrupted.
    fn standing_apart(&self, files: &[PathBuf], mut visit: impl FnMut(&Cells)) {
        if files.is_empty() {
            return;
        }
        let withdrawn = self.withdrawn().unwrap_or_default();
        for file in files {
            _ = self.read_apart(file, |_, header, cells| {
                if !withdrawn.contains(cells.get(0).unwrap_or_default()) {
                    let names = header.iter().map(str::to_owned);
                    visit(&names.zip(cells.iter().map(str::to_owned)).collect());
                }
            });
        }
    }

    /// The same of all référentiels, those that count and the trials.
    pub fn all_seances(&self, mut visit: impl FnMut(&Cells)) {
        for folder in [false, true].into_iter().flat_map(|trial| self.row_folders(trial)) {
            self.seances_in(&folder, &mut visit);
        }
    }

    /// Reads the lines of the votes or of the mirrors of all référentiels, those that count and the
    /// trials, each by column. Files that cannot be read have none.
    pub fn each_apart(&self, kind: Apart, mut visit: impl FnMut(&Cells)) {
        for folder in [false, true].into_iter().flat_map(|trial| self.row_folders(trial)) {
            let files = files::of_extension(self.disk(), &folder.join(kind.word()), "csv");
            self.standing_apart(&files, &mut visit);
        }
    }

    /// Is there a line of this séance already, a trial or not?
    pub fn has_seance(&self, id: &str) -> bool {
        let mut found = false;
        self.all_seances(|cells| found |= cells.get(SEANCE_ID).is_some_and(|of| of == id));
        found
    }

    /// The lines of such a file, from 1, that are not as they were written.
    pub(super) fn changed_lines(&self, path: &Path) -> Result<Vec<usize>, Fault> {
        let mut changed = Vec::new();
        self.read_apart(path, |line, header, cells| {
            if cells.len() != header.len() || !cells.is_intact() {
                changed.push(line);
            }
        })?;
        Ok(changed)
    }

    /// Reads such a file: the line, its names and its cells.
    fn read_apart(
        &self,
        path: &Path,
        mut visit: impl FnMut(usize, &lines::Cells, &lines::Cells),
    ) -> Result<(), Fault> {
        let bytes = files::read_whole(self.disk(), path)?.unwrap_or_default();
        let table = Table::read(&bytes, is_apart);
        table.each(|line, _, cells| visit(line, &table.names, cells));
        Ok(())
    }
}

/// Are these the names of a file of séances?
pub(super) fn is_apart(names: &lines::Cells) -> bool {
    names.get(0) == Some(SEANCE_ID) && names.iter().last() == Some(CONTROLE)
}

impl Journals {
    /// Begins the journal of a séance under this name, which nobody else has.
    pub fn begin_seance(&self, name: &str, notes: &Notes) -> Result<Journal, Fault> {
        if let Some(above) = self.folder.parent() {
            files::folder(&*self.disk, above)?;
        }
        files::make_folder(&*self.disk, &self.folder)?;
        let path = self.folder.join(name).with_extension(EXTENSION);
        let file = self.disk.open(&path, How::Fresh).at(Action::Open, &path)?;
        file.lock(Turn::Wait).at(Action::Lock, &path)?;
        let mut journal = self.holding(path, file)?;
        journal.note_seance(notes)?;
        Ok(journal)
    }

    /// The séances that nobody ended and no living process holds, by name.
    pub fn seances(&self) -> Vec<LeftSeance> {
        let paths = files::of_extension(&*self.disk, &self.folder, EXTENSION);
        let left = paths.into_iter().filter_map(|path| {
            let mut file = self.disk.open(&path, How::Read).ok()?;
            let is_free = file.lock(Turn::Look).ok()?;
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).ok()?;
            let (notes, _) = last_notes(&bytes)?;
            is_free.then_some(LeftSeance { path, notes })
        });
        left.collect()
    }

    /// Takes up the journal of a séance that nobody holds any more, and what it says. Nothing where
    /// another process has it, or it is gone.
    pub fn resume_seance(&self, path: &Path) -> Result<Option<(Journal, Notes)>, Fault> {
        self.take_up(path, last_notes)
    }
}

impl Journal {
    /// Notes all that is known of a séance now: the last line that is whole is what stands.
    pub fn note_seance(&mut self, notes: &Notes) -> Result<(), Fault> {
        let pairs = notes.iter().flat_map(|(name, value)| [name.as_str(), value.as_str()]);
        let cells: Vec<&str> = FORMAT.into_iter().chain(pairs).collect();
        self.write(&checked(&cells))
    }
}

/// What the last whole line says, and where it ends.
fn last_notes(bytes: &[u8]) -> Option<(Notes, usize)> {
    let mut lines = Lines::of(bytes);
    let mut last = None;
    while let Some(cells) = lines.next() {
        let Some(pairs) = cells.strip_prefix(&FORMAT.map(str::to_owned)) else { break };
        let pairs = pairs.chunks_exact(2).map(|pair| (pair[0].clone(), pair[1].clone()));
        last = Some((pairs.collect(), lines.at));
    }
    last
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noted(count: &str) -> Vec<u8> {
        checked(&["seance", "1", "repondu", count])
    }

    #[test]
    fn a_journal_says_what_its_last_whole_line_says_wherever_it_was_cut() {
        let bytes = [noted("1"), noted("2")].concat();
        let first = noted("1").len();
        for end in 0..=bytes.len() {
            let said = last_notes(&bytes[..end]);
            let count = said.as_ref().map(|(notes, _)| notes[0].1.as_str());
            let expected = match end {
                end if end == bytes.len() => Some("2"),
                end if end >= first => Some("1"),
                _ => None,
            };
            assert_eq!(count, expected, "cut at {end}");
            let whole = said.map_or(0, |(_, whole)| whole);
            assert!(whole <= end && (whole == 0 || bytes[whole - 1] == b'\n'));
        }
    }

    #[test]
    fn files_of_seances_are_told_from_rows_by_their_names() {
        for (name, is) in [
            ("seances.abcdefgh.csv", true),
            ("seances.abcdefgh-2.csv", true),
            ("seances.v1-7e69a8fb.abcdefgh.csv", false),
            ("com-court.v1-7e69a8fb.abcdefgh.csv", false),
        ] {
            assert_eq!(is_of_seances(Path::new(name)), is, "{name}");
        }
    }
}
