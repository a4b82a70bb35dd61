//! The borne in plain lines: they are waited for in a thread, so that a silence is noticed.
//! Never a line kept.

use std::io::{self, IsTerminal, stdin, stdout};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

use crate::app::{App, Effect, Outcome};
use crate::plain::{End, Heard, Listener, listen};

/// How many ends in a row are somebody who presses Control and D, before they are the end.
const ENDS: usize = 100;

/// Lines that a thread reads.
struct Lines(Receiver<io::Result<Heard>>);

impl Listener for Lines {
    fn next(&mut self, wait: Option<Duration>) -> io::Result<Heard> {
        match wait {
            None => self.0.recv().unwrap_or(Ok(Heard::End)),
            Some(wait) => match self.0.recv_timeout(wait) {
                Ok(heard) => heard,
                Err(RecvTimeoutError::Timeout) => Ok(Heard::Silence),
                Err(RecvTimeoutError::Disconnected) => Ok(Heard::End),
            },
        }
    }
}

/// Runs the borne on lines until its person is done.
pub(in crate::cli) fn lines(
    app: &mut App,
    start: Vec<Effect>,
    perform: &mut dyn FnMut(Effect) -> Option<Outcome>,
) -> io::Result<End> {
    ignore_keys()?;
    let (sender, receiver) = mpsc::channel();
    std::thread::Builder::new().name("lines".into()).spawn(move || {
        let mut ends = 0;
        loop {
            let mut line = String::new();
            let heard = match stdin().read_line(&mut line) {
                Ok(0) if stdin().is_terminal() && ends < ENDS => {
                    ends += 1;
                    Ok(Heard::Line("\u{4}".to_owned()))
                }
                Ok(0) => Ok(Heard::End),
                Ok(_) => {
                    ends = 0;
                    Ok(Heard::Line(line))
                }
                // What was typed is no text: somebody is there all the same.
                Err(error) if error.kind() == io::ErrorKind::InvalidData => {
                    Ok(Heard::Line("\u{4}".to_owned()))
                }
                Err(error) => Err(error),
            };
            let is_last = !matches!(heard, Ok(Heard::Line(_)));
            if sender.send(heard).is_err() || is_last {
                return;
            }
        }
    })?;
    listen(&mut Lines(receiver), &mut stdout().lock(), app, start, perform)
}

/// The keys that would end or pause the program do nothing: on lines it is the terminal that heeds
/// them.
#[cfg(unix)]
fn ignore_keys() -> io::Result<()> {
    use signal_hook::consts::{SIGINT, SIGQUIT, SIGTSTP};

    for signal in [SIGINT, SIGQUIT, SIGTSTP] {
        signal_hook::flag::register(signal, std::sync::Arc::default())?;
    }
    Ok(())
}

#[cfg(not(unix))]
fn ignore_keys() -> io::Result<()> {
    Ok(())
}
