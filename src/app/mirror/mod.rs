//! Le miroir: the group sees what it answered before it goes home, and what it says of it is kept.
//! Never an answer of one person, and never a slide that the mediator did not see first.

mod words;

use std::path::PathBuf;
use std::sync::Arc;

pub use words::{Bar, SlideWords, mirror_words, slide_words};

use super::desk::{Page, Task};
use super::lines::{Act, List};
use super::sitting::Mistyped;
use super::view::{Block, Mark};
use super::{App, Effect, Errand, Mode, Prompt, Screen};
use crate::analysis::mirror::{HeldSeance, Mirror};
use crate::record::{Held, Reflected};
use crate::session::{Doubt, LONGEST_TEXT, private};
use crate::store::Fault;

/// How many of the séances held last have a mirror to be seen again.
pub const LAST_SEANCES: usize = 8;

/// A screen of the mirror.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Face {
    /// Of which séance?
    Which,
    /// The slides, to be looked at first.
    Preview,
    /// One of those that are shown, by place.
    Slide(usize),
    /// All was seen, and said.
    Over,
}

/// What acting on a line of the mirror does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gesture {
    /// Of the séance of this place.
    Of(usize),
    /// On to the next slide.
    Next,
    /// Begin again with the first.
    Again,
    /// Say something of it.
    Say,
    /// Make the sheet for the group.
    Sheet,
    /// Out of the mirror.
    Finish,
}

/// What is asked for a mirror.
#[derive(Clone, Debug)]
pub enum Glance {
    /// The séances held last.
    Seances,
    /// The mirror of one.
    Of {
        /// The séance.
        seance: Box<HeldSeance>,
        /// The folder chosen instead of the usual one.
        into: Option<PathBuf>,
    },
    /// Keep lines of it.
    Keep {
        /// The lines.
        held: Box<Held>,
        /// The folder chosen instead of the usual one.
        into: Option<PathBuf>,
    },
    /// Write the sheet for the group.
    Sheet(Box<Mirror>),
}

/// What came of it.
#[derive(Clone, Debug)]
pub enum Glanced {
    /// The séances held last.
    Seances(Vec<HeldSeance>),
    /// The mirror; nothing where the form of the séance is not known here.
    Of(Option<Box<Mirror>>),
    /// The lines are on the disk, or why not.
    Kept(Result<PathBuf, Arc<Fault>>),
    /// The sheet is in this file, or why not.
    Sheet(Result<PathBuf, Arc<Fault>>),
}

/// The mirror that is looked at.
#[derive(Debug)]
pub(super) struct Looking {
    mirror: Mirror,
    /// The screen that led to it.
    back: Screen,
    /// What is being saved: it stays in the field until the disk has it.
    saving: Option<String>,
    /// What looked private, and would be kept if it was confirmed.
    doubted: Option<(String, Doubt)>,
    sheet: Option<PathBuf>,
}

/// What was brought to the screens of the mirror.
#[derive(Debug, Default)]
pub(super) struct Mirrors {
    held: Vec<HeldSeance>,
    on: Option<Box<Looking>>,
}

impl App {
    /// Opens at the mirror of a séance, and ends with it.
    pub fn open_mirror(&mut self, mirror: Mirror) {
        self.single = true;
        self.show_mirror(mirror);
    }

    /// Is a mirror looked at that is one of trials?
    pub(super) fn is_trial_mirror(&self) -> Option<bool> {
        self.mirror.on.as_ref().map(|on| on.mirror.seance.is_trial())
    }

    /// Is it being chosen what the group sees?
    pub fn is_choosing_slides(&self) -> bool {
        self.screen == Screen::Mirror(Face::Preview)
    }

    pub(super) fn mirror_title(&self) -> Option<String> {
        let form = &self.mirror.on.as_ref()?.mirror.form;
        Some(form.say(&form.titre, self.locale.language()))
    }

    pub(super) const fn face_mode(face: Face) -> Mode {
        match face {
            Face::Preview => Mode::Several,
            Face::Which | Face::Slide(_) | Face::Over => Mode::Menu,
        }
    }

    /// Asks for the mirror of a séance.
    pub(super) fn look_at(&mut self, seance: HeldSeance) -> Vec<Effect> {
        let (seance, into) = (Box::new(seance), self.into.clone());
        vec![Effect::Desk(Errand::Mirror(Glance::Of { seance, into }))]
    }

    pub(super) fn glanced(&mut self, glanced: Glanced) -> Vec<Effect> {
        match glanced {
            Glanced::Seances(mut held) => {
                held.truncate(LAST_SEANCES);
                self.mirror.held = held;
                self.show(Screen::Mirror(Face::Which));
            }
            Glanced::Of(Some(mirror)) => self.show_mirror(*mirror),
            Glanced::Of(None) => {}
            Glanced::Kept(Ok(_)) => {
                self.fault = None;
                if let Some(on) = &mut self.mirror.on
                    && let Some(text) = on.saving.take()
                {
                    on.mirror.sayings.push(text);
                    self.ask_saying();
                }
            }
            Glanced::Kept(Err(fault)) => {
                self.fault = Some(fault);
                if let Some(on) = &mut self.mirror.on {
                    on.saving = None;
                }
            }
            Glanced::Sheet(Ok(path)) => {
                self.fault = None;
                if let Some(on) = &mut self.mirror.on {
                    on.sheet = Some(path);
                }
            }
            Glanced::Sheet(Err(fault)) => self.fault = Some(fault),
        }
        Vec::new()
    }

