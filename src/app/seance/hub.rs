//! Where the mediator is between two people: what was counted so far, what remains, what is next.
//! Never an answer, and never a way to one.

use super::{Asked, Deed, Stage};
use crate::app::lines::{Act, List};
use crate::app::view::Block;
use crate::app::{App, Effect, Mode, Prompt, Screen, Wish};
use crate::record::Road;

/// The most people of a séance that can be said: more than any room holds.
const MOST_PEOPLE: u32 = 500;

/// The highest number of a sheet.
pub(super) const HIGHEST_SHEET: u32 = 9_999;

impl App {
    /// To the hub; the likeliest line there is the next person, or the end where nobody remains.
    pub(super) fn show_hub(&mut self) {
        self.show(Screen::Seance(Stage::Hub));
        let done = match self.sitting.road() {
            Road::Vote => self.next_vote().is_none(),
            _ => self.remaining() == 0,
        };
        if done {
            let lines = self.lines();
            let end = Act::Seance(Deed::End);
            self.cursor = lines.iter().position(|(_, act)| *act == end);
        }
    }

    /// Who was there and has neither answered, nor refused, nor left.
    fn remaining(&self) -> u32 {
        let Some(on) = &self.seance else { return 0 };
        let gone = on.answered().saturating_add(on.left()).saturating_add(on.counts.refused);
        self.present().saturating_sub(gone)
    }

    /// How a screen of a séance is used.
    pub(in crate::app) fn seance_mode(stage: Stage) -> Mode {
        if stage == Stage::Script { Mode::Reading } else { Mode::Menu }
    }

    pub(in crate::app) fn seance_lines(&self, stage: Stage, list: &mut List) {
        let say = |id: &str| self.locale.say(id);
        let told = |id: &str| self.seance_tell(id);
        let act = Act::Seance;
        match stage {
            Stage::Left | Stage::Which | Stage::Form | Stage::Road => {
                self.setup_lines(stage, list);
            }
            Stage::Hub => self.hub_lines(list),
            Stage::HandOver => {
                list.next(told("seance-ready"), act(Deed::Ready));
                list.next(told("seance-take-back"), act(Deed::Hub));
                list.apart();
            }
            Stage::Thanks => list.next(told("seance-pass-on"), act(Deed::Next)),
            Stage::Twice(number) => {
                list.next(say("seance-other-number"), act(Deed::OtherNumber));
                list.next(say("seance-correct-this"), act(Deed::CorrectThis(number)));
                list.next(say("seance-type-again"), act(Deed::Again(number)));
            }
            Stage::Script => {}
            Stage::Printed => list.next(say("seance-back"), act(Deed::Hub)),
            Stage::Beyond(question) => {
                list.next(say("seance-count-again"), act(Deed::Count(question)));
                list.next(say("seance-keep-hands"), act(Deed::KeepHands));
            }
            Stage::Pausing => {
                list.next(say("seance-go-on"), act(Deed::Hub));
                list.next(say("seance-pause"), act(Deed::Pause));
                list.next(say("seance-end"), act(Deed::End));
            }
            Stage::End => self.end_lines(list),
            Stage::Register => {
                list.next(say("seance-register-yes"), act(Deed::Register));
                list.next(say("seance-register-no"), act(Deed::Finish));
                list.next(say("seance-mirror"), act(Deed::Mirror));
            }
            Stage::Done => {
                let id = if self.is_single() { "saved-quit" } else { "saved-home" };
                list.next(say(id), act(Deed::Finish));
                list.next(say("seance-mirror"), act(Deed::Mirror));
            }
        }
    }

    fn hub_lines(&self, list: &mut List) {
        let say = |id: &str| self.locale.say(id);
        let act = Act::Seance;
        let road = self.sitting.road();
        match road {
            Road::Clavier => list.next(say("seance-next-person"), act(Deed::Next)),
            Road::Feuilles => list.next(say("seance-next-sheet"), act(Deed::Next)),
            Road::Vote => {
                if let Some((_, question)) = self.next_vote() {
                    let question = [("question", question.into())];
                    list.next(self.locale.tell("seance-next-vote", &question), act(Deed::Next));
                }
            }
        }
        if road != Road::Vote {
            list.next(say("seance-one-refused"), act(Deed::Refused));
        }
        list.next(say("seance-script"), act(Deed::Script));
        if road == Road::Feuilles {
            list.next(say("seance-print"), act(Deed::Print));
            list.next(say("seance-correct"), act(Deed::Correct));
        }
        list.next(say("sitting-heading"), Act::Sitting);
        list.detail(self.sitting_summary());
        list.next(say("seance-end"), act(Deed::End));
        if road == Road::Vote {
            self.voted_lines(list);
        }
    }

    pub(in crate::app) fn seance_words(&self, stage: Stage, blocks: &mut Vec<Block>) {
        let say = |id: &str| self.locale.say(id);
        let told = |id: &str| self.seance_tell(id);
        match stage {
            Stage::Left | Stage::Which | Stage::Form | Stage::Road => {
                self.setup_words(stage, blocks);
            }
            Stage::Hub => self.hub_words(blocks),
            Stage::HandOver => {
                blocks.push(Block::Heading(told("seance-hand-over")));
                blocks.push(Block::Text(told("seance-hand-over-text")));
            }
            Stage::Thanks => {
                blocks.push(Block::Heading(told("seance-thanks")));
                let trial = self.is_trial_seance() == Some(true);
                let text = if trial { "saved-trial" } else { "seance-thanks-text" };
                blocks.push(Block::Text(told(text)));
            }
            Stage::Twice(number) => {
                let number = [("number", number.to_string().into())];
                blocks.push(Block::Heading(self.locale.tell("seance-twice", &number)));
                blocks.push(Block::Text(say("seance-twice-text")));
            }
            Stage::Script => self.script_words(blocks),
            Stage::Printed => self.printed_words(blocks),
            Stage::Beyond(question) => self.beyond_words(question, blocks),
            Stage::Pausing => {
                blocks.push(Block::Heading(say("seance-pausing")));
                blocks.push(Block::Text(say("seance-pausing-text")));
            }
            Stage::End => self.end_words(blocks),
            Stage::Register => {
                blocks.push(Block::Heading(say("seance-kept")));
                blocks.push(Block::Text(say("seance-register-text")));
            }
            Stage::Done => {
                blocks.push(Block::Heading(say("seance-done")));
                blocks.push(Block::Text(say("seance-done-text")));
            }
        }
    }

