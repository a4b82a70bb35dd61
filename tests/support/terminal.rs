//! A person at a terminal: starts a program on a pseudo-terminal, types, and reads its screen.
//! Never sleeps, never polls, never shares a home folder, never answers a terminal query.
//!
//! A wait ends at once when the screen already fits: wait for what the key changes. A frame may
//! arrive in pieces: wait for the part drawn last, or let the program mark its frames as
//! synchronized updates (`CSI ? 2026 h` … `l`), which are then only looked at when whole.

#![allow(dead_code, reason = "each test program uses its own part of it")]

use std::cell::RefCell;
use std::io::{ErrorKind, Read, Write};
use std::num::NonZeroU16;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, MasterPty, PtySize, native_pty_system};
use vt100::{MouseProtocolMode, Screen};

/// How long a wait may last: far beyond what a busy machine needs, so only a fault reaches it.
pub const DEADLINE: Duration = Duration::from_secs(20);

/// What the Enter key sends. The next constants are named after their keys too.
pub const ENTER: &str = "\r";
/// Wait for the effect of Escape before the next key, or the two are read as one Alt key.
pub const ESC: &str = "\x1b";
pub const BACKSPACE: &str = "\x7f";
pub const CTRL_C: &str = "\x03";
pub const UP: &str = "\x1b[A";
pub const DOWN: &str = "\x1b[B";
pub const RIGHT: &str = "\x1b[C";
pub const END: &str = "\x1b[F";
pub const LEFT: &str = "\x1b[D";
pub const PAGE_UP: &str = "\x1b[5~";
pub const F1: &str = "\x1bOP";
pub const F2: &str = "\x1bOQ";
pub const F3: &str = "\x1bOR";
pub const F4: &str = "\x1bOS";
pub const F5: &str = "\x1b[15~";

/// What the program finds around it: the size of its terminal, its folders, its environment.
#[derive(Clone, Debug)]
pub struct Setup {
    /// Width and height of the terminal, in cells.
    pub columns: u16,
    pub rows: u16,
    /// The home folder, with the XDG folders inside, and the folder to start in, which exists.
    pub home: PathBuf,
    pub folder: PathBuf,
    /// Variables added to the fixed environment, or put in place of its own.
    pub env: Vec<(String, String)>,
}

impl Setup {
    /// A terminal of 80 columns and 24 rows in these folders.
    pub fn new(home: impl Into<PathBuf>, folder: impl Into<PathBuf>) -> Self {
        Self { columns: 80, rows: 24, home: home.into(), folder: folder.into(), env: Vec::new() }
    }

    /// The same with another size.
    pub fn size(mut self, columns: u16, rows: u16) -> Self {
        (self.columns, self.rows) = (columns, rows);
        self
    }

    /// The same with one more variable.
    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.env.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The command: of the tester's own environment, only `PATH` (and a `SHELL`) reaches it.
    fn command(&self, program: &Path, args: &[&str]) -> CommandBuilder {
        let mut command = CommandBuilder::new(program);
        command.args(args);
        // Without this check, portable-pty would start it in the home folder and say nothing.
        command.cwd(self.folder.canonicalize().expect("a folder to start in"));
        command.env_clear();
        // Where the tests are measured, the program is, too.
        if let Some(file) = std::env::var_os("LLVM_PROFILE_FILE") {
            command.env("LLVM_PROFILE_FILE", file);
        }
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.env("TERM", "xterm-256color");
        command.env("LANG", "fr_FR.UTF-8");
        command.env("HOME", &self.home);
        command.env("XDG_CONFIG_HOME", self.home.join(".config"));
        command.env("XDG_DATA_HOME", self.home.join(".local/share"));
        command.env("XDG_STATE_HOME", self.home.join(".local/state"));
        command.env("XDG_CACHE_HOME", self.home.join(".cache"));
        for (name, value) in &self.env {
            command.env(name, value);
        }
        command
    }
}

/// What is left when the program has ended and all it wrote has been read.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "independent facts")]
pub struct Ended {
    /// The exit code, or else the number of the signal that ended it, such as 15 for TERM.
    pub code: Option<i32>,
    pub signal: Option<i32>,
    /// The text left on the screen.
    pub screen: String,
    /// What the program left switched on: a program that tidies up leaves none of the four.
    pub alternate_screen: bool,
    pub cursor_hidden: bool,
    pub mouse: bool,
    pub bracketed_paste: bool,
    /// The line settings (echo, line by line, …) are those found at the start.
    pub termios_restored: bool,
    /// Every byte the program wrote.
    pub raw: Vec<u8>,
}

