//! La séance: a group in front of one computer. It is a sitting with a form, a number of people and
//! a road by which their answers come in: the keyboard passed on, sheets of paper, hands counted.
//! Never an answer of a person: each interview is as everywhere else, and gone once it is over.

mod close;
mod hub;
mod notes;
mod people;
mod script;
mod setup;
mod sheets;
mod stages;
mod vote;
mod wishes;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

pub(super) use close::Ending;
pub(super) use setup::Unended;
pub(super) use sheets::Correction;
pub(super) use stages::{Asked, Deed, Stage};
pub use wishes::{Came, Memory, Wish};

use super::view::Block;
use super::{App, Effect, Screen};
use crate::analysis::{Tally, Together};
use crate::questionnaire::Questionnaire;
use crate::record::{Counts, Metadata, Road};
use crate::value::{Date, Meta};

/// A séance under way. The group, the day and what else is said once are in the sitting.
#[derive(Debug)]
pub(super) struct Seance {
    form: Arc<Questionnaire>,
    id: String,
    trial: bool,
    /// The day it began.
    day: Date,
    phase: Phase,
    /// What was counted: those who answered only as far as this program saw.
    counts: Counts,
    /// Rows of people who left before the end, kept.
    partial: u32,
    /// The rows on the disk.
    tally: Tally,
    /// How many of them, complete and partial, were there before.
    before: Option<(u32, u32)>,
    /// The numbers of the sheets printed from here, first and last.
    printed: Option<(u32, u32)>,
    /// Where they are.
    print: Option<PathBuf>,
    /// The sheet being typed, or typed last.
    sheet: Option<u32>,
    /// What is said of it.
    told: Option<Told>,
    /// The sheet being corrected.
    correcting: Option<u32>,
    /// The hands for each answer of a question, then who did not raise any, by question.
    hands: BTreeMap<String, Vec<u32>>,
    /// Those being counted.
    counting: Vec<u32>,
    /// The counts of the end, once they were proposed.
    end: Option<Counts>,
    /// Were more people counted than there were, and was that told?
    doubted: bool,
    /// Are the votes on the disk?
    voted: bool,
    memory: Memory,
}

/// How far a séance is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    /// What holds for it is being said.
    Said,
    /// It has begun, and its journal with it.
    Open,
    /// Its line is on the disk.
    Over,
}

/// What is said of the last sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Told {
    /// It is on the disk.
    Saved(u32),
    /// It is corrected.
    Corrected(u32),
    /// It stands as it was.
    Untouched(u32),
    /// It is not among those of the séance.
    Unknown(u32),
}

impl Seance {
    fn new(form: &Arc<Questionnaire>, id: String, trial: bool, day: Date) -> Self {
        Self {
            form: Arc::clone(form),
            id,
            trial,
            day,
            phase: Phase::Said,
            counts: Counts::default(),
            partial: 0,
            tally: Tally::default(),
            before: None,
            printed: None,
            print: None,
            sheet: None,
            told: None,
            correcting: None,
            hands: BTreeMap::new(),
            counting: Vec::new(),
            end: None,
            doubted: false,
            voted: false,
            memory: Memory::default(),
        }
    }

    /// Who answered to the end: as far as was seen here, or as the disk says.
    fn answered(&self) -> u32 {
        let before = self.before.unwrap_or((self.tally.complete, 0)).0;
        self.counts.answered.max(self.tally.complete.saturating_sub(before))
    }

    /// Who left before the end, their answers kept or not.
    fn left(&self) -> u32 {
        let before = self.before.unwrap_or((0, self.tally.partial)).1;
        self.counts.left + self.partial.max(self.tally.partial.saturating_sub(before))
    }
}

impl App {
    /// Is a séance under way, or being said?
    pub(super) fn is_in_seance(&self) -> bool {
        self.seance.is_some()
    }

    /// The form of the séance.
    pub(super) fn seance_form(&self) -> Option<&Arc<Questionnaire>> {
        self.seance.as_ref().map(|on| &on.form)
    }

    /// Has the séance still to begin?
    pub(super) fn is_unbegun(&self) -> bool {
        self.seance.as_ref().is_some_and(|on| on.phase == Phase::Said)
    }

    /// Does the program end with what was asked for?
    fn is_single(&self) -> bool {
        self.single
    }

