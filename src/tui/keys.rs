//! The keys: one table, from which the footer and the help are made.
//! Never what an event does: `app` decides.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use tui_input::InputRequest;

use crate::app::{Event, Mode};

/// A line of the table: a key, where it works, the message that names it, the message that says
/// what it does there.
pub(super) struct Binding {
    pub key: Key,
    pub modes: &'static [Mode],
    pub name: &'static str,
    pub does: &'static str,
}

/// A key, or a family of keys that do the same.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Key {
    /// 1 to 9, also from the top row of an AZERTY keyboard without Shift.
    Digits,
    /// 0, also from that row.
    Zero,
    UpDown,
    Space,
    Enter,
    F(u8),
    Left,
    PageUp,
    Backspace,
    Escape,
}

use Mode::{Field, Menu, One, Reading, Several};

/// The table, in the order of the footer.
pub(super) const KEYS: &[Binding] = &[
    bind(Key::Digits, &[Menu, One, Several], "name-digits", "key-digit"),
    bind(Key::Space, &[Several], "name-space", "key-mark"),
    bind(Key::UpDown, &[Reading], "name-move", "key-scroll"),
    bind(Key::Enter, &[Menu, One, Several, Field], "name-enter", "key-confirm"),
    bind(Key::Enter, &[Reading], "name-enter", "key-close"),
    bind(Key::Zero, &[One, Several], "name-zero", "key-pass"),
    bind(Key::F(2), &[Field], "name-f2", "key-pass"),
    bind(Key::Left, &[Menu, One, Several], "name-left", "key-back"),
    bind(Key::PageUp, &[Field], "name-page-up", "key-back"),
    bind(Key::F(1), &[Menu, One, Several, Field], "name-f1", "key-help"),
    bind(Key::Escape, &[Menu, One, Several, Field], "name-escape", "key-leave"),
    bind(Key::F(3), &[One, Several, Field], "name-f3", "key-rephrase"),
    bind(Key::F(4), &[Menu, One, Several, Field, Reading], "name-f4", "key-language"),
    bind(Key::UpDown, &[Menu, One, Several, Field], "name-move", "key-move"),
];

const fn bind(key: Key, modes: &'static [Mode], name: &'static str, does: &'static str) -> Binding {
    Binding { key, modes, name, does }
}

/// What a key does wherever it works; digits and arrows say which, and so are not here.
pub(super) fn meaning(key: Key) -> Option<Event> {
    Some(match key {
        Key::Digits | Key::UpDown | Key::F(0 | 5..) => return None,
        Key::Space => Event::Mark,
        Key::Enter => Event::Confirm,
        Key::Zero | Key::F(2) => Event::Pass,
        Key::Left | Key::PageUp | Key::Backspace => Event::Back,
        Key::F(1) => Event::Help,
        Key::F(3) => Event::Rephrase,
        Key::F(4) => Event::Language,
        Key::Escape => Event::Leave,
    })
}

/// The event of a key where the screen is used so.
pub(super) fn event(mode: Mode, key: KeyEvent) -> Option<Event> {
    if key.modifiers.contains(KeyModifiers::CONTROL) && key.code == KeyCode::Char('c') {
        return Some(Event::Interrupt);
    }
    if mode == Field
        && let Some(request) = edit(key)
    {
        return Some(Event::Edit(request));
    }
    let pressed = pressed(key)?;
    let in_list = matches!(mode, Menu | One | Several);
    let bound = KEYS.iter().any(|bind| bind.key == pressed.key && bind.modes.contains(&mode));
    match pressed.key {
        // Keys that everybody tries, beside those of the table.
        Key::Escape if mode == Reading => Some(Event::Confirm),
        Key::Zero if mode == Menu => Some(Event::Digit(0)),
        Key::Backspace | Key::PageUp | Key::F(2) if in_list => meaning(pressed.key),
        Key::Space if mode == One => Some(Event::Mark),
        _ if !bound => None,
        Key::Digits => Some(Event::Digit(pressed.digit)),
        Key::UpDown => Some(if pressed.up { Event::Up } else { Event::Down }),
        key => meaning(key),
    }
}

