//! Plain lines: the same screens as a dialogue, one line in, a few lines out.
//! Never a rule of a questionnaire, never a box, a colour or a line drawn twice.

mod borne;

use std::io::{self, BufRead, Write};
use std::time::Duration;

use crate::app::{App, Block, Command, Effect, Event, Line, Mark, Mode, Outcome, View, Way};
use crate::locale::{shown, shown_lines};

/// How many lines push out of sight what was said before.
const HIDDEN: usize = 60;

/// How a dialogue ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The person left.
    Left,
    /// Nothing more came in, in the middle of an interview: its answers are not saved.
    CutShort,
}

/// What is heard of the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// A line.
    Line(String),
    /// Nothing, for the time that was waited.
    Silence,
    /// Nothing more will come.
    End,
}

/// Where lines come from.
pub trait Listener {
    /// The next line; waits for it, no longer than this where a time is given.
    fn next(&mut self, wait: Option<Duration>) -> io::Result<Heard>;
}

/// Lines that are all there, or come whenever they come.
struct Reader<'i>(&'i mut dyn BufRead);

impl Listener for Reader<'_> {
    fn next(&mut self, _wait: Option<Duration>) -> io::Result<Heard> {
        let mut line = String::new();
        Ok(if self.0.read_line(&mut line)? == 0 { Heard::End } else { Heard::Line(line) })
    }
}

/// Runs the application on lines until it ends.
pub fn run(
    input: &mut dyn BufRead,
    output: &mut dyn Write,
    app: &mut App,
    start: Vec<Effect>,
    perform: &mut dyn FnMut(Effect) -> Option<Outcome>,
) -> io::Result<End> {
    listen(&mut Reader(input), output, app, start, perform)
}

/// The same, where lines may be waited for: a silence is told to the application.
pub fn listen(
    input: &mut dyn Listener,
    output: &mut dyn Write,
    app: &mut App,
    start: Vec<Effect>,
    perform: &mut dyn FnMut(Effect) -> Option<Outcome>,
) -> io::Result<End> {
    let mut dialogue = Dialogue { output, said: Vec::new() };
    if !app.carry_out(start, perform) {
        return Ok(End::Left);
    }
    dialogue.say_new(app)?;
    loop {
        dialogue.prompt(app)?;
        let line = loop {
            match input.next(app.wakes_in())? {
                Heard::Line(line) => break line,
                Heard::Silence => {
                    let before = app.view().identity();
                    let effects = app.update(Event::Tick);
                    if !app.carry_out(effects, perform) {
                        return Ok(End::Left);
                    }
                    if app.view().identity() != before {
                        dialogue.say_new(app)?;
                        dialogue.prompt(app)?;
                    }
                }
                Heard::End => {
                    dialogue.say("")?;
                    dialogue.say(&app.locale().say("plain-end"))?;
                    return Ok(if app.interview().is_some() { End::CutShort } else { End::Left });
                }
            }
        };
        match said(app, line.trim()) {
            Some(Said::Again) => dialogue.said.clear(),
            Some(Said::Help) => dialogue.say(&app.say("plain-help"))?,
            Some(Said::Several(commands)) => dialogue.list(app, &commands)?,
            Some(Said::Events { marks, then }) => {
                // Where a digit answers at once, the next question is there already.
                let answering = !marks.is_empty();
                for mark in marks {
                    app.update(mark);
                }
                if answering {
                    dialogue.repeat(app)?;
                }
                let effects = app.update(then);
                if !app.carry_out(effects, perform) {
                    return Ok(End::Left);
                }
            }
            None => {
                let arguments = [("text", line.trim().into())];
                dialogue.say(&app.locale().tell("plain-unknown", &arguments))?;
                // Somebody is there all the same.
                app.update(Event::Here);
            }
        }
        dialogue.say_new(app)?;
    }
}

