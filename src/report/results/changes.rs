//! What changed between arriving and leaving, in words: better, the same, worse, each with n.
//! Never says that the workshop is the cause.

use super::{Told, hundredths, written};
use crate::analysis::change::{Better, Measure, Share, Shift};
use crate::analysis::report::{OfCohort, OfEvolution, OfShift, Why};
use crate::questionnaire::Moment;

/// How seldom chance alone must give as much before it is said to explain it badly.
const CHANCE: f64 = 0.05;

impl Told<'_> {
    pub(super) fn changes(&mut self) {
        let report = self.report;
        let cohorts = report.changes.cohorts.iter();
        let told: Vec<&OfCohort> = cohorts.filter(|of| !of.evolutions.is_empty()).collect();
        if told.is_empty() {
            return;
        }
        self.page.section(&self.say("report-changes"));
        self.page.blank();
        self.page.text(&self.say("report-changes-text"));
        for cohort in told {
            let head = report.referentiels.iter().find(|of| of.head.id == cohort.referentiel);
            let title = head.map_or(cohort.referentiel.as_str(), |of| of.head.titre.as_str());
            let arguments = [
                ("title", title.into()),
                ("role", cohort.role.as_str().into()),
                ("season", cohort.season.as_str().into()),
            ];
            self.page.subsection(&self.locale.tell("report-cohort", &arguments));
            for evolution in &cohort.evolutions {
                self.evolution(cohort, evolution);
            }
        }
    }

    fn evolution(&mut self, cohort: &OfCohort, evolution: &OfEvolution) {
        let rows = |moment: Moment| {
            let rows = cohort.present.get(&moment).map_or(0, |present| present.rows);
            written(self.locale, rows as u64)
        };
        let to = self.say(&format!("moment-{}", evolution.to.word()));
        let arguments = [
            ("entry", rows(Moment::Entree).into()),
            ("later", rows(evolution.to).into()),
            ("to", to.into()),
            ("n", evolution.paired.into()),
            ("paired", written(self.locale, evolution.paired as u64).into()),
        ];
        self.page.blank();
        self.page.text(&self.locale.tell("report-paired", &arguments));
        let unclear: usize = evolution.unclear.values().sum();
        if unclear > 0 {
            self.page.text(&self.many("report-unclear", unclear as u64));
        }
        for of in &evolution.shifts {
            self.shift(of);
        }
    }

    fn shift(&mut self, of: &OfShift) {
        self.page.blank();
        let adresse = crate::questionnaire::Adresse::Vous;
        let head = self.report.questions.iter().find(|it| it.question.name == of.question.name);
        let label = of.question.label.get(self.locale.language(), adresse);
        let asked = head.map_or_else(
            || label.to_owned(),
            |it| it.form.head.say(&of.question.label, self.locale.language(), it.form.adresse),
        );
        self.page.at(2, &asked);
        let shift = match &of.shift {
            Ok(shift) => shift,
            Err(why) => {
                let id = if *why == Why::Few { "report-few-pairs" } else { "report-hidden" };
                return self.page.at(4, &self.say(id));
            }
        };
        let (better, worse) = match shift.measure {
            Measure::Steps(Better::Unsaid) => ("report-more", "report-less"),
            _ => ("report-better", "report-worse"),
        };
        let parts =
            [(better, shift.better()), ("report-same", shift.same()), (worse, shift.worse())];
        let of = shift.pairs() as u64;
        let counts: Vec<(String, u64)> =
            parts.iter().map(|(id, part)| (self.say(id), part.count as u64)).collect();
        let locale = self.locale;
        self.page.bars(&counts, of, |name, count| {
            let arguments = [
                ("count", written(locale, count).into()),
                ("of", written(locale, of).into()),
                ("name", name.into()),
            ];
            locale.tell("report-choice", &arguments)
        });
        if let Some(words) = self.interval(better, &shift.better(), shift) {
            self.page.at(4, &words);
        }
    }

    /// The share of those who changed for the better, and what chance could have done.
    fn interval(&self, id: &str, better: &Share, shift: &Shift) -> Option<String> {
        let interval = better.interval?;
        #[expect(clippy::cast_precision_loss, reason = "no number of people is that large")]
        let share = better.count as f64 / better.of as f64;
        let arguments = [
            ("name", self.say(id).into()),
            ("taken", written(self.locale, better.count as u64).into()),
            ("of", written(self.locale, better.of as u64).into()),
            ("share", hundredths(share).into()),
            ("low", hundredths(interval.low).into()),
            ("high", hundredths(interval.high).into()),
        ];
        let mut words = self.locale.tell("report-change-share", &arguments);
        let p = shift.corrected.or_else(|| shift.p().ok());
        words.push(' ');
        words.push_str(&self.say(match p {
            None => "report-chance-few",
            Some(p) if p.get() < CHANCE => "report-chance-hardly",
            Some(_) => "report-chance",
        }));
        Some(words)
    }
}
