//! The sheets of the day as a list: which of them is to be corrected?
//! Never an answer in it: their numbers, forms and states.

use super::super::lines::{Act, List};
use super::super::view::Block;
use super::super::{App, Recorded};
use super::Task;
use crate::locale::shown;
use crate::value::Meta;

/// The sheets of the day.
#[derive(Debug)]
pub(in crate::app) struct Sheets {
    /// By form, then by number.
    rows: Vec<Recorded>,
    /// How many more there are whose form nobody knows any more.
    unknown: usize,
}

impl Sheets {
    pub(super) fn new(mut rows: Vec<Recorded>, unknown: usize) -> Self {
        rows.sort_by_key(|row| {
            let number: Option<u32> = row.meta(Meta::Feuille).parse().ok();
            (row.form().id.clone(), number.is_none(), number)
        });
        Self { rows, unknown }
    }
}

impl App {
    /// Reads the sheet of this place over.
    pub(super) fn correct_listed(&mut self, place: usize) {
        let sheets = self.desk.sheets.take();
        let row = sheets.and_then(|mut sheets| {
            (place < sheets.rows.len()).then(|| sheets.rows.swap_remove(place))
        });
        if let Some(row) = row {
            self.correct(row);
        }
    }

    pub(super) fn sheet_lines(&self, list: &mut List) {
        let rows = self.desk.sheets.iter().flat_map(|sheets| &sheets.rows);
        for (place, row) in rows.enumerate() {
            list.next(self.sheet_label(row), Act::Desk(Task::Correct(place)));
        }
        list.next(self.say("forms-home"), Act::Desk(Task::Home));
        list.apart();
    }

    pub(super) fn sheets_words(&self, blocks: &mut Vec<Block>) {
        let Some(sheets) = &self.desk.sheets else { return };
        let id = if sheets.rows.is_empty() { "sheets-none" } else { "correct-list" };
        blocks.push(Block::Heading(self.say(id)));
        blocks.push(Block::Hint(self.say("sheets-hint")));
        if sheets.unknown > 0 {
            let count = [("count", sheets.unknown.into())];
            blocks.push(Block::Alert(self.tell("correct-unknown", &count)));
        }
    }

    /// What a sheet is.
    fn sheet_label(&self, row: &Recorded) -> String {
        let form = row.form();
        let words =
            |meta: Meta| Some(shown(row.meta(meta)).into_owned()).filter(|it| !it.is_empty());
        let sheet = words(Meta::Feuille);
        let sheet = sheet.map(|number| self.tell("correct-sheet", &[("sheet", number.into())]));
        let group = words(Meta::Groupe);
        let group = group.map(|group| self.tell("correct-group", &[("group", group.into())]));
        let is_partial = row.meta(Meta::Etat) == "partiel";
        let state = if is_partial { "correct-partial" } else { "correct-whole" };
        let trial = (row.meta(Meta::Essai) == "1").then(|| self.say("correct-trial"));
        let changed = (!row.is_intact()).then(|| self.say("correct-by-hand"));
        let title = form.say(&form.titre, self.locale().language());
        let parts = [Some(title), sheet, group, Some(self.say(state)), trial, changed];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}
