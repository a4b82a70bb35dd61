//! Rows already on the disk that are changed or taken away, each file in one step and in its turn:
//! corrected, withdrawn, their codes replaced; and what was interrupted of it, finished.
//! Never a byte of another row.

mod close;
mod correct;
mod line;
mod sending;
mod standing;
mod withdraw;

use std::path::{Path, PathBuf};

pub use close::Closed;
pub use sending::{SentPairs, withdrawal_marks};
pub use withdraw::{Place, Trace, Whose};

use self::line::{Header, Line, lines};
use super::fault::Fault;
use super::names::{ASIDE, DISPUTED, HISTORY, REREAD, ROWS, RULINGS, TRIALS, UNFINISHED};
use super::seance::is_held;
use super::{Journals, Store, files};

/// The tables about rows, in the folder of the rows: they hold whole rows in their cells, or a text of
/// one.
const TABLES: [(&str, Place); 3] =
    [(DISPUTED, Place::Table), (RULINGS, Place::Table), (REREAD, Place::Reread)];

/// How deep a folder of rows goes: `essai`, a référentiel, `historique`.
const DEEPEST: usize = 4;

/// What was left unfinished when the power went or the program was killed, and is finished now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recovered {
    /// How many lines of withdrawn rows were still there.
    pub withdrawn: usize,
    /// The cycles whose closing had begun.
    pub closed: Vec<String>,
    /// How many half-written files were removed.
    pub unfinished: usize,
}

impl Recovered {
    /// Was there nothing to finish?
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}

/// How far something went that the disk refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// Nothing is changed.
    Unchanged,
    /// It is begun: nothing is lost, and [`Store::recover`] finishes it.
    Begun,
    /// It is done as far as can be read; the disk did not confirm it, and it may be begun again.
    Done,
}

/// A file that holds rows.
#[derive(Clone, Debug)]
struct Holder {
    path: PathBuf,
    place: Place,
    trial: bool,
}

impl Holder {
    fn header(&self) -> Header {
        if self.place == Place::Aside { Header::None } else { Header::First }
    }
}

/// What becomes of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Fate {
    Stays,
    Goes,
    Becomes(Vec<u8>),
}

impl Store {
    /// Finishes what was interrupted: rows that are withdrawn go, cycles whose closing began are
    /// closed, half-written files are removed. To be called before anything else is done with rows.
    pub fn recover(
        &self,
        drafts: &Journals,
        random: &mut dyn FnMut() -> u32,
    ) -> Result<Recovered, Fault> {
        let unfinished =
            self.remove_unfinished()? + self.recover_sealed()? + drafts.remove_unfinished()?;
        let mut recovered = Recovered { unfinished, ..Recovered::default() };
        recovered.withdrawn = self.finish_withdrawals()?;
        for cycle in self.unclosed() {
            self.close(&cycle, drafts, random)?;
            recovered.closed.push(cycle);
        }
        Ok(recovered)
    }

    /// Removes what was being written beside a file, where nobody is at it any more.
    fn remove_unfinished(&self) -> Result<usize, Fault> {
        let mut removed = 0;
        for path in self.every_file()? {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let whole = name.strip_suffix(UNFINISHED).filter(|whole| {
                whole.ends_with(ASIDE) || Path::new(whole).extension().is_some_and(|it| it == ROWS)
            });
            let Some(whole) = whole else { continue };
            if let Some(_turn) = self.turn_now(&base(&path.with_file_name(whole)))? {
                files::remove(self.disk(), &path)?;
                removed += 1;
            }
        }
        Ok(removed)
    }

    /// All files under the folder of the rows.
    fn every_file(&self) -> Result<Vec<PathBuf>, Fault> {
        let mut found = Vec::new();
        self.walk(&self.data, DEEPEST, &mut found)?;
        Ok(found)
    }

    fn walk(&self, folder: &Path, deeper: usize, found: &mut Vec<PathBuf>) -> Result<(), Fault> {
        for (path, about) in files::entries(self.disk(), folder)? {
            if !about.is_folder {
                found.push(path);
            } else if deeper > 0 {
                self.walk(&path, deeper - 1, found)?;
            }
        }
        Ok(())
    }

    /// Every file that may hold rows: those that stand, corrected ones, what was set aside, tables.
    fn holders(&self) -> Result<Vec<Holder>, Fault> {
        let holder = |path: PathBuf| {
            let above = path.parent()?;
            let name = path.file_name()?.to_string_lossy();
            let place = if above == self.data {
                let mut tables = TABLES.iter();
                tables.find(|(table, _)| path.ends_with(table)).map(|(_, place)| *place)?
            } else if name.ends_with(ASIDE) {
                Place::Aside
            } else if path.extension()? != ROWS {
                return None;
            } else if is_held(&path) {
                Place::Seance
            } else if above.ends_with(HISTORY) {
                Place::History
            } else {
                Place::Standing
            };
            let trial = path.starts_with(self.data.join(TRIALS));
            Some(Holder { path, place, trial })
        };
        Ok(self.every_file()?.into_iter().filter_map(holder).collect())
    }

