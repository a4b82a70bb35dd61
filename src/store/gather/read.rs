//! Reading files of rows: of each row only where it is, and a number that stands for its content.
//! Never holds a row itself, and never stops at one that is damaged.

use std::collections::BTreeMap;
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use sha2::{Digest, Sha256};

use super::super::digest::hex;
use super::super::disk::{Disk, How, OpenFile};
use super::super::lines::{End, Line, Lines};
use super::find::Part;
use super::place::{Home, Place, Tree, is_header};
use super::scan::{Scan, identifier};
use super::{Damage, Edit, Remark};
use crate::store::append::line;
use crate::value::Meta;

/// A row that was read: 40 bytes, however long it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    id: [u64; 2],
    /// Stands for its place and its cells.
    pub content: u64,
    /// Where it begins in its file, in bytes.
    pub at: u64,
    /// How long it is, without its end.
    pub length: u32,
    /// Which of the sources it is in.
    pub source: u32,
}

impl Seen {
    pub const fn new(id: u128, content: u64, at: u64, length: u32, source: u32) -> Self {
        Self { id: halves(id), content, at, length, source }
    }

    pub const fn id(&self) -> u128 {
        ((self.id[0] as u128) << 64) | self.id[1] as u128
    }
}

/// Two halves take the room of one number, but no more between other things.
const fn halves(id: u128) -> [u64; 2] {
    #[expect(clippy::cast_possible_truncation, reason = "half of it at a time")]
    [(id >> 64) as u64, id as u64]
}

/// The rows of one place in one file.
#[derive(Clone, Debug)]
pub(super) struct Source {
    pub path: PathBuf,
    /// The file itself, where it is not on the disk by itself: versions in conflict.
    pub memory: Option<Vec<u8>>,
    pub place: u32,
    pub part: Part,
    pub delimiter: u8,
    /// Are its rows as the program writes them, so that they can be copied byte for byte?
    pub is_plain: bool,
    /// Is all of the file as the program writes it?
    pub is_clean: bool,
    /// Is it of the gathered set itself?
    pub is_ours: bool,
    pub rows: usize,
}

/// All that was read.
#[derive(Debug, Default)]
pub(super) struct Pool {
    pub rows: Vec<Seen>,
    pub sources: Vec<Source>,
    pub places: Vec<Place>,
    known: BTreeMap<Place, u32>,
    /// Each row that is a correction, and the row that it replaces.
    pub links: Vec<(u128, u128)>,
}

impl Pool {
    /// The number of a place.
    pub fn place(&mut self, place: Place) -> u32 {
        let next = u32::try_from(self.places.len()).unwrap_or(u32::MAX);
        *self.known.entry(place).or_insert_with_key(|place| {
            self.places.push(place.clone());
            next
        })
    }

    pub fn source(&mut self, source: Source) -> u32 {
        self.sources.push(source);
        u32::try_from(self.sources.len() - 1).unwrap_or(u32::MAX)
    }
}

/// A file of rows to be read.
#[derive(Debug)]
pub(super) struct Rows<'a> {
    pub path: &'a Path,
    pub tree: Tree,
    pub home: Option<&'a Home>,
    pub part: Part,
    pub is_ours: bool,
}

/// What was read of a file.
#[derive(Debug, Default)]
pub(super) struct Told {
    pub hash: String,
    pub rows: u64,
    pub remarks: Vec<Remark>,
    /// Lines of a gathered file that could not be read: they are kept aside when it is written again.
    pub damaged: Vec<Vec<u8>>,
}

