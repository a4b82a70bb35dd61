//! What each screen says: its title, its sentences, its lines, in the language spoken.
//! Never decides what a key does: `update` does.

use super::view::{Block, View};
use super::{App, Found, Interview, Mode, Prompt, Screen};
use crate::session::{Progress, Refusal};

impl App {
    /// What is in front of the person.
    pub fn view(&self) -> View {
        let mut blocks = Vec::new();
        let mut place = None;
        let mut mode = self.mode();
        let say = |id: &str| self.locale.say(id);
        let mut title = match &self.interview {
            Some(on) => {
                let form = on.session.form();
                form.say(&form.titre, self.locale.language())
            }
            None => say("program"),
        };
        match (&self.screen, &self.interview) {
            (Screen::Home, _) => self.home_words(&mut blocks),
            (Screen::Problems, _) => {
                title = say("problems-title");
                blocks.push(Block::Heading(say("problems-heading")));
                for problem in &self.problems {
                    blocks.push(Block::Excerpt(self.locale.diagnostic(problem, false)));
                }
            }
            (Screen::Prompt(prompt), _) => {
                let id = match prompt {
                    Prompt::Structure => "structure",
                    Prompt::Contact => "contact",
                    Prompt::Folder => "folder",
                };
                blocks.push(Block::Heading(say(&format!("prompt-{id}"))));
                blocks.push(Block::Hint(say(&format!("prompt-{id}-hint"))));
                blocks.push(Block::Field(self.field.clone(), self.cursor.is_none()));
            }
            (Screen::Notice, Some(interview)) => self.notice_words(interview, &mut blocks),
            (Screen::Unwritable, _) => {
                blocks.push(Block::Heading(say("unwritable-heading")));
                self.fault_words(&mut blocks);
                blocks.push(Block::Text(say("unwritable-text")));
            }
            (Screen::Question, Some(interview)) => {
                let Progress { position, total } = interview.session.progress();
                let arguments = [("position", position.into()), ("total", total.into())];
                place = Some(self.locale.tell("question-place", &arguments));
                self.question_words(interview, &mut blocks);
            }
            (Screen::Pass, Some(interview)) => {
                let Progress { position, total } = interview.session.progress();
                let arguments = [("position", position.into()), ("total", total.into())];
                place = Some(self.locale.tell("question-place", &arguments));
                if let Some(question) = interview.session.question() {
                    blocks.push(Block::Hint(self.question_text(interview, question)));
                }
                blocks.push(Block::Heading(say("pass-heading")));
            }
            (Screen::Review, _) => {
                place = Some(say("review-place"));
                blocks.push(Block::Heading(say("review-heading")));
                blocks.push(Block::Hint(say("review-hint")));
            }
            (Screen::Leaving, _) => {
                blocks.push(Block::Heading(say("leave-heading")));
                blocks.push(Block::Text(say("leave-text")));
            }
            (Screen::Saved, _) => self.saved_words(&mut blocks),
            (Screen::Failed, _) => {
                blocks.push(Block::Heading(say("failed-heading")));
                self.fault_words(&mut blocks);
                blocks.push(Block::Text(say("failed-text")));
            }
            _ => {}
        }
        // Beside the question, so that both are seen in a low window.
        if self.screen == Screen::Question
            && let Some(alert) = self.interview.as_ref().and_then(|on| self.refusal_words(on))
        {
            blocks.push(Block::Alert(alert));
        }
        if let Some(digit) = self.stray {
            let arguments = [("digit", digit.into())];
            blocks.push(Block::Alert(self.locale.tell("no-such-line", &arguments)));
        }
        let lines = self.lines().into_iter().enumerate();
        blocks.extend(lines.map(|(at, (line, _))| Block::Line(at, line)));
        if self.help {
            title = say("help-title");
            mode = Mode::Reading;
            place = None;
        }
        let trial = match &self.interview {
            Some(on) => on.is_trial(),
            None => !self.settings.is_complete(),
        };
        let banner = trial.then(|| {
            say(if self.interview.is_some() { "banner-trial" } else { "banner-trial-home" })
        });
        let asked = self.interview.as_ref().and_then(|on| on.session.question());
        let can_rephrase = self.screen == Screen::Question
            && asked.is_some_and(|question| question.reformulation.is_some());
        let can_pass = self.can_pass();
        let can_go_back = !matches!(self.screen, Screen::Home | Screen::Saved | Screen::Failed);
        View { mode, title, place, banner, can_go_back, can_pass, can_rephrase, blocks }
    }

    /// Are the keys being explained, over the screen of this use?
    pub fn help(&self) -> Option<Mode> {
        self.help.then(|| self.mode())
    }

