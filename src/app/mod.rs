//! What both front ends share: the screens, what each event does, what must be done outside.
//! Never draws, never opens a file, never asks the time: those are handed in or handed out.

mod act;
mod atelier;
mod borne;
mod care;
mod correct;
mod desk;
mod diagnosis;
mod drafts;
mod event;
mod fast;
mod home;
mod input;
mod interview;
mod journal;
mod jump;
mod lines;
mod lock;
mod looks;
mod mirror;
mod notice;
mod pairing;
mod palette;
mod recorded;
mod retention;
mod row;
mod screen;
mod seance;
mod settings;
mod show;
mod sitting;
mod typing;
mod update;
mod view;
mod voice;

use std::collections::VecDeque;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use fluent_bundle::FluentValue;

use atelier::Walk;
pub use atelier::{Came as AtelierCame, Task as AtelierTask};
use borne::Borne;
pub use borne::{Before, End};
use care::Care;
use correct::Correcting;
use desk::Desk;
use desk::Page;
pub use desk::{Errand, Invented, News, ResultsFound, asked, theme_words};
pub use diagnosis::{
    Diagnosis, Kept, Leader, Machine, Rights, Subject, Swap, Unseen, Weakness, diagnose,
};
use drafts::Drafts;
pub use event::{Effect, Event, Outcome};
use fast::Words;
pub use input::{Input, Room};
pub use interview::{Entry, Interview};
pub use journal::Keeping;
pub use lines::{answer_words, reason_words};
pub use lock::{Lock, Safeguard};
pub use looks::{Looks, Shade, Signs, Size};
pub use mirror::{Bar, Glance, Glanced, SlideWords, mirror_words, slide_words};
pub use notice::{paragraphs, version as notice_version};
pub use palette::{ACTIONS, Command};
pub use recorded::Recorded;
pub use retention::Retention;
pub use row::{digit, number};
use screen::{Prompt, Screen, Stray};
use seance::{Asked, Seance, Stage, Unended};
pub use seance::{Came, Memory, Wish};
pub use settings::{BorneRules, City, Settings, Trial};
pub use view::{Block, Line, Mark, Mode, View, Way};
use voice::Reader;
pub use voice::{
    Listening, Passage, Reading, Recording, Sentence, Speaks, Speech, Speed, Voice, recording,
};

use self::pairing::Coding;
use self::palette::Palette;
use self::sitting::{Mistyped, Sitting};
use crate::analysis::Day;
use crate::locale::Locale;
use crate::questionnaire::{Head, Library, Problem, Questionnaire, Referentiel};
use crate::record::Record;
use crate::store::Fault;
use crate::value::{Code, Date, Meta};

/// The version of the notice shown before the first question; rows remember it, with whom it was
/// worded for.
pub const NOTICE: &str = "1";

/// Time, chance and place, as the program that runs the application knows them.
pub trait World {
    /// The day it is, where the program is used.
    fn today(&self) -> Date;
    /// The time since the program started.
    fn elapsed(&self) -> Duration;
    /// A random identifier (UUID version 4).
    fn fresh_id(&self) -> String;
    /// A random pairing code.
    fn fresh_code(&self) -> Code;
    /// The random name of this machine.
    fn poste(&self) -> String;
}

/// Where the dossier was found, to be told in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// It was named on the command line or in the environment.
    Named,
    /// It is the current folder.
    Current,
    /// It is the folder of the program: a USB stick.
    Program,
    /// It is the usual place of the system for data.
    Usual,
}

/// Where the answers of this machine are, and where they could be if they cannot be there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places {
    /// How the dossier was found.
    pub found: Found,
    /// The folder of the rows.
    pub data: PathBuf,
    /// The file of the settings.
    pub settings: PathBuf,
    /// The folder of what is kept of interviews under way.
    pub drafts: PathBuf,
    /// Another folder to propose.
    pub other: PathBuf,
}

/// The application: one screen at a time, and what it knows.
pub struct App {
    world: Box<dyn World>,
    locale: Locale,
    library: Rc<Library>,
    /// The référentiels in use: their heads alone.
    heads: Vec<Arc<Head>>,
    /// The référentiel whose forms are listed: read when it is chosen.
    opened: Option<Arc<Referentiel>>,
    /// Why the référentiel chosen is not opened.
    lock: Option<Lock>,
    problems: Vec<Problem>,
    settings: Settings,
    places: Places,
    screen: Screen,
    /// The line under the cursor; none where nothing is chosen yet.
    cursor: Option<usize>,
    /// The keys are being explained, over the screen.
    help: bool,
    /// The list of all that can be done, open over the screen.
    palette: Option<Palette>,
    interview: Option<Interview>,
    /// What was said for the people of this sitting.
    sitting: Sitting,
    /// The séance under way.
    seance: Option<Box<Seance>>,
    /// Séances that nobody ended.
    unended: Unended,
    /// Are the words of the sheet of paper being typed?
    words: Words,
    /// What became of the code of the interview.
    coding: Coding,
    /// What is typed in a prompt.
    field: Input,
    /// Why what was typed in it does not do.
    mistyped: Option<Mistyped>,
    /// The structure as typed, until the contact is.
    structure: String,
    /// The row that is being saved: kept until the disk has it.
    record: Option<Box<Record>>,
    fault: Option<Arc<Fault>>,
    /// What the disk showed of itself.
    care: Care,
    /// The row that is being corrected, if one is.
    correcting: Option<Correcting>,
    /// Where the last row was saved.
    saved: Option<PathBuf>,
    /// The folder chosen instead of the usual one, until the program ends.
    into: Option<PathBuf>,
    day: Option<Day>,
    /// What was brought to the screens that home leads to.
    desk: Desk,
    /// What a group is shown of its answers.
    mirror: mirror::Mirrors,
    drafts: Drafts,
    /// The référentiel around a table, where one is.
    walk: Option<Box<Walk>>,
    /// What is to be said of the last key, where it did nothing.
    stray: Option<Stray>,
    /// The borne, where the program is one.
    borne: Option<Box<Borne>>,
    /// What is read aloud.
    reader: Reader,
    /// Only this form was asked for: the program ends with it.
    single: bool,
    /// The form is asked of one person after another: the first has begun before.
    again: bool,
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("App").field("screen", &self.screen).finish_non_exhaustive()
    }
}

