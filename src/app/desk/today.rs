//! The sheets of the day, counted by form, group and séance; and what the season asks for now.
//! Never an answer.

use super::super::App;
use super::super::view::Block;
use crate::analysis::{Lot, PastSeance, States};
use crate::locale::shown;
use crate::value::read_day;

/// What a season asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Due {
    Arrivals,
    Departures,
}

/// What is due in a month, where something is.
const fn due(month: i8) -> Option<Due> {
    match month {
        9..=11 => Some(Due::Arrivals),
        5..=7 => Some(Due::Departures),
        _ => None,
    }
}

impl App {
    /// What the season asks for now, once somebody has answered on arriving.
    pub(in crate::app) fn due_words(&self) -> Option<String> {
        let day = self.day.as_ref().filter(|day| day.arrivals > 0)?;
        let month = self.world.today().month();
        let id = match due(month) {
            Some(Due::Arrivals) => "due-arrivals",
            Some(Due::Departures) => "due-departures",
            None => "due-nothing",
        };
        let month = self.locale.say(&format!("month-{month}"));
        let mut capital = month.chars();
        let first = capital.next().map(|first| first.to_uppercase().to_string());
        let month = first.unwrap_or_default() + capital.as_str();
        let counts = [("arrivals", day.arrivals), ("departures", day.departures)];
        let mut arguments = vec![("month", month.into())];
        arguments.extend(counts.map(|(name, count)| (name, count.into())));
        Some(self.locale.tell(id, &arguments))
    }

    pub(super) fn today_words(&self, blocks: &mut Vec<Block>) {
        let today = self.locale.date(self.world.today());
        let lots = self.day.as_ref().map(|day| &day.lots);
        let none = lots.is_none_or(std::collections::BTreeMap::is_empty);
        let id = if none { "today-none" } else { "today-heading" };
        blocks.push(Block::Heading(self.locale.tell(id, &[("day", today.into())])));
        if let Some(due) = self.due_words() {
            blocks.push(Block::Hint(due));
        }
        for (lot, states) in lots.into_iter().flatten() {
            blocks.push(Block::Text(self.lot_words(lot, *states)));
        }
        let held = self.day.iter().flat_map(|day| &day.seances);
        for (place, seance) in held.enumerate() {
            if place == 0 {
                blocks.push(Block::Heading(self.locale.say("today-seances")));
            }
            blocks.push(Block::Text(self.held_words(seance)));
        }
        if self.day.as_ref().is_some_and(|day| day.sealed > 0) {
            blocks.push(Block::Hint(self.locale.say("today-sealed")));
        }
        if self.day.as_ref().is_some_and(|day| day.undated > 0) {
            blocks.push(Block::Hint(self.locale.say("today-undated")));
        }
    }

    /// The title of a form; its id where it is not known here.
    fn title_of(&self, form: &str) -> String {
        let known = self.library.form(form);
        let title = known.map(|form| form.say(&form.titre, self.locale.language()));
        title.unwrap_or_else(|| shown(form).into_owned())
    }

    fn held_words(&self, held: &PastSeance) -> String {
        // Some référentiels say no more than the month or the season.
        let day = read_day(&held.date).map(|day| self.locale.date(day));
        let counts = held.counts;
        let arguments = [
            ("day", day.unwrap_or_else(|| shown(&held.date).into_owned()).into()),
            ("title", self.title_of(&held.form).into()),
            ("group", said(&held.group).into()),
            ("present", counts.present.into()),
            ("answered", counts.answered.into()),
            ("refused", counts.refused.into()),
            ("left", counts.left.into()),
            ("absent", counts.absent.into()),
            ("trial", yes(held.trial).into()),
        ];
        self.locale.tell("today-seance", &arguments)
    }

    fn lot_words(&self, lot: &Lot, states: States) -> String {
        let arguments = [
            ("title", self.title_of(&lot.form).into()),
            ("group", said(&lot.group).into()),
            ("seance", said(&lot.seance).into()),
            ("complete", states.complete.into()),
            ("partial", states.partial.into()),
            ("trial", yes(lot.trial).into()),
        ];
        self.locale.tell("today-lot", &arguments)
    }
}

/// What somebody typed, or the word for nothing.
fn said(words: &str) -> String {
    match shown(words).into_owned() {
        words if words.is_empty() => "none".to_owned(),
        words => words,
    }
}

fn yes(is_so: bool) -> &'static str {
    if is_so { "yes" } else { "no" }
}
