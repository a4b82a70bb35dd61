//! Sheets of paper: printed for the group, then typed one after the other by their numbers.
//! Never the same number twice without saying so.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::hub::HIGHEST_SHEET;
use super::{Asked, Stage, Told};
use crate::app::interview::Entry;
use crate::app::view::Block;
use crate::app::{App, Effect, Recorded, Screen, Wish};
use crate::value::Meta;

/// How the correction of a sheet ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum Correction {
    /// The new row stands.
    Saved,
    /// Nothing was changed.
    None,
    /// There is no such row any more.
    Gone,
}

impl App {
    /// The number of the next sheet: the one after the last typed that was not typed yet; at first
    /// the first of those printed here, else the one after the highest of the season.
    pub(super) fn proposed_sheet(&self) -> u32 {
        let Some(on) = &self.seance else { return 1 };
        let typed: &BTreeSet<u32> = &on.tally.sheets;
        let last = on.sheet.or_else(|| typed.last().copied());
        let first = on.printed.map(|(first, _)| first);
        let next = match (last, first) {
            (Some(last), _) => last + 1,
            (None, Some(first)) => first,
            (None, None) => on.tally.highest + 1,
        };
        (next..=HIGHEST_SHEET).find(|number| !typed.contains(number)).unwrap_or(1)
    }

    pub(super) fn sheet_words(&self, blocks: &mut Vec<Block>) {
        blocks.push(Block::Heading(self.locale.say("seance-ask-sheet")));
        blocks.extend(self.told_sheet().map(Block::Text));
        blocks.push(Block::Hint(self.locale.say("seance-hint-sheet")));
    }

    /// What is said of the last sheet.
    pub(super) fn told_sheet(&self) -> Option<String> {
        let (id, number) = match self.seance.as_ref()?.told? {
            Told::Saved(number) => ("seance-sheet-saved", number),
            Told::Corrected(number) => ("seance-sheet-corrected", number),
            Told::Untouched(number) => ("seance-sheet-untouched", number),
            Told::Unknown(number) => ("seance-sheet-unknown", number),
        };
        Some(self.locale.tell(id, &[("number", number.to_string().into())]))
    }

    /// Asks for the row of a sheet of this séance, to correct it.
    pub(super) fn find_sheet(&mut self, number: u32) -> Vec<Effect> {
        let (Some(form), Some(together)) = (self.seance_form().map(Arc::clone), self.together())
        else {
            return Vec::new();
        };
        if let Some(on) = &mut self.seance {
            on.correcting = Some(number);
        }
        vec![Effect::Seance(Wish::Row { form, together, sheet: number, into: self.into.clone() })]
    }

    /// The row of the sheet is read over; or there is none of this number.
    pub(super) fn sheet_found(&mut self, row: Option<Box<Recorded>>) {
        if let Some(row) = row {
            return self.correct(*row);
        }
        if let Some(on) = &mut self.seance {
            on.told = on.correcting.take().map(Told::Unknown);
        }
        self.ask_number(Asked::Correct);
    }

    /// The correction of a sheet is over: its row is another, or stands as it was.
    pub(in crate::app) fn sheet_corrected(&mut self, correction: Correction) -> Vec<Effect> {
        self.forget();
        if let Some(on) = &mut self.seance {
            let told = match correction {
                Correction::Saved => Told::Corrected,
                Correction::None => Told::Untouched,
                Correction::Gone => Told::Unknown,
            };
            on.told = on.correcting.take().map(told);
        }
        self.show_hub();
        let mut effects = vec![Effect::Count];
        effects.extend(self.count_seance());
        effects
    }

    /// A sheet of this number is in hand.
    pub(super) fn sheet_typed(&mut self, number: u32) -> Vec<Effect> {
        let typed = self.seance.as_ref().is_some_and(|on| on.tally.sheets.contains(&number));
        if typed {
            self.show(Screen::Seance(Stage::Twice(number)));
            return Vec::new();
        }
        self.type_sheet(number)
    }

    /// Types it: what is said to people before the first question is printed on it, but who must
    /// accept has ticked a box.
    pub(super) fn type_sheet(&mut self, number: u32) -> Vec<Effect> {
        let Some(form) = self.seance_form().map(Arc::clone) else { return Vec::new() };
        self.forget();
        let effects = self.begin(&form);
        if let Some(on) = &mut self.seance {
            on.sheet = Some(number);
            on.told = None;
        }
        if let Some(interview) = &mut self.interview {
            let set = interview.metadata.set(Meta::Feuille, &number.to_string());
            debug_assert_eq!(set, Ok(()), "{number}");
            if !form.asks_consent() {
                interview.entry = Entry::Begun;
                self.resume();
            }
        }
        effects
    }

    pub(super) fn sheet_is_saved(&mut self, number: u32) {
        if let Some(on) = &mut self.seance {
            on.tally.sheets.insert(number);
            on.told = Some(Told::Saved(number));
        }
        self.ask_number(Asked::Sheet);
    }

    /// The number of the sheet that is being typed.
    pub(in crate::app) fn sheet_number(&self) -> Option<&str> {
        let on = self.interview.as_ref()?;
        Some(on.metadata.get(Meta::Feuille)).filter(|number| !number.is_empty())
    }

    /// Sheets for everybody who is there, numbered after those that are known.
    pub(super) fn print_sheets(&mut self) -> Vec<Effect> {
        let count = self.present().max(1);
        let Some(on) = &mut self.seance else { return Vec::new() };
        let printed = on.printed.map_or(0, |(_, last)| last);
        let first = printed.max(on.tally.highest) + 1;
        on.printed = Some((first, first + count - 1));
        let (form, settings) = (Arc::clone(&on.form), Box::new(self.settings.clone()));
        vec![Effect::Seance(Wish::Print { form, first, count, settings })]
    }

    pub(super) fn printed_words(&self, blocks: &mut Vec<Block>) {
        let Some(on) = &self.seance else { return };
        let (Some(file), Some((first, last))) = (&on.print, on.printed) else {
            blocks.push(Block::Heading(self.locale.say("seance-not-printed")));
            return self.seance_fault(blocks);
        };
        let count = [
            ("count", (last + 1 - first).into()),
            ("first", first.to_string().into()),
            ("last", last.to_string().into()),
        ];
        blocks.push(Block::Heading(self.locale.tell("seance-printed", &count)));
        blocks.push(Block::Text(self.locale.say("seance-printed-text")));
        blocks.push(Block::Hint(file.display().to_string()));
    }
}
