//! What is said once when a séance begins: the form, how many people, by which road; and the séances
//! that a stopped program left, to be taken up.
//! Never a question for the group: only the mediator is here.

use std::path::PathBuf;
use std::sync::Arc;

use super::{Asked, Deed, Memory, Phase, Seance, Stage};
use crate::app::lines::{Act, List};
use crate::app::sitting::Sitting;
use crate::app::view::Block;
use crate::app::{App, Effect, Prompt, Screen, Stray, Wish};
use crate::questionnaire::Questionnaire;
use crate::record::Road;
use crate::store::{Fault, LeftSeance, Notes};

/// The form of the register.
const REGISTER: &str = "com-carnet";

/// How many people are proposed where nothing was ever said: the middle of the groups that come.
const USUAL: u32 = 8;

/// Séances that nobody ended.
#[derive(Debug, Default)]
pub(in crate::app) struct Unended {
    left: Vec<Interrupted>,
    /// They are offered once, at the start.
    pub(super) is_offered: bool,
    /// What was shown before they were.
    under: Option<Screen>,
}

/// One of them.
#[derive(Debug)]
struct Interrupted {
    path: PathBuf,
    notes: Notes,
    form: Arc<Questionnaire>,
}

impl App {
    /// Goes to where the form of a séance is chosen.
    pub(in crate::app) fn start_seance(&mut self) {
        self.seance = None;
        let stage = if self.opened.is_some() { Stage::Form } else { Stage::Which };
        self.show(Screen::Seance(stage));
    }

    /// Opens at a séance instead of the home screen, and ends with it.
    pub fn open_seance(&mut self, form: Option<&Arc<Questionnaire>>) -> Vec<Effect> {
        self.single = true;
        match form {
            Some(form) => self.seance_of(form),
            None => {
                self.start_seance();
                Vec::new()
            }
        }
    }

    pub(super) fn seance_referentiel(&mut self, place: usize) {
        self.choose(place);
        if self.screen == Screen::Forms {
            self.show(Screen::Seance(Stage::Form));
        }
    }

    /// The forms with which a séance can be held: those that people answer.
    fn seance_forms(&self) -> Vec<Arc<Questionnaire>> {
        let forms = self.opened.iter().flat_map(|opened| &opened.questionnaires);
        forms.filter(|form| form.has_respondent()).map(Arc::clone).collect()
    }

    pub(super) fn seance_with(&mut self, place: usize) -> Vec<Effect> {
        let form = self.seance_forms().get(place).map(Arc::clone);
        form.map_or_else(Vec::new, |form| self.seance_of(&form))
    }

    /// A séance with this form: what was last said of one is proposed.
    fn seance_of(&mut self, form: &Arc<Questionnaire>) -> Vec<Effect> {
        self.lock = self.settings.lock(&form.head);
        if self.lock.is_some() {
            self.show(Screen::Locked);
            return Vec::new();
        }
        self.sitting.enter(&form.head.id);
        let trial = !self.settings.trial(form).is_empty();
        let (id, today) = (self.world.fresh_id(), self.world.today());
        self.seance = Some(Box::new(Seance::new(form, id, trial, today)));
        self.ask_number(Asked::Present);
        vec![self.recall(form, trial)]
    }

    fn recall(&self, form: &Arc<Questionnaire>, trial: bool) -> Effect {
        let (form, register) = (Arc::clone(form), self.library.form(REGISTER));
        Effect::Seance(Wish::Recall { form, register, trial })
    }

    /// The register, where there is one.
    pub(super) fn register(&self) -> Option<Arc<Questionnaire>> {
        self.library.form(REGISTER)
    }

    pub(super) fn recalled(&mut self, memory: Memory) {
        let Some(on) = self.seance.as_mut() else { return };
        if on.phase == Phase::Said {
            let said = |name: &str| memory.seance.get(name).map(String::as_str);
            self.sitting.recall(
                said("presents").and_then(|count| count.parse().ok()),
                said("chemin").and_then(Road::from_word),
                said("groupe").unwrap_or_default(),
            );
        }
        on.memory = memory;
        let road = self.sitting.road();
        self.sitting.set_road(road);
    }

