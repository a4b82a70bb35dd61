//! What counts as better in the answers to a question: its steps, or the choices that an indicator
//! counts.
//! Never a direction that nobody declared.

use crate::questionnaire::{Indicateur, Kind, Mesure, Question, Tree};
use crate::session::is_ordered;

/// Which way is better on a scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Better {
    /// Up: the indicators count the upper end.
    Up,
    /// Down: they count the lower end.
    Down,
    /// No indicator says: higher and lower is all that can be told.
    Unsaid,
}

/// How two answers to a question are compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Step by step on a scale, or as whole numbers.
    Steps(Better),
    /// By whether the answer is one of those that an indicator counts: by place among the choices.
    Favourable(Vec<bool>),
}

impl Measure {
    /// How answers to this question are compared; none where nothing in them is better or more. The
    /// référentiel's own indicators go before the common ones.
    pub fn of(question: &Question, tree: Option<Tree<'_>>) -> Option<Self> {
        let choices = question.kind.choices();
        let sets = tree.map_or_else(Vec::new, |tree| {
            let own = sets(question, &tree.referentiel.indicateurs);
            let core = || tree.core.map_or_else(Vec::new, |core| sets(question, &core.indicateurs));
            if own.is_empty() { core() } else { own }
        });
        match &question.kind {
            Kind::Integer => Some(Self::Steps(Better::Unsaid)),
            Kind::One(_) if choices.len() > 1 && is_ordered(choices) => {
                let steps = steps(question);
                let ends: Vec<Option<Better>> = sets.iter().map(|set| end(&steps, set)).collect();
                match (&ends[..], &sets[..]) {
                    ([None], [set]) => Some(Self::Favourable(set.clone())),
                    ([Some(first), others @ ..], _)
                        if others.iter().all(|other| *other == Some(*first)) =>
                    {
                        Some(Self::Steps(*first))
                    }
                    _ => Some(Self::Steps(Better::Unsaid)),
                }
            }
            Kind::One(_) | Kind::Multiple(_) => match &sets[..] {
                [set] => Some(Self::Favourable(set.clone())),
                _ => None,
            },
            Kind::Text | Kind::Date | Kind::Note | Kind::Counts(_) => None,
        }
    }
}

/// What each choice of a question is worth, where its answers are compared so: its step, or 1 where it
/// counts; nothing of numbers, which are worth what they are.
pub fn worth(question: &Question, measure: &Measure) -> Vec<i64> {
    match (&question.kind, measure) {
        (Kind::One(_) | Kind::Multiple(_), Measure::Favourable(counts)) => {
            counts.iter().map(|counts| i64::from(*counts)).collect()
        }
        (Kind::One(_), Measure::Steps(_)) => {
            steps(question).into_iter().map(|step| i64::try_from(step).unwrap_or(0)).collect()
        }
        _ => Vec::new(),
    }
}

/// The step of each choice of a scale, from 0.
fn steps(question: &Question) -> Vec<usize> {
    let choices = question.kind.choices().iter();
    let numbers: Vec<i32> = choices.filter_map(|choice| choice.name.parse().ok()).collect();
    let below = |number: &i32| numbers.iter().filter(|other| *other < number).count();
    numbers.iter().map(below).collect()
}

/// The different sets of choices that indicators count of this question.
fn sets(question: &Question, indicators: &[Indicateur]) -> Vec<Vec<bool>> {
    let name = &question.defined().name;
    let mut sets = Vec::new();
    for indicator in indicators {
        if indicator.mesure != Mesure::Part || !indicator.questions.contains(name) {
            continue;
        }
        let choices = question.kind.choices().iter();
        let set: Vec<bool> =
            choices.map(|choice| indicator.favorable.contains(&choice.name)).collect();
        if set.contains(&true) && set.contains(&false) && !sets.contains(&set) {
            sets.push(set);
        }
    }
    sets
}

/// At which end of the scale the choices that count are; none where they are in its middle.
fn end(steps: &[usize], set: &[bool]) -> Option<Better> {
    let of = |counted: bool| {
        let steps = steps.iter().zip(set).filter(move |(_, counts)| **counts == counted);
        steps.map(|(step, _)| *step)
    };
    if of(true).min() > of(false).max() {
        Some(Better::Up)
    } else if of(true).max() < of(false).min() {
        Some(Better::Down)
    } else {
        None
    }
}
