//! Cells counted: of each file its rows, question by question.
//! Never a text: of what was said in words it is only counted that something was.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::crosstab::{Axis, Crosstab};
use super::super::{Together, change};
use super::cells::Words;
use super::pool::{Facts, Numbers, Pool, Pooled, PooledForm, Raw};
use super::{By, Cross, Side};
use crate::questionnaire::{Kind, Question, Questionnaire};
use crate::record::{Content, content, is_sent};
use crate::store::{Flaw, Flaws, Row, Sum};
use crate::value::{Date, Meta, Missing};

/// How many parts a split may have: no table of more can be read, and none may fill the memory.
const MOST_PARTS: usize = 500;

/// What may change what people say, and is told with the number of rows.
const WAYS: [By; 2] = [By::Support, By::Aide];

/// Of each question: first each reason for no answer, then these, then each choice, then each
/// indicator that counts some of several choices.
const GIVEN: usize = Missing::ALL.len();
const UNREAD: usize = GIVEN + 1;
const CHOICES: usize = UNREAD + 1;

/// The choices of a question that count, by the code of each indicator of which it is a part.
pub(super) type Favorable = Vec<(String, Vec<String>)>;

/// Which rows are trials.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tree {
    /// None should be.
    Counting,
    /// All are, whatever they say.
    Trials,
}

/// How the rows of one form are counted: made once, for all its files.
#[derive(Debug)]
pub(super) struct Plan {
    pub form: Arc<Questionnaire>,
    pub tree: Tree,
    /// Are trials counted too?
    pub with_trials: bool,
    split: Option<By>,
    today: String,
    /// What its rows say of the form: id, version and fingerprint, side by side as in a row.
    named: String,
    ways: [(By, Words); WAYS.len()],
    columns: Vec<Column>,
    width: usize,
    /// How rows are kept to be paired, where there are some of arriving and of leaving.
    pairs: Option<Arc<change::Plan>>,
    /// The séance that rows must be of, where one was asked for.
    seance: Option<Together>,
    /// What is crossed, where the form has both sides.
    cross: Option<Crossing>,
}

/// Two sides of a form that are crossed.
#[derive(Debug)]
struct Crossing {
    /// A table in which nobody is yet.
    empty: Crosstab,
    cells: [Cell; 2],
}

/// Where a row says on which part of a side it is.
#[derive(Clone, Copy, Debug)]
enum Cell {
    /// In the cell of the question of this number.
    Asked(usize),
    /// In one that every row has.
    Said(Meta),
}

/// How a question is counted.
#[derive(Debug)]
struct Column {
    question: Arc<Question>,
    /// Among the columns.
    place: usize,
    how: How,
    words: Words,
    /// Where its counts begin.
    offset: usize,
    /// Of several choices, which count for which indicator.
    favorable: Vec<(String, Vec<bool>)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum How {
    One,
    Several,
    Number,
    Day,
    Words,
}

impl Plan {
    /// How to count the rows of a form; `favorable` says which choices of a question count for which
    /// indicators.
    pub fn new(
        form: &Arc<Questionnaire>,
        tree: Tree,
        with_trials: bool,
        split: Option<By>,
        today: Date,
        favorable: &dyn Fn(&Question) -> Favorable,
    ) -> Self {
        let (mut columns, mut width) = (Vec::new(), 0);
        for question in form.questions.iter().filter(|question| question.is_numbered()) {
            let choices = question.kind.choices();
            let how = match question.kind {
                Kind::One(_) => How::One,
                Kind::Multiple(_) => How::Several,
                Kind::Integer => How::Number,
                Kind::Date => How::Day,
                Kind::Text | Kind::Note | Kind::Counts(_) => How::Words,
            };
            let favorable: Vec<(String, Vec<bool>)> = favorable(question)
                .into_iter()
                .filter(|_| !choices.is_empty())
                .map(|(code, names)| {
                    (code, choices.iter().map(|choice| names.contains(&choice.name)).collect())
                })
                .collect();
            let names = choices.iter().map(|choice| choice.name.as_str());
            let reasons = Missing::WORDS.iter().copied();
            let words = Words::new(reasons.zip(0..).chain(names.zip(10..)));
            debug_assert_eq!(CHOICES, 10);
            let offset = width;
            width += CHOICES + choices.len() + favorable.len();
            let (place, question) = (columns.len(), Arc::clone(question));
            columns.push(Column { question, place, how, words, offset, favorable });
        }
        Self {
            form: Arc::clone(form),
            tree,
            with_trials,
            split,
            today: today.to_string(),
            named: [&form.id, &form.version.to_string(), form.short_fingerprint()].join("\u{1f}"),
            ways: WAYS.map(|by| (by, Words::new(by.words().iter().copied().zip(0..)))),
            columns,
            width,
            pairs: None,
            seance: None,
            cross: None,
        }
    }

