//! The lines of a file of rows, and the cells of a line, whatever an editor did to them.
//! Never holds more than one line, and of a line no more than the longest that a row can be.

use std::io::{self, BufRead, BufReader, Read, Write as _};

/// What stands between the cells of a line once they are read; the check on a row is over them so.
pub(super) const BETWEEN: u8 = 0x1f;

/// How many bytes of a line are read: far more than the longest row there can be. What is longer is
/// no row, and is passed over without being held.
pub(super) const LONGEST: u64 = 1 << 20;

/// How much of a file is read at once.
const PART: usize = 1 << 16;

/// How a line ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// With a line feed, as we write it.
    Feed,
    /// With a carriage return and a line feed.
    Return,
    /// With the file.
    File,
    /// Nowhere within [`LONGEST`].
    TooFar,
}

/// One line, without what ends it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'b> {
    /// From 1.
    pub number: usize,
    pub bytes: &'b [u8],
    pub end: End,
}

/// The lines of a file, one after the other.
#[derive(Debug)]
pub(super) struct Lines<R> {
    reader: BufReader<R>,
    bytes: Vec<u8>,
    number: usize,
}

impl<R: Read> Lines<R> {
    pub fn new(reader: R) -> Self {
        Self { reader: BufReader::with_capacity(PART, reader), bytes: Vec::new(), number: 0 }
    }

    /// The next line; nothing at the end of the file.
    pub fn next(&mut self) -> io::Result<Option<Line<'_>>> {
        self.bytes.clear();
        let read = (&mut self.reader).take(LONGEST).read_until(b'\n', &mut self.bytes)?;
        if read == 0 {
            return Ok(None);
        }
        self.number += 1;
        let end = match self.bytes[..] {
            [.., b'\r', b'\n'] => End::Return,
            [.., b'\n'] => End::Feed,
            _ if read as u64 == LONGEST => End::TooFar,
            _ => End::File,
        };
        let marks = match end {
            End::Return => 2,
            End::Feed => 1,
            End::File => 0,
            End::TooFar => {
                self.reader.skip_until(b'\n')?;
                0
            }
        };
        Ok(Some(Line { number: self.number, bytes: &self.bytes[..read - marks], end }))
    }
}

/// The cells of one line.
#[derive(Debug, Default)]
pub(super) struct Cells {
    /// Joined by [`BETWEEN`].
    text: String,
    /// Where each ends.
    ends: Vec<usize>,
}

/// What was found while a line was parted into its cells: places are in bytes of the line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Parted {
    /// The first quotation mark that nothing closes.
    pub unclosed: Option<usize>,
    /// The first cell in quotation marks that needs none.
    pub requoted: Option<usize>,
    /// The first byte that is no UTF-8: the line was read as a spreadsheet of Windows writes it.
    pub latin: Option<usize>,
}

impl Cells {
    /// Parts a line into its cells. Quotation marks mean something only where a cell begins.
    pub fn read(&mut self, line: &[u8], separator: u8) -> Parted {
        let mut bytes = std::mem::take(&mut self.text).into_bytes();
        bytes.clear();
        self.ends.clear();
        let mut parted = Parted::default();
        if line.contains(&b'"') {
            self.unquote(line, separator, &mut bytes, &mut parted);
        } else {
            bytes.extend_from_slice(line);
            for (at, byte) in bytes.iter_mut().enumerate() {
                if *byte == separator {
                    *byte = BETWEEN;
                    self.ends.push(at);
                }
            }
            self.ends.push(bytes.len());
        }
        match String::from_utf8(bytes) {
            Ok(text) => self.text = text,
            Err(error) => {
                parted.latin = std::str::from_utf8(line).err().map(|error| error.valid_up_to());
                self.decode(error.as_bytes());
            }
        }
        parted
    }

