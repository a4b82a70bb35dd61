//! What home leads to beside interviews and séances: the sheets of the day, their correction, copies, what
//! goes to the city.
//! Never an answer of one person on its screens, and never a file: what they show is brought to them.

mod options;
mod parcel;
mod results;
mod sheets;
mod start;
mod stick;
mod today;
mod tree;

use std::path::PathBuf;
use std::sync::Arc;

pub(super) use self::parcel::Parcel;
pub use self::results::{Found as ResultsFound, asked, theme_words};
pub(super) use self::sheets::Sheets;
pub use self::start::Invented;
use self::start::Inventing;
pub(super) use self::stick::Sticks;
use super::lines::{Act, List};
use super::view::Block;
use super::{App, Effect, Glance, Glanced, Mode, Prompt, Recorded, Screen, Settings};
use crate::questionnaire::Questionnaire;
use crate::store::{Copied, CopyFault, Fault, Present};

/// What is done about answers that are there: at home, where there is room for it.
pub(super) const DAILY: [(&str, Task); 3] =
    [("home-results", Task::Results), ("home-correct", Task::Sheets), ("home-copy", Task::Sticks)];

/// What is seldom done.
pub(super) const SELDOM: [(&str, Task); 6] = [
    ("more-today", Task::Today),
    ("more-tree", Task::Tree),
    ("more-settings", Task::Settings),
    ("more-welcome", Task::Welcome),
    ("more-mirror", Task::Mirror),
    ("more-send", Task::Parcel),
];

/// A screen that home leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Page {
    /// What is seldom done.
    More,
    /// The sheets of the day, counted.
    Today,
    /// The sheets of the day: which is to be corrected?
    Sheets,
    /// On which stick is the dossier to be copied?
    Sticks,
    /// What came of the copy.
    Copied,
    /// What would leave for the city, and where is it to be prepared?
    Parcel,
    /// What came of it.
    Sent,
    /// The results of which référentiel?
    WhichResults,
    /// Those of one.
    Results,
    /// The criteria of which référentiel?
    WhichTree,
    /// Those of one.
    Tree,
    /// The first minute.
    Welcome,
    /// What came of sheets that were to be invented.
    Invented,
    /// The settings.
    Settings,
    /// Which référentiels are used?
    Used,
}

impl Page {
    /// How the screen is used.
    pub(super) const fn mode(self) -> Mode {
        match self {
            Self::Today | Self::Copied | Self::Sent | Self::Results | Self::Tree => Mode::Reading,
            _ => Mode::Menu,
        }
    }
}

/// What acting on a line of these screens does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Task {
    /// See what is seldom done.
    More,
    /// See what was typed today.
    Today,
    /// Correct a sheet.
    Sheets,
    /// Correct the sheet of this place in the list.
    Correct(usize),
    /// Copy the dossier.
    Sticks,
    /// On the stick of this place in the list.
    Stick(usize),
    /// On one that is not in the list.
    OtherStick,
    /// See what would leave for the city.
    Parcel,
    /// Prepare it in the folder of this place in the list.
    SendTo(usize),
    /// In one that is not in the list.
    OtherParcel,
    /// See results.
    Results,
    /// Those of the référentiel of this place.
    ResultsOf(usize),
    /// Show a group what it answered.
    Mirror,
    /// See the criteria of a référentiel.
    Tree,
    /// Those of the référentiel of this place.
    TreeOf(usize),
    /// See what this is.
    Welcome,
    /// Try an interview.
    Try,
    /// Have sheets invented.
    Invent,
    /// See their results.
    SeeInvented,
    /// See the settings.
    Settings,
    /// Say the place where people are asked.
    Site,
    /// Begin in the next language.
    Lang,
    /// Look otherwise.
    Shade,
    /// The other size of the parts of the screen.
    Size,
    /// Read aloud at other times.
    Reading,
    /// Into headphones, or no more.
    Headphones,
    /// At another speed.
    Speed,
    /// See which référentiels are used.
    Used,
    /// Use the référentiel of this place among all, or no more.
    TurnUsed(usize),
    /// Back to home.
    Home,
}

