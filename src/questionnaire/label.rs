//! A text in all its languages, to «vous» and to «tu».
//! Never without French.

use std::collections::{BTreeMap, BTreeSet};

use super::Adresse;

/// A text in several languages, by code (`fr`, `en`, `fr_tu`…). French is always there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label(pub(super) Vec<(String, String)>);

impl Label {
    /// In the order of the languages' codes, so that two labels of the same texts are equal.
    pub(super) fn new(mut texts: Vec<(String, String)>) -> Self {
        texts.sort();
        let label = Self(texts);
        debug_assert!(label.text("fr").is_some(), "the loader refuses a label without French");
        label
    }

    pub(super) fn text(&self, code: &str) -> Option<&str> {
        self.0.iter().find(|(language, _)| language == code).map(|(_, text)| text.as_str())
    }

    /// The text in this language and address; French where the language has none.
    pub fn get(&self, language: &str, adresse: Adresse) -> &str {
        let tu = match adresse {
            Adresse::Tu => self.text(&format!("{language}_tu")),
            Adresse::Vous => None,
        };
        tu.or_else(|| self.text(language))
            .or_else(|| (adresse == Adresse::Tu).then(|| self.text("fr_tu")).flatten())
            .or_else(|| self.text("fr"))
            .unwrap_or_default()
    }

    /// Has it words of its own in this language, whatever the address?
    pub fn speaks(&self, language: &str) -> bool {
        self.languages().contains(language)
    }

    /// The French text.
    pub fn french(&self) -> &str {
        self.get("fr", Adresse::Vous)
    }

    /// This text, and after it the other, in each language that both have.
    pub(super) fn followed_by(&self, other: &Self) -> Self {
        let both = self.0.iter().filter_map(|(language, text)| {
            let address = language.strip_suffix("_tu").unwrap_or(language);
            let next = other.text(language).or_else(|| other.text(address))?;
            Some((language.clone(), format!("{text} {next}")))
        });
        Self::new(both.collect())
    }

    /// The languages of the text, by code, whatever the address.
    pub(super) fn languages(&self) -> BTreeSet<&str> {
        let address = |code| str::strip_suffix(code, "_tu").unwrap_or(code);
        self.0.iter().map(|(code, _)| address(code.as_str())).collect()
    }

    /// Every text as it is written, by code (`fr`, `fr_tu`…).
    pub fn texts(&self) -> BTreeMap<&str, &str> {
        self.0.iter().map(|(language, text)| (language.as_str(), text.as_str())).collect()
    }
}
