//! `recueil import FILE…`: what other programs wrote, told apart by what is in it: forms as workbooks, or
//! the activities of La Coop de la médiation numérique.
//! Never decides by the name of a file.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use super::arguments::Existing;
use super::dossier::{Dossier, shorter};
use super::rights::Consent;
use super::{Exit, coop, xlsform};
use crate::app::Settings;
use crate::exchange::{Remark, Unread, is_of_la_coop, read_book, read_tables};
use crate::locale::{Locale, shown};

/// The largest file read, in mebibytes.
const LARGEST: u64 = 16;

/// What is to be imported.
#[derive(Debug)]
pub(super) struct Importing {
    pub files: Vec<PathBuf>,
    /// The folder of the definition file; that of the dossier where none is named.
    pub into: Option<PathBuf>,
    pub existing: Existing,
    /// Are activities to be trials, which never count?
    pub trial: bool,
    pub consent: Consent,
}

/// Reads the files, and does with them what they are for.
pub(super) fn import(
    locale: &Locale,
    dossier: &Dossier,
    settings: &Settings,
    asked: &Importing,
) -> Exit {
    let (mut exports, mut books) = (Vec::new(), Vec::new());
    for path in &asked.files {
        let read = bytes(locale, path).and_then(|bytes| {
            let unread = |unread| unread_told(locale, path, unread);
            let tables = read_tables(&bytes).map_err(unread)?;
            let is_export = is_of_la_coop(&tables);
            Ok((is_export, if is_export { tables } else { read_book(&bytes).map_err(unread)? }))
        });
        match read {
            Ok((true, tables)) => exports.push((shorter(path), tables)),
            Ok((false, book)) => books.push((shorter(path), book)),
            Err(exit) => return exit,
        }
    }
    let wrongly = match (exports.is_empty(), books.is_empty()) {
        (false, false) => Some("import-both"),
        (false, true) if asked.into.is_some() => Some("import-into"),
        (true, false) if asked.trial => Some("import-trial"),
        _ => None,
    };
    if let Some(id) = wrongly {
        eprintln!("{}", locale.say(id));
        return Exit::Failed;
    }
    if exports.is_empty() {
        xlsform::import(locale, dossier, asked, &books)
    } else {
        coop::import(locale, dossier, settings, asked, &exports)
    }
}

/// Tells what is not here as it was there.
pub(super) fn tell_remarks(locale: &Locale, remarks: &[Remark]) {
    for remark in remarks {
        eprintln!("- {}", shown(&remark.told(locale)));
    }
}

fn bytes(locale: &Locale, path: &Path) -> Result<Vec<u8>, Exit> {
    let mut bytes = Vec::new();
    let read = File::open(path)
        .and_then(|file| file.take(LARGEST * 1024 * 1024 + 1).read_to_end(&mut bytes));
    if let Err(error) = read {
        return Err(told(locale, path, "xlsform-broken", ("system", error.to_string())));
    }
    if bytes.len() as u64 > LARGEST * 1024 * 1024 {
        return Err(told(locale, path, "xlsform-large", ("limit", LARGEST.to_string())));
    }
    Ok(bytes)
}

fn unread_told(locale: &Locale, path: &Path, unread: Unread) -> Exit {
    let (id, system) = match unread {
        Unread::Broken(system) => ("xlsform-broken", system),
        Unread::Nothing => ("xlsform-nothing", String::new()),
        Unread::NotBuilt => ("xlsform-not-built", String::new()),
    };
    told(locale, path, id, ("system", system))
}

fn told(locale: &Locale, path: &Path, id: &str, fact: (&'static str, String)) -> Exit {
    let path = shown(&shorter(path)).into_owned();
    eprintln!("{}", locale.tell(id, &[("path", path.into()), (fact.0, fact.1.into())]));
    Exit::Failed
}
