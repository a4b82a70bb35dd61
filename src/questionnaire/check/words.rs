//! French texts in sentences and words, as the rules about wordings look at them.
//! Never knows what a word means.

use std::ops::Range;

/// The signs that stand for two endings at once, inside a word: «bloqué·e».
pub(super) const MIDPOINTS: [char; 4] = ['·', '•', '‧', '∙'];

/// Vowels that are left out before another word: the apostrophe parts two words.
const ELIDED: &[&str] =
    &["c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "presqu"];

/// A word, or the part of one before or after a hyphen or an elision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// In small letters; an elided word keeps its apostrophe, straight: `qu'`.
    pub text: String,
    /// The bytes it stands at.
    pub range: Range<usize>,
    /// What joins it to the piece before.
    pub join: Join,
}

/// What stands between two pieces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Join {
    /// A space, or a sign.
    Space,
    /// A hyphen: `avez-vous`.
    Hyphen,
    /// An apostrophe: `l'atelier`.
    Apostrophe,
}

/// The pieces of a text.
pub(super) fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut characters = text.char_indices().peekable();
    let mut join = Join::Space;
    // Inside a word, is the rest of it another ending?
    let mut ending = false;
    let mut open = false;
    while let Some((at, character)) = characters.next() {
        let inside = open && characters.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        let end = at + character.len_utf8();
        if character.is_alphanumeric() {
            let last = if open { pieces.last_mut() } else { None };
            let small = character.to_lowercase();
            match last {
                Some(piece) => {
                    piece.range.end = end;
                    if !ending {
                        piece.text.extend(small);
                    }
                }
                None => pieces.push(Piece { text: small.collect(), range: at..end, join }),
            }
            open = true;
        } else if inside && MIDPOINTS.contains(&character) {
            ending = true;
        } else if inside && matches!(character, '\'' | '’') {
            let Some(piece) = pieces.last_mut() else { continue };
            if ELIDED.contains(&piece.text.as_str()) {
                (open, join) = (false, Join::Apostrophe);
            }
            piece.text.push('\'');
            piece.range.end = end;
        } else {
            join = if inside && character == '-' { Join::Hyphen } else { Join::Space };
            (open, ending) = (false, false);
        }
    }
    pieces
}

/// The sentences of a text, each with the sign that ends it.
pub(super) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut characters = text.char_indices().peekable();
    let mut push = |part: Range<usize>| {
        let said = &text[part.clone()];
        let trimmed = said.trim();
        if !trimmed.is_empty() {
            let from = part.start + (said.len() - said.trim_start().len());
            sentences.push(from..from + trimmed.len());
        }
    };
    while let Some((at, character)) = characters.next() {
        let ends = characters.peek().is_none_or(|(_, next)| next.is_whitespace());
        if matches!(character, '.' | '?' | '!' | '…') && ends {
            let end = at + character.len_utf8();
            push(start..end);
            start = end;
        }
    }
    push(start..text.len());
    sentences
}

/// The text with spaces for what stands in parentheses: the rest stays where it was.
pub(super) fn without_parentheses(text: &str) -> String {
    let mut said = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('(') {
        // One that is never closed is only a sign.
        let Some(close) = rest[open..].find(')') else { break };
        let after = open + close + 1;
        said.push_str(&rest[..open]);
        said.extend(std::iter::repeat_n(' ', after - open));
        rest = &rest[after..];
    }
    said.push_str(rest);
    said
}

/// How many words a sentence has. «Est-ce que» is not counted: it only says that one asks.
pub(super) fn count(sentence: &str) -> usize {
    let pieces = pieces(sentence);
    // A verb with its pronoun is one word; so is a word with the vowel elided before it.
    let is_word = |piece: &Piece| usize::from(piece.join == Join::Space);
    let asking = pieces.windows(3).map(|three| match [0, 1, 2].map(|at| three[at].text.as_str()) {
        ["est", "ce", "que"] => is_word(&three[0]) + is_word(&three[2]),
        ["est", "ce", "qu'"] => is_word(&three[0]),
        _ => 0,
    });
    pieces.iter().map(is_word).sum::<usize>() - asking.sum::<usize>()
}

/// A text by its words alone: two that are equal are read the same.
pub(super) fn normalised(text: &str) -> String {
    let words: Vec<String> = pieces(text).into_iter().map(|piece| piece.text).collect();
    words.join(" ")
}

/// Is it a word of the table? A table is its words, with spaces between them.
pub(super) fn is_in(word: &str, table: &str) -> bool {
    table.split_whitespace().any(|entry| entry == word)
}

/// Is it a word of the table, with or without the marks of feminine and plural?
pub(super) fn is_one_of(word: &str, table: &str) -> bool {
    let is_mark = |ending: &str| ["", "e", "s", "es"].contains(&ending);
    table.split_whitespace().any(|entry| word.strip_prefix(entry).is_some_and(is_mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<String> {
        pieces(text).into_iter().map(|piece| piece.text).collect()
    }

    #[test]
    fn words_are_parted_at_hyphens_and_elisions() {
        let cases = [
            ("L’atelier vous a-t-il aidé·e ?", "l'|atelier|vous|a|t|il|aidé"),
            ("Aujourd'hui, quelqu'un m'aide", "aujourd'hui|quelqu'un|m'|aide"),
            ("Qu'est-ce que « J'y vais » ?", "qu'|est|ce|que|j'|y|vais"),
            ("", ""),
        ];
        for (text, expected) in cases {
            assert_eq!(split(text).join("|"), expected, "{text}");
        }
    }

    #[test]
    fn a_piece_knows_where_it_stands() {
        let text = "Êtes-vous bloqué·e ?";
        let said: Vec<&str> = pieces(text).iter().map(|piece| &text[piece.range.clone()]).collect();
        assert_eq!(said, ["Êtes", "vous", "bloqué·e"]);
    }

    #[test]
    fn sentences_end_at_their_signs_and_not_inside_a_word() {
        let text = "Imaginez… Ici, brest-bellevue.net ? Peut-être rien. ";
        let said: Vec<&str> = sentences(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(said, ["Imaginez…", "Ici, brest-bellevue.net ?", "Peut-être rien."]);
    }

    #[test]
    fn words_are_counted_as_they_are_said() {
        let cases = [
            ("Ici, est-ce que tu te sens à ta place ?", 7),
            ("Est-ce qu'on a écouté tes idées ?", 5),
            ("Qu'est-ce que tu fais le plus souvent ?", 6),
            ("Aujourd'hui, vous a-t-il aidé à l'atelier ?", 6),
            (&without_parentheses("Faire une démarche (CAF, impôts), vous la faites…"), 6),
        ];
        for (text, expected) in cases {
            assert_eq!(count(text), expected, "{text}");
        }
    }
}
