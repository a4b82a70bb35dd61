//! What must not be told is hidden: once, last, in this one place.
//! Never brings back what was hidden before.

use std::ops::Deref;

use super::report::{Audience, Counted, Figure, OfQuestion, Report, Spread, Why};

/// A report as it may be told to an audience. Only [`disclose`] makes one, nothing changes it, and
/// whatever tells figures takes one: so none is told that was not looked at here.
#[derive(Clone, Debug, PartialEq)]
pub struct Disclosed {
    report: Report,
    audience: Audience,
}

impl Disclosed {
    /// To whom it may be told.
    pub const fn audience(&self) -> Audience {
        self.audience
    }
}

impl Deref for Disclosed {
    type Target = Report;

    fn deref(&self) -> &Report {
        &self.report
    }
}

/// The report as it may be told to this audience. A question that too few people answered keeps only
/// how many they are; one that touches private matters keeps no figure that is that of a few people.
#[must_use]
pub fn disclose(mut report: Report, audience: Audience) -> Disclosed {
    let base = audience.base();
    for of in &mut report.questions {
        let is_private = is_private(of);
        let parts = of.parts.values_mut();
        for counted in std::iter::once(&mut of.all).chain(parts) {
            if let Some(why) = why(counted, base, is_private) {
                hide(counted, why);
            }
        }
    }
    let cohorts = report.changes.cohorts.iter_mut();
    for cohort in cohorts {
        let is_sensible = report
            .referentiels
            .iter()
            .any(|of| of.head.id == cohort.referentiel && of.head.sensible);
        for of in cohort.evolutions.iter_mut().flat_map(|evolution| &mut evolution.shifts) {
            let Ok(shift) = &of.shift else { continue };
            let parts = [shift.better(), shift.same(), shift.worse()].map(|part| part.count as u64);
            let is_private = is_sensible || of.question.sensible;
            if (shift.pairs() as u64) < base {
                of.shift = Err(Why::Few);
            } else if is_private && parts.iter().any(|part| (1..base).contains(part)) {
                of.shift = Err(Why::Private);
            }
        }
    }
    Disclosed { report, audience }
}

fn is_private(of: &OfQuestion) -> bool {
    of.question.sensible || of.form.head.sensible
}

/// Why the answers to a question may not be told.
fn why(counted: &Counted, base: u64, is_private: bool) -> Option<Why> {
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

/// Hides what was answered; how many did stays.
fn hide(counted: &mut Counted, why: Why) {
    match &mut counted.spread {
        Spread::Apart => {}
        Spread::Choices(figures) => figures.iter_mut().for_each(|figure| figure.hide(why)),
        Spread::Numbers { sum, median } => {
            sum.hide(why);
            if let Some(median) = median {
                median.hide(why);
            }
        }
    }
    let reasons = counted.missing.values_mut();
    reasons.chain(counted.favorable.values_mut()).for_each(|figure| figure.hide(why));
}
