//! Whether each question can be asked and each constraint satisfied: reasoned exactly where the
//! answers that matter are few, and left alone where they are not.
//! Never guesses: what cannot be proved is not reported.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::expression::{Node, Operator};
use super::super::problem::What;
use super::super::reader::inside;
use super::super::{Expression, Facts, Question, Questionnaire, Rule};
use super::Checker;
use super::domain::Domain;

/// The most courses of answers tried for one condition. Real conditions need some tens.
const MOST_TRIES: usize = 200_000;

pub(super) fn check(checker: &mut Checker<'_>) {
    let (referentiel, all) = (checker.referentiel, checker.all);
    for question in &referentiel.questions {
        // Core questions are asked by the forms of other files too.
        let asked: Vec<Course<'_>> =
            all.iter().flat_map(|other| ways(&other.questionnaires, &question.name)).collect();
        never(checker, question, &asked);
        idle(checker, question, &asked);
    }
    // A core question that this file cannot ask, though others can.
    for form in &referentiel.questionnaires {
        for (at, question) in form.questions.iter().enumerate() {
            let course = Course { form, at };
            let elsewhere = || all.iter().flat_map(|r| ways(&r.questionnaires, &question.name));
            if !is_own(checker, question)
                && course.is_closed()
                && elsewhere().any(|other| !other.is_closed())
            {
                let path = ["questions", &question.name];
                let facts = facts(&question.name, form);
                checker.report(Rule::NeverAsked, facts, (What::Form, &form.id), &path);
            }
        }
    }
}

/// The ways through forms up to a question, or to the first line of a group count.
fn ways<'a>(
    forms: &'a [Arc<Questionnaire>],
    name: &'a str,
) -> impl Iterator<Item = Course<'a>> + 'a {
    forms.iter().filter_map(move |form| {
        let at = form.questions.iter().position(|asked| asked.defined().name == name)?;
        Some(Course { form, at })
    })
}

/// Does the file itself define the question?
fn is_own(checker: &Checker<'_>, question: &Question) -> bool {
    let name = &question.defined().name;
    checker.referentiel.questions.iter().any(|own| own.name == *name)
}

fn facts(question: &str, form: &Questionnaire) -> Facts {
    vec![("question", question.into()), ("form", form.id.as_str().into())]
}

/// A question that is never asked where the file asks it, or nowhere at all; a constraint that no
/// answer satisfies.
fn never(checker: &mut Checker<'_>, question: &Question, asked: &[Course<'_>]) {
    let about = (What::Question, question.name.as_str());
    let closed: Vec<bool> = asked.iter().map(Course::is_closed).collect();
    for (course, is_closed) in asked.iter().zip(&closed) {
        let ours = course.form.head.id == checker.referentiel.head.id;
        let facts = facts(&question.name, course.form);
        if *is_closed && (ours || closed.iter().all(|closed| *closed)) {
            checker.report(Rule::NeverAsked, facts, about, &["relevant"]);
            return;
        }
        let refused = |constraint: &Expression| {
            course.can(constraint.root(), true, question.relevant.as_ref()) == Can::Never
        };
        if !is_closed && course.question().constraint.as_ref().is_some_and(refused) {
            checker.report(Rule::NeverSatisfied, facts, about, &["constraint"]);
            return;
        }
    }
}

/// Conditions, and parts of them, that change nothing in any of the forms that ask the question.
fn idle(checker: &mut Checker<'_>, question: &Question, courses: &[Course<'_>]) {
    for key in ["relevant", "constraint", "attention"] {
        let Some(written) = condition(question, key) else { continue };
        let about = (What::Question, question.name.as_str());
        // A form in which a question named is not asked has another condition: it says nothing of
        // this one.
        let as_written = |course: &&Course<'_>| {
            condition(course.question(), key).is_some_and(|other| other.text() == written.text())
        };
        // A constraint or an attention is met with only where the question is asked.
        let premise = question.relevant.as_ref().filter(|_| key != "relevant");
        let cannot = |node: &Node, holds: bool| {
            let mut courses = courses.iter().filter(as_written).peekable();
            courses.peek().is_some()
                && courses.all(|course| course.can(node, holds, premise) == Can::Never)
        };
        if cannot(written.root(), true) {
            continue;
        }
        if cannot(written.root(), false) {
            checker.report(Rule::AlwaysTrue, Vec::new(), about, &[key]);
            continue;
        }
        let mut parts = Vec::new();
        operands(written.root(), &mut parts);
        for part in parts.into_iter().filter(|part| names_something(part)) {
            let holds = match (cannot(part, true), cannot(part, false)) {
                (false, false) => continue,
                (true, _) => 0,
                (false, true) => 1,
            };
            let text = &written.text()[part.span()];
            let facts = vec![("text", text.into()), ("holds", holds.into())];
            let value = checker.places.at(about, &[key]);
            let span = inside(&checker.source.text, &value, written.text(), &part.span());
            checker.report_at(Rule::IdlePart, facts, about, span);
        }
    }
}

