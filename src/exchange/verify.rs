//! Two typings of the same paper sheets, compared cell by cell.
//! Never decides which of the two is right: the paper does.

use std::collections::BTreeMap;

use super::answers::{Reading, Sheet};
use crate::record::answer_cell;
use crate::value::Meta;

/// Which of the two files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typing {
    /// The one whose lines are saved where both agree.
    First,
    /// The other.
    Second,
}

/// A cell of one of the files, by line and column from 1, and what was read there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// The value as a row would hold it.
    pub value: String,
}

/// Why two typings are not the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// A file has no column for the number of the sheet.
    NoColumn(Typing),
    /// A line has no number.
    NoNumber(Typing, Typed),
    /// A line has the number of an earlier one: the line of that one.
    Twice(Typing, Typed, usize),
    /// The sheet is in this file only.
    Alone(Typing, Typed),
    /// A cell of a sheet differs.
    Cell {
        /// The number of the sheet.
        sheet: String,
        /// The name of the column.
        name: String,
        /// What the first file says.
        first: Typed,
        /// What the second says.
        second: Typed,
    },
}

/// Every difference between two readings of answers to the same form: numbers of sheets that cannot
/// be used, then the rest in the order of the first file. Nothing where they say the same; the day
/// of typing may differ.
pub fn verify(first: &Reading<'_>, second: &Reading<'_>) -> Vec<Difference> {
    let files = [(Typing::First, first), (Typing::Second, second)];
    let lacks = |(typing, reading): &(Typing, &Reading<'_>)| {
        reading.column_of_meta(Meta::Feuille).is_none().then_some(Difference::NoColumn(*typing))
    };
    let lacking: Vec<Difference> = files.iter().filter_map(lacks).collect();
    if !lacking.is_empty() {
        return lacking;
    }
    let mut differences = Vec::new();
    let [ours, theirs] = files.map(|(typing, reading)| numbered(typing, reading, &mut differences));
    for sheet in &first.sheets {
        let number = sheet.metadata.get(Meta::Feuille);
        match theirs.get(number) {
            // Told already: it has no number, or that of another.
            _ if !ours.get(number).is_some_and(|known| std::ptr::eq(*known, sheet)) => {}
            None => differences.push(alone(Typing::First, first, sheet)),
            Some(other) => compare(first, sheet, second, other, &mut differences),
        }
    }
    for sheet in &second.sheets {
        let number = sheet.metadata.get(Meta::Feuille);
        if !number.is_empty() && !ours.contains_key(number) {
            differences.push(alone(Typing::Second, second, sheet));
        }
    }
    differences
}

/// The sheets by number; a line without a number, or with that of another, is told.
fn numbered<'a>(
    typing: Typing,
    reading: &'a Reading<'_>,
    differences: &mut Vec<Difference>,
) -> BTreeMap<&'a str, &'a Sheet> {
    let mut sheets: BTreeMap<&str, &Sheet> = BTreeMap::new();
    for sheet in &reading.sheets {
        let number = sheet.metadata.get(Meta::Feuille);
        let here = typed_meta(reading, sheet, Meta::Feuille);
        if number.is_empty() {
            differences.push(Difference::NoNumber(typing, here));
        } else if let Some(before) = sheets.get(number) {
            differences.push(Difference::Twice(typing, here, before.line()));
        } else {
            sheets.insert(number, sheet);
        }
    }
    sheets
}

fn alone(typing: Typing, reading: &Reading<'_>, sheet: &Sheet) -> Difference {
    Difference::Alone(typing, typed_meta(reading, sheet, Meta::Feuille))
}

fn compare(
    first: &Reading<'_>,
    ours: &Sheet,
    second: &Reading<'_>,
    theirs: &Sheet,
    differences: &mut Vec<Difference>,
) {
    let sheet = ours.metadata.get(Meta::Feuille);
    let mut tell = |name: &str, first: Typed, second: Typed| {
        if first.value != second.value {
            let (sheet, name) = (sheet.to_owned(), name.to_owned());
            differences.push(Difference::Cell { sheet, name, first, second });
        }
    };
    for meta in Meta::ALL.iter().copied().filter(|meta| *meta != Meta::Saisie) {
        let typed = (typed_meta(first, ours, meta), typed_meta(second, theirs, meta));
        tell(meta.word(), typed.0, typed.1);
    }
    let questions = ours.finished.form().questions.iter().enumerate();
    for (index, question) in questions.filter(|(_, question)| question.asks()) {
        let typed = |reading: &Reading<'_>, sheet: &Sheet| {
            let (line, column) = reading.place(sheet, reading.column_of(index));
            Typed { line, column, value: answer_cell(&sheet.finished.answers()[index]) }
        };
        tell(&question.name, typed(first, ours), typed(second, theirs));
    }
}

/// What a line says in a column that every row has; its beginning where the file lacks the column.
fn typed_meta(reading: &Reading<'_>, sheet: &Sheet, meta: Meta) -> Typed {
    let cell = reading.column_of_meta(meta).unwrap_or(0);
    let (line, column) = reading.place(sheet, cell);
    Typed { line, column, value: sheet.metadata.get(meta).to_owned() }
}
