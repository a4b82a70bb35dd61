//! What was published before, beside what would be now: how far they are apart.
//! Never an answer: of a table that was told only how many it was of, and what tells it from others.
//!
//! Who has two reports takes one from the other. What differs is then a table too: that of the people
//! who came, or went, in between. It is of five people at the least, or the second report does not
//! tell it.

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};

use super::super::change::Shift;
use super::super::crosstab::Axis;
use super::super::report::{BASE, By, Counted, OfCross, OfQuestion, OfShift, Report, Table, Why};
use crate::store::Publication;

/// What a crossed table was parted by, with the other side.
const CROSSED: &str = "croisement";

/// By how many people two tables that are told must differ.
const LEAST: u64 = BASE;

/// Why the answers of all may not be told, after what was published.
pub(super) fn of_whole(of: &OfQuestion, past: &[Publication]) -> Option<Why> {
    let now = of_question(of, "", "", &of.all);
    let is_close = told_before(&now, past).any(|then| is_too_close(&now, then));
    is_close.then_some(Why::Earlier)
}

/// What was published before of the parts of a question leaves to the parts of now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Leaves {
    /// They are what they were, or all are far from it: as if nothing had been published.
    All,
    /// Some are close to what they were: who knows of one part that nobody came there takes it away
    /// from what is told of the others.
    Whole,
    /// The same, and only one part changed: what is told of all would tell it.
    Nothing,
}

/// What may be told of a question by parts, after what was published of its parts.
pub(super) fn of_parts(of: &OfQuestion, by: By, past: &[Publication]) -> Leaves {
    let now = of_question(of, "", "", &of.all);
    let key = |of: &Publication| [&of.form, &of.question, &of.fingerprint].map(String::clone);
    let is_of_parts = |then: &&Publication| !then.by.is_empty() && key(then) == key(&now);
    let past: Vec<&Publication> = past.iter().filter(is_of_parts).collect();
    if past.is_empty() {
        return Leaves::All;
    }
    // Of two ways to part the same people, one may be a part of the other.
    if past.iter().any(|then| then.by != by.word()) {
        return Leaves::Whole;
    }
    let names: BTreeSet<&String> =
        past.iter().map(|then| &then.part).chain(of.parts.keys()).collect();
    let (mut changed, mut is_far) = (0, true);
    for name in names {
        let counted = of.parts.get(name);
        let now = counted.map(|counted| of_question(of, by.word(), name, counted));
        let answered = now.as_ref().map_or(0, |now| now.answered);
        let mut then = past.iter().filter(|then| then.part == *name);
        is_far &= answered >= LEAST || counted.is_none();
        is_far &= then.clone().all(|then| answered.abs_diff(then.answered) >= LEAST);
        let last = then.next_back();
        let is_as_it_was = now.zip(last).is_some_and(|(now, then)| {
            let figures = (&now.answers, &now.missing);
            (now.eligible, now.answered) == (then.eligible, then.answered)
                && (then.answers.is_empty() || figures == (&then.answers, &then.missing))
        });
        changed += usize::from(!is_as_it_was);
    }
    match changed {
        0 => Leaves::All,
        _ if is_far => Leaves::All,
        1 => Leaves::Nothing,
        _ => Leaves::Whole,
    }
}

/// May what changed in the answers to a question not be told, after what was published?
pub(super) fn of_shift(place: &Place<'_>, shift: &Shift, past: &[Publication]) -> bool {
    let now = of_change(place, shift);
    told_before(&now, past).any(|then| is_too_close(&now, then))
}

/// May a crossed table not be told, after what was published? It is told again only as it was: what
/// few people added to a cell would be told by taking one from the other. And none of its questions was
/// told by other parts, which may be parts of these.
pub(super) fn of_cross(of: &OfCross, past: &[Publication]) -> bool {
    of_sides(of).iter().any(|now| {
        let is_of_parts = |then: &&Publication| {
            let key =
                |of: &Publication| [&of.form, &of.question, &of.fingerprint].map(String::clone);
            !then.by.is_empty() && !then.answers.is_empty() && key(then) == key(now)
        };
        let is_as_it_was =
            |then: &Publication| *then == Publication { day: then.day.clone(), ..now.clone() };
        past.iter().filter(is_of_parts).any(|then| !is_as_it_was(then))
    })
}

/// A crossed table as one of each of its questions, by the other side.
fn of_sides(of: &OfCross) -> Vec<Publication> {
    let [lines, columns] = of.sides();
    let counts = of.table.as_ref().map(Table::counts).unwrap_or_default();
    let people: u64 = counts.iter().flatten().sum();
    let one = |axis: &Axis, other: &Axis| {
        let Axis::Question(question) = axis else { return None };
        let by = match other {
            Axis::Question(question) => question.name.as_str(),
            Axis::Column(meta) => meta.word(),
            Axis::Month => By::Mois.word(),
        };
        Some(Publication {
            form: of.form.id.clone(),
            question: question.name.clone(),
            fingerprint: axis.key(),
            by: format!("{CROSSED} {by}"),
            eligible: people,
            answered: people,
            answers: digest(&(&of.line_names, &of.column_names, &counts)),
            missing: digest(&()),
            ..Publication::default()
        })
    };
    [one(lines, columns), one(columns, lines)].into_iter().flatten().collect()
}

