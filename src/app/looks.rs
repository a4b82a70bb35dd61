//! How the full screen is to look, as the settings and the command line say it.
//! Never a colour: the full screen has those.

/// How the full screen is to look; what is not said is found out from the terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Looks {
    /// Which colours it has.
    pub shade: Option<Shade>,
    /// Which signs it draws.
    pub signs: Option<Signs>,
    /// How much room its parts have.
    pub size: Option<Size>,
}

impl Looks {
    /// These, and the others where these say nothing.
    #[must_use]
    pub fn or(self, others: Self) -> Self {
        Self {
            shade: self.shade.or(others.shade),
            signs: self.signs.or(others.signs),
            size: self.size.or(others.size),
        }
    }
}

/// Which colours the full screen has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shade {
    /// The terminal's own ground and ink, and two grounds that are read on both.
    #[default]
    Terminal,
    /// Dark on a light ground.
    Light,
    /// Light on a dark ground.
    Dark,
    /// As far apart as they can be.
    Contrast,
    /// None: bold, underline and reverse video only.
    Colourless,
}

impl Shade {
    /// The words of those that can be asked for.
    pub const WORDS: &[&str] = &["clair", "sombre", "contraste", "sans_couleur"];

    /// The one of this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Some(match word {
            "clair" => Self::Light,
            "sombre" => Self::Dark,
            "contraste" => Self::Contrast,
            "sans_couleur" => Self::Colourless,
            _ => return None,
        })
    }
}

/// How much room the parts of the full screen have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Size {
    /// As much as the window gives.
    #[default]
    Usual,
    /// Few things at once, each with air around it: for big letters in a small window.
    Large,
}

impl Size {
    /// The words of those that can be asked for.
    pub const WORDS: &[&str] = &["normale", "grande"];

    /// The one of this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Some(match word {
            "normale" => Self::Usual,
            "grande" => Self::Large,
            _ => return None,
        })
    }

    /// Its word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Usual => Self::WORDS[0],
            Self::Large => Self::WORDS[1],
        }
    }
}

/// Which signs the full screen draws beside letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Signs {
    /// Arrows, bullets and rules.
    #[default]
    All,
    /// Those of the oldest keyboards: `>` `*` `-` and the like.
    Ascii,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_has_its_shade() {
        let shades: Vec<_> = Shade::WORDS.iter().map(|word| Shade::from_word(word)).collect();
        assert!(shades.iter().all(Option::is_some));
        assert_eq!(Shade::from_word("rose"), None);
    }

    #[test]
    fn every_word_has_its_size() {
        for word in Size::WORDS {
            assert_eq!(Size::from_word(word).map(Size::word), Some(*word));
        }
        assert_eq!(Size::from_word("petite"), None);
    }
}
