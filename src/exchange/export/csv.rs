//! Lines of CSV, for spreadsheets of French people and for programs.
//! Never a text that a spreadsheet would take for a formula, where one is to open it.

use std::borrow::Cow;

use super::table::{Field, Sort};
use crate::record::guard;

/// Who reads the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// A French Excel or LibreOffice, by double click: semicolon, byte order mark, CRLF, guarded words.
    Excel,
    /// A program: RFC 4180 with line feeds, words as they were given.
    Plain,
}

impl Dialect {
    /// What a file begins with.
    pub const fn start(self) -> &'static str {
        match self {
            Self::Excel => "\u{feff}",
            Self::Plain => "",
        }
    }

    const fn separator(self) -> char {
        match self {
            Self::Excel => ';',
            Self::Plain => ',',
        }
    }

    /// The line of the names.
    pub fn header(self, fields: &[Field]) -> String {
        self.line(fields.iter().map(|field| field.name.as_str()))
    }

    /// The line of a row.
    pub fn row(self, fields: &[Field], cells: &[String]) -> String {
        let mut line = String::new();
        for (at, (field, cell)) in fields.iter().zip(cells).enumerate() {
            if at > 0 {
                line.push(self.separator());
            }
            self.cell(&mut line, &self.guarded(field.sort, cell));
        }
        self.end(line)
    }

    /// A line of words.
    pub fn line<'c>(self, cells: impl IntoIterator<Item = &'c str>) -> String {
        let mut line = String::new();
        for (at, cell) in cells.into_iter().enumerate() {
            if at > 0 {
                line.push(self.separator());
            }
            self.cell(&mut line, cell);
        }
        self.end(line)
    }

    /// Only words that people chose are guarded: codes, numbers and days are what they seem.
    fn guarded(self, sort: Sort, cell: &str) -> Cow<'_, str> {
        match (self, sort) {
            (Self::Excel, Sort::Words | Sort::Text) => guard(cell),
            _ => Cow::Borrowed(cell),
        }
    }

    fn cell(self, line: &mut String, cell: &str) {
        let is_quoted = |c: char| c == self.separator() || matches!(c, '"' | '\r' | '\n' | '\0');
        if cell.contains(is_quoted) || cell.starts_with(char::is_whitespace) {
            line.push('"');
            line.push_str(&cell.replace('"', "\"\""));
            line.push('"');
        } else {
            line.push_str(cell);
        }
    }

    fn end(self, mut line: String) -> String {
        line.push_str(match self {
            Self::Excel => "\r\n",
            Self::Plain => "\n",
        });
        line
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::record::unguard;

    /// Any text of any bytes: each of the 256 as the character of its number, or any characters.
    fn texts() -> impl Strategy<Value = Vec<String>> {
        let of_bytes =
            any::<Vec<u8>>().prop_map(|bytes| bytes.into_iter().map(char::from).collect());
        prop::collection::vec(prop_oneof![of_bytes, any::<String>()], 1..6)
    }

    fn written(texts: &[String]) -> String {
        let field = |text: &String| Dialect::Excel.guarded(Sort::Text, text).into_owned();
        let cells: Vec<String> = texts.iter().map(field).collect();
        Dialect::Excel.line(cells.iter().map(String::as_str))
    }

    proptest! {
        #[test]
        fn every_text_comes_back_from_what_a_spreadsheet_is_given(texts in texts()) {
            let line = written(&texts);
            let mut reader = csv::ReaderBuilder::new()
                .has_headers(false)
                .delimiter(b';')
                .terminator(csv::Terminator::CRLF)
                .from_reader(line.as_bytes());
            let record = reader.records().next();
            let cells: Vec<String> = match record {
                Some(record) => {
                    record.expect("a record").iter().map(|cell| unguard(cell).to_owned()).collect()
                }
                // One empty cell is an empty line.
                None => vec![String::new()],
            };
            prop_assert_eq!(cells, texts);
        }
    }
}
