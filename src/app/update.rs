//! What each event does, and what must be done outside because of it.
//! Never does it: effects are handed back, and their outcomes come in as events.

use std::path::PathBuf;
use std::sync::Arc;

use tui_input::{Input, InputRequest};

use super::interview::Interview;
use super::lines::Act;
use super::{App, Effect, Event, Mode, NOTICE, Outcome, Prompt, Screen};
use crate::questionnaire::{Kind, Questionnaire};
use crate::record::{Metadata, Record};
use crate::session::{Finished, LONGEST_TEXT, Place, Session};
use crate::value::{Answer, Meta, Missing};

/// The longest name of a structure, in characters: what a cell of a row holds.
const LONGEST_SETTING: usize = 80;

impl App {
    /// Takes an event in.
    pub fn update(&mut self, event: Event) -> Vec<Effect> {
        let now = self.world.elapsed();
        if let Some(interview) = &mut self.interview {
            interview.seen(now);
        }
        match event {
            Event::Outcome(outcome) => self.outcome(outcome),
            Event::Language => {
                self.locale = self.locale.next();
                Vec::new()
            }
            _ if self.help => {
                self.help = !matches!(
                    event,
                    Event::Help | Event::Leave | Event::Back | Event::Confirm | Event::Interrupt
                );
                Vec::new()
            }
            Event::Help => {
                self.help = true;
                Vec::new()
            }
            Event::Digit(digit) => self.digit(digit),
            Event::Up => self.up(),
            Event::Down => self.down(),
            Event::First => self.to(0),
            Event::Last => self.to(self.lines().len().saturating_sub(1)),
            Event::Mark => self.mark(),
            Event::Pick(place) => self.pick(place),
            Event::Confirm => self.confirm(),
            Event::Pass if self.can_pass() => self.act(Act::Pass),
            Event::Back => self.back(),
            Event::Leave => self.leave(),
            Event::Interrupt => match self.screen {
                // The second time there is no more asking.
                Screen::Leaving => vec![Effect::Quit],
                _ if self.interview.is_some() && self.screen != Screen::Saved => {
                    self.show(Screen::Leaving);
                    Vec::new()
                }
                _ => vec![Effect::Quit],
            },
            Event::Rephrase => {
                if let (Screen::Question, Some(interview)) = (&self.screen, &mut self.interview) {
                    let other = interview.session.question().map(|q| q.reformulation.is_some());
                    interview.rephrased = other == Some(true) && !interview.rephrased;
                }
                Vec::new()
            }
            Event::Edit(request) => {
                self.edit(request);
                Vec::new()
            }
            Event::Type(text) => {
                // The same text again is no new attempt: nothing twice is still nothing twice.
                let same = match (&self.screen, &self.interview) {
                    (Screen::Question, Some(interview)) => interview.field.value() == text,
                    _ => false,
                };
                if !same && let Some(field) = self.typing() {
                    *field = Input::new(text);
                }
                Vec::new()
            }
            Event::Pass => Vec::new(),
        }
    }

    /// Begins an interview: first, can its row be written?
    pub(super) fn begin(&mut self, form: &Arc<Questionnaire>) -> Vec<Effect> {
        let mut metadata = Metadata::new(form);
        let trial = !self.settings.is_complete();
        for (meta, value) in [
            (Meta::Structure, self.settings.structure.as_str()),
            (Meta::Site, &self.settings.site),
            (Meta::Essai, if trial { "1" } else { "0" }),
            (Meta::Support, "ecran"),
            (Meta::Langue, self.locale.language()),
            (Meta::Notice, NOTICE),
        ] {
            // A setting too long for a cell is cut rather than refused: nobody is here to mend it.
            let shorter: String = value.chars().take(LONGEST_SETTING).collect();
            _ = metadata.set(meta, &shorter);
        }
        self.interview = Some(Interview::new(Session::new(Arc::clone(form)), metadata));
        self.show(Screen::Notice);
        vec![Effect::Probe { form: Arc::clone(form), trial, into: self.into.clone() }]
    }

