//! A small language for tests: an interview as its author would tell it, sentence by sentence.
//! Never a rule of its own: each sentence asks the session, and panics where it says otherwise.

use std::fmt::Write;
use std::sync::Arc;

use super::{Doubt, Finished, Place, Progress, Refusal, Session, read_answer, text};
use crate::questionnaire::{File, Library, Question, Questionnaire};
use crate::value::{Answer, Missing, Value};

/// An interview told in a test. Each sentence holds, or the test fails and tells the form, the
/// question where the interview stood, what the sentence expected and what happened.
///
/// Answers are written as rows write them: the name of a choice, several names parted by spaces, a
/// number, a day, words.
///
/// ```
/// use recueil::session::{Refusal, Scenario};
/// use recueil::value::Missing;
///
/// Scenario::of("com-court")
///     .asks("D1")
///     .refuses("hier", &Refusal::NotAChoice("hier".into()))
///     .answer("D1", "depuis_saison")
///     .answer("A1b", "cherche")
///     .answer("A3", "idee avis")
///     .passes_as("B1", Missing::Nsp)
///     .passes("B6")
///     .answer("B5", "3")
///     .closed("T6")
///     .jump_to("A1b")
///     .answer("A1b", "attend")
///     .answer("T2", "Ouvrir le samedi")
///     .open("T6")
///     .passes("T1")
///     .answer("T6", "oui")
///     .reviews()
///     .holds("A3", "avis idee")
///     .holds("B6", "SANS_REPONSE")
///     .changes("T2", "")
///     .holds("T6", "NON_POSEE");
/// ```
///
/// A sentence that does not hold says why:
///
/// ```should_panic
/// # use recueil::session::Scenario;
/// // com-court, at A1b after 1 answer (D1 = premiere): expected B5 to be asked, but A1b is asked
/// Scenario::of("com-court").answer("D1", "premiere").asks("B5");
/// ```
#[derive(Clone, Debug)]
pub struct Scenario {
    session: Session,
}

#[expect(
    clippy::return_self_not_must_use,
    reason = "each sentence is checked when it is said: a scenario may end with any"
)]
impl Scenario {
    /// Begins a shipped form, by its id.
    #[track_caller]
    pub fn of(form: &str) -> Self {
        let found = Library::load(Vec::new()).form(form);
        Self::asking(found.unwrap_or_else(|| panic!("no shipped form is called {form}")))
    }

    /// Begins a form of the référentiel written in this text, which may take from the common one.
    #[track_caller]
    pub fn in_text(toml: &str, form: &str) -> Self {
        let file = File { name: "scenario.toml".into(), bytes: Ok(toml.into()) };
        let library = Library::load(vec![file]);
        let told = library.problems().iter().fold(String::new(), |mut told, problem| {
            _ = writeln!(told, "{problem}: {:?}", problem.cause);
            told
        });
        assert!(told.is_empty(), "the text of the scenario has problems:\n{told}");
        let found = library.form(form);
        Self::asking(found.unwrap_or_else(|| panic!("the text has no form called {form}")))
    }

    /// Begins a form at hand.
    pub fn asking(form: Arc<Questionnaire>) -> Self {
        Self { session: Session::new(form) }
    }

    /// This question is the one asked now.
    #[track_caller]
    pub fn asks(self, name: &str) -> Self {
        if self.current() != Some(name) {
            self.fail(&format!("{name} to be asked"), &self.standing());
        }
        self
    }

    /// Nothing more is asked: the answers are read over.
    #[track_caller]
    pub fn reviews(self) -> Self {
        if self.session.place() != Place::Review {
            self.fail("the review", &self.standing());
        }
        self
    }

    /// This question is asked now and takes this answer; nothing written passes it.
    #[track_caller]
    pub fn answer(self, name: &str, written: &str) -> Self {
        let scenario = self.asks(name);
        let answer = scenario.read(written);
        scenario.accepts(answer)
    }

    /// This question is asked now and is passed without a reason.
    #[track_caller]
    pub fn passes(self, name: &str) -> Self {
        self.passes_as(name, Missing::SansReponse)
    }

    /// This question is asked now and is passed for this reason.
    #[track_caller]
    pub fn passes_as(self, name: &str, reason: Missing) -> Self {
        self.asks(name).accepts(Ok(reason.into()))
    }

    /// This text to read stands here, and is read.
    #[track_caller]
    pub fn reads(self, name: &str) -> Self {
        self.asks(name).accepts(Ok(Value::Read.into()))
    }

    /// The question asked now refuses this answer, for this reason, and nothing changes.
    #[track_caller]
    pub fn refuses(mut self, written: &str, expected: &Refusal) -> Self {
        let before = self.session.clone();
        let answer = self.read(written);
        match answer.and_then(|answer| self.session.give(answer)) {
            Err(refusal) if refusal == *expected => {}
            other => {
                let happened = other.map_or_else(|it| format!("{it:?}"), |()| "it is kept".into());
                let wanted = format!("«{written}» to be refused as {expected:?}");
                Self { session: before }.fail(&wanted, &happened);
            }
        }
        if self.session != before {
            self.fail("a refused answer to change nothing", "the interview is another");
        }
        self
    }

