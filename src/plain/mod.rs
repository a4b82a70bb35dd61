//! Plain lines: the same screens as a dialogue, one line in, a few lines out.
//! Never a rule of a questionnaire, never a box, a colour or a line drawn twice.

mod borne;
mod help;
mod line;
mod said;
mod speech;

use std::io::{self, BufRead, Write};
use std::time::Duration;

pub use line::Came;
use line::next;
use said::{Said, said};
use speech::Speech;

use crate::app::{App, Block, Effect, Event, Line, Mark, Mode, Outcome, View, Way};

/// How a dialogue ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The person left.
    Left,
    /// Nothing more came in, in the middle of an interview: its answers are not saved.
    CutShort,
}

/// Who shows what is typed, the end of its line included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Echo {
    /// The terminal.
    Terminal,
    /// Nobody: lines come from a file or a pipe, or go to one.
    Nobody,
}

/// Where lines come from.
pub trait Listener {
    /// The next line; waits for it, no longer than this where a time is given.
    fn next(&mut self, wait: Option<Duration>) -> io::Result<Came>;
}

/// Lines that are waited for, however long it takes.
#[derive(Debug)]
pub struct Reader<I>(pub I);

impl<I: BufRead> Listener for Reader<I> {
    fn next(&mut self, _wait: Option<Duration>) -> io::Result<Came> {
        next(&mut self.0)
    }
}

/// Runs the application on lines until it ends.
pub fn run(
    input: &mut dyn BufRead,
    output: &mut dyn Write,
    echo: Echo,
    app: &mut App,
    start: Vec<Effect>,
    perform: &mut dyn FnMut(Effect) -> Option<Outcome>,
) -> io::Result<End> {
    listen(&mut Reader(input), output, echo, app, start, perform)
}

/// The same, where lines may be waited for: a silence is told to the application.
pub fn listen(
    input: &mut dyn Listener,
    output: &mut dyn Write,
    echo: Echo,
    app: &mut App,
    start: Vec<Effect>,
    perform: &mut dyn FnMut(Effect) -> Option<Outcome>,
) -> io::Result<End> {
    app.tell_in_lines();
    let mut speech = Speech::new(output);
    if !app.carry_out(start, perform) {
        return Ok(End::Left);
    }
    if !app.is_borne() {
        speech.say(&app.locale().say("plain-welcome"))?;
    }
    speech.say_new(app)?;
    speech.prompt(app)?;
    loop {
        let came = input.next(app.wakes_in())?;
        if came == Came::Silence {
            if !pass_time(app, &mut speech, perform)? {
                return Ok(End::Left);
            }
            continue;
        }
        if echo == Echo::Nobody || came == Came::End {
            speech.say("")?;
        }
        let line = match came {
            Came::Line(line) => Some(line),
            Came::TooLong => {
                speech.say(&app.locale().say("plain-too-long"))?;
                None
            }
            Came::NotText | Came::Silence => {
                speech.say(&app.locale().say("plain-not-text"))?;
                None
            }
            Came::End => {
                speech.say(&app.locale().say("plain-end"))?;
                return Ok(if app.interview().is_some() { End::CutShort } else { End::Left });
            }
        };
        let Some(line) = line else {
            if !is_here(app, &mut speech, perform)? {
                return Ok(End::Left);
            }
            continue;
        };
        let effects = app.hush();
        app.carry_out(effects, perform);
        match said(app, &line) {
            Said::Again => {
                speech.forget();
                speech.say_new(app)?;
            }
            Said::Help => speech.explain(app)?,
            Said::Several(commands) => speech.list(app, &commands)?,
            Said::Nowhere | Said::NoLine(_) | Said::Unknown if app.is_borne() => {
                speech.tell(app.locale(), "borne-unknown", &line)?;
            }
            Said::Nowhere => speech.tell(app.locale(), "plain-nowhere", &line)?,
            Said::NoLine(number) => speech.tell(app.locale(), "plain-no-line", &number)?,
            Said::Unknown => speech.tell(app.locale(), "plain-unknown", &line)?,
            Said::Events { marks, then } => {
                if !heed(app, &mut speech, marks, then, perform)? {
                    return Ok(End::Left);
                }
                speech.prompt(app)?;
                continue;
            }
        }
        if !is_here(app, &mut speech, perform)? {
            return Ok(End::Left);
        }
    }
}

