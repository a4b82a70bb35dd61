//! The screens by name, what is typed outside of a questionnaire, and why a key did nothing.
//! Never what a screen shows: `show` and its neighbours say so.

use super::atelier::{Step, Typed};
use super::borne::Stage as AtBorne;
use super::desk::Page;
use super::mirror::Face;
use super::seance::{Asked, Stage};
use crate::value::Meta;

/// What the person is at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Screen {
    /// The référentiels in use, or the forms of the only one; the settings.
    Home,
    /// The forms of one référentiel.
    Forms,
    /// What a référentiel still lacks before it can be used.
    Locked,
    /// Before the notice, to whoever asked for one form: it will be a trial, and why.
    Trial,
    /// Problems of files that could not be loaded.
    Problems,
    /// What interviews that never ended left: which of them?
    Drafts,
    /// One of them: take it up, or throw it away?
    Draft(usize),
    /// Should it really be thrown away?
    Erasing(usize),
    /// One thing to type.
    Prompt(Prompt),
    /// What is said once for the people of a sitting.
    Sitting,
    /// One thing of the sitting, to choose.
    Adjust(Meta),
    /// Before the first question: what this is.
    Notice,
    /// Before the first question: rows cannot be written.
    Unwritable,
    /// A question.
    Question,
    /// Passing a question: for what reason?
    Pass,
    /// The answers given so far, to go to one of them.
    Given,
    /// All answers, before they are saved.
    Review,
    /// The end of a sheet of paper, before it is saved.
    SheetEnd,
    /// A screen of a séance.
    Seance(Stage),
    /// A screen that home leads to.
    Desk(Page),
    /// A screen of a référentiel around a table.
    Atelier(Step),
    /// A screen of the mirror.
    Mirror(Face),
    /// A screen of the borne.
    Borne(AtBorne),
    /// Before the row is saved: a code to copy.
    Code,
    /// Stopping before the end: what becomes of the answers?
    Leaving,
    /// The row is on the disk.
    Saved,
    /// The row could not be written.
    Failed,
    /// The answers that could not be written, to be copied by hand.
    Transcript,
}

/// What is asked outside of a questionnaire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Prompt {
    Structure,
    Contact,
    /// The place where people are asked.
    Site,
    /// Another folder for the answers.
    Folder,
    /// One thing of the sitting.
    Note(Meta),
    /// The code got on arriving, or the one on the sheet of paper.
    Code,
    /// A number of a séance.
    Seance(Asked),
    /// The folder of a stick.
    Stick,
    /// The folder of what goes to the city.
    Parcel,
    /// Something said around a table.
    Atelier(Typed),
    /// What the group says of its answers.
    Saying,
}

/// Why a key did nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stray {
    /// It did: others hear now what is read aloud.
    Listening,
    /// No line bears this digit.
    Digit(u8),
    /// Nothing is chosen yet, and nothing is chosen for the person.
    Unchosen,
    /// What was left is in the hands of another process, or gone.
    Held,
    /// What was left could not be taken up beyond this.
    Stopped,
    /// Nothing was changed in the row that is corrected.
    Unchanged,
}
