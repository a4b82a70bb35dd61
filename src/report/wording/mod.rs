//! The sentences of a report, for every place where it is read: each figure in words, with its n.
//! Never computes a figure, never tells one that was hidden, and never lays anything out.

mod changes;
mod crossed;
mod method;

use std::collections::BTreeSet;

use fluent_bundle::FluentValue;

pub(super) use crossed::Grid;

use super::access::kept_day;
use super::condition::joined;
use crate::analysis::disclosure::Disclosed;
use crate::analysis::report::{
    By, CoreCriterion, CoreSource, Counted, Figure, OfForm, OfIndicator, OfQuestion, Spread, Why,
};
use crate::analysis::statistics::wilson;
use crate::app::{asked, reason_words};
use crate::locale::Locale;
use crate::questionnaire::Mesure;
use crate::value::{Date, Missing};

/// How many of the questions that were passed most often are told.
const HARDEST: usize = 5;

/// The words for a report.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wording<'a> {
    pub locale: &'a Locale,
    pub report: &'a Disclosed,
}

/// A number as people write it.
pub(super) fn written(locale: &Locale, number: u64) -> String {
    #[expect(clippy::cast_precision_loss, reason = "no number of people is that large")]
    locale.number(number as f64, 0)
}

/// A share as a whole number of hundredths.
pub(super) fn hundredths(share: f64) -> String {
    format!("{:.0}", share * 100.0)
}

/// A part of a whole.
pub(super) fn ratio(taken: u64, of: u64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "no number of people is that large")]
    if of == 0 { 0.0 } else { taken as f64 / of as f64 }
}

