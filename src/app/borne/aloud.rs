//! The borne read aloud: what is said of each of its screens.
//! Never what the person chose, typed or was given, but into headphones; never a second that goes by.

use super::Stage;
use crate::app::view::{Block, Line};
use crate::app::voice::{Asked, Passage, Teller, numbered, recording, spoken};
use crate::app::{App, Mode};
use crate::locale::Locale;

impl App {
    /// Is the screen of the borne one that whoever answers hears? Nothing where there is no borne.
    pub(in crate::app) fn is_told_at_borne(&self) -> Option<bool> {
        let of_team = |stage| matches!(stage, Stage::Opening | Stage::Closed | Stage::Staff);
        self.stage().map(|stage| !of_team(stage))
    }

    /// What is said of a screen of the borne.
    pub(in crate::app) fn told_at_borne(&self, stage: Stage, asked: Asked) -> Vec<Passage> {
        let mut teller = Teller::new(self.locale.language());
        if self.is_told_at_borne() != Some(true) {
            return teller.passages;
        }
        if self.is_asking_presence() {
            for id in ["borne-still", "borne-how-any"] {
                teller.say(&self.borne_say(id));
            }
            teller.part(None);
            return teller.passages;
        }
        let asks = matches!(stage, Stage::Question | Stage::Open);
        // All is answered, and the row is being written.
        if asks && self.interview.as_ref().is_none_or(|on| on.session.question().is_none()) {
            return teller.passages;
        }
        let view = self.view();
        view.banner.iter().chain(&view.place).for_each(|text| teller.say(text));
        let mut blocks = Vec::new();
        self.stage_words(stage, &mut blocks);
        if asks {
            self.tell_question_at_borne(&mut teller);
        } else {
            for block in &blocks {
                if let Block::Heading(_) | Block::Text(_) = block {
                    self.tell_block(block, &mut teller);
                }
            }
            self.tell_lines_at_borne(self.locale.language(), &mut teller);
            if stage == Stage::Review && !self.is_private() {
                teller.say(&self.say("voice-own"));
            }
        }
        teller.part(None);
        let hints = asked == Asked::Key && matches!(stage, Stage::Question | Stage::CardAsked);
        for block in &blocks {
            match block {
                Block::Hint(text) if hints => teller.say(text),
                Block::Alert(_) => self.tell_block(block, &mut teller),
                _ => {}
            }
        }
        teller.say(&self.borne_say(self.how_untold(stage)));
        self.tell_own(&view, asked, &mut teller);
        teller.part(None);
        teller.passages
    }

    /// The question, which a recording may stand for.
    fn tell_question_at_borne(&self, teller: &mut Teller) {
        let Some(on) = &self.interview else { return };
        let Some(question) = on.session.question() else { return };
        let language = spoken(&self.locale, question);
        teller.say_in(language, &self.question_text(on, question));
        self.tell_lines_at_borne(language, teller);
        teller.part(Some(recording(&self.locale, on.session.form(), question)));
    }

    fn tell_lines_at_borne(&self, language: &'static str, teller: &mut Teller) {
        let own = (language != self.locale.language()).then(|| Locale::new(language));
        let locale = own.as_ref().unwrap_or(&self.locale);
        for (line, _) in self.borne_lines().iter().filter(|(line, _)| line.key.is_none()) {
            let label = match line {
                Line { label, detail: Some(detail), .. } if self.is_private() => {
                    format!("{label} : {detail}")
                }
                Line { label, .. } => label.clone(),
            };
            teller.say_in(language, &numbered(locale, line.digit, &label));
        }
    }

    /// How to go on, whatever is chosen already.
    fn how_untold(&self, stage: Stage) -> &'static str {
        let listed = self.borne_lines().iter().filter(|(line, _)| line.key.is_none()).count();
        match self.mode() {
            _ if stage == Stage::CardTyped => "borne-how-card",
            Mode::Field => "borne-how-text",
            Mode::Number => "borne-how-number",
            Mode::Day => "borne-how-day",
            Mode::Several => "borne-how-several",
            _ if listed == 1 => "borne-how-enter",
            _ => "borne-how-one",
        }
    }
}