/// The same table, where it was told.
fn told_before<'a>(
    now: &'a Publication,
    past: &'a [Publication],
) -> impl Iterator<Item = &'a Publication> {
    past.iter().filter(move |then| is_same(now, then) && !then.answers.is_empty())
}

/// Is it a table of the same question, and the same part?
fn is_same(now: &Publication, then: &Publication) -> bool {
    let key = |of: &Publication| {
        [&of.form, &of.question, &of.fingerprint, &of.by, &of.part].map(String::clone)
    };
    key(now) == key(then)
}

/// Is what differs that of a few people?
fn is_too_close(now: &Publication, then: &Publication) -> bool {
    let (answers, missing) = (now.answers == then.answers, now.missing == then.missing);
    match (answers, missing) {
        (true, true) => false,
        (true, false) => now.eligible.abs_diff(then.eligible) < LEAST,
        (false, _) => now.answered.abs_diff(then.answered) < LEAST,
    }
}

/// Where what changed stands in a report.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place<'a> {
    pub referentiel: &'a str,
    pub role: &'a str,
    pub season: &'a str,
    pub to: &'a str,
}

/// The tables of a report, before anything is hidden of it.
pub(super) fn tables(report: &Report, day: &str) -> Vec<Publication> {
    let mut tables = Vec::new();
    let by = report.split.map_or("", By::word);
    for of in &report.questions {
        tables.push(of_question(of, "", "", &of.all));
        let parts = of.parts.iter();
        tables.extend(parts.map(|(name, part)| of_question(of, by, name, part)));
    }
    each_shift(report, |place, of| {
        if let Ok(shift) = &of.shift {
            tables.push(of_change(&place, shift));
        }
    });
    tables.extend(report.crosses.iter().flat_map(of_sides));
    for table in &mut tables {
        day.clone_into(&mut table.day);
    }
    tables
}

/// The same once it was hidden what must be: of what was, only how many it was of.
pub(super) fn told(mut tables: Vec<Publication>, report: &Report) -> Vec<Publication> {
    let mut is_hidden = Vec::new();
    for of in &report.questions {
        let counted = std::iter::once(&of.all).chain(of.parts.values());
        is_hidden.extend(counted.map(|counted| counted.hidden().is_some()));
    }
    each_shift(report, |_, of| is_hidden.push(of.shift.is_err()));
    for of in &report.crosses {
        is_hidden.extend(of_sides(of).iter().map(|_| of.table.is_err()));
    }
    for (table, is_hidden) in tables.iter_mut().zip(&is_hidden) {
        if *is_hidden {
            table.answers.clear();
            table.missing.clear();
        }
    }
    // Of a crossed table that is hidden not even of how many it is is told.
    tables.retain(|table| !(table.by.starts_with(CROSSED) && table.answers.is_empty()));
    tables
}

/// Each question of which a change is told, and where it stands.
pub(super) fn each_shift<'a>(report: &'a Report, mut visit: impl FnMut(Place<'a>, &'a OfShift)) {
    for cohort in &report.changes.cohorts {
        for evolution in &cohort.evolutions {
            let place = Place {
                referentiel: &cohort.referentiel,
                role: &cohort.role,
                season: &cohort.season,
                to: evolution.to.word(),
            };
            evolution.shifts.iter().for_each(|of| visit(place, of));
        }
    }
}

fn of_question(of: &OfQuestion, by: &str, part: &str, counted: &Counted) -> Publication {
    let shown = |figure: super::Figure| figure.shown().unwrap_or_default();
    Publication {
        day: String::new(),
        form: of.form.id.clone(),
        question: of.question.name.clone(),
        fingerprint: of.fingerprint.clone(),
        by: by.to_owned(),
        part: part.to_owned(),
        eligible: shown(counted.eligible),
        answered: shown(counted.answered),
        answers: digest(&(&counted.spread, &counted.favorable)),
        missing: digest(&(&counted.missing, &counted.unread)),
    }
}

fn of_change(place: &Place<'_>, shift: &Shift) -> Publication {
    let pairs = shift.pairs() as u64;
    Publication {
        day: String::new(),
        form: [place.referentiel, place.role, place.season].join(" "),
        question: shift.question.name.clone(),
        fingerprint: String::new(),
        by: place.to.to_owned(),
        part: String::new(),
        eligible: pairs,
        answered: pairs,
        answers: digest(&shift.differences),
        missing: digest(&()),
    }
}

/// What tells figures from others.
fn digest(figures: &impl std::fmt::Debug) -> String {
    let digest = Sha256::digest(format!("{figures:?}"));
    let (first, _) = digest.split_first_chunk().expect("a digest has more than eight bytes");
    format!("{:016x}", u64::from_be_bytes(*first))
}
