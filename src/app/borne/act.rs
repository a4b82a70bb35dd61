//! What is done at the borne: a form begun, an answer given, a question passed, the row saved.
//! Never the cursor, and never time.

use super::lines::Deed;
use super::{Astray, End, Stage};
use crate::app::pairing::Coding;
use crate::app::settings::{Left, Review};
use crate::app::{App, Effect, notice};
use crate::locale::Locale;
use crate::questionnaire::{Kind, Pairing};
use crate::session::{Place, Refusal};
use crate::value::{Answer, Meta};

impl App {
    /// What is chosen or typed is right.
    pub(super) fn confirm_borne(&mut self) -> Vec<Effect> {
        let chosen = self.cursor.and_then(|at| self.borne_lines().get(at).map(|(_, deed)| *deed));
        match (self.stage(), chosen) {
            (Some(Stage::Staff), _) => self.code_of_team(),
            (Some(Stage::CardTyped), _) => {
                let typed = self.field.value().trim().to_owned();
                if typed.is_empty() {
                    self.go(Stage::CardAsked);
                    return Vec::new();
                }
                self.code_typed(&typed)
            }
            // Of an answer what is marked counts, and where words are typed what is typed.
            (Some(Stage::Writing), _) | (Some(Stage::Question), None | Some(Deed::Answer(_))) => {
                self.give_marked()
            }
            (_, Some(deed)) => self.do_deed(deed),
            _ => {
                self.astray(Astray::Unchosen);
                Vec::new()
            }
        }
    }

    /// Does what a line or a button stands for.
    pub(super) fn do_deed(&mut self, deed: Deed) -> Vec<Effect> {
        match deed {
            Deed::Open => {
                let is_closed = self.borne.as_ref().is_some_and(|borne| borne.is_closed);
                self.go(if is_closed { Stage::Closed } else { Stage::Welcome });
            }
            Deed::Retry if self.record.is_some() => return self.send(),
            Deed::Retry => return self.probe_borne(),
            Deed::Begin(place) => return self.begin_at_borne(place),
            Deed::Speak(place) => {
                let said =
                    self.borne.as_ref().and_then(|borne| borne.languages.get(place).cloned());
                self.locale = said.map_or_else(Locale::default, |(code, _)| Locale::new(&code));
                self.go(Stage::Welcome);
            }
            Deed::ReadOn => self.go(Stage::Consent),
            Deed::HasCode => self.go(Stage::CardTyped),
            Deed::Accept => match self.age_asked() {
                Some(_) => self.go(Stage::Age),
                None => return self.ask_next(),
            },
            Deed::OldEnough => return self.ask_next(),
            Deed::TooYoung => {
                self.forget();
                self.go(Stage::Young);
            }
            Deed::Refuse | Deed::Discard => {
                self.forget();
                self.go(Stage::Goodbye);
            }
            Deed::KeepPart => return self.keep_part(),
            Deed::Answer(place) => self.marked(place),
            Deed::Read => return self.give_marked(),
            Deed::Skip => self.go(Stage::Pass),
            Deed::Reason(missing) => return self.give_at_borne(missing.into()),
            Deed::Call => self.go(Stage::Helper),
            Deed::Write => {
                if self.stage() == Some(Stage::Helper) {
                    self.note_helper();
                }
                self.go(Stage::Writing);
            }
            Deed::Save => return self.finish_at_borne(),
            Deed::Change(index) => {
                if self.interview.as_mut().is_some_and(|on| on.session.go_to(index)) {
                    return self.ask_next();
                }
            }
            Deed::Copied => return self.copied(),
            Deed::NoCode => return self.pair(None),
            Deed::GoOn => {
                let from = self.borne.as_ref().and_then(|borne| borne.from);
                self.go(from.unwrap_or(Stage::Welcome));
            }
            Deed::End => return self.end(End::Next),
            Deed::Back => return self.back_at_borne(),
            Deed::Stop => match self.stage() {
                Some(Stage::Staff) => self.go(Stage::Welcome),
                Some(Stage::Writing) => self.go(Stage::Open),
                Some(Stage::CardTyped) => self.go(Stage::CardAsked),
                from => {
                    if let Some(borne) = &mut self.borne {
                        borne.from = from;
                    }
                    self.go(Stage::Stopping);
                }
            },
            Deed::Listen => return self.read_screen(),
            Deed::Confirm => return self.confirm_borne(),
        }
        Vec::new()
    }

    /// A form was chosen: what becomes of the answers is told first.
    fn begin_at_borne(&mut self, place: usize) -> Vec<Effect> {
        let Some(borne) = &mut self.borne else { return Vec::new() };
        let Some(form) = borne.forms.get(place).cloned() else { return Vec::new() };
        borne.form = Some(form.clone());
        borne.is_helped = false;
        let effects = self.begin(&form);
        if let Some(on) = &mut self.interview {
            let set = on.metadata.set(Meta::Notice, &notice::version_at_borne(&form));
            debug_assert_eq!(set, Ok(()));
        }
        self.go(Stage::Notice);
        effects
    }

    /// From what age on the form is for people, where that is asked.
    pub(super) fn age_asked(&self) -> Option<u32> {
        self.borne.as_ref().and_then(|borne| borne.form.as_ref()).and_then(|form| form.age_minimum)
    }

