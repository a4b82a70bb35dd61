//! Reading aloud: when a screen is read, to whom, and when the voice stops.
//! Never a process, and never an answer said in the room: what is said is `say`'s.

mod say;

use std::mem;

pub(super) use say::{Asked, Teller, numbered, spoken};
pub use say::{Recording, recording};

use super::sitting::PAPER;
use super::{App, Effect, Event, Prompt, Screen, Stage, Stray};
use crate::value::Meta;

/// What the settings say of reading aloud.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Voice {
    /// When screens are read.
    pub reading: Reading,
    /// Who hears it.
    pub listening: Listening,
    /// How fast.
    pub speed: Speed,
}

/// When screens are read aloud.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reading {
    /// Never.
    Never,
    /// When it is asked for.
    #[default]
    OnKey,
    /// When it is asked for, and each question by itself when it comes.
    Always,
}

impl Reading {
    /// The words of the settings.
    pub const WORDS: &[&str] = &["non", "touche", "toujours"];

    /// The one of this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Some(match word {
            "non" => Self::Never,
            "touche" => Self::OnKey,
            "toujours" => Self::Always,
            _ => return None,
        })
    }
}

/// Who hears what is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Listening {
    /// Everybody in the room: nothing is said of what the person chose or typed.
    #[default]
    Room,
    /// Whoever wears the headphones, and nobody else.
    Headphones,
}

/// How fast the voice speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Speed {
    /// For who hears the language badly, or is tired.
    Slow,
    /// As people speak.
    #[default]
    Normal,
    /// For who hears such voices every day.
    Fast,
}

impl Speed {
    /// The words of the settings.
    pub const WORDS: &[&str] = &["lente", "normale", "rapide"];

    /// The one of this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Some(match word {
            "lente" => Self::Slow,
            "normale" => Self::Normal,
            "rapide" => Self::Fast,
            _ => return None,
        })
    }
}

/// What is to be said, one passage after the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Speech {
    /// The passages, in order.
    pub passages: Vec<Passage>,
    /// How fast.
    pub speed: Speed,
}

/// Sentences that a recording may stand for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// The recording that is played instead of the sentences, where there is one.
    pub recording: Option<Recording>,
    /// What is said where there is none.
    pub sentences: Vec<Sentence>,
}

/// A sentence that is said: one line, and nothing that is not letters, digits and signs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its language, by code.
    pub language: &'static str,
    /// Its words.
    pub text: String,
}

/// Can this machine say anything?
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Speaks {
    /// Nobody has looked.
    #[default]
    Untold,
    /// No program that speaks or plays was found.
    Nothing,
    /// One was.
    Something,
}

/// What was said, and to whom it may be.
#[derive(Debug, Default)]
pub(super) struct Reader {
    /// As the settings say, unless whoever runs the application says otherwise.
    settings: Voice,
    /// Who hears it, as this person said.
    declared: Option<Listening>,
    speaks: Speaks,
    /// May something be being said now?
    is_speaking: bool,
    /// The screen that was read last, and its language.
    screen: String,
    /// The sentences of that screen.
    said: Vec<Sentence>,
}

impl Reader {
    /// Nothing was said yet.
    pub fn new(settings: Voice) -> Self {
        Self { settings, ..Self::default() }
    }
}

impl App {
    /// Says what was found on the machine to speak with.
    pub fn found_voice(&mut self, speaks: Speaks) {
        self.reader.speaks = speaks;
    }

    /// Reads aloud so from now on, whatever the settings say: on a public computer nobody changes
    /// them.
    pub fn read_aloud(&mut self, voice: Voice) {
        self.reader.settings = voice;
        self.reader.declared = None;
    }

    /// What of reading aloud is to be said of this machine: nothing where it is not wanted.
    pub fn voice(&self) -> Option<Speaks> {
        (self.reader.settings.reading != Reading::Never).then_some(self.reader.speaks)
    }

    /// Stops what is being said, if anything is: to be carried out at any key, even one that does
    /// nothing else.
    pub fn hush(&mut self) -> Vec<Effect> {
        let is_speaking = mem::take(&mut self.reader.is_speaking);
        if is_speaking { vec![Effect::Hush] } else { Vec::new() }
    }

    /// Can a screen be read aloud here?
    pub(super) fn can_speak(&self) -> bool {
        self.voice() == Some(Speaks::Something)
    }

    /// Who hears what is read now.
    pub(super) fn listening(&self) -> Listening {
        self.reader.declared.unwrap_or(self.reader.settings.listening)
    }

