//! A sheet by its columns: cells sought by what their column means, with their place.
//! Never what a row comes to.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use super::super::book::Sheet;
use super::super::words::{COLUMNS, Header, header, language_code, truth};
use super::remark::{Grave, Kind, Remark};
use crate::questionnaire::nearest;

/// What is to be said, gathered while reading.
pub(super) type Said = RefCell<Vec<Remark>>;

/// A column that is read.
#[derive(Clone, Debug)]
struct Column {
    at: usize,
    written: String,
    header: Header,
    /// The code of its language.
    code: Option<String>,
}

/// A sheet, its first line taken as the names of its columns.
pub(super) struct Table<'a> {
    file: &'a str,
    sheet: &'a str,
    columns: Vec<Column>,
    rows: Vec<(usize, Vec<String>)>,
    said: &'a Said,
    /// The cells that somebody asked for, by row and column.
    asked: RefCell<BTreeSet<(usize, usize)>>,
    /// The language of texts that name none.
    default: String,
}

/// A row of a sheet.
#[derive(Clone, Copy)]
pub(super) struct Row<'t, 'a> {
    table: &'t Table<'a>,
    at: usize,
}

impl<'a> Table<'a> {
    /// Reads the columns of a sheet; `default` is the language of texts that name none.
    pub fn new(file: &'a str, sheet: &'a Sheet, default: &str, said: &'a Said) -> Self {
        let mut lines = sheet.lines.iter().filter(|line| !line.is_empty());
        let first = lines.next().map(|line| line.cells.clone()).unwrap_or_default();
        let columns = first.iter().enumerate().filter(|(_, written)| !written.trim().is_empty());
        let columns = columns.map(|(at, written)| {
            let header = header(written);
            let code = header.language.as_deref().and_then(language_code);
            Column { at, written: written.trim().to_owned(), header, code }
        });
        let columns: Vec<Column> = columns.collect();
        let rows = lines.map(|line| {
            let cells = line.cells.iter().map(|cell| cleaned(cell)).collect();
            (line.number, cells)
        });
        let rows = rows.collect();
        let default = default.to_owned();
        let asked = RefCell::default();
        Self { file, sheet: &sheet.name, columns, rows, said, asked, default }
    }

    pub fn rows(&self) -> impl Iterator<Item = Row<'_, 'a>> {
        (0..self.rows.len()).map(|at| Row { table: self, at })
    }

    pub fn has(&self, key: &str) -> bool {
        self.columns.iter().any(|column| column.header.key == key)
    }

    /// Says something of the whole sheet.
    pub fn say(&self, grave: Grave, kind: Kind, facts: Vec<(&'static str, String)>) {
        self.said.borrow_mut().push(Remark {
            grave,
            kind,
            file: self.file.to_owned(),
            sheet: self.sheet.to_owned(),
            rows: Vec::new(),
            column: None,
            facts,
        });
    }

    /// The languages in which something is said, in the order of the columns.
    pub fn languages(&self) -> Vec<String> {
        let mut codes: Vec<String> = Vec::new();
        for column in self.columns.iter().filter(|column| column.header.key == "label") {
            let code = match (&column.header.language, &column.code) {
                (None, _) => Some(self.default.clone()),
                (Some(_), code) => code.clone(),
            };
            codes.extend(code.filter(|code| !codes.contains(code)));
        }
        codes
    }

    /// Names the columns that hold something and that nobody asked for.
    pub fn unread(&self) {
        let asked = self.asked.borrow();
        for column in &self.columns {
            let unknown = column.header.language.is_some() && column.code.is_none();
            let filled = self.rows.iter().enumerate().filter(|(at, (_, cells))| {
                let is_filled = cells.get(column.at).is_some_and(|cell| !cell.is_empty());
                is_filled && (unknown || !asked.contains(&(*at, column.at)))
            });
            let rows: Vec<usize> = filled.map(|(_, (number, _))| *number).collect();
            if rows.is_empty() {
                continue;
            }
            let near = nearest(&column.header.key, COLUMNS.iter().copied());
            let near = near.filter(|near| *near != column.header.key && !unknown);
            let kind = if unknown { Kind::LanguageLeft } else { Kind::ColumnLeft };
            let facts = if unknown {
                Vec::new()
            } else {
                let near = near.unwrap_or_else(|| "none".to_owned());
                vec![("key", column.header.key.clone()), ("nearest", near)]
            };
            self.said.borrow_mut().push(Remark {
                grave: Grave::Changed,
                kind,
                file: self.file.to_owned(),
                sheet: self.sheet.to_owned(),
                rows,
                column: Some((column.at, column.written.clone())),
                facts,
            });
        }
    }
}

impl Row<'_, '_> {
    /// The number of the line.
    pub fn number(&self) -> usize {
        self.table.rows[self.at].0
    }

