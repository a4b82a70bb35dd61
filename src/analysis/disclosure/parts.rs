//! Which parts of a question that is split are hidden: those of few people, and others beside them,
//! so that what is left when the told parts are taken from the whole is itself a part like those
//! that are told.
//! Never a part in pieces: it is told, or it is not.
//!
//! Of a hidden part then is known only that it is somewhere in a group of people whose answers might
//! be told as those of one part: with the number of its own answers, from n(part) + n(answer) - n(group)
//! to the lower of the two first, at the least 0 and never one number alone (the bounds of Fréchet, which
//! integers reach), because every answer that some gave and others did not is found in the group and
//! is not all that there is in it.

use std::collections::{BTreeMap, BTreeSet};

use super::super::report::{Audience, By, Counted, OfQuestion, Spread, Why};
use super::past::{self, Leaves};
use super::plan::{Hidden, OfOne};
use crate::questionnaire::Kind;
use crate::store::Publication;

/// Answers that can be added up and taken away.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Table {
    answered: u64,
    /// How many took each choice, and of several choices any that counts for each indicator.
    cells: Vec<u64>,
}

impl Table {
    fn of(counted: &Counted, kind: &Kind) -> Self {
        let mut cells: Vec<u64> = match &counted.spread {
            Spread::Choices(figures) => figures.iter().filter_map(|it| it.shown()).collect(),
            Spread::Apart | Spread::Numbers { .. } => Vec::new(),
        };
        if is_several(kind) {
            cells.extend(counted.favorable.values().filter_map(|it| it.shown()));
        }
        Self { answered: counted.answered.shown().unwrap_or_default(), cells }
    }

    fn add(&mut self, other: &Self) {
        self.answered += other.answered;
        self.cells.resize(self.cells.len().max(other.cells.len()), 0);
        self.cells.iter_mut().zip(&other.cells).for_each(|(own, other)| *own += other);
    }

    /// Are there enough people, and for each answer either nobody or enough?
    fn may_be_told(&self, kind: &Kind, base: u64) -> bool {
        let is_few = |count: u64| (1..base).contains(&count);
        let others = |count: u64| self.answered.saturating_sub(count);
        self.answered >= base
            && !self.cells.iter().any(|it| is_few(*it) || is_several(kind) && is_few(others(*it)))
    }

    /// Is each answer that some of all gave, and others did not, both given and not given here?
    fn is_mixed_as(&self, all: &Self) -> bool {
        let pairs = self.cells.iter().zip(&all.cells);
        pairs
            .filter(|(_, all_cell)| (1..all.answered).contains(*all_cell))
            .all(|(own, _)| (1..self.answered).contains(own))
    }
}

/// May one person have given several answers?
fn is_several(kind: &Kind) -> bool {
    matches!(kind, Kind::Multiple(_))
}

/// A part of the question.
struct Part<'a> {
    name: &'a String,
    table: Table,
}

/// Decides what is hidden of a question by parts, beside what is already. `led` are the parts that must be
/// hidden because they are of another question.
pub(super) fn decide(
    of: &OfQuestion,
    split: Option<By>,
    audience: Audience,
    past: &[Publication],
    led: &BTreeSet<String>,
    hidden: &mut OfOne,
) {
    let Some(by) = split.filter(|_| hidden.all.is_none()) else { return };
    let parts = parts(of);
    // One part alone is the whole under another name.
    if parts.len() < 2 && led.is_empty() {
        return;
    }
    match past::of_parts(of, by, past) {
        Leaves::All => {}
        Leaves::Whole => {
            let names = parts.iter().map(|part| part.name.clone());
            hidden.parts.extend(names.map(|name| (name, Why::Earlier)));
            return;
        }
        Leaves::Nothing => {
            hidden.all = Some(Hidden::Wholly(Why::Earlier));
            return;
        }
    }
    let (kind, base) = (&of.question.kind, audience.base());
    let mut why: BTreeMap<&String, Why> = BTreeMap::new();
    for part in &parts {
        if part.table.answered < base {
            why.insert(part.name, Why::Few);
        } else if led.contains(part.name) || !part.table.may_be_told(kind, base) {
            why.insert(part.name, Why::Complement);
        }
    }
    let grouped = Grouped { of, parts: &parts, base };
    if !grouped.complete(&mut why) {
        hidden.all = Some(Hidden::Answers(Why::Complement));
        return;
    }
    // Where each is as many as few can be, that they are few says how many they are.
    let are_few = why.values().all(|why| *why == Why::Few);
    let together = parts.iter().filter(|part| why.contains_key(part.name));
    let together: u64 = together.map(|part| part.table.answered).sum();
    if are_few && together == why.len() as u64 * base.saturating_sub(1) {
        why.values_mut().for_each(|why| *why = Why::Complement);
    }
    hidden.parts.extend(why.into_iter().map(|(name, why)| (name.clone(), why)));
}

/// The parts that have rows, the smallest first: in the same order for all questions of a form.
fn parts(of: &OfQuestion) -> Vec<Part<'_>> {
    let eligible = |counted: &Counted| counted.eligible.shown().unwrap_or_default();
    let mut parts: Vec<_> = of.parts.iter().filter(|(_, part)| eligible(part) > 0).collect();
    parts.sort_by_key(|(name, part)| (eligible(part), *name));
    let part = |(name, counted)| Part { name, table: Table::of(counted, &of.question.kind) };
    parts.into_iter().map(part).collect()
}

/// The parts of a question, and what must be of those that are hidden together.
struct Grouped<'a> {
    of: &'a OfQuestion,
    parts: &'a [Part<'a>],
    base: u64,
}

impl Grouped<'_> {
    /// Hides more parts, the smallest first, until what is hidden is hidden; no where all of them are
    /// not enough.
    fn complete<'a>(&'a self, why: &mut BTreeMap<&'a String, Why>) -> bool {
        while !self.is_safe(why) {
            let next = self.parts.iter().find(|part| !why.contains_key(part.name));
            let Some(next) = next else { return false };
            why.insert(next.name, Why::Complement);
        }
        true
    }

    fn is_safe(&self, why: &BTreeMap<&String, Why>) -> bool {
        let is_hidden = |part: &&Part<'_>| why.contains_key(part.name);
        let hidden: Vec<&Part<'_>> = self.parts.iter().filter(is_hidden).collect();
        let is_all = hidden.len() == self.parts.len() && hidden.len() > 1;
        if hidden.is_empty() || is_all {
            return true;
        }
        let mut left = Table::default();
        hidden.iter().for_each(|part| left.add(&part.table));
        let kind = &self.of.question.kind;
        hidden.len() > 1
            && left.may_be_told(kind, self.base)
            && left.is_mixed_as(&Table::of(&self.of.all, kind))
    }
}
