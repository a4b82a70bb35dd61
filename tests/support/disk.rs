//! A disk in memory, as hostile as real ones: what a process sees and what a power cut leaves are two
//! things, each call can fail, a sync that failed forgets what it was to keep.
//! Never kinder than POSIX promises: bytes are sure once their file is synced, names once their
//! folder is.

use std::collections::BTreeMap;
use std::fmt;
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use recueil::store::{About, Disk, How, OpenFile, Turn};

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Entry {
    Folder,
    File(u64),
}

type Names = BTreeMap<PathBuf, Entry>;

/// A change of the names of a folder, which the disk may not have yet.
#[derive(Clone, Debug)]
enum Change {
    Made(PathBuf, Entry),
    Renamed(PathBuf, PathBuf, Entry),
    Removed(PathBuf),
}

impl Change {
    fn folder(&self) -> &Path {
        let (Self::Made(path, _) | Self::Renamed(_, path, _) | Self::Removed(path)) = self;
        path.parent().unwrap_or(Path::new("/"))
    }

    fn make(&self, names: &mut Names) {
        match self {
            Self::Made(path, entry) => {
                names.insert(path.clone(), *entry);
            }
            Self::Renamed(from, to, entry) => {
                if names.get(from) == Some(entry) {
                    names.remove(from);
                }
                names.insert(to.clone(), *entry);
            }
            Self::Removed(path) => {
                names.remove(path);
            }
        }
    }
}

/// A change of the bytes of a file, which the disk may not have yet.
#[derive(Clone, Debug)]
enum Data {
    Written(usize, Arc<[u8]>),
    Length(usize),
}

impl Data {
    fn make(&self, bytes: &mut Vec<u8>) {
        match self {
            Self::Written(at, new) => put(bytes, *at, new),
            Self::Length(length) => bytes.resize(*length, 0),
        }
    }
}

fn put(bytes: &mut Vec<u8>, at: usize, new: &[u8]) {
    if bytes.len() < at + new.len() {
        bytes.resize(at + new.len(), 0);
    }
    bytes[at..at + new.len()].copy_from_slice(new);
}

#[derive(Clone, Debug, Default)]
struct Node {
    /// What processes read.
    seen: Arc<Vec<u8>>,
    /// What the disk has.
    sure: Arc<Vec<u8>>,
    /// What it does not have yet, in order.
    pending: Vec<Data>,
    /// Did a sync fail, so that `seen` is more than `sure` and `pending`?
    is_lossy: bool,
}

impl Node {
    fn change(&mut self, data: Data) {
        data.make(Arc::make_mut(&mut self.seen));
        self.pending.push(data);
    }

    fn sync(&mut self) {
        if self.is_lossy {
            let sure = Arc::make_mut(&mut self.sure);
            self.pending.iter().for_each(|data| data.make(sure));
        } else {
            self.sure = Arc::clone(&self.seen);
        }
        self.pending.clear();
    }
}

/// Everything on a disk at one moment.
#[derive(Clone)]
pub struct State {
    nodes: Arc<BTreeMap<u64, Node>>,
    names: Arc<Names>,
    sure: Arc<Names>,
    pending: Vec<Change>,
    next: u64,
    /// The file that the last call wrote to.
    wrote: Option<u64>,
}

/// How much of what the disk does not have yet a crash leaves of the bytes of files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bytes {
    Kept,
    Lost,
    /// The files have their lengths, and zeros where bytes were to be written.
    Zeros,
    /// Only the last change of each file is there: an earlier one, as a cut, is not.
    Last,
    /// Of the last write only so many bytes are there.
    Torn(usize),
}

/// How a machine stopped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Crash {
    /// The process is gone, all that it did is seen by the next one; or of its last write so much.
    Killed(Option<usize>),
    /// The power is gone: of the changes of names these are on the disk, and so much of the bytes.
    Power(Vec<bool>, Bytes),
}

impl fmt::Debug for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (path, entry) in &*self.names {
            let sure = if self.sure.contains_key(path) { "" } else { " (name not sure)" };
            write!(f, "{}{sure}", path.display())?;
            if let Entry::File(node) = entry {
                let node = &self.nodes[node];
                write!(f, " {} bytes, {} sure", node.seen.len(), node.sure.len())?;
            }
            writeln!(f)?;
        }
        Ok(())
    }
}

