//! The rows of one séance: how many, with which numbers of sheets; and what was said last on this
//! machine, to be proposed again.
//! Never what a person answered.

use std::collections::{BTreeMap, BTreeSet};

use crate::questionnaire::Questionnaire;
use crate::record::Counts;
use crate::store::{Row, Store};
use crate::value::Meta;

/// What the rows of one séance have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Together {
    /// The form, by id.
    pub questionnaire: String,
    /// The group.
    pub groupe: String,
    /// The séance.
    pub seance: String,
    /// The day, as rows hold it.
    pub date: String,
    /// The season.
    pub cycle: String,
    /// Trials, or rows that count?
    pub trial: bool,
}

impl Together {
    /// Is this a row of the séance?
    pub fn has(&self, row: &Row<'_>) -> bool {
        let here = [
            (Meta::Questionnaire, &self.questionnaire),
            (Meta::Groupe, &self.groupe),
            (Meta::Seance, &self.seance),
            (Meta::Date, &self.date),
        ];
        here.iter().all(|(meta, value)| row.meta(*meta) == value.as_str())
    }
}

/// The rows of one séance, counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Answered to the end.
    pub complete: u32,
    /// Interrupted, and kept.
    pub partial: u32,
    /// The numbers of the sheets that were typed.
    pub sheets: BTreeSet<u32>,
    /// The highest number of a sheet of this form in the season, 0 where there is none.
    pub highest: u32,
}

/// Counts the rows of a séance that stand. Files that cannot be read are left out.
pub fn tally(store: &Store, of: &Together) -> Tally {
    let mut tally = Tally::default();
    _ = store.standing(of.trial, |_, row| {
        if row.meta(Meta::Questionnaire) != of.questionnaire {
            return;
        }
        let sheet = row.meta(Meta::Feuille).parse().ok();
        if row.meta(Meta::Cycle) == of.cycle {
            tally.highest = tally.highest.max(sheet.unwrap_or(0));
        }
        if !of.has(row) {
            return;
        }
        let is_partial = row.meta(Meta::Etat) == "partiel";
        *(if is_partial { &mut tally.partial } else { &mut tally.complete }) += 1;
        tally.sheets.extend(sheet);
    });
    tally
}

/// The last line of séances with this form on this machine, by column; empty where there is none.
pub fn last_seance(
    store: &Store,
    form: &Questionnaire,
    poste: &str,
    trial: bool,
) -> BTreeMap<String, String> {
    let mut last = BTreeMap::new();
    store.each_seance(form, trial, |row| {
        let is = |meta: Meta, value: &str| row.get(meta.word()).is_some_and(|cell| cell == value);
        if is(Meta::Poste, poste) && is(Meta::Questionnaire, &form.id) {
            last.clone_from(row);
        }
    });
    last
}

/// A séance that was held, as it was counted at its end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PastSeance {
    /// The day, as its line holds it.
    pub date: String,
    /// The form, by id.
    pub form: String,
    /// The group; empty where nobody said.
    pub group: String,
    /// How many people.
    pub counts: Counts,
    /// A trial?
    pub trial: bool,
}

/// The séances held last, the latest first; of one day, the one written last.
pub fn past_seances(store: &Store, most: usize) -> Vec<PastSeance> {
    let mut held = Vec::new();
    store.all_seances(|cells| {
        let words = |name: &str| cells.get(name).cloned().unwrap_or_default();
        let number = |name: &str| words(name).parse().unwrap_or_default();
        let counts = Counts {
            present: number("presents"),
            answered: number("repondu"),
            refused: number("refus"),
            left: number("partis"),
            absent: number("absents"),
        };
        let [date, form, group] = [Meta::Date, Meta::Questionnaire, Meta::Groupe].map(Meta::word);
        let trial = words(Meta::Essai.word()) == "1";
        let [date, form, group] = [date, form, group].map(words);
        held.push(PastSeance { date, form, group, counts, trial });
    });
    held.reverse();
    held.sort_by(|a, b| b.date.cmp(&a.date));
    held.truncate(most);
    held
}

/// The last row of a form on this machine, by column; empty where there is none.
pub fn last_row(
    store: &Store,
    form: &Questionnaire,
    poste: &str,
    trial: bool,
) -> BTreeMap<String, String> {
    let mut last = BTreeMap::new();
    _ = store.standing(trial, |_, row| {
        let is_of_form = row.meta(Meta::Questionnaire) == form.id;
        if is_of_form && row.meta(Meta::Poste) == poste {
            last = named(row);
        }
    });
    last
}

/// The cells of a row, by column.
fn named(row: &Row<'_>) -> BTreeMap<String, String> {
    row.names().map(str::to_owned).zip(row.cells().map(str::to_owned)).collect()
}