/// Reads a file of rows into the pool.
pub(super) fn rows(
    disk: &dyn Disk,
    file: &Rows<'_>,
    pool: &Mutex<Pool>,
    progress: &(dyn Fn(u64) + Sync),
) -> std::io::Result<Told> {
    let bytes = disk.open(file.path, How::Read)?;
    let mut hashed = Hashed { file: bytes, hash: Sha256::new(), progress };
    let mut reader = Reader::new(file, pool);
    let mut lines = Lines::new(&mut hashed);
    while !reader.is_foreign
        && let Some(line) = lines.next()?
    {
        let (at, end) = (line.at, line.end);
        reader.line(line);
        if end == End::TooFar && file.is_ours && reader.header.is_some() {
            reader.told.damaged.push(again(disk, file.path, at, lines.passed().1)?);
        }
    }
    // What comes after a header that is not ours is read for its hash alone.
    std::io::copy(&mut hashed, &mut std::io::sink())?;
    Ok(reader.finish(hex(&hashed.hash.finalize())))
}

/// A file of which everything that is read goes into a hash.
struct Hashed<'a> {
    file: Box<dyn OpenFile>,
    hash: Sha256,
    progress: &'a (dyn Fn(u64) + Sync),
}

impl Read for Hashed<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let size = self.file.read(buffer)?;
        self.hash.update(&buffer[..size]);
        (self.progress)(size as u64);
        Ok(size)
    }
}

/// A line that is too long to be held while rows are read: what is kept aside is kept whole.
fn again(disk: &dyn Disk, path: &Path, at: u64, next: u64) -> std::io::Result<Vec<u8>> {
    let mut file = disk.open(path, How::Read)?;
    file.seek(SeekFrom::Start(at))?;
    let mut line = Vec::new();
    file.take(next - at).read_to_end(&mut line)?;
    line.pop_if(|last| *last == b'\n');
    line.pop_if(|last| *last == b'\r');
    Ok(line)
}

/// The state of reading a file.
struct Reader<'a> {
    file: &'a Rows<'a>,
    pool: &'a Mutex<Pool>,
    scan: Scan,
    line: usize,
    /// Does nothing end the line?
    is_unended: bool,
    /// The header as the program writes it, and how many columns it has; none before it was read.
    header: Option<(Vec<u8>, usize)>,
    delimiter: u8,
    is_foreign: bool,
    edits: Vec<Edit>,
    /// The sources of this file, by where their rows belong.
    sources: BTreeMap<Home, u32>,
    /// That of the rows read last, and the cells that they all have.
    current: Option<Current>,
    rows: Vec<Seen>,
    links: Vec<(u128, u128)>,
    told: Told,
}

struct Current {
    home: Home,
    cells: Vec<u8>,
    source: u32,
    place: u32,
}

impl<'a> Reader<'a> {
    fn new(file: &'a Rows<'a>, pool: &'a Mutex<Pool>) -> Self {
        Self {
            file,
            pool,
            scan: Scan::default(),
            line: 0,
            is_unended: false,
            header: None,
            delimiter: b',',
            is_foreign: false,
            edits: Vec::new(),
            sources: BTreeMap::new(),
            current: None,
            rows: Vec::new(),
            links: Vec::new(),
            told: Told::default(),
        }
    }

    fn line(&mut self, line: Line<'_>) {
        let mut bytes = line.bytes;
        // A file may stop between the two signs that end a line.
        let is_cut = line.end == End::File && bytes.last() == Some(&b'\r');
        if is_cut {
            bytes = &bytes[..bytes.len() - 1];
        }
        if is_cut || line.end == End::Return {
            self.edited(Edit::LineEnds);
        }
        self.line = line.number;
        if line.end == End::TooFar && self.header.is_some() {
            self.damaged(Damage::Torn);
        } else if self.header.is_none() {
            self.header(bytes);
        } else if !bytes.is_empty() {
            self.is_unended = line.end == End::File;
            self.row(bytes, line.at);
        }
    }

    fn damaged(&mut self, damage: Damage) {
        let file = self.file.path.to_owned();
        self.told.remarks.push(Remark::Damaged { file, line: self.line, damage });
    }

    fn edited(&mut self, edit: Edit) {
        if !self.edits.contains(&edit) {
            self.edits.push(edit);
        }
    }

