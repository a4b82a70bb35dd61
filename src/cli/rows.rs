//! `recueil check FILE.csv`: every row of a file held against the form that it says it answers.
//! Never changes the file, and never holds more than a part of it.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;
use std::sync::Arc;

use super::collect::tell;
use super::dossier::{Dossier, read};
use super::{Exit, print};
use crate::exchange::{Mistake, read_answers};
use crate::locale::{Locale, shown};
use crate::questionnaire::{Library, Questionnaire, load};
use crate::record::Metadata;
use crate::store::Store;

/// How many rows are read at once.
const PART: usize = 10_000;

/// Checks the rows of a file. Each must be as it was written, and what a session could have given.
pub(super) fn check(locale: &Locale, dossier: &Dossier, path: &Path) -> Exit {
    let name = path.display().to_string();
    let Some(form) = form_of(dossier, path) else {
        eprintln!("{}", locale.tell("rows-no-form", &[("file", name.into())]));
        return Exit::Problems;
    };
    let mut rows = 0;
    let mut problems = 0_usize;
    let read = Store::new(dossier.data(), String::new()).each_row(path, |row| {
        rows += 1;
        if !row.is_intact() {
            problems += 1;
            let message = locale.say("rows-changed");
            eprintln!("{}", shown(&format!("{name}:{}:1: {message}", rows + 1)));
        }
    });
    if let Err(fault) = read {
        eprintln!("{}", locale.fault(&fault));
        return Exit::Failed;
    }
    let mut tell_mistake = |line: usize, mistake: &Mistake| {
        problems += 1;
        let message = tell(locale, &form, &mistake.wrong);
        eprintln!("{}", shown(&format!("{name}:{line}:{}: {message}", mistake.column)));
    };
    if let Err(error) = each_mistake(path, &form, &mut tell_mistake) {
        let reason = locale.tell("reason-other", &[("system", error.to_string().into())]);
        let arguments = [("path", name.into()), ("reason", reason.into())];
        eprintln!("{}", locale.tell("fault-read", &arguments));
        return Exit::Failed;
    }
    let arguments = [("file", name.into()), ("rows", rows.into()), ("problems", problems.into())];
    if problems > 0 {
        eprintln!("{}", locale.tell("rows-problems", &arguments));
        return Exit::Problems;
    }
    print(locale, &(locale.tell("rows-well", &arguments) + "\n"))
}

/// The form that a file of rows answers: the definition kept beside it, else the form of today if
/// it is still the same.
pub(super) fn form_of(dossier: &Dossier, path: &Path) -> Option<Arc<Questionnaire>> {
    let file = path.file_stem()?.to_str()?;
    let (stem, _poste) = file.rsplit_once('.')?;
    let beside = path.parent()?.join("definitions").join(format!("{stem}.toml"));
    if beside.is_file() {
        let source = read(&beside).read().ok()?;
        return load(&Arc::new(source), None).ok()?.questionnaires.first().map(Arc::clone);
    }
    let (id, _) = stem.split_once(".v")?;
    let form = Library::load(dossier.questionnaires()).form(id)?;
    (form.stem() == stem).then_some(form)
}

/// Hands each mistake of a file with its line, reading a part of the rows at a time: a row of ours
/// is one line.
fn each_mistake(
    path: &Path,
    form: &Arc<Questionnaire>,
    visit: &mut dyn FnMut(usize, &Mistake),
) -> io::Result<()> {
    let start = Metadata::new(form);
    let mut file = BufReader::new(File::open(path)?);
    let mut header = Vec::new();
    file.read_until(b'\n', &mut header)?;
    let mut first = 2;
    loop {
        let mut part = header.clone();
        let mut rows = 0;
        while rows < PART && file.read_until(b'\n', &mut part)? > 0 {
            rows += 1;
        }
        // The first part is read though it be empty: its header may be wrong.
        if rows == 0 && first > 2 {
            return Ok(());
        }
        let reading = read_answers(&part, form, &start);
        for mistake in &reading.mistakes {
            // In a part, the header is line 1 and its first row line 2.
            visit((first + mistake.line).saturating_sub(2).max(1), mistake);
        }
        if rows < PART {
            return Ok(());
        }
        first += rows;
    }
}