/// Something to be done outside for these screens.
#[derive(Clone, Debug)]
pub enum Errand {
    /// Bring the sheets of the day.
    Sheets,
    /// Look for sticks.
    Sticks,
    /// Copy the dossier to this folder.
    Copy(PathBuf),
    /// Look at what would leave for the city.
    Parcel(Box<Settings>),
    /// Prepare it in this folder.
    Send {
        /// Who sends.
        settings: Box<Settings>,
        /// Where.
        to: PathBuf,
        /// What becomes of what is there.
        present: Present,
    },
    /// Count the answers of the référentiel of this id.
    Results(String),
    /// Something of the mirror of a séance.
    Mirror(Glance),
    /// Invent so many sheets of this form, as trials, from a number that was not used before.
    Invent {
        /// The form.
        form: Arc<Questionnaire>,
        /// How many.
        sheets: u64,
    },
}

/// What came of it.
#[derive(Clone, Debug)]
pub enum News {
    /// The sheets of the day, and how many more there are whose form nobody knows any more.
    Sheets(Vec<Recorded>, usize),
    /// The folders of the sticks that are there.
    Sticks(Vec<PathBuf>),
    /// The dossier is on the stick, or why not, or not all of it.
    Copied(Result<Copied, Arc<CopyFault>>),
    /// What would leave for the city and what would stay, or why nothing does, in words; and the folders
    /// that are proposed.
    Parcel(Result<Vec<String>, Vec<String>>, Vec<PathBuf>),
    /// The parcel is there, or why not, in words.
    Sent(Result<Vec<String>, Vec<String>>),
    /// The answers, counted.
    Results(Box<ResultsFound>),
    /// What came of something of a mirror.
    Mirror(Glanced),
    /// The sheets are in a file of trials, or why not.
    Invented(Result<Invented, Arc<Fault>>),
}

/// What was brought to these screens.
#[derive(Debug, Default)]
pub(super) struct Desk {
    sheets: Option<Sheets>,
    sticks: Sticks,
    parcel: Parcel,
    results: Option<Box<ResultsFound>>,
    /// The page that answers are counted for.
    wanted: Option<Page>,
    invented: Inventing,
    /// Is something of the settings being changed from their page?
    pub(super) is_setting: bool,
}

impl App {
    /// Does what a line of these screens stands for.
    pub(super) fn desk_act(&mut self, task: Task) -> Vec<Effect> {
        let ask = |errand| vec![Effect::Desk(errand)];
        match task {
            Task::More => self.show(Screen::Desk(Page::More)),
            Task::Today => self.show(Screen::Desk(Page::Today)),
            Task::Sheets => return ask(Errand::Sheets),
            Task::Correct(place) => self.correct_listed(place),
            Task::Sticks => return ask(Errand::Sticks),
            Task::Stick(place) => return self.copy_to(place),
            Task::OtherStick => self.ask(Prompt::Stick),
            Task::Parcel => return self.look_at_parcel(),
            Task::SendTo(place) => return self.send_to(place),
            Task::OtherParcel => self.ask(Prompt::Parcel),
            Task::Results => return self.see(Page::Results, Page::WhichResults),
            Task::ResultsOf(place) => return self.count_for(Page::Results, place),
            Task::Mirror => return ask(Errand::Mirror(Glance::Seances)),
            Task::Tree => return self.see(Page::Tree, Page::WhichTree),
            Task::TreeOf(place) => return self.count_for(Page::Tree, place),
            Task::Welcome => self.welcome(),
            Task::Try => return self.try_interview(),
            Task::Invent => return self.invent(),
            Task::SeeInvented => return self.see_invented(),
            Task::Settings => self.show(Screen::Desk(Page::Settings)),
            Task::Site => return self.ask_site(),
            Task::Lang => return self.turn_language(),
            Task::Shade => return self.turn_shade(),
            Task::Size => return self.turn_size(),
            Task::Reading => return self.turn_reading(),
            Task::Headphones => return self.turn_listening(),
            Task::Speed => return self.turn_speed(),
            Task::Used => self.show(Screen::Desk(Page::Used)),
            Task::TurnUsed(place) => return self.turn_used(place),
            Task::Home => {
                self.desk.sheets = None;
                self.show(Screen::Home);
            }
        }
        Vec::new()
    }