    /// The same, with two sides crossed, where the form has both.
    pub fn crossed(mut self, cross: Option<&Cross>) -> Self {
        self.cross = cross.and_then(|cross| {
            let [lines, columns] = [&cross.lines, &cross.columns].map(|side| self.side(side));
            let ((lines, line), (columns, column)) = (lines?, columns?);
            Some(Crossing { empty: Crosstab::new(lines, columns), cells: [line, column] })
        });
        self
    }

    /// A side of a table, and where rows say it; nothing where the form does not ask it.
    fn side(&self, side: &Side) -> Option<(Axis, Cell)> {
        match side {
            Side::By(by) => Some((by.axis(), Cell::Said(by.meta()))),
            Side::Question(name) => {
                let is_it = |column: &&Column| column.question.name == *name;
                let column = self.columns.iter().find(is_it)?;
                // Who gave several answers would be in several cells.
                if column.how != How::One {
                    return None;
                }
                Some((Axis::question(&column.question)?, Cell::Asked(column.place)))
            }
        }
    }

    /// The same, of one séance.
    pub fn within(mut self, seance: Option<Together>) -> Self {
        self.seance = seance;
        self
    }

    /// The same, with rows kept to be paired.
    pub fn paired(mut self, pairs: Option<change::Plan>) -> Self {
        self.pairs = pairs.map(Arc::new);
        self
    }

    /// Does a row say that it answers this form?
    fn is_of(&self, row: &Row<'_>) -> bool {
        row.between(Meta::Questionnaire, Meta::Empreinte) == self.named.as_bytes()
    }
}

/// The rows of one file, counted.
#[derive(Debug)]
pub(super) struct Counter<'p> {
    /// Nothing where nobody knows the form any more.
    plan: Option<&'p Plan>,
    /// Where the columns are in this file; empty before its first row.
    places: Vec<Option<usize>>,
    pub facts: Facts,
    pub pairs: Option<change::Rows>,
    parts: Vec<(String, Part)>,
    /// Where each part is among them.
    named: BTreeMap<String, usize>,
    /// The part of the last row.
    last: usize,
    pub too_many_parts: bool,
    crossed: Option<Crosstab>,
    /// How many rows say each word of the columns in `WAYS`.
    ways: [Vec<u64>; WAYS.len()],
}

/// The rows of one part of a split, or all.
#[derive(Clone, Debug, Default)]
struct Part {
    counts: Vec<u64>,
    /// Of the columns of numbers, by the place of their column.
    numbers: BTreeMap<usize, Numbers>,
}

impl<'p> Counter<'p> {
    pub fn new(plan: Option<&'p Plan>) -> Self {
        Self {
            plan,
            places: Vec::new(),
            facts: Facts::default(),
            pairs: plan.and_then(|plan| plan.pairs.clone()).map(change::Rows::new),
            parts: Vec::new(),
            named: BTreeMap::new(),
            last: 0,
            too_many_parts: false,
            crossed: plan.and_then(|plan| Some(plan.cross.as_ref()?.empty.clone())),
            ways: WAYS.map(|by| vec![0; by.words().len()]),
        }
    }

