//! What a killed program left: offered at the start, taken up at the very question, or thrown away.
//! Never a file, and never an answer on a screen that offers: journals are read outside.

use std::path::PathBuf;
use std::sync::Arc;

use super::interview::{Entry, Interview};
use super::journal::{Journal, Keeping};
use super::lines::{Act, List};
use super::view::Block;
use super::{App, Effect, Prompt, Screen, Stage, Stray};
use crate::locale::Locale;
use crate::questionnaire::{Question, Questionnaire, Source, load};
use crate::record::Metadata;
use crate::session::{Place, Session, read_answer};
use crate::store::{Draft, Fault, Found, Opening, Step};
use crate::value::{Answer, Meta, Missing};

/// What is kept of the interview under way, and what was left of others.
#[derive(Debug, Default)]
pub(super) struct Drafts {
    pub(super) keeping: Keeping,
    pub(super) journal: Journal,
    /// What was accepted, and whereto one jumped, since the journal was last told.
    pub(super) given: Vec<Step>,
    /// Was the interview taken up? Then nobody knows how long it took.
    pub(super) is_taken_up: bool,
    /// What was left, as long as nobody took it up or threw it away.
    left: Vec<Interrupted>,
    /// The screen that is shown once nobody wants them now.
    under: Option<Screen>,
    fault: Option<Arc<Fault>>,
}

/// An interview that a killed program left.
#[derive(Debug)]
struct Interrupted {
    path: PathBuf,
    /// The form whose title names it, where one is known; else its id, where the journal says one.
    named: Result<Arc<Questionnaire>, Option<String>>,
    answers: usize,
    is_torn: bool,
    is_trial: bool,
    asked: Asked,
}

/// With which form an interview would go on.
#[derive(Debug)]
enum Asked {
    /// The form as it still is.
    Still(Arc<Questionnaire>),
    /// The form as it was: another has taken its place, and would give the answers another meaning.
    Then(Arc<Questionnaire>),
    /// Nobody knows any more what was asked.
    Unknown,
}

impl Interrupted {
    fn new(found: &Found, app: &App) -> Self {
        let path = found.path.clone();
        let Some(draft) = &found.draft else {
            let (named, asked) = (Err(None), Asked::Unknown);
            return Self { path, named, answers: 0, is_torn: false, is_trial: false, asked };
        };
        let opening = &draft.opening;
        let id = opening.meta(Meta::Questionnaire);
        let live = app.library.form(id);
        let is_same = |form: &Arc<Questionnaire>| {
            form.fingerprint() == opening.fingerprint
                && form.version.to_string() == opening.meta(Meta::Version)
        };
        let then = || then(&found.path, opening).filter(is_same);
        let asked = match live.clone().filter(is_same) {
            Some(form) => Asked::Still(form),
            None => then().map_or(Asked::Unknown, Asked::Then),
        };
        let named = match &asked {
            Asked::Then(form) => Ok(Arc::clone(form)),
            _ => live.ok_or_else(|| Some(id.to_owned())),
        };
        let (answers, is_torn) = (draft.answered(), draft.is_torn);
        let became = Step::Meta(Meta::Essai, "1".to_owned());
        let is_trial = opening.meta(Meta::Essai) == "1" || draft.steps.contains(&became);
        Self { path, named, answers, is_torn, is_trial, asked }
    }

    fn form(&self) -> Option<&Arc<Questionnaire>> {
        match &self.asked {
            Asked::Still(form) | Asked::Then(form) => Some(form),
            Asked::Unknown => None,
        }
    }

    fn label(&self, locale: &Locale) -> String {
        let title = match &self.named {
            Ok(form) => form.say(&form.titre, locale.language()),
            Err(Some(id)) => id.clone(),
            Err(None) => locale.say("draft-unnamed"),
        };
        let arguments = [("title", title.into()), ("answers", self.answers.into())];
        locale.tell("draft-label", &arguments)
    }
}

/// The form as it was asked, from the text that the journal holds.
fn then(path: &std::path::Path, opening: &Opening) -> Option<Arc<Questionnaire>> {
    let (name, text) = (path.display().to_string(), opening.definition.to_string());
    let read = load(&Arc::new(Source { name, text }), None).ok()?;
    read.questionnaires.first().map(Arc::clone)
}

impl App {
    /// The journal of an interview that is over is still on the disk: whoever looks after the machine
    /// is told, on the next screen of theirs.
    pub(super) fn unremoved(&mut self, fault: Arc<Fault>) {
        self.drafts.fault = Some(fault);
    }

    /// What is said at home of a journal that could not be removed.
    pub(super) fn unremoved_words(&self, blocks: &mut Vec<Block>) {
        if let Some(fault) = &self.drafts.fault {
            blocks.push(Block::Alert(self.locale.say("draft-unremoved")));
            blocks.push(Block::Text(self.locale.fault(fault)));
        }
    }

