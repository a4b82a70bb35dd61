//! Words of a text masked, so that the rest may be quoted.
//! Never a part of a word: «Anne» is masked in «Anne», not in «année».

/// The text with a sign in the place of each of these words, wherever they stand, whatever their
/// capitals; or those of them that are not in it.
pub fn mask(text: &str, words: &[&str], sign: &str) -> Result<String, Vec<String>> {
    let letters: Vec<char> = text.chars().collect();
    let mut is_masked = vec![false; letters.len()];
    let mut missing = Vec::new();
    for word in words {
        let wanted: Vec<char> = word.chars().collect();
        let places = places(&letters, &wanted);
        if places.is_empty() {
            missing.push((*word).to_owned());
        }
        for place in places {
            is_masked[place..place + wanted.len()].fill(true);
        }
    }
    if !missing.is_empty() {
        return Err(missing);
    }
    let mut masked = String::new();
    let mut before = false;
    for (letter, is_masked) in letters.iter().zip(is_masked) {
        match (before, is_masked) {
            (_, false) => masked.push(*letter),
            (false, true) => masked.push_str(sign),
            (true, true) => {}
        }
        before = is_masked;
    }
    Ok(masked)
}

/// Where these words stand as whole ones.
fn places(letters: &[char], wanted: &[char]) -> Vec<usize> {
    let (Some(first), Some(last)) = (wanted.first(), wanted.last()) else { return Vec::new() };
    let goes_on = |edge: &char, beside: Option<&char>| {
        edge.is_alphanumeric() && beside.is_some_and(|beside| beside.is_alphanumeric())
    };
    let is_here = |(place, window): &(usize, &[char])| {
        let before = place.checked_sub(1).and_then(|before| letters.get(before));
        window.iter().zip(wanted).all(|(a, b)| is_same(*a, *b))
            && !goes_on(first, before)
            && !goes_on(last, letters.get(place + wanted.len()))
    };
    let windows = letters.windows(wanted.len()).enumerate();
    windows.filter(is_here).map(|(place, _)| place).collect()
}

/// The same letter, whatever its capital; any apostrophe, any blank.
fn is_same(a: char, b: char) -> bool {
    let plain = |letter: char| match letter {
        '’' => '\'',
        '\u{a0}' | '\u{202f}' => ' ',
        other => other,
    };
    plain(a) == plain(b) || a.to_lowercase().eq(b.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIGN: &str = "[masqué]";

    #[test]
    fn whole_words_are_masked_wherever_they_stand() {
        for (text, words, expected) in [
            ("Anne m'aide.", &["anne"][..], "[masqué] m'aide."),
            ("Anne, cette année.", &["Anne"], "[masqué], cette année."),
            ("ÉLISE et Élise", &["élise"], "[masqué] et [masqué]"),
            ("J’habite rue du Port", &["rue du port"], "J’habite [masqué]"),
            ("Chez l’infirmière", &["l'infirmière"], "Chez [masqué]"),
            ("Au 06 12, ou au 06 13", &["06 12", "06 13"], "Au [masqué], ou au [masqué]"),
            ("Anne Le Goff", &["Anne Le", "Le Goff"], "[masqué]"),
            ("(Anne)", &["(Anne)"], "[masqué]"),
        ] {
            assert_eq!(mask(text, words, SIGN).as_deref(), Ok(expected), "{words:?}");
        }
    }

    #[test]
    fn what_is_not_in_the_text_is_said_and_nothing_is_masked() {
        let missing = mask("Cette année, Anne.", &["Anne", "née", "Paul"], SIGN);
        assert_eq!(missing, Err(vec!["née".to_owned(), "Paul".to_owned()]));
    }
}
