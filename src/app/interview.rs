//! An interview on a screen: the session, and what is marked or typed before it is confirmed.
//! Never decides what is asked or accepted: the session does.

use std::mem;
use std::time::Duration;

use super::input::Input;
use crate::questionnaire::{Kind, NotConcerned, Question};
use crate::record::Metadata;
use crate::session::{LONGEST_TEXT, Place, Refusal, Session, read_answer, text};
use crate::value::{Answer, Date, Missing, Value};

/// A silence longer than this is not time spent answering.
const LONGEST_PAUSE: Duration = Duration::from_secs(120);

/// An interview under way.
#[derive(Debug)]
pub struct Interview {
    /// The answers accepted so far.
    pub session: Session,
    /// Columns of the row that are known from the start.
    pub metadata: Metadata,
    /// What came before the first question.
    pub entry: Entry,
    /// Which answers are marked, by their place in the list, before they are confirmed.
    pub marks: Vec<bool>,
    /// What is typed, before it is confirmed.
    pub field: Input,
    /// Is the question shown in other words?
    pub rephrased: bool,
    /// Why the last answer was not accepted.
    pub refusal: Option<Refusal>,
    /// The answer that is kept if it is given once more.
    pub doubted: Option<Answer>,
    /// Nothing was written, and Enter was pressed once: once more passes the question.
    pub confirm_pass: bool,
    /// What is shown as an answer until one is given, by question.
    proposed: Vec<(usize, Answer)>,
    /// The day of the first answer.
    pub day: Option<Date>,
    /// The identifier of its row, once one was made: the same whatever the number of tries.
    pub id: Option<String>,
    /// What was marked or typed at a question left by a jump, before it was confirmed.
    aside: Option<Aside>,
    active: Duration,
    last_seen: Option<Duration>,
}

/// What was marked or typed at the question of this place.
#[derive(Debug)]
struct Aside {
    index: usize,
    marks: Vec<bool>,
    field: Input,
}

/// How far the way to the first question was gone; what was said is not said again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// Nothing was said yet.
    Fresh,
    /// The mediator was told why it will be a trial.
    Told,
    /// The notice was said, and the first question asked for.
    Begun,
}

impl Interview {
    /// Begins at the first question.
    pub fn new(session: Session, metadata: Metadata) -> Self {
        let mut interview = Self {
            session,
            metadata,
            entry: Entry::Fresh,
            marks: Vec::new(),
            field: Input::default(),
            rephrased: false,
            refusal: None,
            doubted: None,
            confirm_pass: false,
            proposed: Vec::new(),
            day: None,
            id: None,
            aside: None,
            active: Duration::ZERO,
            last_seen: None,
        };
        interview.arrive();
        interview
    }

    /// Does this interview count, or is it a trial?
    pub fn is_trial(&self) -> bool {
        self.metadata.get(crate::value::Meta::Essai) == "1"
    }

    /// Notes that the person did something at this time since the start of the program.
    pub fn seen(&mut self, now: Duration) {
        if let Some(last) = self.last_seen {
            self.active += now.saturating_sub(last).min(LONGEST_PAUSE);
        }
        self.last_seen = Some(now);
    }

    /// Active minutes, rounded.
    pub fn minutes(&self) -> u64 {
        (self.active.as_secs() + 30) / 60
    }

    /// For what reason the question was passed before, while nothing else is marked or typed.
    pub fn passed(&self) -> Option<Missing> {
        let Place::Question(index) = self.session.place() else { return None };
        let blank = self.marks.iter().all(|marked| !marked) && self.field.value().is_empty();
        match self.session.answer(index) {
            Some(Answer::None(missing)) if blank => Some(*missing),
            _ => None,
        }
    }

    /// Shows this answer to a question until one is given: Enter confirms it.
    pub fn propose(&mut self, question: &str, answer: Answer) {
        self.proposed.extend(self.session.form().index_of(question).map(|index| (index, answer)));
    }

    /// Goes to a question seen before; says whether it could. What was begun at a question that has
    /// no answer yet is found again there.
    pub fn jump_to(&mut self, index: usize) -> bool {
        let left = self.session.place();
        if !self.session.jump_to(index) {
            return false;
        }
        let begun = self.marks.contains(&true) || !self.field.value().is_empty();
        if let Place::Question(left) = left
            && begun
            && self.session.answer(left).is_none()
        {
            let (marks, field) = (mem::take(&mut self.marks), mem::take(&mut self.field));
            self.aside = Some(Aside { index: left, marks, field });
        }
        true
    }

