//! What must not be told is hidden: once, last, in this one place.
//! Never brings back what was hidden before.

use super::{Audience, Counted, OfQuestion, Report, Spread, Why};

/// The report as it may be told to this audience. A question that too few people answered keeps only
/// how many they are; one that touches private matters keeps no figure that is that of a few people.
#[must_use]
pub fn disclose(mut report: Report, audience: Audience) -> Report {
    report.audience = Some(audience);
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
    report
}

fn is_private(of: &OfQuestion) -> bool {
    of.question.sensible || of.form.head.sensible
}

/// Why the answers to a question may not be told.
fn why(counted: &Counted, base: u64, is_private: bool) -> Option<Why> {
    let answered = counted.answered.shown()?;
    let few = |figure: &super::Figure| figure.shown().is_some_and(|it| (1..base).contains(&it));
    let choices: &[super::Figure] = match &counted.spread {
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