/// What a line typed means.
enum Said {
    /// What it marks, then what it does.
    Events { marks: Vec<Event>, then: Event },
    /// Say the screen again.
    Again,
    /// Explain what may be typed.
    Help,
    /// Say what can be done, of which the line could mean each.
    Several(Vec<Command>),
}

/// What a line means; after a colon, what no command is called is sought among all that can be done.
fn said(app: &App, line: &str) -> Option<Said> {
    if app.is_borne() {
        return borne::said(app, line);
    }
    let understood = understood(app, line);
    let Some(letters) = line.strip_prefix(':').filter(|_| understood.is_none()) else {
        return understood;
    };
    let mut found = app.named(letters);
    match found.len() {
        0 => None,
        1 => {
            let then = Event::Do(Box::new(found.remove(0)));
            Some(Said::Events { marks: Vec::new(), then })
        }
        _ => Some(Said::Several(found)),
    }
}

fn understood(app: &App, line: &str) -> Option<Said> {
    if line == ":" {
        return None;
    }
    let view = app.view();
    // Where words are typed, a command takes a colon.
    let command = match view.mode {
        mode if mode.is_typed() => line.strip_prefix(':').unwrap_or(""),
        _ => line.strip_prefix(':').unwrap_or(line),
    };
    let only = |then| Some(Said::Events { marks: Vec::new(), then });
    match command {
        "?" => return Some(Said::Again),
        "aide" | "help" => return Some(Said::Help),
        "r" => return only(Event::Back),
        "q" => return only(Event::Leave),
        "dit" => return only(Event::Rephrase),
        "revoir" | "review" if view.has(Way::LookBack) => return only(Event::LookBack),
        "*" if view.has(Way::Illegible) => return only(Event::Illegible),
        "langue" | "language" => return only(Event::Language),
        "0" if view.has(Way::Pass) => return only(Event::Pass),
        _ => {}
    }
    let numbered = |number: &str| {
        let number: usize = number.parse().ok()?;
        lines(&view).find(|(at, line)| number_of(*at, line) == number).map(|(at, _)| at)
    };
    match view.mode {
        mode if mode.is_typed() && line.starts_with(':') => None,
        Mode::Field | Mode::Number | Mode::Day | Mode::Search => {
            Some(Said::Events { marks: vec![Event::Type(line.to_owned())], then: Event::Confirm })
        }
        Mode::Reading => only(Event::Confirm),
        // What is marked already stands; where nothing is, how to choose is told.
        _ if command.is_empty() => only(Event::Confirm),
        Mode::Several => {
            let chosen: Option<Vec<usize>> = command.split_whitespace().map(numbered).collect();
            let chosen = chosen.filter(|chosen| !chosen.is_empty())?;
            // The line says the whole answer: what was ticked before is not part of it.
            let ticked = lines(&view).filter(|(_, line)| line.mark == Some(Mark::Square(true)));
            let marks = ticked.map(|(at, _)| at).chain(chosen).map(Event::Pick).collect();
            Some(Said::Events { marks, then: Event::Confirm })
        }
        Mode::One => {
            let at = numbered(command)?;
            match lines(&view).find(|(place, _)| *place == at)?.1 {
                // Picking what is marked would confirm it.
                Line { focused: true, .. } => {
                    Some(Said::Events { marks: vec![Event::Mark], then: Event::Confirm })
                }
                _ => Some(Said::Events { marks: vec![Event::Pick(at)], then: Event::Confirm }),
            }
        }
        Mode::Menu => only(Event::Pick(numbered(command)?)),
    }
}

fn lines(view: &View) -> impl Iterator<Item = (usize, &Line)> {
    view.blocks.iter().filter_map(|block| match block {
        Block::Line(at, line) => Some((*at, line)),
        _ => None,
    })
}

/// The number a line is chosen by: its digit, else its place from 1.
fn number_of(at: usize, line: &Line) -> usize {
    line.digit.map_or(at + 1, usize::from)
}

