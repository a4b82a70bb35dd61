//! The supervisor of the borne: one child after the other on the same terminal, one for each person,
//! and a terminal without a trace between two of them.
//! Never holds an answer: answers are typed to the child, and end with it.

use std::ffi::OsString;
use std::io;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::line::{Line, Manner};
use super::signals::Signals;
use super::staff::{Entry, Typed, verify, wait_after};
use super::trace;
use crate::cli::Exit;
use crate::locale::Locale;
use crate::tui::wipe;

/// How long a child has to discard what it holds once it was told to end.
const GRACE: Duration = Duration::from_secs(2);

/// A child that ends sooner than this without a reason was of no use to anybody.
const USELESS: Duration = Duration::from_secs(10);

/// So many useless children in a row put the borne out of order for a while.
const MOST_USELESS: u32 = 5;

/// How a child ended, or what ended it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    /// Somebody was served.
    Served,
    /// Somebody of the team leaves, with the right code.
    StaffLeft,
    /// A wrong code was typed.
    WrongCode,
    /// Anything else.
    Crash,
    /// The system told the supervisor to end, by this signal.
    Told(i32),
}

impl End {
    const fn of(code: Option<i32>) -> Self {
        match code {
            Some(0) => Self::Served,
            // `Exit` says these.
            Some(64) => Self::StaffLeft,
            Some(65) => Self::WrongCode,
            _ => Self::Crash,
        }
    }
}

/// What keeps children that crash at once from following each other for ever.
#[derive(Debug, Default)]
struct Brake {
    useless: u32,
}

impl Brake {
    /// Notes how a child ended after it had lived so long; says for how long the borne is out of
    /// order, if it is.
    fn note(&mut self, end: End, lived: Duration) -> Option<Duration> {
        self.useless = match end {
            End::Crash if lived < USELESS => self.useless + 1,
            End::Crash => 1,
            _ => 0,
        };
        let beyond = self.useless.checked_sub(MOST_USELESS)?;
        Some(Duration::from_secs(5 << beyond.min(6)).min(Duration::from_secs(300)))
    }
}

/// The wrong codes so far, and the moment from which another is listened to.
#[derive(Debug)]
struct Tries {
    wrong: u32,
    from: Instant,
}

impl Tries {
    fn new() -> Self {
        Self { wrong: 0, from: Instant::now() }
    }

    fn miss(&mut self) {
        self.wrong = self.wrong.saturating_add(1);
        self.from = Instant::now() + wait_after(self.wrong);
    }

    /// How long no code is listened to yet, in whole seconds.
    fn left(&self) -> u64 {
        let left = self.from.saturating_duration_since(Instant::now());
        left.as_secs() + u64::from(left.subsec_nanos() > 0)
    }
}

/// Serves one person after the other until the team leaves. The code is the hash of theirs.
pub(super) fn supervise(locale: &Locale, code: &str, manner: Manner) -> Exit {
    let Some(line) = Line::find() else {
        eprintln!("{}", locale.say("kiosk-no-terminal"));
        return Exit::Failed;
    };
    trace::shut();
    let signals = match Signals::heed() {
        Ok(signals) => signals,
        Err(error) => return super::super::terminal_failed(locale, &error),
    };
    let mut borne = Borne { locale, code, manner, line, signals, tries: Tries::new() };
    let end = borne.serve();
    borne.clean();
    borne.line.give_back();
    match end {
        // As a program that the signal had ended.
        End::Told(signal) => std::process::exit(128 + signal),
        _ => Exit::Done,
    }
}

/// The terminal and who is served on it.
struct Borne<'a> {
    locale: &'a Locale,
    code: &'a str,
    manner: Manner,
    line: Line,
    signals: Signals,
    tries: Tries,
}

