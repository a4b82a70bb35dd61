//! Numbers as a language writes them: in every sentence, and where a number stands alone.
//! Never rounds: who hands a number over has chosen its decimals.

use fluent_bundle::FluentValue;

use super::Locale;
use super::languages::Figures;

/// Between thousands: a space that no line turns at. The narrow one (U+202F) is what printers use,
/// but the fonts of consoles do not have it; this one is in the letters of Western Europe.
const BLANK: &str = "\u{a0}";

impl Locale {
    /// A number with so many decimals, as the language writes it.
    pub fn number(&self, number: f64, decimals: usize) -> String {
        self.words.figures.write(&format!("{number:.decimals$}"))
    }
}

impl Figures {
    /// A number written the way programs do, as people do.
    pub(super) fn write(self, number: &str) -> String {
        let (thousands, mark) = match self {
            Self::Spaced => (BLANK, ","),
            Self::Pointed => (",", "."),
        };
        let (sign, number) = match number.strip_prefix('-') {
            Some(rest) => ("-", rest),
            None => ("", number),
        };
        let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
        let mut written = String::from(sign);
        for (at, digit) in whole.char_indices() {
            if at > 0 && (whole.len() - at).is_multiple_of(3) {
                written.push_str(thousands);
            }
            written.push(digit);
        }
        if !decimals.is_empty() {
            written.extend([mark, decimals]);
        }
        written
    }
}

/// Writes the numbers of French sentences; texts are left to the sentence.
pub(super) fn spaced<M>(value: &FluentValue<'_>, _memo: &M) -> Option<String> {
    written(value, Figures::Spaced)
}

/// Writes the numbers of English sentences.
pub(super) fn pointed<M>(value: &FluentValue<'_>, _memo: &M) -> Option<String> {
    written(value, Figures::Pointed)
}

fn written(value: &FluentValue<'_>, figures: Figures) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(figures.write(&number.as_string())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The figures of the Lexique des règles typographiques de l'Imprimerie nationale and of the
    /// Chicago Manual of Style.
    #[test]
    fn numbers_are_written_as_printers_of_the_language_do() {
        for (number, decimals, french, english) in [
            (0.0, 0, "0", "0"),
            (7.0, 0, "7", "7"),
            (999.0, 0, "999", "999"),
            (1234.0, 0, "1\u{a0}234", "1,234"),
            (1.5, 1, "1,5", "1.5"),
            (0.25, 2, "0,25", "0.25"),
            (1_000_000.0, 0, "1\u{a0}000\u{a0}000", "1,000,000"),
            (-12_345.6, 1, "-12\u{a0}345,6", "-12,345.6"),
            (-250.0, 0, "-250", "-250"),
        ] {
            assert_eq!(Locale::new("fr").number(number, decimals), french);
            assert_eq!(Locale::new("en").number(number, decimals), english);
        }
    }

    #[test]
    fn a_number_in_a_sentence_is_written_as_one_alone_and_still_chooses_the_plural() {
        for (language, many, one) in
            [("fr", "1\u{a0}234 signes", "1 signe"), ("en", "1,234 signs", "1 sign")]
        {
            let locale = Locale::new(language);
            let left = |count: u32| locale.tell("field-left", &[("count", count.into())]);
            let said = |count: u32, words: &str| {
                let said = left(count);
                assert!(said.contains(words) && !said.contains(&format!("{words}s")), "{said}");
            };
            said(1234, many);
            said(1, one);
        }
    }
}
