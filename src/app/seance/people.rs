//! One person after another: the keyboard handed over, an interview, thanks; then nothing of it is
//! left here.
//! Never what a person answered, once the interview is over.

use std::sync::Arc;

use super::Stage;
use crate::app::pairing::Coding;
use crate::app::{App, Effect, Input, Screen};
use crate::record::{Record, Road};
use crate::value::Meta;

/// How an interview ended without a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum Parting {
    /// Before the first answer.
    Refused,
    /// Later.
    Left,
}

impl App {
    /// The keyboard is in the hands of the next person.
    pub(super) fn next_person(&mut self) -> Vec<Effect> {
        self.forget();
        let form = self.seance_form().map(Arc::clone);
        form.map_or_else(Vec::new, |form| self.begin(&form))
    }

    /// Nothing of the last person stays in memory.
    pub(in crate::app) fn forget(&mut self) {
        self.interview = None;
        self.correcting = None;
        self.record = None;
        self.fault = None;
        self.saved = None;
        self.mistyped = None;
        self.field = Input::default();
        self.coding = Coding::Open;
    }

    /// How the interview under way ends here, if it ends without a row.
    pub(in crate::app) fn way_out(&self) -> Option<Parting> {
        let on = self.interview.as_ref()?;
        let given = !on.session.is_untouched() || self.screen == Screen::Leaving;
        match self.screen {
            _ if !on.session.form().has_respondent() => None,
            Screen::Notice | Screen::Leaving if given => Some(Parting::Left),
            Screen::Notice => Some(Parting::Refused),
            _ => None,
        }
    }

    /// An interview of the séance ended without a row: its answers are thrown away.
    pub(in crate::app) fn out_of_interview(&mut self, way: Option<Parting>) -> Vec<Effect> {
        let was_register = self.form_is_register();
        let was_theirs = matches!(self.screen, Screen::Notice | Screen::Leaving);
        self.forget();
        if was_register {
            self.show(Screen::Seance(Stage::Register));
            return Vec::new();
        }
        let is_paper = self.is_typing_sheets();
        if let Some(on) = &mut self.seance {
            match way {
                Some(Parting::Refused) => on.counts.refused += 1,
                // A sheet that is not typed to its end is not somebody who left.
                Some(Parting::Left) if !is_paper => on.counts.left += 1,
                Some(Parting::Left) | None => {}
            }
        }
        match self.sitting.road() {
            Road::Clavier if was_theirs => self.show(Screen::Seance(Stage::HandOver)),
            _ => self.show_hub(),
        }
        self.note_seance()
    }

    fn form_is_register(&self) -> bool {
        let form = self.interview.as_ref().map(|on| on.session.form());
        form.is_some_and(|form| !form.has_respondent())
    }

    /// The row of an interview of the séance is on the disk.
    pub(in crate::app) fn seance_saved(&mut self, record: Option<&Record>) -> Vec<Effect> {
        let was_register = self.form_is_register();
        self.forget();
        if was_register {
            self.show(Screen::Seance(Stage::Done));
            return vec![Effect::Count];
        }
        let is_paper = self.is_typing_sheets();
        let mut sheet = None;
        if let (Some(on), Some(record)) = (&mut self.seance, record) {
            let is_of_seance = record.form().id == on.form.id;
            let is_partial = record.meta(Meta::Etat) == "partiel";
            match (is_of_seance, is_partial) {
                (true, true) => on.partial += 1,
                (true, false) => on.counts.answered += 1,
                (false, _) => {}
            }
            sheet = record.meta(Meta::Feuille).parse().ok();
        }
        match sheet {
            Some(number) if is_paper => self.sheet_is_saved(number),
            _ if is_paper => self.show_hub(),
            _ => self.show(Screen::Seance(Stage::Thanks)),
        }
        let mut effects = self.note_seance();
        effects.push(Effect::Count);
        effects.extend(self.count_seance());
        effects
    }
}
