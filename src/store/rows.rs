//! Reading rows back, one at a time, whatever happened to the file they are in.
//! Never holds more than one row, and never hides one that is damaged.

use std::collections::HashSet;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::disk::How;
use super::fault::{Action, At, Fault};
use super::lines::{Cells, End, Line, Lines, column, start_of};
use super::names::TRIALS;
use super::seance::is_of_seances;
use super::table::SEPARATORS;
use super::{Store, files};
use crate::value::{CONTROLE, Meta};

/// One row of a file, by column name.
#[derive(Debug)]
pub struct Row<'a> {
    header: &'a Cells,
    cells: &'a Cells,
    is_intact: bool,
    line: usize,
    /// Where it begins, in bytes from where reading began.
    pub(super) at: u64,
    bytes: &'a [u8],
    separator: u8,
    is_plain: bool,
}

impl Row<'_> {
    /// The cell of a column that every row has.
    pub fn meta(&self, meta: Meta) -> &str {
        // A header that is ours begins with these columns in their order.
        self.cells.get(meta as usize).unwrap_or_default()
    }

    /// The cell of a column.
    pub fn cell(&self, name: &str) -> Option<&str> {
        self.cells.get(self.place(name)?)
    }

    /// The cell at a place among the columns; empty where there is none.
    pub fn at(&self, place: usize) -> &str {
        self.cells.get(place).unwrap_or_default()
    }

    /// The bytes of the cell at a place among the columns; none where there is no such cell.
    #[inline]
    pub fn bytes_at(&self, place: usize) -> &[u8] {
        self.cells.bytes(place)
    }

    /// The first eight bytes of the cell at a place among the columns as a number, and how many it has.
    #[inline]
    pub fn headed(&self, place: usize) -> (u64, usize) {
        self.cells.headed(place)
    }

    /// The bytes of the cells of these columns and those between them, U+001F between each.
    pub fn between(&self, first: Meta, last: Meta) -> &[u8] {
        self.cells.between(first as usize, last as usize)
    }

    /// The place of a column.
    pub fn place(&self, name: &str) -> Option<usize> {
        self.header.iter().position(|column| column == name)
    }

    /// The names of the columns, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.header.iter()
    }

    /// The cells, in the order of their columns.
    pub fn cells(&self) -> impl Iterator<Item = &str> {
        self.cells.iter()
    }

    /// Are the cells those that were written? `false`: changed since, by hand or by damage.
    pub fn is_intact(&self) -> bool {
        self.is_intact
    }

    /// The line of the file on which it stands, from 1.
    pub fn line(&self) -> usize {
        self.line
    }

    /// Its line, where that stands in the file as we write it: commas, UTF-8, quotation marks only
    /// where they are needed.
    pub fn plain(&self) -> Option<&[u8]> {
        self.is_plain.then_some(self.bytes)
    }

    /// The column of the file at which a cell begins, from 1, in characters.
    pub fn column(&self, cell: usize) -> usize {
        column(self.bytes, start_of(self.bytes, self.separator, cell))
    }
}

/// Something in a file of rows that we did not write so, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Oddity {
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// What it is.
    pub kind: Odd,
}

/// What may have happened to a file of rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Odd {
    /// A byte order mark before the first name.
    ByteOrderMark,
    /// Lines end with a carriage return and a line feed. This and the next are told once a file,
    /// where they are met first: they change nothing of what rows say.
    Returns,
    /// Quotation marks around what needs none.
    Requoted,
    /// Letters are not written in UTF-8 but as spreadsheets of Windows do.
    Latin,
    /// A line without anything, or only with separators.
    BlankLine,
    /// The last row is whole, but no line feed ends it.
    Unended,
    /// Something else than a comma parts the cells: rows are read, but none can be added.
    Separator(char),
    /// The check of the row is not that of its cells.
    Changed,
    /// The row has too many or too few cells: it is not read.
    Cells {
        /// How many it has.
        found: usize,
        /// How many the header has.
        expected: usize,
    },
    /// A quotation mark is never closed in its line: the row is not read.
    Unclosed,
    /// The line is longer than any row can be: it is not read.
    TooLong,
    /// The last line stops before its end: it is not read, and was never said to be saved.
    Torn,
    /// The header is not that of a file of rows: nothing after it is read.
    Foreign,
}