    /// Adds what was counted to the pool.
    pub fn into_pool(mut self, pool: &mut Pool) {
        let Some(plan) = self.plan else { return };
        if self.facts.rows == 0 {
            return;
        }
        for (by, counts) in WAYS.iter().zip(&self.ways) {
            let met = by.words().iter().zip(counts).filter(|(_, count)| **count > 0);
            for (word, count) in met {
                self.facts.ways.insert((*by, (*word).to_owned()), *count);
            }
        }
        pool.too_many_parts |= self.too_many_parts;
        if let Some(crossed) = self.crossed.take() {
            let sides = [&crossed.lines, &crossed.columns].map(Axis::key);
            let empty = Crosstab::new(crossed.lines.clone(), crossed.columns.clone());
            pool.crosses.entry((plan.form.id.clone(), sides)).or_insert(empty).merge(crossed);
        }
        for column in &plan.columns {
            let key = (plan.form.id.clone(), column.question.fingerprint());
            let pooled = pool.questions.entry(key).or_insert_with(|| Pooled {
                form: Arc::clone(&plan.form),
                question: Arc::clone(&column.question),
                parts: BTreeMap::new(),
            });
            // Of versions with the same question the latest one words it, whatever was read first.
            if (plan.form.version, plan.form.fingerprint())
                > (pooled.form.version, pooled.form.fingerprint())
            {
                pooled.form = Arc::clone(&plan.form);
                pooled.question = Arc::clone(&column.question);
            }
            for (name, part) in &self.parts {
                let raw = pooled.parts.entry(name.clone()).or_default();
                raw.add(column, part);
            }
        }
        let key = plan.form.id.clone();
        let form = pool.forms.entry(key).or_insert_with(|| PooledForm {
            form: Arc::clone(&plan.form),
            versions: BTreeMap::new(),
            facts: Facts::default(),
        });
        if plan.form.version > form.form.version {
            form.form = Arc::clone(&plan.form);
        }
        let version = (plan.form.version, plan.form.short_fingerprint().to_owned());
        *form.versions.entry(version).or_default() += self.facts.rows;
        form.facts.join(self.facts);
    }

    fn find_columns(&mut self, plan: &Plan, row: &Row<'_>, flaws: &mut Flaws) {
        let place = |column: &Column| row.place(&column.question.name);
        self.places = plan.columns.iter().map(place).collect();
        // Rows that were sent from elsewhere name no machine, and lack what never leaves.
        let was_sent = row.meta(Meta::Poste).is_empty();
        let lacks = |(column, place): (&Column, &Option<usize>)| {
            place.is_none() && (!was_sent || is_sent(&column.question))
        };
        if plan.columns.iter().zip(&self.places).any(lacks) {
            flaws.at(Flaw::Columns, row, 0);
        }
    }

    /// The place of the part of this name.
    fn part(&mut self, name: &str, width: usize) -> usize {
        if self.parts.get(self.last).is_some_and(|(last, _)| last == name) {
            return self.last;
        }
        let is_new = !self.named.contains_key(name);
        let is_too_many = is_new && self.parts.len() >= MOST_PARTS;
        self.too_many_parts |= is_too_many;
        // Nothing is parted any more: all go together.
        let name = if is_too_many { "" } else { name };
        self.last = *self.named.entry(name.to_owned()).or_insert_with(|| {
            let part = Part { counts: vec![0; width], ..Part::default() };
            self.parts.push((name.to_owned(), part));
            self.parts.len() - 1
        });
        self.last
    }

    /// Puts a row into the table of what is crossed.
    fn cross(&mut self, plan: &Plan, row: &Row<'_>) {
        let (Some(crossing), Some(table)) = (&plan.cross, &mut self.crossed) else { return };
        let cell = |cell| match cell {
            Cell::Asked(at) => self.places.get(at).copied().flatten().map(|place| row.at(place)),
            Cell::Said(meta) => Some(row.meta(meta)),
        };
        if let [Some(line), Some(column)] = crossing.cells.map(cell) {
            table.add(line, column);
        }
    }

