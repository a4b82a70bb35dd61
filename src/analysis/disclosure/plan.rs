//! What will be hidden of each question, decided over the whole report before anything is.
//! Never changes a figure.

use std::collections::{BTreeMap, BTreeSet};

use super::super::report::{Audience, Counted, Figure, OfQuestion, Report, Spread, Why};
use super::{parts, past};
use crate::store::Publication;

/// What is hidden of all the answers to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hidden {
    /// What was answered, not how many did.
    Answers(Why),
    /// How many did too: that would tell what was answered to another question.
    Wholly(Why),
}

impl Hidden {
    pub const fn why(self) -> Why {
        match self {
            Self::Answers(why) | Self::Wholly(why) => why,
        }
    }
}

/// What is hidden of a question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct OfOne {
    pub all: Option<Hidden>,
    /// The parts: their answers, and how many answered.
    pub parts: BTreeMap<String, Why>,
}

/// What is hidden of each question, in the order of the report.
#[derive(Debug)]
pub(super) struct Plan {
    pub questions: Vec<OfOne>,
}

impl Plan {
    pub fn new(report: &Report, audience: Audience, past: &[Publication]) -> Self {
        let base = audience.base();
        let mut plan = Self { questions: Vec::new() };
        for of in &report.questions {
            let is_private = of.question.sensible || of.form.head.sensible;
            let why = of_whole(&of.all, base, is_private).or_else(|| past::of_whole(of, past));
            let hidden = OfOne { all: why.map(Hidden::Answers), ..OfOne::default() };
            plan.questions.push(hidden);
        }
        plan.follow_conditions(report);
        // What is hidden of one question may lead to more of another, and never to less.
        loop {
            let before = plan.questions.clone();
            for (place, of) in report.questions.iter().enumerate() {
                let led = plan.led_to(report, of);
                parts::decide(of, report.split, audience, past, &led, &mut plan.questions[place]);
            }
            plan.follow_conditions(report);
            if plan.questions == before {
                return plan;
            }
        }
    }

    /// Hides wholly each question that is asked only where one that is hidden was answered in some
    /// way: how many were asked it is how many answered so.
    pub fn follow_conditions(&mut self, report: &Report) {
        loop {
            let is_told = |hidden: &OfOne| !matches!(hidden.all, Some(Hidden::Wholly(_)));
            let found = report.questions.iter().zip(&self.questions).position(|(of, hidden)| {
                is_told(hidden) && self.before(report, of).any(|before| before.all.is_some())
            });
            let Some(place) = found else { return };
            self.questions[place].all = Some(Hidden::Wholly(Why::Complement));
        }
    }

    /// What is hidden of the questions that the condition of this one names.
    fn before<'a>(
        &'a self,
        report: &'a Report,
        of: &'a OfQuestion,
    ) -> impl Iterator<Item = &'a OfOne> {
        let condition = of.question.relevant.iter().flat_map(|relevant| relevant.names());
        let names = condition.map(|(name, _)| name);
        let above = of.question.part_of.iter().map(|above| above.name.as_str());
        let names: Vec<&str> = names.chain(above).collect();
        let pairs = report.questions.iter().zip(&self.questions);
        let is_before = move |other: &OfQuestion| {
            other.form.id == of.form.id && names.contains(&other.question.name.as_str())
        };
        pairs.filter(move |(other, _)| is_before(other)).map(|(_, hidden)| hidden)
    }

    /// The parts that are hidden because they are of a question that the condition of this one names.
    fn led_to(&self, report: &Report, of: &OfQuestion) -> BTreeSet<String> {
        self.before(report, of).flat_map(|before| before.parts.keys().cloned()).collect()
    }
}

/// Why the answers of all to a question may not be told.
fn of_whole(counted: &Counted, base: u64, is_private: bool) -> Option<Why> {
    let answered = counted.answered.shown()?;
    let few = |figure: &Figure| figure.shown().is_some_and(|it| (1..base).contains(&it));
    let choices: &[Figure] = match &counted.spread {
        Spread::Choices(choices) => choices,
        Spread::Apart | Spread::Numbers { .. } => &[],
    };
    match () {
        () if answered < base => Some(Why::Few),
        () if is_private && choices.iter().chain(counted.missing.values()).any(few) => {
            Some(Why::Private)
        }
        () => None,
    }
}
