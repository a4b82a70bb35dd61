//! The pairs of each season, and what changed in them.
//! Never two seasons, roles or référentiels together.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::leavers::{Compared, Leavers};
use super::pairs::{Ambiguity, Link, Met, people, together};
use super::plan::{Column, Given, Plan};
use super::rows::{LeftOut, Rows};
use super::shift::{Answered, Shift};
use crate::analysis::statistics::{PValue, holm};
use crate::questionnaire::Moment;

/// What changed between two moments, for all that was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changes {
    /// By référentiel, role and season, in this order.
    pub cohorts: Vec<Cohort>,
    /// Rows that were not even tried to be paired.
    pub left_out: LeftOut,
}

/// The people of one référentiel and role in one season.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cohort {
    /// Id of the référentiel.
    pub referentiel: String,
    /// Who answered.
    pub role: String,
    /// The season.
    pub season: String,
    /// How many rows there are of each moment, said before any pair.
    pub present: BTreeMap<Moment, Present>,
    /// How many codes answered more than once at some moment.
    pub repeated: usize,
    /// From arriving to leaving, then from arriving to some months later, where anybody answered then.
    pub evolutions: Vec<Evolution>,
    /// Those who left without answering again.
    pub leavers: Leavers,
}

/// The rows of one moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Present {
    /// How many there are.
    pub rows: usize,
    /// How many have no code.
    pub without_code: usize,
    /// How many have one that nobody can read.
    pub unreadable: usize,
}

/// What changed from arriving to a later moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Evolution {
    /// The later moment.
    pub to: Moment,
    /// How many people are paired.
    pub paired: usize,
    /// How many answered at both moments and are not paired, and why.
    pub unclear: BTreeMap<Ambiguity, usize>,
    /// How many answered later and not on arriving.
    pub only_later: usize,
    /// The questions that are the same in every word at both moments, in the order of arriving.
    pub shifts: Vec<Shift>,
}

/// What changed, of all these rows.
pub fn changes(parts: &[Rows]) -> Changes {
    let mut found = Changes::default();
    let mut links: BTreeMap<(String, String, String), usize> = BTreeMap::new();
    let key = |rows: &Rows, season: &String| {
        let form = rows.plan.form();
        (form.head.id.clone(), form.role.clone(), season.clone())
    };
    // How many rows each season has, so that no more links are made room for.
    for rows in parts {
        found.left_out.merge(rows.left_out);
        let mut of_seasons = vec![0; rows.seasons.len()];
        (0..rows.count).for_each(|row| of_seasons[rows.season_of(row)] += 1);
        for (season, count) in rows.seasons.iter().zip(&of_seasons) {
            *links.entry(key(rows, season)).or_default() += count;
        }
    }
    for (cohort, count) in links.into_iter().filter(|(_, count)| *count > 0) {
        let mut links = Vec::with_capacity(count);
        for (part, rows) in parts.iter().enumerate() {
            let is_here = |season: &usize| key(rows, &rows.seasons[*season]) == cohort;
            let Some(season) = (0..rows.seasons.len()).find(is_here) else { continue };
            let here = (0..rows.count).filter(|row| rows.season_of(*row) == season);
            links.extend(here.map(|row| Link::new(rows.whose(row), part, row)));
        }
        together(&mut links);
        let (referentiel, role, season) = cohort;
        let slots = Slots::new(parts, &links);
        let mut cohort = Cohort { referentiel, role, season, ..Cohort::default() };
        slots.fill(&mut cohort, &links, parts);
        found.cohorts.push(cohort);
    }
    found
}

/// The questions of a cohort: each that is the same in every word, and is compared in the same way,
/// once.
struct Slots<'p> {
    /// A column that asks it.
    columns: Vec<&'p Column>,
    /// Of each part, the slot of each column; nothing of parts that have no rows here.
    places: Vec<Vec<usize>>,
}

impl<'p> Slots<'p> {
    fn new(parts: &'p [Rows], links: &[Link]) -> Self {
        let mut slots = Self { columns: Vec::new(), places: vec![Vec::new(); parts.len()] };
        let mut is_here = vec![false; parts.len()];
        for link in links {
            is_here[link.part()] = true;
        }
        let mut order: Vec<usize> = (0..parts.len()).filter(|part| is_here[*part]).collect();
        // The form of arriving says the order.
        order.sort_by_key(|part| parts[*part].plan.form().moment);
        for part in order {
            let plan: &'p Plan = &parts[part].plan;
            slots.places[part] = plan.columns.iter().map(|column| slots.place(column)).collect();
        }
        slots
    }

    fn place(&mut self, column: &'p Column) -> usize {
        let is_same = |other: &&Column| {
            other.fingerprint == column.fingerprint && other.measure == column.measure
        };
        self.columns.iter().position(is_same).unwrap_or_else(|| {
            self.columns.push(column);
            self.columns.len() - 1
        })
    }

    /// Is the question of this slot asked at this moment?
    fn is_asked(&self, parts: &[Rows], slot: usize, moment: Moment) -> bool {
        let of_moment = |part: &usize| parts[*part].plan.form().moment == moment;
        (0..parts.len()).filter(of_moment).any(|part| self.places[part].contains(&slot))
    }