    /// Takes a row to be counted.
    fn count(&mut self, plan: &Plan, row: &Row<'_>, flaws: &mut Flaws) {
        if self.places.len() != plan.columns.len() {
            self.find_columns(plan, row, flaws);
        }
        let facts = &mut self.facts;
        facts.rows += 1;
        facts.partial += u64::from(row.meta(Meta::Etat) == "partiel");
        let day = row.meta(Meta::Date);
        facts.date(day);
        if day.len() == plan.today.len() && day > plan.today.as_str() {
            flaws.at(Flaw::Future, row, Meta::Date as usize);
        }
        for ((by, words), counts) in plan.ways.iter().zip(&mut self.ways) {
            if let Some(number) = words.number(row.bytes_at(by.meta() as usize)) {
                counts[usize::from(number)] += 1;
            }
        }
        self.cross(plan, row);
        let place = self.part(plan.split.map_or("", |by| by.part(row)), plan.width);
        let part = &mut self.parts[place].1;
        for (column, at) in plan.columns.iter().zip(&self.places) {
            let Some(at) = *at else { continue };
            let number = || column.words.headed(row.headed(at), || row.bytes_at(at));
            let counts = &mut part.counts[column.offset..];
            let slot = match column.how {
                How::One => number().map(usize::from),
                How::Several => several(column, row.bytes_at(at), counts),
                How::Number | How::Day | How::Words => match number() {
                    Some(reason) => Some(usize::from(reason)),
                    None => typed(column.how, row.at(at)).map(|typed| {
                        if let Typed::Number(value) = typed {
                            let numbers = part.numbers.entry(column.place).or_default();
                            numbers.sum = numbers.sum.saturating_add(value);
                            numbers.add(value, 1);
                        }
                        GIVEN
                    }),
                },
            };
            match slot {
                Some(slot) => counts[slot] += 1,
                None => {
                    counts[UNREAD] += 1;
                    flaws.at(Flaw::Unknown, row, at);
                }
            }
        }
    }
}

/// Counts the choices of a cell, and says where the cell itself is counted; nothing where it names
/// something else.
fn several(column: &Column, cell: &[u8], counts: &mut [u64]) -> Option<usize> {
    if let Some(reason) = column.words.number(cell).filter(|it| usize::from(*it) < GIVEN) {
        return Some(usize::from(reason));
    }
    let names = || cell.split(|byte| *byte == b' ').filter(|name| !name.is_empty());
    let number = |name: &[u8]| {
        let number = usize::from(column.words.number(name)?);
        (number >= CHOICES).then_some(number)
    };
    if names().next().is_none() || names().any(|name| number(name).is_none()) {
        return None;
    }
    for number in names().filter_map(number) {
        counts[number] += 1;
    }
    let after = CHOICES + column.question.kind.choices().len();
    for (place, (_, favorable)) in column.favorable.iter().enumerate() {
        let mut choices = names().filter_map(number);
        counts[after + place] += u64::from(choices.any(|choice| favorable[choice - CHOICES]));
    }
    Some(GIVEN)
}

/// What was typed, where it can be read.
enum Typed {
    Number(i64),
    Other,
}

fn typed(how: How, cell: &str) -> Option<Typed> {
    match how {
        How::Number => cell.parse().ok().map(Typed::Number),
        How::Day => cell.parse::<Date>().ok().map(|_| Typed::Other),
        How::Words | How::One | How::Several => (!cell.trim().is_empty()).then_some(Typed::Other),
    }
}

