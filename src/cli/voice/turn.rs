//! One voice at a time: a process is begun, waited for on a thread of its own, and stopped at once.
//! Never looks again and again: the thread sleeps until the process ends.

use std::io::Write;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// How a process ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// It did what it was told.
    Done,
    /// It could not be begun, or says that it failed.
    Failed,
    /// It was stopped, or never begun: nothing more is to be said in this turn.
    Stopped,
}

/// Whose turn it is to speak, and the process that does.
#[derive(Clone, Debug, Default)]
pub(super) struct Turns(Arc<Mutex<Now>>);

#[derive(Debug, Default)]
struct Now {
    /// The number of the turn: another one has no right to begin anything.
    turn: u64,
    /// The process that speaks, which leads a group of its own.
    speaking: Option<u32>,
}

impl Turns {
    /// Ends the turn, and what speaks in it; says the number of the next.
    pub fn next(&self) -> u64 {
        let mut now = self.now();
        now.turn += 1;
        if let Some(process) = now.speaking.take() {
            kill(process);
        }
        now.turn
    }

    /// Is it still this turn?
    pub fn is_on(&self, turn: u64) -> bool {
        self.now().turn == turn
    }

    /// Runs a process to its end, or to that of the turn; `input` is what it reads.
    pub fn run(&self, turn: u64, mut command: Command, input: &str) -> End {
        if !input.is_empty() {
            command.stdin(Stdio::piped());
        }
        lead(&mut command);
        let mut child = {
            // Held while it begins, so that nobody ends the turn without knowing the process.
            let mut now = self.now();
            if now.turn != turn {
                return End::Stopped;
            }
            let Ok(child) = command.spawn() else { return End::Failed };
            now.speaking = Some(child.id());
            child
        };
        if let Some(mut stdin) = child.stdin.take() {
            // Who stops reading was stopped, or says so by its end.
            _ = stdin.write_all(input.as_bytes());
        }
        ended(&child);
        let mut now = self.now();
        let is_on = now.turn == turn;
        if is_on {
            now.speaking = None;
        }
        drop(now);
        // Only now is its number free for another process.
        let status = child.wait();
        match status {
            _ if !is_on => End::Stopped,
            Ok(status) if status.success() => End::Done,
            _ => End::Failed,
        }
    }

    fn now(&self) -> MutexGuard<'_, Now> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The process leads a group, so that what it begins is stopped with it.
#[cfg(unix)]
fn lead(command: &mut Command) {
    use std::os::unix::process::CommandExt;

    command.process_group(0);
}

#[cfg(unix)]
fn kill(leader: u32) {
    use rustix::process::{Signal, kill_process_group};

    if let Some(leader) = pid(leader) {
        _ = kill_process_group(leader, Signal::KILL);
    }
}

/// Waits for the end of a process, and leaves it to be told of.
#[cfg(unix)]
fn ended(child: &Child) {
    use rustix::io::Errno;
    use rustix::process::{WaitId, WaitIdOptions, waitid};

    let Some(process) = pid(child.id()) else { return };
    let until_its_end = WaitIdOptions::EXITED | WaitIdOptions::NOWAIT;
    while let Err(Errno::INTR) = waitid(WaitId::Pid(process), until_its_end) {}
}

#[cfg(unix)]
pub(super) fn pid(number: u32) -> Option<rustix::process::Pid> {
    rustix::process::Pid::from_raw(i32::try_from(number).ok()?)
}

#[cfg(not(unix))]
fn lead(_command: &mut Command) {}

#[cfg(not(unix))]
fn kill(_leader: u32) {}

#[cfg(not(unix))]
fn ended(_child: &Child) {}
