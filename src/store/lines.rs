//! The lines of a file of rows, and the cells of a line, whatever an editor did to them.
//! Never holds more than one line, and of a line no more than the longest that a row can be.

use std::io::{self, Read};
use std::ops::Range;

/// What stands between the cells of a line once they are read; the check on a row is over them so.
pub(super) const BETWEEN: u8 = 0x1f;

/// How many bytes of a line are read: far more than the longest row there can be. What is longer is
/// no row, and is passed over without being held.
pub(super) const LONGEST: u64 = 1 << 20;

/// How much of a file is read at first.
const LEAST: usize = 1 << 12;

/// How much of a file is read at once where it goes on.
const PART: usize = 1 << 18;

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
    /// From 1, counted from where reading began.
    pub number: usize,
    /// Where it begins, in bytes from where reading began.
    pub at: u64,
    pub bytes: &'b [u8],
    pub end: End,
}

/// The lines of a file, one after the other.
#[derive(Debug)]
pub(super) struct Lines<R> {
    reader: R,
    /// What was read of the file; the lines that are still to come are from `from` to `to`.
    held: Vec<u8>,
    from: usize,
    to: usize,
    is_at_end: bool,
    /// Where `from` is, in bytes from where reading began.
    at: u64,
    number: usize,
}

impl<R: Read> Lines<R> {
    pub fn new(reader: R) -> Self {
        let (held, is_at_end) = (Vec::new(), false);
        Self { reader, held, from: 0, to: 0, is_at_end, at: 0, number: 0 }
    }

    /// How many lines were given, and where the next one begins.
    pub fn passed(&self) -> (usize, u64) {
        (self.number, self.at)
    }

    /// The next line; nothing at the end of the file.
    pub fn next(&mut self) -> io::Result<Option<Line<'_>>> {
        let (length, end) = match self.find()? {
            Some(length) if length as u64 <= LONGEST => {
                let is_return = length > 1 && self.held[self.from + length - 2] == b'\r';
                (length, if is_return { End::Return } else { End::Feed })
            }
            None if self.from == self.to => return Ok(None),
            None if self.is_at_end && (self.to - self.from) as u64 <= LONGEST => {
                (self.to - self.from, End::File)
            }
            _ => (0, End::TooFar),
        };
        let (start, at) = (self.from, self.at);
        if end == End::TooFar {
            self.skip()?;
        } else {
            self.from += length;
            self.at += length as u64;
        }
        self.number += 1;
        let marks = match end {
            End::Return => 2,
            End::Feed => 1,
            End::File | End::TooFar => 0,
        };
        // What was passed over is not held any more.
        let bytes =
            if end == End::TooFar { &[] } else { &self.held[start..start + length - marks] };
        Ok(Some(Line { number: self.number, at, bytes, end }))
    }

    /// Passes over what is left of a line.
    pub fn skip(&mut self) -> io::Result<()> {
        loop {
            let part = &self.held[self.from..self.to];
            let feed = memchr::memchr(b'\n', part);
            let passed = feed.map_or(part.len(), |feed| feed + 1);
            self.from += passed;
            self.at += passed as u64;
            if feed.is_some() || self.is_at_end {
                return Ok(());
            }
            self.fill()?;
        }
    }

    /// How long the next line is with its line feed; nothing where none is held, though as much is
    /// held as can be.
    fn find(&mut self) -> io::Result<Option<usize>> {
        let mut searched = 0;
        loop {
            let part = &self.held[self.from + searched..self.to];
            if let Some(feed) = memchr::memchr(b'\n', part) {
                return Ok(Some(searched + feed + 1));
            }
            searched += part.len();
            if self.is_at_end || searched as u64 >= LONGEST {
                return Ok(None);
            }
            self.fill()?;
        }
    }

    /// Reads more behind what is held.
    fn fill(&mut self) -> io::Result<()> {
        if self.from > 0 {
            self.held.copy_within(self.from..self.to, 0);
            self.to -= self.from;
            self.from = 0;
        }
        // A small file, or a small piece of one, needs no more than this.
        let more = self.held.len().clamp(LEAST, PART);
        if self.held.len() < self.to + more {
            self.held.resize(self.to + more, 0);
        }
        let read = loop {
            match self.reader.read(&mut self.held[self.to..]) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                read => break read?,
            }
        };
        self.to += read;
        self.is_at_end = read == 0;
        Ok(())
    }
}

