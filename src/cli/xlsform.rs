//! `recueil export --format xlsform` and `recueil import`: forms as workbooks, and workbooks as
//! definition files.
//! Never an answer of anybody.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::dossier::{Dossier, real};
use super::export::refusal;
use super::import::{Importing, tell_remarks};
use super::output::write;
use super::{Exit, tell_problem, unknown_form};
use crate::exchange::{self, Book};
use crate::locale::{Locale, shown};
use crate::questionnaire::{Library, Questionnaire, Referentiel, Severity, check};
use crate::store::names::OUTGOING;
use crate::store::{MARK, Outgoing, OutgoingFault, Present, RealDisk};

/// The format of `recueil export` that has no rows.
pub(super) const XLSFORM: &str = "xlsform";

/// Which forms go where.
#[derive(Debug)]
pub(super) struct Forms {
    pub to: PathBuf,
    /// Forms, or référentiels; all where none is named.
    pub named: Vec<String>,
    pub present: Present,
}

/// Writes a workbook for each form.
pub(super) fn export(locale: &Locale, dossier: &Dossier, asked: &Forms) -> Exit {
    if !exchange::Format::Xlsx.is_built() {
        let arguments = [("format", XLSFORM.into())];
        eprintln!("{}", locale.tell("export-not-built", &arguments));
        return Exit::Failed;
    }
    let library = Library::load(dossier.questionnaires());
    let mut wanted: Vec<(Arc<Referentiel>, Arc<Questionnaire>)> = Vec::new();
    for referentiel in library.referentiels() {
        for form in &referentiel.questionnaires {
            let named = |name: &String| *name == form.id || *name == referentiel.head.id;
            if asked.named.is_empty() || asked.named.iter().any(named) {
                wanted.push((Arc::clone(&referentiel), Arc::clone(form)));
            }
        }
    }
    let is_found = |name: &&String| {
        wanted.iter().any(|(own, form)| form.id == **name || own.head.id == **name)
    };
    if let Some(name) = asked.named.iter().find(|name| !is_found(name)) {
        return unknown_form(locale, &library, name);
    }
    match written(locale, dossier, &library.core(), &wanted, asked) {
        Ok(place) => {
            let path = shown(&place.display().to_string()).into_owned();
            let arguments = [("forms", wanted.len().into()), ("path", path.into())];
            println!("{}", locale.tell("xlsform-exported", &arguments));
            Exit::Done
        }
        Err(fault) => {
            eprintln!("{}", refusal(locale, &fault));
            Exit::Failed
        }
    }
}

fn written(
    locale: &Locale,
    dossier: &Dossier,
    core: &Referentiel,
    wanted: &[(Arc<Referentiel>, Arc<Questionnaire>)],
    asked: &Forms,
) -> Result<PathBuf, OutgoingFault> {
    let (place, data) = (real(&asked.to), real(&dossier.data()));
    let outgoing = Outgoing::begin(&RealDisk, &place, &data, asked.present)?;
    let mut page = String::new();
    for (referentiel, form) in wanted {
        let book = exchange::book(locale, referentiel, core, form);
        let name = format!("{}.xlsx", form.id);
        let bytes = exchange::workbook(&book).expect("texts in cells are all a workbook is given");
        outgoing.write(&name, &bytes)?;
        let titre = form.say(&form.titre, locale.language());
        _ = writeln!(page, "- {name} : {titre}");
    }
    // What says that the folder is ours, to be replaced by the next.
    outgoing.write(OUTGOING, &[page.as_bytes(), b"\n", MARK].concat())?;
    outgoing.finish()?;
    Ok(place)
}

/// Makes a definition file of workbooks, each with the name of its file.
pub(super) fn import(
    locale: &Locale,
    dossier: &Dossier,
    asked: &Importing,
    books: &[(String, Book)],
) -> Exit {
    let library = Library::load(dossier.questionnaires());
    let imported = match exchange::import(locale, books, &library) {
        Ok(imported) => imported,
        Err(remarks) => {
            tell_remarks(locale, &remarks);
            let arguments = [("count", remarks.len().into())];
            eprintln!("{}", locale.tell("xlsform-refused", &arguments));
            return Exit::Problems;
        }
    };
    let folder = asked.into.clone().unwrap_or_else(|| dossier.questionnaires_folder());
    if let Err(error) = std::fs::create_dir_all(&folder) {
        let arguments =
            [("path", folder.display().to_string().into()), ("system", error.to_string().into())];
        eprintln!("{}", locale.tell("xlsform-broken", &arguments));
        return Exit::Failed;
    }
    let path = folder.join(format!("{}.toml", imported.id));
    let done = write(locale, &path, asked.existing, &imported.text, |path| {
        let arguments = [
            ("path", shown(path).into_owned().into()),
            ("questions", imported.questions.into()),
            ("forms", imported.forms.into()),
        ];
        locale.tell("xlsform-imported", &arguments)
    });
    if done != Exit::Done {
        return done;
    }
    if !imported.remarks.is_empty() {
        let arguments = [("count", imported.remarks.len().into())];
        eprintln!("{}", locale.tell("xlsform-remarks", &arguments));
        tell_remarks(locale, &imported.remarks);
    }
    left(locale, dossier, &path)
}

/// What `recueil check` would say of the new file.
fn left(locale: &Locale, dossier: &Dossier, path: &Path) -> Exit {
    let library = Library::load_among(super::dossier::files_at(path), dossier.questionnaires());
    let found = check(&library);
    let open = found.iter().filter(|finding| finding.accepted.is_none());
    let problems: Vec<_> =
        library.problems().iter().chain(open.map(|finding| &finding.problem)).collect();
    if problems.is_empty() {
        return Exit::Done;
    }
    eprintln!("{}\n", locale.say("xlsform-left"));
    for problem in &problems {
        tell_problem(locale, problem);
    }
    let is_error = |problem: &&&_| {
        let problem: &crate::questionnaire::Problem = problem;
        problem.cause.severity() == Severity::Error
    };
    let errors = problems.iter().filter(is_error).count();
    let arguments = [("errors", errors.into()), ("warnings", (problems.len() - errors).into())];
    eprintln!("{}", locale.tell("cli-check-count", &arguments));
    if errors == 0 { Exit::Done } else { Exit::Problems }
}
