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
mod vote;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

pub(super) use close::Ending;
pub(super) use setup::Unended;
pub(super) use sheets::Correction;

use super::view::Block;
use super::{App, Effect, Recorded, Screen, Settings};
use crate::analysis::{Tally, Together};
use crate::questionnaire::Questionnaire;
use crate::record::{Counts, Held, Metadata, Road};
use crate::store::{Fault, LeftSeance, Notes};
use crate::value::{Date, Meta};

/// The screens of a séance, beside those of the interviews in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// Séances that nobody ended: which of them, or none now?
    Left,
    /// Which référentiel?
    Which,
    /// Which form?
    Form,
    /// By which road?
    Road,
    /// What was counted so far, and what to do next: the mediator is here.
    Hub,
    /// Between two people: nothing of anybody.
    HandOver,
    /// To who has just answered.
    Thanks,
    /// This sheet was typed already.
    Twice(u32),
    /// What is said to the group.
    Script,
    /// The sheets are ready to be printed, or could not be written.
    Printed,
    /// More hands were counted than there are people.
    Beyond(usize),
    /// The séance is left for later, or not.
    Pausing,
    /// What was counted, to be put right.
    End,
    /// The séance is on the disk: the register is next, if it is wanted.
    Register,
    /// All is done.
    Done,
}

/// A number that is typed in a séance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// How many people are there.
    Present,
    /// The number of a sheet.
    Sheet,
    /// The number of a sheet to correct.
    Correct,
    /// The hands for an answer of a question, by their places.
    Hands(usize, usize),
    /// One of the counts of the end.
    End(Ending),
}

/// What acting on a line of a séance does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Deed {
    /// Begin one.
    Start,
    /// See those that nobody ended.
    Unended,
    /// Choose the référentiel of this place.
    Choose(usize),
    /// Choose the form of this place.
    Form(usize),
    /// Take up the séance of this place.
    TakeUp(usize),
    /// Not now.
    Later,
    /// Say how many people are there.
    Present,
    /// Say by which road.
    Road,
    /// It is this one.
    SetRoad(Road),
    /// Back to what was counted so far.
    Hub,
    /// The next person, sheet or question.
    Next,
    /// The person is ready.
    Ready,
    /// Somebody does not wish to answer.
    Refused,
    /// Make sheets to be printed.
    Print,
    /// Read what is said to the group.
    Script,
    /// Type this sheet, though it was typed already.
    Again(u32),
    /// Another number.
    OtherNumber,
    /// Correct a sheet.
    Correct,
    /// Correct this one.
    CorrectThis(u32),
    /// Count hands for the question of this place.
    Count(usize),
    /// Keep the hands that were counted.
    KeepHands,
    /// End the séance.
    End,
    /// Put one of its counts right.
    Adjust(Ending),
    /// The counts are right.
    Settle,
    /// Fill in the register.
    Register,
    /// Leave it for later.
    Pause,
    /// Out of the séance.
    Finish,
}

/// Something to be done outside for a séance.
#[derive(Clone, Debug)]
pub enum Wish {
    /// Look for séances that nobody ended.
    Look,
    /// Say what was last said here of a séance with this form, and of the register.
    Recall {
        /// The form.
        form: Arc<Questionnaire>,
        /// The register.
        register: Option<Arc<Questionnaire>>,
        /// Trials, or séances that count?
        trial: bool,
    },
    /// Count the rows of the séance.
    Count {
        /// What they have in common.
        together: Together,
        /// The folder chosen instead of the usual one.
        into: Option<PathBuf>,
    },
    /// Begin its journal.
    Begin(Notes),
    /// Note in it what is known now.
    Note(Notes),
    /// The séance is over: its journal goes.
    End,
    /// The séance is left for later: its journal stays.
    Leave,
    /// Take up the journal of this file.
    TakeUp(PathBuf),
    /// Keep lines of the séance.
    Save {
        /// The lines.
        held: Box<Held>,
        /// The folder chosen instead of the usual one.
        into: Option<PathBuf>,
    },
    /// Find the row of a sheet of the séance, to correct it.
    Row {
        /// The form.
        form: Arc<Questionnaire>,
        /// What the rows of the séance have in common.
        together: Together,
        /// The number of the sheet.
        sheet: u32,
        /// The folder chosen instead of the usual one.
        into: Option<PathBuf>,
    },
    /// Write sheets to be printed.
    Print {
        /// The form.
        form: Arc<Questionnaire>,
        /// The number of the first.
        first: u32,
        /// How many.
        count: u32,
        /// Who asks.
        settings: Box<Settings>,
    },
}

