//! The activities that La Coop de la médiation numérique exports, as séances of the register.
//! Never who came: the columns that say it are left, and of ages and situations only how many is kept.

mod sitting;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::Span;
use sha2::{Digest, Sha256};
use uuid::Builder;

use super::xlsform::{Book, Grave, Kind, Line, Remark, Sheet, gathered};
use crate::locale::Locale;
use crate::questionnaire::Questionnaire;
use crate::session::Finished;
use crate::value::{Date, read_day};
use words::{Column, Company, NEEDED, READ, SHARED, TELLING, company, is_private, key};

/// The first day of the calendar of spreadsheets, less one.
const DAY_ZERO: Date = Date::constant(1899, 12, 30);

/// What an export says.
#[derive(Debug, Default)]
pub struct Activities {
    /// The activities of groups, in the order of the file.
    pub workshops: Vec<Workshop>,
    /// How many activities were with one person: no séance.
    pub alone: usize,
    /// How many cannot be taken: what is wrong with each is among the remarks.
    pub refused: usize,
    /// What is wrong, and what is not in the register as it was there.
    pub remarks: Vec<Remark>,
    /// The columns that say who came, as the file names them: not read.
    pub private: Vec<String>,
    /// The other columns for which the register has no place.
    pub unplaced: Vec<String>,
}

/// An activity with a group: a séance.
#[derive(Debug)]
pub struct Workshop {
    /// Its identifier there.
    key: String,
    /// The line of the register.
    pub finished: Finished,
    /// The day.
    pub day: Date,
    /// The day it was noted there.
    pub entered: Date,
    /// How many people came.
    pub people: u32,
    /// How many minutes; none where nobody said.
    pub minutes: Option<u32>,
    /// Where; blank where nobody said.
    pub place: String,
}

impl Workshop {
    /// The identifier of its row: the same whenever and wherever the activity is imported, so that it is
    /// there once. Nobody finds the activity by it who does not have La Coop's own identifier.
    pub fn id(&self, trial: bool) -> String {
        let tree = if trial { "essai" } else { "compte" };
        let digest = Sha256::digest(["la-coop", tree, self.key.as_str()].join("\u{1f}"));
        let (first, _) = digest.split_first_chunk().expect("a digest has more than sixteen bytes");
        Builder::from_random_bytes(*first).into_uuid().to_string()
    }
}

/// Is this an export of activities, whatever its file is called?
pub fn is_of_la_coop(book: &Book) -> bool {
    found(book).is_some()
}

/// The sheet of the table, and where in it the names of the columns stand: what the export says of
/// itself and of what was asked comes before.
fn found(book: &Book) -> Option<(&Sheet, usize)> {
    let is_header = |line: &Line| {
        let has = |column: &Column| line.cells.iter().any(|cell| of(cell) == Some(*column));
        TELLING.iter().all(has)
    };
    let mut sheets = book.sheets.iter();
    sheets.find_map(|sheet| Some((sheet, sheet.lines.iter().position(is_header)?)))
}

/// The column of this name.
fn of(header: &str) -> Option<Column> {
    let wanted = key(header);
    READ.iter().find(|(_, name)| key(name) == wanted).map(|(column, _)| *column)
}

/// Reads the activities of a file; `form` is the register.
pub fn activities(
    locale: &Locale,
    file: &str,
    book: &Book,
    form: &Arc<Questionnaire>,
) -> Activities {
    let Some((sheet, at)) = found(book) else { return Activities::default() };
    let mut columns = BTreeMap::new();
    let mut activities = Activities::default();
    for (place, written) in sheet.lines[at].cells.iter().enumerate() {
        match of(written) {
            Some(column) => _ = columns.entry(column).or_insert((place, written.trim().to_owned())),
            None if written.trim().is_empty() => {}
            None if is_private(written) => activities.private.push(written.trim().to_owned()),
            None => activities.unplaced.push(written.trim().to_owned()),
        }
    }
    let mut export = Export { locale, form, file, sheet: &sheet.name, columns, said: Vec::new() };
    let missing = NEEDED.iter().filter(|column| !export.columns.contains_key(column));
    let missing: Vec<&str> = missing.map(|column| named(*column)).collect();
    if missing.is_empty() {
        for (id, lines) in export.by_activity(&sheet.lines[at + 1..]) {
            export.activity(&id, &lines, &mut activities);
        }
    } else {
        let facts = vec![("keys", missing.join(", "))];
        export.say(Grave::Refused, Kind::CoopColumn, vec![sheet.lines[at].number], None, facts);
    }
    activities.remarks = gathered(export.said);
    // Stable: what is found first is told first.
    activities.remarks.sort_by_key(|remark| remark.grave);
    activities
}

/// How La Coop names a column.
fn named(column: Column) -> &'static str {
    READ.iter().find(|(known, _)| *known == column).map_or("", |(_, name)| *name)
}

/// An export being read.
struct Export<'x> {
    locale: &'x Locale,
    form: &'x Arc<Questionnaire>,
    file: &'x str,
    sheet: &'x str,
    /// Where each column stands, and how the file writes its name.
    columns: BTreeMap<Column, (usize, String)>,
    said: Vec<Remark>,
}

