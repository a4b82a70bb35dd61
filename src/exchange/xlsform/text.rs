//! Tables of text: CSV, and the Markdown tables that people write forms in.
//! Never a workbook of a spreadsheet.

use super::super::raw::delimiter;
use super::book::{Book, Line, Sheet, Unread};
use super::words;

/// Reads a table of text. The first column names the sheet, unless the whole file is one sheet.
pub(super) fn read(bytes: &[u8]) -> Result<Book, Unread> {
    let book = parted(lines(bytes)?);
    if book.sheets.is_empty() { Err(Unread::Nothing) } else { Ok(book) }
}

/// The lines of a table of text.
pub(super) fn lines(bytes: &[u8]) -> Result<Vec<Line>, Unread> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        // What spreadsheets of western Europe write where nobody asked for better.
        Err(_) => bytes.iter().map(|byte| char::from(*byte)).collect(),
    };
    if text.contains('\0') {
        return Err(Unread::Nothing);
    }
    let is_markdown = text.lines().any(|line| line.trim_start().starts_with('|'));
    if is_markdown { Ok(markdown(&text)) } else { csv(&text) }
}

fn markdown(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        let Some(row) = line.trim().strip_prefix('|') else { continue };
        let row = row.strip_suffix('|').unwrap_or(row);
        let mut cells = vec![String::new()];
        let mut signs = row.chars().peekable();
        while let Some(sign) = signs.next() {
            let cell = cells.last_mut().expect("there is always one");
            match sign {
                '\\' if signs.next_if_eq(&'|').is_some() => cell.push('|'),
                '|' => cells.push(String::new()),
                other => cell.push(other),
            }
        }
        let cells: Vec<String> = cells.iter().map(|cell| cell.trim().to_owned()).collect();
        let is_rule = |cell: &String| !cell.is_empty() && cell.chars().all(|c| "-:".contains(c));
        if !cells.iter().all(is_rule) {
            lines.push(Line { number, cells });
        }
    }
    lines
}

fn csv(text: &str) -> Result<Vec<Line>, Unread> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter(text))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut lines = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| Unread::Broken(error.to_string()))?;
        let line = record.position().map_or(0, csv::Position::line);
        let number = usize::try_from(line).unwrap_or(usize::MAX);
        lines.push(Line { number, cells: record.iter().map(str::to_owned).collect() });
    }
    Ok(lines)
}

/// The lines by sheet: each begins where its name stands in the first column.
fn parted(lines: Vec<Line>) -> Book {
    let mut lines: Vec<Line> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    let Some(first) = lines.first() else { return Book::default() };
    let is_one = words::sheet(&first.cells[0]).is_none()
        && first.cells.iter().any(|cell| words::header(cell).key == "type");
    if is_one {
        return Book { sheets: vec![Sheet { name: "survey".into(), lines }] };
    }
    let mut sheets: Vec<Sheet> = Vec::new();
    for line in &mut lines {
        // Its place stays, so that columns are where people see them.
        let name = std::mem::take(&mut line.cells[0]).trim().to_owned();
        if !name.is_empty() {
            sheets.push(Sheet { name, lines: Vec::new() });
        }
        if let (false, Some(sheet)) = (line.is_empty(), sheets.last_mut()) {
            sheet.lines.push(std::mem::take(line));
        }
    }
    Book { sheets }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines_of(text: &str) -> Vec<(String, usize, String)> {
        let book = read(text.as_bytes()).expect(text);
        let sheets = book.sheets.iter();
        let lines = sheets.flat_map(|sheet| sheet.lines.iter().map(|line| (&sheet.name, line)));
        lines.map(|(name, line)| (name.clone(), line.number, line.cells.join("/"))).collect()
    }

    fn line(sheet: &str, number: usize, cells: &str) -> (String, usize, String) {
        (sheet.to_owned(), number, cells.to_owned())
    }

    #[test]
    fn a_table_of_markdown_and_one_of_csv_are_the_same_book() {
        let wanted = [line("survey", 2, "/type/name"), line("survey", 3, "/text/a|b")];
        assert_eq!(lines_of("| survey |\n| | type | name |\n| | text | a\\|b |"), wanted);
        assert_eq!(lines_of("survey,,\n,type,name\n,text,a|b\n"), wanted);
        assert_eq!(lines_of("\u{feff}survey;;\n;type;name\n;text;a|b\n"), wanted);
    }

    #[test]
    fn a_file_of_one_sheet_needs_no_name_for_it() {
        let wanted = [line("survey", 1, "type/nom"), line("survey", 2, "texte/été")];
        assert_eq!(lines_of("type,nom\ntexte,été\n"), wanted);
        let latin = read(b"type,nom\ntexte,\xe9t\xe9\n").expect("not UTF-8, as it was");
        assert_eq!(latin.sheets[0].lines[1].cells[1], "été");
    }
}
