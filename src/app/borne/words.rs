//! What each screen of the borne says, and how to go on, in words that need no habit of computers.
//! Never decides what a key does.

use fluent_bundle::FluentValue;

use super::idle::seconds;
use super::{Astray, Stage};
use crate::app::interview::Interview;
use crate::app::settings::Left;
use crate::app::view::{Block, View, Way};
use crate::app::{App, Input, Mode, notice};
use crate::questionnaire::Questionnaire;

/// The paragraph of the notice that says who has the answers.
const WHO: &str = "notice-who";

impl App {
    /// A message as it is said to who answers: to a child, «tu».
    pub(super) fn borne_say(&self, id: &str) -> String {
        self.borne_tell(id, &[])
    }

    fn borne_tell(&self, id: &str, arguments: &[(&str, FluentValue<'_>)]) -> String {
        match self.borne.as_ref().and_then(|borne| borne.addressed()) {
            Some(form) => self.locale.tell_to(form, id, arguments),
            None => self.locale.tell(id, arguments),
        }
    }

    /// What is in front of the person.
    pub(in crate::app) fn borne_view(&self, stage: Stage) -> View {
        let mut blocks = Vec::new();
        let (mut place, mut progress) = (None, None);
        if self.is_asking_presence() {
            self.presence_words(&mut blocks);
        } else {
            self.stage_words(stage, &mut blocks);
            if matches!(
                stage,
                Stage::Question | Stage::Open | Stage::Helper | Stage::Writing | Stage::Pass
            ) && let Some(on) = &self.interview
            {
                place = self.place_words(on);
                progress = place.as_ref().map(|_| on.session.progress());
            }
        }
        let astray = self.borne.as_ref().and_then(|borne| borne.astray);
        blocks.extend(astray.map(|astray| {
            Block::Alert(self.borne_say(match astray {
                Astray::Key => "borne-lost",
                Astray::Unchosen => "borne-unchosen",
            }))
        }));
        let lines = self.borne_lines();
        let how = self.how(stage, &lines.iter().map(|(line, _)| line).collect::<Vec<_>>());
        let (buttons, listed): (Vec<_>, Vec<_>) =
            lines.into_iter().enumerate().partition(|(_, (line, _))| line.key.is_some());
        blocks.extend(listed.into_iter().map(|(at, (line, _))| Block::Line(at, line)));
        blocks.extend(how.map(Block::Text));
        blocks.extend(buttons.into_iter().map(|(at, (line, _))| Block::Line(at, line)));
        let title = match self.settings.structure.trim() {
            "" => self.locale.say("program"),
            structure => structure.to_owned(),
        };
        let banner = self.is_trial_here().then(|| self.borne_say("banner-trial"));
        let mode = self.mode();
        let passes = blocks
            .iter()
            .any(|block| matches!(block, Block::Line(_, line) if line.digit == Some(0)));
        let ways = if passes { vec![Way::Pass] } else { Vec::new() };
        View { mode, title, place, banner, progress, ways, blocks }
    }

    /// Is what is answered here a trial?
    fn is_trial_here(&self) -> bool {
        let Some(borne) = &self.borne else { return false };
        let is_trial = |form: &Questionnaire| !self.settings.trial(form).is_empty();
        match &borne.form {
            Some(form) => is_trial(form),
            None => borne.forms.iter().any(|form| is_trial(form)),
        }
    }

    /// Who asks, as people know them.
    fn structure(&self) -> String {
        match self.settings.structure.trim() {
            "" => self.borne_say("notice-no-structure"),
            structure => structure.to_owned(),
        }
    }

    pub(super) fn stage_words(&self, stage: Stage, blocks: &mut Vec<Block>) {
        let say = |id: &str| self.borne_say(id);
        let heading = |id: &str| Block::Heading(self.borne_say(id));
        let text = |id: &str| Block::Text(self.borne_say(id));
        match stage {
            Stage::Opening => self.opening_words(blocks),
            Stage::Closed => {
                blocks.push(heading("borne-closed"));
                blocks.push(text("borne-closed-text"));
            }
            Stage::Welcome => self.borne_welcome(blocks),
            Stage::Staff => {
                blocks.push(heading("borne-staff"));
                blocks.push(Block::Hint(say("borne-staff-hint")));
                let hidden = "•".repeat(self.field.value().chars().count());
                blocks.push(Block::Field(Input::new(hidden), true));
                if let Some(wait) = self.staff_wait() {
                    let count = [("count", seconds(wait).into())];
                    blocks.push(Block::Alert(self.borne_tell("borne-staff-wait", &count)));
                }
            }
            Stage::Notice | Stage::Consent => self.borne_notice(stage, blocks),
            Stage::Age => {
                let age = [("age", self.age_asked().unwrap_or_default().into())];
                blocks.push(Block::Heading(self.borne_tell("borne-age", &age)));
            }
            Stage::Young => {
                let age = [("age", self.age_asked().unwrap_or_default().into())];
                blocks.push(heading("borne-young"));
                blocks.push(Block::Text(self.borne_tell("borne-young-text", &age)));
                self.last_words(blocks);
            }
            Stage::Question | Stage::Open | Stage::Writing => {
                if let Some(on) = &self.interview {
                    self.asked_words(stage, on, blocks);
                }
            }
            Stage::Helper => {
                blocks.push(Block::Hint(self.asked_text()));
                blocks.push(heading("borne-helper"));
                blocks.push(text("borne-helper-text"));
            }
            Stage::Pass => {
                blocks.push(Block::Hint(self.asked_text()));
                blocks.push(heading("pass-heading"));
            }
            Stage::Stopping => {
                blocks.push(heading("leave-heading"));
                blocks.push(text("borne-stop-text"));
            }
            Stage::Review => blocks.push(heading("review-heading")),
            Stage::Card => {
                self.card_words(blocks);
            }
            Stage::CardAsked => {
                blocks.push(heading("card-ask"));
                blocks.push(Block::Hint(say("card-hint")));
            }
            Stage::CardTyped => {
                blocks.push(heading("borne-card-type"));
                blocks.push(Block::Hint(say("card-hint")));
                blocks.push(Block::Field(self.field.clone(), true));
                blocks.extend(self.mistyped_words().map(Block::Alert));
            }
            Stage::Failed => {
                blocks.push(heading("failed-heading"));
                blocks.push(text("borne-failed-text"));
            }
            Stage::Thanks => self.thanks_words(blocks),
            Stage::Goodbye => {
                blocks.push(heading("borne-goodbye"));
                blocks.push(text("borne-goodbye-text"));
                self.last_words(blocks);
            }
        }
    }

    /// To the team: what will be asked, and what becomes of the answers. Counts, never an answer.
    fn opening_words(&self, blocks: &mut Vec<Block>) {
        let Some(borne) = &self.borne else { return };
        blocks.push(Block::Heading(self.locale.say("borne-opening")));
        let titles: Vec<String> = borne
            .forms
            .iter()
            .map(|form| {
                let title = form.say(&form.titre, self.locale.language());
                let id = if self.settings.trial(form).is_empty() {
                    "borne-opening-form"
                } else {
                    "borne-opening-trial"
                };
                self.locale.tell(id, &[("title", title.into())])
            })
            .collect();
        blocks.push(Block::Text(titles.join(" ")));
        if self.settings.seals() {
            blocks.push(Block::Text(self.locale.say("borne-opening-sealed")));
        } else {
            blocks.push(Block::Alert(self.locale.say("borne-opening-clear")));
        }
        let folder = self.places.data.display().to_string();
        let count = self.day.as_ref().map_or(0, |day| day.all + day.sealed);
        let arguments = [("folder", folder.into()), ("count", count.into())];
        blocks.push(Block::Text(self.locale.tell("borne-opening-where", &arguments)));
        let code = if self.settings.borne.code.is_empty() {
            "borne-opening-no-code"
        } else {
            "borne-opening-code"
        };
        blocks.push(Block::Text(self.locale.say(code)));
    }

    fn borne_welcome(&self, blocks: &mut Vec<Block>) {
        let Some(borne) = &self.borne else { return };
        blocks.push(Block::Heading(self.borne_say("borne-welcome")));
        if let [form] = borne.forms.as_slice() {
            let count = [("questions", form.counted().into())];
            blocks.push(Block::Text(self.borne_tell("borne-welcome-long", &count)));
        }
        let structure = [("structure", self.structure().into())];
        blocks.push(Block::Text(self.borne_tell("borne-welcome-who", &structure)));
        if borne.forms.len() > 1 {
            blocks.push(Block::Text(self.borne_say("borne-welcome-which")));
        }
    }

    /// What for, free, who keeps the answers, what becomes of those that are left; then the question.
    fn borne_notice(&self, stage: Stage, blocks: &mut Vec<Block>) {
        let Some(form) = self.borne.as_ref().and_then(|borne| borne.form.as_ref()) else { return };
        let contact = match self.settings.contact.trim() {
            "" => self.borne_say("notice-no-contact"),
            contact => contact.to_owned(),
        };
        let arguments = [
            ("structure", self.structure().into()),
            ("contact", contact.into()),
            ("questions", form.counted().into()),
        ];
        let paragraphs = notice::paragraphs(form);
        // Little on each screen: first what this is, then what becomes of it.
        let (first, then) = paragraphs
            .split_at(paragraphs.iter().position(|id| *id == WHO).unwrap_or(paragraphs.len()));
        if stage == Stage::Notice {
            blocks.push(Block::Heading(self.borne_tell("notice-heading", &arguments)));
            blocks.extend(first.iter().map(|id| Block::Text(self.borne_tell(id, &arguments))));
            return;
        }
        for id in then {
            // Here nobody types for the person, nor sees the answers on this screen.
            let id = if *id == WHO { "borne-who" } else { id };
            blocks.push(Block::Text(self.borne_tell(id, &arguments)));
        }
        let left = match self.settings.borne.left {
            Left::Discarded => "borne-left-discarded",
            Left::Kept => "borne-left-kept",
        };
        blocks.push(Block::Text(self.borne_say(left)));
        blocks.push(Block::Heading(self.borne_say("consent-ask")));
    }

    fn asked_text(&self) -> String {
        let Some(on) = &self.interview else { return String::new() };
        on.session.question().map(|question| self.question_text(on, question)).unwrap_or_default()
    }

    fn asked_words(&self, stage: Stage, on: &Interview, blocks: &mut Vec<Block>) {
        let Some(question) = on.session.question() else { return };
        let form = on.session.form();
        blocks.push(Block::Heading(self.question_text(on, question)));
        if let Some(hint) = &question.hint {
            blocks.push(Block::Hint(form.say(hint, self.locale.language())));
        }
        blocks.extend(self.nameless_words(on, question).map(Block::Hint));
        if self.mode() == Mode::Day {
            blocks.push(Block::Hint(self.borne_say("day-hint")));
        }
        if stage != Stage::Open
            && let Some(refusal) = self.refusal_words(on)
        {
            blocks.push(Block::Alert(refusal));
        }
        if self.mode().is_typed() {
            blocks.push(Block::Field(on.field.clone(), true));
        }
    }

    fn card_words(&self, blocks: &mut Vec<Block>) {
        blocks.push(Block::Heading(self.borne_say("borne-card")));
        if let crate::app::pairing::Coding::Shown(code) = self.coding {
            blocks.push(Block::Code(code.to_string()));
        }
        blocks.push(Block::Text(self.borne_say("borne-card-text")));
    }

    fn thanks_words(&self, blocks: &mut Vec<Block>) {
        blocks.push(Block::Heading(self.borne_say("borne-thanks")));
        let id = if self.is_trial_here() { "saved-trial" } else { "borne-thanks-text" };
        blocks.push(Block::Text(self.borne_say(id)));
        let rules = &self.settings.borne;
        if !rules.shown.is_empty() {
            let when = [("when", rules.shown.as_str().into())];
            blocks.push(Block::Text(self.borne_tell("borne-shown", &when)));
        }
        // Said to all, whatever they answered: nobody is singled out.
        let form = self.borne.as_ref().and_then(|borne| borne.form.as_ref());
        let is_delicate = form.is_some_and(|form| {
            form.head.sensible || form.questions.iter().any(|question| question.sensible)
        });
        let help = match (rules.help.as_str(), self.settings.contact.trim()) {
            ("", "") => None,
            ("", contact) => is_delicate.then_some(contact),
            (help, _) => Some(help),
        };
        if let Some(help) = help {
            let help = [("help", help.into())];
            blocks.push(Block::Text(self.borne_tell("borne-help", &help)));
        }
        self.last_words(blocks);
    }

    /// How long the last screen stays.
    fn last_words(&self, blocks: &mut Vec<Block>) {
        let count = [("count", self.seconds_left().into())];
        blocks.push(Block::Hint(self.borne_tell("borne-last", &count)));
    }

    fn presence_words(&self, blocks: &mut Vec<Block>) {
        blocks.push(Block::Heading(self.borne_say("borne-still")));
        let id = match (self.is_begun(), self.settings.borne.left) {
            (false, _) => "borne-still-nothing",
            (true, Left::Discarded) => "borne-still-discarded",
            (true, Left::Kept) => "borne-still-kept",
        };
        let count = [("count", self.seconds_left().into())];
        blocks.push(Block::Text(self.borne_tell(id, &count)));
    }

    /// How to go on from here, in words.
    fn how(&self, stage: Stage, lines: &[&crate::app::Line]) -> Option<String> {
        let say = |id: &str| Some(self.borne_say(id));
        if self.is_asking_presence() {
            return say("borne-how-any");
        }
        match (stage, self.mode()) {
            (Stage::Staff, _) => return None,
            (Stage::CardTyped, _) => return say("borne-how-card"),
            (_, Mode::Field) => return say("borne-how-text"),
            (_, Mode::Number) => return say("borne-how-number"),
            (_, Mode::Day) => return say("borne-how-day"),
            (_, Mode::Several) => {
                let is_ticked = self.interview.as_ref().is_some_and(|on| on.marks.contains(&true));
                return say(if is_ticked { "borne-how-ticked" } else { "borne-how-several" });
            }
            _ => {}
        }
        let listed: Vec<_> = lines.iter().filter(|line| line.key.is_none()).collect();
        match (self.cursor, listed.len()) {
            (Some(_), 1) => say("borne-how-enter"),
            (Some(0), _) if stage == Stage::Welcome && self.is_welcome_unchanged() => {
                say("borne-how-begin")
            }
            (Some(0), _) if stage == Stage::Review => say("borne-how-review"),
            (Some(at), _) => {
                let label = lines.get(at).map(|line| line.label.as_str()).unwrap_or_default();
                let label = [("label", label.into())];
                Some(self.borne_tell("borne-how-chosen", &label))
            }
            (None, _) => say("borne-how-one"),
        }
    }
}