impl By {
    /// The part that a row belongs to; an empty name where it does not say.
    fn part<'r>(self, row: &'r Row<'_>) -> &'r str {
        let cell = row.meta(self.meta());
        match self {
            // A season says no month.
            Self::Mois => cell.get(..7).filter(|_| is_month(cell)).unwrap_or_default(),
            _ => cell,
        }
    }

    /// The words of its column; none where it may hold any.
    fn words(self) -> &'static [&'static str] {
        match content(self.meta()) {
            Content::OneOf(words) => words,
            _ => &[],
        }
    }
}

/// Does a day begin with a month? `2026-11` or `2026-11-22`; a season is `2026-2027`.
fn is_month(day: &str) -> bool {
    matches!(day.as_bytes(), [_, _, _, _, b'-', _, _] | [_, _, _, _, b'-', _, _, b'-', _, _])
}

impl Sum for Counter<'_> {
    fn row(&mut self, row: &Row<'_>, flaws: &mut Flaws) {
        self.facts.read += 1;
        let Some(plan) = self.plan else { return };
        if !plan.is_of(row) {
            return flaws.at(Flaw::Elsewhere, row, Meta::Questionnaire as usize);
        }
        if plan.seance.as_ref().is_some_and(|seance| !seance.has(row)) {
            return;
        }
        let says_trial = row.meta(Meta::Essai) == "1";
        if says_trial && plan.tree == Tree::Counting {
            flaws.at(Flaw::Trial, row, Meta::Essai as usize);
        }
        if says_trial || plan.tree == Tree::Trials {
            if !plan.with_trials {
                self.facts.left_out += 1;
                return;
            }
            self.facts.trials += 1;
        }
        self.count(plan, row, flaws);
        if let Some(pairs) = &mut self.pairs {
            pairs.add(row);
        }
    }

    fn join(&mut self, other: Self) {
        match (&mut self.pairs, other.pairs) {
            (Some(ours), Some(theirs)) => ours.merge(theirs),
            (ours, theirs) => *ours = theirs,
        }
        self.facts.join(other.facts);
        self.too_many_parts |= other.too_many_parts;
        if let (Some(ours), Some(theirs)) = (&mut self.crossed, other.crossed) {
            ours.merge(theirs);
        }
        for (ours, theirs) in self.ways.iter_mut().zip(&other.ways) {
            ours.iter_mut().zip(theirs).for_each(|(ours, theirs)| *ours += theirs);
        }
        for (name, theirs) in other.parts {
            let place = self.part(&name, theirs.counts.len());
            let ours = &mut self.parts[place].1;
            for (ours, theirs) in ours.counts.iter_mut().zip(&theirs.counts) {
                *ours += theirs;
            }
            for (place, numbers) in &theirs.numbers {
                ours.numbers.entry(*place).or_default().join(numbers);
            }
        }
    }
}

impl Raw {
    fn add(&mut self, column: &Column, part: &Part) {
        let counts = &part.counts[column.offset..];
        for (reason, count) in Missing::ALL.iter().zip(counts).filter(|(_, count)| **count > 0) {
            *self.missing.entry(*reason).or_default() += count;
        }
        let many = column.question.kind.choices().len();
        self.choices.resize(many, 0);
        let choices = &counts[CHOICES..CHOICES + many];
        for (ours, theirs) in self.choices.iter_mut().zip(choices) {
            *ours += theirs;
        }
        self.unread += counts[UNREAD];
        self.given +=
            if column.how == How::One { choices.iter().sum::<u64>() } else { counts[GIVEN] };
        for (place, (code, favorable)) in column.favorable.iter().enumerate() {
            let count = if column.how == How::One {
                favorable.iter().zip(choices).filter(|(is, _)| **is).map(|(_, count)| count).sum()
            } else {
                counts[CHOICES + many + place]
            };
            *self.favorable.entry(code.clone()).or_default() += count;
        }
        if column.how == How::Number {
            let numbers = self.numbers.get_or_insert_default();
            if let Some(theirs) = part.numbers.get(&column.place) {
                numbers.join(theirs);
            }
        }
    }
}