    /// The question asked now keeps this answer only once it is confirmed, for this reason: given
    /// again and confirmed, it is kept.
    #[track_caller]
    pub fn confirms(self, written: &str, doubt: &Doubt) -> Self {
        let mut asked = self.refuses(written, &Refusal::ToConfirm(doubt.clone()));
        match asked.read(written).and_then(|answer| asked.session.confirm(answer)) {
            Ok(()) => asked,
            Err(refusal) => asked.fail("the confirmed answer to be kept", &format!("{refusal:?}")),
        }
    }

    /// The answer kept to this question is one to look at again.
    #[track_caller]
    pub fn doubts(self, name: &str) -> Self {
        if !self.session.is_doubtful(self.index_of(name)) {
            self.fail(&format!("{name} to be in doubt"), "it is not");
        }
        self
    }

    /// The answers so far do not open this question.
    #[track_caller]
    pub fn closed(self, name: &str) -> Self {
        if self.session.is_asked(self.index_of(name)) {
            self.fail(&format!("{name} to be closed"), "the answers open it");
        }
        self
    }

    /// The answers so far open this question.
    #[track_caller]
    pub fn open(self, name: &str) -> Self {
        if !self.session.is_asked(self.index_of(name)) {
            self.fail(&format!("{name} to be open"), "the answers close it");
        }
        self
    }

    /// One goes back, to this question.
    #[track_caller]
    pub fn back_to(mut self, name: &str) -> Self {
        if !self.session.back() {
            self.fail(&format!("to go back to {name}"), "no question is before");
        }
        self.asks(name)
    }

    /// One goes to this question, answered before, and gives this answer instead; nothing written
    /// passes it.
    #[track_caller]
    pub fn changes(mut self, name: &str, written: &str) -> Self {
        let index = self.index_of(name);
        if !self.session.go_to(index) {
            self.fail(&format!("to change {name}"), "it is closed, or was not answered");
        }
        self.answer(name, written)
    }

    /// One jumps to this question, answered before or the first that is still open.
    #[track_caller]
    pub fn jump_to(mut self, name: &str) -> Self {
        let index = self.index_of(name);
        if !self.session.jump_to(index) {
            self.fail(&format!("to jump to {name}"), "it is closed, or was not reached");
        }
        self.asks(name)
    }

    /// So far along are we, by the questions that the answers open.
    #[track_caller]
    pub fn counts(self, position: usize, total: usize) -> Self {
        let expected = Progress { position, total };
        let progress = self.session.progress();
        if progress != expected {
            let Progress { position: at, total: of } = progress;
            self.fail(&format!("question {position} of {total}"), &format!("it is {at} of {of}"));
        }
        self
    }

    /// Kept as it stands, the row would say this of a question: an answer, or the code of none.
    #[track_caller]
    pub fn holds(self, name: &str, cell: &str) -> Self {
        let kept = written(&self.session.interrupt().answers()[self.index_of(name)]);
        if kept != cell {
            self.fail(&format!("{name} to be kept as {cell}"), &format!("it is kept as {kept}"));
        }
        self
    }

    /// The interview as it stands.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// The end of the interview: every open question has its answer.
    #[track_caller]
    pub fn finishes(self) -> Finished {
        match self.session.finish() {
            Some(finished) => finished,
            None => self.fail("the end", &self.standing()),
        }
    }

    #[track_caller]
    fn accepts(mut self, answer: Result<Answer, Refusal>) -> Self {
        match answer.and_then(|answer| self.session.give(answer)) {
            Ok(()) => self,
            Err(refusal) => self.fail("the answer to be accepted", &format!("{refusal:?}")),
        }
    }

    #[track_caller]
    fn index_of(&self, name: &str) -> usize {
        match self.session.form().index_of(name) {
            Some(index) => index,
            None => self.fail(&format!("a question called {name}"), "the form has none"),
        }
    }

    /// What is written in a test, as an answer to the question asked now.
    #[track_caller]
    fn read(&self, written: &str) -> Result<Answer, Refusal> {
        match self.session.question() {
            Some(question) => read(question, written),
            None => self.fail("a question", &self.standing()),
        }
    }

    /// The name of the question asked now.
    fn current(&self) -> Option<&str> {
        self.session.question().map(|question| question.name.as_str())
    }

    fn standing(&self) -> String {
        let at = self.current().map(|name| format!("{name} is asked"));
        at.unwrap_or_else(|| "it is the review".to_owned())
    }

    #[track_caller]
    fn fail(&self, expected: &str, happened: &str) -> ! {
        let form = self.session.form();
        let at = self.current().unwrap_or("the review");
        let given: Vec<String> = (form.questions.iter().enumerate())
            .filter_map(|(index, question)| {
                let answer = self.session.answer(index)?;
                let closed = if self.session.is_asked(index) { "" } else { ", now closed" };
                Some(format!("{} = {}{closed}", question.name, written(answer)))
            })
            .collect();
        let after = match given.len() {
            0 => "before any answer".to_owned(),
            1 => format!("after 1 answer ({})", given[0]),
            count => format!("after {count} answers ({})", given.join("; ")),
        };
        panic!("{}, at {at} {after}: expected {expected}, but {happened}", form.id);
    }
}

/// An answer as it is written in a test, for the question asked.
fn read(question: &Question, written: &str) -> Result<Answer, Refusal> {
    if written.is_empty() {
        return Ok(Missing::SansReponse.into());
    }
    read_answer(question, written)?.ok_or(Refusal::Empty)
}

/// An answer as a row writes it.
fn written(answer: &Answer) -> String {
    match answer {
        Answer::Given(value) => text(value),
        Answer::None(missing) => missing.word().to_owned(),
    }
}
