//! Everything that can be done from where one is, as a list to be searched by a few letters.
//! Never offers a respondent more than the screen in front of them does.

use std::sync::Arc;

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str, chars};
use tui_input::InputRequest;
use unicode_width::UnicodeWidthChar;

use super::desk::{DAILY, SELDOM, Task};
use super::input::Input;
use super::lines::{Act, List};
use super::view::{Block, Line, Way};
use super::{App, Effect, Event, Screen};
use crate::questionnaire::Questionnaire;

/// What keys do beside choosing and typing: the message of the key, the one that says it in the list,
/// and the event. The keys themselves are the full screen's.
pub const ACTIONS: &[(&str, &str, Event)] = &[
    ("key-pass", "action-pass", Event::Pass),
    ("key-back", "action-back", Event::Back),
    ("key-rephrase", "action-rephrase", Event::Rephrase),
    ("key-look-back", "action-look-back", Event::LookBack),
    ("key-illegible", "action-illegible", Event::Illegible),
    ("key-aloud", "action-aloud", Event::Aloud),
    ("key-undo", "action-undo", Event::Undo),
    ("key-redo", "action-redo", Event::Redo),
    ("key-help", "action-help", Event::Help),
    ("key-language", "action-language", Event::Language),
    ("key-leave", "action-leave", Event::Leave),
];

/// One thing that can be done.
#[derive(Clone, Debug)]
pub struct Command {
    /// What it is called.
    pub name: String,
    /// The message of the key that does the same, if one does.
    pub key: Option<&'static str>,
    does: Does,
}

#[derive(Clone, Debug)]
enum Does {
    /// What a key does.
    Key(Event),
    /// What a line of the screen, or of the home screen, does.
    Act(Act),
    /// Opens a form.
    Form(Arc<Questionnaire>),
}

/// The list, open over a screen.
#[derive(Debug)]
pub(super) struct Palette {
    sought: Input,
    all: Vec<Command>,
    /// Those that are found, the best first: their places in the list.
    found: Vec<usize>,
    /// Which of those the cursor is on.
    cursor: usize,
}

impl Palette {
    fn new(all: Vec<Command>) -> Self {
        let found = (0..all.len()).collect();
        Self { sought: Input::default(), all, found, cursor: 0 }
    }

    fn seek(&mut self) {
        self.found = found(&self.all, self.sought.value());
        self.cursor = 0;
    }
}

impl App {
    /// Everything that can be done from here: on the screen first, then whatever home leads to.
    pub fn commands(&self) -> Vec<Command> {
        let mut commands = Vec::new();
        let lines = self.screen_lines().into_iter();
        // An answer is given where it is asked, and the keys below do what these lines do.
        let offered = lines.filter(|(line, act)| {
            line.mark.is_none() && !matches!(act, Act::Pass | Act::Help | Act::Quit)
        });
        commands.extend(offered.map(|(line, act)| {
            let name = match line.detail {
                Some(detail) => format!("{} : {detail}", line.label),
                None => line.label,
            };
            Command { name, key: None, does: Does::Act(act) }
        }));
        commands.extend(self.keyed());
        commands.extend(self.headphones_command());
        if self.is_at_desk() {
            commands.extend(self.home_commands());
        }
        commands
    }

    /// Those that a few letters may mean, the best first: the one that is called so, else those in
    /// whose name the letters stand side by side, else those in which they are found.
    pub fn named(&self, letters: &str) -> Vec<Command> {
        let mut all = self.commands();
        let sought = folded(letters.trim());
        if let Some(at) = all.iter().position(|command| folded(&command.name) == sought) {
            return vec![all.swap_remove(at)];
        }
        let found: Vec<Command> =
            found(&all, letters).into_iter().map(|at| all[at].clone()).collect();
        let (whole, parts): (Vec<_>, Vec<_>) =
            found.into_iter().partition(|command| folded(&command.name).contains(&sought));
        if whole.is_empty() { parts } else { whole }
    }

