//! The rows of one day: how many, never what they say.
//! Never looks at an answer.

use std::collections::BTreeMap;

use super::seance::{PastSeance, past_seances};
use crate::questionnaire::{Moment, TEAM};
use crate::record::season;
use crate::store::{Row, Store};
use crate::value::{Date, Meta};

/// How many answer sets were recorded. What the team counts of a group is nobody's answers: its rows
/// are only counted among the trials.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Day {
    /// Typed that day, and counting.
    pub today: usize,
    /// Typed in the season of that day, and counting, where rows do not say the day.
    pub undated: usize,
    /// Typed that day, as trials.
    pub trials_today: usize,
    /// Counting, since the beginning.
    pub all: usize,
    /// Sealed, since the beginning: nothing more can be said of them here.
    pub sealed: usize,
    /// The latest day of typing that any row bears: no clock that is right can be before it.
    pub latest: Option<Date>,
    /// Counting, in the season of that day: answered on arriving.
    pub arrivals: usize,
    /// The same, on leaving.
    pub departures: usize,
    /// The sheets typed that day, together as they were asked: those of the team too.
    pub lots: BTreeMap<Lot, States>,
    /// The séances held last, the latest first.
    pub seances: Vec<PastSeance>,
}

/// How many séances are told of.
const SEANCES: usize = 5;

/// What sheets of one day have in common.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Lot {
    /// The form, by id.
    pub form: String,
    /// The group; empty where nobody said.
    pub group: String,
    /// The séance; empty where there was none.
    pub seance: String,
    /// Trials?
    pub trial: bool,
}

/// In which state sheets are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct States {
    /// Answered to the end.
    pub complete: usize,
    /// Interrupted, and kept.
    pub partial: usize,
}

impl Day {
    fn add(&mut self, row: &Row<'_>, trial: bool) {
        let cell = |meta| row.meta(meta).to_owned();
        let (form, group) = (cell(Meta::Questionnaire), cell(Meta::Groupe));
        let lot = Lot { form, group, seance: cell(Meta::Seance), trial };
        let states = self.lots.entry(lot).or_default();
        let is_partial = row.meta(Meta::Etat) == "partiel";
        *(if is_partial { &mut states.partial } else { &mut states.complete }) += 1;
    }
}

/// Counts the rows of a day. Files that cannot be read are left out: counting is no reason to keep
/// anyone from answering.
pub fn day(store: &Store, today: Date) -> Day {
    let mut day =
        Day { sealed: store.sealed(), seances: past_seances(store, SEANCES), ..Day::default() };
    let (written, this_season) = (today.to_string(), season(today));
    for trial in [false, true] {
        _ = store.standing(trial, |_, row| {
            let typed = row.meta(Meta::Saisie);
            let of_today = usize::from(typed == written);
            let typed_on = typed.parse().ok();
            if typed == written {
                day.add(row, trial);
            }
            if trial {
                day.trials_today += of_today;
            } else if row.meta(Meta::Role) != TEAM {
                let of_season = row.meta(Meta::Cycle) == this_season;
                let at = |moment: Moment| row.meta(Meta::Moment) == moment.word();
                day.today += of_today;
                day.undated += usize::from(of_season && typed_on.is_none());
                day.arrivals += usize::from(of_season && at(Moment::Entree));
                day.departures += usize::from(of_season && at(Moment::Sortie));
                day.all += 1;
            }
            day.latest = day.latest.max(typed_on);
        });
    }
    day
}
