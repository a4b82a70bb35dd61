//! `recueil check FILE.csv`: every row of a file held against the form that it says it answers.
//! Never changes the file, and never holds more than a part of it.

use std::path::Path;
use std::sync::Arc;

use super::check::Format;
use super::collect::tell;
use super::dossier::{Dossier, read};
use super::inspect::answer;
use super::{Exit, print};
use crate::exchange::{Mistake, Wrong, read_answers};
use crate::locale::Locale;
use crate::questionnaire::{Library, Questionnaire, Severity, load};
use crate::record::{Metadata, is_sent};
use crate::report::Told;
use crate::store::{Met, Row, Seen, Store, names};
use crate::value::Meta;

/// How many characters a month has.
const MONTH: usize = "2026-11".len();

/// How many rows are read at once.
const PART: usize = 10_000;

/// Checks the rows of a file. Each must be as it was written, and what a session could have given.
pub(super) fn check(
    locale: &Locale,
    dossier: &Dossier,
    path: &Path,
    format: Format,
    all: &mut Vec<Told>,
) -> Exit {
    let name = path.display().to_string();
    let of_file = |code, message, advice| Told {
        file: name.clone(),
        line: 1,
        column: 1,
        code,
        severity: Severity::Error,
        message,
        advice,
    };
    let Some(form) = form_of(dossier, path) else {
        let message = locale.tell("rows-no-form", &[("file", name.clone().into())]);
        match format {
            Format::Text => eprintln!("{message}"),
            Format::Json => {
                let advice = locale.say("data-no-definition-do");
                all.push(of_file("data-no-definition", message, advice));
            }
        }
        return Exit::Problems;
    };
    let (mut rows, mut problems) = (0, 0_usize);
    let mut parts = Parts::new(&form);
    let mut told = Vec::new();
    let mut finish = |parts: &mut Parts, told: &mut Vec<Told>| {
        told.extend(parts.finish().iter().map(|found| {
            let message = tell(locale, &form, &found.wrong);
            answer(locale, path, found.line, found.column, message)
        }));
        told.sort_by_key(|told| (told.line, told.column));
        problems += told.iter().filter(|told| told.severity == Severity::Error).count();
        match format {
            Format::Json => all.append(told),
            Format::Text => {
                for Told { line, column, message, .. } in told.drain(..) {
                    eprintln!("{name}:{line}:{column}: {message}");
                }
            }
        }
    };
    let read = Store::new(dossier.data(), String::new()).read_rows(path, |met| match met {
        Met::Row(row) => {
            rows += 1;
            parts.add(row);
            if parts.is_full() {
                finish(&mut parts, &mut told);
            }
        }
        Met::Oddity(oddity) => told.push(Told {
            file: name.clone(),
            line: oddity.line,
            column: oddity.column,
            code: oddity.kind.code(),
            severity: oddity.kind.severity(),
            message: locale.odd(oddity.kind),
            advice: locale.seen_advice(&Seen::Odd(oddity.kind)),
        }),
    });
    finish(&mut parts, &mut told);
    if let Err(fault) = read {
        let seen = Seen::Unread(fault);
        match format {
            Format::Text => eprintln!("{}", locale.seen(&seen)),
            Format::Json => {
                all.push(of_file(seen.code(), locale.seen(&seen), locale.seen_advice(&seen)));
            }
        }
        return Exit::Failed;
    }
    let exit = if problems > 0 { Exit::Problems } else { Exit::Done };
    let arguments = [("file", name.into()), ("rows", rows.into()), ("problems", problems.into())];
    match (format, exit) {
        (Format::Json, _) => exit,
        (Format::Text, Exit::Done) => print(locale, &(locale.tell("rows-well", &arguments) + "\n")),
        (Format::Text, _) => {
            eprintln!("{}", locale.tell("rows-problems", &arguments));
            exit
        }
    }
}

/// The form that a file of rows answers: the definition kept beside it, else the form of today if
/// it is still the same.
pub(super) fn form_of(dossier: &Dossier, path: &Path) -> Option<Arc<Questionnaire>> {
    form_among(|| Library::load(dossier.questionnaires()), path)
}

/// The same, the forms of today being those of a library, which is only loaded where it is wanted.
pub(super) fn form_among<L: std::borrow::Borrow<Library>>(
    library: impl FnOnce() -> L,
    path: &Path,
) -> Option<Arc<Questionnaire>> {
    let file = path.file_stem()?.to_str()?;
    let (stem, _poste) = file.rsplit_once('.')?;
    let beside = names::definition(path.parent()?, stem);
    if beside.is_file() {
        let source = read(&beside).read().ok()?;
        return load(&Arc::new(source), None).ok()?.questionnaires.first().map(Arc::clone);
    }
    let (id, _) = stem.split_once(".v")?;
    let form = library().borrow().form(id)?;
    (form.stem() == stem).then_some(form)
}

