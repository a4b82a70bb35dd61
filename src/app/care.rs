//! What the people who look after the machine must know of its disk: an error that was got round,
//! lines set aside, rows that are in another folder, a draft that could not be kept; and, as the last
//! resort, the answers to copy by hand.
//! Never a file: faults and places are handed in.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::view::Block;
use super::{App, Keeping};
use crate::store::{Action, Appended, Fault, Reason};

/// What was seen of the disk since the program began.
#[derive(Debug, Default)]
pub(super) struct Care {
    /// The error that the last row got round; said on the screen that says it is saved.
    now: Option<Fault>,
    /// The last error of all that was got round.
    overcome: Option<Fault>,
    set_aside: Option<PathBuf>,
    /// The rows that are in another folder than the usual one: where, and how many.
    elsewhere: Vec<(PathBuf, usize)>,
    /// Why the journal of the last interview could not be kept.
    unkept: Option<Arc<Fault>>,
}

impl App {
    /// Notes what saving a row showed of the disk.
    pub(super) fn note_disk(&mut self, appended: &Appended) {
        self.care.now.clone_from(&appended.overcome);
        if appended.overcome.is_some() {
            self.care.overcome.clone_from(&appended.overcome);
        }
        if appended.set_aside.is_some() {
            self.care.set_aside.clone_from(&appended.set_aside);
        }
        if self.into.is_none() {
            return;
        }
        let folder = appended.file.parent().unwrap_or(Path::new("")).to_owned();
        match self.care.elsewhere.iter_mut().find(|(known, _)| *known == folder) {
            Some((_, rows)) => *rows += appended.rows,
            None => self.care.elsewhere.push((folder, appended.rows)),
        }
    }

    /// Notes that the journal of the interview under way could not be kept.
    pub(super) fn note_unkept(&mut self, fault: Arc<Fault>) {
        self.care.unkept = Some(fault);
    }

    /// Another interview begins.
    pub(super) fn forget_last(&mut self) {
        self.care.now = None;
        self.care.unkept = None;
    }

    /// Beside «saved»: the row is there, but somebody must look after this disk.
    pub(super) fn saved_alarm(&self, blocks: &mut Vec<Block>) {
        if let Some(fault) = &self.care.now {
            blocks.push(Block::Alert(self.say(alarm(fault, To::Person))));
            // The path of some rows names a group that nobody should be seen in.
            if !self.interview.as_ref().is_some_and(|on| on.session.form().head.sensible) {
                blocks.push(Block::Hint(self.locale.fault(fault)));
            }
        }
    }

    /// What the team is told before the next interview, here and wherever a form is begun.
    pub(super) fn team_alarm(&self, blocks: &mut Vec<Block>) {
        if let Some(fault) = &self.care.overcome {
            blocks.push(Block::Alert(self.locale.say(alarm(fault, To::Team))));
        }
    }

    /// All that the team must know of the disk.
    pub(super) fn care_words(&self, blocks: &mut Vec<Block>) {
        self.team_alarm(blocks);
        if let Some(fault) = &self.care.overcome {
            blocks.push(Block::Text(self.locale.fault(fault)));
        }
        if let Some(aside) = &self.care.set_aside {
            let file = aside.display().to_string();
            let said = self.locale.tell("disk-set-aside", &[("file", file.into())]);
            blocks.push(Block::Alert(said));
        }
        for (folder, rows) in &self.care.elsewhere {
            let folder = folder.display().to_string();
            let arguments = [("count", (*rows).into()), ("folder", folder.into())];
            blocks.push(Block::Alert(self.locale.tell("disk-elsewhere", &arguments)));
        }
        if let Some(fault) = &self.care.unkept {
            blocks.push(Block::Alert(self.locale.say("disk-unkept")));
            blocks.push(Block::Text(self.locale.fault(fault)));
        }
    }

    /// Where the answers that could not be saved are meanwhile.
    pub(super) fn whereabouts(&self, blocks: &mut Vec<Block>) {
        let is_kept = self.has_journal() && self.drafts.keeping == Keeping::Journal;
        // A stick that was pulled out, or a disk that fails, has the draft as little as the rows.
        let fails = self.fault.as_ref().is_some_and(|fault| {
            fault.action == Action::Sync || matches!(fault.reason, Reason::Gone | Reason::Other(_))
        });
        let folder = [("folder", self.places.drafts.display().to_string().into())];
        blocks.push(Block::Hint(match (is_kept, fails) {
            (true, false) => self.tell("failed-draft", &folder),
            (true, true) => self.tell("failed-draft-unsure", &folder),
            (false, _) => self.say("failed-nowhere"),
        }));
    }

    /// Each question and its answer, to be copied by hand.
    pub(super) fn transcript(&self, blocks: &mut Vec<Block>) {
        blocks.push(Block::Heading(self.say("transcript-heading")));
        let Some(interview) = &self.interview else { return };
        for (_, question, answer) in interview.session.asked().filter(|asked| asked.1.asks()) {
            let question_said = self.question_text(interview, question);
            let answer = self.answer_text(question, answer);
            let arguments = [("question", question_said.into()), ("answer", answer.into())];
            blocks.push(Block::Text(self.tell("transcript-line", &arguments)));
        }
    }
}

/// To whom an alarm is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum To {
    Person,
    Team,
}

/// The message for an error that was got round.
fn alarm(fault: &Fault, to: To) -> &'static str {
    match (fault.reason == Reason::Full, to) {
        (true, To::Person) => "saved-full",
        (true, To::Team) => "team-full",
        (false, To::Person) => "saved-unsure",
        (false, To::Team) => "team-unsure",
    }
}
