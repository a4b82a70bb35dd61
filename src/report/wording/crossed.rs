//! Crossed tables in words: the names of their sides, each cell or that it is hidden, and what chance
//! could have done.
//! Never a share of few people, and never what a hidden cell would follow from.

use super::changes::CHANCE;
use super::{Wording, hundredths, ratio, written};
use crate::analysis::crosstab::{Association, Axis, Test};
use crate::analysis::report::{OfCohort, OfCompared, OfCross, OfLeavers, Table, Why};
use crate::questionnaire::{Adresse, Questionnaire};
use crate::report::access::kept_day;
use crate::value::Meta;

/// How many digits of a p, or of a measure, are told.
const DIGITS: usize = 3;

/// Below this a p is only said to be below it.
const LEAST: f64 = 0.001;

/// The words for a crossed table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::report) struct Grid {
    /// The name of each line, with how many are in it where that is told.
    pub lines: Vec<String>,
    /// The name of each column.
    pub columns: Vec<String>,
    /// Each cell.
    pub cells: Vec<Vec<String>>,
}

impl Wording<'_> {
    /// What is crossed with what, and the form that asks it.
    pub fn crossed(&self, of: &OfCross) -> String {
        let form = of.form.say(&of.form.titre, self.locale.language());
        let [lines, columns] = of.sides().map(|axis| self.side(&of.form, axis));
        let arguments =
            [("lines", lines.into()), ("columns", columns.into()), ("form", form.into())];
        self.locale.tell("report-cross-by", &arguments)
    }

    fn side(&self, form: &Questionnaire, axis: &Axis) -> String {
        match axis {
            Axis::Question(question) => form.say(&question.label, self.locale.language()),
            Axis::Column(Meta::Date) | Axis::Month => self.say("report-by-mois"),
            Axis::Column(meta) => self.say(&format!("report-by-{}", meta.word())),
        }
    }

    /// The table in words.
    pub fn grid(&self, of: &OfCross, table: &Table) -> Grid {
        let names = |axis: &Axis, names: &[String]| {
            names.iter().map(|name| self.name(&of.form, axis, name)).collect::<Vec<_>>()
        };
        let lines = names(&of.lines, &of.line_names);
        self.cells(table, lines, names(&of.columns, &of.column_names))
    }

    /// A part of a side, as people call it.
    fn name(&self, form: &Questionnaire, axis: &Axis, name: &str) -> String {
        match axis {
            Axis::Question(question) => {
                let choice = question.kind.choices().iter().find(|choice| choice.name == *name);
                let language = self.locale.language();
                choice.map_or_else(|| name.to_owned(), |it| form.say(&it.label, language))
            }
            Axis::Month => kept_day(self.locale, name),
            Axis::Column(Meta::Support | Meta::Aide) => {
                let word = name.replace('_', "-");
                self.say(&format!("sitting-is-{}-{word}", axis.key()))
            }
            Axis::Column(_) => self.part_name(name),
        }
    }

    fn cells(&self, table: &Table, lines: Vec<String>, columns: Vec<String>) -> Grid {
        let base = self.report.audience().base();
        let each = table.cells.iter().enumerate().map(|(at, cells)| {
            let of = table.line(at).filter(|of| *of >= base);
            let cell = cells.iter().map(|cell| match (cell.shown(), of) {
                (None, _) => self.say("report-cell-hidden"),
                (Some(count), None) => written(self.locale, count),
                (Some(count), Some(of)) => {
                    let share = hundredths(ratio(count, of));
                    let count = written(self.locale, count);
                    let arguments = [("count", count.into()), ("share", share.into())];
                    self.locale.tell("report-cross-cell", &arguments)
                }
            });
            cell.collect()
        });
        let cells = each.collect();
        let lines = lines.into_iter().enumerate().map(|(at, name)| match table.line(at) {
            Some(count) => self.count(&name, count),
            None => name,
        });
        Grid { lines: lines.collect(), columns, cells }
    }

    /// A table line by line: sentences.
    pub fn read(&self, grid: &Grid) -> Vec<String> {
        let line = |(name, cells): (&String, &Vec<String>)| {
            let cells = grid.columns.iter().zip(cells).map(|(name, cell)| self.part_of(name, cell));
            self.part_of(name, &cells.collect::<Vec<_>>().join(" ; "))
        };
        grid.lines.iter().zip(&grid.cells).map(line).collect()
    }

    fn part_of(&self, name: &str, counts: &str) -> String {
        self.locale.tell("report-part", &[("name", name.into()), ("counts", counts.into())])
    }

    /// Why nothing of a table is told.
    pub fn uncrossed(&self, why: Why) -> String {
        match why {
            Why::Few => self.locale.tell("report-too-few", &self.base()),
            Why::Private => self.say("report-cross-private"),
            Why::Complement => self.locale.tell("report-cross-none", &self.base()),
            Why::Earlier => self.say("report-cross-earlier"),
        }
    }

    /// How many are in a table, whether its sides go together, and that cells are hidden: sentences.
    pub fn associated(&self, table: &Table) -> Vec<String> {
        let Some(people) = table.people() else {
            return vec![self.locale.tell("report-cross-some", &self.base())];
        };
        let mut lines = vec![self.many("report-cross-people", people)];
        if let Some(found) = &table.association {
            lines.push(self.tested(found));
            lines.push(self.chance(table));
        }
        lines
    }

    fn tested(&self, found: &Association) -> String {
        let number = |number: f64| self.locale.number(number, DIGITS);
        let p = found.test.p().get();
        let p = if p < LEAST {
            self.locale.tell("report-p-below", &[("p", number(LEAST).into())])
        } else {
            self.locale.tell("report-p", &[("p", number(p).into())])
        };
        let test = match found.test {
            Test::Fisher(_) => self.locale.tell("report-fisher", &[("p", p.into())]),
            Test::ChiSquared(of) => {
                let id = if of.is_sound() { "report-chi" } else { "report-chi-unsound" };
                let statistic = self.locale.number(of.statistic, 2);
                let arguments = [
                    ("p", p.into()),
                    ("statistic", statistic.into()),
                    ("degrees", of.degrees.into()),
                ];
                self.locale.tell(id, &arguments)
            }
        };
        let v = [found.v, found.corrected].map(|v| self.locale.number(v, 2));
        let [v, corrected] = v;
        let arguments = [("test", test.into()), ("v", v.into()), ("corrected", corrected.into())];
        self.locale.tell("report-associated", &arguments)
    }

    /// Could chance alone have done it?
    fn chance(&self, table: &Table) -> String {
        let hardly = table.corrected.is_some_and(|p| p.get() < CHANCE);
        self.say(if hardly { "report-chance-hardly" } else { "report-chance" })
    }

    /// How many left without answering again, and how many did not.
    pub fn left(&self, leavers: &OfLeavers) -> String {
        let arguments = [
            ("n", leavers.left.into()),
            ("left", written(self.locale, leavers.left).into()),
            ("stayed", written(self.locale, leavers.stayed).into()),
        ];
        self.locale.tell("report-leavers", &arguments)
    }

    /// The question, of those who left and those who stayed.
    pub fn compared_question(&self, cohort: &OfCohort, of: &OfCompared) -> String {
        match self.asked_of(cohort, of) {
            Some(form) => form.say(&of.question.label, self.locale.language()),
            None => of.question.label.get(self.locale.language(), Adresse::Vous).to_owned(),
        }
    }

    /// The form of arriving that asks it.
    fn asked_of(&self, cohort: &OfCohort, of: &OfCompared) -> Option<&Questionnaire> {
        let mut questions = self.report.questions.iter();
        let found = questions.find(|it| {
            it.form.head.id == cohort.referentiel && it.question.name == of.question.name
        });
        found.map(|it| &*it.form)
    }

    /// What both had said, in words.
    pub fn compared_grid(&self, cohort: &OfCohort, of: &OfCompared, table: &Table) -> Grid {
        let lines = ["report-stayed", "report-left"].map(|id| self.say(id)).to_vec();
        let language = self.locale.language();
        let form = self.asked_of(cohort, of);
        let choices = of.question.kind.choices().iter();
        let columns = choices.map(|choice| match form {
            Some(form) => form.say(&choice.label, language),
            None => choice.label.get(language, Adresse::Vous).to_owned(),
        });
        self.cells(table, lines, columns.collect())
    }
}
