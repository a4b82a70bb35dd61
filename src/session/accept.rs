//! Accepting an answer, or saying why not.
//! Never changes the session: it hands back the answer as it will be kept.

use unicode_segmentation::UnicodeSegmentation;

use super::private::{Private, private};
use super::{Session, text};
use crate::questionnaire::{Choice, Kind, Label, NotConcerned, Question};
use crate::value::{Answer, Missing, Value, read_day};

/// The longest text kept, in characters as a reader counts them.
pub const LONGEST_TEXT: usize = 280;

/// Why an answer is not accepted. The facts only: `locale` words them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No question is waiting.
    NothingAsked,
    /// The answer is of another kind than the question asks for.
    WrongKind,
    /// Nothing was chosen or written.
    Empty,
    /// The question has no such choice.
    NotAChoice(String),
    /// The exclusive choice was taken together with others.
    Exclusive,
    /// The reason cannot be given here.
    NotAReason(Missing),
    /// What was typed is no whole number.
    NotANumber,
    /// What was typed is no day.
    NotADay,
    /// The text is too long: its length, in characters as a reader counts them.
    TooLong(usize),
    /// The text is exactly the code of a reason for no answer.
    Reserved(Missing),
    /// The constraint of the question does not hold; its own words, where it has some.
    Constraint(Option<Label>),
    /// The answer can be kept, once the person has confirmed it.
    ToConfirm(Doubt),
}

/// Why an answer is kept only once it is confirmed. The facts only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// The answer is unusual; the question's own words of it, where it has some.
    Attention(Option<Label>),
    /// The words hold something by which a person could be found.
    Private(Private),
}

pub(super) fn accept(session: &Session, index: usize, answer: Answer) -> Result<Answer, Refusal> {
    let question = &session.form().questions[index];
    let value = match answer {
        Answer::None(missing) => return reason(question, missing).map(Answer::None),
        Answer::Given(value) => value,
    };
    let value = match (&question.kind, value) {
        (Kind::One(choices), Value::Choice(name)) => {
            known(choices, &name)?;
            Value::Choice(name)
        }
        (Kind::Multiple(choices), Value::Choices(names)) => several(choices, &names)?,
        (Kind::Integer, Value::Integer(number)) => Value::Integer(number),
        (Kind::Date, Value::Date(date)) => Value::Date(date),
        (Kind::Text, Value::Text(words)) => Value::Text(line(&words)?),
        (Kind::Note, Value::Read) => Value::Read,
        (
            Kind::One(_)
            | Kind::Multiple(_)
            | Kind::Integer
            | Kind::Date
            | Kind::Text
            | Kind::Note
            | Kind::Counts(_),
            _,
        ) => return Err(Refusal::WrongKind),
    };
    if let Some(constraint) = &question.constraint
        && !constraint.holds(&text(&value), &|name| session.text_of(name))
    {
        return Err(Refusal::Constraint(question.constraint_message.clone()));
    }
    Ok(Answer::Given(value))
}

/// Why an accepted answer is to be confirmed; nothing where there is no doubt.
pub(super) fn doubt(session: &Session, index: usize, answer: &Answer) -> Option<Doubt> {
    let question = &session.form().questions[index];
    let Answer::Given(value) = answer else { return None };
    if let Value::Text(words) = value
        && let Some(found) = private(words)
    {
        return Some(Doubt::Private(found));
    }
    let usual = question
        .attention
        .as_ref()
        .is_none_or(|attention| attention.holds(&text(value), &|name| session.text_of(name)));
    (!usual).then(|| Doubt::Attention(question.attention_message.clone()))
}

/// The answer that words stand for, as they are typed, or written in a row or a file of answers;
/// nothing where they are blank. That it is one of the question's is not known before it is accepted.
pub fn read_answer(question: &Question, written: &str) -> Result<Option<Answer>, Refusal> {
    let written = written.trim();
    let value = match question.kind {
        Kind::Note => Value::Read,
        _ if written.is_empty() => return Ok(None),
        Kind::One(_) => Value::Choice(written.to_owned()),
        Kind::Multiple(_) => {
            Value::Choices(written.split_whitespace().map(str::to_owned).collect())
        }
        Kind::Integer => Value::Integer(written.parse().map_err(|_| Refusal::NotANumber)?),
        Kind::Date => Value::Date(read_day(written).ok_or(Refusal::NotADay)?),
        Kind::Text => Value::Text(written.to_owned()),
        Kind::Counts(_) => return Err(Refusal::WrongKind),
    };
    Ok(Some(value.into()))
}

fn reason(question: &Question, missing: Missing) -> Result<Missing, Refusal> {
    let can_be = match missing {
        Missing::Nsp
        | Missing::Refus
        | Missing::PasCompris
        | Missing::SansReponse
        | Missing::Illisible => question.asks(),
        Missing::Nc => question.nc != NotConcerned::No,
        // These follow from the course of the interview; nobody gives them.
        Missing::NonPosee | Missing::NonAtteinte => false,
    };
    if can_be { Ok(missing) } else { Err(Refusal::NotAReason(missing)) }
}

fn known<'a>(choices: &'a [Choice], name: &str) -> Result<&'a Choice, Refusal> {
    let found = choices.iter().find(|choice| choice.name == name);
    found.ok_or_else(|| Refusal::NotAChoice(name.to_owned()))
}

/// The choices taken, in the order of the question, each once.
fn several(choices: &[Choice], names: &[String]) -> Result<Value, Refusal> {
    let mut exclusive = false;
    for name in names {
        exclusive |= known(choices, name)?.exclusive;
    }
    let taken: Vec<String> = choices
        .iter()
        .filter(|choice| names.contains(&choice.name))
        .map(|choice| choice.name.clone())
        .collect();
    match taken.len() {
        0 => Err(Refusal::Empty),
        1 => Ok(Value::Choices(taken)),
        _ if exclusive => Err(Refusal::Exclusive),
        _ => Ok(Value::Choices(taken)),
    }
}

/// A text as it is kept: one line, no control character, no blank at its ends.
fn line(words: &str) -> Result<String, Refusal> {
    let visible = |c: char| if c.is_control() { ' ' } else { c };
    let spaced: String = words.chars().map(visible).collect();
    let kept = spaced.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let length = kept.graphemes(true).count();
    if kept.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    if length > LONGEST_TEXT {
        return Err(Refusal::TooLong(length));
    }
    // A row would read it as the reason and not as words.
    if let Some(missing) = Missing::from_word(&kept) {
        return Err(Refusal::Reserved(missing));
    }
    Ok(kept)
}
