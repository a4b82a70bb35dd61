//! The texts of a file that people read or hear, and where each is written.
//! Never looks at what they say.

use super::super::problem::What;
use super::super::{Choice, Label, NotConcerned, Question, Referentiel};

/// A text that people read, in all its languages.
pub(super) struct Text<'a> {
    /// The thing that it is of.
    pub about: (What, &'a str),
    /// The keys and names that lead to it from there.
    path: Vec<&'a str>,
    pub label: &'a Label,
}

impl<'a> Text<'a> {
    fn new(about: (What, &'a str), key: &'static str, label: &'a Label) -> Self {
        Self { about, path: vec![key], label }
    }

    /// Where one of its languages is written, in the thing that it is of.
    pub fn path(&self, language: &'a str) -> Vec<&'a str> {
        let mut path = self.path.clone();
        path.push(language);
        path
    }
}

/// Every text of a file: the place, the scales, the questions, the titles of forms. Criteria and
/// indicators are read by those who analyse, in one language.
pub(super) fn of_file(file: &Referentiel) -> Vec<Text<'_>> {
    let mut texts = vec![of_place(file)];
    texts.extend(file.echelles.keys().flat_map(|id| of_scale(file, id)));
    texts.extend(file.questions.iter().flat_map(|question| of_question(file, question)));
    texts.extend(file.questionnaires.iter().map(|form| {
        let about = (What::Form, form.id.as_str());
        Text::new(about, "titre", &form.titre)
    }));
    texts
}

/// What `${lieu}` says.
pub(super) fn of_place(file: &Referentiel) -> Text<'_> {
    Text::new((What::Referentiel, &file.head.id), "lieu", &file.head.lieu)
}

/// The choices of a scale of the file.
pub(super) fn of_scale<'a>(file: &'a Referentiel, id: &'a str) -> Vec<Text<'a>> {
    let choices = file.echelles.get(id).into_iter().flatten();
    choices.map(|choice| of_choice((What::Echelle, id), choice)).collect()
}

/// The choices of the scale that a question names: where they are written, or where it names them
/// if they are the core's.
pub(super) fn of_its_scale<'a>(file: &'a Referentiel, question: &'a Question) -> Vec<Text<'a>> {
    let Some(id) = file.scales.get(&question.name) else { return Vec::new() };
    if file.echelles.contains_key(id) {
        return of_scale(file, id);
    }
    let about = (What::Question, question.name.as_str());
    let choices = question.kind.choices().iter();
    choices.map(|choice| Text { about, path: vec!["type"], label: &choice.label }).collect()
}

fn of_choice<'a>(about: (What, &'a str), choice: &'a Choice) -> Text<'a> {
    Text { about, path: vec!["choices", &choice.name, "label"], label: &choice.label }
}

/// The question itself.
pub(super) fn of_label(question: &Question) -> Text<'_> {
    Text::new((What::Question, &question.name), "label", &question.label)
}

/// What is written in the table of a question: not the choices of its scale.
pub(super) fn of_question<'a>(file: &'a Referentiel, question: &'a Question) -> Vec<Text<'a>> {
    let about = (What::Question, question.name.as_str());
    let mut texts = vec![of_label(question)];
    let mut part = |key: &'static str, label: &'a Option<Label>| {
        texts.extend(label.iter().map(|label| Text::new(about, key, label)));
    };
    part("hint", &question.hint);
    part("reformulation", &question.reformulation);
    part("constraint_message", &question.constraint_message);
    part("attention_message", &question.attention_message);
    if !file.scales.contains_key(&question.name) {
        let choices = question.kind.choices().iter();
        texts.extend(choices.map(|choice| of_choice(about, choice)));
    }
    if let NotConcerned::Words(words) = &question.nc {
        texts.push(Text::new(about, "nc", words));
    }
    texts
}
