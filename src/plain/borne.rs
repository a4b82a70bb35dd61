//! The borne in plain lines: what a line typed there means.
//! Never a command: numbers, and the person's own words.

use super::said::{Said, one, several, typed};
use super::{lines, number_of};
use crate::app::{App, Event, Line, Mode, number};

/// What the team types on the welcome, where a key would be pressed on the full screen.
const TEAM: &str = "equipe";

/// What a line means.
pub(super) fn said(app: &App, line: &str) -> Said {
    // Whatever is typed says that somebody is there, and nothing else.
    if app.is_asking_presence() {
        return Said::only(Event::Here);
    }
    let view = app.view();
    if view.mode.is_typed() {
        return typed(&view, line);
    }
    match line {
        "" => return Said::only(Event::Confirm),
        "?" => return Said::Again,
        TEAM => return Said::only(Event::Staff),
        _ => {}
    }
    let wanted = number(line);
    let found = lines(&view).find(|(at, line)| Some(number_of(&view, *at, line)) == wanted);
    match found {
        // A button is pressed, and there is nothing to confirm after it.
        Some((at, Line { key: Some(_), .. })) => Said::only(Event::Pick(at)),
        // Passing goes with no answer.
        Some((_, Line { digit: Some(0), .. })) => {
            Said::Events { marks: vec![Event::Pass], then: Event::Confirm }
        }
        _ if view.mode == Mode::Several => several(&view, line),
        _ => one(&view, line),
    }
}
