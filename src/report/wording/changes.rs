//! What changed between arriving and leaving, in words: better, the same, worse, each with n.
//! Never says that the workshop is the cause.

use super::{Wording, hundredths, written};
use crate::analysis::change::{Better, Measure, Share, Shift};
use crate::analysis::report::{OfCohort, OfEvolution, OfShift, Why};
use crate::questionnaire::{Adresse, Moment};

/// How seldom chance alone must give as much before it is said to explain it badly.
pub(super) const CHANCE: f64 = 0.05;

impl Wording<'_> {
    /// The people of whom some answered at two moments.
    pub fn cohorts(&self) -> Vec<&OfCohort> {
        let cohorts = self.report.changes.cohorts.iter();
        cohorts.filter(|of| !of.evolutions.is_empty()).collect()
    }

    /// Who they are, and in which season.
    pub fn cohort(&self, cohort: &OfCohort) -> String {
        let head = self.report.referentiels.iter().find(|of| of.head.id == cohort.referentiel);
        let title = head.map_or(cohort.referentiel.as_str(), |of| of.head.titre.as_str());
        let arguments = [
            ("title", title.into()),
            ("role", cohort.role.as_str().into()),
            ("season", cohort.season.as_str().into()),
        ];
        self.locale.tell("report-cohort", &arguments)
    }

    /// How many answered at each moment, and at both.
    pub fn paired(&self, cohort: &OfCohort, evolution: &OfEvolution) -> Vec<String> {
        let rows = |moment: Moment| {
            written(self.locale, cohort.present.get(&moment).copied().unwrap_or_default())
        };
        let to = self.say(&format!("moment-{}", evolution.to.word()));
        let arguments = [
            ("entry", rows(Moment::Entree).into()),
            ("later", rows(evolution.to).into()),
            ("to", to.into()),
            ("n", evolution.paired.into()),
            ("paired", written(self.locale, evolution.paired as u64).into()),
        ];
        let mut lines = vec![self.locale.tell("report-paired", &arguments)];
        let unclear = evolution.unclear.shown().unwrap_or_default();
        if unclear > 0 {
            lines.push(self.many("report-unclear", unclear));
        }
        lines
    }

    /// The question of which the answers changed.
    pub fn shifted(&self, of: &OfShift) -> String {
        let head = self.report.questions.iter().find(|it| it.question.name == of.question.name);
        let label = of.question.label.get(self.locale.language(), Adresse::Vous);
        head.map_or_else(
            || label.to_owned(),
            |it| it.form.head.say(&of.question.label, self.locale.language(), it.form.adresse),
        )
    }

    /// Why it is not told how the answers changed.
    pub fn unshifted(&self, why: Why) -> String {
        self.say(if why == Why::Few { "report-few-pairs" } else { "report-hidden" })
    }

    /// How many changed for the better, not at all, and for the worse, in this order; more and less
    /// where nobody declared what is better.
    pub fn ways_of(&self, shift: &Shift) -> [(String, u64); 3] {
        let (better, worse) = ways(shift);
        let parts =
            [(better, shift.better()), ("report-same", shift.same()), (worse, shift.worse())];
        parts.map(|(id, part)| (self.say(id), part.count as u64))
    }

    /// The share of those who changed for the better, and what chance could have done.
    pub fn interval(&self, shift: &Shift) -> Option<String> {
        let better: Share = shift.better();
        let interval = better.interval?;
        #[expect(clippy::cast_precision_loss, reason = "no number of people is that large")]
        let share = better.count as f64 / better.of as f64;
        let arguments = [
            ("name", self.say(ways(shift).0).into()),
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

/// What the two ways of changing are called.
fn ways(shift: &Shift) -> (&'static str, &'static str) {
    match shift.measure {
        Measure::Steps(Better::Unsaid) => ("report-more", "report-less"),
        _ => ("report-better", "report-worse"),
    }
}