    fn header(&mut self, mut line: &[u8]) {
        if let Some(after) = line.strip_prefix(b"\xef\xbb\xbf") {
            line = after;
            self.edited(Edit::Mark);
        }
        for delimiter in *b",;\t" {
            self.scan.read(line, delimiter);
            if is_header(self.scan.cells()) {
                self.delimiter = delimiter;
                if delimiter != b',' {
                    self.edited(Edit::Separator);
                } else if !self.scan.is_plain() {
                    self.edited(Edit::Quotes);
                }
                self.header = Some((self::line(self.scan.cells()), self.scan.len()));
                if let Some(home) = self.file.home.cloned() {
                    self.turn_to(home);
                }
                return;
            }
        }
        self.is_foreign = true;
        self.told.remarks.push(Remark::Foreign(self.file.path.to_owned()));
    }

    /// Makes this home the one of the rows that follow.
    fn turn_to(&mut self, home: Home) {
        let Some((header, _)) = &self.header else { return };
        let mut pool = self.pool.lock().unwrap_or_else(PoisonError::into_inner);
        let place = pool.place(Place { home: home.clone(), header: header.clone() });
        let source = *self.sources.entry(home.clone()).or_insert_with(|| {
            pool.source(Source {
                path: self.file.path.to_owned(),
                memory: None,
                place,
                part: self.file.part,
                delimiter: self.delimiter,
                is_plain: true,
                is_clean: true,
                is_ours: self.file.is_ours,
                rows: 0,
            })
        });
        self.current = Some(Current { cells: home.cells(), home, source, place });
    }

    fn row(&mut self, line: &[u8], at: u64) {
        self.scan.read(line, self.delimiter);
        if self.scan.is_blank() {
            // A spreadsheet writes an empty line as so many commas.
            return;
        }
        let expected = self.header.as_ref().map_or(0, |(_, columns)| *columns);
        let intact = self.scan.is_intact();
        let id = match self.id(expected, intact) {
            Ok(id) => id,
            Err(damage) => {
                self.damaged(damage);
                if self.file.is_ours {
                    self.told.damaged.push(line.to_owned());
                }
                return;
            }
        };
        if !intact {
            let file = self.file.path.to_owned();
            self.told.remarks.push(Remark::Modified { file, line: self.line });
        }
        let tree = self.tree();
        let is_at_home = self
            .current
            .as_ref()
            .is_some_and(|current| current.home.tree == tree && self.scan.follows(&current.cells));
        if !is_at_home && !self.find_home(tree, intact) {
            return self.damaged(Damage::Home);
        }
        if self.scan.is_latin() {
            self.edited(Edit::Letters);
        } else if !self.scan.is_plain() && self.delimiter == b',' {
            self.edited(Edit::Quotes);
        }
        let Some(current) = &self.current else { return };
        if let Some(replaced) = identifier(self.scan.cell(Meta::Remplace as usize)) {
            self.links.push((id, replaced));
        }
        let content = self.scan.content(current.place);
        let length = u32::try_from(line.len()).unwrap_or(u32::MAX);
        self.rows.push(Seen::new(id, content, at, length, current.source));
    }

    /// The identifier of the row just taken apart, if it is one.
    fn id(&self, expected: usize, intact: bool) -> Result<u128, Damage> {
        if self.is_unended && !intact {
            return Err(Damage::Torn);
        }
        if self.scan.len() != expected {
            return Err(Damage::Cells { found: self.scan.len(), expected });
        }
        identifier(self.scan.cell(0)).ok_or(Damage::Identifier)
    }

    /// A row found among the trials is one, whatever it says: only then does nothing that was tried
    /// come to count.
    fn tree(&self) -> Tree {
        let says_trial = self.scan.cell(Meta::Essai as usize) == "1";
        Tree::of(self.file.tree == Tree::Trials || says_trial)
    }

