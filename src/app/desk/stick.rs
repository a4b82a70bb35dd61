//! The dossier on a stick: which stick, and what came of the copy.
//! Never says that a stick may be taken away before all of it was compared.

use std::path::PathBuf;
use std::sync::Arc;

use super::super::lines::{Act, List};
use super::super::view::Block;
use super::super::{App, Effect};
use super::{Errand, Task};
use crate::store::{Copied, CopyFault};

/// The sticks that are there, and the last copy.
#[derive(Debug, Default)]
pub(in crate::app) struct Sticks {
    pub(super) found: Vec<PathBuf>,
    pub(super) copied: Option<Result<Copied, Arc<CopyFault>>>,
}

impl App {
    /// Asks for a copy on the stick of this place in the list.
    pub(super) fn copy_to(&mut self, place: usize) -> Vec<Effect> {
        let found = self.desk.sticks.found.get(place);
        found.map(|folder| Effect::Desk(Errand::Copy(folder.clone()))).into_iter().collect()
    }

    pub(super) fn stick_lines(&self, list: &mut List) {
        for (place, folder) in self.desk.sticks.found.iter().enumerate() {
            list.next(folder.display().to_string(), Act::Desk(Task::Stick(place)));
        }
        list.next(self.say("sticks-again"), Act::Desk(Task::Sticks));
        list.next(self.say("sticks-other"), Act::Desk(Task::OtherStick));
        list.next(self.say("forms-home"), Act::Desk(Task::Home));
        list.apart();
    }

    pub(super) fn stick_words(&self, blocks: &mut Vec<Block>) {
        let none = self.desk.sticks.found.is_empty();
        let id = if none { "sticks-none" } else { "sticks-heading" };
        blocks.push(Block::Heading(self.say(id)));
        blocks.push(Block::Hint(self.say("sticks-hint")));
    }

    pub(super) fn copied_words(&self, blocks: &mut Vec<Block>) {
        match &self.desk.sticks.copied {
            Some(Ok(copied)) => {
                blocks.push(Block::Heading(self.say("copy-remove")));
                blocks.extend(self.locale().copied(copied).into_iter().map(Block::Text));
            }
            Some(Err(fault)) => {
                blocks.push(Block::Heading(self.say("copied-not")));
                blocks.extend(self.locale().copy_fault(fault).into_iter().map(Block::Text));
            }
            None => {}
        }
    }
}