    fn show_mirror(&mut self, mirror: Mirror) {
        let back = match &self.screen {
            Screen::Mirror(_) => Screen::Mirror(Face::Which),
            screen => screen.clone(),
        };
        self.fault = None;
        let looking = Looking { mirror, back, saving: None, doubted: None, sheet: None };
        self.mirror.on = Some(Box::new(looking));
        self.show(Screen::Mirror(Face::Preview));
    }

    /// Does what a line of the mirror stands for.
    pub(super) fn mirror_act(&mut self, gesture: Gesture) -> Vec<Effect> {
        match gesture {
            Gesture::Of(place) => {
                let held = self.mirror.held.get(place).cloned();
                return held.map_or_else(Vec::new, |held| self.look_at(held));
            }
            Gesture::Next => self.next_slide(),
            Gesture::Again => self.show(Screen::Mirror(Face::Preview)),
            Gesture::Say => self.ask_saying(),
            Gesture::Sheet => {
                let mirror = self.mirror.on.as_ref().map(|on| Box::new(on.mirror.clone()));
                let sheet = |mirror| Effect::Desk(Errand::Mirror(Glance::Sheet(mirror)));
                return mirror.map(sheet).into_iter().collect();
            }
            Gesture::Finish => return self.leave_mirror(),
        }
        Vec::new()
    }

    /// Hides a slide, or shows it again.
    pub(super) fn turn_slide(&mut self, place: usize) {
        let slides = self.mirror.on.as_mut().map(|on| &mut on.mirror.slides);
        if let Some(slide) = slides.and_then(|slides| slides.get_mut(place)) {
            slide.shown = !slide.shown;
        }
    }

    /// The slides were looked at: what is shown, and what is not, is kept, and the first is shown.
    pub(super) fn begin_slides(&mut self) -> Vec<Effect> {
        let Some(on) = &self.mirror.on else { return Vec::new() };
        if on.mirror.slides.is_empty() {
            return self.leave_mirror();
        }
        let slides = on.mirror.slides.iter().enumerate().map(|(at, slide)| Reflected::Slide {
            place: at + 1,
            question: slide.question.name.clone(),
            shown: slide.shown,
            text: slide_words(&self.locale, &on.mirror.form, slide).sentence,
        });
        let effects = self.keep_reflected(slides.collect());
        if self.shown_slides() == 0 {
            self.ask_saying();
        } else {
            self.show(Screen::Mirror(Face::Slide(0)));
        }
        effects
    }

    fn keep_reflected(&self, lines: Vec<Reflected>) -> Vec<Effect> {
        let Some(on) = &self.mirror.on else { return Vec::new() };
        let held = Box::new(Held::mirror(&on.mirror.form, &on.mirror.seance.cells, lines));
        let into = self.into.clone();
        vec![Effect::Desk(Errand::Mirror(Glance::Keep { held, into }))]
    }

    fn shown_slides(&self) -> usize {
        let slides = self.mirror.on.iter().flat_map(|on| &on.mirror.slides);
        slides.filter(|slide| slide.shown).count()
    }

    fn next_slide(&mut self) {
        match self.screen {
            Screen::Mirror(Face::Slide(at)) if at + 1 < self.shown_slides() => {
                self.show(Screen::Mirror(Face::Slide(at + 1)));
            }
            _ => self.ask_saying(),
        }
    }

    /// To the slide before; before the first are all of them.
    pub(super) fn slide_back(&mut self, at: usize) {
        let before = at.checked_sub(1).map_or(Face::Preview, Face::Slide);
        self.show(Screen::Mirror(before));
    }

    fn ask_saying(&mut self) {
        self.ask(Prompt::Saying);
        self.field = std::mem::take(&mut self.field).within(LONGEST_TEXT);
    }

    /// What the group says, a sentence at a time; nothing where it has said all.
    pub(super) fn saying_typed(&mut self, typed: &str) -> Vec<Effect> {
        if typed.is_empty() {
            self.show(Screen::Mirror(Face::Over));
            return Vec::new();
        }
        if typed.chars().count() > LONGEST_TEXT {
            self.mistyped = Some(Mistyped::Wordy);
            return Vec::new();
        }
        let Some(on) = &mut self.mirror.on else { return Vec::new() };
        let is_confirmed = on.doubted.as_ref().is_some_and(|(text, _)| text == typed);
        on.doubted = match private(typed) {
            Some(private) if !is_confirmed => Some((typed.to_owned(), Doubt::Private(private))),
            _ => None,
        };
        if on.doubted.is_some() {
            return Vec::new();
        }
        on.saving = Some(typed.to_owned());
        self.keep_reflected(vec![Reflected::Saying(typed.to_owned())])
    }

