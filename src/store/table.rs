//! The small tables beside the rows: marks of withdrawals, conflicts and what was settled about them,
//! copies, séances, closings under way. One reader and one writer for all of them.
//! Never the answers of one person by themselves: those are read in a stream, one row at a time.

use super::append::line;
use super::lines::Cells;
use crate::record::controle;
use crate::value::{CONTROLE, Meta};

/// What may stand between the cells of a line: ours first, then what an editor makes of it.
pub(super) const SEPARATORS: [u8; 3] = *b",;\t";

/// The columns of the marks of withdrawals.
pub(super) const MARKS: [&str; 3] = [Meta::ReponseId.word(), "jour", CONTROLE];

/// The columns of the versions of rows that do not agree.
pub(super) const DISPUTED: [&str; 3] = [Meta::ReponseId.word(), "fichier", "rangee"];

/// The columns of what was settled about them.
pub(super) const RULINGS: [&str; 5] =
    [Meta::ReponseId.word(), "rang", "gardee", "ecartees", CONTROLE];

/// The columns of the rows that were sent.
pub(super) const SENT: [&str; 3] = [Meta::ReponseId.word(), "jour", CONTROLE];

/// The columns of the open texts that were read again.
pub(super) const REREAD: [&str; 7] =
    [Meta::ReponseId.word(), "question", "empreinte", "rang", "decision", "texte", CONTROLE];

/// The columns of the copies that were made.
pub(super) const COPIES: [&str; 3] = ["jour", "quoi", "ou"];

/// A table: the names of its columns, and its lines.
#[derive(Debug)]
pub(super) struct Table<'f> {
    pub names: Cells,
    /// Are these names those that were expected?
    pub is_ours: bool,
    pub separator: u8,
    lines: Vec<(usize, &'f [u8])>,
}

impl<'f> Table<'f> {
    /// Takes a file apart, whatever an editor did to its beginning, its line ends and what parts its
    /// cells.
    pub fn read(file: &'f [u8], is_ours: impl Fn(&Cells) -> bool) -> Self {
        let file = file.strip_prefix("\u{feff}".as_bytes()).unwrap_or(file);
        let lines = file.split(|byte| *byte == b'\n');
        let lines = lines.map(|line| line.strip_suffix(b"\r").unwrap_or(line));
        let mut lines = (1..).zip(lines);
        let (_, header) = lines.next().unwrap_or_default();
        let mut names = Cells::default();
        let found = SEPARATORS.into_iter().find(|separator| {
            names.read(header, *separator);
            is_ours(&names)
        });
        let separator = found.unwrap_or(SEPARATORS[0]);
        names.read(header, separator);
        let lines = lines.filter(|(_, line)| !line.trim_ascii().is_empty()).collect();
        Self { names, is_ours: found.is_some(), separator, lines }
    }

    /// The same, of a table with these columns.
    pub fn of(file: &'f [u8], columns: &[&str]) -> Self {
        Self::read(file, |names| names.iter().eq(columns.iter().copied()))
    }

    /// The number of its last line.
    pub fn last(&self) -> Option<usize> {
        self.lines.last().map(|(number, _)| *number)
    }

    /// Each line after the names, from 1: its number, its bytes, its cells.
    pub fn each(&self, mut visit: impl FnMut(usize, &[u8], &Cells)) {
        let mut cells = Cells::default();
        for (number, line) in &self.lines {
            cells.read(line, self.separator);
            if !cells.are_blank() {
                visit(*number, line, &cells);
            }
        }
    }
}

/// Does the last cell of each line hold a check on the others?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Check {
    Last,
    None,
}

/// What was read of a table.
#[derive(Debug)]
pub(super) struct Read<T> {
    pub rows: Vec<T>,
    /// Lines that could not be read.
    pub damaged: Vec<usize>,
    /// Lines whose check does not agree.
    pub modified: Vec<usize>,
}

impl<T> Default for Read<T> {
    fn default() -> Self {
        Self { rows: Vec::new(), damaged: Vec::new(), modified: Vec::new() }
    }
}

impl<T> Read<T> {
    fn take(&mut self, line: usize, intact: bool, taken: Option<T>) {
        match taken {
            None => self.damaged.push(line),
            Some(row) => {
                self.rows.push(row);
                if !intact {
                    self.modified.push(line);
                }
            }
        }
    }
}

