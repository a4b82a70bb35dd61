//! What the names of a published file mean in the one that is to follow it.
//! Never asks that anything stays: what disappeared keeps its answers.

use std::ops::Range;

use super::super::diff::{Change, Comparable, FormFate, Kept, Offer, QuestionFate, Words, diff};
use super::super::problem::What;
use super::super::{Adresse, Choice, Fact, Facts, Rule};
use super::Checker;
use crate::value::Missing;

pub(super) fn check(checker: &mut Checker<'_>) {
    let Some(published) = checker.published else { return };
    let changed = diff(published, checker.referentiel);
    for fate in &changed.questions {
        if let QuestionFate::Kept(kept) = fate
            && (kept.before.asks() || kept.now.asks())
        {
            question(checker, kept);
        }
    }
    for form in &changed.forms {
        if let FormFate::Kept(form) = form
            && form.lacks_a_version()
        {
            let (id, version) = (form.now.id.as_str(), form.now.version.to_string());
            let next = (u64::from(form.now.version) + 1).to_string();
            let facts =
                vec![("form", id.into()), ("version", version.into()), ("next", next.into())];
            checker.report(Rule::SameVersion, facts, (What::Form, id), &["version"]);
        }
    }
}

/// Reports what a question or one of its choices means now, or else how it is said now.
fn question(checker: &mut Checker<'_>, kept: &Kept) {
    let place = Place::new(checker, kept);
    let told = kept.changes.iter().filter_map(|change| place.problem(checker, kept, change));
    let mut problems: Vec<Found<'_>> = told.collect();
    // Of a name that means something else, other words say nothing more.
    if problems.iter().any(|problem| problem.rule == Rule::Repurposed) {
        problems.retain(|problem| problem.rule == Rule::Repurposed);
    }
    for Found { rule, facts, about, span } in problems {
        checker.report_at(rule, facts, about, span);
    }
}

/// A problem of a question, not reported yet.
struct Found<'a> {
    rule: Rule,
    facts: Facts,
    about: (What, &'a str),
    span: Range<usize>,
}

/// Where the choices of a question are written: with it, or in a scale of the same file that changed
/// for all its questions.
struct Place<'a> {
    question: &'a str,
    choices: (What, &'a str),
    /// Are they written with the question?
    written: bool,
}

impl<'a> Place<'a> {
    fn new(checker: &Checker<'a>, kept: &'a Kept) -> Self {
        let question = kept.now.name.as_str();
        let own = (What::Question, question);
        // A part that is not there is reported at the name.
        let written = checker.places.at(own, &["choices"]) != checker.places.at(own, &[]);
        let of = |choices: &[Choice], before: &[Choice]| {
            let published = checker.published?;
            let scales = checker.referentiel.echelles.iter();
            let mut same = scales.filter(|(id, now)| {
                now.as_slice() == choices
                    && published.echelles.get(*id).is_some_and(|old| old.as_slice() == before)
            });
            same.next().map(|(id, _)| id.as_str())
        };
        let scale = of(kept.now.kind.choices(), kept.before.kind.choices());
        let choices = match scale.filter(|_| !written) {
            Some(scale) => (What::Echelle, scale),
            None => own,
        };
        Self { question, choices, written }
    }

