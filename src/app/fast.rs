//! Sheets of paper typed with one key a question: the digit answers and goes on; what was left blank
//! is passed at once; the end of a sheet is one screen.
//! Never where a person answers at the screen: a slip of the finger would be an answer.

use super::lines::{Act, List};
use super::pairing::Coding;
use super::sitting::{PAPER, Pace};
use super::view::Block;
use super::{App, Effect, Mode, Screen};
use crate::questionnaire::{Kind, Pairing};
use crate::session::Place;
use crate::value::{Meta, Missing};

/// Are the words on the sheet being typed?
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Words {
    /// They are asked about at the end of the sheet.
    #[default]
    Later,
    /// There are some.
    Typed,
}

impl App {
    /// Is a sheet of paper typed with one key a question?
    pub(super) fn is_fast(&self) -> bool {
        let paper = |on: &super::Interview| {
            on.metadata.get(Meta::Support) == PAPER && on.session.form().has_respondent()
        };
        // A sheet that is corrected is read over: nothing goes by itself.
        self.correcting.is_none()
            && self.interview.as_ref().is_some_and(paper)
            && self.sitting.pace == Pace::Fast
    }

    /// Can what is on the sheet be said to be unreadable? Two boxes ticked where one was asked.
    pub(super) fn can_be_illegible(&self) -> bool {
        self.is_fast() && self.screen == Screen::Question && self.can_pass()
    }

    /// Does the digit that marks an answer give it, too?
    pub(super) fn digit_answers(&self) -> bool {
        self.is_fast() && self.screen == Screen::Question && self.mode() == Mode::One
    }

    /// Passes the question of a sheet at once: nobody can be asked why.
    pub(super) fn pass_fast(&mut self, missing: Missing) -> Vec<Effect> {
        self.give(missing.into());
        Vec::new()
    }

    /// Is nothing left of the sheet but words, which may all be blank?
    pub(super) fn is_at_sheet_end(&self) -> bool {
        let Some(on) = self.interview.as_ref().filter(|_| self.is_fast()) else { return false };
        if self.words == Words::Typed {
            return on.session.place() == Place::Review;
        }
        let place = match on.session.place() {
            Place::Question(index) => index,
            Place::Review => return true,
        };
        // A question that was gone back to is not the end.
        on.session.answer(place).is_none()
            && on
                .session
                .asked()
                .filter(|(_, _, answer)| answer.is_none())
                .all(|(_, question, _)| question.kind == Kind::Text)
    }

    fn has_words(&self) -> bool {
        let on = self.interview.as_ref();
        on.is_some_and(|on| on.session.asked().any(|(_, _, answer)| answer.is_none()))
    }

    /// Is there a code on the sheet that was not typed yet?
    fn has_code(&self) -> bool {
        let pairing = self.interview.as_ref().map(|on| on.session.form().pairing());
        !matches!(pairing, None | Some(Pairing::None)) && self.coding != Coding::Settled
    }

    pub(super) fn sheet_end_lines(&self, list: &mut List) {
        let coded = self.has_code().then_some(("sheet-code", Act::SheetCode));
        let pairing = self.interview.as_ref().map(|on| on.session.form().pairing());
        // A sheet of the arrival has its code printed on it: without it nothing is ever paired.
        let at_once = coded.filter(|_| pairing == Some(Pairing::Given));
        let optional = coded.filter(|_| at_once.is_none());
        let words = self.has_words().then_some(("sheet-words", Act::SheetWords));
        let save = Some(("sheet-save", Act::SheetSave));
        for (id, act) in [at_once, save, words, optional].into_iter().flatten() {
            list.next(self.locale.say(id), act);
        }
    }

    pub(super) fn sheet_end_words(&self, blocks: &mut Vec<Block>) {
        blocks.push(Block::Heading(match self.sheet_number() {
            Some(number) => {
                self.locale.tell("sheet-end-numbered", &[("number", number.to_owned().into())])
            }
            None => self.locale.say("sheet-end-heading"),
        }));
        let id = if self.has_words() { "sheet-end-blank" } else { "sheet-end-text" };
        blocks.push(Block::Hint(self.locale.say(id)));
        if let Some(code) = self.interview.as_ref().map(|on| on.metadata.get(Meta::Code))
            && !code.is_empty()
        {
            blocks.push(Block::Hint(self.locale.tell("sheet-coded", &[("code", code.into())])));
        }
    }

    /// There are words on the sheet: they are asked for one by one.
    pub(super) fn type_words(&mut self) {
        self.words = Words::Typed;
        self.resume();
    }

    /// Nothing else is on the sheet.
    pub(super) fn save_sheet(&mut self) -> Vec<Effect> {
        self.words = Words::Typed;
        loop {
            let Some(on) = &self.interview else { return Vec::new() };
            if on.session.place() == Place::Review {
                break;
            }
            let before = on.session.place();
            self.give(Missing::SansReponse.into());
            if self.interview.as_ref().is_none_or(|on| on.session.place() == before) {
                return Vec::new();
            }
        }
        self.coding = Coding::Settled;
        self.save()
    }
}
