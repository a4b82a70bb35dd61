//! Files of rows cut into pieces, which several threads read: a row is one line, so that a file can be
//! cut anywhere, and a piece begins with the first line that begins in it.
//! Never knows what a row is.

use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{available_parallelism, scope};

use super::super::disk::{How, OpenFile};
use super::super::fault::{Action, At, Fault};
use super::super::lines::Lines;
use super::super::rows::{Header, Reading};
use super::super::{Met, Store};
use super::{Flaws, RowFile};

/// How long a piece is, in bytes.
const PIECE: u64 = 1 << 22;

/// A file of which the first line was read.
#[derive(Debug)]
pub(super) struct Opened {
    /// Nothing where it has none that is ours.
    pub header: Option<Header>,
    /// What was met up to there.
    pub flaws: Flaws,
    /// How many lines there are up to there.
    pub lines: usize,
    /// Where the rows begin, and how long the file is.
    rows: u64,
    pub length: u64,
}

/// Reads the first line of a file.
pub(super) fn open(file: &RowFile<'_>, faults: &mut Vec<Fault>) -> Opened {
    let mut flaws = Flaws::default();
    let mut read = || {
        let disk = file.store.disk().open(&file.path, How::Read).at(Action::Open, &file.path)?;
        let length = disk.length().at(Action::Read, &file.path)?;
        let visit = |met: Met<'_>| {
            if let Met::Oddity(oddity) = met {
                flaws.odd(oddity.kind, oddity.line, oddity.column);
            }
        };
        let mut reading = Reading::new(disk, visit);
        let header = reading.header().at(Action::Read, &file.path)?;
        Ok((header, reading.lines.passed(), length))
    };
    let (header, (lines, rows), length) = read().unwrap_or_else(|fault| {
        faults.push(fault);
        (None, (0, 0), 0)
    });
    Opened { header, flaws, lines, rows, length }
}

/// A piece of a file: the lines that begin in it.
#[derive(Debug)]
pub(super) struct Piece {
    /// The place of the file among all.
    pub file: usize,
    /// Where it begins.
    start: u64,
    /// Where the next begins; nothing after the last.
    end: Option<u64>,
    /// Does another come before it, whose last line may end here?
    is_cut: bool,
}

/// The pieces of files, in order.
pub(super) fn pieces(opened: &[Opened]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (file, of) in opened.iter().enumerate().filter(|(_, of)| of.header.is_some()) {
        let mut start = of.rows;
        let mut is_cut = false;
        loop {
            let end = Some(start + PIECE).filter(|end| *end < of.length);
            pieces.push(Piece { file, start, end, is_cut });
            let Some(next) = end else { break };
            (start, is_cut) = (next, true);
        }
    }
    pieces
}

impl Piece {
    /// Where reading begins: with the byte before, which says whether a line begins at the first.
    fn from(&self) -> u64 {
        self.start - u64::from(self.is_cut)
    }

    /// The file, there.
    pub fn open(&self, store: &Store, path: &Path) -> Result<Box<dyn OpenFile>, Fault> {
        let mut file = store.disk().open(path, How::Read).at(Action::Open, path)?;
        file.seek(SeekFrom::Start(self.from())).at(Action::Read, path)?;
        Ok(file)
    }

    /// Passes over the end of the last line of the piece before.
    pub fn begin<R: Read>(&self, lines: &mut Lines<R>) -> io::Result<()> {
        if self.is_cut { lines.skip() } else { Ok(()) }
    }

    /// How long it is from where reading begins.
    pub fn length(&self) -> u64 {
        self.end.map_or(u64::MAX, |end| end - self.from())
    }

    /// The place of a row of it among all rows of all files: no other row has the same, and of two
    /// rows that which is read first has the lower one.
    pub fn place(&self, at: u64) -> (usize, u64) {
        (self.file, self.from() + at)
    }
}

/// Does something with each piece, on as many threads as the machine has: what each thread has made,
/// and what came of each piece, in their order.
pub(super) fn each<T: Send, R: Send>(
    pieces: &[Piece],
    make: &(dyn Fn() -> T + Sync),
    work: &(dyn Fn(&mut T, &Piece) -> R + Sync),
) -> (Vec<T>, Vec<R>) {
    let next = AtomicUsize::new(0);
    let came: Mutex<(Vec<T>, Vec<(usize, R)>)> = Mutex::default();
    let worker = || {
        let (mut own, mut done) = (make(), Vec::new());
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(piece) = pieces.get(at) else { break };
            done.push((at, work(&mut own, piece)));
        }
        let mut came = came.lock().unwrap_or_else(PoisonError::into_inner);
        came.0.push(own);
        came.1.append(&mut done);
    };
    let threads = available_parallelism().map_or(1, usize::from).min(pieces.len());
    // Most dossiers are one piece, for which no thread is worth its making.
    if threads > 1 {
        scope(|scope| (0..threads).for_each(|_| drop(scope.spawn(worker))));
    } else {
        worker();
    }
    let (made, mut done) = came.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_by_key(|(at, _)| *at);
    (made, done.into_iter().map(|(_, done)| done).collect())
}