    fn unquote(&mut self, line: &[u8], separator: u8, into: &mut Vec<u8>, parted: &mut Parted) {
        let mut at = 0;
        loop {
            let cell = at;
            if line.get(at) == Some(&b'"') {
                at += 1;
                let mut is_needed = false;
                loop {
                    match line.get(at) {
                        None => {
                            parted.unclosed = Some(cell);
                            break;
                        }
                        // Twice inside is one sign of the text.
                        Some(b'"') if line.get(at + 1) == Some(&b'"') => {
                            into.push(b'"');
                            is_needed = true;
                            at += 2;
                        }
                        Some(b'"') => {
                            at += 1;
                            break;
                        }
                        Some(byte) => {
                            is_needed |= *byte == separator || b",\r".contains(byte);
                            into.push(*byte);
                            at += 1;
                        }
                    }
                }
                if !is_needed {
                    parted.requoted.get_or_insert(cell);
                }
            }
            let rest = &line[at..];
            let length = rest.iter().position(|byte| *byte == separator).unwrap_or(rest.len());
            into.extend_from_slice(&rest[..length]);
            self.ends.push(into.len());
            at += length + 1;
            if length == rest.len() {
                return;
            }
            into.push(BETWEEN);
        }
    }

    /// Takes bytes that are no UTF-8 as Windows-1252, in which spreadsheets save.
    fn decode(&mut self, bytes: &[u8]) {
        self.text = String::with_capacity(bytes.len() * 2);
        let mut from = 0;
        for end in &mut self.ends {
            self.text.extend(bytes[from..*end].iter().map(|byte| character(*byte)));
            from = *end;
            *end = self.text.len();
        }
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn get(&self, at: usize) -> Option<&str> {
        let end = *self.ends.get(at)?;
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before] + 1);
        Some(&self.text[start..end])
    }

    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).filter_map(|at| self.get(at))
    }

    /// All of them, joined by [`BETWEEN`].
    pub fn joined(&self) -> &str {
        &self.text
    }

    /// All but the last, joined by [`BETWEEN`].
    pub fn but_last(&self) -> &str {
        let end = self.len().checked_sub(2).map_or(0, |at| self.ends[at]);
        &self.text[..end]
    }

    /// Are they those that were written? The last is the check on the others.
    pub fn is_intact(&self) -> bool {
        let mut check = [0; 9];
        let sum = crc32fast::hash(self.but_last().as_bytes());
        let written = write!(&mut check[..], "c{sum:08x}");
        debug_assert!(written.is_ok());
        self.len() > 1 && self.get(self.len() - 1).is_some_and(|last| last.as_bytes() == check)
    }

    /// Is there nothing in any of them? A spreadsheet writes an empty line so.
    pub fn are_blank(&self) -> bool {
        self.text.len() + 1 == self.len()
    }
}

/// Are the names on the first line of a file these, though its bytes may differ? A spreadsheet may have
/// quoted the names, changed the line end or added a byte order mark.
pub(super) fn same_names(file: &[u8], ours: &[u8]) -> bool {
    let names = |text: &[u8]| {
        let line = text.split(|byte| *byte == b'\n').next().unwrap_or_default();
        let line = line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line);
        let mut cells = Cells::default();
        cells.read(line.strip_suffix(b"\r").unwrap_or(line), b',');
        cells
    };
    names(file).joined() == names(ours).joined()
}

/// Where a cell begins in its line, in bytes.
pub(super) fn start_of(line: &[u8], separator: u8, cell: usize) -> usize {
    let (mut at, mut quoted, mut first) = (0, false, true);
    for (place, byte) in line.iter().enumerate() {
        if at == cell {
            return place;
        }
        let mut next_first = false;
        match byte {
            // Twice inside is one sign of the text: closed, and opened again at once.
            b'"' if quoted || first => {
                next_first = quoted;
                quoted = !quoted;
            }
            _ if !quoted && *byte == separator => {
                at += 1;
                next_first = true;
            }
            _ => {}
        }
        first = next_first;
    }
    line.len()
}

/// The column of a place in a line, from 1, in characters.
pub(super) fn column(line: &[u8], place: usize) -> usize {
    let before = &line[..place.min(line.len())];
    // In bytes that are no UTF-8 each is a character.
    std::str::from_utf8(before).map_or(before.len(), |text| text.chars().count()) + 1
}

/// A byte of Windows-1252; where it has no character there, that of ISO 8859-1.
fn character(byte: u8) -> char {
    const UPPER: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž',
        '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}',
        'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => UPPER[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}
