//! Interviews that nobody gave: answers drawn from a seed, accepted by a real session.
//! Never an answer that a person could not give, and never chance of its own.

use std::sync::Arc;

use jiff::ToSpan;

use super::{Finished, Place, Session};
use crate::questionnaire::{Choice, Kind, NotConcerned, Question, Questionnaire};
use crate::value::{Answer, Chance, Date, Missing, Support, Value};

/// How often, in a thousand questions asked, each reason for no answer is given.
pub const NSP: u32 = 30;
/// See [`NSP`].
pub const REFUS: u32 = 20;
/// See [`NSP`].
pub const PAS_COMPRIS: u32 = 10;
/// See [`NSP`]; only of the questions where it can be true.
pub const NC: u32 = 50;
/// See [`NSP`]; only on paper, where something is ticked.
pub const ILLISIBLE: u32 = 10;
/// See [`NSP`]; of the questions where something is ticked, or a number or a day written.
pub const SANS_REPONSE: u32 = 20;
/// See [`NSP`]; of the questions that ask for words.
pub const SANS_TEXTE: u32 = 300;

/// How many interviews of a thousand stop before their end.
pub const INTERRUPTED: u32 = 20;

/// The first day of the season in which everything is invented: rows must not depend on the day
/// when they are made.
pub const SEASON: Date = Date::constant(2025, 9, 1);

/// How many days it has.
const DAYS: u32 = 365;

/// How often an answer is drawn before the question is passed: a constraint may be narrow.
const DRAWS: usize = 600;

/// What a number is drawn below, first the most likely; the last holds in most constraints.
const BELOW: [u32; 6] = [13, 31, 4, 121, 1501, 1];

/// How many choices of a hundred are taken in a multiple choice, and how often the exclusive one.
const TAKEN: u32 = 350;
const EXCLUSIVE: u32 = 150;

/// Words that nobody will take for a person's.
const TEXTS: [&str; 12] = [
    "phrase inventée : rien à changer",
    "phrase inventée : plus de temps",
    "phrase inventée : j'ose essayer",
    "phrase inventée, d'accord, et même deux : c'est bien",
    "phrase inventée : « un mot entre guillemets »",
    "phrase inventée : la chaise grince",
    "phrase inventée : encore une séance, s'il vous plaît",
    "phrase inventée : je ne sais pas trop",
    "phrase inventée : le café est froid",
    "phrase inventée : j'écris à ma sœur",
    "phrase inventée : moins de bruit",
    "phrase inventée : à refaire l'an prochain",
];

/// Invents interviews of one form.
#[derive(Clone, Debug)]
pub struct Inventor {
    form: Arc<Questionnaire>,
    /// How much each choice of each question weighs.
    weights: Vec<Vec<u32>>,
}

/// Somebody invented who answers more than one form: the same on leaving as on arriving, but for
/// what changed.
#[derive(Clone, Debug)]
pub struct Person {
    /// What the person is like.
    pub chance: Chance,
    /// What became of the person since arriving.
    pub change: Change,
}

/// What becomes of somebody's answers on a scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// They stay as they were.
    None,
    /// They are one step higher, where there is one.
    StepUp,
}

impl Inventor {
    /// Invents answers to this form. How likely each choice is follows from the seed and the name of
    /// the question: the same in every form that asks it.
    pub fn new(form: Arc<Questionnaire>, seed: &Chance) -> Self {
        let weights = |question: &Arc<Question>| {
            let mut chance = seed.named("weights").named(&question.name);
            question.kind.choices().iter().map(|_| 1 + chance.below(4)).collect()
        };
        let weights = form.questions.iter().map(weights).collect();
        Self { form, weights }
    }

    /// The form.
    pub fn form(&self) -> &Arc<Questionnaire> {
        &self.form
    }