/// What came of it.
#[derive(Clone, Debug)]
pub enum Came {
    /// The séances that nobody ended.
    Left(Vec<LeftSeance>),
    /// What was last said here.
    Recalled(Memory),
    /// The rows of the séance.
    Counted(Tally),
    /// The journal could not be written.
    Unkept(Arc<Fault>),
    /// What the journal taken up says; nothing where another process has it, or it is gone.
    TakenUp(Result<Option<Notes>, Arc<Fault>>),
    /// The lines are on the disk, or why not.
    Saved(Result<PathBuf, Arc<Fault>>),
    /// The row of a sheet; nothing where there is none.
    Row(Option<Box<Recorded>>),
    /// The sheets are in this file, or why not.
    Printed(Result<PathBuf, Arc<Fault>>),
}

/// What was last said on this machine, by column; empty where nothing was.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Memory {
    /// Of a séance with the same form.
    pub seance: BTreeMap<String, String>,
    /// Of the register.
    pub register: BTreeMap<String, String>,
}

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

    /// Does what a line of a séance stands for.
    pub(super) fn seance_act(&mut self, deed: Deed) -> Vec<Effect> {
        match deed {
            Deed::Start => self.start_seance(),
            Deed::Unended => self.show(Screen::Seance(Stage::Left)),
            Deed::Choose(place) => self.seance_referentiel(place),
            Deed::Form(place) => return self.seance_with(place),
            Deed::TakeUp(place) => return self.take_up_seance(place),
            Deed::Later => self.seances_later(),
            Deed::Present => self.ask_number(Asked::Present),
            Deed::Road => self.show_road(),
            Deed::SetRoad(road) => self.set_road(road),
            Deed::Hub => self.show_hub(),
            Deed::Next => return self.seance_next(),
            Deed::Ready => return self.next_person(),
            Deed::Refused => return self.one_refused(),
            Deed::Print => return self.print_sheets(),
            Deed::Script => self.show(Screen::Seance(Stage::Script)),
            Deed::Again(number) => return self.type_sheet(number),
            Deed::Correct => self.ask_number(Asked::Correct),
            Deed::CorrectThis(number) => return self.find_sheet(number),
            Deed::OtherNumber => self.ask_number(Asked::Sheet),
            Deed::Count(question) => self.count_hands(question),
            Deed::KeepHands => return self.keep_hands(),
            Deed::End => self.end_seance(),
            Deed::Adjust(which) => self.ask_number(Asked::End(which)),
            Deed::Settle => return self.settle(),
            Deed::Register => return self.begin_register(),
            Deed::Pause => return self.pause_seance(),
            Deed::Finish => return self.finish_seance(),
        }
        Vec::new()
    }

    /// Out of a screen of the séance: a step back.
    pub(super) fn leave_seance_screen(&mut self, stage: Stage) -> Vec<Effect> {
        match stage {
            Stage::Left => self.seances_later(),
            Stage::Which => return self.home(),
            Stage::Form => return self.leave_seance_form(),
            Stage::Road => self.show(Screen::Sitting),
            Stage::Hub => self.show(Screen::Seance(Stage::Pausing)),
            Stage::Thanks => self.show(Screen::Seance(Stage::HandOver)),
            Stage::Done | Stage::Register => return self.finish_seance(),
            Stage::HandOver
            | Stage::Twice(_)
            | Stage::Script
            | Stage::Printed
            | Stage::Beyond(_)
            | Stage::Pausing
            | Stage::End => self.show_hub(),
        }
        Vec::new()
    }

    /// Out of where a number is typed.
    pub(super) fn leave_number(&mut self, asked: Asked) -> Vec<Effect> {
        match asked {
            Asked::Present if self.is_unbegun() => {
                return self.leave_seance_setup();
            }
            Asked::Present => self.show(Screen::Sitting),
            Asked::End(_) => self.show(Screen::Seance(Stage::End)),
            Asked::Sheet | Asked::Correct | Asked::Hands(..) => self.show_hub(),
        }
        Vec::new()
    }

    /// A fault, where there is one: told to the mediator.
    fn seance_fault(&self, blocks: &mut Vec<Block>) {
        if let Some(fault) = &self.fault {
            blocks.push(Block::Alert(self.locale.fault(fault)));
        }
    }
}
