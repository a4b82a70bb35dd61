//! The lines of a file that holds rows, taken apart one by one so that one can be changed and every
//! other left byte for byte.
//! Never repairs a line: what cannot be read is left as it is.

use std::rc::Rc;

use crate::record::controle_of;
use crate::store::lines::Cells as Parted;
use crate::store::table::{SEPARATORS, id_at_start, is_id};
use crate::value::{Code, Meta, Pair};

/// Where the columns that every row has stand in the lines of a file.
#[derive(Debug)]
pub(super) struct Heading {
    places: Vec<usize>,
    /// How many columns; nothing where the file has no header.
    count: Option<usize>,
    separator: u8,
}

impl Heading {
    /// That of lines without a header, as they are set aside: the columns in their usual order.
    pub fn usual() -> Self {
        Self { places: (0..Meta::ALL.len()).collect(), count: None, separator: b',' }
    }

    /// The header of a file, whatever a spreadsheet made of it.
    pub fn read(line: &[u8]) -> Self {
        let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line);
        let count = |sign: &u8| line.split(|byte| byte == sign).count();
        let separator = *SEPARATORS.iter().rev().max_by_key(|sign| count(sign)).unwrap_or(&b',');
        let names = cells(line, separator);
        let place = |meta: &Meta| names.iter().position(|name| name.trim() == meta.word());
        let places = Meta::ALL.iter().map(|meta| place(meta).unwrap_or(*meta as usize)).collect();
        Self { places, count: Some(names.len()), separator }
    }
}

/// One line, with what ends it.
#[derive(Debug)]
pub(super) struct Line<'b> {
    pub bytes: &'b [u8],
    /// The row that it is; or, in a table about rows, the rows that stand in its cells.
    pub rows: Vec<Cells>,
}

impl<'b> Line<'b> {
    fn read(bytes: &'b [u8], heading: &Rc<Heading>) -> Self {
        let own = Cells { cells: cells(bytes, heading.separator), heading: Rc::clone(heading) };
        let inner = own.cells.iter().filter(|cell| cell.len() > 36 && cell.contains(','));
        let inner = inner.map(|cell| cells(cell.as_bytes(), b','));
        let is_row =
            |cells: &Parted| cells.len() > Meta::ALL.len() && cells.get(0).is_some_and(is_id);
        let inner = inner.filter(is_row);
        let usual = || Rc::new(Heading::usual());
        let mut rows: Vec<Cells> = inner.map(|cells| Cells { cells, heading: usual() }).collect();
        if rows.is_empty() {
            rows.push(own);
        }
        Self { bytes, rows }
    }

    /// Is it, or does it hold, a row of this code? Where the columns are not sure, wherever the code
    /// stands alone in a cell.
    pub fn has_code(&self, code: Code) -> bool {
        let written = code.to_string();
        let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).collect::<Vec<_>>();
        let wanted = digits(&written);
        self.rows.iter().any(|row| {
            let cell = row.get(Meta::Code);
            // Somebody may have written it in another way: its digits are soon compared.
            cell == written
                || (digits(cell) == wanted && row.code() == Some(code))
                || (!row.is_placed() && row.cells.iter().any(|cell| cell.trim() == written))
        })
    }

    /// The line with pair numbers in the place of codes; nothing where there is none to replace. A
    /// check that was right is right again, one that was wrong stays so.
    pub fn paired(&self, pair: &dyn Fn(&Cells) -> Option<Pair>) -> Option<Vec<u8>> {
        let mut bytes = self.bytes.to_vec();
        let mut is_other = false;
        for row in &self.rows {
            let Some(pair) = pair(row) else { continue };
            let (code, pair) = (row.get(Meta::Code), pair.to_string());
            bytes = replaced(&bytes, code.as_bytes(), pair.as_bytes());
            is_other = true;
            if row.cells.is_intact() {
                let check = row.cells.iter().last().unwrap_or_default();
                let fresh = controle_of(&row.cells.but_last().replace(code, &pair));
                bytes = replaced(&bytes, check.as_bytes(), fresh.as_bytes());
            }
        }
        is_other.then_some(bytes)
    }
}

/// The cells of a row.
#[derive(Debug)]
pub(super) struct Cells {
    cells: Parted,
    heading: Rc<Heading>,
}

impl Cells {
    /// The cell of a column that every row has; empty where there is none.
    pub fn get(&self, meta: Meta) -> &str {
        let place = self.heading.places[meta as usize];
        self.cells.get(place).unwrap_or_default()
    }

    /// The identifier; empty where the cell holds none.
    pub fn id(&self) -> &str {
        let id = self.get(Meta::ReponseId);
        if is_id(id) { id } else { "" }
    }

    pub fn code(&self) -> Option<Code> {
        Code::read(self.get(Meta::Code)).ok()
    }

    /// Do its cells stand where the header says?
    fn is_placed(&self) -> bool {
        self.heading.count == Some(self.cells.len())
    }
}