/// A running program and the person in front of it. Dropping it kills the program.
pub struct Terminal {
    child: Child,
    master: Box<dyn MasterPty + Send>,
    keyboard: RefCell<Box<dyn Write + Send>>,
    shared: Arc<(Mutex<State>, Condvar)>,
    /// The line settings before the start, as text: their type is another crate's.
    termios: String,
}

/// What the reader thread knows of the program's output so far.
struct State {
    parser: vt100::Parser<Frame>,
    raw: Vec<u8>,
    arrived: Instant,
    ended: bool,
}

/// Whether the program is inside a synchronized update, that is in the middle of a frame.
struct Frame(bool);

impl vt100::Callbacks for Frame {
    #[rustfmt::skip]
    fn unhandled_csi(
        &mut self, _: &mut Screen, mark: Option<u8>, _: Option<u8>, params: &[&[u16]], end: char,
    ) {
        if mark == Some(b'?') && params.contains(&&[2026][..]) {
            self.0 = end == 'h';
        }
    }
}

impl Terminal {
    /// Starts the program in a new terminal.
    pub fn start(program: &Path, args: &[&str], setup: &Setup) -> Self {
        let (size, rows, columns) = sizes(setup.columns, setup.rows);
        let pty = native_pty_system().openpty(size).expect("a terminal");
        let (master, slave) = (pty.master, pty.slave);
        let termios = format!("{:?}", master.get_termios().expect("line settings"));
        let reader = master.try_clone_reader().expect("a reader");
        let keyboard = master.take_writer().expect("a writer");
        let state = Mutex::new(State {
            parser: vt100::Parser::new_with_callbacks(rows, columns, 0, Frame(false)),
            raw: Vec::new(),
            arrived: Instant::now(),
            ended: false,
        });
        let child = slave.spawn_command(setup.command(program, args));
        let child: Box<dyn portable_pty::Child> = child.expect("a program that starts");
        // On Unix it is the standard library's child, whose `kill` is immediate.
        let child = *child.downcast::<Child>().expect("a standard child");
        // The end of the output shows only when nobody holds this side of the terminal any more.
        drop(slave);
        let shared = Arc::new((state, Condvar::new()));
        let theirs = Arc::clone(&shared);
        thread::spawn(move || read_to_the_end(reader, &theirs));
        Self { child, master, keyboard: RefCell::new(keyboard), shared, termios }
    }

    /// Types these keys.
    pub fn press(&self, keys: &str) {
        self.press_bytes(keys.as_bytes());
    }

    /// Types these bytes, which need not be text.
    pub fn press_bytes(&self, keys: &[u8]) {
        // When the program has ended nobody reads them: the next wait tells, with the screen.
        let _ = self.keyboard.borrow_mut().write_all(keys);
    }

    /// Presses and releases the left mouse button on a cell, counted from 0.
    pub fn click(&self, column: u16, row: u16) {
        let (x, y) = (column + 1, row + 1);
        self.press(&format!("\x1b[<0;{x};{y}M\x1b[<0;{x};{y}m"));
    }

    /// Waits for a text to be on the screen, and gives the screen.
    #[track_caller]
    pub fn wait_for(&self, text: &str) -> String {
        self.wait_until(&format!("{text:?}"), |it| text_of(it).contains(text))
    }

    /// Waits for a text among what was written after so many bytes, whatever was on the screen before.
    #[track_caller]
    pub fn wait_written(&self, after: usize, text: &str) {
        let is_in = |raw: &[u8]| raw.windows(text.len()).any(|part| part == text.as_bytes());
        drop(self.wait(&format!("{text:?} again"), |it| it.raw.get(after..).is_some_and(is_in)));
    }

    /// Waits for a text to be no longer on the screen, and gives the screen.
    #[track_caller]
    pub fn wait_gone(&self, text: &str) -> String {
        self.wait_until(&format!("no {text:?}"), |it| !text_of(it).contains(text))
    }

    /// Waits for the screen to be as wanted, and gives it. `what` names the wish in a failure.
    #[track_caller]
    pub fn wait_until(&self, what: &str, predicate: impl Fn(&Screen) -> bool) -> String {
        let state = self.wait(what, |it| predicate(it.parser.screen()));
        text_of(state.parser.screen())
    }

    /// The same wait, giving the moment when the bytes that fulfilled it were read.
    #[track_caller]
    pub fn seen_at(&self, what: &str, predicate: impl Fn(&Screen) -> bool) -> Instant {
        self.wait(what, |it| predicate(it.parser.screen())).arrived
    }

    /// The text on the screen now, without the spaces that end lines.
    pub fn screen(&self) -> String {
        self.look(text_of)
    }

