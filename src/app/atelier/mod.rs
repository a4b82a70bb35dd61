//! The référentiel around a table, on a wall: one criterion a screen, what becomes of it, what is thought.
//! Never a name of anybody, and never a file: what was decided is handed out, and what came of it in.

mod typed;
mod words;

use std::path::PathBuf;
use std::sync::Arc;

use super::{App, Effect, Mode, Prompt, Screen};
use crate::questionnaire::{
    Atelier, Branch, Decision, Diff, Next, Problem, Question, Referentiel, Registre, Source,
    Statut, Tree, Written as Saying, diff, next_version,
};
use crate::store::Fault;

/// A screen of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// What it is, and where we are.
    Start,
    /// The criterion of this place.
    Criterion(usize),
    /// Which of its questions is to be said otherwise?
    Questions(usize),
    /// It is to go: with its questions, or without?
    Removing(usize),
    /// To which family does a new criterion belong?
    Axis,
    /// What was decided, and what becomes of it.
    End,
    /// The next version is written.
    Written,
    /// It could not be loaded, so it was not written.
    Refused,
}

impl Step {
    pub(super) const fn mode(self) -> Mode {
        match self {
            Self::Refused => Mode::Reading,
            _ => Mode::Menu,
        }
    }
}

/// Something that is typed in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Typed {
    /// The new words of the criterion of this place.
    Title(usize),
    /// Those of one of its questions.
    Question(usize, usize),
    /// How many think so of it.
    Count(usize, Side),
    /// What was said of it, in one sentence.
    Sentence(usize),
    /// The words of a new criterion.
    NewTitle,
    /// What those who took part are to the project.
    Parties,
    /// How many they were.
    People,
}

impl Typed {
    pub(super) const fn mode(self) -> Mode {
        match self {
            Self::Count(..) | Self::People => Mode::Number,
            _ => Mode::Field,
        }
    }
}

/// What may be thought of a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    For,
    Against,
    Discuss,
}

/// What acting on a line of it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Deed {
    /// To the criterion of this place, or to the end after the last.
    Go(usize),
    /// To the first criterion of which nothing was decided.
    Begin,
    /// The criterion stays.
    Keep(usize),
    /// It is said in other words.
    Retitle(usize),
    /// One of its questions is.
    Questions(usize),
    /// This one.
    Reword(usize, usize),
    /// It is to go.
    Remove(usize),
    /// It goes, like this.
    RemoveAs(usize, Decision),
    /// What is thought of it is counted.
    Opinions(usize),
    /// Another criterion is added.
    Add,
    /// To the family of this place.
    AddTo(usize),
    /// To the end.
    End,
    /// The next version is written, of this status.
    Finish(Statut),
    /// Out of here, everything kept.
    Leave,
}

/// Something to be done outside for it.
#[derive(Clone, Debug)]
pub enum Task {
    /// Keep what was decided so far.
    Keep(Box<Atelier>),
    /// Write the next version, the one before it kept as a copy.
    Write {
        /// What was decided.
        atelier: Box<Atelier>,
        /// The version that was talked about.
        before: Arc<Source>,
        /// The text of the next one.
        text: String,
    },
}

/// What came of it.
#[derive(Clone, Debug)]
pub enum Came {
    /// What was decided is on the disk, or why not.
    Kept(Result<(), Arc<Fault>>),
    /// So is the next version; where it is, and where the one before it.
    Written(Result<[PathBuf; 2], Arc<Fault>>),
}

/// A référentiel around a table.
#[derive(Debug)]
pub(super) struct Walk {
    referentiel: Arc<Referentiel>,
    core: Option<Arc<Referentiel>>,
    source: Arc<Source>,
    state: Atelier,
    /// The words of a criterion about to be added.
    fresh: String,
    /// What the next version is to be, once it is said who took part.
    wanted: Option<Statut>,
    /// Why what was decided could not be kept.
    fault: Option<Arc<Fault>>,
    /// What keeps the next version from being one.
    problems: Vec<Problem>,
    /// What changes with it.
    changes: Option<Diff>,
    /// Where it was written, and where the one before it.
    written: Option<[PathBuf; 2]>,
}

