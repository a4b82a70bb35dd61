//! What the rows say, in the terminal: words first, a bar beside each count, n everywhere.
//! Never computes a figure, and never shows one that was hidden.

mod changes;
mod lines;
mod method;

use std::collections::BTreeSet;

use fluent_bundle::FluentValue;

use self::lines::Page;
use super::access::kept_day;
use crate::analysis::disclosure::Disclosed;
use crate::analysis::report::{
    Audience, By, CoreCriterion, CoreSource, Counted, Figure, OfForm, OfIndicator, OfQuestion,
    OfReferentiel, Spread, Why,
};
use crate::analysis::statistics::wilson;
use crate::app::{Signs, reason_words};
use crate::locale::Locale;
use crate::questionnaire::{Kind, Mesure};
use crate::value::{Date, Missing};

/// How many of the questions that were passed most often are told.
const HARDEST: usize = 5;

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
    let mut told = Told { locale, report, page: Page::new(locale, paper) };
    told.head();
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
    locale: &'a Locale,
    report: &'a Disclosed,
    page: Page<'a>,
}

/// A number as people write it.
fn written(locale: &Locale, number: u64) -> String {
    #[expect(clippy::cast_precision_loss, reason = "no number of people is that large")]
    locale.number(number as f64, 0)
}

/// A share as a whole number of hundredths.
fn hundredths(share: f64) -> String {
    format!("{:.0}", share * 100.0)
}