    /// Shows the question where the session now stands, with its answer if it has one.
    pub fn arrive(&mut self) {
        self.rephrased = false;
        self.refusal = None;
        self.doubted = None;
        self.confirm_pass = false;
        self.field = Input::default();
        self.marks = Vec::new();
        let Place::Question(index) = self.session.place() else { return };
        let Some(question) = self.session.question() else { return };
        if question.kind == Kind::Text {
            self.field = Input::default().within(LONGEST_TEXT);
        }
        let answers = answers(question);
        let proposed = self.proposed.iter().find(|(of, _)| *of == index).map(|(_, answer)| answer);
        let given = self.session.answer(index).or(proposed);
        self.marks = match given {
            Some(Answer::Given(Value::Choices(names))) => answers
                .iter()
                .map(|answer| matches!(answer, Offered::Choice(name) if names.contains(name)))
                .collect(),
            Some(given) => answers.iter().map(|answer| answer.answer() == *given).collect(),
            None => vec![false; answers.len()],
        };
        if let Some(Answer::Given(value)) = given
            && question.kind.is_typed()
        {
            let field = Input::new(text(value));
            self.field = match value {
                Value::Text(_) => field.within(LONGEST_TEXT),
                _ => field,
            };
        }
        if let Some(aside) = self.aside.take_if(|aside| aside.index == index)
            && given.is_none()
        {
            (self.marks, self.field) = (aside.marks, aside.field);
        }
    }

    /// Marks an answer of the list: alone where one is asked; where several are, it is turned, and
    /// an exclusive one goes with no other.
    pub fn mark(&mut self, place: usize) {
        self.refusal = None;
        self.doubted = None;
        let Some(question) = self.session.question() else { return };
        let offered = answers(question);
        let exclusive = |at: usize| match (&question.kind, &offered[at]) {
            (Kind::Multiple(choices), Offered::Choice(name)) => {
                choices.iter().any(|choice| choice.exclusive && choice.name == *name)
            }
            _ => true,
        };
        let turned = matches!(question.kind, Kind::Multiple(_)) && self.marks[place];
        let alone = exclusive(place);
        for at in 0..self.marks.len() {
            if alone || exclusive(at) {
                self.marks[at] = false;
            }
        }
        self.marks[place] = !turned;
    }

    /// Gives an answer to the session. One in doubt is kept when it is given a second time.
    pub fn give(&mut self, answer: Answer) -> Result<(), Refusal> {
        if self.doubted.take().as_ref() == Some(&answer) {
            return self.session.confirm(answer);
        }
        let given = self.session.give(answer.clone());
        if let Err(Refusal::ToConfirm(_)) = given {
            self.doubted = Some(answer);
        }
        given
    }

    /// The answer as it is marked or typed now; nothing where there is none yet.
    pub fn drafted(&self) -> Result<Option<Answer>, Refusal> {
        let Some(question) = self.session.question() else { return Ok(None) };
        let marked: Vec<Offered> = answers(question)
            .into_iter()
            .zip(&self.marks)
            .filter(|(_, marked)| **marked)
            .map(|(answer, _)| answer)
            .collect();
        Ok(match (&question.kind, marked.first()) {
            (_, Some(Offered::NotConcerned)) => Some(Missing::Nc.into()),
            (Kind::One(_), Some(answer)) => Some(answer.answer()),
            (Kind::Multiple(_), Some(_)) => {
                let names = marked.into_iter().filter_map(Offered::name).collect();
                Some(Value::Choices(names).into())
            }
            (Kind::Note, _) => Some(Value::Read.into()),
            (Kind::One(_) | Kind::Multiple(_), None) | (Kind::Counts(_), _) => None,
            (Kind::Text | Kind::Integer | Kind::Date, _) => {
                read_answer(question, self.field.value())?
            }
        })
    }
}

/// One line of the list of answers of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offered {
    /// A choice, by name.
    Choice(String),
    /// «Pas concerné», where the question has its own words for it.
    NotConcerned,
}

impl Offered {
    fn answer(&self) -> Answer {
        match self {
            Self::Choice(name) => Value::Choice(name.clone()).into(),
            Self::NotConcerned => Missing::Nc.into(),
        }
    }

    fn name(self) -> Option<String> {
        match self {
            Self::Choice(name) => Some(name),
            Self::NotConcerned => None,
        }
    }
}

/// The list of answers of a question, in order.
pub fn answers(question: &Question) -> Vec<Offered> {
    let choices = question.kind.choices().iter();
    let mut answers: Vec<_> = choices.map(|choice| Offered::Choice(choice.name.clone())).collect();
    if matches!(question.nc, NotConcerned::Words(_)) {
        answers.push(Offered::NotConcerned);
    }
    answers
}