    /// Finds where a row belongs that is not of the same home as the one before: its cells say so,
    /// the name of the file where they were changed.
    fn find_home(&mut self, tree: Tree, intact: bool) -> bool {
        let text = |meta: Meta| self.scan.cell(meta as usize).to_owned();
        let said = Home::of_cells(tree, text);
        let by_name = self.file.home.map(|home| Home { tree, ..home.clone() });
        let home = if intact { said.or(by_name) } else { by_name.or(said) };
        let Some(home) = home else { return false };
        self.turn_to(home);
        true
    }

    fn finish(mut self, hash: String) -> Told {
        if self.header.is_none() && !self.is_foreign {
            // Not a line, not even of names.
            self.told.remarks.push(Remark::Foreign(self.file.path.to_owned()));
        }
        let rewrites = [Edit::Quotes, Edit::Letters, Edit::Separator];
        let is_plain = !self.edits.iter().any(|edit| rewrites.contains(edit));
        let is_clean = self.edits.is_empty() && self.told.damaged.is_empty() && !self.is_unended;
        if !self.edits.is_empty() {
            self.edits.sort();
            let file = self.file.path.to_owned();
            self.told.remarks.insert(0, Remark::Edited { file, edits: self.edits });
        }
        let mut pool = self.pool.lock().unwrap_or_else(PoisonError::into_inner);
        for source in self.sources.values() {
            let rows = self.rows.iter().filter(|row| row.source == *source).count();
            self.told.rows += rows as u64;
            let source = &mut pool.sources[*source as usize];
            (source.is_plain, source.is_clean, source.rows) = (is_plain, is_clean, rows);
        }
        pool.rows.append(&mut self.rows);
        pool.links.append(&mut self.links);
        self.told.hash = hash;
        self.told
    }
}

/// Gives rows back, from the files that they are in.
pub(super) struct Texts<'a> {
    disk: &'a dyn Disk,
    sources: &'a [Source],
    open: BTreeMap<u32, Box<dyn OpenFile>>,
    raw: Vec<u8>,
    scan: Scan,
}

/// How many files are held open at once, by a thread.
const OPEN: usize = 240;

impl<'a> Texts<'a> {
    pub fn new(disk: &'a dyn Disk, sources: &'a [Source]) -> Self {
        Self { disk, sources, open: BTreeMap::new(), raw: Vec::new(), scan: Scan::default() }
    }

    /// Adds a row to a text, as the program writes it, with its end.
    pub fn add(&mut self, row: &Seen, text: &mut Vec<u8>) -> Result<(), (PathBuf, std::io::Error)> {
        let source = &self.sources[row.source as usize];
        let length = row.length as usize;
        if let Some(memory) = &source.memory {
            let at = usize::try_from(row.at).unwrap_or(usize::MAX);
            text.extend_from_slice(&memory[at..at + length]);
            text.push(b'\n');
            return Ok(());
        }
        let start = text.len();
        let mut read = || {
            if !self.open.contains_key(&row.source) {
                if self.open.len() >= OPEN {
                    self.open.clear();
                }
                self.open.insert(row.source, self.disk.open(&source.path, How::Read)?);
            }
            let Some(file) = self.open.get_mut(&row.source) else { return Ok(()) };
            file.seek(SeekFrom::Start(row.at))?;
            if source.is_plain {
                text.resize(start + length, 0);
                file.read_exact(&mut text[start..])
            } else {
                self.raw.resize(length, 0);
                file.read_exact(&mut self.raw)
            }
        };
        read().map_err(|error| (source.path.clone(), error))?;
        if source.is_plain {
            text.push(b'\n');
        } else {
            self.scan.read(&self.raw, source.delimiter);
            text.extend(line(self.scan.cells()));
        }
        Ok(())
    }

    /// The cells of a row.
    pub fn cells(&mut self, row: &Seen) -> Result<Vec<String>, (PathBuf, std::io::Error)> {
        let mut text = Vec::new();
        self.add(row, &mut text)?;
        self.scan.read(text.trim_ascii_end(), b',');
        Ok(self.scan.texts())
    }
}