    pub(super) fn proposed_present(&self) -> u32 {
        self.sitting.present.unwrap_or(USUAL)
    }

    /// Out of what is said of a séance that has not begun.
    pub(in crate::app) fn leave_seance_setup(&mut self) -> Vec<Effect> {
        self.seance = None;
        self.sitting = Sitting::default();
        if self.single {
            return self.home();
        }
        self.start_seance();
        Vec::new()
    }

    pub(super) fn leave_seance_form(&mut self) -> Vec<Effect> {
        if self.only().is_some() {
            return self.home();
        }
        self.opened = None;
        self.show(Screen::Seance(Stage::Which));
        Vec::new()
    }

    /// What is said of a séance before the rest of its sitting.
    pub(in crate::app) fn seance_setup_lines(&self, list: &mut List) {
        if self.seance.is_none() {
            return;
        }
        let present = [("count", self.present().into())];
        let present = self.locale.tell("seance-line-present", &present);
        list.next(present, Act::Seance(Deed::Present));
        let road = self.locale.say(&road_message(self.sitting.road()));
        let road = self.locale.tell("seance-line-road", &[("value", road.into())]);
        list.next(road, Act::Seance(Deed::Road));
    }

    pub(super) fn show_road(&mut self) {
        let now = self.sitting.road();
        self.show(Screen::Seance(Stage::Road));
        self.cursor = Road::ALL.iter().position(|road| *road == now);
    }

    pub(super) fn set_road(&mut self, road: Road) {
        self.sitting.set_road(road);
        self.show(Screen::Sitting);
    }

    /// The sitting of a séance is said: it begins, or goes on.
    pub(in crate::app) fn seance_said(&mut self) -> Vec<Effect> {
        let road = self.sitting.road();
        self.sitting.set_road(road);
        let Some(on) = self.seance.as_mut() else { return Vec::new() };
        let before = on.phase == Phase::Open;
        on.phase = Phase::Open;
        // Another group or day has other rows.
        on.before = None;
        let (form, trial) = (Arc::clone(&on.form), on.trial);
        self.show_hub();
        let notes = self.seance_notes();
        let mut effects = Vec::new();
        if before {
            effects.push(Effect::Seance(Wish::Note(notes)));
        } else {
            effects.push(Effect::Seance(Wish::Begin(notes)));
            effects.push(Effect::Probe { form, trial, into: self.into.clone() });
        }
        effects.extend(self.count_seance());
        effects
    }

    pub(super) fn setup_lines(&self, stage: Stage, list: &mut List) {
        match stage {
            Stage::Left => {
                for (place, left) in self.unended.left.iter().enumerate() {
                    list.next(self.unended_label(left), Act::Seance(Deed::TakeUp(place)));
                }
                list.next(self.locale.say("draft-later"), Act::Seance(Deed::Later));
                list.apart();
            }
            Stage::Which => {
                for (place, head) in self.heads.iter().enumerate() {
                    let label = self.locale.titled(head);
                    list.next(label, Act::Seance(Deed::Choose(place)));
                }
            }
            Stage::Form => {
                for (place, form) in self.seance_forms().iter().enumerate() {
                    let label = form.say(&form.titre, self.locale.language());
                    list.next(label, Act::Seance(Deed::Form(place)));
                }
            }
            _ => {
                for road in Road::ALL {
                    let label = self.locale.say(&road_message(*road));
                    list.next(label, Act::Seance(Deed::SetRoad(*road)));
                }
            }
        }
    }

    pub(super) fn setup_words(&self, stage: Stage, blocks: &mut Vec<Block>) {
        let (heading, hint) = match stage {
            Stage::Left => ("seance-left-heading", "seance-left-hint"),
            Stage::Which => ("home-which", "seance-which-hint"),
            Stage::Form => ("home-heading", "seance-which-hint"),
            _ => ("seance-ask-road", "seance-hint-road"),
        };
        blocks.push(Block::Heading(self.locale.say(heading)));
        blocks.push(Block::Hint(self.locale.say(hint)));
        if stage == Stage::Left {
            self.seance_fault(blocks);
        }
    }

