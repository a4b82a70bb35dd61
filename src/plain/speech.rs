//! What is said: a screen as sentences, what was chosen, what can be typed.
//! Never the same sentence twice in a row, unless it is asked for or it answers a line just typed.

use std::io::{self, Write};

use super::help::help;
use super::{is_taken, lines, number_of};
use crate::app::{App, Block, Command, Event, Line, Mode, View};
use crate::locale::{Locale, pasted, shown, shown_lines};
use crate::value::read_day;

/// How many lines push out of sight what was said before.
const HIDDEN: usize = 60;

/// How many signs are repeated of a line that was not understood.
const REPEATED: usize = 60;

/// What was said, so that nothing is said twice in a row.
pub(super) struct Speech<'o> {
    output: &'o mut dyn Write,
    /// The screen it was said of: its place, and what it is for.
    screen: String,
    /// Its sentences.
    said: Vec<String>,
    /// The last title, place and banner.
    title: String,
    place: Option<String>,
    banner: Option<String>,
}

impl<'o> Speech<'o> {
    pub(super) fn new(output: &'o mut dyn Write) -> Self {
        let (screen, title) = (String::new(), String::new());
        Self { output, screen, said: Vec::new(), title, place: None, banner: None }
    }

    /// Says a sentence: the one way to the output, so that nothing else than what may be shown gets
    /// there.
    pub(super) fn say(&mut self, sentence: &str) -> io::Result<()> {
        writeln!(self.output, "{}", shown_lines(sentence))
    }

    /// Says what was typed and led to nothing, and why.
    pub(super) fn tell(&mut self, locale: &Locale, id: &str, text: &str) -> io::Result<()> {
        let text = pasted(text);
        let mut short: String = text.chars().take(REPEATED).collect();
        if short.len() < text.len() {
            short.push('…');
        }
        self.say(&locale.tell(id, &[("text", short.into())]))
    }

    /// Has everything said again, from its title on.
    pub(super) fn forget(&mut self) {
        self.screen.clear();
        self.title.clear();
        (self.place, self.banner) = (None, None);
    }

    /// Says what may be typed here.
    pub(super) fn explain(&mut self, app: &App) -> io::Result<()> {
        help(app).iter().try_for_each(|sentence| self.say(sentence))
    }

    /// Says what can be done, as it may be written.
    pub(super) fn list(&mut self, app: &App, commands: &[Command]) -> io::Result<()> {
        self.say(&app.locale().say("plain-palette"))?;
        commands.iter().try_for_each(|command| self.say(&format!(":{}", command.name)))
    }

    /// Says what is in front of the person after a line that was heeded, less what was said just
    /// before; where nothing of it is new, what needs attention is said all the same: it is the reply.
    pub(super) fn say_new(&mut self, app: &App) -> io::Result<()> {
        let view = app.view();
        let screen = format!("{}\n{}", view.title, view.identity());
        let arrives = screen != self.screen;
        if arrives {
            // Passing a question speaks of the one just said.
            let hints = view.blocks.iter().filter_map(|block| match block {
                Block::Hint(text) if view.place.is_some() => Some(text),
                _ => None,
            });
            let stays = view.place == self.place;
            self.said = hints.filter(|hint| stays && self.said.contains(hint)).cloned().collect();
            self.say("")?;
            if app.is_asking_presence() {
                // What was said is pushed out of sight.
                self.say(&"\n".repeat(HIDDEN))?;
            }
            self.introduce(&view)?;
        }
        let sentences = sentences(app, &view);
        let new: Vec<&String> =
            sentences.iter().filter(|sentence| !self.said.contains(sentence)).collect();
        if new.is_empty() {
            let alerts = view.blocks.iter().filter_map(|block| match block {
                Block::Alert(text) => Some(text),
                _ => None,
            });
            alerts.clone().try_for_each(|alert| self.say(alert))?;
        }
        for sentence in new {
            self.say(sentence)?;
        }
        // At the borne the screen says itself how to go on.
        if arrives
            && !app.is_borne()
            && let Some(stands) = standing(app, &view)
        {
            self.say(&stands)?;
        }
        (self.said, self.screen) = (sentences, screen);
        if arrives && app.is_handing_over() {
            // Lines cannot be taken back: who passes the keyboard on must know.
            self.say(&app.say("plain-hand-over"))?;
        }
        Ok(())
    }

    /// Says where one is: the title where it is another, the banner but from one question to the next.
    fn introduce(&mut self, view: &View) -> io::Result<()> {
        let is_on = view.progress.is_some_and(|progress| progress.position > 1);
        if view.banner.is_some() && !(is_on && self.banner == view.banner) {
            self.say(&ended(view.banner.as_deref().unwrap_or_default()))?;
        }
        self.banner.clone_from(&view.banner);
        match &view.place {
            Some(place) if self.place.as_ref() == Some(place) => {}
            Some(place) => self.say(&ended(place))?,
            None if self.title == view.title => {}
            None => self.say(&ended(&view.title))?,
        }
        self.place.clone_from(&view.place);
        if view.place.is_none() {
            self.title.clone_from(&view.title);
        }
        Ok(())
    }

