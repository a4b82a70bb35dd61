//! A row that is on the disk, corrected: its answers are read over, changed where they are wrong, and
//! saved as a row that takes its place.
//! Never an answer changed by itself, and never a row of which nothing was changed.

use std::path::PathBuf;
use std::sync::Arc;

use super::interview::{Entry, Interview};
use super::pairing::Coding;
use super::recorded::Recorded;
use super::seance::Correction;
use super::view::Block;
use super::{App, Effect, Screen, Stray};
use crate::record::{Metadata, Record};
use crate::session::Finished;
use crate::store::Fault;
use crate::value::{Answer, Meta};

/// A row that is being corrected.
#[derive(Debug)]
pub(super) struct Correcting {
    row: Recorded,
    /// How many of its answers could not be taken up.
    unread: usize,
    /// The answers as they are on the disk.
    before: Vec<Answer>,
    /// Somebody else corrected or withdrew it meanwhile.
    is_gone: bool,
}

impl App {
    /// Opens at a row that is to be corrected instead of the home screen, and ends with it.
    pub fn open_correction(&mut self, row: Recorded) {
        self.single = true;
        self.correct(row);
    }

    /// Reads a row over, to correct it.
    pub fn correct(&mut self, row: Recorded) {
        let (session, unread) = row.session();
        let before = session.interrupt().answers().to_vec();
        let mut interview = Interview::new(session, row.metadata());
        interview.entry = Entry::Begun;
        self.coding = Coding::Settled;
        self.saved = None;
        self.correcting = Some(Correcting { row, unread, before, is_gone: false });
        self.interview = Some(interview);
        self.resume();
    }

    /// Is a row being corrected? Its answers are on the disk as they were, and no journal is kept.
    pub fn is_correcting(&self) -> bool {
        self.correcting.is_some()
    }

    /// Is a row being corrected of which nothing was changed yet?
    pub(super) fn is_unchanged(&self) -> bool {
        let (Some(correcting), Some(on)) = (&self.correcting, &self.interview) else {
            return false;
        };
        // What could not be taken up is to be given again: as it stands, it is no answer.
        correcting.unread == 0 && on.session.interrupt().answers() == correcting.before
    }

    /// Says that there is nothing to save.
    pub(super) fn nothing_to_correct(&mut self) -> Vec<Effect> {
        self.show(Screen::Review);
        self.stray = Some(Stray::Unchanged);
        Vec::new()
    }

    /// Makes the row that takes the place of the old one, and sends it to the disk. All that was
    /// known of the old one still holds, but for the day it was typed.
    pub(super) fn corrected_record(&mut self, finished: &Finished) -> Vec<Effect> {
        let (fresh, today) = (self.world.fresh_id(), self.world.today());
        let (Some(on), Some(correcting)) = (&mut self.interview, &self.correcting) else {
            return Vec::new();
        };
        let id = on.id.get_or_insert(fresh).clone();
        let mut metadata: Metadata = on.metadata.clone();
        for (meta, value) in [
            (Meta::ReponseId, id.as_str()),
            (Meta::Remplace, correcting.row.meta(Meta::ReponseId)),
            (Meta::Saisie, &today.to_string()),
        ] {
            let set = metadata.set(meta, value);
            debug_assert_eq!(set, Ok(()), "{meta:?} {value}");
        }
        self.record = Some(Box::new(Record::new(finished, metadata)));
        self.send()
    }

    /// The new row stands, or there is none any more whose place it could take, or the disk refused.
    pub(super) fn corrected(
        &mut self,
        corrected: Result<Option<PathBuf>, Arc<Fault>>,
    ) -> Vec<Effect> {
        match corrected {
            Ok(file) if self.is_in_seance() => {
                let found = file.is_some();
                self.sheet_corrected(if found { Correction::Saved } else { Correction::Gone })
            }
            Ok(file) => {
                if let Some(correcting) = &mut self.correcting {
                    correcting.is_gone = file.is_none();
                }
                self.saved = file;
                self.fault = None;
                self.record = None;
                self.show(Screen::Saved);
                vec![Effect::Count]
            }
            Err(fault) => {
                self.fault = Some(fault);
                self.show(Screen::Failed);
                Vec::new()
            }
        }
    }

    /// What is said above the answers that are read over.
    pub(super) fn correction_words(&self, blocks: &mut Vec<Block>) {
        let Some(correcting) = &self.correcting else { return };
        blocks.push(Block::Heading(self.locale.say("correct-heading")));
        if !correcting.row.is_intact() {
            blocks.push(Block::Alert(self.locale.say("correct-changed")));
        }
        if correcting.unread > 0 {
            let count = [("count", correcting.unread.into())];
            blocks.push(Block::Alert(self.locale.tell("correct-unread", &count)));
        }
        blocks.push(Block::Hint(self.locale.say("correct-hint")));
    }

    /// What is said once the correction is over.
    pub(super) fn correction_saved(&self, blocks: &mut Vec<Block>) {
        let gone = self.correcting.as_ref().is_some_and(|correcting| correcting.is_gone);
        let words = if gone {
            ["correct-gone", "correct-gone-text"]
        } else {
            ["correct-saved", "correct-saved-text"]
        };
        let [heading, text] = words.map(|id| self.locale.say(id));
        blocks.push(Block::Heading(heading));
        blocks.push(Block::Text(text));
    }

    /// On every screen: this is a correction, and of which sheet.
    pub(super) fn correction_banner(&self) -> Option<String> {
        let row = &self.correcting.as_ref()?.row;
        Some(match row.meta(Meta::Feuille) {
            "" => self.locale.say("correct-banner"),
            sheet => self.locale.tell("correct-banner-sheet", &[("sheet", sheet.into())]),
        })
    }

    /// Before the first question of a row there are only its answers, or the way out.
    pub(super) fn leave_first_question(&mut self) -> Vec<Effect> {
        let is_whole = self.interview.as_ref().is_some_and(|on| on.session.finish().is_some());
        if !is_whole && self.is_unchanged() {
            return self.home();
        }
        self.show(if is_whole { Screen::Review } else { Screen::Leaving });
        Vec::new()
    }
}
