//! `recueil check`: every problem of definition files, and of the rows.
//! Never changes them.

use std::path::{Path, PathBuf};

use super::dossier::{Dossier, core_beside, files_at};
use super::{Exit, inspect, print, rows, tell_problem};
use crate::locale::Locale;
use crate::questionnaire::{Finding, Library, Problem, Severity, check, check_against};
use crate::report;
use crate::store::names::{DATA, QUESTIONNAIRES};
use crate::store::with_extension;

/// What the names of files of rows end with.
const TABLE: &str = "csv";

/// How problems are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// To people: each with its excerpt.
    Text,
    /// To programs: one JSON document.
    Json,
}

/// What is to be checked, and how.
#[derive(Debug)]
pub(super) struct Checking {
    /// Files and folders; none for those of the dossier.
    pub paths: Vec<PathBuf>,
    /// The file or folder of what is published.
    pub against: Option<PathBuf>,
    pub format: Format,
}

pub(super) fn run(locale: &Locale, dossier: &Dossier, asked: &Checking) -> Exit {
    let mut told = Vec::new();
    let wanted = Wanted::of(dossier, asked);
    let (findings, mut exit) = match &wanted.definitions {
        None => (Vec::new(), Exit::Done),
        Some(paths) => match run_definitions(locale, dossier, asked, paths) {
            Ok(checked) => checked,
            Err(exit) => return exit,
        },
    };
    for path in &wanted.tables {
        exit = exit.or(rows::check(locale, dossier, path, asked.format, &mut told));
    }
    for data in &wanted.data {
        exit = exit.or(inspect::check(locale, data, asked.format, &mut told));
    }
    match asked.format {
        Format::Text => exit,
        Format::Json => print(locale, &report::findings(locale, &findings, &told)).or(exit),
    }
}

/// What the paths hold.
#[derive(Debug, Default)]
struct Wanted {
    /// Definition files and their folders; those of the dossier where there is none. Nothing where
    /// only rows are asked about.
    definitions: Option<Vec<PathBuf>>,
    /// Files of rows.
    tables: Vec<PathBuf>,
    /// Folders of rows.
    data: Vec<PathBuf>,
}

impl Wanted {
    fn of(dossier: &Dossier, asked: &Checking) -> Self {
        let mut wanted = Self::default();
        if asked.paths.is_empty() {
            wanted.definitions = Some(Vec::new());
            // What is published is compared with questionnaires alone.
            let is_wanted = asked.against.is_none() && inspect::is_begun(&dossier.data());
            wanted.data.extend(is_wanted.then(|| dossier.data()));
        }
        for path in &asked.paths {
            let data = path.join(DATA);
            let of_dossier = path.join(QUESTIONNAIRES);
            if path.extension().is_some_and(|found| found == TABLE) && !path.is_dir() {
                wanted.tables.push(path.clone());
            } else if data.is_dir() {
                wanted.data.push(data);
                if of_dossier.is_dir() {
                    wanted.definitions.get_or_insert_default().push(of_dossier);
                }
            } else if inspect::holds_rows(path) {
                wanted.data.push(path.clone());
            } else {
                wanted.tables.extend(with_extension(path, TABLE));
                if wanted.tables.is_empty() || !with_extension(path, "toml").is_empty() {
                    wanted.definitions.get_or_insert_default().push(path.clone());
                }
            }
        }
        wanted
    }
}

/// Checks definition files; in words, tells what is wrong in them.
fn run_definitions(
    locale: &Locale,
    dossier: &Dossier,
    asked: &Checking,
    paths: &[PathBuf],
) -> Result<(Vec<Finding>, Exit), Exit> {
    let mut files = Vec::new();
    for path in paths {
        let found = files_at(path);
        if found.is_empty() {
            return Err(nothing_here(locale, path));
        }
        files.extend(found);
    }
    let mut around = Vec::new();
    if paths.is_empty() {
        // Without a folder of its own, a dossier has the questionnaires of the program.
        files = dossier.questionnaires();
    } else {
        around.extend(paths.iter().filter_map(|path| core_beside(path)));
        around.extend(dossier.questionnaires());
    }
    let count = files.len();
    let library = Library::load_among(files, around);
    let published = match &asked.against {
        None => None,
        Some(path) => Some(published(locale, path, &library)?),
    };
    let findings = findings(&library, published.as_ref());
    let exit = match asked.format {
        Format::Text => tell(locale, &library, count, &findings),
        Format::Json if has_errors(&findings) => Exit::Problems,
        Format::Json => Exit::Done,
    };
    Ok((findings, exit))
}

