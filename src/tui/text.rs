//! Text on a grid: what may be shown, how wide it is, where it turns to the next row.
//! Never bytes or chars for widths: columns.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::app::Signs;
use crate::locale::{shown, tied};

/// Text that may be drawn: harmless, of signs that the terminal has, each as wide as is thought
/// everywhere. Only such text reaches the screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Shown(String);

impl Shown {
    /// This text, as it may be drawn.
    pub fn new(text: &str, signs: Signs) -> Self {
        let text = shown(text);
        if text.is_ascii() {
            return Self(text.into_owned());
        }
        let mut drawn = String::with_capacity(text.len());
        for character in text.chars() {
            match character {
                // Terminals do not agree on the width of what these make of the signs around them.
                '\u{200d}' | '\u{fe0e}' | '\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}' => {}
                _ if signs == Signs::All => drawn.push(character),
                _ => match ascii(character) {
                    Some(sign) => drawn.push_str(sign),
                    None => drawn.push(character),
                },
            }
        }
        Self(drawn)
    }

    /// So many blanks.
    pub fn blank(columns: usize) -> Self {
        Self(" ".repeat(columns))
    }

    /// How many columns it takes.
    pub fn width(&self) -> usize {
        width(&self.0)
    }

    /// Its characters, where each is a sign of one column: nearly always.
    pub fn plain(&self) -> Option<impl Iterator<Item = char>> {
        is_plain(&self.0).then(|| self.0.chars())
    }

    /// Each sign of it, with the columns it takes.
    pub fn signs(&self) -> impl Iterator<Item = (&str, usize)> {
        units(&self.0)
    }

    /// The text if it has room, else its beginning and a sign that there is more.
    pub fn shorten(self, room: usize, signs: Signs) -> Self {
        if self.width() <= room {
            return self;
        }
        let more = more(signs);
        let (mut kept, mut column) = (String::new(), 0);
        for (sign, columns) in self.signs() {
            if column + columns + width(more) > room {
                break;
            }
            kept.push_str(sign);
            column += columns;
        }
        kept.extend(more.chars().take(room));
        Self(kept)
    }

    /// The text and blanks to its right, as wide as there is room.
    pub fn filled(self, room: usize) -> Self {
        let blank = room.saturating_sub(self.width());
        Self(self.0 + &" ".repeat(blank))
    }
}

/// The sign that a text goes on.
fn more(signs: Signs) -> &'static str {
    match signs {
        Signs::All => "…",
        Signs::Ascii => "...",
    }
}

/// What stands for a sign where only the oldest are drawn; letters stay as they are.
fn ascii(character: char) -> Option<&'static str> {
    Some(match character {
        '…' => "...",
        '↑' => "^",
        '↓' => "v",
        '←' => "<",
        '→' | '▸' => ">",
        '•' => "*",
        '·' | '─' | '–' | '—' | '\u{2011}' => "-",
        '━' => "=",
        '’' => "'",
        '“' | '”' => "\"",
        '\u{a0}' | '\u{202f}' => " ",
        '\u{fffd}' => "?",
        _ => return None,
    })
}

/// Is every character a sign of one column? The letters of Western Europe and the signs that the
/// program draws: none of them joins another.
fn is_plain(text: &str) -> bool {
    text.is_ascii()
        || text.chars().all(|c| {
            c < '\u{300}' || matches!(c, '‘'..='”' | '•' | '…' | '←'..='↓' | '─' | '━' | '▸')
        })
}

/// How many columns a text takes: the sum of its signs, which are drawn one by one.
fn width(text: &str) -> usize {
    if is_plain(text) {
        return text.chars().count();
    }
    units(text).map(|(_, columns)| columns).sum()
}

/// The signs of a text with their columns. What is wider than a sign can be is taken letter by letter:
/// some scripts make one of a whole word.
fn units(text: &str) -> impl Iterator<Item = (&str, usize)> {
    text.graphemes(true).flat_map(|grapheme| {
        let columns = grapheme.width();
        let wide = columns > 2;
        let whole = (!wide).then_some((grapheme, columns));
        let letters =
            grapheme.char_indices().filter(move |_| wide).filter_map(move |(at, letter)| {
                let columns = letter.width().filter(|columns| *columns > 0)?;
                Some((&grapheme[at..at + letter.len_utf8()], columns))
            });
        whole.into_iter().chain(letters)
    })
}

/// Rows of at most `width` columns, cut between words; a word longer than a row is cut.
pub(super) fn wrap(text: &str, width: usize, signs: Signs) -> Vec<Shown> {
    let kept = tied(&Shown::new(text, signs).0);
    let options = textwrap::Options::new(width.max(1))
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
        .wrap_algorithm(textwrap::WrapAlgorithm::FirstFit);
    textwrap::wrap(&kept, options).into_iter().map(|row| Shown(row.into_owned())).collect()
}

