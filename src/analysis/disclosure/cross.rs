//! Which cells of a crossed table are hidden: those of few people, and others beside them, so that who
//! knows the sums of all lines and columns finds none of them again.
//! Never a test of a table of which a cell is hidden.
//!
//! That all those sums are known is more than is told: the answers of all to both questions are, of
//! whoever answered the other one or not. What is hidden then is found only where no other table of
//! whole numbers has the same sums and the same told cells. There is another exactly where some people
//! can be moved around a ring of hidden cells, one more and one less in turn (the cycles of a network,
//! Gusfield, «A graph theoretic approach to statistical data security», 1988).

use std::collections::BTreeSet;

use super::super::crosstab::Axis;
use super::super::report::{Audience, Figure, OfCohort, OfCross, Report, Table, Why, correct};
use super::past;
use super::plan::{Hidden, Plan};
use crate::questionnaire::Moment;
use crate::store::Publication;

/// No larger table is told: it cannot be read, and nearly all of it would be hidden.
const MOST_CELLS: usize = 1_000;

/// Hides what must be of the tables that were asked for.
pub(super) fn hide(report: &mut Report, audience: Audience, past: &[Publication], plan: &Plan) {
    let why: Vec<Option<Why>> =
        report.crosses.iter().map(|of| why(report, of, past, plan)).collect();
    for (of, why) in report.crosses.iter_mut().zip(why) {
        if let Some(why) = why {
            of.table = Err(why);
        }
        hide_cells(&mut of.table, audience);
    }
}

/// Why nothing of a table is told, whatever its cells are.
fn why(report: &Report, of: &OfCross, past: &[Publication], plan: &Plan) -> Option<Why> {
    // Of two ways to part the same people, one may be a part of the other.
    if report.split.is_some() {
        return Some(Why::Complement);
    }
    let keys = of.sides().map(Axis::key);
    let is_of = |axis: &Axis| matches!(axis, Axis::Question(question) if question.sensible);
    if of.form.head.sensible || of.sides().into_iter().any(is_of) {
        return Some(Why::Private);
    }
    let pairs = report.questions.iter().zip(&plan.questions);
    let mut hidden = pairs
        .filter(|(other, _)| other.form.id == of.form.id && keys.contains(&other.fingerprint))
        .filter_map(|(_, hidden)| hidden.all);
    let hidden = hidden.next().map(Hidden::why);
    hidden.or_else(|| past::of_cross(of, past).then_some(Why::Earlier))
}

/// Hides what must be of those who left beside those who stayed. Who did not come back is told to
/// those who work there, who ask themselves why; never to anybody else.
pub(super) fn hide_leavers(
    report: &mut Report,
    audience: Audience,
    shifts: &[Option<Why>],
    plan: &Plan,
) {
    let mut changed = shifts.iter();
    let mut cohorts = std::mem::take(&mut report.changes.cohorts);
    for cohort in &mut cohorts {
        // A change that is hidden would be found from what the same people said at both ends.
        let shifts = cohort.evolutions.iter().flat_map(|evolution| &evolution.shifts);
        let hidden = shifts.zip(changed.by_ref()).filter(|(_, why)| why.is_some());
        let mut hidden: BTreeSet<String> = hidden.map(|(of, _)| of.question.name.clone()).collect();
        hidden.extend(hidden_on_arriving(report, plan, cohort));
        if audience == Audience::Diffusion {
            cohort.leavers = None;
        }
        let questions = cohort.leavers.iter_mut().flat_map(|leavers| &mut leavers.questions);
        for of in questions {
            let is_parted =
                report.split.is_some() || is_crossed(report, &of.question.fingerprint());
            match () {
                () if of.question.sensible => of.table = Err(Why::Private),
                () if is_parted || hidden.contains(&of.question.name) => {
                    of.table = Err(Why::Complement);
                }
                () => hide_cells(&mut of.table, audience),
            }
        }
        let questions = cohort.leavers.iter_mut().flat_map(|leavers| &mut leavers.questions);
        correct(questions.filter_map(|of| of.table.as_mut().ok()));
    }
    report.changes.cohorts = cohorts;
}

