//! A figure that may be told, or why it may not; and to whom a report is told.
//! Never a figure that was hidden: what is hidden is gone.

use crate::value::words;

/// A figure, or why it is not told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure<T = u64> {
    /// It is told.
    Shown(T),
    /// It is not, for this reason.
    Hidden(Why),
}

impl<T: Copy> Figure<T> {
    /// The figure, where it is told.
    pub const fn shown(self) -> Option<T> {
        match self {
            Self::Shown(figure) => Some(figure),
            Self::Hidden(_) => None,
        }
    }

    /// Takes the figure away. One that is hidden already keeps its reason.
    pub const fn hide(&mut self, why: Why) {
        if matches!(self, Self::Shown(_)) {
            *self = Self::Hidden(why);
        }
    }
}

impl<T: Default> Default for Figure<T> {
    fn default() -> Self {
        Self::Shown(T::default())
    }
}

/// Why a figure is not told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// It rests on too few answers.
    Few,
    /// The matter is private, and it is that of a few people.
    Private,
    /// With the others, it would give away one that is hidden.
    Complement,
    /// With a report that was told before, it would give one away.
    Earlier,
}

words! {
    /// To whom a report is told.
    Audience {
        /// Those who work there, and the people themselves.
        Inside = "interne",
        /// Anybody.
        Diffusion = "diffusion",
    }
}

/// How many answers a question must have before anything is said of them inside a structure.
pub const BASE: u64 = 5;

/// The same for anybody (Insee, «secret statistique»).
const BASE_OF_ALL: u64 = 11;

impl Audience {
    /// How many answers a question must have before anything is said of them.
    pub const fn base(self) -> u64 {
        match self {
            Self::Inside => BASE,
            Self::Diffusion => BASE_OF_ALL,
        }
    }
}
