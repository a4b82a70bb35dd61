//! The signals that reach the supervisor: which tell it to end, which only that a child did.
//! Never acts on one: whoever waits for them does.

use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

/// The signals, one after the other.
#[derive(Debug)]
pub(super) struct Signals {
    told: Receiver<i32>,
}

impl Signals {
    /// What a terminal that is gone would have sent.
    #[cfg(unix)]
    pub const HANG_UP: i32 = signal_hook::consts::SIGHUP;
    #[cfg(not(unix))]
    pub const HANG_UP: i32 = 1;

    /// From now on these signals do nothing by themselves.
    #[cfg(unix)]
    pub fn heed() -> io::Result<Self> {
        use signal_hook::consts::{
            SIGALRM, SIGCHLD, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGUSR1, SIGUSR2,
        };

        let (tell, told) = channel();
        let mut signals = signal_hook::iterator::Signals::new([
            SIGALRM, SIGCHLD, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGUSR1, SIGUSR2,
        ])?;
        std::thread::Builder::new().name("signals".into()).spawn(move || {
            for signal in signals.forever() {
                if tell.send(signal).is_err() {
                    return;
                }
            }
        })?;
        Ok(Self { told })
    }

    /// Where there are none, somebody must look from time to time.
    #[cfg(not(unix))]
    pub fn heed() -> io::Result<Self> {
        let (tell, told) = channel();
        std::thread::Builder::new().name("looks".into()).spawn(move || {
            while tell.send(0).is_ok() {
                std::thread::sleep(Duration::from_millis(100));
            }
        })?;
        Ok(Self { told })
    }

    /// Waits for a signal, no longer than this; gives the one that tells to end.
    pub fn next(&self, most: Option<Duration>) -> Option<i32> {
        let signal = match most {
            None => self.told.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(most) => self.told.recv_timeout(most),
        };
        match signal {
            Ok(signal) if ends(signal) => Some(signal),
            Ok(_) | Err(RecvTimeoutError::Timeout) => None,
            // Nobody would tell any more.
            Err(RecvTimeoutError::Disconnected) => Some(Self::HANG_UP),
        }
    }

    /// Waits for this long, or until any signal.
    pub fn pause(&self, time: Duration) {
        _ = self.told.recv_timeout(time);
    }
}

#[cfg(unix)]
fn ends(signal: i32) -> bool {
    use signal_hook::consts::{SIGHUP, SIGTERM};

    [SIGHUP, SIGTERM].contains(&signal)
}

#[cfg(not(unix))]
fn ends(_signal: i32) -> bool {
    false
}
