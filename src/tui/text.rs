//! Text on a grid: what may be shown, how wide it is, where it turns to the next row.
//! Never bytes or chars for widths: columns.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::locale::{shown, tied};

/// How many columns a text takes.
pub(super) fn width(text: &str) -> usize {
    text.width()
}

/// Rows of at most `width` columns, cut between words; a word longer than a row is cut.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    let kept = tied(&shown(text));
    let options = textwrap::Options::new(width.max(1))
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
        .wrap_algorithm(textwrap::WrapAlgorithm::FirstFit);
    textwrap::wrap(&kept, options).into_iter().map(Cow::into_owned).collect()
}

/// The text if it has room, else its beginning and a sign that there is more.
pub(super) fn shorten(text: &str, room: usize) -> String {
    if width(text) <= room {
        return text.to_owned();
    }
    let mut kept = String::new();
    for grapheme in text.graphemes(true) {
        if width(&kept) + width(grapheme) + 1 > room {
            break;
        }
        kept.push_str(grapheme);
    }
    kept + "…"
}

/// A text cut into rows of at most `width` columns, wherever that falls: an excerpt keeps its columns.
pub(super) fn cut(text: &str, width: usize) -> Vec<String> {
    let text = shown(text);
    let mut rows = vec![String::new()];
    let mut column = 0;
    for grapheme in text.graphemes(true) {
        let size = self::width(grapheme);
        if column + size > width.max(2) {
            rows.push(String::new());
            column = 0;
        }
        rows.last_mut().expect("there is always a row").push_str(grapheme);
        column += size;
    }
    rows
}

/// What is typed, in rows of at most `width` columns turned after a space where there is one, and
/// where the cursor is: row and column. The cursor counts characters.
pub(super) fn typed(text: &str, cursor: usize, width: usize) -> (Vec<String>, usize, usize) {
    let width = width.max(2);
    // Each row as its signs: what is shown, and how many characters of the text it stands for.
    let mut rows: Vec<Vec<(Cow<'_, str>, usize)>> = vec![Vec::new()];
    let columns = |row: &[(Cow<'_, str>, usize)]| -> usize {
        row.iter().map(|(sign, _)| self::width(sign)).sum()
    };
    for grapheme in text.graphemes(true) {
        let sign = shown(grapheme);
        let row = rows.last_mut().expect("there is always a row");
        // The last column is left for the cursor at the end of the row.
        if columns(row) + self::width(&sign) >= width {
            let after = row.iter().rposition(|(sign, _)| sign == " ").map(|space| space + 1);
            let moved = row.split_off(after.unwrap_or(row.len()));
            rows.push(moved);
        }
        let row = rows.last_mut().expect("there is always a row");
        row.push((sign, grapheme.chars().count()));
    }
    let mut before = 0;
    let mut place = None;
    for (at, row) in rows.iter().enumerate() {
        let mut column = 0;
        for (sign, characters) in row {
            if before == cursor {
                place = Some((at, column));
            }
            before += characters;
            column += self::width(sign);
        }
        if at + 1 == rows.len() && place.is_none() {
            place = Some((at, column));
        }
    }
    let (row, column) = place.unwrap_or_default();
    let rows = rows.into_iter().map(|row| row.into_iter().map(|(sign, _)| sign).collect());
    (rows.collect(), row, column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_cut_short_says_so() {
        assert_eq!(shorten("Été", 3), "Été");
        assert_eq!(shorten("Étés", 3), "Ét…");
        assert_eq!(shorten("日本語", 4), "日…");
    }

    #[test]
    fn a_question_mark_stays_with_its_word() {
        let rows = wrap("Depuis quand venez-vous ici ?", 27);
        assert_eq!(rows, ["Depuis quand venez-vous", "ici\u{a0}?"]);
    }

    #[test]
    fn typed_text_turns_by_columns_and_knows_its_cursor() {
        assert_eq!(typed("abcd", 4, 4), (vec!["abc".into(), "d".into()], 1, 1));
        assert_eq!(typed("é日x", 1, 10), (vec!["é日x".into()], 0, 1));
        assert_eq!(typed("é日x", 2, 10), (vec!["é日x".into()], 0, 3));
        assert_eq!(typed("", 0, 10), (vec![String::new()], 0, 0));
        assert_eq!(typed("un deux", 7, 6), (vec!["un ".into(), "deux".into()], 1, 4));
        assert_eq!(typed("un deux", 3, 6), (vec!["un ".into(), "deux".into()], 1, 0));
    }
}