    /// Looks at the screen now: cells, colours, cursor, modes.
    pub fn look<T>(&self, look: impl FnOnce(&Screen) -> T) -> T {
        look(self.lock().parser.screen())
    }

    /// How many bytes the program has written so far.
    pub fn written(&self) -> usize {
        self.lock().raw.len()
    }

    /// Gives the terminal another size, which the program is told.
    pub fn resize(&self, columns: u16, rows: u16) {
        let (size, rows, columns) = sizes(columns, rows);
        // The screen changes first and stays locked: what is drawn next is drawn for the new size.
        let mut state = self.lock();
        state.parser.set_size(rows, columns);
        self.master.resize(size).expect("the terminal is open");
    }

    /// The program's process number.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Sends the program a signal by its short name, such as `TERM`, with the shell's own `kill`.
    pub fn signal(&self, name: &str) {
        let line = format!("kill -{name} {}", self.pid());
        let status = Command::new("sh").args(["-c", &line]).status();
        assert!(status.is_ok_and(|status| status.success()), "{line}");
    }

    /// Waits for the program's own end and for all its output, then tells what is left.
    #[track_caller]
    pub fn finish(mut self) -> Ended {
        drop(self.wait("the end of the program", |state| state.ended));
        let status = self.child.wait().expect("the program can be waited for");
        let termios = format!("{:?}", self.master.get_termios().expect("line settings"));
        let state = self.lock();
        let screen = state.parser.screen();
        Ended {
            code: status.code(),
            signal: status.signal(),
            screen: text_of(screen),
            alternate_screen: screen.alternate_screen(),
            cursor_hidden: screen.hide_cursor(),
            mouse: screen.mouse_protocol_mode() != MouseProtocolMode::None,
            bracketed_paste: screen.bracketed_paste(),
            termios_restored: termios == self.termios,
            raw: state.raw.clone(),
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        // A panic in a predicate has already failed the test, and cannot have changed the state.
        self.shared.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for the output to be as wanted; panics with the screen at the deadline or at the end.
    #[track_caller]
    fn wait(&self, what: &str, done: impl Fn(&State) -> bool) -> MutexGuard<'_, State> {
        // In the middle of a frame there is nothing to judge, unless it will never be finished.
        let fits = |it: &State| (it.ended || !it.parser.callbacks().0) && done(it);
        let waits = |it: &mut State| !it.ended && !fits(it);
        let result = self.shared.1.wait_timeout_while(self.lock(), DEADLINE, waits);
        let (state, _) = result.unwrap_or_else(PoisonError::into_inner);
        if fits(&state) {
            return state;
        }
        let why = ["the deadline passed", "the program ended"][usize::from(state.ended)];
        let text = text_of(state.parser.screen()).replace('\n', "\n│");
        panic!("{why} while waiting for {what}; the screen:\n│{text}\n└");
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // This does nothing when the program has ended already.
        let _ = self.child.kill().and_then(|()| self.child.wait());
    }
}

/// Passes on all that the program writes, as it comes, until nobody can write any more.
fn read_to_the_end(mut reader: Box<dyn Read + Send>, shared: &(Mutex<State>, Condvar)) {
    let (mut bytes, mut empty) = ([0; 8 * 1024], 0);
    // Linux may tell the end once just before the last bytes (6 of 108,000 runs): ask twice.
    while empty < 2 {
        let read = match reader.read(&mut bytes) {
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            read => read.unwrap_or(0),
        };
        let arrived = Instant::now();
        empty = if read == 0 { empty + 1 } else { 0 };
        let mut state = shared.0.lock().unwrap_or_else(PoisonError::into_inner);
        (state.arrived, state.ended) = (arrived, empty == 2);
        state.raw.extend_from_slice(&bytes[..read]);
        state.parser.process(&bytes[..read]);
        drop(state);
        shared.1.notify_all();
    }
}

/// The rows of the screen, without the spaces that end lines nor the empty rows that end it.
fn text_of(screen: &Screen) -> String {
    let rows = screen.rows(0, screen.size().1.get());
    let rows: Vec<_> = rows.map(|row| row.trim_end().to_owned()).collect();
    rows.join("\n").trim_end_matches('\n').to_owned()
}

fn sizes(cols: u16, rows: u16) -> (PtySize, NonZeroU16, NonZeroU16) {
    let cells = |length| NonZeroU16::new(length).expect("a size of at least 1 × 1");
    let mut size = PtySize::default();
    (size.rows, size.cols) = (rows, cols);
    (size, cells(rows), cells(cols))
}
