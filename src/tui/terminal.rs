//! The terminal taken and given back, whatever happens: an end, an error, a panic, a signal.
//! Never draws.

use std::io::{self, IsTerminal, Write, stdout};
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::cursor::Show;
use ratatui::crossterm::event::{
    self, DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, Event,
};
use ratatui::crossterm::style::{Print, ResetColor, force_color_output};
use ratatui::crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
    disable_raw_mode, enable_raw_mode,
};
use ratatui::crossterm::{execute, queue};

use super::Console;

/// The terminal, taken. Dropping it gives it back.
#[derive(Debug)]
pub struct Guard {
    busy: Arc<Mutex<()>>,
    /// Was the terminal given back? Once is enough: a second time would put the cursor back to
    /// where it was before the program, over what was said since.
    given: Arc<AtomicBool>,
    stays: Stays,
}

/// What stays on the terminal once it is given back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stays {
    /// What was there before.
    Before,
    /// Nothing.
    Nothing,
}

impl Guard {
    /// Takes the terminal: raw keys, the other screen, the mouse. A panic gives it back before it
    /// is told; `sorry` is the sentence for the person.
    pub fn enter(
        sorry: String,
        stays: Stays,
    ) -> io::Result<(Self, Terminal<CrosstermBackend<Frames>>)> {
        // Always: where colour is unwanted, the library would also cancel reverse video. The theme
        // has no colour there.
        force_color_output(true);
        let guard = Self { busy: Arc::default(), given: Arc::default(), stays };
        let given = Arc::clone(&guard.given);
        let tell = panic::take_hook();
        panic::set_hook(Box::new(move |information| {
            give_back(&given, stays);
            eprintln!("{sorry}");
            tell(information);
        }));
        enable_raw_mode()?;
        execute!(stdout(), EnterAlternateScreen)?;
        enable_clicks()?;
        guard.heed_signals()?;
        let terminal = Terminal::new(CrosstermBackend::new(Frames::default()))?;
        Ok((guard, terminal))
    }

    /// A signal to end gives the terminal back, once nothing is being drawn or written; a signal to
    /// pause is not heeded, for the terminal would stay as the program left it.
    #[cfg(unix)]
    fn heed_signals(&self) -> io::Result<()> {
        use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};

        let mut signals =
            signal_hook::iterator::Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP])?;
        let (busy, given, stays) = (Arc::clone(&self.busy), Arc::clone(&self.given), self.stays);
        std::thread::Builder::new().name("signals".into()).spawn(move || {
            let ending = signals.forever().find(|signal| *signal != SIGTSTP);
            let _turn = busy.lock().unwrap_or_else(PoisonError::into_inner);
            give_back(&given, stays);
            std::process::exit(128 + ending.unwrap_or(SIGTERM));
        })?;
        Ok(())
    }

    #[cfg(not(unix))]
    fn heed_signals(&self) -> io::Result<()> {
        Ok(())
    }
}

/// What is drawn, written whole and between two signs that say so: a terminal that knows them never
/// shows half a frame, and the others skip them.
#[derive(Debug, Default)]
pub struct Frames {
    pending: Vec<u8>,
}

impl Write for Frames {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.pending.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.pending.is_empty() {
            return Ok(());
        }
        let mut frame = Vec::with_capacity(self.pending.len() + 16);
        queue!(frame, BeginSynchronizedUpdate)?;
        frame.append(&mut self.pending);
        queue!(frame, EndSynchronizedUpdate)?;
        let mut out = stdout().lock();
        out.write_all(&frame)?;
        out.flush()
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        give_back(&self.given, self.stays);
    }
}

impl Console for Guard {
    fn next(&mut self) -> io::Result<Event> {
        event::read()
    }

    fn within(&mut self, wait: Duration) -> io::Result<Option<Event>> {
        if event::poll(wait)? { event::read().map(Some) } else { Ok(None) }
    }

    fn paste(&mut self, on: bool) -> io::Result<()> {
        if on {
            execute!(stdout(), EnableBracketedPaste)
        } else {
            execute!(stdout(), DisableBracketedPaste)
        }
    }

    fn busy(&self) -> Arc<Mutex<()>> {
        Arc::clone(&self.busy)
    }
}

/// Clicks are reported, and nothing else of the mouse: reported moves would wake the program up.
#[cfg(unix)]
fn enable_clicks() -> io::Result<()> {
    execute!(stdout(), Print("\x1b[?1000h\x1b[?1006h"))
}

#[cfg(not(unix))]
fn enable_clicks() -> io::Result<()> {
    execute!(stdout(), ratatui::crossterm::event::EnableMouseCapture)
}

/// Takes away all that is or was on the terminal: what is shown, what is on the other screen, what
/// was scrolled out of sight, and what a program that was killed had switched on.
pub fn wipe() {
    // The end of a frame; attributes, signs, the region that scrolls, keys, mouse, focus and pastes
    // as they usually are; the other screen, emptied and left; then this one, and at last what was
    // scrolled out of it, for some terminals put there what is erased.
    const ALL: &str = "\x1b[?2026l\x1b[0m\x1b(B\x0f\x1b[r\x1b[4l\x1b[?6l\x1b[?7h\x1b[?1l\x1b>\
        \x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1015l\x1b[?1004l\x1b[?2004l\
        \x1b[?1049h\x1b[H\x1b[2J\x1b[?1049l\x1b[H\x1b[2J\x1b[3J\x1b[?25h";
    write_past(ALL.as_bytes());
}

/// Writes past whoever writes lines just now, and may be waiting for the next one: a signal does not
/// wait for them. Nobody is left to tell if the terminal is gone.
#[cfg(unix)]
fn write_past(mut bytes: &[u8]) {
    while !bytes.is_empty() {
        match rustix::io::write(stdout(), bytes) {
            Ok(written) => bytes = bytes.get(written..).unwrap_or_default(),
            Err(rustix::io::Errno::INTR | rustix::io::Errno::AGAIN) => {}
            Err(_) => return,
        }
    }
}

#[cfg(not(unix))]
fn write_past(bytes: &[u8]) {
    let mut out = stdout().lock();
    _ = out.write_all(bytes).and_then(|()| out.flush());
}

/// Gives the terminal back as it was. Nobody is left to tell if it fails.
fn give_back(given: &AtomicBool, stays: Stays) {
    if given.swap(true, Ordering::SeqCst) {
        return;
    }
    let mut out = stdout();
    _ = queue!(out, DisableBracketedPaste, DisableMouseCapture, ResetColor);
    _ = queue!(out, LeaveAlternateScreen, Show);
    _ = out.flush();
    if stays == Stays::Nothing {
        wipe();
    }
    _ = disable_raw_mode();
}

/// How many columns the terminal has, where there is one.
pub fn columns() -> Option<usize> {
    let size = ratatui::crossterm::terminal::size().ok()?;
    stdout().is_terminal().then_some(usize::from(size.0))
}
