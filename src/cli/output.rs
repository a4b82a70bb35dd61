//! What the commands say on the terminal, made harmless here and nowhere else; and pages handed out,
//! on the output or into a file that is not replaced unasked.
//! Never makes a folder: a name typed wrongly must not become one.

use std::fmt::Arguments;
use std::io::{ErrorKind, Write, stderr, stdout};
use std::path::Path;

use super::arguments::Existing;
use super::{Exit, terminal_failed};
use crate::locale::{Locale, shown_lines};
use crate::store::{create_private, replace};

// In this module and those under it these stand for the macros of the standard library: a command
// cannot say anything that was not made harmless first.

/// Says something on the output, without ending the line.
macro_rules! print {
    ($($words:tt)*) => { $crate::cli::output::said(&format!($($words)*)) };
}

/// Says a line on the output.
macro_rules! println {
    ($($words:tt)*) => { $crate::cli::output::said(&(format!($($words)*) + "\n")) };
}

/// Tells a line beside the output.
macro_rules! eprintln {
    ($($words:tt)*) => { $crate::cli::output::told(format_args!($($words)*)) };
}

/// Who stops reading has read enough, and there is nobody to tell of another failure.
pub(super) fn said(text: &str) {
    let mut output = stdout().lock();
    _ = output.write_all(shown_lines(text).as_bytes()).and_then(|()| output.flush());
}

pub(super) fn told(words: Arguments<'_>) {
    _ = stderr().lock().write_all((shown_lines(&words.to_string()) + "\n").as_bytes());
}

/// Tells a diagnostic, whose colours are control sequences of ours: `locale` makes the rest of it
/// harmless.
pub(super) fn diagnosed(diagnostic: &str) {
    _ = stderr().lock().write_all(format!("{diagnostic}\n\n").as_bytes());
}

/// Prints a text that may be long: who stops reading it has read enough.
pub(super) fn print(locale: &Locale, text: &str) -> Exit {
    let mut output = stdout().lock();
    match output.write_all(shown_lines(text).as_bytes()).and_then(|()| output.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => terminal_failed(locale, &error),
        _ => Exit::Done,
    }
}

/// What stands for the output where a file is named.
pub(super) const OUTPUT: &str = "-";

/// Writes a page into a file, or on the output where the file is `-`; `done` is said of a file.
pub(super) fn write(
    locale: &Locale,
    file: &Path,
    existing: Existing,
    page: &str,
    done: impl FnOnce(&str) -> String,
) -> Exit {
    if file.as_os_str() == OUTPUT {
        return print(locale, page);
    }
    let path = std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
    let shown = path.display().to_string();
    if let Some(folder) = path.parent().filter(|folder| !folder.is_dir()) {
        let folder = folder.display().to_string();
        eprintln!("{}", locale.tell("page-folder", &[("folder", folder.into())]));
        return Exit::Failed;
    }
    let written = match existing {
        Existing::Keep if path.exists() => {
            eprintln!("{}", locale.tell("page-exists", &[("path", shown.into())]));
            return Exit::Failed;
        }
        Existing::Keep => create_private(&path, page),
        Existing::Replace => replace(&path, page),
    };
    match written {
        Ok(()) => print(locale, &format!("{}\n", done(&shown))),
        Err(fault) => {
            eprintln!("{}", locale.fault(&fault));
            Exit::Failed
        }
    }
}