/// A key as the table names it.
struct Pressed {
    key: Key,
    digit: u8,
    up: bool,
}

fn pressed(key: KeyEvent) -> Option<Pressed> {
    let plain = |key| Some(Pressed { key, digit: 0, up: false });
    match key.code {
        KeyCode::Char(character) => match digit(character) {
            Some(0) => plain(Key::Zero),
            Some(digit) => Some(Pressed { key: Key::Digits, digit, up: false }),
            None => match character {
                ' ' => plain(Key::Space),
                '?' => plain(Key::F(1)),
                _ => None,
            },
        },
        KeyCode::Up => Some(Pressed { key: Key::UpDown, digit: 0, up: true }),
        KeyCode::Down => plain(Key::UpDown),
        KeyCode::Enter => plain(Key::Enter),
        KeyCode::F(number) => plain(Key::F(number)),
        KeyCode::Left => plain(Key::Left),
        KeyCode::PageUp => plain(Key::PageUp),
        KeyCode::Backspace => plain(Key::Backspace),
        KeyCode::Esc => plain(Key::Escape),
        _ => None,
    }
}

/// The digit of a key of the top row, whether it is a digit or what an AZERTY keyboard gives
/// without Shift; `§` and `!` are the 6 and 8 of the French keyboards of Apple and of Belgium.
pub(super) fn digit(character: char) -> Option<u8> {
    Some(match character {
        '0'..='9' => character as u8 - b'0',
        '&' => 1,
        'é' => 2,
        '"' => 3,
        '\'' => 4,
        '(' => 5,
        '-' | '§' => 6,
        'è' => 7,
        '_' | '!' => 8,
        'ç' => 9,
        'à' => 0,
        _ => return None,
    })
}

/// Typing a character; what would not stay on the line becomes a space.
pub(super) fn insert(character: char) -> InputRequest {
    InputRequest::InsertChar(if character.is_control() { ' ' } else { character })
}

fn edit(key: KeyEvent) -> Option<InputRequest> {
    let control = key.modifiers.contains(KeyModifiers::CONTROL);
    let alt = key.modifiers.contains(KeyModifiers::ALT);
    Some(match key.code {
        // AltGr arrives as Control and Alt together on some systems: it types.
        KeyCode::Char(character) if control == alt => insert(character),
        KeyCode::Char('w') if control => InputRequest::DeletePrevWord,
        KeyCode::Char('u') if control => InputRequest::DeleteFromStart,
        KeyCode::Backspace => InputRequest::DeletePrevChar,
        KeyCode::Delete => InputRequest::DeleteNextChar,
        KeyCode::Left if control => InputRequest::GoToPrevWord,
        KeyCode::Right if control => InputRequest::GoToNextWord,
        KeyCode::Left => InputRequest::GoToPrevChar,
        KeyCode::Right => InputRequest::GoToNextChar,
        KeyCode::Home => InputRequest::GoToStart,
        KeyCode::End => InputRequest::GoToEnd,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_top_row_of_french_keyboards_types_digits() {
        let row: Vec<_> = "à&é\"'(-è_ç".chars().map(|key| digit(key).unwrap()).collect();
        assert_eq!(row, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
        assert_eq!((digit('§'), digit('!')), (Some(6), Some(8)));
    }

    #[test]
    fn where_words_are_typed_the_same_keys_are_letters() {
        for character in "à&é\"'(-è_ç?0123456789 ".chars() {
            let key = KeyEvent::new(KeyCode::Char(character), KeyModifiers::NONE);
            assert!(matches!(
                event(Field, key),
                Some(Event::Edit(InputRequest::InsertChar(typed))) if typed == character
            ));
        }
    }

    #[test]
    fn no_key_is_twice_in_the_table_for_one_use() {
        for mode in [Menu, One, Several, Field, Reading] {
            let of_mode: Vec<_> = KEYS.iter().filter(|b| b.modes.contains(&mode)).collect();
            for (at, binding) in of_mode.iter().enumerate() {
                let twice = of_mode[..at].iter().any(|other| other.key == binding.key);
                assert!(!twice, "{} twice in {mode:?}", binding.name);
            }
        }
    }
}