impl Told<'_> {
    fn say(&self, id: &str) -> String {
        self.locale.say(id)
    }

    /// A message about so many: the number for its grammar, and as it is written.
    fn many(&self, id: &str, number: u64) -> String {
        self.locale
            .tell(id, &[("n", number.into()), ("count", written(self.locale, number).into())])
    }

    fn title(&self, id: &str, title: &str) -> String {
        self.locale.tell(id, &[("title", title.into())])
    }

    fn head(&mut self) {
        self.page.underlined(&self.say("report-title"), '=');
        self.page.blank();
        let rows = self.report.method.rows;
        if self.report.method.trials > 0 {
            self.page.text(&self.many("report-trials", self.report.method.trials));
        }
        if rows == 0 {
            self.page.text(&self.say("report-none"));
            return;
        }
        self.page.text(&self.many("report-rows", rows));
        self.page.text(&self.say("report-declared"));
        self.page.text(&self.locale.tell("results-hint", &self.base()));
        if self.report.audience() == Audience::Diffusion {
            self.page.text(&self.say("report-diffusion"));
        }
        if let Some(by) = self.report.split {
            let id = if self.report.method.too_many_parts {
                "report-split-many"
            } else {
                "report-split"
            };
            let by = self.say(&format!("report-by-{}", by.word()));
            self.page.text(&self.locale.tell(id, &[("by", by.into())]));
        }
    }

    fn referentiel(&mut self, of: &OfReferentiel) {
        self.page.section(&self.locale.titled(&of.head));
        self.page.blank();
        let report = self.report;
        for form in report.forms_of(&of.head) {
            self.form(form);
        }
        let mut told = BTreeSet::new();
        for axe in &of.axes {
            self.page.subsection(&self.title("tree-axis", &axe.registre.titre));
            for criterion in &axe.criteria {
                let id =
                    if criterion.common { "tree-criterion-common" } else { "results-criterion" };
                self.page.blank();
                self.page.text(&self.title(id, &criterion.critere.titre));
                for indicator in &criterion.indicators {
                    self.page.blank();
                    let title = self.title("results-indicator", &indicator.indicateur.titre);
                    self.page.at(2, &title);
                    for place in &indicator.questions {
                        self.question(*place, Some(indicator), told.insert(*place));
                    }
                }
            }
        }
        if !of.rest.is_empty() {
            self.page.subsection(&self.say("results-rest"));
            for place in &of.rest {
                self.question(*place, None, true);
            }
        }
    }

    /// Who answered a form.
    fn form(&mut self, of: &OfForm) {
        let Some(rows) = of.rows.shown() else { return };
        let title = of.form.say(&of.form.titre, self.locale.language());
        let mut words = self.locale.tell(
            "report-form",
            &[
                ("form", title.into()),
                ("n", rows.into()),
                ("count", written(self.locale, rows).into()),
            ],
        );
        if let Some(partial) = of.partial.shown().filter(|partial| *partial > 0) {
            words.push_str(&self.many("report-form-partial", partial));
        }
        if let Some((first, last)) = &of.dates {
            let is_day = first.parse::<Date>().is_ok() && last.parse::<Date>().is_ok();
            let [first, last] = [first, last].map(|day| kept_day(self.locale, day));
            let id = match () {
                () if first == last => "report-form-day",
                () if is_day => "report-form-days",
                () => "report-form-seasons",
            };
            let arguments = [("first", first.into()), ("last", last.into())];
            words.push_str(&self.locale.tell(id, &arguments));
        }
        self.page.item(&words);
        if let Some(held) = of.held {
            let counts = [
                ("report-held-seances", held.seances),
                ("report-held-present", held.present),
                ("report-held-answered", held.answered),
                ("report-held-refused", held.refused),
                ("report-held-left", held.left),
                ("report-held-absent", held.absent),
            ];
            let told = counts.iter().filter(|(_, count)| *count > 0);
            let told: Vec<String> = told.map(|(id, count)| self.many(id, *count)).collect();
            let counts = [("counts", told.join(", ").into())];
            self.page.at(2, &self.locale.tell("report-held", &counts));
        }
        for by in [By::Support, By::Aide] {
            let ways = of.ways.iter().filter(|((other, _), _)| *other == by);
            let ways: Vec<String> = ways
                .filter_map(|((_, word), count)| {
                    let id = format!("sitting-is-{}-{}", by.word(), word.replace('_', "-"));
                    let arguments = [
                        ("name", self.say(&id).into()),
                        ("count", written(self.locale, count.shown()?).into()),
                    ];
                    Some(self.locale.tell("report-count", &arguments))
                })
                .collect();
            if !ways.is_empty() {
                let ways = [("ways", ways.join(", ").into())];
                self.page.at(2, &self.locale.tell(&format!("report-ways-{}", by.word()), &ways));
            }
        }
    }

    /// A question under an indicator; whole, or only what the indicator adds where it was told above.
    fn question(&mut self, place: usize, under: Option<&OfIndicator>, is_first: bool) {
        let of = &self.report.questions[place];
        self.page.blank();
        let asked = self.asked(of);
        if is_first {
            self.page.at(4, &asked);
        } else {
            self.page.at(4, &self.locale.tell("results-above", &[("question", asked.into())]));
        }
        let told = self.share(&of.all, under);
        if let Some(share) = told {
            self.page.at(4, &share);
        }
        if is_first {
            self.counted(of, &of.all);
        }
        for (name, part) in &of.parts {
            let name = if name.is_empty() { self.say("report-part-unsaid") } else { name.clone() };
            let words = self.part(of, part, under);
            let arguments = [("name", name.into()), ("counts", words.into())];
            self.page.at(6, &self.locale.tell("report-part", &arguments));
        }
    }

    /// A question, and the form that asks it.
    fn asked(&self, of: &OfQuestion) -> String {
        let language = self.locale.language();
        let form = of.form.say(&of.form.titre, language);
        let question = of.form.say(&of.question.label, language);
        let arguments = [("form", form.into()), ("question", question.into())];
        self.locale.tell("results-question", &arguments)
    }

    /// The share that an indicator counts, with what is compatible with it.
    fn share(&self, counted: &Counted, under: Option<&OfIndicator>) -> Option<String> {
        let indicateur = &under?.indicateur;
        if indicateur.mesure != Mesure::Part {
            return None;
        }
        let (taken, of) = counted.share(&indicateur.code)?;
        #[expect(clippy::cast_precision_loss, reason = "no number of people is that large")]
        let share = taken as f64 / of as f64;
        let mut arguments = vec![
            ("n", taken.into()),
            ("taken", written(self.locale, taken).into()),
            ("of", written(self.locale, of).into()),
            ("share", hundredths(share).into()),
        ];
        if counted.is_everybody() {
            return Some(self.locale.tell("report-share-everybody", &arguments));
        }
        let [taken, of] = [taken, of].map(|count| usize::try_from(count).unwrap_or(usize::MAX));
        let interval = wilson(taken, of)?;
        arguments.push(("low", hundredths(interval.low).into()));
        arguments.push(("high", hundredths(interval.high).into()));
        Some(self.locale.tell("report-share", &arguments))
    }

    /// What was answered: each choice with its bar, then who did not answer.
    fn counted(&mut self, of: &OfQuestion, counted: &Counted) {
        if let Some(why) = self.hidden(counted) {
            return self.page.at(4, &why);
        }
        let given = counted.answered.shown().unwrap_or_default();
        match &counted.spread {
            Spread::Choices(figures) => {
                let language = self.locale.language();
                let choices = of.question.kind.choices().iter().zip(figures);
                let bars: Vec<(String, u64)> = choices
                    .filter_map(|(choice, figure)| {
                        Some((of.form.say(&choice.label, language), figure.shown()?))
                    })
                    .collect();
                let locale = self.locale;
                self.page.bars(&bars, given, |name, count| {
                    let arguments = [
                        ("count", written(locale, count).into()),
                        ("of", written(locale, given).into()),
                        ("name", name.into()),
                    ];
                    locale.tell("report-choice", &arguments)
                });
                if matches!(of.question.kind, Kind::Multiple(_)) {
                    self.page.at(4, &self.say("results-several"));
                }
            }
            Spread::Numbers { sum: Figure::Shown(sum), .. } => {
                self.page
                    .at(4, &self.locale.tell("report-sum", &[("sum", sum.to_string().into())]));
            }
            Spread::Apart => self.page.at(4, &self.say("report-apart")),
            Spread::Numbers { .. } => {}
        }
        self.median(of, counted);
        self.missing(of, counted);
    }

    fn median(&mut self, of: &OfQuestion, counted: &Counted) {
        let Some(median) = counted.median(&of.question) else { return };
        let name = |value: i64| {
            let value = value.to_string();
            let choice = of.question.kind.choices().iter().find(|choice| choice.name == value);
            choice.map_or(value, |choice| of.form.say(&choice.label, self.locale.language()))
        };
        let arguments = [("low", name(median.low).into()), ("high", name(median.high).into())];
        let id = if median.low == median.high { "report-median" } else { "report-median-two" };
        self.page.at(4, &self.locale.tell(id, &arguments));
    }

    /// How many were asked, and each reason for no answer.
    fn missing(&mut self, of: &OfQuestion, counted: &Counted) {
        let number = |figure: Figure| figure.shown().unwrap_or_default();
        let arguments =
            [("asked", number(counted.asked).into()), ("given", number(counted.answered).into())];
        self.page.at(4, &self.locale.tell("results-asked", &arguments));
        let mut reasons: Vec<String> = Vec::new();
        for (missing, figure) in &counted.missing {
            let name = reason_words(self.locale, &of.form, &of.question, *missing);
            let count = written(self.locale, number(*figure));
            let arguments = [("name", name.into()), ("count", count.into())];
            reasons.push(self.locale.tell("report-count", &arguments));
        }
        if !reasons.is_empty() {
            let reasons = [("reasons", reasons.join(", ").into())];
            self.page.at(4, &self.locale.tell("report-missing", &reasons));
        }
        if number(counted.unread) > 0 {
            let count = [("count", number(counted.unread).into())];
            self.page.at(4, &self.locale.tell("results-unread", &count));
        }
        if counted.is_everybody() {
            self.page.at(4, &self.say("report-everybody"));
        }
    }

    /// Why the answers are not told, where they are not.
    fn hidden(&self, counted: &Counted) -> Option<String> {
        let given = counted.answered.shown().unwrap_or_default();
        let few = || self.locale.tell("results-few", &[("given", given.into())]);
        match counted.hidden() {
            Some(Why::Few) if counted.answered.shown().is_none() => {
                Some(self.locale.tell("report-too-few", &self.base()))
            }
            Some(Why::Few) => Some(few()),
            Some(Why::Private) => Some(self.locale.tell("results-private", &self.base())),
            Some(Why::Complement) => Some(self.say("report-hidden")),
            Some(Why::Earlier) => Some(self.say("report-earlier")),
            None if given < self.report.audience().base() => Some(few()),
            None => None,
        }
    }

    /// How many answers there must be.
    fn base(&self) -> [(&'static str, FluentValue<'static>); 1] {
        [("base", self.report.audience().base().into())]
    }

    /// One part of a split, in one line.
    fn part(&self, of: &OfQuestion, part: &Counted, under: Option<&OfIndicator>) -> String {
        if let Some(why) = self.hidden(part) {
            return why;
        }
        if let Some(share) = self.share(part, under) {
            return share;
        }
        let given = part.answered.shown().unwrap_or_default();
        let Spread::Choices(figures) = &part.spread else {
            return self.many("report-answers", given);
        };
        let language = self.locale.language();
        let choices =
            of.question.kind.choices().iter().zip(figures).filter_map(|(choice, figure)| {
                let (name, count) =
                    (of.form.say(&choice.label, language), written(self.locale, figure.shown()?));
                let arguments = [("name", name.into()), ("count", count.into())];
                Some(self.locale.tell("report-count", &arguments))
            });
        let counts = choices.collect::<Vec<_>>().join(", ");
        let arguments = [
            ("n", given.into()),
            ("count", written(self.locale, given).into()),
            ("counts", counts.into()),
        ];
        self.locale.tell("report-part-counts", &arguments)
    }

    /// The core criteria that several référentiels feed, side by side.
    fn core(&mut self) {
        let report = self.report;
        let shared = |it: &&CoreCriterion| it.sources.len() > 1;
        let criteria: Vec<&CoreCriterion> = report.core.iter().filter(shared).collect();
        if criteria.is_empty() {
            return;
        }
        self.page.section(&self.say("report-core"));
        self.page.blank();
        self.page.text(&self.say("report-core-text"));
        for criterion in criteria {
            self.page.blank();
            let arguments = [
                ("title", criterion.critere.titre.as_str().into()),
                ("count", criterion.sources.len().into()),
            ];
            self.page.text(&self.locale.tell("report-core-criterion", &arguments));
            for source in &criterion.sources {
                self.page.at(2, &source.head.titre);
                self.source(source);
            }
        }
    }

    /// What one référentiel says of a core criterion: each question once, with its share where an
    /// indicator counts some of its answers.
    fn source(&mut self, source: &CoreSource) {
        let counts = |it: &&OfIndicator| it.indicateur.mesure == Mesure::Part;
        let (parts, others): (Vec<_>, Vec<_>) = source.indicators.iter().partition(counts);
        let mut told = BTreeSet::new();
        for indicator in parts.into_iter().chain(others) {
            for place in &indicator.questions {
                let is_first = told.insert(*place);
                if !is_first && indicator.indicateur.mesure != Mesure::Part {
                    continue;
                }
                let of = &self.report.questions[*place];
                let words = self.hidden(&of.all);
                let words = words.or_else(|| self.share(&of.all, Some(indicator)));
                let given = of.all.answered.shown().unwrap_or_default();
                let words = words.unwrap_or_else(|| self.many("report-answers", given));
                let arguments = [("name", self.asked(of).into()), ("counts", words.into())];
                self.page.at(4, &self.locale.tell("report-part", &arguments));
            }
        }
    }

    /// The questions that were passed most often: the forms are not piloted.
    fn hardest(&mut self) {
        let report = self.report;
        let hardest = report.hardest(HARDEST);
        if hardest.is_empty() {
            return;
        }
        self.page.section(&self.say("report-hardest"));
        self.page.blank();
        self.page.text(&self.say("report-hardest-text"));
        for place in hardest {
            let of = &report.questions[place];
            let (Some(passed), Some(asked)) = (of.all.passed(), of.all.asked.shown()) else {
                continue;
            };
            let unclear = of.all.missing.get(&Missing::PasCompris);
            let unclear = unclear.and_then(|figure| figure.shown()).unwrap_or_default();
            let arguments = [
                ("question", self.asked(of).into()),
                ("passed", passed.into()),
                ("asked", written(self.locale, asked).into()),
                ("unclear", unclear.into()),
            ];
            self.page.item(&self.locale.tell("report-hard", &arguments));
        }
    }
}