impl Wording<'_> {
    pub fn say(&self, id: &str) -> String {
        self.locale.say(id)
    }

    /// A message about so many: the number for its grammar, and as it is written.
    pub fn many(&self, id: &str, number: u64) -> String {
        self.locale
            .tell(id, &[("n", number.into()), ("count", written(self.locale, number).into())])
    }

    pub fn title(&self, id: &str, title: &str) -> String {
        self.locale.tell(id, &[("title", title.into())])
    }

    /// By what the questions are parted, where they are.
    pub fn split(&self) -> Option<String> {
        let by = self.report.split?;
        let id =
            if self.report.method.too_many_parts { "report-split-many" } else { "report-split" };
        let by = self.say(&format!("report-by-{}", by.word()));
        Some(self.locale.tell(id, &[("by", by.into())]))
    }

    /// How many answered a form, and when; nothing where that is hidden.
    pub fn form(&self, of: &OfForm) -> Option<String> {
        let rows = of.rows.shown()?;
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
            words.push_str(&self.period(first, last));
        }
        Some(words)
    }

    /// From the first to the last day, month or season, as rows write them.
    fn period(&self, first: &str, last: &str) -> String {
        let is_day = first.parse::<Date>().is_ok() && last.parse::<Date>().is_ok();
        let [first, last] = [first, last].map(|day| kept_day(self.locale, day));
        let id = match () {
            () if first == last => "report-form-day",
            () if is_day => "report-form-days",
            () => "report-form-seasons",
        };
        self.locale.tell(id, &[("first", first.into()), ("last", last.into())])
    }

    /// What the notebook says of the séances of a form.
    pub fn held(&self, of: &OfForm) -> Option<String> {
        let held = of.held?;
        let counts = [
            ("report-held-seances", held.seances),
            ("report-held-present", held.present),
            ("report-held-answered", held.answered),
            ("report-held-refused", held.refused.shown().unwrap_or_default()),
            ("report-held-left", held.left.shown().unwrap_or_default()),
            ("report-held-absent", held.absent.shown().unwrap_or_default()),
        ];
        let told = counts.iter().filter(|(_, count)| *count > 0);
        let told: Vec<String> = told.map(|(id, count)| self.many(id, *count)).collect();
        Some(self.locale.tell("report-held", &[("counts", told.join(", ").into())]))
    }

    /// On what, and with what help, a form was answered.
    pub fn ways(&self, of: &OfForm) -> Vec<String> {
        let mut lines = Vec::new();
        for by in [By::Support, By::Aide] {
            let ways = of.ways.iter().filter(|((other, _), _)| *other == by);
            let ways: Vec<String> = ways
                .filter_map(|((_, word), count)| {
                    let id = format!("sitting-is-{}-{}", by.word(), word.replace('_', "-"));
                    Some(self.count(&self.say(&id), count.shown()?))
                })
                .collect();
            if !ways.is_empty() {
                let ways = [("ways", ways.join(", ").into())];
                lines.push(self.locale.tell(&format!("report-ways-{}", by.word()), &ways));
            }
        }
        lines
    }

    /// A name, and how many in brackets.
    pub fn count(&self, name: &str, count: u64) -> String {
        let count = written(self.locale, count);
        self.locale.tell("report-count", &[("name", name.into()), ("count", count.into())])
    }

    /// A question, and the form that asks it.
    pub fn asked(&self, of: &OfQuestion) -> String {
        asked(self.locale, of)
    }

    /// That a question was asked in other words, too, where it was: its answers are counted apart.
    pub fn otherwise(&self, of: &OfQuestion) -> Option<String> {
        let is_otherwise = self.report.questions.iter().any(|other| {
            other.question.name == of.question.name
                && other.form.id == of.form.id
                && other.fingerprint != of.fingerprint
        });
        is_otherwise.then(|| self.locale.say("report-otherwise"))
    }

    /// A question alone.
    pub fn question(&self, of: &OfQuestion) -> String {
        of.form.say(&of.question.label, self.locale.language())
    }

    /// The share that an indicator counts, with what is compatible with it.
    pub fn share(&self, counted: &Counted, under: Option<&OfIndicator>) -> Option<String> {
        let indicateur = &under?.indicateur;
        if indicateur.mesure != Mesure::Part {
            return None;
        }
        let (taken, of) = counted.share(&indicateur.code)?;
        let mut arguments = vec![
            ("n", taken.into()),
            ("taken", written(self.locale, taken).into()),
            ("of", written(self.locale, of).into()),
            ("share", hundredths(ratio(taken, of)).into()),
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

    /// The answers to a question that an indicator counts, each in quotation marks.
    pub fn counting(&self, of: &OfQuestion, under: &OfIndicator) -> String {
        let choices = of.question.kind.choices().iter();
        let counting = choices.filter(|it| under.indicateur.favorable.contains(&it.name));
        let quoted = counting.map(|choice| {
            let label = of.form.say(&choice.label, self.locale.language());
            self.locale.tell("quoted", &[("text", label.into())])
        });
        joined(self.locale, "said-or", quoted.collect())
    }

    /// Each choice of a question with how many took it, in its order.
    pub fn choices(&self, of: &OfQuestion, counted: &Counted) -> Vec<(String, u64)> {
        let Spread::Choices(figures) = &counted.spread else { return Vec::new() };
        let language = self.locale.language();
        let choices = of.question.kind.choices().iter().zip(figures);
        let told = choices.filter_map(|(choice, figure)| {
            Some((of.form.say(&choice.label, language), figure.shown()?))
        });
        told.collect()
    }

    /// The middle of the answers, where they have one.
    pub fn median(&self, of: &OfQuestion, counted: &Counted) -> Option<String> {
        let median = counted.median(&of.question)?;
        let name = |value: i64| {
            let value = value.to_string();
            let choice = of.question.kind.choices().iter().find(|choice| choice.name == value);
            choice.map_or(value, |choice| of.form.say(&choice.label, self.locale.language()))
        };
        let arguments = [("low", name(median.low).into()), ("high", name(median.high).into())];
        let id = if median.low == median.high { "report-median" } else { "report-median-two" };
        Some(self.locale.tell(id, &arguments))
    }

    /// How many were asked, and each reason for no answer: sentences.
    pub fn missing(&self, of: &OfQuestion, counted: &Counted) -> Vec<String> {
        let number = |figure: Figure| figure.shown().unwrap_or_default();
        let arguments =
            [("asked", number(counted.asked).into()), ("given", number(counted.answered).into())];
        let mut lines = vec![self.locale.tell("results-asked", &arguments)];
        let mut reasons: Vec<String> = Vec::new();
        for (missing, figure) in &counted.missing {
            let Some(count) = figure.shown() else { continue };
            let name = reason_words(self.locale, &of.form, &of.question, *missing);
            reasons.push(self.count(&name, count));
        }
        if !reasons.is_empty() {
            let reasons = [("reasons", reasons.join(", ").into())];
            lines.push(self.locale.tell("report-missing", &reasons));
        }
        if number(counted.unread) > 0 {
            let count = [("count", number(counted.unread).into())];
            lines.push(self.locale.tell("results-unread", &count));
        }
        if counted.is_everybody() {
            lines.push(self.say("report-everybody"));
        }
        lines
    }

    /// Why the answers are not told, where they are not.
    pub fn hidden(&self, counted: &Counted) -> Option<String> {
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
    pub fn base(&self) -> [(&'static str, FluentValue<'static>); 1] {
        [("base", self.report.audience().base().into())]
    }

    /// The name of a part of a split.
    pub fn part_name(&self, name: &str) -> String {
        if name.is_empty() { self.say("report-part-unsaid") } else { name.to_owned() }
    }

    /// One part of a split, in one line.
    pub fn part(&self, of: &OfQuestion, part: &Counted, under: Option<&OfIndicator>) -> String {
        if let Some(why) = self.hidden(part) {
            return why;
        }
        if let Some(share) = self.share(part, under) {
            return share;
        }
        let given = part.answered.shown().unwrap_or_default();
        if !matches!(part.spread, Spread::Choices(_)) {
            return self.many("report-answers", given);
        }
        let choices = self.choices(of, part);
        let choices = choices.iter().map(|(name, count)| self.count(name, *count));
        let arguments = [
            ("n", given.into()),
            ("count", written(self.locale, given).into()),
            ("counts", choices.collect::<Vec<_>>().join(", ").into()),
        ];
        self.locale.tell("report-part-counts", &arguments)
    }

    /// A core criterion, and how many référentiels feed it.
    pub fn core(&self, criterion: &CoreCriterion) -> String {
        let arguments = [
            ("title", criterion.critere.titre.as_str().into()),
            ("count", criterion.sources.len().into()),
        ];
        self.locale.tell("report-core-criterion", &arguments)
    }

    /// What one référentiel says of a core criterion: each question once, with its share where an
    /// indicator counts some of its answers.
    pub fn source(&self, source: &CoreSource) -> Vec<(String, String)> {
        let counts = |it: &&OfIndicator| it.indicateur.mesure == Mesure::Part;
        let (parts, others): (Vec<_>, Vec<_>) = source.indicators.iter().partition(counts);
        let mut told = BTreeSet::new();
        let mut lines = Vec::new();
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
                lines.push((self.asked(of), words));
            }
        }
        lines
    }

    /// The questions that were passed most often, each with how often.
    pub fn hardest(&self) -> Vec<String> {
        let told = self.report.hardest(HARDEST).into_iter().filter_map(|place| {
            let of = &self.report.questions[place];
            let unclear = of.all.missing.get(&Missing::PasCompris);
            let unclear = unclear.and_then(|figure| figure.shown()).unwrap_or_default();
            let arguments = [
                ("question", self.asked(of).into()),
                ("passed", of.all.passed()?.into()),
                ("asked", written(self.locale, of.all.asked.shown()?).into()),
                ("unclear", unclear.into()),
            ];
            Some(self.locale.tell("report-hard", &arguments))
        });
        told.collect()
    }
}