    pub(super) fn prompt(&mut self, app: &App) -> io::Result<()> {
        let id = match app.view().mode {
            Mode::Field | Mode::Number | Mode::Day | Mode::Search => "plain-answer",
            Mode::Several => "plain-several",
            Mode::Menu | Mode::One => "plain-choose",
            Mode::Reading => "plain-read",
        };
        write!(self.output, "{} ", shown(&app.say(id)))?;
        self.output.flush()
    }

    /// Repeats in words the answer that is about to be given.
    pub(super) fn note(&mut self, app: &App) -> io::Result<()> {
        match taken(app, &app.view()) {
            Some(text) => self.take(app, &text),
            None => Ok(()),
        }
    }

    /// Repeats in words the line of a list that was acted on, unless the screen that it led to is
    /// called so.
    pub(super) fn chosen(&mut self, app: &App, label: &str) -> io::Result<()> {
        if app.view().identity().contains(label) {
            return Ok(());
        }
        // What stands beside it is said where it leads.
        let name = label.split(" :").next().unwrap_or(label);
        self.tell_whole(app, "plain-chosen", name)
    }

    /// Says what is noted as the answer.
    pub(super) fn take(&mut self, app: &App, answer: &str) -> io::Result<()> {
        self.tell_whole(app, "plain-taken", answer)
    }

    fn tell_whole(&mut self, app: &App, id: &str, text: &str) -> io::Result<()> {
        let sentence = app.locale().tell(id, &[("text", text.into())]);
        self.say(&ended(&sentence))
    }
}

/// The line of a menu that this event acts on.
pub(super) fn acted_on(view: &View, event: &Event) -> Option<String> {
    let line = match event {
        Event::Pick(place) => lines(view).find(|(at, _)| at == place),
        Event::Confirm if view.mode == Mode::Menu => lines(view).find(|(_, line)| line.focused),
        _ => None,
    };
    line.map(|(_, line)| line.label.clone())
}

/// The labels of the answers that are marked.
fn taken(app: &App, view: &View) -> Option<String> {
    if app.is_choosing_slides() {
        // They were all just said.
        return None;
    }
    let labels = lines(view).map(|(_, line)| line).filter(|line| is_taken(line));
    let labels: Vec<&str> = labels.map(|line| line.label.as_str()).collect();
    (!labels.is_empty()).then(|| labels.join(&app.locale().say("and-also")))
}

/// What is marked or written already where one arrives, and how it is kept.
fn standing(app: &App, view: &View) -> Option<String> {
    let written = view.blocks.iter().find_map(|block| match block {
        Block::Field(input, _) => Some(input.value()).filter(|value| !value.is_empty()),
        _ => None,
    });
    let (id, text) = match (written, taken(app, view)) {
        (_, Some(labels)) => ("plain-stands", labels),
        (Some(written), None) => {
            let day = read_day(written).filter(|_| view.mode == Mode::Day);
            let said = day.map(|day| app.locale().date(day));
            ("plain-written", said.unwrap_or_else(|| written.to_owned()))
        }
        (None, None) => return None,
    };
    Some(app.locale().tell(id, &[("text", text.into())]))
}

/// A view as sentences, top to bottom, without its title, its place and its banner.
fn sentences(app: &App, view: &View) -> Vec<String> {
    let said = view.blocks.iter().filter_map(|block| match block {
        // What is drawn was said in words.
        Block::Field(..) | Block::Bar(_) => None,
        // Enter is what every line typed ends with; and where words are typed, a number would be taken
        // for the answer: how to go on is said in words.
        Block::Line(_, Line { key: Some(key), .. })
            if app.is_borne() && (view.mode.is_typed() || *key == "name-enter") =>
        {
            None
        }
        Block::Heading(text) => Some(ended(text)),
        Block::Text(text)
        | Block::Hint(text)
        | Block::Alert(text)
        | Block::Excerpt(text)
        | Block::Code(text) => Some(text.clone()),
        Block::Line(at, line) => Some(numbered(app.locale(), view, *at, line)),
    });
    said.collect()
}

/// A line of a list, after what is typed to choose it.
fn numbered(locale: &Locale, view: &View, at: usize, line: &Line) -> String {
    let number = number_of(view, at, line);
    let label = match &line.detail {
        None => line.label.clone(),
        // A question is followed by its answer.
        Some(detail) if is_ended(&line.label) => format!("{} {detail}", line.label),
        Some(detail) => {
            let arguments = [("label", line.label.as_str().into()), ("detail", detail.into())];
            locale.tell("plain-detail", &arguments)
        }
    };
    // Where words are typed, a number alone would be the answer; many voices skip a colon.
    let id = if view.mode.is_typed() { "plain-line-colon" } else { "plain-line" };
    locale.tell(id, &[("number", number.to_string().into()), ("label", label.into())])
}

/// A title or a question as a sentence: a voice that reads on must stop after it.
fn ended(text: &str) -> String {
    let text = text.trim_end();
    if is_ended(text) { text.to_owned() } else { format!("{text}.") }
}

fn is_ended(text: &str) -> bool {
    text.ends_with(['.', '?', '!', '…', ':', ';'])
}
