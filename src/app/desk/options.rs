//! The settings as a screen: what can be changed here is, and what cannot says where it is.
//! Never a key: only whether there are some.

use super::super::lines::{Act, List};
use super::super::looks::{Shade, Size};
use super::super::view::Block;
use super::super::{App, Effect, Listening, Prompt, Reading, Screen, Settings, Speed, Voice};
use super::{Page, Task};
use crate::locale::Locale;

impl App {
    /// Keeps the settings, and comes back to their page once they are on the disk.
    pub(in crate::app) fn keep_settings(&mut self, settings: Settings) -> Vec<Effect> {
        self.settings = settings;
        self.read_aloud(self.settings.voice);
        self.heads = self.settings.used(&self.library);
        self.opened = self.only();
        self.desk.is_setting = true;
        vec![Effect::Keep(Box::new(self.settings.clone()))]
    }

    /// Back to the screen from which settings were changed.
    pub(in crate::app) fn settled(&mut self) {
        let is_setting = std::mem::take(&mut self.desk.is_setting);
        match self.screen {
            // The list stays where it was: several lines of it may be changed.
            Screen::Desk(Page::Used | Page::Settings) => {}
            _ if is_setting => self.show(Screen::Desk(Page::Settings)),
            _ => self.show(Screen::Home),
        }
    }

    /// The next of the languages to begin in.
    pub(super) fn turn_language(&mut self) -> Vec<Effect> {
        let lang = self.settings.lang.clone();
        let next = Locale::new(&lang).next();
        self.keep_settings(self.settings.with_lang(next.language()))
    }

    /// The next of the ways in which the screen may look.
    pub(super) fn turn_shade(&mut self) -> Vec<Effect> {
        let now = self.shade_word();
        let at = Shade::WORDS.iter().position(|word| now == Some(*word));
        let next = at.map_or(0, |at| (at + 1) % Shade::WORDS.len());
        self.keep_settings(self.settings.with_theme(Shade::WORDS[next]))
    }

    /// The other of the sizes: seen at once.
    pub(super) fn turn_size(&mut self) -> Vec<Effect> {
        let next = match self.settings.looks.size {
            Some(Size::Large) => Size::Usual,
            Some(Size::Usual) | None => Size::Large,
        };
        self.keep_settings(self.settings.with_size(next))
    }

    /// How much room the settings give the parts of the screen, where they say it.
    pub fn size(&self) -> Option<Size> {
        self.settings.looks.size
    }

    /// The next of the times at which screens are read aloud.
    pub(super) fn turn_reading(&mut self) -> Vec<Effect> {
        let word = after(Reading::WORDS, Reading::from_word, self.settings.voice.reading);
        self.keep_settings(self.settings.with_reading(word))
    }

    /// Into headphones, or in the room.
    pub(super) fn turn_listening(&mut self) -> Vec<Effect> {
        let other = match self.settings.voice.listening {
            Listening::Room => Listening::Headphones,
            Listening::Headphones => Listening::Room,
        };
        self.keep_settings(self.settings.with_listening(other))
    }

    /// The next of the speeds of the voice.
    pub(super) fn turn_speed(&mut self) -> Vec<Effect> {
        let word = after(Speed::WORDS, Speed::from_word, self.settings.voice.speed);
        self.keep_settings(self.settings.with_speed(word))
    }

    fn voice_lines(&self, list: &mut List) {
        let Voice { reading, listening, speed } = self.settings.voice;
        list.next(self.say("settings-reading"), Act::Desk(Task::Reading));
        list.detail(self.say(match reading {
            Reading::Never => "settings-reading-never",
            Reading::OnKey => "settings-reading-key",
            Reading::Always => "settings-reading-always",
        }));
        list.next(self.say("settings-headphones"), Act::Desk(Task::Headphones));
        list.detail(self.say(match listening {
            Listening::Room => "settings-room",
            Listening::Headphones => "settings-in-headphones",
        }));
        list.next(self.say("settings-speed"), Act::Desk(Task::Speed));
        list.detail(self.say(match speed {
            Speed::Slow => "settings-speed-slow",
            Speed::Normal => "settings-speed-normal",
            Speed::Fast => "settings-speed-fast",
        }));
    }

