//! The borne: one person answers alone at a shared computer, from the welcome to the thanks.
//! Never the answers of anybody else, never a way to anything else of the program.

mod act;
mod aloud;
mod idle;
mod lines;
mod words;

use std::sync::Arc;
use std::time::Duration;

use super::{App, Effect, Event, Input, Keeping, Mode, Outcome, Screen};
use crate::locale::Locale;
use crate::questionnaire::Questionnaire;
use lines::Deed;

/// The longest code of the team that is taken.
const LONGEST_CODE: usize = 200;

/// How one person's time at the borne ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// It is somebody else's turn.
    Next,
    /// The team closes the borne.
    Staff,
    /// Somebody typed a code that is not that of the team.
    Refused,
}

/// Who is in front of the borne when it opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Before {
    /// The team, who has just started it.
    Staff,
    /// Somebody who comes to answer; the code of the team is not taken before so long.
    Person(Duration),
}

/// The borne, while it is used.
#[derive(Debug)]
pub(super) struct Borne {
    /// The forms that may be answered here.
    forms: Vec<Arc<Questionnaire>>,
    /// The form that is answered.
    form: Option<Arc<Questionnaire>>,
    /// The languages that may be chosen, by code, each with what is said to have it; the first is that
    /// of the welcome.
    languages: Vec<(String, String)>,
    /// The time now, as of the last event.
    now: Duration,
    /// When somebody last did something.
    heard: Duration,
    /// Since when it is asked whether somebody is still there.
    asked: Option<Duration>,
    /// Until when no code of the team is taken.
    wait: Duration,
    /// What is to be said kindly of the last key, where it did nothing.
    astray: Option<Astray>,
    /// The screen that one goes back to from where it is asked whether to stop.
    from: Option<Stage>,
    /// An open question is answered with somebody who writes.
    is_helped: bool,
    /// Nobody answered any more: what is saved now is the last thing done.
    is_over: bool,
    /// Rows cannot be written here.
    is_closed: bool,
    end: Option<End>,
}

/// Why a key did nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Astray {
    /// It means nothing here.
    Key,
    /// Nothing is chosen yet, and nothing is chosen for the person.
    Unchosen,
}

/// A language, and how it is asked for: in its own words, for who wants it reads them.
fn asked_for(code: &str) -> (String, String) {
    (code.to_owned(), Locale::new(code).say("borne-speak"))
}

impl Borne {
    /// The form whose people are spoken to: the one that is answered, or the only one.
    fn addressed(&self) -> Option<&Arc<Questionnaire>> {
        self.form.as_ref().or(match self.forms.as_slice() {
            [form] => Some(form),
            _ => None,
        })
    }
}

/// The screens of the borne.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// To the team: what will be asked, and what becomes of the answers.
    Opening,
    /// Rows cannot be written: nobody is asked anything.
    Closed,
    /// What this is.
    Welcome,
    /// The code of the team is typed.
    Staff,
    /// What the questions are for, and that answering is free.
    Notice,
    /// What becomes of the answers; does the person wish to answer?
    Consent,
    /// Is the person old enough?
    Age,
    /// They are not.
    Young,
    /// A question.
    Question,
    /// A question in the person's own words: pass it, have it written, or write?
    Open,
    /// Somebody is called to write.
    Helper,
    /// Words are written.
    Writing,
    /// Passing a question: for what reason?
    Pass,
    /// Stop here?
    Stopping,
    /// All answers, before they are saved.
    Review,
    /// Has the person the code got on arriving?
    CardAsked,
    /// It is typed.
    CardTyped,
    /// A code to copy.
    Card,
    /// The row could not be written.
    Failed,
    /// The row is on the disk.
    Thanks,
    /// Nothing was kept.
    Goodbye,
}

