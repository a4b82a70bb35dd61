//! What a screen says, without saying where: the same for the full screen and for plain lines.
//! Never a size, a colour or a key.

use super::input::Input;
use super::mirror::Bar;
use crate::questionnaire::Kind;
use crate::session::Progress;

/// What is in front of the person.
#[derive(Clone, Debug)]
pub struct View {
    /// How the screen is used: what its keys are.
    pub mode: Mode,
    /// What this is.
    pub title: String,
    /// Where we are in it: «Question 3 sur 8».
    pub place: Option<String>,
    /// Said on every screen of a session that does not count.
    pub banner: Option<String>,
    /// How far that is.
    pub progress: Option<Progress>,
    /// The ways out of it that lead somewhere.
    pub ways: Vec<Way>,
    /// Top to bottom.
    pub blocks: Vec<Block>,
}

impl View {
    /// What tells this screen from another: its place, and what it is for.
    pub fn identity(&self) -> String {
        let heading = self.blocks.iter().find_map(|block| match block {
            Block::Heading(text) => Some(text.as_str()),
            _ => None,
        });
        let place = self.place.as_deref().unwrap_or(&self.title);
        match heading {
            Some(heading) => format!("{place}\n{heading}"),
            None => place.to_owned(),
        }
    }

    /// Does this way lead somewhere here?
    pub fn has(&self, way: Way) -> bool {
        self.ways.contains(&way)
    }

    /// The last digit that does anything here, 0 apart.
    pub fn last_digit(&self) -> Option<u8> {
        let digit = |block: &Block| match block {
            Block::Line(_, line) => line.digit,
            _ => None,
        };
        self.blocks.iter().filter_map(digit).max().filter(|digit| *digit > 0)
    }
}

/// A way out of a screen, or on it, that not all have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// There is a screen before this one.
    Back,
    /// There is a question that can be passed.
    Pass,
    /// The question can be said in other words.
    Rephrase,
    /// There are answers to look back at, and to change.
    LookBack,
    /// A sheet of paper is typed, of which a question may be unreadable.
    Illegible,
    /// The screen can be read aloud.
    Aloud,
}

/// How a screen is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// One line of a list is acted on.
    Menu,
    /// One line of a list is the answer.
    One,
    /// Several lines of a list are the answer.
    Several,
    /// Words are typed.
    Field,
    /// A number is typed.
    Number,
    /// A day is typed.
    Day,
    /// Something is read.
    Reading,
    /// A few letters are typed, and a line of a list is acted on.
    Search,
}

impl Mode {
    /// How a question that asks for this is answered on the full screen.
    pub(super) const fn of(kind: &Kind) -> Self {
        match kind {
            Kind::One(_) => Self::One,
            Kind::Multiple(_) => Self::Several,
            Kind::Integer => Self::Number,
            Kind::Text => Self::Field,
            Kind::Date => Self::Day,
            Kind::Note | Kind::Counts(_) => Self::Menu,
        }
    }

    /// Is something typed, so that keys are text and not commands?
    pub fn is_typed(self) -> bool {
        matches!(self, Self::Field | Self::Number | Self::Day | Self::Search)
    }
}

/// One part of a screen.
#[derive(Clone, Debug)]
pub enum Block {
    /// The question, or what the screen is for.
    Heading(String),
    /// Sentences.
    Text(String),
    /// Less important sentences: hints.
    Hint(String),
    /// Something needs attention.
    Alert(String),
    /// Text whose columns matter, as an excerpt of a file.
    Excerpt(String),
    /// A code to copy.
    Code(String),
    /// So many of so many, as a bar.
    Bar(Bar),
    /// One line of a list; the number is its place in the list.
    Line(usize, Line),
    /// What is being typed, and whether the keys go there.
    Field(Input, bool),
}

/// One line of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The digit that marks it.
    pub digit: Option<u8>,
    /// Its box, in a list of answers.
    pub mark: Option<Mark>,
    /// What it says.
    pub label: String,
    /// What is beside it: an answer in the review.
    pub detail: Option<String>,
    /// Is it no more of the list, but a way out of it?
    pub apart: bool,
    /// The message of the key that does the same, on the screen where it is listed.
    pub key: Option<&'static str>,
    /// Is the cursor on it?
    pub focused: bool,
}

/// The box before an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// One among several, taken or not.
    Round(bool),
    /// Any among several, taken or not.
    Square(bool),
}