/// Rows of a file held against their form, a part at a time.
#[derive(Debug)]
pub(super) struct Parts {
    form: Arc<Questionnaire>,
    start: Metadata,
    /// The rows as we write them, after their header.
    text: Vec<u8>,
    places: Vec<Place>,
    /// Was a part looked at? What is wrong in the header is told with the first only.
    is_begun: bool,
}

/// Where a row stands in its file.
#[derive(Debug)]
struct Place {
    line: usize,
    /// Where its cells begin, as we write them and in the file; nothing where that is the same.
    columns: Vec<(usize, usize)>,
    /// Was it sent from elsewhere? It names no machine then, and has a month for a day.
    was_sent: bool,
}

impl Parts {
    pub fn new(form: &Arc<Questionnaire>) -> Self {
        let (form, start) = (Arc::clone(form), Metadata::new(form));
        Self { form, start, text: Vec::new(), places: Vec::new(), is_begun: false }
    }

    pub fn form(&self) -> &Arc<Questionnaire> {
        &self.form
    }

    pub fn is_full(&self) -> bool {
        self.places.len() == PART
    }

    pub fn add(&mut self, row: &Row<'_>) {
        if self.places.is_empty() {
            self.text = line(row.names());
        }
        let mut columns = Vec::new();
        let was_sent = row.meta(Meta::Poste).is_empty();
        match row.plain().filter(|_| !was_sent) {
            Some(bytes) => {
                self.text.extend_from_slice(bytes);
                self.text.push(b'\n');
            }
            None => {
                let mut cells: Vec<String> = row.cells().map(str::to_owned).collect();
                let day = row.place(Meta::Date.word()).and_then(|at| cells.get_mut(at));
                if let Some(month) = day.filter(|day| was_sent && day.len() == MONTH) {
                    // No session knows of months, and every month has a first day.
                    month.push_str("-01");
                }
                self.text.extend(line(cells.iter().map(String::as_str)));
                let mut column = 1;
                for (at, cell) in cells.iter().enumerate() {
                    columns.push((column, row.column(at)));
                    column += 1 + written_length(cell);
                }
            }
        }
        self.places.push(Place { line: row.line(), columns, was_sent });
    }

    /// What is wrong in the rows of this part, with the places of the file; the next one begins.
    pub fn finish(&mut self) -> Vec<Mistake> {
        if self.places.is_empty() {
            return Vec::new();
        }
        let mut mistakes = read_answers(&self.text, &self.form, &self.start).mistakes;
        // The header is line 1 of a part, and its first row line 2.
        mistakes.retain(|mistake| mistake.line > 1 || !self.is_begun);
        self.is_begun = true;
        mistakes.retain(|mistake| {
            let place = mistake.line.checked_sub(2).and_then(|at| self.places.get(at));
            !(place.is_some_and(|place| place.was_sent) && self.stayed(&mistake.wrong))
        });
        for mistake in &mut mistakes {
            let Some(at) = mistake.line.checked_sub(2) else { continue };
            let Some(place) = self.places.get(at) else { continue };
            mistake.line = place.line;
            let before = place.columns.iter().rev().find(|(written, _)| *written <= mistake.column);
            mistake.column = before.map_or(mistake.column, |(_, column)| *column);
        }
        self.places.clear();
        mistakes
    }

    /// Does whether the question is asked follow from an answer that stayed where it was given?
    fn stayed(&self, wrong: &Wrong) -> bool {
        let (Wrong::Closed(name) | Wrong::Open(name)) = wrong else { return false };
        let question = |name: &str| self.form.questions.iter().find(|of| of.name == name);
        let relevant = question(name).and_then(|question| question.relevant.as_ref());
        let names = relevant.map(|relevant| relevant.names()).unwrap_or_default();
        names.iter().any(|(name, _)| !question(name).is_some_and(|question| is_sent(question)))
    }
}

/// Cells as one line, as we write it.
fn line<'c>(cells: impl Iterator<Item = &'c str>) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(cells).expect("writing to memory does not fail");
    writer.into_inner().expect("writing to memory does not fail")
}

/// How many characters a cell has once it is written.
fn written_length(cell: &str) -> usize {
    let marks = cell.matches('"').count();
    let is_quoted = marks > 0 || cell.contains([',', '\r', '\n']);
    cell.chars().count() + if is_quoted { marks + 2 } else { 0 }
}