    fn column(&self, key: &str) -> Option<&Column> {
        let mut with = self.table.columns.iter().filter(|column| column.header.key == key);
        let found = with.clone().find(|column| column.header.language.is_none());
        found.or_else(|| with.next())
    }

    /// The cell under a column; empty where there is no such column.
    pub fn get(&self, key: &str) -> &str {
        let Some(column) = self.column(key) else { return "" };
        self.table.asked.borrow_mut().insert((self.at, column.at));
        self.cell(column.at)
    }

    fn cell(&self, column: usize) -> &str {
        self.table.rows[self.at].1.get(column).map_or("", String::as_str)
    }

    /// The texts under the columns of a name, by language.
    pub fn said(&self, key: &str) -> BTreeMap<String, String> {
        let mut texts = BTreeMap::new();
        for column in self.table.columns.iter().filter(|column| column.header.key == key) {
            self.table.asked.borrow_mut().insert((self.at, column.at));
            let code = match (&column.header.language, &column.code) {
                (None, _) => self.table.default.clone(),
                (Some(_), Some(code)) => code.clone(),
                (Some(_), None) => continue,
            };
            let text = self.cell(column.at);
            let is_said = column.header.language.is_none() && texts.contains_key(&code);
            if !text.is_empty() && !is_said {
                texts.insert(code, text.to_owned());
            }
        }
        texts
    }

    /// The texts that stand exactly, in columns of our own, by code.
    pub fn exact(&self, key: &str) -> BTreeMap<String, String> {
        let start = format!("recueil_{key}_");
        let own = self.table.columns.iter().filter_map(|column| {
            let code = column.header.key.strip_prefix(&start)?;
            Some((column.at, code.to_owned()))
        });
        let mut texts = BTreeMap::new();
        for (at, code) in own {
            self.table.asked.borrow_mut().insert((self.at, at));
            if !self.cell(at).is_empty() {
                texts.insert(code, self.cell(at).to_owned());
            }
        }
        texts
    }

    /// Is it yes? What is neither is refused.
    pub fn holds(&self, key: &str) -> bool {
        let written = self.get(key);
        truth(written).unwrap_or_else(|| {
            let facts = vec![("word", written.to_owned())];
            self.say(Grave::Refused, Kind::NeitherYesNorNo, key, facts);
            false
        })
    }

    /// Says something of this row, under a column.
    pub fn say(&self, grave: Grave, kind: Kind, key: &str, facts: Vec<(&'static str, String)>) {
        let column = self.column(key).map(|column| (column.at, column.written.clone()));
        self.table.said.borrow_mut().push(Remark {
            grave,
            kind,
            file: self.table.file.to_owned(),
            sheet: self.table.sheet.to_owned(),
            rows: vec![self.number()],
            column,
            facts,
        });
    }

    /// Takes all of the row for read: what it says is said elsewhere.
    pub fn pass(&self) {
        let columns = self.table.columns.iter().map(|column| (self.at, column.at));
        self.table.asked.borrow_mut().extend(columns);
    }
}

/// The words of a cell, as XLSForm cleans them: one space, straight quotation marks in expressions are
/// seen to by who reads those.
fn cleaned(cell: &str) -> String {
    cell.split_whitespace().collect::<Vec<_>>().join(" ")
}
