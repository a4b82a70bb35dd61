//! Pages handed out: on the output, or into a file that is not replaced unasked.
//! Never makes a folder: a name typed wrongly must not become one.

use std::path::Path;

use super::arguments::Existing;
use super::{Exit, print};
use crate::locale::Locale;
use crate::store::{create_private, replace};

/// What stands for the output where a file is named.
const OUTPUT: &str = "-";

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