impl App {
    /// Opens the borne with these forms: nothing else of the program can be reached from it, and
    /// nothing of an interview is on the disk before its row is.
    pub fn open_borne(&mut self, forms: &[Arc<Questionnaire>], before: Before) -> Vec<Effect> {
        let now = self.world.elapsed();
        self.keep(Keeping::Memory);
        self.single = true;
        let mut languages = self.settings.borne.languages.clone();
        if languages.is_empty() {
            languages = Locale::codes().map(str::to_owned).collect();
        }
        // The language of the dossier is the one that the welcome is said in.
        let own = self.locale.language();
        if let Some(at) = languages.iter().position(|code| code == own) {
            languages[..=at].rotate_right(1);
        } else if let Some(first) = languages.first() {
            self.locale = Locale::new(first);
        }
        let wait = match before {
            Before::Staff => Duration::ZERO,
            Before::Person(wait) => wait,
        };
        self.borne = Some(Box::new(Borne {
            forms: forms.to_vec(),
            form: None,
            languages: languages.into_iter().map(|code| asked_for(&code)).collect(),
            now,
            heard: now,
            asked: None,
            wait: now + wait,
            astray: None,
            from: None,
            is_helped: false,
            is_over: false,
            is_closed: false,
            end: None,
        }));
        self.forget();
        match before {
            Before::Staff => self.go(Stage::Opening),
            Before::Person(_) => self.go(Stage::Welcome),
        }
        let mut effects = self.probe_borne();
        if before == Before::Staff {
            // Counting reads the rows: nobody's answers are read while somebody else is here.
            effects.push(Effect::Count);
        }
        effects
    }

    /// Is this the borne, where one person after another answers alone?
    pub fn is_borne(&self) -> bool {
        self.borne.is_some()
    }

    /// How the time of the person at the borne ended, once it has.
    pub fn borne_end(&self) -> Option<End> {
        self.borne.as_ref().and_then(|borne| borne.end)
    }

    /// The screen of the borne that is shown, whatever hides it.
    pub(super) fn stage(&self) -> Option<Stage> {
        match self.screen {
            Screen::Borne(stage) => Some(stage),
            _ => None,
        }
    }

    /// Goes to a screen of the borne: nothing is chosen there for the person, but where there is
    /// only one thing to do.
    fn go(&mut self, stage: Stage) {
        self.show(Screen::Borne(stage));
        self.cursor = None;
        self.mistyped = None;
        if matches!(stage, Stage::Staff | Stage::CardTyped) {
            self.field = Input::default();
        }
        let lines = self.borne_lines();
        let mut to_choose = lines.iter().filter(|(line, _)| line.key.is_none());
        let is_alone = to_choose.next().is_some() && to_choose.next().is_none();
        let has_usual = matches!(stage, Stage::Pass | Stage::Review);
        let marked = self.interview.as_ref().and_then(|on| on.marks.iter().position(|mark| *mark));
        self.cursor = match stage {
            Stage::Question => marked.filter(|_| self.borne_mode(stage) == Mode::One),
            _ if is_alone || has_usual => Some(0),
            Stage::Welcome if self.borne.as_ref().is_some_and(|on| on.forms.len() == 1) => Some(0),
            _ => None,
        };
    }

    /// How a screen of the borne is used.
    pub(super) fn borne_mode(&self, stage: Stage) -> Mode {
        if self.is_asking_presence() {
            return Mode::One;
        }
        let asked = self.interview.as_ref().and_then(|on| on.session.question());
        match (stage, asked.map(|question| &question.kind)) {
            (Stage::Staff | Stage::CardTyped | Stage::Writing, _) => Mode::Field,
            // A text to read is gone on from as one of one line is.
            (Stage::Question, Some(kind)) => match Mode::of(kind) {
                Mode::Menu => Mode::One,
                mode => mode,
            },
            _ => Mode::One,
        }
    }

