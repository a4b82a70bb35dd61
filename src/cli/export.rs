//! `recueil export --format F --to DIR`: the rows for other programs, with the page of codes.
//! Never rows that were withdrawn or corrected, never trials unasked, and never the rows of too few people
//! to be handed on.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::{Path, PathBuf};

use super::dossier::{Dossier, real, shorter};
use super::perform::Outside;
use super::rights::Desk;
use super::{Exit, unknown_form};
use crate::app::World;
use crate::exchange::{
    Done, Export, Few, Format, Groups, Places, Plan, SMALLEST, Scope, TEXTS, Table,
};
use crate::locale::{Locale, shown};
use crate::questionnaire::{Library, Severity, nearest};
use crate::report::condition_words;
use crate::store::{
    Fault, Met, Oddity, Outgoing, OutgoingFault, Present, RealDisk, Row, Seen, note_copy,
};
use crate::value::Meta;

/// How many things of a kind are told to people.
const MOST: usize = 20;

/// How many groups of too few people are told for each form.
const FEW: usize = 10;

/// Which rows are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// Those that count.
    Real,
    /// Trials too.
    WithTrials,
}

/// What was asked.
#[derive(Clone, Debug)]
pub(super) struct Exporting {
    pub format: Format,
    pub to: PathBuf,
    /// Forms, or référentiels; all where none is named.
    pub forms: Vec<String>,
    pub scope: Scope,
    /// The columns to leave out.
    pub without: BTreeSet<String>,
    pub wanted: Wanted,
    pub present: Present,
}

pub(super) fn export(locale: &Locale, dossier: &Dossier, asked: &Exporting) -> Exit {
    match exported(locale, dossier, asked) {
        Ok(exit) | Err(exit) => exit,
    }
}

/// The rows of one form in one version.
struct Source {
    table: Table,
    files: Vec<PathBuf>,
}

/// What was met in the files that somebody must know.
#[derive(Default)]
struct Problems {
    told: usize,
    errors: usize,
}

impl Problems {
    fn meet(&mut self, locale: &Locale, file: &Path, oddity: Oddity) {
        let Oddity { line, column, kind } = oddity;
        self.errors += usize::from(kind.severity() == Severity::Error);
        self.told += 1;
        if self.told <= MOST {
            let (file, message) = (shorter(file), locale.odd(kind));
            eprintln!("{}", shown(&format!("{file}:{line}:{column}: {message}")));
        }
    }

    fn meet_fault(&mut self, locale: &Locale, fault: Fault) {
        self.errors += 1;
        eprintln!("{}", locale.seen(&Seen::Unread(fault)));
    }

    fn end(&self, locale: &Locale) -> Exit {
        if self.told > MOST {
            let arguments = [("count", (self.told - MOST).into())];
            eprintln!("{}", locale.tell("export-more", &arguments));
        }
        if self.errors == 0 {
            return Exit::Done;
        }
        eprintln!("{}", locale.tell("export-problems", &[("count", self.errors.into())]));
        Exit::Problems
    }
}

fn exported(locale: &Locale, dossier: &Dossier, asked: &Exporting) -> Result<Exit, Exit> {
    if !asked.format.is_built() {
        let arguments = [("format", asked.format.word().into())];
        eprintln!("{}", locale.tell("export-not-built", &arguments));
        return Err(Exit::Failed);
    }
    let mut desk = Desk::open(locale, dossier)?;
    let withdrawn = desk.store.surely_withdrawn().map_err(|fault| desk.failed(&fault))?;
    let mut problems = Problems::default();
    let sources = sources(&mut desk, asked, &mut problems)?;
    known_columns(locale, &sources, &asked.without)?;
    if asked.scope == Scope::Diffusion {
        enough(&desk, &sources, &withdrawn)?;
    }
    let (place, data) = (real(&asked.to), real(&dossier.data()));
    let outgoing = Outgoing::begin(&RealDisk, &place, &data, asked.present)
        .map_err(|fault| refused(&desk, &fault))?;
    // Before anything is there: a withdrawal must know of it.
    let day = Outside::new().today().to_string();
    let noted = note_copy(&RealDisk, &data, &day, &noted(asked), &place);
    noted.map_err(|fault| desk.failed(&fault))?;
    let mut export = Export::new(locale, &outgoing, asked.format, asked.scope);
    for source in &sources {
        written(&desk, &mut export, source, &withdrawn, asked, &mut problems)?;
    }
    let done = export.finish().map_err(|fault| desk.failed(&fault))?;
    outgoing.finish().map_err(|fault| desk.failed(&fault))?;
    tell_done(&desk, asked, &place, &done);
    Ok(problems.end(locale))
}

/// What is noted of an export among the copies.
fn noted(asked: &Exporting) -> String {
    let scope = match asked.scope {
        Scope::Complete => "complet",
        Scope::Diffusion => "diffusion",
    };
    format!("export {} {scope}", asked.format.word())
}

