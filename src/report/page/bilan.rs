//! The report in a few sentences that anybody can read, and the one sheet that a structure joins to its
//! file: what was done, a few results, what changed.
//! Never a figure chosen because it is good: each is the first of its axe or criterion.

use super::{Page, Section, heading, list, paragraphs};
use crate::analysis::report::{Axe, OfIndicator, OfQuestion, OfReferentiel};
use crate::questionnaire::{Mesure, Moment, Nature};
use crate::report::html::{Html, element, element_with, text, words};
use crate::report::wording::written;

/// How many results are told in a few sentences.
const BRIEF: usize = 3;

/// How many results of each kind have room on the sheet.
const ROOM: [(Nature, usize, &str); 3] = [
    (Nature::Realisation, 3, "web-bilan-made"),
    (Nature::Resultat, 6, "web-bilan-results"),
    (Nature::Impact, 3, "web-bilan-further"),
];

/// How many questions of which the answers changed have room.
const CHANGES: usize = 3;

/// How many forms the sheet tells one by one; where there are more, it tells référentiels.
const FORMS: usize = 8;

/// A share that an indicator counts, and the question it is of.
struct Told<'a> {
    of: &'a OfQuestion,
    under: &'a OfIndicator,
}

/// A line of what was done.
#[derive(Default)]
struct Done {
    title: String,
    seances: u64,
    present: u64,
    answered: u64,
    refused: u64,
}

