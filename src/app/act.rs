//! What acting on a line does: beginning, answering, saving, leaving.
//! Never the cursor: `update` moves it.

use std::path::PathBuf;
use std::sync::Arc;

use super::input::Input;
use super::interview::{Entry, Interview};
use super::lines::Act;
use super::pairing::Coding;
use super::seance::Correction;
use super::sitting::{PAPER, Sitting};
use super::{App, EARLIEST, Effect, Errand, Mode, Page, Prompt, Screen, Trial, Words, notice};
use crate::questionnaire::Questionnaire;
use crate::record::{LONGEST_WORDS, Metadata, Record};
use crate::session::{Finished, Place, Refusal, Session};
use crate::store::Present;
use crate::value::{Answer, Meta, Missing};

impl App {
    /// Begins an interview: first, may it be asked, and can its row be written?
    pub(super) fn begin(&mut self, form: &Arc<Questionnaire>) -> Vec<Effect> {
        self.lock = self.settings.lock(&form.head);
        if self.lock.is_some() {
            self.show(Screen::Locked);
            return Vec::new();
        }
        let mut metadata = Metadata::new(form);
        self.settings.note(form, &mut metadata);
        self.sitting.note(form, &mut metadata);
        let set = metadata.set(Meta::Notice, &notice::version(form));
        debug_assert_eq!(set, Ok(()));
        self.coding = Coding::Open;
        self.words = Words::default();
        self.forget_last();
        self.saved = None;
        let interview = Interview::new(Session::new(Arc::clone(form)), metadata);
        let trial = interview.is_trial();
        self.interview = Some(interview);
        self.show(Screen::Notice);
        vec![Effect::Probe { form: Arc::clone(form), trial, into: self.into.clone() }]
    }

    /// Before the first question: what this is. Where one form was asked for, its page did not say
    /// that parents are missing: that is told first, and not to the child.
    pub(super) fn introduce(&mut self) {
        let fresh = |on: &&Interview| on.entry == Entry::Fresh;
        let alone = self.single && !self.is_in_seance();
        let untold = self.interview.as_ref().filter(|_| alone).filter(fresh);
        let parents = untold
            .is_some_and(|on| self.settings.trial(on.session.form()).contains(&Trial::Parents));
        self.show(if parents { Screen::Trial } else { Screen::Notice });
    }

    /// Does what a line stands for.
    pub(super) fn act(&mut self, act: Act) -> Vec<Effect> {
        match act {
            Act::Choose(place) => self.choose(place),
            Act::Open(place) => {
                let forms = self.opened.as_ref().map(|opened| &opened.questionnaires);
                let form = forms.and_then(|forms| forms.get(place)).map(Arc::clone);
                return form.map_or_else(Vec::new, |form| self.begin(&form));
            }
            Act::Settings => {
                self.desk.is_setting = self.screen == Screen::Desk(Page::Settings);
                self.ask(Prompt::Structure);
            }
            Act::Problems => self.show(Screen::Problems),
            Act::Help => self.help = true,
            Act::Quit => return vec![Effect::Quit],
            Act::Begin => {
                if let Some(interview) = &mut self.interview {
                    interview.entry = Entry::Begun;
                }
                self.resume();
            }
            Act::Resume => self.resume(),
            Act::Notice => {
                let on_trial = self.screen == Screen::Trial;
                if let Some(interview) = self.interview.as_mut().filter(|_| on_trial) {
                    interview.entry = Entry::Told;
                }
                self.introduce();
            }
            Act::Home | Act::Away if self.has_given() => self.show(Screen::Leaving),
            Act::Away => return self.away(),
            Act::Home | Act::Discard => return self.leave_page(),
            Act::Sitting => self.show(Screen::Sitting),
            Act::Adjust(meta) => self.adjust(meta),
            Act::Set(place) => self.set(place),
            Act::SittingDone => return self.sitting_done(),
            Act::Pace => self.turn_pace(),
            Act::SheetWords => self.type_words(),
            Act::SheetCode => self.ask(Prompt::Code),
            Act::SheetSave => return self.save_sheet(),
            Act::Seance(deed) => return self.seance_act(deed),
            Act::Desk(task) => return self.desk_act(task),
            Act::Atelier(deed) => return self.atelier_act(deed),
            Act::Mirror(gesture) => return self.mirror_act(gesture),
            Act::Run(place) => return self.run_found(Some(place)),
            Act::Copied => return self.copied(),
            Act::Unpaired => return self.pair(None),
            Act::Leave => self.show(Screen::Leaving),
            Act::Mark(answer) => self.marked(answer),
            Act::Next => self.next(),
            Act::Pass => self.show(Screen::Pass),
            Act::Reason(missing) => self.give(missing.into()),
            Act::Save => return self.save(),
            Act::Change(index) => {
                if self.interview.as_mut().is_some_and(|on| on.session.go_to(index)) {
                    self.show(Screen::Question);
                }
            }
            Act::Jump(index) => self.jump(index),
            Act::LookAhead => self.look_ahead(),
            Act::Transcript => self.show(Screen::Transcript),
            Act::Elsewhere => self.ask(Prompt::Folder),
            Act::Drafts => self.show_drafts(),
            Act::Draft(at) => self.show(Screen::Draft(at)),
            Act::TakeUp => return self.ask_draft(),
            Act::AskErase => {
                if let Screen::Draft(at) = self.screen {
                    self.show(Screen::Erasing(at));
                }
            }
            Act::Erase => return self.erase_draft(),
            Act::AwayFromDraft => self.leave_drafts(),
            Act::Later => self.later(),
            Act::KeepPart => {
                let finished = self.interview.as_ref().map(|on| on.session.interrupt());
                return finished.map_or_else(Vec::new, |finished| self.record(&finished));
            }
            Act::Again => {
                self.again = true;
                // An interview that was taken up may have asked what the form no longer does.
                let form = self.interview.as_ref().map(|on| &on.session.form().id);
                let form = form.and_then(|id| self.library.form(id));
                return match form {
                    Some(form) => self.begin(&form),
                    None => self.home(),
                };
            }
        }
        Vec::new()
    }