impl State {
    fn empty() -> Self {
        // The root, and the folder where the process is.
        let folders = ["/", ""].map(|folder| (PathBuf::from(folder), Entry::Folder));
        let names = Arc::new(Names::from(folders));
        let nodes = Arc::default();
        Self {
            nodes,
            names: Arc::clone(&names),
            sure: names,
            pending: Vec::new(),
            next: 1,
            wrote: None,
        }
    }

    fn node(&mut self, node: u64) -> &mut Node {
        Arc::make_mut(&mut self.nodes).get_mut(&node).expect("a file that is open")
    }

    fn change(&mut self, change: Change) {
        change.make(Arc::make_mut(&mut self.names));
        self.pending.push(change);
    }

    /// How many bytes the last call wrote; nothing where it did something else.
    pub fn last_write(&self) -> Option<usize> {
        match self.nodes.get(&self.wrote?)?.pending.last()? {
            Data::Written(_, bytes) => Some(bytes.len()),
            Data::Length(_) => None,
        }
    }

    /// Each choice of the pending changes of names: all subsets where they are few, else all, none,
    /// the first so many, and all but one.
    pub fn names(&self) -> Vec<Vec<bool>> {
        let count = self.pending.len();
        if count <= 5 {
            return (0..1_u32 << count)
                .map(|bits| (0..count).map(|at| bits >> at & 1 == 1).collect())
                .collect();
        }
        let first = (0..=count).map(|kept| (0..count).map(|at| at < kept).collect());
        let but_one = (0..count).map(|lost| (0..count).map(|at| at != lost).collect());
        first.chain(but_one).collect()
    }

    /// Does the disk lack bytes of any file?
    pub fn is_dirty(&self) -> bool {
        self.nodes.values().any(|node| !node.pending.is_empty())
    }

    /// What the machine finds when it starts again.
    pub fn after(&self, crash: &Crash) -> Self {
        let mut state = self.clone();
        state.wrote = None;
        match crash {
            Crash::Killed(None) => {}
            Crash::Killed(Some(kept)) => {
                let wrote = self.wrote.expect("a write");
                let node = state.node(wrote);
                tear(node, *kept);
                let mut seen = (*node.sure).clone();
                node.pending.iter().for_each(|data| data.make(&mut seen));
                node.seen = Arc::new(seen);
            }
            Crash::Power(kept, bytes) => {
                let names = Arc::make_mut(&mut state.sure);
                let kept = state.pending.iter().zip(kept).filter(|(_, kept)| **kept);
                kept.for_each(|(change, _)| change.make(names));
                // A file in a folder that was never there is not there.
                let folders = names.clone();
                let is_folder = |path: &Path| folders.get(path) == Some(&Entry::Folder);
                names.retain(|path, _| path.ancestors().skip(1).all(is_folder));
                state.pending.clear();
                state.names = Arc::clone(&state.sure);
                for (number, node) in Arc::make_mut(&mut state.nodes) {
                    if node.pending.is_empty() && !node.is_lossy {
                        continue;
                    }
                    match bytes {
                        Bytes::Torn(kept) if Some(*number) == self.wrote => tear(node, *kept),
                        Bytes::Kept | Bytes::Torn(_) => {}
                        Bytes::Lost => node.pending.clear(),
                        Bytes::Zeros => zero(node),
                        Bytes::Last => drop(node.pending.drain(..node.pending.len().max(1) - 1)),
                    }
                    let sure = Arc::make_mut(&mut node.sure);
                    node.pending.iter().for_each(|data| data.make(sure));
                    node.pending.clear();
                    node.is_lossy = false;
                    node.seen = Arc::clone(&node.sure);
                }
            }
        }
        state
    }

    /// The bytes that processes read in a file.
    pub fn bytes(&self, path: &Path) -> Option<Arc<Vec<u8>>> {
        match self.names.get(path)? {
            Entry::File(node) => self.nodes.get(node).map(|node| Arc::clone(&node.seen)),
            Entry::Folder => None,
        }
    }

