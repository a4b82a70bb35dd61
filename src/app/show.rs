//! What each screen says: its title, its sentences, its lines, in the language spoken.
//! Never decides what a key does: `update` does.

use super::view::{Block, View, Way};
use super::{App, Interview, Listening, Mode, Prompt, Screen, Stage, Stray};
use crate::questionnaire::{Kind, Question};
use crate::session::{Progress, Refusal};

impl App {
    /// What is in front of the person.
    pub fn view(&self) -> View {
        if let Screen::Borne(stage) = self.screen {
            return self.borne_view(stage);
        }
        let mut blocks = Vec::new();
        let mut place = None;
        let mut mode = self.mode();
        let say = |id: &str| self.say(id);
        let mut title = match &self.interview {
            Some(on) => {
                let form = on.session.form();
                form.say(&form.titre, self.locale.language())
            }
            None => match self.seance_form() {
                Some(form) => form.say(&form.titre, self.locale.language()),
                None => say("program"),
            },
        };
        match (&self.screen, &self.interview) {
            (Screen::Home, _) => self.home_words(&mut blocks),
            (Screen::Drafts | Screen::Draft(_) | Screen::Erasing(_), _) => {
                title = say("program");
                self.draft_words(&mut blocks);
            }
            (Screen::Forms, _) => {
                title = self.opened.as_ref().map_or(title, |opened| opened.head.titre.clone());
                blocks.push(Block::Heading(say("home-heading")));
                self.page_words(&mut blocks);
            }
            (Screen::Locked, _) => {
                if let Some(lock) = &self.lock {
                    blocks = lock.words(&self.locale, &self.places.settings);
                }
            }
            (Screen::Trial, _) => {
                blocks.push(Block::Heading(self.locale.say("trial-heading")));
                let file = self.places.settings.display().to_string();
                let text = self.locale.tell("trial-parents", &[("file", file.into())]);
                blocks.push(Block::Text(text));
                blocks.push(Block::Excerpt("autorisation_parentale = true".to_owned()));
            }
            (Screen::Problems, _) => {
                title = say("problems-title");
                blocks.push(Block::Heading(say("problems-heading")));
                for problem in &self.problems {
                    blocks.push(Block::Excerpt(self.locale.diagnostic(problem, false)));
                }
            }
            (Screen::Sitting | Screen::Adjust(_), _) => self.sitting_blocks(&mut blocks),
            (Screen::Seance(stage), _) => self.seance_words(*stage, &mut blocks),
            (Screen::Desk(page), _) => self.desk_words(*page, &mut blocks),
            (Screen::Atelier(step), _) => {
                title = self.atelier_title().unwrap_or(title);
                place = self.atelier_place(*step);
                self.atelier_words(*step, &mut blocks);
            }
            (Screen::Mirror(face), _) => {
                title = self.mirror_title().unwrap_or(title);
                place = self.face_place(*face);
                self.face_words(*face, &mut blocks);
            }
            (Screen::SheetEnd, _) => self.sheet_end_words(&mut blocks),
            (Screen::Code, _) => self.code_words(&mut blocks),
            (Screen::Prompt(prompt), _) => {
                if matches!(prompt, Prompt::Atelier(_)) {
                    title = self.atelier_title().unwrap_or(title);
                }
                self.prompt_words(*prompt, &mut blocks);
            }
            (Screen::Notice, Some(interview)) => {
                self.notice_words(interview, &mut blocks);
                // Who answers is told that what they choose will be said, and where.
                if self.can_speak() && self.listening() == Listening::Headphones {
                    blocks.push(Block::Hint(say("voice-headphones")));
                }
                // Where one form was asked for, nobody comes by the home screen.
                if self.single {
                    self.team_alarm(&mut blocks);
                }
            }
            (Screen::Unwritable, _) => {
                blocks.push(Block::Heading(say("unwritable-heading")));
                self.fault_words(&mut blocks);
                blocks.push(Block::Text(say("unwritable-text")));
            }
            (Screen::Question, Some(interview)) => {
                place = self.place_words(interview);
                self.question_words(interview, &mut blocks);
            }
            (Screen::Pass, Some(interview)) => {
                place = self.place_words(interview);
                if let Some(question) = interview.session.question() {
                    blocks.push(Block::Hint(self.question_text(interview, question)));
                }
                blocks.push(Block::Heading(say("pass-heading")));
            }
            (Screen::Given, _) => self.given_words(&mut blocks),
            (Screen::Review, _) if self.correcting.is_some() => {
                place = Some(say("review-place"));
                self.correction_words(&mut blocks);
            }
            (Screen::Leaving, _) if self.correcting.is_some() => {
                blocks.push(Block::Heading(self.locale.say("leave-heading")));
                blocks.push(Block::Text(self.locale.say("correct-leave-text")));
            }
            (Screen::Saved, _) if self.correcting.is_some() => self.correction_saved(&mut blocks),
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
            (Screen::Transcript, _) => self.transcript(&mut blocks),
            (Screen::Failed, _) => {
                blocks.push(Block::Heading(say("failed-heading")));
                self.fault_words(&mut blocks);
                if self.correcting.is_some() {
                    blocks.push(Block::Text(self.locale.say("failed-correction")));
                }
                blocks.push(Block::Text(say("failed-text")));
                self.whereabouts(&mut blocks);
            }
            _ => {}
        }
        // Beside the question, so that both are seen in a low window.
        if self.screen == Screen::Question
            && let Some(alert) = self.interview.as_ref().and_then(|on| self.refusal_words(on))
        {
            blocks.push(Block::Alert(alert));
        }
        if matches!(self.screen, Screen::Question | Screen::Review) && self.is_unkept() {
            blocks.push(Block::Hint(say("question-unkept")));
        }
        match self.stray {
            Some(Stray::Digit(digit)) => {
                blocks.push(Block::Alert(self.tell("no-such-line", &[("digit", digit.into())])));
            }
            Some(Stray::Held) => blocks.push(Block::Alert(self.locale.say("draft-held"))),
            Some(Stray::Stopped) => blocks.push(Block::Alert(self.locale.say("draft-stopped"))),
            Some(Stray::Unchanged) => {
                blocks.push(Block::Alert(self.locale.say("correct-unchanged")));
            }
            Some(Stray::Listening) => {
                let words = match self.listening() {
                    Listening::Room => say("voice-room"),
                    Listening::Headphones => say("voice-headphones"),
                };
                // Before the first question it stands there already.
                let told = |block: &Block| matches!(block, Block::Hint(text) if *text == words);
                if !blocks.iter().any(told) {
                    blocks.push(Block::Hint(words));
                }
            }
            Some(Stray::Unchosen) => blocks.push(Block::Alert(say("consent-choose"))),
            None => {}
        }
        if let Some(words) = self.palette_words() {
            title = say("palette-title");
            mode = Mode::Search;
            place = None;
            blocks = words;
        }
        let lines = self.lines().into_iter().enumerate();
        blocks.extend(lines.map(|(at, (line, _))| Block::Line(at, line)));
        if self.help {
            title = say("help-title");
            mode = Mode::Reading;
            place = None;
        }
        let trial = match &self.interview {
            // Nothing is answered around a table.
            _ if self.is_at_atelier() => false,
            Some(on) => on.is_trial(),
            None => {
                let said = self.is_trial_mirror().or(self.is_trial_seance());
                said.unwrap_or(!self.settings.is_complete())
            }
        };
        let is_of_form =
            self.interview.is_some() || self.is_in_seance() || self.is_trial_mirror().is_some();
        let banner =
            trial.then(|| say(if is_of_form { "banner-trial" } else { "banner-trial-home" }));
        let banner = banner.or_else(|| self.correction_banner());
        let progress = place.as_ref().and_then(|_| self.progress());
        View { mode, title, place, banner, progress, ways: self.ways(), blocks }
    }