    /// Are there answers that the disk does not have, so that leaving is asked about?
    pub(super) fn has_given(&self) -> bool {
        if self.correcting.is_some() {
            return self.screen != Screen::Saved && !self.is_unchanged();
        }
        let given = self.interview.as_ref().is_some_and(|on| !on.session.is_untouched());
        given && self.screen != Screen::Saved
    }

    /// Back to where the session stands: nowhere in the questions before they were asked for.
    pub(super) fn resume(&mut self) {
        if self.record.is_some() {
            return self.show(Screen::Failed);
        }
        if self.interview.as_ref().is_some_and(|on| on.entry != Entry::Begun) {
            return self.introduce();
        }
        let place = self.interview.as_ref().map(|on| on.session.place());
        match place {
            _ if self.is_at_sheet_end() => self.show(Screen::SheetEnd),
            Some(Place::Question(_)) => self.show(Screen::Question),
            Some(Place::Review) => self.show(Screen::Review),
            None => self.show(Screen::Home),
        }
    }

    /// To the home screen; who leaves the page of a référentiel leaves its sitting too.
    pub(super) fn leave_page(&mut self) -> Vec<Effect> {
        if self.screen == Screen::Forms {
            self.sitting = Sitting::default();
        }
        self.home()
    }

    /// To the home screen, nothing of the last interview kept.
    pub(super) fn home(&mut self) -> Vec<Effect> {
        if self.is_in_seance() && self.correcting.is_some() {
            return self.sheet_corrected(Correction::None);
        }
        if self.is_in_seance() {
            let way = self.way_out();
            return self.out_of_interview(way);
        }
        self.interview = None;
        self.correcting = None;
        self.record = None;
        self.fault = None;
        self.saved = None;
        self.coding = Coding::Open;
        self.lock = None;
        self.opened = self.only();
        if self.single {
            return vec![Effect::Quit];
        }
        self.show(Screen::Home);
        Vec::new()
    }

    /// The answer that is marked or typed; where there is none, how to give one.
    pub(super) fn next(&mut self) {
        let is_fast = self.is_fast() && self.mode() != Mode::One;
        let Some(interview) = &mut self.interview else { return };
        match (interview.drafted(), interview.passed()) {
            (Ok(Some(answer)), _) => self.give(answer),
            (Ok(None), _) if interview.confirm_pass => self.give(Missing::SansReponse.into()),
            // Of a sheet it is not asked twice whether a line is blank.
            (Ok(None), None) if is_fast => self.give(Missing::SansReponse.into()),
            // Passed before, and passed by again: the reason stands.
            (Ok(None), Some(missing)) => self.give(missing.into()),
            (Ok(None), None) => {
                let asked = interview.session.question();
                interview.confirm_pass = asked.is_some_and(|question| question.kind.is_typed());
                interview.refusal = Some(Refusal::Empty);
            }
            (Err(refusal), _) => interview.refusal = Some(refusal),
        }
    }

    pub(super) fn give(&mut self, answer: Answer) {
        let today = self.world.today();
        let Some(interview) = &mut self.interview else { return };
        let asked = interview.session.place();
        match interview.give(answer) {
            Ok(()) => {
                interview.day.get_or_insert(today);
                self.accepted(asked);
                self.resume();
            }
            Err(refusal) => {
                self.screen = Screen::Question;
                interview.refusal = Some(refusal);
            }
        }
    }

    pub(super) fn ask(&mut self, prompt: Prompt) {
        let proposed = match prompt {
            Prompt::Structure => self.settings.structure.clone(),
            Prompt::Contact => self.settings.contact.clone(),
            Prompt::Site => self.settings.site.clone(),
            Prompt::Folder => self.places.other.display().to_string(),
            Prompt::Note(meta) => self.sitting_typed(meta),
            Prompt::Code
            | Prompt::Seance(_)
            | Prompt::Stick
            | Prompt::Parcel
            | Prompt::Saying
            | Prompt::Atelier(_) => String::new(),
        };
        self.mistyped = None;
        self.show(Screen::Prompt(prompt));
        self.cursor = None;
        let field = Input::new(proposed);
        self.field = match prompt {
            Prompt::Atelier(typed) => self.atelier_field(typed),
            Prompt::Note(meta) if meta != Meta::Date => field.within(LONGEST_WORDS),
            Prompt::Structure | Prompt::Site => field.within(LONGEST_WORDS),
            _ => field,
        };
    }