impl Walk {
    fn tree(&self) -> Tree<'_> {
        Tree { referentiel: &self.referentiel, core: self.core.as_deref() }
    }

    fn branches(&self) -> Vec<Branch<'_>> {
        self.tree().branches()
    }

    /// The questions of a criterion that are the file's own: nobody rewords those of all.
    fn own_questions(&self, place: usize) -> Vec<Arc<Question>> {
        let branches = self.branches();
        let of = branches.get(place).map(|branch| branch.questions.as_slice());
        let own = |question: &&&Arc<Question>| {
            self.referentiel.questions.iter().any(|own| own.name == question.name)
        };
        of.unwrap_or_default().iter().filter(own).map(|question| Arc::clone(question)).collect()
    }

    /// The families that a new criterion may belong to.
    fn axes(&self) -> Vec<&Registre> {
        let of_core = self.core.as_deref().map_or(&[][..], |core| &core.registres);
        self.referentiel.registres.iter().chain(of_core).collect()
    }

    fn code(&self, place: usize) -> Option<String> {
        self.branches().get(place).map(|branch| branch.critere.code.clone())
    }

    /// The first criterion of which nothing was decided; the end where there is none.
    fn first_open(&self) -> usize {
        let branches = self.branches();
        let open = |branch: &Branch<'_>| self.state.decision(&branch.critere.code).is_none();
        branches.iter().position(open).unwrap_or(branches.len())
    }

    /// How many criteria were decided on, of how many.
    fn decided(&self) -> (usize, usize) {
        let branches = self.branches();
        let decided = |branch: &&Branch<'_>| self.state.decision(&branch.critere.code).is_some();
        (branches.iter().filter(decided).count(), branches.len())
    }

    /// What it may become: nobody validates a criterion that was not looked at.
    fn offers(&self) -> Vec<Statut> {
        let (decided, all) = self.decided();
        let offered = Atelier::next_statuts(self.referentiel.head.statut).iter().copied();
        offered.filter(|statut| *statut != Statut::Valide || decided == all).collect()
    }
}

impl App {
    /// Opens at a référentiel to be talked about instead of the home screen, and ends with it.
    pub fn open_atelier(&mut self, id: &str, state: Atelier) {
        let (Some(referentiel), Some(source)) =
            (self.library.referentiel(id), self.library.source(id).map(Arc::clone))
        else {
            return;
        };
        let core = self.library.core();
        let core = (core.head.id != referentiel.head.id).then_some(core);
        self.single = true;
        self.walk = Some(Box::new(Walk {
            referentiel,
            core,
            source,
            state,
            fresh: String::new(),
            wanted: None,
            fault: None,
            problems: Vec::new(),
            changes: None,
            written: None,
        }));
        self.show(Screen::Atelier(Step::Start));
    }

    /// Does what a line stands for.
    pub(super) fn atelier_act(&mut self, deed: Deed) -> Vec<Effect> {
        let Some(walk) = &mut self.walk else { return Vec::new() };
        match deed {
            Deed::Go(place) => self.go_to_criterion(place),
            Deed::Begin => {
                let open = walk.first_open();
                self.go_to_criterion(open);
            }
            Deed::Keep(place) => return self.decide(place, Decision::Keep),
            Deed::RemoveAs(place, decision) => return self.decide(place, decision),
            Deed::Remove(place) => self.show(Screen::Atelier(Step::Removing(place))),
            Deed::Retitle(place) => self.ask(Prompt::Atelier(Typed::Title(place))),
            Deed::Questions(place) => self.show(Screen::Atelier(Step::Questions(place))),
            Deed::Reword(place, at) => self.ask(Prompt::Atelier(Typed::Question(place, at))),
            Deed::Opinions(place) => self.ask(Prompt::Atelier(Typed::Count(place, Side::For))),
            Deed::Add => self.ask(Prompt::Atelier(Typed::NewTitle)),
            Deed::AddTo(place) => return self.add_criterion(place),
            Deed::End => self.show(Screen::Atelier(Step::End)),
            Deed::Finish(statut) => {
                walk.wanted = Some(statut);
                self.ask(Prompt::Atelier(Typed::Parties));
            }
            Deed::Leave => return vec![Effect::Quit],
        }
        Vec::new()
    }

