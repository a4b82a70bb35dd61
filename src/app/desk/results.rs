//! Results: for each criterion and indicator, how many people gave each answer.
//! Never a figure where few answered, and never trials among what counts.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::super::lines::{Act, List, reason_message};
use super::super::view::Block;
use super::super::{App, Effect, Screen};
use super::{Errand, Page, Task};
use crate::analysis::{BASE, Counts, Results, Telling};
use crate::questionnaire::{Kind, NotConcerned, Question, Referentiel, Tree};
use crate::value::Missing;

/// The answers of one référentiel: those that count, and trials.
#[derive(Clone, Debug)]
pub struct Found {
    /// The référentiel, by id.
    pub referentiel: String,
    /// What counts.
    pub counting: Results,
    /// What does not.
    pub trials: Results,
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
        if counting.rows + counting.unknown == 0 {
            blocks.push(Block::Text(self.say("results-none")));
        } else {
            self.part_words(&referentiel, counting, "results-counting", blocks);
        }
        if trials.rows + trials.unknown > 0 {
            self.part_words(&referentiel, trials, "results-trials", blocks);
        }
    }

    /// What counts, or the trials: said first, then criterion by criterion.
    fn part_words(
        &self,
        referentiel: &Arc<Referentiel>,
        results: &Results,
        id: &str,
        blocks: &mut Vec<Block>,
    ) {
        blocks.push(Block::Heading(self.tell(id, &[("rows", results.rows.into())])));
        for (id, count) in
            [("results-changed", results.changed), ("results-unknown", results.unknown)]
        {
            if count > 0 {
                blocks.push(Block::Alert(self.tell(id, &[("count", count.into())])));
            }
        }
        let core = self.library.core();
        let core = (core.head.id != referentiel.head.id).then_some(core);
        let tree = Tree { referentiel, core: core.as_deref() };
        let mut told: BTreeSet<*const Counts> = BTreeSet::new();
        for branch in tree.branches() {
            let names: Vec<&str> =
                branch.indicators.iter().flat_map(|i| &i.questions).map(|q| &**q).collect();
            if !results.counts.iter().any(|counts| names.contains(&asked(counts))) {
                continue;
            }
            let title = branch.critere.titre.as_str();
            blocks.push(Block::Heading(self.tell("results-criterion", &[("title", title.into())])));
            for indicator in branch.indicators {
                let of = |counts: &&Counts| indicator.questions.iter().any(|q| q == asked(counts));
                let mut counts = results.counts.iter().filter(of).peekable();
                if counts.peek().is_none() {
                    continue;
                }
                let title = indicator.titre.as_str();
                blocks
                    .push(Block::Text(self.tell("results-indicator", &[("title", title.into())])));
                for counts in counts {
                    // One question may feed several indicators: it is told in full with the first.
                    if told.insert(std::ptr::from_ref(counts)) {
                        self.counts_words(counts, blocks);
                    } else {
                        let question = [("question", self.counted(counts).into())];
                        blocks.push(Block::Hint(self.tell("results-above", &question)));
                    }
                }
            }
        }
        let mut rest = results
            .counts
            .iter()
            .filter(|counts| !told.contains(&std::ptr::from_ref(*counts)))
            .peekable();
        if rest.peek().is_some() {
            blocks.push(Block::Heading(self.say("results-rest")));
            rest.for_each(|counts| self.counts_words(counts, blocks));
        }
    }

    /// What was answered to one question of one form.
    fn counts_words(&self, counts: &Counts, blocks: &mut Vec<Block>) {
        let (form, question) = (&counts.form, &counts.question);
        let language = self.locale.language();
        blocks.push(Block::Text(self.counted(counts)));
        let mut line = |text: String| blocks.push(Block::Hint(text));
        let telling = counts.telling();
        if telling == Telling::TooFew {
            return line(self.tell("results-few", &[("given", counts.given.into())]));
        }
        let arguments = [("asked", counts.asked().into()), ("given", counts.given.into())];
        line(self.tell("results-asked", &arguments));
        if telling == Telling::Private {
            return line(self.tell("results-private", &[("base", BASE.into())]));
        }
        for (choice, count) in question.kind.choices().iter().zip(&counts.choices) {
            let label = form.say(&choice.label, language);
            let arguments = [
                ("count", (*count).into()),
                ("given", counts.given.into()),
                ("choice", label.into()),
            ];
            line(self.tell("results-choice", &arguments));
        }
        if matches!(question.kind, Kind::Multiple(_)) {
            line(self.say("results-several"));
        }
        for (missing, count) in &counts.missing {
            let reason = self.reason(counts, question, *missing);
            let arguments = [("count", (*count).into()), ("reason", reason.into())];
            line(self.tell("results-missing", &arguments));
        }
        if counts.unread > 0 {
            line(self.tell("results-unread", &[("count", counts.unread.into())]));
        }
    }

    /// A question, and the form that asks it.
    fn counted(&self, counts: &Counts) -> String {
        let (form, language) = (&counts.form, self.locale.language());
        let title = form.say(&form.titre, language);
        let label = form.say(&counts.question.label, language);
        let arguments = [("form", title.into()), ("question", label.into())];
        self.tell("results-question", &arguments)
    }

    /// Why there is no answer, in the words of the question where it has its own.
    fn reason(&self, counts: &Counts, question: &Question, missing: Missing) -> String {
        match (&question.nc, missing) {
            (NotConcerned::Words(words), Missing::Nc) => {
                counts.form.say(words, self.locale.language())
            }
            _ => self.say(&reason_message(missing)),
        }
    }
}

/// The question that indicators name.
fn asked(counts: &Counts) -> &str {
    &counts.question.defined().name
}
