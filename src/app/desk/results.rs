//! Results: for each criterion and indicator, how many people gave each answer.
//! Never a figure where few answered, and never trials among what counts.

use std::collections::BTreeSet;

use super::super::lines::{Act, List, reason_words};
use super::super::view::Block;
use super::super::{App, Effect, Screen};
use super::{Errand, Page, Task};
use crate::analysis::disclosure::Disclosed;
use crate::analysis::mirror::Saying;
use crate::analysis::report::{BASE, Figure, OfQuestion, Spread, Why};
use crate::analysis::stories::Theme;
use crate::analysis::texts::Quoted;
use crate::locale::Locale;
use crate::questionnaire::Kind;

/// The answers of one référentiel: those that count, and trials.
#[derive(Clone, Debug)]
pub struct Found {
    /// The référentiel, by id.
    pub referentiel: String,
    /// What counts.
    pub counting: Disclosed,
    /// What does not.
    pub trials: Disclosed,
    /// What may be quoted of what counts.
    pub quoted: Quoted,
    /// What groups said of their answers that count.
    pub sayings: Vec<Saying>,
}

impl App {
    /// To a page of the only référentiel in use, or to the choice of one.
    pub(super) fn see(&mut self, page: Page, which: Page) -> Vec<Effect> {
        if self.heads.len() == 1 {
            return self.count_for(page, 0);
        }
        self.show(Screen::Desk(which));
        Vec::new()
    }

    /// Has the answers of the référentiel of this place counted, for this page.
    pub(super) fn count_for(&mut self, page: Page, place: usize) -> Vec<Effect> {
        self.desk.wanted = Some(page);
        let head = self.heads.get(place);
        head.map(|head| Effect::Desk(Errand::Results(head.id.clone()))).into_iter().collect()
    }

    /// The référentiels in use, each leading to something of its own.
    pub(super) fn which_lines(&self, list: &mut List, task: impl Fn(usize) -> Task) {
        for (place, head) in self.heads.iter().enumerate() {
            list.next(self.locale.titled(head), Act::Desk(task(place)));
        }
        list.next(self.say("forms-home"), Act::Desk(Task::Home));
        list.apart();
    }

    pub(super) fn results_words(&self, blocks: &mut Vec<Block>) {
        let Some(found) = &self.desk.results else { return };
        let Some(referentiel) = self.library.referentiel(&found.referentiel) else { return };
        let title = self.locale.titled(&referentiel.head);
        blocks.push(Block::Heading(self.tell("results-heading", &[("title", title.into())])));
        let base = [("base", BASE.into())];
        blocks.push(Block::Hint(self.tell("results-hint", &base)));
        if self.settings.seals() {
            blocks.push(Block::Hint(self.say("results-sealed")));
        }
        let (counting, trials) = (&found.counting, &found.trials);
        if counting.method.rows + unknown(counting) == 0 {
            blocks.push(Block::Text(self.say("results-none")));
        } else {
            self.part_words(counting, "results-counting", blocks);
            self.quoted_words(found, blocks);
        }
        if trials.method.rows + unknown(trials) > 0 {
            self.part_words(trials, "results-trials", blocks);
        }
    }

    /// What counts, or the trials: said first, then criterion by criterion.
    fn part_words(&self, report: &Disclosed, id: &str, blocks: &mut Vec<Block>) {
        blocks.push(Block::Heading(self.tell(id, &[("rows", report.method.rows.into())])));
        let changed = report.method.changed();
        for (id, count) in [("results-changed", changed), ("results-unknown", unknown(report))] {
            if count > 0 {
                blocks.push(Block::Alert(self.tell(id, &[("count", count.into())])));
            }
        }
        let mut told: BTreeSet<usize> = BTreeSet::new();
        let axes = report.referentiels.iter().flat_map(|of| &of.axes);
        for criterion in axes.flat_map(|axe| &axe.criteria) {
            let title = criterion.critere.titre.as_str();
            blocks.push(Block::Heading(self.tell("results-criterion", &[("title", title.into())])));
            for indicator in &criterion.indicators {
                let title = indicator.indicateur.titre.as_str();
                blocks
                    .push(Block::Text(self.tell("results-indicator", &[("title", title.into())])));
                for place in &indicator.questions {
                    let of = &report.questions[*place];
                    // One question may feed several indicators: it is told in full with the first.
                    if told.insert(*place) {
                        self.counts_words(of, blocks);
                    } else {
                        let question = [("question", self.counted(of).into())];
                        blocks.push(Block::Hint(self.tell("results-above", &question)));
                    }
                }
            }
        }
        let rest: Vec<usize> = report.referentiels.iter().flat_map(|of| of.rest.clone()).collect();
        if !rest.is_empty() {
            blocks.push(Block::Heading(self.say("results-rest")));
            for place in rest {
                self.counts_words(&report.questions[place], blocks);
            }
        }
    }