    /// The problem that a change is, if it is one.
    fn problem(&self, checker: &Checker<'_>, kept: &Kept, change: &Change) -> Option<Found<'a>> {
        use Rule::{Repurposed, Reworded};
        let own = (What::Question, self.question);
        let no = kept.comparable == Comparable::No;
        let (before, now) = (kept.before.kind.choices(), kept.now.kind.choices());
        let in_question = |path: &[&str]| (own, checker.places.at(own, path));
        let in_choices = |name: Option<&str>| self.in_choices(checker, name);
        let (rule, (about, span), mut facts) = match change {
            Change::Type { before, now } => {
                let facts = vec![("before", (*before).into()), ("now", (*now).into())];
                (Repurposed, in_question(&["type"]), told("type", facts))
            }
            Change::ChoiceRepurposed { name, words } => {
                (Repurposed, in_choices(Some(name)), said(name, words))
            }
            Change::ChoicesAdded(_) | Change::ChoicesRemoved(_) if no => {
                let facts = vec![("before", names(before)), ("now", names(now))];
                (Repurposed, in_choices(None), told("choices", facts))
            }
            Change::ChoicesAdded(choices) => {
                let first = choices.first().map(|choice| choice.name.as_str());
                (Reworded, in_choices(first), told("added", vec![("choice", names(choices))]))
            }
            Change::ChoicesRemoved(choices) => {
                (Reworded, in_choices(None), told("removed", vec![("choice", names(choices))]))
            }
            Change::ChoicesReordered { .. } if no => {
                (Reworded, in_choices(None), told("order", Vec::new()))
            }
            Change::MadeExclusive(name) | Change::MadeOrdinary(name) => {
                let facts = vec![("choice", name.as_str().into())];
                (Reworded, in_choices(Some(name)), told("exclusive", facts))
            }
            Change::NotConcerned { now: Offer::Among(_), .. } => {
                let facts = vec![("choice", Missing::Nc.word().into())];
                (Reworded, in_question(&["nc", "fr"]), told("added", facts))
            }
            Change::NotConcerned { before: Offer::Among(_), .. } => {
                let facts = vec![("choice", Missing::Nc.word().into())];
                (Reworded, in_question(&["nc"]), told("removed", facts))
            }
            Change::NotConcernedReworded(words) => {
                let place = in_question(&["nc", language(words)]);
                (Reworded, place, said(Missing::Nc.word(), words))
            }
            // At one place, all of them are one problem.
            Change::ChoiceReworded { .. } if self.is_elsewhere() => {
                (Reworded, in_choices(None), told("list", reworded(kept)))
            }
            Change::ChoiceReworded { name, words } => {
                (Reworded, in_choices(Some(name)), said(name, words))
            }
            Change::Label(words) => {
                let facts = vec![("before", words.before.as_str().into())];
                (Reworded, in_question(&["label", language(words)]), told("label", facts))
            }
            _ => return None,
        };
        facts.push(("name", about.1.into()));
        if let Comparable::Except(names) = &kept.comparable {
            facts.push(("except", names.join(", ").into()));
        }
        Some(Found { rule, facts, about, span })
    }

    /// Are the choices written in another file, or in a scale that did not itself change?
    fn is_elsewhere(&self) -> bool {
        self.choices.0 == What::Question && !self.written
    }

    /// Where the list of choices is written, or the choice of this name in it; where another file
    /// has it, the type that names it.
    fn in_choices(
        &self,
        checker: &Checker<'_>,
        choice: Option<&str>,
    ) -> ((What, &'a str), Range<usize>) {
        let path = match choice {
            _ if self.is_elsewhere() => vec!["type"],
            Some(name) => vec!["choices", name],
            None => vec!["choices"],
        };
        (self.choices, checker.places.at(self.choices, &path))
    }
}

/// The facts of one kind of change, which its message tells by `change`.
fn told(change: &str, mut facts: Facts) -> Facts {
    facts.push(("change", change.into()));
    facts
}

/// The facts of a choice that says something else.
fn said(choice: &str, words: &Words) -> Facts {
    let facts = [("choice", choice), ("before", &words.before), ("now", &words.now)];
    told("choice", facts.map(|(name, text)| (name, text.into())).to_vec())
}

/// What all the choices said that say something else, and what they say.
fn reworded(kept: &Kept) -> Facts {
    let words = kept.changes.iter().filter_map(|change| match change {
        Change::ChoiceReworded { words, .. } => Some(words),
        _ => None,
    });
    let (before, now): (Vec<&str>, Vec<&str>) =
        words.map(|words| (words.before.as_str(), words.now.as_str())).unzip();
    vec![("before", before.join(" / ").into()), ("now", now.join(" / ").into())]
}

fn names(choices: &[Choice]) -> Fact {
    choices.iter().map(|choice| choice.name.as_str()).collect::<Vec<_>>().join(", ").into()
}

fn language(words: &Words) -> &'static str {
    match words.adresse {
        Adresse::Vous => "fr",
        Adresse::Tu => "fr_tu",
    }
}
