//! What a typed line means on the screen that it was typed at.
//! Never does it, and never answers: what it means is handed back.

use super::{borne, lines, number_of};
use crate::app::{App, Block, Command, Event, Mark, Mode, View, Way, digit, number};
use crate::locale::pasted;

/// What whoever is lost types, colon or not.
const WORDS: [&str; 5] = ["?", "aide", "help", "q", "r"];

/// The words of commands, as every language takes them, and the message of each in the one spoken.
const SPOKEN: [(&str, &str); 6] = [
    ("dit", "plain-word-rephrase"),
    ("revoir", "plain-word-look-back"),
    ("langue", "plain-word-language"),
    ("vide", "plain-word-clear"),
    ("lis", "plain-word-aloud"),
    ("casque", "plain-word-headphones"),
];

/// What a line typed means.
pub(super) enum Said {
    /// What it marks, then what it does.
    Events { marks: Vec<Event>, then: Event },
    /// Say the screen again.
    Again,
    /// Explain what may be typed.
    Help,
    /// Say what can be done, of which the line could mean each.
    Several(Vec<Command>),
    /// A command that leads nowhere on this screen.
    Nowhere,
    /// The number of no line of this screen.
    NoLine(String),
    /// Nothing that is known.
    Unknown,
}

impl Said {
    pub(super) fn only(then: Event) -> Self {
        Self::Events { marks: Vec::new(), then }
    }

    /// A command, where it leads somewhere.
    fn on(view: &View, way: Way, then: Event) -> Self {
        if view.has(way) { Self::only(then) } else { Self::Nowhere }
    }
}

/// What a line means; after a colon, what no command is called is sought among all that can be done.
pub(super) fn said(app: &App, line: &str) -> Said {
    if app.is_borne() {
        return borne::said(app, line);
    }
    let view = app.view();
    // Where words are typed, a command takes a colon; two are one, that begins the words.
    let command = match line.strip_prefix(':') {
        Some(rest) if view.mode.is_typed() && rest.starts_with(':') => {
            return typed(&view, rest);
        }
        Some(command) => command,
        // No number and no day is called so.
        None if matches!(view.mode, Mode::Number | Mode::Day) && WORDS.contains(&line) => line,
        None if view.mode.is_typed() => return typed(&view, line),
        None => line,
    };
    let spoken = SPOKEN.iter().find(|(_, id)| app.locale().say(id) == command);
    match spoken.map_or(command, |(word, _)| word) {
        "" if line.is_empty() => return Said::only(Event::Confirm),
        "" => return named(app, ""),
        "?" => return Said::Again,
        "aide" | "help" => return Said::Help,
        "r" => return Said::on(&view, Way::Back, Event::Back),
        "q" => return Said::only(Event::Leave),
        // Said already in other words: all of it is said again.
        "dit" if app.interview().is_some_and(|on| on.rephrased) => return Said::Again,
        "dit" => return Said::on(&view, Way::Rephrase, Event::Rephrase),
        "revoir" => return Said::on(&view, Way::LookBack, Event::LookBack),
        "*" => return Said::on(&view, Way::Illegible, Event::Illegible),
        "lis" => return Said::on(&view, Way::Aloud, Event::Aloud),
        "casque" => return Said::on(&view, Way::Aloud, Event::Headphones),
        "langue" => return Said::only(Event::Language),
        "vide" if view.mode.is_typed() => {
            let marks = vec![Event::Type(String::new())];
            return Said::Events { marks, then: Event::Confirm };
        }
        "0" | "à" if view.has(Way::Pass) => return Said::only(Event::Pass),
        _ => {}
    }
    let picked = match view.mode {
        Mode::Reading => return Said::only(Event::Confirm),
        Mode::Several => several(&view, command),
        _ => one(&view, command),
    };
    match picked {
        Said::Unknown if line.starts_with(':') => named(app, command),
        picked => picked,
    }
}

/// What is called so among all that can be done.
fn named(app: &App, letters: &str) -> Said {
    let mut found = app.named(letters);
    match found.len() {
        0 => Said::Unknown,
        // Letters found here and there may be of another word: it is said before it is done.
        1 if found[0].is_called(letters) => Said::only(Event::Do(Box::new(found.remove(0)))),
        _ => Said::Several(found),
    }
}

/// The line of a list that this number is the one of.
pub(super) fn one(view: &View, typed: &str) -> Said {
    let Some(wanted) = number(typed) else { return Said::Unknown };
    let Some((at, line)) = lines(view).find(|(at, line)| number_of(view, *at, line) == wanted)
    else {
        return Said::NoLine(wanted.to_string());
    };
    match (view.mode, line.focused) {
        (Mode::Menu, _) => Said::only(Event::Pick(at)),
        // Picking what is marked would confirm it.
        (Mode::One, true) => Said::Events { marks: vec![Event::Mark], then: Event::Confirm },
        (Mode::One, false) => Said::Events { marks: vec![Event::Pick(at)], then: Event::Confirm },
        _ if line.mark.is_none() => Said::only(Event::Pick(at)),
        _ => Said::Events { marks: vec![Event::Pick(at)], then: Event::Confirm },
    }
}

/// The lines of a list that these numbers are the ones of. The line typed says the whole answer: what
/// was ticked before is not part of it.
pub(super) fn several(view: &View, typed: &str) -> Said {
    let mut chosen = Vec::new();
    let parts = typed.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';'));
    for part in parts.filter(|part| !part.is_empty()) {
        let Some(wanted) = number(part) else { return Said::Unknown };
        let boxes = || lines(view).filter(|(_, line)| line.mark.is_some());
        match boxes().find(|(at, line)| number_of(view, *at, line) == wanted) {
            Some((at, _)) if chosen.contains(&at) => {}
            Some((at, _)) => chosen.push(at),
            None => return Said::NoLine(wanted.to_string()),
        }
    }
    if chosen.is_empty() {
        return Said::Unknown;
    }
    let ticked = lines(view).filter(|(_, line)| line.mark == Some(Mark::Square(true)));
    let marks = ticked.map(|(at, _)| at).chain(chosen).map(Event::Pick).collect();
    Said::Events { marks, then: Event::Confirm }
}

/// Words, a number or a day, as they are typed in a field; nothing typed keeps what is there.
pub(super) fn typed(view: &View, line: &str) -> Said {
    let is_blank = |block: &Block| matches!(block, Block::Field(it, _) if it.value().is_empty());
    if line.is_empty() && !view.blocks.iter().any(is_blank) {
        return Said::only(Event::Confirm);
    }
    let on_row = |sign: char| match (view.mode, sign, digit(sign)) {
        // In a day a dash parts the numbers.
        (Mode::Field | Mode::Search, ..) | (Mode::Day, '-', _) | (.., None) => sign,
        (.., Some(digit)) => char::from(b'0' + digit),
    };
    let text = pasted(line).chars().map(on_row).collect();
    Said::Events { marks: vec![Event::Type(text)], then: Event::Confirm }
}