    /// Shows what was brought.
    pub(super) fn desk_news(&mut self, news: News) -> Vec<Effect> {
        match news {
            News::Sheets(rows, unknown) => {
                self.desk.sheets = Some(Sheets::new(rows, unknown));
                self.show(Screen::Desk(Page::Sheets));
            }
            News::Mirror(glanced) => return self.glanced(glanced),
            News::Sticks(found) => {
                self.desk.sticks.found = found;
                self.show(Screen::Desk(Page::Sticks));
            }
            News::Copied(copied) => {
                self.desk.sticks.copied = Some(copied);
                self.show(Screen::Desk(Page::Copied));
            }
            News::Parcel(looked, places) => {
                self.desk.parcel = Parcel { looked: Some(looked), places, sent: None };
                self.show(Screen::Desk(Page::Parcel));
            }
            News::Sent(sent) => {
                self.desk.parcel.sent = Some(sent);
                self.show(Screen::Desk(Page::Sent));
            }
            News::Results(found) => {
                self.desk.results = Some(found);
                let page = self.desk.wanted.take().unwrap_or(Page::Results);
                self.show(Screen::Desk(page));
            }
            News::Invented(invented) => {
                let is_done = invented.is_ok();
                self.desk.invented = Some(invented);
                self.show(Screen::Desk(Page::Invented));
                if is_done {
                    return vec![Effect::Count];
                }
            }
        }
        Vec::new()
    }

    /// Out of one of these screens: to the one that led to it.
    pub(super) fn leave_desk(&mut self, page: Page) {
        // Rows are held no longer than they are looked at.
        self.desk.sheets = None;
        let under = match page {
            Page::More | Page::Welcome | Page::Invented => Screen::Home,
            Page::Results if self.heads.len() > 1 => Screen::Desk(Page::WhichResults),
            Page::Tree if self.heads.len() > 1 => Screen::Desk(Page::WhichTree),
            Page::Used => Screen::Desk(Page::Settings),
            Page::Today
            | Page::Tree
            | Page::WhichTree
            | Page::Settings
            | Page::Parcel
            | Page::Sent => Screen::Desk(Page::More),
            _ if self.is_all_at_home() => Screen::Home,
            _ => Screen::Desk(Page::More),
        };
        self.show(under);
    }

    pub(super) fn desk_lines(&self, page: Page, list: &mut List) {
        match page {
            Page::More => self.more_lines(list),
            Page::Sheets => self.sheet_lines(list),
            Page::Sticks => self.stick_lines(list),
            Page::Parcel => self.parcel_lines(list),
            Page::WhichResults => self.which_lines(list, Task::ResultsOf),
            Page::WhichTree => self.which_lines(list, Task::TreeOf),
            Page::Welcome => self.welcome_lines(list),
            Page::Invented => self.invented_lines(list),
            Page::Settings => self.settings_lines(list),
            Page::Used => self.used_lines(list),
            Page::Today | Page::Copied | Page::Sent | Page::Results | Page::Tree => {}
        }
    }

    pub(super) fn desk_words(&self, page: Page, blocks: &mut Vec<Block>) {
        match page {
            Page::More => blocks.push(Block::Heading(self.say("more-heading"))),
            Page::Today => self.today_words(blocks),
            Page::Sheets => self.sheets_words(blocks),
            Page::Sticks => self.stick_words(blocks),
            Page::Copied => self.copied_words(blocks),
            Page::Parcel => self.parcel_words(blocks),
            Page::Sent => self.sent_words(blocks),
            Page::WhichResults => blocks.push(Block::Heading(self.say("results-which"))),
            Page::Results => self.results_words(blocks),
            Page::WhichTree => blocks.push(Block::Heading(self.say("tree-which"))),
            Page::Tree => self.tree_words(blocks),
            Page::Welcome => self.welcome_words(blocks),
            Page::Invented => self.invented_words(blocks),
            Page::Settings => self.settings_words(blocks),
            Page::Used => blocks.push(Block::Heading(self.say("settings-used"))),
        }
    }

    fn more_lines(&self, list: &mut List) {
        let daily = if self.is_all_at_home() { &[][..] } else { &DAILY };
        for (id, task) in daily.iter().chain(&SELDOM) {
            list.next(self.say(id), Act::Desk(*task));
        }
        list.last(self.say("forms-home"), Act::Desk(Task::Home));
    }
}
