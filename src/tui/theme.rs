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
    /// Colour for two grounds, each with its ink: black on cyan and on yellow is read as well on a
    /// dark terminal as on a light one. All other text keeps the terminal's own colours.
    pub fn coloured() -> Self {
        // Not bold: many terminals make a bold black grey.
        let ink = Style::new().fg(Color::Black);
        Self { banner: ink.bg(Color::Yellow), focus: ink.bg(Color::Cyan), ..Self::plain() }
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
