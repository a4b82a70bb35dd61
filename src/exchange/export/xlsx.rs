//! A workbook for each form: the rows in codes, the same in words, the open texts, the page of codes.
//! Never a formula: words are written as words, whatever they begin with.

use std::sync::Arc;

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook as Book, Worksheet, XlsxError};

use super::table::{Field, Sort, Table};
use super::{Done, Fill, codes};
use crate::locale::Locale;
use crate::store::{Action, Fault, Outgoing, Reason};

/// The narrowest and the widest column, in characters.
const WIDTHS: (usize, usize) = (8, 40);

/// How many columns stay in sight: the identifier.
const KEPT: u16 = 1;

/// A workbook being filled.
pub(super) struct Workbook<'a> {
    locale: &'a Locale,
    outgoing: &'a Outgoing<'a>,
    table: Arc<Table>,
    coded: Sheet,
    worded: Sheet,
    texts: Sheet,
    day: Format,
}

/// A sheet and how far it is filled.
struct Sheet {
    page: Worksheet,
    next: u32,
    /// The places, in the table, of its columns.
    places: Vec<usize>,
    widths: Vec<usize>,
}

impl Sheet {
    fn new(title: &str, names: &[String], places: Vec<usize>) -> Result<Self, XlsxError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(title)?;
        let bold = Format::new().set_bold().set_text_wrap();
        let mut widths = Vec::new();
        for (column, name) in (0..).zip(names) {
            sheet.write_string_with_format(0, column, name, &bold)?;
            widths.push(name.chars().count());
        }
        sheet.set_freeze_panes(1, KEPT)?;
        Ok(Self { page: sheet, next: 1, places, widths })
    }

    /// Writes a cell of the line that is being filled.
    fn cell(&mut self, at: usize, cell: &str, typed: &Typed<'_>) -> Result<(), XlsxError> {
        if cell.is_empty() {
            return Ok(());
        }
        self.widths[at] = self.widths[at].max(cell.chars().count());
        let (line, column) = (self.next, u16::try_from(at).unwrap_or(u16::MAX));
        let sheet = &mut self.page;
        match typed {
            Typed::Number => match cell.parse::<u32>() {
                Ok(number) => sheet.write_number(line, column, number),
                Err(_) => sheet.write_string(line, column, cell),
            },
            Typed::Day(format) => match ExcelDateTime::parse_from_str(cell) {
                Ok(day) if cell.len() == 10 => {
                    sheet.write_datetime_with_format(line, column, &day, format)
                }
                _ => sheet.write_string(line, column, cell),
            },
            Typed::Words => sheet.write_string(line, column, cell),
        }
        .map(|_| ())
    }

    /// The sheet, with widths and filters.
    fn done(mut self) -> Result<Worksheet, XlsxError> {
        let last = u16::try_from(self.widths.len().saturating_sub(1)).unwrap_or(u16::MAX);
        for (column, width) in (0..).zip(&self.widths) {
            let width = u32::try_from((*width).clamp(WIDTHS.0, WIDTHS.1) + 2).unwrap_or(0);
            self.page.set_column_width(column, width)?;
        }
        self.page.autofilter(0, 0, self.next - 1, last)?;
        Ok(self.page)
    }
}

/// How a cell is written.
enum Typed<'f> {
    Number,
    Day(&'f Format),
    Words,
}

fn typed<'f>(field: &Field, day: &'f Format) -> Typed<'f> {
    match field.sort {
        Sort::Number | Sort::Taken => Typed::Number,
        Sort::Choice if field.is_scale() => Typed::Number,
        Sort::Day => Typed::Day(day),
        _ => Typed::Words,
    }
}