    /// Goes to a screen, the cursor where its most likely line is.
    fn show(&mut self, screen: Screen) {
        self.cursor = Some(0);
        if screen == Screen::Question {
            if let Some(interview) = &mut self.interview {
                interview.arrive();
            }
            let marked = self.interview.as_ref().and_then(|on| on.marks.iter().position(|m| *m));
            self.screen = screen;
            self.cursor = if self.mode() == Mode::Menu { Some(0) } else { marked };
        } else {
            self.screen = screen;
        }
    }

    fn outcome(&mut self, outcome: Outcome) -> Vec<Effect> {
        match outcome {
            Outcome::Probed(Ok(())) => {
                if self.screen == Screen::Unwritable {
                    self.show(Screen::Notice);
                }
                Vec::new()
            }
            Outcome::Probed(Err(fault)) => {
                self.fault = Some(fault);
                self.show(Screen::Unwritable);
                Vec::new()
            }
            Outcome::Saved(Ok(file)) => {
                self.saved = Some(file);
                self.fault = None;
                self.record = None;
                self.show(Screen::Saved);
                vec![Effect::Count]
            }
            Outcome::Saved(Err(fault)) => {
                self.fault = Some(fault);
                self.show(Screen::Failed);
                Vec::new()
            }
            Outcome::Kept(Ok(())) => {
                self.fault = None;
                self.show(Screen::Home);
                Vec::new()
            }
            Outcome::Kept(Err(fault)) => {
                self.fault = Some(fault);
                self.show(Screen::Home);
                Vec::new()
            }
            Outcome::Counted(day) => {
                self.day = Some(day);
                Vec::new()
            }
        }
    }

    fn to(&mut self, place: usize) -> Vec<Effect> {
        if self.mode() == Mode::One {
            if let Some((_, Act::Mark(answer))) = self.lines().get(place) {
                self.marked(*answer);
            } else if let Some(interview) = &mut self.interview {
                // On «passer» nothing is marked.
                interview.marks.fill(false);
            }
        }
        self.cursor = Some(place);
        Vec::new()
    }

    fn marked(&mut self, answer: usize) {
        if let Some(interview) = &mut self.interview {
            interview.mark(answer);
        }
    }

    fn up(&mut self) -> Vec<Effect> {
        match self.cursor {
            // Above the first line of a screen where something is typed is what is typed.
            Some(0) if self.mode() == Mode::Field => self.cursor = None,
            Some(0) | None => {}
            Some(place) => return self.to(place - 1),
        }
        Vec::new()
    }

    fn down(&mut self) -> Vec<Effect> {
        let next = self.cursor.map_or(0, |place| place + 1);
        if next < self.lines().len() { self.to(next) } else { Vec::new() }
    }

    fn digit(&mut self, digit: u8) -> Vec<Effect> {
        let lines = self.lines();
        let Some(place) = lines.iter().position(|(line, _)| line.digit == Some(digit)) else {
            return Vec::new();
        };
        match lines[place].1 {
            Act::Pass => self.act(Act::Pass),
            Act::Mark(answer) if self.mode() == Mode::Several => {
                self.cursor = Some(place);
                self.marked(answer);
                Vec::new()
            }
            _ => self.to(place),
        }
    }