/// The cells of one line.
#[derive(Debug, Default)]
pub(super) struct Cells {
    /// Joined by [`BETWEEN`].
    text: String,
    /// Where each ends; what comes after so many means nothing.
    ends: Vec<u32>,
    many: usize,
}

/// How many bytes are looked at together, and how many places are noted together.
const BLOCK: usize = 64;
const AT_ONCE: usize = 8;

/// What was found while a line was parted into its cells: places are in bytes of the line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Parted {
    /// Is there neither a quotation mark nor a carriage return in it?
    pub is_simple: bool,
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
        let is_simple = memchr::memchr2(b'"', b'\r', line).is_none();
        let mut parted = Parted { is_simple, ..Parted::default() };
        if is_simple {
            self.divide(line, separator, &mut bytes);
        } else {
            self.ends.clear();
            self.unquote(line, separator, &mut bytes, &mut parted);
            self.many = self.ends.len();
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

    /// Parts a line without quotation marks, 64 bytes at a time. Of those that are the separator eight
    /// places are noted at once, however many there are: a loop that ends now after one and now after
    /// three is what a processor guesses worst (Langdale and Lemire 2019).
    fn divide(&mut self, line: &[u8], separator: u8, into: &mut Vec<u8>) {
        into.extend(line.iter().map(|byte| if *byte == separator { BETWEEN } else { *byte }));
        let (blocks, rest) = line.as_chunks::<BLOCK>();
        // Beyond the end of the line nothing is a separator.
        let mut last = [!separator; BLOCK];
        last[..rest.len()].copy_from_slice(rest);
        let room = line.len() + 2 * AT_ONCE;
        if self.ends.len() < room {
            self.ends.resize(room, 0);
        }
        let (mut many, mut start) = (0, 0);
        for block in blocks.iter().chain([&last]) {
            let mut found = places(block, separator);
            let after = many + found.count_ones() as usize;
            while found != 0
                && let Some(ends) = self.ends[many..].first_chunk_mut::<AT_ONCE>()
            {
                for end in ends {
                    *end = start + found.trailing_zeros();
                    found &= found.wrapping_sub(1);
                }
                many += AT_ONCE;
            }
            many = after;
            start += 64;
        }
        self.ends[many] = place(line.len());
        self.many = many + 1;
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
            self.ends.push(place(into.len()));
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
        for end in &mut self.ends[..self.many] {
            let to = *end as usize;
            self.text.extend(bytes[from..to].iter().map(|byte| character(*byte)));
            from = to;
            *end = place(self.text.len());
        }
    }

    pub fn len(&self) -> usize {
        self.many
    }

    pub fn get(&self, at: usize) -> Option<&str> {
        self.text.get(self.range(at)?)
    }

    /// The bytes of a cell; none where there is no such cell.
    #[inline]
    pub fn bytes(&self, at: usize) -> &[u8] {
        self.range(at).and_then(|range| self.text.as_bytes().get(range)).unwrap_or_default()
    }

    /// The first eight bytes of a cell as a number, and how long it is.
    #[inline]
    pub fn headed(&self, at: usize) -> (u64, usize) {
        let Some(Range { start, end }) = self.range(at) else { return (0, 0) };
        // What follows the cell is read with it, which is faster than to read as much as it has.
        let rest = self.text.as_bytes().get(start..);
        let length = end - start;
        let head = match rest.and_then(|rest| rest.first_chunk::<8>()) {
            Some(eight) => u64::from_le_bytes(*eight) & OF_LENGTH[length.min(8)],
            None => head(self.bytes(at)),
        };
        (head, length)
    }

    /// The cells from one to another, joined by [`BETWEEN`].
    pub fn between(&self, first: usize, last: usize) -> &[u8] {
        let ends = self.range(first).zip(self.range(last));
        let joined = ends.and_then(|(first, last)| self.text.as_bytes().get(first.start..last.end));
        joined.unwrap_or_default()
    }

    #[inline]
    fn range(&self, at: usize) -> Option<Range<usize>> {
        if at >= self.many {
            return None;
        }
        let end = *self.ends.get(at)? as usize;
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before] as usize + 1);
        Some(start..end)
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
        &self.text[..end as usize]
    }

    /// Are they those that were written? The last is the check on the others.
    pub fn is_intact(&self) -> bool {
        let sum = crc32fast::hash(self.but_last().as_bytes());
        let [b'c', digits @ ..] = self.bytes(self.len().wrapping_sub(1)) else { return false };
        let digit = |place: u32| b"0123456789abcdef"[(sum >> (28 - 4 * place) & 15) as usize];
        self.len() > 1
            && digits.len() == 8
            && digits.iter().zip(0..).all(|(it, at)| *it == digit(at))
    }

    /// Is there nothing in any of them? A spreadsheet writes an empty line so.
    pub fn are_blank(&self) -> bool {
        self.text.len() + 1 == self.len()
    }
}