/// What is published, which must have something that can be compared.
fn published(locale: &Locale, path: &Path, library: &Library) -> Result<Library, Exit> {
    if !path.exists() {
        let path = path.display().to_string();
        eprintln!("{}", locale.tell("cli-nothing-there", &[("path", path.into())]));
        return Err(Exit::Failed);
    }
    let files = files_at(path);
    if files.is_empty() {
        return Err(nothing_here(locale, path));
    }
    let published = Library::load_among(files, core_beside(path).into_iter().collect());
    let ids = |library: &Library| -> Vec<String> {
        library.sources().map(|(_, referentiel)| referentiel.head.id.clone()).collect()
    };
    let (now, before) = (ids(library), ids(&published));
    let broken = !library.problems().is_empty() || !published.problems().is_empty();
    if !broken && !now.iter().any(|id| before.contains(id)) {
        let arguments = [
            ("old", path.display().to_string().into()),
            ("before", before.join(", ").into()),
            ("now", now.join(", ").into()),
        ];
        eprintln!("{}", locale.tell("cli-against-other", &arguments));
        return Err(Exit::Failed);
    }
    Ok(published)
}

fn nothing_here(locale: &Locale, path: &Path) -> Exit {
    let path = path.display().to_string();
    eprintln!("{}", locale.tell("cli-check-none", &[("path", path.into())]));
    Exit::Failed
}

/// Everything that is wrong, by file and place.
fn findings(library: &Library, published: Option<&Library>) -> Vec<Finding> {
    let broken = |problem: &Problem| Finding { problem: problem.clone(), accepted: None };
    let of_old = published.iter().flat_map(|old| old.problems());
    let mut all: Vec<Finding> = library.problems().iter().chain(of_old).map(broken).collect();
    all.extend(match published {
        Some(published) => check_against(library, published),
        None => check(library),
    });
    all.sort_by(|a, b| {
        let place = |found: &Finding| (found.problem.span.start, found.problem.span.end);
        let (a_file, b_file) = (&a.problem.source.name, &b.problem.source.name);
        (a_file, place(a)).cmp(&(b_file, place(b)))
    });
    all
}

fn is_error(found: &Finding) -> bool {
    found.problem.cause.severity() == Severity::Error
}

fn has_errors(findings: &[Finding]) -> bool {
    findings.iter().any(is_error)
}

/// Tells each problem that no file accepts, then how many there are.
fn tell(locale: &Locale, library: &Library, files: usize, findings: &[Finding]) -> Exit {
    let (accepted, open): (Vec<&Finding>, Vec<&Finding>) =
        findings.iter().partition(|found| found.accepted.is_some());
    let mut exit = Exit::Done;
    if open.is_empty() {
        let forms: usize =
            library.sources().map(|(_, referentiel)| referentiel.questionnaires.len()).sum();
        let arguments = [("files", files.into()), ("forms", forms.into())];
        exit = print(locale, &(locale.tell("cli-check-well", &arguments) + "\n"));
    } else {
        for found in &open {
            tell_problem(locale, &found.problem);
        }
        let errors = open.iter().filter(|found| is_error(found)).count();
        let arguments = [("errors", errors.into()), ("warnings", (open.len() - errors).into())];
        eprintln!("{}", locale.tell("cli-check-count", &arguments));
    }
    if !accepted.is_empty() {
        let line = locale.tell("cli-check-accepted", &[("count", accepted.len().into())]);
        if open.is_empty() {
            exit = exit.or(print(locale, &(line + "\n")));
        } else {
            eprintln!("{line}");
        }
    }
    if has_errors(findings) { Exit::Problems } else { exit }
}
