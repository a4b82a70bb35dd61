//! What may be told of what changed: of enough pairs, and of private matters not that of a few people.
//! Never who moved from which answer to which.

use super::super::change::{Answered, Dropped};
use super::super::report::{Audience, Counted, OfQuestion, OfShift, Report, Spread, Why};
use super::FLOOR;
use super::past::{self, Place, each_shift};
use super::plan::{Hidden, Plan};
use crate::questionnaire::Moment;
use crate::store::Publication;

/// Why each change is not told, in the order of the report.
pub(super) fn hidden(
    report: &Report,
    audience: Audience,
    past: &[Publication],
) -> Vec<Option<Why>> {
    let mut hidden = Vec::new();
    each_shift(report, |place, of| hidden.push(why(report, audience, &place, of, past)));
    hidden
}

fn why(
    report: &Report,
    audience: Audience,
    place: &Place<'_>,
    of: &OfShift,
    past: &[Publication],
) -> Option<Why> {
    let shift = of.shift.as_ref().ok()?;
    let mut heads = report.referentiels.iter().map(|of| &of.head);
    let is_sensible = heads.any(|head| head.id == place.referentiel && head.sensible);
    let parts = [shift.better(), shift.same(), shift.worse()].map(|part| part.count as u64);
    let is_below = |least: u64| parts.iter().any(|part| (1..least).contains(part));
    match () {
        () if (shift.pairs() as u64) < audience.base() => Some(Why::Few),
        () if (is_sensible || of.question.sensible) && is_below(audience.base()) => {
            Some(Why::Private)
        }
        // Who works there knows them, and whom the workshop was good for is why they ask.
        () if audience == Audience::Diffusion && is_below(FLOOR) => Some(Why::Complement),
        () if past::of_shift(place, shift, past) => Some(Why::Earlier),
        () => None,
    }
}

/// Hides what was answered later where a change that is hidden would be found from what was answered
/// at both ends.
pub(super) fn protect(report: &Report, shifts: &[Option<Why>], plan: &mut Plan) {
    let mut place = 0;
    let mut found = Vec::new();
    for cohort in &report.changes.cohorts {
        for evolution in &cohort.evolutions {
            for of in &evolution.shifts {
                let is_hidden = shifts.get(place).is_some_and(Option::is_some);
                place += 1;
                if !is_hidden {
                    continue;
                }
                let at = |moment: Moment| {
                    let of_moment = move |(_, other): &(usize, &OfQuestion)| {
                        other.form.head.id == cohort.referentiel
                            && other.form.role == cohort.role
                            && other.form.moment == moment
                            && other.question.name == of.question.name
                    };
                    report.questions.iter().enumerate().filter(of_moment)
                };
                for (_, entry) in at(Moment::Entree) {
                    let later = at(evolution.to);
                    found.extend(
                        later
                            .filter(|(_, later)| tells(&entry.all, &later.all))
                            .map(|(place, _)| place),
                    );
                }
            }
        }
    }
    for place in found {
        plan.questions[place].all.get_or_insert(Hidden::Answers(Why::Complement));
    }
    plan.follow_conditions(report);
}

/// Do the answers at both ends tell how many went up, or down, were all people the same?
fn tells(entry: &Counted, later: &Counted) -> bool {
    let counts = |counted: &Counted| -> Vec<u64> {
        match &counted.spread {
            Spread::Choices(figures) => {
                figures.iter().map(|it| it.shown().unwrap_or_default()).collect()
            }
            Spread::Apart | Spread::Numbers { .. } => Vec::new(),
        }
    };
    let is_told = |indicator: &String| {
        let both = entry.share(indicator).zip(later.share(indicator));
        // Two places: those who took no answer that counts, and those who did.
        let places = |(taken, of): (u64, u64)| [of.saturating_sub(taken), taken];
        both.is_some_and(|(entry, later)| tell(&places(entry), &places(later)))
    };
    entry.favorable.keys().any(is_told) || tell(&counts(entry), &counts(later))
}

/// The same of how many were at each place.
fn tell(entry: &[u64], later: &[u64]) -> bool {
    let people = entry.iter().sum::<u64>().min(later.iter().sum());
    if people == 0 {
        return false;
    }
    // As many as can have gone up, and as few: all but those who can have stayed or gone down.
    let up = (most(entry, later, 1), people.saturating_sub(most(later, entry, 0)));
    let down = (most(later, entry, 1), people.saturating_sub(most(entry, later, 0)));
    up.0 == up.1 || down.0 == down.1
}

/// How many people at the most can be at a place of the first and at least so many places higher in
/// the second: the lowest are put together with the lowest that are high enough.
fn most(low: &[u64], high: &[u64], steps: usize) -> u64 {
    let (mut waiting, mut found) = (0, 0);
    for (place, count) in high.iter().enumerate() {
        if let Some(more) = place.checked_sub(steps).and_then(|place| low.get(place)) {
            waiting += more;
        }
        let taken = waiting.min(*count);
        waiting -= taken;
        found += taken;
    }
    found
}

/// Takes away what is hidden, and of what is told whatever crosses one moment with the other.
pub(super) fn hide(report: &mut Report, shifts: &[Option<Why>]) {
    let evolutions = report.changes.cohorts.iter_mut().flat_map(|cohort| &mut cohort.evolutions);
    for (of, why) in evolutions.flat_map(|evolution| &mut evolution.shifts).zip(shifts) {
        match (why, &mut of.shift) {
            (Some(why), _) => of.shift = Err(*why),
            (None, Ok(shift)) => {
                (shift.entry, shift.later) = (Answered::default(), Answered::default());
                shift.dropped = Dropped { people: shift.dropped.people, ..Dropped::default() };
                shift.moves = Vec::new();
            }
            (None, Err(_)) => {}
        }
    }
}
