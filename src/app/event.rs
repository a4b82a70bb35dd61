//! What happens to the application, what it has done outside, and what came of that.
//! Never says what each event does: `update` does.

use std::path::PathBuf;
use std::sync::Arc;

use tui_input::InputRequest;

use super::{AtelierCame, AtelierTask, Came, Command, Errand, News, Settings, Speech, Wish};
use crate::analysis::Day;
use crate::questionnaire::Questionnaire;
use crate::record::Record;
use crate::store::{Appended, Draft, Fault, Found as Left, Opening, Step};

/// Something that a person did, or that came of an effect.
#[derive(Clone, Debug)]
pub enum Event {
    /// A digit: marks the line that bears it.
    Digit(u8),
    /// To the line above.
    Up,
    /// To the line below.
    Down,
    /// To the first line.
    First,
    /// To the last line.
    Last,
    /// Marks the line under the cursor.
    Mark,
    /// A line was pointed at.
    Pick(usize),
    /// What is marked or typed is the answer; or acts on the line under the cursor.
    Confirm,
    /// No answer to this question.
    Pass,
    /// To the question before, or the screen before.
    Back,
    /// Out of here.
    Leave,
    /// Out of the program.
    Interrupt,
    /// The keys, explained.
    Help,
    /// The question in other words.
    Rephrase,
    /// The answers given so far, to go to one of them.
    LookBack,
    /// What is on the sheet of paper cannot be read.
    Illegible,
    /// The next language.
    Language,
    /// What is on the screen, said aloud.
    Aloud,
    /// The headphones were plugged in, or taken off.
    Headphones,
    /// An edit of what is being typed.
    Edit(InputRequest),
    /// Text that was copied elsewhere, to be typed at once.
    Paste(String),
    /// Back to what was typed before the last edit.
    Undo,
    /// To what was typed before the last step back.
    Redo,
    /// Everything that is being typed, at once.
    Type(String),
    /// The list of all that can be done here.
    Palette,
    /// One thing of that list.
    Do(Box<Command>),
    /// At the borne: time has passed.
    Tick,
    /// At the borne: the team has come.
    Staff,
    /// At the borne: something was pressed that means nothing.
    Nothing,
    /// At the borne: somebody is there, and does nothing else than look.
    Here,
    /// What came of an effect.
    Outcome(Outcome),
}

/// Something to be done outside.
#[derive(Clone, Debug)]
pub enum Effect {
    /// See whether rows of this form can be written.
    Probe {
        /// The form.
        form: Arc<Questionnaire>,
        /// A trial or not.
        trial: bool,
        /// The folder chosen instead of the usual one.
        into: Option<PathBuf>,
    },
    /// Append a row.
    Save {
        /// The row.
        record: Box<Record>,
        /// The folder chosen instead of the usual one.
        into: Option<PathBuf>,
    },
    /// Put a row in the place of the one that it names.
    Correct(Box<Record>),
    /// Keep the settings.
    Keep(Box<Settings>),
    /// Count the rows.
    Count,
    /// Look for what interviews that never ended left.
    Drafts,
    /// Begin the journal of the interview under way.
    BeginDraft {
        /// What is known of it.
        opening: Box<Opening>,
        /// What happened already.
        steps: Vec<Step>,
    },
    /// Note what happened in it.
    NoteDraft(Vec<Step>),
    /// Its row is on the disk, or its answers are thrown away: its journal goes.
    EndDraft,
    /// Let go of the journal that was taken up: it stays as it is.
    LeaveDraft,
    /// Take up the journal of this file.
    ResumeDraft(PathBuf),
    /// Throw the journal of this file away.
    EraseDraft(PathBuf),
    /// Something of a séance.
    Seance(Wish),
    /// Something that home leads to.
    Desk(Errand),
    /// Something decided around a table.
    Atelier(AtelierTask),
    /// See whether this is the code of the team of the borne.
    Staff(String),
    /// Say this aloud, in place of whatever is being said.
    Speak(Box<Speech>),
    /// Say nothing more.
    Hush,
    /// End the program.
    Quit,
}

/// What came of an effect.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// Rows can be written, or why not.
    Probed(Result<(), Arc<Fault>>),
    /// The row is on the disk, and where; or why not.
    Saved(Result<Appended, Arc<Fault>>),
    /// The row stands in the place of the old one, in this file; nowhere where there is no such row
    /// any more; or why not.
    Corrected(Result<Option<PathBuf>, Arc<Fault>>),
    /// The settings are kept, or why not.
    Kept(Result<(), Arc<Fault>>),
    /// The rows were counted.
    Counted(Day),
    /// What was left of interviews that never ended.
    Left(Vec<Left>),
    /// The journal of the interview under way could not be written.
    Unkept(Arc<Fault>),
    /// The journal of an interview that is over could not be removed.
    Unremoved(Arc<Fault>),
    /// What the journal taken up says; nothing where another process has it, or it is gone.
    TakenUp(Result<Option<Box<Draft>>, Arc<Fault>>),
    /// Was the journal thrown away? Not where another process has it.
    Erased(Result<bool, Arc<Fault>>),
    /// What came of something of a séance.
    Seance(Came),
    /// What came of something that home leads to.
    Desk(News),
    /// What came of something decided around a table.
    Atelier(AtelierCame),
    /// Is it the code of the team?
    Staff(bool),
}
