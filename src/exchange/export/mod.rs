//! The rows of a dossier written for other programs: spreadsheets, R, Frictionless, Parquet; always with
//! the page of codes.
//! Never opens a file by itself, and never writes a row that does not stand: the caller hands them in.

mod codes;
mod csv;
mod diffusion;
mod package;
#[cfg(feature = "parquet")]
mod parquet;
mod r;
mod table;
#[cfg(feature = "office")]
mod xlsx;

pub use diffusion::{Few, Groups, SMALLEST};
pub use table::{Condition, NUMBER, Places, Plan, Scope, TEXTS, Table};

use std::sync::Arc;

pub(super) use csv::Dialect;

use crate::locale::Locale;
use crate::record::guard;
use crate::store::names::OUTGOING;
use crate::store::{Fault, Outgoing, OutgoingFile};
use crate::value::words;

words! {
    /// For which program.
    Format {
        /// A French Excel or LibreOffice, by double click.
        CsvExcel = "csv-excel",
        /// A workbook for each form.
        Xlsx = "xlsx",
        /// A Data Package of Frictionless, version 1.
        Datapackage = "datapackage",
        /// R, without any package.
        R = "r",
        /// Parquet, in folders by référentiel, form and structure.
        Parquet = "parquet",
    }
}

impl Format {
    /// Can this build of the program write it?
    pub const fn is_built(self) -> bool {
        match self {
            Self::CsvExcel | Self::Datapackage | Self::R => true,
            Self::Xlsx => cfg!(feature = "office"),
            Self::Parquet => cfg!(feature = "parquet"),
        }
    }

    /// The most rows that one table can have.
    pub const fn most(self) -> usize {
        match self {
            // A sheet has 1,048,576 lines, and one is that of the names.
            Self::CsvExcel | Self::Xlsx => 1_048_575,
            Self::Datapackage | Self::R | Self::Parquet => usize::MAX,
        }
    }
}

/// A table that was written.
#[derive(Clone, Debug)]
pub struct Done {
    /// Its columns.
    pub table: Arc<Table>,
    /// How many rows.
    pub rows: usize,
    /// How many of them have open texts, which are apart.
    pub texts: usize,
}

/// What takes the rows of one table.
trait Fill {
    fn row(&mut self, cells: &[String]) -> Result<(), Fault>;
    fn texts(&mut self, cells: &[String]) -> Result<(), Fault>;
    fn close(self: Box<Self>) -> Result<(), Fault>;
}

/// An export being written.
pub struct Export<'a> {
    locale: &'a Locale,
    outgoing: &'a Outgoing<'a>,
    format: Format,
    scope: Scope,
    done: Vec<Done>,
    fill: Option<Box<dyn Fill + 'a>>,
}

impl<'a> Export<'a> {
    /// Begins an export in this folder.
    pub fn new(
        locale: &'a Locale,
        outgoing: &'a Outgoing<'a>,
        format: Format,
        scope: Scope,
    ) -> Self {
        Self { locale, outgoing, format, scope, done: Vec::new(), fill: None }
    }

    /// Begins a table; the one before is closed.
    pub fn begin(&mut self, table: Table) -> Result<(), Fault> {
        self.close()?;
        let table = Arc::new(table);
        let fill: Box<dyn Fill> = match self.format {
            Format::CsvExcel => Box::new(Lines::new(self.outgoing, &table, Dialect::Excel)?),
            Format::Datapackage | Format::R => {
                Box::new(Lines::new(self.outgoing, &table, Dialect::Plain)?)
            }
            #[cfg(feature = "office")]
            Format::Xlsx => Box::new(xlsx::Workbook::new(self.locale, self.outgoing, &table)?),
            #[cfg(feature = "parquet")]
            Format::Parquet => Box::new(parquet::Parts::new(self.outgoing, &table)),
            #[cfg(not(all(feature = "office", feature = "parquet")))]
            _ => unreachable!("a format that this build cannot write is refused before"),
        };
        self.fill = Some(fill);
        self.done.push(Done { table, rows: 0, texts: 0 });
        Ok(())
    }

    /// Writes a row of the table, and its open texts.
    pub fn row(&mut self, cells: &[String], texts: Option<&[String]>) -> Result<(), Fault> {
        if let (Some(fill), Some(done)) = (&mut self.fill, self.done.last_mut()) {
            fill.row(cells)?;
            done.rows += 1;
            if let Some(texts) = texts {
                fill.texts(texts)?;
                done.texts += 1;
            }
        }
        Ok(())
    }

    fn close(&mut self) -> Result<(), Fault> {
        self.fill.take().map_or(Ok(()), Fill::close)
    }

    /// Closes the last table and writes what explains them all.
    pub fn finish(mut self) -> Result<Vec<Done>, Fault> {
        self.close()?;
        let (locale, done) = (self.locale, self.done);
        let page = codes::page(locale, self.format, self.scope, &done);
        self.outgoing.write(OUTGOING, page.as_bytes())?;
        match self.format {
            Format::CsvExcel => {
                let lines = codes::lines(locale, &done);
                let mut text = String::from(Dialect::Excel.start());
                for line in lines {
                    let [file, column, label, sort, code, words] = &line;
                    let (label, words) = (guard(label), guard(words));
                    let cells = [file, column, label.as_ref(), sort, code, words.as_ref()];
                    text += &Dialect::Excel.line(cells);
                }
                self.outgoing.write("codes.csv", text.as_bytes())?;
            }
            Format::Datapackage => {
                let package = package::describe(locale, self.scope, &done);
                self.outgoing.write("datapackage.json", package.as_bytes())?;
            }
            Format::R => {
                self.outgoing.write("lire.R", r::script(locale, &done).as_bytes())?;
            }
            Format::Xlsx | Format::Parquet => {}
        }
        Ok(done)
    }
}

/// The name of the file of the rows of a table.
fn rows_file(table: &Table) -> String {
    format!("{}.csv", table.stem)
}

/// The name of the file of its open texts.
fn texts_file(table: &Table) -> String {
    format!("{}.textes.csv", table.stem)
}

/// A table as lines of CSV.
struct Lines {
    dialect: Dialect,
    table: Arc<Table>,
    rows: OutgoingFile,
    texts: Option<OutgoingFile>,
}

impl Lines {
    fn new(outgoing: &Outgoing<'_>, table: &Arc<Table>, dialect: Dialect) -> Result<Self, Fault> {
        let begin = |name: &str, fields| {
            let mut file = outgoing.file(name)?;
            file.put(format!("{}{}", dialect.start(), dialect.header(fields)).as_bytes())?;
            Ok::<_, Fault>(file)
        };
        let rows = begin(&rows_file(table), &table.fields)?;
        let texts = if table.texts.is_empty() {
            None
        } else {
            Some(begin(&texts_file(table), &table.texts)?)
        };
        Ok(Self { dialect, table: Arc::clone(table), rows, texts })
    }
}

impl Fill for Lines {
    fn row(&mut self, cells: &[String]) -> Result<(), Fault> {
        self.rows.put(self.dialect.row(&self.table.fields, cells).as_bytes())
    }

    fn texts(&mut self, cells: &[String]) -> Result<(), Fault> {
        let line = self.dialect.row(&self.table.texts, cells);
        self.texts.as_mut().map_or(Ok(()), |texts| texts.put(line.as_bytes()))
    }

    fn close(self: Box<Self>) -> Result<(), Fault> {
        self.rows.close()?;
        self.texts.map_or(Ok(()), OutgoingFile::close)
    }
}