    /// All files, by name.
    pub fn files(&self) -> Vec<PathBuf> {
        let files = self.names.iter().filter(|(_, entry)| **entry != Entry::Folder);
        files.map(|(path, _)| path.clone()).collect()
    }
}

/// Keeps so many bytes of the last write.
fn tear(node: &mut Node, kept: usize) {
    if let Some(Data::Written(_, bytes)) = node.pending.last_mut() {
        *bytes = bytes[..kept].into();
    }
}

fn zero(node: &mut Node) {
    for data in &mut node.pending {
        if let Data::Written(_, bytes) = data {
            *bytes = vec![0; bytes.len()].into();
        }
    }
}

/// What a call of the store was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum What {
    Open(How),
    MakeFolder,
    SyncFolder,
    Rename,
    Remove,
    Entries,
    About,
    Length,
    SetLength,
    Sync,
    Lock,
    Read,
    Write,
    Seek,
}

/// A call of the store, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    pub what: What,
    pub path: PathBuf,
    pub error: Option<ErrorKind>,
}

/// How long a fault lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lasts {
    /// The next call succeeds.
    Once,
    /// Until the disk is mended.
    On,
    /// As long as the file that keeps room aside is there, for calls that want room.
    UntilRoom,
    /// Until the disk is mended, for calls that want room.
    Full,
}

/// What will go wrong.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// At which call, counted from when the plan is made.
    pub at: usize,
    pub error: ErrorKind,
    pub lasts: Lasts,
    /// Of a write, how many bytes are written first.
    pub short: usize,
}

#[derive(Debug)]
struct Inside {
    state: State,
    log: Vec<Call>,
    plan: Option<Plan>,
    /// How many calls were made since the plan was.
    calls: usize,
    locks: BTreeMap<u64, Vec<(u64, Turn)>>,
    handles: u64,
    /// Where the test is, noted with each state.
    mark: usize,
    /// The states after each change, where they are noted.
    states: Option<Vec<(usize, State)>>,
}

/// The disk. Its copies are the same disk.
#[derive(Clone)]
pub struct Memory {
    inside: Arc<(Mutex<Inside>, Condvar)>,
}

impl fmt::Debug for Memory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Memory").finish_non_exhaustive()
    }
}

impl Default for Memory {
    fn default() -> Self {
        Self::of(State::empty())
    }
}

impl Memory {
    /// A disk in this state, in a machine that has only just started.
    pub fn of(state: State) -> Self {
        let inside = Inside {
            state,
            log: Vec::new(),
            plan: None,
            calls: 0,
            locks: BTreeMap::new(),
            handles: 0,
            mark: 0,
            states: None,
        };
        Self { inside: Arc::new((Mutex::new(inside), Condvar::new())) }
    }

    /// A disk that has long held these files.
    pub fn with(files: &[(&str, &[u8])]) -> Self {
        let memory = Self::default();
        for (path, bytes) in files {
            memory.hold(path, bytes);
        }
        memory
    }

    /// Has the disk hold a file, and the folders above it, as if they had long been there.
    pub fn hold(&self, path: &str, bytes: &[u8]) {
        let mut inside = self.inside();
        let state = &mut inside.state;
        let bytes = Arc::new(bytes.to_vec());
        let node = Node { seen: Arc::clone(&bytes), sure: bytes, ..Node::default() };
        Arc::make_mut(&mut state.nodes).insert(state.next, node);
        for names in [&mut state.names, &mut state.sure].map(Arc::make_mut) {
            let folders = Path::new(path).ancestors().skip(1);
            names.extend(folders.map(|folder| (folder.to_owned(), Entry::Folder)));
            names.insert(path.into(), Entry::File(state.next));
        }
        state.next += 1;
    }

    /// The bytes that processes read in a file; none where it is not there.
    pub fn bytes(&self, path: &str) -> Vec<u8> {
        let bytes = self.state().bytes(Path::new(path));
        bytes.map(|bytes| bytes.to_vec()).unwrap_or_default()
    }

    pub fn shared(&self) -> Arc<dyn Disk> {
        Arc::new(self.clone())
    }

    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.inside.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The state now.
    pub fn state(&self) -> State {
        self.inside().state.clone()
    }

