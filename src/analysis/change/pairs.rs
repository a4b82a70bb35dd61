//! Which rows are of the same person: the first on arriving with the last on leaving.
//! Never a guess: where days do not say which is first or last, nobody is paired.

use super::rows::{Rows, Whose};
use crate::questionnaire::Moment;
use crate::value::words;

words! {
    /// Why the rows of one code are not paired.
    Ambiguity {
        /// Several were answered on arriving, and their days do not say which was first.
        First = "premier",
        /// Several were answered later, and their days do not say which was last.
        Last = "dernier",
        /// The one of leaving was answered before the one of arriving.
        Backwards = "inverse",
    }
}

/// Where a row is: twelve bytes each while pairs are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Link {
    pub whose: Whose,
    part: u32,
    row: u32,
}

impl Link {
    /// A row of a part, by their numbers.
    pub fn new(whose: Whose, part: usize, row: usize) -> Self {
        let number = |number| u32::try_from(number).unwrap_or(u32::MAX);
        Self { whose, part: number(part), row: number(row) }
    }

    /// The number of its part.
    pub fn part(self) -> usize {
        self.part as usize
    }

    /// Its rows, and its number among them.
    pub fn of(self, parts: &[Rows]) -> (&Rows, usize) {
        (&parts[self.part()], self.row as usize)
    }

    fn moment(self, parts: &[Rows]) -> Moment {
        parts[self.part()].plan.form().moment
    }
}

/// The rows of one code in one season.
#[derive(Debug)]
pub(super) struct Person<'a> {
    parts: &'a [Rows],
    links: &'a [Link],
}

/// What the rows of a code are, on arriving and at a later moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Met {
    /// None at the later moment.
    OnlyEntry(Option<Link>),
    /// None on arriving.
    OnlyLater,
    /// At neither.
    Neither,
    /// One of each that are paired.
    Paired(Link, Link),
    /// Some of each that are not.
    Unclear(Ambiguity),
}

impl Person<'_> {
    /// Did the code answer more than once at some moment?
    pub fn is_repeated(&self) -> bool {
        let count = |moment| self.at(moment).count();
        [Moment::Entree, Moment::Sortie, Moment::Suivi].into_iter().any(|it| count(it) > 1)
    }

    /// The rows of arriving and of a later moment.
    pub fn met(&self, later: Moment) -> Met {
        let is_there = |moment| self.at(moment).next().is_some();
        match (is_there(Moment::Entree), is_there(later)) {
            (false, false) => return Met::Neither,
            (false, true) => return Met::OnlyLater,
            (true, false) => return Met::OnlyEntry(self.first()),
            (true, true) => {}
        }
        let Some(entry) = self.first() else { return Met::Unclear(Ambiguity::First) };
        let Some(last) = self.last(later) else { return Met::Unclear(Ambiguity::Last) };
        if self.when(last).last < self.when(entry).first {
            return Met::Unclear(Ambiguity::Backwards);
        }
        Met::Paired(entry, last)
    }

    fn at(&self, moment: Moment) -> impl Iterator<Item = Link> {
        self.links.iter().copied().filter(move |link| link.moment(self.parts) == moment)
    }

    fn when(&self, link: Link) -> super::rows::When {
        let (rows, row) = link.of(self.parts);
        rows.when(row)
    }

    /// The first of arriving, where it was surely before all others.
    fn first(&self) -> Option<Link> {
        let first = self.at(Moment::Entree).min_by_key(|link| self.when(*link).last)?;
        let end = self.when(first).last;
        let mut others = self.at(Moment::Entree).filter(|other| *other != first);
        others.all(|other| self.when(other).first > end).then_some(first)
    }

    /// The last of a moment, where it was surely after all others.
    fn last(&self, moment: Moment) -> Option<Link> {
        let last = self.at(moment).max_by_key(|link| self.when(*link).first)?;
        let start = self.when(last).first;
        let mut others = self.at(moment).filter(|other| *other != last);
        others.all(|other| self.when(other).last < start).then_some(last)
    }
}

/// Puts the rows of each code together.
pub(super) fn together(links: &mut [Link]) {
    links.sort_unstable_by_key(|link| (link.whose, link.part, link.row));
}

/// Visits the rows of each code, which are together; rows without a code are nobody's.
pub(super) fn people(links: &[Link], parts: &[Rows], mut visit: impl FnMut(&Person<'_>)) {
    for links in links.chunk_by(|a, b| a.whose == b.whose) {
        if links[0].whose.is_somebody() {
            visit(&Person { parts, links });
        }
    }
}