    /// Does what an event means at the borne.
    pub(super) fn heed_borne(&mut self, event: Event) -> Vec<Effect> {
        let now = self.world.elapsed();
        let Some(borne) = &mut self.borne else { return Vec::new() };
        borne.now = now;
        match event {
            Event::Outcome(outcome) => return self.borne_outcome(outcome),
            Event::Tick => return self.pass_time(),
            _ => {}
        }
        // A silence that is over is over, even where nothing woke the program up meanwhile.
        let effects = self.pass_time();
        if !effects.is_empty() || self.borne_end().is_some() {
            return effects;
        }
        let Some(borne) = &mut self.borne else { return effects };
        borne.heard = now;
        borne.astray = None;
        if borne.asked.take().is_some() {
            // The key said that somebody is there, and nothing else.
            return effects;
        }
        if let Some(interview) = &mut self.interview {
            interview.seen(now);
        }
        match event {
            Event::Digit(digit) => self.borne_digit(digit),
            Event::Up => self.borne_step(|at| at.map_or(0, |at| at.saturating_sub(1))),
            Event::Down => self.borne_step(|at| at.map_or(0, |at| at + 1)),
            Event::First => self.borne_step(|_| 0),
            Event::Last => self.borne_step(|_| usize::MAX),
            Event::Mark => match self.cursor {
                Some(at) => self.choose_line(at),
                None => self.lost(),
            },
            Event::Pick(at) => return self.point_at(at),
            Event::Confirm => return self.confirm_borne(),
            Event::Here => {}
            Event::Aloud if self.can_speak() => return self.read_screen(),
            Event::Pass if self.mode().is_typed() => return self.press(Deed::Skip),
            Event::Pass => match self.borne_place(|deed| *deed == Deed::Skip) {
                Some(at) => self.choose_line(at),
                None => self.lost(),
            },
            Event::Back => return self.press(Deed::Back),
            Event::Leave => return self.press(Deed::Stop),
            Event::Edit(_) | Event::Paste(_) | Event::Undo | Event::Redo | Event::Type(_) => {
                self.type_at_borne(event);
            }
            Event::Staff if self.can_type_code() => self.go(Stage::Staff),
            _ => self.lost(),
        }
        Vec::new()
    }

    /// May the team close the borne from here? Only where there are no answers of anybody.
    fn can_type_code(&self) -> bool {
        self.stage() == Some(Stage::Welcome) && !self.settings.borne.code.is_empty()
    }

    /// Does what is behind a button, where the screen has it.
    fn press(&mut self, deed: Deed) -> Vec<Effect> {
        if self.borne_place(|on| *on == deed).is_some() {
            return self.do_deed(deed);
        }
        self.lost();
        Vec::new()
    }

    /// The place of the line that does this.
    fn borne_place(&self, wanted: impl Fn(&Deed) -> bool) -> Option<usize> {
        self.borne_lines().iter().position(|(_, deed)| wanted(deed))
    }

    /// The key did nothing: how to go on is said kindly.
    fn lost(&mut self) {
        self.astray(Astray::Key);
    }

    fn astray(&mut self, astray: Astray) {
        if let Some(borne) = &mut self.borne {
            borne.astray = Some(astray);
        }
    }

    fn borne_digit(&mut self, digit: u8) {
        let lines = self.borne_lines();
        match lines.iter().position(|(line, _)| line.digit == Some(digit)) {
            Some(at) => self.choose_line(at),
            None => self.lost(),
        }
    }

    /// Goes from line to line; buttons are not among them.
    fn borne_step(&mut self, to: impl Fn(Option<usize>) -> usize) {
        let lines = self.borne_lines();
        let last = lines.iter().filter(|(line, _)| line.key.is_none()).count().checked_sub(1);
        let Some(last) = last.filter(|_| !self.mode().is_typed()) else { return self.lost() };
        let at = to(self.cursor).min(last);
        if self.mode() == Mode::Several {
            self.cursor = Some(at);
        } else {
            self.choose_line(at);
        }
    }