    /// The message of what saying that headphones are plugged in, or no longer, does now.
    pub fn headphones(&self) -> &'static str {
        match self.listening() {
            Listening::Room => "action-headphones",
            Listening::Headphones => "action-no-headphones",
        }
    }

    /// The headphones were plugged in or taken off, for this person.
    pub(super) fn turn_headphones(&mut self) {
        self.stray = Some(Stray::Listening);
        self.reader.declared = Some(match self.listening() {
            Listening::Room => Listening::Headphones,
            Listening::Headphones => Listening::Room,
        });
    }

    /// Reads the screen: somebody asked for it.
    pub(super) fn read_screen(&mut self) -> Vec<Effect> {
        if !self.can_speak() {
            return Vec::new();
        }
        let passages = self.passages();
        self.remember(&passages);
        self.speak(passages)
    }

    /// Takes an event in, around what it does: whatever is being said stops, and the screen that
    /// comes is read where that is wanted.
    pub(super) fn read_around(
        &mut self,
        event: Event,
        heed: impl FnOnce(&mut Self, Event) -> Vec<Effect>,
    ) -> Vec<Effect> {
        let is_done = !matches!(event, Event::Outcome(_) | Event::Tick);
        let mut effects = if is_done { self.hush() } else { Vec::new() };
        let answers = self.is_answering();
        let heeded = heed(self, event);
        let is_read = heeded.iter().any(|effect| matches!(effect, Effect::Speak(_)));
        effects.extend(heeded);
        if answers && !self.is_answering() {
            // The next person says it again: these headphones were somebody's.
            self.reader.declared = None;
        }
        if !is_read {
            effects.extend(self.read_by_itself());
        }
        effects
    }

    /// Is somebody in the middle of answering?
    fn is_answering(&self) -> bool {
        self.interview.is_some() && self.screen != Screen::Saved
    }

    /// Reads what is new on the screen, where screens are read by themselves.
    fn read_by_itself(&mut self) -> Vec<Effect> {
        let wanted = self.reader.settings.reading == Reading::Always && self.can_speak();
        // Over a screen there is only the list of actions, or the keys.
        if !wanted || self.help || self.palette.is_some() {
            return Vec::new();
        }
        if !self.is_for_respondent() {
            self.reader.screen.clear();
            self.reader.said.clear();
            return Vec::new();
        }
        let passages = self.passages_by_themselves();
        let (screen, said) = (mem::take(&mut self.reader.screen), mem::take(&mut self.reader.said));
        self.remember(&passages);
        let passages = if screen == self.reader.screen { news(passages, &said) } else { passages };
        self.speak(passages)
    }

    /// Is the screen one that whoever answers reads, at the screen and not on paper?
    fn is_for_respondent(&self) -> bool {
        if let Some(is_told) = self.is_told_at_borne() {
            return is_told;
        }
        let of_team = matches!(
            self.screen,
            Screen::Trial
                | Screen::Unwritable
                | Screen::Transcript
                | Screen::Prompt(Prompt::Folder)
        );
        match &self.interview {
            Some(on) => {
                let at_screen = on.metadata.get(Meta::Support) != PAPER;
                at_screen
                    && on.session.form().has_respondent()
                    && self.correcting.is_none()
                    && !of_team
                    && !self.is_at_sitting()
            }
            None => matches!(self.screen, Screen::Seance(Stage::HandOver | Stage::Thanks)),
        }
    }

    fn remember(&mut self, passages: &[Passage]) {
        self.reader.screen = format!("{}\n{}", self.locale.language(), self.view().identity());
        let said = passages.iter().flat_map(|passage| &passage.sentences);
        self.reader.said = said.cloned().collect();
    }

    fn speak(&mut self, passages: Vec<Passage>) -> Vec<Effect> {
        if passages.is_empty() {
            return Vec::new();
        }
        self.reader.is_speaking = true;
        let speed = self.reader.settings.speed;
        vec![Effect::Speak(Box::new(Speech { passages, speed }))]
    }
}

/// What of the passages was not said before: of a question that is still there, nothing.
fn news(passages: Vec<Passage>, said: &[Sentence]) -> Vec<Passage> {
    let fresh = passages.into_iter().filter(|passage| passage.recording.is_none());
    let fresh = fresh.map(|mut passage| {
        passage.sentences.retain(|sentence| !said.contains(sentence));
        passage
    });
    fresh.filter(|passage| !passage.sentences.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_settings_means_another_thing() {
        let readings = Reading::WORDS.iter().map(|word| Reading::from_word(word));
        assert!(
            readings.eq([Reading::Never, Reading::OnKey, Reading::Always].map(Some)),
            "{:?}",
            Reading::WORDS
        );
        let speeds = Speed::WORDS.iter().map(|word| Speed::from_word(word));
        assert!(speeds.eq([Speed::Slow, Speed::Normal, Speed::Fast].map(Some)));
        assert_eq!((Reading::from_word("oui"), Speed::from_word("vite")), (None, None));
    }
}