    /// Notes the state after each change from now on.
    pub fn note_states(&self) {
        let mut inside = self.inside();
        let now = (inside.mark, inside.state.clone());
        inside.states = Some(vec![now]);
    }

    /// The states noted, each with the mark that held then.
    pub fn noted(&self) -> Vec<(usize, State)> {
        self.inside().states.take().unwrap_or_default()
    }

    pub fn mark(&self, mark: usize) {
        self.inside().mark = mark;
    }

    /// Has something go wrong.
    pub fn plan(&self, plan: Plan) {
        let mut inside = self.inside();
        inside.plan = Some(plan);
        inside.calls = 0;
    }

    /// Nothing goes wrong any more.
    pub fn mend(&self) {
        self.inside().plan = None;
    }

    /// The calls made since the last time they were taken.
    pub fn calls(&self) -> Vec<Call> {
        std::mem::take(&mut self.inside().log)
    }

    /// Waits until all bytes of a file and the name of it are sure.
    pub fn wait_until_sure(&self, path: &Path) {
        let mut inside = self.inside();
        loop {
            let state = &inside.state;
            let is_named = state.names.get(path) == state.sure.get(path);
            let above = path.ancestors().skip(1).all(|above| state.sure.contains_key(above));
            let is_sure = match state.names.get(path) {
                Some(Entry::File(node)) => state.nodes[node].pending.is_empty(),
                _ => true,
            };
            if is_named && above && is_sure {
                return;
            }
            let waited = self.inside.1.wait_timeout(inside, Duration::from_secs(20));
            let (again, late) = waited.unwrap_or_else(PoisonError::into_inner);
            assert!(!late.timed_out(), "nobody syncs {}", path.display());
            inside = again;
        }
    }

    /// One call: counted, refused where the plan says so, else done.
    fn call<T>(
        &self,
        what: What,
        path: &Path,
        act: impl FnOnce(&mut Inside) -> io::Result<T>,
    ) -> io::Result<T> {
        let mut inside = self.inside();
        let refused = inside.refusal(what, path);
        let result = match refused {
            Some(plan) => Err(plan.error.into()),
            None => act(&mut inside),
        };
        let error = result.as_ref().err().map(io::Error::kind);
        inside.log.push(Call { what, path: path.to_owned(), error });
        inside.changed(what, error.is_none());
        self.inside.1.notify_all();
        result
    }
}

impl Inside {
    /// Does the plan refuse this call?
    fn refusal(&mut self, what: What, path: &Path) -> Option<Plan> {
        let plan = self.plan?;
        let call = self.calls;
        self.calls += 1;
        let wants_room = match what {
            What::Write | What::MakeFolder => true,
            What::Open(how) => how != How::Read && !self.state.names.contains_key(path),
            _ => false,
        };
        let is_refused = match plan.lasts {
            Lasts::Once => call == plan.at,
            Lasts::On => call >= plan.at,
            Lasts::UntilRoom => {
                let has_room = !self.state.names.keys().any(|name| name.ends_with("reserve"));
                call >= plan.at && wants_room && !has_room
            }
            Lasts::Full => call >= plan.at && wants_room,
        };
        is_refused.then_some(plan)
    }

    /// Notes the state after a call that may have changed it.
    fn changed(&mut self, what: What, is_done: bool) {
        let changes = match what {
            What::Open(how) => !matches!(how, How::Read | How::Change),
            What::MakeFolder
            | What::SyncFolder
            | What::Rename
            | What::Remove
            | What::SetLength
            | What::Sync
            | What::Write => true,
            _ => false,
        };
        if !changes {
            return;
        }
        if what != What::Write || !is_done {
            self.state.wrote = None;
        }
        let now = (self.mark, self.state.clone());
        if let Some(states) = &mut self.states {
            states.push(now);
        }
    }
}