    /// What people and groups said in words: only what may be quoted.
    fn quoted_words(&self, found: &Found, blocks: &mut Vec<Block>) {
        let Found { counting, quoted, sayings, .. } = found;
        let language = self.locale.language();
        let quote = |text: &str| Block::Hint(self.tell("quoted", &[("text", text.into())]));
        if !quoted.questions.is_empty() {
            blocks.push(Block::Heading(self.say("texts-heading")));
        }
        for quotes in &quoted.questions {
            blocks.push(Block::Text(self.counted(&counting.questions[quotes.question])));
            blocks.extend(quotes.texts.iter().map(|text| quote(text)));
        }
        if !quoted.themes.is_empty() {
            blocks.push(Block::Heading(self.say("stories-heading")));
        }
        for theme in &quoted.themes {
            blocks.push(Block::Text(theme_words(&self.locale, theme)));
            for (at, text) in theme.stories.iter().flat_map(|story| &story.parts) {
                let asked = theme.form.say(&theme.form.questions[*at].label, language);
                blocks.push(Block::Text(asked));
                blocks.push(quote(text));
            }
        }
        if quoted.waiting > 0 {
            let count = [("count", quoted.waiting.into())];
            blocks.push(Block::Alert(self.tell("texts-waiting", &count)));
        }
        if !sayings.is_empty() {
            blocks.push(Block::Heading(self.say("sayings-heading")));
        }
        blocks.extend(sayings.iter().map(|saying| quote(&saying.text)));
    }

    /// What was answered to one question of one form.
    fn counts_words(&self, of: &OfQuestion, blocks: &mut Vec<Block>) {
        let (form, question, all) = (&of.form, &of.question, &of.all);
        let language = self.locale.language();
        blocks.push(Block::Text(self.counted(of)));
        let mut line = |text: String| blocks.push(Block::Hint(text));
        let number = |figure: Figure| figure.shown().unwrap_or_default();
        let given = number(all.answered);
        let why = all.hidden();
        if why == Some(Why::Few) || given < BASE {
            return line(self.tell("results-few", &[("given", given.into())]));
        }
        let arguments = [("asked", number(all.asked).into()), ("given", given.into())];
        line(self.tell("results-asked", &arguments));
        if why.is_some() {
            return line(self.tell("results-private", &[("base", BASE.into())]));
        }
        if let Spread::Choices(figures) = &all.spread {
            for (choice, figure) in question.kind.choices().iter().zip(figures) {
                let label = form.say(&choice.label, language);
                let arguments = [
                    ("count", number(*figure).into()),
                    ("given", given.into()),
                    ("choice", label.into()),
                ];
                line(self.tell("results-choice", &arguments));
            }
        }
        if matches!(question.kind, Kind::Multiple(_)) {
            line(self.say("results-several"));
        }
        for (missing, figure) in &all.missing {
            let Some(count) = figure.shown() else { continue };
            let reason = reason_words(&self.locale, form, question, *missing);
            let arguments = [("count", count.into()), ("reason", reason.into())];
            line(self.tell("results-missing", &arguments));
        }
        let unread = number(all.unread);
        if unread > 0 {
            line(self.tell("results-unread", &[("count", unread.into())]));
        }
    }

    /// A question, and the form that asks it.
    fn counted(&self, of: &OfQuestion) -> String {
        asked(&self.locale, of)
    }
}

/// A question, and the form that asks it.
pub fn asked(locale: &Locale, of: &OfQuestion) -> String {
    let (form, language) = (&of.form, locale.language());
    let title = form.say(&form.titre, language);
    let label = form.say(&of.question.label, language);
    locale.tell("results-question", &[("form", title.into()), ("question", label.into())])
}

/// What stories are about: the question, and the answer to it.
pub fn theme_words(locale: &Locale, theme: &Theme) -> String {
    let form = &theme.form;
    let choice = theme.question().zip(theme.choice);
    let said = choice.and_then(|(question, at)| {
        let choice = question.kind.choices().get(at)?;
        let asked = form.say(&question.label, locale.language());
        Some((asked, form.say(&choice.label, locale.language())))
    });
    match said {
        Some((asked, answer)) => {
            let arguments = [("question", asked.into()), ("answer", answer.into())];
            locale.tell("stories-about", &arguments)
        }
        None => locale.say("stories-about-nothing"),
    }
}

/// How many rows nobody can count: their form is not known any more.
fn unknown(report: &Disclosed) -> u64 {
    report.method.unknown.iter().map(|(_, rows)| rows).sum()
}
