//! The borne in plain lines: they are waited for in a thread, so that a silence is noticed.
//! Never a line kept.

use std::io::{self, IsTerminal, stdin, stdout};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

use crate::app::{App, Effect, Outcome};
use crate::plain::{Came, Echo, End, Listener, Reader, listen};

/// How many ends in a row are somebody who presses Control and D, before they are the end.
const ENDS: usize = 100;

/// Lines that a thread reads.
struct Lines(Receiver<io::Result<Came>>);

impl Listener for Lines {
    fn next(&mut self, wait: Option<Duration>) -> io::Result<Came> {
        match wait {
            None => self.0.recv().unwrap_or(Ok(Came::End)),
            Some(wait) => match self.0.recv_timeout(wait) {
                Ok(came) => came,
                Err(RecvTimeoutError::Timeout) => Ok(Came::Silence),
                Err(RecvTimeoutError::Disconnected) => Ok(Came::End),
            },
        }
    }
}

/// Runs the borne on lines until its person is done.
pub(in crate::cli) fn lines(
    app: &mut App,
    echo: Echo,
    start: Vec<Effect>,
    perform: &mut dyn FnMut(Effect) -> Option<Outcome>,
) -> io::Result<End> {
    ignore_keys()?;
    let (sender, receiver) = mpsc::channel();
    std::thread::Builder::new().name("lines".into()).spawn(move || {
        let mut ends = 0;
        loop {
            let came = match Reader(stdin().lock()).next(None) {
                // Somebody presses Control and D.
                Ok(Came::End) if stdin().is_terminal() && ends < ENDS => {
                    ends += 1;
                    Ok(Came::NotText)
                }
                came => {
                    ends = 0;
                    came
                }
            };
            let is_last = !matches!(came, Ok(Came::Line(_) | Came::NotText | Came::TooLong));
            if sender.send(came).is_err() || is_last {
                return;
            }
        }
    })?;
    listen(&mut Lines(receiver), &mut stdout().lock(), echo, app, start, perform)
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