impl Disk for Memory {
    fn open(&self, path: &Path, how: How) -> io::Result<Box<dyn OpenFile>> {
        let node = self.call(What::Open(how), path, |inside| {
            let state = &mut inside.state;
            let above = path.parent().unwrap_or(Path::new("/"));
            if state.names.get(above) != Some(&Entry::Folder) {
                return Err(ErrorKind::NotFound.into());
            }
            match (state.names.get(path), how) {
                (Some(Entry::Folder), _) => Err(ErrorKind::IsADirectory.into()),
                (Some(Entry::File(_)), How::Fresh) => Err(ErrorKind::AlreadyExists.into()),
                (Some(Entry::File(node)), How::Anew) => {
                    let node = *node;
                    if !state.nodes[&node].seen.is_empty() {
                        state.node(node).change(Data::Length(0));
                    }
                    Ok(node)
                }
                (Some(Entry::File(node)), _) => Ok(*node),
                (None, How::Read | How::Change) => Err(ErrorKind::NotFound.into()),
                (None, _) => {
                    let node = state.next;
                    state.next += 1;
                    Arc::make_mut(&mut state.nodes).insert(node, Node::default());
                    state.change(Change::Made(path.to_owned(), Entry::File(node)));
                    Ok(node)
                }
            }
        })?;
        let mut inside = self.inside();
        inside.handles += 1;
        let held = Held { disk: self.clone(), node, handle: inside.handles };
        let held = Arc::new(held);
        Ok(Box::new(Open { held, path: path.to_owned(), how, at: 0 }))
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        self.call(What::MakeFolder, path, |inside| {
            let above = path.parent().unwrap_or(Path::new("/"));
            match (inside.state.names.get(above), inside.state.names.get(path)) {
                (Some(Entry::Folder), None) => {}
                (_, Some(_)) => return Err(ErrorKind::AlreadyExists.into()),
                _ => return Err(ErrorKind::NotFound.into()),
            }
            inside.state.change(Change::Made(path.to_owned(), Entry::Folder));
            Ok(())
        })
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        let synced = self.call(What::SyncFolder, path, |inside| {
            let state = &mut inside.state;
            if state.names.get(path) != Some(&Entry::Folder) {
                return Err(ErrorKind::NotFound.into());
            }
            let sure = Arc::make_mut(&mut state.sure);
            state.pending.retain(|change| {
                let is_inside = change.folder() == path;
                if is_inside {
                    change.make(sure);
                }
                !is_inside
            });
            Ok(())
        });
        let is_asked = |error: &io::Error| error.kind() != ErrorKind::PermissionDenied;
        if synced.as_ref().is_err_and(is_asked) {
            // What was to be kept is forgotten: the next sync succeeds and keeps nothing of it.
            self.inside().state.pending.retain(|change| change.folder() != path);
        }
        synced
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.call(What::Rename, to, |inside| {
            let state = &mut inside.state;
            let Some(Entry::File(node)) = state.names.get(from).copied() else {
                return Err(ErrorKind::NotFound.into());
            };
            state.change(Change::Renamed(from.to_owned(), to.to_owned(), Entry::File(node)));
            Ok(())
        })
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.call(What::Remove, path, |inside| match inside.state.names.get(path) {
            Some(Entry::File(_)) => {
                inside.state.change(Change::Removed(path.to_owned()));
                Ok(())
            }
            Some(Entry::Folder) => Err(ErrorKind::IsADirectory.into()),
            None => Err(ErrorKind::NotFound.into()),
        })
    }

    fn entries(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        self.call(What::Entries, folder, |inside| {
            let names = &inside.state.names;
            if names.get(folder) != Some(&Entry::Folder) {
                return Err(ErrorKind::NotFound.into());
            }
            let inside = names.keys().filter(|path| path.parent() == Some(folder));
            Ok(inside.cloned().collect())
        })
    }

    fn about(&self, path: &Path) -> io::Result<About> {
        self.call(What::About, path, |inside| match inside.state.names.get(path) {
            Some(Entry::Folder) => Ok(About { length: 0, is_folder: true }),
            Some(Entry::File(node)) => {
                let length = inside.state.nodes[node].seen.len() as u64;
                Ok(About { length, is_folder: false })
            }
            None => Err(ErrorKind::NotFound.into()),
        })
    }
}

/// What several hands of the same open file share: its lock, which goes with the last.
#[derive(Debug)]
struct Held {
    disk: Memory,
    node: u64,
    handle: u64,
}

impl Drop for Held {
    fn drop(&mut self) {
        let mut inside = self.disk.inside();
        if let Some(locks) = inside.locks.get_mut(&self.node) {
            locks.retain(|(handle, _)| *handle != self.handle);
        }
        self.disk.inside.1.notify_all();
    }
}