/// What was said, so that nothing is said twice in a row.
struct Dialogue<'o> {
    output: &'o mut dyn Write,
    said: Vec<String>,
}

impl Dialogue<'_> {
    /// Says a sentence: the one way to the output, so that nothing else than what may be shown gets
    /// there.
    fn say(&mut self, sentence: &str) -> io::Result<()> {
        writeln!(self.output, "{}", shown_lines(sentence))
    }

    /// Says what can be done, as it may be written.
    fn list(&mut self, app: &App, commands: &[Command]) -> io::Result<()> {
        self.say(&app.locale().say("plain-palette"))?;
        commands.iter().try_for_each(|command| self.say(&format!(":{}", command.name)))
    }

    /// Says what is in front of the person, less what was said just before.
    fn say_new(&mut self, app: &App) -> io::Result<()> {
        let sentences = sentences(&app.view());
        if self.said.first() != sentences.first() {
            self.said.clear();
            self.say("")?;
            if app.is_asking_presence() {
                // What was said is pushed out of sight.
                self.say(&"\n".repeat(HIDDEN))?;
            }
        }
        for sentence in &sentences {
            if !self.said.contains(sentence) {
                self.say(sentence)?;
            }
        }
        self.said = sentences;
        if app.is_handing_over() {
            // Lines cannot be taken back: who passes the keyboard on must know.
            writeln!(self.output, "{}", app.say("plain-hand-over"))?;
        }
        Ok(())
    }

    fn prompt(&mut self, app: &App) -> io::Result<()> {
        let id = match app.view().mode {
            Mode::Field | Mode::Number | Mode::Day | Mode::Search => "plain-answer",
            Mode::Several => "plain-several",
            Mode::Menu | Mode::One | Mode::Reading => "plain-choose",
        };
        write!(self.output, "{} ", shown(&app.say(id)))?;
        self.output.flush()
    }

    /// Repeats in words what was chosen by number.
    fn repeat(&mut self, app: &App) -> io::Result<()> {
        let view = app.view();
        let taken =
            |line: &&Line| matches!(line.mark, Some(Mark::Round(true) | Mark::Square(true)));
        let chosen = lines(&view).map(|(_, line)| line).filter(taken);
        let chosen: Vec<&str> = chosen.map(|line| line.label.as_str()).collect();
        if chosen.is_empty() {
            return Ok(());
        }
        let text = chosen.join(&app.locale().say("and-also"));
        let arguments = [("text", text.into())];
        self.say(&app.locale().tell("plain-taken", &arguments))
    }
}

/// A view as sentences: the first one is its place, by which one screen differs from another.
fn sentences(view: &View) -> Vec<String> {
    let mut sentences = vec![view.identity()];
    sentences.extend(view.banner.clone());
    let is_heading = |block: &Block| matches!(block, Block::Heading(_));
    let first = view.blocks.iter().position(is_heading);
    for (at, block) in view.blocks.iter().enumerate() {
        match block {
            // The first is part of the place.
            Block::Heading(_) if first == Some(at) => {}
            Block::Field(..) => {}
            Block::Heading(text)
            | Block::Text(text)
            | Block::Hint(text)
            | Block::Alert(text)
            | Block::Excerpt(text)
            | Block::Code(text) => {
                sentences.push(text.clone());
            }
            // Enter is what every line typed ends with; and where words are typed, a number would be
            // taken for the answer: how to go on is said in words.
            Block::Line(_, Line { key: Some(key), .. })
                if view.mode.is_typed() || *key == "name-enter" => {}
            Block::Line(at, line) => {
                // Where words are typed, a number alone would be the answer.
                let number = match view.mode {
                    mode if mode.is_typed() => ":0".to_owned(),
                    _ => number_of(*at, line).to_string(),
                };
                let detail = line.detail.as_ref().map(|detail| format!(" : {detail}"));
                let detail = detail.unwrap_or_default();
                sentences.push(format!("{number} {}{detail}", line.label));
            }
        }
    }
    sentences
}