    /// Is the séance a trial?
    pub(super) fn is_trial_seance(&self) -> Option<bool> {
        self.seance.as_ref().map(|on| on.trial)
    }

    /// Is the keyboard between two people? What is on the screen then is for both.
    pub fn is_handing_over(&self) -> bool {
        self.screen == Screen::Seance(Stage::HandOver)
    }

    /// Are sheets of this séance typed one after the other?
    pub(super) fn is_typing_sheets(&self) -> bool {
        self.is_in_seance() && self.sitting.road() == Road::Feuilles
    }

    /// How many people are there, as was said.
    fn present(&self) -> u32 {
        self.sitting.present.unwrap_or_default()
    }

    /// The columns that every line of the séance has.
    fn seance_columns(&self) -> Option<Metadata> {
        let on = self.seance.as_ref()?;
        let today = self.world.today();
        let mut metadata = Metadata::new(&on.form);
        self.settings.note(&on.form, &mut metadata);
        self.sitting.note(&on.form, &mut metadata);
        if metadata.get(Meta::Date).is_empty() {
            metadata.date(on.day, today);
        }
        for (meta, value) in [
            (Meta::ReponseId, on.id.as_str()),
            (Meta::Poste, &self.world.poste()),
            (Meta::Saisie, &today.to_string()),
            (Meta::Horloge, self.clock()),
            (Meta::Essai, if on.trial { "1" } else { "0" }),
        ] {
            let set = metadata.set(meta, value);
            debug_assert_eq!(set, Ok(()), "{meta:?} {value}");
        }
        Some(metadata)
    }

    /// What the rows of the séance have in common.
    fn together(&self) -> Option<Together> {
        let metadata = self.seance_columns()?;
        let cell = |meta| metadata.get(meta).to_owned();
        Some(Together {
            questionnaire: cell(Meta::Questionnaire),
            groupe: cell(Meta::Groupe),
            seance: cell(Meta::Seance),
            date: cell(Meta::Date),
            cycle: cell(Meta::Cycle),
            trial: metadata.get(Meta::Essai) == "1",
        })
    }

    /// Asks for the rows of the séance to be counted.
    fn count_seance(&self) -> Option<Effect> {
        let together = self.together()?;
        Some(Effect::Seance(Wish::Count { together, into: self.into.clone() }))
    }

    /// Takes in what came of a wish.
    pub(super) fn seance_came(&mut self, came: Came) -> Vec<Effect> {
        match came {
            Came::Left(left) => self.seances_left(&left),
            Came::Recalled(memory) => self.recalled(memory),
            Came::TakenUp(read) => return self.seance_taken_up(read),
            Came::Saved(saved) => return self.seance_held(saved),
            Came::Counted(tally) => {
                if let Some(on) = &mut self.seance {
                    on.before.get_or_insert((tally.complete, tally.partial));
                    on.tally = tally;
                    return self.note_seance();
                }
            }
            Came::Row(row) => self.sheet_found(row),
            Came::Unkept(fault) => self.fault = Some(fault),
            Came::Printed(Ok(file)) => {
                if let Some(on) = &mut self.seance {
                    on.print = Some(file);
                    self.show(Screen::Seance(Stage::Printed));
                    return self.note_seance();
                }
            }
            Came::Printed(Err(fault)) => {
                if let Some(on) = &mut self.seance {
                    (on.print, on.printed) = (None, None);
                }
                self.fault = Some(fault);
                self.show(Screen::Seance(Stage::Printed));
            }
        }
        Vec::new()
    }

    /// Has the journal of the séance say what is known now.
    fn note_seance(&self) -> Vec<Effect> {
        let is_open = self.seance.as_ref().is_some_and(|on| on.phase == Phase::Open);
        if is_open { vec![Effect::Seance(Wish::Note(self.seance_notes()))] } else { Vec::new() }
    }

    /// A message in the words of who answers in this séance.
    fn seance_tell(&self, id: &str) -> String {
        match self.seance_form() {
            Some(form) => self.locale.tell_to(form, id, &[]),
            None => self.locale.say(id),
        }
    }

    /// A fault, where there is one: told to the mediator.
    pub(super) fn seance_fault(&self, blocks: &mut Vec<Block>) {
        if let Some(fault) = &self.fault {
            blocks.push(Block::Alert(self.locale.fault(fault)));
        }
    }
}