    /// The word of the look that the settings ask for.
    fn shade_word(&self) -> Option<&'static str> {
        let shade = self.settings.looks.shade?;
        Shade::WORDS.iter().copied().find(|word| Shade::from_word(word) == Some(shade))
    }

    /// Uses the référentiel of this place among all, or no more. One is always used.
    pub(super) fn turn_used(&mut self, place: usize) -> Vec<Effect> {
        let mut used: Vec<String> = self.heads.iter().map(|head| head.id.clone()).collect();
        let Some(id) = self.library.heads().nth(place).map(|head| head.id.clone()) else {
            return Vec::new();
        };
        match used.iter().position(|known| *known == id) {
            Some(_) if used.len() == 1 => return Vec::new(),
            Some(at) => _ = used.remove(at),
            None => used.push(id),
        }
        self.keep_settings(self.settings.with_referentiels(&used))
    }

    pub(super) fn settings_lines(&self, list: &mut List) {
        let settings = &self.settings;
        let said = |words: &str| {
            if words.trim().is_empty() { self.say("settings-unsaid") } else { words.to_owned() }
        };
        list.next(self.say("settings-structure"), Act::Settings);
        let both = [
            ("structure", said(&settings.structure).into()),
            ("contact", said(&settings.contact).into()),
        ];
        list.detail(self.tell("settings-structure-said", &both));
        list.next(self.say("settings-site"), Act::Desk(Task::Site));
        list.detail(said(&settings.site));
        list.next(self.say("settings-lang"), Act::Desk(Task::Lang));
        list.detail(Locale::new(&settings.lang).name().to_owned());
        list.next(self.say("settings-theme"), Act::Desk(Task::Shade));
        list.detail(
            self.shade_word().map_or_else(|| self.say("settings-theme-own"), str::to_owned),
        );
        list.next(self.say("settings-used"), Act::Desk(Task::Used));
        let count = [("count", self.heads.len().into())];
        list.detail(self.tell("settings-used-count", &count));
        list.next(self.say("settings-size"), Act::Desk(Task::Size));
        list.detail(self.say(match self.settings.looks.size {
            None => "settings-size-found",
            Some(Size::Usual) => "settings-size-usual",
            Some(Size::Large) => "settings-size-large",
        }));
        self.voice_lines(list);
        list.next(self.say("forms-home"), Act::Desk(Task::Home));
        list.apart();
    }

    pub(super) fn settings_words(&self, blocks: &mut Vec<Block>) {
        blocks.push(Block::Heading(self.say("more-settings")));
        let keys = if self.settings.seals() { "settings-keys" } else { "settings-no-keys" };
        let file = self.places.settings.display().to_string();
        blocks.push(Block::Hint(self.tell("settings-where", &[("file", file.into())])));
        blocks.push(Block::Hint(self.say(keys)));
        if self.fault.is_some() {
            blocks.push(Block::Alert(self.say("settings-not-kept")));
            self.fault_words(blocks);
        }
    }

    pub(super) fn used_lines(&self, list: &mut List) {
        for (place, head) in self.library.heads().enumerate() {
            list.next(self.locale.titled(head), Act::Desk(Task::TurnUsed(place)));
            let used = self.heads.iter().any(|used| used.id == head.id);
            list.detail(self.say(if used { "settings-in-use" } else { "settings-not-used" }));
        }
        list.next(self.say("settings-back"), Act::Desk(Task::Settings));
        list.apart();
    }

    /// Says the place where people are asked.
    pub(super) fn ask_site(&mut self) -> Vec<Effect> {
        self.ask(Prompt::Site);
        Vec::new()
    }
}

/// The word after the one that means this, the first after the last.
fn after<T: Copy + PartialEq>(
    words: &[&'static str],
    from_word: impl Fn(&str) -> Option<T>,
    now: T,
) -> &'static str {
    let at = words.iter().position(|word| from_word(word) == Some(now));
    words[at.map_or(0, |at| (at + 1) % words.len())]
}