    /// Offers what was left, unless somebody has begun already. Where one form was asked for, only
    /// what was left of it.
    pub(super) fn offer(&mut self, found: &[Found]) {
        let form = self.interview.as_ref().map(|on| on.session.form().id.clone());
        let of_form = |found: &&Found| {
            let opening = found.draft.as_ref().map(|draft| &draft.opening);
            let id = opening.map(|opening| opening.meta(Meta::Questionnaire));
            // A séance that was asked for is of any form until one is chosen.
            !self.single || form.is_none() || id.is_some_and(|id| form.as_deref() == Some(id))
        };
        let left = found.iter().filter(of_form).map(|found| Interrupted::new(found, self));
        self.drafts.left = left.collect();
        self.offer_again();
    }

    /// Offers what is still left, where nobody has begun.
    pub(super) fn offer_again(&mut self) {
        let waits = matches!(
            self.screen,
            Screen::Home
                | Screen::Trial
                | Screen::Notice
                | Screen::Unwritable
                | Screen::Seance(Stage::Hub | Stage::Which | Stage::Form)
                | Screen::Prompt(Prompt::Seance(super::Asked::Present))
        );
        let waits = waits && !self.drafts.left.is_empty();
        if waits && self.drafts.keeping == Keeping::Journal && !self.has_given() {
            self.drafts.under = Some(self.screen.clone());
            self.show_drafts();
        }
    }

    /// What is still left: the list, or the only one; where nothing is, what was shown before.
    pub(super) fn show_drafts(&mut self) {
        match self.drafts.left.len() {
            0 => self.later(),
            1 => self.show(Screen::Draft(0)),
            _ => self.show(Screen::Drafts),
        }
    }

    /// Back to the screen that was shown before anything was offered.
    pub(super) fn later(&mut self) {
        self.drafts.fault = None;
        let under = self.drafts.under.take();
        self.show(under.unwrap_or(Screen::Home));
    }

    /// Out of a screen that offers: a step back.
    pub(super) fn leave_drafts(&mut self) {
        match self.screen {
            Screen::Erasing(at) => self.show(Screen::Draft(at)),
            Screen::Draft(_) if self.drafts.left.len() > 1 => self.show(Screen::Drafts),
            _ => self.later(),
        }
    }

    /// Asks for the journal of the interview in front of the person; not where the référentiel has
    /// been locked since.
    pub(super) fn ask_draft(&mut self) -> Vec<Effect> {
        let Screen::Draft(at) = self.screen else { return Vec::new() };
        let Some(left) = self.drafts.left.get(at) else { return Vec::new() };
        let Some(form) = left.form() else { return Vec::new() };
        self.lock = self.settings.lock(&form.head);
        if self.lock.is_some() {
            self.show(Screen::Locked);
            return Vec::new();
        }
        vec![Effect::ResumeDraft(left.path.clone())]
    }

    /// Asks for the journal in front of the person to be thrown away.
    pub(super) fn erase_draft(&mut self) -> Vec<Effect> {
        let Screen::Erasing(at) = self.screen else { return Vec::new() };
        let left = self.drafts.left.get(at);
        left.map(|left| Effect::EraseDraft(left.path.clone())).into_iter().collect()
    }

    /// The journal was thrown away; or another process has it, or the disk refused.
    pub(super) fn erased(&mut self, erased: Result<bool, Arc<Fault>>) {
        let Screen::Erasing(at) = self.screen else { return };
        match erased {
            Ok(true) => {
                self.drafts.left.remove(at);
                self.show_drafts();
            }
            Ok(false) => self.held(at),
            Err(fault) => {
                self.drafts.fault = Some(fault);
                self.show(Screen::Draft(at));
            }
        }
    }

    fn held(&mut self, at: usize) {
        self.drafts.left.remove(at);
        self.show_drafts();
        self.stray = Some(Stray::Held);
    }

    /// Goes on with the interview that its journal tells, where it stood.
    pub(super) fn taken_up(&mut self, read: Result<Option<Box<Draft>>, Arc<Fault>>) -> Vec<Effect> {
        let Screen::Draft(at) = self.screen else { return vec![Effect::LeaveDraft] };
        let draft = match read {
            Ok(Some(draft)) => draft,
            Ok(None) => {
                self.held(at);
                return Vec::new();
            }
            Err(fault) => {
                self.drafts.fault = Some(fault);
                return Vec::new();
            }
        };
        let form = self.drafts.left.get(at).and_then(Interrupted::form).map(Arc::clone);
        let Some(form) = form else { return vec![Effect::LeaveDraft] };
        let mut metadata = Metadata::new(&form);
        for (meta, value) in &draft.opening.cells {
            // Another version of the program may have written what this one would not.
            _ = metadata.set(*meta, value);
        }
        let mut session = Session::new(Arc::clone(&form));
        let taken = replay(&mut session, &mut metadata, &draft.steps);
        if session.is_untouched() {
            // Nothing would be left of it: it stays as it is.
            self.stray = Some(Stray::Stopped);
            return vec![Effect::LeaveDraft];
        }
        self.drafts.journal = Journal::Open(metadata.clone(), session.place());
        let language = metadata.get(Meta::Langue);
        if language != self.locale.language() && Locale::codes().any(|code| code == language) {
            self.locale = self.locale.speaking(language);
        }
        if !self.settings.trial(&form).is_empty() {
            // What was a trial stays one, whatever the settings say now.
            let set = metadata.set(Meta::Essai, "1");
            debug_assert_eq!(set, Ok(()));
        }
        let id = metadata.get(Meta::ReponseId).to_owned();
        let mut interview = Interview::new(session, metadata);
        interview.entry = Entry::Begun;
        interview.day = Some(draft.opening.day);
        interview.id = (!id.is_empty()).then_some(id);
        self.interview = Some(interview);
        self.drafts.left.remove(at);
        self.drafts.under = None;
        self.drafts.is_taken_up = true;
        self.resume();
        if taken == draft.steps.len() {
            return Vec::new();
        }
        self.stray = Some(Stray::Stopped);
        vec![Effect::NoteDraft(vec![Step::Cut(taken)])]
    }

