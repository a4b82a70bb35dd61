//! What is wrong in the choice of questions of a form, and in their order.
//! Never looks at the words of a question.

use std::collections::BTreeSet;

use super::super::super::problem::What;
use super::super::super::{CONSENT, Facts, Kind, Moment, Question, Questionnaire, Rule};
use super::super::Checker;

/// The most questions that count.
const MOST: usize = 12;

/// What should change here.
const OPENING: &str = "T2";
/// What has changed.
const CHANGES: &str = "T1";

pub(super) fn check(checker: &mut Checker<'_>) {
    for form in &checker.referentiel.questionnaires {
        twins(checker, form);
        if form.has_respondent() {
            openings(checker, form);
            consent(checker, form);
            length(checker, form);
        }
    }
}

/// Reports a rule at the name of a question in the list of a form, or at the list.
fn tell(
    checker: &mut Checker<'_>,
    rule: Rule,
    facts: Facts,
    form: &Questionnaire,
    question: Option<&Question>,
) {
    let name = question.map(|question| question.defined().name.as_str());
    let path: Vec<&str> = std::iter::once("questions").chain(name).collect();
    checker.report(rule, facts, (What::Form, &form.id), &path);
}

fn find<'f>(form: &'f Questionnaire, name: &str) -> Option<(usize, &'f Question)> {
    form.index_of(name).map(|at| (at, form.questions[at].as_ref()))
}

/// What is asked on arriving shows a change only if it is asked again.
fn twins(checker: &mut Checker<'_>, form: &Questionnaire) {
    if form.moment != Moment::Entree {
        return;
    }
    let forms = checker.referentiel.questionnaires.iter();
    let after = forms.filter(|other| {
        other.role == form.role && matches!(other.moment, Moment::Sortie | Moment::Suivi)
    });
    let again: BTreeSet<&str> =
        after.flat_map(|other| &other.questions).map(|question| question.name.as_str()).collect();
    for question in &form.questions {
        let is_compared = question.asks() && question.kind != Kind::Text;
        if is_compared && !again.contains(question.name.as_str()) {
            let facts = vec![
                ("name", question.defined().name.as_str().into()),
                ("form", form.id.as_str().into()),
                ("role", form.role.as_str().into()),
            ];
            tell(checker, Rule::Twin, facts, form, Some(question));
        }
    }
}

/// What is wrong must be sayable, and said before what has become better.
fn openings(checker: &mut Checker<'_>, form: &Questionnaire) {
    let (opening, changes) = (find(form, OPENING), find(form, CHANGES));
    if form.moment == Moment::Sortie && opening.is_none() {
        checker.report(Rule::NoOpening, Vec::new(), (What::Form, &form.id), &[]);
    }
    if let (Some((opening, _)), Some((at, changes))) = (opening, changes)
        && at < opening
    {
        tell(checker, Rule::OpeningLate, Vec::new(), form, Some(changes));
    }
}

/// Words may be quoted only where the person was asked.
fn consent(checker: &mut Checker<'_>, form: &Questionnaire) {
    let last = form.questions.iter().rposition(|question| question.kind == Kind::Text);
    let Some(last) = last else { return };
    if find(form, CONSENT).is_none_or(|(consent, _)| consent < last) {
        let question = &form.questions[last];
        let facts = vec![("last", question.defined().name.as_str().into())];
        tell(checker, Rule::NoConsent, facts, form, Some(question));
    }
}

/// What a condition opens is the rest of the question before it.
fn length(checker: &mut Checker<'_>, form: &Questionnaire) {
    let count = form.counted();
    if count > MOST {
        tell(checker, Rule::TooMany, vec![("count", count.into())], form, None);
    }
}
