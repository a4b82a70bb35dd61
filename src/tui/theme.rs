//! The looks: a style for each role that text has on the screen, and the signs beside it.
//! Never the only sign of anything: marks, words and reverse video say it too.

use ratatui::style::{Color, Modifier, Style};

use crate::app::{Shade, Signs, Size};

/// How many colours the terminal says it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// The sixteen that every terminal names, in its own shades.
    Sixteen,
    /// All of them.
    Many,
}

/// A style for each role.
#[derive(Clone, Debug)]
pub struct Theme {
    /// Which signs are drawn.
    pub signs: Signs,
    /// The size that was asked for, before any other.
    pub size: Option<Size>,
    /// What is under everything.
    pub ground: Style,
    /// The bar at the top.
    pub bar: Style,
    /// The line under it.
    pub rule: Style,
    /// The part of that line that is behind us.
    pub done: Style,
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
    /// The line under the cursor.
    pub focus: Style,
    /// An answer marked, where the cursor is not.
    pub taken: Style,
    /// What is typed.
    pub field: Style,
    /// The names of keys in the footer.
    pub key: Style,
    /// What they do.
    pub does: Style,
}

/// The colours of a theme, by what they are for. All are read on the ground, but for the rule, which
/// only parts.
struct Inks {
    ground: Color,
    text: Color,
    strong: Color,
    quiet: Color,
    key: Color,
    alert: Color,
    rule: Color,
    /// A ground, and the ink on it.
    focus: (Color, Color),
    banner: (Color, Color),
}

const DARK: Inks = Inks {
    ground: Color::Black,
    text: Color::Gray,
    strong: Color::White,
    quiet: Color::Gray,
    key: Color::LightCyan,
    alert: Color::LightYellow,
    rule: Color::DarkGray,
    focus: (Color::LightCyan, Color::Black),
    banner: (Color::LightYellow, Color::Black),
};

const LIGHT: Inks = Inks {
    ground: Color::White,
    text: Color::Black,
    strong: Color::Black,
    quiet: Color::Black,
    key: Color::Blue,
    alert: Color::Red,
    rule: Color::DarkGray,
    focus: (Color::Blue, Color::White),
    banner: (Color::LightYellow, Color::Black),
};

const CONTRAST: Inks = Inks {
    ground: Color::Black,
    text: Color::White,
    strong: Color::White,
    quiet: Color::White,
    key: Color::LightYellow,
    alert: Color::LightYellow,
    rule: Color::White,
    focus: (Color::LightYellow, Color::Black),
    banner: (Color::White, Color::Black),
};

const DARK_MANY: Inks = Inks {
    ground: Color::Rgb(0x16, 0x1a, 0x1f),
    text: Color::Rgb(0xdc, 0xdf, 0xe2),
    strong: Color::Rgb(0xff, 0xff, 0xff),
    quiet: Color::Rgb(0xa8, 0xb1, 0xba),
    key: Color::Rgb(0x7f, 0xd1, 0xde),
    alert: Color::Rgb(0xff, 0xc0, 0x78),
    rule: Color::Rgb(0x46, 0x50, 0x5a),
    focus: (Color::Rgb(0x7f, 0xd1, 0xde), Color::Rgb(0x0c, 0x10, 0x14)),
    banner: (Color::Rgb(0xe8, 0xb9, 0x3e), Color::Rgb(0x1b, 0x15, 0x00)),
};

const LIGHT_MANY: Inks = Inks {
    ground: Color::Rgb(0xfb, 0xfa, 0xf6),
    text: Color::Rgb(0x22, 0x26, 0x2b),
    strong: Color::Rgb(0x00, 0x00, 0x00),
    quiet: Color::Rgb(0x4d, 0x55, 0x60),
    key: Color::Rgb(0x0b, 0x5c, 0x74),
    alert: Color::Rgb(0xa3, 0x20, 0x20),
    rule: Color::Rgb(0xc2, 0xc0, 0xb8),
    focus: (Color::Rgb(0x0b, 0x5c, 0x74), Color::Rgb(0xff, 0xff, 0xff)),
    banner: (Color::Rgb(0xf2, 0xc9, 0x4c), Color::Rgb(0x24, 0x1a, 0x00)),
};