/// The forms that have rows and that are wanted.
fn sources(
    desk: &mut Desk<'_>,
    asked: &Exporting,
    problems: &mut Problems,
) -> Result<Vec<Source>, Exit> {
    let locale = desk.locale;
    let files = desk.store.by_form(asked.wanted == Wanted::WithTrials);
    let form_of = |stem: &str| stem.rsplit_once(".v").map_or(stem, |(form, _)| form).to_owned();
    for name in &asked.forms {
        if !files.keys().any(|(id, stem)| id == name || form_of(stem) == *name) {
            let library = Library::load(desk.dossier.questionnaires());
            if library.form(name).is_none() && library.referentiel(name).is_none() {
                return Err(unknown_form(locale, &library, name));
            }
        }
    }
    let plan = Plan { scope: asked.scope, without: asked.without.clone() };
    let mut sources = Vec::new();
    for ((id, stem), files) in files {
        let is_named = |name: &String| *name == id || *name == form_of(&stem);
        if !asked.forms.is_empty() && !asked.forms.iter().any(is_named) {
            continue;
        }
        let Some(form) = files.iter().find_map(|file| desk.form_of(file)) else {
            let arguments = [("file", shown(&shorter(&files[0])).into_owned().into())];
            eprintln!("{}", locale.tell("rows-no-form", &arguments));
            problems.errors += 1;
            continue;
        };
        if asked.scope == Scope::Diffusion && form.head.sensible {
            let title = locale.titled(&form.head);
            eprintln!("{}", locale.tell("export-sensitive", &[("title", title.into())]));
            problems.errors += 1;
            continue;
        }
        let condition = |form: &_, question: &_| condition_words(locale, form, question);
        let table = Table::new(locale, &form, &plan, &condition);
        sources.push(Source { table, files });
    }
    if sources.is_empty() {
        eprintln!("{}", locale.say("export-nothing"));
        if let Some(note) = desk.sealed_note() {
            eprintln!("{note}");
        }
        return Err(problems.end(locale).or(Exit::Failed));
    }
    Ok(sources)
}

/// Is every column to leave out one that some form has?
fn known_columns(
    locale: &Locale,
    sources: &[Source],
    without: &BTreeSet<String>,
) -> Result<(), Exit> {
    // The columns that stayed behind for another reason are known too.
    let questions = sources.iter().flat_map(|source| &source.table.form.questions);
    let mut names: BTreeSet<&str> = questions.map(|question| question.name.as_str()).collect();
    names.extend(Meta::WORDS.iter().copied().chain([TEXTS]));
    let mut exit = Ok(());
    for name in without.iter().filter(|name| !names.contains(name.as_str())) {
        let shown_name = shown(name).into_owned();
        eprintln!("{}", locale.tell("export-no-column", &[("name", shown_name.into())]));
        if let Some(near) = nearest(name, names.iter().copied()) {
            eprintln!("{}", locale.tell("cli-did-you-mean", &[("name", near.into())]));
        }
        exit = Err(Exit::Failed);
    }
    exit
}

