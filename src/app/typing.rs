//! What is typed: where the keys go, and how much is taken.
//! Never decides what is accepted.

use tui_input::InputRequest;

use super::input::Input;
use super::{App, Prompt, Screen};
use crate::record::LONGEST_WORDS;
use crate::session::LONGEST_TEXT;

impl App {
    pub(super) fn typing(&mut self) -> Option<&mut Input> {
        match (&self.screen, &mut self.interview) {
            (Screen::Prompt(_), _) => {
                self.mistyped = None;
                Some(&mut self.field)
            }
            (Screen::Question, Some(interview)) => {
                interview.refusal = None;
                interview.doubted = None;
                interview.confirm_pass = false;
                Some(&mut interview.field)
            }
            _ => None,
        }
    }

    pub(super) fn edit(&mut self, request: InputRequest) {
        let most = self.most_typed();
        let Some(field) = self.edited() else { return };
        let full = field.value().chars().count() >= most;
        if !(full && matches!(request, InputRequest::InsertChar(_))) {
            field.handle(request);
        }
    }

    pub(super) fn paste(&mut self, text: &str) {
        let most = self.most_typed();
        if let Some(field) = self.edited() {
            field.paste(text, most);
        }
    }

    pub(super) fn step(&mut self, back: bool) {
        match self.edited() {
            Some(field) if back => field.undo(),
            Some(field) => field.redo(),
            None => {}
        }
    }

    /// How many characters are taken. Of an answer a little more than is accepted, so that the person
    /// sees what does not fit.
    fn most_typed(&self) -> usize {
        match self.screen {
            Screen::Prompt(
                Prompt::Structure
                | Prompt::Site
                | Prompt::Note(_)
                | Prompt::Code
                | Prompt::Seance(_),
            ) => LONGEST_WORDS,
            _ => 2 * LONGEST_TEXT,
        }
    }

    /// What is typed, the keys going there from now on.
    fn edited(&mut self) -> Option<&mut Input> {
        if !self.mode().is_typed() {
            return None;
        }
        self.cursor = None;
        self.typing()
    }
}
