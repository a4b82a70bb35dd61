//! What must not be told is hidden: once, last, in this one place.
//! Never brings back what was hidden before.

mod change;
mod cross;
mod parts;
mod past;
mod plan;

use std::ops::Deref;

use self::plan::{Hidden, Plan};
use super::report::{Audience, By, Counted, Figure, Held, OfForm, Report, Spread, Why};
use crate::record::month;
use crate::store::Publication;
use crate::value::Missing;

/// Under how many people a part of those who changed, or who did not answer in a séance, is not told to
/// anybody (Insee, «secret statistique»).
const FLOOR: u64 = 3;

/// A report as it may be told to an audience. Only [`disclose`] and [`publish`] make one, nothing
/// changes it, and whatever tells figures takes one: so none is told that was not looked at here.
#[derive(Clone, Debug, PartialEq)]
pub struct Disclosed {
    report: Report,
    audience: Audience,
    tables: Vec<Publication>,
}

impl Disclosed {
    /// To whom it may be told.
    pub const fn audience(&self) -> Audience {
        self.audience
    }

    /// The tables of a report that is published, to be kept before it is: no later one may be
    /// subtracted from them. None where it stays inside.
    pub fn tables(&self) -> &[Publication] {
        &self.tables
    }
}

impl Deref for Disclosed {
    type Target = Report;

    fn deref(&self) -> &Report {
        &self.report
    }
}

/// The report as it may be told to this audience, whatever was told before.
#[must_use]
pub fn disclose(report: Report, audience: Audience) -> Disclosed {
    hidden(report, audience, &[])
}

/// The report as it may be told to anybody, after all these tables.
#[must_use]
pub fn publish(report: Report, day: &str, past: &[Publication]) -> Disclosed {
    let tables = past::tables(&report, day);
    let mut disclosed = hidden(report, Audience::Diffusion, past);
    disclosed.tables = past::told(tables, &disclosed.report);
    disclosed
}

/// The plan is made of the figures of the whole report, and only then carried out.
fn hidden(mut report: Report, audience: Audience, past: &[Publication]) -> Disclosed {
    let mut plan = Plan::new(&report, audience, past);
    let shifts = change::hidden(&report, audience, past);
    change::protect(&report, &shifts, &mut plan);
    for (of, hidden) in report.questions.iter_mut().zip(&plan.questions) {
        match hidden.all {
            Some(Hidden::Answers(why)) => hide(&mut of.all, why),
            Some(Hidden::Wholly(why)) => hide_wholly(&mut of.all, why),
            None => {}
        }
        // One part alone is the whole under another name.
        let is_parted = of.parts.len() > 1;
        for (name, part) in &mut of.parts {
            // Of few people neither how many they were before they answered nor why others did not.
            hide_missing(part, Why::Complement);
            part.eligible.hide(Why::Complement);
            part.asked.hide(Why::Complement);
            part.unread.hide(Why::Complement);
            let why = hidden.parts.get(name).copied();
            if let Some(why) = why.or(hidden.all.map(Hidden::why)) {
                hide(part, why);
                if is_parted || hidden.all.is_none() {
                    part.answered.hide(why);
                }
            }
        }
    }
    cross::hide(&mut report, audience, past, &plan);
    cross::hide_leavers(&mut report, audience, &shifts, &plan);
    change::hide(&mut report, &shifts);
    if audience == Audience::Diffusion {
        hide_codes(&mut report);
    }
    let is_parted = |of: &OfForm| {
        let pairs = report.questions.iter().zip(&plan.questions);
        pairs.into_iter().any(|(other, hidden)| {
            other.form.id == of.form.id && (!hidden.parts.is_empty() || hidden.all.is_some())
        })
    };
    let parted: Vec<bool> = report.forms.iter().map(is_parted).collect();
    let split = report.split;
    for (of, is_parted) in report.forms.iter_mut().zip(parted) {
        hide_ways(of, audience, split.filter(|_| is_parted));
        if audience == Audience::Diffusion {
            of.held.iter_mut().for_each(hide_away);
        }
    }
    Disclosed { report, audience, tables: Vec::new() }
}

/// How many people each way was taken by: of few rows not at all, and never beside parts of the same
/// split that are hidden. How many rows each version has stays, as the number of answers does: which
/// words were asked says nothing of who answered.
fn hide_ways(of: &mut OfForm, audience: Audience, split: Option<By>) {
    let is_few = of.rows.shown().is_none_or(|rows| rows < audience.base());
    for ((by, _), figure) in &mut of.ways {
        if is_few || split == Some(*by) {
            figure.hide(if is_few { Why::Few } else { Why::Complement });
        }
    }
    if audience == Audience::Diffusion
        && let Some((first, last)) = &mut of.dates
    {
        // What is told to anybody has no first and no last day; a season stays one.
        for day in [first, last] {
            *day = month(day).to_owned();
        }
    }
}

/// Hides how many did not answer in séances, each reason, where one is that of one or two people: who
/// was there knows who they are. How many were there and how many answered stays, as it does of every
/// question: what is done is told, and of the others only that they did not answer.
fn hide_away(held: &mut Held) {
    let away = [&mut held.refused, &mut held.left, &mut held.absent];
    let is_few = |figure: &&mut Figure| figure.shown().is_some_and(|it| (1..FLOOR).contains(&it));
    if away.iter().any(is_few) {
        for figure in away {
            figure.hide(Why::Few);
        }
    }
}

/// Hides how many codes could not be paired, where it is those of one or two people. How many answered
/// at each moment, and at both, stays: it is what the figures are of.
fn hide_codes(report: &mut Report) {
    let evolutions = report.changes.cohorts.iter_mut().flat_map(|cohort| &mut cohort.evolutions);
    for evolution in evolutions {
        if evolution.unclear.shown().is_some_and(|people| (1..FLOOR).contains(&people)) {
            evolution.unclear.hide(Why::Few);
        }
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
    counted.favorable.values_mut().for_each(|figure| figure.hide(why));
    hide_missing(counted, why);
}

/// Hides each reason for no answer. All reasons are named: that one occurs is told by none.
fn hide_missing(counted: &mut Counted, why: Why) {
    for reason in Missing::ALL.iter().filter(|reason| !reason.is_unasked()) {
        counted.missing.insert(*reason, Figure::Hidden(why));
    }
}

/// Hides how many were asked and answered too.
fn hide_wholly(counted: &mut Counted, why: Why) {
    hide(counted, why);
    for reason in Missing::ALL {
        counted.missing.insert(*reason, Figure::Hidden(why));
    }
    for figure in [&mut counted.asked, &mut counted.answered, &mut counted.unread] {
        figure.hide(why);
    }
}
