//! One line of a file of rows taken apart, quickly: where its cells end, what its check says.
//! Never looks at another line: a quotation mark left open spoils its own line alone.

use std::hash::{DefaultHasher, Hasher};
use std::io::Write;

use crate::record::controle;

/// What stands between the values of a row where its check is computed.
const BETWEEN: u8 = 0x1f;

/// The cells of a line. It is used again and again, so that no line costs an allocation.
#[derive(Clone, Debug, Default)]
pub(super) struct Scan {
    /// The values one after the other, with a separator between them.
    joined: Vec<u8>,
    /// Where each of them ends.
    ends: Vec<usize>,
    /// Are its bytes those that the program would write?
    is_plain: bool,
}

impl Scan {
    /// Takes a line apart; its end is not part of it.
    pub fn read(&mut self, line: &[u8], delimiter: u8) {
        self.joined.clear();
        self.ends.clear();
        self.is_plain = true;
        if memchr::memchr2(b'"', b'\r', line).is_some() {
            self.read_quoted(line, delimiter);
            return;
        }
        self.joined.extend_from_slice(line);
        for at in memchr::memchr_iter(delimiter, line) {
            self.joined[at] = BETWEEN;
            self.ends.push(at);
        }
        self.ends.push(line.len());
    }

    fn read_quoted(&mut self, line: &[u8], delimiter: u8) {
        let mut at = 0;
        loop {
            at = if line.get(at) == Some(&b'"') {
                self.quoted_cell(line, at + 1, delimiter)
            } else {
                let end = memchr::memchr(delimiter, &line[at..]).map_or(line.len(), |end| at + end);
                let cell = &line[at..end];
                self.is_plain &= memchr::memchr2(b'"', b'\r', cell).is_none();
                self.joined.extend_from_slice(cell);
                end
            };
            self.ends.push(self.joined.len());
            if at >= line.len() {
                return;
            }
            self.joined.push(BETWEEN);
            at += 1;
        }
    }

    /// Reads a cell from after its first quotation mark; says where it ends.
    fn quoted_cell(&mut self, line: &[u8], mut at: usize, delimiter: u8) -> usize {
        let start = self.joined.len();
        loop {
            let Some(found) = memchr::memchr(b'"', &line[at..]) else {
                // Never closed: the rest of the line is the cell.
                self.joined.extend_from_slice(&line[at..]);
                self.is_plain = false;
                return line.len();
            };
            self.joined.extend_from_slice(&line[at..at + found]);
            at += found + 1;
            if line.get(at) != Some(&b'"') {
                break;
            }
            self.joined.push(b'"');
            at += 1;
        }
        let needed = |byte: &u8| matches!(byte, b',' | b'"' | b'\r' | b'\n');
        self.is_plain &= self.joined[start..].iter().any(needed);
        let end = memchr::memchr(delimiter, &line[at..]).map_or(line.len(), |end| at + end);
        if end > at {
            self.joined.extend_from_slice(&line[at..end]);
            self.is_plain = false;
        }
        end
    }

    /// How many cells there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn cell(&self, index: usize) -> &[u8] {
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before] + 1);
        &self.joined[start..self.ends[index]]
    }

    pub fn cells(&self) -> impl DoubleEndedIterator<Item = &[u8]> {
        (0..self.len()).map(|index| self.cell(index))
    }

    /// A cell as text; `None` where the line is not UTF-8.
    pub fn text(&self, index: usize) -> Option<&str> {
        std::str::from_utf8(self.cell(index)).ok()
    }

    pub fn is_utf8(&self) -> bool {
        std::str::from_utf8(&self.joined).is_ok()
    }

    /// Would the program write the same bytes?
    pub const fn is_plain(&self) -> bool {
        self.is_plain
    }

    /// Do the cells from the second on begin with these, joined?
    pub fn follows(&self, cells: &[u8]) -> bool {
        let rest = self.ends.first().and_then(|end| self.joined.get(end + 1..));
        rest.and_then(|rest| rest.strip_prefix(cells))
            .is_some_and(|rest| rest.first().is_none_or(|byte| *byte == BETWEEN))
    }

    /// Are the cells those that were written?
    pub fn is_intact(&self) -> bool {
        let Some(last) = self.len().checked_sub(2) else { return false };
        let values = &self.joined[..self.ends[last]];
        let mut check = [0; 9];
        let written = write!(&mut check[..], "c{:08x}", crc32fast::hash(values));
        debug_assert!(written.is_ok());
        self.cell(last + 1) == check
    }

    /// A number for the content: the same for the same cells in the same place.
    pub fn content(&self, place: u32) -> u64 {
        let mut hasher = DefaultHasher::new();
        hasher.write_u32(place);
        hasher.write(&self.joined);
        hasher.finish()
    }

    /// The cells as owned texts; what is not UTF-8 is replaced.
    pub fn texts(&self) -> Vec<String> {
        self.cells().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect()
    }
}

/// Are these cells those that were written? Their last is the check on the others.
pub(super) fn is_intact(cells: &[String]) -> bool {
    let Some((last, values)) = cells.split_last() else { return false };
    *last == controle(values.iter().map(String::as_str))
}

/// The identifier in a cell: a UUID, as a number.
pub(super) fn identifier(cell: &[u8]) -> Option<u128> {
    if cell.len() != 36 {
        return None;
    }
    uuid::Uuid::try_parse_ascii(cell).ok().map(|id| id.as_u128())
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
