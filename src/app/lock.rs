//! What keeps a référentiel from being used: what is still to be done, and the lines that say it is.
//! Never a screen: the full screen, plain lines and commands tell it in the same words.

use std::path::Path;

use super::view::Block;
use crate::locale::Locale;

/// A référentiel whose mere rows say something of people's health is closed until the structure has
/// written down how it protects them. Only mediators ever see this.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lock {
    /// The id of the référentiel.
    pub id: String,
    /// Its title.
    pub titre: String,
    /// What is still to be done; at least one thing.
    pub missing: Vec<Safeguard>,
}

/// What must be done before such a référentiel is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Safeguard {
    /// The impact assessment, dated.
    Assessment,
    /// How rows are protected: they are sealed, or somebody answers for keeping them as they are.
    Protection,
}

impl Safeguard {
    /// The table of the settings that says it is done.
    pub const fn table(self) -> &'static str {
        match self {
            Self::Assessment => "aipd",
            Self::Protection => "en_clair",
        }
    }
}

impl Lock {
    /// What is locked, why, and what to write in which file. The lines are to be completed: copied
    /// as they are, they unlock nothing.
    pub fn words(&self, locale: &Locale, settings: &Path) -> Vec<Block> {
        let arguments = [("id", self.id.as_str().into()), ("titre", self.titre.as_str().into())];
        let mut blocks = vec![
            Block::Heading(locale.tell("locked-heading", &arguments)),
            Block::Text(locale.tell("locked-why", &arguments[..1])),
        ];
        let mut lines = Vec::new();
        for safeguard in &self.missing {
            let (what, value) = match safeguard {
                Safeguard::Assessment => ("assessment", locale.say("locked-day")),
                Safeguard::Protection => ("protection", String::new()),
            };
            blocks.push(Block::Text(locale.say(&format!("locked-{what}"))));
            let comment = locale.say(&format!("locked-{what}-line"));
            lines.push(format!("[{}]\n# {comment}\n{} = \"{value}\"", safeguard.table(), self.id));
        }
        let file = settings.display().to_string();
        blocks.push(Block::Text(locale.tell("locked-write", &[("file", file.into())])));
        blocks.push(Block::Excerpt(lines.join("\n")));
        blocks
    }
}