/// A text cut into rows of at most `width` columns, wherever that falls: an excerpt keeps its columns.
pub(super) fn cut(text: &str, width: usize, signs: Signs) -> Vec<Shown> {
    let text = Shown::new(text, signs);
    let mut rows = vec![String::new()];
    let mut column = 0;
    for (sign, columns) in text.signs() {
        if column + columns > width.max(2) {
            rows.push(String::new());
            column = 0;
        }
        rows.last_mut().expect("there is always a row").push_str(sign);
        column += columns;
    }
    rows.into_iter().map(Shown).collect()
}

/// What is typed, in rows of at most `width` columns turned after a space where there is one, and
/// where the cursor is: row and column. The cursor counts characters.
pub(super) fn typed(
    text: &str,
    cursor: usize,
    width: usize,
    signs: Signs,
) -> (Vec<Shown>, usize, usize) {
    let width = width.max(2);
    // Each row as its signs: what is shown, and how many characters of the text it stands for.
    let mut rows: Vec<Vec<(Shown, usize)>> = vec![Vec::new()];
    let columns =
        |row: &[(Shown, usize)]| -> usize { row.iter().map(|(sign, _)| sign.width()).sum() };
    for grapheme in text.graphemes(true) {
        let sign = Shown::new(grapheme, signs);
        let row = rows.last_mut().expect("there is always a row");
        // The last column is left for the cursor at the end of the row.
        if columns(row) + sign.width() >= width {
            let after = row.iter().rposition(|(sign, _)| sign.0 == " ").map(|space| space + 1);
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
            column += sign.width();
        }
        if at + 1 == rows.len() && place.is_none() {
            place = Some((at, column));
        }
    }
    let (row, column) = place.unwrap_or_default();
    let rows = rows.into_iter().map(|row| Shown(row.into_iter().map(|(sign, _)| sign.0).collect()));
    (rows.collect(), row, column)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shorter(text: &str, room: usize) -> String {
        Shown::new(text, Signs::All).shorten(room, Signs::All).0
    }

    fn wide(text: &str) -> usize {
        Shown::new(text, Signs::All).width()
    }

    fn typed_in(text: &str, cursor: usize, width: usize) -> (Vec<String>, usize, usize) {
        let (rows, row, column) = typed(text, cursor, width, Signs::All);
        (rows.into_iter().map(|row| row.0).collect(), row, column)
    }

    #[test]
    fn a_text_cut_short_says_so() {
        assert_eq!(shorter("Été", 3), "Été");
        assert_eq!(shorter("Étés", 3), "Ét…");
        assert_eq!(shorter("日本語", 4), "日…");
        assert_eq!(shorter("E\u{301}te\u{301}s", 3), "E\u{301}t…");
        assert_eq!(shorter("abc", 0), "");
        assert_eq!(Shown::new("abcdef", Signs::Ascii).shorten(5, Signs::Ascii).0, "ab...");
    }

    #[test]
    fn a_sign_takes_the_columns_that_every_terminal_gives_it() {
        for (text, columns) in [
            ("É", 1),
            ("E\u{301}", 1),
            ("œ", 1),
            ("日", 2),
            ("ﾊ", 1),
            ("👍", 2),
            ("👍🏽", 2),
            // Drawn apart: some terminals join them, and others do not.
            ("👩\u{200d}👧", 4),
            ("❤\u{fe0f}", 1),
            ("1\u{fe0f}\u{20e3}", 1),
            ("e\u{301}\u{302}\u{303}", 1),
            ("\u{1b}[0m", 4),
            ("क\u{94d}ष", 2),
        ] {
            assert_eq!(wide(text), columns, "{text:?}");
        }
    }

    #[test]
    fn where_only_the_oldest_signs_are_drawn_letters_stay() {
        let drawn = |text| Shown::new(text, Signs::Ascii).0;
        assert_eq!(drawn("Échap, œuf : « ↑ ↓ »…"), "Échap, œuf : « ^ v »...");
        assert_eq!(drawn("▸ (•) l’été ──━"), "> (*) l'été --=");
    }

    #[test]
    fn a_question_mark_stays_with_its_word() {
        let rows = wrap("Depuis quand venez-vous ici ?", 27, Signs::All);
        let rows: Vec<&str> = rows.iter().map(|row| row.0.as_str()).collect();
        assert_eq!(rows, ["Depuis quand venez-vous", "ici\u{a0}?"]);
    }

    #[test]
    fn typed_text_turns_by_columns_and_knows_its_cursor() {
        assert_eq!(typed_in("abcd", 4, 4), (vec!["abc".into(), "d".into()], 1, 1));
        assert_eq!(typed_in("é日x", 1, 10), (vec!["é日x".into()], 0, 1));
        assert_eq!(typed_in("é日x", 2, 10), (vec!["é日x".into()], 0, 3));
        assert_eq!(typed_in("e\u{301}x", 2, 10), (vec!["e\u{301}x".into()], 0, 1));
        assert_eq!(typed_in("", 0, 10), (vec![String::new()], 0, 0));
        assert_eq!(typed_in("un deux", 7, 6), (vec!["un ".into(), "deux".into()], 1, 4));
        assert_eq!(typed_in("un deux", 3, 6), (vec!["un ".into(), "deux".into()], 1, 0));
    }
}