    fn mark(&mut self) -> Vec<Effect> {
        match self.cursor.and_then(|place| self.lines().get(place).map(|(_, act)| *act)) {
            Some(Act::Mark(answer)) => {
                self.marked(answer);
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    fn pick(&mut self, place: usize) -> Vec<Effect> {
        let Some(act) = self.lines().get(place).map(|(_, act)| *act) else { return Vec::new() };
        match (act, self.mode()) {
            // Pointing once marks, as a digit does; pointing at what is marked confirms.
            (Act::Mark(_), Mode::One) if self.cursor == Some(place) => self.confirm(),
            (Act::Mark(_), Mode::One) => self.to(place),
            (Act::Mark(answer), _) => {
                self.cursor = Some(place);
                self.marked(answer);
                Vec::new()
            }
            _ => {
                self.cursor = Some(place);
                self.act(act)
            }
        }
    }

    fn confirm(&mut self) -> Vec<Effect> {
        let act = self.cursor.and_then(|place| self.lines().get(place).map(|(_, act)| *act));
        match (&self.screen, act) {
            (Screen::Problems, _) => self.act(Act::Home),
            (Screen::Prompt(_), _) => self.prompted(),
            (Screen::Question, None | Some(Act::Mark(_))) => self.act(Act::Next),
            (_, Some(act)) => self.act(act),
            (_, None) => Vec::new(),
        }
    }

    fn act(&mut self, act: Act) -> Vec<Effect> {
        match act {
            Act::Open(place) => {
                let form = Arc::clone(&self.forms[place]);
                return self.begin(&form);
            }
            Act::Settings => self.ask(Prompt::Structure),
            Act::Problems => self.show(Screen::Problems),
            Act::Help => self.help = true,
            Act::Quit => return vec![Effect::Quit],
            Act::Begin | Act::Resume => self.resume(),
            Act::Home if self.has_given() => self.show(Screen::Leaving),
            Act::Home | Act::Discard => return self.home(),
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
            Act::Elsewhere => self.ask(Prompt::Folder),
            Act::KeepPart => {
                let finished = self.interview.as_ref().map(|on| on.session.interrupt());
                return finished.map_or_else(Vec::new, |finished| self.record(&finished));
            }
            Act::Again => {
                let form = self.interview.as_ref().map(|on| Arc::clone(on.session.form()));
                return match form {
                    Some(form) => self.begin(&form),
                    None => self.home(),
                };
            }
        }
        Vec::new()
    }

    /// Are there answers that the disk does not have, so that leaving is asked about?
    fn has_given(&self) -> bool {
        let given = self.interview.as_ref().is_some_and(|on| !on.session.is_untouched());
        given && self.screen != Screen::Saved
    }

    /// Back to where the session stands.
    fn resume(&mut self) {
        if self.record.is_some() {
            return self.show(Screen::Failed);
        }
        let place = self.interview.as_ref().map(|on| on.session.place());
        match place {
            Some(Place::Question(_)) => self.show(Screen::Question),
            Some(Place::Review) => self.show(Screen::Review),
            None => self.show(Screen::Home),
        }
    }

    /// To the home screen, nothing of the last interview kept.
    fn home(&mut self) -> Vec<Effect> {
        self.interview = None;
        self.record = None;
        self.fault = None;
        self.saved = None;
        if self.single {
            return vec![Effect::Quit];
        }
        self.show(Screen::Home);
        Vec::new()
    }

    /// The answer that is marked or typed; where there is none, how to give one.
    fn next(&mut self) {
        let Some(interview) = &mut self.interview else { return };
        match interview.drafted() {
            Ok(Some(answer)) => self.give(answer),
            Ok(None) if interview.confirm_pass => self.give(Missing::SansReponse.into()),
            // Passed before, and passed by again: the reason stands.
            Ok(None) if interview.passed().is_some() => {
                let missing = interview.passed().unwrap_or(Missing::SansReponse);
                self.give(missing.into());
            }
            Ok(None) => {
                let typed = interview.session.question().is_some_and(|question| {
                    matches!(question.kind, Kind::Text | Kind::Integer | Kind::Date)
                });
                interview.confirm_pass = typed;
                interview.refusal = Some(crate::session::Refusal::Empty);
            }
            Err(refusal) => interview.refusal = Some(refusal),
        }
    }

    fn give(&mut self, answer: Answer) {
        let today = self.world.today();
        let Some(interview) = &mut self.interview else { return };
        match interview.session.give(answer) {
            Ok(()) => {
                interview.day.get_or_insert(today);
                self.resume();
            }
            Err(refusal) => {
                self.screen = Screen::Question;
                interview.refusal = Some(refusal);
            }
        }
    }

    fn back(&mut self) -> Vec<Effect> {
        match self.screen {
            Screen::Question | Screen::Review => {
                let interview = self.interview.as_mut();
                let screen = if interview.is_some_and(|on| on.session.back()) {
                    Screen::Question
                } else {
                    Screen::Notice
                };
                self.show(screen);
                Vec::new()
            }
            Screen::Pass => {
                self.show(Screen::Question);
                Vec::new()
            }
            Screen::Leaving => {
                self.resume();
                Vec::new()
            }
            // Answers that are nowhere on the disk are not left by a key that means «before».
            Screen::Failed | Screen::Saved | Screen::Home => Vec::new(),
            _ => self.leave(),
        }
    }

    fn leave(&mut self) -> Vec<Effect> {
        match self.screen {
            Screen::Home => return vec![Effect::Quit],
            Screen::Question | Screen::Pass | Screen::Review | Screen::Failed => {
                self.show(Screen::Leaving);
            }
            Screen::Leaving => self.resume(),
            Screen::Prompt(Prompt::Folder) if self.record.is_some() => self.show(Screen::Failed),
            Screen::Prompt(Prompt::Folder) => self.show(Screen::Unwritable),
            Screen::Prompt(_) | Screen::Problems => self.show(Screen::Home),
            Screen::Notice if self.has_given() => self.show(Screen::Leaving),
            Screen::Notice | Screen::Unwritable | Screen::Saved => return self.home(),
        }
        Vec::new()
    }

    fn ask(&mut self, prompt: Prompt) {
        let proposed = match prompt {
            Prompt::Structure => self.settings.structure.clone(),
            Prompt::Contact => self.settings.contact.clone(),
            Prompt::Folder => self.places.other.display().to_string(),
        };
        self.show(Screen::Prompt(prompt));
        self.cursor = None;
        self.field = Input::new(proposed);
    }

    fn prompted(&mut self) -> Vec<Effect> {
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
                vec![Effect::Keep(self.settings.clone())]
            }
            Prompt::Folder if typed.is_empty() => Vec::new(),
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

    fn save(&mut self) -> Vec<Effect> {
        if self.record.is_some() {
            return self.send();
        }
        let finished = self.interview.as_ref().and_then(|on| on.session.finish());
        finished.map_or_else(Vec::new, |finished| self.record(&finished))
    }

    /// Makes the row, and sends it to the disk. It stays here until the disk has it.
    fn record(&mut self, finished: &Finished) -> Vec<Effect> {
        let today = self.world.today();
        let poste = self.world.poste();
        let fresh = self.world.fresh_id();
        let Some(interview) = &mut self.interview else { return Vec::new() };
        let id = interview.id.get_or_insert(fresh).clone();
        let mut metadata = interview.metadata.clone();
        metadata.date(interview.day.unwrap_or(today), today);
        // A clock that says a day before the last row's is wrong: old machines lose theirs.
        let late = self.day.and_then(|day| day.latest).is_some_and(|latest| today < latest);
        let horloge = if late || today < super::EARLIEST { "suspecte" } else { "sure" };
        for (meta, value) in [
            (Meta::ReponseId, id.as_str()),
            (Meta::Poste, &poste),
            (Meta::Langue, self.locale.language()),
            (Meta::DureeMin, &interview.minutes().to_string()),
            (Meta::Horloge, horloge),
        ] {
            let set = metadata.set(meta, value);
            debug_assert_eq!(set, Ok(()), "{meta:?} {value}");
        }
        self.record = Some(Box::new(Record::new(finished, metadata)));
        self.send()
    }

    fn send(&mut self) -> Vec<Effect> {
        let record = self.record.clone();
        record.map(|record| Effect::Save { record, into: self.into.clone() }).into_iter().collect()
    }

    fn typing(&mut self) -> Option<&mut Input> {
        match (&self.screen, &mut self.interview) {
            (Screen::Prompt(_), _) => Some(&mut self.field),
            (Screen::Question, Some(interview)) => {
                interview.refusal = None;
                interview.confirm_pass = false;
                Some(&mut interview.field)
            }
            _ => None,
        }
    }

    fn edit(&mut self, request: InputRequest) {
        if self.mode() != Mode::Field {
            return;
        }
        self.cursor = None;
        // Of an answer a little more than is accepted, so that the person sees what does not fit.
        let most = match self.screen {
            Screen::Prompt(Prompt::Structure) => LONGEST_SETTING,
            _ => 2 * LONGEST_TEXT,
        };
        let Some(field) = self.typing() else { return };
        let full = field.value().chars().count() >= most;
        if !(full && matches!(request, InputRequest::InsertChar(_))) {
            field.handle(request);
        }
    }
}
