//! Words that a spreadsheet would take for a formula or a number, kept as words in the file.
//! Never loses anything: what is guarded is given back exactly.

use std::borrow::Cow;

/// What stands before a guarded text. A text that begins with it is guarded too, so that taking one
/// away always gives the text back.
const GUARD: char = '\'';

/// The text as it may stand in a file that somebody will open in a spreadsheet: «=1+1», «007» and
/// «vrai» would come out of it as something else. Blanks and controls before a sign hide it from
/// nobody but people (OWASP ASVS 5, 1.2.10).
pub fn guard(text: &str) -> Cow<'_, str> {
    let formula = |first: char| matches!(first, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
    let is_hidden = |first: char| first.is_whitespace() || first.is_control();
    let begins = text.trim_start_matches(is_hidden).starts_with(formula)
        || text.starts_with(char::is_control);
    let truth = ["true", "false", "vrai", "faux"].contains(&text.to_lowercase().as_str());
    let number = text.contains(|c: char| c.is_ascii_digit())
        && !text.contains(|c: char| c.is_alphabetic() && !matches!(c, 'e' | 'E'));
    if text.starts_with(GUARD) || begins || truth || number {
        Cow::Owned(format!("{GUARD}{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The text that was guarded.
pub fn unguard(cell: &str) -> &str {
    cell.strip_prefix(GUARD).unwrap_or(cell)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_a_spreadsheet_would_change_is_guarded_and_nothing_else() {
        for text in ["=1+1", "-3", "+33 2", "@a", "007", "3e5", "1/2", "10:30", "1,5", "Vrai", "'a"]
            .into_iter()
            .chain([" =1+1", "\t＝A1", "\u{a0}@a", "\tmot", "\0"])
        {
            assert_eq!(guard(text), format!("'{text}"));
        }
        for text in ["Rien", "3 fois", "l'été", "non - rien", "vraiment", "", "?"] {
            assert_eq!(guard(text), text);
        }
    }

    proptest! {
        #[test]
        fn a_guarded_text_is_given_back_and_begins_with_no_formula(text in any::<String>()) {
            let guarded = guard(&text);
            prop_assert_eq!(unguard(&guarded), &text);
            let shown = guarded.trim_start_matches(|c: char| c.is_whitespace() || c.is_control());
            prop_assert!(!shown.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']));
        }
    }
}