/// Reads a file whose first line names these columns; `None` where they are others. `take` is told
/// whether the cells are those that were written.
pub(super) fn read<T>(
    file: &[u8],
    columns: &[&str],
    check: Check,
    take: impl Fn(&Cells, bool) -> Option<T>,
) -> Option<Read<T>> {
    let table = Table::of(file, columns);
    table.is_ours.then(|| read_lines(&table, check, take))
}

/// Reads the lines of a table that was taken apart.
pub(super) fn read_lines<T>(
    table: &Table<'_>,
    check: Check,
    take: impl Fn(&Cells, bool) -> Option<T>,
) -> Read<T> {
    let mut read = Read::default();
    table.each(|line, _, cells| {
        let intact = check == Check::None || cells.is_intact();
        let is_whole = cells.len() == table.names.len();
        read.take(line, intact, is_whole.then(|| take(cells, intact)).flatten());
    });
    read
}

/// The mark of a withdrawal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    pub id: String,
    /// Empty where it cannot be relied on.
    pub day: String,
}

/// Reads marks. One that somebody changed is still a mark as long as it begins with the identifier of
/// a row: taking back weighs more. Says whether the file is one of marks.
pub(super) fn read_marks(file: &[u8]) -> (Read<Mark>, bool) {
    let table = Table::of(file, &MARKS);
    let mut read = Read::default();
    table.each(|number, line, cells| {
        let intact = cells.len() == MARKS.len() && cells.is_intact();
        let day = cells.get(1).filter(|_| intact).unwrap_or_default();
        let mark = id_at_start(line).map(|id| Mark { id: id.to_owned(), day: day.to_owned() });
        read.take(number, intact, mark);
    });
    (read, table.is_ours)
}

/// The line of a mark.
pub(super) fn mark(id: &str, day: &str) -> Vec<u8> {
    line(checked(vec![id.to_owned(), day.to_owned()]))
}

/// The identifier with which a line begins.
pub(super) fn id_at_start(line: &[u8]) -> Option<&str> {
    start(line).filter(|id| is_id(id))
}

/// What stands at the start of a line where an identifier should, as long as one.
pub(super) fn start(line: &[u8]) -> Option<&str> {
    let line = line.trim_ascii_start();
    let line = line.strip_prefix(b"\"").unwrap_or(line);
    line.get(..36).and_then(|id| std::str::from_utf8(id).ok())
}

/// Is this an identifier as rows write it?
pub(super) fn is_id(text: &str) -> bool {
    text.len() == 36 && uuid::Uuid::try_parse(text).is_ok()
}

/// Adds the check to the cells of a line.
pub(super) fn checked(mut cells: Vec<String>) -> Vec<String> {
    cells.push(controle(cells.iter().map(String::as_str)));
    cells
}

/// A whole table.
pub(super) fn bytes(columns: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> Vec<u8> {
    let mut bytes = line(columns);
    rows.into_iter().for_each(|row| bytes.extend(line(&row)));
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "00000000-0000-4000-8000-000000000001";

    #[test]
    fn a_mark_counts_whatever_an_editor_did_to_it_as_long_as_it_begins_with_its_identifier() {
        let whole = String::from_utf8(mark(ID, "2026-11-22")).expect("text");
        let ours = "reponse_id,jour,controle\n".to_owned() + &whole;
        let other = format!("\u{feff}reponse_id;jour;controle\r\n{}", whole.replace(',', ";"));
        let cut = format!("reponse_id,jour,controle\n{ID}");
        for (text, day, modified) in
            [(ours, "2026-11-22", vec![]), (other, "2026-11-22", vec![]), (cut, "", vec![2])]
        {
            let (read, is_ours) = read_marks(text.as_bytes());
            assert!(is_ours, "{text}");
            assert_eq!(read.rows, [Mark { id: ID.into(), day: day.into() }], "{text}");
            assert_eq!((read.damaged, read.modified), (vec![], modified), "{text}");
        }
        let (read, is_ours) = read_marks(format!("x\n{ID}\nnothing\n").as_bytes());
        assert_eq!((read.rows.len(), read.damaged, is_ours), (1, vec![3], false));
    }
}
