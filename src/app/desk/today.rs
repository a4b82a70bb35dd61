//! The sheets of the day, counted by form, group and séance; and what the season asks for now.
//! Never an answer.

use super::super::App;
use super::super::view::Block;
use crate::analysis::{Lot, States};
use crate::locale::shown;

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
        if self.day.as_ref().is_some_and(|day| day.sealed > 0) {
            blocks.push(Block::Hint(self.locale.say("today-sealed")));
        }
        if self.day.as_ref().is_some_and(|day| day.undated > 0) {
            blocks.push(Block::Hint(self.locale.say("today-undated")));
        }
    }

    fn lot_words(&self, lot: &Lot, states: States) -> String {
        let form = self.library.form(&lot.form);
        let title = form.map(|form| form.say(&form.titre, self.locale.language()));
        let title = title.unwrap_or_else(|| shown(&lot.form).into_owned());
        let said = |words: &str| match shown(words).into_owned() {
            words if words.is_empty() => "none".to_owned(),
            words => words,
        };
        let arguments = [
            ("title", title.into()),
            ("group", said(&lot.group).into()),
            ("seance", said(&lot.seance).into()),
            ("complete", states.complete.into()),
            ("partial", states.partial.into()),
            ("trial", (if lot.trial { "yes" } else { "no" }).into()),
        ];
        self.locale.tell("today-lot", &arguments)
    }
}
