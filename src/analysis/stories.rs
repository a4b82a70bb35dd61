//! Récits: what people told in their own words, by what it is about, where they agreed to be quoted.
//! Never anything else of who told it, not even when or where.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::questionnaire::{Kind, Question, Questionnaire, Referentiel};
use crate::record::unguard;
use crate::store::{Row, Store};
use crate::value::{Meta, Missing};

/// What a story is about: the question of every form that asks for one.
const THEME: &str = "R_theme";

/// May the words be quoted?
const CONSENT: &str = "T6";

/// The answer that agrees.
const AGREES: &str = "oui";

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
    /// The parts that were told.
    pub parts: Vec<(usize, String)>,
}

impl Theme {
    /// The question that says what a story is about.
    pub fn question(&self) -> Option<&Question> {
        self.form.index_of(THEME).map(|at| &*self.form.questions[at])
    }
}

/// The stories of these stores that may be quoted, by what they are about: those that count, or the
/// trials.
pub fn stories(stores: &[&Store], catalogue: &[Arc<Referentiel>], trial: bool) -> Vec<Theme> {
    let forms = catalogue.iter().flat_map(|referentiel| &referentiel.questionnaires);
    let forms: Vec<&Arc<Questionnaire>> =
        forms.filter(|form| asks_story(form) && !form.head.sensible).collect();
    let mut found: BTreeMap<(usize, usize), Vec<Story>> = BTreeMap::new();
    for store in stores {
        _ = store.standing(trial, |_, row| {
            let is_of = |form: &&Arc<Questionnaire>| row.meta(Meta::Questionnaire) == form.id;
            let Some(at) = forms.iter().position(is_of) else { return };
            if row.cell(CONSENT) == Some(AGREES)
                && let Some(story) = story(forms[at], row)
            {
                let choice = choice(forms[at], row);
                found.entry((at, choice)).or_default().push(story);
            }
        });
    }
    let themes = found.into_iter().map(|((at, choice), mut stories)| {
        stories.sort();
        let mut theme = Theme { form: Arc::clone(forms[at]), choice: None, stories };
        let choices = theme.question().map_or(0, |question| question.kind.choices().len());
        theme.choice = (choice < choices).then_some(choice);
        theme
    });
    themes.collect()
}

fn asks_story(form: &Questionnaire) -> bool {
    form.index_of(THEME).is_some() && form.index_of(CONSENT).is_some()
}

/// The place of what a story is about; the one after all others where it is not said.
fn choice(form: &Questionnaire, row: &Row<'_>) -> usize {
    let Some(question) = form.index_of(THEME).map(|at| &form.questions[at]) else { return 0 };
    let choices = question.kind.choices();
    let said = row.cell(THEME).unwrap_or_default();
    choices.iter().position(|choice| choice.name == said).unwrap_or(choices.len())
}

/// What was told in words; nothing where nothing was.
fn story(form: &Questionnaire, row: &Row<'_>) -> Option<Story> {
    let mut parts = Vec::new();
    for (at, question) in form.questions.iter().enumerate() {
        let cell = row.cell(&question.name).unwrap_or_default();
        let is_told = question.kind == Kind::Text
            && !question.sensible
            && Missing::from_word(cell).is_none()
            && !cell.trim().is_empty();
        if is_told {
            parts.push((at, unguard(cell).to_owned()));
        }
    }
    (!parts.is_empty()).then_some(Story { parts })
}