/// Is this question one of those that are crossed with something else?
fn is_crossed(report: &Report, fingerprint: &String) -> bool {
    report.crosses.iter().flat_map(OfCross::sides).any(|axis| axis.key() == *fingerprint)
}

/// The questions of which it is not told what the people of a cohort said on arriving.
fn hidden_on_arriving(
    report: &Report,
    plan: &Plan,
    cohort: &OfCohort,
) -> impl Iterator<Item = String> {
    let pairs = report.questions.iter().zip(&plan.questions);
    let of_cohort = pairs.filter(|(of, hidden)| {
        of.form.head.id == cohort.referentiel
            && of.form.role == cohort.role
            && of.form.moment == Moment::Entree
            && hidden.all.is_some()
    });
    of_cohort.map(|(of, _)| of.question.name.clone())
}

/// Hides the cells of a table that must be, and what follows from them; the whole where nothing is
/// left.
fn hide_cells(table: &mut Result<Table, Why>, audience: Audience) {
    let Ok(told) = table else { return };
    let counts = told.counts();
    let people: u64 = counts.iter().flatten().sum();
    if people < audience.base() {
        *table = Err(Why::Few);
        return;
    }
    let Some(hidden) = Grid::new(counts, audience.base()).hidden() else {
        *table = Err(Why::Complement);
        return;
    };
    for (cell, is_hidden) in told.cells.iter_mut().flatten().zip(hidden.iter().flatten()) {
        if *is_hidden {
            cell.hide(Why::Complement);
        }
    }
    if told.cells.iter().flatten().any(|cell| matches!(cell, Figure::Hidden(_))) {
        (told.association, told.corrected) = (None, None);
    }
}

/// A cell, by line and column.
type Cell = (usize, usize);

/// A table of which more and more cells are hidden.
struct Grid {
    counts: Vec<Vec<u64>>,
    base: u64,
    lines: Vec<u64>,
    columns: Vec<u64>,
    hidden: BTreeSet<Cell>,
}

impl Grid {
    fn new(counts: Vec<Vec<u64>>, base: u64) -> Self {
        let width = counts.first().map_or(0, Vec::len);
        let lines = counts.iter().map(|line| line.iter().sum()).collect();
        let columns = (0..width).map(|at| counts.iter().map(|line| line[at]).sum()).collect();
        Self { counts, base, lines, columns, hidden: BTreeSet::new() }
    }

    /// Whether each cell is hidden; nothing where all that is left to tell is where nobody is.
    fn hidden(mut self) -> Option<Vec<Vec<bool>>> {
        let cells: Vec<Cell> = self.cells().collect();
        if cells.len() > MOST_CELLS {
            return None;
        }
        let is_few = |count: u64| (1..self.base).contains(&count);
        let few = cells.iter().filter(|(line, column)| {
            is_few(self.counts[*line][*column])
                || is_few(self.lines[*line])
                || is_few(self.columns[*column])
        });
        self.hidden = few.copied().collect();
        loop {
            let more = self.beside();
            let more = if more.is_empty() { self.around() } else { more };
            if more.is_empty() {
                break;
            }
            self.hidden.extend(more);
        }
        let is_told = |(line, column): &Cell| {
            self.counts[*line][*column] > 0 && !self.hidden.contains(&(*line, *column))
        };
        cells.iter().any(is_told).then(|| {
            let places = |(at, line): (usize, &Vec<u64>)| {
                (0..line.len()).map(|column| self.hidden.contains(&(at, column))).collect()
            };
            self.counts.iter().enumerate().map(places).collect()
        })
    }

    /// The cells of which it is not clear at once that nobody is in them: no one is in the whole line, or
    /// column.
    fn cells(&self) -> impl Iterator<Item = Cell> {
        let lines = (0..self.lines.len()).filter(|line| self.lines[*line] > 0);
        lines.flat_map(|line| {
            let columns = (0..self.columns.len()).filter(|column| self.columns[*column] > 0);
            columns.map(move |column| (line, column))
        })
    }

