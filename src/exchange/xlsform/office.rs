//! Workbooks of spreadsheets: Excel's of all ages, and those of LibreOffice.
//! Never a formula, and never what a cell means.

use std::io::Cursor;

use calamine::{Data, Reader, open_workbook_auto_from_rs};
use rust_xlsxwriter::{Format, Workbook, XlsxError};

use super::book::{Book, Line, Sheet, Unread};

/// The widest column, in characters.
const WIDEST: usize = 60;

/// Reads a workbook, whatever its kind.
pub(super) fn read(bytes: &[u8]) -> Result<Book, Unread> {
    let broken = |error: calamine::Error| Unread::Broken(error.to_string());
    let mut workbook = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(broken)?;
    let mut book = Book::default();
    for name in workbook.sheet_names() {
        let range = workbook.worksheet_range(&name).map_err(broken)?;
        let (first, before) = range.start().unwrap_or_default();
        let before = usize::try_from(before).unwrap_or_default();
        let first = usize::try_from(first).unwrap_or_default() + 1;
        let lines = range.rows().zip(first..).map(|(row, number)| {
            // The range begins at the first cell that holds something.
            let blank = std::iter::repeat_n(String::new(), before);
            Line { number, cells: blank.chain(row.iter().map(words)).collect() }
        });
        let lines = lines.filter(|line| !line.is_empty()).collect();
        book.sheets.push(Sheet { name, lines });
    }
    Ok(book)
}

/// A cell as its words.
fn words(cell: &Data) -> String {
    match cell {
        Data::Empty | Data::Error(_) => String::new(),
        Data::DateTime(day) => day.to_string(),
        other => other.to_string(),
    }
}

/// Writes a workbook for Excel and LibreOffice; the first line stays in sight.
pub(super) fn write(book: &Book) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let bold = Format::new().set_bold();
    for sheet in &book.sheets {
        let page = workbook.add_worksheet();
        page.set_name(&sheet.name)?;
        page.set_freeze_panes(1, 0)?;
        let mut widths: Vec<usize> = Vec::new();
        for line in &sheet.lines {
            let row = u32::try_from(line.number.saturating_sub(1)).unwrap_or(u32::MAX);
            for ((at, column), cell) in (0..).zip(0_u16..).zip(&line.cells) {
                if widths.len() <= at {
                    widths.push(0);
                }
                if cell.is_empty() {
                    continue;
                }
                widths[at] = widths[at].max(cell.chars().count());
                if row == 0 {
                    page.write_string_with_format(row, column, cell, &bold)?;
                } else {
                    page.write_string(row, column, cell)?;
                }
            }
        }
        for (column, width) in (0_u16..).zip(widths) {
            let width = u8::try_from(width.clamp(8, WIDEST)).unwrap_or(u8::MAX);
            page.set_column_width(column, f64::from(width))?;
        }
    }
    workbook.save_to_buffer()
}
