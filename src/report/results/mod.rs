//! What the rows say, in the terminal: words first, a bar beside each count, n everywhere.
//! Never computes a figure, and never shows one that was hidden.

mod lines;

use std::collections::BTreeSet;

use self::lines::Page;
use super::wording::{Wording, written};
use crate::analysis::disclosure::Disclosed;
use crate::analysis::report::{
    Audience, CoreCriterion, Counted, Figure, OfCohort, OfIndicator, OfQuestion, OfReferentiel,
    OfShift, Spread,
};
use crate::app::Signs;
use crate::locale::Locale;
use crate::questionnaire::Kind;

/// On what a report is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paper {
    /// How many columns there are.
    pub columns: usize,
    /// How counts are drawn beside their figures.
    pub bars: Bars,
}

/// How counts are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bars {
    /// With the signs that the terminal has.
    Drawn(Signs),
    /// Not at all: what is read aloud says the figures alone.
    None,
}

/// The report in words.
pub fn results(locale: &Locale, report: &Disclosed, paper: Paper) -> String {
    let words = Wording { locale, report };
    let mut told = Told { words, page: Page::new(locale, paper) };
    told.head();
    told.crosses();
    for of in &report.referentiels {
        told.referentiel(of);
    }
    told.core();
    told.changes();
    told.hardest();
    told.method();
    told.page.finish()
}

/// A report being told.
struct Told<'a> {
    words: Wording<'a>,
    page: Page<'a>,
}