impl App {
    /// Opens at the home screen. `Count` is to be performed once that screen is shown.
    pub fn new(
        world: Box<dyn World>,
        locale: Locale,
        library: &Rc<Library>,
        settings: Settings,
        places: Places,
    ) -> Self {
        let reader = Reader::new(settings.voice);
        let mut app = Self {
            world,
            locale,
            library: Rc::clone(library),
            heads: settings.used(library),
            opened: None,
            lock: None,
            problems: library.problems().to_vec(),
            settings,
            places,
            screen: Screen::Home,
            cursor: Some(0),
            help: false,
            palette: None,
            interview: None,
            sitting: Sitting::default(),
            seance: None,
            unended: Unended::default(),
            words: Words::default(),
            coding: Coding::default(),
            field: Input::default(),
            mistyped: None,
            structure: String::new(),
            record: None,
            fault: None,
            care: Care::default(),
            correcting: None,
            saved: None,
            into: None,
            day: None,
            desk: Desk::default(),
            mirror: mirror::Mirrors::default(),
            drafts: Drafts::default(),
            walk: None,
            stray: None,
            borne: None,
            reader,
            single: false,
            again: false,
        };
        app.opened = app.only();
        app
    }

    /// Opens at one form instead of the home screen, and ends with it.
    pub fn open(&mut self, form: &Arc<Questionnaire>) -> Vec<Effect> {
        self.single = true;
        let effects = self.begin(form);
        if self.screen == Screen::Notice {
            // Nobody chose it on a page that would say so.
            self.introduce();
        }
        effects
    }

    /// Has effects performed, and those that come of their outcomes; says whether the program goes
    /// on.
    pub fn carry_out(
        &mut self,
        effects: Vec<Effect>,
        perform: &mut dyn FnMut(Effect) -> Option<Outcome>,
    ) -> bool {
        let mut waiting = VecDeque::from(effects);
        while let Some(effect) = waiting.pop_front() {
            if matches!(effect, Effect::Quit) {
                return false;
            }
            if let Some(outcome) = perform(effect) {
                waiting.extend(self.update(Event::Outcome(outcome)));
            }
        }
        true
    }

    /// Says everything as it is said line by line, from now on and in every language.
    pub fn tell_in_lines(&mut self) {
        self.locale.tell_in_lines();
    }

    /// The words of the language spoken now.
    pub fn locale(&self) -> &Locale {
        &self.locale
    }

    /// The interview under way.
    pub fn interview(&self) -> Option<&Interview> {
        self.interview.as_ref()
    }

    /// Rows that were made and that the disk does not have yet.
    pub fn unsaved(&self) -> Option<&Record> {
        self.record.as_deref()
    }

    /// Is the person typing, so that letters and digits are text and not commands?
    pub fn is_typing(&self) -> bool {
        self.palette.is_some() || (!self.help && self.mode().is_typed())
    }

    /// A message without arguments, as it is said to the person in front of the screen.
    pub fn say(&self, id: &str) -> String {
        self.tell(id, &[])
    }

    /// A message with its arguments, as it is said to the person in front of the screen: a child
    /// who answers hears «tu».
    pub fn tell(&self, id: &str, arguments: &[(&str, FluentValue<'_>)]) -> String {
        match &self.interview {
            // Before the notice, and wherever the sitting is said, it is the mediator.
            Some(on) if self.screen != Screen::Trial && !self.is_at_sitting() => {
                self.locale.tell_to(on.session.form(), id, arguments)
            }
            _ => self.locale.tell(id, arguments),
        }
    }

    /// Is something asked of the person in front of the screen, so that it can be passed?
    fn can_pass(&self) -> bool {
        let asked = self.interview.as_ref().and_then(|on| on.session.question());
        match self.screen {
            Screen::Question => asked.is_some_and(|question| question.asks()),
            Screen::Prompt(Prompt::Code) => true,
            _ => false,
        }
    }

    fn mode(&self) -> Mode {
        match self.screen {
            Screen::Prompt(Prompt::Note(Meta::Date)) => Mode::Day,
            Screen::Prompt(Prompt::Seance(_)) => Mode::Number,
            Screen::Prompt(Prompt::Atelier(typed)) => typed.mode(),
            Screen::Atelier(step) => step.mode(),
            Screen::Seance(stage) => Self::seance_mode(stage),
            Screen::Borne(stage) => self.borne_mode(stage),
            Screen::Prompt(_) => Mode::Field,
            Screen::Desk(page) => page.mode(),
            Screen::Mirror(face) => Self::face_mode(face),
            Screen::Problems | Screen::Locked | Screen::Transcript => Mode::Reading,
            Screen::Notice | Screen::Code if self.has_no_default() => Mode::One,
            Screen::Question => {
                let question = self.interview.as_ref().and_then(|on| on.session.question());
                question.map_or(Mode::Menu, |question| Mode::of(&question.kind))
            }
            _ => Mode::Menu,
        }
    }
}

/// No clock that is right says a day before this one: the program did not exist.
const EARLIEST: Date = Date::constant(2026, 11, 1);
