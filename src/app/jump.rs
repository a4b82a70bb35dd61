//! The answers given so far, while questions are still being asked: from there one goes to any of
//! them, and comes back.
//! Never decides where one may go, nor where one comes back to: the session does.

use super::interview::Interview;
use super::lines::{Act, List};
use super::view::Block;
use super::{App, Screen};
use crate::questionnaire::{NotConcerned, Question};
use crate::session::Place;
use crate::store::Step;
use crate::value::{Answer, Missing};

impl App {
    /// Is a question in front of the person, and another behind them?
    pub(super) fn can_look_back(&self) -> bool {
        let given = |on: &Interview| {
            on.session.asked().any(|(_, question, answer)| question.asks() && answer.is_some())
        };
        self.screen == Screen::Question && self.interview.as_ref().is_some_and(given)
    }

    pub(super) fn look_back(&mut self) {
        if self.can_look_back() {
            self.show(Screen::Given);
        }
    }

    /// Back to the question, with what is marked or typed there.
    pub(super) fn look_ahead(&mut self) {
        self.screen = Screen::Question;
        self.cursor = self.marked_line();
    }

    /// Goes to a question seen before.
    pub(super) fn jump(&mut self, index: usize) {
        let Some(interview) = &mut self.interview else { return };
        if interview.jump_to(index) {
            let name = interview.session.form().questions[index].name.clone();
            self.drafts.given.push(Step::Jump(name));
            self.show(Screen::Question);
        }
    }

    pub(super) fn given_words(&self, blocks: &mut Vec<Block>) {
        blocks.push(Block::Heading(self.say("seen-heading")));
        blocks.push(Block::Hint(self.say("seen-hint")));
    }

    /// In the order of the form; the question that still waits for its answer is the last, unless it
    /// is the one that was left.
    pub(super) fn given_lines(&self, interview: &Interview, list: &mut List) {
        let waits = interview
            .session
            .first_open()
            .filter(|index| interview.session.place() != Place::Question(*index));
        for (index, question, answer) in interview.session.asked() {
            let Some(detail) = self.given_detail(interview, index, question, answer) else {
                if waits == Some(index) {
                    list.next(self.question_text(interview, question), Act::Jump(index));
                    if question.asks() {
                        list.detail(self.say("answer-missing"));
                    }
                }
                continue;
            };
            list.next(self.question_text(interview, question), Act::Jump(index));
            list.detail(detail);
        }
        list.next(self.say("seen-back"), Act::LookAhead);
        list.apart();
    }

    /// What was answered, passed or is to be looked at again; nothing where there is no answer.
    fn given_detail(
        &self,
        interview: &Interview,
        index: usize,
        question: &Question,
        answer: Option<&Answer>,
    ) -> Option<String> {
        let answer = answer.filter(|_| question.asks())?;
        let words = self.answer_text(question, Some(answer));
        Some(match (answer, &question.nc) {
            // One of the answers of the question, or said so already.
            (Answer::None(Missing::Nc), NotConcerned::Words(_))
            | (Answer::None(Missing::SansReponse), _) => words,
            (Answer::None(_), _) => self.tell("seen-passed", &[("reason", words.into())]),
            (Answer::Given(_), _) if interview.session.is_doubtful(index) => {
                self.tell("doubt-review", &[("answer", words.into())])
            }
            (Answer::Given(_), _) => words,
        })
    }
}