fn condition<'q>(question: &'q Question, key: &str) -> Option<&'q Expression> {
    let of_key = match key {
        "relevant" => &question.relevant,
        "constraint" => &question.constraint,
        _ => &question.attention,
    };
    of_key.as_ref()
}

/// The parts joined by `and` and `or`.
fn operands<'a>(node: &'a Node, parts: &mut Vec<&'a Node>) {
    if let Node::Binary(Operator::And | Operator::Or, left, right) = node {
        for side in [left, right] {
            if !matches!(**side, Node::Binary(Operator::And | Operator::Or, ..)) {
                parts.push(side);
            }
            operands(side, parts);
        }
    }
}

fn names_something(node: &Node) -> bool {
    let mut leaves = Vec::new();
    node.leaves(&mut leaves);
    leaves.iter().any(|leaf| matches!(leaf, Node::Name(..) | Node::Current(_)))
}

/// Whether something can come to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Can {
    /// There is a course of answers that brings it about.
    Sometimes,
    /// There is none: every one was tried.
    Never,
    /// Not every one could be tried.
    Unknown,
}

/// All the ways through a form up to one of its questions.
struct Course<'a> {
    form: &'a Questionnaire,
    at: usize,
}

impl<'a> Course<'a> {
    fn question(&self) -> &'a Question {
        &self.form.questions[self.at]
    }

    /// Does every way pass the question by?
    fn is_closed(&self) -> bool {
        let relevant = self.question().relevant.as_ref();
        relevant.is_some_and(|relevant| self.can(relevant.root(), true, None) == Can::Never)
    }

    /// Can this part of a condition of the question come to be true, or false? The answer to the
    /// question itself, where the part looks at it, is any that is not none.
    ///
    /// `premise` is a condition that holds on all the ways looked at.
    fn can(&self, node: &Node, wanted: bool, premise: Option<&Expression>) -> Can {
        let premise = premise.map(Expression::root);
        let needed = self.needed([node].into_iter().chain(premise).collect());
        let conditions = || {
            let of_needed = needed.iter().map(|at| &*self.form.questions[*at]);
            let own = of_needed.flat_map(|q| q.relevant.iter().chain(&q.constraint));
            own.map(Expression::root).chain([node]).chain(premise)
        };
        let mut exact = true;
        let mut domain = |question: &'a Question, is_current: bool| {
            let domain = Domain::of(question, is_current, conditions());
            exact &= domain.is_exact;
            domain.values
        };
        let values: Vec<(usize, Vec<String>)> =
            needed.iter().map(|at| (*at, domain(&self.form.questions[*at], false))).collect();
        let mut leaves = Vec::new();
        node.leaves(&mut leaves);
        let own = if leaves.iter().any(|leaf| matches!(leaf, Node::Current(_))) {
            domain(self.question(), true).into_iter().filter(|value| !value.is_empty()).collect()
        } else {
            vec![String::new()]
        };
        let mut search = Search {
            form: self.form,
            values,
            given: BTreeMap::new(),
            goal: node,
            premise,
            own,
            wanted,
            tries: 0,
        };
        match search.run(0) {
            Some(true) => Can::Sometimes,
            Some(false) if exact => Can::Never,
            _ => Can::Unknown,
        }
    }

    /// The questions asked before on which these parts depend, through the conditions of other
    /// questions too, in the order of the form.
    fn needed(&self, mut waiting: Vec<&'a Node>) -> Vec<usize> {
        let mut needed: Vec<usize> = Vec::new();
        while let Some(node) = waiting.pop() {
            let mut names = Vec::new();
            node.names(&mut names);
            for (name, _) in names {
                let Some(at) = self.form.index_of(name).filter(|at| *at < self.at) else {
                    continue;
                };
                if !needed.contains(&at) {
                    needed.push(at);
                    let question = &self.form.questions[at];
                    let conditions = question.relevant.iter().chain(&question.constraint);
                    waiting.extend(conditions.map(Expression::root));
                }
            }
        }
        needed.sort_unstable();
        needed
    }
}

