//! One interview: where we are, what was answered, what is asked next.
//! Never a file, a clock or a screen; both front ends and the answers file go through it.

mod accept;
mod invent;
mod private;
mod scenario;

use std::sync::Arc;

pub use accept::{Doubt, LONGEST_TEXT, Refusal, read_answer};
pub use invent::{Change, Inventor, Person, day as invented_day, is_ordered};
pub use private::{Private, private};
pub use scenario::Scenario;

use crate::questionnaire::{Question, Questionnaire};
use crate::value::{Answer, Missing, Value};

/// An interview under way.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    form: Arc<Questionnaire>,
    /// What was given, kept even where a condition has closed since: it may open again.
    answers: Vec<Option<Answer>>,
    /// Which questions the answers so far open.
    asked: Vec<bool>,
    place: Place,
    onward: Onward,
}

/// What an accepted answer leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Onward {
    /// The question after it.
    Next,
    /// One jumped: the first question without an answer, until none that has one comes after it.
    Jumped,
    /// The end was reached once: after a change, only what is still open is asked.
    Reviewed,
}

/// Where the interview stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// At the question of this index in the form.
    Question(usize),
    /// After the last one.
    Review,
}

/// How far the interview is, counting only the questions that the answers so far open; a text to
/// read is no question, nor are the words beside «autre».
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// From 1.
    pub position: usize,
    /// At least 1.
    pub total: usize,
}

/// Whether an interview went to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Completeness {
    /// To its end.
    Complete,
    /// Interrupted, and kept.
    Partial,
}

/// An interview that is over: one reply, or one reason for none, to every question.
#[derive(Clone, Debug, PartialEq)]
pub struct Finished {
    form: Arc<Questionnaire>,
    answers: Vec<Answer>,
    completeness: Completeness,
}

impl Finished {
    /// The form that was asked.
    pub fn form(&self) -> &Arc<Questionnaire> {
        &self.form
    }

    /// The replies, one for each question of the form, in its order.
    pub fn answers(&self) -> &[Answer] {
        &self.answers
    }

    /// Was it asked to its end?
    pub fn completeness(&self) -> Completeness {
        self.completeness
    }
}

impl Session {
    /// Begins an interview at the first question.
    pub fn new(form: Arc<Questionnaire>) -> Self {
        let answers = vec![None; form.questions.len()];
        let asked = vec![false; form.questions.len()];
        let mut session = Self { form, answers, asked, place: Place::Review, onward: Onward::Next };
        session.open_and_close();
        session.place = session.next_from(0);
        session
    }

    /// The form being asked.
    pub fn form(&self) -> &Arc<Questionnaire> {
        &self.form
    }

    /// Where the interview stands.
    pub fn place(&self) -> Place {
        self.place
    }

    /// The question to answer now; none once at the review.
    pub fn question(&self) -> Option<&Arc<Question>> {
        match self.place {
            Place::Question(index) => Some(&self.form.questions[index]),
            Place::Review => None,
        }
    }

    /// What was given to a question of the form.
    pub fn answer(&self, index: usize) -> Option<&Answer> {
        self.answers[index].as_ref()
    }

    /// Do the answers so far open this question?
    pub fn is_asked(&self, index: usize) -> bool {
        self.asked[index]
    }

    /// The questions that the answers so far open, with what was given to each.
    pub fn asked(&self) -> impl Iterator<Item = (usize, &Arc<Question>, Option<&Answer>)> {
        let questions = self.form.questions.iter().enumerate();
        questions
            .filter(|(index, _)| self.asked[*index])
            .map(|(index, question)| (index, question, self.answers[index].as_ref()))
    }

    /// Has nothing been given yet?
    pub fn is_untouched(&self) -> bool {
        self.answers.iter().all(Option::is_none)
    }

    /// How far the interview is.
    pub fn progress(&self) -> Progress {
        let counted = |until: usize| {
            let open = self.form.questions.iter().zip(&self.asked).take(until);
            open.filter(|(question, asked)| **asked && question.is_numbered()).count()
        };
        let total = counted(self.asked.len()).max(1);
        let position = match self.place {
            Place::Question(index) => counted(index + 1).max(1),
            Place::Review => total,
        };
        Progress { position, total }
    }

    /// Takes an answer to the current question and goes on; a refused answer changes nothing, and
    /// one in doubt waits for [`Self::confirm`].
    pub fn give(&mut self, answer: impl Into<Answer>) -> Result<(), Refusal> {
        let Place::Question(index) = self.place else { return Err(Refusal::NothingAsked) };
        let accepted = accept::accept(self, index, answer.into())?;
        match accept::doubt(self, index, &accepted) {
            Some(doubt) => Err(Refusal::ToConfirm(doubt)),
            None => self.confirm(accepted),
        }
    }

    /// The same, where the person has confirmed the answer: no doubt holds it back.
    pub fn confirm(&mut self, answer: impl Into<Answer>) -> Result<(), Refusal> {
        let Place::Question(index) = self.place else { return Err(Refusal::NothingAsked) };
        let accepted = accept::accept(self, index, answer.into())?;
        self.answers[index] = Some(accepted);
        self.open_and_close();
        self.place = match self.onward {
            Onward::Next => self.next_from(index + 1),
            Onward::Jumped | Onward::Reviewed => self.next_open(),
        };
        if self.place == Place::Review {
            self.onward = Onward::Reviewed;
        }
        self.settle();
        Ok(())
    }