    /// Shows what came of it.
    pub(super) fn atelier_came(&mut self, came: Came) -> Vec<Effect> {
        let Some(walk) = &mut self.walk else { return Vec::new() };
        match came {
            Came::Kept(kept) => walk.fault = kept.err(),
            Came::Written(Ok(paths)) => {
                walk.written = Some(paths);
                walk.fault = None;
                self.show(Screen::Atelier(Step::Written));
            }
            Came::Written(Err(fault)) => {
                walk.fault = Some(fault);
                self.show(Screen::Atelier(Step::End));
            }
        }
        Vec::new()
    }

    /// Out of one of these screens: to the one that led to it.
    pub(super) fn leave_atelier(&mut self, step: Step) -> Vec<Effect> {
        let under = match step {
            Step::Start | Step::Written => return vec![Effect::Quit],
            Step::Questions(place) | Step::Removing(place) => Step::Criterion(place),
            Step::Refused => Step::End,
            Step::Criterion(_) | Step::Axis | Step::End => Step::Start,
        };
        self.show(Screen::Atelier(under));
        Vec::new()
    }

    /// To the criterion before; before the first is the start.
    pub(super) fn back_in_atelier(&mut self, step: Step) -> Vec<Effect> {
        match step {
            Step::Criterion(place) if place > 0 => self.go_to_criterion(place - 1),
            _ => return self.leave_atelier(step),
        }
        Vec::new()
    }

    /// Is something of it on the screen?
    pub(super) fn is_at_atelier(&self) -> bool {
        matches!(self.screen, Screen::Atelier(_) | Screen::Prompt(Prompt::Atelier(_)))
    }

    fn go_to_criterion(&mut self, place: usize) {
        let count = self.walk.as_ref().map_or(0, |walk| walk.branches().len());
        let step = if place < count { Step::Criterion(place) } else { Step::End };
        self.show(Screen::Atelier(step));
    }

    /// Notes what becomes of a criterion, and goes on to the next.
    fn decide(&mut self, place: usize, decision: Decision) -> Vec<Effect> {
        if let Some(walk) = &mut self.walk
            && let Some(code) = walk.code(place)
        {
            walk.state.of_mut(&code).decision = Some(decision);
        }
        self.go_to_criterion(place + 1);
        self.keep_atelier()
    }

    fn add_criterion(&mut self, axis: usize) -> Vec<Effect> {
        let Some(walk) = &mut self.walk else { return Vec::new() };
        let registre = walk.axes().get(axis).map(|axis| axis.code.clone());
        if let Some(registre) = registre {
            let titre = std::mem::take(&mut walk.fresh);
            walk.state.ajouts.push(crate::questionnaire::Added { titre, registre });
        }
        self.show(Screen::Atelier(Step::End));
        self.keep_atelier()
    }

    /// Has what was decided kept, with the day it was.
    fn keep_atelier(&mut self) -> Vec<Effect> {
        let today = self.world.today().to_string();
        let Some(walk) = &mut self.walk else { return Vec::new() };
        walk.state.date = today;
        vec![Effect::Atelier(Task::Keep(Box::new(walk.state.clone())))]
    }

    /// Makes the next version, and has it written.
    fn write_version(&mut self) -> Vec<Effect> {
        let mut effects = self.keep_atelier();
        let comment = self.locale.say("atelier-added-comment");
        let Some(walk) = &mut self.walk else { return effects };
        let Some(statut) = walk.wanted else { return effects };
        let saying = Saying { statut, comment };
        match next_version(&walk.source, walk.core.as_deref(), &walk.state, &saying) {
            Ok(Next { text, referentiel }) => {
                walk.changes = Some(diff(&walk.referentiel, &referentiel));
                let mut atelier = Box::new(walk.state.clone());
                atelier.ecrit = Some(statut.word().to_owned());
                let before = Arc::clone(&walk.source);
                effects.push(Effect::Atelier(Task::Write { atelier, before, text }));
            }
            Err(problems) => {
                walk.problems = problems;
                self.show(Screen::Atelier(Step::Refused));
            }
        }
        effects
    }
}