/// The lines of a file, each with what ends it: the header apart where there is one.
pub(super) fn lines(
    bytes: &[u8],
    header: Header,
) -> (&[u8], impl Iterator<Item = Line<'_>> + use<'_>) {
    let (first, heading) = match header {
        Header::First => {
            let first = &bytes[..end_of_line(bytes, 0)];
            (first, Heading::read(first))
        }
        Header::None => (&bytes[..0], Heading::usual()),
    };
    let heading = Rc::new(heading);
    let mut at = first.len();
    let rest = std::iter::from_fn(move || {
        let start = at;
        at = end_of_row(bytes, start, heading.separator);
        (at > start).then(|| Line::read(&bytes[start..at], &heading))
    });
    (first, rest)
}

/// Does a file begin with the names of its columns?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Header {
    First,
    None,
}

fn end_of_line(bytes: &[u8], from: usize) -> usize {
    let feed = bytes[from..].iter().position(|byte| *byte == b'\n');
    feed.map_or(bytes.len(), |feed| from + feed + 1)
}

/// Where the row that begins here ends. Ours are one line each; where somebody put a line feed into
/// a cell, the row goes on, but never over a line that begins as a row does.
fn end_of_row(bytes: &[u8], from: usize, separator: u8) -> usize {
    let mut end = end_of_line(bytes, from);
    while end < bytes.len() && is_open(&bytes[from..end], separator) {
        let next = end_of_line(bytes, end);
        if begins_a_row(&bytes[end..next]) {
            break;
        }
        end = next;
    }
    end
}

fn begins_a_row(line: &[u8]) -> bool {
    id_at_start(line).is_some()
}

/// Is a quotation mark opened and not closed?
fn is_open(line: &[u8], separator: u8) -> bool {
    line.contains(&b'"') && Parted::default().read(line, separator).unclosed.is_some()
}

/// The cells of a line with what ends it.
fn cells(line: &[u8], separator: u8) -> Parted {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    let mut cells = Parted::default();
    cells.read(line.strip_suffix(b"\r").unwrap_or(line), separator);
    cells
}

/// The bytes with some put in the place of others, wherever they stand.
fn replaced(bytes: &[u8], old: &[u8], new: &[u8]) -> Vec<u8> {
    let mut result = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some(found) = rest.windows(old.len().max(1)).position(|window| window == old) {
        result.extend_from_slice(&rest[..found]);
        result.extend_from_slice(new);
        rest = &rest[found + old.len()..];
    }
    result.extend_from_slice(rest);
    result
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const A: &str = "00000000-0000-4000-8000-000000000001";
    const B: &str = "00000000-0000-4000-8000-000000000002";

    fn parts(text: &str) -> Vec<&[u8]> {
        let (header, lines) = lines(text.as_bytes(), Header::First);
        let mut parts = vec![header];
        parts.extend(lines.map(|line| line.bytes));
        assert_eq!(parts.concat(), text.as_bytes(), "no byte is lost");
        parts
    }

    #[test]
    fn a_line_is_a_row_unless_somebody_put_a_line_feed_into_a_cell() {
        let text = format!("h,x\n{A},\"a,b\"\r\n{B},\"one\ntwo\"\n{A},\"never closed\n{B},x");
        let rows = [
            "h,x\n".to_owned(),
            format!("{A},\"a,b\"\r\n"),
            format!("{B},\"one\ntwo\"\n"),
            format!("{A},\"never closed\n"),
            format!("{B},x"),
        ];
        assert_eq!(parts(&text), rows.iter().map(String::as_bytes).collect::<Vec<_>>());
    }

    #[test]
    fn columns_are_found_though_a_spreadsheet_saved_the_file_its_own_way() {
        let text = format!("\u{feff}\"code\";reponse_id\r\n\"Lune sapin 42\";{A}\r\n");
        let (_, mut lines) = lines(text.as_bytes(), Header::First);
        let line = lines.next().expect("a line");
        assert_eq!(line.rows[0].id(), A);
        assert_eq!(line.rows[0].code(), Code::read("lune-sapin-42").ok());
    }

    proptest! {
        /// The writer of the csv crate is the oracle.
        #[test]
        fn a_line_is_taken_apart_as_the_csv_crate_puts_it_together(
            written in proptest::collection::vec("[a,;\"é\n 1]{0,5}", 2..7),
            quotes in any::<bool>(),
            separator in prop_oneof![Just(b','), Just(b';')],
        ) {
            let style =
                if quotes { csv::QuoteStyle::Always } else { csv::QuoteStyle::Necessary };
            let mut writer = csv::WriterBuilder::new()
                .quote_style(style)
                .delimiter(separator)
                .from_writer(Vec::new());
            writer.write_record(&written).expect("to memory");
            let line = writer.into_inner().expect("to memory");
            let parted: Vec<String> = cells(&line, separator).iter().map(str::to_owned).collect();
            prop_assert_eq!(parted, written);
            prop_assert!(!is_open(&line, separator));
        }
    }
}