impl Borne<'_> {
    /// Serves people; gives why the borne ends: the team left, or the system told it to.
    fn serve(&mut self) -> End {
        let mut brake = Brake::default();
        let mut first = true;
        loop {
            self.clean();
            let begun = Instant::now();
            let end = match self.start(first) {
                Ok(child) => self.wait(child),
                Err(_) => End::Crash,
            };
            self.clean();
            let pause = brake.note(end, begun.elapsed());
            first = false;
            match end {
                End::Told(_) | End::StaffLeft => return end,
                End::WrongCode => self.tries.miss(),
                End::Served | End::Crash => {}
            }
            // A window that was closed, without a signal.
            if !Line::is_there() {
                return End::Told(Signals::HANG_UP);
            }
            if let Some(pause) = pause
                && let Some(end) = self.out_of_order(pause)
            {
                return end;
            }
        }
    }

    /// Takes away what anybody left on the terminal, and what they typed and nobody read.
    fn clean(&self) {
        self.line.quiet(self.manner);
        Line::forget_keys();
        wipe();
    }

    /// Starts the program again, for one person.
    fn start(&self, first: bool) -> io::Result<Child> {
        let mut options = vec!["--one".into(), std::process::id().to_string().into()];
        if first {
            options.push("--first".into());
        }
        let wait = self.tries.left();
        if wait > 0 {
            options.extend(["--staff-wait".into(), wait.to_string().into()]);
        }
        let mut command = again(options)?;
        // What the program says of a fault may quote an answer, and what is told on the side may
        // end in a log.
        command.stderr(Stdio::null()).spawn()
    }

    /// Waits for a child to end, or for the system to tell that it must.
    fn wait(&self, mut child: Child) -> End {
        loop {
            match child.try_wait() {
                Ok(Some(status)) => return End::of(status.code()),
                Ok(None) => {}
                // It cannot be waited for: it must not go on beside another one.
                Err(_) => {
                    self.end(&mut child);
                    return End::Crash;
                }
            }
            if let Some(signal) = self.signals.next(None) {
                self.end(&mut child);
                return End::Told(signal);
            }
        }
    }

    /// Ends a child: it is told to, then made to.
    fn end(&self, child: &mut Child) {
        let begun = Instant::now();
        tell_to_end(child);
        while begun.elapsed() < GRACE {
            if !matches!(child.try_wait(), Ok(None)) {
                return;
            }
            self.signals.pause(Duration::from_millis(20));
        }
        _ = child.kill();
        _ = child.wait();
    }

    /// Says that the borne is out of order, for this long; whoever knows the code leaves. Gives why
    /// the borne ends, if it does.
    fn out_of_order(&mut self, pause: Duration) -> Option<End> {
        self.line.quiet_for(2);
        println!("\n\n    {}", self.locale.say("kiosk-out-of-order"));
        println!("\n    {}\n", self.locale.say("kiosk-call-team"));
        let until = Instant::now() + pause;
        let mut entry = Entry::default();
        while Instant::now() < until {
            if let Some(signal) = self.signals.next(Some(Duration::ZERO)) {
                return Some(End::Told(signal));
            }
            let mut byte = [0];
            match Line::read(&mut byte) {
                Ok(0) => {}
                Ok(_) => {
                    if let Typed::Done(code) = entry.heed(byte[0])
                        && self.is_right(&code)
                    {
                        return Some(End::StaffLeft);
                    }
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(_) => return Some(End::Told(Signals::HANG_UP)),
            }
            if !Line::is_there() {
                return Some(End::Told(Signals::HANG_UP));
            }
        }
        None
    }

    /// Is this the code of the team? Too early, it is not even looked at.
    fn is_right(&mut self, code: &str) -> bool {
        if code.is_empty() || self.tries.left() > 0 {
            return false;
        }
        let right = verify(code, self.code);
        if !right {
            self.tries.miss();
        }
        right
    }
}

/// This program, with the arguments that it was given and these.
fn again(options: Vec<OsString>) -> io::Result<Command> {
    let mut arguments: Vec<OsString> = std::env::args_os().collect();
    let name = if arguments.is_empty() { OsString::new() } else { arguments.remove(0) };
    // What follows `--` is no option any more.
    let end = arguments.iter().position(|argument| argument == "--").unwrap_or(arguments.len());
    arguments.splice(end..end, options);
    let mut command = Command::new(program()?);
    #[cfg(unix)]
    std::os::unix::process::CommandExt::arg0(&mut command, name);
    #[cfg(not(unix))]
    drop(name);
    command.args(arguments);
    Ok(command)
}

/// The program itself: on Linux the one that runs, even where its file was replaced since.
fn program() -> io::Result<std::path::PathBuf> {
    if cfg!(target_os = "linux") { Ok("/proc/self/exe".into()) } else { std::env::current_exe() }
}

#[cfg(unix)]
fn tell_to_end(child: &Child) {
    use rustix::process::{Pid, Signal, kill_process};

    _ = kill_process(Pid::from_child(child), Signal::TERM);
}

#[cfg(not(unix))]
fn tell_to_end(_child: &Child) {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_end_of_a_child_says_what_follows() {
        let ends = [0, 1, 2, 64, 65, 101, 143].map(|code| End::of(Some(code)));
        assert_eq!(
            ends,
            [
                End::Served,
                End::Crash,
                End::Crash,
                End::StaffLeft,
                End::WrongCode,
                End::Crash,
                End::Crash
            ]
        );
        assert_eq!(End::of(None), End::Crash, "a signal");
    }

    #[test]
    fn children_that_crash_at_once_are_waited_for_ever_longer_until_one_serves() {
        let mut brake = Brake::default();
        let at_once = Duration::from_millis(30);
        let pauses: Vec<Option<u64>> =
            (0..13).map(|_| brake.note(End::Crash, at_once).map(|pause| pause.as_secs())).collect();
        let seconds = [5, 10, 20, 40, 80, 160, 300, 300, 300].map(Some);
        assert_eq!(pauses, [[None; 4].as_slice(), &seconds].concat());
        assert_eq!(brake.note(End::Served, at_once), None);
        assert_eq!(brake.note(End::Crash, at_once), None, "counted from the beginning again");
        for _ in 0..20 {
            let long = Duration::from_secs(60);
            assert_eq!(brake.note(End::Crash, long), None, "each served somebody for a while");
        }
    }
}
