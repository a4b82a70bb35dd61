//! The screens of a séance, what is typed and what can be done there, and the way from one to another.
//! Never what a screen shows: each has a file of its own.

use super::Ending;
use crate::app::{App, Effect, Screen};
use crate::record::Road;

/// The screens of a séance, beside those of the interviews in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum Stage {
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
pub(in crate::app) enum Asked {
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
pub(in crate::app) enum Deed {
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
    /// Show the group what it answered.
    Mirror,
    /// Leave it for later.
    Pause,
    /// Out of the séance.
    Finish,
}

impl App {
    /// Does what a line of a séance stands for.
    pub(in crate::app) fn seance_act(&mut self, deed: Deed) -> Vec<Effect> {
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
            Deed::Mirror => return self.mirror_of_seance(),
            Deed::Pause => return self.pause_seance(),
            Deed::Finish => return self.finish_seance(),
        }
        Vec::new()
    }

    /// Out of a screen of the séance: a step back.
    pub(in crate::app) fn leave_seance_screen(&mut self, stage: Stage) -> Vec<Effect> {
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
    pub(in crate::app) fn leave_number(&mut self, asked: Asked) -> Vec<Effect> {
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
}