    /// One more cell of each line, and of each column, in which what is hidden is one cell, or few
    /// people: their sum is known.
    fn beside(&self) -> BTreeSet<Cell> {
        let rows = (0..self.lines.len()).map(|at| self.among(|(line, _)| *line == at));
        let columns = (0..self.columns.len()).map(|at| self.among(|(_, column)| *column == at));
        let found = rows.chain(columns).filter_map(|(hidden, told)| {
            let people: u64 = hidden.iter().map(|cell| self.count(*cell)).sum();
            let is_open = hidden.len() == 1 || !hidden.is_empty() && people < self.base;
            self.next(if is_open { told } else { Vec::new() })
        });
        found.collect()
    }

    /// One more cell for each hidden one that no other table has otherwise: of its line or column, or
    /// any where all of these are hidden.
    fn around(&self) -> BTreeSet<Cell> {
        let known = self.hidden.iter().filter(|cell| !self.may_differ(**cell));
        let found = known.filter_map(|(line, column)| {
            let (_, near) = self.among(|(row, at)| row == line || at == column);
            let (_, all) = self.among(|_| true);
            self.next(near).or_else(|| self.next(all))
        });
        found.collect()
    }

    /// The cells among these that are hidden, and those that are told.
    fn among(&self, is_here: impl Fn(&Cell) -> bool) -> (Vec<Cell>, Vec<Cell>) {
        self.cells().filter(is_here).partition(|cell| self.hidden.contains(cell))
    }

    /// The cell of these that is hidden next: where others are hidden both in its line and its column,
    /// that of the fewest people, and rather one with some.
    fn next(&self, cells: Vec<Cell>) -> Option<Cell> {
        cells.into_iter().min_by_key(|cell| {
            let (line, column) = cell;
            let row = !self.hidden.iter().any(|(at, _)| at == line);
            let pillar = !self.hidden.iter().any(|(_, at)| at == column);
            let count = self.count(*cell);
            (count == 0, usize::from(row) + usize::from(pillar), count, *cell)
        })
    }

    fn count(&self, (line, column): Cell) -> u64 {
        self.counts[line][column]
    }

    /// Is there a table with another number in this cell, and the same told cells and sums? A ring of
    /// hidden cells goes through it, in which one more and one less follow each other.
    fn may_differ(&self, own: Cell) -> bool {
        // One more here: from its column some ring of one less, one more leads back to its line.
        let more = self.ring(own, Way::Less, own.1).contains(&own.0);
        more || self.count(own) > 0 && self.ring(own, Way::More, own.0).contains(&own.1)
    }

    /// The lines, or columns, that are reached from a column, or line, by cells that in turn have one
    /// less or one more: those where the first kind of step ends.
    fn ring(&self, own: Cell, first: Way, from: usize) -> BTreeSet<usize> {
        let second = if first == Way::Less { Way::More } else { Way::Less };
        let (mut starts, mut ends) = (BTreeSet::from([from]), BTreeSet::new());
        loop {
            let before = starts.len();
            for start in &starts {
                ends.extend(self.steps(own, first, *start));
            }
            for end in &ends {
                starts.extend(self.steps(own, second, *end));
            }
            if starts.len() == before {
                return ends;
            }
        }
    }

    /// Where one step leads by the hidden cells but this one: from a line to the columns in which one
    /// more may be, or from a column to the lines in which one less may be.
    fn steps(&self, own: Cell, way: Way, from: usize) -> impl Iterator<Item = usize> {
        let others = self.hidden.iter().filter(move |cell| **cell != own);
        others.filter_map(move |cell| match way {
            Way::More => (cell.0 == from).then_some(cell.1),
            Way::Less => (cell.1 == from && self.count(*cell) > 0).then_some(cell.0),
        })
    }
}

/// How a cell differs in another table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// One more person, who is of its line.
    More,
    /// One less, who was of its column.
    Less,
}