    fn keyed(&self) -> impl Iterator<Item = Command> {
        let ways = self.ways();
        let typed = self.mode().is_typed();
        let possible = ACTIONS.iter().filter(move |(_, _, event)| match event {
            Event::Pass => ways.contains(&Way::Pass),
            Event::Back => ways.contains(&Way::Back),
            Event::Rephrase => ways.contains(&Way::Rephrase),
            Event::LookBack => ways.contains(&Way::LookBack),
            Event::Illegible => ways.contains(&Way::Illegible),
            Event::Aloud => ways.contains(&Way::Aloud),
            Event::Undo | Event::Redo => typed,
            _ => true,
        });
        possible.map(|(key, name, event)| {
            let quits = self.screen == Screen::Home && matches!(event, Event::Leave);
            let name = if quits { "home-quit" } else { name };
            let name = self.tell(name, &[("language", self.locale.next_name().into())]);
            Command { name, key: Some(*key), does: Does::Key(event.clone()) }
        })
    }

    /// Who hears what is read aloud, and the other of the two.
    fn headphones_command(&self) -> Option<Command> {
        let does = Does::Key(Event::Headphones);
        self.can_speak().then(|| Command { name: self.say(self.headphones()), key: None, does })
    }

    /// Is this a screen of the mediator's, where nobody is being asked?
    fn is_at_desk(&self) -> bool {
        matches!(
            self.screen,
            Screen::Home | Screen::Forms | Screen::Locked | Screen::Problems | Screen::Desk(_)
        )
    }

    fn home_commands(&self) -> Vec<Command> {
        let act = |id: &str, act| Command { name: self.say(id), key: None, does: Does::Act(act) };
        let mut commands = Vec::new();
        let of_screen = |act: &Act| self.screen_lines().iter().any(|(_, other)| other == act);
        for referentiel in self.heads.iter().filter_map(|head| self.library.referentiel(&head.id)) {
            let opened =
                self.opened.as_ref().is_some_and(|opened| opened.head.id == referentiel.head.id);
            // The screen lists those already.
            if opened && matches!(self.screen, Screen::Home | Screen::Forms) {
                continue;
            }
            commands.extend(referentiel.questionnaires.iter().map(|form| {
                let title = form.say(&form.titre, self.locale.language());
                let of = self.locale.titled(&referentiel.head);
                let arguments = [("form", title.into()), ("referentiel", of.into())];
                let name = self.tell("palette-open", &arguments);
                Command { name, key: None, does: Does::Form(Arc::clone(form)) }
            }));
        }
        let desk = DAILY.iter().chain(&SELDOM).map(|(id, task)| (*id, Act::Desk(*task)));
        let mut lines: Vec<_> = desk.collect();
        lines.push(("home-settings", Act::Settings));
        lines.push(("action-size", Act::Desk(Task::Size)));
        if !self.problems.is_empty() {
            lines.push(("home-problems", Act::Problems));
        }
        if self.screen != Screen::Home {
            lines.push(("home-quit", Act::Quit));
        }
        let more = lines.into_iter().filter(|(_, act)| !of_screen(act));
        commands.extend(more.map(|(id, does)| act(id, does)));
        commands
    }

    pub(super) fn open_palette(&mut self) {
        self.palette = Some(Palette::new(self.commands()));
    }

    /// What an event does while the list is open.
    pub(super) fn heed_palette(&mut self, event: Event) -> Vec<Effect> {
        let Some(palette) = &mut self.palette else { return Vec::new() };
        let last = palette.found.len().saturating_sub(1);
        match event {
            Event::Edit(request) => {
                let goes = matches!(
                    request,
                    InputRequest::GoToPrevChar
                        | InputRequest::GoToNextChar
                        | InputRequest::GoToPrevWord
                        | InputRequest::GoToNextWord
                        | InputRequest::GoToStart
                        | InputRequest::GoToEnd
                );
                if goes || palette.sought.value().len() < LONGEST_SOUGHT || !adds(request) {
                    palette.sought.handle(request);
                }
                if !goes {
                    palette.seek();
                }
            }
            Event::Paste(text) => {
                palette.sought.paste(&text, LONGEST_SOUGHT);
                palette.seek();
            }
            Event::Undo => {
                palette.sought.undo();
                palette.seek();
            }
            Event::Redo => {
                palette.sought.redo();
                palette.seek();
            }
            Event::Up => palette.cursor = palette.cursor.saturating_sub(1),
            Event::Down => palette.cursor = (palette.cursor + 1).min(last),
            Event::First => palette.cursor = 0,
            Event::Last => palette.cursor = last,
            Event::Confirm => return self.run_found(None),
            Event::Pick(place) => return self.run_found(Some(place)),
            Event::Leave | Event::Back | Event::Interrupt | Event::Palette => self.palette = None,
            _ => {}
        }
        Vec::new()
    }