impl Told<'_> {
    fn head(&mut self) {
        let words = self.words;
        self.page.underlined(&words.say("report-title"), '=');
        self.page.blank();
        let method = &words.report.method;
        if method.trials > 0 {
            self.page.text(&words.many("report-trials", method.trials));
        }
        if method.rows == 0 {
            self.page.text(&words.say("report-none"));
            return;
        }
        self.page.text(&words.many("report-rows", method.rows));
        self.page.text(&words.say("report-declared"));
        self.page.text(&words.locale.tell("results-hint", &words.base()));
        if words.report.audience() == Audience::Diffusion {
            self.page.text(&words.say("report-diffusion"));
        }
        if let Some(split) = words.split() {
            self.page.text(&split);
        }
    }

    fn referentiel(&mut self, of: &OfReferentiel) {
        let words = self.words;
        self.page.section(&words.locale.titled(&of.head));
        self.page.blank();
        for form in words.report.forms_of(&of.head) {
            let Some(answered) = words.form(form) else { continue };
            self.page.item(&answered);
            for line in words.held(form).into_iter().chain(words.ways(form)) {
                self.page.at(2, &line);
            }
        }
        let mut told = BTreeSet::new();
        for axe in &of.axes {
            self.page.subsection(&words.title("tree-axis", &axe.registre.titre));
            for criterion in &axe.criteria {
                let id =
                    if criterion.common { "tree-criterion-common" } else { "results-criterion" };
                self.page.blank();
                self.page.text(&words.title(id, &criterion.critere.titre));
                for indicator in &criterion.indicators {
                    self.page.blank();
                    let title = words.title("results-indicator", &indicator.indicateur.titre);
                    self.page.at(2, &title);
                    for place in &indicator.questions {
                        self.question(*place, Some(indicator), told.insert(*place));
                    }
                }
            }
        }
        if !of.rest.is_empty() {
            self.page.subsection(&words.say("results-rest"));
            for place in &of.rest {
                self.question(*place, None, true);
            }
        }
    }

    /// A question under an indicator; whole, or only what the indicator adds where it was told above.
    fn question(&mut self, place: usize, under: Option<&OfIndicator>, is_first: bool) {
        let words = self.words;
        let of = &words.report.questions[place];
        self.page.blank();
        let asked = words.asked(of);
        if is_first {
            self.page.at(4, &asked);
            if let Some(otherwise) = words.otherwise(of) {
                self.page.at(4, &otherwise);
            }
        } else {
            let question = [("question", asked.into())];
            self.page.at(4, &words.locale.tell("results-above", &question));
        }
        if let Some(share) = words.share(&of.all, under) {
            self.page.at(4, &share);
        }
        if is_first {
            self.counted(of, &of.all);
        }
        for (name, part) in &of.parts {
            let name = words.part_name(name);
            let counts = words.part(of, part, under);
            let arguments = [("name", name.into()), ("counts", counts.into())];
            self.page.at(6, &words.locale.tell("report-part", &arguments));
        }
    }

    /// What was answered: each choice with its bar, then who did not answer.
    fn counted(&mut self, of: &OfQuestion, counted: &Counted) {
        let words = self.words;
        if let Some(why) = words.hidden(counted) {
            return self.page.at(4, &why);
        }
        match &counted.spread {
            Spread::Choices(_) => {
                let given = counted.answered.shown().unwrap_or_default();
                self.bars(&words.choices(of, counted), given);
                if matches!(of.question.kind, Kind::Multiple(_)) {
                    self.page.at(4, &words.say("results-several"));
                }
            }
            Spread::Numbers { sum: Figure::Shown(sum), .. } => {
                self.page
                    .at(4, &words.locale.tell("report-sum", &[("sum", sum.to_string().into())]));
            }
            Spread::Apart => self.page.at(4, &words.say("report-apart")),
            Spread::Numbers { .. } => {}
        }
        for line in words.median(of, counted).into_iter().chain(words.missing(of, counted)) {
            self.page.at(4, &line);
        }
    }

    /// Counts with their bars, each of so many.
    fn bars(&mut self, counts: &[(String, u64)], of: u64) {
        let locale = self.words.locale;
        self.page.bars(counts, of, |name, count| {
            let arguments = [
                ("count", written(locale, count).into()),
                ("of", written(locale, of).into()),
                ("name", name.into()),
            ];
            locale.tell("report-choice", &arguments)
        });
    }

    /// The core criteria that several référentiels feed, side by side.
    fn core(&mut self) {
        let words = self.words;
        let shared = |it: &&CoreCriterion| it.sources.len() > 1;
        let criteria: Vec<&CoreCriterion> = words.report.core.iter().filter(shared).collect();
        if criteria.is_empty() {
            return;
        }
        self.page.section(&words.say("report-core"));
        self.page.blank();
        self.page.text(&words.say("report-core-text"));
        for criterion in criteria {
            self.page.blank();
            self.page.text(&words.core(criterion));
            for source in &criterion.sources {
                self.page.at(2, &source.head.titre);
                for (asked, counts) in words.source(source) {
                    let arguments = [("name", asked.into()), ("counts", counts.into())];
                    self.page.at(4, &words.locale.tell("report-part", &arguments));
                }
            }
        }
    }

    fn changes(&mut self) {
        let words = self.words;
        let cohorts = words.cohorts();
        if cohorts.is_empty() {
            return;
        }
        self.page.section(&words.say("report-changes"));
        self.page.blank();
        self.page.text(&words.say("report-changes-text"));
        for cohort in cohorts {
            self.page.subsection(&words.cohort(cohort));
            for evolution in &cohort.evolutions {
                self.page.blank();
                for line in words.paired(cohort, evolution) {
                    self.page.text(&line);
                }
                for of in &evolution.shifts {
                    self.shift(of);
                }
            }
            self.leavers(cohort);
        }
    }

    /// Those who left beside those who stayed.
    fn leavers(&mut self, cohort: &OfCohort) {
        let words = self.words;
        let Some(leavers) = &cohort.leavers else { return };
        self.page.blank();
        self.page.text(&words.left(leavers));
        for (of, table) in leavers.told() {
            self.page.blank();
            self.page.at(2, &words.compared_question(cohort, of));
            let lines = words.read(&words.compared_grid(cohort, of, table));
            for line in lines.into_iter().chain(words.associated(table)) {
                self.page.at(4, &line);
            }
        }
        let hidden = leavers.hidden();
        if hidden > 0 {
            self.page.blank();
            self.page.text(&words.many("report-leavers-hidden", hidden));
        }
    }

    /// What was asked to be crossed.
    fn crosses(&mut self) {
        let words = self.words;
        if words.report.crosses.is_empty() {
            return;
        }
        self.page.section(&words.say("report-cross"));
        for of in &words.report.crosses {
            self.page.blank();
            self.page.text(&words.crossed(of));
            match &of.table {
                Err(why) => self.page.at(2, &words.uncrossed(*why)),
                Ok(table) => {
                    let lines = words.read(&words.grid(of, table));
                    for line in lines.into_iter().chain(words.associated(table)) {
                        self.page.at(2, &line);
                    }
                }
            }
        }
    }

    fn shift(&mut self, of: &OfShift) {
        let words = self.words;
        self.page.blank();
        self.page.at(2, &words.shifted(of));
        match &of.shift {
            Err(why) => self.page.at(4, &words.unshifted(*why)),
            Ok(shift) => {
                self.bars(&words.ways_of(shift), shift.pairs() as u64);
                if let Some(interval) = words.interval(shift) {
                    self.page.at(4, &interval);
                }
            }
        }
    }

    /// The questions that were passed most often: the forms are not piloted.
    fn hardest(&mut self) {
        let hardest = self.words.hardest();
        if hardest.is_empty() {
            return;
        }
        self.page.section(&self.words.say("report-hardest"));
        self.page.blank();
        self.page.text(&self.words.say("report-hardest-text"));
        for line in &hardest {
            self.page.item(line);
        }
    }

    fn method(&mut self) {
        self.page.section(&self.words.say("report-method"));
        self.page.blank();
        for line in self.words.method() {
            self.page.item(&line);
        }
        let flaws = self.words.flaws();
        if !flaws.is_empty() {
            self.page.subsection(&self.words.say("report-flaws"));
            for line in &flaws {
                self.page.item(line);
            }
        }
    }
}