    /// How far the questions are; at their end, to the end.
    fn progress(&self) -> Option<Progress> {
        let progress = self.interview.as_ref()?.session.progress();
        match self.screen {
            Screen::Question | Screen::Pass => Some(progress),
            Screen::Review => Some(Progress { position: progress.total, ..progress }),
            _ => None,
        }
    }

    pub(super) fn ways(&self) -> Vec<Way> {
        let asked = self.interview.as_ref().and_then(|on| on.session.question());
        let can_rephrase = self.screen == Screen::Question
            && asked.is_some_and(|question| question.reformulation.is_some());
        let can_go_back = !matches!(
            self.screen,
            Screen::Home
                | Screen::Saved
                | Screen::Failed
                | Screen::Seance(Stage::HandOver | Stage::Thanks | Stage::Hub)
        );
        let ways = [
            (Way::Back, can_go_back),
            (Way::Pass, self.can_pass()),
            (Way::Rephrase, can_rephrase),
            (Way::LookBack, self.can_look_back()),
            (Way::Illegible, self.can_be_illegible()),
            (Way::Aloud, self.can_speak()),
        ];
        ways.into_iter().filter(|(_, leads)| *leads).map(|(way, _)| way).collect()
    }

    /// What is to be typed, and why what was typed does not do.
    fn prompt_words(&self, prompt: Prompt, blocks: &mut Vec<Block>) {
        let mut ask = |id: &str| {
            blocks.push(Block::Heading(self.say(&format!("prompt-{id}"))));
            blocks.push(Block::Hint(self.say(&format!("prompt-{id}-hint"))));
        };
        match prompt {
            Prompt::Structure => ask("structure"),
            Prompt::Contact => ask("contact"),
            Prompt::Site => ask("site"),
            Prompt::Folder => ask("folder"),
            Prompt::Note(_) => self.sitting_blocks(blocks),
            Prompt::Code => self.code_words(blocks),
            Prompt::Seance(asked) => self.number_words(asked, blocks),
            Prompt::Stick => ask("stick"),
            Prompt::Parcel => ask("parcel"),
            Prompt::Atelier(typed) => self.atelier_prompt(typed, blocks),
            Prompt::Saying => self.saying_words(blocks),
        }
        blocks.push(Block::Field(self.field.clone(), self.cursor.is_none()));
        blocks.extend(self.mistyped_words().map(Block::Alert));
    }

