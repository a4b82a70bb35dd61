//! The rules about meaning that a definition file is held against, each with its stable code.
//! Never finds where one is broken: the loader (expressions) and `check` do.

use crate::value::words;

/// What a message about a broken rule names: the name of the argument, and what it says. `nearest`,
/// where there is one, is the name that was probably meant.
pub type Facts = Vec<(&'static str, Fact)>;

/// One fact of a problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// A name, or words of the file.
    Text(String),
    /// How many.
    Number(usize),
}

impl From<&str> for Fact {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Fact {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Fact {
    fn from(number: usize) -> Self {
        Self::Number(number)
    }
}

words! {
    /// A rule, by its code: `E` must be mended, `W` may be accepted with a reason.
    Rule {
        /// `parmi` names something else than a question asking for a whole number.
        CountedAmong = "E034",
        /// A condition compares with a choice that the question does not have.
        NoSuchChoice = "E060",
        /// `=` on a multiple choice, which is a list.
        EqualsMultiple = "E061",
        /// Smaller or greater, on words or days.
        OrderOfWords = "E062",
        /// Arithmetic on words or days.
        ArithmeticOnWords = "E063",
        /// A function that wants a question with choices, on another.
        WantsChoices = "E065",
        /// A question without an answer of its own in a condition: a note, a group count.
        HasNoAnswer = "E066",
        /// `.` where there is no answer yet.
        NoCurrentAnswer = "E067",
        /// A question that no course of the form asks.
        NeverAsked = "E070",
        /// A constraint that no answer satisfies.
        NeverSatisfied = "E071",
        /// A published name that now means something else.
        Repurposed = "E080",
        /// A form that changed under the same version.
        SameVersion = "E081",
        /// A core question of the disk that is not the built-in one any more.
        CoreReworded = "E082",
        /// A scale that no question uses.
        UnusedScale = "W100",
        /// A criterion without an indicator.
        UnusedCriterion = "W101",
        /// A question in no form.
        UnusedQuestion = "W102",
        /// An indicator of which no question is asked.
        UnfedIndicator = "W103",
        /// Something kept in reserve that is used.
        ReserveUsed = "W104",
        /// A text that lacks one of the languages of the file.
        MissingTranslation = "W106",
        /// A text that says «vous» in a form that says «tu».
        MissingTu = "W107",
        /// A constraint that does not say what is wrong, or an attention that does not say why.
        MissingMessage = "W108",
        /// A condition that always holds.
        AlwaysTrue = "W110",
        /// A part of a condition that never changes anything.
        IdlePart = "W111",
        /// Asked on arriving, and never again.
        Twin = "W120",
        /// A scale with more answers on one side than on the other.
        Asymmetric = "W121",
        /// A cause inside the question.
        Loaded = "W122",
        /// A midpoint, or an ending in parentheses.
        Midpoint = "W123",
        /// An exit form without an opening for what is wrong.
        NoOpening = "W124",
        /// What changed, asked before what should change.
        OpeningLate = "W125",
        /// Two ideas in one question.
        TwoIdeas = "W126",
        /// A long sentence.
        LongSentence = "W127",
        /// Two negations in one sentence.
        DoubleNegation = "W128",
        /// A form with too many questions.
        TooMany = "W129",
        /// A warning accepted that nothing gives.
        IdleAcceptance = "W130",
        /// A core question under another name.
        CoreTwin = "W131",
        /// Words asked for, and no consent to quote after the last of them.
        NoConsent = "W132",
        /// A published question said in other words, or offering its answers otherwise.
        Reworded = "W133",
    }
}
