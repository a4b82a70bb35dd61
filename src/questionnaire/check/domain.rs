//! The answers to try for one question, so that trying them all is as good as trying every answer.
//! Never more of them than matter to the conditions looked at.

use super::super::expression::{Function, Node, Operator};
use super::super::{Choice, Kind, Question};

/// The most choices of which every selection is tried.
const MOST_CHOICES: usize = 12;

/// The answers to try.
pub(super) struct Domain {
    /// Each as its text; no answer, `''`, is the first.
    pub values: Vec<String>,
    /// Does trying these settle the matter?
    pub is_exact: bool,
}

impl Domain {
    /// The answers of a question that these conditions tell apart. In the last of them the question
    /// may be named `.`.
    pub fn of<'n>(
        question: &Question,
        is_current: bool,
        conditions: impl Iterator<Item = &'n Node>,
    ) -> Self {
        let mut uses = Uses { name: &question.name, is_current, seen: Seen::default() };
        for condition in conditions {
            uses.look(condition, Place::Alone);
        }
        let seen = uses.seen;
        let (found, is_exact) = match &question.kind {
            Kind::One(choices) => (choices.iter().map(|c| c.name.clone()).collect(), true),
            Kind::Multiple(choices) => selections(choices, &seen),
            Kind::Integer => (seen.integers(), !seen.loosely),
            Kind::Text => (seen.words("autre chose"), !seen.loosely),
            Kind::Date => (seen.words("2000-01-01"), !seen.loosely),
            Kind::Note | Kind::Counts(_) => (Vec::new(), true),
        };
        let mut values = vec![String::new()];
        values.extend(found);
        Self { values, is_exact }
    }
}

/// The selections of a multiple choice: of the choices that are named, and of one that is not; of
/// all of them where they are counted.
fn selections(choices: &[Choice], seen: &Seen) -> (Vec<String>, bool) {
    let free: Vec<&str> =
        choices.iter().filter(|choice| !choice.exclusive).map(|c| c.name.as_str()).collect();
    let mut told_apart: Vec<&str> = free.clone();
    if !seen.counted {
        told_apart.retain(|name| seen.texts.iter().any(|text| text == name));
        told_apart.extend(free.iter().find(|name| !told_apart.contains(name)).copied());
    }
    let is_exact = told_apart.len() <= MOST_CHOICES;
    told_apart.truncate(MOST_CHOICES);
    let alone = choices.iter().filter(|choice| choice.exclusive).map(|c| c.name.clone());
    let several = (1_usize..1 << told_apart.len()).map(|chosen| {
        let taken = told_apart.iter().enumerate().filter(|(at, _)| chosen & (1 << at) != 0);
        taken.map(|(_, name)| *name).collect::<Vec<_>>().join(" ")
    });
    (several.chain(alone).collect(), is_exact)
}

/// What conditions do with a question.
#[derive(Default)]
struct Seen {
    /// The numbers in the conditions.
    numbers: Vec<f64>,
    /// The words in the conditions.
    texts: Vec<String>,
    /// Is it used otherwise than by comparing it with something written out?
    loosely: bool,
    /// Are its choices counted, or is it looked at as a whole?
    counted: bool,
}

impl Seen {
    /// The numbers named, and one between each two: comparisons tell no others apart.
    fn integers(&self) -> Vec<String> {
        let from_words = self.texts.iter().filter_map(|text| text.trim().parse().ok());
        let numbers = self.numbers.iter().copied().chain(from_words).chain([0.0]);
        let near = numbers.flat_map(|number: f64| {
            let whole = number.floor();
            [whole - 1.0, whole, whole + 1.0]
        });
        let mut integers: Vec<String> = near.map(|number| number.to_string()).collect();
        integers.sort();
        integers.dedup();
        integers
    }

    /// The words named, and others that are none of them.
    fn words(&self, others: &str) -> Vec<String> {
        let mut words = self.texts.clone();
        words.extend(self.numbers.iter().map(f64::to_string));
        words.retain(|word| !word.is_empty());
        words.sort();
        words.dedup();
        let mut others = others.to_owned();
        while words.contains(&others) {
            others.push('.');
        }
        words.push(others);
        words
    }
}

/// Where a part of a condition stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// A condition, or a side of `and`, `or`.
    Alone,
    /// Compared with something that is written out.
    Compared,
    /// In a function or a sum: its value matters, and not only which of a few it is.
    Inside,
}

struct Uses<'a> {
    name: &'a str,
    is_current: bool,
    seen: Seen,
}

impl Uses<'_> {
    fn look(&mut self, node: &Node, place: Place) {
        match node {
            Node::Text(text, _) => self.seen.texts.push(text.trim().to_owned()),
            Node::Number(number, _) => self.seen.numbers.push(*number),
            Node::Current(_) if self.is_current => self.met(place),
            Node::Name(name, _) if name == self.name => self.met(place),
            Node::Current(_) | Node::Name(..) => {}
            Node::Negate(inside) => match **inside {
                Node::Number(number, _) => self.seen.numbers.push(-number),
                _ => self.look(inside, Place::Inside),
            },
            Node::Binary(Operator::And | Operator::Or, left, right) => {
                self.look(left, Place::Alone);
                self.look(right, Place::Alone);
            }
            Node::Binary(operator, left, right) => {
                let compares = matches!(
                    operator,
                    Operator::Equal
                        | Operator::NotEqual
                        | Operator::Less
                        | Operator::LessOrEqual
                        | Operator::Greater
                        | Operator::GreaterOrEqual
                );
                for (side, other) in [(left, right), (right, left)] {
                    let place =
                        if compares && is_written(other) { Place::Compared } else { Place::Inside };
                    self.look(side, place);
                }
            }
            Node::Call(function, arguments, _) => {
                for argument in arguments {
                    let place = match function {
                        Function::Not | Function::Selected => Place::Alone,
                        // One of its values, whichever: compared as the whole is.
                        Function::If | Function::Coalesce => place,
                        _ => Place::Inside,
                    };
                    self.look(argument, place);
                }
            }
        }
    }

    fn met(&mut self, place: Place) {
        self.seen.loosely |= place == Place::Inside;
        self.seen.counted |= place != Place::Alone;
    }
}

fn is_written(node: &Node) -> bool {
    match node {
        Node::Text(..) | Node::Number(..) => true,
        Node::Negate(inside) => is_written(inside),
        _ => false,
    }
}