    pub(super) fn prompted(&mut self) -> Vec<Effect> {
        let Screen::Prompt(prompt) = self.screen else { return Vec::new() };
        let typed = self.field.value().trim().to_owned();
        match prompt {
            Prompt::Structure => {
                self.structure = typed;
                self.ask(Prompt::Contact);
                Vec::new()
            }
            Prompt::Contact => {
                self.settings = self.settings.with(&self.structure, &typed);
                vec![Effect::Keep(Box::new(self.settings.clone()))]
            }
            Prompt::Site => self.keep_settings(self.settings.with_site(&typed)),
            Prompt::Note(meta) => {
                self.noted(meta, &typed);
                Vec::new()
            }
            Prompt::Code => self.code_typed(&typed),
            Prompt::Seance(asked) => self.number_typed(asked, &typed),
            Prompt::Atelier(asked) => self.atelier_typed(asked, &typed),
            Prompt::Saying => self.saying_typed(&typed),
            Prompt::Folder | Prompt::Stick | Prompt::Parcel if typed.is_empty() => Vec::new(),
            Prompt::Stick => vec![Effect::Desk(Errand::Copy(PathBuf::from(typed)))],
            Prompt::Parcel => self.send_into(PathBuf::from(typed), Present::Kept),
            Prompt::Folder => {
                self.into = Some(PathBuf::from(typed));
                let form = self.interview.as_ref().map(|on| Arc::clone(on.session.form()));
                match (form, &self.interview) {
                    _ if self.is_saving() => self.send(),
                    (Some(form), Some(interview)) => {
                        let trial = interview.is_trial();
                        self.show(Screen::Unwritable);
                        vec![Effect::Probe { form, trial, into: self.into.clone() }]
                    }
                    _ => self.home(),
                }
            }
        }
    }

    pub(super) fn save(&mut self) -> Vec<Effect> {
        if self.record.is_some() {
            return self.send();
        }
        if self.is_unchanged() {
            return self.nothing_to_correct();
        }
        if self.code_comes_first() {
            return Vec::new();
        }
        let finished = self.interview.as_ref().and_then(|on| on.session.finish());
        finished.map_or_else(Vec::new, |finished| self.record(&finished))
    }

    /// Makes the row, and sends it to the disk. It stays here until the disk has it.
    pub(super) fn record(&mut self, finished: &Finished) -> Vec<Effect> {
        if self.correcting.is_some() {
            return self.corrected_record(finished);
        }
        let today = self.world.today();
        let horloge = self.clock();
        let poste = self.world.poste();
        let fresh = self.world.fresh_id();
        let Some(interview) = &mut self.interview else { return Vec::new() };
        let id = interview.id.get_or_insert(fresh).clone();
        let mut metadata = interview.metadata.clone();
        // The day of a pile of paper is said beforehand, and so may the language be.
        if metadata.get(Meta::Date).is_empty() {
            metadata.date(interview.day.unwrap_or(today), today);
        }
        let spoken = match metadata.get(Meta::Langue) {
            "" => self.locale.language().to_owned(),
            said => said.to_owned(),
        };
        // Nobody knows how long it took with a pen, or before the program was killed.
        let unknown = self.drafts.is_taken_up || metadata.get(Meta::Support) == PAPER;
        let minutes = if unknown { String::new() } else { interview.minutes().to_string() };
        for (meta, value) in [
            (Meta::ReponseId, id.as_str()),
            (Meta::Poste, &poste),
            (Meta::Saisie, &today.to_string()),
            (Meta::Langue, &spoken),
            (Meta::DureeMin, &minutes),
            (Meta::Horloge, horloge),
        ] {
            let set = metadata.set(meta, value);
            debug_assert_eq!(set, Ok(()), "{meta:?} {value}");
        }
        self.record = Some(Box::new(Record::new(finished, metadata)));
        self.send()
    }

    /// Can the clock be trusted? One that says a day before the last row's is wrong: old machines
    /// lose theirs.
    pub(super) fn clock(&self) -> &'static str {
        let today = self.world.today();
        let late =
            self.day.as_ref().and_then(|day| day.latest).is_some_and(|latest| today < latest);
        if late || today < EARLIEST { "suspecte" } else { "sure" }
    }

    pub(super) fn send(&mut self) -> Vec<Effect> {
        let record = self.record.clone();
        if self.correcting.is_some() {
            return record.map(Effect::Correct).into_iter().collect();
        }
        record.map(|record| Effect::Save { record, into: self.into.clone() }).into_iter().collect()
    }
}
