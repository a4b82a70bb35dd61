//! A workbook as its sheets, lines and cells, wherever they were read.
//! Never says what a cell means.

/// A workbook.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Book {
    /// Its sheets.
    pub sheets: Vec<Sheet>,
}

/// One sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Its name, as written.
    pub name: String,
    /// Its lines; those without anything may be left out.
    pub lines: Vec<Line>,
}

/// One line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Its number in the sheet, or in the file of text, from 1.
    pub number: usize,
    /// Its cells as words.
    pub cells: Vec<String>,
}

impl Line {
    /// Is there nothing in it?
    pub fn is_empty(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// Why a file is no book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// This build of the program reads no workbooks of spreadsheets.
    NotBuilt,
    /// It is broken, or something else; what its reader says of it, in English.
    Broken(String),
    /// It holds no table.
    Nothing,
}
