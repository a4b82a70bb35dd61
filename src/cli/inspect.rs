//! `recueil check data`: everything in a folder of rows, told with what to do about it.
//! Never changes anything there.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::check::Format;
use super::collect::tell as wrong;
use super::dossier::shorter;
use super::rows::Parts;
use super::{Exit, print};
use crate::locale::{Locale, shown};
use crate::questionnaire::{Questionnaire, Severity};
use crate::report::Told;
use crate::store::names::{DATA, DEFINITIONS, DRAFTS};
use crate::store::{Inspection, Journals, Seen, Store, with_extension};

/// How many things of a kind are told to people.
const MOST: usize = 20;

/// Is there a folder of rows here, or of drafts beside it?
pub(super) fn is_begun(data: &Path) -> bool {
    data.is_dir() || data.with_file_name(DRAFTS).is_dir()
}

/// Is this folder one of rows? By its name, or by the rows and their definitions in its folders.
pub(super) fn holds_rows(path: &Path) -> bool {
    let is_of_rows = |folder: &PathBuf| {
        folder.join(DEFINITIONS).is_dir() || !with_extension(folder, "csv").is_empty()
    };
    let within = || {
        let entries = std::fs::read_dir(path).into_iter().flatten().flatten();
        entries.map(|entry| entry.path()).any(|path| path.is_dir() && is_of_rows(&path))
    };
    path.is_dir() && (path.file_name().is_some_and(|name| name == DATA) || within())
}

/// Looks at everything in a folder of rows, and at the drafts beside it. In words, it is told at
/// once; for programs, it is added to what is to be told.
pub(super) fn check(locale: &Locale, data: &Path, format: Format, all: &mut Vec<Told>) -> Exit {
    let data = PathBuf::from(shorter(data));
    let journals = Journals::new(data.with_file_name(DRAFTS));
    let mut told = Vec::new();
    let mut parts: Option<(PathBuf, Parts)> = None;
    let mut finish = |parts: &mut Option<(PathBuf, Parts)>| {
        if let Some((path, parts)) = parts {
            told.extend(parts.finish().iter().map(|found| {
                let message = wrong(locale, parts.form(), &found.wrong);
                answer(locale, path, found.line, found.column, message)
            }));
        }
    };
    let store = Store::new(data.clone(), String::new());
    let mut found = store.inspect(&journals, |path, form: Option<&Arc<Questionnaire>>, row| {
        if parts.as_ref().is_none_or(|(of, _)| of != path) {
            finish(&mut parts);
            parts = form.map(|form| (path.to_owned(), Parts::new(form)));
        }
        if let Some((_, part)) = &mut parts {
            part.add(row);
            if part.is_full() {
                finish(&mut parts);
            }
        }
    });
    finish(&mut parts);
    modes(&mut found);
    let seen = found.findings.iter().map(|found| Told {
        file: found.path.display().to_string(),
        line: found.line,
        column: found.column,
        code: found.what.code(),
        severity: found.what.severity(),
        message: locale.seen(&found.what),
        advice: locale.seen_advice(&found.what),
    });
    told = seen.chain(told).collect();
    // By the file in which each is met, then by place; what people must do comes first.
    let order: Vec<&Path> = found.paths.iter().map(PathBuf::as_path).collect();
    told.sort_by_cached_key(|told| {
        let file = order.iter().position(|path| *path == Path::new(&told.file));
        (told.severity != Severity::Error, file, told.line, told.column)
    });
    let exit = if told.iter().any(is_error) { Exit::Problems } else { Exit::Done };
    match format {
        Format::Json => {
            all.append(&mut told);
            exit
        }
        Format::Text => tell(locale, &data, &found, &told).or(exit),
    }
}

fn is_error(told: &Told) -> bool {
    told.severity == Severity::Error
}

/// An answer that no session could have accepted.
pub(super) fn answer(
    locale: &Locale,
    path: &Path,
    line: usize,
    column: usize,
    message: String,
) -> Told {
    Told {
        file: path.display().to_string(),
        line,
        column,
        code: "data-answer",
        severity: Severity::Error,
        message,
        advice: locale.say("data-answer-do"),
    }
}

/// Notes what others than the owner may open. Windows has no such modes.
#[cfg(unix)]
fn modes(found: &mut Inspection) {
    use std::os::unix::fs::PermissionsExt;

    use crate::store::Finding;
    for path in &found.paths {
        let Ok(known) = std::fs::symlink_metadata(path) else { continue };
        let mode = known.permissions().mode() & 0o777;
        if mode & 0o077 != 0 && !known.is_symlink() {
            let wanted = if known.is_dir() { 0o700 } else { 0o600 };
            let what = Seen::Mode { found: mode, wanted };
            found.findings.push(Finding { path: path.clone(), line: 1, column: 1, what });
        }
    }
}

#[cfg(not(unix))]
fn modes(_: &mut Inspection) {}

/// Tells what was found to people: by what to do about it, then how much there is.
fn tell(locale: &Locale, data: &Path, found: &Inspection, told: &[Told]) -> Exit {
    let mut groups: Vec<(&str, Vec<&Told>)> = Vec::new();
    for one in told {
        match groups.iter_mut().find(|(advice, _)| *advice == one.advice) {
            Some((_, group)) => group.push(one),
            None => groups.push((&one.advice, vec![one])),
        }
    }
    for (advice, group) in &groups {
        for Told { file, line, column, message, .. } in group.iter().take(MOST) {
            eprintln!("{}", shown(&format!("{file}:{line}:{column}: {message}")));
        }
        if group.len() > MOST {
            eprintln!("{}", locale.tell("data-more", &[("count", (group.len() - MOST).into())]));
        }
        eprintln!("  = {}: {advice}\n", locale.say("problem-advice"));
    }
    let problems = told.iter().filter(|told| is_error(told)).count();
    let arguments = [
        ("path", data.display().to_string().into()),
        ("files", found.files.into()),
        ("rows", found.rows.into()),
        ("trials", found.trials.into()),
        ("corrected", found.corrected.into()),
        ("sealed", found.sealed.into()),
        ("problems", problems.into()),
        ("notices", (told.len() - problems).into()),
    ];
    let summary = locale.tell("data-summary", &arguments);
    if problems == 0 {
        return print(locale, &(summary + "\n"));
    }
    eprintln!("{summary}");
    Exit::Problems
}
