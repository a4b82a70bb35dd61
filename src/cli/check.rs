//! `recueil check`: every problem of definition files.
//! Never changes them.

use std::path::PathBuf;

use super::dossier::{Dossier, definitions, read};
use super::{Exit, tell_problems};
use crate::locale::Locale;
use crate::questionnaire::Library;

pub(super) fn check(locale: &Locale, dossier: &Dossier, paths: &[PathBuf]) -> Exit {
    let folder = [dossier.questionnaires_folder()];
    let asked = if paths.is_empty() { &folder[..] } else { paths };
    let mut files = Vec::new();
    for path in asked {
        let found = if path.is_dir() { definitions(path) } else { vec![read(path)] };
        // Without a folder of its own, a dossier has the questionnaires of the program.
        if found.is_empty() && !paths.is_empty() {
            let path = path.display().to_string();
            eprintln!("{}", locale.tell("cli-check-none", &[("path", path.into())]));
            return Exit::Failed;
        }
        files.extend(found);
    }
    let count = files.len();
    let library = Library::load(files);
    tell_problems(locale, library.problems());
    let problems = library.problems().len();
    if problems > 0 {
        eprintln!("{}", locale.tell("cli-check-count", &[("count", problems.into())]));
        return Exit::Problems;
    }
    let forms = library.forms().count();
    let arguments = [("files", count.into()), ("forms", forms.into())];
    println!("{}", locale.tell("cli-check-well", &arguments));
    Exit::Done
}
