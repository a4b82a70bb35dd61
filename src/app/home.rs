//! Where a form is chosen: the référentiels in use, then the forms of one. Only mediators see it.
//! Never reads a référentiel before it is chosen.

use std::sync::Arc;

use super::desk::{DAILY, Task};
use super::lines::{Act, List};
use super::view::Block;
use super::{App, Effect, Found, Screen, Trial};
use crate::questionnaire::{Referentiel, Statut};

/// How many lines of forms leave room at home for others.
const FEW: usize = 5;

impl App {
    /// The référentiel that home lists the forms of: the only one in use, where it may be used.
    pub(super) fn only(&self) -> Option<Arc<Referentiel>> {
        let [head] = self.heads.as_slice() else { return None };
        let open = self.settings.lock(head).is_none();
        open.then(|| self.library.referentiel(&head.id)).flatten()
    }

    /// To the page of a référentiel; where it is locked, to what it lacks.
    pub(super) fn choose(&mut self, place: usize) {
        let Some(head) = self.heads.get(place) else { return };
        self.lock = self.settings.lock(head);
        if self.lock.is_some() {
            return self.show(Screen::Locked);
        }
        self.opened = self.library.referentiel(&head.id);
        self.sitting.enter(&head.id);
        self.show(Screen::Forms);
    }

    /// Back to where the form was chosen, nothing of the interview kept.
    pub(super) fn away(&mut self) -> Vec<Effect> {
        let opened = self.opened.clone();
        let effects = self.home();
        if effects.is_empty() && opened.is_some() && self.opened.is_none() {
            self.opened = opened;
            self.show(Screen::Forms);
        }
        effects
    }

    pub(super) fn home_lines(&self, list: &mut List) {
        match &self.opened {
            Some(opened) => self.form_lines(opened, list),
            None => {
                for (place, head) in self.heads.iter().enumerate() {
                    list.next(self.locale.titled(head), Act::Choose(place));
                }
            }
        }
        self.home_seance_lines(list);
        self.home_draft_line(list);
        if self.is_all_at_home() {
            for (id, task) in DAILY {
                list.next(self.say(id), Act::Desk(task));
            }
        }
        if !self.settings.is_complete() {
            list.next(self.say("home-settings"), Act::Settings);
        }
        if !self.problems.is_empty() {
            list.next(self.say("home-problems"), Act::Problems);
        }
        // Of many référentiels the list has a digit for each: this line has one all the same.
        list.push(Some(0), self.say("home-more"), Act::Desk(Task::More));
        list.next(self.say("home-help"), Act::Help);
        list.next(self.say("home-quit"), Act::Quit);
    }

    /// Is there room at home for what is done about answers that are there?
    pub(super) fn is_all_at_home(&self) -> bool {
        let forms = self.opened.as_ref().map(|opened| opened.questionnaires.len());
        forms.map_or(self.heads.len(), |forms| forms + 1) <= FEW
    }

    pub(super) fn page_lines(&self, list: &mut List) {
        if let Some(opened) = &self.opened {
            self.form_lines(opened, list);
        }
        list.next(self.say("forms-home"), Act::Home);
        list.apart();
    }

    fn form_lines(&self, opened: &Referentiel, list: &mut List) {
        for (place, form) in opened.questionnaires.iter().enumerate() {
            list.next(form.say(&form.titre, self.locale.language()), Act::Open(place));
            if self.settings.trial(form).contains(&Trial::Parents) {
                list.detail(self.say("forms-parents"));
            }
        }
        list.next(self.say("sitting-heading"), Act::Sitting);
        list.detail(self.sitting_summary());
    }

    pub(super) fn home_words(&self, blocks: &mut Vec<Block>) {
        let heading = if self.opened.is_some() { "home-heading" } else { "home-which" };
        blocks.push(Block::Heading(self.say(heading)));
        let found = match self.places.found {
            Found::Named => "named",
            Found::Current => "current",
            Found::Program => "program",
            Found::Usual => "usual",
        };
        let folder = self.into.as_ref().unwrap_or(&self.places.data).display().to_string();
        let where_id = match &self.into {
            Some(_) => "home-where-other".to_owned(),
            None => format!("home-where-{found}"),
        };
        let mut sentences = Vec::new();
        if let Some(day) = self.day.as_ref().filter(|day| self.settings.seals() || day.sealed > 0) {
            let counts = [("count", day.sealed), ("clear", day.all), ("trials", day.trials_today)];
            let arguments = counts.map(|(name, count)| (name, count.into()));
            sentences.push(self.tell("home-sealed", &arguments));
        } else if let Some(day) = &self.day {
            let arguments = [("count", day.today.into()), ("trials", day.trials_today.into())];
            sentences.push(self.tell("home-today", &arguments));
            if day.undated > 0 {
                sentences.push(self.tell("home-undated", &[("count", day.undated.into())]));
            }
        }
        sentences.extend(self.due_words());
        if self.settings.seals() {
            sentences.push(self.say("home-sealed-how"));
        }
        sentences.push(self.tell(&where_id, &[("folder", folder.into())]));
        blocks.push(Block::Hint(sentences.join(" ")));
        self.page_words(blocks);
        if !self.problems.is_empty() {
            let count = self.problems.len().into();
            blocks.push(Block::Alert(self.tell("home-problems-alert", &[("count", count)])));
        }
        self.care_words(blocks);
        self.unremoved_words(blocks);
        if self.fault.is_some() {
            blocks.push(Block::Alert(self.say("settings-not-kept")));
            self.fault_words(blocks);
        }
    }

    /// What a mediator must know of the référentiel whose forms are listed.
    pub(super) fn page_words(&self, blocks: &mut Vec<Block>) {
        let Some(opened) = &self.opened else { return };
        let head = &opened.head;
        let sources = [("id", head.id.as_str().into()), ("sources", head.sources.len().into())];
        blocks.push(Block::Hint(match head.statut {
            Statut::Derive => self.tell("forms-derived", &sources),
            Statut::EnDiscussion => self.tell("forms-discussed", &sources),
            Statut::Valide => self.locale.validated(head),
        }));
        if let (true, Some(day)) = (head.sensible, self.settings.sealed(&head.id)) {
            let arguments = [("date", self.locale.date(day).into())];
            blocks.push(Block::Hint(self.tell("forms-sealed", &arguments)));
        }
        if let (true, Some((day, reason))) = (head.sensible, self.settings.unsealed(&head.id)) {
            let date = self.locale.date(day);
            let arguments = [("date", date.into()), ("reason", reason.into())];
            blocks.push(Block::Hint(self.tell("forms-unsealed", &arguments)));
        }
        let language = self.locale.language();
        let lacking = opened.questionnaires.iter().filter(|f| !f.languages().contains(&language));
        let count = lacking.count();
        if count > 0 {
            let arguments = [("count", count.into()), ("language", self.locale.name().into())];
            blocks.push(Block::Hint(self.tell("forms-language", &arguments)));
        }
    }
}