    /// Séances that a stopped program left: they are offered first of all, unless somebody has
    /// begun already or one form was asked for.
    pub(super) fn seances_left(&mut self, left: &[LeftSeance]) {
        let known = left.iter().filter_map(|left| {
            let id = &left.notes.iter().find(|(name, _)| name == "questionnaire")?.1;
            let form = self.library.form(id)?;
            Some(Interrupted { path: left.path.clone(), notes: left.notes.clone(), form })
        });
        self.unended.left = known.collect();
        let asked = !self.single || matches!(self.screen, Screen::Seance(_)) || self.is_setting();
        let waits =
            matches!(self.screen, Screen::Home | Screen::Seance(Stage::Which | Stage::Form))
                || self.is_setting();
        let first = !std::mem::replace(&mut self.unended.is_offered, true);
        if !self.unended.left.is_empty() && asked && waits && first {
            self.unended.under = Some(self.screen.clone());
            self.show(Screen::Seance(Stage::Left));
        }
    }

    /// Is how many people are there being asked, before a séance begins?
    fn is_setting(&self) -> bool {
        self.screen == Screen::Prompt(Prompt::Seance(Asked::Present))
    }

    /// Back to the screen that was shown before séances were offered.
    pub(super) fn seances_later(&mut self) {
        let under = self.unended.under.take();
        match under {
            Some(Screen::Prompt(Prompt::Seance(asked))) => self.ask_number(asked),
            under => self.show(under.unwrap_or(Screen::Home)),
        }
        self.offer_again();
    }

    pub(super) fn take_up_seance(&mut self, place: usize) -> Vec<Effect> {
        let Some(left) = self.unended.left.get(place) else { return Vec::new() };
        self.lock = self.settings.lock(&left.form.head);
        if self.lock.is_some() {
            self.show(Screen::Locked);
            return Vec::new();
        }
        vec![Effect::Seance(Wish::TakeUp(left.path.clone()))]
    }

    /// Goes on with a séance where it stood.
    pub(super) fn seance_taken_up(
        &mut self,
        read: Result<Option<Notes>, Arc<Fault>>,
    ) -> Vec<Effect> {
        let notes = match read {
            Ok(Some(notes)) => notes,
            Ok(None) => {
                self.stray = Some(Stray::Held);
                return Vec::new();
            }
            Err(fault) => {
                self.fault = Some(fault);
                return Vec::new();
            }
        };
        let Some((seance, sitting)) = self.noted_seance(&notes) else {
            return vec![Effect::Seance(Wish::Leave)];
        };
        let (form, trial) = (Arc::clone(&seance.form), seance.trial);
        (self.seance, self.sitting) = (Some(Box::new(seance)), sitting);
        self.fault = None;
        self.unended.under = None;
        self.unended.left.clear();
        self.show_hub();
        self.offer_again();
        let mut effects = vec![self.recall(&form, trial)];
        effects.extend(self.count_seance());
        effects
    }

    pub(in crate::app) fn home_seance_lines(&self, list: &mut List) {
        list.next(self.locale.say("home-seance"), Act::Seance(Deed::Start));
        list.apart();
        if !self.unended.left.is_empty() {
            let count = [("count", self.unended.left.len().into())];
            list.next(self.locale.tell("home-seances-left", &count), Act::Seance(Deed::Unended));
        }
    }

    /// A séance in a line: of which group and day, and what was counted.
    fn unended_label(&self, left: &Interrupted) -> String {
        let said = |name: &str| {
            let found = left.notes.iter().find(|(of, _)| of == name);
            found.map(|(_, value)| value.as_str()).unwrap_or_default()
        };
        let number = |name: &str| said(name).parse::<u32>().unwrap_or_default();
        let day = said("jour").parse().map(|day| self.locale.date(day)).unwrap_or_default();
        let title = left.form.say(&left.form.titre, self.locale.language());
        let group = match said("groupe") {
            "" => "none",
            group => group,
        };
        self.locale.tell(
            "seance-left-label",
            &[
                ("title", title.into()),
                ("group", group.into()),
                ("day", day.into()),
                ("present", number("presents").into()),
                ("answered", number("repondu").into()),
            ],
        )
    }
}

/// The message that names a road.
pub(super) fn road_message(road: Road) -> String {
    format!("seance-is-road-{}", road.word())
}