    /// Chooses a line: an answer is marked, nothing is confirmed.
    fn choose_line(&mut self, at: usize) {
        let deed = self.borne_lines().get(at).map(|(_, deed)| *deed);
        self.cursor = Some(at);
        let Some(interview) = &mut self.interview else { return };
        match deed {
            Some(Deed::Answer(place)) => interview.mark(place),
            // On «passer» nothing is marked.
            Some(Deed::Skip) => interview.marks.fill(false),
            _ => {}
        }
    }

    /// Pointing at a line chooses it, and at the line chosen confirms it; at a button presses it.
    fn point_at(&mut self, at: usize) -> Vec<Effect> {
        let lines = self.borne_lines();
        let Some((line, deed)) = lines.get(at) else {
            self.lost();
            return Vec::new();
        };
        if line.key.is_some() {
            return self.do_deed(*deed);
        }
        if self.mode() == Mode::One && self.cursor == Some(at) {
            return self.confirm_borne();
        }
        self.choose_line(at);
        Vec::new()
    }

    /// Types, pastes or takes back what was typed, where something is typed.
    fn type_at_borne(&mut self, event: Event) {
        if !self.mode().is_typed() {
            return self.lost();
        }
        let field = match (self.stage(), &mut self.interview) {
            (Some(Stage::Staff | Stage::CardTyped), _) => {
                self.mistyped = None;
                &mut self.field
            }
            (_, Some(interview)) => {
                interview.refusal = None;
                interview.doubted = None;
                &mut interview.field
            }
            _ => return,
        };
        let most = match self.screen {
            Screen::Borne(Stage::Writing) => 2 * crate::session::LONGEST_TEXT,
            _ => LONGEST_CODE,
        };
        let is_full = field.value().chars().count() >= most;
        match event {
            Event::Edit(tui_input::InputRequest::InsertChar(_)) if is_full => {}
            Event::Edit(request) => field.handle(request),
            Event::Paste(text) => field.paste(&text, most),
            Event::Undo => field.undo(),
            Event::Redo => field.redo(),
            Event::Type(text) => field.replace(text.chars().take(most).collect()),
            _ => {}
        }
    }

    fn borne_outcome(&mut self, outcome: Outcome) -> Vec<Effect> {
        let Some(borne) = &mut self.borne else { return Vec::new() };
        match outcome {
            Outcome::Probed(probed) => {
                borne.is_closed = probed.is_err();
                match (borne.is_closed, self.stage()) {
                    (true, Some(Stage::Welcome | Stage::Notice | Stage::Consent)) => {
                        self.forget();
                        self.go(Stage::Closed);
                    }
                    (false, Some(Stage::Closed)) => self.go(Stage::Welcome),
                    _ => {}
                }
            }
            Outcome::Counted(day) => self.day = Some(day),
            Outcome::Saved(_) if borne.is_over => return self.end(End::Next),
            Outcome::Saved(Ok(_)) => {
                self.forget();
                self.go(Stage::Thanks);
            }
            Outcome::Saved(Err(_)) => self.go(Stage::Failed),
            Outcome::Staff(is_theirs) => {
                return self.end(if is_theirs { End::Staff } else { End::Refused });
            }
            _ => {}
        }
        Vec::new()
    }

    /// The time of this person is over: nothing of it stays here.
    fn end(&mut self, end: End) -> Vec<Effect> {
        self.forget();
        if let Some(borne) = &mut self.borne {
            borne.end = Some(end);
        }
        vec![Effect::Quit]
    }

    /// Can rows be written, of each form?
    fn probe_borne(&self) -> Vec<Effect> {
        let forms = self.borne.as_ref().map_or(&[][..], |borne| &borne.forms);
        let probe = |form: &Arc<Questionnaire>| Effect::Probe {
            form: Arc::clone(form),
            trial: !self.settings.trial(form).is_empty(),
            into: None,
        };
        // One after the other each outcome would undo the one before: the first stands for all, for
        // they are of one dossier.
        forms.first().map(probe).into_iter().collect()
    }
}
