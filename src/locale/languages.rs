//! The languages of the program. A new one is a file of messages beside this one and a line here.
//! Never a word of them but their own names.

/// A language: its code, its name in itself, how it writes numbers, its messages.
#[derive(Debug)]
pub(super) struct Language {
    pub code: &'static str,
    pub name: &'static str,
    pub figures: Figures,
    pub messages: &'static str,
}

/// How numbers are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Figures {
    /// `1 234,5`: French, Breton, and most of the continent.
    Spaced,
    /// `1,234.5`: English.
    Pointed,
}

/// French comes first: it is complete, and what a message missing elsewhere falls back to.
pub(super) const LANGUAGES: &[Language] = &[
    language("fr", "français", Figures::Spaced, include_str!("fr.ftl")),
    language("en", "English", Figures::Pointed, include_str!("en.ftl")),
];

const fn language(
    code: &'static str,
    name: &'static str,
    figures: Figures,
    messages: &'static str,
) -> Language {
    Language { code, name, figures, messages }
}
