//! The line of the terminal between two people: what it was before the borne, and the quiet state in
//! which no key stops, ends or prints anything.
//! Never draws, and never keeps what is typed.

use std::io;
use std::io::stdin;

/// How a person answers, which decides how the line is when nobody does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Manner {
    /// On the full screen, key by key.
    Keys,
    /// In plain lines, which the system edits.
    Lines,
}

/// The line, as it was found.
#[derive(Debug)]
pub(super) struct Line {
    #[cfg(unix)]
    found: rustix::termios::Termios,
}

#[cfg(unix)]
impl Line {
    /// The line of the input, where that is a terminal.
    pub fn find() -> Option<Self> {
        Some(Self { found: rustix::termios::tcgetattr(stdin()).ok()? })
    }

    /// Is the terminal still there?
    pub fn is_there() -> bool {
        rustix::termios::tcgetattr(stdin()).is_ok()
    }

    /// No key is a signal any more, the end of the input, or a stop of the output.
    pub fn quiet(&self, manner: Manner) {
        use rustix::termios::{InputModes, LocalModes, SpecialCodeIndex};

        let mut line = self.found.clone();
        line.input_modes -= InputModes::IXON | InputModes::IXOFF;
        line.local_modes -= LocalModes::ISIG | LocalModes::IEXTEN;
        // The value that stands for no character.
        line.special_codes[SpecialCodeIndex::VEOF] = 0;
        match manner {
            Manner::Keys => line.local_modes -= LocalModes::ICANON | LocalModes::ECHO,
            Manner::Lines => line.local_modes |= LocalModes::ICANON | LocalModes::ECHO,
        }
        if manner == Manner::Keys {
            // Without whole lines these two places hold a count and a time instead.
            line.special_codes[SpecialCodeIndex::VMIN] = 1;
            line.special_codes[SpecialCodeIndex::VTIME] = 0;
        }
        Self::set(&line);
    }

    /// The same, where a reading waits no longer than this many tenths of a second.
    pub fn quiet_for(&self, tenths: u8) {
        use rustix::termios::{LocalModes, SpecialCodeIndex};

        let mut line = self.found.clone();
        line.local_modes -=
            LocalModes::ISIG | LocalModes::IEXTEN | LocalModes::ICANON | LocalModes::ECHO;
        line.special_codes[SpecialCodeIndex::VMIN] = 0;
        line.special_codes[SpecialCodeIndex::VTIME] = tenths;
        Self::set(&line);
    }

    /// Forgets the keys that nobody has read: they are those of whoever was there before.
    pub fn forget_keys() {
        _ = rustix::termios::tcflush(stdin(), rustix::termios::QueueSelector::IFlush);
    }

    /// The keys typed, as bytes; none where the time has passed.
    pub fn read(bytes: &mut [u8]) -> io::Result<usize> {
        // Not through the standard library, which would read ahead and keep what it read.
        Ok(rustix::io::read(stdin(), bytes)?)
    }

    /// Gives the line back as it was found.
    pub fn give_back(&self) {
        Self::set(&self.found);
    }

    fn set(line: &rustix::termios::Termios) {
        use rustix::termios::{OptionalActions, tcsetattr};

        _ = tcsetattr(stdin(), OptionalActions::Now, line);
    }
}

/// Where the system has no such lines, the terminal library does what can be done.
#[cfg(not(unix))]
impl Line {
    pub fn find() -> Option<Self> {
        use std::io::IsTerminal;

        stdin().is_terminal().then_some(Self {})
    }

    pub fn is_there() -> bool {
        true
    }

    pub fn quiet(&self, _manner: Manner) {}

    pub fn quiet_for(&self, tenths: u8) {
        std::thread::sleep(std::time::Duration::from_millis(u64::from(tenths) * 100));
    }

    pub fn forget_keys() {}

    pub fn read(_bytes: &mut [u8]) -> io::Result<usize> {
        Ok(0)
    }

    pub fn give_back(&self) {}
}