    pub(super) fn home_draft_line(&self, list: &mut List) {
        match self.drafts.left.len() {
            0 => {}
            count => list.next(self.tell("home-drafts", &[("count", count.into())]), Act::Drafts),
        }
    }

    pub(super) fn draft_lines(&self, list: &mut List) {
        let say = |id: &str| self.locale.say(id);
        match self.screen {
            Screen::Drafts => {
                for (at, left) in self.drafts.left.iter().enumerate() {
                    list.next(left.label(&self.locale), Act::Draft(at));
                }
                list.next(say("draft-later"), Act::Later);
                list.apart();
            }
            Screen::Draft(at) => {
                let known = self.drafts.left.get(at).is_some_and(|left| left.form().is_some());
                if known {
                    list.next(say("draft-resume"), Act::TakeUp);
                }
                list.next(say("draft-erase"), Act::AskErase);
                list.next(say(if known { "draft-later" } else { "draft-keep" }), Act::Later);
            }
            _ => {
                list.next(say("draft-erase-no"), Act::AwayFromDraft);
                list.next(say("draft-erase-yes"), Act::Erase);
            }
        }
    }

    pub(super) fn draft_words(&self, blocks: &mut Vec<Block>) {
        let say = |id: &str| self.locale.say(id);
        let count = self.drafts.left.len();
        let (Screen::Draft(at) | Screen::Erasing(at)) = self.screen else {
            let heading = self.locale.tell("home-drafts", &[("count", count.into())]);
            return blocks.push(Block::Heading(heading));
        };
        let Some(left) = self.drafts.left.get(at) else { return };
        let is_erasing = self.screen == Screen::Erasing(at);
        let heading = if is_erasing {
            say("draft-erase-heading")
        } else {
            self.locale.tell("home-drafts", &[("count", 1.into())])
        };
        blocks.push(Block::Heading(heading));
        blocks.push(Block::Text(left.label(&self.locale)));
        if is_erasing {
            return blocks.push(Block::Text(say("draft-erase-text")));
        }
        let facts = [
            (left.is_trial, "draft-trial"),
            (left.is_torn, "draft-torn"),
            (matches!(left.asked, Asked::Then(_)), "draft-then"),
            (matches!(left.asked, Asked::Unknown), "draft-unknown"),
        ];
        for (_, id) in facts.into_iter().filter(|(holds, _)| *holds) {
            blocks.push(Block::Hint(say(id)));
        }
        if let Some(fault) = &self.drafts.fault {
            blocks.push(Block::Alert(self.locale.fault(fault)));
        }
    }
}

/// Has a session go the way that a journal tells; says how many of its steps could be taken. The
/// first that cannot be stops it: those that follow were answers to other questions.
fn replay(session: &mut Session, metadata: &mut Metadata, steps: &[Step]) -> usize {
    let taken = steps.iter().position(|step| take(session, metadata, step).is_none());
    taken.unwrap_or(steps.len())
}

fn take(session: &mut Session, metadata: &mut Metadata, step: &Step) -> Option<()> {
    match step {
        Step::Answer(question, word) => {
            go_to(session, question)?;
            let answer = answer(session.question()?, word)?;
            session.confirm(answer).ok()
        }
        Step::Place(question) => go_to(session, question),
        Step::Jump(question) => {
            let index = session.form().index_of(question)?;
            session.jump_to(index).then_some(())
        }
        Step::Meta(meta, value) => metadata.set(*meta, value).ok(),
        // The store takes these steps itself.
        Step::Cut(_) => None,
    }
}

fn go_to(session: &mut Session, question: &str) -> Option<()> {
    let index = session.form().index_of(question)?;
    let is_there = session.place() == Place::Question(index);
    (is_there || session.go_to(index)).then_some(())
}

/// The answer that a word of a row stands for.
pub(super) fn answer(question: &Question, word: &str) -> Option<Answer> {
    if let Some(missing) = Missing::from_word(word) {
        return Some(missing.into());
    }
    read_answer(question, word).ok()?
}
