//! What a file says otherwise than the common référentiel: its questions reworded, or said again
//! under another name.
//! Never looks at files that only ask common questions: that is what they are for.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::super::library::built_in_core;
use super::super::problem::What;
use super::super::{Adresse, Kind, NotConcerned, Question, Referentiel, Rule};
use super::Checker;
use super::words;

/// A label of fewer words says nothing by itself: «Laquelle ?».
const TELLING: usize = 3;

pub(super) fn check(checker: &mut Checker<'_>) {
    if checker.is_core() {
        let built_in = built_in_core();
        // Questions that share a scale are reworded with it: that is one change.
        let mut told = BTreeSet::new();
        for question in &checker.referentiel.questions {
            if let Some(span) = reworded(checker, question, &built_in)
                && told.insert(span.start)
            {
                let about = (What::Question, question.name.as_str());
                let facts = vec![("name", question.name.as_str().into())];
                checker.report_at(Rule::CoreReworded, facts, about, span);
            }
        }
    } else {
        let core = core(checker);
        let said = labels(&core);
        for question in &checker.referentiel.questions {
            twin(checker, question, &said);
        }
    }
}

/// The common référentiel of the library; the built-in one where that of the disk is broken.
fn core(checker: &Checker<'_>) -> Arc<Referentiel> {
    let id = super::super::library::CORE_ID;
    let found = checker.all.iter().find(|referentiel| referentiel.head.id == id);
    found.map_or_else(built_in_core, Arc::clone)
}

/// Where this question of the core of the disk is another one than the program's.
fn reworded(
    checker: &Checker<'_>,
    question: &Question,
    built_in: &Referentiel,
) -> Option<Range<usize>> {
    let before = built_in.questions.iter().find(|before| before.name == question.name)?;
    let changed = before.fingerprint() != question.fingerprint();
    changed.then(|| difference(checker, question, before))
}

/// The first thing of which a fingerprint is made that differs.
fn difference(checker: &Checker<'_>, question: &Question, before: &Question) -> Range<usize> {
    let about = (What::Question, question.name.as_str());
    let at = |path: &[&str]| checker.places.at(about, path);
    if question.kind.word() != before.kind.word() {
        return at(&["type"]);
    }
    if question.label.french() != before.label.french() {
        return at(&["label", "fr"]);
    }
    let (choices, old) = (question.kind.choices(), before.kind.choices());
    let same = choices.iter().zip(old).take_while(|(choice, old)| {
        let names = choice.name == old.name && choice.exclusive == old.exclusive;
        names && choice.label.french() == old.label.french()
    });
    let same = same.count();
    if let Some(choice) = choices.get(same) {
        let scale = checker.referentiel.scales.get(&question.name);
        let about = scale.map_or(about, |scale| (What::Echelle, scale.as_str()));
        let renamed = old.get(same).is_none_or(|old| old.name != choice.name);
        let path = ["choices", &choice.name, if renamed { "name" } else { "label" }, "fr"];
        return checker.places.at(about, &path);
    }
    if choices.len() < old.len() {
        return at(&["choices"]);
    }
    match question.nc {
        NotConcerned::Words(_) => at(&["nc", "fr"]),
        NotConcerned::Yes | NotConcerned::No => at(&["nc"]),
    }
}

/// What core questions say, to «vous» and to «tu», and their names.
fn labels(core: &Referentiel) -> BTreeMap<String, &str> {
    let both = core.questions.iter().rev().flat_map(|question| {
        [Adresse::Tu, Adresse::Vous].map(|adresse| {
            (words::normalised(question.label.get("fr", adresse)), question.name.as_str())
        })
    });
    both.collect()
}

/// Does an own question say what a core question says?
fn twin(checker: &mut Checker<'_>, question: &Question, core: &BTreeMap<String, &str>) {
    // What a group count says is in its lines; its label is only where they begin.
    let said = words::normalised(question.label.french());
    if matches!(question.kind, Kind::Counts(_)) || said.split(' ').count() < TELLING {
        return;
    }
    if let Some(other) = core.get(&said) {
        let facts = vec![("name", (*other).into())];
        let about = (What::Question, question.name.as_str());
        checker.report(Rule::CoreTwin, facts, about, &["label", "fr"]);
    }
}