/// Reads the rows of a form that stand.
fn each(
    desk: &Desk<'_>,
    source: &Source,
    withdrawn: &HashSet<String>,
    mut visit: impl FnMut(&Row<'_>, &Places),
    mut odd: impl FnMut(&Path, Oddity),
) -> Vec<Fault> {
    let mut places: BTreeMap<PathBuf, Places> = BTreeMap::new();
    desk.store.read_standing(source.files.clone(), withdrawn, |file, met| match met {
        Met::Oddity(oddity) => odd(file, oddity),
        Met::Row(row) => {
            if !places.contains_key(file) {
                places.insert(file.to_owned(), source.table.places(row.names()));
            }
            visit(row, &places[file]);
        }
    })
}

/// Are all people among enough who share what they could be recognised by? Tells who is not, and what to
/// leave out.
fn enough(desk: &Desk<'_>, sources: &[Source], withdrawn: &HashSet<String>) -> Result<(), Exit> {
    let locale = desk.locale;
    let mut exit = Ok(());
    for source in sources {
        let table = &source.table;
        let mut groups = Groups::new(table);
        _ = each(
            desk,
            source,
            withdrawn,
            |row, places| groups.add(&table.cells(row, places, 0)),
            |_, _| {},
        );
        let few = groups.few();
        if few.is_empty() {
            continue;
        }
        exit = Err(Exit::Problems);
        tell_few(locale, table, &groups, &few);
    }
    if exit.is_err() {
        eprintln!("{}", locale.say("export-few-refused"));
    }
    exit
}

fn tell_few(locale: &Locale, table: &Table, groups: &Groups, few: &[Few]) {
    let arguments = [
        ("title", table.title.as_str().into()),
        ("form", table.stem.as_str().into()),
        ("rows", groups.rows().into()),
        ("least", SMALLEST.into()),
        ("columns", groups.names().join(", ").into()),
    ];
    eprintln!("{}", locale.tell("export-few", &arguments));
    for Few { cells, count } in few.iter().take(FEW) {
        let cell = |(name, cell): &(String, String)| {
            let said = if cell.is_empty() { locale.say("export-empty") } else { cell.clone() };
            format!("{name} = {said}")
        };
        let cells: Vec<String> = cells.iter().map(cell).collect();
        let cells =
            if cells.is_empty() { locale.say("export-everybody") } else { cells.join(", ") };
        let arguments = [("count", (*count).into()), ("cells", shown(&cells).into_owned().into())];
        eprintln!("- {}", locale.tell("export-few-who", &arguments));
    }
    if few.len() > FEW {
        eprintln!("{}", locale.tell("export-few-more", &[("count", (few.len() - FEW).into())]));
    }
    match groups.to_leave_out() {
        Some(columns) => {
            let options: Vec<String> =
                columns.iter().map(|name| format!("--without {name}")).collect();
            let arguments = [("options", options.join(" ").into())];
            eprintln!("{}\n", locale.tell("export-few-do", &arguments));
        }
        None => eprintln!("{}\n", locale.tell("export-few-all", &[("least", SMALLEST.into())])),
    }
}

/// Writes the rows of a form.
fn written(
    desk: &Desk<'_>,
    export: &mut Export<'_>,
    source: &Source,
    withdrawn: &HashSet<String>,
    asked: &Exporting,
    problems: &mut Problems,
) -> Result<(), Exit> {
    let locale = desk.locale;
    let failed = |fault: Fault| desk.failed(&fault);
    export.begin(source.table.clone()).map_err(failed)?;
    let table = &source.table;
    let mut rows = 0;
    let mut result = Ok(());
    // To be handed on, rows stand in the order of their identifiers, which is that of chance, and then
    // lose them: nothing says who answered after whom.
    let mut apart: Vec<(String, Vec<String>)> = Vec::new();
    let faults = each(
        desk,
        source,
        withdrawn,
        |row, places| {
            rows += 1;
            if result.is_err() || rows > asked.format.most() {
                return;
            }
            let cells = table.cells(row, places, rows);
            if asked.scope == Scope::Diffusion {
                apart.push((row.meta(Meta::ReponseId).to_owned(), cells));
            } else {
                result = export.row(&cells, table.texts(row, places).as_deref());
            }
        },
        |file, oddity| problems.meet(locale, file, oddity),
    );
    for fault in faults {
        problems.meet_fault(locale, fault);
    }
    result.map_err(failed)?;
    if rows > asked.format.most() {
        let arguments = [
            ("form", table.stem.as_str().into()),
            ("rows", rows.into()),
            ("most", asked.format.most().into()),
        ];
        eprintln!("{}", locale.tell("export-too-many", &arguments));
        return Err(Exit::Failed);
    }
    apart.sort_unstable();
    for (number, (_, mut cells)) in (1..).zip(apart) {
        cells[0] = number.to_string();
        export.row(&cells, None).map_err(failed)?;
    }
    Ok(())
}

pub(super) fn refused(desk: &Desk<'_>, fault: &OutgoingFault) -> Exit {
    eprintln!("{}", refusal(desk.locale, fault));
    Exit::Failed
}

/// Why a folder is not filled, in words.
pub(super) fn refusal(locale: &Locale, fault: &OutgoingFault) -> String {
    let (id, path) = match fault {
        OutgoingFault::Disk(fault) => return locale.fault(fault),
        OutgoingFault::Exists(path) => ("export-exists", path),
        OutgoingFault::Foreign(path) => ("export-foreign", path),
        OutgoingFault::Inside(path) => ("export-inside", path),
    };
    let path = shown(&path.display().to_string()).into_owned();
    locale.tell(id, &[("path", path.into())])
}

/// Tells where it is, and in words what it holds.
fn tell_done(desk: &Desk<'_>, asked: &Exporting, place: &Path, done: &[Done]) {
    let locale = desk.locale;
    let rows: usize = done.iter().map(|done| done.rows).sum();
    let texts: usize = done.iter().map(|done| done.texts).sum();
    let path = shown(&place.display().to_string()).into_owned();
    let arguments = [
        ("rows", rows.into()),
        ("forms", done.len().into()),
        ("texts", texts.into()),
        ("path", path.into()),
    ];
    println!("{}", locale.tell("export-done", &arguments));
    let holds = match asked.scope {
        Scope::Complete => "export-complete-holds",
        Scope::Diffusion => "export-diffusion-holds",
    };
    println!("{}", locale.tell(holds, &arguments));
    if asked.wanted == Wanted::WithTrials {
        println!("{}", locale.say("export-trials"));
    }
    if let Some(note) = desk.sealed_note() {
        println!("{note}");
    }
}
