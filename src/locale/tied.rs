//! The spaces at which a line may not turn: French puts one before a high sign.
//! Never changes what is kept: only what is shown.

/// The text with the space before `?`, `!`, `:`, `;`, `»`, `%` and the one after `«` made unbreakable.
pub fn tied(text: &str) -> String {
    let mut tied = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    let mut before = None;
    while let Some(character) = rest.next() {
        let high =
            matches!(rest.peek(), Some('?' | '!' | ':' | ';' | '»' | '%')) || before == Some('«');
        tied.push(if character == ' ' && high { '\u{a0}' } else { character });
        before = Some(character);
    }
    tied
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_high_sign_stays_with_its_word() {
        assert_eq!(tied("Ici ? « Oui » : non"), "Ici\u{a0}? «\u{a0}Oui\u{a0}»\u{a0}: non");
    }
}
