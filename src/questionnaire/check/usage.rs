//! What nothing uses, what nothing feeds, what lacks a translation or a message.
//! Never a rule of survey method: `survey` has those.

use std::collections::BTreeSet;
use std::slice;
use std::sync::Arc;

use super::super::problem::What;
use super::super::{Adresse, Label, Referentiel, Rule};
use super::texts::{self, Text};
use super::words;
use super::{Checker, Said};

/// The words that address a person with «vous».
const VOUS: &str = "vous votre vos vôtre vôtres";

pub(super) fn check(checker: &mut Checker<'_>) {
    unused(checker);
    languages(checker);
    tutoiement(checker);
    for question in &checker.referentiel.questions {
        for (key, condition, message) in [
            ("constraint", &question.constraint, &question.constraint_message),
            ("attention", &question.attention, &question.attention_message),
        ] {
            if condition.is_some() && message.is_none() {
                let about = (What::Question, question.name.as_str());
                checker.report(Rule::MissingMessage, vec![("key", key.into())], about, &[key]);
            }
        }
    }
}

/// Who may use a thing.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Users {
    /// The file that defines it.
    Own,
    /// Every file: it is the core's.
    All,
}

/// The questions that forms of these référentiels ask.
fn asked(referentiels: &[Arc<Referentiel>]) -> BTreeSet<&str> {
    let forms = referentiels.iter().flat_map(|referentiel| &referentiel.questionnaires);
    forms
        .flat_map(|form| &form.questions)
        .map(|question| question.defined().name.as_str())
        .collect()
}

/// What serves, and is not said to be in reserve, is well; so is what is in reserve and does not.
fn unused(checker: &mut Checker<'_>) {
    let file = checker.referentiel;
    let of_file = checker.all.iter().find(|other| other.head.id == file.head.id);
    let of_file = of_file.map_or(&[][..], slice::from_ref);
    let whose = if checker.is_core() { Users::All } else { Users::Own };
    let users = if whose == Users::All { checker.all } else { of_file };
    let (own, all) = (asked(of_file), asked(checker.all));
    let asked_by_users = if whose == Users::All { &all } else { &own };
    let mut told = |(what, name): (What, &str), whose: Users, is_used: bool, rule: Rule| {
        let facts = vec![("name", name.into())];
        match (is_used, file.is_reserved(what, name)) {
            (true, true) => checker.report(Rule::ReserveUsed, facts, (what, name), &["reserve"]),
            (false, false) if whose == Users::Own || checker.unread.is_empty() => {
                checker.report(rule, facts, (what, name), &[]);
            }
            // A file that could not be read may use it.
            (false, false) => _ = checker.accepted(rule, (what, name)),
            _ => {}
        }
    };
    for id in file.echelles.keys() {
        let is_used = users.iter().any(|user| user.scales.values().any(|scale| scale == id));
        told((What::Echelle, id), whose, is_used, Rule::UnusedScale);
    }
    for critere in &file.criteres {
        // An indicator in reserve serves nothing yet.
        let is_used = users.iter().any(|user| {
            let mut of_it = user.indicateurs.iter().filter(|other| other.critere == critere.code);
            of_it.any(|indicateur| !user.is_reserved(What::Indicateur, &indicateur.code))
        });
        told((What::Critere, &critere.code), whose, is_used, Rule::UnusedCriterion);
    }
    let names: BTreeSet<&str> = file.questions.iter().map(|own| own.name.as_str()).collect();
    for indicateur in &file.indicateurs {
        let questions = || indicateur.questions.iter().map(String::as_str);
        // Whoever asks a core question feeds the indicators that are made of it.
        let of_core = whose == Users::All || questions().any(|name| !names.contains(name));
        let is_fed = questions()
            .any(|name| if names.contains(name) { asked_by_users } else { &all }.contains(name));
        let whose = if of_core { Users::All } else { Users::Own };
        told((What::Indicateur, &indicateur.code), whose, is_fed, Rule::UnfedIndicator);
    }
    for question in &file.questions {
        let is_asked = asked_by_users.contains(question.name.as_str());
        told((What::Question, &question.name), whose, is_asked, Rule::UnusedQuestion);
    }
}

/// A file speaks the languages that any of its texts speaks; «tu» is not one.
fn languages(checker: &mut Checker<'_>) {
    let all = texts::of_file(checker.referentiel);
    let spoken: BTreeSet<&str> = all.iter().flat_map(|text| languages_of(text.label)).collect();
    for text in &all {
        let said: BTreeSet<&str> = languages_of(text.label).collect();
        let missing: Vec<&str> = spoken.difference(&said).copied().collect();
        if !missing.is_empty() {
            let facts = vec![("language", missing.join(", ").into())];
            checker.report(Rule::MissingTranslation, facts, text.about, &text.path("fr"));
        }
    }
}

fn languages_of(label: &Label) -> impl Iterator<Item = &str> {
    label.0.iter().map(|(code, _)| code.as_str()).filter(|code| !code.ends_with("_tu"))
}

/// What a respondent reads in a form that says «tu», each text told of the first form that says it.
fn tutoiement(checker: &mut Checker<'_>) {
    let file = checker.referentiel;
    let mut told: BTreeSet<&str> = BTreeSet::new();
    let forms = file.questionnaires.iter().filter(|form| form.adresse == Adresse::Tu);
    for (at, form) in forms.enumerate() {
        let facts = || vec![("form", form.id.as_str().into())];
        let mut texts = if at == 0 { vec![texts::of_place(file)] } else { Vec::new() };
        for question in form.questions.iter().map(|question| question.defined()) {
            let Some(own) = file.questions.iter().find(|own| own.name == question.name) else {
                // The core is not for this file to reword, only to ask or not.
                if texts::of_question(file, question).iter().any(|text| vous(text).is_some()) {
                    let about = (What::Form, form.id.as_str());
                    checker.report(Rule::MissingTu, facts(), about, &["questions", &question.name]);
                }
                continue;
            };
            if !told.insert(&own.name) {
                continue;
            }
            texts.extend(texts::of_question(file, own));
            texts.extend(texts::of_its_scale(file, own));
        }
        for text in &texts {
            if let Some(said) = vous(text) {
                checker.report_words(Rule::MissingTu, facts(), text, &said);
            }
        }
    }
}

/// The word that says «vous» in a text that is said to whom one says «tu».
fn vous<'a>(text: &Text<'a>) -> Option<Said<'a>> {
    let french = text.label.french();
    if text.label.text("fr_tu").is_some() {
        return None;
    }
    let pieces = words::pieces(french);
    let says = |at: &usize| {
        let noun = *at > 0 && pieces[at - 1].text == "rendez";
        words::is_in(&pieces[*at].text, VOUS) && !noun
    };
    let at = (0..pieces.len()).find(says)?;
    Some(Said { language: "fr", text: french, words: pieces[at].range.clone() })
}
