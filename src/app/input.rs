//! One line being typed: what was written, where one is in it, and the way back to what it was.
//! Never a key, and never a rule: what may stand in it is asked elsewhere.

use tui_input::InputRequest;
use unicode_segmentation::UnicodeSegmentation;

use crate::locale::pasted;

/// How many steps can be undone.
const MOST_STEPS: usize = 200;

/// From how many signs on it is said how many are left.
const NEAR: usize = 60;

/// A line being typed. A sign is what a reader takes for one, whatever it is made of.
#[derive(Clone, Debug, Default)]
pub struct Input {
    line: tui_input::Input,
    /// How many signs it may have, where that is known.
    most: Option<usize>,
    /// What it was, the oldest first, and what it was before that was undone.
    past: Vec<tui_input::Input>,
    future: Vec<tui_input::Input>,
    /// What the last edit was: several of a sort are undone at once.
    last: Sort,
}

/// What an edit does to the line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Sort {
    /// It only goes elsewhere, or nothing was done yet.
    #[default]
    Moves,
    /// It adds to a word.
    Types,
    /// It takes a sign away.
    Deletes,
    /// It is a step of its own.
    Whole,
}

/// How much may still be typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// So many signs are left.
    Left(usize),
    /// There are so many too many.
    Over(usize),
}

impl Input {
    /// A line that says this, the cursor at its end.
    pub fn new(value: String) -> Self {
        Self { line: tui_input::Input::new(value), ..Self::default() }
    }

    /// The same, of so many signs at most: it may go beyond, and says so.
    #[must_use]
    pub fn within(self, most: usize) -> Self {
        Self { most: Some(most), ..self }
    }

    /// What it says.
    pub fn value(&self) -> &str {
        self.line.value()
    }

    /// How many characters are before the cursor.
    pub fn cursor(&self) -> usize {
        self.line.cursor()
    }

    /// How much may still be typed, where that is little.
    pub fn room(&self) -> Option<Room> {
        let most = self.most?;
        let signs = self.value().trim().graphemes(true).count();
        match most.checked_sub(signs) {
            None => Some(Room::Over(signs - most)),
            Some(left) => (left <= NEAR.min(most / 2)).then_some(Room::Left(left)),
        }
    }

    /// Does what a key asks; what it was can be had again.
    pub fn handle(&mut self, request: InputRequest) {
        use InputRequest as Ask;
        let sort = match request {
            Ask::InsertChar(character) if !character.is_whitespace() => Sort::Types,
            Ask::DeletePrevChar | Ask::DeleteNextChar => Sort::Deletes,
            Ask::SetCursor(_)
            | Ask::GoToPrevChar
            | Ask::GoToNextChar
            | Ask::GoToPrevWord
            | Ask::GoToNextWord
            | Ask::GoToStart
            | Ask::GoToEnd => Sort::Moves,
            _ => Sort::Whole,
        };
        let before = self.line.clone();
        self.line.handle(request);
        if self.line.value() != before.value() {
            self.note(before, sort);
        }
        self.last = sort;
    }

    /// Types pasted text: one step, on one line, without what is not shown; as much as there is room
    /// for in `most` characters.
    pub fn paste(&mut self, text: &str, most: usize) {
        let room = most.saturating_sub(self.value().chars().count());
        let before = self.line.clone();
        for character in pasted(text).chars().take(room) {
            self.line.handle(InputRequest::InsertChar(character));
        }
        if self.line.value() != before.value() {
            self.note(before, Sort::Whole);
        }
        self.last = Sort::Whole;
    }

    /// Says something else.
    pub fn replace(&mut self, value: String) {
        let before = std::mem::replace(&mut self.line, tui_input::Input::new(value));
        self.note(before, Sort::Whole);
        self.last = Sort::Whole;
    }

    /// Back to what it was before the last step.
    pub fn undo(&mut self) {
        if let Some(before) = self.past.pop() {
            self.future.push(std::mem::replace(&mut self.line, before));
        }
        self.last = Sort::Moves;
    }

    /// To what it was before the last step back.
    pub fn redo(&mut self) {
        if let Some(after) = self.future.pop() {
            self.past.push(std::mem::replace(&mut self.line, after));
        }
        self.last = Sort::Moves;
    }

    /// Notes what it was before an edit, unless the edit goes on with the one before.
    fn note(&mut self, before: tui_input::Input, sort: Sort) {
        self.future.clear();
        if sort == self.last && sort != Sort::Whole {
            return;
        }
        if self.past.len() == MOST_STEPS {
            self.past.remove(0);
        }
        self.past.push(before);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use InputRequest::*;

    fn typed(text: &str) -> Input {
        let mut input = Input::default();
        text.chars().for_each(|c| input.handle(InsertChar(c)));
        input
    }

    #[test]
    fn a_letter_of_two_characters_is_one_sign() {
        for text in ["cafe\u{301}", "café", "caf👩\u{200d}👧", "caf❤\u{fe0f}"] {
            let mut input = typed(text);
            input.handle(DeletePrevChar);
            assert_eq!(input.value(), "caf", "{text}");
            input.undo();
            input.handle(GoToPrevChar);
            input.handle(DeleteNextChar);
            assert_eq!(input.value(), "caf", "{text}");
        }
    }

    #[test]
    fn what_was_typed_is_undone_word_by_word_and_done_again() {
        let mut input = typed("ouvrir le samedi");
        input.handle(DeletePrevWord);
        let mut seen = vec![input.value().to_owned()];
        for _ in 0..4 {
            input.undo();
            seen.push(input.value().to_owned());
        }
        assert_eq!(
            seen,
            ["ouvrir le ", "ouvrir le samedi", "ouvrir le ", "ouvrir le", "ouvrir "],
            "a word, and the space before it"
        );
        for _ in 0..9 {
            input.redo();
        }
        assert_eq!(input.value(), "ouvrir le ");
        input.undo();
        input.handle(InsertChar('!'));
        input.redo();
        assert_eq!(input.value(), "ouvrir le samedi!", "what is typed leaves nothing to do again");
    }

    #[test]
    fn a_paste_is_one_step_on_one_line() {
        let mut input = typed("a");
        input.paste("b\r\nc\u{1b}[2J", 100);
        assert_eq!(input.value(), "ab c[2J");
        input.undo();
        assert_eq!(input.value(), "a");
        input.paste(&"x".repeat(1_000), 10);
        assert_eq!(input.value().len(), 10);
    }

    #[test]
    fn how_much_is_left_is_said_near_the_end_only() {
        let of = |signs: usize| Input::new("é".repeat(signs)).within(280).room();
        assert_eq!([of(0), of(219)], [None, None]);
        assert_eq!([of(238), of(280)], [Some(Room::Left(42)), Some(Room::Left(0))]);
        assert_eq!(of(283), Some(Room::Over(3)));
        let marked = Input::new("e\u{301}".repeat(279)).within(280);
        assert_eq!(marked.room(), Some(Room::Left(1)), "a letter and its accent are one sign");
    }
}
