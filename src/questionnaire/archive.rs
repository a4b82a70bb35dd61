//! The resolved form as a definition file: what lies beside the rows and explains them later.
//! Never holds anything that was not asked; scales are written out in each question.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use super::{Choice, Expression, Kind, Label, NotConcerned, Questionnaire};

/// The form as the text of a definition file, every question and choice written out.
pub fn archive(form: &Questionnaire) -> String {
    let head = &form.head;
    let file = File {
        referentiel: Referentiel {
            id: &head.id,
            titre: &head.titre,
            porteur: &head.porteur,
            version: head.version,
            statut: head.statut.word(),
            sources: &head.sources,
            sensible: head.sensible,
            precision_date: head.precision.word(),
            lieu: head.lieu.texts(),
        },
        question: defined(form)
            .map(|question| Question {
                name: &question.name,
                kind: question.kind.word(),
                label: question.label.texts(),
                hint: question.hint.as_ref().map(Label::texts),
                reformulation: question.reformulation.as_ref().map(Label::texts),
                relevant: question.relevant.as_ref().map(Expression::text),
                constraint: question.constraint.as_ref().map(Expression::text),
                constraint_message: question.constraint_message.as_ref().map(Label::texts),
                attention: question.attention.as_ref().map(Expression::text),
                attention_message: question.attention_message.as_ref().map(Label::texts),
                nc: match &question.nc {
                    NotConcerned::No => None,
                    NotConcerned::Yes => Some(Concern::Possible(true)),
                    NotConcerned::Words(label) => Some(Concern::Words(label.texts())),
                },
                sensible: question.sensible,
                choices: question.kind.choices().iter().map(Line::from).collect(),
                parmi: match &question.kind {
                    Kind::Counts(counts) => counts.parmi.as_deref(),
                    _ => None,
                },
                somme: matches!(&question.kind, Kind::Counts(counts) if counts.somme),
            })
            .collect(),
        questionnaire: [Form {
            id: &form.id,
            version: form.version,
            titre: form.titre.texts(),
            role: &form.role,
            moment: form.moment.word(),
            adresse: form.adresse.word(),
            age_minimum: form.age_minimum,
            questions: defined(form).map(|question| question.name.as_str()).collect(),
        }],
    };
    let body = toml::to_string(&file).expect("texts, numbers and lists are all TOML can be asked");
    format!("# {} v{}, empreinte {}\n\n{body}", form.id, form.version, form.fingerprint())
}

/// The questions as a file defines them: the lines of a group count are one question, and the words
/// beside «autre» are none.
pub(super) fn defined(form: &Questionnaire) -> impl Iterator<Item = &Arc<super::Question>> {
    let questions = form.questions.iter().enumerate();
    questions.filter_map(|(at, question)| match &question.part_of {
        None => Some(question),
        Some(_) if question.says_other() => None,
        Some(whole) => {
            let before = at.checked_sub(1).and_then(|at| form.questions[at].part_of.as_ref());
            before.is_none_or(|before| before.name != whole.name).then_some(whole)
        }
    })
}

type Texts<'a> = BTreeMap<&'a str, &'a str>;

#[derive(Serialize)]
struct File<'a> {
    referentiel: Referentiel<'a>,
    question: Vec<Question<'a>>,
    questionnaire: [Form<'a>; 1],
}

#[derive(Serialize)]
struct Referentiel<'a> {
    id: &'a str,
    titre: &'a str,
    porteur: &'a str,
    version: u32,
    statut: &'a str,
    sources: &'a [String],
    sensible: bool,
    precision_date: &'a str,
    lieu: Texts<'a>,
}

#[derive(Serialize)]
struct Question<'a> {
    name: &'a str,
    #[serde(rename = "type")]
    kind: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    relevant: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    constraint: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    attention: Option<&'a str>,
    sensible: bool,
    label: Texts<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<Texts<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reformulation: Option<Texts<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    constraint_message: Option<Texts<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    attention_message: Option<Texts<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    nc: Option<Concern<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    parmi: Option<&'a str>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    somme: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    choices: Vec<Line<'a>>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Concern<'a> {
    Possible(bool),
    Words(Texts<'a>),
}

#[derive(Serialize)]
struct Line<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    exclusive: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    autre: bool,
    label: Texts<'a>,
}

impl<'a> From<&'a Choice> for Line<'a> {
    fn from(choice: &'a Choice) -> Self {
        Self {
            name: &choice.name,
            exclusive: choice.exclusive,
            autre: choice.autre,
            label: choice.label.texts(),
        }
    }
}

#[derive(Serialize)]
struct Form<'a> {
    id: &'a str,
    version: u32,
    role: &'a str,
    moment: &'a str,
    adresse: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    age_minimum: Option<u32>,
    questions: Vec<&'a str>,
    titre: Texts<'a>,
}
