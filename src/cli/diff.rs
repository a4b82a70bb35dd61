//! `recueil diff OLD NEW`: what changed between two versions of definition files.
//! Never changes them, and never finds a change wrong: `check --against` does.

use std::path::Path;
use std::sync::Arc;

use super::dossier::{core_beside, files_at};
use super::{Exit, print, tell_problems};
use crate::locale::Locale;
use crate::questionnaire::{Library, Referentiel, diff};
use crate::report::{Side, changes, on_one_side};

pub(super) fn run(locale: &Locale, old: &Path, new: &Path) -> Exit {
    if let Err(message) = comparable(locale, old, new) {
        eprintln!("{message}");
        return Exit::Failed;
    }
    let [before, now] = [old, new]
        .map(|path| Library::load_among(files_at(path), core_beside(path).into_iter().collect()));
    let problems = [before.problems(), now.problems()].concat();
    if !problems.is_empty() {
        tell_problems(locale, &problems);
        let arguments = [("errors", problems.len().into()), ("warnings", 0.into())];
        eprintln!("{}", locale.tell("cli-check-count", &arguments));
        return Exit::Problems;
    }
    let [before, now] = [&before, &now].map(referentiels);
    if let ([before], [now]) = (before.as_slice(), now.as_slice())
        && old.is_file()
        && before.head.id != now.head.id
    {
        let arguments =
            [("old", before.head.id.as_str().into()), ("new", now.head.id.as_str().into())];
        eprintln!("{}", locale.tell("cli-diff-ids", &arguments));
        return Exit::Failed;
    }
    print(locale, &page(locale, &before, &now))
}

/// Can these two be compared at all?
fn comparable(locale: &Locale, old: &Path, new: &Path) -> Result<(), String> {
    let shown = |path: &Path| path.display().to_string();
    for path in [old, new] {
        let message = if !path.exists() {
            "cli-nothing-there"
        } else if files_at(path).is_empty() {
            "cli-check-none"
        } else {
            continue;
        };
        return Err(locale.tell(message, &[("path", shown(path).into())]));
    }
    if old.is_dir() == new.is_dir() {
        return Ok(());
    }
    let (file, folder) = if old.is_dir() { (new, old) } else { (old, new) };
    let arguments = [("file", shown(file).into()), ("folder", shown(folder).into())];
    Err(locale.tell("cli-diff-kinds", &arguments))
}

/// The référentiels of the files themselves.
fn referentiels(library: &Library) -> Vec<Arc<Referentiel>> {
    library.sources().map(|(_, referentiel)| referentiel).collect()
}

/// What changed, référentiel by référentiel.
fn page(locale: &Locale, before: &[Arc<Referentiel>], now: &[Arc<Referentiel>]) -> String {
    let named = |all: &[Arc<Referentiel>], id: &str| {
        all.iter().find(|referentiel| referentiel.head.id == id).cloned()
    };
    let mut parts = Vec::new();
    let mut same = true;
    for new in now {
        parts.push(match named(before, &new.head.id) {
            Some(old) => {
                let diff = diff(&old, new);
                same &= diff.is_same();
                changes(locale, &diff)
            }
            None => {
                same = false;
                on_one_side(locale, new, Side::Now)
            }
        });
    }
    for old in before.iter().filter(|old| named(now, &old.head.id).is_none()) {
        same = false;
        parts.push(on_one_side(locale, old, Side::Before));
    }
    if same { locale.say("diff-same") + "\n" } else { parts.join("\n") }
}
