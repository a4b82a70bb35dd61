//! The borne in plain lines: what a line typed there means.
//! Never a command: numbers, and the person's own words.

use super::{Said, lines, number_of};
use crate::app::{App, Event, Line, Mark, Mode};

/// What the team types on the welcome, where a keyboard key would be pressed on the full screen.
const TEAM: &str = "equipe";

/// What a line means; nothing where it is not understood.
pub(super) fn said(app: &App, line: &str) -> Option<Said> {
    let only = |then| Some(Said::Events { marks: Vec::new(), then });
    // Whatever is typed says that somebody is there, and nothing else.
    if app.is_asking_presence() {
        return only(Event::Here);
    }
    let view = app.view();
    if view.mode.is_typed() {
        let marks = vec![Event::Type(line.to_owned())];
        return Some(Said::Events { marks, then: Event::Confirm });
    }
    let find = |number: &str| {
        let number: usize = number.parse().ok()?;
        lines(&view).find(|(at, line)| number_of(*at, line) == number)
    };
    match line {
        "" => return only(Event::Confirm),
        "?" => return Some(Said::Again),
        TEAM => return only(Event::Staff),
        _ => {}
    }
    // A button is pressed, and there is nothing to confirm after it.
    if let Some((at, Line { key: Some(_), .. })) = find(line) {
        return only(Event::Pick(at));
    }
    if view.mode == Mode::Several {
        let said: Option<Vec<usize>> =
            line.split_whitespace().map(|number| find(number).map(|(at, _)| at)).collect();
        // The line says the whole answer: what was ticked before is not part of it.
        let ticked = lines(&view).filter(|(_, line)| line.mark == Some(Mark::Square(true)));
        let marks = ticked.map(|(at, _)| at).chain(said?).map(Event::Pick).collect();
        return Some(Said::Events { marks, then: Event::Confirm });
    }
    let marks = match find(line)? {
        // Pointing at what is chosen would confirm it.
        (_, Line { focused: true, .. }) => vec![Event::Mark],
        (at, _) => vec![Event::Pick(at)],
    };
    Some(Said::Events { marks, then: Event::Confirm })
}
