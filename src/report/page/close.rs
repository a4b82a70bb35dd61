//! What comes after the figures: what changed, what to look at again, what figures do not say, and how
//! they were made.
//! Never says that the workshop is the cause.

use super::chart::{self, Counts, Sides};
use super::{Page, Section, heading, list, paragraphs};
use crate::analysis::report::{OfCohort, OfShift};
use crate::questionnaire::{Moment, Statut};
use crate::report::html::{Html, element, text};

/// What no figure of a report says, whatever it is.
const LIMITS: [&str; 5] =
    ["web-limit-cause", "web-limit-absent", "web-limit-please", "web-limit-few", "web-limit-rank"];

impl Page<'_> {
    pub(super) fn changes(&self) -> Option<Section> {
        let words = self.words;
        let mut inside = Vec::new();
        for cohort in words.cohorts() {
            inside.push(heading(3, &words.cohort(cohort)));
            inside.extend(self.cohort(cohort));
        }
        if !inside.is_empty() {
            inside.insert(0, text("p", &words.say("report-changes-text")));
        }
        Section::new("evolution", words.say("report-changes"), inside)
    }

    fn cohort(&self, cohort: &OfCohort) -> Vec<Html> {
        let mut inside = Vec::new();
        for evolution in &cohort.evolutions {
            inside.extend(paragraphs(self.words.paired(cohort, evolution)));
            inside.extend(evolution.shifts.iter().map(|of| self.shift(of)));
        }
        inside.extend(self.leavers(cohort));
        inside
    }

    fn shift(&self, of: &OfShift) -> Html {
        let words = self.words;
        let title = words.shifted(of);
        let mut inside = vec![heading(4, &title)];
        match &of.shift {
            Err(why) => inside.push(text("p.hidden", &words.unshifted(*why))),
            Ok(shift) => {
                let [better, same, worse] = words.ways_of(shift);
                // As on the scales, what is better is on the right.
                let counts = [worse, same, better];
                let counts = Counts { title: &title, each: &counts, of: shift.pairs() as u64 };
                inside.push(chart::scale(words.locale, counts, Sides::Around(1)));
                inside.extend(paragraphs(words.interval(shift)));
            }
        }
        element("div.question", inside)
    }

    pub(super) fn hardest(&self) -> Option<Section> {
        let words = self.words;
        let told = list(words.hardest());
        let inside = told.map(|told| vec![text("p", &words.say("report-hardest-text")), told]);
        Section::new("questions-passees", words.say("report-hardest"), inside.unwrap_or_default())
    }

    /// What these figures do not say.
    pub(super) fn limits(&self) -> Option<Section> {
        let words = self.words;
        let derived = words.report.referentiels.iter().any(|of| of.head.statut != Statut::Valide);
        let derived = derived.then(|| words.say("web-limit-derived"));
        let limits = LIMITS.iter().map(|id| words.say(id)).chain(derived);
        Section::new("limites", words.say("web-limits"), Vec::from_iter(list(limits)))
    }

    /// How the figures were made, for who wants to check them.
    pub(super) fn method(&self) -> Option<Section> {
        let words = self.words;
        let mut inside: Vec<Html> = Vec::from_iter(list(self.designs().chain(words.method())));
        let flaws = list(words.flaws());
        if let Some(flaws) = flaws {
            inside.push(heading(3, &words.say("report-flaws")));
            inside.push(flaws);
        }
        Section::new("methode", words.say("report-method"), inside)
    }

    /// When each référentiel asked: before and after, or once.
    fn designs(&self) -> impl Iterator<Item = String> {
        let words = self.words;
        words.report.referentiels.iter().map(move |of| {
            let asks = |wanted: &[Moment]| {
                words.report.forms_of(&of.head).any(|form| wanted.contains(&form.form.moment))
            };
            let later = asks(&[Moment::Sortie, Moment::Suivi]);
            let id = match (asks(&[Moment::Entree]), later) {
                (true, true) => "web-design-both",
                (true, false) => "web-design-entry",
                (false, true) => "web-design-exit",
                (false, false) => "web-design-once",
            };
            words.title(id, &of.head.titre)
        })
    }
}