impl Odd {
    /// Is it told only once a file? Rows are none the worse for it.
    pub(super) fn is_of_file(self) -> bool {
        matches!(
            self,
            Self::ByteOrderMark
                | Self::Returns
                | Self::Requoted
                | Self::Latin
                | Self::BlankLine
                | Self::Unended
                | Self::Separator(_)
        )
    }
}

/// What is met in a file of rows.
#[derive(Debug)]
pub enum Met<'a> {
    /// A row: as it was written, or changed since.
    Row(&'a Row<'a>),
    /// Something that was not written so. That a row is changed is said before the row.
    Oddity(Oddity),
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

    /// Does a whole row of this identifier stand, trial or not, which nobody withdrew, and does the
    /// disk keep it?
    pub fn keeps(&self, id: &str) -> bool {
        !self.kept_among(&HashSet::from([id])).is_empty()
    }

    /// The same of many, read once. A row that a killed process wrote is only on its way there until
    /// the disk is asked.
    pub(super) fn kept_among<'i>(&self, ids: &HashSet<&'i str>) -> HashSet<&'i str> {
        let mut kept = HashSet::new();
        for file in [false, true].into_iter().flat_map(|trial| self.row_files(trial)) {
            let mut found = Vec::new();
            _ = self.each_row(&file, |row| {
                let id = ids.get(row.meta(Meta::ReponseId)).filter(|_| row.is_intact());
                found.extend(id.copied());
            });
            if !found.is_empty() && self.confirm(&file).is_ok() {
                kept.extend(found);
            }
        }
        if let Ok(withdrawn) = self.withdrawn() {
            kept.retain(|id| !withdrawn.contains(*id));
        }
        kept
    }

    /// Makes sure that the disk has a file of rows as it is read now.
    fn confirm(&self, file: &Path) -> Result<(), Fault> {
        let mut open = self.disk().open(file, How::Change).at(Action::Open, file)?;
        open.sync().at(Action::Sync, file)?;
        file.parent().map_or(Ok(()), |folder| self.sync_names(folder))
    }

    /// Reads the rows of a file in order, changed ones too; those that are damaged are passed over:
    /// [`Store::read_rows`] says where. A file whose header is not ours is a fault.
    pub fn each_row(&self, path: &Path, mut visit: impl FnMut(&Row<'_>)) -> Result<(), Fault> {
        let mut is_foreign = false;
        self.read_rows(path, |met| match met {
            Met::Row(row) => visit(row),
            Met::Oddity(oddity) => is_foreign |= oddity.kind == Odd::Foreign,
        })?;
        if is_foreign { Err(Fault::foreign(path)) } else { Ok(()) }
    }

    /// Reads a file of rows in order: the rows, and everything in it that was not written so. A
    /// damaged line stops only its own reading: ours are one line a row.
    pub fn read_rows(&self, path: &Path, visit: impl FnMut(Met<'_>)) -> Result<(), Fault> {
        let file = self.disk().open(path, How::Read).at(Action::Open, path)?;
        let mut reading = Reading::new(file, visit);
        let read = |reading: &mut Reading<_, _>| match reading.header()? {
            Some(header) => reading.rows(&header, u64::MAX),
            None => Ok(()),
        };
        read(&mut reading).at(Action::Read, path)
    }
}

/// A file of rows being read, or a part of it.
pub(super) struct Reading<R, V> {
    pub lines: Lines<R>,
    /// What is told once a file, and was.
    told: Vec<Odd>,
    visit: V,
}

/// The names of the columns of a file, and what parts them.
#[derive(Debug)]
pub(super) struct Header {
    names: Cells,
    separator: u8,
}

impl<R: Read, V: FnMut(Met<'_>)> Reading<R, V> {
    pub fn new(reader: R, visit: V) -> Self {
        Self { lines: Lines::new(reader), told: Vec::new(), visit }
    }

    /// Reads the rows that begin before this place.
    pub fn rows(&mut self, header: &Header, before: u64) -> std::io::Result<()> {
        let Header { names: header, separator } = header;
        let separator = *separator;
        let mut cells = Cells::default();
        while self.lines.passed().1 < before {
            let Some(Line { number: line, at, bytes, end }) = self.lines.next()? else { break };
            let mut tell = |kind, place| {
                tell(&mut self.told, &mut self.visit, line, column(bytes, place), kind);
            };
            if end == End::TooFar {
                tell(Odd::TooLong, 0);
                continue;
            }
            let parted = cells.read(bytes, separator);
            if cells.are_blank() {
                tell(Odd::BlankLine, 0);
                continue;
            }
            let is_whole = cells.len() == header.len() && parted.unclosed.is_none();
            let is_intact = is_whole && cells.is_intact();
            match end {
                End::Return => tell(Odd::Returns, bytes.len()),
                // What adds rows takes it for torn as well.
                End::File if !is_intact => {
                    tell(Odd::Torn, bytes.len());
                    continue;
                }
                End::File => tell(Odd::Unended, bytes.len()),
                End::Feed | End::TooFar => {}
            }
            if let Some(place) = parted.unclosed {
                tell(Odd::Unclosed, place);
                continue;
            }
            if !is_whole {
                tell(Odd::Cells { found: cells.len(), expected: header.len() }, 0);
                continue;
            }
            if is_intact {
                parted.latin.into_iter().for_each(|place| tell(Odd::Latin, place));
            } else {
                tell(Odd::Changed, 0);
            }
            parted.requoted.into_iter().for_each(|place| tell(Odd::Requoted, place));
            let is_plain = separator == b','
                && (parted.latin, parted.requoted) == (None, None)
                && (parted.is_simple || memchr::memchr(b'\r', bytes).is_none());
            let cells = &cells;
            let row = Row { header, cells, is_intact, line, at, bytes, separator, is_plain };
            (self.visit)(Met::Row(&row));
        }
        Ok(())
    }

    /// The header and what parts its cells; nothing where it is not ours, or there is none.
    pub fn header(&mut self) -> std::io::Result<Option<Header>> {
        let mut cells = Cells::default();
        while let Some(Line { number: line, mut bytes, end, .. }) = self.lines.next()? {
            let mark = bytes.strip_prefix("\u{feff}".as_bytes()).filter(|_| line == 1);
            bytes = mark.unwrap_or(bytes);
            let mut tell = |kind, place| {
                tell(&mut self.told, &mut self.visit, line, column(bytes, place), kind);
            };
            if mark.is_some() {
                tell(Odd::ByteOrderMark, 0);
            }
            let known = |separator: &u8| {
                let mut cells = Cells::default();
                cells.read(bytes, *separator);
                known(&cells)
            };
            let separator = SEPARATORS.into_iter().rev().max_by_key(known).unwrap_or(b',');
            let parted = cells.read(bytes, separator);
            if cells.are_blank() {
                tell(Odd::BlankLine, 0);
                continue;
            }
            if let Some(known) = foreign(&cells) {
                // After a power cut a disk may give zeros for what it never had.
                let is_torn = bytes.contains(&0) || end == End::File && begins_ours(&cells, known);
                let (kind, place) = if is_torn {
                    (Odd::Torn, bytes.len())
                } else {
                    (Odd::Foreign, start_of(bytes, separator, known))
                };
                tell(kind, place);
                return Ok(None);
            }
            if end == End::Return {
                tell(Odd::Returns, bytes.len());
            }
            if separator != b',' {
                tell(Odd::Separator(char::from(separator)), start_of(bytes, separator, 1) - 1);
            }
            parted.requoted.into_iter().for_each(|place| tell(Odd::Requoted, place));
            return Ok(Some(Header { names: cells, separator }));
        }
        Ok(None)
    }
}

/// Tells an oddity, once a file where that is enough.
fn tell(
    told: &mut Vec<Odd>,
    visit: &mut impl FnMut(Met<'_>),
    line: usize,
    column: usize,
    kind: Odd,
) {
    if kind.is_of_file() {
        if told.contains(&kind) {
            return;
        }
        told.push(kind);
    }
    visit(Met::Oddity(Oddity { line, column, kind }));
}

/// How many names are those that every file of rows begins with, in their order.
fn known(names: &Cells) -> usize {
    names.iter().zip(Meta::ALL).take_while(|(name, meta)| *name == meta.word()).count()
}

/// The first name that is not that of a file of rows, or the place after the last where one lacks.
fn foreign(names: &Cells) -> Option<usize> {
    let known = known(names);
    let last = names.len() - 1;
    match known {
        _ if known < Meta::ALL.len() => Some(known),
        _ if names.get(last) == Some(CONTROLE) => None,
        _ => Some(last),
    }
}

/// May this be the beginning of a header of ours, which was never written to its end?
fn begins_ours(names: &Cells, known: usize) -> bool {
    let rest = names.get(known).unwrap_or_default();
    match Meta::ALL.get(known) {
        Some(meta) => known + 1 >= names.len() && meta.word().starts_with(rest),
        None => true,
    }
}
