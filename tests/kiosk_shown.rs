//! The borne as it is seen and heard: whole screens, whole dialogues, and ten thousand keys at random.
//! Never a clock of its own: time passes when a test says so.

mod support;

use std::cell::RefCell;
use std::collections::VecDeque;
use std::io;
use std::rc::Rc;
use std::time::Duration;

use ratatui::crossterm::event::{Event as Input, KeyCode, KeyEvent, KeyModifiers, MouseEvent};
use ratatui::crossterm::event::{MouseButton, MouseEventKind};
use recueil::app::{Before, Effect, End, Event, Settings};
use recueil::locale::shown;
use recueil::plain::{self, Heard, Listener};
use recueil::store::{Action, Reason};
use support::{Chance, Clock, OPEN, Person, settings_and, shows_at};

const WELCOME: Before = Before::Person(Duration::ZERO);

/// The sizes at which the borne is looked at: a usual window, one of large letters, a wide one.
const SIZES: [(u16, u16); 3] = [(80, 24), (40, 12), (120, 40)];

fn borne(lines: &str) -> Settings {
    settings_and(&format!("[borne]\n{lines}"))
}

/// Compares what is seen after a script, at each size, with the files of this name.
fn shows(name: &str, form: &str, settings: &dyn Fn() -> Settings, script: &str) {
    for size in SIZES {
        let (person, _clock) = Person::at_borne(&[form], WELCOME, settings(), size);
        shows_at(name, size, person, script);
    }
}

/// From the welcome to the first question of a form for adults, the screens turned where they are
/// longer than the window.
const IN: &str = "<begin>";

#[test]
fn the_screens_before_the_first_question() {
    let settings = || borne("");
    shows("borne-welcome", "com-court", &settings, "");
    shows("borne-welcome-english", "com-court", &settings, "2<enter>");
    shows("borne-notice", "com-court", &settings, "<enter>");
    shows("borne-consent", "com-court", &settings, "<enter><enter>");
    shows("borne-age", "com-court", &settings, "<enter><enter>1<enter>");
    shows("borne-welcome-trial", "ker-enfant", &settings, "");
    shows("borne-consent-health", "upc-entree", &|| settings_and(OPEN), "<enter>");
}