    /// Reads the lines of a file; none where it is not there any more.
    fn each_line(&self, holder: &Holder, visit: &mut dyn FnMut(&Line<'_>)) -> Result<(), Fault> {
        let Some(bytes) = self.bytes(&holder.path)? else { return Ok(()) };
        let (_, lines) = lines(&bytes, holder.header());
        lines.for_each(|line| visit(&line));
        Ok(())
    }

    /// The bytes of a file; nothing where it is not there.
    fn bytes(&self, path: &Path) -> Result<Option<Vec<u8>>, Fault> {
        files::read_whole(self.disk(), path)
    }

    /// Has each line of a file stay, go or become another, in one step; says how many did not stay.
    /// The turn must be had.
    fn rewrite(
        &self,
        holder: &Holder,
        fate: &mut dyn FnMut(&Line<'_>) -> Fate,
    ) -> Result<usize, Fault> {
        let Some(bytes) = self.bytes(&holder.path)? else { return Ok(0) };
        let (first, lines) = lines(&bytes, holder.header());
        let mut fresh = first.to_vec();
        let mut other = 0;
        for line in lines {
            let fate = fate(&line);
            other += usize::from(fate != Fate::Stays);
            match fate {
                Fate::Stays => fresh.extend_from_slice(line.bytes),
                Fate::Goes => {}
                Fate::Becomes(bytes) => fresh.extend_from_slice(&bytes),
            }
        }
        if other > 0 {
            files::write_whole(self.disk(), &holder.path, &fresh)?;
        }
        Ok(other)
    }

    /// The same, once its turn has come.
    fn rewrite_in_turn(
        &self,
        holder: &Holder,
        fate: &mut dyn FnMut(&Line<'_>) -> Fate,
    ) -> Result<usize, Fault> {
        let _turn = self.turn(&base(&holder.path))?;
        self.rewrite(holder, fate)
    }
}

/// The file whose turn is waited for before this one is written: the first segment of the rows that
/// stand, also for what was corrected or set aside of them.
pub(super) fn base(path: &Path) -> PathBuf {
    let folder = path.parent().unwrap_or(Path::new(""));
    let folder = if folder.ends_with(HISTORY) { folder.parent().unwrap_or(folder) } else { folder };
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let name = name.strip_suffix(ASIDE).unwrap_or(&name);
    let stem = name.strip_suffix(".csv").unwrap_or(name);
    let first = stem.rsplit_once('-').filter(|(first, number)| {
        let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
        is_number && has_poste(first)
    });
    let stem = first.map_or(stem, |(first, _)| first);
    folder.join(format!("{stem}.csv"))
}

/// Does a file name end with the name of a machine, after form, version and fingerprint?
fn has_poste(stem: &str) -> bool {
    stem.rsplit_once('.').is_some_and(|(_, last)| !last.contains('-') && !is_version(last))
}

fn is_version(part: &str) -> bool {
    let digits = part.strip_prefix('v').unwrap_or_default();
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// The number of a segment: 1 for the first.
pub(super) fn segment(path: &Path) -> u32 {
    let stem = |path: &Path| path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let (own, first) = (stem(path), stem(&base(path)));
    let number = own.strip_prefix(&format!("{first}-")).and_then(|number| number.parse().ok());
    number.unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_is_beside_a_file_of_rows_waits_for_the_same_turn() {
        let first = Path::new("data/ig/ig-aine-entree.v1-00112233.abcdefgh.csv");
        for path in [
            "data/ig/ig-aine-entree.v1-00112233.abcdefgh.csv",
            "data/ig/ig-aine-entree.v1-00112233.abcdefgh-2.csv",
            "data/ig/ig-aine-entree.v1-00112233.abcdefgh-13.csv",
            "data/ig/ig-aine-entree.v1-00112233.abcdefgh.csv.rebut",
            "data/ig/historique/ig-aine-entree.v1-00112233.abcdefgh.csv",
            "data/ig/historique/ig-aine-entree.v1-00112233.abcdefgh-2.csv.rebut",
        ] {
            assert_eq!(base(Path::new(path)), first, "{path}");
        }
        for own in [
            "data/ig/ig-aine-entree.v1-00112233.reuni.csv",
            "data/conflits.csv",
            "data/cloture-2026-2027.csv",
            "data/ig/ig-aine-entree.v1-00112233.csv",
            "data/ig/copie-2.csv",
        ] {
            assert_eq!(base(Path::new(own)), Path::new(own), "{own}");
        }
        assert_eq!([first, Path::new("data/ig/x.v1-00112233.abcdefgh-4.csv")].map(segment), [1, 4]);
    }
}