    fn fill(&self, cohort: &mut Cohort, links: &[Link], parts: &[Rows]) {
        let mut all: BTreeMap<Moment, Vec<Answered>> = BTreeMap::new();
        for link in links {
            let moment = parts[link.part()].plan.form().moment;
            let present = cohort.present.entry(moment).or_default();
            present.rows += 1;
            present.unreadable += usize::from(link.whose.is_unreadable());
            let is_known = link.whose.is_somebody() || link.whose.is_unreadable();
            present.without_code += usize::from(!is_known);
            let none = || vec![Answered::default(); self.columns.len()];
            self.answered(*link, parts, all.entry(moment).or_insert_with(none));
        }
        people(links, parts, |person| cohort.repeated += usize::from(person.is_repeated()));
        for to in [Moment::Sortie, Moment::Suivi] {
            if let Some(later) = all.get(&to) {
                let entry = all.get(&Moment::Entree).map_or(&[][..], Vec::as_slice);
                cohort.evolutions.push(self.evolution(to, [entry, later], links, parts));
            }
        }
        cohort.leavers = self.leavers(links, parts);
    }

    /// Adds the answers of a row to those of its questions.
    fn answered(&self, link: Link, parts: &[Rows], all: &mut [Answered]) {
        let (rows, row) = link.of(parts);
        for (column, slot) in rows.plan.columns.iter().zip(&self.places[link.part()]) {
            all[*slot].add(column.given(rows.answers(row)), column.choices());
        }
    }

    /// What changed until a later moment; `all` is what was answered at both, slot by slot.
    fn evolution(
        &self,
        to: Moment,
        all: [&[Answered]; 2],
        links: &[Link],
        parts: &[Rows],
    ) -> Evolution {
        let (mut paired, mut only_later, mut unclear) = (0, 0, BTreeMap::new());
        let both = |slot: &usize| {
            [Moment::Entree, to].into_iter().all(|it| self.is_asked(parts, *slot, it))
        };
        let slots: Vec<usize> = (0..self.columns.len()).filter(both).collect();
        let shift = |slot: &usize| {
            let [entry, later] = all.map(|all| all.get(*slot).cloned().unwrap_or_default());
            Shift::new(self.columns[*slot], entry, later)
        };
        let mut shifts: Vec<Shift> = slots.iter().map(shift).collect();
        people(links, parts, |person| match person.met(to) {
            Met::Paired(entry, later) => {
                paired += 1;
                for (slot, shift) in slots.iter().zip(&mut shifts) {
                    let given = [entry, later].map(|link| self.given(link, *slot, parts));
                    // Another version of the form may not ask it.
                    if let [Some(entry), Some(later)] = given {
                        shift.add(entry, later);
                    }
                }
            }
            Met::Unclear(why) => *unclear.entry(why).or_default() += 1,
            Met::OnlyLater => only_later += 1,
            Met::OnlyEntry(_) | Met::Neither => {}
        });
        correct(&mut shifts);
        Evolution { to, paired, unclear, only_later, shifts }
    }

    /// What became of the question of a slot in a row; nothing where its form does not ask it.
    fn given(&self, link: Link, slot: usize, parts: &[Rows]) -> Option<Given> {
        let place = self.places[link.part()].iter().position(|other| *other == slot)?;
        let (rows, row) = link.of(parts);
        Some(rows.plan.columns[place].given(rows.answers(row)))
    }

    fn leavers(&self, links: &[Link], parts: &[Rows]) -> Leavers {
        let none = vec![Answered::default(); self.columns.len()];
        let (mut stayed, mut left) = (none.clone(), none);
        let mut leavers = Leavers::default();
        people(links, parts, |person| match person.met(Moment::Sortie) {
            Met::Paired(entry, _) => {
                leavers.stayed += 1;
                self.answered(entry, parts, &mut stayed);
            }
            Met::OnlyEntry(Some(entry)) => {
                leavers.left += 1;
                self.answered(entry, parts, &mut left);
            }
            Met::OnlyEntry(None) | Met::OnlyLater | Met::Neither | Met::Unclear(_) => {}
        });
        let sides = stayed.into_iter().zip(left).enumerate();
        let compared = sides.filter_map(|(slot, (stayed, left))| {
            let column = self.columns[slot];
            let is_compared = column.choices() > 0 && self.is_asked(parts, slot, Moment::Entree);
            let question = Arc::clone(&column.question);
            is_compared.then_some(Compared { question, stayed, left })
        });
        leavers.questions = compared.collect();
        leavers
    }
}

/// Corrects the p of each question for there being several.
fn correct(shifts: &mut [Shift]) {
    let tested: Vec<Option<f64>> =
        shifts.iter().map(|shift| shift.p().ok().map(PValue::get)).collect();
    let raw: Vec<f64> = tested.iter().copied().flatten().collect();
    let mut corrected = holm(&raw).into_iter();
    for (shift, p) in shifts.iter_mut().zip(&tested) {
        shift.corrected = p.and_then(|_| corrected.next()).map(PValue::new);
    }
}