impl Export<'_> {
    fn say(
        &mut self,
        grave: Grave,
        kind: Kind,
        rows: Vec<usize>,
        column: Option<Column>,
        facts: Vec<(&'static str, String)>,
    ) {
        let column = column.and_then(|column| self.columns.get(&column).cloned());
        let (file, sheet) = (self.file.to_owned(), self.sheet.to_owned());
        self.said.push(Remark { grave, kind, file, sheet, rows, column, facts });
    }

    /// Says what is wrong in a cell.
    fn wrong(&mut self, kind: Kind, line: &Line, column: Column) {
        let facts = vec![("word", self.cell(line, column).to_owned())];
        self.say(Grave::Refused, kind, vec![line.number], Some(column), facts);
    }

    fn cell<'l>(&self, line: &'l Line, column: Column) -> &'l str {
        let at = self.columns.get(&column).map(|(at, _)| *at);
        at.and_then(|at| line.cells.get(at)).map_or("", |cell| cell.trim())
    }

    /// The lines of each activity, in the order in which it begins.
    fn by_activity<'l>(&mut self, lines: &'l [Line]) -> Vec<(String, Vec<&'l Line>)> {
        let mut places: BTreeMap<String, usize> = BTreeMap::new();
        let mut activities: Vec<(String, Vec<&Line>)> = Vec::new();
        for line in lines.iter().filter(|line| !line.is_empty()) {
            let id = self.cell(line, Column::Id).to_owned();
            let at = *places.entry(id.clone()).or_insert_with(|| {
                activities.push((id, Vec::new()));
                activities.len() - 1
            });
            activities[at].1.push(line);
        }
        activities
    }

    /// Takes one activity, or says why not.
    fn activity(&mut self, id: &str, lines: &[&Line], activities: &mut Activities) {
        let first = lines[0];
        if id.is_empty() {
            let rows = lines.iter().map(|line| line.number).collect();
            self.say(Grave::Refused, Kind::CoopNoId, rows, Some(Column::Id), Vec::new());
            activities.refused += lines.len();
            return;
        }
        let taken = match company(self.cell(first, Column::Kind)) {
            Some(Company::Alone) => {
                activities.alone += 1;
                return;
            }
            Some(Company::Group) => self.workshop(id, lines),
            None => {
                self.wrong(Kind::CoopKind, first, Column::Kind);
                None
            }
        };
        match taken {
            Some(workshop) => activities.workshops.push(workshop),
            None => activities.refused += 1,
        }
    }

    fn workshop(&mut self, id: &str, lines: &[&Line]) -> Option<Workshop> {
        let first = lines[0];
        let before = self.said.len();
        for column in SHARED {
            let said = self.cell(first, *column);
            if let Some(other) = lines.iter().find(|line| self.cell(line, *column) != said) {
                let rows = vec![first.number, other.number];
                self.say(Grave::Refused, Kind::CoopDiffers, rows, Some(*column), Vec::new());
            }
        }
        let people = self.people(lines);
        let day = self.day(first, Column::Day);
        if day.is_none() {
            self.wrong(Kind::CoopDay, first, Column::Day);
        }
        let minutes = match self.cell(first, Column::Minutes) {
            "" => None,
            cell => {
                let minutes = cell.strip_suffix(".0").unwrap_or(cell).parse().ok();
                if minutes.is_none() {
                    self.wrong(Kind::CoopMinutes, first, Column::Minutes);
                }
                minutes
            }
        };
        if self.said.len() > before {
            return None;
        }
        let (people, day) = (people?, day?);
        let entered = self.day(first, Column::Entered).unwrap_or(day);
        let place = self.place(first);
        let (finished, place) = self.sitting(lines, day, people, minutes, place)?;
        Some(Workshop { key: id.to_owned(), finished, day, entered, people, minutes, place })
    }

    /// How many people came, where every one of them has a line.
    fn people(&mut self, lines: &[&Line]) -> Option<u32> {
        let mut numbers = BTreeSet::new();
        let mut count = None;
        for line in lines {
            let cell = self.cell(line, Column::People);
            let (number, of) = cell.split_once('/').unwrap_or(("1", cell));
            let read = number.trim().parse().ok().zip(of.trim().parse().ok());
            let read = read.filter(|(number, of): &(u32, u32)| (1..=*of).contains(number));
            let Some((number, of)) = read.filter(|(_, of)| count.is_none_or(|count| count == *of))
            else {
                self.wrong(Kind::CoopPeople, line, Column::People);
                return None;
            };
            numbers.insert(number);
            count = Some(of);
        }
        let count = count?;
        let (each, rows) = (numbers.len(), lines.len());
        if u32::try_from(each) == Ok(count) && each == rows {
            return Some(count);
        }
        let facts = vec![("count", count.to_string()), ("rows", rows.to_string())];
        let numbers = lines.iter().map(|line| line.number).collect();
        self.say(Grave::Refused, Kind::CoopIncomplete, numbers, Some(Column::People), facts);
        None
    }

    /// A day as cells of spreadsheets and of text hold it; the time, where there is one, is left.
    fn day(&self, line: &Line, column: Column) -> Option<Date> {
        let cell = self.cell(line, column);
        let first: String = cell.chars().take("2026-11-22".len()).collect();
        if let Some(day) = read_day(cell).or_else(|| read_day(&first)) {
            return Some(day);
        }
        let whole = cell.split('.').next().filter(|whole| whole.len() == 5)?;
        let days: i32 = whole.parse().ok()?;
        DAY_ZERO.checked_add(Span::new().days(days)).ok()
    }

    /// The place: its name, or what stands for it. The town of who was helped at home is left.
    fn place(&self, line: &Line) -> String {
        let [name, canal, town] =
            [Column::Place, Column::Canal, Column::Town].map(|column| self.cell(line, column));
        let place = match (name, words::is_no_place(canal)) {
            ("", true) => canal,
            ("", false) => town,
            (name, _) => name,
        };
        place.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}