#[derive(Debug)]
struct Open {
    held: Arc<Held>,
    path: PathBuf,
    how: How,
    at: usize,
}

impl Open {
    fn call<T>(
        &self,
        what: What,
        act: impl FnOnce(&mut Node, &mut Option<u64>) -> io::Result<T>,
    ) -> io::Result<T> {
        let node = self.held.node;
        self.held.disk.call(what, &self.path, |inside| {
            let mut wrote = inside.state.wrote;
            let done = act(inside.state.node(node), &mut wrote);
            inside.state.wrote = wrote;
            done
        })
    }

    fn seen(&self) -> Arc<Vec<u8>> {
        Arc::clone(&self.held.disk.inside().state.nodes[&self.held.node].seen)
    }
}

impl Read for Open {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let seen = self.seen();
        let rest = seen.get(self.at..).unwrap_or_default();
        let read = rest.len().min(into.len());
        self.held.disk.call(What::Read, &self.path, |_| Ok(()))?;
        into[..read].copy_from_slice(&rest[..read]);
        self.at += read;
        Ok(read)
    }
}

impl Write for Open {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let is_end = matches!(self.how, How::Append | How::Fresh);
        let at = if is_end { self.seen().len() } else { self.at };
        let node = self.held.node;
        let write = |node: &mut Node, bytes: &[u8]| {
            node.change(Data::Written(at, bytes.into()));
        };
        let written = self.call(What::Write, |file, wrote| {
            write(file, bytes);
            *wrote = Some(node);
            Ok(bytes.len())
        });
        let short = self.held.disk.inside().plan.map_or(0, |plan| plan.short);
        if written.is_err() && short > 0 {
            // A full disk takes what fits before it refuses.
            let mut inside = self.held.disk.inside();
            write(inside.state.node(node), &bytes[..short.min(bytes.len())]);
        }
        self.at = at + written.as_ref().map_or(0, |count| *count);
        written
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Seek for Open {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let length = self.seen().len() as u64;
        let to = match to {
            SeekFrom::Start(to) => Some(to),
            SeekFrom::End(by) => length.checked_add_signed(by),
            SeekFrom::Current(by) => (self.at as u64).checked_add_signed(by),
        };
        let to = to.ok_or(ErrorKind::InvalidInput)?;
        self.held.disk.call(What::Seek, &self.path, |_| Ok(()))?;
        self.at = usize::try_from(to).expect("a length");
        Ok(to)
    }
}

impl OpenFile for Open {
    fn length(&self) -> io::Result<u64> {
        self.call(What::Length, |node, _| Ok(node.seen.len() as u64))
    }

    fn set_length(&mut self, length: u64) -> io::Result<()> {
        let length = usize::try_from(length).expect("a length");
        self.call(What::SetLength, |node, _| {
            if node.seen.len() != length {
                node.change(Data::Length(length));
            }
            Ok(())
        })
    }

    fn sync(&mut self) -> io::Result<()> {
        let synced = self.call(What::Sync, |node, _| {
            node.sync();
            Ok(())
        });
        if synced.is_err() {
            let mut inside = self.held.disk.inside();
            let node = inside.state.node(self.held.node);
            node.pending.clear();
            node.is_lossy = true;
        }
        synced
    }

    fn lock(&self, turn: Turn) -> io::Result<bool> {
        self.call(What::Lock, |_, _| Ok(()))?;
        let mut inside = self.held.disk.inside();
        loop {
            let locks = inside.locks.entry(self.held.node).or_default();
            let others = locks.iter().filter(|(handle, _)| *handle != self.held.handle);
            let is_held = others.clone().any(|(_, how)| turn != Turn::Look || *how != Turn::Look);
            if !is_held {
                locks.push((self.held.handle, turn));
                return Ok(true);
            }
            if turn != Turn::Wait {
                return Ok(false);
            }
            let waited = self.held.disk.inside.1.wait(inside);
            inside = waited.unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn another(&self) -> io::Result<Box<dyn OpenFile>> {
        let held = Arc::clone(&self.held);
        Ok(Box::new(Self { held, path: self.path.clone(), how: self.how, at: self.at }))
    }
}
