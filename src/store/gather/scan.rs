//! One line of a file of rows taken apart, quickly: its cells, its check, whether it can be copied as it
//! is.
//! Never looks at another line: a quotation mark left open spoils its own line alone.

use std::hash::{DefaultHasher, Hasher};

use super::super::lines::{BETWEEN, Cells};
use super::super::table::is_id;
use crate::record::controle;

/// The cells of a line. It is used again and again, so that no line costs an allocation.
#[derive(Debug, Default)]
pub(super) struct Scan {
    cells: Cells,
    /// The line as the program writes it, where that had to be tried.
    plain: Vec<u8>,
    /// Are its bytes those that the program would write?
    is_plain: bool,
    /// Were its letters those of Windows?
    is_latin: bool,
}

impl Scan {
    /// Takes a line apart; its end is not part of it.
    pub fn read(&mut self, line: &[u8], delimiter: u8) {
        let parted = self.cells.read(line, delimiter);
        self.is_latin = parted.latin.is_some();
        self.is_plain = !self.is_latin && (parted.is_simple || self.is_written_so(line));
    }

    /// Would the program write this line so? Where it has quotation marks, they must be those needed.
    fn is_written_so(&mut self, line: &[u8]) -> bool {
        self.plain.clear();
        for (index, cell) in self.cells.iter().map(str::as_bytes).enumerate() {
            if index > 0 {
                self.plain.push(b',');
            }
            if !is_special(cell) && !cell.contains(&b',') {
                self.plain.extend_from_slice(cell);
                continue;
            }
            self.plain.push(b'"');
            for byte in cell {
                self.plain.extend(std::iter::repeat_n(*byte, 1 + usize::from(*byte == b'"')));
            }
            self.plain.push(b'"');
        }
        self.plain == line
    }

    /// How many cells there are.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// A cell; empty where there is none.
    pub fn cell(&self, index: usize) -> &str {
        self.cells.get(index).unwrap_or_default()
    }

    pub fn cells(&self) -> impl Iterator<Item = &str> {
        self.cells.iter()
    }

    /// Is there nothing in any cell?
    pub fn is_blank(&self) -> bool {
        self.cells.are_blank()
    }

    /// Would the program write the same bytes?
    pub const fn is_plain(&self) -> bool {
        self.is_plain
    }

    /// Were the letters beyond ASCII those of Windows?
    pub const fn is_latin(&self) -> bool {
        self.is_latin
    }

    /// Do the cells from the second on begin with these, joined?
    pub fn follows(&self, cells: &[u8]) -> bool {
        let rest = self.cells.joined().as_bytes().get(self.cell(0).len() + 1..);
        rest.and_then(|rest| rest.strip_prefix(cells))
            .is_some_and(|rest| rest.first().is_none_or(|byte| *byte == BETWEEN))
    }

    /// Are the cells those that were written?
    pub fn is_intact(&self) -> bool {
        self.cells.is_intact()
    }

    /// A number for the content: the same for the same cells in the same place.
    pub fn content(&self, place: u32) -> u64 {
        let mut hasher = DefaultHasher::new();
        hasher.write_u32(place);
        hasher.write(self.cells.joined().as_bytes());
        hasher.finish()
    }

    /// The cells as owned texts.
    pub fn texts(&self) -> Vec<String> {
        self.cells().map(str::to_owned).collect()
    }
}

/// Is there a sign for which a cell is put between quotation marks, beside the comma?
fn is_special(bytes: &[u8]) -> bool {
    memchr::memchr3(b'"', b'\r', b'\n', bytes).is_some()
}

/// Are these cells those that were written? Their last is the check on the others.
pub(super) fn is_intact(cells: &[String]) -> bool {
    let Some((last, values)) = cells.split_last() else { return false };
    *last == controle(values.iter().map(String::as_str))
}

/// The identifier in a cell: a UUID, as a number.
pub(super) fn identifier(cell: &str) -> Option<u128> {
    is_id(cell).then(|| uuid::Uuid::try_parse(cell).ok().map(|id| id.as_u128()))?
}

/// An identifier as rows write it.
pub(super) fn written(id: u128) -> String {
    uuid::Uuid::from_u128(id).hyphenated().to_string()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn scanned(line: &[u8], delimiter: u8) -> Scan {
        let mut scan = Scan::default();
        scan.read(line, delimiter);
        scan
    }

    proptest! {
        /// The reader and the writer of the csv crate are the oracle.
        #[test]
        fn a_line_is_taken_apart_as_the_csv_crate_does(
            cells in proptest::collection::vec("[a,;\"é 1]{0,4}", 2..6),
            quotes in any::<bool>(),
        ) {
            let style =
                if quotes { csv::QuoteStyle::Always } else { csv::QuoteStyle::Necessary };
            let mut writer = csv::WriterBuilder::new().quote_style(style).from_writer(Vec::new());
            writer.write_record(&cells).expect("to memory");
            let written = writer.into_inner().expect("to memory");
            let line = &written[..written.len() - 1];
            let scan = scanned(line, b',');
            prop_assert_eq!(scan.texts(), cells.clone());
            let plain = super::super::super::append::line(&cells);
            prop_assert_eq!(scan.is_plain(), plain == written);
        }

        #[test]
        fn any_bytes_are_taken_apart_without_a_panic(line in "[a,\"\r]{0,12}") {
            let scan = scanned(line.as_bytes(), b',');
            prop_assert_eq!(scan.cells().count(), scan.len());
            _ = scan.is_intact();
        }
    }

    #[test]
    fn a_check_is_over_the_values_and_not_over_the_quotes() {
        // `binascii.crc32("a\x1fb,c".encode())` in Python.
        assert!(scanned(b"a,\"b,c\",cccd3aa2b", b',').is_intact());
        assert!(scanned(b"\"a\";b,c;\"cccd3aa2b\"", b';').is_intact());
        assert!(!scanned(b"a,b,cccd3aa2b", b',').is_intact());
    }
}