const CONTRAST_MANY: Inks = Inks {
    ground: Color::Rgb(0, 0, 0),
    text: Color::Rgb(0xff, 0xff, 0xff),
    strong: Color::Rgb(0xff, 0xff, 0xff),
    quiet: Color::Rgb(0xff, 0xff, 0xff),
    key: Color::Rgb(0xff, 0xff, 0x00),
    alert: Color::Rgb(0xff, 0xff, 0x00),
    rule: Color::Rgb(0xff, 0xff, 0xff),
    focus: (Color::Rgb(0xff, 0xff, 0x00), Color::Rgb(0, 0, 0)),
    banner: (Color::Rgb(0xff, 0xff, 0xff), Color::Rgb(0, 0, 0)),
};

impl Theme {
    /// The theme of a shade on a terminal of so many colours, with these signs.
    pub fn new(shade: Shade, depth: Depth, signs: Signs) -> Self {
        let inks = match (shade, depth) {
            (Shade::Colourless, _) => return Self { signs, ..Self::plain() },
            (Shade::Terminal, _) => return Self { signs, ..Self::coloured() },
            (Shade::Light, Depth::Sixteen) => LIGHT,
            (Shade::Light, Depth::Many) => LIGHT_MANY,
            (Shade::Dark, Depth::Sixteen) => DARK,
            (Shade::Dark, Depth::Many) => DARK_MANY,
            (Shade::Contrast, Depth::Sixteen) => CONTRAST,
            (Shade::Contrast, Depth::Many) => CONTRAST_MANY,
        };
        let on_ground = |ink: Color| Style::new().fg(ink).bg(inks.ground);
        let plain = Self::plain();
        Self {
            signs,
            size: None,
            ground: on_ground(inks.text),
            bar: plain.bar.patch(on_ground(inks.strong)),
            rule: on_ground(inks.rule),
            done: on_ground(inks.key),
            banner: plain.banner.patch(reversed(inks.banner)),
            heading: plain.heading.patch(on_ground(inks.strong)),
            text: on_ground(inks.text),
            hint: on_ground(inks.quiet),
            alert: plain.alert.patch(on_ground(inks.alert)),
            focus: plain.focus.patch(reversed(inks.focus)),
            taken: plain.taken.patch(on_ground(inks.strong)),
            field: plain.field.patch(on_ground(inks.strong)),
            key: plain.key.patch(on_ground(inks.key)),
            does: on_ground(inks.quiet),
        }
    }

    /// The same, at this size where one was asked for.
    #[must_use]
    pub fn sized(self, size: Option<Size>) -> Self {
        Self { size, ..self }
    }

    /// Colour for two grounds, each with its ink: black on cyan and on yellow is read as well on a
    /// dark terminal as on a light one. All other text keeps the terminal's own colours.
    pub fn coloured() -> Self {
        let plain = Self::plain();
        Self {
            banner: plain.banner.patch(reversed(DARK.banner)),
            focus: plain.focus.patch(reversed(DARK.focus)),
            ..plain
        }
    }

    /// No colour: bold, underline and reverse video only.
    pub fn plain() -> Self {
        let normal = Style::new();
        let bold = normal.add_modifier(Modifier::BOLD);
        let reversed = normal.add_modifier(Modifier::REVERSED);
        Self {
            signs: Signs::All,
            size: None,
            ground: normal,
            bar: bold,
            rule: normal,
            done: bold,
            banner: reversed,
            heading: bold,
            text: normal,
            hint: normal,
            alert: bold,
            focus: reversed,
            taken: bold,
            field: normal.add_modifier(Modifier::UNDERLINED),
            key: bold,
            does: normal,
        }
    }

    /// Every role in which something is read.
    pub fn read(&self) -> [(&'static str, Style); 13] {
        [
            ("ground", self.ground),
            ("bar", self.bar),
            ("done", self.done),
            ("banner", self.banner),
            ("heading", self.heading),
            ("text", self.text),
            ("hint", self.hint),
            ("alert", self.alert),
            ("focus", self.focus),
            ("taken", self.taken),
            ("field", self.field),
            ("key", self.key),
            ("does", self.does),
        ]
    }
}

/// This ink on this ground, said the other way round: reverse video turns it, so that a terminal
/// that knows no colour shows it too. Not bold: many terminals make a bold black grey.
fn reversed((ground, ink): (Color, Color)) -> Style {
    Style::new().fg(ground).bg(ink)
}
