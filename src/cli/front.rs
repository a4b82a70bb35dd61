//! Whether the screens are drawn or told in plain lines, and why.
//! Never looks around by itself: what is around the program is handed in.

use std::ffi::OsString;
use std::io::{IsTerminal, stdin, stdout};

use crate::plain::Echo;

/// Why the screens are told in plain lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Plain {
    /// It was asked for: `--plain`.
    Asked,
    /// `ACCESSIBLE` is set, for every program.
    Accessible,
    /// The terminal can only write lines, or does not say what it is.
    Dumb,
    /// Lines come from a file or a pipe.
    Fed,
    /// Lines go to a file or a pipe.
    Kept,
}

/// What is around the program.
#[derive(Clone, Debug)]
pub(super) struct Around {
    /// The variable `ACCESSIBLE`.
    pub accessible: Option<OsString>,
    /// The variable `TERM`.
    pub term: Option<OsString>,
    /// Must a terminal say its name? Not on Windows.
    pub named: bool,
    /// Do lines come from a terminal?
    pub input: bool,
    /// Do lines go to a terminal?
    pub output: bool,
}

impl Around {
    /// As it is.
    pub fn here() -> Self {
        let variable = |name| std::env::var_os(name);
        Self {
            accessible: variable("ACCESSIBLE"),
            term: variable("TERM"),
            named: cfg!(unix),
            input: stdin().is_terminal(),
            output: stdout().is_terminal(),
        }
    }

    /// Who shows what is typed.
    pub fn echo(&self) -> Echo {
        if self.input && self.output { Echo::Terminal } else { Echo::Nobody }
    }

    /// Why the screens are told in plain lines, if they are; `asked` says that the person wants it.
    pub fn plain(&self, asked: bool) -> Option<Plain> {
        let term = self.term.as_ref().filter(|term| !term.is_empty());
        let is_dumb = term.map_or(self.named, |term| term == "dumb");
        let is_accessible = self.accessible.as_ref().is_some_and(|value| !value.is_empty());
        let reasons = [
            (asked, Plain::Asked),
            (is_accessible, Plain::Accessible),
            (is_dumb, Plain::Dumb),
            (!self.input, Plain::Fed),
            (!self.output, Plain::Kept),
        ];
        reasons.into_iter().find(|(holds, _)| *holds).map(|(_, why)| why)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn around() -> Around {
        let term = Some("xterm-256color".into());
        Around { accessible: None, term, named: true, input: true, output: true }
    }

    #[test]
    fn the_screens_are_drawn_at_a_terminal_where_nothing_speaks_against_it() {
        assert_eq!(around().plain(false), None);
        let blank = Around { accessible: Some("".into()), ..around() };
        assert_eq!(blank.plain(false), None, "a variable that says nothing");
        let windows = Around { term: None, named: false, ..around() };
        assert_eq!(windows.plain(false), None, "no terminal says its name there");
    }

    #[test]
    fn plain_lines_have_a_reason() {
        assert_eq!(around().plain(true), Some(Plain::Asked));
        for value in ["1", "0", "oui"] {
            let told = Around { accessible: Some(value.into()), ..around() };
            assert_eq!(told.plain(false), Some(Plain::Accessible), "{value}");
        }
        for term in [Some("dumb"), Some(""), None] {
            let bare = Around { term: term.map(OsString::from), ..around() };
            assert_eq!(bare.plain(false), Some(Plain::Dumb), "{term:?}");
        }
        let dumb = Around { term: Some("dumb".into()), named: false, ..around() };
        assert_eq!(dumb.plain(false), Some(Plain::Dumb));
        assert_eq!(Around { input: false, ..around() }.plain(false), Some(Plain::Fed));
        assert_eq!(Around { output: false, ..around() }.plain(false), Some(Plain::Kept));
    }

    #[test]
    fn what_is_typed_is_shown_by_a_terminal_that_is_on_both_ends() {
        assert_eq!(around().echo(), Echo::Terminal);
        assert_eq!(Around { input: false, ..around() }.echo(), Echo::Nobody);
        assert_eq!(Around { output: false, ..around() }.echo(), Echo::Nobody);
    }
}
