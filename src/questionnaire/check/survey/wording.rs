//! What is wrong in the words of one text: a cause, two ideas, two negations, length, signs that
//! nobody can say.
//! Never compares a text with another.

use std::ops::Range;

use super::super::super::{Adresse, Facts, Kind, Question, Rule};
use super::super::texts::{self, Text};
use super::super::words::{self, MIDPOINTS};
use super::super::{Checker, Said};
use super::{cause, ideas, negation};

/// The most words of a sentence.
const LONGEST_SENTENCE: usize = 15;

/// What may follow a word in parentheses, glued to it: an ending.
const LONGEST_ENDING: usize = 5;

pub(super) fn check(checker: &mut Checker<'_>) {
    for text in texts::of_file(checker.referentiel) {
        for (language, said) in &text.label.0 {
            if let Some(words) = unsayable(said) {
                tell(checker, Rule::Midpoint, &text, (language, said, words));
            }
        }
    }
    for question in &checker.referentiel.questions {
        let label = texts::of_label(question);
        closed(checker, question, &label);
        for (language, said) in &label.label.0 {
            if matches!(language.as_str(), "fr" | "fr_tu") {
                sentences(checker, &label, language, said);
            }
        }
    }
}

/// What only a question with a closed answer must not do: an open one may be said in any way.
fn closed(checker: &mut Checker<'_>, question: &Question, label: &Text<'_>) {
    if matches!(question.kind, Kind::Text | Kind::Note) {
        return;
    }
    let french = question.label.french();
    if let Some(words) = cause::found(french, question.kind.choices()) {
        tell(checker, Rule::Loaded, label, ("fr", french, words));
    }
    // A number of people who do one thing or the other is one number.
    let both = match question.kind {
        Kind::One(_) | Kind::Multiple(_) => ideas::found(french),
        _ => ideas::two_questions(french),
    };
    if let Some(words) = both {
        tell(checker, Rule::TwoIdeas, label, ("fr", french, words));
    }
}

fn sentences(checker: &mut Checker<'_>, label: &Text<'_>, language: &str, said: &str) {
    let place = if language == "fr_tu" { Adresse::Tu } else { Adresse::Vous };
    let place = checker.referentiel.head.lieu.get("fr", place);
    // What stands in parentheses is an aside: it may be left out.
    let aloud = words::without_parentheses(said);
    for range in words::sentences(&aloud) {
        let sentence = aloud[range.clone()].replace("${lieu}", place);
        let count = words::count(&sentence);
        if count > LONGEST_SENTENCE {
            let facts = vec![("count", count.into())];
            let said = Said { language, text: said, words: range.clone() };
            checker.report_words(Rule::LongSentence, facts, label, &said);
        }
        if let Some(words) = negation::twice(&aloud[range.clone()]) {
            let words = range.start + words.start..range.start + words.end;
            tell(checker, Rule::DoubleNegation, label, (language, said, words));
        }
    }
}

/// Reports a rule whose only fact is the words at fault.
fn tell(checker: &mut Checker<'_>, rule: Rule, of: &Text<'_>, at: (&str, &str, Range<usize>)) {
    let (language, text, words) = at;
    let facts: Facts = vec![("words", text[words.clone()].into())];
    checker.report_words(rule, facts, of, &Said { language, text, words });
}

/// The first word with a midpoint, or with an ending in parentheses: a voice cannot say it.
fn unsayable(text: &str) -> Option<Range<usize>> {
    let mut start = 0;
    for part in text.split_inclusive(char::is_whitespace) {
        let word = part.trim_end();
        if word.contains(MIDPOINTS) || has_ending(word) {
            let bare = word.trim_matches(|sign: char| "«»\"“”,;:.…?!".contains(sign));
            let from = start + word.find(bare).unwrap_or(0);
            return Some(from..from + bare.len());
        }
        start += part.len();
    }
    None
}

/// «Venu(e)», «ancien(ne)s»: a few letters in parentheses, glued to a word.
fn has_ending(word: &str) -> bool {
    let Some((before, rest)) = word.split_once('(') else { return false };
    let Some((ending, _)) = rest.split_once(')') else { return false };
    before.ends_with(char::is_alphabetic)
        && (1..=LONGEST_ENDING).contains(&ending.chars().count())
        && ending.chars().all(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_voice_cannot_say_is_found() {
        let cases = [
            ("Vous êtes bloqué·e, ou non ?", Some("bloqué·e")),
            ("« habitant•es »", Some("habitant•es")),
            ("Êtes-vous venu(e) ?", Some("venu(e)")),
            ("Les ancien(ne)s…", Some("ancien(ne)s")),
            ("Non · Oui", Some("·")),
            ("Une démarche (CAF)", None),
            ("Fier ou fière (un peu)", None),
        ];
        for (text, expected) in cases {
            assert_eq!(unsayable(text).map(|range| &text[range]), expected, "{text}");
        }
    }
}