    /// To where the questions stand; at their end, to what follows.
    fn ask_next(&mut self) -> Vec<Effect> {
        if let Some(borne) = &mut self.borne {
            borne.is_helped = false;
        }
        let Some(interview) = &mut self.interview else { return Vec::new() };
        if interview.session.place() == Place::Review {
            if self.settings.borne.review == Review::No {
                return self.finish_at_borne();
            }
            self.go(Stage::Review);
            return Vec::new();
        }
        interview.arrive();
        self.go(self.stage_asked());
        Vec::new()
    }

    /// The screen of the question: one in the person's own words begins with how to answer it.
    pub(super) fn stage_asked(&self) -> Stage {
        let asked = self.interview.as_ref().and_then(|on| on.session.question());
        match asked.map(|question| &question.kind) {
            Some(Kind::Text) => Stage::Open,
            _ => Stage::Question,
        }
    }

    /// The answer that is marked or typed; where there is none, what can be done instead.
    fn give_marked(&mut self) -> Vec<Effect> {
        let (stage, typed) = (self.stage(), self.mode().is_typed());
        let Some(interview) = &mut self.interview else { return Vec::new() };
        match interview.drafted() {
            Ok(Some(answer)) => return self.give_at_borne(answer),
            Ok(None) if stage == Some(Stage::Writing) => self.go(Stage::Open),
            Ok(None) if typed => self.go(Stage::Pass),
            Ok(None) => self.astray(Astray::Unchosen),
            Err(refusal) => interview.refusal = Some(refusal),
        }
        Vec::new()
    }

    fn give_at_borne(&mut self, answer: Answer) -> Vec<Effect> {
        let today = self.world.today();
        let Some(interview) = &mut self.interview else { return Vec::new() };
        match interview.give(answer) {
            Ok(()) => {
                interview.day.get_or_insert(today);
                self.ask_next()
            }
            // A question that may not be passed is asked again, as it stood.
            Err(refusal @ Refusal::ToConfirm(_)) => {
                interview.refusal = Some(refusal);
                Vec::new()
            }
            Err(refusal) => {
                interview.refusal = Some(refusal);
                if self.stage() == Some(Stage::Pass) {
                    self.go(self.stage_asked());
                }
                Vec::new()
            }
        }
    }

    /// Somebody writes what the person says.
    fn note_helper(&mut self) {
        if let Some(on) = &mut self.interview {
            for (meta, value) in [(Meta::Aide, "a_deux"), (Meta::Aidant, "autre")] {
                let set = on.metadata.set(meta, value);
                debug_assert_eq!(set, Ok(()), "{meta:?}");
            }
        }
        if let Some(borne) = &mut self.borne {
            borne.is_helped = true;
        }
    }

    fn back_at_borne(&mut self) -> Vec<Effect> {
        match self.stage() {
            Some(Stage::Notice) => {
                self.forget();
                if let Some(borne) = &mut self.borne {
                    borne.form = None;
                }
                self.go(Stage::Welcome);
            }
            Some(Stage::Consent) => self.go(Stage::Notice),
            Some(Stage::Age) => self.go(Stage::Consent),
            Some(Stage::Pass) => self.go(self.stage_asked()),
            Some(Stage::Helper) => self.go(Stage::Open),
            Some(Stage::CardAsked) if self.settings.borne.review == Review::Yes => {
                self.go(Stage::Review);
            }
            _ => {
                if self.interview.as_mut().is_some_and(|on| on.session.back()) {
                    return self.ask_next();
                }
                self.astray(Astray::Key);
            }
        }
        Vec::new()
    }

    /// All is answered: the code where there is one, then the row.
    fn finish_at_borne(&mut self) -> Vec<Effect> {
        let pairing = self.interview.as_ref().map(|on| on.session.form().pairing());
        match (pairing, self.coding) {
            (None | Some(Pairing::None), _) | (_, Coding::Settled) => return self.save(),
            (Some(Pairing::Given), coding) => {
                let code = match coding {
                    Coding::Shown(code) => code,
                    _ => self.world.fresh_code(),
                };
                self.coding = Coding::Shown(code);
                self.go(Stage::Card);
            }
            (Some(Pairing::Asked), _) => self.go(Stage::CardAsked),
        }
        Vec::new()
    }

    /// Keeps what was answered so far.
    fn keep_part(&mut self) -> Vec<Effect> {
        let finished = self.interview.as_ref().map(|on| {
            let all = on.session.finish();
            all.unwrap_or_else(|| on.session.interrupt())
        });
        finished.map_or_else(Vec::new, |finished| self.record(&finished))
    }

    /// Nobody is there any more: what was answered goes, or is kept where the notice said so.
    pub(super) fn abandon(&mut self) -> Vec<Effect> {
        if let Some(borne) = &mut self.borne {
            borne.is_over = true;
        }
        let is_kept = self.settings.borne.left == Left::Kept && self.is_begun();
        let effects = match &self.record {
            // The person was done: it was the disk that was not.
            Some(_) => self.send(),
            None if is_kept => self.keep_part(),
            None => Vec::new(),
        };
        if effects.is_empty() { self.end(End::Next) } else { effects }
    }

    /// Has something been answered that is not on the disk?
    pub(super) fn is_begun(&self) -> bool {
        self.interview.as_ref().is_some_and(|on| !on.session.is_untouched())
    }

    /// The code of the team was typed; nothing typed is nothing wanted.
    fn code_of_team(&mut self) -> Vec<Effect> {
        let typed = std::mem::take(&mut self.field).value().trim().to_owned();
        if typed.is_empty() {
            self.go(Stage::Welcome);
            return Vec::new();
        }
        if self.staff_wait().is_some() {
            return Vec::new();
        }
        vec![Effect::Staff(typed)]
    }
}
