//! Two negations in one sentence: nobody knows any more what «oui» says.
//! Never counts the words of one negation as several: «ne … plus jamais rien» is one.

use std::ops::Range;

use super::super::words::{Piece, is_in, pieces};

/// Words that deny with «ne» or «sans», any number of them together; the last two never without.
const TOGETHER: &str = "jamais rien personne aucun aucune nul nulle ni plus guère";
const ONLY_WITH: &str = "plus guère";

/// Words that deny by themselves.
const ALONE: &str = "sans impossible impossibles incapable incapables inutile inutiles";

/// After these, «personne» and «pas» are nouns: «une personne», «est-ce pas».
const BEFORE_NOUNS: &str = "une la cette chaque quelle autre même un le ce premier";

/// After these, or after a sign, what ends a clause is an answer: «ou presque jamais», «ou rien».
const BEFORE_ANSWERS: &str = "ou presque";

/// Where a sentence denies twice: from the first negation to the end of the second.
pub(super) fn twice(sentence: &str) -> Option<Range<usize>> {
    let words = Words { sentence, pieces: pieces(sentence) };
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < words.pieces.len() {
        let end = words.negation(at);
        found.extend(end.map(|end| at..end));
        at = end.unwrap_or(at + 1);
    }
    let [first, second, ..] = found.as_slice() else { return None };
    Some(words.pieces[first.start].range.start..words.pieces[second.end - 1].range.end)
}

/// A sentence and its words.
struct Words<'s> {
    sentence: &'s str,
    pieces: Vec<Piece>,
}

impl Words<'_> {
    fn word(&self, at: usize) -> &str {
        self.pieces.get(at).map_or("", |piece| piece.text.as_str())
    }

    /// Is it one of these words, meant as a negation?
    fn is(&self, at: usize, table: &str) -> bool {
        is_in(self.word(at), table)
            && !(at > 0 && is_in(self.word(at - 1), BEFORE_NOUNS))
            && !self.is_answer(at)
    }

    /// Does a word stand alone between signs, as one of several answers?
    fn is_answer(&self, at: usize) -> bool {
        let begins = at == 0 || is_in(self.word(at - 1), BEFORE_ANSWERS) || self.is_cut(at);
        begins && (at + 1 >= self.pieces.len() || self.is_cut(at + 1))
    }

    /// Is there a sign before a word?
    fn is_cut(&self, at: usize) -> bool {
        let between = self.pieces[at - 1].range.end..self.pieces[at].range.start;
        self.sentence[between].contains([',', ';', ':'])
    }

    fn is_ne(&self, at: usize) -> bool {
        // «N'importe» denies nothing.
        matches!(self.word(at), "ne" | "n'") && self.word(at + 1) != "importe"
    }

    /// The negation that begins with a word: where it ends.
    fn negation(&self, at: usize) -> Option<usize> {
        let mut clause = at + 1..self.end_of_clause(at);
        let together = |clause: Range<usize>| clause.rev().find(|at| self.is(*at, TOGETHER));
        if self.is_ne(at) {
            // «Avant qu'il ne vienne» has nothing more, and denies nothing.
            let pas = clause.clone().find(|at| self.is(*at, "pas point"));
            return pas.or_else(|| together(clause)).map(|last| last + 1);
        }
        if self.word(at) == "sans" || self.is(at, TOGETHER) && !self.is(at, ONLY_WITH) {
            // «Personne ne vient jamais» is one; so is «sans jamais rien dire».
            return match clause.find(|at| self.is_ne(*at)) {
                Some(ne) => Some(self.negation(ne).unwrap_or(ne + 1)),
                None => Some(together(at..self.end_of_clause(at)).unwrap_or(at) + 1),
            };
        }
        self.is(at, ALONE).then_some(at + 1)
    }

    /// Where the words end that may belong to the negation of a word: at a sign, at the next one.
    fn end_of_clause(&self, at: usize) -> usize {
        let ends = |next: &usize| {
            let next_one = self.is(*next, ALONE) || (self.is_ne(at) && self.is_ne(*next));
            next_one || self.is_cut(*next)
        };
        (at + 1..self.pieces.len()).find(ends).unwrap_or(self.pieces.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_one_negation_are_one() {
        for sentence in [
            "Une chose que vous ne faisiez pas avant de venir",
            "Vous ne demandez plus jamais rien à personne",
            "Vous n'avez ni ordinateur ni téléphone",
            "Personne ne vous aide",
            "Avant que vous ne partiez, sans aide",
            "Vous ne venez que le lundi, sans aide",
            "N'est-ce pas difficile, pour une personne seule",
            "Vous le faites sans jamais demander",
            "Le ferez-vous ou pas, sans aide",
            "En mieux, en moins bien, ou rien",
            "Des gens qui ne vivent pas comme vous : jamais, pas souvent, souvent",
            "Vous n'avez pas internet ailleurs, ou presque jamais",
        ] {
            assert_eq!(twice(sentence), None, "{sentence}");
        }
    }

    #[test]
    fn two_negations_are_told_from_the_first_to_the_second() {
        let cases = [
            ("Ne venez-vous pas sans aide ici", "Ne venez-vous pas sans"),
            ("Vous ne pouvez pas ne pas venir", "ne pouvez pas ne pas"),
            ("Il n'est pas impossible d'essayer", "n'est pas impossible"),
            ("Vous n'osez pas, sans personne près de vous", "n'osez pas, sans personne"),
            (
                "Personne n'est là quand vous n'allez pas bien",
                "Personne n'est là quand vous n'allez pas",
            ),
        ];
        for (sentence, expected) in cases {
            assert_eq!(twice(sentence).map(|range| &sentence[range]), Some(expected), "{sentence}");
        }
    }
}
