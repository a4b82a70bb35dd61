//! The rows of one day: how many, never what they say.
//! Never looks at an answer.

use crate::questionnaire::TEAM;
use crate::record::season;
use crate::store::Store;
use crate::value::{Date, Meta};

/// How many answer sets were recorded. What the team counts of a group is nobody's answers: its rows
/// are only counted among the trials.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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
}

/// Counts the rows of a day. Files that cannot be read are left out: counting is no reason to keep
/// anyone from answering.
pub fn day(store: &Store, today: Date) -> Day {
    let mut day = Day { sealed: store.sealed(), ..Day::default() };
    let (written, this_season) = (today.to_string(), season(today));
    for trial in [false, true] {
        _ = store.standing(trial, |_, row| {
            let typed = row.meta(Meta::Saisie);
            let of_today = usize::from(typed == written);
            let typed_on = typed.parse().ok();
            if trial {
                day.trials_today += of_today;
            } else if row.meta(Meta::Role) != TEAM {
                let of_season = typed_on.is_none() && row.meta(Meta::Cycle) == this_season;
                day.today += of_today;
                day.undated += usize::from(of_season);
                day.all += 1;
            }
            day.latest = day.latest.max(typed_on);
        });
    }
    day
}
