//! What words should not hold: a telephone number, an e-mail address, a social security number.
//! Never refuses it: a person may have a reason, and is asked.

/// Something by which a person could be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Private {
    /// A French telephone number.
    Telephone,
    /// An e-mail address.
    Email,
    /// A French social security number, with its key or without.
    SocialSecurity,
}

/// What in these words looks private; nothing where nothing does.
pub fn private(words: &str) -> Option<Private> {
    if has_email(words) {
        return Some(Private::Email);
    }
    let runs = runs(words);
    let any = |is: fn(&[Group]) -> bool| runs.iter().any(|run| windows(run).any(is));
    if any(is_social_security) {
        Some(Private::SocialSecurity)
    } else if any(is_telephone) {
        Some(Private::Telephone)
    } else {
        None
    }
}

/// Digits that stand together: `06`; what stands before them counts where it is a `+`.
#[derive(Debug, Default)]
struct Group {
    digits: String,
    after_plus: bool,
}

/// At most so many signs part two groups of one number: `06 - 12`.
const WIDEST_GAP: usize = 3;

/// The groups of digits of a text, those that could be one number together.
fn runs(words: &str) -> Vec<Vec<Group>> {
    let mut runs: Vec<Vec<Group>> = Vec::new();
    let mut gap = usize::MAX;
    let mut before = ' ';
    let mut signs = words.chars().peekable();
    while let Some(sign) = signs.next() {
        // Corsica counts its départements 2A and 2B.
        let corsica = before == '2'
            && matches!(sign, 'A' | 'a' | 'B' | 'b')
            && signs.peek().is_none_or(|next| !next.is_alphabetic());
        let open = runs.last_mut().filter(|_| gap <= WIDEST_GAP);
        match (sign, open) {
            ('0'..='9', Some(run)) => {
                if gap > 0 {
                    run.push(Group::default());
                }
                run.last_mut().expect("a run has a group").digits.push(sign);
                gap = 0;
            }
            ('0'..='9', None) => {
                let after_plus = before == '+';
                runs.push(vec![Group { digits: sign.into(), after_plus }]);
                gap = 0;
            }
            (_, Some(run)) if corsica && gap == 0 => {
                run.last_mut().expect("a run has a group").digits.push('0');
            }
            (' ' | '\u{a0}' | '\u{202f}' | '.' | '-' | '/' | '_' | '(' | ')', Some(_)) => gap += 1,
            _ => gap = usize::MAX,
        }
        before = sign;
    }
    runs
}

/// No number seen here has more digits.
const MOST_DIGITS: usize = 15;

/// Every part of a run that begins and ends with a whole group and could be one number.
fn windows(run: &[Group]) -> impl Iterator<Item = &[Group]> {
    (0..run.len()).flat_map(move |from| {
        let last = run.len().min(from + MOST_DIGITS);
        (from + 1..=last).map(move |to| &run[from..to])
    })
}

fn joined(groups: &[Group]) -> String {
    groups.iter().map(|group| group.digits.as_str()).collect()
}

/// How the ten digits of a French number are grouped. A day and a year («01/09/2026 10») are not.
const GROUPED: &[&[usize]] =
    &[&[10], &[2, 2, 2, 2, 2], &[4, 2, 2, 2], &[4, 3, 3], &[2, 4, 4], &[2, 8], &[3, 3, 4]];

fn is_telephone(groups: &[Group]) -> bool {
    let digits = joined(groups);
    let abroad = if groups[0].after_plus { digits.strip_prefix("33") } else { None };
    if let Some(rest) = abroad.or_else(|| digits.strip_prefix("0033")) {
        // +33 (0)6 12 34 56 78
        let rest = rest.strip_prefix('0').unwrap_or(rest);
        return rest.len() == 9 && !rest.starts_with('0');
    }
    let lengths: Vec<usize> = groups.iter().map(|group| group.digits.len()).collect();
    GROUPED.contains(&lengths.as_slice()) && digits.starts_with('0') && !digits.starts_with("00")
}

/// Sex, year, month, département, commune, order, and perhaps a key of two: 13 or 15 digits. A month
/// is 01 to 12, or what stands for one that is not known (INSEE: 20 to 42, 50 and above).
fn is_social_security(groups: &[Group]) -> bool {
    let digits = joined(groups);
    let month = digits.get(3..5).and_then(|month| month.parse::<u8>().ok());
    matches!(digits.len(), 13 | 15)
        && digits.starts_with(['1', '2', '3', '4', '7', '8'])
        && month.is_some_and(|month| matches!(month, 1..=12 | 20..=42 | 50..=99))
}

/// Something, an `@`, and after it a name with a dot in it; blanks around the `@` hide nothing.
fn has_email(words: &str) -> bool {
    words.match_indices('@').any(|(at, _)| {
        let (before, after) = (words[..at].trim_end(), words[at + 1..].trim_start());
        let of_name = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-');
        let host = after.split(|c| !of_name(c)).next().unwrap_or_default();
        let host = host.trim_end_matches('.');
        let end = host.rsplit_once('.').map(|(_, end)| end);
        before.ends_with(|c: char| c.is_alphanumeric() || "._%+-".contains(c))
            && end.is_some_and(|end| end.len() >= 2 && end.chars().all(char::is_alphabetic))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_addresses_are_seen_however_they_are_written() {
        for (words, expected) in [
            ("0298000000", Private::Telephone),
            ("appelez le 06 12 34 56 78.", Private::Telephone),
            ("06.12.34.56.78", Private::Telephone),
            ("06-12-34-56-78 ou le soir", Private::Telephone),
            ("06 - 12 - 34 - 56 - 78", Private::Telephone),
            ("0612 34 56 78", Private::Telephone),
            ("tél:06\u{a0}12\u{202f}34 56 78", Private::Telephone),
            ("+33 6 12 34 56 78", Private::Telephone),
            ("+33 (0)6 12 34 56 78", Private::Telephone),
            ("0033612345678", Private::Telephone),
            ("en 2026, 06 12 34 56 78", Private::Telephone),
            ("le 3 06 12 34 56 78", Private::Telephone),
            ("jeanne@exemple.fr", Private::Email),
            ("écrire à j.le-goff+x@mail.exemple.bzh.", Private::Email),
            ("jeanne @ exemple.fr", Private::Email),
            // Made up: no such commune.
            ("1850578006084", Private::SocialSecurity),
            ("185057800608436", Private::SocialSecurity),
            ("2 85 05 78 006 084 36", Private::SocialSecurity),
            ("2.85.05.78.006.084", Private::SocialSecurity),
            ("n° 1 85 05 2A 006 084 36", Private::SocialSecurity),
        ] {
            assert_eq!(private(words), Some(expected), "{words}");
        }
    }

    #[test]
    fn days_years_prices_and_plain_words_are_left_alone() {
        for words in [
            "",
            "Ouvrir le samedi",
            "Depuis le 01/09/2026 à 10 h",
            "01/09/2026 10",
            "du 01/09/2026 au 30/06/2027",
            "2024 2025 2026",
            "29200 Brest",
            "12 345 678 fois",
            "3,14159265358979",
            "1 000 000 000 000",
            "00 12 34 56 78",
            "06 12 34",
            "moi @ la maison",
            "@recueil",
            "l'arobase @ et le point .",
            "classe 2A, salle 12",
        ] {
            assert_eq!(private(words), None, "{words}");
        }
    }
}
