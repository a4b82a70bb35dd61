//! A disk around another one, whose calls are counted: some fail, some do nothing, some lie.
//! Never keeps anything itself: what it lets through, the other disk does.

use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use recueil::store::{About, Disk, How, OpenFile, Turn};

use super::disk::What;

/// Which calls are meant. Of a new name the path is the one that the file is to bear.
pub type Which = fn(What, &Path) -> bool;

/// The disk. Its copies count together.
#[derive(Clone, Debug)]
pub struct Watched {
    disk: Arc<dyn Disk>,
    counted: Which,
    calls: Arc<AtomicUsize>,
    failing: Range<usize>,
    error: ErrorKind,
    skipped: Which,
    lying: Which,
}

impl Watched {
    /// A disk that does what the other one does.
    pub fn around(disk: impl Disk + 'static) -> Self {
        Self {
            disk: Arc::new(disk),
            counted: |_, _| false,
            calls: Arc::default(),
            failing: 0..0,
            error: ErrorKind::Other,
            skipped: |_, _| false,
            lying: |_, _| false,
        }
    }

    /// Counts these calls, and has those of these numbers fail, the first being 0.
    pub fn failing(self, counted: Which, failing: Range<usize>, error: ErrorKind) -> Self {
        Self { counted, failing, error, ..self }
    }

    /// Only says that these syncs are done.
    pub fn skipping(self, skipped: Which) -> Self {
        Self { skipped, ..self }
    }

    /// Files that are opened by these calls read otherwise than they were written.
    pub fn lying(self, lying: Which) -> Self {
        Self { lying, ..self }
    }

    /// How many calls were counted.
    pub fn calls(&self) -> usize {
        self.calls.load(Ordering::SeqCst)
    }

    fn watch(&self, what: What, path: &Path) -> io::Result<()> {
        if (self.counted)(what, path) {
            let call = self.calls.fetch_add(1, Ordering::SeqCst);
            if self.failing.contains(&call) {
                return Err(self.error.into());
            }
        }
        Ok(())
    }
}

impl Disk for Watched {
    fn open(&self, path: &Path, how: How) -> io::Result<Box<dyn OpenFile>> {
        let what = What::Open(how);
        self.watch(what, path)?;
        let file = self.disk.open(path, how)?;
        let lies = (self.lying)(what, path);
        Ok(Box::new(WatchedFile { file, disk: self.clone(), path: path.to_owned(), lies }))
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        self.watch(What::MakeFolder, path)?;
        self.disk.make_folder(path)
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        self.watch(What::SyncFolder, path)?;
        if (self.skipped)(What::SyncFolder, path) { Ok(()) } else { self.disk.sync_folder(path) }
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.watch(What::Rename, to)?;
        self.disk.rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.watch(What::Remove, path)?;
        self.disk.remove(path)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        self.watch(What::Remove, path)?;
        self.disk.remove_folder(path)
    }

    fn entries(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        self.watch(What::Entries, folder)?;
        self.disk.entries(folder)
    }

    fn about(&self, path: &Path) -> io::Result<About> {
        self.watch(What::About, path)?;
        self.disk.about(path)
    }

    fn modified(&self, path: &Path) -> io::Result<Option<Duration>> {
        self.disk.modified(path)
    }
}

#[derive(Debug)]
struct WatchedFile {
    file: Box<dyn OpenFile>,
    disk: Watched,
    path: PathBuf,
    lies: bool,
}

impl WatchedFile {
    fn watch(&self, what: What) -> io::Result<()> {
        self.disk.watch(what, &self.path)
    }
}

impl Read for WatchedFile {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.watch(What::Read)?;
        let size = self.file.read(buffer)?;
        if let Some(first) = buffer[..size].first_mut().filter(|_| self.lies) {
            *first ^= 1;
        }
        Ok(size)
    }
}

impl Write for WatchedFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.watch(What::Write)?;
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Seek for WatchedFile {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.watch(What::Seek)?;
        self.file.seek(to)
    }
}

impl OpenFile for WatchedFile {
    fn length(&self) -> io::Result<u64> {
        self.watch(What::Length)?;
        self.file.length()
    }

    fn set_length(&mut self, length: u64) -> io::Result<()> {
        self.watch(What::SetLength)?;
        self.file.set_length(length)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.watch(What::Sync)?;
        if (self.disk.skipped)(What::Sync, &self.path) { Ok(()) } else { self.file.sync() }
    }

    fn lock(&self, turn: Turn) -> io::Result<bool> {
        self.watch(What::Lock)?;
        self.file.lock(turn)
    }

    fn another(&self) -> io::Result<Box<dyn OpenFile>> {
        let (disk, path) = (self.disk.clone(), self.path.clone());
        Ok(Box::new(Self { file: self.file.another()?, disk, path, lies: self.lies }))
    }

    fn forget(&self) -> io::Result<()> {
        self.file.forget()
    }

    fn forget_time(&mut self) -> io::Result<()> {
        self.file.forget_time()
    }
}
