//! A cause inside a question: it tells the person what to thank, and counts those who do.
//! Never looks at what the answers say of it: a question may ask where a change comes from.

use std::ops::Range;

use super::super::super::Choice;
use super::super::words::{is_in, is_one_of, pieces, sentences};
use super::scale;

/// Words that give a cause, whatever follows them.
const CAUSES: &[&[&str]] = &[
    &["grâce", "à"],
    &["grâce", "au"],
    &["grâce", "aux"],
    &["à", "cause", "de"],
    &["à", "cause", "d'"],
    &["à", "cause", "du"],
    &["à", "cause", "des"],
    &["en", "raison", "de"],
    &["en", "raison", "d'"],
    &["en", "raison", "du"],
    &["en", "raison", "des"],
    &["parce", "que"],
    &["parce", "qu'"],
];

/// Whom something is done to.
const WHOM: &str = "vous t' te m' me nous";

/// What it has done to them.
const DONE: &str = "permis appris donné fait rendu apporté aidé";

/// What it does to them: the verb, and the words of which one must follow.
const DOES: &[(&str, &[&str])] = &[
    ("aide", &["à", "pour"]),
    ("aident", &["à", "pour"]),
    ("permet", &[]),
    ("permettent", &[]),
    ("apporte", &[]),
    ("apportent", &[]),
];

/// Words that may stand between «a» and what it has done.
const BETWEEN: &str = "t il elle ils elles déjà aussi bien beaucoup";

/// People are no cause: «quelqu'un vous a-t-il aidé ?» asks a fact.
const PEOPLE: &str = "quelqu'un personne gens autres proche ami amie famille voisin voisine";

/// The action itself, since which a change is asserted.
const ACTIONS: &str = "atelier action activité projet séance rencontre formation cours \
    accompagnement journal stage club";

/// Words that come before the name of an action.
const DETERMINERS: &str = "l' le la les ce cet cette ces votre vos notre nos";

/// Where a question with these choices gives a cause.
pub(super) fn found(text: &str, choices: &[Choice]) -> Option<Range<usize>> {
    sentences(text).into_iter().find_map(|sentence| {
        let start = sentence.start;
        let pieces = pieces(&text[sentence]);
        let texts: Vec<&str> = pieces.iter().map(|piece| piece.text.as_str()).collect();
        let words = cause(&texts, choices)?;
        let (first, last) = (&pieces[words.start].range, &pieces[words.end - 1].range);
        Some(start + first.start..start + last.end)
    })
}

/// Which words give a cause.
fn cause(texts: &[&str], choices: &[Choice]) -> Option<Range<usize>> {
    (0..texts.len()).find_map(|at| {
        let (before, rest) = texts.split_at(at);
        let named = CAUSES.iter().find(|words| rest.starts_with(words)).map(|words| words.len());
        let length = named
            .or_else(|| since(rest).filter(|_| !scale::is_balanced(choices)))
            .or_else(|| done(rest).filter(|_| !by_people(before)));
        length.map(|length| at..at + length)
    })
}

/// «Depuis l'atelier»: how many words. With answers for the worse and for the better it only says
/// since when.
fn since(words: &[&str]) -> Option<usize> {
    match words {
        ["depuis", determiner, action, ..]
            if is_in(determiner, DETERMINERS) && is_one_of(action, ACTIONS) =>
        {
            Some(3)
        }
        _ => None,
    }
}

/// «Vous a-t-il permis», «m'aide à»: how many words.
fn done(words: &[&str]) -> Option<usize> {
    let [whom, verb, after @ ..] = words else { return None };
    if !is_in(whom, WHOM) {
        return None;
    }
    let between = after.iter().take_while(|word| is_in(word, BETWEEN)).count();
    let next = after.get(between).copied().unwrap_or_default();
    if matches!(*verb, "a" | "ont") {
        return is_one_of(next, DONE).then_some(between + 3);
    }
    match DOES.iter().find(|(does, _)| does == verb)? {
        (_, []) => Some(2),
        (_, followed) => followed.contains(&next).then_some(between + 3),
    }
}

/// Is the subject somebody, and not something?
fn by_people(before: &[&str]) -> bool {
    before == ["qui"] || before.iter().any(|word| is_one_of(word, PEOPLE))
}