    /// Runs the command of this place among those found, else the one under the cursor.
    pub(super) fn run_found(&mut self, place: Option<usize>) -> Vec<Effect> {
        let Some(palette) = &self.palette else { return Vec::new() };
        let at = palette.found.get(place.unwrap_or(palette.cursor)).copied();
        let Some(command) = at.map(|at| palette.all[at].clone()) else { return Vec::new() };
        self.palette = None;
        self.run(command)
    }

    pub(super) fn run(&mut self, command: Command) -> Vec<Effect> {
        match command.does {
            Does::Key(event) => self.heed(event),
            Does::Act(act) => self.act(act),
            Does::Form(form) => {
                self.lock = self.settings.lock(&form.head);
                if self.lock.is_some() {
                    self.show(Screen::Locked);
                    return Vec::new();
                }
                self.opened = self.library.referentiel(&form.head.id);
                self.sitting.enter(&form.head.id);
                self.begin(&form)
            }
        }
    }

    /// The lines of the list, where it is open.
    pub(super) fn palette_lines(&self) -> Option<Vec<(Line, Act)>> {
        let palette = self.palette.as_ref()?;
        let mut list = List::default();
        for (place, at) in palette.found.iter().enumerate() {
            let command = &palette.all[*at];
            list.push(None, command.name.clone(), Act::Run(place));
            list.key(command.key);
        }
        Some(list.focus(Some(palette.cursor)))
    }

    /// What the list says before its lines, where it is open.
    pub(super) fn palette_words(&self) -> Option<Vec<Block>> {
        let palette = self.palette.as_ref()?;
        let mut blocks = vec![Block::Hint(self.say("palette-hint"))];
        blocks.push(Block::Field(palette.sought.clone(), true));
        if palette.found.is_empty() {
            blocks.push(Block::Alert(self.say("palette-nothing")));
        }
        Some(blocks)
    }
}

/// The longest text that is sought.
const LONGEST_SOUGHT: usize = 80;

fn adds(request: InputRequest) -> bool {
    matches!(request, InputRequest::InsertChar(_))
}

/// The places of the commands in which these letters are found, in this order but not side by side,
/// the best first; capitals and accents do not count.
fn found(commands: &[Command], letters: &str) -> Vec<usize> {
    let (case, accents) = (CaseMatching::Ignore, Normalization::Never);
    let pattern = Pattern::new(&folded(letters), case, accents, AtomKind::Fuzzy);
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut buffer = Vec::new();
    let mut scored: Vec<(usize, u32)> = Vec::new();
    for (at, command) in commands.iter().enumerate() {
        let name = folded(&command.name);
        if let Some(score) = pattern.score(Utf32Str::new(&name, &mut buffer), &mut matcher) {
            scored.push((at, score));
        }
    }
    // Stable: of two as good, the one that is listed first.
    scored.sort_by_key(|(_, score)| std::cmp::Reverse(*score));
    scored.into_iter().map(|(at, _)| at).collect()
}

/// A text without capitals and accents, however they are written.
fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            'œ' | 'Œ' => folded.push_str("oe"),
            'æ' | 'Æ' => folded.push_str("ae"),
            '’' => folded.push('\''),
            _ if character.width() == Some(0) => {}
            _ => folded.extend(chars::normalize(character).to_lowercase()),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(letters: &str) -> Vec<&'static str> {
        let names = ["Passer cette question", "Revenir en arrière", "Aide", "Cœur, âge et été"];
        let commands: Vec<Command> = names
            .iter()
            .map(|name| Command { name: (*name).into(), key: None, does: Does::Act(Act::Quit) })
            .collect();
        found(&commands, letters).into_iter().map(|at| names[at]).collect()
    }

    #[test]
    fn a_few_letters_find_it_whatever_their_accents_and_capitals() {
        assert_eq!(names("pass"), ["Passer cette question"]);
        assert_eq!(names("ARRIERE"), ["Revenir en arrière"]);
        assert_eq!(names("arrière"), names("arrie\u{300}re"));
        assert_eq!(names("coeur age ÉTÉ"), ["Cœur, âge et été"]);
        assert_eq!(names("zzz"), [""; 0]);
        assert_eq!(names("").len(), 4, "nothing sought is everything");
    }

    #[test]
    fn the_better_found_comes_first() {
        assert_eq!(names("ai").first(), Some(&"Aide"));
    }
}