    fn home_words(&self, blocks: &mut Vec<Block>) {
        blocks.push(Block::Heading(self.locale.say("home-heading")));
        let found = match self.places.found {
            Found::Named => "named",
            Found::Current => "current",
            Found::Program => "program",
            Found::Usual => "usual",
        };
        let folder = self.into.as_ref().unwrap_or(&self.places.data).display().to_string();
        let where_id = match &self.into {
            Some(_) => "home-where-other".to_owned(),
            None => format!("home-where-{found}"),
        };
        let arguments = [("folder", folder.as_str().into())];
        let mut text = self.locale.tell(&where_id, &arguments);
        if let Some(day) = self.day {
            let arguments = [("count", day.today.into()), ("trials", day.trials_today.into())];
            text = format!("{} {text}", self.locale.tell("home-today", &arguments));
        }
        blocks.push(Block::Hint(text));
        if !self.problems.is_empty() {
            let count = self.problems.len().into();
            let alert = self.locale.tell("home-problems-alert", &[("count", count)]);
            blocks.push(Block::Alert(alert));
        }
        if self.fault.is_some() {
            blocks.push(Block::Alert(self.locale.say("settings-not-kept")));
            self.fault_words(blocks);
        }
    }

    fn notice_words(&self, interview: &Interview, blocks: &mut Vec<Block>) {
        let form = interview.session.form();
        let known = |setting: &str, missing: &str| match setting.trim() {
            "" => self.locale.say(missing),
            set => set.to_owned(),
        };
        let structure = known(&self.settings.structure, "notice-no-structure");
        let contact = known(&self.settings.contact, "notice-no-contact");
        let questions = form.questions.iter().filter(|q| q.relevant.is_none()).count();
        let arguments = [
            ("structure", structure.as_str().into()),
            ("contact", contact.as_str().into()),
            ("questions", questions.into()),
        ];
        blocks.push(Block::Heading(self.locale.tell("notice-heading", &arguments)));
        for id in ["notice-purpose", "notice-free", "notice-who", "notice-contact"] {
            blocks.push(Block::Text(self.locale.tell(id, &arguments)));
        }
        if let Some(age) = form.age_minimum {
            let arguments = [("age", age.into())];
            blocks.push(Block::Text(self.locale.tell("notice-age", &arguments)));
        }
    }

    fn question_words(&self, interview: &Interview, blocks: &mut Vec<Block>) {
        let Some(question) = interview.session.question() else { return };
        let language = self.locale.language();
        let form = interview.session.form();
        blocks.push(Block::Heading(self.question_text(interview, question)));
        if let Some(hint) = &question.hint {
            blocks.push(Block::Hint(form.say(hint, language)));
        }
        if let Some(missing) = interview.passed() {
            let reason = self.answer_text(question, Some(&missing.into()));
            let arguments = [("reason", reason.into())];
            blocks.push(Block::Hint(self.locale.tell("question-passed", &arguments)));
        }
        if let (true, Some(other)) = (interview.rephrased, &question.reformulation) {
            let text = form.say(other, language);
            let arguments = [("text", text.as_str().into())];
            blocks.push(Block::Text(self.locale.tell("question-rephrased", &arguments)));
        }
        if self.mode() == Mode::Field {
            blocks.push(Block::Field(interview.field.clone(), self.cursor.is_none()));
        }
    }

    fn refusal_words(&self, interview: &Interview) -> Option<String> {
        let refusal = interview.refusal.as_ref()?;
        Some(match (refusal, self.mode()) {
            (Refusal::Empty, Mode::One) => self.locale.say("choose-one"),
            (Refusal::Empty, Mode::Several) => self.locale.say("choose-several"),
            (Refusal::Empty, _) => self.locale.say("type-or-pass"),
            _ => self.locale.refusal(refusal, interview.session.form()),
        })
    }

    fn fault_words(&self, blocks: &mut Vec<Block>) {
        if let Some(fault) = &self.fault {
            blocks.push(Block::Text(self.locale.fault(fault)));
        }
    }

    fn saved_words(&self, blocks: &mut Vec<Block>) {
        let trial = self.interview.as_ref().is_some_and(Interview::is_trial);
        blocks.push(Block::Heading(self.locale.say("saved-heading")));
        let thanks = if trial { "saved-trial" } else { "saved-thanks" };
        blocks.push(Block::Text(self.locale.say(thanks)));
        if let Some(file) = &self.saved {
            let file = file.display().to_string();
            let arguments = [("file", file.as_str().into())];
            blocks.push(Block::Hint(self.locale.tell("saved-where", &arguments)));
        }
    }
}
