//! Names as a definition file has them, made of those that a workbook has.
//! Never says that a name was changed: who asks for one does.

use std::collections::BTreeSet;

use super::super::words::fold;
use crate::questionnaire::OTHER_WORDS;
use crate::value::{CONTROLE, Meta, Missing};

/// The longest name.
const LONGEST: usize = 24;

/// Names taken so far, without their letter case.
#[derive(Default)]
pub(super) struct Names(BTreeSet<String>);

impl Names {
    /// Takes this name, or the nearest to it that is well formed and free.
    pub fn take(&mut self, written: &str) -> String {
        let name = if is_well_formed(written) { written.to_owned() } else { formed(written) };
        let reserved = |name: &str| {
            let lower = name.to_lowercase();
            Meta::from_word(&lower).is_some()
                || [CONTROLE, "textes"].contains(&lower.as_str())
                || Missing::from_word(&name.to_uppercase()).is_some()
        };
        let mut free = name.clone();
        let mut number = 2;
        while reserved(&free) || self.0.contains(&free.to_lowercase()) {
            let end =
                if reserved(&name) && number == 2 { "q".to_owned() } else { number.to_string() };
            free = format!("{}{end}", &name[..name.len().min(LONGEST - end.len())]);
            number += 1;
        }
        self.0.insert(free.to_lowercase());
        free
    }

    /// Takes this name as it is, where it is free.
    pub fn keep(&mut self, name: &str) -> bool {
        self.0.insert(name.to_lowercase())
    }
}

/// Is it a name of a question, of a scale, of a criterion?
pub(super) fn is_well_formed(name: &str) -> bool {
    let (stem, tail) = name.split_once('_').unwrap_or((name, "x"));
    stem.starts_with(|first: char| first.is_ascii_alphabetic())
        && stem.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && !tail.is_empty()
        && tail.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        && name.len() <= LONGEST
}

/// The words of a name without what parts them: `household_head.name` is `householdHeadName`.
fn formed(written: &str) -> String {
    let parts = written.split(|sign: char| !sign.is_alphanumeric());
    let mut name = String::new();
    for part in parts.filter(|part| !part.is_empty()) {
        let plain: String = part.chars().map(plain).filter(char::is_ascii_alphanumeric).collect();
        let mut letters = plain.chars();
        match letters.next() {
            Some(first) if !name.is_empty() => name.push(first.to_ascii_uppercase()),
            Some(first) => name.push(first),
            None => {}
        }
        name.extend(letters);
    }
    if !name.starts_with(|first: char| first.is_ascii_alphabetic()) {
        name.insert(0, 'q');
    }
    name.truncate(LONGEST);
    name
}

/// A letter without its accent, in its own case.
fn plain(letter: char) -> char {
    let folded = fold(&letter.to_string()).chars().next().unwrap_or('_');
    if letter.is_uppercase() { folded.to_ascii_uppercase() } else { folded }
}

/// The name of a choice: itself, or the nearest that is well formed and free among the others.
pub(super) fn choice(written: &str, taken: &[String]) -> String {
    let fits = |name: &str| {
        let is_word = name.starts_with(|first: char| first.is_ascii_lowercase())
            && name.len() <= LONGEST
            && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
        let is_number = name.parse::<u8>().is_ok_and(|number| number.to_string() == name);
        (is_word || is_number) && name != OTHER_WORDS
    };
    let mut name = written.to_owned();
    if !fits(&name) {
        let letters = fold(written);
        let parts = letters.split(|sign: char| !sign.is_ascii_alphanumeric());
        name = parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("_");
        if !name.starts_with(|first: char| first.is_ascii_lowercase()) {
            name = format!("c{name}");
        }
        name.truncate(LONGEST);
    }
    let mut free = name.clone();
    let mut number = 2;
    while taken.contains(&free) || !fits(&free) {
        let end = format!("_{number}");
        free = format!("{}{end}", &name[..name.len().min(LONGEST - end.len())]);
        number += 1;
    }
    free
}

/// The id of a référentiel or a form: few letters, as it names folders and files.
pub(super) fn id(written: &str) -> String {
    let letters = fold(written);
    let parts = letters.split(|sign: char| !sign.is_ascii_alphanumeric());
    let mut id = parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    if !id.starts_with(|first: char| first.is_ascii_lowercase()) {
        id = format!("q-{id}");
    }
    id.truncate(2 * LONGEST);
    let id = id.trim_end_matches('-').to_owned();
    if ["essai", "scelle", "con", "nul", "aux", "prn"].contains(&id.as_str()) {
        return format!("{id}-q");
    }
    id
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_well_formed_and_stay_apart() {
        let mut names = Names::default();
        for (written, wanted) in [
            ("A1_info", "A1_info"),
            ("household_head.name", "householdHeadName"),
            ("Prénom", "Prenom"),
            ("prenom", "prenom2"),
            ("1st", "q1st"),
            ("date", "dateq"),
            ("a_very_long_name_that_goes_on", "aVeryLongNameThatGoesOn"),
        ] {
            let name = names.take(written);
            assert_eq!(name, wanted, "{written}");
            assert!(is_well_formed(&name));
        }
        let taken = vec!["oui".to_owned()];
        let choices = ["Oui", "1", "300", "Très bien", "-1", "autre_texte", "é"];
        let chosen: Vec<String> = choices.iter().map(|name| choice(name, &taken)).collect();
        assert_eq!(chosen, ["oui_2", "1", "c300", "tres_bien", "c1", "autre_texte_2", "e"]);
        assert_eq!(id("Enquête 2026 (v2)"), "enquete-2026-v2");
        assert_eq!(id("essai"), "essai-q");
    }
}
