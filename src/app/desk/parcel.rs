//! What goes to the city: what leaves and what stays, where it is prepared, and what came of it.
//! Never anything that leaves before it was said.

use std::path::PathBuf;

use super::super::lines::{Act, List};
use super::super::view::Block;
use super::super::{App, Effect};
use super::{Errand, Task};
use crate::store::Present;

/// What was looked at, and what came of it: lines to read, or why not.
#[derive(Debug, Default)]
pub(in crate::app) struct Parcel {
    pub(super) looked: Option<Result<Vec<String>, Vec<String>>>,
    /// The folders that are proposed, on the sticks that are there.
    pub(super) places: Vec<PathBuf>,
    pub(super) sent: Option<Result<Vec<String>, Vec<String>>>,
}

impl App {
    /// Asks for what leaves and what stays.
    pub(super) fn look_at_parcel(&self) -> Vec<Effect> {
        vec![Effect::Desk(Errand::Parcel(Box::new(self.settings.clone())))]
    }

    /// Asks for the parcel in the folder of this place in the list. One that bears the same day is
    /// replaced: it is an earlier try.
    pub(super) fn send_to(&mut self, place: usize) -> Vec<Effect> {
        let to = self.desk.parcel.places.get(place).cloned();
        to.map(|to| self.send_into(to, Present::Replaced)).unwrap_or_default()
    }

    /// Asks for the parcel in this folder.
    pub(in crate::app) fn send_into(&self, to: PathBuf, present: Present) -> Vec<Effect> {
        let settings = Box::new(self.settings.clone());
        vec![Effect::Desk(Errand::Send { settings, to, present })]
    }

    pub(super) fn parcel_lines(&self, list: &mut List) {
        if let Some(Ok(_)) = self.desk.parcel.looked {
            for (place, folder) in self.desk.parcel.places.iter().enumerate() {
                list.next(folder.display().to_string(), Act::Desk(Task::SendTo(place)));
            }
            list.next(self.say("sticks-again"), Act::Desk(Task::Parcel));
            list.next(self.say("sticks-other"), Act::Desk(Task::OtherParcel));
        }
        list.last(self.say("forms-home"), Act::Desk(Task::Home));
    }

    pub(super) fn parcel_words(&self, blocks: &mut Vec<Block>) {
        let looked = self.desk.parcel.looked.as_ref();
        self.told_words(looked, "more-send", blocks);
        if let Some(Ok(_)) = looked {
            blocks.push(Block::Hint(self.say("parcel-where")));
        }
    }

    pub(super) fn sent_words(&self, blocks: &mut Vec<Block>) {
        self.told_words(self.desk.parcel.sent.as_ref(), "parcel-done", blocks);
    }

    fn told_words(
        &self,
        told: Option<&Result<Vec<String>, Vec<String>>>,
        heading: &str,
        blocks: &mut Vec<Block>,
    ) {
        let (heading, lines) = match told {
            Some(Ok(lines)) => (heading, lines),
            Some(Err(lines)) => ("parcel-not", lines),
            None => return,
        };
        blocks.push(Block::Heading(self.say(heading)));
        let lines = lines.iter().filter(|line| !line.is_empty());
        blocks.extend(lines.cloned().map(Block::Text));
    }
}
