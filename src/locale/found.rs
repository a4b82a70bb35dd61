//! How what was found among the rows is told: a sentence, and what to do.
//! Never decides how grave it is: `store` does.

use super::Locale;
use crate::store::{Odd, Seen};

impl Locale {
    /// What was met in a file of rows.
    pub fn odd(&self, odd: Odd) -> String {
        match odd {
            Odd::Changed => self.say("rows-changed"),
            Odd::Unclosed => self.say("answers-quote"),
            Odd::Cells { found, expected } => {
                let arguments = [("found", found.into()), ("expected", expected.into())];
                self.tell("answers-cells", &arguments)
            }
            Odd::Separator(sign) => {
                let sign = if sign == ';' { "semicolon" } else { "tab" };
                self.tell("row-separator", &[("sign", sign.into())])
            }
            _ => self.say(odd.code()),
        }
    }

    /// What was found in a folder of rows.
    pub fn seen(&self, seen: &Seen) -> String {
        let code = seen.code();
        match seen {
            Seen::Odd(odd) => self.odd(*odd),
            Seen::Unread(fault) => self.fault(fault),
            Seen::Twice { path, line } | Seen::Conflict { path, line } => {
                let place = format!("{}:{line}", path.display());
                self.tell(code, &[("place", place.into())])
            }
            Seen::NoDefinition(name) => self.tell(code, &[("name", name.as_str().into())]),
            Seen::SetAside(lines) => self.tell(code, &[("lines", (*lines).into())]),
            Seen::Undecided(rows) => self.tell(code, &[("rows", (*rows).into())]),
            Seen::Closing(cycle) => self.tell(code, &[("cycle", cycle.as_str().into())]),
            Seen::Draft(answers) | Seen::TornDraft(answers) => {
                self.tell(code, &[("answers", (*answers).into())])
            }
            Seen::Mode { found, wanted } => {
                let arguments = [("mode", found), ("wanted", wanted)];
                let arguments = arguments.map(|(name, mode)| (name, format!("{mode:o}").into()));
                self.tell(code, &arguments)
            }
            _ => self.say(code),
        }
    }

    /// What to do about it. The same for everything of a kind.
    pub fn seen_advice(&self, seen: &Seen) -> String {
        match seen {
            Seen::Odd(Odd::Cells { .. } | Odd::Unclosed | Odd::TooLong) => {
                self.say("row-damaged-do")
            }
            Seen::Odd(
                Odd::ByteOrderMark
                | Odd::Returns
                | Odd::Requoted
                | Odd::Latin
                | Odd::BlankLine
                | Odd::Unended,
            ) => self.say("row-editor-do"),
            Seen::UnreadDefinition | Seen::OtherDefinition => self.say("data-definition-do"),
            Seen::Withdrawn | Seen::Closing(_) | Seen::Unfinished => {
                self.say("data-interrupted-do")
            }
            Seen::TornDraft(_) => self.say("data-draft-do"),
            _ => self.say(&format!("{}-do", seen.code())),
        }
    }
}