    fn hub_words(&self, blocks: &mut Vec<Block>) {
        let Some(on) = &self.seance else { return };
        blocks.push(Block::Heading(self.locale.say("seance-heading")));
        blocks.extend(self.told_sheet().map(Block::Hint));
        let counts = [("present", self.present().into())];
        blocks.push(Block::Text(self.locale.tell("seance-present", &counts)));
        if self.sitting.road() == Road::Vote {
            let (counted, all) = (on.hands.len().into(), self.votes().len().into());
            let counts = [("counted", counted), ("all", all)];
            blocks.push(Block::Text(self.locale.tell("seance-voted", &counts)));
        } else {
            let counts = [
                ("answered", on.answered().into()),
                ("left", on.left().into()),
                ("refused", on.counts.refused.into()),
                ("remaining", self.remaining().into()),
            ];
            blocks.push(Block::Text(self.locale.tell("seance-counts", &counts)));
        }
        if on.trial {
            blocks.push(Block::Hint(self.locale.say("seance-trial")));
        }
        self.seance_fault(blocks);
    }

    /// The next person, sheet or question.
    pub(super) fn seance_next(&mut self) -> Vec<Effect> {
        match self.sitting.road() {
            Road::Clavier => self.show(Screen::Seance(Stage::HandOver)),
            Road::Feuilles => self.ask_number(Asked::Sheet),
            Road::Vote => {
                if let Some((question, _)) = self.next_vote() {
                    self.count_hands(question);
                }
            }
        }
        Vec::new()
    }

    /// Somebody does not wish to answer: nothing else is known of them.
    pub(super) fn one_refused(&mut self) -> Vec<Effect> {
        if let Some(on) = &mut self.seance {
            on.counts.refused += 1;
            on.told = None;
        }
        self.show_hub();
        self.note_seance()
    }

    pub(super) fn pause_seance(&mut self) -> Vec<Effect> {
        self.seance = None;
        // It was said to be left: nobody is asked about it now.
        self.unended.is_offered = true;
        self.sitting = crate::app::sitting::Sitting::default();
        let mut effects = vec![Effect::Seance(Wish::Leave), Effect::Seance(Wish::Look)];
        effects.extend(self.home());
        effects
    }

    /// Asks for a number; what is proposed stands where nothing is typed.
    pub(super) fn ask_number(&mut self, asked: Asked) {
        self.ask(Prompt::Seance(asked));
    }

    /// What stands where nothing is typed.
    fn proposed(&self, asked: Asked) -> u32 {
        match asked {
            Asked::Present => self.proposed_present(),
            Asked::Sheet => self.proposed_sheet(),
            Asked::Correct => self.seance.as_ref().and_then(|on| on.sheet).unwrap_or(1),
            Asked::Hands(question, answer) => self.proposed_hands(question, answer),
            Asked::End(which) => self.ended(which),
        }
    }

    pub(in crate::app) fn number_words(&self, asked: Asked, blocks: &mut Vec<Block>) {
        match asked {
            Asked::Present => {
                blocks.push(Block::Heading(self.locale.say("seance-ask-present")));
                blocks.push(Block::Hint(self.locale.say("seance-hint-present")));
            }
            Asked::Sheet => self.sheet_words(blocks),
            Asked::Correct => {
                blocks.push(Block::Heading(self.locale.say("seance-ask-correct")));
                blocks.extend(self.told_sheet().map(Block::Alert));
                blocks.push(Block::Hint(self.locale.say("seance-hint-sheet")));
            }
            Asked::Hands(question, answer) => self.hands_words(question, answer, blocks),
            Asked::End(which) => blocks.push(Block::Heading(self.locale.say(which.asks()))),
        }
        // As a text: numbers would be written with the language's separators.
        let proposed = self.proposed(asked).to_string();
        let proposed = self.locale.tell("seance-proposed", &[("number", proposed.into())]);
        blocks.push(Block::Hint(proposed));
    }

    /// Takes a number that was typed.
    pub(in crate::app) fn number_typed(&mut self, asked: Asked, typed: &str) -> Vec<Effect> {
        let is_sheet = matches!(asked, Asked::Sheet | Asked::Correct);
        let (least, most) = if is_sheet { (1, HIGHEST_SHEET) } else { (0, MOST_PEOPLE) };
        let number = match typed {
            "" => Some(self.proposed(asked)),
            typed => typed.parse().ok(),
        };
        let Some(number) = number.filter(|number| (least..=most).contains(number)) else {
            self.mistyped = Some(crate::app::sitting::Mistyped::Number(least, most));
            return Vec::new();
        };
        match asked {
            Asked::Present => {
                self.sitting.present = Some(number);
                self.show(Screen::Sitting);
            }
            Asked::Sheet => return self.sheet_typed(number),
            Asked::Correct => return self.find_sheet(number),
            Asked::Hands(question, answer) => return self.hands_typed(question, answer, number),
            Asked::End(which) => self.put_right(which, number),
        }
        Vec::new()
    }
}