/// A heading, and the number under it.
type Column = (&'static str, fn(&Done) -> u64);

/// What is told of a line, each under its heading.
const COLUMNS: [Column; 4] = [
    ("web-table-seances", |done| done.seances),
    ("web-table-present", |done| done.present),
    ("web-table-answered", |done| done.answered),
    ("web-table-refused", |done| done.refused),
];

impl<'a> Page<'a> {
    /// The report in a few sentences.
    pub(super) fn brief(&'a self) -> Option<Section> {
        let words = self.words;
        let rows = words.report.method.rows;
        let held = words.report.forms.iter().filter_map(|of| of.held);
        let (seances, present) =
            held.fold((0, 0), |sum, held| (sum.0 + held.seances, sum.1 + held.present));
        let mut lines = vec![words.many("report-rows", rows)];
        if seances > 0 {
            let arguments = [
                ("n", seances.into()),
                ("count", written(words.locale, seances).into()),
                ("present", present.into()),
                ("people", written(words.locale, present).into()),
            ];
            lines.push(words.locale.tell("web-brief-seances", &arguments));
        }
        let axes = |of: &'a OfReferentiel| {
            let indicators = |axe: &'a Axe| axe.criteria.iter().flat_map(|it| &it.indicators);
            of.axes.iter().filter_map(|axe| self.first(indicators(axe))).collect()
        };
        let results = self.in_turn(axes);
        lines.extend(results.iter().take(BRIEF).filter_map(|result| self.plainly(result)));
        lines.extend(self.changed().into_iter().take(1));
        lines.push(words.say("report-declared"));
        Section::new("en-bref", words.say("web-brief"), paragraphs(lines).collect())
    }

    /// The sheet for the file of a structure.
    pub(super) fn bilan(&'a self) -> Option<Section> {
        let words = self.words;
        let mut inside = vec![heading(3, &words.say("web-bilan-done"))];
        inside.extend(self.period().map(|period| text("p", &period)));
        inside.push(self.done());
        for (nature, most, id) in ROOM {
            let results = self.of_nature(nature, most);
            if !results.is_empty() {
                inside.push(heading(3, &words.say(id)));
                inside.push(element("dl", results));
            }
        }
        if let Some(changed) = list(self.changed()) {
            inside.push(heading(3, &words.say("report-changes")));
            inside.push(changed);
        }
        if let Some(said) = list(self.few_words()) {
            inside.push(heading(3, &words.say("web-bilan-words")));
            inside.push(said);
        }
        inside.push(text("p", &words.say("web-bilan-read")));
        Section::new("bilan", words.say("web-bilan"), inside)
    }

    /// What was done, from the notebook of the séances and the rows.
    fn done(&self) -> Html {
        let words = self.words;
        let lines = self.lines_done();
        // What no notebook says has no column.
        let columns = COLUMNS.iter().filter(|(_, of)| lines.iter().any(|line| of(line) > 0));
        let columns: Vec<_> = columns.collect();
        let first = if self.is_by_form() { "web-table-form" } else { "web-table-referentiel" };
        let head = std::iter::once(first).chain(columns.iter().map(|(id, _)| *id));
        let head =
            head.map(|id| element_with("th", &[("scope", "col")], [self::words(&words.say(id))]));
        let head: Vec<Html> = head.collect();
        let rows = lines.iter().map(|done| {
            // Where the columns have no room, each cell says what it is.
            let counts = columns.iter().map(|(id, of)| {
                let count = [self::words(&written(words.locale, of(done)))];
                element_with("td", &[("data-label", &words.say(id))], count)
            });
            let title = element_with("th", &[("scope", "row")], [self::words(&done.title)]);
            element("tr", std::iter::once(title).chain(counts))
        });
        let rows: Vec<Html> = rows.collect();
        let caption = text("caption.unseen", &words.say("web-bilan-done"));
        let head = element("thead", [element("tr", head)]);
        element("table.done", [caption, head, element("tbody", rows)])
    }

    /// Are there few enough forms to tell what was done with each?
    fn is_by_form(&self) -> bool {
        self.words.report.forms.len() <= FORMS
    }

    fn lines_done(&self) -> Vec<Done> {
        let words = self.words;
        let by_form = self.is_by_form();
        let mut lines: Vec<Done> = Vec::new();
        for of in &words.report.forms {
            let title = if by_form {
                of.form.say(&of.form.titre, words.locale.language())
            } else {
                words.locale.titled(&of.form.head)
            };
            if by_form || lines.last().is_none_or(|last| last.title != title) {
                lines.push(Done { title, ..Done::default() });
            }
            let Some(line) = lines.last_mut() else { continue };
            line.answered += of.rows.shown().unwrap_or_default();
            let held = of.held.unwrap_or_default();
            line.seances += held.seances;
            line.present += held.present;
            line.refused += held.refused.shown().unwrap_or_default();
        }
        lines
    }

    /// The first share of each criterion, of the indicators of this kind.
    fn of_nature(&'a self, nature: Nature, most: usize) -> Vec<Html> {
        let words = self.words;
        let firsts = self.in_turn(|of| {
            let criteria = of.axes.iter().flat_map(|axe| &axe.criteria);
            let firsts = criteria.filter_map(|criterion| {
                let indicators = criterion.indicators.iter();
                self.first(indicators.filter(|it| it.indicateur.nature == nature))
            });
            firsts.collect()
        });
        let mut inside = Vec::new();
        for result in firsts.into_iter().take(most) {
            let Some(share) = words.share(&result.of.all, Some(result.under)) else { continue };
            let answers = words.counting(result.of, result.under);
            let arguments = [("share", share.into()), ("answers", answers.into())];
            inside.push(text("dt", &words.asked(result.of)));
            inside.push(text("dd", &words.locale.tell("web-result", &arguments)));
        }
        inside
    }

    /// The results of each référentiel, one of each in turn, so that none fills the sheet alone. What a
    /// question says is told once.
    fn in_turn(&'a self, results: impl Fn(&'a OfReferentiel) -> Vec<Told<'a>>) -> Vec<Told<'a>> {
        let all = self.words.report.referentiels.iter().map(results);
        let mut all: Vec<_> = all.map(Vec::into_iter).collect();
        let mut told: Vec<Told<'a>> = Vec::new();
        loop {
            let round: Vec<Told<'a>> = all.iter_mut().filter_map(Iterator::next).collect();
            if round.is_empty() {
                return told;
            }
            for result in round {
                if told.iter().all(|other| !std::ptr::eq(other.of, result.of)) {
                    told.push(result);
                }
            }
        }
    }

    /// The first share of these indicators; one of arriving only where there is no later one.
    fn first(&'a self, indicators: impl Iterator<Item = &'a OfIndicator>) -> Option<Told<'a>> {
        let mut all: Vec<Told<'a>> = indicators.flat_map(|it| self.results(it)).collect();
        let later = all.iter().position(|it| it.of.form.moment != Moment::Entree);
        (!all.is_empty()).then(|| all.swap_remove(later.unwrap_or(0)))
    }

    /// The shares of an indicator that may be told.
    fn results(&'a self, under: &'a OfIndicator) -> impl Iterator<Item = Told<'a>> {
        let words = self.words;
        let is_part = under.indicateur.mesure == Mesure::Part;
        let questions = under.questions.iter().filter(move |_| is_part);
        let all = questions.map(move |place| &words.report.questions[*place]);
        let told = all.filter(move |of| {
            words.hidden(&of.all).is_none() && words.share(&of.all, Some(under)).is_some()
        });
        told.map(move |of| Told { of, under })
    }

    /// A result in one sentence, without its interval: the pages that follow have it.
    fn plainly(&self, result: &Told<'_>) -> Option<String> {
        let words = self.words;
        let (taken, of) = result.of.all.share(&result.under.indicateur.code)?;
        let arguments = [
            ("question", words.question(result.of).into()),
            ("n", taken.into()),
            ("taken", written(words.locale, taken).into()),
            ("of", written(words.locale, of).into()),
            ("answers", words.counting(result.of, result.under).into()),
        ];
        Some(words.locale.tell("web-brief-result", &arguments))
    }

    /// The first questions of which it may be told how the answers changed, a sentence each.
    fn changed(&self) -> Vec<String> {
        let words = self.words;
        let cohorts = words.cohorts().into_iter();
        let shifts = cohorts.flat_map(|of| &of.evolutions).flat_map(|of| &of.shifts);
        let told = shifts.filter_map(|of| Some((of, of.shift.as_ref().ok()?)));
        let lines = told.take(CHANGES).map(|(of, shift)| {
            let counts = words.ways_of(shift).map(|(name, count)| words.count(&name, count));
            let arguments = [
                ("question", words.shifted(of).into()),
                ("n", shift.pairs().into()),
                ("count", written(words.locale, shift.pairs() as u64).into()),
                ("counts", counts.join(", ").into()),
            ];
            words.locale.tell("web-brief-change", &arguments)
        });
        lines.collect()
    }
}