    pub(super) fn leave_face(&mut self, face: Face) -> Vec<Effect> {
        match face {
            Face::Which => {
                self.mirror.held.clear();
                self.show(Screen::Desk(Page::More));
            }
            Face::Slide(_) => self.show(Screen::Mirror(Face::Preview)),
            Face::Preview | Face::Over => return self.leave_mirror(),
        }
        Vec::new()
    }

    fn leave_mirror(&mut self) -> Vec<Effect> {
        let back = self.mirror.on.take().map(|on| on.back);
        self.fault = None;
        if self.single && !self.is_in_seance() {
            return vec![Effect::Quit];
        }
        self.show(back.unwrap_or(Screen::Home));
        Vec::new()
    }

    pub(super) fn face_lines(&self, face: Face, list: &mut List) {
        let act = Act::Mirror;
        match (face, &self.mirror.on) {
            (Face::Which, _) => {
                for (place, held) in self.mirror.held.iter().enumerate() {
                    list.next(self.seance_words_of(held), act(Gesture::Of(place)));
                }
                list.next(self.say("forms-home"), Act::Desk(Task::Home));
                list.apart();
            }
            (Face::Preview, Some(on)) => {
                for (place, slide) in on.mirror.slides.iter().enumerate() {
                    let words = slide_words(&self.locale, &on.mirror.form, slide);
                    list.next(words.sentence, Act::Mark(place));
                    list.mark(Mark::Square(slide.shown));
                    list.detail(words.question);
                }
            }
            (Face::Slide(_), Some(_)) => list.next(self.say("mirror-next"), act(Gesture::Next)),
            (Face::Over, Some(_)) => {
                list.next(self.say("mirror-finish"), act(Gesture::Finish));
                list.next(self.say("mirror-say-more"), act(Gesture::Say));
                list.next(self.say("mirror-sheet"), act(Gesture::Sheet));
                list.next(self.say("mirror-again"), act(Gesture::Again));
            }
            _ => {}
        }
    }

    /// A séance in a list: the day, the form, the group.
    fn seance_words_of(&self, held: &HeldSeance) -> String {
        let together = held.together();
        let form = self.library.form(&together.questionnaire);
        let title = form
            .map_or(together.questionnaire, |form| form.say(&form.titre, self.locale.language()));
        let day = together.date.parse().map_or(together.date, |day| self.locale.date(day));
        let group = if together.groupe.is_empty() { "none".to_owned() } else { together.groupe };
        let arguments = [
            ("day", day.into()),
            ("title", title.into()),
            ("group", group.into()),
            ("trial", if held.is_trial() { "yes" } else { "no" }.into()),
        ];
        self.tell("mirror-seance", &arguments)
    }

    pub(super) fn face_words(&self, face: Face, blocks: &mut Vec<Block>) {
        let say = |id: &str| self.say(id);
        match (face, &self.mirror.on) {
            (Face::Which, _) => {
                blocks.push(Block::Heading(say("mirror-which")));
                if self.mirror.held.is_empty() {
                    blocks.push(Block::Text(say("mirror-no-seance")));
                }
            }
            (Face::Preview, Some(on)) => {
                blocks.push(Block::Heading(say("mirror-heading")));
                let id = if on.mirror.slides.is_empty() { "mirror-nothing" } else { "mirror-hint" };
                blocks.push(Block::Hint(say(id)));
            }
            (Face::Slide(at), Some(on)) => {
                let mut shown = on.mirror.slides.iter().filter(|slide| slide.shown);
                if let Some(slide) = shown.nth(at) {
                    slide_words(&self.locale, &on.mirror.form, slide).blocks(blocks);
                }
            }
            (Face::Over, Some(on)) => {
                blocks.push(Block::Heading(say("mirror-over")));
                self.kept_sayings(on, blocks);
                if let Some(path) = &on.sheet {
                    blocks.push(Block::Text(say("mirror-sheet-ready")));
                    blocks.push(Block::Hint(path.display().to_string()));
                }
                self.seance_fault(blocks);
            }
            _ => {}
        }
    }

    /// Where among the slides.
    pub(super) fn face_place(&self, face: Face) -> Option<String> {
        let Face::Slide(at) = face else { return None };
        let arguments = [("position", (at + 1).into()), ("total", self.shown_slides().into())];
        Some(self.tell("mirror-place", &arguments))
    }

    pub(super) fn saying_words(&self, blocks: &mut Vec<Block>) {
        blocks.push(Block::Heading(self.say("mirror-ask")));
        blocks.push(Block::Hint(self.say("mirror-ask-hint")));
        let Some(on) = &self.mirror.on else { return };
        self.kept_sayings(on, blocks);
        if let Some((_, doubt)) = &on.doubted {
            let doubt = self.locale.doubt(doubt, &on.mirror.form);
            blocks.push(Block::Alert(format!("{doubt} {}", self.say("mirror-keep"))));
        }
        self.seance_fault(blocks);
    }

    fn kept_sayings(&self, on: &Looking, blocks: &mut Vec<Block>) {
        for text in &on.mirror.sayings {
            let said = [("text", text.as_str().into())];
            blocks.push(Block::Text(self.tell("mirror-said", &said)));
        }
    }
}
