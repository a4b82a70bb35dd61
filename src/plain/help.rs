//! What may be typed at a screen, one thing a line.
//! Never what cannot be done there.

use super::lines;
use crate::app::{App, Mode, Speaks, Way};
use crate::locale::Locale;

/// What can be done on some screens: by which way, what is typed, and the message that says it.
const WAYS: [(Way, &str, &str); 6] = [
    (Way::Pass, "0", "action-pass"),
    (Way::Back, "r", "action-back"),
    (Way::Rephrase, "plain-word-rephrase", "action-rephrase"),
    (Way::LookBack, "plain-word-look-back", "action-look-back"),
    (Way::Illegible, "*", "action-illegible"),
    (Way::Aloud, "plain-word-aloud", "action-aloud"),
];

/// What can be done everywhere.
const EVERYWHERE: [(&str, &str); 3] =
    [("?", "plain-again"), ("plain-word-language", "action-language"), ("q", "action-leave")];

/// The sentences that explain the screen one is at.
pub(super) fn help(app: &App) -> Vec<String> {
    let (view, locale) = (app.view(), app.locale());
    let typed = view.mode.is_typed();
    let how = match view.mode {
        Mode::Menu | Mode::One => "plain-help-choose",
        Mode::Several => "plain-help-several",
        Mode::Field | Mode::Search => "plain-help-words",
        Mode::Number => "plain-help-number",
        Mode::Day => "plain-help-day",
        Mode::Reading => "plain-help-read",
    };
    let mut sentences = vec![locale.say(how)];
    if typed {
        sentences.push(locale.say("plain-help-colon"));
    }
    let focused = lines(&view).find(|(_, line)| line.focused).map(|(_, line)| &line.label);
    if let Some(label) = focused.filter(|_| view.mode == Mode::Menu) {
        let arguments = [("line", label.as_str().into())];
        sentences.push(locale.tell("plain-help-enter", &arguments));
    }
    let does = |word: &str, id: &str| {
        let word = word_of(locale, word);
        let word = if typed { format!(":{word}") } else { word };
        let does = app.tell(id, &[("language", locale.next_name().into())]);
        let arguments = [("word", word.into()), ("does", does.into())];
        locale.tell("plain-help-word", &arguments)
    };
    let here = WAYS.iter().filter(|(way, ..)| view.has(*way));
    sentences.extend(here.map(|(_, word, id)| does(word, id)));
    if view.has(Way::Aloud) {
        sentences.push(does("plain-word-headphones", app.headphones()));
    }
    if typed {
        sentences.push(does("plain-word-clear", "plain-clear"));
    }
    sentences.extend(EVERYWHERE.iter().map(|(word, id)| does(word, id)));
    if app.voice() == Some(Speaks::Nothing) {
        sentences.push(locale.say("help-no-voice"));
    }
    if app.interview().is_none() {
        sentences.push(locale.say("plain-help-named"));
    }
    sentences
}

/// What is typed, in the language spoken.
fn word_of(locale: &Locale, word: &str) -> String {
    if word.len() > 1 { locale.say(word) } else { word.to_owned() }
}
