//! The settings of a dossier: `recueil.toml`.
//! Never opens the file: its text is handed in, and the new text handed out.

use std::sync::Arc;

use toml::de::DeTable;
use toml_edit::{DocumentMut, value};

use crate::locale::Locale;
use crate::questionnaire::reader::Reader;
use crate::questionnaire::{Cause, Problem, Source, nearest};
use crate::record::{LONGEST_WORDS, Metadata};
use crate::value::Meta;

/// The keys of the file.
const KEYS: &[&str] = &["structure", "contact", "site", "lang"];

/// What the structure says of itself. Without `structure` and `contact` every session is a trial.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The structure that asks, as respondents know it.
    pub structure: String,
    /// Whom to ask about the answers: a function, a telephone, an address.
    pub contact: String,
    /// The place where it asks.
    pub site: String,
    /// The language to begin in; empty for French.
    pub lang: String,
    /// The text of the file, with its comments: changes are made in it.
    text: String,
}

impl Settings {
    /// Reads the settings; every problem is told with its place.
    pub fn read(source: Source) -> Result<Self, Vec<Problem>> {
        let source = Arc::new(source);
        let mut reader = Reader::new(Arc::clone(&source));
        let (file, errors) = DeTable::parse_recoverable(&source.text);
        reader.syntax(errors);
        let fields = reader.open(file.get_ref(), 0..0, "", KEYS);
        let mut text = |key| reader.text(&fields, key).map(|(text, _)| text).unwrap_or_default();
        let settings = Self {
            structure: text("structure"),
            contact: text("contact"),
            site: text("site"),
            lang: text("lang"),
            text: source.text.clone(),
        };
        if !settings.lang.is_empty() && Locale::codes().all(|code| code != settings.lang) {
            let allowed: Vec<String> = Locale::codes().map(str::to_owned).collect();
            let near = nearest(&settings.lang, Locale::codes());
            let span = reader.text(&fields, "lang").map_or(0..0, |(_, span)| span);
            let (key, word) = ("lang".to_owned(), settings.lang.clone());
            reader.report(Cause::UnknownWord { key, word, allowed, nearest: near }, span);
        }
        reader.finish(settings)
    }

    /// Can answers count? Only when people can be told who asks, and whom to turn to.
    pub fn is_complete(&self) -> bool {
        !self.structure.trim().is_empty() && !self.contact.trim().is_empty()
    }

    /// The settings with another structure and contact; the file keeps its comments and the rest.
    #[must_use]
    pub fn with(&self, structure: &str, contact: &str) -> Self {
        let mut document: DocumentMut = self.text.parse().unwrap_or_default();
        document["structure"] = value(structure);
        document["contact"] = value(contact);
        Self {
            structure: structure.to_owned(),
            contact: contact.to_owned(),
            text: document.to_string(),
            ..self.clone()
        }
    }

    /// Notes in the columns of a row who asks, where, and whether the row counts.
    pub fn note(&self, metadata: &mut Metadata) {
        for (meta, value) in [
            (Meta::Structure, self.structure.as_str()),
            (Meta::Site, &self.site),
            (Meta::Essai, if self.is_complete() { "0" } else { "1" }),
        ] {
            // What is too long for a cell is cut rather than refused: nobody is here to mend it.
            let shorter: String = value.chars().take(LONGEST_WORDS).collect();
            _ = metadata.set(meta, &shorter);
        }
    }

    /// The text of the file.
    pub fn text(&self) -> &str {
        &self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Settings, Vec<Problem>> {
        Settings::read(Source { name: "recueil.toml".into(), text: text.into() })
    }

    #[test]
    fn a_change_keeps_comments_and_the_other_keys() {
        let settings = read("# à nous\nsite = \"Bellevue\"\n").expect("settings");
        assert!(!settings.is_complete());
        let settings = settings.with("Le \"Foyer\"", "l'accueil");
        assert!(settings.is_complete());
        let again = read(settings.text()).expect("settings");
        assert_eq!(again, settings);
        assert!(settings.text().starts_with("# à nous\nsite = \"Bellevue\"\n"));
    }

    #[test]
    fn a_mistaken_key_and_a_language_not_spoken_are_both_told() {
        let problems = read("struture = \"x\"\nlang = \"de\"\n").expect_err("two problems");
        let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(told, ["recueil.toml:1:1: E010", "recueil.toml:2:8: E013"]);
    }
}
