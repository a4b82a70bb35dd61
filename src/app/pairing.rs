//! The code that pairs what one person answered on arriving and on leaving: given before the row of
//! the arrival is saved, asked for before that of the departure is.
//! Never whether a code is known, and never the code of anybody else.

use super::lines::{Act, List};
use super::sitting::{Mistyped, PAPER};
use super::view::{Block, Mark};
use super::{App, Effect, Prompt, Screen};
use crate::questionnaire::Pairing;
use crate::value::{Code, Meta, Unread};

/// What became of the code of the interview under way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Coding {
    /// Nothing yet.
    #[default]
    Open,
    /// The person was shown this one, and did not say yet that it is copied.
    Shown(Code),
    /// The row has a code, or will have none.
    Settled,
}

impl App {
    /// Are sheets of paper being typed, so that it is the mediator who reads the screen?
    fn is_typing_paper(&self) -> bool {
        self.interview.as_ref().is_some_and(|on| on.metadata.get(Meta::Support) == PAPER)
    }

    /// Goes to where a code is given or asked for, if that is still to be done; says whether it is.
    pub(super) fn code_comes_first(&mut self) -> bool {
        let pairing = self.interview.as_ref().map(|on| on.session.form().pairing());
        match (pairing, self.coding) {
            (None | Some(Pairing::None), _) | (_, Coding::Settled) => return false,
            // The code of a sheet is printed on it.
            (Some(Pairing::Given), coding) if !self.is_typing_paper() => {
                let code = match coding {
                    Coding::Shown(code) => code,
                    _ => self.world.fresh_code(),
                };
                self.coding = Coding::Shown(code);
                self.show(Screen::Code);
            }
            _ => self.ask(Prompt::Code),
        }
        true
    }

    /// The person copied the code that is shown.
    pub(super) fn copied(&mut self) -> Vec<Effect> {
        let code = match self.coding {
            Coding::Shown(code) => Some(code),
            Coding::Open | Coding::Settled => None,
        };
        self.pair(code)
    }

    /// The row will have this code, or none: it can be saved.
    pub(super) fn pair(&mut self, code: Option<Code>) -> Vec<Effect> {
        let written = code.map(|code| code.to_string()).unwrap_or_default();
        if let Some(on) = &mut self.interview {
            let set = on.metadata.set(Meta::Code, &written);
            debug_assert_eq!(set, Ok(()), "{written}");
        }
        self.coding = Coding::Settled;
        if self.is_at_sheet_end() {
            self.show(Screen::SheetEnd);
            return Vec::new();
        }
        self.save()
    }

    /// Takes the code that was typed; typing nothing twice is having none.
    pub(super) fn code_typed(&mut self, typed: &str) -> Vec<Effect> {
        self.mistyped = match Code::read(typed) {
            Ok(code) => return self.pair(Some(code)),
            Err(_) if typed.is_empty() && self.mistyped == Some(Mistyped::Nothing) => {
                return self.pair(None);
            }
            Err(_) if typed.is_empty() => Some(Mistyped::Nothing),
            Err(unread) => Some(Mistyped::Code(unread)),
        };
        Vec::new()
    }

    pub(super) fn code_lines(&self, list: &mut List) {
        for (id, act) in [("card-copied", Act::Copied), ("card-unwanted", Act::Unpaired)] {
            list.next(self.say(id), act);
            list.mark(Mark::Round(self.cursor == Some(list.len() - 1)));
        }
    }

    /// The message about a code: to the person, or to who types the sheet of paper.
    fn card(&self, id: &str) -> String {
        let of = if self.is_typing_paper() { "paper" } else { "card" };
        format!("{of}-{id}")
    }

    pub(super) fn no_code_line(&self, list: &mut List) {
        list.way_out(self.say(&self.card("none")), Act::Unpaired);
    }

    pub(super) fn code_words(&self, blocks: &mut Vec<Block>) {
        if self.screen == Screen::Code {
            blocks.push(Block::Heading(self.say("card-yours")));
            blocks.push(Block::Text(self.say("card-copy")));
            if let Coding::Shown(code) = self.coding {
                blocks.push(Block::Code(code.to_string()));
            }
        } else {
            blocks.push(Block::Heading(self.say(&self.card("ask"))));
            blocks.push(Block::Hint(self.say(&self.card("hint"))));
        }
    }

    /// Why what was typed does not do.
    pub(super) fn mistyped_words(&self) -> Option<String> {
        Some(match self.mistyped.as_ref()? {
            Mistyped::Nothing => self.say("type-or-pass"),
            Mistyped::Number(least, most) => {
                let bounds = [("least", (*least).into()), ("most", most.to_string().into())];
                self.locale.tell("seance-number", &bounds)
            }
            Mistyped::Needed => self.locale.say("atelier-needed"),
            Mistyped::Long => self.locale.say("sitting-long"),
            Mistyped::Wordy => self.locale.say("mirror-long"),
            Mistyped::Day => self.locale.say("sitting-day"),
            Mistyped::Code(Unread::Shape) => self.say(&self.card("shape")),
            Mistyped::Code(Unread::Check) => self.say(&self.card("wrong")),
            Mistyped::Code(Unread::UnknownWord(word)) => {
                self.tell(&self.card("word"), &[("word", word.as_str().into())])
            }
        })
    }
}
