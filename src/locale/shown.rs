//! The one sanitiser: text from files and people, made harmless before any terminal has it.
//! Never changes what is kept: only what is shown, or what a paste brings in.

use std::borrow::Cow;

use unicode_width::UnicodeWidthChar;

/// What stands for characters that are not shown: one sign, however many they are.
const HIDDEN: char = '\u{fffd}';

/// Joins two pictures into one.
const JOINER: char = '\u{200d}';

/// How many marks a character may bear: more than any script needs, fewer than reach the rows around.
const MOST_MARKS: usize = 4;

/// How many pictures may be joined into one.
const MOST_JOINED: usize = 6;

/// Text that can only be read: no control or escape sequence, no character that turns the order of
/// others around or has no place of its own, no pile of marks.
pub fn shown(text: &str) -> Cow<'_, str> {
    if is_harmless(text) { Cow::Borrowed(text) } else { Cow::Owned(sifted(text, Some(HIDDEN))) }
}

/// The same for text of several lines.
pub fn shown_lines(text: &str) -> String {
    text.split('\n').map(shown).collect::<Vec<_>>().join("\n")
}

/// Pasted text as it may be typed: one line, where what ends a line is a space and what is not shown
/// is left out.
pub fn pasted(text: &str) -> String {
    let ends = |c| {
        matches!(c, '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
    };
    sifted(&text.replace("\r\n", "\n").replace(ends, " "), None)
}

/// Most texts: letters that nobody needs to look at twice.
fn is_harmless(text: &str) -> bool {
    let plain = |byte: &u8| (b' '..0x7f).contains(byte);
    text.as_bytes().iter().all(plain)
        || text.chars().all(|c| matches!(c, ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}'
            | '\u{2010}'..='\u{2027}' | '\u{202f}'..='\u{205f}' | '\u{20a0}'..='\u{20bf}' | '\u{2190}'..='\u{22ff}'))
}

/// The text without what is not shown, which `instead` stands for.
fn sifted(text: &str, instead: Option<char>) -> String {
    let mut sifted = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    // The character that marks would go on, how many are on it, how many pictures are joined to it.
    let (mut base, mut marks, mut joined) = (None, 0, 0);
    while let Some(character) = rest.next() {
        if character == JOINER
            && joined < MOST_JOINED
            && base.is_some_and(is_picture)
            && rest.peek().copied().is_some_and(is_picture)
        {
            joined += 1;
            sifted.push(character);
            continue;
        }
        let is_mark = !is_hidden(character) && character.width() == Some(0);
        let has_room = base.is_some() && marks < MOST_MARKS;
        let kept = if is_mark { has_room } else { !is_hidden(character) };
        if kept && is_mark {
            marks += 1;
        } else if kept {
            joined = if sifted.ends_with(JOINER) { joined } else { 0 };
            (base, marks) = (Some(character), 0);
        } else {
            if let Some(sign) = instead.filter(|sign| !sifted.ends_with(*sign)) {
                sifted.push(sign);
            }
            // A mark after it would go on the sign.
            (base, marks) = (None, 0);
            continue;
        }
        sifted.push(character);
    }
    sifted
}

/// Is it a control, does it turn the order of others, or has it no place and no mark of its own? All
/// that Unicode lets a program ignore (`Default_Ignorable_Code_Point`), and what is no character.
fn is_hidden(character: char) -> bool {
    let number = u32::from(character);
    character.is_control()
        || number & 0xfffe == 0xfffe
        || matches!(character, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}'
            | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fdd0}'..='\u{fdef}'
            | '\u{fe00}'..='\u{fe0d}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
            | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// Is it one of the pictures that are joined?
fn is_picture(character: char) -> bool {
    matches!(character, '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escape_sequences_and_reversals_are_shown_harmlessly() {
        assert_eq!(shown("a\u{1b}[2Jb\u{202e}c\u{7}"), "a\u{fffd}[2Jb\u{fffd}c\u{fffd}");
        assert_eq!(shown("\u{9b}31m\u{85}"), "\u{fffd}31m\u{fffd}");
        assert_eq!(shown("Été, œuf : « où ? »"), "Été, œuf : « où ? »");
    }

    #[test]
    fn what_has_no_place_of_its_own_is_one_sign_however_long() {
        let tags: String = (0xe0061..=0xe007a).filter_map(char::from_u32).collect();
        assert_eq!(shown(&format!("a{tags}b")), "a\u{fffd}b");
        assert_eq!(shown(&format!("a{}b", "\u{200b}".repeat(10_000))), "a\u{fffd}b");
        assert_eq!(shown("mot\u{ad}coupé\u{feff}"), "mot\u{fffd}coupé\u{fffd}");
        assert_eq!(shown("a\u{200d}b"), "a\u{fffd}b", "letters are not joined");
    }

    #[test]
    fn marks_stay_on_their_letter_and_do_not_pile_up() {
        assert_eq!(shown("e\u{301}te\u{301}"), "e\u{301}te\u{301}");
        let piled = format!("e{}t", "\u{301}".repeat(500));
        assert_eq!(shown(&piled), format!("e{}\u{fffd}t", "\u{301}".repeat(MOST_MARKS)));
        assert_eq!(shown("\u{301}e"), "\u{fffd}e", "a mark with no letter would go on the frame");
    }

    #[test]
    fn pictures_are_joined_a_few_at_a_time() {
        let family = "👩\u{200d}👩\u{200d}👧\u{200d}👦 ❤\u{fe0f}\u{200d}🔥";
        assert_eq!(shown(family), family);
        let chain = "👩\u{200d}".repeat(1_000);
        assert!(shown(&chain).chars().filter(|c| *c == HIDDEN).count() > 100);
    }

    #[test]
    fn what_is_pasted_is_one_line_without_what_is_not_shown() {
        assert_eq!(pasted("un\r\ndeux\ttrois\u{1b}[2J\u{202e}\n"), "un deux trois[2J ");
        assert_eq!(pasted("e\u{301}té 👩\u{200d}👧"), "e\u{301}té 👩\u{200d}👧");
    }
}
