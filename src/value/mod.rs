//! What a person answered: a value, or one of the eight ways of giving none.
//! Never knows a question, a file or a screen.

mod chance;
mod code;
mod meta;
mod pair;
mod words;

pub use chance::Chance;
pub use code::{Code, Unread};
pub use jiff::civil::Date;
pub use meta::{CONTROLE, Meta};
pub use pair::Pair;
pub(crate) use words::words;

words! {
    /// Why a question has no answer. An empty cell never says it: one of these words does.
    Missing {
        /// The person does not know.
        Nsp = "NSP",
        /// The person does not wish to answer.
        Refus = "REFUS",
        /// The question does not concern the person.
        Nc = "NC",
        /// The person did not understand the question.
        PasCompris = "PAS_COMPRIS",
        /// Passed without a reason, or a box left blank on paper.
        SansReponse = "SANS_REPONSE",
        /// Two boxes ticked on paper where one was asked, or unreadable.
        Illisible = "ILLISIBLE",
        /// Closed by a condition: the question was not asked.
        NonPosee = "NON_POSEE",
        /// The interview stopped before the question.
        NonAtteinte = "NON_ATTEINTE",
    }
}

words! {
    /// What a form was answered on.
    Support {
        /// The screen.
        Ecran = "ecran",
        /// A sheet of paper.
        Papier = "papier",
        /// The telephone.
        Telephone = "telephone",
    }
}

impl Missing {
    /// Was the question not put to the person at all?
    pub const fn is_unasked(self) -> bool {
        matches!(self, Self::NonPosee | Self::NonAtteinte)
    }

    /// The reasons a person may give when passing a question, in the order they are offered.
    /// `Nc` is among them only where it can be true.
    pub fn reasons(can_be_not_concerned: bool) -> impl Iterator<Item = Self> {
        [Self::Nsp, Self::Refus, Self::PasCompris, Self::Nc]
            .into_iter()
            .filter(move |reason| *reason != Self::Nc || can_be_not_concerned)
    }
}

/// What was given in reply to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// The name of the one choice taken.
    Choice(String),
    /// The names of the choices taken, in the order of the question.
    Choices(Vec<String>),
    /// A whole number.
    Integer(i64),
    /// Words, on one line.
    Text(String),
    /// A day.
    Date(Date),
    /// A note was read: it asks for nothing.
    Read,
}

/// The reply to a question: a value, or the reason why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Something was given.
    Given(Value),
    /// Nothing was, for this reason.
    None(Missing),
}

impl From<Value> for Answer {
    fn from(value: Value) -> Self {
        Self::Given(value)
    }
}

impl From<Missing> for Answer {
    fn from(missing: Missing) -> Self {
        Self::None(missing)
    }
}

/// A day as people and spreadsheets write it: `2026-11-22`, `22/11/2026` or `22-11-2026`.
pub fn read_day(value: &str) -> Option<Date> {
    if let Ok(date) = value.parse::<Date>() {
        return Some(date);
    }
    let separator = if value.contains('/') { '/' } else { '-' };
    let mut parts = value.split(separator).map(str::parse::<i16>);
    let (day, month, year) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
    if parts.next().is_some() || year < 1000 {
        return None;
    }
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_people_write_it() {
        assert_eq!(read_day("2026-11-22"), Some(Date::constant(2026, 11, 22)));
        assert_eq!(read_day("22/11/2026"), Some(Date::constant(2026, 11, 22)));
        assert_eq!(read_day("22-11-2026"), Some(Date::constant(2026, 11, 22)));
        for wrong in ["31/02/2026", "22/11/26", "22-11-26", "hier", "2026-13-01", "1/2/3/4"] {
            assert_eq!(read_day(wrong), None, "{wrong}");
        }
    }
}
