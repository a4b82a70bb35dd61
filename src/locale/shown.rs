//! The one sanitiser: text from files and people, made harmless before any terminal has it.
//! Never changes what is kept: only what is shown.

use std::borrow::Cow;

/// Text that can only be read: no control or escape sequence, no character that turns the order of
/// others around or has no place of its own.
pub fn shown(text: &str) -> Cow<'_, str> {
    let hidden = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
                | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{2028}' | '\u{2029}' | '\u{061c}')
    };
    if text.contains(hidden) {
        Cow::Owned(text.replace(hidden, "\u{fffd}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The same for text of several lines.
pub fn shown_lines(text: &str) -> String {
    text.split('\n').map(shown).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escape_sequences_and_reversals_are_shown_harmlessly() {
        assert_eq!(shown("a\u{1b}[2Jb\u{202e}c\u{7}"), "a\u{fffd}[2Jb\u{fffd}c\u{fffd}");
        assert_eq!(shown("Été, œuf"), "Été, œuf");
    }
}