/// Nothing was typed for as long as was waited: says what that changes, and whether the program goes
/// on. A countdown is said once, for a voice that says each second says nothing else.
fn pass_time(
    app: &mut App,
    speech: &mut Speech<'_>,
    perform: &mut dyn FnMut(Effect) -> Option<Outcome>,
) -> io::Result<bool> {
    let before = app.view().identity();
    let effects = app.update(Event::Tick);
    if !app.carry_out(effects, perform) {
        return Ok(false);
    }
    if app.view().identity() != before {
        speech.say_new(app)?;
        speech.prompt(app)?;
    }
    Ok(true)
}

/// What was typed led to nothing, but somebody is there; says whether the program goes on.
fn is_here(
    app: &mut App,
    speech: &mut Speech<'_>,
    perform: &mut dyn FnMut(Effect) -> Option<Outcome>,
) -> io::Result<bool> {
    let effects = app.update(Event::Here);
    let goes_on = app.carry_out(effects, perform);
    if goes_on {
        speech.prompt(app)?;
    }
    Ok(goes_on)
}

/// Marks, then acts, and says what is new; says whether the program goes on.
fn heed(
    app: &mut App,
    speech: &mut Speech<'_>,
    marks: Vec<Event>,
    then: Event,
    perform: &mut dyn FnMut(Effect) -> Option<Outcome>,
) -> io::Result<bool> {
    let before = app.view();
    let picks = marks.iter().filter(|mark| matches!(mark, Event::Pick(_))).count();
    // At the borne what Enter alone does was said just before.
    let is_answer = !marks.is_empty() || (matches!(then, Event::Confirm) && !app.is_borne());
    for mark in marks {
        app.update(mark);
    }
    if before.mode == Mode::Several && picks > 0 {
        let wanted = picks - places_taken(&before).len();
        let taken = places_taken(&app.view());
        if taken.len() < wanted {
            // One of them goes with no other: which is meant is not guessed.
            for at in taken {
                app.update(Event::Pick(at));
            }
            speech.say(&app.say("refusal-exclusive"))?;
            return Ok(true);
        }
    }
    // Where a digit answers at once, the next question is there already once it is confirmed.
    if is_answer {
        speech.note(app)?;
    }
    let label = speech::acted_on(&before, &then);
    let missing = match then {
        Event::Pass => Some("missing-sans-reponse"),
        Event::Illegible => Some("missing-illisible"),
        _ => None,
    };
    let effects = app.update(then);
    if !app.carry_out(effects, perform) {
        return Ok(false);
    }
    if app.help().is_some() {
        // A line of home asks for the keys: here it is what may be typed.
        app.update(Event::Help);
        speech.explain(app)?;
        return Ok(true);
    }
    // Where a reason is asked for, the question is still there.
    if let Some(id) = missing.filter(|_| app.view().place != before.place) {
        speech.take(app, &app.say(id))?;
    }
    if let Some(label) = label {
        speech.chosen(app, &label)?;
    }
    speech.say_new(app)?;
    Ok(true)
}

fn lines(view: &View) -> impl Iterator<Item = (usize, &Line)> {
    view.blocks.iter().filter_map(|block| match block {
        Block::Line(at, line) => Some((*at, line)),
        _ => None,
    })
}

/// The number a line is chosen by: 0 where it passes, else its digit, else its place from 1.
fn number_of(view: &View, at: usize, line: &Line) -> usize {
    let passes = view.mode.is_typed() && line.mark.is_none() && view.has(Way::Pass);
    match line.digit {
        None if passes => 0,
        // A list that goes on after 9 goes on with 10.
        Some(0) if at > 0 && !view.has(Way::Pass) => at + 1,
        None => at + 1,
        Some(digit) => digit.into(),
    }
}

/// Is it marked?
fn is_taken(line: &Line) -> bool {
    matches!(line.mark, Some(Mark::Round(true) | Mark::Square(true)))
}

/// The places of the lines that are marked.
fn places_taken(view: &View) -> Vec<usize> {
    lines(view).filter(|(_, line)| is_taken(line)).map(|(at, _)| at).collect()
}