/// The bits of a number that so many bytes of it have.
const OF_LENGTH: [u64; 9] = [
    0,
    0xff,
    0xffff,
    0x00ff_ffff,
    0xffff_ffff,
    0x00ff_ffff_ffff,
    0xffff_ffff_ffff,
    0x00ff_ffff_ffff_ffff,
    u64::MAX,
];

/// The first eight bytes of a text as a number, or all of a shorter one.
pub(crate) fn head(text: &[u8]) -> u64 {
    let mut head = [0; 8];
    let length = text.len().min(8);
    head[..length].copy_from_slice(&text[..length]);
    u64::from_le_bytes(head)
}

/// A bit for each byte that is the wanted one. Of eight at once the highest bit of each such byte is
/// set (Warren, «Hacker's Delight», 6-1), and one product brings the eight bits together.
#[inline]
fn places(block: &[u8; BLOCK], wanted: u8) -> u64 {
    const EACH: u64 = 0x0101_0101_0101_0101;
    const LOW: u64 = EACH * 0x7f;
    const TOGETHER: u64 = 0x0102_0408_1020_4080;
    let wanted = EACH * u64::from(wanted);
    let words = block.as_chunks::<8>().0.iter().enumerate();
    words.fold(0, |all, (place, word)| {
        let other = u64::from_le_bytes(*word) ^ wanted;
        let found = !(((other & LOW) + LOW) | other | LOW);
        all | ((found >> 7).wrapping_mul(TOGETHER) >> 56) << (8 * place)
    })
}

/// A place in a line: none is longer than [`LONGEST`], or thrice that where its letters were decoded.
fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_line_of_any_length_is_parted_where_its_separators_are(
            lines in proptest::collection::vec("[a,;é1]{0,200}|[a1,]{120,136}|,{60,70}", 1..4),
        ) {
            let mut cells = Cells::default();
            for line in &lines {
                cells.read(line.as_bytes(), b',');
                let expected: Vec<&str> = line.split(',').collect();
                prop_assert_eq!(cells.iter().collect::<Vec<_>>(), expected.clone());
                prop_assert_eq!(cells.get(expected.len()), None);
                for (at, cell) in expected.iter().enumerate() {
                    prop_assert_eq!(cells.headed(at), (head(cell.as_bytes()), cell.len()));
                    let joined = expected[at..].join("\u{1f}");
                    prop_assert_eq!(cells.between(at, expected.len() - 1), joined.as_bytes());
                }
            }
        }
    }
}
