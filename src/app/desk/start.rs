//! The first minute: what this is, and three ways to see it.
//! Never a row that counts: what is tried here is a trial, and what is invented says so.

use std::path::PathBuf;
use std::sync::Arc;

use super::super::lines::{Act, List};
use super::super::view::Block;
use super::super::{App, Effect, Screen};
use super::{Errand, Page, Task};
use crate::questionnaire::Questionnaire;
use crate::store::Fault;

/// The form that is tried: short, for everybody, and never locked.
const TRIED: &str = "com-court";

/// How many sheets are invented.
pub(super) const SHEETS: u64 = 10;

/// The sheets that were invented: from which number, and in which file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invented {
    /// The number from which each cell comes.
    pub seed: u64,
    /// How many sheets.
    pub sheets: u64,
    /// The file of trials that has them.
    pub file: PathBuf,
}

/// What came of it, as the screen shows it.
pub(super) type Inventing = Option<Result<Invented, Arc<Fault>>>;

impl App {
    /// Opens at the welcome: nobody has been here before.
    pub fn welcome(&mut self) {
        self.show(Screen::Desk(Page::Welcome));
    }

    fn tried(&self) -> Option<Arc<Questionnaire>> {
        self.library.form(TRIED)
    }

    /// Begins the interview that is tried. Nobody has chosen its référentiel: home lists all again.
    pub(super) fn try_interview(&mut self) -> Vec<Effect> {
        self.tried().map_or_else(Vec::new, |form| self.begin(&form))
    }

    /// Asks for invented sheets.
    pub(super) fn invent(&mut self) -> Vec<Effect> {
        let form = self.tried();
        form.map(|form| Effect::Desk(Errand::Invent { form, sheets: SHEETS })).into_iter().collect()
    }

    /// Has the results of the référentiel counted of which sheets were invented.
    pub(super) fn see_invented(&mut self) -> Vec<Effect> {
        let form = self.tried();
        self.desk.wanted = Some(Page::Results);
        let ask = |form: Arc<Questionnaire>| Effect::Desk(Errand::Results(form.head.id.clone()));
        form.map(ask).into_iter().collect()
    }

    pub(super) fn welcome_lines(&self, list: &mut List) {
        list.next(self.say("welcome-interview"), Act::Desk(Task::Try));
        list.next(self.say("welcome-seance"), Act::Desk(Task::Invent));
        list.next(self.say("home-settings"), Act::Settings);
        list.next(self.say("welcome-home"), Act::Desk(Task::Home));
        list.apart();
    }

    pub(super) fn welcome_words(&self, blocks: &mut Vec<Block>) {
        blocks.push(Block::Heading(self.say("welcome-heading")));
        blocks.push(Block::Text(self.say("welcome-text")));
        let folder = self.places.data.display().to_string();
        blocks.push(Block::Hint(self.tell("welcome-where", &[("folder", folder.into())])));
    }

    pub(super) fn invented_lines(&self, list: &mut List) {
        if let Some(Ok(_)) = &self.desk.invented {
            list.next(self.say("home-results"), Act::Desk(Task::SeeInvented));
        }
        list.next(self.say("forms-home"), Act::Desk(Task::Home));
    }

    pub(super) fn invented_words(&self, blocks: &mut Vec<Block>) {
        match &self.desk.invented {
            Some(Ok(invented)) => {
                let arguments = [
                    ("sheets", invented.sheets.into()),
                    ("seed", invented.seed.to_string().into()),
                    ("file", invented.file.display().to_string().into()),
                ];
                blocks.push(Block::Heading(self.tell("invented-heading", &arguments[..1])));
                blocks.push(Block::Text(self.tell("invented-text", &arguments[1..])));
            }
            Some(Err(fault)) => {
                blocks.push(Block::Heading(self.say("invented-not")));
                blocks.push(Block::Text(self.locale.fault(fault)));
            }
            None => {}
        }
    }
}