impl<'a> Workbook<'a> {
    pub fn new(
        locale: &'a Locale,
        outgoing: &'a Outgoing<'a>,
        table: &Arc<Table>,
    ) -> Result<Self, Fault> {
        let made = (|| {
            let names = |fields: &[Field]| fields.iter().map(|field| field.name.clone()).collect();
            let names_of: Vec<String> = names(&table.fields);
            let all = (0..table.fields.len()).collect();
            let coded = Sheet::new(&locale.say("export-sheet-codes"), &names_of, all)?;
            // In words a list says by itself what was taken.
            let fields = table.fields.iter().enumerate();
            let (places, worded): (Vec<usize>, Vec<String>) = fields
                .filter(|(_, field)| field.sort != Sort::Taken)
                .map(|(place, field)| {
                    let label = if field.is_answer { &field.label } else { &field.name };
                    (place, label.clone())
                })
                .unzip();
            let worded = Sheet::new(&locale.say("export-sheet-words"), &worded, places)?;
            let names_of: Vec<String> = names(&table.texts);
            let all = (0..table.texts.len()).collect();
            let texts = Sheet::new(&locale.say("export-sheet-texts"), &names_of, all)?;
            Ok((coded, worded, texts))
        })();
        let (coded, worded, texts) = made.map_err(|error| fault(outgoing, &error))?;
        Ok(Self {
            locale,
            outgoing,
            table: Arc::clone(table),
            coded,
            worded,
            texts,
            day: Format::new().set_num_format("yyyy-mm-dd"),
        })
    }

    fn filled(&mut self, cells: &[String]) -> Result<(), XlsxError> {
        let fields = &self.table.fields;
        for (at, (field, cell)) in fields.iter().zip(cells).enumerate() {
            self.coded.cell(at, cell, &typed(field, &self.day))?;
        }
        self.coded.next += 1;
        for at in 0..self.worded.places.len() {
            let place = self.worded.places[at];
            let (field, cell) = (&fields[place], &cells[place]);
            let words = field.words(cell).or_else(|| self.reason(field, cell));
            match words {
                Some(words) => self.worded.cell(at, &words, &Typed::Words)?,
                None => self.worded.cell(at, cell, &typed(field, &self.day))?,
            }
        }
        self.worded.next += 1;
        Ok(())
    }

    /// The words of a reason of no answer, in brackets so that nobody takes them for an answer.
    fn reason(&self, field: &Field, cell: &str) -> Option<String> {
        let missing = codes::missing(self.locale);
        let said = missing.into_iter().find(|(word, _)| field.is_answer && *word == cell)?.1;
        Some(format!("[{said}]"))
    }

    fn book(self, rows: usize, texts: usize) -> Result<Vec<u8>, XlsxError> {
        let table = Arc::clone(&self.table);
        let lines = codes::lines(self.locale, &[Done { table, rows, texts }]);
        let names = lines[0].to_vec();
        let mut coded = Sheet::new(&self.locale.say("export-sheet-book"), &names, Vec::new())?;
        for line in &lines[1..] {
            for (at, cell) in line.iter().enumerate() {
                coded.cell(at, cell, &Typed::Words)?;
            }
            coded.next += 1;
        }
        let mut book = Book::new();
        book.push_worksheet(self.coded.done()?);
        book.push_worksheet(self.worded.done()?);
        if !self.table.texts.is_empty() {
            book.push_worksheet(self.texts.done()?);
        }
        book.push_worksheet(coded.done()?);
        book.save_to_buffer()
    }
}

impl Fill for Workbook<'_> {
    fn row(&mut self, cells: &[String]) -> Result<(), Fault> {
        self.filled(cells).map_err(|error| fault(self.outgoing, &error))
    }

    fn texts(&mut self, cells: &[String]) -> Result<(), Fault> {
        for (at, cell) in cells.iter().enumerate() {
            let written = self.texts.cell(at, cell, &Typed::Words);
            written.map_err(|error| fault(self.outgoing, &error))?;
        }
        self.texts.next += 1;
        Ok(())
    }

    fn close(self: Box<Self>) -> Result<(), Fault> {
        let (outgoing, name) = (self.outgoing, format!("{}.xlsx", self.table.stem));
        let rows = usize::try_from(self.coded.next - 1).unwrap_or(usize::MAX);
        let texts = usize::try_from(self.texts.next - 1).unwrap_or(usize::MAX);
        let book = self.book(rows, texts).map_err(|error| fault(outgoing, &error))?;
        outgoing.write(&name, &book)
    }
}

fn fault(outgoing: &Outgoing<'_>, error: &XlsxError) -> Fault {
    let reason = Reason::Other(error.to_string());
    Fault { action: Action::Write, path: outgoing.place().to_owned(), reason }
}