    /// How the screen is used that is under the list of actions, or under the help.
    pub fn under(&self) -> Mode {
        self.mode()
    }

    /// Are the keys being explained, over the screen of this use?
    pub fn help(&self) -> Option<Mode> {
        self.help.then(|| self.mode())
    }

    /// Where we are: a text to read is at no place among the questions.
    pub(super) fn place_words(&self, interview: &Interview) -> Option<String> {
        let asks = interview.session.question().is_some_and(|question| question.asks());
        let Progress { position, total } = interview.session.progress();
        let arguments = [("position", position.into()), ("total", total.into())];
        let place = asks.then(|| self.tell("question-place", &arguments))?;
        Some(match self.sheet_number() {
            Some(number) => {
                let arguments = [("place", place.into()), ("number", number.to_owned().into())];
                self.tell("sheet-place", &arguments)
            }
            None => place,
        })
    }

    fn question_words(&self, interview: &Interview, blocks: &mut Vec<Block>) {
        let Some(question) = interview.session.question() else { return };
        let language = self.locale.language();
        let form = interview.session.form();
        blocks.push(Block::Heading(self.question_text(interview, question)));
        if let Some(hint) = &question.hint {
            blocks.push(Block::Hint(form.say(hint, language)));
        }
        blocks.extend(self.nameless_words(interview, question).map(Block::Hint));
        if question.says_other() {
            blocks.push(Block::Hint(self.say("question-other")));
        }
        if self.mode() == Mode::Day {
            blocks.push(Block::Hint(self.say("day-hint")));
        }
        blocks.extend(self.passed_words(interview, question).map(Block::Hint));
        if let (true, Some(other)) = (interview.rephrased, &question.reformulation) {
            let text = form.say(other, language);
            let arguments = [("text", text.as_str().into())];
            blocks.push(Block::Text(self.tell("question-rephrased", &arguments)));
        }
        if self.mode().is_typed() {
            blocks.push(Block::Field(interview.field.clone(), self.cursor.is_none()));
        }
    }

    /// Where words are written: that nobody is to be named, unless the question says it itself.
    pub(super) fn nameless_words(&self, on: &Interview, question: &Question) -> Option<String> {
        if question.kind != Kind::Text {
            return None;
        }
        let language = self.locale.language();
        let hint = question.hint.as_ref().map(|hint| on.session.form().say(hint, language));
        let said = hint.is_some_and(|hint| hint.contains(&self.say("words-no-name-said")));
        (!said).then(|| self.say("words-no-name"))
    }

    /// That the question was passed before, and for what reason.
    pub(super) fn passed_words(&self, on: &Interview, question: &Question) -> Option<String> {
        let reason = self.answer_text(question, Some(&on.passed()?.into()));
        Some(self.tell("question-passed", &[("reason", reason.into())]))
    }

    pub(super) fn refusal_words(&self, interview: &Interview) -> Option<String> {
        let refusal = interview.refusal.as_ref()?;
        Some(match (refusal, self.mode()) {
            (Refusal::Empty, Mode::One) => self.say("choose-one"),
            (Refusal::Empty, Mode::Several) => self.say("choose-several"),
            (Refusal::Empty, _) => self.say("type-or-pass"),
            (Refusal::ToConfirm(doubt), _) => {
                let doubt = self.locale.doubt(doubt, interview.session.form());
                format!("{doubt} {}", self.say("doubt-keep"))
            }
            _ => self.locale.refusal(refusal, interview.session.form()),
        })
    }

    pub(super) fn fault_words(&self, blocks: &mut Vec<Block>) {
        if let Some(fault) = &self.fault {
            blocks.push(Block::Text(self.locale.fault(fault)));
        }
    }

    fn saved_words(&self, blocks: &mut Vec<Block>) {
        let trial = self.interview.as_ref().is_some_and(Interview::is_trial);
        blocks.push(Block::Heading(self.say("saved-heading")));
        let thanks = if trial { "saved-trial" } else { "saved-thanks" };
        blocks.push(Block::Text(self.say(thanks)));
        self.saved_alarm(blocks);
        // The path of some rows names a group that nobody should be seen in.
        let hidden = self.interview.as_ref().is_some_and(|on| on.session.form().head.sensible);
        if let Some(file) = self.saved.as_ref().filter(|_| !hidden) {
            let file = file.display().to_string();
            blocks.push(Block::Hint(self.tell("saved-where", &[("file", file.into())])));
        }
    }
}