    /// Is the answer kept to this question one to look at again? It is in doubt, or answers changed
    /// since leave it unacceptable.
    pub fn is_doubtful(&self, index: usize) -> bool {
        let Some(answer) = self.answers[index].as_ref().filter(|_| self.asked[index]) else {
            return false;
        };
        accept::accept(self, index, answer.clone()).is_err()
            || accept::doubt(self, index, answer).is_some()
    }

    /// Goes to the question before; says whether there was one.
    pub fn back(&mut self) -> bool {
        let before = match self.place {
            Place::Question(index) => index,
            Place::Review => self.form.questions.len(),
        };
        match (0..before).rev().find(|index| self.asked[*index]) {
            Some(index) => {
                self.place = Place::Question(index);
                true
            }
            None => false,
        }
    }

    /// Goes to a question that was answered already; says whether it could.
    pub fn go_to(&mut self, index: usize) -> bool {
        let seen = self.asked.get(index) == Some(&true) && self.answers[index].is_some();
        if seen {
            self.place = Place::Question(index);
        }
        seen
    }

    /// Goes to any question that was answered already, or to the first that is still open; says
    /// whether it could. Once it is answered, one goes on at the first that is still open, and not
    /// through all those between.
    pub fn jump_to(&mut self, index: usize) -> bool {
        let open = self.next_open() == Place::Question(index);
        if open {
            self.place = Place::Question(index);
        } else if !self.go_to(index) {
            return false;
        }
        if self.onward == Onward::Next {
            self.onward = Onward::Jumped;
        }
        self.settle();
        true
    }

    /// The first question that is open and has no answer yet.
    pub fn first_open(&self) -> Option<usize> {
        match self.next_open() {
            Place::Question(index) => Some(index),
            Place::Review => None,
        }
    }

    /// Where a jump has led to the end of what was given, one goes on as if there had been none.
    fn settle(&mut self) {
        let Place::Question(here) = self.place else { return };
        let none_since = self.asked().all(|(index, _, answer)| index < here || answer.is_none());
        if self.onward == Onward::Jumped && none_since {
            self.onward = Onward::Next;
        }
    }

    /// Ends an interview of which every open question has its answer.
    pub fn finish(&self) -> Option<Finished> {
        let open = self.asked().any(|(_, _, answer)| answer.is_none());
        (!open).then(|| self.end(Completeness::Complete))
    }

    /// Ends an interview before its end, keeping what was given.
    pub fn interrupt(&self) -> Finished {
        self.finish().unwrap_or_else(|| self.end(Completeness::Partial))
    }

    fn end(&self, completeness: Completeness) -> Finished {
        // Beyond the last answer nobody knows which conditions would have opened.
        let last = self.answers.iter().rposition(Option::is_some);
        let reached = last.map_or(0, |last| {
            // But the answer itself says whether the words beside «autre» are wanted.
            let other = self.form.questions.get(last + 1).is_some_and(|next| next.says_other());
            last + 1 + usize::from(other)
        });
        let answers = (0..self.answers.len())
            .map(|index| match (&self.answers[index], self.asked[index]) {
                (Some(answer), true) => answer.clone(),
                (None, true) => Missing::NonAtteinte.into(),
                (_, false) if completeness == Completeness::Partial && index >= reached => {
                    Missing::NonAtteinte.into()
                }
                (_, false) => Missing::NonPosee.into(),
            })
            .collect();
        Finished { form: Arc::clone(&self.form), answers, completeness }
    }

    /// Works out which questions are open, in order: an answer behind a closed condition is not
    /// one for the conditions that come after.
    fn open_and_close(&mut self) {
        for index in 0..self.form.questions.len() {
            self.asked[index] = match &self.form.questions[index].relevant {
                None => true,
                Some(condition) => condition.holds("", &|name| self.text_of(name)),
            };
        }
    }

    /// The answer to a question as expressions see it: `''` where there is none.
    fn text_of(&self, name: &str) -> String {
        let index = self.form.index_of(name).filter(|index| self.asked[*index]);
        match index.and_then(|index| self.answers[index].as_ref()) {
            Some(Answer::Given(value)) => text(value),
            Some(Answer::None(_)) | None => String::new(),
        }
    }

    fn next_from(&self, start: usize) -> Place {
        let next = (start..self.asked.len()).find(|index| self.asked[*index]);
        next.map_or(Place::Review, Place::Question)
    }

    fn next_open(&self) -> Place {
        let open = |index: &usize| self.asked[*index] && self.answers[*index].is_none();
        (0..self.asked.len()).find(open).map_or(Place::Review, Place::Question)
    }
}

/// A value as expressions and files write it.
pub fn text(value: &Value) -> String {
    match value {
        Value::Choice(name) => name.clone(),
        Value::Choices(names) => names.join(" "),
        Value::Integer(number) => number.to_string(),
        Value::Text(text) => text.clone(),
        Value::Date(date) => date.to_string(),
        Value::Read => String::new(),
    }
}