/// One look for a course of answers that makes a part true, or false.
struct Search<'a> {
    form: &'a Questionnaire,
    /// The questions that matter, in the order of the form, with the answers to try for each.
    values: Vec<(usize, Vec<String>)>,
    /// The answers of the course being tried, by name.
    given: BTreeMap<&'a str, String>,
    goal: &'a Node,
    premise: Option<&'a Node>,
    /// The answers to the question itself.
    own: Vec<String>,
    wanted: bool,
    tries: usize,
}

impl Search<'_> {
    /// Is there such a course? Nothing where too many would have to be tried.
    fn run(&mut self, depth: usize) -> Option<bool> {
        self.tries += 1;
        if self.tries > MOST_TRIES {
            return None;
        }
        // What is lost already is not worth going on with.
        let known = |name: &str| self.given.get(name).cloned();
        let open = |own: &String| {
            let truth = self.goal.truth(Some(own), &known);
            truth.is_none_or(|truth| truth == self.wanted)
        };
        let stands = self.premise.is_none_or(|premise| premise.truth(None, &known) != Some(false));
        if !stands || !self.own.iter().any(open) {
            return Some(false);
        }
        let Some(&(at, ref values)) = self.values.get(depth) else { return Some(true) };
        let question = &self.form.questions[at];
        let asked = question.relevant.as_ref().is_none_or(|condition| self.holds(condition, ""));
        let mut unknown = false;
        for value in values.clone() {
            let possible = value.is_empty()
                || asked && question.constraint.as_ref().is_none_or(|own| self.holds(own, &value));
            if !possible {
                continue;
            }
            self.given.insert(&self.form.questions[at].name, value);
            let found = self.run(depth + 1);
            self.given.remove(self.form.questions[at].name.as_str());
            match found {
                Some(true) => return Some(true),
                Some(false) => {}
                None => unknown = true,
            }
        }
        (!unknown).then_some(false)
    }

    fn holds(&self, condition: &Expression, current: &str) -> bool {
        condition.holds(current, &|name| self.given.get(name).cloned().unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::super::problem::Source;
    use super::super::super::{Library, load};
    use super::*;

    /// Can a question with this condition be asked, at the end of a form with a question of each
    /// kind?
    fn can(condition: &str) -> Can {
        let text = include_str!("reach_test.toml").replace("CONDITION", condition);
        let source = Arc::new(Source { name: "test.toml".into(), text });
        let core = Library::load(Vec::new()).referentiel("commun").expect("the core");
        let read = load(&source, Some(&core)).expect(condition);
        let form = &read.questionnaires[0];
        let at = form.questions.len() - 1;
        let question = &form.questions[at];
        Course { form, at }.can(question.relevant.as_ref().expect("a condition").root(), true, None)
    }

    #[test]
    fn what_can_be_is_told_from_what_cannot() {
        for possible in [
            "${oui} = 'oui'",
            "${suite} != '' and ${oui} = 'oui'",
            "selected(${liste}, 'a') and selected(${liste}, 'b')",
            "count-selected(${liste}) = 3",
            "${age} > 11 and ${age} < 13",
            "${age} = 12.0",
            "${mots} = 'bonjour' or ${mots} = ''",
            "${echelle} >= 4",
            "${jour} = '2026-11-23'",
            "not(${oui} = 'oui') and not(${oui} = 'non')",
        ] {
            assert_eq!(can(possible), Can::Sometimes, "{possible}");
        }
        for impossible in [
            "${oui} = 'oui' and ${oui} = 'non'",
            // Asked only after «oui».
            "${suite} != '' and ${oui} = 'non'",
            "selected(${liste}, 'a') and selected(${liste}, 'rien')",
            "count-selected(${liste}) > 3",
            "${age} > 12 and ${age} < 13",
            // Its constraint refuses it.
            "${age} > 120",
            "${mots} = 'bonjour' and ${mots} = 'bonsoir'",
            "${echelle} > 4",
            "${oui} = ${suite} and ${oui} != ''",
        ] {
            assert_eq!(can(impossible), Can::Never, "{impossible}");
        }
        for unproved in [
            "string-length(${mots}) < 0",
            "${age} * 2 = 7",
            "regex(${mots}, 'a') and ${mots} = 'b'",
        ] {
            assert_eq!(can(unproved), Can::Unknown, "{unproved}");
        }
    }
}
