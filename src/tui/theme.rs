//! The looks: a style for each role that text has on the screen.
//! Never the only sign of anything: marks, words and reverse video say it too.

use ratatui::style::{Color, Modifier, Style};

/// A style for each role.
#[derive(Clone, Debug)]
pub struct Theme {
    /// The bar at the top.
    pub bar: Style,
    /// «ESSAI».
    pub banner: Style,
    /// The question.
    pub heading: Style,
    /// Sentences and answers.
    pub text: Style,
    /// Less important sentences.
    pub hint: Style,
    /// What needs attention.
    pub alert: Style,
    /// The line under the cursor, and the answer marked.
    pub focus: Style,
    /// What is typed.
    pub field: Style,
    /// The names of keys in the footer.
    pub key: Style,
    /// What they do.
    pub does: Style,
}

impl Theme {
    /// Colours of the terminal's own palette, chosen to be read on a dark and on a light ground.
    pub fn coloured() -> Self {
        let plain = Self::plain();
        Self {
            bar: plain.bar.fg(Color::Cyan),
            banner: plain.banner.fg(Color::Yellow),
            alert: plain.alert.fg(Color::Magenta),
            focus: plain.focus.fg(Color::Cyan),
            key: plain.key.fg(Color::Cyan),
            ..plain
        }
    }

    /// No colour: bold, underline and reverse video only.
    pub fn plain() -> Self {
        let normal = Style::new();
        let bold = normal.add_modifier(Modifier::BOLD);
        Self {
            bar: bold,
            banner: bold.add_modifier(Modifier::REVERSED),
            heading: bold,
            text: normal,
            hint: normal,
            alert: bold,
            focus: bold.add_modifier(Modifier::REVERSED),
            field: normal.add_modifier(Modifier::UNDERLINED),
            key: bold,
            does: normal,
        }
    }
}
