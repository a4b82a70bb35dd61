//! Récits: what people told in their own words, by what it is about, where they agreed to be quoted and
//! somebody cleared their words.
//! Never anything else of who told it, not even when or where.

use std::sync::Arc;

use crate::questionnaire::{Question, Questionnaire};
use crate::store::Row;

/// What a story is about: the question of every form that asks for one.
const THEME: &str = "R_theme";

/// Stories that are about the same thing.
#[derive(Clone, Debug)]
pub struct Theme {
    /// The form that asked for them.
    pub form: Arc<Questionnaire>,
    /// The place of its choice; nothing where it was not said.
    pub choice: Option<usize>,
    /// The stories, in an order that says nothing of who came when.
    pub stories: Vec<Story>,
}

/// A story: each part, with the question it answers, by place in the form.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Story {
    /// The parts that may be quoted.
    pub parts: Vec<(usize, String)>,
}

impl Theme {
    /// The question that says what a story is about.
    pub fn question(&self) -> Option<&Question> {
        self.form.index_of(THEME).map(|at| &*self.form.questions[at])
    }
}

/// Does a form ask for stories?
pub(super) fn asks_story(form: &Questionnaire) -> bool {
    form.index_of(THEME).is_some()
}

/// The place of what a story is about; the one after all others where it is not said.
pub(super) fn choice(form: &Questionnaire, row: &Row<'_>) -> usize {
    let Some(question) = form.index_of(THEME).map(|at| &form.questions[at]) else { return 0 };
    let choices = question.kind.choices();
    let said = row.cell(THEME).unwrap_or_default();
    choices.iter().position(|choice| choice.name == said).unwrap_or(choices.len())
}
