//! A row of the disk as answers again: to be corrected, or read to the person whose it is.
//! Never a file: its cells are handed in.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::drafts::answer;
use crate::questionnaire::{Kind, Question, Questionnaire};
use crate::record::{Metadata, columns, unguard};
use crate::session::{Place, Session};
use crate::store::Row;
use crate::value::{Answer, Meta, Missing, Value};

/// A row that is on the disk, and the form that it answers.
#[derive(Clone, Debug)]
pub struct Recorded {
    form: Arc<Questionnaire>,
    cells: BTreeMap<String, String>,
    is_intact: bool,
}

impl Recorded {
    /// A row of this form: the one that was asked, in the version that was asked.
    pub fn new(form: &Arc<Questionnaire>, row: &Row<'_>) -> Self {
        let names = columns(form).into_iter().map(|column| column.name());
        let cells = names.filter_map(|name| Some((row.cell(&name)?.to_owned(), name)));
        let cells = cells.map(|(cell, name)| (name, cell)).collect();
        Self { form: Arc::clone(form), cells, is_intact: row.is_intact() }
    }

    /// The form.
    pub fn form(&self) -> &Arc<Questionnaire> {
        &self.form
    }

    /// The cell of a column that every row has.
    pub fn meta(&self, meta: Meta) -> &str {
        self.cell(meta.word())
    }

    /// The cell of a column, as it stands; empty where there is none.
    pub fn cell(&self, name: &str) -> &str {
        self.cells.get(name).map(String::as_str).unwrap_or_default()
    }

    /// Are the cells those that were written?
    pub fn is_intact(&self) -> bool {
        self.is_intact
    }

    /// What was answered to a question of the form; nothing where the cell cannot be read as such.
    pub fn answer(&self, question: &Question) -> Option<Answer> {
        let cell = self.cells.get(&question.name).filter(|cell| !cell.is_empty())?;
        let word = if question.kind == Kind::Text { unguard(cell) } else { cell };
        answer(question, word)
    }

    /// How many questions have an answer.
    pub fn answered(&self) -> usize {
        let asked = self.form.questions.iter().filter(|question| question.asks());
        asked.filter(|question| matches!(self.answer(question), Some(Answer::Given(_)))).count()
    }

    /// The columns that every row has, as they are.
    pub(super) fn metadata(&self) -> Metadata {
        Metadata::recorded(&self.form, |meta| self.meta(meta).to_owned())
    }

    /// The interview as far as it went, and how many of its answers are none that could be given:
    /// somebody changed them. They are to be given again.
    pub(super) fn session(&self) -> (Session, usize) {
        let mut session = Session::new(Arc::clone(&self.form));
        let mut unread = 0;
        while let Place::Question(index) = session.place() {
            let question = &self.form.questions[index];
            let given = match self.answer(question) {
                _ if !question.asks() => Some(Value::Read.into()),
                Some(Answer::None(Missing::NonAtteinte)) => break,
                given => given,
            };
            if given.is_none_or(|given| session.confirm(given).is_err()) {
                unread += 1;
                if session.confirm(Missing::Illisible).is_err() {
                    break;
                }
            }
        }
        let questions = self.form.questions.iter().enumerate();
        let closed = questions.filter(|(index, _)| !session.is_asked(*index));
        let lost =
            closed.filter(|(_, closed)| matches!(self.answer(closed), Some(Answer::Given(_))));
        unread += lost.count();
        (session, unread)
    }
}