    /// One interview. What `person` would take among single choices is theirs; all else is drawn.
    pub fn interview(
        &self,
        chance: &mut Chance,
        support: Support,
        person: Option<&Person>,
    ) -> Finished {
        let mut session = Session::new(Arc::clone(&self.form));
        let asking = self.form.questions.iter().filter(|question| question.asks()).count();
        let stops = chance.happens(INTERRUPTED);
        let stop = if stops { 1 + chance.place(asking) } else { usize::MAX };
        let mut given = 0;
        while let Place::Question(index) = session.place() {
            let question = &self.form.questions[index];
            if !question.asks() {
                let read = session.give(Value::Read);
                debug_assert_eq!(read, Ok(()));
                continue;
            }
            if given == stop {
                return session.interrupt();
            }
            given += 1;
            if let Some(missing) = missing(question, support, chance) {
                let accepted = session.give(missing);
                debug_assert_eq!(accepted, Ok(()), "{}", question.name);
                continue;
            }
            let accepted = (0..DRAWS).any(|draw| {
                let person = person.filter(|_| draw == 0);
                session.give(self.value(index, draw, chance, person)).is_ok()
            });
            if !accepted {
                _ = session.give(Missing::SansReponse);
            }
        }
        session.finish().unwrap_or_else(|| session.interrupt())
    }

    fn value(
        &self,
        index: usize,
        draw: usize,
        chance: &mut Chance,
        person: Option<&Person>,
    ) -> Answer {
        let question = &self.form.questions[index];
        let weights = &self.weights[index];
        match &question.kind {
            Kind::One(choices) => {
                let at = match person {
                    None => weighted(weights, chance),
                    Some(person) => {
                        let at = weighted(weights, &mut person.chance.named(&question.name));
                        match person.change {
                            Change::StepUp if is_ordered(choices) => {
                                (at + 1).min(choices.len() - 1)
                            }
                            Change::StepUp | Change::None => at,
                        }
                    }
                };
                Value::Choice(choices[at].name.clone())
            }
            Kind::Multiple(choices) => Value::Choices(several(choices, chance)),
            Kind::Integer => {
                let below = BELOW[draw * BELOW.len() / DRAWS];
                Value::Integer(i64::from(chance.below(below)))
            }
            Kind::Date => Value::Date(day(chance.below(DAYS))),
            Kind::Text => Value::Text(text(chance)),
            Kind::Note | Kind::Counts(_) => Value::Read,
        }
        .into()
    }
}

/// The reason why this question is not answered, if it is not.
fn missing(question: &Question, support: Support, chance: &mut Chance) -> Option<Missing> {
    let words = matches!(question.kind, Kind::Text);
    let shares = [
        (Missing::Nsp, NSP),
        (Missing::Refus, REFUS),
        (Missing::PasCompris, PAS_COMPRIS),
        (Missing::SansReponse, if words { SANS_TEXTE } else { SANS_REPONSE }),
        (Missing::Nc, if question.nc == NotConcerned::No { 0 } else { NC }),
        (Missing::Illisible, if words || support != Support::Papier { 0 } else { ILLISIBLE }),
    ];
    let mut drawn = chance.below(1000);
    for (missing, share) in shares {
        if drawn < share {
            return Some(missing);
        }
        drawn -= share;
    }
    None
}

/// The place of one choice, each as likely as it weighs.
fn weighted(weights: &[u32], chance: &mut Chance) -> usize {
    let mut drawn = chance.below(weights.iter().sum());
    weights
        .iter()
        .position(|weight| {
            let here = drawn < *weight;
            drawn = drawn.saturating_sub(*weight);
            here
        })
        .unwrap_or(0)
}

/// Are the choices steps of a scale? Then their names are whole numbers.
pub fn is_ordered(choices: &[Choice]) -> bool {
    choices.iter().all(|choice| choice.name.parse::<i32>().is_ok())
}

/// The names of some choices, at least one; the exclusive one alone.
fn several(choices: &[Choice], chance: &mut Chance) -> Vec<String> {
    let alone = choices.iter().find(|choice| choice.exclusive);
    if let Some(alone) = alone.filter(|_| chance.happens(EXCLUSIVE)) {
        return vec![alone.name.clone()];
    }
    let others: Vec<&Choice> = choices.iter().filter(|choice| !choice.exclusive).collect();
    let sure = chance.place(others.len());
    let taken = |at: usize, chance: &mut Chance| at == sure || chance.happens(TAKEN);
    let mut names = Vec::new();
    for (at, choice) in others.iter().enumerate() {
        if taken(at, chance) {
            names.push(choice.name.clone());
        }
    }
    names
}

fn text(chance: &mut Chance) -> String {
    if chance.happens(500) {
        format!("texte inventé {}", 1 + chance.below(999))
    } else {
        chance.one(&TEXTS).copied().unwrap_or_default().to_owned()
    }
}

/// A day of the season, by its number from 0.
pub fn day(number: u32) -> Date {
    SEASON.saturating_add(i64::from(number.min(DAYS - 1)).days())
}
